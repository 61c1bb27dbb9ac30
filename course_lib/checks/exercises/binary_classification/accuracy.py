"""Exercise ``accuracy``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.binary_classification import accuracy
from course_lib.checks.exercises._shared import bits, labels, printed, size
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case


def hidden(rng: Generator) -> Iterator[Case]:
    for label, m in (("several examples", size(rng, 5, 9)), ("many examples", size(rng, 20, 40))):
        yield case(label, labels(rng, 1, m), labels(rng, 1, m))
    # One true negative, two false positives, four false negatives: no two ratios agree.
    Y_pred = np.array([[1.0, 1, 1, 1, 1, 0, 0, 0, 0, 0]])
    Y = np.array([[1.0, 1, 1, 0, 0, 0, 1, 1, 1, 1]])
    order = rng.permutation(10)
    yield case("hits and misses of both labels", Y_pred[:, order], Y[:, order])
    Y = labels(rng, 1, 6)
    yield case("all predictions right", Y, Y)
    yield case("all predictions wrong", 1 - Y, Y)
    yield case("a batch of one example (m = 1), right", np.array([[0.0]]), np.array([[0.0]]))
    yield case("a batch of one example (m = 1), wrong", np.array([[1.0]]), np.array([[0.0]]))
    Y = labels(rng, 1, 7).astype(int)
    yield case("labels given as whole numbers", labels(rng, 1, 7).astype(int), Y)


def by_loop(Y_pred, Y):
    hits = 0
    for k in range(Y.shape[1]):
        if Y_pred[0, k] == Y[0, k]:
            hits += 1
    return hits / Y.shape[1]


def inputs(rng: Generator) -> tuple:
    m = int(rng.integers(1, 12))
    return bits(rng, 1, m), bits(rng, 1, m)


EXERCISE = Exercise(
    name="accuracy",
    chapter="binary_classification",
    equation="accuracy",
    quantity="the accuracy",
    reference=accuracy,
    visible=(
        case(
            "the labels of OR predicted, those of XOR true",
            np.array([[0.0, 1.0, 1.0, 1.0]]),
            np.array([[0.0, 1.0, 1.0, 0.0]]),
        ),
        case(
            "two of five right",
            np.array([[1.0, 0.0, 1.0, 0.0, 0.0]]),
            np.array([[0.0, 1.0, 1.0, 1.0, 0.0]]),
        ),
        case(
            "hits and misses of both labels",
            np.array([[1.0, 1, 1, 1, 1, 0, 0, 0, 0, 0]]),
            np.array([[1.0, 1, 1, 0, 0, 0, 1, 1, 1, 1]]),
        ),
        case("all right", np.array([[1.0, 0.0]]), np.array([[1.0, 0.0]])),
        case("one example, wrong", np.array([[1.0]]), np.array([[0.0]])),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "percent",
            lambda Y_pred, Y: np.mean(Y_pred == Y) * 100,
            "You returned a percentage.",
            "The accuracy is a fraction between 0 and 1; multiply by 100 only when you print it.",
        ),
        Mistake(
            "error-rate",
            lambda Y_pred, Y: np.mean(Y_pred != Y),
            "You counted the wrong predictions.",
            "Count the entries that are equal.",
        ),
        Mistake(
            "not-divided",
            lambda Y_pred, Y: np.sum(Y_pred == Y),
            "You returned the number of right predictions, or divided by the number of rows.",
            "Divide by the number of examples, which is the number of columns: Y.shape[1].",
        ),
        Mistake(
            "only-ones-counted",
            lambda Y_pred, Y: np.mean(Y_pred * Y),
            "Only examples with prediction 1 and label 1 were counted as right.",
            "A prediction of 0 for a label 0 is right as well.",
        ),
        Mistake(
            "all-or-nothing",
            lambda Y_pred, Y: float(np.all(Y_pred == Y)),
            "You returned 1 only if every prediction is right.",
            "Return the fraction that is right; use / and not //.",
        ),
        Mistake(
            "labels-not-compared",
            lambda Y_pred, Y: np.mean(Y_pred),
            "You averaged the predictions without comparing them with the labels.",
            "Compare Y_pred with Y first.",
        ),
        Mistake(
            "not-averaged",
            lambda Y_pred, Y: (Y_pred == Y) * 1.0,
            "You returned one number for each example.",
            "Average over the examples.",
        ),
        Mistake(
            "axis-kept",
            lambda Y_pred, Y: np.mean(Y_pred == Y, axis=1),
            "You averaged along one axis only and returned an array.",
            "Return one number: average over everything.",
        ),
        Mistake(
            "precision-instead",
            lambda Y_pred, Y: np.sum(Y_pred * Y) / max(np.sum(Y_pred), 1),
            "You divided the hits among the predicted ones by the number of predicted ones.",
            "The accuracy counts both labels and divides by all examples.",
        ),
        Mistake(
            "recall-instead",
            lambda Y_pred, Y: np.sum(Y_pred * Y) / max(np.sum(Y), 1),
            "You divided the hits among the true ones by the number of true ones.",
            "The accuracy counts both labels and divides by all examples.",
        ),
        Mistake(
            "signs-cancel",
            lambda Y_pred, Y: 1 - np.mean(Y_pred - Y),
            "A 1 for a 0 and a 0 for a 1 cancel each other.",
            "Count the entries that differ, whichever way.",
        ),
        Mistake(
            "shares-compared",
            lambda Y_pred, Y: 1 - abs(np.mean(Y_pred) - np.mean(Y)),
            "You compared how many ones there are, not which examples they are.",
            "Compare label by label, then average.",
        ),
        Mistake(
            "first-example-only",
            lambda Y_pred, Y: float(Y_pred[0, 0] == Y[0, 0]),
            "Only the first example counts.",
            "Does `return` stand inside the loop?",
        ),
        Mistake(
            "first-example-skipped",
            lambda Y_pred, Y: np.sum((Y_pred == Y)[:, 1:]) / Y.shape[1],
            "The first example is left out.",
            "Where does your loop begin?",
        ),
        Mistake(
            "stops-at-the-first",
            lambda Y_pred, Y: float((Y_pred == Y)[0, 0]) / Y.shape[1],
            "Only the first example counts, divided by all.",
            "Does `return` stand inside the loop?",
        ),
        Mistake(
            "correlation",
            lambda Y_pred, Y: np.corrcoef(Y_pred, Y)[0, 1],
            "You computed the correlation of the labels.",
            "The accuracy is the share of examples with Y_pred == Y.",
        ),
        Mistake(
            "divided-by-m-minus-one",
            lambda Y_pred, Y: np.sum(Y_pred == Y) / np.float64(Y.size - 1),
            "You divided by m - 1.",
            "All m examples count.",
        ),
    ),
    alternatives=(
        Alternative("mean", lambda Y_pred, Y: (Y_pred == Y).mean()),
        Alternative("loop", by_loop),
        Alternative("distance", lambda Y_pred, Y: 1 - np.abs(Y_pred - Y).mean()),
        Alternative("count", lambda Y_pred, Y: np.count_nonzero(Y_pred == Y) / Y.size),
        Alternative(
            "products of both labels",
            lambda Y_pred, Y: ((Y_pred @ Y.T + (1 - Y_pred) @ (1 - Y).T) / Y.shape[1]).item(),
        ),
        Alternative("sum of a list", lambda Y_pred, Y: sum((Y_pred == Y)[0].tolist()) / Y.shape[1]),
        Alternative(
            "0-d array, printed", lambda Y_pred, Y: printed(np.array((Y_pred == Y).mean()))
        ),
    ),
)
