"""
Plain data over a socket: the only thing that crosses between student and examiner.

A message is one length-prefixed msgpack frame. Values are rebuilt from a closed
list of kinds with exact types; there is no pickle, no type name taken on trust,
and every size, depth and count has a cap. Both ends use this module, but only
the examiner's end needs to be right: it treats each frame as hostile.

What `check` compares follows the one rule that `course_lib.checks.plain` writes down. More kinds
than those cross, for test cells with plain assertions compare many kinds (`kinds`, `frames`), and
the examiner sends arguments; none is changed into another one.
"""

import math
import socket
import struct
import time
from collections.abc import Callable, Iterator
from typing import Any

import msgpack
import numpy as np

from . import frames, kinds
from .absent import Absent

MAX_FRAME = 32 * 2**20
READ_AHEAD, READ_AT_ONCE = 2**13, 2**20  # bytes: most messages come whole with one call
MAX_DEPTH = 24
MAX_NODES = 200_000
MAX_PARTS = 100_000  # as in course_lib.checks.plain
MAX_YIELDED = 10_000
MAX_KEYS = 5_000
MAX_INT_BITS = 4096

NOT_RUN_OVER = (np.ndarray, bytes, set, frozenset)  # as in course_lib.checks.plain.take

DTYPES = tuple(
    np.dtype(name)
    for name in (
        "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
        "float16", "float32", "float64", "complex64", "complex128",
    )
)  # fmt: skip
DTYPE_CODES = {dtype: code for code, dtype in enumerate(DTYPES)}

Refer = Callable[[Any], tuple[str, Any] | None]
Resolve = Callable[[str, Any], Any]


class WireError(Exception):
    """The other side sent something outside the schema."""


class Closed(WireError):
    """The other side is gone."""


class Late(WireError):
    """The other side did not answer in time."""


class Unsendable(TypeError):
    """A value of this kind cannot cross; the message says why and what can."""


def encode(value: Any, refer: Refer = lambda value: None) -> Any:
    """
    Turn a value into the tagged lists that msgpack carries.

    Parameters
    ----------
    value : object
        None, bool, int, float, complex, str, list, tuple, dict, or of a class built on one of
        these; range; ndarray or NumPy scalar of numbers; PCG64 `numpy.random.Generator`; what
        `kinds` and `frames` know; or anything else to iterate over, which becomes an iterator.
    refer : callable, optional
        Gives ``(tag, reference)`` for other objects that may be named instead of
        sent, or None. With the tag "own" the value is sent too, as the plain kind it is built on.

    Returns
    -------
    object
        Nested lists of None, bool, int, float, str and bytes.

    Raises
    ------
    Unsendable
        If the value, or something inside it, is of no listed kind.
    """
    return _encode(value, refer, 0)


