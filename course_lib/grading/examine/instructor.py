"""
What the instructor's own cells give to the test cells, never asked of the student.

Every name in a notebook belongs to the last cell before a test cell that binds it: to the
instructor (imports, helpers, data), to the student (answers), or to an earlier test cell. The
instructor's statements run in the examiner when a test cell needs what they bind; those that
call the student's functions run against the stubs of the question that asks.
"""

import ast
import builtins
import contextlib
import dis
import functools
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from types import CodeType, FunctionType, ModuleType
from typing import Any

import numpy as np

from course_lib.checks import registry
from course_lib.grading.examine.assignment import Assignment, Cell
from course_lib.grading.examine.given import importable
from course_lib.grading.examine.names import Notebook, StudentNames
from course_lib.grading.examine.stubs import Stub, StubType
from course_lib.grading.examine.surroundings import working_folder
from course_lib.grading.examine.undrawn import DRAWING, PLOTTING, Picture, undrawn
from course_lib.grading.inside.states import ROUNDABOUT, mentioned_by, names_in

STUDENT = "the student"
CODE = (ModuleType, FunctionType, type, Picture)  # using these does not change them
PLAIN = (*CODE, np.ndarray, np.generic, str, bytes, int, float, complex, range, type(None))
DEFINITIONS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
SCOPES = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.ListComp, ast.SetComp,
    ast.DictComp, ast.GeneratorExp,
)  # fmt: skip
# Magics that only set up a notebook's display or environment: nothing for the examiner to do.
HARMLESS = frozenset(
    {"matplotlib", "config", "load_ext", "reload_ext", "autoreload", "precision", "pip", "conda",
     "pinfo", "pinfo2", "xmode", "pprint", "env", "set_env", "reset_selective", "who", "whos"}
)  # fmt: skip
WRAPPERS = frozenset({"time", "timeit", "capture", "prun", "memit", "python", "python3"})


class InstructorError(ValueError):
    """A cell of the instructor's source cannot do its part; the text names it."""


class NeedsFigures(Exception):
    """A test cell may look at what the instructor's cells draw."""


class NeedsStudent(BaseException):
    """A statement of the instructor asks for something of the student."""


class Unrunnable(Exception):
    """A magic that means nothing outside a notebook."""


class Magics:
    """
    What ``get_ipython()`` is in the examiner: display magics do nothing, `%%time` runs its code.

    Parameters
    ----------
    names : dict
        The global names of the cell.
    """

    def __init__(self, names: dict[str, Any]) -> None:
        self.names = self.user_ns = names

    def run_line_magic(self, name: str, line: str, *rest: Any, **more: Any) -> None:
        """Run ``%name line``."""
        if name in WRAPPERS:
            exec(line, self.names)
        elif name not in HARMLESS:
            raise Unrunnable(f"%{name} means nothing outside a notebook")

    def run_cell_magic(self, name: str, line: str, body: str) -> None:
        """Run ``%%name line`` with the rest of the cell."""
        if name not in WRAPPERS:
            raise Unrunnable(f"%%{name} means nothing outside a notebook")
        if name != "capture":
            exec(body, self.names)
            return
        from IPython.utils.capture import CapturedIO

        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            exec(body, self.names)
        kept = [word for word in line.split() if word.isidentifier()]
        self.names.update(dict.fromkeys(kept, CapturedIO(out, err)))

    def system(self, command: str) -> None:
        """Leave ``!command`` to the notebook."""

    def getoutput(self, command: str, *rest: Any, **more: Any) -> None:
        """Refuse ``names = !command``."""
        raise Unrunnable("the output of !commands is not known outside a notebook")


@functools.lru_cache(maxsize=1024)
def tree_of(source: str) -> ast.Module:
    """Parse a cell as Python, or else as IPython reads it: with magics and commands."""
    try:
        return ast.parse(source)
    except SyntaxError:
        from IPython.core.inputtransformer2 import TransformerManager

        return ast.parse(TransformerManager().transform_cell(source))


@dataclass(frozen=True)
class Statement:
    """
    One top-level statement of an instructor's cell that is no test.

    Parameters
    ----------
    place : int
        Position of its cell in the source.
    key : str
        Name of its cell.
    code : CodeType
        The statement.
    binds : frozenset of str
        Names that it binds, or whose value it changes.
    defines : bool
        Whether it is an import or a definition, which depends on no other statement.
    dependent : bool
        Whether it calls something of the student.
    """

    place: int
    key: str
    code: CodeType
    binds: frozenset[str]
    defines: bool
    dependent: bool = False


Owner = Statement | str


