"""Exercise ``neuron``."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.binary_classification import neuron
from course_lib.checks.exercises._shared import logits, plain_sigmoid, printed
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case


def hidden(rng: Generator) -> Iterator[Case]:
    for label, n in (
        ("five features", 5),
        ("a single feature", 1),
        ("two features", 2),
        ("three features", 3),
    ):
        yield case(label, logits(rng, n), logits(rng, n), float(logits(rng, 1)[0]))
    yield case("a bias of 0", logits(rng, 4, scale=0.5), logits(rng, 4, scale=0.5), 0.0)
    yield case("features given as whole numbers", logits(rng, 3), rng.integers(-2, 3, 3), 0.75)


def neuron_by_loop(w, x, b):
    z = float(b)
    for weight, feature in zip(w, x, strict=True):
        z += weight * feature
    return 1 / (1 + math.exp(-z))


def inputs(rng: Generator) -> tuple:
    n = int(rng.integers(1, 7))
    return rng.normal(size=n), rng.normal(size=n), float(rng.normal())


EXERCISE = Exercise(
    name="neuron",
    chapter="binary_classification",
    equation="neuron",
    quantity="the output σ(w·x + b)",
    reference=neuron,
    visible=(
        case("the first example of the AND gate", np.array([0.1, 0.6]), np.array([0.0, 0.0]), 0.0),
        case("the last example of the AND gate", np.array([0.1, 0.6]), np.array([1.0, 1.0]), 0.0),
        case("with a bias", np.array([1.5, -2.0]), np.array([0.5, 0.25]), -1.0),
        case(
            "three features and a bias",
            np.array([1.0, -0.5, 2.0]),
            np.array([0.5, 1.0, 0.25]),
            0.25,
        ),
        case("a single feature, given as a whole number", np.array([0.5]), np.array([2]), 0.25),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "bias-missing",
            lambda w, x, b: plain_sigmoid(w @ x),
            "The bias b was not added.",
            "The bias shifts z before the sigmoid.",
        ),
        Mistake(
            "sigmoid-missing",
            lambda w, x, b: w @ x + b,
            "You returned z = w·x + b, without the sigmoid.",
            "Pass z through the sigmoid at the end.",
        ),
        Mistake(
            "bias-after-sigmoid",
            lambda w, x, b: plain_sigmoid(w @ x) + b,
            "The bias was added after the sigmoid.",
            "The bias belongs to z, inside the sigmoid.",
        ),
        Mistake(
            "product-not-summed",
            lambda w, x, b: plain_sigmoid(w * x + b),
            "The products w_j x_j were not summed: you have one number for each feature.",
            "w·x is a sum over the features: `w @ x` or `np.sum(w * x)`.",
        ),
        Mistake(
            "bias-for-each-feature",
            lambda w, x, b: plain_sigmoid(np.sum(w * x + b)),
            "The bias was added once for each feature.",
            "Sum the products first, then add b once.",
        ),
        Mistake(
            "mean-of-products",
            lambda w, x, b: plain_sigmoid(np.mean(w * x) + b),
            "The products w_j x_j were averaged.",
            "The dot product is a sum; nothing is divided by the number of features.",
        ),
        Mistake(
            "sigmoid-of-each-product",
            lambda w, x, b: np.sum(plain_sigmoid(w * x)) + b,
            "The sigmoid was applied to each product before summing.",
            "First the whole sum z, then one sigmoid.",
        ),
        Mistake(
            "exactly-two-features",
            lambda w, x, b: plain_sigmoid(w[0] * x[0] + w[1] * x[1] + b),
            "You count on exactly two features.",
            "Write the sum for any number of features: w @ x.",
        ),
        Mistake(
            "only-two-features",
            lambda w, x, b: plain_sigmoid(w[:2] @ x[:2] + b),
            "Only two features are used.",
            "Write the sum for any number of features.",
        ),
        Mistake(
            "sign-of-exponent",
            lambda w, x, b: plain_sigmoid(-(w @ x + b)),
            "The exponent of the sigmoid has the wrong sign.",
            "The output must grow with z.",
        ),
        Mistake(
            "features-added",
            lambda w, x, b: plain_sigmoid(np.sum(w + x) + b),
            "Weights and features were added instead of multiplied.",
            "Each feature is multiplied by its weight.",
        ),
        Mistake(
            "negative-scores-cut-off",
            lambda w, x, b: plain_sigmoid(max(0.0, w @ x + b)),
            "You cut negative scores off before the sigmoid.",
            "No ReLU here: the sigmoid takes any z.",
        ),
        Mistake(
            "outer-product",
            lambda w, x, b: plain_sigmoid(np.outer(w, x) + b),
            "You multiplied every weight with every feature.",
            "w·x is one number: `w @ x`.",
        ),
        Mistake(
            "zero-bias-replaced",
            lambda w, x, b: plain_sigmoid(w @ x + (b or 1.0)),
            "You replaced a bias of 0 by 1.",
            "`b or 1` takes 0 for missing: 0 is a bias like any other.",
        ),
        Mistake(
            "tanh-at-the-end",
            lambda w, x, b: np.tanh(w @ x + b),
            "You used tanh in place of the sigmoid.",
            "The output is σ(z) = 1 / (1 + e^(-z)).",
        ),
        Mistake(
            "sums-multiplied",
            lambda w, x, b: plain_sigmoid(np.sum(w) * np.sum(x) + b),
            "You multiplied the sum of the weights by the sum of the features.",
            "Multiply first, then sum: w @ x.",
        ),
        Mistake(
            "lengths-multiplied",
            lambda w, x, b: plain_sigmoid(np.linalg.norm(w) * np.linalg.norm(x) + b),
            "You multiplied the lengths of w and x.",
            "w·x is the sum of the products: w @ x.",
        ),
    ),
    alternatives=(
        Alternative("np.dot", lambda w, x, b: plain_sigmoid(np.dot(w, x) + b)),
        Alternative("loop with math.exp", neuron_by_loop),
        Alternative("sum of products", lambda w, x, b: plain_sigmoid((w * x).sum() + b)),
        Alternative("einsum", lambda w, x, b: plain_sigmoid(np.einsum("i,i", w, x) + b)),
        Alternative("tanh of the half", lambda w, x, b: (1 + np.tanh((w @ x + b) / 2)) / 2),
        Alternative("0-d array", lambda w, x, b: np.array(plain_sigmoid(w @ x + b))),
        Alternative("prints", lambda w, x, b: float(printed(plain_sigmoid(w @ x + b)))),
    ),
)
