"""
The gradebook follows a source whose cells were changed after submissions had arrived.

nbgrader refuses to add or remove cells then. Here points and comments that people gave stay where
they are, by grade_id; those for a cell that is gone are set aside and come back with the cell.
"""

import json
from collections.abc import Callable
from typing import Any

from nbformat.notebooknode import NotebookNode
from nbgrader.api import (
    BaseCell,
    Comment,
    Grade,
    GradeCell,
    MissingEntry,
    Notebook,
    SolutionCell,
    SourceCell,
    TaskCell,
)
from nbgrader.preprocessors import SaveCells
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from course_lib.grading.record import cell_key
from course_lib.grading.results.tables import ASIDE

Kept = dict[tuple[str, str], dict[str, Any]]  # by student and grade_id


class SaveChangedCells(SaveCells):
    """
    Records the source's cells, also others than submissions were graded with.

    Parameters
    ----------
    before : callable
        What to do, in the same transaction, before anything changes.
    **settings : object
        As for any preprocessor.
    """

    def __init__(self, before: Callable[[Session], None], **settings: Any) -> None:
        super().__init__(**settings)
        self.before = before
        self.told = ""

    def _create_notebook(self, nb: NotebookNode) -> None:
        """Bring the notebook's cells to those of the source, then let nbgrader fill them in."""
        try:
            notebook = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        except MissingEntry:
            notebook = None
        if notebook is not None and notebook.submissions:
            wanted = {
                GradeCell: self.new_grade_cells,
                SolutionCell: self.new_solution_cells,
                TaskCell: self.new_task_cells,
                SourceCell: self.new_source_cells,
            }
            with self.gradebook.db.no_autoflush:
                self.told = self.refit(notebook, wanted)
            self.gradebook.db.commit()
        super()._create_notebook(nb)

    def refit(self, notebook: Notebook, wanted: dict[type, dict[str, Any]]) -> str:
        """Add and remove cells, without committing; say what was done."""
        present = {kind: {cell.name: cell for cell in cells_of(notebook, kind)} for kind in wanted}
        gone = [c for kind in wanted for n, c in present[kind].items() if n not in wanted[kind]]
        come = [(kind, n) for kind in wanted for n in wanted[kind] if n not in present[kind]]
        if not gone and not come:
            return ""
        db = self.gradebook.db
        self.before(db)
        kept = read_aside(db, notebook.assignment_id)
        count = sum(set_aside(db, cell, kept) for cell in gone)
        db.flush()
        back = sum(add(db, notebook, kind, name, wanted[kind][name], kept) for kind, name in come)
        write_aside(db, notebook.assignment_id, kept)
        names = {name for kind, name in come}, {cell.name for cell in gone}
        whole = [sorted(found - others) for found, others in (names, names[::-1])]
        parts = [
            f"{verb} {', '.join(listed)}"
            for verb, listed in zip(("added", "removed"), whole, strict=True)
            if listed
        ]
        return (
            f"{notebook.assignment.name}: cells changed after submissions had arrived "
            f"({'; '.join(parts) or 'other kinds of cells'}). Points by hand, comments and the due "
            f"date were kept by grade_id; set aside for removed cells, until they come back: "
            f"{count}; brought back: {back}"
        )


def cells_of(notebook: Notebook, kind: type) -> list[Any]:
    """List a notebook's cells of one kind."""
    if kind is SourceCell:
        return list(notebook.source_cells)
    return [cell for cell in notebook._base_cells if type(cell) is kind]


def set_aside(db: Session, cell: BaseCell | SourceCell, kept: Kept) -> int:
    """Remove a cell; keep what people gave for it, and count that."""
    count = 0
    if not isinstance(cell, SourceCell):
        for kind in (Grade, Comment):
            for row in db.scalars(select(kind).where(kind.cell_id == cell.id)):
                given = by_person(row)
                if given:
                    kept.setdefault((row.notebook.student.id, key_of(cell)), {}).update(given)
                    count += 1
                db.delete(row)
        db.flush()
    db.delete(cell)
    return count


def key_of(cell: BaseCell) -> str:
    """Name a cell among all of its assignment."""
    notebook: Any = cell.notebook
    return cell_key(
        None if notebook.name == notebook.assignment.name else notebook.name, str(cell.name)
    )


def by_person(row: Grade | Comment) -> dict[str, Any]:
    """Give what a person entered."""
    names = ("manual_score", "extra_credit") if isinstance(row, Grade) else ("manual_comment",)
    given = {name: getattr(row, name) for name in names}
    return {name: value for name, value in given.items() if value is not None}


def add(
    db: Session, notebook: Notebook, kind: type, name: str, info: dict[str, Any], kept: Kept
) -> int:
    """Add a cell, to all submissions too; give back what was set aside for it, and count that."""
    cell = kind(name=name, notebook=notebook, **info)
    db.add(cell)
    if kind is SourceCell:
        return 0
    db.flush()
    count = 0
    for submission in notebook.submissions:
        given = kept.get((submission.student.id, key_of(cell)), {})
        rows: list[Any] = []
        if kind in (GradeCell, TaskCell):
            rows.append(Grade(cell_id=cell.id, notebook=submission, auto_score=0.0))
            # Whether it is for the text of today is seen when the grading is written.
            rows[0].needs_manual_grade = "manual_score" in given
        if kind in (SolutionCell, TaskCell):
            rows.append(Comment(cell_id=cell.id, notebook=submission))
        for row in rows:
            db.add(row)
            for field in set(given).intersection(row.__table__.columns.keys()):
                setattr(row, field, given.pop(field))
                count += 1
    return count


def read_aside(db: Session, assignment_id: str) -> Kept:
    """Read what was set aside."""
    rows = db.execute(select(ASIDE).where(ASIDE.c.assignment_id == assignment_id))
    return {(row.student, row.cell): json.loads(row.kept) for row in rows}


def write_aside(db: Session, assignment_id: str, kept: Kept) -> None:
    """Write what is set aside now."""
    db.execute(delete(ASIDE).where(ASIDE.c.assignment_id == assignment_id))
    for (student, cell), given in kept.items():
        if given:
            values = {"student": student, "cell": cell, "kept": json.dumps(given)}
            db.execute(insert(ASIDE).values(assignment_id=assignment_id, **values))
