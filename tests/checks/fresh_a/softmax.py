"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ------------------------------------------------------------------ softmax
    {"exercise": "softmax", "right": True, "name": "shift and keepdims", "note": "", "code": '''
def softmax(Z, axis=0):
    S = Z - np.max(Z, axis=axis, keepdims=True)
    E = np.exp(S)
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": True, "name": "transposes for rows", "note": "", "code": '''
def softmax(Z, axis=0):
    if axis == 1:
        return softmax(Z.T, axis=0).T
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)
'''},
    {"exercise": "softmax", "right": True, "name": "one example at a time", "note": "A vector is one example whatever the axis, so (C,) with axis=1 works here too; the statement leaves that case open.", "code": '''
import math

def softmax_vector(z):
    top = max(z)
    e = [math.exp(v - top) for v in z]
    total = sum(e)
    return [v / total for v in e]

def softmax(Z, axis=0):
    Z = np.asarray(Z)
    if Z.ndim == 1:
        return np.array(softmax_vector(Z))
    P = np.zeros(Z.shape)
    if axis == 0:
        for i in range(Z.shape[1]):
            P[:, i] = softmax_vector(Z[:, i])
    else:
        for i in range(Z.shape[0]):
            P[i, :] = softmax_vector(Z[i, :])
    return P
'''},
    {"exercise": "softmax", "right": True, "name": "apply_along_axis", "note": "", "code": '''
def softmax(Z, axis=0):
    def one(z):
        e = np.exp(z - z.max())
        return e / e.sum()
    return np.apply_along_axis(one, axis, Z)
'''},
    {"exercise": "softmax", "right": True, "name": "log-sum-exp", "note": "", "code": '''
def softmax(Z, axis=0):
    Z = np.array(Z, dtype=float)
    log_total = np.logaddexp.reduce(Z, axis=axis, keepdims=True)
    return np.exp(Z - log_total)
'''},
    {"exercise": "softmax", "right": True, "name": "in place on a copy", "note": "", "code": '''
def softmax(Z, axis=0):
    P = Z.astype(np.float64).copy()
    P -= P.max(axis=axis, keepdims=True)
    np.exp(P, out=P)
    P /= np.sum(P, axis=axis, keepdims=True)
    return P
'''},
    {"exercise": "softmax", "right": True, "name": "expand_dims", "note": "", "code": '''
def softmax(Z, axis=0):
    biggest = np.expand_dims(np.amax(Z, axis), axis)
    powers = np.e ** (Z - biggest)
    totals = np.expand_dims(np.add.reduce(powers, axis), axis)
    return np.divide(powers, totals)
'''},
    {"exercise": "softmax", "right": True, "name": "all differences", "note": "Each probability as 1 / sum exp(z_k - z_c); an overflow to inf gives the right 0, with a warning.", "code": '''
def softmax(Z, axis=0):
    Z = np.moveaxis(np.asarray(Z, dtype=float), axis, 0)
    D = Z[np.newaxis] - Z[:, np.newaxis]
    P = 1.0 / np.exp(D).sum(axis=1)
    return np.moveaxis(P, 0, axis)
'''},
    {"exercise": "softmax", "right": False, "name": "no shift", "note": "Does not subtract the largest logit: large logits overflow to inf/inf = nan and very negative ones to 0/0.", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z)
    return E / np.sum(E, axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "axis ignored", "note": "Always works along axis 0 and ignores the argument axis.", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return E / np.sum(E, axis=0, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "one maximum for the batch", "note": "Subtracts the largest logit of the whole array, so an example far below it becomes 0/0 = nan.", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z - np.max(Z))
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "one sum for the batch", "note": "Divides by the sum over the whole array, so all examples together sum to 1; right for a single example.", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum()
'''},
    {"exercise": "softmax", "right": False, "name": "keepdims lost", "note": "No keepdims: right for axis=0, but for axis=1 the maxima and sums are broadcast along the wrong axis (ValueError, or wrong values for square arrays).", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z - Z.max(axis=axis))
    return E / E.sum(axis=axis)
'''},
    {"exercise": "softmax", "right": False, "name": "axis the wrong way round", "note": "Sums along 1 - axis, i.e. over the examples instead of the classes; a vector raises AxisError.", "code": '''