@dataclass
class Plan:
    """Who binds which name before which test cell; made once for an assignment."""

    statements: list[Statement]
    owners: dict[str, dict[str, Owner]]
    instructors: frozenset[str]
    places: dict[str, int]
    tests: dict[str, Cell] = field(default_factory=dict)
    read: frozenset[str] = frozenset()  # names that the answers' functions read
    helpers: str = ""  # the text of the instructor's cells that define functions
    words: frozenset[str] = frozenset()  # texts that stand in the instructor's cells

    def run(self, key: str, dependent: bool, names: StudentNames) -> None:
        """Run the statements before a test cell that are not asked for one by one, in order."""
        failed = -1
        for statement in self.statements:
            by_name = statement.defines and not statement.dependent
            if by_name or statement.dependent is not dependent:
                continue
            if statement.place >= self.places[key] or statement.place == failed:
                continue
            try:
                exec(statement.code, names)
            except Exception:
                if not dependent:
                    raise
                failed = statement.place  # the student's part fails: the next cell goes on


@dataclass
class Own:
    """
    The instructor's side of one submission: the names that each test cell sees.

    Parameters
    ----------
    plan : Plan
        Of the assignment.
    kept : dict
        What the test cells that were judged bound.
    """

    plan: Plan
    kept: dict[str, dict[str, Any]] = field(default_factory=dict)

    def names(
        self, cell: Cell, find: Callable[[str], Any], notebook: Notebook | None = None
    ) -> StudentNames:
        """
        Give the global names of a test cell, made when they are needed.

        Parameters
        ----------
        cell : Cell
            The test cell.
        find : callable
            Gives the value of a name of the student's.
        notebook : Notebook, optional
            The student's, to be told what the cell binds.

        Returns
        -------
        StudentNames
            Its global names.
        """
        place = self.plan.owners[cell.key]
        done: set[bool] = set()
        again: set[str] = set()

        def lookup(name: str) -> Any:
            owner = place.get(name)
            if owner == STUDENT:
                return find(name)
            if owner is None:
                # Bound by the instructor later, or Python's own: never the student's to say.
                if name in self.plan.instructors or hasattr(builtins, name):
                    raise KeyError(name)
                return find(name)
            if isinstance(owner, str):
                value = self.kept.get(owner, {})[name]
                if owner in again or not holds_stub(value):
                    return value
                again.add(owner)
                repeat(self.plan.tests[owner], names)
                return dict.__getitem__(names, name)
            with contextlib.redirect_stdout(io.StringIO()), names.run_by_instructor():
                if owner.defines and not owner.dependent:
                    exec(owner.code, names)
                else:
                    run(cell.key, owner.dependent)
            return dict.__getitem__(names, name)

        def run(key: str, dependent: bool) -> None:
            for kind in {False, dependent} - done:
                done.add(kind)
                self.plan.run(key, kind, names)

        names = StudentNames(lookup, self.plan.read, notebook)
        dict.update(names, get_ipython=lambda: Magics(names), **careful(self.plan.words, names))
        return names

    def keep(self, cell: Cell, names: StudentNames) -> None:
        """Keep what a test cell bound for the test cells after it."""
        self.kept[cell.key] = {name: names[name] for name in bound_by(cell) if names.holds(name)}


def holds_stub(value: Any) -> bool:
    """Tell whether a value is an object of the student, or holds one."""
    if isinstance(value, dict) and not isinstance(value, Stub):
        return any(map(holds_stub, value.values()))
    inside = isinstance(value, (list, tuple, set)) and any(map(holds_stub, value))
    return inside or isinstance(value, (Stub, StubType))


def repeat(cell: Cell, names: StudentNames) -> None:
    """Make again what an earlier test cell made of the student's objects."""
    with contextlib.redirect_stdout(io.StringIO()):
        for node in tree_of(cell.source).body:
            with contextlib.suppress(Exception):
                exec(compile(ast.Module([node], []), f"<{cell.key}>", "exec"), names)


def careful(words: frozenset[str], names: StudentNames) -> dict[str, Callable[..., Any]]:
    """
    Make `eval` and `exec` for test cells: they run no text that a student may have written.

    Parameters
    ----------
    words : frozenset of str
        The texts that stand in the instructor's cells.
    names : StudentNames
        The global names of the cell.

    Returns
    -------
    dict
        The two functions.
    """

    def guard(function: Callable[..., Any]) -> Callable[..., Any]:
        def guarded(text: Any, *spaces: Any) -> Any:
            simple = type(text) is str and text.replace(".", "_").isidentifier()
            if type(text) is not str or not (simple or text in words):
                raise Unrunnable(
                    f"{function.__name__} runs only a name, or a text that stands in the "
                    "instructor's cells: another might be the student's"
                )
            return function(text, *(spaces or (names,)))

        return guarded

    return {"eval": guard(eval), "exec": guard(exec)}


