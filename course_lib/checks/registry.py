"""Finds an exercise by name, in either edition.

The instructor's edition has the package of the exercises, in this course
`course_lib.checks.exercises`, and computes what is right; the student's has data
compiled from it instead.
"""

import difflib
import hashlib
import importlib.util
import inspect
import json
import os
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from importlib import import_module, resources
from pathlib import Path
from types import ModuleType

import numpy as np

from course_lib._chapters import COURSE, TITLES, has_answers
from course_lib.checks.model import Case, Exercise, KnownMistake, Outcome, Sheet
from course_lib.checks.personal import Personal, Task, read_tasks
from course_lib.checks.run import run_case

CHAPTERS = tuple(TITLES)
EXERCISES = COURSE.exercises
TASKS_FILE = "by_hand.json"  # in the student's edition, beside one file a chapter
POINTS_FILE = "points.json"
SITE_FILE = "site.txt"
MUSEUM_FILE = "museum.json"
SLIPS_FILE = "slips.json"  # beside the exercises of a chapter, see `course_lib.checks.slips`


@cache
def is_instructor_edition() -> bool:
    """Tell whether the exercises themselves, with their references, are here."""
    return has_answers()


@cache
def folder() -> Path:
    """Say where the packages of the chapters' exercises lie (instructor's edition)."""
    return COURSE.root.joinpath(*EXERCISES.split("."))


@cache
def exercises(*chapters: str) -> dict[str, Exercise]:
    """Return exercises by name, all in the order of the course or a chapter's (instructor's)."""
    modules = chapter_modules(chapters or CHAPTERS)
    return {exercise.name: exercise for module in modules for exercise in module.EXERCISES}


def chapter_modules(chapters: Iterable[str]) -> list[ModuleType]:
    """Import those of the chapters' packages of exercises that exist (instructor's edition)."""
    names = [f"{EXERCISES}.{chapter}" for chapter in chapters]
    return [import_module(name) for name in names if importlib.util.find_spec(name)]


def home(name: str) -> tuple[str, ...]:
    """Say which chapter has a file for an exercise, so that no other need be imported."""
    words = str(name).lower().replace("_", "")
    return tuple(chapter for chapter, files in files_of_exercises().items() if words in files)


@cache
def files_of_exercises() -> dict[str, frozenset[str]]:
    """List by chapter what its files are called, without case and underscores."""
    return {
        chapter: frozenset(
            file.stem.lower().replace("_", "") for file in (folder() / chapter).glob("[!_]*.py")
        )
        for chapter in CHAPTERS
    }


@cache
def personals(*chapters: str) -> dict[str, Personal]:
    """Return exercises by hand with their answers, by name (instructor's edition)."""
    modules = chapter_modules(chapters or CHAPTERS)
    found = [module.PERSONAL for module in modules if hasattr(module, "PERSONAL")]
    return {personal.task.name: personal for personal in found}


def task(name: str) -> Task | None:
    """Return an exercise by hand as students know it, if it is one (either edition)."""
    if not is_instructor_edition():
        return tasks().get(name)
    chapters = home(name)
    found = personals(*chapters).get(name)
    if found is None and name not in exercises(*chapters):  # its file has another name
        found = personals().get(name)
    return found.task if found else None


@cache
def tasks() -> dict[str, Task]:
    """Return every exercise by hand as students know it, by name (either edition)."""
    if is_instructor_edition():
        return {name: personal.task for name, personal in personals().items()}
    file = resources.files("course_lib.checks") / "data" / TASKS_FILE
    return read_tasks(file.read_text(encoding="utf-8")) if file.is_file() else {}


@dataclass(frozen=True)
class Points:
    """What a notebook counts: all together, and the visible check of each exercise."""

    total: float
    visible: Mapping[str, float]


@cache
def points() -> dict[str, Points]:
    """Return what each released notebook counts (student's edition; elsewhere it is not known)."""
    file = resources.files("course_lib.checks") / "data" / POINTS_FILE
    found = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return {chapter: Points(**counted) for chapter, counted in found.items()}


