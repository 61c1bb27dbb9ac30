"""The regularizers of the chapter *Architecture sizing*: cures for too many parameters."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from course_lib._validation import (
    FloatArray,
    Rng,
    as_mapping,
    as_matrix,
    as_number,
    as_rng,
    as_size,
)


def l2_penalty(params: Mapping[str, ArrayLike], strength: float) -> float:
    """
    Price large weights; biases are free.

    Parameters
    ----------
    params : mapping of str to array_like
        Parameters ``W1, b1, W2, b2, ...``; only names that start with ``W`` count.
    strength : float
        The factor lambda, at least 0.

    Returns
    -------
    float
        lambda / 2 times the sum of all squared weights, to be added to the cost.
        It has no 1/m: the cost is already a mean.

    Raises
    ------
    ValueError
        If `strength` is negative.

    Notes
    -----
    Only named in document 003, lines 647 and 683. Equation ``l2-penalty`` of the chapter
    *Architecture sizing*. Its gradient with respect to W is lambda W.

    Examples
    --------
    >>> l2_penalty({"W1": [[3.0, 4.0]], "b1": [[7.0]]}, strength=0.1)
    1.25
    """
    factor, arrays = as_size("strength", strength), as_mapping("params", params)
    weights = [as_matrix(k, v, "(n_out, n_in)") for k, v in arrays.items() if k.startswith("W")]
    with np.errstate(over="ignore", under="ignore"):
        return 0.5 * float(sum(np.sum(factor * W * W) for W in weights))


def dropout(A: ArrayLike, keep: float, rng: Rng) -> tuple[FloatArray, FloatArray]:
    """
    Switch units off at random while training (inverted dropout).

    Parameters
    ----------
    A : array_like, shape (n, m)
        Activations of a hidden layer.
    keep : float
        Probability in (0, 1] that an entry is kept.
    rng : numpy.random.Generator
        Source of the random mask.

    Returns
    -------
    dropped : ndarray, shape (n, m)
        ``A * mask``; its expected value is A, so nothing changes when predicting.
    mask : ndarray, shape (n, m)
        0 or ``1 / keep``; the backward pass multiplies dA by the same mask.

    Raises
    ------
    ValueError
        If `keep` is outside (0, 1].

    Notes
    -----
    Only named in document 003, lines 683 and 717. Equation ``dropout`` of the chapter
    *Architecture sizing*.

    Examples
    --------
    >>> dropout([[1.0, 2.0]], keep=1.0, rng=np.random.default_rng(0))[0]
    array([[1., 2.]])
    """
    A = as_matrix("A", A, "(n, m)")
    probability = as_number("keep", keep)
    if not 0.0 < probability <= 1.0:
        raise ValueError(f"keep must lie in (0, 1], got {probability}")
    mask = (as_rng("rng", rng).random(A.shape) < probability) / probability
    with np.errstate(over="ignore", invalid="ignore"):
        return np.where(mask > 0.0, A * mask, 0.0), mask