@functools.lru_cache(maxsize=8)
def plan_of(assignment: Assignment, draw: bool = False) -> Plan:
    """
    Find out what the instructor's cells bind, by running those that need no student.

    Parameters
    ----------
    assignment : Assignment
        The source.
    draw : bool, default=False
        Make their figures even if no test cell can see any.

    Returns
    -------
    Plan
        Of all its cells.

    Raises
    ------
    InstructorError
        If a cell cannot be read or run in the examiner; the text names it.
    """
    bring_exercises(assignment)
    with importable(assignment) as folder, working_folder(folder):
        if not draw:
            with contextlib.suppress(InstructorError, NeedsFigures):
                return make_plan(assignment, draw=False)
        return make_plan(assignment)


def bring_exercises(assignment: Assignment) -> None:
    """Import the exercises that test cells name: else the time of a question would go by for it."""
    words = {word for cell in assignment.tests for word in words_in(cell)}
    if chapters := sorted({chapter for word in words for chapter in registry.home(word)}):
        registry.exercises(*chapters)


def make_plan(assignment: Assignment, draw: bool = True) -> Plan:
    """Do that beside the files that the instructor hands out."""
    trial, statements = Trial(assignment, draw), []
    owners: dict[str, dict[str, Owner]] = {}
    places: dict[str, int] = {}
    now: dict[str, Owner] = {}
    for place, cell in enumerate(assignment.cells):
        if not cell.code or cell.kind == "written":
            continue
        if cell.kind == "answer":
            now.update(dict.fromkeys(bound_by(cell, imports=False), STUDENT))
        elif cell.kind == "test":
            readable(assignment, cell)
            owners[cell.key], places[cell.key] = dict(now), place
            now.update(dict.fromkeys(bound_by(cell), cell.key))
        else:
            for statement in trial.run(place, cell, now):
                statements.append(statement)
                now.update(dict.fromkeys(statement.binds, statement))
    trial.close()
    if not draw:
        trial.refuse_figures(statements)
    bound = frozenset[str]().union(*(statement.binds for statement in statements))
    code = [cell for cell in assignment.cells if cell.code]
    own = [cell for cell in code if cell.kind in ("plain", "readonly", "test")]
    return Plan(
        statements, owners, bound, places,
        tests={cell.key: cell for cell in code if cell.kind == "test"},
        read=frozenset(name for c in code if c.kind == "answer" for name in read_by(c)),
        helpers="\n".join(c.source for c in own if c.kind != "test" and "def " in c.source),
        words=frozenset(word for cell in own for word in words_in(cell)),
    )  # fmt: skip


def read_by(cell: Cell) -> Iterator[str]:
    """Name the global names that the functions and classes of a cell read."""
    with contextlib.suppress(SyntaxError, ValueError):
        waiting = [part for part in compiled(cell).co_consts if isinstance(part, CodeType)]
        while waiting:
            code = waiting.pop()
            loads = ("LOAD_GLOBAL", "LOAD_NAME")
            yield from (i.argval for i in dis.get_instructions(code) if i.opname in loads)
            waiting += [part for part in code.co_consts if isinstance(part, CodeType)]


def compiled(cell: Cell) -> CodeType:
    """Compile a cell as it is run."""
    return compile(tree_of(cell.source), f"<{cell.key}>", "exec")


