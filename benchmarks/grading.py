"""Grade the same class by ``nbgrader autograde`` and by ``course grade``: time, CPU, memory.

    python benchmarks/grading.py [--students N] [--thousand N] [--batches N] [--workers N]
                                 [--assignment NAME] [--every N] [--json FILE] [--keep DIRECTORY]

The class hands in one assignment, right, wrong, half done and failing. Each batch is graded in
turn by nbgrader with its own defaults, by nbgrader with ``shutdown_kernel=immediate``, its fairest
setting, by ``course grade --figures all``, which draws what nbgrader draws, and by ``course grade``
with its default; who begins changes from batch to batch. Every command starts from nothing but a
gradebook that knows the assignment, and runs on the same cores. nbgrader runs the tests in the
kernel of the student's code, with all of course_lib importable, as one would use it.

Every line says how many PNGs the graded notebooks hold: drawing is most of the work.

CPU counts all processes under a command: from a control group of its own where one can be made,
else those that were waited for. Memory is the sum of the proportional set sizes of these processes,
looked at every two seconds.
"""

import argparse
import importlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import psutil

from course_lib.checks.author.student_edition import chapters
from course_lib.checks.personal import SAMPLE_ID
from course_lib.grading.examine.assignment import Assignment, source_of
from course_lib.grading.examine.figures import DEFAULT, FIGURES
from course_lib.grading.sample_class import MISTAKES, answers, half_done

ROOT = Path(__file__).resolve().parents[1]
CGROUP = Path("/sys/fs/cgroup")
MEMORY_SECONDS = 2.0
WRONG = MISTAKES | {
    "relu": ("z", "np.abs(z)"),
    "relu_prime": ("z", "np.where(np.asarray(z) >= 0, 1.0, 0.0)"),
    "relu_backward": ("dA, Z", "np.where(dA > 0, dA, 0.0)"),
    "dead_units": ("Z", "(Z <= 0).any(axis=1)"),
    "sigmoid_prime": ("z", "1 / (1 + np.exp(-z))"),
    "chain": ("upstream, local", "upstream + local"),
    "feature_cross": ("X", "np.hstack([X, X[0] * X[1]])"),
    "softmax": ("Z, axis=0", "np.exp(Z) / np.sum(np.exp(Z), axis=axis, keepdims=True)"),
    "cross_entropy": ("Y, P", "-np.sum(Y * np.log(P))"),
    "spectral_norm": ("W", "np.linalg.norm(W)"),
    "depth_bound": ("n_samples, n_features, n_classes", "int(np.log2(n_samples / n_features))"),
    "count_layers": ("layers, count_input=False", "len(layers)"),
}
SHIPPED, IMMEDIATE = "nbgrader", "nbgrader, immediate"
OURS = {figures: f"course grade, figures {figures}" for figures in FIGURES}
PLAIN = """\
c = get_config()
c.CourseDirectory.course_id = "benchmark"
c.CourseDirectory.root = {root!r}
"""
# Given as text: a file that is run would be imported by every worker again.
HERE = f"import sys; sys.path.append({str(Path(__file__).parent)!r}); import grading_inside; \
grading_inside.grade_here(*sys.argv[1:])"
SETTINGS = {IMMEDIATE: 'c.Execute.shutdown_kernel = "immediate"\n'}

Notebook = dict[str, Any]


# Students.


def right(notebook: Notebook) -> None:
    """Everything solved."""


def wrong(notebook: Notebook) -> None:
    """Common mistakes."""
    for cell in answers(notebook):
        name = cell["metadata"]["nbgrader"]["grade_id"]
        if name in WRONG:
            parameters, value = WRONG[name]
            cell["source"] = f"def {name}({parameters}):\n    return {value}"


def half(notebook: Notebook) -> None:
    """Every second exercise is missing."""
    half_done(notebook)


def failing(notebook: Notebook) -> None:
    """The first answer stops with an error of its own."""
    answers(notebook)[0]["source"] = "import numpy as np\nnp.ones((2, 3)) @ np.ones((2, 3))"


