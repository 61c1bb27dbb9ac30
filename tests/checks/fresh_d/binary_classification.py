"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- sigmoid
    {"exercise": "sigmoid", "right": True, "name": "formula", "note": "", "code": '''
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "sigmoid", "right": True, "name": "loop over entries", "note": "", "code": '''
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    out = np.empty(z.shape)
    flat = out.reshape(-1)
    for i, value in enumerate(z.reshape(-1)):
        flat[i] = 1.0 / (1.0 + np.exp(-value))
    return out[()]
'''},
    {"exercise": "sigmoid", "right": True, "name": "two branches with np.where", "note": "", "code": '''
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1 / (1 + e), e / (1 + e))
'''},
    {"exercise": "sigmoid", "right": True, "name": "masks on an array of its own", "note": "", "code": '''
def sigmoid(z):
    z = np.array(z, dtype=float)
    p = np.zeros(z.shape)
    positive = z >= 0
    p[positive] = 1 / (1 + np.exp(-z[positive]))
    e = np.exp(z[~positive])
    p[~positive] = e / (e + 1)
    if p.ndim == 0:
        return float(p)
    return p
'''},
    {"exercise": "sigmoid", "right": True, "name": "logaddexp", "note": "", "code": '''
def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))
'''},
    {"exercise": "sigmoid", "right": True, "name": "in place on a copy", "note": "", "code": '''
def sigmoid(z):
    p = np.array(z, dtype=float)
    p *= -1
    p = np.exp(p)
    p += 1
    return np.power(p, -1)
'''},
    {"exercise": "sigmoid", "right": False, "name": "minus forgotten", "note": "The minus in the exponent is missing.", "code": '''
