"""The solved notebook goes first: it finds what would fail for everyone, and sets the budget."""

import logging
import subprocess
import sys

import pytest

from course_lib.grading.examine.instructor import InstructorError
from course_lib.grading.grade import grade
from course_lib.grading.record import Record
from course_lib.grading.rehearsal import fair_limits, within
from course_lib.grading.results.gradebook import read_entries
from course_lib.grading.work import Graded


def record(seconds):
    """Make the record of a solved notebook that took so long."""
    return Graded(Record("your-id", "toy", "graded", 0.0, 0.0, seconds, [], []), None)


@pytest.mark.parametrize(
    ("seconds", "config", "budget"),
    [
        (0.3, "", 60.0),
        (7.0, "", 140.0),
        (0.3, "c.Examine.least_seconds = 15", 15.0),
        (7.0, "c.Examine.times_solved = 5", 60.0),
        (30.0, "c.Examine.times_solved = 5", 150.0),
    ],
)
def test_budget_is_twenty_times_the_solved_notebooks_time_or_a_minute(
    tmp_path, seconds, config, budget
):
    (tmp_path / "nbgrader_config.py").write_text(f"c = get_config()\n{config}\n")
    assert fair_limits(record(seconds), tmp_path).notebook_wall == budget


def test_no_limit_of_a_part_is_beyond_the_whole():
    limits = within(200.0)
    assert limits.notebook_wall == limits.notebook_cpu == 200.0
    assert limits.cell_wall == limits.question_wall == 100.0


def test_budget_of_the_run_is_in_the_journal(toy, here):
    config = "c = get_config()\nc.Examine.least_seconds, c.Examine.times_solved = 33, 0\n"
    (toy.root / "nbgrader_config.py").write_text(config)
    toy.submit("ada", toy.notebook())
    assert [r.score for r in grade("toy", toy.root, jobs=1)] == [4.0]
    assert read_entries(toy.root, "toy")["ada"]["limits"]["notebook_wall"] == 33.0


def test_submission_that_only_waits_is_ended_within_its_budget(toy, here):
    config = "c = get_config()\nc.Examine.least_seconds, c.Examine.times_solved = 6, 0\n"
    (toy.root / "nbgrader_config.py").write_text(config)
    sleep = "import time; time.sleep(99)"
    cells = tuple(toy.code(f"own{k}", sleep) for k in range(9))
    toy.submit("idle", toy.notebook(f"def double(x):\n    {sleep}", cells))
    (idle,) = grade("toy", toy.root, jobs=1)
    assert (idle.status, idle.score) == ("graded", 0.0)
    assert idle.seconds < 6 + 9  # what the grader itself needs to end it, with room


def test_cell_that_cannot_run_stops_the_class_before_the_first_student(toy, sandboxed):
    source = toy.notebook(extra=(toy.code("helper", "import no_such_package"),))
    toy.write("solutions/toy/toy.ipynb", source)
    toy.submit("ada", toy.notebook())
    with pytest.raises(InstructorError, match=r"'helper'.*no_such_package"):
        list(grade("toy", toy.root, jobs=1))
    assert read_entries(toy.root, "toy") == {}


def test_command_names_the_cell_in_one_line(toy, sandboxed):
    source = toy.notebook(extra=(toy.code("helper", "TABLE = open('/no/table.csv').read()"),))
    toy.write("solutions/toy/toy.ipynb", source)
    toy.submit("ada", toy.notebook())
    command = [sys.executable, "-m", "course_lib.cli", "grade", "toy", "--root", str(toy.root)]
    code = "from course_lib.cli import main; main()"
    command[1:3] = ["-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "the instructor's cell 'helper' cannot run" in done.stderr
    assert "Traceback" not in done.stderr


def test_solved_notebook_that_fails_is_told_and_stops_nobody(toy, here, caplog):
    toy.write("solutions/toy/toy.ipynb", toy.notebook("def double(x):\n    return x"))
    toy.submit("ada", toy.notebook())
    with caplog.at_level(logging.WARNING):
        assert [r.score for r in grade("toy", toy.root, jobs=1)] == [4.0]
    assert "does not get the points of double-visible (wrong)" in caplog.text
