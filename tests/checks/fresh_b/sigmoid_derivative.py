"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- sigmoid_prime
    {"exercise": "sigmoid_prime", "right": True, "name": "literal", "note": "", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "quotient rule", "note": "", "code": '''
def sigmoid_prime(z):
    z = np.asarray(z, dtype=float)
    numerator = np.exp(-z)
    denominator = (1.0 + numerator) ** 2
    return numerator / denominator
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "inner helper, symmetry", "note": "", "code": '''
def sigmoid_prime(z):
    def sigma(t):
        return np.reciprocal(1.0 + np.exp(-t))

    # 1 - sigma(z) is sigma(-z)
    return sigma(z) * sigma(-z)
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "hyperbolic cosine", "note": "", "code": '''
def sigmoid_prime(z):
    half = np.divide(z, 2)
    return 0.25 / np.cosh(half) ** 2
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "loop over positions", "note": "", "code": '''
def sigmoid_prime(z):
    arr = np.asarray(z, dtype=float)
    out = np.empty(arr.shape)
    for pos in np.ndindex(arr.shape):
        e = np.exp(-arr[pos])
        p = 1 / (1 + e)
        out[pos] = p * (1 - p)
    if arr.ndim == 0:
        return float(out)
    return out
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "stable two branches", "note": "", "code": '''
def sigmoid_prime(z):
    small = np.exp(-np.abs(z))          # never overflows
    sig = np.where(np.asarray(z) >= 0, 1 / (1 + small), small / (1 + small))
    other = np.where(np.asarray(z) >= 0, small / (1 + small), 1 / (1 + small))
    return np.multiply(sig, other)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "sigmoid only", "note": "returns the sigmoid and not its slope", "code": '''
def sigmoid_prime(z):
    sigmoid = 1 / (1 + np.exp(-z))
    return sigmoid
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "z for sigma", "note": "takes the logit for the output: z (1 - z)", "code": '''
def sigmoid_prime(z):
    return z * (1 - z)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "plus for minus", "note": "s (1 + s)", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 + s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "sign lost in the numerator", "note": "e^z above, e^-z below", "code": '''
def sigmoid_prime(z):
    return np.exp(z) / (1 + np.exp(-z)) ** 2
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "inner derivative forgotten", "note": "the minus of the inner derivative is missing, so the slope is negative", "code": '''
def sigmoid_prime(z):
    u = 1 + np.exp(-z)
    return -np.exp(-z) / u**2
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "no brackets", "note": "1 / 1 + e^-z instead of 1 / (1 + e^-z)", "code": '''
def sigmoid_prime(z):
    sig = 1 / 1 + np.exp(-z)
    return sig * (1 - sig)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "rule of tanh", "note": "1 - s squared is the rule for tanh", "code": '''
def sigmoid_prime(z):
    a = 1.0 / (1.0 + np.exp(-z))
    return 1.0 - a**2
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "square forgotten", "note": "the denominator of the quotient is not squared", "code": '''
def sigmoid_prime(z):
    e = np.exp(-z)
    return e / (1 + e)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "flips z in place", "note": "an array that is given has its sign changed", "code": '''
def sigmoid_prime(z):
    z *= -1
    s = 1 / (1 + np.exp(z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "clips the logits", "note": "logits beyond 5 are treated as 5", "code": '''
def sigmoid_prime(z):
    z = np.clip(z, -5, 5)   # against overflow
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "integers stay integers", "note": "zeros_like of an integer array cuts the slopes to 0", "code": '''
def sigmoid_prime(z):
    z = np.asarray(z)
    result = np.zeros_like(z)
    for i in np.ndindex(z.shape):
        s = 1 / (1 + np.exp(-z[i]))
        result[i] = s * (1 - s)
    return result
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "flattened", "note": "the result is one long vector", "code": '''
def sigmoid_prime(z):
    slopes = []
    for value in np.ravel(z):
        s = 1 / (1 + np.exp(-value))
        slopes.append(s * (1 - s))
    return np.array(slopes)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "rounded as in the example", "note": "three decimals only", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return np.round(s * (1 - s), 3)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "math.exp", "note": "math.exp takes no arrays: TypeError", "code": '''
import math

def sigmoid_prime(z):
    s = 1 / (1 + math.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "sigmoid not written", "note": "calls a function sigmoid that is not there: NameError", "code": '''
def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "if on an array", "note": "an if with an array in its condition: ValueError for arrays", "code": '''
def sigmoid_prime(z):
    if z >= 0:
        s = 1 / (1 + np.exp(-z))
    else:
        s = np.exp(z) / (1 + np.exp(z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "loop over len", "note": "a plain number has no len: TypeError", "code": '''
def sigmoid_prime(z):
    out = np.zeros(z.shape if hasattr(z, "shape") else len(z))
    for i in range(len(z)):
        s = 1 / (1 + np.exp(-z[i]))
        out[i] = s * (1 - s)
    return out
'''},

    # ---------------------------------------------------------------- sigmoid_prime_from_output
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "literal", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    return p * (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "multiplied out", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    return p - p**2
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "NumPy calls", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    complement = np.subtract(1.0, p)
    slope = np.multiply(complement, p)
    return slope
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "comprehension and reshape", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    outputs = np.asarray(p, dtype=float)
    values = [q * (1.0 - q) for q in outputs.ravel()]
    return np.array(values).reshape(outputs.shape)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "recursion over axes", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    if np.ndim(p) == 0:
        return (1 - p) * p
    return np.array([sigmoid_prime_from_output(part) for part in p])
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "polynomial", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    # -p^2 + p + 0
    return np.polyval([-1.0, 1.0, 0.0], p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "sigmoid once more", "note": "takes p for a logit and applies the sigmoid again", "code": '''
def sigmoid_prime_from_output(p):
    return sigmoid_prime(p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "p - 1", "note": "the bracket is turned around, so the sign is wrong", "code": '''
def sigmoid_prime_from_output(p):
    return p * (p - 1)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "tanh from output", "note": "1 - p squared belongs to tanh", "code": '''
def sigmoid_prime_from_output(p):
    return 1 - np.square(p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "brackets missing", "note": "p * 1 - p is always zero", "code": '''
def sigmoid_prime_from_output(p):
    return p * 1 - p
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "square of the complement", "note": "(1 - p)(1 - p) instead of p (1 - p)", "code": '''
def sigmoid_prime_from_output(p):
    q = 1 - p
    return q * q
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "in place", "note": "writes the slopes into the array that is given", "code": '''
def sigmoid_prime_from_output(p):
    p *= 1 - p
    return p
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "back to the logit", "note": "goes back through the logit; at p = 1 this gives nan or stops", "code": '''
def sigmoid_prime_from_output(p):
    z = np.log(p / (1 - p))
    e = np.exp(z)
    return e / (1 + e) ** 2
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "keeps away from the ends", "note": "p is clipped to 0.01 ... 0.99, so the slope at the ends is not zero", "code": '''
def sigmoid_prime_from_output(p):
    p = np.clip(p, 0.01, 0.99)
    return p * (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "a quarter too many", "note": "multiplies by 1/4 because the slope is at most 1/4", "code": '''
def sigmoid_prime_from_output(p):
    return 0.25 * p * (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "no return", "note": "computes and prints, returns None", "code": '''
def sigmoid_prime_from_output(p):
    slope = p * (1 - p)
    print(slope)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "mean slope", "note": "averages over all entries", "code": '''
def sigmoid_prime_from_output(p):
    return np.mean(p * (1 - p))
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "square root", "note": "takes the standard deviation of a coin instead of its variance", "code": '''
def sigmoid_prime_from_output(p):
    return np.sqrt(p * (1 - p))
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "squeezed", "note": "axes of length one are dropped", "code": '''
def sigmoid_prime_from_output(p):
    return np.squeeze(p * (1 - p))
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "np.dot", "note": "matrix product for the product by entries: ValueError for a row, a sum for a vector", "code": '''
def sigmoid_prime_from_output(p):
    return np.dot(p, 1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "sign of multiplication missing", "note": "p(1 - p) calls p: TypeError", "code": '''
def sigmoid_prime_from_output(p):
    return p(1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "two axes only", "note": "works for matrices only, stops for numbers and vectors", "code": '''
def sigmoid_prime_from_output(p):
    rows, cols = p.shape
    out = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            out[r, c] = p[r, c] * (1 - p[r, c])
    return out
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "name from the last cell", "note": "uses s, which exists only inside the other function: NameError", "code": '''
def sigmoid_prime_from_output(p):
    return s * (1 - s)
'''},

    # ---------------------------------------------------------------- numerical_gradient
    {"exercise": "numerical_gradient", "right": True, "name": "two copies per entry", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x0 = np.array(x, dtype=float)
    grad = np.zeros(x0.shape)
    for j in np.ndindex(x0.shape):
        right, left = x0.copy(), x0.copy()
        right[j] += h
        left[j] -= h
        grad[j] = (f(right) - f(left)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "one copy, restored", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    work = np.array(x, dtype=float)
    result = np.empty_like(work)
    for index, old in np.ndenumerate(work.copy()):
        work[index] = old + h
        up = float(f(work))
        work[index] = old - h
        down = float(f(work))
        work[index] = old
        result[index] = (up - down) / h / 2
    return result
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "unit arrays", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    shape = np.shape(x)
    size = int(np.prod(shape))
    slopes = []
    for k in range(size):
        e = np.zeros(size)
        e[k] = 1.0
        e = e.reshape(shape)
        rise = f(x + h * e) - f(x - h * e)
        slopes.append(rise / (2 * h))
    return np.array(slopes, dtype=float).reshape(shape)
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "number first", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    if np.ndim(x) == 0:
        return (f(x + h) - f(x - h)) / (2 * h)
    x = np.array(x, dtype=float, order="C")
    flat = x.reshape(-1)
    out = np.zeros(flat.size)
    for i in range(flat.size):
        keep = flat[i]
        flat[i] = keep + h
        f_plus = float(f(x))
        flat[i] = keep - h
        f_minus = float(f(x))
        flat[i] = keep
        out[i] = 0.5 * (f_plus - f_minus) / h
    return out.reshape(x.shape)
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "inner function", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    def shifted(position, step):
        moved = np.array(x, dtype=float)
        moved[position] = moved[position] + step
        return f(moved)

    gradient = np.zeros(np.shape(x), dtype=float)
    for position in np.ndindex(np.shape(x)):
        gradient[position] = (shifted(position, +h) - shifted(position, -h)) / (2.0 * h)
    return gradient
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "identity matrix of steps", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    a = np.array(x, dtype=float)
    steps = (h * np.eye(a.size)).reshape((a.size,) + a.shape)
    plus = np.array([f(a + d) for d in steps], dtype=float)
    minus = np.array([f(a - d) for d in steps], dtype=float)
    return ((plus - minus) / (2 * h)).reshape(a.shape)
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "forward difference", "note": "steps to one side only; wrong for large h", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    g = np.zeros(x.shape)
    f0 = f(x)
    for j in np.ndindex(x.shape):
        y = x.copy()
        y[j] += h
        g[j] = (f(y) - f0) / h
    return g
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "divided by h", "note": "the run is 2h, not h", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    g = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        a = x.copy()
        b = x.copy()
        a[j] += h
        b[j] -= h
        g[j] = (f(a) - f(b)) / h
    return g
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "divided by 2 times h", "note": "/ 2 * h multiplies by h", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        xp = x.copy(); xp[idx] = xp[idx] + h
        xm = x.copy(); xm[idx] = xm[idx] - h
        grad[idx] = (f(xp) - f(xm)) / 2 * h
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "left minus right", "note": "the sign is wrong", "code": '''
def numerical_gradient(f, x, h=1e-6):
    base = np.array(x, dtype=float)
    out = np.zeros(base.shape)
    for j in np.ndindex(base.shape):
        e = np.zeros(base.shape)
        e[j] = h
        out[j] = (f(base - e) - f(base + e)) / (2 * h)
    return out
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "all entries at once", "note": "moves every entry together and returns one number", "code": '''
def numerical_gradient(f, x, h=1e-6):
    return (f(x + h) - f(x - h)) / (2 * h)
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "copy not restored", "note": "the entries already visited stay moved, which is wrong when the entries work together", "code": '''
def numerical_gradient(f, x, h=1e-6):
    work = np.array(x, dtype=float)
    grad = np.zeros(work.shape)
    for j in np.ndindex(work.shape):
        work[j] += h
        high = f(work)
        work[j] -= 2 * h
        low = f(work)
        grad[j] = (high - low) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "restored by adding", "note": "no copy; x is put back by adding h, which does not give exactly the old numbers", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.asarray(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        x[j] += h
        fp = f(x)
        x[j] -= 2 * h
        fm = f(x)
        x[j] += h
        grad[j] = (fp - fm) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "integer copy", "note": "the copy of integers stays integer, so the step is cut off", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[j] = x[j] + h
        down[j] = x[j] - h
        grad[j] = (f(up) - f(down)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "own h", "note": "the h that is given is overwritten", "code": '''
def numerical_gradient(f, x, h=1e-6):
    h = 1e-6
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[j] += h
        down[j] -= h
        grad[j] = (f(up) - f(down)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "half steps", "note": "h is taken as the whole width, h/2 to each side; wrong for large h", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[j] = h / 2
        grad[j] = (f(x + e) - f(x - e)) / h
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "shape lost", "note": "the derivatives come as one vector", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    slopes = []
    for j in np.ndindex(x.shape):
        a, b = x.copy(), x.copy()
        a[j] += h
        b[j] -= h
        slopes.append((f(a) - f(b)) / (2 * h))
    return np.array(slopes)
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "integer result", "note": "the result is made like x, so for integers the derivatives are cut off", "code": '''
def numerical_gradient(f, x, h=1e-6):
    grad = np.zeros_like(x)
    for j in np.ndindex(np.shape(x)):
        plus = np.array(x, dtype=float)
        minus = np.array(x, dtype=float)
        plus[j] += h
        minus[j] -= h
        grad[j] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "five points", "note": "another, finer formula; it differs for large h", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[j] = h
        grad[j] = (8 * (f(x + e) - f(x - e)) - (f(x + 2 * e) - f(x - 2 * e))) / (12 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "two names, one array", "note": "plus and minus are the same array, so the difference is always zero", "code": '''
def numerical_gradient(f, x, h=1e-6):
    copy = np.array(x, dtype=float)
    grad = np.zeros(copy.shape)
    for j in np.ndindex(copy.shape):
        plus = copy
        minus = copy
        plus[j] += h
        minus[j] -= h
        grad[j] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "relative step", "note": "the step is h times the entry; nan at zero and wrong for large h", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        step = h * abs(x[j])
        a, b = x.copy(), x.copy()
        a[j] += step
        b[j] -= step
        grad[j] = (f(a) - f(b)) / (2 * step)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "second derivative", "note": "the formula from memory is the one for the curvature", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[j] = h
        grad[j] = (f(x + e) - 2 * f(x) + f(x - e)) / h**2
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "matrices only", "note": "two loops over two axes; stops for numbers and vectors", "code": '''
def numerical_gradient(f, x, h=1e-6):
    n, m = x.shape
    grad = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            xp = x.astype(float)
            xm = x.astype(float)
            xp[i, j] += h
            xm[i, j] -= h
            grad[i, j] = (f(xp) - f(xm)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "x.shape of a number", "note": "a plain number has no shape: AttributeError", "code": '''
def numerical_gradient(f, x, h=1e-6):
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        left = x.astype(float)
        right = x.astype(float)
        left[j] -= h
        right[j] += h
        grad[j] = (f(right) - f(left)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "f of one entry", "note": "gives f a single entry and not the array; wrong or stops when f needs all entries", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        grad[j] = (f(x[j] + h) - f(x[j] - h)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "loop over len(x)", "note": "moves whole rows of a matrix and stops for a number", "code": '''
def numerical_gradient(f, x, h=1e-6):
    grad = np.zeros(np.shape(x))
    for i in range(len(x)):
        x1 = np.array(x, dtype=float)
        x2 = np.array(x, dtype=float)
        x1[i] += h
        x2[i] -= h
        grad[i] = (f(x1) - f(x2)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "eye for vectors only", "note": "unit vectors of length x.size are not given the shape of x: stops or broadcasts", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    E = h * np.eye(x.size)
    g = [(f(x + e) - f(x - e)) / (2 * h) for e in E]
    return np.reshape(g, x.shape) if x.ndim == 1 else np.array([g])
'''},

    # ---------------------------------------------------------------- chain
    {"exercise": "chain", "right": True, "name": "star", "note": "", "code": '''
def chain(upstream, local):
    return upstream * local
'''},
    {"exercise": "chain", "right": True, "name": "np.multiply", "note": "", "code": '''
def chain(upstream, local):
    downstream = np.multiply(local, upstream)
    return downstream
'''},
    {"exercise": "chain", "right": True, "name": "broadcast and loop", "note": "", "code": '''
def chain(upstream, local):
    u, v = np.broadcast_arrays(upstream, local)
    out = np.empty(u.shape, dtype=float)
    for k in np.ndindex(u.shape):
        out[k] = u[k] * v[k]
    return out
'''},
    {"exercise": "chain", "right": True, "name": "einsum", "note": "", "code": '''
def chain(upstream, local):
    a = np.asarray(upstream, dtype=float)
    b = np.asarray(local, dtype=float)
    return np.einsum("...,...->...", a, b)
'''},
    {"exercise": "chain", "right": True, "name": "case by case", "note": "", "code": '''
def chain(upstream, local):
    if np.ndim(upstream) == 0:
        return local * upstream
    if np.ndim(local) == 0:
        return upstream * local
    pairs = zip(np.ravel(upstream), np.ravel(local))
    return np.array([g * d for g, d in pairs]).reshape(np.shape(local))
'''},
    {"exercise": "chain", "right": True, "name": "product along a new axis", "note": "", "code": '''
def chain(upstream, local):
    both = np.stack(np.broadcast_arrays(upstream, local))
    return both.prod(axis=0)
'''},
    {"exercise": "chain", "right": False, "name": "sum", "note": "adds instead of multiplying", "code": '''
def chain(upstream, local):
    return upstream + local
'''},
    {"exercise": "chain", "right": False, "name": "quotient", "note": "divides by the local derivative", "code": '''
def chain(upstream, local):
    return upstream / local
'''},
    {"exercise": "chain", "right": False, "name": "downhill already", "note": "puts the minus of gradient descent in here", "code": '''
def chain(upstream, local):
    return -upstream * local
'''},
    {"exercise": "chain", "right": False, "name": "summed up", "note": "adds up all entries of the product", "code": '''
def chain(upstream, local):
    return np.sum(upstream * local)
'''},
    {"exercise": "chain", "right": False, "name": "outer product", "note": "every entry times every other entry", "code": '''
def chain(upstream, local):
    return np.outer(upstream, local)
'''},
    {"exercise": "chain", "right": False, "name": "slope from the slope", "note": "takes local for the output of a sigmoid", "code": '''
def chain(upstream, local):
    return upstream * local * (1 - local)
'''},
    {"exercise": "chain", "right": False, "name": "local taken as logit", "note": "computes the slope of the sigmoid at local", "code": '''
def chain(upstream, local):
    return upstream * sigmoid_prime(local)
'''},
    {"exercise": "chain", "right": False, "name": "upstream overwritten", "note": "multiplies in place, so the upstream array changes", "code": '''
def chain(upstream, local):
    upstream *= local
    return upstream
'''},
    {"exercise": "chain", "right": False, "name": "1/m once more", "note": "divides by the number of entries", "code": '''
def chain(upstream, local):
    m = np.size(local)
    return upstream * local / m
'''},
    {"exercise": "chain", "right": False, "name": "gradient clipping", "note": "cuts the product to -1 ... 1", "code": '''
def chain(upstream, local):
    return np.clip(upstream * local, -1, 1)
'''},
    {"exercise": "chain", "right": False, "name": "integer container", "note": "the result has the type and shape of upstream: integers are cut off, a number with an array stops", "code": '''
def chain(upstream, local):
    result = np.zeros_like(upstream)
    result[...] = upstream * local
    return result
'''},
    {"exercise": "chain", "right": False, "name": "power", "note": "two stars are a power", "code": '''
def chain(upstream, local):
    return upstream ** local
'''},
    {"exercise": "chain", "right": False, "name": "mixed case forgotten", "note": "a number with an array gives None", "code": '''
def chain(upstream, local):
    if np.ndim(upstream) == 0 and np.ndim(local) == 0:
        return upstream * local
    if np.shape(upstream) == np.shape(local):
        return np.array(upstream) * np.array(local)
'''},
    {"exercise": "chain", "right": False, "name": "first example only", "note": "returns a single entry of the product", "code": '''
def chain(upstream, local):
    product = np.multiply(upstream, local)
    return product.flat[0] if np.ndim(product) else product
'''},
    {"exercise": "chain", "right": False, "name": "at sign", "note": "matrix product: stops for rows and for numbers", "code": '''
def chain(upstream, local):
    return upstream @ local
'''},
    {"exercise": "chain", "right": False, "name": "zip", "note": "numbers cannot be zipped: TypeError", "code": '''
def chain(upstream, local):
    return np.array([u * v for u, v in zip(upstream, local)])
'''},
    {"exercise": "chain", "right": False, "name": "assert on shapes", "note": "numbers have no shape: AttributeError", "code": '''
def chain(upstream, local):
    assert upstream.shape == local.shape, "shapes differ"
    return upstream * local
'''},
    {"exercise": "chain", "right": False, "name": "transposed upstream", "note": "a table of all pairs for rows; a plain number has no T", "code": '''
def chain(upstream, local):
    return upstream.T * local
'''},
    {"exercise": "chain", "right": False, "name": "float of it", "note": "float of several entries: TypeError", "code": '''
def chain(upstream, local):
    return float(upstream * local)
'''},

    # ---------------------------------------------------------------- gradient_descent_update
    {"exercise": "gradient_descent_update", "right": True, "name": "dict comprehension", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {name: value - learning_rate * grads["d" + name] for name, value in params.items()}
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "plain loop", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    updated = {}
    for key in params:
        step = learning_rate * grads[f"d{key}"]
        updated[key] = params[key] - step
    return updated
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "from the gradients", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = dict.fromkeys(params)
    for label, slope in grads.items():
        if label[:1] != "d" or label[1:] not in params:
            continue
        name = label[1:]
        new[name] = np.subtract(params[name], np.multiply(learning_rate, slope))
    return new
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "float copies, then in place", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {k: np.array(v, dtype=float) for k, v in params.items()}
    for k in new:
        new[k] -= learning_rate * grads["d" + k]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "helper and zip", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    def downhill(name):
        alpha, V, dV = learning_rate, params[name], grads["".join(["d", name])]
        return V + (-alpha) * dV

    names = list(params.keys())
    return dict(zip(names, map(downhill, names)))
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "recursion over names", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    if not params:
        return {}
    first, *others = params
    rest = gradient_descent_update({k: params[k] for k in others}, grads, learning_rate)
    return {first: params[first] - grads["d" + first] * learning_rate, **rest}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "uphill", "note": "adds the gradient", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name in params:
        new[name] = params[name] + learning_rate * grads["d" + name]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "rate forgotten", "note": "the learning rate is not used", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {k: params[k] - grads["d" + k] for k in params}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "shallow copy", "note": "the dict is copied, but -= writes into the given arrays", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = params.copy()
    for name in new:
        new[name] -= learning_rate * grads["d" + name]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "same dict", "note": "writes the new arrays into the dict that is given", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    for name in params:
        params[name] = params[name] - learning_rate * grads["d" + name]
    return params
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "paired by position", "note": "pairs parameters and gradients by their order and not by name", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for (name, value), grad in zip(params.items(), grads.values()):
        new[name] = value - learning_rate * grad
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "keys of the gradients", "note": "the new parameters stand under dW, db", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    result = {}
    for name in params:
        key = "d" + name
        result[key] = params[name] - learning_rate * grads[key]
    return result
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "return in the loop", "note": "leaves after the first parameter", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name in params:
        new[name] = params[name] - learning_rate * grads["d" + name]
        return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "bias stays", "note": "only the weights are updated", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name, value in params.items():
        if name.startswith("W"):
            new[name] = value - learning_rate * grads["d" + name]
        else:
            new[name] = value.copy()
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "own rate", "note": "the learning rate is set to 0.1 inside", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    learning_rate = 0.1
    return {k: v - learning_rate * grads["d" + k] for k, v in params.items()}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "dict as default", "note": "the result dict is a default value, so it is shared by all calls", "code": '''
def gradient_descent_update(params, grads, learning_rate, new={}):
    for name in params:
        new[name] = params[name] - learning_rate * grads["d" + name]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "bracket around the difference", "note": "the rate multiplies the parameter too", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {k: learning_rate * (params[k] - grads["d" + k]) for k in params}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "relative step", "note": "multiplies V by (1 - rate dV)", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    out = {}
    for k, v in params.items():
        out[k] = v * (1 - learning_rate * grads["d" + k])
    return out
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "integer container", "note": "the new array has the type of the old one, so integers are cut off", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for k, v in params.items():
        new[k] = np.zeros_like(v)
        new[k][...] = v - learning_rate * grads["d" + k]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "a list", "note": "returns a list of arrays and no dict", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new_params = []
    for name in params:
        new_params.append(params[name] - learning_rate * grads["d" + name])
    return new_params
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "unit gradient", "note": "divides the gradient by its length", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name in params:
        g = grads["d" + name]
        direction = g / (np.linalg.norm(g) + 1e-12)
        new[name] = params[name] - learning_rate * direction
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "mean once more", "note": "divides by the number of columns of the gradient", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name in params:
        dV = grads["d" + name]
        m = dV.shape[1]
        new[name] = params[name] - learning_rate / m * dV
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "only the step", "note": "returns the steps and not the new parameters", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {k: -learning_rate * grads["d" + k] for k in params}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "d forgotten", "note": "looks for grads['W']: KeyError", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name in params:
        new[name] = params[name] - learning_rate * grads[name]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "loop over grads", "note": "further entries of grads give a KeyError", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for key in grads:
        name = key[1:]
        new[name] = params[name] - learning_rate * grads[key]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "W and b only", "note": "other names give a KeyError", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    W = params["W"] - learning_rate * grads["dW"]
    b = params["b"] - learning_rate * grads["db"]
    return {"W": W, "b": b}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "dict arithmetic", "note": "multiplies a dict by a number: TypeError", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return params - learning_rate * grads
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "items forgotten", "note": "unpacks the names themselves: ValueError", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name, value in params:
        new[name] = value - learning_rate * grads["d" + name]
    return new
'''},

    # ---------------------------------------------------------------- logistic_gradients
    {"exercise": "logistic_gradients", "right": True, "name": "literal", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    Z = W @ X + b
    P = 1 / (1 + np.exp(-Z))
    cost = float(np.sum(-Y * np.log(P) - (1 - Y) * np.log(1 - P)) / m)
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "example by example", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    n, m = X.shape
    P = np.zeros((1, m))
    dZ = np.zeros((1, m))
    dW = np.zeros((1, n))
    db = np.zeros((1, 1))
    cost = 0.0
    for i in range(m):
        z = b[0, 0]
        for j in range(n):
            z = z + W[0, j] * X[j, i]
        p = 1.0 / (1.0 + np.exp(-z))
        y = Y[0, i]
        P[0, i] = p
        dz = (p - y) / m
        dZ[0, i] = dz
        for j in range(n):
            dW[0, j] += dz * X[j, i]
        db[0, 0] += dz
        cost += (-y * np.log(p) - (1 - y) * np.log(1 - p)) / m
    return dict(P=P, dZ=dZ, dW=dW, db=db, cost=float(cost))
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "einsum and where", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    logits = np.einsum("kn,nm->km", W, X) + b
    P = np.exp(-np.logaddexp(0, -logits))
    hit = np.where(Y == 1, P, 1 - P)
    result = {"P": P, "cost": float(-np.log(hit).mean())}
    result["dZ"] = (P - Y) / Y.size
    result["dW"] = np.einsum("km,nm->kn", result["dZ"], X)
    result["db"] = np.einsum("km->k", result["dZ"]).reshape(1, 1)
    return result
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "bias as a weight", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = Y.shape[1]
    data = np.vstack([X, np.ones((1, m))])
    theta = np.hstack([W, b])
    z = theta.dot(data)
    p = 1 / (1 + np.exp(-z))
    delta = (p - Y) / m
    g = delta.dot(data.T)
    # -y log p - (1 - y) log(1 - p) = log(1 + e^z) - y z
    J = np.mean(np.logaddexp(0.0, z) - Y * z)
    return {"cost": float(J), "P": p, "dZ": delta, "dW": g[:, :-1], "db": g[:, -1:]}
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "by the chain rule", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    def forward(z):
        return 1 / (1 + np.exp(-z))

    m = X.shape[1]
    P = forward(W @ X + b)
    losses = -(Y * np.log(P) + (1 - Y) * np.log(1 - P))
    dP = ((1 - Y) / (1 - P) - Y / P) / m
    dZ = chain(dP, sigmoid_prime_from_output(P))
    return {
        "P": P,
        "dZ": dZ,
        "dW": (dZ * X).sum(axis=1).reshape(1, -1),
        "db": np.array([[dZ.sum()]]),
        "cost": losses.mean().item(),
    }
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "matmul with ones", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[-1]
    ones = np.ones((m, 1))
    P = np.reciprocal(1.0 + np.exp(-(np.matmul(W, X) + b)))
    error = np.subtract(P, Y)
    dZ = np.divide(error, m)
    dW = np.transpose(np.matmul(X, dZ.T))
    db = np.matmul(dZ, ones)
    pos = Y @ np.log(P).T
    neg = (1 - Y) @ np.log(1 - P).T
    cost = -(pos + neg).item() / m
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "1/m forgotten", "note": "dZ without the mean, so all gradients are m times too large", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = P - Y
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "1/m twice", "note": "dW and db are divided by m once more", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    dW = dZ @ X.T / m
    db = np.sum(dZ, axis=1, keepdims=True) / m
    cost = -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / m
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "1/m in the wrong place", "note": "dZ has no 1/m, dW and db have it", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    A = 1 / (1 + np.exp(-(np.dot(W, X) + b)))
    dZ = A - Y
    dW = 1 / m * np.dot(dZ, X.T)
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    cost = -1 / m * np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"P": A, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "label minus output", "note": "Y - P, so every gradient has the wrong sign", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (Y - P) / m
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "axis of db dropped", "note": "db has the shape (1,) because keepdims is missing", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / m
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "db along the wrong axis", "note": "sums over axis 0, so db is dZ again", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    out = {"P": P, "dZ": dZ}
    out["dW"] = dZ @ X.T
    out["db"] = np.sum(dZ, axis=0, keepdims=True)
    out["cost"] = float(np.sum(-Y * np.log(P) - (1 - Y) * np.log(1 - P)) / m)
    return out
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "dW as a column", "note": "X dZ^T has the shape (n, 1)", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    dW = X @ dZ.T
    db = np.sum(dZ, axis=1, keepdims=True)
    cost = float(np.sum(-Y * np.log(P) - (1 - Y) * np.log(1 - P)) / m)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "n for m", "note": "divides by the number of features", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[0]
    Z = W @ X + b
    P = 1 / (1 + np.exp(-Z))
    dZ = (P - Y) / m
    cost = np.sum(-Y * np.log(P) - (1 - Y) * np.log(1 - P)) / m
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": np.sum(dZ, axis=1, keepdims=True), "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "len of Y", "note": "len(Y) is the number of rows, 1, so the mean becomes a sum everywhere", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = len(Y)
    P = 1 / (1 + np.exp(-(W @ X + b)))
    J = np.sum(-Y * np.log(P) - (1 - Y) * np.log(1 - P)) / m
    dZ = (P - Y) / m
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": float(J)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "cost summed", "note": "the cost is a sum and not a mean", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = dZ.sum(axis=1, keepdims=True)
    cost = float(-np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)))
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "half of the cost", "note": "the term for the label 0 is missing", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = dZ.sum(axis=1, keepdims=True)
    cost = float(-np.mean(Y * np.log(P)))
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "negative cost", "note": "the minus before the cost is missing", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    cost = np.mean(Y * np.log(P) + (1 - Y) * np.log(1 - P))
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "sign of the second term", "note": "the second half of the loss enters with plus", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    cost = np.mean(-Y * np.log(P) + (1 - Y) * np.log(1 - P))
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "cost as a matrix", "note": "the cost is an array of shape (1, 1) and not a float", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = -(Y @ np.log(P).T + (1 - Y) @ np.log(1 - P).T) / m
    dZ = (P - Y) / m
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "slope too many", "note": "multiplies P - Y by the slope of the sigmoid, as for the squared error", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = chain((P - Y) / m, sigmoid_prime_from_output(P))
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "P overwritten", "note": "subtracts the labels from P in place and returns that as P", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = P
    dZ -= Y
    dZ /= m
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "log10", "note": "the wrong logarithm in the cost", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = -np.sum(Y * np.log10(P) + (1 - Y) * np.log10(1 - P)) / m
    dZ = (P - Y) / m
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "sigmoid mirrored", "note": "e^z for e^-z in the sigmoid", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    Z = W @ X + b
    P = 1 / (1 + np.exp(Z))
    dZ = (P - Y) / m
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "bias not used", "note": "forgets b on the way forward", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X)))
    dZ = (P - Y) / m
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "four examples", "note": "m is written as 4, as for the OR gate", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = 4
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    cost = np.sum(-Y * np.log(P) - (1 - Y) * np.log(1 - P)) / m
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "decisions for probabilities", "note": "P is rounded to 0 or 1 for the gradient", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    Y_hat = (P > 0.5).astype(float)
    dZ = (Y_hat - Y) / m
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "a tuple", "note": "returns the five values without their names", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = dZ.sum(axis=1, keepdims=True)
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    return P, dZ, dW, db, cost
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "W transposed", "note": "the column convention for W: the product does not fit, ValueError", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    Z = np.dot(W.T, X) + b
    P = 1 / (1 + np.exp(-Z))
    dZ = (P - Y) / m
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "X not transposed", "note": "dZ @ X does not fit: ValueError", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    dW = dZ @ X
    db = np.sum(dZ, axis=1, keepdims=True)
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "no default for loss", "note": "the default value is gone: TypeError when loss is not given", "code": '''
def logistic_gradients(W, b, X, Y, loss):
    if loss != "bce":
        raise ValueError(loss)
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "log without np", "note": "log is not defined: NameError", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = 1 / m * sum(-Y * log(P) - (1 - Y) * log(1 - P))
    dZ = 1 / m * (P - Y)
    dW = dZ @ X.T
    db = sum(dZ)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "star for at", "note": "W * X instead of W @ X: stops when the shapes do not fit", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    Z = W * X + b
    P = 1 / (1 + np.exp(-Z))
    dZ = (P - Y) / m
    dW = dZ * X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "rows as examples", "note": "goes through the rows of X as if each were an example: wrong or IndexError", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = Y.shape[1]
    P = np.zeros((1, m))
    dW = np.zeros(W.shape)
    cost = 0.0
    for i in range(m):
        z = np.sum(W[0] * X[i]) + b[0, 0]
        p = 1 / (1 + np.exp(-z))
        P[0, i] = p
        dW += (p - Y[0, i]) * X[i] / m
        cost -= (Y[0, i] * np.log(p) + (1 - Y[0, i]) * np.log(1 - p)) / m
    dZ = (P - Y) / m
    return {"P": P, "dZ": dZ, "dW": dW, "db": np.sum(dZ, axis=1, keepdims=True), "cost": float(cost)}
'''},

    # ---------------------------------------------------------------- train_logistic
    {"exercise": "train_logistic", "right": True, "name": "with the earlier functions", "note": "", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y, loss)
        costs.append(grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": True, "name": "all by itself", "note": "", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    m = X.shape[1]
    W = np.array(W, dtype=float)
    b = np.array(b, dtype=float)
    history = []
    for k in range(epochs):
        P = 1 / (1 + np.exp(-(W @ X + b)))
        history.append(float(-np.mean(Y * np.log(P) + (1 - Y) * np.log(1 - P))))
        dZ = (P - Y) / m
        W = W - learning_rate * (dZ @ X.T)
        b = b - learning_rate * dZ.sum(axis=1, keepdims=True)
    return {"W": W, "b": b}, history
'''},
    {"exercise": "train_logistic", "right": True, "name": "while and tuples", "note": "", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    weights, bias = +W, +b
    costs = []
    while len(costs) < epochs:
        found = logistic_gradients(weights, bias, X, Y)
        weights, bias = weights - learning_rate * found["dW"], bias - learning_rate * found["db"]
        costs += [float(found["cost"])]
    return dict(W=weights, b=bias), costs
'''},
    {"exercise": "train_logistic", "right": True, "name": "one vector of parameters", "note": "", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    m = Y.size
    A = np.concatenate([X, np.ones((1, m))], axis=0)
    theta = np.concatenate([W, b], axis=1).astype(float)
    costs = np.zeros(epochs)
    for k in range(epochs):
        z = theta @ A
        costs[k] = np.mean(np.logaddexp(0, z) - Y * z)
        theta = theta - learning_rate * ((1 / (1 + np.exp(-z)) - Y) @ A.T) / m
    return {"W": theta[:, :-1].copy(), "b": theta[:, -1:].copy()}, costs.tolist()
'''},
    {"exercise": "train_logistic", "right": True, "name": "recursion by halves", "note": "", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    if epochs == 0:
        return {"W": np.copy(W), "b": np.copy(b)}, []
    if epochs == 1:
        g = logistic_gradients(W, b, X, Y, loss=loss)
        new = gradient_descent_update({"W": W, "b": b}, g, learning_rate)
        return new, [g["cost"]]
    first = epochs // 2
    middle, early = train_logistic(X, Y, W, b, learning_rate, first, loss)
    last, late = train_logistic(X, Y, middle["W"], middle["b"], learning_rate, epochs - first, loss)
    return last, early + late
'''},
    {"exercise": "train_logistic", "right": True, "name": "generator inside", "note": "", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    state = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}

    def rounds():
        for _ in range(epochs):
            g = logistic_gradients(**state, X=X, Y=Y)
            state["W"] = state["W"] - learning_rate * g["dW"]
            state["b"] = state["b"] - learning_rate * g["db"]
            yield g["cost"]

    costs = list(rounds())
    return state, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "cost after the update", "note": "records the cost of the new parameters", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        params = gradient_descent_update(params, grads, learning_rate)
        costs.append(logistic_gradients(params["W"], params["b"], X, Y)["cost"])
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "one cost too many", "note": "appends the final cost too", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate)
    final = logistic_gradients(params["W"], params["b"], X, Y)
    costs.append(final["cost"])
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "W and b changed", "note": "-= writes into the arrays that are given", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for i in range(epochs):
        grads = logistic_gradients(W, b, X, Y)
        costs.append(grads["cost"])
        W -= learning_rate * grads["dW"]
        b -= learning_rate * grads["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "bias sees the new weights", "note": "db is computed after W has been updated", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    W, b = W.copy(), b.copy()
    costs = []
    for i in range(epochs):
        costs.append(logistic_gradients(W, b, X, Y)["cost"])
        W = W - learning_rate * logistic_gradients(W, b, X, Y)["dW"]
        b = b - learning_rate * logistic_gradients(W, b, X, Y)["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "results swapped", "note": "returns the costs first", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate)
    return costs, params
'''},
    {"exercise": "train_logistic", "right": False, "name": "uphill", "note": "adds the gradients", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    W, b = W.copy(), b.copy()
    costs = []
    for i in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        W = W + learning_rate * g["dW"]
        b = b + learning_rate * g["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "one round too few", "note": "range(1, epochs)", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for epoch in range(1, epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "rate decays", "note": "the learning rate is divided by the number of the round", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate / (k + 1))
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "gradient before the loop", "note": "the gradients are computed once, from the start", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    grads = logistic_gradients(W, b, X, Y)
    for _ in range(epochs):
        costs.append(logistic_gradients(params["W"], params["b"], X, Y)["cost"])
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "stops early", "note": "stops when the cost changes little", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["cost"])
        if len(costs) > 1 and abs(costs[-1] - costs[-2]) < 0.01:
            break
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "starts from zero", "note": "ignores the W and b to start from", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    W = np.zeros((1, X.shape[0]))
    b = np.zeros((1, 1))
    costs = []
    for _ in range(epochs):
        out = logistic_gradients(W, b, X, Y)
        costs.append(out["cost"])
        W = W - learning_rate * out["dW"]
        b = b - learning_rate * out["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "update thrown away", "note": "the new parameters are not assigned", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["cost"])
        gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "list as default", "note": "the costs of earlier calls stay in the list", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce", costs=[]):
    params = {"W": W.copy(), "b": b.copy()}
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "weights only", "note": "the bias is never updated", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    W_new = W.copy()
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(W_new, b, X, Y)
        costs.append(g["cost"])
        W_new = W_new - learning_rate * g["dW"]
    return {"W": W_new, "b": b.copy()}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "rounded costs", "note": "the costs have three decimals, as in the example", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(round(grads["cost"], 3))
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "every tenth cost", "note": "records the cost in every tenth round only", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        if k % 10 == 0:
            costs.append(grads["cost"])
            print("epoch", k, "cost", grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "best parameters", "note": "returns the parameters of the lowest recorded cost, not the last ones", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    best, best_cost = params, np.inf
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["cost"])
        if grads["cost"] < best_cost:
            best_cost = grads["cost"]
            best = params
        params = gradient_descent_update(params, grads, learning_rate)
    return best, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "example after example", "note": "updates after each single example", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        costs.append(logistic_gradients(params["W"], params["b"], X, Y)["cost"])
        for i in range(X.shape[1]):
            g = logistic_gradients(params["W"], params["b"], X[:, i:i + 1], Y[:, i:i + 1])
            params = gradient_descent_update(params, g, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "parameters as a tuple", "note": "returns (W, b) and no dict", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(W, b, X, Y)
        costs.append(grads["cost"])
        W = W - learning_rate * grads["dW"]
        b = b - learning_rate * grads["db"]
    return (W, b), costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "last cost only", "note": "returns one number in place of the list", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params, cost = {"W": W.copy(), "b": b.copy()}, None
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        cost = grads["cost"]
        params = gradient_descent_update(params, grads, learning_rate)
    return params, cost
'''},
    {"exercise": "train_logistic", "right": False, "name": "nothing for no epochs", "note": "params is made inside the loop: UnboundLocalError for epochs = 0", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(W, b, X, Y)
        costs.append(grads["cost"])
        params = gradient_descent_update({"W": W, "b": b}, grads, learning_rate)
        W, b = params["W"], params["b"]
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "arguments in another order", "note": "gives X first to logistic_gradients: ValueError", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W, "b": b}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(X, Y, params["W"], params["b"])
        costs.append(grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "wrong keys", "note": "looks for W in the gradients: KeyError", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(W, b, X, Y)
        costs.append(grads["cost"])
        W = W - learning_rate * grads["W"]
        b = b - learning_rate * grads["b"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "writes into an empty list", "note": "costs[k] of an empty list: IndexError", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs[k] = grads["cost"]
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "unpacks the dict", "note": "unpacks the dict of gradients as if it were a tuple of arrays: TypeError", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        P, dZ, dW, db, cost = logistic_gradients(W, b, X, Y)
        costs.append(cost)
        W = W - learning_rate * dW
        b = b - learning_rate * db
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "range forgotten", "note": "for k in epochs: an int cannot be looped over", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in epochs:
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},

    # ---------------------------------------------------------------- minibatches
    {"exercise": "minibatches", "right": True, "name": "generator", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for start in range(0, m, batch_size):
        block = order[start:start + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": True, "name": "list of pairs", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    perm = rng.permutation(X.shape[1])
    Xs, Ys = X[:, perm], Y[:, perm]
    n_blocks = -(-X.shape[1] // batch_size)
    pairs = []
    for k in range(n_blocks):
        a, e = k * batch_size, (k + 1) * batch_size
        pairs.append((Xs[:, a:e], Ys[:, a:e]))
    return pairs
'''},
    {"exercise": "minibatches", "right": True, "name": "np.split", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = Y.shape[1]
    idx = np.arange(m)
    rng.shuffle(idx)
    cuts = np.arange(batch_size, m, batch_size)
    return [(X[:, part], Y[:, part]) for part in np.split(idx, cuts)]
'''},
    {"exercise": "minibatches", "right": True, "name": "stacked and shuffled", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    n, m = X.shape
    table = rng.permutation(np.vstack((X, Y)), axis=1)
    begin = 0
    while begin < m:
        piece = table[:, begin:begin + batch_size]
        yield piece[:n], piece[n:]
        begin += batch_size
'''},
    {"exercise": "minibatches", "right": True, "name": "sorting random keys", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    keys = rng.random(X.shape[1])
    order = np.argsort(keys)
    blocks = [order[i:i + batch_size] for i in range(0, len(order), batch_size)]
    return ((np.take(X, blk, axis=1), np.take(Y, blk, axis=1)) for blk in blocks)
'''},
    {"exercise": "minibatches", "right": True, "name": "drawing from an urn", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    urn = list(range(X.shape[1]))
    batches = []
    while urn:
        drawn = []
        while urn and len(drawn) < batch_size:
            drawn.append(urn.pop(int(rng.integers(len(urn)))))
        x_cols = np.column_stack([X[:, i] for i in drawn])
        y_cols = np.column_stack([Y[:, i] for i in drawn])
        batches.append((x_cols, y_cols))
    return batches
'''},
    {"exercise": "minibatches", "right": False, "name": "not shuffled", "note": "cuts the examples in the given order", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    for i in range(0, m, batch_size):
        yield X[:, i:i + batch_size], Y[:, i:i + batch_size]
'''},
    {"exercise": "minibatches", "right": False, "name": "labels left behind", "note": "only X is shuffled", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    perm = rng.permutation(m)
    X_shuffled = X[:, perm]
    for i in range(0, m, batch_size):
        yield X_shuffled[:, i:i + batch_size], Y[:, i:i + batch_size]
'''},
    {"exercise": "minibatches", "right": False, "name": "two orders", "note": "X and Y are shuffled each by itself", "code": '''
def minibatches(X, Y, batch_size, rng):
    Xs = rng.permutation(X, axis=1)
    Ys = rng.permutation(Y, axis=1)
    return [(Xs[:, i:i + batch_size], Ys[:, i:i + batch_size]) for i in range(0, X.shape[1], batch_size)]
'''},
    {"exercise": "minibatches", "right": False, "name": "rest dropped", "note": "the smaller last block is missing", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for k in range(m // batch_size):
        block = order[k * batch_size:(k + 1) * batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "blocks shuffled", "note": "shuffles the blocks and not the examples", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    batches = [(X[:, i:i + batch_size], Y[:, i:i + batch_size]) for i in range(0, m, batch_size)]
    return [batches[k] for k in rng.permutation(len(batches))]
'''},
    {"exercise": "minibatches", "right": False, "name": "global random numbers", "note": "the order comes from np.random and not from rng", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = np.random.permutation(m)
    for i in range(0, m, batch_size):
        yield X[:, order[i:i + batch_size]], Y[:, order[i:i + batch_size]]
'''},
    {"exercise": "minibatches", "right": False, "name": "rng made anew", "note": "a new generator with the seed 0 in each call, so always the same order", "code": '''
def minibatches(X, Y, batch_size, rng):
    rng = np.random.default_rng(0)
    m = X.shape[1]
    order = rng.permutation(m)
    for i in range(0, m, batch_size):
        yield X[:, order[i:i + batch_size]], Y[:, order[i:i + batch_size]]
'''},
    {"exercise": "minibatches", "right": False, "name": "number of blocks", "note": "takes batch_size for the number of blocks", "code": '''
def minibatches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    return [(X[:, part], Y[:, part]) for part in np.array_split(order, batch_size)]
'''},
    {"exercise": "minibatches", "right": False, "name": "even blocks", "note": "the right number of blocks, but evenly filled and not batch_size each", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    count = int(np.ceil(m / batch_size))
    for part in np.array_split(order, count):
        yield X[:, part], Y[:, part]
'''},
    {"exercise": "minibatches", "right": False, "name": "with replacement", "note": "rng.choice draws with replacement, so examples come twice or never", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.choice(m, size=m)
    for i in range(0, m, batch_size):
        block = order[i:i + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "labels without axis", "note": "the labels of a block have the shape (k,)", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for i in range(0, m, batch_size):
        block = order[i:i + batch_size]
        yield X[:, block], Y[0, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "rows out", "note": "the blocks are transposed, one row an example", "code": '''
def minibatches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    XT, YT = X.T[order], Y.T[order]
    return [(XT[i:i + batch_size], YT[i:i + batch_size]) for i in range(0, len(XT), batch_size)]
'''},
    {"exercise": "minibatches", "right": False, "name": "labels first", "note": "the pairs are (Y, X)", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for i in range(0, m, batch_size):
        b = order[i:i + batch_size]
        yield Y[:, b], X[:, b]
'''},
    {"exercise": "minibatches", "right": False, "name": "X and Y reordered", "note": "writes the shuffled columns back into the given arrays", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    X[:] = X[:, order]
    Y[:] = Y[:, order]
    return [(X[:, i:i + batch_size].copy(), Y[:, i:i + batch_size].copy()) for i in range(0, m, batch_size)]
'''},
    {"exercise": "minibatches", "right": False, "name": "ends one early", "note": "range up to m - 1: the last example is lost when it stands alone in its block", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for i in range(0, m - 1, batch_size):
        block = order[i:i + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "empty block at the end", "note": "one block too many, and empty, when batch_size divides m", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    batches = []
    for k in range(m // batch_size + 1):
        block = order[k * batch_size:(k + 1) * batch_size]
        batches.append((X[:, block], Y[:, block]))
    return batches
'''},
    {"exercise": "minibatches", "right": False, "name": "new order for each block", "note": "permutes inside the loop, so examples come twice or never", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    for i in range(0, m, batch_size):
        order = rng.permutation(m)
        block = order[i:i + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "rotated", "note": "starts at a random example, but the neighbors stay neighbors", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = np.roll(np.arange(m), rng.integers(m))
    for i in range(0, m, batch_size):
        block = order[i:i + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "last one filled up", "note": "the last block is filled with examples from the beginning", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for i in range(0, m, batch_size):
        block = [order[k % m] for k in range(i, i + batch_size)]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "order kept", "note": "the order is drawn once and kept for all later calls", "code": '''
orders = {}

def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    if m not in orders:
        orders[m] = rng.permutation(m)
    order = orders[m]
    return [(X[:, order[i:i + batch_size]], Y[:, order[i:i + batch_size]]) for i in range(0, m, batch_size)]
'''},
    {"exercise": "minibatches", "right": False, "name": "two lists", "note": "returns all X blocks and all Y blocks, not pairs", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    X_blocks, Y_blocks = [], []
    for i in range(0, m, batch_size):
        X_blocks.append(X[:, order[i:i + batch_size]])
        Y_blocks.append(Y[:, order[i:i + batch_size]])
    return X_blocks, Y_blocks
'''},
    {"exercise": "minibatches", "right": False, "name": "overlap", "note": "every block has one example too many, which comes again in the next one", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for i in range(0, m, batch_size):
        block = order[i:i + batch_size + 1]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "first block only", "note": "return in the loop gives a single pair", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for i in range(0, m, batch_size):
        block = order[i:i + batch_size]
        return X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "features counted", "note": "m is the number of rows, so most examples are missing or indices run out", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[0]
    order = rng.permutation(m)
    for i in range(0, m, batch_size):
        block = order[i:i + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "shuffle gives None", "note": "rng.shuffle works in place and returns None: TypeError", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.shuffle(np.arange(m))
    for i in range(0, m, batch_size):
        yield X[:, order[i:i + batch_size]], Y[:, order[i:i + batch_size]]
'''},
    {"exercise": "minibatches", "right": False, "name": "labels indexed by row", "note": "Y[block] indexes the only row: IndexError", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for i in range(0, m, batch_size):
        block = order[i:i + batch_size]
        yield X[:, block], Y[block]
'''},
    {"exercise": "minibatches", "right": False, "name": "columns and rows confused", "note": "X[order] takes rows: IndexError when there are more examples than features", "code": '''
def minibatches(X, Y, batch_size, rng):
    order = rng.permutation(Y.shape[1])
    X, Y = X[order], Y[order]
    out = []
    for i in range(0, len(order), batch_size):
        out.append((X[i:i + batch_size], Y[i:i + batch_size]))
    return out
'''},
    {"exercise": "minibatches", "right": False, "name": "range of a fraction", "note": "m / batch_size is a float, and range takes none: TypeError", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    batches = []
    for k in range(m / batch_size):
        block = order[k * batch_size:(k + 1) * batch_size]
        batches.append((X[:, block], Y[:, block]))
    return batches
'''},
    {"exercise": "minibatches", "right": False, "name": "old method name", "note": "a Generator has no randint: AttributeError", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    left = list(range(m))
    batches = []
    while left:
        block = [left.pop(rng.randint(len(left))) for _ in range(min(batch_size, len(left)))]
        batches.append((X[:, block], Y[:, block]))
    return batches
'''},
]
