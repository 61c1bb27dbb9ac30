"""One neuron on the gates and on two clouds: its line, its logits, its mistakes."""

import numpy as np
from sklearn.metrics import confusion_matrix

from course_lib.binary_classification import (
    accuracy,
    decision_boundary_line,
    linear_forward,
    predict,
    sigmoid,
)
from course_lib.datasets import Data, blobs, gate
from course_lib.publishing.figures import Figure, State

TASKS = ("and", "or", "xor", "clouds")


def draw_state(rng: np.random.Generator) -> State:
    """Draw the data, the three parameters and a threshold; often so that there is a tie."""
    w1, w2, b = (rng.choice([0.25, 1.0]) * rng.integers(-6, 7, size=3)).tolist()
    threshold = float(rng.choice([0.5, rng.integers(1, 20) / 20]))
    return {"task": str(rng.choice(TASKS)), "w1": w1, "w2": w2, "b": b, "threshold": threshold}


def examples(task: str) -> Data:
    """Return features and labels; the clouds to two digits, which the page can carry."""
    if task != "clouds":
        return gate(task)
    X, Y = blobs(m=60, seed=3)
    return X.round(2), Y


def data() -> State:
    """Return what is to be classified, by its name."""
    return {task: _listed(*examples(task)) for task in TASKS}


def _listed(X: np.ndarray, Y: np.ndarray) -> State:
    return {"X": X.tolist(), "Y": Y[0].astype(int).tolist()}


def expected(state: State) -> State:
    """Compute line, probabilities, answers and mistakes."""
    (X, Y), w, b = examples(state["task"]), [state["w1"], state["w2"]], state["b"]
    Z = linear_forward([w], X, [[b]])
    P = sigmoid(Z)
    said = predict(P, state["threshold"])
    (_, alarms), (missed, _) = confusion_matrix(Y[0], said[0], labels=[0, 1])
    found = {"P": P[0], "said": said[0].astype(int), "missed": missed, "alarms": alarms}
    found["accuracy"] = accuracy(said, Y)
    found["line"] = decision_boundary_line(w, b) if w[1] else None
    # On the clouds a logit near 0 has lost digits: there P tells the same.
    return found if state["task"] == "clouds" else found | {"Z": Z[0]}


FIGURE = Figure(draw_state, expected, data)
