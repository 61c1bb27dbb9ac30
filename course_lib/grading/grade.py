"""Grade a class: whom, with what, and where the results go."""

import gc
import hashlib
import json
import logging
import os
import platform
import sys
import time
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import course_lib
from course_lib.grading.examine.assignment import Assignment, notebook_places
from course_lib.grading.examine.figures import DEFAULT, Figures
from course_lib.grading.examine.submission import (
    MissingSubmission,
    RefusedSubmission,
    locate,
)
from course_lib.grading.files import NoRoom, write_whole
from course_lib.grading.ids import folder_faults, folders, id_fault, printable, shown
from course_lib.grading.journal import Entry, Journal, draw_seed, now
from course_lib.grading.pool import DaskPool, LocalPool, run
from course_lib.grading.record import NOT_GRADED, Record
from course_lib.grading.rehearsal import fair_limits, refuse_broken, solved_job
from course_lib.grading.results.exchange import carry
from course_lib.grading.roster import FILE, Roster, read_roster
from course_lib.grading.sandbox import edition
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.sandbox.process import NoSandbox, SandboxError, choose, meant
from course_lib.grading.work import Graded, Job, base_record

if TYPE_CHECKING:
    from course_lib.grading.results.gradebook import Book

BATCH = 25  # submissions written into the gradebook at once
BATCH_SECONDS = 5.0  # after which fewer are
LOG = logging.getLogger(__name__)
PACKAGE = Path(course_lib.__file__).parent
TOOLS = ("_local.py", "cli.py", "doctor.py", "grading", "publishing")  # they decide no verdict


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
    figures : str
        Which figures are drawn.
    sandbox : str
        The tier of the sandbox, "full" or "pod".
    """

    root: Path
    assignment: Assignment
    journal: Journal
    limits: Limits
    seed: int
    unsafe: bool
    figures: Figures = DEFAULT
    sandbox: str = "full"
    held: list[Record] = field(default_factory=list)
    flushed: float = float("-inf")

    def students(self) -> list[str]:
        """List the class: who is on the roster, else who handed in anything, ever."""
        names = folders(self.root)
        if self.roster is not None:
            return sorted(self.roster)
        faults = folder_faults(names)
        return [name for name in names if name not in faults]

    @cached_property
    def roster(self) -> Roster | None:
        """Who is in the class, if that is written down."""
        return read_roster(self.root)

    @cached_property
    def book(self) -> "Book":
        """The gradebook made from the journal."""
        from course_lib.grading.results.gradebook import Book  # nbgrader takes seconds to import

        return Book(self.root)

    @cached_property
    def classmates(self) -> tuple[str, ...]:
        """The ids of the whole class, as students know them."""
        if self.roster is None:
            return tuple(self.students())
        return tuple(self.roster.known_as(student) for student in self.students())

    @cached_property
    def places(self) -> frozenset[str]:
        """Where notebooks of the course belong."""
        return notebook_places(self.root)

    @cached_property
    def checks(self) -> str:
        """Hash of the code that says what is right."""
        return checks_digest()

    def job(self, student: str) -> Job:
        """Read a submission; a file that cannot be read becomes a job that says why."""
        books = self.assignment.books
        if len(books) == 1:
            return self.job_of(student, self.assignment)
        jobs: list[Job] = []
        lost: list[MissingSubmission] = []
        for book in books:
            try:
                jobs.append(self.job_of(student, book, frozenset(f"{b.file}.ipynb" for b in books)))
            except MissingSubmission as missing:
                lost.append(missing)
                reason = f"{book.file}.ipynb was not handed in"
                jobs.append(replace(self.blank(student, book), refused=reason))
        if len(lost) == len(books):
            raise lost[0]
        return replace(jobs[0], assignment=self.assignment, others=tuple(jobs[1:]))

    def blank(self, student: str, book: Assignment) -> Job:
        """Make the job of a notebook that nothing is known of yet."""
        return Job(
            student, book, b"", self.seed, self.limits,
            classmates=self.classmates, unsafe=self.unsafe, figures=self.figures,
            sandbox=self.sandbox, known_as=self.known_as(student),
        )  # fmt: skip

    def job_of(self, student: str, book: Assignment, siblings: frozenset[str] = frozenset()) -> Job:
        """Read one notebook of a submission."""
        path = self.root / "submitted" / student / self.assignment.name
        job = self.blank(student, book)
        known = siblings - {f"{book.file}.ipynb"}
        try:
            content, notes = locate(path, book, self.limits.file_bytes, known, self.places)
        except MissingSubmission:
            raise
        except RefusedSubmission as reason:
            return replace(job, refused=str(reason))
        except Exception as error:  # whatever a student's folder does to this machine
            why = printable(f"{type(error).__name__}: {error}")
            return replace(job, refused=f"the folder cannot be read ({why[:200]})")
        return replace(job, content=content, notes=tuple(notes))

    def known_as(self, student: str) -> str:
        """Give the id that the student knows, if it is not the folder's name."""
        known = self.roster.known_as(student) if self.roster else student
        return known if known != student else ""

    def rehearse(self, pool: LocalPool | DaskPool) -> Graded:
        """Grade the solved notebook, while the other workers start; raise if that cannot be."""
        job = solved_job(
            self.assignment, self.seed, limits=self.limits, unsafe=self.unsafe,
            figures=self.figures, sandbox=self.sandbox,
        )  # fmt: skip
        pool.warm(*job.place)
        ((_, result),) = run(iter([job]), pool)
        if isinstance(result, BaseException):
            raise result
        refuse_broken(result, self.assignment)
        return result

    def sort_out(
        self, force: bool, student: str | None = None
    ) -> tuple[list[str], list[Record], list[str]]:
        """
        Sort the class.

        Parameters
        ----------
        force : bool
            Grade unchanged submissions again.
        student : str, optional
            Grade this one alone, again.

        Returns
        -------
        list of str, list of Record, list of str
            The students to grade, the records of those who have nothing to grade, and the
            students who were graded as they are now.
        """
        grade: list[str] = []
        unchanged: list[str] = []
        latest = self.journal.latest()
        records = [] if student else self.misnamed()
        for name in [student] if student else self.students():
            try:
                job = self.job(name)
            except MissingSubmission as what_lies_there:
                flags = [str(what_lies_there)] if what_lies_there.args else []
                records.append(base_record(name, self.assignment, "missing", *flags))
                continue
            entry = latest.get(name)
            if entry and not force and not student and self.unchanged(job, entry):
                unchanged.append(name)
            else:
                grade.append(name)
        return grade, records, unchanged

    def misnamed(self) -> list[Record]:
        """Make a record for each folder whose name cannot be a student's id."""
        return [
            base_record(
                shown(name), self.assignment, "failed",
                f"{NOT_GRADED}: the name of the folder submitted/{shown(name)} {fault}. Rename it "
                "and run again",
            )
            for name, fault in folder_faults(folders(self.root)).items()
        ]  # fmt: skip

    def jobs(self, students: list[str]) -> Iterator[Job]:
        """Read submissions one after the other, so that a class need not fit into memory."""
        for student in students:
            try:
                yield self.job(student)
            except MissingSubmission:
                reason = "the file was removed while the class was graded"
                yield Job(student, self.assignment, b"", self.seed, refused=reason)

    def unchanged(self, job: Job, entry: Entry) -> bool:
        """Tell whether a submission was graded as it is now, by what is right now."""
        return (
            entry.get("submission") == job.digest
            and entry.get("source") == self.assignment.digest
            and entry.get("versions", {}).get("course_lib") == course_lib.__version__
            and entry.get("checks") == self.checks
            and entry.get("known_as", "") == job.known_as
        )

    def keep(self, job: Job, graded: Graded, by: str = "course grade") -> None:
        """Store a result: first the notebook, then the journal."""
        for book, part in zip(self.assignment.books, (graded, *graded.others), strict=True):
            if part.notebook is not None:
                write_notebook(self.root, job, part.notebook, book.file)
        self.mark(job.student)
        entry: Entry = {
            "time": now(),
            "seed": job.seed,
            "submission": job.digest,
            "source": self.assignment.digest,
            "checks": self.checks,
            "versions": versions(),
            "limits": self.limits.as_dict(),
            "sandbox": not job.unsafe,
            "by": by,
            "record": graded.record,
        }
        if job.known_as:
            entry["known_as"] = job.known_as
        self.journal.append(entry)
        self.held.append(graded.record)

    def mark(self, student: str) -> None:
        """Keep with a graded notebook that by which nbgrader's exchange knows the submission."""
        graded = self.root / "autograded" / student / self.assignment.name
        if graded.is_dir():
            carry(self.root / "submitted" / student / self.assignment.name, graded)

    def tell_who_left(self) -> None:
        """Say whose grades are kept although they are not in the class any more."""
        gone = self.book.who_left(self.journal.latest())
        if gone:
            named = ", ".join(sorted(map(shown, gone)))
            why = (
                "with neither a folder in submitted/ nor a place in the gradebook"
                if self.roster is None
                else f"not in {FILE}"
            )
            LOG.warning(
                "%s: left out, %s: %s. `course erase ID` removes what is kept of them",
                self.assignment.name, why, named,
            )  # fmt: skip

    def is_due(self) -> bool:
        """Tell whether it is time to write what was graded into the gradebook."""
        waited = time.monotonic() - self.flushed
        return len(self.held) >= BATCH or bool(self.held and waited > BATCH_SECONDS)

    def flush(self, unchanged: Collection[str] = (), whole: bool = False) -> Iterator[Record]:
        """
        Bring the gradebook up to the journal.

        Parameters
        ----------
        unchanged : collection of str
            Students to tell about besides those who were just graded.
        whole : bool
            Look at the whole class, at every score, time of submission and penalty too; at those
            who were just graded if not, so that a class is not gone through for every few.

        Yields
        ------
        Record
            Those of these students, with what the gradebook adds to them.
        """
        held, self.held = self.held, []
        whom = {record.student for record in held}.union(unchanged)
        theirs = self.journal.lines.theirs
        try:
            failures = self.book.write(self.assignment, theirs, None if whole else whom)
            self.journal.mark()
            latest = {student: theirs[student][-1] for student in whom}
            told = self.book.told(self.assignment.name, latest, failures, whole)
        except RuntimeError:
            yield from held  # they are in the journal
            raise
        self.flushed = time.monotonic()
        for record in held:
            yield told[record.student]["record"] if record.student in told else record
        for student in unchanged:
            record = told[student]["record"]
            yield replace(record, status="unchanged", to_read=record.to_read or [])


