"""Forward and backward passes of networks whose parameters are a dictionary.

Parameters are named ``W1, b1, W2, b2, ...``, activations by words. The layer classes
in `course_lib.networks.layers` do the same with objects.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from course_lib._validation import (
    FloatArray,
    as_mapping,
    as_matrix,
    as_sequence,
    never_nan,
    require_option,
    require_shape,
)
from course_lib.binary_classification import linear_forward, sigmoid
from course_lib.binary_cross_entropy import (
    _sigmoid_minus,
    sigmoid_bce_grad,
    squared_error_cost_grad,
)
from course_lib.relu import relu, relu_prime, tanh, tanh_prime
from course_lib.sigmoid_derivative import sigmoid_prime
from course_lib.softmax import softmax, softmax_cross_entropy_grad

_ElementWise = Callable[[FloatArray], Any]  # a matrix for a matrix

_ACTIVATIONS: dict[str, tuple[_ElementWise, _ElementWise]] = {
    "sigmoid": (sigmoid, sigmoid_prime),
    "relu": (relu, relu_prime),
    "tanh": (tanh, tanh_prime),
    "identity": (np.copy, np.ones_like),
}
_HIDDEN = ("sigmoid", "relu", "tanh")
# The losses whose gradient with respect to the logits is shorter than the chain rule.
_SHORTCUTS = {
    "bce": ("sigmoid", sigmoid_bce_grad),
    "cross_entropy": ("softmax", softmax_cross_entropy_grad),
}


def _checked(params: Mapping[str, ArrayLike], X: ArrayLike, n_layers: int) -> dict[str, FloatArray]:
    """Read X as ``A0`` and the parameters of `n_layers` layers, all shapes fitting."""
    params = as_mapping("params", params)
    wanted = {f"{kind}{layer}" for layer in range(1, n_layers + 1) for kind in "Wb"}
    if set(params) != wanted:
        raise ValueError(
            f"params must hold exactly {', '.join(sorted(wanted))}, got {', '.join(sorted(params))}"
        )
    arrays = {"A0": as_matrix("X", X, "(n_x, m)")}
    n_in = len(arrays["A0"])
    for layer in range(1, n_layers + 1):
        W = as_matrix(f"W{layer}", params[f"W{layer}"], "(n_out, n_in)")
        b = as_matrix(f"b{layer}", params[f"b{layer}"], "(n_out, 1)")
        require_shape(f"W{layer}", W, (len(W), n_in), "(n_out, n_in)")
        require_shape(f"b{layer}", b, (len(W), 1), "(n_out, 1)")
        arrays[f"W{layer}"], arrays[f"b{layer}"] = W, b
        n_in = len(W)
    return arrays


def _checked_activations(activations: Sequence[str]) -> list[str]:
    """Read words that are known, at least one, softmax only at the output."""
    names = as_sequence("activations", activations, "word")
    for layer, name in enumerate(names, start=1):
        allowed = (*_ACTIVATIONS, "softmax") if layer == len(names) else tuple(_ACTIVATIONS)
        require_option(f"activations[{layer - 1}]", name, allowed)
    return names


@never_nan("params and X")
def l_layer_forward(
    params: Mapping[str, ArrayLike], X: ArrayLike, activations: Sequence[str]
) -> dict[str, FloatArray]:
    """
    Run a network of any depth forward.

    Parameters
    ----------
    params : mapping of str to array_like
        ``W1`` (n_1, n_x), ``b1`` (n_1, 1), ``W2`` (n_2, n_1), ... up to the last layer.
    X : array_like, shape (n_x, m)
        Columns are examples.
    activations : sequence of str
        One of "sigmoid", "relu", "tanh", "identity" for each layer; the last may also be
        "softmax".

    Returns
    -------
    dict of ndarray
        ``Z1, A1, Z2, A2, ...``, each (n_l, m).

    Raises
    ------
    ValueError
        If a parameter is missing, a shape does not fit or an activation is unknown.

    Notes
    -----
    Document 002, lines 511-541. Equation ``l-layer-forward`` of the chapter *Shallow
    networks*.

    Examples
    --------
    >>> params = {"W1": [[0.5, -1.0]], "b1": [[0.0]]}
    >>> l_layer_forward(params, [[2.0], [1.0]], ["sigmoid"])["A1"]
    array([[0.5]])
    """
    activations = _checked_activations(activations)
    arrays = _checked(params, X, len(activations))
    cache, A = {}, arrays["A0"]
    for layer, name in enumerate(activations, start=1):
        Z = linear_forward(arrays[f"W{layer}"], A, arrays[f"b{layer}"])
        A = softmax(Z) if name == "softmax" else _ACTIVATIONS[name][0](Z)
        cache[f"Z{layer}"], cache[f"A{layer}"] = Z, A
    return cache


def _output_gradient(
    Z: FloatArray, A: FloatArray, Y: FloatArray, name: str, loss: str
) -> FloatArray:
    """Differentiate the cost with respect to the last Z; here the 1/m enters."""
    require_option("loss", loss, ("bce", "squared_error", "cross_entropy"))
    if loss in _SHORTCUTS:
        partner, shortcut = _SHORTCUTS[loss]
        if name != partner:
            raise ValueError(f"loss={loss!r} needs the output activation {partner!r}, got {name!r}")
        return shortcut(Y, Z)
    if name == "softmax":
        raise ValueError(
            "loss='squared_error' needs an element-wise output activation, got 'softmax'"
        )
    dA = _sigmoid_minus(Y, Z) / len(Y.T) if name == "sigmoid" else squared_error_cost_grad(Y, A)
    return dA * _ACTIVATIONS[name][1](Z)


@never_nan("params, cache and X")
def l_layer_backward(
    params: Mapping[str, ArrayLike],
    cache: Mapping[str, FloatArray],
    X: ArrayLike,
    Y: ArrayLike,
    activations: Sequence[str],
    loss: str = "bce",
) -> dict[str, FloatArray]:
    """
    Run a network of any depth backward.

    Parameters
    ----------
    params : mapping of str to array_like
        ``W1, b1, W2, b2, ...`` as in the forward pass.
    cache : mapping of str to ndarray
        What `l_layer_forward` returned for the same parameters and X.
    X : array_like, shape (n_x, m)
        Columns are examples.
    Y : array_like, shape (n_L, m)
        Labels; one-hot for "cross_entropy".
    activations : sequence of str
        As in the forward pass.
    loss : {"bce", "squared_error", "cross_entropy"}, default="bce"
        "bce" needs a sigmoid output, "cross_entropy" a softmax output.

    Returns
    -------
    dict of ndarray
        ``dZl, dWl, dbl`` for every layer and ``dAl`` for every hidden layer: gradients of
        the cost, each with the shape of what it belongs to. The 1/m is in dZ of the output.

    Raises
    ------
    ValueError
        If shapes, activations and loss do not fit together.

    Notes
    -----
    Document 002, lines 511-541. Equation ``l-layer-backward`` of the chapter *Shallow
    networks*: dZ_l = (W_{l+1}.T dZ_{l+1}) * g'(Z_l).

    Examples
    --------
    >>> params, X = {"W1": [[0.5, -1.0]], "b1": [[0.0]]}, [[2.0], [1.0]]
    >>> cache = l_layer_forward(params, X, ["sigmoid"])
    >>> l_layer_backward(params, cache, X, [[1.0]], ["sigmoid"])["dW1"]
    array([[-1. , -0.5]])
    """
    activations = _checked_activations(activations)
    depth = len(activations)
    arrays = _checked(params, X, depth)
    m = arrays["A0"].shape[1]
    cache = as_mapping("cache", cache)
    for key in (f"{kind}{layer}" for layer in range(1, depth + 1) for kind in "ZA"):
        if key not in cache:
            raise ValueError(f"cache must hold {key}, got {', '.join(cache) or 'nothing'}")
        arrays[key] = as_matrix(f"cache[{key!r}]", cache[key], "(n_l, m)")
        require_shape(f"cache[{key!r}]", arrays[key], (len(arrays[f"W{key[1:]}"]), m), "(n_l, m)")
    Z, A = arrays[f"Z{depth}"], arrays[f"A{depth}"]
    Y = as_matrix("Y", Y, "(n_L, m)")
    require_shape("Y", Y, A.shape, "(n_L, m)")
    dZ = _output_gradient(Z, A, Y, activations[-1], loss)
    grads = {}
    for layer in range(depth, 0, -1):
        grads[f"dZ{layer}"] = dZ
        grads[f"dW{layer}"] = dZ @ arrays[f"A{layer - 1}"].T
        grads[f"db{layer}"] = dZ.sum(axis=1, keepdims=True)
        if layer > 1:
            dA = arrays[f"W{layer}"].T @ dZ
            grads[f"dA{layer - 1}"] = dA
            slope = _ACTIVATIONS[activations[layer - 2]][1](arrays[f"Z{layer - 1}"])
            dZ = np.where(slope == 0.0, 0.0, dA * slope)  # nothing passes, not even infinity
    return grads


def two_layer_forward(
    params: Mapping[str, ArrayLike], X: ArrayLike, hidden: str = "sigmoid"
) -> dict[str, FloatArray]:
    """
    Run a network with one hidden layer and a sigmoid output forward.

    Parameters
    ----------
    params : mapping of str to array_like
        ``W1`` (n_1, n_x), ``b1`` (n_1, 1), ``W2`` (n_2, n_1), ``b2`` (n_2, 1).
    X : array_like, shape (n_x, m)
        Columns are examples.
    hidden : {"sigmoid", "relu", "tanh"}, default="sigmoid"
        Activation of the hidden layer.

    Returns
    -------
    dict of ndarray
        ``Z1, A1`` (n_1, m) and ``Z2, A2`` (n_2, m); A2 holds probabilities.

    Raises
    ------
    ValueError
        If a parameter is missing, a shape does not fit or `hidden` is unknown.

    Notes
    -----
    Document 000, lines 225-261; document 001, lines 92-105; document 004, lines
    1304-1353. Equation ``two-layer-forward`` of the chapter *Shallow networks*.

    Examples
    --------
    >>> params = {"W1": [[0.1, 0.6], [0.2, 0.4], [0.3, 0.7]], "b1": [[0], [0], [0]],
    ...           "W2": [[0.1, 0.4, 0.9]], "b2": [[0]]}
    >>> two_layer_forward(params, [[0, 0, 1, 1], [0, 1, 0, 1]])["A2"].round(3)
    array([[0.668, 0.712, 0.688, 0.728]])
    """
    require_option("hidden", hidden, _HIDDEN)
    return l_layer_forward(params, X, [hidden, "sigmoid"])


def two_layer_backward(
    params: Mapping[str, ArrayLike],
    cache: Mapping[str, FloatArray],
    X: ArrayLike,
    Y: ArrayLike,
    loss: str = "bce",
    hidden: str = "sigmoid",
) -> dict[str, FloatArray]:
    """
    Run a network with one hidden layer and a sigmoid output backward.

    Parameters
    ----------
    params : mapping of str to array_like
        ``W1, b1, W2, b2`` as in the forward pass.
    cache : mapping of str to ndarray
        ``Z1, A1, Z2, A2`` from `two_layer_forward`.
    X : array_like, shape (n_x, m)
        Columns are examples.
    Y : array_like, shape (n_2, m)
        Labels in [0, 1].
    loss : {"bce", "squared_error"}, default="bce"
        The loss of one example; the cost is its mean over m, summed over output units.
    hidden : {"sigmoid", "relu", "tanh"}, default="sigmoid"
        Activation of the hidden layer.

    Returns
    -------
    dict of ndarray
        ``dZ2, dW2, db2, dA1, dZ1, dW1, db1``: gradients of the cost. The 1/m is in dZ2
        and nowhere else.

    Raises
    ------
    ValueError
        If shapes do not fit or an option is unknown.

    Notes
    -----
    Document 000, lines 300-391; document 001, lines 239-277; document 004, lines
    1361-1517. Equation ``two-layer-backward`` of the chapter *Shallow networks*.

    Examples
    --------
    >>> params = {"W1": [[0.1, 0.6], [0.2, 0.4], [0.3, 0.7]], "b1": [[0], [0], [0]],
    ...           "W2": [[0.1, 0.4, 0.9]], "b2": [[0]]}
    >>> X, Y = [[0, 0, 1, 1], [0, 1, 0, 1]], [[0, 1, 1, 0]]
    >>> grads = two_layer_backward(params, two_layer_forward(params, X), X, Y)
    >>> grads["dZ2"].round(3)
    array([[ 0.167, -0.072, -0.078,  0.182]])
    """
    require_option("hidden", hidden, _HIDDEN)
    require_option("loss", loss, ("bce", "squared_error"))
    return l_layer_backward(params, cache, X, Y, [hidden, "sigmoid"], loss)
