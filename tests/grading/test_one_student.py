"""Whatever one student's data does, it ends in that student's record; a student can leave."""

import datetime
import html
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from course_lib.grading.grade import grade
from course_lib.grading.journal import Journal
from course_lib.grading.results.erase import erase
from course_lib.grading.results.export import export_grades
from course_lib.grading.results.feedback import write_feedback
from course_lib.grading.results.gradebook import Book, read_entries, set_penalty
from course_lib.grading.results.report import write_report
from course_lib.grading.results.times import span, submitted_at

CONFIG = Path(__file__).parents[2] / "nbgrader_config.py"
CLASS = ("ada", "bob", "eve")

UNREADABLE = [
    b"11111111111111111111111111111h", b"2026-01-01 10:00:00 GMT,J0,0", b"", b"\xff\xfe", b"\0",
    b"tomorrow", b"10:00", b"2026", b"2 January 2026", b"March 2026",
    b"99999-01-01", b"2026-13-45 10:00:00 UTC", b"1e9999 2026",
    b"2026-01-01 10:00:00 /dev/zero", b"2026-01-01 10:00:00 ../../etc/passwd", b"0001-01-01 +2359",
    b"2026-01-01 10:00:00 +9999999999", b"2026-01-01T10:00:00+99:99", b"NaN 2026", b"2026 " * 30,
    b"2026-01-01 10:00:00 \xe2\x80\xae", b"<b>2026-01-01</b>", b"2026-01-01" + b" " * 500,
]  # fmt: skip


@pytest.fixture
def course(toy, here):
    """Three students who hand in the same, and the configuration that an instructor has."""
    shutil.copy(CONFIG, toy.root)
    for student in CLASS:
        toy.submit(student, toy.notebook())
    return toy


def run(course, **settings):
    return {record.student: record for record in grade("toy", course.root, **settings)}


def scores(root):
    with Book(root).open() as book:
        return {row.student.id: row.score for row in book.assignment_submissions("toy")}


def nbgrader(root, *arguments):
    """Run nbgrader's own command in the course directory."""
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("text", UNREADABLE)
def test_time_that_cannot_be_read_is_a_flag_of_that_student(course, text):
    course.write("submitted/eve/toy/timestamp.txt", text)
    records = run(course)
    flags = [flag for flag in records.pop("eve").flags if "timestamp.txt" in flag]
    (flag,) = flags
    assert "cannot be read as a time" in flag
    assert flag.isprintable()
    assert all(record.flags == [] for record in records.values())
    assert scores(course.root) == dict.fromkeys(CLASS, 4.0)
    assert "eve" in export_grades("csv", course.root)


@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "dangling", "huge"])
def test_time_that_is_no_plain_file_is_a_flag(course, kind):
    path = course.root / "submitted/eve/toy/timestamp.txt"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "huge":
        path.write_bytes(b"2026-01-01 10:00:00 UTC" + b" " * 10_000)
    else:
        os.symlink("/etc/hostname" if kind == "link" else "/nowhere", path)
    records = run(course)
    assert any("timestamp.txt cannot be read" in flag for flag in records["eve"].flags)
    assert scores(course.root) == dict.fromkeys(CLASS, 4.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-01-02 10:00:00.123456 UTC", datetime.datetime(2026, 1, 2, 10, 0, 0, 123456)),
        ("2026-01-02 10:00:00 Europe/Berlin", datetime.datetime(2026, 1, 2, 9)),
        ("2026-01-02 10:00:00 +0200", datetime.datetime(2026, 1, 2, 8)),
        ("2026-01-02T10:00:00Z", datetime.datetime(2026, 1, 2, 10)),
        ("2026-01-02T10:00:00+02:00\n", datetime.datetime(2026, 1, 2, 8)),
        ("2 January 2026 10:00", datetime.datetime(2026, 1, 2, 10)),
    ],
)
def test_times_as_nbgrader_and_others_write_them_are_read(tmp_path, text, expected):
    (tmp_path / "timestamp.txt").write_text(text)
    assert submitted_at(tmp_path) == (expected, "")


def test_span_is_in_words():
    assert [span(s) for s in (0.5, 61, 3600, 86400, 180_000)] == [
        "less than a second", "1 minute 1 second", "1 hour", "1 day", "2 days 2 hours",
    ]  # fmt: skip


