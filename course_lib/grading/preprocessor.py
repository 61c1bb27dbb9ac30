"""nbgrader's door: ``nbgrader autograde`` with the sandbox and the examiner instead of a kernel."""

import atexit
import functools
import shutil
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Enum, Float, List, Unicode

from course_lib.grading.examine.assignment import Assignment, sources
from course_lib.grading.examine.figures import DEFAULT, FIGURES
from course_lib.grading.grade import Run
from course_lib.grading.ids import id_fault, shown
from course_lib.grading.journal import Journal, draw_seed
from course_lib.grading.record import NBGRADER
from course_lib.grading.rehearsal import (
    LEAST_SECONDS,
    TIMES_SOLVED,
    fair_limits,
    refuse_broken,
    solved_job,
)
from course_lib.grading.results.exchange import carry
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.sandbox.process import CHOICES, NoSandbox, choose
from course_lib.grading.work import Graded, close_sandbox, grade_one

_last: dict[tuple[str, str, str], Graded] = {}  # a submission of which more notebooks may come
chosen = functools.cache(choose)  # nbgrader makes a preprocessor anew for each notebook


class Examine(NbGraderPreprocessor):
    """
    Grades the submitted file as ``course grade`` does, and gives the safe notebook with outputs.

    It takes the place of everything that nbgrader does before it saves scores.
    The scores that nbgrader then reads off the outputs are the examiner's.
    """

    figures = Enum(
        FIGURES, default_value=DEFAULT, help="Which figures are drawn, as course grade --figures."
    ).tag(config=True)
    least_seconds = Float(
        LEAST_SECONDS, help="Seconds that every submission may take, also by course grade."
    ).tag(config=True)
    times_solved = Float(
        TIMES_SOLVED, help="What it may take, in times of the solved notebook's own time."
    ).tag(config=True)
    packages = List(
        Unicode(), help="Packages that student code may import besides NumPy and matplotlib."
    ).tag(config=True)

    sandbox = Enum(
        CHOICES, default_value="auto", help="Tier of the sandbox: c.Examine.sandbox"
    ).tag(config=True)

    def tier(self, begun: Path) -> str:
        """Choose the sandbox; where none starts, end nbgrader at once and leave nothing begun."""
        try:
            return chosen(self.sandbox)
        except NoSandbox as error:
            shutil.rmtree(begun, ignore_errors=True)
            self.log.error(str(error))
            raise SystemExit(1) from None

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Grade the student's notebook; raise if it cannot be read."""
        names = resources["nbgrader"]
        root = Path(self.config.CourseDirectory.get("root", ".")).resolve()
        if fault := id_fault(names["student"]):
            raise ValueError(f"the folder submitted/{shown(names['student'])} {fault}: rename it")
        begun = root / "autograded" / names["student"] / names["assignment"]
        tier = self.tier(begun)
        atexit.register(close_sandbox)
        assignment = Assignment.find(names["assignment"], root)
        graded = self.graded(assignment, names["student"], root, tier)
        remove_strays(root, names["student"], assignment.name)
        carry(root / "submitted" / names["student"] / assignment.name, begun)
        files = [book.file for book in assignment.books]
        part = (graded, *graded.others)[files.index(names["notebook"])]
        if part.notebook is None:
            raise ValueError("; ".join(part.record.flags))
        return nbformat.from_dict(part.notebook), resources

    def graded(self, assignment: Assignment, student: str, root: Path, tier: str) -> Graded:
        """Grade a submission and keep the result; nbgrader asks once for each of its notebooks."""
        with Journal.open(root, assignment.name) as journal:
            seed = draw_seed(root, assignment.name)
            limits = rehearsed(assignment, root, tier)
            run = Run(root, assignment, journal, limits, seed, False, self.figures, tier)
            job = run.job(student)
            if (known := _last.get((assignment.digest, student, job.digest))) is not None:
                return known
            graded = grade_one(job)
            mine = journal.lines.theirs.get(job.student, [])
            run.book.expect_nbgrader(assignment.name, job.student, mine)
            run.keep(job, graded, by=NBGRADER)
        _last.clear()
        if assignment.others:
            _last[assignment.digest, student, job.digest] = graded
        return graded


@functools.cache
def rehearsed(assignment: Assignment, root: Path, tier: str) -> Limits:
    """Grade the solved notebook, once in this process; give what a submission may use."""
    job = solved_job(assignment, 0, figures="none", sandbox=tier)
    solved = grade_one(job)
    refuse_broken(solved, assignment)
    return fair_limits(solved, root)


class UnreadExporter(NotebookExporter):
    """
    Opens no file that a student handed in: `Examine` does, which limits what it reads.

    nbgrader would parse the submission before any preprocessor sees it, whatever its size, and
    takes gigabytes for some megabytes of hostile text. With `Examine` among the preprocessors
    they start from an empty notebook instead.
    """

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **options: Any
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Convert a notebook; one that is to be examined is not opened."""
        if not any(isinstance(step, Examine) for step in self._preprocessors):
            return super().from_filename(filename, resources, **options)
        path = Path(filename)
        resources = {} if resources is None else resources
        resources["metadata"] = ResourcesDict(name=path.stem, path=str(path.parent))
        return self.from_notebook_node(nbformat.v4.new_notebook(), resources, **options)


def remove_strays(root: Path, student: str, name: str) -> None:
    """Remove from the graded folder the files that nbgrader copied from the student's."""
    source = sources(root) / name
    for path in (root / "autograded" / student / name).rglob("*"):
        wanted = path.suffix == ".ipynb" or (source / path.name).exists()
        if path.is_symlink() or (path.is_file() and not wanted and path.name != "timestamp.txt"):
            path.unlink()
