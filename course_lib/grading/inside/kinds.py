"""
More kinds of plain data that cross: sets, bytes, dates, exact numbers, texts and times in arrays.

Each is taken apart into what `wire` carries already, and rebuilt by a function of its own that
believes nothing. A value is an instance of exactly the type named here; the types themselves are
named, from a closed list.
"""

import builtins
import collections
import dataclasses
import datetime
import decimal
import fractions
import functools
import math
import pathlib
import random
import re
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

CONSTANTS: dict[str, Any] = {  # by which `dataclasses` tells the kinds of its fields apart
    name: getattr(dataclasses, name)
    for name in ("MISSING", "_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR")
}
FIELD = CONSTANTS["_FIELD"]
Coder = Callable[[Any], Any]  # turns a part of a value into what `wire` carries, or back
MAX_ENTRIES = 100_000  # of an array of texts or objects
MAX_DIGITS = 5_000
UNIT = re.compile(r"[mM]8\[(?:\d{1,4})?(?:ns|us|ms|s|m|h|D|W|M|Y)\]|[mM]8")
NUMBER = re.compile(r"[biufcmMSUO]\d{0,5}")
ENTRY = re.compile(r"[US]\d{1,6}|O8?")
MAX_BYTES = 2**25


class Unfit(ValueError):
    """Parts that do not make a value of their kind."""


def names_of_types() -> Iterator[tuple[str, type]]:
    """List the types that may be named: those whose instances cross, and Python's exceptions."""
    simple = (
        object, type, bool, int, float, complex, str, bytes, bytearray, list, tuple, dict, set,
        frozenset, range, slice, type(None),
    )  # fmt: skip
    for kind in (*simple, *vars(builtins).values()):
        if kind in simple or (isinstance(kind, type) and issubclass(kind, BaseException)):
            yield kind.__name__, kind
    for module in (collections, datetime, decimal, fractions, uuid):
        for name in ("deque", "Counter", "OrderedDict", "defaultdict", "date", "datetime", "time",
                     "timedelta", "Decimal", "Fraction", "UUID"):  # fmt: skip
            if isinstance(kind := getattr(module, name, None), type):
                yield f"{module.__name__}.{name}", kind
    for kind in (np.ndarray, np.random.Generator, *np.sctypeDict.values()):
        yield f"numpy.{kind.__name__}", kind


TYPES = dict(names_of_types())
NAMES = {id(kind): name for name, kind in TYPES.items()}  # a type may decide how it is hashed


def is_hashable(value: Any) -> bool:
    """Tell whether a value can be in a set: Python's own methods alone decide how it is hashed."""
    if type(value) in (tuple, frozenset):
        return all(map(is_hashable, value))
    simple = (type(None), bool, int, float, complex, str, bytes)
    exact = (decimal.Decimal, fractions.Fraction, datetime.date, datetime.datetime,
             datetime.time, datetime.timedelta, uuid.UUID)  # fmt: skip
    return type(value) in (*simple, *exact) or isinstance(value, np.generic)


def several(tag: str) -> Callable[[Any, Coder], list[Any]]:
    """Make what takes apart a collection into its items."""
    return lambda value, code: [tag, [code(item) for item in value]]


def pairs(tag: str) -> Callable[[Any, Coder], list[Any]]:
    """Make what takes apart a kind of dict."""
    return lambda value, code: [tag, code(dict(value))]


def encode_hashed(value: Any, code: Coder) -> list[Any]:
    """Take a set apart, in an order that does not depend on how it was filled."""
    coded = [code(item) for item in value]
    return [type(value).__name__, sorted(coded, key=repr)]


def encode_default(value: Any, code: Coder) -> list[Any]:
    """Take a defaultdict apart; of its factory a type alone is kept."""
    return ["defaultdict", code(dict(value)), NAMES.get(id(value.default_factory))]


def encode_array(value: np.ndarray, code: Coder) -> list[Any]:
    """Take apart an array of texts, bytes, times or objects."""
    shape, kind = list(value.shape), value.dtype.kind
    if kind in "mM":
        return ["stamps", value.dtype.str[1:], shape, value.astype("<i8").tobytes()]
    if value.size > MAX_ENTRIES:
        raise Unfit(f"an array of more than {MAX_ENTRIES} texts or objects")
    return ["entries", value.dtype.str[1:], shape, [code(item) for item in value.ravel().tolist()]]


