"""One submission from file content to record: what a worker process does, here or elsewhere."""

import copy
import functools
import hashlib
import multiprocessing.util
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from course_lib.checks.personal import SAMPLE_ID
from course_lib.checks.sitting import Sitting
from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.examine.crossings import Crossings, Site
from course_lib.grading.examine.examiner import Examination, Examiner
from course_lib.grading.examine.figures import DEFAULT, Figures, draws
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
from course_lib.grading.record import CellResult, Record, Status, Usage, cell_key
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.sandbox.process import NoSandbox, Sandbox, SandboxError

one_at_a_time = threading.Lock()
_sandbox: Sandbox | None = None
_sites: dict[str, frozenset[Site]] = {}  # by assignment, of those that were asked for


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
    others : tuple of Job
        The other notebooks of the same submission, each as a job of its own.
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
    others: "tuple[Job, ...]" = ()
    known_as: str = ""

    @property
    def tier(self) -> str:
        """The tier of the sandbox, "none" without one."""
        return "none" if self.unsafe else self.sandbox

    @property
    def place(self) -> tuple[str, tuple[str, ...], bool]:
        """What sandbox it needs: the tier, packages, and whether figures are drawn."""
        return self.tier, self.assignment.packages, draws(self.assignment, self.figures)

    @property
    def digest(self) -> str:
        """SHA-256 of what was handed in, or of the reason why that cannot be read."""
        own = content_digest(self.content or self.refused.encode())
        if not self.others:
            return own
        return content_digest("\n".join([own, *(job.digest for job in self.others)]).encode())


@dataclass
class Graded:
    """
    A finished job.

    Parameters
    ----------
    record : Record
        For the journal.
    notebook : dict or None
        The notebook with its outputs.
    others : tuple of Graded
        The other notebooks of the same submission, each with its own part of the record.
    """

    record: Record
    notebook: dict[str, Any] | None
    others: "tuple[Graded, ...]" = ()


def sandbox(tier: str, packages: tuple[str, ...] = (), draw: bool = True) -> Sandbox:
    """Give this process's sandbox, started when first needed."""
    global _sandbox
    fits = _sandbox and (_sandbox.tier, _sandbox.packages) == (tier, packages)
    if _sandbox is None or not fits or draw > _sandbox.draw:
        close_sandbox()
        _sandbox = Sandbox(tier, packages=packages, draw=draw)
        multiprocessing.util.Finalize(None, close_sandbox, exitpriority=10)
    return _sandbox


def warm(tier: str, packages: tuple[str, ...] = (), draw: bool = True) -> None:
    """Start this process's sandbox before there is work for it."""
    sandbox(tier, packages, draw)


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
    if job.others:
        return joined(job, [grade_one(each) for each in (replace(job, others=()), *job.others)])
    job = replace(job, assignment=known(job.assignment))
    sandbox(*job.place)  # its start is no time of the submission's
    started, busy = time.perf_counter(), time.process_time()
    job = replace(job, assignment=known(job.assignment.books[0]))
    try:
        if job.refused:
            raise RefusedSubmission(job.refused)
        submission = parse(job.content, job.assignment)
    except RefusedSubmission as reason:
        named = str(reason).replace("the file ", f"the file {job.assignment.file}.ipynb ", 1)
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


def joined(job: Job, graded: Sequence[Graded]) -> Graded:
    """Make the result of a submission of those of its notebooks."""
    records = [each.record for each in graded]
    files = [book.file for book in job.assignment.books]
    done = [record for record in records if record.status == "graded"]
    written = {key: text for record in records for key, text in (record.written or {}).items()}
    whole = replace(
        records[0],
        status="graded" if done else "failed",
        score=round(sum(record.score for record in records), 6),
        max_score=sum(record.max_score for record in records),
        seconds=round(sum(record.seconds for record in records), 4),
        flags=[
            f"{file}: {flag}"
            for file, record in zip(files, records, strict=True)
            for flag in record.flags
        ],
        cells=[cell for record in records for cell in record.cells],
        to_read=[key for record in records for key in record.to_read or []],
        worked_as=next((record.worked_as for record in done if record.worked_as), None),
        written=written if done else None,
        usage=total_usage([record.usage for record in done if record.usage]),
    )
    return Graded(whole, graded[0].notebook, tuple(graded[1:]))


