"""
Points for wrong answers that cheat: nbgrader as it is shipped, and ``course grade``.

Run ``python benchmarks/attacks.py [--stock-seconds S] [--ours-only] [--sandbox pod] [ATTACK ...]``;
an ATTACK is a part of a name. The attacks are those of ``tests/grading/attacks.py``: wrong answers
to an exercise of 3 points in the toy assignment, and tampered files.

nbgrader autogrades every attacker in a class of their own with one honest student, in a container
of bubblewrap with limits, for some would end the class, this program or everybody's work on this
machine. Its only settings are a short timeout and a quick end of kernels. ``course grade`` gets
all attackers in one run, among three honest students with a solved, a half right and an untouched
notebook.

The table says what the attacker got of the 3 points, and whether the honest students got what
they get without an attacker. An attack is resisted if it earned nothing and cost nobody anything.
"""

import argparse
import importlib.util
import json
import os
import runpy
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry

from course_lib.grading.grade import grade
from course_lib.grading.sandbox.cgroups import Group
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.sandbox.process import CHOICES

TESTS = Path(__file__).parents[1] / "tests" / "grading"
ATTACKED = ("double-visible", "double-hidden")
ATTACKER = "a-attacker"  # graded before the honest one
HONEST = {
    "b-solved": "def double(x):\n    return 2 * x",
    "c-partly": "def double(x):\n    return 2 * x if np.ndim(x) == 0 else x",
    "d-stub": "def double(x):\n    raise NotImplementedError",
}
CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "toy"
c.Execute.timeout = 5
c.Execute.shutdown_kernel = "immediate"
"""
Points = dict[str, float]
Notebook = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """
    What came of one attack.

    Parameters
    ----------
    points : float
        What the attacker got for the exercise that was answered wrongly.
    intact : bool
        Whether every honest student got what they get without the attacker.
    """

    points: float
    intact: bool

    @property
    def resisted(self) -> bool:
        """Whether the attack earned nothing and cost nobody anything."""
        return self.points == 0 and self.intact

    def __str__(self) -> str:
        return f"{self.points:g} of 3, honest {'intact' if self.intact else 'CHANGED'}"


def toy_notebook() -> Callable[[str], Notebook]:
    """Take the toy assignment from the tests."""
    specification = importlib.util.spec_from_file_location("toy", TESTS / "conftest.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    make: Callable[[str], Notebook] = module.toy_notebook
    return make


def attacks(notebook: Callable[[str], Notebook]) -> dict[str, Notebook]:
    """Make every attacker's notebook."""
    known = runpy.run_path(str(TESTS / "attacks.py"))
    wrong = "def double(x):\n    return x"
    return {name: notebook(source) for name, source in known["FORGERIES"].items()} | {
        name: tamper(notebook(wrong)) for name, tamper in known["TAMPERED"].items()
    }


def submit(root: Path, student: str, notebook: Notebook) -> None:
    """Hand a notebook in."""
    path = root / "submitted" / student / "toy" / "toy.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")


# ------------------------------------------------------------------ nbgrader as it is shipped


def stock_course(root: Path, notebook: Callable[[str], Notebook]) -> None:
    """Make a course with an honest student and let nbgrader release its assignment."""
    source = root / "source" / "toy" / "toy.ipynb"
    source.parent.mkdir(parents=True)
    source.write_text(json.dumps(notebook(HONEST["b-solved"])), encoding="utf-8")
    (root / "nbgrader_config.py").write_text(CONFIG)
    submit(root, "b-solved", notebook(HONEST["b-solved"]))
    subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", "toy"],
        cwd=root, check=True, capture_output=True,
    )  # fmt: skip


def contained(root: Path) -> list[str]:
    """Give the command that runs another with nothing but the course directory to write to."""
    return [
        "bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
        "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc",
        "--size", str(2**26), "--tmpfs", "/tmp", "--bind", str(root), "/tmp/course",
        "--setenv", "HOME", "/tmp", "--chdir", "/tmp/course", "--",
    ]  # fmt: skip


