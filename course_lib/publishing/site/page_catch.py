"""Compares a colleague's function with a right one on an input of the reader, inside a page.

The site holds this file as text; a worker of the page runs it in Pyodide, for the exhibits of the
mistake museum. Both functions come with the question: neither is an answer of an assignment.
"""

import ast
import json
import math
from collections.abc import Mapping
from typing import Any

import numpy as np

CAUGHT, AGREES, REFUSED = "caught", "agrees", "refused"
LONGEST = 400  # signs of an outcome that are shown
FORMS = (
    "one number, such as 0.5",
    "a list of numbers, such as [1] or [1, -2]",
    "a matrix, a list of rows such as [[1, 2], [3, 4]]",
)


def run(asked: str) -> str:
    """
    Run both functions.

    Parameters
    ----------
    asked : str
        JSON: ``name`` of the function, ``colleague`` and ``right``, the codes, ``arguments``,
        parameter to what the reader has typed, and ``example``, the same as it stood there first.

    Returns
    -------
    str
        JSON: ``verdict``, which is ``caught``, ``agrees`` or ``refused``, and ``message``.
    """
    question = json.loads(asked)
    verdict, message = judge(**question)
    return json.dumps({"verdict": verdict, "message": message, "output": ""})


def judge(
    name: str, colleague: str, right: str, arguments: Mapping[str, str], example: Mapping[str, str]
) -> tuple[str, str]:
    """Return the verdict on an input, and what happened in words."""
    typed = {}
    for parameter, text in arguments.items():
        try:
            typed[parameter] = value(text)
        except ValueError as problem:
            return REFUSED, f"{parameter}: {problem}"
        axes = np.ndim(value(example[parameter]))
        if np.ndim(typed[parameter]) != axes:
            return REFUSED, f"{parameter} is {FORMS[axes]}."
    wanted, fault = outcome(name, right, typed)
    if fault:
        return REFUSED, f"A right {name} stops with {fault}."
    if not is_finite(wanted):
        return REFUSED, f"A right {name} gives {shown(wanted)}: there is no answer to compare with."
    found, stopped = outcome(name, colleague, typed)
    if stopped:
        return CAUGHT, f"Your colleague's function stops with {stopped}. Right is {shown(wanted)}."
    if equal(found, wanted):
        return AGREES, f"Both give {shown(wanted)}. Look for an input on which they differ."
    return CAUGHT, f"Your colleague's function gives {shown(found)}. Right is {shown(wanted)}."


def value(text: str) -> Any:
    """Read what the reader has typed: a number, or a list of numbers or of lists, as an array.

    Raises
    ------
    ValueError
        If it is something else. Says what may be typed.
    """
    what = "type a number such as 0.5, or a list such as [1, -2] or [[1, 2], [3, 4]]"
    try:
        read = ast.literal_eval(text.strip().replace("\N{MINUS SIGN}", "-"))
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        raise ValueError(f"{text[:40]!r} cannot be read; {what}.") from None
    if isinstance(read, list | tuple):
        try:
            array = np.array(read)
        except ValueError:
            raise ValueError("the rows of a matrix must be equally long.") from None
        if array.dtype.kind in "if" and array.size:
            return array
    elif isinstance(read, int | float) and not isinstance(read, bool):
        return read
    raise ValueError(f"{text[:40]!r} is no number and no list of numbers; {what}.")


def outcome(name: str, code: str, arguments: Mapping[str, Any]) -> tuple[Any, str]:
    """Return what a function returns, and with which error it stops, if it does."""
    names: dict[str, Any] = {"np": np, "math": math}
    exec(code, names)
    copies = {key: np.copy(v) if isinstance(v, np.ndarray) else v for key, v in arguments.items()}
    try:
        with np.errstate(all="ignore"):
            return names[name](**copies), ""
    except Exception as problem:
        return None, f"{type(problem).__name__}: {problem}"


def is_finite(result: Any) -> bool:
    """Tell whether an outcome holds finite numbers alone, or none at all."""
    values = np.asarray(result)
    return values.dtype.kind not in "fc" or bool(np.isfinite(values).all())


def equal(left: Any, right: Any) -> bool:
    """Tell whether two outcomes are the same, but for rounding."""
    try:
        pair = np.asarray(left, dtype=float), np.asarray(right, dtype=float)
    except (ValueError, TypeError):
        return False
    return pair[0].shape == pair[1].shape and np.allclose(*pair, 1e-7, 1e-12, equal_nan=True)


def shown(result: Any) -> str:
    """Write an outcome as one reads it."""
    if isinstance(result, np.ndarray | np.generic):
        result = result.tolist()
    text = str(json.loads(json.dumps(result), parse_float=lambda digits: round(float(digits), 6)))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} ..."
