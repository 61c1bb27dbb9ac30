"""The layouts of ``course export``: each turns rows of the gradebook into a file's text.

Nothing that takes time is imported here, so that the command line can list the layouts at once.
"""

import csv
import io
from typing import Any

from course_lib.grading.tables import NO_GRADE, inert

Row = dict[str, Any]


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
        One a student and assignment.

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
        One a student and assignment.

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


LAYOUTS = {"csv": plain, "canvas": canvas, "moodle": moodle}
"""What ``--format`` takes."""
