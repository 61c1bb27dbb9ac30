"""Exercise ``line_cost``."""

import numpy as np
from linear_regression.exercises.line import _inputs
from linear_regression.line import line_cost, predict_line

from course_lib.checks.model import Alternative, Exercise, Mistake


def by_loop(x, y, w, b):
    total = 0.0
    for place, height in zip(x, y, strict=True):
        total += (w * place + b - height) ** 2
    return total / (2 * len(x))


def by_earlier(x, y, w, b):
    errors = predict_line(x, w, b) - y
    return errors @ errors / (2 * errors.size)


EXERCISE = Exercise(
    name="line_cost",
    chapter="line",
    equation="line-cost",
    quantity="the cost of the line",
    reference=line_cost,
    visible=_inputs.VISIBLE,
    hidden=_inputs.hidden,
    inputs=_inputs.inputs,
    mistakes=(
        Mistake(
            "sum-for-mean",
            lambda x, y, w, b: np.sum((w * x + b - y) ** 2) / 2,
            "You took the sum of the squared errors.",
            "Divide by the number of points.",
        ),
        Mistake(
            "half-missing",
            lambda x, y, w, b: np.mean((w * x + b - y) ** 2),
            "You left the half out.",
            "Divide the mean by 2.",
        ),
        Mistake(
            "mean-before-square",
            lambda x, y, w, b: np.mean(w * x + b - y) ** 2 / 2,
            "You squared the mean of the errors.",
            "Square each error, then take the mean.",
        ),
    ),
    alternatives=(
        Alternative("loop", by_loop),
        Alternative("on the earlier exercise", by_earlier),
        Alternative("error the other way", lambda x, y, w, b: 0.5 * np.mean((y - w * x - b) ** 2)),
    ),
)
