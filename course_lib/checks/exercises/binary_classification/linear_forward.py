"""Exercise ``linear_forward``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.binary_classification import linear_forward
from course_lib.checks.exercises._shared import (
    X_GATE,
    logits,
    matrix,
    plain_sigmoid,
    shape_of,
    size,
)
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case


def linear_case(label: str, rng: Generator, n_out: int, n_in: int, m: int) -> Case:
    W, A_prev = logits(rng, n_out, n_in), logits(rng, n_in, m)
    return case(label, W, A_prev, logits(rng, n_out, 1))


def hidden(rng: Generator) -> Iterator[Case]:
    n = size(rng, 2, 4)
    yield linear_case("several units and examples", rng, n + 1, n + 2, n)
    yield linear_case("as many units as inputs and examples", rng, n, n, n)
    yield linear_case("a batch of one example (m = 1)", rng, n, n + 1, 1)
    yield linear_case("a single unit", rng, 1, n, n + 3)
    yield linear_case("a single input", rng, n, 1, n + 1)
    yield case(
        "weights given as whole numbers",
        rng.integers(1, 6, (2, 2)),
        logits(rng, 2, 2),
        rng.integers(1, 6, (2, 1)),
    )


def linear_by_loops(W, A_prev, b):
    Z = np.zeros((W.shape[0], A_prev.shape[1]))
    for i in range(W.shape[0]):
        for k in range(A_prev.shape[1]):
            for j in range(W.shape[1]):
                Z[i, k] += W[i, j] * A_prev[j, k]
            Z[i, k] += b[i, 0]
    return Z


def linear_in_place(W, A_prev, b):
    Z = W @ A_prev
    Z += b
    return Z


def inputs(rng: Generator) -> tuple:
    (n_out, n_in), m = shape_of(rng), int(rng.integers(1, 7))
    return matrix(rng, n_out, n_in), matrix(rng, n_in, m), matrix(rng, n_out, 1)


EXERCISE = Exercise(
    name="linear_forward",
    chapter="binary_classification",
    equation="linear-forward",
    quantity="Z = W A + b",
    reference=linear_forward,
    visible=(
        case(
            "the AND gate: one unit, two inputs, four examples",
            np.array([[0.1, 0.6]]),
            X_GATE,
            np.array([[0.0]]),
        ),
        case(
            "the hidden layer of the XOR example: three units, four examples",
            np.array([[0.1, 0.6], [0.2, 0.3], [0.3, 0.7]]),
            X_GATE,
            np.zeros((3, 1)),
        ),
        case(
            "two units, two inputs, two examples, with biases",
            np.array([[1.0, 2.0], [3.0, 4.0]]),
            np.array([[1.0, -1.0], [0.5, 2.0]]),
            np.array([[10.0], [20.0]]),
        ),
        case(
            "a single input and a single example",
            np.array([[2.0], [-1.0]]),
            np.array([[3.0]]),
            np.array([[0.5], [1.0]]),
        ),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "weights-transposed",
            lambda W, A_prev, b: W.T @ A_prev + b,
            "You multiplied by the transpose of W.",
            "W already has one row for each unit: W @ A_prev.",
        ),
        Mistake(
            "factors-swapped",
            lambda W, A_prev, b: A_prev @ W + b,
            "You multiplied A_prev @ W; the order of a matrix product matters.",
            "The inner sizes must meet: (n_out, n_in) @ (n_in, m).",
        ),
        Mistake(
            "elementwise-product",
            lambda W, A_prev, b: W * A_prev + b,
            "`*` multiplies entry by entry; it is not the matrix product.",
            "Use `@`, which sums over the inputs.",
        ),
        Mistake(
            "bias-missing",
            lambda W, A_prev, b: W @ A_prev,
            "The bias b was not added.",
            "Look at the last term of the equation.",
        ),
        Mistake(
            "bias-subtracted",
            lambda W, A_prev, b: W @ A_prev - b,
            "The bias was subtracted.",
            "In this course the bias is added.",
        ),
        Mistake(
            "bias-transposed",
            lambda W, A_prev, b: W @ A_prev + b.T,
            "The bias was laid along the examples instead of along the units.",
            "b has shape (n_out, 1): one number for each row of Z. Do not transpose it.",
        ),
        Mistake(
            "bias-summed",
            lambda W, A_prev, b: W @ A_prev + np.sum(b),
            "All biases were summed, and every unit got the sum.",
            "Each unit has a bias of its own; broadcasting adds b row by row.",
        ),
        Mistake(
            "first-bias-for-all",
            lambda W, A_prev, b: W @ A_prev + b[0],
            "Every unit got the bias of the first one.",
            "Each unit has a bias of its own: add the whole column b.",
        ),
        Mistake(
            "bias-inside",
            lambda W, A_prev, b: W @ (A_prev + np.mean(b)),
            "The bias was added before the multiplication.",
            "First the product W A, then the bias.",
        ),
        Mistake(
            "sigmoid-applied",
            lambda W, A_prev, b: plain_sigmoid(W @ A_prev + b),
            "The sigmoid was applied as well.",
            "Only the linear part is asked here: return Z itself.",
        ),
        Mistake(
            "averaged",
            lambda W, A_prev, b: W @ A_prev / A_prev.shape[1] + b,
            "The product was divided by the number of examples.",
            "Nothing is averaged on the way forward.",
        ),
        Mistake(
            "flattened",
            lambda W, A_prev, b: (W @ A_prev + b).ravel(),
            "Z was flattened into one row of numbers.",
            "Keep the shape (n_out, m): rows are units, columns are examples.",
        ),
        Mistake(
            "bias-once-for-each-input",
            lambda W, A_prev, b: W @ A_prev + W.shape[1] * b,
            "The bias is added once for each input.",
            "Add it once, after the sum over the inputs.",
        ),
        Mistake(
            "bias-added-to-the-weights",
            lambda W, A_prev, b: (W + b) @ A_prev,
            "You added the bias to the weights.",
            "Multiply first, then add the bias: W A + b.",
        ),
        Mistake(
            "first-unit-only",
            lambda W, A_prev, b: W[0] @ A_prev + b[0, 0],
            "You computed the first unit only, as a vector.",
            "W @ A_prev has a row for each unit.",
        ),
        Mistake(
            "relu-applied",
            lambda W, A_prev, b: np.maximum(W @ A_prev + b, 0),
            "You applied a ReLU.",
            "Z is the linear part alone.",
        ),
        Mistake(
            "tanh-applied",
            lambda W, A_prev, b: np.tanh(W @ A_prev + b),
            "You applied tanh.",
            "Z is the linear part alone.",
        ),
    ),
    alternatives=(
        Alternative("np.dot", lambda W, A_prev, b: np.dot(W, A_prev) + b),
        Alternative("einsum", lambda W, A_prev, b: np.einsum("ij,jk->ik", W, A_prev) + b),
        Alternative("three loops", linear_by_loops),
        Alternative("adds in place to its own result", linear_in_place),
        Alternative(
            "broadcast product, summed",
            lambda W, A_prev, b: (W[:, :, None] * A_prev[None]).sum(axis=1) + b,
        ),
        Alternative(
            "bias as one more weight",
            lambda W, A_prev, b: (
                np.hstack([W, b]) @ np.vstack([A_prev, np.ones((1, A_prev.shape[1]))])
            ),
        ),
        Alternative(
            "one example at a time",
            lambda W, A_prev, b: np.column_stack([W @ column + b[:, 0] for column in A_prev.T]),
        ),
        Alternative("transposed twice", lambda W, A_prev, b: (A_prev.T @ W.T + b.T).T),
    ),
)
