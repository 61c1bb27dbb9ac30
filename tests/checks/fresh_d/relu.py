"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- linear_stack
    {"exercise": "linear_stack", "right": True, "name": "loop from identity", "note": "", "code": '''
def linear_stack(weights):
    W = np.eye(weights[0].shape[1])
    for M in weights:
        W = M @ W
    return W
'''},
    {"exercise": "linear_stack", "right": True, "name": "from the last backwards", "note": "", "code": '''
def linear_stack(weights):
    W = np.array(weights[-1])
    for i in range(len(weights) - 2, -1, -1):
        W = np.dot(W, weights[i])
    return W
'''},
    {"exercise": "linear_stack", "right": True, "name": "reduce", "note": "reduce from functools with an identity at the start", "code": '''
from functools import reduce

def linear_stack(weights):
    start = np.identity(weights[0].shape[1])
    return reduce(lambda done, M: M @ done, weights, start)
'''},
    {"exercise": "linear_stack", "right": True, "name": "multi_dot", "note": "", "code": '''
def linear_stack(weights):
    if len(weights) == 1:
        return weights[0].copy()
    return np.linalg.multi_dot(weights[::-1])
'''},
    {"exercise": "linear_stack", "right": True, "name": "recursion", "note": "", "code": '''
def linear_stack(weights):
    if len(weights) == 1:
        return 1.0 * weights[0]
    return linear_stack(weights[1:]) @ weights[0]
'''},
    {"exercise": "linear_stack", "right": True, "name": "unit vectors", "note": "sends every unit vector through the stack and puts the results side by side", "code": '''
def linear_stack(weights):
    n_0 = weights[0].shape[1]
    columns = []
    for j in range(n_0):
        a = np.zeros(n_0)
        a[j] = 1.0
        for W in weights:
            a = W.dot(a)
        columns.append(a)
    return np.stack(columns, axis=1)
'''},
    {"exercise": "linear_stack", "right": False, "name": "first on the left", "note": "multiplies in the order of the list, so that the first matrix stands on the left", "code": '''
def linear_stack(weights):
    W = weights[0]
    for M in weights[1:]:
        W = W @ M
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "reversed twice", "note": "goes through the list backwards and still multiplies from the left, so the order is wrong", "code": '''
def linear_stack(weights):
    W = weights[-1]
    for M in weights[-2::-1]:
        W = M @ W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "elementwise product", "note": "uses * in place of the matrix product", "code": '''
def linear_stack(weights):
    W = weights[0]
    for M in weights[1:]:
        W = M * W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "last matrix forgotten", "note": "the range ends one too early, the last matrix is never used", "code": '''
def linear_stack(weights):
    W = np.eye(weights[0].shape[1])
    for i in range(len(weights) - 1):
        W = weights[i] @ W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "first matrix forgotten", "note": "goes from the last to the first, the range ends before index 0", "code": '''
def linear_stack(weights):
    W = weights[-1]
    for i in range(len(weights) - 2, 0, -1):
        W = W @ weights[i]
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "multi_dot of two or more", "note": "multi_dot stops with an exception for a list of one matrix", "code": '''
def linear_stack(weights):
    return np.linalg.multi_dot(weights[::-1])
'''},
    {"exercise": "linear_stack", "right": False, "name": "reverse in place", "note": "list.reverse turns round the list of the caller", "code": '''
def linear_stack(weights):
    weights.reverse()
    W = np.array(weights[0])
    for M in weights[1:]:
        W = W @ M
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "pop", "note": "takes the matrices out of the list of the caller", "code": '''
def linear_stack(weights):
    W = weights.pop(0)
    while weights:
        W = weights.pop(0) @ W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "return in the loop", "note": "the return is indented too far, so it stops after the first product and gives None for a single matrix", "code": '''
def linear_stack(weights):
    W = weights[0]
    for M in weights[1:]:
        W = M @ W
        return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "transposed", "note": "multiplies the transposes in the order of the list and does not transpose back", "code": '''
def linear_stack(weights):
    W = weights[0].T
    for M in weights[1:]:
        W = W @ M.T
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "relu between", "note": "puts a ReLU behind every layer although the exercise is about layers without one", "code": '''
def linear_stack(weights):
    W = weights[0]
    for M in weights[1:]:
        W = np.maximum(0, M @ W)
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "three layers only", "note": "written for the example with exactly three matrices; IndexError for fewer, ignores a fourth", "code": '''
def linear_stack(weights):
    return weights[2] @ weights[1] @ weights[0]
'''},
    {"exercise": "linear_stack", "right": False, "name": "neighbours only", "note": "multiplies each matrix by its neighbour and not by the product so far, so only the last two count", "code": '''
def linear_stack(weights):
    W = weights[0]
    for i in range(1, len(weights)):
        W = weights[i] @ weights[i - 1]
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "no return", "note": "forgets to return the product", "code": '''
def linear_stack(weights):
    W = weights[0]
    for M in weights[1:]:
        W = M @ W
'''},
    {"exercise": "linear_stack", "right": False, "name": "start from 1", "note": "starts the product with the number 1, which @ does not accept", "code": '''
def linear_stack(weights):
    W = 1
    for M in weights:
        W = M @ W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "identity of the wrong size", "note": "the identity has as many rows as the first matrix and not as its columns", "code": '''
def linear_stack(weights):
    W = np.eye(weights[0].shape[0])
    for M in weights:
        W = M @ W
    return W
'''},
    # ---------------------------------------------------------------- relu
    {"exercise": "relu", "right": True, "name": "maximum", "note": "", "code": '''
def relu(z):
    return np.maximum(0, z)
'''},
    {"exercise": "relu", "right": True, "name": "mask times z", "note": "", "code": '''
def relu(z):
    z = np.asarray(z)
    return z * (z > 0)
'''},
    {"exercise": "relu", "right": True, "name": "where", "note": "", "code": '''
def relu(z):
    return np.where(np.asarray(z) > 0, z, 0)
'''},
    {"exercise": "relu", "right": True, "name": "half of z plus its size", "note": "the algebraic form (z + |z|) / 2", "code": '''
def relu(z):
    return (z + np.abs(z)) / 2
'''},
    {"exercise": "relu", "right": True, "name": "own copy", "note": "zeros the negatives in an own copy", "code": '''
def relu(z):
    a = np.array(z, dtype=float)
    a[a < 0] = 0.0
    return a
'''},
    {"exercise": "relu", "right": True, "name": "flat loop", "note": "", "code": '''
def relu(z):
    z = np.asarray(z)
    out = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        if z[index] > 0:
            out[index] = z[index]
    return out
'''},
    {"exercise": "relu", "right": False, "name": "builtin max", "note": "Python's max cannot compare an array with 0", "code": '''
def relu(z):
    return max(0, z)
'''},
    {"exercise": "relu", "right": False, "name": "np.max of z and 0", "note": "np.max(z, 0) is the largest entry along axis 0, not the larger of two", "code": '''
def relu(z):
    return np.max(z, 0)
'''},
    {"exercise": "relu", "right": False, "name": "np.max of 0 and z", "note": "np.max takes z for an axis", "code": '''
def relu(z):
    return np.max(0, z)
'''},
    {"exercise": "relu", "right": False, "name": "if on an array", "note": "asks an if about a whole array", "code": '''
def relu(z):
    if z > 0:
        return z
    else:
        return 0
'''},
    {"exercise": "relu", "right": False, "name": "in place", "note": "asarray does not copy, so the array of the caller is changed", "code": '''
def relu(z):
    z = np.asarray(z)
    z[z < 0] = 0
    return z
'''},
    {"exercise": "relu", "right": False, "name": "copy method", "note": "a plain number has no copy method", "code": '''
def relu(z):
    a = z.copy()
    a[a < 0] = 0
    return a
'''},
    {"exercise": "relu", "right": False, "name": "minimum", "note": "takes the smaller one", "code": '''
def relu(z):
    return np.minimum(0, z)
'''},
    {"exercise": "relu", "right": False, "name": "absolute value", "note": "folds the negative side up", "code": '''
def relu(z):
    return np.abs(z)
'''},
    {"exercise": "relu", "right": False, "name": "leaky", "note": "lets a hundredth of the negatives through, leaky ReLU", "code": '''
def relu(z):
    return np.maximum(0.01 * z, z)
'''},
    {"exercise": "relu", "right": False, "name": "mask only", "note": "returns 1 or 0, the slope, and not z", "code": '''
def relu(z):
    z = np.asarray(z)
    return (z > 0) * 1.0
'''},
    {"exercise": "relu", "right": False, "name": "only the positives", "note": "indexing with the mask drops the other entries, the shape is lost", "code": '''
def relu(z):
    z = np.asarray(z)
    return z[z > 0]
'''},
    {"exercise": "relu", "right": False, "name": "clipped at 1", "note": "cuts off above 1 too", "code": '''
def relu(z):
    return np.clip(z, 0, 1)
'''},
    {"exercise": "relu", "right": False, "name": "where swapped", "note": "the two branches of np.where are swapped", "code": '''
def relu(z):
    z = np.asarray(z)
    return np.where(z > 0, 0, z)
'''},
    {"exercise": "relu", "right": False, "name": "softplus", "note": "the smooth relative log(1 + e^z)", "code": '''
def relu(z):
    return np.log(1 + np.exp(z))
'''},
    {"exercise": "relu", "right": False, "name": "no return", "note": "forgets the return", "code": '''
def relu(z):
    a = np.maximum(0, z)
'''},
    {"exercise": "relu", "right": False, "name": "whole numbers", "note": "the result array is made of integers, so the decimals are cut off", "code": '''
def relu(z):
    z = np.asarray(z)
    a = np.zeros(z.shape, dtype=int)
    a[z > 0] = z[z > 0]
    return a
'''},
    # ---------------------------------------------------------------- relu_prime
    {"exercise": "relu_prime", "right": True, "name": "where", "note": "", "code": '''
def relu_prime(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
'''},
    {"exercise": "relu_prime", "right": True, "name": "astype", "note": "", "code": '''
def relu_prime(z):
    z = np.asarray(z)
    return (z > 0).astype(float)
'''},
    {"exercise": "relu_prime", "right": True, "name": "heaviside", "note": "", "code": '''
def relu_prime(z):
    return np.heaviside(z, 0.0)
'''},
    {"exercise": "relu_prime", "right": True, "name": "sign of relu", "note": "", "code": '''
def relu_prime(z):
    return 1.0 * np.sign(relu(z))
'''},
    {"exercise": "relu_prime", "right": True, "name": "zeros and mask", "note": "", "code": '''
def relu_prime(z):
    slope = np.zeros(np.shape(z))
    slope[np.asarray(z) > 0] = 1
    return slope
'''},
    {"exercise": "relu_prime", "right": True, "name": "vectorize", "note": "", "code": '''
def relu_prime(z):
    def one(v):
        if v > 0:
            return 1.0
        return 0.0
    return np.vectorize(one, otypes=[float])(z)
'''},
    {"exercise": "relu_prime", "right": False, "name": "kink 1", "note": "takes 1 at z = 0", "code": '''
def relu_prime(z):
    z = np.asarray(z)
    return np.where(z >= 0, 1.0, 0.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "kink one half", "note": "takes 0.5 at z = 0", "code": '''
def relu_prime(z):
    return np.heaviside(z, 0.5)
'''},
    {"exercise": "relu_prime", "right": False, "name": "sign", "note": "np.sign is -1 for negative numbers", "code": '''
def relu_prime(z):
    return np.sign(z)
'''},
    {"exercise": "relu_prime", "right": False, "name": "relu over z", "note": "divides ReLU by z, which is nan at 0", "code": '''
def relu_prime(z):
    return relu(z) / z
'''},
    {"exercise": "relu_prime", "right": False, "name": "relu itself", "note": "returns z where it is positive and not 1", "code": '''
def relu_prime(z):
    z = np.asarray(z)
    return np.where(z > 0, z, 0.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "astype on a plain bool", "note": "for a plain number z > 0 is a Python bool without astype", "code": '''
def relu_prime(z):
    return (z > 0).astype(float)
'''},
    {"exercise": "relu_prime", "right": False, "name": "if on an array", "note": "asks an if about a whole array", "code": '''
def relu_prime(z):
    if z > 0:
        return 1.0
    else:
        return 0.0
'''},
    {"exercise": "relu_prime", "right": False, "name": "float of an array", "note": "float() takes one number only", "code": '''
def relu_prime(z):
    return float(z > 0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "in place", "note": "writes the slopes into the array of the caller", "code": '''
def relu_prime(z):
    z = np.asarray(z)
    z[z > 0] = 1
    z[z <= 0] = 0
    return z
'''},
    {"exercise": "relu_prime", "right": False, "name": "swapped", "note": "1 on the negative side", "code": '''
def relu_prime(z):
    z = np.asarray(z)
    return np.where(z > 0, 0.0, 1.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "clip", "note": "np.clip(z, 0, 1) leaves numbers between 0 and 1 as they are", "code": '''
def relu_prime(z):
    return np.clip(z, 0.0, 1.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "central difference", "note": "measures the slope with a small step, which gives 0.5 at 0", "code": '''
def relu_prime(z):
    h = 1e-6
    return (np.maximum(0, z + h) - np.maximum(0, z - h)) / (2 * h)
'''},
    {"exercise": "relu_prime", "right": False, "name": "negatives left", "note": "np.where keeps z itself where it is not positive", "code": '''
def relu_prime(z):
    z = np.asarray(z)
    return np.where(z > 0, 1.0, z)
'''},
    {"exercise": "relu_prime", "right": False, "name": "mask of relu at least 0", "note": "ReLU is never negative, so this is 1 everywhere", "code": '''
def relu_prime(z):
    return np.where(relu(z) >= 0, 1.0, 0.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "leaky slope", "note": "0.01 on the negative side", "code": '''
def relu_prime(z):
    z = np.asarray(z)
    return np.where(z > 0, 1.0, 0.01)
'''},
    {"exercise": "relu_prime", "right": False, "name": "heaviside without second argument", "note": "np.heaviside needs the value at 0", "code": '''
def relu_prime(z):
    return np.heaviside(z)
'''},
    # ---------------------------------------------------------------- relu_backward
    {"exercise": "relu_backward", "right": True, "name": "mask", "note": "", "code": '''
def relu_backward(dA, Z):
    return dA * (Z > 0)
'''},
    {"exercise": "relu_backward", "right": True, "name": "with relu_prime", "note": "", "code": '''
def relu_backward(dA, Z):
    return np.multiply(dA, relu_prime(Z))
'''},
    {"exercise": "relu_backward", "right": True, "name": "own copy", "note": "", "code": '''
def relu_backward(dA, Z):
    dZ = np.array(dA, copy=True)
    dZ[Z <= 0] = 0
    return dZ
'''},
    {"exercise": "relu_backward", "right": True, "name": "where", "note": "", "code": '''
def relu_backward(dA, Z):
    return np.where(Z > 0, dA, 0.0)
'''},
    {"exercise": "relu_backward", "right": True, "name": "loops", "note": "", "code": '''
def relu_backward(dA, Z):
    n, m = Z.shape
    dZ = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            if Z[i, j] > 0:
                dZ[i, j] = dA[i, j]
    return dZ
'''},
    {"exercise": "relu_backward", "right": True, "name": "sign of the output", "note": "the gate is the sign of A = relu(Z)", "code": '''
def relu_backward(dA, Z):
    A = relu(Z)
    gate = np.sign(A)
    return np.einsum("ij,ij->ij", dA, gate)
'''},
    {"exercise": "relu_backward", "right": False, "name": "times relu", "note": "multiplies by ReLU and not by its slope", "code": '''
def relu_backward(dA, Z):
    return dA * relu(Z)
'''},
    {"exercise": "relu_backward", "right": False, "name": "gate of dA", "note": "the gate looks at the sign of dA", "code": '''
def relu_backward(dA, Z):
    return dA * (dA > 0)
'''},
    {"exercise": "relu_backward", "right": False, "name": "relu of the gated gradient", "note": "lets only positive gradients through the open gates", "code": '''
def relu_backward(dA, Z):
    return np.maximum(0, dA) * (Z > 0)
'''},
    {"exercise": "relu_backward", "right": False, "name": "kink open", "note": "the gate is open at Z = 0", "code": '''
def relu_backward(dA, Z):
    return dA * (Z >= 0)
'''},
    {"exercise": "relu_backward", "right": False, "name": "arguments swapped", "note": "the roles of dA and Z are mixed up", "code": '''
def relu_backward(dA, Z):
    return Z * (dA > 0)
'''},
    {"exercise": "relu_backward", "right": False, "name": "precedence", "note": "without parentheses it is (dA * Z) > 0, an array of True and False", "code": '''
def relu_backward(dA, Z):
    return dA * Z > 0
'''},
    {"exercise": "relu_backward", "right": False, "name": "matrix product", "note": "@ in place of the entrywise product, the shapes do not fit", "code": '''
def relu_backward(dA, Z):
    return dA @ relu_prime(Z)
'''},
    {"exercise": "relu_backward", "right": False, "name": "matrix product with transpose", "note": "the transpose makes the shapes fit, the product is still the wrong one", "code": '''
def relu_backward(dA, Z):
    return dA @ relu_prime(Z).T
'''},
    {"exercise": "relu_backward", "right": False, "name": "mean again", "note": "divides by m although the 1/m is in dA already", "code": '''
def relu_backward(dA, Z):
    m = Z.shape[1]
    return dA * (Z > 0) / m
'''},
    {"exercise": "relu_backward", "right": False, "name": "in place", "note": "zeros entries of the caller's dA", "code": '''
def relu_backward(dA, Z):
    dA[Z <= 0] = 0
    return dA
'''},
    {"exercise": "relu_backward", "right": False, "name": "only the open ones", "note": "indexing with the mask gives a flat array of the open entries only", "code": '''
def relu_backward(dA, Z):
    return dA[Z > 0]
'''},
    {"exercise": "relu_backward", "right": False, "name": "gate only", "note": "returns the slope and forgets dA", "code": '''
def relu_backward(dA, Z):
    return relu_prime(Z)
'''},
    {"exercise": "relu_backward", "right": False, "name": "zeros like Z", "note": "zeros_like takes the type of Z, so whole numbers in Z cut off the decimals of dA", "code": '''
def relu_backward(dA, Z):
    dZ = np.zeros_like(Z)
    dZ[Z > 0] = dA[Z > 0]
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "if on an array", "note": "asks an if about a whole array", "code": '''
def relu_backward(dA, Z):
    if Z > 0:
        return dA
    return 0
'''},
    {"exercise": "relu_backward", "right": False, "name": "columns counted as rows", "note": "both loops run over the number of rows and columns in the wrong order", "code": '''
def relu_backward(dA, Z):
    m, n = Z.shape
    dZ = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            if Z[i, j] > 0:
                dZ[i, j] = dA[i, j]
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "two arguments for relu_prime", "note": "relu_prime takes one argument", "code": '''
def relu_backward(dA, Z):
    return relu_prime(dA, Z)
'''},
    # ---------------------------------------------------------------- inactive_units
    {"exercise": "inactive_units", "right": True, "name": "comparison", "note": "", "code": '''
def inactive_units(Z):
    return Z <= 0
'''},
    {"exercise": "inactive_units", "right": True, "name": "not positive", "note": "", "code": '''
def inactive_units(Z):
    return ~(Z > 0)
'''},
    {"exercise": "inactive_units", "right": True, "name": "output is 0", "note": "", "code": '''
def inactive_units(Z):
    return relu(Z) == 0
'''},
    {"exercise": "inactive_units", "right": True, "name": "loops", "note": "", "code": '''
def inactive_units(Z):
    n, m = Z.shape
    off = np.zeros((n, m), dtype=bool)
    for i in range(n):
        for j in range(m):
            off[i, j] = Z[i, j] <= 0
    return off
'''},
    {"exercise": "inactive_units", "right": True, "name": "one minus slope", "note": "1 and 0 in place of True and False", "code": '''
def inactive_units(Z):
    return 1 - relu_prime(Z)
'''},
    {"exercise": "inactive_units", "right": True, "name": "where", "note": "", "code": '''
def inactive_units(Z):
    return np.where(Z > 0, False, True)
'''},
    {"exercise": "inactive_units", "right": False, "name": "strictly less", "note": "0 itself is not counted as inactive", "code": '''
def inactive_units(Z):
    return Z < 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "active ones", "note": "marks the active ones", "code": '''
def inactive_units(Z):
    return Z > 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "equal to 0", "note": "compares the pre-activation and not the output with 0", "code": '''
def inactive_units(Z):
    return Z == 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "one entry a unit", "note": "asks for all examples already, which is the next exercise", "code": '''
def inactive_units(Z):
    return np.all(Z <= 0, axis=1)
'''},
    {"exercise": "inactive_units", "right": False, "name": "indices", "note": "returns the places and not a mask", "code": '''
def inactive_units(Z):
    return np.argwhere(Z <= 0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "where with one argument", "note": "np.where with a condition alone gives a tuple of indices", "code": '''
def inactive_units(Z):
    return np.where(Z <= 0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "values", "note": "returns the numbers that are not positive", "code": '''
def inactive_units(Z):
    return Z[Z <= 0]
'''},
    {"exercise": "inactive_units", "right": False, "name": "count", "note": "counts the inactive examples of each unit", "code": '''
def inactive_units(Z):
    return np.sum(Z <= 0, axis=1)
'''},
    {"exercise": "inactive_units", "right": False, "name": "tilde after astype", "note": "~ acts on the integers 0 and 1 and gives -1 and -2", "code": '''
def inactive_units(Z):
    return ~(Z > 0).astype(int)
'''},
    {"exercise": "inactive_units", "right": False, "name": "slope", "note": "returns the slope, which is 1 for the active ones", "code": '''
def inactive_units(Z):
    return relu_prime(Z)
'''},
    {"exercise": "inactive_units", "right": False, "name": "in place", "note": "runs the ReLU in the array of the caller first", "code": '''
def inactive_units(Z):
    Z[Z < 0] = 0
    return Z == 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "transposed", "note": "loops over the examples first and gives one row an example", "code": '''
def inactive_units(Z):
    mask = []
    for i in range(Z.shape[1]):
        mask.append(Z[:, i] <= 0)
    return np.array(mask)
'''},
    {"exercise": "inactive_units", "right": False, "name": "minus on booleans", "note": "NumPy refuses a minus in front of an array of bool", "code": '''
def inactive_units(Z):
    return -(Z > 0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "not on an array", "note": "Python's not wants one truth value", "code": '''
def inactive_units(Z):
    return not (Z > 0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "loop with if on a row", "note": "Z[i] is a whole row, the if cannot decide", "code": '''
def inactive_units(Z):
    mask = np.zeros(Z.shape, dtype=bool)
    for i in range(len(Z)):
        if Z[i] <= 0:
            mask[i] = True
    return mask
'''},
    {"exercise": "inactive_units", "right": False, "name": "zeros with two arguments", "note": "np.zeros wants the shape as one tuple, the second argument is the dtype", "code": '''
def inactive_units(Z):
    n, m = Z.shape
    mask = np.zeros(n, m)
    mask[Z <= 0] = 1
    return mask
'''},
    # ---------------------------------------------------------------- dead_units
    {"exercise": "dead_units", "right": True, "name": "all", "note": "", "code": '''
def dead_units(Z):
    return np.all(Z <= 0, axis=1)
'''},
    {"exercise": "dead_units", "right": True, "name": "maximum", "note": "", "code": '''
def dead_units(Z):
    return Z.max(axis=1) <= 0
'''},
    {"exercise": "dead_units", "right": True, "name": "not any", "note": "", "code": '''
def dead_units(Z):
    return ~np.any(Z > 0, axis=1)
'''},
    {"exercise": "dead_units", "right": True, "name": "inactive_units", "note": "", "code": '''
def dead_units(Z):
    off = inactive_units(Z)
    return off.sum(axis=1) == Z.shape[1]
'''},
    {"exercise": "dead_units", "right": True, "name": "list of rows", "note": "", "code": '''
def dead_units(Z):
    return np.array([all(z <= 0 for z in row) for row in Z])
'''},
    {"exercise": "dead_units", "right": True, "name": "loop with flag", "note": "", "code": '''
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
    {"exercise": "dead_units", "right": False, "name": "axis 0", "note": "asks over the units of one example", "code": '''
def dead_units(Z):
    return np.all(Z <= 0, axis=0)
'''},
    {"exercise": "dead_units", "right": False, "name": "any", "note": "one inactive example is enough", "code": '''
def dead_units(Z):
    return np.any(inactive_units(Z), axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "strictly less", "note": "a unit that stands at exactly 0 is not counted", "code": '''
def dead_units(Z):
    return np.all(Z < 0, axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "sum of the pre-activations", "note": "positive and negative pre-activations cancel in the sum", "code": '''
def dead_units(Z):
    return np.sum(Z, axis=1) <= 0
'''},
    {"exercise": "dead_units", "right": False, "name": "axis 0 and strictly less", "note": "two mistakes: the wrong axis, and 0 is not counted", "code": '''
def dead_units(Z):
    return (Z < 0).all(axis=0)
'''},
    {"exercise": "dead_units", "right": False, "name": "no axis", "note": "one answer for the whole layer", "code": '''
def dead_units(Z):
    return np.all(Z <= 0)
'''},
    {"exercise": "dead_units", "right": False, "name": "keepdims", "note": "gives a column of shape (n, 1)", "code": '''
def dead_units(Z):
    return np.all(Z <= 0, axis=1, keepdims=True)
'''},
    {"exercise": "dead_units", "right": False, "name": "alive ones", "note": "marks the units that are not dead", "code": '''
def dead_units(Z):
    return np.any(Z > 0, axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "minimum", "note": "the smallest in place of the largest pre-activation", "code": '''
def dead_units(Z):
    return np.min(Z, axis=1) <= 0
'''},
    {"exercise": "dead_units", "right": False, "name": "indices", "note": "returns the numbers of the dead units", "code": '''
def dead_units(Z):
    return np.where(np.all(Z <= 0, axis=1))[0]
'''},
    {"exercise": "dead_units", "right": False, "name": "compared with n", "note": "counts inactive examples but compares with the number of units", "code": '''
def dead_units(Z):
    n = Z.shape[0]
    return np.sum(Z <= 0, axis=1) == n
'''},
    {"exercise": "dead_units", "right": False, "name": "flag overwritten", "note": "the flag is set anew by every example, so only the last one counts", "code": '''
def dead_units(Z):
    n, m = Z.shape
    dead = np.zeros(n, dtype=bool)
    for i in range(n):
        for j in range(m):
            if Z[i, j] <= 0:
                dead[i] = True
            else:
                dead[i] = False
    return dead
'''},
    {"exercise": "dead_units", "right": False, "name": "builtin all", "note": "Python's all goes through rows and cannot decide one", "code": '''
def dead_units(Z):
    return all(Z <= 0)
'''},
    {"exercise": "dead_units", "right": False, "name": "not in front of an array", "note": "not wants one truth value", "code": '''
def dead_units(Z):
    return not np.any(Z > 0, axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "method of the function", "note": "forgets to call inactive_units", "code": '''
def dead_units(Z):
    return inactive_units.all(axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "axis 2", "note": "counts the axes from 1", "code": '''
def dead_units(Z):
    return np.all(inactive_units(Z), axis=2)
'''},
    # ---------------------------------------------------------------- tanh_prime
    {"exercise": "tanh_prime", "right": True, "name": "formula", "note": "", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": True, "name": "cosh", "note": "", "code": '''
def tanh_prime(z):
    return 1.0 / np.cosh(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": True, "name": "difference of squares", "note": "", "code": '''
def tanh_prime(z):
    t = np.tanh(z)
    return (1 - t) * (1 + t)
'''},
    {"exercise": "tanh_prime", "right": True, "name": "exponentials", "note": "", "code": '''
def tanh_prime(z):
    z = np.asarray(z, dtype=float)
    return 4 / (np.exp(z) + np.exp(-z)) ** 2
'''},
    {"exercise": "tanh_prime", "right": True, "name": "by the sigmoid", "note": "tanh(z) = 2 sigmoid(2 z) - 1, so the slope is 4 s (1 - s)", "code": '''
def tanh_prime(z):
    def sigmoid(u):
        return 1 / (1 + np.exp(-u))
    s = sigmoid(2 * np.asarray(z))
    return 4 * s * (1 - s)
'''},
    {"exercise": "tanh_prime", "right": True, "name": "math in a loop", "note": "", "code": '''
import math

def tanh_prime(z):
    z = np.asarray(z)
    out = np.empty(z.shape)
    for index, value in np.ndenumerate(z):
        out[index] = 1 - math.tanh(value) ** 2
    return out
'''},
    {"exercise": "tanh_prime", "right": False, "name": "square forgotten", "note": "1 - tanh(z) without the square", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(z)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "square of the difference", "note": "squares 1 - tanh(z) as a whole", "code": '''
def tanh_prime(z):
    return (1 - np.tanh(z)) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "square inside", "note": "squares z and not tanh(z)", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(z ** 2)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "input taken for the output", "note": "takes z for tanh(z), as in the form 1 - a**2", "code": '''
def tanh_prime(z):
    return 1 - z ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "as for the sigmoid", "note": "copies a (1 - a) from the sigmoid", "code": '''
def tanh_prime(z):
    t = np.tanh(z)
    return t * (1 - t)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "zeros like z", "note": "zeros_like takes the type of z, so whole numbers give slopes cut off to 0 or 1", "code": '''
def tanh_prime(z):
    z = np.asarray(z)
    slope = np.zeros_like(z)
    slope[...] = 1 - np.tanh(z) ** 2
    return slope
'''},
    {"exercise": "tanh_prime", "right": False, "name": "sign", "note": "tanh^2 - 1", "code": '''
def tanh_prime(z):
    return np.tanh(z) ** 2 - 1
'''},
    {"exercise": "tanh_prime", "right": False, "name": "tangent", "note": "np.tan in place of np.tanh", "code": '''
def tanh_prime(z):
    return 1 - np.tan(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "one over cosh", "note": "the square of the cosh is missing", "code": '''
def tanh_prime(z):
    return 1 / np.cosh(z)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "rounded", "note": "rounds to three decimals as the example does", "code": '''
def tanh_prime(z):
    return np.round(1 - np.tanh(z) ** 2, 3)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "parentheses of the fraction", "note": "own tanh without parentheses round numerator and denominator", "code": '''
def tanh_prime(z):
    t = np.exp(2 * z) - 1 / np.exp(2 * z) + 1
    return 1 - t ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "forward difference", "note": "measures the slope with a coarse step to one side", "code": '''
def tanh_prime(z):
    h = 1e-4
    return (np.tanh(z + h) - np.tanh(z)) / h
'''},
    {"exercise": "tanh_prime", "right": False, "name": "caret", "note": "^ is not a power in Python", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(z)^2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "math.tanh", "note": "math.tanh takes one number only", "code": '''
import math

def tanh_prime(z):
    return 1 - math.tanh(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "square of the function", "note": "tries to square the function as in the formula", "code": '''
def tanh_prime(z):
    return 1 - (np.tanh ** 2)(z)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "shape of a plain number", "note": "a plain number has no shape", "code": '''
def tanh_prime(z):
    return np.ones(z.shape) - np.tanh(z) ** 2
'''},
]
