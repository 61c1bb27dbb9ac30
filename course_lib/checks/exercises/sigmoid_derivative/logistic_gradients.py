"""Exercise ``logistic_gradients``."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import (
    X_GATE,
    labels,
    logits,
    plain_sigmoid,
    printed,
    size,
)
from course_lib.checks.exercises.sigmoid_derivative._inputs import one_neuron
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.sigmoid_derivative import logistic_gradients


def problem(rng: Generator, n: int, m: int) -> tuple[np.ndarray, ...]:
    """Draw parameters and data of one neuron, far from saturation."""
    W, b = logits(rng, 1, n, scale=0.6), logits(rng, 1, 1, scale=0.6)
    return W, b, logits(rng, n, m, scale=1.2), labels(rng, 1, m)


def hidden(rng: Generator) -> Iterator[Case]:
    n = size(rng, 2, 4)
    yield case("several features and examples", *problem(rng, n, n + 3))
    yield case("as many features as examples", *problem(rng, n, n))
    yield case("a batch of one example (m = 1)", *problem(rng, n, 1))
    yield case("a single feature", *problem(rng, 1, n + 4))
    yield case("more features than examples", *problem(rng, 6, 3))
    yield case("many examples", *problem(rng, 3, 60))
    W, b, _, _ = problem(rng, 2, 4)
    yield case(
        "data and labels given as whole numbers",
        W,
        b,
        X_GATE.astype(int),
        labels(rng, 1, 4).astype(int),
    )


def answer(W, b, X, Y, **other: Any):
    """Give the right answer, with some parts replaced; each is a function of P, Y, X, m."""
    P, m = plain_sigmoid(W @ X + b), X.shape[1]
    parts = {
        "P": lambda P, Y, X, m: P,
        "dZ": lambda P, Y, X, m: (P - Y) / m,
        "cost": lambda P, Y, X, m: float(-np.sum(np.log(np.where(Y == 1, P, 1 - P))) / m),
    } | {name: part for name, part in other.items() if name in ("P", "dZ", "cost")}
    found = {name: part(P, Y, X, m) for name, part in parts.items()}
    dZ = found["dZ"]
    found["dW"] = other.get("dW", lambda dZ, X: dZ @ X.T)(dZ, X)
    found["db"] = other.get("db", lambda dZ, X: dZ.sum(axis=1, keepdims=True))(dZ, X)
    return found


def with_parts(**other: Any):
    """Make an implementation that differs from the right one in the given parts."""
    return lambda W, b, X, Y, loss="bce": answer(W, b, X, Y, **other)


def by_loop(W, b, X, Y, loss="bce"):
    n, m = X.shape
    P, dZ, dW, db, cost = (
        np.zeros((1, m)),
        np.zeros((1, m)),
        np.zeros((1, n)),
        np.zeros((1, 1)),
        0.0,
    )
    for i in range(m):
        p = plain_sigmoid(W[0] @ X[:, i] + b[0, 0])
        P[0, i], dZ[0, i] = p, (p - Y[0, i]) / m
        dW[0] += (p - Y[0, i]) * X[:, i] / m
        db += (p - Y[0, i]) / m
        cost -= (Y[0, i] * np.log(p) + (1 - Y[0, i]) * np.log(1 - p)) / m
    return {"P": P, "dZ": dZ, "dW": dW, "db": db, "cost": cost}


def chained(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = plain_sigmoid(W @ X + b)
    dP = (P - Y) / (P * (1 - P)) / m
    dZ = dP * P * (1 - P)
    cost = np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))
    return {"P": P, "dP": dP, "dZ": dZ, "dW": dZ @ X.T, "db": dZ @ np.ones((m, 1)), "cost": cost}


def with_einsum(W, b, X, Y, loss="bce"):
    Z = np.einsum("ij,jk->ik", W, X) + b
    P = 0.5 * (1 + np.tanh(Z / 2))
    dZ = (P - Y) / Y.size
    cost = np.sum(np.logaddexp(0, Z) - Y * Z) / Y.size
    dW = np.einsum("ik,jk->ij", dZ, X)
    return {"P": P, "dZ": dZ, "dW": dW, "db": np.array([[np.sum(dZ)]]), "cost": cost}


def per_example(W, b, X, Y, loss="bce"):
    m = X.shape[1]
    P = plain_sigmoid(W @ X + b)
    error = P - Y
    return {
        "cost": -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / m,
        "db": error.mean(axis=1, keepdims=True),
        "dW": error @ X.T / m,
        "dZ": error / m,
        "P": P,
    }


def keeps_quiet(W, b, X, Y, loss="bce"):
    return printed(with_parts()(W, b, X, Y))


def standardized(W, b, X, Y, loss="bce"):
    spread = X.std(axis=1, keepdims=True)
    return answer(W, b, (X - X.mean(axis=1, keepdims=True)) / (spread + 1e-8), Y)


EXERCISE = Exercise(
    name="logistic_gradients",
    chapter="sigmoid_derivative",
    equation="logistic-gradients",
    quantity="the dict of gradients",
    reference=logistic_gradients,
    visible=(
        case(
            "the OR gate with the first weights",
            np.array([[0.1, 0.6]]),
            np.array([[0.0]]),
            X_GATE,
            np.array([[0.0, 1.0, 1.0, 1.0]]),
        ),
        case(
            "the first example of the AND gate alone",
            np.array([[0.1, 0.6]]),
            np.array([[0.0]]),
            np.zeros((2, 1)),
            np.array([[0.0]]),
        ),
        case(
            "three features, five examples, a bias",
            np.array([[0.5, -1.0, 0.25]]),
            np.array([[0.3]]),
            np.array(
                [[1.0, 0.5, -1.5, 2.0, 0.0], [0.0, 1.0, 0.5, -0.5, 1.5], [2.0, -1.0, 0.0, 1.0, 0.5]]
            ),
            np.array([[1.0, 0.0, 0.0, 1.0, 1.0]]),
        ),
        case(
            "one feature, two examples",
            np.array([[2.0]]),
            np.array([[0.5]]),
            np.array([[1.0, -1.0]]),
            np.array([[1.0, 0.0]]),
        ),
    ),
    hidden=hidden,
    inputs=one_neuron,
    mistakes=(
        Mistake(
            "not-averaged",
            with_parts(dZ=lambda P, Y, X, m: P - Y),
            "The factor 1/m is missing from dZ, and so from dW and db.",
            "dZ is the gradient of the mean cost: (P - Y) / m.",
        ),
        Mistake(
            "divided-twice",
            with_parts(
                dW=lambda dZ, X: dZ @ X.T / X.shape[1],
                db=lambda dZ, X: dZ.sum(axis=1, keepdims=True) / X.shape[1],
            ),
            "You divided by m in dZ and once more in dW and db.",
            "The 1/m enters once, in dZ; dW and db inherit it.",
        ),
        Mistake(
            "mean-in-db",
            with_parts(db=lambda dZ, X: dZ.mean(axis=1, keepdims=True)),
            "You averaged dZ to get db, which divides by m again.",
            "Add up dZ: its 1/m is already inside.",
        ),
        Mistake(
            "one-over-m-only-later",
            with_parts(
                dZ=lambda P, Y, X, m: P - Y,
                dW=lambda dZ, X: dZ @ X.T / X.shape[1],
                db=lambda dZ, X: dZ.sum(axis=1, keepdims=True) / X.shape[1],
            ),
            "dW and db are right, but your dZ belongs to each loss, not to the cost.",
            "In this course the 1/m is inside dZ; then dW and db need no division.",
        ),
        Mistake(
            "sign-flipped",
            with_parts(dZ=lambda P, Y, X, m: (Y - P) / m),
            "All gradients have the wrong sign: you started from Y - P.",
            "Where P is too large the cost grows with Z: dZ is P - Y over m.",
        ),
        Mistake(
            "squared-error-gradient",
            with_parts(dZ=lambda P, Y, X, m: (P - Y) * P * (1 - P) / m),
            "You multiplied by P(1 - P), as for the squared error.",
            "With the cross-entropy this factor cancels.",
        ),
        Mistake(
            "derivative-with-respect-to-p",
            with_parts(dZ=lambda P, Y, X, m: (P - Y) / (P * (1 - P)) / m),
            "Your dZ is the gradient with respect to P.",
            "Pass it through the sigmoid: multiply by P(1 - P).",
        ),
        Mistake(
            "db-scalar",
            with_parts(db=lambda dZ, X: dZ.sum()),
            "db is one number instead of an array of shape (1, 1).",
            "Use sum(axis=1, keepdims=True), so that db has the shape of b.",
        ),
        Mistake(
            "db-lost-its-axis",
            with_parts(db=lambda dZ, X: dZ.sum(axis=1)),
            "db has lost an axis.",
            "Add keepdims=True, so that db has the shape of b.",
        ),
        Mistake(
            "dw-transposed",
            with_parts(dW=lambda dZ, X: X @ dZ.T),
            "dW is transposed.",
            "dW has the shape of W: dZ @ X.T.",
        ),
        Mistake(
            "dw-elementwise",
            with_parts(dW=lambda dZ, X: dZ * X),
            "dW holds one column for each example: `*` does not add them up.",
            "The matrix product dZ @ X.T sums over the examples.",
        ),
        Mistake(
            "cost-summed",
            with_parts(cost=lambda P, Y, X, m: float(-np.sum(np.log(np.where(Y == 1, P, 1 - P))))),
            "The cost is summed, not averaged.",
            "Divide by the number of examples.",
        ),
        Mistake(
            "cost-of-squared-error",
            with_parts(cost=lambda P, Y, X, m: float(np.sum((P - Y) ** 2) / (2 * m))),
            "The cost is the squared error.",
            "The gradients belong to the cross-entropy; so must the cost.",
        ),
        Mistake(
            "bias-missing",
            lambda W, b, X, Y, loss="bce": answer(W, 0 * b, X, Y),
            "The bias was left out of the forward pass.",
            "Z = W @ X + b.",
        ),
        Mistake(
            "averaged-over-features",
            lambda W, b, X, Y, loss="bce": answer(
                W, b, X, Y, dZ=lambda P, Y, X, m: (P - Y) / X.shape[0]
            ),
            "You divided by the number of features.",
            "m is the number of columns, X.shape[1].",
        ),
        Mistake(
            "cost-of-the-ones-alone",
            with_parts(cost=lambda P, Y, X, m: float(-np.mean(Y * np.log(P)))),
            "The cost lacks the examples with label 0.",
            "Add -(1 - Y) log(1 - P).",
        ),
        Mistake(
            "decisions-for-probabilities",
            with_parts(dZ=lambda P, Y, X, m: ((P > 0.5) - Y) / m),
            "You used the decisions 0 and 1 in place of the probabilities.",
            "No threshold: dZ = (P - Y) / m.",
        ),
        Mistake(
            "last-example-only",
            with_parts(dW=lambda dZ, X: dZ[:, -1:] @ X[:, -1:].T, db=lambda dZ, X: dZ[:, -1:]),
            "dW and db come from the last example alone.",
            "In a loop add up with +=, or use a matrix product.",
        ),
        Mistake(
            "features-standardized",
            standardized,
            "You scaled the features first.",
            "Use X as it is given.",
        ),
        Mistake(
            "sign-of-exponent",
            lambda W, b, X, Y, loss="bce": answer(-W, -b, X, Y),
            "The exponent of your sigmoid has the wrong sign.",
            "P = 1 / (1 + np.exp(-Z)).",
        ),
        Mistake(
            "sigmoid-missing",
            with_parts(P=lambda P, Y, X, m: np.log(P / (1 - P))),
            "P is Z: the sigmoid is missing.",
            "Put W X + b through the sigmoid.",
        ),
    ),
    alternatives=(
        Alternative("two lines", with_parts()),
        Alternative("one example at a time", by_loop),
        Alternative("chain rule in full", chained),
        Alternative("einsum, tanh and logaddexp", with_einsum),
        Alternative("per example, divided at the end", per_example),
        Alternative("prints", keeps_quiet),
    ),
)