def test_folder_that_cannot_be_listed_is_that_students(course, monkeypatch):
    listed = Path.iterdir

    def refuse(path):
        if path.parent.name == "eve":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    records = run(course)
    assert records["eve"].status == "failed"
    assert "cannot be read" in records["eve"].flags[0]
    assert scores(course.root) == {"ada": 4.0, "bob": 4.0, "eve": 0.0}


def test_folder_where_the_graded_notebook_should_lie_is_that_students(course):
    (course.root / "autograded/eve/toy/toy.ipynb/inner").mkdir(parents=True)
    (course.root / "autograded/bob").write_bytes(b"a file")
    records = run(course)
    for student in ("eve", "bob"):
        assert records[student].flags[0].startswith("not graded, run again")
    assert records["ada"].score == 4.0
    assert scores(course.root) == {"ada": 4.0}
    shutil.rmtree(course.root / "autograded")
    (course.root / "autograded").unlink(missing_ok=True)
    assert {r.score for r in run(course).values()} == {4.0}
    assert scores(course.root) == dict.fromkeys(CLASS, 4.0)


def refuse(root, student):
    """Let the database itself refuse all that is written for one student."""
    with sqlite3.connect(root / "gradebook.db") as database:
        for event in ("INSERT", "UPDATE"):
            database.execute(
                f"CREATE TRIGGER no_{event} BEFORE {event} ON submitted_assignment "
                f"WHEN NEW.student_id = '{student}' BEGIN SELECT RAISE(ABORT, 'no room'); END"
            )


def test_record_that_the_database_refuses_is_flagged_and_tried_again(course, run_course):
    with Book(course.root).open():
        pass
    refuse(course.root, "bob")
    records = run(course)
    assert records["bob"].flags == ["not in the gradebook: IntegrityError: no room"]
    assert scores(course.root) == {"ada": 4.0, "eve": 4.0}
    done = run_course("grade", "toy")
    assert done.exit_code == 1
    assert "bob" in done.stdout
    assert "not in the gradebook" in done.stdout
    with pytest.raises(RuntimeError, match="bob is missing"):
        export_grades("csv", course.root)
    flags = read_entries(course.root, "toy")["bob"]["record"].flags
    assert flags == ["not in the gradebook: run `course grade toy` again"]
    with sqlite3.connect(course.root / "gradebook.db") as database:
        database.execute("DROP TRIGGER no_INSERT")
        database.execute("DROP TRIGGER no_UPDATE")
    records = run(course)
    assert (records["bob"].status, records["bob"].flags) == ("unchanged", [])
    assert scores(course.root) == dict.fromkeys(CLASS, 4.0)
    assert "bob" in export_grades("csv", course.root)


@pytest.mark.parametrize("error", [TypeError, ValueError, OverflowError, RecursionError, KeyError])
def test_error_of_any_kind_undoes_one_students_part_alone(course, monkeypatch, error):
    write_one = Book.write_one

    def fail(self, book, name, mine, *others):
        write_one(self, book, name, mine, *others)
        if mine[-1]["record"].student == "bob":
            raise error("half" + chr(27) + "way")

    with monkeypatch.context() as patch:
        patch.setattr(Book, "write_one", fail)
        records = run(course)
    (flag,) = records["bob"].flags
    assert flag.startswith(f"not in the gradebook: {error.__name__}: ")
    assert "half\\x1bway" in flag
    assert scores(course.root) == {"ada": 4.0, "eve": 4.0}
    assert run(course)["bob"].flags == []
    assert scores(course.root) == dict.fromkeys(CLASS, 4.0)


def test_batches_write_all_others(course, monkeypatch):
    monkeypatch.setattr("course_lib.grading.grade.BATCH", 2)
    with Book(course.root).open():
        pass
    refuse(course.root, "bob")
    run(course)
    assert scores(course.root) == {"ada": 4.0, "eve": 4.0}


LATE = "c.LateSubmissionPlugin.penalty_method = 'zero'\n"


def late_course(course, config=LATE):
    """Grade with a due date that eve missed by a day; nbgrader's own command sets it."""
    with (course.root / "nbgrader_config.py").open("a") as file:
        file.write(config)
    run(course)
    nbgrader(course.root, "db", "assignment", "add", "toy", "--duedate=2026-01-01 00:00:00 UTC")
    course.write("submitted/eve/toy/timestamp.txt", "2026-01-02 00:00:00 UTC")
    course.write("submitted/bob/toy/timestamp.txt", "2025-12-31 00:00:00 UTC")


