"""Measures how often the checks of an exercise are wrong: on right answers, mistakes and mutants.

A mutant is a copy of the reference, or of an accepted alternative, with one operator, comparison,
constant, axis, call or order of arguments changed; changes to checks of bad input are left out
unless bad input is asked about. A mutant that gives the reference's outcome on every input of a
large sample drawn apart from the hidden cases (``Exercise.inputs``) is
equivalent. It is listed with the reason and not counted. For authors.
"""

import ast
import copy
import inspect
import signal
import types
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from functools import partial
from importlib import import_module
from typing import Any

import numpy as np

from course_lib.checks import registry
from course_lib.checks.author.audit import verdict
from course_lib.checks.compare import compare_outcomes
from course_lib.checks.model import Case, Exercise, Sheet, case
from course_lib.checks.run import run_case

SEEDS = range(5)  # of the hidden cases
SECONDS = 5.0  # of computing, for one mutant on one sheet; one that needs more has failed
PATIENCE = 60.0  # the same, on the large sample
SAMPLE = 120  # inputs of an exercise that are drawn
OTHER_SEEDS = range(10_000, 10_010)  # of hidden cases, used nowhere else

ARITHMETIC: dict[type, tuple[type, ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add, ast.Mult),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult, ast.Sub),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.Mult,),
}
ORDERED = (ast.Sub, ast.Div, ast.MatMult, ast.Pow)
COMPARISON: dict[type, tuple[type, ...]] = {
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
}
REASONS = {
    "arithmetic": "the result is the same with this operation",
    "comparison": "the result is the same with this comparison",
    "constant": "the result is the same with this number",
    "axis": "the result is the same along this axis",
    "swapped operands": "the result is the same in this order",
    "swapped arguments": "the result is the same in this order",
    "dropped call": "the result is the same without this call",
    "dropped transpose": "the result is the same without this transpose",
}
UNREACHED = "no valid input gets to this place"

Variant = tuple[str, ast.AST]
Pick = Callable[[dict[str, Any]], Callable[..., Any]]


@dataclass(frozen=True)
class Mutant:
    """A changed copy of a right answer.

    Parameters
    ----------
    change : str
        Module, definition, and the code before and after.
    line : int
        Where it stands in the source.
    operator : str
        A key of `REASONS`.
    function : callable
        The copy.
    broken : callable or None
        A copy that stops with an error when it gets to the changed place.
    """

    change: str
    line: int
    operator: str
    function: Callable[..., Any]
    broken: Callable[[], Callable[..., Any] | None]


@dataclass(frozen=True)
class Survivor:
    """A mutant that passes, whether it is equivalent, and why it passes."""

    mutant: Mutant
    equivalent: bool
    reason: str


@dataclass
class Row:
    """The counts of one exercise; what is listed went wrong, except for `equivalent`."""

    exercise: str
    chapter: str = ""
    alternatives: int = 0
    refused: list[str] = field(default_factory=list)
    mistakes: int = 0
    passed: list[str] = field(default_factory=list)
    diagnosed: int = 0
    confused: list[str] = field(default_factory=list)
    mutants: int = 0
    # The change, and why it passes.
    mutants_passed: list[tuple[str, str]] = field(default_factory=list)
    equivalent: list[tuple[str, str]] = field(default_factory=list)


# ------------------------------------------------------------------ where to change


def reachable(
    tree: ast.Module, names: Iterable[str], apart: Collection[str] = ()
) -> list[ast.FunctionDef | ast.ClassDef]:
    """Find the definitions of `names`, and of the module's helpers that they use, but `apart`."""
    known = {n.name: n for n in tree.body if isinstance(n, (ast.FunctionDef, ast.ClassDef))}
    found: dict[str, ast.FunctionDef | ast.ClassDef] = {}
    waiting = list(names)
    while waiting:
        current = waiting.pop()
        if current in known and current not in found:
            found[current] = known[current]
            waiting += [name for name in names_in(known[current]) if name not in apart]
    return list(found.values())


def names_in(node: ast.AST) -> list[str]:
    """List the names that a piece of code uses."""
    return [n.id for n in ast.walk(node) if isinstance(n, ast.Name)]


