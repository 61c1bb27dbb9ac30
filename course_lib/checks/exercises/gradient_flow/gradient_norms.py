"""Exercise ``gradient_norms``."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
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
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.gradient_flow import gradient_norms

HIDDEN = ("sigmoid", "tanh", "relu")


def network(rng: Generator, widths: Sequence[int]) -> dict[str, np.ndarray]:
    """Draw the parameters of a network; widths from the input to the output."""
    params = {}
    for layer, (n_in, n_out) in enumerate(pairwise(widths), start=1):
        params[f"W{layer}"] = logits(rng, n_out, n_in, scale=0.8)
        params[f"b{layer}"] = logits(rng, n_out, 1, scale=0.5)
    return params


def drawn(label: str, rng: Generator, widths: Sequence[int], m: int, *hidden: str) -> Case:
    """Draw a network with these hidden activations, inputs and labels."""
    # Small inputs: a probability of exactly 0 or 1 would leave one right way 0 by 0.
    X, Y = logits(rng, widths[0], m, scale=1.0), labels(rng, widths[-1], m)
    return case(label, network(rng, widths), X, Y, [*hidden, "sigmoid"])


def through_the_kink(rng: Generator) -> Case:
    """Draw a ReLU layer without bias, whose first example lies exactly on the kink."""
    params = network(rng, (2, 4, 1))
    params["b1"] = np.zeros((4, 1))
    return case(
        "ReLU units at exactly 0",
        params,
        X_GATE,
        np.array([[0.0, 1.0, 1.0, 0.0]]),
        ["relu", "sigmoid"],
    )


def hidden(rng: Generator) -> Iterator[Case]:
    m = size(rng, 4, 7)
    for name in HIDDEN:
        yield drawn(f"one hidden layer of {name} units", rng, (2, 5, 1), m, name)
    mixed = [str(name) for name in rng.permutation(HIDDEN)]
    yield drawn("three kinds of hidden layers", rng, (3, 6, 5, 4, 1), m, *mixed)
    yield drawn("a batch of one example (m = 1)", rng, (3, 4, 3, 1), 1, "tanh", "sigmoid")
    yield drawn("several output units", rng, (2, 4, 3), m, "tanh")
    yield drawn("no hidden layer", rng, (3, 1), m)
    yield drawn("all layers equally wide", rng, (3, 3, 3, 3), 5, "sigmoid", "tanh")
    yield through_the_kink(rng)


SLOPES: dict[str, Callable[[Any], Any]] = {
    "sigmoid": lambda Z: plain_sigmoid(Z) * (1 - plain_sigmoid(Z)),
    "tanh": lambda Z: 1 - np.tanh(Z) ** 2,
    "relu": lambda Z: (Z > 0) * 1.0,
}
CURVES: dict[str, Callable[[Any], Any]] = {
    "sigmoid": plain_sigmoid,
    "tanh": np.tanh,
    "relu": lambda Z: np.maximum(Z, 0),
}
frobenius = np.linalg.norm


def answer(
    measure=frobenius,
    at_output=lambda Z, A, Y: (A - Y) / Y.shape[1],
    slope=lambda name, Z, A: SLOPES[name](Z),
    back=lambda W, dZ: W.T @ dZ,
    of=lambda dZ, A_prev: dZ,
    shift=0,
):
    """Make an answer of its parts; each mistake replaces one."""

    def function(params, X, Y, activations):
        Z, A = {}, {0: X}
        for k, name in enumerate(activations, start=1):
            Z[k] = params[f"W{k}"] @ A[k - 1] + params[f"b{k}"]
            A[k] = CURVES[name](Z[k])
        depth = len(activations)
        dZ, norms = at_output(Z[depth], A[depth], Y), []
        for k in range(depth, 0, -1):
            norms.insert(0, measure(of(dZ, A[k - 1])))
            if k > 1:
                name = activations[k - 2 + shift]
                dZ = back(params[f"W{k}"], dZ) * slope(name, Z[k - 1], A[k - 1])
        return np.array(norms)

    return function


right = answer()


def from_the_outputs(params, X, Y, activations):
    outputs = [X]
    for k, name in enumerate(activations):
        outputs.append(CURVES[name](params[f"W{k + 1}"] @ outputs[-1] + params[f"b{k + 1}"]))
    dZ = (outputs.pop() - Y) / Y.shape[1]
    norms = [np.sqrt(np.sum(dZ**2))]
    for k in range(len(activations) - 1, 0, -1):
        A, name = outputs.pop(), activations[k - 1]
        slope = {"sigmoid": A * (1 - A), "tanh": 1 - A * A, "relu": np.sign(A)}[name]
        dZ = np.dot(params[f"W{k + 1}"].T, dZ) * slope
        norms.append(np.sqrt(np.sum(dZ**2)))
    return np.array(norms[::-1])


def one_example_at_a_time(params, X, Y, activations):
    squares = np.zeros(len(activations))
    for i in range(X.shape[1]):
        of_one = right(params, X[:, [i]], Y[:, [i]], activations)
        squares += (of_one / X.shape[1]) ** 2
    return np.sqrt(squares)


def by_recursion(params, X, Y, activations):
    def visit(k, A_prev):
        Z = params[f"W{k}"] @ A_prev + params[f"b{k}"]
        A = CURVES[activations[k - 1]](Z)
        if k == len(activations):
            dZ, later = (A - Y) / Y.shape[1], []
        else:
            dA, later = visit(k + 1, A)
            dZ = dA * SLOPES[activations[k - 1]](Z)
        return params[f"W{k}"].T @ dZ, [np.linalg.norm(dZ), *later]

    return np.array(visit(1, X)[1])


def through_probabilities(Z, A, Y):
    dA = (A - Y) / (A * (1 - A)) / Y.shape[1]
    return dA * A * (1 - A)


def inputs(rng: Generator) -> tuple:
    depth, m = int(rng.integers(1, 6)), int(rng.integers(1, 7))
    widths = rng.integers(1, 6, depth + 1)
    params = {}
    for layer in range(1, depth + 1):
        params[f"W{layer}"] = rng.normal(size=(widths[layer], widths[layer - 1]))
        params[f"b{layer}"] = rng.normal(size=(widths[layer], 1))
    activations = [str(name) for name in rng.choice(["sigmoid", "tanh", "relu"], depth - 1)]
    X, Y = rng.normal(size=(widths[0], m)), bits(rng, widths[-1], m)
    return params, X, Y, [*activations, "sigmoid"]


def before_the_slope(params, X, Y, activations):
    found = []
    answer(back=lambda W, dZ: (found.append(np.linalg.norm(W.T @ dZ)), W.T @ dZ)[1])(
        params, X, Y, activations
    )
    return np.array([*found[::-1], right(params, X, Y, activations)[-1]])


def all_sigmoid(params, X, Y, activations):
    return right(params, X, Y, ["sigmoid"] * len(activations))


def relu_not_known(params, X, Y, activations):
    return right(params, X, Y, ["sigmoid" if name == "relu" else name for name in activations])


def divided_at_each_layer(params, X, Y, activations):
    return answer(back=lambda W, dZ: W.T @ dZ / X.shape[1])(params, X, Y, activations)


def slopes_of_the_last(params, X, Y, activations):
    Z = {}
    slope = answer(slope=lambda name, _, A: SLOPES[name](Z["last"]))
    A = X
    for k, name in enumerate(activations, start=1):
        Z["last"] = params[f"W{k}"] @ A + params[f"b{k}"]
        A = CURVES[name](Z["last"])
    return slope(params, X, Y, activations)


EXERCISE = Exercise(
    name="gradient_norms",
    chapter="gradient_flow",
    equation="gradient-norms",
    quantity="the array of norms of dZ",
    reference=gradient_norms,
    visible=(
        case(
            "the 2-3-1 network on XOR",
            {
                "W1": np.array([[0.1, 0.6], [0.2, 0.4], [0.3, 0.7]]),
                "b1": np.zeros((3, 1)),
                "W2": np.array([[0.1, 0.4, 0.9]]),
                "b2": np.zeros((1, 1)),
            },
            X_GATE,
            np.array([[0.0, 1.0, 1.0, 0.0]]),
            ["sigmoid", "sigmoid"],
        ),
        drawn(
            "tanh, then ReLU, then two output units, three examples",
            np.random.default_rng(3),
            (2, 3, 4, 2),
            3,
            "tanh",
            "relu",
        ),
        drawn("one neuron", np.random.default_rng(4), (2, 1), 5),
        drawn(
            "three layers of three units",
            np.random.default_rng(5),
            (3, 3, 3, 3),
            4,
            "sigmoid",
            "tanh",
        ),
        drawn("one example", np.random.default_rng(6), (2, 2, 1), 1, "tanh"),
        through_the_kink(np.random.default_rng(7)),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "last-layer-first",
            lambda *args: right(*args)[::-1],
            "The norms run from the output back.",
            "Return the first layer first: turn the list around at the end.",
        ),
        Mistake(
            "not-averaged",
            answer(at_output=lambda Z, A, Y: A - Y),
            "The 1/m is missing at the output.",
            "The cost is a mean over the m columns, so dZ of the output is (A - Y) / m.",
        ),
        Mistake(
            "output-slope-doubled",
            answer(at_output=lambda Z, A, Y: (A - Y) / Y.shape[1] * A * (1 - A)),
            "You multiplied by the slope of the output sigmoid once more.",
            "A sigmoid with binary cross-entropy gives (A - Y) / m, its slope is inside.",
        ),
        Mistake(
            "slope-missing",
            answer(slope=lambda name, Z, A: 1.0),
            "The derivative of the activation is missing.",
            "dZ is the gradient by A, times the slope at Z, entry by entry.",
        ),
        Mistake(
            "slope-of-the-output",
            answer(slope=lambda name, Z, A: SLOPES[name](A)),
            "You took the slope at A instead of Z.",
            "The slope belongs where the activation was applied: at Z.",
        ),
        Mistake(
            "always-sigmoid",
            answer(slope=lambda name, Z, A: SLOPES["sigmoid"](Z)),
            "You used the slope of the sigmoid in every layer.",
            "Look up the slope by the layer's name in activations.",
        ),
        Mistake(
            "activation-of-the-next-layer",
            answer(shift=1),
            "You took the slope of the next layer's activation.",
            "activations[0] belongs to layer 1.",
        ),
        Mistake(
            "slope-one-at-zero",
            answer(slope=lambda name, Z, A: (Z >= 0) * 1.0 if name == "relu" else SLOPES[name](Z)),
            "Your ReLU has the slope 1 at exactly 0.",
            "Our convention is the slope 0 there: Z > 0.",
        ),
        Mistake(
            "weights-not-transposed",
            answer(back=lambda W, dZ: W @ dZ),
            "You went back through W instead of its transpose.",
            "Use W.T: it has one row for each unit of the layer before.",
        ),
        Mistake(
            "spectral-norm",
            answer(measure=lambda dZ: np.linalg.norm(dZ, 2)),
            "You took the spectral norm of dZ.",
            "Here the Frobenius norm is asked: the root of the sum of all squares.",
        ),
        Mistake(
            "root-missing",
            answer(measure=lambda dZ: np.sum(dZ**2)),
            "The square root is missing.",
            "The Frobenius norm is the root of the sum of all squares.",
        ),
        Mistake(
            "root-mean-square",
            answer(measure=lambda dZ: np.sqrt(np.mean(dZ**2))),
            "You took the root of the mean of the squares.",
            "Take the sum of the squares, not their mean.",
        ),
        Mistake(
            "absolute-values",
            answer(measure=lambda dZ: np.abs(dZ).sum()),
            "You added absolute values.",
            "Add squares and take the root.",
        ),
        Mistake(
            "norm-of-dw",
            answer(of=lambda dZ, A_prev: dZ @ A_prev.T),
            "You measured dW.",
            "Measure dZ, before it is multiplied by the inputs of the layer.",
        ),
        Mistake(
            "divided-at-each-layer",
            divided_at_each_layer,
            "You divided by m again at every step back.",
            "The mean enters once, at the output layer.",
        ),
        Mistake(
            "all-sigmoid",
            all_sigmoid,
            "You ignore the list of activations: all are sigmoids.",
            "Look at activations[k] for each layer, forward and backward.",
        ),
        Mistake(
            "relu-not-known",
            relu_not_known,
            "Layers with ReLU are taken for sigmoids.",
            "The name is 'relu', in small letters.",
        ),
        Mistake(
            "measured-before-the-slope",
            before_the_slope,
            "You measured before you multiplied by the slope.",
            "dZ is W.T dZ times the slope: take the norm of that.",
        ),
        Mistake(
            "norm-of-each-example",
            lambda params, X, Y, activations: np.array(
                answer(measure=lambda dZ: np.linalg.norm(dZ, axis=0))(params, X, Y, activations)
            ),
            "You took a norm for each example.",
            "One norm for each layer: over all entries of dZ.",
        ),
        Mistake(
            "slope-at-z",
            answer(slope=lambda name, Z, A: Z * (1 - Z) if name == "sigmoid" else SLOPES[name](Z)),
            "The slope of the sigmoid is computed from Z.",
            "It is A (1 - A).",
        ),
        Mistake(
            "slopes-of-the-last-layer",
            slopes_of_the_last,
            "The slopes all come from the last layer.",
            "Keep Z or A of every layer, and use that of the layer itself.",
        ),
    ),
    alternatives=(
        Alternative("np.linalg.norm", right),
        Alternative("slopes from the outputs", from_the_outputs),
        Alternative("one example at a time", one_example_at_a_time),
        Alternative("recursion", by_recursion),
        Alternative(
            "einsum, printed",
            lambda *args: printed(
                answer(measure=lambda dZ: np.einsum("ij,ij->", dZ, dZ) ** 0.5)(*args)
            ),
        ),
        Alternative("through the probabilities", answer(at_output=through_probabilities)),
        Alternative("trace of a product", answer(measure=lambda dZ: np.sqrt(np.trace(dZ @ dZ.T)))),
    ),
)
