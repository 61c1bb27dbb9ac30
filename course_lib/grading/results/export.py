"""Grades as files that other systems import, read from nbgrader's gradebook."""

import logging
from collections.abc import Iterator
from pathlib import Path

from nbgrader.api import Assignment

from course_lib.grading.examine.assignment import assignment_names
from course_lib.grading.ids import printable
from course_lib.grading.journal import FOLDER, read_journal
from course_lib.grading.results.account import Account, accounts
from course_lib.grading.results.gradebook import Book, is_set_up
from course_lib.grading.results.layouts import LAYOUTS, Row
from course_lib.grading.roster import Person, read_roster

LOG = logging.getLogger(__name__)
MOST_NAMED = 20
PROVISIONAL = " (provisional)"


def export_grades(
    layout: str,
    root: Path,
    assignment: str | None = None,
    title: str | None = None,
    provisional: bool = False,
) -> str:
    """
    Write the grades of the course, or of one assignment, in one layout.

    "csv" has everybody on the roster. The layouts that a platform imports leave out who has no
    grade, because an empty cell would erase one that is there already.

    Parameters
    ----------
    layout : str
        One of `LAYOUTS`.
    root : Path
        The course directory.
    assignment : str, optional
        The assignment; all if not given.
    title : str, optional
        What the other system calls the assignment.
    provisional : bool
        Write grades although answers are still to be read; the title says so.

    Returns
    -------
    str
        CSV text. Cells that a spreadsheet would run as a formula are quoted.

    Raises
    ------
    RuntimeError
        If the gradebook is not what the journal says, of any student in any assignment that is
        exported; or if answers are still to be read in the one assignment that is.
    """
    if layout not in LAYOUTS:
        raise ValueError(f"layout must be one of {', '.join(LAYOUTS)}, got {layout!r}")
    found = rows_of(root, assignment)
    if layout == "csv":
        return LAYOUTS[layout](titled(found, title))
    if assignment is None:
        warn_of_unread(found)
        warn_of_gaps(found)
    else:
        marked = unread_allowed(assignment, found, provisional)
        title = f"{title or assignment}{PROVISIONAL}" if marked else title
    return LAYOUTS[layout](titled(graded(found), title))


def rows_of(root: Path, assignment: str | None) -> list[Row]:
    """Read what is exported, after a comparison with the journal."""
    compare(root, assignment)
    found = rows(root, assignment)
    if assignment is not None and not found:
        raise ValueError(
            f"nothing to export: the gradebook has no grades of {assignment!r}. "
            f"`course grade {assignment}` writes them"
        )
    return found


def titled(found: list[Row], title: str | None) -> list[Row]:
    """Call the assignment as the other system does."""
    return [row | {"assignment": title} for row in found] if title else found


def graded(found: list[Row]) -> list[Row]:
    """Leave out who has no grade, and say so."""
    have = [row for row in found if row["score"] is not None]
    those = {row["student"] for row in have}
    none = sorted({row["student"] for row in found} - those)
    if none:
        LOG.warning(
            "without a grade, and left out, so that no grade elsewhere is erased: %s", named(none)
        )
    return have


def named(students: list[str]) -> str:
    """List students, the first few by id."""
    more = len(students) - MOST_NAMED
    listed = ", ".join(map(printable, students[:MOST_NAMED]))
    return f"{listed} and {more} more" if more > 0 else listed


def unread(found: list[Row]) -> list[str]:
    """List who has an answer that a person still has to read."""
    return sorted({row["student"] for row in found if row["needs_manual_grade"]})


def unread_allowed(assignment: str, found: list[Row], provisional: bool) -> bool:
    """Tell whether grades are provisional; raise if they are and may not be."""
    waiting = unread(found)
    if waiting and not provisional:
        raise RuntimeError(
            f"nothing is exported: answers in {assignment} are still to be read, of "
            f"{named(waiting)}. Read them in the formgrader, or export what there is with "
            "--provisional"
        )
    return bool(waiting)


def warn_of_unread(found: list[Row]) -> None:
    """Say whose grades are not the last word, where the file has no place to."""
    if waiting := unread(found):
        LOG.warning(
            "provisional: answers of %d students are still to be read (%s)",
            len(waiting), named(waiting),
        )  # fmt: skip


def warn_of_gaps(found: list[Row]) -> None:
    """Say that a table of several assignments may erase grades elsewhere."""
    have = {(row["student"], row["assignment"]) for row in found if row["score"] is not None}
    students, names = {student for student, _ in have}, {name for _, name in have}
    if len(have) < len(students) * len(names):
        LOG.warning(
            "some students have no grade in some assignments. Where the other system has one, "
            "the empty cell would erase it: `--assignment NAME` writes a file without such cells"
        )


def compare(root: Path, only: str | None = None) -> None:
    """Raise `RuntimeError` if the gradebook lacks what was graded, or says something else."""
    told = []
    book = Book(root)
    for path in sorted((root / FOLDER).glob("*.jsonl")):
        name = path.stem
        if only not in (None, name):
            continue
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


def rows(root: Path, only: str | None = None) -> list[Row]:
    """Read the grades of the class from the gradebook: one row a student and assignment."""
    book, roster = Book(root), read_roster(root)
    with book.open() as opened:
        most = {each.name: each.max_score for each in opened.db.query(Assignment)}
    people = {person.id: person for person in book.people()}
    if roster is not None:
        people = {
            student: people.get(student, person).with_news(person)
            for student, person in roster.people.items()
        }
    found = [
        row
        for name in sorted(most)
        if only in (None, name)
        for row in of_assignment(name, most[name], accounts(name, root), people, roster is not None)
    ]
    return sorted(found, key=lambda row: (row["student"], row["assignment"]))


def of_assignment(
    name: str, most: float, known: dict[str, Account], people: dict[str, Person], everybody: bool
) -> Iterator[Row]:
    """Give a row for each student of an assignment who has a grade, or for everybody."""
    for student, person in people.items():
        account = known.get(student)
        if account is None and not everybody:
            continue
        late = account.late.total_seconds() if account and account.late else 0.0
        yield {
            "assignment": name,
            "student": student,
            "last_name": person.last_name,
            "first_name": person.first_name,
            "email": person.email,
            "lms_user_id": person.lms_id,
            "score": account.total if account else None,
            "max_score": most,
            "late_penalty": account.penalty if account else None,
            "needs_manual_grade": account.waits if account else None,
            "late_seconds": late if account else None,
            "extra_credit": float(sum(row.extra for row in account.rows)) if account else None,
        }
