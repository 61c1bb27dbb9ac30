"""The worked 2-3-2 network of the chapter *ReLU*, in both conventions for its loss."""

from __future__ import annotations

import numpy as np

from course_lib._validation import FloatArray, as_flag
from course_lib.binary_classification import linear_forward, sigmoid
from course_lib.binary_cross_entropy import bce_outputs_mean_grad
from course_lib.sigmoid_derivative import gradient_descent_update


def network_232() -> dict[str, FloatArray]:
    """
    Give the numbers of the worked 2-3-2 network.

    Returns
    -------
    dict of ndarray
        One example ``x`` (2, 1) with its labels ``y`` (2, 1), and the parameters ``W1``
        (3, 2), ``b1`` (3, 1), ``W2`` (2, 3), ``b2`` (2, 1).

    Notes
    -----
    Document 003, lines 32-47 and 136-146.

    Examples
    --------
    >>> network_232()["b1"].T
    array([[ 0.1, -0.2,  0.3]])
    """
    return {
        "x": np.array([[1.0], [0.5]]),
        "W1": np.array([[0.5, 0.2], [-0.3, 0.8], [0.1, -0.4]]),
        "b1": np.array([[0.1], [-0.2], [0.3]]),
        "W2": np.array([[0.4, -0.1, 0.6], [0.2, 0.7, -0.3]]),
        "b2": np.array([[0.2], [-0.1]]),
        "y": np.array([[1.0], [0.0]]),
    }


def forward_232() -> dict[str, FloatArray]:
    """
    Run the 2-3-2 network forward: ReLU hidden units, sigmoid output units.

    Returns
    -------
    dict of ndarray
        ``Z1``, ``A1`` (3, 1) and ``Z2``, ``A2`` (2, 1).

    Notes
    -----
    Document 003, lines 55-130.

    Examples
    --------
    >>> forward_232()["A2"].round(3).T
    array([[0.646, 0.495]])
    """
    net = network_232()
    Z1 = linear_forward(net["W1"], net["x"], net["b1"])
    A1 = np.maximum(Z1, 0.0)
    Z2 = linear_forward(net["W2"], A1, net["b2"])
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": sigmoid(Z2)}


def backward_232(mean_over_outputs: bool = True) -> dict[str, FloatArray]:
    """
    Run the 2-3-2 network backward under binary cross-entropy.

    Parameters
    ----------
    mean_over_outputs : bool, default=True
        True: the loss is the mean over the two output units, as document 003 defines it.
        False: their sum, whose gradients document 003 prints; they are twice as large.

    Returns
    -------
    dict of ndarray
        ``dZ2, dW2, db2, dA1, dZ1, dW1, db1``, each with the shape of what it belongs to.

    Notes
    -----
    Document 003, lines 148-258; the printed gradients lack the 1/2 of the printed loss.
    There is one example, so m = 1.

    Examples
    --------
    >>> backward_232(mean_over_outputs=False)["dZ2"].round(3).T
    array([[-0.354,  0.495]])
    >>> backward_232()["dZ2"].round(3).T
    array([[-0.177,  0.248]])
    """
    mean_over_outputs = as_flag("mean_over_outputs", mean_over_outputs)
    net, cache = network_232(), forward_232()
    dZ2 = cache["A2"] - net["y"]
    if mean_over_outputs:
        dZ2 = bce_outputs_mean_grad(net["y"], cache["A2"])
    dA1 = net["W2"].T @ dZ2
    dZ1 = dA1 * (cache["Z1"] > 0.0)
    layer2 = {"dZ2": dZ2, "dW2": dZ2 @ cache["A1"].T, "db2": dZ2.copy()}
    return {**layer2, "dA1": dA1, "dZ1": dZ1, "dW1": dZ1 @ net["x"].T, "db1": dZ1.copy()}


def update_232(learning_rate: float = 0.1, mean_over_outputs: bool = True) -> dict[str, FloatArray]:
    """
    Take one gradient descent step with the 2-3-2 network.

    Parameters
    ----------
    learning_rate : float, default=0.1
        Step length alpha, dimensionless.
    mean_over_outputs : bool, default=True
        Which gradient to use; see `backward_232`. False gives the printed parameters.

    Returns
    -------
    dict of ndarray
        The new ``W1, b1, W2, b2``.

    Notes
    -----
    Document 003, lines 264-290.

    Examples
    --------
    >>> update_232(mean_over_outputs=False)["b2"].round(3).T
    array([[ 0.235, -0.15 ]])
    """
    net = network_232()
    params = {name: net[name] for name in ("W1", "b1", "W2", "b2")}
    return gradient_descent_update(params, backward_232(mean_over_outputs), learning_rate)
