"""Random networks, and the worked network of the chapter."""

import numpy as np
from numpy.random import Generator

from course_lib._validation import FloatArray
from course_lib.checks.exercises._shared import logits, matrix, shape_of

Params = dict[str, FloatArray]

XOR_PARAMS: Params = {
    "W1": np.array([[0.1, 0.6], [0.2, 0.4], [0.3, 0.7]]),
    "b1": np.zeros((3, 1)),
    "W2": np.array([[0.1, 0.4, 0.9]]),
    "b2": np.zeros((1, 1)),
}
Y_XOR = np.array([[0.0, 1.0, 1.0, 0.0]])

# A network with biases: 3 inputs, 2 hidden units, 1 output.
SMALL_PARAMS: Params = {
    "W1": np.array([[0.5, -1.0, 0.25], [1.0, 0.5, -0.75]]),
    "b1": np.array([[0.25], [-0.5]]),
    "W2": np.array([[1.5, -2.0]]),
    "b2": np.array([[0.75]]),
}
X_SMALL = np.array(
    [[1.0, 0.5, -1.5, 2.0, 0.0], [0.0, 1.0, 0.5, -0.5, 1.5], [2.0, -1.0, 0.0, 1.0, 0.5]]
)
Y_SMALL = np.array([[1.0, 0.0, 0.0, 1.0, 1.0]])


def network(rng: Generator, n_0: int, n_1: int, n_2: int) -> Params:
    """Draw parameters, no bias zero, small enough that no unit saturates."""
    return {
        "W1": logits(rng, n_1, n_0, scale=0.8),
        "b1": logits(rng, n_1, 1, scale=0.5) + 0.0625,
        "W2": logits(rng, n_2, n_1, scale=0.8),
        "b2": logits(rng, n_2, 1, scale=0.5) + 0.0625,
    }


def transposed(params: Params) -> Params:
    """Turn parameters for columns into parameters for rows."""
    return {name: value.T.copy() for name, value in params.items()}


def layers_of_two(rng: Generator, n_0: int, n_2: int) -> Params:
    """Draw parameters with any number of hidden units."""
    n_1 = int(rng.integers(1, 7))
    shapes = {"W1": (n_1, n_0), "b1": (n_1, 1), "W2": (n_2, n_1), "b2": (n_2, 1)}
    return {name: rng.normal(size=shape) for name, shape in shapes.items()}


def params_and_examples(rng: Generator) -> tuple:
    """Draw parameters and examples that fit them."""
    (n_0, m), n_2 = shape_of(rng), int(rng.integers(1, 4))
    return layers_of_two(rng, n_0, n_2), matrix(rng, n_0, m)