def is_argument_check(node: ast.AST) -> bool:
    """Tell whether a node only looks after bad input: a check, or a branch that raises."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id.lstrip("_").startswith(("as_", "require_"))
    if isinstance(node, ast.If):
        return all(isinstance(child, ast.Raise) for child in node.body)
    return isinstance(node, (ast.Raise, ast.Assert))


@dataclass(frozen=True)
class Site:
    """A place in a tree: a node, and the field of its parent that holds it."""

    node: Any
    parent: ast.AST
    field: str
    index: int | None
    checks_arguments: bool

    @contextmanager
    def holding(self, node: ast.AST) -> Iterator[None]:
        """Put another node there for a while."""
        self.put(node)
        try:
            yield
        finally:
            self.put(self.node)

    def put(self, node: ast.AST) -> None:
        """Put a node there."""
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def sites(node: ast.AST, checking: bool = False) -> Iterator[Site]:
    """Walk over the places of a definition, outer ones first."""
    for name, value in ast.iter_fields(node):
        if name in ("returns", "annotation", "decorator_list"):
            continue
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, child in children:
            if isinstance(child, ast.AST):
                inside = checking or is_argument_check(child)
                yield Site(child, node, name, index, inside)
                yield from sites(child, inside)


# ------------------------------------------------------------------ what to change


def changed(node: ast.AST, **fields: Any) -> ast.AST:
    """Copy a node with other fields."""
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def of_operation(node: ast.BinOp) -> Iterator[Variant]:
    """Take another operator, leave out an operand, swap the operands."""
    for other in ARITHMETIC.get(type(node.op), ()):
        yield "arithmetic", changed(node, op=other())
    yield "arithmetic", node.left
    yield "arithmetic", node.right
    if isinstance(node.op, ORDERED):
        yield "swapped operands", changed(node, left=node.right, right=node.left)


def of_assignment(node: ast.AugAssign) -> Iterator[Variant]:
    """Take another operator in ``a += b``."""
    for other in ARITHMETIC.get(type(node.op), ()):
        yield "arithmetic", changed(node, op=other())


def of_sign(node: ast.UnaryOp) -> Iterator[Variant]:
    """Leave out a sign or a negation."""
    if isinstance(node.op, (ast.USub, ast.Not, ast.Invert)):
        yield "arithmetic", node.operand


def of_comparison(node: ast.Compare) -> Iterator[Variant]:
    """Take another comparison."""
    for other in COMPARISON.get(type(node.ops[0]), ()):
        yield "comparison", changed(node, ops=[other(), *node.ops[1:]])


def of_connection(node: ast.BoolOp) -> Iterator[Variant]:
    """Take ``or`` for ``and``."""
    for other in COMPARISON[type(node.op)]:
        yield "comparison", changed(node, op=other())


def of_constant(node: ast.Constant) -> Iterator[Variant]:
    """Take a number next to it, or its half."""
    number: Any = node.value
    kind = type(number)
    if kind is int or kind is float:
        for value in dict.fromkeys((number + 1, number - 1, 0.5 * number)):
            if kind(value) == value != number:
                yield "constant", changed(node, value=kind(value))


def of_keyword(node: ast.keyword) -> Iterator[Variant]:
    """Take the other axis, no axis, or the other value of ``keepdims``."""
    if isinstance(node.value, ast.Constant) and node.arg in ("axis", "keepdims"):
        value = node.value.value
        others = (not value,) if node.arg == "keepdims" else (None, 0, 1)
        for other in others:
            if other != value:
                yield "axis", changed(node, value=ast.Constant(other))


def of_call(node: ast.Call) -> Iterator[Variant]:
    """Leave out the call, swap its first two arguments."""
    if node.args:
        yield "dropped call", node.args[0]
    if isinstance(node.func, ast.Attribute) and not (
        isinstance(node.func.value, ast.Name) and node.func.value.id in ("np", "math")
    ):
        yield "dropped call", node.func.value
    if len(node.args) > 1:
        first, second, *rest = node.args
        yield "swapped arguments", changed(node, args=[second, first, *rest])


def of_attribute(node: ast.Attribute) -> Iterator[Variant]:
    """Leave out a transpose."""
    if node.attr == "T":
        yield "dropped transpose", node.value


OPERATORS: dict[type, Callable[[Any], Iterator[Variant]]] = {
    ast.BinOp: of_operation,
    ast.AugAssign: of_assignment,
    ast.UnaryOp: of_sign,
    ast.Compare: of_comparison,
    ast.BoolOp: of_connection,
    ast.Constant: of_constant,
    ast.keyword: of_keyword,
    ast.Call: of_call,
    ast.Attribute: of_attribute,
}
FAILS = ast.parse("[][0]", mode="eval").body


def failing(node: ast.AST) -> ast.AST:
    """Make a copy of a node that stops with an error where it is computed."""
    return changed(node, value=FAILS) if isinstance(node, (ast.keyword, ast.AugAssign)) else FAILS


# ------------------------------------------------------------------ the mutants


def mutants(
    exercise: Exercise, with_checks: bool = False, apart: Collection[str] = ()
) -> Iterator[Mutant]:
    """
    Make every mutant of the reference and of the alternatives that can still be defined.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    with_checks : bool, default=False
        Also change code that looks after bad input.
    apart : collection of str
        Functions that are left as they are, with the helpers that only they use.

    Yields
    ------
    Mutant
        A changed copy.
    """
    name = exercise.reference.__name__
    module = inspect.getmodule(exercise.reference)
    assert module is not None
    tree = ast.parse(inspect.getsource(module))
    definitions: list[Any] = list(reachable(tree, [name], apart))
    yield from mutants_of(module, tree, definitions, lambda names: names[name], with_checks)
    module = module_of(exercise)
    tree = ast.parse(inspect.getsource(module))
    for k, alternative in enumerate(alternatives_in(tree, exercise.name)):
        used = [name for name in names_in(alternative.args[1]) if name not in apart]
        definitions = [alternative.args[1], *reachable(tree, used, apart)]
        pick = partial(nth_alternative, exercise.name, k)
        yield from mutants_of(module, tree, definitions, pick, with_checks)


def module_of(exercise: Exercise) -> types.ModuleType:
    """Return the module that describes an exercise: a module of its chapter, or the chapter's."""
    package = import_module(f"{registry.EXERCISES}.{exercise.chapter}")
    parts = [part for part in vars(package).values() if isinstance(part, types.ModuleType)]
    found = [part for part in parts if hasattr(part, "EXERCISE")]
    return next((part for part in found if part.EXERCISE.name == exercise.name), package)


