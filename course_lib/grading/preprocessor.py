"""nbgrader's door: ``nbgrader autograde`` with the sandbox and the examiner instead of a kernel."""

import atexit
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from course_lib.grading.assignment import Assignment
from course_lib.grading.grade import Run
from course_lib.grading.journal import Journal, draw_seed
from course_lib.grading.limits import Limits
from course_lib.grading.submission import RefusedSubmission
from course_lib.grading.work import close_sandbox, grade_one


class Examine(NbGraderPreprocessor):
    """
    Grades the submitted file as ``course grade`` does, and gives the safe notebook with outputs.

    It takes the place of everything that nbgrader does before it saves scores.
    The scores that nbgrader then reads off the outputs are the examiner's.
    """

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Grade the student's notebook; raise if it cannot be read."""
        names = resources["nbgrader"]
        root = Path(self.config.CourseDirectory.get("root", ".")).resolve()
        atexit.register(close_sandbox)
        assignment = Assignment.find(names["assignment"], root)
        with Journal.open(root, assignment.name) as journal:
            seed = draw_seed(root, assignment.name)
            run = Run(root, assignment, journal, Limits(), seed, unsafe=False)
            try:
                job = run.job(names["student"])
            except RefusedSubmission as reason:
                raise ValueError(str(reason)) from None
            graded = grade_one(job)
            run.keep(job, graded)
        remove_strays(root, names["student"], assignment.name)
        if graded.notebook is None:
            raise ValueError("; ".join(graded.record["flags"]))
        return nbformat.from_dict(graded.notebook), resources


def remove_strays(root: Path, student: str, name: str) -> None:
    """Remove from the graded folder the files that nbgrader copied from the student's."""
    source = root / "solutions" / name
    for path in (root / "autograded" / student / name).rglob("*"):
        wanted = path.suffix == ".ipynb" or (source / path.name).exists()
        if path.is_symlink() or (path.is_file() and not wanted and path.name != "timestamp.txt"):
            path.unlink()
