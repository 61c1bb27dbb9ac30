"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ------------------------------------------------------------------ sigmoid
    {"exercise": "sigmoid", "right": True, "name": "formula as it stands", "note": "", "code": '''
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "sigmoid", "right": True, "name": "stable with np.where", "note": "", "code": '''
def sigmoid(z):
    e = np.exp(-np.abs(z))          # never larger than 1
    denominator = 1 + e
    return np.where(np.asarray(z) >= 0, 1 / denominator, e / denominator)
'''},
    {"exercise": "sigmoid", "right": True, "name": "two masks", "note": "", "code": '''
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    out = np.empty_like(z)
    pos = z >= 0
    neg = np.logical_not(pos)
    out[pos] = 1.0 / (1.0 + np.exp(-z[pos]))
    ez = np.exp(z[neg])
    out[neg] = ez / (1.0 + ez)
    return out
'''},
    {"exercise": "sigmoid", "right": True, "name": "helper for one number, vectorized", "note": "", "code": '''
import math

def _sigmoid_of_one(s):
    if s >= 0:
        return 1.0 / (1.0 + math.exp(-s))
    t = math.exp(s)
    return t / (1.0 + t)

_sigmoid_of_many = np.vectorize(_sigmoid_of_one, otypes=[float])

def sigmoid(z):
    return _sigmoid_of_many(z)
'''},
    {"exercise": "sigmoid", "right": True, "name": "recursion over the first axis", "note": "", "code": '''
def sigmoid(z):
    if np.ndim(z) == 0:
        return 1.0 / (1.0 + np.exp(-z))
    result = np.zeros(np.shape(z))
    for i in range(len(z)):
        result[i] = sigmoid(z[i])
    return result
'''},
    {"exercise": "sigmoid", "right": True, "name": "logaddexp", "note": "", "code": '''
def sigmoid(z):
    # log(1 + e^-z) = log(e^0 + e^-z)
    log_denominator = np.logaddexp(0.0, np.negative(z))
    return np.exp(-log_denominator)
'''},
    {"exercise": "sigmoid", "right": False, "name": "minus sign missing", "note": "exp(z) in place of exp(-z)", "code": '''
def sigmoid(z):
    return 1 / (1 + np.exp(z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "other formula, nan for large scores", "note": "e^z / (1 + e^z) becomes inf/inf at 1000", "code": '''
def sigmoid(z):
    ez = np.exp(z)
    return ez / (1 + ez)
'''},
    {"exercise": "sigmoid", "right": False, "name": "brackets missing", "note": "computes 1/1 + exp(-z)", "code": '''
def sigmoid(z):
    return 1 / 1 + np.exp(-z)
'''},
    {"exercise": "sigmoid", "right": False, "name": "tanh from memory", "note": "takes another S-shaped function", "code": '''
def sigmoid(z):
    s = np.tanh(z)
    return s
'''},
    {"exercise": "sigmoid", "right": False, "name": "minus in the denominator", "note": "1 - exp(-z) in place of 1 + exp(-z)", "code": '''
def sigmoid(z):
    return 1.0 / (1.0 - np.exp(-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "math.exp", "note": "math.exp takes no arrays, and overflows at -1000", "code": '''
import math

def sigmoid(z):
    return 1 / (1 + math.exp(-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "exp without np", "note": "the name exp does not exist", "code": '''
def sigmoid(z):
    p = 1 / (1 + exp(-z))
    return p
'''},
    {"exercise": "sigmoid", "right": False, "name": "if on an array", "note": "stable version with an if, which fails for arrays", "code": '''
def sigmoid(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    else:
        return np.exp(z) / (1 + np.exp(z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "loops over a number", "note": "iterates over z, so a single number fails", "code": '''
def sigmoid(z):
    return np.array([1 / (1 + np.exp(-s)) for s in z])
'''},
    {"exercise": "sigmoid", "right": False, "name": "np.e to a power", "note": "a plain Python number of -1000 stops with an OverflowError", "code": '''
def sigmoid(z):
    return 1 / (1 + np.e ** (-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "clipped to six", "note": "cuts the scores off at -6 and 6 to silence the warning", "code": '''
def sigmoid(z):
    z = np.clip(z, -6, 6)
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "integers cut", "note": "the result takes the integer type of z, so integer scores all give 0 or 1", "code": '''
def sigmoid(z):
    s = np.zeros_like(z)
    s[...] = 1 / (1 + np.exp(-z))
    return s
'''},
    {"exercise": "sigmoid", "right": False, "name": "changes z", "note": "turns the sign of the array that it was given", "code": '''
def sigmoid(z):
    z *= -1
    return 1 / (1 + np.exp(z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "rounded as in the example", "note": "rounds to three decimals", "code": '''
def sigmoid(z):
    return np.round(1 / (1 + np.exp(-z)), 3)
'''},
    {"exercise": "sigmoid", "right": False, "name": "the derivative", "note": "returns s(1-s), the slope of the sigmoid", "code": '''
def sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid", "right": False, "name": "softmax over all entries", "note": "divides by the sum over all scores, so the entries are not treated each by itself", "code": '''
def sigmoid(z):
    e = np.exp(z)
    return e / np.sum(e)
'''},
    {"exercise": "sigmoid", "right": False, "name": "flat result", "note": "loses the shape of z: always one-dimensional", "code": '''
def sigmoid(z):
    probs = []
    for score in np.ravel(z):
        probs.append(1 / (1 + np.exp(-score)))
    return np.array(probs)
'''},
    {"exercise": "sigmoid", "right": False, "name": "only prints", "note": "prints the probability and returns None", "code": '''
def sigmoid(z):
    p = 1 / (1 + np.exp(-z))
    print(p)
'''},
    {"exercise": "sigmoid", "right": False, "name": "piecewise linear", "note": "the hard sigmoid, a rough copy made of straight lines", "code": '''
def sigmoid(z):
    return np.clip(0.2 * z + 0.5, 0.0, 1.0)
'''},

    # ----------------------------------------------------------- linear_forward
    {"exercise": "linear_forward", "right": True, "name": "matrix product", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    Z = W @ A_prev + b
    return Z
'''},
    {"exercise": "linear_forward", "right": True, "name": "einsum", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    return np.einsum("oi,im->om", W, A_prev) + b
'''},
    {"exercise": "linear_forward", "right": True, "name": "three loops", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    n_out, n_in = W.shape
    m = A_prev.shape[1]
    Z = np.zeros((n_out, m))
    for neuron_nr in range(n_out):
        for example in range(m):
            total = b[neuron_nr, 0]
            for k in range(n_in):
                total = total + W[neuron_nr, k] * A_prev[k, example]
            Z[neuron_nr, example] = total
    return Z
'''},
    {"exercise": "linear_forward", "right": True, "name": "bias as one more weight", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    ones = np.ones((1, A_prev.shape[1]))
    W_long = np.hstack([W, b])
    A_long = np.vstack([A_prev, ones])
    return np.dot(W_long, A_long)
'''},
    {"exercise": "linear_forward", "right": True, "name": "broadcast and sum", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    products = W[:, :, np.newaxis] * A_prev[np.newaxis, :, :]   # (n_out, n_in, m)
    return products.sum(axis=1) + b
'''},
    {"exercise": "linear_forward", "right": True, "name": "everything transposed", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    Zt = np.matmul(A_prev.T, W.T)
    Zt = np.add(Zt, b.T)
    return Zt.T
'''},
    {"exercise": "linear_forward", "right": False, "name": "no bias", "note": "forgets b", "code": '''
def linear_forward(W, A_prev, b):
    return np.dot(W, A_prev)
'''},
    {"exercise": "linear_forward", "right": False, "name": "factors in the wrong order", "note": "A_prev times W; the shapes do not fit", "code": '''
def linear_forward(W, A_prev, b):
    return A_prev @ W + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "W transposed", "note": "W.T as in other books; shapes do not fit, or wrong weights if square", "code": '''
def linear_forward(W, A_prev, b):
    return W.T @ A_prev + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias given to np.dot", "note": "the third argument of np.dot is the output: error, or b overwritten", "code": '''
def linear_forward(W, A_prev, b):
    return np.dot(W, A_prev, b)
'''},
    {"exercise": "linear_forward", "right": False, "name": "column bias into a vector", "note": "adds the (n_out, 1) column to a vector; fails for several neurons", "code": '''
def linear_forward(W, A_prev, b):
    Z = np.zeros((W.shape[0], A_prev.shape[1]))
    for j in range(A_prev.shape[1]):
        Z[:, j] = W @ A_prev[:, j] + b
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias subtracted", "note": "minus b", "code": '''
def linear_forward(W, A_prev, b):
    return W @ A_prev - b
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias inside the bracket", "note": "adds b to the inputs before the product", "code": '''
def linear_forward(W, A_prev, b):
    return W @ (A_prev + b)
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias of the first neuron", "note": "uses b[0] for every neuron", "code": '''
def linear_forward(W, A_prev, b):
    Z = W @ A_prev
    return Z + b[0]
'''},
    {"exercise": "linear_forward", "right": False, "name": "sigmoid too", "note": "returns probabilities, not scores", "code": '''
def linear_forward(W, A_prev, b):
    Z = W @ A_prev + b
    A = sigmoid(Z)
    return A
'''},
    {"exercise": "linear_forward", "right": False, "name": "result transposed", "note": "one row an example: shape (m, n_out)", "code": '''
def linear_forward(W, A_prev, b):
    return (W @ A_prev + b).T
'''},
    {"exercise": "linear_forward", "right": False, "name": "integer result array", "note": "the scores are stored in an array of integers and lose their decimals", "code": '''
def linear_forward(W, A_prev, b):
    Z = np.zeros((W.shape[0], A_prev.shape[1]), dtype=int)
    for i in range(W.shape[0]):
        for j in range(A_prev.shape[1]):
            Z[i, j] = np.sum(W[i, :] * A_prev[:, j]) + b[i, 0]
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "squeezed", "note": "takes axes of length one away: one neuron or one example gives a vector", "code": '''
def linear_forward(W, A_prev, b):
    return np.squeeze(W @ A_prev + b)
'''},
    {"exercise": "linear_forward", "right": False, "name": "last input left out", "note": "the inner loop ends one too early", "code": '''
def linear_forward(W, A_prev, b):
    n_out, n_in = W.shape
    _, m = A_prev.shape
    Z = np.zeros((n_out, m)) + b
    for i in range(n_out):
        for j in range(m):
            for k in range(0, n_in - 1):
                Z[i, j] += W[i, k] * A_prev[k, j]
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias in every step", "note": "adds the bias once for each input, not once", "code": '''
def linear_forward(W, A_prev, b):
    n_out, n_in = W.shape
    m = A_prev.shape[1]
    Z = np.zeros((n_out, m))
    for k in range(n_in):
        Z += W[:, [k]] * A_prev[[k], :] + b
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "only the first neuron", "note": "reads the first row of W alone and returns a vector", "code": '''
def linear_forward(W, A_prev, b):
    w = W[0]
    bias = b[0, 0]
    return w @ A_prev + bias
'''},
    {"exercise": "linear_forward", "right": False, "name": "remembers the first call", "note": "keeps the first result and gives it back in each later call", "code": '''
cache = {}

def linear_forward(W, A_prev, b):
    if "Z" not in cache:
        cache["Z"] = W @ A_prev + b
    return cache["Z"]
'''},
    {"exercise": "linear_forward", "right": False, "name": "A_prev overwritten", "note": "multiplies into the given array; works for one neuron only", "code": '''
def linear_forward(W, A_prev, b):
    A_prev *= W.T
    return A_prev.sum(axis=0, keepdims=True) + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias copied for four examples", "note": "the four examples of the AND gate are hard-coded", "code": '''
def linear_forward(W, A_prev, b):
    B = np.repeat(b, 4, axis=1)
    return W @ A_prev + B
'''},
    {"exercise": "linear_forward", "right": False, "name": "mean over the inputs", "note": "divides the weighted sum by the number of inputs", "code": '''
def linear_forward(W, A_prev, b):
    n_in = W.shape[1]
    return (W @ A_prev) / n_in + b
'''},

    # ------------------------------------------------------------------- neuron
    {"exercise": "neuron", "right": True, "name": "np.dot and sigmoid", "note": "", "code": '''
def neuron(w, x, b):
    z = np.dot(w, x) + b
    return sigmoid(z)
'''},
    {"exercise": "neuron", "right": True, "name": "all in one line", "note": "", "code": '''
def neuron(w, x, b):
    return 1 / (1 + np.exp(-(w @ x + b)))
'''},
    {"exercise": "neuron", "right": True, "name": "zip loop", "note": "", "code": '''
def neuron(w, x, b):
    score = b
    for weight, feature in zip(w, x):
        score = score + weight * feature
    return float(sigmoid(score))
'''},
    {"exercise": "neuron", "right": True, "name": "through linear_forward", "note": "", "code": '''
def neuron(w, x, b):
    W = w.reshape(1, -1)
    A_prev = x.reshape(-1, 1)
    Z = linear_forward(W, A_prev, np.array([[b]]))
    return sigmoid(Z)[0, 0]
'''},
    {"exercise": "neuron", "right": True, "name": "bias as a last weight", "note": "", "code": '''
def neuron(w, x, b):
    longer_w = np.append(w, b)
    longer_x = np.append(x, 1)
    z = np.einsum("i,i->", longer_w, longer_x)
    return float(sigmoid(float(z)))
'''},
    {"exercise": "neuron", "right": True, "name": "recursive sum", "note": "", "code": '''
def neuron(w, x, b):
    if len(w) == 0:
        return sigmoid(b)
    # what the first feature adds goes into the bias
    return neuron(w[1:], x[1:], b + w[0] * x[0])
'''},
    {"exercise": "neuron", "right": False, "name": "no bias", "note": "takes b but never adds it", "code": '''
def neuron(w, x, b):
    z = np.dot(w, x)
    return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "score only", "note": "forgets the sigmoid", "code": '''
def neuron(w, x, b):
    return float(w @ x + b)
'''},
    {"exercise": "neuron", "right": False, "name": "product without sum", "note": "one probability for each feature", "code": '''
def neuron(w, x, b):
    z = w * x + b
    return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "bias once a feature", "note": "b stands inside the sum and is added n times", "code": '''
def neuron(w, x, b):
    return sigmoid(np.sum(w * x + b))
'''},
    {"exercise": "neuron", "right": False, "name": "two features fixed", "note": "ignores a third feature and fails for a single one", "code": '''
def neuron(w, x, b):
    z = w[0] * x[0] + w[1] * x[1] + b
    return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "array with one entry", "note": "returns shape (1, 1), not a number", "code": '''
def neuron(w, x, b):
    Z = linear_forward(w[np.newaxis, :], x[:, np.newaxis], b)
    return sigmoid(Z)
'''},
    {"exercise": "neuron", "right": False, "name": "bias after the sigmoid", "note": "adds b to the probability", "code": '''
def neuron(w, x, b):
    p = sigmoid(np.dot(w, x)) + b
    return p
'''},
    {"exercise": "neuron", "right": False, "name": "sigmoid twice", "note": "squeezes the probability once more", "code": '''
def neuron(w, x, b):
    a = sigmoid(np.dot(w, x) + b)
    return sigmoid(a)
'''},
    {"exercise": "neuron", "right": False, "name": "label for a probability", "note": "returns 1.0 or 0.0", "code": '''
def neuron(w, x, b):
    p = sigmoid(w.dot(x) + b)
    if p > 0.5:
        return 1.0
    return 0.0
'''},
    {"exercise": "neuron", "right": False, "name": "minus lost in the exponent", "note": "the minus reaches w.x but not b: exp(-w.x + b)", "code": '''
def neuron(w, x, b):
    return 1 / (1 + np.exp(-np.dot(w, x) + b))
'''},
    {"exercise": "neuron", "right": False, "name": "outer product", "note": "np.outer gives a matrix", "code": '''
def neuron(w, x, b):
    return sigmoid(np.outer(w, x) + b)
'''},
    {"exercise": "neuron", "right": False, "name": "both as columns", "note": "two columns cannot be multiplied", "code": '''
def neuron(w, x, b):
    w = w.reshape(-1, 1)
    x = x.reshape(-1, 1)
    z = w @ x + b
    return sigmoid(z)[0, 0]
'''},
    {"exercise": "neuron", "right": False, "name": "math not imported", "note": "uses math.exp without an import", "code": '''
def neuron(w, x, b):
    z = b
    for i in range(len(w)):
        z += w[i] * x[i]
    return 1 / (1 + math.exp(-z))
'''},
    {"exercise": "neuron", "right": False, "name": "shape[1] of a vector", "note": "asks a vector for its second axis", "code": '''
def neuron(w, x, b):
    total = 0
    for i in range(w.shape[1]):
        total += w[0, i] * x[i]
    return sigmoid(total + b)
'''},
    {"exercise": "neuron", "right": False, "name": "np.sum with a comma", "note": "a comma where a product is meant; x is taken for the axis", "code": '''
def neuron(w, x, b):
    z = np.sum(w, x) + b
    return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "whole-number score", "note": "cuts the decimals of the score", "code": '''
def neuron(w, x, b):
    z = int(np.dot(w, x) + b)
    return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "x overwritten", "note": "multiplies the weights into the given x", "code": '''
def neuron(w, x, b):
    x *= w
    return sigmoid(x.sum() + b)
'''},
    {"exercise": "neuron", "right": False, "name": "return inside the loop", "note": "leaves after the first feature", "code": '''
def neuron(w, x, b):
    z = b
    for i in range(len(x)):
        z = z + w[i] * x[i]
        return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "negative scores cut off", "note": "a ReLU before the sigmoid: never below one half", "code": '''
def neuron(w, x, b):
    z = max(0, np.dot(w, x) + b)
    return sigmoid(z)
'''},

    # ------------------------------------------------------------ bernoulli_pmf
    {"exercise": "bernoulli_pmf", "right": True, "name": "arithmetic", "note": "", "code": '''
def bernoulli_pmf(y, p):
    return y * p + (1 - y) * (1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "np.where", "note": "", "code": '''
def bernoulli_pmf(y, p):
    return np.where(np.asarray(y) == 1, p, np.subtract(1, p))
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "powers", "note": "", "code": '''
def bernoulli_pmf(y, p):
    q = 1 - p
    return p**y * q**(1 - y)
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "if in a helper, vectorized", "note": "", "code": '''
def bernoulli_pmf(y, p):
    def one(label, prob):
        if label == 1:
            return prob
        else:
            return 1 - prob
    f = np.vectorize(one, otypes=[float])
    return f(y, p)
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "mask after broadcasting", "note": "", "code": '''
def bernoulli_pmf(y, p):
    labels, probs = np.broadcast_arrays(y, p)
    result = np.array(1.0 - probs)
    is_one = labels == 1
    result[is_one] = probs[is_one]
    return result
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "sign and offset", "note": "", "code": '''
def bernoulli_pmf(y, p):
    sign = 2 * y - 1        # +1 for label 1, -1 for label 0
    offset = 1 - y          #  0 for label 1,  1 for label 0
    return offset + sign * p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "cases exchanged", "note": "label 1 gets 1 - p and label 0 gets p", "code": '''
def bernoulli_pmf(y, p):
    return np.where(y == 0, p, 1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "plain if", "note": "an if cannot decide for an array", "code": '''
def bernoulli_pmf(y, p):
    if y == 1:
        return p
    else:
        return 1 - p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "label 0 forgotten", "note": "y * p alone: label 0 gets 0", "code": '''
def bernoulli_pmf(y, p):
    return y * p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "both exponents y", "note": "(1-p) is raised to y, not to 1-y", "code": '''
def bernoulli_pmf(y, p):
    return (p ** y) * ((1 - p) ** y)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "sum of powers", "note": "adds the two powers; they belong multiplied", "code": '''
def bernoulli_pmf(y, p):
    return np.power(p, y) + np.power(1 - p, 1 - y)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "log of it", "note": "returns the log of the probability", "code": '''
def bernoulli_pmf(y, p):
    return y * np.log(p) + (1 - y) * np.log(1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "multiplied together", "note": "one joint probability of all labels, not one for each", "code": '''
def bernoulli_pmf(y, p):
    each = y * p + (1 - y) * (1 - p)
    return np.prod(each)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "asks p, not y", "note": "gives the larger of p and 1 - p, whatever the label", "code": '''
def bernoulli_pmf(y, p):
    return np.where(p > 0.5, p, 1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "changes p", "note": "writes into the given p, and fails for numbers", "code": '''
def bernoulli_pmf(y, p):
    p[y == 0] = 1 - p[y == 0]
    return p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "result like y", "note": "integer labels make an integer result, so probabilities are cut to 0", "code": '''
def bernoulli_pmf(y, p):
    out = np.zeros_like(y)
    out[...] = np.where(y == 1, p, 1 - p)
    return out
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "loop over len(y)", "note": "works for vectors only; a number has no len", "code": '''
def bernoulli_pmf(y, p):
    res = []
    for i in range(len(y)):
        if y[i] == 1:
            res.append(p[i])
        else:
            res.append(1 - p[i])
    return np.array(res)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "and / or", "note": "and and or do not work on arrays; p = 0 with label 1 is wrong too", "code": '''
def bernoulli_pmf(y, p):
    return (y and p) or (1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "float of an array", "note": "wraps the result in float, which arrays do not allow", "code": '''
def bernoulli_pmf(y, p):
    return float(y * p + (1 - y) * (1 - p))
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "brackets forgotten", "note": "1-y*1-p without brackets", "code": '''
def bernoulli_pmf(y, p):
    return y*p + 1-y * 1-p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "kept away from 0 and 1", "note": "clips p, so p = 0 and p = 1 come out a little wrong", "code": '''
def bernoulli_pmf(y, p):
    eps = 1e-4
    p = np.clip(p, eps, 1 - eps)
    return p**y * (1 - p)**(1 - y)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "distance from the label", "note": "|y - p| is the probability of the other label", "code": '''
def bernoulli_pmf(y, p):
    return np.abs(y - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "zipped and flat", "note": "result has one axis; a number with an array gives a single entry", "code": '''
def bernoulli_pmf(y, p):
    pairs = zip(np.ravel(y), np.ravel(p))
    return np.array([b if a == 1 else 1 - b for a, b in pairs])
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "y compared with p", "note": "y > p fails for a sure label: y = 1, p = 1 gives 0", "code": '''
def bernoulli_pmf(y, p):
    return np.where(y > p, p, 1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "all labels at once", "note": "p only if every label is 1, else 1 - p for all of them", "code": '''
def bernoulli_pmf(y, p):
    if np.all(y == 1):
        return p * np.ones(np.shape(y))
    return (1 - p) * np.ones(np.shape(y))
'''},

    # ------------------------------------------------------------------ predict
    {"exercise": "predict", "right": True, "name": "comparison as float", "note": "", "code": '''
def predict(P, threshold=0.5):
    return (P > threshold).astype(float)
'''},
    {"exercise": "predict", "right": True, "name": "np.where", "note": "", "code": '''
def predict(P, threshold=0.5):
    y_hat = np.where(P <= threshold, 0.0, 1.0)
    return y_hat
'''},
    {"exercise": "predict", "right": True, "name": "two loops", "note": "", "code": '''
def predict(P, threshold=0.5):
    rows, cols = P.shape
    labels = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            if P[r, c] > threshold:
                labels[r, c] = 1.0
    return labels
'''},
    {"exercise": "predict", "right": True, "name": "ones, then zeros by mask", "note": "", "code": '''
def predict(P, threshold=0.5):
    answer = np.ones(P.shape)
    no = ~(P > threshold)
    answer[no] = 0
    return answer
'''},
    {"exercise": "predict", "right": True, "name": "heaviside", "note": "", "code": '''
def predict(P, threshold=0.5):
    # the second argument is the value at exactly 0, that is for a tie
    return np.heaviside(P - threshold, 0.0)
'''},
    {"exercise": "predict", "right": True, "name": "list comprehension with helper", "note": "", "code": '''
def predict(P, threshold=0.5):
    def answer(prob):
        return 1.0 if prob > threshold else 0.0
    return np.array([[answer(prob) for prob in row] for row in P])
'''},
    {"exercise": "predict", "right": False, "name": "tie gives 1", "note": ">= in place of >", "code": '''
def predict(P, threshold=0.5):
    return np.where(P >= threshold, 1.0, 0.0)
'''},
    {"exercise": "predict", "right": False, "name": "threshold set again", "note": "overwrites the argument with 0.5", "code": '''
def predict(P, threshold=0.5):
    threshold = 0.5
    return (P > threshold) * 1.0
'''},
    {"exercise": "predict", "right": False, "name": "np.round", "note": "rounds, whatever the threshold", "code": '''
def predict(P, threshold=0.5):
    return np.round(P)
'''},
    {"exercise": "predict", "right": False, "name": "smaller gives 1", "note": "the comparison is turned around", "code": '''
def predict(P, threshold=0.5):
    return (P < threshold).astype(float)
'''},
    {"exercise": "predict", "right": False, "name": "if on the array", "note": "one if for the whole array", "code": '''
def predict(P, threshold=0.5):
    if P > threshold:
        return 1.0
    else:
        return 0.0
'''},
    {"exercise": "predict", "right": False, "name": "writes into P", "note": "the labels replace the given probabilities", "code": '''
def predict(P, threshold=0.5):
    big = P > threshold
    P[big] = 1.0
    P[~big] = 0.0
    return P
'''},
    {"exercise": "predict", "right": False, "name": "sign", "note": "gives -1, 0 and 1", "code": '''
def predict(P, threshold=0.5):
    return np.sign(P - threshold)
'''},
    {"exercise": "predict", "right": False, "name": "positions, not labels", "note": "np.where with one argument returns indices", "code": '''
def predict(P, threshold=0.5):
    return np.where(P > threshold)
'''},
    {"exercise": "predict", "right": False, "name": "keeps the probability", "note": "puts P itself where it is large, not 1", "code": '''
def predict(P, threshold=0.5):
    Y_hat = np.zeros(P.shape)
    Y_hat[P > threshold] = P[P > threshold]
    return Y_hat
'''},
    {"exercise": "predict", "right": False, "name": "first row only", "note": "labels of the other rows stay 0", "code": '''
def predict(P, threshold=0.5):
    m = P.shape[1]
    Y_hat = np.zeros(P.shape)
    for i in range(m):
        Y_hat[0, i] = 1 if P[0, i] > threshold else 0
    return Y_hat
'''},
    {"exercise": "predict", "right": False, "name": "sigmoid once more", "note": "P is a probability already", "code": '''
def predict(P, threshold=0.5):
    probs = sigmoid(P)
    return np.where(probs > threshold, 1.0, 0.0)
'''},
    {"exercise": "predict", "right": False, "name": "astype on the threshold", "note": "brackets missing: a float has no astype", "code": '''
def predict(P, threshold=0.5):
    return P > threshold.astype(float)
'''},
    {"exercise": "predict", "right": False, "name": "called t", "note": "uses t from the formula, a name that does not exist", "code": '''
def predict(P, threshold=0.5):
    return np.where(P > t, 1.0, 0.0)
'''},
    {"exercise": "predict", "right": False, "name": "default dropped", "note": "threshold has no default, so predict(P) fails", "code": '''
def predict(P, threshold):
    return (P > threshold).astype(float)
'''},
    {"exercise": "predict", "right": False, "name": "list in the signature", "note": "the list of labels is kept between calls; the second call cannot be reshaped", "code": '''
def predict(P, threshold=0.5, labels=[]):
    for p in P.flatten():
        if p > threshold:
            labels.append(1.0)
        else:
            labels.append(0.0)
    return np.array(labels).reshape(P.shape)
'''},
    {"exercise": "predict", "right": False, "name": "flattened", "note": "returns one axis only", "code": '''
def predict(P, threshold=0.5):
    return np.array([float(p > threshold) for p in P.ravel()])
'''},
    {"exercise": "predict", "right": False, "name": "floor of the sum", "note": "adds the threshold: a tie gives 1 and other thresholds act the wrong way", "code": '''
def predict(P, threshold=0.5):
    return np.floor(P + threshold)
'''},
    {"exercise": "predict", "right": False, "name": "compared with the mean", "note": "the mean of P serves as the threshold", "code": '''
def predict(P, threshold=0.5):
    threshold = np.mean(P)
    out = (P > threshold)
    return out.astype(float)
'''},

    # ----------------------------------------------------------------- accuracy
    {"exercise": "accuracy", "right": True, "name": "mean of equality", "note": "", "code": '''
def accuracy(Y_pred, Y):
    return np.mean(Y_pred == Y)
'''},
    {"exercise": "accuracy", "right": True, "name": "count loop", "note": "", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    correct = 0
    for j in range(m):
        if Y_pred[0, j] == Y[0, j]:
            correct += 1
    return correct / m
'''},
    {"exercise": "accuracy", "right": True, "name": "one minus mean error", "note": "", "code": '''
def accuracy(Y_pred, Y):
    wrong = np.abs(Y_pred - Y)
    return 1.0 - wrong.sum() / wrong.size
'''},
    {"exercise": "accuracy", "right": True, "name": "dot products", "note": "", "code": '''
def accuracy(Y_pred, Y):
    both_one = np.dot(Y_pred, Y.T)
    both_zero = np.dot(1 - Y_pred, (1 - Y).T)
    return float((both_one + both_zero)[0, 0]) / Y.shape[1]
'''},
    {"exercise": "accuracy", "right": True, "name": "confusion counts", "note": "", "code": '''
def accuracy(Y_pred, Y):
    tp = np.count_nonzero((Y_pred == 1) & (Y == 1))
    tn = np.count_nonzero((Y_pred == 0) & (Y == 0))
    fp = np.count_nonzero((Y_pred == 1) & (Y == 0))
    fn = np.count_nonzero((Y_pred == 0) & (Y == 1))
    return (tp + tn) / (tp + tn + fp + fn)
'''},
    {"exercise": "accuracy", "right": True, "name": "bernoulli of hard labels", "note": "", "code": '''
def accuracy(Y_pred, Y):
    # with p = 0 or 1 the probability of the true label is 1 if right, 0 if wrong
    hits = bernoulli_pmf(Y, Y_pred)
    return float(np.average(hits))
'''},
    {"exercise": "accuracy", "right": False, "name": "percentage", "note": "times 100", "code": '''
def accuracy(Y_pred, Y):
    return 100 * np.mean(Y_pred == Y)
'''},
    {"exercise": "accuracy", "right": False, "name": "divides by len", "note": "len(Y) is the number of rows, 1, so this is the count", "code": '''
def accuracy(Y_pred, Y):
    return np.sum(Y_pred == Y) / len(Y)
'''},
    {"exercise": "accuracy", "right": False, "name": "error rate", "note": "fraction of wrong labels", "code": '''
def accuracy(Y_pred, Y):
    wrong = np.sum(Y_pred != Y)
    return wrong / Y.shape[1]
'''},
    {"exercise": "accuracy", "right": False, "name": "all or nothing", "note": "1 only if every label is right", "code": '''
def accuracy(Y_pred, Y):
    return float(np.array_equal(Y_pred, Y))
'''},
    {"exercise": "accuracy", "right": False, "name": "ones only", "note": "counts right ones, forgets right zeros", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    return np.sum(Y_pred * Y) / m
'''},
    {"exercise": "accuracy", "right": False, "name": "precision", "note": "right ones among the predicted ones", "code": '''
def accuracy(Y_pred, Y):
    tp = np.sum((Y_pred == 1) & (Y == 1))
    return tp / np.sum(Y_pred == 1)
'''},
    {"exercise": "accuracy", "right": False, "name": "loop over rows", "note": "compares whole rows in an if", "code": '''
def accuracy(Y_pred, Y):
    count = 0
    for i in range(len(Y)):
        if Y_pred[i] == Y[i]:
            count += 1
    return count / len(Y)
'''},
    {"exercise": "accuracy", "right": False, "name": "column index on rows", "note": "Y[i] with i up to m; there is one row only", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    n_right = 0
    for i in range(m):
        n_right += np.sum(Y_pred[i] == Y[i])
    return n_right / m
'''},
    {"exercise": "accuracy", "right": False, "name": "single equals sign", "note": "= for ==: np.mean gets an unknown keyword", "code": '''
def accuracy(Y_pred, Y):
    return np.mean(Y_pred=Y)
'''},
    {"exercise": "accuracy", "right": False, "name": "scikit-learn", "note": "a package that the grader does not have; and it compares whole rows", "code": '''
from sklearn.metrics import accuracy_score

def accuracy(Y_pred, Y):
    return accuracy_score(Y, Y_pred)
'''},
    {"exercise": "accuracy", "right": False, "name": "rounded", "note": "rounds to two decimals", "code": '''
def accuracy(Y_pred, Y):
    acc = float(np.mean(Y_pred == Y))
    return round(acc, 2)
'''},
    {"exercise": "accuracy", "right": False, "name": "whole division", "note": "// gives 0 unless all are right", "code": '''
def accuracy(Y_pred, Y):
    return np.sum(Y_pred == Y) // Y.size
'''},
    {"exercise": "accuracy", "right": False, "name": "mean down the columns", "note": "axis=0 leaves one value an example", "code": '''
def accuracy(Y_pred, Y):
    return np.mean(Y_pred == Y, axis=0)
'''},
    {"exercise": "accuracy", "right": False, "name": "built-in sum", "note": "sum adds rows and leaves an array of m entries", "code": '''
def accuracy(Y_pred, Y):
    equal = (Y_pred == Y)
    return sum(equal) / Y.shape[1]
'''},
    {"exercise": "accuracy", "right": False, "name": "errors cancel", "note": "compares the means, so a false 1 hides a false 0", "code": '''
def accuracy(Y_pred, Y):
    return 1 - abs(np.mean(Y_pred) - np.mean(Y))
'''},
    {"exercise": "accuracy", "right": False, "name": "no absolute value", "note": "signed differences: a missed 1 pushes it above 1", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    return 1 - np.sum(Y_pred - Y) / m
'''},
    {"exercise": "accuracy", "right": False, "name": "changes Y_pred", "note": "subtracts Y from the given array", "code": '''
def accuracy(Y_pred, Y):
    Y_pred -= Y
    return 1 - np.mean(np.abs(Y_pred))
'''},
    {"exercise": "accuracy", "right": False, "name": "first example skipped", "note": "loop starts at 1 but divides by m", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    good = 0
    for k in range(1, m):
        good += int(Y_pred[0, k] == Y[0, k])
    return good / m
'''},
    {"exercise": "accuracy", "right": False, "name": "text with percent", "note": "returns a string", "code": '''
def accuracy(Y_pred, Y):
    share = np.mean(Y_pred == Y)
    return f"{share:.1%}"
'''},

    # --------------------------------------------------- decision_boundary_line
    {"exercise": "decision_boundary_line", "right": True, "name": "check, then divide", "note": "", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("The line is vertical, it has no slope.")
    slope = -w[0] / w[1]
    intercept = -b / w[1]
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "ZeroDivisionError turned into ValueError", "note": "", "code": '''
def decision_boundary_line(w, b):
    w1, w2 = (float(v) for v in w)
    try:
        return (-w1 / w2, -float(b) / w2)
    except ZeroDivisionError:
        raise ValueError("w2 is 0: vertical line, no slope") from None
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "linear solver", "note": "", "code": '''
def decision_boundary_line(w, b):
    w1, w2 = w
    if w2 == 0.0:
        raise ValueError("vertical line: the slope does not exist")
    # w2 * [slope, intercept] = [-w1, -b]
    solution = np.linalg.solve(np.array([[w2]]), np.array([[-w1, -b]]))
    return float(solution[0, 0]), float(solution[0, 1])
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "one vector division", "note": "", "code": '''
def decision_boundary_line(w, b):
    if not w[1]:
        raise ValueError("boundary is a vertical line")
    coefficients = np.array([w[0], b]) / (-w[1])
    return tuple(coefficients.tolist())
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "roots of two small polynomials", "note": "", "code": '''
def decision_boundary_line(w, b):
    if w[1] != 0:
        slope = np.roots([w[1], w[0]])[0]       # w2 s + w1 = 0
        intercept = np.roots([w[1], b])[0]      # w2 x2 + b = 0, at x1 = 0
        return float(slope), float(intercept)
    raise ValueError("With w[1] = 0 the line is vertical and no slope exists.")
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "helper that refuses zero", "note": "", "code": '''
def _minus_ratio(top, bottom):
    if bottom == 0:
        message = "The boundary is vertical; its slope is not defined (w[1] = 0)."
        raise ValueError(message)
    return -1.0 * np.divide(top, bottom)

def decision_boundary_line(w, b):
    return _minus_ratio(w[0], w[1]), _minus_ratio(b, w[1])
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "slope without minus", "note": "w1/w2", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("vertical line, no slope")
    return w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "intercept without minus", "note": "b/w2", "code": '''
def decision_boundary_line(w, b):
    w1, w2 = w[0], w[1]
    if w2 == 0:
        raise ValueError("The line is vertical")
    slope = -(w1 / w2)
    intercept = b / w2
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "solved for x1", "note": "divides by w1: -w2/w1 and -b/w1", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("vertical line without slope")
    return -w[1] / w[0], -b / w[0]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "intercept first", "note": "the two numbers in the wrong order", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("vertical: there is no slope")
    slope, intercept = -w[0] / w[1], -b / w[1]
    return intercept, slope
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "no error", "note": "a vertical line gives inf, no ValueError", "code": '''
def decision_boundary_line(w, b):
    slope = -w[0] / w[1]
    intercept = -b / w[1]
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "wrong weight checked", "note": "raises for w1 = 0, a level line, and not for w2 = 0", "code": '''
def decision_boundary_line(w, b):
    if w[0] == 0:
        raise ValueError("the line is vertical and has no slope")
    return (-w[0] / w[1], -b / w[1])
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "assert", "note": "an AssertionError, not a ValueError", "code": '''
def decision_boundary_line(w, b):
    assert w[1] != 0, "vertical line has no slope"
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "except that never comes", "note": "NumPy numbers only warn on division by zero, so the error is never raised", "code": '''
def decision_boundary_line(w, b):
    try:
        slope = -w[0] / w[1]
        intercept = -b / w[1]
    except ZeroDivisionError:
        raise ValueError("The line is vertical: no slope.")
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "error returned", "note": "returns the ValueError instead of raising it", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        return ValueError("the line is vertical")
    else:
        return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "error without text", "note": "the ValueError says nothing about a vertical line", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "counts from one", "note": "w[1] and w[2]; there is no w[2]", "code": '''
def decision_boundary_line(w, b):
    if w[2] == 0:
        raise ValueError("vertical line")
    return -w[1] / w[2], -b / w[2]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "w taken for a matrix", "note": "w[0, 1] of a vector stops with an IndexError", "code": '''
def decision_boundary_line(w, b):
    w1 = w[0, 0]
    w2 = w[0, 1]
    if w2 == 0:
        raise ValueError("vertical line, slope undefined")
    return -w1 / w2, -b / w2
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "three names for two weights", "note": "unpacks b from w too: a ValueError in every call, but not about a vertical line", "code": '''
def decision_boundary_line(w, b):
    w1, w2, b = w
    if w2 == 0:
        raise ValueError("vertical line")
    return -w1 / w2, -b / w2
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "any zero is an error", "note": "also refuses the level line with w1 = 0", "code": '''
def decision_boundary_line(w, b):
    if 0 in w:
        raise ValueError("the line is vertical, it has no slope")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "nearly zero is an error", "note": "refuses small weights such as 1e-9, though only exactly 0 is vertical", "code": '''
def decision_boundary_line(w, b):
    if np.isclose(w[1], 0):
        raise ValueError("Vertical line, no slope!")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "whole-number division", "note": "// rounds down", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("This line is vertical.")
    return -w[0] // w[1], -b // w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "score one half", "note": "looks for z = 0.5, not for z = 0", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("vertical boundary: no slope")
    slope = -w[0] / w[1]
    intercept = (0.5 - b) / w[1]
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "intercept not divided", "note": "forgets to divide b by w2", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0.0:
        raise ValueError("no slope, the line is vertical")
    m = -w[0] / w[1]
    c = -b
    return m, c
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "w changed on the way", "note": "turns the sign of w[0] in the given array", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("vertical line: slope does not exist")
    w[0] = -w[0]
    slope = w[0] / w[1]
    return slope, -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "message printed", "note": "prints that it is vertical and returns None", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        print("ValueError: the line is vertical")
        return None
    return -w[0] / w[1], -b / w[1]
'''},
]
