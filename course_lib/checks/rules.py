"""
Cases that the engine makes itself, from the author's: rules that hold for every exercise.

=================  ================================================================
rule               what it asks
=================  ================================================================
`once_more`        the first case at the end again: nothing is kept between calls
`results_stay`     two calls with arguments of one shape: each has its own result,
                   which no later call changes, and which may be overwritten
`whole_numbers`    arrays of whole numbers may hold integers
`generators`       equal generators give equal results, others give others, and
                   NumPy's global generator is left alone
`no_generator`     a generator that may be left out is left out
=================  ================================================================

A rule applies where the description gives what it needs, and where the reference fulfills it. An
alternative that does not is a finding of the audit. Some things are no rule, as right answers
do them: to return an argument itself, or to change an argument and change it back.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from course_lib.checks.compare import compare_outcomes, compare_values
from course_lib.checks.model import (
    ONCE_MORE,
    RESULT,
    RESULTS_STAY,
    WHOLE_NUMBERS,
    Case,
    Exercise,
    Outcome,
    Plain,
    Seed,
    Step,
    Tolerance,
    script,
)
from course_lib.checks.plain import parts_of
from course_lib.checks.run import run_case

GENERATORS = "equal generators, and another one"
NO_GENERATOR = "no generator given"
LABELS = (ONCE_MORE, RESULTS_STAY, WHOLE_NUMBERS, GENERATORS, NO_GENERATOR)

KEPT = "the result of the first call, looked at after the second,"
SAME = Tolerance(0.0, 0.0)

Run = Callable[[Case], Outcome]
Place = tuple[Any, ...]


def rule_cases(exercise: Exercise, cases: Sequence[Case], run: Run) -> list[Case]:
    """
    Make the cases that the rules add.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    cases : sequence of Case
        The author's.
    run : callable
        Runs the reference on a case.

    Returns
    -------
    list of Case
        At most one a rule, with the labels of `LABELS`.
    """
    added = [replace(cases[0], label=ONCE_MORE)]
    added += first(results_stay(cases), run, nothing_shared)
    if may_hold_integers(exercise):
        added += first(whole_numbers(exercise.visible, cases), run, is_answer)
    if drawn := first(generators(cases), run, all_true):
        added += drawn
        if may_lack_generator(exercise):
            added += first(no_generator(cases), run, all_true)
    return added


def first(candidates: Iterator[Case], run: Run, holds: Callable[[Outcome], bool]) -> list[Case]:
    """Take the first candidate that the reference fulfills."""
    return next(([case] for case in candidates if holds(run(case))), [])


def is_answer(outcome: Outcome) -> bool:
    """Tell whether a case has an answer."""
    return not (outcome.error or outcome.refusal or outcome.changed)


def all_true(outcome: Outcome) -> bool:
    """Tell whether all that an observer found is as it should be."""
    return is_answer(outcome) and all(outcome.values[0][1].values())


def alike(one: Plain, other: Plain) -> bool:
    """Tell whether two results are the same to the last bit."""
    return compare_values(one, other, SAME, []) is None


# ------------------------------------------------------------------ results


def results_stay(cases: Sequence[Case]) -> Iterator[Case]:
    """Call twice with arguments of one shape, and look at the first result once more."""
    for case in cases:
        calls = [step for step in case.steps if step.do == "call" and step.quantity]
        if case.observe or not calls or has_generator(calls):
            continue
        others = [turned_step(step) for step in calls]
        if alike([list(s.args) for s in others], [list(s.args) for s in calls]):
            continue
        if not calls[0].object:
            if len(case.steps) == 1:
                yield of_function(calls[0], others[0])
        else:
            yield of_object(case, calls, others)


def of_function(one: Step, other: Step) -> Case:
    """Call a function, call it otherwise, overwrite the first result, and call it as at first."""
    look = Step("look", "kept", quantity=KEPT)
    spoil = Step("spoil", "kept")
    return script(RESULTS_STAY, replace(one, keep="kept"), other, look, spoil, one)


def of_object(case: Case, calls: Sequence[Step], others: Sequence[Step]) -> Case:
    """Run a script, call the same methods otherwise, and look at the first results."""
    names = {id(step): f"result {k}" for k, step in enumerate(calls)}
    steps = [replace(s, keep=names[id(s)]) if id(s) in names else s for s in case.steps]
    looks = [Step("look", names[id(s)], quantity=kept_quantity(s)) for s in calls]
    return script(RESULTS_STAY, *steps, *others, *looks)


def kept_quantity(step: Step) -> str:
    """Name a result that is looked at again."""
    return f"{step.quantity}, looked at after later calls,"


def nothing_shared(outcome: Outcome) -> bool:
    """Tell whether the results of the reference are what they were at first."""
    if not is_answer(outcome):
        return False
    values = outcome.values
    if values[0][0] == RESULT:
        first_result, _, kept, again = (value for _, value in values)
        return alike(first_result, kept) and alike(first_result, again)
    known: dict[str, Plain] = {}
    for name, value in values:
        known.setdefault(kept_quantity(Step("look", quantity=name)), value)
    return all(alike(known[name], value) for name, value in values if name in known)


def turned_step(step: Step) -> Step:
    """Give a call the same arguments with the examples in reverse order."""
    arrays = [part for part in parts_of((step.args, step.kwargs)) if isinstance(part, np.ndarray)]
    largest = max(arrays, key=np.size, default=np.array(0))
    if not largest.ndim:
        return step
    axis = 0 if largest.shape[-1] == 1 else -1
    length = largest.shape[axis]

    def turn(value: Plain) -> Plain:
        if not isinstance(value, np.ndarray) or not value.ndim or value.shape[axis] != length:
            return value
        return np.flip(value, axis).copy()

    return changed_step(step, turn)


# ------------------------------------------------------------------ whole numbers


def whole_numbers(visible: Sequence[Case], cases: Sequence[Case]) -> Iterator[Case]:
    """Give as integers what is an array of whole numbers, where a visible case does so, too."""
    shown = next(iter(by_places(visible)), None)
    places = set(places_of(shown)) if shown else set()
    for case in by_places(cases):
        if places & set(places_of(case)):
            yield replace(case, label=WHOLE_NUMBERS, steps=tuple(
                replace(step, args=as_integers(step.args, doing(step), places))
                for step in case.steps
            ))  # fmt: skip


@lru_cache
def may_hold_integers(exercise: Exercise) -> bool:
    """Tell whether integers change nothing: for the reference, and for all alternatives."""
    case = next(whole_numbers(exercise.visible, exercise.visible), None)
    if case is None:
        return False
    right, *others = (run_case(case, f, quiet=True) for f in right_answers(exercise))
    return all(compare_outcomes(right, other, exercise.tolerance, []) is None for other in others)


def by_places(cases: Sequence[Case]) -> list[Case]:
    """Sort cases by how many of their arrays hold whole numbers: those with most come first."""
    plain = [case for case in cases if not case.observe]
    return sorted(plain, key=lambda case: -len(set(places_of(case))))


def doing(step: Step) -> Place:
    """Say what a step does, whatever the object is called."""
    return step.do, step.name, step.key


def places_of(case: Case) -> Iterator[Place]:
    """Say which arrays hold whole numbers: of which step, and where in its arguments."""
    for step in case.steps if not case.observe else ():
        yield from places_in(step.args, doing(step))


def places_in(value: Any, place: Place) -> Iterator[Place]:
    """Say where in a value arrays of whole numbers are."""
    for key, item in items_of(value):
        yield from places_in(item, (*place, key))
    if holds_whole_numbers(value):
        yield place


def as_integers(value: Any, place: Place, places: set[Place]) -> Any:
    """Turn the arrays of whole numbers at some places into arrays of integers."""
    if isinstance(value, Mapping):
        return {key: as_integers(item, (*place, key), places) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(as_integers(v, (*place, k), places) for k, v in enumerate(value))
    return value.astype(int) if place in places and holds_whole_numbers(value) else value


def items_of(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield what lies in a value, with its key or position."""
    if isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, (list, tuple)):
        yield from enumerate(value)