def _encode(value: Any, refer: Refer, depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise Unsendable(f"a value nested more than {MAX_DEPTH} deep")
    if value is None or type(value) in (bool, float):
        return value
    if type(value) is Absent:
        raise Unsendable(f"made with {value._absent_name}, which is not in the grader")
    encoder = _ENCODERS.get(type(value)) or _encoder_of_kind(value)
    if encoder is not None:
        return encoder(value, refer, depth + 1)
    reference, encoder = refer(value), _encoder_of_subclass(value)
    if reference is not None and reference[0] != "own":
        return ["ref", *reference]
    if encoder is not None:
        coded = encoder(value, refer, depth + 1)
        return coded if reference is None else ["own", coded, *reference[1]]
    if hasattr(type(value), "__iter__") and not isinstance(value, NOT_RUN_OVER):
        return _encode_iterator(iter(value), refer, depth + 1)
    raise Unsendable(
        f"an object of type {type(value).__name__}; "
        "expected numbers, strings, lists, tuples, dicts or arrays"
    )


def _encode_text(value: str, refer: Refer, depth: int) -> Any:
    value = str.__str__(value)
    return value if value.isascii() else value.encode("utf-8", "replace").decode()


def _encode_int(value: int, refer: Refer, depth: int) -> Any:
    value = int.__index__(value)
    if -(2**63) <= value < 2**63:
        return value
    if value.bit_length() > MAX_INT_BITS:
        raise Unsendable(f"an integer of more than {MAX_INT_BITS} bits")
    return ["int", hex(value)]


def _encode_items(base: Any) -> Callable[[Any, Refer, int], Any]:
    def encode_items(value: Any, refer: Refer, depth: int) -> Any:
        if base.__len__(value) > MAX_PARTS:
            raise Unsendable(f"a {base.__name__} of more than {MAX_PARTS} items")
        return [base.__name__, [_encode(item, refer, depth) for item in base.__iter__(value)]]

    return encode_items


def _encode_dict(value: dict[Any, Any], refer: Refer, depth: int) -> Any:
    if dict.__len__(value) > MAX_KEYS:
        raise Unsendable(f"a dict of more than {MAX_KEYS} keys")
    items = list(dict.items(value))
    return ["dict", [[_encode_key(k), _encode(v, refer, depth)] for k, v in items]]


def _encode_key(key: Any) -> Any:
    simple = isinstance(key, (type(None), int, float, str, np.generic, tuple))
    if not simple and not kinds.is_hashable(key):
        raise Unsendable(f"a dict with a key of type {type(key).__name__}; expected strings")
    return _encode(key, lambda value: None, MAX_DEPTH - 4)


def _native(dtype: np.dtype) -> np.dtype:
    """Give the dtype in which numbers cross: of this machine's byte order, of 64 bits at most."""
    wide = {"f": np.dtype(np.float64), "c": np.dtype(np.complex128)}
    native = dtype.newbyteorder("=")
    return native if native in DTYPE_CODES else wide.get(dtype.kind, native)


def _encode_array(value: np.ndarray, refer: Refer, depth: int) -> Any:
    code = DTYPE_CODES.get(_native(value.dtype))
    if code is None and value.dtype.kind in "USmMO":
        return _encode_kind(kinds.encode_array, value, refer, depth)
    if code is None:
        raise Unsendable(f"an array of dtype {value.dtype}; expected numbers or booleans")
    if value.nbytes > MAX_FRAME:
        raise Unsendable(f"an array of shape {value.shape}, {value.nbytes / 2**20:.0f} MB")
    data = value.astype(DTYPES[code], copy=False).tobytes()
    return ["array", code, list(value.shape), value.flags.writeable, data]


def _encode_scalar(value: np.generic, refer: Refer, depth: int) -> Any:
    code = DTYPE_CODES.get(_native(value.dtype))
    if code is None:
        raise Unsendable(f"a NumPy scalar of dtype {value.dtype}; expected a number")
    return ["scalar", code, value.astype(DTYPES[code]).tobytes()]


def _encode_iterator(value: Iterator[Any], refer: Refer, depth: int) -> Any:
    items: list[Any] = []
    for item in value:
        if len(items) == MAX_YIELDED:
            raise Unsendable(f"an iterator that yields more than {MAX_YIELDED} values")
        items.append(_encode(item, refer, depth))
    return ["iter", items]


def _encode_generator(value: np.random.Generator, refer: Refer, depth: int) -> Any:
    state: Any = value.bit_generator.state
    if state["bit_generator"] != "PCG64":
        raise Unsendable("a random generator other than numpy.random.default_rng()'s")
    inner = state["state"]
    return ["rng", hex(inner["state"]), hex(inner["inc"]), state["has_uint32"], state["uinteger"]]


_ENCODERS: dict[type, Callable[[Any, Refer, int], Any]] = {
    int: _encode_int,
    str: _encode_text,
    complex: lambda value, refer, depth: ["complex", value.real, value.imag],
    list: _encode_items(list),
    tuple: _encode_items(tuple),
    dict: _encode_dict,
    range: lambda value, refer, depth: ["range", value.start, value.stop, value.step],
    np.ndarray: _encode_array,
    np.random.Generator: _encode_generator,
    **{dtype.type: _encode_scalar for dtype in DTYPES},
}


def _encode_kind(
    take_apart: Callable[[Any, kinds.Coder], list[Any]], value: Any, refer: Refer, depth: int
) -> Any:
    try:
        return take_apart(value, lambda part: _encode(part, refer, depth))
    except kinds.Unfit as error:
        raise Unsendable(str(error)) from None


def _encoder_of_kind(value: Any) -> Callable[[Any, Refer, int], Any] | None:
    """What `kinds` and `frames` know by its exact type; and iterators over plain containers."""
    kind = type(value)
    if kind in kinds.iterators():
        return _encode_iterator
    if isinstance(value, type):
        name = kinds.NAMES.get(id(value))
        return None if name is None else lambda value, refer, depth: ["type", name]
    if isinstance(value, (set, frozenset)) and not all(map(kinds.is_hashable, value)):
        return None
    take_apart = kinds.TAKE_APART.get(kind) or frames.TAKE_APART.get(frames.known(kind))
    if take_apart is None:
        return None
    return lambda value, refer, depth: _encode_kind(take_apart, value, refer, depth)


def _encoder_of_subclass(value: Any) -> Callable[[Any, Refer, int], Any] | None:
    """What is built on a plain kind travels as that kind; iterators are drawn."""
    if isinstance(value, str):
        return _encode_text
    if isinstance(value, bytes):
        return lambda value, refer, depth: ["bytes", bytes(value)]
    if isinstance(value, np.dtype):
        return lambda value, refer, depth: _encode_kind(kinds.encode_dtype, value, refer, depth)
    if isinstance(value, np.generic):
        return _encode_scalar
    if isinstance(value, float):
        return lambda value, refer, depth: float.__float__(value)
    for plain in (int, list, tuple, dict):
        if isinstance(value, plain):
            return _ENCODERS[plain]
    return _encode_iterator if hasattr(type(value), "__next__") else None


class Decoder:
    """
    Rebuild values from tagged lists, trusting nothing in them.

    Parameters
    ----------
    resolve : callable, optional
        Gives the object for a reference ``(tag, reference)``; must itself
        validate both. Without it references are refused.
    """

    def __init__(self, resolve: Resolve | None = None) -> None:
        self.resolve = resolve
        self.nodes = self.keys = 0

    def decode(self, coded: Any, depth: int = 0) -> Any:
        """Return the value that `coded` stands for, or raise `WireError`."""
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise WireError("a value nested too deep or with too many parts")
        if coded is None or type(coded) in (bool, int, float, str):
            return coded
        if type(coded) is not list or not coded or type(coded[0]) is not str:
            raise WireError("a value without a tag")
        build = getattr(self, f"_{coded[0]}") if coded[0] in TAGS else self._kind(coded[0])
        try:
            return build(depth + 1, *coded[1:])
        except (TypeError, ValueError, LookupError, ArithmeticError) as error:
            # The text of the error may quote a hidden input that student code put there.
            raise WireError(f"a malformed {coded[0]}") from error

    def _kind(self, tag: str) -> Callable[..., Any]:
        """Find what rebuilds one of the more unusual kinds."""
        if tag not in kinds.TAGS and tag not in frames.TAGS:
            raise WireError("a value with an unknown tag")
        module = kinds if tag in kinds.TAGS else frames

        def build(depth: int, *parts: Any) -> Any:
            return module.put_together(
                tag, list(parts), lambda coded: self.decode(coded, depth), self._count
            )

        return build

    def _count(self, number: int) -> None:
        self.keys += number
        if self.keys > MAX_KEYS:  # chosen keys can all have the same hash
            raise WireError("dicts or sets of too many keys")

    def _list(self, depth: int, items: Any) -> list[Any]:
        if type(items) is not list:
            raise WireError("items that are not a list")
        return [self.decode(item, depth) for item in items]

    def _tuple(self, depth: int, items: Any) -> tuple[Any, ...]:
        return tuple(self._list(depth, items))

    def _iter(self, depth: int, items: Any) -> Iterator[Any]:
        return iter(self._list(depth, items))

    def _dict(self, depth: int, pairs: Any) -> dict[Any, Any]:
        self._count(len(pairs))
        return {self._key(key, depth): self.decode(value, depth) for key, value in pairs}

    def _key(self, coded: Any, depth: int) -> Any:
        key = self.decode(coded, depth)
        if key is None or type(key) in (bool, int, float, str) or isinstance(key, np.generic):
            return key
        if kinds.is_hashable(key):
            return key
        raise WireError("a dict key that is no number, string or tuple of these")

    def _int(self, depth: int, digits: Any) -> int:
        return int(_text(digits, MAX_INT_BITS // 4 + 3), 16)

    def _complex(self, depth: int, real: Any, imag: Any) -> complex:
        if type(real) is not float or type(imag) is not float:
            raise WireError("a complex number that is not two floats")
        return complex(real, imag)

    def _range(self, depth: int, start: Any, stop: Any, step: Any) -> range:
        drawn = range(_integer(start), _integer(stop), _integer(step))
        if drawn[MAX_NODES:]:  # a loop over it would never end
            raise WireError("a range of too many numbers")
        return drawn

    def _array(self, depth: int, code: Any, shape: Any, writeable: Any, data: Any) -> np.ndarray:
        if type(shape) is not list or len(shape) > 16 or type(data) is not bytes:
            raise WireError("a malformed array")
        sizes = tuple(_integer(size, 0, MAX_FRAME) for size in shape)
        if math.prod(max(size, 1) for size in sizes) > MAX_FRAME:  # also where one of them is 0
            raise WireError("an array of too large a shape")
        flat = np.frombuffer(data, dtype=DTYPES[_integer(code, 0, len(DTYPES) - 1)])
        if flat.dtype == np.bool_:
            flat = np.frombuffer(data, dtype=np.uint8) != 0
        array = flat.reshape(sizes).copy()
        array.flags.writeable = writeable is not False
        return array

    def _scalar(self, depth: int, code: Any, data: Any) -> Any:
        array = self._array(depth, code, [1], True, data)
        return array[0]

    def _rng(
        self, depth: int, state: Any, inc: Any, has_uint32: Any, uinteger: Any
    ) -> np.random.Generator:
        generator = np.random.PCG64(0)
        generator.state = {
            "bit_generator": "PCG64",
            "state": {"state": _bits128(state), "inc": _bits128(inc) | 1},
            "has_uint32": _integer(has_uint32, 0, 1),
            "uinteger": _integer(uinteger, 0, 2**32 - 1),
        }
        return np.random.Generator(generator)

    def _own(self, depth: int, coded: Any, *reference: Any) -> Any:
        """Rebuild what is built on a plain kind; `resolve` may make more of it."""
        value = self.decode(coded, depth)
        return value if self.resolve is None else self.resolve("own", [value, *reference])

    def _ref(self, depth: int, kind: Any, reference: Any) -> Any:
        if self.resolve is None:
            raise WireError("a reference where none is allowed")
        return self.resolve(_text(kind, 20), reference)


TAGS = frozenset(
    {"list", "tuple", "iter", "dict", "int", "complex", "range", "array", "scalar", "rng", "ref",
     "own"}
)  # fmt: skip


def _text(value: Any, longest: int) -> str:
    if type(value) is not str or len(value) > longest:
        raise WireError("text expected")
    return value


def _integer(value: Any, low: int = -(2**63), high: int = 2**63) -> int:
    if type(value) is not int or not low <= value <= high:
        raise WireError("an integer out of range")
    return value


def _bits128(value: Any) -> int:
    number = int(_text(value, 40), 16)
    if not 0 <= number < 2**128:
        raise WireError("a generator state out of range")
    return number


class Counter:
    """Counts the parts of a frame while it is unpacked: few bytes can stand for very many."""

    def __init__(self) -> None:
        self.left = 4 * MAX_NODES  # a tagged value is up to four parts

    def __call__(self, items: list[Any]) -> list[Any]:
        """Take one list as it is, or raise `WireError`."""
        self.left -= 1 + len(items)
        if self.left < 0:
            raise WireError("a value with too many parts")
        return items


class Channel:
    """
    One end of the socket: whole frames, with a cap on size and a deadline.

    Parameters
    ----------
    connection : socket
        A connected stream socket; the channel owns it.
    max_frame : int
        Largest frame read, in bytes.
    """

    def __init__(self, connection: socket.socket, max_frame: int = MAX_FRAME) -> None:
        self.connection = connection
        self.max_frame = max_frame
        self.ahead = bytearray()
        self.heard = 0  # bytes

    def send(
        self, coded: Any, deadline: float | None = None, descriptor: int | None = None
    ) -> None:
        """Send one frame, if asked with an open file, or raise `Closed` or `Late`."""
        payload = msgpack.packb(coded, use_bin_type=True)
        if len(payload) > self.max_frame:
            raise Unsendable(f"{len(payload) / 2**20:.0f} MB at once")
        try:
            self.connection.settimeout(_remaining(deadline))
            head = struct.pack("<I", len(payload))
            if descriptor is not None:
                socket.send_fds(self.connection, [head], [descriptor])
                head = b""
            self.connection.sendall(head + payload)
        except TimeoutError:
            raise Late("the other side stopped reading") from None
        except OSError as error:
            raise Closed(f"the other side is gone ({error.__class__.__name__})") from None

    def receive(self, deadline: float | None = None) -> Any:
        """Read one frame as tagged lists, or raise a `WireError`."""
        (size,) = struct.unpack("<I", self._read(4, deadline))
        if size > self.max_frame:
            raise WireError("a message that is too long")
        payload = self._read(size, deadline)
        self.heard += size
        try:
            return msgpack.unpackb(
                payload, raw=False, max_ext_len=0, max_map_len=0, max_array_len=MAX_NODES,
                list_hook=Counter(),
            )  # fmt: skip
        except (ValueError, msgpack.exceptions.UnpackException) as error:
            raise WireError(f"bytes that are no message ({error.__class__.__name__})") from None

    def _read(self, size: int, deadline: float | None) -> bytes:
        try:
            seconds = _remaining(deadline)
            while len(self.ahead) < size:
                self.connection.settimeout(seconds)
                part = self.take(min(max(size - len(self.ahead), READ_AHEAD), READ_AT_ONCE))
                if not part:
                    raise Closed("the other side closed the connection")
                self.ahead += part
                seconds = _remaining(deadline)
        except TimeoutError:
            raise Late("no answer in time") from None
        except OSError as error:
            raise Closed(f"the other side is gone ({error.__class__.__name__})") from None
        data = bytes(self.ahead[:size])
        del self.ahead[:size]
        return data

    def take(self, size: int) -> bytes:
        """Read up to `size` bytes."""
        return self.connection.recv(size)

    def close(self) -> None:
        """Close the socket."""
        self.connection.close()


def _remaining(deadline: float | None) -> float | None:
    """Seconds until the deadline; past it an error, or a flood of messages would never be late."""
    if deadline is None:
        return None
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds
