"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ------------------------------------------------------------------ count_layers
    {"exercise": "count_layers", "right": True, "name": "bool added as a number", "note": "", "code": '''
def count_layers(layers, count_input=False):
    return len(layers) - 1 + count_input
'''},
    {"exercise": "count_layers", "right": True, "name": "if and else", "note": "", "code": '''
def count_layers(layers, count_input=False):
    """Number of layers of a network."""
    if count_input:
        L = len(layers)
    else:
        L = len(layers) - 1
    return L
'''},
    {"exercise": "count_layers", "right": True, "name": "loop over neighbours", "note": "", "code": '''
def count_layers(layers, count_input=False):
    depth = 0
    for n_in, n_out in zip(layers, layers[1:]):
        # one weight matrix between two neighbours
        depth += 1
    if count_input is True:
        depth += 1
    return depth
'''},
    {"exercise": "count_layers", "right": True, "name": "size of np.diff", "note": "", "code": '''
def count_layers(layers, count_input=False):
    return np.diff(layers).size + (1 if count_input else 0)
'''},
    {"exercise": "count_layers", "right": True, "name": "recursion", "note": "", "code": '''
def count_layers(layers, count_input=False):
    if len(layers) == 1:
        return 1 if count_input else 0
    return 1 + count_layers(layers[1:], count_input)
'''},
    {"exercise": "count_layers", "right": True, "name": "slice and sum of ones", "note": "", "code": '''
def count_layers(layers, count_input=False):
    first = 0 if count_input else 1
    counted = list(layers)[first:]
    return sum(1 for _ in counted)
'''},
    {"exercise": "count_layers", "right": False, "name": "always counts the input", "note": "returns the number of widths, whatever the option says", "code": '''
def count_layers(layers, count_input=False):
    return len(layers)
'''},
    {"exercise": "count_layers", "right": False, "name": "hidden layers only", "note": "leaves out the output layer as well", "code": '''
def count_layers(layers, count_input=False):
    hidden = len(layers) - 2
    if count_input:
        hidden = hidden + 1
    return hidden
'''},
    {"exercise": "count_layers", "right": False, "name": "option turned around", "note": "counts the input if it is not asked for, and not if it is", "code": '''
def count_layers(layers, count_input=False):
    if not count_input:
        return len(layers)
    return len(layers) - 1
'''},
    {"exercise": "count_layers", "right": False, "name": "option forgotten", "note": "never looks at count_input", "code": '''
def count_layers(layers, count_input=False):
    L = len(layers) - 1
    return L
'''},
    {"exercise": "count_layers", "right": False, "name": "default changed", "note": "count_input is True if nothing is said", "code": '''
def count_layers(layers, count_input=True):
    n = len(layers)
    if count_input:
        return n
    else:
        return n - 1
'''},
    {"exercise": "count_layers", "right": False, "name": "distinct widths", "note": "a set drops layers of equal width", "code": '''
def count_layers(layers, count_input=False):
    unique = set(layers)
    return len(unique) - 1 + int(count_input)
'''},
    {"exercise": "count_layers", "right": False, "name": "pops the input", "note": "the number is right, but the caller's list loses its first width", "code": '''
def count_layers(layers, count_input=False):
    if not count_input:
        layers.pop(0)
    return len(layers)
'''},
    {"exercise": "count_layers", "right": False, "name": "index of the last width", "note": "looks for the first place where the last width stands; too small if that width comes earlier too", "code": '''
def count_layers(layers, count_input=False):
    depth = layers.index(layers[-1])
    return depth + 1 if count_input else depth
'''},
    {"exercise": "count_layers", "right": False, "name": "one too many with the input", "note": "with the option it adds one to the number of all widths", "code": '''
def count_layers(layers, count_input=False):
    return len(layers) - 1 if not count_input else len(layers) + 1
'''},
    {"exercise": "count_layers", "right": False, "name": "adds up units", "note": "sums the widths instead of counting the layers", "code": '''
def count_layers(layers, count_input=False):
    total = 0
    for layer in layers[1:]:
        total += layer
    if count_input:
        total += layers[0]
    return total
'''},
    {"exercise": "count_layers", "right": False, "name": "stops at width one", "note": "takes a width of 1 for the output, so it counts all widths if the output is wider and stops early at a narrow hidden layer", "code": '''
def count_layers(layers, count_input=False):
    n = 0
    for w in layers:
        if w == 1:
            break
        n += 1
    if count_input:
        n += 1
    return n
'''},
    {"exercise": "count_layers", "right": False, "name": "=+ for +=", "note": "sets the number to 1 instead of adding 1", "code": '''
def count_layers(layers, count_input=False):
    L = len(layers) - 1
    if count_input:
        L =+ 1
    return L
'''},
    {"exercise": "count_layers", "right": False, "name": "counter outside", "note": "the counter is global and goes on from call to call", "code": '''
n_layers = 0

def count_layers(layers, count_input=False):
    global n_layers
    for k in range(1, len(layers)):
        n_layers += 1
    return n_layers + (1 if count_input else 0)
'''},
    {"exercise": "count_layers", "right": False, "name": "only prints", "note": "prints the number and returns nothing", "code": '''
def count_layers(layers, count_input=False):
    if count_input:
        print(len(layers))
    else:
        print(len(layers) - 1)
'''},
    {"exercise": "count_layers", "right": False, "name": "bracket in the wrong place", "note": "subtracts 1 from the list: TypeError", "code": '''
def count_layers(layers, count_input=False):
    L = len(layers - 1)
    if count_input:
        L = L + 1
    return L
'''},
    {"exercise": "count_layers", "right": False, "name": "shape of a list", "note": "a list has no shape: AttributeError", "code": '''
def count_layers(layers, count_input=False):
    L = layers.shape[0] - 1
    return L + int(count_input)
'''},
    {"exercise": "count_layers", "right": False, "name": "no default", "note": "the option has lost its default: TypeError if it is not given", "code": '''
def count_layers(layers, count_input):
    if count_input == True:
        return len(layers)
    return len(layers) - 1
'''},
    {"exercise": "count_layers", "right": False, "name": "set in one branch only", "note": "without the option the variable has no value: UnboundLocalError", "code": '''
def count_layers(layers, count_input=False):
    if count_input:
        result = len(layers)
    return result
'''},
    {"exercise": "count_layers", "right": False, "name": "option under another name", "note": "the argument was renamed: TypeError if it is given as count_input=True", "code": '''
def count_layers(layers, with_input=False):
    if with_input:
        return len(layers)
    return len(layers) - 1
'''},

    # ------------------------------------------------------------------ parameter_terms
    {"exercise": "parameter_terms", "right": True, "name": "comprehension with zip", "note": "", "code": '''
def parameter_terms(layers):
    return [n_in * n_out + n_out for n_in, n_out in zip(layers[:-1], layers[1:])]
'''},
    {"exercise": "parameter_terms", "right": True, "name": "loop over indices", "note": "", "code": '''
def parameter_terms(layers):
    terms = []
    for l in range(1, len(layers)):
        weights = layers[l - 1] * layers[l]
        biases = layers[l]
        terms.append(weights + biases)
    return terms
'''},
    {"exercise": "parameter_terms", "right": True, "name": "array slices", "note": "", "code": '''
def parameter_terms(layers):
    n = np.array(layers)
    return ((n[:-1] + 1) * n[1:]).tolist()
'''},
    {"exercise": "parameter_terms", "right": True, "name": "recursion on the tail", "note": "", "code": '''
def parameter_terms(layers):
    if len(layers) < 2:
        return []
    a, b = layers[0], layers[1]
    return [(a + 1) * b] + parameter_terms(layers[1:])
'''},
    {"exercise": "parameter_terms", "right": True, "name": "helper and map, tuple", "note": "", "code": '''
def cost_of_layer(n_in, n_out):
    size_W = n_out * n_in
    size_b = n_out * 1
    return size_W + size_b

def parameter_terms(layers):
    return tuple(map(cost_of_layer, layers[:-1], layers[1:]))
'''},
    {"exercise": "parameter_terms", "right": True, "name": "einsum, array", "note": "", "code": '''
def parameter_terms(layers):
    widths = np.asarray(layers, dtype=float)
    inputs, units = widths[:-1], widths[1:]
    return np.einsum("i,i->i", inputs, units) + units
'''},
    {"exercise": "parameter_terms", "right": False, "name": "no biases", "note": "counts the weights only", "code": '''
def parameter_terms(layers):
    return [layers[i] * layers[i + 1] for i in range(len(layers) - 1)]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "bias for each input", "note": "adds n_in instead of n_out", "code": '''
def parameter_terms(layers):
    result = []
    for n_in, n_out in zip(layers, layers[1:]):
        result.append(n_in * n_out + n_in)
    return result
'''},
    {"exercise": "parameter_terms", "right": False, "name": "one bias for each layer", "note": "adds 1 instead of n_out", "code": '''
def parameter_terms(layers):
    n = np.array(layers)
    return n[:-1] * n[1:] + 1
'''},
    {"exercise": "parameter_terms", "right": False, "name": "bias at both ends", "note": "computes (n_in + 1)(n_out + 1)", "code": '''
def parameter_terms(layers):
    return [(a + 1) * (b + 1) for a, b in zip(layers, layers[1:])]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "output first", "note": "goes through the layers from the back", "code": '''
def parameter_terms(layers):
    terms = []
    for l in range(len(layers) - 1, 0, -1):
        terms.append(layers[l - 1] * layers[l] + layers[l])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "adds the layers up", "note": "returns one sum in place of the list", "code": '''
def parameter_terms(layers):
    total = 0
    for l in range(1, len(layers)):
        total += layers[l - 1] * layers[l] + layers[l]
    return total
'''},
    {"exercise": "parameter_terms", "right": False, "name": "return inside the loop", "note": "stops after the first layer", "code": '''
def parameter_terms(layers):
    params = []
    for i in range(len(layers) - 1):
        params.append(layers[i] * layers[i + 1] + layers[i + 1])
        return params
'''},
    {"exercise": "parameter_terms", "right": False, "name": "list as default argument", "note": "the list of terms grows from call to call", "code": '''
def parameter_terms(layers, terms=[]):
    for n_in, n_out in zip(layers[:-1], layers[1:]):
        terms.append(n_in * n_out + n_out)
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "overwrites the widths", "note": "the terms are right, but they are written into the caller's list", "code": '''
def parameter_terms(layers):
    for i in range(len(layers) - 1):
        layers[i] = layers[i] * layers[i + 1] + layers[i + 1]
    return layers[:-1]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "running sum", "note": "each number contains the layers before it", "code": '''
def parameter_terms(layers):
    w = np.asarray(layers)
    return list(np.cumsum(w[:-1] * w[1:] + w[1:]))
'''},
    {"exercise": "parameter_terms", "right": False, "name": "weights and biases apart", "note": "a pair for each layer instead of one number", "code": '''
def parameter_terms(layers):
    out = []
    for l in range(1, len(layers)):
        W = layers[l] * layers[l - 1]
        b = layers[l]
        out.append((W, b))
    return out
'''},
    {"exercise": "parameter_terms", "right": False, "name": "a term for the input too", "note": "begins with a 0 for the input layer", "code": '''
def parameter_terms(layers):
    terms = [0] * len(layers)
    for l in range(1, len(layers)):
        terms[l] = (layers[l - 1] + 1) * layers[l]
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "output layer missing", "note": "the range ends one too early", "code": '''
def parameter_terms(layers):
    terms = []
    for i in range(len(layers) - 2):
        n_in = layers[i]
        n_out = layers[i + 1]
        terms.append(n_in * n_out + n_out)
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "every layer reads the input", "note": "n_in is always the number of features; right only for a network without hidden layers", "code": '''
def parameter_terms(layers):
    n_in = layers[0]
    return [n_in * n + n for n in layers[1:]]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "plus for times", "note": "adds the two widths instead of multiplying them", "code": '''
def parameter_terms(layers):
    return [(n_in + n_out) + n_out for n_in, n_out in zip(layers, layers[1:])]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "small integers", "note": "int16 overflows with larger widths", "code": '''
def parameter_terms(layers):
    n = np.array(layers, dtype=np.int16)
    return (n[:-1] * n[1:] + n[1:]).tolist()
'''},
    {"exercise": "parameter_terms", "right": False, "name": "index past the end", "note": "the last round asks for a width that is not there: IndexError", "code": '''
def parameter_terms(layers):
    terms = []
    for i in range(len(layers)):
        terms.append(layers[i] * layers[i + 1] + layers[i + 1])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "list times list", "note": "slices of a list cannot be multiplied: TypeError", "code": '''
def parameter_terms(layers):
    n_in = layers[:-1]
    n_out = layers[1:]
    return n_in * n_out + n_out
'''},
    {"exercise": "parameter_terms", "right": False, "name": "zip forgotten", "note": "unpacks single numbers into two: TypeError", "code": '''
def parameter_terms(layers):
    res = []
    for n_in, n_out in layers:
        res.append(n_in * n_out + n_out)
    return res
'''},
    {"exercise": "parameter_terms", "right": False, "name": "three widths only", "note": "unpacks exactly three widths: ValueError for other depths", "code": '''
def parameter_terms(layers):
    d, h, c = layers
    return [d * h + h, h * c + c]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "arrays of different length", "note": "multiplies all widths with all but the first: shapes do not fit (ValueError), and with two widths it gives two numbers", "code": '''
def parameter_terms(layers):
    n = np.array(layers)
    return n * n[1:] + n[1:]
'''},

    # ------------------------------------------------------------------ parameter_count
    {"exercise": "parameter_count", "right": True, "name": "sum of the terms", "note": "", "code": '''
def parameter_count(layers):
    return sum(parameter_terms(layers))
'''},
    {"exercise": "parameter_count", "right": True, "name": "loop with the width before", "note": "", "code": '''
def parameter_count(layers):
    total = 0
    previous = layers[0]
    for width in layers[1:]:
        total += previous * width + width
        previous = width
    return total
'''},
    {"exercise": "parameter_count", "right": True, "name": "dot product", "note": "", "code": '''
def parameter_count(layers):
    n = np.array(layers)
    return int((n[:-1] + 1) @ n[1:])
'''},
    {"exercise": "parameter_count", "right": True, "name": "weights and biases apart", "note": "", "code": '''
def parameter_count(layers):
    weights = np.dot(layers[:-1], layers[1:])
    biases = np.sum(layers) - layers[0]
    return weights + biases
'''},
    {"exercise": "parameter_count", "right": True, "name": "recursion from the output", "note": "", "code": '''
def parameter_count(layers):
    *rest, n_in, n_out = layers
    here = n_out * (n_in + 1)
    if not rest:
        return here
    return parameter_count(rest + [n_in]) + here
'''},
    {"exercise": "parameter_count", "right": True, "name": "trace of the outer product", "note": "", "code": '''
def parameter_count(layers):
    w = np.asarray(layers, dtype=float)
    table = np.outer(w[:-1] + 1.0, w[1:])
    return np.trace(table)
'''},
    {"exercise": "parameter_count", "right": False, "name": "weights only", "note": "forgets all biases", "code": '''
def parameter_count(layers):
    return sum(a * b for a, b in zip(layers, layers[1:]))
'''},
    {"exercise": "parameter_count", "right": False, "name": "biases for the input", "note": "sums all widths as biases, the input's too", "code": '''
def parameter_count(layers):
    weights = np.dot(layers[:-1], layers[1:])
    biases = sum(layers)
    return int(weights + biases)
'''},
    {"exercise": "parameter_count", "right": False, "name": "output without bias", "note": "only the hidden layers get biases", "code": '''
def parameter_count(layers):
    n = np.array(layers)
    return np.sum(n[:-1] * n[1:]) + np.sum(n[1:-1])
'''},
    {"exercise": "parameter_count", "right": False, "name": "one bias each layer", "note": "adds the number of layers instead of the number of units", "code": '''
def parameter_count(layers):
    count = 0
    for i in range(len(layers) - 1):
        count += layers[i] * layers[i + 1]
    return count + count_layers(layers)
'''},
    {"exercise": "parameter_count", "right": False, "name": "number of units", "note": "adds up the widths", "code": '''
def parameter_count(layers):
    return sum(layers[1:])
'''},
    {"exercise": "parameter_count", "right": False, "name": "product of all widths", "note": "multiplies all the widths together and adds the units", "code": '''
def parameter_count(layers):
    return int(np.prod(layers)) + sum(layers[1:])
'''},
    {"exercise": "parameter_count", "right": False, "name": "equals in place of plus equals", "note": "keeps only the last layer's count", "code": '''
def parameter_count(layers):
    total = 0
    for l in range(1, len(layers)):
        total = layers[l - 1] * layers[l] + layers[l]
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "returns too early", "note": "the return stands in the loop, so only the first layer counts", "code": '''
def parameter_count(layers):
    s = 0
    for term in parameter_terms(layers):
        s += term
        return s
'''},
    {"exercise": "parameter_count", "right": False, "name": "starts at the second layer", "note": "leaves the layer next to the input out", "code": '''
def parameter_count(layers):
    params = 0
    for l in range(2, len(layers)):
        params += layers[l - 1] * layers[l] + layers[l]
    return params
'''},
    {"exercise": "parameter_count", "right": False, "name": "empties the list", "note": "the sum is right, but the widths are popped from the caller's list", "code": '''
def parameter_count(layers):
    total = 0
    while len(layers) > 1:
        n_in = layers.pop(0)
        total += (n_in + 1) * layers[0]
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "returns the terms", "note": "the list is not added up", "code": '''
def parameter_count(layers):
    params = [layers[i] * layers[i + 1] + layers[i + 1] for i in range(len(layers) - 1)]
    return params
'''},
    {"exercise": "parameter_count", "right": False, "name": "mean for sum", "note": "takes the mean over the layers", "code": '''
def parameter_count(layers):
    return np.mean(parameter_terms(layers))
'''},
    {"exercise": "parameter_count", "right": False, "name": "total kept outside", "note": "the global total is never set back", "code": '''
total = 0

def parameter_count(layers):
    global total
    for t in parameter_terms(layers):
        total = total + t
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "input and output only", "note": "takes the first and the last width and skips the hidden layers", "code": '''
def parameter_count(layers):
    n_in, n_out = layers[0], layers[-1]
    return n_in * n_out + n_out
'''},
    {"exercise": "parameter_count", "right": False, "name": "fully connected to all later layers", "note": "two loops count weights between every pair of layers, not only neighbours", "code": '''
def parameter_count(layers):
    count = 0
    for i in range(len(layers)):
        for j in range(i + 1, len(layers)):
            count += layers[i] * layers[j]
    count += sum(layers[1:])
    return count
'''},
    {"exercise": "parameter_count", "right": False, "name": "last term dropped", "note": "a slice cuts the output layer off the terms", "code": '''
def parameter_count(layers):
    terms = parameter_terms(layers)
    return sum(terms[:-1])
'''},
    {"exercise": "parameter_count", "right": False, "name": "two terms exactly", "note": "adds the first two terms: IndexError without a hidden layer, too small for deeper networks", "code": '''
def parameter_count(layers):
    terms = parameter_terms(layers)
    return terms[0] + terms[1]
'''},
    {"exercise": "parameter_count", "right": False, "name": "unpacks three", "note": "ValueError unless there is exactly one hidden layer", "code": '''
def parameter_count(layers):
    d, h, c = layers
    return h * (d + c + 1) + c
'''},
    {"exercise": "parameter_count", "right": False, "name": "dot with unequal lengths", "note": "np.dot of lists that differ in length: ValueError", "code": '''
def parameter_count(layers):
    return np.dot(layers, layers[1:]) + sum(layers[1:])
'''},
    {"exercise": "parameter_count", "right": False, "name": "sum over numbers", "note": "passes two numbers to sum, the first is not iterable: TypeError", "code": '''
def parameter_count(layers):
    params = 0
    for l in range(1, len(layers)):
        params += sum(layers[l - 1] * layers[l], layers[l])
    return params
'''},
    {"exercise": "parameter_count", "right": False, "name": "widths as indices", "note": "loops over the widths but uses them as positions: IndexError or wrong widths", "code": '''
def parameter_count(layers):
    p = 0
    for l in layers[1:]:
        p += layers[l - 1] * layers[l] + layers[l]
    return p
'''},

    # ------------------------------------------------------------------ depth_bound
    {"exercise": "depth_bound", "right": True, "name": "formula in one line", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1)))
