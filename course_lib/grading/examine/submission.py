"""
Read a student's notebook file as a whitelist.

Only the text of cells is taken. Which cell of the source each one is `matching` finds out; the
points, tags, types, order and outputs that the file claims are not looked at. What cannot be
read is refused with a reason, for this student alone.
"""

import functools
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from course_lib.grading.examine.assignment import Assignment, Cell
from course_lib.grading.examine.finder import (
    CONFLICT,
    Finder,
    MissingSubmission,
    RefusedSubmission,
    close_name,
    decoded,
    read_file,
    share_held,
    what_it_is,
    why_not_json,
)
from course_lib.grading.examine.matching import Handed, Matcher, Matching
from course_lib.grading.examine.written import PICTURE, Answer, WrittenAnswers

__all__ = [
    "MissingSubmission", "Part", "RefusedSubmission", "Submission", "close_name",
    "content_digest", "locate", "parse", "read_cells", "read_file", "share_held",
]  # fmt: skip

MAX_CELLS = 1000
MAX_CELL_TEXT = 500_000
MAX_NODES = 500_000  # lists and objects of JSON; each takes a hundred times its text in memory
NAMED = re.compile(
    r"^[ \t]*STUDENT_ID[ \t]*(?::[^=\n]{1,50})?=[ \t]*"
    r"(['\"])([^'\"\\\n]{1,100})\1[ \t]*(?:[#;].*)?$"
    r"|^[^#\n]*\bmy_numbers\([^,\n#]{1,100},[ \t]*(?:student_id[ \t]*=[ \t]*)?"
    r"(['\"])([^'\"\\\n]{1,100})\3[ \t]*\)",
    re.MULTILINE,
)
QUOTED = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
VERSION = re.compile(r"(\d{1,2})\.(\d{1,3})(?:\.|$|[a-z])")


@dataclass(frozen=True)
class Part:
    """One cell of the notebook as it will be run: the source's cell, if it is known there."""

    cell: Cell | None
    code: bool
    source: str


@dataclass
class Submission:
    """
    What was read.

    Parameters
    ----------
    parts : list of Part
        The cells in the order in which they are run.
    notes : list of str
        What was odd, for the instructor.
    to_read : list of str
        grade_ids of the answers in words that hold something to read.
    named : str
        The id that the notebook gives as its student's; empty if it is not plainly written.
    python : tuple of int
        The version of Python that the notebook says it was written with; empty if none.
    """

    parts: list[Part]
    notes: list[str] = field(default_factory=list)
    to_read: list[str] = field(default_factory=list)
    named: str = ""
    python: tuple[int, ...] = ()


def locate(
    folder: Path,
    assignment: Assignment,
    limit: int,
    known: frozenset[str] = frozenset(),
    places: frozenset[str] = frozenset(),
) -> tuple[bytes, list[str]]:
    """
    Find and read a student's notebook file.

    Parameters
    ----------
    folder : Path
        ``submitted/STUDENT/NAME``.
    assignment : Assignment
        The source.
    limit : int
        Largest file read, in bytes.
    known : frozenset of str
        Names of files beside it that are no surprise.
    places : frozenset of str
        Where notebooks of the course belong, ``NAME/NOTEBOOK.ipynb``: what lies there is that.

    Returns
    -------
    bytes, list of str
        Its content, and notes on what was odd about it.

    Raises
    ------
    MissingSubmission
        If there is nothing; its text names files that lie beside the student's folders.
    RefusedSubmission
        If there is something that is not a readable notebook.
    """
    given = {path.partition("/")[0] for path, _ in assignment.files}
    fits = functools.partial(worked, assignment=assignment)
    return Finder(folder, assignment, limit, fits, known | given, places).find()


