"""Exercise ``relu_prime``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import plain_sigmoid, printed
from course_lib.checks.exercises.relu._inputs import Z_232, Z_EXAMPLE, element_wise, numbers
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.relu import relu_prime


def hidden(rng: Generator) -> Iterator[Case]:
    yield from element_wise(rng)
    yield case("numbers close to 0", rng.permutation(np.array([[1e-9, -1e-9, 0.0, 1e-3, -1e-3]])))


def by_division(z):
    with np.errstate(invalid="ignore"):
        return np.maximum(z, 0.0) / np.asarray(z)


def by_mask(z):
    slope = np.zeros(np.shape(z))
    slope[np.asarray(z) > 0] = 1
    return slope


EXERCISE = Exercise(
    name="relu_prime",
    chapter="relu",
    equation="relu-prime",
    quantity="the derivative of ReLU",
    reference=relu_prime,
    visible=(
        case("the hidden layer of the 2-3-2 network", Z_232),
        case("two units, three examples", Z_EXAMPLE),
        case("a single positive number", 2.0),
        case("the vector of the activation problem", np.array([2.0, -1.5, 0.8, -0.3])),
        case("exactly at the kink, z = 0", np.array([[0.0, 3.0]])),
        case("a vector of whole numbers", np.array([-2, 0, 3])),
        case("numbers close to 0", np.array([[1e-9, -1e-9]])),
        case("numbers next to 0", np.array([1e-9, -1e-9, 0.00005])),
    ),
    hidden=hidden,
    inputs=numbers,
    mistakes=(
        Mistake(
            "one-at-zero",
            lambda z: np.where(np.asarray(z) >= 0, 1.0, 0.0),
            "At z = 0 your derivative is 1.",
            "In this course the gate is open only where z > 0; at 0 the derivative is 0.",
        ),
        Mistake(
            "half-at-zero",
            lambda z: np.heaviside(z, 0.5),
            "At z = 0 your derivative is one half.",
            "Any value from 0 to 1 could be argued for; this course takes 0.",
        ),
        Mistake(
            "sign-instead",
            np.sign,
            "Your derivative is -1 for negative z, as that of the absolute value.",
            "On the left ReLU is flat: its slope is 0 there.",
        ),
        Mistake(
            "value-instead",
            lambda z: np.maximum(z, 0.0),
            "This is ReLU itself, not its slope.",
            "Where z > 0, ReLU is a line. What is its slope?",
        ),
        Mistake(
            "gate-inverted",
            lambda z: np.where(np.asarray(z) <= 0, 1.0, 0.0),
            "Your gate is open where it must be closed, and the other way round.",
            "The slope is 1 on the positive side.",
        ),
        Mistake(
            "always-one",
            lambda z: np.ones(np.shape(z)),
            "Your derivative is 1 everywhere.",
            "For negative z ReLU is flat.",
        ),
        Mistake(
            "leaky",
            lambda z: np.where(np.asarray(z) > 0, 1.0, 0.01),
            "This is the derivative of the leaky ReLU.",
            "Plain ReLU is flat on the left: slope 0.",
        ),
        Mistake(
            "divided-by-z",
            by_division,
            "You divided ReLU(z) by z, which is 0/0 at z = 0.",
            "Compare z with 0 instead of dividing.",
        ),
        Mistake(
            "one-answer-for-all",
            lambda z: float(np.all(np.asarray(z) > 0)),
            "You gave one answer for the whole array.",
            "Each entry has a slope of its own: return an array with the shape of z.",
        ),
        Mistake(
            "smooth-step",
            lambda z: plain_sigmoid(np.asarray(z)),
            "This is the sigmoid, a smooth step.",
            "The slope of ReLU jumps: it is 0 or 1 and nothing between.",
        ),
        Mistake(
            "clipped",
            lambda z: np.clip(z, 0.0, 1.0),
            "Numbers between 0 and 1 stay as they are.",
            "The slope is 0 or 1: compare z with 0.",
        ),
        Mistake(
            "difference-quotient",
            lambda z: (
                (np.maximum(np.asarray(z) + 1e-4, 0) - np.maximum(np.asarray(z) - 1e-4, 0)) / 2e-4
            ),
            "You measured the slope by a step to both sides, which is wrong next to the kink.",
            "Write the formula: 1 where z > 0, else 0.",
        ),
        Mistake(
            "small-numbers-count-as-zero",
            lambda z: (np.asarray(z) > 1e-6) * 1.0,
            "Small positive numbers count as 0.",
            "Compare with 0 itself.",
        ),
        Mistake(
            "forward-difference",
            lambda z: (np.maximum(np.asarray(z) + 1e-3, 0) - np.maximum(z, 0)) / 1e-3,
            "You took a difference quotient, which is no slope next to the kink.",
            "Compare: z > 0.",
        ),
    ),
    alternatives=(
        Alternative("where", lambda z: np.where(np.asarray(z) > 0, 1, 0)),
        Alternative("comparison as bool", lambda z: np.asarray(z) > 0),
        Alternative("heaviside", lambda z: np.heaviside(z, 0.0)),
        Alternative("mask on zeros", by_mask),
        Alternative("slope of Python", np.vectorize(lambda z: 1.0 if z > 0 else 0.0)),
        Alternative("positive part of the sign", lambda z: np.maximum(np.sign(z), 0)),
        Alternative("comparison times one", lambda z: 1.0 * np.greater(z, 0)),
        Alternative("prints", lambda z: printed((np.array(z) > 0).astype(float))),
    ),
)
