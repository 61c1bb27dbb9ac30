"""What several checks need: central differences and the long training runs, each done once."""

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np

from course_lib.binary_cross_entropy import squared_error_cost
from course_lib.datasets import gate
from course_lib.gradient_flow import initialize_parameters
from course_lib.shallow_networks import (
    LinearLayer,
    Network,
    SigmoidLayer,
    feature_cross,
    train,
)
from course_lib.sigmoid_derivative import logistic_gradients, train_logistic


def central_difference(f: Callable, x: np.ndarray, h: float = 1e-6) -> np.ndarray:
    """Differentiate an element-wise function at every entry of x."""
    return (f(x + h) - f(x - h)) / (2 * h)


def slopes(f: Callable, x: np.ndarray, h: float = 1e-6) -> np.ndarray:
    """Differentiate a function of an array that returns one number, entry by entry."""
    x = np.array(x, dtype=float)
    gradient = np.empty_like(x)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


Rows = tuple[tuple[float, ...], ...]


def rows(W: np.ndarray) -> Rows:
    """Return weights as a key, so that a run is done once."""
    return tuple(map(tuple, W.tolist()))


@cache
def or_run(W: Rows, epochs: int, learning_rate: float = 1.0) -> dict[str, Any]:
    """Train the OR network of document 004 on the squared error."""
    return trained(gate("or"), W, epochs, learning_rate)


@cache
def crossed_run(W: Rows, epochs: int, learning_rate: float = 1.0) -> dict[str, Any]:
    """Train the network with the crossed feature of document 004 on XOR."""
    X, Y = gate("xor")
    return trained((feature_cross(X), Y), W, epochs, learning_rate)


def trained(data: Any, W: Rows, epochs: int, learning_rate: float) -> dict[str, Any]:
    """Train one layer from a bias of zero, and describe what came out."""
    params, costs = train_logistic(*data, W, [[0.0]], learning_rate, epochs, "squared_error")
    now = logistic_gradients(params["W"], params["b"], *data, loss="squared_error")
    return {**params, "P": now["P"], "cost": now["cost"], "costs": np.asarray(costs)}


def network_of(W1: np.ndarray, W2: np.ndarray) -> Network:
    """Build the 2-3-1 network of layers with given weights and zero biases."""
    layers = [LinearLayer(2, 3), SigmoidLayer(), LinearLayer(3, 1), SigmoidLayer()]
    for layer, W in ((layers[0], W1), (layers[2], W2)):
        layer.params["W"] = np.array(W)
    return Network(layers)


@cache
def xor_run(W1: Rows, W2: Rows, epochs: int = 5000, learning_rate: float = 1.0) -> dict[str, Any]:
    """Train the XOR network of document 004 on the squared error."""
    X, Y = gate("xor")
    network = network_of(W1, W2)
    costs = train(network, X, Y, learning_rate, epochs)
    P = network.forward(X)
    return {"P": P, "costs": np.asarray(costs), "cost": squared_error_cost(Y, P)}


def seeded_run(seed: int, init: str) -> dict[str, Any]:
    """Train the XOR network from drawn weights, hidden layer first."""
    rng = np.random.RandomState(seed)
    drawn = [initialize_parameters(*shape, init, rng)["W"] for shape in ((2, 3), (3, 1))]
    return xor_run(*map(rows, drawn))