def grade(
    name: str,
    root: Path,
    jobs: int | None = None,
    dask: str | None = None,
    force: bool = False,
    unsafe: bool = False,
    limits: Limits | None = None,
    seed: int | None = None,
    figures: Figures = DEFAULT,
    student: str | None = None,
    sandbox: str = "auto",
) -> Iterator[Record]:
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
    figures : str, default="manual"
        Which figures are drawn: "all", "manual" (where a person will look) or "none". What is
        unchanged is not graded again for other figures alone.
    student : str, optional
        Grade this student alone, also if nothing has changed.
    sandbox : str
        The tier of the sandbox, see `course_lib.grading.sandbox.process.choose`.

    Yields
    ------
    Record
        One a student, as soon as it is in the journal and in the gradebook.
    """
    if student is not None:
        find_student(root, student)
    assignment = Assignment.find(name, root)
    with Journal.open(root, name) as journal:
        work = Run(
            root, assignment, journal, limits or Limits(),
            draw_seed(root, name) if seed is None else seed, unsafe, figures,
            meant(sandbox),
        )  # fmt: skip
        students, records, unchanged = work.sort_out(force, student)
        yield from records
        for name in unchanged:  # the same text may have been handed in again
            work.mark(name)
        if students:
            if not (unsafe or dask):  # the workers of a cluster are other machines
                choose(sandbox)
            workers = jobs or os.cpu_count() or 1
            fair = limits is None
            yield from grade_students(work, students, workers, dask, fair)
        else:
            edition.remove_stale()  # else done where a new one is made
        yield from work.flush(unchanged, whole=True)
        work.tell_who_left()


def find_student(root: Path, student: str) -> None:
    """Raise `ValueError` if there is no such student."""
    roster = read_roster(root)
    if roster is not None:
        if student not in roster:
            raise ValueError(f"no student {student!r}: not in {root / FILE}")
        return
    folder = root / "submitted" / student
    if id_fault(student) or not os.path.lexists(folder):
        raise ValueError(f"no student {student!r}: there is no folder {root}/submitted/{student}")


def grade_students(
    work: Run, students: list[str], workers: int, dask: str | None, fair: bool
) -> Iterator[Record]:
    """Grade submissions on a pool."""
    edition.allow(work.assignment.packages)
    edition.student_edition()  # made here, once, and found by all workers
    gc.freeze()  # what was imported stays: never look through it again, here or in the workers
    pool = DaskPool(dask) if dask else LocalPool(min(workers, len(students)))
    try:
        with ThreadPoolExecutor(1) as beside:
            with no_search_for_garbage():
                beside.submit(getattr, work, "book")  # while the workers start
                solved = work.rehearse(pool)
            work.limits = fair_limits(solved, work.root) if fair else work.limits
            yield from grade_each(work, students, pool)
    finally:
        pool.close()


@contextmanager
def no_search_for_garbage() -> Iterator[None]:
    """Look for none while much is imported, of which nothing is garbage."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def grade_each(work: Run, students: list[str], pool: DaskPool | LocalPool) -> Iterator[Record]:
    """Grade and store each submission, with a progress bar where a person is watching."""
    patience = Patience()
    with progress(work.assignment.name, len(students)) as move_on:
        for job, result in run(work.jobs(students), pool):
            move_on()
            patience.see(result)
            if fault := failed_to_keep(work, job, result):
                yield not_graded(job, fault)
            if work.is_due():
                yield from work.flush()


