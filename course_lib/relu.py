"""ReLU and the other hidden activations, and the worked 2-3-2 network."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from course_lib._validation import (
    FloatArray,
    as_matrix,
    as_number,
    as_real,
    as_sequence,
    never_nan,
    require_shape,
)
from course_lib._worked_232 import backward_232, forward_232, network_232, update_232
from course_lib.binary_classification import sigmoid
from course_lib.sigmoid_derivative import sigmoid_prime

__all__ = [
    "activation_table",
    "backward_232",
    "dead_units",
    "forward_232",
    "inactive_units",
    "leaky_relu",
    "leaky_relu_prime",
    "linear_stack",
    "network_232",
    "relu",
    "relu_backward",
    "relu_prime",
    "tanh",
    "tanh_prime",
    "tanh_prime_from_output",
    "update_232",
]

# Beyond this |z| tanh'(z) is smaller than every float64, and 2|z| cannot overflow.
_TANH_PRIME_VANISHES = 400.0


def relu(z: ArrayLike) -> np.float64 | FloatArray:
    """
    Keep what is positive, replace the rest by zero.

    Parameters
    ----------
    z : array_like
        Pre-activation, dimensionless; scalar or any shape.

    Returns
    -------
    float or ndarray, shape of z
        max(0, z).

    Notes
    -----
    Document 003, lines 69-78; document 001, lines 220-235. Equation ``relu`` of the
    chapter *ReLU*.

    Examples
    --------
    >>> relu([0.7, -0.1, 0.2])
    array([0.7, 0. , 0.2])
    """
    return np.maximum(as_real("z", z), 0.0)


def relu_prime(z: ArrayLike) -> np.float64 | FloatArray:
    """
    Differentiate ReLU: the gate that is open for positive z.

    Parameters
    ----------
    z : array_like
        Pre-activation, dimensionless; scalar or any shape.

    Returns
    -------
    float or ndarray, shape of z
        1.0 where z > 0, else 0.0. The value 0 at the kink z = 0 is a choice.

    Notes
    -----
    Document 003, lines 219-224 and 499-507. Equation ``relu-prime`` of the chapter
    *ReLU*.

    Examples
    --------
    >>> relu_prime([2.0, -0.3, 0.0])
    array([1., 0., 0.])
    """
    return (as_real("z", z) > 0.0).astype(np.float64)[()]


def relu_backward(dA: ArrayLike, Z: ArrayLike) -> FloatArray:
    """
    Send a gradient back through ReLU.

    Parameters
    ----------
    dA : array_like, shape (n, m)
        Gradient of the cost with respect to A = relu(Z); any 1/m is already in it.
    Z : array_like, shape (n, m)
        Pre-activations of the forward pass.

    Returns
    -------
    ndarray, shape (n, m)
        dZ: dA where Z > 0, else 0.

    Raises
    ------
    ValueError
        If the shapes differ.

    Notes
    -----
    Document 001, lines 224-235 and 259. Equation ``relu-backward`` of the chapter
    *ReLU*.

    Examples
    --------
    >>> relu_backward([[0.5, 0.05], [0.1, -0.6]], [[5.0, -7.0], [0.0, 1.0]])
    array([[ 0.5,  0. ],
           [ 0. , -0.6]])
    """
    dA, Z = as_matrix("dA", dA), as_matrix("Z", Z)
    require_shape("dA", dA, Z.shape, "(n, m)")
    return np.where(Z > 0.0, dA, 0.0)


def leaky_relu(z: ArrayLike, slope: float = 0.01) -> np.float64 | FloatArray:
    """
    Let a little of the negative side through, so that no unit can die.

    Parameters
    ----------
    z : array_like
        Pre-activation, dimensionless; scalar or any shape.
    slope : float, default=0.01
        Slope for z <= 0.

    Returns
    -------
    float or ndarray, shape of z
        z where z > 0, else slope * z.

    Notes
    -----
    An extension: no document has it. Equation ``leaky-relu`` of the chapter *ReLU*.

    Examples
    --------
    >>> leaky_relu([2.0, -3.0], slope=0.1)
    array([ 2. , -0.3])
    """
    z, slope = as_real("z", z), as_number("slope", slope)
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        return np.where(z > 0.0, z, slope * z)[()]


def leaky_relu_prime(z: ArrayLike, slope: float = 0.01) -> np.float64 | FloatArray:
    """
    Differentiate the leaky ReLU.

    Parameters
    ----------
    z : array_like
        Pre-activation, dimensionless; scalar or any shape.
    slope : float, default=0.01
        Slope for z <= 0.

    Returns
    -------
    float or ndarray, shape of z
        1.0 where z > 0, else slope.

    Examples
    --------
    >>> leaky_relu_prime([2.0, -3.0], slope=0.1)
    array([1. , 0.1])
    """
    return np.where(as_real("z", z) > 0.0, 1.0, as_number("slope", slope))[()]


def tanh(z: ArrayLike) -> np.float64 | FloatArray:
    """
    Squash z into (-1, 1), zero at zero.

    Parameters
    ----------
    z : array_like
        Pre-activation, dimensionless; scalar or any shape.

    Returns
    -------
    float or ndarray, shape of z
        Hyperbolic tangent of z.

    Notes
    -----
    Document 003, lines 418-444. Equation ``tanh`` of the chapter *ReLU*.

    Examples
    --------
    >>> tanh([-1.0, 0.0, 1.0]).round(2)
    array([-0.76,  0.  ,  0.76])
    """
    return np.tanh(as_real("z", z))


def tanh_prime(z: ArrayLike) -> np.float64 | FloatArray:
    """
    Differentiate tanh.

    Parameters
    ----------
    z : array_like
        Pre-activation, dimensionless; scalar or any shape.

    Returns
    -------
    float or ndarray, shape of z
        1 - tanh(z)**2 = 1 / cosh(z)**2, between 0 and 1.

    Notes
    -----
    Document 003, lines 446-497. Equation ``tanh-prime`` of the chapter *ReLU*.
    1 - tanh(z)**2 loses its digits where tanh(z) is near 1; with e = exp(-2|z|) the same
    value is 4 e / (1 + e)**2, which loses none and cannot overflow.

    Examples
    --------
    >>> tanh_prime([0.0, 2.0, -0.3]).round(3)
    array([1.   , 0.071, 0.915])
    """
    size = np.minimum(np.abs(as_real("z", z)), _TANH_PRIME_VANISHES)
    with np.errstate(under="ignore"):
        e = np.exp(-2.0 * size)
        return 4.0 * e / np.square(1.0 + e)


def tanh_prime_from_output(a: ArrayLike) -> np.float64 | FloatArray:
    """
    Differentiate tanh, given its output.

    Parameters
    ----------
    a : array_like
        Output a = tanh(z), between -1 and 1.

    Returns
    -------
    float or ndarray, shape of a
        1 - a**2, as (1 - a)(1 + a).

    Raises
    ------
    ValueError
        If an entry lies outside [-1, 1].

    Notes
    -----
    Document 003, lines 446-462.

    Examples
    --------
    >>> tanh_prime_from_output(0.5)
    np.float64(0.75)
    """
    a = as_real("a", a)
    if (np.abs(a) > 1.0).any():
        raise ValueError(f"a must lie in [-1, 1], got {a[np.abs(a) > 1.0].flat[0]}")
    return (1.0 - a) * (1.0 + a)


def inactive_units(Z: ArrayLike) -> np.ndarray:
    """
    Mark the units that output 0, example by example.

    Parameters
    ----------
    Z : array_like, shape (n, m)
        Pre-activations of a ReLU layer; columns are examples.

    Returns
    -------
    ndarray of bool, shape (n, m)
        True where Z <= 0.

    Notes
    -----
    Document 003, lines 90 and 238, calls such a unit dead after one example.

    Examples
    --------
    >>> inactive_units([[0.7, 0.2], [-0.1, 0.6]])
    array([[False, False],
           [ True, False]])
    """
    return as_matrix("Z", Z) <= 0.0


def dead_units(Z: ArrayLike) -> np.ndarray:
    """
    Mark the units that output 0 for every example and so learn from none.

    Parameters
    ----------
    Z : array_like, shape (n, m)
        Pre-activations of a ReLU layer for the whole training set.

    Returns
    -------
    ndarray of bool, shape (n,)
        True where the whole row of Z is at most 0.

    Notes
    -----
    Corrects document 003, lines 90 and 238.

    Examples
    --------
    >>> dead_units([[-0.1, 0.6], [-0.1, -0.6]])
    array([False,  True])
    """
    return np.all(inactive_units(Z), axis=1)


@never_nan("weights")
def linear_stack(weights: Sequence[ArrayLike]) -> FloatArray:
    """
    Collapse linear layers without activations into one.

    Parameters
    ----------
    weights : sequence of array_like
        Matrices (n_1, n_0), (n_2, n_1), ...; the first is applied first.

    Returns
    -------
    ndarray, shape (n_L, n_0)
        The one matrix ``weights[-1] @ ... @ weights[0]``.

    Raises
    ------
    ValueError
        If there is no matrix, or one does not fit the one before.

    Notes
    -----
    Document 004, lines 1615-1643. Equation ``linear-stack`` of the chapter *ReLU*.

    Examples
    --------
    >>> linear_stack([[[0.5, -1.0]], [[2.0]], [[3.0]]])
    array([[ 3., -6.]])
    """
    listed = as_sequence("weights", weights, "matrix")
    matrices = [as_matrix(f"weights[{k}]", W, "(n_out, n_in)") for k, W in enumerate(listed)]
    for k, (first, second) in enumerate(pairwise(matrices), start=1):
        require_shape(f"weights[{k}]", second, (len(second), len(first)), "(n_out, n_in)")
    return reduce(lambda product, W: W @ product, matrices[1:], matrices[0].copy())


def activation_table(z: ArrayLike) -> list[dict[str, object]]:
    """
    Compare the activations: value and derivative at z, and their character.

    Parameters
    ----------
    z : array_like
        Pre-activations at which to evaluate, dimensionless; scalar or any shape.

    Returns
    -------
    list of dict
        One row each for sigmoid, tanh, ReLU and leaky ReLU, with ``name``, ``range``,
        ``zero_centered``, ``max_derivative``, ``value`` and ``derivative``.

    Notes
    -----
    Document 003, lines 475-507 and 964-979. Softmax is missing: it mixes the entries of z,
    so it has no derivative for each entry (see `course_lib.softmax.softmax_jacobian`).

    Examples
    --------
    >>> [(row["name"], float(row["derivative"])) for row in activation_table(0.0)]
    [('sigmoid', 0.25), ('tanh', 1.0), ('relu', 0.0), ('leaky_relu', 0.01)]
    """
    rows = (
        ("sigmoid", "(0, 1)", False, 0.25, sigmoid, sigmoid_prime),
        ("tanh", "(-1, 1)", True, 1.0, tanh, tanh_prime),
        ("relu", "[0, inf)", False, 1.0, relu, relu_prime),
        ("leaky_relu", "(-inf, inf)", False, 1.0, leaky_relu, leaky_relu_prime),
    )
    return [
        {
            "name": name,
            "range": values,
            "zero_centered": centered,
            "max_derivative": steepest,
            "value": activation(z),
            "derivative": derivative(z),
        }
        for name, values, centered, steepest, activation, derivative in rows
    ]
