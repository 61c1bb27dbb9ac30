"""One submission from file content to record: what a worker process does, here or elsewhere."""

import copy
import functools
import hashlib
import multiprocessing.util
import sys
import threading
import time
from dataclasses import dataclass, field, replace
from typing import Any

from course_lib.checks.sitting import Sitting
from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.examine.examiner import Examination, Examiner
from course_lib.grading.examine.figures import DEFAULT, Figures
from course_lib.grading.examine.outputs import (
    clean_markdown,
    clean_text,
    message_output,
    points_output,
)
from course_lib.grading.examine.submission import (
    Part,
    RefusedSubmission,
    Submission,
    content_digest,
    parse,
)
from course_lib.grading.record import CellResult, Record, Status, Usage
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.sandbox.process import NoSandbox, Sandbox, SandboxError

one_at_a_time = threading.Lock()
_sandbox: Sandbox | None = None


@dataclass(frozen=True)
class Job:
    """
    Everything a worker needs; plain data, so that it can go to another machine.

    Parameters
    ----------
    student : str
        Name of the student's folder.
    assignment : Assignment
        The source.
    content : bytes
        The submitted file.
    seed : int
        Decides the hidden cases.
    limits : Limits
        What the submission may use.
    notes : tuple of str
        What was odd about the file.
    only : frozenset of str or None
        grade_ids to judge; None means all.
    classmates : tuple of str
        Every id of the class, to recognize answers to somebody else's numbers.
    unsafe : bool
        Run without a sandbox.
    refused : str
        Why the file could not be read; empty if it could.
    figures : str
        Which figures are drawn: "all", "manual" or "none".
    sandbox : str
        The tier of the sandbox: "full" or "pod".
    known_as : str
        The id that the student knows, by which answers by hand are judged; empty if that is the
        folder's name.
    """

    student: str
    assignment: Assignment
    content: bytes
    seed: int
    limits: Limits = field(default_factory=Limits)
    notes: tuple[str, ...] = ()
    only: frozenset[str] | None = None
    classmates: tuple[str, ...] = ()
    unsafe: bool = False
    refused: str = ""
    figures: Figures = DEFAULT
    sandbox: str = "full"
    known_as: str = ""

    @property
    def tier(self) -> str:
        """The tier of the sandbox, "none" without one."""
        return "none" if self.unsafe else self.sandbox

    @property
    def digest(self) -> str:
        """SHA-256 of what was handed in, or of the reason why that cannot be read."""
        return content_digest(self.content or self.refused.encode())


@dataclass
class Graded:
    """A finished job: the record for the journal, and the notebook with its outputs."""

    record: Record
    notebook: dict[str, Any] | None


def sandbox(tier: str) -> Sandbox:
    """Give this process's sandbox, started when first needed."""
    global _sandbox
    if _sandbox is None or _sandbox.tier != tier:
        close_sandbox()
        _sandbox = Sandbox(tier)
        multiprocessing.util.Finalize(None, close_sandbox, exitpriority=10)
    return _sandbox


def warm(tier: str) -> None:
    """Start this process's sandbox before there is work for it."""
    sandbox(tier)


def close_sandbox() -> None:
    """End this process's sandbox."""
    global _sandbox
    if _sandbox is not None:
        _sandbox.close()
        _sandbox = None


def grade_one(job: Job) -> Graded:
    """
    Grade one submission.

    Parameters
    ----------
    job : Job
        The submission and how to grade it.

    Returns
    -------
    Graded
        With status "graded", or "failed" and a reason if the file cannot be read.

    Raises
    ------
    SandboxError
        If this machine cannot run a sandbox; nothing is known of the submission then.
    """
    sandbox(job.tier)  # its start is no time of the submission's
    started, busy = time.perf_counter(), time.process_time()
    job = replace(job, assignment=known(job.assignment))
    try:
        if job.refused:
            raise RefusedSubmission(job.refused)
        submission = parse(job.content, job.assignment)
    except RefusedSubmission as reason:
        named = str(reason).replace("the file ", f"the file {job.assignment.name}.ipynb ", 1)
        return Graded(failed_record(job, named), None)
    submission.notes[:0] = job.notes
    with one_at_a_time:
        result = examine(job, submission)
    record = record_of(job, submission, result)
    usage = Usage(
        cpu=round(result.student_cpu, 4),
        cells=round(result.cells_cpu, 4),
        memory=result.memory,
        sandbox=job.tier,
        examiner=round(time.process_time() - busy, 4),
        figures=job.figures,
    )
    record = replace(record, seconds=round(time.perf_counter() - started, 4), usage=usage)
    return Graded(record, notebook_of(job.assignment, submission, result))


@functools.lru_cache(maxsize=4)
def known(assignment: Assignment) -> Assignment:
    """Give the equal assignment that an earlier job brought, read and taken apart already."""
    return assignment


