"""
The two files by which nbgrader's exchange knows whose a submission is.

``nbgrader release_feedback`` looks for them beside a page of feedback: the time, which the student
sees, and a secret that only the student and the instructor have, from which the page gets its name
in the exchange. They go from ``submitted/`` to ``autograded/`` when something is graded, and from
there to ``feedback/``: a page is given back under the submission that it is about.
"""

import re
import secrets
from pathlib import Path

from course_lib.grading.examine.submission import RefusedSubmission, read_file
from course_lib.grading.files import write_whole
from course_lib.grading.results.times import FILE as TIME_FILE
from course_lib.grading.results.times import submitted_at

SECRET_FILE = "submission_secret.txt"
SECRET = re.compile(rb"[\w-]{16,512}", re.ASCII)
# nbgrader stops the release for the whole class at a page without a secret. Nobody has this one.
UNSENT = b"not-by-the-exchange-"


def carry(source: Path, target: Path) -> None:
    """
    Keep the time and the secret of a submission with what was made of it.

    Parameters
    ----------
    source : Path
        ``submitted/STUDENT/NAME`` or ``autograded/STUDENT/NAME``; the files may hold anything.
    target : Path
        ``autograded/STUDENT/NAME`` or ``feedback/STUDENT/NAME``. Work that came another way gets
        a secret that no student has, and an empty time if none is known.
    """
    moment, _ = submitted_at(source)
    time = f"{moment:%Y-%m-%d %H:%M:%S.%f} UTC".encode() if moment else b""
    kept = secret_in(target)
    if not (secret := secret_in(source)):
        made_up = UNSENT + secrets.token_hex(64).encode()
        secret = kept if kept.startswith(UNSENT) else made_up
    if held(target / TIME_FILE) != time:
        write_whole(target / TIME_FILE, time)
    if secret != kept:
        write_whole(target / SECRET_FILE, secret)


def secret_in(folder: Path) -> bytes:
    """Read a submission's secret; empty if there is none that nbgrader would write."""
    secret = held(folder / SECRET_FILE) or b""
    return secret if SECRET.fullmatch(secret) else b""


def held(path: Path) -> bytes | None:
    """Read a small file; None if there is none that may be read."""
    try:
        return read_file(path, 1000)
    except (OSError, RefusedSubmission):
        return None
