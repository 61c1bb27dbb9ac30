"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ------------------------------------------------------------------ feature_cross
    {"exercise": "feature_cross", "right": True, "name": "vstack", "note": "", "code": '''
def feature_cross(X):
    return np.vstack([X, X[0] * X[1]])
'''},
    {"exercise": "feature_cross", "right": True, "name": "loop over the examples", "note": "", "code": '''
def feature_cross(X):
    m = X.shape[1]
    out = np.zeros((3, m))
    for j in range(m):
        out[0, j] = X[0, j]
        out[1, j] = X[1, j]
        out[2, j] = X[0, j] * X[1, j]
    return out
'''},
    {"exercise": "feature_cross", "right": True, "name": "unpack rows", "note": "", "code": '''
def feature_cross(X):
    x1, x2 = X
    return np.array([x1, x2, x1 * x2])
'''},
    {"exercise": "feature_cross", "right": True, "name": "prod and append", "note": "", "code": '''
def feature_cross(X):
    product = np.prod(X, axis=0, keepdims=True)
    return np.append(X, product, axis=0)
'''},
    {"exercise": "feature_cross", "right": True, "name": "einsum and r_", "note": "", "code": '''
def feature_cross(X):
    cross = np.einsum("j,j->j", X[0], X[1])
    return np.r_[X, cross[np.newaxis, :]]
'''},
    {"exercise": "feature_cross", "right": True, "name": "comprehension over columns", "note": "", "code": '''
def feature_cross(X):
    columns = [[a, b, a * b] for a, b in X.T]
    return np.array(columns).T
'''},
    {"exercise": "feature_cross", "right": False, "name": "sum for product", "note": "the third row is x1 + x2", "code": '''
def feature_cross(X):
    return np.vstack([X, X[0] + X[1]])
'''},
    {"exercise": "feature_cross", "right": False, "name": "np.dot of the rows", "note": "takes the dot product, a single number, which does not stack under m columns", "code": '''
def feature_cross(X):
    x1 = X[0]
    x2 = X[1]
    x3 = np.dot(x1, x2)
    return np.vstack([x1, x2, x3])
'''},
    {"exercise": "feature_cross", "right": False, "name": "inner product everywhere", "note": "fills the third row with the inner product of the two rows, instead of a product for each example", "code": '''
def feature_cross(X):
    out = np.ones((3, X.shape[1]))
    out[:2] = X
    out[2] = X[0] @ X[1]
    return out
'''},
    {"exercise": "feature_cross", "right": False, "name": "hstack", "note": "stacks side by side; NumPy stops because the dimensions do not fit", "code": '''
def feature_cross(X):
    new = X[0, :] * X[1, :]
    return np.hstack([X, new])
'''},
    {"exercise": "feature_cross", "right": False, "name": "append without axis", "note": "np.append without axis gives one flat array", "code": '''
def feature_cross(X):
    return np.append(X, X[0] * X[1])
'''},
    {"exercise": "feature_cross", "right": False, "name": "columns for rows", "note": "multiplies the first two columns, as if an example were a row", "code": '''
def feature_cross(X):
    x1 = X[:, 0]
    x2 = X[:, 1]
    return np.vstack([X, x1 * x2])
'''},
    {"exercise": "feature_cross", "right": False, "name": "product alone", "note": "returns the new feature only, without the two old ones", "code": '''
def feature_cross(X):
    return X[0:1] * X[1:2]
'''},
    {"exercise": "feature_cross", "right": False, "name": "vstack without brackets", "note": "passes the arrays as separate arguments, TypeError", "code": '''
def feature_cross(X):
    x3 = X[0] * X[1]
    return np.vstack(X, x3)
'''},
    {"exercise": "feature_cross", "right": False, "name": "multiplies in place", "note": "x3 is a view of the first row, so the input and the first row of the result change", "code": '''
def feature_cross(X):
    x3 = X[0]
    x3 *= X[1]
    return np.vstack([X, x3])
'''},
    {"exercise": "feature_cross", "right": False, "name": "integer result", "note": "the array for the result has dtype int and cuts off the decimals", "code": '''
def feature_cross(X):
    n, m = X.shape
    result = np.zeros((n + 1, m), dtype=int)
    for i in range(n):
        result[i] = X[i]
    result[n] = X[0] * X[1]
    return result
'''},
    {"exercise": "feature_cross", "right": False, "name": "four columns fixed", "note": "works for the four points of XOR only", "code": '''
def feature_cross(X):
    res = np.zeros((3, 4))
    res[0] = X[0]
    res[1] = X[1]
    for i in range(4):
        res[2][i] = X[0][i] * X[1][i]
    return res
'''},
    {"exercise": "feature_cross", "right": False, "name": "product on top", "note": "the product comes first instead of last", "code": '''
def feature_cross(X):
    return np.concatenate([X[:1] * X[1:], X], axis=0)
'''},
    {"exercise": "feature_cross", "right": False, "name": "column_stack", "note": "the result is transposed, shape (m, 3)", "code": '''
def feature_cross(X):
    x1, x2 = X[0], X[1]
    return np.column_stack((x1, x2, x1 * x2))
'''},
    {"exercise": "feature_cross", "right": False, "name": "last example forgotten", "note": "the loop stops one example early, the last product stays 0", "code": '''
def feature_cross(X):
    m = X.shape[1]
    x3 = np.zeros((1, m))
    for i in range(m - 1):
        x3[0, i] = X[0, i] * X[1, i]
    return np.vstack((X, x3))
'''},
    {"exercise": "feature_cross", "right": False, "name": "logical xor", "note": "writes the XOR of the two features into the third row, not the product", "code": '''
def feature_cross(X):
    xor = np.logical_xor(X[0] > 0, X[1] > 0).astype(float)
    return np.vstack([X, xor])
'''},
    {"exercise": "feature_cross", "right": False, "name": "all squares too", "note": "adds all terms of degree two, five rows instead of three", "code": '''
def feature_cross(X):
    a, b = X
    return np.array([a, b, a * a, a * b, b * b])
'''},
    {"exercise": "feature_cross", "right": False, "name": "outer product", "note": "np.outer multiplies every example with every other one", "code": '''
def feature_cross(X):
    return np.vstack([X, np.outer(X[0], X[1])])
'''},
    {"exercise": "feature_cross", "right": False, "name": "list append", "note": "an ndarray has no append, AttributeError", "code": '''
def feature_cross(X):
    X_new = X.copy()
    X_new.append(X[0] * X[1])
    return X_new
'''},
    {"exercise": "feature_cross", "right": False, "name": "prints only", "note": "prints the result and returns None", "code": '''
def feature_cross(X):
    out = np.vstack([X, X[0] * X[1]])
    print(out)
'''},
    {"exercise": "feature_cross", "right": False, "name": "centred product", "note": "subtracts the means of the features before it multiplies", "code": '''
def feature_cross(X):
    centred = X - X.mean(axis=1, keepdims=True)
    return np.vstack([X, centred[0] * centred[1]])
'''},
    {"exercise": "feature_cross", "right": False, "name": "sign of the product", "note": "keeps only the sign of the product", "code": '''
def feature_cross(X):
    s = np.where(X[0] * X[1] > 0, 1.0, -1.0)
    return np.vstack([X, s])
'''},
    # -------------------------------------------------------------- two_layer_forward
    {"exercise": "two_layer_forward", "right": True, "name": "by the formula", "note": "", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "helper for one layer", "note": "", "code": '''
def one_layer(W, b, inputs):
    logits = np.dot(W, inputs) + b
    return logits, 1.0 / (1.0 + np.exp(-logits))


def two_layer_forward(params, X):
    hidden_z, hidden_a = one_layer(params["W1"], params["b1"], X)
    out_z, out_a = one_layer(params["W2"], params["b2"], hidden_a)
    return dict(Z1=hidden_z, A1=hidden_a, Z2=out_z, A2=out_a)
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "einsum and logaddexp", "note": "", "code": '''
def two_layer_forward(params, X):
    def act(z):
        return np.exp(-np.logaddexp(0.0, -z))

    Z1 = np.einsum("ij,jm->im", params["W1"], X) + params["b1"]
    A1 = act(Z1)
    Z2 = np.einsum("ki,im->km", params["W2"], A1) + params["b2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": act(Z2)}
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "plain loops", "note": "", "code": '''
def two_layer_forward(params, X):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    n1, n0 = W1.shape
    n2 = W2.shape[0]
    m = X.shape[1]
    Z1, A1 = np.zeros((n1, m)), np.zeros((n1, m))
    Z2, A2 = np.zeros((n2, m)), np.zeros((n2, m))
    for j in range(m):
        for i in range(n1):
            s = b1[i, 0]
            for k in range(n0):
                s = s + W1[i, k] * X[k, j]
            Z1[i, j] = s
            A1[i, j] = sigmoid(s)
        for i in range(n2):
            s = b2[i, 0]
            for k in range(n1):
                s = s + W2[i, k] * A1[k, j]
            Z2[i, j] = s
            A2[i, j] = sigmoid(s)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "bias as a weight of 1", "note": "", "code": '''
def two_layer_forward(params, X):
    ones = np.ones((1, X.shape[1]))
    T1 = np.hstack([params["W1"], params["b1"]])
    T2 = np.hstack([params["W2"], params["b2"]])
    Z1 = T1 @ np.vstack([X, ones])
    A1 = sigmoid(Z1)
    Z2 = T2 @ np.vstack([A1, ones])
    A2 = sigmoid(Z2)
    return {"A2": A2, "Z2": Z2, "A1": A1, "Z1": Z1}
'''},
    {"exercise": "two_layer_forward", "right": True, "name": "one column after the other", "note": "", "code": '''
def two_layer_forward(params, X):
    results = {"Z1": [], "A1": [], "Z2": [], "A2": []}
    for x in X.T:
        z1 = params["W1"] @ x + params["b1"][:, 0]
        a1 = sigmoid(z1)
        z2 = params["W2"] @ a1 + params["b2"][:, 0]
        for key, vec in zip(results, (z1, a1, z2, sigmoid(z2))):
            results[key].append(vec)
    return {key: np.stack(vectors, axis=1) for key, vectors in results.items()}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "no sigmoid at the output", "note": "A2 is the logit Z2", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = Z2
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "second layer on Z1", "note": "the output layer looks at Z1 instead of A1", "code": '''
def two_layer_forward(params, X):
    Z1 = np.dot(params["W1"], X) + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = np.dot(params["W2"], Z1) + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "hidden bias forgotten", "note": "b1 is missing", "code": '''
def two_layer_forward(params, X):
    out = {}
    out["Z1"] = params["W1"] @ X
    out["A1"] = sigmoid(out["Z1"])
    out["Z2"] = params["W2"] @ out["A1"] + params["b2"]
    out["A2"] = sigmoid(out["Z2"])
    return out
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "b1 twice", "note": "copied the line and left b1 in the second layer", "code": '''
def two_layer_forward(params, X):
    W1 = params["W1"]
    b1 = params["b1"]
    W2 = params["W2"]
    b2 = params["b2"]
    Z1 = W1 @ X + b1
    A1 = sigmoid(Z1)
    Z2 = W2 @ A1 + b1
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "star for matrix product", "note": "the entry-wise product; the shapes do not fit in most cases", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] * X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] * A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "returns a tuple", "note": "four arrays in a tuple instead of a dict", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = sigmoid(Z2)
    return Z1, A1, Z2, A2
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "own sigmoid without minus", "note": "1 / (1 + exp(z)), the sign in the exponent is lost", "code": '''
def two_layer_forward(params, X):
    sig = lambda z: 1 / (1 + np.exp(z))
    Z1 = params["W1"].dot(X) + params["b1"]
    A1 = sig(Z1)
    Z2 = params["W2"].dot(A1) + params["b2"]
    A2 = sig(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "tanh in the hidden layer", "note": "from another course: tanh instead of the sigmoid in layer 1", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = np.tanh(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "softmax at the output", "note": "softmax over the output units instead of the sigmoid", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    E = np.exp(Z2 - Z2.max(axis=0, keepdims=True))
    A2 = E / E.sum(axis=0, keepdims=True)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "A1 is no copy of Z1", "note": "A1 = Z1 gives the same array, so Z1 holds sigmoids in the end; the same for Z2", "code": '''
def two_layer_forward(params, X):
    def squash(Z):
        A = Z
        for i in range(Z.shape[0]):
            for j in range(Z.shape[1]):
                A[i, j] = sigmoid(Z[i, j])
        return A

    Z1 = params["W1"] @ X + params["b1"] * 1.0
    A1 = squash(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = squash(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "writes into params", "note": "adds the results to the given dict and so changes it", "code": '''
def two_layer_forward(params, X):
    params["Z1"] = params["W1"] @ X + params["b1"]
    params["A1"] = sigmoid(params["Z1"])
    params["Z2"] = params["W2"] @ params["A1"] + params["b2"]
    params["A2"] = sigmoid(params["Z2"])
    return params
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "one cache for all calls", "note": "a global dict is returned each time, so a later call overwrites the earlier result", "code": '''
the_cache = {}


def two_layer_forward(params, X):
    the_cache["Z1"] = params["W1"] @ X + params["b1"]
    the_cache["A1"] = sigmoid(the_cache["Z1"])
    the_cache["Z2"] = params["W2"] @ the_cache["A1"] + params["b2"]
    the_cache["A2"] = sigmoid(the_cache["Z2"])
    return the_cache
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "W transposed", "note": "W1.T and W2.T, as for one neuron with w a column; shapes do not fit", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"].T @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"].T @ A1 + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "flat biases", "note": "flattens the biases, so that they are added along the columns", "code": '''
def two_layer_forward(params, X):
    b1 = params["b1"].flatten()
    b2 = params["b2"].flatten()
    Z1 = params["W1"] @ X + b1
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + b2
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "params as an object", "note": "params.W1 on a dict, AttributeError", "code": '''
def two_layer_forward(params, X):
    Z1 = params.W1 @ X + params.b1
    A1 = sigmoid(Z1)
    Z2 = params.W2 @ A1 + params.b2
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "yes or no", "note": "A2 holds the decisions 0 and 1, not the probabilities", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = (sigmoid(Z2) > 0.5).astype(float)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "rounded to three decimals", "note": "rounds A1 and A2, as in section 2", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = np.round(sigmoid(Z1), 3)
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = np.round(sigmoid(Z2), 3)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "first output bias only", "note": "takes b2 as one number, wrong when there are several outputs", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    bias = float(params["b2"][0, 0])
    Z2 = params["W2"] @ A1 + bias
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "unpacked in the wrong order", "note": "takes the values of the dict as W1, W2, b1, b2, so b1 and W2 change places", "code": '''
def two_layer_forward(params, X):
    W1, W2, b1, b2 = params.values()
    Z1 = np.dot(W1, X) + b1
    A1 = sigmoid(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    {"exercise": "two_layer_forward", "right": False, "name": "squeezed output", "note": "drops the dimension of length 1 from Z2 and A2", "code": '''
def two_layer_forward(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = (params["W2"] @ A1 + params["b2"]).squeeze()
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
'''},
    # ------------------------------------------------------------- two_layer_backward
    {"exercise": "two_layer_backward", "right": True, "name": "by the formula", "note": "", "code": '''
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
    {"exercise": "two_layer_backward", "right": True, "name": "einsum", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1 = cache["A1"]
    g = {}
    g["dZ2"] = 1 / Y.shape[1] * (cache["A2"] - Y)
    g["dW2"] = np.einsum("km,im->ki", g["dZ2"], A1)
    g["db2"] = np.einsum("km->k", g["dZ2"])[:, None]
    g["dA1"] = np.einsum("ki,km->im", params["W2"], g["dZ2"])
    g["dZ1"] = np.einsum("im,im,im->im", g["dA1"], A1, 1 - A1)
    g["dW1"] = np.einsum("im,jm->ij", g["dZ1"], X)
    g["db1"] = np.einsum("im->i", g["dZ1"])[:, None]
    return g
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "helper for the parameters", "note": "", "code": '''
def grads_of_layer(dZ, inputs):
    ones = np.ones((dZ.shape[1], 1))
    return np.dot(dZ, inputs.T), np.dot(dZ, ones)


def two_layer_backward(params, cache, X, Y):
    hidden = cache["A1"]
    dZ2 = np.subtract(cache["A2"], Y) / Y.shape[1]
    dW2, db2 = grads_of_layer(dZ2, hidden)
    dA1 = np.dot(params["W2"].T, dZ2)
    dZ1 = np.multiply(dA1, hidden - hidden ** 2)
    dW1, db1 = grads_of_layer(dZ1, X)
    return dict(dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1)
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "example by example", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    n2, m = Y.shape
    n0 = X.shape[0]
    n1 = cache["A1"].shape[0]
    dZ2, dA1, dZ1 = np.zeros((n2, m)), np.zeros((n1, m)), np.zeros((n1, m))
    dW2, db2 = np.zeros((n2, n1)), np.zeros((n2, 1))
    dW1, db1 = np.zeros((n1, n0)), np.zeros((n1, 1))
    for i in range(m):
        a1 = cache["A1"][:, i]
        delta2 = (cache["A2"][:, i] - Y[:, i]) / m
        back = params["W2"].T @ delta2
        delta1 = back * a1 * (1 - a1)
        dZ2[:, i], dA1[:, i], dZ1[:, i] = delta2, back, delta1
        dW2 += np.outer(delta2, a1)
        db2[:, 0] += delta2
        dW1 += np.outer(delta1, X[:, i])
        db1[:, 0] += delta1
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "loop from the last layer", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    inputs = {1: X, 2: cache["A1"]}
    grads = {}
    dZ = (cache["A2"] - Y) / len(X[0])
    for l in [2, 1]:
        grads["dZ" + str(l)] = dZ
        grads["dW" + str(l)] = dZ @ np.transpose(inputs[l])
        grads["db" + str(l)] = np.sum(dZ, axis=1).reshape(-1, 1)
        if l == 2:
            dA = np.transpose(params["W2"]) @ dZ
            grads["dA1"] = dA
            dZ = dA * (inputs[2] * (1 - inputs[2]))
    return grads
'''},
    {"exercise": "two_layer_backward", "right": True, "name": "bias column and tensordot", "note": "", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = Y.shape[-1]
    A1 = cache["A1"]
    one = np.ones((1, m))
    dZ2 = cache["A2"] / m - Y / m
    both2 = np.tensordot(dZ2, np.vstack([A1, one]), axes=(1, 1))
    dA1 = np.tensordot(params["W2"], dZ2, axes=(0, 0))
    slope = A1 * (1.0 - A1)
    dZ1 = slope * dA1
    both1 = np.tensordot(dZ1, np.vstack([X, one]), axes=(1, 1))
    return {
        "dZ2": dZ2, "dW2": both2[:, :-1], "db2": both2[:, -1:],
        "dA1": dA1, "dZ1": dZ1, "dW1": both1[:, :-1], "db1": both1[:, -1:],
    }
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "no 1/m", "note": "the factor 1/m is missing everywhere", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1 = cache["A1"]
    A2 = cache["A2"]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "1/m twice", "note": "1/m in dZ2 and once more in the gradients of weights and biases", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "1/m at the weights", "note": "1/m stands in dW and db instead of dZ2 (other books), so dZ2, dA1 and dZ1 are m times too large", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = Y.shape[1]
    A1 = cache["A1"]
    dZ2 = cache["A2"] - Y
    dW2 = 1 / m * np.dot(dZ2, A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(params["W2"].T, dZ2)
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = 1 / m * np.dot(dZ1, X.T)
    db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "m is Y.size", "note": "divides by the number of all labels, wrong with several output units", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / Y.size
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {
        "dZ2": dZ2, "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True),
        "dA1": dA1, "dZ1": dZ1, "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True),
    }
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "m is len(X)", "note": "takes the number of features for the number of examples", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = len(X)
    A1, W2 = cache["A1"], params["W2"]
    dZ2 = 1 / m * (cache["A2"] - Y)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "Y minus A2", "note": "the sign of the error is turned around, so all gradients are", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = (Y - cache["A2"]) / m
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "brackets forgotten", "note": "A2 - Y / m divides the labels only", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = cache["A2"] - Y / m
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "W2 without transpose", "note": "W2 @ dZ2 instead of W2.T @ dZ2, the shapes do not fit", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = np.dot(dZ2, A1.T)
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(params["W2"], dZ2)
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = np.dot(dZ1, X.T)
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "half the slope", "note": "dZ1 = dA1 * (1 - A1), the factor A1 is lost", "code": '''
def two_layer_backward(params, cache, X, Y):
    A1 = cache["A1"]
    grads = {}
    grads["dZ2"] = (cache["A2"] - Y) / X.shape[1]
    grads["dW2"] = grads["dZ2"] @ A1.T
    grads["db2"] = grads["dZ2"].sum(axis=1, keepdims=True)
    grads["dA1"] = params["W2"].T @ grads["dZ2"]
    grads["dZ1"] = grads["dA1"] * (1 - A1)
    grads["dW1"] = grads["dZ1"] @ X.T
    grads["db1"] = grads["dZ1"].sum(axis=1, keepdims=True)
    return grads
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "slope at Z1", "note": "puts Z1 into a(1 - a) instead of A1", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    Z1, A1, Z2, A2 = cache["Z1"], cache["A1"], cache["Z2"], cache["A2"]
    dZ2 = (A2 - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * Z1 * (1 - Z1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "slope of tanh", "note": "1 - A1**2 is the slope of tanh, not of the sigmoid", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = Y.shape[1]
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * (1 - np.power(A1, 2))
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "slope at the output too", "note": "multiplies dZ2 with A2(1 - A2), as for the squared error", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    A2 = cache["A2"]
    dA2 = (A2 - Y) / m
    dZ2 = dA2 * A2 * (1 - A2)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "flat biases", "note": "no keepdims: db1 and db2 are one-dimensional", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "column sums in db1", "note": "sums dZ1 over the units instead of the examples", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=0, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "db from dA1", "note": "db1 sums dA1 instead of dZ1", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / m
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    return {
        "dZ2": dZ2,
        "dW2": dZ2 @ A1.T,
        "db2": dZ2.sum(axis=1, keepdims=True),
        "dA1": dA1,
        "dZ1": dZ1,
        "dW1": dZ1 @ X.T,
        "db1": dA1.sum(axis=1, keepdims=True),
    }
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "eats the cache", "note": "dZ2 is the array A2 of the cache and is changed in place", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = cache["A2"]
    dZ2 -= Y
    dZ2 /= m
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "X without transpose", "note": "dZ1 @ X, the inner sizes do not fit", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X
    db1 = dZ1.sum(axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "only the parameters", "note": "leaves dZ2, dA1 and dZ1 out of the dict", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / m
    dZ1 = (params["W2"].T @ dZ2) * A1 * (1 - A1)
    return {
        "dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True),
        "dW2": dZ2 @ A1.T, "db2": dZ2.sum(axis=1, keepdims=True),
    }
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "m never defined", "note": "m is not defined in the function, NameError", "code": '''
def two_layer_backward(params, cache, X, Y):
    dZ2 = 1 / num_examples * (cache["A2"] - Y)
    dW2 = dZ2 @ cache["A1"].T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * cache["A1"] * (1 - cache["A1"])
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "weights from the wrong dict", "note": "looks for W2 in the cache, KeyError", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1, A2, W2 = cache["A1"], cache["A2"], cache["W2"]
    dZ2 = (A2 - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "matrix product with the slope", "note": "uses @ where the circle means the entry-wise product", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / m
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 @ (A1 * (1 - A1))
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    {"exercise": "two_layer_backward", "right": False, "name": "weight gradients transposed", "note": "computes A1 @ dZ2.T and X @ dZ1.T, the shapes are turned around", "code": '''
def two_layer_backward(params, cache, X, Y):
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = (cache["A2"] - Y) / m
    dA1 = params["W2"].T @ dZ2
    dZ1 = dA1 * A1 * (1 - A1)
    dW2 = A1 @ dZ2.T
    dW1 = X @ dZ1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    db1 = dZ1.sum(axis=1, keepdims=True)
    return {"dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
'''},
    # ------------------------------------------------------------------ rows_backward
    {"exercise": "rows_backward", "right": True, "name": "by the formula", "note": "", "code": '''
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
    {"exercise": "rows_backward", "right": True, "name": "transpose and reuse", "note": "", "code": '''
def rows_backward(params, X, Y):
    turned = {name: value.T for name, value in params.items()}
    cache = two_layer_forward(turned, X.T)
    grads = two_layer_backward(turned, cache, X.T, Y.T)
    return {name: grads[name].T for name in ("dW1", "db1", "dW2", "db2")}
'''},
    {"exercise": "rows_backward", "right": True, "name": "means and broadcasting", "note": "", "code": '''
def rows_backward(params, X, Y):
    W1, b1, W2, b2 = (params[k] for k in ["W1", "b1", "W2", "b2"])
    hidden = sigmoid(np.dot(X, W1) + b1)
    prob = sigmoid(np.dot(hidden, W2) + b2)
    error = prob - Y
    blame = error * W2.T * hidden * (1 - hidden)
    return {
        "dW2": np.mean(hidden * error, axis=0)[:, None],
        "db2": np.mean(error, axis=0, keepdims=True),
        "dW1": np.mean(X[:, :, None] * blame[:, None, :], axis=0),
        "db1": np.mean(blame, axis=0, keepdims=True),
    }
'''},
    {"exercise": "rows_backward", "right": True, "name": "row by row", "note": "", "code": '''
def rows_backward(params, X, Y):
    grads = {"d" + k: np.zeros(v.shape) for k, v in params.items()}
    m = len(X)
    for x, y in zip(X, Y):
        a = sigmoid(x @ params["W1"] + params["b1"][0])
        p = sigmoid(a @ params["W2"] + params["b2"][0])
        d2 = p - y
        d1 = (params["W2"] @ d2) * a * (1 - a)
        grads["dW2"] += np.outer(a, d2)
        grads["db2"] += d2
        grads["dW1"] += np.outer(x, d1)
        grads["db1"] += d1
    return {k: g / m for k, g in grads.items()}
'''},
    {"exercise": "rows_backward", "right": True, "name": "einsum", "note": "", "code": '''
def rows_backward(params, X, Y):
    m, _ = X.shape
    A1 = 1 / (1 + np.exp(-(np.einsum("mi,ij->mj", X, params["W1"]) + params["b1"])))
    P = 1 / (1 + np.exp(-(np.einsum("mj,jk->mk", A1, params["W2"]) + params["b2"])))
    dZ2 = P - Y
    dZ1 = np.einsum("mk,jk,mj->mj", dZ2, params["W2"], A1 - A1 * A1)
    dW2 = np.einsum("mj,mk->jk", A1, dZ2) / m
    dW1 = np.einsum("mi,mj->ij", X, dZ1) / m
    db2 = np.einsum("mk->k", dZ2).reshape(1, -1) / m
    db1 = np.einsum("mj->j", dZ1).reshape(1, -1) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": True, "name": "column of ones", "note": "", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    one = np.ones((m, 1))
    X_ext = np.concatenate([X, one], axis=1)
    T1 = np.concatenate([params["W1"], params["b1"]], axis=0)
    T2 = np.concatenate([params["W2"], params["b2"]], axis=0)
    A1 = sigmoid(X_ext @ T1)
    A_ext = np.concatenate([A1, one], axis=1)
    dZ2 = sigmoid(A_ext @ T2) - Y
    dZ1 = dZ2 @ T2[:-1].T * A1 * (1 - A1)
    dT1 = X_ext.T @ dZ1 / m
    dT2 = A_ext.T @ dZ2 / m
    return {"dW1": dT1[:-1], "db1": dT1[-1:], "dW2": dT2[:-1], "db2": dT2[-1:]}
'''},
    {"exercise": "rows_backward", "right": False, "name": "no 1/m", "note": "the gradients are sums, not means", "code": '''
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
    {"exercise": "rows_backward", "right": False, "name": "1/m in dZ2 and again", "note": "carries over the 1/m from section 3.3 and divides by m once more", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = (P - Y) / m
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "m from the columns", "note": "m = X.shape[1] is the number of features here", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[1]
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    A1 = sigmoid(X @ W1 + b1)
    P = sigmoid(A1 @ W2 + b2)
    dZ2 = P - Y
    dZ1 = dZ2 @ W2.T * A1 * (1 - A1)
    return {
        "dW1": 1 / m * X.T @ dZ1,
        "db1": 1 / m * dZ1.sum(axis=0, keepdims=True),
        "dW2": 1 / m * A1.T @ dZ2,
        "db2": 1 / m * dZ2.sum(axis=0, keepdims=True),
    }
'''},
    {"exercise": "rows_backward", "right": False, "name": "row sums for the biases", "note": "axis=1 as in the column convention; db has shape (m, 1)", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "biases lose a dimension", "note": "no keepdims: db1 has shape (n_1,) and db2 (1,)", "code": '''
def rows_backward(params, X, Y):
    m = len(Y)
    A1 = sigmoid(X.dot(params["W1"]) + params["b1"])
    P = sigmoid(A1.dot(params["W2"]) + params["b2"])
    dZ2 = P - Y
    dZ1 = dZ2.dot(params["W2"].T) * A1 * (1 - A1)
    return {
        "dW1": X.T.dot(dZ1) / m,
        "db1": np.mean(dZ1, axis=0),
        "dW2": A1.T.dot(dZ2) / m,
        "db2": np.mean(dZ2, axis=0),
    }
'''},
    {"exercise": "rows_backward", "right": False, "name": "mean over everything", "note": "dZ1.mean() without axis: one number for all hidden units", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = dZ2 @ params["W2"].T * A1 * (1 - A1)
    db1 = np.full(params["b1"].shape, dZ1.mean())
    db2 = np.full(params["b2"].shape, dZ2.mean())
    return {"dW1": X.T @ dZ1 / m, "db1": db1, "dW2": A1.T @ dZ2 / m, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "column forward pass", "note": "W1 @ X as in section 3.2; the shapes do not fit", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(params["W1"] @ X + params["b1"])
    P = sigmoid(params["W2"] @ A1 + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "old functions on rows", "note": "calls the functions for columns with untransposed arrays, ValueError or wrong shapes", "code": '''
def rows_backward(params, X, Y):
    cache = two_layer_forward(params, X)
    g = two_layer_backward(params, cache, X, Y)
    return {"dW1": g["dW1"], "db1": g["db1"], "dW2": g["dW2"], "db2": g["db2"]}
'''},
    {"exercise": "rows_backward", "right": False, "name": "not turned back", "note": "transposes on the way in, but returns the gradients in the column convention", "code": '''
def rows_backward(params, X, Y):
    p = {}
    for key in params:
        p[key] = params[key].T
    cache = two_layer_forward(p, X.T)
    grads = two_layer_backward(p, cache, X.T, Y.T)
    return {key: grads[key] for key in ["dW1", "db1", "dW2", "db2"]}
'''},
    {"exercise": "rows_backward", "right": False, "name": "params transposed for good", "note": "overwrites the entries of the given dict with the transposed ones", "code": '''
def rows_backward(params, X, Y):
    for key in list(params):
        params[key] = params[key].T
    cache = two_layer_forward(params, X.T)
    grads = two_layer_backward(params, cache, X.T, Y.T)
    return {key: grads[key].T for key in ["dW1", "db1", "dW2", "db2"]}
'''},
    {"exercise": "rows_backward", "right": False, "name": "Y flattened", "note": "P - Y.ravel() becomes an (m, m) matrix, and the next product stops", "code": '''
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
    {"exercise": "rows_backward", "right": False, "name": "slope forgotten", "note": "dZ1 lacks A1 (1 - A1)", "code": '''
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
    {"exercise": "rows_backward", "right": False, "name": "biases left out of the forward pass", "note": "the forward pass has no b1 and no b2", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"])
    P = sigmoid(A1 @ params["W2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    grads = {}
    grads["dW2"] = 1 / m * A1.T @ dZ2
    grads["dW1"] = 1 / m * X.T @ dZ1
    grads["db2"] = 1 / m * np.sum(dZ2, axis=0, keepdims=True)
    grads["db1"] = 1 / m * np.sum(dZ1, axis=0, keepdims=True)
    return grads
'''},
    {"exercise": "rows_backward", "right": False, "name": "logits for outputs", "note": "P is the logit, the last sigmoid is forgotten", "code": '''
def rows_backward(params, X, Y):
    m = Y.shape[0]
    Z1 = X @ params["W1"] + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = A1 @ params["W2"] + params["b2"]
    dZ2 = Z2 - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {
        "dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=0, keepdims=True) / m,
        "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m,
    }
'''},
    {"exercise": "rows_backward", "right": False, "name": "W2 without transpose", "note": "dZ2 @ W2, the inner sizes do not fit when there are several hidden units", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = np.dot(dZ2, params["W2"]) * A1 * (1 - A1)
    dW2 = np.dot(A1.T, dZ2) / m
    dW1 = np.dot(X.T, dZ1) / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "integer 1/m", "note": "1 // m is 0 for more than one example", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    scale = 1 // m
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = scale * A1.T @ dZ2
    dW1 = scale * X.T @ dZ1
    db2 = scale * dZ2.sum(axis=0, keepdims=True)
    db1 = scale * dZ1.sum(axis=0, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "step before the hidden layer", "note": "moves W2 by its gradient before the blame goes through it", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    W2 = params["W2"]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ W2 + params["b2"])
    dZ2 = P - Y
    dW2 = A1.T @ dZ2 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    W2 = W2 - dW2
    dZ1 = (dZ2 @ W2.T) * A1 * (1 - A1)
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "hidden biases not divided", "note": "1/m in dW1, dW2 and db2, but not in db1", "code": '''
def rows_backward(params, X, Y):
    m = X.shape[0]
    A1 = sigmoid(X @ params["W1"] + params["b1"])
    P = sigmoid(A1 @ params["W2"] + params["b2"])
    dZ2 = P - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    db1 = dZ1.sum(axis=0, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
'''},
    {"exercise": "rows_backward", "right": False, "name": "expects a cache", "note": "reads cache, which the function does not get", "code": '''
def rows_backward(params, cache, X, Y):
    m = X.shape[0]
    A1 = cache["A1"]
    dZ2 = cache["A2"] - Y
    dZ1 = (dZ2 @ params["W2"].T) * A1 * (1 - A1)
    return {
        "dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=0, keepdims=True) / m,
        "dW2": A1.T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m,
    }
'''},
    # -------------------------------------------------------------------- LinearLayer
    {"exercise": "LinearLayer", "right": True, "name": "by the formula", "note": "", "code": '''
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
    {"exercise": "LinearLayer", "right": True, "name": "loop over names", "note": "", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        generator = rng or np.random.default_rng()
        self.params, self.grads = {}, {}
        self.params["W"] = generator.standard_normal(size=(n_out, n_in)) * 0.01
        self.params["b"] = np.zeros((n_out, 1))
        self.memory = None

    def forward(self, A_prev):
        self.memory = A_prev.copy()
        return np.dot(self.params["W"], A_prev) + self.params["b"]

    def backward(self, dZ):
        m = dZ.shape[1]
        self.grads["dW"] = np.dot(dZ, self.memory.T)
        self.grads["db"] = np.dot(dZ, np.ones((m, 1)))
        return np.dot(self.params["W"].T, dZ)

    def update(self, learning_rate):
        for name in ("W", "b"):
            self.params[name] = self.params[name] - learning_rate * self.grads["d" + name]
'''},
    {"exercise": "LinearLayer", "right": True, "name": "einsum", "note": "", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        rng = np.random.default_rng() if rng is None else rng
        weights = rng.standard_normal((n_out, n_in)) / 100
        self.params = dict(W=weights, b=np.full((n_out, 1), 0.0))
        self.grads = dict()

    def forward(self, A_prev):
        self._inputs = A_prev
        return np.einsum("oi,im->om", self.params["W"], A_prev) + self.params["b"]

    def backward(self, dZ):
        self.grads = dict(
            dW=np.einsum("om,im->oi", dZ, self._inputs),
            db=np.einsum("om->o", dZ)[:, np.newaxis],
        )
        return np.einsum("oi,om->im", self.params["W"], dZ)

    def update(self, learning_rate):
        W, b = self.params["W"], self.params["b"]
        self.params["W"] = np.subtract(W, np.multiply(learning_rate, self.grads["dW"]))
        self.params["b"] = np.subtract(b, np.multiply(learning_rate, self.grads["db"]))
'''},
    {"exercise": "LinearLayer", "right": True, "name": "example by example", "note": "", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.n_in = n_in
        self.n_out = n_out
        if rng is None:
            rng = np.random.default_rng()
        W = rng.standard_normal(n_out * n_in).reshape(n_out, n_in)
        self.params = {"W": 0.01 * W, "b": np.zeros(n_out).reshape(n_out, 1)}
        self.grads = {}

    def forward(self, A_prev):
        self.cache = {"A_prev": A_prev}
        m = A_prev.shape[1]
        Z = np.zeros((self.n_out, m))
        for j in range(m):
            Z[:, j] = self.params["W"] @ A_prev[:, j] + self.params["b"][:, 0]
        return Z

    def backward(self, dZ):
        A_prev = self.cache["A_prev"]
        dW = np.zeros((self.n_out, self.n_in))
        db = np.zeros((self.n_out, 1))
        dA_prev = np.zeros(A_prev.shape)
        for j in range(dZ.shape[1]):
            dW += np.outer(dZ[:, j], A_prev[:, j])
            db[:, 0] += dZ[:, j]
            dA_prev[:, j] = self.params["W"].T @ dZ[:, j]
        self.grads["dW"] = dW
        self.grads["db"] = db
        return dA_prev

    def update(self, learning_rate):
        step = -learning_rate
        self.params["W"] = self.params["W"] + step * self.grads["dW"]
        self.params["b"] = self.params["b"] + step * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": True, "name": "bias as a weight of 1", "note": "", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": np.multiply(rng.standard_normal([n_out, n_in]), 0.01), "b": np.zeros([n_out, 1])}
        self.grads = {}
        self.extended = None

    def forward(self, A_prev):
        self.extended = np.vstack([A_prev, np.ones((1, A_prev.shape[1]))])
        theta = np.hstack([self.params["W"], self.params["b"]])
        return theta @ self.extended

    def backward(self, dZ):
        dtheta = dZ @ self.extended.T
        self.grads = {"dW": dtheta[:, :-1], "db": dtheta[:, -1:]}
        return (dZ.T @ self.params["W"]).T

    def update(self, learning_rate):
        self.params = {key: value - learning_rate * self.grads["d" + key] for key, value in self.params.items()}
'''},
    {"exercise": "LinearLayer", "right": True, "name": "helper methods", "note": "", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.params = {}
        self.grads = {}
        self._start(n_in, n_out, rng)

    def _start(self, n_in, n_out, rng):
        if not rng:
            rng = np.random.default_rng()
        self.params["W"] = 1e-2 * rng.standard_normal(size=(n_out, n_in))
        self.params["b"] = np.zeros(shape=(n_out, 1))

    def _get(self):
        return self.params["W"], self.params["b"]

    def forward(self, A_prev):
        W, b = self._get()
        self.last = A_prev
        return np.add(np.matmul(W, A_prev), b)

    def backward(self, dZ):
        W, b = self._get()
        self.grads.update(dW=np.matmul(dZ, np.transpose(self.last)), db=np.sum(dZ, axis=1).reshape(b.shape))
        return np.matmul(np.transpose(W), dZ)

    def update(self, learning_rate):
        W, b = self._get()
        new_W = W - self.grads["dW"] * learning_rate
        new_b = b - self.grads["db"] * learning_rate
        self.params.update({"W": new_W, "b": new_b})
'''},
    {"exercise": "LinearLayer", "right": False, "name": "no 0.01", "note": "the first weights are 100 times too large", "code": '''
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
    {"exercise": "LinearLayer", "right": False, "name": "rng ignored", "note": "draws with np.random.randn, whatever generator is given", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.params = {"W": np.random.randn(n_out, n_in) * 0.01, "b": np.zeros((n_out, 1))}
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
    {"exercise": "LinearLayer", "right": False, "name": "W stored transposed", "note": "keeps W as (n_in, n_out) and transposes it in use, so other arrays put there do not fit", "code": '''
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
        self.grads["dW"] = self.A_prev @ dZ.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"] @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "b one-dimensional", "note": "b has shape (n_out,), and db as well", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros(n_out)}
        self.grads = {}

    def forward(self, A_prev):
        self.x = A_prev
        return self.params["W"] @ A_prev + self.params["b"].reshape(-1, 1)

    def backward(self, dZ):
        self.grads["dW"] = dZ @ self.x.T
        self.grads["db"] = dZ.sum(axis=1)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "memory in the class", "note": "the input is stored on the class, so a second layer overwrites the memory of the first", "code": '''
class LinearLayer:
    cache = {}

    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.cache["A_prev"] = A_prev
        return np.dot(self.params["W"], A_prev) + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = np.dot(dZ, self.cache["A_prev"].T)
        self.grads["db"] = np.sum(dZ, axis=1, keepdims=True)
        return np.dot(self.params["W"].T, dZ)

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "params shared by all layers", "note": "params and grads are dicts of the class; a new layer replaces the weights of the old one", "code": '''
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
        for key in self.params:
            self.params[key] = self.params[key] - learning_rate * self.grads["d" + key]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "uses its own W", "note": "keeps self.W from the start and does not see what is put into params", "code": '''
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
        self.dW = dZ @ self.A_prev.T
        self.db = dZ.sum(axis=1, keepdims=True)
        self.grads = {"dW": self.dW, "db": self.db}
        return self.W.T @ dZ

    def update(self, learning_rate):
        self.W = self.W - learning_rate * self.dW
        self.b = self.b - learning_rate * self.db
        self.params = {"W": self.W, "b": self.b}
'''},
    {"exercise": "LinearLayer", "right": False, "name": "1/m once more", "note": "divides dW and db by m although the 1/m is inside dZ", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        rng = rng if rng is not None else np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        m = dZ.shape[1]
        self.grads["dW"] = 1 / m * dZ @ self.A_prev.T
        self.grads["db"] = 1 / m * np.sum(dZ, axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "gradients pile up", "note": "each backward pass adds to the gradients of the earlier ones", "code": '''
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
    {"exercise": "LinearLayer", "right": False, "name": "uphill", "note": "update moves along the gradients instead of against them", "code": '''
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
    {"exercise": "LinearLayer", "right": False, "name": "b never learns", "note": "update moves W only", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.inp = A_prev
        Z = self.params["W"] @ self.inp + self.params["b"]
        return Z

    def backward(self, dZ):
        self.grads = {"dW": dZ @ self.inp.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "update into local names", "note": "the new W and b are local and never put back into params", "code": '''
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
        W = self.params["W"]
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return W.T @ dZ

    def update(self, learning_rate):
        W, b = self.params["W"], self.params["b"]
        W = W - learning_rate * self.grads["dW"]
        b = b - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "learning rate ignored", "note": "always steps with 0.01", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.lr = 0.01
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
        self.params["W"] = self.params["W"] - self.lr * self.grads["dW"]
        self.params["b"] = self.params["b"] - self.lr * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "first batch for ever", "note": "remembers the first input only, the second round uses old numbers", "code": '''
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
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "sigmoid inside", "note": "forward returns sigmoid(Z), and backward multiplies with the slope: two layers in one", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        self.A = sigmoid(self.params["W"] @ A_prev + self.params["b"])
        return self.A

    def backward(self, dZ):
        dZ = dZ * self.A * (1 - self.A)
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "backward returns the gradients", "note": "backward returns the dict grads instead of dA_prev", "code": '''
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
        return self.grads

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "blame through dW", "note": "dA_prev = dW.T @ dZ, the wrong matrix", "code": '''
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
        db = dZ.sum(axis=1, keepdims=True)
        self.grads["dW"], self.grads["db"] = dW, db
        dA_prev = dW.T @ dZ
        return dA_prev

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "same seed for every layer", "note": "always makes default_rng(0), also when a generator is given; equal layers start with equal weights", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        rng = np.random.default_rng(0)
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
    {"exercise": "LinearLayer", "right": False, "name": "rng None forgotten", "note": "calls standard_normal on None when no generator is given", "code": '''
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
    {"exercise": "LinearLayer", "right": False, "name": "shape not as a tuple", "note": "standard_normal(n_out, n_in) and np.zeros(n_out, 1) stop with a TypeError", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {}
        self.params["W"] = 0.01 * rng.standard_normal(n_out, n_in)
        self.params["b"] = np.zeros(n_out, 1)
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
    {"exercise": "LinearLayer", "right": False, "name": "input not stored on self", "note": "A_prev is a local name in forward, backward does not know it", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(self, A_prev):
        Z = self.params["W"] @ A_prev + self.params["b"]
        return Z

    def backward(self, dZ):
        self.grads["dW"] = dZ @ A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "missing self", "note": "the methods forward and backward do not take self, TypeError", "code": '''
class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {"W": 0.01 * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}

    def forward(A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(dZ):
        self.grads["dW"] = dZ @ self.A_prev.T
        self.grads["db"] = dZ.sum(axis=1, keepdims=True)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "wrong keys in update", "note": "update looks for grads['W'] and grads['b'], KeyError", "code": '''
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
        for key in self.params:
            self.params[key] = self.params[key] - learning_rate * self.grads[key]
'''},
    {"exercise": "LinearLayer", "right": False, "name": "backward already steps", "note": "backward changes W before it computes dA_prev, and update steps a second time", "code": '''
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
        self.update(0.1)
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]
'''},
    # ------------------------------------------------------------------- SigmoidLayer
    {"exercise": "SigmoidLayer", "right": True, "name": "by the formula", "note": "", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "two branches by sign", "note": "", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.cache = {}

    def forward(self, Z):
        out = np.empty(Z.shape)
        pos = Z >= 0
        out[pos] = 1 / (1 + np.exp(-Z[pos]))
        e = np.exp(Z[~pos])
        out[~pos] = e / (1 + e)
        self.cache["out"] = out
        return out

    def backward(self, dA):
        out = self.cache["out"]
        return np.multiply(dA, np.multiply(out, 1.0 - out))
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "remembers Z", "note": "", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.Z = Z.copy()
        return self._act(Z)

    def backward(self, dA):
        A = self._act(self.Z)
        slope = A * (1 - A)
        return slope * dA

    @staticmethod
    def _act(Z):
        return 1.0 / (1.0 + np.exp(-Z))
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "slope in advance", "note": "", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.slope = None

    def forward(self, Z):
        ez = np.exp(Z)
        A = ez / (1 + ez)
        self.slope = A * (1 - A)
        return A

    def backward(self, dA):
        return dA * self.slope
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "logaddexp and A - A**2", "note": "", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        a = np.exp(-np.logaddexp(0, -Z))
        self.saved = a.copy()
        return a

    def backward(self, dA):
        a = self.saved
        return np.einsum("ij,ij->ij", dA, a - a ** 2)
'''},
    {"exercise": "SigmoidLayer", "right": True, "name": "plain loops", "note": "", "code": '''
import math


class SigmoidLayer:
    def __init__(self):
        self.outputs = None

    def forward(self, Z):
        n, m = Z.shape
        A = np.zeros((n, m))
        for i in range(n):
            for j in range(m):
                A[i, j] = 1 / (1 + math.exp(-Z[i, j]))
        self.outputs = A
        return A

    def backward(self, dA):
        dZ = np.zeros(dA.shape)
        for i, row in enumerate(self.outputs):
            for j, a in enumerate(row):
                dZ[i, j] = dA[i, j] * a * (1 - a)
        return dZ
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "slope at Z", "note": "remembers Z and puts it into a(1 - a)", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.Z = Z
        return sigmoid(Z)

    def backward(self, dA):
        return dA * self.Z * (1 - self.Z)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "sigmoid of the sigmoid", "note": "applies the sigmoid to the stored output again in backward", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        s = sigmoid(self.A)
        return dA * s * (1 - s)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "slope at dA", "note": "uses dA(1 - dA), the stored output is not used", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = 1 / (1 + np.exp(-Z))
        return self.A

    def backward(self, dA):
        return dA * (1 - dA)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "slope without dA", "note": "returns A(1 - A), the incoming gradient is not multiplied in", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        dZ = self.A * (1 - self.A)
        return dZ
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "memory in the class", "note": "stores the output on the class, so that two layers disturb each other", "code": '''
class SigmoidLayer:
    A = None

    def forward(self, Z):
        SigmoidLayer.A = sigmoid(Z)
        return SigmoidLayer.A

    def backward(self, dA):
        return dA * SigmoidLayer.A * (1 - SigmoidLayer.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "global memory", "note": "a global variable for all layers", "code": '''
last_A = None


class SigmoidLayer:
    def forward(self, Z):
        global last_A
        last_A = sigmoid(Z)
        return last_A

    def backward(self, dA):
        return dA * last_A * (1 - last_A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "memory changed in place", "note": "self.A *= 1 - self.A changes the memory and the output that was returned before", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        self.A *= 1 - self.A
        return self.A * dA
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "dA changed in place", "note": "multiplies into the given array dA", "code": '''
class SigmoidLayer:
    def __init__(self):
        self.A = 0

    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        dA *= self.A
        dA *= (1 - self.A)
        return dA
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "Z changed in place", "note": "clips the given logits in place, and far too early", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        Z[Z > 10] = 10
        Z[Z < -10] = -10
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "outputs clipped", "note": "keeps A between 0.001 and 0.999 for fear of log(0), wrong for large logits", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = np.clip(1 / (1 + np.exp(-Z)), 0.001, 0.999)
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "exponent without minus", "note": "1 / (1 + exp(Z)) is the sigmoid of -Z", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = 1 / (1 + np.exp(Z))
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "slope of tanh", "note": "1 - A**2 belongs to tanh", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.out = sigmoid(Z)
        return self.out

    def backward(self, dA):
        return dA * (1 - self.out ** 2)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "A + 1", "note": "a sign: A(1 + A) instead of A(1 - A)", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        A = self.A
        return dA * A * (1 + A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "first batch for ever", "note": "stores the output of the first forward pass only", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        A = sigmoid(Z)
        if not hasattr(self, "A"):
            self.A = A
        return A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "divided by m", "note": "a factor 1/m once more in backward", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        m = dA.shape[1]
        return 1 / m * dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "n needed to build it", "note": "__init__ wants a number of units, SigmoidLayer() stops with a TypeError", "code": '''
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
    {"exercise": "SigmoidLayer", "right": False, "name": "output never stored", "note": "A is a local name in forward; backward reads self.A and stops", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        A = sigmoid(Z)
        return A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "matrix product", "note": "@ instead of *, the shapes do not fit unless they are square", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        return dA @ (self.A * (1 - self.A))
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "missing self", "note": "forward has no self, TypeError", "code": '''
class SigmoidLayer:
    def forward(Z):
        A = 1 / (1 + np.exp(-Z))
        return A

    def backward(self, dA):
        A = self.forward(dA)
        return dA * A * (1 - A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "math.exp on an array", "note": "math.exp takes no arrays of several entries", "code": '''
import math


class SigmoidLayer:
    def forward(self, Z):
        self.A = 1 / (1 + math.exp(-Z))
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)
'''},
    {"exercise": "SigmoidLayer", "right": False, "name": "backward of the whole network", "note": "takes dA for the labels: returns A - dA, the short formula of the output layer", "code": '''
class SigmoidLayer:
    def forward(self, Z):
        self.A = sigmoid(Z)
        return self.A

    def backward(self, dA):
        return self.A - dA
'''},
]
