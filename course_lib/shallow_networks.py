"""Shallow networks: one hidden layer, forward and backward, in functions and in objects."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from course_lib._validation import (
    FloatArray,
    as_count,
    as_mapping,
    as_matrix,
    as_vector,
    never_nan,
    require_option,
    require_shape,
    require_unit_interval,
)
from course_lib.binary_classification import sigmoid
from course_lib.binary_cross_entropy import _sigmoid_minus
from course_lib.datasets import gate
from course_lib.networks.layers import LinearLayer, ReLULayer, SigmoidLayer, SoftmaxLayer, TanhLayer
from course_lib.networks.passes import (
    l_layer_backward,
    l_layer_forward,
    two_layer_backward,
    two_layer_forward,
)
from course_lib.networks.training import Network, train
from course_lib.sigmoid_derivative import sigmoid_prime

__all__ = [
    "LinearLayer",
    "Network",
    "ReLULayer",
    "SigmoidLayer",
    "SoftmaxLayer",
    "TanhLayer",
    "feature_cross",
    "jacobian_z_W",
    "jacobian_z_a",
    "l_layer_backward",
    "l_layer_forward",
    "per_example_dZ",
    "rows_backward",
    "to_columns",
    "to_rows",
    "train",
    "two_layer_backward",
    "two_layer_forward",
    "xor_seed48_costs",
]


def feature_cross(X: ArrayLike) -> FloatArray:
    """
    Append the product of the two features as a third.

    Parameters
    ----------
    X : array_like, shape (2, m)
        Two features; columns are examples.

    Returns
    -------
    ndarray, shape (3, m)
        Rows x1, x2 and x1 * x2.

    Raises
    ------
    ValueError
        If X does not have two rows.

    Notes
    -----
    Document 004, lines 1143-1268. Equation ``feature-cross`` of the chapter *Shallow
    networks*.

    Examples
    --------
    >>> feature_cross([[0, 0, 1, 1], [0, 1, 0, 1]])
    array([[0., 0., 1., 1.],
           [0., 1., 0., 1.],
           [0., 0., 0., 1.]])
    """
    X = as_matrix("X", X, "(2, m)")
    require_shape("X", X, (2, X.shape[1]), "(2, m)")
    with np.errstate(over="ignore", under="ignore"):
        return np.vstack([X, X[0] * X[1]])


def _checked_rows(
    params: Mapping[str, ArrayLike], X: ArrayLike, Y: ArrayLike
) -> tuple[dict[str, FloatArray], FloatArray, FloatArray]:
    """Read data and parameters in the layout where rows are examples."""
    params, names = as_mapping("params", params), ("W1", "b1", "W2", "b2")
    if missing := [name for name in names if name not in params]:
        raise ValueError(f"params must hold {', '.join(missing)}, got {', '.join(params)}")
    arrays = {name: as_matrix(name, params[name]) for name in names}
    X, Y = as_matrix("X", X, "(m, n_0)"), as_matrix("Y", Y, "(m, n_2)")
    (m, n_0), n_1, n_2 = X.shape, arrays["W1"].shape[1], arrays["W2"].shape[1]
    require_shape("W1", arrays["W1"], (n_0, n_1), "(n_0, n_1)")
    require_shape("b1", arrays["b1"], (1, n_1), "(1, n_1)")
    require_shape("W2", arrays["W2"], (n_1, n_2), "(n_1, n_2)")
    require_shape("b2", arrays["b2"], (1, n_2), "(1, n_2)")
    require_shape("Y", Y, (m, n_2), "(m, n_2)")
    require_unit_interval("Y", Y)
    return arrays, X, Y


@never_nan("params and X")
def rows_backward(
    params: Mapping[str, ArrayLike], X: ArrayLike, Y: ArrayLike
) -> dict[str, FloatArray]:
    """
    Differentiate the two-layer sigmoid network where rows are examples.

    Parameters
    ----------
    params : mapping of str to array_like
        ``W1`` (n_0, n_1), ``b1`` (1, n_1), ``W2`` (n_1, n_2), ``b2`` (1, n_2).
    X : array_like, shape (m, n_0)
        Rows are examples.
    Y : array_like, shape (m, n_2)
        Labels in [0, 1].

    Returns
    -------
    dict of ndarray
        ``dW1, db1, dW2, db2``: gradients of the mean binary cross-entropy, each with the
        shape of its parameter. As in the document, dZ here belongs to one example, and the
        1/m enters in dW and db.

    Raises
    ------
    ValueError
        If shapes do not fit or labels are outside [0, 1].

    Notes
    -----
    Document 002, lines 49-541. Equation ``rows-backward`` of the chapter *Shallow networks*.

    Examples
    --------
    >>> params = {"W1": [[0.0], [0.0]], "b1": [[0.0]], "W2": [[1.0]], "b2": [[-0.5]]}
    >>> rows_backward(params, [[1.0, 2.0]], [[1.0]])["dW1"]
    array([[-0.125],
           [-0.25 ]])
    """
    arrays, X, Y = _checked_rows(params, X, Y)
    m = len(X)
    Z1 = X @ arrays["W1"] + arrays["b1"]
    A1 = sigmoid(Z1)
    dZ2 = _sigmoid_minus(Y, A1 @ arrays["W2"] + arrays["b2"])
    dZ1 = dZ2 @ arrays["W2"].T * sigmoid_prime(Z1)
    return {
        "dW1": X.T @ dZ1 / m,
        "db1": dZ1.mean(axis=0, keepdims=True),
        "dW2": A1.T @ dZ2 / m,
        "db2": dZ2.mean(axis=0, keepdims=True),
    }


def _transposed(params: Mapping[str, ArrayLike], bias_axis: int) -> dict[str, FloatArray]:
    """Transpose every matrix; a bias must have length 1 along `bias_axis`."""
    words = ("(1, n_out)", "(n_out, 1)")[bias_axis]
    result = {}
    for name, value in as_mapping("params", params).items():
        array = as_matrix(name, value)
        if name.lstrip("d").startswith("b") and array.shape[bias_axis] != 1:
            raise ValueError(f"{name} must have shape {words}, got {array.shape}")
        result[name] = array.T.copy()
    return result


def to_rows(params: Mapping[str, ArrayLike]) -> dict[str, FloatArray]:
    """
    Turn parameters (or gradients) for columns into those for rows as examples.

    Parameters
    ----------
    params : mapping of str to array_like
        Weights (n_out, n_in) and biases (n_out, 1), such as ``W1, b1`` or ``dW1, db1``.

    Returns
    -------
    dict of ndarray
        Weights (n_in, n_out) and biases (1, n_out) under the same names.

    Raises
    ------
    ValueError
        If a bias is not a column.

    Notes
    -----
    Document 002 against documents 000, 001 and 004.

    Examples
    --------
    >>> to_rows({"W1": [[1.0, 2.0]], "b1": [[3.0]]})["W1"]
    array([[1.],
           [2.]])
    """
    return _transposed(params, bias_axis=1)


def to_columns(params: Mapping[str, ArrayLike]) -> dict[str, FloatArray]:
    """
    Turn parameters (or gradients) for rows into those for columns as examples.

    Parameters
    ----------
    params : mapping of str to array_like
        Weights (n_in, n_out) and biases (1, n_out).

    Returns
    -------
    dict of ndarray
        Weights (n_out, n_in) and biases (n_out, 1) under the same names.

    Raises
    ------
    ValueError
        If a bias is not a row.

    Examples
    --------
    >>> to_columns({"W1": [[1.0], [2.0]], "b1": [[3.0]]})["W1"]
    array([[1., 2.]])
    """
    return _transposed(params, bias_axis=0)


def per_example_dZ(dZ: ArrayLike) -> FloatArray:
    """
    Turn the gradient of the cost into the gradients of the losses of the examples.

    Parameters
    ----------
    dZ : array_like, shape (n, m)
        Gradient of the mean cost, with the 1/m inside, as in document 000.

    Returns
    -------
    ndarray, shape (n, m)
        ``m * dZ``, as in documents 001 and 002.

    Notes
    -----
    Document 000, line 308, against document 001, lines 212-277.

    Examples
    --------
    >>> per_example_dZ([[0.25, -0.125]])
    array([[ 0.5 , -0.25]])
    """
    dZ = as_matrix("dZ", dZ)
    with np.errstate(over="ignore"):
        return dZ.shape[1] * dZ


def jacobian_z_a(W: ArrayLike, layout: str = "numerator") -> FloatArray:
    """
    Differentiate z = W a + b with respect to the vector a.

    Parameters
    ----------
    W : array_like, shape (n_out, n_in)
        Weights.
    layout : {"numerator", "denominator"}, default="numerator"
        Whether z or a runs along the rows.

    Returns
    -------
    ndarray, shape (n_out, n_in) or (n_in, n_out)
        W in numerator layout, its transpose in denominator layout.

    Raises
    ------
    ValueError
        If `layout` is another word.

    Notes
    -----
    Document 001, lines 144-167. Equation ``jacobian-z-a`` of the chapter *Shallow networks*.

    Examples
    --------
    >>> jacobian_z_a([[1.0, 2.0]], layout="denominator")
    array([[1.],
           [2.]])
    """
    W = as_matrix("W", W, "(n_out, n_in)")
    require_option("layout", layout, ("numerator", "denominator"))
    return (W if layout == "numerator" else W.T).copy()


def jacobian_z_W(a: ArrayLike, n_out: int) -> FloatArray:
    """
    Differentiate z = W a + b with respect to the matrix W.

    Parameters
    ----------
    a : array_like, shape (n_in,)
        Input of the layer.
    n_out : int
        Number of entries of z.

    Returns
    -------
    ndarray, shape (n_out, n_out, n_in)
        Entry [i, j, k] is the derivative of z_i with respect to W_jk: a_k if i = j, else 0.

    Raises
    ------
    ValueError
        If `n_out` is below 1.

    Notes
    -----
    Document 001, lines 169-210; document 004, line 1120. Equation ``jacobian-z-w`` of the
    chapter *Shallow networks*.

    Examples
    --------
    >>> jacobian_z_W([1.0, 2.0], 2)
    array([[[1., 2.],
            [0., 0.]],
    <BLANKLINE>
           [[0., 0.],
            [1., 2.]]])
    """
    a = as_vector("a", a, "(n_in,)")
    return np.eye(as_count("n_out", n_out, minimum=1))[:, :, np.newaxis] * a


def xor_seed48_costs() -> FloatArray:
    """
    Repeat the printed training run of document 004 on XOR.

    Returns
    -------
    ndarray, shape (5000,)
        Squared-error cost before the update of each epoch. The document prints every
        hundredth entry.

    Notes
    -----
    Document 004, lines 1854-1930. A 2-3-1 network of sigmoid units, Xavier weights drawn
    after ``np.random.seed(48)``, hidden layer first, biases 0, learning rate 1.

    Examples
    --------
    >>> float(xor_seed48_costs()[4900].round(12))
    0.000921016643
    """
    rng = np.random.RandomState(48)
    hidden, output = LinearLayer(2, 3, "xavier", rng), LinearLayer(3, 1, "xavier", rng)
    network = Network([hidden, SigmoidLayer(), output, SigmoidLayer()])
    return np.array(train(network, *gate("xor"), learning_rate=1.0, epochs=5000))
