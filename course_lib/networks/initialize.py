"""How the weights of a layer are drawn at first."""

from __future__ import annotations

import numpy as np

from course_lib._validation import FloatArray, Rng, as_count, as_rng, require_option


def initialize_parameters(
    n_in: int,
    n_out: int,
    init: str = "plain",
    rng: Rng | None = None,
) -> dict[str, FloatArray]:
    """
    Draw the first weights of a layer; the biases start at zero.

    Parameters
    ----------
    n_in, n_out : int
        Width of the layer before and of this layer.
    init : {"plain", "xavier", "he"}, default="plain"
        Spread of the weights: 0.01, 1 / sqrt(n_in) or sqrt(2 / n_in).
    rng : numpy.random.Generator or numpy.random.RandomState, optional
        Source of the draw. None draws from the global state of `numpy.random`.

    Returns
    -------
    dict of ndarray
        ``W`` (n_out, n_in) and ``b`` (n_out, 1).

    Raises
    ------
    ValueError
        If `init` is unknown or a width is below 1.

    Notes
    -----
    Document 004, lines 1651 and 1798-1800. Equations ``init-xavier`` and ``init-he`` of the
    chapter *Gradient flow*.

    Examples
    --------
    >>> layer = initialize_parameters(2, 3, "xavier", np.random.RandomState(48))
    >>> layer["W"][0].round(4), layer["b"].shape
    (array([-0.7026, -0.7519]), (3, 1))
    """
    require_option("init", init, ("plain", "xavier", "he"))
    n_in, n_out = as_count("n_in", n_in, minimum=1), as_count("n_out", n_out, minimum=1)
    # The global state is what a printed log with np.random.seed refers to.
    draw = np.random if rng is None else as_rng("rng", rng)
    N = draw.standard_normal((n_out, n_in))
    if init == "plain":
        W = 0.01 * N
    elif init == "xavier":
        W = N / np.sqrt(n_in)
    else:
        W = N * np.sqrt(2.0 / n_in)
    return {"W": W, "b": np.zeros((n_out, 1))}