KINDS = (right, wrong, right, half, right, right, failing, right, wrong, right)


def notebook_of(released: Notebook, source: Notebook, number: int) -> tuple[str, str]:
    """Make the name and the file of one student, in the form in which it was released."""
    kind = KINDS[number % len(KINDS)]
    student = f"s{number:04}-{kind.__name__}"
    solved, theirs = json.loads(json.dumps(source)), json.loads(json.dumps(released))
    kind(solved)
    written = {
        cell["metadata"].get("nbgrader", {}).get("grade_id"): cell for cell in answers(solved)
    }
    for cell in theirs["cells"]:
        if grade_id(cell) in written:
            lines = source_of(written[grade_id(cell)]).splitlines()
            cell["source"] = "\n".join(line for line in lines if "### " not in line)
    return student, json.dumps(theirs).replace(SAMPLE_ID, student).replace("your-id", student)


def grade_id(cell: dict[str, Any]) -> str | None:
    """Give nbgrader's name of a cell."""
    return cell["metadata"].get("nbgrader", {}).get("grade_id")


# Courses.


def nbgrader(*arguments: str, root: Path) -> None:
    """Run an nbgrader command."""
    command = [sys.executable, "-m", "nbgrader", *arguments]
    done = subprocess.run(command, cwd=root, env=environment(), capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr[-2000:]}")


def environment() -> dict[str, str]:
    """The environment of every command: one thread each, programs of this environment found."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return os.environ | {"PATH": path, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}


class Template:
    """A course whose assignment is released and known to the gradebook."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.root, self.folder = name, folder / "template", folder
        assignment = Assignment.find(name, ROOT)
        self.source = json.loads(assignment.text)
        for place in ("source", "solutions"):
            write(self.root / place / name / f"{name}.ipynb", assignment.text)
        write(self.root / "nbgrader_config.py", PLAIN.format(root=str(self.root)))
        nbgrader("generate_assignment", name, "--create", root=self.root)
        self.released = json.loads((self.root / "release" / name / f"{name}.ipynb").read_text())

    def course(self, contestant: str, label: str, students: Sequence[int]) -> Path:
        """Make a course of its own, with these students' submissions."""
        root = self.folder / f"{contestant.replace(', ', '-').replace(' ', '-')}-{label}"
        shutil.copytree(self.root, root)
        write(
            root / "nbgrader_config.py", PLAIN.format(root=str(root)) + SETTINGS.get(contestant, "")
        )
        for number in students:
            student, text = notebook_of(self.released, self.source, number)
            write(root / "submitted" / student / self.name / f"{self.name}.ipynb", text)
        return root


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def scores(root: Path, name: str) -> dict[str, float]:
    """Read what the gradebook says each student got from automatic grading."""
    api = importlib.import_module("nbgrader.api")
    with api.Gradebook(f"sqlite:///{root / 'gradebook.db'}", "benchmark") as book:
        return {
            row.student.id: sum(g.auto_score or 0 for n in row.notebooks for g in n.grades)
            for row in book.assignment_submissions(name)
        }


# Measuring.


@dataclass
class Measured:
    """What one command took."""

    students: int
    wall: float
    cpu: float
    memory: int
    steady: float  # seconds for each submission after the first
    pictures: int  # PNGs in the graded notebooks
    scores: dict[str, float] = field(default_factory=dict)
    inside: dict[str, float] = field(default_factory=dict)

    @property
    def each(self) -> float:
        """Seconds for each submission, the start of the command included."""
        return self.wall / self.students


