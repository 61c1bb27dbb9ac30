"""Stock nbgrader gives full points to the solved notebook and none to the stub."""

import shutil
import subprocess
import sys

import pytest
from nbgrader.api import Gradebook

from course_lib.checks.personal import SAMPLE_ID
from course_lib.publishing.notebooks.places import solved_path, student_path

NAME = "binary_classification"


@pytest.fixture(scope="module")
def graded(released, tmp_path_factory):
    """Return the root of a course where two students handed in the first assignment."""
    root = tmp_path_factory.mktemp("graded") / "course"
    shutil.copytree(released, root)
    for student, notebook in (("solved", solved_path), ("stub", student_path)):
        target = root / "submitted" / student / NAME / f"{NAME}.ipynb"
        target.parent.mkdir(parents=True)
        text = notebook(NAME, root).read_text(encoding="utf-8")
        target.write_text(text.replace(SAMPLE_ID, student), encoding="utf-8")
    command = [sys.executable, "-m", "nbgrader", "autograde", NAME]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture(scope="module")
def gradebook(graded):
    with Gradebook(f"sqlite:///{graded / 'gradebook.db'}", "classification_from_scratch") as book:
        yield book


def test_solved_notebook_scores_full(gradebook):
    submission = gradebook.find_submission(NAME, "solved")
    written = 4  # graded by a person
    assert submission.score == submission.max_score - written


def test_stub_scores_zero(gradebook):
    assert gradebook.find_submission(NAME, "stub").score == 0
