"""What counts as equal: the rules of fair grading."""

import numpy as np
import pytest

from course_lib.checks.compare import compare_values
from course_lib.checks.model import Tolerance

A = np.array([[1.5, -2.0, 0.0]])


def difference(expected: object, got: object, tolerance: Tolerance | None = None):
    return compare_values(expected, got, tolerance or Tolerance(), [])


def hints(expected: object, got: object) -> list[str]:
    found: list[str] = []
    assert compare_values(expected, got, Tolerance(), found) is None
    return found


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (0.5, np.array(0.5)),
        (1.0, True),
        (1.0, 1),
        (963, 963.0),
        (True, 1),
        (A, A.copy()),
        (A, A * (1 + 9e-8)),
        (A, A + 9e-13),
        (np.array([[1.0, 0.0]]), np.array([[True, False]])),
        (np.inf, np.inf),
        ([1.0, 2.0], (1.0, 2)),
        ([1.0, 2.0], np.array([1.0, 2.0])),
        ((0.5, 1.5), [0.5, 1.5]),
        ([], np.array([])),
        ({"dW": A}, {"dW": A, "extra": None}),
        ([(A, A)], [[A, A]]),
    ],
)
def test_accepts(expected: object, got: object) -> None:
    assert difference(expected, got) is None


@pytest.mark.parametrize(
    ("expected", "got", "words"),
    [
        (0.5, None, "is None"),
        (0.5, np.array([0.5]), "array of shape (1,), expected one number"),
        (0.5, [0.5], "a list of 1 items, expected one number"),
        (0.5, 0.5 * (1 + 2e-7), "is wrong"),
        (0.5, np.nan, "is NaN"),
        (np.inf, -np.inf, "is infinite"),
        (1e300, 10**400, "is infinite"),
        (A, A.tolist(), "a list of 1 items, expected an array of shape (1, 3)"),
        (A, 1.0, "one number, expected an array of shape (1, 3)"),
        (A, A[0], "shape (3,), expected (1, 3)"),
        (A, A.T, "shape (3, 1), expected (1, 3)"),
        (A, np.rint(A).astype(int), "1 of 3 entries are wrong"),
        (A, A * (1 + 2e-7), "2 of 3 entries are wrong"),
        (A, A * np.nan, "3 of 3 entries are wrong (NaN)"),
        ([1.0, 2.0], [1.0], "has 1 items, expected 2"),
        ([1.0, 2.0], np.array([[1.0, 2.0]]), "expected a sequence of 2 items"),
        ({"dW": A}, {"db": A}, "has no key 'dW'"),
        ({"dW": A}, A, "expected a dict with the keys dW"),
        (True, False, "is wrong"),
        (True, "yes", "expected True or False"),
    ],
)
def test_refuses(expected: object, got: object, words: str) -> None:
    found = difference(expected, got)
    assert found is not None
    assert words in found.public


def test_public_part_holds_no_number_of_the_case() -> None:
    found = difference(np.array([[0.123456]]), np.array([[0.654321]]))
    assert "0.123" not in found.public + found.advice
    assert found.detail == "first at [0, 0]: expected 0.123456, got 0.654321"


def test_close_numbers_are_printed_with_enough_digits() -> None:
    found = difference(0.123456789, 0.123456889)
    assert found.detail == "expected 0.123456789, got 0.123456889"


def test_quantity_names_the_part_of_a_dict() -> None:
    assert difference({"a": {"dW": A}}, {"a": {"dW": A + 1}}).quantity == "dW of a"


@pytest.mark.parametrize(
    ("expected", "got", "words"),
    [
        (A, A[0], "keepdims"),
        (A, A.T, "Rows and columns are swapped"),
        (A, A.T + A, "broadcast"),
        (A, A.sum(axis=0)[:1], "summed or averaged"),
        (A, np.rint(A).astype(int), "cut to integers"),
        (A, A * np.nan, "NaN comes from"),
        (0.5, None, "meets no `return`"),
        (A, A.tolist(), "np.array"),
        (0.5, np.array([[0.5]]), ".item()"),
    ],
)
def test_advice(expected: object, got: object, words: str) -> None:
    assert words in difference(expected, got).advice


def test_booleans_give_a_hint() -> None:
    assert "True and False" in hints(np.array([1.0, 0.0]), np.array([True, False]))[0]


def test_integers_give_a_hint_where_floats_are_expected() -> None:
    assert "integers" in hints(2.0, 2)[0]


def test_a_float_for_an_integer_gives_no_hint() -> None:
    assert hints(963, 963.0) == []


def test_a_looser_tolerance_is_used() -> None:
    assert difference(1.0, 1.00001, Tolerance(rtol=1e-4)) is None
