"""Runs the cells of a chapter inside a page, on the functions that the reader has written.

Like `page_python`, the site holds this file as text, and both lie in one folder there. A cell runs
in fresh names, below the cells above that it needs (`needed`); what has just run is not run again.
What a cell lacks is told by its verdict: an exercise that is not solved, a package, or drawings.
"""

import ast
import base64
import contextlib
import copy
import io
import json
import linecache
import os
import pprint
import symtable
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import CodeType
from typing import Any

import numpy as np

from course_lib import _own
from course_lib._absent import NotHere, StandIn, stand_in

# Relative, since in the page both files lie in a folder of their own.
from .page_python import (
    STOPPED,
    TIMEOUT,
    Endless,
    Printed,
    ended_after,
    nobody_asked,
    told,
    why_late,
)

RAN, MISSING, ABSENT, DRAWS = "ran", "missing", "absent", "draws"
SECONDS = 60.0
PLOTTING = "course_lib.plotting"
SKLEARN = "scikit-learn is not in the page. This cell runs in the notebook of this chapter."
DOTS_PER_INCH = 160
PRINTS = np.get_printoptions()
Watch = Callable[[CodeType], CodeType]


class Draws(Exception):
    """A cell draws, and what draws is not loaded."""


class Undrawn(StandIn):
    """Stands in for the drawings until the reader asks for them."""

    def use_style(self) -> None:
        """Nothing is drawn yet."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise Draws


class Session:
    """The names of the cells that have run, and which these are."""

    def __init__(self) -> None:
        self.solved: Mapping[str, Any] | None = None
        self.begin()

    def begin(self) -> None:
        """Start with fresh names."""
        self.names: dict[str, Any] = {"__name__": "__main__"}
        self.done: list[str] = []
        self.options: Any = PRINTS
        """How NumPy prints, which cells may set: checks print as ever."""

    def supply(self, solved: Mapping[str, Sequence[Sequence[str]]], watch: Watch) -> None:
        """Let the chapters have the reader's functions, if these are not the present ones."""
        if solved == self.solved and _own.is_open():
            return
        found: dict[str, Any] = {}
        for parts in solved.values():
            names, _ = _own.defined([(label, code) for label, code in parts], watch)
            found |= {label: names[label] for label, _ in parts if label in names}
        _own.supply(found)
        self.solved = solved
        self.begin()


session = Session()


def run(asked: str) -> str:
    """
    Run one cell of a page.

    Parameters
    ----------
    asked : str
        JSON: ``cells``, the code of all cells of the page; ``index``, which of them to run;
        ``solved``, by chapter names and code of what the reader has solved there; ``draws``,
        whether drawings are loaded; maybe ``seconds`` after which it is stopped.

    Returns
    -------
    str
        JSON: ``verdict``, ``message``, ``output`` that was printed, ``figures`` as PNG in base64;
        of code that was stopped also ``where`` and ``seconds``; of a cell that lacks exercises
        also ``missing``, pairs of exercise and chapter.
    """
    task = json.loads(asked)
    seconds = float(task.get("seconds", SECONDS))
    printed = Printed()
    found: dict[str, Any] = {"verdict": RAN, "message": "", "figures": []}
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed), nobody_asked():
        prepare(task["draws"])
        try:
            with ended_after(seconds) as watch, np.printoptions():
                session.supply(task["solved"], watch)
                run_below_what_it_needs(task["cells"], task["index"], watch, printed)
                session.options = np.get_printoptions()
            found["figures"] = figures()
        except Endless as end:
            where = str(end).replace(f"of cell {task['index'] + 1}", "of this cell")
            found |= {"verdict": TIMEOUT, "where": where, "seconds": f"{seconds:g}"}
            found |= {"message": why_late(printed)}
        except BaseException as problem:
            found |= what_is_wrong(problem, task["cells"], task["index"])
        if found["verdict"] != RAN:
            session.begin()  # a cell that has stopped has done half of its work
            figures()
    return json.dumps(found | {"output": printed.getvalue()})


