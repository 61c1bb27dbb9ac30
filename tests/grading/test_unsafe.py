"""Grading without bubblewrap, for code that is trusted, and what a killed run leaves behind."""

import os
import shutil
from pathlib import Path

import pytest

from course_lib.grading.grade import grade
from course_lib.grading.results.gradebook import read_entries
from course_lib.grading.sandbox.cgroups import remove_stale
from course_lib.grading.work import close_sandbox

ENDLESS = "def double(x):\n    while True:\n        pass"
LEFT_OVER = """import pathlib, subprocess
subprocess.Popen(["sleep", "86399"])
pathlib.Path("mark").write_text("x")
def double(x):
    return 2 * x"""

NOTHING_FOUND = """import os
assert not os.listdir()
def double(x):
    return 2 * x"""


@pytest.fixture
def without_bubblewrap(monkeypatch):
    """No bubblewrap on this machine."""
    which = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "bwrap" else which(name))
    yield
    close_sandbox()


@pytest.fixture
def graded_unsafely(toy, without_bubblewrap, here, quick):
    """A class of four graded without a sandbox; its records by student."""
    for student, source in {
        "right": toy.notebook(NOTHING_FOUND),
        "wrong": toy.notebook("def double(x):\n    return x"),
        "endless": toy.notebook(ENDLESS),
        "left_over": toy.notebook(LEFT_OVER),
    }.items():
        toy.submit(student, source)
    records = grade("toy", toy.root, jobs=1, unsafe=True, limits=quick)
    return {record.student: record for record in records}


def test_class_is_graded_without_bubblewrap(graded_unsafely, toy):
    statuses = {
        student: [cell.status for cell in record.cells]
        for student, record in graded_unsafely.items()
    }
    assert statuses == {
        "right": ["passed", "passed", "passed"],
        "wrong": ["wrong", "wrong", "passed"],
        "endless": ["timeout", "timeout", "passed"],
        "left_over": ["passed", "passed", "passed"],
    }
    assert all(entry["sandbox"] is False for entry in read_entries(toy.root, "toy").values())
    assert not sleeping()


def sleeping():
    """Processes that the student who left one over started."""
    commands = (path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline"))
    return [command for command in commands if command == b"sleep\x0086399\x00"]


def test_refuses_without_bubblewrap_unless_told(toy, without_bubblewrap):
    toy.submit("right", toy.notebook())
    with pytest.raises(RuntimeError, match="--unsafe"):
        list(grade("toy", toy.root, jobs=1))


def test_groups_of_dead_graders_are_removed_and_no_others(tmp_path):
    kept = [f"course-{os.getpid()}-0", "other-999999999-0"]
    for name in ("course-999999999-0", *kept):
        (tmp_path / name).mkdir()
    remove_stale(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(kept)


def test_submission_has_a_process_group_of_its_own(graded):
    source = "import os\nassert os.getpgrp() == 1\ndef double(x):\n    return 2 * x"
    assert graded(source)["double-visible"] == "passed"
