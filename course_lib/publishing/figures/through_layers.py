"""A deep network at its start: the sizes of signals and gradients, layer by layer."""

from functools import cache

import numpy as np

from course_lib.gradient_flow import (
    gradient_flow,
    gradient_norms,
    layers_until,
    per_layer_factor,
    spectral_norm,
)
from course_lib.publishing.figures import Figure, State
from course_lib.shallow_networks import l_layer_forward

WIDTH, EXAMPLES, DEEPEST, STARTS = 16, 8, 30, 4
SCALES = [0.04, 0.2, 0.5, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.41, 1.5, 1.7, 2, 3, 6, 10, 20]
LARGEST_SLOPE = {"sigmoid": 0.25, "tanh": 1.0, "relu": 1.0}
LEFT = 0.01
Y = np.arange(EXAMPLES)[np.newaxis] % 2


@cache
def _drawn(start: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Draw the inputs, the output layer and all hidden layers, to one decimal."""
    rng = np.random.default_rng(start)
    shapes = (WIDTH, EXAMPLES), (1, WIDTH), (DEEPEST - 1, WIDTH, WIDTH)
    X, output, hidden = (rng.standard_normal(shape).round(1) for shape in shapes)
    return X, output, hidden


def data() -> State:
    """Return the draws, one letter a number, and the spectral norms of the layers' draws."""
    starts = []
    for start in range(STARTS):
        X, output, hidden = _drawn(start)
        tenths = np.concatenate([part.ravel() for part in (X, output, hidden)]) * 10
        letters = "".join(chr(80 + round(tenth)) for tenth in tenths)
        norms = [spectral_norm(N) for N in (*hidden, output)]
        starts.append({"letters": letters, "norms": norms})
    return {"width": WIDTH, "examples": EXAMPLES, "scales": SCALES, "starts": starts}


def draw_state(rng: np.random.Generator) -> State:
    """Draw a network; of few layers where large weights on bent units multiply rounding."""
    hidden, scale = str(rng.choice(list(LARGEST_SLOPE))), float(rng.choice(SCALES))
    deepest = 6 if scale >= 2 and hidden != "relu" else DEEPEST
    depth, start = int(rng.integers(2, deepest + 1)), int(rng.integers(STARTS))
    return {"depth": depth, "hidden": hidden, "scale": scale, "start": start}


def expected(state: State) -> State:
    """Measure the sizes, and bound those of the gradient."""
    X, output, hidden = _drawn(state["start"])
    depth, scale = state["depth"], state["scale"] / np.sqrt(WIDTH)
    weights = [scale * N for N in (*hidden[: depth - 1], output)]
    params = {f"W{k}": W for k, W in enumerate(weights, start=1)}
    params |= {f"b{k}": np.zeros((len(W), 1)) for k, W in enumerate(weights, start=1)}
    kinds = [state["hidden"]] * (depth - 1) + ["sigmoid"]
    cache = l_layer_forward(params, X, kinds)
    sizes = gradient_norms(params, X, Y, kinds)
    norms = [spectral_norm(W) for W in weights[:0:-1]]
    slopes = [LARGEST_SLOPE[state["hidden"]]] * (depth - 1)
    factor = float((sizes[0] / sizes[-1]) ** (1 / (depth - 1)))
    return {
        "forth": [np.sqrt(np.mean(cache[f"Z{k}"] ** 2)) for k in range(1, depth + 1)],
        "back": sizes,
        "factors": [per_layer_factor(*pair) for pair in zip(norms, slopes, strict=True)][::-1],
        "bound": gradient_flow(norms, slopes, sizes[-1])[::-1],
        "factor": factor,
        "until": layers_until(LEFT, factor) if 0 < factor < 1 else -1,
    }


FIGURE = Figure(draw_state, expected, data)
