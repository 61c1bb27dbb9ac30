"""The commands of the instructor guide, one after the other, on a small class."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from course_lib.grading.results.layouts import LAYOUTS
from course_lib.grading.sample_class import make, mistaken, solved, stub

ROOT = Path(__file__).parents[2]
NAME = "binary_classification"
COURSE = str(Path(sys.executable).with_name("course"))


def course(root, *arguments):
    """Run ``course`` as a user would, in the course directory."""
    return subprocess.run(
        [COURSE, *arguments], cwd=root, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def graded(tmp_path_factory, sandboxed):
    """Return a course directory with a graded class, and what ``course grade --json`` printed."""
    root = tmp_path_factory.mktemp("class")
    make(ROOT, root, names=[NAME], students=(solved, stub, mistaken))
    done = course(root, "grade", NAME, "--json")
    assert done.returncode == 0, done.stderr
    return root, {record["student"]: record for record in map(json.loads, done.stdout.splitlines())}


def test_each_student_gets_a_record_with_the_expected_status_and_score(graded):
    _, records = graded
    full = records["solved"]["max_score"]
    found = {name: (record["status"], record["score"]) for name, record in records.items()}
    assert found.pop("mistaken") == ("graded", pytest.approx(full / 2, abs=full / 4))
    assert found == {
        "solved": ("graded", full),
        "stub": ("graded", 0.0),
        "malformed": ("failed", 0.0),
        "missing": ("missing", 0.0),
    }


def test_a_record_has_the_keys_that_scripts_read(graded):
    record = graded[1]["mistaken"]
    assert set(record) >= {
        "student", "assignment", "status", "score", "max_score", "seconds", "flags", "cells",
    }  # fmt: skip
    cells = {cell["grade_id"]: cell for cell in record["cells"]}
    wrong = cells["sigmoid-hidden"]
    assert (wrong["exercise"], wrong["status"], wrong["points"]) == ("sigmoid", "wrong", 0.0)
    assert wrong["diagnosis"] == "sign-of-exponent"
    assert "exponent" in wrong["message"]


def test_a_second_run_grades_nothing_again(graded):
    root, _ = graded
    done = course(root, "grade", NAME, "--json")
    statuses = {r["student"]: r["status"] for r in map(json.loads, done.stdout.splitlines())}
    assert statuses["solved"] == statuses["stub"] == statuses["mistaken"] == "unchanged"


def test_feedback_shows_the_diagnosis_and_no_hidden_test(graded):
    root, _ = graded
    done = course(root, "feedback", NAME)
    assert done.returncode == 0, done.stderr
    page = (root / "feedback" / "mistaken" / NAME / f"{NAME}.html").read_text(encoding="utf-8")
    assert "sign-of-exponent" in page
    assert "hidden=True" not in page
    assert not re.search(r"<script|https?://(?!www\.w3\.org)", page)


def test_report_names_the_commonest_mistakes(graded):
    root, _ = graded
    done = course(root, "report", NAME)
    assert done.returncode == 0, done.stderr
    pages = [Path(line) for line in done.stdout.splitlines()]
    assert any("sign-of-exponent" in path.read_text(encoding="utf-8") for path in pages)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_export_has_a_line_for_each_graded_student(graded, layout):
    root, records = graded
    done = course(root, "export", "--format", layout)
    assert done.returncode == 0, done.stderr
    text = "\n".join(",".join(row) for row in csv.reader(io.StringIO(done.stdout)))
    for student in ("solved", "stub", "mistaken"):
        assert student in text
    assert f"{records['solved']['score']:g}" in text


def test_check_passes_the_solved_notebook_and_fails_the_stub(graded):
    root, _ = graded
    for student, code in (("solved", 0), ("stub", 1)):
        notebook = root / "submitted" / student / NAME / f"{NAME}.ipynb"
        assert course(root, "check", str(notebook)).returncode == code


def test_doctor_finds_nothing_fatal(graded):
    assert course(graded[0], "doctor").returncode == 0
