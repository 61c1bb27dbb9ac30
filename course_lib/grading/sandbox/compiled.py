"""The compiled checks of the student's edition, kept from run to run."""

import hashlib
import sys

import numpy as np

from course_lib._chapters import CODE, COURSE
from course_lib.checks.author.student_edition import chapters, compiled_files
from course_lib.grading.sandbox.cache import kept


def compiled() -> dict[str, str]:
    """
    Give what the student's edition has under ``checks/data``.

    Returns
    -------
    dict of str to str
        File name to text; compiled anew when a source that it depends on has changed.
    """
    return kept("checks", digest(), lambda: compiled_files(chapters()))


def digest() -> str:
    """Hash all that the compiled checks depend on: sources, slips, and what computes them."""
    found = hashlib.sha256(f"{sys.version} {np.__version__} {COURSE.text()}".encode())
    for folder in CODE:
        for path in sorted(folder.rglob("*")):
            place = path.relative_to(folder)
            if path.suffix in (".py", ".json") and place.parts[0] not in ("grading", "publishing"):
                found.update(f"{place}\0".encode() + path.read_bytes())
    return found.hexdigest()
