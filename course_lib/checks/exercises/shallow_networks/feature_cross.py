"""Exercise ``feature_cross``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import X_GATE, logits, matrix, printed, size
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.shallow_networks import feature_cross


def hidden(rng: Generator) -> Iterator[Case]:
    m = size(rng, 5, 9)
    yield case("several examples", logits(rng, 2, m))
    yield case("many examples", logits(rng, 2, m + 40))
    yield case("two examples", logits(rng, 2, 2))
    yield case("a batch of one example (m = 1)", logits(rng, 2, 1))
    yield case("features of 0", logits(rng, 2, m) * rng.integers(0, 2, (2, m)))
    yield case("features given as whole numbers", rng.integers(-4, 5, (2, m)))


def by_loop(X):
    result = np.zeros((3, X.shape[1]))
    for k in range(X.shape[1]):
        result[0, k] = X[0, k]
        result[1, k] = X[1, k]
        result[2, k] = X[0, k] * X[1, k]
    return result


def filled(X):
    result = np.empty((3, X.shape[1]))
    result[:2] = X
    np.multiply(X[0], X[1], out=result[2])
    return result


def overwriting(X):
    cross = X[0] * X[1]
    X[1] = cross
    return np.vstack([X, cross])


def with_third(row):
    """Append the row that `row` makes of the two features."""
    return lambda X: np.vstack([X, row(X[0], X[1])])


def inputs(rng: Generator) -> tuple:
    return (matrix(rng, 2, rng.integers(1, 9)),)


EXERCISE = Exercise(
    name="feature_cross",
    chapter="shallow_networks",
    equation="feature-cross",
    quantity="the data with the feature cross",
    reference=feature_cross,
    visible=(
        case("the XOR gate", X_GATE),
        case("XOR spread over four quadrants", np.array([[-1.0, -1, 1, 1], [-1.0, 1, -1, 1]])),
        case("other numbers", np.array([[0.5, -2.0, 3.0], [4.0, 1.5, -0.25]])),
        case("one example", np.array([[2.0], [-0.5]])),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "sum-instead-of-product",
            with_third(lambda x1, x2: x1 + x2),
            "Your third row is the sum x1 + x2.",
            "A sum is what a neuron makes anyway; the cross is a product.",
        ),
        Mistake(
            "first-feature-squared",
            with_third(lambda x1, x2: x1**2),
            "Your third row is the square of x1.",
            "Multiply the first feature by the second, example by example.",
        ),
        Mistake(
            "second-feature-squared",
            with_third(lambda x1, x2: x2**2),
            "Your third row is the square of x2.",
            "Multiply the first feature by the second, example by example.",
        ),
        Mistake(
            "dot-product",
            with_third(lambda x1, x2: np.full(x1.shape, x1 @ x2)),
            "You added the products of all examples and repeated the sum.",
            "`@` adds up; the cross needs one product for each example, so use `*`.",
        ),
        Mistake(
            "only-the-cross",
            lambda X: X[:1] * X[1:],
            "You returned the third row alone.",
            "Return all three rows: x1, x2 and their product.",
        ),
        Mistake(
            "cross-first",
            lambda X: np.vstack([X[0] * X[1], X]),
            "The product stands in the first row.",
            "Keep x1 and x2 where they are, and append the product below.",
        ),
        Mistake(
            "second-feature-replaced",
            lambda X: np.vstack([X[0], X[0] * X[1]]),
            "The product took the place of x2.",
            "The result has three rows; x2 stays.",
        ),
        Mistake(
            "rows-are-examples",
            lambda X: np.column_stack([X.T, X[0] * X[1]]),
            "Your result is transposed: examples are its rows.",
            "Columns are examples here; the result has shape (3, m).",
        ),
        Mistake(
            "absolute-value",
            with_third(lambda x1, x2: np.abs(x1 * x2)),
            "Your product has lost its sign.",
            "The sign is the point: it tells two quadrants from the other two.",
        ),
        Mistake(
            "exclusive-or-itself",
            with_third(lambda x1, x2: np.not_equal(x1, x2) * 1.0),
            "You wrote the labels of XOR into the third row.",
            "The cross is x1 times x2; the network shall find the labels itself.",
        ),
        Mistake(
            "all-squares-too",
            lambda X: np.vstack([X, X[0] * X[1], X**2]),
            "You appended the squares as well.",
            "Append the product of the two features, nothing else.",
        ),
        Mistake(
            "overwrites-X",
            overwriting,
            "You wrote the product into X itself.",
            "Build a new array, for example with np.vstack.",
        ),
        Mistake(
            "every-pair-of-examples",
            lambda X: np.vstack([X, np.outer(X[0], X[1])]),
            "You multiplied every example with every other one.",
            "X[0] * X[1] multiplies entry by entry.",
        ),
        Mistake(
            "columns-as-features",
            lambda X: np.column_stack([X, X[:, 0] * X[:, -1 if X.shape[1] < 2 else 1]]),
            "You took columns for features.",
            "Columns are examples; the features are X[0] and X[1].",
        ),
        Mistake(
            "all-of-degree-two",
            lambda X: np.array([X[0], X[1], X[0] ** 2, X[0] * X[1], X[1] ** 2]),
            "You added the squares, too.",
            "Only x1·x2 is asked for, as a third row.",
        ),
    ),
    alternatives=(
        Alternative("vstack", lambda X: np.vstack([X, X[0] * X[1]])),
        Alternative("concatenate", lambda X: np.concatenate([X, X[:1] * X[1:]], axis=0)),
        Alternative("loop", by_loop),
        Alternative("preallocated", filled),
        Alternative("product along the axis", lambda X: np.r_[X, X.prod(axis=0, keepdims=True)]),
        Alternative("einsum", lambda X: np.vstack([X, np.einsum("k,k->k", X[0], X[1])])),
        Alternative("list of columns", lambda X: np.array([[a, b, a * b] for a, b in X.T]).T),
        Alternative("append, printed", lambda X: printed(np.append(X, [X[0] * X[1]], axis=0))),
    ),
)
