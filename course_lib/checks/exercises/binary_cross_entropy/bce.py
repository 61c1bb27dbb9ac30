"""Exercise ``bce``."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.binary_cross_entropy import bce
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
    return -(y * np.log(p) + (1 - y) * np.log(1 - p))


def by_mask(y, p):
    y, p = np.broadcast_arrays(y, p)
    loss = np.zeros(p.shape)
    loss[y == 1] = -np.log(p[y == 1])
    loss[y == 0] = -np.log(1 - p[y == 0])
    return loss


def hidden(rng: Generator) -> Iterator[Case]:
    yield from element_wise(rng)
    yield sure_and_wrong(rng)


EXERCISE = Exercise(
    name="bce",
    chapter="binary_cross_entropy",
    equation="bce",
    quantity="the binary cross-entropy",
    reference=bce,
    visible=(*ENTRIES, NEAR_0_AND_1),
    hidden=hidden,
    inputs=labels_with(spread),
    mistakes=(
        Mistake(
            "sign-missing",
            lambda y, p: y * np.log(p) + (1 - y) * np.log(1 - p),
            "The minus sign is missing: your loss is negative.",
            "The logarithm of a probability is negative, a loss is not.",
        ),
        Mistake(
            "log10-instead",
            lambda y, p: -(y * np.log10(p) + (1 - y) * np.log10(1 - p)),
            "You took the logarithm to base 10.",
            "Take the natural logarithm: np.log.",
        ),
        Mistake(
            "log2-instead",
            lambda y, p: -(y * np.log2(p) + (1 - y) * np.log2(1 - p)),
            "You took the logarithm to base 2.",
            "Take the natural logarithm: np.log.",
        ),
        Mistake(
            "second-term-missing",
            lambda y, p: -y * np.log(p),
            "The term of label 0 is missing.",
            "Look at the second term of the equation.",
        ),
        Mistake(
            "first-term-missing",
            lambda y, p: -(1 - y) * np.log(1 - p),
            "The term of label 1 is missing.",
            "Look at the first term of the equation.",
        ),
        Mistake(
            "label-ignored",
            lambda y, p: -np.log(p) + 0 * y,
            "You took -log p for every label.",
            "Where the label is 0, the probability it was given is 1 - p.",
        ),
        Mistake(
            "label-in-the-logarithm",
            lambda y, p: -p * np.log(y) - (1 - p) * np.log(1 - y),
            "You took the logarithm of the label; y and p have changed places.",
            "The label stands in front, the probability inside the logarithm.",
        ),
        Mistake(
            "terms-swapped",
            lambda y, p: -(y * np.log(1 - p) + (1 - y) * np.log(p)),
            "The two logarithms are swapped.",
            "Label 1 goes with log p, label 0 with log(1 - p).",
        ),
        Mistake(
            "minus-only-first",
            lambda y, p: -y * np.log(p) + (1 - y) * np.log(1 - p),
            "The minus sign reaches only the first term.",
            "Both terms are negative: use parentheses or two minus signs.",
        ),
        Mistake(
            "parentheses-missing",
            lambda y, p: -y * np.log(p) - 1 - y * np.log(1 - p),
            "You wrote 1 - y·log(1 - p) without parentheses around 1 - y.",
            "Write (1 - y) * np.log(1 - p).",
        ),
        Mistake(
            "averaged",
            lambda y, p: np.mean(-(y * np.log(p) + (1 - y) * np.log(1 - p))),
            "You averaged over the entries.",
            "Return one number for each entry; averaging over the examples is the job of the cost.",
        ),
        Mistake(
            "summed",
            lambda y, p: np.sum(-(y * np.log(p) + (1 - y) * np.log(1 - p))),
            "You summed over the entries.",
            "Return one number for each entry; averaging over the examples is the job of the cost.",
        ),
        Mistake(
            "divided-by-m",
            lambda y, p: -(y * np.log(p) + (1 - y) * np.log(1 - p)) / np.size(p),
            "You divided by the number of entries.",
            "Return one number for each entry; averaging over the examples is the job of the cost.",
        ),
        Mistake(
            "clipped-probability",
            on_clipped,
            "The probability was clipped to [1e-7, 1 - 1e-7] before the logarithm.",
            "Leave p as it is: the loss of a sure and wrong answer must be large.",
        ),
        Mistake(
            "added-in-the-logarithm",
            lambda y, p: -(y * np.log(p + 1e-8) + (1 - y) * np.log(1 - p + 1e-8)),
            "A small number was added inside the logarithms.",
            "Leave p as it is: p is never exactly 0 or 1 here.",
        ),
        Mistake(
            "one-minus-the-logarithm",
            lambda y, p: -(y * np.log(p) + (1 - y) * (1 - np.log(p))),
            "You took 1 - log p for log(1 - p).",
            "The logarithm is taken of 1 - p: mind the parentheses.",
        ),
        Mistake(
            "asks-the-probability",
            lambda y, p: np.where(np.asarray(p) > 0.5, -np.log(p), -np.log1p(-np.asarray(p))),
            "Which term counts is chosen by p, not by the label.",
            "y chooses the term: compare the label.",
        ),
        Mistake(
            "two-terms-as-a-tuple",
            lambda y, p: (-y * np.log(p), -(1 - y) * np.log(1 - p)),
            "You returned the two terms, and did not add them.",
            "Put a + between them.",
        ),
        Mistake(
            "distance-of-labels",
            lambda y, p: np.abs(np.asarray(y) - p),
            "You returned the distance of y and p.",
            "Take minus the logarithm of the probability of the label.",
        ),
        Mistake(
            "weighted-by-the-probability",
            lambda y, p: (
                -np.where(np.asarray(y) == 1, p, 1 - np.asarray(p))
                * np.log(np.where(np.asarray(y) == 1, p, 1 - np.asarray(p)))
            ),
            "You multiplied the logarithm by the probability.",
            "The label weights the logarithms, not the probability.",
        ),
    ),
    alternatives=(
        Alternative("two terms", lambda y, p: -(y * np.log(p) + (1 - y) * np.log(1 - p))),
        Alternative(
            "where", lambda y, p: -np.log(np.where(np.asarray(y) == 1, p, 1 - np.asarray(p)))
        ),
        Alternative("log1p", lambda y, p: -y * np.log(p) - (1 - y) * np.log1p(-p)),
        Alternative(
            "entry by entry with math",
            one_at_a_time(lambda y, p: -math.log(p) if y else -math.log(1 - p)),
        ),
        Alternative("log of a product", lambda y, p: -np.log(p**y * (1 - p) ** (1 - y))),
        Alternative("mask", by_mask),
        Alternative(
            "log of the inverse", lambda y, p: y * np.log(1 / p) + (1 - y) * np.log(1 / (1 - p))
        ),
        Alternative(
            "log of the chosen probability, printed",
            lambda y, p: printed(-np.log(y * p + (1 - y) * (1 - p))),
        ),
    ),
)
