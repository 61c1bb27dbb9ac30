"""Many networks trained side by side: experiments of the chapter *Shallow networks*.

No exercise depends on them, so a change here leaves the measured accuracy of the checks as it is.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from course_lib._validation import FloatArray, as_count, as_positive, as_size, require_option
from course_lib.datasets import gate
from course_lib.networks.initialize import initialize_parameters

__all__ = ["xor_epochs"]


def xor_epochs(
    n_hidden: int,
    seeds: Iterable[int],
    learning_rate: float,
    loss: str = "bce",
    init: str = "xavier",
    epochs: int = 3000,
    margin: float = 0.3,
) -> FloatArray:
    """
    Train many networks on XOR side by side, and tell when each has learned it.

    Parameters
    ----------
    n_hidden : int
        Sigmoid units of the one hidden layer; the output is one sigmoid unit.
    seeds : iterable of int
        One network a seed. Its first weights are those that `LinearLayer` draws from
        ``numpy.random.default_rng(seed)``, the hidden layer first.
    learning_rate : float
        Step length alpha, dimensionless.
    loss : {"bce", "squared_error"}, default="bce"
        The loss of one example.
    init : {"plain", "xavier", "he"}, default="xavier"
        How the first weights are drawn.
    epochs : int, default=3000
        After so many updates a network is given up.
    margin : float, default=0.3
        Learned means that every output is closer than this to its label.

    Returns
    -------
    ndarray, shape (number of seeds,)
        Number of updates before all four outputs were close to their labels for the first
        time; infinity where that did not happen.

    Raises
    ------
    ValueError
        If there is no seed, a width is below 1 or an option is unknown.

    Notes
    -----
    The formulas of `two_layer_backward`, with the seeds as one more axis in front.

    Examples
    --------
    >>> xor_epochs(1, range(3), learning_rate=1.0, epochs=500)
    array([inf, inf, inf])
    """
    require_option("loss", loss, ("bce", "squared_error"))
    learning_rate, margin = as_positive("learning_rate", learning_rate), as_size("margin", margin)
    (x1, x2), (y,) = gate("xor")
    drawn = []
    for seed in seeds:
        rng = np.random.default_rng(seed)
        hidden = initialize_parameters(2, n_hidden, init, rng)["W"]
        drawn.append((hidden, initialize_parameters(n_hidden, 1, init, rng)["W"][0]))
    if not drawn:
        raise ValueError("seeds must hold at least one seed, got none")
    # One row a network and, in W1, b1 and A1, one a hidden unit; the last axis is the corners.
    W1, W2 = (np.array(weights) for weights in zip(*drawn, strict=True))
    b1, b2 = np.zeros((*W2.shape, 1)), np.zeros((len(W2), 1))
    needed, left = np.full(len(W2), np.inf), np.arange(len(W2))
    with np.errstate(over="ignore"):
        for epoch in range(as_count("epochs", epochs) + 1):
            A1 = 1.0 / (1.0 + np.exp(-(W1[:, :, :1] * x1 + W1[:, :, 1:] * x2 + b1)))
            P = 1.0 / (1.0 + np.exp(-((W2[:, :, np.newaxis] * A1).sum(axis=1) + b2)))
            far = (np.abs(P - y) >= margin).any(axis=1)
            if not far.all():
                needed[left[~far]] = epoch
                left, W1, b1, W2, b2, A1, P = (v[far] for v in (left, W1, b1, W2, b2, A1, P))
            if not left.size:
                break
            dZ2 = (P - y) / 4.0
            if loss == "squared_error":
                dZ2 *= P * (1.0 - P)
            dZ1 = W2[:, :, np.newaxis] * dZ2[:, np.newaxis] * A1 * (1.0 - A1)
            W2 -= learning_rate * (dZ2[:, np.newaxis] * A1).sum(axis=2)
            b2 -= learning_rate * dZ2.sum(axis=1, keepdims=True)
            W1[:, :, 0] -= learning_rate * (dZ1 * x1).sum(axis=2)
            W1[:, :, 1] -= learning_rate * (dZ1 * x2).sum(axis=2)
            b1 -= learning_rate * dZ1.sum(axis=2, keepdims=True)
    return needed
