"""Writes a case as code that runs in the student's notebook."""

import math
from collections import Counter
from collections.abc import Callable, Mapping

import numpy as np

from course_lib.checks.model import Case, Named, Plain, Seed, Sheet, Step

MAX_CALL = 160
MAX_SCRIPT = 900
USUAL = ("bool", "int64", "float64")  # dtypes that the entries tell


def call_lines(sheet: Sheet, case: Case) -> list[str]:
    """
    Give the lines of a message that show how to run a case again.

    What is too long is fetched by `check.case`, or by `check.script` if it has several steps.

    Parameters
    ----------
    sheet : Sheet
        The exercise.
    case : Case
        One of its cases.

    Returns
    -------
    list of str
        ``Call:`` and one line of code, or a block of code.
    """
    number = next(k for k, known in enumerate(sheet.cases, start=1) if known is case)
    code = script(sheet, case)
    if len(case.steps) == 1:
        text = "; ".join(code)
        fetched = (
            f'args, kwargs = check.case("{sheet.name}", {number}); {sheet.name}(*args, **kwargs)'
        )
        return [f"  Call: {text if len(text) <= MAX_CALL else fetched}"]
    if sum(map(len, code)) > MAX_SCRIPT:
        return [f'  Call: print(check.script("{sheet.name}", {number}))  # this case as code']
    return ["  Call, in several steps:", *(f"    {line}" for line in code)]


def script(sheet: Sheet, case: Case) -> list[str]:
    """
    Write a case as lines of code.

    Parameters
    ----------
    sheet : Sheet
        The exercise.
    case : Case
        One of its cases.

    Returns
    -------
    list of str
        They need the names of the notebook alone, and the student's function or class.
    """
    values = [value for step in case.steps for value in (*step.args, *step.kwargs.values())]
    named = sorted({value.name for value in values if isinstance(value, Named)})
    lines = [f"from course_lib.checks.functions import {', '.join(named)}"] if named else []
    counts = Counter(value for value in values if isinstance(value, Seed))
    shared = [seed for seed, count in counts.items() if count > 1]
    generators = {seed: f"rng_{k}" if k else "rng" for k, seed in enumerate(shared)}
    lines += [f"{name} = {code(seed)}" for seed, name in generators.items()]

    def show(value: Plain) -> str:
        return generators.get(value, code(value)) if isinstance(value, Seed) else code(value)

    alone = len(case.steps) == 1
    return lines + [line(sheet, step, show, alone) for step in case.steps]


def line(sheet: Sheet, step: Step, show: Callable[[Plain], str], alone: bool) -> str:
    """Write one step; what it gives is printed if other steps stand beside it."""
    item = f"[{step.key!r}]" if step.key else ""
    if step.do == "write":
        return f"{step.object}.{step.name}{item} = {show(step.args[0])}"
    if step.do == "construct":
        return f"{step.object} = {sheet.name}({arguments(step, (), show)})"
    target = f"{step.object}.{step.name}" if step.object else sheet.name
    names = () if step.object else sheet.parameters
    text = f"{target}({arguments(step, names, show)})" if step.do == "call" else target + item
    text = f"list({text})" if step.iterate else text
    return text if alone or not step.quantity else f"print({text})"


def arguments(step: Step, names: tuple[str, ...], show: Callable[[Plain], str]) -> str:
    """Write the arguments of a call, by name where the names are known."""
    shown = [
        f"{names[k]}={show(value)}" if k < len(names) else show(value)
        for k, value in enumerate(step.args)
    ]
    return ", ".join(shown + [f"{key}={show(value)}" for key, value in step.kwargs.items()])


def code(value: Plain) -> str:
    """
    Write plain data as code, every bit of it.

    Parameters
    ----------
    value : Plain
        Plain data, a `Seed` or a `Named`.

    Returns
    -------
    str
        Code that needs ``np``; a `Named` is its name.

    Examples
    --------
    >>> code({"W1": np.array([[0.1, 1.0]]), "rng": Seed(7)})
    "{'W1': np.array([[0.1, 1.]]), 'rng': np.random.default_rng(7)}"
    """
    if isinstance(value, np.ndarray):
        return array(value)
    if isinstance(value, float):
        return number(value)
    if isinstance(value, (list, tuple)):
        inside = ", ".join(map(code, value))
        end = "," if len(value) == 1 else ""
        return f"[{inside}]" if isinstance(value, list) else f"({inside}{end})"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key!r}: {code(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Seed):
        return f"np.random.default_rng({value.value})"
    return value.name if isinstance(value, Named) else repr(value)


def array(value: np.ndarray) -> str:
    """Write an array; the dtype only if the entries do not tell it."""
    name = value.dtype.name
    told = f", dtype=np.{name}" if name not in USUAL or not value.size else ""
    if not value.size:
        return f"np.zeros({value.shape}{told})"
    return f"np.array({entries(value.tolist())}{told})"


def entries(value: Plain) -> str:
    """Write nested lists; ``1.`` for 1.0, as NumPy does."""
    if isinstance(value, list):
        return f"[{', '.join(map(entries, value))}]"
    return number(value).removesuffix("0") if is_whole(value) else code(value)


def is_whole(value: Plain) -> bool:
    """Tell whether this is a float that is written with a 0 behind the point."""
    return isinstance(value, float) and repr(value).endswith(".0")


def number(value: float) -> str:
    """Write a float, also one that is not finite."""
    text = repr(value)
    return text if math.isfinite(value) else f"{text[:-3]}np.{text[-3:]}"
