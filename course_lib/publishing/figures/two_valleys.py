"""Two costs over the bias of one neuron, and a descent on each with a rate of its own."""

import numpy as np

from course_lib.binary_classification import linear_forward, predict, sigmoid
from course_lib.binary_cross_entropy import bce_cost_from_logits, squared_error_cost
from course_lib.publishing.figures import Figure, State
from course_lib.sigmoid_derivative import gradient_descent_1d, logistic_gradients

X, Y = np.array([[-8.0, -4.0, 4.0, 8.0]]), np.array([[0.0, 1.0, 0.0, 1.0]])
W = np.array([[1.0]])
RATES = {"bce": (1, 2, 5, 10, 20, 40, 50), "squared": (1, 2, 5, 10, 20, 40, 80)}
STARTS = np.arange(-13, 14, 2)
STEPS = 200


def draw_state(rng: np.random.Generator) -> State:
    """Draw a start, two rates and a count of steps."""
    rates = {f"{key}_rate": int(rng.choice(values)) for key, values in RATES.items()}
    return rates | {"start": int(rng.choice(STARTS)), "steps": int(rng.integers(STEPS + 1))}


def data() -> State:
    """Return the four examples, and the fewest steps of cross-entropy from 13 to its rest."""
    rests = [_rest(_path("bce", 13, rate, STEPS)) for rate in RATES["bce"]]
    fewest = min(rest for rest in rests if rest >= 0)
    return {"x": X[0].tolist(), "y": Y[0].astype(int).tolist(), "fewest": fewest}


def expected(state: State) -> State:
    """Compute where both descents are: outputs (from which the bias follows), cost and rest.

    The bias itself goes to 0, where a relative difference has no meaning.
    """
    return {
        key: _found(loss, state["start"], state[f"{key}_rate"], state["steps"])
        for key, loss in (("bce", "bce"), ("squared", "squared_error"))
    }


def _path(loss: str, start: float, rate: float, steps: int) -> np.ndarray:
    """Descend one of the costs."""

    def slope(b: float) -> float:
        return float(np.sum(logistic_gradients(W, [[b]], X, Y, loss)["db"]))

    return gradient_descent_1d(slope, start, rate, steps)


def _rest(path: np.ndarray) -> int:
    """Return the step from which the next is shorter than 0.001, or -1."""
    short = np.flatnonzero(np.abs(np.diff(path)) < 1e-3)
    return int(short[0]) if short.size else -1


def _found(loss: str, start: float, rate: float, steps: int) -> State:
    path = _path(loss, start, rate, steps)
    Z = linear_forward(W, X, path[-1:, np.newaxis])
    P = sigmoid(Z)
    cost = bce_cost_from_logits(Y, Z) if loss == "bce" else squared_error_cost(Y, P)
    right = int((predict(P) == Y).sum())
    return {"P": P[0], "cost": cost, "right": right, "rest": _rest(path)}


FIGURE = Figure(draw_state, expected, data)
