"""Layers as objects: each keeps what its backward pass needs.

`forward` and `backward` check their argument and call `_forward` and `_backward`, which
do not: a training loop calls those, after one check at its start. `_backward` may write into
the gradient that it is given.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from course_lib._validation import FloatArray, Rng, as_matrix, never_nan, require_shape
from course_lib.networks.initialize import initialize_parameters
from course_lib.relu import relu_backward
from course_lib.sigmoid_derivative import gradient_descent_update
from course_lib.softmax import _shares


class Layer(Protocol):
    """What `course_lib.shallow_networks.Network` asks of a layer."""

    def forward(self, A_prev: ArrayLike, /) -> FloatArray:
        """Give the output for an input, and remember it."""

    def backward(self, dA: ArrayLike, /) -> FloatArray:
        """Turn the gradient of the output into that of the input."""

    def _forward(self, A_prev: FloatArray, /) -> FloatArray: ...

    def _backward(self, dA: FloatArray, /) -> FloatArray: ...


class LinearLayer:
    """
    Weighted sums: Z = W A_prev + b.

    Parameters
    ----------
    n_in : int
        Number of inputs of the layer.
    n_out : int
        Number of its units.
    init : {"plain", "xavier", "he"}, default="plain"
        How to draw the weights; see `course_lib.gradient_flow.initialize_parameters`.
    rng : numpy.random.Generator or numpy.random.RandomState, optional
        Source of the draw. None draws from the global state of `numpy.random`.

    Attributes
    ----------
    params : dict of ndarray
        ``W`` (n_out, n_in) and ``b`` (n_out, 1).
    grads : dict of ndarray
        ``dW`` and ``db`` after a backward pass.

    Notes
    -----
    Document 004, lines 1663-1744. Equation ``linear-layer-backward`` of the chapter
    *Shallow networks*.

    Examples
    --------
    >>> layer = LinearLayer(2, 1, rng=np.random.default_rng(0))
    >>> layer.params["W"] = np.array([[0.1, 0.6]])
    >>> layer.forward([[1.0], [2.0]])
    array([[1.3]])
    >>> layer.backward([[0.5]]).T
    array([[0.05, 0.3 ]])
    >>> layer.grads["dW"]
    array([[0.5, 1. ]])
    """

    def __init__(
        self,
        n_in: int,
        n_out: int,
        init: str = "plain",
        rng: Rng | None = None,
    ) -> None:
        self.params: dict[str, FloatArray] = initialize_parameters(n_in, n_out, init, rng)
        self.grads: dict[str, FloatArray] = {}

    @never_nan("W, A_prev and b")
    def forward(self, A_prev: ArrayLike) -> FloatArray:
        """
        Compute the weighted sums.

        Parameters
        ----------
        A_prev : array_like, shape (n_in, m)
            Outputs of the layer before; columns are examples.

        Returns
        -------
        ndarray, shape (n_out, m)
            Z.

        Raises
        ------
        ValueError
            If A_prev does not have n_in rows.
        """
        A_prev = as_matrix("A_prev", A_prev, "(n_in, m)")
        self._read_params()
        n_in = self.params["W"].shape[1]
        require_shape("A_prev", A_prev, (n_in, A_prev.shape[1]), "(n_in, m)")
        return self._forward(A_prev.copy())

    @never_nan("W and dZ")
    def backward(self, dZ: ArrayLike) -> FloatArray:
        """
        Set ``grads`` and send the gradient on to the layer before.

        Parameters
        ----------
        dZ : array_like, shape (n_out, m)
            Gradient of the cost with respect to Z; the 1/m is already in it.

        Returns
        -------
        ndarray, shape (n_in, m)
            dA_prev.

        Raises
        ------
        ValueError
            If the shape is not that of Z.
        RuntimeError
            If there was no forward pass.
        """
        A_prev = _remembered(self, "_A_prev")
        dZ = as_matrix("dZ", dZ, "(n_out, m)")
        self._read_params()
        require_shape("dZ", dZ, (len(self.params["W"]), A_prev.shape[1]), "(n_out, m)")
        self.grads = {f"d{name}": np.empty(value.shape) for name, value in self.params.items()}
        return self._backward(dZ)

    def update(self, learning_rate: float) -> None:
        """
        Take one gradient descent step.

        Parameters
        ----------
        learning_rate : float
            Step length alpha, positive, dimensionless.

        Raises
        ------
        ValueError
            If `learning_rate` is not positive.
        RuntimeError
            If there was no backward pass.
        """
        if not self.grads:
            raise RuntimeError("update needs the gradients: call backward first")
        self.params = gradient_descent_update(self.params, self.grads, learning_rate)

    def _read_params(self) -> None:
        """Read the parameters, which anyone may have set, and see that they fit together."""
        W, b = as_matrix("W", self.params["W"]), as_matrix("b", self.params["b"])
        require_shape("b", b, (len(W), 1), "(n_out, 1)")
        self.params = {"W": W, "b": b}

    def _forward(self, A_prev: FloatArray) -> FloatArray:
        self._A_prev = A_prev
        Z = self.params["W"].dot(A_prev)
        Z += self.params["b"]
        return Z

    def _set_grads(self, dZ: FloatArray) -> None:
        dZ.dot(self._A_prev.T, out=self.grads["dW"])
        dZ.dot(_ones(dZ.shape[1]), out=self.grads["db"])

    def _backward(self, dZ: FloatArray) -> FloatArray:
        self._set_grads(dZ)
        return self.params["W"].T.dot(dZ)


@lru_cache(maxsize=4)
def _ones(m: int) -> FloatArray:
    """A column of ones: a product with it sums each row, in half the time for short rows."""
    return np.ones((m, 1))


def _remembered(layer: object, name: str) -> FloatArray:
    """Give what the forward pass kept."""
    if not hasattr(layer, name):
        raise RuntimeError("backward needs what forward keeps: call forward first")
    kept: FloatArray = getattr(layer, name)
    return kept


class _ActivationLayer:
    """Base of the layers without parameters: one output for each input."""

    _A: FloatArray

    def _forward(self, Z: FloatArray, /) -> FloatArray:
        raise NotImplementedError

    def _backward(self, dA: FloatArray, /) -> FloatArray:
        raise NotImplementedError

    @never_nan("Z")
    def forward(self, Z: ArrayLike) -> FloatArray:
        """
        Apply the activation.

        Parameters
        ----------
        Z : array_like, shape (n, m)
            Pre-activations; columns are examples.

        Returns
        -------
        ndarray, shape (n, m)
            A.
        """
        # The plain formulas are right where exp overflows to infinity.
        return self._forward(as_matrix("Z", Z).copy()).copy()

    @never_nan("dA")
    def backward(self, dA: ArrayLike) -> FloatArray:
        """
        Send the gradient back through the activation.

        Parameters
        ----------
        dA : array_like, shape (n, m)
            Gradient of the cost with respect to A; the 1/m is already in it.

        Returns
        -------
        ndarray, shape (n, m)
            dZ.

        Raises
        ------
        ValueError
            If the shape is not that of A.
        RuntimeError
            If there was no forward pass.
        """
        A = _remembered(self, "_A")
        dA = as_matrix("dA", dA)
        require_shape("dA", dA, A.shape, "(n, m)")
        return self._backward(dA.copy())


# Arrays, because NumPy turns a plain number into one at each call.
_ONE, _LARGEST = np.array(1.0), np.array(np.finfo(float).max)


class SigmoidLayer(_ActivationLayer):
    """
    Sigmoid units: A = sigmoid(Z).

    Notes
    -----
    Document 004, lines 1746-1796.

    Examples
    --------
    >>> layer = SigmoidLayer()
    >>> layer.forward([[0.0]]), layer.backward([[1.0]])
    (array([[0.5]]), array([[0.25]]))
    """

    def _forward(self, Z: FloatArray) -> FloatArray:
        E = np.negative(Z)
        np.exp(E, out=E)
        A = E + _ONE
        self._A = np.reciprocal(A, out=A)
        self._E = np.minimum(E, _LARGEST, out=E)
        return A

    def _backward(self, dA: FloatArray) -> FloatArray:
        dA *= self._A
        dA *= self._E  # A E is 1 - A, also where A rounds to 1
        dA *= self._A
        return dA


class TanhLayer(_ActivationLayer):
    """
    Tanh units: A = tanh(Z).

    Notes
    -----
    Document 003, lines 446-462.

    Examples
    --------
    >>> layer = TanhLayer()
    >>> layer.forward([[0.0]]), layer.backward([[2.0]])
    (array([[0.]]), array([[2.]]))
    """

    def _forward(self, Z: FloatArray) -> FloatArray:
        self._Z = Z
        self._A = np.tanh(Z)
        return self._A

    def _backward(self, dA: FloatArray) -> FloatArray:
        slope = np.cosh(self._Z)  # 1 - A**2 = 1 / cosh(Z)**2, also where A rounds to 1
        np.reciprocal(slope, out=slope)
        return dA * slope * slope


class ReLULayer(_ActivationLayer):
    """
    ReLU units: A = max(0, Z).

    Notes
    -----
    Document 001, lines 220-235. A > 0 exactly where Z > 0.

    Examples
    --------
    >>> layer = ReLULayer()
    >>> layer.forward([[0.7, -0.1]]), layer.backward([[2.0, 3.0]])
    (array([[0.7, 0. ]]), array([[2., 0.]]))
    """

    def _forward(self, Z: FloatArray) -> FloatArray:
        self._A = np.maximum(Z, 0.0)
        return self._A

    def _backward(self, dA: FloatArray) -> FloatArray:
        dA *= self._A > 0.0
        return dA

    def backward(self, dA: ArrayLike) -> FloatArray:
        """
        Send the gradient back through the gates.

        Parameters
        ----------
        dA : array_like, shape (n, m)
            Gradient of the cost with respect to A; the 1/m is already in it.

        Returns
        -------
        ndarray, shape (n, m)
            dZ. A closed gate lets nothing through, not even infinity.

        Raises
        ------
        ValueError
            If the shape is not that of A.
        RuntimeError
            If there was no forward pass.
        """
        return relu_backward(dA, _remembered(self, "_A"))


class SoftmaxLayer(_ActivationLayer):
    """
    Softmax output: each column of A is a probability distribution.

    Notes
    -----
    Document 003, lines 371-416.

    Examples
    --------
    >>> SoftmaxLayer().forward([[0.0], [0.0]]).T
    array([[0.5, 0.5]])
    """

    def _forward(self, Z: FloatArray) -> FloatArray:
        self._A, _ = _shares(Z, axis=0)
        return self._A

    def _backward(self, dA: FloatArray) -> FloatArray:
        # A constant in dA changes nothing; without that of the likeliest class nothing cancels.
        dA = dA - np.take_along_axis(dA, self._A.argmax(axis=0)[np.newaxis], axis=0)
        return self._A * (dA - np.add.reduce(self._A * dA, axis=0))
