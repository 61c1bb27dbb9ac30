"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- count_layers
    {"exercise": "count_layers", "right": True, "name": "if and else", "note": "", "code": '''
def count_layers(layers, count_input=False):
    if count_input:
        return len(layers)
    else:
        return len(layers) - 1
'''},
    {"exercise": "count_layers", "right": True, "name": "adds the truth value", "note": "", "code": '''
def count_layers(layers, count_input=False):
    return len(layers) - 1 + int(bool(count_input))
'''},
    {"exercise": "count_layers", "right": True, "name": "counts pairs", "note": "", "code": '''
def count_layers(layers, count_input=False):
    depth = 1 if count_input else 0
    for left, right in zip(layers, layers[1:]):
        depth += 1
    return depth
'''},
    {"exercise": "count_layers", "right": True, "name": "slice", "note": "", "code": '''
def count_layers(layers, count_input=False):
    counted = layers if count_input else layers[1:]
    return sum(1 for _ in counted)
'''},
    {"exercise": "count_layers", "right": True, "name": "numpy differences", "note": "takes tuples and arrays too", "code": '''
def count_layers(layers, count_input=False):
    depth = np.diff(np.asarray(layers)).size
    return int(np.where(count_input, depth + 1, depth))
'''},
    {"exercise": "count_layers", "right": True, "name": "pop on a copy", "note": "", "code": '''
def count_layers(layers, count_input=False):
    rest = list(layers)
    if not count_input:
        rest.pop(0)
    return len(rest)
'''},
    {"exercise": "count_layers", "right": True, "name": "float result", "note": "returns a float with a whole value: the text says that 963 and 963.0 are the same", "code": '''
def count_layers(layers, count_input=False):
    return float(np.shape(layers)[0] - (not count_input))
'''},
    {"exercise": "count_layers", "right": False, "name": "option inverted", "note": "counts the input when count_input is False and not when it is True", "code": '''
def count_layers(layers, count_input=False):
    if count_input:
        return len(layers) - 1
    return len(layers)
'''},
    {"exercise": "count_layers", "right": False, "name": "option ignored", "note": "always len - 1, count_input does nothing", "code": '''
def count_layers(layers, count_input=False):
    return len(layers) - 1
'''},
    {"exercise": "count_layers", "right": False, "name": "input always counted", "note": "always the number of widths, count_input does nothing", "code": '''
def count_layers(layers, count_input=False):
    L = 0
    for width in layers:
        L += 1
    return L
'''},
    {"exercise": "count_layers", "right": False, "name": "hidden layers", "note": "counts the hidden layers only (len - 2, or len - 1 with the input)", "code": '''
def count_layers(layers, count_input=False):
    hidden = len(layers[1:-1])
    return hidden + 1 if count_input else hidden
'''},
    {"exercise": "count_layers", "right": False, "name": "input added to all", "note": "with count_input it returns the number of widths plus 1, one too many; without the option it is right", "code": '''
def count_layers(layers, count_input=False):
    n = len(layers)
    if count_input:
        n = n + 1
        return n
    return n - 1
'''},
    {"exercise": "count_layers", "right": False, "name": "default True", "note": "the default of count_input is True", "code": '''
def count_layers(layers, count_input=True):
    if count_input:
        return len(layers)
    return len(layers) - 1
'''},
    {"exercise": "count_layers", "right": False, "name": "different widths", "note": "uses a set, so equal widths count once", "code": '''
def count_layers(layers, count_input=False):
    n = len(set(layers))
    return n if count_input else n - 1
'''},
    {"exercise": "count_layers", "right": False, "name": "sum of units", "note": "adds the widths up (units) instead of counting the layers", "code": '''
def count_layers(layers, count_input=False):
    if count_input:
        return sum(layers)
    return sum(layers[1:])
'''},
    {"exercise": "count_layers", "right": False, "name": "pop on the list itself", "note": "right number, but takes the input out of the caller's list", "code": '''
def count_layers(layers, count_input=False):
    if not count_input:
        layers.pop(0)
    return len(layers)
'''},
    {"exercise": "count_layers", "right": False, "name": "largest index by value", "note": "finds the last layer with layers.index(layers[-1]), wrong when an earlier width equals the last", "code": '''
def count_layers(layers, count_input=False):
    L = layers.index(layers[-1])
    if count_input:
        L += 1
    return L
'''},
    {"exercise": "count_layers", "right": False, "name": "ones skipped", "note": "does not count layers with a single unit, 'since one unit is no layer'", "code": '''
def count_layers(layers, count_input=False):
    start = 0 if count_input else 1
    return len([n for n in layers[start:] if n > 1])
'''},
    {"exercise": "count_layers", "right": False, "name": "sentence", "note": "returns a text with the number in it", "code": '''
def count_layers(layers, count_input=False):
    L = len(layers) if count_input else len(layers) - 1
    return f"{L} layers"
'''},
    {"exercise": "count_layers", "right": False, "name": "prints the depth", "note": "prints the right number and returns None", "code": '''
def count_layers(layers, count_input=False):
    L = len(layers) - 1
    if count_input:
        L += 1
    print(L)
'''},
    {"exercise": "count_layers", "right": False, "name": "example only", "note": "returns the numbers 2 and 3 of the example for every network", "code": '''
def count_layers(layers, count_input=False):
    return 3 if count_input else 2
'''},
    {"exercise": "count_layers", "right": False, "name": "subtracts from the list", "note": "Crash: len(layers - 1), list minus int, TypeError, without the option; with it right", "code": '''
def count_layers(layers, count_input=False):
    if count_input:
        return len(layers)
    return len(layers - 1)
'''},
    {"exercise": "count_layers", "right": False, "name": "length of another language", "note": "Crash: length() is not Python, NameError", "code": '''
def count_layers(layers, count_input=False):
    L = length(layers) - 1
    return L + 1 if count_input else L
'''},
    {"exercise": "count_layers", "right": False, "name": "list with a shape", "note": "Crash: layers.shape, a list has none, AttributeError", "code": '''
def count_layers(layers, count_input=False):
    L = layers.shape[0] - 1
    if count_input:
        L = L + 1
    return L
'''},
    {"exercise": "count_layers", "right": False, "name": "assigned in one branch", "note": "Crash: L gets a value only if count_input, UnboundLocalError in the usual case", "code": '''
def count_layers(layers, count_input=False):
    if count_input == True:
        L = len(layers)
    return L
'''},

    # ---------------------------------------------------------------- parameter_terms
    {"exercise": "parameter_terms", "right": True, "name": "loop and append", "note": "", "code": '''
def parameter_terms(layers):
    terms = []
    for i in range(len(layers) - 1):
        n_in = layers[i]
        n_out = layers[i + 1]
        terms.append(n_in * n_out + n_out)
    return terms
'''},
    {"exercise": "parameter_terms", "right": True, "name": "zip", "note": "factored as (n_in + 1) n_out", "code": '''
def parameter_terms(layers):
    return [(n_in + 1) * n_out for n_in, n_out in zip(layers[:-1], layers[1:])]
'''},
    {"exercise": "parameter_terms", "right": True, "name": "array", "note": "returns an array, which the text allows", "code": '''
def parameter_terms(layers):
    n = np.array(layers, dtype=np.int64)
    return n[:-1] * n[1:] + n[1:]
'''},
    {"exercise": "parameter_terms", "right": True, "name": "tuple", "note": "returns a tuple, which the text allows", "code": '''
from itertools import pairwise

def parameter_terms(layers):
    return tuple(a * b + b for a, b in pairwise(layers))
'''},
    {"exercise": "parameter_terms", "right": True, "name": "recursive", "note": "", "code": '''
def parameter_terms(layers):
    if len(layers) < 2:
        return []
    first, second = layers[0], layers[1]
    return [first * second + second] + parameter_terms(layers[1:])
'''},
    {"exercise": "parameter_terms", "right": True, "name": "outer diagonal", "note": "the products of neighbors stand beside the diagonal of the outer product", "code": '''
def parameter_terms(layers):
    products = np.diagonal(np.outer(layers, layers), offset=1)
    return (products + np.asarray(layers)[1:]).tolist()
'''},
    {"exercise": "parameter_terms", "right": True, "name": "shapes and map", "note": "floats with whole values in a list, since 963 and 963.0 are the same", "code": '''
import math

def parameter_terms(layers):
    def cost(pair):
        W_shape, b_shape = (pair[1], pair[0]), (pair[1], 1)
        return float(math.prod(W_shape) + math.prod(b_shape))
    return list(map(cost, zip(layers, layers[1:])))
'''},
    {"exercise": "parameter_terms", "right": False, "name": "weights only", "note": "the biases are forgotten", "code": '''
def parameter_terms(layers):
    return [layers[i] * layers[i + 1] for i in range(len(layers) - 1)]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "bias of the input side", "note": "adds n_in biases instead of n_out", "code": '''
def parameter_terms(layers):
    return [a * b + a for a, b in zip(layers, layers[1:])]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "one bias per layer", "note": "adds 1 for each layer, as if a layer had a single bias", "code": '''
def parameter_terms(layers):
    terms = []
    for a, b in zip(layers, layers[1:]):
        terms.append(a * b + 1)
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "added up", "note": "returns the sum over the layers and not one count each", "code": '''
def parameter_terms(layers):
    total = 0
    for a, b in zip(layers, layers[1:]):
        total += a * b + b
    return total
'''},
    {"exercise": "parameter_terms", "right": False, "name": "output first", "note": "the list begins with the layer next to the output", "code": '''
def parameter_terms(layers):
    terms = []
    for i in range(len(layers) - 1, 0, -1):
        terms.append(layers[i - 1] * layers[i] + layers[i])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "zero for the input", "note": "puts a 0 for the input layer in front", "code": '''
def parameter_terms(layers):
    terms = [0]
    for i in range(1, len(layers)):
        terms.append(layers[i - 1] * layers[i] + layers[i])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "last layer missing", "note": "the loop ends one layer early", "code": '''
def parameter_terms(layers):
    terms = []
    for i in range(len(layers) - 2):
        terms.append(layers[i] * layers[i + 1] + layers[i + 1])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "return in the loop", "note": "the return stands inside the loop, so only the first layer is in the list", "code": '''
def parameter_terms(layers):
    terms = []
    for a, b in zip(layers, layers[1:]):
        terms.append(a * b + b)
        return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "no output bias", "note": "the output layer gets no biases, only the hidden layers do", "code": '''
def parameter_terms(layers):
    terms = []
    for i in range(1, len(layers)):
        weights = layers[i - 1] * layers[i]
        if i < len(layers) - 1:
            weights += layers[i]
        terms.append(weights)
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "always from the features", "note": "every layer is multiplied by the number of features instead of the width before it; right for the first layer", "code": '''
def parameter_terms(layers):
    d = layers[0]
    return [d * n + n for n in layers[1:]]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "one added on both sides", "note": "(n_in + 1)(n_out + 1), a bias unit on both sides", "code": '''
def parameter_terms(layers):
    return [(a + 1) * (b + 1) for a, b in zip(layers, layers[1:])]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "running total", "note": "returns running totals (cumsum) instead of single counts", "code": '''
def parameter_terms(layers):
    n = np.array(layers)
    return np.cumsum(n[:-1] * n[1:] + n[1:])
'''},
    {"exercise": "parameter_terms", "right": False, "name": "sixteen bits", "note": "int16 array: counts above 32767 wrap around to wrong, often negative numbers (a width above 32767 stops it with OverflowError)", "code": '''
def parameter_terms(layers):
    n = np.array(layers, dtype=np.int16)
    return n[:-1] * n[1:] + n[1:]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "list eaten up", "note": "right counts, but pops the widths off the caller's list", "code": '''
def parameter_terms(layers):
    terms = []
    n_in = layers.pop(0)
    while layers:
        n_out = layers.pop(0)
        terms.append(n_in * n_out + n_out)
        n_in = n_out
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "pairs of counts", "note": "returns pairs (weights, biases) and does not add them", "code": '''
def parameter_terms(layers):
    return [(a * b, b) for a, b in zip(layers, layers[1:])]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "past the end", "note": "Crash: range(len(layers)) with layers[i + 1], IndexError", "code": '''
def parameter_terms(layers):
    terms = []
    for i in range(len(layers)):
        terms.append(layers[i] * layers[i + 1] + layers[i + 1])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "width as an index", "note": "Crash: for n in layers, then layers[n]: the widths are used as positions, IndexError as a rule", "code": '''
def parameter_terms(layers):
    terms = []
    for n in layers[:-1]:
        terms.append(layers[n] * layers[n + 1] + layers[n + 1])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "list times list", "note": "Crash: multiplies two lists like arrays, TypeError", "code": '''
def parameter_terms(layers):
    return layers[:-1] * layers[1:] + layers[1:]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "list never made", "note": "Crash: appends to terms, which was never created, NameError", "code": '''
def parameter_terms(layers):
    for i in range(1, len(layers)):
        terms.append(layers[i - 1] * layers[i] + layers[i])
    return terms
'''},

    # ---------------------------------------------------------------- parameter_count
    {"exercise": "parameter_count", "right": True, "name": "sum of the terms", "note": "calls parameter_terms", "code": '''
def parameter_count(layers):
    return sum(parameter_terms(layers))
'''},
    {"exercise": "parameter_count", "right": True, "name": "running sum", "note": "", "code": '''
def parameter_count(layers):
    total = 0
    for i in range(1, len(layers)):
        total += layers[i - 1] * layers[i] + layers[i]
    return total
'''},
    {"exercise": "parameter_count", "right": True, "name": "dot product", "note": "", "code": '''
def parameter_count(layers):
    n = np.asarray(layers)
    return int(np.dot(n[:-1] + 1, n[1:]))
'''},
    {"exercise": "parameter_count", "right": True, "name": "weights and biases apart", "note": "", "code": '''
def parameter_count(layers):
    weights = sum(a * b for a, b in zip(layers[:-1], layers[1:]))
    biases = sum(layers) - layers[0]
    return weights + biases
'''},
    {"exercise": "parameter_count", "right": True, "name": "while", "note": "", "code": '''
def parameter_count(layers):
    widths = list(layers)
    n_in = widths.pop(0)
    count = 0
    while len(widths) > 0:
        n_out = widths.pop(0)
        count = count + n_out * (n_in + 1)
        n_in = n_out
    return count
'''},
    {"exercise": "parameter_count", "right": True, "name": "reduce", "note": "", "code": '''
from functools import reduce

def parameter_count(layers, bias=True):
    step = lambda state, n: (state[0] + state[1] * n + (n if bias else 0), n)
    return reduce(step, layers[1:], (0, layers[0]))[0]
'''},
    {"exercise": "parameter_count", "right": True, "name": "einsum of floats", "note": "returns a float with a whole value, which the text allows", "code": '''
def parameter_count(layers):
    n = np.array(layers, dtype=float)
    return np.einsum("i,i->", n[:-1], n[1:]) + n[1:].sum()
'''},
    {"exercise": "parameter_count", "right": False, "name": "no biases", "note": "adds the weights only", "code": '''
def parameter_count(layers):
    return sum(layers[i] * layers[i + 1] for i in range(len(layers) - 1))
'''},
    {"exercise": "parameter_count", "right": False, "name": "biases for the input too", "note": "adds sum(layers) biases, so the input gets some as well", "code": '''
def parameter_count(layers):
    weights = sum(a * b for a, b in zip(layers, layers[1:]))
    return weights + sum(layers)
'''},
    {"exercise": "parameter_count", "right": False, "name": "one bias a layer", "note": "adds one bias for each layer and not one for each unit", "code": '''
def parameter_count(layers):
    weights = sum(a * b for a, b in zip(layers, layers[1:]))
    return weights + len(layers) - 1
'''},
    {"exercise": "parameter_count", "right": False, "name": "hidden biases only", "note": "the biases of the output layer are missing", "code": '''
def parameter_count(layers):
    weights = sum(a * b for a, b in zip(layers, layers[1:]))
    return weights + sum(layers[1:-1])
'''},
    {"exercise": "parameter_count", "right": False, "name": "total overwritten", "note": "= instead of +=, so only the last layer is counted", "code": '''
def parameter_count(layers):
    total = 0
    for a, b in zip(layers, layers[1:]):
        total = a * b + b
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "return too early", "note": "return inside the loop: the first layer only", "code": '''
def parameter_count(layers):
    total = 0
    for a, b in zip(layers, layers[1:]):
        total += a * b + b
        return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "product of the widths", "note": "multiplies all widths and adds the biases", "code": '''
def parameter_count(layers):
    return int(np.prod(layers)) + sum(layers[1:])
'''},
    {"exercise": "parameter_count", "right": False, "name": "input and output only", "note": "connects the first with the last width and ignores the hidden layers; right without hidden layers", "code": '''
def parameter_count(layers):
    return layers[0] * layers[-1] + layers[-1]
'''},
    {"exercise": "parameter_count", "right": False, "name": "three widths fixed", "note": "counts the first three widths only; a fourth is ignored (and two widths stop it with an IndexError)", "code": '''
def parameter_count(layers):
    d = layers[0]
    h = layers[1]
    c = layers[2]
    return d * h + h + h * c + c
'''},
    {"exercise": "parameter_count", "right": False, "name": "every pair connected", "note": "connects every layer with every later one; right up to two widths", "code": '''
def parameter_count(layers):
    total = sum(layers[1:])
    for i in range(len(layers)):
        for j in range(i + 1, len(layers)):
            total += layers[i] * layers[j]
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "not added up", "note": "returns the list of counts and not their sum", "code": '''
def parameter_count(layers):
    return [a * b + b for a, b in zip(layers, layers[1:])]
'''},
    {"exercise": "parameter_count", "right": False, "name": "units counted", "note": "counts the units (sum of the widths after the input) instead of the parameters", "code": '''
def parameter_count(layers):
    return sum(layers[1:])
'''},
    {"exercise": "parameter_count", "right": False, "name": "squares", "note": "n^2 + n for every layer after the input, as if the width before were equal; right for equal widths", "code": '''
def parameter_count(layers):
    return sum(n * n + n for n in layers[1:])
'''},
    {"exercise": "parameter_count", "right": False, "name": "global total", "note": "adds to a global total that is never set back, so only the first call is right", "code": '''
total_parameters = 0

def parameter_count(layers):
    global total_parameters
    for a, b in zip(layers, layers[1:]):
        total_parameters += a * b + b
    return total_parameters
'''},
    {"exercise": "parameter_count", "right": False, "name": "del in the list", "note": "right sum, but deletes the widths from the caller's list", "code": '''
def parameter_count(layers):
    total = 0
    while len(layers) > 1:
        total += layers[0] * layers[1] + layers[1]
        del layers[0]
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "unpacks three", "note": "Crash: d, h, c = layers, ValueError for any other number of widths; right with one hidden layer", "code": '''
def parameter_count(layers):
    d, h, c = layers
    return (d + 1) * h + (h + 1) * c
'''},
    {"exercise": "parameter_count", "right": False, "name": "total not begun", "note": "Crash: total += without a first value, UnboundLocalError", "code": '''
def parameter_count(layers):
    for i in range(len(layers) - 1):
        total += layers[i] * layers[i + 1] + layers[i + 1]
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "sum of two numbers", "note": "Crash: sum(a, b) of two numbers, TypeError not iterable", "code": '''
def parameter_count(layers):
    total = 0
    for a, b in zip(layers, layers[1:]):
        total += sum(a * b, b)
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "calls itself for ever", "note": "Crash: recursion on layers[1:] without an end, IndexError at the last width", "code": '''
def parameter_count(layers):
    return layers[0] * layers[1] + layers[1] + parameter_count(layers[1:])
'''},

    # ---------------------------------------------------------------- depth_bound
    {"exercise": "depth_bound", "right": True, "name": "like the formula", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1)))
