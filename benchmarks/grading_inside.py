"""``course grade NAME --jobs WORKERS --figures FIGURES --json`` for `grading.py`, and its CPU time.

It imports no more than the command does.
"""

import inspect
import json
import time
from pathlib import Path
from typing import Any

import psutil

from course_lib.grading import grade as grading


def by_process() -> dict[str, float]:
    """Give the CPU seconds so far of this command and of the kinds of processes below it."""
    here = psutil.Process()
    used = dict.fromkeys(("command", "worker", "sandbox"), 0.0)
    for process in (here, *here.children(recursive=True)):
        words, own = " ".join(process.cmdline()), process.cpu_times()
        kind = "sandbox" if "inside.start" in words or "bwrap" in words else "worker"
        used["command" if process == here else kind] += own.user + own.system
    used["command"] += here.cpu_times().children_user + here.cpu_times().children_system
    return used


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
    before: dict[str, float] = {}
    rehearse = grading.Run.rehearse

    def rehearsed(*arguments: Any) -> Any:
        solved = rehearse(*arguments)
        usage = solved.record.usage
        assert usage is not None
        before.update(by_process(), notebook=usage.cpu, examiner=usage.examiner or 0.0)
        before["worker"] -= before["examiner"]
        return solved

    grading.Run.rehearse = rehearsed  # type: ignore[method-assign]
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
        **{f"start: {part}": seconds for part, seconds in before.items()},
    }}))  # fmt: skip
