"""A notebook and the grader accept the same values: one rule, whatever a function returns."""

import array
import collections
import dataclasses
import decimal
import enum
import fractions
import itertools
import types

import msgpack
import numpy as np
import pytest

from course_lib.checks.plain import MAX_DEPTH, MAX_ITEMS, MAX_KEYS, MAX_PARTS, RefusedError, plain
from course_lib.grading.inside.objects import Objects
from course_lib.grading.inside.wire import Decoder, Unsendable, WireError, encode

Point = collections.namedtuple("Point", "x y")


class Color(enum.Enum):
    RED = 1


class Level(enum.IntEnum):
    LOW = 1


class Number(float):
    def __float__(self):
        return 99.0


class Whole(int):
    def __index__(self):
        return 99


class Words(str):
    __slots__ = ()


class Scalar(np.float64):
    def __float__(self):
        return 99.0


class Weights(dict):
    def items(self):
        return [("a", 99)]


class Costs(list):
    def __iter__(self):
        return iter([99])


class Rows(np.ndarray):
    pass


@dataclasses.dataclass
class Layer:
    W: float = 1.0


def deep(levels):
    value = 1.0
    for _ in range(levels):
        value = [value]
    return value


ARRAY = np.arange(6.0).reshape(2, 3)
VALUES = [
    None, True, False, 0, -7, 2**63, 2**64, -(2**63), 10**1000, 10**2000, 0.5, -0.0, float("nan"),
    float("inf"), "", "text", "é", "\ud800", "x" * 1000, b"bytes", bytearray(b"b"), 1j, ...,
    NotImplemented, Number(0.5), Whole(3), Words("a"), Level.LOW, Color.RED, Scalar(0.5), object(),
    fractions.Fraction(1, 2), decimal.Decimal("0.5"), Layer(), types.SimpleNamespace(a=1), int,
    [], (), {}, [1, 2.0, "a", None], (1, (2, [3])), {"a": 1, "b": [2]}, Point(1, 2.0), Costs([1]),
    Weights(a=1), collections.OrderedDict(a=1), collections.defaultdict(list, a=[1]),
    collections.Counter("aab"), collections.deque([1]), collections.ChainMap({"a": 1}),
    collections.UserDict(a=1), collections.UserList([1]), types.MappingProxyType({"a": 1}),
    {1: 2}, {None: 1}, {(1, 2): 3}, {frozenset({1}): 1}, {np.str_("a"): 1}, {Words("a"): 1},
    {1.5: 1}, {b"a": 1}, {np.int64(1): 1}, {1, 2}, frozenset({1}), range(3), {"a": 1}.keys(),
    {"a": 1}.values(), {"a": 1}.items(), slice(3), array.array("d", [1.0]), memoryview(b"ab"),
    deep(MAX_DEPTH - 1), deep(MAX_DEPTH), deep(MAX_DEPTH + 1), deep(30), [{"a": (1, object())}],
    [0.0] * (MAX_PARTS - 1), [0.0] * (MAX_PARTS + 1), [[0.0] * 400] * 249, [[0.0] * 400] * 251,
    {str(k): k for k in range(MAX_KEYS)}, {str(k): k for k in range(MAX_KEYS + 1)},
    [{str(k): k for k in range(MAX_KEYS)}] * 2,
    *(np.dtype(code).type(1) for code in "?bhilqpBHILQPefdgFDG"),
    *(np.ones((2, 2), code) for code in "?bhilqpBHILQPefdgFDG"),
    *(np.ones(3, code) for code in (">f8", ">f4", ">i4", "<f8", ">u2", "<i8", ">c16", "<U3", "S3")),
    *(np.array(["2025-01-01"], code) for code in ("datetime64[D]", "U10", "O")),
    np.str_("a"), np.bytes_(b"a"), np.datetime64("2025-01-01"), np.timedelta64(1, "D"),
    np.void(b"ab"), np.array(0.5), np.array(1), np.array(None), np.array([None, 1.0]),
    np.array([1.0, 2.0], dtype=object), np.array([[1], [2, 3]], dtype=object), np.zeros((0, 3)),
    np.zeros(3, "f8,i4"), ARRAY, ARRAY.T, ARRAY[:, ::2], ARRAY[::-1], np.asfortranarray(ARRAY),
    np.broadcast_to(1.0, (3, 3)), np.broadcast_to(0.0, (10_000, 10_000)), ARRAY.view(np.matrix),
    np.ma.masked_array([1.0, 2.0], [0, 1]), np.ma.masked, np.rec.array([(1, 2.0)]),
    ARRAY.view(Rows),
    np.zeros(MAX_ITEMS), np.zeros(MAX_ITEMS + 1), [np.zeros(MAX_ITEMS // 2)] * 2,
    [np.zeros(MAX_ITEMS // 2)] * 3, np.nditer(ARRAY), ARRAY.flat, np.float64, np.dtype(float),
    [np.float32(0.1), np.int8(1), np.bool_(True)], {"W": ARRAY, "b": np.float16(0.5)}, (ARRAY, 1j),
    np.polynomial.Polynomial([1, 2]), np.random.default_rng(1), np.sum, len, Point, types,
]  # fmt: skip
MADE_ANEW = {
    "generator": lambda: (k for k in range(3)),
    "map": lambda: map(float, [1, 2]),
    "zip": lambda: zip([1], [2], strict=True),
    "filter": lambda: filter(None, [1]),
    "reversed": lambda: reversed([1, 2]),
    "enumerate": lambda: enumerate([1]),
    "endless": itertools.count,
    "iterator": lambda: iter([1.0]),
}


def refer(value):
    """Name what stays in the student's process, as the one there does."""
    if isinstance(value, (np.ndarray, np.generic)):
        return None
    return Objects().refer(value)


def stand_in(kind, reference):
    """Make what the examiner has in place of such an object."""
    return reference[0] if kind == "own" else object()


def in_the_notebook(value):
    try:
        return plain(value)
    except RefusedError:
        return RefusedError


def in_the_grader(value):
    try:
        packed = msgpack.packb(encode(("value", value), refer), use_bin_type=True)
        _, crossed = Decoder(stand_in).decode(msgpack.unpackb(packed))
        return plain(crossed)
    except (RefusedError, Unsendable, WireError, UnicodeEncodeError):
        return RefusedError


def same(one, other):
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return (one.dtype, one.shape, one.tobytes()) == (other.dtype, other.shape, other.tobytes())
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other or one != one


@pytest.mark.parametrize("value", VALUES, ids=lambda value: f"{type(value).__name__}")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_value_is_taken_alike_in_the_notebook_and_in_the_grader(value):
    assert same(in_the_notebook(value), in_the_grader(value))


@pytest.mark.parametrize("make", MADE_ANEW.values(), ids=MADE_ANEW)
def test_an_iterator_is_taken_alike_in_the_notebook_and_in_the_grader(make):
    assert in_the_notebook(make()) is in_the_grader(make()) is RefusedError


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (collections.OrderedDict(a=1), {"a": 1}), (Point(1, 2.0), (1, 2.0)), (Number(0.5), 0.5),
        (Whole(3), 3), (Scalar(0.5), 0.5), (Weights(a=1), {"a": 1}), (Costs([1]), [1]),
        (np.longdouble(0.5), 0.5), (np.str_("a"), "a"), ({np.str_("a"): 1}, {"a": 1}),
        (np.ones(1, "g"), np.ones(1)), (np.ones(1, ">f4"), np.ones(1)), (Level.LOW, 1),
        (np.longlong(3), 3),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_a_value_built_on_a_plain_kind_is_taken_as_that_kind(value, expected):
    assert same(in_the_notebook(value), expected)
