"""What a student's code itself tells, for when its answer is wrong: it is read, never run."""

import dis
import inspect
from collections.abc import Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any

ORDER = "Your parameters come in another order: "
OTHER_ORDER = "parameters-in-another-order"
MAX_NAMES = 3


def notes_on(function: Any, parameters: tuple[str, ...]) -> tuple[str, ...]:
    """
    Say what is odd about a function before it is called.

    Parameters
    ----------
    function : object
        The student's function or class.
    parameters : tuple of str
        Names of the parameters that the stub has; empty for a class.

    Returns
    -------
    tuple of str
        A note on parameters in another order, and one for each variable of the notebook that the
        code reads.
    """
    return (*order_note(function, parameters), *map(global_note, globals_read(function)))


def is_order_note(note: str) -> bool:
    """Tell whether a note says that parameters are in another order."""
    return note.startswith(ORDER)


def order_note(function: Any, parameters: tuple[str, ...]) -> Iterator[str]:
    """Give a note if the parameters are those of the stub in another order."""
    code = getattr(function, "__code__", None)
    if type(code) is not CodeType or not parameters:
        return
    names = code.co_varnames[: code.co_argcount]
    wanted = parameters[: len(names)]
    if names != wanted and sorted(names) == sorted(wanted):
        yield (
            f"{ORDER}({', '.join(names)}), those of the stub are ({', '.join(wanted)}). "
            "The check gives the values in the order of the stub."
        )


def global_note(name: str) -> str:
    """Say that a variable of the notebook is read."""
    return (
        f"`{name}` is no parameter but a variable of your notebook. The check gives other values "
        "than those: use your parameters."
    )


def globals_read(function: Any) -> list[str]:
    """
    List the notebook's variables that code reads: no functions, classes or modules.

    Parameters
    ----------
    function : object
        A function or class that was written in a notebook.

    Returns
    -------
    list of str
        A few names. A constant in capital letters, such as EPS, is meant to be read.
    """
    found = []
    for part in written_functions(function):
        for name in dict.fromkeys(global_names(part.__code__)):
            value = part.__globals__.get(name)
            is_data = not callable(value) and not isinstance(value, ModuleType)
            is_constant = len(name) > 2 and name.isupper()
            if name in part.__globals__ and is_data and not is_constant and name[0] != "_":
                found.append(name)
    return list(dict.fromkeys(found))[:MAX_NAMES]


def written_functions(function: Any) -> list[FunctionType]:
    """Give a plain function, or the methods of a class."""
    parts = [function]
    if inspect.isclass(function):
        parts = [part for part in vars(function).values() if type(part) is FunctionType]
    return [part for part in parts if type(part) is FunctionType]


def global_names(code: CodeType) -> Iterator[str]:
    """Give the names that code looks up outside of itself, with those of functions inside it."""
    for instruction in dis.get_instructions(code):
        if instruction.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            yield str(instruction.argval)
    for part in code.co_consts:
        if type(part) is CodeType:
            yield from global_names(part)
