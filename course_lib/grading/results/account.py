"""
What a student gets, and for what: read from nbgrader's gradebook, the one truth about points.

The journal says what the checks found. What people changed, read, added or took off is in the
gradebook alone, so every row, every comment and the total of a page come from there.
"""

import datetime
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment as BookedAssignment
from nbgrader.api import (
    BaseCell,
    Comment,
    Grade,
    Notebook,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import select
from sqlalchemy.orm import Session

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
    with Book(root).open() as book:
        cells = graded_cells(book.db, name)
        found = submissions(book.db, name)
        for row in book.db.execute(
            of_submissions(
                name, Grade, Grade.auto_score, Grade.manual_score, Grade.score,
                Grade.needs_manual_grade,
            )
        ):  # fmt: skip
            graded = replace(
                cells[row.cell_id], auto=row.auto_score, manual=row.manual_score, score=row.score,
                waits=bool(row.needs_manual_grade),
            )  # fmt: skip
            found[row.student_id].rows.append(graded)
        for row in book.db.execute(of_submissions(name, Comment, Comment.comment)):
            if row.comment:
                found[row.student_id].comments[cells[row.cell_id].place] = row.comment
    return found


def graded_cells(db: Session, name: str) -> dict[str, Row]:
    """Give for each cell of an assignment, by nbgrader's id, a row without points."""
    cells = {}
    for notebook in db.scalars(select(Notebook).where(Notebook.assignment.has(name=name))):
        read = {cell.name for cell in [*notebook.solution_cells, *notebook.task_cells]}
        for cell in [*notebook.grade_cells, *notebook.solution_cells, *notebook.task_cells]:
            cells[cell.id] = Row(
                notebook.name, cell.name, None, None, 0.0, getattr(cell, "max_score", 0.0) or 0.0,
                by_hand=cell.name in read,
            )  # fmt: skip
    return cells


def submissions(db: Session, name: str) -> dict[str, Account]:
    """Read by student what an assignment counts as a whole; rows and comments are empty."""
    due: Any = db.scalar(select(BookedAssignment.duedate).where(BookedAssignment.name == name))
    whose = SubmittedAssignment
    query = select(
        whose.student_id, whose.timestamp, whose.extension, whose.score,
        whose.max_score.label("most"), whose.late_submission_penalty.label("penalty"),
    ).where(whose.assignment.has(name=name))  # fmt: skip
    return {
        row.student_id: Account(
            [], {}, row.score, row.most or 0.0, row.penalty or 0.0, row.timestamp,
            due + (row.extension or datetime.timedelta()) if due else None, row.extension or None,
        )
        for row in db.execute(query)
    }  # fmt: skip


def of_submissions(name: str, kind: Any, *columns: Any) -> Any:
    """Select the grades or comments of an assignment, in the order of notebooks and cells."""
    return (
        select(SubmittedAssignment.student_id, kind.cell_id, *columns)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(kind, kind.notebook_id == SubmittedNotebook.id)
        .join(BaseCell, BaseCell.id == kind.cell_id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .where(SubmittedAssignment.assignment.has(name=name))
        .order_by(Notebook.name, BaseCell.name)
    )


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
