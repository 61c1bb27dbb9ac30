"""At most 4 ulp from mpmath wherever the result is normal and the problem well conditioned."""

import math
import runpy
from pathlib import Path

import numpy as np
import pytest

import course_lib

ACCURACY = runpy.run_path(str(Path(__file__).parents[1] / "benchmarks" / "accuracy.py"))
# A pass through a network is a chain of ten roundings.
CHAINS = (
    *("l_layer_backward", "two_layer_backward", "logistic_gradients", "gradients_by_loop"),
    *("rows_backward", "train"),
)


@pytest.fixture(scope="module")
def table():
    problems = ACCURACY["problems"](count=60, seed=48, n_classes=(3, 10, 1000))
    return {problem.name: ACCURACY["row"](problem) for problem in problems}


def test_every_public_function_has_a_row_or_a_reason(table):
    with_rows = {name.split(",")[0].split(".")[0] for name in table}
    assert with_rows == ACCURACY["TO_CHECK"]
    assert set(ACCURACY["WITHIN"].values()) <= with_rows


def test_every_error_is_at_most_four_ulp(table):
    limits = {name: 8.0 if name.startswith(CHAINS) else 4.0 for name in table}
    assert {name: row.ours for name, row in table.items() if not row.ours <= limits[name]} == {}


def test_no_row_is_empty(table):
    assert [name for name, row in table.items() if row.counted == 0] == []


@pytest.mark.parametrize("n", [10_000, 65_536])
def test_the_sum_of_many_classes_keeps_its_last_digits(n):
    Z = np.log(np.random.default_rng(0).uniform(0.1, 1.0, (n, 2)))
    E = np.exp(Z - Z.max(axis=0))
    exact = np.array([math.fsum(column) for column in E.T])
    off = np.abs(course_lib.softmax(Z)[Z.argmax(axis=0), [0, 1]] * exact - 1.0)
    assert off.max() <= 4 * np.finfo(float).eps
