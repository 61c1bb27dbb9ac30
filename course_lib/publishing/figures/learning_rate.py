"""Descent on a parabola, by learning rate and curvature."""

import numpy as np

from course_lib.publishing.figures import Figure, State
from course_lib.sigmoid_derivative import gradient_descent_1d


def draw_state(rng: np.random.Generator) -> State:
    """Draw a rate, a curvature and a count of steps."""
    return {
        "rate": float(rng.integers(1, 51) / 2),
        "a": float(rng.choice([0.1, 0.2, 0.4])),
        "steps": int(rng.integers(21)),
    }


def expected(state: State) -> State:
    """Walk down from one."""
    path = gradient_descent_1d(lambda w: state["a"] * w, 1.0, state["rate"], state["steps"])
    return {"path": path}


FIGURE = Figure(draw_state, expected)
