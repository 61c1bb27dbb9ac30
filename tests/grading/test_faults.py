"""A run that is killed, and a disk that is full: nothing is lost and nothing is graded twice."""

import itertools
import os
import random
import shutil
import sqlite3
import time
from contextlib import nullcontext
from types import SimpleNamespace

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from course_lib.grading.grade import grade
from course_lib.grading.pool import LocalPool, run
from course_lib.grading.results.export import export_grades
from course_lib.grading.results.gradebook import Book, read_entries
from course_lib.grading.sandbox import edition

KB = 1024
DEADLY = """
import os, signal

def work(job):
    if job.student == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return job.student.upper()
"""


@pytest.fixture
def deadly(tmp_path, monkeypatch):
    """Jobs of which one kills the process that does it, and the function that does them."""
    (tmp_path / "deadly_to_pool.py").write_text(DEADLY)
    monkeypatch.syspath_prepend(tmp_path)
    from deadly_to_pool import work

    jobs = [SimpleNamespace(student=name) for name in ("a", "b", "deadly", "c", "d")]
    return jobs, work


def test_killed_runs_lose_nothing_and_leave_nothing(toy, sandboxed, faults):
    rng = random.Random(20)
    for number in range(8):
        toy.submit(f"s{number}", toy.notebook() if number % 2 else toy.notebook("double = abs"))
    course = faults.Class(toy.root, "toy", ("--jobs", "2"))
    for records, whole_group in ((1, True), (2, False), (0, True)):
        course.kill(records, rng.uniform(0.0, 2.0 if records == 0 else 0.3), whole_group)
    result = course.verify(faults.Result("kill -9"))
    assert result.survived, result
    assert result.students == 8
    scores = {
        student: entry["record"].score for student, entry in read_entries(toy.root, "toy").items()
    }
    assert scores == {f"s{number}": 4.0 if number % 2 else 1.0 for number in range(8)}


def test_comparison_after_a_fault_sees_what_is_wrong(toy, here, faults):
    for student in ("a", "b", "c"):
        toy.submit(student, toy.notebook())
    list(grade("toy", toy.root))
    toy.submit("a", toy.notebook("double = abs"))
    list(grade("toy", toy.root))  # graded twice, as far as the comparison knows
    with sqlite3.connect(toy.root / "gradebook.db") as database:
        database.execute("UPDATE grade SET auto_score = 0 WHERE auto_score = 2")
    toy.submit("d", toy.notebook())
    course = faults.Class(toy.root, "toy")
    course.finish = lambda: (0, [{"student": name} for name in "abc"], "")
    result = course.verify(faults.Result("none"))
    assert not result.survived
    assert (result.lost, result.twice) == (["d", "d"], ["a"])
    assert any("in the gradebook" in text for text in result.other)
    assert any("another verdict" in text for text in result.other)


def test_job_that_kills_its_worker_fails_alone(deadly):
    jobs, work = deadly
    pool = LocalPool(2)
    pool.read = lambda job, answer: answer  # it is no record
    try:
        results = {job.student: result for job, result in run(jobs, pool, work)}
    finally:
        pool.close()
    assert isinstance(results.pop("deadly"), pool.lost)
    assert results == {name: name.upper() for name in "abcd"}


def test_gradebook_whose_making_was_interrupted_is_finished(tmp_path):
    with Book(tmp_path).open():
        pass
    with sqlite3.connect(tmp_path / "gradebook.db") as database:
        version = database.execute("SELECT * FROM alembic_version").fetchall()
        database.execute("DROP TABLE alembic_version")
        database.execute("DROP TABLE grade")
    with Book(tmp_path).open():
        pass
    with sqlite3.connect(tmp_path / "gradebook.db") as database:
        assert database.execute("SELECT * FROM alembic_version").fetchall() == version != []
        assert database.execute("SELECT * FROM grade").fetchall() == []


