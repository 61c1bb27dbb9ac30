"""
Read a student's notebook file as a whitelist.

Only the text of cells is taken. Cells that the source knows are matched by their
grade_id; the points, tags, types, order and outputs that the file claims are not
looked at. What cannot be read is refused with a reason, for this student alone.
"""

import errno
import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from course_lib.grading.assignment import Assignment, Cell
from course_lib.grading.outputs import clean_text

MAX_CELLS = 1000
MAX_CELL_TEXT = 500_000
MAX_NODES = 500_000  # lists and objects of JSON; each takes a hundred times its text in memory


class RefusedSubmission(Exception):
    """The submission cannot be read; the text says why and what to do."""


class MissingSubmission(Exception):
    """There is no submission."""


@dataclass(frozen=True)
class Part:
    """One cell of the notebook as it will be run: the source's cell, if it is known there."""

    cell: Cell | None
    code: bool
    source: str


@dataclass
class Submission:
    """What was read: parts in the order of the source, and notes for the instructor."""

    parts: list[Part]
    notes: list[str] = field(default_factory=list)


def locate(folder: Path, name: str, limit: int) -> tuple[bytes, list[str]]:
    """
    Find and read a student's notebook file.

    Parameters
    ----------
    folder : Path
        ``submitted/STUDENT/NAME``.
    name : str
        Name of the assignment.
    limit : int
        Largest file read, in bytes.

    Returns
    -------
    bytes, list of str
        Its content, and notes on what was odd about it.

    Raises
    ------
    MissingSubmission
        If there is nothing.
    RefusedSubmission
        If there is something that is not a readable notebook.
    """
    for place in (folder.parent, folder):
        if place.is_symlink():
            raise RefusedSubmission(f"{place.name} is a symbolic link, not a folder")
    if not folder.is_dir():
        raise MissingSubmission
    present = sorted(entry.name for entry in folder.iterdir())
    file = f"{name}.ipynb"
    notes = []
    if file not in present:
        candidates = [entry for entry in present if close_name(entry, name)]
        candidates = candidates or [entry for entry in present if entry.endswith(".ipynb")]
        if not candidates:
            raise MissingSubmission
        if len(candidates) > 1:
            named = listed(candidates)
            raise RefusedSubmission(f"no {file}, and more than one that may be meant: {named}")
        notes.append(f"renamed: {listed(candidates)} was taken for {file}")
        file = candidates[0]
    usual = (file, "timestamp.txt")  # nbgrader's exchange leaves the time beside the notebook
    extra = [entry for entry in present if entry not in usual and not entry.startswith(".")]
    if extra:
        notes.append(f"extra files ignored: {listed(extra)}")
    return read_file(folder / file, limit), notes


def listed(names: list[str]) -> str:
    """List the first few file names, which may hold anything, as text that can be shown."""
    return ", ".join(clean_text(name, 60) for name in names[:5])


def close_name(entry: str, name: str) -> bool:
    """Tell whether a file name is the assignment's but for case, spaces and copy marks."""
    if not entry.lower().endswith(".ipynb"):
        return False
    stem = re.sub(r"(\s*\(\d+\)|[-_ ]*copy\d*)$", "", entry[:-6].strip(), flags=re.IGNORECASE)
    return re.sub(r"[\s-]+", "_", stem).lower() == name.lower()


