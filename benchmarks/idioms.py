"""
Points for the right answers to usual test cells: nbgrader as it is shipped, and ``course grade``.

Run ``python benchmarks/idioms.py [--ours-only] [IDIOM ...]``; an IDIOM is a part of a name. The
idioms are those of ``tests/grading/idioms.py``: answer, test cell, and wrong answers. All are cells
of one notebook with one point each. The table names those that do not get it, and the wrong answers
that do.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

sys.path.insert(0, str(Path(__file__).parents[1]))

from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.work import Job, close_sandbox, grade_one
from tests.grading.idioms import FILES, IDIOMS, PACKAGES, Idiom, cells, key_of

STOCK = """
c = get_config()
c.CourseDirectory.course_id = "idioms"
c.Execute.timeout = 60
c.ClearSolutions.enforce_metadata = False
"""
OURS = f"{STOCK}c.Examine.packages = {PACKAGES}\n"
Points = dict[str, float]


def notebook(choose: Callable[[Idiom], str], known: dict[str, Idiom]) -> dict[str, Any]:
    """Make the notebook of some idioms."""
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    parts = {"nbformat": 4, "nbformat_minor": 5, "metadata": kernel}
    return parts | {"cells": cells(choose, known)}


def course(root: Path, settings: str, known: dict[str, Idiom]) -> None:
    """Make a course of one assignment with files beside its notebook."""
    (root / "nbgrader_config.py").write_text(settings)
    for folder in ("source/idioms", "submitted/student/idioms"):
        (root / folder).mkdir(parents=True)
        for name, text in FILES.items():
            (root / folder / name).write_text(text)
    text = json.dumps(notebook(lambda idiom: idiom.answer, known))
    (root / "source/idioms/idioms.ipynb").write_text(text)


def stock(choose: Callable[[Idiom], str], known: dict[str, Idiom]) -> Points:
    """Let nbgrader grade a notebook; give the points of each idiom."""
    with tempfile.TemporaryDirectory(prefix="course-stock-") as scratch:
        root = Path(scratch)
        course(root, STOCK, known)
        text = json.dumps(notebook(choose, known))
        (root / "submitted/student/idioms/idioms.ipynb").write_text(text)
        for step in ("generate_assignment", "autograde"):
            subprocess.run(
                [sys.executable, "-m", "nbgrader", step, "idioms"],
                cwd=root, capture_output=True, check=step == "generate_assignment",
            )  # fmt: skip
        with Gradebook(f"sqlite:///{root / 'gradebook.db'}", "idioms") as book:
            rows = book.find_submission_notebook("idioms", "idioms", "student").grades
            found = {row.cell.name: row.auto_score or 0.0 for row in rows}
    return {name: found[f"{key_of(name)}-visible"] for name in known}


def ours(choose: Callable[[Idiom], str], known: dict[str, Idiom]) -> Points:
    """Grade a notebook here; give the points of each idiom."""
    with tempfile.TemporaryDirectory(prefix="course-ours-") as scratch:
        root = Path(scratch)
        course(root, OURS, known)
        content = json.dumps(notebook(choose, known)).encode()
        record = grade_one(Job("student", Assignment.find("idioms", root), content, 5)).record
    found = {cell.exercise: cell.points for cell in record.cells}
    return {name: found[key_of(name)] for name in known}


def table(grade: Callable[..., Points], known: dict[str, Idiom]) -> tuple[list[str], list[str]]:
    """Give the right answers that are refused, and the wrong ones that pass."""
    right = grade(lambda idiom: idiom.answer, known)
    forged = []
    for k in range(max(len(idiom.wrong) for idiom in known.values())):

        def choose(idiom: Idiom, k: int = k) -> str:
            return idiom.wrong[k] if k < len(idiom.wrong) else idiom.answer

        points = grade(choose, known)
        forged += [n for n, i in known.items() if k < len(i.wrong) and points[n] > 0]
    return [name for name, points in right.items() if points != 1], forged


def main() -> None:
    """Print what each grader refuses and lets pass."""
    # nbgrader calls alembic by its bare name.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("idioms", nargs="*", metavar="IDIOM", help="parts of names; all if none")
    parser.add_argument("--ours-only", action="store_true", help="leave nbgrader out")
    options = parser.parse_args()
    known = {
        name: idiom for name, idiom in IDIOMS.items()
        if not options.idioms or any(part in name for part in options.idioms)
    }  # fmt: skip
    wrong = sum(len(idiom.wrong) for idiom in known.values())
    graders = (
        {"course grade": ours} if options.ours_only else {"nbgrader": stock, "course grade": ours}
    )
    for name, grade in graders.items():
        refused, forged = table(grade, known)
        right = len(known) - len(refused)
        passed = f"wrong answers passed {len(forged)}/{wrong}"
        print(f"{name}: right answers {right}/{len(known)}, {passed}")
        for kind, names in (("refused", refused), ("passed though wrong", forged)):
            print(*(f"  {kind}: {each}" for each in names), sep="\n", end="\n" if names else "")
    close_sandbox()


if __name__ == "__main__":
    main()
