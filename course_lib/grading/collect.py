"""
Put what came in from a platform where ``course grade`` looks for it.

Whose a file is follows from its path:

- Moodle's archive: ``Ada Lovelace_1023411_assignsubmission_file_/relu.ipynb``, in old versions
  without a folder (moodle/moodle, ``mod/assign/feedback/file/importziplib.php``);
- Canvas's archive: ``lovelaceada_LATE_123_456_relu-1.ipynb``, with the numbers of user and file
  and, in the name, that of the resubmission (instructure/canvas-lms, ``lib/content_zipper.rb``);
- nbgrader's exchange: ``ada+relu+2026-01-31 12:00:00 UTC+SECRET/relu.ipynb``
  (``nbgrader.exchange.default.collect``);
- any other archive or folder: ``ada.ipynb``, ``ada/relu.ipynb``, ``ada_relu.ipynb``.

The roster says whom a number, a name or an address means. A file that may belong to two students,
or to nobody, is named and not placed.
"""

import contextlib
import datetime
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from nbgrader.utils import parse_utc

from course_lib.grading.examine.finder import NBGRADERS, RefusedSubmission, close_name, read_file
from course_lib.grading.files import write_whole
from course_lib.grading.ids import id_fault, printable
from course_lib.grading.incoming import MAX_BYTES, Incoming, name_fault, opened
from course_lib.grading.results.exchange import SECRET_FILE
from course_lib.grading.results.times import FILE as TIME_FILE
from course_lib.grading.results.times import submitted_at
from course_lib.grading.roster import Roster, read_roster
from course_lib.grading.worksheet import FOLDER, Participant, find, read_participants

CANVAS = re.compile(
    r"(?P<name>.*?)(?P<late>_LATE)?_(?P<user>\d{1,18})_(?P<file>\d{1,18})_(?P<rest>.+)"
)
# At the end nbgrader writes base64 for addresses, which has "-" and "_".
EXCHANGE = re.compile(r"(?P<student>.+)\+(?P<assignment>[^+]+)\+(?P<time>\d{4}-[^+]*)(?:\+[^+]*)?")
AGAIN = re.compile(r"-(\d{1,4})(?=\.[^.]*$)")  # Canvas adds it to a file that is handed in again
What = Literal["new", "newer", "dated", "same", "older"]


@dataclass(frozen=True)
class Handed:
    """
    One file of somebody's submission.

    Parameters
    ----------
    item : Incoming
        The file.
    name : str
        Its name as the student gave it.
    group : str
        The submission: files that have the same are one.
    number : str
        The platform's number of the student; empty if there is none.
    words : tuple of str
        Names and ids that may be the student's.
    time : datetime or None
        When it was handed in, in UTC.
    order : tuple of int
        Which of two files of one name is the later one.
    late : bool
        Whether the platform calls it late.
    lasting : bool
        Whether the number is the student's in all assignments.
    """

    item: Incoming
    name: str
    group: str
    number: str = ""
    words: tuple[str, ...] = ()
    time: datetime.datetime | None = None
    order: tuple[int, ...] = ()
    late: bool = False
    lasting: bool = True


@dataclass
class Placed:
    """
    A student's submission.

    Parameters
    ----------
    student : str
        The id.
    what : str
        "new"; "newer" than what lies there, which it replaces; "dated": the same, with a time that
        was not known or is earlier; the "same"; or "older", which is left where it is.
    path : str
        Where it was in the source.
    time : datetime or None
        When it was handed in, in UTC, if that is known.
    late : bool
        Whether the platform calls it late.
    left_out : list of str
        Other files of the same submission.
    """

    student: str
    what: What
    path: str
    time: datetime.datetime | None
    late: bool = False
    left_out: list[str] = field(default_factory=list)


@dataclass
class Collected:
    """
    What came of a collection.

    Parameters
    ----------
    placed : list of Placed
        By student.
    unplaced : list of tuple
        Path and reason, for each file or submission that was not placed.
    absent : list of str
        Students on the roster of whom nothing is in the source.
    owners : dict
        By student, the account that the files in nbgrader's exchange belong to.
    """

    placed: list[Placed] = field(default_factory=list)
    unplaced: list[tuple[str, str]] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)

    def foreign(self) -> list[str]:
        """
        Name submissions that another account put into the exchange than the student's.

        Where all belong to one account, as in containers, that says nothing.
        """
        if len(set(self.owners.values())) < 2:
            return []
        return [
            f"{student}: handed in by the account {owner}"
            for student, owner in self.owners.items()
            if owner != student
        ]


