"""How a neuron learns: chain rule, computational graph, gradient descent.

Companion to the chapter *Sigmoid derivative*. Columns are examples; dV is the gradient of
the mean cost with respect to V, with V's shape, and the 1/m enters once, in dZ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import numpy as np
from numpy.typing import ArrayLike

from course_lib._progress import progress
from course_lib._validation import (
    FloatArray,
    Rng,
    as_count,
    as_mapping,
    as_matrix,
    as_number,
    as_pair,
    as_positive,
    as_real,
    as_rng,
    as_size,
    as_vector,
    never_nan,
    require_callable,
    require_converging,
    require_finite,
    require_option,
    require_shape,
    require_unit_interval,
)
from course_lib.binary_classification import _sigmoid, sigmoid
from course_lib.binary_cross_entropy import (
    _bce_from_logits,
    _sigmoid_minus,
    bce_from_logits,
    bce_grad,
    squared_error,
)
from course_lib.computational_graph import ComputationalGraph, Node
from course_lib.gradient_check import gradient_check, numerical_gradient

__all__ = [
    "ComputationalGraph",
    "Node",
    "annealed_rate",
    "chain",
    "gradient_check",
    "gradient_descent_1d",
    "gradient_descent_update",
    "gradients_by_loop",
    "logistic_gradients",
    "minibatches",
    "numerical_gradient",
    "sigmoid_prime",
    "sigmoid_prime_from_output",
    "single_example_step",
    "train_logistic",
]

_LOSSES = ("bce", "squared_error")


def sigmoid_prime(z: ArrayLike) -> FloatArray:
    r"""
    Derivative :math:`\sigma(z)(1-\sigma(z))` of the sigmoid, without cancellation.

    Parameters
    ----------
    z : array_like
        Logits of any shape, dimensionless.

    Returns
    -------
    ndarray of float64
        Slopes in [0, 1/4] with the shape of `z`, dimensionless.

    Raises
    ------
    ValueError
        If `z` is empty or holds NaN.

    Notes
    -----
    Computed as :math:`e^{-|z|} / (1 + e^{-|z|})^2`, which keeps all digits where
    :math:`1 - \sigma(z)` rounds to 0. Document 000, lines 151-160; document 001, lines 124-132;
    document 002, lines 136-165; document 003, lines 341-359; document 004, lines 241-270.
    Equation ``sigmoid-prime`` of the chapter *Sigmoid derivative*.

    Examples
    --------
    >>> sigmoid_prime(0)
    np.float64(0.25)
    """
    z = as_real("z", z)
    with np.errstate(under="ignore"):
        e = np.exp(-np.abs(z))
        # Rounding may lift the quotient one ulp above the peak.
        return np.minimum(e / (1.0 + e) ** 2, 0.25)[()]


def sigmoid_prime_from_output(p: ArrayLike) -> FloatArray:
    """
    Derivative ``p (1 - p)`` of the sigmoid, from its output.

    Parameters
    ----------
    p : array_like
        Outputs of the sigmoid in [0, 1], of any shape, dimensionless.

    Returns
    -------
    ndarray of float64
        Slopes in [0, 1/4] with the shape of `p`, dimensionless.

    Raises
    ------
    ValueError
        If an output is outside [0, 1].

    Notes
    -----
    Document 000, lines 151-160; document 003, lines 341-359. Equation
    ``sigmoid-prime-from-output`` of the chapter *Sigmoid derivative*.

    Examples
    --------
    >>> sigmoid_prime_from_output([0.5, 1.0])
    array([0.25, 0.  ])
    """
    p = as_real("p", p)
    require_unit_interval("p", p)
    with np.errstate(under="ignore"):
        return (p * (1.0 - p))[()]


def chain(upstream: ArrayLike, local: ArrayLike) -> FloatArray:
    """
    One step of the chain rule: upstream gradient times local derivative, element by element.

    Parameters
    ----------
    upstream : array_like
        Gradient that arrives at the node.
    local : array_like
        Derivative of the node itself, of the same shape or a scalar.

    Returns
    -------
    ndarray of float64
        Gradient passed on to the input of the node; the 1/m is in `upstream`.

    Raises
    ------
    ValueError
        If the shapes differ.

    Notes
    -----
    Document 004, lines 199-210; document 000, line 147. Equation ``chain`` of the
    chapter *Sigmoid derivative*.

    Examples
    --------
    >>> chain([2.0, -2.0], 0.25)
    array([ 0.5, -0.5])
    """
    upstream, local = as_pair("upstream", upstream, "local", local)
    with np.errstate(over="ignore", under="ignore"):
        return (upstream * local)[()]


@never_nan("w, x, b and learning_rate")
def single_example_step(
    w: ArrayLike,
    b: ArrayLike,
    x: ArrayLike,
    y: ArrayLike,
    loss: str = "bce",
    learning_rate: float = 1.0,
) -> dict[str, FloatArray]:
    """
    One step of stochastic gradient descent, with everything computed on the way.

    Parameters
    ----------
    w : array_like of shape (n,)
        Weights, dimensionless.
    b : float
        Bias, dimensionless.
    x : array_like of shape (n,)
        Features of the example, dimensionless.
    y : float
        Label in [0, 1].
    loss : {"bce", "squared_error"}
        Loss of the example.
    learning_rate : float, default=1.0
        Length of the step, positive.

    Returns
    -------
    dict
        ``z, p, loss``, the derivatives ``dp, dp_dz, dz, dw, db`` (of the loss, but for the
        local ``dp_dz``) and the new ``w, b``.

    Raises
    ------
    ValueError
        If shapes differ, the label is outside [0, 1] or `loss` is unknown.

    Notes
    -----
    Document 000, lines 72-223; document 004, lines 145-440.

    Examples
    --------
    >>> step = single_example_step([0.1, 0.6], 0.0, [0, 0], 0)
    >>> print(step["p"], step["dp"], step["dz"], step["dw"], step["db"], step["b"])
    0.5 2.0 0.5 [0. 0.] 0.5 -0.5
    """
    w, x = as_vector("w", w), as_vector("x", x)
    require_shape("x", x, w.shape, "(n,)")
    b, y = np.float64(as_number("b", b)), np.float64(as_number("y", y))
    require_unit_interval("y", np.asarray(y))
    require_option("loss", loss, _LOSSES)
    learning_rate = as_positive("learning_rate", learning_rate)
    z = w @ x + b
    p, dp_dz = sigmoid(z), sigmoid_prime(z)
    if loss == "bce":
        # p - y is the product dp * dp_dz, and stays finite where dp is infinite.
        value, dp, dz = bce_from_logits(y, z), bce_grad(y, p), _sigmoid_minus(y, z)
    else:
        value, dp = squared_error(y, p), _sigmoid_minus(y, z)
        dz = chain(dp, dp_dz)
    dw, db = dz * x, dz
    new = {"w": w - learning_rate * dw, "b": b - learning_rate * db}
    return {
        "z": z,
        "p": p,
        "loss": value,
        "dp": dp,
        "dp_dz": dp_dz,
        "dz": dz,
        "dw": dw,
        "db": db,
    } | new


def _problem(
    W: ArrayLike, b: ArrayLike, X: ArrayLike, Y: ArrayLike, loss: str
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Read parameters and data of a single layer, and see that they fit together."""
    require_option("loss", loss, _LOSSES)
    W, b = as_matrix("W", W, "(n_out, n)"), as_matrix("b", b, "(n_out, 1)")
    X, Y = as_matrix("X", X), as_matrix("Y", Y, "(n_out, m)")
    require_shape("W", W, (W.shape[0], X.shape[0]), "(n_out, n)")
    require_shape("b", b, (W.shape[0], 1), "(n_out, 1)")
    require_shape("Y", Y, (W.shape[0], X.shape[1]), "(n_out, m)")
    require_unit_interval("Y", Y)
    return W, b, X, Y