def penalties(root):
    with Book(root).open() as book:
        return {
            row.student.id: row.late_submission_penalty
            for row in book.assignment_submissions("toy")
        }


def test_lateness_is_that_of_today_without_running_anything_again(course):
    late_course(course)
    records = run(course)
    assert {record.status for record in records.values()} == {"unchanged"}
    assert records["eve"].flags == ["late by 1 day: penalty 4 points by nbgrader's plugin"]
    assert records["bob"].flags == records["ada"].flags == []
    assert penalties(course.root) == {"ada": 0.0, "bob": 0.0, "eve": 4.0}
    flags = read_entries(course.root, "toy")["eve"]["record"].flags
    assert flags == ["late by 1 day: penalty 4 points by nbgrader's plugin"]

    with Book(course.root).open() as book:
        book.grant_extension("toy", "eve", hours=23)
    assert "late by 1 hour: penalty 4" in run(course)["eve"].flags[0]
    with Book(course.root).open() as book:
        book.grant_extension("toy", "eve", days=2)
    assert run(course)["eve"].flags == []
    assert penalties(course.root)["eve"] == 0.0

    nbgrader(course.root, "db", "assignment", "add", "toy", "--duedate=2025-12-29 00:00:00 UTC")
    assert "late by 2 days: penalty" in run(course)["eve"].flags[0]
    assert "late by 2 days: penalty" in run(course)["bob"].flags[0]
    (course.root / "submitted/eve/toy/timestamp.txt").unlink()
    assert run(course)["eve"].flags == []
    assert penalties(course.root) == {"ada": 0.0, "bob": 4.0, "eve": 0.0}


def test_late_without_a_penalty_is_told_too(course):
    late_course(course, "")
    assert run(course)["eve"].flags == ["late by 1 day: no penalty by nbgrader's plugin"]


def test_submission_that_is_graded_late_says_so_at_once(course):
    late_course(course)
    records = run(course, force=True)
    assert records["eve"].status == "graded"
    assert records["eve"].flags == ["late by 1 day: penalty 4 points by nbgrader's plugin"]


def test_penalty_follows_points_by_hand(course):
    late_course(course)
    run(course)
    with Book(course.root).open() as book:
        book.find_grade("essay", "toy", "toy", "eve").manual_score = 1.5
        book.db.commit()
    assert "penalty 5.5 points" in run(course)["eve"].flags[0]


def test_plugin_that_fails_costs_the_penalty_of_one_student(course, monkeypatch):
    late_course(course)

    def fail(db, plugin, student, notebook):
        if student == "eve":
            raise ZeroDivisionError("division by zero")
        set_penalty(db, plugin, student, notebook)

    monkeypatch.setattr("course_lib.grading.results.gradebook.set_penalty", fail)
    course.write("submitted/ada/toy/timestamp.txt", "2026-01-03 00:00:00 UTC")
    records = run(course)
    assert "its time or late penalty: ZeroDivisionError" in records["eve"].flags[0]
    assert records["ada"].flags == ["late by 2 days: penalty 4 points by nbgrader's plugin"]


def told_of(root):
    """Give everything that leaves the house."""
    report = "".join(path.read_text() for path in write_report("toy", root))
    pages = [path.parts[-3] for path in write_feedback("toy", root)]
    return export_grades("csv", root) + report + " ".join(pages)


def test_removed_student_stays_removed(course, caplog):
    run(course)
    assert "bob" in told_of(course.root)
    nbgrader(course.root, "db", "student", "remove", "bob", "--force")
    shutil.rmtree(course.root / "submitted/bob")
    shutil.rmtree(course.root / "feedback/bob")
    for force in (False, True):
        caplog.clear()
        assert set(run(course, force=force)) == {"ada", "eve"}
        assert "left out" in caplog.text
        assert "bob" in caplog.text
        assert set(scores(course.root)) == {"ada", "eve"}
        assert "bob" not in told_of(course.root)
        assert not (course.root / "feedback/bob").exists()
    (course.root / "gradebook.db").unlink()
    run(course)
    assert set(scores(course.root)) == {"ada", "eve"}
    assert "bob" not in told_of(course.root)


def test_student_whose_folder_alone_is_gone_keeps_the_grade(course):
    run(course)
    shutil.rmtree(course.root / "submitted/bob")
    assert set(run(course)) == {"ada", "eve"}
    assert scores(course.root)["bob"] == 4.0
    assert "bob" in told_of(course.root)


