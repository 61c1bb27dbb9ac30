"""Whose submission is being judged, and whether the answers by hand fit that student's numbers.

The id never comes from the notebook. ``course grade`` and ``nbgrader autograde`` name the
student and the class with `sitting`. Where a notebook runs by itself, as under stock nbgrader,
the id is the folder: ``submitted/STUDENT/NAME`` or ``autograded/STUDENT/NAME``. The solved
notebook under ``solutions`` is judged by the numbers of the sample id.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from course_lib.checks.by_hand import failed, number
from course_lib.checks.model import Plain
from course_lib.checks.personal import SAMPLE_ID, Personal, draw

SUBMISSIONS = ("submitted", "autograded")


@dataclass(frozen=True)
class Sitting:
    """The student whose submission is judged, and the ids of the whole class."""

    student: str
    classmates: tuple[str, ...] = ()


_present: list[Sitting] = []


@contextmanager
def sitting(student: str, classmates: tuple[str, ...] = ()) -> Iterator[None]:
    """
    Judge answers by hand as this student's.

    Parameters
    ----------
    student : str
        Name of the folder that was handed in.
    classmates : tuple of str
        Every id of the class, to recognize somebody else's numbers.
    """
    _present.append(Sitting(student, classmates))
    try:
        yield
    finally:
        _present.pop()


def present(folder: Path | None = None) -> Sitting:
    """
    Tell whose submission is judged: the one named by `sitting`, else by the folder.

    Parameters
    ----------
    folder : Path, optional
        Where the notebook lies; the current directory if not given.

    Returns
    -------
    Sitting
        The student, and the class where it is known.

    Raises
    ------
    LookupError
        If nothing tells.
    """
    if _present:
        return _present[-1]
    parts = (folder or Path.cwd()).resolve().parts
    if len(parts) > 3 and parts[-3] in SUBMISSIONS:
        return Sitting(parts[-2])
    if len(parts) > 2 and parts[-2] == "solutions":
        return Sitting(SAMPLE_ID)
    raise LookupError(
        "Whose numbers? Answers by hand are judged in submitted/STUDENT/NAME, "
        "autograded/STUDENT/NAME or solutions/NAME."
    )


def judge(personal: Personal, answers: Mapping[str, Plain]) -> None:
    """
    Judge answers of the right form by the numbers of the student who is present.

    Parameters
    ----------
    personal : Personal
        The exercise.
    answers : mapping
        What the student found.

    Raises
    ------
    CheckFailed
        If a value is wrong. Its `flag`, for the instructor alone, names the members of
        the class whose numbers all answers fit.
    """
    here, task = present(), personal.task
    wrong = wrong_answers(personal, answers, here.student)
    if not wrong:
        return
    if not wrong_answers(personal, answers, SAMPLE_ID):
        text = f"these are the answers for {SAMPLE_ID!r}, not for your own numbers"
        hint = f"Put your id, {here.student!r}, into STUDENT_ID and work with your numbers."
        raise failed(task.name, wrong[0], text, hint, diagnosis="student-id-not-set", closed=True)
    others = [
        mate
        for mate in here.classmates
        if mate != here.student and not wrong_answers(personal, answers, mate)
    ]
    flag = f"the answers fit the numbers of {', '.join(others)}" if others else ""
    text = f"{wrong[0]!r}, {task.asked[wrong[0]].words}, does not fit your numbers"
    hint = f"Your numbers are those of the id {here.student!r}: is STUDENT_ID spelled so?"
    raise failed(task.name, wrong[0], text, hint, flag=flag, closed=True)


def wrong_answers(personal: Personal, answers: Mapping[str, Plain], student: str) -> list[str]:
    """List the answers that do not fit the numbers of a student."""
    right = personal.answers(draw(personal.task, student))
    return [
        key
        for key, asked in personal.task.asked.items()
        if not abs(number(answers[key]) - right[key]) <= asked.tolerance
    ]
