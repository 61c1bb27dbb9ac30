"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- spectral_norm
    {"exercise": "spectral_norm", "right": True, "name": "first singular value", "note": "", "code": '''
def spectral_norm(W):
    return np.linalg.svd(W, compute_uv=False)[0]
'''},
    {"exercise": "spectral_norm", "right": True, "name": "norm with ord 2", "note": "returns a NumPy float", "code": '''
def spectral_norm(W):
    return np.linalg.norm(W, ord=2)
'''},
    {"exercise": "spectral_norm", "right": True, "name": "eigenvalues of the Gram matrix", "note": "", "code": '''
def spectral_norm(W):
    gram = W.T @ W
    eigenvalues = np.linalg.eigvalsh(gram)
    largest = max(0.0, eigenvalues[-1])
    return float(np.sqrt(largest))
'''},
    {"exercise": "spectral_norm", "right": True, "name": "full svd and python max", "note": "", "code": '''
def spectral_norm(W):
    U, S, Vt = np.linalg.svd(W)
    biggest = 0.0
    for s in S:
        if s > biggest:
            biggest = float(s)
    return biggest
'''},
    {"exercise": "spectral_norm", "right": True, "name": "block matrix", "note": "the largest eigenvalue of [[0, W], [W.T, 0]] is the largest singular value", "code": '''
def spectral_norm(W):
    W = np.array(W, dtype=float)
    p, q = W.shape
    block = np.zeros((p + q, p + q))
    block[:p, p:] = W
    block[p:, :p] = W.T
    return float(np.linalg.eigvalsh(block).max())
'''},
    {"exercise": "spectral_norm", "right": True, "name": "repeated squaring", "note": "power method by squaring the Gram matrix, with the zero matrix apart; unusual but exact to rounding", "code": '''
import math

def spectral_norm(W):
    G = np.asarray(W, dtype=float)
    G = G @ G.T
    logarithm, weight = 0.0, 1.0
    for _ in range(60):
        s = float(np.trace(G))
        if s == 0:
            return 0.0
        logarithm += weight * math.log(s)
        G = G / s
        G = G @ G
        weight /= 2
    return math.exp(logarithm / 2)
'''},
    {"exercise": "spectral_norm", "right": True, "name": "type conversions, lists too", "note": "takes nested lists and whole numbers as well, which nobody asked", "code": '''
def spectral_norm(W, digits=None):
    matrix = np.atleast_2d(np.asarray(W, dtype=np.float64))
    value = float(max(np.linalg.svd(matrix, full_matrices=False)[1].tolist()))
    return value if digits is None else round(value, digits)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "frobenius", "note": "np.linalg.norm without an option: the Frobenius norm, right for one row or rank one only", "code": '''
def spectral_norm(W):
    return np.linalg.norm(W)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "largest entry", "note": "returns the largest absolute entry; agrees on diagonal matrices", "code": '''
def spectral_norm(W):
    return float(np.max(np.abs(W)))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "smallest singular value", "note": "takes the last singular value instead of the first, thinking that they rise", "code": '''
def spectral_norm(W):
    s = np.linalg.svd(W, compute_uv=False)
    return s[-1]
'''},
    {"exercise": "spectral_norm", "right": False, "name": "all singular values", "note": "returns the whole array of singular values and not the largest", "code": '''
def spectral_norm(W):
    return np.linalg.svd(W, compute_uv=False)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "nuclear", "note": "adds the singular values up instead of taking the largest", "code": '''
def spectral_norm(W):
    s = np.linalg.svd(W, compute_uv=False)
    return float(s.sum())
'''},
    {"exercise": "spectral_norm", "right": False, "name": "ord 1", "note": "np.linalg.norm with ord=1: the largest column sum of absolute values", "code": '''
def spectral_norm(W):
    return np.linalg.norm(W, 1)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "ord inf", "note": "np.linalg.norm with ord=inf, meant as 'the largest': the largest row sum of absolute values", "code": '''
def spectral_norm(W):
    return np.linalg.norm(W, np.inf)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "root forgotten", "note": "largest eigenvalue of W.T W without the square root: the square of the spectral norm", "code": '''
def spectral_norm(W):
    return np.linalg.eigvalsh(W.T @ W).max()
'''},
    {"exercise": "spectral_norm", "right": False, "name": "signed entry", "note": "returns the largest entry without absolute value, W.max()", "code": '''
def spectral_norm(W):
    return W.max()
'''},
    {"exercise": "spectral_norm", "right": False, "name": "unit vectors only", "note": "tries only the coordinate vectors: the largest length of a column", "code": '''
def spectral_norm(W):
    best = 0
    for j in range(W.shape[1]):
        v = np.zeros(W.shape[1])
        v[j] = 1
        best = max(best, np.linalg.norm(W @ v))
    return best
'''},
    {"exercise": "spectral_norm", "right": False, "name": "random vectors", "note": "tries 100 random vectors and takes the largest stretch, which is a bit too small", "code": '''
def spectral_norm(W):
    rng = np.random.default_rng(0)
    best = 0
    for _ in range(100):
        v = rng.standard_normal(W.shape[1])
        best = max(best, np.linalg.norm(W @ v) / np.linalg.norm(v))
    return best
'''},
    {"exercise": "spectral_norm", "right": False, "name": "axis 1 norm", "note": "the largest length of a row instead of the largest singular value", "code": '''
def spectral_norm(W):
    return np.max(np.linalg.norm(W, axis=1))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "rounded to 2", "note": "rounds the right value to two decimals", "code": '''
def spectral_norm(W):
    return round(float(np.linalg.norm(W, 2)), 2)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "scales W in place", "note": "right value, but divides W by its largest entry in place and so changes the input (whole-number W would stop it)", "code": '''
def spectral_norm(W):
    scale = np.abs(W).max()
    W /= scale
    return scale * np.linalg.norm(W, 2)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "prints", "note": "prints the right value and returns None", "code": '''
def spectral_norm(W):
    s = np.linalg.svd(W, compute_uv=False)
    print(s[0])
'''},
    {"exercise": "spectral_norm", "right": False, "name": "spectral radius", "note": "Crash: absolute eigenvalues instead of singular values; wrong for a shear, and LinAlgError for a matrix that is not square", "code": '''
def spectral_norm(W):
    return np.max(np.abs(np.linalg.eigvals(W)))
'''},
    {"exercise": "spectral_norm", "right": False, "name": "two of three", "note": "Crash: unpacks the three results of svd into two names, ValueError", "code": '''
def spectral_norm(W):
    U, S = np.linalg.svd(W)
    return S[0]
'''},
    {"exercise": "spectral_norm", "right": False, "name": "linalg without np", "note": "Crash: NameError, linalg was never imported", "code": '''
def spectral_norm(W):
    return linalg.norm(W, 2)
'''},
    {"exercise": "spectral_norm", "right": False, "name": "np.svd", "note": "Crash: AttributeError, np.svd does not exist", "code": '''
def spectral_norm(W):
    return np.svd(W)[0]
'''},
    {"exercise": "spectral_norm", "right": False, "name": "second singular value", "note": "Crash: index 1 as if counting from 1; the second singular value, and IndexError for one row", "code": '''
def spectral_norm(W):
    s = np.linalg.svd(W, compute_uv=False)
    return s[1]
'''},

    # ---------------------------------------------------------------- per_layer_factor
    {"exercise": "per_layer_factor", "right": True, "name": "product", "note": "", "code": '''
def per_layer_factor(norm, derivative):
    return norm * derivative
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "float conversions", "note": "plain numbers only, always a Python float", "code": '''
def per_layer_factor(norm, derivative):
    norm, derivative = float(norm), float(derivative)
    factor = norm * derivative
    return factor
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "np.multiply", "note": "takes arrays as well", "code": '''
def per_layer_factor(norm, derivative):
    return np.multiply(norm, derivative)
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "np.prod of a list", "note": "", "code": '''
def per_layer_factor(norm, derivative):
    return np.prod([norm, derivative])
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "math.prod", "note": "", "code": '''
from math import prod

def per_layer_factor(norm, derivative):
    return prod((norm, derivative), start=1.0)
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "logarithms", "note": "exp of a sum of logarithms, with 0 apart", "code": '''
import math

def per_layer_factor(norm, derivative):
    if norm == 0 or derivative == 0:
        return 0.0
    return math.exp(math.log(norm) + math.log(derivative))
'''},
    {"exercise": "per_layer_factor", "right": True, "name": "absolute value like the formula", "note": "the absolute value is in the formula and does nothing to a slope of at least 0", "code": '''
def per_layer_factor(norm, derivative=0.25):
    return np.dot(norm, np.abs(derivative))
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "adds", "note": "adds norm and slope instead of multiplying", "code": '''
def per_layer_factor(norm, derivative):
    return norm + derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "divides", "note": "divides the norm by the slope (and so stops with ZeroDivisionError at slope 0)", "code": '''
def per_layer_factor(norm, derivative):
    return norm / derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "squares the norm", "note": "squares the norm before multiplying", "code": '''
def per_layer_factor(norm, derivative):
    return norm ** 2 * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "squares the slope", "note": "squares the slope before multiplying", "code": '''
def per_layer_factor(norm, derivative):
    return norm * derivative * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "clipped at one", "note": "cuts the factor off at 1, as if a gradient could never grow", "code": '''
def per_layer_factor(norm, derivative):
    return min(1.0, norm * derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "always sigmoid", "note": "uses the slope 0.25 of the sigmoid and ignores the argument", "code": '''
def per_layer_factor(norm, derivative):
    return norm * 0.25
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "slope capped at a quarter", "note": "cuts the slope off at 0.25, so that tanh and ReLU come out too small", "code": '''
def per_layer_factor(norm, derivative):
    if derivative > 0.25:
        derivative = 0.25
    return norm * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "larger of the two", "note": "reads max in the formula as the larger of norm and slope", "code": '''
def per_layer_factor(norm, derivative):
    return max(norm, derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "derivative taken for an activation", "note": "takes the slope for a value a of the sigmoid and computes norm * a * (1 - a)", "code": '''
def per_layer_factor(norm, derivative):
    return norm * derivative * (1 - derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "root", "note": "the geometric mean, root of norm times slope, instead of the product", "code": '''
def per_layer_factor(norm, derivative):
    return np.sqrt(norm * derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "two decimals", "note": "rounds the product to two decimals", "code": '''
def per_layer_factor(norm, derivative):
    return round(norm * derivative, 2)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "return forgotten", "note": "computes the factor and does not return it: None", "code": '''
def per_layer_factor(norm, derivative):
    factor = norm * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "factor and verdict", "note": "returns a tuple: the factor and whether it shrinks", "code": '''
def per_layer_factor(norm, derivative):
    f = norm * derivative
    return f, f < 1
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "zero slope ignored", "note": "treats a slope of 0 as 'no slope given' and returns the norm alone then", "code": '''
def per_layer_factor(norm, derivative):
    if not derivative:
        return norm
    return norm * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "caret", "note": "Crash: ^ between two floats, TypeError", "code": '''
def per_layer_factor(norm, derivative):
    return norm ^ derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "calls the number", "note": "Crash: norm(derivative), a number is called, TypeError", "code": '''
def per_layer_factor(norm, derivative):
    return norm(derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "norm of the norm", "note": "Crash: calls spectral_norm on the number norm, which np.linalg refuses", "code": '''
def per_layer_factor(norm, derivative):
    return spectral_norm(norm) * derivative
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "max of a number", "note": "Crash: max(derivative) of one number, TypeError not iterable", "code": '''
def per_layer_factor(norm, derivative):
    return norm * max(derivative)
'''},
    {"exercise": "per_layer_factor", "right": False, "name": "misspelled", "note": "Crash: NameError, derivate for derivative", "code": '''
def per_layer_factor(norm, derivative):
    return norm * derivate
'''},

    # ---------------------------------------------------------------- gradient_flow
    {"exercise": "gradient_flow", "right": True, "name": "cumprod and concatenate", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return delta_out * np.concatenate([[1.0], np.cumprod(norms * derivatives)])
'''},
    {"exercise": "gradient_flow", "right": True, "name": "list then array", "note": "a whole delta_out and no steps give an array of whole numbers", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    bounds = [delta_out]
    for n, d in zip(norms, derivatives):
        bounds.append(n * d * bounds[-1])
    return np.array(bounds)
'''},
    {"exercise": "gradient_flow", "right": True, "name": "preallocated", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    k = len(norms)
    delta = np.zeros(k + 1)
    delta[0] = delta_out
    for i in range(k):
        delta[i + 1] = norms[i] * derivatives[i] * delta[i]
    return delta
'''},
    {"exercise": "gradient_flow", "right": True, "name": "cumprod with the start in front", "note": "", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    factors = np.asarray(norms, dtype=float) * np.asarray(derivatives, dtype=float)
    return np.cumprod(np.insert(factors, 0, delta_out))
'''},
    {"exercise": "gradient_flow", "right": True, "name": "itertools", "note": "", "code": '''
from itertools import accumulate
import operator

def gradient_flow(norms, derivatives, delta_out=1.0):
    factors = [float(n) * float(d) for n, d in zip(norms, derivatives)]
    return np.array(list(accumulate(factors, operator.mul, initial=float(delta_out))))
'''},
    {"exercise": "gradient_flow", "right": True, "name": "earlier function and np.append", "note": "calls per_layer_factor", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    result = np.array([float(delta_out)])
    for k in range(norms.shape[0]):
        result = np.append(result, per_layer_factor(norms[k], derivatives[k]) * result[k])
    return result
'''},
    {"exercise": "gradient_flow", "right": True, "name": "products of slices", "note": "one product from the start for every entry", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return np.array([delta_out * np.prod(norms[:k]) * np.prod(derivatives[:k]) for k in range(len(norms) + 1)])
'''},
    {"exercise": "gradient_flow", "right": True, "name": "triangle of ones", "note": "np.where with a triangle mask, product over the rows", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    f = norms * derivatives
    k = f.size
    mask = np.arange(k)[None, :] < np.arange(k + 1)[:, None]
    return delta_out * np.where(mask, f[None, :], 1.0).prod(axis=1)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "start missing", "note": "the output entry delta_out is not in the array: k entries and not k + 1", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return delta_out * np.cumprod(norms * derivatives)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "delta_out ignored", "note": "starts at 1 whatever delta_out is", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return np.concatenate(([1.0], np.cumprod(norms * derivatives)))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "delta_out only in front", "note": "puts delta_out in the first entry but does not multiply the others by it", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return np.concatenate(([delta_out], np.cumprod(norms * derivatives)))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "input first", "note": "turns the result round, so the output stands last", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    bounds = delta_out * np.concatenate(([1.0], np.cumprod(norms * derivatives)))
    return bounds[::-1]
'''},
    {"exercise": "gradient_flow", "right": False, "name": "from the wrong end", "note": "takes the factors from the last to the first, as if norms began at the input", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    f = (norms * derivatives)[::-1]
    return delta_out * np.concatenate(([1.0], np.cumprod(f)))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "slopes forgotten", "note": "multiplies by the norms only", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    bounds = [float(delta_out)]
    for n in norms:
        bounds.append(bounds[-1] * n)
    return np.array(bounds)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "a list", "note": "right values in a list and not in an array", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    bounds = [delta_out]
    for n, d in zip(norms, derivatives):
        bounds.append(bounds[-1] * n * d)
    return bounds
'''},
    {"exercise": "gradient_flow", "right": False, "name": "last bound only", "note": "returns only the bound after the last step, a number", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = delta_out
    for n, d in zip(norms, derivatives):
        delta = n * d * delta
    return delta
'''},
    {"exercise": "gradient_flow", "right": False, "name": "not accumulated", "note": "each entry is delta_out times its own factor only, without the earlier ones", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return np.append(delta_out, delta_out * norms * derivatives)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "sum of factors", "note": "cumsum for cumprod: adds the factors up", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return np.concatenate(([delta_out], delta_out * np.cumsum(norms * derivatives)))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "last step left out", "note": "the loop ends one step early and the last entry stays 0", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    k = len(norms)
    delta = np.zeros(k + 1)
    delta[0] = delta_out
    for i in range(k - 1):
        delta[i + 1] = norms[i] * derivatives[i] * delta[i]
    return delta
'''},
    {"exercise": "gradient_flow", "right": False, "name": "whole numbers", "note": "the array has dtype int, so fractions are cut off", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = np.zeros(len(norms) + 1, dtype=int)
    delta[0] = delta_out
    for i in range(len(norms)):
        delta[i + 1] = norms[i] * derivatives[i] * delta[i]
    return delta
'''},
    {"exercise": "gradient_flow", "right": False, "name": "norms overwritten", "note": "right values, but norms *= derivatives changes the input", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    norms *= derivatives
    return delta_out * np.concatenate(([1.0], np.cumprod(norms)))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "list as default", "note": "a list as default argument is kept from call to call, so only the first call is right", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0, bounds=[]):
    bounds.append(delta_out)
    for n, d in zip(norms, derivatives):
        bounds.append(bounds[-1] * n * d)
    return np.array(bounds)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "first slope for all", "note": "uses derivatives[0] at every step; right when all slopes are equal", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    bounds = [delta_out]
    for n in norms:
        bounds.append(bounds[-1] * n * derivatives[0])
    return np.array(bounds)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "slope not accumulated", "note": "accumulates the norms, but multiplies only by the slope of the same step", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    steps = np.cumprod(norms) * derivatives
    return delta_out * np.concatenate(([1.0], steps))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "stops at a dead layer", "note": "leaves the loop when the bound becomes 0, so the array is too short with a dead layer or no gradient", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    bounds = [delta_out]
    for n, d in zip(norms, derivatives):
        bounds.append(bounds[-1] * n * d)
        if bounds[-1] == 0:
            break
    return np.array(bounds)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "empty not thought of", "note": "Crash: begins with norms[0] outside the loop, IndexError when there is no step; right otherwise", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = [delta_out, norms[0] * derivatives[0] * delta_out]
    for k in range(1, len(norms)):
        delta.append(norms[k] * derivatives[k] * delta[k])
    return np.array(delta)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "old numpy name", "note": "Crash: np.cumproduct, gone from NumPy 2, AttributeError", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    return np.concatenate(([delta_out], delta_out * np.cumproduct(norms * derivatives)))
'''},
    {"exercise": "gradient_flow", "right": False, "name": "concatenate without a list", "note": "Crash: np.concatenate gets a number and an array and not a list of arrays, TypeError", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    rest = delta_out * np.cumprod(norms * derivatives)
    return np.concatenate(delta_out, rest)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "writes past the list", "note": "Crash: assigns to delta[k + 1] of a list with one entry, IndexError (only the empty case gets through)", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = [delta_out]
    for k in range(len(norms)):
        delta[k + 1] = norms[k] * derivatives[k] * delta[k]
    return np.array(delta)
'''},
    {"exercise": "gradient_flow", "right": False, "name": "range of an array", "note": "Crash: range(norms) instead of range(len(norms)), TypeError", "code": '''
def gradient_flow(norms, derivatives, delta_out=1.0):
    delta = [delta_out]
    for k in range(norms):
        delta.append(norms[k] * derivatives[k] * delta[k])
    return np.array(delta)
'''},

    # ---------------------------------------------------------------- layers_until
    {"exercise": "layers_until", "right": True, "name": "numpy logs and ceil", "note": "", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": True, "name": "math with a base", "note": "", "code": '''
import math

def layers_until(threshold, factor):
    return math.ceil(math.log(threshold, factor))
'''},
    {"exercise": "layers_until", "right": True, "name": "while with the power", "note": "a search, slow for factors very near 1", "code": '''
def layers_until(threshold, factor):
    k = 1
    while factor ** k > threshold:
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": True, "name": "floor plus one", "note": "differs from ceil only where a power hits the threshold exactly, which is not checked", "code": '''
def layers_until(threshold, factor):
    ratio = np.log10(threshold) / np.log10(factor)
    return int(ratio // 1) + 1
'''},
    {"exercise": "layers_until", "right": True, "name": "float result", "note": "np.ceil returned as a float with a whole value: reads 'values to seven digits' so that 2.0 is 2", "code": '''
def layers_until(threshold, factor):
    return np.ceil(np.log2(threshold) / np.log2(factor))
'''},
    {"exercise": "layers_until", "right": True, "name": "bisection", "note": "doubles an upper end, then halves the interval", "code": '''
def layers_until(threshold, factor):
    low, high = 0, 1
    while factor ** high > threshold:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        if factor ** middle > threshold:
            low = middle
        else:
            high = middle
    return high
'''},
    {"exercise": "layers_until", "right": True, "name": "ceil and mend", "note": "", "code": '''
from math import ceil, log

def layers_until(threshold, factor, maximum=None):
    t, f = float(threshold), float(factor)
    k = max(1, ceil(log(t) / log(f)))
    if k > 1 and f ** (k - 1) <= t:
        k -= 1
    return k if maximum is None else min(k, maximum)
'''},
    {"exercise": "layers_until", "right": True, "name": "itertools.count", "note": "slow for factors very near 1", "code": '''
import itertools

def layers_until(threshold, factor):
    return next(k for k in itertools.count(1) if factor ** k <= threshold)
'''},
    {"exercise": "layers_until", "right": False, "name": "floor", "note": "rounds the ratio of the logarithms down: one step too few", "code": '''
def layers_until(threshold, factor):
    return int(np.floor(np.log(threshold) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "round", "note": "rounds the ratio to the nearest whole number", "code": '''
def layers_until(threshold, factor):
    return round(np.log(threshold) / np.log(factor))
'''},
    {"exercise": "layers_until", "right": False, "name": "not rounded", "note": "returns the ratio of the logarithms without rounding up", "code": '''
def layers_until(threshold, factor):
    return np.log(threshold) / np.log(factor)
'''},
    {"exercise": "layers_until", "right": False, "name": "upside down", "note": "divides log(factor) by log(threshold)", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(factor) / np.log(threshold)))
'''},
    {"exercise": "layers_until", "right": False, "name": "one step more", "note": "adds 1 to the right number, to be on the safe side", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold) / np.log(factor))) + 1
'''},
    {"exercise": "layers_until", "right": False, "name": "counter starts at 1", "note": "the counter starts at 1 although the product starts at 1 = f^0: one too many", "code": '''
def layers_until(threshold, factor):
    left = 1.0
    k = 1
    while left > threshold:
        left *= factor
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "product starts at factor", "note": "the product starts at f with k = 0: one too few", "code": '''
def layers_until(threshold, factor):
    left = factor
    k = 0
    while left > threshold:
        left = left * factor
        k = k + 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "one percent fixed", "note": "ignores threshold and always uses 0.01", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(0.01) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "linear loss", "note": "thinks that every step takes away 1 - f of the start: ceil((1 - t) / (1 - f))", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil((1 - threshold) / (1 - factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "log of f replaced by f - 1", "note": "uses f - 1 in place of log f, which is good near 1 only", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log(threshold) / (factor - 1)))
'''},
    {"exercise": "layers_until", "right": False, "name": "bases mixed", "note": "log10 above and the natural logarithm below", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.log10(threshold) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "minus sign", "note": "makes only the upper logarithm positive, so the count is negative", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(-np.log(threshold) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "hundred at most", "note": "searches with for up to 99 and returns 100 when not found, too small for factors near 1", "code": '''
def layers_until(threshold, factor):
    for k in range(1, 100):
        if factor ** k <= threshold:
            return k
    return 100
'''},
    {"exercise": "layers_until", "right": False, "name": "difference of logs", "note": "subtracts the logarithms instead of dividing, and takes the absolute value", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(abs(np.log(threshold) - np.log(factor))))
'''},
    {"exercise": "layers_until", "right": False, "name": "what is left", "note": "returns what is left after k steps, factor ** k, and not the count", "code": '''
def layers_until(threshold, factor):
    k = int(np.ceil(np.log(threshold) / np.log(factor)))
    return factor ** k
'''},
    {"exercise": "layers_until", "right": False, "name": "swapped arguments", "note": "the two arguments stand in the other order in the signature", "code": '''
def layers_until(factor, threshold):
    return int(np.ceil(np.log(threshold) / np.log(factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "math not imported", "note": "Crash: NameError, math was never imported", "code": '''
def layers_until(threshold, factor):
    return math.ceil(math.log(threshold) / math.log(factor))
'''},
    {"exercise": "layers_until", "right": False, "name": "np.ln", "note": "Crash: AttributeError, np.ln does not exist", "code": '''
def layers_until(threshold, factor):
    return int(np.ceil(np.ln(threshold) / np.ln(factor)))
'''},
    {"exercise": "layers_until", "right": False, "name": "caret for power", "note": "Crash: factor ^ k, TypeError", "code": '''
def layers_until(threshold, factor):
    k = 1
    while factor ^ k > threshold:
        k += 1
    return k
'''},
    {"exercise": "layers_until", "right": False, "name": "recursion without end", "note": "Crash: calls itself with a smaller factor but never with another threshold and never stops, RecursionError", "code": '''
def layers_until(threshold, factor):
    return 1 + layers_until(threshold, factor * factor)
'''},

    # ---------------------------------------------------------------- gradient_norms
    {"exercise": "gradient_norms", "right": True, "name": "lists of Z and A", "note": "", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    A = [X]
    Z = [None]
    for l in range(1, L + 1):
        z = params[f"W{l}"] @ A[l - 1] + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            a = 1 / (1 + np.exp(-z))
        elif activations[l - 1] == "tanh":
            a = np.tanh(z)
        else:
            a = np.maximum(0, z)
        Z.append(z)
        A.append(a)
    norms = np.zeros(L)
    dZ = (A[L] - Y) / m
    norms[L - 1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        if activations[l - 1] == "sigmoid":
            slope = A[l] * (1 - A[l])
        elif activations[l - 1] == "tanh":
            slope = 1 - np.tanh(Z[l]) ** 2
        else:
            slope = (Z[l] > 0).astype(float)
        dZ = (params[f"W{l + 1}"].T @ dZ) * slope
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": True, "name": "table of functions", "note": "dictionaries of lambdas, slopes from the activations", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: z * (z > 0)}
    slope = {"sigmoid": lambda a: a - a ** 2, "tanh": lambda a: 1 - a ** 2, "relu": lambda a: np.where(a > 0, 1.0, 0.0)}
    A = {0: X}
    for l, name in enumerate(activations, start=1):
        A[l] = g[name](np.dot(params["W" + str(l)], A[l - 1]) + params["b" + str(l)])
    L = len(activations)
    dZ = {L: (A[L] - Y) / Y.shape[1]}
    for l in reversed(range(1, L)):
        dZ[l] = np.dot(params["W" + str(l + 1)].T, dZ[l + 1]) * slope[activations[l - 1]](A[l])
    return np.array([np.sqrt(np.sum(dZ[l] ** 2)) for l in range(1, L + 1)])
'''},
    {"exercise": "gradient_norms", "right": True, "name": "recursive", "note": "an inner function goes forward and comes back with the norms", "code": '''
def gradient_norms(params, X, Y, activations):
    m = X.shape[1]
    L = len(activations)

    def go(l, A):
        W, b = params[f"W{l}"], params[f"b{l}"]
        Z = W @ A + b
        if l == L:
            dZ = (1 / (1 + np.exp(-Z)) - Y) / m
            return W.T @ dZ, [np.linalg.norm(dZ)]
        kind = activations[l - 1]
        if kind == "sigmoid":
            out = 1 / (1 + np.exp(-Z))
            slope = out * (1 - out)
        elif kind == "tanh":
            out = np.tanh(Z)
            slope = 1 - out * out
        else:
            out = np.where(Z > 0, Z, 0)
            slope = np.where(Z > 0, 1, 0)
        dA, norms = go(l + 1, out)
        dZ = dA * slope
        return W.T @ dZ, [np.linalg.norm(dZ)] + norms

    return np.array(go(1, X)[1])
'''},
    {"exercise": "gradient_norms", "right": True, "name": "einsum", "note": "", "code": '''
def gradient_norms(params, X, Y, activations):
    L, m = len(params) // 2, X.shape[1]
    A, slopes = X.astype(float), []
    for l in range(L):
        Z = np.einsum("ij,jk->ik", params[f"W{l+1}"], A) + params[f"b{l+1}"]
        if activations[l] == "sigmoid":
            A = 0.5 * (1 + np.tanh(Z / 2))
            slopes.append(A * (1 - A))
        elif activations[l] == "tanh":
            A = np.tanh(Z)
            slopes.append(1 - A ** 2)
        else:
            A = np.clip(Z, 0, None)
            slopes.append(np.heaviside(Z, 0.0))
    dZ = (A - Y) / m
    norms = [np.sqrt(np.einsum("ij,ij->", dZ, dZ))]
    for l in range(L - 1, 0, -1):
        dZ = np.einsum("ji,jk->ik", params[f"W{l+1}"], dZ) * slopes[l - 1]
        norms.insert(0, np.sqrt(np.einsum("ij,ij->", dZ, dZ)))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": True, "name": "one example after the other", "note": "loops over the columns and adds the squares up, divides by m at the end", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    m = X.shape[1]
    squares = np.zeros(L)
    for j in range(m):
        a = X[:, j:j + 1]
        slopes = []
        for l in range(1, L + 1):
            z = params[f"W{l}"] @ a + params[f"b{l}"]
            if activations[l - 1] == "relu":
                a = np.maximum(z, 0)
                slopes.append((z > 0) * 1.0)
            elif activations[l - 1] == "tanh":
                a = np.tanh(z)
                slopes.append(1 - a ** 2)
            else:
                a = 1 / (1 + np.exp(-z))
                slopes.append(a * (1 - a))
        dz = a - Y[:, j:j + 1]
        squares[L - 1] += np.sum(dz ** 2)
        for l in range(L - 1, 0, -1):
            dz = (params[f"W{l + 1}"].T @ dz) * slopes[l - 1]
            squares[l - 1] += np.sum(dz ** 2)
    return np.sqrt(squares) / m
'''},
    {"exercise": "gradient_norms", "right": True, "name": "sign turned", "note": "starts with (Y - A)/m: every dZ has the other sign, which a norm does not see; the returned values are right", "code": '''
def gradient_norms(params, X, Y, activations):
    def act(z, kind):
        if kind == "sigmoid":
            a = 1 / (1 + np.exp(-z))
            return a, a * (1 - a)
        if kind == "tanh":
            a = np.tanh(z)
            return a, 1 - a ** 2
        return np.maximum(z, 0), (z > 0)

    L = len(activations)
    a, cache = X, []
    for l in range(1, L + 1):
        a, slope = act(params[f"W{l}"] @ a + params[f"b{l}"], activations[l - 1])
        cache.append(slope)
    d = (Y - a) / Y.shape[1]
    out = [np.linalg.norm(d)]
    for l in range(L, 1, -1):
        d = params[f"W{l}"].T @ d * cache[l - 2]
        out.append(np.linalg.norm(d))
    return np.array(out[::-1])
'''},
    {"exercise": "gradient_norms", "right": True, "name": "slopes from sech and logistic", "note": "1/cosh^2 for tanh and a product of two logistic functions for the sigmoid; masks on a copy for ReLU", "code": '''
def gradient_norms(params, X, Y, activations, keep=False):
    def logistic(z):
        return np.exp(-np.logaddexp(0, -z))

    L = len(activations)
    Zs, A = [], X
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A
        Z = Z + params[f"b{l}"]
        Zs.append(Z)
        if activations[l - 1] == "relu":
            A = Z.copy()
            A[A < 0] = 0
        else:
            A = np.tanh(Z) if activations[l - 1] == "tanh" else logistic(Z)
    grads = [None] * L
    grads[-1] = (A - Y) / X.shape[1]
    for i in range(L - 2, -1, -1):
        back = params[f"W{i + 2}"].T @ grads[i + 1]
        if activations[i] == "relu":
            back[Zs[i] <= 0] = 0
        elif activations[i] == "tanh":
            back /= np.cosh(Zs[i]) ** 2
        else:
            back *= logistic(Zs[i]) * logistic(-Zs[i])
        grads[i] = back
    norms = np.array([np.linalg.norm(g, "fro") for g in grads])
    return (norms, grads) if keep else norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "1/m forgotten", "note": "dZ of the last layer is A - Y without 1/m, so all norms are m times too large", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        A.append(g[activations[l - 1]](params[f"W{l}"] @ A[-1] + params[f"b{l}"]))
    dZ = A[L] - Y
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * ds[activations[l - 1]](A[l])
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "1/m at every layer", "note": "divides by m again at every step back, so layer l has 1/m too often L - l times", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    m = X.shape[1]
    A = [X]
    for l in range(1, L + 1):
        A.append(g[activations[l - 1]](params[f"W{l}"] @ A[-1] + params[f"b{l}"]))
    dZ = (A[L] - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * ds[activations[l - 1]](A[l]) / m
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "m from the rows", "note": "m = X.shape[0], the number of features, instead of the number of examples", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    m = X.shape[0]
    A = [X]
    for l in range(1, L + 1):
        A.append(g[activations[l - 1]](params[f"W{l}"] @ A[-1] + params[f"b{l}"]))
    dZ = (A[L] - Y) / m
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * ds[activations[l - 1]](A[l])
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "last layer first", "note": "the norms stand in the order of the backward pass, output first", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        A.append(g[activations[l - 1]](params[f"W{l}"] @ A[-1] + params[f"b{l}"]))
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * ds[activations[l - 1]](A[l])
        norms.append(np.linalg.norm(dZ))
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "a list of norms", "note": "right values in a list and not in an array", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        A.append(g[activations[l - 1]](params[f"W{l}"] @ A[-1] + params[f"b{l}"]))
    dZ = (A[L] - Y) / X.shape[1]
    norms = [float(np.linalg.norm(dZ))]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * ds[activations[l - 1]](A[l])
        norms.insert(0, float(np.linalg.norm(dZ)))
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "squared norms", "note": "sum of the squares without the root", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        A.append(g[activations[l - 1]](params[f"W{l}"] @ A[-1] + params[f"b{l}"]))
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.sum(dZ ** 2)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * ds[activations[l - 1]](A[l])
        norms.append(np.sum(dZ ** 2))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "spectral norm of dZ", "note": "np.linalg.norm(dZ, 2): the spectral norm and not the Frobenius norm; equal for a single row or column", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        A.append(g[activations[l - 1]](params[f"W{l}"] @ A[-1] + params[f"b{l}"]))
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ, 2)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * ds[activations[l - 1]](A[l])
        norms.append(np.linalg.norm(dZ, 2))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "norms of dW", "note": "returns the norms of the weight gradients dW = dZ A_prev.T instead of those of dZ", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        A.append(g[activations[l - 1]](params[f"W{l}"] @ A[-1] + params[f"b{l}"]))
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ @ A[L - 1].T)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * ds[activations[l - 1]](A[l])
        norms.append(np.linalg.norm(dZ @ A[l - 1].T))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "relu slope 1 at 0", "note": "slope of ReLU is 1 where z >= 0, so z = 0 counts as active", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A, Z = [X], []
    for l in range(L):
        z = params[f"W{l+1}"] @ A[l] + params[f"b{l+1}"]
        Z.append(z)
        if activations[l] == "relu":
            A.append(np.maximum(0, z))
        elif activations[l] == "tanh":
            A.append(np.tanh(z))
        else:
            A.append(1 / (1 + np.exp(-z)))
    dZ = (A[-1] - Y) / X.shape[1]
    norms = np.zeros(L)
    norms[-1] = np.linalg.norm(dZ)
    for l in range(L - 2, -1, -1):
        if activations[l] == "relu":
            slope = np.where(Z[l] >= 0, 1, 0)
        elif activations[l] == "tanh":
            slope = 1 - A[l + 1] ** 2
        else:
            slope = A[l + 1] * (1 - A[l + 1])
        dZ = params[f"W{l+2}"].T @ dZ * slope
        norms[l] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "sigmoid slope at z", "note": "slope of the sigmoid as z (1 - z) with the pre-activation and not with g(z)", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A, Z = [X], []
    for l in range(L):
        z = params[f"W{l+1}"] @ A[l] + params[f"b{l+1}"]
        Z.append(z)
        if activations[l] == "relu":
            A.append(np.maximum(0, z))
        elif activations[l] == "tanh":
            A.append(np.tanh(z))
        else:
            A.append(1 / (1 + np.exp(-z)))
    dZ = (A[-1] - Y) / X.shape[1]
    norms = np.zeros(L)
    norms[-1] = np.linalg.norm(dZ)
    for l in range(L - 2, -1, -1):
        if activations[l] == "relu":
            slope = np.where(Z[l] > 0, 1, 0)
        elif activations[l] == "tanh":
            slope = 1 - np.tanh(Z[l]) ** 2
        else:
            slope = Z[l] * (1 - Z[l])
        dZ = params[f"W{l+2}"].T @ dZ * slope
        norms[l] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "tanh slope without the square", "note": "slope of tanh as 1 - tanh z", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = [X]
    for l in range(L):
        z = params[f"W{l+1}"] @ A[l] + params[f"b{l+1}"]
        if activations[l] == "relu":
            A.append(np.maximum(0, z))
        elif activations[l] == "tanh":
            A.append(np.tanh(z))
        else:
            A.append(1 / (1 + np.exp(-z)))
    dZ = (A[-1] - Y) / X.shape[1]
    norms = np.zeros(L)
    norms[-1] = np.linalg.norm(dZ)
    for l in range(L - 1, 0, -1):
        if activations[l - 1] == "relu":
            slope = A[l] > 0
        elif activations[l - 1] == "tanh":
            slope = 1 - A[l]
        else:
            slope = A[l] * (1 - A[l])
        dZ = params[f"W{l+1}"].T @ dZ * slope
        norms[l - 1] = np.linalg.norm(dZ)
    return norms
'''},
    {"exercise": "gradient_norms", "right": False, "name": "slope of the next layer's kind", "note": "backward, layer l uses activations[l], the kind of layer l + 1, so mixed networks are wrong", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        A.append(g[activations[l - 1]](params[f"W{l}"] @ A[-1] + params[f"b{l}"]))
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * ds[activations[l]](A[l])
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "output slope once more", "note": "multiplies dZ of the output by a (1 - a) although the shortcut has it inside", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        A.append(g[activations[l - 1]](params[f"W{l}"] @ A[-1] + params[f"b{l}"]))
    dA = (A[L] - Y) / X.shape[1]
    norms = []
    for l in range(L, 0, -1):
        dZ = dA * ds[activations[l - 1]](A[l])
        norms.append(np.linalg.norm(dZ))
        dA = params[f"W{l}"].T @ dZ
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "bias forgotten", "note": "forward pass without the biases; right when all biases are 0", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        A.append(g[activations[l - 1]](params[f"W{l}"] @ A[-1]))
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * ds[activations[l - 1]](A[l])
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "no slope", "note": "goes back through the weights only, without the slopes of the activations", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    L = len(activations)
    A = X
    for l in range(1, L + 1):
        A = g[activations[l - 1]](params[f"W{l}"] @ A + params[f"b{l}"])
    dZ = (A - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "Y overwritten", "note": "right values for float labels, but Y -= A changes the labels of the caller (whole-number labels stop it)", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        A.append(g[activations[l - 1]](params[f"W{l}"] @ A[-1] + params[f"b{l}"]))
    Y -= A[L]
    dZ = -Y / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * ds[activations[l - 1]](A[l])
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "params emptied", "note": "right values, but takes the weights out of the dictionary with pop, so the caller's params are gone", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    A, Ws = [X], []
    for l in range(1, L + 1):
        Ws.append(params.pop(f"W{l}"))
        A.append(g[activations[l - 1]](Ws[-1] @ A[-1] + params.pop(f"b{l}")))
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = Ws[l].T @ dZ * ds[activations[l - 1]](A[l])
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "root mean square", "note": "root of the MEAN of the squares, so every norm is divided by the root of its number of entries", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        A.append(g[activations[l - 1]](params[f"W{l}"] @ A[-1] + params[f"b{l}"]))
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.sqrt(np.mean(dZ ** 2))]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * ds[activations[l - 1]](A[l])
        norms.append(np.sqrt(np.mean(dZ ** 2)))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "keyword Wl", "note": "Crash: forgets the f of the f-string, KeyError 'W{l}'", "code": '''
def gradient_norms(params, X, Y, activations):
    A = [X]
    for l in range(1, len(activations) + 1):
        Z = params["W{l}"] @ A[-1] + params["b{l}"]
        A.append(np.tanh(Z) if activations[l - 1] == "tanh" else 1 / (1 + np.exp(-Z)))
    dZ = (A[-1] - Y) / X.shape[1]
    return np.array([np.linalg.norm(dZ)])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "layer 0", "note": "Crash: counts the layers from 0 and looks for W0, KeyError", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    A = [X]
    for l in range(len(activations)):
        A.append(g[activations[l]](params[f"W{l}"] @ A[l] + params[f"b{l}"]))
    dZ = (A[-1] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    return np.array(norms)
'''},
    {"exercise": "gradient_norms", "right": False, "name": "sigmoid not defined", "note": "Crash: calls a function sigmoid that the notebook does not have, NameError", "code": '''
def gradient_norms(params, X, Y, activations):
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        Z = params[f"W{l}"] @ A[-1] + params[f"b{l}"]
        if activations[l - 1] == "sigmoid":
            A.append(sigmoid(Z))
        elif activations[l - 1] == "tanh":
            A.append(np.tanh(Z))
        else:
            A.append(np.maximum(0, Z))
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        slope = {"sigmoid": A[l] * (1 - A[l]), "tanh": 1 - A[l] ** 2, "relu": A[l] > 0}[activations[l - 1]]
        dZ = params[f"W{l+1}"].T @ dZ * slope
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "W of the same layer", "note": "Crash: backward with W of layer l and not of layer l + 1, shapes do not match (wrong values if all widths are equal)", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        A.append(g[activations[l - 1]](params[f"W{l}"] @ A[-1] + params[f"b{l}"]))
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l}"].T @ dZ * ds[activations[l - 1]](A[l])
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "not transposed", "note": "Crash: W @ dZ without the transpose, matmul refuses the shapes (square weights would give wrong values)", "code": '''
def gradient_norms(params, X, Y, activations):
    g = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(0, z)}
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        A.append(g[activations[l - 1]](params[f"W{l}"] @ A[-1] + params[f"b{l}"]))
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"] @ dZ * ds[activations[l - 1]](A[l])
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "tanh branch returns nothing", "note": "Crash: the helper computes tanh but has no return there, None goes into the next product, TypeError; networks without a tanh layer are right", "code": '''
def activate(z, kind):
    if kind == "sigmoid":
        return 1 / (1 + np.exp(-z))
    elif kind == "tanh":
        np.tanh(z)
    else:
        return np.maximum(0, z)

def gradient_norms(params, X, Y, activations):
    ds = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a ** 2, "relu": lambda a: (a > 0) * 1.0}
    L = len(activations)
    A = [X]
    for l in range(1, L + 1):
        A.append(activate(params[f"W{l}"] @ A[-1] + params[f"b{l}"], activations[l - 1]))
    dZ = (A[L] - Y) / X.shape[1]
    norms = [np.linalg.norm(dZ)]
    for l in range(L - 1, 0, -1):
        dZ = params[f"W{l+1}"].T @ dZ * ds[activations[l - 1]](A[l])
        norms.append(np.linalg.norm(dZ))
    return np.array(norms[::-1])
'''},
    {"exercise": "gradient_norms", "right": False, "name": "two layers only", "note": "Crash: written for W1, W2 with one hidden layer only; KeyError without a hidden layer, deeper networks get two wrong numbers", "code": '''
def gradient_norms(params, X, Y, activations):
    m = X.shape[1]
    Z1 = params["W1"] @ X + params["b1"]
    if activations[0] == "tanh":
        A1 = np.tanh(Z1)
        slope = 1 - A1 ** 2
    elif activations[0] == "relu":
        A1 = np.maximum(0, Z1)
        slope = (Z1 > 0).astype(float)
    else:
        A1 = 1 / (1 + np.exp(-Z1))
        slope = A1 * (1 - A1)
    A2 = 1 / (1 + np.exp(-(params["W2"] @ A1 + params["b2"])))
    dZ2 = (A2 - Y) / m
    dZ1 = params["W2"].T @ dZ2 * slope
    return np.array([np.linalg.norm(dZ1), np.linalg.norm(dZ2)])
'''},

    # ---------------------------------------------------------------- initialize_parameters
    {"exercise": "initialize_parameters", "right": True, "name": "if and elif", "note": "", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        scale = 0.01
    elif init == "xavier":
        scale = np.sqrt(1 / n_in)
    else:
        scale = np.sqrt(2 / n_in)
    W = scale * rng.standard_normal((n_out, n_in))
    b = np.zeros((n_out, 1))
    return {"W": W, "b": b}
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "table and rng.normal", "note": "makes a generator of its own if none is given", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if rng is None:
        rng = np.random.default_rng()
    spread = {"plain": 0.01, "xavier": n_in ** -0.5, "he": (2 / n_in) ** 0.5}[init]
    return dict(W=rng.normal(0, spread, size=(n_out, n_in)), b=np.zeros((n_out, 1)))
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "drawn transposed", "note": "draws (n_in, n_out) and transposes; the text leaves the order free", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    N = rng.standard_normal((n_in, n_out)).T
    if init == "xavier":
        N = N / np.sqrt(n_in)
    if init == "he":
        N = N * np.sqrt(2.0 / n_in)
    if init == "plain":
        N = N / 100
    return {"W": N, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "number by number", "note": "", "code": '''
import math

def initialize_parameters(n_in, n_out, init="plain", rng=None):
    def spread():
        if init == "he":
            return math.sqrt(2 / n_in)
        if init == "xavier":
            return 1 / math.sqrt(n_in)
        return 0.01
    s = spread()
    W = np.empty((n_out, n_in))
    for i in range(n_out):
        for j in range(n_in):
            W[i, j] = s * rng.standard_normal()
    b = np.array([[0.0] for _ in range(n_out)])
    return {"b": b, "W": W}
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "match and reshape", "note": "raises an error for an unknown name, which nobody asked", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    match init:
        case "plain":
            variance = 0.0001
        case "xavier":
            variance = 1 / n_in
        case "he":
            variance = 2 / n_in
        case _:
            raise ValueError("unknown init " + repr(init))
    W = rng.standard_normal(n_out * n_in).reshape(n_out, n_in) * np.sqrt(variance)
    return {"W": W, "b": np.zeros_like(W[:, :1])}
'''},
    {"exercise": "initialize_parameters", "right": True, "name": "Box and Muller", "note": "normal numbers made from uniform ones, rows stacked in a list", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    gain = {"xavier": 1, "he": 2}.get(init)
    scale = 0.01 if gain is None else np.sqrt(gain / n_in)
    rows = []
    for _ in range(n_out):
        u = 1 - rng.random(n_in)
        v = rng.random(n_in)
        rows.append(scale * np.sqrt(-2 * np.log(u)) * np.cos(2 * np.pi * v))
    return {"W": np.array(rows), "b": np.full((n_out, 1), 0.0)}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "shape transposed", "note": "W has shape (n_in, n_out)", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W": scale * rng.standard_normal((n_in, n_out)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "root missing", "note": "multiplies by 1/n_in and 2/n_in without the square root", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": 1 / n_in, "he": 2 / n_in}[init]
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "fan out", "note": "divides by n_out instead of n_in under the root", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_out), "he": np.sqrt(2 / n_out)}[init]
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "Glorot", "note": "Xavier after the original article, sqrt(2 / (n_in + n_out)), not the course's sqrt(1 / n_in); right when n_in = n_out", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        scale = 0.01
    elif init == "xavier":
        scale = np.sqrt(2 / (n_in + n_out))
    else:
        scale = np.sqrt(2 / n_in)
    return {"W": rng.normal(0, scale, (n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "names swapped", "note": "He and Xavier are interchanged", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = 0.01
    if init == "he":
        scale = np.sqrt(1 / n_in)
    if init == "xavier":
        scale = np.sqrt(2 / n_in)
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "plain not small", "note": "plain weights are drawn with spread 1, the 0.01 is missing", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    W = rng.standard_normal((n_out, n_in))
    if init == "xavier":
        W *= np.sqrt(1 / n_in)
    elif init == "he":
        W *= np.sqrt(2 / n_in)
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "0.01 for all", "note": "multiplies all three kinds by 0.01", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    W = 0.01 * rng.standard_normal((n_out, n_in))
    if init == "xavier":
        W = W * np.sqrt(1 / n_in)
    elif init == "he":
        W = W * np.sqrt(2 / n_in)
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "default he", "note": "the default of init is 'he' and not 'plain'", "code": '''
def initialize_parameters(n_in, n_out, init="he", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "flat bias", "note": "b has shape (n_out,) and not (n_out, 1)", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros(n_out)}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "random bias", "note": "draws the biases too instead of starting them at 0", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": scale * rng.standard_normal((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "tuple", "note": "returns the pair W, b and not a dictionary", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    W = scale * rng.standard_normal((n_out, n_in))
    b = np.zeros((n_out, 1))
    return W, b
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "keys W1 and b1", "note": "the keys are W1 and b1 instead of W and b", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W1": scale * rng.standard_normal((n_out, n_in)), "b1": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "uniform between 0 and 1", "note": "rng.random instead of normal numbers: mean 0.5 times the scale, no negative weights", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W": scale * rng.random((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "one number for all", "note": "draws a single normal number and fills the whole matrix with it, so all units are the same", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    W = np.ones((n_out, n_in)) * scale * rng.standard_normal()
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "generator ignored", "note": "draws with a fresh default_rng(0) and never from the rng that it is given: all layers of one shape are equal", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    rng = np.random.default_rng(0)
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "positive weights and flat bias", "note": "two mistakes: takes the absolute value of the draw, and b is a row (1, n_out)", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    W = np.abs(scale * rng.standard_normal((n_out, n_in)))
    return {"W": W, "b": np.zeros((1, n_out))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "uniform with that spread", "note": "right mean and spread, but uniform numbers and not normal ones; checks of shape, mean and spread cannot see it", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    limit = scale * np.sqrt(3)
    return {"W": rng.uniform(-limit, limit, (n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "randn of a generator", "note": "Crash: rng.randn does not exist for a Generator, AttributeError", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W": scale * rng.randn(n_out, n_in), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "zeros without the tuple", "note": "Crash: np.zeros(n_out, 1) takes the 1 for a dtype, TypeError", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros(n_out, 1)}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "name without quotes", "note": "Crash: compares with plain, xavier and he without quotes, NameError", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == plain:
        scale = 0.01
    elif init == xavier:
        scale = np.sqrt(1 / n_in)
    elif init == he:
        scale = np.sqrt(2 / n_in)
    return {"W": scale * rng.standard_normal((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "no plain branch", "note": "Crash: has branches for xavier and he only, UnboundLocalError for plain and the default", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    if init == "xavier":
        W = rng.standard_normal((n_out, n_in)) * np.sqrt(1 / n_in)
    elif init == "he":
        W = rng.standard_normal((n_out, n_in)) * np.sqrt(2 / n_in)
    return {"W": W, "b": np.zeros((n_out, 1))}
'''},
    {"exercise": "initialize_parameters", "right": False, "name": "generator called", "note": "Crash: rng((n_out, n_in)), a Generator is not callable, TypeError", "code": '''
def initialize_parameters(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}[init]
    return {"W": scale * rng((n_out, n_in)), "b": np.zeros((n_out, 1))}
'''},
]