def softmax(Z, axis=0):
    other = 1 - axis
    E = np.exp(Z - Z.max(axis=other, keepdims=True))
    return E / E.sum(axis=other, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "default axis one", "note": "Wrong default: axis=1, so a call without axis normalises the rows, and a vector raises AxisError; right if the axis is given.", "code": '''
def softmax(Z, axis=1):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "shifts by the mean", "note": "Subtracts the mean logit instead of the largest, so large spreads still overflow to nan.", "code": '''
def softmax(Z, axis=0):
    S = Z - np.mean(Z, axis=axis, keepdims=True)
    return np.exp(S) / np.exp(S).sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "clipped logits", "note": "Clips the logits to [-500, 500] instead of shifting: no overflow, but different logits beyond 500 become equal.", "code": '''
def softmax(Z, axis=0):
    E = np.exp(np.clip(Z, -500, 500))
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "shifts the input itself", "note": "Right value, but Z -= ... shifts the caller's array.", "code": '''
def softmax(Z, axis=0):
    Z -= Z.max(axis=axis, keepdims=True)
    E = np.exp(Z)
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "sigmoid", "note": "Computes a sigmoid of every logit; the probabilities do not sum to 1.", "code": '''
def softmax(Z, axis=0):
    return 1 / (1 + np.exp(-Z))
'''},
    {"exercise": "softmax", "right": False, "name": "divided by the largest", "note": "Divides the exponentials by the largest one instead of by the sum.", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / E.max(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "base two", "note": "Uses powers of 2 instead of e.", "code": '''
def softmax(Z, axis=0):
    E = 2.0 ** (Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "hardmax", "note": "Gives 1 to the largest logit and 0 to the others.", "code": '''
def softmax(Z, axis=0):
    return (Z == Z.max(axis=axis, keepdims=True)).astype(float)
'''},
    {"exercise": "softmax", "right": False, "name": "shift in the numerator only", "note": "Shifts the numerator, but sums the unshifted exponentials in the denominator.", "code": '''
def softmax(Z, axis=0):
    S = Z - Z.max(axis=axis, keepdims=True)
    return np.exp(S) / np.sum(np.exp(Z), axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "builtin sum with a start", "note": "Uses the builtin sum(E, axis), whose second argument is a start value: right for axis=0; for axis=1 it adds the rows and the number 1.", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / sum(E, axis)
'''},
    {"exercise": "softmax", "right": False, "name": "three classes only", "note": "Crash unless there are three classes in the rows: unpacks z0, z1, z2 = Z (ValueError); also ignores axis.", "code": '''
def softmax(Z, axis=0):
    z0, z1, z2 = Z - Z.max(axis=0)
    total = np.exp(z0) + np.exp(z1) + np.exp(z2)
    return np.array([np.exp(z0) / total, np.exp(z1) / total, np.exp(z2) / total])
'''},
    {"exercise": "softmax", "right": False, "name": "e with a caret", "note": "Crash: np.e ^ (...) is a bit operation on floats (TypeError).", "code": '''
def softmax(Z, axis=0):
    E = np.e ^ (Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "math.exp of the array", "note": "Crash: math.exp takes one number only (TypeError).", "code": '''
import math

def softmax(Z, axis=0):
    E = math.exp(Z - np.max(Z, axis=axis, keepdims=True))
    return E / np.sum(E, axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "keepdim as in another library", "note": "Crash: writes keepdim=True and dim as in PyTorch (TypeError).", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z - np.max(Z, axis=axis, keepdim=True))
    return E / np.sum(E, axis=axis, keepdim=True)
'''},

    # ------------------------------------------------------------------ one_hot
    {"exercise": "one_hot", "right": True, "name": "columns of the identity", "note": "", "code": '''
def one_hot(labels, n_classes):
    return np.eye(n_classes)[:, labels]
'''},
    {"exercise": "one_hot", "right": True, "name": "rows of the identity, transposed", "note": "", "code": '''
def one_hot(labels, n_classes):
    return np.identity(n_classes)[labels].T
'''},
    {"exercise": "one_hot", "right": True, "name": "index pairs", "note": "", "code": '''
def one_hot(labels, n_classes):
    m = labels.shape[0]
    Y = np.zeros((n_classes, m))
    Y[labels, np.arange(m)] = 1
    return Y
'''},
    {"exercise": "one_hot", "right": True, "name": "comparison table", "note": "", "code": '''
def one_hot(labels, n_classes):
    classes = np.arange(n_classes).reshape(-1, 1)
    return (classes == labels).astype(float)
'''},
    {"exercise": "one_hot", "right": True, "name": "loop over the examples", "note": "", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    for i, c in enumerate(labels):
        Y[int(c), i] = 1.0
    return Y
'''},
    {"exercise": "one_hot", "right": True, "name": "nested comprehension", "note": "", "code": '''
def one_hot(labels, n_classes):
    return np.array([[1.0 if label == c else 0.0 for label in labels] for c in range(n_classes)])
'''},
    {"exercise": "one_hot", "right": True, "name": "whole numbers", "note": "Reads 1.0 and 0.0 as values, not as a type: returns integers 1 and 0.", "code": '''
def one_hot(labels, n_classes):
    return np.where(np.equal.outer(np.arange(n_classes), labels), 1, 0)
'''},
    {"exercise": "one_hot", "right": True, "name": "put along axis", "note": "", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, labels.size))
    np.put_along_axis(Y, labels[np.newaxis, :], 1.0, axis=0)
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "examples in rows", "note": "Returns shape (m, C): one row an example (transpose forgotten).", "code": '''
def one_hot(labels, n_classes):
    return np.eye(n_classes)[labels]
'''},
    {"exercise": "one_hot", "right": False, "name": "reshaped instead of transposed", "note": "Makes rows (m, C) and then reshapes to (C, m) instead of transposing, which scrambles the ones.", "code": '''
def one_hot(labels, n_classes):
    rows = np.eye(n_classes)[labels]
    return rows.reshape(n_classes, len(labels))
'''},
    {"exercise": "one_hot", "right": False, "name": "classes counted from one", "note": "Off by one: uses label - 1 as the row, so class 0 lands in the last row.", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    for i in range(len(labels)):
        Y[labels[i] - 1, i] = 1
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "rows from the largest label", "note": "Ignores n_classes and takes max(labels) + 1 rows, so missing top classes have no row.", "code": '''
def one_hot(labels, n_classes):
    C = labels.max() + 1
    return np.eye(C)[:, labels]
'''},
    {"exercise": "one_hot", "right": False, "name": "rows from the classes that occur", "note": "Makes one row for each class that occurs (np.unique), so classes that do not occur have no row.", "code": '''
def one_hot(labels, n_classes):
    rows = []
    for c in np.unique(labels):
        rows.append((labels == c) * 1.0)
    return np.array(rows)
'''},
    {"exercise": "one_hot", "right": False, "name": "ones in whole rows", "note": "Y[labels] = 1 fills the whole rows of all classes that occur.", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    Y[labels] = 1
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "label in place of 1", "note": "Writes the label itself instead of 1 into its row, so class 0 is a column of zeros.", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    for i in range(len(labels)):
        Y[labels[i], i] = labels[i]
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "all rows up to the label", "note": "Cumulative code: 1 in every row c <= label instead of the row of the label alone.", "code": '''
def one_hot(labels, n_classes):
    c = np.arange(n_classes)[:, None]
    return (c <= labels).astype(float)
'''},
    {"exercise": "one_hot", "right": False, "name": "minus ones", "note": "Puts -1 instead of 0 for the other classes.", "code": '''
def one_hot(labels, n_classes):
    Y = -np.ones((n_classes, labels.size))
    Y[labels, np.arange(labels.size)] = 1.0
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "ones and zeros exchanged", "note": "0 in the row of the label and 1 elsewhere.", "code": '''
def one_hot(labels, n_classes):
    return np.where(np.arange(n_classes)[:, None] == labels, 0.0, 1.0)
'''},
    {"exercise": "one_hot", "right": False, "name": "rows from bottom to top", "note": "Row numbers turned round: class 0 is in the last row, class C - 1 in the first.", "code": '''
def one_hot(labels, n_classes):
    return np.eye(n_classes)[::-1, labels]
'''},
    {"exercise": "one_hot", "right": False, "name": "labels shifted in place", "note": "Subtracts the smallest label in the caller's array first: changes its input, and the rows are wrong if class 0 does not occur (two mistakes).", "code": '''
def one_hot(labels, n_classes):
    labels -= labels.min()
    return np.eye(n_classes)[:, labels]
'''},
    {"exercise": "one_hot", "right": False, "name": "last example forgotten", "note": "Off by one: the loop runs over m - 1 examples, so the last column has no 1.", "code": '''
def one_hot(labels, n_classes):
    m = len(labels)
    Y = np.zeros((n_classes, m))
    for i in range(m - 1):
        Y[labels[i], i] = 1.0
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "nested list", "note": "Returns a list of lists instead of an array; the values are right.", "code": '''
def one_hot(labels, n_classes):
    Y = []
    for c in range(n_classes):
        Y.append([float(l == c) for l in labels])
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "shape as two arguments", "note": "Crash: np.zeros(n_classes, m) takes m for the data type (TypeError).", "code": '''
def one_hot(labels, n_classes):
    m = len(labels)
    Y = np.zeros(n_classes, m)
    Y[labels, range(m)] = 1
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "indices exchanged", "note": "Crash in most cases: Y[i, label] on an array of shape (C, m), i.e. row and column exchanged (IndexError; transposed positions where it fits).", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    for i in range(len(labels)):
        Y[i, labels[i]] = 1
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "loops over a number", "note": "Crash: for c in n_classes iterates over an integer (TypeError).", "code": '''
def one_hot(labels, n_classes):
    rows = []
    for c in n_classes:
        rows.append(labels == c)
    return np.array(rows, dtype=float)
'''},
    {"exercise": "one_hot", "right": False, "name": "m from a vector's second axis", "note": "Crash: takes m = labels.shape[1] from a vector (IndexError).", "code": '''
def one_hot(labels, n_classes):
    m = labels.shape[1]
    Y = np.zeros((n_classes, m))
    Y[labels, np.arange(m)] = 1
    return Y
'''},

    # ------------------------------------------------------------------ cross_entropy
    {"exercise": "cross_entropy", "right": True, "name": "formula", "note": "", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.log(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": True, "name": "picks the true class", "note": "", "code": '''
def cross_entropy(Y, P):
    true_class = np.argmax(Y, axis=0)
    m = Y.shape[1]
    return -np.log(P[true_class, np.arange(m)])
'''},
    {"exercise": "cross_entropy", "right": True, "name": "einsum", "note": "", "code": '''
def cross_entropy(Y, P):
    return np.einsum("ci,ci->i", Y, -np.log(P))
'''},
    {"exercise": "cross_entropy", "right": True, "name": "loops with math.log", "note": "", "code": '''
import math

def cross_entropy(Y, P):
    C, m = Y.shape
    losses = []
    for i in range(m):
        loss = 0.0
        for c in range(C):
            loss -= Y[c, i] * math.log(P[c, i])
        losses.append(loss)
    return np.array(losses)
'''},
    {"exercise": "cross_entropy", "right": True, "name": "logarithm after the sum", "note": "Legitimate because the labels are one-hot.", "code": '''
def cross_entropy(Y, P):
    p_true = (Y * P).sum(axis=0)
    return np.log(1.0 / p_true)
'''},
    {"exercise": "cross_entropy", "right": True, "name": "diagonal of a product", "note": "", "code": '''
def cross_entropy(Y, P):
    table = Y.T @ np.log(P)
    return -np.diag(table)
'''},
    {"exercise": "cross_entropy", "right": True, "name": "boolean mask on the transpose", "note": "", "code": '''
def cross_entropy(Y, P):
    chosen = P.T[Y.T == 1]
    return -np.log(chosen)
'''},
    {"exercise": "cross_entropy", "right": True, "name": "likelihood as a product", "note": "", "code": '''
def cross_entropy(Y, P):
    likelihood = np.prod(np.power(P, Y), axis=0)
    return -np.log(likelihood)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "averaged", "note": "Returns the mean over the examples (a cost, one number) instead of one loss an example.", "code": '''
def cross_entropy(Y, P):
    return -np.mean(np.sum(Y * np.log(P), axis=0))
'''},
    {"exercise": "cross_entropy", "right": False, "name": "summed over everything", "note": "np.sum without axis: one number for the whole batch.", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.log(P))
'''},
    {"exercise": "cross_entropy", "right": False, "name": "along the examples", "note": "Wrong axis: sums over the examples, shape (C,).", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.log(P), axis=1)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "row instead of vector", "note": "keepdims=True gives shape (1, m) instead of (m,).", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.log(P), axis=0, keepdims=True)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "no minus", "note": "The minus sign is missing; all losses are negative.", "code": '''
def cross_entropy(Y, P):
    return np.sum(Y * np.log(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "bits", "note": "Uses log2, so the losses are in bits instead of nats.", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.log2(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "safety number in the logarithm", "note": "Adds 1e-8 inside the logarithm, which changes the loss of small probabilities.", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.log(P + 1e-8), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "clipped probabilities", "note": "Clips P to [1e-7, 1 - 1e-7], so smaller probabilities are all charged the same.", "code": '''
def cross_entropy(Y, P):
    Q = np.clip(P, 1e-7, 1 - 1e-7)
    return -(Y * np.log(Q)).sum(axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "binary terms as well", "note": "Adds the binary term (1 - Y) log(1 - P) for every class, so wrong classes are charged too.", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "largest probability", "note": "Takes the logarithm of the largest probability instead of that of the true class; right only for correct answers.", "code": '''
def cross_entropy(Y, P):
    return -np.log(P.max(axis=0))
'''},
    {"exercise": "cross_entropy", "right": False, "name": "entropy of P", "note": "Uses P in place of Y: -sum P log P, the entropy, which ignores the labels.", "code": '''
def cross_entropy(Y, P):
    return -np.sum(P * np.log(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "mask in row order", "note": "P[Y == 1] collects the entries row by row, so the losses come in the order of the classes, not of the examples.", "code": '''
def cross_entropy(Y, P):
    return -np.log(P[Y == 1])
'''},
    {"exercise": "cross_entropy", "right": False, "name": "mean over the classes", "note": "Uses mean over axis 0, so every loss is divided by the number of classes.", "code": '''
def cross_entropy(Y, P):
    return -np.mean(Y * np.log(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "not summed", "note": "Returns the table -Y log P of shape (C, m) without the sum over the classes.", "code": '''
def cross_entropy(Y, P):
    return -Y * np.log(P)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "squared error", "note": "Computes the squared distance of Y and P instead of the cross-entropy.", "code": '''
def cross_entropy(Y, P):
    return np.sum((Y - P) ** 2, axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "logarithm into P", "note": "Right value, but np.log(P, out=P) overwrites the caller's probabilities.", "code": '''
def cross_entropy(Y, P):
    np.log(P, out=P)
    return -(Y * P).sum(axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "logarithm of the labels", "note": "Arguments swapped in the formula: P log Y, which contains log 0 = -inf.", "code": '''
def cross_entropy(Y, P):
    return -np.sum(P * np.log(Y), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "np.ln", "note": "Crash: there is no np.ln (AttributeError).", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.ln(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "matrix product of Y and log P", "note": "Crash unless C = m: Y @ log(P) does not fit (ValueError).", "code": '''
def cross_entropy(Y, P):
    L = -(Y @ np.log(P))
    return L.sum(axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "one-hot columns as indices", "note": "Crash: uses the 0.0 and 1.0 of Y as indices into P (IndexError; for an integer Y no exception, but shape (m, C) and wrong values).", "code": '''
def cross_entropy(Y, P):
    losses = []
    for i in range(P.shape[1]):
        losses.append(-np.log(P[Y[:, i], i]))
    return np.array(losses)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "log of a list", "note": "Crash: takes minus of a Python list (TypeError).", "code": '''
def cross_entropy(Y, P):
    logs = [np.log(np.sum(Y[:, i] * P[:, i])) for i in range(Y.shape[1])]
    return -logs
'''},

    # ------------------------------------------------------------------ softmax_jacobian
    {"exercise": "softmax_jacobian", "right": True, "name": "diag minus outer", "note": "", "code": '''
def softmax_jacobian(p):
    return np.diag(p) - np.outer(p, p)
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "double loop", "note": "", "code": '''
def softmax_jacobian(p):
    C = len(p)
    J = np.zeros((C, C))
    for i in range(C):
        for j in range(C):
            if i == j:
                J[i, j] = p[i] * (1 - p[i])
            else:
                J[i, j] = -p[i] * p[j]
    return J
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "broadcast with the identity", "note": "", "code": '''
def softmax_jacobian(p):
    delta = np.eye(p.size)
    return p[:, None] * (delta - p[None, :])
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "column times row", "note": "", "code": '''
def softmax_jacobian(p):
    col = p.reshape(-1, 1)
    return np.diagflat(col) - col @ col.T
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "fills the diagonal", "note": "", "code": '''
def softmax_jacobian(p):
    J = -np.multiply.outer(p, p)
    np.fill_diagonal(J, p * (1 - p))
    return J
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "einsum", "note": "", "code": '''
def softmax_jacobian(p):
    I = np.identity(len(p))
    return np.einsum("i,ij->ij", p, I) - np.einsum("i,j->ij", p, p)
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "helper delta and comprehension", "note": "", "code": '''
def delta(i, j):
    return 1.0 if i == j else 0.0

def softmax_jacobian(p):
    n = range(p.shape[0])
    return np.array([[p[i] * (delta(i, j) - p[j]) for j in n] for i in n])
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "rows that sum to zero", "note": "Diagonal from the others: a row of the Jacobian sums to 0 because p sums to 1 (p is a softmax output by the statement); exact also for an almost certain p.", "code": '''
def softmax_jacobian(p):
    J = -np.outer(p, p)
    for i in range(len(p)):
        J[i, i] = 0.0
        J[i, i] = -J[i].sum()
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "identity minus outer", "note": "Uses the identity instead of diag(p): delta_ij - p_i p_j.", "code": '''
def softmax_jacobian(p):
    return np.eye(len(p)) - np.outer(p, p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "plus outer", "note": "Wrong sign of the products: diag(p) + p p^T.", "code": '''
def softmax_jacobian(p):
    return np.diag(p) + np.outer(p, p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "outer minus diag", "note": "The whole matrix has the wrong sign: p p^T - diag(p).", "code": '''
def softmax_jacobian(p):
    return np.outer(p, p) - np.diag(p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "vector of slopes", "note": "Returns p(1 - p), the slopes of a sigmoid, as a vector of shape (C,).", "code": '''
def softmax_jacobian(p):
    return p * (1 - p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "diagonal only", "note": "Puts p(1 - p) on the diagonal and leaves the other entries 0.", "code": '''
def softmax_jacobian(p):
    return np.diag(p * (1.0 - p))
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "p @ p.T of a vector", "note": "For a vector p @ p.T is the scalar product, so one number is subtracted everywhere.", "code": '''
def softmax_jacobian(p):
    return np.diag(p) - p @ p.T
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "minus p squared", "note": "Subtracts the vector p*p from every row instead of the outer product; the diagonal is right.", "code": '''
def softmax_jacobian(p):
    return np.diag(p) - p ** 2
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "factor p_i missing", "note": "Computes delta_ij - p_j without the factor p_i.", "code": '''
def softmax_jacobian(p):
    return np.eye(p.size) - p[np.newaxis, :]
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "outer with one minus p", "note": "np.outer(p, 1 - p): p_i(1 - p_j) everywhere, so only the diagonal is right.", "code": '''
def softmax_jacobian(p):
    return np.outer(p, 1 - p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "off-diagonal positive", "note": "The minus of the entries off the diagonal is missing: p_i p_j for i != j.", "code": '''
def softmax_jacobian(p):
    C = p.shape[0]
    J = np.outer(p, p)
    for i in range(C):
        J[i, i] = p[i] - p[i] ** 2
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "softmax once more", "note": "Applies the softmax to p first, although p is a softmax output already.", "code": '''
def softmax_jacobian(p):
    e = np.exp(p - p.max())
    q = e / e.sum()
    return np.diag(q) - np.outer(q, q)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "lower triangle", "note": "The inner loop stops at the diagonal (range(i + 1)), so the entries above it stay 0.", "code": '''
def softmax_jacobian(p):
    n = len(p)
    J = np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1):
            J[i, j] = p[i] * ((i == j) - p[j])
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "two classes only", "note": "Hard-coded for two classes; a 2 x 2 matrix for any p.", "code": '''
def softmax_jacobian(p):
    d = p[0] * p[1]
    return np.array([[d, -d], [-d, d]])
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "cases exchanged", "note": "The two cases of the loop are exchanged: -p_i p_j on the diagonal and p_i(1 - p_j) off it.", "code": '''
def softmax_jacobian(p):
    C = len(p)
    J = np.empty((C, C))
    for i in range(C):
        for j in range(C):
            if i != j:
                J[i, j] = p[i] * (1 - p[j])
            else:
                J[i, j] = -p[i] * p[j]
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "size three", "note": "Crash unless C = 3: uses np.eye(3) for every p (ValueError).", "code": '''
def softmax_jacobian(p):
    return p.reshape(-1, 1) * (np.eye(3) - p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "misspelled C", "note": "Crash: the number of classes C is never defined (NameError).", "code": '''
def softmax_jacobian(p):
    J = np.zeros((C, C))
    for i in range(C):
        for j in range(C):
            J[i, j] = p[i] * ((1 if i == j else 0) - p[j])
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "two indices into a vector", "note": "Crash: writes p[i, j] for a vector (IndexError).", "code": '''
def softmax_jacobian(p):
    n = p.size
    J = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            J[i, j] = p[i, i] * ((i == j) - p[i, j])
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "np.diagonal", "note": "Crash: np.diagonal(p) reads a diagonal and needs a matrix (ValueError); np.diag was meant.", "code": '''
def softmax_jacobian(p):
    return np.diagonal(p) - np.outer(p, p)
'''},

    # ------------------------------------------------------------------ softmax_cross_entropy_grad
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "calls softmax", "note": "Calls softmax of exercise 3.1.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape[1]
    return (softmax(Z) - Y) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "self-contained", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    P = E / E.sum(axis=0, keepdims=True)
    return 1.0 / Z.shape[1] * (P - Y)
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "column by column", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    C, m = Z.shape
    G = np.zeros((C, m))
    for i in range(m):
        z = Z[:, i]
        e = np.exp(z - np.max(z))
        p = e / np.sum(e)
        G[:, i] = (p - Y[:, i]) / m
    return G
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "minus one at the true class", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Z.shape[-1]
    G = softmax(Z, axis=0)
    G[np.argmax(Y, axis=0), np.arange(m)] -= 1.0
    G /= m
    return G
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "log-sum-exp", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    log_p = Z - np.logaddexp.reduce(Z, axis=0)
    return np.divide(np.exp(log_p) - Y, np.shape(Z)[1])
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "math and comprehensions", "note": "", "code": '''
import math

def probabilities(z):
    top = max(z)
    e = [math.exp(v - top) for v in z]
    s = math.fsum(e)
    return [v / s for v in e]

def softmax_cross_entropy_grad(Y, Z):
    m = len(Z[0])
    columns = []
    for y, z in zip(Y.T, Z.T):
        columns.append([(p - t) / m for p, t in zip(probabilities(z), y)])
    return np.array(columns).T
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "sum of the labels kept", "note": "The form before sum(Y) = 1 is used: P * (sum of the column of Y) - Y.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    S = Z - np.amax(Z, axis=0)
    P = np.exp(S)
    P = P / np.einsum("ci->i", P)
    weight = np.einsum("ci->i", Y)
    return (P * weight - Y) / Y[0].size
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "no 1/m", "note": "The factor 1/m of the mean is missing.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    return softmax(Z) - Y
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "divided by the classes", "note": "Takes m = Z.shape[0], the number of classes, instead of the number of columns.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Z.shape[0]
    return (softmax(Z) - Y) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "divided by all entries", "note": "Divides by Z.size = C m instead of m.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z)
    return (P - Y) / Z.size
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "labels minus probabilities", "note": "Wrong sign: (Y - P)/m.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Z.shape[1]
    return (Y - softmax(Z)) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "exponentials not shifted", "note": "Writes its own softmax without the shift, so large logits give nan.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = np.exp(Z) / np.sum(np.exp(Z), axis=0)
    return (P - Y) / Z.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "softmax along the rows", "note": "Wrong axis: softmax over the examples (axis=1) instead of the classes.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z, axis=1)
    return (P - Y) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "softmax of the labels", "note": "Arguments swapped: (softmax(Y) - Z)/m.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    return (softmax(Y) - Z) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "logits without softmax", "note": "Forgets the softmax: (Z - Y)/m.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape[1]
    dZ = (Z - Y) / m
    return dZ
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "1/m twice", "note": "Divides by m twice.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape[1]
    dZ = (softmax(Z) - Y) / m
    return 1 / m * dZ
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "mean over the examples", "note": "Really takes the mean over axis 1, so shape (C,) comes back instead of (C, m).", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    return np.mean(softmax(Z) - Y, axis=1)
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "slope at the probabilities", "note": "Returns -Y/P/m, the gradient with respect to the probabilities, not the logits (also -inf where P is 0).", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z)
    return -(Y / P) / Z.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "sigmoid slope as well", "note": "Multiplies by P(1 - P) as well, as for a squared error.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z)
    return (P - Y) * P * (1 - P) / Z.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "only at the true class", "note": "Multiplies by Y, so only the true class has a gradient and the others get 0.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Z.shape[1]
    return Y * (softmax(Z) - Y) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "floor division", "note": "Uses // m, so every entry is rounded down to -1 or 0.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Z.shape[1]
    return (softmax(Z) - Y) // m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "answer instead of probabilities", "note": "Uses the predicted class (one-hot of the largest logit) instead of the probabilities.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Z.shape[1]
    prediction = np.eye(Z.shape[0])[:, Z.argmax(axis=0)]
    return (prediction - Y) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "logits cut at thirty", "note": "Clips the logits to [-30, 30] against overflow, so larger logits that differ become equal.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    E = np.exp(np.clip(Z, -30, 30))
    P = E / E.sum(axis=0, keepdims=True)
    return (P - Y) / Z.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "builds the result in Z", "note": "Right value, but the softmax is computed inside the caller's Z.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    Z -= Z.max(axis=0)
    np.exp(Z, out=Z)
    Z /= Z.sum(axis=0)
    return (Z - Y) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "calls a shape", "note": "Crash: Y.shape() calls a tuple (TypeError).", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape()[1]
    return (softmax(Z) - Y) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "P from nowhere", "note": "Crash: uses P, which is not an argument and was never computed (NameError; a global P exists only later in the notebook).", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape[1]
    dZ = (P - Y) / m
    return dZ
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "Jacobian of a matrix", "note": "Crash: gives the whole matrix of probabilities to softmax_jacobian, which takes one example; np.diag and np.outer then do not fit (ValueError), or the shape is wrong.", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z)
    J = softmax_jacobian(P)
    return J @ (-Y / P) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "shape as the divisor", "note": "Crash or wrong: divides by the tuple Z.shape, which NumPy broadcasts as (C, m) over the columns (ValueError unless m is 1 or 2).", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    return (softmax(Z) - Y) / Z.shape
'''},

    # ------------------------------------------------------------------ cross_entropy_from_logits
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "formula with the shift", "note": "", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - np.max(Z, axis=0, keepdims=True)
    return np.log(np.sum(np.exp(S), axis=0)) - np.sum(Y * S, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "logaddexp", "note": "The first formula of the text by logaddexp; for logits of 1e4 about 1e-12 is lost.", "code": '''
def cross_entropy_from_logits(Y, Z):
    return np.logaddexp.reduce(Z, axis=0) - (Y * Z).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "maximum added back", "note": "Adds M and subtracts the true logit at the end: for logits of 1e4 about 1e-12 is lost, far below seven digits unless the loss itself is tiny.", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = Z.max(axis=0)
    lse = M + np.log(np.exp(Z - M).sum(axis=0))
    z_true = Z[Y.argmax(axis=0), np.arange(Z.shape[1])]
    return lse - z_true
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "loop with math", "note": "", "code": '''
import math

def cross_entropy_from_logits(Y, Z):
    C, m = Z.shape
    losses = np.zeros(m)
    for i in range(m):
        M = max(Z[:, i])
        total = 0.0
        score = 0.0
        for c in range(C):
            total += math.exp(Z[c, i] - M)
            score += Y[c, i] * (Z[c, i] - M)
        losses[i] = math.log(total) - score
    return losses
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "log-softmax helper and einsum", "note": "", "code": '''
def log_softmax(Z):
    S = Z - Z.max(axis=0, keepdims=True)
    return S - np.log(np.exp(S).sum(axis=0, keepdims=True))

def cross_entropy_from_logits(Y, Z):
    return -np.einsum("ci,ci->i", Y, log_softmax(Z))
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "differences to the true logit", "note": "", "code": '''
def cross_entropy_from_logits(Y, Z):
    margin = Z - np.sum(Y * Z, axis=0)
    top = margin.max(axis=0)
    return top + np.log(np.sum(np.exp(margin - top), axis=0))
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "log1p without the largest", "note": "Keeps the digits of tiny losses (log1p of the others' exponentials), where the formula of the text rounds to 0.", "code": '''
def cross_entropy_from_logits(Y, Z):
    losses = []
    for y, z in zip(Y.T, Z.T):
        k = int(np.argmax(z))
        rest = np.delete(z, k) - z[k]
        losses.append(np.log1p(np.exp(rest).sum()) + (z[k] - z[np.argmax(y)]))
    return np.array(losses)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "loss of the softmax", "note": "Takes the logarithm of the (shifted) softmax, so a probability that is stored as 0 gives inf or nan.", "code": '''
def cross_entropy_from_logits(Y, Z):
    E = np.exp(Z - Z.max(axis=0))
    P = E / E.sum(axis=0)
    return -np.log(np.sum(Y * P, axis=0))
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "formula without the shift", "note": "Does not shift: exp overflows for large logits (inf) and log 0 appears for very negative ones.", "code": '''
def cross_entropy_from_logits(Y, Z):
    return np.log(np.exp(Z).sum(axis=0)) - (Y * Z).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "shift in the first term only", "note": "Shifts inside the log-sum, but subtracts the unshifted true logit: too small by the maximum M.", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = Z.max(axis=0, keepdims=True)
    return np.log(np.exp(Z - M).sum(axis=0)) - np.sum(Y * Z, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "one maximum for all", "note": "Subtracts the maximum of the whole batch, so an example far below it gives log 0 = -inf.", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max()
    return np.log(np.exp(S).sum(axis=0)) - (Y * S).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "largest minus true", "note": "Leaves out the log-sum and returns M - z_true; nearly right for widely spread logits only.", "code": '''
def cross_entropy_from_logits(Y, Z):
    return Z.max(axis=0) - np.sum(Y * Z, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "probabilities with a floor", "note": "Adds 1e-12 to the probability before the logarithm, so no loss exceeds about 27.6.", "code": '''
def cross_entropy_from_logits(Y, Z):
    P = softmax(Z)
    return -np.sum(Y * np.log(P + 1e-12), axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "clipped logits", "note": "Clips the logits to [-700, 700] instead of shifting, so the losses of larger logits are too small.", "code": '''
def cross_entropy_from_logits(Y, Z):
    Zc = np.clip(Z, -700, 700)
    return np.log(np.sum(np.exp(Zc), axis=0)) - np.sum(Y * Zc, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "over the examples", "note": "Wrong axis throughout: maxima and sums over axis 1, shape (C,).", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=1, keepdims=True)
    return np.log(np.exp(S).sum(axis=1)) - (Y * S).sum(axis=1)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "cost of the batch", "note": "Returns the mean over the examples, one number.", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0)
    losses = np.log(np.exp(S).sum(axis=0)) - (Y * S).sum(axis=0)
    return losses.mean()
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "kept row", "note": "keepdims in both sums gives shape (1, m) instead of (m,).", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0, keepdims=True)
    return np.log(np.exp(S).sum(axis=0, keepdims=True)) - (Y * S).sum(axis=0, keepdims=True)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "sum of the logarithms", "note": "Exchanges logarithm and sum: sum of log(exp(s)) instead of log of the sum.", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0)
    return np.sum(S, axis=0) - np.sum(Y * S, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "plus the true logit", "note": "Wrong sign of the second term: log-sum plus y s instead of minus.", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0)
    return np.log(np.exp(S).sum(axis=0)) + np.sum(Y * S, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "log10", "note": "Uses log10 for the log-sum while the other term is in nats.", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - np.max(Z, axis=0)
    return np.log10(np.sum(np.exp(S), axis=0)) - np.sum(Y * S, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "sum without the true class", "note": "Leaves the true class out of the log-sum (sums only over the wrong classes).", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0)
    others = np.sum((1 - Y) * np.exp(S), axis=0)
    return np.log(others) - np.sum(Y * S, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "shifts Z in place", "note": "Right value, but Z -= M shifts the caller's logits.", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = Z.max(axis=0)
    Z -= M
    return np.log(np.exp(Z).sum(axis=0)) - (Y * Z).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "builtin max of a matrix", "note": "Crash: the builtin max(Z) compares whole rows (ValueError); for m = 1 it happens to work.", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - max(Z)
    return np.log(np.exp(S).sum(axis=0)) - (Y * S).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "scipy", "note": "Crash in the grader, which has no SciPy: logsumexp is imported from scipy.special (the import is skipped there, so NameError); right where SciPy is installed.", "code": '''
from scipy.special import logsumexp

def cross_entropy_from_logits(Y, Z):
    return logsumexp(Z, axis=0) - np.sum(Y * Z, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "M never computed", "note": "Crash: uses M of the formula without computing it (NameError).", "code": '''
def cross_entropy_from_logits(Y, Z):
    return np.log(np.sum(np.exp(Z - M), axis=0)) - np.sum(Y * (Z - M), axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "method log of an array", "note": "Crash: arrays have no method log (AttributeError).", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0)
    total = np.exp(S).sum(axis=0)
    return total.log() - (Y * S).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "none for large logits", "note": "Returns a loss only if all logits are below 700 in size; for larger ones None comes back.", "code": '''
def cross_entropy_from_logits(Y, Z):
    if np.abs(Z).max() < 700:
        return np.log(np.exp(Z).sum(axis=0)) - (Y * Z).sum(axis=0)
'''},
]
