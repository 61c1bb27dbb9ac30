"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- spectral_norm
    {"exercise": "spectral_norm", "right": True, "name": "np.linalg.norm with ord 2", "note": "", "code": '''
def spectral_norm(W):
    return np.linalg.norm(W, 2)
'''},
    {"exercise": "spectral_norm", "right": True, "name": "first singular value", "note": "", "code": '''
def spectral_norm(W):
    singular_values = np.linalg.svd(W, compute_uv=False)
    return float(singular_values[0])
'''},
    {"exercise": "spectral_norm", "right": True, "name": "full svd and max", "note": "", "code": '''
def spectral_norm(W):
    U, S, Vt = np.linalg.svd(W)
    biggest = S[0]
    for s in S:
        if s > biggest:
            biggest = s
    return biggest
'''},
    {"exercise": "spectral_norm", "right": True, "name": "root of largest eigenvalue", "note": "", "code": '''
def spectral_norm(W):
    W = np.asarray(W, dtype=float)
    # take the smaller of the two Gram matrices
    if W.shape[0] < W.shape[1]:
        gram = W @ W.T
    else:
        gram = W.T @ W
    lam = np.linalg.eigvalsh(gram)
    return np.sqrt(max(lam[-1], 0.0))
'''},
    {"exercise": "spectral_norm", "right": True, "name": "symmetric block matrix", "note": "", "code": '''
def spectral_norm(W):
    r, c = W.shape
    H = np.zeros((r + c, r + c))
    H[:r, r:] = W
    H[r:, :r] = W.T
    return np.linalg.eigvalsh(H).max()
'''},
    {"exercise": "spectral_norm", "right": True, "name": "stretch of the best vector", "note": "", "code": '''
def spectral_norm(W):
    _, _, Vh = np.linalg.svd(W)
    v = Vh[0, :]
    stretched = W @ v
    return np.sqrt(np.sum(stretched ** 2)) / np.sqrt(np.sum(v ** 2))
'''},
    {"exercise": "spectral_norm", "right": True, "name": "repeated squaring", "note": "", "code": '''
def spectral_norm(W):
    M = np.array(W, dtype=float)
    top = np.abs(M).max()
    if top == 0:
        return 0.0
    M = M / top
    G = M.T @ M
    log_lam, weight = 0.0, 1.0
    for _ in range(60):
        t = np.trace(G)
        log_lam += weight * np.log(t)
        G = G / t
        G = G @ G
        weight = weight / 2
    return float(top * np.exp(0.5 * log_lam))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "Frobenius norm", "note": "forgot the option of np.linalg.norm and gets the Frobenius norm", "code": '''
def spectral_norm(W):
    return np.linalg.norm(W)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "last singular value", "note": "believes that singular values rise and takes the smallest one", "code": '''
def spectral_norm(W):
    s = np.linalg.svd(W, compute_uv=False)
    return s[-1]
'''},
    {"exercise": "spectral_norm", "right": False, "name": "second singular value", "note": "counts from 1; there is no such entry for one row", "code": '''
def spectral_norm(W):
    s = np.linalg.svd(W, compute_uv=False)
    return s[1]
'''},
    {"exercise": "spectral_norm", "right": False, "name": "eigenvalues", "note": "largest absolute eigenvalue of W itself; fails if W is not square, wrong for a shear", "code": '''
def spectral_norm(W):
    eigenvalues = np.linalg.eigvals(W)
    return np.max(np.abs(eigenvalues))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "root forgotten", "note": "largest eigenvalue of W.T W without the square root", "code": '''
def spectral_norm(W):
    return np.linalg.eigvalsh(W.T @ W).max()
'''},
    {"exercise": "spectral_norm", "right": False, "name": "largest entry", "note": "largest absolute entry, right only for diagonal matrices", "code": '''
def spectral_norm(W):
    return float(np.max(np.abs(W)))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "all singular values", "note": "returns the whole array", "code": '''
def spectral_norm(W):
    return np.linalg.svd(W, compute_uv=False)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "ord 1", "note": "wrong option: the largest column sum", "code": '''
def spectral_norm(W):
    return np.linalg.norm(W, ord=1)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "ord inf", "note": "takes 'largest' for the infinity norm: the largest row sum", "code": '''
def spectral_norm(W):
    # "largest" -> max norm
    return np.linalg.norm(W, np.inf)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "sum of singular values", "note": "adds the singular values up (nuclear norm)", "code": '''
def spectral_norm(W):
    total = 0.0
    for s in np.linalg.svd(W, compute_uv=False):
        total += s
    return total
'''},
    {"exercise": "spectral_norm", "right": False, "name": "longest row", "note": "length of the longest row", "code": '''
def spectral_norm(W):
    return np.max(np.sqrt(np.sum(W ** 2, axis=1)))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "longest image of unit vectors", "note": "tries the unit vectors of the axes only, that is, the longest column", "code": '''
def spectral_norm(W):
    best = 0
    n = W.shape[1]
    for i in range(n):
        v = np.zeros(n)
        v[i] = 1
        best = max(best, np.linalg.norm(W @ v) / np.linalg.norm(v))
    return best
'''},
    {"exercise": "spectral_norm", "right": False, "name": "max of the svd result", "note": "forgot compute_uv=False; the result is a tuple and has no max", "code": '''
def spectral_norm(W):
    s = np.linalg.svd(W)
    return s.max()
'''},
    {"exercise": "spectral_norm", "right": False, "name": "first of the tuple", "note": "forgot compute_uv=False, so [0] is the matrix U", "code": '''
def spectral_norm(W):
    return np.linalg.svd(W)[0]
'''},
    {"exercise": "spectral_norm", "right": False, "name": "ord as a text", "note": "passes the text '2' for ord; NumPy stops", "code": '''
def spectral_norm(W):
    return np.linalg.norm(W, ord="2")
'''},
    {"exercise": "spectral_norm", "right": False, "name": "determinant", "note": "takes the determinant for the stretch; stops if W is not square", "code": '''
def spectral_norm(W):
    return abs(np.linalg.det(W))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "W times W", "note": "transpose forgotten: stops if W is not square, else eigenvalues of W W", "code": '''
def spectral_norm(W):
    lam = np.linalg.eigvals(W @ W)
    return np.sqrt(np.max(np.abs(lam)))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "vector of ones", "note": "tries one vector only, the one of ones", "code": '''
def spectral_norm(W):
    v = np.ones((W.shape[1], 1))
    return np.linalg.norm(W @ v) / np.linalg.norm(v)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "angles in the plane", "note": "searches directions in the plane; stops if there are not two columns, and is too coarse", "code": '''
def spectral_norm(W):
    best = 0.0
    for t in np.linspace(0, np.pi, 50):
        v = np.array([np.cos(t), np.sin(t)])
        best = max(best, np.linalg.norm(W @ v))
    return best
'''},
    {"exercise": "spectral_norm", "right": False, "name": "three power steps", "note": "power iteration that stops after three steps, long before it has settled", "code": '''
def spectral_norm(W):
    v = np.ones(W.shape[1])
    for _ in range(3):
        v = W.T @ (W @ v)
        v = v / np.linalg.norm(v)
    return np.linalg.norm(W @ v)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "rounded", "note": "rounds to three decimals as in the section by hand", "code": '''
def spectral_norm(W):
    return round(float(np.linalg.norm(W, 2)), 3)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "scales W in place", "note": "changes the given matrix; stops for a matrix of integers", "code": '''
def spectral_norm(W):
    scale = np.abs(W).max()
    W /= scale
    return scale * np.linalg.norm(W, 2)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "squeezed first", "note": "squeezes W, so a matrix with a single entry has no dimension left and NumPy stops", "code": '''
def spectral_norm(W):
    w = np.squeeze(W)
    return np.linalg.norm(w, 2)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "whole number", "note": "converts to int and loses the decimals", "code": '''
def spectral_norm(W):
    return int(np.linalg.svd(W, compute_uv=False)[0])
'''},
    {"exercise": "spectral_norm", "right": False, "name": "condition number", "note": "largest over smallest singular value", "code": '''
def spectral_norm(W):
    s = np.linalg.svd(W, compute_uv=False)
    return s[0] / s[-1]
'''},
    {"exercise": "spectral_norm", "right": False, "name": "prints only", "note": "prints the number and returns nothing", "code": '''
def spectral_norm(W):
    s = np.linalg.svd(W, compute_uv=False)
    print("spectral norm:", s[0])
'''},
    {"exercise": "spectral_norm", "right": False, "name": "kept maximum", "note": "the largest value lives outside the function and is kept from call to call", "code": '''
largest = 0.0

def spectral_norm(W):
    global largest
    for s in np.linalg.svd(W, compute_uv=False):
        if s > largest:
            largest = s
    return largest
'''},
    {"exercise": "spectral_norm", "right": False, "name": "one row by its largest entry", "note": "an extra case for one row takes the largest entry instead of the length", "code": '''
def spectral_norm(W):
    if W.shape[0] == 1:
        return np.max(np.abs(W))
    return np.linalg.norm(W, 2)
'''},

    # ---------------------------------------------------------------- per_layer_factor
    {"exercise": "per_layer_factor", "right": True, "name": "product", "note": "", "code": '''
def per_layer_factor(norm, derivative):
    return norm * derivative
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "np.multiply", "note": "", "code": '''
def per_layer_factor(norm, derivative):
    """Largest factor of the gradient at one step back."""
    f = np.multiply(norm, derivative)
    return float(f)
    raise NotImplementedError
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "np.prod of a list", "note": "", "code": '''
def per_layer_factor(norm, derivative):
    parts = [norm, derivative]
    return np.prod(parts)
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "early return for zero", "note": "", "code": '''
def per_layer_factor(norm, derivative):
    if norm == 0 or derivative == 0:
        return 0.0
    factor = 1.0
    factor *= norm
    factor *= abs(derivative)
    return factor
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "inner product", "note": "", "code": '''
def per_layer_factor(norm, derivative):
    return np.array([norm], dtype=float) @ np.array([derivative], dtype=float)
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "lambda", "note": "", "code": '''
per_layer_factor = lambda norm, derivative: float(derivative) * float(norm)
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "np.einsum", "note": "", "code": '''
def per_layer_factor(norm, derivative):
    return float(np.einsum("i,i->", [float(norm)], [float(derivative)]))
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "logarithms with a zero case", "note": "", "code": '''
def per_layer_factor(norm, derivative):
    if min(norm, derivative) <= 0:
        return 0.0
    return np.exp(np.log(norm) + np.log(derivative))
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "sum", "note": "adds instead of multiplying", "code": '''
def per_layer_factor(norm, derivative):
    return norm + derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "quotient", "note": "divides; with slope 0 it may stop", "code": '''
def per_layer_factor(norm, derivative):
    return norm / derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "fixed sigmoid slope", "note": "uses 0.25 always and ignores the argument", "code": '''
def per_layer_factor(norm, derivative):
    derivative = 0.25
    return norm * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "at most one", "note": "believes that the factor can never be above 1", "code": '''
def per_layer_factor(norm, derivative):
    return min(1.0, norm * derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "max of the two", "note": "takes the larger number instead of the product", "code": '''
def per_layer_factor(norm, derivative):
    return max(norm, abs(derivative))
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "power", "note": "** for *", "code": '''
def per_layer_factor(norm, derivative):
    return norm ** derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "norm of a number", "note": "takes norm for the matrix and computes its spectral norm; NumPy stops at a number", "code": '''
def per_layer_factor(norm, derivative):
    return np.linalg.norm(norm, 2) * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "max of a number", "note": "copies max |g'| from the formula; a number cannot be run through", "code": '''
def per_layer_factor(norm, derivative):
    return norm * max(abs(d) for d in derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "wrong name", "note": "uses W, which is not known inside", "code": '''
def per_layer_factor(norm, derivative):
    norm_W = np.linalg.norm(W_next, 2)
    return norm_W * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "matrix product of numbers", "note": "transposed weights from the text; numbers have no transpose or no @", "code": '''
def per_layer_factor(norm, derivative):
    return norm.T @ derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "slope from the slope", "note": "takes the derivative for the activation and forms g (1 - g)", "code": '''
def per_layer_factor(norm, derivative):
    slope = derivative * (1 - derivative)
    return norm * slope
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "slope squared", "note": "multiplies with the slope twice", "code": '''
def per_layer_factor(norm, derivative):
    f = norm * derivative
    f *= derivative
    return f
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "norm squared", "note": "squares the norm", "code": '''
def per_layer_factor(norm, derivative):
    return norm**2 * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "three decimals", "note": "rounds as in the section by hand", "code": '''
def per_layer_factor(norm, derivative):
    return round(norm * derivative, 3)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "does it shrink", "note": "answers the question whether the factor is below 1", "code": '''
def per_layer_factor(norm, derivative):
    f = norm * derivative
    return f < 1
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "zero as missing", "note": "takes a slope of 0 for a missing one and puts 1 in its place", "code": '''
def per_layer_factor(norm, derivative):
    derivative = derivative or 1.0
    return norm * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "prints only", "note": "nothing is returned", "code": '''
def per_layer_factor(norm, derivative):
    print(norm * derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "growth minus one", "note": "subtracts 1, as if the growth was asked", "code": '''
def per_layer_factor(norm, derivative):
    return norm * derivative - 1
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "root of the norm", "note": "takes a square root that is already in the norm", "code": '''
def per_layer_factor(norm, derivative):
    return np.sqrt(norm) * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "slope capped at a quarter", "note": "no slope above 0.25 is believed", "code": '''
def per_layer_factor(norm, derivative):
    if derivative > 0.25:
        derivative = 0.25
    return derivative * norm
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "int of the norm", "note": "converts the norm to a whole number first", "code": '''
def per_layer_factor(norm, derivative):
    n = int(norm)
    return n * float(derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "indexing numbers", "note": "treats the numbers as lists", "code": '''
def per_layer_factor(norm, derivative):
    f = 1
    for i in range(len(norm)):
        f = f * norm[i] * derivative[i]
    return f
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "running factor", "note": "keeps the product of all calls", "code": '''
running = 1.0

def per_layer_factor(norm, derivative):
    global running
    running = running * norm * derivative
    return running
'''},

    # ---------------------------------------------------------------- gradient_flow
    {"exercise": "gradient_flow", "right": True, "name": "loop with a list", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = [float(delta_out)]
    for n, d in zip(norms, derivatives):
        deltas.append(per_layer_factor(n, d) * deltas[-1])
    return np.array(deltas)
'''},
    {"exercise": "gradient_flow", "right": True, "name": "np.cumprod", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    factors = np.asarray(norms, dtype=float) * np.asarray(derivatives, dtype=float)
    return np.cumprod(np.concatenate(([delta_out], factors)))
'''},
    {"exercise": "gradient_flow", "right": True, "name": "halves by recursion", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    k = len(norms)
    if k == 0:
        return np.array([delta_out], dtype=float)
    if k == 1:
        return np.array([delta_out, delta_out * norms[0] * derivatives[0]], dtype=float)
    h = k // 2
    near = gradient_flow(norms[:h], derivatives[:h], delta_out)
    far = gradient_flow(norms[h:], derivatives[h:], near[-1])
    return np.concatenate((near, far[1:]))
'''},
    {"exercise": "gradient_flow", "right": True, "name": "filled by index", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    k = norms.shape[0]
    bound = np.zeros(k + 1)
    bound[0] = delta_out
    i = 0
    while i < k:
        bound[i + 1] = norms[i] * derivatives[i] * bound[i]
        i += 1
    return bound
'''},
    {"exercise": "gradient_flow", "right": True, "name": "triangle and prod", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    f = np.asarray(norms, dtype=float) * derivatives
    k = f.size
    # row i keeps the first i factors, the rest are ones
    table = np.where(np.tri(k + 1, k, -1) > 0, f, 1.0)
    return delta_out * table.prod(axis=1)
'''},
    {"exercise": "gradient_flow", "right": True, "name": "sums of logarithms", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    f = np.r_[float(delta_out), np.asarray(norms, dtype=float) * np.asarray(derivatives, dtype=float)]
    with np.errstate(divide="ignore"):
        logs = np.log(f)
    return np.exp(np.cumsum(logs))
'''},
    {"exercise": "gradient_flow", "right": True, "name": "slices in place", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    out = np.full(len(norms) + 1, delta_out, dtype=float)
    for step in range(len(norms)):
        out[step + 1:] *= norms[step] * derivatives[step]
    return out
'''},
    {"exercise": "gradient_flow", "right": True, "name": "itertools.accumulate", "note": "", "code": '''
from itertools import accumulate

def gradient_flow(norms, derivatives, delta_out=1.0):
    pairs = list(zip(norms, derivatives))
    return np.array(list(accumulate(pairs, lambda size, p: size * p[0] * p[1], initial=delta_out)), dtype=float)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "starts at one", "note": "ignores delta_out", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = [1.0]
    for n, d in zip(norms, derivatives):
        deltas.append(deltas[-1] * n * d)
    return np.array(deltas)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "start missing", "note": "leaves the entry at the output out, so only k entries", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return delta_out * np.cumprod(norms * derivatives)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "last step missing", "note": "the loop ends one step early", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    k = len(norms)
    deltas = [delta_out]
    for i in range(k - 1):
        deltas.append(norms[i] * derivatives[i] * deltas[i])
    return np.array(deltas, dtype=float)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "turned around", "note": "returns the bounds from the input to the output", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = np.cumprod(np.append(delta_out, norms * derivatives))
    return deltas[::-1]
'''},
    {"exercise": "gradient_flow", "right": False, "name": "lists read from the end", "note": "goes through the layers in the wrong order", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = float(delta_out)
    result = [delta]
    for i in reversed(range(len(norms))):
        delta = norms[i] * derivatives[i] * delta
        result.append(delta)
    return np.array(result)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "list returned", "note": "a list and not an array", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = [delta_out]
    for i in range(len(norms)):
        deltas.append(deltas[i] * norms[i] * derivatives[i])
    return deltas
'''},
    {"exercise": "gradient_flow", "right": False, "name": "first step outside the loop", "note": "takes norms[0] before the loop; stops if there is no step", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = [delta_out, norms[0] * derivatives[0] * delta_out]
    for i in range(1, len(norms)):
        deltas.append(norms[i] * derivatives[i] * deltas[-1])
    return np.array(deltas, dtype=float)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "not chained", "note": "multiplies delta_out with each factor alone instead of one after the other", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    steps = delta_out * np.asarray(norms) * np.asarray(derivatives)
    return np.concatenate([[delta_out], steps])
'''},
    {"exercise": "gradient_flow", "right": False, "name": "cumsum", "note": "adds up instead of multiplying", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return np.cumsum(np.concatenate(([delta_out], norms * derivatives)))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "dot product", "note": "np.dot gives one number for all layers, used at each step", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    f = np.dot(norms, derivatives)
    deltas = [delta_out]
    for i in range(len(norms)):
        deltas.append(f * deltas[-1])
    return np.array(deltas, dtype=float)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "slopes forgotten", "note": "multiplies with the norms only", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    out = np.empty(len(norms) + 1)
    out[0] = delta_out
    for k, n in enumerate(norms):
        out[k + 1] = n * out[k]
    return out
'''},
    {"exercise": "gradient_flow", "right": False, "name": "slope of the next step", "note": "index of the slope one too high; stops at the last step", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    out = [float(delta_out)]
    for k in range(len(norms)):
        out.append(norms[k] * derivatives[k + 1] * out[k])
    return np.array(out)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "array too short", "note": "the array has the length of norms and there is no room for the start; stops", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = np.zeros_like(norms)
    delta[0] = delta_out
    for k in range(len(norms)):
        delta[k + 1] = norms[k] * derivatives[k] * delta[k]
    return delta
'''},
    {"exercise": "gradient_flow", "right": False, "name": "concatenate without brackets", "note": "a number cannot be joined to an array; stops", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    factors = norms * derivatives
    return np.cumprod(np.concatenate(delta_out, factors))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "append not stored", "note": "np.append returns a new array, which is thrown away", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = np.array([delta_out], dtype=float)
    for n, d in zip(norms, derivatives):
        np.append(deltas, deltas[-1] * n * d)
    return deltas
'''},
    {"exercise": "gradient_flow", "right": False, "name": "append to an array", "note": "arrays have no append; stops as soon as there is a step", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = np.array([delta_out], dtype=float)
    for n, d in zip(norms, derivatives):
        deltas.append(deltas[-1] * n * d)
    return deltas
'''},
    {"exercise": "gradient_flow", "right": False, "name": "stops at a dead layer", "note": "leaves the loop at factor 0, so entries are missing", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = [float(delta_out)]
    for n, d in zip(norms, derivatives):
        f = n * d
        if f == 0:
            break
        deltas.append(deltas[-1] * f)
    return np.array(deltas)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "no gradient taken for default", "note": "delta_out = 0 is replaced by 1", "code": '''
def gradient_flow(norms, derivatives, delta_out=None):
    size = delta_out or 1.0
    return np.cumprod(np.hstack([[size], np.multiply(norms, derivatives)]))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "changes norms", "note": "multiplies norms in place, so the caller's array is changed", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    norms *= derivatives
    return np.cumprod(np.insert(norms, 0, delta_out))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "integer start", "note": "the array takes the type of delta_out; a whole number cuts all decimals off", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = np.array([delta_out] * (len(norms) + 1))
    for i in range(len(norms)):
        deltas[i + 1] = deltas[i] * norms[i] * derivatives[i]
    return deltas
'''},
    {"exercise": "gradient_flow", "right": False, "name": "last bound only", "note": "returns only the end of the chain", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = delta_out
    for n, d in zip(norms, derivatives):
        delta = n * d * delta
    return np.array([delta])
'''},
    {"exercise": "gradient_flow", "right": False, "name": "column", "note": "shape (k + 1, 1)", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    d = np.zeros((len(norms) + 1, 1))
    d[0, 0] = delta_out
    for i in range(len(norms)):
        d[i + 1, 0] = d[i, 0] * norms[i] * derivatives[i]
    return d
'''},
    {"exercise": "gradient_flow", "right": False, "name": "start twice", "note": "multiplies with delta_out again at the end, so the start is squared", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    chain = np.cumprod(np.concatenate(([delta_out], norms * derivatives)))
    return delta_out * chain
'''},
    {"exercise": "gradient_flow", "right": False, "name": "global list", "note": "the list is kept from call to call", "code": '''
sizes = []

def gradient_flow(norms, derivatives, delta_out=1.0):
    sizes.append(float(delta_out))
    for i in range(len(norms)):
        sizes.append(norms[i] * derivatives[i] * sizes[-1])
    return np.array(sizes)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "never grows", "note": "cuts each factor at 1", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    f = np.minimum(norms * derivatives, 1.0)
    return np.cumprod(np.concatenate(([delta_out], f)))
'''},

    # ---------------------------------------------------------------- layers_until
    {"exercise": "layers_until", "right": True, "name": "np.ceil of logs", "note": "", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": True, "name": "math.log with base", "note": "", "code": '''
import math

def layers_until(threshold, factor):
    k = math.log(threshold, factor)
    return math.ceil(k)
'''},
    {"exercise": "layers_until", "right": True, "name": "while with powers", "note": "", "code": '''
def layers_until(threshold, factor):
    k = 1
    while factor ** k > threshold:
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": True, "name": "doubling and bisection", "note": "", "code": '''
def layers_until(threshold, factor):
    hi = 1
    while factor ** hi > threshold:
        hi *= 2
    lo = hi // 2          # here too much is left
    while hi - lo > 1:
        mid = (lo + hi) // 2
        if factor ** mid <= threshold:
            hi = mid
        else:
            lo = mid
    return hi
'''},
    {"exercise": "layers_until", "right": True, "name": "floor plus one in log10", "note": "", "code": '''
def layers_until(threshold, factor):
    exact = np.log10(threshold) / np.log10(factor)
    whole = int(exact)
    if whole == exact:
        return whole
    return whole + 1
'''},
    {"exercise": "layers_until", "right": True, "name": "guess and mend", "note": "", "code": '''
def layers_until(threshold, factor):
    k = max(1, int(round(float(np.log2(threshold) / np.log2(factor)))))
    while factor ** k > threshold:
        k = k + 1
    while k > 1 and factor ** (k - 1) <= threshold:
        k = k - 1
    return k
'''},
    {"exercise": "layers_until", "right": True, "name": "divmod", "note": "", "code": '''
def layers_until(threshold, factor):
    q, rest = divmod(-float(np.log(threshold)), -float(np.log(factor)))
    return int(q) + (1 if rest > 0 else 0)
'''},
    {"exercise": "layers_until", "right": False, "name": "cut off", "note": "int() cuts the decimals off, one step too few", "code": '''
def layers_until(threshold, factor):
    return int(np.log(threshold) / np.log(factor))
'''},
    {"exercise": "layers_until", "right": False, "name": "rounded", "note": "rounds to the nearest whole number", "code": '''
def layers_until(threshold, factor):
    return int(round(float(np.log(threshold) / np.log(factor))))
'''},
    {"exercise": "layers_until", "right": False, "name": "not whole", "note": "returns the number with its decimals", "code": '''
def layers_until(threshold, factor):
    return np.log(threshold) / np.log(factor)
'''},
    {"exercise": "layers_until", "right": False, "name": "quotient upside down", "note": "log f over log t", "code": '''
def layers_until(threshold, factor):
    k = np.log(factor) / np.log(threshold)
    return int(np.ceil(k))
'''},
    {"exercise": "layers_until", "right": False, "name": "log of the quotient", "note": "log(t / f) instead of log t / log f", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold / factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "minus sign", "note": "puts a minus because the logarithm is negative, though both are", "code": '''
def layers_until(threshold, factor):
    k = -np.log(threshold) / np.log(factor)
    return int(np.ceil(k))
'''},
    {"exercise": "layers_until", "right": False, "name": "one added to ceil", "note": "rounds up and adds one more", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold) / np.log(factor))) + 1
'''},
    {"exercise": "layers_until", "right": False, "name": "arguments swapped", "note": "takes the factor first and the threshold second", "code": '''
def layers_until(factor, threshold):
    k = 0
    left = 1.0
    while left > threshold and k < 100000:
        left = left * factor
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "maths for math", "note": "writes maths, a name that does not exist", "code": '''
def layers_until(threshold, factor):
    return maths.ceil(maths.log(threshold) / maths.log(factor))
'''},
    {"exercise": "layers_until", "right": False, "name": "np.log with base", "note": "np.log has no base argument; stops", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold, factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "condition turned around", "note": "the loop never starts and 0 is returned", "code": '''
def layers_until(threshold, factor):
    k = 0
    left = 1.0
    while left <= threshold:
        left *= factor
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "first step not counted", "note": "starts with one factor but counts from 0", "code": '''
def layers_until(threshold, factor):
    k = 0
    left = factor
    while left > threshold:
        left *= factor
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "squares the factor", "note": "squares the rest instead of multiplying with the factor", "code": '''
def layers_until(threshold, factor):
    k = 1
    while factor > threshold:
        factor = factor * factor
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "hundred steps at most", "note": "searches up to 100 only and then returns nothing", "code": '''
def layers_until(threshold, factor):
    for k in range(1, 101):
        if factor ** k <= threshold:
            return k
'''},
    {"exercise": "layers_until", "right": False, "name": "recursion", "note": "one call for each step: too deep for factors near 1", "code": '''
def layers_until(threshold, factor):
    if threshold >= 1:
        return 0
    return 1 + layers_until(threshold / factor, factor)
'''},
    {"exercise": "layers_until", "right": False, "name": "argmax index", "note": "the index in the table is one less than the number of steps", "code": '''
def layers_until(threshold, factor):
    powers = factor ** np.arange(1, 100001)
    return int(np.argmax(powers <= threshold))
'''},
    {"exercise": "layers_until", "right": False, "name": "short table", "note": "table of 200 powers; no entry is found for factors near 1", "code": '''
def layers_until(threshold, factor):
    k = np.arange(200)
    found = np.where(factor ** k <= threshold)[0]
    return int(found[0])
'''},
    {"exercise": "layers_until", "right": False, "name": "linear loss", "note": "takes the same amount away at each step instead of the same fraction", "code": '''
def layers_until(threshold, factor):
    loss = 1 - factor
    return int(np.ceil((1 - threshold) / loss))
'''},
    {"exercise": "layers_until", "right": False, "name": "whole logarithms", "note": "makes both logarithms whole numbers first; divides by 0 for factors above 1/e", "code": '''
def layers_until(threshold, factor):
    a = int(np.log(threshold))
    b = int(np.log(factor))
    return -(-a // b)
'''},
    {"exercise": "layers_until", "right": False, "name": "threshold of one percent", "note": "the 0.01 of the text is built in", "code": '''
def layers_until(threshold, factor):
    threshold = 0.01
    return int(np.ceil(np.log(threshold) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "two kinds of logarithm", "note": "log10 above and natural logarithm below", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log10(threshold) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "share lost", "note": "reads the threshold as the share that is lost", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(1 - threshold) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "rounded on the way", "note": "rounds the rest to two decimals at each step", "code": '''
def layers_until(threshold, factor):
    left = 1.0
    k = 0
    while left > threshold and k < 1000000:
        left = round(left * factor, 2)
        k = k + 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "prints the number", "note": "nothing is returned", "code": '''
def layers_until(threshold, factor):
    k = 0
    while factor ** k > threshold:
        k = k + 1
    print("after", k, "steps")
'''},
    {"exercise": "layers_until", "right": False, "name": "ceil as a method", "note": "numbers have no method ceil; stops", "code": '''
def layers_until(threshold, factor):
    ratio = np.log(threshold) / np.log(factor)
    return ratio.ceil()
'''},
    {"exercise": "layers_until", "right": False, "name": "log of two", "note": "counts halvings and forgets the factor", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold) / np.log(0.5)))
