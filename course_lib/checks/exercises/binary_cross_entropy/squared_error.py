"""Exercise ``squared_error``."""

import numpy as np

from course_lib.binary_cross_entropy import squared_error
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
    name="squared_error",
    chapter="binary_cross_entropy",
    equation="squared-error",
    quantity="the squared error",
    reference=squared_error,
    visible=ENTRIES,
    hidden=element_wise,
    inputs=labels_with(spread),
    mistakes=(
        Mistake(
            "half-missing",
            lambda y, p: (p - y) ** 2,
            "The factor ½ is missing.",
            "It is there so that the derivative has no factor 2.",
        ),
        Mistake(
            "not-squared",
            lambda y, p: 0.5 * (p - y),
            "The difference was not squared.",
            "An error below the label must count like one above it.",
        ),
        Mistake(
            "absolute-error",
            lambda y, p: np.abs(p - y),
            "You computed the absolute error.",
            "Square the difference and halve it.",
        ),
        Mistake(
            "half-squared-too",
            lambda y, p: (0.5 * (p - y)) ** 2,
            "The ½ was squared as well: you have a quarter of the square.",
            "Square first, then halve.",
        ),
        Mistake(
            "squares-subtracted",
            lambda y, p: 0.5 * (p**2 - y**2),
            "You squared y and p before subtracting.",
            "First the difference, then the square.",
        ),
        Mistake(
            "averaged",
            lambda y, p: np.mean(0.5 * (p - y) ** 2),
            "You averaged over the entries.",
            "Return one number for each entry; averaging over the examples is the job of the cost.",
        ),
        Mistake(
            "summed",
            lambda y, p: np.sum(0.5 * (p - y) ** 2),
            "You summed over the entries.",
            "Return one number for each entry; averaging over the examples is the job of the cost.",
        ),
        Mistake(
            "divided-by-m",
            lambda y, p: 0.5 * (p - y) ** 2 / np.size(p),
            "You divided by the number of entries.",
            "Return one number for each entry; averaging over the examples is the job of the cost.",
        ),
        Mistake(
            "gradient-instead",
            lambda y, p: p - y,
            "You returned the derivative p - y.",
            "The loss itself is asked here.",
        ),
        Mistake(
            "label-1-only",
            lambda y, p: (p - 1) ** 2 / 2 + 0 * y,
            "You took 1 for every label.",
            "Subtract y, which may be 0.",
        ),
        Mistake(
            "brackets-missing",
            lambda y, p: 1 / 2 * p - y**2,
            "You squared y alone: brackets are missing.",
            "Square the difference: (p - y)**2.",
        ),
        Mistake(
            "prediction-rounded",
            lambda y, p: 0.5 * (np.round(p) - y) ** 2,
            "You rounded p to a label first.",
            "Use the probability as it is.",
        ),
        Mistake(
            "squares-subtracted-the-other-way",
            lambda y, p: 0.5 * (y**2 - p**2),
            "You squared before you subtracted.",
            "Subtract first, then square.",
        ),
    ),
    alternatives=(
        Alternative("power", lambda y, p: 0.5 * (p - y) ** 2),
        Alternative("product", lambda y, p: (y - p) * (y - p) / 2),
        Alternative("np.square", lambda y, p: np.square(np.subtract(y, p)) / 2),
        Alternative("expanded", lambda y, p: (p * p - 2 * p * y + y * y) / 2),
        Alternative("entry by entry", one_at_a_time(lambda y, p: 0.5 * (p - y) ** 2)),
        Alternative("prints", lambda y, p: printed((p - y) ** 2 / 2)),
        Alternative("absolute value squared", lambda y, p: np.abs(p - y) ** 2 / 2),
    ),
)
