"""What a class shows and no single submission does."""

from collections.abc import Iterable, Iterator

from course_lib.checks.personal import spelled_alike
from course_lib.grading.examine.outputs import clean_text
from course_lib.grading.record import Record

MANY = 3


def class_notes(records: Iterable[Record]) -> Iterator[str]:
    """
    Say what the records of one assignment show together.

    Parameters
    ----------
    records : iterable of Record
        Those of a run, unchanged ones too.

    Yields
    ------
    str
        A line each: many students whose id is not their folder's name, and one id in two folders.
    """
    named = {record.student: record.worked_as for record in records if record.worked_as}
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
