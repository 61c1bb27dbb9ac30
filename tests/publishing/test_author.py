"""``course check --author`` finds planted faults, and nothing in what is right."""

import json
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest
from click.testing import CliRunner

from course_lib.checks import registry
from course_lib.checks.model import Alternative, Mistake, case
from course_lib.cli import main
from course_lib.publishing.notebooks import review as author

from .copies import ROOT, copied, replace_in

NAME = "relu"
HIDDEN = 'check("relu", relu, hidden=True)'


@pytest.fixture
def course(tmp_path, monkeypatch):
    """Return a course of one assignment, of which one exercise is looked at."""
    copied(tmp_path, f"solutions/{NAME}", f"exercises/{NAME}")
    monkeypatch.setattr(author, "exercises_of", lambda name: [registry.find("relu")])
    return tmp_path


def edit(course, old, new):
    """Plant a fault in the source."""
    replace_in(course / "solutions" / NAME / f"{NAME}.md", old, new)


def findings(course, **fields):
    """Review the course, with some fields of the exercise replaced."""
    exercise = replace(registry.find("relu"), **fields)
    draft = author.Draft(NAME, course)
    return {(f.place, f.kind, f.detail) for f in author.exercise_problems(draft, exercise)}


def kinds(found, kind):
    """Return the details of one kind of finding."""
    return {detail for _, other, detail in found if other == kind}


@contextmanager
def known_as_relu(exercise):
    """Let an exercise stand in the place of relu for a while, with its cases made ready anew."""
    try:
        with pytest.MonkeyPatch.context() as patch:
            for known in (registry.exercises(), registry.exercises("relu")):
                patch.setitem(known, "relu", exercise)
            forget_sheets()
            yield
    finally:
        forget_sheets()


def forget_sheets():
    """Make cases ready anew."""
    registry.visible_sheet.cache_clear()
    registry.drawn_sheet.cache_clear()


def run(course, *arguments):
    """Run ``course check --author`` in this process."""
    return CliRunner().invoke(main, ["check", "--author", "--root", str(course), *arguments])


# ------------------------------------------------------------------ the command


def test_nothing_is_found_in_what_is_right(course):
    result = run(course, NAME)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "relu: nothing to mend\n"


@pytest.mark.real_tools
@pytest.mark.parametrize("chapter", sorted({e.chapter for e in registry.exercises().values()}))
def test_nothing_is_found_in_any_exercise_of_the_course(chapter):
    result = CliRunner().invoke(main, ["check", "--author", "--root", str(ROOT), chapter])
    assert (result.exit_code, result.stdout) == (0, "")


def test_findings_go_to_stdout_and_the_exit_code_is_1(course):
    edit(course, "### END HIDDEN TESTS", "### end hidden tests")
    result = run(course, NAME, "--json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert found["assignment"] == NAME
    assert "'### end hidden tests' is no marker" in found["findings"][0]["detail"]


def test_an_unknown_assignment_is_wrong_usage_and_lists_the_known(course):
    result = run(course, "rellu")
    assert result.exit_code == 2
    assert "no assignment 'rellu'. Assignments: relu." in result.stderr


# ------------------------------------------------------------------ markers and points


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("### BEGIN HIDDEN TESTS", "### BEGIN HIDDEN TEST", "'### BEGIN HIDDEN TEST' is no marker"),
        ("### BEGIN HIDDEN TESTS", "### begin hidden tests", "in capitals"),
        ("### END HIDDEN TESTS", "", "is never closed"),
        ("### BEGIN HIDDEN TESTS", "", "closes nothing"),
        ("grade_id: relu-hidden", "grade_id: rellu-hidden", "Did you mean 'relu'?"),
        ("task: false, points: 2", "task: false, points: 0", "points above 0"),
    ],
)
def test_what_the_release_refuses_is_told(course, old, new, complaint):
    edit(course, old, new)
    found = list(author.source_problems(author.Draft(NAME, course)))
    assert any(complaint in finding.detail for finding in found)


def test_a_heading_that_promises_other_points_is_told(course):
    edit(course, "### 3.2 ReLU", "### 3.2 ReLU (4 points)")
    found = [f.detail for f in author.points_problems(author.Draft(NAME, course))]
    assert len(found) == 1
    assert "the heading promises 4, the cells below give 3" in found[0]


def test_points_that_were_changed_since_the_release_are_told(course):
    edit(course, "task: false, points: 2", "task: false, points: 5")
    found = [f.detail for f in author.points_problems(author.Draft(NAME, course))]
    assert len(found) == 2
    assert all("Release it again." in text for text in found)


def test_partial_credit_that_a_right_answer_does_not_fill_is_told(course):
    edit(course, HIDDEN, f"{HIDDEN}\n1.5")
    assert "reference: its last line gives 1.5 of 2 points" in kinds(findings(course), "points")


# ------------------------------------------------------------------ test cells


