"""
What is left of a class after each fault: submissions lost, graded twice, graded otherwise.

Run ``python benchmarks/grading_faults.py [--kills N] [--students N] [--lock SECONDS] [FAULT ...]``.

Each fault hits ``course grade`` on a class of its own; then the same command is
run to its end, and the class is compared with the journal, the gradebook and a
regrade in this process with the recorded seeds. ``lost``: a student without a
grade in the journal or the gradebook. ``twice``: a grade more than one a
student. ``other``: a verdict or score that an undisturbed run does not give.
``left``: processes, control groups and temporary files of runs that have ended.
"""

import argparse
import contextlib
import ctypes
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from course_lib.checks.personal import SAMPLE_ID
from course_lib.grading.examine.assignment import Assignment, source_of
from course_lib.grading.journal import Entry, Journal
from course_lib.grading.record import Record
from course_lib.grading.results.gradebook import Book
from course_lib.grading.sample_class import failing_cell, half_done, mistaken, solved, stub, write
from course_lib.grading.sandbox import cgroups
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.work import Job, close_sandbox, grade_one

ROOT = Path(__file__).parents[1]
COURSE = str(Path(sys.executable).with_name("course"))
SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of prctl(2): orphans become children of this process
SECONDS_TO_END = 20.0
KB = 1024


@dataclass
class Result:
    """What one fault did to one class."""

    fault: str
    detail: str = ""
    students: int = 0
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    unexpected: list[str] = field(default_factory=list)

    @property
    def survived(self) -> bool:
        """Whether nothing at all is wrong."""
        return not (self.lost or self.twice or self.other or self.left or self.unexpected)

    def expect(self, condition: bool, text: str) -> None:
        """Note what did not happen as it should."""
        if not condition:
            self.unexpected.append(text)


class Class:
    """
    A course directory, and ``course grade`` as an instructor runs it there.

    Parameters
    ----------
    root : Path
        The course directory, with sources and submissions.
    name : str
        The assignment.
    arguments : tuple of str
        Further arguments of ``course grade``.
    """

    def __init__(self, root: Path, name: str, arguments: tuple[str, ...] = ()) -> None:
        self.root, self.name = root, name
        self.temporary = root / "tmp"
        self.temporary.mkdir(exist_ok=True)
        self.command = [COURSE, "grade", name, "--json", *arguments]
        self.environment = os.environ | {"TMPDIR": str(self.temporary)}
        self.seen: set[int] = set()

    @property
    def students(self) -> set[str]:
        """Everyone who handed in."""
        return {path.parts[-3] for path in self.root.glob(f"submitted/*/{self.name}/*.ipynb")}

    def start(self, **options: Any) -> subprocess.Popen[str]:
        """Start a run, in a process group of its own."""
        return subprocess.Popen(
            self.command, cwd=self.root, env=self.environment, text=True, start_new_session=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options,
        )  # fmt: skip

    def finish(self, **options: Any) -> tuple[int, list[dict[str, Any]], str]:
        """Run to the end; give exit code, records and log."""
        with self.start(**options) as process:
            out, log = process.communicate()
        return process.returncode, [json.loads(line) for line in out.splitlines()], log

    def kill(self, records: int, seconds: float, whole_group: bool) -> int:
        """
        Start a run and kill it with signal 9.

        Parameters
        ----------
        records, seconds : int, float
            After so many records, and so many seconds more.
        whole_group : bool
            The workers too, or the main process alone.

        Returns
        -------
        int
            Entries that are in the journal now.

        Raises
        ------
        RuntimeError
            If anything that the run started does not end soon; it is ended then.
        """
        with orphans_come_here(), self.start() as process:
            for _ in range(records):
                process.stdout.readline()
            time.sleep(seconds)
            with contextlib.suppress(psutil.NoSuchProcess):
                family = psutil.Process(process.pid).children(recursive=True)
                self.seen |= {process.pid, *(member.pid for member in family)}
            end = os.killpg if whole_group else os.kill
            end(process.pid, signal.SIGKILL)
        return len(self.entries())

    def entries(self) -> list[Entry]:
        """Read all entries of the journal; raises if a line is not whole."""
        with Journal.open(self.root, self.name) as journal:
            return journal.entries

    def verify(self, result: Result) -> Result:
        """Run to the end and see what is wrong."""
        code, records, log = self.finish()
        result.expect(code == 0, f"the last run ended with {code}: {log[-300:]}")
        entries = self.entries()
        grades = Counter(entry["record"].student for entry in entries)
        scores = gradebook_scores(self.root, self.name)
        booked = Counter(student for student, _ in scores)
        result.students = len(self.students)
        result.lost += sorted(self.students - grades.keys() | self.students - booked.keys())
        result.lost += sorted(self.students - {record["student"] for record in records})
        result.twice += [s for s in {**grades, **booked} if grades[s] > 1 or booked[s] > 1]
        kept = {entry["record"].student: entry["record"].score for entry in entries}
        result.other += [
            f"{s}: {score} in the gradebook" for s, score in scores if kept[s] != score
        ]
        result.other += self.regrade(entries)
        result.left += [f"group {path}" for path in self.groups()]
        result.left += [str(path) for path in self.root.rglob("*.tmp")]
        result.left += [str(path) for path in self.temporary.iterdir()]
        return result

    def regrade(self, entries: list[Entry]) -> list[str]:
        """Grade all again, undisturbed, each with its recorded seed; list what differs."""
        assignment = Assignment.find(self.name, self.root)
        classmates = tuple(sorted(path.name for path in (self.root / "submitted").iterdir()))
        other = []
        for entry in entries:
            student = entry["record"].student
            file = self.root / "submitted" / student / self.name / f"{self.name}.ipynb"
            job = Job(
                student, assignment, file.read_bytes(), entry["seed"], Limits(**entry["limits"]),
                classmates=classmates,
            )  # fmt: skip
            if verdicts(grade_one(job).record) != verdicts(entry["record"]):
                other.append(f"{student}: another verdict with the same seed")
        return other

    def groups(self) -> list[Path]:
        """List control groups of processes that were killed."""
        parents = [*cgroups.ROOT.glob("*/"), cgroups.own_group()]
        found = {path for parent in parents for path in parent.glob("course-*-*")}
        return [path for path in found if int(path.name.split("-")[1]) in self.seen]


