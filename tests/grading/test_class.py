# ruff: noqa: E501 (sources of notebooks are one line each)
"""A whole class: from submitted files to records, journal and gradebook."""

import multiprocessing
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from course_lib.grading.grade import grade
from course_lib.grading.results.export import export_grades
from course_lib.grading.results.gradebook import Book, read_entries


def run_grade(root, **settings):
    return {record.student: record for record in grade("toy", root, jobs=1, **settings)}


def scores_in_gradebook(root):
    with Book(root).open() as book:
        return {row.student.id: row.score for row in book.assignment_submissions("toy")}


@pytest.fixture
def small_class(toy, here):
    """Submissions of each kind, graded once."""
    toy.submit("right", toy.notebook())
    toy.submit("wrong", toy.notebook("def double(x):\n    return x"))
    toy.submit("broken", "{")
    (toy.root / "submitted/absent").mkdir()
    toy.records = run_grade(toy.root)
    return toy


def test_class_is_graded_and_remembered(small_class):
    got = {name: (r.status, r.score) for name, r in small_class.records.items()}
    assert got == {
        "right": ("graded", 4.0), "wrong": ("graded", 1.0),
        "broken": ("failed", 0.0), "absent": ("missing", 0.0),
    }  # fmt: skip
    assert scores_in_gradebook(small_class.root) == {"right": 4.0, "wrong": 1.0, "broken": 0.0}
    again = run_grade(small_class.root)
    assert {name: r.status for name, r in again.items()} == {
        "right": "unchanged", "wrong": "unchanged", "broken": "unchanged", "absent": "missing",
    }  # fmt: skip


def test_gradebook_is_rebuilt_from_the_journal(small_class):
    before = scores_in_gradebook(small_class.root)
    (small_class.root / "gradebook.db").unlink()
    run_grade(small_class.root)
    assert scores_in_gradebook(small_class.root) == before


def test_changed_submission_is_graded_again(small_class):
    small_class.submit("wrong", small_class.notebook())
    assert run_grade(small_class.root)["wrong"].status == "graded"
    assert scores_in_gradebook(small_class.root)["wrong"] == 4.0


def test_recorded_seed_gives_the_same_verdicts(small_class):
    entry = read_entries(small_class.root, "toy")["wrong"]
    again = run_grade(small_class.root, force=True, seed=entry["seed"])["wrong"]
    cells = [[replace(cell, seconds=0) for cell in r.cells] for r in (entry["record"], again)]
    assert cells[0] == cells[1]


def test_manual_score_survives_a_regrade(small_class):
    with Book(small_class.root).open() as book:
        grade_row = book.find_grade("essay", "toy", "toy", "right")
        grade_row.manual_score = 2.0
        book.db.commit()
    run_grade(small_class.root, force=True)
    assert scores_in_gradebook(small_class.root)["right"] == 6.0


def test_late_penalty_of_nbgraders_plugin_is_applied(small_class):
    (small_class.root / "nbgrader_config.py").write_text(
        "c = get_config()\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"
    )
    with Book(small_class.root).open() as book:
        book.update_or_create_assignment("toy", duedate="2026-01-01 00:00:00 UTC")
    small_class.write("submitted/right/toy/timestamp.txt", "2026-01-02 00:00:00 UTC")
    run_grade(small_class.root, force=True)
    with Book(small_class.root).open() as book:
        row = book.find_submission_notebook("toy", "toy", "right")
        assert row.late_submission_penalty == row.score == 4.0


def test_locked_gradebook_is_waited_for(small_class):
    lock = sqlite3.connect(small_class.root / "gradebook.db", check_same_thread=False)
    lock.execute("BEGIN EXCLUSIVE")
    release = threading.Timer(7.0, lock.rollback)  # longer than SQLite's own five seconds
    release.start()
    run_grade(small_class.root, force=True)
    release.join()
    lock.close()
    assert scores_in_gradebook(small_class.root)["right"] == 4.0


