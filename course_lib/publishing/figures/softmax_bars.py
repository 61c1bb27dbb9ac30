"""Four logits, their shares, the loss and its gradient."""

import numpy as np

from course_lib.publishing.figures import Figure, State
from course_lib.softmax import (
    cross_entropy_from_logits,
    logsumexp,
    one_hot,
    softmax,
    softmax_cross_entropy_grad,
)

KEYS = ("z1", "z2", "z3", "z4")


def draw_state(rng: np.random.Generator) -> State:
    """Draw the logits, what is added to them, a temperature and the true class."""
    return {key: round(rng.uniform(-5, 5), 1) for key in KEYS} | {
        "shift": int(rng.integers(-800, 801)),
        "T": float(rng.choice([0.1, 0.2, 0.5, 1, 2, 5])),
        "truth": int(rng.integers(1, 5)),
        "way": str(rng.choice(["naive", "stable"], p=[0.2, 0.8])),
    }


def expected(state: State) -> State:
    """Compute the loss; if the powers do not overflow, also the shares and the slopes."""
    z = np.array([state[key] + state["shift"] for key in KEYS]) / state["T"]
    Z, Y = z[:, np.newaxis], one_hot([state["truth"] - 1], 4)
    found = {
        "z": z,
        "logsumexp": float(logsumexp(z)),
        "loss": float(cross_entropy_from_logits(Y, Z)[0]),
    }
    if state["way"] == "naive":
        return found
    return found | {"p": softmax(z), "gradient": softmax_cross_entropy_grad(Y, Z)[:, 0]}


FIGURE = Figure(draw_state, expected)
