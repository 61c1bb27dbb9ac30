"""
Does every door to the checks give the same verdict? Counted for wrong and for right answers.

Run ``python benchmarks/same_verdict.py [--notebooks N] [NAME ...]``; without NAME all assignments.

For each assignment notebooks are made that together hold every named mistake and every accepted
alternative of every exercise, one of each exercise in a notebook. Each notebook then goes through
five doors: its own check cells in a kernel with the student's edition, ``nbgrader validate`` there,
``course check``, ``course grade`` and ``nbgrader autograde``. A line is printed for each answer
on whose visible checks two doors differ, then the number of answers on which all agree. The right
verdict is known too: an accepted alternative passes.
"""

import argparse
import base64
import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import nbformat
from nbclient import NotebookClient

import course_lib
from course_lib.checks import registry
from course_lib.grading.check import check_notebook
from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.grade import grade
from course_lib.grading.record import Record
from course_lib.grading.results.gradebook import Book
from course_lib.grading.sandbox import edition

HERE = Path(__file__).resolve().parents[1]
DOORS = ("notebook", "nbgrader validate", "course check", "course grade", "nbgrader autograde")
FAILED_CELL = re.compile(r"The following cell failed:\n\n(.*?)\n\nThe error was", re.DOTALL)
CHECKED = re.compile(r'check\("(\w+)"')
Verdicts = dict[str, bool]

# The answers are functions of the author's edition. A student's process has not got it, so each
# notebook carries it, and lets it go before any check runs.
LOADER = """
import base64, sys
import course_lib, course_lib.checks
from course_lib.checks import registry
registry.is_instructor_edition()
with open("authors.zip", "wb") as file:
    file.write(base64.b64decode("{archive}"))
course_lib.__path__.append("authors.zip/course_lib")
course_lib.checks.__path__.append("authors.zip/course_lib/checks")
from importlib import import_module
written = {{e.name: e for e in import_module("course_lib.checks.exercises.{chapter}").EXERCISES}}
course_lib.__path__.pop(), course_lib.checks.__path__.pop()
for e in written.values():
    for item in (*e.mistakes, *e.alternatives):
        if isinstance(item.implementation, type):
            item.implementation.__module__ = "__main__"
"""


@dataclass(frozen=True)
class Answer:
    """
    One implementation that the author of an exercise wrote.

    Parameters
    ----------
    exercise : str
        Name of the exercise.
    kind : str
        "mistakes" or "alternatives".
    position : int
        Place in the exercise's tuple.
    name : str
        Its name.
    """

    exercise: str
    kind: str
    position: int
    name: str

    @property
    def source(self) -> str:
        """What the student's cell says."""
        return (
            f"{self.exercise} = written['{self.exercise}'].{self.kind}"
            f"[{self.position}].implementation"
        )


def answers(name: str) -> list[Answer]:
    """List every mistake and every alternative of an exercise."""
    exercise = registry.find(name)
    return [
        Answer(name, kind, position, item.name)
        for kind in ("alternatives", "mistakes")
        for position, item in enumerate(getattr(exercise, kind))
    ]


def planned(chapter: str) -> list[list[Answer]]:
    """Share the answers of a chapter's exercises out to notebooks, one of an exercise in each."""
    columns = [answers(name) for name in registry.names(chapter)]
    return [
        [column[k] for column in columns if k < len(column)]
        for k in range(max(len(column) for column in columns))
    ]


