"""Exercise ``relu``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import plain_sigmoid, printed
from course_lib.checks.exercises.relu._inputs import Z_232, Z_EXAMPLE, element_wise, numbers
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.relu import relu


def hidden(rng: Generator) -> Iterator[Case]:
    yield from element_wise(rng)
    yield case("numbers of about ±1000", rng.permutation(np.array([[1e3, -1e3, 640.5, -0.001]])))


def by_mask(z):
    a = np.array(z, dtype=float)
    a[a < 0] = 0.0
    return a


EXERCISE = Exercise(
    name="relu",
    chapter="relu",
    equation="relu",
    quantity="ReLU(z)",
    reference=relu,
    visible=(
        case("the hidden layer of the 2-3-2 network", Z_232),
        case("two units, three examples", Z_EXAMPLE),
        case("a single negative number", -1.5),
        case("a vector with a zero in it", np.array([2.0, -1.5, 0.0, 0.8, -0.3])),
        case("a vector of whole numbers", np.array([-2, 0, 3])),
        case("numbers of ±1000", np.array([[1000.0, -1000.0]])),
    ),
    hidden=hidden,
    inputs=numbers,
    mistakes=(
        Mistake(
            "absolute-value",
            np.abs,
            "You took the absolute value: negative numbers came back positive.",
            "Where z is negative, the answer is 0.",
        ),
        Mistake(
            "minimum-instead",
            lambda z: np.minimum(z, 0.0),
            "You kept the negative numbers and set the positive ones to 0.",
            "Keep the larger of z and 0, not the smaller.",
        ),
        Mistake(
            "sign-turned",
            lambda z: np.maximum(-np.asarray(z), 0.0),
            "You kept the negative numbers, with their sign turned.",
            "A positive z goes through unchanged; a negative one becomes 0.",
        ),
        Mistake(
            "derivative-instead",
            lambda z: np.where(np.asarray(z) > 0, 1.0, 0.0),
            "This is the slope of ReLU, 0 or 1, not its value.",
            "Where z is positive, return z itself.",
        ),
        Mistake(
            "np-max",
            lambda z: np.max(z, 0),
            "np.max(z, 0) takes the largest entry along axis 0; it does not compare with 0.",
            "np.maximum compares two things entry by entry.",
        ),
        Mistake(
            "leaky",
            lambda z: np.where(np.asarray(z) > 0, z, 0.01 * np.asarray(z)),
            "This is the leaky ReLU: a hundredth of each negative number is left.",
            "Plain ReLU gives exactly 0 there.",
        ),
        Mistake(
            "clipped-at-one",
            lambda z: np.clip(z, 0.0, 1.0),
            "You also cut off everything above 1.",
            "ReLU has no upper limit.",
        ),
        Mistake(
            "softplus",
            lambda z: np.logaddexp(0.0, z),
            "This is the smooth relative of ReLU, log(1 + e^z).",
            "ReLU has a kink: it is exactly 0 for every negative z.",
        ),
        Mistake(
            "sigmoid-instead",
            lambda z: plain_sigmoid(np.asarray(z)),
            "This is the sigmoid of z.",
            "ReLU needs no exponential: compare z with 0.",
        ),
        Mistake(
            "threshold-one",
            lambda z: np.where(np.asarray(z) > 1, z, 0.0),
            "You set everything up to 1 to zero.",
            "The kink of ReLU is at 0.",
        ),
        Mistake(
            "clipped-at-six",
            lambda z: np.clip(z, 0.0, 6.0),
            "Everything above 6 becomes 6.",
            "Positive numbers go through as they are.",
        ),
        Mistake(
            "swish",
            lambda z: np.asarray(z) * plain_sigmoid(np.asarray(z)),
            "You multiplied z by its sigmoid.",
            "Return z where it is positive, else 0.",
        ),
    ),
    alternatives=(
        Alternative("np.maximum", lambda z: np.maximum(0, z)),
        Alternative("where", lambda z: np.where(np.asarray(z) > 0, z, 0)),
        Alternative("mask on a copy", by_mask),
        Alternative("product with the gate", lambda z: z * (np.asarray(z) > 0)),
        Alternative("mean of z and its size", lambda z: (z + np.abs(z)) / 2),
        Alternative("clip", lambda z: np.clip(z, 0, None)),
        Alternative("max of Python", np.vectorize(lambda z: max(z, 0.0), otypes=[float])),
        Alternative("prints", lambda z: printed(np.fmax(z, 0.0))),
    ),
)