def holds_whole_numbers(value: Plain) -> bool:
    """Tell whether an array of floats holds whole numbers only, and another one than 0."""
    if not isinstance(value, np.ndarray) or value.dtype != float or not value.any():
        return False
    return bool(np.all(np.isfinite(value)) and np.all(value % 1 == 0))


# ------------------------------------------------------------------ generators


def generators(cases: Sequence[Case]) -> Iterator[Case]:
    """Draw from two equal generators and from another one, and look at NumPy's global one."""
    for case in cases:
        drawing = drawing_steps(case)
        if not drawing:
            continue
        state = Step("global state", "stirred", quantity="state")
        three = [
            step
            for name, shift in (("one", 0), ("equal", 0), ("other", 1))
            for step in (changed_step(replaced(s, name), reseeded(name, shift)) for s in drawing)
        ]
        yield script(GENERATORS, state, *three, state, observe="generators")


def drawing_steps(case: Case) -> list[Step]:
    """Give the call that draws, or the construction and the reading of what it drew."""
    for position, step in enumerate(case.steps):
        if not has_generator([step]):
            continue
        if step.do == "call":
            return [step]
        reads = [
            later
            for later in case.steps[position:]
            if later.do == "read" and later.object == step.object and not later.key
        ]
        return [step, reads[0]] if reads else []
    return []


