"""Exercise ``linear_stack``."""

from collections.abc import Iterator
from functools import reduce
from itertools import pairwise

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import logits, matrix, printed, size
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.relu import linear_stack


def stack(label: str, rng: Generator, *sizes: int) -> Case:
    """Draw the weights of layers with these numbers of units, input first."""
    return case(label, [logits(rng, sizes[k + 1], sizes[k]) for k in range(len(sizes) - 1)])


def hidden(rng: Generator) -> Iterator[Case]:
    n = size(rng, 2, 4)
    yield stack("three layers of different widths", rng, n, n + 1, n + 2, n)
    yield stack("three layers of one width", rng, n, n, n, n)
    yield stack("two layers", rng, n + 1, n, n + 2)
    yield stack("a single layer", rng, n, n + 1)
    yield stack("five layers", rng, 3, 2, 2, 4, 2, 3)
    yield stack("one input, one output", rng, 1, n, 1)


def by_loop(weights):
    result = weights[0]
    for W in weights[1:]:
        result = W @ result
    return result


def by_recursion(weights):
    return weights[0] if len(weights) == 1 else by_recursion(weights[1:]) @ weights[0]


def by_columns(weights):
    columns = np.eye(weights[0].shape[1])
    for W in weights:
        columns = np.column_stack([W @ column for column in columns.T])
    return columns


def of_two(second, first):
    rows, columns = len(second), len(first[0])
    product = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            for k in range(len(first)):
                product[i, j] += second[i, k] * first[k, j]
    return product


def until_empty(weights):
    result = weights.pop(0)
    while weights:
        result = weights.pop(0) @ result
    return result


def inputs(rng: Generator) -> tuple:
    sizes = rng.integers(1, 6, rng.integers(2, 7))
    return ([matrix(rng, n_out, n_in) for n_in, n_out in pairwise(sizes)],)


EXERCISE = Exercise(
    name="linear_stack",
    chapter="relu",
    equation="linear-stack",
    quantity="the matrix of the stack",
    reference=linear_stack,
    visible=(
        case(
            "two inputs and three layers of one unit: A, B and C of the chapter",
            [np.array([[0.7, -1.3]]), np.array([[2.1]]), np.array([[-0.4]])],
        ),
        case(
            "three layers of two units",
            [
                np.array([[1.0, 2.0], [0.0, -1.0]]),
                np.array([[0.5, 0.0], [3.0, 1.0]]),
                np.array([[0.0, 1.0], [-2.0, 4.0]]),
            ],
        ),
        case(
            "the weights of the 2-3-2 network",
            [
                np.array([[0.5, 0.2], [-0.3, 0.8], [0.1, -0.4]]),
                np.array([[0.4, -0.1, 0.6], [0.2, 0.7, -0.3]]),
            ],
        ),
        case("a single layer", [np.array([[1.0, -2.0, 0.5]])]),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "order-reversed",
            lambda weights: reduce(lambda product, W: product @ W, weights),
            "You multiplied in the order of the list, weights[0] @ weights[1] and so on.",
            "weights[0] acts on the input first, so it stands on the right of the product.",
        ),
        Mistake(
            "elementwise-product",
            lambda weights: reduce(lambda product, W: W * product, weights),
            "`*` multiplies entry by entry; it is not the matrix product.",
            "Use `@`, which sums over the units between two layers.",
        ),
        Mistake(
            "first-layer-only",
            lambda weights: weights[0] * 1.0,
            "You returned the first matrix.",
            "Multiply all of them.",
        ),
        Mistake(
            "last-layer-only",
            lambda weights: weights[-1] * 1.0,
            "You returned the last matrix.",
            "Multiply all of them.",
        ),
        Mistake(
            "last-layer-missing",
            lambda weights: by_loop(weights[:-1] if len(weights) > 1 else weights),
            "The last matrix is missing from your product.",
            "How far does your loop run?",
        ),
        Mistake(
            "two-layers-only",
            lambda weights: by_loop(weights[:2]),
            "You multiplied only the first two matrices.",
            "The list may hold any number of them: use a loop.",
        ),
        Mistake(
            "result-transposed",
            lambda weights: by_loop(weights).T,
            "Your matrix is transposed.",
            "It takes the input of the first layer to the output of the last: (n_L, n_0).",
        ),
        Mistake(
            "relu-between",
            lambda weights: reduce(lambda product, W: W @ np.maximum(product, 0), weights),
            "You applied ReLU between the layers.",
            "This stack has no activations; that is its point.",
        ),
        Mistake(
            "relu-at-the-end",
            lambda weights: np.maximum(by_loop(weights), 0),
            "You applied ReLU to the result.",
            "This stack has no activations; that is its point.",
        ),
        Mistake(
            "first-layer-twice",
            lambda weights: reduce(lambda product, W: W @ product, weights, weights[0]),
            "Your product starts with weights[0], and the loop multiplies by it again.",
            "Loop over weights[1:], or start with the identity matrix.",
        ),
        Mistake(
            "list-emptied",
            until_empty,
            "You took the matrices out of the list, so the caller's list is now empty.",
            "Loop over the list instead of popping from it.",
        ),
        Mistake(
            "first-layer-missing",
            lambda weights: by_loop(weights[1:] or weights),
            "The first layer is missing in the product.",
            "Begin with weights[0]: where does your loop end?",
        ),
        Mistake(
            "first-and-last-only",
            lambda weights: weights[-1] @ weights[0] if len(weights) > 1 else weights[0] * 1.0,
            "You multiplied the last layer by the first.",
            "The layers between them count as well.",
        ),
        Mistake(
            "layers-added",
            lambda weights: sum(weights[1:], weights[0] * 1.0),
            "You added the matrices.",
            "Layers one after the other are multiplied: `@`.",
        ),
        Mistake(
            "relu-after-each",
            lambda weights: reduce(
                lambda product, W: np.maximum(W @ product, 0), weights, np.eye(weights[0].shape[1])
            ),
            "You cut negative entries off after each product.",
            "There is no activation between the layers here.",
        ),
        Mistake(
            "whole-numbers-inside",
            lambda weights: reduce(lambda product, W: (W @ product).astype(int), weights),
            "You kept the product in an array of integers, which cuts decimals off.",
            "Leave out dtype=int.",
        ),
        Mistake(
            "first-layer-never-reached",
            lambda weights: reduce(
                lambda product, W: W @ product, weights[1:], np.eye(len(weights[0]))
            ),
            "The first layer is left out.",
            "Its index is 0: `range(L - 1, -1, -1)` reaches it.",
        ),
    ),
    alternatives=(
        Alternative("loop", by_loop),
        Alternative("reduce", lambda weights: reduce(lambda product, W: W @ product, weights)),
        Alternative("recursion", by_recursion),
        Alternative("one basis vector at a time", by_columns),
        Alternative(
            "identity, then np.dot",
            lambda weights: reduce(
                lambda product, W: np.dot(W, product), weights, np.eye(weights[0].shape[1])
            ),
        ),
        Alternative(
            "from the other end",
            lambda weights: reduce(lambda product, W: product @ W, weights[::-1]),
        ),
        Alternative(
            "three loops for each product",
            lambda weights: reduce(lambda product, W: of_two(W, product), weights),
        ),
        Alternative(
            "einsum, printed",
            lambda weights: printed(
                reduce(lambda product, W: np.einsum("ij,jk->ik", W, product), weights)
            ),
        ),
    ),
)