'''},
    {"exercise": "depth_bound", "right": True, "name": "doubling in a loop", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    need = n_features * n_classes
    L = 1
    while 2 * need <= n_samples:
        need = 2 * need
        L += 1
    return L
'''},
    {"exercise": "depth_bound", "right": True, "name": "bits of the whole quotient", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    q = int(n_samples) // (int(n_features) * int(n_classes))
    return max(1, q.bit_length())
'''},
    {"exercise": "depth_bound", "right": True, "name": "early return, math module", "note": "", "code": '''
import math

def depth_bound(n_samples, n_features, n_classes):
    """Largest number of layers that the depth rule allows."""
    cells = n_features * n_classes
    if n_samples < cells:
        return 1
    return math.floor(math.log2(n_samples / cells)) + 1
'''},
    {"exercise": "depth_bound", "right": True, "name": "recursion by halves", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    if n_samples < 2 * n_features * n_classes:
        return 1
    return 1 + depth_bound(n_samples / 2, n_features, n_classes)
'''},
    {"exercise": "depth_bound", "right": True, "name": "np.maximum and floor, float", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    ratio = np.divide(n_samples, np.multiply(n_features, n_classes))
    bound = np.floor(1.0 + np.log2(ratio))
    return float(np.maximum(bound, 1.0))
'''},
    {"exercise": "depth_bound", "right": False, "name": "plus one inside", "note": "adds 1 to the quotient before the logarithm", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log2(n_samples / (n_features * n_classes) + 1))))
'''},
    {"exercise": "depth_bound", "right": False, "name": "without the plus one", "note": "the +1 is missing", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    L = int(np.log2(n_samples / (n_features * n_classes)))
    if L < 1:
        L = 1
    return L
'''},
    {"exercise": "depth_bound", "right": False, "name": "no brackets in the denominator", "note": "divides by d and multiplies with c", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    x = n_samples / n_features * n_classes
    return max(1, int(np.floor(np.log2(x) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "natural logarithm", "note": "np.log instead of np.log2", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    bound = np.log(n_samples / (n_features * n_classes)) + 1
    return max(1, int(np.floor(bound)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "logarithm to base ten", "note": "np.log10 instead of np.log2", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    q = n_samples / (n_features * n_classes)
    return int(max(1, np.floor(np.log10(q) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "lower limit forgotten", "note": "0 or a negative depth if there are few examples", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1))
'''},
    {"exercise": "depth_bound", "right": False, "name": "lower limit zero", "note": "the smallest depth is 0 instead of 1", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    L_max = np.floor(np.log2(n_samples / (n_features * n_classes)) + 1)
    if L_max < 0:
        return 0
    return int(L_max)
'''},
    {"exercise": "depth_bound", "right": False, "name": "min for max", "note": "never more than one layer", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    inner = np.log2(n_samples / (n_features * n_classes)) + 1
    return int(min(1, np.floor(inner)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "rounds to the nearest", "note": "round goes up from one half", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, round(np.log2(n_samples / (n_features * n_classes)) + 1))
'''},
    {"exercise": "depth_bound", "right": False, "name": "ceil of the logarithm", "note": "ceil without the +1 differs where the quotient is a power of two", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.ceil(np.log2(n_samples / (n_features * n_classes)))))
