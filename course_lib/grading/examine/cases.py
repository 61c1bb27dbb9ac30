"""
An exercise's cases on their way to the student process, and what they showed on the way back.

All cases of a question travel in one message and run there as they run in a notebook. What comes
back is as little trusted as a single value: it is taken apart and rebuilt here, the quantities are
those of the cases, and what an observer sees in the values it sees here.
"""

from collections.abc import Sequence
from typing import Any

from course_lib.checks.model import Case, Error, Outcome, Plain
from course_lib.checks.plain import RefusedError, plain
from course_lib.checks.run import argument_name, observed
from course_lib.grading.examine.outputs import clean_text

MAX_HINTS = 3
UNREADABLE = "is nothing that could be read"


def script_of(case: Case) -> list[tuple[Any, ...]]:
    """Give the steps of a case as plain data; what is right, and its label, stay here."""
    return [
        (step.do, step.object, step.name, step.key, list(step.args), dict(step.kwargs),
         step.quantity, step.iterate, step.keep)
        for step in case.steps
    ]  # fmt: skip


def outcomes_of(told: Any, cases: Sequence[Case], parameters: tuple[str, ...]) -> list[Outcome]:
    """
    Rebuild the outcomes that the student process tells.

    Parameters
    ----------
    told : object
        A list with an entry for each case that was run.
    cases : sequence of Case
        The cases.
    parameters : tuple of str
        Names of the function's parameters.

    Returns
    -------
    list of Outcome
        As long as `cases`, or shorter where a function is not written yet.

    Raises
    ------
    RefusedError
        If `told` is nothing of the kind.
    """
    if type(told) is not list or not 0 < len(told) <= len(cases):
        raise RefusedError(UNREADABLE)
    outcomes = [outcome_of(each, case, parameters) for each, case in zip(told, cases, strict=False)]
    error = outcomes[-1].error
    if len(told) < len(cases) and not (error and "NotImplementedError" in error.kinds):
        raise RefusedError(UNREADABLE)
    return outcomes


def outcome_of(told: Any, case: Case, parameters: tuple[str, ...]) -> Outcome:
    """Rebuild one outcome."""
    if type(told) is not tuple or list(map(type, told)) != [list, *WANTED]:
        raise RefusedError(UNREADABLE)
    given, error, refusal, changed, warnings, notes = told
    names = [step.quantity for step in case.steps if step.quantity]
    values: list[tuple[str, Plain]] = []
    try:
        for name, value in zip(names, given, strict=False):
            values.append((name, plain(value)))
        if case.observe and not error and not refusal:
            values = observed(case, values)
    except RefusedError as reason:
        refusal = str(reason)
    if len(given) != len(names) and not error and not refusal:
        raise RefusedError(UNREADABLE)
    return Outcome(
        () if case.observe and (error or refusal) else tuple(values),
        error_of(error),
        clean_text(refusal, 300),
        tuple(name for name in argument_names(case, parameters) if name in changed),
        texts(warnings),
        texts(notes),
    )


# error (empty if none), refusal, changed, warnings, notes
WANTED = (tuple, str, list, list, list)


def texts(told: list[Any]) -> tuple[str, ...]:
    """Give the first few texts of a list."""
    return tuple(clean_text(text, 500) for text in told[:MAX_HINTS] if type(text) is str)


def error_of(told: tuple[Any, ...]) -> Error | None:
    """Rebuild an exception's class names, text and line."""
    if not told:
        return None
    if list(map(type, told)) != [tuple, str, str]:
        raise RefusedError(UNREADABLE)
    kinds, text, where = told
    names = tuple(clean_text(name, 100) for name in kinds[:20] if type(name) is str) or ("Error",)
    return Error(names[0], names, clean_text(text, 200), clean_text(where, 300))


def argument_names(case: Case, parameters: tuple[str, ...]) -> list[str]:
    """List what the arguments of a case may be called in a message."""
    names = list(parameters)
    for step in case.steps:
        names += [argument_name(step, k) for k in range(len(step.args))] + list(step.kwargs)
    return list(dict.fromkeys(names))
