"""At most 4 ulp from mpmath wherever the result is normal and the problem well conditioned."""

import runpy
from pathlib import Path

import pytest

ACCURACY = runpy.run_path(str(Path(__file__).parents[1] / "benchmarks" / "accuracy.py"))
FUNCTIONS = [
    "sigmoid",
    "sigmoid_prime",
    "tanh_prime",
    "bce",
    "bce_from_logits",
    "softmax",
    "logsumexp",
    "cross_entropy_from_logits",
]


@pytest.fixture(scope="module")
def table():
    return {row.name: row for row in ACCURACY["accuracy_table"](count=150, seed=48)}


def test_the_table_has_every_promised_function(table):
    assert list(table) == FUNCTIONS


@pytest.mark.parametrize("name", FUNCTIONS)
def test_error_is_at_most_four_ulp(table, name):
    assert table[name].ours <= 4.0


@pytest.mark.parametrize("name", FUNCTIONS)
def test_hundreds_of_results_are_counted(table, name):
    assert table[name].counted >= 200
