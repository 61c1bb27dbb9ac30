"""Exercise ``softmax_cross_entropy_grad``."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import logits, printed, size
from course_lib.checks.exercises.softmax._inputs import (
    Y_WORKED,
    Z_WORKED,
    classes_with_logits,
    far_logits,
    near_one,
    one_hot_labels,
    plain_softmax,
    shifted_softmax,
)
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.softmax import softmax_cross_entropy_grad


def hidden(rng: Generator) -> Iterator[Case]:
    n, m = size(rng, 3, 4), size(rng, 5, 8)
    yield case("several classes and examples", one_hot_labels(rng, n, m), logits(rng, n, m))
    yield case("as many classes as examples", one_hot_labels(rng, 4, 4), logits(rng, 4, 4))
    yield case("a batch of one example (m = 1)", one_hot_labels(rng, 3, 1), logits(rng, 3, 1))
    yield case("two classes", one_hot_labels(rng, 2, m), logits(rng, 2, m))
    yield case("more classes than examples", one_hot_labels(rng, 6, 2), logits(rng, 6, 2))
    yield case("logits up to ±10000", one_hot_labels(rng, 3, 4), far_logits(rng))
    yield case(
        "labels given as whole numbers", one_hot_labels(rng, 3, 4).astype(int), logits(rng, 3, 4)
    )
    yield case("largest logits of 1, 0.5, 0 and -1", one_hot_labels(rng, 3, 4), near_one(rng))
    yield case("a single class", np.ones((1, 3)), logits(rng, 1, 3))


def with_one_maximum(Y, Z):
    with np.errstate(invalid="ignore"):
        return (plain_softmax(Z - Z.max()) - Y) / Z.shape[1]


def by_probability(Y, Z):
    with np.errstate(divide="ignore", invalid="ignore"):
        return -Y / shifted_softmax(Z) / Z.shape[1]


def as_squared_error(Y, Z):
    P = shifted_softmax(Z)
    return (P - Y) * P * (1 - P) / Z.shape[1]


def by_loops(Y, Z):
    C, m = Z.shape
    dZ = np.zeros((C, m))
    for i in range(m):
        e = [math.exp(z - max(Z[:, i])) for z in Z[:, i]]
        for c in range(C):
            dZ[c, i] = (e[c] / sum(e) - Y[c, i]) / m
    return dZ


def label_lowered(Y, Z):
    dZ = shifted_softmax(Z)
    dZ[Y.argmax(axis=0), np.arange(Y.shape[1])] -= 1.0
    return dZ / Y.shape[1]


def in_place(Y, Z):
    Z -= Z.max(axis=0, keepdims=True)
    return (plain_softmax(Z) - Y) / Z.shape[1]


EXERCISE = Exercise(
    name="softmax_cross_entropy_grad",
    chapter="softmax",
    equation="softmax-cross-entropy-grad",
    quantity="the gradient dZ",
    reference=softmax_cross_entropy_grad,
    visible=(
        case("the worked example with four classes", Y_WORKED, Z_WORKED),
        case(
            "three classes, four examples",
            np.array([[0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0], [1.0, 0.0, 0.0, 1.0]]),
            np.array([[0.5, 2.0, -1.0, 0.0], [1.5, 0.0, 1.0, 0.0], [-2.0, 1.0, 3.0, 0.0]]),
        ),
        case(
            "logits of 1000 and -1000, two examples",
            np.array([[1.0, 0.0], [0.0, 1.0]]),
            np.array([[1000.0, 1.0], [1000.0, -1000.0]]),
        ),
        case("a single class", np.array([[1.0, 1.0]]), np.array([[0.5, -2.0]])),
    ),
    hidden=hidden,
    inputs=classes_with_logits,
    mistakes=(
        Mistake(
            "not-averaged",
            lambda Y, Z: shifted_softmax(Z) - Y,
            "The factor 1/m is missing.",
            "dZ is the gradient of the cost, a mean over the m examples; m = Z.shape[1].",
        ),
        Mistake(
            "divided-twice",
            lambda Y, Z: (shifted_softmax(Z) - Y) / Z.shape[1] ** 2,
            "You divided by m twice.",
            "The 1/m enters once.",
        ),
        Mistake(
            "averaged-over-classes-too",
            lambda Y, Z: (shifted_softmax(Z) - Y) / Z.size,
            "You divided by the number of all entries.",
            "The classes are summed; m is the number of columns, Z.shape[1].",
        ),
        Mistake(
            "divided-by-classes",
            lambda Y, Z: (shifted_softmax(Z) - Y) / Z.shape[0],
            "You divided by the number of rows, which are the classes.",
            "m is the number of columns, Z.shape[1].",
        ),
        Mistake(
            "sign-flipped",
            lambda Y, Z: (Y - shifted_softmax(Z)) / Z.shape[1],
            "The sign is wrong: you computed Y - P.",
            "A probability that is too large must be lowered: its gradient is positive.",
        ),
        Mistake(
            "softmax-missing",
            lambda Y, Z: (Z - Y) / Z.shape[1],
            "You subtracted Y from Z itself.",
            "Z holds logits; take their softmax first.",
        ),
        Mistake(
            "softmax-twice",
            lambda Y, Z: (shifted_softmax(shifted_softmax(Z)) - Y) / Z.shape[1],
            "The softmax was applied twice.",
            "Apply it once, to Z.",
        ),
        Mistake(
            "unstable-exponent",
            lambda Y, Z: (plain_softmax(Z) - Y) / Z.shape[1],
            "The exponential of a large logit is infinite, and infinity over infinity is nan.",
            "Subtract the largest logit of each example before you take the exponential.",
        ),
        Mistake(
            "one-maximum-for-all",
            with_one_maximum,
            "You subtracted one maximum from all examples; where the logits lie far below it,"
            " you divide 0 by 0.",
            "Take the maximum of each column.",
        ),
        Mistake(
            "wrong-axis",
            lambda Y, Z: (shifted_softmax(Z, axis=1) - Y) / Z.shape[1],
            "The softmax was taken over the examples.",
            "The classes are the rows, so normalize along axis 0.",
        ),
        Mistake(
            "sigmoid-instead",
            lambda Y, Z: (0.5 * (1.0 + np.tanh(Z / 2.0)) - Y) / Z.shape[1],
            "You took the sigmoid of each logit.",
            "Several classes share one softmax.",
        ),
        Mistake(
            "derivative-with-respect-to-p",
            by_probability,
            "You returned the derivative with respect to the probabilities.",
            "Multiply by the Jacobian of the softmax; what is left is P - Y.",
        ),
        Mistake(
            "squared-error-gradient",
            as_squared_error,
            "You multiplied by P(1 - P), as for a sigmoid with the squared error.",
            "With the cross-entropy this factor cancels.",
        ),
        Mistake(
            "averaged-over-examples",
            lambda Y, Z: np.mean(shifted_softmax(Z) - Y, axis=1, keepdims=True),
            "You averaged over the examples.",
            "dZ has the shape of Z: keep one column for each example, and divide by m.",
        ),
        Mistake(
            "changed-in-place",
            in_place,
            "You subtracted the maximum inside the array that was passed in.",
            "Make a new array: do not use `-=`.",
        ),
        Mistake(
            "decision-instead",
            lambda Y, Z: (np.eye(len(Z))[:, Z.argmax(axis=0)] - Y) / Y.shape[1],
            "You took the predicted class for the probabilities.",
            "Subtract the labels from the probabilities.",
        ),
        Mistake(
            "only-labels-divided",
            lambda Y, Z: shifted_softmax(Z) - Y / Z.shape[1],
            "You divided Y alone by m: brackets are missing.",
            "Write (P - Y) / m.",
        ),
        Mistake(
            "class-numbers-subtracted",
            lambda Y, Z: (shifted_softmax(Z) - Y.argmax(axis=0)) / Z.shape[1],
            "You subtracted the number of the class.",
            "Y holds a 1 for the true class: subtract Y itself.",
        ),
        Mistake(
            "summed-over-classes",
            lambda Y, Z: np.sum(shifted_softmax(Z) - Y, axis=0) / Y.shape[1],
            "You summed over the classes, which gives 0.",
            "Each class has a gradient of its own: no sum.",
        ),
        Mistake(
            "divided-by-class-counts",
            lambda Y, Z: np.divide(shifted_softmax(Z) - Y, np.sum(Y, axis=1, keepdims=True)),
            "You divided by how often each class occurs.",
            "Divide by the number of examples.",
        ),
        Mistake(
            "sign-of-exponent",
            lambda Y, Z: (shifted_softmax(-Z) - Y) / Y.shape[1],
            "The exponent of your softmax has the wrong sign.",
            "Large logits give large probabilities: np.exp(Z).",
        ),
    ),
    alternatives=(
        Alternative("plain", lambda Y, Z: (shifted_softmax(Z) - Y) / Z.shape[1]),
        Alternative("two loops", by_loops),
        Alternative("1 taken off at the label", label_lowered),
        Alternative(
            "each part divided", lambda Y, Z: shifted_softmax(Z) / len(Y[0]) - Y / len(Y[0])
        ),
        Alternative(
            "column by column",
            lambda Y, Z: np.stack(
                [(shifted_softmax(z) - y) / len(Y.T) for y, z in zip(Y.T, Z.T, strict=True)], axis=1
            ),
        ),
        Alternative(
            "rows are examples inside",
            lambda Y, Z: ((shifted_softmax(Z.T, axis=1) - Y.T) / len(Z.T)).T,
        ),
        Alternative(
            "prints", lambda Y, Z: printed(np.multiply(1 / Y.shape[1], shifted_softmax(Z) - Y))
        ),
    ),
)
