"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- count_layers
    {"exercise": "count_layers", "right": True, "name": "length minus one", "note": "", "code": '''
def count_layers(layers, count_input=False):
    if count_input:
        return len(layers)
    return len(layers) - 1
'''},
    {"exercise": "count_layers", "right": True, "name": "bool added", "note": "", "code": '''
def count_layers(layers, count_input=False):
    return len(layers) - 1 + int(count_input)
'''},
    {"exercise": "count_layers", "right": True, "name": "counts in a loop", "note": "", "code": '''
def count_layers(layers, count_input=False):
    count = 0
    for l in range(1, len(layers)):
        count += 1
    if count_input == True:
        count += 1
    return count
'''},
    {"exercise": "count_layers", "right": True, "name": "start of the slice", "note": "", "code": '''
def count_layers(layers, count_input=False):
    start = 0 if count_input else 1
    return len(layers[start:])
'''},
    {"exercise": "count_layers", "right": True, "name": "np.size", "note": "", "code": '''
def count_layers(layers, count_input=False):
    depth = np.size(np.array(layers)) - 1
    return depth + 1 if count_input else depth
'''},
    {"exercise": "count_layers", "right": True, "name": "pairs of neighbours", "note": "", "code": '''
def count_layers(layers, count_input=False):
    matrices = sum(1 for _ in zip(layers[:-1], layers[1:]))
    extra = {True: 1, False: 0}
    return matrices + extra[bool(count_input)]
'''},
    {"exercise": "count_layers", "right": False, "name": "always the length", "note": "counts the input in every case", "code": '''
def count_layers(layers, count_input=False):
    return len(layers)
'''},
    {"exercise": "count_layers", "right": False, "name": "option the wrong way round", "note": "subtracts the input when it should be counted", "code": '''
def count_layers(layers, count_input=False):
    if count_input:
        return len(layers) - 1
    return len(layers)
'''},
    {"exercise": "count_layers", "right": False, "name": "option ignored", "note": "returns the length minus one whatever the option says", "code": '''
def count_layers(layers, count_input=False):
    L = len(layers) - 1
    return L
'''},
    {"exercise": "count_layers", "right": False, "name": "hidden layers only", "note": "leaves out the output layer as well", "code": '''
def count_layers(layers, count_input=False):
    n = len(layers) - 2
    if count_input:
        n += 1
    return n
'''},
    {"exercise": "count_layers", "right": False, "name": "one added to the full length", "note": "the input is counted twice when the option is on", "code": '''
def count_layers(layers, count_input=False):
    L = len(layers)
    if count_input:
        return L + 1
    return L - 1
'''},
    {"exercise": "count_layers", "right": False, "name": "sum of the widths", "note": "adds the widths instead of counting them", "code": '''
def count_layers(layers, count_input=False):
    if count_input:
        return sum(layers)
    return sum(layers[1:])
'''},
    {"exercise": "count_layers", "right": False, "name": "input popped", "note": "takes the input off the list that was given", "code": '''
def count_layers(layers, count_input=False):
    if not count_input:
        layers.pop(0)
    return len(layers)
'''},
    {"exercise": "count_layers", "right": False, "name": "equal widths counted once", "note": "counts distinct widths with a set", "code": '''
def count_layers(layers, count_input=False):
    n = len(set(layers))
    return n if count_input else n - 1
'''},
    {"exercise": "count_layers", "right": False, "name": "widths equal to the input skipped", "note": "finds the input layer by its width", "code": '''
def count_layers(layers, count_input=False):
    count = 0
    for width in layers:
        if width != layers[0]:
            count += 1
    if count_input:
        count += 1
    return count
'''},
    {"exercise": "count_layers", "right": False, "name": "nothing if the input counts", "note": "only the case without the input has a return", "code": '''
def count_layers(layers, count_input=False):
    if not count_input:
        return len(layers) - 1
'''},
    {"exercise": "count_layers", "right": False, "name": "result thrown away", "note": "adds one in an expression that is not stored", "code": '''
def count_layers(layers, count_input=False):
    L = len(layers) - 1
    if count_input:
        L + 1
    return L
'''},
    {"exercise": "count_layers", "right": False, "name": "wrong default", "note": "changes the default of the option to True", "code": '''
def count_layers(layers, count_input=True):
    if count_input:
        return len(layers)
    else:
        return len(layers) - 1
'''},
    {"exercise": "count_layers", "right": False, "name": "shape of a list", "note": "a list has no shape", "code": '''
def count_layers(layers, count_input=False):
    L = layers.shape[0] - 1
    if count_input:
        L = L + 1
    return L
'''},
    {"exercise": "count_layers", "right": False, "name": "len as a method", "note": "a list has no method len", "code": '''
def count_layers(layers, count_input=False):
    n = layers.len() - 1
    return n + 1 if count_input else n
'''},
    {"exercise": "count_layers", "right": False, "name": "minus one inside len", "note": "the bracket is closed too late, so 1 is subtracted from the list", "code": '''
def count_layers(layers, count_input=False):
    if count_input:
        return len(layers)
    return len(layers - 1)
'''},
    {"exercise": "count_layers", "right": False, "name": "variable set in one branch", "note": "L has no value when the input is not counted", "code": '''
def count_layers(layers, count_input=False):
    if count_input:
        L = len(layers)
    return L
'''},
    # ---------------------------------------------------------------- parameter_terms
    {"exercise": "parameter_terms", "right": True, "name": "loop over the index", "note": "", "code": '''
def parameter_terms(layers):
    terms = []
    for l in range(1, len(layers)):
        terms.append(layers[l - 1] * layers[l] + layers[l])
    return terms
'''},
    {"exercise": "parameter_terms", "right": True, "name": "zip", "note": "", "code": '''
def parameter_terms(layers):
    return [n_in * n_out + n_out for n_in, n_out in zip(layers[:-1], layers[1:])]
'''},
    {"exercise": "parameter_terms", "right": True, "name": "arrays", "note": "", "code": '''
def parameter_terms(layers):
    n = np.array(layers, dtype=np.int64)
    return ((n[:-1] + 1) * n[1:]).tolist()
'''},
    {"exercise": "parameter_terms", "right": True, "name": "sizes of W and b", "note": "", "code": '''
def parameter_terms(layers):
    def size(shape):
        rows, columns = shape
        return rows * columns

    costs = []
    for i in range(len(layers) - 1):
        n_in, n_out = layers[i], layers[i + 1]
        costs += [size((n_out, n_in)) + size((n_out, 1))]
    return costs
'''},
    {"exercise": "parameter_terms", "right": True, "name": "remembers the width before", "note": "", "code": '''
def parameter_terms(layers):
    result = []
    before = None
    for width in layers:
        if before is not None:
            result.append(width * (before + 1))
        before = width
    return result
'''},
    {"exercise": "parameter_terms", "right": True, "name": "map and tuple", "note": "", "code": '''
def parameter_terms(layers):
    weights = map(lambda a, b: a * b, layers, layers[1:])
    return tuple(w + b for w, b in zip(weights, layers[1:]))
'''},
    {"exercise": "parameter_terms", "right": False, "name": "no biases", "note": "counts the weights only", "code": '''
def parameter_terms(layers):
    return [a * b for a, b in zip(layers[:-1], layers[1:])]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "biases of the inputs", "note": "adds n_in biases instead of n_out", "code": '''
def parameter_terms(layers):
    terms = []
    for i in range(len(layers) - 1):
        terms.append(layers[i] * layers[i + 1] + layers[i])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "one bias a layer", "note": "adds a single bias for each layer", "code": '''
def parameter_terms(layers):
    terms = []
    for l in range(1, len(layers)):
        terms.append(layers[l - 1] * layers[l] + 1)
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "sum returned", "note": "adds the layers up already", "code": '''
def parameter_terms(layers):
    total = 0
    for l in range(1, len(layers)):
        total += layers[l - 1] * layers[l] + layers[l]
    return total
'''},
    {"exercise": "parameter_terms", "right": False, "name": "output layer left out", "note": "the loop stops one layer too early", "code": '''
def parameter_terms(layers):
    terms = []
    for l in range(1, len(layers) - 1):
        terms.append(layers[l - 1] * layers[l] + layers[l])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "loop from zero", "note": "for l = 0 the index -1 is the output width, which gives an entry too many", "code": '''
def parameter_terms(layers):
    terms = []
    for l in range(len(layers)):
        terms.append(layers[l - 1] * layers[l] + layers[l])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "output first", "note": "goes from the output to the input", "code": '''
def parameter_terms(layers):
    terms = []
    for l in range(len(layers) - 1, 0, -1):
        terms.append(layers[l - 1] * layers[l] + layers[l])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "return in the loop", "note": "the return is indented too far, so only the first layer comes back", "code": '''
def parameter_terms(layers):
    terms = []
    for n_in, n_out in zip(layers[:-1], layers[1:]):
        terms.append(n_in * n_out + n_out)
        return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "weights and biases apart", "note": "gives a pair (weights, biases) for each layer", "code": '''
def parameter_terms(layers):
    return [(layers[i] * layers[i + 1], layers[i + 1]) for i in range(len(layers) - 1)]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "input changed", "note": "eats up the list that was given", "code": '''
def parameter_terms(layers):
    terms = []
    while len(layers) > 1:
        n_in = layers.pop(0)
        terms.append(n_in * layers[0] + layers[0])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "both biases", "note": "adds a bias for the inputs and for the units", "code": '''
def parameter_terms(layers):
    return [(layers[i] + 1) * (layers[i + 1] + 1) - 1 for i in range(len(layers) - 1)]
'''},
    {"exercise": "parameter_terms", "right": False, "name": "no return", "note": "builds the list and does not return it", "code": '''
def parameter_terms(layers):
    terms = []
    for l in range(1, len(layers)):
        n_in = layers[l - 1]
        n_out = layers[l]
        terms.append(n_in * n_out + n_out)
'''},
    {"exercise": "parameter_terms", "right": False, "name": "index beyond the end", "note": "asks for the width after the last one", "code": '''
def parameter_terms(layers):
    terms = []
    for i in range(len(layers)):
        terms.append(layers[i] * layers[i + 1] + layers[i + 1])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "lists multiplied", "note": "multiplies two lists as if they were arrays", "code": '''
def parameter_terms(layers):
    n_in, n_out = layers[:-1], layers[1:]
    return n_in * n_out + n_out
'''},
    {"exercise": "parameter_terms", "right": False, "name": "append assigned", "note": "append returns None, which is put into terms", "code": '''
def parameter_terms(layers):
    terms = []
    for l in range(1, len(layers)):
        terms = terms.append(layers[l - 1] * layers[l] + layers[l])
    return terms
'''},
    {"exercise": "parameter_terms", "right": False, "name": "entries assigned in an empty list", "note": "writes terms[0] though the list is empty", "code": '''
def parameter_terms(layers):
    terms = []
    for i in range(len(layers) - 1):
        terms[i] = layers[i] * layers[i + 1] + layers[i + 1]
    return terms
'''},
    # ---------------------------------------------------------------- parameter_count
    {"exercise": "parameter_count", "right": True, "name": "sum of the terms", "note": "", "code": '''
def parameter_count(layers):
    return sum(parameter_terms(layers))
'''},
    {"exercise": "parameter_count", "right": True, "name": "loop", "note": "", "code": '''
def parameter_count(layers):
    total = 0
    for l in range(1, len(layers)):
        total += layers[l - 1] * layers[l] + layers[l]
    return total
'''},
    {"exercise": "parameter_count", "right": True, "name": "dot product", "note": "", "code": '''
def parameter_count(layers):
    n = np.array(layers)
    return int(np.dot(n[:-1] + 1, n[1:]))
'''},
    {"exercise": "parameter_count", "right": True, "name": "weights and biases apart", "note": "", "code": '''
def parameter_count(layers):
    weights = sum(a * b for a, b in zip(layers, layers[1:]))
    biases = sum(layers) - layers[0]
    return weights + biases
'''},
    {"exercise": "parameter_count", "right": True, "name": "recursion", "note": "", "code": '''
def parameter_count(layers):
    if len(layers) < 2:
        return 0
    n_in, n_out = layers[0], layers[1]
    return n_in * n_out + n_out + parameter_count(layers[1:])
'''},
    {"exercise": "parameter_count", "right": True, "name": "while loop", "note": "", "code": '''
def parameter_count(layers):
    count, l = 0, len(layers) - 1
    while l >= 1:
        count = count + (layers[l - 1] + 1) * layers[l]
        l = l - 1
    return count
'''},
    {"exercise": "parameter_count", "right": False, "name": "weights only", "note": "forgets the biases", "code": '''
def parameter_count(layers):
    return sum(layers[i] * layers[i + 1] for i in range(len(layers) - 1))
'''},
    {"exercise": "parameter_count", "right": False, "name": "biases of the input too", "note": "adds all widths for the biases, the input included", "code": '''
def parameter_count(layers):
    weights = 0
    for i in range(len(layers) - 1):
        weights += layers[i] * layers[i + 1]
    biases = sum(layers)
    return weights + biases
'''},
    {"exercise": "parameter_count", "right": False, "name": "biases of n_in", "note": "adds n_(l-1) instead of n_l", "code": '''
def parameter_count(layers):
    total = 0
    for l in range(1, len(layers)):
        total += layers[l - 1] * layers[l] + layers[l - 1]
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "one bias a layer", "note": "adds a single bias for each layer", "code": '''
def parameter_count(layers):
    total = 0
    for n_in, n_out in zip(layers[:-1], layers[1:]):
        total += n_in * n_out + 1
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "sum overwritten", "note": "writes = instead of += and keeps the last layer only", "code": '''
def parameter_count(layers):
    total = 0
    for l in range(1, len(layers)):
        total = layers[l - 1] * layers[l] + layers[l]
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "return in the loop", "note": "returns after the first layer", "code": '''
def parameter_count(layers):
    total = 0
    for n in parameter_terms(layers):
        total += n
        return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "output layer left out", "note": "the loop ends before the output layer", "code": '''
def parameter_count(layers):
    total = 0
    for l in range(1, len(layers) - 1):
        total += layers[l - 1] * layers[l] + layers[l]
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "loop from zero", "note": "adds a term for the input layer with the index -1", "code": '''
def parameter_count(layers):
    total = 0
    for l in range(len(layers)):
        total += layers[l - 1] * layers[l] + layers[l]
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "product of the terms", "note": "multiplies the layers instead of adding them", "code": '''
def parameter_count(layers):
    return int(np.prod(parameter_terms(layers)))
'''},
    {"exercise": "parameter_count", "right": False, "name": "product of all widths", "note": "multiplies all widths and adds the biases", "code": '''
def parameter_count(layers):
    return int(np.prod(layers)) + sum(layers[1:])
'''},
    {"exercise": "parameter_count", "right": False, "name": "list returned", "note": "returns the terms and does not add them", "code": '''
def parameter_count(layers):
    return parameter_terms(layers)
'''},
    {"exercise": "parameter_count", "right": False, "name": "input changed", "note": "deletes the input width from the list that was given after use", "code": '''
def parameter_count(layers):
    total = sum(parameter_terms(layers))
    del layers[0]
    return total
'''},
    {"exercise": "parameter_count", "right": False, "name": "three widths only", "note": "unpacks exactly three widths", "code": '''
def parameter_count(layers):
    d, h, c = layers
    return h * (d + c + 1) + c
'''},
    {"exercise": "parameter_count", "right": False, "name": "function not called", "note": "sums the function instead of its result", "code": '''
def parameter_count(layers):
    return sum(parameter_terms)
'''},
    {"exercise": "parameter_count", "right": False, "name": "sum as a method", "note": "a list has no method sum", "code": '''
def parameter_count(layers):
    terms = parameter_terms(layers)
    return terms.sum()
'''},
    {"exercise": "parameter_count", "right": False, "name": "total without a start", "note": "adds to a total that has no first value", "code": '''
def parameter_count(layers):
    for l in range(1, len(layers)):
        total += layers[l - 1] * layers[l] + layers[l]
    return total
'''},
    # ---------------------------------------------------------------- depth_bound
    {"exercise": "depth_bound", "right": True, "name": "formula", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1)))