def words_in(cell: Cell) -> Iterator[str]:
    """List the texts that stand in a cell."""
    with contextlib.suppress(SyntaxError, ValueError):
        for node in ast.walk(tree_of(cell.source)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


class Trial:
    """
    Runs the instructor's cells once, without a student, to see what they need and bind.

    Parameters
    ----------
    assignment : Assignment
        The source.
    draw : bool
        Whether figures are made, else stand-ins take their place.
    """

    def __init__(self, assignment: Assignment, draw: bool) -> None:
        self.assignment, self.draw = assignment, draw
        self.pictures: set[str] = set()  # names that may hold a stand-in
        self.made_of: dict[str, set[str]] = {}  # by name: all names that its statements mention
        self.now: dict[str, Owner] = {}
        self.names = StudentNames(self.ask)
        self.names["get_ipython"] = lambda: Magics(self.names)

    def ask(self, name: str) -> Any:
        """Say that a name is the student's, or that nobody has it."""
        if name in self.now:
            raise NeedsStudent(name)
        raise KeyError(name)

    def run(self, place: int, cell: Cell, now: dict[str, Owner]) -> Iterator[Statement]:
        """Run a cell's statements; give each with what it binds."""
        self.now = now
        for name in [name for name, owner in now.items() if owner == STUDENT]:
            self.names.pop(name, None)
        for node in self.statements(cell):
            code = compile(ast.Module([node], []), f"<{cell.key}>", "exec")
            before = dict(self.names)
            dependent = not self.does(cell, code)
            binds = frozenset(bound_in(node))
            if dependent:
                changed = {name for name in changed_in(node) if name in before}
                binds |= {name for name in changed if not isinstance(before[name], CODE)}
                for name in binds:
                    self.names.pop(name, None)
            else:
                binds |= {k for k, v in self.names.items() if before.get(k, Trial) is not v}
            self.note(code, binds)
            yield Statement(place, cell.key, code, binds, isinstance(node, DEFINITIONS), dependent)

    def statements(self, cell: Cell) -> Iterator[ast.stmt]:
        """Give a cell's statements, with stand-ins where no figure is made."""
        for node in readable(self.assignment, cell).body:
            if self.draw:
                yield node
                continue
            for part, drawing in undrawn(node):
                self.pictures.update(bound_in(part) if drawing else ())
                yield part

    def note(self, code: CodeType, binds: frozenset[str]) -> None:
        """Note which names may hold a stand-in after a statement, also deep inside."""
        mentioned = set(mentioned_by(code))
        for name in binds:
            self.made_of.setdefault(name, set()).update(mentioned)
        reached = self.reached(mentioned)
        if not reached.isdisjoint(self.pictures):
            held = {name for name in reached if self.names.holds(name)}
            changeable = {name for name in held if not isinstance(self.names[name], PLAIN)}
            self.pictures |= binds | changeable

    def reached(self, names: Iterable[str]) -> set[str]:
        """Give these names and all of which they are made."""
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            if (name := waiting.pop()) not in found:
                found.add(name)
                waiting += self.made_of.get(name, ())
        return found

    def refuse_figures(self, statements: Iterable[Statement]) -> None:
        """Raise `NeedsFigures` if a test cell can tell a stand-in from a figure."""
        asked = self.reached(
            name for cell in self.assignment.tests for name in names_in(cell.source)
        )
        asked |= {part for name in asked for part in name.split(".")}  # of imports
        # A function that a figure calls is called by no stand-in: after it a cell may go on or not.
        unsure = {name for one in statements if one.dependent for name in one.binds}
        seen = {*self.pictures, *unsure, *ROUNDABOUT, *DRAWING, PLOTTING.rpartition(".")[2]}
        if self.pictures and not asked.isdisjoint(seen):
            raise NeedsFigures

    def does(self, cell: Cell, code: CodeType) -> bool:
        """Run a statement; tell whether it did without the student."""
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(code, self.names)
        except NeedsStudent:
            return False
        except (Exception, SystemExit) as error:
            raise refused(self.assignment, cell, f"{type(error).__name__}: {error}") from error
        return True

    def close(self) -> None:
        """Close the figures that the cells made."""
        if "matplotlib.pyplot" in sys.modules:
            sys.modules["matplotlib.pyplot"].close("all")


def readable(assignment: Assignment, cell: Cell) -> ast.Module:
    """Parse an instructor's cell, or raise `InstructorError`."""
    try:
        return tree_of(cell.source)
    except (SyntaxError, ValueError) as error:
        raise refused(assignment, cell, f"{type(error).__name__}: {error}") from error


def refused(assignment: Assignment, cell: Cell, why: str) -> InstructorError:
    """Say which cell of the source cannot run, why, and what to do."""
    return InstructorError(
        f"{assignment.name}: the instructor's cell {cell.key!r} cannot run in the examiner "
        f"({why}). Test cells are judged outside the student's notebook, so what they use must "
        "run in this environment by itself: mend the cell, or install what it imports. "
        "Nobody was graded."
    )


def bound_by(cell: Cell, imports: bool = True) -> frozenset[str]:
    """Name what the top level of a cell binds; nothing if it cannot be read."""
    with contextlib.suppress(SyntaxError, ValueError):
        nodes = tree_of(cell.source).body
        wanted = [n for n in nodes if imports or not isinstance(n, (ast.Import, ast.ImportFrom))]
        return frozenset(name for node in wanted for name in bound_in(node))
    return frozenset()


def bound_in(node: ast.AST) -> Iterator[str]:
    """Yield the names that a statement binds in its own scope."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, (ast.Import, ast.ImportFrom)):
        for alias in node.names:
            yield alias.asname or alias.name.partition(".")[0]
    elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        yield node.id
    if not isinstance(node, SCOPES):
        for child in ast.iter_child_nodes(node):
            yield from bound_in(child)


def changed_in(node: ast.AST) -> Iterator[str]:
    """Yield the names whose objects a statement may change: ``x.append(1)``, ``x[0] = 1``."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute):
            yield root_of(inner.func)
        elif isinstance(inner, (ast.Attribute, ast.Subscript)) and isinstance(inner.ctx, ast.Store):
            yield root_of(inner)


def root_of(node: ast.AST) -> str:
    """Give the name that an attribute or an item begins with."""
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
