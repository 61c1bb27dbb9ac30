"""What the exercises of the chapter share: labels, probabilities, and softmaxes to get wrong."""

from typing import Any

import numpy as np
from numpy.random import Generator

from course_lib._validation import FloatArray
from course_lib.checks.exercises._shared import logits, shape_of

# The worked example of document 003, lines 511-521.
Z_WORKED = np.array([[2.0], [1.0], [0.1], [-1.0]])
Y_WORKED = np.array([[0.0], [1.0], [0.0], [0.0]])


def one_hot_labels(rng: Generator, n_classes: int, m: int) -> FloatArray:
    """Draw one-hot labels (C, m): as many classes as there is room for, the first two unsorted."""
    labels = rng.permutation(np.arange(m) % n_classes)
    if m > 1 and labels[0] < labels[1]:
        labels[[0, 1]] = labels[[1, 0]]
    return np.eye(n_classes)[:, labels]


def distributions(rng: Generator, n_classes: int, m: int) -> FloatArray:
    """Draw probabilities (C, m) whose columns sum to 1."""
    P = rng.uniform(0.05, 1.0, (n_classes, m))
    return P / P.sum(axis=0)


def far_logits(rng: Generator) -> FloatArray:
    """Draw logits (3, 4) up to ±10000: high, low and wide columns, and one close to 0."""
    Z = logits(rng, 3, 4)
    return Z + np.array([[9990.0, -9990.0, 0, 4000], [9990, -9990, 0, -4000], [9990, -9990, 0, 0]])


def near_one(rng: Generator) -> FloatArray:
    """Draw logits (3, 4) of which the largest of a column is 1, 0.5, 0 or -1."""
    top = np.array([1.0, 0.5, 0.0, -1.0])
    return rng.permuted(top - np.abs(logits(rng, 3, 4)) * [[0.0], [1.0], [1.0]], axis=0)


def plain_softmax(Z: Any, axis: int = 0) -> Any:
    """Compute the softmax as most students write it, without the shift."""
    with np.errstate(over="ignore", invalid="ignore"):
        E = np.exp(Z)
        return E / E.sum(axis=axis, keepdims=True)


def shifted_softmax(Z: Any, axis: int = 0) -> Any:
    """Compute the softmax with the largest logit of each example taken off."""
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)


def classes(rng: Generator, n_classes: int, m: int) -> FloatArray:
    """Draw one-hot labels (C, m), some classes without an example."""
    return np.eye(n_classes)[:, rng.integers(0, n_classes, m)]


def classes_with_logits(rng: Generator) -> tuple:
    """Draw one-hot labels and logits of the same shape, small ones and very large ones."""
    shape = shape_of(rng)
    return classes(rng, *shape), rng.normal(0.0, rng.choice([2.0, 3e3]), shape)
