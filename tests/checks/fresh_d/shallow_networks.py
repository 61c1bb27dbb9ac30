"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- feature_cross
    {"exercise": "feature_cross", "right": True, "name": "vstack", "note": "", "code": '''
def feature_cross(X):
    return np.vstack([X, X[0] * X[1]])
'''},
    {"exercise": "feature_cross", "right": True, "name": "concatenate", "note": "", "code": '''
def feature_cross(X):
    x1 = X[0:1, :]
    x2 = X[1:2, :]
    return np.concatenate((x1, x2, x1 * x2), axis=0)
'''},
    {"exercise": "feature_cross", "right": True, "name": "prod and append", "note": "", "code": '''
def feature_cross(X):
    product = np.prod(X, axis=0, keepdims=True)
    return np.append(X, product, axis=0)
'''},
    {"exercise": "feature_cross", "right": True, "name": "loop", "note": "", "code": '''
def feature_cross(X):
    m = X.shape[1]
    out = np.zeros((3, m))
    for i in range(m):
        out[0, i] = X[0, i]
        out[1, i] = X[1, i]
        out[2, i] = X[0, i] * X[1, i]
    return out
'''},
    {"exercise": "feature_cross", "right": True, "name": "array of rows", "note": "", "code": '''
def feature_cross(X):
    x1, x2 = X
    return np.array([x1, x2, np.multiply(x1, x2)])
'''},
    {"exercise": "feature_cross", "right": True, "name": "einsum and slices", "note": "", "code": '''
def feature_cross(X):
    out = np.empty((3, X.shape[1]), dtype=np.result_type(X, float))
    out[:2] = X
    out[2] = np.einsum("m,m->m", X[0, :], X[1, :])
    return out
'''},
    {"exercise": "feature_cross", "right": False, "name": "added", "note": "appends the sum of the features", "code": '''
def feature_cross(X):
    return np.vstack([X, X[0] + X[1]])
'''},
    {"exercise": "feature_cross", "right": False, "name": "only the product", "note": "returns the product without the two features", "code": '''
def feature_cross(X):
    x1, x2 = X[0:1], X[1:2]
    return x1 * x2
'''},
    {"exercise": "feature_cross", "right": False, "name": "inner product", "note": "x1 @ x2 sums over the examples, every column gets the same number", "code": '''
def feature_cross(X):
    x1, x2 = X[0], X[1]
    cross = np.full(X.shape[1], x1 @ x2)
    return np.vstack([x1, x2, cross])
'''},
    {"exercise": "feature_cross", "right": False, "name": "product first", "note": "puts the product in the first row", "code": '''
def feature_cross(X):
    return np.vstack([X[0] * X[1], X])
'''},
    {"exercise": "feature_cross", "right": False, "name": "square", "note": "slip in the index, X[1] * X[1]", "code": '''
def feature_cross(X):
    return np.vstack((X[0], X[1], X[1] * X[1]))
'''},
    {"exercise": "feature_cross", "right": False, "name": "transposed", "note": "examples come back as rows, shape (m, 3)", "code": '''
def feature_cross(X):
    return np.column_stack([X[0], X[1], X[0] * X[1]])
'''},
    {"exercise": "feature_cross", "right": False, "name": "append flat", "note": "np.append without axis gives a flat array", "code": '''
def feature_cross(X):
    return np.append(X, X[0] * X[1])
'''},
    {"exercise": "feature_cross", "right": False, "name": "XOR itself", "note": "writes the exclusive or instead of the product", "code": '''
def feature_cross(X):
    x1, x2 = X[0], X[1]
    return np.vstack([x1, x2, np.abs(x1 - x2)])
'''},
    {"exercise": "feature_cross", "right": False, "name": "logical and", "note": "uses the logical and, which is the product for 0 and 1 only", "code": '''
def feature_cross(X):
    both = np.logical_and(X[0], X[1])
    return np.vstack([X, both])
'''},
    {"exercise": "feature_cross", "right": False, "name": "whole number array", "note": "makes an array of ints and cuts the decimals", "code": '''
def feature_cross(X):
    out = np.zeros((3, X.shape[1]), dtype=int)
    out[0] = X[0]
    out[1] = X[1]
    out[2] = X[0] * X[1]
    return out
'''},
    {"exercise": "feature_cross", "right": False, "name": "changes X", "note": "multiplies the second row of X in place, so X changes and x2 is lost", "code": '''
def feature_cross(X):
    x1, x2 = X[0], X[1]
    cross = x2
    cross *= x1
    return np.vstack([x1, x2, cross])
'''},
    {"exercise": "feature_cross", "right": False, "name": "product of all", "note": "np.prod without axis multiplies all entries of X", "code": '''
def feature_cross(X):
    out = np.ones((3, X.shape[1]))
    out[:2] = X
    out[2] = np.prod(X)
    return out
'''},
    {"exercise": "feature_cross", "right": False, "name": "hstack", "note": "hstack puts the row beside X, the shapes do not fit (ValueError)", "code": '''
def feature_cross(X):
    return np.hstack([X, X[0:1] * X[1:2]])
'''},
    {"exercise": "feature_cross", "right": False, "name": "no list", "note": "np.vstack(X, product) without the brackets (TypeError)", "code": '''
def feature_cross(X):
    product = X[0] * X[1]
    return np.vstack(X, product)
'''},
    {"exercise": "feature_cross", "right": False, "name": "axes differ", "note": "np.append with axis=0 of a matrix and a vector (ValueError)", "code": '''
def feature_cross(X):
    return np.append(X, X[0] * X[1], axis=0)
'''},
    {"exercise": "feature_cross", "right": False, "name": "third row of two", "note": "a copy of X has no third row (IndexError)", "code": '''
def feature_cross(X):
    out = X.copy()
    out[2] = out[0] * out[1]
    return out
'''},
    # ---------------------------------------------------------------- two_layer_forward
    {"exercise": "two_layer_forward", "right": True, "name": "formulas", "note": "", "code": '''
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
        A = 1 / (1 + np.exp(-Z))
        cache[f"Z{layer}"] = Z
        cache[f"A{layer}"] = A
    return cache
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "helper and tanh", "note": "", "code": '''
def _layer(W, b, A):
    Z = np.add(np.matmul(W, A), b)
    return Z, 0.5 + 0.5 * np.tanh(0.5 * Z)


def two_layer_forward(params, X):
    W1, b1, W2, b2 = (params[k] for k in ("W1", "b1", "W2", "b2"))
    Z1, A1 = _layer(W1, b1, X)
    Z2, A2 = _layer(W2, b2, A1)
    return dict(Z1=Z1, A1=A1, Z2=Z2, A2=A2)
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "bias as a row of ones", "note": "", "code": '''
def two_layer_forward(params, X):
    ones = np.ones((1, X.shape[1]))
    Z1 = np.hstack([params["W1"], params["b1"]]) @ np.vstack([X, ones])
    A1 = sigmoid(Z1)
    Z2 = np.hstack([params["W2"], params["b2"]]) @ np.vstack([A1, ones])
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": sigmoid(Z2)}
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "example by example", "note": "", "code": '''
def two_layer_forward(params, X):
    n1, n2, m = len(params["b1"]), len(params["b2"]), X.shape[1]
    out = {"Z1": np.zeros((n1, m)), "A1": np.zeros((n1, m)), "Z2": np.zeros((n2, m)), "A2": np.zeros((n2, m))}
    for i in range(m):
        x = X[:, i]
        for u in range(n1):
            out["Z1"][u, i] = np.sum(params["W1"][u] * x) + params["b1"][u, 0]
            out["A1"][u, i] = sigmoid(out["Z1"][u, i])
        for u in range(n2):
            out["Z2"][u, i] = np.sum(params["W2"][u] * out["A1"][:, i]) + params["b2"][u, 0]
            out["A2"][u, i] = sigmoid(out["Z2"][u, i])
    return out
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "in place on own arrays", "note": "", "code": '''
def two_layer_forward(params, X):
    Z1 = np.einsum("ij,jm->im", params["W1"], X).astype(float)
    Z1 += params["b1"]
    A1 = np.exp(-Z1)
    A1 += 1
    A1 = 1 / A1
    Z2 = np.einsum("ij,jm->im", params["W2"], A1)
    Z2 += params["b2"]
    A2 = np.exp(-Z2)
    A2 += 1
    A2 = np.reciprocal(A2)
    return {"A2": A2, "Z2": Z2, "A1": A1, "Z1": Z1}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "Z1 into layer two", "note": "feeds Z1 and not A1 into the second layer", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ Z1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "no biases", "note": "forgets both biases", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "second bias forgotten", "note": "forgets b2", "code": '''
def two_layer_forward(params, X):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    Z1 = W1 @ X + b1
    A1 = sigmoid(Z1)
    Z2 = W2 @ A1
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "output not squashed", "note": "A2 is Z2, the last sigmoid is missing", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = Z2
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "tanh in the hidden layer", "note": "tanh in the hidden layer, as in another course", "code": '''
def two_layer_forward(params, X):
    Z1 = np.dot(params["W1"], X) + params["b1"]
    A1 = np.tanh(Z1)
    Z2 = np.dot(params["W2"], A1) + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "relu in the hidden layer", "note": "ReLU in the hidden layer", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = np.maximum(0, Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "exp without minus", "note": "own sigmoid with exp(z) in place of exp(-z)", "code": '''
def two_layer_forward(params, X):
    def s(z):
        return 1 / (1 + np.exp(z))
    Z1 = params["W1"] @ X + params["b1"]
    A1 = s(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = s(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "sigmoid of A1", "note": "copied line: A2 = sigmoid(Z1) where it should be Z2", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = sigmoid(Z1)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "one name for Z and A", "note": "overwrites the array Z1 with the output, so Z1 in the dict holds A1", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = Z1
    A1[:] = sigmoid(A1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = Z2
    A2[:] = sigmoid(A2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "only A2", "note": "returns A2 and no dict", "code": '''
def two_layer_forward(params, X):
    A1 = sigmoid(params["W1"] @ X + params["b1"])
    A2 = sigmoid(params["W2"] @ A1 + params["b2"])
    return A2
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "Z left out", "note": "the dict holds A1 and A2 only", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"A1": A1, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "labels for probabilities", "note": "A2 is rounded to 0 or 1", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = (sigmoid(Z2) > 0.5).astype(float)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "W transposed", "note": "W.T @ X as in a course with other conventions, does not fit (ValueError)", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"].T @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"].T @ A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "rows", "note": "X @ W as with rows, does not fit (ValueError)", "code": '''
def two_layer_forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = A1 @ params["W2"] + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "attribute of a dict", "note": "params.W1 on a dict (AttributeError)", "code": '''
def two_layer_forward(params, X):
    Z1 = params.W1 @ X + params.b1
    A1 = sigmoid(Z1)
    Z2 = params.W2 @ A1 + params.b2
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "entry by entry", "note": "* in place of @, the shapes do not fit together (ValueError)", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] * X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] * A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    # ---------------------------------------------------------------- two_layer_backward
    {"exercise": "two_layer_backward", "right": True, "name": "formulas", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "helper", "note": "", "code": '''
def _weights_and_bias(dZ, A_before):
    ones = np.ones((dZ.shape[1], 1))
    return np.dot(dZ, A_before.T), np.dot(dZ, ones)


def two_layer_backward(params, cache, X, Y):
    g = {}
    g["dZ2"] = np.subtract(cache["A2"], Y) / len(Y[0])
    g["dW2"], g["db2"] = _weights_and_bias(g["dZ2"], cache["A1"])
    g["dA1"] = np.dot(params["W2"].T, g["dZ2"])
    g["dZ1"] = g["dA1"] * (cache["A1"] - cache["A1"] ** 2)
    g["dW1"], g["db1"] = _weights_and_bias(g["dZ1"], X)
    return g
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "sum over examples", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    n0, m = X.shape
    W2 = params["W2"]
    n2, n1 = W2.shape
    dZ2, dA1, dZ1 = np.zeros((n2, m)), np.zeros((n1, m)), np.zeros((n1, m))
    dW2, db2 = np.zeros((n2, n1)), np.zeros((n2, 1))
    dW1, db1 = np.zeros((n1, n0)), np.zeros((n1, 1))
    for i in range(m):
        a1 = cache["A1"][:, i]
        dZ2[:, i] = (cache["A2"][:, i] - Y[:, i]) / m
        dA1[:, i] = dZ2[:, i] @ W2
        dZ1[:, i] = dA1[:, i] * a1 * (1 - a1)
        dW2 += np.outer(dZ2[:, i], a1)
        dW1 += np.outer(dZ1[:, i], X[:, i])
        db2[:, 0] += dZ2[:, i]
        db1[:, 0] += dZ1[:, i]
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "einsum", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = Y.shape[1]
    A1 = cache["A1"]
    dZ2 = 1 / m * (cache["A2"] - Y)
    dA1 = np.einsum("ij,im->jm", params["W2"], dZ2)
    dZ1 = np.einsum("jm,jm,jm->jm", dA1, A1, 1 - A1)
    return dict(
        dZ2=dZ2,
        dW2=np.einsum("im,jm->ij", dZ2, A1),
        db2=np.einsum("im->i", dZ2).reshape(-1, 1),
        dA1=dA1,
        dZ1=dZ1,
        dW1=np.einsum("im,jm->ij", dZ1, X),
        db1=np.einsum("im->i", dZ1).reshape(-1, 1),
    )
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "in place on a copy", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    dZ2 = cache["A2"].astype(float)
    dZ2 -= Y
    dZ2 /= X.shape[1]
    dA1 = np.matmul(np.transpose(params["W2"]), dZ2)
    dZ1 = dA1.copy()
    dZ1 *= cache["A1"]
    dZ1 *= 1 - cache["A1"]
    grads = {"dZ2": dZ2, "dA1": dA1, "dZ1": dZ1}
    for layer, before in ((2, cache["A1"]), (1, X)):
        dZ = grads[f"dZ{layer}"]
        grads[f"dW{layer}"] = (before @ dZ.T).T
        grads[f"db{layer}"] = np.sum(dZ, axis=1)[:, np.newaxis]
    return grads
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "means at the end", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    # errors of each example first, then the mean
    m = X.shape[1]
    A1 = cache["A1"]
    e2 = cache["A2"] - Y
    e1 = (params["W2"].T @ e2) * A1 * (1 - A1)
    return {
        "dZ2": e2 / m,
        "dW2": e2 @ A1.T / m,
        "db2": np.mean(e2, axis=1, keepdims=True),
        "dA1": params["W2"].T @ e2 / m,
        "dZ1": e1 / m,
        "dW1": e1 @ X.T / m,
        "db1": np.mean(e1, axis=1, keepdims=True),
    }
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "m is n", "note": "takes X.shape[0], the number of features, for m", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[0]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "m is the size of Y", "note": "takes Y.size for m, which is too large with several output units", "code": '''
def two_layer_backward(params, cache, X, Y):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    Z1, A1, Z2, A2 = cache["Z1"], cache["A1"], cache["Z2"], cache["A2"]
    m = Y.size

    dZ2 = 1 / m * (A2 - Y)
    dW2 = np.dot(dZ2, A1.T)
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = np.dot(dZ1, X.T)
    db1 = np.sum(dZ1, axis=1, keepdims=True)

    grads = {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
    return grads
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "1/m forgotten", "note": "dZ2 lacks the factor 1/m", "code": '''
def two_layer_backward(params, cache, X, Y):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    Z1, A1, Z2, A2 = cache["Z1"], cache["A1"], cache["Z2"], cache["A2"]

    dZ2 = A2 - Y
    dW2 = np.dot(dZ2, A1.T)
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = np.dot(dZ1, X.T)
    db1 = np.sum(dZ1, axis=1, keepdims=True)

    grads = {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
    return grads
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "1/m twice", "note": "divides by m in dZ2 and again in dW and db", "code": '''
def two_layer_backward(params, cache, X, Y):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    Z1, A1, Z2, A2 = cache["Z1"], cache["A1"], cache["Z2"], cache["A2"]
    m = Y.shape[1]

    dZ2 = 1 / m * (A2 - Y)
    dW2 = 1 / m * np.dot(dZ2, A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = 1 / m * np.dot(dZ1, X.T)
    db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)

    grads = {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
    return grads
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "1/m last", "note": "as in section 3.4, dZ2, dA1 and dZ1 have no 1/m inside; it comes in dW and db only", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.mean(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T / m
    db1 = np.mean(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "Y minus A2", "note": "Y - A2, all gradients have the wrong sign", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (Y - A2) / m
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "slope forgotten", "note": "dZ1 is dA1 without the slope of the hidden units", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "slope of Z1", "note": "puts Z1 into the slope where A1 belongs", "code": '''
def two_layer_backward(params, cache, X, Y):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    Z1, A1, Z2, A2 = cache["Z1"], cache["A1"], cache["Z2"], cache["A2"]
    m = Y.shape[1]

    dZ2 = 1 / m * (A2 - Y)
    dW2 = np.dot(dZ2, A1.T)
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = dA1 * Z1 * (1 - Z1)
    dW1 = np.dot(dZ1, X.T)
    db1 = np.sum(dZ1, axis=1, keepdims=True)

    grads = {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
    return grads
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "slope at the output too", "note": "two mistakes: multiplies dZ2 by A2 (1 - A2), which has canceled, and forgets 1/m", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) * A2 * (1 - A2)
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "dA1 overwritten", "note": "dZ1 = dA1 and then *=, so the entry dA1 holds dZ1", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1
    dZ1 *= A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "no keepdims", "note": "db1 and db2 have the shapes (n_1,) and (n_2,)", "code": '''
def two_layer_backward(params, cache, X, Y):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    Z1, A1, Z2, A2 = cache["Z1"], cache["A1"], cache["Z2"], cache["A2"]
    m = Y.shape[1]

    dZ2 = 1 / m * (A2 - Y)
    dW2 = np.dot(dZ2, A1.T)
    db2 = np.sum(dZ2, axis=1)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = np.dot(dZ1, X.T)
    db1 = np.sum(dZ1, axis=1)

    grads = {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
    return grads
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "sum over everything", "note": "the bias gradients are summed over the units as well", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "W2 not transposed", "note": "W2 @ dZ2 does not fit (ValueError)", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"] @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "matrix products all the way", "note": "@ where the circle means entry by entry, does not fit (ValueError)", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 @ A1 @ (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "sigmoid_prime missing", "note": "calls sigmoid_prime, which this notebook does not have (NameError)", "code": '''
def two_layer_backward(params, cache, X, Y):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    Z1, A1, Z2, A2 = cache["Z1"], cache["A1"], cache["Z2"], cache["A2"]
    m = Y.shape[1]

    dZ2 = 1 / m * (A2 - Y)
    dW2 = np.dot(dZ2, A1.T)
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = dA1 * sigmoid_prime(Z1)
    dW1 = np.dot(dZ1, X.T)
    db1 = np.sum(dZ1, axis=1, keepdims=True)

    grads = {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
    return grads
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "X not transposed", "note": "dZ1 @ X does not fit (ValueError)", "code": '''
def two_layer_backward(params, cache, X, Y):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    Z1, A1, Z2, A2 = cache["Z1"], cache["A1"], cache["Z2"], cache["A2"]
    m = Y.shape[1]

    dZ2 = 1 / m * (A2 - Y)
    dW2 = np.dot(dZ2, A1.T)
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = np.dot(dZ1, X)
    db1 = np.sum(dZ1, axis=1, keepdims=True)

    grads = {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
    return grads
'''},
    # ---------------------------------------------------------------- rows_backward
    {"exercise": "rows_backward", "right": True, "name": "formulas", "note": "", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {
        "dW1": X.T @ dZ1 / m,
        "db1": dZ1.sum(axis=0, keepdims=True) / m,
        "dW2": A1.T @ dZ2 / m,
        "db2": dZ2.sum(axis=0, keepdims=True) / m,
    }
'''},
    {"exercise": "rows_backward", "right": True, "name": "turned to columns", "note": "", "code": '''
def rows_backward(params, X, Y):
    turned = {name: value.T for name, value in params.items()}
    cache = two_layer_forward(turned, X.T)
    grads = two_layer_backward(turned, cache, X.T, Y.T)
    return {name: grads[name].T for name in ("dW1", "db1", "dW2", "db2")}
'''},
    {"exercise": "rows_backward", "right": True, "name": "1/m first", "note": "", "code": '''
def rows_backward(params, X, Y):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    A1 = 1 / (1 + np.exp(-(np.dot(X, W1) + b1)))
    P = 1 / (1 + np.exp(-(np.dot(A1, W2) + b2)))
    d2 = (P - Y) / len(Y)
    d1 = np.multiply(np.dot(d2, W2.T), A1 - A1 ** 2)
    ones = np.ones((1, len(X)))
    return dict(dW1=np.dot(X.T, d1), db1=np.dot(ones, d1), dW2=np.dot(A1.T, d2), db2=np.dot(ones, d2))
'''},
    {"exercise": "rows_backward", "right": True, "name": "row by row", "note": "", "code": '''
def rows_backward(params, X, Y):
    total = {"d" + name: np.zeros(np.shape(value)) for name, value in params.items()}
    m = X.shape[0]
    for i in range(m):
        x = X[i:i + 1]
        a = sigmoid(x @ params["W1"] + params["b1"])
        p = sigmoid(a @ params["W2"] + params["b2"])
        dz2 = p - Y[i:i + 1]
        dz1 = dz2 * params["W2"].T * a * (1 - a)
        total["dW2"] += a.T * dz2 / m
        total["db2"] += dz2 / m
        total["dW1"] += x.T @ dz1 / m
        total["db1"] += dz1 / m
    return total
'''},
    {"exercise": "rows_backward", "right": True, "name": "einsum and mean", "note": "", "code": '''
def rows_backward(params, X, Y):
    A1 = sigmoid(np.einsum("mi,ij->mj", X, params["W1"]) + params["b1"])
    P = sigmoid(np.einsum("mj,jk->mk", A1, params["W2"]) + params["b2"])
    dZ2 = P - Y
    dZ1 = np.einsum("mk,jk,mj,mj->mj", dZ2, params["W2"], A1, 1 - A1)
    grads = {}
    grads["dW2"] = np.einsum("mj,mk->jk", A1, dZ2) / X.shape[0]
    grads["dW1"] = np.einsum("mi,mj->ij", X, dZ1) / X.shape[0]
    grads["db2"] = np.mean(dZ2, axis=0)[np.newaxis, :]
    grads["db1"] = np.mean(dZ1, axis=0)[np.newaxis, :]
    return grads
'''},
    {"exercise": "rows_backward", "right": True, "name": "helpers, mean of outer products", "note": "", "code": '''
def _forward_rows(p, X):
    hidden = sigmoid(np.matmul(X, p["W1"]) + p["b1"])
    return hidden, sigmoid(np.matmul(hidden, p["W2"]) + p["b2"])


def _mean_outer(A, D):
    return (A[:, :, None] * D[:, None, :]).mean(axis=0)


def rows_backward(params, X, Y):
    H, P = _forward_rows(params, X)
    D2 = P - Y
    D1 = D2 @ np.transpose(params["W2"])
    D1 *= H
    D1 *= 1 - H
    return {
        "dW2": _mean_outer(H, D2), "db2": D2.mean(axis=0, keepdims=True),
        "dW1": _mean_outer(X, D1), "db1": D1.mean(axis=0, keepdims=True),
    }
'''},
    {"exercise": "rows_backward", "right": False, "name": "m is n", "note": "takes X.shape[1], here the number of features, for m", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[1]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "1/m forgotten", "note": "nowhere a factor 1/m", "code": '''
def rows_backward(params, X, Y):
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2
    dW1 = X.T @ dZ1
    db2 = np.sum(dZ2, axis=0, keepdims=True)
    db1 = np.sum(dZ1, axis=0, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "1/m twice", "note": "puts the 1/m into dZ2 as with columns and divides again in the end", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = (P - Y) / m
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "1/m missing in the biases", "note": "the bias gradients are sums without 1/m", "code": '''
def rows_backward(params, X, Y):
    W1, b1 = params["W1"], params["b1"]
    W2, b2 = params["W2"], params["b2"]
    m = len(X)
    # forward
    Z1 = np.dot(X, W1) + b1
    A1 = sigmoid(Z1)
    Z2 = np.dot(A1, W2) + b2
    P = sigmoid(Z2)
    # backward
    dZ2 = P - Y
    dW2 = 1 / m * np.dot(A1.T, dZ2)
    db2 = dZ2.sum(axis=0, keepdims=True)
    dZ1 = np.dot(dZ2, W2.T) * A1 * (1 - A1)
    dW1 = 1 / m * np.dot(X.T, dZ1)
    db1 = dZ1.sum(axis=0, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "Y minus P", "note": "Y - P, all gradients have the wrong sign", "code": '''
def rows_backward(params, X, Y):
    W1, b1 = params["W1"], params["b1"]
    W2, b2 = params["W2"], params["b2"]
    m = len(X)
    # forward
    Z1 = np.dot(X, W1) + b1
    A1 = sigmoid(Z1)
    Z2 = np.dot(A1, W2) + b2
    P = sigmoid(Z2)
    # backward
    dZ2 = Y - P
    dW2 = 1 / m * np.dot(A1.T, dZ2)
    db2 = 1 / m * dZ2.sum(axis=0, keepdims=True)
    dZ1 = np.dot(dZ2, W2.T) * A1 * (1 - A1)
    dW1 = 1 / m * np.dot(X.T, dZ1)
    db1 = 1 / m * dZ1.sum(axis=0, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "sum over axis 1", "note": "sums over the units (axis=1) as with columns, one bias gradient an example", "code": '''
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
    {"exercise": "rows_backward", "right": False, "name": "no keepdims", "note": "db1 has the shape (n_1,) and db2 (1,)", "code": '''
def rows_backward(params, X, Y):
    W1, b1 = params["W1"], params["b1"]
    W2, b2 = params["W2"], params["b2"]
    m = len(X)
    # forward
    Z1 = np.dot(X, W1) + b1
    A1 = sigmoid(Z1)
    Z2 = np.dot(A1, W2) + b2
    P = sigmoid(Z2)
    # backward
    dZ2 = P - Y
    dW2 = 1 / m * np.dot(A1.T, dZ2)
    db2 = 1 / m * dZ2.sum(axis=0)
    dZ1 = np.dot(dZ2, W2.T) * A1 * (1 - A1)
    dW1 = 1 / m * np.dot(X.T, dZ1)
    db1 = 1 / m * dZ1.sum(axis=0)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "slope forgotten", "note": "dZ1 lacks the slope of the hidden units", "code": '''
def rows_backward(params, X, Y):
    W1, b1 = params["W1"], params["b1"]
    W2, b2 = params["W2"], params["b2"]
    m = len(X)
    # forward
    Z1 = np.dot(X, W1) + b1
    A1 = sigmoid(Z1)
    Z2 = np.dot(A1, W2) + b2
    P = sigmoid(Z2)
    # backward
    dZ2 = P - Y
    dW2 = 1 / m * np.dot(A1.T, dZ2)
    db2 = 1 / m * dZ2.sum(axis=0, keepdims=True)
    dZ1 = np.dot(dZ2, W2.T)
    dW1 = 1 / m * np.dot(X.T, dZ1)
    db1 = 1 / m * dZ1.sum(axis=0, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "one factor of the slope", "note": "dZ1 has the factor 1 - A1 but not A1", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "hidden layer without bias", "note": "the forward pass leaves out b1 and b2", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"])
    P = sigmoid(A1 @ params["W2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "weights as with columns", "note": "two mistakes: dW1 and dW2 are transposed as with columns, and the bias gradients are summed over the units", "code": '''
def rows_backward(params, X, Y):
    W1, b1 = params["W1"], params["b1"]
    W2, b2 = params["W2"], params["b2"]
    m = len(X)
    # forward
    Z1 = np.dot(X, W1) + b1
    A1 = sigmoid(Z1)
    Z2 = np.dot(A1, W2) + b2
    P = sigmoid(Z2)
    # backward
    dZ2 = P - Y
    dW2 = 1 / m * np.dot(dZ2.T, A1)
    db2 = 1 / m * dZ2.sum(axis=1, keepdims=True)
    dZ1 = np.dot(dZ2, W2.T) * A1 * (1 - A1)
    dW1 = 1 / m * np.dot(dZ1.T, X)
    db1 = 1 / m * dZ1.sum(axis=1, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "slope with Z1", "note": "takes Z1 for A1 in the slope", "code": '''
def rows_backward(params, X, Y):
    W1, b1 = params["W1"], params["b1"]
    W2, b2 = params["W2"], params["b2"]
    m = len(X)
    # forward
    Z1 = np.dot(X, W1) + b1
    A1 = sigmoid(Z1)
    Z2 = np.dot(A1, W2) + b2
    P = sigmoid(Z2)
    # backward
    dZ2 = P - Y
    dW2 = 1 / m * np.dot(A1.T, dZ2)
    db2 = 1 / m * dZ2.sum(axis=0, keepdims=True)
    dZ1 = np.dot(dZ2, W2.T) * Z1 * (1 - Z1)
    dW1 = 1 / m * np.dot(X.T, dZ1)
    db1 = 1 / m * dZ1.sum(axis=0, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "forward as with columns", "note": "W1 @ X as with columns, does not fit (ValueError)", "code": '''
def rows_backward(params, X, Y):
    W1, b1 = params["W1"], params["b1"]
    W2, b2 = params["W2"], params["b2"]
    m = len(X)
    # forward
    Z1 = np.dot(W1, X) + b1
    A1 = sigmoid(Z1)
    Z2 = np.dot(W2, A1) + b2
    P = sigmoid(Z2)
    # backward
    dZ2 = P - Y
    dW2 = 1 / m * np.dot(A1.T, dZ2)
    db2 = 1 / m * dZ2.sum(axis=0, keepdims=True)
    dZ1 = np.dot(dZ2, W2.T) * A1 * (1 - A1)
    dW1 = 1 / m * np.dot(X.T, dZ1)
    db1 = 1 / m * dZ1.sum(axis=0, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "W2 not transposed", "note": "dZ2 @ W2 does not fit (ValueError)", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"]) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "cache", "note": "reads A1 and A2 from a cache that nobody passes (NameError)", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = cache["A1"]
    P = cache["A2"]
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "forward function reused", "note": "calls two_layer_forward, which wants columns, with rows (ValueError)", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    cache = two_layer_forward(params, X)
    A1, P = cache["A1"], cache["A2"]
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    # ---------------------------------------------------------------- LinearLayer
    {"exercise": "LinearLayer", "right": True, "name": "straight", "note": "", "code": '''
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
        dW = dZ @ self.A_prev.T
        db = np.sum(dZ, axis=1, keepdims=True)
        self.grads = {"dW": dW, "db": db}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": True, "name": "loop over names", "note": "", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.n_in = n_in
        self.n_out = n_out
        if rng is None:
            rng = np.random.default_rng()
        W = rng.standard_normal(size=(n_out, n_in)) * 0.01
        b = np.zeros((n_out, 1))
        self.params = {"W": W, "b": b}
        self.grads = {}
        self.A_prev = None

    def forward(self, A_prev):
        self.A_prev = A_prev
        W, b = self.params["W"], self.params["b"]
        Z = np.dot(W, A_prev) + b
        return Z

    def backward(self, dZ):
        W = self.params["W"]
        self.grads["dW"] = np.dot(dZ, self.A_prev.T)
        self.grads["db"] = np.sum(dZ, axis=1, keepdims=True)
        dA_prev = np.dot(W.T, dZ)
        return dA_prev

    def update(self, learning_rate):
        for name in self.params:
            self.params[name] = self.params[name] - learning_rate * self.grads["d" + name]
'''},
    {"exercise": "LinearLayer", "right": True, "name": "rng.normal and einsum", "note": "", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        rng = np.random.default_rng() if rng is None else rng
        self.params = dict(W=rng.normal(0.0, 0.01, size=(n_out, n_in)), b=np.full((n_out, 1), 0.0))
        self.grads = dict()
        self._seen = None

    def forward(self, A_prev):
        self._seen = np.array(A_prev, dtype=float)
        return np.einsum("oi,im->om", self.params["W"], self._seen) + self.params["b"]

    def backward(self, dZ):
        self.grads = dict(
            dW=np.einsum("om,im->oi", dZ, self._seen),
            db=np.einsum("om->o", dZ).reshape(-1, 1),
        )
        return np.einsum("oi,om->im", self.params["W"], dZ)

    def update(self, learning_rate):
        self.params = {key: value - learning_rate * self.grads[f"d{key}"] for key, value in self.params.items()}
'''},
    {"exercise": "LinearLayer", "right": True, "name": "row of ones", "note": "", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.params, self.grads = {}, {}
        generator = rng or np.random.default_rng()
        self.params["W"] = np.zeros((n_out, n_in))
        for i in range(n_out):
            self.params["W"][i] = 0.01 * generator.standard_normal(n_in)
        self.params["b"] = np.zeros((n_out, 1))

    def forward(self, A_prev):
        self.extended = np.vstack([A_prev, np.ones((1, A_prev.shape[1]))])
        return np.hstack([self.params["W"], self.params["b"]]) @ self.extended

    def backward(self, dZ):
        both = dZ @ self.extended.T
        self.grads["dW"] = both[:, :-1].copy()
        self.grads["db"] = both[:, -1:].copy()
        return (dZ.T @ self.params["W"]).T

    def update(self, learning_rate):
        W, b = self.params["W"], self.params["b"]
        self.params["W"], self.params["b"] = W - learning_rate * self.grads["dW"], b - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": True, "name": "example by example", "note": "", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        W = rng.standard_normal((n_out, n_in))
        W *= 0.01
        b = np.zeros((n_out, 1))
        self.params = {"W": W, "b": b}
        self.grads = {"dW": np.zeros_like(W), "db": np.zeros_like(b)}

    def forward(self, A_prev):
        self.columns = [A_prev[:, i].copy() for i in range(A_prev.shape[1])]
        Z = [self.params["W"] @ a + self.params["b"][:, 0] for a in self.columns]
        return np.stack(Z, axis=1)

    def backward(self, dZ):
        dW = np.zeros(self.params["W"].shape)
        db = np.zeros(self.params["b"].shape)
        dA = np.zeros((self.params["W"].shape[1], dZ.shape[1]))
        for i, a in enumerate(self.columns):
            dW += np.outer(dZ[:, i], a)
            db[:, 0] += dZ[:, i]
            dA[:, i] = dZ[:, i] @ self.params["W"]
        self.grads["dW"], self.grads["db"] = dW, db
        return dA

    def update(self, learning_rate):
        for name, value in list(self.params.items()):
            new = np.array(value, dtype=float)
            new -= learning_rate * self.grads["d" + name]
            self.params[name] = new
'''},
    {"exercise": "LinearLayer", "right": True, "name": "drawn transposed", "note": "", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {
            "W": np.divide(rng.standard_normal((n_in, n_out)).T, 100),
            "b": np.zeros((n_out, 1)),
        }
        self.grads = {}

    def forward(self, A_prev):
        self.cache = {"A_prev": A_prev}
        return np.add(np.matmul(self.params["W"], A_prev), self.params["b"])

    def backward(self, dZ):
        A_prev = self.cache["A_prev"]
        self.grads["dW"] = np.matmul(A_prev, dZ.T).T
        self.grads["db"] = np.matmul(dZ, np.ones((dZ.shape[1], 1)))
        return np.matmul(self.params["W"].T, dZ)

    def update(self, learning_rate):
        self._move("W", learning_rate)
        self._move("b", learning_rate)

    def _move(self, name, rate):
        self.params[name] = np.subtract(self.params[name], rate * self.grads["d" + name])
'''},
    {"exercise": "LinearLayer", "right": False, "name": "shared dicts", "note": "params and grads are attributes of the class, so all layers share them", "code": '''
class LinearLayer:
    params = {}
    grads = {}

    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.n_in = n_in
        self.n_out = n_out
        if rng is None:
            rng = np.random.default_rng()
        W = rng.standard_normal(size=(n_out, n_in)) * 0.01
        b = np.zeros((n_out, 1))
        self.params["W"] = W
        self.params["b"] = b
        self.A_prev = None

    def forward(self, A_prev):
        self.A_prev = A_prev
        W, b = self.params["W"], self.params["b"]
        Z = np.dot(W, A_prev) + b
        return Z

    def backward(self, dZ):
        W = self.params["W"]
        self.grads["dW"] = np.dot(dZ, self.A_prev.T)
        self.grads["db"] = np.sum(dZ, axis=1, keepdims=True)
        dA_prev = np.dot(W.T, dZ)
        return dA_prev

    def update(self, learning_rate):
        for name in self.params:
            self.params[name] = self.params[name] - learning_rate * self.grads["d" + name]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "W upright", "note": "W has the shape (n_in, n_out), forward and backward use it turned", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_in, n_out)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"].T @ A_prev + self.params["b"]

    def backward(self, dZ):
        dW = self.A_prev @ dZ.T
        db = np.sum(dZ, axis=1, keepdims=True)
        self.grads = {"dW": dW, "db": db}
        return self.params["W"] @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "0.01 forgotten", "note": "the first weights lack the factor 0.01", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.n_in = n_in
        self.n_out = n_out
        if rng is None:
            rng = np.random.default_rng()
        W = rng.standard_normal(size=(n_out, n_in))
        b = np.zeros((n_out, 1))
        self.params = {"W": W, "b": b}
        self.grads = {}
        self.A_prev = None

    def forward(self, A_prev):
        self.A_prev = A_prev
        W, b = self.params["W"], self.params["b"]
        Z = np.dot(W, A_prev) + b
        return Z

    def backward(self, dZ):
        W = self.params["W"]
        self.grads["dW"] = np.dot(dZ, self.A_prev.T)
        self.grads["db"] = np.sum(dZ, axis=1, keepdims=True)
        dA_prev = np.dot(W.T, dZ)
        return dA_prev

    def update(self, learning_rate):
        for name in self.params:
            self.params[name] = self.params[name] - learning_rate * self.grads["d" + name]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "own seed", "note": "ignores rng and makes a generator of its own, so two layers from one rng start alike", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        rng = np.random.default_rng(0)
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        dW = dZ @ self.A_prev.T
        db = np.sum(dZ, axis=1, keepdims=True)
        self.grads = {"dW": dW, "db": db}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "uniform numbers", "note": "rng.random draws uniform numbers and not normal ones", "code": '''
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
        dW = dZ @ self.A_prev.T
        db = np.sum(dZ, axis=1, keepdims=True)
        self.grads = {"dW": dW, "db": db}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "flat bias", "note": "two mistakes: b has the shape (n_out,), and db as well because the sum has no keepdims", "code": '''
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
        dW = dZ @ self.A_prev.T
        db = np.sum(dZ, axis=1)
        self.grads = {"dW": dW, "db": db}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "weights remembered", "note": "keeps W and b of the beginning and uses them in forward and backward, also after an update", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.n_in = n_in
        self.n_out = n_out
        if rng is None:
            rng = np.random.default_rng()
        W = rng.standard_normal(size=(n_out, n_in)) * 0.01
        b = np.zeros((n_out, 1))
        self.W, self.b = W, b
        self.params = {"W": W, "b": b}
        self.grads = {}
        self.A_prev = None

    def forward(self, A_prev):
        self.A_prev = A_prev
        Z = np.dot(self.W, A_prev) + self.b
        return Z

    def backward(self, dZ):
        self.grads["dW"] = np.dot(dZ, self.A_prev.T)
        self.grads["db"] = np.sum(dZ, axis=1, keepdims=True)
        dA_prev = np.dot(self.W.T, dZ)
        return dA_prev

    def update(self, learning_rate):
        for name in self.params:
            self.params[name] = self.params[name] - learning_rate * self.grads["d" + name]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "1/m again", "note": "divides dW and db by m although 1/m is inside dZ", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.n_in = n_in
        self.n_out = n_out
        if rng is None:
            rng = np.random.default_rng()
        W = rng.standard_normal(size=(n_out, n_in)) * 0.01
        b = np.zeros((n_out, 1))
        self.params = {"W": W, "b": b}
        self.grads = {}
        self.A_prev = None

    def forward(self, A_prev):
        self.A_prev = A_prev
        W, b = self.params["W"], self.params["b"]
        Z = np.dot(W, A_prev) + b
        return Z

    def backward(self, dZ):
        W = self.params["W"]
        m = dZ.shape[1]
        self.grads["dW"] = np.dot(dZ, self.A_prev.T) / m
        self.grads["db"] = np.sum(dZ, axis=1, keepdims=True) / m
        dA_prev = np.dot(W.T, dZ)
        return dA_prev

    def update(self, learning_rate):
        for name in self.params:
            self.params[name] = self.params[name] - learning_rate * self.grads["d" + name]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "no keepdims", "note": "db has the shape (n_out,)", "code": '''
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
        dW = dZ @ self.A_prev.T
        db = np.sum(dZ, axis=1)
        self.grads = {"dW": dW, "db": db}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "uphill", "note": "update adds the gradients", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.n_in = n_in
        self.n_out = n_out
        if rng is None:
            rng = np.random.default_rng()
        W = rng.standard_normal(size=(n_out, n_in)) * 0.01
        b = np.zeros((n_out, 1))
        self.params = {"W": W, "b": b}
        self.grads = {}
        self.A_prev = None

    def forward(self, A_prev):
        self.A_prev = A_prev
        W, b = self.params["W"], self.params["b"]
        Z = np.dot(W, A_prev) + b
        return Z

    def backward(self, dZ):
        W = self.params["W"]
        self.grads["dW"] = np.dot(dZ, self.A_prev.T)
        self.grads["db"] = np.sum(dZ, axis=1, keepdims=True)
        dA_prev = np.dot(W.T, dZ)
        return dA_prev

    def update(self, learning_rate):
        for name in self.params:
            self.params[name] = self.params[name] + learning_rate * self.grads["d" + name]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "gradients pile up", "note": "backward adds to the gradients of earlier passes", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.n_in = n_in
        self.n_out = n_out
        if rng is None:
            rng = np.random.default_rng()
        W = rng.standard_normal(size=(n_out, n_in)) * 0.01
        b = np.zeros((n_out, 1))
        self.params = {"W": W, "b": b}
        self.grads = {"dW": np.zeros((n_out, n_in)), "db": np.zeros((n_out, 1))}
        self.A_prev = None

    def forward(self, A_prev):
        self.A_prev = A_prev
        W, b = self.params["W"], self.params["b"]
        Z = np.dot(W, A_prev) + b
        return Z

    def backward(self, dZ):
        W = self.params["W"]
        self.grads["dW"] += np.dot(dZ, self.A_prev.T)
        self.grads["db"] += np.sum(dZ, axis=1, keepdims=True)
        dA_prev = np.dot(W.T, dZ)
        return dA_prev

    def update(self, learning_rate):
        for name in self.params:
            self.params[name] = self.params[name] - learning_rate * self.grads["d" + name]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "backward returns the gradients", "note": "backward returns grads and not dA_prev", "code": '''
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
        dW = dZ @ self.A_prev.T
        db = np.sum(dZ, axis=1, keepdims=True)
        self.grads = {"dW": dW, "db": db}
        return self.grads

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "W not transposed", "note": "backward computes W @ dZ, does not fit (ValueError)", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.n_in = n_in
        self.n_out = n_out
        if rng is None:
            rng = np.random.default_rng()
        W = rng.standard_normal(size=(n_out, n_in)) * 0.01
        b = np.zeros((n_out, 1))
        self.params = {"W": W, "b": b}
        self.grads = {}
        self.A_prev = None

    def forward(self, A_prev):
        self.A_prev = A_prev
        W, b = self.params["W"], self.params["b"]
        Z = np.dot(W, A_prev) + b
        return Z

    def backward(self, dZ):
        W = self.params["W"]
        self.grads["dW"] = np.dot(dZ, self.A_prev.T)
        self.grads["db"] = np.sum(dZ, axis=1, keepdims=True)
        dA_prev = np.dot(W, dZ)
        return dA_prev

    def update(self, learning_rate):
        for name in self.params:
            self.params[name] = self.params[name] - learning_rate * self.grads["d" + name]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "input not kept", "note": "forward does not keep A_prev, so backward does not find it (AttributeError)", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        dW = dZ @ self.A_prev.T
        db = np.sum(dZ, axis=1, keepdims=True)
        self.grads = {"dW": dW, "db": db}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "self forgotten", "note": "params without self in forward and backward (NameError)", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return params["W"] @ A_prev + params["b"]

    def backward(self, dZ):
        dW = dZ @ self.A_prev.T
        db = np.sum(dZ, axis=1, keepdims=True)
        self.grads = {"dW": dW, "db": db}
        return params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "rng None", "note": "forgets that rng may be None (AttributeError)", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.n_in = n_in
        self.n_out = n_out
        W = rng.standard_normal(size=(n_out, n_in)) * 0.01
        b = np.zeros((n_out, 1))
        self.params = {"W": W, "b": b}
        self.grads = {}
        self.A_prev = None

    def forward(self, A_prev):
        self.A_prev = A_prev
        W, b = self.params["W"], self.params["b"]
        Z = np.dot(W, A_prev) + b
        return Z

    def backward(self, dZ):
        W = self.params["W"]
        self.grads["dW"] = np.dot(dZ, self.A_prev.T)
        self.grads["db"] = np.sum(dZ, axis=1, keepdims=True)
        dA_prev = np.dot(W.T, dZ)
        return dA_prev

    def update(self, learning_rate):
        for name in self.params:
            self.params[name] = self.params[name] - learning_rate * self.grads["d" + name]
'''},
    # ---------------------------------------------------------------- SigmoidLayer
    {"exercise": "SigmoidLayer", "right": True, "name": "keeps A", "note": "", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = 1 / (1 + np.exp(-Z))
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "given sigmoid", "note": "", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.cache = {}

    def forward(self, Z):
        A = sigmoid(Z)
        self.cache["A"] = A.copy()
        return A

    def backward(self, dA):
        A = self.cache["A"]
        return np.multiply(dA, A - np.square(A))
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "keeps Z", "note": "", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.Z = np.array(Z, dtype=float)
        return 0.5 * (1 + np.tanh(self.Z / 2))

    def backward(self, dA):
        e = np.exp(-np.abs(self.Z))
        return dA * e / (1 + e) ** 2
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "keeps the slope", "note": "", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        up, down = sigmoid(Z), sigmoid(-Z)
        self._slope = up * down
        return up

    def backward(self, dA):
        return np.einsum("nm,nm->nm", dA, self._slope)
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "loops", "note": "", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.out = np.zeros((0, 0))

    def forward(self, Z):
        n, m = Z.shape
        self.out = np.zeros((n, m))
        for i in range(n):
            for j in range(m):
                self.out[i, j] = 1 / (1 + np.exp(-Z[i, j]))
        return self.out.copy()

    def backward(self, dA):
        dZ = np.zeros(dA.shape)
        for position, upstream in np.ndenumerate(dA):
            a = self.out[position]
            dZ[position] = upstream * a * (1 - a)
        return dZ
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "static helper, own copies", "note": "", "code": '''
class SigmoidLayer:
    @staticmethod
    def _squash(Z):
        Z = np.asarray(Z, dtype=float)
        e = np.exp(-np.abs(Z))
        return np.where(Z >= 0, 1 / (1 + e), e / (1 + e))

    def forward(self, Z):
        A = self._squash(Z)
        self.memory = (A.copy(), 1 - A)
        return A

    def backward(self, dA):
        dZ = np.array(dA, dtype=float)
        for factor in self.memory:
            dZ *= factor
        return dZ
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "Z in the slope", "note": "keeps Z and puts it into Z (1 - Z)", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.Z = Z
        return 1 / (1 + np.exp(-Z))

    def backward(self, dA):
        return dA * self.Z * (1 - self.Z)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "slope forgotten", "note": "backward multiplies by A and not by the slope", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.A = None

    def forward(self, Z):
        A = sigmoid(Z)
        self.A = A
        return A

    def backward(self, dA):
        A = self.A
        dZ = dA * A
        return dZ
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "upstream forgotten", "note": "backward returns the slope without dA", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.A = None

    def forward(self, Z):
        A = sigmoid(Z)
        self.A = A
        return A

    def backward(self, dA):
        A = self.A
        dZ = A * (1 - A)
        return dZ
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "dA for A", "note": "backward uses dA in the slope: dA (1 - dA)", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = 1 / (1 + np.exp(-Z))
        return self.A

    def backward(self, dA):
        return self.A * dA * (1 - dA)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "tanh slope", "note": "backward has the slope of tanh, 1 - A**2", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.A = None

    def forward(self, Z):
        A = sigmoid(Z)
        self.A = A
        return A

    def backward(self, dA):
        A = self.A
        dZ = dA * (1 - A ** 2)
        return dZ
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "exp without minus", "note": "forward computes 1 / (1 + exp(z))", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = 1 / (1 + np.exp(Z))
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "parentheses", "note": "1 / 1 + exp(-z) lacks the parentheses around the denominator", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = 1 / 1 + np.exp(-Z)
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "memory of the class", "note": "keeps A in the class, so the layers disturb each other", "code": '''
class SigmoidLayer:
    A = None

    def forward(self, Z):
        SigmoidLayer.A = 1 / (1 + np.exp(-Z))
        return SigmoidLayer.A

    def backward(self, dA):
        return dA * SigmoidLayer.A * (1 - SigmoidLayer.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "global", "note": "keeps A in a global variable, so the layers disturb each other", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        global A
        A = 1 / (1 + np.exp(-Z))
        return A

    def backward(self, dA):
        return dA * A * (1 - A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "sigmoid twice", "note": "backward applies the sigmoid to A once more", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.A = None

    def forward(self, Z):
        A = sigmoid(Z)
        self.A = A
        return A

    def backward(self, dA):
        A = sigmoid(self.A)
        dZ = dA * A * (1 - A)
        return dZ
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "clipped", "note": "clips the logits to [-10, 10] against an overflow and the gradients far out are wrong", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.A = None

    def forward(self, Z):
        Z = np.clip(Z, -10, 10)
        A = sigmoid(Z)
        self.A = A
        return A

    def backward(self, dA):
        A = self.A
        dZ = dA * A * (1 - A)
        return dZ
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "dA changed", "note": "backward multiplies in the array dA of the caller", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.A = None

    def forward(self, Z):
        A = sigmoid(Z)
        self.A = A
        return A

    def backward(self, dA):
        A = self.A
        dA *= A * (1 - A)
        return dA
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "A not kept", "note": "A is a local name of forward and unknown in backward (NameError)", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        A = 1 / (1 + np.exp(-Z))
        return A

    def backward(self, dA):
        return dA * A * (1 - A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "own sigmoid method", "note": "defines a method without self and calls it through self (TypeError)", "code": '''
class SigmoidLayer:
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    def forward(self, Z):
        self.A = self.sigmoid(Z)
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "matrix product", "note": "@ in place of the product entry by entry (ValueError)", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = 1 / (1 + np.exp(-Z))
        return self.A

    def backward(self, dA):
        return dA @ (self.A * (1 - self.A))
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "init with sizes", "note": "__init__ demands sizes as in the linear layer (TypeError)", "code": '''
class SigmoidLayer:
    def __init__(self, n_in, n_out):
        self.A = None

    def forward(self, Z):
        A = sigmoid(Z)
        self.A = A
        return A

    def backward(self, dA):
        A = self.A
        dZ = dA * A * (1 - A)
        return dZ
'''},
]