def prepare(draws: bool) -> None:
    """Let the import cells run: what is not in the page is missed only where it is used."""
    stand_in({"sklearn": SKLEARN})
    if draws and isinstance(sys.modules.get(PLOTTING), Undrawn):
        del sys.modules[PLOTTING]
        session.begin()
    if not draws:
        sys.modules[PLOTTING] = Undrawn(PLOTTING, "")
    os.environ["MPLBACKEND"] = "agg"


def run_below_what_it_needs(
    cells: Sequence[str], index: int, watch: Watch, printed: io.StringIO
) -> None:
    """Run a cell after those above that it needs and that have not just run; print its own."""
    chain = [*needed(cells, index), index]
    wanted = [cells[k] for k in chain]
    if session.done != wanted[: len(session.done)] or len(session.done) == len(wanted):
        session.begin()
    np.set_printoptions(**session.options)
    for k in chain[len(session.done) :]:
        printed.seek(0)
        printed.truncate()
        figures()
        execute(cells[k], f"<cell {k + 1}>", watch)
        session.done.append(cells[k])


def execute(source: str, file: str, watch: Watch) -> None:
    """Run a cell, and show the value of its last line as Jupyter does."""
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    tree = ast.parse(source, file)
    last = tree.body[-1] if tree.body else None
    shows = isinstance(last, ast.Expr) and not source.rstrip().endswith(";")
    if shows:
        tree.body.pop()
    exec(watch(compile(tree, file, "exec")), session.names)
    if shows:
        expression = ast.Expression(last.value)  # type: ignore[union-attr]
        value = eval(watch(compile(expression, file, "eval")), session.names)
        if value is not None:
            print(pprint.pformat(value, sort_dicts=False))


def figures() -> list[str]:
    """Return what was drawn, and close it."""
    if "matplotlib.pyplot" not in sys.modules:
        return []
    import matplotlib.pyplot as plt

    drawn = []
    for number in plt.get_fignums():
        file = io.BytesIO()
        plt.figure(number).savefig(file, format="png", dpi=DOTS_PER_INCH, bbox_inches="tight")
        drawn.append(base64.b64encode(file.getvalue()).decode())
    plt.close("all")
    return drawn


def missing(problem: _own.NotSolved, cells: Sequence[str], index: int) -> list[tuple[str, str]]:
    """Name the exercise that a cell stopped at, and others in its code that are not solved."""
    read = [Cell(cells[k]) for k in (*needed(cells, index), index)]
    used = {name for cell in read for name in cell.needs.union(*cell.inside.values())}
    others = {name: chapter for name, chapter in _own.lacking().items() if name in used}
    return list(({problem.exercise: problem.chapter} | others).items())


def what_is_wrong(problem: BaseException, cells: Sequence[str], index: int) -> dict[str, Any]:
    """Return the verdict of a cell that stopped, and what is said of it."""
    if isinstance(problem, _own.NotSolved):
        return {
            "verdict": MISSING,
            "message": "",
            "missing": missing(problem, cells, index),
        }
    if isinstance(problem, NotHere):
        return {"verdict": ABSENT, "message": str(problem)}
    if isinstance(problem, Draws):
        return {"verdict": DRAWS, "message": ""}
    files = {f"<cell {k + 1}>" for k in range(len(cells))}
    return {"verdict": STOPPED, "message": told(problem, files)}


