"""Measures how much room the tolerances of an exercise leave on both sides; for authors.

A tolerance must be wide enough for every right way of computing and too narrow for every mistake.
Right answers differ in the last digits because they add in another order, so each accepted
answer is run on arrays in three memory layouts, on examples in another order, and with one
and two threads of the linear algebra library. All errors are counted in tolerances: right answers
must stay below a tenth, mistakes must be ten away, from the right answer and from each other.
Where an answer draws random numbers, a right one differs by chance: see `CHANCE`.

Run ``python -m course_lib.checks.author.calibrate [NAME ...]``; exit code 1 is a thin margin.
"""

import argparse
import math
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from course_lib.checks import registry
from course_lib.checks.compare import compare_outcomes
from course_lib.checks.engine import same_outcome
from course_lib.checks.model import Case, Exercise, Named, Outcome, Plain, Sheet, Tolerance
from course_lib.checks.run import run_case

SEEDS = range(3)
ROOM = 10.0  # between rounding and the tolerance, and between the tolerance and a mistake
# Such a tolerance is six standard deviations. A right answer is off by more than five in less
# than one of a million draws; a mistake must be as far on the other side.
CHANCE = 6 / 5
SCALES = 10.0 ** np.arange(-6.0, 14.25, 0.25)

Function = Callable[..., Any]


@dataclass(frozen=True)
class Distance:
    """How far something is from right, in tolerances, and where that was seen."""

    size: float
    what: str = ""
    by_chance: bool = False

    @property
    def room(self) -> float:
        """The factor that must lie between this and the tolerance."""
        return CHANCE if self.by_chance else ROOM

    def __str__(self) -> str:
        return f"{self.size:.2g} ({self.what})" if self.what else f"{self.size:.2g}"


@dataclass(frozen=True)
class Margins:
    """The room that the tolerances of one exercise leave.

    Parameters
    ----------
    exercise : str
        Its name.
    noise : Distance
        The right answer that is farthest off.
    single : Distance
        The same in single precision, for information: arrays of this course are float64.
    mistake : Distance
        The mistake that is nearest to the right answer.
    alike : tuple of str
        Pairs of mistakes that ten times the tolerance could not tell apart.
    """

    exercise: str
    noise: Distance
    single: Distance
    mistake: Distance
    alike: tuple[str, ...] = ()

    def thin(self) -> list[str]:
        """Say which margins are thin."""
        found = []
        if self.noise.size * self.noise.room > 1.0:
            found.append(f"a right answer is off by {self.noise} tolerances")
        if self.mistake.size < self.mistake.room:
            found.append(f"a mistake is only {self.mistake} tolerances off")
        return [*found, *(f"mistakes hard to tell apart: {pair}" for pair in self.alike)]


# ------------------------------------------------------------------ distances


def scaled(case: Case, sheet: Sheet, scale: float) -> Tolerance:
    """Widen the tolerance of a case."""
    tolerance = case.tolerance or sheet.tolerance
    return Tolerance(tolerance.rtol * scale, tolerance.atol * scale)


def smallest_scale(is_alike: Callable[[float], bool]) -> float:
    """Find by bisection how many tolerances make two outcomes alike; 0 if hardly any is needed."""
    if is_alike(float(SCALES[0])):
        return 0.0
    low, high = 0, len(SCALES)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_alike(float(SCALES[middle])) else (middle, high)
    return float(SCALES[high]) if high < len(SCALES) else math.inf


def distance(sheet: Sheet, case: Case, expected: Outcome, got: Outcome) -> Distance:
    """Measure how far an outcome is from the right one; infinite if its form is another."""

    def is_alike(scale: float) -> bool:
        return compare_outcomes(expected, got, scaled(case, sheet, scale), []) is None

    return Distance(smallest_scale(is_alike), case.label, case.observe == "draw_statistics")


