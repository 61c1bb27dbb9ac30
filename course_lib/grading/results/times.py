"""When something was handed in, by the file that nbgrader's exchange leaves; and how late."""

import datetime
import os
import re
from pathlib import Path

import dateutil.parser

from course_lib.grading.examine.submission import RefusedSubmission, read_file

FILE = "timestamp.txt"
UNREADABLE = (
    f"{FILE} cannot be read as a time: nobody knows if this is late, and nbgrader's own pages may "
    "fail; correct or remove it"
)
MAX_BYTES = 200
# A date with its year, and what may follow it. The name of a time zone is looked up as a file.
TIME = re.compile(r"(?=.*\d{4})(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9 ,.:+_/-]*", re.ASCII)
# nbgrader takes an offset that stands apart for a number of seconds.
OFFSET = re.compile(r" ([+-]\d\d:?\d\d)$", re.ASCII)


def submitted_at(folder: Path) -> tuple[datetime.datetime | None, str]:
    """
    Read the time of submission.

    Parameters
    ----------
    folder : Path
        ``submitted/STUDENT/NAME``; the file may hold anything.

    Returns
    -------
    datetime or None, str
        In UTC without time zone, as nbgrader stores it; and what is wrong with the file.
    """
    if not os.path.lexists(folder / FILE):
        return None, ""
    from nbgrader.utils import parse_utc  # which takes as long to import as all the rest

    try:
        text = read_file(folder / FILE, MAX_BYTES).decode().strip()
        if not TIME.fullmatch(text) or any(part.startswith("/") for part in text.split()):
            raise ValueError("no date with a year")
        text = OFFSET.sub(r"\1", text)
        if not is_whole_date(text):
            raise ValueError("no whole date")
        moment = parse_utc(text)
        if not 1970 <= moment.year <= 9000:
            raise ValueError("not a date of this age")
        return moment, ""
    except RefusedSubmission as refused:
        return None, f"{UNREADABLE} ({refused})"
    except Exception:  # a student wrote it, and two libraries read it
        return None, f"{UNREADABLE} (expected a whole date, such as 2026-01-31 23:59:00 UTC)"


def is_whole_date(text: str) -> bool:
    """Tell whether nothing of a date is filled in from the day on which it is read."""
    parts = text.split(" ")
    bare = " ".join(parts[:2]) if len(parts) == 3 else text  # nbgrader reads a third as the zone
    days = [datetime.datetime(2001, 1, 1), datetime.datetime(2002, 2, 2)]
    first, second = (dateutil.parser.parse(bare, default=day, ignoretz=True) for day in days)
    return first == second


def span(seconds: float) -> str:
    """Say in words how long, by its two largest units."""
    units = (("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1))
    left, parts = int(seconds), []
    for unit, size in units:
        count, left = divmod(left, size)
        if count:
            parts.append(f"{count} {unit}{'s' if count > 1 else ''}")
    return " ".join(parts[:2]) or "less than a second"