'''},
    {"exercise": "depth_bound", "right": False, "name": "rounds up", "note": "np.ceil in place of np.floor, with the +1", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    value = np.log2(n_samples / (n_features * n_classes)) + 1
    value = np.ceil(value)
    return max(1, int(value))
'''},
    {"exercise": "depth_bound", "right": False, "name": "samples as last argument", "note": "takes the order d, c, M", "code": '''
def depth_bound(n_features, n_classes, n_samples):
    return max(1, int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "features plus classes", "note": "the denominator is d + c", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    L = np.floor(np.log2(n_samples / (n_features + n_classes)) + 1)
    return max(1, int(L))
'''},
    {"exercise": "depth_bound", "right": False, "name": "not rounded", "note": "forgets to round down", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, np.log2(n_samples / (n_features * n_classes)) + 1)
'''},
    {"exercise": "depth_bound", "right": False, "name": "strict doubling", "note": "the loop needs more than twice as many, so a quotient that is exactly a power of two loses a layer", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    L = 1
    q = n_samples / (n_features * n_classes)
    while q > 2:
        q /= 2
        L += 1
    return L
'''},
    {"exercise": "depth_bound", "right": False, "name": "math not imported", "note": "the cell has no import of math: NameError", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, math.floor(math.log2(n_samples / (n_features * n_classes)) + 1))
