"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- linear_stack
    {"exercise": "linear_stack", "right": True, "name": "identity and loop", "note": "", "code": '''
def linear_stack(weights):
    W = np.eye(weights[0].shape[1])
    for M in weights:
        W = M @ W
    return W
'''},
    {"exercise": "linear_stack", "right": True, "name": "reduce from the last", "note": "", "code": '''
from functools import reduce

def linear_stack(weights):
    start = np.identity(len(weights[-1]))
    return reduce(np.matmul, reversed(weights), start)
'''},
    {"exercise": "linear_stack", "right": True, "name": "recursion", "note": "", "code": '''
def linear_stack(weights):
    if len(weights) == 1:
        return weights[0].copy()
    return np.dot(linear_stack(weights[1:]), weights[0])
'''},
    {"exercise": "linear_stack", "right": True, "name": "multi_dot with a special case", "note": "", "code": '''
def linear_stack(weights):
    backwards = weights[::-1]
    if len(backwards) < 2:
        return np.array(backwards[0])
    return np.linalg.multi_dot(backwards)
'''},
    {"exercise": "linear_stack", "right": True, "name": "unit vectors one by one", "note": "", "code": '''
def linear_stack(weights):
    n0 = weights[0].shape[1]
    columns = []
    for j in range(n0):
        a = np.zeros(n0)
        a[j] = 1.0
        for w in weights:
            a = w.dot(a)
        columns.append(a)
    return np.stack(columns, axis=1)
'''},
    {"exercise": "linear_stack", "right": True, "name": "einsum and index loop", "note": "", "code": '''
def linear_stack(weights):
    total = weights[0].astype(float)
    k = 1
    while k < len(weights):
        total = np.einsum("ij,jk->ik", weights[k], total)
        k += 1
    return total
'''},
    {"exercise": "linear_stack", "right": False, "name": "first on the left", "note": "multiplies in the order of the list, so the first matrix stands on the left; shapes often do not fit, square ones give a wrong matrix", "code": '''
def linear_stack(weights):
    W = weights[0].copy()
    for M in weights[1:]:
        W = W @ M
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "star for at", "note": "multiplies entry by entry instead of the matrix product", "code": '''
def linear_stack(weights):
    result = 1.0
    for w in weights:
        result = w * result
    return result
'''},
    {"exercise": "linear_stack", "right": False, "name": "transposed at the end", "note": "returns the transpose of the product", "code": '''
def linear_stack(weights):
    W = np.eye(weights[0].shape[1])
    for M in weights:
        W = M @ W
    return W.T
'''},
    {"exercise": "linear_stack", "right": False, "name": "first and last only", "note": "multiplies the last matrix by the first and forgets those between; a single matrix is multiplied by itself or stops", "code": '''
def linear_stack(weights):
    first, last = weights[0], weights[-1]
    return last @ first
'''},
    {"exercise": "linear_stack", "right": False, "name": "multi_dot always", "note": "np.linalg.multi_dot needs at least two matrices, so a list of one matrix stops with an exception", "code": '''
def linear_stack(weights):
    return np.linalg.multi_dot(weights[::-1])
'''},
    {"exercise": "linear_stack", "right": False, "name": "range stops early", "note": "the loop leaves out the last matrix", "code": '''
def linear_stack(weights):
    W = weights[0].copy()
    for i in range(1, len(weights) - 1):
        W = weights[i] @ W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "down to 1 only", "note": "walks from the end down to index 1 and never multiplies by the first matrix", "code": '''
def linear_stack(weights):
    L = len(weights)
    W = np.eye(weights[L - 1].shape[0])
    for l in range(L - 1, 0, -1):
        W = W @ weights[l]
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "reverses the list in place", "note": "the list of the caller is turned around", "code": '''
def linear_stack(weights):
    weights.reverse()
    W = weights[0].copy()
    for M in weights[1:]:
        W = W @ M
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "pops the list empty", "note": "takes the matrices out of the caller's list", "code": '''
def linear_stack(weights):
    W = weights.pop(0)
    while weights:
        W = weights.pop(0) @ W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "writes the products into the list", "note": "stores the partial products in the caller's list", "code": '''
def linear_stack(weights):
    for i in range(len(weights) - 1):
        weights[i + 1] = weights[i + 1] @ weights[i]
    return weights[-1].copy()
'''},
    {"exercise": "linear_stack", "right": False, "name": "ReLU in between", "note": "cuts negative numbers after each layer, though there is no activation here", "code": '''
def linear_stack(weights):
    W = np.eye(weights[0].shape[1])
    for M in weights:
        W = np.maximum(0, M @ W)
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "return inside the loop", "note": "the return is indented too far, so only the first two matrices are multiplied; one matrix gives None", "code": '''
def linear_stack(weights):
    W = weights[0]
    for M in weights[1:]:
        W = M @ W
        return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "three layers as in the example", "note": "hard-codes three matrices: fewer give an IndexError, more are ignored", "code": '''
def linear_stack(weights):
    return weights[2] @ weights[1] @ weights[0]
'''},
    {"exercise": "linear_stack", "right": False, "name": "identity of the wrong size", "note": "starts with an identity with as many rows as the first matrix has, which stops unless that matrix is square", "code": '''
def linear_stack(weights):
    prod = np.eye(weights[0].shape[0])
    for w in weights:
        prod = np.dot(w, prod)
    return prod
'''},
    {"exercise": "linear_stack", "right": False, "name": "first one twice", "note": "starts from the first matrix and multiplies by it again", "code": '''
def linear_stack(weights):
    W = weights[0]
    for M in weights:
        W = M.dot(W)
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "np.prod", "note": "np.prod multiplies single numbers, and matrices of different shapes cannot be put into one array", "code": '''
def linear_stack(weights):
    return np.prod(np.array(weights[::-1]), axis=0)
'''},
    {"exercise": "linear_stack", "right": False, "name": "squeezed", "note": "drops axes of length one, so a single row or column loses its shape", "code": '''
def linear_stack(weights):
    W = np.eye(weights[0].shape[1])
    for M in weights:
        W = M @ W
    return np.squeeze(W)
'''},
    {"exercise": "linear_stack", "right": False, "name": "whole-number buffer", "note": "collects the product in an array of whole numbers, so decimals are cut off", "code": '''
def linear_stack(weights):
    W = weights[0].copy()
    for M in weights[1:]:
        rows, inner = M.shape
        cols = W.shape[1]
        new = np.zeros((rows, cols), dtype=int)
        for i in range(rows):
            for j in range(cols):
                new[i, j] = sum(M[i, k] * W[k, j] for k in range(inner))
        W = new
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "default list remembers", "note": "collects the matrices in a default argument that survives the call, so the second call has the old ones too", "code": '''
def linear_stack(weights, layers=[]):
    for w in weights:
        layers.insert(0, w)
    W = layers[0].copy()
    for w in layers[1:]:
        W = W @ w
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "printed only", "note": "prints the matrix and returns nothing", "code": '''
def linear_stack(weights):
    W = np.eye(weights[0].shape[1])
    for M in weights:
        W = M @ W
    print(W)
'''},
    {"exercise": "linear_stack", "right": False, "name": "sum of the layers", "note": "adds the matrices instead of multiplying them; different shapes stop or broadcast", "code": '''
def linear_stack(weights):
    W = np.zeros(weights[0].shape)
    for M in weights:
        W = W + M
    return W
'''},

    # ---------------------------------------------------------------- relu
    {"exercise": "relu", "right": True, "name": "np.maximum", "note": "", "code": '''
def relu(z):
    return np.maximum(0, z)
'''},
    {"exercise": "relu", "right": True, "name": "half of z plus its size", "note": "", "code": '''
def relu(z):
    z = np.asarray(z, dtype=float)
    return (z + np.abs(z)) / 2
'''},
    {"exercise": "relu", "right": True, "name": "mask on a copy", "note": "", "code": '''
def relu(z):
    out = np.array(z, dtype=float)
    out[out < 0] = 0.0
    return out
'''},
    {"exercise": "relu", "right": True, "name": "times the condition", "note": "", "code": '''
def relu(z):
    positive = z > 0
    return z * positive
'''},
    {"exercise": "relu", "right": True, "name": "flat loop", "note": "", "code": '''
def relu(z):
    arr = np.asarray(z)
    values = []
    for v in arr.ravel():
        if v > 0:
            values.append(float(v))
        else:
            values.append(0.0)
    return np.array(values).reshape(arr.shape)
'''},
    {"exercise": "relu", "right": True, "name": "clip from below", "note": "", "code": '''
def relu(z):
    if np.ndim(z) == 0:
        return max(0.0, float(z))
    return np.clip(z, 0, None)
'''},
    {"exercise": "relu", "right": False, "name": "minimum", "note": "keeps the negative numbers instead of the positive ones", "code": '''
def relu(z):
    return np.minimum(0, z)
'''},
    {"exercise": "relu", "right": False, "name": "np.max", "note": "np.max takes the second argument as an axis and stops", "code": '''
def relu(z):
    return np.max(0, z)
'''},
    {"exercise": "relu", "right": False, "name": "Python max", "note": "max of Python cannot compare a whole array, so only single numbers work", "code": '''
def relu(z):
    return max(0, z)
'''},
    {"exercise": "relu", "right": False, "name": "absolute value", "note": "negative numbers become positive instead of 0", "code": '''
def relu(z):
    return np.abs(z)
'''},
    {"exercise": "relu", "right": False, "name": "asarray, then in place", "note": "np.asarray makes no copy, so the array of the caller loses its negative numbers", "code": '''
def relu(z):
    z = np.asarray(z)
    z[z < 0] = 0
    return z
'''},
    {"exercise": "relu", "right": False, "name": "copy of a number", "note": "a plain number has no copy(), so single numbers stop", "code": '''
def relu(z):
    a = z.copy()
    a[a <= 0] = 0
    return a
'''},
    {"exercise": "relu", "right": False, "name": "leaky", "note": "lets one hundredth of negative numbers through", "code": '''
def relu(z):
    return np.where(np.asarray(z) > 0, z, 0.01 * np.asarray(z))
'''},
    {"exercise": "relu", "right": False, "name": "step instead of ramp", "note": "returns 1 for positive numbers instead of the number", "code": '''
def relu(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
'''},
    {"exercise": "relu", "right": False, "name": "vectorized max with a whole-number 0", "note": "np.vectorize takes the type from the first entry; if that is the whole number 0, all decimals are cut off", "code": '''
def relu(z):
    f = np.vectorize(lambda t: max(0, t))
    return f(z)
'''},
    {"exercise": "relu", "right": False, "name": "two loops for two axes", "note": "works for matrices only; a number or a vector stops", "code": '''
def relu(z):
    n, m = z.shape
    a = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            if z[i, j] > 0:
                a[i, j] = z[i, j]
    return a
'''},
    {"exercise": "relu", "right": False, "name": "only the positive ones", "note": "picks the positive numbers out, so the shape is lost", "code": '''
def relu(z):
    z = np.asarray(z)
    return z[z > 0]
'''},
    {"exercise": "relu", "right": False, "name": "clip to one", "note": "also cuts off everything above 1", "code": '''
def relu(z):
    return np.clip(z, 0, 1)
'''},
    {"exercise": "relu", "right": False, "name": "softplus", "note": "uses the smooth relative of ReLU", "code": '''
def relu(z):
    return np.log(1 + np.exp(z))
'''},
    {"exercise": "relu", "right": False, "name": "integer half", "note": "halves with // and so rounds down", "code": '''
def relu(z):
    return (z + abs(z)) // 2
'''},
    {"exercise": "relu", "right": False, "name": "one decision for all", "note": "lets the whole array through if any entry is positive", "code": '''
def relu(z):
    if np.any(np.asarray(z) > 0):
        return np.array(z)
    return np.zeros(np.shape(z))
'''},
    {"exercise": "relu", "right": False, "name": "at least one axis", "note": "turns a single number into an array with one entry", "code": '''
def relu(z):
    z = np.atleast_1d(z)
    return np.maximum(z, 0)
'''},
    {"exercise": "relu", "right": False, "name": "buffer by shape", "note": "keeps one result array for each shape, so a later call overwrites the result of an earlier one", "code": '''
_buffers = {}

def relu(z):
    shape = np.shape(z)
    if shape not in _buffers:
        _buffers[shape] = np.zeros(shape)
    np.maximum(0.0, z, out=_buffers[shape])
    return _buffers[shape]
'''},
    {"exercise": "relu", "right": False, "name": "output and cache", "note": "returns a pair of the output and z, as in another course", "code": '''
def relu(z):
    A = np.maximum(0, z)
    cache = z
    return A, cache
'''},
    {"exercise": "relu", "right": False, "name": "rows as numbers", "note": "compares whole rows in an if, which stops for matrices, and cannot go through a single number", "code": '''
def relu(z):
    return np.array([x if x > 0 else 0.0 for x in z])
'''},
    {"exercise": "relu", "right": False, "name": "rounded to one decimal", "note": "rounds the output as printed in the example", "code": '''
def relu(z):
    return np.round(np.maximum(0, z), 1)
'''},

    # ---------------------------------------------------------------- relu_prime
    {"exercise": "relu_prime", "right": True, "name": "np.where", "note": "", "code": '''
def relu_prime(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
'''},
    {"exercise": "relu_prime", "right": True, "name": "heaviside", "note": "", "code": '''
def relu_prime(z):
    return np.heaviside(z, 0.0)
'''},
    {"exercise": "relu_prime", "right": True, "name": "condition as float", "note": "", "code": '''
def relu_prime(z):
    return (np.asarray(z) > 0).astype(float)
'''},
    {"exercise": "relu_prime", "right": True, "name": "sign of relu", "note": "", "code": '''
def relu_prime(z):
    return np.sign(relu(z))
'''},
    {"exercise": "relu_prime", "right": True, "name": "zeros, then ones", "note": "", "code": '''
def relu_prime(z):
    slope = np.zeros(np.shape(z))
    slope[np.asarray(z) > 0] = 1.0
    return slope
'''},
    {"exercise": "relu_prime", "right": True, "name": "vectorized helper", "note": "", "code": '''
def slope_of_one(t):
    if t > 0:
        return 1.0
    return 0.0

def relu_prime(z):
    return np.vectorize(slope_of_one, otypes=[float])(z)
'''},
    {"exercise": "relu_prime", "right": False, "name": "one at the kink", "note": "takes slope 1 at 0", "code": '''
def relu_prime(z):
    return np.where(np.asarray(z) >= 0, 1.0, 0.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "half at the kink", "note": "takes slope 0.5 at 0", "code": '''
def relu_prime(z):
    return np.heaviside(z, 0.5)
'''},
    {"exercise": "relu_prime", "right": False, "name": "heaviside with one argument", "note": "np.heaviside needs the value at 0 as well and stops", "code": '''
def relu_prime(z):
    return np.heaviside(z)
'''},
    {"exercise": "relu_prime", "right": False, "name": "astype of a plain condition", "note": "for a plain number the condition is a Python bool and has no astype", "code": '''
def relu_prime(z):
    return (z > 0).astype(float)
'''},
    {"exercise": "relu_prime", "right": False, "name": "if on an array", "note": "an if cannot decide for a whole array; only single numbers work", "code": '''
def relu_prime(z):
    if z > 0:
        return 1.0
    else:
        return 0.0
'''},
    {"exercise": "relu_prime", "right": False, "name": "sign", "note": "negative numbers get slope -1", "code": '''
def relu_prime(z):
    return np.sign(z)
'''},
    {"exercise": "relu_prime", "right": False, "name": "relu over z", "note": "divides by z, which gives nan at 0", "code": '''
def relu_prime(z):
    z = np.asarray(z, dtype=float)
    return relu(z) / z
'''},
    {"exercise": "relu_prime", "right": False, "name": "relu again", "note": "returns the function, not its slope", "code": '''
def relu_prime(z):
    z = np.asarray(z)
    return np.where(z > 0, z, 0.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "forward difference", "note": "a step of 0.001 to the right gives 1 at the kink and a fraction just below it", "code": '''
def relu_prime(z):
    h = 1e-3
    z = np.asarray(z)
    return (relu(z + h) - relu(z)) / h
'''},
    {"exercise": "relu_prime", "right": False, "name": "central difference", "note": "a step to both sides gives 0.5 at the kink and rounding errors near it", "code": '''
def relu_prime(z):
    eps = 1e-4
    up = relu(np.asarray(z) + eps)
    down = relu(np.asarray(z) - eps)
    return (up - down) / (2 * eps)
'''},
    {"exercise": "relu_prime", "right": False, "name": "small tolerance", "note": "treats small positive numbers as 0", "code": '''
def relu_prime(z):
    return (np.asarray(z) > 1e-3) * 1.0
'''},
    {"exercise": "relu_prime", "right": False, "name": "clip", "note": "numbers between 0 and 1 stay as they are", "code": '''
def relu_prime(z):
    return np.clip(z, 0.0, 1.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "overwrites z", "note": "writes the slopes into the caller's array", "code": '''
def relu_prime(z):
    z = np.asarray(z)
    z[z > 0] = 1
    z[z <= 0] = 0
    return z
'''},
    {"exercise": "relu_prime", "right": False, "name": "negatives left as they are", "note": "copies z and sets only the positive entries", "code": '''
def relu_prime(z):
    d = np.array(z, dtype=float)
    d[d > 0] = 1.0
    return d
'''},
    {"exercise": "relu_prime", "right": False, "name": "condition turned around", "note": "gives 1 to the negative numbers", "code": '''
def relu_prime(z):
    return 1.0 * (np.asarray(z) < 0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "float of an array", "note": "float() takes a single number only and stops for arrays", "code": '''
def relu_prime(z):
    return float(z > 0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "np.gradient", "note": "takes differences between neighbouring entries; matrices give several arrays, and an axis with one entry stops", "code": '''
def relu_prime(z):
    return np.gradient(relu(z))
'''},
    {"exercise": "relu_prime", "right": False, "name": "above one", "note": "compares with 1 instead of 0", "code": '''
def relu_prime(z):
    z = np.array(z)
    return np.where(z > 1, 1.0, 0.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "slope of the mean", "note": "gives one number for the whole array", "code": '''
def relu_prime(z):
    slopes = (np.asarray(z) > 0) * 1.0
    return np.mean(slopes)
'''},
    {"exercise": "relu_prime", "right": False, "name": "whole numbers first", "note": "makes whole numbers before comparing, so numbers between 0 and 1 count as 0", "code": '''
def relu_prime(z):
    z = np.asarray(z).astype(int)
    return np.where(z > 0, 1.0, 0.0)
'''},

    # ---------------------------------------------------------------- relu_backward
    {"exercise": "relu_backward", "right": True, "name": "times the condition", "note": "", "code": '''
def relu_backward(dA, Z):
    return dA * (Z > 0)
'''},
    {"exercise": "relu_backward", "right": True, "name": "with relu_prime", "note": "", "code": '''
def relu_backward(dA, Z):
    slope = relu_prime(Z)
    return np.multiply(dA, slope)
'''},
    {"exercise": "relu_backward", "right": True, "name": "copy and mask", "note": "", "code": '''
def relu_backward(dA, Z):
    dZ = np.array(dA, copy=True)
    dZ[Z <= 0] = 0
    return dZ
'''},
    {"exercise": "relu_backward", "right": True, "name": "double loop", "note": "", "code": '''
def relu_backward(dA, Z):
    n, m = Z.shape
    grad = np.zeros((n, m))
    for unit in range(n):
        for example in range(m):
            if Z[unit, example] > 0:
                grad[unit, example] = dA[unit, example]
    return grad
'''},
    {"exercise": "relu_backward", "right": True, "name": "Jacobian of each example", "note": "", "code": '''
def relu_backward(dA, Z):
    columns = []
    for i in range(Z.shape[1]):
        J = np.diag(np.where(Z[:, i] > 0, 1.0, 0.0))
        columns.append(J @ dA[:, i])
    return np.column_stack(columns)
'''},
    {"exercise": "relu_backward", "right": True, "name": "einsum with sign of relu", "note": "", "code": '''
def relu_backward(dA, Z):
    gate = np.sign(np.maximum(Z, 0))
    return np.einsum("ij,ij->ij", dA, gate)
'''},
    {"exercise": "relu_backward", "right": False, "name": "open at zero", "note": "lets the gradient through where Z is exactly 0", "code": '''
def relu_backward(dA, Z):
    return np.where(Z >= 0, dA, 0.0)
'''},
    {"exercise": "relu_backward", "right": False, "name": "gate from dA", "note": "lets through where dA is positive and does not look at Z", "code": '''
def relu_backward(dA, Z):
    return dA * (dA > 0)
'''},
    {"exercise": "relu_backward", "right": False, "name": "both signs", "note": "asks for dA and Z to be positive, so negative gradients are lost", "code": '''
def relu_backward(dA, Z):
    return np.where((Z > 0) & (dA > 0), dA, 0.0)
'''},
    {"exercise": "relu_backward", "right": False, "name": "missing brackets", "note": "without brackets the product is formed first and then compared with 0", "code": '''
def relu_backward(dA, Z):
    return dA * Z > 0
'''},
    {"exercise": "relu_backward", "right": False, "name": "times relu", "note": "multiplies by the output instead of the slope", "code": '''
def relu_backward(dA, Z):
    return dA * relu(Z)
'''},
    {"exercise": "relu_backward", "right": False, "name": "matrix product", "note": "uses @ for the product entry by entry, which stops unless the shape is square", "code": '''
def relu_backward(dA, Z):
    return dA @ relu_prime(Z)
'''},
    {"exercise": "relu_backward", "right": False, "name": "matrix product with transpose", "note": "transposes to make the matrix product fit and gets shape (n, n)", "code": '''
def relu_backward(dA, Z):
    return np.dot(dA, relu_prime(Z).T)
'''},
    {"exercise": "relu_backward", "right": False, "name": "over m", "note": "divides by the number of examples again", "code": '''
def relu_backward(dA, Z):
    m = Z.shape[1]
    return dA * (Z > 0) / m
'''},
    {"exercise": "relu_backward", "right": False, "name": "zeros written into dA", "note": "changes the gradient that the caller gave", "code": '''
def relu_backward(dA, Z):
    dA[Z <= 0] = 0
    return dA
'''},
    {"exercise": "relu_backward", "right": False, "name": "function without call", "note": "multiplies by the function relu_prime itself and stops", "code": '''
def relu_backward(dA, Z):
    dZ = dA * relu_prime
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "zeros like a whole-number Z", "note": "the result has the type of Z, so with whole numbers in Z the decimals of dA are cut off", "code": '''
def relu_backward(dA, Z):
    dZ = np.zeros_like(Z)
    open_gate = Z > 0
    dZ[open_gate] = dA[open_gate]
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "rest of Z", "note": "puts Z instead of 0 where the gate is closed", "code": '''
def relu_backward(dA, Z):
    return np.where(Z > 0, dA, Z)
'''},
    {"exercise": "relu_backward", "right": False, "name": "arguments swapped", "note": "passes Z through where dA is positive", "code": '''
def relu_backward(dA, Z):
    return Z * relu_prime(dA)
'''},
    {"exercise": "relu_backward", "right": False, "name": "if on arrays", "note": "a conditional expression cannot decide for a whole array", "code": '''
def relu_backward(dA, Z):
    return dA if Z > 0 else 0 * dA
'''},
    {"exercise": "relu_backward", "right": False, "name": "index order", "note": "examples and units are exchanged in the loops, which stops unless the shape is square", "code": '''
def relu_backward(dA, Z):
    n, m = dA.shape
    dZ = np.zeros((n, m))
    for i in range(m):
        for j in range(n):
            if Z[i, j] > 0:
                dZ[i, j] = dA[i, j]
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "gate of the first example", "note": "uses the first example's gate for all examples", "code": '''
def relu_backward(dA, Z):
    gate = (Z[:, :1] > 0).astype(float)
    return dA * gate
'''},
    {"exercise": "relu_backward", "right": False, "name": "summed over examples", "note": "adds up the examples as for a bias gradient", "code": '''
def relu_backward(dA, Z):
    dZ = dA * relu_prime(Z)
    return np.sum(dZ, axis=1, keepdims=True)
'''},
    {"exercise": "relu_backward", "right": False, "name": "small name", "note": "writes da for dA, a name that is not there", "code": '''
def relu_backward(dA, Z):
    dZ = da * np.where(Z > 0, 1, 0)
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "flat list of open gates", "note": "returns only the entries with an open gate, without the zeros", "code": '''
def relu_backward(dA, Z):
    return dA[Z > 0]
'''},
    {"exercise": "relu_backward", "right": False, "name": "minus sign", "note": "turns the gradient around as if for a descent step", "code": '''
def relu_backward(dA, Z):
    return -dA * relu_prime(Z)
'''},

    # ---------------------------------------------------------------- inactive_units
    {"exercise": "inactive_units", "right": True, "name": "comparison", "note": "", "code": '''
def inactive_units(Z):
    return Z <= 0
'''},
    {"exercise": "inactive_units", "right": True, "name": "output is zero", "note": "", "code": '''
def inactive_units(Z):
    A = relu(Z)
    return A == 0
'''},
    {"exercise": "inactive_units", "right": True, "name": "not active", "note": "", "code": '''
def inactive_units(Z):
    active = np.greater(Z, 0)
    return np.logical_not(active)
'''},
    {"exercise": "inactive_units", "right": True, "name": "one minus slope", "note": "", "code": '''
def inactive_units(Z):
    return (1 - relu_prime(Z)).astype(int)
'''},
    {"exercise": "inactive_units", "right": True, "name": "rows and columns", "note": "", "code": '''
def inactive_units(Z):
    n, m = Z.shape
    mask = np.ones((n, m), dtype=bool)
    for i in range(n):
        for j in range(m):
            if Z[i, j] > 0:
                mask[i, j] = False
    return mask
'''},
    {"exercise": "inactive_units", "right": True, "name": "nested comprehension", "note": "", "code": '''
def is_off(number):
    return number < 0 or number == 0

def inactive_units(Z):
    return np.array([[bool(is_off(v)) for v in row] for row in Z])
'''},
    {"exercise": "inactive_units", "right": False, "name": "zero forgotten", "note": "a unit at exactly 0 is not marked", "code": '''
def inactive_units(Z):
    return Z < 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "active ones", "note": "marks the active units instead", "code": '''
def inactive_units(Z):
    return Z > 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "pre-activation is zero", "note": "looks for zeros in Z instead of in the output", "code": '''
def inactive_units(Z):
    return Z == 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "not", "note": "the word not cannot be used on a whole array and stops", "code": '''
def inactive_units(Z):
    return not Z > 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "chained with True", "note": "the chain of comparisons asks a whole array for its truth and stops; with a single inactive entry the answer is False", "code": '''
def inactive_units(Z):
    return Z <= 0 == True
'''},
    {"exercise": "inactive_units", "right": False, "name": "tilde on numbers", "note": "turns the mask into 0 and 1 first, and the tilde of these is -1 and -2", "code": '''
def inactive_units(Z):
    active = (Z > 0).astype(int)
    return ~active
'''},
    {"exercise": "inactive_units", "right": False, "name": "positions", "note": "returns the indices of the inactive entries instead of a mask", "code": '''
def inactive_units(Z):
    return np.argwhere(Z <= 0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "where without values", "note": "np.where with the condition alone gives a tuple of indices", "code": '''
def inactive_units(Z):
    return np.where(Z <= 0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "where with one value", "note": "np.where needs both values or none and stops", "code": '''
def inactive_units(Z):
    return np.where(relu(Z) == 0, True)
'''},
    {"exercise": "inactive_units", "right": False, "name": "already for all examples", "note": "answers for the unit over all examples, with one entry a unit", "code": '''
def inactive_units(Z):
    return np.all(Z <= 0, axis=1)
'''},
    {"exercise": "inactive_units", "right": False, "name": "one example a row", "note": "returns the mask transposed", "code": '''
def inactive_units(Z):
    return (Z.T <= 0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "zeros with two arguments", "note": "gives the shape to np.zeros without brackets, so the second number is taken for a type", "code": '''
def inactive_units(Z):
    n, m = Z.shape
    out = np.zeros(n, m)
    for i in range(n):
        for j in range(m):
            out[i, j] = Z[i, j] <= 0
    return out
'''},
    {"exercise": "inactive_units", "right": False, "name": "whole numbers first", "note": "cuts off decimals, so small positive numbers count as inactive", "code": '''
def inactive_units(Z):
    return Z.astype(int) <= 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "rounded output", "note": "rounds the output to whole numbers before it looks for zeros", "code": '''
def inactive_units(Z):
    A = np.round(np.maximum(Z, 0))
    return A == 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "output below zero", "note": "asks if the output of ReLU is negative, which never happens", "code": '''
def inactive_units(Z):
    return relu(Z) < 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "not of the numbers", "note": "takes logical_not of the numbers, which is True for exact zeros alone", "code": '''
def inactive_units(Z):
    return np.logical_not(Z)
'''},
    {"exercise": "inactive_units", "right": False, "name": "last example left out", "note": "the inner loop stops one column early", "code": '''
def inactive_units(Z):
    mask = np.zeros(Z.shape, dtype=bool)
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1] - 1):
            mask[i, j] = Z[i, j] <= 0
    return mask
'''},
    {"exercise": "inactive_units", "right": False, "name": "flat list", "note": "collects the answers in one long row", "code": '''
def inactive_units(Z):
    answer = []
    for row in Z:
        for z in row:
            answer.append(z <= 0)
    return np.array(answer)
'''},
    {"exercise": "inactive_units", "right": False, "name": "marks inside Z", "note": "writes the marks into the caller's array", "code": '''
def inactive_units(Z):
    off = Z <= 0
    Z[off] = 1
    Z[~off] = 0
    return Z == 1
'''},
    {"exercise": "inactive_units", "right": False, "name": "one if for a row", "note": "compares a whole row in an if and stops unless there is a single example, and then the column is lost", "code": '''
def inactive_units(Z):
    result = []
    for unit in Z:
        if unit <= 0:
            result.append(True)
        else:
            result.append(False)
    return np.array(result)
'''},

    # ---------------------------------------------------------------- dead_units
    {"exercise": "dead_units", "right": True, "name": "np.all along examples", "note": "", "code": '''
def dead_units(Z):
    return np.all(Z <= 0, axis=1)
'''},
    {"exercise": "dead_units", "right": True, "name": "largest is not positive", "note": "", "code": '''
def dead_units(Z):
    return Z.max(axis=1) <= 0
'''},
    {"exercise": "dead_units", "right": True, "name": "outputs add up to zero", "note": "", "code": '''
def dead_units(Z):
    total = np.sum(relu(Z), axis=-1)
    return total == 0
'''},
    {"exercise": "dead_units", "right": True, "name": "loop with a flag", "note": "", "code": '''
def dead_units(Z):
    n, m = Z.shape
    dead = np.zeros(n, dtype=bool)
    for i in range(n):
        alive = False
        for j in range(m):
            if Z[i, j] > 0:
                alive = True
                break
        dead[i] = not alive
    return dead
'''},
    {"exercise": "dead_units", "right": True, "name": "strike out the living", "note": "", "code": '''
def dead_units(Z):
    units, examples = np.nonzero(Z > 0)
    dead = np.full(len(Z), True)
    dead[units] = False
    return dead
'''},
    {"exercise": "dead_units", "right": True, "name": "count inactive examples", "note": "", "code": '''
def dead_units(Z):
    asleep = np.count_nonzero(inactive_units(Z), axis=1)
    return np.equal(asleep, Z.shape[1])
'''},
    {"exercise": "dead_units", "right": False, "name": "any for all", "note": "one inactive example is enough to call the unit dead", "code": '''
def dead_units(Z):
    return np.any(Z <= 0, axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "along units", "note": "takes the wrong axis, one entry an example", "code": '''
def dead_units(Z):
    return inactive_units(Z).all(axis=0)
'''},
    {"exercise": "dead_units", "right": False, "name": "strictly negative", "note": "a zero keeps the unit alive", "code": '''
def dead_units(Z):
    return np.max(Z, axis=1) < 0
'''},
    {"exercise": "dead_units", "right": False, "name": "sum of Z", "note": "adds up the pre-activations, so one very negative example outweighs positive ones", "code": '''
def dead_units(Z):
    return np.sum(Z, axis=1) <= 0
'''},
    {"exercise": "dead_units", "right": False, "name": "no axis", "note": "one answer for the whole layer", "code": '''
def dead_units(Z):
    return np.all(inactive_units(Z))
'''},
    {"exercise": "dead_units", "right": False, "name": "smallest", "note": "looks at the smallest pre-activation of a unit", "code": '''
def dead_units(Z):
    lowest = np.min(Z, axis=1)
    return lowest <= 0
'''},
    {"exercise": "dead_units", "right": False, "name": "column kept", "note": "keeps the axis, so the shape is (n, 1)", "code": '''
def dead_units(Z):
    return np.all(Z <= 0, axis=1, keepdims=True)
'''},
    {"exercise": "dead_units", "right": False, "name": "numbers of the dead", "note": "returns the row numbers of the dead units instead of a mask", "code": '''
def dead_units(Z):
    dead = np.all(Z <= 0, axis=1)
    return np.where(dead)[0]
'''},
    {"exercise": "dead_units", "right": False, "name": "builtin all", "note": "all of Python asks whole rows for their truth and stops", "code": '''
def dead_units(Z):
    return all(Z <= 0)
'''},
    {"exercise": "dead_units", "right": False, "name": "axis two", "note": "counts axes from 1 and asks for one that is not there", "code": '''
def dead_units(Z):
    return np.all(Z <= 0, axis=2)
'''},
    {"exercise": "dead_units", "right": False, "name": "n and m mixed up", "note": "compares the count of inactive examples with the number of units", "code": '''
def dead_units(Z):
    count = inactive_units(Z).sum(axis=1)
    return count == Z.shape[0]
'''},
    {"exercise": "dead_units", "right": False, "name": "flag set once", "note": "the flag is not set back for the next unit, so after the first living unit all count as alive", "code": '''
def dead_units(Z):
    result = []
    dead = True
    for row in Z:
        for z in row:
            if z > 0:
                dead = False
        result.append(dead)
    return np.array(result)
'''},
    {"exercise": "dead_units", "right": False, "name": "last example decides", "note": "each example overwrites the answer, so only the last one counts", "code": '''
def dead_units(Z):
    dead = np.zeros(Z.shape[0], dtype=bool)
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1]):
            if Z[i, j] <= 0:
                dead[i] = True
            else:
                dead[i] = False
    return dead
'''},
    {"exercise": "dead_units", "right": False, "name": "squeezed", "note": "squeeze takes away the last axis too if there is a single unit", "code": '''
def dead_units(Z):
    dead = np.all(Z <= 0, axis=1, keepdims=True)
    return dead.squeeze()
'''},
    {"exercise": "dead_units", "right": False, "name": "mostly asleep", "note": "more than half of the examples inactive counts as dead", "code": '''
def dead_units(Z):
    return np.mean(Z <= 0, axis=1) > 0.5
'''},
    {"exercise": "dead_units", "right": False, "name": "product of outputs", "note": "the product is 0 as soon as one output is 0", "code": '''
def dead_units(Z):
    return np.prod(relu(Z), axis=1) == 0
'''},
    {"exercise": "dead_units", "right": False, "name": "columns as units", "note": "takes the number of columns for the number of units, which stops if there are more examples than units and drops units if there are fewer", "code": '''
def dead_units(Z):
    m, n = Z.shape
    dead = np.ones(n, dtype=bool)
    for i in range(n):
        if np.any(Z[i, :] > 0):
            dead[i] = False
    return dead
'''},
    {"exercise": "dead_units", "right": False, "name": "alive units", "note": "marks the units that are alive", "code": '''
def dead_units(Z):
    return (relu(Z) > 0).any(axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "append on an array", "note": "NumPy arrays have no append and the code stops", "code": '''
def dead_units(Z):
    dead = np.array([])
    for unit in Z:
        dead.append(np.all(unit <= 0))
    return dead
'''},
    {"exercise": "dead_units", "right": False, "name": "all, then compare", "note": "all is taken of the numbers and not of the condition", "code": '''
def dead_units(Z):
    return Z.all(axis=1) <= 0
'''},
    {"exercise": "dead_units", "right": False, "name": "method with the condition", "note": "gives the condition to the method all of Z, which takes it for the axis and stops", "code": '''
def dead_units(Z):
    return Z.all(Z <= 0, axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "small outputs count as none", "note": "a unit with small outputs is called dead", "code": '''
def dead_units(Z):
    return relu(Z).mean(axis=1) < 0.1
'''},

    # ---------------------------------------------------------------- tanh_prime
    {"exercise": "tanh_prime", "right": True, "name": "from the formula", "note": "", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": True, "name": "cosh", "note": "", "code": '''
def tanh_prime(z):
    c = np.cosh(z)
    return 1.0 / (c * c)
'''},
    {"exercise": "tanh_prime", "right": True, "name": "two factors", "note": "", "code": '''
def tanh_prime(z):
    t = np.tanh(np.asarray(z, dtype=float))
    return (1 - t) * (1 + t)
'''},
    {"exercise": "tanh_prime", "right": True, "name": "math and vectorize", "note": "", "code": '''
import math

def tanh_prime(z):
    def single(x):
        t = math.tanh(x)
        return 1.0 - t * t
    return np.vectorize(single, otypes=[float])(z)
'''},
    {"exercise": "tanh_prime", "right": True, "name": "sigmoid of twice z", "note": "", "code": '''
def _sigma(x):
    return 1 / (1 + np.exp(-x))

def tanh_prime(z):
    s = _sigma(2.0 * np.asarray(z))
    return 4 * s * (1 - s)
'''},
    {"exercise": "tanh_prime", "right": True, "name": "exponentials of the size", "note": "", "code": '''
def tanh_prime(z):
    e = np.exp(-2 * np.abs(z))
    return np.divide(4 * e, np.square(1 + e))
'''},
    {"exercise": "tanh_prime", "right": False, "name": "square inside", "note": "squares z before tanh", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(np.asarray(z) ** 2)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "square outside", "note": "squares the whole difference", "code": '''
def tanh_prime(z):
    return (1 - np.tanh(z)) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "no square", "note": "forgets the square", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(z)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "as for the sigmoid", "note": "uses value times one minus value, which belongs to the sigmoid", "code": '''
def tanh_prime(z):
    t = np.tanh(z)
    return t * (1 - t)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "hat for power", "note": "the hat is not a power in Python and stops for decimals", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(z)^2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "math.tanh", "note": "math.tanh takes single numbers only and stops for arrays", "code": '''
import math

def tanh_prime(z):
    return 1 - math.tanh(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "np.sech", "note": "NumPy has no sech, so the code stops", "code": '''
def tanh_prime(z):
    return np.sech(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "plus for minus", "note": "adds the square", "code": '''
def tanh_prime(z):
    return 1 + np.tanh(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "z taken for its tanh", "note": "treats z as the output already", "code": '''
def tanh_prime(z):
    return 1 - np.square(z)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "one over cosh", "note": "forgets the square of cosh", "code": '''
def tanh_prime(z):
    return 1 / np.cosh(z)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "length of a number", "note": "loops over the length, which a plain number does not have, and matrices do not fit the vector of results", "code": '''
def tanh_prime(z):
    out = np.zeros(len(z))
    for i in range(len(z)):
        out[i] = 1 - np.tanh(z[i]) ** 2
    return out
'''},
    {"exercise": "tanh_prime", "right": False, "name": "rounded like the example", "note": "rounds to three decimals", "code": '''
def tanh_prime(z):
    return np.round(1 - np.tanh(z) ** 2, 3)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "coarse difference", "note": "takes a difference with the step 0.01 instead of the formula", "code": '''
def tanh_prime(z):
    h = 0.01
    return (np.tanh(np.asarray(z) + h) - np.tanh(z)) / h
'''},
    {"exercise": "tanh_prime", "right": False, "name": "tan", "note": "types tan instead of tanh", "code": '''
def tanh_prime(z):
    return 1 - np.tan(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "scalar product", "note": "multiplies tanh by itself with np.dot, which sums up vectors and stops for matrices that are not square", "code": '''
def tanh_prime(z):
    t = np.tanh(z)
    return 1 - np.dot(t, t)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "tanh stored in z", "note": "writes tanh into the caller's array", "code": '''
def tanh_prime(z):
    if np.ndim(z) == 0:
        return 1 - np.tanh(z) ** 2
    z[...] = np.tanh(z)
    return 1 - z ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "one exponent without the 2", "note": "mixes up the exponents in tanh written with exponentials", "code": '''
def tanh_prime(z):
    z = np.asarray(z)
    t = (np.exp(z) - 1) / (np.exp(z) + 1)
    return 1 - t ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "two for the square", "note": "multiplies by 2 instead of squaring", "code": '''
def tanh_prime(z):
    return 1 - 2 * np.tanh(z)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "shortcut for large numbers with if", "note": "wants to answer 0 for large numbers, but the if stops for arrays", "code": '''
def tanh_prime(z):
    if z > 20 or z < -20:
        return 0.0
    return 1 - np.tanh(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "flattened", "note": "loops over all numbers and does not restore the shape", "code": '''
def tanh_prime(z):
    slopes = [1 - np.tanh(x) ** 2 for x in np.ravel(z)]
    return np.array(slopes)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "turned difference", "note": "subtracts 1 from the square, so the sign is wrong", "code": '''
def tanh_prime(z):
    value = np.tanh(z)
    return value ** 2 - 1
'''},
]
