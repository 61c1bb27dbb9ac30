"""Says what an exercise's cases let through, refuse or confuse; for authors."""

import contextlib
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from course_lib.checks import registry
from course_lib.checks.author.kinds import unseen
from course_lib.checks.engine import examine, fits
from course_lib.checks.failure import CheckFailed
from course_lib.checks.model import Exercise, Sheet


@dataclass(frozen=True)
class Finding:
    """One fault of an exercise.

    Parameters
    ----------
    exercise : str
        Its name.
    kind : str
        ``"reference refused"``, ``"alternative refused"``, ``"mistake passes"``,
        ``"mistake not named"``, ``"mistake confused"``, ``"mistakes alike"`` or
        ``"kind unseen"``.
    name : str
        The implementation or the case concerned.
    detail : str
        The message, the other name, or what no visible case shows.
    """

    exercise: str
    kind: str
    name: str
    detail: str

    def __str__(self) -> str:
        return f"{self.exercise}: {self.kind}: {self.name}. {self.detail}".rstrip(". ")


def audit(exercise: Exercise, seeds: Iterable[int] = range(5)) -> list[Finding]:
    """
    Look for faults of an exercise, on its visible cases and on hidden ones.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    seeds : iterable of int
        Of the hidden cases.

    Returns
    -------
    list of Finding
        Empty if right answers pass everywhere, every mistake fails the hidden
        cases of every seed under its own name, and no hidden case is of a kind that
        no visible case shows.
    """
    visible = registry.make_sheet(exercise, exercise.visible)
    findings = list(false_fails(exercise, visible))
    for seed in seeds:
        sheet = registry.hidden_sheet(exercise, seed)
        findings += [*false_fails(exercise, sheet), *mistakes_missed(exercise, sheet)]
        findings += mistakes_alike(sheet)
        findings += kinds_unseen(exercise, visible, sheet)
    return list(dict.fromkeys(findings))


def verdict(sheet: Sheet, function: Callable[..., Any]) -> CheckFailed | None:
    """Judge one of our own implementations, without its prints."""
    with contextlib.redirect_stdout(io.StringIO()):
        return examine(sheet, function)[0]


def false_fails(exercise: Exercise, sheet: Sheet) -> Iterator[Finding]:
    """Find right answers that are refused."""
    if failure := verdict(sheet, exercise.reference):
        yield Finding(exercise.name, "reference refused", "reference", str(failure))
    for alternative in exercise.alternatives:
        if failure := verdict(sheet, alternative.implementation):
            yield Finding(exercise.name, "alternative refused", alternative.name, str(failure))


def mistakes_missed(exercise: Exercise, sheet: Sheet) -> Iterator[Finding]:
    """Find mistakes that pass, or that fail under another name or none."""
    for mistake in exercise.mistakes:
        failure = verdict(sheet, mistake.implementation)
        if failure is None:
            yield Finding(exercise.name, "mistake passes", mistake.name, "")
        elif failure.diagnosis is None:
            yield Finding(exercise.name, "mistake not named", mistake.name, failure.case)
        elif failure.diagnosis != mistake.name:
            yield Finding(exercise.name, "mistake confused", mistake.name, failure.diagnosis)


def kinds_unseen(exercise: Exercise, visible: Sheet, hidden: Sheet) -> Iterator[Finding]:
    """Find hidden cases of a kind that no visible case shows."""
    for label, new in unseen(exercise, visible, hidden):
        yield Finding(exercise.name, "kind unseen", label, new)


def mistakes_alike(sheet: Sheet) -> Iterator[Finding]:
    """Find pairs of mistakes that give the same on every case."""
    for one, other in combinations(sheet.mistakes, 2):
        if fits(one, other.outcomes(), sheet):
            yield Finding(sheet.name, "mistakes alike", one.name, other.name)
