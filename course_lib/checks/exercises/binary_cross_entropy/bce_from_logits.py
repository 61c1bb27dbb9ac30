"""Exercise ``bce_from_logits``."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.binary_cross_entropy import bce_from_logits
from course_lib.checks.exercises._shared import (
    labels,
    labels_with,
    logits,
    one_at_a_time,
    plain_sigmoid,
    printed,
    size,
)
from course_lib.checks.exercises.binary_cross_entropy._inputs import XOR_LOGITS
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case


def hidden(rng: Generator) -> Iterator[Case]:
    m = size(rng, 4, 8)
    yield case("several examples", labels(rng, 1, m), logits(rng, 1, m))
    yield case("several units and examples", labels(rng, 3, m), logits(rng, 3, m))
    yield case("a batch of one example (m = 1)", labels(rng, 2, 1), logits(rng, 2, 1))
    yield case("a single negative logit with label 1", 1.0, -float(rng.uniform(0.5, 3.0)))
    yield case("a single logit with label 0", 0, float(logits(rng, 1)[0]))
    yield case("one label, many logits", 1.0, logits(rng, 5))
    far = np.array([[1e4, -1e4, 750.0, -750.0, 40.0, -40.0, 20.0, -20.0]])
    yield case("logits up to ±10000, label 0", np.zeros((1, 8)), far)
    yield case("logits up to ±10000, label 1", np.ones((1, 8)), far * rng.uniform(0.9, 1.0))
    yield case("logits of 0", np.array([[1.0, 0.0]]), np.zeros((1, 2)))


def on_clipped(y, z):
    p = np.clip(plain_sigmoid(z), 1e-12, 1 - 1e-12)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p))


def of_one(y, z):
    wrong = -z if y == 1 else z
    return max(wrong, 0.0) + math.log1p(math.exp(-abs(wrong)))


def largest_of_all(y, z):
    return max(0.0, np.max(z)) - z * y + np.log1p(np.exp(-np.abs(z)))


def naive_below(y, z):
    with np.errstate(all="ignore"):
        p = 1 / (1 + np.exp(-np.asarray(z, dtype=float)))
        naive = -np.where(np.asarray(y) == 1, np.log(p), np.log(1 - p))
    return np.where(np.asarray(z) > 30, z * (1 - np.asarray(y)), naive)


EXERCISE = Exercise(
    name="bce_from_logits",
    chapter="binary_cross_entropy",
    equation="bce-from-logits",
    quantity="the loss",
    reference=bce_from_logits,
    visible=(
        XOR_LOGITS,
        case("a logit of 800 with label 0", 0.0, 800.0),
        case("a logit of -800 with label 1", 1.0, -800.0),
        case(
            "negative and positive logits, both labels",
            np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]),
            np.array([[-3.0, -2.0, 1.5], [0.5, 30.0, 0.0]]),
        ),
        case("one label, two logits", 1.0, np.array([0.0, 2.0])),
        case("two output units, one example", np.array([[1.0], [0.0]]), np.array([[-1.0], [2.0]])),
    ),
    hidden=hidden,
    inputs=labels_with(lambda rng, *s: rng.normal(0.0, rng.choice([2.0, 2e3]), s)),
    mistakes=(
        Mistake(
            "through-the-probability",
            lambda y, z: -(y * np.log(plain_sigmoid(z)) + (1 - y) * np.log(1 - plain_sigmoid(z))),
            "You took the sigmoid first and then logarithms, which become log(0) for large z.",
            "Use the form that never computes p.",
        ),
        Mistake(
            "clipped-probability",
            on_clipped,
            "You clipped the sigmoid before the logarithms: far from 0 the loss stops growing.",
            "Use the form that never computes p.",
        ),
        Mistake(
            "overflowing-exponential",
            lambda y, z: np.log1p(np.exp(z)) - y * z,
            "log(1 + e^z) - z·y is right on paper, but e^z becomes infinite.",
            "Only e^(-|z|), which is at most 1, may be computed.",
        ),
        Mistake(
            "absolute-value-missing",
            lambda y, z: np.maximum(z, 0) - z * y + np.log1p(np.exp(-z)),
            "The exponent is -z; the absolute value is missing.",
            "With max(z, 0) in front the exponent is -|z|.",
        ),
        Mistake(
            "minus-of-the-exponent-missing",
            lambda y, z: np.maximum(z, 0) - z * y + np.log1p(np.exp(np.abs(z))),
            "The exponent is |z|; its minus sign is missing.",
            "The exponent -|z| is never positive, so that nothing overflows.",
        ),
        Mistake(
            "one-added-twice",
            lambda y, z: np.maximum(z, 0) - z * y + np.log1p(1 + np.exp(-np.abs(z))),
            "You added 1 inside np.log1p, which adds 1 by itself.",
            "np.log1p(t) is log(1 + t): give it the exponential alone.",
        ),
        Mistake(
            "maximum-of-the-array",
            lambda y, z: np.max(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))),
            "np.max(z, 0) looks for the largest entry along axis 0.",
            "np.maximum(z, 0) compares each entry with 0.",
        ),
        Mistake(
            "max-missing",
            lambda y, z: z - z * y + np.log1p(np.exp(-np.abs(z))),
            "max(z, 0) became z.",
            "For negative z that term is 0.",
        ),
        Mistake(
            "min-instead",
            lambda y, z: np.minimum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))),
            "You took the minimum of z and 0.",
            "Take the maximum.",
        ),
        Mistake(
            "label-ignored",
            lambda y, z: np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))),
            "The label does not appear: the term -z·y is missing.",
            "The loss must differ between label 0 and label 1.",
        ),
        Mistake(
            "label-sign",
            lambda y, z: np.maximum(z, 0) + z * y + np.log1p(np.exp(-np.abs(z))),
            "The sign of z·y is wrong.",
            "A large z must make the loss of label 1 small.",
        ),
        Mistake(
            "labels-swapped",
            lambda y, z: np.maximum(z, 0) - z * (1 - np.asarray(y)) + np.log1p(np.exp(-np.abs(z))),
            "The labels are swapped.",
            "z is multiplied by y, not by 1 - y.",
        ),
        Mistake(
            "logarithm-missing",
            lambda y, z: np.maximum(z, 0) - z * y,
            "The logarithm at the end is missing.",
            "At z = 0 the loss is log 2, not 0.",
        ),
        Mistake(
            "averaged",
            lambda y, z: np.mean(np.logaddexp(0, z) - y * np.asarray(z)),
            "You averaged over the entries.",
            "Return one number for each entry; averaging over the examples is the job of the cost.",
        ),
        Mistake(
            "labels-of-minus-one-and-one",
            lambda y, z: np.logaddexp(0.0, -np.asarray(y) * z),
            "This formula is for labels -1 and 1.",
            "Here the labels are 0 and 1.",
        ),
        Mistake(
            "largest-of-all-logits",
            largest_of_all,
            "You took the largest of all logits, where each has its own maximum with 0.",
            "np.maximum compares entry by entry; np.max looks for one entry.",
        ),
        Mistake(
            "safe-on-one-side-only",
            naive_below,
            "Your formula is safe for large positive logits only.",
            "Use -|z| in the exponent: it is right on both sides.",
        ),
        Mistake(
            "label-without-score",
            lambda y, z: np.logaddexp(0, z) - y,
            "You subtracted y in place of y·z.",
            "Multiply the label by the score.",
        ),
        Mistake(
            "label-1-only",
            lambda y, z: np.logaddexp(0, -np.asarray(z)) + 0 * np.asarray(y),
            "You took 1 for every label.",
            "For label 0 the sign of z is the other.",
        ),
    ),
    alternatives=(
        Alternative(
            "as in the chapter",
            lambda y, z: np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))),
        ),
        Alternative("logaddexp", lambda y, z: np.logaddexp(0, z) - np.multiply(z, y)),
        Alternative(
            "where",
            lambda y, z: np.where(
                np.asarray(y) == 1, np.logaddexp(0, -np.asarray(z)), np.logaddexp(0, z)
            ),
        ),
        Alternative(
            "two terms",
            lambda y, z: (
                y * np.logaddexp(0, -np.asarray(z)) + (1 - np.asarray(y)) * np.logaddexp(0, z)
            ),
        ),
        Alternative(
            "plain log of one plus",
            lambda y, z: np.maximum(0, z) - y * np.asarray(z) + np.log(1 + np.exp(-np.abs(z))),
        ),
        Alternative("entry by entry with math", one_at_a_time(of_one)),
        Alternative("signed logit", lambda y, z: np.logaddexp(0, (1 - 2 * np.asarray(y)) * z)),
        Alternative(
            "half and absolute",
            lambda y, z: printed((z + np.abs(z)) / 2 - z * y + np.log1p(np.exp(-np.abs(z)))),
        ),
        Alternative(
            "where, which warns",
            lambda y, z: np.where(
                np.abs(z) > 500,
                np.maximum(z, 0) - np.multiply(z, y),
                np.log(1 + np.exp(z)) - np.multiply(z, y),
            ),
        ),
    ),
)