'''},
    {"exercise": "layers_until", "right": False, "name": "never one step", "note": "begins the search at 2, so a strong factor that needs one step gives 2", "code": '''
def layers_until(threshold, factor):
    k = 2
    while np.power(float(factor), k) > threshold:
        k += 1
    return k
'''},

    # ---------------------------------------------------------------- gradient_norms
    {"exercise": "gradient_norms", "right": True, "name": "dictionaries and two loops", "note": "", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    A = {0: X}
    Z = {}
    for l in range(1, L + 1):
        Z[l] = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A[l] = 1 / (1 + np.exp(-Z[l]))
        elif activations[l - 1] == "tanh":
            A[l] = np.tanh(Z[l])
        else:
            A[l] = np.maximum(0, Z[l])

    norms = np.zeros(L)
    dZ = (A[L] - Y) / m
    norms[L - 1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        if activations[l - 1] == "sigmoid":
            slope = A[l] * (1 - A[l])
        elif activations[l - 1] == "tanh":
            slope = 1 - np.tanh(Z[l]) ** 2
        else:
            slope = np.where(Z[l] > 0, 1.0, 0.0)
        dZ = (params[f"W{l + 1}"].T @ dZ) * slope
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": True, "name": "recursion through the layers", "note": "", "code": '''
def _g(z, name):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return z * (z > 0)

