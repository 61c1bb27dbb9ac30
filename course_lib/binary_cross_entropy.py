"""How wrong is a prediction: squared error, absolute error, binary cross-entropy.

Companion to the chapter *Binary cross-entropy*. A loss belongs to one example, a
cost is the mean over the m examples (columns). Losses are in nats where a logarithm
is taken, else in the square (or the unit) of the label.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_lib._validation import (
    FloatArray,
    as_matrix,
    as_pair,
    as_real,
    require_shape,
    require_unit_interval,
)
from course_lib.binary_classification import _require_hard, _sigmoid

__all__ = [
    "absolute_error",
    "absolute_error_grad",
    "bce",
    "bce_cost",
    "bce_cost_from_logits",
    "bce_from_logits",
    "bce_grad",
    "bce_outputs_mean",
    "bce_outputs_mean_grad",
    "bce_piecewise",
    "loss_table",
    "sigmoid_bce_grad",
    "squared_error",
    "squared_error_cost",
    "squared_error_cost_grad",
    "squared_error_grad",
]


def _matrices(
    first_name: str, first: ArrayLike, second_name: str, second: ArrayLike
) -> tuple[FloatArray, FloatArray]:
    """Two matrices (n_out, m) of one shape."""
    a = as_matrix(first_name, first, "(n_out, m)")
    b = as_matrix(second_name, second, "(n_out, m)")
    require_shape(second_name, b, a.shape, "(n_out, m)")
    return a, b


def _labels_and(name: str, Y: ArrayLike, other: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Labels in [0, 1] and another matrix of their shape; probabilities lie in [0, 1] too."""
    Y, array = _matrices("Y", Y, name, other)
    require_unit_interval("Y", Y)
    if name == "P":
        require_unit_interval("P", array)
    return Y, array


