"""Digests of code: some modules of the course and all that they import from it.

Comments, docstrings, layout and the version of Python do not count.
"""

import ast
import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from course_lib._chapters import COURSE, OWN

# By package of the course: where it lies.
ROOTS = {OWN.package: OWN.root, COURSE.package: COURSE.root}


def digest(modules: Iterable[str], ignored: Iterable[str] = ()) -> str:
    """
    Compute a digest of modules and all that they depend on.

    Parameters
    ----------
    modules : iterable of str
        Modules of the course to start from.
    ignored : iterable of str
        Modules that are not followed.

    Returns
    -------
    str
        Sixteen hexadecimal digits.
    """
    lines = [f"{module} {digest_of(module)}" for module in sorted(reached(modules, ignored))]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def reached(modules: Iterable[str], ignored: Iterable[str] = ()) -> set[str]:
    """Find the modules of the course that some modules import, directly or not."""
    waiting, found = list(modules), set(ignored)
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting += imports(module)
    return found - set(ignored)


def file_of(module: str) -> Path:
    """Say where a module of the course lies; no file is there if it is none."""
    package, *rest = module.split(".")
    path = ROOTS[package].joinpath(package, *rest)
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


@cache
def tree_of(module: str) -> ast.Module:
    """Parse a module."""
    return ast.parse(file_of(module).read_text(encoding="utf-8"))


@cache
def digest_of(module: str) -> str:
    """Compute the digest of one module."""
    return hashlib.sha256(written(tree_of(module)).encode()).hexdigest()


@cache
def imports(module: str) -> set[str]:
    """Name the modules of the course that a module imports from."""
    nodes = [node for node in ast.walk(tree_of(module)) if isinstance(node, ast.ImportFrom)]
    own = [node for node in nodes if str(node.module).split(".")[0] in ROOTS]
    named = [(node.module, f"{node.module}.{alias.name}") for node in own for alias in node.names]
    return {inner if file_of(inner).is_file() else str(outer) for outer, inner in named}


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
