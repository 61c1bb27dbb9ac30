"""The benchmark against nbgrader: what it compares, and that it notices a difference."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from course_lib.grading.assignment import Assignment

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def benchmark():
    """The benchmark as a module."""
    path = ROOT / "benchmarks" / "grading.py"
    specification = importlib.util.spec_from_file_location("grading_benchmark", path)
    module = importlib.util.module_from_spec(specification)
    sys.modules["grading_benchmark"] = module  # dataclasses look their module up
    specification.loader.exec_module(module)
    return module


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
