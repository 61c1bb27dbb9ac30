"""Train a network of layers by gradient descent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import ArrayLike

from course_lib._progress import progress
from course_lib._validation import (
    FloatArray,
    Rng,
    as_count,
    as_matrix,
    as_positive,
    as_rng,
    as_sequence,
    require_converging,
    require_option,
    require_shape,
    require_unit_interval,
)
from course_lib.networks.layers import Layer, LinearLayer, SigmoidLayer, SoftmaxLayer
from course_lib.sigmoid_derivative import minibatches

_CostAndGradient = Callable[[FloatArray, FloatArray], tuple[float, FloatArray]]


class Network:
    """
    A stack of layers, the first one next to the input.

    Parameters
    ----------
    layers : sequence of Layer
        Layers of this package, such as `LinearLayer` and `SigmoidLayer`.

    Attributes
    ----------
    layers : list of Layer
        The layers in order of the forward pass.

    Raises
    ------
    ValueError
        If there is no layer.

    Notes
    -----
    Document 004, lines 1854-1920.

    Examples
    --------
    >>> network = Network([LinearLayer(2, 1, rng=np.random.default_rng(0)), SigmoidLayer()])
    >>> network.forward([[0.0], [0.0]])
    array([[0.5]])
    """

    def __init__(self, layers: Sequence[Layer]) -> None:
        self.layers = _checked_layers(layers)

    def forward(self, X: ArrayLike) -> FloatArray:
        """
        Run all layers forward.

        Parameters
        ----------
        X : array_like, shape (n_x, m)
            Columns are examples.

        Returns
        -------
        ndarray, shape (n_L, m)
            Output of the last layer.
        """
        A = as_matrix("X", X)
        for layer in self.layers:
            A = layer.forward(A)
        return A

    def backward(self, dA: ArrayLike) -> FloatArray:
        """
        Run all layers backward.

        Parameters
        ----------
        dA : array_like, shape (n_L, m)
            Gradient of the cost with respect to the output; the 1/m is already in it.

        Returns
        -------
        ndarray, shape (n_x, m)
            Gradient of the cost with respect to X.
        """
        dA = as_matrix("dA", dA)
        for layer in reversed(self.layers):
            dA = layer.backward(dA)
        return dA

    def update(self, learning_rate: float) -> None:
        """
        Take one gradient descent step in every layer that has parameters.

        Parameters
        ----------
        learning_rate : float
            Step length alpha, positive, dimensionless.
        """
        for layer in self.layers:
            if isinstance(layer, LinearLayer):
                layer.update(learning_rate)


def _checked_layers(layers: Sequence[Layer]) -> list[Layer]:
    """Read layers of this package, at least one."""
    listed = as_sequence("layers", layers, "layer")
    for k, layer in enumerate(listed):
        if not callable(getattr(layer, "_forward", None)):
            raise TypeError(f"layers[{k}] must be a layer such as ReLULayer(), got {layer!r}")
    return listed


def _squared_error(A: FloatArray, Y: FloatArray) -> tuple[float, FloatArray]:
    """Cost and its gradient with respect to the output A."""
    m = A.shape[1]
    dA = A - Y
    cost = 0.5 / m * np.add.reduce(np.square(dA), axis=None)
    dA *= 1.0 / m
    return cost, dA


def _bce_of_sigmoid(Z: FloatArray, Y: FloatArray) -> tuple[float, FloatArray]:
    """Cost and its gradient with respect to the logits Z, sigmoid included."""
    m = Z.shape[1]
    E = np.abs(Z)
    np.negative(E, out=E)
    np.exp(E, out=E)
    loss = np.maximum(Z, 0.0)
    loss -= Z * Y
    loss += np.log1p(E)
    dZ = np.where(Z < 0.0, E, 1.0)
    E += 1.0
    dZ /= E
    dZ -= Y
    dZ *= 1.0 / m
    return np.add.reduce(loss, axis=None) / m, dZ


def _cross_entropy_of_softmax(Z: FloatArray, Y: FloatArray) -> tuple[float, FloatArray]:
    """Cost and its gradient with respect to the logits Z, softmax included."""
    m = Z.shape[1]
    S = Z - np.maximum.reduce(Z, axis=0)
    dZ = np.exp(S)
    total = np.add.reduce(dZ, axis=0)
    S *= Y
    # Each column of Y sums to 1, so the log of the total counts once for each example.
    cost = (np.add.reduce(np.log(total)) - np.add.reduce(S, axis=None)) / m
    dZ /= total
    dZ -= Y
    dZ *= 1.0 / m
    return cost, dZ


# The three functions above fuse what binary_cross_entropy and softmax offer one by one and
# check nothing; the tests hold them against those modules.
# Each loss with the output layer that its gradient already includes.
_LOSSES: dict[str, tuple[_CostAndGradient, type[Layer] | None]] = {
    "squared_error": (_squared_error, None),
    "bce": (_bce_of_sigmoid, SigmoidLayer),
    "cross_entropy": (_cross_entropy_of_softmax, SoftmaxLayer),
}


def _checked_data(
    network: Network, X: ArrayLike, Y: ArrayLike, loss: str
) -> tuple[FloatArray, FloatArray]:
    """Read the data and make sure once that they fit the network and the loss."""
    if not isinstance(network, Network):
        raise TypeError(f"network must be a Network, got {network!r}")
    require_option("loss", loss, _LOSSES)
    X, Y = as_matrix("X", X, "(n_x, m)"), as_matrix("Y", Y, "(n_L, m)")
    require_shape("Y", Y, network.forward(X).shape, "(n_L, m)")
    included = _LOSSES[loss][1]
    if included is not None and not isinstance(network.layers[-1], included):
        raise ValueError(
            f"loss={loss!r} needs {included.__name__} as the last layer of network, "
            f"got {type(network.layers[-1]).__name__}"
        )
    if loss != "squared_error":
        require_unit_interval("Y", Y)
    if loss == "cross_entropy" and not np.allclose(Y.sum(axis=0), 1.0):
        raise ValueError("Y must have columns that sum to 1, one for each example")
    return X, Y


def _batches(
    X: FloatArray, Y: FloatArray, batch_size: int | None, rng: Rng | None
) -> Iterator[tuple[FloatArray, FloatArray]]:
    """Yield the batches of one epoch: all examples, slices in order, or a shuffle."""
    if batch_size is None:
        return iter([(X, Y)])
    if rng is not None:
        return minibatches(X, Y, batch_size, rng)
    starts = range(0, X.shape[1], batch_size)
    return ((X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in starts)


def train(
    network: Network,
    X: ArrayLike,
    Y: ArrayLike,
    learning_rate: float,
    epochs: int,
    loss: str = "squared_error",
    batch_size: int | None = None,
    rng: Rng | None = None,
) -> list[float]:
    """
    Train a network by gradient descent and record the cost.

    Parameters
    ----------
    network : Network
        Its layers are trained where they are; parameter arrays are replaced, not overwritten.
    X : array_like, shape (n_x, m)
        Columns are examples.
    Y : array_like, shape (n_L, m)
        Labels; one-hot for "cross_entropy".
    learning_rate : float
        Step length alpha, dimensionless.
    epochs : int
        How often to go through all examples. A bar shows the progress when it takes long.
    loss : {"squared_error", "bce", "cross_entropy"}, default="squared_error"
        "bce" needs a `SigmoidLayer` at the end, "cross_entropy" a `SoftmaxLayer`: both are
        then computed from the logits, which is stable.
    batch_size : int, optional
        Examples for each update; None takes all of them.
    rng : numpy.random.Generator, optional
        Shuffles the examples anew in every epoch. None keeps their order.

    Returns
    -------
    list of float
        One cost an epoch, each the mean over examples before the update that uses them.

    Raises
    ------
    ValueError
        If the data do not fit the network or the loss.
    FloatingPointError
        If the training diverges.

    Notes
    -----
    Document 004, lines 1854-1920. Equation ``mean-cost-gradient`` of the chapter *Shallow
    networks*: the 1/m enters at the output.

    Examples
    --------
    >>> network = Network([LinearLayer(2, 1, rng=np.random.default_rng(0)), SigmoidLayer()])
    >>> X, Y = [[0, 0, 1, 1], [0, 1, 0, 1]], [[0, 1, 1, 1]]
    >>> costs = train(network, X, Y, learning_rate=1.0, epochs=100, loss="bce")
    >>> len(costs), costs[-1] < costs[0]
    (100, True)
    """
    X, Y = _checked_data(network, X, Y, loss)
    rate, epochs = as_positive("learning_rate", learning_rate), as_count("epochs", epochs)
    if batch_size is not None:
        batch_size = as_count("batch_size", batch_size, minimum=1)
    if rng is not None:
        rng = as_rng("rng", rng)
    for layer in network.layers:
        if isinstance(layer, LinearLayer):
            layer._own_params()
    costs = []
    # exp may overflow to infinity in a sigmoid layer, where 1 / infinity = 0 is right.
    with np.errstate(over="ignore", invalid="ignore"):
        for epoch in progress(range(epochs), "training"):
            total = sum(
                _step(network.layers, X_batch, Y_batch, rate, loss) * X_batch.shape[1]
                for X_batch, Y_batch in _batches(X, Y, batch_size, rng)
            )
            costs.append(float(total / X.shape[1]))
            require_converging(costs[-1], epoch, rate, X)
        linear = [layer for layer in network.layers if isinstance(layer, LinearLayer)]
        weights = sum(float(part.sum()) for layer in linear for part in layer.params.values())
    require_converging(weights, epochs - 1, rate, X, "sum of the weights")
    return costs


def _step(
    layers: list[Layer], X: FloatArray, Y: FloatArray, learning_rate: float, loss: str
) -> float:
    """Make one update without checks and give the cost before it."""
    cost_and_gradient, included = _LOSSES[loss]
    trained = layers if included is None else layers[:-1]
    A = X
    for layer in trained:
        A = layer._forward(A)
    cost, dA = cost_and_gradient(A, Y)
    first = trained[0]
    for layer in reversed(trained[1:]):
        dA = layer._backward(dA)
    # Nobody asks for the gradient with respect to X.
    if isinstance(first, LinearLayer):
        first._set_grads(dA)
    for layer in trained:
        if isinstance(layer, LinearLayer):
            layer._update(learning_rate)
    return cost
