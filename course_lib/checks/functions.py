"""Functions that cases call by name.

`TEST_FUNCTIONS` are passed to student code as arguments (an f to differentiate).
`OBSERVERS` turn results that may rightly differ, such as a shuffle, into facts
that may not. Both are shipped to students, so neither may hold an answer.
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

# Fewer numbers in random order might agree by chance.
ENOUGH_NUMBERS = 30


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


def product(x: Any) -> float:
    """Product of all entries: what one entry does depends on all others."""
    return float(np.prod(x))


def row_norms(x: Any) -> float:
    """Sum of the lengths of the rows: it needs a matrix."""
    rows, _ = np.shape(x)
    return float(sum(np.sqrt(np.sum(np.asarray(x)[k] ** 2)) for k in range(rows)))


TEST_FUNCTIONS: dict[str, Callable[[Any], float]] = {
    function.__name__: function for function in (cubic, sum_of_squares, sines, product, row_norms)
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
        Batch sizes, the columns in sorted order, and whether the order is drawn anew.
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
        "other neighbors in the next epoch": all(
            neighbors_kept(joined[0], columns) <= 0.6 for columns in joined[1:]
        ),
    }


def neighbors_kept(one: np.ndarray, other: np.ndarray) -> float:
    """Tell how many of the columns have the next column that they had, the first after the last."""
    before, after = [[tuple(c) for c in columns.T.tolist()] for columns in (one, other)]
    following = dict(zip(before, before[1:] + before[:1], strict=True))
    kept = [following.get(c) == d for c, d in zip(after, after[1:] + after[:1], strict=True)]
    return sum(kept) / max(1, len(kept))


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
        Shape, mean and spread of W, whether it is spread as normal numbers are, was left as it
        was drawn, and has no two equal rows or columns, the values of b, whether equal
        generators gave equal draws, and whether the next draw is another one.
    """
    if not all(isinstance(value, dict) for value in values):
        raise ValueError("must be a dict with the keys 'W' and 'b'")
    first, second = values[0], values[1]
    W = np.asarray(first["W"], dtype=np.float64)
    facts = {
        "the shape of W": list(W.shape),
        "the mean of W": float(W.mean()),
        "the spread (standard deviation) of W": float(W.std()),
        "W, drawn from normal numbers": looks_normal(W),
        "W, left as it was drawn": is_as_drawn(W),
        "W, with no two equal rows or columns": W.ndim == 2 and all_differ(W) and all_differ(W.T),
        "b": first["b"],
        "the same draw from the same generator": bool(np.array_equal(W, second["W"])),
    }
    for later in values[2:]:
        facts["another draw from a generator that has moved on"] = not np.array_equal(W, later["W"])
    return facts


def looks_normal(W: np.ndarray) -> bool:
    """Tell whether numbers are spread as normal numbers; by chance they are not once in 10**9."""
    if not np.isfinite(W).all() or not W.std():
        return False
    z = np.sort(((W - W.mean()) / W.std()).ravel())
    points = np.linspace(-2.0, 2.0, 17)
    below = np.searchsorted(z, points) / z.size
    normal = np.array([0.5 + 0.5 * math.erf(point / math.sqrt(2.0)) for point in points])
    return bool(np.abs(below - normal).max() * math.sqrt(z.size) < 3.3)


def is_as_drawn(W: np.ndarray) -> bool:
    """Tell whether numbers were not cut off or centered after they were drawn."""
    ends = W[(W == W.max()) | (W == W.min())]
    return len(np.unique(ends)) == len(ends) and bool(abs(W.mean()) > 1e-9 * W.std())


def all_differ(rows: np.ndarray) -> bool:
    """Tell whether no two rows are equal; single numbers may be by chance."""
    return rows.shape[1] < 2 or len({row.tobytes() for row in rows}) == len(rows)


def generators(values: list[Any]) -> dict[str, Any]:
    """
    Facts about results that depend on a generator, and on nothing else that is random.

    Parameters
    ----------
    values : list
        The state of NumPy's global generator, two results of equal generators, the result of
        another one, and the state again.

    Returns
    -------
    dict
        Whether each is as it should be.
    """
    before, one, equal, other, after = values
    same = equal_parts(one, equal)
    another = not same or not equal_parts(one, other)
    # One fault, one fact: what does not come from the generator given comes from some other.
    untouched = not (same and another) or equal_parts(before, after)
    return {
        "enough numbers to tell results apart": count_numbers(one) >= ENOUGH_NUMBERS,
        "the same result from an equal generator": same,
        "another result from another generator": another,
        "NumPy's global generator, left as it was": untouched,
    }


def unseeded(values: list[Any]) -> dict[str, Any]:
    """Tell whether two results without a generator differ."""
    return {"another draw without a generator": not equal_parts(*values)}


def count_numbers(value: Any) -> int:
    """Count the numbers in a value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return sum(map(count_numbers, value))
    return int(np.size(value))


def equal_parts(one: Any, other: Any) -> bool:
    """Tell whether two values hold the same numbers."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and equal_parts(list(one.values()), list(other.values()))
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(equal_parts, one, other))
    return bool(np.array_equal(one, other))


OBSERVERS: dict[str, Callable[[list[Any]], dict[str, Any]]] = {
    "batches": batches,
    "draw_statistics": draw_statistics,
    "generators": generators,
    "unseeded": unseeded,
}