'''},
    {"exercise": "depth_bound", "right": True, "name": "doubling", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    # the largest L with d c 2^(L - 1) <= M
    L = 1
    size = n_features * n_classes
    while 2 * size <= n_samples:
        size *= 2
        L += 1
    return L
'''},
    {"exercise": "depth_bound", "right": True, "name": "bit length", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    quotient = n_samples // (n_features * n_classes)
    return max(quotient.bit_length(), 1)
'''},
    {"exercise": "depth_bound", "right": True, "name": "math and an if", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    import math
    q = n_samples / (n_features * n_classes)
    bound = math.floor(math.log2(q)) + 1
    if bound < 1:
        return 1
    else:
        return bound
'''},
    {"exercise": "depth_bound", "right": True, "name": "np.maximum", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    examples_per_pair = np.divide(n_samples, n_features * n_classes)
    return np.maximum(1.0, np.floor(np.log2(examples_per_pair) + 1))
'''},
    {"exercise": "depth_bound", "right": True, "name": "halving", "note": "", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    rest = n_samples // (n_features * n_classes)
    bound = 1
    while rest > 1:
        rest //= 2
        bound += 1
    return bound
'''},
    {"exercise": "depth_bound", "right": False, "name": "rounded up", "note": "uses ceil", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.ceil(np.log2(n_samples / (n_features * n_classes)) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "rounded to the nearest", "note": "uses round", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    L = np.log2(n_samples / (n_features * n_classes)) + 1
    return max(1, round(L))
'''},
    {"exercise": "depth_bound", "right": False, "name": "at least 1 forgotten", "note": "no maximum with 1", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1))
'''},
    {"exercise": "depth_bound", "right": False, "name": "one forgotten", "note": "does not add 1", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log2(n_samples / (n_features * n_classes)))))