def alternatives_in(tree: ast.Module, name: str) -> list[ast.Call]:
    """Find the ``Alternative(...)`` calls of one exercise in the source of its module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Exercise":
            given = dict(zip((f.name for f in fields(Exercise)), node.args, strict=False))
            given |= {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
            listed = given.get("alternatives")
            if ast.unparse(given["name"]) == repr(name) and isinstance(listed, ast.Tuple):
                return [n for n in listed.elts if isinstance(n, ast.Call) and len(n.args) > 1]
    return []


def nth_alternative(name: str, k: int, names: dict[str, Any]) -> Callable[..., Any]:
    """Pick an alternative of the exercise from the names of a mutated module."""
    found = [e for e in names.values() if isinstance(e, Exercise) and e.name == name]
    return found[0].alternatives[k].implementation


def mutants_of(
    module: types.ModuleType, tree: ast.Module, definitions: list[Any], pick: Pick, checks: bool
) -> Iterator[Mutant]:
    """Change the definitions in a module's tree, one place at a time, and run the module."""
    for definition in definitions:
        within = ".".join([module.__name__.rpartition(".")[2], getattr(definition, "name", "")])
        for site in list(sites(definition)):
            if site.checks_arguments and not checks:
                continue
            for operator, new in OPERATORS.get(type(site.node), lambda node: iter(()))(site.node):
                function = define(tree, site, new, module, pick)
                if function is not None:
                    yield Mutant(
                        f"{within.rstrip('.')}: {show(site.node)} → {show(new)}",
                        getattr(site.node, "lineno", definition.lineno),
                        operator,
                        function,
                        partial(define, tree, site, failing(site.node), module, pick),
                    )


def show(node: ast.AST) -> str:
    """Write a node as code in one line."""
    return " ".join(ast.unparse(node).split())[:70]


def define(
    tree: ast.Module, site: Site, new: ast.AST, module: types.ModuleType, pick: Pick
) -> Callable[..., Any] | None:
    """Run a module with one place changed, and pick one of its functions."""
    names = {"__name__": module.__name__, "__file__": module.__file__}
    with site.holding(new), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            whole = ast.fix_missing_locations(tree)
            exec(compile(whole, "<mutant>", "exec"), names)
            return pick(names)
        except Exception:
            return None


# ------------------------------------------------------------------ measuring


class OutOfTime(BaseException):
    """A mutant computes too long; no student code can catch it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Stop with `OutOfTime` after so much computing; waiting for the processor does not count."""

    def stop(*_: object) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        signal.signal(signal.SIGPROF, before)


