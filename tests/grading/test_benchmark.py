"""The benchmark against nbgrader: what it compares, and that it notices a difference."""

import importlib
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from course_lib.grading.examine.assignment import Assignment

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
        each = wall / len(scores)
        return benchmark.Measured(len(scores), wall, cpu, 2**20, each, 3 * len(scores), scores)

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
    assert whole.pictures == 6


@pytest.mark.parametrize("name", ["relu", "binary_cross_entropy"])
def test_class_is_right_wrong_half_done_and_failing(benchmark, name):
    source = json.loads(Assignment.find(name, ROOT).text)
    texts = dict(benchmark.notebook_of(source, source, number) for number in range(10))
    kinds = {student.partition("-")[2] for student in texts}
    assert kinds == {"right", "wrong", "half", "failing"}
    bodies = {text.replace(student, "") for student, text in texts.items()}
    assert len(bodies) == len(kinds)


def test_every_line_says_what_was_drawn(benchmark, measured, capsys):
    results = {
        name: measured(8.0, 4.0, {"a": 1.0})
        for name in (benchmark.SHIPPED, benchmark.IMMEDIATE, *benchmark.OURS.values())
    }
    results[benchmark.OURS["manual"]].pictures = 1
    benchmark.report(results)
    ratios = [line for line in capsys.readouterr().out.splitlines() if " over " in line]
    assert len(ratios) == 4
    for line in ratios:
        assert "(3 PNGs, 3.00 a submission): throughput" in line
    assert sum("figures all (3 PNGs" in line for line in ratios) == 2
    assert sum("figures manual (1 PNGs" in line for line in ratios) == 2
    assert benchmark.row("x", measured(8.0, 4.0, {"a": 1.0})).split()[-1] == "3"


@pytest.mark.real_tools
def test_both_sides_draw_the_same_in_the_comparison(benchmark, tmp_path, capsys):
    template = benchmark.Template("binary_cross_entropy", tmp_path)
    arguments = SimpleNamespace(students=2, batches=1, workers=1)
    results = benchmark.interleaved(template, arguments)
    drawn = {name: measured.pictures for name, measured in results.items()}
    equal = {benchmark.SHIPPED, benchmark.IMMEDIATE, benchmark.OURS["all"]}
    assert {drawn[name] for name in equal} == {6}
    assert drawn[benchmark.OURS["manual"]] == 2
    benchmark.report(results)
    assert capsys.readouterr().out.count("Same score: 2 of 2 students") == 4
