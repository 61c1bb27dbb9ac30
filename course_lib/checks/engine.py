"""Checks a student's function and says what is wrong in words a student can act on."""

import contextlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from course_lib.checks import grader, registry
from course_lib.checks.by_hand import check_by_hand
from course_lib.checks.circumstances import find_circumstance
from course_lib.checks.compare import Difference, compare_outcomes
from course_lib.checks.facts import find_fact
from course_lib.checks.failure import CheckFailed
from course_lib.checks.follow import Known, called_by
from course_lib.checks.messages import (
    closed_quantity,
    failure_text,
    hint_for,
    not_written_text,
    passed_text,
    replaced_note,
    with_earlier,
    wrong_call_text,
)
from course_lib.checks.model import Case, Diagnosis, KnownMistake, Outcome, Plain, Sheet
from course_lib.checks.plain import Function, parts_of
from course_lib.checks.reading import OTHER_ORDER, is_order_note
from course_lib.checks.relations import find_relation
from course_lib.checks.run import not_written, run_cases
from course_lib.checks.slips import find_slip
from course_lib.checks.unwritten import begun, open_note, partly_written_text, written_part
from course_lib.checks.watch import watched


def check(
    name: str, function: Function, hidden: bool = False, seed: int | str | None = None
) -> None:
    """
    Check a function or class against the cases of an exercise.

    Parameters
    ----------
    name : str
        Name of the exercise, such as ``"bce_grad"``.
    function : callable
        The student's function or class, or a stub for it.
    hidden : bool, default=False
        Use freshly drawn cases instead of the visible ones. Needs the instructor's edition.
    seed : int or str, optional
        Of the hidden cases; else that of the run of the grader, else the environment variable
        ``COURSE_SEED``, else fresh.

    Raises
    ------
    CheckFailed
        If the function is wrong; the message says how.
    """
    if registry.task(name):
        with watched(name):
            check_by_hand(name, function, hidden)
        return
    if not registry.is_instructor_edition() and (problem := grader.too_new(function)):
        raise CheckFailed(problem, exercise=name)
    sheet = registry.sheet(name, hidden, seed)
    with watched(name):
        failure, hints = examine(sheet, function)
    if failure:
        raise failure
    print(passed_text(sheet, [] if hidden else hints))


def examine(sheet: Sheet, function: Function) -> tuple[CheckFailed | None, list[str]]:
    """
    Run every case of a sheet on a function and judge it.

    Parameters
    ----------
    sheet : Sheet
        The exercise, made ready.
    function : callable
        The student's function or class.

    Returns
    -------
    failure : CheckFailed or None
        What is wrong, or None.
    hints : list of str
        Warnings and harmless oddities.
    """
    if not callable(function):
        text = wrong_call_text(sheet.name, type(function).__name__)
        return CheckFailed(text, exercise=sheet.name, closed=True), []
    outcomes = run_cases(sheet.cases, function, sheet.parameters, quiet=sheet.hidden)
    failure, hints = judge(sheet, outcomes)
    return follow_through(sheet, function, failure, hints) if failure else (None, hints)


def follow_through(
    sheet: Sheet, function: Function, failure: CheckFailed, hints: list[str]
) -> tuple[CheckFailed | None, list[str]]:
    """Judge a wrong answer again, with right functions in place of the earlier ones it calls."""
    called = called_by(function, registry.earlier(sheet))
    calls = sheet.calls() if called else {}
    right = {name: Known(calls[name]) for name in called if name in calls}
    still: CheckFailed | None = failure
    others = hints
    with contextlib.redirect_stdout(io.StringIO()):  # it was printed the first time
        if right:
            run = run_cases(sheet.cases, function, sheet.parameters, sheet.hidden, right)
            still, others = judge(sheet, run)
        if sheet.hidden:  # which functions it calls is the student's choice: no word of it
            return (failure, hints) if still else (None, others)
        wrong = [name for name, own in called.items() if not is_right(name, own)]
    if still:
        return with_earlier(failure, wrong), hints
    return None, [replaced_note(wrong, list(right)), *others]


def is_right(name: str, function: Function | None) -> bool:
    """Tell whether a function of the notebook passes its own visible check."""
    return function is not None and examine(registry.sheet(name), function)[0] is None


def judge(sheet: Sheet, outcomes: Sequence[Outcome]) -> tuple[CheckFailed | None, list[str]]:
    """Judge what the cases showed: what is wrong, or None, and hints."""
    name = sheet.name
    open_cases = [k for k, outcome in enumerate(outcomes) if not_written(outcome)]
    values = [value for outcome in outcomes for value in outcome.values]
    if open_cases and (sheet.hidden or sheet.parameters or not values):
        label = sheet.cases[open_cases[0]].label
        return CheckFailed(not_written_text(name), exercise=name, case=label, closed=True), []
    hints = [hint for outcome in outcomes for hint in outcome.warnings]
    differences = compare_all(sheet, outcomes, hints)
    if open_cases:
        differences = written_part(outcomes, differences)
        if not any(differences):
            return CheckFailed(partly_written_text(name, outcomes), exercise=name), []
        hints, outcomes = [open_note(outcomes)], begun(outcomes)
    if any(differences):
        return failed(sheet, outcomes, differences, hints), hints
    return None, hints


def compare_all(
    sheet: Sheet, outcomes: Sequence[Outcome], hints: list[str]
) -> list[Difference | None]:
    """Compare every outcome with the right one."""
    differences = []
    for case, expected, got in zip(sheet.cases, sheet.expected, outcomes, strict=True):
        of_type: list[str] = []
        tolerance = case.tolerance or sheet.tolerance
        differences.append(compare_outcomes(expected, got, tolerance, of_type))
        # Where whole numbers were given, whole numbers are a fine result.
        hints += [] if holds_integers([step.args for step in case.steps]) else of_type
    return differences


