"""Exercise ``squared_error_grad``."""

import numpy as np

from course_lib.binary_cross_entropy import squared_error_grad
from course_lib.checks.exercises._shared import (
    element_wise,
    labels_with,
    one_at_a_time,
    printed,
    spread,
)
from course_lib.checks.exercises.binary_cross_entropy._inputs import ENTRIES
from course_lib.checks.model import Alternative, Exercise, Mistake

EXERCISE = Exercise(
    name="squared_error_grad",
    chapter="binary_cross_entropy",
    equation="squared-error-grad",
    quantity="the derivative of the squared error with respect to p",
    reference=squared_error_grad,
    visible=ENTRIES,
    hidden=element_wise,
    inputs=labels_with(spread),
    mistakes=(
        Mistake(
            "sign-flipped",
            lambda y, p: y - p,
            "The sign is wrong: you computed y - p.",
            "If p is too large, the loss must grow with p: the derivative is positive.",
        ),
        Mistake(
            "factor-two",
            lambda y, p: 2 * (p - y),
            "There is a factor 2 too much.",
            "The ½ of the loss cancels the 2 of the power.",
        ),
        Mistake(
            "factor-half",
            lambda y, p: 0.5 * (p - y),
            "The ½ of the loss was kept.",
            "The 2 of the power cancels it.",
        ),
        Mistake(
            "loss-instead",
            lambda y, p: 0.5 * (p - y) ** 2,
            "You returned the loss itself.",
            "Its derivative with respect to p is asked.",
        ),
        Mistake(
            "divided-by-m",
            lambda y, p: (p - y) / np.size(p),
            "You divided by the number of entries.",
            "The 1/m belongs to the cost, not to the loss of one example.",
        ),
        Mistake(
            "sign-only",
            lambda y, p: np.sign(p - y),
            "You returned only the sign: that is the derivative of the absolute error.",
            "The squared error pulls harder, the larger the difference.",
        ),
        Mistake(
            "sigmoid-included",
            lambda y, p: (p - y) * p * (1 - p),
            "You multiplied by p(1 - p), which is the derivative with respect to z.",
            "Stop at p: the sigmoid comes in the next chapter.",
        ),
        Mistake(
            "summed",
            lambda y, p: np.sum(p - y),
            "You summed over the entries.",
            "Return one derivative for each entry.",
        ),
        Mistake(
            "label-1-only",
            lambda y, p: p - 1 + 0 * y,
            "You took 1 for every label.",
            "Subtract y, which may be 0.",
        ),
        Mistake(
            "differences-of-neighbors",
            lambda y, p: np.gradient(0.5 * (p - y) ** 2, p),
            "np.gradient takes differences between neighbors in an array.",
            "Write down the derivative of (p - y)²/2 by p.",
        ),
    ),
    alternatives=(
        Alternative("difference", lambda y, p: p - y),
        Alternative("minus the other difference", lambda y, p: -(y - p)),
        Alternative("np.subtract", lambda y, p: np.subtract(p, y)),
        Alternative("entry by entry", one_at_a_time(lambda y, p: p - y)),
        Alternative("half of twice", lambda y, p: 0.5 * 2 * (p - y)),
        Alternative("prints", lambda y, p: printed(p - y)),
        Alternative("sum with the negative", lambda y, p: np.add(p, np.negative(y))),
    ),
)
