"""Grades as files that other systems import, read from nbgrader's gradebook."""

import csv
import io
from pathlib import Path
from typing import Any

from course_lib.grading.ids import printable
from course_lib.grading.journal import FOLDER, read_journal
from course_lib.grading.results.gradebook import Book, is_set_up

Row = dict[str, Any]
NO_GRADE = "-"
MOST_NAMED = 20
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def export_grades(layout: str, root: Path) -> str:
    """
    Write all grades of the course in one of three layouts.

    Parameters
    ----------
    layout : str
        "csv" (one line a student and assignment, with points by hand and penalty), "canvas"
        or "moodle" (one line a student, one column an assignment).
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
    writers = {"csv": plain, "canvas": canvas, "moodle": moodle}
    if layout not in writers:
        raise ValueError(f"layout must be one of {', '.join(writers)}, got {layout!r}")
    compare(root)
    return writers[layout](rows(root))


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
    if (book.root / "solutions" / name / f"{name}.ipynb").is_file():
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


def plain(found: list[Row]) -> str:
    """Write one line a student and assignment."""
    names = list(found[0]) if found else ["assignment", "student", "score", "max_score"]
    return table(names, [[row[name] for name in names] for row in found])


def by_student(found: list[Row]) -> dict[str, dict[str, Row]]:
    """Sort rows by student, then by assignment."""
    students: dict[str, dict[str, Row]] = {}
    for row in found:
        students.setdefault(row["student"], {})[row["assignment"]] = row
    return students


def assignments(found: list[Row]) -> dict[str, float]:
    """Give the most points of each assignment."""
    return {row["assignment"]: row["max_score"] for row in found}


def canvas(found: list[Row]) -> str:
    """
    Write the layout of Canvas's gradebook.

    Canvas takes the first five columns by position and name, and a second line that begins with
    "Points Possible". It finds a student by "ID" (nbgrader's ``lms_user_id``, where it is known),
    else by either SIS column, which hold the name of the student's folder; and it offers to
    add the assignments that it does not know by title.

    Parameters
    ----------
    found : list of dict
        From `rows`.

    Returns
    -------
    str
        CSV text.
    """
    most = assignments(found)
    fixed = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    lines: list[list[Any]] = [["    Points Possible", "", "", "", "", *most.values()]]
    for student, theirs in by_student(found).items():
        person = next(iter(theirs.values()))
        name = f"{person['last_name']}, {person['first_name']}".strip(", ") or student
        scores = [theirs[each]["score"] if each in theirs else "" for each in most]
        lines.append([name, person["lms_user_id"], student, student, "", *scores])
    return table([*fixed, *most], lines)


def moodle(found: list[Row]) -> str:
    """
    Write a table for Moodle's grade import, where the instructor says what each column is.

    "username" holds the name of the student's folder, which may be mapped to Moodle's user name
    or ID number; the email address serves too. A dash is Moodle's sign for no grade: an empty
    cell would erase one.

    Parameters
    ----------
    found : list of dict
        From `rows`.

    Returns
    -------
    str
        CSV text.
    """
    most = assignments(found)
    lines = []
    for student, theirs in by_student(found).items():
        person = next(iter(theirs.values()))
        scores = [theirs[each]["score"] if each in theirs else NO_GRADE for each in most]
        lines.append([student, person["email"], *scores])
    return table(["username", "email", *most], lines)


def table(header: list[str], lines: list[list[Any]]) -> str:
    """Write CSV with one kind of line end."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([[inert(value) for value in line] for line in [header, *lines]])
    return text.getvalue()


def inert(value: Any) -> Any:
    """Keep a spreadsheet from running a text as a formula; write a number as short as it is."""
    if isinstance(value, str) and value.startswith(FORMULA) and value != NO_GRADE:
        return f"'{value}"
    return f"{value:.10g}" if isinstance(value, float) else value
