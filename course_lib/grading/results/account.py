"""
What a student gets, and for what: read from nbgrader's gradebook, the one truth about points.

The journal says what the checks found. What people changed, read, added or took off is in the
gradebook alone, so every row, every comment and the total of a page come from there.
"""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from nbgrader.api import Comment, Grade, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from course_lib.grading.record import Record
from course_lib.grading.results.gradebook import Book

PLACES = Decimal("0.001")
LATE, ROUNDING, FLOOR = "late", "rounding", "a total is never below 0"
ADJUSTMENTS = (ROUNDING, FLOOR)


def shown(points: float) -> Decimal:
    """Round points as every page shows them."""
    return Decimal(repr(float(points))).quantize(PLACES)


@dataclass(frozen=True)
class Row:
    """
    One graded cell.

    Parameters
    ----------
    notebook, key : str
        Where it is: name of the notebook, grade_id.
    auto : float or None
        Points by the checks, or None if none can judge it.
    manual : float or None
        Points by a person, in place of the others.
    score : float
        What it counts, extra credit included.
    most : float
        Points that it can give.
    waits : bool
        Whether a person still has to look at it.
    by_hand : bool
        Whether it is a person who reads it, not the checks.
    """

    notebook: str
    key: str
    auto: float | None
    manual: float | None
    score: float
    most: float
    waits: bool = False
    by_hand: bool = False

    @property
    def place(self) -> tuple[str, str]:
        """Where it is."""
        return self.notebook, self.key

    @property
    def points(self) -> float:
        """What it counts without extra credit."""
        given = self.auto if self.manual is None else self.manual
        return 0.0 if given is None else given

    @property
    def extra(self) -> Decimal:
        """Extra credit that counts; nbgrader counts it once there are points."""
        return shown(self.score) - shown(self.points)

    @property
    def changed(self) -> bool:
        """Whether a person gave other points than the checks."""
        if self.by_hand or self.auto is None or self.manual is None:
            return False
        return self.auto != self.manual


@dataclass(frozen=True)
class Account:
    """
    All that counts for one student in one assignment.

    Parameters
    ----------
    rows : list of Row
        The graded cells.
    comments : dict
        What people and nbgrader wrote, by notebook and grade_id.
    score, most : float
        Points of all rows, and points that there are.
    penalty : float
        Points taken off for being late.
    came, due : datetime or None
        When the work was handed in, and when it was due, extension included; UTC.
    extension : timedelta or None
        What was granted to this student.
    """

    rows: list[Row]
    comments: dict[tuple[str, str], str] = field(default_factory=dict)
    score: float = 0.0
    most: float = 0.0
    penalty: float = 0.0
    came: datetime.datetime | None = None
    due: datetime.datetime | None = None
    extension: datetime.timedelta | None = None

    @property
    def total(self) -> float:
        """What the student gets; never below 0, as it is exported."""
        return max(0.0, self.score - self.penalty)

    @property
    def waits(self) -> bool:
        """Whether a person still has to look at anything."""
        return any(row.waits for row in self.rows)

    @property
    def late(self) -> datetime.timedelta | None:
        """How much after the due date the work came, if it did."""
        if self.came is None or self.due is None or self.came <= self.due:
            return None
        return self.came - self.due

    def summands(self) -> list[tuple[str, Decimal]]:
        """
        Give what the total is the sum of, to the last digit that is shown.

        Returns
        -------
        list of tuple
            Name and value: cells that are checked, cells that a person reads, extra credit, what
            is taken off, and what rounding and the floor at 0 change.
        """
        checked = sum((shown(r.points) for r in self.rows if not r.by_hand), Decimal())
        by_hand = sum((shown(r.points) for r in self.rows if r.by_hand), Decimal())
        extra = sum((row.extra for row in self.rows), Decimal())
        parts = [("checks", checked), ("read by a person", by_hand), ("extra credit", extra)]
        parts.append((LATE, -shown(self.penalty)))
        missing = shown(self.total) - sum((value for _, value in parts), Decimal())
        floor = FLOOR if self.score < self.penalty else ROUNDING
        parts.append((floor, missing))
        return [(name, value) for name, value in parts if value or name == "checks"]


def accounts(name: str, root: Path) -> dict[str, Account]:
    """
    Read the account of each student of an assignment.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.

    Returns
    -------
    dict
        By student; empty if the gradebook does not know the assignment.
    """
    book = Book(root)
    if not book.knows(name):
        return {}
    notebooks = selectinload(SubmittedAssignment.notebooks)
    everything = (
        notebooks.selectinload(SubmittedNotebook.grades).selectinload(Grade.cell),
        notebooks.selectinload(SubmittedNotebook.comments).selectinload(Comment.cell),
    )
    of_this = SubmittedAssignment.assignment.has(name=name)
    with book.open() as opened:
        found = opened.db.scalars(select(SubmittedAssignment).where(of_this).options(*everything))
        return {submission.student_id: account_of(submission) for submission in found}


def account_of(submission: SubmittedAssignment) -> Account:
    """Read one student's account."""
    rows, comments = [], {}
    for notebook in submission.notebooks:
        read = {cell.name for cell in notebook.notebook.solution_cells}
        read |= {cell.name for cell in notebook.notebook.task_cells}
        for grade in notebook.grades:
            rows.append(
                Row(notebook.name, grade.cell.name, grade.auto_score, grade.manual_score,
                    grade.score, grade.cell.max_score or 0.0, bool(grade.needs_manual_grade),
                    grade.cell.name in read)
            )  # fmt: skip
        for comment in notebook.comments:
            if comment.comment:
                comments[notebook.name, comment.cell.name] = comment.comment
    due: Any = submission.assignment.duedate
    return Account(
        rows, comments, submission.score, submission.max_score or 0.0,
        submission.late_submission_penalty or 0.0, submission.timestamp,
        due + (submission.extension or datetime.timedelta()) if due else None,
        submission.extension or None,
    )  # fmt: skip


def from_journal(name: str, record: Record) -> Account:
    """Make an account of what the checks found, where the gradebook knows nothing."""
    rows = [
        Row(cell.notebook or name, cell.grade_id, cell.points, None, cell.points, cell.max_points)
        for cell in record.cells
    ]
    for key in record.to_read or []:
        notebook, _, grade_id = key.rpartition("/")
        rows.append(Row(notebook or name, grade_id, None, None, 0.0, 0.0, waits=True, by_hand=True))
    return Account(rows, {}, record.score, record.max_score)


def agrees(account: Account, record: Record) -> bool:
    """Tell whether the gradebook holds what the journal says of the checked cells."""
    name = record.assignment
    judged = {(cell.notebook or name, cell.grade_id): cell.points for cell in record.cells}
    held = {row.place: row.auto for row in account.rows if row.place in judged}
    return held == judged