def _labels_and_probabilities(y: ArrayLike, p: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Read y and p, both in [0, 1], to be combined element by element."""
    y, p = as_pair("y", y, "p", p)
    require_unit_interval("y", y)
    require_unit_interval("p", p)
    return y, p


def squared_error(y: ArrayLike, p: ArrayLike) -> FloatArray:
    """
    Half the squared distance between prediction and label.

    Parameters
    ----------
    y : array_like
        Labels, any real numbers.
    p : array_like
        Predictions, of the shape of `y` or a scalar.

    Returns
    -------
    ndarray of float64
        Loss of each element, in the square of the unit of `y`; no averaging.

    Raises
    ------
    ValueError
        If the shapes differ.

    Notes
    -----
    Document 003, lines 743-785; document 004, lines 171-217. Equation ``squared-error``
    of the chapter *Binary cross-entropy*.

    Examples
    --------
    >>> squared_error(3, 5)
    np.float64(2.0)
    """
    y, p = as_pair("y", y, "p", p)
    with np.errstate(over="ignore", under="ignore"):
        difference = p - y
        return (0.5 * difference * difference)[()]


def squared_error_grad(y: ArrayLike, p: ArrayLike) -> FloatArray:
    """
    Derivative ``p - y`` of the squared error by the prediction.

    Parameters
    ----------
    y : array_like
        Labels, any real numbers.
    p : array_like
        Predictions, of the shape of `y` or a scalar.

    Returns
    -------
    ndarray of float64
        Derivative of each element's loss, in the unit of `y`; no averaging.

    Raises
    ------
    ValueError
        If the shapes differ.

    Notes
    -----
    Document 003, lines 754-785; document 004, lines 190-217. Equation
    ``squared-error-grad`` of the chapter *Binary cross-entropy*.

    Examples
    --------
    >>> squared_error_grad(8, 5)
    np.float64(-3.0)
    """
    y, p = as_pair("y", y, "p", p)
    with np.errstate(over="ignore"):
        return (p - y)[()]


def squared_error_cost(Y: ArrayLike, P: ArrayLike) -> float:
    """
    Mean over the examples of the squared error, summed over output units.

    Parameters
    ----------
    Y : array_like of shape (n_out, m)
        Labels.
    P : array_like of shape (n_out, m)
        Predictions.

    Returns
    -------
    float
        Cost in the square of the unit of `Y`; the 1/m is here.

    Raises
    ------
    ValueError
        If the shapes differ or are not matrices.

    Notes
    -----
    Document 004, lines 506-536 and 742-752. Equation ``squared-error-cost`` of the
    chapter *Binary cross-entropy*.

    Examples
    --------
    >>> squared_error_cost([[0.0, 1.0]], [[0.5, 0.5]])
    0.125
    """
    Y, P = _matrices("Y", Y, "P", P)
    with np.errstate(over="ignore", under="ignore"):
        # Dividing first keeps the sum of huge losses inside the float range.
        return float((squared_error(Y, P) / Y.shape[1]).sum())


def squared_error_cost_grad(Y: ArrayLike, P: ArrayLike) -> FloatArray:
    """
    Gradient of the squared-error cost with respect to the predictions.

    Parameters
    ----------
    Y : array_like of shape (n_out, m)
        Labels.
    P : array_like of shape (n_out, m)
        Predictions.

    Returns
    -------
    ndarray of shape (n_out, m)
        dP, in the unit of `Y`; carries the 1/m.

    Raises
    ------
    ValueError
        If the shapes differ or are not matrices.

    Notes
    -----
    Document 004, lines 538-606 and 754-778. Equation ``squared-error-cost-grad`` of the
    chapter *Binary cross-entropy*.

    Examples
    --------
    >>> squared_error_cost_grad([[0.0, 1.0]], [[0.5, 0.5]])
    array([[ 0.25, -0.25]])
    """
    Y, P = _matrices("Y", Y, "P", P)
    return squared_error_grad(Y, P) / Y.shape[1]


def absolute_error(y: ArrayLike, p: ArrayLike) -> FloatArray:
    """
    Distance between prediction and label.

    Parameters
    ----------
    y : array_like
        Labels, any real numbers.
    p : array_like
        Predictions, of the shape of `y` or a scalar.

    Returns
    -------
    ndarray of float64
        Loss of each element, in the unit of `y`; no averaging.

    Raises
    ------
    ValueError
        If the shapes differ.

    Notes
    -----
    Document 003, lines 788-802 and 816-828. Equation ``absolute-error`` of the chapter
    *Binary cross-entropy*.

    Examples
    --------
    >>> absolute_error(8, 5)
    np.float64(3.0)
    """
    return np.abs(squared_error_grad(y, p))


def absolute_error_grad(y: ArrayLike, p: ArrayLike) -> FloatArray:
    """
    Derivative ``sign(p - y)`` of the absolute error, 0 at the kink.

    Parameters
    ----------
    y : array_like
        Labels, any real numbers.
    p : array_like
        Predictions, of the shape of `y` or a scalar.

    Returns
    -------
    ndarray of float64
        -1, 0 or 1 for each element, dimensionless; no averaging.

    Raises
    ------
    ValueError
        If the shapes differ.

    Notes
    -----
    Document 003, lines 804-828. Equation ``absolute-error-grad`` of the chapter
    *Binary cross-entropy*.

    Examples
    --------
    >>> absolute_error_grad([3, 8, 5], 5)
    array([ 1., -1.,  0.])
    """
    return np.sign(squared_error_grad(y, p))


def bce(y: ArrayLike, p: ArrayLike) -> FloatArray:
    r"""
    Binary cross-entropy :math:`-y \log p - (1-y) \log(1-p)` of each element.

    Parameters
    ----------
    y : array_like
        Labels in [0, 1].
    p : array_like
        Probabilities of label 1, in [0, 1], of the shape of `y` or a scalar.

    Returns
    -------
    ndarray of float64
        Loss of each element in nats, ``inf`` for a certain and wrong `p`; no averaging.

    Raises
    ------
    ValueError
        If the shapes differ, or a label or probability is outside [0, 1].

    Notes
    -----
    Document 000, lines 86-97; document 001, lines 49-59; document 002, line 67;
    document 003, lines 835-843. Equation ``bce`` of the chapter *Binary cross-entropy*.
    A term with weight 0 is 0, also where its logarithm is infinite.

    Examples
    --------
    >>> bce([1, 0], 0.5).round(4)
    array([0.6931, 0.6931])
    >>> bce(1, 1.0), bce(1, 0.0)
    (np.float64(0.0), np.float64(inf))
    """
    y, p = _labels_and_probabilities(y, p)
    with np.errstate(divide="ignore", invalid="ignore", under="ignore"):
        positive = np.where(y == 0.0, 0.0, -y * np.log(p))
        negative = np.where(y == 1.0, 0.0, -(1.0 - y) * np.log1p(-p))
    return (positive + negative)[()]


def bce_piecewise(y: ArrayLike, p: ArrayLike) -> FloatArray:
    r"""
    Binary cross-entropy as two cases: :math:`-\log p` for 1, :math:`-\log(1-p)` for 0.

    Parameters
    ----------
    y : array_like
        Labels, each exactly 0 or 1.
    p : array_like
        Probabilities of label 1, in [0, 1], of the shape of `y` or a scalar.

    Returns
    -------
    ndarray of float64
        Loss of each element in nats; no averaging.

    Raises
    ------
    ValueError
        If a label is not 0 or 1, a probability is outside [0, 1] or shapes differ.

    Notes
    -----
    Document 000, lines 99-113; document 003, lines 849-866. Equation ``bce-piecewise``
    of the chapter *Binary cross-entropy*.

    Examples
    --------
    >>> bce_piecewise([1, 0], [0.8, 0.8]).round(4)
    array([0.2231, 1.6094])
    """
    y, p = _labels_and_probabilities(y, p)
    _require_hard("y", y)
    with np.errstate(divide="ignore"):
        return (0.0 - np.where(y == 1.0, np.log(p), np.log1p(-p)))[()]


def bce_grad(y: ArrayLike, p: ArrayLike) -> FloatArray:
    """
    Derivative of the binary cross-entropy by the probability.

    Parameters
    ----------
    y : array_like
        Labels in [0, 1].
    p : array_like
        Probabilities of label 1, in [0, 1], of the shape of `y` or a scalar.

    Returns
    -------
    ndarray of float64
        ``(p - y) / (p (1 - p))`` of each element, in nats; no averaging. At `p` 0 and 1 it
        is the one-sided limit: 1 and -1 for the right label, infinite for the wrong one.

    Raises
    ------
    ValueError
        If the shapes differ, or a label or probability is outside [0, 1].

    Notes
    -----
    Document 000, lines 119-129; document 001, lines 117-122; document 002, lines 110-122;
    document 003, lines 872-888. Equation ``bce-grad`` of the chapter *Binary cross-entropy*.

    Examples
    --------
    >>> bce_grad([0, 1], 0.5)
    array([ 2., -2.])
    """
    y, p = _labels_and_probabilities(y, p)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore", under="ignore"):
        between = (p - y) / (p * (1.0 - p))
        # Exact labels skip the quotient, which is 0/0 where p equals y.
        return np.where(y == 0.0, 1.0 / (1.0 - p), np.where(y == 1.0, -1.0 / p, between))[()]


def bce_cost(Y: ArrayLike, P: ArrayLike) -> float:
    """
    Mean over the examples of the binary cross-entropy, summed over output units.

    Parameters
    ----------
    Y : array_like of shape (n_out, m)
        Labels in [0, 1].
    P : array_like of shape (n_out, m)
        Probabilities of label 1, in [0, 1].

    Returns
    -------
    float
        Cost in nats; the 1/m is here.

    Raises
    ------
    ValueError
        If the shapes differ, or a label or probability is outside [0, 1].

    Notes
    -----
    Document 001, lines 61-67; document 002, line 63. Equation ``bce-cost`` of the chapter
    *Binary cross-entropy*.

    Examples
    --------
    >>> round(bce_cost([[0, 1]], [[0.5, 0.5]]), 4)
    0.6931
    """
    Y, P = _labels_and("P", Y, P)
    return float(bce(Y, P).sum() / Y.shape[1])


def _bce_from_logits(y: FloatArray, z: FloatArray) -> FloatArray:
    """Stable loss of float64 arrays, without checks: for loops that checked before."""
    distance = np.abs(z)
    # What the label takes from the side z leans to: z (1 - y) or -z y, never negative.
    wrong = np.where(z >= 0.0, 1.0 - y, y)
    with np.errstate(invalid="ignore", under="ignore"):
        return np.where(wrong == 0.0, 0.0, distance * wrong) + np.log1p(np.exp(-distance))


def bce_from_logits(y: ArrayLike, z: ArrayLike) -> FloatArray:
    r"""
    Binary cross-entropy of :math:`\sigma(z)`, computed from the logit itself.

    Parameters
    ----------
    y : array_like
        Labels in [0, 1].
    z : array_like
        Logits, of the shape of `y` or a scalar, dimensionless.

    Returns
    -------
    ndarray of float64
        Loss of each element in nats; no averaging. Finite for every finite logit.

    Raises
    ------
    ValueError
        If the shapes differ or a label is outside [0, 1].

    Notes
    -----
    :math:`\max(z, 0) - z y + \log(1 + e^{-|z|})`, with the first two terms joined so that
    they cannot cancel. Document 000, lines 267-290. Equation ``bce-from-logits`` of the
    chapter *Binary cross-entropy*.

    Examples
    --------
    >>> bce_from_logits(0, 800.0)
    np.float64(800.0)
    >>> bce_from_logits([0, 1], 0.0).round(4)
    array([0.6931, 0.6931])
    """
    y, z = as_pair("y", y, "z", z)
    require_unit_interval("y", y)
    return _bce_from_logits(y, z)[()]


def bce_cost_from_logits(Y: ArrayLike, Z: ArrayLike) -> float:
    """
    Mean over the examples of the stable loss, summed over output units.

    Parameters
    ----------
    Y : array_like of shape (n_out, m)
        Labels in [0, 1].
    Z : array_like of shape (n_out, m)
        Logits, dimensionless.

    Returns
    -------
    float
        Cost in nats; the 1/m is here.

    Raises
    ------
    ValueError
        If the shapes differ or a label is outside [0, 1].

    Notes
    -----
    Document 000, lines 263 and 292-298. Equation ``bce-cost-from-logits`` of the chapter
    *Binary cross-entropy*.

    Examples
    --------
    >>> round(bce_cost_from_logits([[0, 1]], [[0.0, 0.0]]), 4)
    0.6931
    """
    Y, Z = _labels_and("Z", Y, Z)
    # Dividing first keeps the sum of huge losses inside the float range.
    return float((bce_from_logits(Y, Z) / Y.shape[1]).sum())


def _sigmoid_minus(y: FloatArray | np.float64, z: FloatArray) -> FloatArray:
    """
    The sigmoid of z minus y, without checks.

    The difference would round to 0 where the sigmoid rounds to y = 1; these products do not.
    """
    return (1.0 - y) * _sigmoid(z) - y * _sigmoid(-z)


def sigmoid_bce_grad(Y: ArrayLike, Z: ArrayLike) -> FloatArray:
    r"""
    Gradient of the mean binary cross-entropy with respect to the logits.

    Parameters
    ----------
    Y : array_like of shape (n_out, m)
        Labels in [0, 1].
    Z : array_like of shape (n_out, m)
        Logits, dimensionless.

    Returns
    -------
    ndarray of shape (n_out, m)
        dZ :math:`= (\sigma(Z) - Y) / m`, in nats; carries the 1/m.

    Raises
    ------
    ValueError
        If the shapes differ or a label is outside [0, 1].

    Notes
    -----
    Document 000, lines 300-316; document 001, lines 135-142; document 002, lines 340-350.
    Equation ``sigmoid-bce-grad`` of the chapter *Binary cross-entropy*. The difference is
    taken as :math:`(1-Y) \sigma(Z) - Y \sigma(-Z)`, which does not round to 0.

    Examples
    --------
    >>> sigmoid_bce_grad([[0, 1]], [[0.0, 0.0]])
    array([[ 0.25, -0.25]])
    """
    Y, Z = _labels_and("Z", Y, Z)
    with np.errstate(under="ignore"):
        return _sigmoid_minus(Y, Z) / Y.shape[1]


def bce_outputs_mean(y: ArrayLike, a: ArrayLike) -> FloatArray:
    """
    Binary cross-entropy of one example, averaged over its output units.

    Parameters
    ----------
    y : array_like of shape (n_out,) or (n_out, m)
        Labels in [0, 1].
    a : array_like of the shape of `y`
        Probabilities of label 1, in [0, 1].

    Returns
    -------
    ndarray of float64
        Loss of each example in nats: a scalar, or shape (m,). The 1/n_out is here.

    Raises
    ------
    ValueError
        If the shapes differ, or a label or probability is outside [0, 1].

    Notes
    -----
    Document 003, lines 148-166. The house convention sums the output units (`bce_cost`).

    Examples
    --------
    >>> bce_outputs_mean([1, 0], [0.5, 0.5]).round(4)
    np.float64(0.6931)
    """
    return bce(*_units(y, a)).mean(axis=0)


def bce_outputs_mean_grad(y: ArrayLike, a: ArrayLike) -> FloatArray:
    """
    Gradient of the loss averaged over output units, with respect to the logits.

    Parameters
    ----------
    y : array_like of shape (n_out,) or (n_out, m)
        Labels in [0, 1].
    a : array_like of the shape of `y`
        Probabilities of label 1, in [0, 1].

    Returns
    -------
    ndarray of float64
        ``(a - y) / n_out``, in nats, of the shape of `y`.

    Raises
    ------
    ValueError
        If the shapes differ, or a label or probability is outside [0, 1].

    Notes
    -----
    Document 003, lines 170-182, which drops the 1/n_out.

    Examples
    --------
    >>> bce_outputs_mean_grad([1, 0], [0.5, 0.5])
    array([-0.25,  0.25])
    """
    y, a = _units(y, a)
    return (a - y) / y.shape[0]


def _units(y: ArrayLike, a: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Labels and probabilities of one shape, with an axis of output units."""
    y, a = as_real("y", y), as_real("a", a)
    if y.ndim == 0:
        raise ValueError("y must have shape (n_out,) or (n_out, m), got a single number")
    require_shape("a", a, y.shape, "of y")
    require_unit_interval("y", y)
    require_unit_interval("a", a)
    return y, a


def loss_table() -> list[dict[str, str]]:
    """
    Rows of the table that compares the losses of the course.

    Returns
    -------
    list of dict
        One dict a loss: ``loss`` (its name), ``formula`` and ``derivative`` (LaTeX, by the
        prediction p), ``function`` and ``gradient`` (names in `course_lib`), ``use``.

    Notes
    -----
    Document 003, lines 981-996 and 1010-1016.

    Examples
    --------
    >>> [row["function"] for row in loss_table()]
    ['squared_error', 'absolute_error', 'bce', 'cross_entropy']
    """
    keys = ("loss", "formula", "derivative", "function", "gradient", "use")
    return [dict(zip(keys, row, strict=True)) for row in _LOSS_ROWS]


_LOSS_ROWS = (
    (
        "squared error",
        r"\frac{1}{2}(p - y)^2",
        "p - y",
        "squared_error",
        "squared_error_grad",
        "regression",
    ),
    (
        "absolute error",
        "|p - y|",
        r"\operatorname{sign}(p - y)",
        "absolute_error",
        "absolute_error_grad",
        "regression with outliers",
    ),
    (
        "binary cross-entropy",
        r"-y \log p - (1 - y) \log(1 - p)",
        r"\frac{p - y}{p (1 - p)}",
        "bce",
        "bce_grad",
        "two classes, sigmoid output",
    ),
    (
        "cross-entropy",
        r"-\sum_c y_c \log p_c",
        r"-\frac{y_c}{p_c}",
        "cross_entropy",
        "cross_entropy_grad",
        "several classes, softmax output",
    ),
)
