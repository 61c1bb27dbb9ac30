"""Plain data crosses unchanged; everything else is refused."""

import dataclasses
import datetime
import decimal
import fractions
import os
import pathlib
import random
import socket
import struct
import threading
import time
import uuid
from array import array
from collections import Counter, OrderedDict, defaultdict, deque

import msgpack
import numpy as np
import pytest

from course_lib.grading.inside.wire import (
    DTYPES,
    Channel,
    Closed,
    Decoder,
    Late,
    Unsendable,
    WireError,
    encode,
)


def crossed(value):
    packed = msgpack.packb(encode(value), use_bin_type=True)
    return Decoder().decode(msgpack.unpackb(packed, raw=False))


@pytest.mark.parametrize(
    "value",
    [None, True, 3, -(2**63), 2**200, 0.1, 1 + 2j, "é", [1, [2.0]], (1, ("a",)), {"W": 1, 2: None},
     range(2, 9, 3)],
)  # fmt: skip
def test_plain_value_keeps_type_and_value(value):
    got = crossed(value)
    assert (type(got), got) == (type(value), value)


@pytest.mark.parametrize("dtype", DTYPES)
def test_array_keeps_dtype_shape_and_bytes(dtype):
    array = np.arange(6).reshape(2, 3).astype(dtype)
    got = crossed(array)
    assert (got.dtype, got.shape, got.tobytes()) == (array.dtype, array.shape, array.tobytes())


@pytest.mark.parametrize("dtype", DTYPES)
def test_numpy_scalar_keeps_type(dtype):
    assert type(crossed(dtype.type(1))) is dtype.type


def test_nan_and_infinity_cross():
    np.testing.assert_array_equal(crossed(np.array([np.nan, -np.inf])), [np.nan, -np.inf])


def test_read_only_array_stays_read_only():
    array = np.zeros(2)
    array.flags.writeable = False
    assert not crossed(array).flags.writeable


def test_generator_continues_where_it_was():
    rng = np.random.default_rng(8)
    rng.normal(size=3)
    twin = crossed(rng)
    assert twin.normal() == rng.normal()


def test_iterator_is_drawn():
    assert list(crossed(x * x for x in range(3))) == [0, 1, 4]


def test_what_can_be_run_over_becomes_an_iterator():
    assert list(crossed(array("d", [1.0]))) == [1]


def test_endless_iterator_is_refused():
    with pytest.raises(Unsendable, match="more than"):
        encode(iter(int, 1))


