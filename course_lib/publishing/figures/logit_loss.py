"""One logit, its two losses and their slopes."""

import numpy as np

from course_lib.binary_classification import sigmoid
from course_lib.binary_cross_entropy import (
    bce_from_logits,
    sigmoid_bce_grad,
    squared_error,
    squared_error_grad,
)
from course_lib.publishing.figures import Figure, State
from course_lib.sigmoid_derivative import sigmoid_prime


def draw_state(rng: np.random.Generator) -> State:
    """Draw a logit, a label and a loss."""
    loss = str(rng.choice(["cross-entropy", "squared error"]))
    return {"z": round(rng.uniform(-8, 8), 1), "y": int(rng.integers(2)), "loss": loss}


def expected(state: State) -> State:
    """Compute both losses and their slopes by the logit."""
    z, y = float(state["z"]), float(state["y"])
    p = sigmoid(z)
    return {
        "p": float(p),
        "bce": float(bce_from_logits(y, z)),
        "bce_slope": float(sigmoid_bce_grad([[y]], [[z]])[0, 0]),
        "squared": float(squared_error(y, p)),
        "squared_slope": float(squared_error_grad(y, p) * sigmoid_prime(z)),
    }


FIGURE = Figure(draw_state, expected)
