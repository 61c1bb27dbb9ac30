"""Between student code and the comparison: plain data only.

What student code returns may lie about itself: a float whose ``==`` always says
yes, an array subclass with its own subtraction. So values are rebuilt as exact,
known types by the methods of these types alone, and the rest is refused with a reason.

One rule says what is taken. `plain` follows it where a notebook checks itself;
`course_lib.grading.inside.wire` where values cross from a student's process:

===========================================  ==================================
value                                        taken as
===========================================  ==================================
None, True, False                            itself
int, float, str, and classes built on them   int, float, str
NumPy's numbers and bool                     int, float or bool
list, tuple, dict, and classes built on      list, tuple, dict, of such values;
them (namedtuple, OrderedDict, Counter …)    the keys of a dict are texts
ndarray of numbers or bool, in any byte      ndarray; floats as float64
order and precision
===========================================  ==================================

Refused are subclasses of ndarray (matrix, masked and record arrays), complex
numbers, arrays of objects, texts or dates, sets, iterators, ranges, views of a
dict, bytes and buffers, fractions and decimals, and objects of other classes; so is what
is longer, deeper or larger than the limits below.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from course_lib.checks import functions
from course_lib.checks.model import Named, Plain, Seed

Function = Callable[..., Any]

RUN_OVER = frozenset(
    {"range", "set", "frozenset", "deque", "dict_keys", "dict_values", "dict_items"}
)
MAX_DEPTH = 6
MAX_PARTS = 100_000  # values in lists, tuples and dicts, all together
MAX_KEYS = 5_000  # of all dicts together
MAX_ITEMS = 1_000_000  # entries of arrays, all together
MAX_BITS = 4096  # of an int
MAX_TEXT = 1_000_000  # characters of a str


class RefusedError(Exception):
    """A result that cannot be judged; the text says what to return instead."""


def plain(value: object) -> Plain:
    """
    Rebuild `value` as plain data.

    Parameters
    ----------
    value : object
        What student code returned.

    Returns
    -------
    Plain
        None, bool, int, float, str, ndarray, or list, tuple, dict of these.

    Raises
    ------
    RefusedError
        If it is anything else, or too large.
    """
    return Rebuilding().plain(value, 0)


class Rebuilding:
    """Rebuilds one value, and counts its parts."""

    def __init__(self) -> None:
        self.parts = self.keys = self.entries = 0

    def plain(self, value: object, depth: int) -> Plain:
        """Rebuild a value that lies `depth` deep in the whole one."""
        kind = type(value)
        if value is None or kind is bool:
            return value
        if issubclass(kind, np.generic):
            return self.scalar(value)  # type: ignore[arg-type]
        if kind is np.ndarray:
            return self.array(value)  # type: ignore[arg-type]
        if issubclass(kind, int):
            return integer(int.__index__(value))  # type: ignore[arg-type]
        if issubclass(kind, float):
            return float.__float__(value)  # type: ignore[arg-type]
        if issubclass(kind, str):
            return text(str.__str__(value))
        for base in (list, tuple, dict):
            if issubclass(kind, base):
                return self.container(value, base, depth)
        raise RefusedError(
            f"is of type {type_name(kind)}, which cannot be compared. {advice(kind)}"
        )

    def container(self, value: Any, base: Any, depth: int) -> Plain:
        """Rebuild a list, tuple or dict by the methods of these types alone."""
        self.parts += base.__len__(value)
        if depth >= MAX_DEPTH or self.parts > MAX_PARTS:
            raise RefusedError(f"is a {base.__name__} that is nested too deeply or too long")
        if base is not dict:
            return base(self.plain(item, depth + 1) for item in base.__iter__(value))
        self.keys += dict.__len__(value)
        if self.keys > MAX_KEYS:
            raise RefusedError("is a dict of too many keys")
        items = list(dict.items(value))
        return {string_key(key): self.plain(item, depth + 1) for key, item in items}

    def scalar(self, value: np.generic) -> Plain:
        """Take the number out of a NumPy scalar by the methods of NumPy's scalars alone."""
        kind = np.generic.dtype.__get__(value).kind
        if kind == "f":
            return float(np.generic.astype(value, np.float64))
        if kind == "U":
            return text(str.__str__(value))
        if kind in "biu":
            return np.generic.item(value)
        name = type_name(type(value))
        raise RefusedError(f"is of type {name}, which cannot be compared. {advice(type(value))}")

    def array(self, array: np.ndarray) -> np.ndarray:
        """Copy an array of numbers; refuse any other dtype and very large ones."""
        if array.dtype.kind in "SU":
            raise RefusedError("is an array of texts, not of numbers: leave the quotes out")
        if array.dtype.kind not in "biuf":
            raise RefusedError(
                f"is an array of dtype {array.dtype}, not of numbers. "
                "Rows of unequal length or None among the entries give such arrays"
            )
        self.entries += array.size
        if self.entries > MAX_ITEMS:
            raise RefusedError(f"is an array of {array.size} entries, far more than expected")
        wanted = np.dtype(np.float64) if array.dtype.kind == "f" else array.dtype.newbyteorder("=")
        return np.array(array, dtype=wanted)


