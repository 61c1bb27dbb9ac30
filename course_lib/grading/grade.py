"""Grade a class: whom, with what, and where the results go."""

import hashlib
import json
import os
import platform
import shutil
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

import course_lib
from course_lib.grading import edition
from course_lib.grading.assignment import Assignment
from course_lib.grading.journal import Journal, draw_seed, folder, write_whole
from course_lib.grading.limits import Limits
from course_lib.grading.outputs import clean_text
from course_lib.grading.pool import DaskPool, LocalPool, run
from course_lib.grading.sandbox import NO_BUBBLEWRAP
from course_lib.grading.submission import (
    MissingSubmission,
    RefusedSubmission,
    locate,
)
from course_lib.grading.work import Graded, Job, base_record

if TYPE_CHECKING:
    from course_lib.grading.gradebook import Book

BATCH = 25  # submissions written into the gradebook at once
NOT_GRADED = "not graded"  # begins the flag of a submission whose outcome is not known
PACKAGE = Path(course_lib.__file__).parent


@dataclass
class Run:
    """
    One run of ``course grade`` over a class.

    Parameters
    ----------
    root : Path
        The course directory.
    assignment : Assignment
        The source.
    journal : Journal
        Where results are kept.
    limits : Limits
        What each submission may use.
    seed : int
        Decides the hidden cases of this run.
    unsafe : bool
        Run without a sandbox.
    """

    root: Path
    assignment: Assignment
    journal: Journal
    limits: Limits
    seed: int
    unsafe: bool
    pending: list[dict[str, Any]] = field(default_factory=list)

    def students(self) -> list[str]:
        """List all students who handed in anything, in any assignment."""
        return [name for name in self.folders() if clean_text(name) == name]

    def folders(self) -> list[str]:
        """List the names below ``submitted``."""
        submitted = self.root / "submitted"
        if not submitted.is_dir():
            raise ValueError(f"no submissions: {submitted} is missing")
        return sorted(p.name for p in submitted.iterdir() if not p.name.startswith("."))

    @cached_property
    def book(self) -> "Book":
        """The gradebook made from the journal."""
        from course_lib.grading.gradebook import Book  # nbgrader takes seconds to import

        return Book(self.root)

    @property
    def marker(self) -> Path:
        """The file that says how much of the journal is in the gradebook."""
        return folder(self.root) / f"{self.assignment.name}.recorded"

    @cached_property
    def classmates(self) -> tuple[str, ...]:
        """The ids of the whole class."""
        return tuple(self.students())

    @cached_property
    def checks(self) -> str:
        """Hash of the code that says what is right."""
        return checks_digest()

    def job(self, student: str) -> Job:
        """Read a submission; a file that cannot be read becomes a job that says why."""
        path = self.root / "submitted" / student / self.assignment.name
        job = Job(
            student, self.assignment, b"", self.seed, self.limits,
            classmates=self.classmates, unsafe=self.unsafe,
        )  # fmt: skip
        try:
            content, notes = locate(path, self.assignment, self.limits.file_bytes)
        except RefusedSubmission as reason:
            return replace(job, refused=str(reason))
        return replace(job, content=content, notes=tuple(notes))

    def sort_out(self, force: bool) -> tuple[list[str], list[dict[str, Any]]]:
        """Give the students to grade, and the records of those for whom nothing is to be run."""
        students: list[str] = []
        records: list[dict[str, Any]] = []
        latest = self.journal.latest()
        for name in set(self.folders()).difference(self.students()):
            record = base_record(ascii(name), self.assignment, "failed")
            record["flags"] = [
                f"{NOT_GRADED}: the folder's name is no text, rename it and run again"
            ]
            records.append(record)
        for student in self.students():
            try:
                job = self.job(student)
            except MissingSubmission as what_lies_there:
                record = base_record(student, self.assignment, "missing")
                record["flags"] = [str(what_lies_there)] if what_lies_there.args else []
                records.append(record)
                continue
            entry = latest.get(student)
            if entry and not force and self.unchanged(job, entry):
                records.append(entry["record"] | {"status": "unchanged"})
            else:
                students.append(student)
        return students, records

    def jobs(self, students: list[str]) -> Iterator[Job]:
        """Read submissions one after the other, so that a class need not fit into memory."""
        for student in students:
            try:
                yield self.job(student)
            except MissingSubmission:
                reason = "the file was removed while the class was graded"
                yield Job(student, self.assignment, b"", self.seed, refused=reason)

    def unchanged(self, job: Job, entry: dict[str, Any]) -> bool:
        """Tell whether a submission was graded as it is now, by what is right now."""
        return (
            entry["submission"] == job.digest
            and entry["source"] == self.assignment.digest
            and entry["versions"]["course_lib"] == course_lib.__version__
            and entry.get("checks") == self.checks
        )

    def keep(self, job: Job, graded: Graded) -> dict[str, Any]:
        """Store a result: first the notebook, then the journal, then (in batches) the gradebook."""
        if graded.notebook is not None:
            write_notebook(self.root, job, graded.notebook)
        entry = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "seed": job.seed,
            "submission": job.digest,
            "source": self.assignment.digest,
            "checks": self.checks,
            "versions": versions(),
            "limits": self.limits.as_dict(),
            "sandbox": not job.unsafe,
            "record": graded.record,
        }
        self.journal.append(entry)
        self.pending.append(entry)
        if len(self.pending) >= BATCH:
            self.flush()
        return graded.record

    def flush(self) -> None:
        """Bring the gradebook up to the journal."""
        latest = self.journal.latest()
        recorded = latest.keys() - {entry["record"]["student"] for entry in self.pending}
        if latest and not self.book.knows(self.assignment.name, recorded):
            self.pending = list(latest.values())
        self.book.write(self.assignment, self.pending)
        self.pending.clear()
        write_whole(self.marker, self.journal.last.encode())

    def catch_up(self) -> None:
        """Find the entries that an interrupted run left out of the gradebook."""
        recorded = self.marker.read_text() if self.marker.exists() else ""
        digests = [entry["digest"] for entry in self.journal.entries]
        known = recorded in digests
        after = self.journal.entries[digests.index(recorded) + 1 :] if known else None
        newest = self.journal.latest().values()
        self.pending = [e for e in newest if after is None or e in after]


