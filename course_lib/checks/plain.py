"""Between student code and the comparison: plain data only.

What student code returns may lie about itself: a float whose ``==`` always says
yes, an array subclass with its own subtraction. So only exact, known types are
taken over, arrays as copies, and everything else is refused with a reason.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from course_lib.checks import functions
from course_lib.checks.model import Named, Plain, Seed

Function = Callable[..., Any]

MAX_ITEMS = 1_000_000
MAX_DEPTH = 6
SCALARS = frozenset({bool, int, float, str, type(None)})
NUMPY_SCALARS = frozenset(np.dtype(code).type for code in "?bhilqBHILQefdg")


class RefusedError(Exception):
    """A result that cannot be judged; the text says what to return instead."""


def plain(value: object, depth: int = 0) -> Plain:
    """
    Copy `value` into plain data.

    Parameters
    ----------
    value : object
        What student code returned.
    depth : int, default=0
        How deep the call is nested.

    Returns
    -------
    Plain
        None, bool, int, float, str, ndarray, or list, tuple, dict of these.

    Raises
    ------
    RefusedError
        If it is anything else, or too large.
    """
    kind = type(value)
    if kind in SCALARS:
        return value
    if kind in NUMPY_SCALARS:
        return value.item() if kind is not np.longdouble else float(value)  # type: ignore[attr-defined, arg-type]
    if kind is np.ndarray:
        return plain_array(value)  # type: ignore[arg-type]
    if kind in (list, tuple, dict):
        if depth >= MAX_DEPTH or len(value) > MAX_ITEMS:  # type: ignore[arg-type]
            raise RefusedError(f"is a {kind.__name__} that is nested too deeply or too long")
        if kind is dict:
            return {key: plain(value[key], depth + 1) for key in string_keys(value)}  # type: ignore[index]
        return kind(plain(item, depth + 1) for item in value)  # type: ignore[attr-defined]
    raise RefusedError(f"is of type {type_name(kind)}, which cannot be compared. {advice(kind)}")


def plain_array(array: np.ndarray) -> np.ndarray:
    """Copy an array of numbers; refuse any other dtype and very large ones."""
    if array.dtype.kind not in "biuf":
        raise RefusedError(
            f"is an array of dtype {array.dtype}, not of numbers. "
            "Rows of unequal length or None among the entries give such arrays"
        )
    if array.size > MAX_ITEMS:
        raise RefusedError(f"is an array of {array.size} entries, far more than expected")
    copied = np.array(array)
    return copied.astype(np.float64) if copied.dtype.kind == "f" else copied


def string_keys(value: object) -> list[str]:
    """List the keys of a dict; refuse keys that are not exactly strings."""
    keys = list(value)  # type: ignore[call-overload]
    if any(type(key) is not str for key in keys):
        raise RefusedError("is a dict whose keys are not all strings")
    return keys


def type_name(kind: type) -> str:
    """Name a type as its author would write it."""
    name = str(type.__getattribute__(kind, "__name__"))[:60]
    return "numpy.matrix" if kind is np.matrix else name


def advice(kind: type) -> str:
    """Say what to return instead of an object of this type."""
    if issubclass(kind, np.ndarray):
        return "Return a plain NumPy array: np.asarray(result)"
    if kind.__name__ in ("generator", "map", "zip", "filter", "range"):
        return "Return the values themselves: np.array(list(result))"
    if kind.__name__ in ("function", "method", "builtin_function_or_method"):
        return "Did you leave out the parentheses of a call?"
    return "Return a number, a NumPy array, or what the statement asks for"


class Inputs:
    """The arguments of one case: made fresh, passed to student code, compared afterwards."""

    def __init__(self) -> None:
        self._generators: dict[Seed, np.random.Generator] = {}
        self._passed: list[tuple[str, Plain, Plain]] = []

    def fresh(self, value: Plain) -> Plain:
        """Copy plain data; a `Seed` becomes its generator, a `Named` its function."""
        if isinstance(value, Seed):
            return self._generators.setdefault(value, np.random.default_rng(value.value))
        if isinstance(value, Named):
            return functions.find(value.name)
        if isinstance(value, np.ndarray):
            return value.copy()
        if isinstance(value, (list, tuple)):
            return type(value)(self.fresh(item) for item in value)
        if isinstance(value, Mapping):
            return {key: self.fresh(item) for key, item in value.items()}
        return value

    def passing(self, name: str, value: Plain) -> Plain:
        """Copy an argument for the call, and remember it under `name`."""
        given = self.fresh(value)
        self._passed.append((name, value, given))
        return given

    def changed(self) -> tuple[str, ...]:
        """Name the arguments that no longer hold what was passed."""
        names = [name for name, pristine, given in self._passed if not same(pristine, given)]
        return tuple(dict.fromkeys(names))


def same(pristine: Plain, given: Plain) -> bool:
    """Tell whether an argument still holds exactly the data it was made from."""
    if isinstance(pristine, (Seed, Named)):
        return True
    if isinstance(pristine, np.ndarray):
        return (
            type(given) is np.ndarray
            and given.shape == pristine.shape
            and given.dtype == pristine.dtype
            and given.tobytes() == pristine.tobytes()
        )
    if isinstance(pristine, (list, tuple)):
        return len(given) == len(pristine) and all(map(same, pristine, given))
    if isinstance(pristine, Mapping):
        return list(given) == list(pristine) and all(
            same(pristine[key], given[key]) for key in pristine
        )
    return type(given) is type(pristine) and given == pristine


def take(items: object, limit: int = 10_000) -> list[Any]:
    """Read any iterable into a list, and stop at `limit`."""
    try:
        iterator = iter(items)  # type: ignore[call-overload]
    except TypeError:
        raise RefusedError(
            f"is {type_name(type(items))}, which a for loop cannot run over"
        ) from None
    taken: list[Any] = []
    for item in iterator:
        if len(taken) >= limit:
            raise RefusedError(f"does not end: more than {limit} items were produced")
        taken.append(item)
    return taken
