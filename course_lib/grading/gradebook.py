"""nbgrader's gradebook, written from the journal through nbgrader's own classes."""

import contextlib
import datetime
import hashlib
import subprocess
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

import nbformat
from alembic.script import ScriptDirectory
from nbgrader.api import (
    Comment,
    Grade,
    Gradebook,
    MissingEntry,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.dbutil import ALEMBIC_DIR
from nbgrader.preprocessors import (
    AssignLatePenalties,
    ClearSolutions,
    ComputeChecksums,
    LockCells,
    SaveCells,
)
from nbgrader.utils import parse_utc
from sqlalchemy import create_engine, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError
from traitlets.config import Config, PyFileConfigLoader

from course_lib.grading.assignment import Assignment, source_of
from course_lib.grading.submission import RefusedSubmission, read_file

BUSY_SECONDS = 120


class Book:
    """
    The gradebook of a course.

    Parameters
    ----------
    root : Path
        The course directory; its nbgrader_config.py says where the database is.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.config = load_config(root)
        course = self.config.CourseDirectory
        self.course_id = course.get("course_id", "default_course")
        self.saved: dict[str, dict[str, str]] = {}
        self.url = patient(course.get("db_url", f"sqlite:///{root.resolve() / 'gradebook.db'}"))

    @contextlib.contextmanager
    def open(self) -> Iterator[Gradebook]:
        """Open the database, made if it is not there; raise RuntimeError if it cannot be used."""
        with usable():
            give_version(self.url)
            with Gradebook(self.url, self.course_id) as book:
                yield book

    def resources(self, assignment: str, student: str = "") -> dict[str, Any]:
        """Give what nbgrader's preprocessors want to know."""
        names = {"notebook": assignment, "assignment": assignment, "student": student}
        return {"nbgrader": names | {"db_url": self.url}}

    def save_assignment(self, assignment: Assignment) -> dict[str, str]:
        """
        Record the source's cells as ``nbgrader generate_assignment`` does.

        Parameters
        ----------
        assignment : Assignment
            The source.

        Returns
        -------
        dict
            SHA-256 of the released text of each cell that is graded by hand.
        """
        notebook = nbformat.reads(assignment.text, as_version=4)
        resources = self.resources(assignment.name)
        for preprocessor in (ClearSolutions, LockCells, ComputeChecksums):
            notebook, _ = preprocessor(config=self.config).preprocess(notebook, resources)
        with self.open() as book:
            book.update_or_create_assignment(assignment.name)
        SaveCells(config=self.config).preprocess(notebook, resources)
        released = {}
        for cell, raw in zip(assignment.cells, notebook.cells, strict=True):
            if cell.kind == "written":
                released[cell.key] = text_digest(source_of(raw))
        return released

    def knows(self, name: str, students: Collection[str] = ()) -> bool:
        """Tell whether the database has this assignment, and something of each of the students."""
        with self.open() as book:
            try:
                known = bool(book.find_assignment(name).notebooks)
            except MissingEntry:
                known = False
            if not known:
                self.saved.clear()
                return False
            of_this = SubmittedAssignment.assignment.has(name=name)
            found = book.db.scalars(select(SubmittedAssignment.student_id).where(of_this))
            return set(students) <= set(found)

    def write(self, assignment: Assignment, entries: Iterable[dict[str, Any]]) -> None:
        """
        Write journal entries into the database, all of them or none.

        Parameters
        ----------
        assignment : Assignment
            The source.
        entries : iterable of dict
            Journal entries; writing one twice changes nothing.

        Raises
        ------
        RuntimeError
            If the database stays locked or is full. The journal keeps the entries; the next run
            writes them.
        """
        newest = {entry["record"]["student"]: entry for entry in entries}
        if not newest:
            return
        with usable():
            if assignment.digest not in self.saved:
                self.saved[assignment.digest] = self.save_assignment(assignment)
            released = self.saved[assignment.digest]
            with self.open() as book:
                with book.db.no_autoflush:
                    for entry in newest.values():
                        self.write_one(book, assignment.name, entry["record"], released)
                book.db.commit()
            self.apply_lateness(assignment.name, list(newest))

    def write_one(
        self, book: Gradebook, name: str, record: dict[str, Any], released: dict[str, str]
    ) -> None:
        """Write one record, without committing."""
        notebook = submitted_notebook(book, name, record["student"])
        notebook.assignment.timestamp = self.submitted_at(name, record["student"])
        cells = {cell["grade_id"]: cell for cell in record["cells"]}
        written = record.get("written", {})
        for grade in notebook.grades:
            key = grade.cell.name
            if key in cells:
                grade.auto_score, grade.needs_manual_grade = cells[key]["points"], False
            else:
                blank = key not in written or written[key] == released.get(key)
                grade.auto_score = 0.0 if blank else None
                grade.needs_manual_grade = not blank or grade.manual_score is not None
        for comment in notebook.comments:
            blank = written.get(comment.cell.name) == released.get(comment.cell.name, "")
            comment.auto_comment = "No response." if blank else None

    def submitted_at(self, name: str, student: str) -> datetime.datetime | None:
        """Read the time of submission that nbgrader's exchange leaves beside the notebook."""
        try:
            text = read_file(self.root / "submitted" / student / name / "timestamp.txt", 200)
            return parse_utc(text.decode().strip())
        except (RefusedSubmission, ValueError, OverflowError, OSError):
            return None

    def apply_lateness(self, name: str, students: list[str]) -> None:
        """Let nbgrader's plugin set the penalty of submissions that have a time."""
        for student in students:
            if self.submitted_at(name, student) is not None:
                penalties = AssignLatePenalties(config=self.config)
                penalties.preprocess(nbformat.v4.new_notebook(), self.resources(name, student))


@contextlib.contextmanager
def usable() -> Iterator[None]:
    """Say what a database that cannot be used means for the grades: nothing."""
    try:
        yield
    except (SQLAlchemyError, subprocess.SubprocessError) as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise RuntimeError(
            f"the gradebook cannot be used ({reason}). The grades are safe in the journal: when "
            "the cause is gone, run the same command again to bring the gradebook up to date"
        ) from error


def give_version(url: str) -> None:
    """Give a database its version, which nbgrader leaves out if its making is interrupted."""
    engine = create_engine(url)
    with engine.begin() as connection:
        if not inspect(connection).has_table("alembic_version"):
            connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        if connection.scalar(text("SELECT count(*) FROM alembic_version")) == 0:
            head = ScriptDirectory(ALEMBIC_DIR).get_current_head()
            connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": head})
    engine.dispose()


def load_config(root: Path) -> Config:
    """Read the course's nbgrader_config.py, if there is one."""
    path = root / "nbgrader_config.py"
    if not path.is_file():
        return Config()
    return PyFileConfigLoader(path.name, path=str(root)).load_config()


def patient(url: str) -> str:
    """Let SQLite wait for a lock instead of giving up after five seconds."""
    return f"{url}?timeout={BUSY_SECONDS}" if url.startswith("sqlite:") and "?" not in url else url


def text_digest(text: str) -> str:
    """Hash a cell's text."""
    return hashlib.sha256(text.strip().encode()).hexdigest()


def submitted_notebook(book: Gradebook, name: str, student: str) -> SubmittedNotebook:
    """Find a student's notebook in the database, or add it as nbgrader would."""
    try:
        return book.find_submission_notebook(name, name, student)
    except MissingEntry:
        pass
    person = book.db.get(Student, student) or Student(id=student)
    assignment = book.find_assignment(name)
    submission = SubmittedAssignment(assignment=assignment, student=person)
    for notebook in assignment.notebooks:
        mirrored = SubmittedNotebook(notebook=notebook, assignment=submission)
        for grade_cell in [*notebook.grade_cells, *notebook.task_cells]:
            Grade(cell=grade_cell, notebook=mirrored)
        for solution_cell in [*notebook.solution_cells, *notebook.task_cells]:
            Comment(cell=solution_cell, notebook=mirrored)
    book.db.add(submission)
    return next(mirrored for mirrored in submission.notebooks if mirrored.name == name)
