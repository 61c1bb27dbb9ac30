"""
Whose submission is being judged, and whether the answers by hand fit that student's numbers.

``course grade`` and ``nbgrader autograde`` name student, class and seed with `judged_as`. Where a
notebook runs by itself, as under stock nbgrader, the id is the folder: ``submitted/STUDENT/NAME``
or ``autograded/STUDENT/NAME``. The solved notebook under ``solutions`` is judged by the numbers of
the sample id.

A student may not know the id under which the work is collected: a learning platform often names
folders by a number of its own. So the rule is

1. Answers are judged by the numbers of the folder's id.
2. If the notebook names another id, as a plain text, and that is neither the sample id nor the
   id of anybody else in the class, the notebook is given the numbers of that id, which are those
   that the student saw, and answers that fit them are right as well. A flag says so.
3. In all other cases the notebook is given the numbers of the folder's id, whatever it asks for,
   and answers that fit the numbers of a member of the class are wrong, with a flag.

What rule 2 cannot see in one submission, several that name one id, is told of the class: see
`course_lib.grading.examine.class_notes`.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

from course_lib.checks.failure import failed
from course_lib.checks.model import Plain
from course_lib.checks.personal import SAMPLE_ID, Personal, draw, spelled_alike
from course_lib.checks.plain import number

SUBMISSIONS = ("submitted", "autograded")


@dataclass(frozen=True)
class Sitting:
    """
    The student whose submission is judged, and what decides the hidden cases.

    Parameters
    ----------
    student : str
        Name of the folder.
    classmates : tuple of str
        The ids of the whole class.
    named : str
        The id that the notebook names; empty if it names none.
    seed : int or None
        Of the hidden cases; None if nobody chose one.
    flags : list of str
        What the instructor should know of answers that were right, and of the id.
    """

    student: str
    classmates: tuple[str, ...] = ()
    named: str = ""
    seed: int | None = None
    flags: list[str] = field(default_factory=list, compare=False)

    def __post_init__(self) -> None:
        if self.copied:
            self.flags.append(f"STUDENT_ID names {self.named!r}, who is somebody else in the class")

    @property
    def foreign(self) -> str:
        """The id that the notebook names, if it is nobody else's in the class; else empty."""
        named = spelled_alike(self.named)
        others = map(spelled_alike, (self.student, SAMPLE_ID, *self.classmates))
        return "" if not named or named in others else self.named

    @property
    def copied(self) -> str:
        """The id that the notebook names, if it is somebody else's in the class; else empty."""
        named = spelled_alike(self.named)
        others = {spelled_alike(mate) for mate in self.classmates} - {spelled_alike(self.student)}
        return self.named if named in others else ""


# Not an argument of `check`: the instructor's cells and helpers import it by themselves, and call
# it as a student's notebook does, with the name of an exercise and a function.
_present: ContextVar[Sitting | None] = ContextVar("sitting", default=None)


@contextmanager
def judged_as(sitting: Sitting) -> Iterator[None]:
    """
    Let hidden checks judge answers as this student's.

    Parameters
    ----------
    sitting : Sitting
        The student, the class and the seed; gets the flags of what is judged.
    """
    token = _present.set(sitting)
    try:
        yield
    finally:
        _present.reset(token)


def seed_here() -> int | None:
    """Give the seed of the submission that is judged; None if there is none, or none was chosen."""
    here = _present.get()
    return None if here is None else here.seed


def present(folder: Path | None = None) -> Sitting:
    """
    Tell whose submission is judged: the one of `judged_as`, else by the folder.

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
    if here := _present.get():
        return here
    parts = (folder or Path.cwd()).resolve().parts
    if len(parts) > 3 and parts[-3] in SUBMISSIONS:
        return Sitting(parts[-2])
    if len(parts) > 2 and parts[-2] == "solutions":
        return Sitting(SAMPLE_ID)
    raise LookupError(
        "Whose numbers? Answers by hand are judged in submitted/STUDENT/NAME, "
        "autograded/STUDENT/NAME or solutions/NAME."
    )


def judge(personal: Personal, answers: Mapping[str, Plain], here: Sitting) -> None:
    """
    Judge answers of the right form by the numbers of a student.

    Parameters
    ----------
    personal : Personal
        The exercise.
    answers : mapping
        What the student found.
    here : Sitting
        The student; gets a flag if the answers fit the id that the notebook names.

    Raises
    ------
    CheckFailed
        If a value is wrong. Its `flag`, for the instructor alone, names the members of
        the class whose numbers all answers fit.
    """
    task = personal.task
    wrong = wrong_answers(personal, answers, here.student)
    if not wrong:
        return
    if here.foreign and not wrong_answers(personal, answers, here.foreign):
        here.flags.append(
            f"{task.name}: worked with the numbers of {here.foreign!r}, "
            f"the folder is {here.student!r}"
        )
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
    whose = here.foreign or here.student
    hint = f"Your numbers are those of the id {whose!r}: is STUDENT_ID spelled so?"
    raise failed(task.name, wrong[0], text, hint, flag=flag, closed=True)


def wrong_answers(personal: Personal, answers: Mapping[str, Plain], student: str) -> list[str]:
    """List the answers that do not fit the numbers of a student."""
    right = personal.answers(draw(personal.task, student))
    return [
        key
        for key, asked in personal.task.asked.items()
        if not abs(number(answers[key]) - right[key]) <= asked.tolerance
    ]
