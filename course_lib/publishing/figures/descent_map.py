"""One neuron on four tumors, as measured and standardized: the way down on the map of its cost."""

from functools import cache
from itertools import chain, islice
from typing import Any

import numpy as np

from course_lib.datasets import breast_cancer, split, standardize
from course_lib.publishing.figures import Figure, State
from course_lib.sigmoid_derivative import (
    annealed_rate,
    gradient_descent_update,
    logistic_gradients,
    minibatches,
    train_logistic,
)

LAST = 60
SEED = 0


@cache
def _tumors() -> tuple[tuple[Any, Any], Any]:
    """Return the radius of the first two tumors of each kind, in both units, and their labels."""
    X, Y, _, _ = split(*breast_cancer(), seed=0)
    first = [column for label in (0, 1) for column in np.flatnonzero(Y[0] == label)[:2]]
    radius = X[:1, first] / 10
    return (radius, standardize(radius)), Y[:, first]


def data() -> State:
    """Return the tumors, the lowest place of both maps, and the order of each epoch."""
    (raw, standard), Y = _tumors()
    lowest, costs = train_logistic(standard, Y, [[0.0]], [[0.0]], learning_rate=4.0, epochs=500)
    w, b = lowest["W"].item(), lowest["b"].item()
    slope = w / raw.std()
    rng = np.random.default_rng(SEED)
    return {
        "y": Y[0].tolist(),
        "lowest": costs[-1],
        "orders": [rng.permutation(4).tolist() for _ in range(LAST)],
        "maps": [
            {
                "title": "radius / 10",
                "x": raw[0].tolist(),
                "w": [-3, 13],
                "b": [-16, 4],
                "bottom": [float(slope), float(b - slope * raw.mean())],
            },
            {
                "title": "standardized radius",
                "x": standard[0].tolist(),
                "w": [-2, 6],
                "b": [-4, 4],
                "bottom": [w, b],
            },
        ],
    }


def draw_state(rng: np.random.Generator) -> State:
    """Draw a rate, a batch size, annealing and a count of steps."""
    return {
        "rate": float(rng.choice([0.5, 1, 2, 3, 4, 8, 16])),
        "batch": int(rng.choice([1, 2, 4])),
        "annealed": int(rng.integers(2)),
        "steps": int(rng.integers(LAST + 1)),
    }


def _walk(X: Any, Y: Any, state: State) -> list[dict[str, Any]]:
    """Return the parameters at the start and after each step."""
    rng = np.random.default_rng(SEED)
    epochs = ((e, minibatches(X, Y, state["batch"], rng)) for e in range(LAST))
    blocks = chain.from_iterable(((e, block) for block in blocks) for e, blocks in epochs)
    params: dict[str, Any] = {"W": np.zeros((1, 1)), "b": np.zeros((1, 1))}
    places = [params]
    for epoch, (X_block, Y_block) in islice(blocks, state["steps"]):
        rate = float(annealed_rate(state["rate"], epoch, state["annealed"]))
        grads = logistic_gradients(**params, X=X_block, Y=Y_block)
        params = gradient_descent_update(params, grads, rate)
        places.append(params)
    return places


def expected(state: State) -> State:
    """Walk on both maps."""
    maps, Y = _tumors()
    walks = [_walk(X, Y, state) for X in maps]
    return {
        "paths": [[[p["W"].item(), p["b"].item()] for p in walk] for walk in walks],
        "costs": [
            logistic_gradients(**walk[-1], X=X, Y=Y)["cost"]
            for X, walk in zip(maps, walks, strict=True)
        ],
    }


FIGURE = Figure(draw_state, expected, data)
