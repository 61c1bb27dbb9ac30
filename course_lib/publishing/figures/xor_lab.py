"""A network with one hidden layer learns XOR."""

import numpy as np

from course_lib.binary_classification import predict
from course_lib.binary_cross_entropy import bce_cost_from_logits, squared_error_cost
from course_lib.datasets import gate
from course_lib.networks.experiments import xor_epochs
from course_lib.publishing.figures import Figure, State
from course_lib.shallow_networks import (
    LinearLayer,
    two_layer_backward,
    two_layer_forward,
    xor_seed48_costs,
)
from course_lib.sigmoid_derivative import gradient_descent_update

SEEDS = [*range(10), 48]
WIDTHS = range(1, 5)
LOGGED = {"start": "drawn", "n": 3, "seed": 48, "loss": "squared_error", "rate": 1.0}
"""The start and the settings of the run that `xor_seed48_costs` repeats."""


def _layers(W1: object, b1: list[float], W2: object, b2: list[float]) -> list[State]:
    weights = (np.asarray(W, dtype=float).tolist() for W in (W1, W2))
    return [{"W": W, "b": b, "act": "sigmoid"} for W, b in zip(weights, (b1, b2), strict=True)]


def _drawn(n: int, seed: int) -> list[State]:
    """Draw first weights as the chapter does; those of seed 48 as the logged run does."""
    logged = seed == LOGGED["seed"]
    rng = np.random.RandomState(seed) if logged else np.random.default_rng(seed)
    W1, W2 = (LinearLayer(*widths, "xavier", rng).params["W"] for widths in ((2, n), (n, 1)))
    return _layers(W1, [0.0] * n, W2, [0.0])


def data() -> State:
    """Return all first weights that a reader can choose."""
    return {
        "seeds": SEEDS,
        "khan": _layers([[0.1, 0.6], [0.2, 0.4], [0.3, 0.7]], [0.0] * 3, [[0.1, 0.4, 0.9]], [0.0]),
        "hand": _layers([[4, 4], [4, 4]], [-2.0, -6.0], [[8, -8]], [-4.0]),
        "drawn": {str(n): {str(seed): _drawn(n, seed) for seed in SEEDS} for n in WIDTHS},
    }


def draw_state(rng: np.random.Generator) -> State:
    """Draw first weights, a loss, a rate and a number of epochs; larger rates multiply rounding."""
    state = {
        "start": str(rng.choice(["khan", "hand", "drawn", "drawn"])),
        "n": int(rng.choice([*WIDTHS, 3, 4])),
        "seed": int(rng.choice(SEEDS)),
        "loss": str(rng.choice(["bce", "bce", "squared_error"])),
        "rate": float(rng.choice([0.25, 1, 4, 4])),
        "epochs": int(rng.integers(150)),
    }
    logged = {**state, **LOGGED, "epochs": int(rng.integers(5000))}
    return logged if rng.random() < 0.05 else state


def _params(layers: list[State]) -> dict[str, np.ndarray]:
    params = {}
    for number, layer in enumerate(layers, start=1):
        params[f"W{number}"] = np.array(layer["W"])
        params[f"b{number}"] = np.array(layer["b"])[:, np.newaxis]
    return params


def _learned(state: State) -> int:
    """Return the epoch at which XOR is learned, or -1."""
    options = {"loss": state["loss"], "epochs": state["epochs"]}
    needed = xor_epochs(state["n"], [state["seed"]], state["rate"], **options)[0]
    return int(needed) if np.isfinite(needed) else -1


def expected(state: State) -> State:
    """Train with the functions of the chapter."""
    if state.items() >= LOGGED.items():
        return {"costs": xor_seed48_costs()[: state["epochs"] + 1]}
    X, Y = gate("xor")
    first = data()
    drawn = state["start"] == "drawn"
    params = _params(
        first["drawn"][str(state["n"])][str(state["seed"])] if drawn else first[state["start"]]
    )
    costs = []
    for epoch in range(state["epochs"] + 1):
        cache = two_layer_forward(params, X)
        grads = two_layer_backward(params, cache, X, Y, loss=state["loss"])
        squared = state["loss"] == "squared_error"
        costs.append(
            squared_error_cost(Y, cache["A2"]) if squared else bce_cost_from_logits(Y, cache["Z2"])
        )
        if epoch < state["epochs"]:
            params = gradient_descent_update(params, grads, state["rate"])
    found = {**cache, **{name: grads[name] for name in ("dZ1", "dA1", "dZ2")}, "costs": costs}
    found |= {name: value if name[0] == "W" else value[:, 0] for name, value in params.items()}
    found["right"] = int((predict(cache["A2"]) == Y).sum())
    by_library = drawn and state["seed"] != LOGGED["seed"]
    return found | ({"learned": _learned(state)} if by_library else {})


FIGURE = Figure(draw_state, expected, data)