def encode_dtype(value: np.dtype, code: Coder) -> list[Any]:
    """Name a dtype."""
    if value.kind not in "biufcmMSUO":
        raise Unfit(f"the dtype {value}")
    return ["dtype", value.str[1:]]


def encode_random(value: random.Random, code: Coder) -> list[Any]:
    """Take Python's generator of random numbers apart."""
    _, state, gauss = value.getstate()
    return ["random", np.array(state, dtype="<u4").tobytes(), gauss]


def encode_legacy(value: np.random.RandomState, code: Coder) -> list[Any]:
    """Take NumPy's older generator of random numbers apart."""
    state: Any = value.get_state(legacy=False)
    if state["bit_generator"] != "MT19937":
        raise Unfit("a RandomState over another generator than MT19937")
    inner = state["state"]
    key = inner["key"].astype("<u4").tobytes()
    return ["legacy", key, int(inner["pos"]), int(state["has_gauss"]), float(state["gauss"])]


TAKE_APART: dict[type, Callable[[Any, Coder], list[Any]]] = {
    set: encode_hashed,
    frozenset: encode_hashed,
    bytes: lambda value, code: ["bytes", value],
    bytearray: lambda value, code: ["bytearray", bytes(value)],
    decimal.Decimal: lambda value, code: ["decimal", str(value)],
    fractions.Fraction: lambda v, code: ["fraction", code(v.numerator), code(v.denominator)],
    datetime.date: lambda value, code: ["date", value.isoformat()],
    datetime.time: lambda value, code: ["time", value.isoformat()],
    datetime.datetime: lambda value, code: ["datetime", value.isoformat()],
    datetime.timedelta: lambda v, code: ["timedelta", v.days, v.seconds, v.microseconds],
    type(pathlib.Path()): lambda value, code: ["path", str(value)],
    uuid.UUID: lambda value, code: ["uuid", value.hex],
    slice: lambda v, code: ["slice", code(v.start), code(v.stop), code(v.step)],
    type(...): lambda value, code: ["dots"],
    type(dataclasses.MISSING): lambda value, code: ["constant", "MISSING"],
    type(FIELD): lambda value, code: ["constant", value.name],
    type(NotImplemented): lambda value, code: ["unknown"],
    collections.deque: lambda v, code: ["deque", [code(item) for item in v], v.maxlen],
    collections.Counter: pairs("counter"),
    collections.OrderedDict: pairs("ordered"),
    collections.defaultdict: encode_default,
    type({}.keys()): several("keys"),
    type({}.values()): several("values"),
    type({}.items()): lambda value, code: ["items", code(dict(value))],
    random.Random: encode_random,
    np.random.RandomState: encode_legacy,
    np.datetime64: lambda value, code: ["stamp", encode_array(np.asarray(value), code)],
    np.timedelta64: lambda value, code: ["stamp", encode_array(np.asarray(value), code)],
}  # fmt: skip


# ------------------------------------------------------------------ and put together again


def text(value: Any, most: int = 200) -> str:
    """Take a short text."""
    if type(value) is not str or len(value) > most:
        raise Unfit("a short text expected")
    return value


def raw(value: Any) -> bytes:
    """Take bytes."""
    if type(value) is not bytes:
        raise Unfit("bytes expected")
    return value


def whole(value: Any, low: int, high: int) -> int:
    """Take a whole number between bounds."""
    if type(value) is not int or not low <= value <= high:
        raise Unfit("a number out of range")
    return value


def decoded_list(coded: Any, decode: Coder) -> list[Any]:
    """Decode each item of a list."""
    if type(coded) is not list or len(coded) > MAX_ENTRIES:
        raise Unfit("a list expected")
    return [decode(item) for item in coded]