def test_student_who_is_only_removed_from_the_gradebook_comes_back(course):
    run(course)
    nbgrader(course.root, "db", "student", "remove", "bob", "--force")
    with pytest.raises(RuntimeError, match="bob is missing"):
        export_grades("csv", course.root)
    run(course)
    assert scores(course.root)["bob"] == 4.0


def bytes_below(root):
    return {p: p.read_bytes() for p in root.rglob("*") if p.is_file() and not p.is_symlink()}


PERSON = "Zoë O'Tables, =1"


@pytest.fixture
def careless():
    """Let SQLite leave deleted text in its file, as most builds of it do."""

    def forget(connection, record):
        if isinstance(connection, sqlite3.Connection):
            connection.execute("PRAGMA secure_delete = OFF")

    event.listen(Engine, "connect", forget)
    yield
    event.remove(Engine, "connect", forget)


def test_erasure_leaves_no_byte_of_a_person(course, careless, run_course):
    course.submit(PERSON, course.notebook())
    run(course)
    with Book(course.root).open() as book:
        book.find_grade("essay", "toy", "toy", PERSON).manual_score = 1.0
        book.find_comment("essay", "toy", "toy", "ada").manual_comment = "well done"
        book.db.commit()
    with Journal.open(course.root, "toy") as journal:
        entry = dict(journal.latest()["eve"])
        flags = [f"double: the answers fit the numbers of ada, {PERSON}", "kept"]
        entry["record"] = replace(entry["record"], flags=flags)
        journal.append(entry)
    run(course)
    told_of(course.root)
    assert PERSON.encode() in (course.root / "gradebook.db").read_bytes()
    before = scores(course.root)
    digests = {s: e["submission"] for s, e in read_entries(course.root, "toy").items()}

    assert run_course("erase", PERSON, "--yes").exit_code == 0
    needles = {PERSON, html.escape(PERSON), json.dumps(PERSON)[1:-1]}
    assert not [
        (path, needle)
        for path, data in bytes_below(course.root).items()
        for needle in needles
        if needle.encode() in data
    ]
    assert not [p for p in course.root.rglob("*") if "Tables" in p.name]

    before.pop(PERSON)
    assert scores(course.root) == before
    entries = read_entries(course.root, "toy")
    digests.pop(PERSON)
    assert {s: e["submission"] for s, e in entries.items()} == digests
    assert entries["eve"]["record"].flags == [
        "double: the answers fit the numbers of ada, an erased student", "kept",
    ]  # fmt: skip
    last = (course.root / "journal/toy.jsonl").read_text().splitlines()[-1]
    assert json.loads(last)["erased"] == 1
    export_grades("csv", course.root)
    assert {r.status for r in run(course).values()} == {"unchanged"}
    assert scores(course.root) == before
    with Book(course.root).open() as book:
        assert book.find_comment("essay", "toy", "toy", "ada").comment == "well done"
    assert run_course("erase", PERSON, "--yes").exit_code == 2


def test_erasure_asks_first(course, run_course):
    run(course)
    assert run_course("erase", "bob").exit_code == 1
    assert scores(course.root)["bob"] == 4.0


@pytest.mark.parametrize("student", ["", ".", "..", "../course", "a/b", "nobody"])
def test_erasure_of_somebody_unknown_is_wrong_usage(course, run_course, student):
    run(course)
    before = bytes_below(course.root)
    assert run_course("erase", student, "--yes").exit_code == 2
    assert set(bytes_below(course.root)) == set(before)


@pytest.mark.parametrize(
    "place", ["erase_lines", "remove_reports", "Book.erase", "Book.rename", "Journal.erase"]
)
def test_erasure_that_was_stopped_is_finished_by_the_same_command(course, monkeypatch, place):
    run(course)
    told_of(course.root)

    def killed(*arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(f"course_lib.grading.results.erase.{place}", killed)
        with pytest.raises(KeyboardInterrupt):
            erase("bob", course.root)
    erase("bob", course.root)
    run(course)
    assert set(scores(course.root)) == {"ada", "eve"}
    assert "bob" not in told_of(course.root)
    assert not [p for p, data in bytes_below(course.root).items() if b"bob" in data]


def test_erasure_waits_for_nobody_who_grades(course, run_course):
    run(course)
    with Journal.open(course.root, "toy"):
        done = run_course("erase", "bob", "--yes")
    assert done.exit_code == 1
    assert "another run" in done.stderr
