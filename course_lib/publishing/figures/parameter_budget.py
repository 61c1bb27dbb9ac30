"""The parameters of a network, term by term, and what the data can pay."""

import numpy as np

from course_lib.architecture_sizing import (
    depth_bound,
    fits_budget,
    parameter_budget,
    parameter_count,
    parameter_terms,
    shrink_to_budget,
)
from course_lib.publishing.figures import Figure, State

CHOICES = {
    "M": [100, 200, 300, 500, 800, 1000, 1200, 2000, 4800, 5000, 10_000, 20_000, 50_000],
    "d": [2, 4, 10, 20, 30, 40, 64, 100, 300, 784, 1000],
    "c": [1, 2, 3, 4, 5, 10],
    "h": [*range(13), 14, 16, 20, 24, 30, 32, 40, 64, 80, 128, 256, 512],
}
"""What a reader can choose: examples, features, outputs, and hidden widths, where 0 is no layer."""


def draw_state(rng: np.random.Generator) -> State:
    """Draw a problem and a network for it."""
    keys = {"M": "M", "d": "d", "c": "c", "h1": "h", "h2": "h", "h3": "h"}
    return {key: int(rng.choice(CHOICES[values])) for key, values in keys.items()}


def _widest(d: int, c: int, M: int) -> list[int]:
    """Return the widest network that fits, or none."""
    try:
        return shrink_to_budget(d, c, M)
    except ValueError:
        return []


def expected(state: State) -> State:
    """Count, and compare with the rules."""
    d, c, M = state["d"], state["c"], state["M"]
    layers = [d, *(state[name] for name in ("h1", "h2", "h3") if state[name]), c]
    return {
        "terms": parameter_terms(layers),
        "count": parameter_count(layers),
        "budget": parameter_budget(M),
        "fits": fits_budget(layers, M),
        "deepest": depth_bound(M, d, c),
        "widest": _widest(d, c, M),
    }


FIGURE = Figure(draw_state, expected, lambda: CHOICES)
