"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ------------------------------------------------------------------ linear_stack
    {"exercise": "linear_stack", "right": True, "name": "loop from the first", "note": "", "code": '''
def linear_stack(weights):
    W = weights[0]
    for w in weights[1:]:
        W = w @ W
    return W
'''},
    {"exercise": "linear_stack", "right": True, "name": "functools reduce", "note": "", "code": '''
from functools import reduce

def linear_stack(weights):
    return reduce(lambda acc, w: np.dot(w, acc), weights)
'''},
    {"exercise": "linear_stack", "right": True, "name": "recursion", "note": "", "code": '''
def linear_stack(weights):
    if len(weights) == 1:
        return weights[0].copy()
    return linear_stack(weights[1:]) @ weights[0]
'''},
    {"exercise": "linear_stack", "right": True, "name": "identity first", "note": "", "code": '''
def linear_stack(weights):
    n0 = weights[0].shape[1]
    result = np.eye(n0)
    for l in range(len(weights)):
        result = np.matmul(weights[l], result)
    return result
'''},
    {"exercise": "linear_stack", "right": True, "name": "basis vectors through the layers", "note": "", "code": '''
def linear_stack(weights):
    columns = []
    n0 = weights[0].shape[1]
    for j in range(n0):
        a = np.zeros(n0)
        a[j] = 1.0
        for W in weights:
            a = W @ a
        columns.append(a)
    return np.column_stack(columns)
'''},
    {"exercise": "linear_stack", "right": True, "name": "multi_dot with the single case", "note": "", "code": '''
def linear_stack(weights):
    if len(weights) < 2:
        return np.array(weights[0])
    return np.linalg.multi_dot(weights[::-1])
'''},
    {"exercise": "linear_stack", "right": True, "name": "three loops by hand", "note": "", "code": '''
def matmul_by_hand(A, B):
    n, k = A.shape
    m = B.shape[1]
    C = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            for q in range(k):
                C[i, j] += A[i, q] * B[q, j]
    return C

def linear_stack(weights):
    W = np.array(weights[0], dtype=float)
    for nxt in weights[1:]:
        W = matmul_by_hand(nxt, W)
    return W
'''},
    {"exercise": "linear_stack", "right": True, "name": "transposes in forward order", "note": "", "code": '''
def linear_stack(weights):
    T = weights[0].T
    for w in weights[1:]:
        T = T @ w.T
    return T.T
'''},
    {"exercise": "linear_stack", "right": True, "name": "pops from a copy, einsum", "note": "", "code": '''
def linear_stack(weights):
    todo = list(weights)
    W = todo.pop()
    while todo:
        W = np.einsum("ij,jk->ik", W, todo.pop())
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "first on the left", "note": "Crash unless the shapes happen to fit: multiplies W1 @ W2 @ W3, so the order of the product is reversed; a wrong matrix for square layers, ValueError for most others.", "code": '''
def linear_stack(weights):
    W = weights[0]
    for w in weights[1:]:
        W = W @ w
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "star instead of at", "note": "Multiplies entry by entry (*) instead of the matrix product; agrees when the later matrices are 1 x 1 as in the example, ValueError where the shapes do not broadcast.", "code": '''
def linear_stack(weights):
    W = weights[0]
    for w in weights[1:]:
        W = w * W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "last layer left out", "note": "Off by one: range(1, len(weights) - 1) leaves out the last matrix.", "code": '''
def linear_stack(weights):
    W = weights[0]
    for i in range(1, len(weights) - 1):
        W = weights[i] @ W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "first layer left out", "note": "Off by one: starts from weights[1], so the first matrix is missing; IndexError for a single layer.", "code": '''
def linear_stack(weights):
    W = weights[1]
    for i in range(2, len(weights)):
        W = weights[i] @ W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "first layer twice", "note": "Starts with weights[0] and then loops over all matrices, so the first is applied twice; ValueError unless the first is square.", "code": '''
def linear_stack(weights):
    W = weights[0]
    for w in weights:
        W = w @ W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "reverses the list itself", "note": "Right value, but weights.reverse() turns the caller's list round.", "code": '''
def linear_stack(weights):
    weights.reverse()
    W = weights[0]
    for w in weights[1:]:
        W = W @ w
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "empties the list", "note": "Right value, but pop(0) removes the matrices from the caller's list.", "code": '''
def linear_stack(weights):
    W = weights.pop(0)
    while len(weights) > 0:
        W = weights.pop(0) @ W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "transposed result", "note": "Returns the transpose of the right matrix, shape (n_0, n_L).", "code": '''
def linear_stack(weights):
    W = weights[0].T
    for w in weights[1:]:
        W = W @ w.T
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "return inside the loop", "note": "The return is indented into the loop: only the first two matrices are multiplied, and a single layer gives None.", "code": '''
def linear_stack(weights):
    W = weights[0]
    for w in weights[1:]:
        W = w @ W
        return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "multi_dot without the single case", "note": "Crash on a single layer: np.linalg.multi_dot wants at least two arrays (ValueError); right otherwise.", "code": '''
def linear_stack(weights):
    return np.linalg.multi_dot(weights[::-1])
'''},
    {"exercise": "linear_stack", "right": False, "name": "exactly three layers", "note": "Crash unless the list has three matrices: unpacks W1, W2, W3 (ValueError).", "code": '''
def linear_stack(weights):
    W1, W2, W3 = weights
    return W3 @ W2 @ W1
'''},
    {"exercise": "linear_stack", "right": False, "name": "only the first two", "note": "Always multiplies the first two matrices only; more layers are ignored and a single layer is an IndexError.", "code": '''
def linear_stack(weights):
    return weights[1] @ weights[0]
'''},
    {"exercise": "linear_stack", "right": False, "name": "relu in between", "note": "Applies ReLU (max with 0) after every product although the stack has no activation.", "code": '''
def linear_stack(weights):
    W = weights[0]
    for w in weights[1:]:
        W = np.maximum(0, w @ W)
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "prints the matrix", "note": "Prints the right matrix and returns None.", "code": '''
def linear_stack(weights):
    W = weights[0]
    for w in weights[1:]:
        W = w @ W
    print(W)
'''},
    {"exercise": "linear_stack", "right": False, "name": "np.dot of the list", "note": "Crash: np.dot(weights) lacks its second argument (TypeError).", "code": '''
def linear_stack(weights):
    return np.dot(weights[::-1])
'''},
    {"exercise": "linear_stack", "right": False, "name": "identity of the wrong size", "note": "Crash unless n_0 equals the number of layers: starts with np.eye(len(weights)) instead of np.eye(n_0) (ValueError).", "code": '''
def linear_stack(weights):
    W = np.eye(len(weights))
    for w in weights:
        W = w @ W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "starts with ones", "note": "Starts with a matrix of ones instead of the identity, so every column is the sum of all columns.", "code": '''
def linear_stack(weights):
    n0 = weights[0].shape[1]
    W = np.ones((n0, n0))
    for w in weights:
        W = w @ W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "None for one layer", "note": "Returns only inside the branch for more than one layer; a single layer gives None.", "code": '''
def linear_stack(weights):
    if len(weights) > 1:
        W = weights[0]
        for w in weights[1:]:
            W = w @ W
        return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "squeezed", "note": "Squeezes the result, so a matrix with one row or one column comes back as a vector.", "code": '''
def linear_stack(weights):
    W = weights[0]
    for w in weights[1:]:
        W = w @ W
    return np.squeeze(W)
'''},
    {"exercise": "linear_stack", "right": False, "name": "mean of the layers", "note": "Divides the product by the number of layers.", "code": '''
def linear_stack(weights):
    W = weights[0]
    for w in weights[1:]:
        W = w @ W
    return W / len(weights)
'''},
    {"exercise": "linear_stack", "right": False, "name": "misspelled list", "note": "Crash: uses the name weight instead of weights (NameError).", "code": '''
def linear_stack(weights):
    W = weights[0]
    for i in range(1, len(weight)):
        W = weight[i] @ W
    return W
'''},
    {"exercise": "linear_stack", "right": False, "name": "recursion without end", "note": "Crash: calls itself on weights[1:] and never stops at one matrix, so it ends on the empty list (IndexError).", "code": '''
def linear_stack(weights):
    first = weights[0]
    rest = linear_stack(weights[1:])
    return rest @ first
'''},

    # ------------------------------------------------------------------ relu
    {"exercise": "relu", "right": True, "name": "np.maximum", "note": "", "code": '''
def relu(z):
    return np.maximum(0, z)
'''},
    {"exercise": "relu", "right": True, "name": "np.where", "note": "A single number gives a 0-d array; the shape () is that of the number.", "code": '''
def relu(z):
    z = np.asarray(z)
    return np.where(z > 0, z, 0)
'''},
    {"exercise": "relu", "right": True, "name": "mask on a copy", "note": "", "code": '''
def relu(z):
    a = np.array(z, dtype=float)
    a[a < 0] = 0.0
    return a
'''},
    {"exercise": "relu", "right": True, "name": "times the condition", "note": "Negative entries become -0.0, which equals 0.", "code": '''
def relu(z):
    return z * (z > 0)
'''},
    {"exercise": "relu", "right": True, "name": "half of sum with abs", "note": "", "code": '''
def relu(z):
    return (z + abs(z)) / 2
'''},
    {"exercise": "relu", "right": True, "name": "python float for numbers", "note": "Reads 'float or ndarray' strictly: a Python number gives a Python float.", "code": '''
def relu(z):
    if isinstance(z, (int, float)):
        return float(max(0.0, z))
    return z.clip(min=0)
'''},
    {"exercise": "relu", "right": True, "name": "flat loop and reshape", "note": "", "code": '''
def relu(z):
    arr = np.asarray(z)
    out = [x if x > 0 else 0.0 for x in arr.flatten()]
    return np.array(out).reshape(arr.shape)
'''},
    {"exercise": "relu", "right": True, "name": "vectorize with otypes", "note": "", "code": '''
def relu(z):
    f = np.vectorize(lambda x: max(0.0, x), otypes=[float])
    return f(z)
'''},
    {"exercise": "relu", "right": True, "name": "clip to infinity", "note": "", "code": '''
def relu(z, lower=0.0):
    return np.clip(z, lower, np.inf)
'''},
    {"exercise": "relu", "right": False, "name": "absolute value", "note": "Takes the absolute value, so negatives become positive instead of 0.", "code": '''
def relu(z):
    return np.abs(z)
'''},
    {"exercise": "relu", "right": False, "name": "minimum", "note": "Takes the minimum of 0 and z: keeps the negatives and kills the positives.", "code": '''
def relu(z):
    return np.minimum(0, z)
'''},
    {"exercise": "relu", "right": False, "name": "unit step", "note": "Returns 1 where z > 0 (the step, i.e. the slope) instead of z.", "code": '''
def relu(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
'''},
    {"exercise": "relu", "right": False, "name": "leaky", "note": "Leaky ReLU: negatives become 0.01 z instead of 0.", "code": '''
def relu(z):
    return np.maximum(0.01 * z, z)
'''},
    {"exercise": "relu", "right": False, "name": "clipped at six", "note": "Clips from above as well (ReLU6): everything larger than 6 becomes 6.", "code": '''
def relu(z):
    return np.clip(z, 0, 6)
'''},
    {"exercise": "relu", "right": False, "name": "overwrites its input", "note": "Right value, but sets the negatives to 0 in the caller's array (np.asarray makes no copy).", "code": '''
def relu(z):
    z = np.asarray(z)
    z[z < 0] = 0
    return z
'''},
    {"exercise": "relu", "right": False, "name": "drops the negatives", "note": "Returns only the positive entries as a flat vector instead of putting 0 for the others; the shape is lost.", "code": '''
def relu(z):
    z = np.asarray(z)
    return z[z > 0]
'''},
    {"exercise": "relu", "right": False, "name": "np.max for np.maximum", "note": "Crash: np.max(0, z) takes z for the axis (TypeError).", "code": '''
def relu(z):
    return np.max(0, z)
'''},
    {"exercise": "relu", "right": False, "name": "builtin max", "note": "Crash on arrays: the builtin max(0, z) needs one truth value (ValueError); right for a single number.", "code": '''
def relu(z):
    return max(0, z)
'''},
    {"exercise": "relu", "right": False, "name": "if on an array", "note": "Crash on arrays: if z > 0 is ambiguous for more than one entry (ValueError); right for a single number.", "code": '''
def relu(z):
    if z > 0:
        return z
    else:
        return 0
'''},
    {"exercise": "relu", "right": False, "name": "two dimensions only", "note": "Crash on numbers and vectors: unpacks n, m = z.shape (AttributeError for a number, ValueError for a vector); right for matrices.", "code": '''
def relu(z):
    n, m = z.shape
    a = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            if z[i, j] > 0:
                a[i, j] = z[i, j]
    return a
'''},
    {"exercise": "relu", "right": False, "name": "capital Z", "note": "Crash: the argument is z but the code uses Z, which is not defined yet (NameError; later in the notebook a global Z would be used).", "code": '''
def relu(z):
    return np.maximum(0, Z)
'''},
    {"exercise": "relu", "right": False, "name": "integer output", "note": "Collects the result in an integer array, so positive numbers lose their decimals.", "code": '''
def relu(z):
    z = np.asarray(z)
    a = np.zeros(z.shape, dtype=int)
    a[z > 0] = z[z > 0]
    return a
'''},
    {"exercise": "relu", "right": False, "name": "vectorize guesses the type", "note": "np.vectorize without otypes takes the type from the first entry: if that is not positive, the integer 0 makes the whole result integer and decimals are cut.", "code": '''
def relu(z):
    return np.vectorize(lambda x: x if x > 0 else 0)(z)
'''},
    {"exercise": "relu", "right": False, "name": "all or nothing", "note": "Decides once for the whole array: if any entry is negative everything becomes 0.", "code": '''
def relu(z):
    if np.any(np.asarray(z) < 0):
        return np.zeros_like(z)
    return z
'''},
    {"exercise": "relu", "right": False, "name": "softplus", "note": "Computes the softplus log(1 + e^z), the smooth relative of ReLU.", "code": '''
def relu(z):
    return np.log(1 + np.exp(z))
'''},
    {"exercise": "relu", "right": False, "name": "threshold one", "note": "Lets z through only from 1 on (z >= 1), so numbers between 0 and 1 become 0.", "code": '''
def relu(z):
    z = np.asarray(z)
    return np.where(z >= 1, z, 0.0)
'''},
    {"exercise": "relu", "right": False, "name": "number becomes a vector", "note": "np.atleast_1d makes a single number into an array of shape (1,); arrays are right.", "code": '''
def relu(z):
    z = np.atleast_1d(z)
    return np.where(z > 0, z, 0.0)
'''},
    {"exercise": "relu", "right": False, "name": "no else for negative numbers", "note": "For a single number that is not positive there is no return, so None comes back; arrays are right.", "code": '''
def relu(z):
    if np.isscalar(z):
        if z > 0:
            return z
    else:
        return np.maximum(z, 0)
'''},
    {"exercise": "relu", "right": False, "name": "where swapped", "note": "The two values of np.where are swapped: positives become 0, the others stay.", "code": '''
def relu(z):
    return np.where(np.asarray(z) > 0, 0, z)
'''},

    # ------------------------------------------------------------------ relu_prime
    {"exercise": "relu_prime", "right": True, "name": "np.where", "note": "", "code": '''
def relu_prime(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
'''},
    {"exercise": "relu_prime", "right": True, "name": "asarray and astype", "note": "", "code": '''
def relu_prime(z):
    return (np.asarray(z) > 0).astype(float)
'''},
    {"exercise": "relu_prime", "right": True, "name": "heaviside with 0 at 0", "note": "", "code": '''
def relu_prime(z):
    return np.heaviside(z, 0.0)
'''},
    {"exercise": "relu_prime", "right": True, "name": "sign of the relu", "note": "", "code": '''
def relu_prime(z):
    return np.sign(np.maximum(0.0, z))
'''},
    {"exercise": "relu_prime", "right": True, "name": "floats for numbers, masks for arrays", "note": "Strict reading of 'float or ndarray': a Python number gives a Python float.", "code": '''
def relu_prime(z):
    if np.ndim(z) == 0:
        return 1.0 if z > 0 else 0.0
    slope = np.ones(z.shape)
    slope[z <= 0] = 0.0
    return slope
'''},
    {"exercise": "relu_prime", "right": True, "name": "flat loop", "note": "", "code": '''
def relu_prime(z):
    z = np.asarray(z, dtype=float)
    d = np.zeros(z.size)
    for k, value in enumerate(z.ravel()):
        if value > 0:
            d[k] = 1.0
    return d.reshape(z.shape)
'''},
    {"exercise": "relu_prime", "right": True, "name": "floor of the shifted sign", "note": "sign + 1 is 0, 1 or 2; half of it rounded down is 0, 0 or 1.", "code": '''
def relu_prime(z):
    return (np.sign(z) + 1) // 2
'''},
    {"exercise": "relu_prime", "right": True, "name": "whole numbers 0 and 1", "note": "Reads 1.0 and 0.0 as values, not as a type: returns integers 1 and 0, which are equal to them.", "code": '''
def relu_prime(z):
    return 1 * (np.asarray(z) > 0)
'''},
    {"exercise": "relu_prime", "right": True, "name": "booleans", "note": "Ambiguous: returns True and False. By 'values and shapes count' they equal 1.0 and 0.0; the docstring says 1.0 and 0.0.", "code": '''
def relu_prime(z):
    return np.greater(z, 0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "one at the kink", "note": "Uses z >= 0, so the slope at exactly 0 is 1 instead of 0.", "code": '''
def relu_prime(z):
    return np.where(np.asarray(z) >= 0, 1.0, 0.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "half at the kink", "note": "Uses heaviside with 0.5 at 0, so the slope at exactly 0 is 0.5.", "code": '''
def relu_prime(z):
    return np.heaviside(z, 0.5)
'''},
    {"exercise": "relu_prime", "right": False, "name": "relu over z", "note": "Computes max(0, z)/z, which is 0/0 = nan at z = 0; right elsewhere.", "code": '''
def relu_prime(z):
    return np.maximum(0.0, z) / np.asarray(z)
'''},
    {"exercise": "relu_prime", "right": False, "name": "sign", "note": "Returns the sign, so the slope of negative z is -1 instead of 0.", "code": '''
def relu_prime(z):
    return np.sign(z) * 1.0
'''},
    {"exercise": "relu_prime", "right": False, "name": "returns relu", "note": "Returns ReLU itself (z where positive), not its slope.", "code": '''
def relu_prime(z):
    z = np.asarray(z)
    return np.where(z > 0, z, 0.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "clip to 0 and 1", "note": "Clips z to [0, 1]; right for z <= 0 and z >= 1, but gives z itself between.", "code": '''
def relu_prime(z):
    return np.clip(z, 0.0, 1.0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "central difference", "note": "Measures the slope numerically with a step of 1e-4 to both sides: 0.5 at the kink and values between 0 and 1 very near it.", "code": '''
def relu_prime(z, h=1e-4):
    z = np.asarray(z, dtype=float)
    return (np.maximum(z + h, 0) - np.maximum(z - h, 0)) / (2 * h)
'''},
    {"exercise": "relu_prime", "right": False, "name": "tolerance", "note": "Uses z > 1e-6 'because of rounding', so tiny positive z get the slope 0.", "code": '''
def relu_prime(z):
    eps = 1e-6
    return (np.asarray(z) > eps).astype(float)
'''},
    {"exercise": "relu_prime", "right": False, "name": "opposite gate", "note": "The condition is turned round: 1 where z <= 0 and 0 where z > 0.", "code": '''
def relu_prime(z):
    return (np.asarray(z) <= 0).astype(float)
'''},
    {"exercise": "relu_prime", "right": False, "name": "leaky slope", "note": "Gives negative z the slope 0.01 of a leaky ReLU.", "code": '''
def relu_prime(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.01)
'''},
    {"exercise": "relu_prime", "right": False, "name": "where with the condition alone", "note": "np.where(z > 0) without values returns a tuple of indices instead of slopes.", "code": '''
def relu_prime(z):
    z = np.atleast_1d(z)
    return np.where(z > 0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "writes into z", "note": "Right value, but overwrites the caller's array with ones and zeros.", "code": '''
def relu_prime(z):
    s = np.asarray(z)
    s[s > 0] = 1
    s[s <= 0] = 0
    return s
'''},
    {"exercise": "relu_prime", "right": False, "name": "astype on a plain number", "note": "Crash on a Python number: (z > 0) is a bool without astype (AttributeError); arrays are right.", "code": '''
def relu_prime(z):
    return (z > 0).astype(float)
'''},
    {"exercise": "relu_prime", "right": False, "name": "int of an array", "note": "Crash on arrays: int(z > 0) works for one entry only (TypeError); a single number is right.", "code": '''
def relu_prime(z):
    return float(int(z > 0))
'''},
    {"exercise": "relu_prime", "right": False, "name": "heavyside", "note": "Crash: misspells np.heaviside as np.heavyside (AttributeError).", "code": '''
def relu_prime(z):
    return np.heavyside(z, 0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "shape of a plain number", "note": "Crash on a Python number: asks z.shape and indexes z (AttributeError); arrays are right.", "code": '''
def relu_prime(z):
    d = np.zeros(z.shape)
    d[z > 0] = 1
    return d
'''},
    {"exercise": "relu_prime", "right": False, "name": "fraction of active entries", "note": "Returns one number, the mean of the slopes, instead of one slope an entry.", "code": '''
def relu_prime(z):
    return np.mean(np.asarray(z) > 0)
'''},
    {"exercise": "relu_prime", "right": False, "name": "np.gradient", "note": "Crash on a number, wrong on arrays: takes differences of neighbouring entries of relu(z) with np.gradient (ValueError when an axis has fewer than two entries; a tuple of arrays for matrices).", "code": '''
def relu_prime(z):
    r = np.maximum(0, z)
    return np.gradient(np.atleast_1d(r))
'''},
    {"exercise": "relu_prime", "right": False, "name": "flattened list comprehension", "note": "Returns a flat array of shape (n*m,) for matrices and (1,) for a number: the shape of z is not restored.", "code": '''
def relu_prime(z):
    return np.array([1.0 if v > 0 else 0.0 for v in np.asarray(z).ravel()])
'''},

    # ------------------------------------------------------------------ relu_backward
    {"exercise": "relu_backward", "right": True, "name": "times the gate", "note": "", "code": '''
def relu_backward(dA, Z):
    return dA * (Z > 0)
'''},
    {"exercise": "relu_backward", "right": True, "name": "np.where", "note": "", "code": '''
def relu_backward(dA, Z):
    return np.where(Z > 0, dA, 0.0)
'''},
    {"exercise": "relu_backward", "right": True, "name": "mask on a copy", "note": "", "code": '''
def relu_backward(dA, Z):
    dZ = np.array(dA, copy=True)
    dZ[Z <= 0] = 0
    return dZ
'''},
    {"exercise": "relu_backward", "right": True, "name": "double loop", "note": "", "code": '''
def relu_backward(dA, Z):
    n, m = Z.shape
    dZ = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            if Z[i][j] > 0:
                dZ[i][j] = dA[i][j]
            else:
                dZ[i][j] = 0
    return dZ
'''},
    {"exercise": "relu_backward", "right": True, "name": "calls relu_prime", "note": "Calls relu_prime of exercise 3.3.", "code": '''
def relu_backward(dA, Z):
    return np.multiply(dA, relu_prime(Z))
'''},
    {"exercise": "relu_backward", "right": True, "name": "einsum with heaviside", "note": "", "code": '''
def relu_backward(dA, Z):
    gate = np.heaviside(Z, 0.0)
    return np.einsum("ij,ij->ij", dA, gate)
'''},
    {"exercise": "relu_backward", "right": True, "name": "zip and list comprehension", "note": "", "code": '''
def relu_backward(dA, Z):
    return np.array([[g if z > 0 else 0.0 for g, z in zip(grow, zrow)] for grow, zrow in zip(dA, Z)])
'''},
    {"exercise": "relu_backward", "right": True, "name": "copyto", "note": "", "code": '''
def relu_backward(dA, Z):
    dZ = np.zeros(dA.shape)
    active = np.greater(Z, 0)
    np.copyto(dZ, dA, where=active)
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "open at the kink", "note": "Uses Z >= 0, so the gradient passes where Z is exactly 0.", "code": '''
def relu_backward(dA, Z):
    return dA * (Z >= 0)
'''},
    {"exercise": "relu_backward", "right": False, "name": "gate from dA", "note": "The gate looks at the sign of dA instead of Z: applies ReLU to the gradient.", "code": '''
def relu_backward(dA, Z):
    dZ = dA.copy()
    dZ[dA <= 0] = 0
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "both gates", "note": "Needs Z > 0 and also dA > 0, so negative gradients never pass.", "code": '''
def relu_backward(dA, Z):
    return np.where((Z > 0) & (dA > 0), dA, 0.0)
'''},
    {"exercise": "relu_backward", "right": False, "name": "times relu", "note": "Multiplies by ReLU(Z) instead of its slope.", "code": '''
def relu_backward(dA, Z):
    A = np.maximum(0, Z)
    return dA * A
'''},
    {"exercise": "relu_backward", "right": False, "name": "sign of Z", "note": "Multiplies by sign(Z): where Z is negative the gradient comes back with the other sign instead of 0.", "code": '''
def relu_backward(dA, Z):
    return dA * np.sign(Z)
'''},
    {"exercise": "relu_backward", "right": False, "name": "another 1/m", "note": "Divides by m although the 1/m is already in dA.", "code": '''
def relu_backward(dA, Z):
    m = Z.shape[1]
    return dA * (Z > 0) / m
'''},
    {"exercise": "relu_backward", "right": False, "name": "arguments swapped", "note": "Uses Z as the gradient and dA as the gate: Z * (dA > 0).", "code": '''
def relu_backward(dA, Z):
    dZ = Z * (dA > 0)
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "zeroes dA itself", "note": "Right value, but dZ is the same array as dA, so the caller's gradient is overwritten.", "code": '''
def relu_backward(dA, Z):
    dZ = dA
    dZ[Z <= 0] = 0
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "turns Z into the gate", "note": "Right value, but Z is overwritten with zeros and ones on the way.", "code": '''
def relu_backward(dA, Z):
    Z[Z <= 0] = 0
    Z[Z > 0] = 1
    return dA * Z
'''},
    {"exercise": "relu_backward", "right": False, "name": "gate for the whole unit", "note": "One gate a unit: opens the whole row if the sum of its pre-activations is positive.", "code": '''
def relu_backward(dA, Z):
    gate = Z.sum(axis=1, keepdims=True) > 0
    return dA * gate
'''},
    {"exercise": "relu_backward", "right": False, "name": "only the passing entries", "note": "Returns dA[Z > 0], a flat vector of the entries that pass; zeros and shape are lost.", "code": '''
def relu_backward(dA, Z):
    return dA[Z > 0]
'''},
    {"exercise": "relu_backward", "right": False, "name": "matrix product", "note": "Crash unless n = m: uses @ instead of the entrywise product (ValueError; a wrong matrix for square shapes).", "code": '''
def relu_backward(dA, Z):
    return dA @ (Z > 0).astype(float)
'''},
    {"exercise": "relu_backward", "right": False, "name": "function not called", "note": "Crash: multiplies dA by the function relu_prime without calling it (TypeError).", "code": '''
def relu_backward(dA, Z):
    dZ = dA * relu_prime
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "if on the matrix", "note": "Crash: if Z > 0 on a whole matrix (ValueError) except for a 1 x 1 one.", "code": '''
def relu_backward(dA, Z):
    if Z > 0:
        return dA
    return np.zeros_like(dA)
'''},
    {"exercise": "relu_backward", "right": False, "name": "shape unpacked the other way", "note": "Crash unless n = m: takes m, n = Z.shape but indexes [unit, example] (IndexError).", "code": '''
def relu_backward(dA, Z):
    m, n = Z.shape
    dZ = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            dZ[i, j] = dA[i, j] if Z[i, j] > 0 else 0
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "last column forgotten", "note": "Off by one: the loop over the examples stops one early, so the last column of dZ stays 0.", "code": '''
def relu_backward(dA, Z):
    dZ = np.zeros(Z.shape)
    for j in range(Z.shape[1] - 1):
        dZ[:, j] = dA[:, j] * (Z[:, j] > 0)
    return dZ
'''},
    {"exercise": "relu_backward", "right": False, "name": "summed over the examples", "note": "Sums the gradient over the examples and returns shape (n, 1), as for a bias.", "code": '''
def relu_backward(dA, Z):
    dZ = dA * (Z > 0)
    return np.sum(dZ, axis=1, keepdims=True)
'''},
    {"exercise": "relu_backward", "right": False, "name": "gate without dA", "note": "Returns the gate alone (the slope of ReLU) and forgets to multiply by dA.", "code": '''
def relu_backward(dA, Z):
    return np.where(Z > 0, 1.0, 0.0)
'''},
    {"exercise": "relu_backward", "right": False, "name": "absolute gradient", "note": "Lets the absolute value of dA through, so negative gradients change their sign.", "code": '''
def relu_backward(dA, Z):
    return np.abs(dA) * (Z > 0)
'''},
    {"exercise": "relu_backward", "right": False, "name": "tuple with Z", "note": "Returns the tuple (dZ, Z) instead of dZ.", "code": '''
def relu_backward(dA, Z):
    dZ = dA * (Z > 0)
    return dZ, Z
'''},

    # ------------------------------------------------------------------ inactive_units
    {"exercise": "inactive_units", "right": True, "name": "comparison", "note": "", "code": '''
def inactive_units(Z):
    return Z <= 0
'''},
    {"exercise": "inactive_units", "right": True, "name": "not positive", "note": "", "code": '''
def inactive_units(Z):
    active = Z > 0
    return np.logical_not(active)
'''},
    {"exercise": "inactive_units", "right": True, "name": "output equals 0", "note": "Calls relu of exercise 3.2.", "code": '''
def inactive_units(Z):
    return relu(Z) == 0
'''},
    {"exercise": "inactive_units", "right": True, "name": "integers 1 and 0", "note": "Takes the offer of the text that 1 and 0 are right too.", "code": '''
def inactive_units(Z):
    return np.where(Z > 0, 0, 1)
'''},
    {"exercise": "inactive_units", "right": True, "name": "one minus slope, floats", "note": "Floats 1.0 and 0.0 for 'so are 1 and 0'.", "code": '''
def inactive_units(Z):
    return 1.0 - np.heaviside(Z, 0.0)
'''},
    {"exercise": "inactive_units", "right": True, "name": "double loop into bool array", "note": "", "code": '''
def inactive_units(Z):
    n, m = Z.shape
    mask = np.zeros((n, m), dtype=bool)
    for i in range(n):
        for j in range(m):
            if Z[i, j] <= 0:
                mask[i, j] = True
    return mask
'''},
    {"exercise": "inactive_units", "right": True, "name": "nested comprehension", "note": "", "code": '''
def inactive_units(Z):
    return np.array([[not z > 0 for z in row] for row in Z])
'''},
    {"exercise": "inactive_units", "right": True, "name": "negative or zero", "note": "", "code": '''
def inactive_units(Z):
    return (Z < 0) | (Z == 0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "zero counts as active", "note": "Uses Z < 0, so a unit at exactly 0 is not marked.", "code": '''
def inactive_units(Z):
    return Z < 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "marks the active ones", "note": "Returns Z > 0, the opposite mask.", "code": '''
def inactive_units(Z):
    mask = Z > 0
    return mask
'''},
    {"exercise": "inactive_units", "right": False, "name": "pre-activation equals 0", "note": "Tests Z == 0 instead of the output being 0, so negative pre-activations are not marked.", "code": '''
def inactive_units(Z):
    return Z == 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "dead already", "note": "Takes .all over the examples and returns shape (n,): dead units instead of inactive ones.", "code": '''
def inactive_units(Z):
    return (Z <= 0).all(axis=1)
'''},
    {"exercise": "inactive_units", "right": False, "name": "minus a mask", "note": "Crash: negates the mask with a minus sign, which NumPy forbids for booleans (TypeError).", "code": '''
def inactive_units(Z):
    return -(Z > 0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "tilde on integers", "note": "Applies ~ to integers: gives -2 and -1 instead of 0 and 1.", "code": '''
def inactive_units(Z):
    active = (Z > 0).astype(int)
    return ~active
'''},
    {"exercise": "inactive_units", "right": False, "name": "not on an array", "note": "Crash: 'not Z > 0' asks a whole matrix for one truth value (ValueError).", "code": '''
def inactive_units(Z):
    return not Z > 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "nearly zero output", "note": "Uses np.isclose(relu output, 0), so small positive pre-activations up to 1e-8 are marked as well.", "code": '''
def inactive_units(Z):
    A = np.maximum(Z, 0)
    return np.isclose(A, 0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "rounds first", "note": "Rounds Z to whole numbers first, so pre-activations up to 0.5 are marked.", "code": '''
def inactive_units(Z):
    return np.round(Z) <= 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "list of positions", "note": "Returns the positions (np.argwhere) of inactive entries instead of a mask.", "code": '''
def inactive_units(Z):
    return np.argwhere(Z <= 0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "transposed mask", "note": "Loops over the examples and stacks them as rows, so the mask has shape (m, n).", "code": '''
def inactive_units(Z):
    mask = []
    for i in range(Z.shape[1]):
        mask.append(Z[:, i] <= 0)
    return np.array(mask)
'''},
    {"exercise": "inactive_units", "right": False, "name": "first example for all", "note": "Decides by the first example alone and repeats that answer for every column.", "code": '''
def inactive_units(Z):
    first = Z[:, :1] <= 0
    return np.repeat(first, Z.shape[1], axis=1)
'''},
    {"exercise": "inactive_units", "right": False, "name": "relu in place first", "note": "Right mask, but np.maximum(..., out=Z) overwrites the caller's pre-activations with the outputs.", "code": '''
def inactive_units(Z):
    np.maximum(Z, 0, out=Z)
    return Z == 0
'''},
    {"exercise": "inactive_units", "right": False, "name": "number of inactive entries", "note": "Returns the count of inactive entries, one number, instead of the mask.", "code": '''
def inactive_units(Z):
    return np.sum(Z <= 0)
'''},
    {"exercise": "inactive_units", "right": False, "name": "lower-case true", "note": "Crash: writes true and false as in another language (NameError).", "code": '''
def inactive_units(Z):
    return np.where(Z <= 0, true, false)
'''},
    {"exercise": "inactive_units", "right": False, "name": "appends to an array", "note": "Crash: calls .append on a NumPy array (AttributeError).", "code": '''
def inactive_units(Z):
    result = np.array([])
    for row in Z:
        result.append([z <= 0 for z in row])
    return result
'''},
    {"exercise": "inactive_units", "right": False, "name": "compares with the mean", "note": "Marks what lies at or below the mean of its unit instead of at or below 0.", "code": '''
def inactive_units(Z):
    return Z <= Z.mean(axis=1, keepdims=True)
'''},
    {"exercise": "inactive_units", "right": False, "name": "words instead of truth values", "note": "Returns the strings 'inactive' and 'active'.", "code": '''
def inactive_units(Z):
    return np.where(Z <= 0, "inactive", "active")
'''},

    # ------------------------------------------------------------------ dead_units
    {"exercise": "dead_units", "right": True, "name": "all along the examples", "note": "", "code": '''
def dead_units(Z):
    return np.all(Z <= 0, axis=1)
'''},
    {"exercise": "dead_units", "right": True, "name": "largest is not positive", "note": "", "code": '''
def dead_units(Z):
    return Z.max(axis=1) <= 0
'''},
    {"exercise": "dead_units", "right": True, "name": "loop with a flag", "note": "", "code": '''
def dead_units(Z):
    n, m = Z.shape
    dead = np.zeros(n, dtype=bool)
    for unit in range(n):
        flag = True
        for example in range(m):
            if Z[unit, example] > 0:
                flag = False
                break
        dead[unit] = flag
    return dead
'''},
    {"exercise": "dead_units", "right": True, "name": "not any active", "note": "", "code": '''
def dead_units(Z):
    return ~(Z > 0).any(axis=1)
'''},
    {"exercise": "dead_units", "right": True, "name": "counts to m", "note": "Calls inactive_units of exercise 4.1.", "code": '''
def dead_units(Z):
    m = Z.shape[1]
    return np.sum(inactive_units(Z), axis=1) == m
'''},
    {"exercise": "dead_units", "right": True, "name": "builtin all in a comprehension", "note": "", "code": '''
def dead_units(Z):
    return np.array([all(z <= 0 for z in row) for row in Z])
'''},
    {"exercise": "dead_units", "right": True, "name": "total output is 0", "note": "", "code": '''
def dead_units(Z):
    A = np.maximum(0.0, Z)
    return A.sum(axis=-1) == 0
'''},
    {"exercise": "dead_units", "right": True, "name": "product of masks as integers", "note": "Ambiguous: returns 1 and 0; exercise 4.1 says they are as right as True and False, 4.2 does not repeat it.", "code": '''
def dead_units(Z):
    return np.prod(np.where(Z > 0, 0, 1), axis=1)
'''},
    {"exercise": "dead_units", "right": True, "name": "logical_and reduce", "note": "", "code": '''
def dead_units(Z):
    return np.logical_and.reduce(np.less_equal(Z, 0), axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "any instead of all", "note": "Marks a unit that is inactive for at least one example (any instead of all).", "code": '''
def dead_units(Z):
    return np.any(Z <= 0, axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "along the units", "note": "Wrong axis: axis=0 asks for each example whether all units are inactive, shape (m,).", "code": '''
def dead_units(Z):
    return np.all(Z <= 0, axis=0)
'''},
    {"exercise": "dead_units", "right": False, "name": "one answer for the layer", "note": "No axis: one single True or False for the whole layer.", "code": '''
def dead_units(Z):
    return np.all(Z <= 0)
'''},
    {"exercise": "dead_units", "right": False, "name": "keeps the column", "note": "keepdims=True gives shape (n, 1) instead of (n,).", "code": '''
def dead_units(Z):
    return np.all(Z <= 0, axis=1, keepdims=True)
'''},
    {"exercise": "dead_units", "right": False, "name": "strictly negative", "note": "Uses < 0, so a unit with a pre-activation of exactly 0 among negatives is not dead.", "code": '''
def dead_units(Z):
    return np.all(Z < 0, axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "sum not positive", "note": "Tests whether the sum of the pre-activations is <= 0, so a unit with a few positives and large negatives counts as dead.", "code": '''
def dead_units(Z):
    total = np.sum(Z, axis=1)
    return total <= 0
'''},
    {"exercise": "dead_units", "right": False, "name": "smallest not positive", "note": "Uses the minimum of each row instead of the maximum.", "code": '''
def dead_units(Z):
    return np.min(Z, axis=1) <= 0
'''},
    {"exercise": "dead_units", "right": False, "name": "last example decides", "note": "The flag is overwritten for every example, so only the last one decides.", "code": '''
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
    {"exercise": "dead_units", "right": False, "name": "last example ignored", "note": "Off by one: looks at Z[:, :-1] and never at the last example.", "code": '''
def dead_units(Z):
    return (Z[:, :-1] <= 0).all(axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "living units", "note": "Returns the opposite: True where the unit fires for some example.", "code": '''
def dead_units(Z):
    return (Z > 0).any(axis=1)
'''},
    {"exercise": "dead_units", "right": False, "name": "numbers of the dead", "note": "Returns the indices of the dead units instead of a mask.", "code": '''
def dead_units(Z):
    return np.where(Z.max(axis=1) <= 0)[0]
'''},
    {"exercise": "dead_units", "right": False, "name": "most of the time", "note": "Calls a unit dead if it is inactive for more than half of the examples.", "code": '''
def dead_units(Z):
    return np.mean(Z <= 0, axis=1) > 0.5
'''},
    {"exercise": "dead_units", "right": False, "name": "all before the comparison", "note": "Misplaced parenthesis: np.all(Z, axis=1) <= 0 is True where some entry is exactly 0.", "code": '''
def dead_units(Z):
    return np.all(Z, axis=1) <= 0
'''},
    {"exercise": "dead_units", "right": False, "name": "return in the loop", "note": "The return is inside the loop: only the answer for the first unit comes back, shape ().", "code": '''
def dead_units(Z):
    for row in Z:
        return np.all(row <= 0)
'''},
    {"exercise": "dead_units", "right": False, "name": "builtin all on rows", "note": "Crash: the builtin all on a matrix asks a row for one truth value (ValueError); for m = 1 a single number instead.", "code": '''
def dead_units(Z):
    return all(Z <= 0)
'''},
    {"exercise": "dead_units", "right": False, "name": "range of a shape", "note": "Crash: range(Z.shape) gets a tuple (TypeError).", "code": '''
def dead_units(Z):
    dead = []
    for i in range(Z.shape):
        dead.append(np.all(Z[i] <= 0))
    return np.array(dead)
'''},
    {"exercise": "dead_units", "right": False, "name": "axis two", "note": "Crash: axis=2 for a matrix (AxisError), counting axes from 1.", "code": '''
def dead_units(Z):
    return (Z <= 0).all(axis=2)
'''},
    {"exercise": "dead_units", "right": False, "name": "list assigned from append", "note": "Crash: dead = dead.append(...) makes dead None, so the second unit is an AttributeError; for one unit None is wrapped.", "code": '''
def dead_units(Z):
    dead = []
    for row in Z:
        dead = dead.append(bool(row.max() <= 0))
    return np.array(dead)
'''},
    {"exercise": "dead_units", "right": False, "name": "no spread", "note": "Tests whether a unit's pre-activations have no spread (std == 0) instead of whether its outputs are 0.", "code": '''
def dead_units(Z):
    return Z.std(axis=1) == 0
'''},

    # ------------------------------------------------------------------ tanh_prime
    {"exercise": "tanh_prime", "right": True, "name": "formula", "note": "", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": True, "name": "product of sum and difference", "note": "", "code": '''
def tanh_prime(z):
    t = np.tanh(np.asarray(z, dtype=float))
    return (1.0 - t) * (1.0 + t)
'''},
    {"exercise": "tanh_prime", "right": True, "name": "one over cosh squared", "note": "More exact than 1 - tanh^2 far out, where that is 0: cosh(30)^2 gives about 3.5e-26.", "code": '''
def tanh_prime(z):
    return 1.0 / np.cosh(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": True, "name": "through the sigmoid of 2z", "note": "", "code": '''
def tanh_prime(z):
    s = 1 / (1 + np.exp(-2.0 * np.asarray(z)))
    return 4 * s * (1 - s)
'''},
    {"exercise": "tanh_prime", "right": True, "name": "math for numbers, numpy for arrays", "note": "Strict reading of 'float or ndarray': a Python number gives a Python float.", "code": '''
import math

def tanh_prime(z):
    if isinstance(z, (int, float)):
        return 1.0 - math.tanh(z) ** 2
    return np.subtract(1.0, np.square(np.tanh(z)))
'''},
    {"exercise": "tanh_prime", "right": True, "name": "flat loop", "note": "", "code": '''
def tanh_prime(z):
    z = np.asarray(z)
    slopes = np.empty(z.shape, dtype=float)
    for index in np.ndindex(z.shape):
        t = np.tanh(z[index])
        slopes[index] = 1 - t * t
    return slopes
'''},
    {"exercise": "tanh_prime", "right": True, "name": "exponentials written out", "note": "Safe from -30 to 30, the promised range.", "code": '''
def tanh_prime(z):
    z = np.asarray(z, dtype=float)
    up, down = np.exp(z), np.exp(-z)
    return 4 / (up + down) ** 2
'''},
    {"exercise": "tanh_prime", "right": True, "name": "einsum of a product", "note": "", "code": '''
def tanh_prime(z):
    t = np.tanh(z)
    return 1.0 - np.einsum("...,...->...", t, t)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "square forgotten", "note": "Computes 1 - tanh(z) without the square.", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(z)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "plus", "note": "Wrong sign: 1 + tanh^2(z).", "code": '''
def tanh_prime(z):
    return 1 + np.tanh(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "takes z for the output", "note": "Computes 1 - z^2, as if z were already the value of tanh; agrees at 0.", "code": '''
def tanh_prime(z):
    return 1 - np.asarray(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "square on the inside", "note": "Squares the argument: 1 - tanh(z^2) instead of 1 - tanh(z)^2; agrees at 0.", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(np.square(z))
'''},
    {"exercise": "tanh_prime", "right": False, "name": "sigmoid recipe", "note": "Uses a(1 - a), the recipe of the sigmoid, with a = tanh(z).", "code": '''
def tanh_prime(z):
    a = np.tanh(z)
    return a * (1 - a)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "whole difference squared", "note": "Misplaced parenthesis: (1 - tanh(z))^2.", "code": '''
def tanh_prime(z):
    return (1 - np.tanh(z)) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "cosh not squared", "note": "Computes 1/cosh(z) without the square; agrees at 0.", "code": '''
def tanh_prime(z):
    return 1 / np.cosh(z)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "arctan slope", "note": "Computes 1/(1 + z^2), the slope of arctan; agrees at 0.", "code": '''
def tanh_prime(z):
    return 1.0 / (1.0 + np.asarray(z) ** 2)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "factor two in the sigmoid missing", "note": "4 s (1 - s) with the sigmoid of z instead of 2z: too wide, agrees at 0.", "code": '''
def tanh_prime(z):
    s = 1 / (1 + np.exp(-np.asarray(z)))
    return 4 * s * (1 - s)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "tan for tanh", "note": "Uses np.tan instead of np.tanh; agrees at 0.", "code": '''
def tanh_prime(z):
    return 1 - np.tan(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "coarse difference", "note": "Measures the slope with a central difference of step 0.01: wrong from about the fifth digit on.", "code": '''
def tanh_prime(z):
    h = 0.01
    return (np.tanh(z + h) - np.tanh(z - h)) / (2 * h)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "rounded", "note": "Rounds the slope to three decimals, as in the example.", "code": '''
def tanh_prime(z):
    return np.round(1 - np.tanh(z) ** 2, 3)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "floor against vanishing", "note": "Clips the slope from below at 0.01, so it never fades out.", "code": '''
def tanh_prime(z):
    return np.clip(1 - np.tanh(z) ** 2, 0.01, 1.0)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "tanh into z", "note": "Right value, but np.tanh(..., out=z) overwrites the caller's array.", "code": '''
def tanh_prime(z):
    if np.ndim(z) == 0:
        return 1 - np.tanh(z) ** 2
    np.tanh(z, out=z)
    return 1 - z ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "math.tanh on arrays", "note": "Crash on arrays: math.tanh takes one number only (TypeError); a single number is right.", "code": '''
import math

def tanh_prime(z):
    return 1 - math.tanh(z) ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "caret for the power", "note": "Crash: np.tanh(z) ^ 2 is a bit operation (TypeError).", "code": '''
def tanh_prime(z):
    return 1 - np.tanh(z) ^ 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "as on paper", "note": "Crash: writes np.tanh**2(z) as on paper, which calls the number 2 (TypeError).", "code": '''
def tanh_prime(z):
    return 1 - np.tanh**2(z)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "tanh without np", "note": "Crash: tanh is not imported (NameError).", "code": '''
def tanh_prime(z):
    a = tanh(z)
    return 1 - a ** 2
'''},
    {"exercise": "tanh_prime", "right": False, "name": "len of a number", "note": "Crash on a number: len(z) (TypeError); for vectors and matrices the rows are handled and the value is right.", "code": '''
def tanh_prime(z):
    out = []
    for i in range(len(z)):
        out.append(1 - np.tanh(z[i]) ** 2)
    return np.array(out)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "slopes printed", "note": "Prints the slopes and returns nothing.", "code": '''
def tanh_prime(z):
    result = 1 - np.tanh(z) ** 2
    print("slope:", result)
'''},
    {"exercise": "tanh_prime", "right": False, "name": "one slope for the array", "note": "Two mistakes at once: sums tanh^2 over the whole array before subtracting, so one number comes back for any array and it is not a slope; right for a single number.", "code": '''
def tanh_prime(z):
    t = np.tanh(z)
    return 1 - np.sum(t * t)
'''},
]
