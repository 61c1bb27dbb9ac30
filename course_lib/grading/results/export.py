"""Grades as files that other systems import, read from nbgrader's gradebook."""

from pathlib import Path

from course_lib.grading.examine.assignment import assignment_names
from course_lib.grading.ids import printable
from course_lib.grading.journal import FOLDER, read_journal
from course_lib.grading.results.gradebook import Book, is_set_up
from course_lib.grading.results.layouts import LAYOUTS, Row

MOST_NAMED = 20


def export_grades(layout: str, root: Path) -> str:
    """
    Write all grades of the course in one layout.

    Parameters
    ----------
    layout : str
        One of `LAYOUTS`.
    root : Path
        The course directory.

    Returns
    -------
    str
        CSV text. Cells that a spreadsheet would run as a formula are quoted.

    Raises
    ------
    RuntimeError
        If the gradebook is not what the journal says, of any student in any assignment.
    """
    if layout not in LAYOUTS:
        raise ValueError(f"layout must be one of {', '.join(LAYOUTS)}, got {layout!r}")
    compare(root)
    return LAYOUTS[layout](rows(root))


def compare(root: Path) -> None:
    """Raise `RuntimeError` if the gradebook lacks what was graded, or says something else."""
    told = []
    book = Book(root)
    for path in sorted((root / FOLDER).glob("*.jsonl")):
        name = path.stem
        latest = read_journal(root, name).latest()
        if not latest or not belongs(book, name):
            continue
        found = sorted(book.differences(name, latest).items())
        told += [f"{name}: {printable(student)} {text}" for student, text in found[:MOST_NAMED]]
        if len(found) > MOST_NAMED:
            told.append(f"{name}: and {len(found) - MOST_NAMED} more")
        if found:
            told.append(f"Run `course grade {name}`, then export again.")
    if told:
        raise RuntimeError("\n".join(["nothing is exported: gradebook and journal differ", *told]))


def belongs(book: Book, name: str) -> bool:
    """Tell whether an assignment is part of the course still: in the gradebook or by its source."""
    if name in assignment_names(book.root):
        return True
    with book.open() as opened:
        return is_set_up(opened, name)


def rows(root: Path) -> list[Row]:
    """Read every submission from the gradebook."""
    found = []
    with Book(root).open() as book:
        for assignment in sorted(book.assignments, key=lambda each: each.name):
            for submission in assignment.submissions:
                student = submission.student
                found.append(
                    {
                        "assignment": assignment.name,
                        "student": student.id,
                        "last_name": student.last_name or "",
                        "first_name": student.first_name or "",
                        "email": student.email or "",
                        "lms_user_id": student.lms_user_id or "",
                        "score": max(0.0, submission.score - submission.late_submission_penalty),
                        "max_score": assignment.max_score,
                        "late_penalty": submission.late_submission_penalty,
                        "needs_manual_grade": submission.needs_manual_grade,
                    }
                )
    return sorted(found, key=lambda row: (row["student"], row["assignment"]))