'''},
    {"exercise": "depth_bound", "right": True, "name": "math.log2", "note": "", "code": '''
import math

def depth_bound(n_samples, n_features, n_classes):
    quotient = n_samples / (n_features * n_classes)
    bound = math.floor(math.log2(quotient)) + 1
    if bound < 1:
        bound = 1
    return bound
'''},
    {"exercise": "depth_bound", "right": True, "name": "doubling", "note": "whole numbers only: doubles d c as long as it fits", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    depth = 1
    need = 2 * n_features * n_classes
    while need <= n_samples:
        depth += 1
        need *= 2
    return depth
'''},
    {"exercise": "depth_bound", "right": True, "name": "bit length", "note": "the floor of log2 q plus 1 is the number of binary digits of the whole part of q", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    q = int(n_samples) // (int(n_features) * int(n_classes))
    return max(1, q.bit_length())
'''},
    {"exercise": "depth_bound", "right": True, "name": "quotient lifted to 1", "note": "takes the maximum inside of the logarithm: log2 of at least 1", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    q = np.maximum(n_samples / (n_features * n_classes), 1.0)
    return int(1 + np.log2(q) // 1)
'''},
    {"exercise": "depth_bound", "right": True, "name": "frexp", "note": "the binary exponent of the quotient", "code": '''
from math import frexp

def depth_bound(n_samples, n_features, n_classes):
    mantissa, exponent = frexp(n_samples / (n_features * n_classes))
    return exponent if exponent > 1 else 1
'''},
    {"exercise": "depth_bound", "right": True, "name": "float result", "note": "np.floor and max without int: a float with a whole value, which the text allows", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    L = np.floor(1 + np.log2(n_samples / (n_features * n_classes)))
    return np.where(L < 1, 1.0, L).item()
'''},
    {"exercise": "depth_bound", "right": False, "name": "no maximum", "note": "leaves out the max(1, ...), so too few examples give 0 or less", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1))
'''},
    {"exercise": "depth_bound", "right": False, "name": "natural logarithm", "note": "np.log instead of np.log2", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log(n_samples / (n_features * n_classes)) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "log10", "note": "np.log10 instead of np.log2", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log10(n_samples / (n_features * n_classes)) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "plus one forgotten", "note": "the + 1 is missing", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log2(n_samples / (n_features * n_classes)))))