class Meter:
    """Counts the CPU time of a command and of all that it starts."""

    def __init__(self) -> None:
        self.group: Path | None = None
        version_2 = (CGROUP / "cgroup.controllers").exists()
        parent = CGROUP if version_2 else CGROUP / "cpuacct"
        # Where "cpu" and "cpuacct" are one, the sandboxes leave our group for their own.
        if not version_2 and (CGROUP / "cpu").resolve() == parent.resolve():
            return
        self.file = "cpu.stat" if version_2 else "cpuacct.usage"
        with suppress(OSError):
            group = parent / f"benchmark-{os.getpid()}-{time.monotonic_ns()}"
            group.mkdir()
            self.group = group

    def enter(self) -> None:
        """Move this process into the group; called in the child."""
        if self.group:
            (self.group / "cgroup.procs").write_text(str(os.getpid()))

    def seconds(self) -> float | None:
        """CPU seconds so far, or None without a group."""
        return cpu_of(self.group / self.file) if self.group else None

    def close(self) -> None:
        """Remove the group."""
        for _ in range(100):
            with suppress(OSError):
                if self.group:
                    self.group.rmdir()
                return
            time.sleep(0.05)


def cpu_of(file: Path) -> float:
    """Read CPU seconds from a file of a control group."""
    text = file.read_text()
    if file.name == "cpuacct.usage":
        return int(text) / 1e9
    return int(dict(line.split() for line in text.splitlines())["usage_usec"]) / 1e6


@contextmanager
def peak_memory(process: int) -> Iterator[list[int]]:
    """Watch the proportional memory of a process and all under it; the highest is in the list."""
    highest, over = [0], threading.Event()

    def watch() -> None:
        while not over.wait(MEMORY_SECONDS):
            highest[0] = max(highest[0], tree_memory(process))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield highest
    finally:
        over.set()
        watcher.join()


def tree_memory(process: int) -> int:
    """Sum the proportional set sizes of a process and its descendants, in bytes."""
    total = 0
    with suppress(psutil.Error):
        top = psutil.Process(process)
        for each in (top, *top.children(recursive=True)):
            with suppress(psutil.Error, OSError):
                total += each.memory_full_info().pss
    return total


def measure(command: Sequence[str], root: Path, name: str, students: int) -> Measured:
    """Run a command that grades a course, and measure it."""
    meter = Meter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as log:
        began, started = time.time(), time.perf_counter()
        process = subprocess.Popen(
            command, cwd=root, env=environment(), stdout=output, stderr=log, preexec_fn=meter.enter
        )
        with peak_memory(process.pid) as memory:
            code = process.wait()
        wall = time.perf_counter() - started
        output.seek(0)
        log.seek(0)
        if code:
            raise RuntimeError(f"{' '.join(command)} ended with {code}:\n{log.read()[-3000:]}")
        lines = output.read().splitlines()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    waited = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    cpu = meter.seconds()
    meter.close()
    graded = sorted(path.stat().st_mtime for path in root.glob(f"autograded/*/{name}/{name}.ipynb"))
    if len(graded) != students:
        raise RuntimeError(f"{root}: {len(graded)} of {students} submissions were graded")
    steady = (began + wall - graded[0]) / max(1, students - 1)
    inside = json.loads(lines[-1]) if lines and lines[-1].startswith('{"inside"') else {}
    return Measured(
        students, wall, waited if cpu is None else cpu, memory[0], steady, pictures(root, name),
        scores(root, name), inside.get("inside", {}),
    )  # fmt: skip


def pictures(root: Path, name: str) -> int:
    """Count the PNGs in the graded notebooks of a class."""
    return sum(
        "image/png" in output.get("data", {})
        for path in root.glob(f"autograded/*/{name}/{name}.ipynb")
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        for output in cell.get("outputs", [])
    )


def run(contestant: str, root: Path, name: str, students: int, workers: int) -> Measured:
    """Grade one course by one contestant."""
    chosen = [figures for figures, label in OURS.items() if label == contestant]
    if chosen:
        command = [sys.executable, "-c", HERE, str(root), name, str(workers), *chosen]
    else:
        command = [sys.executable, "-m", "nbgrader", "autograde", name]
    measured = measure(command, root, name, students)
    shutil.rmtree(root)
    return measured


# The report.


