"""
The solved notebook is graded before the first student.

So a sandbox that does not start, or an instructor's cell that cannot run, stops the run once and
before anyone is graded; and the time it takes says what a fair budget for a submission is.
"""

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from course_lib.checks.personal import SAMPLE_ID
from course_lib.grading.examine.assignment import Assignment, read_settings
from course_lib.grading.examine.instructor import plan_of
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.work import Graded, Job

LOG = logging.getLogger(__name__)
LEAST_SECONDS = 60.0
TIMES_SOLVED = 20.0


def solved_job(assignment: Assignment, seed: int, **settings: Any) -> Job:
    """Make the job of the instructor's own notebooks."""
    first, *others = (
        Job(SAMPLE_ID, book, book.text.encode(), seed, **settings) for book in assignment.books
    )
    return replace(first, assignment=assignment, others=tuple(others))


def refuse_broken(graded: Graded, assignment: Assignment) -> None:
    """
    Stop where a cell of the instructor that only draws cannot run.

    The examiner does not run what draws if no test cell can see it; the solved notebook has.

    Parameters
    ----------
    graded : Graded
        The solved notebook.
    assignment : Assignment
        The source.

    Raises
    ------
    InstructorError
        If a cell cannot be run in the examiner; the text names it.
    """
    for book, part in zip(assignment.books, (graded, *graded.others), strict=True):
        cells = part.notebook["cells"] if part.notebook else ()
        shown = [output for cell in cells for output in cell.get("outputs", ())]
        if any(output["output_type"] == "error" for output in shown):
            plan_of(book, draw=True)


def fair_limits(graded: Graded, root: Path) -> Limits:
    """
    Give what each submission may use, by what the solved notebook used.

    Parameters
    ----------
    graded : Graded
        The solved notebook.
    root : Path
        The course directory, whose ``nbgrader_config.py`` may set ``c.Examine.least_seconds``
        and ``c.Examine.times_solved``.

    Returns
    -------
    Limits
        At most `least_seconds` or `times_solved` times its own time for a whole submission.
    """
    for cell in graded.record.cells:
        if cell.points < cell.max_points:
            LOG.warning(
                "%s: the solved notebook itself does not get the points of %s (%s)",
                graded.record.assignment, cell.key, cell.status,
            )  # fmt: skip
    return within(max(*budget(root, graded.record.seconds)))


def budget(root: Path, seconds: float) -> tuple[float, float]:
    """Give the least budget, and the one by the solved notebook's time, in seconds."""
    settings = read_settings(root).get("Examine", {})
    least = float(settings.get("least_seconds", LEAST_SECONDS))
    return least, float(settings.get("times_solved", TIMES_SOLVED)) * seconds


def within(seconds: float) -> Limits:
    """Give the limits of a submission that may take so long in all."""
    usual = Limits()
    return replace(
        usual,
        notebook_wall=seconds,
        notebook_cpu=seconds,
        cell_wall=max(usual.cell_wall, seconds / 2),
        cell_cpu=max(usual.cell_cpu, seconds / 6),
        question_wall=max(usual.question_wall, seconds / 2),
        question_cpu=max(usual.question_cpu, seconds / 6),
    )