def spread(plan: list[list[Answer]], count: int | None) -> list[list[Answer]]:
    """Take some notebooks of a plan, from all of its length; all of them if no number is given."""
    taken = min(count or len(plan), len(plan))
    return [plan[k * len(plan) // taken] for k in range(taken)]


def archive() -> str:
    """Pack the author's edition: chapter modules and exercises."""
    package = Path(course_lib.__file__).parent
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        wanted = ("*.py", "networks/*.py", "checks/exercises/**/*.py")
        for path in sorted(path for pattern in wanted for path in package.glob(pattern)):
            if path.name not in ("cli.py", "doctor.py", "plotting.py"):
                packed.write(path, Path("course_lib") / path.relative_to(package))
    return base64.b64encode(held.getvalue()).decode()


def notebook_with(chapter: str, chosen: list[Answer], packed: str) -> dict[str, Any]:
    """Fill answers into the student's notebook of a chapter."""
    path = HERE / "exercises" / chapter / f"{chapter}.ipynb"
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    sources = {answer.exercise: answer.source for answer in chosen}
    for cell in notebook["cells"]:
        key = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
        cell["source"] = sources.get(key, cell["source"])
    loader = nbformat.v4.new_code_cell(LOADER.format(archive=packed, chapter=chapter), id="loader")
    notebook["cells"].insert(0, loader)
    return notebook


class Course:
    """
    A course directory with one assignment, and a student for each notebook.

    Parameters
    ----------
    root : Path
        Where.
    chapter : str
        The assignment.
    notebooks : list of list of Answer
        What each notebook holds.
    """

    def __init__(self, root: Path, chapter: str, notebooks: list[list[Answer]]) -> None:
        self.root, self.chapter, self.notebooks = root, chapter, notebooks
        for folder in ("solutions", "exercises"):
            shutil.copytree(HERE / folder / chapter, root / folder / chapter)
        shutil.copy(HERE / "nbgrader_config.py", root)
        packed = archive()
        self.paths: dict[str, Path] = {}
        for number, chosen in enumerate(notebooks):
            student = f"student{number:02}"
            path = root / "submitted" / student / chapter / f"{chapter}.ipynb"
            path.parent.mkdir(parents=True)
            path.write_text(json.dumps(notebook_with(chapter, chosen, packed)), encoding="utf-8")
            self.paths[student] = path

    def verdicts(self, door: str) -> dict[str, Verdicts]:
        """Take every notebook through a door; give which visible cells passed, by student."""
        if door in ("course grade", "nbgrader autograde"):
            return self.graded() if door == "course grade" else self.autograded()
        through = {
            "notebook": self.executed, "nbgrader validate": self.validated,
            "course check": self.checked,
        }[door]  # fmt: skip
        return {student: through(path) for student, path in self.paths.items()}

    def executed(self, path: Path) -> Verdicts:
        """Run a notebook in a kernel with the student's edition."""
        notebook = nbformat.read(path, as_version=4)
        with tempfile.TemporaryDirectory() as work, students_edition():
            client = NotebookClient(
                notebook, timeout=300, allow_errors=True, resources={"metadata": {"path": work}}
            )
            client.execute()
        graded = {
            cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells
        }
        return {
            name: not errors(graded[f"{name}-visible"])
            for name in registry.graded_names(self.chapter)
        }

    def validated(self, path: Path) -> Verdicts:
        """Run ``nbgrader validate`` with the student's edition; what it does not list passed."""
        with tempfile.TemporaryDirectory() as work, students_edition():
            shutil.copy(path, work)
            done = subprocess.run(
                [sys.executable, "-m", "nbgrader", "validate", path.name],
                cwd=work, capture_output=True, text=True, check=False,
            )  # fmt: skip
        cells = FAILED_CELL.findall(done.stdout)
        if not cells and "Success!" not in done.stdout:
            raise RuntimeError(f"nbgrader validate: {done.stdout[-500:]}{done.stderr[-500:]}")
        failed = {name for cell in cells for name in CHECKED.findall(cell)}
        return {name: name not in failed for name in registry.graded_names(self.chapter)}

    def checked(self, path: Path) -> Verdicts:
        """Run ``course check``, in one sandbox for all notebooks."""
        with patch("course_lib.grading.check.close_sandbox"):
            return passed(check_notebook(path, self.root))

    def graded(self) -> dict[str, Verdicts]:
        """Run ``course grade``."""
        records = grade(self.chapter, self.root, jobs=1)
        return {record.student: passed(record) for record in records}

    def autograded(self) -> dict[str, Verdicts]:
        """Run ``nbgrader autograde`` into an empty gradebook, and read the points there."""
        shutil.rmtree(self.root / "autograded", ignore_errors=True)
        (self.root / "gradebook.db").unlink(missing_ok=True)
        assignment = Assignment.find(self.chapter, self.root)
        book = Book(self.root)
        book.save_assignment(assignment)
        subprocess.run(
            [sys.executable, "-m", "nbgrader", "autograde", self.chapter],
            cwd=self.root, capture_output=True, check=True,
        )  # fmt: skip
        visible = [cell for cell in assignment.tests if cell.key.endswith("-visible")]
        with book.open() as opened:
            return {
                student: {
                    cell.exercise: opened.find_grade(
                        cell.key, self.chapter, self.chapter, student
                    ).auto_score == cell.points
                    for cell in visible
                }
                for student in self.paths
            }  # fmt: skip


@contextlib.contextmanager
def students_edition() -> Iterator[None]:
    """Let Python programs that are started import the student's edition of this package."""
    with patch.dict(os.environ, {"PYTHONPATH": str(edition.student_edition())}):
        yield


def errors(cell: Any) -> list[Any]:
    """List the errors among a cell's outputs."""
    return [output for output in cell.outputs if output.output_type == "error"]


def passed(record: Record) -> Verdicts:
    """Read from a record which visible cells passed."""
    return {
        cell.exercise: cell.status == "passed"
        for cell in record.cells
        if cell.grade_id.endswith("-visible")
    }


def compare(course: Course) -> tuple[int, list[str]]:
    """
    Take all notebooks of a course through all doors.

    Parameters
    ----------
    course : Course
        The course.

    Returns
    -------
    int, list of str
        How many answers there are, and a line for each on which two doors differ or that is a
        right answer and does not pass.
    """
    found = {door: course.verdicts(door) for door in DOORS}
    count, lines = 0, []
    for student, chosen in zip(course.paths, course.notebooks, strict=True):
        for answer in chosen:
            count += 1
            said = {door: found[door][student][answer.exercise] for door in DOORS}
            wanted = {True} if answer.kind == "alternatives" else set(said.values())
            if len(set(said.values())) > 1 or set(said.values()) != wanted:
                lines.append(f"{answer.exercise}, {answer.kind}, {answer.name}: {said}")
    return count, lines


def main() -> None:
    """Compare the doors for the assignments asked for, and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="assignments; all if not given")
    parser.add_argument("--notebooks", type=int, help="only N notebooks of each")
    options = parser.parse_args()
    total = agreed = 0
    for name in options.names or [n for n in registry.CHAPTERS if registry.names(n)]:
        with tempfile.TemporaryDirectory(prefix="course-doors-") as scratch:
            course = Course(Path(scratch), name, spread(planned(name), options.notebooks))
            count, lines = compare(course)
        print("\n".join(lines), end="\n" if lines else "")
        print(f"{name}: {len(course.notebooks)} notebooks, {count - len(lines)}/{count} agree")
        total, agreed = total + count, agreed + count - len(lines)
    print(f"all doors agree on {agreed}/{total} answers")


if __name__ == "__main__":
    main()
