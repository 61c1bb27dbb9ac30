"""Replaces helpers of `course_lib.networks.passes`."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from course_lib._own import own
from course_lib._validation import FloatArray, as_matrix, require_option
from course_lib.networks.layers import LinearLayer, ReLULayer, SigmoidLayer, SoftmaxLayer, TanhLayer
from course_lib.networks.passes import _checked, _checked_activations, _output_gradient

_forward = own("two_layer_forward", "shallow_networks")
_backward = own("two_layer_backward", "shallow_networks")
_LAYERS: dict[str, type] = {
    "sigmoid": SigmoidLayer,
    "relu": ReLULayer,
    "tanh": TanhLayer,
    "softmax": SoftmaxLayer,
}


def _stack(params: Mapping[str, FloatArray], activations: Sequence[str]) -> list[tuple[Any, Any]]:
    """Make for each level the layer of sums, and the one of the activation; None keeps Z."""
    stack = []
    for level, name in enumerate(activations, start=1):
        W, b = params[f"W{level}"], params[f"b{level}"]
        sums = LinearLayer(W.shape[1], W.shape[0])
        sums.params = {"W": W, "b": b}
        stack.append((sums, None if name == "identity" else _LAYERS[name]()))
    return stack


def l_layer_forward(
    params: Mapping[str, ArrayLike], X: ArrayLike, activations: Sequence[str]
) -> dict[str, FloatArray]:
    """Run a network of any depth forward, with the layers that you wrote."""
    activations = _checked_activations(activations)
    arrays = _checked(params, X, len(activations))
    cache, A = {}, arrays["A0"]
    for level, (sums, bend) in enumerate(_stack(arrays, activations), start=1):
        cache[f"Z{level}"] = Z = as_matrix(f"Z{level}", sums.forward(A), "(n_l, m)")
        cache[f"A{level}"] = A = Z if bend is None else bend.forward(Z)
    return cache


def l_layer_backward(
    params: Mapping[str, ArrayLike],
    cache: Mapping[str, FloatArray],
    X: ArrayLike,
    Y: ArrayLike,
    activations: Sequence[str],
    loss: str = "bce",
) -> dict[str, FloatArray]:
    """Run a network of any depth backward, with the layers that you wrote."""
    activations = _checked_activations(activations)
    depth = len(activations)
    arrays = _checked(params, X, depth)
    Y = as_matrix("Y", Y, "(n_L, m)")
    last = np.asarray(cache[f"Z{depth}"]), np.asarray(cache[f"A{depth}"])
    sent = _output_gradient(*last, Y, activations[-1], loss)
    grads = {}
    for level, (sums, bend) in reversed(list(enumerate(_stack(arrays, activations), start=1))):
        if level < depth:
            grads[f"dA{level}"] = sent
            if bend is not None:
                bend.forward(cache[f"Z{level}"])
                sent = bend.backward(sent)
        grads[f"dZ{level}"] = sent
        sums.forward(cache[f"A{level - 1}"] if level > 1 else arrays["A0"])
        sent = sums.backward(sent)
        grads |= {f"{name}{level}": grad for name, grad in sums.grads.items()}
    return grads


def two_layer_forward(
    params: Mapping[str, ArrayLike], X: ArrayLike, hidden: str = "sigmoid"
) -> dict[str, FloatArray]:
    """Run a network with one hidden layer and a sigmoid output forward."""
    require_option("hidden", hidden, ("sigmoid", "relu", "tanh"))
    if hidden != "sigmoid":
        return l_layer_forward(params, X, [hidden, "sigmoid"])
    arrays = _checked(params, X, 2)
    return _forward(arrays, arrays.pop("A0"))


def two_layer_backward(
    params: Mapping[str, ArrayLike],
    cache: Mapping[str, FloatArray],
    X: ArrayLike,
    Y: ArrayLike,
    loss: str = "bce",
    hidden: str = "sigmoid",
) -> dict[str, FloatArray]:
    """Run a network with one hidden layer and a sigmoid output backward."""
    require_option("hidden", hidden, ("sigmoid", "relu", "tanh"))
    require_option("loss", loss, ("bce", "squared_error"))
    bends = [hidden, "sigmoid"]
    if (loss, hidden) != ("bce", "sigmoid"):
        return l_layer_backward(params, cache, X, Y, bends, loss)
    arrays = _checked(params, X, 2)
    return _backward(arrays, cache, arrays.pop("A0"), as_matrix("Y", Y))