'''},
    {"exercise": "depth_bound", "right": False, "name": "whole division to zero", "note": "with fewer than d*c examples the logarithm of 0 cannot be made a whole number: OverflowError", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    x = np.log2(n_samples // (n_features * n_classes)) + 1
    return max(1, int(np.floor(x)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "np.max of two numbers", "note": "the second argument of np.max is an axis: TypeError", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return np.max(1, np.floor(np.log2(n_samples / (n_features * n_classes)) + 1))
'''},
    {"exercise": "depth_bound", "right": False, "name": "error for too few examples", "note": "raises ValueError where the rule says one layer", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    if n_samples < n_features * n_classes:
        raise ValueError("not enough examples")
    return int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1))
'''},
    {"exercise": "depth_bound", "right": False, "name": "bits of a float", "note": "a float has no bit_length: AttributeError", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    q = n_samples / (n_features * n_classes)
    return max(1, q.bit_length())
'''},

    # ------------------------------------------------------------------ parameter_budget
    {"exercise": "parameter_budget", "right": True, "name": "plain division", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": True, "name": "np.true_divide", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    B = np.true_divide(n_samples, samples_per_parameter)
    return float(B)
'''},
    {"exercise": "parameter_budget", "right": True, "name": "whole part and rest", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    whole, rest = divmod(n_samples, samples_per_parameter)
    return float(whole) + rest / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": True, "name": "times the reciprocal", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    parameters_per_sample = float(samples_per_parameter) ** -1.0
    return n_samples * parameters_per_sample
'''},
    {"exercise": "parameter_budget", "right": True, "name": "linear equation solved", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    # s * B = M, solved for B
    s = np.array([[float(samples_per_parameter)]])
    M = np.array([float(n_samples)])
    return np.linalg.solve(s, M)[0]
'''},
    {"exercise": "parameter_budget", "right": True, "name": "default as a case of its own", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    if samples_per_parameter == 5:
        return 0.2 * n_samples
    price = samples_per_parameter
    budget = float(n_samples) / price
    return budget
'''},
    {"exercise": "parameter_budget", "right": False, "name": "whole division", "note": "// drops the fraction", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return float(n_samples // samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "rounded to a whole number", "note": "rounds the budget", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return round(n_samples / samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "one digit after the point", "note": "rounds to one decimal place, as in the text's 160.6", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    budget = n_samples / samples_per_parameter
    return round(budget, 1)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "times the price", "note": "multiplies instead of dividing", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return float(n_samples * samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "upside down", "note": "divides the price by the number of examples", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return samples_per_parameter / n_samples
'''},
    {"exercise": "parameter_budget", "right": False, "name": "always five", "note": "ignores another price", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return n_samples / 5
'''},
    {"exercise": "parameter_budget", "right": False, "name": "default of ten", "note": "the default price was changed to the rule of thumb with ten examples", "code": '''
def parameter_budget(n_samples, samples_per_parameter=10):
    return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "price overwritten", "note": "sets s to 5 at the start, so the argument is lost, and rounds down too", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    samples_per_parameter = 5
    B = np.floor(n_samples / samples_per_parameter)
    return B
'''},
    {"exercise": "parameter_budget", "right": False, "name": "at least one", "note": "lifts budgets below 1 to 1", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return max(1.0, n_samples / samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "pays twice", "note": "divides by 5 and by the price", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    budget = n_samples / 5
    return budget / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "remainder", "note": "% instead of /", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return float(n_samples % samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "only if it divides evenly", "note": "returns nothing if there is a fraction", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    if n_samples % samples_per_parameter == 0:
        return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "prints the budget", "note": "prints and returns nothing", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    B = n_samples / samples_per_parameter
    print("Budget:", B)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "price made whole", "note": "int() cuts a price such as 2.5 to 2, and below 1 it divides by zero", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    s = int(samples_per_parameter)
    return n_samples / s
'''},
    {"exercise": "parameter_budget", "right": False, "name": "default lost", "note": "no default price: TypeError if only the examples are given", "code": '''
def parameter_budget(n_samples, samples_per_parameter):
    return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "length of a number", "note": "takes n_samples for the data set: TypeError", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    M = len(n_samples)
    return M / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "astype of an int", "note": "a Python int has no astype: AttributeError", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return n_samples.astype(float) / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "price below one refused", "note": "raises ValueError for positive prices below 1", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    if samples_per_parameter < 1:
        raise ValueError("at least one example for each parameter")
    return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "letter of the formula", "note": "s is not the argument's name: NameError", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    M = n_samples
    if samples_per_parameter is None:
        s = 5
    return M / s
'''},

    # ------------------------------------------------------------------ fits_budget
    {"exercise": "fits_budget", "right": True, "name": "count against budget", "note": "", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) <= parameter_budget(n_samples)
'''},
    {"exercise": "fits_budget", "right": True, "name": "five times the sum", "note": "", "code": '''
def fits_budget(layers, n_samples):
    needed_examples = 5 * sum(parameter_terms(layers))
    if needed_examples > n_samples:
        return False
    return True
'''},
    {"exercise": "fits_budget", "right": True, "name": "spends layer by layer", "note": "", "code": '''
def fits_budget(layers, n_samples):
    left = n_samples
    for n_in, n_out in zip(layers[:-1], layers[1:]):
        left -= 5 * (n_in + 1) * n_out
        if left < 0:
            return False
    return True
'''},
    {"exercise": "fits_budget", "right": True, "name": "dot product and np.less_equal", "note": "", "code": '''
def fits_budget(layers, n_samples):
    w = np.asarray(layers)
    cost = np.dot(w[:-1] + 1, w[1:])
    return bool(np.less_equal(cost, n_samples / 5))
'''},
    {"exercise": "fits_budget", "right": True, "name": "whole division, conditional", "note": "", "code": '''
def fits_budget(layers, n_samples):
    budget = n_samples // 5
    return True if budget >= parameter_count(layers) else False
'''},
    {"exercise": "fits_budget", "right": True, "name": "membership in a range", "note": "", "code": '''
def fits_budget(layers, n_samples):
    affordable = range(0, int(np.floor(n_samples / 5)) + 1)
    return int(parameter_count(layers)) in affordable
'''},
    {"exercise": "fits_budget", "right": False, "name": "strictly less", "note": "a network exactly on budget does not fit", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) < parameter_budget(n_samples)
'''},
    {"exercise": "fits_budget", "right": False, "name": "turned around", "note": "True for networks that are too large", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) >= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "price forgotten", "note": "compares with the number of examples", "code": '''
def fits_budget(layers, n_samples):
    if parameter_count(layers) <= n_samples:
        return True
    else:
        return False
'''},
    {"exercise": "fits_budget", "right": False, "name": "five on the wrong side", "note": "five parameters for each example", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) <= 5 * n_samples
'''},
    {"exercise": "fits_budget", "right": False, "name": "biases left out", "note": "compares the weights only", "code": '''
def fits_budget(layers, n_samples):
    weights = 0
    for i in range(1, len(layers)):
        weights += layers[i - 1] * layers[i]
    return weights <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "budget rounded", "note": "a budget such as 19.6 is rounded up to 20, and 20 parameters fit", "code": '''
def fits_budget(layers, n_samples):
    budget = round(n_samples / 5)
    return parameter_count(layers) <= budget
'''},
    {"exercise": "fits_budget", "right": False, "name": "budget rounded up", "note": "np.ceil lets one parameter too many in", "code": '''
def fits_budget(layers, n_samples):
    return bool(parameter_count(layers) <= np.ceil(parameter_budget(n_samples)))
'''},
    {"exercise": "fits_budget", "right": False, "name": "each layer for itself", "note": "compares every layer with the whole budget", "code": '''
def fits_budget(layers, n_samples):
    B = parameter_budget(n_samples)
    return all(t <= B for t in parameter_terms(layers))
'''},
    {"exercise": "fits_budget", "right": False, "name": "counts units", "note": "compares the number of units with the budget", "code": '''
def fits_budget(layers, n_samples):
    return sum(layers) <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "answer in words", "note": "returns the text True or False, and both texts count as true", "code": '''
def fits_budget(layers, n_samples):
    if parameter_count(layers) <= parameter_budget(n_samples):
        return "True"
    return "False"
'''},
    {"exercise": "fits_budget", "right": False, "name": "difference", "note": "returns how much budget is left instead of yes or no", "code": '''
def fits_budget(layers, n_samples):
    return parameter_budget(n_samples) - parameter_count(layers)
'''},
    {"exercise": "fits_budget", "right": False, "name": "return forgotten", "note": "the truth value is computed and dropped", "code": '''
def fits_budget(layers, n_samples):
    params = parameter_count(layers)
    budget = n_samples / 5
    params <= budget
'''},
    {"exercise": "fits_budget", "right": False, "name": "within ten percent", "note": "allows a little more than the budget", "code": '''
def fits_budget(layers, n_samples):
    ratio = parameter_count(layers) / parameter_budget(n_samples)
    return ratio <= 1.1
'''},
    {"exercise": "fits_budget", "right": False, "name": "answers remembered by network", "note": "remembers the answer for a list of widths and forgets that M may be another", "code": '''
known = {}

def fits_budget(layers, n_samples):
    key = tuple(layers)
    if key not in known:
        known[key] = parameter_count(layers) <= n_samples / 5
    return known[key]
'''},
    {"exercise": "fits_budget", "right": False, "name": "depth rule as well", "note": "asks in addition that the depth rule holds", "code": '''
def fits_budget(layers, n_samples):
    deep_ok = count_layers(layers) <= depth_bound(n_samples, layers[0], layers[-1])
    small_ok = parameter_count(layers) <= parameter_budget(n_samples)
    return deep_ok and small_ok
'''},
    {"exercise": "fits_budget", "right": False, "name": "last two layers popped", "note": "takes the widths out of the caller's list", "code": '''
def fits_budget(layers, n_samples):
    total = 0
    n_out = layers.pop()
    while layers:
        n_in = layers.pop()
        total += n_in * n_out + n_out
        n_out = n_in
    return total <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "arguments swapped", "note": "the number of examples is expected first: TypeError", "code": '''
def fits_budget(n_samples, layers):
    return parameter_count(layers) <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "too many arguments", "note": "hands the examples to parameter_count too: TypeError", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers, n_samples) <= parameter_budget(n_samples)
'''},
    {"exercise": "fits_budget", "right": False, "name": "list against number", "note": "compares the list of terms with the budget: TypeError", "code": '''
def fits_budget(layers, n_samples):
    terms = parameter_terms(layers)
    if terms <= parameter_budget(n_samples):
        return True
    return False
'''},
    {"exercise": "fits_budget", "right": False, "name": "budget of the network", "note": "asks for the budget of the list instead of the examples: TypeError", "code": '''
def fits_budget(layers, n_samples):
    B = parameter_budget(layers)
    P = parameter_count(layers)
    return P <= B
'''},
    {"exercise": "fits_budget", "right": False, "name": "fixed positions", "note": "writes out one hidden layer: IndexError with two widths, wrong for more than three", "code": '''
def fits_budget(layers, n_samples):
    p = layers[0] * layers[1] + layers[1] + layers[1] * layers[2] + layers[2]
    return p <= n_samples / 5
'''},

    # ------------------------------------------------------------------ starting_architecture
    {"exercise": "starting_architecture", "right": True, "name": "if, elif, else", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c, M = n_features, n_classes, n_samples
    if M < 1000:
        layers = [d, 2 * d, c]
    elif M < 10000:
        layers = [d, 3 * d, d, c]
    else:
        layers = [d, 5 * d, 2 * d, d, c]
    return layers
'''},
    {"exercise": "starting_architecture", "right": True, "name": "large first, early returns", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples >= 10_000:
        return [n_features, 5 * n_features, 2 * n_features, n_features, n_classes]
    if n_samples >= 1_000:
        return [n_features, 3 * n_features, n_features, n_classes]
    return [n_features, 2 * n_features, n_classes]
'''},
    {"exercise": "starting_architecture", "right": True, "name": "np.digitize and factors", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    factors = [[1, 2], [1, 3, 1], [1, 5, 2, 1]]
    size = int(np.digitize(n_samples, [1000, 10000]))
    return [f * n_features for f in factors[size]] + [n_classes]
'''},
    {"exercise": "starting_architecture", "right": True, "name": "table of limits", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    table = (
        (1000, (2,)),
        (10000, (3, 1)),
        (float("inf"), (5, 2, 1)),
    )
    for limit, multiples in table:
        if n_samples < limit:
            hidden = [m * n_features for m in multiples]
            return [n_features, *hidden, n_classes]
'''},
    {"exercise": "starting_architecture", "right": True, "name": "array from concatenate", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    row = (n_samples >= 1000) + (n_samples >= 10000)
    hidden = {0: [2], 1: [3, 1], 2: [5, 2, 1]}[int(row)]
    return np.concatenate([[n_features], n_features * np.array(hidden), [n_classes]])
'''},
    {"exercise": "starting_architecture", "right": True, "name": "built up by append", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    medium = 1000 <= n_samples < 10000
    large = n_samples >= 10000
    net = [n_features]
    net.append(n_features * (5 if large else 3 if medium else 2))
    if large:
        net.append(2 * n_features)
    if large or medium:
        net.append(n_features)
    net.append(n_classes)
    return net
'''},
    {"exercise": "starting_architecture", "right": False, "name": "limits with at most", "note": "1000 and 10000 examples fall into the smaller class", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d = n_features
    c = n_classes
    if n_samples <= 1000:
        return [d, 2 * d, c]
    elif n_samples <= 10000:
        return [d, 3 * d, d, c]
    return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "ten thousand still medium", "note": "only the upper limit is on the wrong side", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples > 10000:
        hidden = [5 * n_features, 2 * n_features, n_features]
    elif n_samples >= 1000:
        hidden = [3 * n_features, n_features]
    else:
        hidden = [2 * n_features]
    return [n_features] + hidden + [n_classes]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "order of depth_bound", "note": "takes the number of examples as the first argument", "code": '''
def starting_architecture(n_samples, n_features, n_classes):
    if n_samples < 1000:
        return [n_features, 2 * n_features, n_classes]
    elif n_samples < 10000:
        return [n_features, 3 * n_features, n_features, n_classes]
    else:
        return [n_features, 5 * n_features, 2 * n_features, n_features, n_classes]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "second if overwrites", "note": "a large data set is also at least 1000, so it gets the medium network", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    layers = [n_features, 2 * n_features, n_classes]
    if n_samples >= 10000:
        layers = [n_features, 5 * n_features, 2 * n_features, n_features, n_classes]
    if n_samples >= 1000:
        layers = [n_features, 3 * n_features, n_features, n_classes]
    return layers
'''},
    {"exercise": "starting_architecture", "right": False, "name": "last d forgotten", "note": "the hidden layer of d units is missing in the medium and in the large network", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2*d, c]
    if n_samples < 10000:
        return [d, 3*d, c]
    return [d, 5*d, 2*d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "hidden layers alone", "note": "input and output are left out of the list", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        factors = np.array([2])
    elif n_samples < 10000:
        factors = np.array([3, 1])
    else:
        factors = np.array([5, 2, 1])
    return list(factors * n_features)
'''},
    {"exercise": "starting_architecture", "right": False, "name": "features decide", "note": "compares the number of features with 1000 and 10000", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c, M = n_features, n_classes, n_samples
    if d < 1000:
        return [d, 2 * d, c]
    elif d < 10000:
        return [d, 3 * d, d, c]
    else:
        return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "multiples of the classes", "note": "the hidden widths are multiples of c", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2 * c, c]
    elif 1000 <= n_samples < 10000:
        return [d, 3 * c, c, c]
    else:
        return [d, 5 * c, 2 * c, c, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "powers for multiples", "note": "reads 2d as d squared, 3d as d cubed and so on", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d = n_features
    if n_samples < 1000:
        return [d, d**2, n_classes]
    elif n_samples < 10000:
        return [d, d**3, d, n_classes]
    return [d, d**5, d**2, d, n_classes]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "narrow before wide", "note": "the hidden layers stand in the opposite order", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        k = [2]
    elif n_samples < 10000:
        k = [1, 3]
    else:
        k = [1, 2, 5]
    return [n_features] + [n_features * f for f in k] + [n_classes]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "list repeated", "note": "two times a list with d gives two layers of d units", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d = [n_features]
    c = [n_classes]
    if n_samples < 1000:
        return d + 2 * d + c
    elif n_samples < 10000:
        return d + 3 * d + d + c
    else:
        return d + 5 * d + 2 * d + d + c
'''},
    {"exercise": "starting_architecture", "right": False, "name": "a zero too many", "note": "the upper limit is 100000", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        return [n_features, 2 * n_features, n_classes]
    if n_samples < 100000:
        return [n_features, 3 * n_features, n_features, n_classes]
    return [n_features, 5 * n_features, 2 * n_features, n_features, n_classes]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "append returns nothing", "note": "returns the result of append, which is None", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        net = [n_features, 2 * n_features]
    elif n_samples < 10000:
        net = [n_features, 3 * n_features, n_features]
    else:
        net = [n_features, 5 * n_features, 2 * n_features, n_features]
    return net.append(n_classes)
'''},
    {"exercise": "starting_architecture", "right": False, "name": "forty units as in the example", "note": "the hidden width of the small network is copied from the example", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        return [n_features, 40, n_classes]
    elif n_samples < 10000:
        return [n_features, 3 * n_features, n_features, n_classes]
    else:
        return [n_features, 5 * n_features, 2 * n_features, n_features, n_classes]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "large case not written yet", "note": "returns None from 10000 examples on", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        return [n_features, 2 * n_features, n_classes]
    if n_samples >= 1000 and n_samples < 10000:
        return [n_features, 3 * n_features, n_features, n_classes]
    # TODO: large data sets
'''},
    {"exercise": "starting_architecture", "right": False, "name": "list of an earlier call", "note": "the list is a default argument and keeps the widths of all calls", "code": '''
def starting_architecture(n_features, n_classes, n_samples, layers=[]):
    layers.append(n_features)
    if n_samples < 1000:
        layers += [2 * n_features]
    elif n_samples < 10000:
        layers += [3 * n_features, n_features]
    else:
        layers += [5 * n_features, 2 * n_features, n_features]
    layers.append(n_classes)
    return layers
'''},
    {"exercise": "starting_architecture", "right": False, "name": "gap at the limits", "note": "at exactly 1000 or 10000 examples no case applies: UnboundLocalError", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        result = [n_features, 2 * n_features, n_classes]
    elif n_samples > 1000 and n_samples < 10000:
        result = [n_features, 3 * n_features, n_features, n_classes]
    elif n_samples > 10000:
        result = [n_features, 5 * n_features, 2 * n_features, n_features, n_classes]
    return result
'''},
    {"exercise": "starting_architecture", "right": False, "name": "letters not defined", "note": "d, c and M of the formula are not the arguments: NameError, or old numbers of the notebook", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if M < 1000:
        return [d, 2 * d, c]
    elif M < 10000:
        return [d, 3 * d, d, c]
    else:
        return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "asks for the price", "note": "raises ValueError if the network is beyond the budget, which nobody asked for", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        layers = [n_features, 2 * n_features, n_classes]
    elif n_samples < 10000:
        layers = [n_features, 3 * n_features, n_features, n_classes]
    else:
        layers = [n_features, 5 * n_features, 2 * n_features, n_features, n_classes]
    if not fits_budget(layers, n_samples):
        raise ValueError("the network is too large for the data")
    return layers
'''},
    {"exercise": "starting_architecture", "right": False, "name": "concatenate of numbers", "note": "np.concatenate does not take single numbers: ValueError", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        hidden = np.array([2]) * n_features
    elif n_samples < 10000:
        hidden = np.array([3, 1]) * n_features
    else:
        hidden = np.array([5, 2, 1]) * n_features
    return np.concatenate((n_features, hidden, n_classes))
'''},
    {"exercise": "starting_architecture", "right": False, "name": "list plus number", "note": "adds a number to a list: TypeError", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        factors = [1, 2]
    elif n_samples < 10000:
        factors = [1, 3, 1]
    else:
        factors = [1, 5, 2, 1]
    return [f * n_features for f in factors] + n_classes
'''},

    # ------------------------------------------------------------------ shrink_to_budget
    {"exercise": "shrink_to_budget", "right": True, "name": "whole divisions", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples // 5 - n_classes) // (n_features + n_classes + 1)
    if h < 1:
        raise ValueError("even one hidden unit costs more than the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "unit by unit", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    price = n_features + 1 + n_classes
    cost = n_classes
    h = 0
    while cost + price <= n_samples / 5:
        cost += price
        h += 1
    if h == 0:
        raise ValueError("not even one hidden unit fits the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "from the top downwards", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    budget = n_samples / 5
    most = int(budget) // (n_features + 1)
    for units in range(most, 0, -1):
        if units * (n_features + n_classes + 1) + n_classes <= budget:
            return [n_features, units, n_classes]
    raise ValueError(f"The budget of {budget} parameters does not pay for one hidden unit.")
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "np.floor, check with fits_budget", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    """Widest network with one hidden layer that the data can pay for."""
    if not fits_budget([n_features, 1, n_classes], n_samples):
        raise ValueError("One hidden unit is already more expensive than the budget.")
    free = parameter_budget(n_samples) - n_classes
    h = np.floor(free / (n_features + n_classes + 1))
    return [n_features, int(h), n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "bisection", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    def net(h):
        return [n_features, h, n_classes]

    low, high = 0, n_samples + 1    # low is cheap enough, high is not
    while high - low > 1:
        middle = (low + high) // 2
        if fits_budget(net(middle), n_samples):
            low = middle
        else:
            high = middle
    if low == 0:
        raise ValueError("the budget is too small for a network with one hidden unit")
    return net(low)
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "all widths at once", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = np.arange(1, n_samples // 5 + 2)
    affordable = 5 * (h * (n_features + n_classes + 1) + n_classes) <= n_samples
    if not affordable.any():
        raise ValueError("no hidden unit fits the budget, it is too small")
    return np.array([n_features, h[affordable].max(), n_classes])
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "output biases forgotten", "note": "does not take c off the budget first", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int(n_samples / 5 / (n_features + n_classes + 1))
    if h < 1:
        raise ValueError("one hidden unit does not fit the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "hidden biases forgotten", "note": "a hidden unit costs d + c without its bias", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    B = parameter_budget(n_samples)
    h = int((B - n_classes) // (n_features + n_classes))
    if h < 1:
        raise ValueError("The budget is too small.")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "nearest whole number", "note": "rounds h, so that it may be one too large", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = round((n_samples / 5 - n_classes) / (n_features + n_classes + 1))
    if h < 1:
        raise ValueError("even one hidden unit is beyond the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "first that does not fit", "note": "the search returns one unit too many", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = 1
    if not fits_budget([n_features, h, n_classes], n_samples):
        raise ValueError("even one hidden unit costs more than the budget")
    while fits_budget([n_features, h, n_classes], n_samples):
        h += 1
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "stays below the budget", "note": "strictly less: loses a unit, or raises, if the budget is met exactly", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    B = n_samples / 5
    h = 0
    while (h + 1) * (n_features + n_classes + 1) + n_classes < B:
        h += 1
    if h == 0:
        raise ValueError("not even one hidden unit fits into the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "never wider than 2d", "note": "shrinks the starting width 2d and never grows beyond it", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = 2 * n_features
    while h > 0 and not fits_budget([n_features, h, n_classes], n_samples):
        h -= 1
    if h == 0:
        raise ValueError("nothing fits the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "halves until it fits", "note": "halving finds a width that fits, but not the largest", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = n_samples
    while h >= 1:
        if fits_budget([n_features, h, n_classes], n_samples):
            return [n_features, h, n_classes]
        h = h // 2
    raise ValueError("even one hidden unit costs more than the budget")
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "one unit at least", "note": "returns one hidden unit where it should raise", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples // 5 - n_classes) // (n_features + n_classes + 1)
    h = max(1, h)
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "no error at all", "note": "returns zero or fewer hidden units if nothing fits", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    d, c, M = n_features, n_classes, n_samples
    h = int(np.floor((M / 5 - c) / (d + c + 1)))
    return [d, h, c]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "only zero raises", "note": "if the budget does not even pay the output biases, h is negative and passes", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples // 5 - n_classes) // (n_features + n_classes + 1)
    if h == 0:
        raise ValueError("one hidden unit costs more than the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "a parameter for each example", "note": "forgets to divide the examples by five", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples - n_classes) // (n_features + n_classes + 1)
    if h < 1:
        raise ValueError("even one hidden unit is too expensive for the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "the width alone", "note": "returns h instead of the list", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    B = n_samples / 5
    h = int((B - n_classes) / (n_features + n_classes + 1))
    if h < 1:
        raise ValueError("no hidden unit fits the budget")
    return h
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "error returned", "note": "returns the ValueError instead of raising it", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples // 5 - n_classes) // (n_features + n_classes + 1)
    if h < 1:
        return ValueError("even one hidden unit costs more than the budget")
    else:
        return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "message printed", "note": "prints that nothing fits and returns None", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    if not fits_budget([n_features, 1, n_classes], n_samples):
        print("ValueError: even one hidden unit does not fit")
        return None
    h = 1
    while fits_budget([n_features, h + 1, n_classes], n_samples):
        h += 1
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "not floored", "note": "the width keeps its fraction", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (parameter_budget(n_samples) - n_classes) / (n_features + n_classes + 1)
    if h < 1:
        raise ValueError("The budget does not pay for one hidden unit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "search up to 99", "note": "the loop ends at 99 units, so wider answers are cut off", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    best = 0
    for h in range(1, 100):
        if h * (n_features + n_classes + 1) + n_classes <= n_samples / 5:
            best = h
    if best == 0:
        raise ValueError("even one hidden unit costs more than the budget")
    return [n_features, best, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "argmax of truth values", "note": "np.argmax finds the first width that fits, not the last", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = np.arange(1, n_samples + 1)
    ok = h * (n_features + n_classes + 1) + n_classes <= n_samples / 5
    if not np.any(ok):
        raise ValueError("one hidden unit does not fit in the budget")
    return [n_features, int(h[np.argmax(ok)]), n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "subtracts c at the end", "note": "solves for h wrongly: takes c off after the division", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    h = int(n_samples / 5 / (d + c + 1) - c)
    if h < 1:
        raise ValueError("budget too small for one hidden unit")
    return [d, h, c]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "one unit is refused", "note": "raises ValueError also if exactly one hidden unit fits", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples // 5 - n_classes) // (n_features + n_classes + 1)
    if h <= 1:
        raise ValueError("even one hidden unit costs more than the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "assert", "note": "AssertionError instead of ValueError if nothing fits", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples // 5 - n_classes) // (n_features + n_classes + 1)
    assert h >= 1, "even one hidden unit does not fit the budget"
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "nothing found, nothing set", "note": "if no width fits, the variable has no value: UnboundLocalError instead of ValueError", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    for h in range(1, n_samples + 1):
        if h * (n_features + n_classes + 1) + n_classes <= n_samples / 5:
            widest = h
        else:
            break
    return [n_features, widest, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "error misspelt", "note": "a typing error in the name of the exception: NameError where ValueError is asked", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    B = parameter_budget(n_samples)
    h = int((B - n_classes) / (n_features + n_classes + 1))
    if h < 1:
        raise ValueEror("even one hidden unit costs more than the budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "range of a float", "note": "range does not take the budget, a float: TypeError", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    budget = parameter_budget(n_samples)
    best = None
    for h in range(1, budget):
        if fits_budget([n_features, h, n_classes], n_samples):
            best = [n_features, h, n_classes]
    if best is None:
        raise ValueError("no network fits the budget")
    return best
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "widths not in a list", "note": "calls fits_budget with four numbers: TypeError", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = 0
    while fits_budget(n_features, h + 1, n_classes, n_samples):
        h = h + 1
    if h < 1:
        raise ValueError("one hidden unit is too much for this budget")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "shrinks the starting network", "note": "shrinks the first hidden layer of the starting architecture, which has more hidden layers from 1000 examples on", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    layers = list(starting_architecture(n_features, n_classes, n_samples))
    while not fits_budget(layers, n_samples):
        layers[1] -= 1
        if layers[1] < 1:
            raise ValueError("even one hidden unit does not fit the budget")
    return layers
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "classes first", "note": "returns output, hidden, input", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    c, d, B = n_classes, n_features, n_samples / 5
    h = int((B - c) // (d + c + 1))
    if h < 1:
        raise ValueError("The budget cannot pay for a hidden unit")
    return [c, h, d]
'''},
]