def _cost_and_error(
    Z: FloatArray, P: FloatArray, Y: FloatArray, loss: str
) -> tuple[float, FloatArray]:
    """Mean cost, and dZ with its 1/m, without checks."""
    m, Q = Y.shape[1], _sigmoid(-Z)
    error = (1.0 - Y) * P - Y * Q  # P - Y, which would round to 0
    if loss == "bce":
        return float(_bce_from_logits(Y, Z).sum() / m), error / m
    return float(0.5 * np.square(error).sum() / m), error * P * Q / m


@never_nan("W, b and X")
def logistic_gradients(
    W: ArrayLike, b: ArrayLike, X: ArrayLike, Y: ArrayLike, loss: str = "bce"
) -> dict[str, FloatArray | float]:
    """
    Forward and backward pass of logistic regression for all examples at once.

    Parameters
    ----------
    W : array_like of shape (1, n)
        Weights, dimensionless.
    b : array_like of shape (1, 1)
        Bias, dimensionless.
    X : array_like of shape (n, m)
        Data, one column an example.
    Y : array_like of shape (1, m)
        Labels in [0, 1].
    loss : {"bce", "squared_error"}
        Loss whose mean is the cost.

    Returns
    -------
    dict
        ``P`` (1, m), ``dZ`` (1, m), ``dW`` (1, n), ``db`` (1, 1) and ``cost`` (float). The 1/m
        is in ``dZ``, and ``dW``, ``db`` inherit it.

    Raises
    ------
    ValueError
        If the shapes do not fit, a label is outside [0, 1] or `loss` is unknown.

    Notes
    -----
    Document 004, lines 740-852. Equation ``logistic-gradients`` of the chapter
    *Sigmoid derivative*.

    Examples
    --------
    >>> gradients = logistic_gradients([[0.0, 0.0]], [[0.0]], [[0, 1], [1, 1]], [[0, 1]])
    >>> gradients["dZ"], gradients["dW"]
    (array([[ 0.25, -0.25]]), array([[-0.25,  0.  ]]))
    """
    W, b, X, Y = _problem(W, b, X, Y, loss)
    Z = W @ X + b
    P = _sigmoid(Z)
    with np.errstate(under="ignore"):
        cost, dZ = _cost_and_error(Z, P, Y, loss)
    return {"P": P, "dZ": dZ, "dW": dZ @ X.T, "db": dZ.sum(axis=1, keepdims=True), "cost": cost}


