"""Results that lie about themselves are refused; plain data is copied."""

from collections import OrderedDict

import numpy as np
import pytest

from course_lib.checks.plain import Inputs, RefusedError, plain, take


class AlwaysEqual(float):
    """A float that claims to be any number."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__

    def __sub__(self, other: object) -> float:
        return 0.0


class LyingList(list):
    """A list that shows something else to whoever runs over it."""

    def __iter__(self):
        return iter([99])

    def __len__(self) -> int:
        return 0


class YesArray(np.ndarray):
    """An array whose comparisons are always true."""

    def __array_ufunc__(self, ufunc: object, method: str, *inputs: object, **kwargs: object):
        return np.array(True)


@pytest.mark.parametrize(
    "value",
    [
        np.zeros(3).view(YesArray),
        np.zeros((1, 1)).view(np.matrix),
        np.ma.masked_array([1.0]),
        np.array([None, 1.0]),
        np.array(["a"]),
        np.array([1j]),
        1j,
        b"bytes",
        {1: 2},
        {"a": (1, object())},
        (k for k in range(3)),
        range(3),
        np.sum,
        np.broadcast_to(0.0, (10_000, 10_000)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_refuses(value: object) -> None:
    with pytest.raises(RefusedError):
        plain(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (AlwaysEqual(1.0), 1.0),
        ([AlwaysEqual(1.0)], [1.0]),
        (OrderedDict(a=AlwaysEqual(2.0)), {"a": 2.0}),
        (LyingList([3]), [3]),
    ],
)
def test_what_is_built_on_a_plain_kind_becomes_that_kind_whatever_it_says(value, expected) -> None:
    taken = plain(value)
    assert type(taken) is type(expected)
    assert taken == expected
    assert taken != 0.5


def test_refuses_a_list_that_contains_itself() -> None:
    endless: list = []
    endless.append(endless)
    with pytest.raises(RefusedError, match="nested too deeply"):
        plain(endless)


def test_refuses_a_class_that_fakes_its_type() -> None:
    class Fake:
        @property
        def __class__(self) -> type:
            return float

    with pytest.raises(RefusedError):
        plain(Fake())


@pytest.mark.parametrize("value", [None, True, 3, 0.5, "text", [1, (2.0, {"a": None})]])
def test_takes_over_plain_data(value: object) -> None:
    assert plain(value) == value


@pytest.mark.parametrize("scalar", [np.float64(0.5), np.float32(0.5), np.longdouble(0.5)])
def test_numpy_scalars_become_floats(scalar: np.generic) -> None:
    assert type(plain(scalar)) is float


def test_arrays_are_copied() -> None:
    array = np.zeros(3)
    copied = plain(array)
    array += 1
    assert copied.tolist() == [0, 0, 0]


def test_take_reads_a_generator() -> None:
    assert take(k for k in range(3)) == [0, 1, 2]


def test_take_stops_an_endless_iterator() -> None:
    def endless():
        while True:
            yield 0

    with pytest.raises(RefusedError, match="does not end"):
        take(endless())


@pytest.mark.parametrize(
    ("pristine", "change"),
    [
        (np.zeros(3), lambda a: a.__setitem__(0, -0.0)),
        (np.zeros((1, 3)), lambda a: setattr(a, "shape", (3, 1))),
        ([1.0, np.zeros(2)], lambda a: a[1].__iadd__(1)),
        ({"W": np.zeros(2)}, lambda a: a.update(W=np.ones(2))),
        ({"W": np.zeros(2)}, lambda a: a.update(b=1)),
        ([1, 2], lambda a: a.reverse()),
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_changed_arguments_are_named(pristine: object, change) -> None:
    inputs = Inputs()
    change(inputs.passing("x", pristine))
    assert inputs.changed() == ("x",)


def test_unchanged_arguments_are_not_named() -> None:
    inputs = Inputs()
    inputs.passing("x", {"W": np.array([np.nan]), "name": "a"})
    assert inputs.changed() == ()
