"""Functions that cases call by name.

`TEST_FUNCTIONS` are passed to student code as arguments (an f to differentiate).
`OBSERVERS` turn results that may rightly differ, such as a shuffle, into facts
that may not. Both are shipped to students, so neither may hold an answer.
"""

from collections.abc import Callable
from typing import Any

import numpy as np


def cubic(x: Any) -> float:
    """Sum of x³ over all entries: a function whose central differences are not exact."""
    return float(np.sum(np.asarray(x) ** 3))


def sum_of_squares(x: Any) -> float:
    """Sum of x² over all entries."""
    return float(np.sum(np.asarray(x) ** 2))


def sines(x: Any) -> float:
    """Sum of sin x over all entries, each weighted by its position, so that order matters."""
    flat = np.ravel(x)
    return float(np.sin(flat) @ np.arange(1.0, flat.size + 1.0))


TEST_FUNCTIONS: dict[str, Callable[[Any], float]] = {
    function.__name__: function for function in (cubic, sum_of_squares, sines)
}


def find(name: str) -> Callable[[Any], float]:
    """Return the test function of that name."""
    return TEST_FUNCTIONS[name]


def name_of(function: object) -> str | None:
    """Return the name of a test function, or None if it is not one."""
    return next((name for name, known in TEST_FUNCTIONS.items() if known is function), None)


def batches(values: list[Any]) -> dict[str, Any]:
    """
    Facts about epochs of mini-batches that hold for every shuffle.

    Parameters
    ----------
    values : list
        One list of (X, Y) pairs for each epoch.

    Returns
    -------
    dict
        Batch sizes, the columns in sorted order, and whether the order changed.
    """
    epochs = [[pair_of_arrays(pair) for pair in epoch] for epoch in values]
    joined = [np.concatenate([np.vstack(pair) for pair in epoch], axis=1) for epoch in epochs]
    return {
        "the number of columns in each batch": [[X.shape[1] for X, _ in epoch] for epoch in epochs],
        "the columns of X and Y together, in any order": [
            columns[:, np.lexsort(columns)] for columns in joined
        ],
        "another order in the next epoch": not all(
            np.array_equal(joined[0], columns) for columns in joined[1:]
        ),
    }


def pair_of_arrays(pair: Any) -> tuple[np.ndarray, np.ndarray]:
    """Demand a pair (X, Y) of matrices with equally many columns."""
    if not isinstance(pair, (list, tuple)) or len(pair) != 2:
        raise ValueError("must consist of pairs (X, Y)")
    for part in pair:
        if not isinstance(part, np.ndarray) or part.ndim != 2:
            raise ValueError("must consist of pairs of 2-D arrays")
    if pair[0].shape[1] != pair[1].shape[1]:
        raise ValueError("must keep X and Y together: a batch has unequal numbers of columns")
    return pair[0], pair[1]


def draw_statistics(values: list[Any]) -> dict[str, Any]:
    """
    Facts about a random draw of parameters that hold for every order of drawing.

    Parameters
    ----------
    values : list
        Dicts with "W" and "b": the first two drawn from equal generators, a third,
        if there is one, from the first generator as it went on.

    Returns
    -------
    dict
        Shape, mean and spread of W, the values of b, whether equal generators gave
        equal draws, and whether the next draw is another one.
    """
    first, second = values[0], values[1]
    W = np.asarray(first["W"], dtype=np.float64)
    facts = {
        "the shape of W": list(W.shape),
        "the mean of W": float(W.mean()),
        "the spread (standard deviation) of W": float(W.std()),
        "b": first["b"],
        "the same draw from the same generator": bool(np.array_equal(W, second["W"])),
    }
    for later in values[2:]:
        facts["another draw from a generator that has moved on"] = not np.array_equal(W, later["W"])
    return facts


OBSERVERS: dict[str, Callable[[list[Any]], dict[str, Any]]] = {
    "batches": batches,
    "draw_statistics": draw_statistics,
}
