"""Three weighted ReLU units of one input, and the curve that they are to follow."""

import numpy as np

from course_lib.publishing.figures import Figure, State
from course_lib.relu import relu, relu_prime

LIMIT = 2.0
GRID = np.linspace(-LIMIT, LIMIT, 81)
TARGETS = {
    "roof": np.interp(GRID, [-1.5, 0.0, 1.0], [0.0, 1.5, 0.0]),
    "wave": np.sin(np.pi * (GRID + LIMIT) / LIMIT),
}


def data() -> State:
    """Return the curves to follow, and where they are known."""
    curves = {name: curve.round(4).tolist() for name, curve in TARGETS.items()}
    return {"x": GRID.round(2).tolist(), "targets": curves}


def draw_state(rng: np.random.Generator) -> State:
    """Draw three kinks and slopes, and a curve."""
    state: State = {"target": str(rng.choice(list(TARGETS)))}
    for k in "123":
        state[f"k{k}"] = round(rng.uniform(-LIMIT, LIMIT), 1)
        state[f"s{k}"] = round(rng.uniform(-3, 3), 1)
    return state


def expected(state: State) -> State:
    """Add the units up, and measure how far their sum is from the curve."""
    x = np.array(data()["x"])
    units = [(state[f"k{k}"], state[f"s{k}"]) for k in "123"]
    curve = sum(slope * relu(x - kink) for kink, slope in units)
    distance = np.abs(curve - data()["targets"][state["target"]])
    ends = np.unique([-LIMIT, *(kink for kink, _ in units), LIMIT])
    middles = (ends[:-1] + ends[1:]) / 2
    slopes = sum(slope * relu_prime(middles - kink) for kink, slope in units)
    return {"curve": curve, "slopes": slopes, "gap": distance.max(), "at": x[distance.argmax()]}


FIGURE = Figure(draw_state, expected, data)