def worked(content: bytes, assignment: Assignment) -> bool:
    """Tell whether a notebook holds any answer."""
    try:
        handed, _ = read_cells(content)
    except RefusedSubmission:
        return False
    matcher = Matcher(handed, assignment)
    found = matcher.match()
    answers = [k for k, cell in enumerate(assignment.cells) if cell.kind == "answer"]
    taken = [(k, found.taken[k]) for k in answers if k in found.taken]
    return bool(found.covered) or any(not matcher.untouched(k, handed[i]) for k, i in taken)


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
    notebook, note = read_notebook(content)
    handed = list(cells_of(notebook))
    found = Matcher(handed, assignment).match()
    notes = [note] if note else []
    if not any(assignment.cells[k].kind in ("answer", "test", "written") for k in found.taken):
        notes.append(f"no cell of this notebook belongs to {assignment.file}")
    notes += found.notes
    missing = [
        cell.key for k, cell in enumerate(assignment.cells)
        if cell.kind == "test" and cell.code and k not in found.taken
    ]  # fmt: skip
    if missing:
        notes.append(f"deleted test cells were restored: {', '.join(missing)}")
    for cell in handed:
        if conflict := cell.kind == "code" and CONFLICT.search(cell.source):
            line = cell.source.count("\n", 0, conflict.start()) + 1
            notes.append(f"a cell holds a merge conflict, at its line {line}")
    answers = WrittenAnswers(handed, found, assignment).answers()
    notes += written_notes(answers, assignment)
    parts = list(in_order(assignment, handed, found, answers))
    to_read = [assignment.cells[k].key for k, answer in answers.items() if not answer.blank]
    return Submission(parts, notes, to_read, named_id(parts), python_of(notebook))


def written_notes(answers: dict[int, Answer], assignment: Assignment) -> Iterator[str]:
    """Say what the reader of answers in words should know."""
    for position, answer in answers.items():
        key = assignment.cells[position].key
        if answer.elsewhere:
            yield f"{key}: text that stood outside its cell was added to it"
        if PICTURE.search(answer.text):
            yield f"{key}: holds a picture, look into the submitted file"


def named_id(parts: list[Part]) -> str:
    """Find the id that the notebook itself names, where it is written as a plain text."""
    found = ""
    for part in parts:
        if part.code and (part.cell is None or part.cell.kind != "test"):
            for match in NAMED.finditer(part.source):
                found = (match[2] or match[4]).strip()
    return found if found.isprintable() else ""


def python_of(notebook: dict[str, Any]) -> tuple[int, ...]:
    """Find the version of Python that a notebook says it was written with."""
    metadata = notebook.get("metadata")
    language = metadata.get("language_info") if isinstance(metadata, dict) else None
    version = text_of(language.get("version")) if isinstance(language, dict) else ""
    match = VERSION.match(version)
    return (int(match[1]), int(match[2])) if match else ()


def content_digest(content: bytes) -> str:
    """Hash a submitted file."""
    return hashlib.sha256(content).hexdigest()


def in_order(
    assignment: Assignment, handed: list[Handed], found: Matching, answers: dict[int, Answer]
) -> Iterator[Part]:
    """Give the source's cells in its order, and the student's where `matching` placed them."""
    joined = {
        index for answer in answers.values() for index in answer.joined
        if handed[index].kind != "code"
    }  # fmt: skip
    sources = {index: position for position, index in found.taken.items()}
    # What no cell of code defines may be an answer whose cell became text; else it is an old one.
    in_code = frozenset[str]().union(*(cell.names for cell in handed if cell.kind == "code"))
    items: list[tuple[int, int, Part]] = []
    for position, cell in enumerate(assignment.cells):
        if cell.kind in ("test", "readonly") or (not cell.code and cell.kind == "plain"):
            items.append((position, -1, Part(cell, cell.code, cell.source)))
        elif cell.kind == "written":
            items.append((position, -1, Part(cell, cell.code, in_words(cell, answers[position]))))
        elif position not in found.taken:
            if cell.kind == "answer":
                items.append((position, -1, Part(cell, cell.code, "")))
            elif position not in found.covered:
                items.append((position, -1, Part(cell, cell.code, cell.source)))
    for index, place in found.places.items():
        own = assignment.cells[sources[index]] if index in sources else None
        if own is None and index not in joined:
            is_code = handed[index].kind == "code" or bool(handed[index].names - in_code)
            items.append((place, index, Part(None, is_code, handed[index].source)))
        elif own is not None and own.code and own.kind in ("answer", "plain"):
            items.append((place, index, Part(own, own.code, handed[index].source)))
    yield from (part for _, _, part in sorted(items, key=lambda item: item[:2]))


