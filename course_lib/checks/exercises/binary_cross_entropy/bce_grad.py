"""Exercise ``bce_grad``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.binary_cross_entropy import bce_grad
from course_lib.checks.exercises._shared import (
    element_wise,
    labels_with,
    one_at_a_time,
    printed,
    spread,
    sure_and_wrong,
)
from course_lib.checks.exercises.binary_cross_entropy._inputs import ENTRIES, NEAR_0_AND_1
from course_lib.checks.model import Alternative, Case, Exercise, Mistake


def on_clipped(y, p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return (p - y) / (p * (1 - p))


def by_mask(y, p):
    y, p = np.broadcast_arrays(y, p)
    gradient = np.zeros(p.shape)
    gradient[y == 1] = -1 / p[y == 1]
    gradient[y == 0] = 1 / (1 - p[y == 0])
    return gradient


def hidden(rng: Generator) -> Iterator[Case]:
    yield from element_wise(rng)
    yield sure_and_wrong(rng)


EXERCISE = Exercise(
    name="bce_grad",
    chapter="binary_cross_entropy",
    equation="bce-grad",
    quantity="the derivative dL/dp",
    reference=bce_grad,
    visible=(*ENTRIES, NEAR_0_AND_1),
    hidden=hidden,
    inputs=labels_with(spread),
    mistakes=(
        Mistake(
            "sign-flipped",
            lambda y, p: (y - p) / (p * (1 - p)),
            "The sign is wrong.",
            "If p is too large, the loss must grow with p: the derivative is positive.",
        ),
        Mistake(
            "derivative-of-logit",
            lambda y, p: p - y,
            "You returned p - y, the derivative with respect to z.",
            "With respect to p, the denominator p(1 - p) stays.",
        ),
        Mistake(
            "parentheses-missing",
            lambda y, p: (p - y) / p * (1 - p),
            "You divided by p and then multiplied by 1 - p.",
            "Put the denominator into parentheses: (p * (1 - p)).",
        ),
        Mistake(
            "only-p-below",
            lambda y, p: (p - y) / p,
            "The factor 1 - p of the denominator is missing.",
            "The denominator is p(1 - p).",
        ),
        Mistake(
            "inner-derivative-lost",
            lambda y, p: -y / p - (1 - y) / (1 - p),
            "The inner derivative of log(1 - p), which is -1, was lost.",
            "Two minus signs make the second term positive.",
        ),
        Mistake(
            "second-term-missing",
            lambda y, p: -y / p,
            "The term of label 0 is missing.",
            "Differentiate both terms of the loss.",
        ),
        Mistake(
            "multiplied-instead",
            lambda y, p: (p - y) * p * (1 - p),
            "You multiplied by p(1 - p).",
            "Divide by it.",
        ),
        Mistake(
            "divided-by-m",
            lambda y, p: (p - y) / (p * (1 - p)) / np.size(p),
            "You divided by the number of entries.",
            "The 1/m belongs to the cost, not to the loss of one example.",
        ),
        Mistake(
            "loss-instead",
            lambda y, p: -(y * np.log(p) + (1 - y) * np.log(1 - p)),
            "You returned the loss itself.",
            "Its derivative with respect to p is asked.",
        ),
        Mistake(
            "summed",
            lambda y, p: np.sum((p - y) / (p * (1 - p))),
            "You summed over the entries.",
            "Return one derivative for each entry.",
        ),
        Mistake(
            "clipped-probability",
            on_clipped,
            "The probability was clipped to [1e-7, 1 - 1e-7].",
            "Leave p as it is: the slope of a sure and wrong answer must be steep.",
        ),
        Mistake(
            "labels-below",
            lambda y, p: (p - y) / (p * np.asarray(1 - y, dtype=float)),
            "You divided by p (1 - y).",
            "Below stands p (1 - p).",
        ),
        Mistake(
            "labels-only-below",
            lambda y, p: (p - y) / (np.asarray(y, dtype=float) * (1 - y)),
            "You divided by y (1 - y), which is 0.",
            "Below stands p (1 - p).",
        ),
        Mistake(
            "logarithms-below",
            lambda y, p: -y / np.log(p) + (1 - y) / np.log(1 - p),
            "You left the logarithms in the denominators.",
            "The derivative of log p is 1/p.",
        ),
        Mistake(
            "labels-left-out",
            lambda y, p: -1 / p + 1 / (1 - p) + 0 * y,
            "The labels have no effect.",
            "-y/p + (1 - y)/(1 - p).",
        ),
        Mistake(
            "denominators-squared",
            lambda y, p: -y / p**2 + (1 - y) / (1 - p) ** 2,
            "You squared the denominators.",
            "The derivative of log p is 1/p.",
        ),
    ),
    alternatives=(
        Alternative("one fraction", lambda y, p: (p - y) / (p * (1 - p))),
        Alternative("two fractions", lambda y, p: -y / p + (1 - y) / (1 - p)),
        Alternative("where", lambda y, p: np.where(np.asarray(y) == 1, -1 / p, 1 / (1 - p))),
        Alternative(
            "entry by entry", one_at_a_time(lambda y, p: -1 / p if y == 1 else 1 / (1 - p))
        ),
        Alternative("mask", by_mask),
        Alternative("one over the distance", lambda y, p: 1 / (1 - y - p)),
        Alternative("prints", lambda y, p: printed(np.divide(p - y, p - p * p))),
    ),
)
