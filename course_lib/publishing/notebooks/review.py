"""What is wrong with an assignment that is being written: ``course check --author NAME``.

The source is read as the release reads it. Then each test cell runs as the examiner runs it, on the
reference, on accepted alternatives, on named mistakes and on mutants in place of a student's
function, so that cells with plain ``assert`` lines are tried out like those that call `check`.
"""

import ast
import builtins
import contextlib
import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from unittest.mock import patch

import nbformat
from nbformat import NotebookNode
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from course_lib.checks import CheckFailed, registry
from course_lib.checks.author.audit import kinds_unseen, mistakes_alike
from course_lib.checks.author.finding import Finding
from course_lib.checks.author.mutants import (
    SECONDS,
    OutOfTime,
    explained,
    mutants,
    sample_sheet,
    time_limit,
)
from course_lib.checks.model import Exercise
from course_lib.checks.personal import SAMPLE_ID
from course_lib.checks.sitting import Sitting, judged_as
from course_lib.publishing.notebooks.derive import edited_by_hand
from course_lib.publishing.notebooks.faults import case_faults, label_faults
from course_lib.publishing.notebooks.places import solved_path, source_path, student_path
from course_lib.publishing.notebooks.sources import Cell, SourceError, read_source, validate_source

SEEDS = range(3)
MANY_SEEDS = range(25)  # for right answers, of which some class may meet each refusal
GIVEN = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
HEADING = re.compile(r"^(#+) .*\((\d+(?:\.\d+)?) points?\)", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """How a test cell ended on an implementation."""

    passed: bool
    message: str = ""
    diagnosis: str | None = None
    checked: bool = False  # whether it was `check` that failed
    points: float | None = None  # partial credit, where the last line gives it


class Draft:
    """
    The source of an assignment, read once, with its test cells ready to run.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.
    """

    def __init__(self, name: str, root: Path) -> None:
        self.name, self.root = name, root
        self.path = source_path(name, root)
        self.notebook = read_source(self.path)
        self.cells = [Cell(index, node) for index, node in enumerate(self.notebook.cells)]

    def tests(self, exercise: str) -> list[Cell]:
        """List the test cells of an exercise that are Python."""
        wanted = (f"{exercise}-visible", f"{exercise}-hidden")
        return [c for c in self.cells if c.is_test and c.grade_id in wanted and parses(c)]

    @cached_property
    def names(self) -> dict[str, Any]:
        """What test cells find: what is given, the answers, all else only if one needs it."""
        names: dict[str, Any] = {"__name__": "__main__"}
        others = [c for c in self.cells if c.is_code and not c.is_test and parses(c)]
        for cell in others:
            tree = ast.parse(cell.text)
            if not cell.is_solution:
                tree.body = [node for node in tree.body if isinstance(node, GIVEN)]
            run_quietly(tree, names)
        wanted = {name for c in self.cells if c.is_test and parses(c) for name in loaded(c.text)}
        if wanted - set(names) - set(vars(builtins)):
            with patch.dict(os.environ, {"MPLBACKEND": "Agg"}):
                for cell in others:
                    run_quietly(ast.parse(cell.text), names)
        return names

    def run(self, cell: Cell, exercise: str, function: Callable[..., Any], seed: int) -> Outcome:
        """Run a test cell with an implementation in the place of the student's."""
        names = self.names | {exercise: function}
        code, tail = compiled(cell)
        silence = contextlib.redirect_stdout(io.StringIO())
        try:
            with judged_as(Sitting(SAMPLE_ID, seed=seed)), silence, time_limit(SECONDS):
                exec(code, names)
                value = eval(tail, names) if tail else None
        except CheckFailed as failed:
            return Outcome(False, str(failed), failed.diagnosis, checked=True)
        except OutOfTime:
            return Outcome(False, f"takes more than {SECONDS:g} s")
        except Exception as error:
            return Outcome(False, f"{type(error).__name__}: {error}")
        is_number = type(value) in (int, float)
        return Outcome(True, points=float(value) if is_number else None)  # type: ignore[arg-type]


def parses(cell: Cell) -> bool:
    """Tell whether a cell is Python."""
    try:
        ast.parse(cell.text)
    except SyntaxError:
        return False
    return cell.is_code


def loaded(code: str) -> set[str]:
    """Name what a piece of code uses without defining it."""
    found = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)]
    stored = {node.id for node in found if isinstance(node.ctx, ast.Store)}
    return {node.id for node in found} - stored


