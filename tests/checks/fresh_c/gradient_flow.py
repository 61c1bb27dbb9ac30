"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # spectral_norm
    {"exercise": "spectral_norm", "right": True, "name": "norm with ord 2", "note": "", "code": r'''
def spectral_norm(W):
    return np.linalg.norm(W, 2)
'''},
    {"exercise": "spectral_norm", "right": True, "name": "first singular value", "note": "", "code": r'''
def spectral_norm(W):
    singular_values = np.linalg.svd(W, compute_uv=False)
    return float(singular_values[0])
'''},
    {"exercise": "spectral_norm", "right": True, "name": "eigenvalue of the smaller Gram matrix", "note": "", "code": r'''
def spectral_norm(W):
    W = np.array(W, dtype=float)
    size = np.max(np.abs(W))
    if size == 0:
        return 0.0
    V = W / size
    rows, cols = V.shape
    gram = V @ V.T if rows <= cols else V.T @ V
    return float(size * np.sqrt(np.linalg.eigvalsh(gram)[-1]))
'''},
    {"exercise": "spectral_norm", "right": True, "name": "symmetric block matrix", "note": "", "code": r'''
def spectral_norm(W):
    # the eigenvalues of [[0, W], [W.T, 0]] are plus and minus the singular values
    n_out, n_in = W.shape
    B = np.zeros((n_out + n_in, n_out + n_in))
    B[:n_out, n_out:] = W
    B[n_out:, :n_out] = W.T
    return float(np.max(np.linalg.eigvalsh(B)))
'''},
    {"exercise": "spectral_norm", "right": True, "name": "loop for the largest", "note": "", "code": r'''
def spectral_norm(W):
    U, S, Vt = np.linalg.svd(W)
    biggest = 0.0
    for s in S:
        if s > biggest:
            biggest = s
    return biggest
'''},
    {"exercise": "spectral_norm", "right": True, "name": "stretch the best direction", "note": "", "code": r'''
def spectral_norm(W):
    _, _, Vt = np.linalg.svd(W)
    v = Vt[0, :]
    return np.sqrt(np.sum((W @ v) ** 2)) / np.sqrt(np.sum(v ** 2))
'''},
    {"exercise": "spectral_norm", "right": True, "name": "svdvals and max", "note": "", "code": r'''
def spectral_norm(W):
    return np.linalg.svdvals(np.asarray(W, dtype=np.float64)).max().item()
'''},
    {"exercise": "spectral_norm", "right": False, "name": "Frobenius norm", "note": "np.linalg.norm without the option is the root of the sum of squares", "code": r'''
def spectral_norm(W):
    return np.linalg.norm(W)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "ord 1", "note": "takes the largest column sum of absolute values", "code": r'''
def spectral_norm(W):
    return float(np.linalg.norm(W, ord=1))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "sum of singular values", "note": "adds all singular values instead of taking the largest", "code": r'''
def spectral_norm(W):
    s = np.linalg.svd(W, compute_uv=False)
    return float(s.sum())
'''},
    {"exercise": "spectral_norm", "right": False, "name": "last singular value", "note": "believes that the values rise, so takes the smallest", "code": r'''
def spectral_norm(W):
    s = np.linalg.svd(W, compute_uv=False)
    return s[-1]
'''},
    {"exercise": "spectral_norm", "right": False, "name": "all singular values", "note": "returns the whole array of singular values", "code": r'''
def spectral_norm(W):
    return np.linalg.svd(W, compute_uv=False)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "root forgotten", "note": "the largest eigenvalue of W.T W is the square of the norm", "code": r'''
def spectral_norm(W):
    lam = np.linalg.eigvalsh(W.T @ W)
    return float(np.max(lam))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "eigenvalues of W", "note": "takes the largest eigenvalue; stops for a matrix that is not square and is wrong for a shear", "code": r'''
def spectral_norm(W):
    eigenvalues, eigenvectors = np.linalg.eig(W)
    return float(np.max(np.abs(eigenvalues)))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "largest entry", "note": "takes the largest absolute entry of the matrix", "code": r'''
def spectral_norm(W):
    return np.abs(W).max()
'''},
    {"exercise": "spectral_norm", "right": False, "name": "longest row", "note": "the largest length of a row is only a lower bound", "code": r'''
def spectral_norm(W):
    best = 0
    for row in W:
        length = np.sqrt(np.sum(row ** 2))
        best = max(best, length)
    return best
'''},
    {"exercise": "spectral_norm", "right": False, "name": "longest column", "note": "tries the unit vectors alone, so finds the longest column", "code": r'''
def spectral_norm(W):
    stretches = []
    for v in np.eye(W.shape[1]):
        stretches.append(np.linalg.norm(W @ v) / np.linalg.norm(v))
    return max(stretches)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "unpacks three", "note": "with compute_uv=False there is one array, which cannot be unpacked into U, S and V", "code": r'''
def spectral_norm(W):
    U, S, V = np.linalg.svd(W, compute_uv=False)
    return S[0]
'''},
    {"exercise": "spectral_norm", "right": False, "name": "one index too many", "note": "indexes the single number again and stops", "code": r'''
def spectral_norm(W):
    return np.linalg.svd(W, compute_uv=False)[0][0]
'''},
    {"exercise": "spectral_norm", "right": False, "name": "ord as text", "note": "NumPy knows no norm with the name '2' and stops", "code": r'''
def spectral_norm(W):
    return np.linalg.norm(W, ord="2")
'''},
    {"exercise": "spectral_norm", "right": False, "name": "axis for ord", "note": "confuses the option ord with axis; a matrix has no axis 2", "code": r'''
def spectral_norm(W):
    return np.linalg.norm(W, axis=2)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "rounded", "note": "rounds to three decimals", "code": r'''
def spectral_norm(W):
    return round(float(np.linalg.norm(W, 2)), 3)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "scales in place", "note": "divides the given matrix by its largest entry; integer matrices make it stop", "code": r'''
def spectral_norm(W):
    scale = np.max(np.abs(W))
    W /= scale          # avoids large numbers
    return scale * np.linalg.svd(W, compute_uv=False)[0]
'''},
    {"exercise": "spectral_norm", "right": False, "name": "formula for two by two", "note": "the closed formula holds for 2 x 2 matrices alone and stops for others", "code": r'''
def spectral_norm(W):
    a, b, c, d = W.ravel()
    s = a**2 + b**2 + c**2 + d**2
    det = a*d - b*c
    return np.sqrt((s + np.sqrt(s**2 - 4*det**2)) / 2)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "vector of ones", "note": "measures the stretch of one vector, the one of ones, instead of the largest", "code": r'''
def spectral_norm(W):
    v = np.ones((W.shape[1], 1))
    return float(np.linalg.norm(W @ v) / np.linalg.norm(v))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "three power steps", "note": "stops the power iteration long before it has settled", "code": r'''
def spectral_norm(W):
    v = np.arange(1, W.shape[1] + 1) / W.shape[1]
    for i in range(3):
        v = W.T @ (W @ v)
        v = v / np.linalg.norm(v)
    return np.linalg.norm(W @ v)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "random search", "note": "the best of a hundred random vectors is not the best of all", "code": r'''
def spectral_norm(W):
    rng = np.random.default_rng(0)
    best = 0.0
    for _ in range(100):
        v = rng.standard_normal(W.shape[1])
        best = max(best, np.linalg.norm(W @ v) / np.linalg.norm(v))
    return best
'''},
    {"exercise": "spectral_norm", "right": False, "name": "root of the singular value", "note": "takes a root as for eigenvalues, but singular values need none", "code": r'''
def spectral_norm(W):
    sigma = np.linalg.svd(W, compute_uv=False)
    return np.sqrt(sigma.max())
'''},
    {"exercise": "spectral_norm", "right": False, "name": "left vectors", "note": "takes the first output of svd, which is U, and its largest entry", "code": r'''
def spectral_norm(W):
    result = np.linalg.svd(W)
    return np.max(result[0])
'''},
    {"exercise": "spectral_norm", "right": False, "name": "condition number", "note": "divides the largest by the smallest singular value", "code": r'''
def spectral_norm(W):
    s = np.linalg.svd(W, compute_uv=False)
    return s.max() / s.min()
'''},

    # per_layer_factor
    {"exercise": "per_layer_factor", "right": True, "name": "product", "note": "", "code": r'''
def per_layer_factor(norm, derivative):
    return norm * derivative
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "np.multiply as float", "note": "", "code": r'''
def per_layer_factor(norm, derivative):
    f = np.multiply(norm, derivative)
    return float(f)
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "early return for zero", "note": "", "code": r'''
def per_layer_factor(norm, derivative):
    if norm == 0 or derivative == 0:
        return 0.0
    return float(derivative) * float(norm)
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "np.prod of a list", "note": "", "code": r'''
def per_layer_factor(norm, derivative):
    parts = [float(norm), abs(derivative)]
    return np.prod(parts)
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "lambda", "note": "", "code": r'''
per_layer_factor = lambda norm, derivative: derivative * norm
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "einsum of two scalars", "note": "", "code": r'''
def per_layer_factor(norm, derivative):
    return float(np.einsum(",->", float(norm), float(derivative)))
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "loop over the two", "note": "", "code": r'''
def per_layer_factor(norm, derivative):
    factor = 1.0
    for value in (norm, derivative):
        factor *= value
    return factor
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "sum", "note": "adds instead of multiplying", "code": r'''
def per_layer_factor(norm, derivative):
    return norm + derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "quotient", "note": "divides by the slope; a slope of 0 makes it stop", "code": r'''
def per_layer_factor(norm, derivative):
    return norm / derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "power", "note": "two stars for one", "code": r'''
def per_layer_factor(norm, derivative):
    f = norm ** derivative
    return f
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "never above 1", "note": "thinks that a gradient can only shrink and cuts at 1", "code": r'''
def per_layer_factor(norm, derivative):
    return min(1.0, norm * derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "always a quarter", "note": "puts in the slope of the sigmoid and ignores the argument", "code": r'''
def per_layer_factor(norm, derivative):
    max_slope = 0.25
    return norm * max_slope
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "zero slope as missing", "note": "`or` puts 1 in place of a slope of 0", "code": r'''
def per_layer_factor(norm, derivative=None):
    slope = derivative or 1.0
    return norm * slope
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "slope squared", "note": "multiplies by the slope twice", "code": r'''
def per_layer_factor(norm, derivative):
    f = norm * derivative
    f *= derivative
    return f
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "slope of the slope", "note": "takes the argument for the sigmoid's value and computes its slope again", "code": r'''
def per_layer_factor(norm, derivative):
    return norm * derivative * (1 - derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "the larger one", "note": "reads max as the larger of the two arguments", "code": r'''
def per_layer_factor(norm, derivative):
    return max(norm, derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "shrinks or not", "note": "answers whether the factor is below 1, not how large it is", "code": r'''
def per_layer_factor(norm, derivative):
    f = norm * derivative
    if f < 1:
        return True
    else:
        return False
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "array of one", "note": "returns an array with one entry instead of a number", "code": r'''
def per_layer_factor(norm, derivative):
    return np.array([norm * derivative])
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "three decimals", "note": "rounds as in the exercise by hand", "code": r'''
def per_layer_factor(norm, derivative):
    return round(norm * derivative, 3)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "whole norm", "note": "cuts the decimals of the norm off", "code": r'''
def per_layer_factor(norm, derivative):
    return int(norm) * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "geometric mean", "note": "takes a root that nobody asked for", "code": r'''
def per_layer_factor(norm, derivative):
    return np.sqrt(norm * derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "matrix product", "note": "@ does not work between two numbers", "code": r'''
def per_layer_factor(norm, derivative):
    return norm @ derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "norm of the norm", "note": "takes the argument for a matrix; the norm of a single number with ord 2 stops", "code": r'''
def per_layer_factor(norm, derivative):
    return np.linalg.norm(norm, 2) * np.max(np.abs(derivative))
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "method max", "note": "a Python number has no method max", "code": r'''
def per_layer_factor(norm, derivative):
    return norm * derivative.max()
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "W from outside", "note": "uses a matrix W that is not there", "code": r'''
def per_layer_factor(norm, derivative):
    norm = spectral_norm(W)
    return norm * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "first entries", "note": "indexes the numbers as if they were lists", "code": r'''
def per_layer_factor(norm, derivative):
    return norm[0] * derivative[0]
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "prints only", "note": "prints the factor and returns nothing", "code": r'''
def per_layer_factor(norm, derivative):
    print("factor:", norm * derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "formatted text", "note": "returns a text and not a number", "code": r'''
def per_layer_factor(norm, derivative):
    return f"{norm * derivative:.6f}"
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "shrinking by the slope", "note": "takes the slope for the part that is lost", "code": r'''
def per_layer_factor(norm, derivative):
    lost = norm * derivative
    return norm - lost
'''},

    # gradient_flow
    {"exercise": "gradient_flow", "right": True, "name": "loop into zeros", "note": "", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    k = len(norms)
    delta = np.zeros(k + 1)
    delta[0] = delta_out
    for i in range(k):
        delta[i + 1] = norms[i] * derivatives[i] * delta[i]
    return delta
'''},
    {"exercise": "gradient_flow", "right": True, "name": "cumprod of the joined factors", "note": "", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    factors = np.asarray(norms, dtype=float) * np.asarray(derivatives, dtype=float)
    return np.cumprod(np.concatenate(([delta_out], factors)))
'''},
    {"exercise": "gradient_flow", "right": True, "name": "append to a list with zip", "note": "", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    sizes = [float(delta_out)]
    for n, d in zip(norms, derivatives):
        sizes.append(sizes[-1] * per_layer_factor(n, d))
    return np.array(sizes)
'''},
    {"exercise": "gradient_flow", "right": True, "name": "triangle of factors", "note": "", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    f = np.multiply(norms, derivatives).astype(float)
    k = f.size
    used = np.arange(k)[None, :] < np.arange(k + 1)[:, None]   # row i uses the first i factors
    return delta_out * np.where(used, f[None, :], 1.0).prod(axis=1)
'''},
    {"exercise": "gradient_flow", "right": True, "name": "halves by recursion", "note": "", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    k = len(norms)
    if k == 0:
        return np.array([delta_out], dtype=float)
    if k == 1:
        return np.array([delta_out, delta_out * norms[0] * derivatives[0]], dtype=float)
    h = k // 2
    left = gradient_flow(norms[:h], derivatives[:h], delta_out)
    right = gradient_flow(norms[h:], derivatives[h:], left[-1])
    return np.concatenate([left, right[1:]])
'''},
    {"exercise": "gradient_flow", "right": True, "name": "every second running product", "note": "", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    pairs = np.stack([norms, derivatives], axis=1).ravel()     # norm, slope, norm, slope, ...
    running = np.multiply.accumulate(np.append(float(delta_out), pairs))
    return running[::2]
'''},
    {"exercise": "gradient_flow", "right": True, "name": "generator", "note": "", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    def walk():
        size = delta_out
        yield size
        for i in range(len(derivatives)):
            size = size * derivatives[i]
            size = size * norms[i]
            yield size
    return np.fromiter(walk(), dtype=float)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "start ignored", "note": "always starts at 1, whatever delta_out is", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = [1.0]
    for n, d in zip(norms, derivatives):
        delta.append(n * d * delta[-1])
    return np.array(delta)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "start left out", "note": "the first entry, delta_out itself, is missing", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return delta_out * np.cumprod(norms * derivatives)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "output last", "note": "turns the result around, so that it ends at the output", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    bound = np.ones(len(norms) + 1) * delta_out
    for k in range(len(norms)):
        bound[k + 1] = bound[k] * norms[k] * derivatives[k]
    return bound[::-1]
'''},
    {"exercise": "gradient_flow", "right": False, "name": "factors from the back", "note": "goes through the layers in the wrong order, the last factor first", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = [delta_out]
    for n, d in zip(reversed(norms), reversed(derivatives)):
        delta.append(delta[-1] * n * d)
    return np.array(delta)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "cumsum", "note": "a running sum instead of a running product", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return np.cumsum(np.concatenate(([delta_out], norms * derivatives)))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "list returned", "note": "returns a list and not an array", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = [delta_out]
    for k in range(len(norms)):
        deltas.append(per_layer_factor(norms[k], derivatives[k]) * deltas[k])
    return deltas
'''},
    {"exercise": "gradient_flow", "right": False, "name": "each step from the start", "note": "multiplies delta_out by one factor each; nothing builds up", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    steps = delta_out * norms * derivatives
    return np.concatenate((np.array([delta_out]), steps))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "slopes forgotten", "note": "multiplies by the norms alone", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return np.cumprod(np.append(delta_out, norms))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "whole numbers from np.full", "note": "an integer delta_out makes an integer array that cuts the decimals off", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = np.full(len(norms) + 1, delta_out)
    for k in range(len(norms)):
        delta[k + 1] = norms[k] * derivatives[k] * delta[k]
    return delta
'''},
    {"exercise": "gradient_flow", "right": False, "name": "one place too few", "note": "the array has k places and the last index is outside", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = np.zeros(len(norms))
    delta[0] = delta_out
    for k in range(len(norms)):
        delta[k + 1] = norms[k] * derivatives[k] * delta[k]
    return delta
'''},
    {"exercise": "gradient_flow", "right": False, "name": "start never set", "note": "the first entry stays 0, so all are 0", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    K = norms.shape[0]
    g = np.zeros(K + 1)
    for k in range(K):
        g[k + 1] = norms[k] * derivatives[k] * g[k]
    return g
'''},
    {"exercise": "gradient_flow", "right": False, "name": "slope of the next step", "note": "pairs each norm with the slope of the following step and runs over the end", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = [float(delta_out)]
    for k in range(len(norms)):
        delta.append(norms[k] * derivatives[k + 1] * delta[k])
    return np.array(delta)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "norms changed", "note": "multiplies the given norms in place; integer norms make it stop", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    norms *= derivatives
    return np.concatenate(([delta_out], delta_out * np.cumprod(norms)))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "first step by hand", "note": "does the first step before the loop and so stops if there is no step", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = [delta_out, norms[0] * derivatives[0] * delta_out]
    for k in range(1, len(norms)):
        delta.append(norms[k] * derivatives[k] * delta[k])
    return np.array(delta)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "list as default", "note": "the list in the signature keeps the entries of earlier calls", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0, history=[]):
    delta = delta_out
    history.append(delta)
    for n, d in zip(norms, derivatives):
        delta = n * d * delta
        history.append(delta)
    return np.array(history)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "only the last", "note": "returns the bound after the last step and not all of them", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = delta_out
    for k in range(len(norms)):
        delta = norms[k] * derivatives[k] * delta
    return np.array([delta])
'''},
    {"exercise": "gradient_flow", "right": False, "name": "stops at a dead layer", "note": "leaves the loop when nothing is left, so the result is too short", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    result = [delta_out]
    for n, d in zip(norms, derivatives):
        if n * d == 0:
            result.append(0.0)
            break
        result.append(result[-1] * n * d)
    return np.array(result)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "mean factor", "note": "uses the mean of all factors at every step", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    if len(norms) == 0:
        return np.array([delta_out])
    f = np.mean(norms * derivatives)
    return delta_out * f ** np.arange(len(norms) + 1)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "largest slope of all", "note": "takes max over all the slopes, and max of an empty array stops", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    slope = np.max(np.abs(derivatives))
    delta = np.empty(len(norms) + 1)
    delta[0] = delta_out
    for k, W_norm in enumerate(norms):
        delta[k + 1] = W_norm * slope * delta[k]
    return delta
'''},
    {"exercise": "gradient_flow", "right": False, "name": "column returned", "note": "returns shape (k + 1, 1) instead of (k + 1,)", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    f = np.cumprod(np.hstack([delta_out, norms * derivatives]))
    return f.reshape(-1, 1)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "four decimals", "note": "rounds at every step", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = [delta_out]
    for n, d in zip(norms, derivatives):
        delta.append(round(float(n * d * delta[-1]), 4))
    return np.array(delta)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "concatenates numbers", "note": "np.concatenate wants one sequence of arrays, and delta_out is no array", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    bounds = delta_out * np.cumprod(norms * derivatives)
    return np.concatenate(delta_out, bounds)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "start in every step", "note": "multiplies by delta_out again at each step", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = np.zeros(len(norms) + 1)
    delta[0] = delta_out
    for k in range(len(norms)):
        delta[k + 1] = norms[k] * derivatives[k] * delta[k] * delta_out
    return delta
'''},
    {"exercise": "gradient_flow", "right": False, "name": "never grows", "note": "cuts every factor at 1", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    f = np.minimum(norms * derivatives, 1.0)
    return delta_out * np.cumprod(np.concatenate((np.ones(1), f)))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "no gradient as default", "note": "takes a delta_out of 0 for a missing one and starts at 1", "code": r'''
def gradient_flow(norms, derivatives, delta_out=1.0):
    if not delta_out:
        delta_out = 1.0
    out = [delta_out]
    for i in range(len(norms)):
        out += [out[i] * norms[i] * derivatives[i]]
    return np.array(out)
'''},

    # layers_until
    {"exercise": "layers_until", "right": True, "name": "ceil of the quotient of logarithms", "note": "", "code": r'''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": True, "name": "math.log with a base", "note": "", "code": r'''
import math

def layers_until(threshold, factor):
    return math.ceil(math.log(threshold, factor))
'''},
    {"exercise": "layers_until", "right": True, "name": "while with a power", "note": "", "code": r'''
def layers_until(threshold, factor):
    k = 1
    while factor ** k > threshold:
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": True, "name": "doubling and halving", "note": "", "code": r'''
def layers_until(threshold, factor):
    low, high = 0, 1
    while factor ** high > threshold:
        low = high
        high = 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        if factor ** middle <= threshold:
            high = middle
        else:
            low = middle
    return high
'''},
    {"exercise": "layers_until", "right": True, "name": "floor plus one", "note": "", "code": r'''
def layers_until(threshold, factor):
    x = np.log10(threshold) / np.log10(factor)
    whole = int(np.floor(x))
    return whole + 1
'''},
    {"exercise": "layers_until", "right": True, "name": "estimate and repair", "note": "", "code": r'''
def layers_until(threshold, factor):
    guess = max(1, int(round(float(np.log2(threshold) / np.log2(factor)))))
    while factor ** guess > threshold:
        guess += 1
    while guess > 1 and factor ** (guess - 1) <= threshold:
        guess -= 1
    return guess
'''},
    {"exercise": "layers_until", "right": True, "name": "floor division with minus", "note": "", "code": r'''
def layers_until(threshold, factor):
    loss_total = -np.log(threshold)
    loss_step = -np.log(factor)
    return int(-(-loss_total // loss_step))
'''},
    {"exercise": "layers_until", "right": True, "name": "emath.logn", "note": "", "code": r'''
def layers_until(threshold, factor):
    steps = np.emath.logn(factor, threshold)
    return int(np.ceil(steps))
'''},
    {"exercise": "layers_until", "right": False, "name": "floor", "note": "rounds down, which is one step too few", "code": r'''
def layers_until(threshold, factor):
    return int(np.floor(np.log(threshold) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "round", "note": "rounds to the nearest whole number", "code": r'''
def layers_until(threshold, factor):
    k = np.log(threshold) / np.log(factor)
    return int(round(float(k)))
'''},
    {"exercise": "layers_until", "right": False, "name": "quotient turned over", "note": "divides the logarithm of the factor by that of the threshold", "code": r'''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(factor) / np.log(threshold)))
'''},
    {"exercise": "layers_until", "right": False, "name": "ceil and plus one", "note": "adds one although ceil has rounded up already", "code": r'''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold) / np.log(factor))) + 1
'''},
    {"exercise": "layers_until", "right": False, "name": "logarithm of the quotient", "note": "log(t / f) is not log t / log f", "code": r'''
def layers_until(threshold, factor):
    k = np.log(threshold / factor)
    return int(np.ceil(abs(k)))
'''},
    {"exercise": "layers_until", "right": False, "name": "difference of logarithms", "note": "subtracts the logarithms instead of dividing them", "code": r'''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold) - np.log(factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "base in np.log", "note": "np.log takes no base; the second argument is the output array, so it stops", "code": r'''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold, factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "math not imported", "note": "the name math is not known", "code": r'''
def layers_until(threshold, factor):
    return math.ceil(math.log(threshold) / math.log(factor))
'''},
    {"exercise": "layers_until", "right": False, "name": "at most a hundred layers", "note": "looks among the first 99 steps alone and returns nothing for factors near 1", "code": r'''
def layers_until(threshold, factor):
    for k in range(1, 100):
        if factor ** k <= threshold:
            return k
'''},
    {"exercise": "layers_until", "right": False, "name": "argmax over fifty powers", "note": "argmax gives 0 if none of the fifty powers is small enough", "code": r'''
def layers_until(threshold, factor):
    powers = factor ** np.arange(50)
    return int(np.argmax(powers <= threshold))
'''},
    {"exercise": "layers_until", "right": False, "name": "same loss at every step", "note": "lets the gradient fall by the same amount at each step instead of the same factor", "code": r'''
def layers_until(threshold, factor):
    lost_per_step = 1 - factor
    return int(np.ceil((1 - threshold) / lost_per_step))
'''},
    {"exercise": "layers_until", "right": False, "name": "squares the factor", "note": "multiplies the factor by itself anew, so the exponent doubles at each step", "code": r'''
def layers_until(threshold, factor):
    k = 1
    while factor > threshold:
        factor *= factor
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "recursion step by step", "note": "calls itself once for each step and runs out of depth for factors near 1", "code": r'''
def layers_until(threshold, factor):
    if threshold >= 1:
        return 0
    return 1 + layers_until(threshold / factor, factor)
'''},
    {"exercise": "layers_until", "right": False, "name": "arguments exchanged", "note": "uses the threshold as factor and the factor as threshold", "code": r'''
def layers_until(factor, threshold):
    k = 0
    left = 1.0
    while left > threshold:
        left = left * factor
        k = k + 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "near enough", "note": "a tolerance of a thousandth counts powers as small enough that are not", "code": r'''
def layers_until(threshold, factor):
    k = 1
    while factor ** k - threshold > 1e-3:
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "one percent built in", "note": "uses 0.01 whatever the threshold is", "code": r'''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(0.01) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "extra minus", "note": "changes the sign because dividing by a negative number turns the comparison", "code": r'''
def layers_until(threshold, factor):
    k = -np.log(threshold) / np.log(factor)
    return int(np.ceil(k))
'''},
    {"exercise": "layers_until", "right": False, "name": "two kinds of logarithm", "note": "divides a logarithm to base 10 by a natural one", "code": r'''
def layers_until(threshold, factor):
    return int(np.ceil(np.log10(threshold) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "counts from zero", "note": "the first power is not counted, so one step is missing", "code": r'''
def layers_until(threshold, factor):
    k = 0
    left = factor
    while left > threshold:
        left *= factor
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "condition turned around", "note": "the loop runs while the power is below the threshold, so it never starts", "code": r'''
def layers_until(threshold, factor):
    k = 0
    while factor ** k < threshold:
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "factor rounded first", "note": "rounds the factor to two decimals; factors near 0 or near 1 become 0 or 1", "code": r'''
def layers_until(threshold, factor):
    f = round(factor, 2)
    return int(np.ceil(np.log(threshold) / np.log(f)))
'''},
    {"exercise": "layers_until", "right": False, "name": "range of a float", "note": "range takes whole numbers and stops", "code": r'''
def layers_until(threshold, factor):
    for k in range(1, 100 / (1 - factor)):
        if factor ** k <= threshold:
            break
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "np.ln", "note": "NumPy has no function ln", "code": r'''
def layers_until(threshold, factor):
    return int(np.ceil(np.ln(threshold) / np.ln(factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "counter never started", "note": "k has no value before it is raised by one", "code": r'''
def layers_until(threshold, factor):
    left = 1
    while left > threshold:
        left = left * factor
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "returns a pair", "note": "returns the count and what is left in a tuple", "code": r'''
def layers_until(threshold, factor):
    k = int(np.ceil(np.log(threshold) / np.log(factor)))
    return k, factor ** k
'''},

    # gradient_norms
    {"exercise": "gradient_norms", "right": True, "name": "lists and inner functions", "note": "", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]

    def g(z, name):
        if name == "sigmoid":
            return 1 / (1 + np.exp(-z))
        if name == "tanh":
            return np.tanh(z)
        return np.maximum(0, z)

    def g_prime(z, name):
        if name == "sigmoid":
            s = g(z, "sigmoid")
            return s * (1 - s)
        if name == "tanh":
            return 1 - np.tanh(z) ** 2
        return np.where(z > 0, 1.0, 0.0)

    A = X
    Z = []
    for l in range(1, L + 1):
        Z.append(params[f"W{l}"] @ A + params[f"b{l}"])
        A = g(Z[-1], activations[l - 1])

    dZ = (A - Y) / m
    norms = np.zeros(L)
    norms[L - 1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * g_prime(Z[l - 1], activations[l - 1])
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": True, "name": "dictionary cache and slopes from A", "note": "", "code": r'''
def gradient_norms(params, X, Y, activations):
    act = {
        "sigmoid": lambda z: 1.0 / (1.0 + np.exp(-z)),
        "tanh": np.tanh,
        "relu": lambda z: z * (z > 0),
    }
    slope = {
        "sigmoid": lambda a: a * (1.0 - a),
        "tanh": lambda a: 1.0 - a * a,
        "relu": lambda a: (a > 0).astype(float),
    }
    cache = {"A0": X}
    l = 0
    for name in activations:
        l += 1
        z = np.dot(params["W%d" % l], cache["A%d" % (l - 1)]) + params["b%d" % l]
        cache["A%d" % l] = act[name](z)
    grads = {}
    last = l
    while l >= 1:
        if l == last:
            grads[l] = (1.0 / Y.shape[1]) * (cache["A%d" % l] - Y)
        else:
            back = np.dot(params["W%d" % (l + 1)].T, grads[l + 1])
            grads[l] = back * slope[activations[l - 1]](cache["A%d" % l])
        l -= 1
    return np.array([np.sqrt(np.sum(np.square(grads[i]))) for i in range(1, last + 1)])
'''},
    {"exercise": "gradient_norms", "right": True, "name": "recursion through the layers", "note": "", "code": r'''
def gradient_norms(params, X, Y, activations):
    m = X.shape[1]
    L = len(activations)

    def run(l, A):
        """Forward from layer l; returns the gradient of A and the norms from layer l on."""
        W, b = params["W" + str(l)], params["b" + str(l)]
        Z = W @ A + b
        kind = activations[l - 1]
        if kind == "sigmoid":
            out = 1 / (1 + np.exp(-Z))
            slope = out * (1 - out)
        elif kind == "tanh":
            out = np.tanh(Z)
            slope = 1 - out ** 2
        else:
            out = np.maximum(Z, 0)
            slope = np.heaviside(Z, 0.0)
        if l == L:
            dZ, rest = (out - Y) / m, []
        else:
            dOut, rest = run(l + 1, out)
            dZ = dOut * slope
        return W.T @ dZ, [np.linalg.norm(dZ, "fro")] + rest

    return np.array(run(1, X)[1])
'''},
    {"exercise": "gradient_norms", "right": True, "name": "one example after the other", "note": "", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    total = np.zeros(L)
    for i in range(m):
        a = X[:, i]
        slopes = []
        for l in range(L):
            z = params[f"W{l + 1}"].dot(a) + params[f"b{l + 1}"][:, 0]
            if activations[l] == "relu":
                a = np.where(z > 0, z, 0.0)
                slopes.append((z > 0) * 1.0)
            elif activations[l] == "tanh":
                a = np.tanh(z)
                slopes.append(1.0 - a ** 2)
            else:
                a = 1.0 / (1.0 + np.exp(-z))
                slopes.append(a * (1.0 - a))
        d = (a - Y[:, i]) / m
        for l in reversed(range(L)):
            if l < L - 1:
                d = params[f"W{l + 2}"].T.dot(d) * slopes[l]
            total[l] += d.dot(d)
    return np.sqrt(total)
'''},
    {"exercise": "gradient_norms", "right": True, "name": "einsum, divided at the end", "note": "", "code": r'''
def gradient_norms(params, X, Y, activations):
    n_layers = len(params) // 2
    A = np.asarray(X, dtype=float)
    Zs, As = [], []
    for i in range(n_layers):
        Z = np.einsum("ij,jm->im", params[f"W{i + 1}"], A) + params[f"b{i + 1}"]
        name = activations[i]
        A = np.tanh(Z) if name == "tanh" else (Z.clip(min=0) if name == "relu" else 1 / (1 + np.exp(-Z)))
        Zs.append(Z)
        As.append(A)
    deltas = [As[-1] - Y]
    for i in range(n_layers - 2, -1, -1):
        up = np.einsum("ji,jm->im", params[f"W{i + 2}"], deltas[0])
        if activations[i] == "relu":
            deltas.insert(0, np.where(Zs[i] > 0, up, 0.0))
        elif activations[i] == "tanh":
            deltas.insert(0, up * (1 - As[i] ** 2))
        else:
            deltas.insert(0, up * As[i] * (1 - As[i]))
    return np.array([np.sqrt(np.einsum("im,im->", d, d)) for d in deltas]) / X.shape[1]
'''},
    {"exercise": "gradient_norms", "right": True, "name": "a class for a layer", "note": "", "code": r'''
class Layer:
    def __init__(self, W, b, kind):
        self.W = W
        self.b = b
        self.kind = kind

    def forward(self, A):
        self.Z = np.matmul(self.W, A) + self.b
        if self.kind == "sigmoid":
            self.A = np.reciprocal(1.0 + np.exp(-self.Z))
        elif self.kind == "tanh":
            self.A = np.tanh(self.Z)
        elif self.kind == "relu":
            self.A = np.maximum(self.Z, 0.0)
        return self.A

    def slope(self):
        if self.kind == "sigmoid":
            return self.A * (1 - self.A)
        if self.kind == "tanh":
            return 1 - np.tanh(self.Z) ** 2
        return (self.Z > 0).astype(float)


def gradient_norms(params, X, Y, activations):
    layers = [Layer(params[f"W{l}"], params[f"b{l}"], kind) for l, kind in enumerate(activations, start=1)]
    A = X
    for layer in layers:
        A = layer.forward(A)
    dZ = (A - Y) / X.shape[1]
    sizes = [np.linalg.norm(dZ.ravel())]
    for here, above in zip(layers[-2::-1], layers[:0:-1]):
        dZ = np.matmul(above.W.T, dZ) * here.slope()
        sizes.append(np.linalg.norm(dZ.ravel()))
    return np.array(sizes[::-1])
'''},
    {"exercise": "gradient_norms", "right": True, "name": "plain Python numbers", "note": "", "code": r'''
import math

def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    sums = [0.0] * L

    def value(name, z):
        if name == "tanh":
            return math.tanh(z)
        if name == "relu":
            return z if z > 0 else 0.0
        if z >= 0:
            return 1 / (1 + math.exp(-z))
        e = math.exp(z)
        return e / (1 + e)

    def slope(name, z):
        a = value(name, z)
        if name == "tanh":
            return 1 - a * a
        if name == "relu":
            return 1.0 if z > 0 else 0.0
        return a * (1 - a)

    for column in range(m):
        a = [float(x) for x in X[:, column]]
        zs = []
        for l in range(1, L + 1):
            W = params[f"W{l}"]
            b = params[f"b{l}"]
            z = []
            for i in range(W.shape[0]):
                z.append(float(b[i, 0]) + sum(float(W[i, j]) * a[j] for j in range(W.shape[1])))
            zs.append(z)
            a = [value(activations[l - 1], v) for v in z]
        d = [(a[i] - float(Y[i, column])) / m for i in range(len(a))]
        sums[L - 1] += sum(v * v for v in d)
        for l in range(L - 1, 0, -1):
            W = params[f"W{l + 1}"]
            new = []
            for j in range(W.shape[1]):
                s = sum(float(W[i, j]) * d[i] for i in range(W.shape[0]))
                new.append(s * slope(activations[l - 1], zs[l - 1][j]))
            d = new
            sums[l - 1] += sum(v * v for v in d)
    return np.array([math.sqrt(s) for s in sums])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "mean forgotten", "note": "the 1/m is missing", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    dg = {"sigmoid": lambda z: g["sigmoid"](z) * (1 - g["sigmoid"](z)),
          "tanh": lambda z: 1 - np.tanh(z) ** 2,
          "relu": lambda z: (z > 0) * 1.0}
    A, Z = X, {}
    for l in range(1, L + 1):
        Z[l] = params[f"W{l}"] @ A + params[f"b{l}"]
        A = g[activations[l - 1]](Z[l])
    dZ = A - Y
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * dg[activations[l - 1]](Z[l])
        norms.insert(0, np.linalg.norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "output layer first", "note": "the norms stand in the order in which they are found, from the output back", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    def act(z, name):
        if name == "relu":
            return np.maximum(0, z)
        elif name == "tanh":
            return np.tanh(z)
        else:
            return 1 / (1 + np.exp(-z))
    def dact(z, name):
        a = act(z, name)
        if name == "relu":
            return np.where(z > 0, 1, 0)
        elif name == "tanh":
            return 1 - a**2
        else:
            return a * (1 - a)
    A = X
    Zs = [None]
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        A = act(Z, activations[l-1])
        Zs.append(Z)
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l+1}"].T @ dZ) * dact(Zs[l], activations[l-1])
        norms.append(np.linalg.norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "slope at A", "note": "puts the activation A instead of Z into the slope function", "code": r'''
def gradient_norms(params, X, Y, activations):
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    def derivative(z, kind):
        if kind == "sigmoid":
            return sigmoid(z) * (1 - sigmoid(z))
        if kind == "tanh":
            return 1 - np.tanh(z) ** 2
        if kind == "relu":
            return (z > 0).astype(float)

    L = len(activations)
    As = [X]
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ As[-1] + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            As.append(sigmoid(Z))
        elif activations[l - 1] == "tanh":
            As.append(np.tanh(Z))
        else:
            As.append(np.maximum(Z, 0))
    out = np.zeros(L)
    dZ = (As[L] - Y) / X.shape[1]
    out[-1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * derivative(As[l], activations[l - 1])
        out[l - 1] = np.linalg.norm(dZ)
    return out
'''},
    {"exercise": "gradient_norms", "right": False, "name": "slope 1 at zero", "note": "the slope of ReLU at z = 0 is taken as 1", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = X
    slopes = []
    for l, name in enumerate(activations):
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if name == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            slopes.append(A * (1 - A))
        elif name == "tanh":
            A = np.tanh(Z)
            slopes.append(1 - A * A)
        else:
            A = np.maximum(0, Z)
            slopes.append(np.where(Z >= 0, 1.0, 0.0))
    norms = np.empty(L)
    dZ = (A - Y) / Y.shape[1]
    for l in range(L, 0, -1):
        if l < L:
            dZ = (params[f"W{l+1}"].T @ dZ) * slopes[l-1]
        norms[l-1] = np.sqrt((dZ ** 2).sum())
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "no slope on the way back", "note": "multiplies by the transposed weights alone", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = Y.shape[1]
    A = X
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "relu":
            A = np.maximum(0, Z)
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
        else:
            A = 1 / (1 + np.exp(-Z))
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l + 1}"].T @ dZ
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "weights of the same layer", "note": "uses W of layer l instead of l + 1; the shapes do not fit", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    funcs = {"relu": lambda z: np.maximum(0, z), "tanh": np.tanh, "sigmoid": lambda z: 1/(1+np.exp(-z))}
    derivs = {"relu": lambda a: a > 0, "tanh": lambda a: 1 - a**2, "sigmoid": lambda a: a*(1-a)}
    A = [X]
    for l in range(1, L+1):
        A.append(funcs[activations[l-1]](params[f"W{l}"] @ A[l-1] + params[f"b{l}"]))
    dZ = (A[L] - Y) / m
    norms = np.zeros(L)
    norms[L-1] = np.linalg.norm(dZ)
    for l in range(L-1, 0, -1):
        dZ = (params[f"W{l}"].T @ dZ) * derivs[activations[l-1]](A[l])
        norms[l-1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "transpose forgotten", "note": "W instead of W.T on the way back; stops unless the shapes happen to fit", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A, slopes = X, []
    for l in range(1, L + 1):
        Z = np.dot(params[f"W{l}"], A) + params[f"b{l}"]
        kind = activations[l - 1]
        if kind == "sigmoid":
            A = 1 / (1 + np.exp(-Z)); s = A * (1 - A)
        elif kind == "tanh":
            A = np.tanh(Z); s = 1 - A ** 2
        else:
            A = np.maximum(Z, 0); s = (Z > 0).astype(float)
        slopes.append(s)
    dZ = (A - Y) / X.shape[1]
    result = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = np.dot(params[f"W{l + 1}"], dZ) * slopes[l - 1]
        result.insert(0, np.linalg.norm(dZ))
    return np.array(result)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "slope at the output too", "note": "multiplies the shortcut A - Y by the slope of the sigmoid once more", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    A, S = X, []
    for l in range(L):
        Z = params[f"W{l + 1}"] @ A + params[f"b{l + 1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            S.append(A * (1 - A))
        if activations[l] == "tanh":
            A = np.tanh(Z)
            S.append(1 - A ** 2)
        if activations[l] == "relu":
            A = np.maximum(0, Z)
            S.append(np.where(Z > 0, 1, 0))
    dA = (A - Y) / m
    norms = []
    for l in range(L - 1, -1, -1):
        dZ = dA * S[l]
        norms.append(np.linalg.norm(dZ))
        dA = params[f"W{l + 1}"].T @ dZ
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "root forgotten", "note": "returns the sums of the squares", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A, S = X, []
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            S.append(A * (1 - A))
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
            S.append(1 - A ** 2)
        else:
            A = np.maximum(0, Z)
            S.append(Z > 0)
    norms = np.zeros(L)
    dZ = (A - Y) / X.shape[1]
    norms[L - 1] = np.sum(dZ ** 2)
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * S[l - 1]
        norms[l - 1] = np.sum(dZ ** 2)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "spectral instead of Frobenius", "note": "takes the largest singular value of dZ", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A, S = X, []
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            S.append(A * (1 - A))
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
            S.append(1 - np.tanh(Z) ** 2)
        else:
            A = np.maximum(0, Z)
            S.append((Z > 0).astype(int))
    dZ = (A - Y) / X.shape[1]
    norms = [spectral_norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * S[l - 1]
        norms = [spectral_norm(dZ)] + norms
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "square of tanh forgotten", "note": "the slope of tanh is written as 1 - tanh z", "code": r'''
def act(Z, name):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-Z))
    if name == "tanh":
        return np.tanh(Z)
    return np.maximum(0, Z)

def act_prime(Z, name):
    if name == "sigmoid":
        return act(Z, name) * (1 - act(Z, name))
    if name == "tanh":
        return 1 - np.tanh(Z)
    return np.where(Z > 0, 1, 0)

def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = X
    Z = {}
    for l in range(1, L + 1):
        Z[l] = params[f"W{l}"] @ A + params[f"b{l}"]
        A = act(Z[l], activations[l - 1])
    dZ = {L: (A - Y) / X.shape[1]}
    for l in range(L - 1, 0, -1):
        dZ[l] = (params[f"W{l + 1}"].T @ dZ[l + 1]) * act_prime(Z[l], activations[l - 1])
    return np.array([np.linalg.norm(dZ[l]) for l in range(1, L + 1)])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "slope of the layer above", "note": "counts the activations from 1 on the way back, so takes the kind of layer l + 1; wrong if the kinds differ", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    def f(Z, name):
        return {"sigmoid": 1 / (1 + np.exp(-Z)), "tanh": np.tanh(Z), "relu": np.maximum(0, Z)}[name]
    def df(Z, name):
        s = 1 / (1 + np.exp(-Z))
        return {"sigmoid": s * (1 - s), "tanh": 1 - np.tanh(Z) ** 2, "relu": 1.0 * (Z > 0)}[name]
    A = X
    Zs = []
    for i, name in enumerate(activations):
        Zs.append(params[f"W{i+1}"] @ A + params[f"b{i+1}"])
        A = f(Zs[i], name)
    dZ = (A - Y) / X.shape[1]
    norms = np.zeros(L)
    norms[L-1] = np.linalg.norm(dZ)
    for l in range(L-1, 0, -1):
        dZ = (params[f"W{l+1}"].T @ dZ) * df(Zs[l-1], activations[l])
        norms[l-1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "activation of layer l at place l", "note": "reads activations[l] for layer l and runs over the end of the list", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    A = X
    slopes = {}
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            slopes[l] = A * (1 - A)
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            slopes[l] = 1 - A ** 2
        else:
            A = np.maximum(0, Z)
            slopes[l] = (Z > 0) * 1
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * slopes[l]
        norms.insert(0, np.linalg.norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "divides at every layer", "note": "the 1/m comes in again at each step back", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    A, slopes = X, [None]
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "tanh":
            A = np.tanh(Z)
            slopes.append(1 - A ** 2)
        elif activations[l - 1] == "relu":
            A = np.maximum(0, Z)
            slopes.append(np.sign(A))
        else:
            A = 1 / (1 + np.exp(-Z))
            slopes.append(A * (1 - A))
    dZ = 1 / m * (A - Y)
    norms = np.zeros(L)
    norms[-1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        dZ = 1 / m * (params[f"W{l + 1}"].T @ dZ) * slopes[l]
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "divides by all labels", "note": "the mean runs over all entries of Y, not over the examples; wrong for several output units", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A, slopes = X, [None]
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "tanh":
            A = np.tanh(Z)
            slopes.append(1 - A ** 2)
        elif activations[l - 1] == "relu":
            A = np.maximum(0, Z)
            slopes.append(np.where(Z > 0, 1, 0))
        else:
            A = 1 / (1 + np.exp(-Z))
            slopes.append(A * (1 - A))
    dZ = (A - Y) / Y.size
    norms = np.zeros(L)
    for l in range(L, 0, -1):
        if l != L:
            dZ = (params[f"W{l + 1}"].T @ dZ) * slopes[l]
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "biases forgotten", "note": "the forward pass leaves b out", "code": r'''
def gradient_norms(params, X, Y, activations):
    sig = lambda z: 1 / (1 + np.exp(-z))
    L = len(activations)
    A = X
    Z = []
    for l in range(1, L + 1):
        z = params[f"W{l}"] @ A
        Z.append(z)
        if activations[l - 1] == "sigmoid":
            A = sig(z)
        elif activations[l - 1] == "tanh":
            A = np.tanh(z)
        else:
            A = np.maximum(0, z)
    dZ = (A - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        z = Z[l - 1]
        if activations[l - 1] == "sigmoid":
            slope = sig(z) * (1 - sig(z))
        elif activations[l - 1] == "tanh":
            slope = 1 - np.tanh(z) ** 2
        else:
            slope = z > 0
        dZ = (params[f"W{l + 1}"].T @ dZ) * slope
        norms.append(np.linalg.norm(dZ))
    norms.reverse()
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "star for the matrix product", "note": "multiplies W and A entry by entry; the shapes do not fit in general", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    A = X
    slopes = []
    for l in range(1, L + 1):
        Z = params[f"W{l}"] * A + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            slopes.append(A * (1 - A))
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
            slopes.append(1 - A ** 2)
        else:
            A = np.maximum(0, Z)
            slopes.append(Z > 0)
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T * dZ) * slopes[l - 1]
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "list returned", "note": "returns a list and not an array", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = X
    slopes = []
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            slopes.append(A * (1 - A))
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
            slopes.append(1 - A ** 2)
        else:
            A = np.maximum(0, Z)
            slopes.append(Z > 0)
    dZ = (A - Y) / X.shape[1]
    norms = [float(np.linalg.norm(dZ))]
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]
'''},
    {"exercise": "gradient_norms", "right": False, "name": "two layers built in", "note": "written for one hidden layer; stops without one and gives two norms for deeper networks", "code": r'''
def gradient_norms(params, X, Y, activations):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    m = X.shape[1]
    Z1 = W1 @ X + b1
    if activations[0] == "sigmoid":
        A1 = 1 / (1 + np.exp(-Z1))
        slope = A1 * (1 - A1)
    elif activations[0] == "tanh":
        A1 = np.tanh(Z1)
        slope = 1 - A1 ** 2
    else:
        A1 = np.maximum(0, Z1)
        slope = np.where(Z1 > 0, 1.0, 0.0)
    A2 = 1 / (1 + np.exp(-(W2 @ A1 + b2)))
    dZ2 = (A2 - Y) / m
    dZ1 = (W2.T @ dZ2) * slope
    return np.array([np.linalg.norm(dZ1), np.linalg.norm(dZ2)])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "norms of dW", "note": "measures the gradient of the weights and not that of Z", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    A = [X]
    slopes = [None]
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A.append(1 / (1 + np.exp(-Z)))
            slopes.append(A[l] * (1 - A[l]))
        elif activations[l - 1] == "tanh":
            A.append(np.tanh(Z))
            slopes.append(1 - A[l] ** 2)
        else:
            A.append(np.maximum(0, Z))
            slopes.append((Z > 0) * 1.0)
    dZ = (A[L] - Y) / m
    norms = np.zeros(L)
    norms[L - 1] = np.linalg.norm(dZ @ A[L - 1].T)
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * slopes[l]
        norms[l - 1] = np.linalg.norm(dZ @ A[l - 1].T)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "labels changed", "note": "works in the array Y itself; integer labels make it stop", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = X
    slopes = [None]
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            slopes.append(A * (1 - A))
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
            slopes.append(1 - A ** 2)
        else:
            A = np.maximum(0, Z)
            slopes.append((Z > 0) * 1.0)
    dZ = Y
    dZ -= A
    dZ /= -X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * slopes[l]
        norms.append(np.linalg.norm(dZ))
    return np.array(norms)[::-1]
'''},
    {"exercise": "gradient_norms", "right": False, "name": "sigmoid everywhere", "note": "ignores the list of activations", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A[-1] + params[f"b{l}"]
        A.append(1 / (1 + np.exp(-Z)))
    dZ = (A[L] - Y) / X.shape[1]
    norms = np.zeros(L)
    norms[L - 1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * A[l] * (1 - A[l])
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "root of the mean square", "note": "divides by the number of entries under the root", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = X
    slopes = []
    for l, a in enumerate(activations, 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if a == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            slopes.append(A * (1 - A))
        elif a == "tanh":
            A = np.tanh(Z)
            slopes.append(1 - A ** 2)
        elif a == "relu":
            A = np.maximum(0, Z)
            slopes.append(Z > 0)
    dZ = (A - Y) / X.shape[1]
    norms = []
    for l in range(L, 0, -1):
        norms.append(np.sqrt(np.mean(dZ ** 2)))
        if l > 1:
            dZ = (params[f"W{l}"].T @ dZ) * slopes[l - 2]
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "list outside the function", "note": "the list of norms lives outside and grows from call to call", "code": r'''
all_norms = []

def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = X
    slopes = []
    for l, a in enumerate(activations, 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if a == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            slopes.append(A * (1 - A))
        elif a == "tanh":
            A = np.tanh(Z)
            slopes.append(1 - A ** 2)
        else:
            A = np.maximum(0, Z)
            slopes.append(Z > 0)
    dZ = (A - Y) / X.shape[1]
    all_norms.insert(0, np.linalg.norm(dZ))
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * slopes[l - 1]
        all_norms.insert(0, np.linalg.norm(dZ))
    return np.array(all_norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "ReLU spelled otherwise", "note": "asks for the name ReLU, so relu layers fall through and the slope is not defined or is an old one", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = X
    slopes = {}
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            slope = A * (1 - A)
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
            slope = 1 - A ** 2
        elif activations[l - 1] == "ReLU":
            A = np.maximum(0, Z)
            slope = (Z > 0) * 1.0
        slopes[l] = slope
    dZ = (A - Y) / X.shape[1]
    norms = np.zeros(L)
    norms[L - 1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * slopes[l]
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "rows as examples", "note": "divides by the number of features because it takes rows for examples", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[0]
    A = X
    slopes = []
    for l in range(L):
        Z = np.matmul(params[f"W{l+1}"], A) + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            slopes.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            slopes.append(1 - A ** 2)
        else:
            A = np.maximum(0, Z)
            slopes.append(np.where(Z > 0, 1, 0))
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 2, -1, -1):
        dZ = np.matmul(params[f"W{l+2}"].T, dZ) * slopes[l]
        norms = [np.linalg.norm(dZ)] + norms
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "output layer left out", "note": "gives the hidden layers alone, so one norm is missing", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = X
    slopes = []
    for l in range(L):
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            slopes.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            slopes.append(1 - A ** 2)
        else:
            A = np.maximum(0, Z)
            slopes.append(np.where(Z > 0, 1, 0))
    dZ = (A - Y) / X.shape[1]
    norms = []
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l+1}"].T @ dZ) * slopes[l-1]
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "norm along an axis", "note": "one norm for each example instead of one for the layer", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = X
    slopes = []
    for l in range(L):
        Z = params[f"W{l+1}"] @ A + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            slopes.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            slopes.append(1 - A ** 2)
        else:
            A = np.maximum(0, Z)
            slopes.append(np.where(Z > 0, 1, 0))
    dZ = (A - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ, axis=0)]
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l+1}"].T @ dZ) * slopes[l-1]
        norms.append(np.linalg.norm(dZ, axis=0))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "only the last Z kept", "note": "does not store Z of each layer; the slopes all come from the output layer", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = X
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
        else:
            A = np.maximum(0, Z)
    dZ = (A - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        if activations[l - 1] == "sigmoid":
            s = 1 / (1 + np.exp(-Z))
            slope = s * (1 - s)
        elif activations[l - 1] == "tanh":
            slope = 1 - np.tanh(Z) ** 2
        else:
            slope = (Z > 0).astype(float)
        dZ = (params[f"W{l + 1}"].T @ dZ) * slope
        norms.insert(0, np.linalg.norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "sum of absolute values", "note": "adds the absolute values of dZ, which is another norm", "code": r'''
def gradient_norms(params, X, Y, activations):
    sig = lambda z: 1 / (1 + np.exp(-z))
    g = {"sigmoid": sig, "tanh": np.tanh, "relu": lambda z: np.maximum(z, 0)}
    gp = {"sigmoid": lambda z: sig(z) * sig(-z), "tanh": lambda z: 1 - np.tanh(z)**2, "relu": lambda z: z > 0}
    L = len(activations)
    A, Z = X, [0]
    for l in range(1, L + 1):
        Z.append(params[f"W{l}"] @ A + params[f"b{l}"])
        A = g[activations[l - 1]](Z[l])
    dZ = (A - Y) / X.shape[1]
    out = np.zeros(L)
    out[L - 1] = np.abs(dZ).sum()
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * gp[activations[l - 1]](Z[l])
        out[l - 1] = np.abs(dZ).sum()
    return out
'''},
    {"exercise": "gradient_norms", "right": False, "name": "gradient of A at the output", "note": "starts with the derivative of the loss by A and forgets the slope of the sigmoid there", "code": r'''
def gradient_norms(params, X, Y, activations):
    sig = lambda z: 1 / (1 + np.exp(-z))
    g = {"sigmoid": sig, "tanh": np.tanh, "relu": lambda z: np.maximum(z, 0)}
    gp = {"sigmoid": lambda z: sig(z) * (1 - sig(z)), "tanh": lambda z: 1 - np.tanh(z)**2, "relu": lambda z: z > 0}
    L = len(activations)
    A, Z = X, [0]
    for l in range(1, L + 1):
        Z.append(params[f"W{l}"] @ A + params[f"b{l}"])
        A = g[activations[l - 1]](Z[l])
    dZ = (-Y / A + (1 - Y) / (1 - A)) / X.shape[1]
    out = np.zeros(L)
    out[L - 1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * gp[activations[l - 1]](Z[l])
        out[l - 1] = np.linalg.norm(dZ)
    return out
'''},
    {"exercise": "gradient_norms", "right": False, "name": "slope as matrix product", "note": "uses @ between the gradient and the slopes; the shapes do not fit", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    A = X
    Zs = {}
    for l in range(1, L + 1):
        Zs[l] = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Zs[l]))
        elif activations[l - 1] == "tanh":
            A = np.tanh(Zs[l])
        else:
            A = np.maximum(0, Zs[l])
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        if activations[l - 1] == "sigmoid":
            s = 1 / (1 + np.exp(-Zs[l]))
            slope = s * (1 - s)
        elif activations[l - 1] == "tanh":
            slope = 1 - np.tanh(Zs[l]) ** 2
        else:
            slope = np.where(Zs[l] > 0, 1.0, 0.0)
        dZ = params[f"W{l + 1}"].T @ dZ @ slope
        norms.insert(0, np.linalg.norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "keys without a number", "note": "asks the dictionary for W{l} without the f before the text", "code": r'''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = X
    Z = {}
    for l in range(1, L + 1):
        Z[l] = params["W{l}"] @ A + params["b{l}"]
        A = np.tanh(Z[l]) if activations[l - 1] == "tanh" else 1 / (1 + np.exp(-Z[l]))
    dZ = (A - Y) / X.shape[1]
    return np.linalg.norm(dZ)
'''},

    # initialize_parameters
    {"exercise": "initialize_parameters", "right": True, "name": "if and elif", "note": "", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        spread = 0.01
    elif init == "xavier":
        spread = np.sqrt(1 / n_in)
    elif init == "he":
        spread = np.sqrt(2 / n_in)
    W = spread * rng.standard_normal((n_out, n_in))
    b = np.zeros((n_out, 1))
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "dictionary of spreads and rng.normal", "note": "", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if rng is None:
        rng = np.random.default_rng()
    spreads = dict(plain=0.01, xavier=(1 / n_in) ** 0.5, he=(2 / n_in) ** 0.5)
    return dict(
        W=rng.normal(loc=0.0, scale=spreads[init], size=(n_out, n_in)),
        b=np.full((n_out, 1), 0.0),
    )
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "match and early return", "note": "", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = rng.standard_normal(size=(n_out, n_in))
    b = np.zeros(shape=(n_out, 1))
    match init:
        case "xavier":
            return {"W": N / np.sqrt(n_in), "b": b}
        case "he":
            return {"W": N * np.sqrt(2) / np.sqrt(n_in), "b": b}
        case _:
            return {"W": N / 100, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "entry by entry", "note": "", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    def spread():
        if init == "xavier":
            return np.sqrt(1.0 / n_in)
        if init == "he":
            return np.sqrt(2.0 / n_in)
        return 0.01

    s = spread()
    weights = np.empty((n_out, n_in))
    biases = np.empty((n_out, 1))
    for i in range(n_out):
        biases[i, 0] = 0.0
        for j in range(n_in):
            weights[i, j] = s * rng.standard_normal()
    layer = {}
    layer["W"] = weights
    layer["b"] = biases
    return layer
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "flat draw with a variance", "note": "", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    variance = {"plain": 0.0001, "xavier": 1 / n_in, "he": 2 / n_in}[init]
    flat = rng.normal(0, np.sqrt(variance), n_in * n_out)
    return {"W": flat.reshape(n_out, n_in), "b": np.zeros(n_out)[:, np.newaxis]}
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "drawn by columns and transposed", "note": "", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    columns = [rng.standard_normal(n_out) for _ in range(n_in)]
    N = np.array(columns).T
    gain = {"xavier": 1, "he": 2}.get(init)
    scale = 0.01 if gain is None else np.sqrt(gain / n_in)
    return {"W": scale * N, "b": 0.0 * rng.standard_normal((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "normal numbers from uniform ones", "note": "", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    # Box-Muller; 1 - u lies in (0, 1], so the logarithm is finite
    u1 = 1.0 - rng.random((n_out, n_in))
    u2 = rng.random((n_out, n_in))
    N = np.sqrt(-2.0 * np.log(u1)) * np.cos(2.0 * np.pi * u2)
    names = ["plain", "xavier", "he"]
    scales = [0.01, np.sqrt(1 / n_in), np.sqrt(2 / n_in)]
    return {"W": N * scales[names.index(init)], "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "shape turned over", "note": "W has shape (n_in, n_out)", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = rng.standard_normal((n_in, n_out))
    if init == "plain":
        W = 0.01 * N
    elif init == "xavier":
        W = np.sqrt(1 / n_in) * N
    else:
        W = np.sqrt(2 / n_in) * N
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "number of units in the spread", "note": "divides by n_out instead of n_in", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_out), "he": np.sqrt(2 / n_out)}[init]
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "root forgotten", "note": "multiplies by the variance instead of its root", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        s = 0.01
    elif init == "xavier":
        s = 1 / n_in
    elif init == "he":
        s = 2 / n_in
    W = rng.normal(0, s, size=(n_out, n_in))
    b = np.zeros((n_out, 1))
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "Xavier and He exchanged", "note": "the 2 stands with xavier and the 1 with he", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = rng.standard_normal((n_out, n_in))
    if init == "xavier":
        N = N * np.sqrt(2 / n_in)
    elif init == "he":
        N = N * np.sqrt(1 / n_in)
    else:
        N = N * 0.01
    return {"W": N, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "other Xavier formula", "note": "the formula from memory with n_in + n_out, which is not the one of the table", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        std = 0.01
    if init == "xavier":
        std = np.sqrt(2 / (n_in + n_out))
    if init == "he":
        std = np.sqrt(2 / n_in)
    return {"W": std * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "flat biases", "note": "b has shape (n_out,) instead of (n_out, 1)", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}
    return {"W": scale[init] * rng.standard_normal((n_out, n_in)), "b": np.zeros(n_out)}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "biases drawn too", "note": "the biases are random and not 0", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "xavier":
        scale = np.sqrt(1 / n_in)
    elif init == "he":
        scale = np.sqrt(2 / n_in)
    else:
        scale = 0.01
    W = scale * rng.standard_normal((n_out, n_in))
    b = scale * rng.standard_normal((n_out, 1))
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "uniform numbers", "note": "rng.random is uniform between 0 and 1, not normal", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = rng.random((n_out, n_in))
    if init == "xavier":
        W = np.sqrt(1 / n_in) * N
    elif init == "he":
        W = np.sqrt(2 / n_in) * N
    else:
        W = 0.01 * N
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "uniform with the right spread", "note": "mean and spread are right, but the numbers are uniform and not normal", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    std = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    limit = np.sqrt(3) * std
    W = rng.uniform(-limit, limit, size=(n_out, n_in))
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "generator of its own", "note": "makes a generator with a fixed seed, so that every draw is the same, and ignores the one given", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    rng = np.random.default_rng(0)
    N = rng.standard_normal((n_out, n_in))
    if init == "plain":
        W = 0.01 * N
    elif init == "xavier":
        W = np.sqrt(1 / n_in) * N
    elif init == "he":
        W = np.sqrt(2 / n_in) * N
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "global generator", "note": "draws with np.random.randn and not from rng", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        W = np.random.randn(n_out, n_in) * 0.01
    elif init == "xavier":
        W = np.random.randn(n_out, n_in) * np.sqrt(1 / n_in)
    elif init == "he":
        W = np.random.randn(n_out, n_in) * np.sqrt(2 / n_in)
    b = np.zeros((n_out, 1))
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "global seed set", "note": "draws rightly but sets the seed of NumPy's global generator, which should be left alone", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    np.random.seed(42)   # for reproducible results
    if rng is None:
        rng = np.random
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W": scale * rng.normal(size=(n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "shape as two arguments", "note": "the second argument of standard_normal is the type, so it stops", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = rng.standard_normal(n_out, n_in)
    if init == "plain":
        W = 0.01 * N
    elif init == "xavier":
        W = np.sqrt(1 / n_in) * N
    else:
        W = np.sqrt(2 / n_in) * N
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "rng.randn", "note": "a Generator has no method randn", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = 0.01
    if init == "xavier":
        scale = np.sqrt(1 / n_in)
    if init == "he":
        scale = np.sqrt(2 / n_in)
    W = rng.randn(n_out, n_in) * scale
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "shape of zeros as two arguments", "note": "np.zeros(n_out, 1) takes 1 for a type and stops", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = 0.01
    if init == "xavier":
        scale = np.sqrt(1 / n_in)
    if init == "he":
        scale = np.sqrt(2 / n_in)
    W = rng.standard_normal((n_out, n_in)) * scale
    b = np.zeros(n_out, 1)
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "pair returned", "note": "returns a tuple and not a dictionary", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    W = scale * rng.standard_normal((n_out, n_in))
    b = np.zeros((n_out, 1))
    return W, b
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "keys W1 and b1", "note": "the names in the dictionary are wrong", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    params = {}
    params["W1"] = rng.standard_normal((n_out, n_in))
    params["b1"] = np.zeros((n_out, 1))
    if init == "plain":
        params["W1"] *= 0.01
    elif init == "xavier":
        params["W1"] *= np.sqrt(1 / n_in)
    elif init == "he":
        params["W1"] *= np.sqrt(2 / n_in)
    return params
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "plain not small", "note": "forgets the 0.01 for plain", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    W = rng.standard_normal((n_out, n_in))
    if init == "xavier":
        W = W * np.sqrt(1 / n_in)
    if init == "he":
        W = W * np.sqrt(2 / n_in)
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "other default", "note": "the default is he instead of plain", "code": r'''
def initialize_parameters(n_in, n_out, init="he", rng=None):
    if init == "he":
        scale = np.sqrt(2 / n_in)
    elif init == "xavier":
        scale = np.sqrt(1 / n_in)
    else:
        scale = 0.01
    return {"W": rng.normal(0, scale, (n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "names with capitals", "note": "looks for Xavier and He with capitals; the names given are not found", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "Xavier": np.sqrt(1 / n_in), "He": np.sqrt(2 / n_in)}
    W = rng.standard_normal((n_out, n_in)) * scale[init]
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "whole division", "note": "1 // n_in and 2 // n_in are 0 for wide layers", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        scale = 0.01
    elif init == "xavier":
        scale = np.sqrt(1 // n_in)
    elif init == "he":
        scale = np.sqrt(2 // n_in)
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "half instead of root", "note": "** 1 / 2 is a division by 2, no root", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = 0.01
    if init == "xavier":
        scale = (1 / n_in) ** 1 / 2
    elif init == "he":
        scale = (2 / n_in) ** 1 / 2
    W = scale * rng.standard_normal((n_out, n_in))
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "absolute values", "note": "all weights are positive, so their mean is not 0", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = np.abs(rng.standard_normal((n_out, n_in)))
    scales = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}
    return {"W": scales[init] * N, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "cut at two spreads", "note": "large weights are cut off, so the numbers are not normal", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = rng.standard_normal((n_out, n_in))
    N = np.clip(N, -2, 2)      # no outliers
    scales = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}
    return {"W": scales[init] * N, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "same row for all units", "note": "draws one row and repeats it, so the units never differ", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scales = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}
    row = scales[init] * rng.standard_normal(n_in)
    W = np.zeros((n_out, n_in))
    W[:] = row
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "else undoes Xavier", "note": "the else belongs to the second if alone, so xavier becomes plain", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "xavier":
        scale = np.sqrt(1 / n_in)
    if init == "he":
        scale = np.sqrt(2 / n_in)
    else:
        scale = 0.01
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "condition always true", "note": "`or` with a text alone is always true, so he gets the spread of xavier", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        scale = 0.01
    elif init == "xavier" or "glorot":
        scale = np.sqrt(1 / n_in)
    else:
        scale = np.sqrt(2 / n_in)
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "order of the arguments", "note": "init and rng have changed places in the signature, so the call with positions stops", "code": r'''
def initialize_parameters(n_in, n_out, rng, init="plain"):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "multiplies by the root of n_in", "note": "the root stands above the line, so the weights grow with the number of inputs", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = rng.standard_normal((n_out, n_in))
    if init == "plain":
        W = N * 0.01
    elif init == "xavier":
        W = N * np.sqrt(n_in)
    elif init == "he":
        W = N * np.sqrt(n_in / 2)
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "kept in a store", "note": "remembers the layer for its size and gives the same weights to every later generator", "code": r'''
_store = {}

def initialize_parameters(n_in, n_out, init="plain", rng=None):
    key = (n_in, n_out, init)
    if key not in _store:
        scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
        _store[key] = {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
    return _store[key]
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "forced mean and spread", "note": "subtracts the mean and divides by the spread of the draw; one weight alone becomes nan", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = rng.standard_normal((n_out, n_in))
    N = (N - N.mean()) / N.std()
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W": scale * N, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "two decimals", "note": "rounds the weights, so small ones become 0", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    W = np.round(rng.normal(0, scale, (n_out, n_in)), 2)
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "one bias for each input", "note": "b has n_in rows instead of n_out", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    W = scale * rng.standard_normal((n_out, n_in))
    b = np.zeros((W.shape[1], 1))
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "spread of 0.01 on top", "note": "the 0.01 of plain is applied to all three kinds", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    W = 0.01 * rng.standard_normal((n_out, n_in))
    if init == "xavier":
        W = W * np.sqrt(1 / n_in)
    elif init == "he":
        W = W * np.sqrt(2 / n_in)
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "constant weights", "note": "no draw at all: every weight is the spread itself", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W": scale * np.ones((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "called with size twice", "note": "scale and shape stand in the wrong places of rng.normal, so it stops", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    W = rng.normal((n_out, n_in), 0, scale)
    b = np.zeros((n_out, 1))
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "generator called", "note": "calls the generator itself like a function, which it is not", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = rng((n_out, n_in))
    if init == "plain":
        W = 0.01 * N
    elif init == "xavier":
        W = np.sqrt(1 / n_in) * N
    elif init == "he":
        W = np.sqrt(2 / n_in) * N
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "plain not handled", "note": "only xavier and he are written; plain, the default, leaves the spread without a value", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "xavier":
        sigma = np.sqrt(1 / n_in)
    elif init == "he":
        sigma = np.sqrt(2 / n_in)
    W = sigma * rng.standard_normal((n_out, n_in))
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "nothing returned", "note": "the return is missing", "code": r'''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    W = rng.standard_normal((n_out, n_in))
    b = np.zeros((n_out, 1))
    if init == "xavier":
        W = W / np.sqrt(n_in)
    elif init == "he":
        W = W * np.sqrt(2 / n_in)
    else:
        W = W * 0.01
    parameters = {"W": W, "b": b}
'''},
]
