"""
What goes back into an assignment of Moodle: a grading worksheet, and feedback files in an archive.

*Upload grading worksheet* asks for the columns "Identifier", "Grade" and "Last modified (grade)",
ignores others, and takes a grade only if Moodle's own is not newer (moodle/moodle,
``mod/assign/feedback/offline/importgradeslib.php``). *Upload multiple feedback files in a zip*
finds the participant by the number in the folder's name, after the first underscore
(``mod/assign/feedback/file/importziplib.php``).
"""

import io
import logging
import zipfile
from collections.abc import Mapping
from pathlib import Path

from course_lib.grading.results.export import graded, named, rows_of, unread_allowed
from course_lib.grading.results.gradebook import Book, read_entries
from course_lib.grading.results.layouts import Row, table
from course_lib.grading.roster import Roster, read_roster
from course_lib.grading.worksheet import (
    GRADE,
    KEPT,
    MAY_CHANGE,
    MODIFIED,
    MOST,
    Participant,
    read_participants,
)

LOG = logging.getLogger(__name__)


def grading_worksheet(name: str, root: Path, worksheet: Path, provisional: bool = False) -> str:
    """
    Fill grades into Moodle's worksheet of an assignment.

    Lines without a grade are left out, and columns that the upload does not need: comments stay
    as they are in Moodle.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.
    worksheet : Path
        The worksheet, or the archive of the submissions, as downloaded from Moodle.
    provisional : bool
        Write grades although answers are still to be read; a column says so.

    Returns
    -------
    str
        CSV text.

    Raises
    ------
    ValueError
        If the file is none of the two, or its most points are not those of the assignment.
    RuntimeError
        As `export_grades` raises it.
    """
    found = rows_of(root, name)
    marked = unread_allowed(name, found, provisional)
    scores = {row["student"]: row for row in graded(found)}
    participants = matched(root, worksheet, set(scores))
    columns = [c for c in KEPT if any(c in each.row for each in participants.values())]
    columns = list(dict.fromkeys([*columns, GRADE, MODIFIED]))
    lines = []
    for student, participant in participants.items():
        if student not in scores:
            continue
        expect_most(participant, scores[student], worksheet)
        line = participant.row | {GRADE: scores[student]["score"]}
        lines.append([line.get(column, "") for column in columns])
        if marked:
            lines[-1].append("yes" if scores[student]["needs_manual_grade"] else "")
    return table([*columns, *(["Provisional"] if marked else [])], lines)


def matched(root: Path, worksheet: Path, students: set[str]) -> dict[str, Participant]:
    """Find the participant for each student; say who is not found, in either direction."""
    roster = read_roster(root) or Roster(Book(root).people())
    claims: dict[str, list[Participant]] = {}
    for participant in read_participants(worksheet):
        student, reason = participant.find(roster)
        if student:
            claims.setdefault(student, []).append(participant)
        else:
            LOG.warning("left out: participant %s: %s", participant.number, reason)
    found = {student: the_one(student, each, roster, worksheet) for student, each in claims.items()}
    if lost := sorted(students - found.keys()):
        LOG.warning("graded, but no participant in %s: %s", worksheet.name, named(lost))
    if locked := sorted(s for s, each in found.items() if each.row.get(MAY_CHANGE) == "No"):
        LOG.warning("left out, Moodle does not let their grades change: %s", named(locked))
    return {s: each for s, each in found.items() if s not in locked}


def the_one(
    student: str, claims: list[Participant], roster: Roster, worksheet: Path
) -> Participant:
    """Choose among participants who seem to be one student: the one with the address."""
    if len(claims) == 1:
        return claims[0]
    sure = [each for each in claims if roster.meant_by(each.email, "email") == {student}]
    if len(sure) != 1:
        numbers = " and ".join(each.number for each in claims)
        raise ValueError(
            f"{worksheet}: participants {numbers} both seem to be {student}: give the email "
            "address of each in students.csv, as Moodle has it"
        )
    others = [each.number for each in claims if each is not sure[0]]
    LOG.warning("left out, of the same name as %s: participant %s", student, ", ".join(others))
    return sure[0]


def expect_most(participant: Participant, row: Row, worksheet: Path) -> None:
    """Raise `ValueError` if Moodle counts an assignment by other points."""
    text = participant.row.get(MOST, "")
    try:
        most = float(text.replace(",", "."))
    except ValueError:
        return
    if most != row["max_score"]:
        raise ValueError(
            f"{worksheet}: Moodle gives up to {most:g} points, the gradebook up to "
            f"{row['max_score']:g}. Set the maximum grade in the settings of Moodle's assignment "
            f"to {row['max_score']:g} and download the worksheet again"
        )


def feedback_archive(name: str, root: Path, worksheet: Path) -> bytes:
    """
    Pack the pages of feedback for Moodle.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory; `course feedback` has written the pages.
    worksheet : Path
        The worksheet, or the archive of the submissions, as downloaded from Moodle.

    Returns
    -------
    bytes
        A zip archive with a folder a student.

    Raises
    ------
    ValueError
        If a page is missing, or the file is none of the two.
    """
    pages = feedback_pages(name, root)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for student, participant in matched(root, worksheet, set(pages)).items():
            if student in pages:
                folder = f"Participant_{participant.number}_assignsubmission_file_"
                archive.write(pages[student], f"{folder}/{name}.html")
    return packed.getvalue()


def feedback_pages(name: str, root: Path) -> Mapping[str, Path]:
    """Give the page of each student who was graded."""
    pages = {s: root / "feedback" / s / name / f"{name}.html" for s in read_entries(root, name)}
    lost = sorted(student for student, page in pages.items() if not page.is_file())
    if lost or not pages:
        raise ValueError(
            f"there is no page of feedback for {named(lost) or 'anybody'}: run "
            f"`course feedback {name}` first"
        )
    return pages
