"""Replaces helpers of `course_lib.sigmoid_derivative`.

The exercises take the loss "bce" alone. A step of the squared error is a step of the cross-entropy
towards other labels: those that give the same dZ.
"""

import numpy as np
from numpy.typing import ArrayLike

from course_lib._own import own
from course_lib._validation import FloatArray, as_matrix
from course_lib.binary_classification import linear_forward
from course_lib.binary_cross_entropy import (
    bce_cost_from_logits,
    squared_error_cost,
    squared_error_cost_grad,
)
from course_lib.sigmoid_derivative import _problem, sigmoid_prime_from_output

_gradients = own("logistic_gradients", "sigmoid_derivative")
_train = own("train_logistic", "sigmoid_derivative")


def _labels_of_same_step(P: FloatArray, Y: FloatArray) -> FloatArray:
    """Labels for which the cross-entropy has the dZ that the squared error has for `Y`."""
    return P - P.shape[1] * squared_error_cost_grad(Y, P) * sigmoid_prime_from_output(P)


def logistic_gradients(
    W: ArrayLike, b: ArrayLike, X: ArrayLike, Y: ArrayLike, loss: str = "bce"
) -> dict[str, FloatArray | float]:
    """Forward and backward pass of logistic regression for all examples at once."""
    W, b, X, Y = _problem(W, b, X, Y, loss)
    found = _gradients(W, b, X, Y)
    if loss == "bce" and np.isfinite(found["cost"]):
        return found
    if loss == "bce":  # a probability has rounded to 0 or 1
        return found | {"cost": bce_cost_from_logits(Y, linear_forward(W, X, b))}
    cost = squared_error_cost(Y, found["P"])
    return _gradients(W, b, X, _labels_of_same_step(found["P"], Y)) | {"cost": cost}


def train_logistic(
    X: ArrayLike,
    Y: ArrayLike,
    W: ArrayLike,
    b: ArrayLike,
    learning_rate: float,
    epochs: int,
    loss: str = "bce",
) -> tuple[dict[str, FloatArray], list[float]]:
    """Full-batch gradient descent on one layer of sigmoid units."""
    W, b, X, Y = _problem(W, b, X, Y, loss)
    if loss == "bce":
        return _train(X, Y, W, b, learning_rate, epochs)
    costs, now = [], {"W": W, "b": b}
    for _ in range(epochs):
        P = _gradients(now["W"], now["b"], X, Y)["P"]
        costs.append(squared_error_cost(Y, P))
        labels = _labels_of_same_step(P, Y)
        now, _unused = _train(X, labels, now["W"], now["b"], learning_rate, 1)
    return now, costs


def gradients_by_loop(
    W: ArrayLike, b: ArrayLike, X: ArrayLike, Y: ArrayLike, loss: str = "bce"
) -> dict[str, FloatArray | float]:
    """The same as `logistic_gradients`, one example at a time."""
    X, Y = as_matrix("X", X), as_matrix("Y", Y, "(n_out, m)")
    m = X.shape[1]
    single = [logistic_gradients(W, b, X[:, [k]], Y[:, [k]], loss) for k in range(m)]
    beside = {name: np.hstack([each[name] for each in single]) for name in ("P", "dZ")}
    means = {name: sum(each[name] for each in single) / m for name in ("dW", "db", "cost")}
    return {**beside, "dZ": beside["dZ"] / m, **means}
