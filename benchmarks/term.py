"""
How the commands grow with the class: ``python benchmarks/term.py [SIZE...]``.

Each class has graded the assignment `relu`; its journal and gradebook are written in bulk, without
running anybody's notebook. Some came late, some answers wait, some points are a person's. At last
all are graded again with results that are ready: what is measured is what the command does besides
running notebooks, which is the same work for one student as for thousands. So are plots of the
report and pages of feedback, which are not drawn.

A line tells how much longer each step takes a submission than in the smallest class: 1 is linear,
and below it what is done once a class is shared by more. It is CPU time, as the machine may be
busy with something else.
"""

import argparse
import datetime
import functools
import json
import os
import random
import tempfile
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import psutil
from nbgrader.api import Assignment as BookedAssignment
from nbgrader.api import (
    Base,
    Comment,
    Grade,
    GradeCell,
    SolutionCell,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from course_lib.grading import grade as grading
from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.journal import Entry, digest, folder
from course_lib.grading.record import CellResult, Record, plain
from course_lib.grading.results import feedback, report
from course_lib.grading.results.export import export_grades
from course_lib.grading.results.feedback import write_feedback
from course_lib.grading.results.gradebook import Book
from course_lib.grading.results.report import write_report
from course_lib.grading.results.tables import RECORDED
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.work import Graded, Job

ROOT = Path(__file__).resolve().parents[1]
NAME = "relu"
SIZES = (100, 1_000, 20_000)
DUE = datetime.datetime(2026, 3, 1, 12)
UNDER = 60  # seconds that a step may take, beyond drawing
LIMITED = ("report", "feedback", "export")  # what a person waits for


def make_class(root: Path, students: int) -> None:
    """Make a course in which this many have handed in, and are graded."""
    source = root / "solutions" / NAME / f"{NAME}.ipynb"
    source.parent.mkdir(parents=True)
    source.write_bytes((ROOT / "solutions" / NAME / f"{NAME}.ipynb").read_bytes())
    assignment = Assignment.find(NAME, root)
    entries = [graded(f"s{k:05}", assignment) for k in range(students)]
    write_journal(root, entries)
    for entry in entries:
        student = entry["record"].student
        for state in ("submitted", "autograded"):
            place = root / state / student / NAME
            place.mkdir(parents=True)
            os.link(source, place / source.name)  # the same for all: a gigabyte else
        came = f"{handed_in(student)} UTC"
        (root / "submitted" / student / NAME / "timestamp.txt").write_text(came)
    fill(root, assignment, entries)


def handed_in(student: str) -> datetime.datetime:
    """Draw when a student handed in."""
    late = random.Random(f"late {student}").random() < 0.05
    return DUE + datetime.timedelta(hours=5 if late else -5)


def graded(student: str, assignment: Assignment) -> Entry:
    """Make what the journal says of one student."""
    luck = random.Random(student)
    cells = []
    for cell in assignment.cells:
        if cell.kind == "test":
            right = luck.random() < 0.8
            points, status = (cell.points, "passed") if right else (0.0, "wrong")
            exercise = cell.key.rpartition("-")[0]
            cells.append(CellResult(cell.key, exercise, cell.points, status, points, "So.", None))
    score, most = sum(c.points for c in cells), sum(c.max_points for c in cells)
    written = [cell.key for cell in assignment.cells if cell.kind == "written"]
    about = dict.fromkeys(written, digest({"student": student}, ""))
    record = Record(
        student, NAME, "graded", score, most, 1.0, [], cells, to_read=written, written=about
    )
    return {"record": record, "submission": digest({"student": student}, "file")}


def write_journal(root: Path, entries: list[Entry]) -> None:
    """Write a journal at once, without waiting for the disk after each line."""
    last, lines = "", []
    for entry in entries:
        data = plain(entry | {"format": 1})
        last = entry["digest"] = data["digest"] = digest(data, last)
        entry["format"] = 1
        lines.append(json.dumps(data))
    (folder(root) / f"{NAME}.jsonl").write_text("\n".join([*lines, ""]), encoding="utf-8")


def fill(root: Path, assignment: Assignment, entries: list[Entry]) -> None:
    """Write the gradebook that grading these would have left, in bulk."""
    book = Book(root)
    book.save_assignment(assignment)
    with book.open() as opened:
        db = opened.db
        booked = db.scalars(select(BookedAssignment)).one()
        booked.duedate = DUE
        (notebook,) = booked.notebooks
        grades = [(cell.id, cell.name) for cell in db.scalars(select(GradeCell))]
        comments = [cell.id for cell in db.scalars(select(SolutionCell))]
        rows: dict[Any, list[dict[str, Any]]] = {
            kind: []
            for kind in (Student, SubmittedAssignment, SubmittedNotebook, Grade, Comment, RECORDED)
        }
        for entry in entries:
            record = entry["record"]
            luck = random.Random(f"person {record.student}")
            submission, work = uuid.uuid4().hex, uuid.uuid4().hex
            came = handed_in(record.student)
            late = came > DUE
            rows[Student].append({"id": record.student})
            rows[SubmittedAssignment].append(
                {"id": submission, "assignment_id": booked.id, "student_id": record.student,
                 "timestamp": came}
            )  # fmt: skip
            rows[SubmittedNotebook].append(
                {"id": work, "assignment_id": submission, "notebook_id": notebook.id,
                 "flagged": False, "late_submission_penalty": 1.0 if late else None}
            )  # fmt: skip
            points = {cell.grade_id: cell.points for cell in record.cells}
            for ident, key in grades:
                read = key not in points and luck.random() < 0.9
                rows[Grade].append(
                    {"id": uuid.uuid4().hex, "notebook_id": work, "cell_id": ident,
                     "auto_score": points.get(key), "manual_score": 3.0 if read else None,
                     "needs_manual_grade": key not in points and not read}
                )  # fmt: skip
            for ident in comments:
                rows[Comment].append(
                    {"id": uuid.uuid4().hex, "notebook_id": work, "cell_id": ident,
                     "manual_comment": "Say *why*." if luck.random() < 0.1 else None}
                )  # fmt: skip
            rows[RECORDED].append(
                {"assignment_id": booked.id, "student": record.student,
                 "entry": book.identity(entry), "read": "{}"}
            )  # fmt: skip
        insert_all(db, rows)


def insert_all(db: Session, rows: dict[Any, list[dict[str, Any]]]) -> None:
    """Write rows by table, without making an object of each."""
    for kind, values in rows.items():
        table = getattr(kind, "__table__", kind)
        assert table is RECORDED or table.metadata is Base.metadata
        db.execute(insert(table), values)
    db.commit()


def steps(root: Path) -> dict[str, Callable[[], Any]]:
    """Name what is measured."""
    return {
        "report": functools.partial(write_report, NAME, root),
        "feedback": functools.partial(write_feedback, NAME, root),
        "export": functools.partial(export_grades, "csv", root),
        "grade": functools.partial(grade_again, root),
    }


def grade_again(root: Path) -> None:
    """Grade the class with a pool that has every result ready."""
    assignment = Assignment.find(NAME, root)
    notebook = json.loads(assignment.text)

    def results(jobs: Iterable[Job], pool: Any) -> Iterator[tuple[Job, Graded]]:
        for job in jobs:
            yield job, Graded(graded(job.student, assignment)["record"], notebook)

    with (
        mock.patch.object(grading, "LocalPool"),
        mock.patch.object(grading, "run", results),
        mock.patch.object(grading.Run, "rehearse"),
    ):
        told = list(grading.grade(NAME, root, force=True, limits=Limits(), unsafe=True))
    assert all(record.status == "graded" for record in told)


def took(work: Callable[[], Any]) -> float:
    """Measure seconds of one call, without drawing."""
    with (
        mock.patch.object(report, "encoded", return_value=""),
        mock.patch.object(feedback, "page", return_value="page"),
    ):
        begin = time.process_time()
        work()
        return time.process_time() - begin


def measure(sizes: Iterable[int]) -> None:
    """Print a line for each size, as soon as it is measured."""
    first: dict[str, float] = {}
    print("submissions | report | feedback | export |  grade | the first three under a minute")
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="course-term-") as place:
            root = Path(place)
            make_class(root, size)
            if not first:
                for work in steps(root).values():  # what is imported and compiled once
                    took(work)
            seconds = {name: took(work) for name, work in steps(root).items()}
        each = {name: value / size for name, value in seconds.items()}
        first = first or each
        ratios = " | ".join(f"{each[name] / first[name]:6.2f}" for name in each)
        over = [name for name in LIMITED if seconds[name] > UNDER]
        print(f"{size:11,} | {ratios} | {'no: ' + ', '.join(over) if over else 'yes'}", flush=True)


def main() -> None:
    """Measure and print, with what else the machine had to do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    chosen = parser.parse_args()
    threads = os.environ.get("OPENBLAS_NUM_THREADS", "all")
    cores = len(os.sched_getaffinity(0))
    before = psutil.getloadavg()[0]
    measure(chosen.sizes)
    print(
        f"time of a submission, relative to that in the smallest class. {cores} cores, BLAS "
        f"threads {threads}, load {before:.1f} before and {psutil.getloadavg()[0]:.1f} after"
    )


if __name__ == "__main__":
    main()
