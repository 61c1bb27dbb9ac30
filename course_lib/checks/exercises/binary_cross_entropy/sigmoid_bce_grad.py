"""Exercise ``sigmoid_bce_grad``."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.binary_cross_entropy import sigmoid_bce_grad
from course_lib.checks.exercises._shared import (
    labels,
    labels_with,
    logits,
    matrix,
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
    yield case("a batch of one example (m = 1)", labels(rng, 1, 1), logits(rng, 1, 1))
    yield case("several units, one example", labels(rng, 4, 1), logits(rng, 4, 1))
    yield case("as many units as examples", labels(rng, 3, 3), logits(rng, 3, 3))
    yield case("logits of about ±15", labels(rng, 2, 5), logits(rng, 2, 5, scale=8.0).clip(-15, 15))
    yield case("labels given as whole numbers", labels(rng, 1, 4).astype(int), logits(rng, 1, 4))


def chained(Y, Z):
    P = 1 / (1 + np.exp(-Z))
    dP = (P - Y) / (P * (1 - P)) / Z.shape[1]
    return dP * P * (1 - P)


def by_loops(Y, Z):
    dZ = np.empty(Z.shape)
    for i in range(Z.shape[0]):
        for k in range(Z.shape[1]):
            dZ[i, k] = (1 / (1 + math.exp(-Z[i, k])) - Y[i, k]) / Z.shape[1]
    return dZ


EXERCISE = Exercise(
    name="sigmoid_bce_grad",
    chapter="binary_cross_entropy",
    equation="sigmoid-bce-grad",
    quantity="the gradient dZ",
    reference=sigmoid_bce_grad,
    visible=(
        XOR_LOGITS,
        case(
            "two output units, three examples",
            np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]),
            np.array([[-3.0, -2.0, 1.5], [0.5, 4.0, 0.0]]),
        ),
        case("one example", np.array([[1.0]]), np.array([[0.5]])),
    ),
    hidden=hidden,
    inputs=labels_with(matrix),
    mistakes=(
        Mistake(
            "not-averaged",
            lambda Y, Z: plain_sigmoid(Z) - Y,
            "The factor 1/m is missing.",
            "dZ is the gradient of the cost, a mean over the m examples; m = Z.shape[1].",
        ),
        Mistake(
            "only-the-label-divided",
            lambda Y, Z: plain_sigmoid(Z) - Y / Z.shape[1],
            "Only Y was divided by m: division comes before subtraction.",
            "Put the difference into parentheses.",
        ),
        Mistake(
            "divided-twice",
            lambda Y, Z: (plain_sigmoid(Z) - Y) / Z.shape[1] ** 2,
            "You divided by m twice.",
            "The 1/m enters once.",
        ),
        Mistake(
            "averaged-over-units-too",
            lambda Y, Z: (plain_sigmoid(Z) - Y) / Z.size,
            "You divided by the number of all entries.",
            "The output units are summed; m is the number of columns, Z.shape[1].",
        ),
        Mistake(
            "divided-by-rows",
            lambda Y, Z: (plain_sigmoid(Z) - Y) / Z.shape[0],
            "You divided by the number of rows, which are the output units.",
            "m is the number of columns, Z.shape[1].",
        ),
        Mistake(
            "sign-flipped",
            lambda Y, Z: (Y - plain_sigmoid(Z)) / Z.shape[1],
            "The sign is wrong: you computed Y - σ(Z).",
            "If σ(Z) is too large, the cost grows with Z: the gradient is positive.",
        ),
        Mistake(
            "sigmoid-missing",
            lambda Y, Z: (Z - Y) / Z.shape[1],
            "You subtracted Y from Z itself.",
            "Z holds logits; take their sigmoid first.",
        ),
        Mistake(
            "sigmoid-twice",
            lambda Y, Z: (plain_sigmoid(plain_sigmoid(Z)) - Y) / Z.shape[1],
            "The sigmoid was applied twice.",
            "Apply it once, to Z.",
        ),
        Mistake(
            "squared-error-gradient",
            lambda Y, Z: (
                (plain_sigmoid(Z) - Y) * plain_sigmoid(Z) * (1 - plain_sigmoid(Z)) / Z.shape[1]
            ),
            "You multiplied by σ(Z)(1 - σ(Z)), as for the squared error.",
            "With the cross-entropy this factor cancels.",
        ),
        Mistake(
            "derivative-with-respect-to-p",
            lambda Y, Z: (
                (plain_sigmoid(Z) - Y) / (plain_sigmoid(Z) * (1 - plain_sigmoid(Z))) / Z.shape[1]
            ),
            "You returned the derivative with respect to the probability.",
            "Multiply by σ(Z)(1 - σ(Z)) to get to Z; the two cancel.",
        ),
        Mistake(
            "averaged-over-examples",
            lambda Y, Z: np.mean(plain_sigmoid(Z) - Y, axis=1, keepdims=True),
            "You averaged over the examples.",
            "dZ has the shape of Z: keep one column for each example, and divide by m.",
        ),
        Mistake(
            "exponent-without-minus",
            lambda Y, Z: (plain_sigmoid(-Z) - Y) / Y.shape[1],
            "The exponent of your sigmoid has the wrong sign: you use 1 - P.",
            "P = 1 / (1 + np.exp(-Z)).",
        ),
        Mistake(
            "sigmoid-without-brackets",
            lambda Y, Z: (1 + np.exp(-Z) - Y) / Y.shape[1],
            "`1 / 1 + np.exp(-Z)` divides 1 by 1.",
            "Put brackets around 1 + np.exp(-Z).",
        ),
        Mistake(
            "decisions-for-probabilities",
            lambda Y, Z: ((Z > 0) - Y) / Y.shape[1],
            "You used the decisions 0 and 1 in place of the probabilities.",
            "No threshold: subtract Y from P itself.",
        ),
        Mistake(
            "times-the-scores",
            lambda Y, Z: (plain_sigmoid(Z) - Y) @ Z.T / Y.shape[1],
            "You multiplied by Z.T.",
            "This is dZ itself; dW comes later, with the inputs.",
        ),
        Mistake(
            "softmax-over-units",
            lambda Y, Z: (
                (np.exp(Z - Z.max(axis=0)) / np.exp(Z - Z.max(axis=0)).sum(axis=0) - Y) / Y.shape[1]
            ),
            "You used the softmax over the units.",
            "Each unit has a sigmoid of its own.",
        ),
        Mistake(
            "tanh-instead",
            lambda Y, Z: (np.tanh(Z) - Y) / Y.shape[1],
            "You used tanh in place of the sigmoid.",
            "P = 1 / (1 + np.exp(-Z)).",
        ),
        Mistake(
            "relu-instead",
            lambda Y, Z: (np.maximum(Z, 0) - Y) / Y.shape[1],
            "You used a ReLU in place of the sigmoid.",
            "P = 1 / (1 + np.exp(-Z)).",
        ),
        Mistake(
            "slope-instead-of-sigmoid",
            lambda Y, Z: (plain_sigmoid(Z) * (1 - plain_sigmoid(Z)) - Y) / Y.shape[1],
            "You used the slope of the sigmoid in place of the sigmoid.",
            "Subtract Y from P itself.",
        ),
    ),
    alternatives=(
        Alternative("plain", lambda Y, Z: (plain_sigmoid(Z) - Y) / Z.shape[1]),
        Alternative(
            "mean of the difference, scaled",
            lambda Y, Z: (1 / Y.shape[1]) * (1 / (1 + np.exp(-Z)) - Y),
        ),
        Alternative("tanh", lambda Y, Z: ((1 + np.tanh(Z / 2)) / 2 - Y) / Z.shape[1]),
        Alternative("chain rule", chained),
        Alternative("two loops", by_loops),
        Alternative(
            "where",
            lambda Y, Z: np.where(Y == 1, -plain_sigmoid(-Z), plain_sigmoid(Z)) / Z.shape[1],
        ),
        Alternative("prints", lambda Y, Z: printed(np.divide(plain_sigmoid(Z) - Y, len(Z.T)))),
    ),
)
