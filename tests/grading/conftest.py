"""A toy assignment, and students who hand it in."""

import importlib.util
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner, Result

from course_lib.cli import main
from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.sandbox.limits import MB, Limits
from course_lib.grading.transport import checked
from course_lib.grading.work import Graded, Job, close_sandbox, grade_one

QUICK = replace(
    Limits(), cell_cpu=1.0, cell_wall=2.0, question_cpu=1.0, question_wall=2.0,
    notebook_wall=40.0, memory=256 * MB, processes=24, storage=8 * MB,
)  # fmt: skip
BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
DOUBLE = "def double(x):\n    return 2 * x"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a sandbox where there is none; keep one sandbox a worker."""
    missing = shutil.which("bwrap") is None
    for item in items:
        if "sandboxed" in getattr(item, "fixturenames", ()) and missing:
            item.add_marker(pytest.mark.skip(reason="bubblewrap is not installed"))


def code(key: str, source: str, **graded: Any) -> dict[str, Any]:
    """Make a code cell."""
    metadata = {"nbgrader": {"schema_version": 3, "task": False, "grade_id": key} | graded}
    return {
        "cell_type": "code", "id": key, "metadata": metadata if graded else {}, "source": source,
        "outputs": [], "execution_count": None,
    }  # fmt: skip


def answer(key: str, source: str) -> dict[str, Any]:
    """Make a cell that students write."""
    return code(key, source, grade=False, solution=True, locked=False)


def test_cell(key: str, source: str, points: float) -> dict[str, Any]:
    """Make a graded cell of tests."""
    return code(key, source, grade=True, solution=False, locked=True, points=points)


HIDDEN = """### BEGIN HIDDEN TESTS
secret_input = np.array([31.0, 41.0, 59.0])
got = double(secret_input)
assert np.array_equal(got, [62.0, 82.0, 118.0]), "the values are wrong"
assert np.array_equal(secret_input, [31.0, 41.0, 59.0]), "the input was changed"
### END HIDDEN TESTS"""


def toy_notebook(double: str = DOUBLE, extra: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    """Make the toy assignment with this answer, and cells of the student's own before the tests."""
    cells = [
        {"cell_type": "markdown", "id": "title", "metadata": {}, "source": "# Toy"},
        code("setup", "import numpy as np\nimport matplotlib.pyplot as plt"),
        answer("double", double),
        *extra,
        test_cell("double-visible", "assert double(2) == 4\nassert double(0.5) == 1.0", 1),
        test_cell("double-hidden", HIDDEN, 2),
        answer("triple", "def triple(x):\n    return 3 * x"),
        test_cell("triple-visible", "assert triple(2) == 6", 1),
        code("essay", "Because.", grade=True, solution=True, locked=False, points=2)
        | {"cell_type": "markdown"},
    ]
    for key in ("outputs", "execution_count"):
        cells[-1].pop(key)
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}


@pytest.fixture(autouse=True)
def figures_closed() -> Iterator[None]:
    """Close what the instructor's cells drew in the process of the test."""
    yield
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close("all")


class Toy:
    """A course directory with the toy assignment."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.notebook = toy_notebook
        self.code, self.answer, self.test_cell = code, answer, test_cell
        self.write("solutions/toy/toy.ipynb", toy_notebook())

    def write(self, path: str, content: dict[str, Any] | str | bytes) -> Path:
        """Write a notebook or text below the course directory."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, dict):
            content = json.dumps(content)
        if isinstance(content, str):
            content = content.encode()
        target.write_bytes(content)
        return target

    def submit(self, student: str, content: dict[str, Any] | str | bytes) -> Path:
        """Hand in a notebook."""
        return self.write(f"submitted/{student}/toy/toy.ipynb", content)

    @property
    def assignment(self) -> Assignment:
        """The source."""
        return Assignment.find("toy", self.root)

    def job(self, content: dict[str, Any] | bytes, **settings: Any) -> Job:
        """Make the job of one notebook."""
        if isinstance(content, dict):
            content = json.dumps(content).encode()
        settings = {"seed": 5, "limits": QUICK} | settings
        return Job("student", self.assignment, content, **settings)

    def grade(self, content: dict[str, Any] | bytes, **settings: Any) -> Graded:
        """Grade one notebook in this process's sandbox."""
        return grade_one(self.job(content, **settings))

    def outcomes(self, content: dict[str, Any] | bytes, **settings: Any) -> dict[str, str]:
        """Grade one notebook; give the status of each graded cell."""
        record = self.grade(content, **settings).record
        return {cell.grade_id: cell.status for cell in record.cells}


@pytest.fixture
def toy(tmp_path: Path) -> Toy:
    """A course directory with the toy assignment."""
    return Toy(tmp_path)


@pytest.fixture(scope="module")
def class_toy(tmp_path_factory: pytest.TempPathFactory) -> Toy:
    """A course directory of which one class is graded once, for several tests to look at."""
    return Toy(tmp_path_factory.mktemp("class"))


class HerePool:
    """Grades in this process, whose sandbox is warm already."""

    workers, lost = 1, ()
    work, read = staticmethod(grade_one), staticmethod(checked)

    def __init__(self, workers: int) -> None:
        """Need no workers."""

    def submit(self, work: Callable[[Job], Graded], job: Job) -> Future[Graded]:
        """Do it at once."""
        future: Future[Graded] = Future()
        try:
            future.set_result(work(job))
        except Exception as error:
            future.set_exception(error)
        return future

    def warm(self, *place: object) -> None:
        """Be warm already."""

    def close(self) -> None:
        """Keep the sandbox."""


@pytest.fixture
def here(sandboxed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `grade` work in this process."""
    monkeypatch.setattr("course_lib.grading.grade.LocalPool", HerePool)


@pytest.fixture
def run_course(toy: Toy) -> Callable[..., Result]:
    """Run ``course`` on the toy course; give its exit code, stdout and stderr."""
    return lambda *arguments: CliRunner().invoke(main, [*arguments, "--root", str(toy.root)])


@pytest.fixture(scope="session")
def faults() -> ModuleType:
    """The benchmark of faults, whose parts the tests of faults use on a smaller class."""
    return benchmark("grading_faults")


@pytest.fixture(scope="session")
def bench() -> ModuleType:
    """The benchmark of reading, which makes classes without grading and drives the page."""
    return benchmark("reading")


@pytest.fixture(scope="session")
def term() -> ModuleType:
    """The benchmark of a term's size, which makes graded classes in bulk."""
    return benchmark("term")


def benchmark(name: str) -> ModuleType:
    """Load a benchmark as a module."""
    specification = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    module = importlib.util.module_from_spec(specification)
    sys.modules[name] = module  # dataclasses look their module up
    specification.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def sandboxed() -> Iterator[None]:
    """Keep one warm sandbox for all tests of this process."""
    yield
    close_sandbox()


@pytest.fixture
def quick() -> Limits:
    """Limits that a hanging submission reaches soon."""
    return QUICK


@pytest.fixture
def graded(toy: Toy, sandboxed: None) -> Callable[..., dict[str, str]]:
    """Grade a notebook whose answer to `double` is the given source."""
    return lambda double, *extra: toy.outcomes(toy.notebook(double, extra))
