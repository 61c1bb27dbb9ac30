"""
Whether the gradebook still holds an assignment's cells as they were saved.

To save them anew takes a second, most of it to start the part of nbgrader that does it.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from nbgrader._version import __version__ as nbgrader_version
from nbgrader.api import Assignment as BookedAssignment
from nbgrader.api import GradeCell, Notebook, SolutionCell, SourceCell, TaskCell
from sqlalchemy import delete, insert, inspect, select
from sqlalchemy.orm import Session
from traitlets.config import Config

import course_lib
from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.results.tables import SAVED


def released_before(db: Session, assignment: Assignment, config: Config) -> dict[str, str] | None:
    """
    Give what was found when this assignment was saved.

    Parameters
    ----------
    db : Session
        The gradebook's.
    assignment : Assignment
        The source.
    config : Config
        The course's settings of nbgrader.

    Returns
    -------
    dict or None
        Hashes of the released text of cells that are graded by hand, by grade_id; None if the
        source, the settings or the cells in the database are others now.
    """
    row = db.execute(select(SAVED).where(SAVED.c.assignment == assignment.name)).first()
    if row is None or row.state != state_of(db, assignment, config):
        return None
    return dict(json.loads(row.released))


def keep_released(
    db: Session, assignment: Assignment, config: Config, released: dict[str, str]
) -> None:
    """Note that the assignment is saved, without committing."""
    db.execute(delete(SAVED).where(SAVED.c.assignment == assignment.name))
    state = state_of(db, assignment, config)
    values = {"assignment": assignment.name, "state": state, "released": json.dumps(released)}
    db.execute(insert(SAVED).values(values))


def state_of(db: Session, assignment: Assignment, config: Config) -> str:
    """Hash what decides how an assignment is saved, and how it lies in the database."""
    given = {name: values for name, values in config.items() if values}  # others are only asked for
    settings = json.dumps(given, sort_keys=True, default=repr)
    texts = [each.text for each in assignment.books]
    held = [course_lib.__version__, nbgrader_version, texts, settings]
    held += rows_of(db, assignment.name)
    return hashlib.sha256(json.dumps(held, default=str).encode()).hexdigest()


def rows_of(db: Session, name: str) -> Iterator[list[Any]]:
    """Give every row that the database has of an assignment's notebooks and their cells."""
    booked = select(Notebook.id).where(Notebook.assignment.has(BookedAssignment.name == name))
    notebooks = list(db.scalars(booked))
    for kind in (Notebook, GradeCell, SolutionCell, TaskCell, SourceCell):
        columns = [column.key for table in inspect(kind).tables for column in table.columns]
        place = kind.id if kind is Notebook else kind.notebook_id
        for row in db.scalars(select(kind).where(place.in_(notebooks)).order_by(kind.id)):
            yield [kind.__name__, *(getattr(row, column) for column in columns)]