def grade(
    name: str,
    root: Path,
    jobs: int | None = None,
    dask: str | None = None,
    force: bool = False,
    unsafe: bool = False,
    limits: Limits | None = None,
    seed: int | None = None,
) -> Iterator[dict[str, Any]]:
    """
    Grade every submission of an assignment.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.
    jobs : int, optional
        Submissions graded at once; as many as there are cores if not given.
    dask : str, optional
        Address of a Dask scheduler to use instead.
    force : bool, default=False
        Grade unchanged submissions again.
    unsafe : bool, default=False
        Run without a sandbox: only for code that you trust.
    limits : Limits, optional
        What each submission may use.
    seed : int, optional
        Decides the hidden cases; an earlier run's gives its verdicts again. Drawn if not given.

    Yields
    ------
    dict
        One record a student, as soon as it is safely stored.
    """
    if not unsafe and shutil.which("bwrap") is None:
        raise RuntimeError(NO_BUBBLEWRAP)
    assignment = Assignment.find(name, root)
    with Journal.open(root, name) as journal:
        work = Run(
            root, assignment, journal, limits or Limits(),
            draw_seed(root, name) if seed is None else seed, unsafe,
        )  # fmt: skip
        work.catch_up()
        students, records = work.sort_out(force)
        yield from records
        if students:
            yield from grade_students(work, students, jobs or os.cpu_count() or 1, dask)
        else:
            edition.remove_stale()  # else done where a new one is made
        work.flush()


def grade_students(
    work: Run, students: list[str], workers: int, dask: str | None
) -> Iterator[dict[str, Any]]:
    """Grade submissions on a pool, with a progress bar where a person is watching."""
    edition.student_edition()  # made here, once, and found by all workers
    pool = DaskPool(dask) if dask else LocalPool(min(workers, len(students)))
    try:
        with progress() as bar, ThreadPoolExecutor(1) as beside:
            beside.submit(getattr, work, "book")  # while the workers start
            task = bar.add_task(work.assignment.name, total=len(students))
            for job, result in run(work.jobs(students), pool):
                bar.advance(task)
                if isinstance(result, Graded):
                    yield work.keep(job, result)
                else:
                    yield not_graded(job, result)
    finally:
        pool.close()


def not_graded(job: Job, error: BaseException) -> dict[str, Any]:
    """Make the record of a submission whose outcome is not known; it is not stored."""
    record = base_record(job.student, job.assignment, "failed")
    reason = f"{type(error).__name__}: {error}"
    record["flags"] = [f"{NOT_GRADED}, run again: {reason[:300]}"]
    return record


def progress() -> Progress:
    """Make the progress bar: done, rate and time remaining, on stderr."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TaskProgressColumn(show_speed=True),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
        transient=True,
    )


def write_notebook(root: Path, job: Job, notebook: dict[str, Any]) -> None:
    """Store the graded notebook where nbgrader looks for it; all of it or nothing."""
    name = job.assignment.name
    path = root / "autograded" / job.student / name / f"{name}.ipynb"
    write_whole(path, json.dumps(notebook).encode())


def versions() -> dict[str, str]:
    """Name the versions that a verdict depends on."""
    return {
        "course_lib": course_lib.__version__,
        "python": platform.python_version(),
        "numpy": np.__version__,
    }


def checks_digest() -> str:
    """
    Hash the references and the checks: what is right may change within one version.

    Returns
    -------
    str
        SHA-256 of the sources that decide a verdict, without the grader itself.
    """
    digest = hashlib.sha256()
    for path in sorted([*PACKAGE.glob("*.py"), *PACKAGE.glob("checks/**/*.py")]):
        if path.name == "cli.py":
            continue
        digest.update(f"{path.relative_to(PACKAGE)}\0".encode() + path.read_bytes())
    return digest.hexdigest()
