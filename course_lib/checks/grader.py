"""What the grader has, and what it refuses of a notebook that runs elsewhere.

This is the one place that says so: the notebooks, the student's README and the checks read it.
A grader with newer versions takes all that one with these takes.
"""

import ast
import inspect
import linecache
import re
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from types import FunctionType, ModuleType
from typing import Any

import numpy as np

PYTHON = (3, 11)
NUMPY = (2, 4)
OTHERS = "Matplotlib"
# What a notebook may hold in its names: what the grader has, and what every kernel brings.
PRESENT = ("__main__", "numpy", "matplotlib", "mpl_toolkits", "course_lib", "IPython", "ipykernel")
SCALAR = "Conversion of an array with ndim > 0 to a scalar"  # NumPy 2.4 raises TypeError instead
LITERAL = re.compile(r"([rRbBuUfF]{0,2})(\"\"\"|'''|\"|')")
BETWEEN = re.compile(r"(?:\s|\\\n|#[^\n]*\n)*")


def sentence() -> str:
    """
    Say what the grader has.

    Returns
    -------
    str
        For a student.

    Examples
    --------
    >>> print(sentence().split(", and")[0])
    The grader has Python 3.11, NumPy 2.4 and Matplotlib
    """
    return (
        f"The grader has Python {dotted(PYTHON)}, NumPy {dotted(NUMPY)} and {OTHERS}, and no other "
        "package. An import of anything else is skipped there."
    )


def absent_packages(names: Mapping[str, object]) -> list[str]:
    """
    List the packages that a notebook uses and the grader does not have.

    Parameters
    ----------
    names : mapping
        The names of the notebook.

    Returns
    -------
    list of str
        Packages of its modules, and of its functions and classes.
    """
    found = []
    for value in list(names.values()):
        whole = value.__name__ if isinstance(value, ModuleType) else module_of(value)
        package = whole.split(".")[0]
        if package and package not in PRESENT and package not in sys.stdlib_module_names:
            found.append(package)
    return sorted(set(found))


def module_of(value: object) -> str:
    """Name the module of a function or class; empty for anything else."""
    is_code = isinstance(value, (FunctionType, type))
    return str(getattr(value, "__module__", "") or "") if is_code else ""


def dotted(version: tuple[int, ...]) -> str:
    """Write a version: ``"3.11"``."""
    return ".".join(map(str, version))


def refuse_what_numpy_will() -> None:
    """Make a warning of this NumPy the error that it is in the grader's, until filters change."""
    here = tuple(int(part) for part in np.__version__.split(".")[:2])
    if here < NUMPY:
        warnings.filterwarnings("error", message=re.escape(SCALAR), category=DeprecationWarning)


def too_new(function: Callable[..., Any]) -> str:
    """
    Say what the grader's Python does not understand in a function's cell.

    Parameters
    ----------
    function : callable
        A student's function or class.

    Returns
    -------
    str
        What is wrong, for the student; empty if nothing is.
    """
    if sys.version_info[:2] <= PYTHON:
        return ""
    lines = linecache.getlines(file_of(function))
    number = new_line("".join(lines))
    if not number:
        return ""
    here = dotted(sys.version_info[:2])
    return (
        f"The grader has Python {dotted(PYTHON)} and does not understand this cell, at line "
        f"{number}, so that nothing in it would count:\n  {lines[number - 1].strip()}\n"
        f"  Your Python {here} does. Write it the older way; inside the braces of an f-string use "
        "other quotes than around it, and no backslash."
    )


def file_of(function: Callable[..., Any]) -> str:
    """Name the file or notebook cell in which a function or class is written."""
    found: Any = function
    if inspect.isclass(found):
        found = next((m for m in vars(found).values() if inspect.isfunction(m)), None)
    code = getattr(inspect.unwrap(found) if callable(found) else None, "__code__", None)
    return code.co_filename if code else ""


def new_line(source: str) -> int:
    """
    Find where a cell is not understood by the grader's Python.

    Parameters
    ----------
    source : str
        Text that this Python understands.

    Returns
    -------
    int
        Number of the line, from 1, where that becomes clear; 0 if there is none.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return 0
    try:
        ast.parse(source, feature_version=PYTHON)
    except SyntaxError as error:
        return error.lineno or 1
    nodes = list(ast.walk(tree))
    late = [getattr(node, "lineno", 1) for node in nodes if is_of_later_python(source, node)]
    if late:
        return int(min(late))
    formats = [node.format_spec for node in nodes if isinstance(node, ast.FormattedValue)]
    found = [node for node in nodes if isinstance(node, ast.JoinedStr) and node not in formats]
    return min((node.lineno for node in found if is_new_string(source, node)), default=0)


def is_of_later_python(source: str, node: ast.AST) -> bool:
    """Tell whether a part is new in Python 3.14: a template string, or exceptions in a row."""
    if isinstance(node, ast.ExceptHandler) and isinstance(node.type, ast.Tuple):
        return not (ast.get_source_segment(source, node.type) or "(").startswith("(")
    return type(node).__name__ == "TemplateStr"


def is_new_string(source: str, node: ast.JoinedStr) -> bool:
    """Tell whether an f-string needs Python 3.12: quotes or a backslash inside its braces."""
    text = ast.get_source_segment(source, node) or ""
    values = [part.value for part in ast.walk(node) if isinstance(part, ast.FormattedValue)]
    inside = [ast.get_source_segment(source, value) or "" for value in values]
    return not is_old_string(text) or any("\\" in part or "#" in part for part in inside)


def is_old_string(text: str) -> bool:
    """
    Tell whether a text is one string, or several in a row, as Python before 3.12 reads them.

    Parameters
    ----------
    text : str
        One or more string literals, and what may stand between them.

    Returns
    -------
    bool
        Whether each ends where its own quotes come again for the first time.

    Examples
    --------
    >>> is_old_string('f"{a[0]} {b}"'), is_old_string('f"{a["x"]}"')
    (True, False)
    """
    position = 0
    for start, end in old_strings(text):
        if start != position:
            return False
        position = end
    return position == len(text)


def old_strings(text: str) -> Iterator[tuple[int, int]]:
    """Give begin and end of each string literal in a row; the end includes the space behind it."""
    position = 0
    while opening := LITERAL.match(text, position):
        quote, at = opening[2], opening.end()
        while at < len(text) and not text.startswith(quote, at):
            if text[at] == "\n" and len(quote) == 1:
                return
            at += 2 if text[at] == "\\" else 1
        if "f" in opening[1].lower() and not is_closed(text[opening.end() : at]):
            return
        space = BETWEEN.match(text, at + len(quote))
        assert space is not None
        yield position, space.end()
        position = space.end()


def is_closed(body: str) -> bool:
    """Tell whether every brace of an f-string is closed; doubled ones outside are no braces."""
    depth, at = 0, 0
    while at < len(body):
        if not depth and body[at : at + 2] in ("{{", "}}"):
            at += 1
        elif body[at] in "{}":
            depth += 1 if body[at] == "{" else -1
        at += 1
    return depth == 0
