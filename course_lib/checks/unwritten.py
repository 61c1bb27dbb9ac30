"""Judges the written methods of a class some of whose methods are still the stub's."""

from collections.abc import Sequence
from dataclasses import replace

from course_lib.checks.compare import Difference
from course_lib.checks.model import Outcome
from course_lib.checks.run import not_written


def open_methods(outcomes: Sequence[Outcome]) -> list[str]:
    """Name the methods that said they are not written."""
    errors = [outcome.error for outcome in outcomes if not_written(outcome)]
    return list(dict.fromkeys(error.text for error in errors if error))


def begun(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Give the outcomes as far as they came, without the stub's exception."""
    return [replace(each, error=None) if not_written(each) else each for each in outcomes]


def written_part(
    outcomes: Sequence[Outcome], differences: Sequence[Difference | None]
) -> list[Difference | None]:
    """Give what is wrong of what is written: a stub's exception alone is not."""
    return [
        None if difference and difference.kind == "error" and not_written(outcome) else difference
        for outcome, difference in zip(outcomes, differences, strict=True)
    ]


def partly_written_text(name: str, outcomes: Sequence[Outcome]) -> str:
    """
    Say what of a class is right and what is not written yet.

    Parameters
    ----------
    name : str
        The class.
    outcomes : sequence of Outcome
        All right as far as they came.

    Returns
    -------
    str
        Three lines.
    """
    right = dict.fromkeys(quantity for outcome in outcomes for quantity, _ in outcome.values)
    return (
        f"{name} is not written completely.\n"
        f"  Right so far: {', '.join(right)}.\n"
        f"  {open_note(outcomes)} Put your code in place of `raise NotImplementedError`, "
        "run that cell, then run this one again."
    )


def open_note(outcomes: Sequence[Outcome]) -> str:
    """Say which methods are not written yet."""
    return f"Not written yet: {' and '.join(open_methods(outcomes))}."