def failed_to_keep(work: Run, job: Job, result: Graded | BaseException) -> BaseException | None:
    """Store a result; give what went wrong with this one submission, if anything did."""
    if not isinstance(result, Graded):
        return result
    try:
        work.keep(job, result)
    except NoRoom:
        raise  # nobody's grade can be stored
    except Exception as error:
        return error
    return None


class Patience:
    """Stops a run in which nothing works; one student's misfortune is no reason."""

    most = 3

    def __init__(self) -> None:
        self.graded = False
        self.in_a_row = 0

    def see(self, result: Graded | BaseException) -> None:
        """Take note of a result; raise it if no sandbox starts, or several died one by one."""
        if not isinstance(result, SandboxError):
            self.in_a_row = 0
            self.graded = self.graded or isinstance(result, Graded)
            return
        self.in_a_row += 1
        never = isinstance(result, NoSandbox) and not self.graded
        if never or self.in_a_row >= self.most:
            raise result


def not_graded(job: Job, error: BaseException) -> Record:
    """Make the record of a submission whose outcome is not known; it is not stored."""
    reason = printable(f"{type(error).__name__}: {error}")
    flag = f"{NOT_GRADED}, run again: {reason[:300]}"
    return base_record(job.student, job.assignment, "failed", flag)


@contextmanager
def progress(name: str, total: int) -> Iterator[Callable[[], None]]:
    """Show done, rate and time remaining on stderr, if a person watches; give what moves on."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # only where somebody sees it
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TaskProgressColumn(show_speed=True),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task(name, total=total)
        yield partial(bar.advance, task)


def write_notebook(root: Path, job: Job, notebook: dict[str, Any], file: str) -> None:
    """Store a graded notebook where nbgrader looks for it; all of it or nothing."""
    path = root / "autograded" / job.student / job.assignment.name / f"{file}.ipynb"
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
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] in TOOLS:
            continue
        digest.update(f"{path.relative_to(PACKAGE)}\0".encode() + path.read_bytes())
    return digest.hexdigest()
