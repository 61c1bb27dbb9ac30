"""A sample class to look at: ``python -m course_lib.grading.sample_class`` makes and grades it."""

import json
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from course_lib.checks.personal import SAMPLE_ID
from course_lib.grading.examine.assignment import Assignment, source_of
from course_lib.grading.grade import grade
from course_lib.grading.results.feedback import write_feedback
from course_lib.grading.results.report import write_report

Notebook = dict[str, Any]
Maker = Callable[[Notebook], Notebook]

NAMES = ("binary_classification", "binary_cross_entropy")
# What the solved notebook has and no student's notebook.
MARKED = re.compile(
    r"^ *### BEGIN HIDDEN TESTS$.*?^ *### END HIDDEN TESTS$\n?|^ *### \w+ SOLUTION$\n?",
    re.MULTILINE | re.DOTALL,
)
# Mistakes that students really make: the exercise, its parameters, what they return.
MISTAKES = {
    "sigmoid": ("z", "1 / (1 + np.exp(z))"),
    "predict": ("P, threshold=0.5", "np.where(P >= threshold, 1.0, 0.0)"),
    "accuracy": ("Y_pred, Y", "100 * np.mean(Y_pred == Y)"),
    "bce_grad": ("y, p", "p - y"),
    "bce_cost": ("Y, P", "float(np.mean(-Y * np.log(P) - (1 - Y) * np.log(1 - P)))"),
    "sigmoid_bce_grad": ("Y, Z", "1 / (1 + np.exp(-Z)) - Y"),
}


def answers(notebook: Notebook) -> list[Notebook]:
    """List the cells that students write code in and that checks judge."""
    cells = {
        cell["metadata"].get("nbgrader", {}).get("grade_id"): cell for cell in notebook["cells"]
    }
    return [cell for key, cell in cells.items() if f"{key}-visible" in cells]


def solved(source: Notebook) -> Notebook:
    """Everything right."""
    return source


def stub(source: Notebook) -> Notebook:
    """Nothing written yet."""
    for cell in answers(source):
        cell["source"] = "raise NotImplementedError"
    return source


def half_done(source: Notebook) -> Notebook:
    """Every second exercise is missing."""
    for cell in answers(source)[1::2]:
        cell["source"] = "# I do not know how to begin."
    return source


def mistaken(source: Notebook) -> Notebook:
    """A few common mistakes."""
    for cell in answers(source):
        name = cell["metadata"]["nbgrader"]["grade_id"]
        if name in MISTAKES:
            parameters, value = MISTAKES[name]
            cell["source"] = f"def {name}({parameters}):\n    return {value}"
    return source


def failing_cell(source: Notebook) -> Notebook:
    """The first answer stops with an error of its own."""
    answers(source)[0]["source"] = "import numpy as np\nnp.ones((2, 3)) @ np.ones((2, 3))"
    return source


def endless(source: Notebook) -> Notebook:
    """The first exercise never ends."""
    cell = answers(source)[0]
    name = cell["metadata"]["nbgrader"]["grade_id"]
    cell["source"] = f"def {name}(*arguments):\n    while True:\n        pass"
    return source


STUDENTS = (solved, stub, half_done, mistaken, failing_cell, endless)


def make(
    root: Path, target: Path, names: Sequence[str] = NAMES, students: Sequence[Maker] = STUDENTS
) -> None:
    """
    Make a course directory of its own with a submission of each kind.

    Parameters
    ----------
    root : Path
        The course directory whose assignments are taken.
    target : Path
        The new one; replaced if it is there.
    names : sequence of str
        The assignments.
    students : sequence of callable
        Each makes a submission of the solved notebook; its name is the student's. A malformed
        file and a missing one are always added.
    """
    shutil.rmtree(target, ignore_errors=True)
    for name in names:
        source = Assignment.find(name, root)
        write(target / "solutions" / name / f"{name}.ipynb", source.text)
        for student in students:
            notebook = json.loads(source.text)
            for cell in notebook["cells"]:
                cell["source"] = MARKED.sub("", source_of(cell))
            text = json.dumps(student(notebook)).replace(SAMPLE_ID, student.__name__)
            write(target / "submitted" / student.__name__ / name / f"{name}.ipynb", text)
        write(target / "submitted" / "malformed" / name / f"{name}.ipynb", source.text[:2000])
        (target / "submitted" / "missing").mkdir(exist_ok=True)
    if (root / "nbgrader_config.py").is_file():
        shutil.copy(root / "nbgrader_config.py", target)


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Make the sample class, grade it, and write its pages."""
    root = Path.cwd()
    target = root / "_build" / "sample_class"
    make(root, target)
    for name in NAMES:
        for record in grade(name, target, unsafe=shutil.which("bwrap") is None):
            print(
                f"{name:24} {record.student:14} {record.status:9} "
                f"{record.score:g}/{record.max_score:g}"
            )
        write_feedback(name, target)
        write_report(name, target)


if __name__ == "__main__":
    main()