def total(parts: Sequence[Measured]) -> Measured:
    """Add up batches."""
    students = sum(part.students for part in parts)
    keys = {key for part in parts for key in part.inside}
    inside = {key: sum(part.inside[key] for part in parts) for key in keys}
    return Measured(
        students,
        sum(part.wall for part in parts),
        sum(part.cpu for part in parts),
        max(part.memory for part in parts),
        sum(part.steady * part.students for part in parts) / students,
        sum(part.pictures for part in parts),
        {student: score for part in parts for student, score in part.scores.items()},
        inside,
    )


COLUMNS = {"s each": 8, "each/s": 8, "steady s": 9, "CPU s": 8, "memory MB": 10, "PNGs": 6}
HEAD = " ".join([" " * 42, *(f"{name:>{width}}" for name, width in COLUMNS.items())])


def row(label: str, measured: Measured) -> str:
    """One line of the table."""
    return (
        f"{label:42} {measured.each:8.3f} {1 / measured.each:8.2f} {measured.steady:9.3f} "
        f"{measured.cpu / measured.students:8.3f} {measured.memory / 2**20:10.0f} "
        f"{measured.pictures:6}"
    )


def shares(measured: Measured) -> str:
    """Say where the CPU time of ``course grade`` went."""
    inside = measured.inside
    parts = {
        "student's cells": inside["cells"],
        "student's process beside them (forks, calls of the tests)": (
            inside["student"] - inside["cells"]
        ),
        "examiner": inside["examiner"],
        "writing": inside["writing"],
    }
    parts["start, transport, the rest"] = measured.cpu - sum(parts.values())
    lines = [
        f"  {seconds / measured.cpu:6.1%}  {1000 * seconds / measured.students:7.1f} ms  {label}"
        for label, seconds in parts.items()
    ]
    return "\n".join(lines)


def start(one: Measured) -> str:
    """Say what CPU time is used before the first student, by a class of one on one worker."""
    parts = {
        "this command: imports, the student's edition, the gradebook": one.inside["start: command"],
        "worker, and the process that it is a fork of: imports": one.inside["start: worker"],
        "warm process of the sandbox: imports, perhaps a figure": one.inside["start: sandbox"],
        "solved notebook": one.inside["start: notebook"],
        "its examiner, with the instructor's cells": one.inside["start: examiner"],
    }
    lines = [f"  {seconds:6.2f} s  {label}" for label, seconds in parts.items()]
    return "\n".join([f"CPU of the start: {sum(parts.values()):.2f} s", *lines])


def agreement(stock: Measured, ours: Measured) -> str:
    """Compare the scores of both."""
    differ = {
        student: (score, ours.scores[student])
        for student, score in stock.scores.items()
        if abs(score - ours.scores[student]) > 1e-9
    }
    same = len(stock.scores) - len(differ)
    lines = [f"  {name}: nbgrader {a:g}, course grade {b:g}" for name, (a, b) in differ.items()]
    return "\n".join([f"Same score: {same} of {len(stock.scores)} students", *lines])


def drawn(measured: Measured) -> str:
    """Say how much was drawn."""
    return f"{measured.pictures} PNGs, {measured.pictures / measured.students:.2f} a submission"


