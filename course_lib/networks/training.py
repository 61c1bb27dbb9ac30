"""Train a network of layers by gradient descent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

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
    never_nan,
    require_converging,
    require_option,
    require_shape,
    require_unit_interval,
)
from course_lib.networks.layers import Layer, LinearLayer, SigmoidLayer, SoftmaxLayer
from course_lib.sigmoid_derivative import _shuffled_batches

_Batch = tuple[FloatArray, FloatArray]
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
    """Sum of the losses, and the gradient of their mean with respect to the output A."""
    dA = A - Y
    total = 0.5 * float(np.vdot(dA, dA))
    dA *= 1.0 / A.shape[1]
    return total, dA


_HALF = np.array(0.5)  # an array, because NumPy turns a plain number into one at each call


def _bce_of_sigmoid(Z: FloatArray, Y: FloatArray) -> tuple[float, FloatArray]:
    """Sum of the losses, and the gradient of their mean by the logits Z, sigmoid included."""
    softplus = np.log1p(np.exp(-np.abs(Z)))
    dZ = np.copysign(_HALF, Z)
    dZ += _HALF
    dZ -= Y  # the error if the output were 0 or 1; what is added to it never cancels
    total = float(np.vdot(Z, dZ) + np.add.reduce(softplus, axis=None))
    dZ -= np.copysign(np.expm1(-softplus), Z)
    dZ /= Z.shape[1]
    return total, dZ


def _cross_entropy_of_softmax(Z: FloatArray, Y: FloatArray) -> tuple[float, FloatArray]:
    """Sum of the losses, and the gradient of their mean by the logits Z, softmax included."""
    S = Z - np.maximum.reduce(Z, axis=0)
    dZ = np.exp(S)
    dZ -= Y
    # The sum of the exponentials but for 1, because each column of Y sums to 1: where the
    # label is the likeliest class, nothing is subtracted from 1.
    others = np.add.reduce(dZ, axis=0)
    total = float(np.add.reduce(np.log1p(others)) - np.vdot(S, Y))
    dZ -= np.multiply(Y, others, out=S)
    others += 1.0
    others *= Z.shape[1]
    dZ /= others
    return total, dZ


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
    n_out = len(network.forward(X[:, :1]))
    require_shape("Y", Y, (n_out, X.shape[1]), "(n_L, m)")
    included = _LOSSES[loss][1]
    if included is not None and not isinstance(network.layers[-1], included):
        raise ValueError(
            f"loss={loss!r} needs {included.__name__} as the last layer of network, "
            f"got {type(network.layers[-1]).__name__}"
        )
    if loss != "squared_error":
        require_unit_interval("Y", Y)
    if loss == "cross_entropy":
        sums = Y.sum(axis=0)
        if not np.allclose(sums, 1.0):
            raise ValueError("Y must have columns that sum to 1, one for each example")
        return X, Y / sums
    return X, Y


def _in_one_piece(layers: Sequence[Layer]) -> tuple[FloatArray, FloatArray]:
    """Lay copies of all parameters in one vector, their gradients in another, in the same order."""
    linear = [layer for layer in layers if isinstance(layer, LinearLayer)]
    parts = [value.ravel() for layer in linear for value in layer.params.values()]
    weights = np.concatenate([*parts, np.zeros(0)])
    slopes, start = np.zeros_like(weights), 0
    for layer in linear:
        old, layer.params, layer.grads = layer.params, {}, {}
        for name, value in old.items():
            place = slice(start, start + value.size)
            layer.params[name] = weights[place].reshape(value.shape)
            layer.grads[f"d{name}"] = slopes[place].reshape(value.shape)
            start = place.stop
    return weights, slopes


def _in_order(X: FloatArray, Y: FloatArray, batch_size: int) -> Iterator[_Batch]:
    """Blocks of one epoch, each copied to the same place: its rows then lie near each other."""
    room = np.empty((len(X), batch_size))
    for k in range(0, X.shape[1], batch_size):
        labels = Y[:, k : k + batch_size]
        block = room[:, : labels.shape[1]]
        block[:] = X[:, k : k + batch_size]
        yield block, labels


def _epoch(
    X: FloatArray, Y: FloatArray, batch_size: int | None, rng: Rng | None
) -> Callable[[], Iterable[_Batch]]:
    """Give what makes the batches of an epoch: all examples, blocks in order, or a new shuffle."""
    if batch_size is None:
        if rng is not None:
            raise ValueError("batch_size must be a number where rng shuffles, got None")
        return lambda: [(X, Y)]
    batch_size = as_count("batch_size", batch_size, minimum=1)
    if rng is None:
        return partial(_in_order, X, Y, batch_size)
    # In this order of memory the numbers of an example lie together, so that it is quickly fetched.
    X, Y = np.asfortranarray(X), np.asfortranarray(Y)
    return partial(_shuffled_batches, X, Y, batch_size, as_rng("rng", rng))


@never_nan("X and the weights of network")
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
        Shuffles the examples anew in every epoch, for which a copy of `X` is made. None keeps
        their order.

    Returns
    -------
    list of float
        One cost an epoch, each the mean over examples before the update that uses them.

    Raises
    ------
    ValueError
        If the data do not fit the network or the loss.
    FloatingPointError
        If the training diverges; the parameters are of no use then.

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
    batches = _epoch(X, Y, batch_size, rng)
    cost_and_gradient, included = _LOSSES[loss]
    trained = network.layers if included is None else network.layers[:-1]
    weights, slopes = _in_one_piece(trained)
    forward = [layer._forward for layer in trained]
    backward: list[Callable[[FloatArray], Any]] = [layer._backward for layer in trained[:0:-1]]
    if trained and isinstance(trained[0], LinearLayer):
        backward.append(trained[0]._set_grads)  # nobody asks for the gradient by X
    costs, step = [], np.empty_like(weights)
    # exp may overflow to infinity in a sigmoid layer, where 1 / infinity = 0 is right.
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        for epoch in progress(range(epochs), "training"):
            total = 0.0
            for A, labels in batches():
                for run in forward:
                    A = run(A)
                loss_of_batch, dA = cost_and_gradient(A, labels)
                for run in backward:
                    dA = run(dA)
                total += loss_of_batch
                weights -= np.multiply(slopes, rate, out=step)
            costs.append(total / X.shape[1])
            require_converging(costs[-1], epoch, rate, X)
        require_converging(float(weights.sum()), epochs - 1, rate, X, "sum of the weights")
    return costs
