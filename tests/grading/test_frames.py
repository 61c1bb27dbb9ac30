"""Tables of pandas cross as they are, and what is none is refused."""

import msgpack
import numpy as np
import pandas as pd
import pytest

from course_lib.grading.inside.wire import Decoder, Unsendable, WireError, encode

DAYS = pd.date_range("2024-01-01", periods=3, freq="D")
MIXED = pd.DataFrame(
    {
        "n": [1, 2, 3], "x": [0.5, np.nan, 2.0], "name": ["a", None, "é"], "day": DAYS,
        "kind": pd.Categorical(["u", "v", "u"], ordered=True), "yes": [True, False, True],
        "maybe": pd.array([1, None, 3], dtype="Int64"), "there": DAYS.tz_localize("UTC"),
        "thing": pd.Series([1, "a", None], dtype=object),
    },
    index=["r", "s", "t"],
)  # fmt: skip
FRAMES = {
    "mixed": MIXED,
    "indexed": MIXED.set_index("n"),
    "two levels": MIXED.set_index(["n", "name"]),
    "grouped": MIXED.groupby("kind", observed=True)[["n", "x"]].agg(["mean", "max"]),
    "described": MIXED.describe(),
    "turned": MIXED[["n", "x"]].T,
    "no rows": MIXED.iloc[:0],
    "no columns": MIXED[[]],
    "nothing": pd.DataFrame(),
    "two of a name": pd.DataFrame([[1, 2]], columns=["a", "a"]),
}


def crossed(value):
    packed = msgpack.packb(encode(value), use_bin_type=True)
    return Decoder().decode(msgpack.unpackb(packed, raw=False))


@pytest.mark.parametrize("name", FRAMES)
def test_table_crosses_as_it_is(name):
    pd.testing.assert_frame_equal(crossed(FRAMES[name]), FRAMES[name], check_freq=True)


@pytest.mark.parametrize("name", MIXED)
def test_column_crosses_as_it_is(name):
    pd.testing.assert_series_equal(crossed(MIXED[name]), MIXED[name])


def test_index_keeps_its_kind_and_frequency():
    series = pd.Series([1, 2, 3], index=DAYS, name="n")
    pd.testing.assert_series_equal(crossed(series), series, check_freq=True)
    assert type(crossed(MIXED.reset_index().index)) is pd.RangeIndex


@pytest.mark.parametrize("value", [DAYS[0], pd.Timedelta("1D"), pd.NaT, pd.NA], ids=str)
def test_moment_crosses_as_it_is(value):
    got = crossed(value)
    assert got is value if pd.isna(value) else got == value


def test_class_built_on_a_table_does_not_cross_as_one():
    class Forged(pd.DataFrame):
        def equals(self, other):
            return True

    assert type(crossed(Forged({"a": [1]}))) is not Forged
    assert not isinstance(crossed(Forged({"a": [1]})), pd.DataFrame)


def test_column_of_a_kind_that_is_not_known_is_refused():
    with pytest.raises(Unsendable, match="dtype"):
        encode(pd.DataFrame({"a": pd.period_range("2024-01", periods=2, freq="M")}))


PLAIN = ["plain", [None], ["numpy", "x", ["array", 3, [1], True, b"\0" * 8]], None]
MALFORMED = {
    "an index too long": ["frame", PLAIN, ["range", [None], 0, 2**60, 1], [["numpy", "x", 4]]],
    "a column that is a number": ["series", None, PLAIN, ["numpy", "x", 4]],
    "columns that are no list": ["frame", PLAIN, PLAIN, 5],
    "unequal lengths": ["frame", PLAIN, ["range", [None], 0, 3, 1], [PLAIN[2]]],
    "a dtype that is code": ["series", None, PLAIN, ["extension", "os.system", [1], [False]]],
    "a frequency that is code": ["index", [*PLAIN[:3], "__import__('os')"]],
    "a code of no category": ["series", None, PLAIN, ["category", True, PLAIN[2][2], 7]],
    "a moment of another kind": ["moment", "Popen", "x"],
    "a moment that is none": ["moment", "Timestamp", "no day"],
    "an index of another kind": ["index", ["frame", [None]]],
}


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_no_table_is_a_wire_error(name):
    with pytest.raises(WireError):
        Decoder().decode(MALFORMED[name])
