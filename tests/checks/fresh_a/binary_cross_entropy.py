"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- squared_error
    {"exercise": "squared_error", "right": True, "name": "formula", "note": "", "code": '''
def squared_error(y, p):
    return 0.5 * (p - y) ** 2
'''},
    {"exercise": "squared_error", "right": True, "name": "np.square and helper", "note": "", "code": '''
def _residual(y, p):
    return np.subtract(y, p)

def squared_error(y, p):
    return np.square(_residual(y, p)) / 2
'''},
    {"exercise": "squared_error", "right": True, "name": "loop over broadcast pairs", "note": "Python float for two numbers, else an array of the common shape.", "code": '''
def squared_error(y, p):
    if np.ndim(y) == 0 and np.ndim(p) == 0:
        return (float(p) - float(y)) ** 2 / 2
    pairs = np.broadcast(y, p)
    losses = np.zeros(pairs.shape)
    for index, (label, prob) in zip(np.ndindex(*pairs.shape), pairs):
        d = float(prob) - float(label)
        losses[index] = d * d / 2
    return losses
'''},
    {"exercise": "squared_error", "right": True, "name": "where on the label", "note": "0-d array for two numbers.", "code": '''
def squared_error(y, p):
    p = np.asarray(p, dtype=float)
    return np.where(np.asarray(y) == 1, (1 - p) ** 2 / 2, p ** 2 / 2)
'''},
    {"exercise": "squared_error", "right": True, "name": "in place on a new array", "note": "Converts lists and integers too; np.float64 for two numbers.", "code": '''
def squared_error(y, p):
    d = np.array(p, dtype=float) - np.array(y, dtype=float)
    d *= d
    d *= 0.5
    return d
'''},
    {"exercise": "squared_error", "right": True, "name": "vectorized scalar function", "note": "", "code": '''
import math

def squared_error(y, p, factor=0.5):
    one = lambda a, c: factor * math.pow(c - a, 2)
    return np.vectorize(one, otypes=[float])(y, p)
'''},
    {"exercise": "squared_error", "right": True, "name": "distance times half of itself", "note": "", "code": '''
def squared_error(y, p):
    distance = np.abs(np.subtract(p, y))
    return np.multiply(distance, distance / 2)
'''},
    {"exercise": "squared_error", "right": False, "name": "half forgotten", "note": "Forgets the factor one half.", "code": '''
def squared_error(y, p):
    return (p - y) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "half inside the square", "note": "Squares the half too: ((p - y)/2)**2, a factor 1/4 in all.", "code": '''
def squared_error(y, p):
    return (0.5 * (p - y)) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "absolute error", "note": "Half the absolute difference instead of half the square; agrees where the difference is 0 or 1.", "code": '''
def squared_error(y, p):
    return 0.5 * np.abs(p - y)
'''},
    {"exercise": "squared_error", "right": False, "name": "averaged", "note": "Averages the losses into one number; right for two numbers.", "code": '''
def squared_error(y, p):
    return np.mean(0.5 * (p - y) ** 2)
'''},
    {"exercise": "squared_error", "right": False, "name": "difference of squares", "note": "(p**2 - y**2)/2 instead of the square of the difference; agrees for label 0, wrong (negative) for label 1.", "code": '''
def squared_error(y, p):
    return (p ** 2 - y ** 2) / 2
'''},
    {"exercise": "squared_error", "right": False, "name": "plus for minus", "note": "Squares the sum p + y instead of the difference; agrees for label 0.", "code": '''
def squared_error(y, p):
    return (p + y) ** 2 / 2
'''},
    {"exercise": "squared_error", "right": False, "name": "integer division", "note": "Integer division by 2: (p - y)**2 // 2 is 0 for every probability.", "code": '''
def squared_error(y, p):
    return (p - y) ** 2 // 2
'''},
    {"exercise": "squared_error", "right": False, "name": "missing brackets", "note": "Brackets lost: computes p - y**2 times one half, so only the label is squared.", "code": '''
def squared_error(y, p):
    return 1 / 2 * (p - y ** 2)
'''},
    {"exercise": "squared_error", "right": False, "name": "p changed in place", "note": "Values right, but `p -= y` changes the caller's array p (of float type).", "code": '''
def squared_error(y, p):
    if isinstance(p, np.ndarray) and np.ndim(y) <= p.ndim:
        p -= y
        return p ** 2 / 2
    return (p - y) ** 2 / 2
'''},
    {"exercise": "squared_error", "right": False, "name": "divided by the size", "note": "Divides every loss by 2m with m the number of columns, though nothing is to be averaged; right for numbers and one column.", "code": '''
def squared_error(y, p):
    loss = (np.asarray(p) - np.asarray(y)) ** 2
    m = loss.shape[-1] if loss.ndim > 0 else 1
    return loss / (2 * m)
'''},
    {"exercise": "squared_error", "right": False, "name": "root taken", "note": "Takes the square root of the halved square, so the value is |p - y| / sqrt(2).", "code": '''
def squared_error(y, p):
    return np.sqrt(0.5 * (p - y) ** 2)
'''},
    {"exercise": "squared_error", "right": False, "name": "rounded prediction", "note": "Rounds the probability to a label before comparing, so the loss is 0 or 0.5.", "code": '''
def squared_error(y, p):
    return 0.5 * (np.round(p) - y) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "negative loss", "note": "Returns the loss with the wrong sign, copied from the minus of cross-entropy.", "code": '''
def squared_error(y, p):
    return -0.5 * (y - p) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "prints the loss", "note": "Prints and returns None.", "code": '''
def squared_error(y, p):
    L = 0.5 * (p - y) ** 2
    print("loss:", L)
'''},
    {"exercise": "squared_error", "right": False, "name": "caret", "note": "Stops: TypeError, `^` for power on floats.", "code": '''
def squared_error(y, p):
    return 0.5 * (p - y)^2
'''},
    {"exercise": "squared_error", "right": False, "name": "capital names", "note": "Stops: NameError, uses P and Y though the arguments are p and y (unless globals of that name exist, then their values).", "code": '''
def squared_error(y, p):
    return 0.5 * (P - Y) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "implied product", "note": "Stops: TypeError, writes 0.5(p - y), which calls a number.", "code": '''
def squared_error(y, p):
    half = 0.5
    return half(p - y) ** 2
'''},
    {"exercise": "squared_error", "right": False, "name": "float of an array", "note": "Stops: float(p - y) on arrays of several entries, TypeError; right for numbers.", "code": '''
def squared_error(y, p):
    d = float(p - y)
    return 0.5 * d ** 2
'''},
    # ---------------------------------------------------------------- squared_error_grad
    {"exercise": "squared_error_grad", "right": True, "name": "difference", "note": "", "code": '''
def squared_error_grad(y, p):
    return p - y
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "np.subtract", "note": "Takes lists too.", "code": '''
def squared_error_grad(y, p):
    return np.subtract(p, y, dtype=float)
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "by label", "note": "0-d array for two numbers.", "code": '''
def squared_error_grad(y, p):
    y = np.asarray(y)
    p = np.asarray(p)
    return np.where(y == 1, p - 1.0, p)
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "copy of the broadcast", "note": "", "code": '''
def squared_error_grad(y, p):
    shape = np.broadcast_shapes(np.shape(y), np.shape(p))
    slope = np.zeros(shape)
    slope += p
    slope -= y
    return slope
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "minus the error", "note": "", "code": '''
def squared_error_grad(y, p):
    error = y - p
    return -1 * error
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "list comprehension", "note": "Number for numbers, else an array of the common shape.", "code": '''
def squared_error_grad(y, p):
    both = np.broadcast(y, p)
    values = [float(c) - float(a) for a, c in both]
    if both.shape == ():
        return values[0]
    return np.array(values).reshape(both.shape)
'''},
    {"exercise": "squared_error_grad", "right": True, "name": "central difference of width one", "note": "The central difference with h = 1/2 is exact for a parabola up to an absolute 1e-16 (relative digits of a slope as tiny as 1e-12 are lost).", "code": '''
def squared_error_grad(y, p):
    h = 0.5
    def L(q):
        return 0.5 * (q - y) ** 2
    return (L(p + h) - L(p - h)) / (2 * h)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "sign", "note": "y - p, the wrong sign.", "code": '''
def squared_error_grad(y, p):
    return y - p
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "factor two", "note": "2(p - y): differentiates without the one half.", "code": '''
def squared_error_grad(y, p):
    return 2 * (p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "half kept", "note": "0.5(p - y): keeps the one half but forgets the 2 of the power rule.", "code": '''
def squared_error_grad(y, p):
    return 0.5 * (p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "absolute value", "note": "|p - y|: the sign is lost.", "code": '''
def squared_error_grad(y, p):
    return np.abs(p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "times sigmoid slope", "note": "Multiplies with p(1 - p), i.e. the slope with respect to the score instead of the probability.", "code": '''
def squared_error_grad(y, p):
    return (p - y) * p * (1 - p)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "averaged over entries", "note": "Divides by the number of entries, though nothing is to be averaged; right for numbers.", "code": '''
def squared_error_grad(y, p):
    d = np.asarray(p) - np.asarray(y)
    return d / d.size
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "summed", "note": "Returns the sum of the slopes as one number; right for two numbers.", "code": '''
def squared_error_grad(y, p):
    return np.sum(p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "the loss itself", "note": "Returns the loss (p - y)**2 / 2 instead of its slope.", "code": '''
def squared_error_grad(y, p):
    return 0.5 * (p - y) ** 2
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "sign only", "note": "Returns only the sign -1, 0, 1 of the slope.", "code": '''
def squared_error_grad(y, p):
    return np.sign(p - y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "label ignored", "note": "Returns p in a new array, so the label is ignored; right for label 0.", "code": '''
def squared_error_grad(y, p):
    return p + 0 * y
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "forward difference", "note": "Numerical forward difference with h = 0.01, off by 0.005 everywhere.", "code": '''
def squared_error_grad(y, p):
    h = 0.01
    before = 0.5 * (p - y) ** 2
    after = 0.5 * (p + h - y) ** 2
    return (after - before) / h
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "labels changed in place", "note": "Values right, but `y *= -1` flips the caller's labels when they are an array.", "code": '''
def squared_error_grad(y, p):
    y *= -1
    return p + y
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "one sign for all labels", "note": "Gives p - 1 for every label by taking the label as 1; right for label 1.", "code": '''
def squared_error_grad(y, p):
    return p - np.ones(np.shape(y))
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "tuple of loss and slope", "note": "Returns a tuple (loss, slope).", "code": '''
def squared_error_grad(y, p):
    loss = (p - y) ** 2 / 2
    slope = p - y
    return loss, slope
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "misses return for label 0", "note": "Stops: `if y == 1` on an array of labels, ValueError; moreover label 0 as a number returns None (two mistakes).", "code": '''
def squared_error_grad(y, p):
    if y == 1:
        return p - 1
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "np.diff", "note": "Stops: np.diff(p, y) takes y as the order n of the difference, ValueError or TypeError (a number label 0 happens to return p, which is right).", "code": '''
def squared_error_grad(y, p):
    return np.diff(p, y)
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "method of a number", "note": "Stops: y.shape on a Python float, AttributeError; right when both are arrays of one shape.", "code": '''
def squared_error_grad(y, p):
    grad = np.zeros(y.shape)
    for i in range(y.size):
        grad.flat[i] = p.flat[i] - y.flat[i]
    return grad
'''},
    {"exercise": "squared_error_grad", "right": False, "name": "np.gradient", "note": "Stops: np.gradient(L, p) differentiates between neighbouring entries: TypeError (invalid number of arguments) for matrices; for two numbers an empty tuple, for one-dimensional arrays a rough numerical slope.", "code": '''
def squared_error_grad(y, p):
    L = 0.5 * (p - y) ** 2
    return np.gradient(L, p)
'''},
    # ---------------------------------------------------------------- squared_error_cost
    {"exercise": "squared_error_cost", "right": True, "name": "sum over 2m", "note": "", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sum((P - Y) ** 2) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "calls squared_error", "note": "Calls the student's earlier squared_error (taken to be right).", "code": '''
def squared_error_cost(Y, P):
    return float(np.mean(np.sum(squared_error(Y, P), axis=0)))
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "double loop", "note": "", "code": '''
def squared_error_cost(Y, P):
    n_out, m = np.shape(Y)
    total = 0.0
    for i in range(m):
        for k in range(n_out):
            total += 0.5 * (P[k, i] - Y[k, i]) ** 2
    return float(total / m)
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "einsum", "note": "", "code": '''
def squared_error_cost(Y, P):
    D = P - Y
    return np.einsum("ki,ki->", D, D) * 0.5 / D.shape[1]
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "norm squared", "note": "", "code": '''
def squared_error_cost(Y, P):
    frobenius = np.linalg.norm(P - Y)
    return frobenius ** 2 / (2 * Y.shape[-1])
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "mean of all times rows", "note": "", "code": '''
def squared_error_cost(Y, P):
    n_out = P.shape[0]
    return 0.5 * np.square(np.subtract(P, Y)).mean() * n_out
'''},
    {"exercise": "squared_error_cost", "right": True, "name": "columns as vectors", "note": "", "code": '''
def squared_error_cost(Y, P):
    losses = [0.5 * float((p - y) @ (p - y)) for y, p in zip(Y.T, P.T)]
    return sum(losses) / len(losses)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "mean over everything", "note": "np.mean over all entries divides by n_out*m: too small with several output units.", "code": '''
def squared_error_cost(Y, P):
    return np.mean((P - Y) ** 2) / 2
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "no half", "note": "Divides by m instead of 2m: the half is missing.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sum((P - Y) ** 2) / m
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "no mean", "note": "Sums the losses and does not divide by m; right for one example.", "code": '''
def squared_error_cost(Y, P):
    return 0.5 * np.sum((P - Y) ** 2)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "rows for m", "note": "Takes m = Y.shape[0], the number of rows.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[0]
    return np.sum((P - Y) ** 2) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "precedence 1/2*m", "note": "Precedence: np.sum(...)/2*m multiplies by m instead of dividing; right for one example.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sum((P - Y) ** 2) / 2 * m
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "square of the sum", "note": "Squares the sum of differences instead of summing the squares; right for one entry.", "code": '''
def squared_error_cost(Y, P):
    m = P.shape[1]
    return np.sum(P - Y) ** 2 / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "one cost per unit", "note": "Sums along axis 1 only: returns an array with one cost per output unit, shape (n_out,).", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sum((P - Y) ** 2, axis=1) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "keepdims matrix", "note": "keepdims=True: value right, but the shape is (1, 1) instead of a number.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sum((P - Y) ** 2, keepdims=True) / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "first output only", "note": "Uses only row 0, so further output units are ignored.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    total = 0
    for i in range(m):
        total += (P[0, i] - Y[0, i]) ** 2
    return total / (2 * m)
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "root mean square", "note": "Takes the square root of the cost.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    return np.sqrt(np.sum((P - Y) ** 2) / (2 * m))
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "m hard-coded four", "note": "Hard-codes m = 4, the examples of the XOR gate.", "code": '''
def squared_error_cost(Y, P):
    m = 4
    return float(np.sum((P - Y) ** 2) / (2 * m))
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "divides twice", "note": "Divides by m twice: takes the mean over the columns and divides by m again.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    losses = 0.5 * (P - Y) ** 2
    return np.mean(losses.sum(axis=0)) / m
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "total overwritten", "note": "Writes total = instead of total +=, so only the last example counts.", "code": '''
def squared_error_cost(Y, P):
    m = Y.shape[1]
    total = 0.0
    for i in range(m):
        total = 0.5 * np.sum((P[:, i] - Y[:, i]) ** 2)
    return total / m
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "subtracts into P", "note": "Value right, but `P -= Y` changes the caller's probabilities.", "code": '''
def squared_error_cost(Y, P):
    P -= Y
    return float((P ** 2).sum()) / (2 * P.shape[1])
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "matrix square", "note": "Stops: (P - Y) @ (P - Y) without transpose, ValueError unless square (one entry is right).", "code": '''
def squared_error_cost(Y, P):
    D = P - Y
    return np.sum(D @ D) / (2 * Y.shape[1])
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "m undefined", "note": "Stops: NameError, m is never set.", "code": '''
def squared_error_cost(Y, P):
    J = 1 / (2 * m) * np.sum((P - Y) ** 2)
    return J
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "shape called", "note": "Stops: Y.shape(1) calls a tuple, TypeError.", "code": '''
def squared_error_cost(Y, P):
    return np.sum((P - Y) ** 2) / (2 * Y.shape(1))
'''},
    {"exercise": "squared_error_cost", "right": False, "name": "float of column sums", "note": "Stops: float() of the sums over axis 0, TypeError for more than one example (with one example a recent NumPy refuses the one-entry array too, an older one gives the right value).", "code": '''
def squared_error_cost(Y, P):
    J = np.sum((P - Y) ** 2, axis=0) / (2 * Y.shape[1])
    return float(J)
'''},
    # ---------------------------------------------------------------- bce
    {"exercise": "bce", "right": True, "name": "formula", "note": "", "code": '''
def bce(y, p):
    return -y * np.log(p) - (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": True, "name": "log of the chosen probability", "note": "", "code": '''
def bce(y, p):
    chosen = y * p + (1 - y) * (1 - p)
    return -np.log(chosen)
'''},
    {"exercise": "bce", "right": True, "name": "np.where on the label", "note": "0-d array for two numbers.", "code": '''
def bce(y, p):
    return np.where(np.asarray(y) == 1, -np.log(p), -np.log(np.subtract(1, p)))
'''},
    {"exercise": "bce", "right": True, "name": "log1p", "note": "Uses log1p(-p): more exact than log(1 - p) for tiny p with label 0 (differs from the plain formula by an absolute 1e-16 only).", "code": '''
def bce(y, p):
    p = np.asarray(p, dtype=float)
    y = np.asarray(y, dtype=float)
    return -(y * np.log(p) + (1.0 - y) * np.log1p(-p))
'''},
    {"exercise": "bce", "right": True, "name": "loop with math.log", "note": "Python float for two numbers; loop over broadcast pairs otherwise.", "code": '''
import math

def bce(y, p):
    def one(label, prob):
        if label == 1:
            return -math.log(prob)
        return -math.log(1 - prob)

    if np.ndim(y) == 0 and np.ndim(p) == 0:
        return one(y, p)
    pairs = np.broadcast(y, p)
    return np.array([one(a, c) for a, c in pairs]).reshape(pairs.shape)
'''},
    {"exercise": "bce", "right": True, "name": "masks on a broadcast", "note": "", "code": '''
def bce(y, p):
    yb, pb = np.broadcast_arrays(y, p)
    loss = np.empty(yb.shape, dtype=float)
    ones = yb == 1
    loss[ones] = -np.log(pb[ones])
    loss[~ones] = -np.log(1 - pb[~ones])
    if loss.shape == ():
        return float(loss)
    return loss
'''},
    {"exercise": "bce", "right": True, "name": "log2 converted", "note": "log2 times ln 2 is the natural logarithm; the distance |p - (1 - y)| is the chosen probability.", "code": '''
def bce(y, p):
    q = np.abs(p - (1 - y))
    bits = -np.log2(q)
    return bits * np.log(2)
'''},
    {"exercise": "bce", "right": False, "name": "sign forgotten", "note": "Leaves out the minus: returns the log-likelihood, negative.", "code": '''
def bce(y, p):
    return y * np.log(p) + (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "plus in the middle", "note": "Wrong sign of the second term only: -y log p + (1-y) log(1-p); right for label 1.", "code": '''
def bce(y, p):
    return -y * np.log(p) + (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "first term only", "note": "Only -y log p: label 0 costs nothing.", "code": '''
def bce(y, p):
    return -y * np.log(p)
'''},
    {"exercise": "bce", "right": False, "name": "log10", "note": "Uses the decimal logarithm.", "code": '''
def bce(y, p):
    return -y * np.log10(p) - (1 - y) * np.log10(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "bits", "note": "Uses log2, so the loss is in bits instead of nats.", "code": '''
def bce(y, p):
    return np.where(np.asarray(y) == 1, -np.log2(p), -np.log2(1 - np.asarray(p)))
'''},
    {"exercise": "bce", "right": False, "name": "clips strongly", "note": "Clips p to [1e-3, 1 - 1e-3], though nothing is to be clipped: very small and large probabilities wrong.", "code": '''
def bce(y, p):
    p = np.clip(p, 1e-3, 1 - 1e-3)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p))
'''},
    {"exercise": "bce", "right": False, "name": "epsilon added", "note": "Adds 1e-8 inside the logarithms: probabilities near 0 and 1 wrong.", "code": '''
def bce(y, p):
    eps = 1e-8
    return -y * np.log(p + eps) - (1 - y) * np.log(1 - p + eps)
'''},
    {"exercise": "bce", "right": False, "name": "labels and probabilities swapped", "note": "Swaps y and p: p log y + (1-p) log(1-y), infinite or nan for labels 0 and 1.", "code": '''
def bce(y, p):
    return -p * np.log(y) - (1 - p) * np.log(1 - y)
'''},
    {"exercise": "bce", "right": False, "name": "label weights exchanged", "note": "Exchanges the weights: (1-y) log p + y log(1-p); agrees at p = 0.5.", "code": '''
def bce(y, p):
    return -(1 - y) * np.log(p) - y * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "entropy of p", "note": "Computes the entropy -p log p - (1-p) log(1-p), ignores the label; agrees at p = 0.5.", "code": '''
def bce(y, p):
    return -p * np.log(p) - (1 - p) * np.log(1 - p) + 0 * y
'''},
    {"exercise": "bce", "right": False, "name": "mean", "note": "Averages the losses to one number; right for two numbers.", "code": '''
def bce(y, p):
    loss = -y * np.log(p) - (1 - y) * np.log(1 - p)
    return loss.mean()
'''},
    {"exercise": "bce", "right": False, "name": "1 - log p", "note": "Bracket slip: (1-y)*(1 - log p) instead of (1-y)*log(1-p) in the second term; right for label 1.", "code": '''
def bce(y, p):
    return -y * np.log(p) - (1 - y) * (1 - np.log(p))
'''},
    {"exercise": "bce", "right": False, "name": "half factor", "note": "Carries over the factor one half from squared error.", "code": '''
def bce(y, p):
    return -0.5 * (y * np.log(p) + (1 - y) * np.log(1 - p))
'''},
    {"exercise": "bce", "right": False, "name": "p overwritten for label 0", "note": "Values right, but it writes 1 - p into the caller's array p where the label is 0.", "code": '''
def bce(y, p):
    if np.ndim(p) > 0 and np.shape(y) == np.shape(p):
        p[y == 0] = 1 - p[y == 0]
        return -np.log(p)
    return -y * np.log(p) - (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "scalar case printed only", "note": "Returns the loss for arrays, but for two numbers it prints it and returns None.", "code": '''
def bce(y, p):
    L = -y * np.log(p) - (1 - y) * np.log(1 - p)
    if np.ndim(L) > 0:
        return L
    print("L =", L)
'''},
    {"exercise": "bce", "right": False, "name": "np.ln", "note": "Stops: np.ln does not exist, AttributeError.", "code": '''
def bce(y, p):
    return -y * np.ln(p) - (1 - y) * np.ln(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "math.log on arrays", "note": "Stops: math.log on an array of several entries, TypeError; right for numbers.", "code": '''
import math

def bce(y, p):
    return -y * math.log(p) - (1 - y) * math.log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "log without np", "note": "Stops: NameError, log is not imported.", "code": '''
def bce(y, p):
    if np.ndim(y) == 0 and y == 1:
        return -log(p)
    return -y * log(p) - (1 - y) * log(1 - p)
'''},
    {"exercise": "bce", "right": False, "name": "missing star", "note": "Stops: writes (1 - y)(np.log(1 - p)) without the star, TypeError (number or array is not callable).", "code": '''
def bce(y, p):
    other = 1 - y
    return -y * np.log(p) - other(np.log(1 - p))
'''},
    {"exercise": "bce", "right": False, "name": "len of a number", "note": "Stops: range(len(p)) for a number, TypeError; one-dimensional arrays of equal length would be right.", "code": '''
def bce(y, p):
    losses = []
    for i in range(len(p)):
        losses.append(-y[i] * np.log(p[i]) - (1 - y[i]) * np.log(1 - p[i]))
    return np.array(losses)
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
    {"exercise": "bce_grad", "right": True, "name": "reciprocal", "note": "1/(1 - y - p) is -1/p for label 1 and 1/(1-p) for label 0.", "code": '''
def bce_grad(y, p):
    return 1.0 / ((1 - y) - p)
'''},
    {"exercise": "bce_grad", "right": True, "name": "where", "note": "0-d array for two numbers.", "code": '''
def bce_grad(y, p):
    p = np.asarray(p, dtype=float)
    return np.where(np.equal(y, 1), -1 / p, 1 / (1 - p))
'''},
    {"exercise": "bce_grad", "right": True, "name": "vectorized if", "note": "", "code": '''
def _slope(label, prob):
    if label == 1:
        return -1.0 / prob
    else:
        return 1.0 / (1.0 - prob)

def bce_grad(y, p):
    f = np.vectorize(_slope, otypes=[np.float64])
    return f(y, p)
'''},
    {"exercise": "bce_grad", "right": True, "name": "calls squared_error_grad", "note": "Calls the earlier squared_error_grad (taken to be right) and divides by the variance.", "code": '''
def bce_grad(y, p):
    variance = np.multiply(p, np.subtract(1, p))
    return np.divide(squared_error_grad(y, p), variance)
'''},
    {"exercise": "bce_grad", "right": True, "name": "signed chosen probability", "note": "", "code": '''
def bce_grad(y, p):
    sign = 1 - 2 * y          # -1 for label 1, +1 for label 0
    chosen = y * p + (1 - y) * (1 - p)
    return sign / chosen
'''},
    {"exercise": "bce_grad", "right": False, "name": "sign", "note": "(y - p)/(p(1-p)), the wrong sign.", "code": '''
def bce_grad(y, p):
    return (y - p) / (p * (1 - p))
'''},
    {"exercise": "bce_grad", "right": False, "name": "denominator not bracketed", "note": "Brackets missing: (p - y)/p*(1 - p) multiplies by 1 - p instead of dividing.", "code": '''
def bce_grad(y, p):
    return (p - y) / p * (1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "inner derivative forgotten", "note": "Second term has a minus, -(1-y)/(1-p): the inner derivative of 1 - p was forgotten; right for label 1.", "code": '''
def bce_grad(y, p):
    return -y / p - (1 - y) / (1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "gradient by the score", "note": "Returns p - y, the slope with respect to the score.", "code": '''
def bce_grad(y, p):
    return p - y
'''},
    {"exercise": "bce_grad", "right": False, "name": "denominator squared", "note": "Divides by (p(1-p))**2.", "code": '''
def bce_grad(y, p):
    return (p - y) / (p * (1 - p)) ** 2
'''},
    {"exercise": "bce_grad", "right": False, "name": "magnitude", "note": "Returns the absolute value of the slope.", "code": '''
def bce_grad(y, p):
    return np.abs((p - y) / (p * (1 - p)))
'''},
    {"exercise": "bce_grad", "right": False, "name": "label 0 forgotten", "note": "Only the first fraction -y/p, so label 0 has slope 0.", "code": '''
def bce_grad(y, p):
    return -y / p
'''},
    {"exercise": "bce_grad", "right": False, "name": "denominator in y", "note": "Denominator y(1-y) in place of p(1-p): division by zero, infinite.", "code": '''
def bce_grad(y, p):
    with np.errstate(divide="ignore"):
        return np.divide(p - y, y * (1 - y))
'''},
    {"exercise": "bce_grad", "right": False, "name": "safe denominator", "note": "Adds 1e-6 to the denominator against division by zero, which spoils probabilities near 0 and 1 (and the seventh digit elsewhere).", "code": '''
def bce_grad(y, p):
    return (p - y) / (p * (1 - p) + 1e-6)
'''},
    {"exercise": "bce_grad", "right": False, "name": "clipped at a hundred", "note": "Clips the slope to [-100, 100] (gradient clipping): probabilities near 0 and 1 wrong.", "code": '''
def bce_grad(y, p):
    slope = (p - y) / (p * (1 - p))
    return np.clip(slope, -100, 100)
'''},
    {"exercise": "bce_grad", "right": False, "name": "numerical slope", "note": "Central difference with h = 1e-4: too coarse for seven digits and nan when p is nearer than h to 0 or 1.", "code": '''
def bce_grad(y, p):
    h = 1e-4
    f = lambda q: -y * np.log(q) - (1 - y) * np.log(1 - q)
    return (f(p + h) - f(p - h)) / (2 * h)
'''},
    {"exercise": "bce_grad", "right": False, "name": "mean included", "note": "Divides by the number of columns, though nothing is to be averaged; right for numbers and one column.", "code": '''
def bce_grad(y, p):
    g = np.asarray((p - y) / (p * (1 - p)))
    if g.ndim == 0:
        return g
    return g / g.shape[-1]
'''},
    {"exercise": "bce_grad", "right": False, "name": "fractions swapped", "note": "Fractions swapped: -y/(1-p) + (1-y)/p; agrees at p = 0.5.", "code": '''
def bce_grad(y, p):
    return -y / (1 - p) + (1 - y) / p
'''},
    {"exercise": "bce_grad", "right": False, "name": "integer type of the labels", "note": "Fills an array shaped like the labels with np.zeros_like(y), so whole-number labels (or a number label with an array of p, which stops) cut the slopes to whole numbers; right for float labels of the full shape.", "code": '''
def bce_grad(y, p):
    g = np.zeros_like(y)
    g[...] = (p - y) / (p * (1 - p))
    return g
'''},
    {"exercise": "bce_grad", "right": False, "name": "p changed in place", "note": "Values right, but `p *= 1 - p` writes the variance into the caller's array p.", "code": '''
def bce_grad(y, p):
    top = p - y
    p *= 1 - p
    return top / p
'''},
    {"exercise": "bce_grad", "right": False, "name": "if on labels", "note": "Stops: `if y == 1` with an array of labels, ValueError (truth value ambiguous); right for a number label.", "code": '''
def bce_grad(y, p):
    if y == 1:
        return -1 / p
    return 1 / (1 - p)
'''},
    {"exercise": "bce_grad", "right": False, "name": "np.div", "note": "Stops: np.div does not exist, AttributeError.", "code": '''
def bce_grad(y, p):
    return np.div(p - y, p * (1 - p))
'''},
    {"exercise": "bce_grad", "right": False, "name": "p(1 - p)", "note": "Stops: writes p(1 - p) as on paper, TypeError (float or array is not callable).", "code": '''
def bce_grad(y, p):
    denominator = p(1 - p)
    return (p - y) / denominator
'''},
    {"exercise": "bce_grad", "right": False, "name": "bce called with one argument", "note": "Stops: calls bce(p) with one argument missing, TypeError.", "code": '''
def bce_grad(y, p):
    h = 1e-7
    return (bce(p + h) - bce(p - h)) / (2 * h)
'''},
    # ---------------------------------------------------------------- bce_cost
    {"exercise": "bce_cost", "right": True, "name": "formula", "note": "", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / m
'''},
    {"exercise": "bce_cost", "right": True, "name": "calls bce", "note": "Calls the student's earlier bce (taken to be right).", "code": '''
def bce_cost(Y, P):
    return float(np.sum(bce(Y, P)) / P.shape[1])
'''},
    {"exercise": "bce_cost", "right": True, "name": "double loop with math", "note": "", "code": '''
from math import log

def bce_cost(Y, P):
    rows, m = Y.shape
    J = 0.0
    for i in range(m):
        for k in range(rows):
            if Y[k, i] == 1:
                J -= log(P[k, i])
            else:
                J -= log(1 - P[k, i])
    return J / m
'''},
    {"exercise": "bce_cost", "right": True, "name": "sum over axis 0 then mean", "note": "", "code": '''
def bce_cost(Y, P):
    chosen = np.where(Y == 1, P, 1 - P)
    per_example = -np.log(chosen).sum(axis=0)
    return per_example.mean()
'''},
    {"exercise": "bce_cost", "right": True, "name": "boolean selections", "note": "", "code": '''
def bce_cost(Y, P):
    yes = Y.astype(bool)
    total = np.log(P[yes]).sum() + np.log1p(-P[~yes]).sum()
    return float(-total / Y.shape[-1])
'''},
    {"exercise": "bce_cost", "right": True, "name": "trace of matrix products", "note": "", "code": '''
def bce_cost(Y, P):
    m = np.size(Y, 1)
    J = -np.trace(Y @ np.log(P).T) - np.trace((1 - Y) @ np.log(1 - P).T)
    return J / m
'''},
    {"exercise": "bce_cost", "right": True, "name": "einsum of loss and ones", "note": "", "code": '''
def bce_cost(Y, P, m=None):
    if m is None:
        m = Y.shape[1]
    L1 = np.einsum("ki,ki->", Y, np.log(P))
    L0 = np.einsum("ki,ki->", 1 - Y, np.log(1 - P))
    return (-L1 - L0) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "np.mean of all entries", "note": "np.mean divides by n_out*m, averaging over the output units too.", "code": '''
def bce_cost(Y, P):
    return -np.mean(Y * np.log(P) + (1 - Y) * np.log(1 - P))
'''},
    {"exercise": "bce_cost", "right": False, "name": "sum only", "note": "Forgets 1/m; right for one example.", "code": '''
def bce_cost(Y, P):
    return -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P))
'''},
    {"exercise": "bce_cost", "right": False, "name": "rows as m", "note": "Uses len(Y), the number of rows, as m.", "code": '''
def bce_cost(Y, P):
    m = len(Y)
    return -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "two m", "note": "Divides by 2m as in the squared-error cost.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / (2 * m)
'''},
    {"exercise": "bce_cost", "right": False, "name": "minus only on the first sum", "note": "Minus on the first sum only: -sum(Y log P) + sum((1-Y) log(1-P)); right when all labels are 1.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return (-np.sum(Y * np.log(P)) + np.sum((1 - Y) * np.log(1 - P))) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "positive labels only", "note": "Categorical form -sum(Y log P)/m: labels 0 cost nothing.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return -np.sum(Y * np.log(P)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "per example array", "note": "Sums over axis 0 and divides by m, returns an array of shape (m,) instead of one number.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    L = -Y * np.log(P) - (1 - Y) * np.log(1 - P)
    return np.sum(L, axis=0) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "log of the mean", "note": "Logarithm of the mean chosen probability of the examples instead of the mean of the logarithms; right for one example.", "code": '''
def bce_cost(Y, P):
    chosen = Y * P + (1 - Y) * (1 - P)
    return -np.log(np.mean(np.prod(chosen, axis=0)))
'''},
    {"exercise": "bce_cost", "right": False, "name": "clip at 1e-5", "note": "Clips P to [1e-5, 1 - 1e-5]: probabilities near 0 and 1 wrong.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    Q = np.clip(P, 1e-5, 1 - 1e-5)
    return -np.sum(Y * np.log(Q) + (1 - Y) * np.log(1 - Q)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "one-by-one matrix", "note": "Uses Y @ log(P).T, the result is an (n_out, n_out) matrix: shape (1, 1) with the right value for one unit.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return -(np.dot(Y, np.log(P).T) + np.dot(1 - Y, np.log(1 - P).T)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "loop skips the last column", "note": "Off by one: the loop runs to m - 1, the last example is missing.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    J = 0
    for i in range(0, m - 1):
        J += np.sum(-Y[:, i] * np.log(P[:, i]) - (1 - Y[:, i]) * np.log(1 - P[:, i]))
    return J / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "decimal logarithm rounded", "note": "Two mistakes at once: log10 instead of log, and the result rounded to four decimals.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    J = -np.sum(Y * np.log10(P) + (1 - Y) * np.log10(1 - P)) / m
    return round(float(J), 4)
'''},
    {"exercise": "bce_cost", "right": False, "name": "arguments exchanged", "note": "The header has the arguments in the order (P, Y), so labels and probabilities are exchanged in calls by position.", "code": '''
def bce_cost(P, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "return inside the loop", "note": "Returns inside the loop: only the first example counts, divided by m.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    J = 0.0
    for i in range(m):
        q = np.where(Y[:, i] == 1, P[:, i], 1 - P[:, i])
        J -= np.sum(np.log(q))
        return J / m
'''},
    {"exercise": "bce_cost", "right": False, "name": "flips P in place", "note": "Value right, but it writes 1 - P into the caller's P where the label is 0.", "code": '''
def bce_cost(Y, P):
    zeros = Y == 0
    P[zeros] = 1 - P[zeros]
    return -np.sum(np.log(P)) / Y.shape[1]
'''},
    {"exercise": "bce_cost", "right": False, "name": "bce_loss unknown", "note": "Stops: calls bce_loss, a function that does not exist, NameError.", "code": '''
def bce_cost(Y, P):
    return np.sum(bce_loss(Y, P)) / Y.shape[1]
'''},
    {"exercise": "bce_cost", "right": False, "name": "untransposed dot", "note": "Stops: np.dot(Y, np.log(P)) without transpose, ValueError for (1, m) with m > 1; one example with one unit gives a (1, 1) array.", "code": '''
def bce_cost(Y, P):
    m = Y.shape[1]
    return -1 / m * (np.dot(Y, np.log(P)) + np.dot(1 - Y, np.log(1 - P)))
'''},
    {"exercise": "bce_cost", "right": False, "name": "m is a tuple", "note": "Stops: takes m = Y.shape and divides by a tuple; NumPy turns it into an array of two, so no exception comes for the division, but float() of the two entries raises TypeError.", "code": '''
def bce_cost(Y, P):
    m = Y.shape
    J = -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / m
    return float(J)
'''},
    {"exercise": "bce_cost", "right": False, "name": "missing self", "note": "Stops: writes the function with a first argument self, so a call with two arguments is one short, TypeError.", "code": '''
def bce_cost(self, Y, P):
    m = Y.shape[1]
    return -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / m
'''},
    # ---------------------------------------------------------------- bce_from_logits
    {"exercise": "bce_from_logits", "right": True, "name": "formula", "note": "", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "logaddexp of the signed score", "note": "softplus of -z for label 1 and of z for label 0; keeps tiny losses.", "code": '''
def bce_from_logits(y, z):
    return np.logaddexp(0, (1 - 2 * y) * z)
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "softplus helper and where", "note": "0-d array for two numbers.", "code": '''
def _softplus(t):
    t = np.asarray(t, dtype=float)
    return np.where(t > 0, t, 0.0) + np.log1p(np.exp(-np.abs(t)))

def bce_from_logits(y, z):
    z = np.asarray(z, dtype=float)
    return np.where(np.asarray(y) == 1, _softplus(-z), _softplus(z))
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "loop with math.log1p", "note": "Python float for two numbers, loop over broadcast pairs otherwise.", "code": '''
import math

def bce_from_logits(y, z):
    def one(a, s):
        return max(s, 0.0) - s * a + math.log1p(math.exp(-abs(s)))

    pairs = np.broadcast(y, z)
    values = [one(float(a), float(s)) for a, s in pairs]
    if pairs.shape == ():
        return values[0]
    return np.array(values).reshape(pairs.shape)
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "half of z plus abs", "note": "(z + |z|)/2 is the maximum of z and 0, exactly.", "code": '''
def bce_from_logits(y, z):
    size = np.abs(z)
    positive_part = (z + size) / 2
    return (positive_part - y * z) + np.log1p(np.exp(-size))
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "masks for right and wrong side", "note": "", "code": '''
def bce_from_logits(y, z):
    y_b, z_b = np.broadcast_arrays(np.asarray(y, dtype=float), np.asarray(z, dtype=float))
    margin = np.where(y_b > 0.5, z_b, -z_b).reshape(-1)
    loss = np.empty(margin.shape)
    good = margin >= 0
    loss[good] = np.log1p(np.exp(-margin[good]))
    loss[~good] = -margin[~good] + np.log1p(np.exp(margin[~good]))
    return loss.reshape(y_b.shape)[()]
'''},
    {"exercise": "bce_from_logits", "right": True, "name": "clip for the maximum", "note": "", "code": '''
def bce_from_logits(y, z):
    linear = np.clip(z, 0, None) - np.multiply(y, z)
    tail = np.log1p(np.exp(np.minimum(z, np.negative(z))))
    return np.add(linear, tail)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "through the sigmoid", "note": "Computes p = sigmoid(z) and then the plain loss: infinite or nan for large scores such as 800.", "code": '''
def bce_from_logits(y, z):
    p = 1 / (1 + np.exp(-z))
    return -y * np.log(p) - (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "through a clipped sigmoid", "note": "Sigmoid clipped to [1e-15, 1 - 1e-15] before the logarithm: finite, but losses stop near 34.5 instead of growing with the score.", "code": '''
def bce_from_logits(y, z):
    p = np.clip(1 / (1 + np.exp(-z)), 1e-15, 1 - 1e-15)
    return -y * np.log(p) - (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "plain log", "note": "np.log(1 + t) instead of log1p: tiny losses lose their digits (0 for scores above 37 on the right side).", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log(1 + np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "terms in an unlucky order", "note": "Adds the tiny log1p term to max(z, 0) before z*y is subtracted, so cancellation takes the digits of tiny losses for label 1 (a judgement call: absolute errors stay below 1e-12).", "code": '''
def bce_from_logits(y, z):
    return np.log1p(np.exp(-np.abs(z))) + np.maximum(z, 0) - z * y
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "no abs in the exponent", "note": "exp(-z) without the absolute value: overflow to infinity for large negative scores, wrong for all negative scores.", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-z))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "positive exponent", "note": "exp(|z|) instead of exp(-|z|): overflows to infinity, agrees at 0.", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "np.max", "note": "np.max(z) takes the largest entry of the array (and does not compare with 0) instead of entry by entry np.maximum(z, 0).", "code": '''
def bce_from_logits(y, z):
    return np.max(z) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "minimum", "note": "np.minimum(z, 0) in place of np.maximum(z, 0); agrees at 0.", "code": '''
def bce_from_logits(y, z):
    return np.minimum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "plus z y", "note": "Adds z*y instead of subtracting it; right for label 0.", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) + z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "label term forgotten", "note": "Leaves out - z*y: the loss of label 0 for every label.", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))) + np.zeros(np.shape(y))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "one added twice", "note": "log1p(1 + t) adds the 1 twice.", "code": '''
def bce_from_logits(y, z):
    t = np.exp(-np.abs(z))
    return np.maximum(z, 0) - z * y + np.log1p(1 + t)
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "scores limited to fifty", "note": "Clips the scores to [-50, 50] against overflow, so larger losses stop at 50.", "code": '''
def bce_from_logits(y, z):
    z = np.clip(z, -50, 50)
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "averaged", "note": "Returns the mean of the losses as one number; right for two numbers.", "code": '''
def bce_from_logits(y, z):
    L = np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
    return float(np.mean(L))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "abs written into z", "note": "Values right, but np.abs(z, out=z) overwrites the caller's scores when they are an array.", "code": '''
def bce_from_logits(y, z):
    linear = np.maximum(z, 0) - z * y
    if isinstance(z, np.ndarray):
        np.abs(z, out=z)
    return linear + np.log1p(np.exp(-abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "builtin max", "note": "Stops: built-in max(z, 0) on an array of several entries, ValueError (truth value ambiguous); right for numbers.", "code": '''
def bce_from_logits(y, z):
    return max(z, 0) - z * y + np.log1p(np.exp(-abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "log1p without np", "note": "Stops: NameError, log1p is not imported.", "code": '''
def bce_from_logits(y, z):
    loss = np.maximum(z, 0) - z * y
    loss = loss + log1p(np.exp(-np.abs(z)))
    return loss
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "maximum with one argument", "note": "Stops: np.maximum(z) lacks its second argument, TypeError.", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z) - z * y + np.log1p(np.exp(-np.abs(z)))
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "math.exp of a large score", "note": "Stops: math.exp(z) for the score 800 raises OverflowError; arrays raise TypeError; moderate numbers right.", "code": '''
import math

def bce_from_logits(y, z):
    return math.log(1 + math.exp(z)) - y * z
'''},
    {"exercise": "bce_from_logits", "right": False, "name": "absolute bars", "note": "Stops: writes z.abs() as in another library, AttributeError for floats and NumPy arrays.", "code": '''
def bce_from_logits(y, z):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-z.abs()))
'''},
    # ---------------------------------------------------------------- sigmoid_bce_grad
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "formula", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    return (1 / (1 + np.exp(-Z)) - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "own sigmoid helper", "note": "", "code": '''
def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))

def sigmoid_bce_grad(Y, Z):
    P = sigmoid(Z)
    dZ = P - Y
    dZ /= Z.shape[1]
    return dZ
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "double loop", "note": "", "code": '''
import math

def sigmoid_bce_grad(Y, Z):
    n_out, m = Z.shape
    grad = np.zeros((n_out, m))
    for k in range(n_out):
        for i in range(m):
            p = 1 / (1 + math.exp(-Z[k, i]))
            grad[k, i] = (p - Y[k, i]) / m
    return grad
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "tanh", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = (np.tanh(Z / 2) + 1) / 2
    return np.multiply(1 / np.size(Y, axis=1), np.subtract(P, Y))
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "chain rule with bce_grad", "note": "Calls the earlier bce_grad (taken to be right) and multiplies with p(1 - p).", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Z.shape[1]
    P = 1 / (1 + np.exp(-Z))
    dP = bce_grad(Y, P) / m
    return dP * P * (1 - P)
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "by label", "note": "Right to the last digit also for large scores.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Z.shape[-1]
    return np.where(Y == 1, -1 / (1 + np.exp(Z)), 1 / (1 + np.exp(-Z))) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": True, "name": "columns stacked", "note": "", "code": '''
def sigmoid_bce_grad(Y, Z):
    columns = []
    for y, z in zip(Y.T, Z.T):
        e = np.exp(z)
        columns.append(e / (1 + e) - y)
    return np.stack(columns, axis=1) / len(columns)
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "no 1/m", "note": "Forgets the factor 1/m; right for one example.", "code": '''
def sigmoid_bce_grad(Y, Z):
    return 1 / (1 + np.exp(-Z)) - Y
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "sign", "note": "Y - P: the wrong sign.", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return (Y - P) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "size for m", "note": "Divides by the number of entries n_out*m; wrong with several output units.", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return (P - Y) / Y.size
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "rows for m", "note": "Divides by Y.shape[0], the number of rows.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[0]
    P = 1 / (1 + np.exp(-Z))
    return (P - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "sigmoid forgotten", "note": "Uses the scores themselves, (Z - Y)/m, without the sigmoid.", "code": '''
def sigmoid_bce_grad(Y, Z):
    return (Z - Y) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "sigmoid slope too much", "note": "Multiplies by P(1-P) although it cancels.", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return (P - Y) * P * (1 - P) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "only Y divided by m", "note": "Brackets missing: P - Y / m, only the labels are divided by m; right for one example.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-Z))
    return P - Y / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "exponent sign", "note": "Sigmoid with exp(Z) instead of exp(-Z): uses 1 - P; agrees at score 0.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(Z))
    return (P - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "summed over examples", "note": "Sums over the examples (axis 1, keepdims), shape (n_out, 1), as for the bias.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-Z))
    return np.sum(P - Y, axis=1, keepdims=True) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "transposed", "note": "Returns the transposed gradient of shape (m, n_out).", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    return ((P - Y) / Y.shape[1]).T
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "thresholded", "note": "Uses the predicted labels (Z > 0) instead of the probabilities: perceptron rule.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    prediction = (Z > 0).astype(float)
    return (prediction - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "factor two m", "note": "Divides by 2m as in the squared-error cost.", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-Z))
    return (P - Y) / (2 * m)
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "scores clipped at ten", "note": "Clips the scores to [-10, 10] before the sigmoid, so scores of about 15 are wrong (4e-5 in place of 3e-7).", "code": '''
def sigmoid_bce_grad(Y, Z):
    Zc = np.clip(Z, -10, 10)
    return (1 / (1 + np.exp(-Zc)) - Y) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "default m of two", "note": "Takes m as a default argument 2, as in the docstring example, so other numbers of examples are wrong.", "code": '''
def sigmoid_bce_grad(Y, Z, m=2):
    P = 1 / (1 + np.exp(-Z))
    return (P - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "negates Z in place", "note": "Values right, but works in place on the caller's Z (negative, exp, reciprocal).", "code": '''
def sigmoid_bce_grad(Y, Z):
    np.negative(Z, out=Z)
    np.exp(Z, out=Z)
    Z += 1
    return (1 / Z - Y) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "softmax over units", "note": "Uses the softmax over the output units instead of the sigmoid; with one unit P is 1 everywhere.", "code": '''
def sigmoid_bce_grad(Y, Z):
    E = np.exp(Z)
    P = E / E.sum(axis=0, keepdims=True)
    return (P - Y) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "sigmoid from the last notebook", "note": "Stops: calls sigmoid, which this notebook never defined or imported, NameError (unless a grader supplies it, then right).", "code": '''
def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    A = sigmoid(Z)
    return (A - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "scipy's expit", "note": "Stops: imports expit from scipy inside the function, a package that the grader does not have (ModuleNotFoundError, or NameError when the import is skipped).", "code": '''
def sigmoid_bce_grad(Y, Z):
    from scipy.special import expit
    return (expit(Z) - Y) / Y.shape[1]
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "math.exp of a matrix", "note": "Stops: math.exp on an array, TypeError.", "code": '''
import math

def sigmoid_bce_grad(Y, Z):
    m = Y.shape[1]
    P = 1 / (1 + math.exp(-Z))
    return (P - Y) / m
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "in place on integer labels", "note": "Stops: integer dtype forced on a copy, then /= m, UFuncTypeError (cannot cast float to int).", "code": '''
def sigmoid_bce_grad(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    dZ = (P - Y).astype(int)
    dZ /= Y.shape[1]
    return dZ
'''},
    {"exercise": "sigmoid_bce_grad", "right": False, "name": "shape with three names", "note": "Stops: unpacks Y.shape into a single tuple of three names, ValueError (not enough values to unpack).", "code": '''
def sigmoid_bce_grad(Y, Z):
    n_out, n_in, m = Y.shape
    P = 1 / (1 + np.exp(-Z))
    return (P - Y) / m
'''},
]