def run_quietly(tree: ast.Module, names: dict[str, Any]) -> None:
    """Run code of the source; an error shows later, in the test cells that need it."""
    silence = contextlib.redirect_stdout(io.StringIO())
    with contextlib.suppress(Exception), silence:
        exec(compile(tree, "<source>", "exec"), names)


def compiled(cell: Cell) -> tuple[Any, Any]:
    """Compile a test cell; apart from it a last expression, which may give partial credit."""
    tree = ast.parse(cell.text)
    last = tree.body[-1] if tree.body else None
    tail = None
    if isinstance(last, ast.Expr) and isinstance(last.value, (ast.Constant, ast.Name, ast.BinOp)):
        tree.body.pop()
        tail = compile(ast.Expression(last.value), f"<{cell.grade_id}>", "eval")
    return compile(tree, f"<{cell.grade_id}>", "exec"), tail


# ------------------------------------------------------------------ the whole


def exercises_of(name: str) -> list[Exercise]:
    """List the exercises of an assignment whose checks are cases."""
    return [registry.find(exercise) for exercise in registry.names(name)]


def review(name: str, root: Path, tell: Callable[[str], None] = lambda text: None) -> list[Finding]:
    """
    Find what is wrong with an assignment.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.
    tell : callable
        Is called with the name of each exercise when it is done.

    Returns
    -------
    list of Finding
        Empty if the assignment can be released.
    """
    draft = Draft(name, root)
    findings = [*source_problems(draft), *points_problems(draft)]
    for exercise in exercises_of(name):
        findings += dict.fromkeys(exercise_problems(draft, exercise))
        tell(exercise.name)
    return findings


