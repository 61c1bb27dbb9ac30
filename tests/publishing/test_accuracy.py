"""The published accuracy of the checks is current, meets its targets, and gaps are found."""

import ast
import json

import pytest

from course_lib.publishing.derived import accuracy
from course_lib.publishing.derived.accuracy import (
    COMMAND,
    accuracy_page,
    lower_bound,
    missed_targets,
    outdated,
    read_rows,
    totals,
    upper_bound,
)
from course_lib.publishing.derived.code_digest import digest, file_of, reached, written

from .copies import ROOT, copied

CLEAN = {
    "exercise": "relu", "alternatives": 7, "refused": [], "mistakes": 10, "passed": [],
    "diagnosed": 10, "confused": [], "mutants": 300, "mutants_passed": [], "equivalent": [],
}  # fmt: skip


@pytest.fixture
def project(tmp_path):
    """Return a copy of what the page is made from."""
    return copied(tmp_path, "book")


@pytest.fixture
def three_exercises(monkeypatch):
    """Make the course small, and its measuring quick; return the exercises that were measured."""
    done = []

    def measured(name):
        done.append(name)
        return CLEAN | {"exercise": name, "digest": accuracy.digest(name)}

    monkeypatch.setattr(accuracy.registry, "names", lambda: ["relu", "chain", "accuracy"])
    monkeypatch.setattr(accuracy, "measured", measured)
    return done


# ------------------------------------------------------------------ the course


def test_every_row_is_current():
    stale = outdated(read_rows(ROOT))
    assert stale == [], f"run `{COMMAND}` and commit what it writes"


def test_every_target_is_met():
    assert missed_targets(read_rows(ROOT).values()) == []


def test_no_tolerance_has_a_thin_margin():
    assert {name: row["thin"] for name, row in read_rows(ROOT).items() if row["thin"]} == {}


# ------------------------------------------------------------------ targets and bounds


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        ({"refused": ["loop"]}, "alternatives refused: 1 of 7"),
        ({"passed": ["sign"]}, "mistakes passed: 1 of 10"),
        ({"mutants_passed": [["a", "b"]] * 4}, "mutants passed: 4 of 300"),
        ({"diagnosed": 8}, "mistakes diagnosed: 8 of 10"),
        ({"confused": ["sign"]}, "mistakes confused: 1 of 10"),
    ],
)
def test_a_target_that_is_missed_is_told(fault, complaint):
    assert missed_targets([CLEAN]) == []
    assert missed_targets([CLEAN | fault]) == [complaint]


def test_three_mutants_of_three_hundred_may_pass():
    assert missed_targets([CLEAN | {"mutants_passed": [["a", "b"]] * 3}]) == []


def test_totals_are_sums_with_a_bound_on_the_bad_side():
    found = totals([CLEAN, CLEAN])
    assert found["mutants passed"] == (0, 600, pytest.approx(3 / 600, rel=0.01))
    assert found["mistakes diagnosed"] == (20, 20, pytest.approx(1 - 3 / 20, abs=0.02))


def test_bound_of_no_event_is_the_rule_of_three():
    assert upper_bound(0, 300) == pytest.approx(3 / 300, rel=0.01)


def test_bounds_of_some_events_agree_with_a_table():
    # Clopper and Pearson, one-sided 95 %: 2 of 20.
    assert upper_bound(2, 20) == pytest.approx(0.28262, abs=1e-4)
    assert lower_bound(18, 20) == pytest.approx(1 - 0.28262, abs=1e-4)


# ------------------------------------------------------------------ digests


@pytest.mark.parametrize(
    "other",
    [
        "def f(x):\n    return x + 1  # one more\n",
        'def f(x):\n    """Add one."""\n    return (x + 1)\n',
        '"""A module."""\n\n\ndef f(x): return x + 1',
    ],
)
def test_remarks_and_layout_do_not_count(other):
    code = "def f(x):\n    return x + 1\n"
    assert written(ast.parse(code)) == written(ast.parse(other))


@pytest.mark.parametrize(
    "other",
    ["def f(x):\n    return x + 2", "def f(x):\n    return 1 + x", "def f(y):\n    return y + 1"],
)
def test_a_change_of_the_code_counts(other):
    assert written(ast.parse("def f(x):\n    return x + 1\n")) != written(ast.parse(other))


