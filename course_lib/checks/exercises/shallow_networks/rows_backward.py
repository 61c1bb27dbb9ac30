"""Exercise ``rows_backward``."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import (
    X_GATE,
    bits,
    labels,
    logits,
    matrix,
    plain_sigmoid,
    printed,
    shape_of,
    size,
)
from course_lib.checks.exercises.shallow_networks._inputs import (
    SMALL_PARAMS,
    X_SMALL,
    XOR_PARAMS,
    Y_SMALL,
    Y_XOR,
    layers_of_two,
    network,
    transposed,
)
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.shallow_networks import rows_backward


def hidden(rng: Generator) -> Iterator[Case]:
    n, h, m = size(rng, 2, 4), size(rng, 5, 6), size(rng, 7, 9)
    for label, shape, examples in (
        ("several examples", (n, h), m),
        ("many examples", (n, h), m + 30),
        ("a batch of one example (m = 1)", (n, h), 1),
        ("a single hidden unit", (n, 1), m),
        ("as many examples as hidden units", (n, h), h),
        ("a square first layer, as many examples", (3, 3), 3),
    ):
        params = transposed(network(rng, *shape, 1))
        yield case(label, params, logits(rng, examples, shape[0]), labels(rng, examples, 1))
    X, Y = rng.integers(-2, 3, (m, 2)), labels(rng, m, 1).astype(int)
    yield case("data and labels given as whole numbers", transposed(network(rng, 2, 3, 1)), X, Y)


def column_means(dZ, m):
    return dZ.sum(axis=0, keepdims=True) / m


PARTS: dict[str, Callable[..., Any]] = {
    "count": lambda X: len(X),
    "hidden": plain_sigmoid,
    "output": plain_sigmoid,
    "bias": 1.0,  # type: ignore[dict-item]
    "dZ2": lambda P, Y, m: P - Y,
    "dZ1": lambda dA1, Z1, A1: dA1 * A1 * (1 - A1),
    "dW": lambda A, dZ, m: A.T @ dZ / m,
    "db": column_means,
}


def with_parts(**other: Any) -> Callable[..., dict[str, Any]]:
    """Make an implementation that differs from the right one in the given parts."""
    part: dict[str, Any] = PARTS | other

    def function(params, X, Y):
        m = part["count"](X)
        Z1 = X @ params["W1"] + part["bias"] * params["b1"]
        A1 = part["hidden"](Z1)
        P = part["output"](A1 @ params["W2"] + part["bias"] * params["b2"])
        dZ2 = part["dZ2"](P, Y, m)
        dZ1 = part["dZ1"](dZ2 @ params["W2"].T, Z1, A1)
        return {
            "dW1": part["dW"](X, dZ1, m),
            "db1": part["db"](dZ1, m),
            "dW2": part["dW"](A1, dZ2, m),
            "db2": part["db"](dZ2, m),
        }

    return function


right = with_parts()


def by_examples(params, X, Y):
    total = {f"d{name}": np.zeros(value.shape) for name, value in params.items()}
    for x, y in zip(X, Y, strict=True):
        grads = right(params, x[None, :], y[None, :])
        for name in total:
            total[name] += grads[name] / len(X)
    return total


def through_columns(params, X, Y):
    W1, b1, W2, b2 = (params[name].T for name in ("W1", "b1", "W2", "b2"))
    A1 = plain_sigmoid(W1 @ X.T + b1)
    dZ2 = (plain_sigmoid(W2 @ A1 + b2) - Y.T) / X.shape[0]
    dZ1 = (W2.T @ dZ2) * A1 * (1 - A1)
    grads = {
        "dW1": dZ1 @ X,
        "db1": dZ1.sum(axis=1, keepdims=True),
        "dW2": dZ2 @ A1.T,
        "db2": dZ2.sum(axis=1, keepdims=True),
    }
    return {name: value.T for name, value in grads.items()}


def with_einsum(params, X, Y):
    m = X.shape[0]
    A1 = 0.5 + 0.5 * np.tanh(0.5 * (X @ params["W1"] + params["b1"]))
    dZ2 = (plain_sigmoid(A1 @ params["W2"] + params["b2"]) - Y) / m
    dZ1 = np.einsum("ko,ho->kh", dZ2, params["W2"]) * (A1 - A1**2)
    return {
        "dW2": np.einsum("kh,ko->ho", A1, dZ2),
        "dW1": np.einsum("ki,kh->ih", X, dZ1),
        "db2": np.ones((1, m)) @ dZ2,
        "db1": np.ones((1, m)) @ dZ1,
    }


def chained(params, X, Y):
    m = Y.shape[0]
    Z1 = np.dot(X, params["W1"]) + params["b1"]
    A1 = 1 / (1 + np.exp(-Z1))
    P = 1 / (1 + np.exp(-(np.dot(A1, params["W2"]) + params["b2"])))
    dP = (P - Y) / (P * (1 - P)) / m
    dZ2 = dP * P * (1 - P)
    dZ1 = np.outer(dZ2, params["W2"]) * A1 * (1 - A1)
    return {
        "dZ2": dZ2,
        "dZ1": dZ1,
        "dW2": np.dot(A1.T, dZ2),
        "db2": np.sum(dZ2).reshape(1, 1),
        "dW1": np.dot(X.T, dZ1),
        "db1": np.sum(dZ1, axis=0).reshape(1, -1),
    }


def entry_by_entry(params, X, Y):
    A1 = plain_sigmoid(X @ params["W1"] + params["b1"])
    E = plain_sigmoid(A1 @ params["W2"] + params["b2"]) - Y
    D = np.array([[e * w for w in params["W2"][:, 0]] for e in E[:, 0]]) * A1 * (1 - A1)
    return {
        "dW1": np.array([[np.mean(x * d) for d in D.T] for x in X.T]),
        "db1": np.mean(D, axis=0, keepdims=True),
        "dW2": np.mean(A1 * E, axis=0)[:, None],
        "db2": np.mean(E, axis=0, keepdims=True),
    }


def inputs(rng: Generator) -> tuple:
    n_0, m = shape_of(rng)
    return transposed(layers_of_two(rng, n_0, 1)), matrix(rng, m, n_0), bits(rng, m, 1)


def slope_of_the_output(params, X, Y):
    m = len(X)
    A1 = plain_sigmoid(X @ params["W1"] + params["b1"])
    P = plain_sigmoid(A1 @ params["W2"] + params["b2"])
    dZ1 = (P - Y) @ params["W2"].T * (P * (1 - P)).mean(axis=1, keepdims=True)
    return right(params, X, Y) | {"dW1": X.T @ dZ1 / m, "db1": column_means(dZ1, m)}


def without_the_first(params, X, Y):
    m = len(X)
    rest = right(params, X[1:], Y[1:]) if m > 1 else right(params, X[:1], Y[:1])
    return {name: grad * (m - 1) / m for name, grad in rest.items()}


EXERCISE = Exercise(
    name="rows_backward",
    chapter="shallow_networks",
    equation="rows-backward",
    quantity="the dict of gradients",
    reference=rows_backward,
    visible=(
        case(
            "the XOR network, one row an example", transposed(XOR_PARAMS), X_GATE.T.copy(), Y_XOR.T
        ),
        case(
            "five rows of three features, with biases",
            transposed(SMALL_PARAMS),
            X_SMALL.T.copy(),
            Y_SMALL.T.copy(),
        ),
        case("one example", transposed(SMALL_PARAMS), X_SMALL.T[:1].copy(), Y_SMALL.T[:1].copy()),
        case(
            "a single hidden unit",
            {
                "W1": np.array([[1.0], [-2.0]]),
                "b1": np.array([[0.5]]),
                "W2": np.array([[2.0]]),
                "b2": np.array([[0.0]]),
            },
            np.array([[1.0, 2.0], [0.0, -1.0]]),
            np.array([[1.0], [0.0]]),
        ),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "not-averaged",
            with_parts(count=lambda X: 1),
            "The factor 1/m is missing.",
            "The cost is a mean over the rows of X: divide by their number.",
        ),
        Mistake(
            "divided-twice",
            with_parts(dZ2=lambda P, Y, m: (P - Y) / m),
            "You divided by m in dZ2 and once more in dW and db.",
            "Divide once: either dZ2, or dW and db.",
        ),
        Mistake(
            "averaged-over-features",
            with_parts(count=lambda X: X.shape[1]),
            "You divided by the number of columns of X, which are the features.",
            "Here rows are examples: m is X.shape[0].",
        ),
        Mistake(
            "biases-not-averaged",
            with_parts(db=lambda dZ, m: dZ.sum(axis=0, keepdims=True)),
            "dW is averaged over the examples, db is not.",
            "Both carry the same factor 1/m.",
        ),
        Mistake(
            "weights-not-averaged",
            with_parts(dW=lambda A, dZ, m: A.T @ dZ),
            "db is averaged over the examples, dW is not.",
            "Both carry the same factor 1/m.",
        ),
        Mistake(
            "sign-flipped",
            with_parts(dZ2=lambda P, Y, m: Y - P),
            "All gradients have the wrong sign: you started from Y - P.",
            "Where P is too large the cost grows with Z2: start from P - Y.",
        ),
        Mistake(
            "squared-error-gradient",
            with_parts(dZ2=lambda P, Y, m: (P - Y) * P * (1 - P)),
            "You multiplied dZ2 by P(1 - P), as for the squared error.",
            "With the cross-entropy this factor cancels.",
        ),
        Mistake(
            "hidden-derivative-missing",
            with_parts(dZ1=lambda dA1, Z1, A1: dA1),
            "The derivative of the hidden sigmoid is missing.",
            "Multiply what comes back by A1 * (1 - A1).",
        ),
        Mistake(
            "sigmoid-of-a-sigmoid",
            with_parts(dZ1=lambda dA1, Z1, A1: dA1 * plain_sigmoid(A1) * (1 - plain_sigmoid(A1))),
            "The derivative of the hidden sigmoid was taken at A1 instead of Z1.",
            "A1 is the output of the sigmoid already: its slope is A1 * (1 - A1).",
        ),
        Mistake(
            "hidden-relu",
            with_parts(hidden=lambda Z: np.maximum(Z, 0), dZ1=lambda dA1, Z1, A1: dA1 * (Z1 > 0)),
            "The hidden layer uses ReLU.",
            "In this exercise both layers use the sigmoid.",
        ),
        Mistake(
            "output-sigmoid-missing",
            with_parts(output=lambda Z: Z),
            "The output has no sigmoid.",
            "P is the sigmoid of the second layer's sums.",
        ),
        Mistake(
            "biases-ignored",
            with_parts(bias=0.0),
            "The biases were left out of the forward pass.",
            "Each layer adds its own row b to every row.",
        ),
        Mistake(
            "db-over-units",
            with_parts(db=lambda dZ, m: dZ.sum(axis=1, keepdims=True) / m),
            "You added up along the wrong axis to get db.",
            "Here examples are rows: add along axis 0.",
        ),
        Mistake(
            "db-lost-its-axis",
            with_parts(db=lambda dZ, m: dZ.sum(axis=0) / m),
            "db1 and db2 have lost an axis.",
            "Add keepdims=True, so that db has the shape (1, n) of b.",
        ),
        Mistake(
            "dw-transposed",
            with_parts(dW=lambda A, dZ, m: dZ.T @ A / m),
            "dW1 and dW2 are transposed.",
            "dW has the shape of W; where rows are examples it is A.T @ dZ / m.",
        ),
        Mistake(
            "answer-for-columns",
            lambda params, X, Y: {name: grad.T for name, grad in right(params, X, Y).items()},
            "Your gradients have the shapes of the layout with columns.",
            "Each gradient has the shape of its parameter: dW1 is (n_0, n_1), db1 is (1, n_1).",
        ),
        Mistake(
            "one-mean-for-all-units",
            with_parts(db=lambda dZ, m: np.full((1, dZ.shape[1]), dZ.mean())),
            "You took one mean for all units.",
            "Each unit has a bias of its own: average over the examples, axis=0.",
        ),
        Mistake(
            "slope-of-the-output",
            slope_of_the_output,
            "You used the slope of the output for the hidden units.",
            "The hidden slope is A1 (1 - A1).",
        ),
        Mistake(
            "first-example-left-out",
            without_the_first,
            "The first example is left out.",
            "Start the loop at 0.",
        ),
        Mistake(
            "keys-without-d",
            lambda params, X, Y: {name[1:]: grad for name, grad in right(params, X, Y).items()},
            "The keys of your gradients lack the d.",
            "The keys are dW1, db1, dW2 and db2.",
        ),
    ),
    alternatives=(
        Alternative("straight from the formulas", right),
        Alternative("one example at a time", by_examples),
        Alternative("transposed, computed with columns", through_columns),
        Alternative("einsum and products with ones", with_einsum),
        Alternative("chain rule in full, keys to spare", chained),
        Alternative("entry by entry", entry_by_entry),
        Alternative("prints", lambda params, X, Y: printed(right(params, X, Y))),
    ),
)
