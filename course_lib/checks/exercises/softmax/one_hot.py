"""Exercise ``one_hot``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import printed, size
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.softmax import one_hot


def some(rng: Generator, n_classes: int, m: int) -> np.ndarray:
    """Draw labels in which at least two classes occur, the smaller one not first."""
    labels = rng.integers(0, n_classes, m)
    labels[:2] = rng.permutation(n_classes)[:2]
    labels[:2] = labels[:2][::-1] if labels[0] < labels[1] else labels[:2]
    return labels


def hidden(rng: Generator) -> Iterator[Case]:
    n, m = size(rng, 3, 5), size(rng, 6, 9)
    yield case("several classes and examples", some(rng, n, m), n)
    yield case("as many examples as classes", some(rng, 5, 5), 5)
    yield case("classes that do not occur", 3 * some(rng, 3, m), 10)
    yield case("a batch of one example (m = 1)", np.array([size(rng, 1, 3)]), 5)
    yield case("a batch of one example of class 0", np.array([0]), size(rng, 2, 4))
    yield case("two classes", some(rng, 2, m), 2)
    yield case("the first and the last class", rng.permutation([0, n, n, 0, n]), n + 1)
    yield case("all examples of one class", np.full(m, size(rng, 1, n - 1)), n)
    yield case("a single class", np.zeros(3, dtype=int), 1)


def whole_rows(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    Y[labels] = 1.0
    return Y


def off_by_one(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    Y[labels - 1, np.arange(len(labels))] = 1.0
    return Y


def renumbered(labels, n_classes):
    return np.eye(n_classes)[:, np.unique(labels, return_inverse=True)[1]]


def by_loop(labels, n_classes):
    Y = np.zeros((n_classes, len(labels)))
    for i in range(len(labels)):
        Y[labels[i], i] = 1
    return Y


def by_index(labels, n_classes):
    Y = np.zeros((n_classes, labels.size))
    Y[labels, np.arange(labels.size)] = 1.0
    return Y


def with_put(labels, n_classes):
    Y = np.zeros((n_classes, labels.size))
    np.put_along_axis(Y, labels[None, :], 1.0, axis=0)
    return Y


def thermometer(labels, n_classes):
    return (np.arange(n_classes)[:, None] <= labels).astype(float)


def inputs(rng: Generator) -> tuple:
    n_classes = int(rng.integers(1, 7))
    return rng.integers(0, n_classes, rng.integers(1, 9)), n_classes


EXERCISE = Exercise(
    name="one_hot",
    chapter="softmax",
    equation="one-hot",
    quantity="the one-hot matrix",
    reference=one_hot,
    visible=(
        case("three examples of four classes", np.array([1, 3, 0]), 4),
        case("two classes, five examples", np.array([1, 0, 0, 1, 0]), 2),
        case("the last class does not occur", np.array([2, 0, 0]), 4),
        case("one example", np.array([1]), 3),
        case("a single class", np.array([0, 0]), 1),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "rows-are-examples",
            lambda labels, n_classes: np.eye(n_classes)[labels],
            "You made one row for each example.",
            "Examples are columns: the shape is (C, m).",
        ),
        Mistake(
            "reshaped-instead-of-transposed",
            lambda labels, n_classes: np.eye(n_classes)[labels].reshape(n_classes, -1),
            "You reshaped an (m, C) matrix to (C, m), which scrambles it.",
            "Transpose it: .T.",
        ),
        Mistake(
            "whole-rows-set",
            whole_rows,
            "Y[labels] = 1 sets whole rows.",
            "Each column has its own row: index with labels and np.arange(m) together.",
        ),
        Mistake(
            "off-by-one",
            off_by_one,
            "You counted the classes from 1.",
            "Class 0 is the first row; do not subtract 1.",
        ),
        Mistake(
            "number-of-classes-ignored",
            lambda labels, n_classes: np.eye(max(labels) + 1)[:, labels],
            "You took the largest label for the number of classes.",
            "A class that does not occur here still has its row: use n_classes.",
        ),
        Mistake(
            "classes-renumbered",
            renumbered,
            "You numbered the classes that occur anew.",
            "The row is the label itself, also when smaller labels do not occur.",
        ),
        Mistake(
            "label-instead-of-one",
            lambda labels, n_classes: (np.arange(n_classes)[:, None] == labels) * 1.0 * labels,
            "You wrote the label where a 1 belongs.",
            "The entry says yes or no: 1 or 0.",
        ),
        Mistake(
            "inverted",
            lambda labels, n_classes: 1.0 - np.eye(n_classes)[:, labels],
            "Zeros and ones are swapped.",
            "The row of the label is 1, all others are 0.",
        ),
        Mistake(
            "all-rows-up-to-the-label",
            thermometer,
            "You filled all rows up to the label.",
            "One 1 in each column.",
        ),
        Mistake(
            "rows-upside-down",
            lambda labels, n_classes: np.eye(n_classes)[::-1][:, labels],
            "The rows are in reverse order.",
            "Class 0 is the top row.",
        ),
        Mistake(
            "two-classes-only",
            lambda labels, n_classes: np.vstack([labels == 0, labels != 0]).astype(float),
            "You told class 0 from all others and made two rows.",
            "There is one row for each of the n_classes classes.",
        ),
        Mistake(
            "classes-that-occur",
            lambda labels, n_classes: (np.unique(labels)[:, None] == labels) * 1.0,
            "You made rows only for the classes that occur.",
            "There are n_classes rows.",
        ),
        Mistake(
            "sorted-first",
            lambda labels, n_classes: np.eye(n_classes)[:, np.sort(labels)],
            "You sorted the labels first.",
            "Column j belongs to the example j: keep the order.",
        ),
        Mistake(
            "smoothed",
            lambda labels, n_classes: np.eye(n_classes)[:, labels] * 0.9 + 0.1 / n_classes,
            "You smoothed the labels.",
            "Only 0 and 1 are asked for.",
        ),
    ),
    alternatives=(
        Alternative("columns of the identity", lambda labels, n: np.eye(n)[:, labels]),
        Alternative("rows of the identity, transposed", lambda labels, n: np.eye(n)[labels].T),
        Alternative("comparison", lambda labels, n: (np.arange(n)[:, None] == labels) * 1.0),
        Alternative("loop", by_loop),
        Alternative("pairs of indices", by_index),
        Alternative("put_along_axis", with_put),
        Alternative(
            "list of lists",
            lambda labels, n: np.array([[float(k == c) for k in labels] for c in range(n)]),
        ),
        Alternative(
            "whole numbers", lambda labels, n: printed(np.equal.outer(np.arange(n), labels) + 0)
        ),
    ),
)
