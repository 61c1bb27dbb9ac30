"""Digests of code: everything that some definitions of this package depend on, and nothing else.

A definition depends on the definitions and constants that it names, in its own module and in those
it imports from; these depend on others in turn. Comments, docstrings, layout and the version of
Python do not count.
"""

import ast
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import course_lib

PACKAGE = "course_lib"
Piece = tuple[str, str]  # a module, and a name that it defines at its top level


def digest(
    pieces: Iterable[Piece],
    ignored: Iterable[str] = (),
    chosen: Mapping[Piece, str] | None = None,
) -> str:
    """
    Compute a digest of definitions and all that they depend on.

    Parameters
    ----------
    pieces : iterable of (str, str)
        Modules and names to start from.
    ignored : iterable of str
        Modules that are not followed.
    chosen : mapping, optional
        Dictionaries of which only the entries with this key count.

    Returns
    -------
    str
        Sixteen hexadecimal digits.
    """
    found = reached(pieces, frozenset(ignored), chosen or {})
    lines = [f"{'.'.join(piece)} {text}" for piece, text in sorted(found.items())]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def reached(
    pieces: Iterable[Piece], ignored: frozenset[str], chosen: Mapping[Piece, str]
) -> dict[Piece, str]:
    """Find the code of definitions and of all that they depend on, written out."""
    waiting, found = list(pieces), dict[Piece, str]()
    while waiting:
        piece = waiting.pop()
        if piece in found or piece[0] in ignored or not file_of(piece[0]).is_file():
            continue
        found[piece], used = read(piece, chosen.get(piece))
        waiting += used
    return {piece: text for piece, text in found.items() if text}


@cache
def read(piece: Piece, key: str | None = None) -> tuple[str, list[Piece]]:
    """Write out a definition, or one entry of it; name what it depends on."""
    module, name = piece
    code: list[ast.AST] = list(definitions(module).get(name, []))
    if key is not None:
        code = [node for part in code for node in entries(part, key)]
    used = [other for part in code for other in uses(module, part)]
    if name in imports(module):
        used.append(imports(module)[name])
    return " ".join(map(written, code)), used


def file_of(module: str) -> Path:
    """Say where a module of this package lies; nowhere for another one."""
    first, *parts = module.split(".")
    if first != PACKAGE or not parts:
        return Path("/nowhere")
    return Path(course_lib.__file__).parent.joinpath(*parts).with_suffix(".py")


@cache
def tree_of(module: str) -> ast.Module:
    """Parse a module."""
    return ast.parse(file_of(module).read_text(encoding="utf-8"))


@cache
def definitions(module: str) -> dict[str, list[ast.stmt]]:
    """Find the statements that define each name at the top level of a module."""
    found: dict[str, list[ast.stmt]] = {}
    for statement in tree_of(module).body:
        for name in defined_by(statement):
            found.setdefault(name, []).append(statement)
    return found


def defined_by(statement: ast.stmt) -> set[str]:
    """Name what a statement defines."""
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return {statement.name}
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return set()
    targets: list[ast.AST] = [statement]
    if isinstance(statement, ast.Assign):
        targets = list(statement.targets)
    elif isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    nodes = [node for target in targets for node in ast.walk(target)]
    return {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


@cache
def imports(module: str) -> dict[str, Piece]:
    """Find where the names that a module imports come from."""
    return {
        alias.asname or alias.name: (node.module, alias.name)
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


def uses(module: str, code: ast.AST) -> Iterator[Piece]:
    """Yield what a piece of code of a module names: its own definitions and those of others."""
    for node in ast.walk(code):
        if isinstance(node, ast.Name):
            yield module, node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            holder = imports(module).get(node.value.id)
            if holder:
                yield ".".join(holder), node.attr


def entries(code: ast.AST, key: str) -> Iterator[ast.AST]:
    """Yield the entries of a dictionary with this key, or with several of which it is one."""
    for node in ast.walk(code):
        if isinstance(node, ast.Dict):
            for name, value in zip(node.keys, node.values, strict=True):
                inside = ast.walk(value) if name is None else [name]
                if any(isinstance(n, ast.Constant) and n.value == key for n in inside):
                    yield value
            return


def written(node: Any) -> str:
    """
    Write a piece of code as text that tells what it does and nothing else.

    Unlike `ast.dump` it is the same for every version of Python, and blind to docstrings.
    """
    if isinstance(node, list):
        return "[" + " ".join(written(item) for item in node if not is_remark(item)) + "]"
    if not isinstance(node, ast.AST):
        return repr(node)
    fields = [
        f"{name}={written(value)}"
        for name, value in ast.iter_fields(node)
        if value not in (None, []) and name not in ("kind", "type_comment")
    ]
    return f"{type(node).__name__}({' '.join(fields)})"


def is_remark(node: Any) -> bool:
    """Tell whether a statement is a docstring, or another text that is computed for nothing."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
