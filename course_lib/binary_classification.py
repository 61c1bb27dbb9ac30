"""One neuron that answers yes or no: linear node, sigmoid, prediction, boundary.

Companion to the chapter *Binary classification*. Columns are examples.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_lib._validation import (
    FloatArray,
    as_matrix,
    as_number,
    as_pair,
    as_real,
    as_vector,
    never_nan,
    require_finite,
    require_shape,
    require_unit_interval,
)

__all__ = [
    "accuracy",
    "bernoulli_pmf",
    "decision_boundary_line",
    "design_matrix",
    "is_linearly_separable",
    "linear_forward",
    "neuron",
    "predict",
    "sigmoid",
]

# Smallest margin, relative to the spread of the data, that counts as a gap between two classes.
_SMALLEST_MARGIN = 1e-12


def _sigmoid(z: FloatArray) -> FloatArray:
    """Sigmoid of a float64 array, without checks: for loops that checked before."""
    with np.errstate(under="ignore"):
        e = np.exp(-np.abs(z))
        return np.where(z >= 0.0, 1.0, e) / (1.0 + e)


def sigmoid(z: ArrayLike) -> FloatArray:
    r"""
    Logistic function :math:`\sigma(z) = 1/(1+e^{-z})`, stable at every magnitude.

    Parameters
    ----------
    z : array_like
        Logits of any shape, dimensionless.

    Returns
    -------
    ndarray of float64
        Values in [0, 1] with the shape of `z`, dimensionless; a scalar for a scalar.

    Raises
    ------
    TypeError
        If `z` is not numeric.
    ValueError
        If `z` is empty or holds NaN.

    Notes
    -----
    Document 000, lines 28-34; document 003, lines 313-339; document 004, lines 116-125.
    Equation ``sigmoid`` of the chapter *Binary classification*. Only
    :math:`e^{-|z|} \le 1` is formed, so nothing can overflow.

    Examples
    --------
    >>> sigmoid(0)
    np.float64(0.5)
    >>> sigmoid([-800, 0, 800])
    array([0. , 0.5, 1. ])
    """
    return _sigmoid(as_real("z", z))[()]


def _require_hard(name: str, labels: FloatArray) -> None:
    """Demand labels that are exactly 0 or 1."""
    soft = (labels != 0.0) & (labels != 1.0)
    if soft.any():
        raise ValueError(f"{name} must hold labels 0 and 1, got {labels[soft].flat[0]}")


@never_nan("W, A_prev and b")
def linear_forward(W: ArrayLike, A_prev: ArrayLike, b: ArrayLike) -> FloatArray:
    """
    Linear node of a layer for all examples at once: ``W @ A_prev + b``.

    Parameters
    ----------
    W : array_like of shape (n_out, n_in)
        Weights, one row a unit, dimensionless.
    A_prev : array_like of shape (n_in, m)
        Input of the layer, one column an example, dimensionless.
    b : array_like of shape (n_out, 1)
        Biases, repeated over the m columns, dimensionless.

    Returns
    -------
    ndarray of shape (n_out, m)
        Logits Z, dimensionless.

    Raises
    ------
    ValueError
        If the shapes do not fit together.

    Notes
    -----
    Document 000, line 240; document 001, lines 25-39; document 004, lines 676-730.
    Equation ``linear-forward`` of the chapter *Binary classification*.

    Examples
    --------
    >>> linear_forward([[0.1, 0.6]], [[0, 0, 1, 1], [0, 1, 0, 1]], [[0.0]])
    array([[0. , 0.6, 0.1, 0.7]])
    """
    W = as_matrix("W", W, "(n_out, n_in)")
    A_prev = as_matrix("A_prev", A_prev, "(n_in, m)")
    b = as_matrix("b", b, "(n_out, 1)")
    require_shape("A_prev", A_prev, (W.shape[1], A_prev.shape[1]), "(n_in, m)")
    require_shape("b", b, (W.shape[0], 1), "(n_out, 1)")
    return W @ A_prev + b


@never_nan("w, x and b")
def neuron(w: ArrayLike, x: ArrayLike, b: ArrayLike) -> FloatArray:
    r"""
    Output :math:`\sigma(w \cdot x + b)` of one neuron for one example.

    Parameters
    ----------
    w : array_like of shape (n,)
        Weights, dimensionless.
    x : array_like of shape (n,)
        Features of the example, dimensionless.
    b : float
        Bias, dimensionless.

    Returns
    -------
    numpy.float64
        Probability of the positive class, in [0, 1], dimensionless.

    Raises
    ------
    ValueError
        If `w` and `x` are not vectors of one length, or `b` is not a number.

    Notes
    -----
    Document 000, lines 72-84; document 001, line 11. Equation ``neuron`` of the
    chapter *Binary classification*.

    Examples
    --------
    >>> neuron([0.1, 0.6], [0, 0], 0.0)
    np.float64(0.5)
    """
    w, x = as_vector("w", w), as_vector("x", x)
    require_shape("x", x, w.shape, "(n,)")
    return sigmoid(w @ x + as_number("b", b))


def bernoulli_pmf(y: ArrayLike, p: ArrayLike) -> FloatArray:
    """
    Probability of the label `y` where 1 has probability `p`.

    Parameters
    ----------
    y : array_like
        Labels, each exactly 0 or 1.
    p : array_like
        Probabilities of label 1, in [0, 1], of the shape of `y` or a scalar.

    Returns
    -------
    ndarray of float64
        `p` where the label is 1, ``1 - p`` where it is 0, dimensionless.

    Raises
    ------
    ValueError
        If a label is not 0 or 1, a probability is outside [0, 1] or shapes differ.

    Notes
    -----
    Document 000, lines 41-58. Equation ``bernoulli-pmf`` of the chapter
    *Binary classification*.

    Examples
    --------
    >>> bernoulli_pmf([1, 0], 0.75)
    array([0.75, 0.25])
    """
    y, p = as_pair("y", y, "p", p)
    require_unit_interval("p", p)
    _require_hard("y", y)
    return np.where(y == 1.0, p, 1.0 - p)[()]


def predict(P: ArrayLike, threshold: float = 0.5) -> FloatArray:
    """
    Label 1 where the probability exceeds the threshold, else 0.

    Parameters
    ----------
    P : array_like
        Probabilities of label 1, of any shape, dimensionless.
    threshold : float, default=0.5
        Probability in [0, 1]; a tie predicts 0.

    Returns
    -------
    ndarray of float64
        Labels 0.0 and 1.0 with the shape of `P`.

    Raises
    ------
    ValueError
        If a probability or the threshold is outside [0, 1].

    Notes
    -----
    Document 000, lines 60-70; document 004, lines 1941-1945. Equation ``predict``
    of the chapter *Binary classification*.

    Examples
    --------
    >>> predict([[0.2, 0.5, 0.9]])
    array([[0., 0., 1.]])
    """
    P, threshold = as_real("P", P), as_number("threshold", threshold)
    require_unit_interval("P", P)
    require_unit_interval("threshold", np.asarray(threshold))
    return np.where(P > threshold, 1.0, 0.0)[()]


def accuracy(Y_pred: ArrayLike, Y: ArrayLike) -> float:
    """
    Fraction of predictions that equal their label.

    Parameters
    ----------
    Y_pred : array_like of shape (1, m)
        Predicted labels.
    Y : array_like of shape (1, m)
        True labels.

    Returns
    -------
    float
        Number in [0, 1], dimensionless.

    Raises
    ------
    ValueError
        If the shapes differ.

    Notes
    -----
    Document 004, lines 1941-1947, which multiplies by 100. Equation ``accuracy``
    of the chapter *Binary classification*.

    Examples
    --------
    >>> accuracy([[0, 1, 1, 1]], [[0, 1, 1, 0]])
    0.75
    """
    Y_pred, Y = as_real("Y_pred", Y_pred), as_real("Y", Y)
    require_shape("Y_pred", Y_pred, Y.shape, "of Y")
    return float(np.mean(Y_pred == Y))


def decision_boundary_line(w: ArrayLike, b: ArrayLike) -> tuple[float, float]:
    r"""
    Line on which a neuron with two inputs is undecided.

    Parameters
    ----------
    w : array_like of shape (2,)
        Weights, dimensionless.
    b : float
        Bias, dimensionless.

    Returns
    -------
    slope, intercept : float
        The boundary :math:`w_1 x_1 + w_2 x_2 + b = 0` read as
        ``x2 = slope * x1 + intercept``, dimensionless.

    Raises
    ------
    ValueError
        If the second weight is 0: the boundary is vertical, or there is none.

    Notes
    -----
    Document 004, lines 911-928. Equation ``decision-boundary`` of the chapter
    *Binary classification*.

    Examples
    --------
    >>> decision_boundary_line([1.0, 2.0], -3.0)
    (-0.5, 1.5)
    """
    w, b = as_vector("w", w), as_number("b", b)
    require_shape("w", w, (2,), "(2,)")
    require_finite("w", w)
    if w[1] == 0.0:
        raise ValueError("w[1] must not be 0, got 0.0: no line x2 = slope * x1 + intercept exists")
    with np.errstate(over="ignore", under="ignore"):
        slope, intercept = -w[0] / w[1], -b / w[1]
    return float(slope) + 0.0, float(intercept) + 0.0


def design_matrix(X: ArrayLike) -> FloatArray:
    """
    The same data with one row an example, as most libraries want it.

    Parameters
    ----------
    X : array_like of shape (n, m)
        Data, one column an example.

    Returns
    -------
    ndarray of shape (m, n)
        Transposed data: a view where `X` is a float64 array.

    Notes
    -----
    Document 004, lines 676-715. Equation ``design-matrix`` of the chapter
    *Binary classification*.

    Examples
    --------
    >>> design_matrix([[0, 0, 1], [0, 1, 0]])
    array([[0., 0.],
           [0., 1.],
           [1., 0.]])
    """
    return as_matrix("X", X).T


def is_linearly_separable(X: ArrayLike, Y: ArrayLike) -> bool:
    """
    Say whether one line (plane, hyperplane) puts each class on its own side.

    Parameters
    ----------
    X : array_like of shape (n, m)
        Data, one column an example, finite.
    Y : array_like of shape (1, m)
        Labels, each exactly 0 or 1.

    Returns
    -------
    bool
        True where some w, b give ``w @ x + b > 0`` for label 1 and ``< 0`` for label 0.

    Raises
    ------
    ValueError
        If the shapes differ, a label is not 0 or 1, or `X` is not finite.

    Notes
    -----
    Document 004, lines 138 and 1129-1134. The classes can be parted exactly when 0 is
    not a weighted mean of the points ``(x, 1)``, those of label 0 taken negative. The mean
    nearest to 0 is found by non-negative least squares; it is itself the normal
    of a separating plane. A gap below 1e-12 of the spread of the data counts as none.

    Examples
    --------
    >>> corners = [[0, 0, 1, 1], [0, 1, 0, 1]]
    >>> is_linearly_separable(corners, [[0, 1, 1, 1]])
    True
    >>> is_linearly_separable(corners, [[0, 1, 1, 0]])
    False
    """
    X, Y = as_matrix("X", X), as_matrix("Y", Y, "(1, m)")
    require_finite("X", X)
    require_shape("Y", Y, (1, X.shape[1]), "(1, m)")
    _require_hard("Y", Y)
    side = 2.0 * Y - 1.0
    scaled = X / np.maximum(np.abs(X).max(axis=1, keepdims=True), np.finfo(float).tiny)
    scaled -= scaled.mean(axis=1, keepdims=True)
    spread = np.abs(scaled).max(axis=1, keepdims=True)
    points = side * np.vstack([scaled / np.where(spread > 0.0, spread, 1.0), np.ones_like(Y)])
    normal = points @ _nearest_mean(points)
    length = np.linalg.norm(normal)
    return bool(length > 0.0 and (normal @ points).min() / length > _SMALLEST_MARGIN)


def _nearest_mean(points: FloatArray) -> FloatArray:
    """Weights, not negative, of the mean of the columns nearest to 0 (Lawson and Hanson 1974)."""
    A = np.vstack([points, np.ones((1, points.shape[1]))])
    target = np.zeros(A.shape[0])
    target[-1] = 1.0
    weights, active = np.zeros(A.shape[1]), np.zeros(A.shape[1], dtype=bool)
    for _ in range(3 * A.shape[1]):
        slope = np.where(active, -np.inf, A.T @ (target - A @ weights))
        if slope.max() <= _SMALLEST_MARGIN / 100.0:
            break
        active[slope.argmax()] = True
        trial = _least_squares(A, target, active)
        while active.any() and trial[active].min() <= 0.0:
            leaving = active & (trial <= 0.0)
            step = np.min(weights[leaving] / (weights[leaving] - trial[leaving]))
            weights = weights + step * (trial - weights)
            active &= weights > np.finfo(float).eps
            weights[~active] = 0.0
            trial = _least_squares(A, target, active)
        weights = trial
    return weights


def _least_squares(A: FloatArray, target: FloatArray, active: np.ndarray) -> FloatArray:
    """Least-squares weights of the active columns, 0 for the others."""
    weights = np.zeros(A.shape[1])
    weights[active] = np.linalg.lstsq(A[:, active], target, rcond=None)[0]
    return weights