def accepts(sheet: Sheet, function: Callable[..., Any], seconds: float = SECONDS) -> bool:
    """Tell whether every case of a sheet is right; stop at the first that is not."""
    try:
        with time_limit(seconds):
            return not any(wrong_cases(sheet, function))
    except OutOfTime:
        return False


def wrong_cases(sheet: Sheet, function: Callable[..., Any]) -> Iterator[bool]:
    """Tell case by case whether the outcome is wrong."""
    for tried, expected in zip(sheet.cases, sheet.expected, strict=True):
        got = run_case(tried, function, sheet.parameters, quiet=True)
        yield compare_outcomes(expected, got, tried.tolerance or sheet.tolerance, []) is not None


def sample_sheet(exercise: Exercise) -> Sheet:
    """
    Draw many valid inputs: as the exercise describes them, and hidden cases of other seeds.

    Hidden cases alone cannot tell whether two functions are equivalent: what they do not see
    would count as the same.

    Parameters
    ----------
    exercise : Exercise
        The exercise.

    Returns
    -------
    Sheet
        The inputs with the right outcomes.
    """
    rng = np.random.default_rng(20240229)
    cases = [as_case(exercise.inputs(rng)) for _ in range(SAMPLE)]
    for seed in OTHER_SEEDS:
        cases += exercise.hidden(registry.generator(exercise.name, seed))
    return registry.make_sheet(exercise, tuple(cases))


def as_case(drawn: tuple[Any, ...] | Case) -> Case:
    """Make a case of one input of an exercise."""
    return drawn if isinstance(drawn, Case) else case("sample", *drawn)


def measure(exercise: Exercise, seeds: Iterable[int] = SEEDS) -> Row:
    """
    Count for one exercise, on its visible cases and on hidden ones of every seed.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    seeds : iterable of int
        Of the hidden cases. An answer that passes with one of them has passed.

    Returns
    -------
    Row
        The counts, and what went wrong by name.
    """
    visible = registry.make_sheet(exercise, exercise.visible)
    hidden = [registry.hidden_sheet(exercise, seed) for seed in seeds]
    row = Row(exercise.name, exercise.chapter, len(exercise.alternatives))
    for alternative in exercise.alternatives:
        if any(verdict(sheet, alternative.implementation) for sheet in (visible, *hidden)):
            row.refused.append(alternative.name)
    row.mistakes = len(exercise.mistakes)
    for mistake in exercise.mistakes:
        verdicts = [verdict(sheet, mistake.implementation) for sheet in hidden]
        named = {failure.diagnosis if failure else "passed" for failure in verdicts}
        row.diagnosed += named == {mistake.name}
        if "passed" in named:
            row.passed.append(mistake.name)
        if named - {mistake.name, None, "passed"}:
            row.confused.append(mistake.name)
    for survivor in survivors(exercise, visible, hidden, row):
        listed = row.equivalent if survivor.equivalent else row.mutants_passed
        listed.append((survivor.mutant.change, survivor.reason))
    row.mutants -= len(row.equivalent)
    return row


def survivors(
    exercise: Exercise, visible: Sheet, hidden: list[Sheet], row: Row | None = None
) -> Iterator[Survivor]:
    """Find the mutants that pass, equivalent or not; count all mutants in `row`."""
    sample = sample_sheet(exercise)
    errors_asked = any(outcome.error for sheet in hidden for outcome in sheet.expected)
    for mutant in mutants(exercise, with_checks=errors_asked):
        if row is not None:
            row.mutants += 1
        if accepts(visible, mutant.function) and any(
            accepts(sheet, mutant.function) for sheet in hidden
        ):
            yield explained(mutant, sample)


def explained(mutant: Mutant, sample: Sheet) -> Survivor:
    """Say why a mutant passes."""
    inputs = f"{len(sample.cases)} inputs drawn apart"
    try:
        with time_limit(PATIENCE):
            wrong = sum(wrong_cases(sample, mutant.function))
    except OutOfTime:
        return Survivor(mutant, False, f"does not end on one of {inputs}")
    if wrong:
        return Survivor(mutant, False, f"{mutant.operator}; wrong on {wrong} of {inputs}")
    broken = mutant.broken()
    reached = broken is None or not accepts(sample, broken, PATIENCE)
    reason = REASONS[mutant.operator] if reached else UNREACHED
    return Survivor(mutant, True, f"{reason}; right on {inputs}")
