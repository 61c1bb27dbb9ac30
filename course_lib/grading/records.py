"""The form of a journal entry and of the record in it, checked before anybody relies on it."""

from collections.abc import Callable
from typing import Any

import fastjsonschema

FORMAT = 1
NOT_GRADED = "not graded"  # begins the flag of a submission whose outcome is not known
NOT_RECORDED = "not in the gradebook"  # begins the flag of a grade that is in the journal alone
NBGRADER = "nbgrader autograde"  # who writes the scores of an entry that came through that door
TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}
NUMBER = {"type": "number"}

CELL = {
    "type": "object",
    "required": ["grade_id", "exercise", "points", "max_points", "status", "message"],
    "properties": {
        "grade_id": TEXT, "exercise": TEXT, "points": NUMBER, "max_points": NUMBER,
        "status": TEXT, "diagnosis": {"type": ["string", "null"]}, "message": TEXT,
    },
}  # fmt: skip
RECORD = {
    "type": "object",
    "required": ["student", "assignment", "status", "score", "max_score", "flags", "cells"],
    "properties": {
        "student": TEXT, "assignment": TEXT, "status": TEXT, "score": NUMBER,
        "max_score": NUMBER, "seconds": NUMBER, "flags": TEXTS, "to_read": TEXTS,
        "cells": {"type": "array", "items": CELL},
        "written": {"type": "object", "additionalProperties": TEXT},
        "usage": {"type": "object"},
    },
}  # fmt: skip
ENTRY = {
    "type": "object",
    "required": ["record"],
    "properties": {
        "record": RECORD, "format": {"const": FORMAT}, "time": TEXT, "seed": {"type": "integer"},
        "submission": TEXT, "source": TEXT, "checks": TEXT, "by": TEXT,
        "versions": {"type": "object", "additionalProperties": TEXT},
        "limits": {"type": "object"}, "sandbox": {"type": "boolean"},
    },
}  # fmt: skip

check: Callable[[Any], Any] = fastjsonschema.compile(ENTRY)


def entry_fault(entry: Any) -> str:
    """Say what is wrong with the form of an entry; empty if nothing is."""
    try:
        check(entry)
    except fastjsonschema.JsonSchemaException as error:
        return str(error).removeprefix("data.").removeprefix("data ")
    return ""
