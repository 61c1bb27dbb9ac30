"""Exercise ``tanh_prime``."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import logits, plain_sigmoid, printed, size
from course_lib.checks.exercises.relu._inputs import numbers
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.relu import tanh_prime


def hidden(rng: Generator) -> Iterator[Case]:
    m = size(rng, 3, 7)
    yield case("several units and examples", logits(rng, size(rng, 2, 4), m))
    yield case("a batch of one example (m = 1)", logits(rng, 4, 1))
    yield case("a single number", float(rng.uniform(0.3, 1.8)))
    yield case("a single negative number", float(rng.uniform(-1.8, -0.3)))
    yield case("a vector with a zero in it", np.append(logits(rng, 4), 0.0))
    yield case("whole numbers", rng.permutation(np.arange(-3, 4))[:6].reshape(2, 3))
    yield case("numbers of about ±20", np.array([[20.0, -20.0]]) * rng.uniform(0.6, 1.4))


def by_exponentials(z):
    z = np.asarray(z, dtype=float)
    return 4 / (np.exp(z) + np.exp(-z)) ** 2


def by_quotient_rule(z):
    z = np.asarray(z, dtype=float)
    u, v = np.exp(z) - np.exp(-z), np.exp(z) + np.exp(-z)
    return (v * v - u * u) / v**2


EXERCISE = Exercise(
    name="tanh_prime",
    chapter="relu",
    equation="tanh-prime",
    quantity="the derivative of tanh",
    reference=tanh_prime,
    visible=(
        case("the vector of the activation problem", np.array([2.0, -1.5, 0.8, -0.3])),
        case("at its peak, z = 0", 0.0),
        case("two units, three examples", np.array([[-1.0, 0.0, 1.0], [3.0, 0.5, -0.25]])),
        case("two units, one example, whole numbers", np.array([[-2], [1]])),
        case("numbers of ±20", np.array([[20.0, -20.0]])),
    ),
    hidden=hidden,
    inputs=numbers,
    mistakes=(
        Mistake(
            "tanh-instead",
            np.tanh,
            "This is tanh itself, not its derivative.",
            "Put tanh(z) into the equation.",
        ),
        Mistake(
            "square-missing",
            lambda z: 1 - np.tanh(z),
            "The square is missing: you computed 1 - tanh(z).",
            "The derivative is even: it has the same value at z and -z.",
        ),
        Mistake(
            "form-of-the-sigmoid",
            lambda z: np.tanh(z) * (1 - np.tanh(z)),
            "You used a(1 - a), which belongs to the sigmoid.",
            "For tanh it is 1 - a².",
        ),
        Mistake(
            "sigmoid-prime",
            lambda z: plain_sigmoid(np.asarray(z)) * (1 - plain_sigmoid(np.asarray(z))),
            "This is the derivative of the sigmoid.",
            "The slope of tanh at 0 is 1, not a quarter.",
        ),
        Mistake(
            "argument-not-doubled",
            lambda z: 4 * plain_sigmoid(np.asarray(z)) * (1 - plain_sigmoid(np.asarray(z))),
            "You took four times the sigmoid's derivative, but at z instead of 2z.",
            "tanh(z) = 2σ(2z) - 1: the argument is doubled too.",
        ),
        Mistake(
            "plus",
            lambda z: 1 + np.tanh(z) ** 2,
            "You added the square instead of subtracting it.",
            "The slope is largest at 0, where tanh is 0.",
        ),
        Mistake(
            "z-for-its-output",
            lambda z: 1 - np.asarray(z) ** 2,
            "You squared z itself.",
            "1 - a² takes the output a = tanh(z).",
        ),
        Mistake(
            "tanh-twice",
            lambda z: 1 - np.tanh(np.tanh(z)) ** 2,
            "tanh was applied twice.",
            "Apply it once, then square.",
        ),
        Mistake(
            "square-inside",
            lambda z: 1 - np.tanh(np.asarray(z) ** 2),
            "You squared z before taking tanh.",
            "First tanh, then the square.",
        ),
        Mistake(
            "not-squared-cosh",
            lambda z: 1 / np.cosh(z),
            "You computed 1/cosh(z).",
            "The denominator is squared: 1/cosh².",
        ),
        Mistake(
            "sign-turned",
            lambda z: np.tanh(z) ** 2 - 1,
            "The sign is wrong: tanh grows everywhere, so its slope is positive.",
            "Which of the two terms is subtracted?",
        ),
        Mistake(
            "whole-difference-squared",
            lambda z: (1 - np.tanh(z)) ** 2,
            "The whole difference is squared.",
            "1 - a²: square a alone, then subtract.",
        ),
        Mistake(
            "coarse-difference",
            lambda z: (np.tanh(np.asarray(z) + 0.01) - np.tanh(np.asarray(z) - 0.01)) / 0.02,
            "You measured the slope by a step, which is not exact.",
            "Write the formula with tanh.",
        ),
        Mistake(
            "coarse-forward-difference",
            lambda z: (np.tanh(np.asarray(z) + 0.01) - np.tanh(z)) / 0.01,
            "You took a difference quotient with a coarse step.",
            "Write down the formula, 1 - tanh²(z).",
        ),
        Mistake(
            "second-derivative",
            lambda z: -2 * np.tanh(z) * (1 - np.tanh(z) ** 2),
            "You differentiated once too often.",
            "Return 1 - tanh²(z).",
        ),
        Mistake(
            "scalar-product",
            lambda z: 1 - np.dot(np.tanh(z), np.tanh(z)),
            "np.dot sums over the entries of a vector.",
            "Square entry by entry: np.tanh(z)**2.",
        ),
        Mistake(
            "squared-tanh",
            lambda z: np.tanh(z) ** 2,
            "You returned tanh²(z).",
            "The derivative is 1 - tanh²(z).",
        ),
    ),
    alternatives=(
        Alternative("one minus the square", lambda z: 1 - np.tanh(z) ** 2),
        Alternative("difference of squares", lambda z: (1 - np.tanh(z)) * (1 + np.tanh(z))),
        Alternative("cosh", lambda z: 1 / np.cosh(z) ** 2),
        Alternative("exponentials", by_exponentials),
        Alternative("quotient rule", by_quotient_rule),
        Alternative(
            "sigmoid of 2z",
            lambda z: 4 * plain_sigmoid(2 * np.asarray(z)) * plain_sigmoid(-2 * np.asarray(z)),
        ),
        Alternative(
            "math, entry by entry",
            np.vectorize(lambda z: 1 - math.tanh(z) ** 2, otypes=[float]),
        ),
        Alternative("prints", lambda z: printed(1.0 - np.square(np.tanh(z)))),
    ),
)