def examine(job: Job, submission: Submission) -> Examination:
    """Examine, once more in a new sandbox if the first one died."""
    for attempt in (1, 2):
        try:
            here = sitting_of(job, submission)
            examiner = Examiner(job.assignment, sandbox(job.tier), job.limits, here, job.figures)
            result = examiner.examine(submission, job.only)
            result.flags += here.flags
            return result
        except NoSandbox:
            raise
        except SandboxError:
            close_sandbox()
            if attempt == 2:
                raise
    raise AssertionError("unreachable")


def sitting_of(job: Job, submission: Submission) -> Sitting:
    """Say whose answers a submission holds, and what decides its hidden cases."""
    return Sitting(job.known_as or job.student, job.classmates, submission.named, job.seed)


def base_record(student: str, assignment: Assignment, status: Status, *flags: str) -> Record:
    """Make the record of a student of whom no cell was judged."""
    return Record(student, assignment.name, status, 0.0, assignment.max_score, 0.0, [*flags], [])


def failed_record(job: Job, reason: str) -> Record:
    """Make the record of a submission that cannot be read: every cell is refused."""
    cells = [
        CellResult(cell.key, cell.exercise, cell.points, "refused", 0.0, reason, None)
        for cell in job.assignment.tests
    ]
    flags = [*job.notes, f"refused: {reason}"]
    return replace(base_record(job.student, job.assignment, "failed", *flags), cells=cells)


def record_of(job: Job, submission: Submission, result: Examination) -> Record:
    """Make the record of an examined submission."""
    cells = result.in_order(job.assignment)
    written = {
        part.cell.key: hashlib.sha256(part.source.strip().encode()).hexdigest()
        for part in submission.parts
        if part.cell and part.cell.kind == "written"
    }
    return Record(
        job.student,
        job.assignment.name,
        "graded",
        score=round(sum(cell.points for cell in cells), 6),
        max_score=sum(cell.max_points for cell in cells),
        seconds=0.0,
        flags=result.flags + newer_python(submission, result),
        cells=cells,
        to_read=submission.to_read,
        worked_as=sitting_of(job, submission).foreign or None,
        written=written,
    )


def newer_python(submission: Submission, result: Examination) -> list[str]:
    """Say where a notebook may be written in a Python that this one does not understand."""
    errors = [
        output
        for position, part in enumerate(submission.parts)
        if part.cell is None or part.cell.kind != "test"
        for output in result.outputs.get(position, [])
        if output.get("ename") == "SyntaxError"
    ]
    if not errors or submission.python <= sys.version_info[:2]:
        return []
    theirs = ".".join(map(str, submission.python))
    return [
        f"written with Python {theirs}, the grader has {sys.version_info[0]}."
        f"{sys.version_info[1]}: {len(errors)} cells with a syntax error may be right there"
    ]


def notebook_of(
    assignment: Assignment, submission: Submission, result: Examination
) -> dict[str, Any]:
    """Put the student's text and the cleaned outputs into a notebook that is safe to open."""
    source = assignment.notebook
    notebook = {key: copy.deepcopy(source[key]) for key in source if key != "cells"}
    make = functools.partial(cell_of, result)
    notebook["cells"] = [make(k, part) for k, part in enumerate(submission.parts)]
    return notebook


def cell_of(result: Examination, position: int, part: Part) -> dict[str, Any]:
    """Make one cell of the graded notebook."""
    theirs = part.cell is None or part.cell.kind in ("answer", "written")
    metadata = copy.deepcopy(part.cell.metadata) if part.cell else {}
    cell: dict[str, Any] = {
        "id": part.cell.cell_id if part.cell else f"student-{position}",
        "cell_type": "code" if part.code else "markdown",
        "metadata": metadata,
    }
    if not part.code and theirs:
        return cell | written_cell(metadata, clean_text(part.source), part.cell is None)
    if not part.code:
        return cell | {"source": part.source}
    outputs = result.outputs.get(position, [])
    if part.cell and part.cell.key in result.verdicts:
        verdict = result.verdicts[part.cell.key]
        if verdict.status != "passed":
            outputs = [message_output(verdict.status, verdict.message)]
        elif verdict.points != part.cell.points:
            outputs = [points_output(verdict.points)]
    source = clean_text(part.source, len(part.source))
    return cell | {"source": source, "outputs": outputs, "execution_count": None}


def written_cell(metadata: dict[str, Any], text: str, added: bool) -> dict[str, Any]:
    """Store what a student wrote: safe for every renderer, and as typed for our own pages."""
    source = clean_markdown(text)
    if added:
        metadata["course"] = {"by": "student"}
    if source != text:
        metadata.setdefault("course", {})["typed"] = text
    return {"metadata": metadata, "source": source}
