"""Second derivatives of the cost of one neuron: how curved its landscape is.

Companion to the chapter *Sigmoid derivative*.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_lib._validation import FloatArray, as_matrix, never_nan, require_shape
from course_lib.sigmoid_derivative import sigmoid_prime

__all__ = ["logistic_curvature"]


@never_nan("W, b and X")
def logistic_curvature(W: ArrayLike, b: ArrayLike, X: ArrayLike) -> FloatArray:
    r"""
    Second derivatives of the mean cross-entropy of one neuron, by its weights and its bias.

    Parameters
    ----------
    W : array_like of shape (1, n)
        Weights, dimensionless.
    b : array_like of shape (1, 1)
        Bias, dimensionless.
    X : array_like of shape (n, m)
        Data, one column an example.

    Returns
    -------
    ndarray of shape (n + 1, n + 1)
        Symmetric, weights first, the bias last, in nats; with the 1/m. The labels do not
        matter. Its eigenvalues are the curvatures of the cost along its axes, none negative.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    The mean of :math:`p(1-p)` times the outer product of ``(x, 1)`` with itself. Equation
    ``cost-curvature`` of the chapter *Sigmoid derivative*.

    Examples
    --------
    >>> logistic_curvature([[0.0]], [[0.0]], [[-2.0, 2.0]])
    array([[1.  , 0.  ],
           [0.  , 0.25]])
    """
    W, b, X = as_matrix("W", W, "(1, n)"), as_matrix("b", b, "(1, 1)"), as_matrix("X", X)
    require_shape("W", W, (1, X.shape[0]), "(1, n)")
    require_shape("b", b, (1, 1), "(1, 1)")
    inputs = np.vstack([X, np.ones_like(X[:1])])
    return (inputs * sigmoid_prime(W @ X + b)) @ inputs.T / X.shape[1]
