"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- count_layers
    {"exercise": "count_layers", "right": True, "name": "length minus one plus flag", "note": "", "code": '''
def count_layers(layers, count_input=False):
    return len(layers) - 1 + int(count_input)
'''},
    {"exercise": "count_layers", "right": True, "name": "two returns", "note": "", "code": '''
def count_layers(layers, count_input=False):
    if count_input:
        return len(layers)
    return len(layers) - 1
'''},
    {"exercise": "count_layers", "right": True, "name": "counting loop", "note": "", "code": '''
def count_layers(layers, count_input=False):
    depth = 0
    for position, _ in enumerate(layers):
        if position == 0 and not count_input:
            continue
        depth += 1
    return depth
'''},
    {"exercise": "count_layers", "right": True, "name": "size of an array", "note": "", "code": '''
def count_layers(layers, count_input=False):
    start = 0 if count_input else 1
    return np.size(np.array(layers)[start:])
'''},
    {"exercise": "count_layers", "right": True, "name": "recursion", "note": "", "code": '''
def count_layers(layers, count_input=False):
    extra = 1 if count_input else 0
    if len(layers) == 1:
        return extra
    return 1 + count_layers(layers[:-1], count_input)
'''},
    {"exercise": "count_layers", "right": True, "name": "np.where and diff", "note": "", "code": '''
def count_layers(layers, count_input=False):
    without_input = np.diff(layers).shape[0]
    return np.where(count_input, without_input + 1, without_input)
'''},
    {"exercise": "count_layers", "right": False, "name": "input always counted", "note": "uses the number of widths as depth and adds one more for the option", "code": '''
def count_layers(layers, count_input=False):
    L = len(layers)
    if count_input:
        L = L + 1
    return L
'''},
    {"exercise": "count_layers", "right": False, "name": "option ignored", "note": "never looks at count_input", "code": '''
def count_layers(layers, count_input=False):
    return len(layers) - 1
'''},
    {"exercise": "count_layers", "right": False, "name": "option turned around", "note": "subtracts the input when it should be counted, and the other way round", "code": '''
def count_layers(layers, count_input=False):
    return len(layers) - 1 if count_input else len(layers)
'''},
    {"exercise": "count_layers", "right": False, "name": "hidden layers only", "note": "leaves the output layer out too", "code": '''
def count_layers(layers, count_input=False):
    hidden = layers[1:-1]
    if count_input:
        return len(hidden) + 1
    return len(hidden)
'''},
    {"exercise": "count_layers", "right": False, "name": "set of widths", "note": "layers of equal width count once", "code": '''
def count_layers(layers, count_input=False):
    n = len(set(layers))
    return n if count_input else n - 1
'''},
    {"exercise": "count_layers", "right": False, "name": "pop the input", "note": "removes the input from the caller's list", "code": '''
def count_layers(layers, count_input=False):
    if not count_input:
        layers.pop(0)
    return len(layers)
'''},
    {"exercise": "count_layers", "right": False, "name": "adds the input width", "note": "adds the number of features instead of one layer", "code": '''
def count_layers(layers, count_input=False):
    L = len(layers) - 1
    if count_input:
        L += layers[0]
    return L
'''},
    {"exercise": "count_layers", "right": False, "name": "counts units", "note": "adds up the widths, units instead of layers", "code": '''
def count_layers(layers, count_input=False):
    if count_input:
        return sum(layers)
    return sum(layers[1:])
'''},
    {"exercise": "count_layers", "right": False, "name": "index of the last width", "note": "position of the first width equal to the last one, too small when a width repeats", "code": '''
def count_layers(layers, count_input=False):
    last = layers.index(layers[-1])
    return last + 1 if count_input else last
'''},
    {"exercise": "count_layers", "right": False, "name": "list of layer numbers", "note": "returns the numbers of the layers, not how many", "code": '''
def count_layers(layers, count_input=False):
    first = 0 if count_input else 1
    return [l for l in range(first, len(layers))]
'''},
    {"exercise": "count_layers", "right": False, "name": "prints", "note": "prints the number and returns nothing", "code": '''
def count_layers(layers, count_input=False):
    if count_input == True:
        print(len(layers))
    else:
        print(len(layers) - 1)
'''},
    {"exercise": "count_layers", "right": False, "name": "return inside the if only", "note": "without the option nothing is returned", "code": '''
def count_layers(layers, count_input=False):
    L = len(layers) - 1
    if count_input:
        L += 1
        return L
'''},
    {"exercise": "count_layers", "right": False, "name": "is not None", "note": "False is not None, so the input is always counted", "code": '''
def count_layers(layers, count_input=False):
    n_layers = len(layers) - 1
    if count_input is not None:
        n_layers = n_layers + 1
    return n_layers
'''},
    {"exercise": "count_layers", "right": False, "name": "changes of width", "note": "counts only steps where the width changes", "code": '''
def count_layers(layers, count_input=False):
    depth = 0
    for i in range(1, len(layers)):
        if layers[i] != layers[i - 1]:
            depth += 1
    return depth + count_input
'''},
    {"exercise": "count_layers", "right": False, "name": "list kept outside", "note": "the list of counted layers outlives the call", "code": '''
weight_layers = []

def count_layers(layers, count_input=False):
    for width in layers[1:]:
        weight_layers.append(width)
    return len(weight_layers) + (1 if count_input else 0)
'''},
    {"exercise": "count_layers", "right": False, "name": "ndim", "note": "number of array dimensions, always 1", "code": '''
def count_layers(layers, count_input=False):
    return np.array(layers).ndim + int(count_input)
'''},
    {"exercise": "count_layers", "right": False, "name": "shape of a list", "note": "a list has no shape", "code": '''
def count_layers(layers, count_input=False):
    L = layers.shape[0] - 1
    if count_input:
        L += 1
    return L
'''},
    {"exercise": "count_layers", "right": False, "name": "bracket in the wrong place", "note": "subtracts one from the list, TypeError", "code": '''
def count_layers(layers, count_input=False):
    if count_input:
        return len(layers)
    return len(layers - 1)
'''},
    {"exercise": "count_layers", "right": False, "name": "option missing", "note": "the second argument was deleted, TypeError when it is given", "code": '''
def count_layers(layers):
    return len(layers) - 1
'''},
    {"exercise": "count_layers", "right": False, "name": "counter not started", "note": "adds to a local variable that has no value yet", "code": '''
def count_layers(layers, count_input=False):
    for width in layers[1:]:
        L += 1
    if count_input:
        L += 1
    return L
'''},
    {"exercise": "count_layers", "right": False, "name": "example in the code", "note": "written for the example with two layers", "code": '''
def count_layers(layers, count_input=False):
    if count_input:
        return 3
    return 2
'''},

    # ---------------------------------------------------------------- parameter_terms
    {"exercise": "parameter_terms", "right": True, "name": "zip", "note": "", "code": '''
def parameter_terms(layers):
    return [n_in * n_out + n_out for n_in, n_out in zip(layers[:-1], layers[1:])]
'''},
    {"exercise": "parameter_terms", "right": True, "name": "index loop", "note": "", "code": '''
def parameter_terms(layers):
    result = []
    for l in range(1, len(layers)):
        weights = layers[l] * layers[l - 1]
        biases = layers[l]
        result.append(weights + biases)
    return result
'''},
    {"exercise": "parameter_terms", "right": True, "name": "array product", "note": "", "code": '''
def parameter_terms(layers):
    n = np.array(layers)
    return (n[:-1] + 1) * n[1:]
'''},
    {"exercise": "parameter_terms", "right": True, "name": "recursion", "note": "", "code": '''
def parameter_terms(layers):
    if len(layers) < 2:
        return []
    a, b = layers[0], layers[1]
    return [b * (a + 1)] + parameter_terms(layers[1:])
'''},
    {"exercise": "parameter_terms", "right": True, "name": "diagonal of the outer product", "note": "", "code": '''
def parameter_terms(layers):
    all_products = np.outer(layers, layers)
    weights = np.diagonal(all_products, offset=1)
    return (weights + np.array(layers[1:])).tolist()
'''},
    {"exercise": "parameter_terms", "right": True, "name": "einsum and a helper", "note": "", "code": '''
def _split(widths):
    widths = np.asarray(widths)
    return widths[:-1], widths[1:]

def parameter_terms(layers):
    n_in, n_out = _split(layers)
    return np.einsum("l,l->l", n_in, n_out) + n_out
'''},
    {"exercise": "parameter_terms", "right": False, "name": "bias for every input", "note": "adds n_in instead of n_out", "code": '''
def parameter_terms(layers):
    return [a * b + a for a, b in zip(layers, layers[1:])]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "no biases", "note": "counts the weights only", "code": '''
def parameter_terms(layers):
    terms = []
    for i in range(len(layers) - 1):
        terms.append(layers[i] * layers[i + 1])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "one bias for a layer", "note": "adds 1 instead of n_out", "code": '''
def parameter_terms(layers):
    n = np.array(layers)
    return list(n[1:] * n[:-1] + 1)
'''},
    {"exercise": "parameter_terms", "right": False, "name": "order from the output", "note": "the layer next to the output comes first", "code": '''
def parameter_terms(layers):
    counts = []
    for l in range(len(layers) - 1, 0, -1):
        counts.append(layers[l - 1] * layers[l] + layers[l])
    return counts
'''},
    {"exercise": "parameter_terms", "right": False, "name": "sum of the terms", "note": "returns the total, not one number for each layer", "code": '''
def parameter_terms(layers):
    total = 0
    for n_in, n_out in zip(layers[:-1], layers[1:]):
        total += n_in * n_out + n_out
    return total
'''},
    {"exercise": "parameter_terms", "right": False, "name": "running total", "note": "the counter is not set back for the next layer", "code": '''
def parameter_terms(layers):
    terms = []
    count = 0
    for i in range(1, len(layers)):
        count += layers[i - 1] * layers[i]
        count += layers[i]
        terms.append(count)
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "weights and biases apart", "note": "gives pairs of weights and biases, not their sum", "code": '''
def parameter_terms(layers):
    return [(layers[i] * layers[i + 1], layers[i + 1]) for i in range(len(layers) - 1)]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "product with a bias on both", "note": "adds a bias unit to the layer that is computed as well", "code": '''
def parameter_terms(layers):
    padded = np.array(layers) + 1
    return padded[:-1] * padded[1:]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "return inside the loop", "note": "stops after the first layer", "code": '''
def parameter_terms(layers):
    result = []
    for n_in, n_out in zip(layers, layers[1:]):
        result.append(n_in * n_out + n_out)
        return result
'''},
    {"exercise": "parameter_terms", "right": False, "name": "output layer without bias", "note": "the last layer gets no biases", "code": '''
def parameter_terms(layers):
    res = []
    L = len(layers) - 1
    for l in range(1, L + 1):
        n = layers[l - 1] * layers[l]
        if l < L:
            n += layers[l]
        res.append(n)
    return res
'''},
    {"exercise": "parameter_terms", "right": False, "name": "zero for the input", "note": "the array has an entry 0 for the input layer", "code": '''
def parameter_terms(layers):
    terms = np.zeros(len(layers))
    for l in range(1, len(layers)):
        terms[l] = layers[l] * (layers[l - 1] + 1)
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "skips the first layer", "note": "the loop over the hidden layers starts one too late", "code": '''
def parameter_terms(layers):
    terms = []
    for l in range(2, len(layers)):
        terms.append(layers[l - 1] * layers[l] + layers[l])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "default list", "note": "the default list keeps the terms of the call before", "code": '''
def parameter_terms(layers, terms=[]):
    for i in range(len(layers) - 1):
        terms.append(layers[i] * layers[i + 1] + layers[i + 1])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "empties the list", "note": "takes the widths out of the caller's list", "code": '''
def parameter_terms(layers):
    terms = []
    n_in = layers.pop(0)
    while layers:
        n_out = layers.pop(0)
        terms.append(n_in * n_out + n_out)
        n_in = n_out
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "np.append not assigned", "note": "np.append gives a new array that is thrown away", "code": '''
def parameter_terms(layers):
    terms = np.array([])
    for n_in, n_out in zip(layers[:-1], layers[1:]):
        np.append(terms, n_in * n_out + n_out)
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "small integers", "note": "sixteen bits overflow for wide layers", "code": '''
def parameter_terms(layers):
    n = np.array(layers, dtype=np.int16)
    return n[:-1] * n[1:] + n[1:]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "always from the features", "note": "every layer is taken to read the input", "code": '''
def parameter_terms(layers):
    d = layers[0]
    return [d * n + n for n in layers[1:]]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "set", "note": "collects in a set, equal counts get lost and order is open", "code": '''
def parameter_terms(layers):
    costs = set()
    for a, b in zip(layers, layers[1:]):
        costs.add(a * b + b)
    return list(costs)
'''},
    {"exercise": "parameter_terms", "right": False, "name": "product of lists", "note": "multiplies two lists, TypeError", "code": '''
def parameter_terms(layers):
    n_in = layers[:-1]
    n_out = layers[1:]
    return n_in * n_out + n_out
'''},
    {"exercise": "parameter_terms", "right": False, "name": "one step too far", "note": "reads a width behind the end, IndexError", "code": '''
def parameter_terms(layers):
    terms = []
    for i in range(len(layers)):
        terms.append(layers[i] * layers[i + 1] + layers[i + 1])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "loop over a number", "note": "forgets range, TypeError", "code": '''
def parameter_terms(layers):
    out = []
    for i in len(layers) - 1:
        out.append(layers[i] * layers[i + 1] + layers[i + 1])
    return out
'''},
    {"exercise": "parameter_terms", "right": False, "name": "assignment into an empty list", "note": "sets entry 0 of an empty list, IndexError", "code": '''
def parameter_terms(layers):
    terms = []
    for l in range(len(layers) - 1):
        terms[l] = layers[l] * layers[l + 1] + layers[l + 1]
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "three widths only", "note": "unpacks exactly three widths, ValueError for other depths", "code": '''
def parameter_terms(layers):
    d, h, c = layers
    return [d * h + h, h * c + c]
'''},

    # ---------------------------------------------------------------- parameter_count
    {"exercise": "parameter_count", "right": True, "name": "sum of the terms", "note": "", "code": '''
def parameter_count(layers):
    return sum(parameter_terms(layers))
'''},
    {"exercise": "parameter_count", "right": True, "name": "double loop variable", "note": "", "code": '''
def parameter_count(layers):
    total = 0
    for l in range(1, len(layers)):
        total += layers[l - 1] * layers[l] + layers[l]
    return total
'''},
    {"exercise": "parameter_count", "right": True, "name": "dot product", "note": "", "code": '''
def parameter_count(layers):
    n = np.asarray(layers)
    return int(np.dot(n[:-1] + 1, n[1:]))
'''},
    {"exercise": "parameter_count", "right": True, "name": "weights and biases apart", "note": "", "code": '''
def parameter_count(layers):
    weights = sum(a * b for a, b in zip(layers, layers[1:]))
    biases = sum(layers) - layers[0]
    return weights + biases
'''},
    {"exercise": "parameter_count", "right": True, "name": "recursion from the end", "note": "", "code": '''
def parameter_count(layers):
    if len(layers) == 1:
        return 0
    *before, n_in, n_out = layers
    return (n_in + 1) * n_out + parameter_count(before + [n_in])
'''},
    {"exercise": "parameter_count", "right": True, "name": "einsum of three", "note": "", "code": '''
def parameter_count(layers):
    n = np.array(layers)
    return np.einsum("i,i->", n[1:], n[:-1]) + n[1:].sum()
'''},
    {"exercise": "parameter_count", "right": False, "name": "biases of the input too", "note": "adds all widths, the input has no biases", "code": '''
def parameter_count(layers):
    n = np.array(layers)
    return np.sum(n[:-1] * n[1:]) + np.sum(n)
'''},
    {"exercise": "parameter_count", "right": False, "name": "weights only", "note": "forgets the biases", "code": '''
def parameter_count(layers):
    total = 0
    for a, b in zip(layers[:-1], layers[1:]):
        total += a * b
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "product of all widths", "note": "multiplies through all layers", "code": '''
def parameter_count(layers):
    return int(np.prod(layers)) + sum(layers[1:])
'''},
    {"exercise": "parameter_count", "right": False, "name": "one bias for each layer", "note": "adds the number of layers instead of the number of units", "code": '''
def parameter_count(layers):
    weights = sum(layers[i] * layers[i + 1] for i in range(len(layers) - 1))
    return weights + count_layers(layers)
'''},
    {"exercise": "parameter_count", "right": False, "name": "returns the terms", "note": "forgets to add up", "code": '''
def parameter_count(layers):
    terms = []
    for l in range(1, len(layers)):
        terms.append(layers[l - 1] * layers[l] + layers[l])
    return terms
'''},
    {"exercise": "parameter_count", "right": False, "name": "plus forgotten in +=", "note": "overwrites the total, only the last layer counts", "code": '''
def parameter_count(layers):
    total = 0
    for term in parameter_terms(layers):
        total = term
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "return too early", "note": "the return stands inside the loop", "code": '''
def parameter_count(layers):
    s = 0
    for i in range(len(layers) - 1):
        s += layers[i] * layers[i + 1] + layers[i + 1]
        return s
'''},
    {"exercise": "parameter_count", "right": False, "name": "one hidden layer formula", "note": "ignores everything between the first hidden layer and the output", "code": '''
def parameter_count(layers):
    d, h, c = layers[0], layers[1], layers[-1]
    return h * (d + c + 1) + c
'''},
    {"exercise": "parameter_count", "right": False, "name": "running sums", "note": "cumsum instead of sum", "code": '''
def parameter_count(layers):
    return np.cumsum(parameter_terms(layers))
'''},
    {"exercise": "parameter_count", "right": False, "name": "bias of the wrong side", "note": "adds the width that the layer reads", "code": '''
def parameter_count(layers):
    return sum(n_in * n_out + n_in for n_in, n_out in zip(layers, layers[1:]))
'''},
    {"exercise": "parameter_count", "right": False, "name": "global total", "note": "the total goes on growing from call to call", "code": '''
total_parameters = 0

def parameter_count(layers):
    global total_parameters
    for t in parameter_terms(layers):
        total_parameters += t
    return total_parameters
'''},
    {"exercise": "parameter_count", "right": False, "name": "skips the last layer", "note": "range is one too short, as for hidden layers", "code": '''
def parameter_count(layers):
    count = 0
    L = len(layers) - 1
    for l in range(1, L):
        count += layers[l - 1] * layers[l] + layers[l]
    return count
'''},
    {"exercise": "parameter_count", "right": False, "name": "sums units", "note": "number of units, not of parameters", "code": '''
def parameter_count(layers):
    return sum(layers[1:])
'''},
    {"exercise": "parameter_count", "right": False, "name": "biases inside the loop", "note": "adds all biases again for every layer", "code": '''
def parameter_count(layers):
    total = 0
    for n_in, n_out in zip(layers, layers[1:]):
        total += n_in * n_out
        total += sum(layers[1:])
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "thirty-two bits", "note": "overflows for very wide layers", "code": '''
def parameter_count(layers):
    n = np.array(layers, dtype=np.int32)
    return np.sum((n[:-1] * n[1:] + n[1:]), dtype=np.int32)
'''},
    {"exercise": "parameter_count", "right": False, "name": "deletes the input", "note": "changes the caller's list to leave the input out of the biases", "code": '''
def parameter_count(layers):
    weights = 0
    for i in range(len(layers) - 1):
        weights += layers[i] * layers[i + 1]
    del layers[0]
    return weights + sum(layers)
'''},
    {"exercise": "parameter_count", "right": False, "name": "mean", "note": "average over the layers", "code": '''
def parameter_count(layers):
    return np.mean(parameter_terms(layers))
'''},
    {"exercise": "parameter_count", "right": False, "name": "sum of the function", "note": "forgets to call parameter_terms, TypeError", "code": '''
def parameter_count(layers):
    return sum(parameter_terms)
'''},
    {"exercise": "parameter_count", "right": False, "name": "unpacks three", "note": "works for three widths only", "code": '''
def parameter_count(layers):
    n0, n1, n2 = layers
    return n0 * n1 + n1 + n1 * n2 + n2
'''},
    {"exercise": "parameter_count", "right": False, "name": "dot of unequal lengths", "note": "forgets to cut the last width, ValueError for the shapes", "code": '''
def parameter_count(layers):
    n = np.array(layers)
    return n @ n[1:] + n[1:].sum()
'''},
    {"exercise": "parameter_count", "right": False, "name": "widths as indices", "note": "loops over the widths and uses them as positions, IndexError", "code": '''
def parameter_count(layers):
    total = 0
    for l in layers[1:]:
        total += layers[l - 1] * layers[l] + layers[l]
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "misspelt variable", "note": "the name of the sum is different in the return, NameError", "code": '''
def parameter_count(layers):
    n_params = 0
    for a, b in zip(layers[:-1], layers[1:]):
        n_params += (a + 1) * b
    return n_param
'''},

    # ---------------------------------------------------------------- depth_bound
    {"exercise": "depth_bound", "right": True, "name": "as written", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    bound = np.floor(np.log2(n_samples / (n_features * n_classes)) + 1)
    return max(1, int(bound))
'''},
    {"exercise": "depth_bound", "right": True, "name": "doubling loop", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    L = 1
    needed = 2 * n_features * n_classes
    while needed <= n_samples:
        L += 1
        needed *= 2
    return L
'''},
    {"exercise": "depth_bound", "right": True, "name": "bit length", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    quotient = int(n_samples // (n_features * n_classes))
    if quotient == 0:
        return 1
    return quotient.bit_length()
'''},
    {"exercise": "depth_bound", "right": True, "name": "math module", "note": "", "code": '''
import math

def depth_bound(n_samples, n_features, n_classes):
    M, d, c = n_samples, n_features, n_classes
    if M < d * c:
        return 1
    return 1 + math.floor(math.log2(M / (d * c)))
'''},
    {"exercise": "depth_bound", "right": True, "name": "recursion by halves", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    if n_samples < 2 * n_features * n_classes:
        return 1
    return 1 + depth_bound(n_samples // 2, n_features, n_classes)
'''},
    {"exercise": "depth_bound", "right": True, "name": "frexp", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    mantissa, exponent = np.frexp(n_samples / (n_features * n_classes))
    return np.maximum(exponent, 1)
'''},
    {"exercise": "depth_bound", "right": False, "name": "no lower bound", "note": "forgets the maximum with 1", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1))
'''},
    {"exercise": "depth_bound", "right": False, "name": "not rounded", "note": "forgets to round down", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, np.log2(n_samples / (n_features * n_classes)) + 1)
'''},
    {"exercise": "depth_bound", "right": False, "name": "natural logarithm", "note": "np.log instead of np.log2", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    x = n_samples / (n_features * n_classes)
    return max(1, int(np.floor(np.log(x) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "brackets missing", "note": "divides by d and multiplies by c", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    L = np.floor(np.log2(n_samples / n_features * n_classes) + 1)
    return max(1, int(L))
'''},
    {"exercise": "depth_bound", "right": False, "name": "plus one forgotten", "note": "one layer too few", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    q = n_samples / (n_features * n_classes)
    return max(1, int(np.floor(np.log2(q))))
'''},
    {"exercise": "depth_bound", "right": False, "name": "plus one inside the logarithm", "note": "takes log2 of the quotient plus one", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log2(n_samples / (n_features * n_classes) + 1))))
'''},
    {"exercise": "depth_bound", "right": False, "name": "nearest whole number", "note": "round instead of floor", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    dc = n_features * n_classes
    return max(1, round(np.log2(n_samples / dc) + 1))
'''},
    {"exercise": "depth_bound", "right": False, "name": "ceil instead of floor plus one", "note": "differs at powers of two, where one layer is missing", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    L_max = np.ceil(np.log2(n_samples / (n_features * n_classes)))
    return int(max(1, L_max))
'''},
    {"exercise": "depth_bound", "right": False, "name": "min for max", "note": "never more than one layer", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return min(1, int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "other order of arguments", "note": "expects the number of examples last", "code": '''
def depth_bound(n_features, n_classes, n_samples):
    return max(1, int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "sum for product", "note": "divides by d + c", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    M = n_samples
    bound = np.log2(M / (n_features + n_classes)) + 1
    return int(max(1, np.floor(bound)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "strict loop", "note": "an exact power of two does not count", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    L = 1
    while n_features * n_classes * 2 ** L < n_samples:
        L = L + 1
    return L
'''},
    {"exercise": "depth_bound", "right": False, "name": "at least zero", "note": "the lower bound is 0 instead of 1", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    value = int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1))
    if value < 0:
        value = 0
    return value
