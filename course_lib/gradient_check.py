"""Test a gradient against central differences, the way every formula of the book is tested."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from course_lib._validation import (
    FloatArray,
    as_mapping,
    as_number,
    as_positive,
    as_real,
    require_callable,
    require_finite,
    require_shape,
)

__all__ = ["gradient_check", "numerical_gradient"]

# Beside an entry of 1, a smaller step leaves fewer than half of the digits of the difference.
_SMALLEST_STEP = 1e-8


def numerical_gradient(
    f: Callable[[FloatArray], ArrayLike], x: ArrayLike, h: float = 1e-6
) -> FloatArray:
    """
    Gradient of a scalar function by central differences, one entry of `x` at a time.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x` (a scalar for a scalar) and returns one number.
    x : array_like
        Where to differentiate, of any shape; left unchanged.
    h : float, default=1e-6
        Step to each side, in the unit of `x`.

    Returns
    -------
    ndarray of float64
        ``(f(x + h) - f(x - h)) / 2h`` for each entry, with the shape of `x`.

    Raises
    ------
    ValueError
        If `h` is not positive, or `f` returns no single number.

    Notes
    -----
    The error is of order h squared plus rounding of order 1e-16 / h. The step divided by is
    the one taken, after rounding. Where `h` is below 1e-8 of an entry, rounding would leave
    little of the difference, and 1e-8 of the entry is the step. Equation
    ``central-difference`` of the chapter *Sigmoid derivative*.

    Examples
    --------
    >>> numerical_gradient(lambda x: x @ x, [1.0, 2.0]).round(6)
    array([2., 4.])
    """
    require_callable("f", f)
    x, h = as_real("x", x), as_positive("h", h)
    require_finite("x", x)
    steps = np.maximum(h, _SMALLEST_STEP * np.abs(x))
    gradient = np.empty_like(x)
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        require_finite("x + 2h", np.abs(x) + 2.0 * steps)
        for index in np.ndindex(x.shape):
            above, below = x.copy(), x.copy()
            above[index] += steps[index]
            below[index] -= steps[index]
            step = above[index] - below[index]
            rise = as_number("f(x)", f(above[()])) - as_number("f(x)", f(below[()]))
            gradient[index] = rise / step
    return gradient[()]


def gradient_check(
    f: Callable[..., ArrayLike],
    x: Any,
    gradient: Any,
    h: float = 1e-6,
) -> float:
    """
    Largest relative error of a gradient against central differences.

    Parameters
    ----------
    f : callable
        Cost as a function of `x`.
    x : array_like or dict of array_like
        Where the gradient was taken: one array, or parameters such as ``W1, b1``.
    gradient : array_like or dict of array_like
        The gradient to test: of the shape of `x`, or under the names ``dW1, db1``.
    h : float, default=1e-6
        Step to each side, in the unit of `x`.

    Returns
    -------
    float
        Largest error of an entry over the largest entry (of each array), dimensionless;
        about 1e-9 for a right gradient, about 1 for a wrong one.

    Raises
    ------
    ValueError
        If a gradient is missing or has another shape than its argument.

    Notes
    -----
    Keys beyond those of `x` are ignored. Where the true gradient vanishes, only rounding is
    compared with rounding: choose a point away from a minimum.

    Examples
    --------
    >>> gradient_check(lambda x: x @ x, [1.0, 2.0], [2.0, 4.0]) < 1e-8
    True
    >>> gradient_check(lambda x: x @ x, [1.0, 2.0], [1.0, 2.0]) > 0.4
    True
    """
    if not isinstance(x, Mapping):
        return _relative_error(f, as_real("x", x), as_real("gradient", gradient), h)
    x, gradient = as_mapping("x", x), as_mapping("gradient", gradient)
    if not x:
        raise ValueError("x must hold at least one parameter, got none")
    return max(
        _relative_error(
            partial(_with_parameter, f, x, name),
            as_real(name, x[name]),
            as_real(f"d{name}", _entry(gradient, f"d{name}")),
            h,
        )
        for name in x
    )


def _with_parameter(
    f: Callable[..., ArrayLike], params: Mapping[str, ArrayLike], name: str, value: ArrayLike
) -> ArrayLike:
    """Cost with one parameter replaced."""
    return f({**params, name: value})


def _entry(gradient: Mapping[str, ArrayLike], name: str) -> ArrayLike:
    """Gradient of one parameter, or an error that says which one is missing."""
    if name not in gradient:
        raise ValueError(f"gradient must hold {name}, got {', '.join(gradient) or 'nothing'}")
    return gradient[name]


def _relative_error(
    f: Callable[[FloatArray], ArrayLike], x: FloatArray, gradient: FloatArray, h: float
) -> float:
    """Largest error over the largest entry of either gradient; 0 where both vanish."""
    require_shape("gradient", gradient, x.shape, "of x")
    numerical = numerical_gradient(f, x, h)
    scale = max(np.abs(gradient).max(), np.abs(numerical).max())
    return float(np.abs(gradient - numerical).max() / scale) if scale > 0.0 else 0.0
