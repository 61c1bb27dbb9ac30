"""Fitting a line: what it says, what it costs, and how the cost changes."""

import numpy as np
from numpy.typing import ArrayLike

from course_lib._validation import as_real

__all__ = ["line_cost", "line_gradients", "predict_line"]


def predict_line(x: ArrayLike, w: float, b: float) -> np.ndarray:
    """Give the height of the line at each place."""
    return w * as_real("x", x) + b


def line_cost(x: ArrayLike, y: ArrayLike, w: float, b: float) -> np.float64:
    """Give half the mean of the squared errors."""
    errors = w * as_real("x", x) + b - as_real("y", y)
    return np.mean(errors**2) / 2


def line_gradients(x: ArrayLike, y: ArrayLike, w: float, b: float) -> tuple[np.float64, np.float64]:
    """Give the derivatives of the cost by slope and intercept."""
    x = as_real("x", x)
    errors = w * x + b - as_real("y", y)
    return np.mean(errors * x), np.mean(errors)