def collect(
    name: str, source: Path, root: Path, dry_run: bool = False, worksheet: Path | None = None
) -> Collected:
    """
    Put submissions into ``submitted/STUDENT/NAME``, the newest of each student.

    Parameters
    ----------
    name : str
        The assignment.
    source : Path
        A zip archive or a folder, see above.
    root : Path
        The course directory.
    dry_run : bool
        Change nothing.
    worksheet : Path, optional
        Moodle's grading worksheet of the assignment: it knows email addresses and times.

    Returns
    -------
    Collected
        What was placed, and what was not.

    Raises
    ------
    ValueError
        If the source cannot be read, or is a platform's and there is no roster.
    """
    roster = read_roster(root)
    if (source / "inbound").is_dir():  # a course's folder of the exchange
        source /= "inbound"
    numbered = {}
    if worksheet is not None:
        numbered = {each.number: each for each in read_participants(worksheet)}
    result = Collected()
    with opened(source) as items:
        whole = [item for item in items if not item.fault]
        result.unplaced = [(item.path, item.fault) for item in items if item.fault]
        result.unplaced += odd_folders(whole)
        handed = [found for item in whole if (found := recognized(item, name))]
        if roster is None and any(each.number for each in handed):
            raise ValueError(
                "the platform's numbers say nothing of the ids here without students.csv: "
                "`course roster import FILE` makes it of the platform's list of the class"
            )
        mine = by_student(handed, roster, numbered, result)
        for student, submissions in sorted(mine.items()):
            chosen = newest(submissions, result)
            if chosen:
                place(name, root, student, chosen, numbered, dry_run, result)
    if roster is not None:
        result.absent = [student for student in roster if student not in mine]
    return result


def recognized(item: Incoming, name: str) -> Handed | None:
    """Tell whose a file may be; None if it is nobody's work, or of another assignment."""
    first, last = item.parts[0], item.parts[-1]
    for part in item.parts:
        if match := FOLDER.fullmatch(part):
            group = f"{match['name']}_{match['number']}"
            file, words = match["rest"] or last, (match["name"],)
            return Handed(item, file, group, match["number"], words, item.time, lasting=False)
    if len(item.parts) == 1:
        if last in NBGRADERS:
            return None
        if match := CANVAS.fullmatch(last):
            return from_canvas(item, match, name)
        stem, dot, ending = last.rpartition(".")
        word = without_assignment(stem or last, name)
        return Handed(item, f"{name}{dot}{ending}" if dot else name, last, "", (word,), item.time)
    if first.count("+") >= 2:
        return from_exchange(item, name)
    if len(item.parts) > 2 and item.parts[1] != name and last == f"{item.parts[1]}.ipynb":
        return None
    return Handed(item, last, first, "", (first,), item.time)


def without_assignment(stem: str, name: str) -> str:
    """Leave the student of the name of a file: `ada` of `ada`, of `ada_relu` and `relu-ada`."""
    escaped = re.escape(name)
    return re.sub(rf"(?i)[\s_+-]{escaped}(\s*\(\d+\))?$|^{escaped}[\s_+-]", "", stem)


def from_canvas(item: Incoming, match: re.Match[str], name: str) -> Handed:
    """Take apart the name that Canvas gives a file."""
    file, again = match["rest"], 0
    if (number := AGAIN.search(file)) and close_name(AGAIN.sub("", file), name):
        file, again = AGAIN.sub("", file), int(number[1])
    order = (again, int(match["file"]))
    user, late = match["user"], match["late"] is not None
    group, words = f"{match['name']}_{user}", (match["name"],)
    return Handed(item, file, group, user, words, item.time, order, late)


def from_exchange(item: Incoming, name: str) -> Handed | None:
    """Take apart the name of a folder in nbgrader's exchange; None if of another assignment."""
    match = EXCHANGE.fullmatch(item.parts[0])
    if match is None or match["assignment"] != name:
        return None
    time = None
    with contextlib.suppress(ValueError, OverflowError):
        time = parse_utc(match["time"]).replace(tzinfo=datetime.UTC)
    return Handed(item, item.parts[-1], item.parts[0], "", (match["student"],), time)


def odd_folders(items: list[Incoming]) -> Iterator[tuple[str, str]]:
    """Name folders that look like those of nbgrader's exchange, and cannot be read."""
    for first in dict.fromkeys(item.parts[0] for item in items if len(item.parts) > 1):
        if first.count("+") >= 2 and not (EXCHANGE.fullmatch(first) or FOLDER.fullmatch(first)):
            yield first, "is not called STUDENT+ASSIGNMENT+TIME, as in nbgrader's exchange"


def by_student(
    handed: list[Handed],
    roster: Roster | None,
    numbered: dict[str, Participant],
    result: Collected,
) -> dict[str, dict[str, list[Handed]]]:
    """Sort files by student, then by submission; note those whose student is not clear."""
    groups: dict[str, list[Handed]] = {}
    for each in handed:
        groups.setdefault(each.group, []).append(each)
    found: dict[str, dict[str, list[Handed]]] = {}
    for group, files in groups.items():
        student, reason = whose(files[0], roster, numbered)
        if reason:
            result.unplaced.append((place_of(files), reason))
        else:
            found.setdefault(student, {})[group] = files
    for student, submissions in list(found.items()):
        numbers = {files[0].number for files in submissions.values()} - {""}
        if len(numbers) > 1:  # two people, of whom one is not on the roster
            reason = f"{' and '.join(sorted(numbers))} both seem to be {student}"
            result.unplaced += [(place_of(files), reason) for files in submissions.values()]
            del found[student]
    return found