def test_rebuild_that_was_interrupted_is_continued(toy, here, faults, monkeypatch):
    for student in ("a", "b"):
        toy.submit(student, toy.notebook())
    list(grade("toy", toy.root))
    before = faults.gradebook_scores(toy.root, "toy")
    (toy.root / "gradebook.db").unlink()

    def killed(*arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("course_lib.grading.results.gradebook.Book.write_one", killed)
        with pytest.raises(KeyboardInterrupt):
            list(grade("toy", toy.root))
    list(grade("toy", toy.root))
    assert faults.gradebook_scores(toy.root, "toy") == before


@pytest.mark.parametrize("small", [True, False], ids=["small disk", "files cut short"])
def test_full_disk_is_told_and_made_good(toy, here, faults, tmp_path, small):
    toy.grade(toy.notebook())  # the sandbox is there before the room is short
    folder = tmp_path / "disk"
    folder.mkdir()
    with faults.small_disk(folder, 4096 * KB) if small else nullcontext() as mounted:
        if small and not mounted:
            pytest.skip("mounting a small disk needs root; files are cut short instead")
        shutil.copytree(toy.root / "solutions", folder / "solutions")
        for number in range(6):
            file = folder / "submitted" / f"s{number}" / "toy" / "toy.ipynb"
            file.parent.mkdir(parents=True)
            file.write_text(toy.assignment.text)
        told = []
        for free in range(0, 1000, 20):
            with faults.little_room(folder, free * KB, small):
                try:
                    list(grade("toy", folder))
                    break
                except RuntimeError as error:
                    told.append(str(error))
        course = faults.Class(folder, "toy")
        course.finish = lambda: (0, [r.to_json() for r in grade("toy", folder)], "")
        result = course.verify(faults.Result("disk full"))
    assert result.survived, result
    full = (" cannot be written (", "gradebook cannot be used")
    assert all(any(text in line for line in told) for text in full), told
    assert all("run the same command again" in line for line in told)


@pytest.mark.parametrize("moment", ["commit", "before_execute"])
def test_database_that_refuses_at_any_moment_is_told_and_made_good(toy, here, faults, moment):
    """As SQLite does on a full disk: at the first call, then at later and later ones."""
    for student in ("a", "b"):
        toy.submit(student, toy.notebook())
    list(grade("toy", toy.root))
    expected = faults.gradebook_scores(toy.root, "toy")
    left = 0

    def refuse(*arguments):
        nonlocal left
        left -= 1
        if left < 0:
            full = sqlite3.OperationalError("database or disk is full")
            raise OperationalError(moment, {}, full)

    told = []
    event.listen(Engine, moment, refuse)
    try:
        for calls in itertools.chain(range(12), range(12, 10_000, 25)):
            (toy.root / "gradebook.db").unlink(missing_ok=True)
            left = calls
            try:
                list(grade("toy", toy.root))
                break
            except RuntimeError as error:
                told.append(str(error))
    finally:
        event.remove(Engine, moment, refuse)
    assert len(told) > 3
    assert all("gradebook cannot be used" in line for line in told), told
    assert faults.gradebook_scores(toy.root, "toy") == expected


@pytest.mark.parametrize("kind", ["pipe", "link", "theirs"])
def test_what_others_prepared_in_tmp_is_left_alone(tmp_path, monkeypatch, kind):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = tmp_path / f"{edition.PREFIX}x"
    folder.mkdir()
    owner = folder / "owner"
    if kind == "pipe":
        os.mkfifo(owner)
    elif kind == "link":
        (tmp_path / "file").touch()
        owner.symlink_to(tmp_path / "file")
    else:
        owner.touch()
        if os.geteuid() != 0:
            pytest.skip("only root can give a folder to another account")
        os.chown(folder, 65534, 65534)
    edition.remove_stale()
    assert folder.is_dir()


def test_folder_of_a_grader_that_was_killed_is_removed(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = tmp_path / f"{edition.PREFIX}x"
    folder.mkdir()
    (folder / "owner").touch()
    edition.remove_stale()
    assert not folder.exists()


@pytest.mark.parametrize(("seconds", "left"), [(0.0, True), (2 * edition.DRAFT_SECONDS, False)])
def test_draft_of_a_grader_that_was_killed_is_removed_once_it_is_old(
    tmp_path, monkeypatch, seconds, left
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    draft = tmp_path / f"{edition.DRAFT}x"
    draft.mkdir(mode=0o700)
    os.utime(draft, times=(time.time() - seconds,) * 2)
    edition.remove_stale()
    assert draft.exists() is left


def hand_grades(root):
    """By student, the points that a person gave for the essay, and whether it waits."""
    with Book(root).open() as book:
        grades = [
            book.find_grade("essay", "toy", "toy", row.student.id)
            for row in book.assignment_submissions("toy")
        ]
        return {row.student.id: (row.manual_score, row.needs_manual_grade) for row in grades}


def test_killed_regrades_keep_points_by_hand_and_penalties(toy, here, faults):
    rng = random.Random(21)
    essays = [f"Reason {number}." for number in range(8)]

    def hand_in(number, essay):
        notebook = toy.notebook()
        notebook["cells"][-1]["source"] = essay
        toy.submit(f"s{number}", notebook)

    for number, essay in enumerate(essays):
        hand_in(number, essay)
        toy.write(f"submitted/s{number}/toy/timestamp.txt", "2026-01-02 00:00:00 UTC")
    toy.write("nbgrader_config.py", "c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    list(grade("toy", toy.root))
    with Book(toy.root).open() as book:
        for number in range(8):
            row = book.find_grade("essay", "toy", "toy", f"s{number}")
            row.manual_score, row.needs_manual_grade = 1.0, False
        book.update_or_create_assignment("toy", duedate="2026-01-01 00:00:00 UTC")
    hand_in(0, "Rewritten.")
    notebook = toy.notebook()
    notebook["cells"].append(toy.test_cell("more", "assert double(3) == 6", 1))
    toy.write("solutions/toy/toy.ipynb", notebook)

    course = faults.Class(toy.root, "toy", ("--jobs", "2", "--force"))
    for records, whole_group in ((1, True), (3, False), (0, True), (8, False)):
        course.kill(records, rng.uniform(0.0, 2.0 if records == 0 else 0.3), whole_group)
    course.command.remove("--force")
    code, records, log = course.finish()
    assert code == 0, log
    assert {record["score"] for record in records} == {5.0}
    changed = hand_grades(toy.root)
    assert changed.pop("s0") == (1.0, True)
    assert set(changed.values()) == {(1.0, False)}
    late = "late by 1 day: penalty 6 points by nbgrader's plugin"
    assert all(late in record["flags"] for record in records)
    export_grades("csv", toy.root)
