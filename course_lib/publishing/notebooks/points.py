"""Tells the student's edition what the notebooks count, and where the book is."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat

from course_lib.checks.registry import POINTS_FILE, SITE_FILE
from course_lib.publishing.notebooks.places import site_address, student_path


def points_file(names: Sequence[str], root: Path) -> dict[str, str]:
    """
    Write down what the student notebooks count, for `course_lib.checks.check_all`.

    Parameters
    ----------
    names : sequence of str
        The assignments.
    root : Path
        The course directory, with ``exercises/``.

    Returns
    -------
    dict of str to str
        File name to text.
    """
    counted = {name: points_of(student_path(name, root)) for name in names}
    return {POINTS_FILE: json.dumps(counted, indent=1) + "\n"}


def points_of(path: Path) -> dict[str, Any]:
    """Count the points of a notebook: all, and those of each visible check by exercise."""
    cells = nbformat.read(path, as_version=4).cells
    grading = [cell.metadata.get("nbgrader", {}) for cell in cells]
    points = {each["grade_id"]: each["points"] for each in grading if each.get("grade")}
    visible = {
        key.removesuffix("-visible"): count
        for key, count in points.items()
        if key.endswith("-visible")
    }
    return {"total": sum(points.values()), "visible": visible}


def site_file(root: Path) -> dict[str, str]:
    """
    Write down the address of the site, for the messages of the checks.

    Parameters
    ----------
    root : Path
        The course directory.

    Returns
    -------
    dict of str to str
        File name to text; empty if the course has no address.
    """
    site = site_address(root)
    return {SITE_FILE: f"{site}\n"} if site else {}
