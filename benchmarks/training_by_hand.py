"""Training loops as an expert would write them for one network: the limit of what NumPy can do.

Every array is made once, before the first step, and written into. No argument is checked, and
gradients are the plain differences ``P - Y``, which round to 0 where a unit is saturated.
"""

from collections.abc import Callable

import numpy as np

Arrays = list[np.ndarray]
Trained = tuple[Arrays, Arrays, list[float]]


def _bce(Z: np.ndarray, Y: np.ndarray, dZ: np.ndarray, room: np.ndarray) -> float:
    """Sum of the losses; dZ becomes the gradient of their mean."""
    np.abs(Z, out=room)
    np.negative(room, out=room)
    np.exp(room, out=room)
    np.log1p(room, out=room)
    np.multiply(Z, Y, out=dZ)
    room -= dZ
    np.maximum(Z, 0.0, out=dZ)
    room += dZ
    total = np.add.reduce(room, axis=None)
    _sigmoid(Z, dZ)
    dZ -= Y
    dZ *= 1.0 / Z.shape[1]
    return float(total)


def _squared_error(Z: np.ndarray, Y: np.ndarray, dZ: np.ndarray, room: np.ndarray) -> float:
    """Sum of the losses behind a sigmoid; dZ becomes the gradient of their mean."""
    _sigmoid(Z, Z)
    np.subtract(Z, Y, out=dZ)
    np.square(dZ, out=room)
    total = 0.5 * np.add.reduce(room, axis=None)
    np.subtract(1.0, Z, out=room)
    room *= Z
    dZ *= room
    dZ *= 1.0 / Z.shape[1]
    return float(total)


def _cross_entropy(Z: np.ndarray, Y: np.ndarray, dZ: np.ndarray, room: np.ndarray) -> float:
    """Sum of the losses behind a softmax; dZ becomes the gradient of their mean."""
    Z -= np.maximum.reduce(Z, axis=0)
    np.exp(Z, out=dZ)
    sums = np.add.reduce(dZ, axis=0)
    np.multiply(Z, Y, out=room)
    total = np.add.reduce(np.log(sums)) - np.add.reduce(room, axis=None)
    dZ /= sums
    dZ -= Y
    dZ *= 1.0 / Z.shape[1]
    return float(total)


def _sigmoid(Z: np.ndarray, out: np.ndarray) -> None:
    np.negative(Z, out=out)
    np.exp(out, out=out)
    out += 1.0
    np.reciprocal(out, out=out)


_LOSSES: dict[str, Callable[..., float]] = {
    "bce": _bce,
    "squared_error": _squared_error,
    "cross_entropy": _cross_entropy,
}


class _Room:
    """Arrays for batches of one size."""

    def __init__(self, W: Arrays, inputs: int, outputs: int, size: int) -> None:
        self.X = np.empty((inputs, size))
        self.rows = np.empty((size, inputs))
        self.Y = np.empty((outputs, size))
        self.A = [np.empty((len(w), size)) for w in W]
        self.dZ = [np.empty((len(w), size)) for w in W]
        self.slope = [np.empty((len(w), size)) for w in W]
        self.gate = [np.empty((len(w), size), dtype=bool) for w in W]


def by_hand(
    W: Arrays,
    b: Arrays,
    X: np.ndarray,
    Y: np.ndarray,
    learning_rate: float,
    epochs: int,
    hidden: str,
    loss: str,
    batch_size: int | None,
    rng: np.random.Generator | None,
) -> Trained:
    """Train any stack of layers with one kind of hidden unit."""
    W, b, costs = [w.copy() for w in W], [c.copy() for c in b], []
    m = X.shape[1]
    size = batch_size or m
    rooms = {n: _Room(W, len(X), len(Y), n) for n in {size, m % size or size}}
    dW, db = [np.empty_like(w) for w in W], [np.empty_like(c) for c in b]
    rows = None if rng is None else np.ascontiguousarray(X.T)
    with np.errstate(over="ignore"):
        for _ in range(epochs):
            order = None if rng is None else rng.permutation(m)
            total = 0.0
            for k in range(0, m, size):
                room = rooms[min(size, m - k)]
                x, y = _batch(X, Y, rows, order, k, room, size)
                total += _set_gradients(W, b, x, y, hidden, loss, room, dW, db)
                for value, slope in zip((*W, *b), (*dW, *db), strict=True):
                    slope *= learning_rate
                    value -= slope
            costs.append(total / m)
    return W, b, costs


