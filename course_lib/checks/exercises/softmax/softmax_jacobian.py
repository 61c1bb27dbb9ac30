"""Exercise ``softmax_jacobian``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import printed, size
from course_lib.checks.exercises.softmax._inputs import distributions, shifted_softmax
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.softmax import softmax_jacobian


def hidden(rng: Generator) -> Iterator[Case]:
    yield case("three classes", distributions(rng, 3, 1)[:, 0])
    yield case("several classes", distributions(rng, size(rng, 4, 7), 1)[:, 0])
    yield case("two classes", distributions(rng, 2, 1)[:, 0])
    yield case("all classes equally likely", np.full(4, 0.25))
    yield case("one class almost certain", rng.permutation([1.0 - 3e-9, 1e-9, 2e-9]))
    yield case("one class certain", rng.permutation([1.0, 0.0, 0.0, 0.0]))


def by_loops(p):
    C = len(p)
    J = np.zeros((C, C))
    for i in range(C):
        for j in range(C):
            J[i, j] = p[i] * (1 - p[i]) if i == j else -p[i] * p[j]
    return J


def filled(p):
    J = -p[:, None] * p
    J[np.diag_indices(len(p))] += p
    return J


def inputs(rng: Generator) -> tuple:
    P = rng.exponential(1.0, rng.integers(1, 7))
    return (P / P.sum(),)


EXERCISE = Exercise(
    name="softmax_jacobian",
    chapter="softmax",
    equation="softmax-jacobian",
    quantity="the Jacobian",
    reference=softmax_jacobian,
    visible=(
        case("the rounded softmax of (1, 2, 3)", np.array([0.09, 0.245, 0.665])),
        case("two classes", np.array([0.25, 0.75])),
        case(
            "the rounded softmax of the worked example",
            np.array([0.638, 0.235, 0.095, 0.032]),
        ),
        case("one class certain", np.array([0.0, 1.0, 0.0])),
        case("one class almost certain", np.array([1e-9, 1.0 - 1e-9])),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "diagonal-only",
            lambda p: np.diag(p * (1 - p)),
            "The entries off the diagonal are missing.",
            "Each logit moves all probabilities, since they share one sum.",
        ),
        Mistake(
            "vector-of-slopes",
            lambda p: p * (1 - p),
            "You returned a vector, as for the sigmoid.",
            "There are C outputs and C logits: the result has shape (C, C).",
        ),
        Mistake(
            "plus-instead-of-minus",
            lambda p: np.diag(p) + np.outer(p, p),
            "You added the outer product.",
            "Subtract it: more for one class is less for the others.",
        ),
        Mistake(
            "sign-flipped",
            lambda p: np.outer(p, p) - np.diag(p),
            "All signs are wrong.",
            "A larger logit makes its own probability larger: the diagonal is positive.",
        ),
        Mistake(
            "inner-product",
            lambda p: np.diag(p) - p @ p.T,
            "For vectors `p @ p.T` is one number, since .T does nothing.",
            "Use np.outer(p, p).",
        ),
        Mistake(
            "element-wise-product",
            lambda p: np.diag(p) - p * p,
            "p * p is a vector; NumPy subtracted it from every row.",
            "Use np.outer(p, p).",
        ),
        Mistake(
            "identity-instead-of-diagonal",
            lambda p: np.eye(len(p)) - np.outer(p, p),
            "You started from the identity matrix.",
            "The diagonal matrix holds p.",
        ),
        Mistake(
            "diagonal-missing",
            lambda p: -np.outer(p, p),
            "The diagonal matrix of p is missing.",
            "On the diagonal stands p·(1 - p).",
        ),
        Mistake(
            "diagonal-without-square",
            lambda p: np.diag(p) - np.outer(p, p) + np.diag(p * p),
            "The diagonal is p; its square was not subtracted.",
            "On the diagonal stands p·(1 - p).",
        ),
        Mistake(
            "softmax-of-p",
            lambda p: softmax_jacobian(shifted_softmax(p)),
            "You took the softmax of p, which is a softmax already.",
            "Use p as it is.",
        ),
        Mistake(
            "one-factor-missing",
            lambda p: np.eye(len(p)) - p,
            "The factor p_i in front is missing.",
            "Entry (i, j) is p_i times (1 if i = j else 0, minus p_j).",
        ),
        Mistake(
            "cases-exchanged",
            lambda p: np.where(np.eye(len(p)) > 0, -np.outer(p, p), np.outer(p, 1 - p)),
            "The two cases are exchanged: the formula of the diagonal stands off it.",
            "On the diagonal (i = j) stands p_i (1 - p_i).",
        ),
        Mistake(
            "one-minus-p-everywhere",
            lambda p: np.outer(p, 1 - p),
            "You have p_i (1 - p_j) everywhere: the 1 stands on the diagonal only.",
            "np.diag(p) - np.outer(p, p).",
        ),
        Mistake(
            "summed",
            lambda p: np.zeros(len(p)),
            "You summed the Jacobian, whose columns add up to 0.",
            "Return the whole matrix.",
        ),
        Mistake(
            "divided-by-c",
            lambda p: (np.diag(p) - np.outer(p, p)) / len(p),
            "You divided by the number of classes.",
            "No mean belongs here.",
        ),
        Mistake(
            "products-added-off-the-diagonal",
            lambda p: np.diag(p - 2 * p**2) + np.outer(p, p),
            "The entries off the diagonal have the wrong sign.",
            "They are -p_i p_j.",
        ),
        Mistake(
            "products-of-complements",
            lambda p: np.outer(1 - p, 1 - p),
            "You multiplied 1 - p_i by 1 - p_j.",
            "np.diag(p) - np.outer(p, p).",
        ),
    ),
    alternatives=(
        Alternative("diagonal minus outer", lambda p: np.diag(p) - np.outer(p, p)),
        Alternative("delta", lambda p: p[:, None] * (np.eye(len(p)) - p)),
        Alternative("two loops", by_loops),
        Alternative("diagonal filled in", filled),
        Alternative("columns and rows", lambda p: np.diag(p) - p.reshape(-1, 1) @ p.reshape(1, -1)),
        Alternative("einsum", lambda p: np.eye(p.size) * p - np.einsum("i,j->ij", p, p)),
        Alternative(
            "where", lambda p: printed(np.where(np.eye(len(p)) > 0, p, 0) - p * p[:, None])
        ),
    ),
)
