"""
What Moodle calls its participants in one assignment: numbers that the class never sees.

They stand in the grading worksheet (*Download grading worksheet*) and in the names of the folders
of the submissions' archive (*Download all submissions*). Moodle gives each participant another
number in each assignment, so the file has to be the one of the assignment.
Sources: moodle/moodle, ``mod/assign/feedback/offline/importgradeslib.php`` and
``mod/assign/feedback/file/importziplib.php``.
"""

import datetime
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

import dateutil.parser

from course_lib.grading.incoming import opened
from course_lib.grading.roster import Roster
from course_lib.grading.tables import read_table

FOLDER = re.compile(r"(?P<name>.+?)_(?P<number>\d{1,18})_assignsubmission_[a-z]+(?:_(?P<rest>.*))?")
PARTICIPANT = re.compile(r"\D*(\d{1,18})")
ANONYMOUS = "Participant"  # what folders are called where names are hidden
IDENTIFIER, GRADE, MODIFIED = "Identifier", "Grade", "Last modified (grade)"
NEEDED = (IDENTIFIER, GRADE, MODIFIED)
MOST, MAY_CHANGE = "Maximum grade", "Grade can be changed"
# What is given back; comments and typed text are not, so that they stay as they are in Moodle.
KEPT = (IDENTIFIER, "Full name", "Email address", "Status", GRADE, MOST, MAY_CHANGE, MODIFIED)


@dataclass(frozen=True)
class Participant:
    """
    One participant of an assignment.

    Parameters
    ----------
    number : str
        Moodle's number.
    name, email : str
        Empty where the file does not tell.
    row : dict
        The line of the worksheet.
    """

    number: str
    name: str
    email: str
    row: dict[str, str]

    def find(self, roster: Roster) -> tuple[str, str]:
        """Give the student's id, or a reason why nobody is meant."""
        more = [self.row.get("Username", ""), self.row.get("ID number", "")]
        return find(roster, self.number, *more, self.email, self.name)

    @property
    def handed_in(self) -> datetime.datetime | None:
        """When the work came, in UTC; Moodle writes no time zone, this machine's is taken."""
        text = self.row.get("Last modified (submission)", "")
        try:
            return dateutil.parser.parse(text).astimezone(datetime.UTC) if text else None
        except (ValueError, OverflowError):
            return None


def find(roster: Roster, number: str, *words: str) -> tuple[str, str]:
    """Find a student by Moodle's number in an assignment, which is no number of the student's."""
    return roster.find(number, *(word for word in words if word != ANONYMOUS), lasting=False)


def read_participants(path: Path) -> list[Participant]:
    """
    Read a grading worksheet, or the names of the folders of the submissions' archive.

    Parameters
    ----------
    path : Path
        What was downloaded.

    Returns
    -------
    list of Participant
        In the order of the file.

    Raises
    ------
    ValueError
        If it is neither.
    """
    if path.is_file() and zipfile.is_zipfile(path):
        return in_archive(path)
    rows = read_table(path)
    if missing := [name for name in NEEDED if rows and name not in rows[0]]:
        raise ValueError(
            f"{path} has no column {missing[0]!r}; expected Moodle's grading worksheet in English, "
            "or the archive of the submissions"
        )
    found = []
    for row in rows:
        number = PARTICIPANT.fullmatch(row[IDENTIFIER])
        if number is None:
            raise ValueError(f"{path}: {row[IDENTIFIER]!r} is no identifier of a participant")
        name, email = row.get("Full name", ""), row.get("Email address", "")
        found.append(Participant(number[1], name, email, row))
    return found


def in_archive(path: Path) -> list[Participant]:
    """Read the names of an archive's folders."""
    found: dict[str, Participant] = {}
    with opened(path) as items:
        for item in items:
            for part in item.parts:
                if match := FOLDER.fullmatch(part):
                    number, name = match["number"], match["name"]
                    row = {IDENTIFIER: f"Participant {number}", "Full name": name}
                    found[number] = Participant(number, name, "", row | {MODIFIED: "-"})
    if not found:
        raise ValueError(
            f"{path} holds no folder named as Moodle names them: NAME_NUMBER_assignsubmission_file"
        )
    return list(found.values())
