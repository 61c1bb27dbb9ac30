"""Gradient flow: how a gradient shrinks or grows with depth, and how to start the weights."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from course_lib._validation import (
    FloatArray,
    Rng,
    as_count,
    as_fraction,
    as_matrix,
    as_number,
    as_rng,
    as_sequence,
    as_size,
    as_vector,
    never_nan,
    require_finite,
    require_shape,
)
from course_lib.networks.deep import (
    BatchNormLayer,
    SkipLayer,
    batch_norm_forward,
    clip_gradients,
)
from course_lib.networks.initialize import initialize_parameters
from course_lib.networks.passes import l_layer_backward, l_layer_forward
from course_lib.sigmoid_derivative import logistic_gradients

__all__ = [
    "BatchNormLayer",
    "SkipLayer",
    "batch_norm_forward",
    "clip_gradients",
    "gradient_flow",
    "gradient_noise",
    "gradient_norms",
    "initialize_parameters",
    "layers_until",
    "per_layer_factor",
    "spectral_norm",
    "symmetric_parameters",
    "tanh_sigmoid_crossover",
]

# log(threshold) / log(factor) of an exact power may land a rounding error above a whole number.
_TIE = 1e-9


def _sizes(name: str, value: ArrayLike) -> FloatArray:
    """Read numbers that are at least 0, possibly none."""
    if np.asarray(value, dtype=object).size == 0:
        return np.zeros(0)
    array = as_vector(name, value, "(k,)")
    require_finite(name, array)
    if (array < 0.0).any():
        raise ValueError(f"{name} must be at least 0, got {array[array < 0.0][0]}")
    return array


def gradient_flow(norms: ArrayLike, derivatives: ArrayLike, delta_out: float = 1.0) -> FloatArray:
    """
    Bound the size of the gradient, layer by layer, from the output back.

    Parameters
    ----------
    norms : array_like, shape (k,)
        Spectral norms of the weight matrices; the first belongs to the layer next to the
        output. May be empty.
    derivatives : array_like, shape (k,)
        Largest activation derivatives met on the same steps.
    delta_out : float, default=1.0
        Size of the gradient at the output, at least 0.

    Returns
    -------
    ndarray, shape (k + 1,)
        ``delta_out``, then a bound on the size of delta after each step back.

    Raises
    ------
    ValueError
        If the lengths differ or a value is negative.

    Notes
    -----
    Document 003, lines 569-602. Equation ``gradient-flow`` of the chapter *Gradient flow*.

    Examples
    --------
    >>> gradient_flow([0.8, 0.8, 0.8], [0.25, 0.25, 0.25]).round(6)
    array([1.   , 0.2  , 0.04 , 0.008])
    """
    norms, derivatives = _sizes("norms", norms), _sizes("derivatives", derivatives)
    require_shape("derivatives", derivatives, norms.shape, "(k,)")
    start = as_size("delta_out", delta_out)
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        flow = np.cumprod(np.concatenate([[start], norms * derivatives]))
    return np.where(np.isnan(flow), 0.0, flow)  # infinity times 0 was a huge number times 0


def per_layer_factor(norm: float, derivative: float) -> float:
    """
    Multiply the two numbers that scale the gradient at one step back.

    Parameters
    ----------
    norm : float
        Spectral norm of the weight matrix, at least 0.
    derivative : float
        Largest derivative of the activation, at least 0.

    Returns
    -------
    float
        ``norm * derivative``: below 1 the gradient vanishes with depth, above 1 it may explode.

    Notes
    -----
    Document 003, lines 596-602. Equation ``per-layer-factor`` of the chapter *Gradient flow*.

    Examples
    --------
    >>> per_layer_factor(0.8, 0.25)
    0.2
    """
    return as_size("norm", norm) * as_size("derivative", derivative)


def layers_until(threshold: float, factor: float) -> int:
    """
    Count the steps back until the gradient has shrunk to a threshold.

    Parameters
    ----------
    threshold : float
        Fraction of the output gradient, between 0 and 1, both excluded.
    factor : float
        Factor of one step, between 0 and 1, both excluded.

    Returns
    -------
    int
        The smallest k with ``factor**k <= threshold``; a relative excess of 1e-9 counts as equal.

    Raises
    ------
    ValueError
        If a number is not strictly between 0 and 1.

    Notes
    -----
    Document 003, lines 596-602. Equation ``layers-until`` of the chapter *Gradient flow*.

    Examples
    --------
    >>> layers_until(0.01, 0.2)
    3
    """
    threshold, factor = as_fraction("threshold", threshold), as_fraction("factor", factor)
    return max(1, math.ceil((math.log(threshold) + math.log1p(_TIE)) / math.log(factor)))


def spectral_norm(W: ArrayLike) -> float:
    """
    Find the largest factor by which a matrix can stretch a vector.

    Parameters
    ----------
    W : array_like, shape (n_out, n_in)
        Weight matrix.

    Returns
    -------
    float
        The largest singular value.

    Notes
    -----
    Document 003, line 575. Equation ``spectral-norm`` of the chapter *Gradient flow*.

    Examples
    --------
    >>> spectral_norm([[3.0, 0.0], [0.0, -5.0]])
    5.0
    """
    W = as_matrix("W", W, "(n_out, n_in)")
    require_finite("W", W)
    return float(np.linalg.norm(W, 2))


def gradient_norms(
    params: Mapping[str, ArrayLike], X: ArrayLike, Y: ArrayLike, activations: Sequence[str]
) -> FloatArray:
    """
    Measure how large the gradient is at every layer.

    Parameters
    ----------
    params : mapping of str to array_like
        ``W1, b1, W2, b2, ...``.
    X : array_like, shape (n_x, m)
        Columns are examples.
    Y : array_like, shape (n_L, m)
        Labels in [0, 1].
    activations : sequence of str
        One for each layer; the last is "sigmoid".

    Returns
    -------
    ndarray, shape (L,)
        Frobenius norms of ``dZ_1, ..., dZ_L``, first layer first. The cost is the mean
        binary cross-entropy, so the 1/m is inside.

    Notes
    -----
    Measures what document 003, lines 569-602, estimates. Equation ``gradient-norms`` of the
    chapter *Gradient flow*.

    Examples
    --------
    >>> params = {"W1": [[0.0]], "b1": [[0.0]]}
    >>> gradient_norms(params, [[3.0]], [[1.0]], ["sigmoid"])
    array([0.5])
    """
    cache = l_layer_forward(params, X, activations)
    grads = l_layer_backward(params, cache, X, Y, activations)
    # hypot, because the squares of 1e200 and 1e-200 are no floats.
    return np.array([math.hypot(*grads[f"dZ{k}"].flat) for k in range(1, len(activations) + 1)])


def tanh_sigmoid_crossover() -> float:
    """
    Find where the derivative of tanh falls below that of the sigmoid.

    Returns
    -------
    float
        The only |z| with tanh'(z) = sigmoid'(z): arccosh(1 + sqrt(3)), dimensionless.

    Notes
    -----
    Corrects document 003, line 472: only for smaller |z| is tanh' the larger one. With
    c = cosh(z) the equation 1/c**2 = 1/(2 + 2c) becomes c**2 - 2c - 2 = 0.

    Examples
    --------
    >>> round(tanh_sigmoid_crossover(), 5)
    1.66289
    """
    return math.acosh(1.0 + math.sqrt(3.0))


def symmetric_parameters(n_in: int, n_out: int, value: float) -> dict[str, FloatArray]:
    """
    Start all weights equal, to see that the units then stay equal.

    Parameters
    ----------
    n_in, n_out : int
        Width of the layer before and of this layer.
    value : float
        The value of every weight.

    Returns
    -------
    dict of ndarray
        ``W`` (n_out, n_in) filled with `value` and ``b`` (n_out, 1) zeros.

    Notes
    -----
    Document 004, lines 1647-1649.

    Examples
    --------
    >>> symmetric_parameters(2, 1, 0.3)["W"]
    array([[0.3, 0.3]])
    """
    shape = as_count("n_out", n_out, minimum=1), as_count("n_in", n_in, minimum=1)
    return {"W": np.full(shape, as_number("value", value)), "b": np.zeros((n_out, 1))}


@never_nan("W, b and X")
def gradient_noise(
    W: ArrayLike,
    b: ArrayLike,
    X: ArrayLike,
    Y: ArrayLike,
    batch_sizes: Sequence[int],
    rng: Rng,
    draws: int = 200,
) -> FloatArray:
    """
    Measure how far the gradient of a random batch is from that of all examples.

    Parameters
    ----------
    W : array_like, shape (1, n_x)
        Weights of one sigmoid neuron.
    b : array_like, shape (1, 1)
        Its bias.
    X : array_like, shape (n_x, m)
        Columns are examples.
    Y : array_like, shape (1, m)
        Labels in [0, 1].
    batch_sizes : sequence of int
        Sizes of the batches to try; examples are drawn with replacement.
    rng : numpy.random.Generator
        Source of the draws.
    draws : int, default=200
        Number of batches of each size.

    Returns
    -------
    ndarray, shape (len(batch_sizes),)
        Root mean square of the distance between dW of the batch and dW of all m examples,
        for binary cross-entropy. It falls like 1 / sqrt(batch size).

    Notes
    -----
    Document 004, lines 930-941. Equation ``gradient-noise`` of the chapter *Sigmoid derivative*.

    Examples
    --------
    >>> X, Y = [[0, 0, 1, 1], [0, 1, 0, 1]], [[0, 1, 1, 1]]
    >>> noise = gradient_noise([[0, 0]], [[0]], X, Y, [1, 100], np.random.default_rng(0))
    >>> bool(noise[0] > 5 * noise[1])
    True
    """
    full = {name: np.asarray(value) for name, value in logistic_gradients(W, b, X, Y).items()}
    draws, rng = as_count("draws", draws, minimum=1), as_rng("rng", rng)
    # Column k is the gradient of the loss of example k: m times its share of the mean.
    m = full["dZ"].shape[1]
    per_example = m * full["dZ"] * as_matrix("X", X, "(n_x, m)")
    noise = []
    integers = rng.integers if isinstance(rng, np.random.Generator) else rng.randint
    for k, size in enumerate(as_sequence("batch_sizes", batch_sizes, "size")):
        size = as_count(f"batch_sizes[{k}]", size, minimum=1)
        chosen = integers(m, size=(draws, size))
        away = per_example[:, chosen].mean(axis=2) - full["dW"].T
        noise.append(math.hypot(*away.flat) / math.sqrt(draws))
    return np.array(noise)
