"""A threshold over the tumors, each at the probability that the neuron gave it."""

from functools import cache

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_lib.binary_classification import accuracy, design_matrix, predict
from course_lib.datasets import breast_cancer, split
from course_lib.publishing.figures import Figure, State

THRESHOLDS = np.arange(1, 100) / 100


def draw_state(rng: np.random.Generator) -> State:
    """Draw a threshold."""
    return {"threshold": float(rng.choice(THRESHOLDS))}


@cache
def data() -> State:
    """Return the chapter's tumors kept aside, and the fewest wrong answers of any threshold."""
    X_train, Y_train, X_test, Y_test = split(*breast_cancer(), seed=0)
    neuron = make_pipeline(StandardScaler(), LogisticRegression())
    neuron.fit(design_matrix(X_train), Y_train.ravel())
    P = neuron.predict_proba(design_matrix(X_test))[:, 1]
    wrong = [np.sum(predict(P, threshold) != Y_test[0]) for threshold in THRESHOLDS]
    labels = Y_test[0].astype(int)
    return {"P": P.tolist(), "Y": labels.tolist(), "fewest": int(min(wrong))}


def expected(state: State) -> State:
    """Count the answers."""
    P, Y = np.array([data()["P"]]), np.array([data()["Y"]])
    said = predict(P, state["threshold"])
    (cleared, alarms), (missed, found) = confusion_matrix(Y[0], said[0], labels=[0, 1])
    counts = {"cleared": cleared, "alarms": alarms, "missed": missed, "found": found}
    return counts | {"accuracy": accuracy(said, Y)}


FIGURE = Figure(draw_state, expected, data)
