"""Exercise ``sigmoid_prime``."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import (
    logits,
    one_at_a_time,
    plain_sigmoid,
    printed,
    shape_of,
    size,
)
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.sigmoid_derivative import sigmoid_prime


def hidden(rng: Generator) -> Iterator[Case]:
    yield case("several units and examples", logits(rng, size(rng, 2, 4), size(rng, 3, 7)))
    yield case("a batch of one example (m = 1)", logits(rng, 3, 1))
    yield case("a single number", float(logits(rng, 1)[0]))
    yield case("a vector", logits(rng, 5))
    yield case("whole numbers", rng.integers(-6, 7, (2, 3)))
    yield case(
        "logits of about ±12", rng.choice([-1.0, 1.0], (1, 4)) * rng.uniform(10.5, 13, (1, 4))
    )
    yield case("logits of 30 and -30", np.array([[30.0, -30.0]]))


def from_the_exponential(z):
    e = np.exp(-np.asarray(z, float))
    return e / (1 + e) ** 2


def of_one(z):
    p = 1 / (1 + math.exp(-z))
    return p * (1 - p)


def inputs(rng: Generator) -> tuple:
    return (rng.normal(0.0, rng.choice([1.0, 12.0]), shape_of(rng)),)


EXERCISE = Exercise(
    name="sigmoid_prime",
    chapter="sigmoid_derivative",
    equation="sigmoid-prime",
    quantity="the derivative σ'(z)",
    reference=sigmoid_prime,
    visible=(
        case("the first example of the AND gate: z = 0", 0.0),
        case("the four numbers of the activation problem", np.array([2.0, -1.5, 0.8, -0.3])),
        case("several units and examples", np.array([[-2.0, 0.5, 3.0], [1.0, -0.25, 0.0]])),
        case("two units, one example, whole numbers", np.array([[-2], [1]])),
        case("logits of 20 and -30", np.array([[20.0, -30.0]])),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "from-output-of-z",
            lambda z: z * (1 - z),
            "You computed z(1 - z): the sigmoid itself is missing.",
            "First p = σ(z), then p(1 - p).",
        ),
        Mistake(
            "sigmoid-itself",
            plain_sigmoid,
            "You returned σ(z), not its derivative.",
            "At z = 0 the slope is one quarter, the height one half.",
        ),
        Mistake(
            "minus-instead-of-times",
            lambda z: plain_sigmoid(z) - (1 - plain_sigmoid(z)),
            "You subtracted 1 - σ(z) instead of multiplying by it.",
            "The derivative is a product of two factors.",
        ),
        Mistake(
            "one-minus-square",
            lambda z: 1 - plain_sigmoid(z) ** 2,
            "You computed 1 - σ(z)², the pattern of tanh.",
            "For the sigmoid it is σ(z) - σ(z)².",
        ),
        Mistake(
            "sign-flipped",
            lambda z: -plain_sigmoid(z) * (1 - plain_sigmoid(z)),
            "The sign is wrong.",
            "The sigmoid rises everywhere, so its slope is positive.",
        ),
        Mistake(
            "squared-factor",
            lambda z: plain_sigmoid(z) ** 2,
            "You computed σ(z)², or differentiated only the outer power.",
            "The inner derivative brings the factor e^(-z), which is (1 - σ)/σ.",
        ),
        Mistake(
            "sigmoid-twice",
            lambda z: plain_sigmoid(plain_sigmoid(z)) * (1 - plain_sigmoid(plain_sigmoid(z))),
            "The sigmoid was applied twice before p(1 - p).",
            "Apply it once, to z itself.",
        ),
        Mistake(
            "tanh-derivative",
            lambda z: 1 - np.tanh(z) ** 2,
            "This is the derivative of tanh(z), four times too high at 0.",
            "Use the sigmoid, not tanh.",
        ),
        Mistake(
            "inner-derivative-lost",
            lambda z: -(plain_sigmoid(z) ** 2),
            "The inner derivative, of 1 + e^(-z), was lost.",
            "By the chain rule multiply by -e^(-z).",
        ),
        Mistake(
            "denominator-not-squared",
            lambda z: np.exp(-np.asarray(z, float)) / (1 + np.exp(-np.asarray(z, float))),
            "The denominator 1 + e^(-z) is not squared.",
            "The derivative of 1/u is -1/u².",
        ),
        Mistake(
            "rounded",
            lambda z: np.round(plain_sigmoid(z) * (1 - plain_sigmoid(z)), 3),
            "The result was rounded to three decimals.",
            "Round when you print, never when you compute.",
        ),
        Mistake(
            "clipped-logit",
            lambda z: plain_sigmoid(np.clip(z, -10, 10)) * (1 - plain_sigmoid(np.clip(z, -10, 10))),
            "z was clipped to [-10, 10] first.",
            "Remove the clipping; the slope goes on falling.",
        ),
        Mistake(
            "brackets-of-the-fraction-missing",
            lambda z: (1 + np.exp(-np.asarray(z, float))) * -np.exp(-np.asarray(z, float)),
            "`1 / 1 + np.exp(-z)` divides 1 by 1: your sigmoid is 1 + e^(-z).",
            "Put brackets around 1 + np.exp(-z).",
        ),
        Mistake(
            "second-derivative",
            lambda z: plain_sigmoid(z) * (1 - plain_sigmoid(z)) * (1 - 2 * plain_sigmoid(z)),
            "You differentiated once too often.",
            "Return σ(z) (1 - σ(z)).",
        ),
        Mistake(
            "flat-ends",
            lambda z: np.where(np.abs(z) > 10, 0.0, plain_sigmoid(z) * (1 - plain_sigmoid(z))),
            "You set the derivative to 0 far from 0.",
            "It is small there, but not 0: use the formula everywhere.",
        ),
        Mistake(
            "always-a-row",
            lambda z: np.reshape(plain_sigmoid(z) * (1 - plain_sigmoid(z)), (1, -1)),
            "Your result is a single row, whatever the shape of z.",
            "Leave out `reshape`: NumPy computes entry by entry.",
        ),
        Mistake(
            "signs-of-the-exponents-mixed",
            lambda z: np.exp(np.asarray(z, float)) * plain_sigmoid(z) ** 2,
            "You have e^z above and e^(-z) below the fraction.",
            "Use e^(-z) in both, or e^z in both.",
        ),
    ),
    alternatives=(
        Alternative("product", lambda z: plain_sigmoid(z) * (1 - plain_sigmoid(z))),
        Alternative("difference", lambda z: plain_sigmoid(z) - plain_sigmoid(z) ** 2),
        Alternative("exponential", from_the_exponential),
        Alternative("mirror image", lambda z: plain_sigmoid(z) * plain_sigmoid(-z)),
        Alternative("hyperbolic", lambda z: 0.25 / np.cosh(np.asarray(z) / 2) ** 2),
        Alternative("tanh", lambda z: 0.25 * (1 - np.tanh(0.5 * np.asarray(z)) ** 2)),
        Alternative("symmetric", lambda z: 1 / (2 + np.exp(z) + np.exp(-np.asarray(z, float)))),
        Alternative("entry by entry", one_at_a_time(of_one)),
        Alternative("prints", lambda z: printed(plain_sigmoid(z) * (1 - plain_sigmoid(z)))),
    ),
)
