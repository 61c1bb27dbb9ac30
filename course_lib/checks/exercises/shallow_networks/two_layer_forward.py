"""Exercise ``two_layer_forward``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import X_GATE, logits, plain_sigmoid, printed, size
from course_lib.checks.exercises.shallow_networks._inputs import (
    SMALL_PARAMS,
    X_SMALL,
    XOR_PARAMS,
    network,
    params_and_examples,
)
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.shallow_networks import two_layer_forward


def hidden(rng: Generator) -> Iterator[Case]:
    n, h, m = size(rng, 2, 4), size(rng, 5, 6), size(rng, 7, 9)
    yield case("several examples", network(rng, n, h, 1), logits(rng, n, m))
    yield case("several output units", network(rng, n, h, 3), logits(rng, n, m))
    yield case("a batch of one example (m = 1)", network(rng, n, h, 1), logits(rng, n, 1))
    yield case("a single hidden unit", network(rng, n, 1, 2), logits(rng, n, m))
    yield case("as many examples as hidden units", network(rng, n, h, 1), logits(rng, n, h))
    yield case("a square network", network(rng, 3, 3, 3), logits(rng, 3, 3))
    params = {
        name: rng.integers(-2, 3, value.shape) for name, value in network(rng, 2, 3, 1).items()
    }
    params["b1"][0], params["b2"][0] = 1, -1
    yield case("whole numbers", params, rng.integers(-2, 3, (2, m)))


def answer(params, X, activation=plain_sigmoid, output=plain_sigmoid, b1=1.0, b2=1.0, **_):
    """Give the right answer, with some parts replaced."""
    Z1 = params["W1"] @ X + b1 * params["b1"]
    A1 = activation(Z1)
    Z2 = params["W2"] @ A1 + b2 * params["b2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": output(Z2)}


def with_parts(**other):
    """Make an implementation that differs from the right one in the given parts."""
    return lambda params, X: answer(params, X, **other)


def in_buffer(params, X):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = Z1
    A1[:] = plain_sigmoid(Z1)
    Z2 = params["W2"] @ A1 + params["b2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": plain_sigmoid(Z2)}


def second_layer_sees(choose):
    """Feed the second layer with something made of Z1 and A1."""

    def function(params, X):
        right = answer(params, X)
        Z2 = params["W2"] @ choose(right["Z1"], right["A1"]) + params["b2"]
        return right | {"Z2": Z2, "A2": plain_sigmoid(Z2)}

    return function


def by_columns(params, X):
    columns = [answer(params, X[:, [k]]) for k in range(X.shape[1])]
    return {name: np.hstack([column[name] for column in columns]) for name in columns[0]}


def by_loops(params, X):
    def layer(W, A, b):
        Z = np.zeros((W.shape[0], A.shape[1]))
        for i in range(W.shape[0]):
            for k in range(A.shape[1]):
                Z[i, k] = sum(W[i, j] * A[j, k] for j in range(W.shape[1])) + b[i, 0]
        return Z

    Z1 = layer(params["W1"], X, params["b1"])
    A1 = plain_sigmoid(Z1)
    Z2 = layer(params["W2"], A1, params["b2"])
    return {"A1": A1, "A2": plain_sigmoid(Z2), "Z1": Z1, "Z2": Z2}


def by_einsum(params, X):
    Z1 = np.einsum("ij,jk->ik", params["W1"], X) + params["b1"]
    A1 = 0.5 * (1 + np.tanh(Z1 / 2))
    Z2 = np.einsum("ij,jk->ik", params["W2"], A1) + params["b2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": np.exp(-np.logaddexp(0, -Z2))}


def bias_as_weight(params, X):
    ones = np.ones((1, X.shape[1]))
    Z1 = np.hstack([params["W1"], params["b1"]]) @ np.vstack([X, ones])
    A1 = plain_sigmoid(Z1)
    Z2 = np.hstack([params["W2"], params["b2"]]) @ np.vstack([A1, ones])
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": plain_sigmoid(Z2)}


def through_rows(params, X):
    Z1 = (X.T @ params["W1"].T + params["b1"].T).T
    A1 = plain_sigmoid(Z1)
    Z2 = (A1.T @ params["W2"].T + params["b2"].T).T
    return {"A0": X, "Z1": Z1, "A1": A1, "Z2": Z2, "A2": plain_sigmoid(Z2)}


def averaged_over_units(params, X):
    n = len(params["W1"])
    return answer(params | {"W2": params["W2"] / n}, X)


def one_output_bias(params, X):
    return answer(params | {"b2": params["b2"][:1]}, X)


EXERCISE = Exercise(
    name="two_layer_forward",
    chapter="shallow_networks",
    equation="two-layer-forward",
    quantity="the dict of Z1, A1, Z2, A2",
    reference=two_layer_forward,
    visible=(
        case("the XOR network on its four examples", XOR_PARAMS, X_GATE),
        case("three features, five examples, with biases", SMALL_PARAMS, X_SMALL),
        case("one example", SMALL_PARAMS, X_SMALL[:, :1]),
        case(
            "a single hidden unit, two output units, whole numbers",
            {
                "W1": np.array([[0, -2]]),
                "b1": np.array([[1]]),
                "W2": np.array([[2], [-1]]),
                "b2": np.array([[0], [1]]),
            },
            np.array([[0, 1], [1, 2]]),
        ),
    ),
    hidden=hidden,
    inputs=params_and_examples,
    mistakes=(
        Mistake(
            "hidden-bias-missing",
            with_parts(b1=0.0),
            "The bias of the hidden layer was not added.",
            "Z1 = W1 @ X + b1.",
        ),
        Mistake(
            "output-bias-missing",
            with_parts(b2=0.0),
            "The bias of the output layer was not added.",
            "Z2 = W2 @ A1 + b2.",
        ),
        Mistake(
            "both-biases-missing",
            with_parts(b1=0.0, b2=0.0),
            "Neither bias was added.",
            "Each layer adds its own bias to its weighted sums.",
        ),
        Mistake(
            "hidden-sigmoid-missing",
            with_parts(activation=lambda Z: Z),
            "The hidden layer has no sigmoid: A1 equals Z1.",
            "Without a curve in between, two layers are no more than one.",
        ),
        Mistake(
            "second-layer-sees-z1",
            second_layer_sees(lambda Z1, A1: Z1),
            "The second layer was fed with Z1.",
            "Its input is what the hidden layer puts out: A1.",
        ),
        Mistake(
            "hidden-sigmoid-twice",
            second_layer_sees(lambda Z1, A1: plain_sigmoid(A1)),
            "A1 went through the sigmoid a second time.",
            "Z2 is made of A1 itself.",
        ),
        Mistake(
            "output-sigmoid-missing",
            with_parts(output=lambda Z: Z),
            "The output has no sigmoid: A2 equals Z2.",
            "A2 holds probabilities: pass Z2 through the sigmoid.",
        ),
        Mistake(
            "predictions-instead-of-probabilities",
            with_parts(output=lambda Z: (Z > 0) * 1.0),
            "A2 holds predicted labels.",
            "Return the probabilities; the threshold comes later.",
        ),
        Mistake(
            "hidden-relu",
            with_parts(activation=lambda Z: np.maximum(Z, 0)),
            "The hidden layer uses ReLU.",
            "In this exercise both layers use the sigmoid.",
        ),
        Mistake(
            "hidden-tanh",
            with_parts(activation=np.tanh),
            "The hidden layer uses tanh.",
            "In this exercise both layers use the sigmoid.",
        ),
        Mistake(
            "z1-overwritten",
            in_buffer,
            "Z1 holds the activations: it was overwritten while A1 was computed.",
            "Keep Z1 and A1 in separate arrays; `A1 = Z1` makes no copy.",
        ),
        Mistake(
            "softmax-output",
            with_parts(output=lambda Z: np.exp(Z) / np.exp(Z).sum(axis=0)),
            "The output layer uses softmax.",
            "Each output unit answers yes or no by itself: use the sigmoid.",
        ),
        Mistake(
            "sign-of-exponent",
            with_parts(activation=lambda Z: plain_sigmoid(-Z), output=lambda Z: plain_sigmoid(-Z)),
            "The exponent of the sigmoid has the wrong sign.",
            "The sigmoid is 1 / (1 + e^(-z)) and grows with z.",
        ),
        Mistake(
            "averaged-over-hidden-units",
            averaged_over_units,
            "You divided the sum over the hidden units by their number.",
            "Z2 = W2 A1 + b2: the sum is no mean.",
        ),
        Mistake(
            "first-output-bias-for-all",
            one_output_bias,
            "You used the first output bias for all outputs.",
            "Add b2 as the column that it is.",
        ),
        Mistake(
            "sigmoid-without-brackets",
            with_parts(activation=lambda Z: 1 + np.exp(-Z), output=lambda Z: 1 + np.exp(-Z)),
            "`1 / 1 + np.exp(-Z)` divides 1 by 1.",
            "Put brackets around 1 + np.exp(-Z).",
        ),
    ),
    alternatives=(
        Alternative("four lines", with_parts()),
        Alternative("one example at a time", by_columns),
        Alternative("three loops", by_loops),
        Alternative("einsum, tanh, logaddexp", by_einsum),
        Alternative("bias as one more weight", bias_as_weight),
        Alternative("transposed, one key more", through_rows),
        Alternative("prints", lambda params, X: printed(answer(params, X))),
    ),
)