def place_of(files: list[Handed]) -> str:
    """Name a submission by its files, or by their folder."""
    if len(files) == 1:
        return files[0].item.path
    return "/".join(files[0].item.parts[:-1]) or files[0].item.path


def whose(file: Handed, roster: Roster | None, numbered: dict[str, Participant]) -> tuple[str, str]:
    """Give the id of the student whose file this is, or the reason why that is not clear."""
    if roster is None:
        (word,) = file.words
        fault = id_fault(word)
        return ("", f"the id {printable(word)!r} {fault}") if fault else (word, "")
    if participant := numbered.get(file.number):
        return participant.find(roster)
    if not file.lasting:
        return find(roster, file.number, *file.words)
    return roster.find(file.number, *file.words)


def newest(submissions: dict[str, list[Handed]], result: Collected) -> list[Handed]:
    """Choose the newest of a student's submissions."""
    if len(submissions) == 1:
        return next(iter(submissions.values()))
    dated = {time: files for files in submissions.values() if (time := latest(files))}
    if len(dated) == len(submissions):
        return dated[max(dated)]
    reason = "is one of several of the same student, and no time says which is the newest"
    result.unplaced += [(place_of(files), reason) for files in submissions.values()]
    return []


def latest(files: Iterable[Handed]) -> datetime.datetime | None:
    """Give the latest time of a submission's files, if there is any."""
    return max((file.time for file in files if file.time), default=None)


def chosen_files(files: list[Handed], name: str) -> dict[str, Handed]:
    """
    Choose what of a submission is graded.

    Returns
    -------
    dict
        By the name that the file gets: the one notebook as NAME.ipynb, the last of several of
        that name; else all of them, among which `course grade` looks for the one that is meant.
    """
    work = [file for file in files if file.name not in NBGRADERS]
    notebooks = [file for file in work if file.name.lower().endswith(".ipynb")]
    close = [file for file in notebooks if close_name(file.name, name)]
    if close:
        beginning = datetime.datetime.min.replace(tzinfo=datetime.UTC)
        return {f"{name}.ipynb": max(close, key=lambda f: (f.time or beginning, f.order))}
    if len(notebooks) == 1:
        return {f"{name}.ipynb": notebooks[0]}
    return {file.name: file for file in work}


def place(
    name: str,
    root: Path,
    student: str,
    files: list[Handed],
    numbered: dict[str, Participant],
    dry_run: bool,
    result: Collected,
) -> None:
    """Put a submission where it belongs, unless the same or a newer one is there."""
    chosen = chosen_files(files, name)
    participant = numbered.get(files[0].number)
    time = (participant and participant.handed_in) or latest(chosen.values())
    try:
        content = {file: handed.item.read() for file, handed in chosen.items()}
        if not content:
            raise RefusedSubmission("holds nothing that may be graded")
        if any(name_fault((file,)) or file.startswith(".") for file in content):
            raise RefusedSubmission("has a name that no file should have")
        folder = root / "submitted" / student / name
        what = compared(folder, content, time)
        if what in ("new", "newer", "dated") and not dry_run:
            extra = [f for f in files if f.name == SECRET_FILE and f.item.parts[0] == f.group]
            write(folder, content | {f.name: f.item.read() for f in extra}, time)
    except RefusedSubmission as reason:
        result.unplaced.append((place_of(list(chosen.values()) or files), str(reason)))
        return
    left_out = [f.item.path for f in files if f not in chosen.values() and f.name not in NBGRADERS]
    late = any(file.late for file in files)
    if files[0].item.owner and files[0].group.count("+") >= 2:
        result.owners[student] = files[0].item.owner
    result.placed.append(
        Placed(student, what, place_of(list(chosen.values())), time, late, left_out)
    )


def compared(folder: Path, content: dict[str, bytes], time: datetime.datetime | None) -> What:
    """
    Compare a submission with what lies in its folder.

    What holds the same came when the first of both came, whatever a platform says of the second.
    """
    for place in (folder.parent.parent, folder.parent, folder):
        if place.is_symlink() or (os.path.lexists(place) and not place.is_dir()):
            raise RefusedSubmission(f"cannot be placed: {place} is a link or a file, not a folder")
    if not folder.is_dir():
        return "new"
    moment, _ = submitted_at(folder)
    there = moment and moment.replace(tzinfo=datetime.UTC)
    earlier = time is not None and there is not None and time < there
    if dict(held(folder)) == content:
        return "dated" if earlier or (time and not there) else "same"
    return "older" if earlier else "newer"


def held(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give what a folder holds of a student's work."""
    for path in sorted(folder.iterdir()):
        if path.name not in NBGRADERS:
            try:
                yield path.name, read_file(path, MAX_BYTES)
            except RefusedSubmission:
                yield path.name, b""


def write(folder: Path, content: dict[str, bytes], time: datetime.datetime | None) -> None:
    """Write a submission in place of an earlier one: all of it, or nothing."""
    draft = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    for file, data in content.items():
        write_whole(draft / file, data)
    if time is not None:
        write_whole(draft / TIME_FILE, f"{time:%Y-%m-%d %H:%M:%S.%f} UTC".encode())
    if folder.is_dir():
        shutil.rmtree(folder)
    draft.replace(folder)