@pytest.mark.parametrize(
    "value",
    [object(), {1, object()}, np.array([print]), np.zeros(1, "f8,i4"), print, np.ma.array([1.0])],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_other_objects_are_refused(value):
    with pytest.raises(Unsendable):
        encode(value)


def test_value_that_holds_itself_is_refused():
    loop = []
    loop.append(loop)
    with pytest.raises(Unsendable, match="deep"):
        encode(loop)


@pytest.mark.parametrize(
    "coded",
    [
        ["list"], ["list", 1], ["exec", "1"], ["decode", 1], ["__class__"], [], [1], {"a": 1},
        ["array", 99, [1], True, b"x"], ["array", 11, [2], True, b"x" * 8],
        ["array", 11, [-1], True, b"x" * 8], ["array", 11, [2**40], True, b""],
        ["array", 11, ["a"], True, b""], ["array", 11, [1], True, "text"],
        ["scalar", 11, b""], ["scalar", 11, b"x" * 16], ["rng", "0x1", "0x1", 2, 0],
        ["rng", "0x" + "f" * 60, "0x1", 0, 0], ["rng", 1, 1, 0, 0], ["int", "0x" + "f" * 5000],
        ["int", "not"], ["range", 0, 1, 0], ["range", 0, 1.5, 1], ["dict", [[["list", []], 1]]],
        ["dict", 5], ["complex", 1, "x"], ["ref", "call", [0, "f"]], b"bytes",
    ],
    ids=lambda coded: str(coded)[:40],
)  # fmt: skip
def test_malformed_data_is_a_wire_error(coded):
    with pytest.raises(WireError):
        Decoder().decode(coded)


def test_deeply_nested_data_is_a_wire_error():
    coded = None
    for _ in range(1000):
        coded = ["list", [coded]]
    with pytest.raises(WireError, match="deep"):
        Decoder().decode(coded)


def test_many_parts_are_a_wire_error():
    with pytest.raises(WireError, match="many parts"):
        Decoder().decode(["list", [None] * 300_000])


@pytest.fixture
def line():
    ours, theirs = socket.socketpair()
    channel = Channel(ours, max_frame=1000)
    yield channel, theirs
    channel.close()
    theirs.close()


def test_frame_larger_than_the_cap_is_not_read(line):
    channel, theirs = line
    theirs.sendall(struct.pack("<I", 1001))
    with pytest.raises(WireError, match="too long"):
        channel.receive(time.monotonic() + 1)


def test_bytes_that_are_no_message_are_a_wire_error(line):
    channel, theirs = line
    theirs.sendall(struct.pack("<I", 4) + b"\xc1\xc1\xc1\xc1")
    with pytest.raises(WireError, match="no message"):
        channel.receive(time.monotonic() + 1)


@pytest.mark.parametrize("size", [1, 5, 7, 10**6])
def test_frames_are_told_apart_however_they_come(line, size):
    channel, theirs = line
    payloads = [msgpack.packb(value) for value in ("a", [1] * 30, "b")]
    data = b"".join(struct.pack("<I", len(payload)) + payload for payload in payloads)
    for start in range(0, len(data), size):
        theirs.sendall(data[start : start + size])
    got = [channel.receive(time.monotonic() + 1) for _ in payloads]
    assert got == ["a", [1] * 30, "b"]


def test_open_files_that_come_with_a_frame_are_not_kept(line):
    channel, theirs = line
    before = len(os.listdir("/dev/fd"))
    for part in (b"\1\0", b"\0\0", b"\xc0"):
        socket.send_fds(theirs, [part], [theirs.fileno()] * 100)
    assert channel.receive(time.monotonic() + 1) is None
    assert len(os.listdir("/dev/fd")) == before


def test_silence_is_late(line):
    with pytest.raises(Late):
        line[0].receive(time.monotonic() + 0.05)


def test_trickle_of_bytes_does_not_push_the_deadline(line):
    channel, theirs = line
    stop = threading.Event()

    def trickle():
        theirs.sendall(struct.pack("<I", 900))
        while not stop.wait(0.02):
            theirs.sendall(b"x")

    thread = threading.Thread(target=trickle)
    thread.start()
    with pytest.raises(Late):
        channel.receive(time.monotonic() + 0.2)
    stop.set()
    thread.join()


def test_hanging_up_is_closed(line):
    channel, theirs = line
    theirs.close()
    with pytest.raises(Closed):
        channel.receive(time.monotonic() + 1)


ZONED = datetime.datetime(2024, 1, 2, 3, 4, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
KINDS = [
    {1, "a", (2.5, None)}, frozenset({b"x"}), set(), b"\0\xff", bytearray(b"a"),
    decimal.Decimal("1.50"), decimal.Decimal("NaN"), fractions.Fraction(-1, 3),
    datetime.date(2024, 2, 29), datetime.time(3, 4), ZONED, datetime.timedelta(-1, 5),
    pathlib.Path("a/b.txt"), uuid.UUID(int=7), slice(1, None, -1), ..., NotImplemented,
    deque([1, [2]], 3), Counter("aab"), OrderedDict(b=1, a=2), defaultdict(list, a=[1]),
    {1: 2}.keys(), {1: 2}.items(), int, ValueError, np.float32, np.ndarray, dataclasses.MISSING,
    np.dtype("int16"), np.dtype("U7"), np.datetime64("2024-01-01", "D"), np.timedelta64(3, "h"),
    {(1, ("a", b"b")): 1, frozenset({1}): 2, datetime.date(2024, 1, 1): 3},
]  # fmt: skip


@pytest.mark.parametrize("value", KINDS, ids=lambda value: f"{type(value).__name__}")
def test_more_unusual_value_keeps_type_and_value(value):
    got = crossed(value)
    assert type(got) is type(value)
    assert got == value or repr(got) == repr(value)


@pytest.mark.parametrize(
    "array",
    [
        np.array(["a", "é", ""]), np.array([[b"a", b"bc"]]), np.array([], "U3"),
        np.array(["2024-01-01", "NaT"], "M8[D]"), np.array([1, None, "x", [2]], object),
        np.array([[1, 2]], "m8[ns]"), np.array("text"),
    ],
    ids=lambda array: str(array.dtype),
)  # fmt: skip
def test_array_of_texts_times_or_objects_keeps_dtype_shape_and_entries(array):
    got = crossed(array)
    assert (got.dtype, got.shape) == (array.dtype, array.shape)
    assert repr(got) == repr(array)


@pytest.mark.parametrize("make", [random.Random, np.random.RandomState])
def test_older_generator_continues_where_it_was(make):
    rng = make(8)
    rng.random()
    twin = crossed(rng)
    assert twin.random() == rng.random()


MALFORMED = [
    ["set", [["list", []]]], ["set", 3], ["set", [1] * 200_000], ["frozenset", [["dict", []]]],
    ["bytes", "text"], ["bytes"], ["decimal", "x"], ["decimal", "1e999999"], ["decimal", 3],
    ["fraction", 1, 0], ["fraction", 1.5, 2], ["date", "yesterday"], ["date", 3],
    ["datetime", "x" * 999], ["timedelta", 10**12, 0, 0], ["timedelta", "1", 0, 0],
    ["path", "a\0b" * 2000], ["uuid", "no"], ["deque", [], -1], ["deque", [], "x"],
    ["counter", 3], ["defaultdict", ["dict", []], "os.system"], ["type", "os.system"],
    ["type", ["list", []]], ["constant", "__builtins__"], ["dtype", "f8,i4"], ["dtype", "O8; x"],
    ["entries", "U3", [2], ["a"]], ["entries", "U3", [1], [1]], ["entries", "V8", [1], [b"x"]],
    ["entries", "U999999", [100], ["a"] * 100], ["stamps", "M8[ns]", [2], b"x" * 8],
    ["stamps", "M8[weeks]", [1], b"x" * 8], ["stamp", 7], ["random", b"x" * 2500, None],
    ["random", b"\xff" * 2500, None], ["legacy", b"x" * 2496, 999, 0, 0.0],
    ["legacy", b"x" * 2496, 0, 0, "x"], ["keys", [["set", []]]], ["own"], ["own", ["exec"], 0, 0],
]  # fmt: skip


@pytest.mark.parametrize("coded", MALFORMED, ids=lambda coded: str(coded)[:40])
def test_malformed_kind_is_a_wire_error(coded):
    with pytest.raises(WireError):
        Decoder().decode(coded)


def test_numbers_that_collide_are_counted_over_all_sets():
    some = ["set", [["int", hex(k * (2**61 - 1))] for k in range(1, 2000)]]
    with pytest.raises(WireError, match="too many keys"):
        Decoder().decode(["list", [some, some, some]])
