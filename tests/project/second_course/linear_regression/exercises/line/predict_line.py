"""Exercise ``predict_line``."""

from collections.abc import Iterator

import numpy as np
from linear_regression.exercises.line import _inputs
from linear_regression.line import predict_line
from numpy.random import Generator

from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case


def hidden(rng: Generator) -> Iterator[Case]:
    for each in _inputs.hidden(rng):
        x, _, w, b = each.steps[0].args
        yield case(each.label, x, w, b)


def inputs(rng: Generator) -> tuple:
    x, _, w, b = _inputs.inputs(rng)
    return x, w, b


def by_loop(x, w, b):
    return np.array([w * each + b for each in x])


EXERCISE = Exercise(
    name="predict_line",
    chapter="line",
    equation="line",
    quantity="the height of the line",
    reference=predict_line,
    visible=(
        case("three places", _inputs.X, 1.5, 0.25),
        case("a single place", np.array([3.0]), 0.5, -2.0),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "intercept-missing",
            lambda x, w, b: w * x,
            "You left the intercept out.",
            "Add b at the end.",
        ),
        Mistake(
            "slope-and-intercept-swapped",
            lambda x, w, b: b * x + w,
            "You took the intercept for the slope.",
            "The slope w belongs to x.",
        ),
        Mistake(
            "intercept-times-x",
            lambda x, w, b: w * (x + b),
            "You multiplied the intercept by the slope.",
            "Multiply first, then add b.",
        ),
    ),
    alternatives=(
        Alternative("polyval", lambda x, w, b: np.polyval([w, b], x)),
        Alternative("loop", by_loop),
        Alternative("intercept first", lambda x, w, b: b + x * w),
    ),
)