class Cell:
    """What a cell says of names: which it needs from above, gives, and changes."""

    def __init__(self, source: str) -> None:
        self.needs: set[str] = set()
        self.gives: set[str] = set()
        self.may_give: set[str] = set()
        self.changes: set[str] = set()
        self.imports: set[str] = set()
        self.inside: dict[str, set[str]] = {}
        """Of each function and class that it defines, the names that a call of it needs."""
        with contextlib.suppress(SyntaxError):  # it stops where it is run
            for node in ast.parse(source).body:
                self.changes |= {name for part in ast.walk(node) for name in changed_by(part)}
                self._read(node)

    def _read(self, node: ast.stmt, always: bool = True) -> None:
        """Read one statement, after those above it; of a block its first line, then the others."""
        inner = [] if isinstance(node, ast.FunctionDef | ast.ClassDef) else statements_in(node)
        first = copy.copy(node)
        if inner:
            for block in {"body", "orelse", "handlers", "finalbody"} & set(node._fields):
                setattr(first, block, [ast.Pass()] if block == "body" else [])
        if not isinstance(node, ast.Try):
            self._read_names(first, always)
        for statement in inner:
            self._read(statement, always and not isinstance(node, ast.If | ast.Try))

    def _read_names(self, node: ast.stmt, always: bool) -> None:
        """Read the names of one line, which runs always or sometimes."""
        table = symtable.symtable(ast.unparse(node), "cell", "exec")
        symbols = table.get_symbols()
        own = {each.get_name() for each in symbols if each.is_referenced()} & set(read_in(node))
        if isinstance(node, ast.AugAssign):
            own |= base_of(node.target)
        imported = {each.get_name() for each in symbols if each.is_imported()}
        bound = imported | {each.get_name() for each in symbols if each.is_assigned()}
        inner = {name for child in table.get_children() for name in global_names(child)}
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            self.inside[node.name] = inner
        else:
            own |= inner
        self.imports |= imported
        called = {name for each in own for name in self.inside.get(each, ())}
        self.needs |= (own | called) - self.gives
        (self.gives if always else self.may_give).update(bound)


def read_in(node: ast.AST, bound: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the names that are read, but for those of a comprehension.

    Since Python 3.12 the table of symbols has them among the names around it.
    """
    if isinstance(node, ast.Name):
        yield from {node.id} - bound
    for generator in getattr(node, "generators", ()):
        bound |= {part.id for part in ast.walk(generator.target) if isinstance(part, ast.Name)}
    for part in ast.iter_child_nodes(node):
        yield from read_in(part, bound)


def statements_in(node: ast.AST) -> list[ast.stmt]:
    """Return the statements of the blocks of a statement, in their order."""
    found = []
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.stmt):
            found.append(part)
        elif isinstance(part, ast.ExceptHandler):
            found += part.body
    return found


def global_names(table: symtable.SymbolTable) -> Iterator[str]:
    """Yield the names that a function, and what is in it, takes from the page."""
    for symbol in table.get_symbols():
        if symbol.is_global():
            yield symbol.get_name()
    for child in table.get_children():
        yield from global_names(child)


def changed_by(node: ast.AST) -> set[str]:
    """Return the names whose values a node changes: `x[0] = 1`, `x.append(1)`, `train(x, ...)`."""
    if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store):
        return base_of(node)
    if isinstance(node, ast.AugAssign):
        return base_of(node.target)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        return base_of(node.value.func) if isinstance(node.value.func, ast.Attribute) else set()
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "train" and node.args:
        # The one function of the library that changes what it is given.
        return base_of(node.args[0])
    return set()


def base_of(node: ast.AST) -> set[str]:
    """Return the name at the beginning of ``name.part[0].part``."""
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return {node.id} if isinstance(node, ast.Name) else set()


def needed(cells: Sequence[str], index: int) -> list[int]:
    """
    Tell which cells above must have run so that a cell can.

    Parameters
    ----------
    cells : sequence of str
        The code of all cells of the page.
    index : int
        Which of them is to run.

    Returns
    -------
    list of int
        Those that give or change a name that it needs, and what these need, in the page's order.
    """
    read = [Cell(source) for source in cells[: index + 1]]
    modules = {name for cell in read for name in cell.imports}  # calling them changes nothing
    wanted, chosen = with_called(read[index].needs, read), []
    for k in range(index - 1, -1, -1):
        cell = read[k]
        if (cell.gives | cell.may_give | (cell.changes - modules)) & wanted:
            chosen.append(k)
            wanted = (wanted - cell.gives) | with_called(cell.needs, read[: k + 1])
    return chosen[::-1]


def with_called(names: Iterable[str], cells: Sequence[Cell]) -> set[str]:
    """Return names together with those that the functions among them need when they are called."""
    found, todo = set(), set(names)
    inside = {name: used for cell in cells for name, used in cell.inside.items()}
    while todo:
        name = todo.pop()
        found.add(name)
        todo |= inside.get(name, set()) - found
    return found