def replaced(step: Step, name: str) -> Step:
    """Give the object of a step another name."""
    return replace(step, object=name) if step.object else step


def reseeded(name: str, shift: int) -> Callable[[Plain], Plain]:
    """Give another generator, in the same state or in another."""
    return lambda value: Seed(value.value + shift, name) if isinstance(value, Seed) else value


@lru_cache
def may_lack_generator(exercise: Exercise) -> bool:
    """Tell whether the generator may be left out: of the reference, and of all alternatives."""
    case = next(no_generator(exercise.visible), None)
    return case is not None and all(
        is_answer(run_case(case, function, quiet=True)) for function in right_answers(exercise)
    )


def right_answers(exercise: Exercise) -> list[Callable[..., Any]]:
    """List the reference and all alternatives."""
    return [exercise.reference, *(a.implementation for a in exercise.alternatives)]


def no_generator(cases: Sequence[Case]) -> Iterator[Case]:
    """Draw twice without the generator, where it is given by name."""
    for case in cases:
        drawing = [without_generator(step) for step in drawing_steps(case)]
        if drawing and not has_generator(drawing):
            twice = [replaced(step, name) for name in ("one", "other") for step in drawing]
            yield script(NO_GENERATOR, *twice, observe="unseeded")


def without_generator(step: Step) -> Step:
    """Leave out a generator that is given by name."""
    kwargs = {key: v for key, v in step.kwargs.items() if not isinstance(v, Seed)}
    return replace(step, kwargs=kwargs)


# ------------------------------------------------------------------ steps


def changed_step(step: Step, change: Callable[[Plain], Plain]) -> Step:
    """Change every value in the arguments of a step."""
    args, kwargs = changed_value((step.args, dict(step.kwargs)), change)
    return replace(step, args=args, kwargs=kwargs)


def changed_value(value: Any, change: Callable[[Plain], Plain]) -> Any:
    """Change every value in a list, tuple or dict, or the value itself."""
    if isinstance(value, Mapping):
        return {key: changed_value(item, change) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(changed_value(item, change) for item in value)
    return change(value)


def has_generator(steps: Sequence[Step]) -> bool:
    """Tell whether a generator is among the arguments."""
    return any(
        isinstance(part, Seed) for step in steps for part in parts_of((step.args, step.kwargs))
    )