def hashable_list(coded: Any, decode: Coder, keys: Coder) -> list[Any]:
    """Decode items that are to be hashed, and count them: chosen ones can all have one hash."""
    items = decoded_list(coded, decode)
    if not all(map(is_hashable, items)):
        raise Unfit("what cannot be in a set")
    keys(len(items))
    return items


def decoded_dict(coded: Any, decode: Coder) -> dict[Any, Any]:
    """Decode a dict."""
    found = decode(coded)
    if type(found) is not dict:
        raise Unfit("a dict expected")
    return found


def decode_exact(tag: str, parts: list[Any], decode: Coder) -> Any:
    """Rebuild an exact number."""
    if tag == "decimal":
        number = decimal.Decimal(text(parts[0], MAX_DIGITS))
        if number.is_finite() and abs(number.adjusted()) > MAX_DIGITS:
            raise Unfit("a decimal of too many digits")
        return number
    numerator, denominator = (decode(part) for part in parts)
    if type(numerator) is not int or type(denominator) is not int:
        raise Unfit("a fraction of two whole numbers expected")
    return fractions.Fraction(numerator, denominator)


def decode_moment(tag: str, parts: list[Any]) -> Any:
    """Rebuild a date, a time, or a span of time."""
    if tag == "timedelta":
        days, seconds, micro = (whole(part, -(10**9), 10**9) for part in parts)
        return datetime.timedelta(days, seconds, micro)
    kinds: dict[str, Any] = {
        "date": datetime.date, "time": datetime.time, "datetime": datetime.datetime,
    }  # fmt: skip
    return kinds[tag].fromisoformat(text(parts[0]))


def decode_stamps(parts: list[Any]) -> np.ndarray:
    """Rebuild an array of times."""
    unit, shape, data = parts
    if not UNIT.fullmatch(text(unit)):
        raise Unfit("a unit of time expected")
    return np.frombuffer(raw(data), "<i8").reshape(sizes(shape)).astype(np.dtype(f"<{unit}"))


def decode_entries(parts: list[Any], decode: Coder) -> np.ndarray:
    """Rebuild an array of texts, bytes or objects."""
    kind, shape, items = parts
    entries = decoded_list(items, decode)
    wanted = {"U": str, "S": bytes}.get(text(kind)[:1], object)
    if not ENTRY.fullmatch(kind) or not all(isinstance(entry, wanted) for entry in entries):
        raise Unfit("entries of another kind")
    if np.dtype(kind).itemsize * len(entries) > MAX_BYTES:
        raise Unfit("an array of texts that is too large")
    array = np.empty(len(entries), dtype=object)
    array[:] = entries
    return array.astype(kind).reshape(sizes(shape))


def sizes(shape: Any) -> tuple[int, ...]:
    """Take the shape of an array."""
    if type(shape) is not list or len(shape) > 16:
        raise Unfit("a shape expected")
    found = tuple(whole(size, 0, 2**25) for size in shape)
    if math.prod(max(size, 1) for size in found) > 2**25:
        raise Unfit("a shape that is too large")
    return found


def decode_random(tag: str, parts: list[Any]) -> Any:
    """Rebuild a generator of random numbers."""
    key = np.frombuffer(raw(parts[0]), "<u4")
    if tag == "random":
        gauss = parts[1]
        if key.size != 625 or key[-1] > 624 or type(gauss) not in (float, type(None)):
            raise Unfit("a state of random.Random expected")
        generator = random.Random(0)
        generator.setstate((3, tuple(map(int, key)), gauss))
        return generator
    position, has_gauss, cached = parts[1:]
    if key.size != 624 or type(cached) is not float:
        raise Unfit("a state of RandomState expected")
    legacy = np.random.RandomState(0)
    state = ("MT19937", key, whole(position, 0, 624), whole(has_gauss, 0, 1), cached)
    legacy.set_state(state)
    return legacy


def decode_dtype(name: Any) -> np.dtype:
    """Rebuild a dtype of plain data."""
    if not NUMBER.fullmatch(text(name)) and not UNIT.fullmatch(text(name)):
        raise Unfit("a dtype of plain data expected")
    return np.dtype(name)


def decode_type(name: Any) -> type:
    """Find a type by its name."""
    return TYPES[text(name)]