@cache
def site() -> str:
    """Return the address of the book's site (student's edition, where it is known); else ""."""
    file = resources.files("course_lib.checks") / "data" / SITE_FILE
    return file.read_text(encoding="utf-8").strip() if file.is_file() else ""


@cache
def compiled_sheets() -> dict[str, Sheet]:
    """Return the sheet of every exercise by name (student's edition)."""
    found = [sheet for chapter in CHAPTERS for sheet in read_compiled(f"{chapter}.json")]
    return {sheet.name: sheet for sheet in found}


def read_compiled(name: str) -> tuple[Sheet, ...]:
    """Read a file of compiled sheets (student's edition); none if it is not there."""
    from course_lib.checks.encode import read_sheets

    file = resources.files("course_lib.checks") / "data" / name
    return read_sheets(file.read_text(encoding="utf-8")) if file.is_file() else ()


@cache
def museum() -> dict[str, Sheet]:
    """Return the sheet of every exhibit of the mistake museum by name (either edition)."""
    if is_instructor_edition():
        from course_lib.checks.museum import exhibits

        found = {name: exhibit.exercise for name, exhibit in exhibits().items()}
        return {name: make_sheet(each, each.visible) for name, each in found.items()}
    return {sheet.name: sheet for sheet in read_compiled(MUSEUM_FILE)}


def names(chapter: str | None = None) -> list[str]:
    """
    List the exercises, in the order of the course.

    Parameters
    ----------
    chapter : str, optional
        Only those of this chapter.

    Returns
    -------
    list of str
        Their names.
    """
    if is_instructor_edition():
        wanted = CHAPTERS if chapter is None else {chapter}.intersection(CHAPTERS)
        return [name for each in wanted for name in exercises(each)]
    return [name for name, item in compiled_sheets().items() if chapter in (None, item.chapter)]


def graded_names(chapter: str) -> list[str]:
    """List what an assignment has test cells for: its exercises, and the one by hand."""
    return [*names(chapter), *(task.name for task in tasks().values() if task.chapter == chapter)]


def find(name: str) -> Exercise:
    """
    Return an exercise of the instructor's edition.

    Parameters
    ----------
    name : str
        Its name.

    Returns
    -------
    Exercise
        The exercise.

    Raises
    ------
    LookupError
        If there is none; the message names a close one.
    """
    if not (found := described(name)):
        raise unknown(name)
    return found


def described(name: str) -> Exercise | None:
    """Return an exercise, if there is one: of the chapter with its file, else of any."""
    return exercises(*home(name)).get(name) or exercises().get(name)


def unknown(name: str) -> LookupError:
    """Make the error for a name that does not exist, with a close one that does."""
    close = difflib.get_close_matches(str(name), [*names(), *tasks()], n=1)
    suggestion = f" Did you mean {close[0]!r}?" if close else f" There are: {', '.join(names())}."
    return LookupError(f"There is no exercise {name!r}.{suggestion}")


def sheet(name: str, hidden: bool = False, seed: int | str | None = None) -> Sheet:
    """
    Make an exercise ready for checking.

    Parameters
    ----------
    name : str
        Its name.
    hidden : bool, default=False
        Draw hidden cases instead of the visible ones.
    seed : int or str, optional
        Of the hidden cases.

    Returns
    -------
    Sheet
        Cases, right outcomes, mistakes.

    Raises
    ------
    LookupError
        If there is no such exercise, or hidden cases are asked of the student's edition.
    """
    if not known(name):
        if name in museum() and not hidden:
            return museum()[name]
        raise unknown(name)
    if not hidden:
        return visible_sheet(name) if is_instructor_edition() else compiled_sheets()[name]
    if not is_instructor_edition():
        raise LookupError("Hidden checks run only where assignments are graded.")
    return drawn_sheet(name, chosen_seed(seed))


def known(name: str) -> bool:
    """Tell whether there is an exercise of this name (either edition)."""
    if not is_instructor_edition():
        return name in compiled_sheets()
    return described(name) is not None


@lru_cache(maxsize=64)
def drawn_sheet(name: str, seed: str) -> Sheet:
    """Make hidden cases ready once for all students who are judged by the same ones."""
    return hidden_sheet(find(name), seed)


