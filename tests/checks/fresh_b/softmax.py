"""Answers written from the student notebook alone, without sight of the checks."""

ANSWERS = [
    # ---------------------------------------------------------------- softmax
    {"exercise": "softmax", "right": True, "name": "keepdims", "note": "", "code": '''
def softmax(Z, axis=0):
    S = Z - np.max(Z, axis=axis, keepdims=True)
    E = np.exp(S)
    return E / np.sum(E, axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": True, "name": "column loop, transposed by recursion", "note": "", "code": '''
def softmax(Z, axis=0):
    if Z.ndim == 1:
        e = np.exp(Z - max(Z))
        return e / sum(e)
    if axis == 1:
        return softmax(Z.T, axis=0).T
    P = np.zeros(Z.shape)
    for i in range(Z.shape[1]):
        P[:, i] = softmax(Z[:, i])
    return P
'''},
    {"exercise": "softmax", "right": True, "name": "logaddexp", "note": "", "code": '''
def softmax(Z, axis=0):
    A = np.array(Z, dtype=float)
    log_total = np.expand_dims(np.logaddexp.reduce(A, axis=axis), axis)
    return np.exp(A - log_total)
'''},
    {"exercise": "softmax", "right": True, "name": "apply_along_axis", "note": "", "code": '''
def _one_example(z):
    shifted = z - z.max()
    weights = np.exp(shifted)
    return weights / weights.sum()


def softmax(Z, axis=0):
    return np.apply_along_axis(_one_example, axis, Z)
'''},
    {"exercise": "softmax", "right": True, "name": "one over the sum of differences", "note": "", "code": '''
def softmax(Z, axis=0):
    # p_c = 1 / sum_k exp(z_k - z_c); an infinite sum gives the probability 0
    W = np.moveaxis(np.asarray(Z, dtype=float), axis, 0)
    diff = W[np.newaxis] - W[:, np.newaxis]
    with np.errstate(over="ignore"):
        P = 1.0 / np.exp(diff).sum(axis=1)
    return np.moveaxis(P, 0, axis)
'''},
    {"exercise": "softmax", "right": True, "name": "swapaxes and einsum", "note": "", "code": '''
def softmax(Z, axis=0):
    classes_first = np.swapaxes(Z, 0, axis)
    biggest = np.maximum.reduce(classes_first)
    expo = np.exp(classes_first - biggest)
    probs = expo / np.einsum("c...->...", expo)
    return np.swapaxes(probs, 0, axis)
'''},
    {"exercise": "softmax", "right": True, "name": "case by case with newaxis", "note": "", "code": '''
def softmax(Z, axis=0):
    Z = np.asarray(Z)
    if Z.ndim == 2 and axis == 1:
        top = Z.max(axis=1)[:, None]
        e = np.exp(Z - top)
        return e / e.sum(axis=1)[:, None]
    e = np.exp(Z - Z.max(axis=0))
    return e / e.sum(axis=0)
'''},
    {"exercise": "softmax", "right": False, "name": "no shift", "note": "overflows for large logits, all nan", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z)
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "one maximum for the batch", "note": "subtracts the largest logit of the whole batch, so far smaller examples become 0/0", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z - np.max(Z))
    return E / np.sum(E, axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "sum over everything", "note": "divides by the sum over the whole batch", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / np.sum(E)
'''},
    {"exercise": "softmax", "right": False, "name": "axis ignored", "note": "always normalises the columns, the argument axis is not used", "code": '''
def softmax(Z, axis=0):
    exps = np.exp(Z - np.max(Z, axis=0))
    return exps / np.sum(exps, axis=0)
'''},
    {"exercise": "softmax", "right": False, "name": "keepdims forgotten", "note": "works for axis 0, but for axis 1 the shapes (m, C) and (m,) do not fit", "code": '''
def softmax(Z, axis=0):
    m = Z.max(axis=axis)
    E = np.exp(Z - m)
    return E / E.sum(axis=axis)
'''},
    {"exercise": "softmax", "right": False, "name": "shift in place", "note": "changes the logits of the caller", "code": '''
def softmax(Z, axis=0):
    Z -= Z.max(axis=axis, keepdims=True)
    E = np.exp(Z)
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "shift by the smallest", "note": "subtracts the minimum, the exponents stay positive and overflow", "code": '''
def softmax(Z, axis=0):
    S = Z - np.min(Z, axis=axis, keepdims=True)
    return np.exp(S) / np.sum(np.exp(S), axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "not transposed back", "note": "for axis 1 it turns the array over and hands it back with the classes in rows", "code": '''
def softmax(Z, axis=0):
    if axis == 1:
        Z = Z.T
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)
'''},
    {"exercise": "softmax", "right": False, "name": "clip the logits", "note": "clips at 500 instead of shifting, two logits above 500 become equal", "code": '''
def softmax(Z, axis=0):
    Zc = np.clip(Z, -500, 500)
    E = np.exp(Zc)
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "sigmoid", "note": "applies a sigmoid to each logit", "code": '''
def softmax(Z, axis=0):
    return 1 / (1 + np.exp(-Z))
'''},
    {"exercise": "softmax", "right": False, "name": "integer result array", "note": "zeros_like of integer logits gives an integer array, the probabilities are cut to 0 and 1", "code": '''
def softmax(Z, axis=0):
    P = np.zeros_like(Z)
    if Z.ndim == 1:
        e = np.exp(Z - Z.max())
        P[:] = e / e.sum()
        return P
    for i in range(Z.shape[1 - axis]):
        z = Z[:, i] if axis == 0 else Z[i]
        e = np.exp(z - z.max())
        if axis == 0:
            P[:, i] = e / e.sum()
        else:
            P[i] = e / e.sum()
    return P
'''},
    {"exercise": "softmax", "right": False, "name": "vector forgotten", "note": "loops over Z.shape[1], which a vector does not have", "code": '''
def softmax(Z, axis=0):
    P = np.empty(Z.shape, dtype=float)
    if axis == 0:
        for j in range(Z.shape[1]):
            e = np.exp(Z[:, j] - Z[:, j].max())
            P[:, j] = e / e.sum()
    else:
        for i in range(Z.shape[0]):
            e = np.exp(Z[i, :] - Z[i, :].max())
            P[i, :] = e / e.sum()
    return P
'''},
    {"exercise": "softmax", "right": False, "name": "math.exp", "note": "math.exp does not take arrays", "code": '''
import math


def softmax(Z, axis=0):
    e = math.exp(Z - Z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "caret as power", "note": "e ^ x is no power in Python, a TypeError", "code": '''
def softmax(Z, axis=0):
    S = Z - Z.max(axis=axis, keepdims=True)
    top = np.e ^ S
    return top / top.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "keyword misspelled", "note": "keepdim is PyTorch, NumPy says keepdims", "code": '''
def softmax(Z, axis=0):
    z_max = np.max(Z, axis=axis, keepdim=True)
    exp = np.exp(Z - z_max)
    return exp / np.sum(exp, axis=axis, keepdim=True)
'''},
    {"exercise": "softmax", "right": False, "name": "only the numerator shifted", "note": "the sum below is taken over the exponentials that were not shifted", "code": '''
def softmax(Z, axis=0):
    shifted = Z - np.max(Z, axis=axis, keepdims=True)
    return np.exp(shifted) / np.sum(np.exp(Z), axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "log-softmax", "note": "forgets the last exponential and returns log-probabilities", "code": '''
def softmax(Z, axis=0):
    S = Z - Z.max(axis=axis, keepdims=True)
    return S - np.log(np.exp(S).sum(axis=axis, keepdims=True))
'''},
    {"exercise": "softmax", "right": False, "name": "largest absolute value", "note": "shifts by the largest absolute value, very negative examples become 0/0", "code": '''
def softmax(Z, axis=0):
    M = np.abs(Z).max(axis=axis, keepdims=True)
    E = np.exp(Z - M)
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "shift only if positive", "note": "no shift for examples with only negative logits, which then are 0/0", "code": '''
def softmax(Z, axis=0):
    M = np.maximum(Z.max(axis=axis, keepdims=True), 0)
    E = np.exp(Z - M)
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "divide by the largest", "note": "divides the logits by the maximum instead of subtracting it", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z / Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "three decimals", "note": "rounds the result as in the example", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    P = E / E.sum(axis=axis, keepdims=True)
    return P.round(3)
'''},
    {"exercise": "softmax", "right": False, "name": "mean instead of sum", "note": "divides by the mean of the exponentials, the columns sum to C", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z - np.amax(Z, axis=axis, keepdims=True))
    return E / np.mean(E, axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "axis=1 for the columns", "note": "normalises over axis 1 always; a vector has no axis 1", "code": '''
def softmax(Z, axis=0):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "vector becomes a column", "note": "a vector comes back with the shape (C, 1)", "code": '''
def softmax(Z, axis=0):
    if Z.ndim == 1:
        Z = Z.reshape(-1, 1)
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)
'''},
    {"exercise": "softmax", "right": False, "name": "remembered by shape", "note": "keeps the result for each shape and hands back the old one", "code": '''
_seen = {}


def softmax(Z, axis=0):
    key = (Z.shape, axis)
    if key not in _seen:
        E = np.exp(Z - Z.max(axis=axis, keepdims=True))
        _seen[key] = E / E.sum(axis=axis, keepdims=True)
    return _seen[key]
'''},
    {"exercise": "softmax", "right": False, "name": "not divided", "note": "half finished: the shifted exponentials without the sum", "code": '''
def softmax(Z, axis=0):
    Z = Z - Z.max(axis=axis, keepdims=True)
    exps = np.exp(Z)
    total = np.sum(exps, axis=axis, keepdims=True)
    return exps
'''},
    # ---------------------------------------------------------------- one_hot
    {"exercise": "one_hot", "right": True, "name": "fancy index", "note": "", "code": '''
def one_hot(labels, n_classes):
    m = len(labels)
    Y = np.zeros((n_classes, m))
    Y[labels, np.arange(m)] = 1
    return Y
'''},
    {"exercise": "one_hot", "right": True, "name": "identity transposed", "note": "", "code": '''
def one_hot(labels, n_classes):
    return np.eye(n_classes)[labels].T
'''},
    {"exercise": "one_hot", "right": True, "name": "comparison", "note": "", "code": '''
def one_hot(labels, n_classes):
    classes = np.arange(n_classes)[:, np.newaxis]
    return (classes == labels).astype(float)
'''},
    {"exercise": "one_hot", "right": True, "name": "two loops", "note": "", "code": '''
def one_hot(labels, n_classes):
    rows = []
    for c in range(n_classes):
        row = []
        for label in labels:
            if label == c:
                row.append(1.0)
            else:
                row.append(0.0)
        rows.append(row)
    return np.array(rows)
'''},
    {"exercise": "one_hot", "right": True, "name": "outer equality", "note": "", "code": '''
def one_hot(labels, n_classes):
    hit = np.equal.outer(np.arange(n_classes), labels)
    return np.where(hit, 1.0, 0.0)
'''},
    {"exercise": "one_hot", "right": True, "name": "columns side by side", "note": "", "code": '''
def unit_column(c, size):
    e = np.zeros(size)
    e[c] = 1.0
    return e


def one_hot(labels, n_classes):
    return np.column_stack([unit_column(k, n_classes) for k in labels])
'''},
    {"exercise": "one_hot", "right": True, "name": "put_along_axis", "note": "", "code": '''
def one_hot(labels, n_classes):
    out = np.zeros((n_classes, labels.shape[0]))
    np.put_along_axis(out, labels[None, :], 1.0, axis=0)
    return out
'''},
    {"exercise": "one_hot", "right": True, "name": "take columns of the identity", "note": "", "code": '''
def one_hot(labels, n_classes):
    return np.take(np.identity(n_classes), labels, axis=1)
'''},
    {"exercise": "one_hot", "right": False, "name": "one row per example", "note": "shape (m, C), the transpose is missing", "code": '''
def one_hot(labels, n_classes):
    return np.eye(n_classes)[labels]
'''},
    {"exercise": "one_hot", "right": False, "name": "classes from 1", "note": "takes 1 off each label as if the classes began at 1; label 0 lands in the last row", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    for i, label in enumerate(labels):
        Y[label - 1, i] = 1.0
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "whole rows", "note": "Y[labels] = 1 fills whole rows", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, labels.size))
    Y[labels] = 1
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "indices swapped", "note": "writes at (example, label) in an array of shape (C, m)", "code": '''
def one_hot(labels, n_classes):
    m = labels.shape[0]
    Y = np.zeros((n_classes, m))
    Y[np.arange(m), labels] = 1.0
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "zeros without tuple", "note": "np.zeros takes the shape as a tuple, the second number is read as a dtype", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros(n_classes, len(labels))
    for i in range(len(labels)):
        Y[labels[i], i] = 1
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "classes from the largest label", "note": "takes the largest label for the number of classes, the last row is lost if it does not occur", "code": '''
def one_hot(labels, n_classes):
    C = labels.max() + 1
    return np.eye(C)[:, labels]
'''},
    {"exercise": "one_hot", "right": False, "name": "only classes that occur", "note": "a class that does not occur has no row", "code": '''
def one_hot(labels, n_classes):
    rows = [(labels == c) * 1.0 for c in np.unique(labels)]
    return np.array(rows)
'''},
    {"exercise": "one_hot", "right": False, "name": "label as the entry", "note": "writes the label itself instead of 1", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    for i in range(len(labels)):
        Y[labels[i], i] = labels[i]
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "last example left out", "note": "range(m - 1) leaves the last column empty", "code": '''
def one_hot(labels, n_classes):
    m = len(labels)
    result = np.zeros((n_classes, m))
    for i in range(0, m - 1):
        result[labels[i]][i] = 1.0
    return result
'''},
    {"exercise": "one_hot", "right": False, "name": "squeezed", "note": "a single example loses its column axis", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, labels.shape[0]))
    Y[labels, range(labels.shape[0])] = 1
    return np.squeeze(Y)
'''},
    {"exercise": "one_hot", "right": False, "name": "zeros and ones exchanged", "note": "0 for the label and 1 elsewhere", "code": '''
def one_hot(labels, n_classes):
    return np.where(np.arange(n_classes)[:, None] == labels[None, :], 0.0, 1.0)
'''},
    {"exercise": "one_hot", "right": False, "name": "compare without new axis", "note": "compares (C,) with (m,), which only fits if they are equal, and then the result is a vector", "code": '''
def one_hot(labels, n_classes):
    return np.where(np.arange(n_classes) == labels, 1.0, 0.0)
'''},
    {"exercise": "one_hot", "right": False, "name": "return in the loop", "note": "returns after the first example", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    for i, c in enumerate(labels):
        Y[c, i] = 1
        return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "reshape for transpose", "note": "reshape does not exchange rows and columns, it only refills", "code": '''
def one_hot(labels, n_classes):
    rows = np.eye(n_classes)[labels]
    return rows.reshape(n_classes, len(labels))
'''},
    {"exercise": "one_hot", "right": False, "name": "list kept outside", "note": "the list lives outside the function, the second call still has the columns of the first", "code": '''
columns = []


def one_hot(labels, n_classes):
    for label in labels:
        column = np.zeros(n_classes)
        column[label] = 1.0
        columns.append(column)
    return np.array(columns).T
'''},
    {"exercise": "one_hot", "right": False, "name": "identity of size m", "note": "takes the identity matrix of the number of examples", "code": '''
def one_hot(labels, n_classes):
    I = np.eye(len(labels))
    return I[:, labels]
'''},
    {"exercise": "one_hot", "right": False, "name": "three classes always", "note": "takes the 3 from the example", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((3, len(labels)))
    Y[labels, np.arange(len(labels))] = 1.0
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "upside down", "note": "class 0 in the last row", "code": '''
def one_hot(labels, n_classes):
    Y = np.eye(n_classes)[:, labels]
    return Y[::-1]
'''},
    {"exercise": "one_hot", "right": False, "name": "thermometer", "note": "ones in all rows up to the label", "code": '''
def one_hot(labels, n_classes):
    rows = np.arange(n_classes).reshape(n_classes, 1)
    return 1.0 * (rows <= labels)
'''},
    {"exercise": "one_hot", "right": False, "name": "shape[1] of a vector", "note": "labels has one axis only, IndexError", "code": '''
def one_hot(labels, n_classes):
    m = labels.shape[1]
    Y = np.zeros((n_classes, m))
    for i in range(m):
        Y[labels[0, i], i] = 1.0
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "labels moved to zero", "note": "shifts the labels so that the smallest is 0, and does it in the array of the caller", "code": '''
def one_hot(labels, n_classes):
    labels -= labels.min()
    Y = np.zeros((n_classes, labels.size))
    Y[labels, np.arange(labels.size)] = 1.0
    return Y
'''},
    {"exercise": "one_hot", "right": False, "name": "printed, not returned", "note": "prints the array and returns None", "code": '''
def one_hot(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    for i in range(len(labels)):
        Y[labels[i], i] = 1.0
    print(Y)
'''},
    # ---------------------------------------------------------------- cross_entropy
    {"exercise": "cross_entropy", "right": True, "name": "the formula", "note": "", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.log(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": True, "name": "pick the true class", "note": "", "code": '''
def cross_entropy(Y, P):
    true_class = np.argmax(Y, axis=0)
    picked = P[true_class, np.arange(P.shape[1])]
    return -np.log(picked)
'''},
    {"exercise": "cross_entropy", "right": True, "name": "einsum", "note": "", "code": '''
def cross_entropy(Y, P):
    return np.einsum("ci,ci->i", Y, -np.log(P))
'''},
    {"exercise": "cross_entropy", "right": True, "name": "loops", "note": "", "code": '''
def cross_entropy(Y, P):
    C, m = Y.shape
    losses = []
    for i in range(m):
        loss = 0.0
        for c in range(C):
            loss -= Y[c, i] * np.log(P[c, i])
        losses.append(loss)
    return np.array(losses)
'''},
    {"exercise": "cross_entropy", "right": True, "name": "log of the masked sum", "note": "", "code": '''
def cross_entropy(Y, P):
    prob_true = (Y * P).sum(axis=0)
    return np.log(1 / prob_true)
'''},
    {"exercise": "cross_entropy", "right": True, "name": "diagonal of a product", "note": "", "code": '''
def cross_entropy(Y, P):
    table = Y.T @ np.log(P)
    return -np.diag(table)
'''},
    {"exercise": "cross_entropy", "right": True, "name": "mask of the transposes", "note": "", "code": '''
def cross_entropy(Y, P):
    return -np.log(P.T[Y.T == 1])
'''},
    {"exercise": "cross_entropy", "right": True, "name": "product over the classes", "note": "", "code": '''
def cross_entropy(Y, P):
    likelihood = np.prod(np.where(Y == 1, P, 1.0), axis=0)
    return -np.log(likelihood)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "mean over the examples", "note": "returns the cost, one number", "code": '''
def cross_entropy(Y, P):
    losses = -np.sum(Y * np.log(P), axis=0)
    return np.mean(losses)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "sum over everything", "note": "one total instead of one loss for each example", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.log(P))
'''},
    {"exercise": "cross_entropy", "right": False, "name": "axis 1", "note": "sums over the examples, one number for each class", "code": '''
def cross_entropy(Y, P):
    return -(Y * np.log(P)).sum(axis=1)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "minus forgotten", "note": "negative losses", "code": '''
def cross_entropy(Y, P):
    logs = np.log(P)
    return np.sum(Y * logs, axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "log10", "note": "logarithm to base 10", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.log10(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "bits", "note": "logarithm to base 2, bits instead of nats", "code": '''
def cross_entropy(Y, P):
    labels = Y.argmax(axis=0)
    return np.array([-np.log2(P[c, i]) for i, c in enumerate(labels)])
'''},
    {"exercise": "cross_entropy", "right": False, "name": "1e-8 in the logarithm", "note": "adds a small number that changes the loss of small probabilities", "code": '''
def cross_entropy(Y, P):
    eps = 1e-8
    return -np.sum(Y * np.log(P + eps), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "clip at 1e-7", "note": "raises smaller probabilities to 1e-7", "code": '''
def cross_entropy(Y, P):
    P = np.clip(P, 1e-7, 1.0)
    return -np.sum(Y * np.log(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "binary cross-entropy", "note": "adds the terms of the other classes as for sigmoids", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "log of the labels", "note": "exchanges Y and P, the logarithm of 0", "code": '''
def cross_entropy(Y, P):
    return -np.sum(P * np.log(Y), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "keepdims", "note": "shape (1, m) instead of (m,)", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.log(P), axis=0, keepdims=True)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "best guess for true class", "note": "takes the largest probability, not that of the true class", "code": '''
def cross_entropy(Y, P):
    return -np.log(P.max(axis=0))
'''},
    {"exercise": "cross_entropy", "right": False, "name": "mask row by row", "note": "P[Y == 1] runs through the rows, so the losses come in the order of the classes", "code": '''
def cross_entropy(Y, P):
    return -np.log(P[Y == 1])
'''},
    {"exercise": "cross_entropy", "right": False, "name": "matrix product", "note": "Y @ log(P) does not fit unless C equals m", "code": '''
def cross_entropy(Y, P):
    return -(Y @ np.log(P))
'''},
    {"exercise": "cross_entropy", "right": False, "name": "np.ln", "note": "there is no np.ln", "code": '''
def cross_entropy(Y, P):
    return -np.sum(Y * np.ln(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "log in place", "note": "overwrites the probabilities of the caller", "code": '''
def cross_entropy(Y, P):
    np.log(P, out=P)
    return -(Y * P).sum(axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "softmax once more", "note": "applies the softmax to probabilities", "code": '''
def cross_entropy(Y, P):
    P = softmax(P)
    return -np.sum(Y * np.log(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "mean over the classes", "note": "np.mean instead of np.sum, a factor 1/C too small", "code": '''
def cross_entropy(Y, P):
    return -np.mean(Y * np.log(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "argmax without axis", "note": "one class for the whole batch, and a place that may lie outside", "code": '''
def cross_entropy(Y, P):
    k = np.argmax(Y)
    return -np.log(P[k])
'''},
    {"exercise": "cross_entropy", "right": False, "name": "entropy", "note": "weights with P instead of Y", "code": '''
def cross_entropy(Y, P):
    return -np.sum(P * np.log(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "result of the type of Y", "note": "integer labels give an integer result array, the losses are cut", "code": '''
def cross_entropy(Y, P):
    losses = np.zeros_like(Y[0])
    for i in range(Y.shape[1]):
        losses[i] = -np.log(P[np.argmax(Y[:, i]), i])
    return losses
'''},
    {"exercise": "cross_entropy", "right": False, "name": "shape unpacked the wrong way", "note": "m and C exchanged, the loop leaves the array or stops short", "code": '''
def cross_entropy(Y, P):
    m, C = Y.shape
    loss = np.zeros(m)
    for i in range(m):
        for c in range(C):
            loss[i] += -Y[c, i] * np.log(P[c, i])
    return loss
'''},
    {"exercise": "cross_entropy", "right": False, "name": "single number for one example", "note": "a batch of one example gives a number without an axis", "code": '''
def cross_entropy(Y, P):
    loss = -np.sum(Y * np.log(P), axis=0)
    if loss.size == 1:
        return float(loss[0])
    return loss
'''},
    {"exercise": "cross_entropy", "right": False, "name": "math.log", "note": "math.log does not take arrays", "code": '''
import math


def cross_entropy(Y, P):
    return -np.sum(Y * math.log(P), axis=0)
'''},
    {"exercise": "cross_entropy", "right": False, "name": "one minus p", "note": "charges 1 - p, without logarithm", "code": '''
def cross_entropy(Y, P):
    p_true = np.sum(Y * P, axis=0)
    return 1 - p_true
'''},
    {"exercise": "cross_entropy", "right": False, "name": "divided by m", "note": "one loss for each example, but with the 1/m of the cost", "code": '''
def cross_entropy(Y, P):
    m = Y.shape[1]
    return -(1 / m) * np.sum(Y * np.log(P), axis=0)
'''},
    # ---------------------------------------------------------------- softmax_jacobian
    {"exercise": "softmax_jacobian", "right": True, "name": "diag minus outer", "note": "", "code": '''
def softmax_jacobian(p):
    return np.diag(p) - np.outer(p, p)
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "two loops", "note": "", "code": '''
def softmax_jacobian(p):
    C = len(p)
    J = np.zeros((C, C))
    for i in range(C):
        for j in range(C):
            delta = 1 if i == j else 0
            J[i, j] = p[i] * (delta - p[j])
    return J
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "broadcast", "note": "", "code": '''
def softmax_jacobian(p):
    column = p[:, np.newaxis]
    row = p[np.newaxis, :]
    return column * (np.eye(p.size) - row)
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "einsum", "note": "", "code": '''
def softmax_jacobian(p):
    identity = np.eye(p.shape[0])
    return np.einsum("i,ij->ij", p, identity) - np.einsum("i,j->ij", p, p)
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "fill the diagonal", "note": "", "code": '''
def softmax_jacobian(p):
    jac = -1.0 * np.outer(p, p)
    np.fill_diagonal(jac, p * (1 - p))
    return jac
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "rows from unit vectors", "note": "", "code": '''
def jacobian_row(p, i):
    e = np.zeros(len(p))
    e[i] = 1.0
    return p[i] * (e - p)


def softmax_jacobian(p):
    return np.vstack([jacobian_row(p, i) for i in range(len(p))])
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "product of matrices", "note": "", "code": '''
def softmax_jacobian(p):
    n = p.size
    ones = np.ones((n, 1))
    return np.diag(p) @ (np.identity(n) - ones @ p.reshape(1, n))
'''},
    {"exercise": "softmax_jacobian", "right": True, "name": "where", "note": "", "code": '''
def softmax_jacobian(p):
    k = np.arange(len(p))
    same = k[:, None] == k
    return np.where(same, p * (1 - p), -p[:, None] * p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "only the slopes p(1-p)", "note": "a vector as for the sigmoid, no matrix", "code": '''
def softmax_jacobian(p):
    return p * (1 - p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "zeros off the diagonal", "note": "puts p(1-p) on the diagonal and forgets the other entries", "code": '''
def softmax_jacobian(p):
    return np.diag(p * (1 - p))
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "plus for minus", "note": "adds the outer product", "code": '''
def softmax_jacobian(p):
    return np.diag(p) + np.outer(p, p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "sign turned", "note": "outer product minus diagonal", "code": '''
def softmax_jacobian(p):
    return p[:, None] * p[None, :] - np.diag(p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "p @ p.T of a vector", "note": "the transpose of a vector is the vector, so a single number is subtracted everywhere", "code": '''
def softmax_jacobian(p):
    return np.diag(p) - p @ p.T
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "identity without p", "note": "eye instead of diag(p)", "code": '''
def softmax_jacobian(p):
    return np.eye(len(p)) - np.outer(p, p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "index i twice", "note": "p_i (delta - p_i), the index j is lost", "code": '''
def softmax_jacobian(p):
    n = p.shape[0]
    J = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            J[i, j] = p[i] * ((i == j) - p[i])
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "broadcast along the rows only", "note": "p is a row in both places, so off the diagonal stands -p_j squared", "code": '''
def softmax_jacobian(p):
    return p * (np.eye(p.size) - p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "outer product of p and 1 - p", "note": "mixes the slope p(1-p) of the sigmoid with the outer product", "code": '''
def softmax_jacobian(p):
    return np.diag(p) - np.outer(p, 1 - p)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "minus lost off the diagonal", "note": "the entries off the diagonal are positive", "code": '''
def softmax_jacobian(p):
    C = p.size
    J = np.empty((C, C))
    for i in range(C):
        for j in range(C):
            if i == j:
                J[i][j] = p[i] * (1 - p[i])
            else:
                J[i][j] = p[i] * p[j]
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "condition turned around", "note": "uses the diagonal formula off the diagonal and the other way round", "code": '''
def softmax_jacobian(p):
    C = p.size
    J = np.zeros((C, C))
    for i in range(C):
        for j in range(C):
            if i != j:
                J[i, j] = p[i] * (1 - p[j])
            else:
                J[i, j] = -p[i] * p[j]
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "softmax once more", "note": "takes p for logits and applies the softmax again", "code": '''
def softmax_jacobian(p):
    s = softmax(p)
    return np.diag(s) - np.outer(s, s)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "diag of a column", "note": "np.diag of a (C, 1) array returns only its first entry", "code": '''
def softmax_jacobian(p):
    s = p.reshape(-1, 1)
    return np.diag(s) - s @ s.T
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "column times vector", "note": "(C, 1) @ (C,) does not fit", "code": '''
def softmax_jacobian(p):
    col = p[:, np.newaxis]
    return np.diag(p) - col @ p
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "zeros without tuple", "note": "np.zeros(C, C) takes the second number for a dtype", "code": '''
def softmax_jacobian(p):
    C = len(p)
    J = np.zeros(C, C)
    for i in range(C):
        for j in range(C):
            J[i, j] = p[i] * (int(i == j) - p[j])
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "vector as the matrix", "note": "zeros_like(p) is a vector and has no second index", "code": '''
def softmax_jacobian(p):
    J = np.zeros_like(p)
    for i in range(len(p)):
        for j in range(len(p)):
            if i == j:
                J[i, j] = p[i] * (1 - p[i])
            else:
                J[i, j] = -p[i] * p[j]
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "three classes always", "note": "runs over three classes; two raise an error, more are left out", "code": '''
def softmax_jacobian(p):
    J = np.zeros((3, 3))
    for i in range(3):
        for j in range(3):
            J[i, j] = -p[i] * p[j]
        J[i, i] = p[i] - p[i] ** 2
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "lower triangle only", "note": "the inner loop stops at i, above the diagonal stay zeros", "code": '''
def softmax_jacobian(p):
    C = len(p)
    J = np.zeros((C, C))
    for i in range(C):
        for j in range(i + 1):
            J[i, j] = p[i] * (float(i == j) - p[j])
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "np.delta", "note": "np.delta does not exist", "code": '''
def softmax_jacobian(p):
    i, j = np.indices((p.size, p.size))
    return p[i] * (np.delta(i, j) - p[j])
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "p overwritten", "note": "the matrix is right, but p *= changes the array of the caller", "code": '''
def softmax_jacobian(p):
    J = -np.outer(p, p)
    p *= 1 - p
    for i in range(len(p)):
        J[i, i] = p[i]
    return J
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "summed to a vector", "note": "adds the rows, which gives zeros", "code": '''
def softmax_jacobian(p):
    J = np.diag(p) - np.outer(p, p)
    return J.sum(axis=0)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "four decimals", "note": "rounds to the digits of the example", "code": '''
def softmax_jacobian(p):
    return np.round(np.diag(p) - np.outer(p, p), 4)
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "divided by C", "note": "a mean over the classes that nobody asked for", "code": '''
def softmax_jacobian(p):
    C = p.shape[0]
    return (np.diag(p) - np.outer(p, p)) / C
'''},
    {"exercise": "softmax_jacobian", "right": False, "name": "diagonal subtracted twice", "note": "p(1-p) on the diagonal and then the whole outer product once more", "code": '''
def softmax_jacobian(p):
    J = np.diag(p * (1 - p))
    return J - np.outer(p, p)
'''},
    # ---------------------------------------------------------------- softmax_cross_entropy_grad
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "the formula", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape[1]
    return (softmax(Z) - Y) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "own softmax", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    E = np.exp(Z - np.max(Z, axis=0))
    P = E / np.sum(E, axis=0)
    return 1 / Z.shape[1] * (P - Y)
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "column by column", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    C, m = Z.shape
    G = np.zeros((C, m))
    for i in range(m):
        p = softmax(Z[:, i])
        G[:, i] = (p - Y[:, i]) / m
    return G
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "take 1 off the true class", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    grad = softmax(Z).copy()
    m = grad.shape[1]
    grad[Y.argmax(axis=0), np.arange(m)] -= 1.0
    return grad / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "m counted by the ones", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z, axis=0)
    G = np.where(Y == 1, P - 1, P)
    return G / Y.sum()
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "examples as rows", "note": "", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    rows = [(p - y) for p, y in zip(softmax(Z.T, axis=1), Y.T)]
    return np.transpose(rows) / len(rows)
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": True, "name": "entry by entry", "note": "", "code": '''
def _p(z, c):
    top = max(z)
    total = 0.0
    for zk in z:
        total += np.exp(zk - top)
    return np.exp(z[c] - top) / total


def softmax_cross_entropy_grad(Y, Z):
    C, m = Y.shape
    return np.array([[(_p(Z[:, i], c) - Y[c, i]) / m for i in range(m)] for c in range(C)])
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "no 1/m", "note": "the gradient of the sum, the mean is forgotten", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    return softmax(Z) - Y
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "divided by the classes", "note": "takes the number of rows for m", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape[0]
    return (softmax(Z) - Y) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "Y minus P", "note": "the sign is turned", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    return (Y - softmax(Z)) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "softmax without shift", "note": "writes the softmax again and forgets the shift, nan for large logits", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Z.shape[1]
    P = np.exp(Z) / np.exp(Z).sum(axis=0)
    return (P - Y) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "np.mean of the difference", "note": "takes the mean over all entries, one number", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    return np.mean(softmax(Z) - Y)
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "mean over the examples", "note": "adds up the examples, shape (C,)", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    dZ = softmax(Z) - Y
    return dZ.mean(axis=1)
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "softmax forgotten", "note": "subtracts the labels from the logits", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape[1]
    return (Z - Y) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "softmax over the rows", "note": "axis 1 runs over the examples", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z, axis=1)
    return (P - Y) / Z.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "chain rule with division by p", "note": "-y/p times the Jacobian; p is 0 for large logits and the result nan", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    C, m = Z.shape
    G = np.zeros((C, m))
    for i in range(m):
        y = Y[:, i]
        p = softmax(Z[:, i])
        G[:, i] = (-y / p) @ softmax_jacobian(p)
    return G / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "only the outer slope", "note": "-Y/P, without the Jacobian of the softmax", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z)
    return -(Y / P) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "divided twice", "note": "1/m once for each example and once at the end", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Z.shape[1]
    G = np.zeros(Z.shape)
    for i in range(m):
        G[:, i] = (softmax(Z[:, i]) - Y[:, i]) / m
    return G / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "integer division", "note": "1 // m is 0 for more than one example", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape[1]
    return 1 // m * (softmax(Z) - Y)
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "divided by size", "note": "divides by C times m", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    G = softmax(Z) - Y
    return G / G.size
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "true class only", "note": "keeps the gradient of the true class and sets the others to 0", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z)
    return Y * (P - Y) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "logits shifted in place", "note": "changes Z of the caller", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    Z -= Z.max(axis=0)
    E = np.exp(Z)
    return (E / E.sum(axis=0) - Y) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "arguments exchanged", "note": "takes the logits first and the labels second", "code": '''
def softmax_cross_entropy_grad(Z, Y):
    m = Z.shape[1]
    return (softmax(Z) - Y) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "np.softmax", "note": "NumPy has no softmax", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    return (np.softmax(Z, axis=0) - Y) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "m is the whole shape", "note": "divides by the tuple (C, m), which fits only for one or two examples, and then wrongly", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = Y.shape
    return (softmax(Z) - Y) / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "variable misspelled", "note": "the name n_example is not defined, NameError", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z)
    n_examples = Y.shape[1]
    return (P - Y) / n_example
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "labels instead of one-hot", "note": "turns Y back into class numbers and subtracts those", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    labels = Y.argmax(axis=0)
    return (softmax(Z) - labels) / len(labels)
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "forward difference", "note": "a difference quotient with the step 0.001, good to three digits only", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    def cost(A):
        S = A - A.max(axis=0)
        return np.mean(np.log(np.exp(S).sum(axis=0)) - (Y * S).sum(axis=0))

    G = np.zeros(Z.shape)
    h = 1e-3
    for c in range(Z.shape[0]):
        for i in range(Z.shape[1]):
            Zh = Z.astype(float)
            Zh[c, i] += h
            G[c, i] = (cost(Zh) - cost(Z)) / h
    return G
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "jacobian of the batch", "note": "calls the Jacobian with the matrix of all probabilities, the shapes do not fit", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z)
    J = softmax_jacobian(P)
    return J @ (-Y / P) / Y.shape[1]
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "gradient and probabilities", "note": "returns a pair", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    P = softmax(Z)
    dZ = (P - Y) / Y.shape[1]
    return dZ, P
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "parentheses", "note": "only Y is divided by m", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    m = len(Y[0])
    return softmax(Z) - Y / m
'''},
    {"exercise": "softmax_cross_entropy_grad", "right": False, "name": "result written into Y", "note": "computes in the labels of the caller, which fails for integer labels", "code": '''
def softmax_cross_entropy_grad(Y, Z):
    Y -= softmax(Z)
    Y /= -Y.shape[1]
    return Y
'''},
    # ---------------------------------------------------------------- cross_entropy_from_logits
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "the formula", "note": "", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0, keepdims=True)
    return np.log(np.exp(S).sum(axis=0)) - (Y * S).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "index of the true class", "note": "", "code": '''
def cross_entropy_from_logits(Y, Z):
    m = Z.shape[1]
    shifted = Z - np.max(Z, axis=0)
    true = shifted[np.argmax(Y, axis=0), np.arange(m)]
    return np.log(np.sum(np.exp(shifted), axis=0)) - true
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "loops", "note": "", "code": '''
def cross_entropy_from_logits(Y, Z):
    C, m = Z.shape
    losses = np.zeros(m)
    for i in range(m):
        M = max(Z[:, i])
        total = 0.0
        true_part = 0.0
        for c in range(C):
            total += np.exp(Z[c, i] - M)
            true_part += Y[c, i] * (Z[c, i] - M)
        losses[i] = np.log(total) - true_part
    return losses
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "logaddexp of the distances", "note": "", "code": '''
def cross_entropy_from_logits(Y, Z):
    # measure all logits from that of the true class, whose own logit is then 0
    lead = (Z - np.sum(Y * Z, axis=0)).astype(float)
    return np.logaddexp.reduce(lead, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "log-softmax and einsum", "note": "", "code": '''
def log_softmax(Z):
    A = Z - Z.max(axis=0)
    return A - np.log(np.exp(A).sum(axis=0))


def cross_entropy_from_logits(Y, Z):
    return -np.einsum("ci,ci->i", Y, log_softmax(Z))
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "one example at a time", "note": "", "code": '''
def _loss(y, z):
    d = z - z.max()
    return np.log(np.exp(d).sum()) - y @ d


def cross_entropy_from_logits(Y, Z):
    return np.array([_loss(y, z) for y, z in zip(Y.T, Z.T)])
'''},
    {"exercise": "cross_entropy_from_logits", "right": True, "name": "recursion over the classes", "note": "", "code": '''
def _log_sum(rows):
    if len(rows) == 1:
        return rows[0]
    return np.logaddexp(rows[0], _log_sum(rows[1:]))


def cross_entropy_from_logits(Y, Z):
    W = np.subtract(Z, np.amax(Z, axis=0), dtype=float)
    correct = np.where(Y == 1, W, 0.0).sum(axis=0)
    return _log_sum(W) - correct
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "softmax, then logarithm", "note": "the probability of the true class is stored as 0, the loss is infinite or nan", "code": '''
def cross_entropy_from_logits(Y, Z):
    return cross_entropy(Y, softmax(Z))
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "no shift", "note": "the exponentials overflow", "code": '''
def cross_entropy_from_logits(Y, Z):
    return np.log(np.sum(np.exp(Z), axis=0)) - np.sum(Y * Z, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "shift in the first term only", "note": "the maximum is missing in the second term", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = Z.max(axis=0)
    return np.log(np.exp(Z - M).sum(axis=0)) - (Y * Z).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "maximum with the wrong sign", "note": "takes the maximum off where it has to be added back", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = np.max(Z, axis=0)
    lse = np.log(np.sum(np.exp(Z - M), axis=0)) - M
    return lse - np.sum(Y * Z, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "maximum added once too often", "note": "shifts both terms and adds the maximum as well", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = np.max(Z, axis=0)
    S = Z - M
    return M + np.log(np.sum(np.exp(S), axis=0)) - np.sum(Y * S, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "one maximum for the batch", "note": "far smaller examples have the sum 0, and its logarithm is minus infinity", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max()
    return np.log(np.exp(S).sum(axis=0)) - (Y * S).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "small number in the logarithm", "note": "adds 1e-15 to the probability, the loss never exceeds 34.5", "code": '''
def cross_entropy_from_logits(Y, Z):
    P = softmax(Z)
    return -np.sum(Y * np.log(P + 1e-15), axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "clip the logits", "note": "cuts the logits at 700, larger distances are lost", "code": '''
def cross_entropy_from_logits(Y, Z):
    Zc = np.clip(Z, -700, 700)
    return np.log(np.exp(Zc).sum(axis=0)) - np.sum(Y * Zc, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "nan_to_num", "note": "hides infinity and nan behind other numbers", "code": '''
def cross_entropy_from_logits(Y, Z):
    loss = -np.sum(np.nan_to_num(Y * np.log(softmax(Z))), axis=0)
    return loss
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "mean over the examples", "note": "returns the cost, one number", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0)
    return np.mean(np.log(np.exp(S).sum(axis=0)) - (Y * S).sum(axis=0))
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "over the examples", "note": "axis 1 everywhere, one number for each class", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = Z.max(axis=1, keepdims=True)
    return np.log(np.exp(Z - M).sum(axis=1)) - (Y * (Z - M)).sum(axis=1)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "order of the terms", "note": "the sign is turned, negative losses", "code": '''
def cross_entropy_from_logits(Y, Z):
    Z = Z - np.max(Z, axis=0, keepdims=True)
    return np.sum(Y * Z, axis=0) - np.log(np.sum(np.exp(Z), axis=0))
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "keepdims kept", "note": "the maximum has the shape (1, m) and so has the result", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = Z.max(axis=0, keepdims=True)
    lse = M + np.log(np.exp(Z - M).sum(axis=0))
    return lse - (Y * Z).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "sum of the logarithms", "note": "takes the logarithm first and then the sum", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0)
    return np.sum(np.log(np.exp(S)), axis=0) - np.sum(Y * S, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "log1p of the sum", "note": "counts the largest term, which is 1, twice", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0)
    return np.log1p(np.exp(S).sum(axis=0)) - (Y * S).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "only the distance to the best", "note": "takes the maximum for the log of the sum, right for far logits alone", "code": '''
def cross_entropy_from_logits(Y, Z):
    return Z.max(axis=0) - np.sum(Y * Z, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "shift in place", "note": "changes the logits of the caller", "code": '''
def cross_entropy_from_logits(Y, Z):
    Z -= Z.max(axis=0)
    total = np.exp(Z).sum(axis=0)
    return np.log(total) - (Y * Z).sum(axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "built-in max", "note": "max() of a matrix compares whole rows, an error for more than one example", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = max(Z)
    S = Z - M
    return np.log(sum(np.exp(S))) - sum(Y * S)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "np.logsumexp", "note": "NumPy has no logsumexp", "code": '''
def cross_entropy_from_logits(Y, Z):
    return np.logsumexp(Z, axis=0) - np.sum(Y * Z, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "logaddexp as a sum", "note": "logaddexp takes two arrays and no axis", "code": '''
def cross_entropy_from_logits(Y, Z):
    total = np.logaddexp(Z, axis=0)
    return total - np.sum(Y * Z, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "mask row by row", "note": "S[Y == 1] comes in the order of the classes, not of the examples", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - Z.max(axis=0)
    return np.log(np.exp(S).sum(axis=0)) - S[Y == 1]
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "rows instead of entries", "note": "S[labels] picks whole rows, the result is (m, m)", "code": '''
def cross_entropy_from_logits(Y, Z):
    labels = Y.argmax(axis=0)
    S = Z - Z.max(axis=0)
    return np.log(np.exp(S).sum(axis=0)) - S[labels]
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "matrix product", "note": "Y @ S does not fit unless C equals m", "code": '''
def cross_entropy_from_logits(Y, Z):
    S = Z - np.max(Z, axis=0)
    return np.log(np.sum(np.exp(S), axis=0)) - np.dot(Y, S)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "maximum of each class", "note": "shifts each class by its own largest logit, so the logits of one example are moved by different amounts", "code": '''
def cross_entropy_from_logits(Y, Z):
    M = np.max(Z, axis=1, keepdims=True)
    S = Z - M
    return np.log(np.sum(np.exp(S), axis=0)) - np.sum(Y * S, axis=0)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "shift by the true logit", "note": "subtracts the logit of the true class instead of the largest and overflows", "code": '''
def cross_entropy_from_logits(Y, Z):
    z_true = np.sum(Y * Z, axis=0)
    return np.log(np.sum(np.exp(Z - z_true), axis=0))
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "wrong name in the loop", "note": "the column is called zi, the name col is not defined", "code": '''
def cross_entropy_from_logits(Y, Z):
    out = []
    for i in range(Z.shape[1]):
        zi = Z[:, i]
        M = col.max()
        out.append(np.log(np.exp(zi - M).sum()) - (Y[:, i] * (zi - M)).sum())
    return np.array(out)
'''},
    {"exercise": "cross_entropy_from_logits", "right": False, "name": "losses of the type of Z", "note": "integer logits give an integer result array, the losses are cut", "code": '''
def cross_entropy_from_logits(Y, Z):
    loss = np.zeros(Z.shape[1], dtype=Z.dtype)
    for i in range(Z.shape[1]):
        s = Z[:, i] - Z[:, i].max()
        loss[i] = np.log(np.exp(s).sum()) - np.dot(Y[:, i], s)
    return loss
'''},
]
