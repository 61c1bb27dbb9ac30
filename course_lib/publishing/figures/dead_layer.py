"""Sixteen ReLU units on two rings, and the bias that they start with."""

import numpy as np

from course_lib.binary_cross_entropy import bce_cost_from_logits
from course_lib.datasets import circles
from course_lib.publishing.figures import Figure, State
from course_lib.relu import dead_units, inactive_units, relu_backward
from course_lib.shallow_networks import LinearLayer, two_layer_backward, two_layer_forward
from course_lib.sigmoid_derivative import gradient_descent_update

UNITS = 16


def _first() -> dict[str, np.ndarray]:
    """Draw the weights that the chapter begins with."""
    rng = np.random.default_rng(0)
    W1 = LinearLayer(2, UNITS, "he", rng).params["W"]
    return {"W1": W1, "W2": LinearLayer(UNITS, 1, "xavier", rng).params["W"]}


def data() -> State:
    """Return the points, their labels and the first weights."""
    X, Y = circles(m=60)
    weights = {name: value.tolist() for name, value in _first().items()}
    return {"X": X.tolist(), "Y": Y.astype(int).tolist(), **weights}


def draw_state(rng: np.random.Generator) -> State:
    """Draw a bias, a rate and a number of epochs."""
    bias, rate = float(rng.integers(-12, 1)) / 4, float(rng.choice([0.5, 5.0]))
    return {"bias": bias, "rate": rate, "epochs": int(rng.integers(25))}


def expected(state: State) -> State:
    """Train from the bias, and see who is silent."""
    X, Y = circles(m=60)
    b1 = np.full((UNITS, 1), state["bias"])
    params = _first() | {"b1": b1, "b2": np.zeros((1, 1))}
    costs = []
    for epoch in range(state["epochs"] + 1):
        cache = two_layer_forward(params, X, hidden="relu")
        grads = two_layer_backward(params, cache, X, Y, hidden="relu")
        costs.append(bce_cost_from_logits(Y, cache["Z2"]))
        if epoch < state["epochs"]:
            params = gradient_descent_update(params, grads, state["rate"])
    Z1 = cache["Z1"]
    dZ1 = relu_backward(grads["dA1"], Z1)
    silent = {"inactive": inactive_units(Z1), "dead": dead_units(Z1)}
    return {**silent, "dZ1": dZ1, "A2": cache["A2"], "costs": costs}


FIGURE = Figure(draw_state, expected, data)
