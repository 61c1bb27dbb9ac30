"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- spectral_norm
    {"exercise": "spectral_norm", "right": True, "name": "svd first", "note": "", "code": '''
def spectral_norm(W):
    return np.linalg.svd(W, compute_uv=False)[0]
'''},
    {"exercise": "spectral_norm", "right": True, "name": "norm ord 2", "note": "", "code": '''
def spectral_norm(W):
    return float(np.linalg.norm(W, ord=2))
'''},
    {"exercise": "spectral_norm", "right": True, "name": "eigenvalues of the Gram matrix", "note": "", "code": '''
def spectral_norm(W):
    gram = W.T @ W
    largest = np.linalg.eigvalsh(gram)[-1]
    return np.sqrt(max(largest, 0.0))
'''},
    {"exercise": "spectral_norm", "right": True, "name": "full svd and max", "note": "", "code": '''
def spectral_norm(W):
    U, S, Vt = np.linalg.svd(W)
    return np.max(S)
'''},
    {"exercise": "spectral_norm", "right": True, "name": "loop over the singular values", "note": "", "code": '''
def spectral_norm(W):
    biggest = 0.0
    for s in np.linalg.svd(np.array(W, dtype=float), compute_uv=False):
        if s > biggest:
            biggest = float(s)
    return biggest
'''},
    {"exercise": "spectral_norm", "right": True, "name": "stretch of the best direction", "note": "", "code": '''
def spectral_norm(W):
    # the first right singular vector is the direction that is stretched most
    _, _, Vt = np.linalg.svd(W)
    v = Vt[0]
    return np.linalg.norm(W @ v) / np.linalg.norm(v)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "Frobenius norm", "note": "calls np.linalg.norm without the option, which is the Frobenius norm", "code": '''
def spectral_norm(W):
    return np.linalg.norm(W)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "smallest singular value", "note": "takes the last singular value and thinks the order is rising", "code": '''
def spectral_norm(W):
    s = np.linalg.svd(W, compute_uv=False)
    return s[-1]
'''},
    {"exercise": "spectral_norm", "right": False, "name": "all singular values", "note": "returns the whole array of singular values", "code": '''
def spectral_norm(W):
    return np.linalg.svd(W, compute_uv=False)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "eigenvalues of W", "note": "takes the largest absolute eigenvalue, wrong for a shear and an exception if W is not square", "code": '''
def spectral_norm(W):
    eigenvalues = np.linalg.eigvals(W)
    return np.max(np.abs(eigenvalues))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "forgot the root", "note": "largest eigenvalue of W^T W without the square root", "code": '''
def spectral_norm(W):
    return np.linalg.eigvalsh(W.T @ W).max()
'''},
    {"exercise": "spectral_norm", "right": False, "name": "norm ord 1", "note": "uses option 1, the largest column sum", "code": '''
def spectral_norm(W):
    return np.linalg.norm(W, 1)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "norm ord inf", "note": "thinks that the largest one is the option inf, which is the largest row sum", "code": '''
def spectral_norm(W):
    return np.linalg.norm(W, ord=np.inf)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "largest entry", "note": "takes the largest absolute entry", "code": '''
def spectral_norm(W):
    return np.max(np.abs(W))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "sum of singular values", "note": "adds the singular values, the nuclear norm", "code": '''
def spectral_norm(W):
    s = np.linalg.svd(W, compute_uv=False)
    return np.sum(s)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "longest row", "note": "norm of each row and then the largest", "code": '''
def spectral_norm(W):
    return np.max(np.linalg.norm(W, axis=1))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "stretch of ones", "note": "measures the stretch for one vector of ones only, no maximum", "code": '''
def spectral_norm(W):
    v = np.ones((W.shape[1], 1))
    return np.linalg.norm(W @ v) / np.linalg.norm(v)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "rounded to six decimals", "note": "copies the rounding of the example into the function, wrong for small entries", "code": '''
def spectral_norm(W):
    return round(float(np.linalg.svd(W, compute_uv=False)[0]), 6)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "unpacks svd", "note": "unpacks three results though compute_uv=False gives only one array", "code": '''
def spectral_norm(W):
    U, S, V = np.linalg.svd(W, compute_uv=False)
    return S[0]
'''},
    {"exercise": "spectral_norm", "right": False, "name": "max of the tuple", "note": "calls .max() on the tuple that svd returns with compute_uv", "code": '''
def spectral_norm(W):
    singular_values = np.linalg.svd(W)
    return singular_values.max()
'''},
    {"exercise": "spectral_norm", "right": False, "name": "option as text", "note": "passes the option of norm as the text '2'", "code": '''
def spectral_norm(W):
    return np.linalg.norm(W, ord="2")
'''},
    {"exercise": "spectral_norm", "right": False, "name": "np.svd", "note": "forgets linalg, there is no np.svd", "code": '''
def spectral_norm(W):
    return np.svd(W, compute_uv=False)[0]
'''},
    # ---------------------------------------------------------------- per_layer_factor
    {"exercise": "per_layer_factor", "right": True, "name": "product", "note": "", "code": '''
def per_layer_factor(norm, derivative):
    return norm * derivative
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "np.multiply", "note": "", "code": '''
def per_layer_factor(norm, derivative):
    return float(np.multiply(norm, derivative))
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "np.prod", "note": "", "code": '''
def per_layer_factor(norm, derivative):
    return np.prod([norm, derivative])
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "step by step", "note": "", "code": '''
def per_layer_factor(norm, derivative):
    factor = 1.0
    for value in (norm, derivative):
        factor *= value
    return factor
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "absolute value", "note": "", "code": '''
def per_layer_factor(norm, derivative):
    largest_slope = abs(float(derivative))
    f = largest_slope * float(norm)
    return f
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "np.dot", "note": "", "code": '''
def per_layer_factor(norm, derivative):
    return np.dot(norm, derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "sum", "note": "adds the two instead of multiplying", "code": '''
def per_layer_factor(norm, derivative):
    return norm + derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "quotient", "note": "divides the norm by the slope", "code": '''
def per_layer_factor(norm, derivative):
    return norm / derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "always sigmoid", "note": "multiplies by 0.25 and ignores the slope that is given", "code": '''
def per_layer_factor(norm, derivative):
    return norm * 0.25
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "at most one", "note": "caps the factor at 1 because gradients vanish", "code": '''
def per_layer_factor(norm, derivative):
    return min(norm * derivative, 1.0)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "sigmoid slope again", "note": "takes the slope for an activation and computes a (1 - a) from it", "code": '''
def per_layer_factor(norm, derivative):
    return norm * derivative * (1 - derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "maximum of both", "note": "reads the max of the formula as the larger of the two numbers", "code": '''
def per_layer_factor(norm, derivative):
    return max(norm, derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "power", "note": "types ** instead of *", "code": '''
def per_layer_factor(norm, derivative):
    return norm ** derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "array of one", "note": "returns an array of shape (1,) instead of a number", "code": '''
def per_layer_factor(norm, derivative):
    return np.array([norm]) * np.array([derivative])
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "printed", "note": "prints the factor instead of returning it", "code": '''
def per_layer_factor(norm, derivative):
    f = norm * derivative
    print(f)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "rounded", "note": "rounds to two decimals", "code": '''
def per_layer_factor(norm, derivative):
    return round(norm * derivative, 2)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "answers yes or no", "note": "returns whether the gradient shrinks instead of the factor", "code": '''
def per_layer_factor(norm, derivative):
    f = norm * derivative
    return f < 1
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "norm squared", "note": "multiplies by the norm twice, once for W and once for W transposed", "code": '''
def per_layer_factor(norm, derivative):
    return norm * norm * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "max of a number", "note": "calls max on a single number", "code": '''
def per_layer_factor(norm, derivative):
    return norm * max(abs(derivative))
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "norm of the norm", "note": "calls spectral_norm on the norm, which is no matrix", "code": '''
def per_layer_factor(norm, derivative):
    return spectral_norm(norm) * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "unknown W", "note": "uses W, which is not an argument", "code": '''
def per_layer_factor(norm, derivative):
    return np.linalg.norm(W, 2) * np.max(derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "matrix product", "note": "uses @ between two numbers", "code": '''
def per_layer_factor(norm, derivative):
    return norm @ derivative
'''},
    # ---------------------------------------------------------------- gradient_flow
    {"exercise": "gradient_flow", "right": True, "name": "loop and append", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = [delta_out]
    for norm, derivative in zip(norms, derivatives):
        deltas.append(deltas[-1] * norm * derivative)
    return np.array(deltas, dtype=float)
'''},
    {"exercise": "gradient_flow", "right": True, "name": "cumprod", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    factors = np.asarray(norms) * np.asarray(derivatives)
    return delta_out * np.concatenate(([1.0], np.cumprod(factors)))
'''},
    {"exercise": "gradient_flow", "right": True, "name": "filled array", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    k = len(norms)
    deltas = np.zeros(k + 1)
    deltas[0] = delta_out
    for i in range(k):
        deltas[i + 1] = per_layer_factor(norms[i], derivatives[i]) * deltas[i]
    return deltas
'''},
    {"exercise": "gradient_flow", "right": True, "name": "products of prefixes", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return np.array([delta_out * np.prod(norms[:k] * derivatives[:k]) for k in range(len(norms) + 1)])
'''},
    {"exercise": "gradient_flow", "right": True, "name": "in place on an own array", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    result = np.empty(len(norms) + 1, dtype=float)
    result[0] = delta_out
    result[1:] = norms
    result[1:] *= derivatives
    return np.multiply.accumulate(result)
'''},
    {"exercise": "gradient_flow", "right": True, "name": "itertools accumulate", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    from itertools import accumulate
    factors = [float(n) * float(d) for n, d in zip(norms, derivatives)]
    return np.array(list(accumulate(factors, lambda delta, f: f * delta, initial=float(delta_out))))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "returns a list", "note": "gives back the Python list and not an array", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = [delta_out]
    for n, d in zip(norms, derivatives):
        deltas.append(n * d * deltas[-1])
    return deltas
'''},
    {"exercise": "gradient_flow", "right": False, "name": "start left out", "note": "two mistakes: only the k bounds after the steps, without delta_out, and in a list", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = []
    delta = delta_out
    for norm, derivative in zip(norms, derivatives):
        delta = delta * norm * derivative
        deltas.append(delta)
    return deltas
'''},
    {"exercise": "gradient_flow", "right": False, "name": "steps from the input", "note": "goes through the layers in the reverse order", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = [delta_out]
    for k in reversed(range(len(norms))):
        deltas.append(norms[k] * derivatives[k] * deltas[-1])
    return np.array(deltas)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "result turned round", "note": "returns the list with the output last", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = [delta_out]
    for n, d in zip(norms, derivatives):
        deltas.append(n * d * deltas[-1])
    return np.array(deltas[::-1])
'''},
    {"exercise": "gradient_flow", "right": False, "name": "delta_out ignored", "note": "starts at 1 whatever delta_out is", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return np.concatenate(([1.0], np.cumprod(norms * derivatives)))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "delta_out only in front", "note": "puts delta_out in front but does not multiply the later entries by it", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return np.insert(np.cumprod(norms * derivatives), 0, delta_out)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "not accumulated", "note": "multiplies delta_out by each factor alone", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = np.zeros(len(norms) + 1)
    deltas[0] = delta_out
    for k in range(len(norms)):
        deltas[k + 1] = norms[k] * derivatives[k] * delta_out
    return deltas
'''},
    {"exercise": "gradient_flow", "right": False, "name": "largest slope of all", "note": "reads max as the largest slope of all layers", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = [delta_out]
    for k in range(len(norms)):
        deltas.append(norms[k] * np.max(np.abs(derivatives)) * deltas[k])
    return np.array(deltas)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "integer array", "note": "makes the array from delta_out, so an integer start cuts off the decimals", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = np.full(len(norms) + 1, delta_out)
    for k in range(len(norms)):
        deltas[k + 1] = norms[k] * derivatives[k] * deltas[k]
    return deltas
'''},
    {"exercise": "gradient_flow", "right": False, "name": "last step missing", "note": "the loop ends one step too early and a zero is left", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    k = len(norms)
    deltas = np.zeros(k + 1)
    deltas[0] = delta_out
    for i in range(1, k):
        deltas[i] = norms[i - 1] * derivatives[i - 1] * deltas[i - 1]
    return deltas
'''},
    {"exercise": "gradient_flow", "right": False, "name": "only the last bound", "note": "returns the last number instead of all", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = delta_out
    for n, d in zip(norms, derivatives):
        delta = n * d * delta
    return np.array(delta)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "input changed", "note": "multiplies the slopes into the norms in place", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    norms *= derivatives
    return np.concatenate(([delta_out], delta_out * np.cumprod(norms)))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "array too short", "note": "makes room for k entries and writes one more", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = np.zeros(len(norms))
    deltas[0] = delta_out
    for k in range(len(norms)):
        deltas[k + 1] = norms[k] * derivatives[k] * deltas[k]
    return deltas
'''},
    {"exercise": "gradient_flow", "right": False, "name": "concatenate with a number", "note": "joins a plain number and an array", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    flow = delta_out * np.cumprod(norms * derivatives)
    return np.concatenate((delta_out, flow))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "append to an array", "note": "NumPy arrays have no append", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = np.array([delta_out])
    for n, d in zip(norms, derivatives):
        deltas.append(n * d * deltas[-1])
    return deltas
'''},
    {"exercise": "gradient_flow", "right": False, "name": "zip forgotten", "note": "loops over the pair of arrays instead of pairs of numbers", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    deltas = [delta_out]
    for n, d in norms, derivatives:
        deltas.append(n * d * deltas[-1])
    return np.array(deltas)
'''},
    # ---------------------------------------------------------------- layers_until
    {"exercise": "layers_until", "right": True, "name": "ceil of the quotient", "note": "", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": True, "name": "while loop", "note": "", "code": '''
def layers_until(threshold, factor):
    k = 0
    left = 1.0
    while left > threshold:
        left *= factor
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": True, "name": "math with a base", "note": "", "code": '''
def layers_until(threshold, factor):
    import math
    return math.ceil(math.log(threshold, factor))
'''},
    {"exercise": "layers_until", "right": True, "name": "floor plus one", "note": "", "code": '''
def layers_until(threshold, factor):
    # an exact hit does not occur
    exact = np.log10(threshold) / np.log10(factor)
    return int(np.floor(exact)) + 1
'''},
    {"exercise": "layers_until", "right": True, "name": "count powers", "note": "", "code": '''
def layers_until(threshold, factor):
    from itertools import count
    return next(k for k in count(1) if factor ** k <= threshold)
'''},
    {"exercise": "layers_until", "right": True, "name": "guess and correct", "note": "", "code": '''
def layers_until(threshold, factor):
    k = max(int(np.log2(1 / threshold) / np.log2(1 / factor)), 0)
    while factor ** k > threshold:
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "rounded down", "note": "int() cuts off instead of rounding up", "code": '''
def layers_until(threshold, factor):
    return int(np.log(threshold) / np.log(factor))
'''},
    {"exercise": "layers_until", "right": False, "name": "rounded to the nearest", "note": "rounds to the nearest whole number", "code": '''
def layers_until(threshold, factor):
    return int(np.round(np.log(threshold) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "quotient upside down", "note": "divides the logarithm of the factor by that of the threshold", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(factor) / np.log(threshold)))
'''},
    {"exercise": "layers_until", "right": False, "name": "not rounded", "note": "returns the quotient with its fraction", "code": '''
def layers_until(threshold, factor):
    return np.log(threshold) / np.log(factor)
'''},
    {"exercise": "layers_until", "right": False, "name": "log of the quotient", "note": "takes the logarithm of threshold / factor", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold / factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "one too many", "note": "rounds up and adds one", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold) / np.log(factor))) + 1
