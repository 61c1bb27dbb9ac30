"""Replaces helpers of `course_lib.networks.training`: each cost, and its gradient."""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from course_lib._validation import FloatArray, Rng
from course_lib.binary_cross_entropy import (
    bce_cost_from_logits,
    sigmoid_bce_grad,
    squared_error_cost,
    squared_error_cost_grad,
)
from course_lib.sigmoid_derivative import minibatches
from course_lib.softmax import cross_entropy_from_logits, softmax_cross_entropy_grad


class _InOrder(np.random.Generator):
    """A generator that leaves everything in its order."""

    def permutation(self, x: Any, axis: int = 0) -> Any:
        return np.arange(x) if isinstance(x, int) else np.array(x)

    def shuffle(self, x: Any, axis: int = 0) -> None:
        """Leave it."""


def _squared_error(A: FloatArray, Y: FloatArray) -> tuple[float, FloatArray]:
    return A.shape[1] * squared_error_cost(Y, A), squared_error_cost_grad(Y, A)


def _bce_of_sigmoid(Z: FloatArray, Y: FloatArray) -> tuple[float, FloatArray]:
    return Z.shape[1] * bce_cost_from_logits(Y, Z), sigmoid_bce_grad(Y, Z)


def _cross_entropy_of_softmax(Z: FloatArray, Y: FloatArray) -> tuple[float, FloatArray]:
    return float(cross_entropy_from_logits(Y, Z).sum()), softmax_cross_entropy_grad(Y, Z)


def _epoch(
    X: FloatArray, Y: FloatArray, batch_size: int | None, rng: Rng | None
) -> Callable[[], Iterable[tuple[FloatArray, FloatArray]]]:
    """Give what makes the batches of an epoch: all examples, slices in order, or your shuffle."""
    if batch_size is None:
        return lambda: [(X, Y)]
    return lambda: minibatches(X, Y, batch_size, rng or _InOrder(np.random.PCG64()))
