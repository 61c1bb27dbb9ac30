"""Argument checks shared by every chapter module.

Each function names the argument, what was expected and what came, so that a
reader of the message can mend the call without opening this package.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]


def as_real(name: str, value: ArrayLike) -> FloatArray:
    """
    Read `value` as a float64 array of any shape, without changing `value`.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    value : array_like
        Scalar, sequence or array of real numbers.

    Returns
    -------
    ndarray of float64
        A view of `value` where it already is float64, else a copy.

    Raises
    ------
    TypeError
        If `value` does not hold real numbers.
    ValueError
        If `value` is ragged, empty or holds NaN.
    """
    try:
        raw = np.asarray(value)
    except ValueError as error:
        raise ValueError(f"{name} must be a rectangular array of numbers: {error}") from None
    if raw.dtype.kind not in "biuf":
        raise TypeError(f"{name} must hold real numbers, got {type(value).__name__} of {raw.dtype}")
    array = raw.astype(np.float64, copy=False)
    if array.size == 0:
        raise ValueError(f"{name} must not be empty, got shape {array.shape}")
    if np.isnan(array).any():
        raise ValueError(f"{name} must not hold NaN, got {np.isnan(array).sum()} of {array.size}")
    return array


def as_matrix(name: str, value: ArrayLike, shape: str = "(n, m)") -> FloatArray:
    """
    Read `value` as a float64 matrix.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    value : array_like
        Two-dimensional array of real numbers.
    shape : str, default="(n, m)"
        The expected shape in words, for the message.

    Returns
    -------
    ndarray of float64
        Array with two axes.

    Raises
    ------
    ValueError
        If `value` does not have two axes.
    """
    array = as_real(name, value)
    if array.ndim != 2:
        raise ValueError(f"{name} must be a matrix of shape {shape}, got shape {array.shape}")
    return array


def as_vector(name: str, value: ArrayLike, shape: str = "(n,)") -> FloatArray:
    """
    Read `value` as a float64 vector.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    value : array_like
        One-dimensional array of real numbers.
    shape : str, default="(n,)"
        The expected shape in words, for the message.

    Returns
    -------
    ndarray of float64
        Array with one axis.

    Raises
    ------
    ValueError
        If `value` does not have one axis.
    """
    array = as_real(name, value)
    if array.ndim != 1:
        raise ValueError(f"{name} must be a vector of shape {shape}, got shape {array.shape}")
    return array


def require_shape(name: str, array: np.ndarray, expected: tuple[int, ...], words: str) -> None:
    """
    Demand an exact shape.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    array : ndarray
        The array to look at.
    expected : tuple of int
        The shape it must have.
    words : str
        That shape in symbols, such as ``"(n_out, m)"``.

    Raises
    ------
    ValueError
        If the shape differs.

    Examples
    --------
    >>> require_shape("dZ", np.zeros((2, 5)), (5, 2), "(n_out, m)")
    Traceback (most recent call last):
    ...
    ValueError: dZ must have shape (n_out, m) = (5, 2), got (2, 5)
    """
    if array.shape != expected:
        raise ValueError(f"{name} must have shape {words} = {expected}, got {array.shape}")


def require_unit_interval(name: str, array: FloatArray) -> None:
    """
    Demand that every entry lies in [0, 1].

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    array : ndarray
        Probabilities or labels, dimensionless.

    Raises
    ------
    ValueError
        If an entry is outside, naming the first one.
    """
    outside = (array < 0.0) | (array > 1.0)
    if outside.any():
        raise ValueError(f"{name} must lie in [0, 1], got {array[outside].flat[0]}")


def require_option(name: str, value: object, options: Iterable[str]) -> None:
    """
    Demand one of a few words.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    value : object
        What the caller passed.
    options : iterable of str
        The allowed words.

    Raises
    ------
    ValueError
        If `value` is not among `options`.
    """
    allowed = tuple(options)
    if value not in allowed:
        listed = ", ".join(repr(option) for option in allowed)
        raise ValueError(f"{name} must be one of {listed}, got {value!r}")


def as_pair(
    first_name: str, first: ArrayLike, second_name: str, second: ArrayLike
) -> tuple[FloatArray, FloatArray]:
    """
    Read two arguments that are combined element by element.

    Only equal shapes, or a scalar with anything, are accepted: a column (m, 1)
    with a row (1, m) would silently broadcast to (m, m).

    Parameters
    ----------
    first_name : str
        Name of the first argument, for the message.
    first : array_like
        Scalar or array of real numbers.
    second_name : str
        Name of the second argument, for the message.
    second : array_like
        Scalar or array of real numbers.

    Returns
    -------
    tuple of two ndarray of float64
        Both arguments, each with its own shape.

    Raises
    ------
    ValueError
        If the shapes differ and neither is a scalar.
    """
    a, b = as_real(first_name, first), as_real(second_name, second)
    if a.shape != b.shape and a.ndim and b.ndim:
        raise ValueError(
            f"{first_name} and {second_name} must have the same shape, got {a.shape} and {b.shape}"
        )
    return a, b


def as_number(name: str, value: ArrayLike) -> float:
    """
    Read `value` as one finite real number.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    value : array_like
        A scalar or a 0-d array.

    Returns
    -------
    float
        The number.

    Raises
    ------
    ValueError
        If `value` has axes or is not finite.
    """
    array = as_real(name, value)
    if array.ndim:
        raise ValueError(f"{name} must be a single number, got shape {array.shape}")
    require_finite(name, array)
    return float(array)


def as_count(name: str, value: object, minimum: int = 0) -> int:
    """
    Read `value` as a whole number.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    value : object
        An integer of Python or NumPy.
    minimum : int, default=0
        The smallest number allowed.

    Returns
    -------
    int
        The number.

    Raises
    ------
    TypeError
        If `value` is not an integer.
    ValueError
        If `value` is below `minimum`.
    """
    if isinstance(value, bool) or not isinstance(value, int | np.integer):
        raise TypeError(f"{name} must be an integer, got {type(value).__name__} {value!r}")
    if value < minimum:
        raise ValueError(f"{name} must be at least {minimum}, got {value}")
    return int(value)


def require_finite(name: str, array: FloatArray) -> None:
    """
    Demand that no entry is infinite.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    array : ndarray
        The array to look at.

    Raises
    ------
    ValueError
        If an entry is infinite, naming the first one.
    """
    infinite = np.isinf(array)
    if infinite.any():
        raise ValueError(f"{name} must be finite, got {array[infinite].flat[0]}")
