"""
Tell which cells cannot change what the test cells before them see.

A cell that only defines functions and classes runs none of its code. Where no name that it
defines occurs in the code before it, that code behaves the same after it: one kept state of
the notebook then serves the test cells on both sides, which saves keeping one for each.
"""

import ast
import functools
import re
import unicodedata
from collections.abc import Iterator
from types import CodeType

# By these, code reaches names that it does not mention, or changes some when it is called.
ROUNDABOUT = frozenset(
    {"eval", "exec", "globals", "locals", "vars", "getattr", "get_ipython", "modules",
     "__dict__", "__globals__", "__main__", "f_globals", "global"}
)  # fmt: skip
DEFINITIONS = (ast.FunctionDef, ast.ClassDef)


def only_defines(source: str, mentioned: set[str]) -> list[str] | None:
    """
    Name what a cell defines, if it does nothing else.

    Parameters
    ----------
    source : str
        The cell.
    mentioned : set of str
        Names in the code before it, see `names_in`.

    Returns
    -------
    list of str or None
        None if the cell does more, or if the code before it may reach what it defines.
    """
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None
    reached = mentioned | names_in(source)
    if not reached.isdisjoint(ROUNDABOUT) or not all(map(runs_nothing, body)):
        return None
    names = [node.name for node in body if isinstance(node, DEFINITIONS)]
    return names if mentioned.isdisjoint(names) else None


def runs_nothing(node: ast.stmt) -> bool:
    """Tell whether a statement is a definition, or a text, that runs no code as it stands."""
    if isinstance(node, ast.FunctionDef):
        defaults = (*node.args.defaults, *node.args.kw_defaults)
        written = filter(None, (*node.decorator_list, *defaults, *annotations(node)))
        return all(isinstance(part, ast.Constant) for part in written)
    if isinstance(node, ast.ClassDef):
        around = (*node.decorator_list, *node.bases, *node.keywords)
        return not around and all(map(runs_nothing, node.body))
    text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return text or isinstance(node, ast.Pass)


def annotations(node: ast.FunctionDef) -> list[ast.expr | None]:
    """List what a function says of the types of its arguments and of its value."""
    given = [argument for argument in ast.walk(node.args) if isinstance(argument, ast.arg)]
    return [node.returns, *(argument.annotation for argument in given)]


@functools.lru_cache(maxsize=1024)
def names_in(source: str) -> frozenset[str]:
    """Find all names by which a cell could reach something; all words if it is not plain Python."""
    try:
        names = frozenset(mentioned_by(compile(source, "<cell>", "exec", dont_inherit=True)))
        return names | {"global"} if assigns_globals(source) else names
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return frozenset(re.findall(r"\w+", unicodedata.normalize("NFKC", source)))


def assigns_globals(source: str) -> bool:
    """Tell whether a function in a cell has a ``global`` statement; few have the word at all."""
    nodes = ast.walk(ast.parse(source)) if "global" in source else ()
    return any(isinstance(node, ast.Global) for node in nodes)


def mentioned_by(code: CodeType) -> Iterator[str]:
    """Yield the names of globals, attributes and modules in compiled code."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from mentioned_by(constant)
