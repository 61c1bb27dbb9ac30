"""Exercise ``line_gradients``."""

import numpy as np
from linear_regression.exercises.line import _inputs
from linear_regression.line import line_gradients, predict_line

from course_lib.checks.model import Alternative, Exercise, Mistake


def errors(x, y, w, b):
    return w * x + b - y


def by_matrix(x, y, w, b):
    design = np.column_stack([x, np.ones_like(x)])
    dw, db = design.T @ (design @ [w, b] - y) / len(y)
    return dw, db


def point_by_point(x, y, w, b):
    wrong = np.concatenate([predict_line(x[k : k + 1], w, b) for k in range(len(x))]) - y
    return wrong @ x / x.size, wrong.mean()


EXERCISE = Exercise(
    name="line_gradients",
    chapter="line",
    equation="line-gradients",
    quantity="the gradient",
    reference=line_gradients,
    visible=_inputs.VISIBLE,
    hidden=_inputs.hidden,
    inputs=_inputs.inputs,
    mistakes=(
        Mistake(
            "sums-for-means",
            lambda x, y, w, b: (np.sum(errors(x, y, w, b) * x), np.sum(errors(x, y, w, b))),
            "You took sums over the points.",
            "Take means: divide by the number of points.",
        ),
        Mistake(
            "sign",
            lambda x, y, w, b: (np.mean(-errors(x, y, w, b) * x), np.mean(-errors(x, y, w, b))),
            "Both derivatives have the wrong sign.",
            "The error is what the line says, minus what was measured.",
        ),
        Mistake(
            "place-missing",
            lambda x, y, w, b: (np.mean(errors(x, y, w, b)), np.mean(errors(x, y, w, b))),
            "You left the factor x out of the derivative by the slope.",
            "By the chain rule the error is multiplied by x.",
        ),
        Mistake(
            "factor-two",
            lambda x, y, w, b: (
                2 * np.mean(errors(x, y, w, b) * x),
                2 * np.mean(errors(x, y, w, b)),
            ),
            "Both derivatives are twice too large.",
            "The half of the cost cancels the 2 of the square.",
        ),
    ),
    alternatives=(
        Alternative("design matrix", by_matrix),
        Alternative("the earlier exercise, point by point", point_by_point),
    ),
)
