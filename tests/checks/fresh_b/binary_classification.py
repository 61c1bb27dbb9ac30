"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- sigmoid
    {"exercise": "sigmoid", "right": True, "name": "plain formula", "note": "", "code": '''
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "sigmoid", "right": True, "name": "stable with where", "note": "", "code": '''
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))          # never larger than 1, so no overflow
    return np.where(z >= 0, 1.0 / (1.0 + e), e / (1.0 + e))
'''},
    {"exercise": "sigmoid", "right": True, "name": "logaddexp", "note": "", "code": '''
def sigmoid(z):
    # log(1 + e^-z) = logaddexp(0, -z)
    minus_log_p = np.logaddexp(0.0, np.negative(z))
    return np.exp(-minus_log_p)
'''},
    {"exercise": "sigmoid", "right": True, "name": "math and vectorize", "note": "", "code": '''
import math

def _one_sigmoid(score):
    if score >= 0:
        return 1.0 / (1.0 + math.exp(-score))
    e = math.exp(score)
    return e / (1.0 + e)

def sigmoid(z):
    f = np.vectorize(_one_sigmoid, otypes=[float])
    return f(z)
'''},
    {"exercise": "sigmoid", "right": True, "name": "loop over ndindex", "note": "", "code": '''
def sigmoid(z):
    scores = np.array(z, dtype=float)
    probs = np.zeros(scores.shape)
    for idx in np.ndindex(scores.shape):
        probs[idx] = 1.0 / (1.0 + np.exp(-scores[idx]))
    return probs
'''},
    {"exercise": "sigmoid", "right": True, "name": "recursion over rows", "note": "", "code": '''
def sigmoid(z):
    if np.ndim(z) == 0:
        with np.errstate(over="ignore"):
            return 1.0 / (1.0 + np.exp(-1.0 * z))
    return np.array([sigmoid(part) for part in z])
'''},
    {"exercise": "sigmoid", "right": True, "name": "step by step on a copy", "note": "", "code": '''
def sigmoid(z):
    a = np.array(z, dtype=float)    # a copy
    a = -a
    a = np.exp(a)
    a = a + 1
    return np.divide(1.0, a)
'''},
    {"exercise": "sigmoid", "right": False, "name": "sign of the exponent", "note": "forgot the minus in the exponent", "code": '''
