"""Exercise ``bce_cost``."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.binary_cross_entropy import bce_cost
from course_lib.checks.exercises._shared import (
    batches,
    labels_with,
    printed,
    size,
    spread,
    sure_and_wrong,
)
from course_lib.checks.exercises.binary_cross_entropy._inputs import BATCHES, NEAR_0_AND_1
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case


def on_clipped(Y, P):
    P = np.clip(P, 1e-7, 1 - 1e-7)
    return -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / Y.shape[1]


def by_loops(Y, P):
    total = 0.0
    for k in range(Y.shape[1]):
        for i in range(Y.shape[0]):
            total -= math.log(P[i, k]) if Y[i, k] == 1 else math.log(1 - P[i, k])
    return total / Y.shape[1]


def many_unlikely(m: int) -> Case:
    """Take so many examples that the product of their probabilities is smaller than any float."""
    return case("very many unlikely labels", np.ones((1, m)), np.full((1, m), 0.01))


def hidden(rng: Generator) -> Iterator[Case]:
    yield from batches(rng)
    yield sure_and_wrong(rng)
    yield many_unlikely(size(rng, 300, 500))


def of_each_unit(Y, P):
    return -(Y @ np.log(P).T + (1 - Y) @ np.log(1 - P).T) / Y.shape[1]


def log_of_the_mean(Y, P):
    return -np.sum(np.log(np.mean(np.where(Y == 1, P, 1 - P), axis=1)))


def log_of_the_product(Y, P):
    with np.errstate(all="ignore"):
        return -np.log(np.prod(np.where(Y == 1, P, 1 - P))) / Y.shape[1]


def with_swapped_arguments(Y, P):
    with np.errstate(all="ignore"):
        return np.sum(-P * np.log(Y) - (1 - P) * np.log(1 - Y)) / Y.shape[1]


EXERCISE = Exercise(
    name="bce_cost",
    chapter="binary_cross_entropy",
    equation="bce-cost",
    quantity="the cost",
    reference=bce_cost,
    visible=(*BATCHES, NEAR_0_AND_1, many_unlikely(400)),
    hidden=hidden,
    inputs=labels_with(spread),
    mistakes=(
        Mistake(
            "not-averaged",
            lambda Y, P: -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)),
            "You summed over the examples without dividing by m.",
            "Divide by the number of examples, which is the number of columns: Y.shape[1].",
        ),
        Mistake(
            "averaged-over-units-too",
            lambda Y, P: -np.mean(Y * np.log(P) + (1 - Y) * np.log(1 - P)),
            "You divided by the number of all entries.",
            "The output units are summed; only the m = Y.shape[1] examples are averaged.",
        ),
        Mistake(
            "sign-missing",
            lambda Y, P: np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / Y.shape[1],
            "The minus sign is missing: your cost is negative.",
            "The logarithm of a probability is negative, a cost is not.",
        ),
        Mistake(
            "divided-twice",
            lambda Y, P: -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / Y.shape[1] ** 2,
            "You divided by m twice.",
            "A mean is a sum divided by m, once.",
        ),
        Mistake(
            "divided-by-rows",
            lambda Y, P: -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / Y.shape[0],
            "You divided by the number of rows, which are the output units.",
            "Divide by the number of examples, which is the number of columns: Y.shape[1].",
        ),
        Mistake(
            "log10-instead",
            lambda Y, P: -np.sum(Y * np.log10(P) + (1 - Y) * np.log10(1 - P)) / Y.shape[1],
            "You took the logarithm to base 10.",
            "Take the natural logarithm: np.log.",
        ),
        Mistake(
            "second-term-missing",
            lambda Y, P: -np.sum(Y * np.log(P)) / Y.shape[1],
            "The term of label 0 is missing.",
            "Look at the second term of the loss.",
        ),
        Mistake(
            "terms-swapped",
            lambda Y, P: -np.sum(Y * np.log(1 - P) + (1 - Y) * np.log(P)) / Y.shape[1],
            "The two logarithms are swapped.",
            "Label 1 goes with log p, label 0 with log(1 - p).",
        ),
        Mistake(
            "one-cost-each",
            lambda Y, P: -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P), axis=0) / Y.shape[1],
            "You returned one number for each example.",
            "Sum over both axes.",
        ),
        Mistake(
            "factor-half",
            lambda Y, P: -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / (2 * Y.shape[1]),
            "There is a factor ½, as in the squared error.",
            "The cross-entropy has no ½.",
        ),
        Mistake(
            "clipped-probability",
            on_clipped,
            "The probabilities were clipped to [1e-7, 1 - 1e-7].",
            "Leave P as it is: the loss of a sure and wrong answer must be large.",
        ),
        Mistake(
            "matrix-of-products",
            of_each_unit,
            "Your matrix products give a matrix, not a number.",
            "Multiply entry by entry and sum everything: np.sum(...).",
        ),
        Mistake(
            "log-of-the-mean",
            log_of_the_mean,
            "You took the logarithm of the mean probability.",
            "Take the logarithm for each example, then the mean.",
        ),
        Mistake(
            "log-of-the-product",
            log_of_the_product,
            "You multiplied all probabilities before the logarithm: the product of many is 0.",
            "Sum the logarithms.",
        ),
        Mistake(
            "arguments-of-bce-swapped",
            with_swapped_arguments,
            "You took labels for probabilities, and probabilities for labels.",
            "The order is bce(Y, P).",
        ),
        Mistake(
            "median",
            lambda Y, P: float(np.median(-np.log(np.where(Y == 1, P, 1 - P)))),
            "You took the median.",
            "Take the mean over the examples.",
        ),
        Mistake(
            "largest-loss",
            lambda Y, P: float(np.max(-np.log(np.where(Y == 1, P, 1 - P)))),
            "You took the largest loss.",
            "Take the mean over the examples.",
        ),
        Mistake(
            "absolute-errors",
            lambda Y, P: np.sum(np.abs(Y - P)) / Y.shape[1],
            "You averaged the distances of Y and P.",
            "Average the cross-entropies, bce(Y, P).",
        ),
        Mistake(
            "squared-errors",
            lambda Y, P: np.sum((Y - P) ** 2) / (2 * Y.shape[1]),
            "You computed the cost of the squared error.",
            "Average the cross-entropies, bce(Y, P).",
        ),
    ),
    alternatives=(
        Alternative(
            "sum", lambda Y, P: -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / Y.shape[1]
        ),
        Alternative(
            "mean of columns",
            lambda Y, P: np.mean(-np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P), axis=0)),
        ),
        Alternative("where", lambda Y, P: -np.log(np.where(Y == 1, P, 1 - P)).sum() / Y.shape[1]),
        Alternative(
            "matrix products",
            lambda Y, P: (
                -(np.trace(Y @ np.log(P).T) + np.trace((1 - Y) @ np.log(1 - P).T)) / Y.shape[1]
            ),
        ),
        Alternative("two loops", by_loops),
        Alternative(
            "einsum",
            lambda Y, P: -np.einsum("ij->", Y * np.log(P) + (1 - Y) * np.log(1 - P)) / Y.shape[1],
        ),
        Alternative(
            "mean over everything, times units",
            lambda Y, P: -np.mean(Y * np.log(P) + (1 - Y) * np.log(1 - P)) * Y.shape[0],
        ),
        Alternative(
            "0-d array, printed",
            lambda Y, P: printed(np.array(-np.log(Y * P + (1 - Y) * (1 - P)).sum() / Y.shape[1])),
        ),
    ),
)
