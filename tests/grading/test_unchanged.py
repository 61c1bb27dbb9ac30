"""A submission is not graded again until it, the source or the checks change."""

import os
import shutil
from pathlib import Path

import pytest

import course_lib
from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.grade import Run, checks_digest
from course_lib.grading.journal import Journal
from course_lib.grading.work import Graded, base_record

PACKAGE = Path(course_lib.__file__).parent


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A copy of the package whose checks are the ones that are hashed."""
    copy = tmp_path / "course_lib"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr("course_lib.grading.grade.PACKAGE", copy)
    return copy


@pytest.fixture
def run(toy, quick):
    """Begin a run of its own over the toy class."""

    def begin():
        with Journal.open(toy.root, "toy") as journal:
            return Run(toy.root, toy.assignment, journal, quick, 1, False)

    return begin


def entry_of(run, student):
    """The journal entry of a submission that was graded as it is now."""
    job = run.job(student)
    record = base_record(student, run.assignment, "graded")
    with Journal.open(run.root, "toy") as run.journal:
        run.keep(job, Graded(record, None))
        return run.journal.entries[-1]


@pytest.mark.parametrize(
    "path",
    ["relu.py", "networks/layers.py", "checks/exercises/relu/relu.py", "checks/compare.py"],
)
def test_edited_check_or_reference_is_noticed(run, toy, package, path):
    toy.submit("ann", toy.notebook())
    entry = entry_of(run(), "ann")
    assert run().unchanged(run().job("ann"), entry)
    with (package / path).open("r+") as file:
        file.write("extra = 1\n")
    assert not run().unchanged(run().job("ann"), entry)


def test_grader_and_command_do_not_decide_what_is_right(package):
    before = checks_digest()
    for path in ("grading/pool.py", "publishing/site/build.py", "cli.py", "doctor.py"):
        with (package / path).open("r+") as file:
            file.write("extra = 1\n")
    assert checks_digest() == before


def test_entry_of_an_older_journal_is_graded_again(run, toy):
    toy.submit("ann", toy.notebook())
    entry = entry_of(run(), "ann")
    del entry["checks"]
    assert not run().unchanged(run().job("ann"), entry)


def test_refused_file_is_recorded_once_for_one_reason(run, toy):
    target = toy.submit("ann", b"")
    target.unlink()
    os.symlink("/etc/hostname", target)
    entry = entry_of(run(), "ann")
    assert run().unchanged(run().job("ann"), entry)
    target.unlink()
    os.mkfifo(target)
    assert not run().unchanged(run().job("ann"), entry)


def test_assignment_travels_without_outputs(toy):
    notebook = toy.notebook()
    notebook["cells"][1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "seen"}]
    toy.write("solutions/toy/toy.ipynb", notebook)
    assert "seen" not in Assignment.find("toy", toy.root).text