def verdicts(record: Record) -> list[tuple[Any, ...]]:
    """Give what a record says of each graded cell, without what it took."""
    keys = ("grade_id", "points", "max_points", "status", "diagnosis", "message")
    return [tuple(getattr(cell, key) for key in keys) for cell in record.cells]


def gradebook_scores(root: Path, name: str) -> list[tuple[str, float]]:
    """Read every submission's score from the gradebook."""
    with Book(root).open() as book:
        return [(row.student.id, row.score) for row in book.assignment_submissions(name)]


def make_class(root: Path, students: int, name: str = "binary_classification") -> Class:
    """Make a class of students of different kinds, none of which waits for a time limit."""
    source = Assignment.find(name, ROOT)
    write(root / "solutions" / name / f"{name}.ipynb", source.text)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    kinds = (solved, stub, half_done, mistaken, failing_cell)
    for number in range(students):
        notebook = json.loads(source.text)
        for cell in notebook["cells"]:
            cell["source"] = source_of(cell)
        student = f"student{number:02}"
        text = json.dumps(kinds[number % len(kinds)](notebook)).replace(SAMPLE_ID, student)
        write(root / "submitted" / student / name / f"{name}.ipynb", text)
    return Class(root, name, ("--jobs", "2"))


@contextlib.contextmanager
def orphans_come_here() -> Iterator[None]:
    """Become the parent of orphans; at the end wait for all of them, or fail."""
    libc = ctypes.CDLL(None)
    before = set(psutil.Process().children(recursive=True))
    libc.prctl(SUBREAPER, 1, 0, 0, 0)
    try:
        yield
        deadline = time.monotonic() + SECONDS_TO_END
        while rest := [p for p in psutil.Process().children(recursive=True) if p not in before]:
            for process in rest:
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(process.pid, os.WNOHANG)
            if time.monotonic() > deadline:
                for process in rest:
                    process.kill()
                raise RuntimeError(f"still running after the kill: {rest}")
            time.sleep(0.05)
    finally:
        libc.prctl(SUBREAPER, 0, 0, 0, 0)


def killed(course: Class, rng: random.Random, number: int) -> Result:
    """Kill a run at a random moment, and finish the class."""
    records = rng.randint(0, len(course.students))
    # Before the first record the run starts, after the last one it writes the gradebook.
    seconds = rng.uniform(0.0, 0.5 if 0 < records < len(course.students) else 3.0)
    whole_group = number % 2 == 0
    fault = "kill -9 of all" if whole_group else "kill -9 of the main process"
    result = Result(fault, f"{seconds:.2f} s after {records} records")
    try:
        result.detail += f", {course.kill(records, seconds, whole_group)} in the journal"
    except RuntimeError as error:
        result.left.append(str(error))
    return course.verify(result)


