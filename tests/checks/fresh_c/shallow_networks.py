"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ------------------------------------------------------------------ feature_cross
    {"exercise": "feature_cross", "right": True, "name": "vstack", "note": "", "code": '''
def feature_cross(X):
    return np.vstack([X, X[0] * X[1]])
'''},
    {"exercise": "feature_cross", "right": True, "name": "loop over columns", "note": "", "code": '''
def feature_cross(X):
    m = X.shape[1]
    out = np.zeros((3, m))
    for j in range(m):
        out[0, j] = X[0, j]
        out[1, j] = X[1, j]
        out[2, j] = X[0, j] * X[1, j]
    return out
'''},
    {"exercise": "feature_cross", "right": True, "name": "unpack and array", "note": "", "code": '''
def feature_cross(X):
    a, b = X
    return np.array([a, b, a * b])
'''},
    {"exercise": "feature_cross", "right": True, "name": "append prod", "note": "", "code": '''
def feature_cross(X):
    product = np.prod(X, axis=0, keepdims=True)
    return np.append(X, product, axis=0)
'''},
    {"exercise": "feature_cross", "right": True, "name": "einsum and r_", "note": "", "code": '''
def feature_cross(X):
    both = np.einsum("m,m->m", X[0], X[1])
    return np.r_[X, both[np.newaxis, :]]
'''},
    {"exercise": "feature_cross", "right": True, "name": "comprehension over examples", "note": "", "code": '''
def with_product(example):
    return [example[0], example[1], example[0] * example[1]]


def feature_cross(X):
    return np.array([with_product(column) for column in X.T]).T
'''},
    {"exercise": "feature_cross", "right": False, "name": "sum for product", "note": "adds the two features instead of multiplying them", "code": '''
def feature_cross(X):
    return np.vstack([X, X[0] + X[1]])
'''},
    {"exercise": "feature_cross", "right": False, "name": "dot product", "note": "takes the inner product of the two rows, one number; does not stack for more than one example", "code": '''
def feature_cross(X):
    x3 = np.dot(X[0, :], X[1, :])
    return np.vstack((X, x3))
'''},
    {"exercise": "feature_cross", "right": False, "name": "prod along axis 1", "note": "multiplies along the examples instead of along the features", "code": '''
def feature_cross(X):
    return np.vstack([X, np.prod(X, axis=1)])
'''},
    {"exercise": "feature_cross", "right": False, "name": "only the product", "note": "returns the new row alone, without the two features", "code": '''
def feature_cross(X):
    return X[0:1] * X[1:2]
'''},
    {"exercise": "feature_cross", "right": False, "name": "append without axis", "note": "np.append without axis makes everything one flat array", "code": '''
def feature_cross(X):
    return np.append(X, X[0] * X[1])
'''},
    {"exercise": "feature_cross", "right": False, "name": "product first", "note": "puts the product into the first row", "code": '''
def feature_cross(X):
    x1, x2 = X[0], X[1]
    return np.vstack([x1 * x2, x1, x2])
'''},
    {"exercise": "feature_cross", "right": False, "name": "rows as examples", "note": "takes a row for an example and appends a column; stops for a single example", "code": '''
def feature_cross(X):
    x1 = X[:, 0]
    x2 = X[:, 1]
    return np.column_stack((X, x1 * x2))
'''},
    {"exercise": "feature_cross", "right": False, "name": "transposed result", "note": "the result has shape (m, 3)", "code": '''
def feature_cross(X):
    return np.c_[X[0], X[1], X[0] * X[1]]
'''},
    {"exercise": "feature_cross", "right": False, "name": "square of x1", "note": "the new feature is x1 times x1", "code": '''
def feature_cross(X):
    x1 = X[0]
    x2 = X[1]
    return np.array([x1, x2, x1 ** 2])
'''},
    {"exercise": "feature_cross", "right": False, "name": "nested list", "note": "returns a list of lists, not an array", "code": '''
def feature_cross(X):
    result = [list(X[0]), list(X[1])]
    new = []
    for p, q in zip(X[0], X[1]):
        new.append(p * q)
    result.append(new)
    return result
'''},
    {"exercise": "feature_cross", "right": False, "name": "prints instead of returns", "note": "prints the result and returns None", "code": '''
def feature_cross(X):
    print(np.vstack([X, X[0] * X[1]]))
'''},
    {"exercise": "feature_cross", "right": False, "name": "integer box", "note": "fills an array of integers, so fractions are cut off", "code": '''
def feature_cross(X):
    n, m = X.shape
    out = np.zeros((n + 1, m), dtype=int)
    out[:2] = X
    out[2] = X[0] * X[1]
    return out
'''},
    {"exercise": "feature_cross", "right": False, "name": "last column forgotten", "note": "the loop stops one example early", "code": '''
def feature_cross(X):
    m = X.shape[1]
    product = np.zeros((1, m))
    for i in range(m - 1):
        product[0, i] = X[0, i] * X[1, i]
    return np.concatenate([X, product])
'''},
    {"exercise": "feature_cross", "right": False, "name": "np.cross", "note": "takes the vector cross product, because of the name", "code": '''
def feature_cross(X):
    return np.vstack([X, np.cross(X[0], X[1])])
'''},
    {"exercise": "feature_cross", "right": False, "name": "view multiplied in place", "note": "x2 is a view, so the given X is changed and the second row is wrong", "code": '''
def feature_cross(X):
    x1 = X[0]
    x3 = X[1]
    x3 *= x1
    return np.vstack([X, x3])
'''},
    {"exercise": "feature_cross", "right": False, "name": "four columns fixed", "note": "assumes the four corners of the gate", "code": '''
def feature_cross(X):
    out = np.zeros((3, 4))
    out[0, :] = X[0]
    out[1, :] = X[1]
    out[2, :] = X[0] * X[1]
    return out
'''},
    {"exercise": "feature_cross", "right": False, "name": "squeezed", "note": "loses the axis of the examples when there is a single one", "code": '''
def feature_cross(X):
    return np.squeeze(np.vstack([X, X[0] * X[1]]))
'''},
    {"exercise": "feature_cross", "right": False, "name": "logical xor", "note": "appends the XOR of the signs, not the product", "code": '''
def feature_cross(X):
    xor = np.logical_xor(X[0] > 0, X[1] > 0).astype(float)
    return np.vstack([X, xor])
'''},
    {"exercise": "feature_cross", "right": False, "name": "list append on array", "note": "an array has no method append", "code": '''
def feature_cross(X):
    x1, x2 = X[0], X[1]
    X.append(x1 * x2)
    return X
'''},
    {"exercise": "feature_cross", "right": False, "name": "rows kept between calls", "note": "a global list collects the rows of all calls", "code": '''
rows = []


def feature_cross(X):
    rows.append(X[0])
    rows.append(X[1])
    rows.append(X[0] * X[1])
    return np.array(rows)
'''},
    {"exercise": "feature_cross", "right": False, "name": "third row of two", "note": "writes row 2 into an array that has only two rows", "code": '''
def feature_cross(X):
    new_X = X.copy()
    new_X[2] = X[0] * X[1]
    return new_X
'''},
    # ------------------------------------------------------------------ two_layer_forward
    {"exercise": "two_layer_forward", "right": True, "name": "four lines", "note": "", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "loop over layers", "note": "", "code": '''
def two_layer_forward(params, X):
    cache = {}
    A = X
    for layer in (1, 2):
        Z = np.dot(params[f"W{layer}"], A) + params[f"b{layer}"]
        A = 1.0 / (1.0 + np.exp(-Z))
        cache[f"Z{layer}"] = Z
        cache[f"A{layer}"] = A
    return cache
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "einsum", "note": "", "code": '''
def two_layer_forward(params, X):
    hidden_logits = np.einsum("ij,jm->im", params["W1"], X) + params["b1"]
    hidden = sigmoid(hidden_logits)
    logits = np.einsum("ki,im->km", params["W2"], hidden) + params["b2"]
    return dict(Z1=hidden_logits, A1=hidden, Z2=logits, A2=sigmoid(logits))
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "three loops", "note": "", "code": '''
def weighted_sums(W, b, A):
    units, m = W.shape[0], A.shape[1]
    Z = np.zeros((units, m))
    for u in range(units):
        for j in range(m):
            total = b[u, 0]
            for k in range(W.shape[1]):
                total = total + W[u, k] * A[k, j]
            Z[u, j] = total
    return Z


def two_layer_forward(params, X):
    Z1 = weighted_sums(params["W1"], params["b1"], X)
    A1 = sigmoid(Z1)
    Z2 = weighted_sums(params["W2"], params["b2"], A1)
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "bias as a weight of one", "note": "", "code": '''
def two_layer_forward(params, X):
    ones = np.ones((1, X.shape[1]))
    Z1 = np.hstack((params["W1"], params["b1"])) @ np.vstack((X, ones))
    A1 = sigmoid(Z1)
    Z2 = np.hstack((params["W2"], params["b2"])) @ np.vstack((A1, ones))
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": sigmoid(Z2)}
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "transposed inside", "note": "", "code": '''
def two_layer_forward(params, X):
    W1, b1, W2, b2 = (params[key] for key in ["W1", "b1", "W2", "b2"])
    rows1 = np.matmul(X.T, W1.T) + b1.T
    out1 = 1 / (1 + np.exp(-rows1))
    rows2 = np.matmul(out1, W2.T) + b2.T
    out2 = 1 / (1 + np.exp(-rows2))
    names = ["Z1", "A1", "Z2", "A2"]
    return {name: M.T for name, M in zip(names, [rows1, out1, rows2, out2])}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "hidden layer without sigmoid", "note": "A1 is Z1, the hidden layer stays linear", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = Z1
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "output without sigmoid", "note": "A2 holds the logits", "code": '''
def two_layer_forward(params, X):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    Z1 = np.dot(W1, X) + b1
    A1 = sigmoid(Z1)
    Z2 = np.dot(W2, A1) + b2
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": Z2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "Z1 into the second layer", "note": "the output layer looks at Z1 instead of A1", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ Z1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "b1 in both layers", "note": "a copied line keeps b1 in the second layer", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b1"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "weights transposed", "note": "W.T as in the single neuron of another course; shapes do not fit", "code": '''
def two_layer_forward(params, X):
    Z1 = np.dot(params["W1"].T, X) + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = np.dot(params["W2"].T, A1) + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "star for at", "note": "entry-wise product where a matrix product belongs", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] * X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] * A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "tanh in the hidden layer", "note": "tanh instead of the sigmoid in the first layer", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = np.tanh(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "verdict for probability", "note": "A2 is cut at 0.5 to 0 or 1", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = (sigmoid(Z2) > 0.5).astype(float)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "tuple of four", "note": "returns a tuple, not a dict", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = sigmoid(Z2)
    return Z1, A1, Z2, A2
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "lower-case keys", "note": "the keys of the result are z1, a1, z2, a2", "code": '''
def two_layer_forward(params, X):
    z1 = params["W1"] @ X + params["b1"]
    a1 = sigmoid(z1)
    z2 = params["W2"] @ a1 + params["b2"]
    a2 = sigmoid(z2)
    return {"z1": z1, "a1": a1, "z2": z2, "a2": a2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "biases subtracted", "note": "takes the bias for a threshold and subtracts it", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X - params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 - params["b2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": sigmoid(Z2)}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "softmax at the end", "note": "softmax over the output units instead of the sigmoid", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    e = np.exp(Z2)
    A2 = e / e.sum(axis=0, keepdims=True)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "results put into params", "note": "writes the four matrices into the given dict and returns that", "code": '''
def two_layer_forward(params, X):
    params["Z1"] = params["W1"] @ X + params["b1"]
    params["A1"] = sigmoid(params["Z1"])
    params["Z2"] = params["W2"] @ params["A1"] + params["b2"]
    params["A2"] = sigmoid(params["Z2"])
    return params
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "unpacked in the wrong order", "note": "takes the values of the dict in the order W1, W2, b1, b2", "code": '''
def two_layer_forward(params, X):
    W1, W2, b1, b2 = params.values()
    Z1 = W1 @ X + b1
    A1 = sigmoid(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "flat hidden bias", "note": "b1.flatten() goes along the examples instead of along the units", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"].flatten()
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"].flatten()
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "output squeezed", "note": "Z2 and A2 lose the axis of the single output unit", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = np.squeeze(params["W2"] @ A1 + params["b2"])
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "hidden layer cached", "note": "keeps Z1 and A1 of the first call for all later calls", "code": '''
saved = {}


def two_layer_forward(params, X):
    if "Z1" not in saved:
        saved["Z1"] = params["W1"] @ X + params["b1"]
        saved["A1"] = sigmoid(saved["Z1"])
    Z2 = params["W2"] @ saved["A1"] + params["b2"]
    return {"Z1": saved["Z1"], "A1": saved["A1"], "Z2": Z2, "A2": sigmoid(Z2)}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "one output only", "note": "looks at the first output unit alone", "code": '''
def two_layer_forward(params, X):
    m = X.shape[1]
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = np.zeros((1, m))
    for j in range(m):
        Z2[0, j] = np.sum(params["W2"][0] * A1[:, j]) + params["b2"][0, 0]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "Z1 negated on the way", "note": "A1 is another name for Z1, so the sign of the returned Z1 is turned", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = Z1
    A1 *= -1
    A1 = 1 / (1 + np.exp(A1))
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = 1 / (1 + np.exp(-Z2))
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "bias after the sigmoid", "note": "adds b1 to the outputs of the hidden layer instead of to its logits", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X
    A1 = sigmoid(Z1) + params["b1"]
    Z2 = params["W2"] @ A1
    A2 = sigmoid(Z2) + params["b2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "weights as globals", "note": "uses W1 and so on without taking them out of params", "code": '''
def two_layer_forward(params, X):
    Z1 = W1 @ X + b1
    A1 = sigmoid(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "chair takes the mean", "note": "divides the sum over the hidden units by their number", "code": '''
def two_layer_forward(params, X):
    n1 = params["W1"].shape[0]
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = (params["W2"] @ A1) / n1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "math.exp", "note": "math.exp does not take arrays", "code": '''
import math


def my_sigmoid(z):
    return 1 / (1 + math.exp(-z))


def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = my_sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = my_sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    # ------------------------------------------------------------------ two_layer_backward
    {"exercise": "two_layer_backward", "right": True, "name": "formulas in order", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ cache["A1"].T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * cache["A1"] * (1 - cache["A1"])
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "sum over examples", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, A2, W2 = cache["A1"], cache["A2"], params["W2"]
    n2, m = A2.shape
    n1, n0 = A1.shape[0], X.shape[0]
    g = {
        "dZ2": np.zeros((n2, m)), "dW2": np.zeros((n2, n1)), "db2": np.zeros((n2, 1)),
        "dA1": np.zeros((n1, m)), "dZ1": np.zeros((n1, m)), "dW1": np.zeros((n1, n0)), "db1": np.zeros((n1, 1)),
    }
    for j in range(m):
        dz2 = (A2[:, j] - Y[:, j]) / m
        da1 = W2.T @ dz2
        dz1 = da1 * A1[:, j] * (1 - A1[:, j])
        g["dZ2"][:, j] = dz2
        g["dA1"][:, j] = da1
        g["dZ1"][:, j] = dz1
        g["dW2"] += np.outer(dz2, A1[:, j])
        g["dW1"] += np.outer(dz1, X[:, j])
        g["db2"][:, 0] += dz2
        g["db1"][:, 0] += dz1
    return g
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "einsum everywhere", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    a1 = cache["A1"]
    grads = {}
    grads["dZ2"] = (cache["A2"] - Y) / Y.shape[1]
    grads["dW2"] = np.einsum("km,im->ki", grads["dZ2"], a1)
    grads["db2"] = np.einsum("km->k", grads["dZ2"])[:, None]
    grads["dA1"] = np.einsum("ki,km->im", params["W2"], grads["dZ2"])
    grads["dZ1"] = np.einsum("im,im,im->im", grads["dA1"], a1, 1 - a1)
    grads["dW1"] = np.einsum("im,jm->ij", grads["dZ1"], X)
    grads["db1"] = np.einsum("im->i", grads["dZ1"])[:, None]
    return grads
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "a minus a squared, product with ones", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1 = cache["A1"]
    A2 = cache["A2"]
    m = A2.shape[1]
    ones = np.ones((m, 1))

    dZ2 = np.divide(np.subtract(A2, Y), m)
    dA1 = np.matmul(np.transpose(params["W2"]), dZ2)
    dZ1 = np.multiply(dA1, A1 - A1 ** 2)
    return {
        "dW1": np.matmul(dZ1, X.T),
        "db1": np.matmul(dZ1, ones),
        "dW2": np.matmul(dZ2, A1.T),
        "db2": np.matmul(dZ2, ones),
        "dZ1": dZ1,
        "dA1": dA1,
        "dZ2": dZ2,
    }
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "from the cached logits", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = Y.shape[1]
    slope = sigmoid(cache["Z1"]) * sigmoid(-cache["Z1"])
    dZ2 = (sigmoid(cache["Z2"]) - Y) / m
    dA1 = np.tensordot(params["W2"], dZ2, axes=(0, 0))
    dZ1 = slope * dA1
    return {
        "dZ2": dZ2,
        "dW2": np.tensordot(dZ2, cache["A1"], axes=(1, 1)),
        "db2": dZ2.sum(1, keepdims=True),
        "dA1": dA1,
        "dZ1": dZ1,
        "dW1": np.tensordot(dZ1, X, axes=(1, 1)),
        "db1": dZ1.sum(1, keepdims=True),
    }
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "weights and bias in one product", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    one = np.ones((1, m))
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / m
    both2 = dZ2 @ np.vstack([A1, one]).T
    dA1 = (dZ2.T @ params["W2"]).T
    dZ1 = dA1 * A1 * (1 - A1)
    both1 = dZ1 @ np.vstack([X, one]).T
    return {"dZ2": dZ2, "dW2": both2[:, :-1], "db2": both2[:, -1:],
            "dA1": dA1, "dZ1": dZ1, "dW1": both1[:, :-1], "db1": both1[:, -1:]}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "no 1/m", "note": "the gradients belong to the sum over the examples", "code": '''
def two_layer_backward(params, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dW2 = dZ2 @ cache["A1"].T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * cache["A1"] * (1 - cache["A1"])
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "1/m again in weights and biases", "note": "divides by m in dZ2 and once more in dW and db", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = 1 / m * dZ2 @ cache["A1"].T
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * cache["A1"] * (1 - cache["A1"])
    dW1 = 1 / m * dZ1 @ X.T
    db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "1/m left for the weights", "note": "dZ2, dA1 and dZ1 lack the 1/m; only dW and db have it", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "m is the size of Y", "note": "divides by the number of all labels, wrong with several output units", "code": '''
def two_layer_backward(params, cache, X, Y):
    dZ2 = (cache["A2"] - Y) / Y.size
    dW2 = dZ2 @ cache["A1"].T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * cache["A1"] * (1 - cache["A1"])
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "m is len(X)", "note": "len(X) is the number of features, not of examples", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = len(X)
    dZ2 = 1 / m * (cache["A2"] - Y)
    dW2 = dZ2 @ cache["A1"].T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * cache["A1"] * (1 - cache["A1"])
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "label minus output", "note": "Y - A2, so every sign is turned", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = Y.shape[1]
    error = Y - cache["A2"]
    dZ2 = error / m
    dW2 = dZ2 @ cache["A1"].T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * cache["A1"] * (1 - cache["A1"])
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "flat bias gradients", "note": "db1 and db2 have one axis only", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = Y.shape[1]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ cache["A1"].T
    db2 = np.sum(dZ2, axis=1)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * cache["A1"] * (1 - cache["A1"])
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "sum of all for db2", "note": "db2 sums over the output units, too; right for one unit only", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = Y.shape[1]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ cache["A1"].T
    db2 = np.array([[np.sum(dZ2)]])
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * cache["A1"] * (1 - cache["A1"])
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "W2 without transpose", "note": "W2 @ dZ2, the shapes do not fit", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = np.dot(dZ2, cache["A1"].T)
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(params["W2"], dZ2)
    dZ1 = dA1 * cache["A1"] * (1 - cache["A1"])
    dW1 = np.dot(dZ1, X.T)
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "slope with Z1", "note": "takes the slope as Z1 (1 - Z1) instead of A1 (1 - A1)", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ cache["A1"].T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * cache["Z1"] * (1 - cache["Z1"])
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "slope of tanh", "note": "1 - A1 squared is the slope of tanh", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ cache["A1"].T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * (1 - np.power(cache["A1"], 2))
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "slope at the output, too", "note": "multiplies dZ2 with A2 (1 - A2), as for the squared error", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) * A2 * (1 - A2) / m
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "dW1 transposed", "note": "X times dZ1 transposed has the shape of W1 transposed", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / m
    dW2 = A1 @ dZ2.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = X @ dZ1.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "brackets forgotten in the slope", "note": "A1 * 1 - A1 without brackets", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ cache["A1"].T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * cache["A1"] * 1 - cache["A1"]
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "dA1 overwritten", "note": "dZ1 is another name for dA1, so both come out as dZ1", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1
    dZ1 *= A1
    dZ1 *= 1 - A1
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "cache changed in place", "note": "subtracts Y from the given A2 in place", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    dZ2 = cache["A2"]
    dZ2 -= Y
    dZ2 /= m
    dW2 = dZ2 @ cache["A1"].T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * cache["A1"] * (1 - cache["A1"])
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "star works for one output", "note": "W2.T * dZ2 is right by broadcasting for one output unit, with several it stops or is wrong", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T * dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "m never set", "note": "uses n_examples, which does not exist", "code": '''
def two_layer_backward(params, cache, X, Y):
    dZ2 = (cache["A2"] - Y) / n_examples
    dW2 = dZ2 @ cache["A1"].T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * cache["A1"] * (1 - cache["A1"])
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "A1 looked up in params", "note": "A1 is in the cache, not in params: KeyError", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = Y.shape[1]
    W2, A1, A2 = params["W2"], params["A1"], params["A2"]
    dZ2 = (A2 - Y) / m
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1,
            "dZ1": dZ1, "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "descends at once", "note": "also takes a step in the given params, before W2 is used for dA1", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = Y.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    params["W2"] = params["W2"] - dW2
    params["b2"] = params["b2"] - db2
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    params["W1"] = params["W1"] - dW1
    params["b1"] = params["b1"] - db1
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "half of the gradients", "note": "returns only the gradients of the parameters; dZ2, dA1 and dZ1 are missing", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = Y.shape[1]
    dZ2 = (cache["A2"] - Y) / m
    dZ1 = (params["W2"].T @ dZ2) * cache["A1"] * (1 - cache["A1"])
    return {
        "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True),
        "dW2": dZ2 @ cache["A1"].T, "db2": dZ2.sum(axis=1, keepdims=True),
    }
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "means for row sums", "note": "db is a mean, so the 1/m enters twice there", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = Y.shape[1]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ cache["A1"].T
    db2 = np.mean(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * cache["A1"] * (1 - cache["A1"])
    dW1 = dZ1 @ X.T
    db1 = np.mean(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "matrix product for the circle", "note": "@ instead of the entry-wise product in dZ1", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 @ A1 @ (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "boxes shaped like the weights", "note": "zeros_like of integer weights cuts the gradients to whole numbers", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / m
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    grads = {"dZ2": dZ2, "dA1": dA1, "dZ1": dZ1}
    for name in ["W1", "b1", "W2", "b2"]:
        grads["d" + name] = np.zeros_like(params[name])
    grads["dW2"][:] = dZ2 @ A1.T
    grads["db2"][:] = dZ2.sum(axis=1, keepdims=True)
    grads["dW1"][:] = dZ1 @ X.T
    grads["db1"][:] = dZ1.sum(axis=1, keepdims=True)
    return grads
'''},
    # ------------------------------------------------------------------ rows_backward
    {"exercise": "rows_backward", "right": True, "name": "formulas in order", "note": "", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {
        "dW1": X.T @ dZ1 / m,
        "db1": np.sum(dZ1, axis=0, keepdims=True) / m,
        "dW2": A1.T @ dZ2 / m,
        "db2": np.sum(dZ2, axis=0, keepdims=True) / m,
    }
'''},
    {"exercise": "rows_backward", "right": True, "name": "through the column functions", "note": "", "code": '''
def rows_backward(params, X, Y):
    turned = {name: value.T for name, value in params.items()}
    cache = two_layer_forward(turned, X.T)
    grads = two_layer_backward(turned, cache, X.T, Y.T)
    return {name: grads[name].T for name in ("dW1", "db1", "dW2", "db2")}
'''},
    {"exercise": "rows_backward", "right": True, "name": "loop over rows with outer", "note": "", "code": '''
def rows_backward(params, X, Y):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    m = len(X)
    dW1, db1 = np.zeros(W1.shape), np.zeros(b1.shape)
    dW2, db2 = np.zeros(W2.shape), np.zeros(b2.shape)
    for x, y in zip(X, Y):
        a1 = sigmoid(x @ W1 + b1[0])
        p = sigmoid(a1 @ W2 + b2[0])
        d2 = p - y
        d1 = (W2 @ d2) * a1 * (1 - a1)
        dW2 += np.outer(a1, d2)
        dW1 += np.outer(x, d1)
        db2 += d2
        db1 += d1
    return {"dW1": dW1 / m, "db1": db1 / m, "dW2": dW2 / m, "db2": db2 / m}
'''},
    {"exercise": "rows_backward", "right": True, "name": "broadcast and mean", "note": "", "code": '''
def rows_backward(params, X, Y):
    A1 = sigmoid(np.dot(X, params["W1"]) + params["b1"])
    P = sigmoid(np.dot(A1, params["W2"]) + params["b2"])
    dZ2 = P - Y
    dZ1 = dZ2 * params["W2"].ravel() * (A1 - A1 * A1)
    per_example_W1 = X[:, :, None] * dZ1[:, None, :]
    per_example_W2 = A1 * dZ2
    return dict(
        dW1=per_example_W1.mean(axis=0),
        db1=dZ1.mean(axis=0, keepdims=True),
        dW2=per_example_W2.mean(axis=0)[:, None],
        db2=dZ2.mean(axis=0, keepdims=True),
    )
'''},
    {"exercise": "rows_backward", "right": True, "name": "column of ones", "note": "", "code": '''
def add_ones(M):
    return np.hstack([np.ones((M.shape[0], 1)), M])


def rows_backward(params, X, Y):
    V1 = np.vstack([params["b1"], params["W1"]])
    V2 = np.vstack([params["b2"], params["W2"]])
    A1 = sigmoid(add_ones(X) @ V1)
    P = sigmoid(add_ones(A1) @ V2)
    delta2 = (P - Y) / len(Y)
    delta1 = (delta2 @ V2[1:].T) * A1 * (1 - A1)
    G1 = add_ones(X).T @ delta1
    G2 = add_ones(A1).T @ delta2
    return {"dW1": G1[1:], "db1": G1[:1], "dW2": G2[1:], "db2": G2[:1]}
'''},
    {"exercise": "rows_backward", "right": True, "name": "nested loops over entries", "note": "", "code": '''
def rows_backward(params, X, Y):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    m, n0 = X.shape
    n1 = W1.shape[1]
    dW1 = np.zeros((n0, n1))
    db1 = np.zeros((1, n1))
    dW2 = np.zeros((n1, 1))
    db2 = np.zeros((1, 1))
    for i in range(m):
        a = [sigmoid(sum(X[i, k] * W1[k, j] for k in range(n0)) + b1[0, j]) for j in range(n1)]
        p = sigmoid(sum(a[j] * W2[j, 0] for j in range(n1)) + b2[0, 0])
        d = (p - Y[i, 0]) / m
        db2[0, 0] += d
        for j in range(n1):
            dW2[j, 0] += a[j] * d
            e = d * W2[j, 0] * a[j] * (1 - a[j])
            db1[0, j] += e
            for k in range(n0):
                dW1[k, j] += X[i, k] * e
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "m from the columns", "note": "m = X.shape[1] as in the other convention", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[1]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "row sums for the biases", "note": "axis=1 as in the columns version: sums over the units", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "column convention untouched", "note": "calls the column functions with rows, so the shapes do not fit", "code": '''
def rows_backward(params, X, Y):
    cache = two_layer_forward(params, X)
    grads = two_layer_backward(params, cache, X, Y)
    return {"dW1": grads["dW1"], "db1": grads["db1"], "dW2": grads["dW2"], "db2": grads["db2"]}
'''},
    {"exercise": "rows_backward", "right": False, "name": "not turned back", "note": "turns the input for the column functions, but not the gradients back", "code": '''
def rows_backward(params, X, Y):
    p = {"W1": params["W1"].T, "b1": params["b1"].T, "W2": params["W2"].T, "b2": params["b2"].T}
    cache = two_layer_forward(p, X.T)
    g = two_layer_backward(p, cache, X.T, Y.T)
    return {key: g[key] for key in ["dW1", "db1", "dW2", "db2"]}
'''},
    {"exercise": "rows_backward", "right": False, "name": "divided by m on both ends", "note": "1/m in dZ2 and again in the gradients of the parameters", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = (P - Y) / m
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = (A1.T @ dZ2) / m
    dW1 = (X.T @ dZ1) / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "biases not averaged", "note": "forgets the 1/m in db1 and db2", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {
        "dW1": 1 / m * (X.T @ dZ1),
        "db1": dZ1.sum(axis=0, keepdims=True),
        "dW2": 1 / m * (A1.T @ dZ2),
        "db2": dZ2.sum(axis=0, keepdims=True),
    }
'''},
    {"exercise": "rows_backward", "right": False, "name": "four examples assumed", "note": "divides by 4, the number of corners of the gate", "code": '''
def rows_backward(params, X, Y):
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {
        "dW1": (X.T @ dZ1) / 4,
        "db1": dZ1.sum(axis=0, keepdims=True) / 4,
        "dW2": (A1.T @ dZ2) / 4,
        "db2": dZ2.sum(axis=0, keepdims=True) / 4,
    }
'''},
    {"exercise": "rows_backward", "right": False, "name": "flat means", "note": "mean without keepdims, so db1 and db2 have one axis", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 / m, "db1": dZ1.mean(axis=0), "dW2": A1.T @ dZ2 / m, "db2": dZ2.mean(axis=0)}
'''},
    {"exercise": "rows_backward", "right": False, "name": "mean over everything", "note": "db1 is one number for all hidden units", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = np.full(params["b2"].shape, np.mean(dZ2))
    db1 = np.full(params["b1"].shape, np.mean(dZ1))
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "logits for probabilities", "note": "forgets the sigmoid at the output", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = A1 @ params["W2"] + params["b2"]
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 / m, "db1": dZ1.mean(axis=0, keepdims=True),
            "dW2": A1.T @ dZ2 / m, "db2": dZ2.mean(axis=0, keepdims=True)}
'''},
    {"exercise": "rows_backward", "right": False, "name": "W2 not transposed", "note": "dZ2 @ W2 does not fit", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"]) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "slope of the output", "note": "uses P (1 - P) for the hidden units instead of A1 (1 - A1)", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * P * (1 - P)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "only the last row counts", "note": "= instead of += in the loop", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    for i in range(m):
        x = X[i:i + 1]
        a = sigmoid(x @ params["W1"] + params["b1"])
        p = sigmoid(a @ params["W2"] + params["b2"])
        dz2 = p - Y[i:i + 1]
        dz1 = dz2 @ params["W2"].T * a * (1 - a)
        dW2 = a.T @ dz2
        dW1 = x.T @ dz1
        db2 = dz2
        db1 = dz1
    return {"dW1": dW1 / m, "db1": db1 / m, "dW2": dW2 / m, "db2": db2 / m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "first row skipped", "note": "the loop starts at 1", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    grads = {"d" + k: np.zeros(v.shape) for k, v in params.items()}
    for i in range(1, m):
        x = X[[i]]
        a = sigmoid(x @ params["W1"] + params["b1"])
        dz2 = sigmoid(a @ params["W2"] + params["b2"]) - Y[[i]]
        dz1 = (dz2 @ params["W2"].T) * a * (1 - a)
        grads["dW2"] += a.T @ dz2 / m
        grads["db2"] += dz2 / m
        grads["dW1"] += x.T @ dz1 / m
        grads["db1"] += dz1 / m
    return grads
'''},
    {"exercise": "rows_backward", "right": False, "name": "hidden slope forgotten", "note": "dZ1 is dA1, without the slope of the hidden sigmoid", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = dZ2 @ params["W2"].T
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "A1 in place of X", "note": "dW1 is built with A1.T, so it has a wrong shape", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = A1.T @ dZ1 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "keys without d", "note": "the keys of the result are W1, b1, W2, b2", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    grads = {}
    grads["W1"] = X.T @ dZ1 / m
    grads["W2"] = A1.T @ dZ2 / m
    grads["b1"] = dZ1.mean(axis=0, keepdims=True)
    grads["b2"] = dZ2.mean(axis=0, keepdims=True)
    return grads
'''},
    {"exercise": "rows_backward", "right": False, "name": "flat labels", "note": "Y.ravel() makes P - Y an m by m matrix; the next product does not fit unless m is 1", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    y = Y.ravel()
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "keepdim", "note": "keepdim is the name in another library: TypeError", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = dZ2.sum(axis=0, keepdim=True) / m
    db1 = dZ1.sum(axis=0, keepdim=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "forward pass forgotten", "note": "uses a cache that the function does not get: NameError", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = own_cache["A1"]
    P = own_cache["A2"]
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {
        "dW1": X.T @ dZ1 / m,
        "db1": np.sum(dZ1, axis=0, keepdims=True) / m,
        "dW2": A1.T @ dZ2 / m,
        "db2": np.sum(dZ2, axis=0, keepdims=True) / m,
    }
'''},
    {"exercise": "rows_backward", "right": False, "name": "biases left out forward", "note": "the forward pass has no biases", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(np.dot(X, params["W1"]))
    P = sigmoid(np.dot(A1, params["W2"]))
    dZ2 = P - Y
    dZ1 = np.dot(dZ2, params["W2"].T) * A1 * (1 - A1)
    return {
        "dW1": np.dot(X.T, dZ1) / m,
        "db1": np.sum(dZ1, axis=0, keepdims=True) / m,
        "dW2": np.dot(A1.T, dZ2) / m,
        "db2": np.sum(dZ2, axis=0, keepdims=True) / m,
    }
'''},
    # ------------------------------------------------------------------ LinearLayer
    {"exercise": "LinearLayer", "right": True, "name": "plain", "note": "", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = np.sum(dZ, axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": True, "name": "loop in update, dicts rebuilt", "note": "", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.n_in, self.n_out = n_in, n_out
        generator = rng or np.random.default_rng()
        self.params = dict(W=generator.standard_normal(size=(n_out, n_in)) * 0.01, b=np.zeros(shape=(n_out, 1)))
        self.grads = dict()
        self.memory = None

    def forward(self, A_prev):
        self.memory = np.array(A_prev)
        return np.dot(self.params["W"], A_prev) + self.params["b"]

    def backward(self, dZ):
        self.grads = {"dW": np.dot(dZ, self.memory.T), "db": dZ.sum(axis=1).reshape(-1, 1)}
        return np.dot(self.params["W"].T, dZ)

    def update(self, learning_rate):
        for name in ("W", "b"):
            self.params[name] = self.params[name] - learning_rate * self.grads["d" + name]
'''},
    {"exercise": "LinearLayer", "right": True, "name": "einsum", "note": "", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        rng = np.random.default_rng() if rng is None else rng
        self.params, self.grads = {}, {}
        self.params["W"] = 0.01 * rng.standard_normal((n_out, n_in))
        self.params["b"] = np.zeros((n_out, 1))

    def forward(self, A_prev):
        self.inputs = A_prev
        return np.einsum("oi,im->om", self.params["W"], A_prev) + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = np.einsum("om,im->oi", dZ, self.inputs)
        self.grads["db"] = np.einsum("om->o", dZ)[:, np.newaxis]
        return np.einsum("oi,om->im", self.params["W"], dZ)

    def update(self, learning_rate):
        W, b = self.params["W"], self.params["b"]
        self.params["W"] = W - learning_rate * self.grads["dW"]
        self.params["b"] = b - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": True, "name": "column by column", "note": "", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        W = np.zeros((n_out, n_in))
        for row in range(n_out):
            W[row] = 0.01 * rng.standard_normal(n_in)
        self.params = {"W": W, "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.last = A_prev.copy()
        W, b = self.params["W"], self.params["b"]
        Z = np.zeros((W.shape[0], A_prev.shape[1]))
        for j in range(A_prev.shape[1]):
            Z[:, j] = W @ A_prev[:, j] + b[:, 0]
        return Z

    def backward(self, dZ):
        W = self.params["W"]
        dW = np.zeros(W.shape)
        db = np.zeros((W.shape[0], 1))
        dA_prev = np.zeros(self.last.shape)
        for j in range(dZ.shape[1]):
            dW += np.outer(dZ[:, j], self.last[:, j])
            db[:, 0] += dZ[:, j]
            dA_prev[:, j] = W.T @ dZ[:, j]
        self.grads = {"dW": dW, "db": db}
        return dA_prev

    def update(self, learning_rate):
        new = {}
        for key, value in self.params.items():
            new[key] = value - learning_rate * self.grads["d" + key]
        self.params = new
'''},
    {"exercise": "LinearLayer", "right": True, "name": "rng.normal and ones", "note": "", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": rng.normal(0.0, 0.01, size=(n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {"dW": np.zeros((n_out, n_in)), "db": np.zeros((n_out, 1))}

    def forward(self, A_prev):
        self.A = A_prev
        Z = np.matmul(self.params["W"], A_prev)
        return np.add(Z, self.params["b"])

    def backward(self, dZ):
        m = dZ.shape[1]
        self.grads["dW"] = np.matmul(dZ, np.transpose(self.A))
        self.grads["db"] = np.matmul(dZ, np.ones((m, 1)))
        return np.transpose(np.matmul(np.transpose(dZ), self.params["W"]))

    def update(self, learning_rate):
        self.params["W"] = np.subtract(self.params["W"], np.multiply(learning_rate, self.grads["dW"]))
        self.params["b"] = np.subtract(self.params["b"], np.multiply(learning_rate, self.grads["db"]))
'''},
    {"exercise": "LinearLayer", "right": True, "name": "helpers outside", "note": "", "code": '''
def affine(W, b, A):
    return (A.T @ W.T + b.T).T


def affine_gradients(W, A, dZ):
    ones = np.ones((1, A.shape[1]))
    both = dZ @ np.vstack([A, ones]).T
    return both[:, :-1], both[:, -1:], W.T @ dZ


class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        source = np.random.default_rng() if rng is None else rng
        draws = source.standard_normal(n_out * n_in).reshape(n_out, n_in)
        self.params = {"W": draws / 100, "b": np.zeros((n_out, 1))}
        self.grads = {}
        self._cache = {}

    def forward(self, A_prev):
        self._cache["A_prev"] = A_prev
        return affine(self.params["W"], self.params["b"], A_prev)

    def backward(self, dZ):
        dW, db, dA = affine_gradients(self.params["W"], self._cache["A_prev"], dZ)
        self.grads.update(dW=dW, db=db)
        return dA

    def update(self, learning_rate):
        step = {"W": -learning_rate * self.grads["dW"], "b": -learning_rate * self.grads["db"]}
        self.params.update({key: self.params[key] + step[key] for key in step})
'''},
    {"exercise": "LinearLayer", "right": False, "name": "own copies of W and b", "note": "forward and backward read self.W and self.b, so arrays put into params are not seen", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.W = 0.01 * rng.standard_normal((n_out, n_in))
        self.b = np.zeros((n_out, 1))
        self.params = {"W": self.W, "b": self.b}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.W @ A_prev + self.b

    def backward(self, dZ):
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.W.T @ dZ

    def update(self, learning_rate):
        self.W = self.W - learning_rate * self.grads["dW"]
        self.b = self.b - learning_rate * self.grads["db"]
        self.params = {"W": self.W, "b": self.b}
'''},
    {"exercise": "LinearLayer", "right": False, "name": "params shared by the class", "note": "params and grads are dicts of the class, so two layers disturb each other", "code": '''
class LinearLayer:
    params = {}
    grads = {}

    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params["W"] = 0.01 * rng.standard_normal((n_out, n_in))
        self.params["b"] = np.zeros((n_out, 1))

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "input in a global", "note": "the last input is one global variable for all layers", "code": '''
last_input = None


class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        global last_input
        last_input = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ last_input.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "uphill", "note": "update adds the gradients", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] + learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] + learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "1/m once more", "note": "divides dW and db by the number of examples, though dZ holds the 1/m", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        rng = np.random.default_rng() if rng is None else rng
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        m = dZ.shape[1]
        self.grads["dW"] = 1 / m * (dZ @ self.A_prev.T)
        self.grads["db"] = 1 / m * np.sum(dZ, axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "db without keepdims", "note": "db is flat, and the update makes b a square matrix for several units", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": rng.standard_normal((n_out, n_in)) * 0.01, "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "W of shape (n_in, n_out)", "note": "the axes of the first weights are exchanged; forward stops with them unless they are square", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_in, n_out)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "0.01 forgotten", "note": "the first weights are a hundred times too large", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "rng ignored", "note": "draws with np.random.randn, not from the given generator", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.params = {}
        self.params["W"] = np.random.randn(n_out, n_in) * 0.01
        self.params["b"] = np.zeros((n_out, 1))
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "rng None not handled", "note": "without a generator it stops with an AttributeError", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "two numbers for one shape", "note": "standard_normal(n_out, n_in) as in randn: the second argument is taken for a type", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal(n_out, n_in), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "flat bias", "note": "b has shape (n_out,) and is added along the examples", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros(n_out)}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "backward returns nothing", "note": "sets the grads, but the gradient for the layer before is missing", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        Z = self.params["W"] @ A_prev + self.params["b"]
        return Z

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        dA_prev = self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "gradients add up", "note": "backward adds to the old grads, so the second round is wrong", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {"dW": np.zeros((n_out, n_in)), "db": np.zeros((n_out, 1))}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = self.grads["dW"] + dZ @ self.A_prev.T
        self.grads["db"] = self.grads["db"] + dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "input not remembered", "note": "forward forgets to store A_prev: AttributeError in backward", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "sigmoid in forward", "note": "the linear layer applies the sigmoid already", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        Z = self.params["W"] @ A_prev + self.params["b"]
        return sigmoid(Z)

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "bias not updated", "note": "update moves W only", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "update on local names", "note": "computes the new W and b, but never puts them back into params", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        W, b = self.params["W"], self.params["b"]
        return W @ A_prev + b

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        W, b = self.params["W"], self.params["b"]
        W = W - learning_rate * self.grads["dW"]
        b = b - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "update in place", "note": "-= changes the array that was put into params, and stops with whole numbers", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] -= learning_rate * self.grads["dW"]
        self.params["b"] -= learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "keys without d", "note": "grads has the keys W and b", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["W"] = dZ @ self.A_prev.T
        self.grads["b"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        for key in self.params:
            self.params[key] = self.params[key] - learning_rate * self.grads[key]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "backward updates, too", "note": "W is moved inside backward already, before it is used for dA_prev", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}
        self.learning_rate = 0.1

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        self.update(self.learning_rate)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "self missing", "note": "forward has no self and reads params as a global", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(A_prev):
        Z = params["W"] @ A_prev + params["b"]
        return Z

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "uniform weights", "note": "rng.random draws from 0 to 1, not from the standard normal distribution", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.random((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "half-finished update", "note": "update is still to do", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        raise NotImplementedError
'''},
    # ------------------------------------------------------------------ SigmoidLayer
    {"exercise": "SigmoidLayer", "right": True, "name": "plain", "note": "", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "two branches with where", "note": "", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.output = None

    def forward(self, Z):
        e = np.exp(-np.abs(Z))
        self.output = np.where(Z >= 0, 1 / (1 + e), e / (1 + e))
        return self.output

    def backward(self, dA):
        slope = self.output * (1.0 - self.output)
        return np.multiply(dA, slope)
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "slope kept from forward", "note": "", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        A = np.exp(-np.logaddexp(0, -Z))
        self.slope = A * (1 - A)
        return A

    def backward(self, dA):
        return self.slope * dA
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "entry by entry", "note": "", "code": '''
import math


class SigmoidLayer:
    def forward(self, Z):
        n, m = Z.shape
        A = np.zeros((n, m))
        for i in range(n):
            for j in range(m):
                A[i, j] = 1 / (1 + math.exp(-Z[i, j]))
        self.memory = A.copy()
        return A

    def backward(self, dA):
        n, m = dA.shape
        dZ = np.zeros((n, m))
        for i in range(n):
            for j in range(m):
                a = self.memory[i, j]
                dZ[i, j] = dA[i, j] * a * (1 - a)
        return dZ
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "logits kept", "note": "", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.Z = np.array(Z, dtype=float)
        return 1 / (1 + np.exp(-self.Z))

    def backward(self, dA):
        A = sigmoid(self.Z)
        return dA * A * sigmoid(-self.Z)
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "reciprocal and einsum", "note": "", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.cache = {}

    def forward(self, Z):
        result = np.reciprocal(1.0 + np.exp(np.negative(Z)))
        self.cache["A"] = result
        return result.copy()

    def backward(self, dA):
        a = self.cache["A"]
        return np.einsum("ij,ij,ij->ij", dA, a, 1 - a)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "slope with the logits", "note": "remembers Z and uses Z (1 - Z)", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.Z = Z
        return sigmoid(Z)

    def backward(self, dA):
        return dA * self.Z * (1 - self.Z)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "sigmoid of the sigmoid", "note": "backward applies the sigmoid to the output once more", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        s = sigmoid(self.A)
        return dA * s * (1 - s)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "dA left out", "note": "returns the slope alone", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        dZ = self.A * (1 - self.A)
        return dZ
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "memory in the class", "note": "the output is stored in the class, so two layers share it", "code": '''
class SigmoidLayer:
    A = None

    def forward(self, Z):
        SigmoidLayer.A = sigmoid(Z)
        return SigmoidLayer.A

    def backward(self, dA):
        return dA * SigmoidLayer.A * (1 - SigmoidLayer.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "logits clipped", "note": "clips the logits to -10 and 10", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        Z = np.clip(Z, -10, 10)
        self.A = 1 / (1 + np.exp(-Z))
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "rounded outputs", "note": "rounds the outputs to four digits", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = np.round(sigmoid(Z), 4)
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "forward without return", "note": "stores the output, but returns None", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "local A", "note": "A is not stored in self: AttributeError in backward", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        A = 1 / (1 + np.exp(-Z))
        return A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "sign in the exponent", "note": "exp(Z) instead of exp(-Z), the curve falls", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = 1 / (1 + np.exp(Z))
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "mean over the batch", "note": "divides by the number of examples in backward", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        m = dA.shape[1]
        return dA * self.A * (1 - self.A) / m
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "first batch for ever", "note": "remembers only the output of the first forward pass", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        A = sigmoid(Z)
        if not hasattr(self, "A"):
            self.A = A
        return A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "dA multiplied in place", "note": "changes the given gradient, and stops when it holds whole numbers", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        dA *= self.A
        dA *= 1 - self.A
        return dA
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "box like Z", "note": "zeros_like of whole-number logits holds whole numbers only", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        A = np.zeros_like(Z)
        for i in range(Z.shape[0]):
            A[i] = sigmoid(Z[i])
        self.A = A
        return A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "matrix product with the slope", "note": "@ instead of *, the shapes do not fit unless square", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        return dA @ (self.A * (1 - self.A))
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "size in the constructor", "note": "the layer wants a number of units: TypeError without", "code": '''
class SigmoidLayer:
    def __init__(self, n):
        self.n = n
        self.A = np.zeros((n, 1))

    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "functions without self", "note": "forward and backward have no self: TypeError", "code": '''
class SigmoidLayer:
    def forward(Z):
        return sigmoid(Z)

    def backward(dA, A):
        return dA * A * (1 - A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "plus for minus", "note": "slope A (1 + A)", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 + self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "takes dA for the output", "note": "misreads the argument: uses dA (1 - dA) as the slope", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        return sigmoid(Z)

    def backward(self, dA):
        return dA * (1 - dA)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "divided by the slope", "note": "divides by A (1 - A) instead of multiplying", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.out = 1.0 / (1.0 + np.exp(-Z))
        return self.out

    def backward(self, dA):
        slope = self.out * (1 - self.out)
        return dA / slope
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "if on an array", "note": "asks if Z >= 0 for the whole array: ValueError for more than one entry", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        if Z >= 0:
            self.A = 1 / (1 + np.exp(-Z))
        else:
            self.A = np.exp(Z) / (1 + np.exp(Z))
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "list of outputs, oldest used", "note": "collects all outputs and uses the first one in every backward pass", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.outputs = []

    def forward(self, Z):
        self.outputs.append(sigmoid(Z))
        return self.outputs[-1]

    def backward(self, dA):
        A = self.outputs[0]
        return dA * A * (1 - A)
'''},
]
