"""The usual ways of testing give right answers their points, and wrong ones none."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.record import CellResult
from course_lib.grading.work import Job, grade_one
from tests.grading.idioms import FILES, IDIOMS, PACKAGES, Idiom, cells, key_of

MOST_WRONG = max(len(idiom.wrong) for idiom in IDIOMS.values())


def notebook(choose: Callable[[Idiom], str]) -> dict[str, Any]:
    """Make a notebook of all idioms."""
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells(choose)}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    """An assignment of all idioms, with the files beside it."""
    root = tmp_path_factory.mktemp("idioms")
    folder = root / "solutions" / "idioms"
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text)
    (root / "nbgrader_config.py").write_text(f"c = get_config()\nc.Examine.packages = {PACKAGES}\n")
    solved = notebook(lambda idiom: idiom.answer)
    (folder / "idioms.ipynb").write_text(json.dumps(solved))
    return Assignment.find("idioms", root)


def judged(
    course: Assignment, choose: Callable[[Idiom], str], names: list[str]
) -> dict[str, CellResult]:
    """Grade some idioms of a notebook; give their verdicts."""
    content = json.dumps(notebook(choose)).encode()
    only = frozenset(f"{key_of(name)}-visible" for name in names)
    record = grade_one(Job("student", course, content, 5, only=only)).record
    verdicts = {cell.exercise: cell for cell in record.cells}
    return {name: verdicts[key_of(name)] for name in names}


def test_there_are_enough():
    assert len(IDIOMS) >= 100
    assert sum(len(idiom.wrong) for idiom in IDIOMS.values()) >= 140


def test_right_answers_get_their_points(course, sandboxed):
    verdicts = judged(course, lambda idiom: idiom.answer, list(IDIOMS))
    refused = {name: v.message for name, v in verdicts.items() if v.points != 1}
    assert refused == {}


@pytest.mark.parametrize("which", range(MOST_WRONG))
def test_wrong_answers_get_none(course, sandboxed, which):
    def choose(idiom):
        return idiom.wrong[which] if which < len(idiom.wrong) else idiom.answer

    tried = [name for name, idiom in IDIOMS.items() if which < len(idiom.wrong)]
    verdicts = judged(course, choose, tried)
    assert [name for name in tried if verdicts[name].points] == []