def autograde(root: Path, seconds: float) -> None:
    """Run stock ``nbgrader autograde`` in a container, and end it after some time."""
    group = Group.make(Limits())
    if group is None:
        raise RuntimeError("attacks on nbgrader are run only where control groups hold them")
    process = subprocess.Popen(
        [*group.enter(), *contained(root), sys.executable, "-m", "nbgrader", "autograde", "toy"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"}, start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    group.remove()


def stock_points(root: Path) -> dict[str, Points]:
    """Read what each student got for each graded cell."""
    found: dict[str, Points] = {}
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}", "toy") as book:
        for student in (ATTACKER, "b-solved"):
            try:
                rows = book.find_submission_notebook("toy", "toy", student).grades
            except MissingEntry:
                continue
            found[student] = {row.cell.name: row.auto_score or 0.0 for row in rows}
    return found


def stock_outcome(course: Path, notebook: Notebook | None, seconds: float) -> dict[str, Points]:
    """Autograde the honest student, and before them an attacker if there is one."""
    with tempfile.TemporaryDirectory(prefix="course-stock-") as scratch:
        root = Path(scratch) / "course"
        shutil.copytree(course, root)
        if notebook is not None:
            submit(root, ATTACKER, notebook)
        autograde(root, seconds)
        return stock_points(root)


def judged(found: dict[str, Points], alone: dict[str, Points], attacker: str) -> Outcome:
    """Compare a class with the one without an attacker."""
    got = found.get(attacker, {})
    intact = all(found.get(student) == points for student, points in alone.items())
    return Outcome(sum(got.get(key, 0.0) for key in ATTACKED), intact)


def stock(
    tried: dict[str, Notebook], notebook: Callable[[str], Notebook], seconds: float
) -> dict[str, Outcome]:
    """Let nbgrader grade every attacker in a class of their own, two classes at a time."""
    with tempfile.TemporaryDirectory(prefix="course-stock-") as scratch:
        course = Path(scratch)
        stock_course(course, notebook)
        alone = stock_outcome(course, None, seconds)
        with ThreadPoolExecutor(2) as pool:
            classes = pool.map(lambda n: stock_outcome(course, n, seconds), tried.values())
            outcomes = {}
            for name, found in zip(tried, classes, strict=True):
                outcomes[name] = judged(found, alone, ATTACKER)
                print(f"nbgrader: {name}: {outcomes[name]}", file=sys.stderr, flush=True)
        return outcomes


# ------------------------------------------------------------------ course grade


def ours(
    tried: dict[str, Notebook],
    notebook: Callable[[str], Notebook],
    limits: Limits,
    sandbox: str,
) -> dict[str, Outcome]:
    """Let ``course grade`` grade the honest students alone, then with all attackers."""
    with tempfile.TemporaryDirectory(prefix="course-ours-") as scratch:
        root = Path(scratch)
        source = root / "solutions" / "toy" / "toy.ipynb"
        source.parent.mkdir(parents=True)
        source.write_text(json.dumps(notebook(HONEST["b-solved"])), encoding="utf-8")
        for student, answer in HONEST.items():
            submit(root, student, notebook(answer))
        alone = our_points(root, limits, sandbox)
        names = {f"a{number:03}": name for number, name in enumerate(tried)}
        for student, name in names.items():
            submit(root, student, tried[name])
        found = our_points(root, limits, sandbox)
        return {name: judged(found, alone, student) for student, name in names.items()}


def our_points(root: Path, limits: Limits, sandbox: str) -> dict[str, Points]:
    """Grade the class; give what each student got for each graded cell."""
    records = grade("toy", root, jobs=2, force=True, limits=limits, sandbox=sandbox)
    return {
        record.student: {cell.grade_id: cell.points for cell in record.cells} for record in records
    }


def main() -> None:
    """Print the table and how many attacks were resisted."""
    # nbgrader calls alembic by its bare name.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("attacks", nargs="*", metavar="ATTACK", help="parts of names; all if none")
    parser.add_argument("--stock-seconds", type=float, default=120.0, help="for one class")
    parser.add_argument("--ours-only", action="store_true", help="leave nbgrader out")
    parser.add_argument(
        "--sandbox", choices=CHOICES, action="append", help="tier; may be given several times"
    )
    options = parser.parse_args()
    notebook = toy_notebook()
    tried = {
        name: content
        for name, content in attacks(notebook).items()
        if not options.attacks or any(part in name for part in options.attacks)
    }
    limits = Limits(
        cell_cpu=2.0, cell_wall=4.0, question_cpu=2.0, question_wall=4.0,
        notebook_wall=60.0, memory=256 * 2**20, processes=24, storage=2**23,
    )  # fmt: skip
    results = {
        f"course grade, {tier}": ours(tried, notebook, limits, tier)
        for tier in options.sandbox or ["full"]
    }
    if not options.ours_only:
        results = {"nbgrader": stock(tried, notebook, options.stock_seconds)} | results
    width = max(map(len, tried))
    print(f"{'attack':{width}}  " + "  ".join(f"{door:24}" for door in results).rstrip())
    for name in tried:
        row = "  ".join(f"{found[name]!s:24}" for found in results.values())
        print(f"{name:{width}}  {row}".rstrip())
    for door, found in results.items():
        resisted = sum(outcome.resisted for outcome in found.values())
        intact = sum(outcome.intact for outcome in found.values())
        print(f"{door}: resisted {resisted}/{len(found)}, honest intact in {intact}/{len(found)}")


if __name__ == "__main__":
    main()