def farthest(distances: Iterable[Distance]) -> Distance:
    """Choose the distance that fills most of its room."""
    return max(distances, key=lambda d: d.size * d.room, default=Distance(0.0))


# ------------------------------------------------------------------ right answers


def each_array(value: Plain, change: Callable[[np.ndarray], np.ndarray]) -> Plain:
    """Change every array in an argument."""
    if isinstance(value, np.ndarray):
        return change(value)
    if isinstance(value, (list, tuple)):
        return type(value)(each_array(item, change) for item in value)
    if isinstance(value, dict):
        return {key: each_array(item, change) for key, item in value.items()}
    return value


def arrays_in(value: Plain) -> Iterator[np.ndarray]:
    """Yield every array in an argument."""
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, (list, tuple, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from arrays_in(item)


def given(function: Function, change: Callable[[np.ndarray], np.ndarray]) -> Function:
    """Make a function that gets its arrays changed."""

    def wrapped(*args: Plain, **kwargs: Plain) -> Any:
        return function(*each_array(args, change), **each_array(kwargs, change))

    return wrapped


def strided(array: np.ndarray) -> np.ndarray:
    """Put the entries of an array two apart in memory."""
    wide = np.zeros((*array.shape[:-1], 2 * array.shape[-1]) if array.ndim else (2,), array.dtype)
    part = wide[..., ::2] if array.ndim else wide[0:1].reshape(())
    part[...] = array
    return part


def single(array: np.ndarray) -> np.ndarray:
    """Round an array of floats to single precision."""
    return array.astype(np.float32) if array.dtype == np.float64 else array


# How the arrays lie in memory, and how many threads the linear algebra library may use.
Run = tuple[Callable[[np.ndarray], np.ndarray], int]
RUNS: dict[str, Run] = {
    "rows first": (np.ascontiguousarray, 1),
    "columns first": (np.asfortranarray, 1),
    "with gaps": (strided, 1),
    "two threads": (np.ascontiguousarray, 2),
}


def right_answers(exercise: Exercise) -> dict[str, Function]:
    """Name every right answer."""
    return {"reference": exercise.reference} | {
        alternative.name: alternative.implementation for alternative in exercise.alternatives
    }


def noise_of(exercise: Exercise, sheets: Iterable[Sheet]) -> Iterator[Distance]:
    """Measure every right answer on every case, in every way of running it."""
    for sheet in sheets:
        for name, function in right_answers(exercise).items():
            for way, (layout, threads) in RUNS.items():
                is_class = isinstance(exercise.reference, type)
                with threadpool_limits(threads):
                    found = farthest(
                        distances_to(sheet, function if is_class else given(function, layout))
                    )
                yield replace(found, what=f"{name}, {way}, {found.what}")
            found = farthest(reordered(sheet, function))
            yield replace(found, what=f"{name}, other order of examples, {found.what}")


def distances_to(sheet: Sheet, function: Function) -> Iterator[Distance]:
    """Measure a function on each case of a sheet."""
    for case, expected in zip(sheet.cases, sheet.expected, strict=True):
        yield distance(sheet, case, expected, run_case(case, function, sheet.parameters, True))


def reordered(sheet: Sheet, function: Function) -> Iterator[Distance]:
    """Measure a function on examples in reversed order, and put its results back into order."""
    for case, expected in zip(sheet.cases, sheet.expected, strict=True):
        m = examples_in(case)
        if m is None:
            continue

        def reverse(array: np.ndarray, m: int = m) -> np.ndarray:
            return array[..., ::-1] if array.ndim and array.shape[-1] == m else array

        got = run_case(case, given(function, reverse), sheet.parameters, quiet=True)
        values = tuple((name, each_array(value, reverse)) for name, value in got.values)
        yield distance(sheet, case, expected, replace(got, values=values))


def examples_in(case: Case) -> int | None:
    """Find the number of examples, if no other axis of the case has that length."""
    if len(case.steps) != 1 or case.observe:
        return None
    arguments = [*case.steps[0].args, *case.steps[0].kwargs.values()]
    shapes = [array.shape for array in arrays_in(arguments)]
    matrices = [shape for shape in shapes if len(shape) == 2]
    if not matrices or any(isinstance(argument, Named) for argument in arguments):
        return None
    m = max(shape[1] for shape in matrices)
    return None if m < 2 or m in {shape[0] for shape in shapes} else m


def single_precision(exercise: Exercise, sheets: Iterable[Sheet]) -> Iterator[Distance]:
    """Measure every alternative on arrays of single precision, where a case is a plain call."""
    for sheet in sheets:
        for case in sheet.cases:
            if len(case.steps) != 1 or case.observe:
                continue
            steps = tuple(
                replace(step, args=each_array(step.args, lambda a: single(a).astype(a.dtype)))
                for step in case.steps
            )
            rounded = replace(case, steps=steps)
            expected = run_case(rounded, exercise.reference, sheet.parameters, quiet=True)
            if expected.error:
                continue  # rounded out of the domain
            for alternative in exercise.alternatives:
                function = given(alternative.implementation, single)
                got = run_case(rounded, function, sheet.parameters, quiet=True)
                yield replace(distance(sheet, case, expected, got), what=alternative.name)


# ------------------------------------------------------------------ mistakes


def mistakes_of(sheets: Iterable[Sheet]) -> Iterator[Distance]:
    """Measure every mistake at the case that shows it best."""
    for sheet in sheets:
        for mistake in sheet.mistakes:
            found = farthest(
                distance(sheet, case, expected, got)
                for case, expected, got in zip(
                    sheet.cases, sheet.expected, mistake.outcomes(), strict=True
                )
            )
            yield replace(found, what=mistake.name)


def hard_to_tell_apart(sheets: Iterable[Sheet]) -> Iterator[str]:
    """Name the pairs of mistakes that a wider tolerance could not tell apart."""
    for sheet in sheets:
        cases = [
            replace(
                case,
                tolerance=scaled(
                    case, sheet, CHANCE if case.observe == "draw_statistics" else ROOM
                ),
            )
            for case in sheet.cases
        ]
        for one, other in combinations(sheet.mistakes, 2):
            outcomes = zip(one.outcomes(), other.outcomes(), cases, strict=True)
            if all(same_outcome(a, b, case, sheet) for a, b, case in outcomes):
                yield f"{one.name} and {other.name}"


# ------------------------------------------------------------------ the whole


def calibrate(exercise: Exercise, seeds: Iterable[int] = SEEDS) -> Margins:
    """
    Measure the margins of an exercise.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    seeds : iterable of int
        Of the hidden cases.

    Returns
    -------
    Margins
        The room on both sides of the tolerance.
    """
    hidden = [registry.hidden_sheet(exercise, seed) for seed in seeds]
    every = [registry.make_sheet(exercise, exercise.visible), *hidden]
    return Margins(
        exercise.name,
        farthest(noise_of(exercise, every)),
        farthest(single_precision(exercise, every)),
        min(mistakes_of(hidden), key=lambda d: d.size / d.room, default=Distance(math.inf)),
        tuple(dict.fromkeys(hard_to_tell_apart(hidden))),
    )


def main() -> None:
    """Print the margins of some or all exercises."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("names", nargs="*", help="exercises; all, if none is named")
    exit_code = 0
    print(f"{'exercise':28} {'right answers':>13} {'float32':>9} {'nearest mistake':>15}")
    for name in parser.parse_args().names or registry.names():
        margins = calibrate(registry.find(name))
        print(
            f"{name:28} {margins.noise.size:13.1g} {margins.single.size:9.1g} "
            f"{margins.mistake.size:15.1g}  {margins.mistake.what}",
            flush=True,
        )
        for text in margins.thin():
            print(f"  thin: {text}")
            exit_code = 1
    sys.exit(exit_code)


if __name__ == "__main__":
    main()
