"""Checks of the exercises by hand: the form for the student, the values for the examiner."""

import math
import os
from collections.abc import Mapping

from course_lib.checks import registry
from course_lib.checks.advice import advice_on
from course_lib.checks.compare import kind_of
from course_lib.checks.failure import CheckFailed, failed
from course_lib.checks.messages import not_written_text, wrong_call_text
from course_lib.checks.model import Plain, case
from course_lib.checks.personal import SAMPLE_ID, Asked, Task, draw
from course_lib.checks.plain import Function, number
from course_lib.checks.run import not_written, run_cases

SITTING_ID = "FOLDER_ID"  # set by the grader: whose numbers are given, whatever is asked
Problem = tuple[str, str]  # the quantity, and what is wrong with it
OTHER_FORM = ("", "your answers have not the form that the check above asks for")


def my_numbers(name: str, student_id: str) -> dict[str, float]:
    """
    Print the numbers of a student for an exercise by hand, and return them.

    Where a submission is graded, they are those of the student whom it belongs to.

    Parameters
    ----------
    name : str
        Name of the exercise, such as ``"forward_by_hand"``.
    student_id : str
        The student's id, as the instructor knows it.

    Returns
    -------
    dict of str to float
        The numbers, the same at every call.

    Raises
    ------
    LookupError
        If there is no such exercise.
    ValueError
        If the id is no text, or empty.
    """
    student_id = os.environ.get(SITTING_ID) or student_id
    if not isinstance(student_id, str) or not student_id.strip():
        raise ValueError(f"STUDENT_ID must be your id in quotes, got {student_id!r}.")
    if (task := registry.task(name)) is None:
        raise registry.unknown(name)
    numbers = draw(task, student_id)
    print(f"The numbers of {student_id.strip()!r}: {task.text.format_map(numbers)}")
    for key, asked in task.asked.items():
        print(f'  "{key}": {asked.words}, {precision(asked)}')
    if student_id.strip() == SAMPLE_ID:
        print("Nobody has these numbers: put your own id into STUDENT_ID and run this again.")
    return numbers


def precision(asked: Asked) -> str:
    """Say how exactly a number is asked."""
    return f"to {asked.decimals} decimals" if asked.decimals else "a whole number"


def check_by_hand(name: str, function: Function, hidden: bool = False) -> None:
    """
    Check the answers of an exercise by hand.

    Parameters
    ----------
    name : str
        Name of the exercise.
    function : callable
        The student's function, or a stub for it; it returns the dict of answers.
    hidden : bool, default=False
        Judge the values, for the student whose submission this is. Else only the form.

    Raises
    ------
    CheckFailed
        If something is wrong; the message says what, and never the right value.
    """
    if (task := registry.task(name)) is None:
        raise registry.unknown(name)
    answers = answers_of(name, function, hidden)
    if problem := form_problem(task, answers):
        raise failed(name, *(OTHER_FORM if hidden else problem), closed=hidden)
    if not hidden:
        print(
            f"{name}: the form is right: {len(task.asked)} numbers of plausible size. "
            "Whether they are the right ones is judged when you hand in."
        )
        return
    from course_lib.checks.sitting import judge, present

    judge(registry.personals(task.chapter)[name], answers, present())
    print(f"{name}: all {len(task.asked)} numbers are right.")


def answers_of(name: str, function: Function, quiet: bool) -> Plain:
    """Call the student's function and give what it returns as plain data."""
    if not callable(function):
        text = wrong_call_text(name, type(function).__name__)
        raise CheckFailed(text, exercise=name, closed=True)
    (outcome,) = run_cases([case("your numbers")], function, quiet=quiet)
    if not_written(outcome):
        raise CheckFailed(not_written_text(name), exercise=name, closed=True)
    if quiet and (outcome.error or outcome.refusal):
        raise failed(name, *OTHER_FORM, closed=True)
    if outcome.error:
        text = f"your function stops with {outcome.error.kind}: {outcome.error.text}"
        text = f"{text}\n  Your {outcome.error.where}".removesuffix("\n  Your ")
        raise failed(name, "", text, advice_on(outcome.error))
    if outcome.refusal:
        raise failed(name, "", f"what your function returns {outcome.refusal}")
    return outcome.values[0][1]


def form_problem(task: Task, answers: Plain) -> Problem | None:
    """Find what is wrong with the form of the answers: keys, type, size; None if it is right."""
    if answers is None:
        return "", "your function returns None: did you forget `return`?"
    if not isinstance(answers, Mapping):
        return "", f"your answers are {kind_of(answers)}, expected a dict of {len(task.asked)}"
    for key, asked in task.asked.items():
        if key not in answers:
            return key, f"the dict has no key {key!r} ({asked.words})"
        if problem := number_problem(asked, number(answers[key])):
            return key, f"{key!r}, {asked.words}, {problem}"
    return None


def number_problem(asked: Asked, value: Plain) -> str:
    """Say what is wrong with the form of one answer; empty if it is right."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return f"is {kind_of(value)}, expected one number"
    if not math.isfinite(value):
        return f"is {value}, expected a finite number"
    if not asked.low <= value <= asked.high:
        return f"is {value:g}; with these numbers it lies between {asked.low:g} and {asked.high:g}"
    if not asked.decimals and value != round(value):
        return f"is {value:g}, expected a whole number"
    return ""
