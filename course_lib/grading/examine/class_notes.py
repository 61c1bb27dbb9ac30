"""What a class shows and no single submission does."""

from collections.abc import Iterable, Iterator
from typing import Any

from course_lib.checks.personal import spelled_alike
from course_lib.grading.examine.outputs import clean_text

MANY = 3


def class_notes(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """
    Say what the records of one assignment show together.

    Parameters
    ----------
    records : iterable of dict
        As ``course grade --json`` prints them, unchanged ones too.

    Yields
    ------
    str
        A line each: many students whose id is not their folder's name, and one id in two folders.
    """
    named = {
        record["student"]: record["worked_as"] for record in records if record.get("worked_as")
    }
    if len(named) >= MANY:
        yield (
            f"{len(named)} students gave an id that is not the name of their folder, and were "
            "judged by the numbers of that id: does the class know other ids than the folders have?"
        )
    folders: dict[str, list[str]] = {}
    for student, given in named.items():
        folders.setdefault(spelled_alike(given), []).append(student)
    for given, students in sorted(folders.items()):
        if len(students) > 1:
            listed = clean_text(", ".join(sorted(students)), 300)
            yield f"one id, {clean_text(given, 100)!r}, in {len(students)} folders: {listed}"