'''},
    {"exercise": "depth_bound", "right": False, "name": "one inside the logarithm", "note": "adds 1 to the quotient before the logarithm", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log2(n_samples / (n_features * n_classes) + 1))))
'''},
    {"exercise": "depth_bound", "right": False, "name": "brackets forgotten", "note": "divides by d and multiplies by c", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, int(np.floor(np.log2(n_samples / n_features * n_classes) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "natural logarithm", "note": "uses np.log", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    ratio = n_samples / (n_features * n_classes)
    return max(1, int(np.floor(np.log(ratio) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "sum of d and c", "note": "divides by d + c", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    ratio = n_samples / (n_features + n_classes)
    return max(1, int(np.floor(np.log2(ratio) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "arguments in the other order", "note": "takes the features first and the examples last", "code": '''
def depth_bound(n_features, n_classes, n_samples):
    return max(1, int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "not rounded", "note": "two mistakes: neither rounded down nor at least 1", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return np.log2(n_samples / (n_features * n_classes)) + 1
'''},
    {"exercise": "depth_bound", "right": False, "name": "minimum", "note": "uses min instead of max", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return min(1, int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "difference of logarithms", "note": "subtracts two logarithms, whose rounding errors lose a layer at exact powers of two such as 28 examples, 1 feature, 7 classes", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    L = np.log2(n_samples) - np.log2(n_features * n_classes) + 1
    return max(1, int(np.floor(L)))
'''},
    {"exercise": "depth_bound", "right": False, "name": "whole quotient", "note": "divides with //, and the logarithm of 0 cannot be made an int", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    bound = int(np.floor(np.log2(n_samples // (n_features * n_classes)) + 1))
    return max(1, bound)
'''},
    {"exercise": "depth_bound", "right": False, "name": "np.max of two numbers", "note": "np.max takes the second number for the axis", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    bound = int(np.floor(np.log2(n_samples / (n_features * n_classes)) + 1))
    return np.max(1, bound)
'''},
    {"exercise": "depth_bound", "right": False, "name": "log2 not imported", "note": "calls log2 and floor without np", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    return max(1, floor(log2(n_samples / (n_features * n_classes)) + 1))
'''},
    {"exercise": "depth_bound", "right": False, "name": "names of the formula", "note": "uses M, d and c, which are not defined", "code": '''
def depth_bound(n_samples, n_features, n_classes):
    L = np.floor(np.log2(M / (d * c)) + 1)
    return max(1, int(L))
'''},
    # ---------------------------------------------------------------- parameter_budget
    {"exercise": "parameter_budget", "right": True, "name": "quotient", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": True, "name": "float first", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    M = float(n_samples)
    s = float(samples_per_parameter)
    B = M / s
    return B
'''},
    {"exercise": "parameter_budget", "right": True, "name": "np.divide", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return float(np.divide(n_samples, samples_per_parameter))
'''},
    {"exercise": "parameter_budget", "right": True, "name": "share of one example", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    parameters_per_example = 1 / samples_per_parameter
    return n_samples * parameters_per_example
'''},
    {"exercise": "parameter_budget", "right": True, "name": "power", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return n_samples * samples_per_parameter ** -1.0
'''},
    {"exercise": "parameter_budget", "right": True, "name": "whole part and rest", "note": "", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    whole, rest = divmod(n_samples, samples_per_parameter)
    return whole + rest / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "whole division", "note": "uses // and loses the fraction", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return n_samples // samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "int", "note": "cuts off the fraction with int", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return int(n_samples / samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "rounded", "note": "rounds to the nearest whole number", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return float(round(n_samples / samples_per_parameter))
'''},
    {"exercise": "parameter_budget", "right": False, "name": "product", "note": "multiplies by the price", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return float(n_samples * samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "upside down", "note": "divides the price by the number of examples", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return samples_per_parameter / n_samples
'''},
    {"exercise": "parameter_budget", "right": False, "name": "always five", "note": "divides by 5 and ignores the price", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return n_samples / 5
'''},
    {"exercise": "parameter_budget", "right": False, "name": "one decimal", "note": "rounds to one decimal, as in the 160.6 of the text", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    B = n_samples / samples_per_parameter
    return round(B, 1)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "default 10", "note": "changes the default price to the ten of another rule", "code": '''
def parameter_budget(n_samples, samples_per_parameter=10):
    return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "one example saved", "note": "divides M - 1, as in a variance", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return (n_samples - 1) / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "no return", "note": "computes the budget and does not return it", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    budget = n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "rest", "note": "uses % instead of /", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return float(n_samples % samples_per_parameter)
'''},
    {"exercise": "parameter_budget", "right": False, "name": "text", "note": "returns a formatted text", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    budget = n_samples / samples_per_parameter
    return f"{budget:.1f}"
'''},
    {"exercise": "parameter_budget", "right": False, "name": "default removed", "note": "drops the default, so a call with the examples alone fails", "code": '''
def parameter_budget(n_samples, samples_per_parameter):
    return n_samples / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "length of a number", "note": "takes len of the number of examples", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return len(n_samples) / samples_per_parameter
'''},
    {"exercise": "parameter_budget", "right": False, "name": "names of the formula", "note": "uses M and s, which are not defined", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    return M / s
'''},
    {"exercise": "parameter_budget", "right": False, "name": "shape of a number", "note": "treats the number of examples as the data X", "code": '''
def parameter_budget(n_samples, samples_per_parameter=5):
    m = n_samples.shape[1]
    return m / samples_per_parameter
'''},
    # ---------------------------------------------------------------- fits_budget
    {"exercise": "fits_budget", "right": True, "name": "compare", "note": "", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) <= parameter_budget(n_samples)
'''},
    {"exercise": "fits_budget", "right": True, "name": "whole numbers only", "note": "", "code": '''
def fits_budget(layers, n_samples):
    return 5 * parameter_count(layers) <= n_samples
'''},
    {"exercise": "fits_budget", "right": True, "name": "own loop", "note": "", "code": '''
def fits_budget(layers, n_samples):
    total = 0
    for n_in, n_out in zip(layers[:-1], layers[1:]):
        total += (n_in + 1) * n_out
    if total <= n_samples / 5:
        return True
    else:
        return False
'''},
    {"exercise": "fits_budget", "right": True, "name": "not greater", "note": "", "code": '''
def fits_budget(layers, n_samples):
    too_large = sum(parameter_terms(layers)) > n_samples // 5
    return not too_large
'''},
    {"exercise": "fits_budget", "right": True, "name": "pays layer by layer", "note": "", "code": '''
def fits_budget(layers, n_samples):
    rest = n_samples
    for cost in parameter_terms(layers):
        rest -= 5 * cost
        if rest < 0:
            return False
    return True
'''},
    {"exercise": "fits_budget", "right": True, "name": "arrays", "note": "", "code": '''
def fits_budget(layers, n_samples):
    n = np.asarray(layers)
    parameters = np.sum(n[1:] * n[:-1]) + np.sum(n[1:])
    return bool(np.less_equal(parameters, n_samples / 5))
'''},
    {"exercise": "fits_budget", "right": False, "name": "less than", "note": "a network exactly on budget does not fit", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) < parameter_budget(n_samples)
'''},
    {"exercise": "fits_budget", "right": False, "name": "the wrong way", "note": "true if the network is too large", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) >= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "greater", "note": "says True for a network above the budget", "code": '''
def fits_budget(layers, n_samples):
    if parameter_count(layers) > parameter_budget(n_samples):
        return True
    return False
'''},
    {"exercise": "fits_budget", "right": False, "name": "equal", "note": "asks for exactly the budget", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) == parameter_budget(n_samples)
'''},
    {"exercise": "fits_budget", "right": False, "name": "sum of the widths", "note": "two mistakes: compares the number of units, and with less than", "code": '''
def fits_budget(layers, n_samples):
    return sum(layers) < n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "weights only", "note": "counts no biases", "code": '''
def fits_budget(layers, n_samples):
    weights = 0
    for i in range(len(layers) - 1):
        weights += layers[i] * layers[i + 1]
    return weights <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "five forgotten", "note": "compares with the number of examples", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) <= n_samples
'''},
    {"exercise": "fits_budget", "right": False, "name": "five on the wrong side", "note": "multiplies the examples by five", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count(layers) <= 5 * n_samples
'''},
    {"exercise": "fits_budget", "right": False, "name": "rounded budget", "note": "rounds the budget, up as well", "code": '''
def fits_budget(layers, n_samples):
    budget = round(parameter_budget(n_samples))
    return parameter_count(layers) <= budget
'''},
    {"exercise": "fits_budget", "right": False, "name": "each layer alone", "note": "asks whether every layer by itself is within the budget", "code": '''
def fits_budget(layers, n_samples):
    budget = parameter_budget(n_samples)
    return all(term <= budget for term in parameter_terms(layers))
'''},
    {"exercise": "fits_budget", "right": False, "name": "text", "note": "returns the texts 'True' and 'False'", "code": '''
def fits_budget(layers, n_samples):
    if parameter_count(layers) <= n_samples / 5:
        return "True"
    else:
        return "False"
'''},
    {"exercise": "fits_budget", "right": False, "name": "nothing if it does not fit", "note": "has a return for True only", "code": '''
def fits_budget(layers, n_samples):
    if parameter_count(layers) <= parameter_budget(n_samples):
        return True
'''},
    {"exercise": "fits_budget", "right": False, "name": "list compared", "note": "compares the list of terms with a number", "code": '''
def fits_budget(layers, n_samples):
    return parameter_terms(layers) <= parameter_budget(n_samples)
'''},
    {"exercise": "fits_budget", "right": False, "name": "function compared", "note": "forgets the argument of parameter_count", "code": '''
def fits_budget(layers, n_samples):
    return parameter_count <= parameter_budget(n_samples)
'''},
    {"exercise": "fits_budget", "right": False, "name": "three widths only", "note": "unpacks three widths and fails for other depths", "code": '''
def fits_budget(layers, n_samples):
    d, h, c = layers
    return h * (d + c + 1) + c <= n_samples / 5
'''},
    {"exercise": "fits_budget", "right": False, "name": "widths as arguments", "note": "passes the widths one by one to parameter_count", "code": '''
def fits_budget(layers, n_samples):
    n = parameter_count(*layers)
    return n <= n_samples / 5
'''},
    # ---------------------------------------------------------------- starting_architecture
    {"exercise": "starting_architecture", "right": True, "name": "if and elif", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c, M = n_features, n_classes, n_samples
    if M < 1000:
        return [d, 2 * d, c]
    elif M < 10000:
        return [d, 3 * d, d, c]
    else:
        return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": True, "name": "multiples", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples >= 10_000:
        multiples = [1, 5, 2, 1]
    elif n_samples >= 1_000:
        multiples = [1, 3, 1]
    else:
        multiples = [1, 2]
    return [k * n_features for k in multiples] + [n_classes]
'''},
    {"exercise": "starting_architecture", "right": True, "name": "built with append", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    layers = [n_features]
    if n_samples < 1000:
        layers.append(n_features * 2)
    if 1000 <= n_samples < 10000:
        layers.append(n_features * 3)
        layers.append(n_features)
    if 10000 <= n_samples:
        layers.append(n_features * 5)
        layers.append(n_features * 2)
        layers.append(n_features)
    layers.append(n_classes)
    return layers
'''},
    {"exercise": "starting_architecture", "right": True, "name": "searchsorted", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    size = int(np.searchsorted([1000, 10000], n_samples, side="right"))
    hidden = ((2,), (3, 1), (5, 2, 1))[size]
    return [n_features, *(k * n_features for k in hidden), n_classes]
'''},
    {"exercise": "starting_architecture", "right": True, "name": "tuples", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    small = (n_features, 2 * n_features, n_classes)
    medium = (n_features, 3 * n_features, n_features, n_classes)
    large = (n_features, 5 * n_features, 2 * n_features, n_features, n_classes)
    return small if n_samples < 1000 else medium if n_samples < 10000 else large
'''},
    {"exercise": "starting_architecture", "right": True, "name": "array", "note": "", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    key = (n_samples >= 1000) + (n_samples >= 10000)
    table = {0: [2], 1: [3, 1], 2: [5, 2, 1]}
    hidden = n_features * np.array(table[key])
    return np.concatenate(([n_features], hidden, [n_classes]))
'''},
    {"exercise": "starting_architecture", "right": False, "name": "1000 is small", "note": "writes <= at the first boundary", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples <= 1000:
        return [d, 2 * d, c]
    elif n_samples < 10000:
        return [d, 3 * d, d, c]
    return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "10000 is medium", "note": "writes <= at the second boundary", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2 * d, c]
    elif 1000 <= n_samples <= 10000:
        return [d, 3 * d, d, c]
    else:
        return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "second if", "note": "writes if instead of elif, so the small case is overwritten by the else", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        layers = [d, 2 * d, c]
    if n_samples >= 1000 and n_samples < 10000:
        layers = [d, 3 * d, d, c]
    else:
        layers = [d, 5 * d, 2 * d, d, c]
    return layers
'''},
    {"exercise": "starting_architecture", "right": False, "name": "large never reached", "note": "asks for at least 1000 before at least 10000", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        return [n_features, 2 * n_features, n_classes]
    elif n_samples >= 1000:
        return [n_features, 3 * n_features, n_features, n_classes]
    elif n_samples >= 10000:
        return [n_features, 5 * n_features, 2 * n_features, n_features, n_classes]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "examples first", "note": "takes the arguments in the order of depth_bound", "code": '''
def starting_architecture(n_samples, n_features, n_classes):
    d, c, M = n_features, n_classes, n_samples
    if M < 1000:
        return [d, 2 * d, c]
    if M < 10000:
        return [d, 3 * d, d, c]
    return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "multiples of c", "note": "multiplies the number of classes instead of the features", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2 * c, c]
    elif n_samples < 10000:
        return [d, 3 * c, c, c]
    else:
        return [d, 5 * c, 2 * c, c, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "hidden layers only", "note": "leaves out the input and the output", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d = n_features
    if n_samples < 1000:
        return [2 * d]
    elif n_samples < 10000:
        return [3 * d, d]
    else:
        return [5 * d, 2 * d, d]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "input left out", "note": "starts with the first hidden layer", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        return [2 * n_features, n_classes]
    elif n_samples < 10000:
        return [3 * n_features, n_features, n_classes]
    else:
        return [5 * n_features, 2 * n_features, n_features, n_classes]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "last d forgotten", "note": "the medium and the large network lack the hidden layer of width d", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2 * d, c]
    elif n_samples < 10000:
        return [d, 3 * d, c]
    else:
        return [d, 5 * d, 2 * d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "range without its end", "note": "uses range(1000, 9999), which leaves out 9999", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples in range(0, 1000):
        return [d, 2 * d, c]
    elif n_samples in range(1000, 9999):
        return [d, 3 * d, d, c]
    else:
        return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "list of lists", "note": "puts the hidden widths into an inner list", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        hidden = [2 * n_features]
    elif n_samples < 10000:
        hidden = [3 * n_features, n_features]
    else:
        hidden = [5 * n_features, 2 * n_features, n_features]
    return [n_features, hidden, n_classes]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "a zero too many", "note": "writes 100000 for the second boundary", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples < 1000:
        return [d, 2 * d, c]
    elif n_samples < 100000:
        return [d, 3 * d, d, c]
    else:
        return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "boundaries left out", "note": "uses > and < everywhere, so nothing is set for 1000 and 10000", "code": '''
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
    {"exercise": "starting_architecture", "right": False, "name": "names of the formula", "note": "uses d and c, which are not defined", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    if n_samples < 1000:
        return [d, 2 * d, c]
    elif n_samples < 10000:
        return [d, 3 * d, d, c]
    else:
        return [d, 5 * d, 2 * d, d, c]
'''},
    {"exercise": "starting_architecture", "right": False, "name": "list plus number", "note": "adds the number of classes to a list", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    d = n_features
    if n_samples < 1000:
        layers = [d, 2 * d]
    elif n_samples < 10000:
        layers = [d, 3 * d, d]
    else:
        layers = [d, 5 * d, 2 * d, d]
    return layers + n_classes
'''},
    {"exercise": "starting_architecture", "right": False, "name": "append with several", "note": "gives append two widths at once", "code": '''
def starting_architecture(n_features, n_classes, n_samples):
    layers = [n_features]
    if n_samples < 1000:
        layers.append(2 * n_features, n_classes)
    elif n_samples < 10000:
        layers.append(3 * n_features, n_features, n_classes)
    else:
        layers.append(5 * n_features, 2 * n_features, n_features, n_classes)
    return layers
'''},
    # ---------------------------------------------------------------- shrink_to_budget
    {"exercise": "shrink_to_budget", "right": True, "name": "solved for h", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h < 1:
        raise ValueError("Even one hidden unit costs more than the budget.")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "search upwards", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    if not fits_budget([n_features, 1, n_classes], n_samples):
        raise ValueError("one hidden unit does not fit the budget")
    h = 1
    while fits_budget([n_features, h + 1, n_classes], n_samples):
        h += 1
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "halving an interval", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    low, high = 0, n_samples + 1
    while high - low > 1:
        middle = (low + high) // 2
        if fits_budget([n_features, middle, n_classes], n_samples):
            low = middle
        else:
            high = middle
    if low == 0:
        raise ValueError(f"{n_samples} examples cannot pay for a single hidden unit")
    return [n_features, low, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "search downwards", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    for h in range(n_samples // (5 * n_features), 0, -1):
        if parameter_count([n_features, h, n_classes]) <= parameter_budget(n_samples):
            return [n_features, h, n_classes]
    raise ValueError("no network with one hidden layer fits, not even one hidden unit")
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "whole numbers", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    d, c, M = n_features, n_classes, n_samples
    price = 5 * (d + c + 1)
    money = M - 5 * c
    if money < price:
        raise ValueError("The data cannot pay for one hidden unit: budget %g" % (M / 5))
    h, left = divmod(money, price)
    return [d, h, c]
'''},
    {"exercise": "shrink_to_budget", "right": True, "name": "buys unit after unit", "note": "", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    layers = [n_features, 0, n_classes]
    left = parameter_budget(n_samples) - n_classes
    unit = n_features + 1 + n_classes
    while left >= unit:
        left -= unit
        layers[1] += 1
    if layers[1] == 0:
        raise ValueError("budget too small, even one hidden unit costs more")
    return layers
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "rounded up", "note": "uses ceil", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int(np.ceil((n_samples / 5 - n_classes) / (n_features + n_classes + 1)))
    if h < 1:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "rounded to the nearest", "note": "two mistakes: rounds to the nearest and knows no error", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = round((n_samples / 5 - n_classes) / (n_features + n_classes + 1))
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "no error", "note": "returns a width below 1 if nothing fits", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples / 5 - n_classes) // (n_features + n_classes + 1)
    return [n_features, int(h), n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "at least one unit", "note": "takes one hidden unit if none fits, without an error", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    return [n_features, max(1, h), n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "output biases forgotten", "note": "does not subtract c from the budget", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int(n_samples / 5 / (n_features + n_classes + 1))
    if h < 1:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "hidden bias forgotten", "note": "divides by d + c instead of d + c + 1", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes))
    if h < 1:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "only h returned", "note": "returns the width and not the list", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h < 1:
        raise ValueError("even one hidden unit does not fit")
    return h
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "first one that does not fit", "note": "the loop ends at the first width that is too large and returns it", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = 1
    if not fits_budget([n_features, h, n_classes], n_samples):
        raise ValueError("even one hidden unit does not fit")
    while fits_budget([n_features, h, n_classes], n_samples):
        h += 1
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "less than the budget", "note": "a network exactly on budget is not taken", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = 0
    while parameter_count([n_features, h + 1, n_classes]) < parameter_budget(n_samples):
        h += 1
    if h == 0:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "starts at 2d", "note": "shrinks the starting network and never gets wider than 2d", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = 2 * n_features
    while h > 0 and not fits_budget([n_features, h, n_classes], n_samples):
        h -= 1
    if h == 0:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "zero only", "note": "raises for h == 0 but not for a negative h", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = (n_samples // 5 - n_classes) // (n_features + n_classes + 1)
    if h == 0:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "error returned", "note": "returns the ValueError instead of raising it", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h < 1:
        return ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "one unit refused", "note": "raises for h <= 1, though one hidden unit is allowed", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h <= 1:
        raise ValueError("even one hidden unit does not fit")
    return [n_features, h, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "raises at the end of the search", "note": "raises at the first width that is too large instead of stopping", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    best = 0
    for h in range(1, n_samples):
        if fits_budget([n_features, h, n_classes], n_samples):
            best = h
        else:
            raise ValueError("does not fit the budget")
    return [n_features, best, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "nothing found", "note": "the best width has no value if nothing fits, so another error comes", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    for h in range(1, n_samples):
        if not fits_budget([n_features, h, n_classes], n_samples):
            break
        best = h
    return [n_features, best, n_classes]
'''},
    {"exercise": "shrink_to_budget", "right": False, "name": "text raised", "note": "raises a plain text, which Python refuses with a TypeError", "code": '''
def shrink_to_budget(n_features, n_classes, n_samples):
    h = int((n_samples / 5 - n_classes) // (n_features + n_classes + 1))
    if h < 1:
        raise "even one hidden unit does not fit"
    return [n_features, h, n_classes]
'''},
]
