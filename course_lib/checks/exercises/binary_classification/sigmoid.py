"""Exercise ``sigmoid``."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.binary_classification import sigmoid
from course_lib.checks.exercises._shared import logits, plain_sigmoid, printed, shape_of, size
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case


def hidden(rng: Generator) -> Iterator[Case]:
    m = size(rng, 3, 7)
    yield case("several units and examples", logits(rng, size(rng, 2, 4), m))
    yield case("a batch of one example (m = 1)", logits(rng, 3, 1))
    yield case("a single number", float(logits(rng, 1)[0]))
    yield case("a vector", logits(rng, 5))
    yield case("whole numbers", rng.integers(-6, 7, (2, 3)))
    yield case("logits of about ±20", rng.choice([-1.0, 1.0], (1, 4)) * rng.uniform(14, 25, (1, 4)))
    yield case("logits up to ±1000", np.array([[1000.0, -1000.0, 0.0, rng.uniform(710, 990)]]))
    yield case("a single number far below 0", -float(rng.uniform(750, 990)))


def sigmoid_by_mask(z):
    z = np.asarray(z, dtype=float)
    result = np.empty_like(z)
    positive = z >= 0
    result[positive] = 1 / (1 + np.exp(-z[positive]))
    result[~positive] = np.exp(z[~positive]) / (1 + np.exp(z[~positive]))
    return result


def sigmoid_of_one(z):
    return 1 / (1 + math.exp(-z)) if z > 0 else math.exp(z) / (1 + math.exp(z))


def inputs(rng: Generator) -> tuple:
    return (rng.normal(0.0, rng.choice([1.0, 30.0, 400.0]), shape_of(rng)),)


EXERCISE = Exercise(
    name="sigmoid",
    chapter="binary_classification",
    equation="sigmoid",
    quantity="the sigmoid σ(z)",
    reference=sigmoid,
    visible=(
        case("the first example of the AND gate: z = 0", 0.0),
        case("the four examples of the AND gate", np.array([[0.0, 0.6, 0.1, 0.7]])),
        case("several units and examples", np.array([[-2.0, 0.5, 3.0], [1.0, -0.25, 0.0]])),
        case("a vector of whole numbers", np.array([-1, 0, 2])),
        case("three units, one example, large logits", np.array([[20.0], [-1000.0], [1000.0]])),
        case("the number -1000", -1000.0),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "sign-of-exponent",
            lambda z: 1 / (1 + np.exp(np.asarray(z, float))),
            "The exponent has the wrong sign: you computed 1/(1 + e^z).",
            "The sigmoid must grow with z; compare the sign in the exponent.",
        ),
        Mistake(
            "missing-parentheses",
            lambda z: 1 / 1 + np.exp(-z),
            "You computed 1/1 + e^(-z): division comes before addition.",
            "Put the whole denominator into parentheses.",
        ),
        Mistake(
            "missing-one",
            lambda z: 1 / np.exp(-z),
            "The 1 + in the denominator is missing.",
            "At z = 0 the sigmoid is one half; what does your formula give there?",
        ),
        Mistake(
            "tanh-instead",
            np.tanh,
            "This is tanh(z), which runs from -1 to 1.",
            "A probability lies between 0 and 1.",
        ),
        Mistake(
            "sigmoid-twice",
            lambda z: plain_sigmoid(plain_sigmoid(z)),
            "The sigmoid was applied twice.",
            "Apply it once, to z itself.",
        ),
        Mistake(
            "derivative-instead",
            lambda z: plain_sigmoid(z) * (1 - plain_sigmoid(z)),
            "This is the derivative σ(z)(1 - σ(z)), not σ(z).",
            "The derivative comes two chapters later; here return the value itself.",
        ),
        Mistake(
            "overflowing-form",
            lambda z: np.exp(z) / (1 + np.exp(z)),
            "e^z/(1 + e^z) is right on paper, but for large z it is inf/inf = nan.",
            "Use a form whose exponential may become infinite only in the denominator.",
        ),
        Mistake(
            "clipped-logit",
            lambda z: plain_sigmoid(np.clip(z, -10, 10)),
            "z was clipped to [-10, 10] before the sigmoid.",
            "Remove the clipping; the formula is right for every z.",
        ),
        Mistake(
            "rounded",
            lambda z: np.round(plain_sigmoid(z), 3),
            "The result was rounded to three decimals.",
            "Round when you print, never when you compute.",
        ),
        Mistake(
            "softmax",
            lambda z: np.exp(z - np.max(z)) / np.sum(np.exp(z - np.max(z))),
            "You divided by the sum over all entries: that is a softmax.",
            "Each entry is treated by itself: divide by 1 + e^(-z).",
        ),
        Mistake(
            "step",
            lambda z: np.heaviside(z, 0.5),
            "You returned 0 or 1, which is a decision.",
            "Return the probability between them.",
        ),
        Mistake(
            "softmax-over-all",
            lambda z: np.exp(z) / np.sum(np.exp(z)),
            "You divided by the sum over all entries, as in a softmax.",
            "Each entry has a sigmoid of its own: 1 / (1 + np.exp(-z)).",
        ),
        Mistake(
            "hard-sigmoid",
            lambda z: np.clip(0.2 * np.asarray(z) + 0.5, 0.0, 1.0),
            "You wrote the hard sigmoid, which is made of straight lines.",
            "Use np.exp.",
        ),
        Mistake(
            "step-function",
            lambda z: (np.asarray(z) > 0) * 1.0,
            "You returned 0 or 1.",
            "The sigmoid gives numbers between 0 and 1; the threshold comes later.",
        ),
        Mistake(
            "soft-sign",
            lambda z: np.asarray(z) / (1 + np.abs(z)),
            "You computed z / (1 + |z|).",
            "σ(z) = 1 / (1 + np.exp(-z)).",
        ),
        Mistake(
            "softplus",
            lambda z: np.logaddexp(0, z),
            "You computed log(1 + e^z).",
            "σ(z) = 1 / (1 + np.exp(-z)).",
        ),
    ),
    alternatives=(
        Alternative("plain formula, which warns", lambda z: 1 / (1 + np.exp(-z))),
        Alternative("mask", sigmoid_by_mask),
        Alternative("np.vectorize of math", np.vectorize(sigmoid_of_one, otypes=[float])),
        Alternative("tanh of the half", lambda z: 0.5 * (1 + np.tanh(0.5 * np.asarray(z)))),
        Alternative("logaddexp", lambda z: np.exp(-np.logaddexp(0, -np.asarray(z, float)))),
        Alternative("where, which warns", lambda z: np.where(z > -700, 1 / (1 + np.exp(-z)), 0.0)),
        Alternative("prints", lambda z: printed(plain_sigmoid(z))),
        Alternative("power of e", lambda z: 1 / (1 + np.e ** -np.asarray(z, float))),
    ),
)
