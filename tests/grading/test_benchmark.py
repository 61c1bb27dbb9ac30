"""The benchmark against nbgrader: what it compares, and that it notices a difference."""

import importlib
import json
from pathlib import Path

import pytest

from course_lib.grading.assignment import Assignment

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def benchmark():
    """The benchmark as a module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "benchmarks")
        yield importlib.import_module("grading")


@pytest.fixture
def measured(benchmark):
    """Make a measurement of given seconds and scores."""

    def make(wall, cpu, scores):
        return benchmark.Measured(len(scores), wall, cpu, 2**20, wall / len(scores), scores)

    return make


def test_difference_of_scores_is_told(benchmark, measured):
    stock, ours = measured(8.0, 4.0, {"a": 1.0, "b": 2.0}), measured(1.0, 1.0, {"a": 1.0, "b": 0.0})
    assert benchmark.agreement(stock, ours).splitlines() == [
        "Same score: 1 of 2 students", "  b: nbgrader 2, course grade 0",
    ]  # fmt: skip


def test_batches_add_up(benchmark, measured):
    whole = benchmark.total([measured(8.0, 4.0, {"a": 1.0}), measured(2.0, 1.0, {"b": 1.0})])
    assert (whole.students, whole.each, whole.cpu) == (2, 5.0, 5.0)
    assert whole.scores == {"a": 1.0, "b": 1.0}


@pytest.mark.parametrize("name", ["relu", "binary_cross_entropy"])
def test_class_is_right_wrong_half_done_and_failing(benchmark, name):
    source = json.loads(Assignment.find(name, ROOT).text)
    texts = dict(benchmark.notebook_of(source, source, number) for number in range(10))
    kinds = {student.partition("-")[2] for student in texts}
    assert kinds == {"right", "wrong", "half", "failing"}
    bodies = {text.replace(student, "") for student, text in texts.items()}
    assert len(bodies) == len(kinds)