'''},
    {"exercise": "depth_bound", "right": False, "name": "rounds up", "note": "np.ceil instead of np.floor; right at exact powers of two", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.ceil(np.log2(n_samples / (n_features * n_classes)) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "nearest", "note": "rounds to the nearest whole number", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, round(np.log2(n_samples / (n_features * n_classes)) + 1))
'''},
    {"exercise": "depth_bound", "right": False, "name": "parentheses forgotten", "note": "M / d * c: divides by d and multiplies by c; right for one class", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log2(n_samples / n_features * n_classes) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "one inside the logarithm", "note": "adds 1 inside: floor(log2(q + 1))", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    q = n_samples / (n_features * n_classes)
    return max(1, int(np.floor(np.log2(q + 1))))
'''},
    {"exercise": "depth_bound", "right": False, "name": "order of arguments", "note": "signature in the order features, classes, samples", "code": '''
def depth_bound(n_features, n_classes, n_samples):
    return max(1, int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "classes left out", "note": "divides by d alone", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    q = n_samples / n_features
    return max(1, int(np.floor(np.log2(q) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "sum of d and c", "note": "divides by d + c instead of d times c", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    q = n_samples / (n_features + n_classes)
    return max(1, int(np.floor(np.log2(q) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "not rounded", "note": "does not round down", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, np.log2(n_samples / (n_features * n_classes)) + 1)
'''},
    {"exercise": "depth_bound", "right": False, "name": "min", "note": "min(1, ...) instead of max, so at most 1", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return min(1, int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "strictly less", "note": "doubles d c while it is strictly smaller than M: one too few at exact powers of two, right elsewhere", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    depth = 1
    while n_features * n_classes * 2 ** depth < n_samples:
        depth += 1
    return depth
'''},
    {"exercise": "depth_bound", "right": False, "name": "logarithm of M alone", "note": "log2(M) / (d c): the logarithm is taken before the division", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log2(n_samples) / (n_features * n_classes) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "np.log with a base", "note": "Crash: np.log(q, 2), the second argument is not a base, TypeError", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    q = n_samples / (n_features * n_classes)
    return max(1, int(np.floor(np.log(q, 2) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "math without import", "note": "Crash: math was never imported, NameError", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    q = n_samples / (n_features * n_classes)
    return max(1, math.floor(math.log2(q) + 1))
'''},
    {"exercise": "depth_bound", "right": False, "name": "times sign missing", "note": "Crash: n_features(n_classes), a number is called, TypeError", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log2(n_samples / n_features(n_classes)) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "whole division to zero", "note": "Crash: whole-number division gives 0 for too few examples, log2 is -inf and int() refuses it, OverflowError; right otherwise", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    q = n_samples // (n_features * n_classes)
    L = int(np.floor(np.log2(q) + 1))
    return max(1, L)
'''},
    {"exercise": "depth_bound", "right": False, "name": "letters of the formula", "note": "Crash: uses M, d and c of the formula, which are no arguments, NameError (or globals of the notebook by chance)", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log2(M / (d * c)) + 1)))
'''},

    # ---------------------------------------------------------------- parameter_budget
    {"exercise": "parameter_budget", "right": True, "name": "quotient", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": True, "name": "np.divide", "note": "NumPy float", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5.0):
    return np.divide(n_samples, samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": True, "name": "reciprocal", "note": "may differ from the quotient in the sixteenth digit", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    parameters_per_sample = 1.0 / samples_per_parameter
    return n_samples * parameters_per_sample
'''},
    {"exercise": "parameter_budget", "right": True, "name": "whole part and rest", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    whole, rest = divmod(n_samples, samples_per_parameter)
    return float(whole + rest / samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": True, "name": "fractions", "note": "", "code": '''
from fractions import Fraction

def parameter_budget(n_samples, samples_per_parameter=5):
    price = Fraction(float(samples_per_parameter))
    return float(Fraction(int(n_samples)) / price)
'''},
    {"exercise": "parameter_budget", "right": True, "name": "power of minus one", "note": "", "code": '''
import math

def parameter_budget(n_samples, samples_per_parameter=5):
    M, s = float(n_samples), float(samples_per_parameter)
    return math.prod([M, s ** -1])
'''},
    {"exercise": "parameter_budget", "right": False, "name": "whole-number division", "note": "// drops the fraction", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return n_samples // samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "rounded", "note": "rounds the budget to the nearest whole number", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return float(round(n_samples / samples_per_parameter))
'''},
    {"exercise": "parameter_budget", "right": False, "name": "rounded up", "note": "rounds the budget up with np.ceil", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return np.ceil(n_samples / samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "times", "note": "multiplies M by the price instead of dividing", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return float(n_samples * samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "other way round", "note": "divides the price by M", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return samples_per_parameter / n_samples
'''},
    {"exercise": "parameter_budget", "right": False, "name": "always five", "note": "divides by 5 and ignores another price", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return n_samples / 5
'''},
    {"exercise": "parameter_budget", "right": False, "name": "default ten", "note": "the default price is 10 and not 5", "code": '''
def parameter_budget(n_samples, samples_per_parameter=10):
    return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "price made whole", "note": "turns the price into an int first, so 2.5 becomes 2 (and a price below 1 divides by zero)", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    s = int(samples_per_parameter)
    return n_samples / s
'''},
    {"exercise": "parameter_budget", "right": False, "name": "rest of the division", "note": "% instead of /", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return float(n_samples % samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "five and the price", "note": "divides by 5 and by the price as well; right when no price is given, since its default is 1", "code": '''
def parameter_budget(n_samples, samples_per_parameter=1):
    budget = n_samples / 5
    return budget / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "formatted", "note": "returns the budget as a text with one decimal", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return f"{n_samples / samples_per_parameter:.1f}"
'''},
    {"exercise": "parameter_budget", "right": False, "name": "shown, not returned", "note": "prints the budget and returns None", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    B = n_samples / samples_per_parameter
    print("budget:", B)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "not below one", "note": "lifts the budget to at least 1, like the depth; wrong only when M is less than the price", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return max(1.0, n_samples / samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "not above M", "note": "cuts the budget off at M, so prices below 1 give M", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return min(float(n_samples), n_samples / samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "no default", "note": "Crash: the second argument has no default, TypeError for a call with one argument", "code": '''
def parameter_budget(n_samples, samples_per_parameter):
    return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "default None", "note": "Crash: the default is None and is divided by, TypeError; right with a price given", "code": '''
def parameter_budget(n_samples, samples_per_parameter=None):
    return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "name in the plural", "note": "Crash: NameError, samples_per_parameters for samples_per_parameter", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return n_samples / samples_per_parameters
'''},
    {"exercise": "parameter_budget", "right": False, "name": "np.div", "note": "Crash: np.div does not exist, AttributeError", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return np.div(n_samples, samples_per_parameter)
'''},

    # ---------------------------------------------------------------- fits_budget
    {"exercise": "fits_budget", "right": True, "name": "earlier functions", "note": "calls parameter_count and parameter_budget", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) <= parameter_budget(n_samples)
'''},
    {"exercise": "fits_budget", "right": True, "name": "five times the count", "note": "whole numbers only, no earlier function", "code": '''
def fits_budget(layers, n_samples):
    count = 0
    for a, b in zip(layers, layers[1:]):
        count += (a + 1) * b
    return 5 * count <= n_samples
'''},
    {"exercise": "fits_budget", "right": True, "name": "budget rounded down", "note": "M // 5 is as good as M / 5 here, since the count is whole", "code": '''
def fits_budget(layers, n_samples):
    if parameter_count(layers) > n_samples // 5:
        return False
    return True
'''},
    {"exercise": "fits_budget", "right": True, "name": "NumPy truth value", "note": "returns np.bool_ where the text says bool; it is equal to True or False but not the same object", "code": '''
def fits_budget(layers, n_samples):
    n = np.array(layers)
    return np.sum(n[1:] * (n[:-1] + 1)) <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": True, "name": "spends the budget", "note": "", "code": '''
def fits_budget(layers, n_samples):
    purse = n_samples
    for i in range(1, len(layers)):
        purse -= 5 * (layers[i - 1] * layers[i] + layers[i])
        if purse < 0:
            return False
    return True
'''},
    {"exercise": "fits_budget", "right": True, "name": "not larger", "note": "with an option for the price, and bool()", "code": '''
def fits_budget(layers, n_samples, price=5):
    weights = [layers[i] * layers[i + 1] for i in range(len(layers) - 1)]
    parameters = sum(weights) + sum(layers[1:])
    return bool(not parameters > float(n_samples) / price)
'''},
    {"exercise": "fits_budget", "right": True, "name": "0 and 1", "note": "returns int(True) or int(False), reading 'bool' loosely: 1 equals True", "code": '''
def fits_budget(layers, n_samples):
    return int(sum(parameter_terms(layers)) <= parameter_budget(n_samples))
'''},
    {"exercise": "fits_budget", "right": False, "name": "strictly", "note": "< instead of <=: a network exactly on budget is refused", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) < n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "wrong direction", "note": ">= instead of <=; right only exactly on budget", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) >= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "price forgotten", "note": "compares with M and not with M / 5", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) <= n_samples
'''},
    {"exercise": "fits_budget", "right": False, "name": "price on the wrong side", "note": "compares the count divided by 5 with M", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) / 5 <= n_samples
'''},
    {"exercise": "fits_budget", "right": False, "name": "ten examples", "note": "ten examples for each parameter instead of five", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) <= n_samples / 10
'''},
    {"exercise": "fits_budget", "right": False, "name": "weights alone", "note": "counts the weights without the biases", "code": '''
def fits_budget(layers, n_samples):
    weights = 0
    for a, b in zip(layers, layers[1:]):
        weights += a * b
    return weights <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "budget rounded up", "note": "rounds the budget up, so a network up to one parameter too large passes", "code": '''
def fits_budget(layers, n_samples):
    return bool(parameter_count(layers) <= np.ceil(n_samples / 5))
'''},
    {"exercise": "fits_budget", "right": False, "name": "units", "note": "compares the number of units, the sum of the widths, with the budget", "code": '''
def fits_budget(layers, n_samples):
    return sum(layers) <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "each layer for itself", "note": "asks whether each single layer fits and not their sum", "code": '''
def fits_budget(layers, n_samples):
    return all(term <= n_samples / 5 for term in parameter_terms(layers))
'''},
    {"exercise": "fits_budget", "right": False, "name": "yes or no", "note": "returns the texts 'yes' and 'no', both of which count as true", "code": '''
def fits_budget(layers, n_samples):
    if parameter_count(layers) <= parameter_budget(n_samples):
        return "yes"
    return "no"
'''},
    {"exercise": "fits_budget", "right": False, "name": "only True", "note": "returns True if it fits and nothing (None) if it does not", "code": '''
def fits_budget(layers, n_samples):
    if parameter_count(layers) <= parameter_budget(n_samples):
        return True
'''},
    {"exercise": "fits_budget", "right": False, "name": "what is left over", "note": "returns the budget minus the count, a number, instead of a truth value", "code": '''
def fits_budget(layers, n_samples):
    return parameter_budget(n_samples) - parameter_count(layers)
'''},
    {"exercise": "fits_budget", "right": False, "name": "equal or not", "note": "== instead of <=: only a network exactly on budget fits", "code": '''
def fits_budget(layers, n_samples):
    return 5 * parameter_count(layers) == n_samples
'''},
    {"exercise": "fits_budget", "right": False, "name": "list sorted", "note": "sorts the caller's list in place before counting: changes the input, and counts another network (two mistakes)", "code": '''
def fits_budget(layers, n_samples):
    layers.sort()
    count = sum(a * b + b for a, b in zip(layers, layers[1:]))
    return count <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "functions not called", "note": "Crash: compares the functions themselves, parentheses forgotten, TypeError", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count <= parameter_budget
'''},
    {"exercise": "fits_budget", "right": False, "name": "list against number", "note": "Crash: compares the list of parameter_terms with a number, TypeError (if parameter_terms gives a list)", "code": '''
def fits_budget(layers, n_samples):
    terms = [a * b + b for a, b in zip(layers, layers[1:])]
    return terms <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "budget of the network", "note": "Crash: gives the list of widths to parameter_budget, list divided by int, TypeError", "code": '''
def fits_budget(layers, n_samples):
    return parameter_budget(layers) <= n_samples
'''},
    {"exercise": "fits_budget", "right": False, "name": "number of parameters misnamed", "note": "Crash: calls count_parameters, which does not exist, NameError", "code": '''
def fits_budget(layers, n_samples):
    return count_parameters(layers) <= n_samples / 5
'''},

    # ---------------------------------------------------------------- starting_architecture
    {"exercise": "starting_architecture", "right": True, "name": "if, elif, else", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2 * d, c]
    elif n_samples < 10000:
        return [d, 3 * d, d, c]
    else:
        return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": True, "name": "conditional expression", "note": "returns a tuple, which the text allows", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    multiples = (2,) if n_samples < 1000 else (3, 1) if n_samples < 10_000 else (5, 2, 1)
    return (n_features, *(k * n_features for k in multiples), n_classes)
'''},
    {"exercise": "starting_architecture", "right": True, "name": "array", "note": "returns an array, which the text allows", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    table = [[1, 2], [1, 3, 1], [1, 5, 2, 1]]
    row = np.digitize(n_samples, [1000, 10000])
    return np.append(n_features * np.array(table[int(row)]), n_classes)
'''},
    {"exercise": "starting_architecture", "right": True, "name": "bisect", "note": "", "code": '''
from bisect import bisect_right

def starting_architecture(n_features, n_classes, n_samples):
    hidden = {0: [2], 1: [3, 1], 2: [5, 2, 1]}[bisect_right([1000, 10000], n_samples)]
    return [n_features] + [n_features * k for k in hidden] + [n_classes]
'''},
    {"exercise": "starting_architecture", "right": True, "name": "appends", "note": "from the largest size down", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    layers = [n_features]
    if n_samples >= 10000:
        factors = [5, 2, 1]
    elif n_samples >= 1000:
        factors = [3, 1]
    else:
        factors = [2]
    for f in factors:
        layers.append(f * n_features)
    layers.append(n_classes)
    return layers
'''},
    {"exercise": "starting_architecture", "right": True, "name": "filled in from the middle", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    small = n_samples < 1000
    large = not n_samples < 10 ** 4
    layers = [int(n_features), int(n_classes)]
    if small:
        layers[1:1] = [n_features + n_features]
    if large:
        layers[1:1] = [5 * n_features, 2 * n_features, n_features]
    if not small and not large:
        layers[1:1] = [3 * n_features, n_features]
    return layers
'''},
    {"exercise": "starting_architecture", "right": False, "name": "1000 still small", "note": "<= 1000 instead of < 1000: exactly 1000 examples get the small network", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples <= 1000:
        return [d, 2 * d, c]
    elif n_samples < 10000:
        return [d, 3 * d, d, c]
    return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "10000 still medium", "note": "<= 10000 instead of < 10000: exactly 10000 examples get the medium network", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2 * d, c]
    elif n_samples <= 10000:
        return [d, 3 * d, d, c]
    return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "a zero too many", "note": "the second limit is 100000 and not 10000", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2 * d, c]
    elif n_samples < 100000:
        return [d, 3 * d, d, c]
    return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "samples first", "note": "signature in the order of depth_bound: samples, features, classes", "code": '''
def starting_architecture(n_samples, n_features, n_classes):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2 * d, c]
    elif n_samples < 10000:
        return [d, 3 * d, d, c]
    return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "if instead of elif", "note": "two ifs one after the other: the second overwrites the first, small data get the medium network", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    layers = [d, 5 * d, 2 * d, d, c]
    if n_samples < 1000:
        layers = [d, 2 * d, c]
    if n_samples < 10000:
        layers = [d, 3 * d, d, c]
    return layers
'''},
    {"exercise": "starting_architecture", "right": False, "name": "hidden widths only", "note": "returns the hidden widths without input and output", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d = n_features
    if n_samples < 1000:
        return [2 * d]
    if n_samples < 10000:
        return [3 * d, d]
    return [5 * d, 2 * d, d]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "multiples of c", "note": "the hidden widths are multiples of the number of classes and not of the features", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2 * c, c]
    elif n_samples < 10000:
        return [d, 3 * c, c, c]
    return [d, 5 * c, 2 * c, c, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "powers", "note": "d ** 2, d ** 3 and d ** 5 instead of multiples; the small network is right for d = 2", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, d ** 2, c]
    elif n_samples < 10000:
        return [d, d ** 3, d, c]
    return [d, d ** 5, d ** 2, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "large network too short", "note": "the last hidden layer d of the large network is missing", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2 * d, c]
    elif n_samples < 10000:
        return [d, 3 * d, d, c]
    return [d, 5 * d, 2 * d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "medium 2d", "note": "[d, 3d, 2d, c] for the medium data set, 2d instead of d", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2 * d, c]
    elif n_samples < 10000:
        return [d, 3 * d, 2 * d, c]
    return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "output first", "note": "the list runs from the output to the input", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        layers = [d, 2 * d, c]
    elif n_samples < 10000:
        layers = [d, 3 * d, d, c]
    else:
        layers = [d, 5 * d, 2 * d, d, c]
    layers.reverse()
    return layers
'''},
    {"exercise": "starting_architecture", "right": False, "name": "large sizes open", "note": "for 10000 and more examples it knows only M = 50000 of the chapter and returns None for all others", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2 * d, c]
    elif 1000 <= n_samples < 10000:
        return [d, 3 * d, d, c]
    elif n_samples == 50000:
        return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "list repeated", "note": "2 * [d] repeats the list instead of doubling the number: [d, d, d, c]", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = [n_features], [n_classes]
    if n_samples < 1000:
        return d + 2 * d + c
    elif n_samples < 10000:
        return d + 3 * d + d + c
    return d + 5 * d + 2 * d + d + c
'''},
    {"exercise": "starting_architecture", "right": False, "name": "by the numbers of the example", "note": "uses 20 features and 3 classes of the example whatever is given", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        return [20, 40, 3]
    elif n_samples < 10000:
        return [20, 60, 20, 3]
    return [20, 100, 40, 20, 3]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "nested hidden list", "note": "the hidden widths are a list inside the list", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d = n_features
    if n_samples < 1000:
        hidden = [2 * d]
    elif n_samples < 10000:
        hidden = [3 * d, d]
    else:
        hidden = [5 * d, 2 * d, d]
    return [d, hidden, n_classes]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "d unknown", "note": "Crash: writes d and c as in the formula, NameError (or globals of the notebook by chance)", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        return [d, 2 * d, c]
    elif n_samples < 10000:
        return [d, 3 * d, d, c]
    return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "2(d)", "note": "Crash: 2(d) calls the number 2, TypeError", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2(d), c]
    elif n_samples < 10000:
        return [d, 3(d), d, c]
    return [d, 5(d), 2(d), d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "holes at the limits", "note": "Crash: strict comparisons on both sides leave out exactly 1000 and exactly 10000, UnboundLocalError there; right elsewhere", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        layers = [d, 2 * d, c]
    elif n_samples > 1000 and n_samples < 10000:
        layers = [d, 3 * d, d, c]
    elif n_samples > 10000:
        layers = [d, 5 * d, 2 * d, d, c]
    return layers
'''},
    {"exercise": "starting_architecture", "right": False, "name": "append assigned", "note": "Crash: layers = layers.append(...) makes layers None, and the next append is an AttributeError", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    layers = [n_features]
    if n_samples < 1000:
        layers = layers.append(2 * n_features)
    elif n_samples < 10000:
        layers = layers.append(3 * n_features)
        layers = layers.append(n_features)
    else:
        layers = layers.append(5 * n_features)
        layers = layers.append(2 * n_features)
        layers = layers.append(n_features)
    layers = layers.append(n_classes)
    return layers
'''},

    # ---------------------------------------------------------------- shrink_to_budget
    {"exercise": "shrink_to_budget", "right": True, "name": "solved for h", "note": "whole numbers only", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples // 5 - n_classes) // (n_features + n_classes + 1)
    if h < 1:
        raise ValueError("even one hidden unit costs more than the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "search upward", "note": "calls fits_budget", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    if not fits_budget([n_features, 1, n_classes], n_samples):
        raise ValueError("not even one hidden unit fits the budget")
    h = 1
    while fits_budget([n_features, h + 1, n_classes], n_samples):
        h += 1
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "floats and np.floor", "note": "returns an array, which the text allows", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    h = int(np.floor((n_samples / 5 - c) / (d + c + 1)))
    if h >= 1:
        return np.array([d, h, c])
    raise ValueError(f"[{d}, 1, {c}] has {d + 2 * c + 1} parameters, the budget is {n_samples / 5}")
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "bisection", "note": "returns a tuple", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    def cost(h):
        return 5 * (h * (n_features + n_classes + 1) + n_classes)
    low, high = 0, n_samples + 1
    while high - low > 1:
        middle = (low + high) // 2
        if cost(middle) <= n_samples:
            low = middle
        else:
            high = middle
    if low == 0:
        raise ValueError("The data cannot pay for a hidden unit.")
    return n_features, low, n_classes
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "max of a comprehension", "note": "uses the ValueError of max for an empty list and gives it a new text", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    price = n_features + n_classes + 1
    candidates = [h for h in range(1, n_samples // price + 2) if h * price + n_classes <= n_samples / 5]
    try:
        return [n_features, max(candidates), n_classes]
    except ValueError:
        raise ValueError("one hidden unit is more than the budget") from None
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "spends unit by unit", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    purse = n_samples - 5 * n_classes
    unit = 5 * (n_features + 1 + n_classes)
    h = 0
    while purse >= unit:
        purse = purse - unit
        h = h + 1
    if h == 0:
        raise ValueError("budget too small for one hidden unit")
    return list(map(int, (n_features, h, n_classes)))
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "divmod and a subclass", "note": "raises a class of its own that is a ValueError too", "code": '''
class BudgetError(ValueError):
    pass

def shrink_to_budget(n_features, n_classes, n_samples, price=5):
    left = n_samples - price * n_classes
    h, _ = divmod(left, price * (n_features + n_classes + 1))
    if h <= 0:
        raise BudgetError("no hidden unit fits the budget of " + str(n_samples / price))
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "no error", "note": "raises nothing and returns a network with 0 or a negative number of units when nothing fits", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "at least one", "note": "max(1, h) instead of the error when nothing fits", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    return [n_features, max(1, h), n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "error returned", "note": "returns the ValueError object instead of raising it", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h < 1:
        return ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "error printed", "note": "prints a message and returns None when nothing fits", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h < 1:
        print("ValueError: even one hidden unit does not fit")
        return None
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "output biases forgotten", "note": "does not subtract c from the budget", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5) // (n_features + n_classes + 1))
    if h < 1:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "hidden bias forgotten", "note": "divides by d + c, the bias of a hidden unit is missing", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes))
    if h < 1:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "rounded to the nearest", "note": "rounds h to the nearest number, so it can be one too large", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = round((n_samples / 5 - n_classes) / (n_features + n_classes + 1))
    if h < 1:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "fraction of a unit", "note": "does not round h down: a fraction of a unit stands in the list", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples / 5 - n_classes) / (n_features + n_classes + 1)
    if h < 1:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "strictly below", "note": "the search demands < and not <=, one unit too few when the budget is met exactly", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = 0
    while (h + 1) * (n_features + n_classes + 1) + n_classes < n_samples / 5:
        h += 1
    if h == 0:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "first that does not fit", "note": "the search returns the first h that is too large, one too many; the error is raised rightly", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = 1
    while h * (n_features + n_classes + 1) + n_classes <= n_samples / 5:
        h += 1
    if h == 1:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "not wider than 2d", "note": "searches down from 2d, so the answer is never wider than the starting network", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    for h in range(2 * n_features, 0, -1):
        if h * (n_features + n_classes + 1) + n_classes <= n_samples / 5:
            return [n_features, h, n_classes]
    raise ValueError("even one hidden unit does not fit")
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "halving", "note": "halves 2d until it fits, which finds some h but not the largest", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = 2 * n_features
    while h >= 1:
        if h * (n_features + n_classes + 1) + n_classes <= n_samples / 5:
            return [n_features, h, n_classes]
        h = h // 2
    raise ValueError("even one hidden unit does not fit")
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "width alone", "note": "returns the number h and not the list of widths", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h < 1:
        raise ValueError("even one hidden unit does not fit")
    return h
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "one unit refused", "note": "raises the error for h <= 1, so a network with a single hidden unit is refused", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h <= 1:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "five forgotten", "note": "budget M instead of M / 5", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples - n_classes) // (n_features + n_classes + 1)
    if h < 1:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "samples in front", "note": "signature in the order samples, features, classes", "code": '''
def shrink_to_budget(n_samples, n_features, n_classes):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h < 1:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "error of another kind", "note": "assert instead of raise: an AssertionError and not a ValueError when nothing fits", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    assert h >= 1, "even one hidden unit does not fit"
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "range of a float", "note": "Crash: range(1, M / 5) with a float, TypeError", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    best = 0
    for h in range(1, n_samples / 5):
        if h * (n_features + n_classes + 1) + n_classes <= n_samples / 5:
            best = h
    if best == 0:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, best, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "text raised", "note": "Crash: raise with a text, TypeError exceptions must derive from BaseException, when nothing fits; right otherwise", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h < 1:
        raise "ValueError: even one hidden unit does not fit"
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "three arguments for a list", "note": "Crash: parameter_count(d, h, c) with three arguments instead of one list, TypeError", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = 0
    while parameter_count(n_features, h + 1, n_classes) <= parameter_budget(n_samples):
        h += 1
    if h == 0:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "text plus number", "note": "Crash: adds a text and a number in the message, TypeError instead of ValueError when nothing fits; right otherwise", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h < 1:
        raise ValueError("nothing fits the budget of " + n_samples / 5)
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "one call for each unit", "note": "Crash: recursion once for each hidden unit, RecursionError when about a thousand units fit; right for narrow networks", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples, h=1):
    if h * (n_features + n_classes + 1) + n_classes > n_samples / 5:
        if h == 1:
            raise ValueError("even one hidden unit does not fit")
        return [n_features, h - 1, n_classes]
    return shrink_to_budget(n_features, n_classes, n_samples, h + 1)
'''},
]
