"""The sentences students read."""

import re
from collections.abc import Sequence

from course_lib._chapters import TITLES, address
from course_lib.checks import registry
from course_lib.checks.advice import advice_on
from course_lib.checks.calls import call_lines
from course_lib.checks.compare import Difference
from course_lib.checks.failure import CheckFailed
from course_lib.checks.model import RESULT, Case, Diagnosis, Outcome, Sheet

MAX_HINTS = 3
COMPUTED = ("ZeroDivisionError", "FloatingPointError", "OverflowError")
REFUSE = "This input has no answer: find that out before you compute, and `raise {}(...)` yourself."


def passed_text(sheet: Sheet, hints: Sequence[str]) -> str:
    """Say that all cases pass, with hints where the code did something odd."""
    which = "hidden" if sheet.hidden else "visible"
    lines = [f"{sheet.name}: all {len(sheet.cases)} {which} cases pass."]
    return "\n".join(lines + hint_lines(hints))


def replaced_note(wrong: Sequence[str], replaced: Sequence[str]) -> str:
    """Say that an answer is right with right functions in place of earlier ones."""
    if not wrong:
        names = listed(replaced)
        return f"this is with a right {names} in place of yours, which gives something else here."
    are = "is" if len(wrong) == 1 else "are"
    return f"this is with a right {listed(wrong)} in place of yours, which {are} not right yet."


def with_earlier(failure: CheckFailed, wrong: Sequence[str]) -> CheckFailed:
    """Add to a message that earlier functions, which the answer calls, are not right."""
    if wrong:
        are, them = ("is", "it") if len(wrong) == 1 else ("are", "them")
        line = f"  {listed(wrong)}, which this calls, {are} not right yet: mend {them} first."
        failure.args = (f"{failure}\n{line}",)
    return failure


def listed(names: Sequence[str]) -> str:
    """List names of code."""
    return " and ".join(f"`{name}`" for name in names)


def hint_lines(hints: Sequence[str]) -> list[str]:
    """Put the first few hints on lines of their own."""
    return [f"  By the way: {hint}" for hint in list(dict.fromkeys(hints))[:MAX_HINTS]]


def not_written_text(name: str) -> str:
    """Say that the stub is still there."""
    return (
        f"{name} is not written yet: put your code in place of `raise NotImplementedError`, "
        "run that cell, then run this one again."
    )


def wrong_call_text(name: str, kind: str) -> str:
    """Say that something other than a function was given to the check."""
    return (
        f"check({name!r}, ...) needs the function itself, but got a value of type {kind}. "
        f"Write check({name!r}, {name}), without calling it, "
        f"and make sure that {name} still is your function."
    )


def failure_text(
    sheet: Sheet,
    case: Case,
    outcome: Outcome,
    difference: Difference,
    mistake: Diagnosis | None,
    hints: Sequence[str],
) -> str:
    """
    Write the message for a failed check.

    Parameters
    ----------
    sheet : Sheet
        The exercise.
    case : Case
        The first case that is wrong.
    outcome : Outcome
        What the student's code did there.
    difference : Difference
        What is wrong with it.
    mistake : Diagnosis or None
        The mistake it looks like.
    hints : sequence of str
        Warnings and oddities.

    Returns
    -------
    str
        Several lines. For a hidden case no number of it appears.
    """
    lines = [f"{sheet.name} is not right yet."]
    if sheet.hidden:
        lines.append(f"  In a hidden case: {case.label}")
        lines.append(
            f"  {sentence(sheet, closed_quantity(difference.quantity), difference.closed)}"
        )
    else:
        lines.append(f"  In the case: {case.label}")
        lines += call_lines(sheet, case)
        lines.append(f"  {sentence(sheet, difference.quantity, difference.public)}")
        if difference.detail:
            lines.append(f"  {difference.detail[0].upper()}{difference.detail[1:]}.")
        if outcome.error:
            lines += error_lines(outcome)
    if mistake:
        lines.append(f"  This looks like `{mistake.name}`: {mistake.diagnosis}")
    if hint := hint_for(sheet, mistake, difference, outcome):
        lines.append(f"  Hint: {hint}")
    if sheet.equation:
        lines.append(f"  Equation: `{sheet.equation}` in the chapter “{title(sheet.chapter)}”.")
    if site := registry.site():
        lines.append(f"  {address(site, sheet.chapter, sheet.equation)}")
    return "\n".join(lines if sheet.hidden else lines + hint_lines(hints))


def hint_for(
    sheet: Sheet, mistake: Diagnosis | None, difference: Difference, outcome: Outcome
) -> str:
    """Say what to do; of a hidden case only what the mistake's name says already."""
    if mistake:
        return mistake.hint
    return "" if sheet.hidden else advice_for(sheet, difference, outcome)


def sentence(sheet: Sheet, quantity: str, public: str) -> str:
    """Say what is wrong in one sentence, with the quantity as its subject."""
    end = "" if public.endswith((".", "?", "!")) else "."
    if not quantity:
        return f"Your code {public}{end}"
    words = sheet.quantity if quantity == RESULT else quantity
    return f"{capitalized(words)} {public}{end}"


def closed_quantity(quantity: str) -> str:
    """Name a quantity without the position of the item that is wrong in it."""
    return re.sub(r"item (\[\d+\])+", "an item", quantity)


def capitalized(words: str) -> str:
    """Begin with a capital letter, unless the first word is a name such as db, or a formula."""
    first = words.split()[0]
    return words[0].upper() + words[1:] if first in ("the", "item", "an") else words


def error_lines(outcome: Outcome) -> list[str]:
    """Point at the student's own line."""
    assert outcome.error is not None
    if outcome.error.where:
        return [f"  Your {outcome.error.where}"]
    return []


def refuses_call(outcome: Outcome) -> bool:
    """Tell whether the function does not take the arguments that it is given."""
    error = outcome.error
    return bool(error and not error.where and re.search(r"\(\) (takes|missing|got) ", error.text))


def advice_for(sheet: Sheet, difference: Difference, outcome: Outcome) -> str:
    """Say what to do about a difference, or about an error that beginners meet often."""
    if outcome.error and sheet.signature and refuses_call(outcome):
        call = f"{sheet.name}{sheet.signature}"
        return f"Keep the parameters of the stub, and their default values: {call}."
    if difference.advice or not outcome.error or (sheet.parameters and refuses_call(outcome)):
        return difference.advice
    told = re.findall(r"\w+", sheet.signature)
    parameters = tuple(name for name in sheet.parameters if name in told) or ("self",)
    advice = advice_on(outcome.error, parameters)
    is_other = difference.form == "other-error" and (outcome.error.kind in COMPUTED or not advice)
    return REFUSE.format(difference.wanted) if is_other else advice


def title(chapter: str) -> str:
    """Give the title of a chapter; of another assignment, its name in words."""
    return TITLES.get(chapter) or chapter.replace("_", " ").capitalize()
