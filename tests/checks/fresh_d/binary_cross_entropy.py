"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- squared_error
    {"exercise": "squared_error", "right": True, "name": "formula", "note": "", "code": '''
def squared_error(y, p):
    return 0.5 * (p - y) ** 2
'''},
    {"exercise": "squared_error", "right": True, "name": "np.square", "note": "", "code": '''
def squared_error(y, p):
    return np.square(np.subtract(p, y)) / 2
'''},
    {"exercise": "squared_error", "right": True, "name": "weighted by the label", "note": "", "code": '''
def squared_error(y, p):
    if_one = np.power(1 - p, 2)
    if_zero = np.power(p, 2)
    return (y * if_one + (1 - y) * if_zero) / 2
'''},
    {"exercise": "squared_error", "right": True, "name": "loop over broadcast entries", "note": "", "code": '''
def squared_error(y, p):
    labels, probs = np.broadcast_arrays(y, p)
    losses = np.zeros(labels.shape)
    for index in np.ndindex(labels.shape):
        d = probs[index] - labels[index]
        losses[index] = d * d / 2
    return losses[()]
'''},
    {"exercise": "squared_error", "right": True, "name": "label by label", "note": "", "code": '''
def squared_error(y, p):
    return np.where(np.asarray(y) == 1, 0.5 * (1 - p) ** 2, 0.5 * p ** 2)
'''},
    {"exercise": "squared_error", "right": True, "name": "in place on a copy", "note": "", "code": '''
def squared_error(y, p):
    d = np.array(p, dtype=float) - y
    d *= d
    d *= 0.5
    return d
'''},
    {"exercise": "squared_error", "right": False, "name": "half forgotten", "note": "The factor one half is missing.", "code": '''
def squared_error(y, p):
    return (p - y) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "square forgotten", "note": "The difference is not squared.", "code": '''
def squared_error(y, p):
    return 0.5 * (p - y)
'''},
    {"exercise": "squared_error", "right": False, "name": "half squared too", "note": "The one half stands inside the square and is squared, too.", "code": '''
def squared_error(y, p):
    return (0.5 * (p - y)) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "mean", "note": "The losses are averaged.", "code": '''
def squared_error(y, p):
    return np.mean(0.5 * (p - y) ** 2)
'''},
    {"exercise": "squared_error", "right": False, "name": "sum", "note": "The losses are summed.", "code": '''
def squared_error(y, p):
    return 0.5 * np.sum((p - y) ** 2)
'''},
    {"exercise": "squared_error", "right": False, "name": "difference of squares", "note": "p squared minus y squared instead of the square of the difference.", "code": '''
def squared_error(y, p):
    return 0.5 * (p ** 2 - y ** 2)
'''},
    {"exercise": "squared_error", "right": False, "name": "no parentheses", "note": "Only y is squared, since the parentheses are missing.", "code": '''
def squared_error(y, p):
    return 0.5 * p - y ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "plus", "note": "The label is added instead of subtracted.", "code": '''
def squared_error(y, p):
    return 1 / 2 * (p + y) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "floor division", "note": "1 // 2 is zero.", "code": '''
def squared_error(y, p):
    return 1 // 2 * (p - y) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "changes p", "note": "The label is subtracted in place, so an array p changes.", "code": '''
def squared_error(y, p):
    p -= y
    return 0.5 * p ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "divided by 2m", "note": "Each loss is also divided by the number of entries.", "code": '''
def squared_error(y, p):
    m = np.size(p)
    return (p - y) ** 2 / (2 * m)
'''},
    {"exercise": "squared_error", "right": False, "name": "no return", "note": "The loss is computed but not returned.", "code": '''
def squared_error(y, p):
    loss = 0.5 * (p - y) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "caret", "note": "The caret is not the power in Python, and not defined for floats.", "code": '''
def squared_error(y, p):
    return 0.5 * (p - y) ^ 2
'''},
    {"exercise": "squared_error", "right": False, "name": "zip of numbers", "note": "The loop with zip works for arrays alone.", "code": '''
def squared_error(y, p):
    losses = []
    for yi, pi in zip(y, p):
        losses.append(0.5 * (pi - yi) ** 2)
    return np.array(losses)
'''},
    {"exercise": "squared_error", "right": False, "name": "math.pow", "note": "math.pow takes numbers only, so arrays raise a TypeError.", "code": '''
def squared_error(y, p):
    import math
    return 0.5 * math.pow(p - y, 2)
'''},
    {"exercise": "squared_error", "right": False, "name": "capital letters", "note": "Y and P are used, but the arguments are y and p.", "code": '''
def squared_error(y, p):
    return 0.5 * (P - Y) ** 2
'''},
    # ---------------------------------------------------------------- squared_error_grad
    {"exercise": "squared_error_grad", "right": True, "name": "difference", "note": "", "code": '''
def squared_error_grad(y, p):
    return p - y
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "np.subtract", "note": "", "code": '''
def squared_error_grad(y, p):
    return np.subtract(p, y)
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "chain rule", "note": "", "code": '''
def squared_error_grad(y, p):
    inner = p - y
    d_inner = 1.0
    return 0.5 * 2 * inner * d_inner
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "loop over broadcast entries", "note": "", "code": '''
def squared_error_grad(y, p):
    y_all, p_all = np.broadcast_arrays(y, p)
    slopes = [float(b) - float(a) for a, b in zip(y_all.ravel(), p_all.ravel())]
    if y_all.ndim == 0:
        return slopes[0]
    return np.array(slopes).reshape(y_all.shape)
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "label by label", "note": "", "code": '''
def squared_error_grad(y, p):
    return np.where(np.equal(y, 1), p - 1.0, p)
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "negated on a copy", "note": "", "code": '''
def squared_error_grad(y, p):
    slope = np.array(y - p, dtype=float)
    slope = np.negative(slope)
    return slope
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "sign", "note": "The difference is taken the wrong way round.", "code": '''
def squared_error_grad(y, p):
    return y - p
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "factor two", "note": "The one half of the loss was forgotten, so a factor 2 is left.", "code": '''
def squared_error_grad(y, p):
    return 2 * (p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "half left over", "note": "The factor one half is kept.", "code": '''
def squared_error_grad(y, p):
    return 0.5 * (p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "mean", "note": "The slopes are averaged.", "code": '''
def squared_error_grad(y, p):
    return np.mean(p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "divided by m", "note": "The slopes are divided by the number of entries.", "code": '''
def squared_error_grad(y, p):
    m = np.size(y)
    return (p - y) / m
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "loss", "note": "Returns the loss instead of its slope.", "code": '''
def squared_error_grad(y, p):
    return 0.5 * (p - y) ** 2
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "with the sigmoid slope", "note": "The slope of the sigmoid is multiplied in: this is the slope with respect to the score.", "code": '''
def squared_error_grad(y, p):
    return (p - y) * p * (1 - p)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "absolute value", "note": "The absolute value throws away the sign.", "code": '''
def squared_error_grad(y, p):
    return np.abs(p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "changes p", "note": "The label is subtracted in place, so an array p changes.", "code": '''
def squared_error_grad(y, p):
    p -= y
    return p
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "times the label", "note": "A factor y too many makes the slope zero for label 0.", "code": '''
def squared_error_grad(y, p):
    return y * (p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "finite difference", "note": "A one-sided finite difference is not good to seven digits.", "code": '''
def squared_error_grad(y, p):
    h = 1e-3
    return (squared_error(y, p + h) - squared_error(y, p)) / h
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "cross-entropy slope", "note": "This is the slope of cross-entropy.", "code": '''
def squared_error_grad(y, p):
    return (p - y) / (p * (1 - p))
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "plain if", "note": "An if on an array of labels raises a ValueError.", "code": '''
def squared_error_grad(y, p):
    if y == 1:
        return p - 1
    else:
        return p
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "shape of a number", "note": "A plain number has no shape.", "code": '''
def squared_error_grad(y, p):
    grad = np.zeros(y.shape)
    grad = p - y
    return grad
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "float of an array", "note": "float() takes one number, so an array of slopes raises a TypeError.", "code": '''
def squared_error_grad(y, p):
    return float(p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "len of a number", "note": "The loop uses len, which a plain number does not have.", "code": '''
def squared_error_grad(y, p):
    grad = []
    for i in range(len(p)):
        grad.append(p[i] - y[i])
    return np.array(grad)
'''},
    # ---------------------------------------------------------------- squared_error_cost
    {"exercise": "squared_error_cost", "right": True, "name": "sum over all", "note": "", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sum((P - Y) ** 2) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "through squared_error", "note": "", "code": '''
def squared_error_cost(Y, P):
    losses = squared_error(Y, P)
    return float(np.mean(np.sum(losses, axis=0)))
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "loops", "note": "", "code": '''
def squared_error_cost(Y, P):
    n_out, m = P.shape
    total = 0.0
    for i in range(m):
        for k in range(n_out):
            total += (P[k, i] - Y[k, i]) ** 2
    return total / 2 / m
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "mean times rows", "note": "", "code": '''
def squared_error_cost(Y, P):
    return 0.5 * np.mean(np.square(P - Y)) * P.shape[0]
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "dot of the flat difference", "note": "", "code": '''
def squared_error_cost(Y, P):
    d = (P - Y).ravel()
    return np.dot(d, d) / (2 * Y.shape[1])
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "norm", "note": "", "code": '''
def squared_error_cost(Y, P):
    return np.linalg.norm(P - Y) ** 2 / 2 / len(Y[0])
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "half forgotten", "note": "The factor one half is missing.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sum((P - Y) ** 2) / m
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "mean of all entries", "note": "np.mean also averages over the output units.", "code": '''
def squared_error_cost(Y, P):
    return np.mean(0.5 * (P - Y) ** 2)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "m from the rows", "note": "m is read from shape[0], the number of output units.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[0]
    return np.sum((P - Y) ** 2) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "len", "note": "len(Y) is the number of rows, not of examples.", "code": '''
def squared_error_cost(Y, P):
    return np.sum(squared_error(Y, P)) / len(Y)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "two m without parentheses", "note": "Dividing by 2 and then multiplying by m, since the parentheses are missing.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sum((P - Y) ** 2) / 2 * m
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "half twice", "note": "The one half stands in squared_error already and is applied again.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return 1 / (2 * m) * np.sum(squared_error(Y, P))
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "one cost a unit", "note": "The sum runs along the rows only, one cost for each output unit comes back.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sum((P - Y) ** 2, axis=1) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "sum before the square, no half", "note": "Two mistakes: the differences are summed before they are squared, and the one half is missing.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sum(P - Y) ** 2 / m
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "not averaged", "note": "The losses are summed but not divided by m.", "code": '''
def squared_error_cost(Y, P):
    return 0.5 * np.sum((P - Y) ** 2)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "python sum", "note": "The built-in sum adds the rows only, an array with m entries is left.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return sum((P - Y) ** 2) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "first row only", "note": "The loop reads the first output unit only.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    J = 0
    for i in range(m):
        J += (P[0, i] - Y[0, i]) ** 2
    return J / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "changes P", "note": "The difference is formed in place, so P changes.", "code": '''
def squared_error_cost(Y, P):
    m = P.shape[1]
    P -= Y
    return np.sum(P * P) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "whole shape", "note": "m is the whole tuple of the shape, by which nothing can be divided.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape
    return 1 / (2 * m) * np.sum((P - Y) ** 2)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "dot without transpose", "note": "The product of two matrices of the same shape (n_out, m) is not defined.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    D = P - Y
    return np.dot(D, D) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "m not defined", "note": "m is used without being read from the shape.", "code": '''
def squared_error_cost(Y, P):
    return 1 / (2 * m) * np.sum((P - Y) ** 2)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "index of the row", "note": "The loop over the examples uses the index for the rows.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    J = 0
    for i in range(m):
        J += np.sum((P[i] - Y[i]) ** 2)
    return J / (2 * m)
'''},
    # ---------------------------------------------------------------- bce
    {"exercise": "bce", "right": True, "name": "formula", "note": "", "code": '''
def bce(y, p):
    return -y * np.log(p) - (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": True, "name": "np.where", "note": "", "code": '''
def bce(y, p):
    return np.where(np.equal(y, 1), -np.log(p), -np.log(1 - p))
'''},
    {"exercise": "bce", "right": True, "name": "log of the given probability", "note": "", "code": '''
def bce(y, p):
    given = y * p + (1 - y) * (1 - p)
    return -np.log(given)
'''},
    {"exercise": "bce", "right": True, "name": "loop and math", "note": "", "code": '''
def bce(y, p):
    import math
    ys, ps = np.broadcast_arrays(y, p)
    losses = np.empty(ys.shape)
    for k in np.ndindex(ys.shape):
        if ys[k] == 1:
            losses[k] = -math.log(ps[k])
        else:
            losses[k] = -math.log(1 - ps[k])
    return losses[()]
'''},
    {"exercise": "bce", "right": True, "name": "powers", "note": "", "code": '''
def bce(y, p):
    likelihood = np.power(p, y) * np.power(1 - p, 1 - y)
    return np.negative(np.log(likelihood))
'''},
    {"exercise": "bce", "right": True, "name": "log1p", "note": "", "code": '''
def bce(y, p):
    return -(y * np.log(p) + (1 - y) * np.log1p(-p))
'''},
    {"exercise": "bce", "right": False, "name": "minus forgotten", "note": "The minus in front of the whole is missing.", "code": '''
def bce(y, p):
    return y * np.log(p) + (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "second sign", "note": "The second term is added instead of subtracted.", "code": '''
def bce(y, p):
    return -y * np.log(p) + (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "log10", "note": "log10 instead of the natural logarithm.", "code": '''
def bce(y, p):
    return -y * np.log10(p) - (1 - y) * np.log10(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "log2", "note": "log2 gives bits instead of nats.", "code": '''
def bce(y, p):
    return -(y * np.log2(p) + (1 - y) * np.log2(1 - p))
'''},
    {"exercise": "bce", "right": False, "name": "first term only", "note": "The term of label 0 is missing.", "code": '''
def bce(y, p):
    return -y * np.log(p)
'''},
    {"exercise": "bce", "right": False, "name": "1 minus log p", "note": "The second logarithm is 1 - log p instead of log(1 - p).", "code": '''
def bce(y, p):
    return -y * np.log(p) - (1 - y) * (1 - np.log(p))
'''},
    {"exercise": "bce", "right": False, "name": "y and p swapped", "note": "The logarithm is taken of the labels.", "code": '''
def bce(y, p):
    return -p * np.log(y) - (1 - p) * np.log(1 - y)
'''},
    {"exercise": "bce", "right": False, "name": "no parentheses around 1 - y", "note": "Without the parentheses 1 is subtracted and y is multiplied.", "code": '''
def bce(y, p):
    return -y * np.log(p) - 1 - y * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "mean", "note": "The losses are averaged.", "code": '''
def bce(y, p):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
'''},
    {"exercise": "bce", "right": False, "name": "epsilon", "note": "A small number is added inside the logarithms, which the text forbids.", "code": '''
def bce(y, p):
    eps = 1e-8
    return -y * np.log(p + eps) - (1 - y) * np.log(1 - p + eps)
'''},
    {"exercise": "bce", "right": False, "name": "clipped", "note": "The probabilities are clipped, which the text forbids.", "code": '''
def bce(y, p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -y * np.log(p) - (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "entropy of p", "note": "p takes the place of the label: this is the entropy of p.", "code": '''
def bce(y, p):
    return -p * np.log(p) - (1 - p) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "math.log", "note": "math.log takes numbers only, so arrays raise a TypeError.", "code": '''
def bce(y, p):
    import math
    return -y * math.log(p) - (1 - y) * math.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "np.ln", "note": "NumPy has no ln.", "code": '''
def bce(y, p):
    return -y * np.ln(p) - (1 - y) * np.ln(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "plain if", "note": "An if on an array of labels raises a ValueError.", "code": '''
def bce(y, p):
    if y == 1:
        return -np.log(p)
    return -np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "forgotten star", "note": "Between the parenthesis and np.log the star is missing, so Python tries to call a number.", "code": '''
def bce(y, p):
    return -y * np.log(p) - (1 - y)(np.log(1 - p))
'''},
    # ---------------------------------------------------------------- bce_grad
    {"exercise": "bce_grad", "right": True, "name": "one fraction", "note": "", "code": '''
def bce_grad(y, p):
    return (p - y) / (p * (1 - p))
'''},
    {"exercise": "bce_grad", "right": True, "name": "two fractions", "note": "", "code": '''
def bce_grad(y, p):
    return -y / p + (1 - y) / (1 - p)
'''},
    {"exercise": "bce_grad", "right": True, "name": "np.where", "note": "", "code": '''
def bce_grad(y, p):
    return np.where(np.equal(y, 1), -1 / p, 1 / (1 - p))
'''},
    {"exercise": "bce_grad", "right": True, "name": "reciprocal of 1 - y - p", "note": "", "code": '''
def bce_grad(y, p):
    return 1.0 / (1 - y - p)
'''},
    {"exercise": "bce_grad", "right": True, "name": "loop over broadcast entries", "note": "", "code": '''
def bce_grad(y, p):
    ys, ps = np.broadcast_arrays(y, p)
    slopes = np.zeros(ys.shape)
    for k in np.ndindex(ys.shape):
        slopes[k] = -1 / ps[k] if ys[k] == 1 else 1 / (1 - ps[k])
    return slopes[()]
'''},
    {"exercise": "bce_grad", "right": True, "name": "through squared_error_grad", "note": "", "code": '''
def bce_grad(y, p):
    difference = squared_error_grad(y, p)
    return np.divide(np.divide(difference, p), 1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "sign", "note": "The whole has the wrong sign.", "code": '''
def bce_grad(y, p):
    return (y - p) / (p * (1 - p))
'''},
    {"exercise": "bce_grad", "right": False, "name": "second sign", "note": "The second fraction is subtracted instead of added.", "code": '''
def bce_grad(y, p):
    return -y / p - (1 - y) / (1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "first minus forgotten", "note": "The minus of the first fraction is missing.", "code": '''
def bce_grad(y, p):
    return y / p + (1 - y) / (1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "denominator without parentheses", "note": "It divides by p and then multiplies by 1 - p.", "code": '''
def bce_grad(y, p):
    return (p - y) / p * (1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "no denominator", "note": "Only p - y is returned, the slope with respect to the score.", "code": '''
def bce_grad(y, p):
    return p - y
'''},
    {"exercise": "bce_grad", "right": False, "name": "first fraction only", "note": "The fraction of label 0 is missing.", "code": '''
def bce_grad(y, p):
    return -y / p
'''},
    {"exercise": "bce_grad", "right": False, "name": "1 - p not in parentheses", "note": "(1 - y) is divided by 1, and p is subtracted after that.", "code": '''
def bce_grad(y, p):
    return -y / p + (1 - y) / 1 - p
'''},
    {"exercise": "bce_grad", "right": False, "name": "logarithms kept", "note": "The logarithms are left in the denominators, as if the derivative of log p were 1/log p.", "code": '''
def bce_grad(y, p):
    return -y / np.log(p) + (1 - y) / np.log(1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "mean", "note": "The slopes are averaged.", "code": '''
def bce_grad(y, p):
    return np.mean((p - y) / (p * (1 - p)))
'''},
    {"exercise": "bce_grad", "right": False, "name": "epsilon", "note": "A small number is added to the denominator, which changes the slope near 0 and 1.", "code": '''
def bce_grad(y, p):
    return (p - y) / (p * (1 - p) + 1e-8)
'''},
    {"exercise": "bce_grad", "right": False, "name": "fractions swapped", "note": "The two denominators are mixed up.", "code": '''
def bce_grad(y, p):
    return -y / (1 - p) + (1 - y) / p
'''},
    {"exercise": "bce_grad", "right": False, "name": "clipped", "note": "The probabilities are clipped, which changes the slope near 0 and 1.", "code": '''
def bce_grad(y, p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return (p - y) / (p * (1 - p))
'''},
    {"exercise": "bce_grad", "right": False, "name": "forgotten star", "note": "p(1 - p) without a star tries to call p.", "code": '''
def bce_grad(y, p):
    return (p - y) / (p(1 - p))
'''},
    {"exercise": "bce_grad", "right": False, "name": "plain if", "note": "An if on an array of labels raises a ValueError.", "code": '''
def bce_grad(y, p):
    if y == 1:
        return -1 / p
    else:
        return 1 / (1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "capital letters", "note": "Y and P are used, but the arguments are y and p.", "code": '''
def bce_grad(y, p):
    return -(Y / P) + (1 - Y) / (1 - P)
'''},
    {"exercise": "bce_grad", "right": False, "name": "zip of numbers", "note": "The loop with zip works for arrays alone.", "code": '''
def bce_grad(y, p):
    grads = []
    for yi, pi in zip(y, p):
        grads.append((pi - yi) / (pi * (1 - pi)))
    return np.array(grads)
'''},
    # ---------------------------------------------------------------- bce_cost
    {"exercise": "bce_cost", "right": True, "name": "through bce", "note": "", "code": '''
def bce_cost(Y, P):
    return np.sum(bce(Y, P)) / Y.shape[1]
'''},
    {"exercise": "bce_cost", "right": True, "name": "formula", "note": "", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return -(1 / m) * np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P))
'''},
    {"exercise": "bce_cost", "right": True, "name": "loops", "note": "", "code": '''
def bce_cost(Y, P):
    n_out, m = Y.shape
    J = 0.0
    for i in range(m):
        for k in range(n_out):
            if Y[k, i] == 1:
                J -= np.log(P[k, i])
            else:
                J -= np.log(1 - P[k, i])
    return J / m
'''},
    {"exercise": "bce_cost", "right": True, "name": "sum of columns, then mean", "note": "", "code": '''
def bce_cost(Y, P):
    per_example = bce(Y, P).sum(axis=0)
    return per_example.mean()
'''},
    {"exercise": "bce_cost", "right": True, "name": "masks", "note": "", "code": '''
def bce_cost(Y, P):
    ones = P[Y == 1]
    zeros = P[Y == 0]
    return -(np.log(ones).sum() + np.log1p(-zeros).sum()) / P.shape[1]
'''},
    {"exercise": "bce_cost", "right": True, "name": "vdot", "note": "", "code": '''
def bce_cost(Y, P):
    first = np.vdot(Y, np.log(P))
    second = np.vdot(1 - Y, np.log(1 - P))
    return float(-(first + second) / np.size(Y, axis=1))
'''},
    {"exercise": "bce_cost", "right": False, "name": "mean of all entries", "note": "np.mean also averages over the output units.", "code": '''
def bce_cost(Y, P):
    return np.mean(bce(Y, P))
'''},
    {"exercise": "bce_cost", "right": False, "name": "m from the rows", "note": "m is read from shape[0], the number of output units.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[0]
    return np.sum(bce(Y, P)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "not averaged", "note": "The losses are summed but not divided by m.", "code": '''
def bce_cost(Y, P):
    return np.sum(bce(Y, P))
'''},
    {"exercise": "bce_cost", "right": False, "name": "minus twice", "note": "bce has its minus already; here it gets a second one.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return -1 / m * np.sum(bce(Y, P))
'''},
    {"exercise": "bce_cost", "right": False, "name": "minus forgotten, mean of all", "note": "Two mistakes: the minus is missing, and np.mean also averages over the output units.", "code": '''
def bce_cost(Y, P):
    return np.mean(Y * np.log(P) + (1 - Y) * np.log(1 - P))
'''},
    {"exercise": "bce_cost", "right": False, "name": "one cost a unit", "note": "The sum runs along the rows only, one cost for each output unit comes back.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return np.sum(bce(Y, P), axis=1) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "wrong axis", "note": "The mean runs over axis 0, the output units, and leaves m numbers.", "code": '''
def bce_cost(Y, P):
    return np.mean(bce(Y, P), axis=0)
'''},
    {"exercise": "bce_cost", "right": False, "name": "arguments swapped", "note": "bce gets the probabilities as labels.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return np.sum(bce(P, Y)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "labels one only", "note": "The term of label 0 is missing.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return -np.sum(Y * np.log(P)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "half from squared error", "note": "The factor 1/(2m) is copied from the squared-error cost.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return 1 / (2 * m) * np.sum(bce(Y, P))
'''},
    {"exercise": "bce_cost", "right": False, "name": "mean of the first term alone", "note": "The 1/m stands in front of the first sum only.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return -1 / m * np.sum(Y * np.log(P)) - np.sum((1 - Y) * np.log(1 - P))
'''},
    {"exercise": "bce_cost", "right": False, "name": "matrix product", "note": "The matrix products leave an array of shape (n_out, n_out).", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return -(np.dot(Y, np.log(P).T) + np.dot(1 - Y, np.log(1 - P).T)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "no transpose", "note": "The product of two matrices of shape (n_out, m) is not defined.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return -(Y @ np.log(P) + (1 - Y) @ np.log(1 - P)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "shape in round brackets", "note": "shape is a tuple and is called like a function.", "code": '''
def bce_cost(Y, P):
    m = Y.shape(1)
    return np.sum(bce(Y, P)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "math.log", "note": "math.log takes numbers only.", "code": '''
def bce_cost(Y, P):
    import math
    m = Y.shape[1]
    return -np.sum(Y * math.log(P) + (1 - Y) * math.log(1 - P)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "small letters", "note": "y and p are used, but the arguments are Y and P.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return np.sum(-y * np.log(p) - (1 - y) * np.log(1 - p)) / m
'''},
    # ---------------------------------------------------------------- bce_from_logits
    {"exercise": "bce_from_logits", "right": True, "name": "formula", "note": "", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "logaddexp label by label", "note": "", "code": '''
def bce_from_logits(y, z):
    return np.where(np.equal(y, 1), np.logaddexp(0, -z), np.logaddexp(0, z))
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "turned score", "note": "", "code": '''
def bce_from_logits(y, z):
    s = (1 - 2 * y) * z
    return np.maximum(s, 0) + np.log1p(np.exp(-abs(s)))
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "loop and math", "note": "", "code": '''
def bce_from_logits(y, z):
    import math
    ys, zs = np.broadcast_arrays(y, z)
    losses = np.zeros(ys.shape)
    for k in np.ndindex(ys.shape):
        label, score = float(ys[k]), float(zs[k])
        losses[k] = max(score, 0.0) - score * label + math.log1p(math.exp(-abs(score)))
    return losses[()]
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "maximum by absolute value", "note": "", "code": '''
def bce_from_logits(y, z):
    size = np.abs(z)
    positive_part = np.where(np.asarray(z) > 0, z, 0.0)
    loss = np.log1p(np.exp(-size))
    loss = loss + (positive_part - z * y)
    return loss
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "masks on arrays of its own", "note": "", "code": '''
def bce_from_logits(y, z):
    y, z = np.broadcast_arrays(np.array(y, dtype=float), np.array(z, dtype=float))
    s = np.where(y == 1, -z, z)
    out = np.empty(s.shape)
    up = s > 0
    out[up] = s[up] + np.log1p(np.exp(-s[up]))
    out[~up] = np.log1p(np.exp(s[~up]))
    return out[()]
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "through the sigmoid", "note": "p is computed first, so the loss is infinite or nan for large scores.", "code": '''
def bce_from_logits(y, z):
    p = 1 / (1 + np.exp(-z))
    return -y * np.log(p) - (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "plain log", "note": "np.log(1 + t) loses the digits of tiny losses.", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log(1 + np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "np.max", "note": "np.max takes the largest of all scores, not the maximum entry by entry.", "code": '''
def bce_from_logits(y, z):
    return max(np.max(z), 0) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "plus zy", "note": "z y is added instead of subtracted.", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) + z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "no absolute value", "note": "exp(-z) without the absolute value is wrong and overflows for negative scores.", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-z))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "minus inside", "note": "The minus stands inside the absolute value, so the exponent is positive.", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(np.abs(-z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "one twice", "note": "log1p adds the 1 already; here it is added twice.", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log1p(1 + np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "no logarithm term", "note": "The last term is left out.", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "minimum", "note": "The minimum is taken instead of the maximum.", "code": '''
def bce_from_logits(y, z):
    return np.minimum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "label forgotten", "note": "z is subtracted without the factor y.", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "mean", "note": "The losses are averaged.", "code": '''
def bce_from_logits(y, z):
    loss = np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
    return np.mean(loss)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "clipped p", "note": "The probabilities are clipped to avoid log(0), so large scores all give the same loss.", "code": '''
def bce_from_logits(y, z):
    p = 1 / (1 + np.exp(-z))
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return bce(y, p)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "python max", "note": "The built-in max cannot compare an array with 0.", "code": '''
def bce_from_logits(y, z):
    return max(z, 0) - z * y + np.log1p(np.exp(-abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "maximum with one argument", "note": "np.maximum needs two arguments.", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "plain if", "note": "An if on an array of scores raises a ValueError.", "code": '''
def bce_from_logits(y, z):
    if z > 0:
        return z - z * y + np.log1p(np.exp(-z))
    else:
        return -z * y + np.log1p(np.exp(z))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "index on a number", "note": "The negative scores are set to zero by a mask, which a number does not have.", "code": '''
def bce_from_logits(y, z):
    relu = z.copy()
    relu[z < 0] = 0
    return relu - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    # ---------------------------------------------------------------- sigmoid_bce_grad
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "formula", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    return (1 / (1 + np.exp(-Z)) - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "inner function", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    def sigmoid(z):
        e = np.exp(z)
        return e / (1 + e)

    m = Z.shape[1]
    return 1 / m * (sigmoid(Z) - Y)
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "loops", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    n_out, m = Z.shape
    dZ = np.zeros((n_out, m))
    for k in range(n_out):
        for i in range(m):
            p = 1.0 / (1.0 + np.exp(-Z[k, i]))
            dZ[k, i] = (p - Y[k, i]) / m
    return dZ
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "tanh", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 0.5 * (1 + np.tanh(Z / 2))
    return np.divide(P - Y, Y.shape[1])
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "chain rule", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    dJ_dP = bce_grad(Y, P) / Y.shape[1]
    dP_dZ = P * (1 - P)
    return dJ_dP * dP_dZ
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "in place on its own array", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    grad = np.exp(-1.0 * Z)
    grad += 1
    grad = np.reciprocal(grad)
    grad -= Y
    grad /= len(Z[0])
    return grad
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "no mean", "note": "The factor 1/m is missing.", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return P - Y
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "sign", "note": "The difference is taken the wrong way round.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-Z))
    return (Y - P) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "m from the rows", "note": "m is read from shape[0], the number of output units.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[0]
    P = 1 / (1 + np.exp(-Z))
    return (P - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "all entries", "note": "It divides by the number of all entries, n_out times m.", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return (P - Y) / Y.size
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "no parentheses", "note": "Only Y is divided by m.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    return 1 / (1 + np.exp(-Z)) - Y / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "sigmoid forgotten", "note": "The label is subtracted from the score itself.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    return (Z - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "slope of the sigmoid too", "note": "P(1 - P) is multiplied in, though it has cancelled.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-Z))
    return (P - Y) * P * (1 - P) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "slope with respect to P", "note": "The denominator P(1 - P) is kept; this is the slope with respect to P.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-Z))
    return bce_grad(Y, P) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "sign of the exponent", "note": "The minus in the exponent of the sigmoid is missing.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(Z))
    return (P - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "averaged to a number", "note": "The gradient is averaged over the examples as if it were the cost.", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return np.mean(P - Y)
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "summed over the examples", "note": "The sum over the examples leaves one column.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-Z))
    return 1 / m * np.sum(P - Y, axis=1, keepdims=True)
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "sign and no mean", "note": "Two mistakes: the difference is the wrong way round, and the factor 1/m is missing.", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return Y - P
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "sigmoid not defined", "note": "sigmoid is called, but this notebook does not define it.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    return 1 / m * (sigmoid(Z) - Y)
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "m not defined", "note": "m is used without being read from the shape.", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return 1 / m * (P - Y)
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "whole shape", "note": "m is the whole tuple of the shape; unless there are exactly two columns the division raises a ValueError.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape
    A = 1 / (1 + np.exp(-Z))
    dZ = (A - Y) / m
    return dZ
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "math.exp", "note": "math.exp takes numbers only.", "code": '''
def sigmoid_bce_grad(Y, Z):
    import math
    m = Y.shape[1]
    P = 1 / (1 + math.exp(-Z))
    return (P - Y) / m
'''},
]
