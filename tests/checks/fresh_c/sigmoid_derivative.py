"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- sigmoid_prime
    {"exercise": "sigmoid_prime", "right": True, "name": "textbook", "note": "", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "cosh", "note": "", "code": '''
def sigmoid_prime(z):
    # sigma'(z) = 1 / (4 cosh^2(z/2))
    return 1.0 / (4.0 * np.cosh(np.asarray(z) / 2.0) ** 2)
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "symmetry with inner helper", "note": "", "code": '''
def sigmoid_prime(z):
    def sig(t):
        return 1.0 / (1.0 + np.exp(-t))

    # 1 - sig(z) is the same as sig(-z)
    return sig(z) * sig(-z)
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "loop with math", "note": "", "code": '''
import math

def sigmoid_prime(z):
    arr = np.asarray(z, dtype=float)
    slopes = np.zeros(arr.shape)
    for pos in np.ndindex(arr.shape):
        p = 1.0 / (1.0 + math.exp(-arr[pos]))
        slopes[pos] = p * (1.0 - p)
    return slopes
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "recursion over rows", "note": "", "code": '''
def sigmoid_prime(z):
    if np.ndim(z) > 0:
        return np.array([sigmoid_prime(row) for row in z])
    e = np.exp(-z)
    return e / (1 + e) ** 2
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "masks for both signs", "note": "", "code": '''
def sigmoid_prime(z):
    z = np.array(z, dtype=float)
    p = np.empty_like(z)
    pos = z >= 0
    p[pos] = 1 / (1 + np.exp(-z[pos]))
    ez = np.exp(z[~pos])
    p[~pos] = ez / (1 + ez)
    return p * (1 - p)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "sigmoid only", "note": "returns the sigmoid, not its slope", "code": '''
def sigmoid_prime(z):
    return 1 / (1 + np.exp(-z))
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "plus in the bracket", "note": "multiplies by 1 + s instead of 1 - s", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 + s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "z for sigma", "note": "forgets the sigmoid and uses z itself as the output", "code": '''
def sigmoid_prime(z):
    return z * (1 - z)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "square forgotten", "note": "quotient rule without the square in the denominator", "code": '''
def sigmoid_prime(z):
    e = np.exp(-z)
    return e / (1 + e)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "math.exp on arrays", "note": "math.exp takes a single number only, arrays stop with a TypeError", "code": '''
import math

def sigmoid_prime(z):
    s = 1 / (1 + math.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "sigmoid from another notebook", "note": "calls a function sigmoid that this notebook does not define", "code": '''
def sigmoid_prime(z):
    p = sigmoid(z)
    return p * (1 - p)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "missing parentheses in the fraction", "note": "1 / 1 + exp(-z) is 1 + exp(-z)", "code": '''
def sigmoid_prime(z):
    sigma = 1 / 1 + np.exp(-z)
    return sigma * (1 - sigma)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "negates the argument", "note": "z *= -1 changes the array of the caller", "code": '''
def sigmoid_prime(z):
    z *= -1
    p = 1 / (1 + np.exp(z))
    return p * (1 - p)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "result array of integers", "note": "zeros_like of an integer array cuts every slope to 0", "code": '''
def sigmoid_prime(z):
    z = np.asarray(z)
    result = np.zeros_like(z)
    for i in np.ndindex(z.shape):
        s = 1 / (1 + np.exp(-z[i]))
        result[i] = s * (1 - s)
    return result
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "slope of tanh", "note": "derivative of tanh instead of the sigmoid", "code": '''
def sigmoid_prime(z):
    t = np.tanh(z)
    return 1 - t**2
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "loops over a number", "note": "a single number cannot be looped over", "code": '''
def sigmoid_prime(z):
    out = []
    for value in z:
        s = 1 / (1 + np.exp(-value))
        out.append(s * (1 - s))
    return np.array(out)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "rounded to three places", "note": "rounds as in the example", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return np.round(s * (1 - s), 3)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "dot product", "note": "np.dot instead of the entrywise product: a sum for vectors, an error for most matrices", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return np.dot(s, 1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "one-sided difference", "note": "measures the slope with a coarse forward difference, not exact to seven digits", "code": '''
def sigmoid_prime(z):
    h = 1e-4
    f = lambda t: 1 / (1 + np.exp(-t))
    return (f(z + h) - f(z)) / h
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "if on an array", "note": "compares a whole array in an if, which is ambiguous", "code": '''
def sigmoid_prime(z):
    if z == 0:
        return 0.25
    if z > 0:
        s = 1 / (1 + np.exp(-z))
    else:
        s = np.exp(z) / (1 + np.exp(z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "flat part set to zero", "note": "calls everything beyond 10 saturated and returns 0 there", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    # far out the curve is flat
    return np.where(np.abs(z) > 10, 0.0, s * (1 - s))
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "value and slope", "note": "returns a pair of sigmoid and slope", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    ds = s * (1 - s)
    return s, ds
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "second derivative", "note": "differentiates once too often", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    ds = s * (1 - s)
    return ds * (1 - 2 * s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "bracket forgotten", "note": "s * 1 - s is always 0", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s * 1 - s
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "always a row", "note": "turns every input into one row, the shape of z is lost", "code": '''
def sigmoid_prime(z):
    Z = np.array(z).reshape(1, -1)
    A = 1 / (1 + np.exp(-Z))
    return A * (1 - A)
'''},
    # ---------------------------------------------------------------- sigmoid_prime_from_output
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "product", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    return p * (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "p minus its square", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    squared = np.square(p)
    return p - squared
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "polynomial", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    # -p^2 + p + 0
    return np.polyval([-1.0, 1.0, 0.0], p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "einsum with ellipsis", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    a = np.asarray(p, dtype=float)
    return np.einsum("...,...->...", a, 1.0 - a)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "loop over positions", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    if np.isscalar(p):
        return p * (1 - p)
    slope = np.zeros(p.shape)
    for where in np.ndindex(p.shape):
        prob = p[where]
        slope[where] = prob * (1 - prob)
    return slope
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "np.vectorize", "note": "", "code": '''
def _slope_of_one(q):
    other = 1.0 - q
    return q * other

def sigmoid_prime_from_output(p):
    return np.vectorize(_slope_of_one, otypes=[float])(p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "takes p for z", "note": "applies the sigmoid a second time", "code": '''
def sigmoid_prime_from_output(p):
    return sigmoid_prime(p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "bracket turned around", "note": "p - 1 instead of 1 - p, so the sign is wrong", "code": '''
def sigmoid_prime_from_output(p):
    return p * (p - 1)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "back to the logit", "note": "goes back to z with a logarithm; at p = 0 the result is nan", "code": '''
def sigmoid_prime_from_output(p):
    z = np.log(p) - np.log(1 - p)
    e = np.exp(-z)
    return e / (1 + e) ** 2
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "multiplies in place", "note": "p *= 1 - p overwrites the outputs of the caller", "code": '''
def sigmoid_prime_from_output(p):
    p *= 1 - p
    return p
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "triangle", "note": "a triangle that agrees only at 0, one half and 1", "code": '''
def sigmoid_prime_from_output(p):
    # highest in the middle (0.25), zero at both ends
    return np.minimum(p, 1 - p) / 2
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "matrix product", "note": "@ instead of *, an error for numbers and rows, a sum for vectors", "code": '''
def sigmoid_prime_from_output(p):
    return p @ (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "transposed factor", "note": "p.T times a row becomes an outer product; a number has no .T", "code": '''
def sigmoid_prime_from_output(p):
    return p.T * (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "first row only", "note": "assumes one row of outputs; vectors and numbers stop with an error, further units are lost", "code": '''
def sigmoid_prime_from_output(p):
    m = p.shape[1]
    slope = np.zeros((1, m))
    for j in range(m):
        slope[0, j] = p[0, j] * (1 - p[0, j])
    return slope
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "derivative with respect to p", "note": "differentiates p - p^2 by p", "code": '''
def sigmoid_prime_from_output(p):
    return 1 - 2 * p
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "caret for power", "note": "^ is not a power in Python, floats stop with a TypeError", "code": '''
def sigmoid_prime_from_output(p):
    return p - p^2
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "scaled to one", "note": "factor 4, so that the largest slope is 1", "code": '''
def sigmoid_prime_from_output(p):
    slope = p * (1 - p)
    slope_max = 0.25
    return slope / slope_max
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "prints only", "note": "prints the slope and returns nothing", "code": '''
def sigmoid_prime_from_output(p):
    slope = p * (1 - p)
    print(slope)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "variable left over", "note": "uses z, which is not an argument here", "code": '''
def sigmoid_prime_from_output(p):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "Jacobian", "note": "puts the slopes of a vector into a diagonal matrix", "code": '''
def sigmoid_prime_from_output(p):
    return np.diag(p * (1 - p))
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "ends with if and or", "note": "asks for the ends with if, which fails for arrays", "code": '''
def sigmoid_prime_from_output(p):
    if p == 0 or p == 1:
        return 0.0
    return p * (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "clipped", "note": "keeps p away from 0 and 1, so the ends do not give 0", "code": '''
def sigmoid_prime_from_output(p):
    p = np.clip(p, 0.01, 0.99)
    return p * (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "divided by m", "note": "brings the 1/m in here, where it does not belong", "code": '''
def sigmoid_prime_from_output(p):
    m = np.shape(p)[-1] if np.ndim(p) else 1
    return p * (1 - p) / m
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "four decimals", "note": "rounds to what the example shows", "code": '''
def sigmoid_prime_from_output(p):
    return np.round(p * (1 - p), 4)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "one minus square", "note": "the formula of tanh from its output", "code": '''
def sigmoid_prime_from_output(p):
    return 1 - p**2
'''},
    # ---------------------------------------------------------------- numerical_gradient
    {"exercise": "numerical_gradient", "right": True, "name": "two copies per entry", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        plus = x.copy()
        minus = x.copy()
        plus[j] += h
        minus[j] -= h
        grad[j] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "unit vectors from eye", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    base = np.array(x, dtype=float)
    n = base.size
    directions = np.eye(n).reshape((n,) + base.shape)
    slopes = [(f(base + h * e) - f(base - h * e)) / (2 * h) for e in directions]
    return np.array(slopes).reshape(base.shape)
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "nditer and put back", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    work = np.array(x, dtype=float)
    g = np.zeros(work.shape)
    it = np.nditer(work, flags=["multi_index"])
    while not it.finished:
        pos = it.multi_index
        keep = float(work[pos])
        work[pos] = keep + h
        up = float(f(work))
        work[pos] = keep - h
        down = float(f(work))
        work[pos] = keep
        g[pos] = (up - down) / (2.0 * h)
        it.iternext()
    return g
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "number first, then recursion", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    if np.ndim(x) == 0:
        return (f(x + h) - f(x - h)) / (2 * h)

    base = np.array(x, dtype=float)

    def along(j):
        def g(t):
            moved = base.copy()
            moved.flat[j] = t
            return f(moved)
        return numerical_gradient(g, base.flat[j], h)

    return np.array([along(j) for j in range(base.size)]).reshape(base.shape)
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "bump array", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    shape = np.shape(x)
    result = np.empty(shape)
    for index in np.ndindex(*shape):
        bump = np.zeros(shape)
        bump[index] = h
        rise = f(x + bump) - f(x - bump)
        run = 2 * h
        result[index] = rise / run
    return result
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "flat list and unravel", "note": "", "code": '''
def _moved(x, k, step):
    y = np.array(x, dtype=float)
    y[np.unravel_index(k, y.shape) if y.ndim else ()] += step
    return y

def numerical_gradient(f, x, h=1e-6):
    ups = np.array([f(_moved(x, k, +h)) for k in range(np.size(x))], dtype=float)
    downs = np.array([f(_moved(x, k, -h)) for k in range(np.size(x))], dtype=float)
    return np.reshape((ups - downs) / (2 * h), np.shape(x))
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "forward difference", "note": "one-sided difference, wrong for a large step", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    f0 = f(x)
    for j in np.ndindex(x.shape):
        plus = x.copy()
        plus[j] += h
        grad[j] = (f(plus) - f0) / h
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "divided by h", "note": "the run is 2h, not h, so everything is twice too large", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[j] = 1
        grad[j] = (f(x + h * e) - f(x - h * e)) / h
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "divides by 2, multiplies by h", "note": "/ 2 * h without parentheses", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for idx in np.ndindex(x.shape):
        a, b = x.copy(), x.copy()
        a[idx] += h
        b[idx] -= h
        grad[idx] = (f(a) - f(b)) / 2 * h
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "moves all entries together", "note": "steps with every entry at once and gets one number", "code": '''
def numerical_gradient(f, x, h=1e-6):
    return (f(x + h) - f(x - h)) / (2 * h)
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "assignment is no copy", "note": "both names mean the same array, so the two steps undo each other", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        x_plus = x
        x_minus = x
        x_plus[j] = x_plus[j] + h
        x_minus[j] = x_minus[j] - h
        grad[j] = (f(x_plus) - f(x_minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "plus and minus on the original", "note": "moves the entries of x itself; rounding leaves x a little different", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.asarray(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        x[j] += h
        up = float(f(x))
        x[j] -= 2 * h
        down = float(f(x))
        x[j] += h
        grad[j] = (up - down) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "copies outside the loop", "note": "the entries moved before stay moved", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    xp = x.copy()
    xm = x.copy()
    for j in np.ndindex(x.shape):
        xp[j] += h
        xm[j] -= h
        grad[j] = (f(xp) - f(xm)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "own small step", "note": "ignores the step it is given", "code": '''
def numerical_gradient(f, x, h=1e-6):
    h = 1e-5
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[j] = h
        grad[j] = (f(x + step) - f(x - step)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "copy keeps integers", "note": "a copy of an integer array cuts the small step off", "code": '''
def numerical_gradient(f, x, h=1e-6):
    grad = np.zeros(np.shape(x))
    for j in np.ndindex(np.shape(x)):
        up = np.array(x)
        down = np.array(x)
        up[j] = up[j] + h
        down[j] = down[j] - h
        grad[j] = (f(up) - f(down)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "two nested loops", "note": "works for matrices only; vectors and numbers stop with an error", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    rows, cols = x.shape
    grad = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            p = x.copy()
            p[i, j] += h
            q = x.copy()
            q[i, j] -= h
            grad[i, j] = (f(p) - f(q)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "number has no shape", "note": "forgets that x may be a plain number, which has no .shape", "code": '''
def numerical_gradient(f, x, h=1e-6):
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[j] = h
        grad[j] = (f(x + e) - f(x - e)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "f gets a flat vector", "note": "hands f a flattened x, which breaks functions that need the shape", "code": '''
def numerical_gradient(f, x, h=1e-6):
    flat = np.array(x, dtype=float).ravel()
    grad = np.zeros(flat.size)
    for k in range(flat.size):
        up, down = flat.copy(), flat.copy()
        up[k] += h
        down[k] -= h
        grad[k] = (f(up) - f(down)) / (2 * h)
    return grad.reshape(np.shape(x))
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "return inside the loop", "note": "stops after the first entry, the others stay 0", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[j] += h
        minus[j] -= h
        grad[j] = (f(plus) - f(minus)) / (2 * h)
        return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "last entry missed", "note": "range(size - 1) leaves the last entry out", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for k in range(x.size - 1):
        a = x.copy()
        b = x.copy()
        a.flat[k] += h
        b.flat[k] -= h
        grad.flat[k] = (f(a) - f(b)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "relative step", "note": "scales the step with |x|; at 0 this gives nan, and a large step is another one", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        step = h * np.abs(x[j])
        plus, minus = x.copy(), x.copy()
        plus[j] += step
        minus[j] -= step
        grad[j] = (f(plus) - f(minus)) / (2 * step)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "np.gradient", "note": "np.gradient differentiates samples, not a function", "code": '''
def numerical_gradient(f, x, h=1e-6):
    return np.gradient(f(x), h)
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "five points", "note": "another, finer difference formula; for a large step it differs from the central one", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[j] = h
        grad[j] = (-f(x + 2 * e) + 8 * f(x + e) - 8 * f(x - e) + f(x - 2 * e)) / (12 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "half a step to each side", "note": "h is the step to each side, not the whole width", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[j] = h / 2
        grad[j] = (f(x + e) - f(x - e)) / h
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "left minus right", "note": "subtracts the wrong way round", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for idx in np.ndindex(x.shape):
        lo = x.copy()
        hi = x.copy()
        lo[idx] -= h
        hi[idx] += h
        grad[idx] = (f(lo) - f(hi)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "four decimals as shown", "note": "rounds the gradient as the example does", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[j] += h
        minus[j] -= h
        grad[j] = round((f(plus) - f(minus)) / (2 * h), 4)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "gradient of integers", "note": "zeros_like of an integer x cuts the derivatives to whole numbers", "code": '''
def numerical_gradient(f, x, h=1e-6):
    grad = np.zeros_like(x)
    y = np.array(x, dtype=float)
    for j in np.ndindex(y.shape):
        plus, minus = y.copy(), y.copy()
        plus[j] += h
        minus[j] -= h
        grad[j] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "loops over the shape", "note": "takes the lengths of the axes for positions and runs out of bounds", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in x.shape:
        plus, minus = x.copy(), x.copy()
        plus[j] += h
        minus[j] -= h
        grad[j] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "ndindex of x", "note": "gives np.ndindex the array instead of its shape", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x):
        plus, minus = x.copy(), x.copy()
        plus[j] += h
        minus[j] -= h
        grad[j] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    # ---------------------------------------------------------------- chain
    {"exercise": "chain", "right": True, "name": "star", "note": "", "code": '''
def chain(upstream, local):
    return upstream * local
'''},
    {"exercise": "chain", "right": True, "name": "einsum", "note": "", "code": '''
def chain(upstream, local):
    return np.einsum("...,...->...", np.asarray(upstream, dtype=float), np.asarray(local, dtype=float))
'''},
    {"exercise": "chain", "right": True, "name": "broadcast and loop", "note": "", "code": '''
def chain(upstream, local):
    U, L = np.broadcast_arrays(upstream, local)
    out = np.empty(U.shape, dtype=float)
    for k in np.ndindex(U.shape):
        out[k] = U[k] * L[k]
    return out
'''},
    {"exercise": "chain", "right": True, "name": "recursion down to numbers", "note": "", "code": '''
def chain(upstream, local):
    if np.ndim(upstream) == 0 or np.ndim(local) == 0:
        return upstream * local
    return np.array([chain(u, l) for u, l in zip(upstream, local)])
'''},
    {"exercise": "chain", "right": True, "name": "stack and prod", "note": "", "code": '''
def chain(upstream, local):
    both = np.stack(np.broadcast_arrays(upstream, local))
    return both.prod(axis=0)
'''},
    {"exercise": "chain", "right": True, "name": "vectorized function of two numbers", "note": "", "code": '''
times = np.vectorize(lambda u, l: float(u) * float(l), otypes=[float])

def chain(upstream, local):
    return times(upstream, local)
'''},
    {"exercise": "chain", "right": False, "name": "np.dot", "note": "dot product instead of the entrywise one", "code": '''
def chain(upstream, local):
    return np.dot(upstream, local)
'''},
    {"exercise": "chain", "right": False, "name": "product with transpose", "note": "upstream @ local.T sums over the examples; a number has no .T", "code": '''
def chain(upstream, local):
    return upstream @ local.T
'''},
    {"exercise": "chain", "right": False, "name": "adds", "note": "sum instead of product", "code": '''
def chain(upstream, local):
    return upstream + local
'''},
    {"exercise": "chain", "right": False, "name": "divides", "note": "divides by the local derivative", "code": '''
def chain(upstream, local):
    return upstream / local
'''},
    {"exercise": "chain", "right": False, "name": "local taken for p", "note": "treats local as the output of a sigmoid and forms its slope again", "code": '''
def chain(upstream, local):
    return upstream * sigmoid_prime_from_output(local)
'''},
    {"exercise": "chain", "right": False, "name": "times-equals", "note": "changes upstream in place (and fails if it holds integers)", "code": '''
def chain(upstream, local):
    upstream *= local
    return upstream
'''},
    {"exercise": "chain", "right": False, "name": "outer product", "note": "every entry with every entry", "code": '''
def chain(upstream, local):
    return np.outer(upstream, local)
'''},
    {"exercise": "chain", "right": False, "name": "mean factor", "note": "divides by the number of entries once more", "code": '''
def chain(upstream, local):
    product = upstream * local
    return product / np.size(product)
'''},
    {"exercise": "chain", "right": False, "name": "zip of numbers", "note": "two plain numbers, or a number and an array, cannot be zipped", "code": '''
def chain(upstream, local):
    return np.array([u * l for u, l in zip(upstream, local)])
'''},
    {"exercise": "chain", "right": False, "name": "shape taken from upstream", "note": "if upstream is a number and local an array, the result array has no entries to fill", "code": '''
def chain(upstream, local):
    upstream = np.array(upstream, dtype=float)
    local = np.array(local, dtype=float)
    out = np.zeros(upstream.shape)
    for i in np.ndindex(local.shape):
        out[i] = upstream[i] * local[i]
    return out
'''},
    {"exercise": "chain", "right": False, "name": "minus for downhill", "note": "puts the minus of gradient descent in here", "code": '''
def chain(upstream, local):
    return -upstream * local
'''},
    {"exercise": "chain", "right": False, "name": "summed up", "note": "adds the products to one number", "code": '''
def chain(upstream, local):
    return np.sum(upstream * local)
'''},
    {"exercise": "chain", "right": False, "name": "cross product", "note": "reads the product sign as a cross product", "code": '''
def chain(upstream, local):
    return np.cross(upstream, local)
'''},
    {"exercise": "chain", "right": False, "name": "local as a column", "note": "a row times a column broadcasts to a square", "code": '''
def chain(upstream, local):
    return upstream * np.reshape(local, (-1, 1))
'''},
    {"exercise": "chain", "right": False, "name": "calls local", "note": "takes local for a function", "code": '''
def chain(upstream, local):
    return local(upstream) * upstream
'''},
    {"exercise": "chain", "right": False, "name": "gradient clipping", "note": "clips the gradient to the range from -1 to 1", "code": '''
def chain(upstream, local):
    grad = upstream * local
    return np.clip(grad, -1.0, 1.0)
'''},
    {"exercise": "chain", "right": False, "name": "demands equal shapes", "note": "asserts equal shapes, so a number with an array (or two plain numbers) stops", "code": '''
def chain(upstream, local):
    assert upstream.shape == local.shape
    return upstream * local
'''},
    {"exercise": "chain", "right": False, "name": "tape between calls", "note": "keeps the factors of former calls and multiplies them in", "code": '''
def chain(upstream, local, tape=[]):
    tape.append(local)
    result = upstream
    for factor in tape:
        result = result * factor
    return result
'''},
    {"exercise": "chain", "right": False, "name": "returns the wrong variable", "note": "computes the product but returns local", "code": '''
def chain(upstream, local):
    downstream = upstream * local
    return local
'''},
    # ---------------------------------------------------------------- gradient_descent_update
    {"exercise": "gradient_descent_update", "right": True, "name": "dict comprehension", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {name: value - learning_rate * grads["d" + name] for name, value in params.items()}
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "loop with a new dict", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new_params = {}
    for key in params:
        step = learning_rate * grads[f"d{key}"]
        new_params[key] = params[key] - step
    return new_params
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "float copies, then in place", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {k: np.array(v, dtype=float) for k, v in params.items()}
    for k in new:
        new[k] -= learning_rate * grads["d" + k]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "helper and map", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    def downhill(name):
        V, dV = params[name], grads["d" + name]
        return name, np.subtract(V, np.multiply(learning_rate, dV))

    return dict(map(downhill, params))
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "entry by entry", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    result = dict()
    for name in params.keys():
        old = params[name]
        gradient = grads["d" + name]
        fresh = np.zeros(old.shape)
        for pos in np.ndindex(old.shape):
            fresh[pos] = old[pos] - learning_rate * gradient[pos]
        result[name] = fresh
    return result
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "through the gradients, others skipped", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    out = dict.fromkeys(params)
    for dkey, slope in grads.items():
        if not dkey.startswith("d"):
            continue
        key = dkey[1:]
        if key in params:
            out[key] = params[key] + (-learning_rate) * slope
    return out
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "uphill", "note": "plus instead of minus", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {k: params[k] + learning_rate * grads["d" + k] for k in params}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "updates the given arrays", "note": "-= on the arrays of the caller, and the same dict comes back (integer arrays fail)", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    for name in params:
        params[name] -= learning_rate * grads["d" + name]
    return params
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "shallow copy", "note": "the dict is copied, but the arrays inside are the old ones and get changed", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = params.copy()
    for name in new:
        new[name] -= learning_rate * grads["d" + name]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "second name for the dict", "note": "new = params is no copy, so the given dict gets the new arrays", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = params
    for name in params:
        new[name] = params[name] - learning_rate * grads["d" + name]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "only W and b", "note": "the keys of one layer are written in, two layers give a KeyError", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    W = params["W"] - learning_rate * grads["dW"]
    b = params["b"] - learning_rate * grads["db"]
    return {"W": W, "b": b}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "loops over all gradients", "note": "further entries of grads have no parameter, a KeyError", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for key in grads:
        new[key[1:]] = params[key[1:]] - learning_rate * grads[key]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "d forgotten", "note": "looks for the gradient under the name of the parameter", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {name: params[name] - learning_rate * grads[name] for name in params}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "no learning rate", "note": "takes the full gradient as the step", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    updated = {}
    for name, V in params.items():
        dV = grads["d" + name]
        updated[name] = V - dV
    return updated
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "keys of the gradients", "note": "stores the new parameters under dW, db", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name in params:
        key = "d" + name
        new[key] = params[name] - learning_rate * grads[key]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "bracket too wide", "note": "the learning rate also multiplies the parameter", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {k: learning_rate * (v - grads["d" + k]) for k, v in params.items()}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "returns after the first one", "note": "return stands inside the loop, only one parameter comes back", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for k, v in params.items():
        new[k] = v - learning_rate * grads["d" + k]
        return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "the step alone", "note": "returns the step and not the parameter after it", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {k: -learning_rate * grads["d" + k] for k in params}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "paired by order", "note": "pairs parameters and gradients by their order in the dicts, wrong if grads has another order or more entries", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for (name, V), dV in zip(params.items(), grads.values()):
        new[name] = V - learning_rate * dV
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "biases stay", "note": "moves only the parameters whose name starts with W", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name, V in params.items():
        if name.startswith("W"):
            new[name] = V - learning_rate * grads["d" + name]
        else:
            new[name] = V.copy()
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "mean gradient", "note": "moves all entries by the mean of the gradient", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {k: v - learning_rate * np.mean(grads["d" + k]) for k, v in params.items()}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "list of arrays", "note": "returns a list and not a dict", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return [params[k] - learning_rate * grads["d" + k] for k in params]
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "gradient of length one", "note": "divides the gradient by its length, so every step is equally long", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name in params:
        g = grads["d" + name]
        direction = g / (np.linalg.norm(g) + 1e-12)
        new[name] = params[name] - learning_rate * direction
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "gradients in the result", "note": "the returned dict also holds the gradients", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {**params, **grads}
    for name in params:
        new[name] = params[name] - learning_rate * grads["d" + name]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "subtracts dicts", "note": "calculates with the dicts themselves, a TypeError", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    params = params - learning_rate * grads
    return params
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "multiplies by the gradient", "note": "shrinks V by a factor 1 - alpha dV", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    result = {}
    for name in params:
        result[name] = params[name] * (1 - learning_rate * grads["d" + name])
    return result
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "transposed gradient", "note": "transposes the gradient: wrong shapes or an error", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {k: v - learning_rate * grads["d" + k].T for k, v in params.items()}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "strips every d", "note": "strip takes all d from both ends, so parameters with a d at an end are missing", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for key in grads:
        name = key.strip("d")
        if name in params:
            new[name] = params[name] - learning_rate * grads[key]
    return new
'''},
    # ---------------------------------------------------------------- logistic_gradients
    {"exercise": "logistic_gradients", "right": True, "name": "as in the formulas", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "loops over examples and features", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    n, m = X.shape
    P = np.zeros((1, m))
    dZ = np.zeros((1, m))
    dW = np.zeros((1, n))
    db = np.zeros((1, 1))
    cost = 0.0
    for i in range(m):
        z = float(b[0, 0])
        for j in range(n):
            z += W[0, j] * X[j, i]
        p = 1 / (1 + np.exp(-z))
        y = Y[0, i]
        P[0, i] = p
        dZ[0, i] = (p - y) / m
        for j in range(n):
            dW[0, j] += dZ[0, i] * X[j, i]
        db[0, 0] += dZ[0, i]
        cost += (-y * np.log(p) - (1 - y) * np.log(1 - p)) / m
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "einsum", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    logits = np.einsum("kn,nm->km", W, X) + b
    probs = np.reciprocal(1.0 + np.exp(-logits))
    m = Y.size
    delta = (probs - Y) / m
    grad_w = np.einsum("km,nm->kn", delta, X)
    grad_b = np.einsum("km->k", delta).reshape(1, 1)
    log_lik = np.einsum("km,km->", Y.astype(float), np.log(probs)) + np.einsum("km,km->", 1.0 - Y, np.log(1.0 - probs))
    return dict(P=probs, dZ=delta, dW=grad_w, db=grad_b, cost=float(-log_lik / m))
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "cost from the logits", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    Z = np.dot(W, X) + b
    A = 0.5 * (1.0 + np.tanh(Z / 2.0))
    # -y log p - (1-y) log(1-p) = log(1 + e^z) - y z
    J = (np.logaddexp(0.0, Z) - Y * Z).mean()
    dZ = (A - Y) / X.shape[1]
    return {
        "P": A,
        "dZ": dZ,
        "dW": np.dot(dZ, X.T),
        "db": dZ.sum(axis=1, keepdims=True),
        "cost": float(J),
    }
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "np.where and means", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    def forward():
        return 1.0 / (1.0 + np.exp(-(np.matmul(W, X) + b)))

    P = forward()
    error = P - Y
    right_class = np.where(Y == 1, P, 1 - P)
    out = {}
    out["cost"] = float(np.mean(-np.log(right_class)))
    out["P"] = P
    out["dZ"] = error / Y.shape[1]
    out["dW"] = np.mean(error * X, axis=1, keepdims=True).T
    out["db"] = np.mean(error, axis=1, keepdims=True)
    return out
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "bias as a further weight", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    n, m = X.shape
    A = np.vstack([X, np.ones((1, m))])
    theta = np.hstack([W, b])
    P = 1 / (1 + np.exp(-theta @ A))
    dZ = (P - Y) / m
    G = dZ @ A.T
    cost = -(Y @ np.log(P).T + (1 - Y) @ np.log(1 - P).T).item() / m
    return {"P": P, "dZ": dZ, "dW": G[:, :n].copy(), "db": G[:, n:].copy(), "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "1/m forgotten", "note": "dZ without the 1/m, so dW and db are sums", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = P - Y
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "1/m twice", "note": "divides dW and db by m once more", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / m
    dW = 1 / m * dZ @ X.T
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "Y minus P", "note": "difference the wrong way round, the gradients have the wrong sign", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (Y - P) / m
    return {
        "P": P,
        "dZ": dZ,
        "dW": dZ @ X.T,
        "db": dZ.sum(axis=1, keepdims=True),
        "cost": float(-(Y * np.log(P) + (1 - Y) * np.log(1 - P)).mean()),
    }
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "db loses an axis", "note": "sum without keepdims, db has shape (1,)", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "dW as a column", "note": "X dZ^T is the transpose of dW", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    dW = X @ dZ.T
    db = np.sum(dZ, keepdims=True)
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "X not transposed", "note": "dZ @ X does not fit unless n and m agree", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    dW = dZ @ X
    db = np.sum(dZ, axis=1, keepdims=True)
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "W transposed", "note": "W.T @ X from the convention with columns of weights, shapes do not fit", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    A = 1 / (1 + np.exp(-(np.dot(W.T, X) + b)))
    cost = -1 / m * np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    dZ = (A - Y) / m
    dW = np.dot(dZ, X.T)
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": A, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "cost summed", "note": "the cost is the sum over the examples and not their mean", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    found = {"P": P, "dZ": dZ}
    found["dW"] = dZ @ X.T
    found["db"] = np.sum(dZ, axis=1, keepdims=True)
    found["cost"] = float(np.sum(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    return found
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "negative cost", "note": "the minus of the cross-entropy is missing", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    J = np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / m
    dZ = (P - Y) / m
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": np.sum(dZ, axis=1, keepdims=True), "cost": float(J)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "cost in bits", "note": "log2 and not the natural logarithm", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log2(P) - (1 - Y) * np.log2(1 - P))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "minus only before WX", "note": "-W @ X + b: the sign of the bias in the exponent is wrong", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-W @ X + b))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "slope multiplied in again", "note": "multiplies P - Y by the slope, as for the squared error", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dP = (P - Y) / m
    dZ = chain(dP, sigmoid_prime_from_output(P))
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "db as a mean", "note": "takes the mean of dZ for db, which divides by m twice", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.mean(dZ, axis=1, keepdims=True)
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "cost for the ones alone", "note": "the second half of the cross-entropy is missing", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "tuple", "note": "returns a tuple and not a dict", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return P, dZ, dW, db, cost
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "small letters in the keys", "note": "the keys are spelled p, dz, dw", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    p = 1 / (1 + np.exp(-(W @ X + b)))
    dz = (p - Y) / m
    dw = dz @ X.T
    db = np.sum(dz, axis=1, keepdims=True)
    cost = float(np.mean(-Y * np.log(p) - (1 - Y) * np.log(1 - p)))
    return {"p": p, "dz": dz, "dw": dw, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "bias forgotten", "note": "the forward pass leaves b out", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    Z = W @ X
    P = 1 / (1 + np.exp(-Z))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (P - Y) / m
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "m from the wrong axis", "note": "X.shape[0] is the number of features", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[0]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.sum(-Y * np.log(P) - (1 - Y) * np.log(1 - P)) / m
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "four examples", "note": "m = 4 is written in, from the OR gate", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = 4
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / m
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "P overwritten by dZ", "note": "dZ is made in place from P, so the returned P is dZ", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = P
    dZ -= Y
    dZ /= m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "everything squeezed", "note": "P and dZ lose the axis of length 1", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b).squeeze()))
    y = Y.squeeze()
    cost = float(np.mean(-y * np.log(P) - (1 - y) * np.log(1 - P)))
    dZ = (P - y) / m
    dW = (X * dZ).sum(axis=1).reshape(1, -1)
    db = np.array([[dZ.sum()]])
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "hard decisions", "note": "turns the probabilities into 0 and 1 before dZ", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    predicted = (P > 0.5).astype(float)
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    dZ = (predicted - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "accumulator of integers", "note": "zeros_like(W) is an integer array for integer weights, and += of a float fails", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    dW = np.zeros_like(W)
    db = np.zeros_like(b)
    for i in range(m):
        dW += dZ[0, i] * X[:, i]
        db += dZ[0, i]
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "last example only", "note": "= instead of += in the loop, so dW and db come from the last example", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    n, m = X.shape
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    for i in range(m):
        dW = dZ[:, i:i+1] @ X[:, i:i+1].T
        db = dZ[:, i:i+1]
    cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "math.log of a row", "note": "math.log takes one number, batches stop with a TypeError", "code": '''
from math import log

def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * log(P) - (1 - Y) * log(1 - P))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "cost as a matrix", "note": "the cost comes back with shape (1, 1) and not as a float", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = -(Y @ np.log(P).T + (1 - Y) @ np.log(1 - P).T) / m
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "features standardized first", "note": "scales the data, which nobody asked for", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    X = (X - X.mean(axis=1, keepdims=True)) / (X.std(axis=1, keepdims=True) + 1e-8)
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "epsilon in the logarithm", "note": "adds 1e-5 inside the logarithm, which shows in the fifth digit", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    eps = 1e-5
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P + eps) - (1 - Y) * np.log(1 - P + eps))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "other name for the loss", "note": "asks for another name of the loss, so the results are never computed (a NameError)", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    if loss == "cross-entropy":
        cost = float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))
        dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    # ---------------------------------------------------------------- train_logistic
    {"exercise": "train_logistic", "right": True, "name": "with the earlier functions", "note": "", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        found = logistic_gradients(params["W"], params["b"], X, Y, loss)
        costs.append(found["cost"])
        params = gradient_descent_update(params, found, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": True, "name": "everything written out", "note": "", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    w = np.array(W, dtype=float)
    c = np.array(b, dtype=float)
    m = X.shape[1]
    history = []
    for k in range(epochs):
        P = 1 / (1 + np.exp(-(w @ X + c)))
        history.append(float(-np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / m))
        dZ = (P - Y) / m
        dW = dZ @ X.T
        db = dZ.sum(axis=1, keepdims=True)
        w = w - learning_rate * dW
        c = c - learning_rate * db
    return {"W": w, "b": c}, history
'''},
    {"exercise": "train_logistic", "right": True, "name": "one vector theta and while", "note": "", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    theta = np.concatenate([W.astype(float), b.astype(float)], axis=1)
    A = np.concatenate([X, np.ones((1, X.shape[1]))], axis=0)
    costs = []
    while len(costs) < epochs:
        P = 1 / (1 + np.exp(-(theta @ A)))
        costs.append(float(np.mean(np.where(Y == 1, -np.log(P), -np.log(1 - P)))))
        theta = theta - learning_rate * ((P - Y) @ A.T) / Y.shape[1]
    return {"W": theta[:, :-1].copy(), "b": theta[:, -1:].copy()}, costs
'''},
    {"exercise": "train_logistic", "right": True, "name": "generator of states", "note": "", "code": '''
def _descent(X, Y, W, b, rate):
    while True:
        g = logistic_gradients(W, b, X, Y)
        yield W, b, g["cost"]
        W, b = W - rate * g["dW"], b - rate * g["db"]

def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    path = _descent(X, Y, np.array(W, dtype=float), np.array(b, dtype=float), learning_rate)
    costs = [next(path)[2] for _ in range(epochs)]
    W_end, b_end, _ = next(path)
    return {"W": W_end, "b": b_end}, costs
'''},
    {"exercise": "train_logistic", "right": True, "name": "functools.reduce", "note": "", "code": '''
from functools import reduce

def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    def one_epoch(state, _):
        params, costs = state
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        return gradient_descent_update(params, grads, learning_rate), costs + [grads["cost"]]

    start = ({"W": 1.0 * W, "b": 1.0 * b}, [])
    return reduce(one_epoch, range(epochs), start)
'''},
    {"exercise": "train_logistic", "right": True, "name": "lists of all parameters", "note": "", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    Ws, bs = [np.copy(W)], [np.copy(b)]
    for k in range(epochs):
        g = logistic_gradients(Ws[k], bs[k], X, Y)
        Ws.append(Ws[k] - learning_rate * g["dW"])
        bs.append(bs[k] - learning_rate * g["db"])
    costs = [logistic_gradients(Ws[k], bs[k], X, Y)["cost"] for k in range(epochs)]
    return {"W": Ws[-1], "b": bs[-1]}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "cost after the update", "note": "records the cost after the step of the round", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        params = gradient_descent_update(params, grads, learning_rate)
        costs.append(logistic_gradients(params["W"], params["b"], X, Y)["cost"])
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "changes W and b", "note": "-= on the given arrays (integer arrays fail)", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for i in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        W -= learning_rate * g["dW"]
        b -= learning_rate * g["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "one cost too many", "note": "adds the cost at the end, so there are epochs + 1 costs", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = [logistic_gradients(W, b, X, Y)["cost"]]
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        params = gradient_descent_update(params, grads, learning_rate)
        costs.append(logistic_gradients(params["W"], params["b"], X, Y)["cost"])
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "starts counting at one", "note": "range(1, epochs) makes one round too few", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for epoch in range(1, epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "b with the new W", "note": "computes db after W has moved already", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    W, b = W.copy(), b.copy()
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(W, b, X, Y)
        costs.append(g["cost"])
        W = W - learning_rate * g["dW"]
        b = b - learning_rate * logistic_gradients(W, b, X, Y)["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "bias never moves", "note": "only W is updated", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    W_new = W.copy()
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(W_new, b, X, Y)
        costs.append(g["cost"])
        W_new = W_new - learning_rate * g["dW"]
    return {"W": W_new, "b": b.copy()}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "gradient at the start in every round", "note": "calls logistic_gradients with the W and b given, not with the current ones", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        found = logistic_gradients(W, b, X, Y)
        costs.append(found["cost"])
        params = gradient_descent_update(params, found, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "every step from the start", "note": "the result of the update goes into a new name, the next round starts over", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    new_params = params
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(g["cost"])
        new_params = gradient_descent_update(params, g, learning_rate)
    return new_params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "climbs", "note": "adds the gradient and walks uphill", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    w, bias = W, b
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(w, bias, X, Y)
        costs.append(g["cost"])
        w = w + learning_rate * g["dW"]
        bias = bias + learning_rate * g["db"]
    return {"W": w, "b": bias}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "learning rate decays", "note": "makes the learning rate smaller from round to round", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in range(epochs):
        found = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(found["cost"])
        params = gradient_descent_update(params, found, learning_rate / (1 + 0.01 * k))
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "stops when it is flat", "note": "stops early when the cost hardly changes, so costs are missing", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        found = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(found["cost"])
        params = gradient_descent_update(params, found, learning_rate)
        if len(costs) > 1 and abs(costs[-1] - costs[-2]) < 1e-2:
            break
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "no round, no result", "note": "new_params is only made in the loop, epochs=0 stops with an error", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    w, c = W.copy(), b.copy()
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(w, c, X, Y)
        costs.append(g["cost"])
        new_params = gradient_descent_update({"W": w, "b": c}, g, learning_rate)
        w, c = new_params["W"], new_params["b"]
    return new_params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "return indented too far", "note": "returns after the first epoch (and None for no epoch)", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate)
        return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "list of costs outside", "note": "the list lives outside the function, so the costs of former calls stay in it", "code": '''
costs = []

def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "starts at zero", "note": "throws the given W and b away and starts from zeros", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    n = X.shape[0]
    params = {"W": np.zeros((1, n)), "b": np.zeros((1, 1))}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "one example at a time", "note": "an update after every example and not after the full batch", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        costs.append(logistic_gradients(params["W"], params["b"], X, Y)["cost"])
        for i in range(X.shape[1]):
            g = logistic_gradients(params["W"], params["b"], X[:, i:i+1], Y[:, i:i+1])
            params = gradient_descent_update(params, g, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "order of the arguments", "note": "calls logistic_gradients(X, Y, W, b), the shapes do not fit", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(X, Y, params["W"], params["b"])
        costs.append(grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "costs first", "note": "returns the two results in the wrong order", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs += [grads["cost"]]
        params = gradient_descent_update(params, grads, learning_rate)
    return costs, params
'''},
    {"exercise": "train_logistic", "right": False, "name": "divides by m again", "note": "the mean is in the gradient already", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    m = X.shape[1]
    w, c, costs = W.copy(), b.copy(), []
    for _ in range(epochs):
        g = logistic_gradients(w, c, X, Y)
        costs.append(g["cost"])
        w = w - learning_rate / m * g["dW"]
        c = c - learning_rate / m * g["db"]
    return {"W": w, "b": c}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "key J", "note": "asks for the cost under a key that does not exist", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["J"])
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "every tenth cost", "note": "records the cost in every tenth round only", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for i in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        if i % 10 == 0:
            costs.append(grads["cost"])
            print("Cost after iteration", i, grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "learning rate 1", "note": "the learning rate of the example is written in", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["cost"])
        params = gradient_descent_update(params, grads, learning_rate=1.0)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "costs rounded", "note": "rounds the costs to three places as the example does", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(round(grads["cost"], 3))
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "keeps the best seen", "note": "returns the parameters with the smallest recorded cost, those before the last update", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    best, best_cost = params, np.inf
    costs = []
    for _ in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(grads["cost"])
        if grads["cost"] < best_cost:
            best, best_cost = params, grads["cost"]
        params = gradient_descent_update(params, grads, learning_rate)
    return best, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "assigns into an empty list", "note": "costs[k] = ... on an empty list is an IndexError", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in range(epochs):
        grads = logistic_gradients(params["W"], params["b"], X, Y)
        costs[k] = grads["cost"]
        params = gradient_descent_update(params, grads, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "recursion over epochs", "note": "calls itself once per epoch; thousands of epochs are too deep for Python", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    if epochs == 0:
        return {"W": W.copy(), "b": b.copy()}, []
    g = logistic_gradients(W, b, X, Y)
    params, later = train_logistic(
        X, Y, W - learning_rate * g["dW"], b - learning_rate * g["db"], learning_rate, epochs - 1
    )
    return params, [g["cost"]] + later
'''},
    {"exercise": "train_logistic", "right": False, "name": "W and b as a tuple", "note": "the parameters come back as a tuple and not as a dict", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    w, c = W.copy(), b.copy()
    costs = []
    for _ in range(epochs):
        g = logistic_gradients(w, c, X, Y)
        costs.append(g["cost"])
        w = w - learning_rate * g["dW"]
        c = c - learning_rate * g["db"]
    return (w, c), costs
'''},
    # ---------------------------------------------------------------- minibatches
    {"exercise": "minibatches", "right": True, "name": "permutation and yield", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for start in range(0, m, batch_size):
        block = order[start:start + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": True, "name": "np.split at multiples", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    idx = np.arange(Y.shape[1])
    rng.shuffle(idx)
    cuts = np.arange(batch_size, idx.size, batch_size)
    return [(np.take(X, part, axis=1), np.take(Y, part, axis=1)) for part in np.split(idx, cuts)]
'''},
    {"exercise": "minibatches", "right": True, "name": "X and Y stacked", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    n = X.shape[0]
    joint = rng.permutation(np.vstack([X, Y]), axis=1)
    blocks = []
    start = 0
    while start < joint.shape[1]:
        piece = joint[:, start:start + batch_size]
        blocks.append((piece[:n].copy(), piece[n:].copy()))
        start += batch_size
    return blocks
'''},
    {"exercise": "minibatches", "right": True, "name": "argsort of random numbers", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = np.argsort(rng.random(m))
    number_of_blocks = -(-m // batch_size)
    result = []
    for j in range(number_of_blocks):
        lo = j * batch_size
        hi = min(lo + batch_size, m)
        result.append((X[:, order[lo:hi]], Y[:, order[lo:hi]]))
    return result
'''},
    {"exercise": "minibatches", "right": True, "name": "draws from a bag", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    bag = list(range(X.shape[1]))
    while bag:
        chosen = []
        while bag and len(chosen) < batch_size:
            chosen.append(bag.pop(int(rng.integers(len(bag)))))
        yield X[:, chosen], Y[:, chosen]
'''},
    {"exercise": "minibatches", "right": True, "name": "choice without replacement, collected columns", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    xs, ys, blocks = [], [], []
    for count, i in enumerate(rng.choice(m, size=m, replace=False), start=1):
        xs.append(X[:, i])
        ys.append(Y[:, i])
        if len(xs) == batch_size or count == m:
            blocks.append((np.column_stack(xs), np.column_stack(ys)))
            xs, ys = [], []
    return blocks
'''},
    {"exercise": "minibatches", "right": False, "name": "np.random instead of rng", "note": "the order comes from the global generator and not from rng", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = np.random.permutation(m)
    for start in range(0, m, batch_size):
        block = order[start:start + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "new generator in every call", "note": "makes its own generator with seed 0, so every epoch has the same order", "code": '''
def minibatches(X, Y, batch_size, rng):
    rng = np.random.default_rng(0)
    m = X.shape[1]
    order = rng.permutation(m)
    batches = []
    for start in range(0, m, batch_size):
        block = order[start:start + batch_size]
        batches.append((X[:, block], Y[:, block]))
    return batches
'''},
    {"exercise": "minibatches", "right": False, "name": "two permutations", "note": "X and Y are shuffled apart, the labels no longer belong to their examples", "code": '''
def minibatches(X, Y, batch_size, rng):
    X = rng.permutation(X, axis=1)
    Y = rng.permutation(Y, axis=1)
    return [(X[:, k:k + batch_size], Y[:, k:k + batch_size]) for k in range(0, X.shape[1], batch_size)]
'''},
    {"exercise": "minibatches", "right": False, "name": "labels not shuffled", "note": "only X is shuffled", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    X_new = X[:, rng.permutation(m)]
    for k in range(0, m, batch_size):
        yield X_new[:, k:k + batch_size], Y[:, k:k + batch_size]
'''},
    {"exercise": "minibatches", "right": False, "name": "no shuffling", "note": "cuts the blocks in the given order and never uses rng", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    for k in range(0, m, batch_size):
        yield X[:, k:k + batch_size], Y[:, k:k + batch_size]
'''},
    {"exercise": "minibatches", "right": False, "name": "rest dropped", "note": "whole division: the smaller last block is lost", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    batches = []
    for i in range(m // batch_size):
        idx = order[i * batch_size:(i + 1) * batch_size]
        batches.append((X[:, idx], Y[:, idx]))
    return batches
'''},
    {"exercise": "minibatches", "right": False, "name": "only the blocks shuffled", "note": "neighbours stay together, only the order of the blocks is random", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    starts = list(range(0, m, batch_size))
    last = starts.pop() if m % batch_size else None
    rng.shuffle(starts)
    if last is not None:
        starts.append(last)
    for s in starts:
        yield X[:, s:s + batch_size], Y[:, s:s + batch_size]
'''},
    {"exercise": "minibatches", "right": False, "name": "rows instead of columns", "note": "indexes the rows with the numbers of examples, mostly out of bounds", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for start in range(0, m, batch_size):
        idx = order[start:start + batch_size]
        yield X[idx], Y[idx]
'''},
    {"exercise": "minibatches", "right": False, "name": "len of X", "note": "len(X) is the number of features, so examples are missing or indices do not exist", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = len(X)
    order = rng.permutation(m)
    return [
        (X[:, order[k:k + batch_size]], Y[:, order[k:k + batch_size]])
        for k in range(0, m, batch_size)
    ]
'''},
    {"exercise": "minibatches", "right": False, "name": "with replacement", "note": "draws every block anew, some examples come twice and some never", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    left = m
    while left > 0:
        k = min(batch_size, left)
        idx = rng.integers(0, m, size=k)
        yield X[:, idx], Y[:, idx]
        left -= k
'''},
    {"exercise": "minibatches", "right": False, "name": "one block", "note": "return inside the loop, only the first block comes back and not as a pair in a list", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for start in range(0, m, batch_size):
        block = order[start:start + batch_size]
        return X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "shuffles the data of the caller", "note": "writes the new order into X and Y themselves", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    X[:] = X[:, order]
    Y[:] = Y[:, order]
    return [(X[:, k:k + batch_size].copy(), Y[:, k:k + batch_size].copy()) for k in range(0, m, batch_size)]
'''},
    {"exercise": "minibatches", "right": False, "name": "labels as a vector", "note": "Y[0, block] has shape (k,) and not (1, k)", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for start in range(0, m, batch_size):
        block = order[start:start + batch_size]
        yield X[:, block], Y[0, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "equal parts", "note": "array_split makes blocks of about the same size, e.g. 4, 3, 3 for ten examples and size 4", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    parts = np.array_split(rng.permutation(m), int(np.ceil(m / batch_size)))
    return [(X[:, p], Y[:, p]) for p in parts]
'''},
    {"exercise": "minibatches", "right": False, "name": "batch size taken for number of blocks", "note": "makes batch_size blocks instead of blocks of batch_size", "code": '''
def minibatches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    for block in np.array_split(order, batch_size):
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "np.split with a count", "note": "np.split needs equal parts and stops with an error if they are not", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    blocks = np.split(order, m // batch_size)
    return [(X[:, block], Y[:, block]) for block in blocks]
'''},
    {"exercise": "minibatches", "right": False, "name": "last of each block missing", "note": "batch_size - 1 in the slice, one example of every block is lost", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for start in range(0, m, batch_size):
        end = start + batch_size - 1
        yield X[:, order[start:end]], Y[:, order[start:end]]
'''},
    {"exercise": "minibatches", "right": False, "name": "empty block at the end", "note": "m // batch_size + 1 blocks, the last one is empty if the sizes fit exactly", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    out = []
    for j in range(m // batch_size + 1):
        idx = order[j * batch_size:(j + 1) * batch_size]
        out.append((X[:, idx], Y[:, idx]))
    return out
'''},
    {"exercise": "minibatches", "right": False, "name": "labels first", "note": "the pairs are (Y, X)", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for start in range(0, m, batch_size):
        block = order[start:start + batch_size]
        yield Y[:, block], X[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "two lists", "note": "returns a list of X blocks and a list of Y blocks instead of pairs", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    X_blocks, Y_blocks = [], []
    for start in range(0, m, batch_size):
        block = order[start:start + batch_size]
        X_blocks.append(X[:, block])
        Y_blocks.append(Y[:, block])
    return X_blocks, Y_blocks
'''},
    {"exercise": "minibatches", "right": False, "name": "shuffle returns None", "note": "rng.shuffle works in place and gives None, which cannot be sliced", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.shuffle(np.arange(m))
    for start in range(0, m, batch_size):
        block = order[start:start + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "order kept between calls", "note": "remembers the order of the first call for every later one of that size", "code": '''
_orders = {}

def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    if m not in _orders:
        _orders[m] = rng.permutation(m)
    order = _orders[m]
    for start in range(0, m, batch_size):
        block = order[start:start + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "small block first", "note": "begins with the remainder, so the first block is the smaller one", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    rest = m % batch_size
    blocks = []
    if rest:
        blocks.append(order[:rest])
    for start in range(rest, m, batch_size):
        blocks.append(order[start:start + batch_size])
    return [(X[:, idx], Y[:, idx]) for idx in blocks]
'''},
    {"exercise": "minibatches", "right": False, "name": "last block filled up", "note": "fills the last block with examples from the beginning, which come twice", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for start in range(0, m, batch_size):
        positions = np.arange(start, start + batch_size) % m
        idx = order[positions]
        yield X[:, idx], Y[:, idx]
'''},
    {"exercise": "minibatches", "right": False, "name": "every row shuffled by itself", "note": "rng.permuted mixes each feature separately, the columns are no examples any more", "code": '''
def minibatches(X, Y, batch_size, rng):
    data = rng.permuted(np.vstack((X, Y)), axis=1)
    n = X.shape[0]
    for k in range(0, X.shape[1], batch_size):
        yield data[:n, k:k + batch_size], data[n:, k:k + batch_size]
'''},
    {"exercise": "minibatches", "right": False, "name": "permutation of a pair", "note": "gives X and Y to rng.permutation together, which takes one array (a TypeError)", "code": '''
def minibatches(X, Y, batch_size, rng):
    X_s, Y_s = rng.permutation(X, Y)
    return [(X_s[:, k:k + batch_size], Y_s[:, k:k + batch_size]) for k in range(0, X.shape[1], batch_size)]
'''},
    {"exercise": "minibatches", "right": False, "name": "examples as rows", "note": "the blocks come out transposed, (k, n) and (k, 1)", "code": '''
def minibatches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    XT, YT = X.T[order], Y.T[order]
    for k in range(0, len(order), batch_size):
        yield XT[k:k + batch_size], YT[k:k + batch_size]
'''},
    {"exercise": "minibatches", "right": False, "name": "rng called like a function", "note": "a generator object cannot be called", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng(m)
    batches = []
    for start in range(0, m, batch_size):
        block = order[start:start + batch_size]
        batches.append((X[:, block], Y[:, block]))
    return batches
'''},
]
