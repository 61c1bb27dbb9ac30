"""Architecture sizing: how deep, how wide, and what the data can pay for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from course_lib._regularizers import dropout, l2_penalty
from course_lib._validation import (
    as_count,
    as_flag,
    as_positive,
    as_sequence,
    require_option,
)

__all__ = [
    "count_layers",
    "depth_bound",
    "dropout",
    "fits_budget",
    "l2_penalty",
    "parameter_budget",
    "parameter_count",
    "parameter_terms",
    "parameters_per_sample",
    "recommend_output",
    "shrink_to_budget",
    "starting_architecture",
]

SAMPLES_PER_PARAMETER = 5
SMALL_BELOW = 1_000
LARGE_FROM = 10_000

_OUTPUTS = {
    "regression": {"output": "identity", "losses": ("squared error", "absolute error")},
    "binary": {"output": "sigmoid", "losses": ("binary cross-entropy",)},
    "multiclass": {"output": "softmax", "losses": ("cross-entropy",)},
}


def _whole(name: str, value: object) -> int:
    """Read a count of at least one."""
    return as_count(name, value, minimum=1)


def _widths(layers: Sequence[int]) -> list[int]:
    """Read the widths of a network, input layer first."""
    listed = as_sequence("layers", layers, "width")
    widths = [_whole(f"layers[{k}]", width) for k, width in enumerate(listed)]
    if len(widths) < 2:
        raise ValueError(f"layers must hold at least an input and an output width, got {widths}")
    return widths


def parameter_terms(layers: Sequence[int]) -> list[int]:
    """
    Count the parameters of each layer: weights and biases.

    Parameters
    ----------
    layers : sequence of int
        Widths, input layer first, such as ``[20, 40, 3]``.

    Returns
    -------
    list of int
        ``n_in * n_out + n_out`` for each pair of neighboring widths.

    Raises
    ------
    TypeError
        If a width is not a whole number.
    ValueError
        If a width is below 1 or fewer than two are given.

    Notes
    -----
    Document 003, lines 632-715; document 001, lines 71-78. Equation
    ``parameter-terms`` of the chapter *Architecture sizing*.

    Examples
    --------
    >>> parameter_terms([20, 40, 3])
    [840, 123]
    """
    widths = _widths(layers)
    return [n_in * n_out + n_out for n_in, n_out in pairwise(widths)]


def parameter_count(layers: Sequence[int]) -> int:
    """
    Count all weights and biases of a fully connected network.

    Parameters
    ----------
    layers : sequence of int
        Widths, input layer first.

    Returns
    -------
    int
        Sum of `parameter_terms`.

    Notes
    -----
    Document 003, lines 632-715, where three of the printed counts are wrong.
    Equation ``parameter-count`` of the chapter *Architecture sizing*.

    Examples
    --------
    >>> parameter_count([20, 40, 3])
    963
    >>> parameter_count([784, 64, 32, 10])  # document 003 prints 52,458
    52650
    """
    return sum(parameter_terms(layers))


def depth_bound(n_samples: int, n_features: int, n_classes: int) -> int:
    """
    Bound the number of weight layers by the amount of data.

    Parameters
    ----------
    n_samples : int
        Number of training examples M.
    n_features : int
        Number of features d of an example.
    n_classes : int
        Number of classes c.

    Returns
    -------
    int
        floor(log2(M / (d c)) + 1), at least 1.

    Notes
    -----
    Document 003, lines 628-631 and 695-697. Equation ``depth-bound`` of the
    chapter *Architecture sizing*. A whole quotient of k binary digits has a
    floored log2 of k - 1, so no logarithm is rounded here.

    Examples
    --------
    >>> depth_bound(800, 20, 3)
    4
    """
    ratio = _whole("n_samples", n_samples) // (
        _whole("n_features", n_features) * _whole("n_classes", n_classes)
    )
    return max(1, ratio.bit_length())


def parameter_budget(n_samples: int, samples_per_parameter: float = SAMPLES_PER_PARAMETER) -> float:
    """
    Say how many parameters the data can pay for.

    Parameters
    ----------
    n_samples : int
        Number of training examples M.
    samples_per_parameter : float, default=5
        How many examples one parameter costs.

    Returns
    -------
    float
        ``n_samples / samples_per_parameter``.

    Raises
    ------
    ValueError
        If `samples_per_parameter` is not positive.

    Notes
    -----
    Document 003, lines 639-647. Equation ``parameter-budget`` of the chapter
    *Architecture sizing*.

    Examples
    --------
    >>> parameter_budget(800)
    160.0
    """
    return _whole("n_samples", n_samples) / as_positive(
        "samples_per_parameter", samples_per_parameter
    )


def fits_budget(layers: Sequence[int], n_samples: int) -> bool:
    """
    Tell whether a network keeps within one parameter for five examples.

    Parameters
    ----------
    layers : sequence of int
        Widths, input layer first.
    n_samples : int
        Number of training examples M.

    Returns
    -------
    bool
        True if `parameter_count` is at most `parameter_budget`.

    Notes
    -----
    Document 003, lines 639-647, 667 and 707. Equation ``fits-budget`` of the chapter
    *Architecture sizing*.

    Examples
    --------
    >>> fits_budget([20, 40, 3], 800), fits_budget([20, 6, 3], 800)
    (False, True)
    """
    return parameter_count(layers) <= parameter_budget(n_samples)


def starting_architecture(n_features: int, n_classes: int, n_samples: int) -> list[int]:
    """
    Propose the first network to try, by the size of the data.

    Parameters
    ----------
    n_features : int
        Number of features d.
    n_classes : int
        Number of classes c.
    n_samples : int
        Number of training examples M.

    Returns
    -------
    list of int
        ``[d, 2d, c]`` below 1000 examples, ``[d, 5d, 2d, d, c]`` from 10000 on,
        ``[d, 3d, d, c]`` between.

    Notes
    -----
    Document 003, lines 632-633, 659-661 and 699-701. Equation
    ``starting-architecture`` of the chapter *Architecture sizing*.

    Examples
    --------
    >>> starting_architecture(20, 3, 800)
    [20, 40, 3]
    """
    d = _whole("n_features", n_features)
    if _whole("n_samples", n_samples) < SMALL_BELOW:
        hidden = [2 * d]
    elif n_samples < LARGE_FROM:
        hidden = [3 * d, d]
    else:
        hidden = [5 * d, 2 * d, d]
    return [d, *hidden, _whole("n_classes", n_classes)]


def shrink_to_budget(n_features: int, n_classes: int, n_samples: int) -> list[int]:
    """
    Find the widest network with one hidden layer that the data can pay for.

    Parameters
    ----------
    n_features : int
        Number of features d.
    n_classes : int
        Number of classes c.
    n_samples : int
        Number of training examples M.

    Returns
    -------
    list of int
        ``[d, h, c]`` with the largest h for which h (d + c + 1) + c <= M / 5.

    Raises
    ------
    ValueError
        If even one hidden unit costs more than the budget.

    Notes
    -----
    Document 003, lines 641-647. Equation ``widest-hidden-layer`` of the chapter
    *Architecture sizing*. Whole-number division keeps the exact budget exact.

    Examples
    --------
    >>> shrink_to_budget(20, 3, 800)
    [20, 6, 3]
    """
    d, c = _whole("n_features", n_features), _whole("n_classes", n_classes)
    M = _whole("n_samples", n_samples)
    h = (M - SAMPLES_PER_PARAMETER * c) // (SAMPLES_PER_PARAMETER * (d + c + 1))
    if h < 1:
        raise ValueError(
            f"n_samples must pay for at least one hidden unit: [{d}, 1, {c}] has "
            f"{parameter_count([d, 1, c])} parameters, the budget is {parameter_budget(M):g}"
        )
    return [d, h, c]


def count_layers(layers: Sequence[int], count_input: bool = False) -> int:
    """
    Count the layers of a network.

    Parameters
    ----------
    layers : sequence of int
        Widths, input layer first.
    count_input : bool, default=False
        Whether the input counts as a layer, as in document 002.

    Returns
    -------
    int
        Number of layers with weights, plus one if `count_input`.

    Notes
    -----
    Document 004, lines 1609-1613, counts weight layers; document 002 counts the
    input too. Equation ``layer-count`` of the chapter *Architecture sizing*.

    Examples
    --------
    >>> count_layers([2, 3, 1]), count_layers([2, 3, 1], count_input=True)
    (2, 3)
    """
    return len(_widths(layers)) - (0 if as_flag("count_input", count_input) else 1)


def parameters_per_sample(layers: Sequence[int], n_samples: int) -> float:
    """
    Divide the number of parameters by the number of examples.

    Parameters
    ----------
    layers : sequence of int
        Widths, input layer first.
    n_samples : int
        Number of training examples M.

    Returns
    -------
    float
        Parameters for each example; the budget allows 0.2.

    Notes
    -----
    Document 003, line 715.

    Examples
    --------
    >>> round(parameters_per_sample([1000, 512, 256, 128, 5], 50_000), 2)
    13.55
    """
    return parameter_count(layers) / _whole("n_samples", n_samples)


def recommend_output(task: str) -> dict[str, object]:
    """
    Name the output activation and the losses that go with a task.

    Parameters
    ----------
    task : {"regression", "binary", "multiclass"}
        What the network is for.

    Returns
    -------
    dict
        ``output`` (str) and ``losses`` (tuple of str).

    Raises
    ------
    ValueError
        If `task` is another word.

    Notes
    -----
    Document 003, lines 1010-1018.

    Examples
    --------
    >>> recommend_output("binary")
    {'output': 'sigmoid', 'losses': ('binary cross-entropy',)}
    """
    require_option("task", task, _OUTPUTS)
    return dict(_OUTPUTS[task])
