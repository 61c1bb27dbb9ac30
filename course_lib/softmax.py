"""Several classes: softmax, cross-entropy, and the gradient of the two together.

Companion to the chapter *Softmax*. Columns are examples, rows are classes; a single
example may be a vector (C,). Losses are in nats.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_lib._validation import (
    FloatArray,
    as_count,
    as_matrix,
    as_real,
    as_vector,
    require_shape,
    require_unit_interval,
)

__all__ = [
    "binary_as_softmax",
    "cross_entropy",
    "cross_entropy_cost",
    "cross_entropy_from_logits",
    "cross_entropy_grad",
    "logsumexp",
    "one_hot",
    "softmax",
    "softmax_cross_entropy_grad",
    "softmax_jacobian",
]

# How far the labels of one example may be from summing to 1 (float32 labels pass).
_LABEL_SUM_TOLERANCE = 1e-6


def _logits(name: str, Z: ArrayLike, axis: int) -> FloatArray:
    """Read logits that have the axis of classes; -inf masks a class."""
    Z = as_real(name, Z)
    if isinstance(axis, bool) or not isinstance(axis, int | np.integer):
        raise TypeError(f"axis must be an integer, got {type(axis).__name__} {axis!r}")
    if not -Z.ndim <= axis < Z.ndim:
        raise ValueError(f"axis must be an axis of {name}, got {axis} for shape {Z.shape}")
    if (Z == np.inf).any():
        raise ValueError(f"{name} must be finite, or -inf for a masked class, got inf")
    return Z


def _some_class(name: str, Z: FloatArray, axis: int) -> FloatArray:
    """Demand that every example has a class that is not masked."""
    if (Z.max(axis=axis) == -np.inf).any():
        raise ValueError(f"{name} must have a finite logit for every example, got only -inf")
    return Z


def _total(values: FloatArray, axis: int) -> FloatArray:
    """Sum by halves: row after row, the sum of 10,000 classes would lose three digits."""
    values = np.moveaxis(values, axis, 0)
    while len(values) > 1:
        half = (len(values) + 1) // 2
        values, rest = values[:half].copy(), values[half:]
        values[: len(rest)] += rest
    return values[0]


def _shifted(Z: FloatArray, axis: int) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """
    Largest logit, the logits minus it, their exponentials, and the sum of all but the largest.

    The subtraction rounds. What it drops, d, is recovered (Knuth's two-sum) and
    put back as e^(s + d) = e^s (1 + d), so that a large |s| costs no digits. The largest
    exponential is exactly 1, and is left out of the sum so that small ones keep theirs.
    """
    Z_max = Z.max(axis=axis, keepdims=True)
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        S = Z - np.maximum(Z_max, np.finfo(float).min)
        back = S - Z
        dropped = (Z - (S - back)) - (Z_max + back)
        E = np.exp(S)
        E += np.where(E > 0.0, E * dropped, 0.0)
    others = E.copy()
    np.put_along_axis(others, np.expand_dims(S.argmax(axis=axis), axis), 0.0, axis=axis)
    return Z_max, S, E, np.expand_dims(_total(others, axis), axis)


def _shares(Z: FloatArray, axis: int) -> tuple[FloatArray, FloatArray]:
    """Probabilities P and 1 - P, for the likeliest class the share of the others: never 1 - 1."""
    _, _, E, others = _shifted(_some_class("Z", Z, axis), axis)
    with np.errstate(under="ignore"):
        P = E / (1.0 + others)
        return P, np.where(P > 0.5, others / (1.0 + others), 1.0 - P)


def softmax(Z: ArrayLike, axis: int = 0) -> FloatArray:
    r"""
    Probabilities :math:`e^{z_c} / \sum_k e^{z_k}` of the classes, stable at every magnitude.

    Parameters
    ----------
    Z : array_like of shape (C, m) or (C,)
        Logits, dimensionless; -inf masks a class, which gets probability 0.
    axis : int, default=0
        Axis of the classes.

    Returns
    -------
    ndarray of the shape of `Z`
        Probabilities, dimensionless, that sum to 1 along `axis`.

    Raises
    ------
    ValueError
        If `Z` is empty or a single number, has no such axis, holds inf, or masks all classes.

    Notes
    -----
    Document 003, lines 371-402 and 523-537. Equation ``softmax`` of the chapter *Softmax*.
    The largest logit is subtracted first, which changes nothing and overflows nowhere.

    Examples
    --------
    >>> softmax([1, 2, 3]).round(3)
    array([0.09 , 0.245, 0.665])
    >>> softmax([1000.0, 1000.0])
    array([0.5, 0.5])
    """
    return _shares(_logits("Z", Z, axis), axis)[0]


def logsumexp(Z: ArrayLike, axis: int = 0) -> FloatArray:
    r"""
    Logarithm :math:`\log \sum_k e^{z_k}` of the softmax denominator, stable.

    Parameters
    ----------
    Z : array_like of shape (C, m) or (C,)
        Logits, dimensionless; -inf masks a class, which adds nothing.
    axis : int, default=0
        Axis of the classes; it is removed.

    Returns
    -------
    ndarray of float64
        One value an example, in nats; a scalar for a vector.

    Raises
    ------
    ValueError
        If `Z` is empty, a single number or holds inf, or has no such axis.

    Notes
    -----
    Equation ``logsumexp`` of the chapter *Softmax*.

    Examples
    --------
    >>> logsumexp([1000.0, 1000.0]).round(4)
    np.float64(1000.6931)
    """
    Z_max, _, _, others = _shifted(_logits("Z", Z, axis), axis)
    return np.squeeze(Z_max + np.log1p(others), axis=axis)[()]


def one_hot(labels: ArrayLike, n_classes: int) -> FloatArray:
    """
    Write class numbers as columns with a single 1.

    Parameters
    ----------
    labels : array_like of int, shape (m,)
        Class numbers in ``0 .. n_classes - 1``.
    n_classes : int
        Number of classes C.

    Returns
    -------
    ndarray of shape (C, m)
        1.0 in the row of the label, else 0.0.

    Raises
    ------
    ValueError
        If a label is not a whole number in range, or `n_classes` is below 1.

    Notes
    -----
    Document 003, lines 910-922. Equation ``one-hot`` of the chapter *Softmax*.

    Examples
    --------
    >>> one_hot([2, 0], 3)
    array([[0., 1.],
           [0., 0.],
           [1., 0.]])
    """
    labels = as_vector("labels", labels, "(m,)")
    n_classes = as_count("n_classes", n_classes, minimum=1)
    wrong = (labels != np.floor(labels)) | (labels < 0) | (labels >= n_classes)
    if wrong.any():
        raise ValueError(
            f"labels must be whole numbers from 0 to {n_classes - 1}, got {labels[wrong][0]:g}"
        )
    return np.where(np.arange(n_classes)[:, np.newaxis] == labels, 1.0, 0.0)


def _labels_like(Y: ArrayLike, name: str, other: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Read labels that sum to 1 per example, and the array of the same shape beside them."""
    Y, other = as_real("Y", Y), as_real(name, other)
    if Y.ndim not in (1, 2):
        raise ValueError(f"Y must have shape (C, m) or (C,), got shape {Y.shape}")
    require_shape(name, other, Y.shape, "of Y")
    require_unit_interval("Y", Y)
    total = np.ravel(Y.sum(axis=0))
    wrong = np.abs(total - 1.0) > _LABEL_SUM_TOLERANCE
    if wrong.any():
        raise ValueError(
            f"every column of Y must sum to 1, got {total[wrong][0]:g}; one column is one example"
        )
    return Y, other


def _labels_and_probabilities(Y: ArrayLike, P: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Read labels and probabilities of one shape."""
    Y, P = _labels_like(Y, "P", P)
    require_unit_interval("P", P)
    return Y, P


def cross_entropy(Y: ArrayLike, P: ArrayLike) -> FloatArray:
    r"""
    Cross-entropy :math:`-\sum_c y_c \log p_c` of each example.

    Parameters
    ----------
    Y : array_like of shape (C, m) or (C,)
        Labels, one-hot or soft; each column sums to 1.
    P : array_like of the shape of `Y`
        Probabilities in [0, 1].

    Returns
    -------
    ndarray of shape (m,)
        Loss of each example in nats (a scalar for a vector); no averaging.

    Raises
    ------
    ValueError
        If the shapes differ, an entry is outside [0, 1] or labels do not sum to 1.

    Notes
    -----
    Document 003, lines 404-408 and 910-922. Equation ``cross-entropy`` of the chapter
    *Softmax*. A class with label 0 adds 0, also where its probability is 0.

    Examples
    --------
    >>> cross_entropy([[0], [1]], [[0.75], [0.25]]).round(4)
    array([1.3863])
    """
    Y, P = _labels_and_probabilities(Y, P)
    with np.errstate(divide="ignore", invalid="ignore", under="ignore"):
        return 0.0 - _total(np.where(Y == 0.0, 0.0, Y * np.log(P)), 0)


def cross_entropy_from_logits(Y: ArrayLike, Z: ArrayLike) -> FloatArray:
    r"""
    Cross-entropy of the softmax of `Z`, computed from the logits themselves.

    Parameters
    ----------
    Y : array_like of shape (C, m) or (C,)
        Labels, one-hot or soft; each column sums to 1.
    Z : array_like of the shape of `Y`
        Logits, dimensionless; -inf masks a class, which gets probability 0.

    Returns
    -------
    ndarray of shape (m,)
        Loss of each example in nats (a scalar for a vector); no averaging.

    Raises
    ------
    ValueError
        If the shapes differ, labels are not distributions, `Z` holds inf or masks all classes.

    Notes
    -----
    :math:`\log \sum_k e^{z_k} - \sum_c y_c z_c`, with the largest logit taken from both
    terms so that they cannot cancel. Document 003, lines 523-547. Equation
    ``cross-entropy-from-logits`` of the chapter *Softmax*.

    Examples
    --------
    >>> cross_entropy_from_logits([[1], [0]], [[-1000.0], [1000.0]])
    array([2000.])
    """
    Y, Z = _labels_like(Y, "Z", Z)
    _, S, _, others = _shifted(_some_class("Z", _logits("Z", Z, 0), 0), 0)
    with np.errstate(over="ignore", invalid="ignore", under="ignore"):
        return _total(np.where(Y == 0.0, 0.0, -Y * S), 0) + np.log1p(others)[0]


def cross_entropy_cost(Y: ArrayLike, P: ArrayLike) -> float:
    """
    Mean over the examples of the cross-entropy.

    Parameters
    ----------
    Y : array_like of shape (C, m) or (C,)
        Labels, one-hot or soft; each column sums to 1.
    P : array_like of the shape of `Y`
        Probabilities in [0, 1].

    Returns
    -------
    float
        Cost in nats; the 1/m is here.

    Raises
    ------
    ValueError
        If the shapes differ, an entry is outside [0, 1] or labels do not sum to 1.

    Notes
    -----
    Document 003, lines 910-922. Equation ``cross-entropy-cost`` of the chapter *Softmax*.

    Examples
    --------
    >>> round(cross_entropy_cost([[0, 1], [1, 0]], [[0.5, 0.5], [0.5, 0.5]]), 4)
    0.6931
    """
    return float(np.mean(cross_entropy(Y, P)))


def cross_entropy_grad(Y: ArrayLike, P: ArrayLike) -> FloatArray:
    """
    Derivative of each example's cross-entropy by its probabilities.

    Parameters
    ----------
    Y : array_like of shape (C, m) or (C,)
        Labels, one-hot or soft; each column sums to 1.
    P : array_like of the shape of `Y`
        Probabilities in [0, 1].

    Returns
    -------
    ndarray of the shape of `Y`
        ``-Y / P`` in nats, 0 where the label is 0; no 1/m.

    Raises
    ------
    ValueError
        If the shapes differ, an entry is outside [0, 1] or labels do not sum to 1.

    Notes
    -----
    Document 003, lines 924-951. Equation ``cross-entropy-grad`` of the chapter *Softmax*.

    Examples
    --------
    >>> cross_entropy_grad([[0], [1]], [[0.75], [0.25]])
    array([[ 0.],
           [-4.]])
    """
    Y, P = _labels_and_probabilities(Y, P)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore", under="ignore"):
        return np.where(Y == 0.0, 0.0, -Y / P)


def softmax_jacobian(p: ArrayLike) -> FloatArray:
    r"""
    Jacobian :math:`\operatorname{diag}(p) - p p^T` of the softmax for one example.

    Parameters
    ----------
    p : array_like of shape (C,)
        Softmax output, dimensionless.

    Returns
    -------
    ndarray of shape (C, C)
        Entry (i, j) is the derivative of output i by logit j, dimensionless.

    Raises
    ------
    ValueError
        If `p` is not a vector or holds numbers outside [0, 1].

    Notes
    -----
    Document 003, lines 404-416. Equation ``softmax-jacobian`` of the chapter *Softmax*.
    The diagonal is formed as p (1 - p), where nothing cancels.

    Examples
    --------
    >>> softmax_jacobian([0.25, 0.75])
    array([[ 0.1875, -0.1875],
           [-0.1875,  0.1875]])
    """
    p = as_vector("p", p, "(C,)")
    require_unit_interval("p", p)
    with np.errstate(under="ignore"):
        jacobian = 0.0 - np.outer(p, p)
        np.fill_diagonal(jacobian, p * (1.0 - p))
    return jacobian


def softmax_cross_entropy_grad(Y: ArrayLike, Z: ArrayLike) -> FloatArray:
    r"""
    Gradient of the mean cross-entropy with respect to the logits.

    Parameters
    ----------
    Y : array_like of shape (C, m)
        Labels, one-hot or soft; each column sums to 1.
    Z : array_like of shape (C, m)
        Logits, dimensionless; -inf masks a class, which gets probability 0.

    Returns
    -------
    ndarray of shape (C, m)
        dZ :math:`= (\operatorname{softmax}(Z) - Y) / m`, in nats; carries the 1/m.

    Raises
    ------
    ValueError
        If the shapes differ, labels are not distributions, `Z` holds inf or masks all classes.

    Notes
    -----
    The difference is taken as :math:`(1-Y) P - Y (1-P)`, where 1 - P of the likeliest class
    is the sum of the others: it does not round to 0. Document 003, lines 404-416 and 549-556.
    Equation ``softmax-cross-entropy-grad`` of the chapter *Softmax*.

    Examples
    --------
    >>> softmax_cross_entropy_grad([[1], [0]], [[0.0], [0.0]])
    array([[-0.5],
           [ 0.5]])
    """
    Y, Z = _labels_like(as_matrix("Y", Y, "(C, m)"), "Z", Z)
    P, rest = _shares(_logits("Z", Z, 0), 0)
    with np.errstate(under="ignore"):
        return ((1.0 - Y) * P - Y * rest) / Y.shape[1]


def binary_as_softmax(z: ArrayLike) -> FloatArray:
    r"""
    Sigmoid as a softmax of two classes, the logits being `z` and 0.

    Parameters
    ----------
    z : array_like
        Logits of any shape, dimensionless, below infinity.

    Returns
    -------
    ndarray of float64
        :math:`\operatorname{softmax}([z, 0])_1 = \sigma(z)` with the shape of `z`.

    Raises
    ------
    ValueError
        If `z` is empty or holds inf.

    Notes
    -----
    Document 003, line 912. Equation ``binary-as-softmax`` of the chapter *Softmax*.

    Examples
    --------
    >>> binary_as_softmax(0.0)
    np.float64(0.5)
    """
    z = _logits("z", as_real("z", z)[np.newaxis], 0)
    return softmax(np.concatenate([z, np.zeros_like(z)]))[0]
