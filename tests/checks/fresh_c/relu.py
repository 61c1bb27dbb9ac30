"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- linear_stack
    {"exercise": "linear_stack", "right": True, "name": "loop from the left", "note": "", "code": '''
def linear_stack(weights):
    W = weights[0]
    for M in weights[1:]:
        W = M @ W
    return W
'''},
    {"exercise": "linear_stack", "right": True, "name": "multi_dot with a case for one", "note": "", "code": '''
def linear_stack(weights):
    if len(weights) == 1:
        return weights[0].copy()
    return np.linalg.multi_dot(weights[::-1])
'''},
    {"exercise": "linear_stack", "right": True, "name": "recursion", "note": "", "code": '''
def linear_stack(weights):
    first, rest = weights[0], weights[1:]
    if not rest:
        return np.array(first)
    return np.matmul(linear_stack(rest), first)
'''},
    {"exercise": "linear_stack", "right": True, "name": "einsum from the identity", "note": "", "code": '''
def linear_stack(weights):
    total = np.eye(weights[0].shape[1])
    for layer in weights:
        total = np.einsum("ij,jk->ik", layer, total)
    return total
'''},
    {"exercise": "linear_stack", "right": True, "name": "unit vectors through the layers", "note": "", "code": '''
def linear_stack(weights):
    n_in = weights[0].shape[1]
    columns = []
    for k in range(n_in):
        x = np.zeros(n_in)
        x[k] = 1.0
        for M in weights:
            x = M.dot(x)
        columns.append(x)
    return np.stack(columns, axis=1)
'''},
    {"exercise": "linear_stack", "right": True, "name": "three loops from the back", "note": "", "code": '''
def matmul_by_loops(P, Q):
    rows, inner, cols = P.shape[0], P.shape[1], Q.shape[1]
    out = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            for k in range(inner):
                out[i, j] += P[i, k] * Q[k, j]
    return out

def linear_stack(weights):
    result = weights[-1].astype(float)
    for M in reversed(weights[:-1]):
        result = matmul_by_loops(result, M)
    return result
'''},
    {"exercise": "linear_stack", "right": False, "name": "order of the list", "note": "multiplies the next matrix on the right instead of the left", "code": '''
def linear_stack(weights):
    W = weights[0]
    for M in weights[1:]:
        W = W @ M
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "multi_dot alone", "note": "multi_dot needs two matrices or more, so a single layer stops with an exception", "code": '''
def linear_stack(weights):
    return np.linalg.multi_dot(weights[::-1])
'''},
    {"exercise": "linear_stack", "right": False, "name": "star for at", "note": "multiplies entry by entry instead of as matrices", "code": '''
def linear_stack(weights):
    W = np.array(weights[0])
    for M in weights[1:]:
        W = M * W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "with ReLU in between", "note": "cuts negative entries off after each product", "code": '''
def linear_stack(weights):
    W = np.eye(weights[0].shape[1])
    for M in weights:
        W = np.maximum(0, M @ W)
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "last layer left out", "note": "the loop stops one layer too early", "code": '''
def linear_stack(weights):
    W = np.array(weights[0])
    for i in range(1, len(weights) - 1):
        W = weights[i] @ W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "return inside the loop", "note": "returns after the second layer, and nothing at all for a single layer", "code": '''
def linear_stack(weights):
    W = weights[0]
    for M in weights[1:]:
        W = M @ W
        return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "list turned round in place", "note": "the product is right but the caller's list is reversed afterwards", "code": '''
def linear_stack(weights):
    weights.reverse()
    W = weights[0].copy()
    for M in weights[1:]:
        W = W @ M
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "transposed result", "note": "gives back the transpose, shape (n_0, n_L)", "code": '''
def linear_stack(weights):
    W = weights[0].T
    for M in weights[1:]:
        W = W @ M.T
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "three layers as in the example", "note": "always multiplies exactly three matrices; fewer stop with an IndexError, more are ignored", "code": '''
def linear_stack(weights):
    return weights[2] @ weights[1] @ weights[0]
'''},
    {"exercise": "linear_stack", "right": False, "name": "all partial products", "note": "returns the list of the partial products instead of the last one", "code": '''
def linear_stack(weights):
    products = [weights[0]]
    for M in weights[1:]:
        products.append(M @ products[-1])
    return products
'''},
    {"exercise": "linear_stack", "right": False, "name": "list as default value", "note": "the default list keeps the layers of earlier calls", "code": '''
def linear_stack(weights, layers=[]):
    for M in weights:
        layers.append(M)
    W = np.eye(layers[0].shape[1])
    for M in layers:
        W = M @ W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "squeezed", "note": "drops axes of length 1, so one output unit or one input gives a wrong shape", "code": '''
def linear_stack(weights):
    W = weights[0]
    for M in weights[1:]:
        W = np.dot(M, W)
    return np.squeeze(W)
'''},
    {"exercise": "linear_stack", "right": False, "name": "np.dot with a star", "note": "np.dot takes two matrices; one or three stop with an exception", "code": '''
def linear_stack(weights):
    return np.dot(*weights[::-1])
'''},
    {"exercise": "linear_stack", "right": False, "name": "vector of ones", "note": "sends a vector of ones through and so returns the row sums of the matrix", "code": '''
def linear_stack(weights):
    x = np.ones((weights[0].shape[1], 1))
    for M in weights:
        x = M @ x
    return x
'''},
    {"exercise": "linear_stack", "right": False, "name": "sum not added up", "note": "the inner loop overwrites the entry, only the last term is kept", "code": '''
def linear_stack(weights):
    W = weights[0]
    for M in weights[1:]:
        new = np.zeros((M.shape[0], W.shape[1]))
        for i in range(M.shape[0]):
            for j in range(W.shape[1]):
                for k in range(M.shape[1]):
                    new[i, j] = M[i, k] * W[k, j]
        W = new
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "whole number array", "note": "the result is stored in an integer array, digits after the point are lost", "code": '''
def linear_stack(weights):
    W = np.identity(weights[0].shape[1], dtype=int)
    for M in weights:
        W = (M @ W).astype(W.dtype)
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "layers added", "note": "adds the matrices instead of multiplying them; shapes that do not match stop", "code": '''
def linear_stack(weights):
    total = 0
    for w in weights:
        total = total + w
    return total
'''},
    {"exercise": "linear_stack", "right": False, "name": "indices from one", "note": "counts the layers from 1 as in the formula, so the list index runs out", "code": '''
def linear_stack(weights):
    L = len(weights)
    W = weights[L]
    for l in range(L - 1, 0, -1):
        W = W @ weights[l]
    return W
'''},

    # ---------------------------------------------------------------- relu
    {"exercise": "relu", "right": True, "name": "np.maximum", "note": "", "code": '''
def relu(z):
    return np.maximum(0, z)
'''},
    {"exercise": "relu", "right": True, "name": "times mask", "note": "", "code": '''
def relu(z):
    values = np.asarray(z)
    positive = values > 0
    return values * positive
'''},
    {"exercise": "relu", "right": True, "name": "half of z plus absolute", "note": "", "code": '''
def relu(z):
    return (z + np.abs(z)) / 2
'''},
    {"exercise": "relu", "right": True, "name": "np.clip", "note": "", "code": '''
def relu(z):
    return np.clip(z, 0, None)
'''},
    {"exercise": "relu", "right": True, "name": "copy and overwrite", "note": "", "code": '''
def relu(z):
    out = np.array(z, dtype=float)
    out[out < 0] = 0.0
    return out
'''},
    {"exercise": "relu", "right": True, "name": "recursion over rows", "note": "", "code": '''
def relu(z):
    if np.ndim(z) == 0:
        return float(z) if z > 0 else 0.0
    return np.array([relu(part) for part in z]).reshape(np.shape(z))
'''},
    {"exercise": "relu", "right": False, "name": "condition turned round", "note": "keeps the negative numbers and sets the positive ones to 0", "code": '''
def relu(z):
    z = np.asarray(z)
    return np.where(z < 0, z, 0.0)
'''},
    {"exercise": "relu", "right": False, "name": "np.max", "note": "np.max takes the second argument as the axis", "code": '''
def relu(z):
    return np.max(0, z)
'''},
    {"exercise": "relu", "right": False, "name": "built-in max", "note": "the built-in max cannot compare a whole array with 0", "code": '''
def relu(z):
    return max(0, z)
'''},
    {"exercise": "relu", "right": False, "name": "asarray without copy", "note": "np.asarray does not copy, so the caller's array is changed", "code": '''
def relu(z):
    a = np.asarray(z)
    a[a <= 0] = 0
    return a
'''},
    {"exercise": "relu", "right": False, "name": "leaky", "note": "writes the leaky ReLU, with 0.01 z on the negative side", "code": '''
def relu(z):
    z = np.asarray(z)
    return np.maximum(0.01 * z, z)
'''},
    {"exercise": "relu", "right": False, "name": "absolute value", "note": "turns the negative numbers positive", "code": '''
def relu(z):
    return np.abs(z)
'''},
    {"exercise": "relu", "right": False, "name": "step instead of ramp", "note": "returns 1 for positive numbers instead of the number", "code": '''
def relu(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
'''},
    {"exercise": "relu", "right": False, "name": "cut at one", "note": "clips to the range 0 to 1", "code": '''
def relu(z):
    return np.clip(z, 0, 1)
'''},
    {"exercise": "relu", "right": False, "name": "loop for matrices only", "note": "unpacks two lengths, so a plain number or an array with one axis stops", "code": '''
def relu(z):
    n, m = z.shape
    a = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            if z[i, j] > 0:
                a[i, j] = z[i, j]
    return a
'''},
    {"exercise": "relu", "right": False, "name": "vectorize that guesses the type", "note": "if the first entry is not positive the whole result becomes integer and is cut off", "code": '''
def relu(z):
    f = np.vectorize(lambda v: v if v > 0 else 0)
    return f(z)
'''},
    {"exercise": "relu", "right": False, "name": "only the positive ones", "note": "picks the positive entries out, so the shape is lost, and a plain number stops", "code": '''
def relu(z):
    return z[z > 0]
'''},
    {"exercise": "relu", "right": False, "name": "sign in front of z", "note": "takes the maximum of 0 and -z", "code": '''
def relu(z):
    return np.maximum(0, -z)
'''},
    {"exercise": "relu", "right": False, "name": "one decision for the whole array", "note": "returns everything as it is as soon as one entry is positive", "code": '''
def relu(z):
    z = np.asarray(z)
    if (z > 0).any():
        return z.copy()
    else:
        return np.zeros(z.shape)
'''},
    {"exercise": "relu", "right": False, "name": "whole numbers", "note": "cuts the digits after the point off", "code": '''
def relu(z):
    a = np.array(z)
    return (a * (a > 0)).astype(int)
'''},
    {"exercise": "relu", "right": False, "name": "np.where without else", "note": "np.where needs three arguments here", "code": '''
def relu(z):
    return np.where(z > 0, z)
'''},
    {"exercise": "relu", "right": False, "name": "shared buffer", "note": "writes all results of one shape into the same array, so an earlier result changes later", "code": '''
buffers = {}

def relu(z):
    z = np.asarray(z, dtype=float)
    if z.shape not in buffers:
        buffers[z.shape] = np.empty(z.shape)
    out = buffers[z.shape]
    np.maximum(z, 0.0, out=out)
    return out
'''},
    {"exercise": "relu", "right": False, "name": "softplus", "note": "writes the smooth relative log(1 + exp(z))", "code": '''
def relu(z):
    return np.log(1 + np.exp(z))
'''},
    {"exercise": "relu", "right": False, "name": "flat list", "note": "goes through all entries but forgets to bring back the shape", "code": '''
def relu(z):
    result = []
    for value in np.asarray(z).flatten():
        result.append(max(0.0, value))
    return np.array(result)
'''},

    # ---------------------------------------------------------------- relu_prime
    {"exercise": "relu_prime", "right": True, "name": "where", "note": "", "code": '''
def relu_prime(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
'''},
    {"exercise": "relu_prime", "right": True, "name": "heaviside with 0 at the kink", "note": "", "code": '''
def relu_prime(z):
    return np.heaviside(z, 0.0)
'''},
    {"exercise": "relu_prime", "right": True, "name": "sign without its lower half", "note": "", "code": '''
def relu_prime(z):
    return np.maximum(np.sign(z), 0.0)
'''},
    {"exercise": "relu_prime", "right": True, "name": "zeros and a mask", "note": "", "code": '''
def relu_prime(z):
    z = np.asarray(z)
    slope = np.zeros(z.shape)
    slope[z > 0] = 1.0
    return slope
'''},
    {"exercise": "relu_prime", "right": True, "name": "from relu", "note": "", "code": '''
def relu_prime(z):
    open_gate = np.asarray(relu(z)) > 0
    return open_gate.astype(float)
'''},
    {"exercise": "relu_prime", "right": True, "name": "entry by entry with reshape", "note": "", "code": '''
def slope_of_one(v):
    if v > 0:
        return 1.0
    return 0.0

def relu_prime(z):
    if np.ndim(z) == 0:
        return slope_of_one(z)
    return np.array([slope_of_one(v) for v in z.ravel()]).reshape(z.shape)
'''},
    {"exercise": "relu_prime", "right": False, "name": "kink counted as open", "note": "slope 1 at z = 0", "code": '''
def relu_prime(z):
    return (np.asarray(z) >= 0).astype(float)
'''},
    {"exercise": "relu_prime", "right": False, "name": "half at the kink", "note": "slope 0.5 at z = 0", "code": '''
def relu_prime(z):
    return np.heaviside(z, 0.5)
'''},
    {"exercise": "relu_prime", "right": False, "name": "relu over z", "note": "0 divided by 0 at the kink", "code": '''
def relu_prime(z):
    z = np.asarray(z, dtype=float)
    return relu(z) / z
'''},
    {"exercise": "relu_prime", "right": False, "name": "np.sign", "note": "gives -1 for negative numbers", "code": '''
def relu_prime(z):
    return np.sign(z) * 1.0
'''},
    {"exercise": "relu_prime", "right": False, "name": "measured with a tiny step", "note": "central difference: 0.5 at the kink and wrong numbers next to it", "code": '''
def relu_prime(z):
    h = 1e-4
    return (relu(z + h) - relu(z - h)) / (2 * h)
'''},
    {"exercise": "relu_prime", "right": False, "name": "relu once more", "note": "returns z itself where it is positive", "code": '''
def relu_prime(z):
    z = np.asarray(z)
    return np.where(z > 0, z, 0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "if on an array", "note": "an if cannot decide for a whole array", "code": '''
def relu_prime(z):
    if z > 0:
        return 1.0
    else:
        return 0.0
'''},
    {"exercise": "relu_prime", "right": False, "name": "written into z", "note": "overwrites the caller's array, and a plain number cannot be indexed", "code": '''
def relu_prime(z):
    z[z > 0] = 1
    z[z <= 0] = 0
    return z
'''},
    {"exercise": "relu_prime", "right": False, "name": "leaky slope", "note": "slope 0.01 on the negative side", "code": '''
def relu_prime(z, alpha=0.01):
    return np.where(np.asarray(z) > 0, 1.0, alpha)
'''},
    {"exercise": "relu_prime", "right": False, "name": "rounded before the test", "note": "small positive numbers are rounded to 0 and get slope 0", "code": '''
def relu_prime(z):
    z = np.round(z, 2)
    return np.where(z > 0, 1.0, 0.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "zeros and ones swapped", "note": "1 and 0 stand in the wrong order", "code": '''
def relu_prime(z):
    return np.where(np.asarray(z) > 0, 0.0, 1.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "clipped z", "note": "clips z to 0 to 1, so numbers between give themselves", "code": '''
def relu_prime(z):
    return np.minimum(np.maximum(z, 0.0), 1.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "nonzero counts as true", "note": "takes z itself as the condition, so negative numbers get slope 1", "code": '''
def relu_prime(z):
    return np.where(z, 1.0, 0.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "float of the comparison", "note": "float() cannot turn a whole array into one number", "code": '''
def relu_prime(z):
    return float(z > 0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "shape of a plain number", "note": "a plain number has no shape", "code": '''
def relu_prime(z):
    out = np.zeros(z.shape)
    out[z > 0] = 1
    return out
'''},
    {"exercise": "relu_prime", "right": False, "name": "pattern of the sigmoid", "note": "uses a (1 - a) with a = relu(z)", "code": '''
def relu_prime(z):
    a = relu(z)
    return a * (1 - a)
'''},
    {"exercise": "relu_prime", "right": False, "name": "np.gradient", "note": "takes differences between neighbours in the array, not the slope at z", "code": '''
def relu_prime(z):
    return np.gradient(relu(z))
'''},
    {"exercise": "relu_prime", "right": False, "name": "else forgotten for a number", "note": "returns None for a plain number that is not positive", "code": '''
def relu_prime(z):
    if isinstance(z, np.ndarray):
        return 1.0 * (z > 0)
    if z > 0:
        return 1.0
'''},
    {"exercise": "relu_prime", "right": False, "name": "loop over the first axis", "note": "compares whole rows in an if, so matrices stop; a plain number has no length", "code": '''
def relu_prime(z):
    slopes = np.zeros(len(z))
    for i in range(len(z)):
        if z[i] > 0:
            slopes[i] = 1.0
    return slopes
'''},

    # ---------------------------------------------------------------- relu_backward
    {"exercise": "relu_backward", "right": True, "name": "times the comparison", "note": "", "code": '''
def relu_backward(dA, Z):
    return dA * (Z > 0)
'''},
    {"exercise": "relu_backward", "right": True, "name": "where with dA", "note": "", "code": '''
def relu_backward(dA, Z):
    closed = Z <= 0
    return np.where(closed, 0.0, dA)
'''},
    {"exercise": "relu_backward", "right": True, "name": "np.multiply with relu_prime", "note": "", "code": '''
def relu_backward(dA, Z):
    slope = relu_prime(Z)
    dZ = np.multiply(dA, slope)
    return dZ
'''},
    {"exercise": "relu_backward", "right": True, "name": "copy of dA with zeros", "note": "", "code": '''
def relu_backward(dA, Z):
    dZ = dA.copy()
    dZ[Z <= 0] = 0
    return dZ
'''},
    {"exercise": "relu_backward", "right": True, "name": "two loops", "note": "", "code": '''
def relu_backward(dA, Z):
    n, m = Z.shape
    dZ = np.zeros((n, m), dtype=float)
    for unit in range(n):
        for example in range(m):
            if Z[unit, example] > 0:
                dZ[unit, example] = dA[unit, example]
    return dZ
'''},
    {"exercise": "relu_backward", "right": True, "name": "einsum", "note": "", "code": '''
def relu_backward(dA, Z):
    gate = np.heaviside(Z, 0)
    return np.einsum("ij,ij->ij", dA, gate)
'''},
    {"exercise": "relu_backward", "right": False, "name": "times relu", "note": "multiplies by relu(Z) instead of its slope", "code": '''
def relu_backward(dA, Z):
    return dA * relu(Z)
'''},
    {"exercise": "relu_backward", "right": False, "name": "relu of the gradient", "note": "cuts negative gradients off and does not look at Z", "code": '''
def relu_backward(dA, Z):
    dZ = relu(dA)
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "gate open at zero", "note": "lets the gradient through where Z is exactly 0", "code": '''
def relu_backward(dA, Z):
    dZ = np.array(dA, copy=True)
    dZ[Z < 0] = 0
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "matrix product", "note": "uses @ where entry by entry is asked for; most shapes stop", "code": '''
def relu_backward(dA, Z):
    return dA @ relu_prime(Z)
'''},
    {"exercise": "relu_backward", "right": False, "name": "np.dot with transpose", "note": "makes the shapes fit with a transpose and returns an (n, n) matrix", "code": '''
def relu_backward(dA, Z):
    return np.dot(dA, relu_prime(Z).T)
'''},
    {"exercise": "relu_backward", "right": False, "name": "dA overwritten", "note": "the numbers are right but the caller's dA is changed", "code": '''
def relu_backward(dA, Z):
    dA[Z <= 0] = 0
    return dA
'''},
    {"exercise": "relu_backward", "right": False, "name": "zeros like Z", "note": "with whole numbers in Z the result is an integer array and the gradient is cut off", "code": '''
def relu_backward(dA, Z):
    dZ = np.zeros_like(Z)
    mask = Z > 0
    dZ[mask] = dA[mask]
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "divided by m again", "note": "1/m is already in dA", "code": '''
def relu_backward(dA, Z):
    m = Z.shape[1]
    return 1 / m * dA * relu_prime(Z)
'''},
    {"exercise": "relu_backward", "right": False, "name": "both must be positive", "note": "also closes the gate where dA is negative", "code": '''
def relu_backward(dA, Z):
    return np.where((Z > 0) & (dA > 0), dA, 0)
'''},
    {"exercise": "relu_backward", "right": False, "name": "gate turned round", "note": "lets the gradient through where Z is not positive", "code": '''
def relu_backward(dA, Z):
    gate = (Z <= 0)
    return gate * dA
'''},
    {"exercise": "relu_backward", "right": False, "name": "minus sign", "note": "a minus as if it were already the step of gradient descent", "code": '''
def relu_backward(dA, Z):
    return -dA * relu_prime(Z)
'''},
    {"exercise": "relu_backward", "right": False, "name": "only the open entries", "note": "returns a list of the gradients that pass, the shape is lost", "code": '''
def relu_backward(dA, Z):
    return dA[Z > 0]
'''},
    {"exercise": "relu_backward", "right": False, "name": "if for the whole matrix", "note": "an if cannot decide for a whole array", "code": '''
def relu_backward(dA, Z):
    if Z > 0:
        dZ = dA
    else:
        dZ = 0
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "summed over the examples", "note": "sums as for the gradient of the bias", "code": '''
def relu_backward(dA, Z):
    dZ = dA * (Z > 0)
    return np.sum(dZ, axis=1, keepdims=True)
'''},
    {"exercise": "relu_backward", "right": False, "name": "arguments swapped", "note": "takes Z for the gradient and dA for the gate", "code": '''
def relu_backward(dA, Z):
    return Z * relu_prime(dA)
'''},
    {"exercise": "relu_backward", "right": False, "name": "one gate for the unit", "note": "opens the gate for all examples as soon as the unit is active for one", "code": '''
def relu_backward(dA, Z):
    active = np.any(Z > 0, axis=1, keepdims=True)
    return dA * active
'''},
    {"exercise": "relu_backward", "right": False, "name": "A is not known", "note": "uses A, which is not an argument", "code": '''
def relu_backward(dA, Z):
    dZ = dA.copy()
    dZ[A <= 0] = 0
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "loop with n twice", "note": "both loops run to n: columns are left out or the index runs over", "code": '''
def relu_backward(dA, Z):
    dZ = np.zeros(dA.shape)
    n = dA.shape[0]
    for i in range(n):
        for j in range(n):
            dZ[i][j] = dA[i][j] if Z[i][j] > 0 else 0
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "Z where closed", "note": "puts Z instead of 0 where the gate is closed", "code": '''
def relu_backward(dA, Z):
    return np.where(Z > 0, dA, Z)
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
    {"exercise": "inactive_units", "right": True, "name": "loops over a mask of False", "note": "", "code": '''
def inactive_units(Z):
    mask = np.zeros(Z.shape, dtype=bool)
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1]):
            if Z[i, j] <= 0:
                mask[i, j] = True
    return mask
'''},
    {"exercise": "inactive_units", "right": True, "name": "where with 0 and 1", "note": "", "code": '''
def inactive_units(Z):
    return np.where(Z > 0, 0, 1)
'''},
    {"exercise": "inactive_units", "right": True, "name": "comprehension of rows", "note": "", "code": '''
def inactive_units(Z):
    return np.array([[not z > 0 for z in unit] for unit in Z])
'''},
    {"exercise": "inactive_units", "right": True, "name": "logical_not of the slope", "note": "", "code": '''
def inactive_units(Z):
    return np.logical_not(relu_prime(Z))
'''},
    {"exercise": "inactive_units", "right": False, "name": "strictly negative", "note": "exactly 0 is not counted as inactive", "code": '''
def inactive_units(Z):
    return Z < 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "marks the active ones", "note": "the mask is the wrong way round", "code": '''
def inactive_units(Z):
    return np.greater(Z, 0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "Z equal to zero", "note": "compares Z instead of the output with 0", "code": '''
def inactive_units(Z):
    return Z == 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "one answer a unit", "note": "already asks for all examples, shape (n,)", "code": '''
def inactive_units(Z):
    return (Z <= 0).all(axis=1)
'''},
    {"exercise": "inactive_units", "right": False, "name": "number for each example", "note": "counts the inactive units instead of marking them", "code": '''
def inactive_units(Z):
    inactive = relu(Z) == 0
    return np.sum(inactive, axis=0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "Python not", "note": "not cannot be used on an array of more than one entry", "code": '''
def inactive_units(Z):
    active = Z > 0
    return not active
'''},
    {"exercise": "inactive_units", "right": False, "name": "indices", "note": "np.where with one argument gives index arrays", "code": '''
def inactive_units(Z):
    return np.where(Z <= 0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "values that are cut", "note": "returns the numbers that are not positive", "code": '''
def inactive_units(Z):
    mask = Z <= 0
    return Z[mask]
'''},
    {"exercise": "inactive_units", "right": False, "name": "rounded to whole numbers", "note": "small positive numbers such as 0.3 are taken for inactive", "code": '''
def inactive_units(Z):
    return np.round(Z) <= 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "minus of a mask", "note": "NumPy does not allow a minus in front of a boolean array", "code": '''
def inactive_units(Z):
    return -(Z > 0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "tilde on whole numbers", "note": "~ turns 0 and 1 into -1 and -2", "code": '''
def inactive_units(Z):
    active = np.where(Z > 0, 1, 0)
    return ~active
'''},
    {"exercise": "inactive_units", "right": False, "name": "tilde on the slope", "note": "~ does not work on an array of floats", "code": '''
def inactive_units(Z):
    return ~(relu_prime(Z) * 1.0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "words", "note": "returns words instead of True and False", "code": '''
def inactive_units(Z):
    return np.where(Z <= 0, "inactive", "active")
'''},
    {"exercise": "inactive_units", "right": False, "name": "examples as rows", "note": "the mask is transposed", "code": '''
def inactive_units(Z):
    result = []
    for example in Z.T:
        result.append([z <= 0 for z in example])
    return np.array(result)
'''},
    {"exercise": "inactive_units", "right": False, "name": "ReLU in place first", "note": "the mask is right but Z is changed", "code": '''
def inactive_units(Z):
    Z[Z < 0] = 0
    return Z == 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "array as bool", "note": "every number other than 0 becomes True", "code": '''
def inactive_units(Z):
    return np.array(Z, dtype=bool)
'''},
    {"exercise": "inactive_units", "right": False, "name": "below the mean", "note": "compares with the mean of the unit instead of 0", "code": '''
def inactive_units(Z):
    return Z <= Z.mean(axis=1, keepdims=True)
'''},
    {"exercise": "inactive_units", "right": False, "name": "return after the first row", "note": "the return stands inside the loop, only the first unit is answered", "code": '''
def inactive_units(Z):
    for row in Z:
        mask = row <= 0
        return mask
'''},
    {"exercise": "inactive_units", "right": False, "name": "mask with one entry a unit", "note": "a whole row does not fit into one entry of the mask", "code": '''
def inactive_units(Z):
    n = len(Z)
    mask = np.full(n, False)
    for i in range(n):
        mask[i] = Z[i] <= 0
    return mask
'''},

    # ---------------------------------------------------------------- dead_units
    {"exercise": "dead_units", "right": True, "name": "np.all along the row", "note": "", "code": '''
def dead_units(Z):
    return np.all(Z <= 0, axis=1)
'''},
    {"exercise": "dead_units", "right": True, "name": "largest is not positive", "note": "", "code": '''
def dead_units(Z):
    return Z.max(axis=1) <= 0
'''},
    {"exercise": "dead_units", "right": True, "name": "not any active", "note": "", "code": '''
def dead_units(Z):
    alive = (Z > 0).any(axis=-1)
    return ~alive
'''},
    {"exercise": "dead_units", "right": True, "name": "outputs add up to zero", "note": "", "code": '''
def dead_units(Z):
    return np.einsum("ij->i", relu(Z)) == 0
'''},
    {"exercise": "dead_units", "right": True, "name": "loop with break", "note": "", "code": '''
def dead_units(Z):
    n, m = Z.shape
    dead = np.ones(n, dtype=bool)
    for i in range(n):
        for j in range(m):
            if Z[i, j] > 0:
                dead[i] = False
                break
    return dead
'''},
    {"exercise": "dead_units", "right": True, "name": "count of inactive examples", "note": "", "code": '''
def dead_units(Z):
    how_often = np.sum(inactive_units(Z), axis=1)
    return how_often == Z.shape[1]
'''},
    {"exercise": "dead_units", "right": False, "name": "wrong axis", "note": "asks for every example whether all units are inactive", "code": '''
def dead_units(Z):
    return np.all(inactive_units(Z), axis=0)
'''},
    {"exercise": "dead_units", "right": False, "name": "any for all", "note": "one inactive example is enough", "code": '''
def dead_units(Z):
    return np.any(Z <= 0, axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "axis forgotten", "note": "one answer for the whole layer", "code": '''
def dead_units(Z):
    return np.all(Z <= 0)
'''},
    {"exercise": "dead_units", "right": False, "name": "zero counted as alive", "note": "uses < 0, so exactly 0 is taken for active", "code": '''
def dead_units(Z):
    return np.max(Z, axis=1) < 0
'''},
    {"exercise": "dead_units", "right": False, "name": "kept as a column", "note": "keepdims gives shape (n, 1)", "code": '''
def dead_units(Z):
    return np.all(Z <= 0, axis=1, keepdims=True)
'''},
    {"exercise": "dead_units", "right": False, "name": "mean not positive", "note": "looks at the mean of the pre-activations instead of each of them", "code": '''
def dead_units(Z):
    return Z.mean(axis=1) <= 0
'''},
    {"exercise": "dead_units", "right": False, "name": "last example decides", "note": "the entry is overwritten in every turn of the loop", "code": '''
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
    {"exercise": "dead_units", "right": False, "name": "first example only", "note": "looks at the first column alone", "code": '''
def dead_units(Z):
    return inactive_units(Z)[:, 0] == 1
'''},
    {"exercise": "dead_units", "right": False, "name": "marks the living", "note": "forgot to turn the mask round", "code": '''
def dead_units(Z):
    return np.any(relu(Z), axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "numbers of the dead units", "note": "returns indices instead of a mask", "code": '''
def dead_units(Z):
    dead = []
    for i, unit in enumerate(Z):
        if np.all(unit <= 0):
            dead.append(i)
    return np.array(dead)
'''},
    {"exercise": "dead_units", "right": False, "name": "squeezed first", "note": "with one unit or one example there is no axis 1 left", "code": '''
def dead_units(Z):
    mask = np.squeeze(inactive_units(Z))
    return np.min(mask, axis=1) == 1
'''},
    {"exercise": "dead_units", "right": False, "name": "built-in all", "note": "the built-in all cannot decide on whole rows", "code": '''
def dead_units(Z):
    return np.array(all(Z <= 0))
'''},
    {"exercise": "dead_units", "right": False, "name": "axis for the wrong function", "note": "inactive_units takes no axis", "code": '''
def dead_units(Z):
    return inactive_units(Z, axis=1).all()
'''},
    {"exercise": "dead_units", "right": False, "name": "share of inactive examples", "note": "returns the share and does not compare it with 1", "code": '''
def dead_units(Z):
    return np.mean(Z <= 0, axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "more than half", "note": "calls a unit dead that is inactive for more than half of the examples", "code": '''
def dead_units(Z):
    inactive = (Z <= 0).sum(axis=1)
    return inactive > Z.shape[1] / 2
'''},
    {"exercise": "dead_units", "right": False, "name": "sorted in place", "note": "the mask is right but the rows of Z are sorted afterwards", "code": '''
def dead_units(Z):
    Z.sort(axis=1)
    return Z[:, -1] <= 0
'''},
    {"exercise": "dead_units", "right": False, "name": "bracket in the wrong place", "note": "compares the answer of np.all with 0 instead of Z", "code": '''
def dead_units(Z):
    return np.all(Z, axis=1) <= 0
'''},
    {"exercise": "dead_units", "right": False, "name": "compared with n", "note": "the count should be m, but len(Z) is the number of units", "code": '''
def dead_units(Z):
    return np.sum(Z <= 0, axis=1) == len(Z)
'''},
    {"exercise": "dead_units", "right": False, "name": "two examples hard-coded", "note": "looks at two examples only, a single one stops with an IndexError", "code": '''
def dead_units(Z):
    return (Z[:, 0] <= 0) & (Z[:, 1] <= 0)
'''},
    {"exercise": "dead_units", "right": False, "name": "loop over the wrong length", "note": "runs over the number of examples but indexes units", "code": '''
def dead_units(Z):
    n = Z.shape[1]
    dead = np.empty(n, dtype=bool)
    for i in range(n):
        dead[i] = np.all(Z[i, :] <= 0)
    return dead
'''},
    {"exercise": "dead_units", "right": False, "name": "comparisons joined with and", "note": "and between whole columns stops as soon as there is more than one unit", "code": '''
def dead_units(Z):
    dead = Z[:, 0] <= 0
    for j in range(Z.shape[1]):
        dead = dead and Z[:, j] <= 0
    return dead
'''},

    # ---------------------------------------------------------------- tanh_prime
    {"exercise": "tanh_prime", "right": True, "name": "the formula", "note": "", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": True, "name": "one over cosh squared", "note": "", "code": '''
def tanh_prime(z):
    return 1.0 / np.cosh(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": True, "name": "two factors", "note": "", "code": '''
def tanh_prime(z):
    t = np.tanh(z)
    return (1 - t) * (1 + t)
'''},
    {"exercise": "tanh_prime", "right": True, "name": "with exponentials", "note": "", "code": '''
def tanh_prime(z):
    z = np.asarray(z, dtype=float)
    up, down = np.exp(z), np.exp(-z)
    return 4 / np.square(up + down)
'''},
    {"exercise": "tanh_prime", "right": True, "name": "through the sigmoid of 2z", "note": "", "code": '''
def sigmoid(x):
    return 1 / (1 + np.exp(-x))

def tanh_prime(z):
    doubled = 2.0 * np.asarray(z)
    return 4 * sigmoid(doubled) * sigmoid(-doubled)
'''},
    {"exercise": "tanh_prime", "right": True, "name": "loop and reshape", "note": "", "code": '''
def tanh_prime(z):
    slopes = []
    for value in np.ravel(z):
        t = np.tanh(value)
        slopes.append(1 - t * t)
    return np.array(slopes).reshape(np.shape(z))
'''},
    {"exercise": "tanh_prime", "right": False, "name": "square forgotten", "note": "1 - tanh(z)", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(z)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "plus", "note": "1 + tanh squared", "code": '''
def tanh_prime(z):
    t = np.tanh(z)
    return 1 + t ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "z taken for the output", "note": "1 - z squared, tanh is never computed", "code": '''
def tanh_prime(z):
    a = z
    return 1 - a ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "rule of the sigmoid", "note": "uses a (1 - a)", "code": '''
def tanh_prime(z):
    a = np.tanh(z)
    return a * (1 - a)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "square inside", "note": "squares z before tanh", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(z ** 2)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "math.tanh", "note": "math.tanh takes one number, not an array", "code": '''
import math

def tanh_prime(z):
    return 1 - math.tanh(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "hat for power", "note": "^ is not the power in Python", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(z)^2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "whole difference squared", "note": "(1 - tanh(z)) squared", "code": '''
def tanh_prime(z):
    return np.power(1 - np.tanh(z), 2)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "z doubled in place", "note": "the numbers are right for floats but the caller's array is doubled", "code": '''
def tanh_prime(z):
    z *= 2
    t = (np.exp(z) - 1) / (np.exp(z) + 1)
    return 1 - t ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "difference with a coarse step", "note": "forward difference with step 0.01, right to two digits only", "code": '''
def tanh_prime(z):
    h = 0.01
    return (np.tanh(z + h) - np.tanh(z)) / h
'''},
    {"exercise": "tanh_prime", "right": False, "name": "coth by mistake", "note": "numerator and denominator of tanh are swapped; division by zero at 0", "code": '''
def tanh_prime(z):
    plus = np.exp(z) + np.exp(-np.asarray(z))
    minus = np.exp(z) - np.exp(-np.asarray(z))
    return 1 - (plus / minus) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "exponent without the 2", "note": "writes tanh with exp(z) instead of exp(2z)", "code": '''
def tanh_prime(z):
    e = np.exp(z)
    tanh = (e - 1) / (e + 1)
    return 1 - tanh * tanh
'''},
    {"exercise": "tanh_prime", "right": False, "name": "np.tan", "note": "the tangent instead of the hyperbolic tangent", "code": '''
def tanh_prime(z):
    return 1 - np.tan(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "if for large numbers", "note": "an if on a whole array stops", "code": '''
def tanh_prime(z):
    if abs(z) > 20:
        return 0.0
    return 1 - np.tanh(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "rounded to three digits", "note": "the rounding of the example is put into the function", "code": '''
def tanh_prime(z):
    return np.round(1 - np.tanh(z) ** 2, 3)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "float of the result", "note": "float() does not take an array", "code": '''
def tanh_prime(z):
    return float(1 - np.tanh(z) ** 2)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "second derivative", "note": "derives once too often", "code": '''
def tanh_prime(z):
    t = np.tanh(z)
    return -2 * t * (1 - t ** 2)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "tanh twice", "note": "applies tanh to the output of tanh", "code": '''
def tanh_prime(z):
    A = np.tanh(z)
    return 1 - np.tanh(A) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "result of the type of z", "note": "whole numbers in z give an integer array, so all slopes but 1 become 0", "code": '''
def tanh_prime(z):
    slope = np.zeros_like(z)
    slope[...] = 1 - np.tanh(z) ** 2
    return slope
'''},
    {"exercise": "tanh_prime", "right": False, "name": "remembered by shape", "note": "keeps the result of the first call of each shape", "code": '''
known = {}

def tanh_prime(z):
    key = np.shape(z)
    if key not in known:
        known[key] = 1 - np.tanh(z) ** 2
    return known[key]
'''},
    {"exercise": "tanh_prime", "right": False, "name": "method of a plain number", "note": "a plain Python number has no astype", "code": '''
def tanh_prime(z):
    x = z.astype(float)
    return 1 - np.tanh(x) ** 2
'''},
]