@cache
def visible_sheet(name: str) -> Sheet:
    """Make the visible cases of an exercise ready."""
    exercise = find(name)
    return replace(make_sheet(exercise, exercise.visible), slips=slips_of(exercise))


def slips_of(exercise: Exercise) -> dict[str, str]:
    """Read the fingerprints of slips of an exercise; none if they were not made yet."""
    file = folder() / exercise.chapter / SLIPS_FILE
    made = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return dict(made[exercise.name]["slips"]) if exercise.name in made else {}


def hidden_sheet(exercise: Exercise, seed: int | str | None = None) -> Sheet:
    """Draw the hidden cases of an exercise, and their order, and make them ready."""
    rng = generator(exercise.name, seed)
    drawn = list(exercise.hidden(rng))
    # A function that counts its calls cannot know which case it is given.
    cases = tuple(drawn[k] for k in rng.permutation(len(drawn)))
    return replace(make_sheet(exercise, cases), hidden=True)


def generator(name: str, seed: int | str | None) -> np.random.Generator:
    """Make the generator of an exercise's hidden cases."""
    digest = hashlib.sha256(f"{chosen_seed(seed)}:{name}".encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:16], "big"))


def chosen_seed(seed: int | str | None) -> str:
    """
    Choose the seed of hidden cases.

    It is the argument; else that of the submission that is judged; else ``COURSE_SEED``, by which
    an author has the same cases again; else a fresh one.
    """
    from course_lib.checks.sitting import seed_here

    seed = seed_here() if seed is None else seed
    return str(seed if seed is not None else os.environ.get("COURSE_SEED") or secrets.token_hex(16))


def make_sheet(exercise: Exercise, cases: tuple[Case, ...]) -> Sheet:
    """
    Run the reference on the cases; the mistakes run only when they are asked for.

    The author's cases come first, in the order of the author; then those of the rules.
    """
    from course_lib.checks.recording import record
    from course_lib.checks.rules import rule_cases

    is_class = inspect.isclass(exercise.reference)
    parameters = () if is_class else tuple(inspect.signature(exercise.reference).parameters)
    reference = partial(run_case, function=exercise.reference, parameters=parameters, quiet=True)
    every = (*cases, *rule_cases(exercise, cases, reference))
    run = partial(run_all, cases=every, parameters=parameters)
    return Sheet(
        name=exercise.name,
        chapter=exercise.chapter,
        equation=exercise.equation,
        quantity=exercise.quantity,
        parameters=parameters,
        tolerance=exercise.tolerance,
        cases=every,
        expected=run(exercise.reference),
        mistakes=tuple(
            KnownMistake(m.name, m.diagnosis, m.hint, cache(partial(run, m.implementation)))
            for m in exercise.mistakes
        ),
        signature="" if is_class else signature(exercise.reference, cases),
        calls=cache(
            lambda: record(exercise, list(map(find, earlier(exercise))), every, parameters)
        ),
    )


def earlier(exercise: Exercise | Sheet) -> list[str]:
    """List the exercises of the same notebook that stand before this one."""
    found = names(exercise.chapter)
    return found[: found.index(exercise.name)] if exercise.name in found else []


def signature(reference: Callable[..., object], cases: tuple[Case, ...]) -> str:
    """Write the parameters that the cases use, which are those of the stub, with their defaults."""
    known = inspect.signature(reference).parameters
    steps = [step for case in cases for step in case.steps]
    count = max(len(step.args) for step in steps)
    by_name = {name for step in steps for name in step.kwargs}
    used = [p for k, p in enumerate(known.values()) if k < count or p.name in by_name]
    bare = [p.replace(annotation=inspect.Parameter.empty) for p in used]
    return f"({', '.join(map(str, bare))})"


def run_all(
    function: Callable[..., object], cases: tuple[Case, ...], parameters: tuple[str, ...]
) -> tuple[Outcome, ...]:
    """Run every case on a function of our own, without its prints."""
    return tuple(run_case(case, function, parameters, quiet=True) for case in cases)
