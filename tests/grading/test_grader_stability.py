"""The comparison of regrades sees a verdict that differs, and nothing that is merely measured."""

import importlib.util
import json
from pathlib import Path

FILE = Path(__file__).parents[2] / "benchmarks" / "grader_stability.py"
SPEC = importlib.util.spec_from_file_location("grader_stability", FILE)
stability = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(stability)

RECORD = {
    "student": "ada",
    "score": 3.0,
    "seconds": 0.5,
    "usage": {"cpu": 0.1},
    "cells": [
        {"grade_id": "relu-visible", "status": "passed", "seconds": 0.2},
        {"grade_id": "relu-hidden", "status": "wrong", "seconds": 0.3},
    ],
}


def graded(**changes: object) -> dict[str, bytes]:
    """Return what the benchmark keeps of a class of one, with some changes."""
    return {"ada": json.dumps(stability.verdict(RECORD | changes), sort_keys=True).encode()}


def with_hidden(**changes: object) -> list[dict[str, object]]:
    """Return the cells with the last one changed."""
    return [RECORD["cells"][0], RECORD["cells"][1] | changes]


def test_times_and_memory_do_not_count() -> None:
    other = graded(seconds=9.0, usage={"cpu": 5.0}, cells=with_hidden(seconds=7.0))
    assert stability.differing(graded(), other) == []


def test_each_cell_that_differs_is_named() -> None:
    other = graded(cells=with_hidden(status="timeout"))
    assert stability.differing(graded(), other) == ["ada relu-hidden"]


def test_what_differs_outside_the_cells_counts_as_one() -> None:
    assert stability.differing(graded(), graded(score=2.0)) == ["ada"]


def test_a_student_who_is_left_out_is_noticed() -> None:
    assert stability.differing(graded(), {}) == ["ada", "ada relu-hidden", "ada relu-visible"]