def sigmoid(z):
    return 1 / (1 + np.exp(z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "exp over one plus exp", "note": "the other form of the formula gives nan (inf / inf) for large scores", "code": '''
def sigmoid(z):
    e = np.exp(z)
    return e / (1 + e)
'''},
    {"exercise": "sigmoid", "right": False, "name": "missing brackets", "note": "the denominator is not in brackets, so it is 1 + e^-z", "code": '''
def sigmoid(z):
    return 1 / 1 + np.exp(-z)
'''},
    {"exercise": "sigmoid", "right": False, "name": "math.exp", "note": "math.exp does not take arrays and overflows for -1000", "code": '''
import math

def sigmoid(z):
    return 1 / (1 + math.exp(-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "tanh", "note": "another squeezing function, between -1 and 1", "code": '''
def sigmoid(z):
    return np.tanh(z)
'''},
    {"exercise": "sigmoid", "right": False, "name": "tanh without the half", "note": "the tanh identity needs z / 2", "code": '''
def sigmoid(z):
    return 0.5 * (1 + np.tanh(z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "clipped scores", "note": "clips the scores to -5 and 5, wrong beyond", "code": '''
def sigmoid(z):
    z = np.clip(z, -5, 5)   # against overflow
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "rounded to three digits", "note": "rounds as in the example", "code": '''
def sigmoid(z):
    p = 1 / (1 + np.exp(-z))
    return np.round(p, 3)
'''},
    {"exercise": "sigmoid", "right": False, "name": "prints instead of returns", "note": "prints the result and returns None", "code": '''
def sigmoid(z):
    p = 1 / (1 + np.exp(-z))
    print(p)
'''},
    {"exercise": "sigmoid", "right": False, "name": "if on an array", "note": "an if cannot decide for a whole array", "code": '''
def sigmoid(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    else:
        return np.exp(z) / (1 + np.exp(z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "changes z", "note": "flips the sign of the caller's array", "code": '''
def sigmoid(z):
    z *= -1
    return 1 / (1 + np.exp(z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "softmax", "note": "divides by the sum over all entries", "code": '''
def sigmoid(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)
'''},
    {"exercise": "sigmoid", "right": False, "name": "float of an array", "note": "float() fails for arrays with more than one entry", "code": '''
def sigmoid(z):
    return float(1.0 / (1.0 + np.exp(-z)))
'''},
    {"exercise": "sigmoid", "right": False, "name": "zeros_like of integers", "note": "the result has the integer type of z, so probabilities are cut to 0", "code": '''
def sigmoid(z):
    result = np.zeros_like(z)
    for i in np.ndindex(np.shape(z)):
        result[i] = 1 / (1 + np.exp(-np.asarray(z)[i]))
    return result
'''},
    {"exercise": "sigmoid", "right": False, "name": "two loops", "note": "only works for two-dimensional arrays, a number has no shape", "code": '''
def sigmoid(z):
    rows, cols = z.shape
    out = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            out[i, j] = 1 / (1 + np.exp(-z[i, j]))
    return out
'''},
    {"exercise": "sigmoid", "right": False, "name": "flattened", "note": "loses the shape of z", "code": '''
def sigmoid(z):
    return np.array([1 / (1 + np.exp(-v)) for v in np.ravel(z)])
'''},
    {"exercise": "sigmoid", "right": False, "name": "derivative", "note": "returns the slope p (1 - p)", "code": '''
def sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid", "right": False, "name": "hard step", "note": "gives 0 or 1, no probability", "code": '''
def sigmoid(z):
    return np.where(z > 0, 1.0, 0.0)
'''},
    {"exercise": "sigmoid", "right": False, "name": "shared buffer", "note": "keeps one array for each shape and hands it out again: an earlier result changes", "code": '''
_buffers = {}

def sigmoid(z):
    z = np.asarray(z, dtype=float)
    if z.shape not in _buffers:
        _buffers[z.shape] = np.empty(z.shape)
    out = _buffers[z.shape]
    out[...] = 1 / (1 + np.exp(-z))
    return out
'''},
    {"exercise": "sigmoid", "right": False, "name": "exp without np", "note": "the name exp is not defined", "code": '''
def sigmoid(z):
    return 1 / (1 + exp(-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "squeezed", "note": "drops the axes of length one, (1, m) becomes (m,)", "code": '''
def sigmoid(z):
    p = 1 / (1 + np.exp(-np.array(z)))
    return np.squeeze(p)
'''},

    # --------------------------------------------------------- linear_forward
    {"exercise": "linear_forward", "right": True, "name": "matrix product", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    return W @ A_prev + b
'''},
    {"exercise": "linear_forward", "right": True, "name": "np.dot and np.add", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    Z = np.dot(W, A_prev)
    Z = np.add(Z, b)
    return Z
'''},
    {"exercise": "linear_forward", "right": True, "name": "einsum", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    return np.einsum("ij,jk->ik", W, A_prev) + b
'''},
    {"exercise": "linear_forward", "right": True, "name": "three loops", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    n_out, n_in = W.shape
    m = A_prev.shape[1]
    Z = np.zeros((n_out, m))
    for i in range(n_out):
        for k in range(m):
            s = b[i, 0]
            for j in range(n_in):
                s = s + W[i, j] * A_prev[j, k]
            Z[i, k] = s
    return Z
'''},
    {"exercise": "linear_forward", "right": True, "name": "bias as an extra weight", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    ones = np.ones((1, A_prev.shape[1]))
    W_big = np.hstack([W, b])
    A_big = np.vstack([A_prev, ones])
    return np.matmul(W_big, A_big)
'''},
    {"exercise": "linear_forward", "right": True, "name": "by transposes", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    rows = A_prev.T @ W.T + b.T     # one row an example
    return rows.T
'''},
    {"exercise": "linear_forward", "right": True, "name": "broadcast and sum", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    products = W[:, :, np.newaxis] * A_prev[np.newaxis, :, :]
    return products.sum(axis=1) + b
'''},
    {"exercise": "linear_forward", "right": True, "name": "column by column", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    columns = []
    for j in range(A_prev.shape[1]):
        columns.append(W @ A_prev[:, j] + b[:, 0])
    return np.column_stack(columns)
'''},
    {"exercise": "linear_forward", "right": False, "name": "W transposed", "note": "transposes W although its rows are the neurons", "code": '''
def linear_forward(W, A_prev, b):
    return W.T @ A_prev + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "no bias", "note": "forgot b", "code": '''
def linear_forward(W, A_prev, b):
    Z = np.dot(W, A_prev)
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias subtracted", "note": "takes b for a threshold and subtracts it", "code": '''
def linear_forward(W, A_prev, b):
    return np.matmul(W, A_prev) - b
'''},
    {"exercise": "linear_forward", "right": False, "name": "factors exchanged", "note": "A_prev @ W, the shapes do not fit", "code": '''
def linear_forward(W, A_prev, b):
    return A_prev @ W + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "star for at", "note": "multiplies entry by entry instead of the matrix product", "code": '''
def linear_forward(W, A_prev, b):
    Z = W * A_prev + b
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias as a row", "note": "transposes b, so the biases go to the examples or do not fit", "code": '''
def linear_forward(W, A_prev, b):
    return W @ A_prev + b.T
'''},
    {"exercise": "linear_forward", "right": False, "name": "first bias only", "note": "uses b[0] for all neurons", "code": '''
def linear_forward(W, A_prev, b):
    return W @ A_prev + b[0]
'''},
    {"exercise": "linear_forward", "right": False, "name": "sum of the biases", "note": "adds the sum of all biases to each neuron", "code": '''
def linear_forward(W, A_prev, b):
    return W.dot(A_prev) + np.sum(b)
'''},
    {"exercise": "linear_forward", "right": False, "name": "sigmoid too", "note": "returns the probabilities instead of the scores", "code": '''
def linear_forward(W, A_prev, b):
    Z = W @ A_prev + b
    return sigmoid(Z)
'''},
    {"exercise": "linear_forward", "right": False, "name": "result transposed", "note": "returns shape (m, n_out)", "code": '''
def linear_forward(W, A_prev, b):
    return (W @ A_prev + b).T
'''},
    {"exercise": "linear_forward", "right": False, "name": "flat result", "note": "flattens the scores to one dimension", "code": '''
def linear_forward(W, A_prev, b):
    Z = W @ A_prev + b
    return Z.flatten()
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias added in place", "note": "adding float biases in place to an integer product raises an error", "code": '''
def linear_forward(W, A_prev, b):
    Z = W @ A_prev
    Z += b
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "overwrites the sum", "note": "= instead of += in the inner loop, only the last feature counts", "code": '''
def linear_forward(W, A_prev, b):
    Z = np.zeros((W.shape[0], A_prev.shape[1]))
    for i in range(W.shape[0]):
        for k in range(A_prev.shape[1]):
            for j in range(W.shape[1]):
                Z[i, k] = W[i, j] * A_prev[j, k]
    return Z + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias once a feature", "note": "adds the bias in the inner loop, n_in times", "code": '''
def linear_forward(W, A_prev, b):
    n_out, n_in = W.shape
    m = A_prev.shape[1]
    Z = np.zeros((n_out, m))
    for i in range(n_out):
        for k in range(m):
            for j in range(n_in):
                Z[i, k] += W[i, j] * A_prev[j, k] + b[i, 0]
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "float of the bias column", "note": "float(b) fails for several neurons", "code": '''
def linear_forward(W, A_prev, b):
    bias = float(np.squeeze(b))
    return W @ A_prev + bias
'''},
    {"exercise": "linear_forward", "right": False, "name": "first neuron only", "note": "uses the weights of the first neuron for all", "code": '''
def linear_forward(W, A_prev, b):
    return np.dot(W[0], A_prev) + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "last example left out", "note": "the loop stops one example too early, its column stays 0", "code": '''
def linear_forward(W, A_prev, b):
    m = A_prev.shape[1]
    Z = np.zeros((W.shape[0], m))
    for k in range(m - 1):
        Z[:, k:k + 1] = W @ A_prev[:, k:k + 1] + b
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "cache returned too", "note": "returns a tuple of scores and inputs", "code": '''
def linear_forward(W, A_prev, b):
    Z = np.dot(W, A_prev) + b
    cache = (A_prev, W, b)
    return Z, cache
'''},
    {"exercise": "linear_forward", "right": False, "name": "mean for sum", "note": "divides the sum by the number of inputs", "code": '''
def linear_forward(W, A_prev, b):
    n_in = W.shape[1]
    return W @ A_prev / n_in + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "biases in the wrong places", "note": "repeats and reshapes b so that the biases get mixed up between neurons", "code": '''
def linear_forward(W, A_prev, b):
    n_out = W.shape[0]
    m = A_prev.shape[1]
    B = np.repeat(b, m).reshape(m, n_out).T
    return W @ A_prev + B
'''},
    {"exercise": "linear_forward", "right": False, "name": "with self", "note": "a self too many, the call with three arguments fails", "code": '''
def linear_forward(self, W, A_prev, b):
    return W @ A_prev + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias before the product", "note": "adds the bias to the inputs, W @ (A_prev + b)", "code": '''
def linear_forward(W, A_prev, b):
    return W @ (A_prev + b)
'''},

    # ----------------------------------------------------------------- neuron
    {"exercise": "neuron", "right": True, "name": "np.dot", "note": "", "code": '''
def neuron(w, x, b):
    return sigmoid(np.dot(w, x) + b)
'''},
    {"exercise": "neuron", "right": True, "name": "loop with zip", "note": "", "code": '''
def neuron(w, x, b):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    return float(sigmoid(z))
'''},
    {"exercise": "neuron", "right": True, "name": "sum of products, formula written out", "note": "", "code": '''
def neuron(w, x, b):
    z = np.sum(w * x) + b
    return 1.0 / (1.0 + np.exp(-z))
'''},
    {"exercise": "neuron", "right": True, "name": "by linear_forward", "note": "", "code": '''
def neuron(w, x, b):
    W = w.reshape(1, -1)
    X = x.reshape(-1, 1)
    Z = linear_forward(W, X, np.array([[b]]))
    return sigmoid(Z)[0, 0]
'''},
    {"exercise": "neuron", "right": True, "name": "einsum", "note": "", "code": '''
def neuron(w, x, b):
    score = np.einsum("i,i->", w, x) + b
    return sigmoid(score)
'''},
    {"exercise": "neuron", "right": True, "name": "bias as an extra weight", "note": "", "code": '''
def neuron(w, x, b):
    w_all = np.append(w, b)
    x_all = np.append(x, 1.0)
    return float(sigmoid(w_all @ x_all))
'''},
    {"exercise": "neuron", "right": True, "name": "while loop with index", "note": "", "code": '''
def neuron(w, x, b):
    total = 0.0
    i = 0
    while i < w.size:
        total += float(w[i]) * float(x[i])
        i += 1
    total += b
    p = sigmoid(total)
    return p
'''},
    {"exercise": "neuron", "right": False, "name": "no bias", "note": "forgot b", "code": '''
def neuron(w, x, b):
    return sigmoid(w @ x)
'''},
    {"exercise": "neuron", "right": False, "name": "score returned", "note": "forgot the sigmoid", "code": '''
def neuron(w, x, b):
    z = np.dot(w, x) + b
    return z
'''},
    {"exercise": "neuron", "right": False, "name": "no sum", "note": "w * x is not summed, gives an array of probabilities", "code": '''
def neuron(w, x, b):
    return sigmoid(w * x + b)
'''},
    {"exercise": "neuron", "right": False, "name": "bias inside the sum", "note": "the bias is added once for each feature", "code": '''
def neuron(w, x, b):
    return sigmoid(np.sum(w * x + b))
'''},
    {"exercise": "neuron", "right": False, "name": "bias subtracted", "note": "minus b instead of plus b", "code": '''
def neuron(w, x, b):
    return sigmoid(np.dot(w, x) - b)
'''},
    {"exercise": "neuron", "right": False, "name": "array with one entry", "note": "returns shape (1, 1) instead of a number", "code": '''
def neuron(w, x, b):
    Z = linear_forward(w.reshape(1, -1), x.reshape(-1, 1), np.array([[b]]))
    return sigmoid(Z)
'''},
    {"exercise": "neuron", "right": False, "name": "two features only", "note": "always takes two features, the third is ignored and a single one fails", "code": '''
def neuron(w, x, b):
    z = w[0] * x[0] + w[1] * x[1] + b
    return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "rounded", "note": "rounds to three decimals", "code": '''
def neuron(w, x, b):
    return round(float(sigmoid(np.dot(w, x) + b)), 3)
'''},
    {"exercise": "neuron", "right": False, "name": "label for probability", "note": "returns the decision 0 or 1", "code": '''
def neuron(w, x, b):
    p = sigmoid(np.dot(w, x) + b)
    if p > 0.5:
        return 1.0
    return 0.0
'''},
    {"exercise": "neuron", "right": False, "name": "bias after the sigmoid", "note": "a bracket closed too early", "code": '''
def neuron(w, x, b):
    return sigmoid(w @ x) + b
'''},
    {"exercise": "neuron", "right": False, "name": "counts from one", "note": "indices 1 to n as in the formula, the last does not exist", "code": '''
def neuron(w, x, b):
    n = len(w)
    z = b
    for i in range(1, n + 1):
        z += w[i] * x[i]
    return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "first feature skipped", "note": "the loop starts at 1", "code": '''
def neuron(w, x, b):
    z = 0
    for i in range(1, len(w)):
        z += w[i] * x[i]
    return sigmoid(z + b)
'''},
    {"exercise": "neuron", "right": False, "name": "return inside the loop", "note": "returns after the first feature", "code": '''
def neuron(w, x, b):
    z = b
    for i in range(len(w)):
        z = z + w[i] * x[i]
        return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "probability of label 0", "note": "returns 1 - p", "code": '''
def neuron(w, x, b):
    z = np.dot(w, x) + b
    return 1 - sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "mean for sum", "note": "takes the mean of the products", "code": '''
def neuron(w, x, b):
    return sigmoid(np.mean(w * x) + b)
'''},
    {"exercise": "neuron", "right": False, "name": "weights overwritten", "note": "multiplies into the caller's weights", "code": '''
def neuron(w, x, b):
    w *= x
    return sigmoid(w.sum() + b)
'''},
    {"exercise": "neuron", "right": False, "name": "sigmoid twice", "note": "squeezes the probability a second time", "code": '''
def neuron(w, x, b):
    p = sigmoid(np.dot(w, x) + b)
    return sigmoid(p)
'''},
    {"exercise": "neuron", "right": False, "name": "sigma not defined", "note": "calls a function under a name that does not exist", "code": '''
def neuron(w, x, b):
    return sigma(w @ x + b)
'''},
    {"exercise": "neuron", "right": False, "name": "vectors treated as matrices", "note": "asks for a second axis that plain vectors do not have", "code": '''
def neuron(w, x, b):
    z = b
    for j in range(w.shape[1]):
        z += w[0, j] * x[j, 0]
    return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "zero bias replaced", "note": "a bias of 0 counts as missing and becomes 1", "code": '''
def neuron(w, x, b):
    b = b or 1.0
    return sigmoid(np.dot(w, x) + b)
'''},
    {"exercise": "neuron", "right": False, "name": "outer product", "note": "np.outer for np.dot gives a matrix and float() of it fails", "code": '''
def neuron(w, x, b):
    z = np.outer(w, x) + b
    return float(sigmoid(z))
'''},
    {"exercise": "neuron", "right": False, "name": "dot with square brackets", "note": "a method cannot be indexed", "code": '''
def neuron(w, x, b):
    z = w.dot[x] + b
    return sigmoid(z)
'''},

    # ---------------------------------------------------------- bernoulli_pmf
    {"exercise": "bernoulli_pmf", "right": True, "name": "np.where", "note": "", "code": '''
def bernoulli_pmf(y, p):
    return np.where(np.asarray(y) == 1, p, 1 - np.asarray(p))
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "arithmetic", "note": "", "code": '''
def bernoulli_pmf(y, p):
    return y * p + (1 - y) * (1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "powers", "note": "", "code": '''
def bernoulli_pmf(y, p):
    success = p ** y
    failure = (1 - p) ** (1 - y)
    return success * failure
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "absolute value", "note": "", "code": '''
def bernoulli_pmf(y, p):
    # y = 1: |0 - p| = p,   y = 0: |1 - p| = 1 - p
    return np.abs((1 - y) - p)
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "sign and offset", "note": "", "code": '''
def bernoulli_pmf(y, p):
    sign = 2.0 * y - 1.0
    offset = 1.0 - y
    return offset + sign * p
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "loop after broadcasting", "note": "", "code": '''
def bernoulli_pmf(y, p):
    ys, ps = np.broadcast_arrays(y, p)
    out = np.zeros(ys.shape)
    for idx in np.ndindex(ys.shape):
        if ys[idx] == 1:
            out[idx] = ps[idx]
        else:
            out[idx] = 1 - ps[idx]
    return out
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "vectorize", "note": "", "code": '''
def bernoulli_pmf(y, p):
    def single(label, prob):
        return prob if label == 1 else 1.0 - prob
    return np.vectorize(single, otypes=[float])(y, p)
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "select", "note": "", "code": '''
def bernoulli_pmf(y, p):
    y = np.asarray(y)
    p = np.asarray(p, dtype=float)
    return np.select([y == 1, y == 0], [p, 1.0 - p])
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "if on an array", "note": "an if decides once, arrays raise an error", "code": '''
def bernoulli_pmf(y, p):
    if y == 1:
        return p
    else:
        return 1 - p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "cases swapped", "note": "gives 1 - p for label 1", "code": '''
def bernoulli_pmf(y, p):
    return np.where(y == 1, 1 - p, p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "label 0 forgotten", "note": "gives 0 for label 0", "code": '''
def bernoulli_pmf(y, p):
    return y * p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "sum of powers", "note": "adds the two powers instead of multiplying", "code": '''
def bernoulli_pmf(y, p):
    return p ** y + (1 - p) ** (1 - y)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "log-likelihood", "note": "returns the logarithm of the probability", "code": '''
def bernoulli_pmf(y, p):
    return y * np.log(p) + (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "product over all", "note": "multiplies all entries to one number", "code": '''
def bernoulli_pmf(y, p):
    return np.prod(y * p + (1 - y) * (1 - p))
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "loop over len", "note": "numbers have no len, and rows of two-dimensional arrays cannot be compared with an if", "code": '''
def bernoulli_pmf(y, p):
    result = []
    for i in range(len(y)):
        if y[i] == 1:
            result.append(p[i])
        else:
            result.append(1 - p[i])
    return np.array(result)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "changes p", "note": "writes 1 - p into the caller's array", "code": '''
def bernoulli_pmf(y, p):
    if np.ndim(y) == 0 or np.ndim(p) == 0:
        return np.where(y == 1, p, 1 - p)
    p[y == 0] = 1 - p[y == 0]
    return p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "distance of label and probability", "note": "|y - p| is the probability of the other label", "code": '''
def bernoulli_pmf(y, p):
    return np.abs(y - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "one decision for all", "note": "np.any decides once for the whole array", "code": '''
def bernoulli_pmf(y, p):
    if np.any(y == 1):
        return p
    return 1 - p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "asks p instead of y", "note": "the condition looks at the probability, the label is not used", "code": '''
def bernoulli_pmf(y, p):
    return np.where(p > 0.5, p, 1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "container like y", "note": "a result like y: integer labels cut the probabilities to 0, a number with an array does not fit", "code": '''
def bernoulli_pmf(y, p):
    out = np.zeros_like(y)
    out[...] = y * p + (1 - y) * (1 - p)
    return out
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "same exponent twice", "note": "the second exponent is y instead of 1 - y", "code": '''
def bernoulli_pmf(y, p):
    return (p ** y) * ((1 - p) ** y)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "arguments exchanged", "note": "takes p first and y second", "code": '''
def bernoulli_pmf(p, y):
    return np.where(np.asarray(y) == 1, p, 1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "brackets missing", "note": "y*p + 1 - y*1 - p for lack of brackets", "code": '''
def bernoulli_pmf(y, p):
    return y * p + 1 - y * 1 - p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "label as an index", "note": "float labels cannot index, and arrays of labels pick whole arrays", "code": '''
def bernoulli_pmf(y, p):
    table = np.array([1 - p, p])
    return table[y]
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "and / or", "note": "p = 0 with label 1 falls through to 1 - p, arrays raise an error", "code": '''
def bernoulli_pmf(y, p):
    return y and p or 1 - p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "labels minus one and one", "note": "a formula for labels -1 and 1", "code": '''
def bernoulli_pmf(y, p):
    return (1 + y) / 2 * p + (1 - y) / 2 * (1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "p kept away from 0 and 1", "note": "clips the probabilities, wrong at 0 and 1", "code": '''
def bernoulli_pmf(y, p):
    p = np.clip(p, 0.001, 0.999)
    return np.where(np.asarray(y) == 1, p, 1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "masks need two arrays", "note": "indexes both y and p with a mask, fails where one is a number", "code": '''
def bernoulli_pmf(y, p):
    out = np.zeros(y.shape)
    ones = y == 1
    out[ones] = p[ones]
    out[~ones] = 1 - p[~ones]
    return out
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "one minus the label", "note": "the third argument is 1 - y instead of 1 - p", "code": '''
def bernoulli_pmf(y, p):
    return np.where(np.asarray(y) == 1, p, 1 - np.asarray(y))
'''},

    # ---------------------------------------------------------------- predict
    {"exercise": "predict", "right": True, "name": "astype", "note": "", "code": '''
def predict(P, threshold=0.5):
    return (P > threshold).astype(float)
'''},
    {"exercise": "predict", "right": True, "name": "np.where", "note": "", "code": '''
def predict(P, threshold=0.5):
    return np.where(P <= threshold, 0.0, 1.0)
'''},
    {"exercise": "predict", "right": True, "name": "two loops", "note": "", "code": '''
def predict(P, threshold=0.5):
    n_out, m = P.shape
    Y_hat = np.zeros((n_out, m))
    for i in range(n_out):
        for j in range(m):
            if P[i, j] > threshold:
                Y_hat[i, j] = 1.0
    return Y_hat
'''},
    {"exercise": "predict", "right": True, "name": "heaviside", "note": "", "code": '''
def predict(P, threshold=0.5):
    return np.heaviside(P - threshold, 0.0)
'''},
    {"exercise": "predict", "right": True, "name": "mask into zeros", "note": "", "code": '''
def predict(P, threshold=0.5):
    labels = np.zeros(P.shape)
    mask = np.greater(P, threshold)
    labels[mask] = 1
    return labels
'''},
    {"exercise": "predict", "right": True, "name": "list comprehension", "note": "", "code": '''
def predict(P, threshold=0.5):
    def decide(p):
        return 1.0 if p > threshold else 0.0
    return np.array([[decide(p) for p in row] for row in P])
'''},
    {"exercise": "predict", "right": True, "name": "one minus the others", "note": "", "code": '''
def predict(P, threshold=0.5):
    stays_zero = np.less_equal(P, threshold)
    return 1.0 - stays_zero
'''},
    {"exercise": "predict", "right": True, "name": "sign cut at zero", "note": "", "code": '''
def predict(P, threshold=0.5):
    return np.maximum(np.sign(P - threshold), 0.0)
'''},
    {"exercise": "predict", "right": False, "name": "larger or equal", "note": "a tie gives 1", "code": '''
def predict(P, threshold=0.5):
    return (P >= threshold).astype(float)
'''},
    {"exercise": "predict", "right": False, "name": "condition turned around", "note": "1 where the probability is smaller", "code": '''
def predict(P, threshold=0.5):
    return np.where(P < threshold, 1.0, 0.0)
'''},
    {"exercise": "predict", "right": False, "name": "threshold ignored", "note": "always compares with 0.5", "code": '''
def predict(P, threshold=0.5):
    return (P > 0.5) * 1.0
'''},
    {"exercise": "predict", "right": False, "name": "rounding", "note": "np.round knows no other threshold than 0.5", "code": '''
def predict(P, threshold=0.5):
    return np.round(P)
'''},
    {"exercise": "predict", "right": False, "name": "if on an array", "note": "one if for the whole array raises an error", "code": '''
def predict(P, threshold=0.5):
    if P > threshold:
        return 1.0
    else:
        return 0.0
'''},
    {"exercise": "predict", "right": False, "name": "keeps the probability", "note": "gives p instead of 1 above the threshold", "code": '''
def predict(P, threshold=0.5):
    return np.where(P > threshold, P, 0.0)
'''},
    {"exercise": "predict", "right": False, "name": "overwrites P", "note": "writes the labels into the caller's array", "code": '''
def predict(P, threshold=0.5):
    yes = P > threshold
    P[yes] = 1.0
    P[~yes] = 0.0
    return P
'''},
    {"exercise": "predict", "right": False, "name": "first row only", "note": "the loop runs over row 0, further rows stay 0", "code": '''
def predict(P, threshold=0.5):
    out = np.zeros(P.shape)
    for j in range(P.shape[1]):
        out[0, j] = 1.0 if P[0, j] > threshold else 0.0
    return out
'''},
    {"exercise": "predict", "right": False, "name": "argmax", "note": "gives the row of the largest probability of each column", "code": '''
def predict(P, threshold=0.5):
    return np.argmax(P, axis=0)
'''},
    {"exercise": "predict", "right": False, "name": "no default", "note": "the default of the threshold is gone, predict(P) fails", "code": '''
def predict(P, threshold):
    return (P > threshold).astype(float)
'''},
    {"exercise": "predict", "right": False, "name": "sign", "note": "gives -1 instead of 0", "code": '''
def predict(P, threshold=0.5):
    return np.sign(P - threshold)
'''},
    {"exercise": "predict", "right": False, "name": "flat result", "note": "one row of m labels without the second axis", "code": '''
def predict(P, threshold=0.5):
    labels = []
    for p in P.ravel():
        if p > threshold:
            labels.append(1.0)
        else:
            labels.append(0.0)
    return np.array(labels)
'''},
    {"exercise": "predict", "right": False, "name": "loop over rows as if entries", "note": "the loop meets whole rows, the if fails", "code": '''
def predict(P, threshold=0.5):
    labels = []
    for p in P:
        if p > threshold:
            labels.append(1.0)
        else:
            labels.append(0.0)
    return np.array([labels])
'''},
    {"exercise": "predict", "right": False, "name": "sigmoid again", "note": "squeezes the probabilities before the comparison", "code": '''
def predict(P, threshold=0.5):
    A = sigmoid(P)
    return (A > threshold).astype(float)
'''},
    {"exercise": "predict", "right": False, "name": "indices", "note": "np.where with one argument gives the positions", "code": '''
def predict(P, threshold=0.5):
    return np.where(P > threshold)
'''},
    {"exercise": "predict", "right": False, "name": "threshold 0 taken as missing", "note": "a threshold of 0 becomes 0.5", "code": '''
def predict(P, threshold=None):
    threshold = threshold or 0.5
    return (P > threshold).astype(float)
'''},
    {"exercise": "predict", "right": False, "name": "int of an array", "note": "int() fails for an array", "code": '''
def predict(P, threshold=0.5):
    return int(P > threshold)
'''},
    {"exercise": "predict", "right": False, "name": "rounded first", "note": "rounds the probabilities to one decimal before the comparison", "code": '''
def predict(P, threshold=0.5):
    P = np.around(P, 1)
    return (P > threshold) + 0.0
'''},
    {"exercise": "predict", "right": False, "name": "tie left as it is", "note": "a tie gives the threshold itself", "code": '''
def predict(P, threshold=0.5):
    Y = P.astype(float)
    Y[P > threshold] = 1
    Y[P < threshold] = 0
    return Y
'''},
    {"exercise": "predict", "right": False, "name": "one answer for all", "note": "np.any makes a single label", "code": '''
def predict(P, threshold=0.5):
    return float(np.any(P > threshold))
'''},
    {"exercise": "predict", "right": False, "name": "pandas habit", "note": "arrays have no apply", "code": '''
def predict(P, threshold=0.5):
    return P.apply(lambda p: 1.0 if p > threshold else 0.0)
'''},
    {"exercise": "predict", "right": False, "name": "mean as threshold", "note": "compares with the mean probability", "code": '''
def predict(P, threshold=0.5):
    threshold = P.mean()
    return (P > threshold).astype(float)
'''},

    # --------------------------------------------------------------- accuracy
    {"exercise": "accuracy", "right": True, "name": "mean of equal", "note": "", "code": '''
def accuracy(Y_pred, Y):
    return np.mean(Y_pred == Y)
'''},
    {"exercise": "accuracy", "right": True, "name": "counting loop", "note": "", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    right = 0
    for j in range(m):
        if Y_pred[0, j] == Y[0, j]:
            right += 1
    return right / m
'''},
    {"exercise": "accuracy", "right": True, "name": "one minus mean distance", "note": "", "code": '''
def accuracy(Y_pred, Y):
    errors = np.abs(Y_pred - Y)
    return float(1 - errors.mean())
'''},
    {"exercise": "accuracy", "right": True, "name": "dot products", "note": "", "code": '''
def accuracy(Y_pred, Y):
    both_one = np.dot(Y, Y_pred.T)
    both_zero = np.dot(1 - Y, (1 - Y_pred).T)
    return float((both_one + both_zero)[0, 0]) / Y.size
'''},
    {"exercise": "accuracy", "right": True, "name": "count_nonzero", "note": "", "code": '''
def accuracy(Y_pred, Y):
    wrong = np.count_nonzero(Y_pred - Y)
    return (Y.size - wrong) / Y.size
'''},
    {"exercise": "accuracy", "right": True, "name": "zip over flat", "note": "", "code": '''
def accuracy(Y_pred, Y):
    pairs = list(zip(Y_pred.ravel(), Y.ravel()))
    return sum(1 for a, t in pairs if a == t) / len(pairs)
'''},
    {"exercise": "accuracy", "right": True, "name": "mean probability of the label", "note": "", "code": '''
def accuracy(Y_pred, Y):
    # with p = 0 or 1 the probability of the true label is 1 if right, else 0
    return np.sum(bernoulli_pmf(Y, Y_pred)) / np.size(Y)
'''},
    {"exercise": "accuracy", "right": False, "name": "percent", "note": "multiplies by 100", "code": '''
def accuracy(Y_pred, Y):
    return np.mean(Y_pred == Y) * 100
'''},
    {"exercise": "accuracy", "right": False, "name": "error rate", "note": "counts the unequal labels", "code": '''
def accuracy(Y_pred, Y):
    return float(np.mean(Y_pred != Y))
'''},
    {"exercise": "accuracy", "right": False, "name": "divided by len", "note": "len(Y) is the number of rows, 1", "code": '''
def accuracy(Y_pred, Y):
    return np.sum(Y_pred == Y) / len(Y)
'''},
    {"exercise": "accuracy", "right": False, "name": "precision", "note": "right ones among the predicted ones", "code": '''
def accuracy(Y_pred, Y):
    tp = np.sum((Y_pred == 1) & (Y == 1))
    fp = np.sum((Y_pred == 1) & (Y == 0))
    return tp / (tp + fp)
'''},
    {"exercise": "accuracy", "right": False, "name": "only the ones", "note": "equal zeros do not count", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    return float(np.sum(Y_pred * Y) / m)
'''},
    {"exercise": "accuracy", "right": False, "name": "axis 1", "note": "returns an array of shape (1,)", "code": '''
def accuracy(Y_pred, Y):
    return np.mean(Y_pred == Y, axis=1)
'''},
    {"exercise": "accuracy", "right": False, "name": "if on arrays", "note": "compares the whole arrays in an if", "code": '''
def accuracy(Y_pred, Y):
    count = 0
    m = Y.shape[1]
    for i in range(m):
        if Y_pred == Y:
            count += 1
    return count / m
'''},
    {"exercise": "accuracy", "right": False, "name": "all or nothing", "note": "1 only if every label is right, else 0", "code": '''
def accuracy(Y_pred, Y):
    return float(np.array_equal(Y_pred, Y))
'''},
    {"exercise": "accuracy", "right": False, "name": "loop over the first axis", "note": "indexes examples on the axis of length one and runs out of it", "code": '''
def accuracy(Y_pred, Y):
    hits = 0
    for i in range(Y.shape[1]):
        if Y_pred[i, 0] == Y[i, 0]:
            hits += 1
    return hits / Y.shape[1]
'''},
    {"exercise": "accuracy", "right": False, "name": "integer division", "note": "// gives 0 unless all are right", "code": '''
def accuracy(Y_pred, Y):
    correct = int(np.sum(Y_pred == Y))
    return correct // Y.shape[1]
'''},
    {"exercise": "accuracy", "right": False, "name": "errors cancel", "note": "no absolute value for each example, opposite mistakes cancel", "code": '''
def accuracy(Y_pred, Y):
    return 1 - abs(np.mean(Y_pred - Y))
'''},
    {"exercise": "accuracy", "right": False, "name": "dot without transpose", "note": "(1, m) times (1, m) does not fit", "code": '''
def accuracy(Y_pred, Y):
    good = np.dot(Y, Y_pred) + np.dot(1 - Y, 1 - Y_pred)
    return float(np.squeeze(good)) / Y.size
'''},
    {"exercise": "accuracy", "right": False, "name": "first example skipped", "note": "the loop starts at 1 but divides by m", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    n_right = 0
    for j in range(1, m):
        n_right += int(Y_pred[0, j] == Y[0, j])
    return n_right / m
'''},
    {"exercise": "accuracy", "right": False, "name": "m minus one", "note": "divides by m - 1 as in a sample variance", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    return int(np.sum(Y_pred == Y)) / (m - 1)
'''},
    {"exercise": "accuracy", "right": False, "name": "changes the predictions", "note": "subtracts in place from the caller's array", "code": '''
def accuracy(Y_pred, Y):
    Y_pred -= Y
    return 1 - np.mean(np.abs(Y_pred))
'''},
    {"exercise": "accuracy", "right": False, "name": "counts on from call to call", "note": "the list in the default argument keeps the hits of earlier calls", "code": '''
def accuracy(Y_pred, Y, hits=[]):
    for guess, truth in zip(Y_pred[0], Y[0]):
        hits.append(guess == truth)
    return sum(hits) / len(hits)
'''},
    {"exercise": "accuracy", "right": False, "name": "built-in sum", "note": "sum() adds the rows only, gives an array of m numbers", "code": '''
def accuracy(Y_pred, Y):
    return sum(Y_pred == Y) / Y.shape[1]
'''},
    {"exercise": "accuracy", "right": False, "name": "number of examples not defined", "note": "divides by a name that was never given a value", "code": '''
def accuracy(Y_pred, Y):
    number_equal = np.sum(Y_pred == Y)
    return number_equal / number_of_examples
'''},
    {"exercise": "accuracy", "right": False, "name": "single equals sign", "note": "= instead of ==, np.mean gets an unknown keyword", "code": '''
def accuracy(Y_pred, Y):
    return np.mean(Y_pred=Y)
'''},
    {"exercise": "accuracy", "right": False, "name": "rounded to two digits", "note": "rounds the fraction", "code": '''
def accuracy(Y_pred, Y):
    acc = (Y_pred == Y).mean()
    return round(float(acc), 2)
'''},
    {"exercise": "accuracy", "right": False, "name": "correlation", "note": "the correlation of the labels is not their accuracy", "code": '''
def accuracy(Y_pred, Y):
    return np.corrcoef(Y_pred, Y)[0, 1]
'''},
    {"exercise": "accuracy", "right": False, "name": "return inside the loop", "note": "stops at the first example", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    equal = 0
    for k in range(m):
        if Y_pred[0, k] == Y[0, k]:
            equal += 1
        return equal / m
'''},

    # ------------------------------------------------- decision_boundary_line
    {"exercise": "decision_boundary_line", "right": True, "name": "direct", "note": "", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical and has no slope")
    slope = -w[0] / w[1]
    intercept = -b / w[1]
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "unpacked weights", "note": "", "code": '''
def decision_boundary_line(w, b):
    w1, w2 = w
    if not w2:
        raise ValueError(f"w2 = {w2}: vertical line, no slope")
    return (float(-w1 / w2), float(-b / w2))
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "try and except", "note": "", "code": '''
def decision_boundary_line(w, b):
    w1, w2, bias = float(w[0]), float(w[1]), float(b)
    try:
        return -w1 / w2, -bias / w2
    except ZeroDivisionError:
        raise ValueError("Vertical line: w[1] is zero, so there is no slope.") from None
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "both divided at once", "note": "", "code": '''
def decision_boundary_line(w, b):
    if w[-1] != 0:
        numbers_ = np.array([w[0], b]) / -w[-1]
        return tuple(numbers_.tolist())
    raise ValueError("this boundary is a vertical line")
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "linear system", "note": "", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0.0:
        raise ValueError("cannot solve for x2, the boundary is vertical")
    # w2 * slope = -w1   and   w2 * intercept = -b
    A = np.array([[w[1], 0.0], [0.0, w[1]]])
    slope, intercept = np.linalg.solve(A, np.array([-w[0], -b]))
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "helper functions", "note": "", "code": '''
def _check_not_vertical(w):
    if np.equal(w[1], 0):
        raise ValueError("The line is vertical.")

def _quotient(number, w2):
    return np.negative(np.true_divide(number, w2))

def decision_boundary_line(w, b):
    _check_not_vertical(w)
    return _quotient(w[0], w[1]), _quotient(b, w[1])
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "reciprocal", "note": "", "code": '''
def decision_boundary_line(w, b):
    is_vertical = float(w[1]) == 0.0
    if is_vertical:
        message = "No slope exists because the line is vertical (w2 is 0)."
        raise ValueError(message)
    factor = -1.0 / w[1]
    return tuple(factor * c for c in (w[0], b))
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "slope without minus", "note": "wrong sign of the slope", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("vertical line")
    return w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "intercept without minus", "note": "wrong sign of the intercept", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical")
    slope = -w[0] / w[1]
    intercept = b / w[1]
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "solved for x1", "note": "divides by the first weight and tests the first weight", "code": '''
def decision_boundary_line(w, b):
    if w[0] == 0:
        raise ValueError("the line is vertical, no slope")
    return -w[1] / w[0], -b / w[0]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "order exchanged", "note": "returns intercept and slope", "code": '''
def decision_boundary_line(w, b):
    w1, w2 = w[0], w[1]
    if w2 == 0:
        raise ValueError("line is vertical")
    intercept = -b / w2
    slope = -w1 / w2
    return intercept, slope
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "no error for vertical", "note": "NumPy only warns and gives inf", "code": '''
def decision_boundary_line(w, b):
    w = np.asarray(w, dtype=float)
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "None for vertical", "note": "prints a message and returns None instead of raising", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        print("vertical line, no slope")
        return None
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "infinite slope", "note": "returns inf and the place on the x1 axis for a vertical line", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        return np.inf, -b / w[0]
    else:
        return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "another kind of error", "note": "raises ZeroDivisionError instead of ValueError", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ZeroDivisionError("the line is vertical and has no slope")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "error returned", "note": "returns the ValueError instead of raising it", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        return ValueError("the line is vertical")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "nearly zero counts as zero", "note": "raises for small weights that are not exactly 0", "code": '''
def decision_boundary_line(w, b):
    if abs(w[1]) < 0.01:
        raise ValueError("the line is vertical")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "any zero weight", "note": "raises for a zero first weight too, where the slope is 0", "code": '''
def decision_boundary_line(w, b):
    if 0 in w:
        raise ValueError("vertical line has no slope")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "compares the whole vector", "note": "w == 0 in an if fails for every call", "code": '''
def decision_boundary_line(w, b):
    if w == 0:
        raise ValueError("the line is vertical")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "indices from one", "note": "w[1] and w[2], the second does not exist", "code": '''
def decision_boundary_line(w, b):
    if w[2] == 0:
        raise ValueError("vertical")
    return -w[1] / w[2], -b / w[2]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "w as a matrix", "note": "two indices on a plain vector", "code": '''
def decision_boundary_line(w, b):
    w1 = w[0, 0]
    w2 = w[0, 1]
    if w2 == 0:
        raise ValueError("no slope, vertical line")
    return -w1 / w2, -b / w2
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "integer division", "note": "// rounds down", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("this line is vertical")
    return -w[0] // w[1], -b // w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "error without text", "note": "the ValueError says nothing about the vertical line", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "negative weights refused", "note": "raises for every second weight that is not positive", "code": '''
def decision_boundary_line(w, b):
    if w[1] <= 0:
        raise ValueError("the line is vertical")
    slope = -(w[0] / w[1])
    return slope, -(b / w[1])
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "weights scaled in place", "note": "divides the caller's weights, integer weights raise an error", "code": '''
def decision_boundary_line(w, b):
    w2 = w[1]
    if w2 == 0:
        raise ValueError("the line is vertical")
    w /= -w2
    return w[0], -b / w2
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "direction of the weights", "note": "slope of the weight vector, which is perpendicular to the line", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("vertical, slope does not exist")
    return w[1] / w[0], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "score of one half", "note": "sets the score to 0.5 instead of 0", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical")
    return -w[0] / w[1], (0.5 - b) / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "bias not divided", "note": "forgot to divide the bias by the second weight", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical, there is no slope")
    slope = -w[0] / w[1]
    return slope, -b
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "bias indexed", "note": "b[0] although b is a number", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical")
    return -w[0] / w[1], -b[0] / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "equation as text", "note": "returns a string with the equation", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical")
    return f"x2 = {-w[0] / w[1]} * x1 + {-b / w[1]}"
'''},
]