'''},
    {"exercise": "layers_until", "right": False, "name": "loop starts at the factor", "note": "starts with one step done but counts from zero", "code": '''
def layers_until(threshold, factor):
    k = 0
    left = factor
    while left > threshold:
        left = left * factor
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "loop the wrong way", "note": "goes on while the power is below the threshold, so it stops at once", "code": '''
def layers_until(threshold, factor):
    k = 0
    while factor ** k <= threshold:
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "squares the factor", "note": "overwrites the factor, so it is squared in each step", "code": '''
def layers_until(threshold, factor):
    k = 1
    while factor > threshold:
        factor = factor * factor
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "loop with an end", "note": "looks at the first hundred steps only and returns None for a factor near 1", "code": '''
def layers_until(threshold, factor):
    for k in range(100):
        if factor ** k <= threshold:
            return k
'''},
    {"exercise": "layers_until", "right": False, "name": "linear loss", "note": "takes off 1 - factor at every step instead of multiplying", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil((1 - threshold) / (1 - factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "returns what is left", "note": "counts rightly but returns the power instead of the count", "code": '''
def layers_until(threshold, factor):
    k, left = 0, 1.0
    while left > threshold:
        k += 1
        left = factor ** k
    return left
'''},
    {"exercise": "layers_until", "right": False, "name": "math not imported", "note": "uses math without an import", "code": '''
def layers_until(threshold, factor):
    return math.ceil(math.log(threshold) / math.log(factor))
'''},
    {"exercise": "layers_until", "right": False, "name": "np.log with a base", "note": "passes the base as the second argument of np.log", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold, factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "k has no start", "note": "counts with a k that was never set", "code": '''
def layers_until(threshold, factor):
    left = 1.0
    while left > threshold:
        left *= factor
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "range of a fraction", "note": "makes a range up to the quotient without rounding", "code": '''
def layers_until(threshold, factor):
    for k in range(np.log(threshold) / np.log(factor)):
        if factor ** k <= threshold:
            break
    return k + 1
'''},
    # ---------------------------------------------------------------- gradient_norms
    {"exercise": "gradient_norms", "right": True, "name": "caches and a dictionary of functions", "note": "", "code": '''
def gradient_norms(params, X, Y, activations):
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))
    g = {"sigmoid": sigmoid, "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    slope = {
        "sigmoid": lambda z: sigmoid(z) * (1 - sigmoid(z)),
        "tanh": lambda z: 1 - np.tanh(z) ** 2,
        "relu": lambda z: (z > 0).astype(float),
    }
    L = len(activations)
    m = X.shape[1]
    Z = {}
    A = {0: X}
    for l in range(1, L + 1):
        Z[l] = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        A[l] = g[activations[l - 1]](Z[l])
    dZ = (A[L] - Y) / m
    norms = np.zeros(L)
    norms[L - 1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * slope[activations[l - 1]](Z[l])
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": True, "name": "slopes from the outputs", "note": "", "code": '''
def gradient_norms(params, X, Y, activations):
    # all three slopes can be found from a alone
    A = X
    outputs = []
    for l, name in enumerate(activations, start=1):
        Z = np.dot(params["W" + str(l)], A) + params["b" + str(l)]
        if name == "sigmoid":
            A = 1.0 / (1.0 + np.exp(-Z))
        elif name == "tanh":
            A = np.tanh(Z)
        else:
            A = np.where(Z > 0, Z, 0)
        outputs.append(A)
    dZ = (outputs[-1] - Y) / Y.shape[1]
    norms = [np.sqrt(np.sum(dZ ** 2))]
    for l in range(len(activations) - 1, 0, -1):
        A = outputs[l - 1]
        name = activations[l - 1]
        if name == "sigmoid":
            slope = A * (1 - A)
        elif name == "tanh":
            slope = 1 - A * A
        else:
            slope = A > 0
        dZ = np.dot(params["W" + str(l + 1)].T, dZ) * slope
        norms.append(np.sqrt(np.sum(dZ ** 2)))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": True, "name": "recursion", "note": "", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    norms = np.empty(L)

    def go(l, A):
        # forward to layer l, returns dZ of this layer
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        kind = activations[l - 1]
        if kind == "sigmoid":
            out = 1 / (1 + np.exp(-Z))
            slope = out * (1 - out)
        elif kind == "tanh":
            out = np.tanh(Z)
            slope = 1 - out ** 2
        else:
            out = np.maximum(Z, 0)
            slope = np.where(Z > 0, 1.0, 0.0)
        if l == L:
            dZ = (out - Y) / X.shape[1]
        else:
            dZ = (params[f"W{l + 1}"].T @ go(l + 1, out)) * slope
        norms[l - 1] = np.linalg.norm(dZ)
        return dZ

    go(1, X)
    return norms
'''},
    {"exercise": "gradient_norms", "right": True, "name": "example by example", "note": "", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    squares = np.zeros(L)
    for i in range(m):
        a = X[:, i]
        zs, slopes = [], []
        for l in range(1, L + 1):
            z = params[f"W{l}"] @ a + params[f"b{l}"][:, 0]
            if activations[l - 1] == "relu":
                a = z * (z > 0)
                slopes.append(1.0 * (z > 0))
            elif activations[l - 1] == "tanh":
                a = np.tanh(z)
                slopes.append(1 - a ** 2)
            else:
                a = 1 / (1 + np.exp(-z))
                slopes.append(a * (1 - a))
        d = (a - Y[:, i]) / m
        squares[L - 1] += d @ d
        for l in range(L - 1, 0, -1):
            d = (d @ params[f"W{l + 1}"]) * slopes[l - 1]
            squares[l - 1] += d @ d
    return np.sqrt(squares)
'''},
    {"exercise": "gradient_norms", "right": True, "name": "helpers and einsum", "note": "", "code": '''
def _act(name, z):
    if name == "relu":
        a = z.copy()
        a[z <= 0] = 0
        return a
    if name == "tanh":
        return np.tanh(z)
    return 0.5 * (1 + np.tanh(z / 2))


def _slope(name, z):
    if name == "relu":
        return np.heaviside(z, 0.0)
    a = _act(name, z)
    if name == "tanh":
        return (1 - a) * (1 + a)
    return a - a ** 2


def gradient_norms(params, X, Y, activations):
    Ws = [params[f"W{l + 1}"] for l in range(len(activations))]
    bs = [params[f"b{l + 1}"] for l in range(len(activations))]
    As, Zs = [X.astype(float)], []
    for W, b, name in zip(Ws, bs, activations):
        Zs.append(np.einsum("oi,im->om", W, As[-1]) + b)
        As.append(_act(name, Zs[-1]))
    dZs = [(As[-1] - Y) / X.shape[1]]
    for W, Z, name in zip(Ws[:0:-1], Zs[-2::-1], activations[-2::-1]):
        dZs.insert(0, np.einsum("oi,om->im", W, dZs[0]) * _slope(name, Z))
    return np.array([np.sqrt((dZ * dZ).sum()) for dZ in dZs])
'''},
    {"exercise": "gradient_norms", "right": True, "name": "keys in an own cache", "note": "", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(params) // 2
    cache = {"A0": X}
    for l in range(1, L + 1):
        Z = np.matmul(params[f"W{l}"], cache[f"A{l - 1}"]) + params[f"b{l}"]
        match activations[l - 1]:
            case "sigmoid":
                A = 1 / (1 + np.exp(-Z))
                cache[f"D{l}"] = A * (1 - A)
            case "tanh":
                A = np.tanh(Z)
                cache[f"D{l}"] = 1 - np.square(A)
            case "relu":
                A = Z.clip(min=0)
                cache[f"D{l}"] = np.sign(A)
        cache[f"A{l}"] = A
    cache[f"dZ{L}"] = (cache[f"A{L}"] - Y) / np.size(Y, 1)
    l = L - 1
    while l > 0:
        cache[f"dZ{l}"] = np.matmul(params[f"W{l + 1}"].T, cache[f"dZ{l + 1}"]) * cache[f"D{l}"]
        l -= 1
    return np.array([np.linalg.norm(cache[f"dZ{l}"].ravel()) for l in range(1, L + 1)])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "mean forgotten", "note": "starts with A - Y without 1/m", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    L = len(activations)
    A, Z = [X], [None]
    for l in range(1, L + 1):
        Z.append(params[f"W{l}"] @ A[-1] + params[f"b{l}"])
        A.append(g[activations[l - 1]](Z[-1]))
    slope = {
        "sigmoid": lambda z: g["sigmoid"](z) * (1 - g["sigmoid"](z)),
        "tanh": lambda z: 1 - np.tanh(z) ** 2,
        "relu": lambda z: z > 0,
    }
    dZ = A[L] - Y
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * slope[activations[l - 1]](Z[l])
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "mean at every layer", "note": "divides by m again at each layer on the way back", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    A = X
    Zs, As = [], []
    for l in range(L):
        Z = params[f"W{l + 1}"] @ A + params[f"b{l + 1}"]
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
        else:
            A = np.maximum(0, Z)
        Zs.append(Z)
        As.append(A)
    dZ = 1 / m * (As[-1] - Y)
    norms = np.zeros(L)
    norms[-1] = np.linalg.norm(dZ)
    for l in range(L - 2, -1, -1):
        if activations[l] == "sigmoid":
            slope = As[l] * (1 - As[l])
        elif activations[l] == "tanh":
            slope = 1 - As[l] ** 2
        else:
            slope = Zs[l] > 0
        dZ = 1 / m * (params[f"W{l + 2}"].T @ dZ) * slope
        norms[l] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "last layer first", "note": "two mistakes: forgets to turn the list round, and returns a list", "code": '''
def gradient_norms(params, X, Y, activations):
    sigmoid = lambda z: 1 / (1 + np.exp(-z))
    L, m = len(activations), X.shape[1]
    A, Zs = X, {}
    for l in range(1, L + 1):
        Zs[l] = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "relu":
            A = np.maximum(0, Zs[l])
        elif activations[l - 1] == "tanh":
            A = np.tanh(Zs[l])
        else:
            A = sigmoid(Zs[l])
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        if activations[l - 1] == "relu":
            D = Zs[l] > 0
        elif activations[l - 1] == "tanh":
            D = 1 - np.tanh(Zs[l]) ** 2
        else:
            D = sigmoid(Zs[l]) * (1 - sigmoid(Zs[l]))
        dZ = params[f"W{l + 1}"].T @ dZ * D
        norms.append(np.linalg.norm(dZ))
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "only Y divided", "note": "writes A - Y / m without the brackets", "code": '''
def gradient_norms(params, X, Y, activations):
    m = X.shape[1]
    A, slopes = X, []
    for l, name in enumerate(activations, 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if name == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            slopes.append(A * (1 - A))
        elif name == "tanh":
            A = np.tanh(Z)
            slopes.append(1 - A ** 2)
        else:
            A = np.maximum(0, Z)
            slopes.append(np.where(Z > 0, 1, 0))
    dZ = A - Y / m
    norms = [np.linalg.norm(dZ)]
    for l in range(len(activations) - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * slopes[l - 1]
        norms.insert(0, np.linalg.norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "slope at A", "note": "puts the activation A and not Z into the derivative", "code": '''
def gradient_norms(params, X, Y, activations):
    def g(name, z):
        if name == "sigmoid":
            return 1 / (1 + np.exp(-z))
        if name == "tanh":
            return np.tanh(z)
        return np.maximum(0, z)

    def g_prime(name, z):
        if name == "sigmoid":
            return g(name, z) * (1 - g(name, z))
        if name == "tanh":
            return 1 - np.tanh(z) ** 2
        return (z > 0).astype(float)

    L, m = len(activations), X.shape[1]
    A = {0: X}
    for l in range(1, L + 1):
        A[l] = g(activations[l - 1], params[f"W{l}"] @ A[l - 1] + params[f"b{l}"])
    dZ = {L: (A[L] - Y) / m}
    for l in range(L - 1, 0, -1):
        dZ[l] = (params[f"W{l + 1}"].T @ dZ[l + 1]) * g_prime(activations[l - 1], A[l])
    return np.array([np.linalg.norm(dZ[l]) for l in range(1, L + 1)])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "activation of the next layer", "note": "uses activations[l] for the slope of layer l, one too far", "code": '''
def gradient_norms(params, X, Y, activations):
    def g(name, z):
        if name == "sigmoid":
            return 1 / (1 + np.exp(-z))
        if name == "tanh":
            return np.tanh(z)
        return np.maximum(0, z)

    def g_prime(name, z):
        if name == "sigmoid":
            return g(name, z) * (1 - g(name, z))
        if name == "tanh":
            return 1 - np.tanh(z) ** 2
        return (z > 0).astype(float)

    L, m = len(activations), X.shape[1]
    Z, A = {}, {0: X}
    for l in range(1, L + 1):
        Z[l] = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        A[l] = g(activations[l - 1], Z[l])
    dZ = {L: (A[L] - Y) / m}
    for l in range(L - 1, 0, -1):
        dZ[l] = (params[f"W{l + 1}"].T @ dZ[l + 1]) * g_prime(activations[l], Z[l])
    return np.array([np.linalg.norm(dZ[l]) for l in range(1, L + 1)])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "output slope too", "note": "starts with the slope of the sigmoid in dZ of the output, as for a squared loss", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    A, D = X, []
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            D.append(A * (1 - A))
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
            D.append(1 - A ** 2)
        elif activations[l - 1] == "relu":
            A = np.maximum(0, Z)
            D.append((Z > 0) * 1.0)
    dA = (A - Y) / m
    norms = np.zeros(L)
    for l in range(L, 0, -1):
        dZ = dA * D[l - 1]
        norms[l - 1] = np.linalg.norm(dZ)
        dA = params[f"W{l}"].T @ dZ
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "spectral instead of Frobenius", "note": "takes spectral_norm of dZ because it was written before", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, D = X, {}
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            D[l] = A * (1 - A)
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
            D[l] = 1 - A ** 2
        else:
            A = np.maximum(0, Z)
            D[l] = Z > 0
    dZ = (A - Y) / m
    norms = [spectral_norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l + 1}"].T @ dZ * D[l]
        norms = [spectral_norm(dZ)] + norms
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "root forgotten", "note": "returns the sums of squares", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, D = X, {}
    for l in range(1, L + 1):
        Z = np.dot(params[f"W{l}"], A) + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            D[l] = A * (1 - A)
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
            D[l] = 1 - A ** 2
        else:
            A = np.maximum(0, Z)
            D[l] = Z > 0
    dZ = (A - Y) / m
    norms = np.zeros(L)
    norms[L - 1] = np.sum(dZ ** 2)
    for l in reversed(range(1, L)):
        dZ = np.dot(params[f"W{l + 1}"].T, dZ) * D[l]
        norms[l - 1] = np.sum(dZ ** 2)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "m from the rows", "note": "counts the features of X as the examples", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), len(X)
    A, D = X, {}
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            D[l] = A * (1 - A)
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
            D[l] = 1 - A ** 2
        else:
            A = np.maximum(0, Z)
            D[l] = Z > 0
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * D[l]
        norms.append(np.linalg.norm(dZ))
    norms.reverse()
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "ReLU slope 1 at zero", "note": "takes z >= 0 for the slope of ReLU", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, D = X, {}
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            D[l] = A * (1 - A)
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
            D[l] = 1 - A ** 2
        else:
            A = np.maximum(0, Z)
            D[l] = np.where(Z < 0, 0, 1)
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l + 1}"].T @ dZ) * D[l]
        norms.append(np.linalg.norm(dZ))
    return np.flip(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "params used as the cache", "note": "stores Z and A in the params that were given, so the input is changed", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    params["A0"] = X
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ params[f"A{l - 1}"] + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
        else:
            A = np.maximum(0, Z)
        params[f"Z{l}"] = Z
        params[f"A{l}"] = A
    dZ = (params[f"A{L}"] - Y) / X.shape[1]
    norms = np.zeros(L)
    norms[-1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        A, Z = params[f"A{l}"], params[f"Z{l}"]
        if activations[l - 1] == "sigmoid":
            slope = A * (1 - A)
        elif activations[l - 1] == "tanh":
            slope = 1 - A ** 2
        else:
            slope = Z > 0
        dZ = (params[f"W{l + 1}"].T @ dZ) * slope
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "W of the same layer", "note": "goes back with W of layer l instead of layer l + 1", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, D = X, {}
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
            D[l] = A * (1 - A)
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
            D[l] = 1 - A ** 2
        else:
            A = np.maximum(0, Z)
            D[l] = Z > 0
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = (params[f"W{l}"].T @ dZ) * D[l]
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "layers from zero", "note": "counts the layers from 0 and asks for W0", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(activations), X.shape[1]
    A, Zs = X, []
    for l in range(L):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        Zs.append(Z)
        if activations[l] == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
        else:
            A = np.maximum(0, Z)
    dZ = (A - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        s = 1 / (1 + np.exp(-Zs[l - 1]))
        slope = {"sigmoid": s * (1 - s), "tanh": 1 - np.tanh(Zs[l - 1]) ** 2, "relu": Zs[l - 1] > 0}[activations[l - 1]]
        dZ = (params[f"W{l}"].T @ dZ) * slope
        norms.insert(0, np.linalg.norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "transpose forgotten", "note": "multiplies by W and not by its transpose on the way back", "code": '''
def gradient_norms(params, X, Y, activations):
    sigmoid = lambda z: 1 / (1 + np.exp(-z))
    g = {"sigmoid": sigmoid, "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    dg = {"sigmoid": lambda z: sigmoid(z) * (1 - sigmoid(z)), "tanh": lambda z: 1 - np.tanh(z) ** 2, "relu": lambda z: z > 0}
    L = len(activations)
    A, Z = {0: X}, {}
    for l in range(1, L + 1):
        Z[l] = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        A[l] = g[activations[l - 1]](Z[l])
    dZ = (A[L] - Y) / X.shape[1]
    norms = np.zeros(L)
    norms[L - 1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        dZ = np.dot(params[f"W{l + 1}"], dZ) * dg[activations[l - 1]](Z[l])
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "np.max for ReLU", "note": "np.max(0, Z) takes Z for the axis", "code": '''
def gradient_norms(params, X, Y, activations):
    A = X
    L = len(activations)
    cache = []
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A + params[f"b{l}"]
        if activations[l - 1] == "relu":
            A = np.max(0, Z)
        elif activations[l - 1] == "tanh":
            A = np.tanh(Z)
        else:
            A = 1 / (1 + np.exp(-Z))
        cache.append((Z, A))
    dZ = (A - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        Z, A = cache[l - 1]
        if activations[l - 1] == "relu":
            slope = Z > 0
        elif activations[l - 1] == "tanh":
            slope = 1 - A ** 2
        else:
            slope = A * (1 - A)
        dZ = (params[f"W{l + 1}"].T @ dZ) * slope
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    # ---------------------------------------------------------------- initialize_parameters
    {"exercise": "initialize_parameters", "right": True, "name": "if and elif", "note": "", "code": '''
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
    {"exercise": "initialize_parameters", "right": True, "name": "table of spreads", "note": "", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    spread = {"plain": 0.01, "xavier": (1 / n_in) ** 0.5, "he": (2 / n_in) ** 0.5}[init]
    return dict(W=rng.normal(0.0, spread, size=(n_out, n_in)), b=np.zeros((n_out, 1)))
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "number by number", "note": "", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    W = np.zeros((n_out, n_in))
    for i in range(n_out):
        for j in range(n_in):
            W[i, j] = rng.normal()
    if init == "xavier":
        W = W / np.sqrt(n_in)
    elif init == "he":
        W = W * np.sqrt(2) / np.sqrt(n_in)
    else:
        W = W / 100
    layer = {}
    layer["W"] = W
    layer["b"] = np.zeros(n_out).reshape(-1, 1)
    return layer
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "drawn flat and reshaped", "note": "", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = rng.standard_normal(n_in * n_out).reshape(n_out, n_in)
    variance = 0.01 ** 2
    if init == "xavier":
        variance = 1 / n_in
    if init == "he":
        variance = 2 / n_in
    N *= np.sqrt(variance)
    return {"W": N, "b": np.full((n_out, 1), 0.0)}
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "drawn transposed", "note": "", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    match init:
        case "xavier":
            s = np.sqrt(1.0 / n_in)
        case "he":
            s = np.sqrt(2.0 / n_in)
        case _:
            s = 1e-2
    columns = rng.normal(scale=s, size=(n_in, n_out))
    return {"W": columns.T.copy(), "b": np.zeros(shape=[n_out, 1])}
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "row by row", "note": "", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    def spread():
        if init == "plain":
            return 0.01
        gain = 1 if init == "xavier" else 2
        return np.sqrt(gain / n_in)

    if rng is None:
        rng = np.random.default_rng()
    rows = [spread() * rng.standard_normal(n_in) for _ in range(n_out)]
    return {"W": np.stack(rows), "b": np.array([[0.0]] * n_out)}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "shape swapped", "note": "draws W with shape (n_in, n_out)", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scales = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}
    W = scales[init] * rng.standard_normal((n_in, n_out))
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "spread from n_out", "note": "divides by the number of units instead of inputs", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        scale = 0.01
    elif init == "xavier":
        scale = np.sqrt(1 / n_out)
    else:
        scale = np.sqrt(2 / n_out)
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "root forgotten", "note": "gives the variance to rng.normal, which wants the standard deviation", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        scale = 0.01
    elif init == "xavier":
        scale = 1 / n_in
    else:
        scale = 2 / n_in
    return {"W": rng.normal(0, scale, (n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "uniform numbers", "note": "rng.random draws uniform numbers between 0 and 1", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = rng.random((n_out, n_in))
    if init == "plain":
        W = 0.01 * N
    elif init == "xavier":
        W = np.sqrt(1 / n_in) * N
    elif init == "he":
        W = np.sqrt(2 / n_in) * N
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "flat bias", "note": "b has shape (n_out,)", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = 0.01
    if init == "xavier":
        scale = np.sqrt(1 / n_in)
    if init == "he":
        scale = np.sqrt(2 / n_in)
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros(n_out)}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "random biases", "note": "draws the biases too", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    W = scale * rng.standard_normal((n_out, n_in))
    b = scale * rng.standard_normal((n_out, 1))
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "global generator", "note": "draws with np.random.randn and ignores rng", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = np.random.randn(n_out, n_in)
    if init == "plain":
        W = N * 0.01
    elif init == "xavier":
        W = N * np.sqrt(1 / n_in)
    elif init == "he":
        W = N * np.sqrt(2 / n_in)
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "own generator", "note": "makes a generator with seed 0 inside, so all layers start with the same numbers", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    rng = np.random.default_rng(0)
    scale = 0.01
    if init == "xavier":
        scale = np.sqrt(1 / n_in)
    elif init == "he":
        scale = np.sqrt(2 / n_in)
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "keys with a number", "note": "calls the entries W1 and b1", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    params = {}
    if init == "plain":
        params["W1"] = 0.01 * rng.standard_normal((n_out, n_in))
    elif init == "xavier":
        params["W1"] = np.sqrt(1 / n_in) * rng.standard_normal((n_out, n_in))
    elif init == "he":
        params["W1"] = np.sqrt(2 / n_in) * rng.standard_normal((n_out, n_in))
    params["b1"] = np.zeros((n_out, 1))
    return params
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "returns a pair", "note": "returns W and b as a tuple instead of a dictionary", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        scale = 0.01
    elif init == "xavier":
        scale = np.sqrt(1 / n_in)
    else:
        scale = np.sqrt(2 / n_in)
    W = scale * rng.standard_normal((n_out, n_in))
    b = np.zeros((n_out, 1))
    return W, b
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "spread taken for the mean", "note": "the first argument of rng.normal is the mean, the spread stays 1", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        s = 0.01
    elif init == "xavier":
        s = np.sqrt(1 / n_in)
    else:
        s = np.sqrt(2 / n_in)
    return {"W": rng.normal(s, size=(n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "Glorot", "note": "uses the other Xavier rule, 2 / (n_in + n_out), from the web", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "xavier":
        s = np.sqrt(2 / (n_in + n_out))
    elif init == "he":
        s = np.sqrt(2 / n_in)
    else:
        s = 0.01
    return {"W": s * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "shape as two arguments", "note": "rng.standard_normal takes one tuple, the second argument is the type", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    W = scale * rng.standard_normal(n_out, n_in)
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "rng.randn", "note": "a Generator has no randn", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    W = rng.randn(n_out, n_in)
    if init == "plain":
        W = W * 0.01
    elif init == "xavier":
        W = W * np.sqrt(1 / n_in)
    else:
        W = W * np.sqrt(2 / n_in)
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "zeros without a tuple", "note": "np.zeros(n_out, 1) takes the 1 for the type", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = 0.01
    if init == "xavier":
        scale = np.sqrt(1 / n_in)
    elif init == "he":
        scale = np.sqrt(2 / n_in)
    W = scale * rng.standard_normal((n_out, n_in))
    b = np.zeros(n_out, 1)
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "plain forgotten", "note": "handles xavier and he only, the default has no W", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = rng.standard_normal((n_out, n_in))
    if init == "xavier":
        W = np.sqrt(1 / n_in) * N
    elif init == "he":
        W = np.sqrt(2 / n_in) * N
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
]
