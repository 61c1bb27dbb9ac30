"""Exercises by hand: numbers of one's own, form in the notebook, values by the folder."""

import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from course_lib.checks import CheckFailed, check, my_numbers, registry
from course_lib.checks.compile import compiled_files
from course_lib.checks.personal import SAMPLE_ID, Personal, draw, read_tasks
from course_lib.checks.sitting import present, sitting, wrong_answers

PERSONALS = list(registry.personals().values())
each = pytest.mark.parametrize("personal", PERSONALS, ids=lambda personal: personal.task.name)


def rounded(personal: Personal, student: str) -> dict[str, float]:
    right = personal.answers(draw(personal.task, student))
    return {key: round(right[key], asked.decimals) for key, asked in personal.task.asked.items()}


@each
def test_answers_of_everybody_have_the_right_form_and_value(personal: Personal) -> None:
    for student in (f"s{k}" for k in range(300)):
        answers = rounded(personal, student)
        check(personal.task.name, lambda given=answers: given)
        assert wrong_answers(personal, answers, student) == []


@each
def test_answers_of_two_students_hardly_ever_fit_each_other(personal: Personal) -> None:
    students = [f"s{k}" for k in range(150)]
    answers = {student: rounded(personal, student) for student in students}
    fitting = [
        pair for pair in combinations(students, 2)
        if not wrong_answers(personal, answers[pair[0]], pair[1])
    ]  # fmt: skip
    assert len(fitting) <= 1


@each
def test_copied_answers_fail_and_are_flagged_for_the_instructor_alone(personal: Personal) -> None:
    copied = rounded(personal, "bob")
    with sitting("anna", ("anna", "bob", "carl")), pytest.raises(CheckFailed) as caught:
        check(personal.task.name, lambda: copied, hidden=True)
    assert caught.value.flag == "the answers fit the numbers of bob"
    assert "bob" not in str(caught.value)


@each
def test_own_answers_pass(personal: Personal) -> None:
    answers = rounded(personal, "anna")
    with sitting("anna", ("anna", "bob")):
        check(personal.task.name, lambda: answers, hidden=True)


@each
def test_a_forgotten_id_is_named(personal: Personal) -> None:
    answers = rounded(personal, SAMPLE_ID)
    with sitting("anna"), pytest.raises(CheckFailed) as caught:
        check(personal.task.name, lambda: answers, hidden=True)
    assert caught.value.diagnosis == "student-id-not-set"


@pytest.mark.parametrize("bad", [None, [1.0], {}, "x"])
@each
def test_a_wrong_form_is_refused_in_the_notebook(personal: Personal, bad: object) -> None:
    with pytest.raises(CheckFailed):
        check(personal.task.name, lambda: bad)


@pytest.mark.parametrize("bad", [float("nan"), 1e9, True, "0.5"])
@each
def test_an_implausible_number_is_refused_in_the_notebook(personal: Personal, bad: object) -> None:
    answers = rounded(personal, "anna")
    key = next(iter(answers))
    with pytest.raises(CheckFailed, match=key):
        check(personal.task.name, lambda: answers | {key: bad})


@each
def test_spelling_of_the_id_in_capitals_makes_no_difference(personal: Personal) -> None:
    name = personal.task.name
    assert my_numbers(name, " Anna ") == my_numbers(name, "anna") != my_numbers(name, "bob")


@each
def test_students_get_the_task_unchanged(personal: Personal) -> None:
    text = compiled_files([personal.task.chapter])[registry.TASKS_FILE]
    stored = read_tasks(text)[personal.task.name]
    assert draw(stored, "anna") == draw(personal.task, "anna")
    assert stored.asked == personal.task.asked


@pytest.mark.parametrize("folder", ["submitted", "autograded"])
def test_without_a_sitting_the_folder_names_the_student(tmp_path: Path, folder: str) -> None:
    assert present(tmp_path / folder / "anna" / "relu").student == "anna"


def test_elsewhere_nobody_is_judged(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="Whose numbers"):
        present(tmp_path)


def test_tasks_need_no_author_module() -> None:
    code = "import sys, course_lib.checks; print('course_lib.checks.sitting' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