@never_nan("W, b and X")
def gradients_by_loop(
    W: ArrayLike, b: ArrayLike, X: ArrayLike, Y: ArrayLike, loss: str = "bce"
) -> dict[str, FloatArray | float]:
    """
    The same as `logistic_gradients`, accumulated one example at a time.

    Parameters
    ----------
    W : array_like of shape (1, n)
        Weights, dimensionless.
    b : array_like of shape (1, 1)
        Bias, dimensionless.
    X : array_like of shape (n, m)
        Data, one column an example.
    Y : array_like of shape (1, m)
        Labels in [0, 1].
    loss : {"bce", "squared_error"}
        Loss whose mean is the cost.

    Returns
    -------
    dict
        ``P, dZ, dW, db, cost`` as in `logistic_gradients`; the sums are divided by m at the end.

    Raises
    ------
    ValueError
        If the shapes do not fit, there is more than one output unit, or `loss` is unknown.

    Notes
    -----
    Document 004, lines 617-665: slow, and easier to read than the vectorized form.

    Examples
    --------
    >>> gradients_by_loop([[0.0, 0.0]], [[0.0]], [[0, 1], [1, 1]], [[0, 1]])["dW"]
    array([[-0.25,  0.  ]])
    """
    W, b, X, Y = _problem(W, b, X, Y, loss)
    require_shape("W", W, (1, X.shape[0]), "(1, n)")
    m = X.shape[1]
    P, dZ, dW, db, cost = (
        np.zeros_like(Y),
        np.zeros_like(Y),
        np.zeros_like(W),
        np.zeros((1, 1)),
        0.0,
    )
    for k in range(m):
        step = single_example_step(W[0], b[0, 0], X[:, k], Y[0, k], loss)
        P[0, k], dZ[0, k] = step["p"], step["dz"] / m
        dW += step["dw"]
        db += step["db"]
        cost += float(step["loss"])
    return {"P": P, "dZ": dZ, "dW": dW / m, "db": db / m, "cost": cost / m}


