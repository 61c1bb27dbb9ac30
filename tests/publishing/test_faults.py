"""Errors of an author are one line that says where and what to do; nothing is written then."""

import os
import subprocess
import sys

import pytest

from .copies import SETTINGS, copied, replace_in

EXERCISE = "course_lib/checks/exercises/relu/relu.py"
SOURCE = "solutions/relu/relu.md"
COURSE = """\
from course_lib.checks import registry
from course_lib.cli import main
from course_lib.publishing.notebooks import review
review.exercises_of = lambda name: [registry.find("relu")]
main(prog_name="course")
"""
CHECK, RELEASE, BUILD = ("check", "--author", "relu"), ("release", "relu"), ("build",)


@pytest.fixture
def course(tmp_path):
    """Return a copy of the course with one assignment."""
    parts = ("course_lib", "book", "solutions/relu", "exercises/relu", *SETTINGS)
    return copied(tmp_path, *parts)


def run(course, *arguments):
    """Run a command of the copy; return exit code and what it said."""
    done = subprocess.run(
        [sys.executable, "-c", COURSE, *arguments],
        cwd=course,
        env=os.environ | {"PYTHONPATH": str(course), "COLUMNS": "500"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, (done.stdout + done.stderr).splitlines()


FAULTS = {
    "hidden raises": (
        EXERCISE, "    yield from element_wise(rng)\n", "    yield from element_wise(1 / 0)\n",
        f"{EXERCISE}, line 15, in hidden: ZeroDivisionError: division by zero. Mend it there.",
        (CHECK, RELEASE),
    ),
    "syntax error": (
        EXERCISE, "EXERCISE = Exercise(", "EXERCISE = = Exercise(",
        f"{EXERCISE}, line 25: SyntaxError: invalid syntax. Mend it there.",
        (CHECK, RELEASE, BUILD),
    ),
    "reference raises": (
        EXERCISE, '"a single negative number", -1.5', '"a single negative number", "minus 1"',
        "the reference raises on the visible case 'a single negative number': ",
        (CHECK, RELEASE),
    ),
    "wrong label": (
        EXERCISE, 'equation="relu"', 'equation="rellu"',
        "book/relu.md", (CHECK, RELEASE, BUILD),
    ),
    "no YAML": (
        SOURCE, "nbgrader: {grade_id: relu, grade: false", "nbgrader: {grade_id: relu, grade: [",
        f"{SOURCE}: Code cell", (CHECK, RELEASE),
    ),
    "unknown option": (
        SOURCE, "nbgrader: {grade_id: relu,", "nbgraeder: {grade_id: relu,",
        "there is no option 'nbgraeder'. Expected nbgrader, tags. Did you mean 'nbgrader'?",
        (CHECK, RELEASE),
    ),
    "unknown option of nbgrader": (
        SOURCE, "task: false, points: 2", "task: false, point: 2",
        "there is no nbgrader option 'point'.", (CHECK, RELEASE),
    ),
    "no flag": (
        SOURCE, "{grade_id: relu, grade: false", "{grade_id: relu, grade: 1",
        "nbgrader option grade must be true or false, got 1.", (CHECK, RELEASE),
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_an_error_of_an_author_is_told_in_one_line(fault, course):
    path, old, new, told, commands = FAULTS[fault]
    replace_in(course / path, old, new)
    before = (course / "exercises/relu/relu.ipynb").read_bytes()
    for command in commands:
        code, lines = run(course, *command)
        assert code == 1, (command, lines)
        assert any(told in line and line.endswith((".", "?")) for line in lines), (command, lines)
        assert not any("Traceback" in line for line in lines), (command, lines)
    assert (course / "exercises/relu/relu.ipynb").read_bytes() == before


def test_a_derived_notebook_that_was_edited_is_not_written_over(course):
    solved = course / "solutions/relu/relu.ipynb"
    replace_in(solved, "ReLU", "the ReLU")
    os.utime(course / SOURCE, (1e9, 1e9))
    edited = solved.read_bytes()
    for command in (CHECK, RELEASE):
        code, lines = run(course, *command)
        assert code == 1
        assert any("solutions/relu/relu.ipynb" in x and "edited after relu.md" in x for x in lines)
    assert solved.read_bytes() == edited


def test_a_folder_that_is_no_chapter_is_told_and_stops_nobody(course):
    (course / "solutions" / "rellu").mkdir()
    told = "solutions/rellu: passed over, since no chapter has this name."
    replace_in(course / SOURCE, "task: false, points: 2", "task: false, points: 0")  # a quick end
    for command in (CHECK, RELEASE):
        code, lines = run(course, *command)
        assert code == 1
        assert any(line.startswith(told) for line in lines)
        assert any("points above 0" in line for line in lines)