def test_a_cell_of_weak_assertions_lets_mistakes_and_mutants_through(course):
    edit(course, HIDDEN, "assert relu(3.0) == 3.0")
    edit(course, 'check("relu", relu)', "assert relu(-1.0) == 0.0")
    found = findings(course)
    assert ("relu-hidden", "mistake passes", "absolute-value") in found
    assert kinds(found, "mutant passes")


def test_a_cell_of_wrong_assertions_refuses_right_answers(course):
    edit(course, HIDDEN, "assert relu(3.0) == 2.0")
    refused = kinds(findings(course), "right answer refused")
    assert any(text.startswith("reference. AssertionError") for text in refused)


def test_a_cell_may_use_what_another_cell_makes(course):
    edit(course, HIDDEN, "assert relu(np.array(two_numbers)).tolist() == [0.0, 2.0]")
    edit(
        course,
        "from course_lib.checks import check",
        "two_numbers = [-1.0, 2.0]\nfrom course_lib.checks import check",
    )
    assert not kinds(findings(course), "right answer refused")


@pytest.mark.parametrize(
    ("answer", "kind", "told"),
    [
        ("np.minimum(z, 0.0)", "right answer refused", "the notebook's own answer. "),
        ("np.maximum(z, 0.0", "answer", "the notebook's own answer stops"),
        ("np.maximum(z, 0.0)\n\ndel relu\n", "answer", "the notebook's own answer stops"),
    ],
)
def test_an_answer_of_the_source_that_is_wrong_is_told(course, answer, kind, told):
    edit(course, "return np.maximum(z, 0.0)", f"return {answer}")
    found = {(f.kind, f.detail) for f in author.review(NAME, course)}
    assert any(kind == other and detail.startswith(told) for other, detail in found), found


def test_an_alternative_that_is_refused_is_told(course):
    found = findings(course, alternatives=(Alternative("rounded", lambda z: np.round(z)),))
    assert any(text.startswith("rounded. ") for text in kinds(found, "right answer refused"))


def test_an_alternative_that_is_refused_for_few_students_is_told(course):
    exercise = registry.find("relu")

    def number(rng):
        return float(rng.integers(5, 30))

    def hidden(rng):
        return [case("one more number", number(rng)), *exercise.hidden(rng)]

    drawn = [number(registry.generator("relu", seed)) for seed in range(25)]
    rare = next(value for value in drawn if value not in drawn[:3])

    def refused(z):
        return np.where(np.asarray(z) == rare, 0.0, np.maximum(0.0, z))

    with known_as_relu(replace(exercise, hidden=hidden)):
        found = findings(course, alternatives=(Alternative("rarely wrong", refused),))
    told = kinds(found, "right answer refused")
    assert any(text.startswith("rarely wrong. ") for text in told), told


def test_two_mistakes_that_cannot_be_told_apart_are_told(course):
    exercise = registry.find("relu")
    twins = tuple(replace(exercise.mistakes[0], name=name) for name in ("one", "two"))
    assert kinds(findings(course, mistakes=twins), "mistakes alike") == {
        "one and two give the same on every case"
    }


def test_a_hidden_case_that_no_visible_case_prepares_for_is_told(course):
    def surprising(rng):
        return [case("three axes", rng.normal(size=(2, 3, 2))), *registry.find("relu").hidden(rng)]

    (told,) = kinds(findings(course, hidden=surprising), "kind unseen")
    assert "the hidden case 'three axes' has what no visible case shows" in told
    assert "z an array of 3 axes" in told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"visible": ()}, "it has no visible case. Give it at least one"),
        ({"hidden": lambda rng: []}, "it has no hidden case. Give it at least one"),
        ({"hidden": lambda rng: None}, "TypeError"),
        ({"hidden": lambda rng: [np.ones(3)]}, "TypeError"),
        ({"hidden": lambda rng: [case("none")]}, "raises on the hidden case 'none': TypeError"),
        ({"hidden": lambda: []}, "TypeError"),
    ],
)
def test_cases_that_cannot_be_made_are_told_in_a_line(course, fields, told):
    found = kinds(findings(course, **fields), "exercise")
    assert any(told in text and "\n" not in text for text in found), found


def test_a_mistake_that_is_called_by_another_name_or_none_is_told(course):
    def raising(z):
        return [][0]

    mistakes = (Mistake("raises", raising, "It raises.", "Do not."),)
    monitored = registry.find("relu").mistakes[0]
    renamed = replace(monitored, name="renamed")
    found = findings(course, mistakes=(*mistakes, renamed))
    assert ("relu-hidden", "mistake not named", "raises") in found
    assert ("relu-hidden", "mistake confused", f"renamed, but {monitored.name}") in found


def test_cases_that_let_mutants_through_are_told(course):
    one = case("one number", 2.0)
    weak = replace(registry.find("relu"), visible=(one,), hidden=lambda rng: [one])
    with known_as_relu(weak):
        passing = kinds(findings(course), "mutant passes")
    assert any("relu.relu" in text and "inputs drawn apart" in text for text in passing)
