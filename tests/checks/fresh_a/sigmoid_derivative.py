"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ------------------------------------------------------------------ sigmoid_prime
    {"exercise": "sigmoid_prime", "right": True, "name": "textbook", "note": "", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "quotient of exponentials", "note": "", "code": '''
def sigmoid_prime(z):
    e = np.exp(-z)
    return e / (1 + e) ** 2
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "tanh formula", "note": "exact up to rounding in the absolute sense, like s(1-s) itself far out on the positive side", "code": '''
def sigmoid_prime(z):
    t = np.tanh(z / 2)
    return (1 - t * t) / 4
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "cosh formula", "note": "", "code": '''
def sigmoid_prime(z):
    return 0.25 / np.cosh(np.asarray(z, dtype=float) / 2) ** 2
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "even function, abs inside", "note": "uses that the slope is even", "code": '''
def sigmoid_prime(z):
    e = np.exp(-np.abs(z))
    return e / np.square(1.0 + e)
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "math with ndindex", "note": "reading: a number gives a 0-d array, whose shape is ()", "code": '''
import math

def sigmoid_prime(z):
    z = np.asarray(z, dtype=float)
    out = np.empty(z.shape)
    for idx in np.ndindex(z.shape):
        s = 1.0 / (1.0 + math.exp(-z[idx]))
        out[idx] = s * (1.0 - s)
    return out
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "comprehension, python float for a number", "note": "reading: a number gives a plain Python float", "code": '''
from math import exp

def sigmoid_prime(z):
    def one(t):
        s = 1 / (1 + exp(-t))
        return s * (1 - s)

    if np.ndim(z) == 0:
        return one(float(z))
    z = np.array(z)
    return np.array([one(t) for t in z.ravel()]).reshape(z.shape)
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "np.where with two sigmoids", "note": "reading: a number gives a 0-d array", "code": '''
def sigmoid_prime(z):
    pos = 1 / (1 + np.exp(-np.abs(z)))
    s = np.where(np.asarray(z) >= 0, pos, 1 - pos)
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "sign slip that cancels", "note": "writes exp(z) instead of exp(-z); the slope is an even function, so the values are right", "code": '''
def sigmoid_prime(z):
    sig = 1.0 / (1.0 + np.exp(z))
    return sig - sig ** 2
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "in place on a copy", "note": "", "code": '''
def sigmoid_prime(z, lowest=0.0):
    s = np.array(z, dtype=np.float64)
    np.negative(s, out=s)
    np.exp(s, out=s)
    s += 1
    np.reciprocal(s, out=s)
    s *= 1 - s
    return s + lowest
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "logaddexp", "note": "", "code": '''
def sigmoid_prime(z):
    return np.exp(-np.logaddexp(0, z) - np.logaddexp(0, -z))
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "returns the sigmoid", "note": "returns sigma(z) itself and never multiplies by 1 - sigma", "code": '''
def sigmoid_prime(z):
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "z taken for the output", "note": "returns z(1 - z), as if the argument were already the output", "code": '''
def sigmoid_prime(z):
    return z * (1 - z)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "square forgotten", "note": "exp(-z)/(1+exp(-z)), the square of the denominator is forgotten; gives 1 - sigma", "code": '''
def sigmoid_prime(z):
    return np.exp(-z) / (1 + np.exp(-z))
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "negative slope", "note": "wrong sign: s(s - 1) instead of s(1 - s)", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s * (s - 1)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "plus instead of minus", "note": "s(1 + s) instead of s(1 - s)", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 + s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "missing brackets in the sigmoid", "note": "1/1+exp(-z) without brackets, so sigma is 1 + exp(-z)", "code": '''
def sigmoid_prime(z):
    s = 1 / 1 + np.exp(-z)
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "sigmoid twice", "note": "applies the sigmoid two times before taking s(1 - s)", "code": '''
def sigmoid_prime(z):
    sig = lambda t: 1 / (1 + np.exp(-t))
    p = sig(z)
    return sig(p) * (1 - sig(p))
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "tanh slope", "note": "slope of tanh, 1 - tanh(z)^2, instead of the sigmoid's", "code": '''
def sigmoid_prime(z):
    return 1 - np.tanh(z) ** 2
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "clips logits at 5", "note": "clips z to [-5, 5], so the slope does not go on falling further out", "code": '''
def sigmoid_prime(z):
    z = np.clip(z, -5, 5)
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "rounded like the example", "note": "rounds to three decimals as in the docstring example", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return np.round(s * (1 - s), 3)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "flattens", "note": "loops over z.flatten() and returns a one-dimensional array; number handled", "code": '''
def sigmoid_prime(z):
    values = []
    for t in np.array(z).flatten():
        s = 1 / (1 + np.exp(-t))
        values.append(s * (1 - s))
    return np.array(values)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "changes z", "note": "values right, but z *= -1 and exp in place overwrite the array that was given", "code": '''
def sigmoid_prime(z):
    z *= -1
    s = 1 / (1 + np.exp(z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "e is 2.718", "note": "uses 2.718 for e, so the values are wrong from the fourth digit on (0 is right)", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + 2.718 ** (-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "slope by forward difference", "note": "forward difference with h = 0.001 instead of the formula, too inaccurate", "code": '''
def sigmoid_prime(z):
    h = 0.001
    f = lambda t: 1 / (1 + np.exp(-t))
    return (f(z + h) - f(z)) / h
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "prints", "note": "prints the slope and returns None", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    print(s * (1 - s))
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "math.exp on arrays", "note": "stops with TypeError for arrays of more than one entry: math.exp takes numbers only", "code": '''
import math

def sigmoid_prime(z):
    s = 1 / (1 + math.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "caret for power", "note": "stops with TypeError: np.e ^ (-z) is bitwise xor, not power", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.e ^ (-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "sigmoid not defined", "note": "stops with NameError: calls sigmoid, which this notebook does not define", "code": '''
def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "if on an array", "note": "stops with ValueError for arrays: `if z >= 0` asks for the truth of a whole array", "code": '''
def sigmoid_prime(z):
    if z >= 0:
        s = 1 / (1 + np.exp(-z))
    else:
        s = np.exp(z) / (1 + np.exp(z))
    return s * (1 - s)
'''},
    # ------------------------------------------------------------------ sigmoid_prime_from_output
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "one line", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    return p * (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "p minus p squared", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    return p - p ** 2
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "parabola around one half", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    return 0.25 - np.square(np.asarray(p, dtype=float) - 0.5)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "ufuncs", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    return np.multiply(p, np.subtract(1.0, p))
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "loop over positions", "note": "reading: a number gives a 0-d array", "code": '''
def sigmoid_prime_from_output(p):
    p = np.asarray(p)
    slopes = np.zeros(p.shape)
    for position in np.ndindex(*p.shape):
        slopes[position] = p[position] * (1 - p[position])
    return slopes
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "comprehension and reshape", "note": "reading: a number gives a Python float; lists are accepted too", "code": '''
def sigmoid_prime_from_output(p):
    if isinstance(p, (int, float)):
        return float(p * (1 - p))
    p = np.array(p, dtype=float)
    return np.array([q * (1 - q) for q in p.flat]).reshape(p.shape)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "copy, then in place", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    out = np.array(p, dtype=float, copy=True)
    out -= np.power(p, 2)
    return out
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "einsum with dots", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    p = np.asarray(p, dtype=float)
    return np.einsum("...,...->...", p, 1.0 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "sigmoid once more", "note": "applies the sigmoid to p again before s(1 - s), i.e. treats p as the logit", "code": '''
def sigmoid_prime_from_output(p):
    s = 1 / (1 + np.exp(-p))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "calls the logit version", "note": "returns sigmoid_prime(p): the slope at the logit p instead of at the output p", "code": '''
def sigmoid_prime_from_output(p):
    return sigmoid_prime(p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "sign flipped", "note": "returns p^2 - p, the negative of the slope", "code": '''
def sigmoid_prime_from_output(p):
    return p ** 2 - p
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "tanh from output", "note": "returns 1 - p^2, the slope of tanh from its output", "code": '''
def sigmoid_prime_from_output(p):
    return 1 - p ** 2
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "second derivative factor", "note": "returns p(1 - p)(1 - 2p), the second derivative", "code": '''
def sigmoid_prime_from_output(p):
    return p * (1 - p) * (1 - 2 * p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "forgot factor p", "note": "returns 1 - p without the factor p", "code": '''
def sigmoid_prime_from_output(p):
    return 1 - p
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "strong clipping", "note": "clips p to [0.01, 0.99] first, so the two ends give 0.0099 instead of 0", "code": '''
def sigmoid_prime_from_output(p):
    p = np.clip(p, 0.01, 0.99)
    return p * (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "nan at zero", "note": "p^2 (1/p - 1) is nan in an array entry p = 0 and stops with ZeroDivisionError for the Python number 0.0; right elsewhere", "code": '''
def sigmoid_prime_from_output(p):
    return p ** 2 * (1 / p - 1)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "tent instead of parabola", "note": "min(p, 1 - p)/2, which agrees at 0, 1/2 and 1 only", "code": '''
def sigmoid_prime_from_output(p):
    return np.minimum(p, 1 - p) / 2
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "overwrites p", "note": "values right, but p -= p**2 changes the array that was given", "code": '''
def sigmoid_prime_from_output(p):
    p -= p ** 2
    return p
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "returns nested list", "note": "returns .tolist() instead of an array", "code": '''
def sigmoid_prime_from_output(p):
    p = np.array(p)
    return (p * (1 - p)).tolist()
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "squeezes", "note": "np.squeeze drops the axes of length 1, (1, m) becomes (m,)", "code": '''
def sigmoid_prime_from_output(p):
    return np.squeeze(p * (1 - p))
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "times two", "note": "reads the square as doubling: p - p*2 = -p", "code": '''
def sigmoid_prime_from_output(p):
    return p - p * 2
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "forgotten star", "note": "stops with TypeError: p(1 - p) calls the number or array like a function", "code": '''
def sigmoid_prime_from_output(p):
    return p(1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "matrix product", "note": "stops with ValueError for (1, m) arrays and with TypeError or ValueError for numbers: @ instead of * (a vector gives one number)", "code": '''
def sigmoid_prime_from_output(p):
    return p @ (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "two axes unpacked", "note": "stops with AttributeError for a Python number (no .shape) and with ValueError for a vector; right for matrices", "code": '''
def sigmoid_prime_from_output(p):
    n, m = p.shape
    out = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            out[i, j] = p[i, j] * (1 - p[i, j])
    return out
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "capital P", "note": "stops with NameError: the argument is p, the body uses P", "code": '''
def sigmoid_prime_from_output(p):
    slope = P * (1 - P)
    return slope
'''},
    # ------------------------------------------------------------------ numerical_gradient
    {"exercise": "numerical_gradient", "right": True, "name": "two copies per entry", "note": "reading: for a number, f gets a 0-d array and a 0-d array is returned", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[idx] += h
        minus[idx] -= h
        grad[idx] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "one copy, saved value", "note": "float() around f, so that a function which returns its argument is safe", "code": '''
def numerical_gradient(f, x, h=1e-6):
    t = np.array(x, dtype=float)
    grad = np.empty_like(t)
    for j in np.ndindex(t.shape):
        old = float(t[j])
        t[j] = old + h
        up = float(f(t))
        t[j] = old - h
        down = float(f(t))
        t[j] = old
        grad[j] = (up - down) / (2.0 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "basis vectors", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for idx in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[idx] = 1.0
        grad[idx] = (f(x + h * e) - f(x - h * e)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "identity matrix in a comprehension", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.asarray(x, dtype=float)
    steps = h * np.eye(x.size).reshape((x.size,) + x.shape)
    slopes = [(f(x + s) - f(x - s)) / (2 * h) for s in steps]
    return np.array(slopes).reshape(x.shape)
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "number apart, python float", "note": "reading: for a number f gets a Python float and a float comes back", "code": '''
def numerical_gradient(f, x, h=1e-6):
    if np.ndim(x) == 0:
        x = float(x)
        return float((f(x + h) - f(x - h)) / (2 * h))
    result = []
    flat = np.ravel(x).astype(float)
    for j in range(flat.size):
        a = flat.copy()
        b = flat.copy()
        a[j] = a[j] + h
        b[j] = b[j] - h
        result.append((f(a.reshape(x.shape)) - f(b.reshape(x.shape))) / (2 * h))
    return np.array(result).reshape(np.shape(x))
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "nditer", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    base = np.array(x, dtype=float)
    grad = np.zeros(base.shape)
    it = np.nditer(base, flags=["multi_index"])
    while not it.finished:
        where = it.multi_index
        step = np.zeros(base.shape)
        step[where] = h
        rise = f(base + step) - f(base - step)
        grad[where] = rise / (h + h)
        it.iternext()
    return grad
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "moves x itself and restores it exactly", "note": "reading: 'afterward x must hold exactly what it held' allows moving x itself for a while; float arrays only, each entry put back bit by bit", "code": '''
def numerical_gradient(f, x, h=1e-6):
    if not isinstance(x, np.ndarray):
        return (f(x + h) - f(x - h)) / (2 * h)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        keep = float(x[idx])
        x[idx] = keep + h
        right = float(f(x))
        x[idx] = keep - h
        left = float(f(x))
        x[idx] = keep
        grad[idx] = (right - left) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "forward difference", "note": "forward difference (f(x+h) - f(x))/h: passes the tolerance for tiny h, wrong for large h", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        plus = x.copy()
        plus[idx] += h
        grad[idx] = (f(plus) - f(x)) / h
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "divides by h", "note": "divides by h instead of 2h, everything twice too large", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[idx] = h
        grad[idx] = (f(x + e) - f(x - e)) / h
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "brackets around 2h missing", "note": "/ 2 * h without brackets: divides by 2 and multiplies by h", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[idx] += h
        minus[idx] -= h
        grad[idx] = (f(plus) - f(minus)) / 2 * h
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "own h", "note": "overwrites h with 1e-5, so a large h that is given has no effect", "code": '''
def numerical_gradient(f, x, h=1e-6):
    h = 1e-5
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[idx] += h
        minus[idx] -= h
        grad[idx] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "moves all entries together", "note": "adds h to all entries at once and returns one number; right for a number only", "code": '''
def numerical_gradient(f, x, h=1e-6):
    return (f(x + h) - f(x - h)) / (2 * h)
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "one slope for every entry", "note": "moves all entries at once and fills an array of the right shape with that one number", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    slope = (f(x + h) - f(x - h)) / (2 * h)
    return np.full(x.shape, slope)
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "entry not put back", "note": "works on one copy and leaves every visited entry at x - h; seen with large h and functions that mix the entries", "code": '''
def numerical_gradient(f, x, h=1e-6):
    t = np.array(x, dtype=float)
    grad = np.zeros(t.shape)
    for idx in np.ndindex(t.shape):
        t[idx] += h
        up = float(f(t))
        t[idx] -= 2 * h
        down = float(f(t))
        grad[idx] = (up - down) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "x left changed", "note": "moves the given array itself and never puts it back (leaves x - h); a number goes through a copy", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.asarray(x, dtype=float)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        x[idx] += h
        up = float(f(x))
        x[idx] -= 2 * h
        down = float(f(x))
        grad[idx] = (up - down) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "two names for one array", "note": "plus = minus = copy is one array, it is moved up and down again, every slope is 0", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        plus = minus = x.copy()
        plus[idx] += h
        minus[idx] -= h
        grad[idx] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "rows only", "note": "loops over the first axis only, so a whole row of a matrix moves together; stops with TypeError for a number (len of a 0-d array); right for vectors", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in range(len(x)):
        plus, minus = x.copy(), x.copy()
        plus[i] += h
        minus[i] -= h
        grad[i] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "left minus right", "note": "f(x - h) - f(x + h): every sign is flipped", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[idx] = h
        grad[idx] = (f(x - e) - f(x + e)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "step relative to the entry", "note": "steps h * x_j but divides by 2h: each derivative is multiplied by x_j (agrees where x_j = 1)", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[idx] *= 1 + h
        minus[idx] *= 1 - h
        grad[idx] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "flat result", "note": "right numbers in a one-dimensional array, the reshape to the shape of x is missing", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    out = []
    for idx in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[idx] = h
        out.append((f(x + e) - f(x - e)) / (2 * h))
    return np.array(out)
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "integer gradient", "note": "result array has dtype int, so every derivative is cut to a whole number", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape, dtype=int)
    for idx in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[idx] = h
        grad[idx] = (f(x + e) - f(x - e)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "return inside the loop", "note": "return is indented into the loop: only the first entry is computed, the others stay 0", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[idx] += h
        minus[idx] -= h
        grad[idx] = (f(plus) - f(minus)) / (2 * h)
        return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "number has no shape", "note": "stops with AttributeError for a Python number: x.shape and x.copy() without converting; right for float arrays", "code": '''
def numerical_gradient(f, x, h=1e-6):
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[idx] += h
        minus[idx] -= h
        grad[idx] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "indexes the value of f", "note": "stops with IndexError or TypeError for arrays: f(plus)[idx], but f returns one number", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        grad[idx] = (f(x + h)[idx] - f(x - h)[idx]) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "recursion without end", "note": "stops with RecursionError: calls itself for each entry, and a number again, with no case that ends", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        def g(t):
            y = x.copy()
            y[idx] = t
            return f(y)
        grad[idx] = numerical_gradient(g, x[idx], h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "two nested ranges", "note": "stops with ValueError (unpacking) for numbers and vectors: n, m = x.shape; right for matrices", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    n, m = x.shape
    grad = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            e = np.zeros((n, m))
            e[i, j] = h
            grad[i, j] = (f(x + e) - f(x - e)) / (2 * h)
    return grad
'''},
    # ------------------------------------------------------------------ chain
    {"exercise": "chain", "right": True, "name": "star", "note": "", "code": '''
def chain(upstream, local):
    return upstream * local
'''},
    {"exercise": "chain", "right": True, "name": "np.multiply", "note": "", "code": '''
def chain(upstream, local):
    return np.multiply(upstream, local)
'''},
    {"exercise": "chain", "right": True, "name": "loop over broadcast arrays", "note": "reading: two numbers give a 0-d array", "code": '''
def chain(upstream, local):
    u, d = np.broadcast_arrays(upstream, local)
    out = np.zeros(u.shape)
    for idx in np.ndindex(u.shape):
        out[idx] = u[idx] * d[idx]
    return out
'''},
    {"exercise": "chain", "right": True, "name": "einsum", "note": "", "code": '''
def chain(upstream, local):
    return np.einsum("...,...->...", np.asarray(upstream, dtype=float), np.asarray(local, dtype=float))
'''},
    {"exercise": "chain", "right": True, "name": "comprehension, float for numbers", "note": "reading: two numbers give a Python float; lists are accepted too", "code": '''
def chain(upstream, local):
    shape = np.broadcast_shapes(np.shape(upstream), np.shape(local))
    if shape == ():
        return float(upstream) * float(local)
    us = np.broadcast_to(upstream, shape).ravel()
    ls = np.broadcast_to(local, shape).ravel()
    return np.array([a * b for a, b in zip(us, ls)], dtype=float).reshape(shape)
'''},
    {"exercise": "chain", "right": True, "name": "product along a new axis", "note": "", "code": '''
def chain(upstream, local, *more):
    return np.prod(np.stack(np.broadcast_arrays(upstream, local, *more)), axis=0)
'''},
    {"exercise": "chain", "right": True, "name": "operator.mul on float arrays", "note": "", "code": '''
import operator

def chain(upstream, local):
    to_float = lambda v: np.array(v, dtype=np.float64)
    return operator.mul(to_float(local), to_float(upstream))
'''},
    {"exercise": "chain", "right": False, "name": "adds", "note": "adds upstream and local instead of multiplying", "code": '''
def chain(upstream, local):
    return upstream + local
'''},
    {"exercise": "chain", "right": False, "name": "divides", "note": "divides upstream by local", "code": '''
def chain(upstream, local):
    return upstream / local
'''},
    {"exercise": "chain", "right": False, "name": "local taken for p", "note": "takes local for a sigmoid output: upstream * local * (1 - local)", "code": '''
def chain(upstream, local):
    return upstream * local * (1 - local)
'''},
    {"exercise": "chain", "right": False, "name": "minus sign of descent", "note": "returns minus the product", "code": '''
def chain(upstream, local):
    return -upstream * local
'''},
    {"exercise": "chain", "right": False, "name": "sums up", "note": "sums the products over all entries, a number comes back", "code": '''
def chain(upstream, local):
    return np.sum(upstream * local)
'''},
    {"exercise": "chain", "right": False, "name": "mean over examples", "note": "divides the product by the number of columns, one 1/m too many (right for numbers and single examples)", "code": '''
def chain(upstream, local):
    product = np.asarray(upstream * local)
    m = product.shape[-1] if product.ndim else 1
    return product / m
'''},
    {"exercise": "chain", "right": False, "name": "outer product", "note": "np.outer instead of entry by entry, even numbers come back as (1, 1)", "code": '''
def chain(upstream, local):
    return np.outer(upstream, local)
'''},
    {"exercise": "chain", "right": False, "name": "ignores local", "note": "passes the upstream gradient on unchanged", "code": '''
def chain(upstream, local):
    gradient = upstream
    return gradient
'''},
    {"exercise": "chain", "right": False, "name": "absolute value", "note": "takes the absolute value, negative gradients lose their sign", "code": '''
def chain(upstream, local):
    return np.abs(upstream) * np.abs(local)
'''},
    {"exercise": "chain", "right": False, "name": "in place", "note": "upstream *= local changes the given array (a Python number is not changed)", "code": '''
def chain(upstream, local):
    upstream *= local
    return upstream
'''},
    {"exercise": "chain", "right": False, "name": "pair", "note": "returns the tuple (product, local)", "code": '''
def chain(upstream, local):
    return upstream * local, local
'''},
    {"exercise": "chain", "right": False, "name": "rate hidden inside", "note": "multiplies by a learning rate 0.1 that does not belong here", "code": '''
def chain(upstream, local, learning_rate=0.1):
    return learning_rate * upstream * local
'''},
    {"exercise": "chain", "right": False, "name": "local squared", "note": "local enters squared", "code": '''
def chain(upstream, local):
    return upstream * np.square(local)
'''},
    {"exercise": "chain", "right": False, "name": "matrix product", "note": "stops with ValueError for (1, 4) with (1, 4) and with TypeError or ValueError for numbers: @ instead of *", "code": '''
def chain(upstream, local):
    return upstream @ local
'''},
    {"exercise": "chain", "right": False, "name": "np.mul", "note": "stops with AttributeError: NumPy has no function mul", "code": '''
def chain(upstream, local):
    return np.mul(upstream, local)
'''},
    {"exercise": "chain", "right": False, "name": "zip over numbers", "note": "stops with TypeError if one argument is a number (zip cannot iterate over a float); for matrices it multiplies row by row and is right", "code": '''
def chain(upstream, local):
    out = []
    for u, d in zip(upstream, local):
        out.append(u * d)
    return np.array(out)
'''},
    {"exercise": "chain", "right": False, "name": "filled by the shape of upstream", "note": "stops with ValueError if upstream is a number and local an array: the product does not fit into the array shaped like upstream", "code": '''
def chain(upstream, local):
    out = np.array(upstream, dtype=float)
    out *= local
    return out
'''},
    {"exercise": "chain", "right": False, "name": "unfinished branch", "note": "stops with UnboundLocalError when shapes differ (a number with an array): result is set only for equal shapes", "code": '''
def chain(upstream, local):
    if np.shape(upstream) == np.shape(local):
        result = upstream * local
    return result
'''},
    # ------------------------------------------------------------------ gradient_descent_update
    {"exercise": "gradient_descent_update", "right": True, "name": "dict comprehension", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {name: value - learning_rate * grads["d" + name] for name, value in params.items()}
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "plain loop", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new_params = {}
    for key in params:
        new_params[key] = params[key] - learning_rate * grads[f"d{key}"]
    return new_params
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "deepcopy first", "note": "", "code": '''
import copy

def gradient_descent_update(params, grads, learning_rate):
    new = copy.deepcopy(params)
    for key in new.keys():
        new[key] = new[key] - grads["d" + key] * learning_rate
    return new
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "in place on float copies", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate=0.01):
    new = {k: np.array(v, dtype=float) for k, v in params.items()}
    for k in new:
        new[k] -= learning_rate * np.asarray(grads["d%s" % k])
    return new
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "entry by entry", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    result = dict()
    for name, V in params.items():
        dV = grads["d{}".format(name)]
        W = np.zeros(V.shape)
        for idx in np.ndindex(V.shape):
            W[idx] = V[idx] - learning_rate * dV[idx]
        result[name] = W
    return result
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "zip and np.subtract", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    names = list(params)
    slopes = [grads["".join(("d", name))] for name in names]
    values = [np.subtract(params[name], np.multiply(learning_rate, s)) for name, s in zip(names, slopes)]
    return dict(zip(names, values))
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "loops over grads, skips strangers", "note": "goes through grads, drops the d and takes only names that are parameters", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = dict(params)
    for gname, g in grads.items():
        if gname.startswith("d") and gname[1:] in params:
            new[gname[1:]] = params[gname[1:]] - learning_rate * g
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "uphill", "note": "adds the gradient instead of subtracting it", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {k: params[k] + learning_rate * grads["d" + k] for k in params}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "rate forgotten", "note": "learning_rate is not used, the step is the whole gradient (right for rate 1)", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for k in params:
        new[k] = params[k] - grads["d" + k]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "changes the arrays", "note": "params[k] -= ... changes the given arrays in place and returns the same dict", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    for k in params:
        params[k] -= learning_rate * grads["d" + k]
    return params
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "changes the dict only", "note": "puts new arrays into the given dict (the old arrays stay as they were) and returns that dict", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    for k in params:
        params[k] = params[k] - learning_rate * grads["d" + k]
    return params
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "shallow copy", "note": "copies the dict but not the arrays, then -= changes the given arrays", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = params.copy()
    for k in new:
        new[k] -= learning_rate * grads["d" + k]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "returns the steps", "note": "returns -learning_rate * gradient, the parameter itself is missing", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {k: -learning_rate * grads["d" + k] for k in params}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "keys with d", "note": "right values under the wrong keys: dW and db instead of W and b", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for k in params:
        new["d" + k] = params[k] - learning_rate * grads["d" + k]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "brackets wrong", "note": "multiplies the whole difference by the rate: learning_rate * (V - dV)", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {k: learning_rate * (v - grads["d" + k]) for k, v in params.items()}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "divides by the rate", "note": "divides the gradient by the learning rate", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {k: v - grads["d" + k] / learning_rate for k, v in params.items()}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "weights only", "note": "updates only the names that begin with W and copies the biases unchanged", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for k in params:
        if k.startswith("W"):
            new[k] = params[k] - learning_rate * grads["d" + k]
        else:
            new[k] = params[k].copy()
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "return in the loop", "note": "return inside the loop: the new dict holds only the first parameter", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for k in params:
        new[k] = params[k] - learning_rate * grads["d" + k]
        return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "mean gradient", "note": "uses the mean of each gradient for all entries of its parameter (right for one entry)", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {k: v - learning_rate * np.mean(grads["d" + k]) for k, v in params.items()}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "sign of the gradient", "note": "steps by the sign of the gradient times the rate, the size of the gradient is lost", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {k: v - learning_rate * np.sign(grads["d" + k]) for k, v in params.items()}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "tuple of W and b", "note": "returns the tuple (W, b) and knows no other names; stops with KeyError for W1, b1", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    W = params["W"] - learning_rate * grads["dW"]
    b = params["b"] - learning_rate * grads["db"]
    return W, b
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "one layer only", "note": "dict with W and b hard-coded; stops with KeyError for two layers or for b alone", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {
        "W": params["W"] - learning_rate * grads["dW"],
        "b": params["b"] - learning_rate * grads["db"],
    }
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "goes through grads", "note": "loops over grads and strips the first letter; stops with KeyError as soon as grads holds further entries", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for g in grads:
        name = g[1:]
        new[name] = params[name] - learning_rate * grads[g]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "same key in grads", "note": "stops with KeyError: looks up grads[name] without the d", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name in params:
        new[name] = params[name] - learning_rate * grads[name]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "dict times number", "note": "stops with TypeError: multiplies the whole dict by the rate", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return params - learning_rate * grads
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "items forgotten", "note": "stops with ValueError (unpacking): `for name, value in params` without .items()", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name, value in params:
        new[name] = value - learning_rate * grads["d" + name]
    return new
'''},
    # ------------------------------------------------------------------ logistic_gradients
    {"exercise": "logistic_gradients", "right": True, "name": "textbook", "note": "cost is converted to a Python float", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "np.dot and np.where cost", "note": "reading: the cost is a np.float64, which is a float", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    Z = np.dot(W, X) + b
    P = np.exp(Z) / (1 + np.exp(Z))
    m = Y.shape[1]
    right = np.where(Y == 1, P, 1 - P)
    out = {}
    out["P"] = P
    out["cost"] = -np.log(right).mean()
    out["dZ"] = 1 / m * (P - Y)
    out["dW"] = np.dot(out["dZ"], X.T)
    out["db"] = out["dZ"].sum(axis=1).reshape(b.shape)
    return out
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "loops over examples", "note": "", "code": '''
import math

def logistic_gradients(W, b, X, Y, loss="bce"):
    n, m = X.shape
    P, dZ = np.zeros((1, m)), np.zeros((1, m))
    dW, db = np.zeros((1, n)), np.zeros((1, 1))
    cost = 0.0
    for i in range(m):
        z = float(b[0, 0])
        for j in range(n):
            z += W[0, j] * X[j, i]
        p, y = 1 / (1 + math.exp(-z)), Y[0, i]
        cost += (-y * math.log(p) - (1 - y) * math.log(1 - p)) / m
        P[0, i] = p
        dZ[0, i] = (p - y) / m
        for j in range(n):
            dW[0, j] += dZ[0, i] * X[j, i]
        db[0, 0] += dZ[0, i]
    return dict(P=P, dZ=dZ, dW=dW, db=db, cost=float(cost))
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "einsum and logaddexp", "note": "cost from the logits: log(1 + e^z) - y z", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    Z = np.einsum("ij,jk->ik", W, X) + b
    P = 0.5 * (1 + np.tanh(Z / 2))
    dZ = (P - Y) / np.size(Y)
    dW = np.einsum("ik,jk->ij", dZ, X)
    return {
        "cost": float((np.logaddexp(0, Z) - Y * Z).mean()),
        "P": P,
        "dZ": dZ,
        "dW": dW,
        "db": np.array([[dZ.sum()]]),
    }
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "helpers and ones vector", "note": "sums by a product with a column of ones; extra entry Z in the dict", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    def sigmoid(z):
        return 1.0 / (1.0 + np.exp(-z))

    def cross_entropy(p, y):
        return (-(y @ np.log(p).T) - (1 - y) @ np.log(1 - p).T).item() / y.shape[1]

    m = X.shape[1]
    Z = W @ X + b
    P = sigmoid(Z)
    dZ = (P - Y) / m
    return {"Z": Z, "P": P, "dZ": dZ, "dW": (X @ dZ.T).T, "db": dZ @ np.ones((m, 1)), "cost": cross_entropy(P, Y)}
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "bias as one more weight", "note": "appends a row of ones to X and splits the gradient", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    X1 = np.vstack([X, np.ones((1, m))])
    W1 = np.hstack([W, b])
    P = 1 / (1 + np.exp(-W1 @ X1))
    dZ = np.divide(P - Y, m)
    both = dZ @ X1.T
    cost = -np.sum(np.log(np.abs(1 - Y - P))) / m
    return {"P": P, "dZ": dZ, "dW": both[:, :-1], "db": both[:, -1:], "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "no 1/m", "note": "dZ without 1/m, so dZ, dW and db are m times too large (right for one example)", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = P - Y
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "1/m twice", "note": "1/m in dZ and once more in dW and db", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / m
    dW = dZ @ X.T / m
    db = dZ.sum(axis=1, keepdims=True) / m
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "1/m only in dW and db", "note": "dZ = P - Y without 1/m while dW and db get it, so only dZ is m times too large", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = P - Y
    dW = dZ @ X.T / m
    db = dZ.sum(axis=1, keepdims=True) / m
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "Y minus P", "note": "dZ = (Y - P)/m: all gradients have the wrong sign", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (Y - P) / Y.shape[1]
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "db without keepdims", "note": "db has shape (1,) because keepdims=True is missing", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / Y.shape[1]
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "db over the wrong axis", "note": "sum over axis 0 with keepdims: db is a copy of dZ of shape (1, m)", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / Y.shape[1]
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": np.sum(dZ, axis=0, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "db is a mean", "note": "db is the mean of dZ, which holds the 1/m already: only db is m times too small", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / Y.shape[1]
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.mean(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "cost in bits", "note": "log2 instead of the natural logarithm in the cost", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log2(P) - (1 - Y) * np.log2(1 - P)))
    dZ = (P - Y) / Y.shape[1]
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "cost is a sum", "note": "the cost is the sum over the examples, not the mean", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.sum(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / Y.shape[1]
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "second term with plus", "note": "the term of the label 0 has a plus sign: -Y log P + (1-Y) log(1-P)", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) + (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / Y.shape[1]
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "slope of the sigmoid too much", "note": "multiplies dZ by P(1 - P), the gradient of the squared error", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) * P * (1 - P) / Y.shape[1]
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "divides by the number of features", "note": "m is taken from X.shape[0], so dZ is divided by n instead of m", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[0]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / m
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "dW transposed", "note": "dW = X dZ^T has shape (n, 1) instead of (1, n)", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / Y.shape[1]
    return {"P": P, "dZ": dZ, "dW": X @ dZ.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "bias left out", "note": "forward pass without b: Z = W X", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / Y.shape[1]
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "decisions instead of probabilities", "note": "two mistakes at once: P is rounded to 0 or 1 before dZ is formed, and the rounded P is returned", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    P = (P > 0.5) * 1.0
    dZ = (P - Y) / Y.shape[1]
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "P forgotten in the dict", "note": "the dict has no entry P, everything else is right", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / Y.shape[1]
    return {"dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "X not transposed", "note": "stops with ValueError: dZ @ X, shapes (1, m) and (n, m) (unless n = m)", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / Y.shape[1]
    return {"P": P, "dZ": dZ, "dW": dZ @ X, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "math.log of an array", "note": "stops with TypeError for more than one example: math.log takes numbers only", "code": '''
import math

def logistic_gradients(W, b, X, Y, loss="bce"):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.sum(-Y * math.log(P) - (1 - Y) * math.log(1 - P)) / m
    dZ = (P - Y) / m
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "m never set", "note": "stops with NameError: m is used but never defined", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    Z = W @ X + b
    P = 1 / (1 + np.exp(-Z))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "W transposed in the forward pass", "note": "stops with ValueError: W.T @ X, shapes (n, 1) and (n, m) (for n = 1 it is right)", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W.T @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / Y.shape[1]
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}
'''},
    # ------------------------------------------------------------------ train_logistic
    {"exercise": "train_logistic", "right": True, "name": "with the earlier functions", "note": "calls logistic_gradients and gradient_descent_update of the sections before", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params, costs = {"W": W, "b": b}, []
    for _ in range(epochs):
        found = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(found["cost"])
        params = gradient_descent_update(params, found, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": True, "name": "gradients called, update by hand", "note": "calls logistic_gradients; copies W and b first, so that even epochs=0 gives new arrays", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    W = W.copy()
    b = b.copy()
    costs = []
    for epoch in range(epochs):
        g = logistic_gradients(W, b, X, Y, loss)
        costs.append(float(g["cost"]))
        W = W - learning_rate * g["dW"]
        b = b - learning_rate * g["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": True, "name": "self-contained", "note": "reading for epochs=0: gives back the very arrays W and b, not copies", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    m = X.shape[1]
    costs = []
    for k in range(epochs):
        P = 1 / (1 + np.exp(-(W @ X + b)))
        costs.append(float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))))
        dZ = (P - Y) / m
        W, b = W - learning_rate * dZ @ X.T, b - learning_rate * dZ.sum(axis=1, keepdims=True)
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": True, "name": "in place on copies, while", "note": "float copies, updated in place", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    W, b = np.array(W, dtype=float), np.array(b, dtype=float)
    costs = [0.0] * epochs
    k = 0
    while k < epochs:
        Z = W @ X + b
        costs[k] = float(np.mean(np.logaddexp(0, Z) - Y * Z))
        dZ = (1 / (1 + np.exp(-Z)) - Y) / Y.size
        W -= learning_rate * (dZ @ X.T)
        b -= learning_rate * dZ.sum()
        k += 1
    return dict(W=W, b=b), costs
'''},
    {"exercise": "train_logistic", "right": True, "name": "recursion with an end", "note": "recursive over 300 epochs at a time so that 5000 epochs do not run too deep; self-contained", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    if epochs <= 0:
        return {"W": W, "b": b}, []
    costs = []
    now = min(epochs, 300)
    for _ in range(now):
        P = 1 / (1 + np.exp(-(W @ X + b)))
        costs.append(-np.mean(np.log(np.where(Y == 1, P, 1 - P))))
        dZ = (P - Y) / Y.shape[1]
        W = W - learning_rate * (dZ @ X.T)
        b = b - learning_rate * np.sum(dZ, axis=1, keepdims=True)
    params, later = train_logistic(X, Y, W, b, learning_rate, epochs - now, loss)
    return params, costs + later
'''},
    {"exercise": "train_logistic", "right": True, "name": "bias as a weight, helper step", "note": "one row of ones under X, one vector of parameters; self-contained", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    ones = np.ones((1, X.shape[1]))
    data = np.concatenate([X, ones])
    theta = np.concatenate([W, b], axis=1)

    def step(theta):
        p = 1 / (1 + np.exp(-(theta @ data)))
        j = -(Y * np.log(p) + (1 - Y) * np.log(1 - p)).mean()
        return theta - learning_rate * (p - Y) @ data.T / data.shape[1], float(j)

    costs = []
    for _ in range(epochs):
        theta, j = step(theta)
        costs.append(j)
    return {"W": theta[:, :-1].copy(), "b": theta[:, -1:].copy()}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "cost after the update", "note": "records the cost after each update instead of before (the first cost is missing, one later is there)", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        W = W - learning_rate * g["dW"]
        b = b - learning_rate * g["db"]
        costs.append(logistic_gradients(W, b, X, Y)["cost"])
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "one cost too many", "note": "appends the final cost after the loop: epochs + 1 costs", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        W = W - learning_rate * g["dW"]
        b = b - learning_rate * g["db"]
    costs.append(logistic_gradients(W, b, X, Y)["cost"])
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "starts at 1", "note": "range(1, epochs): one update and one cost too few", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for k in range(1, epochs):
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        W = W - learning_rate * g["dW"]
        b = b - learning_rate * g["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "one round too many", "note": "range(epochs + 1): one update and one cost too many, also for epochs=0", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for k in range(epochs + 1):
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        W = W - learning_rate * g["dW"]
        b = b - learning_rate * g["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "b sees the new W", "note": "wrong update order: the gradient of b is computed again after W was updated", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        W = W - learning_rate * g["dW"]
        b = b - learning_rate * logistic_gradients(W, b, X, Y)["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "start arrays overwritten", "note": "W -= and b -= change the arrays that were given", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        W -= learning_rate * g["dW"]
        b -= learning_rate * g["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "gradient ascent", "note": "adds the gradients, the cost rises", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        W = W + learning_rate * g["dW"]
        b = b + learning_rate * g["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "gradients once, before the loop", "note": "computes the gradients once before the loop, every step and every cost is the first one", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    g = logistic_gradients(W, b, X, Y)
    for _ in range(epochs):
        costs.append(g["cost"])
        W = W - learning_rate * g["dW"]
        b = b - learning_rate * g["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "starts from zeros", "note": "ignores the given start and sets W and b to zeros (right if they are zeros anyway)", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    W, b = np.zeros((1, X.shape[0])), np.zeros((1, 1))
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        W = W - learning_rate * g["dW"]
        b = b - learning_rate * g["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "bias never learns", "note": "updates W only, b keeps its start value", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        W = W - learning_rate * g["dW"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "example by example", "note": "updates after each single example instead of the full batch; one mean cost per epoch is recorded before", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        costs.append(logistic_gradients(W, b, X, Y)["cost"])
        for i in range(X.shape[1]):
            g = logistic_gradients(W, b, X[:, i:i + 1], Y[:, i:i + 1])
            W = W - learning_rate * g["dW"]
            b = b - learning_rate * g["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "rate divided by m", "note": "divides the step by m although the gradient holds the 1/m already (right for one example)", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    m = X.shape[1]
    for _ in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        W = W - learning_rate / m * g["dW"]
        b = b - learning_rate / m * g["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "rate decays", "note": "the learning rate shrinks as rate/(1 + k); the first update alone is right", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for k in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        rate = learning_rate / (1 + k)
        W = W - rate * g["dW"]
        b = b - rate * g["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "costs and params swapped", "note": "returns (costs, params) in the wrong order", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        W = W - learning_rate * g["dW"]
        b = b - learning_rate * g["db"]
    return costs, {"W": W, "b": b}
'''},
    {"exercise": "train_logistic", "right": False, "name": "costs collected in a global", "note": "appends to a global list that is never emptied: the second call returns the costs of the first as well", "code": '''
all_costs = []

def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    for _ in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        all_costs.append(g["cost"])
        W = W - learning_rate * g["dW"]
        b = b - learning_rate * g["db"]
    return {"W": W, "b": b}, all_costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "for over a number", "note": "stops with TypeError: `for k in epochs`, an int is not iterable", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for k in epochs:
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        W = W - learning_rate * g["dW"]
        b = b - learning_rate * g["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "dict unpacked into three", "note": "stops with ValueError: unpacks the dict of logistic_gradients into three names (too many values)", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        dW, db, cost = logistic_gradients(W, b, X, Y)
        costs.append(cost)
        W = W - learning_rate * dW
        b = b - learning_rate * db
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "params born in the loop", "note": "stops with UnboundLocalError for epochs=0, because params is set inside the loop only; right otherwise", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        W = W - learning_rate * g["dW"]
        b = b - learning_rate * g["db"]
        params = {"W": W, "b": b}
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "append thrown away", "note": "stops with AttributeError in the second epoch: costs = costs.append(...) is None (one epoch returns None for costs)", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        costs = costs.append(g["cost"])
        W = W - learning_rate * g["dW"]
        b = b - learning_rate * g["db"]
    return {"W": W, "b": b}, costs
'''},
    # ------------------------------------------------------------------ minibatches
    {"exercise": "minibatches", "right": True, "name": "generator with permutation", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for start in range(0, m, batch_size):
        block = order[start:start + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": True, "name": "list of pairs", "note": "reading: a list, as the statement allows", "code": '''
def minibatches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    Xs, Ys = X[:, order], Y[:, order]
    return [(Xs[:, i:i + batch_size], Ys[:, i:i + batch_size]) for i in range(0, X.shape[1], batch_size)]
'''},
    {"exercise": "minibatches", "right": True, "name": "array_split at multiples", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = Y.shape[1]
    cuts = np.arange(batch_size, m, batch_size)
    blocks = np.split(rng.permutation(m), cuts)
    return [(X[:, k], Y[:, k]) for k in blocks]
'''},
    {"exercise": "minibatches", "right": True, "name": "shuffle of an index array", "note": "shuffles the index array in place, the data stay; X and Y joined by np.take", "code": '''
def minibatches(X, Y, batch_size, rng):
    index = np.arange(X.shape[1])
    rng.shuffle(index)
    batches = []
    while len(index) > 0:
        now, index = index[:batch_size], index[batch_size:]
        batches.append((np.take(X, now, axis=1), np.take(Y, now, axis=1)))
    return batches
'''},
    {"exercise": "minibatches", "right": True, "name": "argsort of random numbers", "note": "order drawn as argsort of rng.random(m); returns a tuple of pairs (iterable)", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = np.argsort(rng.random(m))
    count = -(-m // batch_size)
    return tuple(
        (X[:, order[k * batch_size:(k + 1) * batch_size]], Y[:, order[k * batch_size:(k + 1) * batch_size]])
        for k in range(count)
    )
'''},
    {"exercise": "minibatches", "right": True, "name": "column by column", "note": "choice without replacement, columns stacked one by one", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    xs, ys = [], []
    for i in rng.choice(m, size=m, replace=False):
        xs.append(X[:, [i]])
        ys.append(Y[:, [i]])
        if len(xs) == batch_size:
            yield np.hstack(xs), np.hstack(ys)
            xs, ys = [], []
    if xs:
        yield np.hstack(xs), np.hstack(ys)
'''},
    {"exercise": "minibatches", "right": True, "name": "stacked and permuted together", "note": "X over Y in one array, so the labels come back with the dtype of the stack (float beside float data)", "code": '''
def minibatches(X, Y, batch_size, rng):
    both = rng.permutation(np.vstack([X, Y]), axis=1)
    n = X.shape[0]
    for s in range(0, both.shape[1], batch_size):
        part = both[:, s:s + batch_size]
        yield part[:n], part[n:]
'''},
    {"exercise": "minibatches", "right": False, "name": "no shuffling", "note": "cuts the examples in their given order, rng is never used", "code": '''
def minibatches(X, Y, batch_size, rng):
    for s in range(0, X.shape[1], batch_size):
        yield X[:, s:s + batch_size], Y[:, s:s + batch_size]
'''},
    {"exercise": "minibatches", "right": False, "name": "two different orders", "note": "draws one permutation for X and another for Y, so examples lose their labels", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    X = X[:, rng.permutation(m)]
    Y = Y[:, rng.permutation(m)]
    for s in range(0, m, batch_size):
        yield X[:, s:s + batch_size], Y[:, s:s + batch_size]
'''},
    {"exercise": "minibatches", "right": False, "name": "labels not shuffled", "note": "shuffles X only, Y keeps the old order", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    return [(X[:, order[s:s + batch_size]], Y[:, s:s + batch_size]) for s in range(0, m, batch_size)]
'''},
    {"exercise": "minibatches", "right": False, "name": "last block dropped", "note": "m // batch_size blocks: the smaller last block is lost", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for k in range(m // batch_size):
        block = order[k * batch_size:(k + 1) * batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "empty block at the end", "note": "m // batch_size + 1 blocks: an empty block comes when batch_size divides m", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for k in range(m // batch_size + 1):
        block = order[k * batch_size:(k + 1) * batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "last block filled up", "note": "fills the smaller last block with examples from the front of the order, which come twice", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for s in range(0, m, batch_size):
        block = np.array([order[i % m] for i in range(s, s + batch_size)])
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "drawn with replacement", "note": "rng.integers draws with replacement: examples come twice or never", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.integers(0, m, size=m)
    for s in range(0, m, batch_size):
        block = order[s:s + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "fresh generator with seed 0", "note": "overwrites rng by default_rng(0): the same order in every call, the given rng is not used", "code": '''
def minibatches(X, Y, batch_size, rng):
    rng = np.random.default_rng(0)
    m = X.shape[1]
    order = rng.permutation(m)
    for s in range(0, m, batch_size):
        block = order[s:s + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "global random state", "note": "draws from np.random.permutation, not from the given rng", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = np.random.permutation(m)
    for s in range(0, m, batch_size):
        block = order[s:s + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "only the first block", "note": "return inside the loop: just one pair comes back, not an iterable of pairs", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for s in range(0, m, batch_size):
        block = order[s:s + batch_size]
        return X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "labels flat", "note": "Y[0, block] drops the first axis: label blocks of shape (k,) instead of (1, k)", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    return [(X[:, order[s:s + batch_size]], Y[0, order[s:s + batch_size]]) for s in range(0, m, batch_size)]
'''},
    {"exercise": "minibatches", "right": False, "name": "labels first", "note": "gives the pairs in the order (Y block, X block)", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for s in range(0, m, batch_size):
        block = order[s:s + batch_size]
        yield Y[:, block], X[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "size taken for number", "note": "makes batch_size blocks (array_split into batch_size parts) instead of blocks of batch_size examples", "code": '''
def minibatches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    return [(X[:, k], Y[:, k]) for k in np.array_split(order, batch_size)]
'''},
    {"exercise": "minibatches", "right": False, "name": "blocks shuffled, not examples", "note": "keeps neighbors together: only the order of the blocks is random, and the smaller block may come in the middle", "code": '''
def minibatches(X, Y, batch_size, rng):
    starts = np.arange(0, X.shape[1], batch_size)
    for s in rng.permutation(starts):
        yield X[:, s:s + batch_size], Y[:, s:s + batch_size]
'''},
    {"exercise": "minibatches", "right": False, "name": "data shuffled in place", "note": "blocks are right, but X[:] = and Y[:] = overwrite the given arrays by the shuffled ones", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    X[:] = X[:, order]
    Y[:] = Y[:, order]
    return [(X[:, s:s + batch_size].copy(), Y[:, s:s + batch_size].copy()) for s in range(0, m, batch_size)]
'''},
    {"exercise": "minibatches", "right": False, "name": "growing blocks", "note": "slices order[:start + batch_size], so each block holds all earlier ones too", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for s in range(0, m, batch_size):
        block = order[:s + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "rows picked", "note": "stops with IndexError as soon as an index exceeds the number of rows: X[block] picks rows, examples are columns", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for s in range(0, m, batch_size):
        block = order[s:s + batch_size]
        yield X[block], Y[block]
'''},
    {"exercise": "minibatches", "right": False, "name": "float in range", "note": "stops with TypeError: m / batch_size is a float and range wants an int", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    batches = []
    for k in range(m / batch_size):
        block = order[k * batch_size:(k + 1) * batch_size]
        batches.append((X[:, block], Y[:, block]))
    return batches
'''},
    {"exercise": "minibatches", "right": False, "name": "permutation misspelled", "note": "stops with AttributeError: rng.permutate does not exist", "code": '''
def minibatches(X, Y, batch_size, rng):
    order = rng.permutate(X.shape[1])
    result = []
    for s in range(0, X.shape[1], batch_size):
        result.append((X[:, order[s:s + batch_size]], Y[:, order[s:s + batch_size]]))
    return result
'''},
    {"exercise": "minibatches", "right": False, "name": "shuffle returns None", "note": "stops with TypeError: order = rng.shuffle(...) is None and cannot be sliced", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.shuffle(np.arange(m))
    for s in range(0, m, batch_size):
        yield X[:, order[s:s + batch_size]], Y[:, order[s:s + batch_size]]
'''},
]
