"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ------------------------------------------------------------------ squared_error
    {"exercise": "squared_error", "right": True, "name": "one line", "note": "", "code": '''
def squared_error(y, p):
    return 0.5 * (p - y) ** 2
'''},
    {"exercise": "squared_error", "right": True, "name": "np.square", "note": "", "code": '''
def squared_error(y, p):
    residual = np.subtract(y, p)
    return np.divide(np.square(residual), 2)
'''},
    {"exercise": "squared_error", "right": True, "name": "ndindex loop", "note": "", "code": '''
def squared_error(y, p):
    yy, pp = np.broadcast_arrays(y, p)
    losses = np.zeros(pp.shape)
    for idx in np.ndindex(pp.shape):
        error = float(pp[idx]) - float(yy[idx])
        losses[idx] = error * error / 2
    return losses
'''},
    {"exercise": "squared_error", "right": True, "name": "by label", "note": "", "code": '''
def squared_error(y, p):
    label_is_one = np.asarray(y) == 1
    distance = np.where(label_is_one, 1 - np.asarray(p), p)
    return distance ** 2 / 2
'''},
    {"exercise": "squared_error", "right": True, "name": "copy then in place", "note": "", "code": '''
def squared_error(y, p):
    d = np.array(p, dtype=float) - np.array(y, dtype=float)
    d *= d
    d /= 2
    return d
'''},
    {"exercise": "squared_error", "right": True, "name": "einsum", "note": "", "code": '''
def squared_error(y, p):
    d = np.asarray(p - y, dtype=float)
    return 0.5 * np.einsum("...,...->...", d, d)
'''},
    {"exercise": "squared_error", "right": False, "name": "no half", "note": "the factor one half is forgotten", "code": '''
def squared_error(y, p):
    return (p - y) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "not squared", "note": "the square is forgotten", "code": '''
def squared_error(y, p):
    diff = p - y
    return diff / 2
'''},
    {"exercise": "squared_error", "right": False, "name": "no parentheses", "note": "parentheses forgotten: only y is squared and only p is halved", "code": '''
def squared_error(y, p):
    return 1 / 2 * p - y ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "mean", "note": "averages the losses to one number", "code": '''
def squared_error(y, p):
    return np.mean((p - y) ** 2) / 2
'''},
    {"exercise": "squared_error", "right": False, "name": "sum", "note": "adds the losses up to one number", "code": '''
def squared_error(y, p):
    losses = 0.5 * np.square(p - y)
    return np.sum(losses)
'''},
    {"exercise": "squared_error", "right": False, "name": "caret for power", "note": "uses ^ for the power, which stops with a TypeError on floats", "code": '''
def squared_error(y, p):
    return 1/2 * (p - y)^2
'''},
    {"exercise": "squared_error", "right": False, "name": "changes p", "note": "subtracts in place, so the array of probabilities is changed", "code": '''
def squared_error(y, p):
    p -= y
    return 0.5 * p ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "integer half", "note": "1 // 2 is 0, so every loss is 0", "code": '''
def squared_error(y, p):
    half = 1 // 2
    return half * (p - y) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "float of the result", "note": "float() works for numbers only and stops for arrays", "code": '''
def squared_error(y, p):
    return float(0.5 * (p - y) ** 2)
'''},
    {"exercise": "squared_error", "right": False, "name": "if on an array", "note": "an if on the label stops for arrays of several labels", "code": '''
def squared_error(y, p):
    if y == 1:
        return 0.5 * (1 - p) ** 2
    else:
        return 0.5 * p ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "plus for minus", "note": "adds label and probability", "code": '''
def squared_error(y, p):
    return 0.5 * (p + y) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "half inside the square", "note": "the half is squared too, so it becomes a quarter", "code": '''
def squared_error(y, p):
    return np.power((p - y) / 2, 2)
'''},
    {"exercise": "squared_error", "right": False, "name": "dot product", "note": "np.dot adds up one-dimensional arrays and stops for a row of several examples", "code": '''
def squared_error(y, p):
    d = p - y
    return np.dot(d, d) / 2
'''},
    {"exercise": "squared_error", "right": False, "name": "prints only", "note": "prints the loss and returns None", "code": '''
def squared_error(y, p):
    loss = 0.5 * (p - y) ** 2
    print(loss)
'''},
    {"exercise": "squared_error", "right": False, "name": "decision for probability", "note": "turns the probability into a decision 0 or 1 first", "code": '''
def squared_error(y, p):
    prediction = np.where(np.asarray(p) >= 0.5, 1.0, 0.0)
    return (prediction - y) ** 2 / 2
'''},
    {"exercise": "squared_error", "right": False, "name": "zeros_like the labels", "note": "result has the type and shape of y: truncated for integer labels, stops when y is a number and p an array", "code": '''
def squared_error(y, p):
    result = np.zeros_like(y)
    result[...] = 0.5 * (p - y) ** 2
    return result
'''},

    # ------------------------------------------------------------------ squared_error_grad
    {"exercise": "squared_error_grad", "right": True, "name": "difference", "note": "", "code": '''
def squared_error_grad(y, p):
    return p - y
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "chain rule with inner derivative", "note": "", "code": '''
def squared_error_grad(y, p):
    outer = 2 * (y - p) / 2
    inner = -1
    return outer * inner
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "where on the label", "note": "", "code": '''
def squared_error_grad(y, p):
    prob = np.asarray(p, dtype=float)
    return np.where(np.equal(y, 1), prob - 1, prob)
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "recursion over rows", "note": "", "code": '''
def squared_error_grad(y, p):
    y, p = np.broadcast_arrays(y, p)
    if p.ndim == 0:
        return float(p) - float(y)
    return np.array([squared_error_grad(a, b) for a, b in zip(y, p)])
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "stack and diff", "note": "", "code": '''
def squared_error_grad(y, p):
    both = np.stack(np.broadcast_arrays(y, p))
    return np.diff(both.astype(float), axis=0)[0]
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "flat list and reshape", "note": "", "code": '''
def squared_error_grad(y, p):
    a, b = np.broadcast_arrays(y, p)
    values = [float(q) - float(t) for t, q in zip(a.ravel(), b.ravel())]
    return np.array(values).reshape(a.shape)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "sign", "note": "label minus probability: the sign is turned around", "code": '''
def squared_error_grad(y, p):
    return y - p
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "absolute value", "note": "loses the sign", "code": '''
def squared_error_grad(y, p):
    return np.abs(p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "factor two", "note": "forgets that the one half cancels the two", "code": '''
def squared_error_grad(y, p):
    return 2 * (p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "half stays", "note": "forgets the two of the derivative and keeps the half", "code": '''
def squared_error_grad(y, p):
    return 0.5 * (p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "returns the loss", "note": "returns the loss instead of its slope", "code": '''
def squared_error_grad(y, p):
    grad = squared_error(y, p)
    return grad
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "averaged", "note": "returns the mean slope as one number", "code": '''
def squared_error_grad(y, p):
    return np.mean(p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "divided by m", "note": "divides by the number of columns, and stops for numbers and one-dimensional arrays", "code": '''
def squared_error_grad(y, p):
    m = y.shape[1]
    return (p - y) / m
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "slope for the score", "note": "multiplies with the slope of the sigmoid: derivative for z, not p", "code": '''
def squared_error_grad(y, p):
    return (p - y) * p * (1 - p)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "only the sign", "note": "returns -1, 0 or 1", "code": '''
def squared_error_grad(y, p):
    return np.sign(p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "np.gradient", "note": "misuses np.gradient, which stops for numbers and rows", "code": '''
def squared_error_grad(y, p):
    loss = squared_error(y, p)
    return np.gradient(loss, p)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "coarse difference quotient", "note": "one-sided difference quotient, off by h/2", "code": '''
def squared_error_grad(y, p):
    h = 1e-4
    return (squared_error(y, p + h) - squared_error(y, p)) / h
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "unknown variable", "note": "y_hat does not exist: NameError", "code": '''
def squared_error_grad(y, p):
    return y_hat - y
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "list outside", "note": "collects the slopes of all calls in one list, so the result has an axis too many and later calls stop or carry the earlier results", "code": '''
slopes = []

def squared_error_grad(y, p):
    slopes.append(p - y)
    return np.array(slopes)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "always negative", "note": "misreads the remark on the sign: makes every slope negative", "code": '''
def squared_error_grad(y, p):
    # the slope is negative
    return -abs(p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "one case for all entries", "note": "chooses the case for the whole array: wrong for mixed labels", "code": '''
def squared_error_grad(y, p):
    if np.all(y == 1):
        return p - 1
    return p - 0
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "zip", "note": "zip stops for numbers, and gives a list for arrays", "code": '''
def squared_error_grad(y, p):
    return [pi - yi for yi, pi in zip(y, p)]
'''},

    # ------------------------------------------------------------------ squared_error_cost
    {"exercise": "squared_error_cost", "right": True, "name": "sum over 2m", "note": "", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sum((P - Y) ** 2) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "sum then mean", "note": "", "code": '''
def squared_error_cost(Y, P):
    per_example = squared_error(Y, P).sum(axis=0)
    return float(per_example.mean())
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "double loop", "note": "", "code": '''
def squared_error_cost(Y, P):
    n_out, m = Y.shape
    J = 0.0
    for k in range(n_out):
        for i in range(m):
            J += 0.5 * (P[k, i] - Y[k, i]) ** 2
    return J / m
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "einsum", "note": "", "code": '''
def squared_error_cost(Y, P):
    D = np.asarray(P, dtype=float) - Y
    return np.einsum("ki,ki->", D, D) / 2 / D.shape[1]
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "trace", "note": "", "code": '''
def squared_error_cost(Y, P):
    E = P - Y
    return np.trace(E @ E.T) / (2 * E.shape[-1])
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "columns by the transpose", "note": "", "code": '''
def squared_error_cost(Y, P):
    losses = [np.dot(p - y, p - y) / 2 for y, p in zip(Y.T, P.T)]
    return sum(losses) / len(losses)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "mean of all entries", "note": "averages over the output units too", "code": '''
def squared_error_cost(Y, P):
    return np.mean((P - Y) ** 2) / 2
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "without the two", "note": "the factor one half is forgotten", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return 1 / m * np.sum((P - Y) ** 2)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "rows for columns", "note": "takes m as the number of rows", "code": '''
def squared_error_cost(Y, P):
    m = len(Y)
    return np.sum((P - Y) ** 2) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "not averaged", "note": "only the sum, not divided by m", "code": '''
def squared_error_cost(Y, P):
    return np.sum(squared_error(Y, P))
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "one cost per unit", "note": "sums over the examples only and returns one cost per output unit", "code": '''
def squared_error_cost(Y, P):
    m = P.shape[1]
    return np.sum((P - Y) ** 2, axis=1) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "square of the sum", "note": "adds the differences first and squares then", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sum(P - Y) ** 2 / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "divided by 2 times m", "note": "parentheses forgotten: divides by 2 and multiplies with m", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sum((P - Y) ** 2) / 2 * m
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "matrix product of rows", "note": "the shapes (n_out, m) and (n_out, m) do not fit for a matrix product: stops", "code": '''
def squared_error_cost(Y, P):
    D = P - Y
    return (D @ D) / (2 * D.shape[1])
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "Gram matrix", "note": "returns an n_out by n_out matrix, not a number", "code": '''
def squared_error_cost(Y, P):
    D = P - Y
    m = D.shape[1]
    return np.dot(D, D.T) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "built-in sum", "note": "the built-in sum adds the rows only, so an array of m values comes back", "code": '''
def squared_error_cost(Y, P):
    return sum(squared_error(Y, P)) / Y.shape[1]
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "return inside the loop", "note": "the return is indented too far: only the first example counts", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    total = 0
    for i in range(m):
        total += np.sum((P[:, i] - Y[:, i]) ** 2)
        return total / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "last example missing", "note": "the loop ends one example too early", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    total = 0.0
    for i in range(m - 1):
        total += np.sum((P[:, i] - Y[:, i]) ** 2)
    return total / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "first unit only", "note": "looks at the first output unit only", "code": '''
def squared_error_cost(Y, P):
    J = 0
    for i in range(Y.shape[1]):
        J = J + (P[0, i] - Y[0, i]) ** 2
    return J / (2 * Y.shape[1])
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "half twice", "note": "the half is in the loss already and is applied again", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    L = squared_error(Y, P)
    return 1 / (2 * m) * np.sum(L)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "shape called", "note": "shape is a tuple, not a function: TypeError", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape()[1]
    return np.sum((P - Y) ** 2) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "scikit-learn", "note": "uses a package that is not there, and would average over the units besides", "code": '''
def squared_error_cost(Y, P):
    from sklearn.metrics import mean_squared_error
    return mean_squared_error(Y, P) / 2
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "in place", "note": "overwrites P with the squared differences", "code": '''
def squared_error_cost(Y, P):
    P -= Y
    P **= 2
    return P.sum() / (2 * P.shape[1])
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "float of the Gram matrix", "note": "float() of a matrix stops for two output units", "code": '''
def squared_error_cost(Y, P):
    D = P - Y
    return float(D @ D.T) / (2 * Y.shape[1])
'''},

    # ------------------------------------------------------------------ bce
    {"exercise": "bce", "right": True, "name": "formula", "note": "", "code": '''
def bce(y, p):
    return -y * np.log(p) - (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": True, "name": "where outside", "note": "", "code": '''
def bce(y, p):
    p = np.asarray(p, dtype=float)
    return np.where(np.asarray(y) == 1, -np.log(p), -np.log(1 - p))
'''},
    {"exercise": "bce", "right": True, "name": "log of the mixture", "note": "", "code": '''
def bce(y, p):
    prob_of_label = y * p + (1 - y) * (1 - p)
    return -np.log(prob_of_label)
'''},
    {"exercise": "bce", "right": True, "name": "math.log loop", "note": "", "code": '''
import math

def bce(y, p):
    labels, probs = np.broadcast_arrays(y, p)
    out = np.empty(labels.shape)
    for k in np.ndindex(labels.shape):
        if labels[k] == 1:
            out[k] = -math.log(probs[k])
        else:
            out[k] = -math.log(1 - probs[k])
    return out
'''},
    {"exercise": "bce", "right": True, "name": "log1p", "note": "", "code": '''
def bce(y, p):
    yes = np.multiply(y, np.log(p))
    no = np.multiply(np.subtract(1, y), np.log1p(np.negative(p)))
    return -(yes + no)
'''},
    {"exercise": "bce", "right": True, "name": "mask on flat copies", "note": "", "code": '''
def bce(y, p):
    shape = np.broadcast(y, p).shape
    t = np.array(np.broadcast_to(y, shape), dtype=float).ravel()
    q = np.array(np.broadcast_to(p, shape), dtype=float).ravel()
    zero = t == 0
    q[zero] = 1 - q[zero]
    return (-np.log(q)).reshape(shape)
'''},
    {"exercise": "bce", "right": False, "name": "no minus", "note": "the minus in front is forgotten: negative losses", "code": '''
def bce(y, p):
    return y * np.log(p) + (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "plus in the second term", "note": "wrong sign of the second term: negative loss for label 0", "code": '''
def bce(y, p):
    return -y * np.log(p) + (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "log10", "note": "decimal logarithm instead of the natural one", "code": '''
def bce(y, p):
    return -(y * np.log10(p) + (1 - y) * np.log10(1 - p))
'''},
    {"exercise": "bce", "right": False, "name": "log2", "note": "bits instead of nats", "code": '''
def bce(y, p):
    term1 = -y * np.log2(p)
    term0 = -(1 - y) * np.log2(1 - p)
    return term1 + term0
'''},
    {"exercise": "bce", "right": False, "name": "first term only", "note": "the second term is missing: label 0 costs nothing", "code": '''
def bce(y, p):
    return -y * np.log(p)
'''},
    {"exercise": "bce", "right": False, "name": "labels exchanged", "note": "charges label 1 with log(1 - p) and label 0 with log p", "code": '''
def bce(y, p):
    return -np.log(np.abs(y - p))
'''},
    {"exercise": "bce", "right": False, "name": "parameters exchanged", "note": "the parameters stand in the wrong order, so it takes the logarithm of the labels", "code": '''
def bce(p, y):
    return -y * np.log(p) - (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "averaged", "note": "returns the mean loss", "code": '''
def bce(y, p):
    loss = -(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss.mean()
'''},
    {"exercise": "bce", "right": False, "name": "epsilon inside", "note": "adds 1e-8 inside the logarithms: wrong for small probabilities", "code": '''
def bce(y, p):
    eps = 1e-8
    return -y * np.log(p + eps) - (1 - y) * np.log(1 - p + eps)
'''},
    {"exercise": "bce", "right": False, "name": "clipped", "note": "clips the probabilities at 1e-7: wrong at the extremes", "code": '''
def bce(y, p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -y * np.log(p) - (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "math.log of an array", "note": "math.log takes numbers only: stops for arrays", "code": '''
from math import log

def bce(y, p):
    return -y * log(p) - (1 - y) * log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "np.ln", "note": "NumPy has no function ln: AttributeError", "code": '''
def bce(y, p):
    return -y * np.ln(p) - (1 - y) * np.ln(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "one minus log", "note": "1 - log p in place of log(1 - p)", "code": '''
def bce(y, p):
    return -y * np.log(p) - (1 - y) * (1 - np.log(p))
'''},
    {"exercise": "bce", "right": False, "name": "parentheses missing", "note": "1 - y without parentheses", "code": '''
def bce(y, p):
    return -y * np.log(p) - 1 - y * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "product of the terms", "note": "multiplies the two terms, so the loss is always 0", "code": '''
def bce(y, p):
    a = -y * np.log(p)
    b = -(1 - y) * np.log(1 - p)
    return a * b
'''},
    {"exercise": "bce", "right": False, "name": "rounded", "note": "rounds to three decimals as in the example", "code": '''
def bce(y, p):
    return np.round(-y * np.log(p) - (1 - y) * np.log(1 - p), 3)
'''},
    {"exercise": "bce", "right": False, "name": "mask in place", "note": "overwrites the given probabilities, and stops when y or p is a number", "code": '''
def bce(y, p):
    p[y == 0] = 1 - p[y == 0]
    return -np.log(p)
'''},
    {"exercise": "bce", "right": False, "name": "dot products", "note": "np.dot sums one-dimensional arrays and stops for rows of several examples", "code": '''
def bce(y, p):
    return -np.dot(y, np.log(p)) - np.dot(1 - y, np.log(1 - p))
'''},
    {"exercise": "bce", "right": False, "name": "looks at p, not at y", "note": "chooses the term by p > 0.5 instead of by the label", "code": '''
def bce(y, p):
    p = np.asarray(p)
    return np.where(p > 0.5, -np.log(p), -np.log(1 - p))
'''},

    # ------------------------------------------------------------------ bce_grad
    {"exercise": "bce_grad", "right": True, "name": "one fraction", "note": "", "code": '''
def bce_grad(y, p):
    return (p - y) / (p * (1 - p))
'''},
    {"exercise": "bce_grad", "right": True, "name": "two fractions", "note": "", "code": '''
def bce_grad(y, p):
    first = np.divide(y, p)
    second = np.divide(np.subtract(1, y), np.subtract(1, p))
    return second - first
'''},
    {"exercise": "bce_grad", "right": True, "name": "where", "note": "", "code": '''
def bce_grad(y, p):
    p = np.asarray(p, dtype=float)
    return np.where(np.asarray(y) > 0, -1 / p, 1 / (1 - p))
'''},
    {"exercise": "bce_grad", "right": True, "name": "single reciprocal", "note": "", "code": '''
def bce_grad(y, p):
    # label 1: 1/(-p), label 0: 1/(1-p)
    return 1.0 / ((1 - y) - p)
'''},
    {"exercise": "bce_grad", "right": True, "name": "exp of the loss", "note": "", "code": '''
def bce_grad(y, p):
    size = np.exp(bce(y, p))
    sign = 1.0 - 2.0 * y
    return sign * size
'''},
    {"exercise": "bce_grad", "right": True, "name": "np.broadcast loop", "note": "", "code": '''
def bce_grad(y, p):
    b = np.broadcast(y, p)
    values = []
    for t, q in b:
        values.append(squared_error_grad(t, q) / q / (1 - q))
    return np.reshape(values, b.shape)
'''},
    {"exercise": "bce_grad", "right": False, "name": "sign of the numerator", "note": "y - p on top: wrong sign", "code": '''
def bce_grad(y, p):
    return (y - p) / (p * (1 - p))
'''},
    {"exercise": "bce_grad", "right": False, "name": "denominator without parentheses", "note": "divides by p but multiplies with 1 - p", "code": '''
def bce_grad(y, p):
    return (p - y) / p * (1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "inner derivative forgotten", "note": "the inner derivative -1 of log(1 - p) is forgotten: wrong sign for label 0", "code": '''
def bce_grad(y, p):
    return -y / p - (1 - y) / (1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "only p - y", "note": "gives the slope with respect to the score", "code": '''
def bce_grad(y, p):
    return p - y
'''},
    {"exercise": "bce_grad", "right": False, "name": "multiplied", "note": "multiplies with p(1 - p) instead of dividing", "code": '''
def bce_grad(y, p):
    dL = squared_error_grad(y, p)
    return dL * p * (1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "label in the denominator", "note": "uses y for p below the line: division by zero (an exception for plain numbers)", "code": '''
def bce_grad(y, p):
    return (p - y) / (y * (1 - y))
'''},
    {"exercise": "bce_grad", "right": False, "name": "epsilon below the line", "note": "adds 1e-8 to the denominator: wrong near 0 and 1", "code": '''
def bce_grad(y, p):
    return (p - y) / (p * (1 - p) + 1e-8)
'''},
    {"exercise": "bce_grad", "right": False, "name": "times sign forgotten", "note": "p(1 - p) calls p as a function: TypeError", "code": '''
def bce_grad(y, p):
    return (p - y) / (p(1 - p))
'''},
    {"exercise": "bce_grad", "right": False, "name": "summed", "note": "adds the slopes up to one number", "code": '''
def bce_grad(y, p):
    return np.sum(-y / p + (1 - y) / (1 - p))
'''},
    {"exercise": "bce_grad", "right": False, "name": "numerator without parentheses", "note": "only y is divided", "code": '''
def bce_grad(y, p):
    return p - y / (p * (1 - p))
'''},
    {"exercise": "bce_grad", "right": False, "name": "label 1 only", "note": "second fraction missing: slope 0 for label 0", "code": '''
def bce_grad(y, p):
    return -y / p
'''},
    {"exercise": "bce_grad", "right": False, "name": "p minus p squared", "note": "the denominator p - p**2 loses its digits for p close to 1 (only about four are left at 1 - 1e-12)", "code": '''
def bce_grad(y, p):
    return (p - y) / (p - p ** 2)
'''},
    {"exercise": "bce_grad", "right": False, "name": "no parentheses in the second fraction", "note": "1-y/1-p is read as 1 - y - p", "code": '''
def bce_grad(y, p):
    return -y/p + 1-y/1-p
'''},
    {"exercise": "bce_grad", "right": False, "name": "clipped at one percent", "note": "clips the probabilities: wrong near 0 and 1", "code": '''
def bce_grad(y, p):
    q = np.minimum(np.maximum(p, 0.01), 0.99)
    return (q - y) / (q * (1 - q))
'''},
    {"exercise": "bce_grad", "right": False, "name": "alias", "note": "d is the same array as p, so p is changed and the denominator is wrong", "code": '''
def bce_grad(y, p):
    d = p
    d -= y
    return d / (p * (1 - p))
'''},
    {"exercise": "bce_grad", "right": False, "name": "difference quotient", "note": "numerical slope with step 1e-5: inexact, and nan close to 0 and 1", "code": '''
def bce_grad(y, p):
    h = 1e-5
    return (bce(y, p + h) - bce(y, p - h)) / (2 * h)
'''},
    {"exercise": "bce_grad", "right": False, "name": "if y", "note": "the truth value of an array of several labels stops", "code": '''
def bce_grad(y, p):
    if y:
        return -1 / p
    return 1 / (1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "two-dimensional loop", "note": "works for two-dimensional arrays only; stops for numbers and one-dimensional arrays", "code": '''
def bce_grad(y, p):
    grad = np.zeros(p.shape)
    for i in range(p.shape[0]):
        for j in range(p.shape[1]):
            grad[i, j] = (p[i, j] - y[i, j]) / (p[i, j] * (1 - p[i, j]))
    return grad
'''},
    {"exercise": "bce_grad", "right": False, "name": "matrix product below", "note": "p @ (1 - p) stops for numbers and for rows of several examples", "code": '''
def bce_grad(y, p):
    denominator = p @ (1 - p)
    return (p - y) / denominator
'''},

    # ------------------------------------------------------------------ bce_cost
    {"exercise": "bce_cost", "right": True, "name": "sum over m", "note": "", "code": '''
def bce_cost(Y, P):
    return np.sum(bce(Y, P)) / Y.shape[1]
'''},
    {"exercise": "bce_cost", "right": True, "name": "mean of the column sums", "note": "", "code": '''
def bce_cost(Y, P):
    L = -(Y * np.log(P) + (1 - Y) * np.log(1 - P))
    return float(np.mean(np.sum(L, axis=0)))
'''},
    {"exercise": "bce_cost", "right": True, "name": "double loop", "note": "", "code": '''
def bce_cost(Y, P):
    units, m = P.shape
    cost = 0.0
    for i in range(m):
        for u in range(units):
            q = P[u, i] if Y[u, i] == 1 else 1 - P[u, i]
            cost -= np.log(q)
    return cost / m
'''},
    {"exercise": "bce_cost", "right": True, "name": "masks", "note": "", "code": '''
def bce_cost(Y, P):
    ones = P[Y == 1]
    zeros = P[Y == 0]
    total = np.log(ones).sum() + np.log(1 - zeros).sum()
    return -total / np.shape(Y)[1]
'''},
    {"exercise": "bce_cost", "right": True, "name": "trace of matrix products", "note": "", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    M = Y @ np.log(P).T + (1 - Y) @ np.log(1 - P).T
    return -np.trace(M) / m
'''},
    {"exercise": "bce_cost", "right": True, "name": "mean per unit, then sum", "note": "", "code": '''
def bce_cost(Y, P):
    cost = 0.0
    for labels, probs in zip(Y, P):
        cost = cost + np.average(bce(labels, probs))
    return cost
'''},
    {"exercise": "bce_cost", "right": False, "name": "mean of everything", "note": "averages over the output units too", "code": '''
def bce_cost(Y, P):
    return bce(Y, P).mean()
'''},
    {"exercise": "bce_cost", "right": False, "name": "shape 0", "note": "divides by the number of output units", "code": '''
def bce_cost(Y, P):
    m = Y.shape[0]
    return np.sum(bce(Y, P)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "sum only", "note": "does not divide by m", "code": '''
def bce_cost(Y, P):
    return float(np.sum(bce(Y, P)))
'''},
    {"exercise": "bce_cost", "right": False, "name": "vector of costs", "note": "returns one cost for each unit, not their sum", "code": '''
def bce_cost(Y, P):
    return np.mean(bce(Y, P), axis=1)
'''},
    {"exercise": "bce_cost", "right": False, "name": "sign forgotten", "note": "negative cost", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return (1 / m) * np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P))
'''},
    {"exercise": "bce_cost", "right": False, "name": "half from the other cost", "note": "divides by 2m as in the squared-error cost", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return np.sum(bce(Y, P)) / (2 * m)
'''},
    {"exercise": "bce_cost", "right": False, "name": "arguments exchanged", "note": "calls bce with probabilities and labels exchanged: infinite or nan", "code": '''
def bce_cost(Y, P):
    losses = bce(P, Y)
    return losses.sum() / losses.shape[1]
'''},
    {"exercise": "bce_cost", "right": False, "name": "dot without transpose", "note": "the shapes do not fit for np.dot: stops for several examples", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return -(np.dot(Y, np.log(P)) + np.dot(1 - Y, np.log(1 - P))) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "matrix comes back", "note": "returns a matrix of n_out by n_out, not a number", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return -(Y @ np.log(P).T + (1 - Y) @ np.log(1 - P).T) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "clipped", "note": "clips at 1e-6: too small a cost for extreme probabilities", "code": '''
def bce_cost(Y, P):
    eps = 1e-6
    P = np.clip(P, eps, 1 - eps)
    L = -(Y * np.log(P) + (1 - Y) * np.log(1 - P))
    return L.sum(axis=0).mean()
'''},
    {"exercise": "bce_cost", "right": False, "name": "label 1 only", "note": "categorical formula: the zeros are not charged", "code": '''
def bce_cost(Y, P):
    return -np.sum(Y * np.log(P)) / Y.shape[1]
'''},
    {"exercise": "bce_cost", "right": False, "name": "mean not called", "note": "parentheses after mean missing: returns the method", "code": '''
def bce_cost(Y, P):
    return bce(Y, P).sum(axis=0).mean
'''},
    {"exercise": "bce_cost", "right": False, "name": "log of the product", "note": "the product of all probabilities underflows to 0 for many or very unlikely examples: infinite cost", "code": '''
def bce_cost(Y, P):
    likelihood = np.prod(np.where(Y == 1, P, 1 - P))
    return -np.log(likelihood) / Y.shape[1]
'''},
    {"exercise": "bce_cost", "right": False, "name": "text", "note": "returns a formatted text, not a number", "code": '''
def bce_cost(Y, P):
    J = np.sum(bce(Y, P)) / Y.shape[1]
    return f"{J:.4f}"
'''},
    {"exercise": "bce_cost", "right": False, "name": "m is the whole shape", "note": "divides a number by a tuple: TypeError", "code": '''
def bce_cost(Y, P):
    m = Y.shape
    return bce(Y, P).sum() / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "global total", "note": "the total is kept between the calls: only the first call is right", "code": '''
total = 0.0

def bce_cost(Y, P):
    global total
    for i in range(Y.shape[1]):
        total += np.sum(bce(Y[:, i], P[:, i]))
    return total / Y.shape[1]
'''},
    {"exercise": "bce_cost", "right": False, "name": "transposed labels", "note": "labels transposed: every label meets every probability with one unit, and stops with two", "code": '''
def bce_cost(Y, P):
    return np.sum(bce(Y.T, P)) / Y.shape[1]
'''},
    {"exercise": "bce_cost", "right": False, "name": "not initialized", "note": "J has no value before the loop: UnboundLocalError", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    for i in range(m):
        J += bce(Y[:, i], P[:, i]).sum()
    return J / m
'''},

    # ------------------------------------------------------------------ bce_from_logits
    {"exercise": "bce_from_logits", "right": True, "name": "formula", "note": "", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "logaddexp with sign", "note": "", "code": '''
def bce_from_logits(y, z):
    sign = 1.0 - 2.0 * np.asarray(y)
    return np.logaddexp(0.0, sign * z)
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "softplus helper", "note": "", "code": '''
def softplus(t):
    t = np.asarray(t, dtype=float)
    return np.where(t > 0, t, 0.0) + np.log1p(np.exp(-np.abs(t)))

def bce_from_logits(y, z):
    return np.where(np.asarray(y) == 1, softplus(-1.0 * z), softplus(z))
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "math loop", "note": "", "code": '''
import math

def bce_from_logits(y, z):
    Yb, Zb = np.broadcast_arrays(y, z)
    flat = []
    for label, score in zip(Yb.flat, Zb.flat):
        score = float(score)
        tail = math.log1p(math.exp(-abs(score)))
        flat.append(max(score, 0.0) - score * float(label) + tail)
    return np.array(flat).reshape(Zb.shape)
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "half of abs plus z", "note": "", "code": '''
def bce_from_logits(y, z):
    size = np.absolute(z)
    positive_part = (size + z) / 2
    return positive_part - np.multiply(z, y) + np.log1p(np.exp(-size))
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "margin", "note": "", "code": '''
def bce_from_logits(y, z):
    margin = np.where(np.equal(y, 1), z, -np.asarray(z))
    small = np.log1p(np.exp(np.minimum(margin, -margin)))
    return np.clip(-margin, 0, None) + small
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "through the sigmoid", "note": "computes p first: infinite or nan for large scores", "code": '''
def bce_from_logits(y, z):
    p = 1 / (1 + np.exp(-z))
    return bce(y, p)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "log for log1p", "note": "plain log(1 + t) loses the digits of tiny losses", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log(1 + np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "np.max", "note": "np.max takes 0 for the axis: stops for numbers, wrong for arrays", "code": '''
def bce_from_logits(y, z):
    return np.max(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "built-in max", "note": "max stops for arrays of several scores", "code": '''
def bce_from_logits(y, z):
    return max(z, 0) - z * y + np.log1p(np.exp(-abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "no absolute value", "note": "exp(-z) without the absolute value: wrong for negative scores, infinite for large ones", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-z))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "plus z y", "note": "wrong sign of the term z y", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) + z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "exponent positive", "note": "the minus in the exponent is forgotten: wrong, and overflows", "code": '''
def bce_from_logits(y, z):
    a = np.maximum(z, 0)
    b = z * y
    c = np.log1p(np.exp(np.abs(z)))
    return a - b + c
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "maximum of the label", "note": "takes the maximum of y and 0, the wrong variable", "code": '''
def bce_from_logits(y, z):
    return np.maximum(y, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "minimum", "note": "minimum in place of maximum", "code": '''
def bce_from_logits(y, z):
    return np.minimum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "clipped probability", "note": "clips p at 1e-12: finite, but never above 27.6", "code": '''
def bce_from_logits(y, z):
    p = 1 / (1 + np.exp(-z))
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return -y * np.log(p) - (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "one added twice", "note": "log1p(1 + t) adds the 1 twice", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log1p(1 + np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "softplus minus z y", "note": "softplus(z) - z for label 1 is a difference of two large numbers: tiny losses lose their digits or become 0", "code": '''
def bce_from_logits(y, z):
    return np.logaddexp(0, z) - z * y
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "clipped score", "note": "clips the score to 30, so the loss never gets above 30", "code": '''
def bce_from_logits(y, z):
    z = np.clip(z, -30, 30)
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "last term missing", "note": "half-finished: the logarithm is not there", "code": '''
def bce_from_logits(y, z):
    loss = np.maximum(z, 0) - z * y
    return loss
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "nan_to_num", "note": "hides nan and infinity: huge numbers or zero for large scores", "code": '''
def bce_from_logits(y, z):
    p = 1 / (1 + np.exp(-z))
    return np.nan_to_num(-y * np.log(p) - (1 - y) * np.log(1 - p))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "negative scores set to zero", "note": "overwrites the negative scores in the given array, and stops when z is a number", "code": '''
def bce_from_logits(y, z):
    tail = np.log1p(np.exp(-np.abs(z)))
    relu = z
    relu[z < 0] = 0
    return relu - z * y + tail
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "typo logp1", "note": "np.logp1 does not exist: AttributeError", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.logp1(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "formula for labels -1 and 1", "note": "formula from memory for labels -1 and 1: log 2 for every label 0", "code": '''
def bce_from_logits(y, z):
    return np.logaddexp(0, -y * z)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "800 built in", "note": "returns 800 for every very large score", "code": '''
def bce_from_logits(y, z):
    p = 1 / (1 + np.exp(-z))
    return np.where(np.abs(z) > 700, 800.0, bce(y, p))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "maximum with one argument", "note": "the 0 is missing in np.maximum: TypeError", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},

    # ------------------------------------------------------------------ sigmoid_bce_grad
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "formula", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Z.shape[1]
    return (1 / (1 + np.exp(-Z)) - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "tanh", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    A = 0.5 * (1.0 + np.tanh(0.5 * Z))
    return np.divide(np.subtract(A, Y), np.shape(Y)[1])
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "double loop", "note": "", "code": '''
import math

def sigmoid_bce_grad(Y, Z):
    n_out, m = Y.shape
    dZ = np.zeros((n_out, m))
    for row in range(n_out):
        for col in range(m):
            s = 1.0 / (1.0 + math.exp(-Z[row, col]))
            dZ[row, col] = (s - Y[row, col]) / m
    return dZ
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "chain rule in full", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    dP = bce_grad(Y, P) / Y.shape[1]
    return dP * P * (1 - P)
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "exp over one plus exp", "note": "", "code": '''
def sigmoid(t):
    e = np.exp(t)
    return e / (e + 1)

def sigmoid_bce_grad(Y, Z):
    return squared_error_grad(Y, sigmoid(Z)) * (1.0 / len(Z[0]))
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "columns stacked", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    columns = []
    for y, z in zip(Y.T, Z.T):
        columns.append(np.exp(-np.logaddexp(0, -z)) - y)
    return np.stack(columns, axis=1) / len(columns)
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "no 1/m", "note": "the factor 1/m is forgotten", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return P - Y
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "divided by all entries", "note": "divides by the number of entries, units included", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return (P - Y) / Y.size
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "divided by rows", "note": "divides by the number of rows", "code": '''
def sigmoid_bce_grad(Y, Z):
    m, n = Y.shape
    P = 1 / (1 + np.exp(-Z))
    return 1 / m * (P - Y)
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "sign", "note": "Y minus sigmoid: points downhill", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    return (Y - 1 / (1 + np.exp(-Z))) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "np.sigmoid", "note": "np.sigmoid does not exist: AttributeError", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    return (np.sigmoid(Z) - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "minus in the exponent missing", "note": "sigmoid of -Z", "code": '''
def sigmoid_bce_grad(Y, Z):
    A = 1 / (1 + np.exp(Z))
    return (A - Y) / Z.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "score for probability", "note": "the sigmoid is forgotten", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    return (Z - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "slope of the sigmoid too much", "note": "multiplies with p(1 - p), which has cancelled already", "code": '''
def sigmoid_bce_grad(Y, Z):
    p = 1 / (1 + np.exp(-Z))
    return (p - Y) * p * (1 - p) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "changes Z", "note": "turns the sign of the given scores in place", "code": '''
def sigmoid_bce_grad(Y, Z):
    Z *= -1
    P = 1 / (1 + np.exp(Z))
    return (P - Y) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "gradient of the bias", "note": "sums over the examples", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    dZ = 1 / (1 + np.exp(-Z)) - Y
    return np.sum(dZ, axis=1, keepdims=True) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "only Y over m", "note": "parentheses forgotten: only Y is divided by m", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-Z))
    return P - Y / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "transposed", "note": "returns shape (m, n_out)", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    grad = (P - Y) / Y.shape[1]
    return grad.T
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "math.exp", "note": "math.exp of an array: TypeError", "code": '''
import math

def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + math.exp(-Z))
    return (P - Y) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "buffer reused", "note": "calls with the same shape share one result array, so a later call overwrites an earlier result", "code": '''
buffers = {}

def sigmoid_bce_grad(Y, Z):
    if Z.shape not in buffers:
        buffers[Z.shape] = np.empty(Z.shape)
    out = buffers[Z.shape]
    out[:] = (1 / (1 + np.exp(-Z)) - Y) / Z.shape[1]
    return out
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "zeros_like the labels", "note": "with integer labels the result is cut to integers", "code": '''
def sigmoid_bce_grad(Y, Z):
    grad = np.zeros_like(Y)
    m = Y.shape[1]
    for i in range(m):
        grad[:, i] = (1 / (1 + np.exp(-Z[:, i])) - Y[:, i]) / m
    return grad
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "decision", "note": "uses the decision 0 or 1 instead of the probability", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    pred = (P > 0.5).astype(float)
    return (pred - Y) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "chain not finished", "note": "stops at the slope with respect to P", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return bce_grad(Y, P) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "np.exp as a number", "note": "np.exp ** (-Z): TypeError", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp ** (-Z))
    return (P - Y) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "sigmoid without parentheses", "note": "1/1 + exp(-Z)", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / 1 + np.exp(-Z)
    return (P - Y) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "scipy", "note": "uses a package that is not there", "code": '''
def sigmoid_bce_grad(Y, Z):
    from scipy.special import expit
    return (expit(Z) - Y) / Y.shape[0]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "1/m twice", "note": "divides by m twice", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    dZ = (1 / (1 + np.exp(-Z)) - Y) / m
    return dZ / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "m of the first call", "note": "keeps the m of the first call for all later calls", "code": '''
batch_size = None

def sigmoid_bce_grad(Y, Z):
    global batch_size
    if batch_size is None:
        batch_size = Y.shape[1]
    return (1 / (1 + np.exp(-Z)) - Y) / batch_size
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "clipped sigmoid", "note": "clips the probability at 1e-5: wrong for scores of about 15", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = np.clip(1 / (1 + np.exp(-Z)), 1e-5, 1 - 1e-5)
    return (P - Y) / Y.shape[1]
'''},
]
