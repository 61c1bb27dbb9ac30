"""Exercise ``train_logistic``."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import X_GATE, labels, logits, plain_sigmoid, size
from course_lib.checks.exercises.sigmoid_derivative._inputs import one_neuron
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.sigmoid_derivative import (
    gradient_descent_update,
    logistic_gradients,
    train_logistic,
)


def problem(label: str, rng: Generator, n: int, m: int, epochs: int, start: float = 0.5) -> Case:
    X, Y = logits(rng, n, m, scale=1.0), labels(rng, 1, m)
    W, b = logits(rng, 1, n, scale=start), logits(rng, 1, 1, scale=start)
    rate = float(np.round(rng.uniform(0.1, 0.6), 2))
    return case(label, X, Y, W, b, rate, epochs)


def hidden(rng: Generator) -> Iterator[Case]:
    n = size(rng, 2, 4)
    yield problem("several features and examples", rng, n, n + 4, 9)
    yield problem("a batch of one example (m = 1)", rng, n, 1, 5)
    yield problem("a single feature", rng, 1, 6, 4)
    yield problem("a single epoch", rng, n, 6, 1)
    yield problem("no epoch at all", rng, 2, 4, 0)
    yield problem("as many features as examples", rng, 3, 3, 6)
    yield problem("forty epochs", rng, 2, 12, 40)
    yield case(
        "data and labels given as whole numbers",
        X_GATE.astype(int),
        labels(rng, 1, 4).astype(int),
        logits(rng, 1, 2),
        logits(rng, 1, 1),
        0.5,
        3,
    )


def forward(W, b, X, Y):
    P = plain_sigmoid(W @ X + b)
    return P, float(-np.sum(np.log(np.where(Y == 1, P, 1 - P))) / X.shape[1])


def trainer(
    gradient: Callable[..., Any] = lambda P, Y, X: (P - Y) / X.shape[1],
    cost: Callable[..., Any] = lambda P, Y, X, right: right,
    bias: float = 1.0,
    direction: float = -1.0,
) -> Callable[..., Any]:
    """Make a training loop, right but for the parts given."""

    def function(X, Y, W, b, learning_rate, epochs, loss="bce"):
        costs = []
        for _ in range(epochs):
            P, right = forward(W, b, X, Y)
            costs.append(cost(P, Y, X, right))
            dZ = gradient(P, Y, X)
            W = W + direction * learning_rate * (dZ @ X.T)
            b = b + bias * direction * learning_rate * dZ.sum(axis=1, keepdims=True)
        return {"W": W, "b": b}, costs

    return function


right = trainer()


def one_epoch_more(X, Y, W, b, learning_rate, epochs, loss="bce"):
    return right(X, Y, W, b, learning_rate, epochs + 1)


def cost_after_the_update(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params, costs = right(X, Y, W, b, learning_rate, epochs)
    return params, [*costs[1:], forward(params["W"], params["b"], X, Y)[1]] if epochs else []


def cost_before_and_at_the_end(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params, costs = right(X, Y, W, b, learning_rate, epochs)
    return params, [*costs, forward(params["W"], params["b"], X, Y)[1]]


def starts_from_zero(X, Y, W, b, learning_rate, epochs, loss="bce"):
    return right(X, Y, np.zeros(W.shape), np.zeros(b.shape), learning_rate, epochs)


def in_place(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        P, cost = forward(W, b, X, Y)
        costs.append(cost)
        dZ = (P - Y) / X.shape[1]
        W -= learning_rate * (dZ @ X.T)
        b -= learning_rate * dZ.sum(axis=1, keepdims=True)
    return {"W": W, "b": b}, costs


def one_example_at_a_time(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        costs.append(forward(W, b, X, Y)[1])
        for k in range(X.shape[1]):
            dZ = plain_sigmoid(W @ X[:, k : k + 1] + b) - Y[:, k : k + 1]
            W = W - learning_rate * dZ @ X[:, k : k + 1].T
            b = b - learning_rate * dZ
    return {"W": W, "b": b}, costs


def bias_one_step_ahead(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs = []
    for _ in range(epochs):
        P, cost = forward(W, b, X, Y)
        costs.append(cost)
        W = W - learning_rate * ((P - Y) / X.shape[1]) @ X.T
        P = forward(W, b, X, Y)[0]
        b = b - learning_rate * np.sum(P - Y, axis=1, keepdims=True) / X.shape[1]
    return {"W": W, "b": b}, costs


def always_the_first_gradient(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs, dZ = [], (forward(W, b, X, Y)[0] - Y) / X.shape[1]
    for _ in range(epochs):
        costs.append(forward(W, b, X, Y)[1])
        W = W - learning_rate * dZ @ X.T
        b = b - learning_rate * dZ.sum(axis=1, keepdims=True)
    return {"W": W, "b": b}, costs


def returned_the_other_way(X, Y, W, b, learning_rate, epochs, loss="bce"):
    return right(X, Y, W, b, learning_rate, epochs)[::-1]


def by_loops(X, Y, W, b, learning_rate, epochs, loss="bce"):
    w, b0, costs, m = W[0].astype(float), float(b[0, 0]), np.zeros(epochs), X.shape[1]
    for epoch in range(epochs):
        dw, db = np.zeros(len(w)), 0.0
        for i in range(m):
            p = plain_sigmoid(np.dot(w, X[:, i]) + b0)
            costs[epoch] -= np.log(p if Y[0, i] == 1 else 1 - p) / m
            dw, db = dw + (p - Y[0, i]) * X[:, i], db + p - Y[0, i]
        w, b0 = w - learning_rate / m * dw, b0 - learning_rate / m * db
    return {"b": np.array([[b0]]), "W": w[None]}, costs


def with_earlier_functions(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params, costs = {"W": W, "b": b}, []
    for _ in range(epochs):
        found = logistic_gradients(params["W"], params["b"], X, Y)
        costs.append(found["cost"])
        params = gradient_descent_update(params, found, learning_rate)
    return params, costs


def with_a_dict(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params, costs = {"W": W.copy(), "b": b.copy()}, []
    while len(costs) < epochs:
        Z = params["W"] @ X + params["b"]
        costs.append(np.mean(np.logaddexp(0.0, Z) - Y * Z))
        dZ = (plain_sigmoid(Z) - Y) / Y.shape[1]
        grads = {"dW": np.dot(dZ, X.T), "db": np.sum(dZ, axis=1, keepdims=True)}
        params = {name: params[name] - learning_rate * grads["d" + name] for name in params}
    return params, costs


def bias_as_a_weight(X, Y, W, b, learning_rate, epochs, loss="bce"):
    X1, W1, costs = np.vstack([X, np.ones(X.shape[1])]), np.hstack([W, b]), []
    for _ in range(epochs):
        P = plain_sigmoid(W1 @ X1)
        costs.append(float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P))))
        W1 = W1 - learning_rate * np.mean((P - Y) * X1, axis=1)
    return {"W": W1[:, :-1], "b": W1[:, -1:]}, np.array(costs)


def recursive(X, Y, W, b, learning_rate, epochs, loss="bce"):
    if epochs == 0:
        return {"W": W, "b": b}, []
    params, costs = right(X, Y, W, b, learning_rate, 1)
    params, later = recursive(X, Y, params["W"], params["b"], learning_rate, epochs - 1)
    return params, costs + later


def on_a_copy_with_prints(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params, costs = in_place(X, Y, W.astype(float), b.astype(float), learning_rate, epochs)
    print("trained", epochs)
    return params, tuple(costs)


def inputs(rng: Generator) -> tuple:
    W, b, X, Y = one_neuron(rng)
    return X, Y, W, b, float(rng.uniform(0.01, 1.5)), int(rng.integers(0, 12))


def slowing(rate):
    """Make a training whose learning rate is another in each round."""

    def function(X, Y, W, b, learning_rate, epochs, loss="bce"):
        costs = []
        for k in range(epochs):
            P, cost = forward(W, b, X, Y)
            costs.append(cost)
            dZ = rate(learning_rate, k) * (P - Y) / X.shape[1]
            W, b = W - dZ @ X.T, b - dZ.sum(axis=1, keepdims=True)
        return {"W": W, "b": b}, costs

    return function


def stepping_from_the_start(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params, costs = right(X, Y, W, b, learning_rate, min(1, epochs))
    return params, costs * epochs


def gradient_of_the_start(X, Y, W, b, learning_rate, epochs, loss="bce"):
    costs, start = [], (W, b)
    dZ = learning_rate * (forward(*start, X, Y)[0] - Y) / X.shape[1]
    for _ in range(epochs):
        costs.append(forward(*start, X, Y)[1])
        W, b = W - dZ @ X.T, b - dZ.sum(axis=1, keepdims=True)
    return {"W": W, "b": b}, costs


def one_update_behind(X, Y, W, b, learning_rate, epochs, loss="bce"):
    _, costs = right(X, Y, W, b, learning_rate, epochs)
    return right(X, Y, W, b, learning_rate, max(0, epochs - 1))[0], costs


def last_cost_alone(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params, costs = right(X, Y, W, b, learning_rate, epochs)
    return params, costs[-1] if costs else None


EXERCISE = Exercise(
    name="train_logistic",
    chapter="sigmoid_derivative",
    equation="training-loop",
    quantity="(params, costs)",
    reference=train_logistic,
    visible=(
        case(
            "the OR gate, one epoch",
            X_GATE,
            np.array([[0.0, 1.0, 1.0, 1.0]]),
            np.array([[0.1, 0.6]]),
            np.array([[0.0]]),
            1.0,
            1,
        ),
        case(
            "the OR gate, five epochs",
            X_GATE,
            np.array([[0.0, 1.0, 1.0, 1.0]]),
            np.array([[0.1, 0.6]]),
            np.array([[0.0]]),
            0.5,
            5,
        ),
        case(
            "three features, two examples, no epoch",
            np.array([[1.0, 0.0], [0.5, -1.0], [0.0, 2.0]]),
            np.array([[1.0, 0.0]]),
            np.array([[0.2, -0.1, 0.4]]),
            np.array([[0.3]]),
            0.1,
            0,
        ),
        case(
            "one feature, one example, two epochs",
            np.array([[2.0]]),
            np.array([[1.0]]),
            np.array([[0.5]]),
            np.array([[0.0]]),
            1.0,
            2,
        ),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "cost-after-the-update",
            cost_after_the_update,
            "The costs were recorded after the updates.",
            "costs[k] is the cost before update k: record first, then update.",
        ),
        Mistake(
            "one-cost-too-many",
            cost_before_and_at_the_end,
            "There is one cost too many: the one after the last update.",
            "Record one cost an epoch, before its update.",
        ),
        Mistake(
            "one-epoch-more",
            one_epoch_more,
            "You ran one epoch too many.",
            "range(epochs) already counts from 0 to epochs - 1.",
        ),
        Mistake(
            "starts-from-zero",
            starts_from_zero,
            "Training started from zeros.",
            "Start from the W and b that you are given.",
        ),
        Mistake(
            "ascent",
            trainer(direction=1.0),
            "You added the gradient, so the cost rises.",
            "Subtract it: W - learning_rate * dW.",
        ),
        Mistake(
            "not-averaged",
            trainer(gradient=lambda P, Y, X: P - Y),
            "The factor 1/m is missing from the gradients.",
            "The cost is a mean, so dZ is (P - Y) / m.",
        ),
        Mistake(
            "squared-error-gradient",
            trainer(gradient=lambda P, Y, X: (P - Y) * P * (1 - P) / X.shape[1]),
            "The gradients are those of the squared error.",
            "With the cross-entropy the factor P(1 - P) cancels.",
        ),
        Mistake(
            "bias-not-trained",
            trainer(bias=0.0),
            "The bias was not updated.",
            "Subtract learning_rate * db from b as well.",
        ),
        Mistake(
            "costs-summed",
            trainer(cost=lambda P, Y, X, right: right * X.shape[1]),
            "The recorded costs are sums, not means.",
            "Divide by the number of examples.",
        ),
        Mistake(
            "costs-of-squared-error",
            trainer(cost=lambda P, Y, X, right: float(np.mean((P - Y) ** 2) / 2)),
            "The recorded costs are squared errors.",
            "Record the cross-entropy, which is what you descend on.",
        ),
        Mistake(
            "one-example-at-a-time",
            one_example_at_a_time,
            "You made one update an example.",
            "Full batch: one update an epoch, with the mean gradient.",
        ),
        Mistake(
            "bias-one-step-ahead",
            bias_one_step_ahead,
            "db was computed with the new W.",
            "Compute both gradients first, then update both parameters.",
        ),
        Mistake(
            "always-the-first-gradient",
            always_the_first_gradient,
            "The gradient was computed once and used in every epoch.",
            "Go forward and backward again in each epoch: the gradient changes.",
        ),
        Mistake(
            "changed-in-place",
            in_place,
            "You changed the W and b that you were given.",
            "Write W = W - step, not W -= step, or copy first.",
        ),
        Mistake(
            "costs-first",
            returned_the_other_way,
            "You returned the costs first.",
            "Return params, then costs.",
        ),
        Mistake(
            "rate-divided-by-the-round",
            slowing(lambda rate, k: rate / (k + 1)),
            "Your learning rate gets smaller from round to round.",
            "It is the same in every epoch.",
        ),
        Mistake(
            "rate-decays-slowly",
            slowing(lambda rate, k: rate / (1 + 0.01 * k)),
            "Your learning rate gets smaller from round to round.",
            "It is the same in every epoch.",
        ),
        Mistake(
            "rate-decays-by-powers",
            slowing(lambda rate, k: rate * 0.99**k),
            "Your learning rate gets smaller from round to round.",
            "It is the same in every epoch.",
        ),
        Mistake(
            "every-step-from-the-start",
            stepping_from_the_start,
            "Every round starts from the first parameters.",
            "Give each round what the one before has returned.",
        ),
        Mistake(
            "gradient-of-the-start",
            gradient_of_the_start,
            "The gradient and the cost are those of the first parameters in every round.",
            "Compute them inside the loop, with the present parameters.",
        ),
        Mistake(
            "one-update-behind",
            one_update_behind,
            "The parameters lack the last update.",
            "Return those after the last step, not those of the lowest recorded cost.",
        ),
        Mistake(
            "last-cost-alone",
            last_cost_alone,
            "You returned the last cost alone.",
            "Collect the costs in a list, one for each epoch.",
        ),
    ),
    alternatives=(
        Alternative("plain loop", right),
        Alternative("two loops over numbers", by_loops),
        Alternative("the functions written earlier", with_earlier_functions),
        Alternative("dict of parameters, logaddexp", with_a_dict),
        Alternative("bias as one more weight", bias_as_a_weight),
        Alternative("recursion", recursive),
        Alternative("in place on a copy, prints", on_a_copy_with_prints),
    ),
)