def test_a_row_depends_on_its_reference_its_helpers_and_what_judges():
    start = "course_lib.checks.exercises.relu.relu"
    found = reached([start, *accuracy.MEASURING], accuracy.APART)
    assert {
        "course_lib.relu",
        "course_lib._validation",
        "course_lib.checks.exercises.relu._inputs",
        "course_lib.checks.exercises._shared",
        "course_lib.checks.compare",
        "course_lib.checks.registry",
        "course_lib.checks.run",
        *accuracy.MEASURING,
    } <= found
    assert "course_lib.checks.exercises.relu.relu_prime" not in found
    assert "course_lib.softmax" not in found
    assert not found.intersection(accuracy.APART)


def test_every_module_that_measures_is_there():
    for module in (*accuracy.MEASURING, *accuracy.APART):
        assert file_of(module).is_file()


def test_different_exercises_have_different_digests():
    assert accuracy.digest("relu") != accuracy.digest("relu_prime")
    assert digest(["course_lib.relu"]) != digest(["course_lib.softmax"])


# ------------------------------------------------------------------ bringing it up to date


def test_only_what_changed_is_measured(tmp_path, three_exercises):
    assert accuracy.update(tmp_path) == ["relu", "chain", "accuracy"]
    assert accuracy.update(tmp_path) == []
    path = tmp_path / accuracy.DATA
    path.write_text(path.read_text().replace(accuracy.digest("chain"), "of another time"))
    assert accuracy.update(tmp_path) == ["chain"]


def test_an_interrupted_run_is_continued(tmp_path, three_exercises, monkeypatch):
    quick = accuracy.measured

    def interrupted(name):
        if name == "chain":
            raise KeyboardInterrupt
        return quick(name)

    monkeypatch.setattr(accuracy, "measured", interrupted)
    with pytest.raises(KeyboardInterrupt):
        accuracy.update(tmp_path)
    assert list(read_rows(tmp_path)) == ["relu"]
    monkeypatch.setattr(accuracy, "measured", quick)
    assert accuracy.update(tmp_path) == ["chain", "accuracy"]
    assert list(read_rows(tmp_path)) == ["relu", "chain", "accuracy"]


def test_the_row_of_an_exercise_that_is_gone_goes(tmp_path, three_exercises, monkeypatch):
    accuracy.update(tmp_path)
    monkeypatch.setattr(accuracy.registry, "names", lambda: ["relu", "chain"])
    accuracy.update(tmp_path)
    assert list(read_rows(tmp_path)) == ["relu", "chain"]


# ------------------------------------------------------------------ the page


def test_a_missing_row_stops_the_page(project):
    path = project / accuracy.DATA
    content = json.loads(path.read_text(encoding="utf-8"))
    gone = content["rows"].pop()["exercise"]
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ValueError, match=f"no row of {gone}. Run `python benchmarks"):
        accuracy_page(project)


def test_a_mutant_that_passes_is_listed_with_the_reason_but_without_its_code(project):
    path = project / accuracy.DATA
    content = json.loads(path.read_text(encoding="utf-8"))
    content["rows"][0]["mutants_passed"] = [["place.name: a + b → a - b", "seldom different"]]
    path.write_text(json.dumps(content), encoding="utf-8")
    page = accuracy_page(project)
    assert "| `place.name` | seldom different |" in page
    assert "a - b" not in page


def test_a_thin_margin_is_listed(project):
    path = project / accuracy.DATA
    content = json.loads(path.read_text(encoding="utf-8"))
    content["rows"][0]["thin"] = ["a right answer is off by half a tolerance"]
    path.write_text(json.dumps(content), encoding="utf-8")
    name = content["rows"][0]["exercise"]
    assert f"- `{name}`: a right answer is off by half a tolerance." in accuracy_page(project)


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (None, "∞"),
        (0.0, "0"),
        (2e-5, "< 0.001"),
        (0.32, "0.32"),
        (320.0, "320"),
        (9e6, "10<sup>7</sup>"),
    ],
)
def test_sizes_are_written_shortly(size, text):
    assert accuracy.in_tolerances(size) == text