def text_defining(parts: Sequence[Part], name: str) -> str:
    """
    Find the text of a function in a notebook, by the look of its lines.

    Parameters
    ----------
    parts : sequence of Part
        The notebook.
    name : str
        The function.

    Returns
    -------
    str
        Its last definition at the left margin, with decorators; empty if there is none, or if
        the name is bound to something else afterwards.
    """
    bound = re.compile(
        rf"{re.escape(name)}[ \t]{{0,9}}(?::[^=\n]{{0,99}})?=(?!=)"
        rf"|[ \t]{{1,99}}(?:async[ \t]{{1,9}})?def[ \t]{{1,9}}{re.escape(name)}\b"
    )
    begins = re.compile(rf"(?:async[ \t]{{1,9}})?(?:def|class)[ \t]{{1,9}}{re.escape(name)}\b")
    for part in reversed(parts):
        lines = part.source.splitlines(keepends=True) if part.code else []
        starts = [k for k, line in enumerate(lines) if begins.match(line)]
        if part.cell is not None and part.cell.kind == "test":
            continue
        if any(bound.match(line) for line in lines[starts[-1] if starts else 0 :]):
            return ""
        if not starts:
            continue
        start = starts[-1]
        end = next((k for k in range(start + 1, len(lines)) if ends_block(lines[k])), len(lines))
        while start and lines[start - 1].startswith("@"):
            start -= 1
        return "".join(lines[start:end])
    return ""


def ends_block(line: str) -> bool:
    """Tell whether a line at the left margin ends the definition before it."""
    return bool(line.strip()) and line[0] not in " \t)]}#"


def in_words(cell: Cell, answer: Answer) -> str:
    """Give an answer in words as its cell shows it; in a cell of code, text is a comment."""
    if cell.code and answer.elsewhere:
        return "\n".join(f"# {line}" for line in answer.text.splitlines())
    return answer.text


def read_cells(content: bytes) -> tuple[list[Handed], str]:
    """Read the cells of a notebook file, and what is odd about it."""
    notebook, note = read_notebook(content)
    return list(cells_of(notebook)), note


def cells_of(notebook: dict[str, Any]) -> Iterator[Handed]:
    """Read each cell, or raise `RefusedSubmission`."""
    for raw in cell_list(notebook):
        if not isinstance(raw, dict):
            raise RefusedSubmission("the notebook has a cell that is not an object")
        source = raw.get("source", raw.get("input", ""))  # "input" in the format of version 3
        source = "" if source is None else source
        if isinstance(source, list) and all(isinstance(line, str) for line in source):
            # Some tools write lines without their ends.
            ended = any(line.endswith("\n") for line in source)
            source = ("" if ended else "\n").join(source)
        if not isinstance(source, str) or len(source) > MAX_CELL_TEXT:
            raise RefusedSubmission(
                "the notebook has a cell whose source is not text, or far too long"
            )
        # A lone surrogate is legal JSON but cannot be written to any file.
        source = source.encode("utf-8", "replace").decode()
        source = source.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
        kind = raw.get("cell_type")
        kind = kind if kind in ("code", "raw") else "markdown"
        yield Handed(graded_name(raw), text_of(raw.get("id")), kind, source)


def read_notebook(content: bytes) -> tuple[dict[str, Any], str]:
    """Parse the JSON of a notebook, and say what is odd about the file."""
    if kind := what_it_is(content):
        raise RefusedSubmission(f"the file is {kind}, not a notebook: hand in the .ipynb itself")
    text, note = decoded(content)
    if brackets(text) > MAX_NODES and brackets(QUOTED.sub("", text)) > MAX_NODES:
        raise RefusedSubmission(
            f"the file has more than {MAX_NODES:,} brackets, which no notebook needs: "
            "clear its outputs in Jupyter, save it and hand it in again"
        )
    try:
        notebook = json.loads(text.rstrip("\0 \r\n"))  # some disks fill up a file with zeros
    except (ValueError, RecursionError) as error:
        raise RefusedSubmission(f"the file {why_not_json(text, error)}") from None
    if not isinstance(notebook, dict):
        raise RefusedSubmission("the file is JSON but not a notebook")
    return notebook, note


def brackets(text: str) -> int:
    """Count the lists and objects that a text of JSON may have."""
    return text.count("[") + text.count("{")


def cell_list(notebook: dict[str, Any]) -> list[Any]:
    """Find the list of cells; in the format of version 3 each sheet has its own."""
    sheets = notebook.get("worksheets")
    if isinstance(sheets, list) and "cells" not in notebook:
        lists = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
        cells: Any = [cell for each in lists if isinstance(each, list) for cell in each]
    else:
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
