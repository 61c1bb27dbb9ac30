"""The course that ``nbgrader quickstart`` makes: its solved notebooks get full marks."""

import shutil
import subprocess
import sys
from pathlib import Path

import nbgrader
import pytest

from course_lib.grading.grade import grade
from course_lib.grading.results.gradebook import Book

EXAMPLE = Path(nbgrader.__file__).parent / "docs/source/user_guide/source"
SETTINGS = """
c.Autograde.exporter_class = "course_lib.grading.preprocessor.UnreadExporter"
c.Autograde.sanitize_preprocessors = [
    "course_lib.grading.preprocessor.Examine",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
]
c.Autograde.autograde_preprocessors = ["nbgrader.preprocessors.SaveAutoGrades"]
"""
READ = {
    "problem1/sum_of_squares_equation", "problem1/sum_of_squares_application",
    "problem1/cell-938593c4a215c6cc", "problem2/part-a", "problem2/part-b",
}  # fmt: skip


def test_solved_notebooks_get_full_marks(tmp_path, here):
    shutil.copytree(EXAMPLE / "ps1", tmp_path / "source" / "ps1")
    shutil.copytree(EXAMPLE / "ps1", tmp_path / "submitted" / "bitdiddle" / "ps1")
    (record,) = grade("ps1", tmp_path)
    assert (record.score, record.max_score) == (3, 3)
    assert {cell.status for cell in record.cells} == {"passed"}
    assert set(record.to_read) == READ


@pytest.mark.real_tools
def test_nbgraders_own_commands_give_the_same(tmp_path, sandboxed):
    def run(*arguments, cwd):
        command = [sys.executable, "-m", "nbgrader", *arguments]
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr[-3000:]

    run("quickstart", "example", cwd=tmp_path)
    root = tmp_path / "example"
    run("generate_assignment", "ps1", cwd=root)
    shutil.copytree(root / "source" / "ps1", root / "submitted" / "bitdiddle" / "ps1")
    with (root / "nbgrader_config.py").open("a") as settings:
        settings.write(SETTINGS)
    run("autograde", "ps1", cwd=root)
    run("generate_feedback", "ps1", cwd=root)
    with Book(root).open() as book:
        submission = book.find_submission("ps1", "bitdiddle")
        found = {
            notebook.name: sum(grade.auto_score or 0 for grade in notebook.grades)
            for notebook in submission.notebooks
        }
    assert found == {"problem1": 3, "problem2": 0}
    (record,) = grade("ps1", root)
    assert (record.status, record.score) == ("unchanged", 3)
