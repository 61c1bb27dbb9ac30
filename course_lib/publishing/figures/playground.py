"""A network that the reader builds and trains, with a look into each of its layers."""

from collections.abc import Mapping
from functools import cache, partial
from itertools import pairwise

import numpy as np

from course_lib import datasets
from course_lib._validation import FloatArray
from course_lib.binary_cross_entropy import bce_cost_from_logits
from course_lib.publishing.figures import Figure, State
from course_lib.relu import dead_units, relu_prime, tanh_prime
from course_lib.shallow_networks import l_layer_backward, l_layer_forward
from course_lib.sigmoid_derivative import sigmoid_prime
from course_lib.softmax import cross_entropy_from_logits, one_hot

M = 60
SEEDS, WIDEST, DEEPEST = 4, 8, 4
_DRAWS = WIDEST * 2 + (DEEPEST - 1) * WIDEST**2 + 3 * WIDEST
SLOPES = {"sigmoid": sigmoid_prime, "tanh": tanh_prime, "relu": relu_prime}
CLOSED = 0.05
"""A slope below this lets next to nothing through."""
_SETS = {
    "blobs": partial(datasets.blobs, m=M, distance=2.5),
    "xor": partial(datasets.noisy_xor, m=M),
    "moons": partial(datasets.moons, m=M),
    "circles": partial(datasets.circles, m=M),
    "spirals": partial(datasets.spirals, m=M, turns=1.0),
}


@cache
def sets() -> dict[str, tuple[FloatArray, np.ndarray]]:
    """Return points of three decimals, and the class of each, by the name of the data set."""
    found = {name: make() for name, make in _SETS.items()}
    centers = np.array([[0.0, 2.0, -2.0], [2.0, -1.2, -1.2]])
    classes = np.arange(M) % 3
    cloud = centers[:, classes] + np.random.default_rng(3).normal(0, 0.7, (2, M))
    every = {name: (X, Y[0].astype(int)) for name, (X, Y) in found.items()}
    every["three clouds"] = (cloud, classes)
    return {name: (np.round(X, 3), classes) for name, (X, classes) in every.items()}


def data() -> State:
    """Return the data sets, and for each seed the numbers that NumPy draws, one after the other."""
    draws = [np.random.default_rng(seed).standard_normal(_DRAWS).tolist() for seed in range(SEEDS)]
    points = {name: {"X": X.tolist(), "classes": c.tolist()} for name, (X, c) in sets().items()}
    return {"sets": points, "draws": draws}


def draw_state(rng: np.random.Generator) -> State:
    """Draw a network, and how far it is trained.

    At larger rates the cost swings, and each swing multiplies the difference of two last digits.
    """
    name = str(rng.choice(list(sets())))
    return {
        "data": name,
        "output": "softmax" if name == "three clouds" else str(rng.choice(["sigmoid", "softmax"])),
        "depth": int(rng.integers(0, DEEPEST + 1)),
        "width": int(rng.integers(1, WIDEST + 1)),
        "activation": str(rng.choice(list(SLOPES))),
        "rate": float(rng.choice([0.01, 0.03, 0.1, 0.3])),
        "seed": int(rng.integers(SEEDS)),
        "steps": int(rng.integers(0, 60)),
    }


def first_parameters(widths: list[int], activation: str, seed: int) -> dict[str, FloatArray]:
    """Draw the weights of all layers, spread as *Gradient flow* says; the biases are zero."""
    rng = np.random.default_rng(seed)
    params = {}
    for layer, (n_in, n_out) in enumerate(pairwise(widths), start=1):
        spread = np.sqrt((2.0 if activation == "relu" else 1.0) / n_in)
        params[f"W{layer}"] = rng.standard_normal((n_out, n_in)) * spread
        params[f"b{layer}"] = np.zeros((n_out, 1))
    return params


def expected(state: State) -> State:
    """Train with the functions of the course, and look into the layers."""
    X, classes = sets()[state["data"]]
    n_classes = classes.max() + 1
    is_binary = state["output"] == "sigmoid"
    Y = classes[None, :].astype(float) if is_binary else one_hot(classes, n_classes)
    widths = [2, *[state["width"]] * state["depth"], len(Y)]
    activations = [*[state["activation"]] * state["depth"], state["output"]]
    params = first_parameters(widths, state["activation"], state["seed"])
    loss = "bce" if is_binary else "cross_entropy"
    costs = []
    for step in range(state["steps"] + 1):
        forward = l_layer_forward(params, X, activations)
        Z = forward[f"Z{len(activations)}"]
        cost = bce_cost_from_logits(Y, Z) if is_binary else cross_entropy_from_logits(Y, Z).mean()
        costs.append(float(cost))
        grads = l_layer_backward(params, forward, X, Y, activations, loss)
        if step < state["steps"]:
            params = {key: params[key] - state["rate"] * grads[f"d{key}"] for key in params}
    right = Z[0] > 0 if is_binary else Z.argmax(axis=0)
    layers = range(1, len(activations) + 1)
    return {
        "costs": costs,
        "accuracy": float(np.mean(right == classes)),
        "gradients": [float(np.linalg.norm(grads[f"dW{layer}"])) for layer in layers],
        "closed": [_closed(forward, n, state["activation"]) for n in range(1, state["depth"] + 1)],
        "dead": [int(dead_units(forward[f"Z{n}"]).sum()) for n in range(1, state["depth"] + 1)]
        if state["activation"] == "relu"
        else [0] * state["depth"],
    }


def _closed(forward: Mapping[str, FloatArray], layer: int, activation: str) -> float:
    """Return the share of slopes in a layer that let next to nothing through."""
    return float(np.mean(SLOPES[activation](forward[f"Z{layer}"]) < CLOSED))


FIGURE = Figure(draw_state, expected, data)