def read_file(path: Path, limit: int) -> bytes:
    """Read a regular file of limited size; never follow a link, never block."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EMLINK):
            raise RefusedSubmission(f"{path.name} is a symbolic link, not a file") from None
        raise RefusedSubmission(f"{path.name} cannot be opened: {error.strerror}") from None
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise RefusedSubmission(f"{path.name} is not a regular file")
    with os.fdopen(descriptor, "rb") as file:
        if status.st_size > limit:
            raise RefusedSubmission(
                f"{path.name} is larger than {limit / 2**20:.0f} MB: clear its outputs in Jupyter, "
                "save it and hand it in again"
            )
        return file.read(limit + 1)


def parse(content: bytes, assignment: Assignment) -> Submission:
    """
    Read the text of a notebook's cells and put it in the order of the source.

    Parameters
    ----------
    content : bytes
        The submitted file.
    assignment : Assignment
        The source.

    Returns
    -------
    Submission
        Parts to run, and notes.

    Raises
    ------
    RefusedSubmission
        If the file is no notebook.
    """
    notes: list[str] = []
    submitted = list(read_cells(content))
    known = {cell.key: cell for cell in assignment.cells}
    taken: dict[str, Part] = {}
    extras: dict[str, list[Part]] = {}
    last = ""
    for grade_id, cell_id, code, source in submitted:
        cell = known.get(grade_id) or (known.get(cell_id) if not grade_id else None)
        if cell is not None and cell.key not in taken:
            taken[cell.key] = Part(cell, cell.code, source)
            last = cell.key
            continue
        if cell is not None and cell.kind == "test":
            notes.append(f"copy of test cell {cell.key} ignored")
            continue
        if cell is not None:
            notes.append(f"a second cell {cell.key}: run where it stands")
        extras.setdefault(last, []).append(Part(None, code, source))
    missing = [cell.key for cell in assignment.tests if cell.key not in taken]
    if missing:
        notes.append(f"deleted test cells were restored: {', '.join(missing)}")
    return Submission(list(in_order(assignment, taken, extras)), notes)


def content_digest(content: bytes) -> str:
    """Hash a submitted file."""
    return hashlib.sha256(content).hexdigest()


def in_order(
    assignment: Assignment, taken: dict[str, Part], extras: dict[str, list[Part]]
) -> Iterator[Part]:
    """Give the source's cells in its order, the student's own cells after the one they follow."""
    yield from extras.get("", [])
    for cell in assignment.cells:
        theirs = taken.get(cell.key)
        if cell.kind in ("test", "readonly") or (not cell.code and cell.kind == "plain"):
            yield Part(cell, cell.code, cell.source)
        elif theirs is not None:
            yield theirs
        else:
            yield Part(cell, cell.code, cell.source if cell.kind == "plain" else "")
        yield from extras.get(cell.key, [])


def read_cells(content: bytes) -> Iterator[tuple[str, str, bool, str]]:
    """Read ``(grade_id, cell id, is code, source)`` of each cell, or raise `RefusedSubmission`."""
    for raw in cell_list(content):
        if not isinstance(raw, dict):
            raise RefusedSubmission("the notebook has a cell that is not an object")
        source = raw.get("source", "")
        if isinstance(source, list) and all(isinstance(line, str) for line in source):
            source = "".join(source)
        if not isinstance(source, str) or len(source) > MAX_CELL_TEXT:
            raise RefusedSubmission(
                "the notebook has a cell whose source is not text, or far too long"
            )
        # A lone surrogate is legal JSON but cannot be written to any file.
        source = source.encode("utf-8", "replace").decode()
        yield graded_name(raw), text_of(raw.get("id")), raw.get("cell_type") == "code", source


def cell_list(content: bytes) -> list[Any]:
    """Parse the JSON as far as the list of cells."""
    if content.count(b"[") + content.count(b"{") > MAX_NODES:
        raise RefusedSubmission(
            f"the file has more than {MAX_NODES:,} brackets, which no notebook needs: "
            "clear its outputs in Jupyter, save it and hand it in again"
        )
    try:
        notebook = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise RefusedSubmission("the file is not UTF-8 text: save it from Jupyter again") from None
    except (ValueError, RecursionError) as error:
        what = "is empty" if not content.strip() else f"is not JSON ({str(error)[:80]})"
        raise RefusedSubmission(f"the file {what}: save it from Jupyter again") from None
    if not isinstance(notebook, dict):
        raise RefusedSubmission("the file is JSON but not a notebook")
    if "worksheets" in notebook:
        raise RefusedSubmission("the notebook has an old format: open and save it in Jupyter")
    cells = notebook.get("cells")
    if not isinstance(cells, list) or len(cells) > MAX_CELLS:
        raise RefusedSubmission(f"the notebook has no list of cells, or more than {MAX_CELLS}")
    return cells


def graded_name(raw: dict[str, Any]) -> str:
    """Give the grade_id that a cell claims, or an empty text."""
    metadata = raw.get("metadata")
    graded = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return text_of(graded.get("grade_id")) if isinstance(graded, dict) else ""


def text_of(value: Any) -> str:
    """Give a short text as it is, and anything else as an empty text."""
    return value if isinstance(value, str) and len(value) < 200 else ""