'''},
    {"exercise": "depth_bound", "right": False, "name": "logarithm of the examples only", "note": "divides the logarithm instead of the number", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log2(n_samples) / (n_features * n_classes) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "maximum inside the logarithm, no plus one", "note": "clips the quotient and forgets the plus one", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    ratio = max(1, n_samples / (n_features * n_classes))
    return int(np.log2(ratio))
'''},
    {"exercise": "depth_bound", "right": False, "name": "absolute value", "note": "gets rid of the negative numbers with abs", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    L = np.floor(np.log2(n_samples / (n_features * n_classes)) + 1)
    if L == 0:
        return 1
    return int(abs(L))
'''},
    {"exercise": "depth_bound", "right": False, "name": "square root", "note": "takes half powers for the logarithm", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    q = n_samples / (n_features * n_classes)
    return max(1, int(q ** 0.5 + 1))
'''},
    {"exercise": "depth_bound", "right": False, "name": "always classes three", "note": "takes the number of classes from the example", "code": '''
def depth_bound(n_samples, n_features, n_classes=3):
    return max(1, int(np.floor(np.log2(n_samples / (n_features * 3)) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "whole quotient in math.log2", "note": "the whole quotient is 0 with too few examples, ValueError there", "code": '''
import math

def depth_bound(n_samples, n_features, n_classes):
    return max(1, math.floor(math.log2(n_samples // (n_features * n_classes))) + 1)
'''},
    {"exercise": "depth_bound", "right": False, "name": "int of minus infinity", "note": "log2 of 0 becomes minus infinity, which int refuses", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    samples_per_cell = n_samples // (n_features * n_classes)
    layers = int(np.floor(np.log2(samples_per_cell) + 1))
    return max(1, layers)
'''},
    {"exercise": "depth_bound", "right": False, "name": "np.max of two numbers", "note": "the second argument of np.max is an axis, error", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    L = np.floor(np.log2(n_samples / (n_features * n_classes)) + 1)
    return np.max(1, int(L))
'''},
    {"exercise": "depth_bound", "right": False, "name": "names of the formula", "note": "uses M, d, c without setting them, NameError", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log2(M / (d * c)) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "range of a float", "note": "counts with range up to a float, TypeError", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    limit = n_samples / (n_features * n_classes)
    depth = 1
    for power in range(1, limit):
        if 2 ** power <= limit:
            depth = power + 1
    return depth
'''},

    # ---------------------------------------------------------------- parameter_budget
    {"exercise": "parameter_budget", "right": True, "name": "division", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": True, "name": "np.divide", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return float(np.divide(n_samples, samples_per_parameter))
'''},
    {"exercise": "parameter_budget", "right": True, "name": "share of a parameter", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    parameters_per_sample = 1.0 / samples_per_parameter
    budget = n_samples * parameters_per_sample
    return budget
'''},
    {"exercise": "parameter_budget", "right": True, "name": "divmod", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    whole, rest = divmod(n_samples, samples_per_parameter)
    return whole + rest / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": True, "name": "fractions", "note": "", "code": '''
from fractions import Fraction

def parameter_budget(n_samples, samples_per_parameter=5):
    return float(Fraction(n_samples) / Fraction(samples_per_parameter))
'''},
    {"exercise": "parameter_budget", "right": True, "name": "lambda", "note": "", "code": '''
parameter_budget = lambda n_samples, samples_per_parameter=5: float(n_samples) / float(samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "multiplied", "note": "times instead of divided by", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return float(n_samples * samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "whole division", "note": "rounds down with //", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return float(n_samples // samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "rounded", "note": "rounds the budget to a whole number", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    budget = n_samples / samples_per_parameter
    return round(budget)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "always five", "note": "the price that is given is ignored", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return n_samples / 5
'''},
    {"exercise": "parameter_budget", "right": False, "name": "upside down", "note": "price by examples", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return samples_per_parameter / n_samples
'''},
    {"exercise": "parameter_budget", "right": False, "name": "default of ten", "note": "remembers the rule with ten examples", "code": '''
def parameter_budget(n_samples, samples_per_parameter=10):
    return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "one decimal", "note": "rounds to one decimal as in the example 160.6", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return round(n_samples / samples_per_parameter, 1)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "at least one", "note": "a budget below one parameter is lifted to one", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return max(1.0, n_samples / samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "price cut to a whole number", "note": "int makes 2.5 into 2 and 0.5 into 0", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    s = int(samples_per_parameter)
    return n_samples / s
'''},
    {"exercise": "parameter_budget", "right": False, "name": "overwrites the price", "note": "sets the price to 5 inside the function", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    samples_per_parameter = 5.0
    B = n_samples / samples_per_parameter
    return B
'''},
    {"exercise": "parameter_budget", "right": False, "name": "repeated subtraction", "note": "counts how often the price fits, the fraction is lost", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    budget = 0.0
    while n_samples >= samples_per_parameter:
        n_samples -= samples_per_parameter
        budget += 1
    return budget
'''},
    {"exercise": "parameter_budget", "right": False, "name": "text with a unit", "note": "returns a string", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return f"{n_samples / samples_per_parameter} parameters"
'''},
    {"exercise": "parameter_budget", "right": False, "name": "only printed", "note": "prints and returns nothing", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    print("budget:", n_samples / samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "other price multiplied", "note": "takes another price for parameters per example", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    if samples_per_parameter == 5:
        return n_samples / 5
    else:
        return n_samples * samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "quotient and rest", "note": "returns the pair of divmod", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return divmod(n_samples, samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "remainder", "note": "% instead of /", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return float(n_samples % samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "price remembered", "note": "a price once given stays for the calls after it", "code": '''
price = 5

def parameter_budget(n_samples, samples_per_parameter=5):
    global price
    if samples_per_parameter != 5:
        price = samples_per_parameter
    return n_samples / price
'''},
    {"exercise": "parameter_budget", "right": False, "name": "no default", "note": "the default was deleted, TypeError with one argument", "code": '''
def parameter_budget(n_samples, samples_per_parameter):
    return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "default None", "note": "divides by None if no price is given", "code": '''
def parameter_budget(n_samples, samples_per_parameter=None):
    return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "unknown s", "note": "uses s from the formula, NameError", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    B = n_samples / s
    return B
'''},
    {"exercise": "parameter_budget", "right": False, "name": "length of a number", "note": "takes n_samples for the data, TypeError", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return len(n_samples) / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "whole prices only", "note": "refuses a price with a fraction", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    if not isinstance(samples_per_parameter, int) or samples_per_parameter < 1:
        raise ValueError("samples_per_parameter must be a whole number")
    return n_samples / samples_per_parameter
'''},

    # ---------------------------------------------------------------- fits_budget
    {"exercise": "fits_budget", "right": True, "name": "earlier functions", "note": "", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) <= parameter_budget(n_samples)
'''},
    {"exercise": "fits_budget", "right": True, "name": "five times the count", "note": "", "code": '''
def fits_budget(layers, n_samples):
    cost = 0
    for n_in, n_out in zip(layers[:-1], layers[1:]):
        cost += 5 * n_out * (n_in + 1)
    return not cost > n_samples
'''},
    {"exercise": "fits_budget", "right": True, "name": "paying layer by layer", "note": "", "code": '''
def fits_budget(layers, n_samples):
    money = n_samples
    for price in parameter_terms(layers):
        money -= 5 * price
        if money < 0:
            return False
    return True
'''},
    {"exercise": "fits_budget", "right": True, "name": "examples per parameter", "note": "", "code": '''
def fits_budget(layers, n_samples):
    examples_each = n_samples / parameter_count(layers)
    if examples_each >= 5:
        return True
    else:
        return False
'''},
    {"exercise": "fits_budget", "right": True, "name": "whole budget", "note": "", "code": '''
def fits_budget(layers, n_samples):
    n = np.array(layers)
    params = (n[:-1] + 1) @ n[1:]
    return bool(params <= n_samples // 5)
'''},
    {"exercise": "fits_budget", "right": True, "name": "membership in a range", "note": "", "code": '''
def fits_budget(layers, n_samples):
    affordable = range(n_samples // 5 + 1)
    return int(parameter_count(layers)) in affordable
'''},
    {"exercise": "fits_budget", "right": False, "name": "strictly less", "note": "exactly on budget is refused", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) < n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "turned around", "note": "True where the network is too large", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) >= parameter_budget(n_samples)
'''},
    {"exercise": "fits_budget", "right": False, "name": "too large", "note": "answers whether the budget is exceeded", "code": '''
def fits_budget(layers, n_samples):
    p = parameter_count(layers)
    if p > n_samples / 5:
        return True
    return False
'''},
    {"exercise": "fits_budget", "right": False, "name": "compares with the examples", "note": "forgets the five examples for each parameter", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) <= n_samples
'''},
    {"exercise": "fits_budget", "right": False, "name": "five on the wrong side", "note": "divides the parameters by five as well as comparing with the examples", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) / 5 <= n_samples
'''},
    {"exercise": "fits_budget", "right": False, "name": "weights only", "note": "leaves the biases out of the cost", "code": '''
def fits_budget(layers, n_samples):
    n = np.array(layers)
    weights = np.sum(n[:-1] * n[1:])
    return bool(weights <= n_samples / 5)
'''},
    {"exercise": "fits_budget", "right": False, "name": "each layer by itself", "note": "compares every layer with the whole budget", "code": '''
def fits_budget(layers, n_samples):
    budget = parameter_budget(n_samples)
    return all(term <= budget for term in parameter_terms(layers))
'''},
    {"exercise": "fits_budget", "right": False, "name": "units", "note": "counts units instead of parameters", "code": '''
def fits_budget(layers, n_samples):
    return sum(layers) <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "rounded budget", "note": "rounds the budget, so that a fraction above one half pays for a whole parameter", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) <= round(n_samples / 5)
'''},
    {"exercise": "fits_budget", "right": False, "name": "words", "note": "returns the text True or False", "code": '''
def fits_budget(layers, n_samples):
    if parameter_count(layers) <= parameter_budget(n_samples):
        return "True"
    else:
        return "False"
'''},
    {"exercise": "fits_budget", "right": False, "name": "what is left", "note": "returns the rest of the budget, not whether it fits", "code": '''
def fits_budget(layers, n_samples):
    return parameter_budget(n_samples) - parameter_count(layers)
'''},
    {"exercise": "fits_budget", "right": False, "name": "equality", "note": "True only exactly on budget", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) == parameter_budget(n_samples)
'''},
    {"exercise": "fits_budget", "right": False, "name": "decided at the first layer", "note": "returns after the first layer is compared", "code": '''
def fits_budget(layers, n_samples):
    total = 0
    for term in parameter_terms(layers):
        total += term
        if total <= n_samples / 5:
            return True
        else:
            return False
'''},
    {"exercise": "fits_budget", "right": False, "name": "one hidden layer", "note": "uses the formula for three widths for every network", "code": '''
def fits_budget(layers, n_samples):
    d, h, c = layers[0], layers[1], layers[-1]
    return h * (d + c + 1) + c <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "depth rule", "note": "compares the depth instead of the parameters", "code": '''
def fits_budget(layers, n_samples):
    return count_layers(layers) <= depth_bound(n_samples, layers[0], layers[-1])
'''},
    {"exercise": "fits_budget", "right": False, "name": "drops the input of the list", "note": "adds a bias by changing the caller's list", "code": '''
def fits_budget(layers, n_samples):
    total = 0
    while len(layers) > 1:
        total += layers[0] * layers[1] + layers[1]
        layers.pop(0)
    return total <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "budget forgotten halfway", "note": "the rest is kept at zero or more, so the answer is always True", "code": '''
def fits_budget(layers, n_samples):
    left = n_samples / 5
    for term in parameter_terms(layers):
        left = max(0, left - term)
    return left >= 0
'''},
    {"exercise": "fits_budget", "right": False, "name": "ten examples each", "note": "uses another price", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) <= parameter_budget(n_samples, 10)
'''},
    {"exercise": "fits_budget", "right": False, "name": "functions not called", "note": "compares two functions, TypeError", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count <= parameter_budget
'''},
    {"exercise": "fits_budget", "right": False, "name": "arguments mixed up", "note": "counts the examples and divides the list, TypeError", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(n_samples) <= parameter_budget(layers)
'''},
    {"exercise": "fits_budget", "right": False, "name": "list compared", "note": "compares the list of terms with a number, TypeError", "code": '''
def fits_budget(layers, n_samples):
    terms = [layers[i] * layers[i + 1] + layers[i + 1] for i in range(len(layers) - 1)]
    return terms <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "three names", "note": "unpacks three widths, error for any other depth", "code": '''
def fits_budget(layers, n_samples):
    (n_in, n_hidden, n_out) = layers
    count = n_in * n_hidden + n_hidden + n_hidden * n_out + n_out
    return count <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "missing M", "note": "M is not an argument, NameError or a number from another cell", "code": '''
def fits_budget(layers, n_samples):
    if parameter_count(layers) * 5 <= M:
        return True
    return False
'''},

    # ---------------------------------------------------------------- starting_architecture
    {"exercise": "starting_architecture", "right": True, "name": "if elif else", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c, M = n_features, n_classes, n_samples
    if M < 1000:
        return [d, 2 * d, c]
    elif M < 10000:
        return [d, 3 * d, d, c]
    else:
        return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": True, "name": "largest first", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    hidden = [2]
    if n_samples >= 10_000:
        hidden = [5, 2, 1]
    elif n_samples >= 1_000:
        hidden = [3, 1]
    return [n_features] + [k * n_features for k in hidden] + [n_classes]
'''},
    {"exercise": "starting_architecture", "right": True, "name": "digitize and a table", "note": "", "code": '''
FACTORS = ((1, 2), (1, 3, 1), (1, 5, 2, 1))

def starting_architecture(n_features, n_classes, n_samples):
    row = int(np.digitize(n_samples, [1000, 10000]))
    return np.append(n_features * np.array(FACTORS[row]), n_classes)
'''},
    {"exercise": "starting_architecture", "right": True, "name": "counting the passed limits", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    size = sum(1 for limit in (1000, 10000) if n_samples >= limit)
    multiples = {0: "2", 1: "31", 2: "521"}[size]
    net = [n_features]
    for digit in multiples:
        net.append(int(digit) * n_features)
    net.append(n_classes)
    return net
'''},
    {"exercise": "starting_architecture", "right": True, "name": "inserting layers", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    widths = [n_features, n_classes]
    if n_samples < 1000:
        widths.insert(1, n_features * 2)
        return widths
    widths.insert(1, n_features)
    if n_samples < 10000:
        widths.insert(1, n_features * 3)
        return widths
    widths.insert(1, n_features * 2)
    widths.insert(1, n_features * 5)
    return widths
'''},
    {"exercise": "starting_architecture", "right": True, "name": "search over rules", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    rules = [
        (1000, lambda d, c: (d, 2 * d, c)),
        (10000, lambda d, c: (d, 3 * d, d, c)),
        (float("inf"), lambda d, c: (d, 5 * d, 2 * d, d, c)),
    ]
    for limit, build in rules:
        if n_samples < limit:
            return build(n_features, n_classes)
'''},
    {"exercise": "starting_architecture", "right": False, "name": "1000 still small", "note": "<= 1000 instead of < 1000", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d = n_features
    c = n_classes
    if n_samples <= 1000:
        return [d, 2*d, c]
    elif n_samples < 10000:
        return [d, 3*d, d, c]
    return [d, 5*d, 2*d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "10000 still medium", "note": "<= 10000 instead of < 10000", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        hidden = [2 * n_features]
    elif 1000 <= n_samples <= 10000:
        hidden = [3 * n_features, n_features]
    else:
        hidden = [5 * n_features, 2 * n_features, n_features]
    return [n_features, *hidden, n_classes]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "examples first", "note": "order of the arguments as in depth_bound", "code": '''
def starting_architecture(n_samples, n_features, n_classes):
    d, c, M = n_features, n_classes, n_samples
    if M < 1000:
        return [d, 2 * d, c]
    if M < 10000:
        return [d, 3 * d, d, c]
    return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "second if without else", "note": "a small data set falls into the second if as well", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        layers = [d, 2 * d, c]
    if n_samples < 10000:
        layers = [d, 3 * d, d, c]
    else:
        layers = [d, 5 * d, 2 * d, d, c]
    return layers
'''},
    {"exercise": "starting_architecture", "right": False, "name": "rising widths", "note": "hidden layers in the wrong order, narrow first", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2 * d, c]
    elif n_samples < 10000:
        return [d, d, 3 * d, c]
    else:
        return [d, d, 2 * d, 5 * d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "without the input", "note": "the list starts with the first hidden layer", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        return [2 * n_features, n_classes]
    elif n_samples < 10000:
        return [3 * n_features, n_features, n_classes]
    return [5 * n_features, 2 * n_features, n_features, n_classes]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "hidden layers only", "note": "neither input nor output in the list", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d = n_features
    if n_samples < 1000:
        return [2 * d]
    if n_samples < 10000:
        return [3 * d, d]
    return [5 * d, 2 * d, d]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "classes and features swapped", "note": "the first two arguments in the wrong order", "code": '''
def starting_architecture(n_classes, n_features, n_samples):
    d, c, M = n_features, n_classes, n_samples
    if M < 1000:
        return [d, 2 * d, c]
    elif M >= 1000 and M < 10000:
        return [d, 3 * d, d, c]
    else:
        return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "limit with a zero too many", "note": "100000 instead of 10000", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c, M = n_features, n_classes, n_samples
    if M < 1000:
        return [d, 2 * d, c]
    elif M < 100000:
        return [d, 3 * d, d, c]
    else:
        return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "power instead of multiple", "note": "d ** 2 for 2 d", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c, M = n_features, n_classes, n_samples
    if M < 1000:
        return [d, d**2, c]
    elif M < 10000:
        return [d, d**3, d, c]
    return [d, d**5, d**2, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "bitwise and", "note": "& binds more tightly than the comparison, so the middle case catches all larger ones", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2 * d, c]
    elif n_samples >= 1000 & n_samples < 10000:
        return [d, 3 * d, d, c]
    else:
        return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "two cases only", "note": "the large data set was forgotten", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        return [n_features, 2 * n_features, n_classes]
    else:
        return [n_features, 3 * n_features, n_features, n_classes]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "last hidden layer missing", "note": "stops at 2 d in the large network, and at 3 d in the medium one", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples >= 10000:
        return [d, 5 * d, 2 * d, c]
    elif n_samples >= 1000:
        return [d, 3 * d, c]
    else:
        return [d, 2 * d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "last hidden layer in classes", "note": "the narrow hidden layer has c units instead of d", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c, M = n_features, n_classes, n_samples
    if M < 1000:
        return [d, 2 * d, c]
    elif M < 10000:
        return [d, 3 * d, c, c]
    return [d, 5 * d, 2 * d, c, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "shrunk to the budget", "note": "narrows the first hidden layer until the network fits, which nobody asked for", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c, M = n_features, n_classes, n_samples
    if M < 1000:
        layers = [d, 2 * d, c]
    elif M < 10000:
        layers = [d, 3 * d, d, c]
    else:
        layers = [d, 5 * d, 2 * d, d, c]
    while layers[1] > 1 and not fits_budget(layers, M):
        layers[1] -= 1
    return layers
'''},
    {"exercise": "starting_architecture", "right": False, "name": "gap at the limits", "note": "neither < nor > holds at 1000 and 10000, nothing is returned there", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        return [n_features, 2 * n_features, n_classes]
    if n_samples > 1000 and n_samples < 10000:
        return [n_features, 3 * n_features, n_features, n_classes]
    if n_samples > 10000:
        return [n_features, 5 * n_features, 2 * n_features, n_features, n_classes]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "result of append", "note": "append returns None", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    net = [n_features]
    if n_samples < 1000:
        net.extend([2 * n_features])
    elif n_samples < 10000:
        net.extend([3 * n_features, n_features])
    else:
        net.extend([5 * n_features, 2 * n_features, n_features])
    return net.append(n_classes)
'''},
    {"exercise": "starting_architecture", "right": False, "name": "nested list", "note": "the hidden widths are a list inside the list", "code": '''
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
    {"exercise": "starting_architecture", "right": False, "name": "unset at 10000", "note": "no case for exactly 10000, UnboundLocalError there", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c, M = n_features, n_classes, n_samples
    if M < 1000:
        arch = [d, 2 * d, c]
    elif 1000 <= M < 10000:
        arch = [d, 3 * d, d, c]
    elif M > 10000:
        arch = [d, 5 * d, 2 * d, d, c]
    return arch
'''},
    {"exercise": "starting_architecture", "right": False, "name": "list plus number", "note": "adds a number to a list, TypeError", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        return [n_features] + 2 * n_features + [n_classes]
    elif n_samples < 10000:
        return [n_features] + 3 * n_features + n_features + [n_classes]
    else:
        return [n_features] + 5 * n_features + 2 * n_features + n_features + [n_classes]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "rows of unequal length", "note": "np.select cannot choose between lists of different lengths", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c, M = n_features, n_classes, n_samples
    conditions = [M < 1000, M < 10000, M >= 10000]
    choices = [[d, 2 * d, c], [d, 3 * d, d, c], [d, 5 * d, 2 * d, d, c]]
    return list(np.select(conditions, choices))
'''},
    {"exercise": "starting_architecture", "right": False, "name": "index from the quotient", "note": "M // 1000 as the place in the table, IndexError for large data sets and wrong for some medium ones", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    nets = [[d, 2 * d, c], [d, 3 * d, d, c], [d, 5 * d, 2 * d, d, c]]
    return nets[n_samples // 1000]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "call without arguments", "note": "takes the numbers from a helper that needs arguments, TypeError", "code": '''
def hidden_widths(d, M):
    if M < 1000:
        return [2 * d]
    if M < 10000:
        return [3 * d, d]
    return [5 * d, 2 * d, d]

def starting_architecture(n_features, n_classes, n_samples):
    return [n_features] + hidden_widths(n_features) + [n_classes]
'''},

    # ---------------------------------------------------------------- shrink_to_budget
    {"exercise": "shrink_to_budget", "right": True, "name": "solved with whole numbers", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    d, c, M = n_features, n_classes, n_samples
    h = (M // 5 - c) // (d + c + 1)
    if h < 1:
        raise ValueError("even one hidden unit costs more than the budget")
    return [d, h, c]
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "search upwards", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    if not fits_budget([n_features, 1, n_classes], n_samples):
        raise ValueError("Not even a single hidden unit fits the budget.")
    h = 1
    while fits_budget([n_features, h + 1, n_classes], n_samples):
        h += 1
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "floor of the quotient", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    left = parameter_budget(n_samples) - n_classes
    per_unit = n_features + 1 + n_classes
    units = int(np.floor(left / per_unit))
    if units <= 0:
        needed = parameter_count([n_features, 1, n_classes])
        raise ValueError(f"one hidden unit needs {needed} parameters, but the budget is only {n_samples / 5}")
    return (n_features, units, n_classes)
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "bisection", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    def affordable(h):
        return 5 * parameter_count([n_features, h, n_classes]) <= n_samples

    if not affordable(1):
        raise ValueError("budget too small: one hidden unit does not fit")
    low, high = 1, 2
    while affordable(high):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        if affordable(middle):
            low = middle
        else:
            high = middle
    return [n_features, low, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "all widths at once", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = np.arange(1, n_samples // 5 + 2)
    cost = h * (n_features + n_classes + 1) + n_classes
    good = h[cost <= n_samples / 5]
    if good.size == 0:
        raise ValueError("the data cannot pay for even one hidden unit")
    return np.array([n_features, good[-1], n_classes])
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "spending the examples", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    examples = n_samples - 5 * n_classes
    price = 5 * (n_features + n_classes + 1)
    hidden = 0
    while examples >= price:
        examples -= price
        hidden += 1
    if hidden:
        return [n_features, hidden, n_classes]
    raise ValueError("A network with one hidden unit is already larger than the budget")
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "no error", "note": "returns zero or fewer hidden units when nothing fits", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples / 5 - n_classes) // (n_features + n_classes + 1)
    return [n_features, int(h), n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "one unit refused", "note": "raises also when exactly one hidden unit fits", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h <= 1:
        raise ValueError("not even one hidden unit fits the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "one too wide", "note": "the loop stops at the first width that does not fit and returns it", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = 1
    if not fits_budget([n_features, h, n_classes], n_samples):
        raise ValueError("one hidden unit does not fit the budget")
    while fits_budget([n_features, h, n_classes], n_samples):
        h += 1
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "down from twice the features", "note": "never wider than 2 d", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = 2 * n_features
    while h > 0:
        if fits_budget([n_features, h, n_classes], n_samples):
            return [n_features, h, n_classes]
        h -= 1
    raise ValueError("one hidden unit costs more than the budget")
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "rounded to the nearest", "note": "round instead of floor", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = round((n_samples / 5 - n_classes) / (n_features + n_classes + 1))
    if h < 1:
        raise ValueError("budget too small for one hidden unit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "bias of the hidden unit forgotten", "note": "divides by d + c", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    h = int((n_samples / 5 - c) / (d + c))
    if h < 1:
        raise ValueError("one hidden unit does not fit the budget")
    return [d, h, c]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "output biases forgotten", "note": "does not take the c biases of the outputs off the budget", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    budget = parameter_budget(n_samples)
    h = int(budget // (n_features + n_classes + 1))
    if h == 0:
        raise ValueError("even a single hidden unit is over the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "sign of the output biases", "note": "adds c to the budget when solving for h", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    d, c, M = n_features, n_classes, n_samples
    h = int((M / 5 + c) // (d + c + 1))
    if h < 1:
        raise ValueError("no hidden unit fits the budget")
    return [d, h, c]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "whole data as budget", "note": "forgets to divide the examples by five", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples - n_classes) // (n_features + n_classes + 1)
    if h < 1:
        raise ValueError("one hidden unit costs more than the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "strictly below", "note": "a network exactly on budget is not taken", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = 0
    while parameter_count([n_features, h + 1, n_classes]) < n_samples / 5:
        h = h + 1
    if h == 0:
        raise ValueError("even one hidden unit is too expensive for the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "only the number of units", "note": "returns h and not the list", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) / (n_features + n_classes + 1))
    if h < 1:
        raise ValueError("one hidden unit does not fit into the budget")
    return h
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "error is returned", "note": "returns the ValueError instead of raising it", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h >= 1:
        return [n_features, h, n_classes]
    return ValueError("even one hidden unit costs more than the budget")
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "error is printed", "note": "prints a message and returns None", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    h = int((n_samples / 5 - c) // (d + c + 1))
    if h < 1:
        print("ValueError: even one hidden unit costs more than the budget")
    else:
        return [d, h, c]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "at least one by force", "note": "gives one hidden unit even if it does not fit", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples // 5 - n_classes) // (n_features + n_classes + 1)
    return [n_features, max(1, h), n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "zero units let through", "note": "raises only if h is negative", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int(np.floor((n_samples / 5 - n_classes) / (n_features + n_classes + 1)))
    if h < 0:
        raise ValueError("not even one hidden unit fits the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "halving", "note": "halves the width until it fits, which misses the largest one", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = n_samples
    while h >= 1 and not fits_budget([n_features, h, n_classes], n_samples):
        h = h // 2
    if h == 0:
        raise ValueError("one hidden unit does not fit the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "first that fits", "note": "searches from below and stops at the first width that fits", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    for h in range(1, n_samples):
        if fits_budget([n_features, h, n_classes], n_samples):
            return [n_features, h, n_classes]
    raise ValueError("even one hidden unit costs more than the budget")
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "examples first", "note": "order of the arguments as in depth_bound", "code": '''
def shrink_to_budget(n_samples, n_features, n_classes):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h < 1:
        raise ValueError("even one hidden unit costs more than the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "error if the first network does not fit", "note": "raises already when the network with 2 d units is too large", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    if not fits_budget([n_features, 2 * n_features, n_classes], n_samples):
        raise ValueError("the network does not fit the budget")
    h = int((n_samples / 5 - n_classes) / (n_features + n_classes + 1))
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "not rounded", "note": "the width keeps its fraction", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (parameter_budget(n_samples) - n_classes) / (n_features + n_classes + 1)
    if h < 1:
        raise ValueError("a single hidden unit is above the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "search ends at one hundred", "note": "the loop looks at no more than 100 units", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    best = 0
    for h in range(1, 101):
        if fits_budget([n_features, h, n_classes], n_samples):
            best = h
    if best == 0:
        raise ValueError("not even one hidden unit can be paid")
    return [n_features, best, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "ValueError without a text", "note": "the error says nothing", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples // 5 - n_classes) // (n_features + n_classes + 1)
    if h < 1:
        raise ValueError
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "other error", "note": "raises a plain Exception", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h < 1:
        raise Exception("Even one hidden unit costs more than the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "assertion", "note": "an AssertionError instead of a ValueError", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    assert fits_budget([n_features, 1, n_classes], n_samples), "one hidden unit does not fit the budget"
    h = 1
    while fits_budget([n_features, h + 1, n_classes], n_samples):
        h += 1
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "best never set", "note": "UnboundLocalError when nothing fits, no ValueError", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    for h in range(1, n_samples + 1):
        net = [n_features, h, n_classes]
        if fits_budget(net, n_samples):
            best = net
        else:
            break
    return best
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "one recursion for each unit", "note": "too many nested calls for wide layers, RecursionError", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples, h=1):
    if not fits_budget([n_features, h, n_classes], n_samples):
        if h == 1:
            raise ValueError("even one hidden unit costs more than the budget")
        return [n_features, h - 1, n_classes]
    return shrink_to_budget(n_features, n_classes, n_samples, h + 1)
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "widths not in a list", "note": "calls parameter_count with three numbers, TypeError", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = 1
    while parameter_count(n_features, h + 1, n_classes) <= n_samples / 5:
        h += 1
    if parameter_count(n_features, 1, n_classes) > n_samples / 5:
        raise ValueError("one hidden unit does not fit the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "range of a float", "note": "range gets a float, TypeError", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    widest = None
    for h in range(1, n_samples / 5):
        if h * (n_features + n_classes + 1) + n_classes <= n_samples / 5:
            widest = h
    if widest is None:
        raise ValueError("one hidden unit costs more than the budget")
    return [n_features, widest, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "last element of nothing", "note": "IndexError instead of the ValueError when no width fits", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    B = n_samples / 5
    possible = [h for h in range(1, n_samples + 1) if h * (n_features + n_classes + 1) + n_classes <= B]
    return [n_features, possible[-1], n_classes]
'''},
]
