"""
What surrounds a call of student code: what the test cell has put there, and what the call left.

A test cell may have redirected what is printed, put another function in the place of one of
Python's, seeded the random numbers, or written a file. In a notebook the student's function would
see all that. Here the examiner sends it along with the call, and only what the cell has changed.
"""

import contextlib
import importlib
import io
import os
import random
import stat
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np

from .given import GivenInput

MAX_PRINTED = 200_000
MAX_FILES = 200
MAX_BYTES = 2**23
# No file that holds code, or that runs code when it is read, goes to the examiner.
NEVER = (".py", ".pyc", ".pyd", ".so", ".pth", ".pkl", ".pickle", ".joblib", "matplotlibrc")
Seen = dict[str, tuple[int, int]]  # by path: size and time of change


class Around:
    """What one question's process remembers between two calls."""

    def __init__(self) -> None:
        self.seen: Seen | None = None

    @contextlib.contextmanager
    def call(self, asked: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """
        Make the surroundings of a call.

        Parameters
        ----------
        asked : dict
            What of it is wanted: "listen", "patched", "seeds", "files", "watch".

        Yields
        ------
        dict
            Filled with what the call left: "printed", "files".
        """
        left: dict[str, Any] = {}
        if "seeds" in asked:
            seed(asked["seeds"])
        self.receive(asked.get("files", {}))
        if asked.get("watch") and self.seen is None:
            self.seen = listed()
        out = Listener() if asked.get("listen") else None
        streams = sys.stdout, sys.stdin
        with replaced(asked.get("patched", {})):
            try:
                if out is not None:
                    sys.stdout = out
                yield left
            finally:
                sys.stdout, sys.stdin = streams
                if out is not None:
                    left["printed"] = "".join(out.parts)
                if asked.get("watch"):
                    left["files"] = self.changed()

    def receive(self, files: dict[str, bytes]) -> None:
        """Write the files that a test cell wrote."""
        for path, content in files.items():
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            with contextlib.suppress(FileNotFoundError):  # which may be a link to what is given
                os.unlink(path)
            with open(path, "wb") as file:
                file.write(content)
            if self.seen is not None:
                self.seen[path] = state_of(path)

    def changed(self) -> dict[str, bytes]:
        """Give the files that were written since, and can be shown."""
        before, self.seen = self.seen or {}, listed()
        return contents([path for path in self.seen if self.seen[path] != before.get(path)])


class Listener(io.TextIOBase):
    """Keeps what is printed."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.left = MAX_PRINTED

    def writable(self) -> bool:
        """Tell that text may be written."""
        return True

    def write(self, text: str) -> int:
        """Keep a piece of text."""
        self.parts.append(str(text)[: self.left])
        self.left -= len(self.parts[-1])
        return len(text)


def seed(states: dict[str, Any]) -> None:
    """Set the states of the random numbers that a notebook shares."""
    if "random" in states:
        random.setstate(states["random"].getstate())
    if "numpy" in states:
        np.random.set_state(states["numpy"].get_state())  # noqa: NPY002


@contextlib.contextmanager
def replaced(patched: dict[str, Any]) -> Iterator[None]:
    """Put other functions in the place of some of a module's, as a test cell did."""
    before: list[Any] = []
    for name, value in patched.items():
        if name == "sys.stdin":
            sys.stdin = GivenInput(value)
            continue
        module, _, attribute = name.rpartition(".")
        place = sys.modules.get(module) or importlib.import_module(module)
        before.append((place, attribute, getattr(place, attribute, before)))
        setattr(place, attribute, value)
    try:
        yield
    finally:
        for place, attribute, value in reversed(before):
            if value is before:
                delattr(place, attribute)
            else:
                setattr(place, attribute, value)


def state_of(path: str) -> tuple[int, int]:
    """Give what changes when a file is written; nothing of what is no file."""
    try:
        found = os.lstat(path)
    except OSError:
        return (-1, -1)
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else (-1, -1)


def listed(folder: str = ".", depth: int = 3) -> Seen:
    """List the files of the working folder that may be shown, without links."""
    found: Seen = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            path = os.path.normpath(os.path.join(folder, entry.name))
            if entry.is_dir(follow_symlinks=False) and depth:
                found |= listed(path, depth - 1)
            elif entry.is_file(follow_symlinks=False) and not entry.name.lower().endswith(NEVER):
                found[path] = state_of(path)
            if len(found) > MAX_FILES:
                break
    return found


def contents(paths: list[str]) -> dict[str, bytes]:
    """Read files, as long as there is room for them."""
    found: dict[str, bytes] = {}
    room = MAX_BYTES
    for path in paths[:MAX_FILES]:
        with contextlib.suppress(OSError), open(path, "rb") as file:
            content = file.read(room + 1)
            if len(content) <= room:
                found[path] = content
                room -= len(content)
    return found