@contextlib.contextmanager
def locked(database: Path) -> Iterator[sqlite3.Connection]:
    """Hold the lock that SQLite gives to one writer alone."""
    connection = sqlite3.connect(database, check_same_thread=False)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield connection
    finally:
        connection.rollback()
        connection.close()


def locked_for(course: Class, seconds: float) -> Result:
    """Lock the gradebook while the class is graded, and let it go after some seconds."""
    with Book(course.root).open():
        pass
    result = Result(f"database locked {seconds:g} s")
    started = time.monotonic()
    with locked(course.root / "gradebook.db") as connection:
        release = threading.Timer(seconds, connection.rollback)
        release.start()
        code, _, log = course.finish()
        took = time.monotonic() - started
        release.join()
    result.detail = f"the run took {took:.1f} s"
    result.expect(code == 0, f"the run ended with {code}: {log[-300:]}")
    result.expect(took >= seconds, "the run ended before the lock did")
    return course.verify(result)


def locked_for_good(course: Class) -> Result:
    """Lock the gradebook for longer than the run waits."""
    database = course.root / "gradebook.db"
    with Book(course.root).open():
        pass
    result = Result("database stays locked")
    course.environment["COURSE_DB_URL"] = f"sqlite:///{database}?timeout=1"
    with locked(database):
        code, records, log = course.finish()
    result.detail = f"exit {code}, {len(records)} records"
    result.expect(code == 1, f"the run ended with {code}")
    result.expect("database is locked" in log and "safe in the journal" in log, log[-300:])
    return course.verify(result)


@contextlib.contextmanager
def small_disk(folder: Path, size: int) -> Iterator[bool]:
    """Mount a file system of `size` bytes on `folder`; False where that is not allowed."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    mounted = os.geteuid() == 0 and subprocess.run(mount, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextlib.contextmanager
def little_room(folder: Path, free: int, mounted: bool) -> Iterator[None]:
    """Leave `free` bytes on a small disk; where there is none, let no file grow beyond them."""
    ballast = folder / "ballast"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    if mounted:
        ballast.write_bytes(b"x" * (shutil.disk_usage(folder).free - free))
    else:
        resource.setrlimit(resource.RLIMIT_FSIZE, (free, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        ballast.unlink(missing_ok=True)


def disk_full(make: Callable[[Path], Class], free: int) -> Result:
    """Let a class have `free` bytes for its results, then make room."""
    with tempfile.TemporaryDirectory(prefix="faults-") as scratch:
        folder = Path(scratch, "disk")
        folder.mkdir()
        with small_disk(folder, 64 * KB * KB) as mounted:
            result = Result("disk full" if mounted else "no file may grow")
            course = make(folder)
            if mounted:
                course.environment.pop("TMPDIR")  # the disk of the class is full, not all disks
            with little_room(folder, free, mounted):
                code, records, log = course.finish()
            result.detail = f"{free // KB} KB, exit {code}, {len(records)} graded, {log[-200:]!r}"
            result.expect(code == 1, f"the run ended with {code}")
            result.expect("run the same command again" in log, f"no advice in {log[-300:]!r}")
            return course.verify(result)


class Cluster:
    """
    A Dask scheduler and workers on this machine, each a process that nobody starts again.

    Parameters
    ----------
    folder : Path
        For their files.
    workers : int
        How many.
    **environment : str
        Further variables of the workers' environment.
    """

    def __init__(self, folder: Path, workers: int, **environment: str) -> None:
        self.folder = folder
        self.environment = os.environ | environment
        self.workers: list[subprocess.Popen[bytes]] = []
        file = folder / "scheduler.json"
        self.scheduler = self.launch("scheduler", "--scheduler-file", str(file), "--port", "0")
        while not file.exists() or not file.read_text().strip():
            self.wait()
        self.address = json.loads(file.read_text())["address"]
        self.have(workers)

    def launch(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        """Start one process."""
        place = ["--host", "127.0.0.1", "--no-dashboard"]
        command = [sys.executable, "-m", f"distributed.cli.dask_{program}", *arguments, *place]
        with (self.folder / f"{program}.log").open("ab") as log:
            return subprocess.Popen(
                command, stdout=log, stderr=log, env=self.environment, cwd=self.folder
            )

    def wait(self) -> None:
        """Wait a little for the scheduler; raise if it has ended."""
        time.sleep(0.1)
        if self.scheduler.poll() is not None:
            raise RuntimeError((self.folder / "scheduler.log").read_text()[-1000:])

    def living(self) -> int:
        """Count the workers."""
        self.workers = [worker for worker in self.workers if worker.poll() is None]
        return len(self.workers)

    def have(self, count: int) -> None:
        """Start or kill workers until there are so many, and the scheduler knows."""
        from distributed import Client

        while self.living() > count:
            kill(self.workers[-1])
        while self.living() < count:
            arguments = [self.address, "--no-nanny", "--nthreads", "1"]
            arguments += ["--local-directory", str(self.folder)]
            self.workers.append(self.launch("worker", *arguments))
        with Client(self.address, set_as_default=False) as client:
            while len(client.nthreads()) != count:
                self.wait()
                if self.living() != count:
                    raise RuntimeError((self.folder / "worker.log").read_text()[-1000:])

    def kill_a_busy_worker(self) -> None:
        """Kill a worker that is grading."""
        from distributed import Client

        with Client(self.address, set_as_default=False) as client:
            pids = client.run(os.getpid)
            while not (busy := [pids[at] for at, tasks in client.processing().items() if tasks]):
                time.sleep(0.01)
        kill(next(worker for worker in self.workers if worker.pid == busy[0]))

    def close(self) -> None:
        """End all."""
        for process in (*self.workers, self.scheduler):
            kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and wait for its end."""
    process.kill()
    process.wait()


