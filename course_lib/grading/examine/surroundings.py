"""
What surrounds a test cell while it runs, and what of it reaches the student's calls.

A test cell may redirect what is printed, put other functions in the place of Python's, seed the
random numbers, draw, and write or read files. `course_lib.grading.inside.around` does its part in
the student's process; here is what a cell has changed, found out before each call.
"""

import builtins
import datetime
import io
import math
import os
import pickle
import random
import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any, Protocol

import numpy as np

from course_lib.grading.examine.names import MainModule, StudentNames
from course_lib.grading.inside.around import MAX_BYTES, MAX_FILES, NEVER, Seen, listed, state_of

# What a cell says that may put something in another's place, seed, draw, or use files.
PATCHES = re.compile(r"\b(patch|monkeypatch|setattr|mock)\b|^\s*(\w+\.)+\w+\s*=[^=]", re.MULTILINE)
SEEDS = re.compile(r"\bseed\b")
DRAWS = re.compile(r"\b(plt|pyplot|pylab)\b")
FILES = re.compile(
    r"\b(open|os|Path|pathlib|glob|shutil|csv|read_\w+|to_csv|to_json|loadtxt|genfromtxt|savetxt"
    r"|np\.load|np\.save|imread|exists|isfile|listdir|unlink|remove)\b"
)
WATCHED: tuple[ModuleType, ...] = (
    builtins, random, time, math, os, os.path, sys, datetime, np, np.random, np.linalg,
)  # fmt: skip
PLOTTING = ("gca", "gcf", "gci", "figure", "subplots", "subplot", "axes", "close", "clf", "cla",
            "get_fignums", "get_figlabels", "fignum_exists", "sca")  # fmt: skip


class Quiet(io.StringIO):
    """Takes what a test cell prints; what student code prints is not put into it."""


class Student(Protocol):
    """The copy of the student's notebook that a question is put to."""

    def files(self) -> Any:
        """Give the files that the notebook has written."""

    def plot(self, name: str, args: Any, kwargs: Any) -> Any:
        """Call a function of pyplot where the student's figures are."""


class Surroundings:
    """
    The surroundings of one run of a test cell.

    Parameters
    ----------
    text : str
        The cell, and the instructor's cells that it may call.
    names : StudentNames
        Its global names.
    student : Student
        The question that answers its calls.
    given : Path or None
        A folder with the files that the instructor hands out.
    """

    def __init__(
        self, text: str, names: StudentNames, student: Student, given: Path | None = None
    ) -> None:
        self.names, self.student, self.given = names, student, given
        self.patches, self.seeds = PATCHES.search(text), SEEDS.search(text)
        self.draws, self.reads = DRAWS.search(text), FILES.search(text)
        self.doctest = "doctest" in text
        self.folder: Path | None = None
        self.seen: Seen = {}
        self.states: dict[str, str] = {}
        self.before_cell: dict[str, dict[str, Any]] = {}

    @contextmanager
    def around(self) -> Iterator[None]:
        """Make the surroundings; all is put back at the end."""
        with ExitStack() as stack:
            stack.enter_context(main_module(MainModule(self.names)))
            stack.enter_context(no_text_as_code(self.doctest))
            if self.seeds:
                stack.enter_context(own_random_numbers())
                self.changed_states()
            if self.given or self.reads:
                self.folder = stack.enter_context(working_folder(self.given))
                self.seen = listed()
            if self.draws:
                stack.enter_context(self.drawing())
            if self.patches:
                self.before_cell = snapshot()
            yield

    def begin(self) -> None:
        """Fetch the files that the notebook has written, if the cell may look at any."""
        if self.reads:
            self.receive(self.student.files())

    def before(self) -> dict[str, Any]:
        """Tell what the cell has changed since the last call."""
        asked: dict[str, Any] = {}
        if not isinstance(sys.stdout, Quiet):
            asked["listen"] = True
        if self.seeds and (changed := self.changed_states()):
            asked["seeds"] = changed
        if self.patches and (patched := self.patched()):
            asked["patched"] = patched
        if self.folder and self.reads:
            asked |= {"watch": True, "files": self.written()}
        return asked

    def after(self, left: Any) -> None:
        """Take over what a call has printed and written."""
        if type(left) is not dict:
            return
        printed = left.get("printed")
        if type(printed) is str and printed and not isinstance(sys.stdout, Quiet):
            sys.stdout.write(printed)
        self.receive(left.get("files"))

    # ---------------------------------------------------------- random numbers

    def random_states(self) -> dict[str, Any]:
        """Give the states of the shared random numbers as generators that can be sent."""
        plain, legacy = random.Random(), np.random.RandomState()
        plain.setstate(random.getstate())
        legacy.set_state(np.random.get_state())  # noqa: NPY002
        return {"random": plain, "numpy": legacy}

    def changed_states(self) -> dict[str, Any]:
        """Give the states that the cell has changed since the last call."""
        now = self.random_states()
        before, self.states = self.states, {name: state_text(now[name]) for name in now}
        return {name: now[name] for name in now if before.get(name) != self.states[name]}

    # ---------------------------------------------------------- other functions

    def patched(self) -> dict[str, Any]:
        """Give what is not where it was before the cell: functions, and plain values."""
        found = {}
        for module in WATCHED:
            before = self.before_cell[module.__name__]
            for name, value in list(vars(module).items()):
                if before.get(name, before) is value or name.startswith("__"):
                    continue
                if module is sys and name != "stdin":
                    continue
                full = f"{module.__name__}.{name}"
                found[full] = value.readline if full == "sys.stdin" else value
        return {n: v for n, v in found.items() if callable(v) or type(v) in (int, float, str, list)}

    # ---------------------------------------------------------- figures

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """Let pyplot look at the student's figures, and make those of the cell there."""
        import matplotlib.pyplot as plt

        def remote(name: str) -> Callable[..., Any]:
            return lambda *args, **kwargs: self.student.plot(name, args, kwargs)

        with ExitStack() as stack:
            for name in PLOTTING:
                stack.enter_context(put(plt, name, remote(name)))
            yield

    # ---------------------------------------------------------- files

    def written(self) -> dict[str, bytes]:
        """Give the files that the cell has written since the last call."""
        now = listed()
        changed = [path for path, state in now.items() if self.seen.get(path) != state]
        self.seen = now
        return {path: Path(path).read_bytes() for path in changed[:MAX_FILES]}

    def receive(self, files: Any) -> None:
        """Write files of the student's into the working folder: data, never code."""
        if self.folder is None or type(files) is not dict:
            return
        room = MAX_BYTES
        for path, content in list(files.items())[:MAX_FILES]:
            if not is_harmless(path) or type(content) is not bytes or len(content) > room:
                continue
            target = self.folder / path
            inside = [target, *target.parents][: len(PurePosixPath(path).parts)]
            if any(part.is_symlink() for part in inside):
                continue  # what the instructor hands out stays as it is
            room -= len(content)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            self.seen[os.path.normpath(path)] = state_of(str(target))