def _slope(z, name):
    if name == "sigmoid":
        return _g(z, name) * (1 - _g(z, name))
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    return (z > 0).astype(float)

def gradient_norms(params, X, Y, activations):
    L = len(activations)

    def layer(l, A_prev):
        Z = params["W" + str(l)] @ A_prev + params["b" + str(l)]
        A = _g(Z, activations[l - 1])
        if l == L:
            dZ = (A - Y) / Y.shape[1]
            return dZ, [np.sqrt(np.sum(dZ ** 2))]
        dZ_next, found = layer(l + 1, A)
        dZ = params["W" + str(l + 1)].T @ dZ_next * _slope(Z, activations[l - 1])
        return dZ, [np.sqrt(np.sum(dZ ** 2))] + found

    return np.array(layer(1, X)[1])
'''},
    {"exercise": "gradient_norms", "right": True, "name": "one example at a time", "note": "", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    squares = np.zeros(L)
    for i in range(m):
        a = X[:, i]
        slopes = []
        for l in range(L):
            z = params[f"W{l+1}"] @ a + params[f"b{l+1}"][:, 0]
            name = activations[l]
            if name == "relu":
                a = np.maximum(z, 0)
                slopes.append(1.0 * (z > 0))
            elif name == "tanh":
                a = np.tanh(z)
                slopes.append(1 - a * a)
            elif name == "sigmoid":
                a = 1 / (1 + np.exp(-z))
                slopes.append(a * (1 - a))
        d = (a - Y[:, i]) / m
        squares[L - 1] += d @ d
        for l in range(L - 2, -1, -1):
            d = slopes[l] * (d @ params[f"W{l+2}"])
            squares[l] += d @ d
    return np.sqrt(squares)
'''},
    {"exercise": "gradient_norms", "right": True, "name": "einsum and tables of functions", "note": "", "code": '''
G = {
    "sigmoid": lambda z: 1.0 / (1.0 + np.exp(-z)),
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0.0),
}
DG = {
    "sigmoid": lambda z: G["sigmoid"](z) * (1.0 - G["sigmoid"](z)),
    "tanh": lambda z: 1.0 - np.square(np.tanh(z)),
    "relu": lambda z: np.heaviside(z, 0.0),
}

def gradient_norms(params, X, Y, activations):
    weights = [params[f"W{l}"] for l in range(1, len(activations) + 1)]
    biases = [params[f"b{l}"] for l in range(1, len(activations) + 1)]
    a = X
    zs = []
    for W, b, name in zip(weights, biases, activations):
        zs.append(np.einsum("ij,jm->im", W, a) + b)
        a = G[name](zs[-1])
    d = (a - Y) / Y.shape[1]
    sizes = [np.sqrt(np.einsum("im,im->", d, d))]
    for l in reversed(range(len(weights) - 1)):
        d = np.einsum("ji,jm,im->im", weights[l + 1], d, DG[activations[l]](zs[l]))
        sizes.insert(0, np.sqrt(np.einsum("im,im->", d, d)))
    return np.asarray(sizes)
'''},
    {"exercise": "gradient_norms", "right": True, "name": "small layer class", "note": "", "code": '''
class Layer:
    def __init__(self, W, b, kind):
        self.W = W
        self.b = b
        self.kind = kind

    def forward(self, A):
        Z = np.dot(self.W, A) + self.b
        if self.kind == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            self.slope = A * (1 - A)
        elif self.kind == "tanh":
            A = np.tanh(Z)
            self.slope = 1 - A ** 2
        else:
            self.slope = np.array(Z > 0, dtype=float)
            A = Z * self.slope
        return A

def gradient_norms(params, X, Y, activations):
    net = [Layer(params[f"W{i}"], params[f"b{i}"], kind) for i, kind in enumerate(activations, start=1)]
    out = X
    for layer in net:
        out = layer.forward(out)
    grad = (1 / X.shape[1]) * (out - Y)
    answer = []
    for i in range(len(net) - 1, -1, -1):
        answer.append(np.linalg.norm(grad, "fro"))
        if i > 0:
            grad = np.dot(net[i].W.T, grad) * net[i - 1].slope
    return np.flip(np.array(answer))
'''},
    {"exercise": "gradient_norms", "right": True, "name": "1/m at the end", "note": "", "code": '''
def gradient_norms(params, X, Y, activations):
    # everything is linear in dZ, so the mean can wait
    m = np.shape(X)[1]
    L = len(params) // 2
    caches = []
    A = X
    for l, g in enumerate(activations):
        Z = np.matmul(params[f"W{l + 1}"], A) + params[f"b{l + 1}"]
        if g == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
        if g == "tanh":
            A = np.tanh(Z)
        if g == "relu":
            A = np.clip(Z, 0, None)
        caches.append(A)
    d = caches.pop() - Y
    result = np.zeros(L)
    result[-1] = np.linalg.norm(d.ravel())
    l = L - 1
    while l >= 1:
        A = caches.pop()
        g = activations[l - 1]
        d = np.matmul(np.transpose(params[f"W{l + 1}"]), d)
        if g == "sigmoid":
            d = d * A * (1 - A)
        if g == "tanh":
            d = d * (1 - A * A)
        if g == "relu":
            d = np.where(A > 0, d, 0)
        result[l - 1] = np.linalg.norm(d.ravel())
        l -= 1
    return result / m
'''},
    {"exercise": "gradient_norms", "right": True, "name": "plain sums over units", "note": "", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    total = [0.0] * L
    for e in range(m):
        a = [float(x) for x in X[:, e]]
        slopes = []
        for l in range(1, L + 1):
            W, b = params[f"W{l}"], params[f"b{l}"]
            new, sl = [], []
            for j in range(W.shape[0]):
                z = float(b[j, 0])
                for i in range(W.shape[1]):
                    z += W[j, i] * a[i]
                if activations[l - 1] == "sigmoid":
                    value = 1 / (1 + np.exp(-z))
                    sl.append(value * (1 - value))
                elif activations[l - 1] == "tanh":
                    value = np.tanh(z)
                    sl.append(1 - value ** 2)
                else:
                    value = z if z > 0 else 0.0
                    sl.append(1.0 if z > 0 else 0.0)
                new.append(value)
            a = new
            slopes.append(sl)
        d = [(a[j] - Y[j, e]) / m for j in range(len(a))]
        total[L - 1] += sum(x * x for x in d)
        for l in range(L - 1, 0, -1):
            W = params[f"W{l + 1}"]
            d = [slopes[l - 1][i] * sum(W[j, i] * d[j] for j in range(W.shape[0])) for i in range(W.shape[1])]
            total[l - 1] += sum(x * x for x in d)
    return np.sqrt(np.array(total))
'''},
    {"exercise": "gradient_norms", "right": False, "name": "no 1/m", "note": "the mean over the examples is forgotten", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = {0: X}
    Z = {}
    for l in range(1, L + 1):
        Z[l] = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        g = activations[l - 1]
        A[l] = 1 / (1 + np.exp(-Z[l])) if g == "sigmoid" else np.tanh(Z[l]) if g == "tanh" else np.maximum(0, Z[l])
    dZ = A[L] - Y
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        g = activations[l - 1]
        slope = A[l] * (1 - A[l]) if g == "sigmoid" else 1 - A[l] ** 2 if g == "tanh" else (Z[l] > 0)
        dZ = (params[f"W{l+1}"].T @ dZ) * slope
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "1/m at each layer", "note": "divides by m again at every step back", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    A = [X]
    for l in range(L):
        Z = params[f"W{l+1}"] @ A[l] + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A.append(1 / (1 + np.exp(-Z)))
        elif activations[l] == "tanh":
            A.append(np.tanh(Z))
        else:
            A.append(np.maximum(0, Z))
    norms = np.zeros(L)
    dZ = 1 / m * (A[L] - Y)
    norms[-1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        if activations[l - 1] == "sigmoid":
            s = A[l] * (1 - A[l])
        elif activations[l - 1] == "tanh":
            s = 1 - A[l] ** 2
        else:
            s = A[l] > 0
        dZ = 1 / m * (params[f"W{l+1}"].T @ dZ) * s
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "output layer first", "note": "the list is not turned around", "code": '''
def act(Z, name):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-Z))
    if name == "tanh":
        return np.tanh(Z)
    return np.maximum(0, Z)