def gradient_descent_update(
    params: Mapping[str, ArrayLike], grads: Mapping[str, ArrayLike], learning_rate: float
) -> dict[str, FloatArray]:
    """
    Move every parameter one step against its gradient.

    Parameters
    ----------
    params : dict
        Parameters by name, such as ``W1``.
    grads : dict
        Gradients under the names ``dW1``; others are ignored.
    learning_rate : float
        Length of the step, positive.

    Returns
    -------
    dict
        New parameters ``params["W"] - learning_rate * grads["dW"]``; the old ones are kept.

    Raises
    ------
    ValueError
        If a gradient is missing, has another shape, or the learning rate is not positive.

    Notes
    -----
    Document 000, lines 198-223; document 001, lines 331-333; document 002, lines 479-541;
    document 003, lines 274-290. Equation ``gradient-descent`` of the chapter
    *Sigmoid derivative*.

    Examples
    --------
    >>> gradient_descent_update({"b": 0.0}, {"db": 0.5}, learning_rate=1.0)
    {'b': np.float64(-0.5)}
    """
    learning_rate = as_positive("learning_rate", learning_rate)
    params, grads = as_mapping("params", params), as_mapping("grads", grads)
    updated = {}
    for name, value in params.items():
        if f"d{name}" not in grads:
            raise ValueError(f"grads must hold d{name}, got {', '.join(grads) or 'nothing'}")
        value, grad = as_real(name, value), as_real(f"d{name}", grads[f"d{name}"])
        require_shape(f"d{name}", grad, value.shape, f"of {name}")
        with np.errstate(over="ignore"):
            updated[name] = (value - learning_rate * grad)[()]
    return updated


def minibatches(
    X: ArrayLike, Y: ArrayLike, batch_size: int, rng: Rng
) -> Iterator[tuple[FloatArray, FloatArray]]:
    """
    Blocks of examples of one epoch, in shuffled order.

    Parameters
    ----------
    X : array_like of shape (n, m)
        Data, one column an example.
    Y : array_like of shape (n_out, m)
        Labels of the same examples.
    batch_size : int
        Examples in a block: 1 is stochastic descent, m the full batch.
    rng : numpy.random.Generator
        Source of the shuffle; each call draws a new order.

    Returns
    -------
    iterator of (X, Y) pairs
        Columns kept in pairs; every example once; only the last block may be smaller.

    Raises
    ------
    ValueError
        If `X` and `Y` differ in m or `batch_size` is below 1.

    Notes
    -----
    Document 000, line 72; document 001, line 69; document 004, lines 501-502.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> [x.shape for x, y in minibatches(np.ones((2, 5)), np.ones((1, 5)), 2, rng)]
    [(2, 2), (2, 2), (2, 1)]
    """
    X, Y = as_matrix("X", X), as_matrix("Y", Y, "(n_out, m)")
    require_shape("Y", Y, (Y.shape[0], X.shape[1]), "(n_out, m)")
    batch_size = as_count("batch_size", batch_size, minimum=1)
    return _shuffled_batches(X, Y, batch_size, as_rng("rng", rng))


def _shuffled_batches(
    X: FloatArray, Y: FloatArray, batch_size: int, rng: Rng
) -> Iterator[tuple[FloatArray, FloatArray]]:
    """Blocks of one epoch, without checks: for loops that checked before."""
    order = rng.permutation(X.shape[1])
    starts = range(0, X.shape[1], batch_size)
    blocks = (order[start : start + batch_size] for start in starts)
    return ((X[:, block], Y[:, block]) for block in blocks)


