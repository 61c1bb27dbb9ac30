"""What helps gradients through many layers: normalizing, a bypass, clipping."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from course_lib._validation import (
    FloatArray,
    Rng,
    as_count,
    as_mapping,
    as_matrix,
    as_positive,
    as_real,
    never_nan,
    require_finite,
    require_shape,
)
from course_lib.datasets import _centered
from course_lib.networks.layers import LinearLayer, _ActivationLayer


@never_nan("gamma, beta and Z")
def batch_norm_forward(
    Z: ArrayLike, gamma: ArrayLike, beta: ArrayLike, epsilon: float = 1e-5
) -> FloatArray:
    """
    Give every unit mean beta and spread gamma over the batch.

    Parameters
    ----------
    Z : array_like, shape (n, m)
        Pre-activations; columns are examples.
    gamma, beta : array_like, shape (n, 1)
        Learned spread and mean of each unit.
    epsilon : float, default=1e-5
        Added to the variance, so that a constant row gives beta and not a division by 0.

    Returns
    -------
    ndarray, shape (n, m)
        ``gamma * (Z - mean) / sqrt(variance + epsilon) + beta``, mean and variance over the
        m examples.

    Raises
    ------
    ValueError
        If `gamma` or `beta` is not (n, 1) or `epsilon` is not positive.

    Notes
    -----
    Only named in document 003, line 717. Equation ``batch-norm`` of the chapter
    *Gradient flow*.

    Examples
    --------
    >>> batch_norm_forward([[1.0, 3.0]], [[1.0]], [[0.0]]).round(3)
    array([[-1.,  1.]])
    """
    Z = as_matrix("Z", Z, "(n, m)")
    gamma, beta = as_matrix("gamma", gamma, "(n, 1)"), as_matrix("beta", beta, "(n, 1)")
    require_shape("gamma", gamma, (Z.shape[0], 1), "(n, 1)")
    require_shape("beta", beta, (Z.shape[0], 1), "(n, 1)")
    require_finite("Z", Z)
    return gamma * _normalized(Z, as_positive("epsilon", epsilon))[0] + beta


def _normalized(Z: FloatArray, epsilon: float) -> tuple[FloatArray, FloatArray]:
    """Rows with mean 0 and spread 1, and the spread they had: sqrt(variance + epsilon)."""
    centered, deviation, exponent = _centered(Z)
    spread = np.hypot(np.ldexp(deviation, exponent), np.sqrt(epsilon))
    return centered / np.ldexp(spread, -exponent), spread


class BatchNormLayer(_ActivationLayer):
    """
    Batch normalization as a layer, with gamma 1 and beta 0, which it does not learn.

    Notes
    -----
    Only named in document 003, line 717. Equations ``batch-norm`` and ``batch-norm-backward``
    of the chapter *Gradient flow*.

    Examples
    --------
    >>> layer = BatchNormLayer()
    >>> layer.forward([[1.0, 3.0]]).round(3)
    array([[-1.,  1.]])
    """

    def _forward(self, Z: FloatArray) -> FloatArray:
        self._A, self._spread = _normalized(Z, 1e-5)
        return self._A

    def _backward(self, dA: FloatArray) -> FloatArray:
        shift = dA.mean(axis=1, keepdims=True)
        scale = np.mean(dA * self._A, axis=1, keepdims=True)
        return (dA - shift - self._A * scale) / self._spread


class SkipLayer(LinearLayer):
    """
    A layer with a bypass: A = A_prev + g(W A_prev + b).

    Parameters
    ----------
    n : int
        Number of units, and of inputs: what is added must have the same shape.
    activation : Layer
        The layer g, such as `ReLULayer()`.
    init : {"plain", "xavier", "he"}, default="plain"
        How to draw the weights.
    rng : numpy.random.Generator or numpy.random.RandomState, optional
        Source of the draw. None draws from the global state of `numpy.random`.

    Notes
    -----
    In none of the documents. Equation ``skip-backward`` of the chapter *Gradient flow*.

    Examples
    --------
    >>> from course_lib.networks.layers import ReLULayer
    >>> layer = SkipLayer(1, ReLULayer())
    >>> layer.params = {"W": np.array([[0.5]]), "b": np.array([[0.0]])}
    >>> layer.forward([[2.0, -2.0]]), layer.backward([[1.0, 1.0]])
    (array([[ 3., -2.]]), array([[1.5, 1. ]]))
    """

    def __init__(
        self,
        n: int,
        activation: _ActivationLayer,
        init: str = "plain",
        rng: Rng | None = None,
    ) -> None:
        super().__init__(as_count("n", n, minimum=1), n, init, rng)
        # Not by its class: in the book's pages a reader's own layer stands here.
        if not hasattr(activation, "_backward") or hasattr(activation, "params"):
            raise TypeError(f"activation must be a layer such as ReLULayer(), got {activation!r}")
        self.activation = activation

    def _forward(self, A_prev: FloatArray) -> FloatArray:
        return A_prev + self.activation._forward(super()._forward(A_prev))

    def _set_grads(self, dA: FloatArray) -> None:
        self._dZ = self.activation._backward(dA.copy())
        super()._set_grads(self._dZ)

    def _backward(self, dA: FloatArray) -> FloatArray:
        self._set_grads(dA)
        return dA + np.dot(self.params["W"].T, self._dZ)


def clip_gradients(
    grads: Mapping[str, ArrayLike],
    limit: float,
) -> dict[str, FloatArray]:
    """
    Shorten a gradient that is longer than a limit, and keep its direction.

    Parameters
    ----------
    grads : mapping of str to array_like
        The gradient by the parameters, such as ``dW1, db1, dW2, ...``: one long vector.
    limit : float
        The largest length that is let through, positive.

    Returns
    -------
    dict of ndarray
        The same arrays if their common length is at most `limit`; otherwise all of them
        times ``limit / length``.

    Raises
    ------
    ValueError
        If `limit` is not positive.

    Notes
    -----
    In none of the documents. Equation ``clip-norm`` of the chapter *Gradient flow*.

    Examples
    --------
    >>> clip_gradients({"dW1": [[3.0]], "db1": [[4.0]]}, limit=1.0)
    {'dW1': array([[0.6]]), 'db1': array([[0.8]])}
    """
    largest = as_positive("limit", limit)
    arrays = {name: as_real(name, g) for name, g in as_mapping("grads", grads).items()}
    length = math.hypot(*(entry for g in arrays.values() for entry in g.flat))
    factor = 1.0 if length <= largest else largest / length
    return {name: factor * g for name, g in arrays.items()}
