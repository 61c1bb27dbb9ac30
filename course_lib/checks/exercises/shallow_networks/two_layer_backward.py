"""Exercise ``two_layer_backward``."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import (
    X_GATE,
    bits,
    labels,
    logits,
    plain_sigmoid,
    printed,
    size,
)
from course_lib.checks.exercises.shallow_networks._inputs import (
    SMALL_PARAMS,
    X_SMALL,
    XOR_PARAMS,
    Y_SMALL,
    Y_XOR,
    Params,
    network,
    params_and_examples,
)
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.shallow_networks import two_layer_backward, two_layer_forward


def pass_of(label: str, params: Params, X: np.ndarray, Y: np.ndarray) -> Case:
    """Make the case of one backward pass, with the cache that belongs to it."""
    return case(label, params, two_layer_forward(params, X), X, Y)


def hidden(rng: Generator) -> Iterator[Case]:
    n, h, m = size(rng, 2, 4), size(rng, 5, 6), size(rng, 7, 9)
    for label, shape, examples in (
        ("several examples", (n, h, 1), m),
        ("several output units", (n, h, 3), m),
        ("a batch of one example (m = 1)", (n, h, 1), 1),
        ("a single hidden unit", (n, 1, 2), m),
        ("as many examples as hidden units", (n, h, 1), h),
        ("a square network", (3, 3, 3), 3),
    ):
        X = logits(rng, shape[0], examples, scale=1.0)
        Y = labels(rng, shape[2], examples)
        yield pass_of(label, network(rng, *shape), X, Y)
    X, Y = rng.integers(-2, 3, (2, m)), labels(rng, 1, m).astype(int)
    yield pass_of("data and labels given as whole numbers", network(rng, 2, 3, 1), X, Y)


def row_sums(dZ):
    return dZ.sum(axis=1, keepdims=True)


PARTS: dict[str, Callable[..., Any]] = {
    "dZ2": lambda A2, Y, m: (A2 - Y) / m,
    "dW": lambda dZ, A, m: dZ @ A.T,
    "db": lambda dZ, m: row_sums(dZ),
    "dA1": lambda W2, dZ2: W2.T @ dZ2,
    "dZ1": lambda dA1, Z1, A1: dA1 * A1 * (1 - A1),
}


def with_parts(**other: Callable[..., Any]) -> Callable[..., dict[str, Any]]:
    """Make an implementation that differs from the right one in the given parts."""
    part = PARTS | other

    def function(params, cache, X, Y):
        m = X.shape[1]
        dZ2 = part["dZ2"](cache["A2"], Y, m)
        dA1 = part["dA1"](params["W2"], dZ2)
        dZ1 = part["dZ1"](dA1, cache["Z1"], cache["A1"])
        return {
            "dZ2": dZ2,
            "dW2": part["dW"](dZ2, cache["A1"], m),
            "db2": part["db"](dZ2, m),
            "dA1": dA1,
            "dZ1": dZ1,
            "dW1": part["dW"](dZ1, X, m),
            "db1": part["db"](dZ1, m),
        }

    return function


right = with_parts()


def by_examples(params, cache, X, Y):
    m = X.shape[1]
    total = {f"d{name}": np.zeros(value.shape) for name, value in params.items()}
    columns = []
    for k in range(m):
        one = {name: value[:, [k]] for name, value in cache.items()}
        grads = right(params, one, X[:, [k]], Y[:, [k]])
        for name in total:
            total[name] += grads[name] / m
        columns.append(grads)
    parts = {
        name: np.hstack([grads[name] for grads in columns]) / m for name in ("dZ2", "dA1", "dZ1")
    }
    return total | parts


def chained(params, cache, X, Y):
    A1, A2, m = cache["A1"], cache["A2"], X.shape[1]
    dA2 = ((1 - Y) / (1 - A2) - Y / A2) / m
    dZ2 = dA2 * A2 * (1 - A2)
    dA1 = np.dot(params["W2"].T, dZ2)
    S = 1 / (1 + np.exp(-cache["Z1"]))
    dZ1 = np.multiply(dA1, S - S**2)
    return {
        "dA2": dA2,
        "dZ2": dZ2,
        "dW2": np.dot(dZ2, A1.T),
        "db2": np.sum(dZ2, axis=1).reshape(-1, 1),
        "dA1": dA1,
        "dZ1": dZ1,
        "dW1": np.dot(dZ1, X.T),
        "db1": np.sum(dZ1, axis=1)[:, None],
    }


def with_einsum(params, cache, X, Y):
    A1, m = cache["A1"], X.shape[1]
    dZ2 = np.subtract(cache["A2"], Y) * (1 / m)
    dA1 = np.einsum("ij,ik->jk", params["W2"], dZ2)
    dZ1 = dA1 * (A1 - A1 * A1)
    return {
        "dZ2": dZ2,
        "dA1": dA1,
        "dZ1": dZ1,
        "dW2": np.einsum("ik,jk->ij", dZ2, A1),
        "dW1": np.einsum("ik,jk->ij", dZ1, X),
        "db2": dZ2 @ np.ones((m, 1)),
        "db1": dZ1 @ np.ones((m, 1)),
    }


def row_by_row(params, cache, X, Y):
    grads = right(params, cache, X, Y)
    for layer, A in (("1", X), ("2", cache["A1"])):
        dZ = grads["dZ" + layer]
        grads["dW" + layer] = np.array([(dz * A).sum(axis=1) for dz in dZ])
        grads["db" + layer] = np.array([[dz.sum()] for dz in dZ])
    return grads


def losses_first(params, cache, X, Y):
    m, error = X.shape[1], cache["A2"] - Y
    back = params["W2"].T @ error
    inner = back / (2 + np.exp(cache["Z1"]) + np.exp(-cache["Z1"]))
    return {
        "dZ2": error / m,
        "dW2": error @ cache["A1"].T / m,
        "db2": error.mean(axis=1, keepdims=True),
        "dA1": back / m,
        "dZ1": inner / m,
        "dW1": inner @ X.T / m,
        "db1": inner.mean(axis=1, keepdims=True),
    }


def in_place(params, cache, X, Y):
    A2 = cache["A2"]
    A2 -= Y
    A2 /= X.shape[1]
    return right(params, cache | {"A2": A2 * X.shape[1] + Y}, X, Y)


def inputs(rng: Generator) -> Case:
    params, X = params_and_examples(rng)
    return pass_of("sample", params, X, bits(rng, len(params["W2"]), X.shape[1]))


def db1_over_units(params, cache, X, Y):
    grads = right(params, cache, X, Y)
    return grads | {"db1": grads["dZ1"].sum(axis=0, keepdims=True)}


EXERCISE = Exercise(
    name="two_layer_backward",
    chapter="shallow_networks",
    equation="two-layer-backward",
    quantity="the dict of gradients",
    reference=two_layer_backward,
    visible=(
        pass_of("the XOR network on its four examples", XOR_PARAMS, X_GATE, Y_XOR),
        pass_of("three features, five examples, with biases", SMALL_PARAMS, X_SMALL, Y_SMALL),
        pass_of("one example", SMALL_PARAMS, X_SMALL[:, :1], Y_SMALL[:, :1]),
        pass_of(
            "a single hidden unit, two output units",
            {
                "W1": np.array([[1.0, -2.0]]),
                "b1": np.array([[0.5]]),
                "W2": np.array([[2.0], [-1.0]]),
                "b2": np.array([[0.0], [1.0]]),
            },
            np.array([[1.0, 0.0], [2.0, -1.0]]),
            np.array([[1.0, 0.0], [0.0, 1.0]]),
        ),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "not-averaged",
            with_parts(dZ2=lambda A2, Y, m: A2 - Y),
            "The factor 1/m is missing from dZ2, and so from everything behind it.",
            "dZ2 is the gradient of the mean cost: (A2 - Y) / m.",
        ),
        Mistake(
            "divided-twice",
            with_parts(
                dW=lambda dZ, A, m: dZ @ A.T / m,
                db=lambda dZ, m: row_sums(dZ) / m,
            ),
            "You divided by m in dZ2 and once more in dW and db.",
            "The 1/m enters once, in dZ2; everything behind inherits it.",
        ),
        Mistake(
            "one-over-m-only-later",
            with_parts(
                dZ2=lambda A2, Y, m: A2 - Y,
                dW=lambda dZ, A, m: dZ @ A.T / m,
                db=lambda dZ, m: row_sums(dZ) / m,
            ),
            "dW and db are right, but your dZ and dA belong to each loss, not to the cost.",
            "In this course the 1/m is inside dZ2; then nothing behind it needs a division.",
        ),
        Mistake(
            "mean-in-db",
            with_parts(db=lambda dZ, m: row_sums(dZ) / m),
            "You averaged dZ to get db, which divides by m again.",
            "Add up dZ over the examples: its 1/m is already inside.",
        ),
        Mistake(
            "averaged-over-output-units",
            with_parts(dZ2=lambda A2, Y, m: (A2 - Y) / Y.size),
            "You divided by the number of all entries of Y.",
            "m is the number of examples, Y.shape[1]; output units are added up.",
        ),
        Mistake(
            "averaged-over-features",
            lambda params, cache, X, Y: with_parts(dZ2=lambda A2, Y, m: (A2 - Y) / X.shape[0])(
                params, cache, X, Y
            ),
            "You divided by the number of features.",
            "m is the number of columns, X.shape[1].",
        ),
        Mistake(
            "sign-flipped",
            with_parts(dZ2=lambda A2, Y, m: (Y - A2) / m),
            "All gradients have the wrong sign: you started from Y - A2.",
            "Where A2 is too large the cost grows with Z2: dZ2 is A2 - Y over m.",
        ),
        Mistake(
            "squared-error-gradient",
            with_parts(dZ2=lambda A2, Y, m: (A2 - Y) * A2 * (1 - A2) / m),
            "You multiplied dZ2 by A2(1 - A2), as for the squared error.",
            "With the cross-entropy this factor cancels.",
        ),
        Mistake(
            "hidden-derivative-missing",
            with_parts(dZ1=lambda dA1, Z1, A1: dA1),
            "dZ1 equals dA1: the derivative of the hidden sigmoid is missing.",
            "On the way back through the sigmoid, multiply by its slope.",
        ),
        Mistake(
            "sigmoid-of-a-sigmoid",
            with_parts(dZ1=lambda dA1, Z1, A1: dA1 * plain_sigmoid(A1) * (1 - plain_sigmoid(A1))),
            "The derivative of the hidden sigmoid was taken at A1 instead of Z1.",
            "A1 is the output of the sigmoid already: its slope is A1 * (1 - A1).",
        ),
        Mistake(
            "slope-from-z",
            with_parts(dZ1=lambda dA1, Z1, A1: dA1 * Z1 * (1 - Z1)),
            "You used Z1(1 - Z1) as the slope of the sigmoid.",
            "The slope is a(1 - a) of the output, so use A1.",
        ),
        Mistake(
            "activation-instead-of-slope",
            with_parts(dZ1=lambda dA1, Z1, A1: dA1 * A1),
            "You multiplied dA1 by A1, not by the slope of the sigmoid.",
            "The slope is A1 * (1 - A1).",
        ),
        Mistake(
            "relu-mask",
            with_parts(dZ1=lambda dA1, Z1, A1: dA1 * (Z1 > 0)),
            "You used the derivative of ReLU in the hidden layer.",
            "The hidden units are sigmoids: the slope is A1 * (1 - A1).",
        ),
        Mistake(
            "tanh-slope",
            with_parts(dZ1=lambda dA1, Z1, A1: dA1 * (1 - A1**2)),
            "You used the derivative of tanh in the hidden layer.",
            "The hidden units are sigmoids: the slope is A1 * (1 - A1).",
        ),
        Mistake(
            "db-lost-its-axis",
            with_parts(db=lambda dZ, m: dZ.sum(axis=1)),
            "db1 and db2 have lost an axis.",
            "Add keepdims=True, so that db has the shape of b.",
        ),
        Mistake(
            "db-one-number",
            with_parts(db=lambda dZ, m: np.sum(dZ)),
            "You added up dZ over units as well as examples.",
            "Each unit has a bias of its own: sum along axis 1, with keepdims=True.",
        ),
        Mistake(
            "db-over-units",
            with_parts(db=lambda dZ, m: dZ.sum(axis=0, keepdims=True)),
            "You added up dZ over the units.",
            "Add over the examples, which is axis 1.",
        ),
        Mistake(
            "dw-transposed",
            with_parts(dW=lambda dZ, A, m: A @ dZ.T),
            "dW1 and dW2 are transposed.",
            "dW has the shape of W: dZ @ A_prev.T.",
        ),
        Mistake(
            "overwrites-the-cache",
            in_place,
            "You changed an array of the cache in place.",
            "`A2 - Y` makes a new array; `A2 -= Y` overwrites the old one.",
        ),
        Mistake(
            "brackets-of-the-slope-missing",
            with_parts(dZ1=lambda dA1, Z1, A1: dA1 * A1 * 1 - A1),
            "`A1 * 1 - A1` subtracts at the end: brackets are missing.",
            "Write A1 * (1 - A1).",
        ),
        Mistake(
            "only-labels-divided",
            with_parts(dZ2=lambda A2, Y, m: A2 - Y / m),
            "You divided Y alone by m: brackets are missing.",
            "Write (A2 - Y) / m.",
        ),
        Mistake(
            "complement-instead-of-slope",
            with_parts(dZ1=lambda dA1, Z1, A1: dA1 * (1 - A1)),
            "The slope of the hidden units lacks a factor A1.",
            "The slope of the sigmoid is A1 (1 - A1).",
        ),
        Mistake(
            "db1-over-units",
            db1_over_units,
            "db1 is summed over the units.",
            "Sum over the examples: axis=1.",
        ),
    ),
    alternatives=(
        Alternative("seven lines", right),
        Alternative("one example at a time", by_examples),
        Alternative("chain rule in full", chained),
        Alternative("einsum and products with ones", with_einsum),
        Alternative("row by row", row_by_row),
        Alternative("losses first, divided at the end", losses_first),
        Alternative("prints", lambda *arguments: printed(right(*arguments))),
    ),
)
