"""``nbgrader autograde``: no submission is opened before its size is known, and others go on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from course_lib.grading.examine.submission import RefusedSubmission, parse
from course_lib.grading.results.gradebook import Book, read_entries
from course_lib.grading.sandbox.limits import MB

CONFIG = Path(__file__).parents[2] / "nbgrader_config.py"
DENSE = b'{"":[]},'


def dense(size):
    """Make a notebook of that many bytes that consists of tiny objects."""
    start = b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {"x": ['
    return start + DENSE * (size // len(DENSE)) + b'{}]}, "cells": []}'


def many_cells(size):
    """Make a notebook of that many bytes that consists of tiny cells."""
    cell = {"cell_type": "code", "metadata": {}, "source": "", "outputs": [],
            "execution_count": None}  # fmt: skip
    cells = [cell] * (size // len(json.dumps(cell)))
    return {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": cells}


@pytest.fixture
def course(toy):
    """A course with this repository's own settings of nbgrader, and an honest student."""
    toy.write("nbgrader_config.py", CONFIG.read_text(encoding="utf-8"))
    Book(toy.root).save_assignment(toy.assignment)
    plot = toy.code("mine", "plt.plot([1]);")
    toy.submit("zoe", toy.notebook(extra=(plot,)))
    return toy


def autograde(course, *options):
    """Run the real command; give its exit code, its log and its peak of memory in bytes."""
    command = [sys.executable, "-m", "nbgrader", "autograde", "toy", *options]
    log = course.root / "log"
    with log.open("w") as stderr:
        process = subprocess.Popen(command, cwd=course.root, stderr=stderr, stdout=stderr)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, log.read_text(), 1024 * usage.ru_maxrss


def test_large_submissions_are_refused_before_they_are_parsed(course):
    _, _, usual = autograde(course)
    course.submit("big", b" " * (21 * MB))
    course.submit("dense", dense(5 * MB))
    course.submit("cells", many_cells(5 * MB))
    fifo = course.root / "submitted" / "fifo" / "toy" / "toy.ipynb"
    fifo.parent.mkdir(parents=True)
    os.mkfifo(fifo)
    code, log, memory = autograde(course, "--force")
    assert code != 0
    assert memory < usual + 200 * MB
    for reason in ("larger than 20 MB: clear its outputs", "brackets, which no notebook needs",
                   "or more than 1000", "not a regular file"):  # fmt: skip
        assert reason in log
    for student in ("big", "dense", "cells", "fifo"):
        assert f"'toy' for student '{student}'" in log
    assert read_entries(course.root, "toy")["zoe"]["record"].score == 4
    assert (course.root / "autograded" / "zoe" / "toy" / "toy.ipynb").exists()


@pytest.mark.parametrize("setting", [None, "all"])
def test_figures_are_a_setting_of_the_preprocessor(course, setting):
    chosen = [f"--Examine.figures={setting}"] if setting else []
    code, log, _ = autograde(course, *chosen)
    assert code == 0, log
    record = read_entries(course.root, "toy")["zoe"]["record"]
    assert record.usage.figures == (setting or "manual")


def test_text_of_many_brackets_is_no_reason_to_refuse_a_notebook(toy):
    notebook = toy.notebook("double = lambda x: 2 * x  # " + "[{" * 100_000)
    assert parse(json.dumps(notebook).encode(), toy.assignment).notes == []
    with pytest.raises(RefusedSubmission, match="brackets"):
        parse(dense(5 * MB), toy.assignment)
