"""Argument checks shared by every chapter module.

Each function names the argument, what was expected and what came, so that a
reader of the message can mend the call without opening this package.
"""

from __future__ import annotations

import inspect
import math
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import wraps
from numbers import Integral, Real
from reprlib import repr as shortened
from typing import Any, ParamSpec, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]
Rng = np.random.Generator | np.random.RandomState

_NO_NUMBER = "infinity minus infinity is no number"
_HOLDS_NAN = re.compile(r"(\w+) must not hold NaN")

# Entries of X beyond this are what makes steps too long that suit standardized data.
_LARGE = 100.0

Given = ParamSpec("Given")
Result = TypeVar("Result")
Item = TypeVar("Item")


def _came(value: object) -> str:
    """Say what came, in a few words."""
    return f"{type(value).__name__} {shortened(value)}"


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
        If `value` is ragged, empty, too large, masked or holds NaN.
    """
    try:
        raw = np.asarray(value)
    except ValueError:
        raise ValueError(
            f"{name} must be a rectangular array of numbers, got rows of different lengths"
        ) from None
    if raw.dtype.kind == "O" and all(isinstance(one, Real | Decimal) for one in raw.flat):
        raw = _as_floats(name, raw)  # fractions, decimals, integers of more than 64 bits
    if raw.dtype.kind not in "biuf":
        raise TypeError(f"{name} must hold real numbers, got {type(value).__name__} of {raw.dtype}")
    masked = sys.modules.get("numpy.ma")  # a masked array cannot come before it is imported
    if masked is not None and masked.is_masked(value):
        raise ValueError(f"{name} must hold no masked entries, got {masked.count_masked(value)}")
    with np.errstate(over="ignore"):
        array = raw.astype(np.float64, copy=False)
    if array.size == 0:
        raise ValueError(f"{name} must not be empty, got shape {array.shape}")
    if np.isnan(array.min()):  # one pass, and no array of truth values
        raise ValueError(f"{name} must not hold NaN, got {np.isnan(array).sum()} of {array.size}")
    return array


def _as_floats(name: str, raw: np.ndarray) -> FloatArray:
    """Read numbers of any exact type."""
    try:
        return raw.astype(np.float64)
    except OverflowError:
        raise ValueError(f"{name} must be below 1.8e308, got {shortened(raw[()])}") from None


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
    if not isinstance(value, str) or value not in allowed:
        listed = ", ".join(repr(option) for option in allowed)
        raise ValueError(f"{name} must be one of {listed}, got {shortened(value)}")


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
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise TypeError(f"{name} must be a whole number, got {_came(value)}")
    if value < minimum:
        raise ValueError(f"{name} must be at least {minimum}, got {value}")
    return int(value)


def as_positive(name: str, value: ArrayLike) -> float:
    """
    Read `value` as one finite number above 0, such as a learning rate.

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
        If `value` is not above 0.
    """
    number = as_number(name, value)
    if number <= 0.0:
        raise ValueError(f"{name} must be positive, got {number}")
    return number


def as_size(name: str, value: ArrayLike) -> float:
    """
    Read `value` as one finite number that is at least 0.

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
        If `value` is below 0.
    """
    number = as_number(name, value)
    if number < 0.0:
        raise ValueError(f"{name} must be at least 0, got {number}")
    return number


def as_fraction(name: str, value: ArrayLike) -> float:
    """
    Read `value` as one number between 0 and 1, both excluded.

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
        If `value` is not between 0 and 1.
    """
    number = as_number(name, value)
    if not 0.0 < number < 1.0:
        raise ValueError(f"{name} must lie strictly between 0 and 1, got {number}")
    return number


def as_flag(name: str, value: object) -> bool:
    """
    Read `value` as True or False.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    value : object
        A truth value of Python or NumPy.

    Returns
    -------
    bool
        The value.

    Raises
    ------
    TypeError
        If `value` is anything else.
    """
    if not isinstance(value, bool | np.bool_):
        raise TypeError(f"{name} must be True or False, got {_came(value)}")
    return bool(value)


def as_rng(name: str, value: object) -> Rng:
    """
    Read `value` as a source of random numbers.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    value : object
        A generator of NumPy, of the new kind or the old.

    Returns
    -------
    numpy.random.Generator or numpy.random.RandomState
        The generator.

    Raises
    ------
    TypeError
        If `value` is anything else.
    """
    if not isinstance(value, Rng):
        raise TypeError(
            f"{name} must be a numpy.random.Generator, such as numpy.random.default_rng(0), "
            f"got {_came(value)}"
        )
    return value


def as_mapping(name: str, value: Mapping[str, Item]) -> dict[str, Item]:
    """
    Read `value` as a mapping from names, such as parameters.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    value : mapping of str to anything
        A dict, or what behaves like one.

    Returns
    -------
    dict
        The same entries.

    Raises
    ------
    TypeError
        If `value` is no mapping, or a key is no name.
    """
    if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
        raise TypeError(f"{name} must be a dict from names to arrays, got {_came(value)}")
    return dict(value)


def as_sequence(name: str, value: Sequence[Item], word: str) -> list[Item]:
    """
    Read `value` as a list of one thing or more.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    value : sequence
        A list, tuple, range or array.
    word : str
        What it holds, for the message.

    Returns
    -------
    list
        The same things.

    Raises
    ------
    TypeError
        If `value` is no sequence, or a text.
    ValueError
        If it is empty.
    """
    listed = isinstance(value, Sequence) or (isinstance(value, np.ndarray) and value.ndim > 0)
    if not listed or isinstance(value, str | bytes):
        raise TypeError(f"{name} must be a list of {word}s, got {_came(value)}")
    if not len(value):
        raise ValueError(f"{name} must hold at least one {word}, got none")
    return list(value)


def as_text(name: str, value: object) -> str:
    """
    Read `value` as a text.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    value : object
        A string.

    Returns
    -------
    str
        The same.

    Raises
    ------
    TypeError
        If `value` is anything else.
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a text, got {_came(value)}")
    return value


