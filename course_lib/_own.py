"""The reader's own functions, where the library has those that are exercises.

In the reader's edition of the chapter modules each exercise is cut out, and there stands
``relu = own("relu", "relu")``: the reader's own function, or one that says whose it is to write.
The modules open only for a program that brought the reader's functions (`supply`): in an assignment
they are not there, as in the grader.
"""

import ast
import functools
import sys
from collections.abc import Callable, Iterable, Mapping
from types import CodeType
from typing import Any

import numpy as np

from course_lib._chapters import TITLES

# What an answer's cell defines: all but what it tries out and prints.
_DEFINES = (
    ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign,
)  # fmt: skip
_opened: set[str] = set()
_lacking: dict[str, str] = {}  # exercises that the opened modules hold and nobody has written
_supplied: dict[str, Any] | None = None


class NotSolved(NotImplementedError):
    """An exercise was called whose answer the reader has not written yet."""

    def __init__(self, name: str, chapter: str) -> None:
        self.exercise, self.chapter = name, chapter
        super().__init__(
            f"{name} is an exercise of the chapter {TITLES[chapter]}, and yours is not here yet. "
            f"Write it in {chapter}.ipynb, or on that chapter's page, until its check is right."
        )


def supply(functions: Mapping[str, Any]) -> None:
    """
    Let the chapter modules have the reader's functions from their next import on.

    Parameters
    ----------
    functions : mapping of str to callable
        Functions and classes by the names of their exercises.
    """
    global _supplied
    _supplied = dict(functions)
    _withdraw_modules()


def close() -> None:
    """Take the chapter modules away again: code that is checked has to do without."""
    global _supplied
    _supplied = None
    _withdraw_modules()


def is_open() -> bool:
    """Tell whether the chapter modules can be imported."""
    return _supplied is not None


def _withdraw_modules() -> None:
    """Forget the modules that hold functions of the reader: they are imported anew."""
    _lacking.clear()
    for module in _opened:
        sys.modules.pop(module, None)
    _opened.clear()


def lacking() -> dict[str, str]:
    """Return the exercises of the opened modules that are not solved, each with its chapter."""
    return dict(_lacking)


def open_module(module: str) -> None:
    """
    Let a module of the reader's edition be imported, if the reader's functions are here.

    Parameters
    ----------
    module : str
        Its name.

    Raises
    ------
    ModuleNotFoundError
        If they are not. It is the error of the grader, which has no such module.
    """
    if _supplied is None:
        raise ModuleNotFoundError(
            f"No module named {module!r}: what it holds is yours to write. In the notebook of a "
            "chapter the first cell brings what you have solved.",
            name=module,
        )
    _opened.add(module)


def own(name: str, chapter: str, kind: str = "function") -> Any:
    """
    Return the reader's answer to an exercise, or what says that there is none yet.

    Parameters
    ----------
    name : str
        The exercise.
    chapter : str
        Its chapter.
    kind : {"function", "class"}, default="function"
        What it is.

    Returns
    -------
    callable
        The answer. If there is none, calling it raises `NotSolved`.
    """
    found = (_supplied or {}).get(name)
    if found is None:
        return _missing(name, chapter, kind)
    return found if kind == "class" else _taking_lists(found)


def _missing(name: str, chapter: str, kind: str) -> Any:
    """Make a function or class that says that it is not written yet."""
    _lacking[name] = chapter

    def refuse(*args: Any, **options: Any) -> Any:
        raise NotSolved(name, chapter)

    if kind == "class":
        return type(name, (), {"__init__": refuse})
    refuse.__name__ = refuse.__qualname__ = name
    return refuse


def _taking_lists(function: Callable[..., Any]) -> Callable[..., Any]:
    """Let a function that was written for arrays be called with lists, as the library may be."""

    @functools.wraps(function)
    def called(*args: Any, **options: Any) -> Any:
        by_name = {name: _as_array(value) for name, value in options.items()}
        return function(*map(_as_array, args), **by_name)

    return called


def _as_array(value: Any) -> Any:
    """Turn a list of decimal numbers, or of lists, into an array; leave all else as it is."""
    if not isinstance(value, list | tuple) or all(isinstance(each, int | str) for each in value):
        return value
    try:
        array = np.array(value)
    except ValueError:  # matrices of several shapes
        return value
    return array if array.dtype.kind in "iuf" else value


def definitions(source: str, file: str) -> CodeType:
    """
    Compile what a cell defines, without what it tries out.

    Parameters
    ----------
    source : str
        Code of the cell.
    file : str
        Its name in tracebacks.

    Returns
    -------
    code
        Imports, functions, classes and constants of the cell.

    Raises
    ------
    SyntaxError
        If it is no Python.
    """
    tree = ast.parse(source, file)
    tree.body = [node for node in tree.body if isinstance(node, _DEFINES)]
    return compile(tree, file, "exec")


def defined(
    parts: Iterable[tuple[str, str]], watch: Callable[[CodeType], CodeType] = lambda code: code
) -> tuple[dict[str, Any], dict[str, str]]:
    """
    Run what the cells of one notebook define, in their order.

    Parameters
    ----------
    parts : iterable of (str, str)
        Name and code of each cell.
    watch : callable, optional
        Is given each code before it runs, and returns it.

    Returns
    -------
    names : dict
        What they define.
    stopped : dict of str to str
        Of each cell that stops, the error in one line.
    """
    names: dict[str, Any] = {"__name__": "__main__", "np": np}
    stopped = {}
    for label, source in parts:
        try:
            exec(watch(definitions(source, f"<{label}>")), names)
        except Exception as problem:
            stopped[label] = f"{type(problem).__name__}: {problem}"
    return names, stopped
