"""Exercise ``cross_entropy``."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import printed, shape_of, size
from course_lib.checks.exercises.softmax._inputs import (
    Y_WORKED,
    classes,
    distributions,
    one_hot_labels,
)
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.softmax import cross_entropy


def hidden(rng: Generator) -> Iterator[Case]:
    n, m = size(rng, 3, 5), size(rng, 6, 9)
    yield case("several classes and examples", one_hot_labels(rng, n, m), distributions(rng, n, m))
    yield case("as many classes as examples", one_hot_labels(rng, 4, 4), distributions(rng, 4, 4))
    yield case(
        "a batch of one example (m = 1)", one_hot_labels(rng, 3, 1), distributions(rng, 3, 1)
    )
    yield case("two classes", one_hot_labels(rng, 2, m), distributions(rng, 2, m))
    tiny = float(rng.uniform(1.0, 2.0)) * 1e-12
    P = np.array([[1.0, tiny, 1e-9], [tiny, tiny, 1e-5], [1e-11, 1.0, 1.0]])
    yield case("probabilities close to 0 and 1", np.eye(3)[:, [1, 0, 0]], P)
    yield case("a certain answer that is right", np.eye(3)[:, [0, 2, 2]], P)
    yield case(
        "labels given as whole numbers",
        one_hot_labels(rng, 3, 4).astype(int),
        distributions(rng, 3, 4),
    )


def binary_terms(Y, P):
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P), axis=0)


def arguments_swapped(Y, P):
    with np.errstate(divide="ignore"):
        return -np.sum(P * np.log(Y), axis=0)


def by_loops(Y, P):
    losses = np.zeros(Y.shape[1])
    for i in range(Y.shape[1]):
        for c in range(Y.shape[0]):
            if Y[c, i] == 1:
                losses[i] = -math.log(P[c, i])
    return losses


def inputs(rng: Generator) -> tuple:
    shape = shape_of(rng)
    P = np.exp(rng.uniform(-27.0, 0.0, shape))
    return classes(rng, *shape), np.clip(P / P.sum(axis=0), 1e-12, 1.0)


EXERCISE = Exercise(
    name="cross_entropy",
    chapter="softmax",
    equation="cross-entropy",
    quantity="the loss of each example",
    reference=cross_entropy,
    visible=(
        case(
            "the worked example with four classes",
            Y_WORKED,
            np.array([[0.638], [0.235], [0.095], [0.032]]),
        ),
        case(
            "three classes, four examples",
            np.array([[0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0], [1.0, 0.0, 0.0, 1.0]]),
            np.array([[0.7, 0.5, 0.1, 0.25], [0.2, 0.3, 0.8, 0.25], [0.1, 0.2, 0.1, 0.5]]),
        ),
        case("two classes", np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([[0.9, 0.6], [0.1, 0.4]])),
        case(
            "probabilities of 1 and close to 0",
            np.array([[1.0, 1.0], [0.0, 0.0]]),
            np.array([[1.0, 1e-12], [1e-12, 1.0]]),
        ),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "averaged-over-examples",
            lambda Y, P: -np.mean(np.sum(Y * np.log(P), axis=0)),
            "You averaged over the examples.",
            "Return one loss for each example; averaging is the job of the cost.",
        ),
        Mistake(
            "summed-over-everything",
            lambda Y, P: -np.sum(Y * np.log(P)),
            "You summed over the examples as well.",
            "Sum along the classes only: axis=0.",
        ),
        Mistake(
            "wrong-axis",
            lambda Y, P: -np.sum(Y * np.log(P), axis=1),
            "You summed over the examples instead of the classes.",
            "The classes are the rows, so sum along axis 0.",
        ),
        Mistake(
            "axis-kept",
            lambda Y, P: -np.sum(Y * np.log(P), axis=0, keepdims=True),
            "You kept the axis of the classes: shape (1, m).",
            "Return shape (m,): no keepdims here.",
        ),
        Mistake(
            "not-summed",
            lambda Y, P: -Y * np.log(P),
            "You returned one number for each class.",
            "Sum along the classes.",
        ),
        Mistake(
            "averaged-over-classes",
            lambda Y, P: -np.mean(Y * np.log(P), axis=0),
            "You divided by the number of classes.",
            "The classes are summed, not averaged.",
        ),
        Mistake(
            "sign-missing",
            lambda Y, P: np.sum(Y * np.log(P), axis=0),
            "The minus sign is missing: your losses are negative.",
            "The logarithm of a probability is negative, a loss is not.",
        ),
        Mistake(
            "log10-instead",
            lambda Y, P: -np.sum(Y * np.log10(P), axis=0),
            "You took the logarithm to base 10.",
            "Take the natural logarithm: np.log.",
        ),
        Mistake(
            "log2-instead",
            lambda Y, P: -np.sum(Y * np.log2(P), axis=0),
            "You took the logarithm to base 2.",
            "Take the natural logarithm: np.log.",
        ),
        Mistake(
            "binary-terms-added",
            binary_terms,
            "You added (1 - y)·log(1 - p), which belongs to the binary cross-entropy.",
            "Only the class that happened counts.",
        ),
        Mistake(
            "clipped-probability",
            lambda Y, P: -np.sum(Y * np.log(np.clip(P, 1e-7, 1.0)), axis=0),
            "The probabilities were clipped at 1e-7.",
            "Leave P as it is: the loss of a sure and wrong answer must be large.",
        ),
        Mistake(
            "epsilon-added",
            lambda Y, P: -np.sum(Y * np.log(P + 1e-8), axis=0),
            "You added 1e-8 to the probabilities.",
            "Leave P as it is; it is never 0 here.",
        ),
        Mistake(
            "largest-probability",
            lambda Y, P: -np.log(P.max(axis=0)),
            "You took the probability of the predicted class.",
            "Take the probability of the class that the label names.",
        ),
        Mistake(
            "mask-in-row-order",
            lambda Y, P: -np.log(P[Y == 1]),
            "P[Y == 1] lists the entries row by row, so the losses belong to other examples.",
            "Multiply by Y and sum along the classes.",
        ),
        Mistake(
            "arguments-swapped",
            arguments_swapped,
            "Labels and probabilities are swapped.",
            "The logarithm is taken of P.",
        ),
        Mistake(
            "logarithm-missing",
            lambda Y, P: -np.sum(Y * P, axis=0),
            "There is no logarithm.",
            "The loss is the negative logarithm of the label's probability.",
        ),
        Mistake(
            "one-minus-the-probability",
            lambda Y, P: 1 - np.sum(Y * P, axis=0),
            "You charged 1 - p, without a logarithm.",
            "The loss is the negative logarithm of the probability of the true class.",
        ),
        Mistake(
            "squared-distance",
            lambda Y, P: np.sum((Y - P) ** 2, axis=0),
            "You computed a squared distance.",
            "Take the logarithm of the probability of the true class.",
        ),
        Mistake(
            "number-for-one-example",
            lambda Y, P: (
                -np.sum(Y * np.log(P), axis=0) if Y.shape[1] > 1 else float(-np.sum(Y * np.log(P)))
            ),
            "For one example you returned a number.",
            "The result always has one entry for each example: shape (m,).",
        ),
        Mistake(
            "other-classes",
            lambda Y, P: -np.log(np.sum((1 - Y) * P, axis=0)),
            "You took the probability of all other classes.",
            "Take that of the true class.",
        ),
        Mistake(
            "terms-of-the-other-classes",
            lambda Y, P: -np.sum((1 - Y) * np.log(1 - P), axis=0),
            "You took the terms of the other classes.",
            "Only the true class counts: -log of its probability.",
        ),
        Mistake(
            "absolute-distance",
            lambda Y, P: np.sum(np.abs(Y - P), axis=0),
            "You summed the distances of Y and P.",
            "Take minus the logarithm of the probability of the true class.",
        ),
    ),
    alternatives=(
        Alternative("sum of products", lambda Y, P: -np.sum(Y * np.log(P), axis=0)),
        Alternative("log of the chosen", lambda Y, P: -np.log((Y * P).sum(axis=0))),
        Alternative(
            "pairs of indices", lambda Y, P: -np.log(P[Y.argmax(axis=0), np.arange(Y.shape[1])])
        ),
        Alternative("mask of the transposed", lambda Y, P: -np.log(P.T[Y.T == 1])),
        Alternative("einsum", lambda Y, P: np.einsum("ci,ci->i", Y, -np.log(P))),
        Alternative("two loops", by_loops),
        Alternative("diagonal of a product", lambda Y, P: -np.diag(Y.T @ np.log(P))),
        Alternative("where", lambda Y, P: printed(np.where(Y == 1, np.log(1 / P), 0).sum(axis=0))),
    ),
)