def train_logistic(
    X: ArrayLike,
    Y: ArrayLike,
    W: ArrayLike,
    b: ArrayLike,
    learning_rate: float,
    epochs: int,
    loss: str = "bce",
) -> tuple[dict[str, FloatArray], list[float]]:
    """
    Full-batch gradient descent on one layer of sigmoid units.

    Parameters
    ----------
    X : array_like of shape (n, m)
        Data, one column an example.
    Y : array_like of shape (1, m)
        Labels in [0, 1].
    W : array_like of shape (1, n)
        First weights; left unchanged.
    b : array_like of shape (1, 1)
        First bias; left unchanged.
    learning_rate : float
        Length of a step, positive.
    epochs : int
        Number of updates.
    loss : {"bce", "squared_error"}
        Loss whose mean is the cost.

    Returns
    -------
    params : dict
        Trained ``W`` and ``b``.
    costs : list of float
        ``costs[k]`` is the cost before update k.

    Raises
    ------
    ValueError
        If the shapes do not fit, a label is outside [0, 1], `loss` is unknown, the learning
        rate is not positive or `epochs` is negative.
    FloatingPointError
        If the training diverges.

    Notes
    -----
    Document 004, lines 909-919. A long run shows a progress bar in a terminal.

    Examples
    --------
    >>> corners, labels = [[0, 0, 1, 1], [0, 1, 0, 1]], [[0, 1, 1, 1]]
    >>> params, costs = train_logistic(corners, labels, [[0.1, 0.6]], [[0.0]], 1.0, epochs=500)
    >>> round(costs[0], 3), round(costs[-1], 3)
    (0.545, 0.019)
    """
    W, b, X, Y = _problem(W, b, X, Y, loss)
    learning_rate = as_positive("learning_rate", learning_rate)
    W, b, costs = W.copy(), b.copy(), []
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        for epoch in progress(range(as_count("epochs", epochs)), "training"):
            Z = W @ X + b
            cost, dZ = _cost_and_error(Z, _sigmoid(Z), Y, loss)
            costs.append(cost)
            W -= learning_rate * (dZ @ X.T)
            b -= learning_rate * dZ.sum(axis=1, keepdims=True)
            require_converging(cost, epoch, learning_rate, X)
    require_converging(float(W.sum() + b.sum()), len(costs) - 1, learning_rate, X, "sum of W and b")
    return {"W": W, "b": b}, costs


def gradient_descent_1d(
    grad: Callable[[float], float], w0: float, learning_rate: float, steps: int
) -> FloatArray:
    """
    Path of one number that descends a curve.

    Parameters
    ----------
    grad : callable
        Slope of the curve at a point.
    w0 : float
        Start.
    learning_rate : float
        Length of a step, positive.
    steps : int
        Number of steps.

    Returns
    -------
    ndarray of shape (steps + 1,)
        The start and the point after each step; where the path runs out of the float
        range, it stays infinite.

    Raises
    ------
    ValueError
        If the learning rate is not positive or `steps` is negative.

    Notes
    -----
    Document 004, lines 472-498: crawl, overshoot, diverge.

    Examples
    --------
    >>> gradient_descent_1d(lambda w: 2 * w, 1.0, 0.25, steps=3)
    array([1.   , 0.5  , 0.25 , 0.125])
    """
    require_callable("grad", grad)
    w, learning_rate = as_number("w0", w0), as_positive("learning_rate", learning_rate)
    path = [w]
    for _ in range(as_count("steps", steps)):
        with np.errstate(over="ignore", under="ignore"):
            w = float(w - learning_rate * as_real("grad(w)", grad(w))) if np.isfinite(w) else w
        path.append(w)
    return np.array(path)


def annealed_rate(learning_rate: float, epoch: ArrayLike, decay: float) -> FloatArray:
    """
    Learning rate that shrinks with time: ``learning_rate / (1 + decay * epoch)``.

    Parameters
    ----------
    learning_rate : float
        Rate at epoch 0, positive.
    epoch : array_like
        Epochs, not negative, of any shape.
    decay : float
        Decay per epoch, not negative; 0 keeps the rate.

    Returns
    -------
    ndarray of float64
        Rates with the shape of `epoch`.

    Raises
    ------
    ValueError
        If the learning rate is not positive, or an epoch or the decay is negative.

    Notes
    -----
    Document 004, lines 472-483, which names annealing and gives no formula.

    Examples
    --------
    >>> annealed_rate(1.0, [0, 1, 3], decay=1.0)
    array([1.  , 0.5 , 0.25])
    """
    learning_rate, epoch = as_positive("learning_rate", learning_rate), as_real("epoch", epoch)
    require_finite("epoch", epoch)
    decay = as_size("decay", decay)
    if (epoch < 0.0).any():
        raise ValueError(f"epoch must be at least 0, got {epoch.min():g}")
    with np.errstate(over="ignore", under="ignore"):
        return (learning_rate / (1.0 + decay * epoch))[()]
