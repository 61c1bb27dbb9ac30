"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ------------------------------------------------------------------ squared_error
    {"exercise": "squared_error", "right": True, "name": "one line", "note": "", "code": '''
def squared_error(y, p):
    return 0.5 * (p - y) ** 2
'''},
    {"exercise": "squared_error", "right": True, "name": "np.square and subtract", "note": "", "code": '''
def squared_error(y, p):
    residual = np.subtract(y, p)
    return np.square(residual) / 2
'''},
    {"exercise": "squared_error", "right": True, "name": "np.where on the label", "note": "", "code": '''
def squared_error(y, p):
    y = np.asarray(y)
    p = np.asarray(p, dtype=float)
    distance = np.where(y == 1, 1 - p, p)
    return 0.5 * distance * distance
'''},
    {"exercise": "squared_error", "right": True, "name": "flat loop after broadcasting", "note": "", "code": '''
def squared_error(y, p):
    labels, probs = np.broadcast_arrays(y, p)
    losses = []
    for label, prob in zip(labels.ravel(), probs.ravel()):
        losses.append((prob - label) ** 2 / 2)
    return np.array(losses, dtype=float).reshape(labels.shape)
'''},
    {"exercise": "squared_error", "right": True, "name": "recursion over the first axis", "note": "", "code": '''
def squared_error(y, p):
    if np.ndim(y) == 0 and np.ndim(p) == 0:
        d = float(p) - float(y)
        return d * d * 0.5
    ys, ps = np.broadcast_arrays(y, p)
    return np.array([squared_error(a, b) for a, b in zip(ys, ps)])
'''},
    {"exercise": "squared_error", "right": True, "name": "np.vectorize with otypes", "note": "", "code": '''
def squared_error(y, p):
    def single(label, prob):
        error = abs(label - prob)
        return error ** 2 / 2.0
    f = np.vectorize(single, otypes=[float])
    return f(y, p)
'''},
    {"exercise": "squared_error", "right": False, "name": "no one half", "note": "forgets the factor one half", "code": '''
def squared_error(y, p):
    return (p - y) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "mean of the losses", "note": "averages although nothing is to be averaged", "code": '''
def squared_error(y, p):
    return np.mean(0.5 * (p - y) ** 2)
'''},
    {"exercise": "squared_error", "right": False, "name": "sum of the losses", "note": "adds all entries up into one number", "code": '''
def squared_error(y, p):
    diff = p - y
    return 0.5 * np.sum(diff * diff)
'''},
    {"exercise": "squared_error", "right": False, "name": "times two for squared", "note": "one star too few: multiplies by 2 instead of squaring", "code": '''
def squared_error(y, p):
    return 1 / 2 * (p - y) * 2
'''},
    {"exercise": "squared_error", "right": False, "name": "absolute error", "note": "takes the absolute value and forgets to square", "code": '''
def squared_error(y, p):
    return 0.5 * np.abs(p - y)
'''},
    {"exercise": "squared_error", "right": False, "name": "difference of squares", "note": "squares each before the subtraction", "code": '''
def squared_error(y, p):
    return 0.5 * (p ** 2 - y ** 2)
'''},
    {"exercise": "squared_error", "right": False, "name": "half inside the square", "note": "the one half is squared too, so the factor is one quarter", "code": '''
def squared_error(y, p):
    return (0.5 * (p - y)) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "caret as power", "note": "^ is not the power in Python; stops with TypeError on floats", "code": '''
def squared_error(y, p):
    return 0.5 * (p - y)^2
'''},
    {"exercise": "squared_error", "right": False, "name": "loop over len(y)", "note": "stops for a number, which has no len", "code": '''
def squared_error(y, p):
    out = np.zeros(len(y))
    for i in range(len(y)):
        out[i] = 0.5 * (p[i] - y[i]) ** 2
    return out
'''},
    {"exercise": "squared_error", "right": False, "name": "name from the lecture", "note": "uses y_hat, which is not defined: NameError", "code": '''
def squared_error(y, p):
    return 0.5 * (y_hat - y) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "dot product", "note": "np.dot sums in one dimension and stops with a shape error for a row of several examples", "code": '''
def squared_error(y, p):
    e = p - y
    return np.dot(e, e) / 2
'''},
    {"exercise": "squared_error", "right": False, "name": "in-place subtraction", "note": "the values are right but the array p is changed", "code": '''
def squared_error(y, p):
    p -= y
    return 0.5 * p ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "prints the result", "note": "prints instead of returning, gives None", "code": '''
def squared_error(y, p):
    loss = 0.5 * (p - y) ** 2
    print(loss)
'''},
    {"exercise": "squared_error", "right": False, "name": "rounded", "note": "rounds to three decimals", "code": '''
def squared_error(y, p):
    return np.round(0.5 * (p - y) ** 2, 3)
'''},
    {"exercise": "squared_error", "right": False, "name": "floor division", "note": "// instead of / gives zero everywhere", "code": '''
def squared_error(y, p):
    return (p - y) ** 2 // 2
'''},
    {"exercise": "squared_error", "right": False, "name": "label 1 only", "note": "fills in y = 1 from the by-hand exercise", "code": '''
def squared_error(y, p):
    # y = 1 -> (p-1)^2 / 2
    return (p - 1) ** 2 / 2 + 0 * y
'''},
    {"exercise": "squared_error", "right": False, "name": "flat list", "note": "gives a flat list, so the shape of a batch is lost", "code": '''
def squared_error(y, p):
    result = []
    for a, b in np.broadcast(y, p):
        result.append(0.5 * (b - a) ** 2)
    return result
'''},
    # ------------------------------------------------------------------ squared_error_grad
    {"exercise": "squared_error_grad", "right": True, "name": "p minus y", "note": "", "code": '''
def squared_error_grad(y, p):
    return p - y
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "np.subtract", "note": "", "code": '''
def squared_error_grad(y, p):
    labels = np.array(y, dtype=float)
    probs = np.array(p, dtype=float)
    return np.subtract(probs, labels)
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "chain rule in steps", "note": "", "code": '''
def squared_error_grad(y, p):
    inner = y - p          # residual
    outer_slope = inner    # d/du of u^2/2
    inner_slope = -1.0     # d(y-p)/dp
    return outer_slope * inner_slope
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "both labels weighted", "note": "", "code": '''
def squared_error_grad(y, p):
    if_one = p - 1
    if_zero = p
    return y * if_one + (1 - y) * if_zero
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "np.where with an early return", "note": "", "code": '''
def squared_error_grad(y, p):
    if np.isscalar(y) and np.isscalar(p):
        return float(p - y)
    return np.where(np.asarray(y) == 1, np.asarray(p) - 1.0, np.asarray(p) * 1.0)
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "loop with ndindex", "note": "", "code": '''
def squared_error_grad(y, p):
    shape = np.broadcast_shapes(np.shape(y), np.shape(p))
    yy = np.broadcast_to(y, shape)
    pp = np.broadcast_to(p, shape)
    slope = np.empty(shape)
    for idx in np.ndindex(*shape):
        slope[idx] = pp[idx] - yy[idx]
    return slope
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "y minus p", "note": "the sign is turned around", "code": '''
def squared_error_grad(y, p):
    return y - p
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "factor two", "note": "derives without the one half of the loss", "code": '''
def squared_error_grad(y, p):
    return 2 * (p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "half kept", "note": "drops the square but keeps the one half", "code": '''
def squared_error_grad(y, p):
    return 0.5 * (p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "the loss again", "note": "returns the loss, not its slope", "code": '''
def squared_error_grad(y, p):
    return squared_error(y, p)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "slope of the sigmoid included", "note": "multiplies with p(1-p), which is the slope with respect to z", "code": '''
def squared_error_grad(y, p):
    return (p - y) * p * (1 - p)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "root of the loss", "note": "goes back from the loss by a square root and loses the sign", "code": '''
def squared_error_grad(y, p):
    L = squared_error(y, p)
    return np.sqrt(2 * L)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "divided by len", "note": "divides by the number of entries; a number has no len and stops", "code": '''
def squared_error_grad(y, p):
    m = len(y)
    return (p - y) / m
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "if on an array", "note": "an if with an array stops with ValueError", "code": '''
def squared_error_grad(y, p):
    if y == 1:
        return p - 1
    else:
        return p - 0
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "if np.all", "note": "arrays with mixed labels are treated as if all were 0", "code": '''
def squared_error_grad(y, p):
    if np.all(y == 1):
        return p - 1.0
    return p * 1.0
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "in place", "note": "changes the array p and gives it back", "code": '''
def squared_error_grad(y, p):
    p -= y
    return p
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "forward difference", "note": "numerical slope with a step of 0.001, off by half a step", "code": '''
def squared_error_grad(y, p):
    h = 0.001
    return (squared_error(y, p + h) - squared_error(y, p)) / h
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "np.gradient", "note": "np.gradient is a slope between neighbours, and it stops for numbers", "code": '''
def squared_error_grad(y, p):
    return np.gradient(0.5 * (p - y) ** 2, p)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "sign only", "note": "returns only the direction of the slope", "code": '''
def squared_error_grad(y, p):
    return np.sign(p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "python round", "note": "rounds to two decimals, and round stops for an array", "code": '''
def squared_error_grad(y, p):
    return round(p - y, 2)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "zip into a list", "note": "stops for numbers and gives a list for arrays", "code": '''
def squared_error_grad(y, p):
    return [pi - yi for yi, pi in zip(y, p)]
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "mean slope", "note": "averages over all entries", "code": '''
def squared_error_grad(y, p):
    g = np.asarray(p) - np.asarray(y)
    return g.mean()
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "integer probabilities", "note": "casts the probabilities to int, so that they become 0", "code": '''
def squared_error_grad(y, p):
    y = np.array(y, dtype=int)
    p = np.array(p, dtype=int)
    return p - y
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "negative slopes cut off", "note": "thinks that a slope of a loss cannot be negative", "code": '''
def squared_error_grad(y, p):
    return np.maximum(p - y, 0)
'''},
    # ------------------------------------------------------------------ squared_error_cost
    {"exercise": "squared_error_cost", "right": True, "name": "sum of the earlier loss", "note": "", "code": '''
def squared_error_cost(Y, P):
    n_out, m = Y.shape
    return np.sum(squared_error(Y, P)) / m
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "Frobenius norm", "note": "", "code": '''
def squared_error_cost(Y, P):
    m = P.shape[1]
    return np.linalg.norm(P - Y) ** 2 / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "double loop", "note": "", "code": '''
def squared_error_cost(Y, P):
    rows = len(Y)
    cols = len(Y[0])
    total = 0.0
    for i in range(cols):
        for k in range(rows):
            total += (P[k, i] - Y[k, i]) ** 2
    return total / 2 / cols
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "mean of column sums", "note": "", "code": '''
def squared_error_cost(Y, P):
    per_example = (0.5 * (P - Y) ** 2).sum(axis=0)
    return per_example.mean()
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "einsum", "note": "", "code": '''
def squared_error_cost(Y, P):
    E = np.asarray(P, dtype=float) - Y
    return float(np.einsum("ki,ki->", E, E) / (2.0 * E.shape[-1]))
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "columns one after the other", "note": "", "code": '''
def squared_error_cost(Y, P):
    def column_loss(y, p):
        d = p - y
        return 0.5 * float(d @ d)
    losses = [column_loss(y, p) for y, p in zip(Y.T, P.T)]
    return sum(losses) / len(losses)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "np.mean over everything", "note": "averages over the output units too", "code": '''
def squared_error_cost(Y, P):
    return np.mean(0.5 * (P - Y) ** 2)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "rows for m", "note": "takes the number of rows as m", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[0]
    return np.sum((P - Y) ** 2) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "no half", "note": "forgets the 2 in 1/(2m)", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return 1 / m * np.sum((P - Y) ** 2)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "half twice", "note": "the loss has the half already, and it is divided by 2m once more", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sum(squared_error(Y, P)) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "1/2*m", "note": "missing parentheses: multiplies by m", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return 1 / 2 * m * np.sum((P - Y) ** 2)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "square of the sum", "note": "adds the differences first and squares the sum", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sum(P - Y) ** 2 / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "one cost per unit", "note": "sums along axis 1 only and gives an array", "code": '''
def squared_error_cost(Y, P):
    return np.sum((P - Y) ** 2, axis=1) / (2 * Y.shape[1])
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "product without transpose", "note": "(1,m) times (1,m) does not fit: ValueError as soon as the batch is not square", "code": '''
def squared_error_cost(Y, P):
    E = P - Y
    m = E.shape[1]
    return (E @ E) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "Gram matrix", "note": "transposes the wrong factor and returns an (m, m) matrix", "code": '''
def squared_error_cost(Y, P):
    E = P - Y
    return E.T @ E / (2 * E.shape[1])
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "shape called", "note": "shape is no function: TypeError", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape(1)
    return np.sum((P - Y) ** 2) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "counts from one", "note": "follows the sum from 1 to m literally: skips column 0 and stops with IndexError at m", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    J = 0
    for i in range(1, m + 1):
        J += np.sum((P[:, i] - Y[:, i]) ** 2)
    return J / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "last column forgotten", "note": "the loop ends one column early", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    J = 0.0
    for i in range(m - 1):
        J += np.sum(squared_error(Y[:, i], P[:, i]))
    return J / m
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "first row only", "note": "ignores further output units", "code": '''
def squared_error_cost(Y, P):
    y = Y[0]
    p = P[0]
    return np.sum((p - y) ** 2) / (2 * len(y))
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "return inside the loop", "note": "the return is indented too far, only the first column counts", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    total = 0
    for i in range(m):
        total = total + 0.5 * np.sum((P[:, i] - Y[:, i]) ** 2)
        return total / m
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "squeeze and len", "note": "stops for a single example of one unit and divides by the units when there are two", "code": '''
def squared_error_cost(Y, P):
    y = np.squeeze(Y)
    p = np.squeeze(P)
    return np.sum((p - y) ** 2) / (2 * len(y))
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "variance", "note": "half the variance of the errors; the mean error is subtracted", "code": '''
def squared_error_cost(Y, P):
    return 0.5 * np.sum(np.var(P - Y, axis=1))
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "global total", "note": "keeps its sum between calls", "code": '''
total = 0.0

def squared_error_cost(Y, P):
    global total
    for i in range(Y.shape[1]):
        total += np.sum(squared_error(Y[:, i], P[:, i]))
    return total / Y.shape[1]
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "float of an array", "note": "float() of an array with two entries stops for several output units", "code": '''
def squared_error_cost(Y, P):
    J = np.mean((P - Y) ** 2, axis=1) / 2
    if J.size == 1:
        J = J[0]
    return float(J)
'''},
    # ------------------------------------------------------------------ bce
    {"exercise": "bce", "right": True, "name": "the formula", "note": "", "code": '''
def bce(y, p):
    return -y * np.log(p) - (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": True, "name": "where with log1p", "note": "", "code": '''
def bce(y, p):
    p = np.asarray(p, dtype=float)
    cost_of_one = -np.log(p)
    cost_of_zero = -np.log1p(-p)
    return np.where(np.asarray(y) == 1, cost_of_one, cost_of_zero)
'''},
    {"exercise": "bce", "right": True, "name": "likelihood with powers", "note": "", "code": '''
def bce(y, p):
    likelihood = p ** y * (1 - p) ** (1 - y)
    return -np.log(likelihood)
'''},
    {"exercise": "bce", "right": True, "name": "probability of the true label", "note": "", "code": '''
def bce(y, p):
    def given_to_truth(label, prob):
        return label * prob + (1 - label) * (1 - prob)
    return -1.0 * np.log(given_to_truth(y, p))
'''},
    {"exercise": "bce", "right": True, "name": "loop with math", "note": "", "code": '''
import math

def bce(y, p):
    yb, pb = np.broadcast_arrays(y, p)
    res = np.zeros(yb.shape, dtype=float)
    for k in range(yb.size):
        if yb.flat[k] == 1:
            res.flat[k] = -math.log(pb.flat[k])
        else:
            res.flat[k] = -math.log(1 - pb.flat[k])
    return res if res.ndim > 0 else float(res)
'''},
    {"exercise": "bce", "right": True, "name": "boolean masks", "note": "", "code": '''
def bce(y, p):
    yy, pp = np.broadcast_arrays(np.asarray(y, float), np.asarray(p, float))
    loss = np.empty(yy.shape)
    ones = yy > 0.5
    loss[ones] = np.log(pp[ones])
    loss[~ones] = np.log1p(-pp[~ones])
    return np.negative(loss)
'''},
    {"exercise": "bce", "right": False, "name": "no minus", "note": "forgets the minus, the losses are negative", "code": '''
def bce(y, p):
    return y * np.log(p) + (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "minus on the first term only", "note": "the second term has the wrong sign", "code": '''
def bce(y, p):
    return -y * np.log(p) + (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "mean", "note": "returns the average of the losses", "code": '''
def bce(y, p):
    losses = -(y * np.log(p) + (1 - y) * np.log(1 - p))
    return losses.mean()
'''},
    {"exercise": "bce", "right": False, "name": "bits", "note": "uses the logarithm to base 2", "code": '''
def bce(y, p):
    return -y * np.log2(p) - (1 - y) * np.log2(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "first term only", "note": "general cross-entropy from memory; a label 0 costs nothing", "code": '''
def bce(y, p):
    return -y * np.log(p)
'''},
    {"exercise": "bce", "right": False, "name": "labels and probabilities exchanged", "note": "takes the logarithm of the labels, gives nan and inf", "code": '''
def bce(y, p):
    return -p * np.log(y) - (1 - p) * np.log(1 - y)
'''},
    {"exercise": "bce", "right": False, "name": "logs exchanged", "note": "charges label 1 the logarithm of 1 - p", "code": '''
def bce(y, p):
    return -y * np.log(1 - p) - (1 - y) * np.log(p)
'''},
    {"exercise": "bce", "right": False, "name": "clipped at 1e-7", "note": "clips although told not to; wrong for very small or very large probabilities", "code": '''
def bce(y, p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -y * np.log(p) - (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "epsilon inside the log", "note": "adds 1e-8 inside the logarithms", "code": '''
def bce(y, p):
    eps = 1e-8
    return -(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps))
'''},
    {"exercise": "bce", "right": False, "name": "math.log", "note": "math.log takes no arrays: TypeError", "code": '''
import math

def bce(y, p):
    return -y * math.log(p) - (1 - y) * math.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "np.ln", "note": "there is no np.ln: AttributeError", "code": '''
def bce(y, p):
    return -y * np.ln(p) - (1 - y) * np.ln(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "if y", "note": "works for numbers, stops for arrays with ValueError", "code": '''
def bce(y, p):
    if y == 1:
        return -np.log(p)
    if y == 0:
        return -np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "indexing a number", "note": "p[y == 1] stops for a number", "code": '''
def bce(y, p):
    loss = np.zeros(np.shape(y))
    loss[y == 1] = -np.log(p[y == 1])
    loss[y == 0] = -np.log(1 - p[y == 0])
    return loss
'''},
    {"exercise": "bce", "right": False, "name": "parenthesis closed too early", "note": "log(1) - p in place of log(1 - p)", "code": '''
def bce(y, p):
    return -y * np.log(p) - (1 - y) * (np.log(1) - p)
'''},
    {"exercise": "bce", "right": False, "name": "1 - y without parentheses", "note": "the parentheses around 1 - y are missing", "code": '''
def bce(y, p):
    return -y * np.log(p) - 1 - y * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "two terms as a tuple", "note": "returns both terms and does not add them", "code": '''
def bce(y, p):
    loss1 = -y * np.log(p)
    loss0 = -(1 - y) * np.log(1 - p)
    return loss1, loss0
'''},
    {"exercise": "bce", "right": False, "name": "summed over units", "note": "sums over axis 0, so one loss per example and a lost axis", "code": '''
def bce(y, p):
    return np.sum(-y * np.log(p) - (1 - y) * np.log(1 - p), axis=0)
'''},
    {"exercise": "bce", "right": False, "name": "result array like the labels", "note": "with integer labels the result array is integer and cuts the decimals off", "code": '''
def bce(y, p):
    y, p = np.broadcast_arrays(y, p)
    loss = np.zeros_like(y)
    for i in np.ndindex(y.shape):
        loss[i] = -np.log(p[i]) if y[i] == 1 else -np.log(1 - p[i])
    return loss
'''},
    # ------------------------------------------------------------------ bce_grad
    {"exercise": "bce_grad", "right": True, "name": "one denominator", "note": "", "code": '''
def bce_grad(y, p):
    return (p - y) / (p * (1 - p))
'''},
    {"exercise": "bce_grad", "right": True, "name": "two fractions", "note": "", "code": '''
def bce_grad(y, p):
    left = -y / p
    right = (1 - y) / (1 - p)
    return left + right
'''},
    {"exercise": "bce_grad", "right": True, "name": "where on the label", "note": "", "code": '''
def bce_grad(y, p):
    q = np.asarray(p, dtype=float)
    return np.where(np.equal(y, 1), -1 / q, 1 / (1 - q))
'''},
    {"exercise": "bce_grad", "right": True, "name": "reciprocal trick", "note": "", "code": '''
def bce_grad(y, p):
    # y=1: 1/(0-p), y=0: 1/(1-p)
    other = 1.0 - np.asarray(y)
    return np.reciprocal(other - p)
'''},
    {"exercise": "bce_grad", "right": True, "name": "sign over the chosen probability", "note": "", "code": '''
def bce_grad(y, p):
    sign = 1 - 2 * y
    chosen = np.multiply(y, p) + np.multiply(1 - y, 1 - p)
    return np.divide(sign, chosen)
'''},
    {"exercise": "bce_grad", "right": True, "name": "nested function and generator", "note": "", "code": '''
def bce_grad(y, p):
    def slope(label, prob):
        if label == 0:
            return 1 / (1 - prob)
        return -1 / prob

    if np.ndim(y) == 0 and np.ndim(p) == 0:
        return slope(y, p)
    pairs = np.broadcast(y, p)
    values = np.fromiter((slope(a, b) for a, b in pairs), dtype=float)
    return values.reshape(pairs.shape)
'''},
    {"exercise": "bce_grad", "right": False, "name": "sign turned", "note": "y - p in the numerator", "code": '''
def bce_grad(y, p):
    return (y - p) / (p * (1 - p))
'''},
    {"exercise": "bce_grad", "right": False, "name": "missing parentheses below", "note": "divides by p and multiplies by 1 - p", "code": '''
def bce_grad(y, p):
    return (p - y) / p * (1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "slope with respect to z", "note": "returns p - y, which is the slope with respect to the score", "code": '''
def bce_grad(y, p):
    return p - y
'''},
    {"exercise": "bce_grad", "right": False, "name": "first sign lost", "note": "forgets the minus before y/p", "code": '''
def bce_grad(y, p):
    return y / p + (1 - y) / (1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "inner derivative forgotten", "note": "forgets that 1 - p falls with p, so label 0 has the wrong sign", "code": '''
def bce_grad(y, p):
    return -y / p - (1 - y) / (1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "1 - y below", "note": "y for p in the denominator: division by zero for label 1, which stops for plain numbers", "code": '''
def bce_grad(y, p):
    return (p - y) / (p * (1 - y))
'''},
    {"exercise": "bce_grad", "right": False, "name": "epsilon below", "note": "adds 1e-8 to the denominator, wrong near 0 and 1", "code": '''
def bce_grad(y, p):
    return (p - y) / (p * (1 - p) + 1e-8)
'''},
    {"exercise": "bce_grad", "right": False, "name": "clipped gradient", "note": "limits the slope to 100, wrong near 0 and 1", "code": '''
def bce_grad(y, p):
    g = (p - y) / (p * (1 - p))
    return np.clip(g, -100, 100)
'''},
    {"exercise": "bce_grad", "right": False, "name": "mean over the batch", "note": "includes 1/m, and y.shape stops for numbers", "code": '''
def bce_grad(y, p):
    m = y.shape[1]
    return (p - y) / (p * (1 - p)) / m
'''},
    {"exercise": "bce_grad", "right": False, "name": "times sign missing", "note": "two parentheses side by side are a call: TypeError", "code": '''
def bce_grad(y, p):
    return (p - y) / (p(1 - p))
'''},
    {"exercise": "bce_grad", "right": False, "name": "three arguments to divide", "note": "the third argument of np.divide is the output: wrong for arrays, stops for numbers", "code": '''
def bce_grad(y, p):
    return np.divide(p - y, p, 1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "y_true", "note": "a name that is not defined: NameError", "code": '''
def bce_grad(y, p):
    return -(y_true / p) + (1 - y_true) / (1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "logs left in", "note": "keeps the logarithm in the denominator", "code": '''
def bce_grad(y, p):
    return -y / np.log(p) + (1 - y) / np.log(1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "half finished", "note": "only the term of label 1", "code": '''
def bce_grad(y, p):
    grad = -y / p
    # TODO second part
    return grad
'''},
    {"exercise": "bce_grad", "right": False, "name": "denominator in place", "note": "the name den is the array p itself, so p is changed and the numerator is wrong", "code": '''
def bce_grad(y, p):
    den = p
    den *= 1 - p
    return (p - y) / den
'''},
    {"exercise": "bce_grad", "right": False, "name": "central difference", "note": "numerical slope, goes wrong (nan) when p is smaller than the step", "code": '''
def bce_grad(y, p):
    h = 1e-6
    return (bce(y, p + h) - bce(y, p - h)) / (2 * h)
'''},
    {"exercise": "bce_grad", "right": False, "name": "denominator squared", "note": "uses the slope of the sigmoid twice", "code": '''
def bce_grad(y, p):
    s = p * (1 - p)
    return (p - y) / s ** 2
'''},
    {"exercise": "bce_grad", "right": False, "name": "size of the slope", "note": "takes the absolute value", "code": '''
def bce_grad(y, p):
    return np.abs(p - y) / (p * (1 - p))
'''},
    {"exercise": "bce_grad", "right": False, "name": "one plus p", "note": "(1 + p) in place of (1 - p)", "code": '''
def bce_grad(y, p):
    return (p - y) / (p * (1 + p))
'''},
    # ------------------------------------------------------------------ bce_cost
    {"exercise": "bce_cost", "right": True, "name": "sum of bce over m", "note": "", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return np.sum(bce(Y, P)) / m
'''},
    {"exercise": "bce_cost", "right": True, "name": "two loops", "note": "", "code": '''
def bce_cost(Y, P):
    J = 0.0
    n, m = P.shape
    for row in range(n):
        for col in range(m):
            if Y[row, col] == 1:
                J -= np.log(P[row, col])
            else:
                J -= np.log(1 - P[row, col])
    return J / m
'''},
    {"exercise": "bce_cost", "right": True, "name": "masks", "note": "", "code": '''
def bce_cost(Y, P):
    hits = P[Y == 1]
    misses = 1 - P[Y == 0]
    chosen = np.concatenate([hits, misses])
    return float(-np.log(chosen).sum() / np.size(Y, 1))
'''},
    {"exercise": "bce_cost", "right": True, "name": "trace of matrix products", "note": "", "code": '''
def bce_cost(Y, P):
    examples = Y.shape[1]
    A = Y @ np.log(P).T
    B = (1 - Y) @ np.log(1 - P).T
    return -(np.trace(A) + np.trace(B)) / examples
'''},
    {"exercise": "bce_cost", "right": True, "name": "mean per unit, then sum", "note": "", "code": '''
def bce_cost(Y, P):
    per_unit = np.mean(np.where(Y > 0, -np.log(P), -np.log1p(-P)), axis=1)
    return per_unit.sum()
'''},
    {"exercise": "bce_cost", "right": True, "name": "vdot", "note": "", "code": '''
def bce_cost(Y, P):
    total = np.vdot(Y, np.log(P)) + np.vdot(1 - Y, np.log(1 - P))
    return -total / len(P.T)
'''},
    {"exercise": "bce_cost", "right": False, "name": "mean of everything", "note": "divides by the number of output units too", "code": '''
def bce_cost(Y, P):
    return bce(Y, P).mean()
'''},
    {"exercise": "bce_cost", "right": False, "name": "len(Y) as m", "note": "len is the number of rows, so one unit gives the plain sum", "code": '''
def bce_cost(Y, P):
    m = len(Y)
    return np.sum(bce(Y, P)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "sum only", "note": "forgets to divide by m", "code": '''
def bce_cost(Y, P):
    return np.sum(bce(Y, P))
'''},
    {"exercise": "bce_cost", "right": False, "name": "negative cost", "note": "forgets the minus", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return 1 / m * np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P))
'''},
    {"exercise": "bce_cost", "right": False, "name": "minus twice", "note": "bce has the minus already and a second one is put in front", "code": '''
def bce_cost(Y, P):
    return -(1 / Y.shape[1]) * np.sum(bce(Y, P))
'''},
    {"exercise": "bce_cost", "right": False, "name": "1/(2m)", "note": "takes the factor over from the squared-error cost", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return np.sum(bce(Y, P)) / (2 * m)
'''},
    {"exercise": "bce_cost", "right": False, "name": "matrix product without transpose", "note": "shapes (1,m) and (1,m) do not fit: ValueError", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return -(Y @ np.log(P) + (1 - Y) @ np.log(1 - P)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "matrix product kept as a matrix", "note": "returns an array of shape (n_out, n_out), not a number", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    J = -(np.dot(Y, np.log(P).T) + np.dot(1 - Y, np.log(1 - P).T)) / m
    return J
'''},
    {"exercise": "bce_cost", "right": False, "name": "one cost per example", "note": "sums over the units only and divides by m", "code": '''
def bce_cost(Y, P):
    L = bce(Y, P)
    return L.sum(axis=0) / L.shape[1]
'''},
    {"exercise": "bce_cost", "right": False, "name": "arguments exchanged", "note": "calls bce with probabilities first", "code": '''
def bce_cost(Y, P):
    return np.sum(bce(P, Y)) / Y.shape[1]
'''},
    {"exercise": "bce_cost", "right": False, "name": "indices exchanged", "note": "row and column are exchanged: IndexError", "code": '''
def bce_cost(Y, P):
    n_out, m = Y.shape
    cost = 0
    for i in range(m):
        for j in range(n_out):
            cost += bce(Y[i, j], P[i, j])
    return cost / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "m never set", "note": "M is not defined: NameError", "code": '''
def bce_cost(Y, P):
    losses = bce(Y, P)
    J = losses.sum() / M
    return J
'''},
    {"exercise": "bce_cost", "right": False, "name": "calls itself", "note": "calls bce_cost in place of bce: RecursionError", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return np.sum(bce_cost(Y, P)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "m as an argument", "note": "wants a third argument: TypeError", "code": '''
def bce_cost(Y, P, m):
    return np.sum(bce(Y, P)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "overwritten in the loop", "note": "= in place of +=, only the last column counts", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    J = 0
    for i in range(m):
        J = np.sum(bce(Y[:, i], P[:, i]))
    return J / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "turns P over", "note": "value right, but the array P is changed", "code": '''
def bce_cost(Y, P):
    P[Y == 0] = 1 - P[Y == 0]
    return -np.sum(np.log(P)) / Y.shape[1]
'''},
    {"exercise": "bce_cost", "right": False, "name": "log of the product", "note": "multiplies all probabilities first, which underflows to 0 for many badly predicted examples", "code": '''
def bce_cost(Y, P):
    likelihood = np.prod(np.where(Y == 1, P, 1 - P))
    return -np.log(likelihood) / Y.shape[1]
'''},
    {"exercise": "bce_cost", "right": False, "name": "clip at 0.001", "note": "clips the probabilities far from 0 and 1", "code": '''
def bce_cost(Y, P):
    Q = np.clip(P, 0.001, 0.999)
    m = Y.shape[1]
    return np.sum(bce(Y, Q)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "only the ones", "note": "leaves out the examples with label 0", "code": '''
def bce_cost(Y, P):
    return -np.sum(Y * np.log(P)) / Y.shape[1]
'''},
    # ------------------------------------------------------------------ bce_from_logits
    {"exercise": "bce_from_logits", "right": True, "name": "the formula", "note": "", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "logaddexp of the turned score", "note": "", "code": '''
def bce_from_logits(y, z):
    wrongness = (1 - 2 * y) * z
    return np.logaddexp(0.0, wrongness)
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "softplus by label", "note": "", "code": '''
def bce_from_logits(y, z):
    def softplus(t):
        return np.maximum(t, 0) + np.log1p(np.exp(-abs(t)))

    z = np.asarray(z, dtype=float)
    return np.where(np.asarray(y) == 1, softplus(-z), softplus(z))
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "loop with math", "note": "", "code": '''
import math

def bce_from_logits(y, z):
    ys, zs = np.broadcast_arrays(y, z)
    out = np.zeros(ys.shape)
    for idx, score in np.ndenumerate(zs):
        label = ys[idx]
        big = score if score > 0 else 0.0
        out[idx] = big - score * label + math.log1p(math.exp(-abs(score)))
    return out
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "maximum from the absolute value", "note": "", "code": '''
def bce_from_logits(y, z):
    a = np.abs(z)
    hinge = (a + z) / 2
    tail = np.log1p(np.exp(-a))
    return (hinge - np.multiply(y, z)) + tail
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "two cases of the score", "note": "", "code": '''
def bce_from_logits(y, z):
    y = np.asarray(y) * 1.0
    z = np.asarray(z) * 1.0
    linear = np.where(z >= 0, (1 - y) * z, -y * z)
    e = np.exp(np.where(z >= 0, -z, z))
    return linear + np.log1p(e)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "sigmoid first", "note": "log(0) for large scores: inf and nan", "code": '''
def bce_from_logits(y, z):
    p = 1 / (1 + np.exp(-z))
    return bce(y, p)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "plain log", "note": "np.log(1 + t) loses the digits of tiny losses", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log(1 + np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "python max", "note": "max compares a whole array with 0: ValueError for arrays", "code": '''
def bce_from_logits(y, z):
    return max(z, 0) - z * y + np.log1p(np.exp(-abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "np.max", "note": "the 0 is taken as an axis, no comparison with zero", "code": '''
def bce_from_logits(y, z):
    return np.max(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "plus z y", "note": "sign of z y turned", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) + z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "exponent positive", "note": "forgets the minus in the exponent, overflows", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "no absolute value", "note": "exp(-z) overflows and is wrong for negative scores", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-z))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "logaddexp minus z y", "note": "stable, but the tiny loss of a large score with label 1 cancels to 0", "code": '''
def bce_from_logits(y, z):
    return np.logaddexp(0, z) - y * z
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "one plus inside log1p", "note": "the 1 is added twice", "code": '''
def bce_from_logits(y, z):
    t = np.exp(-np.abs(z))
    return np.maximum(z, 0) - z * y + np.log1p(1 + t)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "scores clipped", "note": "clips the scores to 500, wrong beyond", "code": '''
def bce_from_logits(y, z):
    z = np.clip(z, -500, 500)
    return np.log1p(np.exp(-z)) * y + np.log1p(np.exp(z)) * (1 - y)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "probabilities clipped", "note": "clips the sigmoid at 1e-12, so no loss is larger than 27.6", "code": '''
def bce_from_logits(y, z):
    p = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return bce(y, p)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "if on the score", "note": "an array in an if: ValueError", "code": '''
def bce_from_logits(y, z):
    if z > 0:
        return z - z * y + np.log1p(np.exp(-z))
    return -z * y + np.log1p(np.exp(z))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "maximum with one argument", "note": "np.maximum needs two arguments: TypeError", "code": '''
def bce_from_logits(y, z):
    first = np.maximum(z)
    return first - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "negatives set to zero in place", "note": "changes z before it is used again, and stops for a number", "code": '''
def bce_from_logits(y, z):
    relu = z
    relu[relu < 0] = 0
    return relu - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "log1p without np", "note": "log1p is not defined: NameError", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "limit only", "note": "leaves the logarithm away since it is tiny for large scores", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "result array like z", "note": "integer scores give an integer result array, decimals are cut off", "code": '''
def bce_from_logits(y, z):
    y, z = np.broadcast_arrays(y, z)
    loss = np.zeros_like(z)
    for i in np.ndindex(z.shape):
        loss[i] = np.maximum(z[i], 0) - z[i] * y[i] + np.log1p(np.exp(-np.abs(z[i])))
    return loss
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "np.where with naive branches", "note": "picks the right branch only for scores above 30; below -30 it falls back to the log of a sigmoid that reaches 0", "code": '''
def bce_from_logits(y, z):
    p = 1 / (1 + np.exp(-np.asarray(z, dtype=float)))
    naive = -np.where(np.asarray(y) == 1, np.log(p), np.log(1 - p))
    return np.where(np.asarray(z) > 30, z * (1 - y), naive)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "averaged", "note": "mean over the columns, so the shape is gone", "code": '''
def bce_from_logits(y, z):
    L = np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
    return np.mean(L)
'''},
    # ------------------------------------------------------------------ sigmoid_bce_grad
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "the formula", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    return (1 / (1 + np.exp(-Z)) - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "tanh", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    activations = 0.5 + 0.5 * np.tanh(0.5 * Z)
    n_out, examples = Z.shape
    return np.subtract(activations, Y) / examples
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "chain rule with bce_grad", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    e = np.exp(Z)
    P = e / (1 + e)
    dL_dP = bce_grad(Y, P)
    dP_dZ = P * (1 - P)
    return dL_dP * dP_dZ / P.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "loops and math.exp", "note": "", "code": '''
import math

def sigmoid_bce_grad(Y, Z):
    rows, cols = Z.shape
    dZ = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            s = 1.0 / (1.0 + math.exp(-Z[r, c]))
            dZ[r, c] = (s - Y[r, c]) / cols
    return dZ
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "columns stacked", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    def sig(v):
        return np.power(1 + np.exp(-v), -1.0)

    columns = [squared_error_grad(yc, sig(zc)) for yc, zc in zip(Y.T, Z.T)]
    return np.column_stack(columns) / len(columns)
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "where by label", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    up = 1 / (1 + np.exp(-Z))       # sigma(Z)
    down = -1 / (1 + np.exp(Z))     # sigma(Z) - 1
    weight = 1.0 / np.size(Z, axis=1)
    return weight * np.where(Y == 1, down, up)
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "no 1/m", "note": "forgets the mean over the examples", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return P - Y
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "rows for m", "note": "divides by the number of units", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Z.shape[0]
    return (1 / (1 + np.exp(-Z)) - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "size for m", "note": "divides by the number of all entries", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return (P - Y) / Y.size
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "Y minus sigma", "note": "the sign is turned around", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    return (Y - 1 / (1 + np.exp(-Z))) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "scores as probabilities", "note": "forgets the sigmoid", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    return (Z - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "sigmoid turned", "note": "exp(Z) instead of exp(-Z)", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    A = 1 / (1 + np.exp(Z))
    return (A - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "sigmoid not defined", "note": "the sigmoid of the chapter before is not in this notebook: NameError", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    return 1 / m * (sigmoid(Z) - Y)
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "slope of the sigmoid left in", "note": "multiplies by p(1-p) although it cancels", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-Z))
    return (P - Y) * P * (1 - P) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "summed over the examples", "note": "gives one number per unit as for the bias, not one per score", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return np.mean(P - Y, axis=1, keepdims=True)
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "only Y divided", "note": "missing parentheses: only the labels are divided by m", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-Z))
    return P - Y / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "1/1 + exp", "note": "missing parentheses in the sigmoid", "code": '''
def sigmoid_bce_grad(Y, Z):
    sigma = 1 / 1 + np.exp(-Z)
    return (sigma - Y) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "math.exp on an array", "note": "math.exp takes single numbers only: TypeError", "code": '''
import math

def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + math.exp(-Z))
    return (P - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "whole shape for m", "note": "divides by the shape tuple: wrong or a broadcasting error", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape
    P = 1 / (1 + np.exp(-Z))
    return (P - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "another function name", "note": "the function is defined under a wrong name, and the second name for it is misspelled: NameError", "code": '''
def sigmoid_bce_gradient(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return (P - Y) / Y.shape[1]

sigmoid_bce_grad = sigmoid_grad_bce
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "first unit only", "note": "fills row 0 and leaves zeros for further units", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    dZ = np.zeros(Z.shape)
    for i in range(m):
        p = 1 / (1 + np.exp(-Z[0, i]))
        dZ[0, i] = (p - Y[0, i]) / m
    return dZ
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "sigmoid written into Z", "note": "values right for float scores, but Z is overwritten", "code": '''
def sigmoid_bce_grad(Y, Z):
    Z[:] = 1 / (1 + np.exp(-Z))
    return (Z - Y) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "transposed", "note": "returns the gradient with one row per example", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-Z))
    return (P - Y).T / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "perceptron", "note": "decides 0 or 1 first and subtracts the label from the decision", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    decision = (P > 0.5).astype(float)
    return (decision - Y) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "times the scores", "note": "multiplies with Z.T as in the gradient of the weights", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-Z))
    return (P - Y) @ Z.T / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "1/m twice", "note": "divides by m inside and once more at the end", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    dP = bce_grad(Y, 1 / (1 + np.exp(-Z))) / m
    P = 1 / (1 + np.exp(-Z))
    dZ = dP * P * (1 - P)
    return dZ / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "index runs over the rows", "note": "uses the example number as row index: IndexError for more examples than units, rows left at zero for fewer", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    grad = np.zeros(Z.shape)
    for i in range(m):
        grad[i] = (1 / (1 + np.exp(-Z[i])) - Y[i]) / m
    return grad
'''},
]