def holds_integers(value: Plain) -> bool:
    """Tell whether there is an array of integers in an argument."""
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "iu"
    if isinstance(value, Mapping):
        return any(map(holds_integers, value.values()))
    return isinstance(value, (list, tuple)) and any(map(holds_integers, value))


def failed(
    sheet: Sheet,
    outcomes: Sequence[Outcome],
    differences: Sequence[Difference | None],
    hints: Sequence[str],
) -> CheckFailed:
    """Make the exception for the first difference, with the diagnosis where there is one."""
    position = next(k for k, difference in enumerate(differences) if difference)
    difference, case = differences[position], sheet.cases[position]
    assert difference is not None
    notes = outcomes[0].notes
    if order := [note for note in notes if is_order_note(note)]:
        difference = replace(difference, advice=order[0], kind="" if sheet.hidden else OTHER_ORDER)
    mistake: Diagnosis | None = None
    if not order:
        mistake = diagnose(sheet, outcomes, differences)
        mistake = mistake or find_relation(sheet, outcomes, differences)
        mistake = mistake or find_slip(sheet, outcomes, differences)
        mistake = mistake or find_fact(sheet, outcomes, differences)
        mistake = mistake or find_circumstance(sheet, outcomes, differences)
    told = [*(note for note in notes if note not in order), *hints]
    text = failure_text(sheet, case, outcomes[position], difference, mistake, told)
    return CheckFailed(
        text,
        exercise=sheet.name,
        quantity=closed_quantity(difference.quantity) if sheet.hidden else difference.quantity,
        case=case.label,
        diagnosis=mistake.name if mistake else difference.kind.replace("error", "") or None,
        hint=hint_for(sheet, mistake, difference, outcomes[position]),
        closed=sheet.hidden,
    )


def diagnose(
    sheet: Sheet, outcomes: Sequence[Outcome], differences: Sequence[Difference | None]
) -> KnownMistake | None:
    """
    Name the one known mistake that gives the same outcome on every case.

    Parameters
    ----------
    sheet : Sheet
        The exercise.
    outcomes : sequence of Outcome
        The student's.
    differences : sequence of Difference or None
        Where they are wrong.

    Returns
    -------
    KnownMistake or None
        None if no mistake fits, if two fit, or if every wrong case merely
        stopped with an error: an error alone is no evidence.
    """
    wrong = [
        outcome for outcome, difference in zip(outcomes, differences, strict=True) if difference
    ]
    if all(outcome.error for outcome in wrong):
        return None
    fitting = [mistake for mistake in sheet.mistakes if fits(mistake, outcomes, sheet)]
    if not fitting and enough_besides(outcomes, differences):
        some = [None if is_broken_off(got) else got for got in outcomes]
        fitting = [mistake for mistake in sheet.mistakes if fits(mistake, some, sheet)]
    if not fitting and not sheet.parameters:
        begun = [to_first_wrong(sheet, k, got) for k, got in enumerate(outcomes)]
        fitting = [mistake for mistake in sheet.mistakes if fits(mistake, begun, sheet)]
    return fitting[0] if len(fitting) == 1 else None


def enough_besides(outcomes: Sequence[Outcome], differences: Sequence[Difference | None]) -> bool:
    """Tell whether an answer breaks off in some cases, and is wrong in value in two or more."""
    wrong = [got for got, difference in zip(outcomes, differences, strict=True) if difference]
    others = [got for got in wrong if not is_broken_off(got)]
    return 2 <= len(others) < len(wrong)


def is_broken_off(outcome: Outcome) -> bool:
    """Tell whether an outcome is an error, or holds a number that is not finite."""
    return bool(outcome.error) or not all(np.isfinite(array).all() for array in arrays_of(outcome))


def arrays_of(outcome: Outcome) -> list[np.ndarray]:
    """List the numbers and arrays of numbers in an outcome."""
    return [
        np.asarray(part, dtype=np.float64)
        for part in parts_of([value for _, value in outcome.values])
        if isinstance(part, (float, np.ndarray))
    ]


def to_first_wrong(sheet: Sheet, position: int, got: Outcome) -> Outcome:
    """Give what a script showed up to the first value that is wrong: what follows depends on it."""
    case, right = sheet.cases[position], sheet.expected[position]
    tolerance = case.tolerance or sheet.tolerance
    for k, (wanted, value) in enumerate(zip(right.values, got.values, strict=False)):
        if compare_outcomes(Outcome((wanted,)), Outcome((value,)), tolerance, []):
            return Outcome(got.values[: k + 1])
    return got


def fits(mistake: KnownMistake, outcomes: Sequence[Outcome | None], sheet: Sheet) -> bool:
    """Tell whether a mistake gives the student's outcome on every case of which there is one."""
    triples = zip(mistake.outcomes(), outcomes, sheet.cases, strict=True)
    return all(
        got is None or same_outcome(theirs, got, case, sheet) for theirs, got, case in triples
    )


def same_outcome(theirs: Outcome, got: Outcome, case: Case, sheet: Sheet) -> bool:
    """Tell whether two outcomes are alike: values, kind of error, refusal, changed arguments."""
    if (theirs.error is None) != (got.error is None):
        return False
    if theirs.error and got.error and theirs.error.kind != got.error.kind:
        return False
    if theirs.refusal != got.refusal or theirs.changed != got.changed:
        return False
    if len(theirs.values) < len(got.values):
        return False
    alike = Outcome(theirs.values[: len(got.values)]), Outcome(got.values)
    return compare_outcomes(*alike, case.tolerance or sheet.tolerance, []) is None