def interleaved(template: Template, arguments: argparse.Namespace) -> dict[str, Measured]:
    """Grade each batch by every contestant, in changing order."""
    contestants = [SHIPPED, IMMEDIATE, OURS["all"], OURS[DEFAULT]]
    parts: dict[str, list[Measured]] = {contestant: [] for contestant in contestants}
    size = max(1, arguments.students // arguments.batches)
    for batch in range(arguments.batches):
        students = range(batch * size, (batch + 1) * size)
        turn = batch % len(contestants)
        for contestant in contestants[turn:] + contestants[:turn]:
            root = template.course(contestant, str(batch), students)
            measured = run(contestant, root, template.name, size, arguments.workers)
            parts[contestant].append(measured)
            print(row(f"  batch {batch + 1}: {contestant}", measured), flush=True)
    return {contestant: total(measured) for contestant, measured in parts.items()}


def alone(template: Template, students: int, workers: int, figures: str = DEFAULT) -> Measured:
    """Grade a whole class by ``course grade``."""
    root = template.course(OURS[figures], f"alone-{students}-{workers}", range(students))
    measured = run(OURS[figures], root, template.name, students, workers)
    print(row(f"{OURS[figures]}, {students}, {workers} worker(s)", measured), flush=True)
    return measured


def report(results: dict[str, Measured]) -> None:
    """Print ratios, shares and agreement, with equal drawing and with the default."""
    for figures in ("all", DEFAULT):
        ours = results[OURS[figures]]
        for stock in (SHIPPED, IMMEDIATE):
            theirs = results[stock]
            print(
                f"{OURS[figures]} ({drawn(ours)}) over {stock} ({drawn(theirs)}): throughput "
                f"{theirs.each / ours.each:.1f} times, without the start of both "
                f"{theirs.steady / ours.steady:.1f} times, CPU "
                f"{theirs.cpu / theirs.students / (ours.cpu / ours.students):.1f} times less"
            )
            print(agreement(theirs, ours))


def warm_cost(small: Measured, large: Measured, figures: str = DEFAULT) -> str:
    """Say what one more submission costs, once all is started, against the student's own cells."""
    more = large.students - small.students
    each = (large.cpu - small.cpu) / more
    cells = (large.inside["cells"] - small.inside["cells"]) / more
    return (
        f"CPU of one more submission, figures {figures} ({drawn(large)}): {1000 * each:.0f} ms, "
        f"the student's own cells {1000 * cells:.0f} ms: {each / cells:.2f} times"
    )


def every_assignment(folder: Path, students: int, workers: int) -> dict[str, Measured]:
    """Grade a class of each assignment by ``course grade``; print what a submission costs."""
    results = {}
    for name in chapters():
        place = folder / name
        place.mkdir()
        template = Template(name, place)
        few = alone(template, students // 5, workers)
        results[name] = alone(template, students, workers)
        print(f"  {name}: {warm_cost(few, results[name])}", flush=True)
    return results


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=100, help="in the comparison")
    parser.add_argument("--thousand", type=int, default=1000, help="by course grade alone; or 0")
    parser.add_argument("--batches", type=int, default=2)
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--assignment", default="binary_cross_entropy")
    parser.add_argument("--every", type=int, default=100, help="of each assignment; or 0")
    parser.add_argument("--json", type=Path, help="write all figures there")
    parser.add_argument("--keep", type=Path, help="work there instead of in a temporary directory")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="benchmark-", dir=arguments.keep) as folder:
        template = Template(arguments.assignment, Path(folder))
        print(
            f"{arguments.assignment}: {arguments.students} students in {arguments.batches} "
            f"batch(es), course grade on {arguments.workers} workers, {os.cpu_count()} cores, "
            f"load {os.getloadavg()[0]:.1f}\n{HEAD}"
        )
        results = interleaved(template, arguments)
        print("All batches:")
        for contestant in results:
            print(row(contestant, results[contestant]))
        report(results)
        print(
            f"CPU of {OURS[DEFAULT]}, {arguments.students} students:\n"
            f"{shares(results[OURS[DEFAULT]])}\n{HEAD}"
        )
        print(start(alone(template, 1, 1)))
        for workers in sorted({1, arguments.workers}):
            key = f"{OURS[DEFAULT]}, {workers}"
            results[key] = alone(template, arguments.students, workers)
        if arguments.thousand:
            key = f"{OURS[DEFAULT]}, {arguments.workers}"
            results["many"] = alone(template, arguments.thousand, arguments.workers)
            growth = results["many"].memory / results[key].memory
            print(f"Memory, {arguments.thousand} against {arguments.students}: {growth:.2f} times")
            print(f"{shares(results['many'])}\n{warm_cost(results[key], results['many'])}")
        if arguments.every:
            results |= every_assignment(template.folder, arguments.every, arguments.workers)
        print(f"load at the end {os.getloadavg()[0]:.1f}")
    if arguments.json:
        figures = {label: asdict(measured) for label, measured in results.items()}
        arguments.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
