"""Writes sheets as JSON text and reads them back, every bit of every number kept.

Plain JSON values stand for themselves. What JSON lacks is a dict with one key:
``{"array": [dtype, shape, base64]}``, ``{"float": "inf"}``, ``{"tuple": [...]}``,
``{"dict": [[key, value], ...]}``, ``{"seed": [value, name]}``, ``{"named": name}``.
"""

import base64
import json
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from functools import cache, partial
from typing import Any

import numpy as np

from course_lib.checks.model import (
    Call,
    Case,
    Error,
    KnownMistake,
    Named,
    Outcome,
    Plain,
    Seed,
    Sheet,
    Step,
    Tolerance,
)


def encode(value: Plain) -> Any:
    """
    Turn plain data into what JSON can write.

    Parameters
    ----------
    value : Plain
        Plain data, a `Seed` or a `Named`.

    Returns
    -------
    object
        None, bool, int, float, str, list, or a dict with one key.
    """
    if isinstance(value, np.ndarray):
        array = np.ascontiguousarray(value).astype(value.dtype.newbyteorder("<"), copy=False)
        data = base64.b64encode(array.tobytes()).decode("ascii")
        return {"array": [array.dtype.str, list(value.shape), data]}
    if isinstance(value, float) and not math.isfinite(value):
        return {"float": repr(value)}
    if isinstance(value, tuple):
        return {"tuple": [encode(item) for item in value]}
    if isinstance(value, list):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return {"dict": [[key, encode(item)] for key, item in value.items()]}
    if isinstance(value, Seed):
        return {"seed": [value.value, value.name]}
    if isinstance(value, Named):
        return {"named": value.name}
    return value


def decode(data: Any) -> Plain:
    """
    Undo `encode`.

    Parameters
    ----------
    data : object
        What `json.loads` gives.

    Returns
    -------
    Plain
        The value that was encoded.
    """
    if isinstance(data, list):
        return [decode(item) for item in data]
    if not isinstance(data, dict):
        return data
    ((kind, content),) = data.items()
    if kind == "array":
        dtype, shape, text = content
        array = np.frombuffer(base64.b64decode(text), dtype=dtype).reshape(shape)
        return array.astype(array.dtype.newbyteorder("="))
    readers: dict[str, Callable[[Any], Plain]] = {
        "float": float,
        "tuple": lambda items: tuple(map(decode, items)),
        "dict": lambda pairs: {key: decode(item) for key, item in pairs},
        "seed": lambda parts: Seed(*parts),
        "named": Named,
    }
    return readers[kind](content)


def write_sheets(sheets: Iterable[Sheet]) -> str:
    """
    Write sheets as JSON text, the same bytes for the same sheets.

    Parameters
    ----------
    sheets : iterable of Sheet
        One for each exercise of a chapter.

    Returns
    -------
    str
        The text, one line for each exercise.
    """
    lines = [json.dumps(sheet_data(sheet), ensure_ascii=False) for sheet in sheets]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def read_sheets(text: str) -> tuple[Sheet, ...]:
    """
    Read what `write_sheets` wrote.

    Parameters
    ----------
    text : str
        The JSON text.

    Returns
    -------
    tuple of Sheet
        The sheets.
    """
    return tuple(map(read_sheet, json.loads(text)))


def sheet_data(sheet: Sheet) -> dict[str, Any]:
    """Turn a sheet into JSON data; the mistakes are run, only their outcomes are kept."""
    return {
        "name": sheet.name,
        "chapter": sheet.chapter,
        "equation": sheet.equation,
        "quantity": sheet.quantity,
        "parameters": list(sheet.parameters),
        "signature": sheet.signature,
        "tolerance": asdict(sheet.tolerance),
        "cases": [case_data(case) for case in sheet.cases],
        "expected": [outcome_data(outcome) for outcome in sheet.expected],
        "mistakes": [
            {
                "name": mistake.name,
                "diagnosis": mistake.diagnosis,
                "hint": mistake.hint,
                "outcomes": [outcome_data(outcome) for outcome in mistake.outcomes()],
            }
            for mistake in sheet.mistakes
        ],
        "calls": {
            name: [call_data(call) for call in calls] for name, calls in sheet.calls().items()
        },
        "slips": dict(sheet.slips),
    }


def read_sheet(data: dict[str, Any]) -> Sheet:
    """Undo `sheet_data`."""
    return Sheet(
        name=data["name"],
        chapter=data["chapter"],
        equation=data["equation"],
        quantity=data["quantity"],
        parameters=tuple(data["parameters"]),
        tolerance=Tolerance(**data["tolerance"]),
        cases=tuple(map(read_case, data["cases"])),
        expected=tuple(map(read_outcome, data["expected"])),
        mistakes=tuple(map(read_mistake, data["mistakes"])),
        signature=data["signature"],
        calls=cache(partial(read_calls, data["calls"])),
        slips=data["slips"],
    )


def call_data(call: Call) -> list[Any]:
    """Turn a recorded call into JSON data."""
    given = [[name, encode(value)] for name, value in call.given.items()]
    return [given, list(call.optional), encode(call.value), call.error]


def read_calls(data: dict[str, Any]) -> dict[str, tuple[Call, ...]]:
    """Undo `call_data`, for all calls of a sheet."""
    return {name: tuple(read_call(*call) for call in calls) for name, calls in data.items()}


def read_call(given: list[Any], optional: list[str], value: Any, error: str) -> Call:
    """Undo `call_data`."""
    arguments = {name: decode(part) for name, part in given}
    return Call(arguments, tuple(optional), decode(value), error)


def read_mistake(data: dict[str, Any]) -> KnownMistake:
    """Read a mistake whose outcomes are stored."""
    outcomes = tuple(map(read_outcome, data["outcomes"]))
    return KnownMistake(data["name"], data["diagnosis"], data["hint"], lambda: outcomes)


def case_data(case: Case) -> dict[str, Any]:
    """Turn a case into JSON data."""
    return {
        "label": case.label,
        "steps": [step_data(step) for step in case.steps],
        "observe": case.observe,
        "tolerance": asdict(case.tolerance) if case.tolerance else None,
    }


def read_case(data: dict[str, Any]) -> Case:
    """Undo `case_data`."""
    tolerance = Tolerance(**data["tolerance"]) if data["tolerance"] else None
    return Case(data["label"], tuple(map(read_step, data["steps"])), data["observe"], tolerance)


def step_data(step: Step) -> dict[str, Any]:
    """Turn a step into JSON data, leaving out what is empty."""
    data = {
        **vars(step),
        "args": [encode(value) for value in step.args],
        "kwargs": {key: encode(value) for key, value in step.kwargs.items()},
    }
    return {key: value for key, value in data.items() if value}


def read_step(data: dict[str, Any]) -> Step:
    """Undo `step_data`."""
    args = tuple(map(decode, data.get("args", ())))
    kwargs = {key: decode(value) for key, value in data.get("kwargs", {}).items()}
    return Step(**{**data, "args": args, "kwargs": kwargs})


def outcome_data(outcome: Outcome) -> dict[str, Any]:
    """Turn an outcome into JSON data; warnings and lines of our own code are left out."""
    error = outcome.error
    return {
        "values": [[quantity, encode(value)] for quantity, value in outcome.values],
        "error": [error.kind, list(error.kinds), error.text] if error else None,
        "refusal": outcome.refusal,
        "changed": list(outcome.changed),
    }


def read_outcome(data: dict[str, Any]) -> Outcome:
    """Undo `outcome_data`."""
    kind, kinds, text = data["error"] or ("", [], "")
    return Outcome(
        values=tuple((quantity, decode(value)) for quantity, value in data["values"]),
        error=Error(kind, tuple(kinds), text) if kind else None,
        refusal=data["refusal"],
        changed=tuple(data["changed"]),
    )