def decode_mapping(tag: str, parts: list[Any], decode: Coder) -> Any:
    """Rebuild a kind of dict, or what is seen of one."""
    found = decoded_dict(parts[0], decode)
    if tag == "items":
        return found.items()
    if tag == "defaultdict":
        return collections.defaultdict(decode_type(parts[1]) if parts[1] else None, found)
    return {"counter": collections.Counter, "ordered": collections.OrderedDict}[tag](found)


def decode_collection(tag: str, parts: list[Any], decode: Coder, keys: Coder) -> Any:
    """Rebuild a set, a deque, or the keys or values of a dict."""
    if tag == "deque":
        most = None if parts[1] is None else whole(parts[1], 0, 2**31)
        return collections.deque(decoded_list(parts[0], decode), most)
    if tag == "values":
        return dict(enumerate(decoded_list(parts[0], decode))).values()
    items = hashable_list(parts[0], decode, keys)
    if tag == "keys":
        return dict.fromkeys(items).keys()
    return set(items) if tag == "set" else frozenset(items)


def put_together(tag: str, parts: list[Any], decode: Coder, keys: Coder) -> Any:
    """
    Rebuild a value of one of these kinds.

    Parameters
    ----------
    tag : str
        One of `TAGS`.
    parts : list
        What `TAKE_APART` gave behind the tag.
    decode : callable
        Decodes a part that was coded.
    keys : callable
        Is told how many items are to be hashed; raises if these are too many.

    Returns
    -------
    object
        An instance of exactly the type that was taken apart.

    Raises
    ------
    ValueError, TypeError, KeyError, OverflowError, ArithmeticError
        If the parts do not make such a value.
    """
    return PUT_TOGETHER[tag](tag, parts, decode, keys)


def ignoring(build: Callable[[list[Any]], Any]) -> Callable[..., Any]:
    """Make a builder that needs the parts alone."""
    return lambda tag, parts, decode, keys: build(parts)


def without_keys(build: Callable[..., Any]) -> Callable[..., Any]:
    """Make a builder that hashes nothing."""
    return lambda tag, parts, decode, keys: build(tag, parts, decode)


PUT_TOGETHER: dict[str, Callable[..., Any]] = {
    **dict.fromkeys(("set", "frozenset", "keys", "values", "deque"), decode_collection),
    **dict.fromkeys(("counter", "ordered", "defaultdict", "items"), without_keys(decode_mapping)),
    **dict.fromkeys(("decimal", "fraction"), without_keys(decode_exact)),
    **dict.fromkeys(
        ("date", "time", "datetime", "timedelta"), lambda tag, parts, *_: decode_moment(tag, parts)
    ),
    **dict.fromkeys(("random", "legacy"), lambda tag, parts, *_: decode_random(tag, parts)),
    "bytes": ignoring(lambda parts: raw(parts[0])),
    "bytearray": ignoring(lambda parts: bytearray(raw(parts[0]))),
    "path": ignoring(lambda parts: pathlib.Path(text(parts[0], 4000))),
    "uuid": ignoring(lambda parts: uuid.UUID(text(parts[0]))),
    "slice": lambda tag, parts, decode, keys: slice(*(decode(part) for part in parts)),
    "dots": ignoring(lambda parts: ...),
    "constant": ignoring(lambda parts: CONSTANTS[text(parts[0])]),
    "unknown": ignoring(lambda parts: NotImplemented),
    "stamps": ignoring(decode_stamps),
    "stamp": ignoring(lambda parts: decode_stamps(parts[0][1:])[()]),
    "entries": lambda tag, parts, decode, keys: decode_entries(parts, decode),
    "dtype": ignoring(lambda parts: decode_dtype(parts[0])),
    "type": ignoring(lambda parts: decode_type(parts[0])),
}
TAGS = frozenset(PUT_TOGETHER)


@functools.cache
def iterators() -> frozenset[type]:
    """List the iterators over Python's own containers: drawing them runs no code of anybody."""
    made: list[Any] = [[], (), "", b"", {}, set(), range(0), range(2**70), {}.values(), {}.items()]
    return frozenset(type(iter(each)) for each in made)