def test_gradebook_that_stays_locked_loses_nothing(small_class, monkeypatch):
    monkeypatch.setattr("course_lib.grading.results.gradebook.BUSY_SECONDS", 1)
    small_class.submit("wrong", small_class.notebook())
    lock = sqlite3.connect(small_class.root / "gradebook.db")
    lock.execute("BEGIN EXCLUSIVE")
    with pytest.raises(RuntimeError, match="safe in the journal"):
        run_grade(small_class.root)
    lock.rollback()
    lock.close()
    assert run_grade(small_class.root)["wrong"].status == "unchanged"
    assert scores_in_gradebook(small_class.root)["wrong"] == 4.0


def test_worker_that_dies_costs_a_retry_not_a_grade(toy, sandboxed):
    for number in range(4):
        toy.submit(
            f"s{number}",
            toy.notebook("import time; time.sleep(0.3)\n" + "double = lambda x: 2 * x"),
        )
    records = []
    for record in grade("toy", toy.root, jobs=1):
        if not records:
            os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
        records.append(record)
    assert [r.status for r in sorted(records, key=lambda r: r.student)] == ["graded"] * 4


def test_nbgrader_autograde_gives_the_same_scores(small_class):
    root = small_class.root
    before = scores_in_gradebook(root)
    config = (
        "c = get_config()\n"
        f"c.CourseDirectory.root = {str(root)!r}\n"
        "c.CourseDirectory.source_directory = 'solutions'\n"
        "c.Autograde.sanitize_preprocessors = ['course_lib.grading.preprocessor.Examine',\n"
        "    'nbgrader.preprocessors.OverwriteKernelspec', 'nbgrader.preprocessors.OverwriteCells']\n"
        "c.Autograde.autograde_preprocessors = ['nbgrader.preprocessors.SaveAutoGrades',\n"
        "    'nbgrader.preprocessors.AssignLatePenalties']\n"
    )
    (root / "nbgrader_config.py").write_text(config)
    shutil.rmtree(root / "autograded")
    os.symlink(root / "gradebook.db", root / "submitted/right/toy/stolen.db")
    (root / "gradebook.db").unlink()
    Book(root).save_assignment(small_class.assignment)
    for student in ("right", "wrong"):
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", "autograde", "toy", "--student", student],
            cwd=root, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    after = scores_in_gradebook(root)
    assert {name: after[name] for name in ("right", "wrong")} == {
        name: before[name] for name in ("right", "wrong")
    }
    assert not (root / "autograded/right/toy/stolen.db").exists()


def test_points_by_hand_stay_done_after_nbgrader_autograde(small_class):
    root = small_class.root
    shutil.copy(Path(__file__).parents[2] / "nbgrader_config.py", root)
    for student in ("right", "wrong"):
        notebook = small_class.notebook()
        notebook["cells"][-1]["source"] = f"{student}, because."
        small_class.submit(student, notebook)
    run_grade(root)
    with Book(root).open() as book:
        for student in ("right", "wrong"):
            row = book.find_grade("essay", "toy", "toy", student)
            row.manual_score, row.needs_manual_grade = 2.0, False
        book.db.commit()
    notebook["cells"][-1]["source"] = "Rewritten."
    small_class.submit("wrong", notebook)
    for student in ("right", "wrong"):
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", "autograde", "toy", "--student", student, "--force"],
            cwd=root, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    assert "right" in export_grades("csv", root)
    records = run_grade(root)
    assert records["right"].to_read == []
    assert records["right"].flags == []
    assert records["wrong"].to_read == ["essay"]
    assert scores_in_gradebook(root)["right"] == 6.0


def test_each_record_says_what_waits_for_a_person(small_class):
    assert {name: record.to_read for name, record in small_class.records.items()} == {
        "right": ["essay"], "wrong": ["essay"], "broken": [], "absent": [],
    }  # fmt: skip
