"""What a student calls in a notebook: `check`, and `check_all` for the whole of it."""

import contextlib
import functools
import io
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from course_lib.checks import calls, engine, grader, registry
from course_lib.checks.failure import CheckFailed
from course_lib.checks.model import Case, Plain, Sheet
from course_lib.checks.plain import Function, Inputs
from course_lib.checks.registry import Points


class Check:
    """`course_lib.checks.engine.check`, and the cases it uses.

    Calling it checks a function. Its methods put a visible case into the student's hands.
    """

    def __init__(self) -> None:
        functools.update_wrapper(self, engine.check)

    def __call__(
        self, name: str, function: Function, hidden: bool = False, seed: int | str | None = None
    ) -> None:
        """Check a function or class against the cases of an exercise."""
        engine.check(name, function, hidden, seed)

    def case(self, name: str, number: int) -> tuple[tuple[Plain, ...], dict[str, Plain]]:
        """
        Give the arguments of a visible case.

        Parameters
        ----------
        name : str
            Name of the exercise, such as ``"two_layer_backward"``.
        number : int
            Which case, counted from 1, as the message of a check says it.

        Returns
        -------
        args : tuple
            The arguments by position, made afresh. Of a case in several steps they are those of
            the first one: the call, or the construction of the object.
        kwargs : dict
            The arguments by name.

        Raises
        ------
        LookupError
            If there is no such exercise, or no such case of it.
        """
        step = visible_case(name, number)[1].steps[0]
        inputs = Inputs()
        args = tuple(map(inputs.fresh, step.args))
        return args, {key: inputs.fresh(value) for key, value in step.kwargs.items()}

    def script(self, name: str, number: int) -> str:
        """
        Write a visible case as code, to be pasted into a cell.

        Parameters
        ----------
        name : str
            Name of the exercise, such as ``"LinearLayer"``.
        number : int
            Which case, counted from 1.

        Returns
        -------
        str
            One line a step.

        Raises
        ------
        LookupError
            If there is no such exercise, or no such case of it.
        """
        return "\n".join(calls.script(*visible_case(name, number)))


def visible_case(name: str, number: int) -> tuple[Sheet, Case]:
    """Find a visible case by its number, counted from 1."""
    if registry.task(name):
        raise LookupError(f"{name} has no cases: its numbers are those that my_numbers gives.")
    sheet = registry.sheet(name)
    if number not in range(1, len(sheet.cases) + 1):
        raise LookupError(f"{name} has the visible cases 1 to {len(sheet.cases)}, got {number!r}.")
    return sheet, sheet.cases[number - 1]


check = Check()


def check_all(chapter: str | None = None) -> None:
    """
    Print for each exercise of the notebook whether its visible checks pass.

    It never raises because an answer is wrong, and changes no points.

    Parameters
    ----------
    chapter : str, optional
        File name of the notebook without its ending, such as ``"relu"``. If not given, it is the
        one most of whose exercises are defined here.

    Raises
    ------
    LookupError
        If there is no such notebook, or none of its cells has been run.
    """
    names = sys._getframe(1).f_globals
    chosen = chapter or notebook_of(names)
    if not registry.graded_names(chosen):
        raise LookupError(f"There is no notebook {chosen!r}: expected one of {registry.CHAPTERS}.")
    states = [state_of(name, names) for name in registry.graded_names(chosen)]
    print("\n".join(overview(chosen, states, registry.points().get(chosen))))
    for package in grader.absent_packages(names):
        print(f"The grader has no {package}: its import is skipped there, and what needs it fails.")


def notebook_of(names: Mapping[str, object]) -> str:
    """Tell which notebook has these names: most of its exercises are among them."""

    def share(chapter: str) -> float:
        asked = registry.graded_names(chapter)
        return sum(name in names for name in asked) / max(1, len(asked))

    best = max(registry.CHAPTERS, key=share)
    if not share(best):
        raise LookupError("No exercise is defined here yet: run the cells of the notebook first.")
    return best


@dataclass(frozen=True)
class State:
    """How an exercise stands: its name, `PASSES` or another word, and the reason."""

    name: str
    word: str
    why: str = ""


PASSES, FORM, WRONG, OPEN = "passes", "form right", "not right yet", "not written yet"


def state_of(name: str, names: Mapping[str, object]) -> State:
    """Check one exercise without a word, and tell how it stands."""
    if name not in names:
        return State(name, OPEN, "its cell has not been run, or stops with an error")
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            engine.check(name, names[name])  # type: ignore[arg-type]
    except CheckFailed as failed:
        first, *others = str(failed).splitlines()
        if first.startswith(f"{name} is not written"):
            return State(name, OPEN, " ".join(line.strip() for line in others[:2]))
        return State(name, WRONG, (others or [first])[0].strip())
    return State(name, FORM if registry.task(name) else PASSES)


def overview(chapter: str, states: list[State], points: Points | None) -> Iterator[str]:
    """Write the lines of `check_all`."""
    fine = [state.name for state in states if state.word in (PASSES, FORM)]
    reached = ""
    if points:
        visible = sum(points.visible.values())
        got = sum(points.visible.get(name, 0) for name in fine)
        reached = f": {got:g} of {visible:g} points"
    yield f"{chapter}: {len(fine)} of {len(states)} exercises pass their visible checks{reached}."
    for state in states:
        counted = f" ({points.visible.get(state.name, 0):g})" if points else ""
        yield f"  {state.word:15}  {state.name}{counted}{state.why and ': '}{state.why}"
    if points:
        rest = points.total - sum(points.visible.values())
        yield f"The other {rest:g} of {points.total:g} points are judged when you hand in."
