"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ------------------------------------------------------------------ feature_cross
    {"exercise": "feature_cross", "right": True, "name": "vstack", "note": "reading: whole numbers stay whole numbers", "code": '''
def feature_cross(X):
    return np.vstack([X, X[0] * X[1]])
'''},
    {"exercise": "feature_cross", "right": True, "name": "concatenate with slices", "note": "", "code": '''
def feature_cross(X):
    x1, x2 = X[0:1, :], X[1:2, :]
    return np.concatenate((x1, x2, x1 * x2), axis=0)
'''},
    {"exercise": "feature_cross", "right": True, "name": "array of zeros, filled by loops", "note": "reading: whole numbers become floats", "code": '''
def feature_cross(X):
    m = X.shape[1]
    out = np.zeros((3, m))
    for i in range(m):
        out[0, i] = X[0, i]
        out[1, i] = X[1, i]
        out[2, i] = X[0, i] * X[1, i]
    return out
'''},
    {"exercise": "feature_cross", "right": True, "name": "append with prod", "note": "", "code": '''
def feature_cross(X):
    return np.append(X, np.prod(X, axis=0, keepdims=True), axis=0)
'''},
    {"exercise": "feature_cross", "right": True, "name": "columns in a comprehension", "note": "", "code": '''
def feature_cross(X):
    columns = [[a, b, a * b] for a, b in X.T]
    return np.array(columns).T
'''},
    {"exercise": "feature_cross", "right": True, "name": "einsum, float copies", "note": "reading: everything is made float64", "code": '''
def feature_cross(X):
    X = np.array(X, dtype=np.float64)
    out = np.empty((3, X.shape[1]))
    out[:2] = X
    np.einsum("i,i->i", X[0], X[1], out=out[2])
    return out
'''},
    {"exercise": "feature_cross", "right": True, "name": "unpacking and np.array", "note": "", "code": '''
def feature_cross(X):
    x1, x2 = X
    return np.array([x1, x2, np.multiply(x1, x2)])
'''},
    {"exercise": "feature_cross", "right": False, "name": "sum instead of product", "note": "the third row is x1 + x2", "code": '''
def feature_cross(X):
    return np.vstack([X, X[0] + X[1]])
'''},
    {"exercise": "feature_cross", "right": False, "name": "product only", "note": "returns only the product row of shape (1, m), the two features are missing", "code": '''
def feature_cross(X):
    return X[0:1] * X[1:2]
'''},
    {"exercise": "feature_cross", "right": False, "name": "product on top", "note": "the product is the first row instead of the last", "code": '''
def feature_cross(X):
    return np.vstack([X[0] * X[1], X])
'''},
    {"exercise": "feature_cross", "right": False, "name": "one example a row", "note": "column_stack gives shape (m, 3), the transpose of what is asked", "code": '''
def feature_cross(X):
    return np.column_stack([X[0], X[1], X[0] * X[1]])
'''},
    {"exercise": "feature_cross", "right": False, "name": "exclusive or", "note": "the third row is x1 != x2 (XOR itself) instead of the product", "code": '''
def feature_cross(X):
    return np.vstack([X, (X[0] != X[1]).astype(float)])
'''},
    {"exercise": "feature_cross", "right": False, "name": "logical and", "note": "third row logical_and: agrees with the product for 0 and 1 only", "code": '''
def feature_cross(X):
    return np.vstack([X, np.logical_and(X[0], X[1])])
'''},
    {"exercise": "feature_cross", "right": False, "name": "minimum", "note": "third row is the smaller feature: agrees with the product for 0 and 1 only", "code": '''
def feature_cross(X):
    return np.vstack([X, X.min(axis=0)])
'''},
    {"exercise": "feature_cross", "right": False, "name": "first feature squared", "note": "third row x1 * x1 instead of x1 * x2", "code": '''
def feature_cross(X):
    x1 = X[0]
    x2 = X[1]
    return np.array([x1, x2, x1 * x1])
'''},
    {"exercise": "feature_cross", "right": False, "name": "absolute product", "note": "third row |x1 x2|, wrong where the signs differ", "code": '''
def feature_cross(X):
    return np.vstack([X, np.abs(X[0] * X[1])])
'''},
    {"exercise": "feature_cross", "right": False, "name": "second feature overwritten", "note": "X[1] *= X[0] on the given array: X is changed and row 2 of the result is the product too", "code": '''
def feature_cross(X):
    product = X[1]
    product *= X[0]
    return np.vstack([X[0], X[1], product])
'''},
    {"exercise": "feature_cross", "right": False, "name": "integer result", "note": "fills an array of dtype int, so decimals are cut off", "code": '''
def feature_cross(X):
    out = np.zeros((3, X.shape[1]), dtype=int)
    out[0] = X[0]
    out[1] = X[1]
    out[2] = X[0] * X[1]
    return out
'''},
    {"exercise": "feature_cross", "right": False, "name": "the table of XOR", "note": "hard-coded result for the four corners of the gate, X is ignored", "code": '''
def feature_cross(X):
    return np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0], [0.0, 0.0, 0.0, 1.0]])
'''},
    {"exercise": "feature_cross", "right": False, "name": "list of arrays", "note": "returns a Python list of three rows instead of an array", "code": '''
def feature_cross(X):
    return [X[0], X[1], X[0] * X[1]]
'''},
    {"exercise": "feature_cross", "right": False, "name": "last example forgotten", "note": "range(m - 1): the product of the last example stays 0", "code": '''
def feature_cross(X):
    m = X.shape[1]
    out = np.vstack([X, np.zeros((1, m))])
    for i in range(m - 1):
        out[2, i] = X[0, i] * X[1, i]
    return out
'''},
    {"exercise": "feature_cross", "right": False, "name": "dot product", "note": "stops with ValueError unless m = 1: X[0] @ X[1] is one number for all examples and cannot be stacked", "code": '''
def feature_cross(X):
    return np.vstack([X, X[0] @ X[1]])
'''},
    {"exercise": "feature_cross", "right": False, "name": "one-dimensional row", "note": "stops with ValueError: concatenates a (2, m) array with a row of shape (m,)", "code": '''
def feature_cross(X):
    product = X[0] * X[1]
    return np.concatenate([X, product], axis=0)
'''},
    {"exercise": "feature_cross", "right": False, "name": "append of a list method", "note": "stops with AttributeError: arrays have no method append", "code": '''
def feature_cross(X):
    X.append(X[0] * X[1])
    return X
'''},
    {"exercise": "feature_cross", "right": False, "name": "vstack without brackets", "note": "stops with TypeError: np.vstack takes one sequence, not three arrays", "code": '''
def feature_cross(X):
    x1 = X[0]
    x2 = X[1]
    return np.vstack(x1, x2, x1 * x2)
'''},
    {"exercise": "feature_cross", "right": False, "name": "columns instead of rows", "note": "takes x1 = X[:, 0] and x2 = X[:, 1]; right only for symmetric 2 by 2 data, wrong or (for m = 1) stops with IndexError", "code": '''
def feature_cross(X):
    x1 = X[:, 0]
    x2 = X[:, 1]
    return np.array([x1, x2, x1 * x2])
'''},
    # ------------------------------------------------------------------ two_layer_forward
    {"exercise": "two_layer_forward", "right": True, "name": "textbook", "note": "", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "loop over the layers", "note": "", "code": '''
def two_layer_forward(params, X):
    cache, A = {}, X
    for layer in (1, 2):
        Z = np.dot(params[f"W{layer}"], A) + params[f"b{layer}"]
        A = 1 / (1 + np.exp(-Z))
        cache[f"Z{layer}"] = Z
        cache[f"A{layer}"] = A
    return cache
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "helper and unpacking", "note": "own sigmoid by tanh", "code": '''
def two_layer_forward(params, X):
    def layer(W, b, A):
        Z = W @ A + b
        return Z, (1 + np.tanh(Z / 2)) / 2

    W1, b1, W2, b2 = (params[k] for k in ("W1", "b1", "W2", "b2"))
    Z1, A1 = layer(W1, b1, X)
    Z2, A2 = layer(W2, b2, A1)
    return dict(Z1=Z1, A1=A1, Z2=Z2, A2=A2)
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "einsum", "note": "the dict also holds the input under A0, an extra entry", "code": '''
def two_layer_forward(params, X):
    out = {"A0": X}
    out["Z1"] = np.einsum("ij,jm->im", params["W1"], X) + params["b1"]
    out["A1"] = sigmoid(out["Z1"])
    out["Z2"] = np.einsum("ij,jm->im", params["W2"], out["A1"]) + params["b2"]
    out["A2"] = sigmoid(out["Z2"])
    return out
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "example by example", "note": "", "code": '''
def two_layer_forward(params, X):
    n1, n2, m = params["W1"].shape[0], params["W2"].shape[0], X.shape[1]
    Z1, Z2 = np.zeros((n1, m)), np.zeros((n2, m))
    A1, A2 = np.zeros((n1, m)), np.zeros((n2, m))
    for i in range(m):
        for k in range(n1):
            Z1[k, i] = sum(params["W1"][k] * X[:, i]) + params["b1"][k, 0]
            A1[k, i] = sigmoid(Z1[k, i])
        for k in range(n2):
            Z2[k, i] = sum(params["W2"][k] * A1[:, i]) + params["b2"][k, 0]
            A2[k, i] = sigmoid(Z2[k, i])
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "row of ones", "note": "bias as a further column of the weights", "code": '''
def two_layer_forward(params, X):
    with_one = lambda A: np.vstack([A, np.ones((1, A.shape[1]))])
    Z1 = np.hstack([params["W1"], params["b1"]]) @ with_one(X)
    A1 = np.reciprocal(1.0 + np.exp(-Z1))
    Z2 = np.hstack([params["W2"], params["b2"]]) @ with_one(A1)
    A2 = np.reciprocal(1.0 + np.exp(-Z2))
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "everything transposed", "note": "works with rows inside and transposes back", "code": '''
def two_layer_forward(params, X):
    Z1 = X.T @ params["W1"].T + params["b1"].T
    A1 = sigmoid(Z1)
    Z2 = A1 @ params["W2"].T + params["b2"].T
    return {"Z1": Z1.T, "A1": A1.T, "Z2": Z2.T, "A2": sigmoid(Z2).T}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "Z2 from Z1", "note": "the output layer looks at Z1 instead of A1: Z2 = W2 Z1 + b2", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ Z1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "no biases", "note": "both biases are left out (right where they are 0)", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "second bias forgotten", "note": "b2 is missing in Z2, b1 is there", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "linear output", "note": "A2 = Z2, no sigmoid at the output", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = Z2
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "tanh in the hidden layer", "note": "hidden activation tanh instead of sigmoid", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = np.tanh(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "ReLU in the hidden layer", "note": "hidden activation max(0, Z1) instead of sigmoid", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = np.maximum(0, Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "softmax output", "note": "softmax over the output units instead of sigmoid: 1 everywhere for one unit", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = np.exp(Z2) / np.exp(Z2).sum(axis=0, keepdims=True)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "decisions for probabilities", "note": "A2 is thresholded at 0.5 to 0 and 1", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = (sigmoid(Z2) > 0.5).astype(float)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "own sigmoid with wrong sign", "note": "sigmoid written as 1/(1+exp(z)): A1 is 1 - A1, and A2 follows", "code": '''
def two_layer_forward(params, X):
    s = lambda z: 1 / (1 + np.exp(z))
    Z1 = params["W1"] @ X + params["b1"]
    A1 = s(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = s(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "Z overwritten by the sigmoid", "note": "the sigmoid is computed in place, so Z1 and Z2 in the dict hold A1 and A2", "code": '''
def two_layer_forward(params, X):
    def squash(Z):
        np.exp(-Z, out=Z)
        Z += 1
        np.divide(1, Z, out=Z)
        return Z

    Z1 = params["W1"] @ X + params["b1"]
    A1 = squash(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = squash(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "tuple", "note": "returns the tuple (Z1, A1, Z2, A2) instead of a dict", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = sigmoid(Z2)
    return Z1, A1, Z2, A2
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "outputs only", "note": "the dict holds A1 and A2 only, Z1 and Z2 are missing", "code": '''
def two_layer_forward(params, X):
    A1 = sigmoid(params["W1"] @ X + params["b1"])
    A2 = sigmoid(params["W2"] @ A1 + params["b2"])
    return {"A1": A1, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "X centered in place", "note": "subtracts the mean of each feature from X in place: X is changed and the results are those of other data", "code": '''
def two_layer_forward(params, X):
    X -= X.mean(axis=1, keepdims=True)
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": sigmoid(Z2)}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "sigmoid of the input too", "note": "sends X through the sigmoid before the first layer", "code": '''
def two_layer_forward(params, X):
    A0 = sigmoid(X)
    Z1 = params["W1"] @ A0 + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": sigmoid(Z2)}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "X on the left", "note": "stops with ValueError for most shapes: X @ W1, the order of the rows convention", "code": '''
def two_layer_forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = A1 @ params["W2"] + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "star for the matrix product", "note": "stops with ValueError (broadcast) for most shapes: W1 * X", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] * X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] * A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "dots into the dict", "note": "stops with AttributeError: params.W1, but a dict is read with brackets", "code": '''
def two_layer_forward(params, X):
    Z1 = params.W1 @ X + params.b1
    A1 = sigmoid(Z1)
    Z2 = params.W2 @ A1 + params.b2
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "values in an assumed order", "note": "unpacks params.values() as W1, W2, b1, b2, so b1 and W2 are mixed up; stops with ValueError for the order W1, b1, W2, b2 with more than one hidden unit", "code": '''
def two_layer_forward(params, X):
    W1, W2, b1, b2 = params.values()
    Z1 = W1 @ X + b1
    A1 = sigmoid(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    # ------------------------------------------------------------------ two_layer_backward
    {"exercise": "two_layer_backward", "right": True, "name": "textbook", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
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
    {"exercise": "two_layer_backward", "right": True, "name": "einsum", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1 = cache["A1"]
    g = {"dZ2": 1 / Y.shape[1] * (cache["A2"] - Y)}
    g["dW2"] = np.einsum("im,jm->ij", g["dZ2"], A1)
    g["db2"] = np.einsum("im->i", g["dZ2"])[:, None]
    g["dA1"] = np.einsum("ij,im->jm", params["W2"], g["dZ2"])
    g["dZ1"] = g["dA1"] * (A1 - A1 ** 2)
    g["dW1"] = np.einsum("im,jm->ij", g["dZ1"], X)
    g["db1"] = np.einsum("im->i", g["dZ1"])[:, np.newaxis]
    return g
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "helper for one layer", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    def gradients(dZ, A_prev):
        return dZ @ A_prev.T, dZ.sum(axis=1).reshape(-1, 1)

    dZ2 = np.divide(np.subtract(cache["A2"], Y), Y.shape[1])
    dW2, db2 = gradients(dZ2, cache["A1"])
    dA1 = np.dot(params["W2"].T, dZ2)
    dZ1 = np.multiply(dA1, cache["A1"] * (1 - cache["A1"]))
    dW1, db1 = gradients(dZ1, X)
    return dict(dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1)
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "example by example", "note": "adds up the outer products of the examples", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    g = {"d" + k: np.zeros(v.shape) for k, v in params.items()}
    g["dZ2"], g["dA1"], g["dZ1"] = (np.zeros(cache[k].shape) for k in ("Z2", "A1", "Z1"))
    for i in range(m):
        a1 = cache["A1"][:, i]
        dz2 = (cache["A2"][:, i] - Y[:, i]) / m
        da1 = params["W2"].T @ dz2
        dz1 = da1 * a1 * (1 - a1)
        g["dZ2"][:, i], g["dA1"][:, i], g["dZ1"][:, i] = dz2, da1, dz1
        g["dW2"] += np.outer(dz2, a1)
        g["db2"] += dz2.reshape(-1, 1)
        g["dW1"] += np.outer(dz1, X[:, i])
        g["db1"] += dz1.reshape(-1, 1)
    return g
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "slope from Z1", "note": "reads Z1 from the cache and computes the slope through sigmoid again (cache as the forward pass returned it; in the docstring example Z1 = 0 and A1 = 0.5 agree)", "code": '''
def two_layer_backward(params, cache, X, Y):
    W2 = params["W2"]
    ones = np.ones((X.shape[1], 1))
    slope = sigmoid(cache["Z1"]) * sigmoid(-cache["Z1"])
    dZ2 = (cache["A2"] - Y) / len(ones)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * slope
    return {
        "dZ2": dZ2, "dA1": dA1, "dZ1": dZ1,
        "dW2": dZ2 @ cache["A1"].T, "dW1": dZ1 @ X.T,
        "db2": dZ2 @ ones, "db1": dZ1 @ ones,
    }
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "in place on copies", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    dZ2 = cache["A2"].astype(float).copy()
    dZ2 -= Y
    dZ2 /= float(X.shape[1])
    A1 = cache["A1"]
    dA1 = (dZ2.T @ params["W2"]).T
    dZ1 = dA1.copy()
    dZ1 *= A1
    dZ1 *= 1.0 - A1
    grads = {"dZ2": dZ2, "dA1": dA1, "dZ1": dZ1}
    for layer, A in (("2", A1), ("1", X)):
        dZ = grads["dZ" + layer]
        grads["dW" + layer] = (A @ dZ.T).T
        grads["db" + layer] = dZ.sum(1, keepdims=True)
    return grads
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "no 1/m", "note": "1/m is missing in dZ2, so all gradients are m times too large (right for one example)", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "1/m in dW and db again", "note": "1/m in dZ2 and once more in dW1, dW2, db1 and db2", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / m
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T / m, "db1": dZ1.sum(axis=1, keepdims=True) / m}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "1/m in dZ1 again", "note": "a second 1/m in dZ1, so only the first layer (dZ1, dW1, db1) is m times too small", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / m
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1) / m
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "m counts all labels", "note": "m = Y.size, which is n2 times too large with several output units (right for one)", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = Y.size
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / m
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "m is len(X)", "note": "m = len(X) is the number of features, not of examples", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = len(X)
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / m
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "Y minus A2", "note": "dZ2 = (Y - A2)/m, every gradient has the wrong sign", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (Y - A2) / X.shape[1]
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "slope at the output too", "note": "dZ2 is multiplied by A2(1 - A2), as for the squared error", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) * A2 * (1 - A2) / X.shape[1]
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "no slope in the hidden layer", "note": "dZ1 = dA1, the slope A1(1 - A1) is forgotten", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / X.shape[1]
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "slope of tanh", "note": "hidden slope 1 - A1^2 (tanh) instead of A1(1 - A1)", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / X.shape[1]
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * (1 - A1 ** 2)
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "slope with Z1", "note": "hidden slope Z1(1 - Z1), the logit where the output belongs", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, A2, Z1 = cache["A1"], cache["A2"], cache["Z1"]
    dZ2 = (A2 - Y) / X.shape[1]
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * Z1 * (1 - Z1)
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "dW2 with Z1", "note": "dW2 = dZ2 Z1^T instead of dZ2 A1^T, the rest is right", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / X.shape[1]
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {"dZ2": dZ2, "dW2": dZ2 @ cache["Z1"].T, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "updated W2 on the way back", "note": "takes W2 - dW2 (a step already made) for dA1, so dA1, dZ1, dW1 and db1 are wrong", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / X.shape[1]
    dW2 = dZ2 @ A1.T
    W2 = params["W2"] - dW2
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {"dZ2": dZ2, "dW2": dW2, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "db1 from dA1", "note": "db1 is the row sum of dA1 instead of dZ1", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / X.shape[1]
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dA1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "one number for a bias", "note": "np.sum without an axis: db1 and db2 are sums over all units, as plain numbers", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / X.shape[1]
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": np.sum(dZ2), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": np.sum(dZ1)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "cache overwritten", "note": "values right, but A2 -= Y and A2 /= m change the array in the cache", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, dZ2 = cache["A1"], cache["A2"]
    dZ2 -= Y
    dZ2 /= X.shape[1]
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "parameters only", "note": "returns dW1, db1, dW2, db2 only; dZ2, dA1 and dZ1 are missing in the dict", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / X.shape[1]
    dZ1 = (params["W2"].T @ dZ2) * A1 * (1 - A1)
    return {"dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True),
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "W2 not transposed", "note": "stops with ValueError for most shapes: W2 @ dZ2, (n2, n1) with (n2, m)", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / X.shape[1]
    dA1 = params["W2"] @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "matrix product for the circle", "note": "stops with ValueError for most shapes: dA1 @ A1 instead of the entry-wise product", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / X.shape[1]
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 @ A1 @ (1 - A1)
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "P in the cache", "note": "stops with KeyError: reads cache['P'], the probabilities are called A2", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, P = cache["A1"], cache["P"]
    dZ2 = (P - Y) / m
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True), "dA1": dA1, "dZ1": dZ1,
            "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "dZ1 before its time", "note": "stops with UnboundLocalError: walks forward and uses dZ1 before it is computed", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    dZ2 = (A2 - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    # ------------------------------------------------------------------ rows_backward
    {"exercise": "rows_backward", "right": True, "name": "textbook", "note": "", "code": '''
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
    {"exercise": "rows_backward", "right": True, "name": "mean for the biases", "note": "", "code": '''
def rows_backward(params, X, Y):
    m = len(X)
    W2 = params["W2"]
    hidden = 1 / (1 + np.exp(-(np.dot(X, params["W1"]) + params["b1"])))
    out = 1 / (1 + np.exp(-(np.dot(hidden, W2) + params["b2"])))
    dZ2 = out - Y
    dZ1 = np.dot(dZ2, W2.T) * hidden * (1 - hidden)
    grads = {}
    for name, dZ, A in (("1", dZ1, X), ("2", dZ2, hidden)):
        grads["dW" + name] = 1 / m * np.dot(A.T, dZ)
        grads["db" + name] = np.mean(dZ, axis=0).reshape(1, -1)
    return grads
'''},
    {"exercise": "rows_backward", "right": True, "name": "through the column functions", "note": "calls two_layer_forward and two_layer_backward with everything transposed and transposes back", "code": '''
def rows_backward(params, X, Y):
    turned = {k: v.T for k, v in params.items()}
    cache = two_layer_forward(turned, X.T)
    g = two_layer_backward(turned, cache, X.T, Y.T)
    return {k: g[k].T for k in ("dW1", "db1", "dW2", "db2")}
'''},
    {"exercise": "rows_backward", "right": True, "name": "row by row", "note": "", "code": '''
def rows_backward(params, X, Y):
    grads = {f"d{k}": np.zeros(np.shape(v)) for k, v in params.items()}
    m = X.shape[0]
    for x, y in zip(X, Y):
        x = x.reshape(1, -1)
        a1 = sigmoid(x @ params["W1"] + params["b1"])
        p = sigmoid(a1 @ params["W2"] + params["b2"])
        dz2 = p - y
        dz1 = (dz2 @ params["W2"].T) * a1 * (1 - a1)
        grads["dW2"] += a1.T @ dz2 / m
        grads["db2"] += dz2 / m
        grads["dW1"] += x.T @ dz1 / m
        grads["db1"] += dz1 / m
    return grads
'''},
    {"exercise": "rows_backward", "right": True, "name": "1/m at the front", "note": "divides dZ2 by m at once and never again; the same four gradients", "code": '''
def rows_backward(params, X, Y):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    A1 = sigmoid(X @ W1 + b1)
    delta2 = (sigmoid(A1 @ W2 + b2) - Y) / Y.shape[0]
    delta1 = delta2 @ W2.T * (A1 - np.square(A1))
    ones = np.ones((1, X.shape[0]))
    return dict(dW1=X.T @ delta1, db1=ones @ delta1, dW2=A1.T @ delta2, db2=ones @ delta2)
'''},
    {"exercise": "rows_backward", "right": True, "name": "einsum, cast to float", "note": "more entries in the dict than asked (dZ1, dZ2)", "code": '''
def rows_backward(params, X, Y):
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    A1 = sigmoid(np.einsum("mi,ij->mj", X, params["W1"]) + params["b1"])
    P = sigmoid(np.einsum("mj,jk->mk", A1, params["W2"]) + params["b2"])
    dZ2 = P - Y
    dZ1 = np.einsum("mk,jk,mj,mj->mj", dZ2, params["W2"], A1, 1 - A1)
    m = float(X.shape[0])
    return {
        "dZ1": dZ1, "dZ2": dZ2,
        "dW1": np.einsum("mi,mj->ij", X, dZ1) / m, "db1": dZ1.sum(0)[None, :] / m,
        "dW2": np.einsum("mj,mk->jk", A1, dZ2) / m, "db2": dZ2.sum(0)[None, :] / m,
    }
'''},
    {"exercise": "rows_backward", "right": False, "name": "no 1/m", "note": "sums instead of means: 1/m is missing in all four gradients (right for one row)", "code": '''
def rows_backward(params, X, Y):
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1, "db1": dZ1.sum(axis=0, keepdims=True),
            "dW2": A1.T @ dZ2, "db2": dZ2.sum(axis=0, keepdims=True)}
'''},
    {"exercise": "rows_backward", "right": False, "name": "1/m twice", "note": "1/m in dZ2 as in the columns version and again in all four gradients", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = (P - Y) / m
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=0, keepdims=True) / m,
            "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "biases without 1/m", "note": "dW1 and dW2 have their 1/m, db1 and db2 are plain column sums", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=0, keepdims=True),
            "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True)}
'''},
    {"exercise": "rows_backward", "right": False, "name": "first layer without 1/m", "note": "1/m in dW2 and db2 only, dW1 and db1 are m times too large", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1, "db1": dZ1.sum(axis=0, keepdims=True),
            "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "m from the columns", "note": "m = X.shape[1], the number of features, left over from the columns convention", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[1]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=0, keepdims=True) / m,
            "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "row sums for the biases", "note": "sums over axis 1: db1 and db2 have shape (m, 1), sums over units instead of examples", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=1, keepdims=True) / m,
            "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=1, keepdims=True) / m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "keepdims forgotten", "note": "db1 has shape (n1,) and db2 (1,), keepdims=True is missing", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=0) / m,
            "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=0) / m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "label minus output", "note": "dZ2 = Y - P, all gradients with the wrong sign", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = Y - P
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=0, keepdims=True) / m,
            "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "hidden layer without sigmoid", "note": "A1 = X W1 + b1 without the sigmoid in the forward pass", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = X @ params["W1"] + params["b1"]
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=0, keepdims=True) / m,
            "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "output without sigmoid", "note": "P = A1 W2 + b2, the output sigmoid is missing", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = A1 @ params["W2"] + params["b2"]
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=0, keepdims=True) / m,
            "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "forward without biases", "note": "b1 and b2 are left out of the forward pass (right for zero biases)", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"])
    P = sigmoid(A1 @ params["W2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=0, keepdims=True) / m,
            "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "slope squared", "note": "hidden slope A1^2 (1 - A1): one factor A1 too many", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=0, keepdims=True) / m,
            "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "weights gradients transposed", "note": "dW1 and dW2 as dZ^T A, the transposes of what is asked: (n1, n0) and (1, n1)", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": dZ1.T @ X / m, "db1": dZ1.sum(axis=0, keepdims=True) / m,
            "dW2": dZ2.T @ A1 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "layers swapped in the dict", "note": "the gradients of layer 1 are under dW2 and db2 and those of layer 2 under dW1 and db1", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW2": X.T @ dZ1 / m, "db2": dZ1.sum(axis=0, keepdims=True) / m,
            "dW1": A1.T @ dZ2 / m, "db1": dZ2.sum(axis=0, keepdims=True) / m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "integer division", "note": "// m instead of / m in all four gradients: everything is rounded down to whole numbers", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 // m, "db1": dZ1.sum(axis=0, keepdims=True) // m,
            "dW2": A1.T @ dZ2 // m, "db2": dZ2.sum(axis=0, keepdims=True) // m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "columns convention", "note": "stops with ValueError for most shapes: W1 @ X + b1 as if columns were examples", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[1]
    A1 = sigmoid(params["W1"] @ X + params["b1"])
    P = sigmoid(params["W2"] @ A1 + params["b2"])
    dZ2 = (P - Y) / m
    dZ1 = (params["W2"].T @ dZ2) * A1 * (1 - A1)
    return {"dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True),
            "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True)}
'''},
    {"exercise": "rows_backward", "right": False, "name": "W2 not transposed on the way back", "note": "stops with ValueError unless there is one hidden unit: dZ2 @ W2, (m, 1) with (n1, 1)", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"]) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=0, keepdims=True) / m,
            "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "expects a cache", "note": "stops with NameError: reads cache['A1'], but there is no cache here (unless the notebook has a global one)", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = cache["A1"]
    P = cache["A2"]
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=0, keepdims=True) / m,
            "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m}
'''},
    {"exercise": "rows_backward", "right": False, "name": "shape called", "note": "stops with TypeError: X.shape(0), a tuple is called like a function", "code": '''
def rows_backward(params, X, Y):
    m = X.shape(0)
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {"dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=0, keepdims=True) / m,
            "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m}
'''},
    # ------------------------------------------------------------------ LinearLayer
    {"exercise": "LinearLayer", "right": True, "name": "textbook", "note": "", "code": '''
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
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": True, "name": "update in place", "note": "reading: update moves the arrays in self.params in place with -=, so an array that somebody else put there moves too; 'leave the arrays you are given unchanged' may be read against it", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        rng = np.random.default_rng() if rng is None else rng
        self.params = {}
        self.params["W"] = rng.standard_normal(size=(n_out, n_in)) * 0.01
        self.params["b"] = np.zeros((n_out, 1))
        self.grads = {}
        self._input = None

    def forward(self, A_prev):
        self._input = A_prev
        Z = np.dot(self.params["W"], A_prev) + self.params["b"]
        return Z

    def backward(self, dZ):
        self.grads["dW"] = np.dot(dZ, self._input.T)
        self.grads["db"] = np.sum(dZ, axis=1, keepdims=True)
        return np.dot(self.params["W"].T, dZ)

    def update(self, learning_rate):
        for name in self.params:
            self.params[name] -= learning_rate * self.grads["d" + name]
'''},
    {"exercise": "LinearLayer", "right": True, "name": "loop update, copy of the input", "note": "remembers a copy of the input, params is rebuilt as a new dict", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        generator = rng or np.random.default_rng()
        W = generator.standard_normal((n_out, n_in))
        W /= 100
        self.params = dict(W=W, b=np.zeros(shape=(n_out, 1)))
        self.grads = dict()
        self.init = init

    def forward(self, A_prev):
        self.memory = np.array(A_prev, dtype=float)
        W, b = self.params["W"], self.params["b"]
        return W @ self.memory + b

    def backward(self, dZ):
        dW = (self.memory @ dZ.T).T
        db = dZ.sum(axis=1).reshape(-1, 1)
        self.grads = dict(dW=dW, db=db)
        return (dZ.T @ self.params["W"]).T

    def update(self, learning_rate):
        self.params = {k: v - learning_rate * self.grads["d" + k] for k, v in self.params.items()}
'''},
    {"exercise": "LinearLayer", "right": True, "name": "einsum", "note": "", "code": '''
class LinearLayer:
    scale = 0.01

    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": self.scale * rng.standard_normal((n_out, n_in)), "b": np.full((n_out, 1), 0.0)}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return np.einsum("ij,jm->im", self.params["W"], A_prev) + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = np.einsum("im,jm->ij", dZ, self.A_prev)
        self.grads["db"] = np.einsum("im->i", dZ)[:, None]
        return np.einsum("ij,im->jm", self.params["W"], dZ)

    def update(self, learning_rate):
        for p, g in (("W", "dW"), ("b", "db")):
            self.params[p] = np.subtract(self.params[p], learning_rate * self.grads[g])
'''},
    {"exercise": "LinearLayer", "right": True, "name": "example by example", "note": "loops over the columns; sums of outer products", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        rows = [0.01 * rng.standard_normal(n_in) for _ in range(n_out)]
        self.params = {"W": np.array(rows).reshape(n_out, n_in), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.columns = [A_prev[:, [i]].astype(float) for i in range(A_prev.shape[1])]
        return np.hstack([self.params["W"] @ a + self.params["b"] for a in self.columns])

    def backward(self, dZ):
        W = self.params["W"]
        dW, db = np.zeros(W.shape), np.zeros((W.shape[0], 1))
        back = []
        for i, a in enumerate(self.columns):
            dz = dZ[:, [i]]
            dW += dz @ a.T
            db += dz
            back.append(W.T @ dz)
        self.grads = {"dW": dW, "db": db}
        return np.hstack(back)

    def update(self, learning_rate):
        W, b = self.params["W"], self.params["b"]
        self.params.update(W=W - learning_rate * self.grads["dW"], b=b - learning_rate * self.grads["db"])
'''},
    {"exercise": "LinearLayer", "right": True, "name": "ones vector, helper method", "note": "rng.normal(0, 0.01) instead of 0.01 * standard_normal: the same numbers for the same seed", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": rng.normal(0.0, 0.01, (n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}
        self.cache = {}

    def forward(self, A_prev):
        self.cache["A"] = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def _parameter_gradients(self, dZ):
        A = self.cache["A"]
        return {"dW": dZ @ A.T, "db": dZ @ np.ones((dZ.shape[1], 1))}

    def backward(self, dZ):
        self.grads = self._parameter_gradients(dZ)
        return np.matmul(self.params["W"].T, dZ)

    def update(self, learning_rate=0.1):
        self.params["W"], self.params["b"] = (
            self.params["W"] - learning_rate * self.grads["dW"],
            self.params["b"] - learning_rate * self.grads["db"],
        )
'''},
    {"exercise": "LinearLayer", "right": False, "name": "large weights", "note": "the factor 0.01 is missing in the first weights", "code": '''
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
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "W transposed at the start", "note": "draws W with shape (n_in, n_out); stops with ValueError in forward unless n_in = n_out or another W is put in", "code": '''
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
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "uniform weights", "note": "0.01 * rng.random(...): uniform positive numbers instead of standard normal ones", "code": '''
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
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "given rng ignored", "note": "draws from np.random.randn, the rng that is given is never used", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.params = {"W": 0.01 * np.random.randn(n_out, n_in), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "random bias", "note": "b starts at small random numbers instead of 0 (drawn after W)", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in))}
        self.params["b"] = 0.01 * rng.standard_normal((n_out, 1))
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "memory in the class", "note": "the input is stored in LinearLayer.A_prev, shared by all layers: two layers disturb each other", "code": '''
class LinearLayer:
    A_prev = None

    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        LinearLayer.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads = {"dW": dZ @ LinearLayer.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "params shared by the class", "note": "params and grads are class attributes, one dict for all layers: a second layer overwrites the weights of the first", "code": '''
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
    {"exercise": "LinearLayer", "right": False, "name": "weights beside params", "note": "works with self.W and self.b; params only holds the first arrays, so weights put into params are ignored and update does not change params", "code": '''
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
'''},
    {"exercise": "LinearLayer", "right": False, "name": "1/m in the layer", "note": "divides dW and db by m although the 1/m is inside dZ already", "code": '''
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
        m = dZ.shape[1]
        self.grads = {"dW": dZ @ self.A_prev.T / m, "db": dZ.sum(axis=1, keepdims=True) / m}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "gradients pile up", "note": "grads are added to those of the last backward pass and never set back, so the second round is wrong", "code": '''
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
    {"exercise": "LinearLayer", "right": False, "name": "update uphill", "note": "update adds the gradients instead of subtracting them", "code": '''
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
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] + learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] + learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "update of W only", "note": "update leaves the bias where it is", "code": '''
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
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "backward updates as well", "note": "two mistakes at once: backward already takes a step with rate 1, and dA_prev is computed with the new W", "code": '''
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
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        self.update(1.0)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "db flat", "note": "db has shape (n_out,), keepdims is missing; after an update b has shape (n_out, n_out)", "code": '''
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
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "sigmoid inside", "note": "forward returns sigmoid(Z) instead of Z", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return sigmoid(self.params["W"] @ A_prev + self.params["b"])

    def backward(self, dZ):
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "backward returns nothing", "note": "backward sets grads but has no return, so dA_prev is None", "code": '''
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
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        dA_prev = self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "remembers the first batch", "note": "stores the input in the first forward pass only, later backward passes use the old batch", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}
        self.A_prev = None

    def forward(self, A_prev):
        if self.A_prev is None:
            self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "rng None forgotten", "note": "stops with AttributeError if no rng is given: None has no standard_normal; right with an rng", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "shape as two arguments", "note": "stops with TypeError when a layer is made: standard_normal(n_out, n_in) instead of a tuple", "code": '''
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
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "self forgotten before params", "note": "stops with NameError in forward: params instead of self.params (unless the notebook has a global params, then that is used)", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        Z = params["W"] @ A_prev + params["b"]
        return Z

    def backward(self, dZ):
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "input not kept on self", "note": "stops with AttributeError in backward: forward stores the input in a local variable, self.A_prev does not exist", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        A = A_prev
        return self.params["W"] @ A + self.params["b"]

    def backward(self, dZ):
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "method without self", "note": "stops with TypeError at update(rate): the method was written without self (forward and backward are right)", "code": '''
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
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    # ------------------------------------------------------------------ SigmoidLayer
    {"exercise": "SigmoidLayer", "right": True, "name": "remembers A", "note": "", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "remembers the slope", "note": "", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.slope = None

    def forward(self, Z):
        A = 1 / (1 + np.exp(-Z))
        self.slope = A * (1 - A)
        return A

    def backward(self, dA):
        return np.multiply(dA, self.slope)
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "remembers a copy of Z", "note": "computes the slope from the logits again, as sigma(z) sigma(-z)", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.Z = np.array(Z, dtype=float)
        return sigmoid(self.Z)

    def backward(self, dA):
        return dA * sigmoid(self.Z) * sigmoid(-self.Z)
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "tanh", "note": "exact up to rounding in the absolute sense; also sets params and grads to empty dicts", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.params, self.grads = {}, {}

    def forward(self, Z):
        self.t = np.tanh(0.5 * Z)
        return 0.5 + 0.5 * self.t

    def backward(self, dA):
        return 0.25 * dA * (1 - self.t ** 2)
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "masks for the two signs", "note": "", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        A = np.empty(Z.shape)
        positive = Z >= 0
        A[positive] = 1 / (1 + np.exp(-Z[positive]))
        e = np.exp(Z[~positive])
        A[~positive] = e / (1 + e)
        self.cache = A
        return A.copy()

    def backward(self, dA):
        dZ = np.array(dA, dtype=float)
        dZ *= self.cache
        dZ *= 1 - self.cache
        return dZ
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "entry by entry with math", "note": "", "code": '''
import math

class SigmoidLayer:
    def forward(self, Z):
        n, m = Z.shape
        self.out = np.array([[1 / (1 + math.exp(-Z[i, j])) for j in range(m)] for i in range(n)])
        return self.out

    def backward(self, dA):
        dZ = np.zeros(self.out.shape)
        for i, row in enumerate(self.out):
            for j, a in enumerate(row):
                dZ[i, j] = dA[i, j] * a * (1 - a)
        return dZ
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "closure and einsum", "note": "forward keeps the way back as a function", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        A = np.exp(-np.logaddexp(0, -Z))
        self._back = lambda dA: np.einsum("ij,ij,ij->ij", dA, A, 1 - A)
        return A

    def backward(self, dA):
        return self._back(dA)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "upstream gradient forgotten", "note": "backward returns A(1 - A) without the factor dA", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        return self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "slope forgotten", "note": "backward returns dA unchanged", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        return dA
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "slope of the logit", "note": "keeps Z and multiplies by Z(1 - Z)", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.Z = Z
        return sigmoid(Z)

    def backward(self, dA):
        return dA * self.Z * (1 - self.Z)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "slope of dA", "note": "multiplies dA by dA(1 - dA), the gradient is taken for the output", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        return dA * dA * (1 - dA)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "sigmoid of A", "note": "the slope is taken at sigmoid(A): the sigmoid is applied twice on the way back", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        s = sigmoid(self.A)
        return dA * s * (1 - s)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "divides by the slope", "note": "divides dA by A(1 - A) instead of multiplying", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        return dA / (self.A * (1 - self.A))
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "mean in backward", "note": "a 1/m in backward that does not belong to this layer", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        m = dA.shape[1]
        return dA * self.A * (1 - self.A) / m
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "missing brackets", "note": "dA * A * 1 - A without brackets, i.e. dA A - A", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        return dA * self.A * 1 - self.A
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "memory shared by all layers", "note": "the output is stored in SigmoidLayer.A, so two layers overwrite each other's memory", "code": '''
class SigmoidLayer:
    A = None

    def forward(self, Z):
        SigmoidLayer.A = sigmoid(Z)
        return SigmoidLayer.A

    def backward(self, dA):
        return dA * SigmoidLayer.A * (1 - SigmoidLayer.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "list of outputs, first one used", "note": "appends each output to a list and backward reads entry 0, so the second round uses the first batch", "code": '''
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
    {"exercise": "SigmoidLayer", "right": False, "name": "gradient changed in place", "note": "values right, but dA *= ... overwrites the array that backward was given", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        dA *= self.A * (1 - self.A)
        return dA
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "clipped outputs", "note": "outputs are clipped to [0.001, 0.999], wrong for large logits in forward and backward", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = np.clip(sigmoid(Z), 0.001, 0.999)
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "step in forward", "note": "forward returns the decisions A > 0.5 as 0 and 1; backward is right", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return np.where(self.A > 0.5, 1.0, 0.0)

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "forward returns nothing", "note": "forward stores A and has no return (None)", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "forward returns a pair", "note": "forward returns the tuple (A, Z) instead of A", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A, Z

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "self forgotten", "note": "stops with TypeError: forward(Z) and backward(dA) are written without self", "code": '''
class SigmoidLayer:
    def forward(Z):
        return 1 / (1 + np.exp(-Z))

    def backward(dA):
        return dA * dA * (1 - dA)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "local A", "note": "stops with NameError in backward: A was a local variable of forward", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        A = 1 / (1 + np.exp(-Z))
        return A

    def backward(self, dA):
        return dA * A * (1 - A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "constructor wants a size", "note": "stops with TypeError at SigmoidLayer(): __init__ demands the number of units", "code": '''
class SigmoidLayer:
    def __init__(self, n):
        self.n = n

    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "matrix product in backward", "note": "stops with ValueError in backward for non-square arrays: dA @ slope instead of dA * slope", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        slope = self.A * (1 - self.A)
        return dA @ slope
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "calls itself", "note": "stops with RecursionError: forward calls self.forward instead of sigmoid", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = self.forward(Z)
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
]