def review_with_progress(name: str, root: Path) -> list[Finding]:
    """Do the same with a progress bar on stderr, where a person is watching."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(
        *columns,
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
        transient=True,
    ) as bar:
        task = bar.add_task(name, total=len(exercises_of(name)))
        return review(name, root, lambda done: bar.advance(task))


def source_problems(draft: Draft) -> Iterator[Finding]:
    """Find what the release would refuse: markers, regions, metadata, imports, missing cells."""
    path = draft.path.relative_to(draft.root)
    if edited := edited_by_hand(draft.name, draft.root):
        where, _, text = edited.partition(", ")
        yield Finding(where, "source", text)
    try:
        validate_source(draft.notebook, path, registry.graded_names(draft.name))
    except SourceError as error:
        for line in str(error).splitlines():
            yield Finding(str(path), "source", line.removeprefix(f"{path}, "))


# ------------------------------------------------------------------ points


def points_in(cells: Iterable[Cell]) -> float:
    """Sum the points of cells."""
    points = [cell.grading.get("points") for cell in cells if cell.grading.get("grade")]
    return float(sum(p for p in points if isinstance(p, (int, float))))


def points_problems(draft: Draft) -> Iterator[Finding]:
    """Find sums that differ from what a heading promises, or from what was released."""
    path = str(draft.path.relative_to(draft.root))
    for position, cell in enumerate(draft.cells):
        for level, promised in HEADING.findall(cell.text if not cell.is_code else ""):
            found = points_in(section(draft.cells, position, len(level)))
            if found != float(promised):
                text = f"cell {cell.index}: the heading promises {promised}, the cells below give"
                yield Finding(path, "points", f"{text} {found:g}")
    total = points_in(draft.cells)
    for derived in (solved_path(draft.name, draft.root), student_path(draft.name, draft.root)):
        if derived.is_file():
            found = points_in(cells_of(nbformat.read(derived, as_version=4)))
            if found != total:
                where = derived.relative_to(draft.root)
                text = f"the source gives {total:g}, {where} gives {found:g}. Release it again."
                yield Finding(path, "points", text)


def cells_of(notebook: NotebookNode) -> list[Cell]:
    """Wrap the cells of a notebook."""
    return [Cell(index, node) for index, node in enumerate(notebook.cells)]


def section(cells: Sequence[Cell], start: int, level: int) -> Iterator[Cell]:
    """Yield the cells below a heading, up to the next one of its level or above."""
    for cell in cells[start + 1 :]:
        headings = re.findall(r"^(#+) ", cell.text, re.MULTILINE) if not cell.is_code else []
        if any(len(heading) <= level for heading in headings):
            return
        yield cell


# ------------------------------------------------------------------ test cells


def exercise_problems(draft: Draft, exercise: Exercise) -> Iterator[Finding]:
    """Try every implementation on the test cells of an exercise."""
    faults = [*label_faults(exercise, draft.root), *case_faults(exercise)]
    if faults:
        where = f"exercise {exercise.name}: "
        yield from (Finding(exercise.name, "exercise", text.removeprefix(where)) for text in faults)
        return
    tests = draft.tests(exercise.name)
    yield from refused_answers(draft, exercise, tests)
    yield from missed_mistakes(draft, exercise, [c for c in tests if c.grade_id.endswith("hidden")])
    visible = registry.make_sheet(exercise, exercise.visible)
    for seed in SEEDS:
        hidden = registry.hidden_sheet(exercise, seed)
        for found in mistakes_alike(hidden):
            text = f"{found.name} and {found.detail} give the same on every case"
            yield Finding(exercise.name, "mistakes alike", text)
        for found in kinds_unseen(exercise, visible, hidden):
            text = f"the hidden case {found.name!r} has what no visible case shows: {found.detail}"
            yield Finding(exercise.name, "kind unseen", f"{text}. Add a visible case, or drop it")
    yield from passing_mutants(draft, exercise, tests)


def refused_answers(draft: Draft, exercise: Exercise, tests: list[Cell]) -> Iterator[Finding]:
    """Find right answers that a test cell refuses, or gives less than its points."""
    right = {"reference": exercise.reference} | {
        alternative.name: alternative.implementation for alternative in exercise.alternatives
    }
    if tests and exercise.name in draft.names:
        right["the notebook's own answer"] = draft.names[exercise.name]
    elif tests:
        text = "the notebook's own answer stops before it defines it, or there is none"
        yield Finding(exercise.name, "answer", text)
    for cell in tests:
        most = points_in([cell])
        for name, function in right.items():
            for seed in seeds_of(cell, MANY_SEEDS):
                outcome = draft.run(cell, exercise.name, function, seed)
                if not outcome.passed:
                    text = f"{name}. {first_lines(outcome.message)}"
                    yield Finding(cell.grade_id, "right answer refused", text)
                    break
                if outcome.points is not None and outcome.points != most:
                    text = f"{name}: its last line gives {outcome.points:g} of {most:g} points"
                    yield Finding(cell.grade_id, "points", text)
                    break


def first_lines(message: str) -> str:
    """Shorten the message of a check: case and quantity."""
    return " ".join(" ".join(message.splitlines()[:4]).split())[:300]


def missed_mistakes(draft: Draft, exercise: Exercise, tests: list[Cell]) -> Iterator[Finding]:
    """Find mistakes that a hidden test cell lets through, or calls by no or another name."""
    for cell in tests:
        for mistake in exercise.mistakes:
            for seed in SEEDS:
                outcome = draft.run(cell, exercise.name, mistake.implementation, seed)
                kind = kind_of(outcome, mistake.name)
                if kind:
                    other = f", but {outcome.diagnosis}" if kind == "mistake confused" else ""
                    yield Finding(cell.grade_id, kind, mistake.name + other)
                    break


def kind_of(outcome: Outcome, name: str) -> str:
    """Say what is wrong with the verdict on a mistake; nothing if it is named."""
    if outcome.passed:
        return "mistake passes"
    if not outcome.checked or outcome.diagnosis == name:
        return ""
    return "mistake confused" if outcome.diagnosis else "mistake not named"


def passing_mutants(draft: Draft, exercise: Exercise, tests: list[Cell]) -> Iterator[Finding]:
    """
    Find mutants that pass all test cells although they are not equivalent.

    A change to another exercise, which this one calls, is judged there: here the cells put the
    reference in its place.
    """
    if not tests:
        return
    sample = sample_sheet(exercise)
    errors_asked = any(o.error for o in registry.hidden_sheet(exercise, SEEDS[0]).expected)
    others = registry.exercises().keys() - {exercise.name}
    for mutant in mutants(exercise, errors_asked, apart=others):
        if passes_all(draft, exercise.name, mutant.function, tests):
            found = explained(mutant, sample)
            if not found.equivalent:
                text = f"line {mutant.line} of {mutant.change} ({found.reason})"
                yield Finding(exercise.name, "mutant passes", text)


def passes_all(
    draft: Draft, exercise: str, function: Callable[..., Any], tests: list[Cell]
) -> bool:
    """Tell whether a function passes every test cell, with one seed at least."""
    return all(
        any(draft.run(cell, exercise, function, seed).passed for seed in seeds_of(cell))
        for cell in tests
    )


def seeds_of(cell: Cell, seeds: Sequence[int] = SEEDS) -> Sequence[int]:
    """Give the seeds to try a cell with; visible cases do not depend on them."""
    return seeds if cell.grade_id.endswith("hidden") else seeds[:1]
