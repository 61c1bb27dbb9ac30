"""Remove all that the course directory holds of one person."""

import html
import re
import shutil
from dataclasses import replace
from pathlib import Path

from course_lib.grading.ids import shown
from course_lib.grading.journal import FOLDER, Journal, identity
from course_lib.grading.record import Record
from course_lib.grading.results.gradebook import Book
from course_lib.grading.roster import FILE, remove_from_roster

FOLDERS = ("submitted", "autograded", "feedback")
ERASED = "an erased student"


def erase(student: str, root: Path) -> list[str]:
    """
    Remove a student's files, grades and journal lines, wherever they are in the course.

    Stopped at any moment, the same call goes on where it was.

    Parameters
    ----------
    student : str
        The id.
    root : Path
        The course directory.

    Returns
    -------
    list of str
        What was removed, one line each.

    Raises
    ------
    ValueError
        If nothing is known of such a student.
    RuntimeError
        If an assignment is being graded, or a journal is damaged.
    """
    if "/" in student or "\0" in student or student in ("", ".", ".."):
        raise ValueError(f"{shown(student)!r} is no student's id")
    # The files first: what lies in submitted/ would be graded again by the next run.
    told = [*remove_folders(student, root)]
    if remove_from_roster(student, root):
        told.append(f"{FILE}: the line")
    changed: dict[str, str] = {}
    for path in sorted((root / FOLDER).glob("*.jsonl")):
        told += erase_lines(student, root, path.stem, changed)
    told += remove_reports(student, root)
    book = Book(root)
    if book.exists():
        book.rename(changed)
        if book.erase(student):
            told.append("gradebook: the student with all grades and comments")
    if not told:
        raise ValueError(f"nothing is known of a student {shown(student)!r}")
    return told


def remove_folders(student: str, root: Path) -> list[str]:
    """Remove what was handed in, graded and given back."""
    told = []
    for name in FOLDERS:
        path = root / name / student
        if path.is_symlink() or path.is_file():
            path.unlink()
        elif path.is_dir():
            shutil.rmtree(path)
        else:
            continue
        told.append(f"{name}/{shown(student)}")
    return told


def erase_lines(student: str, root: Path, name: str, changed: dict[str, str]) -> list[str]:
    """Write a journal anew without a student; note in `changed` which identities are others now."""
    with Journal.open(root, name) as journal:
        keep = [entry for entry in journal.entries if entry["record"].student != student]
        gone = len(journal.entries) - len(keep)
        mentions = 0
        for entry in keep:
            record = without_mention(student, entry["record"])
            if record != entry["record"]:
                mentions += 1
                before, entry["record"] = identity(entry), record
                changed[before] = identity(entry)
        if gone or mentions:
            journal.erase(keep)
    told = [f"journal of {name}: {gone} lines"] if gone else []
    if mentions:
        told.append(f"journal of {name}: the name in {mentions} lines of others")
    return told


def without_mention(student: str, record: Record) -> Record:
    """Take a name out of the flags that tell whose numbers somebody's answers fit."""
    name = re.compile(rf"(\bthe numbers of (?:.*, )?){re.escape(student)}(?=, |$)")
    return replace(record, flags=[name.sub(rf"\g<1>{ERASED}", flag) for flag in record.flags])


def remove_reports(student: str, root: Path) -> list[str]:
    """Remove the reports that name a student; ``course report`` writes them without."""
    told = []
    names = [student.encode(), html.escape(student).encode()]
    for path in sorted((root / "reports").glob("*.*")):
        if path.is_file() and any(name in path.read_bytes() for name in names):
            path.unlink()
            told.append(f"reports/{path.name} (`course report {path.stem}` writes it anew)")
    return told