def total_usage(usages: Sequence[Usage]) -> Usage | None:
    """Add up what the notebooks of a submission took."""
    if not usages:
        return None
    return replace(
        usages[0],
        cpu=round(sum(each.cpu for each in usages), 4),
        cells=round(sum(each.cells or 0.0 for each in usages), 4),
        memory=max(each.memory for each in usages),
        examiner=round(sum(each.examiner or 0.0 for each in usages), 4),
    )


@functools.lru_cache(maxsize=4)
def known(assignment: Assignment) -> Assignment:
    """Give the equal assignment that an earlier job brought, read and taken apart already."""
    return assignment


def examine(job: Job, submission: Submission) -> Examination:
    """Examine, once more in a new sandbox if the first one died."""
    for attempt in (1, 2):
        try:
            sites = _sites.get(job.assignment.digest, frozenset())
            result, crossings = examine_once(job, submission, Crossings(set(sites)))
            if crossings.refused and job.assignment.digest not in _sites:
                _sites[job.assignment.digest] = sites = what_is_asked(job)
                if sites:
                    result, _ = examine_once(job, submission, Crossings(set(sites)))
            return result
        except NoSandbox:
            raise
        except SandboxError:
            close_sandbox()
            if attempt == 2:
                raise
    raise AssertionError("unreachable")


def examine_once(
    job: Job, submission: Submission, crossings: Crossings
) -> tuple[Examination, Crossings]:
    """Examine, where students' objects may be asked what `crossings` holds."""
    here = sitting_of(job, submission)
    place = sandbox(*job.place)
    examiner = Examiner(job.assignment, place, job.limits, here, job.figures, crossings)
    result = examiner.examine(submission, job.only)
    result.flags += here.flags
    return result, crossings


def what_is_asked(job: Job) -> frozenset[Site]:
    """Run the solved notebook; give what its own objects are asked, and where."""
    solved = parse(job.assignment.text.encode(), job.assignment)
    own = replace(job, student=SAMPLE_ID, classmates=(), figures="none", only=None)
    _, crossings = examine_once(own, solved, Crossings(learning=True))
    return frozenset(crossings.sites)


def sitting_of(job: Job, submission: Submission) -> Sitting:
    """Say whose answers a submission holds, and what decides its hidden cases."""
    return Sitting(job.known_as or job.student, job.classmates, submission.named, job.seed)


def base_record(student: str, assignment: Assignment, status: Status, *flags: str) -> Record:
    """Make the record of a student of whom no cell was judged."""
    return Record(student, assignment.name, status, 0.0, assignment.max_score, 0.0, [*flags], [])


def failed_record(job: Job, reason: str) -> Record:
    """Make the record of a submission that cannot be read: every cell is refused."""
    cells = [
        of_book(job, CellResult(cell.key, cell.exercise, cell.points, "refused", 0.0, reason, None))
        for cell in job.assignment.tests
    ]
    flags = [*job.notes, f"refused: {reason}"]
    return replace(base_record(job.student, job.assignment, "failed", *flags), cells=cells)


def of_book(job: Job, cell: CellResult) -> CellResult:
    """Name the notebook of a cell, where it is not called like the assignment."""
    return replace(cell, notebook=job.assignment.book or None)


def record_of(job: Job, submission: Submission, result: Examination) -> Record:
    """Make the record of an examined submission."""
    cells = [of_book(job, cell) for cell in result.in_order(job.assignment)]
    book = job.assignment.book
    written = {
        cell_key(book, part.cell.key): hashlib.sha256(part.source.strip().encode()).hexdigest()
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
        to_read=[cell_key(book, key) for key in submission.to_read],
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