def state_text(generator: Any) -> str:
    """Give the state of a generator as a text."""
    state = generator.getstate() if isinstance(generator, random.Random) else None
    return repr(state or [part if np.ndim(part) == 0 else part.tobytes()
                          for part in generator.get_state()])  # fmt: skip


@contextmanager
def put(place: Any, name: str, value: Any) -> Iterator[None]:
    """Put something in the place of an attribute."""
    before = getattr(place, name)
    setattr(place, name, value)
    try:
        yield
    finally:
        setattr(place, name, before)


@contextmanager
def main_module(module: ModuleType) -> Iterator[None]:
    """Let ``import __main__`` find this module."""
    before = sys.modules["__main__"]
    sys.modules["__main__"] = module
    try:
        yield
    finally:
        sys.modules["__main__"] = before


def snapshot() -> dict[str, dict[str, Any]]:
    """Take down what the watched modules hold."""
    return {module.__name__: dict(vars(module)) for module in WATCHED}


@contextmanager
def own_random_numbers() -> Iterator[None]:
    """Leave the grader's random numbers as they are, whatever a cell seeds."""
    plain, legacy = random.getstate(), np.random.get_state()  # noqa: NPY002
    try:
        yield
    finally:
        random.setstate(plain)
        np.random.set_state(legacy)  # noqa: NPY002


@contextmanager
def working_folder(given: Path | None) -> Iterator[Path]:
    """
    Work in a folder of its own, with links to what the instructor hands out.

    Nothing is imported from it, for student code may have written what lies there.
    """
    folder = Path(tempfile.mkdtemp(prefix="course-cell-"))
    before, path = os.getcwd(), list(sys.path)
    sys.path[:] = [place for place in path if os.path.isabs(place)]
    try:
        for entry in given.iterdir() if given else ():
            (folder / entry.name).symlink_to(entry)
        os.chdir(folder)
        yield folder
    finally:
        os.chdir(before)
        sys.path[:] = path
        shutil.rmtree(folder, ignore_errors=True)


def is_harmless(path: Any) -> bool:
    """Tell whether a file's name stays in the folder and is not one of code."""
    if type(path) is not str or not 0 < len(path) <= 200 or not path.isprintable():
        return False
    parts = PurePosixPath(path).parts
    inside = not path.startswith("/") and ".." not in parts and len(parts) <= 5
    return inside and not path.lower().endswith(NEVER)


@contextmanager
def no_text_as_code(tests_texts: bool) -> Iterator[None]:
    """
    Refuse, in this thread, what would run a text or bytes of the student's as code.

    Parameters
    ----------
    tests_texts : bool
        Whether `doctest` may be used.

    Yields
    ------
    None
        While it is refused.
    """
    mine = threading.get_ident()

    def guard(function: Callable[..., Any], what: str) -> Callable[..., Any]:
        def guarded(*args: Any, **kwargs: Any) -> Any:
            if threading.get_ident() == mine:
                raise RuntimeError(f"{what} would run what a student wrote outside the sandbox")
            return function(*args, **kwargs)

        return guarded

    with ExitStack() as stack:
        for name in ("load", "loads", "Unpickler"):
            stack.enter_context(put(pickle, name, guard(getattr(pickle, name), "pickle")))
        if tests_texts:
            from doctest import DocTestRunner

            stack.enter_context(put(DocTestRunner, "run", guard(DocTestRunner.run, "doctest")))
        yield