def require_callable(name: str, value: object) -> None:
    """
    Demand a function.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    value : object
        What the caller passed.

    Raises
    ------
    TypeError
        If `value` cannot be called.
    """
    if not callable(value):
        raise TypeError(f"{name} must be a function, got {_came(value)}")


def never_nan(names: str) -> Callable[[Callable[Given, Result]], Callable[Given, Result]]:
    """
    Let what overflows be infinite without a warning, and refuse what would be NaN.

    Parameters
    ----------
    names : str
        The arguments whose numbers are multiplied and summed, for the message.

    Returns
    -------
    callable
        A decorator for functions that return an array, a number or a dict of them.

    Examples
    --------
    >>> @never_nan("a and b")
    ... def difference(a, b):
    ...     return 10.0 * np.float64(a) - 10.0 * np.float64(b)
    >>> difference(1e308, 1.0)
    np.float64(inf)
    >>> difference(1e308, 1e308)
    Traceback (most recent call last):
    ...
    ValueError: a and b must be smaller: infinity minus infinity is no number, got it in difference
    """

    def decorated(function: Callable[Given, Result]) -> Callable[Given, Result]:
        own = inspect.signature(function).parameters

        @wraps(function)
        def checked(*args: Given.args, **kwargs: Given.kwargs) -> Result:
            result = None
            try:
                with np.errstate(over="ignore", under="ignore", invalid="ignore"):
                    result = function(*args, **kwargs)
            except ValueError as error:
                refused = _HOLDS_NAN.match(str(error))
                if _NO_NUMBER not in str(error) and (refused is None or refused[1] in own):
                    raise
                # In a function that this one calls; here the arguments have other names.
            parts: Any = result.values() if isinstance(result, dict) else (result,)
            if result is None or any(np.isnan(part).any() for part in parts):
                raise ValueError(
                    f"{names} must be smaller: {_NO_NUMBER}, got it in {function.__name__}"
                )
            return result

        return checked

    return decorated


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


def require_converging(
    cost: float, epoch: int, learning_rate: float, X: FloatArray, what: str = "cost"
) -> None:
    """
    Demand of a training that its numbers stay within the float range.

    Parameters
    ----------
    cost : float
        The cost of an epoch, or a sum of weights.
    epoch : int
        The epoch, counted from 0.
    learning_rate : float
        Length of the steps.
    X : ndarray
        The data.
    what : str, default="cost"
        What `cost` is, for the message.

    Raises
    ------
    FloatingPointError
        If `cost` is not finite. Says in which epoch, counted from 1, and why that is likely.

    Examples
    --------
    >>> require_converging(np.inf, 2, 0.1, np.array([[4254.0]]))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    FloatingPointError: training diverged in epoch 3: the cost is inf. ...
    """
    if math.isfinite(cost):
        return
    largest = np.abs(X).max()
    reason = f"The steps are too long, take a smaller learning_rate than {learning_rate:g}"
    if largest > _LARGE:
        reason = f"X has entries up to {largest:.4g}, standardize it first"
    raise FloatingPointError(
        f"training diverged in epoch {epoch + 1}: the {what} is {cost:g}. {reason}"
    )