def sigmoid(z):
    return 1 / (1 + np.exp(z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "no parentheses", "note": "Without parentheses 1/1 is computed first, and the exponential is added to it.", "code": '''
def sigmoid(z):
    return 1 / 1 + np.exp(-z)
'''},
    {"exercise": "sigmoid", "right": False, "name": "minus in the denominator", "note": "The denominator is 1 minus the exponential instead of 1 plus it.", "code": '''
def sigmoid(z):
    return 1 / (1 - np.exp(-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "e^z over 1 + e^z", "note": "The other form of the formula gives inf/inf = nan for large scores.", "code": '''
def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "zeros_like of whole numbers", "note": "np.zeros_like takes the integer type of z, so the probabilities are cut to 0.", "code": '''
def sigmoid(z):
    z = np.asarray(z)
    p = np.zeros_like(z)
    p[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    p[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return p
'''},
    {"exercise": "sigmoid", "right": False, "name": "tanh without the half", "note": "The form with tanh needs z/2, here z is used.", "code": '''
def sigmoid(z):
    return (1 + np.tanh(z)) / 2
'''},
    {"exercise": "sigmoid", "right": False, "name": "clipped at ten", "note": "The scores are clipped to -10..10 against overflow, which changes the values.", "code": '''
def sigmoid(z):
    z = np.clip(z, -10, 10)
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "changes z", "note": "The sign is turned in place, so the caller's array changes.", "code": '''
def sigmoid(z):
    z *= -1
    return 1 / (1 + np.exp(z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "rounded", "note": "The result is rounded to three decimals because the example shows three.", "code": '''
def sigmoid(z):
    p = 1 / (1 + np.exp(-z))
    return np.round(p, 3)
'''},
    {"exercise": "sigmoid", "right": False, "name": "softmax", "note": "The exponentials are divided by their sum; that is softmax.", "code": '''
def sigmoid(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)
'''},
    {"exercise": "sigmoid", "right": False, "name": "derivative", "note": "Returns the derivative s(1 - s) of the sigmoid.", "code": '''
def sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid", "right": False, "name": "no return", "note": "The result is computed but not returned.", "code": '''
def sigmoid(z):
    p = 1 / (1 + np.exp(-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "math.exp", "note": "math.exp takes numbers only, so an array raises a TypeError.", "code": '''
def sigmoid(z):
    import math
    return 1 / (1 + math.exp(-z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "if on an array", "note": "An if asks for the truth of a whole array, which raises a ValueError.", "code": '''
def sigmoid(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    else:
        return np.exp(z) / (1 + np.exp(z))
'''},
    {"exercise": "sigmoid", "right": False, "name": "len of a number", "note": "The loop uses len(z), which a plain number does not have.", "code": '''
def sigmoid(z):
    p = []
    for i in range(len(z)):
        p.append(1 / (1 + np.exp(-z[i])))
    return np.array(p)
'''},
    {"exercise": "sigmoid", "right": False, "name": "other name", "note": "The argument is called z, but the code uses x.", "code": '''
def sigmoid(z):
    return 1 / (1 + np.exp(-x))
'''},
    # ---------------------------------------------------------------- linear_forward
    {"exercise": "linear_forward", "right": True, "name": "matmul", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    return W @ A_prev + b
'''},
    {"exercise": "linear_forward", "right": True, "name": "np.dot in two steps", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    Z = np.dot(W, A_prev)
    Z = Z + b
    return Z
'''},
    {"exercise": "linear_forward", "right": True, "name": "three loops", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    n_out, n_in = W.shape
    m = A_prev.shape[1]
    Z = np.zeros((n_out, m))
    for k in range(n_out):
        for i in range(m):
            total = 0.0
            for j in range(n_in):
                total += W[k, j] * A_prev[j, i]
            Z[k, i] = total + b[k, 0]
    return Z
'''},
    {"exercise": "linear_forward", "right": True, "name": "example by example", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    columns = []
    for i in range(A_prev.shape[1]):
        x = A_prev[:, i:i + 1]
        columns.append(W.dot(x) + b)
    return np.hstack(columns)
'''},
    {"exercise": "linear_forward", "right": True, "name": "bias as a weight", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    ones = np.ones((1, A_prev.shape[1]))
    return np.concatenate([W, b], axis=1) @ np.concatenate([A_prev, ones], axis=0)
'''},
    {"exercise": "linear_forward", "right": True, "name": "einsum with repeated bias", "note": "", "code": '''
def linear_forward(W, A_prev, b):
    m = A_prev.shape[1]
    return np.einsum("kj,ji->ki", W, A_prev) + np.repeat(b, m, axis=1)
'''},
    {"exercise": "linear_forward", "right": False, "name": "no bias", "note": "The bias is forgotten.", "code": '''
def linear_forward(W, A_prev, b):
    return W @ A_prev
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias subtracted", "note": "The bias is subtracted instead of added.", "code": '''
def linear_forward(W, A_prev, b):
    return np.dot(W, A_prev) - b
'''},
    {"exercise": "linear_forward", "right": False, "name": "first bias for all", "note": "b[0] gives every neuron the bias of the first one.", "code": '''
def linear_forward(W, A_prev, b):
    return W @ A_prev + b[0]
'''},
    {"exercise": "linear_forward", "right": False, "name": "sum of the biases", "note": "The sum of all biases is added to every score.", "code": '''
def linear_forward(W, A_prev, b):
    return W @ A_prev + np.sum(b)
'''},
    {"exercise": "linear_forward", "right": False, "name": "with sigmoid", "note": "The sigmoid is already applied here; scores are wanted.", "code": '''
def linear_forward(W, A_prev, b):
    Z = W @ A_prev + b
    return sigmoid(Z)
'''},
    {"exercise": "linear_forward", "right": False, "name": "transposed result", "note": "The result has one row an example, shape (m, n_out).", "code": '''
def linear_forward(W, A_prev, b):
    return A_prev.T @ W.T + b.T
'''},
    {"exercise": "linear_forward", "right": False, "name": "loop stops early", "note": "The loop over the inputs leaves out the last one.", "code": '''
def linear_forward(W, A_prev, b):
    n_out, n_in = W.shape
    m = A_prev.shape[1]
    Z = np.zeros((n_out, m))
    for k in range(n_out):
        for i in range(m):
            for j in range(n_in - 1):
                Z[k, i] += W[k, j] * A_prev[j, i]
            Z[k, i] += b[k, 0]
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "bias in the inner loop", "note": "The bias is added once for every input, n_in times in all.", "code": '''
def linear_forward(W, A_prev, b):
    Z = np.zeros((W.shape[0], A_prev.shape[1]))
    for k in range(W.shape[0]):
        for i in range(A_prev.shape[1]):
            for j in range(W.shape[1]):
                Z[k, i] += W[k, j] * A_prev[j, i] + b[k, 0]
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "flattened", "note": "The result is flattened, so its shape is not (n_out, m).", "code": '''
def linear_forward(W, A_prev, b):
    Z = W @ A_prev + b
    return Z.flatten()
'''},
    {"exercise": "linear_forward", "right": False, "name": "mean over the examples", "note": "The scores are divided by the number of examples.", "code": '''
def linear_forward(W, A_prev, b):
    m = A_prev.shape[1]
    return 1 / m * (W @ A_prev + b)
'''},
    {"exercise": "linear_forward", "right": False, "name": "total not reset", "note": "The running sum is not set back to zero for the next entry.", "code": '''
def linear_forward(W, A_prev, b):
    n_out, n_in = W.shape
    m = A_prev.shape[1]
    Z = np.zeros((n_out, m))
    total = 0
    for k in range(n_out):
        for i in range(m):
            for j in range(n_in):
                total += W[k, j] * A_prev[j, i]
            Z[k, i] = total + b[k, 0]
    return Z
'''},
    {"exercise": "linear_forward", "right": False, "name": "first neuron alone", "note": "Only the first row of weights and the first bias are used.", "code": '''
def linear_forward(W, A_prev, b):
    Z = []
    for i in range(A_prev.shape[1]):
        Z.append(np.dot(W[0], A_prev[:, i]) + b[0, 0])
    return np.array([Z])
'''},
    {"exercise": "linear_forward", "right": False, "name": "star for the product", "note": "The star multiplies entry by entry, the shapes do not fit.", "code": '''
def linear_forward(W, A_prev, b):
    return W * A_prev + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "factors swapped", "note": "A_prev @ W has the factors in the wrong order.", "code": '''
def linear_forward(W, A_prev, b):
    return A_prev @ W + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "W transposed", "note": "W is transposed, though it has one row a neuron already.", "code": '''
def linear_forward(W, A_prev, b):
    return np.dot(W.T, A_prev) + b
'''},
    {"exercise": "linear_forward", "right": False, "name": "b as third argument of dot", "note": "np.dot takes its third argument as the place for the result, not as a summand.", "code": '''
def linear_forward(W, A_prev, b):
    return np.dot(W, A_prev, b)
'''},
    # ---------------------------------------------------------------- neuron
    {"exercise": "neuron", "right": True, "name": "dot and sigmoid", "note": "", "code": '''
def neuron(w, x, b):
    return sigmoid(np.dot(w, x) + b)
'''},
    {"exercise": "neuron", "right": True, "name": "loop", "note": "", "code": '''
def neuron(w, x, b):
    z = b
    for i in range(len(w)):
        z = z + w[i] * x[i]
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "neuron", "right": True, "name": "sum of products", "note": "", "code": '''
def neuron(w, x, b):
    z = np.sum(w * x) + b
    p = sigmoid(z)
    return float(p)
'''},
    {"exercise": "neuron", "right": True, "name": "through linear_forward", "note": "", "code": '''
def neuron(w, x, b):
    Z = linear_forward(w.reshape(1, -1), x.reshape(-1, 1), np.array([[b]]))
    return sigmoid(Z)[0, 0]
'''},
    {"exercise": "neuron", "right": True, "name": "generator and math", "note": "", "code": '''
def neuron(w, x, b):
    import math
    z = float(sum(wi * xi for wi, xi in zip(w, x)) + b)
    if z >= 0:
        return 1.0 / (1.0 + math.exp(-z))
    e = math.exp(z)
    return e / (1.0 + e)
'''},
    {"exercise": "neuron", "right": True, "name": "bias appended", "note": "", "code": '''
def neuron(w, x, b):
    weights = np.append(w, b)
    inputs = np.append(x, 1.0)
    return sigmoid(weights @ inputs)
'''},
    {"exercise": "neuron", "right": False, "name": "no bias", "note": "The bias is forgotten.", "code": '''
def neuron(w, x, b):
    return sigmoid(np.dot(w, x))
'''},
    {"exercise": "neuron", "right": False, "name": "no sigmoid", "note": "Returns the score instead of the probability.", "code": '''
def neuron(w, x, b):
    return np.dot(w, x) + b
'''},
    {"exercise": "neuron", "right": False, "name": "star instead of dot", "note": "The products are not summed, so the result is an array.", "code": '''
def neuron(w, x, b):
    return sigmoid(w * x + b)
'''},
    {"exercise": "neuron", "right": False, "name": "bias in the sum", "note": "The bias stands inside the sum and is added n times.", "code": '''
def neuron(w, x, b):
    z = np.sum(w * x + b)
    return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "two features only", "note": "The sum is written out for two features; further ones are left out.", "code": '''
def neuron(w, x, b):
    z = w[0] * x[0] + w[1] * x[1] + b
    return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "array with one entry", "note": "Returns an array of shape (1, 1) instead of one number.", "code": '''
def neuron(w, x, b):
    Z = linear_forward(w.reshape(1, -1), x.reshape(-1, 1), b)
    return sigmoid(Z)
'''},
    {"exercise": "neuron", "right": False, "name": "bias after the sigmoid", "note": "The bias is added to the probability instead of the score.", "code": '''
def neuron(w, x, b):
    return sigmoid(np.dot(w, x)) + b
'''},
    {"exercise": "neuron", "right": False, "name": "two features and no bias", "note": "Two mistakes: the bias is forgotten, and only two features are used.", "code": '''
def neuron(w, x, b):
    z = w[0] * x[0] + w[1] * x[1]
    return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "wrong sign of the score", "note": "The minus of the exponent is written by hand and again stands in sigmoid.", "code": '''
def neuron(w, x, b):
    z = w @ x + b
    return sigmoid(-z)
'''},
    {"exercise": "neuron", "right": False, "name": "label instead of probability", "note": "Returns the label 1 or 0 instead of the probability.", "code": '''
def neuron(w, x, b):
    p = sigmoid(np.dot(w, x) + b)
    if p > 0.5:
        return 1.0
    else:
        return 0.0
'''},
    {"exercise": "neuron", "right": False, "name": "mean of the products", "note": "The products are averaged instead of summed.", "code": '''
def neuron(w, x, b):
    z = np.mean(w * x) + b
    return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "loop from one", "note": "The loop starts at 1 and leaves out the first feature.", "code": '''
def neuron(w, x, b):
    z = 0
    for i in range(1, len(w)):
        z += w[i] * x[i]
    return sigmoid(z + b)
'''},
    {"exercise": "neuron", "right": False, "name": "float of an array", "note": "The products are not summed, and float() of an array raises a TypeError.", "code": '''
def neuron(w, x, b):
    return float(sigmoid(w * x + b))
'''},
    {"exercise": "neuron", "right": False, "name": "b with an index", "note": "b is a number here and cannot be indexed.", "code": '''
def neuron(w, x, b):
    z = np.dot(w, x) + b[0]
    return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "second axis", "note": "w is a plain vector and has no shape[1].", "code": '''
def neuron(w, x, b):
    z = b
    for i in range(w.shape[1]):
        z += w[0, i] * x[i]
    return sigmoid(z)
'''},
    {"exercise": "neuron", "right": False, "name": "zip over b", "note": "The loop runs over w, x and b, but b is a number.", "code": '''
def neuron(w, x, b):
    z = 0
    for wi, xi, bi in zip(w, x, b):
        z += wi * xi + bi
    return sigmoid(z)
'''},
    # ---------------------------------------------------------------- bernoulli_pmf
    {"exercise": "bernoulli_pmf", "right": True, "name": "arithmetic", "note": "", "code": '''
def bernoulli_pmf(y, p):
    return y * p + (1 - y) * (1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "np.where", "note": "", "code": '''
def bernoulli_pmf(y, p):
    return np.where(np.equal(y, 1), p, 1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "powers", "note": "", "code": '''
def bernoulli_pmf(y, p):
    return p ** y * (1 - p) ** (1 - y)
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "absolute value", "note": "", "code": '''
def bernoulli_pmf(y, p):
    return abs(1 - y - p)
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "loop over broadcast entries", "note": "", "code": '''
def bernoulli_pmf(y, p):
    labels, probs = np.broadcast_arrays(y, p)
    result = np.zeros(labels.shape)
    for index in np.ndindex(labels.shape):
        if labels[index] == 1:
            result[index] = probs[index]
        else:
            result[index] = 1 - probs[index]
    return result[()]
'''},
    {"exercise": "bernoulli_pmf", "right": True, "name": "vectorized helper", "note": "", "code": '''
def bernoulli_pmf(y, p):
    def one(label, prob):
        return float(prob) if label == 1 else 1.0 - prob
    return np.vectorize(one, otypes=[float])(y, p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "labels swapped", "note": "Label 1 gets 1 - p and label 0 gets p.", "code": '''
def bernoulli_pmf(y, p):
    return np.where(y == 1, 1 - p, p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "p in both terms", "note": "The second term has p instead of 1 - p.", "code": '''
def bernoulli_pmf(y, p):
    return y * p + (1 - y) * p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "minus between the terms", "note": "The second term is subtracted instead of added.", "code": '''
def bernoulli_pmf(y, p):
    return y * p - (1 - y) * (1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "product of the terms", "note": "The two terms are multiplied instead of added, which is always zero.", "code": '''
def bernoulli_pmf(y, p):
    return (y * p) * ((1 - y) * (1 - p))
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "sum of the powers", "note": "The powers are added instead of multiplied.", "code": '''
def bernoulli_pmf(y, p):
    return p ** y + (1 - p) ** (1 - y)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "wrong second exponent", "note": "The second exponent is y instead of 1 - y.", "code": '''
def bernoulli_pmf(y, p):
    return p ** y * (1 - p) ** y
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "only label 1", "note": "The second term is missing, so label 0 gets probability zero.", "code": '''
def bernoulli_pmf(y, p):
    return y * p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "if on all labels", "note": "One decision is taken for the whole array with np.all.", "code": '''
def bernoulli_pmf(y, p):
    if np.all(y == 1):
        return p
    else:
        return 1 - p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "asks p instead of y", "note": "The case is chosen by p > 0.5, not by the label.", "code": '''
def bernoulli_pmf(y, p):
    return np.where(p > 0.5, p, 1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "likelihood of the batch", "note": "The probabilities of all entries are multiplied into one number.", "code": '''
def bernoulli_pmf(y, p):
    return np.prod(p ** y * (1 - p) ** (1 - y))
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "changes p", "note": "The entries of p are overwritten when p is an array.", "code": '''
def bernoulli_pmf(y, p):
    if isinstance(p, np.ndarray):
        p[y == 0] = 1 - p[y == 0]
        return p
    return y * p + (1 - y) * (1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "zeros_like of whole labels", "note": "The result takes the integer type of the labels, so the probabilities are cut to 0.", "code": '''
def bernoulli_pmf(y, p):
    y, p = np.broadcast_arrays(y, p)
    result = np.zeros_like(y)
    result[y == 1] = p[y == 1]
    result[y == 0] = 1 - p[y == 0]
    return result
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "plain if", "note": "An if on an array of labels raises a ValueError.", "code": '''
def bernoulli_pmf(y, p):
    if y == 1:
        return p
    else:
        return 1 - p
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "zip of numbers", "note": "The loop with zip works for arrays alone, not for numbers.", "code": '''
def bernoulli_pmf(y, p):
    result = []
    for label, prob in zip(y, p):
        result.append(prob if label == 1 else 1 - prob)
    return np.array(result)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "where without the other case", "note": "np.where is called with one value only.", "code": '''
def bernoulli_pmf(y, p):
    return np.where(y == 1, p) + np.where(y == 0, 1 - p)
'''},
    {"exercise": "bernoulli_pmf", "right": False, "name": "forgotten star", "note": "Between the parentheses the star is missing, so Python tries to call a number.", "code": '''
def bernoulli_pmf(y, p):
    return y * p + (1 - y)(1 - p)
'''},
    # ---------------------------------------------------------------- predict
    {"exercise": "predict", "right": True, "name": "np.where", "note": "", "code": '''
def predict(P, threshold=0.5):
    return np.where(P > threshold, 1.0, 0.0)
'''},
    {"exercise": "predict", "right": True, "name": "astype", "note": "", "code": '''
def predict(P, threshold=0.5):
    return (P > threshold).astype(float)
'''},
    {"exercise": "predict", "right": True, "name": "loops", "note": "", "code": '''
def predict(P, threshold=0.5):
    rows, columns = P.shape
    labels = np.zeros((rows, columns))
    for k in range(rows):
        for i in range(columns):
            if P[k, i] > threshold:
                labels[k, i] = 1.0
    return labels
'''},
    {"exercise": "predict", "right": True, "name": "mask on ones", "note": "", "code": '''
def predict(P, threshold=0.5):
    Y_hat = np.ones(P.shape)
    Y_hat[P <= threshold] = 0
    return Y_hat
'''},
    {"exercise": "predict", "right": True, "name": "heaviside", "note": "", "code": '''
def predict(P, threshold=0.5):
    return np.heaviside(P - threshold, 0.0)
'''},
    {"exercise": "predict", "right": True, "name": "list comprehension", "note": "", "code": '''
def predict(P, threshold=0.5):
    return np.array([[1.0 if p > threshold else 0.0 for p in row] for row in P])
'''},
    {"exercise": "predict", "right": False, "name": "tie gives one", "note": "The comparison is >=, so a tie gives 1.", "code": '''
def predict(P, threshold=0.5):
    return np.where(P >= threshold, 1.0, 0.0)
'''},
    {"exercise": "predict", "right": False, "name": "threshold ignored", "note": "0.5 is written into the comparison and the argument is not used.", "code": '''
def predict(P, threshold=0.5):
    return (P > 0.5).astype(float)
'''},
    {"exercise": "predict", "right": False, "name": "np.round", "note": "Rounding works for the threshold 0.5 alone.", "code": '''
def predict(P, threshold=0.5):
    return np.round(P)
'''},
    {"exercise": "predict", "right": False, "name": "cases swapped", "note": "1 and 0 are mixed up.", "code": '''
def predict(P, threshold=0.5):
    return np.where(P > threshold, 0.0, 1.0)
'''},
    {"exercise": "predict", "right": False, "name": "changes P", "note": "The labels are written into P itself.", "code": '''
def predict(P, threshold=0.5):
    P[P > threshold] = 1.0
    P[P <= threshold] = 0.0
    return P
'''},
    {"exercise": "predict", "right": False, "name": "indices", "note": "np.where with the condition alone returns indices.", "code": '''
def predict(P, threshold=0.5):
    return np.where(P > threshold)
'''},
    {"exercise": "predict", "right": False, "name": "first row only", "note": "Only the first row is read.", "code": '''
def predict(P, threshold=0.5):
    labels = []
    for p in P[0]:
        if p > threshold:
            labels.append(1.0)
        else:
            labels.append(0.0)
    return np.array([labels])
'''},
    {"exercise": "predict", "right": False, "name": "flat result", "note": "The labels come back in a plain vector instead of the shape of P.", "code": '''
def predict(P, threshold=0.5):
    labels = []
    for p in P.flatten():
        labels.append(1.0 if p > threshold else 0.0)
    return np.array(labels)
'''},
    {"exercise": "predict", "right": False, "name": "sigmoid again", "note": "The sigmoid is applied to numbers that are probabilities already.", "code": '''
def predict(P, threshold=0.5):
    return np.where(sigmoid(P) > threshold, 1.0, 0.0)
'''},
    {"exercise": "predict", "right": False, "name": "sign", "note": "np.sign gives -1, 0 and 1 instead of 0 and 1.", "code": '''
def predict(P, threshold=0.5):
    return np.sign(P - threshold)
'''},
    {"exercise": "predict", "right": False, "name": "keeps the probability", "note": "Where the threshold is exceeded the probability is kept instead of 1.", "code": '''
def predict(P, threshold=0.5):
    return np.where(P > threshold, P, 0.0)
'''},
    {"exercise": "predict", "right": False, "name": "one answer for all", "note": "np.any answers once for the whole array.", "code": '''
def predict(P, threshold=0.5):
    if np.any(P > threshold):
        return 1.0
    return 0.0
'''},
    {"exercise": "predict", "right": False, "name": "plain if", "note": "An if on an array raises a ValueError.", "code": '''
def predict(P, threshold=0.5):
    if P > threshold:
        return 1.0
    else:
        return 0.0
'''},
    {"exercise": "predict", "right": False, "name": "float of an array", "note": "float() takes one number, not an array of truth values.", "code": '''
def predict(P, threshold=0.5):
    return float(P > threshold)
'''},
    {"exercise": "predict", "right": False, "name": "np.float", "note": "np.float has been removed from NumPy.", "code": '''
def predict(P, threshold=0.5):
    return (P > threshold).astype(np.float)
'''},
    {"exercise": "predict", "right": False, "name": "one index", "note": "The loop counts the columns but uses the index for the rows.", "code": '''
def predict(P, threshold=0.5):
    Y_hat = np.zeros(P.shape)
    for i in range(P.shape[1]):
        if P[i] > threshold:
            Y_hat[i] = 1.0
    return Y_hat
'''},
    # ---------------------------------------------------------------- accuracy
    {"exercise": "accuracy", "right": True, "name": "mean of equality", "note": "", "code": '''
def accuracy(Y_pred, Y):
    return np.mean(Y_pred == Y)
'''},
    {"exercise": "accuracy", "right": True, "name": "loop", "note": "", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    right = 0
    for i in range(m):
        if Y_pred[0, i] == Y[0, i]:
            right += 1
    return right / m
'''},
    {"exercise": "accuracy", "right": True, "name": "one minus error rate", "note": "", "code": '''
def accuracy(Y_pred, Y):
    wrong = np.sum(np.abs(Y_pred - Y))
    return 1 - wrong / Y.shape[1]
'''},
    {"exercise": "accuracy", "right": True, "name": "count_nonzero", "note": "", "code": '''
def accuracy(Y_pred, Y):
    return np.count_nonzero(np.equal(Y_pred, Y)) / Y.size
'''},
    {"exercise": "accuracy", "right": True, "name": "products", "note": "", "code": '''
def accuracy(Y_pred, Y):
    both_one = Y_pred @ Y.T
    both_zero = (1 - Y_pred) @ (1 - Y).T
    return (both_one + both_zero)[0, 0] / Y.shape[1]
'''},
    {"exercise": "accuracy", "right": True, "name": "python sum over flat lists", "note": "", "code": '''
def accuracy(Y_pred, Y):
    pairs = list(zip(Y_pred.ravel().tolist(), Y.ravel().tolist()))
    return sum(1 for a, c in pairs if a == c) / len(pairs)
'''},
    {"exercise": "accuracy", "right": False, "name": "percentage", "note": "The fraction is multiplied by 100.", "code": '''
def accuracy(Y_pred, Y):
    return np.mean(Y_pred == Y) * 100
'''},
    {"exercise": "accuracy", "right": False, "name": "count of the wrong ones", "note": "Two mistakes: the wrong labels are counted, and the count is not divided by m.", "code": '''
def accuracy(Y_pred, Y):
    return np.sum(np.abs(Y_pred - Y))
'''},
    {"exercise": "accuracy", "right": False, "name": "error rate", "note": "The wrong labels are counted instead of the right ones.", "code": '''
def accuracy(Y_pred, Y):
    return np.mean(Y_pred != Y)
'''},
    {"exercise": "accuracy", "right": False, "name": "divided by shape[0]", "note": "m is read from the rows, which is 1.", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[0]
    return np.sum(Y_pred == Y) / m
'''},
    {"exercise": "accuracy", "right": False, "name": "ones only", "note": "Only the examples are counted where both labels are 1.", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    return np.sum(Y_pred * Y) / m
'''},
    {"exercise": "accuracy", "right": False, "name": "axis kept", "note": "The sum runs over axis 1 alone and leaves an array with one entry.", "code": '''
def accuracy(Y_pred, Y):
    return np.sum(Y_pred == Y, axis=1) / Y.shape[1]
'''},
    {"exercise": "accuracy", "right": False, "name": "wrong axis", "note": "The mean runs over axis 0, which has length one, so nothing is averaged.", "code": '''
def accuracy(Y_pred, Y):
    return np.mean(Y_pred == Y, axis=0)
'''},
    {"exercise": "accuracy", "right": False, "name": "floor division", "note": "The floor division cuts every accuracy below 1 to 0.", "code": '''
def accuracy(Y_pred, Y):
    return np.sum(Y_pred == Y) // Y.size
'''},
    {"exercise": "accuracy", "right": False, "name": "difference without absolute value", "note": "Without the absolute value the two kinds of error cancel.", "code": '''
def accuracy(Y_pred, Y):
    return 1 - np.mean(Y_pred - Y)
'''},
    {"exercise": "accuracy", "right": False, "name": "matrix of one entry", "note": "The matrix products leave shape (1, 1).", "code": '''
def accuracy(Y_pred, Y):
    right = Y_pred @ Y.T + (1 - Y_pred) @ (1 - Y).T
    return right / Y.shape[1]
'''},
    {"exercise": "accuracy", "right": False, "name": "loop stops early", "note": "The loop leaves out the last example.", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    count = 0
    for i in range(m - 1):
        if Y_pred[0][i] == Y[0][i]:
            count += 1
    return count / m
'''},
    {"exercise": "accuracy", "right": False, "name": "recall", "note": "It divides by the number of true ones, which is the recall.", "code": '''
def accuracy(Y_pred, Y):
    return np.sum((Y_pred == 1) & (Y == 1)) / np.sum(Y == 1)
'''},
    {"exercise": "accuracy", "right": False, "name": "plain if", "note": "An if on an array raises a ValueError.", "code": '''
def accuracy(Y_pred, Y):
    count = 0
    if Y_pred == Y:
        count = count + 1
    return count / Y.shape[1]
'''},
    {"exercise": "accuracy", "right": False, "name": "one index", "note": "The index of the example is used for the row.", "code": '''
def accuracy(Y_pred, Y):
    correct = 0
    for i in range(Y.shape[1]):
        if Y_pred[i] == Y[i]:
            correct += 1
    return correct / Y.shape[1]
'''},
    {"exercise": "accuracy", "right": False, "name": "no transpose", "note": "The product of two rows of the same shape is not defined; a transpose is missing.", "code": '''
def accuracy(Y_pred, Y):
    m = Y.shape[1]
    return float(np.dot(Y_pred, Y) + np.dot(1 - Y_pred, 1 - Y)) / m
'''},
    {"exercise": "accuracy", "right": False, "name": "m not defined", "note": "m is used without being read from the shape.", "code": '''
def accuracy(Y_pred, Y):
    return np.sum(Y_pred == Y) / m
'''},
    # ---------------------------------------------------------------- decision_boundary_line
    {"exercise": "decision_boundary_line", "right": True, "name": "formula", "note": "", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("The line is vertical, it has no slope.")
    slope = -w[0] / w[1]
    intercept = -b / w[1]
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "unpacked floats", "note": "", "code": '''
def decision_boundary_line(w, b):
    w1, w2 = float(w[0]), float(w[1])
    try:
        return -w1 / w2, -float(b) / w2
    except ZeroDivisionError:
        raise ValueError("w2 is 0: the boundary is a vertical line without slope")
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "two points on the line", "note": "", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0.0:
        raise ValueError("vertical line")

    def x2(x1):
        return -(w[0] * x1 + b) / w[1]

    intercept = x2(0.0)
    return x2(1.0) - intercept, intercept
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "linear system", "note": "", "code": '''
def decision_boundary_line(w, b):
    if not w[1]:
        raise ValueError("vertical line: no slope and no intercept")
    slope, intercept = np.linalg.solve(np.array([[w[1], 0.0], [0.0, w[1]]]), np.array([-w[0], -b]))
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "vector divided", "note": "", "code": '''
def decision_boundary_line(w, b):
    if np.equal(w[1], 0):
        message = f"the line is vertical because w2 = {w[1]}"
        raise ValueError(message)
    coefficients = np.array([w[0], b]) / -w[1]
    return tuple(coefficients)
'''},
    {"exercise": "decision_boundary_line", "right": True, "name": "error at the end", "note": "", "code": '''
def decision_boundary_line(w, b):
    w1, w2 = w
    if w2 != 0:
        factor = -1.0 / w2
        return (w1 * factor, b * factor)
    raise ValueError("slope undefined, the line is vertical")
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "minus of the slope forgotten", "note": "The minus of the slope is missing.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical")
    return w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "minus of the intercept forgotten", "note": "The minus of the intercept is missing.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical")
    slope = -w[0] / w[1]
    intercept = b / w[1]
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "weights swapped", "note": "The equation is solved for x1: the slope is -w2/w1.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("vertical line has no slope")
    slope = -w[1] / w[0]
    intercept = -b / w[0]
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "intercept over w1", "note": "The intercept is divided by the first weight.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("vertical line has no slope")
    return -w[0] / w[1], -b / w[0]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "both minuses forgotten", "note": "Two mistakes: slope and intercept both lack their minus.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("vertical")
    slope = w[0] / w[1]
    intercept = b / w[1]
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "order swapped", "note": "Intercept and slope come back in the wrong order.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("vertical line")
    slope = -w[0] / w[1]
    intercept = -b / w[1]
    return intercept, slope
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "no check", "note": "The vertical line is not looked for, so inf comes back instead of the error.", "code": '''
def decision_boundary_line(w, b):
    slope = -w[0] / w[1]
    intercept = -b / w[1]
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "nearly zero", "note": "np.isclose raises the error for small weights that are not zero, too.", "code": '''
def decision_boundary_line(w, b):
    if np.isclose(w[1], 0):
        raise ValueError("the line is vertical")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "ZeroDivisionError awaited", "note": "NumPy numbers divided by zero give inf and a warning, never a ZeroDivisionError.", "code": '''
def decision_boundary_line(w, b):
    try:
        slope = -w[0] / w[1]
        intercept = -b / w[1]
    except ZeroDivisionError:
        raise ValueError("The line is vertical")
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "checks w1", "note": "The error is raised for w1 = 0, the horizontal line.", "code": '''
def decision_boundary_line(w, b):
    if w[0] == 0:
        raise ValueError("the line is vertical")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "returns the error", "note": "The ValueError is returned instead of raised.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        return ValueError("The line is vertical and has no slope")
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "boundary at one half", "note": "The score is set to 0.5 instead of 0.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("vertical line")
    return -w[0] / w[1], (0.5 - b) / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "counts from one", "note": "The weights are indexed 1 and 2 as in the formula.", "code": '''
def decision_boundary_line(w, b):
    if w[2] == 0:
        raise ValueError("vertical line")
    slope = -w[1] / w[2]
    intercept = -b / w[2]
    return slope, intercept
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "w as a matrix", "note": "w is taken for a matrix of shape (1, 2).", "code": '''
def decision_boundary_line(w, b):
    w1, w2 = w[0, 0], w[0, 1]
    if w2 == 0:
        raise ValueError("vertical line")
    return -w1 / w2, -b / w2
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "raises a text", "note": "A text is raised instead of an exception, which is a TypeError.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise "ValueError: the line is vertical"
    return -w[0] / w[1], -b / w[1]
'''},
    {"exercise": "decision_boundary_line", "right": False, "name": "text plus number", "note": "The number is added to the text of the error, which is a TypeError.", "code": '''
def decision_boundary_line(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical, w2 = " + w[1])
    slope = -w[0] / w[1]
    intercept = -b / w[1]
    return slope, intercept
'''},
]