def _batch(X, Y, rows, order, k, room, size):
    """Put a batch where there is room for it; all examples stay where they are."""
    if order is not None:
        block = order[k : k + size]
        np.take(rows, block, axis=0, out=room.rows, mode="clip")
        np.take(Y, block, axis=1, out=room.Y, mode="clip")
        return room.rows.T, room.Y
    if size == X.shape[1]:
        return X, Y
    np.copyto(room.X, X[:, k : k + size])
    return room.X, Y[:, k : k + size]


def _set_gradients(W, b, x, y, hidden, loss, room, dW, db) -> float:
    """Run one batch forward and backward."""
    A = x
    for k, w in enumerate(W):
        Z = np.dot(w, A, out=room.A[k])
        Z += b[k]
        A = Z
        if k == len(W) - 1:
            break
        if hidden == "relu":
            np.maximum(Z, 0.0, out=Z)
        else:
            _sigmoid(Z, Z)
    dZ = room.dZ[-1]
    total = _LOSSES[loss](A, y, dZ, room.slope[-1])
    for k in reversed(range(len(W))):
        np.dot(dZ, (room.A[k - 1] if k else x).T, out=dW[k])
        np.add.reduce(dZ, axis=1, keepdims=True, out=db[k])
        if k:
            A, slope = room.A[k - 1], room.slope[k - 1]
            dZ = np.dot(W[k].T, dZ, out=room.dZ[k - 1])
            if hidden == "relu":
                dZ *= np.greater(A, 0.0, out=room.gate[k - 1])
            else:
                np.subtract(1.0, A, out=slope)
                slope *= A
                dZ *= slope
    return total


def flat_xor(
    W: Arrays, b: Arrays, X: np.ndarray, Y: np.ndarray, rate: float, epochs: int
) -> Trained:
    """
    Train two layers with the cross-entropy, all numbers of the network in one vector.

    Each bias is the last column of its matrix, and an input that is always 1 stands for it:
    the fewest calls of NumPy, and nothing that a reader would recognize.
    """
    (n1, n0), n2, m = W[0].shape, len(W[1]), X.shape[1]
    cut = n1 * (n0 + 1)
    weights = np.concatenate([np.hstack(pair).ravel() for pair in zip(W, b, strict=True)])
    slopes = np.empty_like(weights)
    W1, W2 = weights[:cut].reshape(n1, n0 + 1), weights[cut:].reshape(n2, n1 + 1)
    dW1, dW2 = slopes[:cut].reshape(n1, n0 + 1), slopes[cut:].reshape(n2, n1 + 1)
    X1, A1 = np.vstack([X, np.ones(m)]), np.ones((n1 + 1, m))
    A, Z1, Z2 = A1[:n1], np.empty((n1, m)), np.empty((n2, m))
    slope, dZ1, loss, product = Z1.copy(), Z1.copy(), Z2.copy(), Z2.copy()
    W2_back, X1_back, A1_back, minus_Y = W2[:, :n1].T, X1.T, A1.T, -Y
    costs: list[float] = []
    with np.errstate(over="ignore"):
        for _ in range(epochs):
            np.dot(W1, X1, out=Z1)
            np.negative(Z1, Z1)
            np.exp(Z1, Z1)
            np.add(Z1, 1.0, Z1)
            np.reciprocal(Z1, A)
            np.dot(W2, A1, out=Z2)
            np.logaddexp(0.0, Z2, loss)
            np.multiply(Z2, minus_Y, product)
            np.add(product, loss, product)
            costs.append(np.add.reduce(product, None) / m)
            np.negative(loss, loss)
            np.expm1(loss, loss)
            np.subtract(minus_Y, loss, loss)  # P - Y
            np.dot(loss, A1_back, out=dW2)
            np.dot(W2_back, loss, out=dZ1)
            np.subtract(1.0, A, slope)
            np.multiply(slope, A, slope)
            np.multiply(dZ1, slope, dZ1)
            np.dot(dZ1, X1_back, out=dW1)
            np.multiply(slopes, rate / m, slopes)
            np.subtract(weights, slopes, weights)
    return [W1[:, :n0], W2[:, :n1]], [W1[:, n0:], W2[:, n1:]], costs