def worker_killed(course: Class, folder: Path) -> Result:
    """Kill one of two Dask workers while it grades."""
    result = Result("Dask worker killed")
    cluster = Cluster(folder, 2)
    alone = course.command
    try:
        course.command = [*course.command, "--dask", cluster.address]
        with course.start() as process:
            first = process.stdout.readline()
            cluster.kill_a_busy_worker()
            out, log = process.communicate()
        records = [json.loads(line) for line in [first, *out.splitlines()]]
        result.detail = f"exit {process.returncode}, {len(records)} records"
        result.expect(
            process.returncode == 0, f"the run ended with {process.returncode}: {log[-300:]}"
        )
        result.expect(cluster.living() == 1, f"{cluster.living()} workers are left")
        result.expect(all(r["status"] == "graded" for r in records), "a submission failed")
    finally:
        cluster.close()
        course.command = alone
    return course.verify(result)


def show(result: Result) -> None:
    """Print one line, and what is wrong below it."""
    verdict = "survived" if result.survived else "NOT survived"
    counts = [len(part) for part in (result.lost, result.twice, result.other, result.left)]
    print(f"{result.fault:28} {verdict:12} {result.students:8} {counts[0]:5} {counts[1]:6} "
          f"{counts[2]:6} {counts[3]:5}  {result.detail}", flush=True)  # fmt: skip
    for line in [*result.lost, *result.twice, *result.other, *result.left, *result.unexpected]:
        print(f"    {line}")


def trials(options: argparse.Namespace, scratch: Path) -> Iterator[Result]:
    """Let each fault hit a class of its own."""
    numbers = iter(range(1000))

    def make(root: Path | None = None) -> Class:
        return make_class(root or scratch / f"class{next(numbers)}", options.students)

    if "kill" in options.faults:
        rng = random.Random(options.seed)
        for number in range(options.kills):
            yield killed(make(), rng, number)
    if "lock" in options.faults:
        yield locked_for(make(), options.lock)
        yield locked_for_good(make())
    if "disk" in options.faults:
        for free in (0, 40, 120, 200, 440):
            yield disk_full(make, free * KB)
    if "dask" in options.faults:
        folder = scratch / "dask"
        folder.mkdir()
        yield worker_killed(make(), folder)


def main() -> None:
    """Try all faults and print what is left."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("faults", nargs="*", default=["kill", "lock", "disk", "dask"])
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--students", type=int, default=8)
    parser.add_argument("--lock", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"{'fault':28} {'':12} {'students':>8} {'lost':>5} {'twice':>6} {'other':>6} {'left':>5}")
    results = []
    with tempfile.TemporaryDirectory(prefix="faults-") as scratch:
        for result in trials(options, Path(scratch)):
            show(result)
            results.append(result)
    close_sandbox()
    survived = sum(result.survived for result in results)
    lost = sum(len(result.lost) for result in results)
    twice = sum(len(result.twice) for result in results)
    print(f"survived {survived} of {len(results)}; lost {lost}; graded twice {twice}")
    sys.exit(survived != len(results))


if __name__ == "__main__":
    main()
