"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- softmax
    {"exercise": "softmax", "right": True, "name": "keepdims", "note": "", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z - np.max(Z, axis=axis, keepdims=True))
    return E / np.sum(E, axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": True, "name": "apply_along_axis", "note": "", "code": '''
def softmax(Z, axis=0):
    def share(v):
        e = np.exp(v - max(v))
        return e / sum(e)
    return np.apply_along_axis(share, axis, Z)
'''},
    {"exercise": "softmax", "right": True, "name": "loop and recursion", "note": "", "code": '''
def softmax(Z, axis=0):
    Z = np.array(Z, dtype=float)
    if Z.ndim == 1:
        biggest = Z[0]
        for value in Z:
            if value > biggest:
                biggest = value
        powers = np.exp(Z - biggest)
        return powers / powers.sum()
    if axis == 1:
        return softmax(Z.T, axis=0).T
    result = np.zeros(Z.shape)
    for i in range(Z.shape[1]):
        result[:, i] = softmax(Z[:, i])
    return result
'''},
    {"exercise": "softmax", "right": True, "name": "logaddexp", "note": "", "code": '''
def softmax(Z, axis=0):
    Z = np.asarray(Z, dtype=float)
    log_total = np.logaddexp.reduce(Z, axis=axis, keepdims=True)
    return np.exp(Z - log_total)
'''},
    {"exercise": "softmax", "right": True, "name": "pairwise differences", "note": "", "code": '''
def softmax(Z, axis=0):
    # p_i = 1 / sum_k exp(z_k - z_i); an infinite sum gives probability 0
    A = np.moveaxis(np.asarray(Z, dtype=float), axis, 0)
    diff = A[np.newaxis] - A[:, np.newaxis]
    with np.errstate(over="ignore"):
        P = 1.0 / np.exp(diff).sum(axis=1)
    return np.moveaxis(P, 0, axis)
'''},
    {"exercise": "softmax", "right": True, "name": "swapaxes", "note": "", "code": '''
def softmax(Z, axis=0):
    scores = np.swapaxes(Z, 0, axis)
    shifted = scores - scores.max(axis=0)
    weights = np.exp(shifted)
    weights /= weights.sum(axis=0)
    return np.swapaxes(weights, 0, axis)
'''},
    {"exercise": "softmax", "right": False, "name": "no shift", "note": "the largest logit is not subtracted, so large logits overflow to nan", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z)
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "max of the batch", "note": "subtracts the largest logit of the whole batch instead of that of each example", "code": '''
def softmax(Z, axis=0):
    Zs = Z - np.max(Z)
    E = np.exp(Zs)
    return E / np.sum(E, axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "axis ignored", "note": "always works along axis 0, whatever axis says", "code": '''
def softmax(Z, axis=0):
    Z = Z - Z.max(axis=0)
    return np.exp(Z) / np.exp(Z).sum(axis=0)
'''},
    {"exercise": "softmax", "right": False, "name": "sum of everything", "note": "divides by the sum over the whole batch, so the whole table adds up to 1", "code": '''
def softmax(Z, axis=0):
    m = np.max(Z, axis=axis, keepdims=True)
    ex = np.exp(Z - m)
    return ex / np.sum(ex)
'''},
    {"exercise": "softmax", "right": False, "name": "keepdims forgotten", "note": "without keepdims the shapes do not fit for axis=1 (error, or wrong pairs if the table is square)", "code": '''
def softmax(Z, axis=0):
    e = np.exp(Z - Z.max(axis=axis))
    return e / e.sum(axis=axis)
'''},
    {"exercise": "softmax", "right": False, "name": "shift in place", "note": "subtracts the largest logit inside the array that was given", "code": '''
def softmax(Z, axis=0):
    Z -= np.max(Z, axis=axis, keepdims=True)
    P = np.exp(Z)
    P /= P.sum(axis=axis, keepdims=True)
    return P
'''},
    {"exercise": "softmax", "right": False, "name": "mean for max", "note": "subtracts the mean instead of the largest logit; widely spread logits still overflow", "code": '''
def softmax(Z, axis=0):
    centred = Z - np.mean(Z, axis=axis, keepdims=True)
    E = np.exp(centred)
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "shift above only", "note": "shifts the numerator but not the sum in the denominator", "code": '''
def softmax(Z, axis=0):
    largest = np.max(Z, axis=axis, keepdims=True)
    top = np.exp(Z - largest)
    bottom = np.sum(np.exp(Z), axis=axis, keepdims=True)
    return top / bottom
'''},
    {"exercise": "softmax", "right": False, "name": "clipped logits", "note": "clips the logits to plus or minus 500, so 1000 and 1001 become the same", "code": '''
def softmax(Z, axis=0):
    Z = np.clip(Z, -500, 500)
    E = np.exp(Z)
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "shift turned around", "note": "max minus z instead of z minus max: the smallest logit gets the largest probability", "code": '''
def softmax(Z, axis=0):
    S = np.max(Z, axis=axis, keepdims=True) - Z
    E = np.exp(S)
    return E / np.sum(E, axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "needs two axes", "note": "takes Z.shape[1], which a vector does not have", "code": '''
def softmax(Z, axis=0):
    if axis == 1:
        Z = Z.T
    P = np.zeros((Z.shape[0], Z.shape[1]))
    for i in range(Z.shape[1]):
        e = np.exp(Z[:, i] - Z[:, i].max())
        P[:, i] = e / e.sum()
    if axis == 1:
        P = P.T
    return P
'''},
    {"exercise": "softmax", "right": False, "name": "result of integer type", "note": "zeros_like of integer logits is an integer array, which cuts the probabilities to 0 or 1", "code": '''
def softmax(Z, axis=0):
    out = np.zeros_like(Z)
    shifted = Z - Z.max(axis=axis, keepdims=True)
    out[...] = np.exp(shifted) / np.exp(shifted).sum(axis=axis, keepdims=True)
    return out
'''},
    {"exercise": "softmax", "right": False, "name": "rounded as in the example", "note": "rounds to three decimals", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return (E / E.sum(axis=axis, keepdims=True)).round(3)
'''},
    {"exercise": "softmax", "right": False, "name": "e as 2.718", "note": "writes e with three decimals only", "code": '''
def softmax(Z, axis=0):
    e = 2.718
    Z = np.asarray(Z, dtype=float)
    powers = e ** (Z - Z.max(axis=axis, keepdims=True))
    return powers / powers.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "keepdims by position", "note": "the third argument of np.max is out, not keepdims, so NumPy stops", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z - np.max(Z, axis, True))
    return E / np.sum(E, axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "Python's max", "note": "the built-in max compares whole rows and stops for a batch; axis is not used either", "code": '''
def softmax(Z, axis=0):
    biggest = max(Z)
    E = np.exp(Z - biggest)
    return E / sum(E)
'''},
    {"exercise": "softmax", "right": False, "name": "not transposed back", "note": "transposes for axis=1 and forgets to transpose the answer back", "code": '''
def softmax(Z, axis=0):
    if axis == 1:
        Z = Z.T
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)
'''},
    {"exercise": "softmax", "right": False, "name": "guards only large positive", "note": "shifts only when a logit is above 700; a column of very negative logits gives 0/0", "code": '''
def softmax(Z, axis=0):
    if np.max(Z) > 700:
        Z = Z - np.max(Z, axis=axis, keepdims=True)
    E = np.exp(Z)
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "log probabilities", "note": "stops at the logarithm of the probabilities", "code": '''
def softmax(Z, axis=0):
    S = Z - np.max(Z, axis=axis, keepdims=True)
    return S - np.log(np.sum(np.exp(S), axis=axis, keepdims=True))
'''},
    {"exercise": "softmax", "right": False, "name": "other axis", "note": "normalises along the examples instead of the classes; a vector stops with an axis error", "code": '''
def softmax(Z, axis=0):
    other = 1 - axis
    E = np.exp(Z - np.max(Z, axis=other, keepdims=True))
    return E / np.sum(E, axis=other, keepdims=True)
'''},
    # ---------------------------------------------------------------- one_hot
    {"exercise": "one_hot", "right": True, "name": "columns of the identity", "note": "", "code": '''
def one_hot(labels, n_classes):
    return np.eye(n_classes)[:, labels]
'''},
    {"exercise": "one_hot", "right": True, "name": "index pairs", "note": "", "code": '''
def one_hot(labels, n_classes):
    m = labels.shape[0]
    Y = np.zeros((n_classes, m))
    Y[labels, np.arange(m)] = 1
    return Y
'''},
    {"exercise": "one_hot", "right": True, "name": "double loop", "note": "", "code": '''
def one_hot(labels, n_classes):
    table = []
    for c in range(n_classes):
        row = []
        for lab in labels:
            if lab == c:
                row.append(1.0)
            else:
                row.append(0.0)
        table.append(row)
    return np.array(table)
'''},
    {"exercise": "one_hot", "right": True, "name": "equal.outer", "note": "", "code": '''
def one_hot(labels, n_classes):
    return np.equal.outer(np.arange(n_classes), labels).astype(float)
'''},
    {"exercise": "one_hot", "right": True, "name": "column_stack of a helper", "note": "", "code": '''
def unit_vector(k, n):
    e = np.zeros(n)
    e[k] = 1.0
    return e

def one_hot(labels, n_classes):
    return np.column_stack([unit_vector(k, n_classes) for k in labels])
'''},
    {"exercise": "one_hot", "right": True, "name": "put_along_axis", "note": "", "code": '''
def one_hot(labels, n_classes):
    out = np.zeros((n_classes, labels.size), dtype=float)
    np.put_along_axis(out, labels[np.newaxis, :], 1.0, axis=0)
    return out
'''},
    {"exercise": "one_hot", "right": False, "name": "one row per example", "note": "examples are rows, the table is transposed", "code": '''
def one_hot(labels, n_classes):
    return np.eye(n_classes)[labels]
'''},
    {"exercise": "one_hot", "right": False, "name": "classes from the largest label", "note": "counts the classes by the largest label and ignores n_classes", "code": '''
def one_hot(labels, n_classes):
    C = np.max(labels) + 1
    Y = np.zeros((C, len(labels)))
    for i, c in enumerate(labels):
        Y[c, i] = 1.0
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "only classes that occur", "note": "makes a row for each class found among the labels, so absent classes have none", "code": '''
def one_hot(labels, n_classes):
    classes = np.unique(labels)
    return (classes[:, None] == labels[None, :]).astype(float)
'''},
    {"exercise": "one_hot", "right": False, "name": "classes from 1", "note": "treats the classes as numbered from 1; label 0 lands in the last row", "code": '''
def one_hot(labels, n_classes):
    m = len(labels)
    Y = np.zeros((n_classes, m))
    for i in range(m):
        Y[labels[i] - 1, i] = 1
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "one row too low", "note": "adds 1 to the label; the last class is out of bounds and stops", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    Y[labels + 1, range(len(labels))] = 1.0
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "shape without brackets", "note": "np.zeros gets the number of examples as its dtype and stops", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros(n_classes, len(labels))
    for i in range(len(labels)):
        Y[labels[i], i] = 1
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "whole rows filled", "note": "sets the whole row of every label that occurs", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, labels.shape[0]))
    Y[labels, :] = 1
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "indices swapped", "note": "example number as row and label as column: wrong places or an index error", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    Y[np.arange(len(labels)), labels] = 1.0
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "reshape for transpose", "note": "uses reshape to get the right shape, which scrambles the entries", "code": '''
def one_hot(labels, n_classes):
    rows = np.eye(n_classes)[labels]
    return rows.reshape(n_classes, -1)
'''},
    {"exercise": "one_hot", "right": False, "name": "label in place of 1", "note": "writes the label itself where a 1 belongs", "code": '''
def one_hot(labels, n_classes):
    result = np.zeros((n_classes, len(labels)))
    for col, lab in enumerate(labels):
        result[lab, col] = lab
    return result
'''},
    {"exercise": "one_hot", "right": False, "name": "condition turned around", "note": "0 for the class of the label and 1 for all others", "code": '''
def one_hot(labels, n_classes):
    k = np.arange(n_classes).reshape(-1, 1)
    return np.where(k != labels, 1.0, 0.0)
'''},
    {"exercise": "one_hot", "right": False, "name": "label 0 taken for nothing", "note": "an if on the label skips class 0, so those columns stay empty", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    for i, label in enumerate(labels):
        if label:
            Y[label, i] = 1.0
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "return inside the loop", "note": "returns after the first example", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    for i in range(len(labels)):
        Y[labels[i]][i] = 1.0
        return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "last example left out", "note": "the loop ends one example too early", "code": '''
def one_hot(labels, n_classes):
    m = labels.shape[0]
    Y = np.zeros((n_classes, m))
    i = 0
    while i < m - 1:
        Y[labels[i], i] = 1.0
        i += 1
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "squeezed", "note": "squeeze turns the column of a single example into a vector", "code": '''
def one_hot(labels, n_classes):
    Y = (np.arange(n_classes)[:, np.newaxis] == labels).astype(float)
    return np.squeeze(Y)
'''},
    {"exercise": "one_hot", "right": False, "name": "sorted first", "note": "sorts the labels in place: changes the argument and the order of the columns", "code": '''
def one_hot(labels, n_classes):
    labels.sort()
    return np.array([[1.0 if lab == c else 0.0 for lab in labels] for c in range(n_classes)])
'''},
    {"exercise": "one_hot", "right": False, "name": "table kept between calls", "note": "keeps one table for each shape and never clears the old ones in it", "code": '''
_tables = {}

def one_hot(labels, n_classes):
    key = (n_classes, len(labels))
    if key not in _tables:
        _tables[key] = np.zeros(key)
    Y = _tables[key]
    Y[labels, np.arange(len(labels))] = 1.0
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "ones up to the label", "note": "sets all rows up to the label, not only the row of the label", "code": '''
def one_hot(labels, n_classes):
    classes = np.arange(n_classes)[:, None]
    return (classes <= labels[None, :]) * 1.0
'''},
    {"exercise": "one_hot", "right": False, "name": "sizes of the example", "note": "the shape of the worked example is fixed in the code; other sizes stop or have a wrong shape", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((3, 2))
    for i in range(len(labels)):
        Y[labels[i], i] = 1.0
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "comparison without a new axis", "note": "compares a vector of m labels with a vector of C classes: error, or a vector as the answer", "code": '''
def one_hot(labels, n_classes):
    hits = labels == np.arange(n_classes)
    return hits.astype(float)
'''},
    {"exercise": "one_hot", "right": False, "name": "append to an array", "note": "NumPy arrays have no append method, so it stops", "code": '''
def one_hot(labels, n_classes):
    Y = np.array([])
    for lab in labels:
        col = np.zeros(n_classes)
        col[lab] = 1.0
        Y.append(col)
    return Y.T
'''},
    # ---------------------------------------------------------------- cross_entropy
    {"exercise": "cross_entropy", "right": True, "name": "sum over classes", "note": "", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.log(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": True, "name": "pick by argmax", "note": "", "code": '''
def cross_entropy(Y, P):
    true_class = np.argmax(Y, axis=0)
    columns = np.arange(Y.shape[1])
    return -np.log(P[true_class, columns])
'''},
    {"exercise": "cross_entropy", "right": True, "name": "double loop", "note": "", "code": '''
def cross_entropy(Y, P):
    C, m = Y.shape
    losses = np.zeros(m)
    for i in range(m):
        for c in range(C):
            if Y[c, i] == 1:
                losses[i] = -np.log(P[c, i])
    return losses
'''},
    {"exercise": "cross_entropy", "right": True, "name": "einsum", "note": "", "code": '''
def cross_entropy(Y, P):
    return np.einsum("ci,ci->i", Y, -np.log(P))
'''},
    {"exercise": "cross_entropy", "right": True, "name": "log of the reciprocal", "note": "", "code": '''
def cross_entropy(Y, P):
    p_true = (Y * P).sum(axis=0)
    return np.log(1 / p_true)
'''},
    {"exercise": "cross_entropy", "right": True, "name": "mask, transposed", "note": "", "code": '''
def cross_entropy(Y, P):
    # row by row through the transposed table: the order of the examples stays
    chosen = P.T[Y.T == 1]
    return -np.log(chosen)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "minus forgotten", "note": "the sign is missing, losses are negative", "code": '''
def cross_entropy(Y, P):
    return np.sum(Y * np.log(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "sum over examples", "note": "sums along the examples: one number for each class", "code": '''
def cross_entropy(Y, P):
    return -(Y * np.log(P)).sum(axis=1)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "cost for loss", "note": "returns the mean over the batch, one number", "code": '''
def cross_entropy(Y, P):
    m = Y.shape[1]
    return -np.sum(Y * np.log(P)) / m
'''},
    {"exercise": "cross_entropy", "right": False, "name": "divided by m", "note": "one loss for each example, but each is divided by the number of examples", "code": '''
def cross_entropy(Y, P):
    m = P.shape[1]
    return -1 / m * np.sum(Y * np.log(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "epsilon", "note": "adds 1e-8 inside the logarithm, which changes small probabilities", "code": '''
def cross_entropy(Y, P):
    eps = 1e-8
    return -np.sum(Y * np.log(P + eps), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "bits", "note": "logarithm to base 2 instead of the natural one", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.log2(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "Y and P swapped", "note": "logarithm of the labels, which is minus infinity for the zeros", "code": '''
def cross_entropy(Y, P):
    return -np.sum(P * np.log(Y), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "binary formula", "note": "the two-term binary cross-entropy, summed over the classes", "code": '''
def cross_entropy(Y, P):
    L = -(Y * np.log(P) + (1 - Y) * np.log(1 - P))
    return L.sum(axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "keepdims kept", "note": "the shape is (1, m) instead of (m,)", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.log(P), axis=0, keepdims=True)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "mean over classes", "note": "divides by the number of classes", "code": '''
def cross_entropy(Y, P):
    return np.mean(-Y * np.log(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "matrix product", "note": "matrix product of two (C, m) tables: shapes do not fit (or wrong numbers if square)", "code": '''
def cross_entropy(Y, P):
    return -(Y @ np.log(P))
'''},
    {"exercise": "cross_entropy", "right": False, "name": "math not imported", "note": "uses math.log without an import, so it stops", "code": '''
def cross_entropy(Y, P):
    losses = []
    for i in range(Y.shape[1]):
        k = int(Y[:, i].argmax())
        losses.append(-math.log(P[k, i]))
    return np.array(losses)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "mask in row order", "note": "the mask runs class by class, so the losses come in the wrong order", "code": '''
def cross_entropy(Y, P):
    p = P[Y == 1]
    return -np.log(p)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "column index forgotten", "note": "picks whole rows: shape (m, m)", "code": '''
def cross_entropy(Y, P):
    labels = Y.argmax(axis=0)
    return -np.log(P[labels])
'''},
    {"exercise": "cross_entropy", "right": False, "name": "one place for each class", "note": "makes room for C losses and fills m of them: index error or wrong length", "code": '''
def cross_entropy(Y, P):
    n = len(Y)
    loss = np.zeros(n)
    for j in range(Y.shape[1]):
        loss[j] = -np.sum(Y[:, j] * np.log(P[:, j]))
    return loss
'''},
    {"exercise": "cross_entropy", "right": False, "name": "labels as an index", "note": "indexes with the float table Y; NumPy wants integers and stops", "code": '''
def cross_entropy(Y, P):
    right_ones = P[Y]
    return -np.log(right_ones)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "log over P", "note": "writes the logarithms into the array P that was given", "code": '''
def cross_entropy(Y, P):
    np.log(P, out=P)
    return -(Y * P).sum(axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "most probable class", "note": "takes the predicted class, not the true one", "code": '''
def cross_entropy(Y, P):
    return -np.log(np.max(P, axis=0))
'''},
    {"exercise": "cross_entropy", "right": False, "name": "softmax once more", "note": "takes P for logits and applies the softmax to it", "code": '''
def cross_entropy(Y, P):
    Q = softmax(P, axis=0)
    return -np.sum(Y * np.log(Q), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "clipped at 1e-7", "note": "raises small probabilities to 1e-7 before the logarithm", "code": '''
def cross_entropy(Y, P):
    P = np.clip(P, 1e-7, 1 - 1e-7)
    return -np.sum(Y * np.log(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "log of every product", "note": "logarithm of Y*P entry by entry, before the sum: log of 0", "code": '''
def cross_entropy(Y, P):
    return -np.sum(np.log(Y * P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "unpacks three sizes", "note": "unpacks a shape of two numbers into three names and stops", "code": '''
def cross_entropy(Y, P):
    C, m, _ = Y.shape
    return np.array([-np.log(P[:, i] @ Y[:, i]) for i in range(m)])
'''},
    # ---------------------------------------------------------------- softmax_jacobian
    {"exercise": "softmax_jacobian", "right": True, "name": "diag minus outer", "note": "", "code": '''
def softmax_jacobian(p):
    return np.diag(p) - np.outer(p, p)
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "double loop", "note": "", "code": '''
def softmax_jacobian(p):
    n = len(p)
    J = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            if i == j:
                J[i, j] = p[i] * (1 - p[i])
            else:
                J[i, j] = -p[i] * p[j]
    return J
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "broadcast with eye", "note": "", "code": '''
def softmax_jacobian(p):
    delta = np.eye(p.size)
    return p[:, np.newaxis] * (delta - p)
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "fill_diagonal", "note": "", "code": '''
def softmax_jacobian(p):
    out = -np.multiply.outer(p, p)
    np.fill_diagonal(out, p * (1 - p))
    return out
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "column times row", "note": "", "code": '''
def softmax_jacobian(p):
    col = p.reshape(-1, 1)
    return np.diagflat(col) - col @ col.T
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "np.where and einsum", "note": "", "code": '''
def softmax_jacobian(p):
    same = np.eye(p.shape[0], dtype=bool)
    products = np.einsum("i,j->ij", p, p)
    return np.where(same, p - products, -products)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "diagonal only", "note": "leaves out the entries off the diagonal", "code": '''
def softmax_jacobian(p):
    return np.diag(p * (1 - p))
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "plus the products", "note": "adds the products instead of subtracting them", "code": '''
def softmax_jacobian(p):
    return np.diag(p) + np.outer(p, p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "p @ p.T of a vector", "note": "for a vector this is one number, which is subtracted everywhere", "code": '''
def softmax_jacobian(p):
    return np.diag(p) - p @ p.T
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "vector as for the sigmoid", "note": "returns the vector p(1-p)", "code": '''
def softmax_jacobian(p):
    return p * (1 - p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "delta always 1", "note": "p_i (1 - p_j) everywhere, also off the diagonal", "code": '''
def softmax_jacobian(p):
    return np.outer(p, 1 - p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "sign turned around", "note": "products minus diagonal, every entry has the wrong sign", "code": '''
def softmax_jacobian(p):
    pp = np.outer(p, p)
    return pp - np.diag(p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "identity for diag(p)", "note": "the diagonal holds 1 - p_i^2 instead of p_i - p_i^2", "code": '''
def softmax_jacobian(p):
    return np.identity(len(p)) - np.outer(p, p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "delta swapped", "note": "delta is 0 on the diagonal and 1 elsewhere", "code": '''
def softmax_jacobian(p):
    C = p.shape[0]
    J = np.empty((C, C))
    for i in range(C):
        for j in range(C):
            d = 0 if i == j else 1
            J[i][j] = p[i] * (d - p[j])
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "p_i twice", "note": "p_i (delta - p_i): the same probability in both places", "code": '''
def softmax_jacobian(p):
    pi = p[:, None]
    return pi * (np.eye(len(p)) - pi)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "eye of p", "note": "np.eye wants a number, not the vector, and stops", "code": '''
def softmax_jacobian(p):
    return np.eye(p) * p - np.outer(p, p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "expects a column", "note": "takes p.shape[1], which a vector does not have", "code": '''
def softmax_jacobian(p):
    C, m = p.shape[0], p.shape[1]
    J = np.zeros((C, C))
    for i in range(C):
        for j in range(C):
            J[i, j] = p[i, 0] * ((i == j) - p[j, 0])
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "column dot vector", "note": "(C, 1) times (C,) does not fit and stops", "code": '''
def softmax_jacobian(p):
    col = p.reshape(-1, 1)
    return np.diag(p) - np.dot(col, p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "softmax once more", "note": "takes p for logits and applies the softmax first", "code": '''
def softmax_jacobian(p):
    s = softmax(p)
    return np.diag(s) - np.outer(s, s)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "upper triangle only", "note": "fills the entries with j >= i and leaves 0 below the diagonal", "code": '''
def softmax_jacobian(p):
    n = len(p)
    J = np.diag(p * (1 - p))
    for i in range(n):
        for j in range(i + 1, n):
            J[i, j] = -p[i] * p[j]
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "None from fill_diagonal", "note": "fill_diagonal works in place and returns None, which is handed back", "code": '''
def softmax_jacobian(p):
    J = -np.outer(p, p)
    J = np.fill_diagonal(J, p * (1 - p))
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "three classes fixed", "note": "works for three classes only: index error for two, too small for more", "code": '''
def softmax_jacobian(p):
    J = np.zeros((3, 3))
    for i in range(3):
        for j in range(3):
            J[i, j] = p[i] * ((1 if i == j else 0) - p[j])
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "p changed", "note": "computes p(1-p) inside the vector that was given", "code": '''
def softmax_jacobian(p):
    J = -np.outer(p, p)
    p *= 1 - p
    np.fill_diagonal(J, p)
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "last row left out", "note": "both loops end one class too early", "code": '''
def softmax_jacobian(p):
    C = len(p)
    J = np.zeros((C, C))
    for i in range(0, C - 1):
        for j in range(0, C - 1):
            J[i, j] = p[i] * (float(i == j) - p[j])
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "derivative of log p", "note": "delta - p_j without the factor p_i", "code": '''
def softmax_jacobian(p):
    return np.eye(len(p)) - p
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "integer table", "note": "the table is of integer type and cuts all entries to 0", "code": '''
def softmax_jacobian(p):
    n = p.size
    J = np.zeros((n, n), dtype=int)
    for i in range(n):
        for j in range(n):
            J[i, j] = p[i] * (int(i == j) - p[j])
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "one list for all rows", "note": "[[0]*n]*n repeats the same list, so every row shows the last one", "code": '''
def softmax_jacobian(p):
    n = len(p)
    J = [[0.0] * n] * n
    for i in range(n):
        for j in range(n):
            if i == j:
                J[i][j] = p[i] - p[i] ** 2
            else:
                J[i][j] = -p[i] * p[j]
    return np.array(J)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "four decimals", "note": "rounds to four decimals as in the example; small entries vanish", "code": '''
def softmax_jacobian(p):
    return np.round(np.diag(p) - np.outer(p, p), 4)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "outer with one argument", "note": "np.outer needs two vectors and stops", "code": '''
def softmax_jacobian(p):
    return np.diag(p) - np.outer(p)
'''},
    # ---------------------------------------------------------------- softmax_cross_entropy_grad
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "the formula", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape[1]
    return (softmax(Z) - Y) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "own stable softmax", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    shifted = Z - Z.max(axis=0)
    expo = np.exp(shifted)
    prob = expo / expo.sum(axis=0)
    return np.subtract(prob, Y) * (1.0 / Z.shape[1])
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "column by column", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    C, m = Z.shape
    G = np.zeros((C, m))
    for i in range(m):
        p = softmax(Z[:, i])
        for c in range(C):
            G[c, i] = (p[c] - Y[c, i]) / m
    return G
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "minus 1 at the label", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    grad = np.array(softmax(Z), dtype=float)
    n = grad.shape[1]
    grad[np.argmax(Y, axis=0), np.arange(n)] -= 1.0
    grad /= n
    return grad
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "rows and np.where", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    rows = softmax(Z.T, axis=1)
    d = np.where(Y.T == 1, rows - 1, rows)
    return d.T / len(rows)
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "chain rule through log p", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    # d log p_i / d z_j = delta_ij - p_j, and the loss is -sum y_i log p_i
    columns = []
    for y, z in zip(Y.T, Z.T):
        log_jacobian = np.eye(len(z)) - softmax(z)
        columns.append(-(y @ log_jacobian))
    return np.stack(columns, axis=1) / len(columns)
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "1/m forgotten", "note": "the gradient of the sum, not of the mean", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    return softmax(Z) - Y
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "len(Y) for m", "note": "divides by the number of classes", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    return (softmax(Z) - Y) / len(Y)
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "divided by the size", "note": "divides by C times m", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z)
    return (P - Y) / Y.size
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "label minus probability", "note": "wrong sign", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Z.shape[1]
    return 1 / m * (Y - softmax(Z))
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "own softmax without shift", "note": "exponentials of large logits overflow to nan", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    E = np.exp(Z)
    P = E / np.sum(E, axis=0)
    return (P - Y) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "softmax along the examples", "note": "calls softmax with axis=1", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    return (softmax(Z, axis=1) - Y) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "1/m twice", "note": "divides by m in the loop and once more at the end", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape[1]
    G = np.zeros(Y.shape)
    for i in range(m):
        G[:, i] = (softmax(Z[:, i]) - Y[:, i]) / m
    return G / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "logits minus labels", "note": "forgets the softmax", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    return (Z - Y) / Z.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "mean over the examples", "note": "takes the mean along the examples: one number for each class", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    return np.mean(softmax(Z) - Y, axis=1)
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "true class only", "note": "multiplies by Y, so the other classes get 0", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z)
    m = Y.shape[1]
    return Y * (P - 1) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "brackets forgotten", "note": "only Y is divided by m", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape[1]
    return softmax(Z) - Y / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "1 // m", "note": "integer division makes the factor 0 for more than one example", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    factor = 1 // Y.shape[1]
    return factor * (softmax(Z) - Y)
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "slope at the output", "note": "stops at -y/p, the slope with respect to the probabilities", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z)
    return -(Y / P) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "sigmoid", "note": "a sigmoid for each class in place of the softmax", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    A = 1 / (1 + np.exp(-Z))
    return (A - Y) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "capital S", "note": "misspells softmax and stops", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape[1]
    P = Softmax(Z)
    return (P - Y) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "arguments swapped", "note": "writes the function with Z first, so labels and logits are exchanged", "code": '''
def softmax_cross_entropy_grad(Z, Y):
    return (softmax(Z) - Y) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "chain rule with -y/p", "note": "divides by probabilities that are stored as 0 for large logits: nan", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape[1]
    dZ = np.zeros(Z.shape)
    for i in range(m):
        p = softmax(Z[:, i])
        dZ[:, i] = (-Y[:, i] / p) @ softmax_jacobian(p) / m
    return dZ
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "Y changed", "note": "subtracts inside the labels that were given (integer labels stop with an error)", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    Y -= softmax(Z)
    return -Y / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "shape as a number", "note": "divides by the tuple Y.shape and stops", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape
    return (softmax(Z) - Y) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "column into one place", "note": "tries to put a column of C numbers into one entry of a vector and stops", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape[1]
    grad = np.zeros(m)
    for i in range(m):
        grad[i] = (softmax(Z[:, i]) - Y[:, i]) / m
    return grad
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "hard decision", "note": "uses 1 for the predicted class in place of the probabilities", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    predicted = one_hot(np.argmax(Z, axis=0), Z.shape[0])
    return (predicted - Y) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "rows of labels", "note": "subtracts 1 from whole rows, since the column index is missing", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z).copy()
    labels = np.argmax(Y, axis=0)
    P[labels] -= 1
    return P / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "cost and gradient", "note": "returns a pair of the cost and the gradient", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z)
    cost = np.mean(cross_entropy(Y, P))
    grad = (P - Y) / Y.shape[1]
    return cost, grad
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "transposed product", "note": "softmax of the transposed logits against Y that is not transposed: shapes do not fit unless square", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z.T, axis=1)
    return (P - Y) / Y.shape[1]
'''},
    # ---------------------------------------------------------------- cross_entropy_from_logits
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "the shifted formula", "note": "", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - np.max(Z, axis=0, keepdims=True)
    return np.log(np.sum(np.exp(S), axis=0)) - np.sum(Y * S, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "loop over the examples", "note": "", "code": '''
def cross_entropy_from_logits(Y, Z):
    C, m = Z.shape
    out = np.zeros(m)
    for i in range(m):
        M = max(Z[:, i])
        total = 0.0
        true_part = 0.0
        for c in range(C):
            d = Z[c, i] - M
            total += np.exp(d)
            true_part += Y[c, i] * d
        out[i] = np.log(total) - true_part
    return out
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "logaddexp", "note": "", "code": '''
def cross_entropy_from_logits(Y, Z):
    Z = np.asarray(Z, dtype=float)
    return np.logaddexp.reduce(Z, axis=0) - (Y * Z).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "pick the true logit", "note": "", "code": '''
def cross_entropy_from_logits(Y, Z):
    labels = Y.argmax(axis=0)
    shifted = Z - Z.max(axis=0)
    z_true = shifted[labels, np.arange(Z.shape[1])]
    return np.log(np.exp(shifted).sum(axis=0)) - z_true
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "distance to the true logit", "note": "", "code": '''
def log_sum_exp(A):
    top = A.max(axis=0)
    return top + np.log(np.exp(A - top).sum(axis=0))

def cross_entropy_from_logits(Y, Z):
    return log_sum_exp(Z - np.einsum("ci,ci->i", Y, Z))
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "log probabilities", "note": "", "code": '''
def cross_entropy_from_logits(Y, Z):
    rows = Z.T
    rows = rows - np.amax(rows, axis=1, keepdims=True)
    log_p = rows - np.log(np.exp(rows).sum(axis=1, keepdims=True))
    return -log_p[Y.T == 1]
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "two steps", "note": "softmax first and the logarithm after: log of 0 for large logits", "code": '''
def cross_entropy_from_logits(Y, Z):
    return cross_entropy(Y, softmax(Z))
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "first formula, no shift", "note": "the exponentials overflow for large logits", "code": '''
def cross_entropy_from_logits(Y, Z):
    return np.log(np.sum(np.exp(Z), axis=0)) - np.sum(Y * Z, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "max of the batch", "note": "one largest logit for the whole batch: the sum of another example may become 0", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = Z.max()
    S = Z - M
    return np.log(np.exp(S).sum(axis=0)) - (Y * S).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "shift in the first term only", "note": "subtracts M inside the exponentials but not from the true logit", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = np.max(Z, axis=0)
    return np.log(np.sum(np.exp(Z - M), axis=0)) - np.sum(Y * Z, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "M subtracted at the end", "note": "adds the shift back with the wrong sign", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = np.max(Z, axis=0)
    lse = np.log(np.sum(np.exp(Z - M), axis=0)) - M
    return lse - np.sum(Y * Z, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "plus for minus", "note": "adds the logit of the true class", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0)
    return np.log(np.exp(S).sum(axis=0)) + (Y * S).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "log likelihood", "note": "the sign is turned around: the logarithm of the probability", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0)
    logp = S - np.log(np.exp(S).sum(axis=0))
    return np.sum(Y * logp, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "mean", "note": "returns the cost, one number", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - np.max(Z, axis=0)
    losses = np.log(np.sum(np.exp(S), axis=0)) - np.sum(Y * S, axis=0)
    return np.mean(losses)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "rows are examples", "note": "all sums and maxima run along the examples", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=1, keepdims=True)
    return np.log(np.exp(S).sum(axis=1)) - (Y * S).sum(axis=1)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "epsilon in the logarithm", "note": "adds 1e-12 to the probability, so a loss of 2000 becomes 27.6", "code": '''
def cross_entropy_from_logits(Y, Z):
    P = softmax(Z)
    return -np.sum(Y * np.log(P + 1e-12), axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "logits clipped", "note": "clips the logits to plus or minus 700, so large losses are too small", "code": '''
def cross_entropy_from_logits(Y, Z):
    Zc = np.clip(Z, -700, 700)
    return np.log(np.exp(Zc).sum(axis=0)) - (Y * Zc).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "logarithm forgotten", "note": "the sum of the exponentials without its logarithm", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - np.max(Z, axis=0, keepdims=True)
    return np.sum(np.exp(S), axis=0) - np.sum(Y * S, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "axis without keepdims", "note": "largest logit of each class instead of each example: shapes do not fit unless the table is square or holds one example", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = Z.max(axis=1)
    S = Z - M
    return np.log(np.exp(S).sum(axis=0)) - (Y * S).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "np.logsumexp", "note": "NumPy has no such function, so it stops", "code": '''
def cross_entropy_from_logits(Y, Z):
    return np.logsumexp(Z, axis=0) - np.sum(Y * Z, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "np.dot for the true logit", "note": "matrix product of two (C, m) tables: shapes do not fit unless square or a single class", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0)
    return np.log(np.exp(S).sum(axis=0)) - np.dot(Y, S)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "Python's max", "note": "the built-in max compares whole rows and stops for more than one example", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = max(Z)
    S = Z - M
    return np.log(sum(np.exp(S))) - sum(Y * S)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "Z shifted in place", "note": "changes the logits that were given", "code": '''
def cross_entropy_from_logits(Y, Z):
    Z -= Z.max(axis=0)
    return np.log(np.exp(Z).sum(axis=0)) - (Y * Z).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "largest minus true", "note": "replaces the logarithm of the sum by the largest logit", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = np.max(Z, axis=0)
    return M - np.sum(Y * Z, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "shortcut for large logits", "note": "drops the logarithm when logits are above 500, wrong when two large ones are close", "code": '''
def cross_entropy_from_logits(Y, Z):
    z_true = np.sum(Y * Z, axis=0)
    if np.max(np.abs(Z)) > 500:
        return np.max(Z, axis=0) - z_true
    return np.log(np.sum(np.exp(Z), axis=0)) - z_true
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "log1p", "note": "log1p counts an extra 1 in the sum", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0, keepdims=True)
    return np.log1p(np.exp(S).sum(axis=0)) - np.sum(Y * S, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "nan_to_num", "note": "replaces infinity by the largest float instead of the true loss", "code": '''
def cross_entropy_from_logits(Y, Z):
    labels = np.argmax(Y, axis=0)
    p = softmax(Z)[labels, np.arange(Y.shape[1])]
    return np.nan_to_num(-np.log(p))
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "losses of integer type", "note": "empty_like of integer logits cuts the losses to whole numbers", "code": '''
def cross_entropy_from_logits(Y, Z):
    losses = np.empty_like(Z[0])
    for i in range(Z.shape[1]):
        s = Z[:, i] - Z[:, i].max()
        losses[i] = np.log(np.exp(s).sum()) - Y[:, i] @ s
    return losses
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "squeezed", "note": "squeeze makes the single loss of a batch of one a number without an axis", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0, keepdims=True)
    loss = np.log(np.exp(S).sum(axis=0, keepdims=True)) - (Y * S).sum(axis=0, keepdims=True)
    return loss.squeeze()
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "all logits subtracted", "note": "Y is left out of the second sum", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0)
    return np.log(np.exp(S).sum(axis=0)) - S.sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "M misspelled", "note": "defines m and uses M, so it stops with a name error", "code": '''
def cross_entropy_from_logits(Y, Z):
    m = np.max(Z, axis=0)
    first = np.log(np.sum(np.exp(Z - M), axis=0))
    second = np.sum(Y * (Z - M), axis=0)
    return first - second
'''},
]
