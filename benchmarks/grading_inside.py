"""``course grade NAME --jobs WORKERS --figures FIGURES --json`` for `grading.py`, and its CPU time.

It imports no more than the command does.
"""

import inspect
import json
import time
from pathlib import Path
from typing import Any

from course_lib.grading import grade as grading


def grade_here(root: str, name: str, workers: str, figures: Any) -> None:
    """Grade a class, print its records, then one line about CPU seconds."""
    writing = [0.0]

    def timed(function: Any) -> Any:
        def call(*arguments: Any, **more: Any) -> Any:
            outer, began = not getattr(timed, "busy", False), time.process_time()
            timed.busy = True  # type: ignore[attr-defined]
            try:
                result = function(*arguments, **more)
                return list(result) if inspect.isgenerator(result) else result
            finally:
                if outer:
                    timed.busy = False  # type: ignore[attr-defined]
                    writing[0] += time.process_time() - began

        return call

    grading.Run.keep = timed(grading.Run.keep)
    grading.Run.flush = timed(grading.Run.flush)
    records = []
    for record in grading.grade(name, Path(root), jobs=int(workers), figures=figures):
        print(json.dumps(record.to_json()))
        records.append(record)
    usage = [record.usage for record in records if record.usage]
    print(json.dumps({"inside": {
        "cells": sum(u.cells or 0.0 for u in usage),
        "student": sum(u.cpu for u in usage),
        "examiner": sum(u.examiner or 0.0 for u in usage),
        "writing": writing[0],
    }}))  # fmt: skip
