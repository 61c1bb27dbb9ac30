"""The command line: exit codes, help and the words of its errors."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from course_lib.cli import main
from course_lib.grading.record import NOT_GRADED, Record
from course_lib.grading.results.layouts import LAYOUTS

COMMANDS = sorted(main.commands)


def run(*arguments: str):
    """Run ``course`` with `arguments` in this process."""
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_an_example(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Example: course " + command in result.stdout


def test_a_misspelled_command_is_wrong_usage_and_says_which_was_meant():
    result = run("relase")
    assert result.exit_code == 2
    assert "release" in result.stderr


@pytest.mark.parametrize("command", ["grade", "read", "feedback", "report"])
def test_an_unknown_assignment_is_wrong_usage_and_lists_the_known(command, tmp_path):
    notebook = tmp_path / "solutions" / "relu" / "relu.ipynb"
    notebook.parent.mkdir(parents=True)
    notebook.write_text("{}")
    result = run(command, "--root", str(tmp_path), "rellu")
    assert result.exit_code == 2
    assert "no assignment 'rellu'. Assignments: relu." in result.stderr


def test_a_missing_notebook_is_wrong_usage():
    result = run("check", "no/such/notebook.ipynb")
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


def test_an_unknown_export_format_is_wrong_usage_and_lists_the_known():
    result = run("export", "--format", "excel")
    assert result.exit_code == 2
    assert ", ".join(map(repr, LAYOUTS)) in result.stderr


def test_the_command_line_starts_without_the_libraries_of_its_commands():
    found = "print({'numpy', 'nbgrader.api', 'IPython'} & set(sys.modules))"
    code = f"import sys, course_lib.cli; {found}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_submission_without_an_outcome_makes_the_run_fail(monkeypatch):
    flags = [f"{NOT_GRADED}, run again: BrokenPipeError"]
    record = Record("ann", "relu", "failed", 0.0, 3.0, 0.0, flags, [])
    monkeypatch.setattr("course_lib.grading.grade.grade", lambda *_, **__: iter([record]))
    result = run("grade", "relu")
    assert result.exit_code == 1
    assert "ann" in result.stdout
    assert "1 not graded" in result.stderr
