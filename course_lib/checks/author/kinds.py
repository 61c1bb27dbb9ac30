"""
Says of what kind a case is, so that a hidden case differs from visible ones in numbers only.

The kind is read off the data: which arguments are given, and whether each is a number, a vector, a
matrix, a list or a dict; axes of length 0 and 1, as of a batch of one example; integers; numbers
that formulas treat in their own way, such as 0 and very large ones; the steps of a script; an
error that is asked for. How many there are of anything is a number, not a kind.
Where data do not tell, the author writes `Case.kind`.
"""

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

import numpy as np

from course_lib.checks.model import Case, Exercise, Named, Outcome, Plain, Seed, Sheet, Step
from course_lib.checks.rules import LABELS

AXES = ("a number", "a vector", "a matrix")
WORDS = {
    Named: "a function",
    Seed: "a generator",
    str: "a text",
    bool: "True or False",
    type(None): "None",
}
SHORT = (1, 2, 3)  # a list of fewer items is another kind
LARGE = (15.0, 700.0)  # beyond them a sigmoid is rounded, and exp overflows
TINY = 1e-6


def unseen(exercise: Exercise, visible: Sheet, hidden: Sheet) -> Iterator[tuple[str, str]]:
    """
    Find what hidden cases hold and no visible case shows.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    visible, hidden : Sheet
        Its cases, made ready.

    Yields
    ------
    tuple of str
        Label of a hidden case, and what is new in it.
    """
    optional = optional_parameters(exercise)
    shown = {trait for traits in kinds(visible, optional) for trait in traits}
    for case, traits in zip(hidden.cases, kinds(hidden, optional), strict=True):
        if new := sorted(traits - shown):
            yield case.label, "; ".join(new)


def kinds(sheet: Sheet, optional: set[str]) -> list[set[str]]:
    """Give the traits of every case of a sheet."""
    return [
        set(traits_of(case, outcome, sheet.parameters, optional))
        for case, outcome in zip(sheet.cases, sheet.expected, strict=True)
    ]


def optional_parameters(exercise: Exercise) -> set[str]:
    """Name the parameters of a function that may be left out."""
    if inspect.isclass(exercise.reference):
        return set()
    parameters = inspect.signature(exercise.reference).parameters.values()
    return {p.name for p in parameters if p.default is not p.empty}


def traits_of(
    case: Case, outcome: Outcome, parameters: tuple[str, ...], optional: set[str]
) -> Iterator[str]:
    """Say what there is in a case, each in words of its own."""
    if case.kind:
        yield case.kind
    if len(case.steps) > 1 and case.label not in LABELS:
        objects = list(dict.fromkeys(step.object for step in case.steps))
        yield ", then ".join(f"{doing(s)} on object {objects.index(s.object)}" for s in case.steps)
    if outcome.error:
        yield f"asks for {outcome.error.kind}"
    for step in case.steps:
        given = arguments(step, parameters)
        if given:
            yield f"{doing(step)}({', '.join(f'{n} {form(v)}' for n, v in given.items())})"
        for name, value in given.items():
            yield from traits_of_value(name, value)
            if name in optional:
                yield f"{name} given by {'name' if name in step.kwargs else 'position'}"
        yield from pairs(given)


def arguments(step: Step, parameters: tuple[str, ...]) -> dict[str, Plain]:
    """Name the arguments of a step."""
    names = parameters if not step.object else ()
    found = {
        names[k] if k < len(names) else f"{step.name or step.do} argument {k + 1}": value
        for k, value in enumerate(step.args)
    }
    return found | dict(step.kwargs)


def doing(step: Step) -> str:
    """Say what a step does, whatever the object is called."""
    word = "" if step.do == "call" and step.name else step.do
    return " ".join(filter(None, (word, step.name, step.key)))


def form(value: Plain) -> str:
    """Say of which form a value is."""
    if isinstance(value, np.ndarray):
        return AXES[value.ndim] if value.ndim < len(AXES) else f"an array of {value.ndim} axes"
    if isinstance(value, Mapping):
        parts = {f"{bare(key)} {form(item)}" for key, item in value.items()}
        return f"a dict of {', '.join(sorted(parts))}"
    if isinstance(value, (list, tuple)):
        return f"a list of {', '.join(sorted({form(item) for item in value}))}"
    return WORDS.get(type(value), AXES[0])


def bare(key: str) -> str:
    """Give a key without its number: W of W2."""
    return re.sub(r"\d+$", "", str(key))


def traits_of_value(name: str, value: Plain) -> Iterator[str]:
    """Say what is special about a value."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from traits_of_value(f"{name}[{bare(key)}]", item)
    elif isinstance(value, (list, tuple)):
        yield from (f"{name} with fewer than {n} items" for n in SHORT if len(value) < n)
        for item in value:
            yield from traits_of_value(f"an item of {name}", item)
    elif isinstance(value, (str, bool)):
        yield f"{name} = {value!r}"
    elif isinstance(value, (int, float, np.ndarray)):
        yield from axes(name, value)
        yield from numbers(name, np.asarray(value))


def axes(name: str, value: int | float | np.ndarray) -> Iterator[str]:
    """Name axes of length 0 and 1."""
    lengths = np.shape(value)
    words = ("entry",) if len(lengths) == 1 else ("row", "column", "layer")
    for length, word in zip(lengths, words, strict=False):
        if length < 2:
            yield f"{name} of {length} {word}"


def numbers(name: str, values: np.ndarray) -> Iterator[str]:
    """Name numbers that formulas treat in their own way."""
    integers = values.dtype.kind in "iu"
    size = np.abs(values)
    is_share = not integers and bool(np.all((values >= 0) & (values <= 1)))
    found: dict[str, Any] = {
        "given as whole numbers": integers,
        "holds 0": values == 0,
        "is not finite": ~np.isfinite(values),
        "is 1": (values == 1) & (is_share or (integers and not values.ndim)),
        "close to 0, but not 0": (size > 0) & (size < TINY),
        "close to 1, but not 1": is_share & (size < 1) & (size > 1 - TINY),
    }
    if not integers:
        found |= {f"above {limit:g}": values > limit for limit in LARGE}
        found |= {f"below -{limit:g}": values < -limit for limit in LARGE}
    yield from (f"{name} {words}" for words, where in found.items() if np.any(where))


def pairs(given: Mapping[str, Plain]) -> Iterable[str]:
    """Name pairs of arrays that are combined although their shapes differ."""
    arrays = {name: value for name, value in given.items() if isinstance(value, np.ndarray)}
    for one, other in combinations(arrays, 2):
        if arrays[one].shape != arrays[other].shape:
            yield f"{one} and {other} of different shapes"