def integer(value: int) -> int:
    """Give an int that is not far too large."""
    if value.bit_length() > MAX_BITS:
        raise RefusedError(f"is an integer of more than {MAX_BITS} bits")
    return value


def text(value: str) -> str:
    """Give a text that is not far too long, and that can be written to a file."""
    if len(value) > MAX_TEXT:
        raise RefusedError(f"is a text of more than {MAX_TEXT} characters")
    return value.encode("utf-8", "replace").decode()


def string_key(key: object) -> str:
    """Give the key of a dict if it is a text."""
    if not issubclass(type(key), str):
        raise RefusedError("is a dict whose keys are not all strings")
    return text(str.__str__(key))


def type_name(kind: type) -> str:
    """Name a type as its author would write it."""
    name = str(type.__getattribute__(kind, "__name__"))[:60]
    return {np.matrix: "numpy.matrix", type(iter([])): "iterator"}.get(kind, name)


def advice(kind: type) -> str:
    """Say what to return instead of an object of this type."""
    if issubclass(kind, np.ndarray):
        return "Return a plain NumPy array: np.asarray(result)"
    if hasattr(kind, "__next__") or kind.__name__ in RUN_OVER:
        return "Return the values themselves: np.array(list(result))"
    if kind.__name__ in ("function", "method", "builtin_function_or_method"):
        return "Did you leave out the parentheses of a call?"
    return "Return a number, a NumPy array, or what the statement asks for"


class Inputs:
    """The arguments of one case: made fresh, passed to student code, compared afterwards."""

    def __init__(self) -> None:
        self._generators: dict[Seed, np.random.Generator] = {}
        self._passed: list[tuple[str, Plain, Plain]] = []
        self._spoiled: list[tuple[Any, Any]] = []

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

    def spoil(self, value: object) -> None:
        """Overwrite what a result consists of, as its owner may; what was passed in stays."""
        given = [part for _, _, passed in self._passed for part in parts_of(passed)]
        arrays = [part for part in given if type(part) is np.ndarray]
        for part in parts_of(value):
            if type(part) is list and not any(part is other for other in given):
                self._spoiled.append((part, list(part)))
                part.clear()
            if type(part) is not np.ndarray or not part.size or not part.flags.writeable:
                continue
            if not any(np.may_share_memory(part, array) for array in arrays):
                self._spoiled.append((part, part.copy()))
                part.fill(1 - part.flat[0])

    def restore(self) -> None:
        """Undo `spoil`: a result may be something that the student's notebook still needs."""
        for part, before in reversed(self._spoiled):
            if isinstance(part, list):
                part[:] = before
            else:
                part[...] = before

    def changed(self) -> tuple[str, ...]:
        """Name the arguments that no longer hold what was passed."""
        names = [name for name, pristine, given in self._passed if not same(pristine, given)]
        return tuple(dict.fromkeys(names))


def parts_of(value: object) -> list[Any]:
    """List a value and all that lies in it."""
    if type(value) is dict:
        return [value, *(part for item in value.values() for part in parts_of(item))]
    if type(value) in (list, tuple):
        return [value, *(part for item in value for part in parts_of(item))]  # type: ignore[attr-defined]
    return [value]


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
    """Read any iterable into a list, and stop at `limit`; a set has no order to read it in."""
    try:
        if isinstance(items, (set, frozenset, bytes)):
            raise TypeError
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


def number(value: Plain) -> Plain:
    """Take the number out of a 0-d array."""
    return value.item() if getattr(value, "shape", None) == () else value
