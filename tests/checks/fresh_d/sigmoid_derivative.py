"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- sigmoid_prime
    {"exercise": "sigmoid_prime", "right": True, "name": "formula", "note": "", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "helper and mirror", "note": "", "code": '''
def _sig(z):
    return 1 / (1 + np.exp(-z))


def sigmoid_prime(z):
    # 1 - sigma(z) = sigma(-z)
    z = np.asarray(z, dtype=float)
    return _sig(z) * _sig(-z)
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "quotient rule", "note": "", "code": '''
def sigmoid_prime(z):
    e = np.exp(-z)
    return e / (1.0 + e) ** 2
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "cosh", "note": "", "code": '''
def sigmoid_prime(z):
    half = np.divide(z, 2)
    return 0.25 / np.square(np.cosh(half))
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "absolute value", "note": "", "code": '''
def sigmoid_prime(z):
    # the slope is symmetric, so use |z| and never overflow
    e = np.exp(-np.abs(z))
    big = 1 / (1 + e)
    small = e / (1 + e)
    return big * small
'''},
    {"exercise": "sigmoid_prime", "right": True, "name": "loop over entries", "note": "", "code": '''
def sigmoid_prime(z):
    z = np.array(z, dtype=float)
    out = np.zeros(z.shape)
    for pos in np.ndindex(z.shape):
        s = 1 / (1 + np.exp(-z[pos]))
        out[pos] = s - s ** 2
    return out
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "sigmoid itself", "note": "returns the sigmoid, not its slope", "code": '''
def sigmoid_prime(z):
    sigma = 1 / (1 + np.exp(-z))
    return sigma
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "z for p", "note": "takes z for the output of the sigmoid", "code": '''
def sigmoid_prime(z):
    return z * (1 - z)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "no parentheses", "note": "1 / 1 + exp(-z) lacks the parentheses around the denominator", "code": '''
def sigmoid_prime(z):
    s = 1 / 1 + np.exp(-z)
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "minus one", "note": "s (s - 1) instead of s (1 - s), so the sign is wrong", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s * (s - 1)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "tanh slope", "note": "1 - s**2 is the slope of tanh", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return 1 - s ** 2
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "one minus z", "note": "the second factor is 1 - z instead of 1 - s", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - z)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "square forgotten", "note": "quotient rule without the square in the denominator", "code": '''
def sigmoid_prime(z):
    e = np.exp(-z)
    return e / (1 + e)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "inner derivative", "note": "forgets the inner derivative -1 and gets the sign wrong", "code": '''
def sigmoid_prime(z):
    # d/dz (1 + e^-z)^-1 = - (1 + e^-z)^-2 * e^-z
    return -np.exp(-z) / (1 + np.exp(-z)) ** 2
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "derivative of the derivative rule", "note": "multiplies the slope by the sigmoid once more", "code": '''
def sigmoid_prime(z):
    def sigmoid(t):
        return 1 / (1 + np.exp(-t))
    return sigmoid(z) * sigmoid(z) * (1 - sigmoid(z))
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "clipped", "note": "clips the logits to [-10, 10] for fear of overflow, wrong far out", "code": '''
def sigmoid_prime(z):
    z = np.clip(z, -10, 10)
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "matrix product", "note": "np.dot instead of the product entry by entry", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return np.dot(s, 1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "in place", "note": "works on the array it is given and changes it", "code": '''
def sigmoid_prime(z):
    z *= -1
    s = 1 / (1 + np.exp(z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "no sigmoid there", "note": "calls a function sigmoid that this notebook does not have (NameError)", "code": '''
def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "math.exp", "note": "math.exp cannot take arrays (TypeError)", "code": '''
import math


def sigmoid_prime(z):
    s = 1 / (1 + math.exp(-z))
    return s * (1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "product sign forgotten", "note": "s(1 - s) calls s as a function (TypeError)", "code": '''
def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s(1 - s)
'''},
    {"exercise": "sigmoid_prime", "right": False, "name": "len of a number", "note": "loops over len(z), which fails for a number (TypeError)", "code": '''
def sigmoid_prime(z):
    out = np.zeros(len(z))
    for i in range(len(z)):
        s = 1 / (1 + np.exp(-z[i]))
        out[i] = s * (1 - s)
    return out
'''},
    # ---------------------------------------------------------------- sigmoid_prime_from_output
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "formula", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    return p * (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "multiplied out", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    return p - p ** 2
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "completed square", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    p = np.asarray(p, dtype=float)
    return 0.25 - np.square(p - 0.5)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "numpy functions", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    return np.multiply(p, np.subtract(1, p))
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "loop", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    p = np.array(p, dtype=float)
    slope = np.empty_like(p)
    for index, value in np.ndenumerate(p):
        slope[index] = value * (1 - value)
    return slope
'''},
    {"exercise": "sigmoid_prime_from_output", "right": True, "name": "in place on a copy", "note": "", "code": '''
def sigmoid_prime_from_output(p):
    q = np.array(p, dtype=float)
    q *= 1 - q
    return q
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "sigmoid again", "note": "applies the sigmoid to p once more", "code": '''
def sigmoid_prime_from_output(p):
    p = 1 / (1 + np.exp(-p))
    return p * (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "calls sigmoid_prime", "note": "calls sigmoid_prime with p in place of z", "code": '''
def sigmoid_prime_from_output(p):
    return sigmoid_prime(p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "no parentheses", "note": "p * 1 - p is zero", "code": '''
def sigmoid_prime_from_output(p):
    return p * 1 - p
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "sign", "note": "p (p - 1) instead of p (1 - p)", "code": '''
def sigmoid_prime_from_output(p):
    return p * (p - 1)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "one minus square", "note": "uses 1 - p**2, the slope of tanh", "code": '''
def sigmoid_prime_from_output(p):
    return 1 - p ** 2
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "only one minus p", "note": "forgets the factor p", "code": '''
def sigmoid_prime_from_output(p):
    dp_dz = (1 - p)
    return dp_dz
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "slope of a slope", "note": "computes the slope and treats it as an output once more", "code": '''
def sigmoid_prime_from_output(p):
    p = p * (1 - p)
    return p * (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "second factor with sigmoid", "note": "writes p (1 - sigma(p)) because the formula of 3.1 has a sigma there", "code": '''
def sigmoid_prime_from_output(p):
    return p * (1 - 1 / (1 + np.exp(-p)))
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "back to the logit", "note": "goes back to z with a logarithm, which gives nan at p = 0 or p = 1", "code": '''
def sigmoid_prime_from_output(p):
    p = np.array(p, dtype=float)
    z = np.log(p / (1 - p))
    return np.exp(-z) / (1 + np.exp(-z)) ** 2
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "clipped", "note": "clips p as in the cross-entropy, so the slope at the two ends is not 0", "code": '''
def sigmoid_prime_from_output(p):
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return p * (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "summed", "note": "returns the sum over all entries", "code": '''
def sigmoid_prime_from_output(p):
    return np.sum(p * (1 - p))
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "in place", "note": "changes the array it is given", "code": '''
def sigmoid_prime_from_output(p):
    p *= 1 - p
    return p
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "matrix product", "note": "@ instead of *, does not fit for numbers or rows (exception)", "code": '''
def sigmoid_prime_from_output(p):
    return p @ (1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "z left over", "note": "the name z is left over from 3.1 (NameError)", "code": '''
def sigmoid_prime_from_output(p):
    sigma = 1 / (1 + np.exp(-z))
    return sigma * (1 - sigma)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "product sign forgotten", "note": "p(1 - p) calls p as a function (TypeError)", "code": '''
def sigmoid_prime_from_output(p):
    return p(1 - p)
'''},
    {"exercise": "sigmoid_prime_from_output", "right": False, "name": "if on an array", "note": "an if asks a whole array for its truth value (ValueError)", "code": '''
def sigmoid_prime_from_output(p):
    if p <= 0 or p >= 1:
        return 0.0
    return p * (1 - p)
'''},
    # ---------------------------------------------------------------- numerical_gradient
    {"exercise": "numerical_gradient", "right": True, "name": "two copies", "note": "", "code": '''
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
    {"exercise": "numerical_gradient", "right": True, "name": "unit vectors", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    out = []
    for k in range(x.size):
        e = np.zeros(x.size)
        e[k] = 1.0
        e = e.reshape(x.shape)
        out.append((f(x + h * e) - f(x - h * e)) / (2 * h))
    return np.array(out, dtype=float).reshape(x.shape)
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "save and restore", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    work = np.array(x, dtype=float)
    grad = np.empty_like(work)
    for j in np.ndindex(*work.shape):
        old = work[j]
        work[j] = old + h
        up = f(work)
        work[j] = old - h
        down = f(work)
        work[j] = old
        grad[j] = 0.5 * (up - down) / h
    return grad
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "number apart", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    if np.ndim(x) == 0:
        return (f(x + h) - f(x - h)) / (2 * h)
    x0 = np.asarray(x)
    grad = np.zeros(x0.shape)
    flat = grad.reshape(-1)
    for j in range(x0.size):
        step = np.zeros(x0.size)
        step[j] = h
        step = step.reshape(x0.shape)
        flat[j] = (f(x0 + step) - f(x0 - step)) / (h + h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "nditer", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=np.float64)
    grad = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        j = it.multi_index
        xp, xm = np.copy(x), np.copy(x)
        xp[j] = x[j] + h
        xm[j] = x[j] - h
        grad[j] = (f(xp) - f(xm)) / (2 * h)
        it.iternext()
    return grad
'''},
    {"exercise": "numerical_gradient", "right": True, "name": "helper with the sign", "note": "", "code": '''
def numerical_gradient(f, x, h=1e-6):
    start = np.array(x, dtype=float)

    def moved(k, by):
        y = start.copy()
        y.flat[k] += by
        return f(y)

    values = [moved(k, h) - moved(k, -h) for k in range(start.size)]
    return np.reshape(np.array(values, dtype=float) / (2 * h), start.shape)
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "forward difference", "note": "steps to one side only", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        plus = x.copy()
        plus[j] += h
        grad[j] = (f(plus) - f(x)) / h
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "divided by h", "note": "divides by h although the run is 2h", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[j] += h
        minus[j] -= h
        grad[j] = (f(plus) - f(minus)) / h
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "2h without parentheses", "note": "/ 2 * h multiplies by h", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[j] += h
        minus[j] -= h
        grad[j] = (f(plus) - f(minus)) / 2 * h
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "own h", "note": "sets h to 1e-6 itself and ignores the h that is given", "code": '''
def numerical_gradient(f, x, h=1e-6):
    h = 1e-6
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[j] += h
        minus[j] -= h
        grad[j] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "all entries at once", "note": "moves all entries together, so each one gets the sum of the derivatives", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        grad[j] = (f(x + h) - f(x - h)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "no loop", "note": "the formula of one variable, returns a single number for an array", "code": '''
def numerical_gradient(f, x, h=1e-6):
    return (f(x + h) - f(x - h)) / (2 * h)
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "moved back too little", "note": "after the step up it steps down by h only, so the second point is x itself", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        x[j] += h
        up = f(x)
        x[j] -= h
        down = f(x)
        grad[j] = (up - down) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "not restored", "note": "the entries moved before stay moved while the next one is measured", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    plus, minus = x.copy(), x.copy()
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        plus[j] += h
        minus[j] -= h
        grad[j] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "no copy", "note": "plus and minus are both names of the same array, so the difference is zero", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        plus = x
        minus = x
        plus[j] += h
        minus[j] -= h
        grad[j] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "minus first", "note": "subtracts in the wrong order, the sign is reversed", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        a, b = x.copy(), x.copy()
        a[j] -= h
        b[j] += h
        grad[j] = (f(a) - f(b)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "changes x", "note": "steps on the given array and returns by += h, which leaves rounding errors in x", "code": '''
def numerical_gradient(f, x, h=1e-6):
    if np.ndim(x) == 0:
        return (f(x + h) - f(x - h)) / (2 * h)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        x[j] += h
        up = f(x)
        x[j] -= 2 * h
        down = f(x)
        x[j] += h
        grad[j] = (up - down) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "whole numbers cut", "note": "keeps the integer type of x, so x + h is cut back to x", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x)
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[j] = x[j] + h
        minus[j] = x[j] - h
        grad[j] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "shape of a number", "note": "a plain number has no copy and no shape (AttributeError)", "code": '''
def numerical_gradient(f, x, h=1e-6):
    grad = np.zeros(x.shape)
    for j in np.ndindex(x.shape):
        plus = x.astype(float)
        minus = x.astype(float)
        plus[j] += h
        minus[j] -= h
        grad[j] = (f(plus) - f(minus)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "only matrices", "note": "unpacks two axes, fails for numbers and vectors (ValueError)", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    rows, cols = x.shape
    grad = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            e = np.zeros((rows, cols))
            e[i, j] = h
            grad[i, j] = (f(x + e) - f(x - e)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "len of a number", "note": "loops over range(len(x)), a number has no len (TypeError) and a matrix moves by rows", "code": '''
def numerical_gradient(f, x, h=1e-6):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for j in range(len(x)):
        e = np.zeros(x.shape)
        e[j] = 1
        grad[j] = (f(x + h * e) - f(x - h * e)) / (2 * h)
    return grad
'''},
    {"exercise": "numerical_gradient", "right": False, "name": "ndindex of the array", "note": "gives np.ndindex the array and not its shape (TypeError)", "code": '''
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
    {"exercise": "chain", "right": True, "name": "np.multiply", "note": "", "code": '''
def chain(upstream, local):
    result = np.multiply(local, upstream)
    return result
'''},
    {"exercise": "chain", "right": True, "name": "einsum", "note": "", "code": '''
def chain(upstream, local):
    return np.einsum("...,...->...", upstream, local)
'''},
    {"exercise": "chain", "right": True, "name": "loop", "note": "", "code": '''
def chain(upstream, local):
    up, loc = np.broadcast_arrays(upstream, local)
    out = np.zeros(up.shape)
    for j in np.ndindex(up.shape):
        out[j] = up[j] * loc[j]
    return out
'''},
    {"exercise": "chain", "right": True, "name": "prod of a stack", "note": "", "code": '''
def chain(upstream, local):
    both = np.stack(np.broadcast_arrays(upstream, local))
    return both.prod(axis=0)
'''},
    {"exercise": "chain", "right": True, "name": "in place on own copy", "note": "", "code": '''
def chain(upstream, local):
    shape = np.broadcast(upstream, local).shape
    passed_on = np.ones(shape)
    passed_on *= upstream
    passed_on *= local
    return passed_on
'''},
    {"exercise": "chain", "right": False, "name": "np.dot", "note": "matrix product or inner product instead of entry by entry", "code": '''
def chain(upstream, local):
    return np.dot(upstream, np.transpose(local))
'''},
    {"exercise": "chain", "right": False, "name": "summed", "note": "sums over the entries", "code": '''
def chain(upstream, local):
    return np.sum(upstream * local)
'''},
    {"exercise": "chain", "right": False, "name": "row sums", "note": "sums the product over the examples as for db", "code": '''
def chain(upstream, local):
    dZ = np.atleast_2d(upstream * local)
    return dZ.sum(axis=1, keepdims=True)
'''},
    {"exercise": "chain", "right": False, "name": "added", "note": "adds instead of multiplying", "code": '''
def chain(upstream, local):
    return upstream + local
'''},
    {"exercise": "chain", "right": False, "name": "divided", "note": "divides by the local derivative", "code": '''
def chain(upstream, local):
    return upstream / local
'''},
    {"exercise": "chain", "right": False, "name": "local for an output", "note": "takes local for the output p and multiplies by p (1 - p)", "code": '''
def chain(upstream, local):
    return upstream * local * (1 - local)
'''},
    {"exercise": "chain", "right": False, "name": "slope of local", "note": "applies sigmoid_prime to local, which is already the derivative", "code": '''
def chain(upstream, local):
    return upstream * sigmoid_prime(local)
'''},
    {"exercise": "chain", "right": False, "name": "mean over m", "note": "divides by the number of examples, which does not belong here", "code": '''
def chain(upstream, local):
    m = np.atleast_2d(upstream).shape[1]
    return upstream * local / m
'''},
    {"exercise": "chain", "right": False, "name": "minus", "note": "puts a minus in front, downhill already", "code": '''
def chain(upstream, local):
    return -upstream * local
'''},
    {"exercise": "chain", "right": False, "name": "in place", "note": "upstream *= local changes the array of the caller", "code": '''
def chain(upstream, local):
    upstream *= local
    return upstream
'''},
    {"exercise": "chain", "right": False, "name": "outer", "note": "np.outer multiplies every entry with every other", "code": '''
def chain(upstream, local):
    return np.outer(upstream, local)
'''},
    {"exercise": "chain", "right": False, "name": "no return", "note": "prints the product and returns nothing", "code": '''
def chain(upstream, local):
    gradient = upstream * local
    print(gradient)
'''},
    {"exercise": "chain", "right": False, "name": "matmul", "note": "@ does not fit for numbers or for two rows (exception)", "code": '''
def chain(upstream, local):
    return upstream @ local
'''},
    {"exercise": "chain", "right": False, "name": "compares shapes", "note": "asks a plain number for its shape (AttributeError)", "code": '''
def chain(upstream, local):
    assert upstream.shape == local.shape
    return upstream * local
'''},
    {"exercise": "chain", "right": False, "name": "zip", "note": "zip cannot go through a number (TypeError)", "code": '''
def chain(upstream, local):
    return np.array([u * l for u, l in zip(upstream, local)])
'''},
    {"exercise": "chain", "right": False, "name": "double index", "note": "a loop over two axes fails for numbers and vectors (exception)", "code": '''
def chain(upstream, local):
    out = np.zeros_like(upstream)
    n, m = out.shape
    for i in range(n):
        for j in range(m):
            out[i, j] = upstream[i, j] * local[i, j]
    return out
'''},
    # ---------------------------------------------------------------- gradient_descent_update
    {"exercise": "gradient_descent_update", "right": True, "name": "dict comprehension", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {name: params[name] - learning_rate * grads["d" + name] for name in params}
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "loop", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for key, value in params.items():
        new[key] = value - learning_rate * grads[f"d{key}"]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "deep copy", "note": "", "code": '''
import copy


def gradient_descent_update(params, grads, learning_rate):
    result = copy.deepcopy(params)
    for name in result:
        step = learning_rate * grads["d" + name]
        result[name] = result[name] - step
    return result
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "in place on float copies", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {k: np.array(v, dtype=float) for k, v in params.items()}
    for k in new:
        new[k] -= learning_rate * np.asarray(grads["d" + k], dtype=float)
    return new
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "through grads", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new_params = params.copy()
    for g in grads:
        name = g[1:]
        if g.startswith("d") and name in params:
            new_params[name] = np.subtract(params[name], np.multiply(learning_rate, grads[g]))
    return new_params
'''},
    {"exercise": "gradient_descent_update", "right": True, "name": "lists and zip", "note": "", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    names = list(params)
    slopes = [grads["d" + n] for n in names]
    moved = [params[n] + (-learning_rate) * s for n, s in zip(names, slopes)]
    return dict(zip(names, moved))
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "uphill", "note": "adds the gradient", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name in params:
        new[name] = params[name] + learning_rate * grads["d" + name]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "same dict", "note": "writes into the dict params of the caller (the values are right)", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    for name in params:
        params[name] = params[name] - learning_rate * grads["d" + name]
    return params
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "shallow copy", "note": "copies the dict but -= changes the arrays of the caller", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = params.copy()
    for name in new:
        new[name] -= learning_rate * grads["d" + name]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "no learning rate", "note": "forgets the learning rate", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    return {k: v - grads["d" + k] for k, v in params.items()}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "only the step", "note": "returns the step and not the new parameter", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name in params:
        new[name] = -learning_rate * grads["d" + name]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "shrinks the weight", "note": "multiplies the difference by the learning rate: alpha (V - dV)", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name in params:
        new[name] = learning_rate * (params[name] - grads["d" + name])
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "return in the loop", "note": "the return is indented too far, so only the first parameter comes back", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name in params:
        new[name] = params[name] - learning_rate * grads["d" + name]
        return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "dict in the loop", "note": "makes the dict anew in every round, so only the last parameter is left", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    for name in params:
        new = {}
        new[name] = params[name] - learning_rate * grads["d" + name]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "keys of grads", "note": "the new dict has the keys dW, db in place of W, b", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name in params:
        new["d" + name] = params[name] - learning_rate * grads["d" + name]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "zip by position", "note": "pairs parameters and gradients by their order in the dicts and not by name", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for (name, value), grad in zip(params.items(), grads.values()):
        new[name] = value - learning_rate * grad
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "only the weights", "note": "moves the parameters that begin with W and leaves the biases where they are", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = dict(params)
    for name in params:
        if name.startswith("W"):
            new[name] = params[name] - learning_rate * grads["d" + name]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "mean of the gradient", "note": "takes the mean of the gradient first, so all entries move alike", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name in params:
        new[name] = params[name] - learning_rate * np.mean(grads["d" + name])
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "W and b only", "note": "written for one layer, the keys W1, b1 are not found (KeyError)", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    W = params["W"] - learning_rate * grads["dW"]
    b = params["b"] - learning_rate * grads["db"]
    return {"W": W, "b": b}
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "loop over grads", "note": "goes through all of grads and meets entries without a parameter (KeyError)", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for key in grads:
        name = key[1:]
        new[name] = params[name] - learning_rate * grads[key]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "d forgotten", "note": "looks up grads under the name of the parameter (KeyError)", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new = {}
    for name in params:
        new[name] = params[name] - learning_rate * grads[name]
    return new
'''},
    {"exercise": "gradient_descent_update", "right": False, "name": "dicts subtracted", "note": "calculates with the dicts themselves (TypeError)", "code": '''
def gradient_descent_update(params, grads, learning_rate):
    new_params = params - learning_rate * grads
    return new_params
'''},
    # ---------------------------------------------------------------- logistic_gradients
    {"exercise": "logistic_gradients", "right": True, "name": "formulas", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": float(cost)}
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "loop over examples", "note": "", "code": '''
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
        p = 1 / (1 + np.exp(-z))
        y = Y[0, i]
        P[0, i] = p
        cost += -(y * np.log(p) + (1 - y) * np.log(1 - p)) / m
        dZ[0, i] = (p - y) / m
        for j in range(n):
            dW[0, j] += dZ[0, i] * X[j, i]
        db[0, 0] += dZ[0, i]
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "one product for both", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    n, m = np.shape(X)
    X1 = np.vstack([X, np.ones((1, m))])
    theta = np.hstack([W, b])
    P = 1.0 / (1.0 + np.exp(-theta.dot(X1)))
    dZ = (P - Y) / m
    both = dZ.dot(X1.T)
    right = np.where(Y == 1, P, 1 - P)
    return {
        "P": P,
        "dZ": dZ,
        "dW": both[:, :n].copy(),
        "db": both[:, n:].copy(),
        "cost": -np.log(right).sum() / m,
    }
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "logaddexp", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    Z = np.add(np.matmul(W, X), b)
    P = np.exp(-np.logaddexp(0, -Z))
    cost = float(np.average(np.logaddexp(0, Z) - Y * Z))
    dZ = np.divide(P - Y, Y.shape[1])
    return dict(P=P, dZ=dZ, dW=np.matmul(dZ, X.T), db=dZ.sum().reshape(1, 1), cost=cost)
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "einsum", "note": "", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = Y.size
    Z = np.einsum("kn,nm->km", W, X) + b
    P = 0.5 * (1 + np.tanh(Z / 2))
    losses = -(Y * np.log(P) + (1 - Y) * np.log(1 - P))
    dZ = 1 / m * (P - Y)
    dW = np.einsum("km,nm->kn", dZ, X)
    db = np.einsum("km->k", dZ)[:, None]
    return {"cost": losses.mean().item(), "P": P, "dZ": dZ, "dW": dW, "db": db}
'''},
    {"exercise": "logistic_gradients", "right": True, "name": "helpers", "note": "", "code": '''
def _forward(W, b, X):
    return 1 / (1 + np.exp(-(np.dot(W, X) + b)))


def _bce(P, Y):
    total = Y @ np.log(P).T + (1 - Y) @ np.log(1 - P).T
    return -total.item() / Y.shape[1]


def logistic_gradients(W, b, X, Y, loss="bce"):
    out = {}
    out["P"] = _forward(W, b, X)
    out["cost"] = _bce(out["P"], Y)
    out["dZ"] = (out["P"] - Y) / len(Y[0])
    out["dW"] = (X @ out["dZ"].T).T
    out["db"] = np.array([[np.sum(out["dZ"])]])
    return out
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "1/m forgotten", "note": "dZ lacks the factor 1/m", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = P - Y
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "1/m twice", "note": "divides by m in dZ and again in dW and db", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (P - Y) / m
    dW = 1 / m * dZ @ X.T
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "1/m outside dZ", "note": "dW and db are right, but dZ has no 1/m inside, as in many courses", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = P - Y
    dW = dZ @ X.T / m
    db = np.sum(dZ, axis=1, keepdims=True) / m
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "m is n", "note": "takes the number of features, X.shape[0], for m", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[0]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.sum(-Y * np.log(P) - (1 - Y) * np.log(1 - P)) / m
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "Y minus P", "note": "Y - P instead of P - Y, all gradients have the wrong sign", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (Y - P) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "slope too much", "note": "multiplies P - Y by the slope of the sigmoid, which has already canceled", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = chain((P - Y) / m, sigmoid_prime_from_output(P))
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "no keepdims", "note": "db has the shape (1,)", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "wrong axis", "note": "sums dZ over axis 0, so db has one entry an example", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=0, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "mean in db", "note": "two mistakes: db is the mean of dZ, so 1/m enters twice, and it is a plain number", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.mean(dZ)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "dW upright", "note": "X dZ^T has the shape (n, 1) and not (1, n)", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (P - Y) / m
    dW = X @ dZ.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "cost without minus", "note": "the minus of the second term is lost: -y log p + (1 - y) log(1 - p)", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = 1 / m * np.sum(-Y * np.log(P) + (1 - Y) * np.log(1 - P))
    dZ = 1 / m * (P - Y)
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "cost summed", "note": "the cost is the sum and not the mean of the losses", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.sum(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "transposes guessed", "note": "W.T @ X does not fit (ValueError)", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W.T @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "X not transposed", "note": "dZ @ X does not fit (ValueError)", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (P - Y) / m
    dW = dZ @ X
    db = np.sum(dZ, axis=1, keepdims=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "keepdim", "note": "writes keepdim for keepdims (TypeError)", "code": '''
def logistic_gradients(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    dZ = (P - Y) / m
    dW = dZ @ X.T
    db = np.sum(dZ, axis=1, keepdim=True)
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}
'''},
    {"exercise": "logistic_gradients", "right": False, "name": "math.log", "note": "math.log cannot take a row of probabilities (TypeError)", "code": '''
import math


def logistic_gradients(W, b, X, Y, loss="bce"):
    m = Y.shape[1]
    P = 1 / (1 + np.exp(-(W @ X + b)))
    dZ = (P - Y) / m
    cost = np.sum(-Y * math.log(P) - (1 - Y) * math.log(1 - P)) / m
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": np.sum(dZ, keepdims=True), "cost": cost}
'''},
    # ---------------------------------------------------------------- train_logistic
    {"exercise": "train_logistic", "right": True, "name": "earlier functions", "note": "", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in range(epochs):
        found = logistic_gradients(params["W"], params["b"], X, Y, loss)
        costs.append(float(found["cost"]))
        params = gradient_descent_update(params, found, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": True, "name": "all by itself", "note": "", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    W = np.array(W, dtype=float)
    b = np.array(b, dtype=float)
    m = X.shape[1]
    costs = []
    for _ in range(epochs):
        P = 1 / (1 + np.exp(-(W @ X + b)))
        costs.append(float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))))
        dZ = (P - Y) / m
        W -= learning_rate * dZ @ X.T
        b -= learning_rate * dZ.sum(axis=1, keepdims=True)
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": True, "name": "while loop", "note": "", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    w_now, b_now = W * 1.0, b * 1.0
    costs = []
    while len(costs) < epochs:
        g = logistic_gradients(w_now, b_now, X, Y)
        w_now, b_now = w_now - learning_rate * g["dW"], b_now - learning_rate * g["db"]
        costs.append(g["cost"])
    return dict(W=w_now, b=b_now), costs
'''},
    {"exercise": "train_logistic", "right": True, "name": "theta", "note": "", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    n, m = X.shape
    ones = np.ones((1, m))
    X1 = np.concatenate([X, ones], axis=0)
    theta = np.concatenate([W, b], axis=1).astype(float)
    costs = [0.0] * epochs
    for k in range(epochs):
        z = theta @ X1
        costs[k] = float((np.logaddexp(0, z) - Y * z).mean())
        p = 1 / (1 + np.exp(-z))
        theta = theta - learning_rate / m * (p - Y) @ X1.T
    return {"W": theta[:, :n].copy(), "b": theta[:, n:].copy()}, costs
'''},
    {"exercise": "train_logistic", "right": True, "name": "helper for one epoch", "note": "", "code": '''
def _epoch(params, X, Y, rate):
    grads = logistic_gradients(X=X, Y=Y, **params)
    step = {name: params[name] - rate * grads["d" + name] for name in ("W", "b")}
    return step, float(grads["cost"])


def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params, costs = {"W": np.copy(W), "b": np.copy(b)}, []
    for _ in range(epochs):
        params, cost = _epoch(params, X, Y, learning_rate)
        costs += [cost]
    return params, costs
'''},
    {"exercise": "train_logistic", "right": True, "name": "array of costs first", "note": "", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    W_k = W.astype(float)
    b_k = b.astype(float)
    costs = np.zeros(epochs)
    for k in range(epochs):
        found = logistic_gradients(W_k, b_k, X, Y)
        dW, db = found["dW"], found["db"]
        costs[k] = found["cost"]
        W_k = W_k - learning_rate * dW
        b_k = b_k - learning_rate * db
    return {"W": W_k, "b": b_k}, costs.tolist()
'''},
    {"exercise": "train_logistic", "right": False, "name": "cost after the update", "note": "records the cost after the update of the round", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in range(epochs):
        found = logistic_gradients(params["W"], params["b"], X, Y)
        params = gradient_descent_update(params, found, learning_rate)
        found = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(found["cost"])
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "one cost more", "note": "adds the last cost after the loop, so there are epochs + 1 costs", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in range(epochs):
        found = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(found["cost"])
        params = gradient_descent_update(params, found, learning_rate)
    costs.append(logistic_gradients(params["W"], params["b"], X, Y)["cost"])
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "range from one", "note": "two mistakes: range(1, epochs) makes one round too few, and the cost of the end is added to fill the list", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in range(1, epochs):
        found = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(found["cost"])
        params = gradient_descent_update(params, found, learning_rate)
    costs.append(logistic_gradients(params["W"], params["b"], X, Y)["cost"])
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "b after W", "note": "computes db anew with the W that has already moved", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    W, b = W.copy(), b.copy()
    costs = []
    for k in range(epochs):
        costs.append(logistic_gradients(W, b, X, Y)["cost"])
        W = W - learning_rate * logistic_gradients(W, b, X, Y)["dW"]
        b = b - learning_rate * logistic_gradients(W, b, X, Y)["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "in place", "note": "W -= changes the arrays of the caller", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for k in range(epochs):
        found = logistic_gradients(W, b, X, Y)
        costs.append(found["cost"])
        W -= learning_rate * found["dW"]
        b -= learning_rate * found["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "always the first gradient", "note": "passes the starting W and b to the gradients in every round", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W, "b": b}
    costs = []
    for k in range(epochs):
        found = logistic_gradients(W, b, X, Y)
        costs.append(found["cost"])
        params = gradient_descent_update(params, found, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "never moves on", "note": "updates the starting parameters in every round, so only one step is made", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    start = {"W": W, "b": b}
    params = dict(start)
    costs = []
    for k in range(epochs):
        found = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(found["cost"])
        params = gradient_descent_update(start, found, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "starts from zero", "note": "starts from zeros and not from the W and b that are given", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    W = np.zeros((1, X.shape[0]))
    b = np.zeros((1, 1))
    costs = []
    for k in range(epochs):
        found = logistic_gradients(W, b, X, Y)
        costs.append(found["cost"])
        W = W - learning_rate * found["dW"]
        b = b - learning_rate * found["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "bias forgotten", "note": "updates W only", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in range(epochs):
        found = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(found["cost"])
        params["W"] = params["W"] - learning_rate * found["dW"]
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "rate over m", "note": "divides the learning rate by m once more", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    m = X.shape[1]
    W, b = W.copy(), b.copy()
    costs = []
    for k in range(epochs):
        found = logistic_gradients(W, b, X, Y)
        costs.append(found["cost"])
        W = W - learning_rate / m * found["dW"]
        b = b - learning_rate / m * found["db"]
    return {"W": W, "b": b}, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "every tenth cost", "note": "records the cost of every tenth round only", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in range(epochs):
        found = logistic_gradients(params["W"], params["b"], X, Y)
        if k % 10 == 0:
            costs.append(found["cost"])
        params = gradient_descent_update(params, found, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "swapped return", "note": "returns costs first and the parameters second", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in range(epochs):
        found = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(found["cost"])
        params = gradient_descent_update(params, found, learning_rate)
    return costs, params
'''},
    {"exercise": "train_logistic", "right": False, "name": "no epoch no params", "note": "params is made in the loop only, so epochs=0 fails (UnboundLocalError)", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for k in range(epochs):
        found = logistic_gradients(W, b, X, Y)
        costs.append(found["cost"])
        params = gradient_descent_update({"W": W, "b": b}, found, learning_rate)
        W, b = params["W"], params["b"]
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "in epochs", "note": "for k in epochs goes through an int (TypeError)", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in epochs:
        found = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(found["cost"])
        params = gradient_descent_update(params, found, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "arguments in wrong order", "note": "calls logistic_gradients(X, Y, W, b), the shapes do not fit (ValueError)", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in range(epochs):
        found = logistic_gradients(X, Y, params["W"], params["b"])
        costs.append(found["cost"])
        params = gradient_descent_update(params, found, learning_rate)
    return params, costs
'''},
    {"exercise": "train_logistic", "right": False, "name": "append reassigned", "note": "costs = costs.append(...) makes costs None (AttributeError in the second round)", "code": '''
def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params = {"W": W.copy(), "b": b.copy()}
    costs = []
    for k in range(epochs):
        found = logistic_gradients(params["W"], params["b"], X, Y)
        costs = costs.append(found["cost"])
        params = gradient_descent_update(params, found, learning_rate)
    return params, costs
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
    {"exercise": "minibatches", "right": True, "name": "list", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    order = rng.permutation(Y.shape[1])
    Xs, Ys = X[:, order], Y[:, order]
    blocks = []
    k = 0
    while k * batch_size < Y.shape[1]:
        cols = slice(k * batch_size, (k + 1) * batch_size)
        blocks.append((Xs[:, cols], Ys[:, cols]))
        k += 1
    return blocks
'''},
    {"exercise": "minibatches", "right": True, "name": "shuffle the index", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    index = list(range(X.shape[1]))
    rng.shuffle(index)
    pairs = []
    while index:
        now, index = index[:batch_size], index[batch_size:]
        pairs.append((X[:, now], Y[:, now]))
    return pairs
'''},
    {"exercise": "minibatches", "right": True, "name": "split", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = np.argsort(rng.random(m))
    cuts = np.arange(batch_size, m, batch_size)
    return [(np.take(X, part, axis=1), np.take(Y, part, axis=1)) for part in np.split(order, cuts)]
'''},
    {"exercise": "minibatches", "right": True, "name": "shuffled together", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    n, m = X.shape
    both = rng.permutation(np.vstack([X, Y]), axis=1)
    number = int(np.ceil(m / batch_size))
    out = []
    for k in range(number):
        cut = both[:, k * batch_size:min((k + 1) * batch_size, m)]
        out.append((cut[:n], cut[n:]))
    return out
'''},
    {"exercise": "minibatches", "right": True, "name": "choice without replacement", "note": "", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.choice(m, size=m, replace=False)
    full, rest = divmod(m, batch_size)
    for k in range(full):
        idx = order[k * batch_size:(k + 1) * batch_size]
        yield X[:, idx], Y[:, idx]
    if rest > 0:
        idx = order[-rest:]
        yield X[:, idx], Y[:, idx]
'''},
    {"exercise": "minibatches", "right": False, "name": "not shuffled", "note": "cuts the examples in the given order", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    for i in range(0, m, batch_size):
        yield X[:, i:i + batch_size], Y[:, i:i + batch_size]
'''},
    {"exercise": "minibatches", "right": False, "name": "labels left in place", "note": "shuffles X only, the labels no longer belong to their examples", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for i in range(0, m, batch_size):
        yield X[:, order[i:i + batch_size]], Y[:, i:i + batch_size]
'''},
    {"exercise": "minibatches", "right": False, "name": "two permutations", "note": "draws one order for X and another one for Y", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    Xs = X[:, rng.permutation(m)]
    Ys = Y[:, rng.permutation(m)]
    return [(Xs[:, i:i + batch_size], Ys[:, i:i + batch_size]) for i in range(0, m, batch_size)]
'''},
    {"exercise": "minibatches", "right": False, "name": "last block dropped", "note": "m // batch_size blocks only, the smaller last one is lost", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    pairs = []
    for k in range(m // batch_size):
        block = order[k * batch_size:(k + 1) * batch_size]
        pairs.append((X[:, block], Y[:, block]))
    return pairs
'''},
    {"exercise": "minibatches", "right": False, "name": "empty block", "note": "m // batch_size + 1 blocks, the last one is empty if batch_size divides m", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    pairs = []
    for k in range(m // batch_size + 1):
        block = order[k * batch_size:(k + 1) * batch_size]
        pairs.append((X[:, block], Y[:, block]))
    return pairs
'''},
    {"exercise": "minibatches", "right": False, "name": "blocks shuffled", "note": "shuffles the order of the blocks and not the examples", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    starts = np.arange(0, m, batch_size)
    for s in rng.permutation(starts):
        yield X[:, s:s + batch_size], Y[:, s:s + batch_size]
'''},
    {"exercise": "minibatches", "right": False, "name": "own generator", "note": "makes a generator of its own with a fixed seed, so every epoch has the same order", "code": '''
def minibatches(X, Y, batch_size, rng):
    rng = np.random.default_rng(0)
    m = X.shape[1]
    order = rng.permutation(m)
    for i in range(0, m, batch_size):
        block = order[i:i + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "np.random", "note": "draws from the global np.random and not from rng", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = np.random.permutation(m)
    for i in range(0, m, batch_size):
        block = order[i:i + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "with replacement", "note": "draws every block anew, so examples come twice or never", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    for i in range(0, m, batch_size):
        size = min(batch_size, m - i)
        block = rng.integers(0, m, size)
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "even blocks", "note": "array_split makes blocks of nearly equal size, not full ones and a smaller last one", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    number = int(np.ceil(m / batch_size))
    return [(X[:, part], Y[:, part]) for part in np.array_split(order, number)]
'''},
    {"exercise": "minibatches", "right": False, "name": "return in the loop", "note": "return in the loop gives the first block only", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for i in range(0, m, batch_size):
        block = order[i:i + batch_size]
        return [(X[:, block], Y[:, block])]
'''},
    {"exercise": "minibatches", "right": False, "name": "flat labels", "note": "Y[0, block] has the shape (k,) and not (1, k)", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for i in range(0, m, batch_size):
        block = order[i:i + batch_size]
        yield X[:, block], Y[0, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "rows are examples", "note": "takes X[block], rows for columns (IndexError)", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for i in range(0, m, batch_size):
        block = order[i:i + batch_size]
        yield X[block], Y[block]
'''},
    {"exercise": "minibatches", "right": False, "name": "shuffle returns none", "note": "rng.shuffle works in place and returns None (TypeError)", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.shuffle(np.arange(m))
    for i in range(0, m, batch_size):
        block = order[i:i + batch_size]
        yield X[:, block], Y[:, block]
'''},
    {"exercise": "minibatches", "right": False, "name": "fraction in range", "note": "range of m / batch_size, which is a float (TypeError)", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    blocks = []
    for k in range(m / batch_size):
        block = order[k * batch_size:(k + 1) * batch_size]
        blocks.append((X[:, block], Y[:, block]))
    return blocks
'''},
    {"exercise": "minibatches", "right": False, "name": "index of a permutation by place", "note": "shuffles a list with order[i * batch_size + j] and runs over the end in the last block (IndexError)", "code": '''
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for i in range(0, m, batch_size):
        block = [order[i + j] for j in range(batch_size)]
        yield X[:, block], Y[:, block]
'''},
]
