"""Exercise ``squared_error_cost``."""

import numpy as np

from course_lib.binary_cross_entropy import squared_error_cost
from course_lib.checks.exercises._shared import batches, labels_with, printed, spread
from course_lib.checks.exercises.binary_cross_entropy._inputs import BATCHES
from course_lib.checks.model import Alternative, Exercise, Mistake


def by_loops(Y, P):
    total = 0.0
    n, m = Y.shape
    for k in range(m):
        for i in range(n):
            total += (Y[i, k] - P[i, k]) ** 2
    return total / (2 * m)


EXERCISE = Exercise(
    name="squared_error_cost",
    chapter="binary_cross_entropy",
    equation="squared-error-cost",
    quantity="the cost",
    reference=squared_error_cost,
    visible=BATCHES,
    hidden=batches,
    inputs=labels_with(spread),
    mistakes=(
        Mistake(
            "half-missing",
            lambda Y, P: np.sum((Y - P) ** 2) / Y.shape[1],
            "The factor ½ is missing.",
            "The cost is the mean of ½(p - y)².",
        ),
        Mistake(
            "not-averaged",
            lambda Y, P: np.sum((Y - P) ** 2) / 2,
            "You summed over the examples without dividing by m.",
            "Divide by the number of examples, which is the number of columns: Y.shape[1].",
        ),
        Mistake(
            "multiplied-by-m",
            lambda Y, P: np.sum((Y - P) ** 2) / 2 * Y.shape[1],
            "You multiplied by m: x / 2 * m is (x / 2) * m.",
            "Put the denominator into parentheses: (2 * m).",
        ),
        Mistake(
            "averaged-over-units-too",
            lambda Y, P: np.mean((Y - P) ** 2) / 2,
            "You divided by the number of all entries.",
            "The output units are summed; only the m = Y.shape[1] examples are averaged.",
        ),
        Mistake(
            "half-missing-mean",
            lambda Y, P: np.mean((Y - P) ** 2),
            "You averaged all squared entries: the ½ is missing, and the units are not summed.",
            "Sum over the units, divide by 2m.",
        ),
        Mistake(
            "divided-by-rows",
            lambda Y, P: np.sum((Y - P) ** 2) / (2 * Y.shape[0]),
            "You divided by the number of rows, which are the output units.",
            "Divide by the number of examples, which is the number of columns: Y.shape[1].",
        ),
        Mistake(
            "one-cost-each",
            lambda Y, P: np.sum((Y - P) ** 2, axis=0) / (2 * Y.shape[1]),
            "You returned one number for each example.",
            "Sum over both axes.",
        ),
        Mistake(
            "square-of-the-sum",
            lambda Y, P: np.sum(Y - P) ** 2 / (2 * Y.shape[1]),
            "You squared the sum of the differences, so that errors cancel.",
            "Square each difference, then sum.",
        ),
        Mistake(
            "not-squared",
            lambda Y, P: np.sum(np.abs(Y - P)) / (2 * Y.shape[1]),
            "You summed absolute differences.",
            "Square the differences.",
        ),
        Mistake(
            "root-taken",
            lambda Y, P: np.sqrt(np.sum((Y - P) ** 2) / (2 * Y.shape[1])),
            "You took the square root at the end.",
            "The cost has no root.",
        ),
        Mistake(
            "first-unit-only",
            lambda Y, P: np.sum((P[0] - Y[0]) ** 2) / (2 * Y.shape[1]),
            "You looked at the first output unit only.",
            "Sum over all output units: over all entries of P - Y.",
        ),
        Mistake(
            "variance",
            lambda Y, P: 0.5 * np.sum(np.var(P - Y, axis=1)),
            "You computed a variance, which subtracts the mean error.",
            "Average the squares of the errors themselves.",
        ),
        Mistake(
            "squeezed-and-counted",
            lambda Y, P: np.sum((P - Y) ** 2) / (2 * len(np.squeeze(Y))),
            "You took len(...) of what `squeeze` left for m.",
            "m is Y.shape[1].",
        ),
        Mistake(
            "root-mean-square",
            lambda Y, P: np.sqrt(np.sum((P - Y) ** 2) / Y.shape[1]),
            "You computed a root mean squared error.",
            "No root: half the mean of the squares.",
        ),
        Mistake(
            "predictions-rounded",
            lambda Y, P: np.sum((Y - np.round(P)) ** 2) / (2 * Y.shape[1]),
            "You rounded the probabilities to labels.",
            "Use the probabilities as they are.",
        ),
        Mistake(
            "spectral-norm-squared",
            lambda Y, P: 0.5 * np.linalg.norm(Y - P, 2) ** 2 / Y.shape[1],
            "np.linalg.norm(..., 2) of a matrix is no sum of squares.",
            "Use np.sum((P - Y)**2).",
        ),
    ),
    alternatives=(
        Alternative("sum", lambda Y, P: np.sum((Y - P) ** 2) / (2 * Y.shape[1])),
        Alternative("mean of columns", lambda Y, P: np.mean(np.sum((P - Y) ** 2, axis=0)) / 2),
        Alternative("norm", lambda Y, P: np.linalg.norm(Y - P) ** 2 / (2 * Y.shape[1])),
        Alternative("einsum", lambda Y, P: np.einsum("ij,ij->", Y - P, Y - P) / Y.shape[1] / 2),
        Alternative("trace", lambda Y, P: np.trace((Y - P) @ (Y - P).T).item() / (2 * Y.shape[1])),
        Alternative("two loops", by_loops),
        Alternative(
            "mean over everything, times units", lambda Y, P: 0.5 * ((Y - P) ** 2).mean() * len(Y)
        ),
        Alternative(
            "0-d array, printed",
            lambda Y, P: printed(np.array(np.vdot(Y - P, Y - P) / 2 / Y.shape[1])),
        ),
    ),
)