def dact(Z, name):
    if name == "sigmoid":
        return act(Z, name) * (1 - act(Z, name))
    if name == "tanh":
        return 1 - np.tanh(Z) ** 2
    return np.where(Z > 0, 1, 0)

def gradient_norms(params, X, Y, activations):
    Zs = []
    A = X
    for l, name in enumerate(activations, 1):
        Zs.append(params[f"W{l}"] @ A + params[f"b{l}"])
        A = act(Zs[-1], name)
    dZ = (A - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(len(activations) - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * dact(Zs[l - 1], activations[l - 1])
        norms.append(np.linalg.norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "slope forgotten", "note": "goes back through the weights but not through the activations", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = X
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l-1] == "relu":
            A = np.maximum(0, Z)
        elif activations[l-1] == "tanh":
            A = np.tanh(Z)
        else:
            A = 1/(1+np.exp(-Z))
    norms = np.zeros(L)
    dZ = (A - Y) / X.shape[1]
    norms[L-1] = np.linalg.norm(dZ)
    for l in range(L-1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ
        norms[l-1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "slope at A", "note": "puts A instead of Z into the derivative", "code": '''
def sig(z):
    return 1 / (1 + np.exp(-z))

def gradient_norms(params, X, Y, activations):
    L = len(activations)
    forward = {"sigmoid": sig, "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    backward = {
        "sigmoid": lambda z: sig(z) * (1 - sig(z)),
        "tanh": lambda z: 1 - np.tanh(z) ** 2,
        "relu": lambda z: np.where(z > 0, 1, 0),
    }
    A = [X]
    for l in range(1, L + 1):
        A.append(forward[activations[l - 1]](params[f"W{l}"] @ A[-1] + params[f"b{l}"]))
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l+1}"].T @ dZ) * backward[activations[l - 1]](A[l])
        norms = [np.linalg.norm(dZ)] + norms
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "norms of dW", "note": "measures the gradient of the weights instead of dZ", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    A = {0: X}
    Z = {}
    for l in range(1, L + 1):
        Z[l] = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        name = activations[l - 1]
        if name == "sigmoid":
            A[l] = 1 / (1 + np.exp(-Z[l]))
        elif name == "tanh":
            A[l] = np.tanh(Z[l])
        else:
            A[l] = np.maximum(0, Z[l])
    norms = np.zeros(L)
    dZ = (A[L] - Y) / m
    for l in range(L, 0, -1):
        dW = dZ @ A[l - 1].T
        norms[l - 1] = np.linalg.norm(dW)
        if l > 1:
            name = activations[l - 2]
            if name == "sigmoid":
                slope = A[l - 1] * (1 - A[l - 1])
            elif name == "tanh":
                slope = 1 - A[l - 1] ** 2
            else:
                slope = Z[l - 1] > 0
            dZ = params[f"W{l}"].T @ dZ * slope
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "spectral norm of dZ", "note": "the largest singular value instead of the Frobenius norm", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A, Z = [X], [None]
    for l in range(1, L + 1):
        z = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        Z.append(z)
        if activations[l - 1] == "sigmoid":
            A.append(1 / (1 + np.exp(-z)))
        elif activations[l - 1] == "tanh":
            A.append(np.tanh(z))
        else:
            A.append(np.maximum(0, z))
    dZ = (A[L] - Y) / X.shape[1]
    norms = [spectral_norm(dZ)]
    for l in range(L - 1, 0, -1):
        if activations[l - 1] == "sigmoid":
            slope = A[l] * (1 - A[l])
        elif activations[l - 1] == "tanh":
            slope = 1 - A[l] ** 2
        else:
            slope = (Z[l] > 0) * 1.0
        dZ = (params[f"W{l+1}"].T @ dZ) * slope
        norms.insert(0, spectral_norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "root forgotten", "note": "sum of squares without the root", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    store = []
    A = X
    for l in range(L):
        Z = params[f"W{l+1}"].dot(A) + params[f"b{l+1}"]
        if activations[l] == "relu":
            A = np.maximum(Z, 0)
            slope = 1.0 * (Z > 0)
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            slope = 1 - A ** 2
        else:
            A = 1 / (1 + np.exp(-Z))
            slope = A * (1 - A)
        store.append(slope)
    result = np.zeros(L)
    dZ = (A - Y) / m
    result[L - 1] = np.sum(dZ ** 2)
    for l in range(L - 2, -1, -1):
        dZ = params[f"W{l+2}"].T.dot(dZ) * store[l]
        result[l] = np.sum(dZ ** 2)
    return result
'''},
    {"exercise": "gradient_norms", "right": False, "name": "root of the mean square", "note": "np.mean instead of np.sum in the norm", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    slopes = {}
    A = X
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "relu":
            A = np.where(Z > 0, Z, 0)
            slopes[l] = np.where(Z > 0, 1, 0)
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
            slopes[l] = 1 - A ** 2
        else:
            A = 1 / (1 + np.exp(-Z))
            slopes[l] = A * (1 - A)
    dZ = (A - Y) / m
    frob = lambda M: np.sqrt(np.mean(M ** 2))
    norms = [frob(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * slopes[l]
        norms.append(frob(dZ))
    return np.array(norms)[::-1]
'''},
    {"exercise": "gradient_norms", "right": False, "name": "transpose forgotten", "note": "W dZ without the transpose: the shapes do not fit (or, with square weights, the values are wrong)", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = {0: X}
    Z = {}
    for l in range(1, L + 1):
        Z[l] = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A[l] = 1 / (1 + np.exp(-Z[l]))
        elif activations[l - 1] == "tanh":
            A[l] = np.tanh(Z[l])
        elif activations[l - 1] == "relu":
            A[l] = np.maximum(0, Z[l])
    norms = np.zeros(L)
    dZ = (A[L] - Y) / X.shape[1]
    norms[L - 1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        dA = params[f"W{l+1}"] @ dZ
        if activations[l - 1] == "sigmoid":
            dZ = dA * A[l] * (1 - A[l])
        elif activations[l - 1] == "tanh":
            dZ = dA * (1 - A[l] ** 2)
        elif activations[l - 1] == "relu":
            dZ = dA * (Z[l] > 0)
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "weights of the same layer", "note": "uses W of layer l instead of layer l + 1 on the way back; shapes do not fit", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A[-1] + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A.append(1 / (1 + np.exp(-Z)))
        elif activations[l - 1] == "tanh":
            A.append(np.tanh(Z))
        else:
            A.append(np.maximum(0, Z))
    norms = np.zeros(L)
    dZ = (A[L] - Y) / X.shape[1]
    norms[L - 1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        dA = params[f"W{l}"].T @ dZ
        if activations[l - 1] == "sigmoid":
            dZ = dA * A[l] * (1 - A[l])
        elif activations[l - 1] == "tanh":
            dZ = dA * (1 - A[l] ** 2)
        else:
            dZ = dA * (A[l] > 0)
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "ReLU slope 1 at zero", "note": ">= instead of > in the slope of ReLU", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = {0: X}
    Z = {}
    for l in range(1, L + 1):
        Z[l] = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        name = activations[l - 1]
        if name == "sigmoid":
            A[l] = 1 / (1 + np.exp(-Z[l]))
        elif name == "tanh":
            A[l] = np.tanh(Z[l])
        else:
            A[l] = np.maximum(0, Z[l])
    norms = np.zeros(L)
    dZ = (A[L] - Y) / X.shape[1]
    norms[L - 1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        name = activations[l - 1]
        if name == "sigmoid":
            slope = A[l] * (1 - A[l])
        elif name == "tanh":
            slope = 1 - A[l] ** 2
        else:
            slope = (Z[l] >= 0).astype(float)
        dZ = (params[f"W{l+1}"].T @ dZ) * slope
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "ReLU itself as slope", "note": "the slope of ReLU is z where positive, instead of 1", "code": '''
def slope(z, kind):
    if kind == "sigmoid":
        s = 1 / (1 + np.exp(-z))
        return s * (1 - s)
    elif kind == "tanh":
        return 1 - np.tanh(z) ** 2
    elif kind == "relu":
        return np.where(z > 0, z, 0)

def value(z, kind):
    if kind == "sigmoid":
        return 1 / (1 + np.exp(-z))
    elif kind == "tanh":
        return np.tanh(z)
    elif kind == "relu":
        return np.where(z > 0, z, 0)

def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A, Z = X, {}
    for l in range(1, L + 1):
        Z[l] = params[f"W{l}"] @ A + params[f"b{l}"]
        A = value(Z[l], activations[l - 1])
    dZ = {L: (A - Y) / Y.shape[1]}
    for l in range(L - 1, 0, -1):
        dZ[l] = params[f"W{l+1}"].T @ dZ[l + 1] * slope(Z[l], activations[l - 1])
    return np.array([np.linalg.norm(dZ[l]) for l in range(1, L + 1)])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "tanh slope without square", "note": "1 - tanh z", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = {0: X}
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A[l] = 1 / (1 + np.exp(-Z))
        elif activations[l - 1] == "tanh":
            A[l] = np.tanh(Z)
        else:
            A[l] = np.maximum(0, Z)
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        if activations[l - 1] == "sigmoid":
            s = A[l] * (1 - A[l])
        elif activations[l - 1] == "tanh":
            s = 1 - A[l]
        else:
            s = A[l] > 0
        dZ = (params[f"W{l+1}"].T @ dZ) * s
        norms.append(np.linalg.norm(dZ))
    norms.reverse()
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "sigmoid everywhere", "note": "ignores the argument activations", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(params) // 2
    A = [X]
    for l in range(1, L + 1):
        A.append(1 / (1 + np.exp(-(params[f"W{l}"] @ A[-1] + params[f"b{l}"]))))
    dZ = (A[-1] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l+1}"].T @ dZ) * A[l] * (1 - A[l])
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "activation of the next layer", "note": "activations[l] for layer l, one too high; stops at the last layer", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = {0: X}
    Z = {}
    for l in range(1, L + 1):
        Z[l] = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        if activations[l] == "sigmoid":
            A[l] = 1 / (1 + np.exp(-Z[l]))
        elif activations[l] == "tanh":
            A[l] = np.tanh(Z[l])
        else:
            A[l] = np.maximum(0, Z[l])
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        if activations[l] == "sigmoid":
            s = A[l] * (1 - A[l])
        elif activations[l] == "tanh":
            s = 1 - A[l] ** 2
        else:
            s = Z[l] > 0
        dZ = params[f"W{l+1}"].T @ dZ * s
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "slope of the next activation", "note": "forward is right, but on the way back the slope of layer l + 1's activation is used", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = {0: X}
    Z = {}
    for l in range(1, L + 1):
        Z[l] = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A[l] = 1 / (1 + np.exp(-Z[l]))
        elif activations[l - 1] == "tanh":
            A[l] = np.tanh(Z[l])
        else:
            A[l] = np.maximum(0, Z[l])
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        if activations[l] == "sigmoid":
            s = 1 / (1 + np.exp(-Z[l])) * (1 - 1 / (1 + np.exp(-Z[l])))
        elif activations[l] == "tanh":
            s = 1 - np.tanh(Z[l]) ** 2
        else:
            s = Z[l] > 0
        dZ = params[f"W{l+1}"].T @ dZ * s
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "slope at the output too", "note": "multiplies dZ of the last layer with the slope of the sigmoid, which the shortcut already holds", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, S = X, []
    for l in range(L):
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z)); S.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z); S.append(1 - A ** 2)
        else:
            A = np.maximum(Z, 0); S.append(np.where(Z > 0, 1, 0))
    dA = (A - Y) / m
    norms = np.zeros(L)
    for l in range(L - 1, -1, -1):
        dZ = dA * S[l]
        norms[l] = np.linalg.norm(dZ)
        dA = params[f"W{l+1}"].T @ dZ
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "bias forgotten", "note": "Z = W A without b", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A = [X]
    for l in range(L):
        Z = params[f"W{l+1}"] @ A[l]
        if activations[l] == "sigmoid":
            A.append(1 / (1 + np.exp(-Z)))
        elif activations[l] == "tanh":
            A.append(np.tanh(Z))
        else:
            A.append(np.maximum(Z, 0))
    dZ = (A[L] - Y) / m
    norms = np.zeros(L)
    norms[L - 1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        if activations[l - 1] == "sigmoid":
            s = A[l] * (1 - A[l])
        elif activations[l - 1] == "tanh":
            s = 1 - A[l] ** 2
        else:
            s = A[l] > 0
        dZ = (params[f"W{l+1}"].T @ dZ) * s
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "rows as examples", "note": "X W.T: takes the rows for the examples; shapes do not fit", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[0]
    A = [X]
    for l in range(L):
        Z = A[l] @ params[f"W{l+1}"].T + params[f"b{l+1}"].T
        if activations[l] == "sigmoid":
            A.append(1 / (1 + np.exp(-Z)))
        elif activations[l] == "tanh":
            A.append(np.tanh(Z))
        else:
            A.append(np.maximum(Z, 0))
    dZ = (A[L] - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        if activations[l - 1] == "sigmoid":
            s = A[l] * (1 - A[l])
        elif activations[l - 1] == "tanh":
            s = 1 - A[l] ** 2
        else:
            s = A[l] > 0
        dZ = (dZ @ params[f"W{l+1}"]) * s
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "m from the wrong axis", "note": "m = X.shape[0], the number of inputs", "code": '''
def gradient_norms(params, X, Y, activations):
    m = X.shape[0]
    L = len(activations)
    A = {0: X}
    Z = {}
    for l in range(1, L + 1):
        Z[l] = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        g = activations[l - 1]
        if g == "sigmoid":
            A[l] = 1 / (1 + np.exp(-Z[l]))
        elif g == "tanh":
            A[l] = np.tanh(Z[l])
        else:
            A[l] = np.maximum(0, Z[l])
    dZ = {L: (A[L] - Y) / m}
    for l in range(L - 1, 0, -1):
        g = activations[l - 1]
        if g == "sigmoid":
            s = A[l] * (1 - A[l])
        elif g == "tanh":
            s = 1 - A[l] ** 2
        else:
            s = Z[l] > 0
        dZ[l] = (params[f"W{l+1}"].T @ dZ[l + 1]) * s
    return np.array([np.sqrt((dZ[l] ** 2).sum()) for l in range(1, L + 1)])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "m counts all labels", "note": "m = Y.size, too many when there are several output units", "code": '''
def gradient_norms(params, X, Y, activations):
    m = Y.size
    L = len(activations)
    A = {0: X}
    Z = {}
    for l in range(1, L + 1):
        Z[l] = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        g = activations[l - 1]
        if g == "sigmoid":
            A[l] = 1 / (1 + np.exp(-Z[l]))
        elif g == "tanh":
            A[l] = np.tanh(Z[l])
        else:
            A[l] = np.maximum(0, Z[l])
    norms = np.empty(L)
    dZ = (A[L] - Y) / m
    norms[L - 1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        g = activations[l - 1]
        if g == "sigmoid":
            s = A[l] * (1 - A[l])
        elif g == "tanh":
            s = 1 - A[l] ** 2
        else:
            s = Z[l] > 0
        dZ = (params[f"W{l+1}"].T @ dZ) * s
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "list returned", "note": "a list of numbers and not an array", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, S = X, []
    for l in range(L):
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            S.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            S.append(1 - A ** 2)
        else:
            A = np.maximum(Z, 0)
            S.append(np.where(Z > 0, 1, 0))
    dZ = (A - Y) / m
    norms = [float(np.linalg.norm(dZ))]
    for l in range(L - 2, -1, -1):
        dZ = params[f"W{l+2}"].T @ dZ * S[l]
        norms.insert(0, float(np.linalg.norm(dZ)))
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "first layer left out", "note": "the loop back ends at layer 2, so the first entry stays 0", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, S = X, {}
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            S[l] = A * (1 - A)
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
            S[l] = 1 - A ** 2
        else:
            A = np.maximum(Z, 0)
            S[l] = np.where(Z > 0, 1, 0)
    norms = np.zeros(L)
    dZ = (A - Y) / m
    norms[L - 1] = np.linalg.norm(dZ)
    for l in range(L - 1, 1, -1):
        dZ = params[f"W{l+1}"].T @ dZ * S[l]
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "sigmoid sign", "note": "1 / (1 + e^z)", "code": '''
def sigmoid(z):
    return 1 / (1 + np.exp(z))

def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, S = X, []
    for l in range(L):
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = sigmoid(Z)
            S.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            S.append(1 - A ** 2)
        else:
            A = np.maximum(Z, 0)
            S.append(np.where(Z > 0, 1, 0))
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 2, -1, -1):
        dZ = params[f"W{l+2}"].T @ dZ * S[l]
        norms.insert(0, np.linalg.norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "cross-entropy without the slope", "note": "starts with the derivative by A, (A - Y) / (A (1 - A)), and takes it for dZ", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, S = X, []
    for l in range(L):
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            S.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            S.append(1 - A ** 2)
        else:
            A = np.maximum(Z, 0)
            S.append(np.where(Z > 0, 1, 0))
    dZ = (-Y / A + (1 - Y) / (1 - A)) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 2, -1, -1):
        dZ = params[f"W{l+2}"].T @ dZ * S[l]
        norms.insert(0, np.linalg.norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "bracket missing", "note": "A - Y / m instead of (A - Y) / m", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, S = X, []
    for l in range(L):
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            S.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            S.append(1 - A ** 2)
        else:
            A = np.maximum(Z, 0)
            S.append(np.where(Z > 0, 1, 0))
    dZ = A - Y / m
    norms = np.zeros(L)
    norms[-1] = np.linalg.norm(dZ)
    for l in range(L - 2, -1, -1):
        dZ = params[f"W{l+2}"].T @ dZ * S[l]
        norms[l] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "three layers fixed", "note": "written for a network of exactly three layers; other depths stop or are wrong", "code": '''
def gradient_norms(params, X, Y, activations):
    def g(z, n):
        return {"sigmoid": 1 / (1 + np.exp(-z)), "tanh": np.tanh(z), "relu": np.maximum(0, z)}[n]
    def dg(z, n):
        s = 1 / (1 + np.exp(-z))
        return {"sigmoid": s * (1 - s), "tanh": 1 - np.tanh(z) ** 2, "relu": (z > 0) * 1.0}[n]
    Z1 = params["W1"] @ X + params["b1"]
    A1 = g(Z1, activations[0])
    Z2 = params["W2"] @ A1 + params["b2"]
    A2 = g(Z2, activations[1])
    Z3 = params["W3"] @ A2 + params["b3"]
    A3 = g(Z3, activations[2])
    dZ3 = (A3 - Y) / X.shape[1]
    dZ2 = params["W3"].T @ dZ3 * dg(Z2, activations[1])
    dZ1 = params["W2"].T @ dZ2 * dg(Z1, activations[0])
    return np.array([np.linalg.norm(dZ1), np.linalg.norm(dZ2), np.linalg.norm(dZ3)])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "entry by entry product", "note": "* instead of @ on the way back; the shapes do not fit", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, S = X, []
    for l in range(L):
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            S.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            S.append(1 - A ** 2)
        else:
            A = np.maximum(Z, 0)
            S.append(np.where(Z > 0, 1, 0))
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 2, -1, -1):
        dZ = (params[f"W{l+2}"].T * dZ) @ S[l]
        norms.insert(0, np.linalg.norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "helper not written", "note": "calls activate and activate_prime, which do not exist", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = X
    Z = []
    for l in range(1, L + 1):
        Z.append(params[f"W{l}"] @ A + params[f"b{l}"])
        A = activate(Z[-1], activations[l - 1])
    dZ = (A - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * activate_prime(Z[l - 1], activations[l - 1])
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "measured before the slope", "note": "takes the norm of W.T dZ before it is multiplied by the slope", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, S = X, []
    for l in range(L):
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            S.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            S.append(1 - A ** 2)
        else:
            A = np.maximum(Z, 0)
            S.append(np.where(Z > 0, 1, 0))
    grad = (A - Y) / m
    norms = [np.linalg.norm(grad)]
    for l in range(L - 2, -1, -1):
        grad = params[f"W{l+2}"].T @ grad
        norms.append(np.linalg.norm(grad))
        grad = grad * S[l]
    return np.array(norms)[::-1]
'''},
    {"exercise": "gradient_norms", "right": False, "name": "one norm per example", "note": "norm along axis 0: an array of shape (L, m)", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, S = X, []
    for l in range(L):
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            S.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            S.append(1 - A ** 2)
        else:
            A = np.maximum(Z, 0)
            S.append(np.where(Z > 0, 1, 0))
    grad = (A - Y) / m
    norms = [np.linalg.norm(grad, axis=0)]
    for l in range(L - 2, -1, -1):
        grad = params[f"W{l+2}"].T @ grad * S[l]
        norms.append(np.linalg.norm(grad, axis=0))
    return np.array(norms)[::-1]
'''},
    {"exercise": "gradient_norms", "right": False, "name": "activations reversed in place", "note": "turns the given list around, so it is changed and the next call with it is wrong", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, Z = [X], []
    for l in range(L):
        Z.append(params[f"W{l+1}"] @ A[-1] + params[f"b{l+1}"])
        if activations[l] == "sigmoid":
            A.append(1 / (1 + np.exp(-Z[-1])))
        elif activations[l] == "tanh":
            A.append(np.tanh(Z[-1]))
        else:
            A.append(np.maximum(Z[-1], 0))
    dZ = (A[L] - Y) / m
    norms = [np.linalg.norm(dZ)]
    activations.reverse()
    for i, name in enumerate(activations[1:]):
        l = L - 1 - i
        if name == "sigmoid":
            s = A[l] * (1 - A[l])
        elif name == "tanh":
            s = 1 - A[l] ** 2
        else:
            s = A[l] > 0
        dZ = params[f"W{l+1}"].T @ dZ * s
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "cuts X in place", "note": "the ReLU sets negative entries of Z to 0 in place, and also those of the inputs, which belong to the caller", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A = X
    S = []
    for l in range(L):
        if activations[l] == "relu":
            A[A < 0] = 0
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            S.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            S.append(1 - A ** 2)
        else:
            A = Z
            A[A < 0] = 0
            S.append(A > 0)
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 2, -1, -1):
        dZ = params[f"W{l+2}"].T @ dZ * S[l]
        norms.insert(0, np.linalg.norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "kept norms", "note": "the list of norms is a default argument and grows from call to call", "code": '''
def gradient_norms(params, X, Y, activations, norms=[]):
    L, m = len(activations), X.shape[1]
    A, S = X, []
    for l in range(L):
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            S.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            S.append(1 - A ** 2)
        else:
            A = np.maximum(Z, 0)
            S.append(np.where(Z > 0, 1, 0))
    dZ = (A - Y) / m
    norms.insert(0, np.linalg.norm(dZ))
    for l in range(L - 2, -1, -1):
        dZ = params[f"W{l+2}"].T @ dZ * S[l]
        norms.insert(0, np.linalg.norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "labels as one row", "note": "flattens Y to a row, which does not fit when there are several output units", "code": '''
def gradient_norms(params, X, Y, activations):
    Y = Y.reshape(1, -1)
    L, m = len(activations), X.shape[1]
    A, S = X, []
    for l in range(L):
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            S.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            S.append(1 - A ** 2)
        else:
            A = np.maximum(Z, 0)
            S.append(np.where(Z > 0, 1, 0))
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 2, -1, -1):
        dZ = params[f"W{l+2}"].T @ dZ * S[l]
        norms.insert(0, np.linalg.norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "needs a hidden layer", "note": "unpacks a first and a last weight on the way back; without a hidden layer it asks for W2 and stops", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, S = X, []
    for l in range(L):
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            S.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            S.append(1 - A ** 2)
        else:
            A = np.maximum(Z, 0)
            S.append(np.where(Z > 0, 1, 0))
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    l = L - 1
    while True:
        dZ = params[f"W{l+1}" if L > 1 else "W2"].T @ dZ * S[l - 1]
        norms.insert(0, np.linalg.norm(dZ))
        l -= 1
        if l < 1:
            break
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "relu written differently", "note": "compares with 'ReLU', so ReLU layers fall to the sigmoid", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, S = X, []
    for l in range(L):
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if activations[l] == "ReLU":
            A = np.maximum(Z, 0)
            S.append(np.where(Z > 0, 1, 0))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            S.append(1 - A ** 2)
        else:
            A = 1 / (1 + np.exp(-Z))
            S.append(A * (1 - A))
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 2, -1, -1):
        dZ = params[f"W{l+2}"].T @ dZ * S[l]
        norms.insert(0, np.linalg.norm(dZ))
    return np.array(norms)
'''},

    # ---------------------------------------------------------------- initialize_parameters
    {"exercise": "initialize_parameters", "right": True, "name": "standard_normal and if", "note": "", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        scale = 0.01
    elif init == "xavier":
        scale = np.sqrt(1 / n_in)
    elif init == "he":
        scale = np.sqrt(2 / n_in)
    W = scale * rng.standard_normal((n_out, n_in))
    b = np.zeros((n_out, 1))
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "rng.normal and a table", "note": "", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    spread = {"plain": 0.01, "xavier": (1 / n_in) ** 0.5, "he": (2 / n_in) ** 0.5}[init]
    if rng is None:
        rng = np.random.default_rng()
    return dict(W=rng.normal(0.0, spread, size=(n_out, n_in)), b=np.zeros([n_out, 1]))
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "unit by unit", "note": "", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    layer = {}
    layer["W"] = np.empty((n_out, n_in))
    layer["b"] = np.empty((n_out, 1))
    for unit in range(n_out):
        layer["b"][unit, 0] = 0.0
        row = rng.standard_normal(n_in)
        if init == "he":
            row = row * np.sqrt(2.0) / np.sqrt(n_in)
        elif init == "xavier":
            row = row / np.sqrt(n_in)
        else:
            row = row / 100
        layer["W"][unit] = row
    return layer
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "drawn transposed", "note": "", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = rng.standard_normal(size=(n_in, n_out)).T
    match init:
        case "xavier":
            N = N * np.power(n_in, -0.5)
        case "he":
            N = N * np.power(n_in / 2, -0.5)
        case _:
            N = N * 0.01
    return {"b": np.zeros_like(N[:, :1]), "W": N}
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "one number at a time", "note": "", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    variance = 0.0001
    if init == "xavier":
        variance = 1 / n_in
    if init == "he":
        variance = 2 / n_in
    rows = []
    for j in range(n_out):
        rows.append([rng.normal(loc=0, scale=np.sqrt(variance)) for i in range(n_in)])
    return {"W": np.array(rows), "b": np.array([[0.0]] * n_out)}
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "flat draw and reshape", "note": "", "code": '''
def spread_of(init, n_in):
    if init == "plain":
        return 0.01
    gain = 2.0 if init == "he" else 1.0
    return np.sqrt(np.divide(gain, n_in))

def initialize_parameters(n_in, n_out, init="plain", rng=None):
    draws = rng.standard_normal(n_out * n_in)
    draws *= spread_of(init, n_in)
    return {"W": draws.reshape(n_out, n_in), "b": np.full((n_out, 1), 0.0)}
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "Box-Muller", "note": "", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    u = 1.0 - rng.random((n_out, n_in))
    v = rng.random((n_out, n_in))
    N = np.sqrt(-2 * np.log(u)) * np.cos(2 * np.pi * v)
    s = 0.01 if init == "plain" else np.sqrt((1 if init == "xavier" else 2) / n_in)
    return {"W": s * N, "b": np.zeros(shape=(n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "shape transposed", "note": "W has shape (n_in, n_out)", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = 0.01
    if init == "xavier":
        scale = np.sqrt(1 / n_in)
    elif init == "he":
        scale = np.sqrt(2 / n_in)
    return {"W": scale * rng.standard_normal((n_in, n_out)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "root forgotten", "note": "takes the variance for the spread", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        scale = 0.01
    elif init == "xavier":
        scale = 1 / n_in
    else:
        scale = 2 / n_in
    return {"W": rng.normal(0, scale, (n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "number of units", "note": "divides by n_out instead of n_in", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    W = rng.standard_normal((n_out, n_in))
    if init == "plain":
        W = W * 0.01
    elif init == "xavier":
        W = W * np.sqrt(1 / n_out)
    elif init == "he":
        W = W * np.sqrt(2 / n_out)
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "in plus out", "note": "Xavier from memory, sqrt(2 / (n_in + n_out))", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    W = rng.standard_normal((n_out, n_in))
    if init == "plain":
        W *= 0.01
    elif init == "xavier":
        W *= np.sqrt(2 / (n_in + n_out))
    elif init == "he":
        W *= np.sqrt(2 / n_in)
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "he twice xavier", "note": "2 stands outside the root", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    s = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": 2 * np.sqrt(1 / n_in)}
    return {"W": s[init] * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "names mixed up", "note": "xavier and he exchanged", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        k = 0.01
    elif init == "he":
        k = np.sqrt(1 / n_in)
    elif init == "xavier":
        k = np.sqrt(2 / n_in)
    W = k * rng.standard_normal((n_out, n_in))
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "uniform numbers", "note": "rng.random gives numbers between 0 and 1", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        scale = 0.01
    elif init == "xavier":
        scale = np.sqrt(1 / n_in)
    else:
        scale = np.sqrt(2 / n_in)
    W = scale * rng.random((n_out, n_in))
    b = np.zeros((n_out, 1))
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "centered uniform with the right spread", "note": "mean and spread are right, but the numbers are not normal", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    std = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    limit = np.sqrt(3) * std
    return {"W": rng.uniform(-limit, limit, (n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "plus or minus", "note": "only the two values + spread and - spread", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    std = 0.01
    if init == "xavier":
        std = np.sqrt(1 / n_in)
    if init == "he":
        std = np.sqrt(2 / n_in)
    signs = rng.choice([-1.0, 1.0], size=(n_out, n_in))
    return {"W": std * signs, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "global generator", "note": "np.random.randn ignores rng, and the same generator does not give the same weights", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        scale = 0.01
    elif init == "xavier":
        scale = np.sqrt(1 / n_in)
    elif init == "he":
        scale = np.sqrt(2 / n_in)
    return {"W": np.random.randn(n_out, n_in) * scale, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "own generator", "note": "makes a generator with seed 0 and ignores the given one, so every layer gets the same draw", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    rng = np.random.default_rng(0)
    if init == "plain":
        scale = 0.01
    elif init == "xavier":
        scale = np.sqrt(1 / n_in)
    elif init == "he":
        scale = np.sqrt(2 / n_in)
    return {"W": rng.standard_normal((n_out, n_in)) * scale, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "two arguments for the shape", "note": "standard_normal wants the shape in brackets; stops", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    W = rng.standard_normal(n_out, n_in)
    if init == "plain":
        W = 0.01 * W
    elif init == "xavier":
        W = np.sqrt(1 / n_in) * W
    elif init == "he":
        W = np.sqrt(2 / n_in) * W
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "randn of the generator", "note": "a Generator has no randn; stops", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    W = rng.randn(n_out, n_in)
    if init == "plain":
        W = 0.01 * W
    elif init == "xavier":
        W = np.sqrt(1 / n_in) * W
    elif init == "he":
        W = np.sqrt(2 / n_in) * W
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "zeros without brackets", "note": "np.zeros(n_out, 1) takes 1 for the type; stops", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    factor = 0.01
    if init == "xavier":
        factor = np.sqrt(1 / n_in)
    if init == "he":
        factor = np.sqrt(2 / n_in)
    W = factor * rng.standard_normal((n_out, n_in))
    b = np.zeros(n_out, 1)
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "plain forgotten", "note": "only xavier and he are handled; for the default the spread is not known and it stops", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "xavier":
        scale = np.sqrt(1 / n_in)
    elif init == "he":
        scale = np.sqrt(2 / n_in)
    W = scale * rng.standard_normal((n_out, n_in))
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "shape as the mean", "note": "the shape lands in the place of the mean of rng.normal", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = 0.01
    if init == "xavier":
        scale = np.sqrt(1 / n_in)
    elif init == "he":
        scale = np.sqrt(2 / n_in)
    W = rng.normal((n_out, n_in)) * scale
    b = np.zeros((n_out, 1))
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "tuple returned", "note": "returns W, b and no dictionary", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = 0.01
    if init == "xavier":
        scale = np.sqrt(1 / n_in)
    elif init == "he":
        scale = np.sqrt(2 / n_in)
    W = rng.standard_normal((n_out, n_in)) * scale
    b = np.zeros((n_out, 1))
    return W, b
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "keys W1 and b1", "note": "wrong names in the dictionary", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = 0.01
    if init == "xavier":
        scale = np.sqrt(1 / n_in)
    elif init == "he":
        scale = np.sqrt(2 / n_in)
    params = {}
    params["W1"] = rng.standard_normal((n_out, n_in)) * scale
    params["b1"] = np.zeros((n_out, 1))
    return params
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "flat bias", "note": "b has shape (n_out,)", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    std = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W": rng.normal(0, std, (n_out, n_in)), "b": np.zeros(n_out)}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "random bias", "note": "draws the biases too instead of zeros", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    std = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    W = std * rng.standard_normal((n_out, n_in))
    b = std * rng.standard_normal((n_out, 1))
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "one row for all units", "note": "draws one row and repeats it, so all units are the same", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    std = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    row = std * rng.standard_normal((1, n_in))
    return {"W": np.repeat(row, n_out, axis=0), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "plain not scaled", "note": "the 0.01 is forgotten", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = rng.standard_normal((n_out, n_in))
    if init == "xavier":
        N = N * np.sqrt(1 / n_in)
    elif init == "he":
        N = N * np.sqrt(2 / n_in)
    return {"W": N, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "other default", "note": "he is the default instead of plain", "code": '''
def initialize_parameters(n_in, n_out, init="he", rng=None):
    if init == "plain":
        scale = 0.01
    elif init == "xavier":
        scale = np.sqrt(1 / n_in)
    else:
        scale = np.sqrt(2 / n_in)
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "whole division", "note": "// gives 0 for most numbers of inputs, and all weights are 0", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = 0.01
    if init == "xavier":
        scale = np.sqrt(1 // n_in)
    elif init == "he":
        scale = np.sqrt(2 // n_in)
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "scaled by what came out", "note": "divides by the spread of the draw; a single weight is divided by 0", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    std = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    N = rng.standard_normal((n_out, n_in))
    N = (N - N.mean()) / N.std()
    return {"W": std * N, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "absolute values", "note": "makes all weights positive", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    std = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W": np.abs(rng.normal(0, std, (n_out, n_in))), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "capital letters", "note": "compares with 'Xavier' and 'He', so both fall to 0.01", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "Xavier":
        scale = np.sqrt(1 / n_in)
    elif init == "He":
        scale = np.sqrt(2 / n_in)
    else:
        scale = 0.01
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "spread as the mean", "note": "rng.normal(spread, 1): mean and spread in the wrong place", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        s = 0.01
    elif init == "xavier":
        s = np.sqrt(1 / n_in)
    else:
        s = np.sqrt(2 / n_in)
    return {"W": rng.normal(s, 1, (n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "generator called", "note": "a Generator cannot be called like a function; stops", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        s = 0.01
    elif init == "xavier":
        s = np.sqrt(1 / n_in)
    else:
        s = np.sqrt(2 / n_in)
    return {"W": s * rng((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "clipped at one spread", "note": "cuts the normal numbers off at -1 and 1", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    s = 0.01
    if init == "xavier":
        s = np.sqrt(1 / n_in)
    if init == "he":
        s = np.sqrt(2 / n_in)
    W = np.clip(rng.standard_normal((n_out, n_in)), -1, 1) * s
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "layer kept", "note": "keeps the layers that were drawn and gives the old one back for the same sizes, whatever the generator", "code": '''
drawn = {}

def initialize_parameters(n_in, n_out, init="plain", rng=None):
    key = (n_in, n_out, init)
    if key not in drawn:
        s = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
        drawn[key] = {"W": s * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
    return drawn[key]
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "xavier and he on top of plain", "note": "multiplies by 0.01 first in all cases", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    W = 0.01 * rng.standard_normal((n_out, n_in))
    if init == "xavier":
        W = W * np.sqrt(1 / n_in)
    elif init == "he":
        W = W * np.sqrt(2 / n_in)
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "half a function", "note": "W is drawn and scaled, but the biases and the return are missing", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    W = rng.standard_normal((n_out, n_in))
    if init == "plain":
        W = W * 0.01
    elif init == "xavier":
        W = W * np.sqrt(1 / n_in)
    else:
        W = W * np.sqrt(2 / n_in)
    # b = zeros
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "four arguments for normal", "note": "the shape is not in brackets; rng.normal takes three arguments and stops", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        std = 0.01
    elif init == "xavier":
        std = np.sqrt(1 / n_in)
    else:
        std = np.sqrt(2 / n_in)
    W = rng.normal(0, std, n_out, n_in)
    b = np.zeros((n_out, 1))
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "indices exchanged", "note": "W[i, j] with i an input and j a unit: out of range unless there are as many inputs as units", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    std = {"plain": 0.01, "xavier": (1 / n_in) ** 0.5, "he": (2 / n_in) ** 0.5}[init]
    W = np.zeros((n_out, n_in))
    for i in range(n_in):
        for j in range(n_out):
            W[i, j] = std * rng.standard_normal()
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
]
