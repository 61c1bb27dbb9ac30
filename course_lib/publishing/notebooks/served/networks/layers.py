"""Replaces helpers of `course_lib.networks.layers`: the layers that you write, for `train`."""

import numpy as np

from course_lib._own import own
from course_lib._validation import FloatArray
from course_lib.networks.initialize import initialize_parameters
from course_lib.networks.layers import _ActivationLayer
from course_lib.relu import relu, relu_backward
from course_lib.softmax import softmax


class LinearLayer(own("LinearLayer", "shallow_networks", "class")):  # type: ignore[misc]
    """
    Weighted sums: the layer that you wrote.

    Other starts than "plain" are drawn by your own `initialize_parameters`.
    """

    def __init__(
        self,
        n_in: int,
        n_out: int,
        init: str = "plain",
        rng: np.random.Generator | np.random.RandomState | None = None,
    ) -> None:
        is_plain = init == "plain"
        super().__init__(n_in, n_out, rng=rng if is_plain else np.random.default_rng(0))
        if not is_plain:
            rng = np.random.default_rng() if rng is None else rng
            self.params = initialize_parameters(n_in, n_out, init, rng)

    def forward(self, A_prev: FloatArray) -> FloatArray:
        """Compute the weighted sums."""
        return self._forward(A_prev)

    def backward(self, dZ: FloatArray) -> FloatArray:
        """Set ``grads`` and send the gradient on to the layer before."""
        self.grads: dict[str, FloatArray] = {}
        return self._backward(dZ)

    def _forward(self, A_prev: FloatArray) -> FloatArray:
        return super().forward(A_prev)

    def _set_grads(self, dZ: FloatArray) -> None:
        LinearLayer._backward(self, dZ)  # not that of a layer made of this one, which calls this

    def _backward(self, dZ: FloatArray) -> FloatArray:
        places = self.grads
        sent = super().backward(dZ)
        for name, place in places.items():  # where `train` reads them
            place[:] = self.grads[name]
        self.grads = places or self.grads
        return sent


class SigmoidLayer(own("SigmoidLayer", "shallow_networks", "class")):  # type: ignore[misc]
    """Sigmoid units: the layer that you wrote."""

    def _forward(self, Z: FloatArray) -> FloatArray:
        return super().forward(Z)

    def _backward(self, dA: FloatArray) -> FloatArray:
        return super().backward(dA)


class ReLULayer(_ActivationLayer):
    """ReLU units: A = max(0, Z), by the functions that you wrote."""

    def _forward(self, Z: FloatArray) -> FloatArray:
        self._Z, self._A = Z, np.asarray(relu(Z))
        return self._A

    def _backward(self, dA: FloatArray) -> FloatArray:
        return relu_backward(dA, self._Z)


class SoftmaxLayer(_ActivationLayer):
    """Softmax output, by the function that you wrote."""

    def _forward(self, Z: FloatArray) -> FloatArray:
        self._A = softmax(Z)
        return self._A

    def _backward(self, dA: FloatArray) -> FloatArray:
        return self._A * (dA - np.add.reduce(self._A * dA, axis=0))
