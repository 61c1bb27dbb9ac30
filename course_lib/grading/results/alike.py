"""
Work of two students that is alike where others differ: a reason to talk to them, and no proof.

Two things are looked at, both in this course alone. An answer by hand that is wrong for a student's
own numbers and right for another student's. And answers that are equal but for comments and white
space, of lines that nearly nobody else in the class wrote: what many write, what the source has,
and what is short says nothing, nor does one cell of code, for which there may be a usual way that
few know.
"""

import collections
import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from course_lib.grading.examine.assignment import (
    Assignment,
    assignment_names,
    read_settings,
    source_of,
)
from course_lib.grading.examine.written import SAID
from course_lib.grading.record import Record, cell_key
from course_lib.grading.results.feedback import books, checks_in
from course_lib.grading.roster import read_roster

FITS = "the answers fit the numbers of "  # as `course_lib.checks.sitting` says it; ids follow
MANY = 30  # graded submissions, below which nothing can be called rare
FEW = 3  # students at most who have a line that is odd
WORDY = 10  # signs that a line has at least which says anything
ENOUGH = 150  # signs of odd lines that two students share, in all their answers together

Pair = tuple[str, str]
Places = dict[str, dict[str, list[str]]]  # by cell, then by its text: the students who have it


@dataclass
class Alike:
    """
    What two students share.

    Parameters
    ----------
    students : tuple of str
        The two, by id.
    numbers : list of str
        In words, what shows that one has the other's numbers.
    cells : list of str
        Names of the cells that are equal.
    signs : int
        How much of these nearly nobody else has.
    """

    students: Pair
    numbers: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    signs: int = 0

    @property
    def shared(self) -> str:
        """What it is, in words."""
        equal = f"equal and unusual: {', '.join(self.cells)}" if self.cells else ""
        return "; ".join([*self.numbers, *([equal] if equal else [])])


def alike(name: str, root: Path, records: Sequence[Record]) -> list[Alike]:
    """
    Find work that is alike where others differ.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory; ``c.Report.similar_work = False`` in its nbgrader_config.py
        says that nobody wants to know.
    records : sequence of Record
        One a student.

    Returns
    -------
    list of Alike
        One for each two students, those who share most first.
    """
    if not read_settings(root).Report.get("similar_work", True):
        return []
    found: dict[Pair, Alike] = {}
    for pair, words in shared_numbers(root, records):
        found.setdefault(pair, Alike(pair)).numbers.append(words)
    for pair, cells in equal_cells(name, root, records).items():
        both = found.setdefault(pair, Alike(pair))
        both.cells, both.signs = sorted(cells), sum(cells.values())
    return sorted(found.values(), key=lambda each: (-len(each.numbers), -each.signs, each.students))


def shared_numbers(root: Path, records: Sequence[Record]) -> Iterator[tuple[Pair, str]]:
    """Give what the checks said of answers that fit another student's numbers."""
    roster = read_roster(root)
    folders = {roster.known_as(student): student for student in roster} if roster else {}
    for record in records:
        begins = tuple(f"{check}{FITS}" for check in checks_in(record))
        for flag in record.flags:
            if flag.startswith(begins):
                check, _, mate = flag.partition(FITS)
                owner = folders.get(mate, mate)
                first, second = sorted((record.student, owner))
                words = f"{check}{record.student} has what is right for the numbers of {owner}"
                yield (first, second), words


def equal_cells(name: str, root: Path, records: Sequence[Record]) -> dict[Pair, dict[str, int]]:
    """Give for two students the cells that are equal, and how many signs of each are odd."""
    graded = [record for record in records if record.status == "graded"]
    found: dict[Pair, dict[str, int]] = {}
    if len(graded) < MANY or name not in assignment_names(root):
        return found
    assignment = Assignment.find(name, root)
    usual = lines_of_source(assignment)
    for key, texts in answers(name, root, graded).items():
        count: collections.Counter[str] = collections.Counter()
        for text, students in texts.items():
            for line in set(text.split("\n")):
                count[line] += len(students)
        for text, students in texts.items():
            if 2 <= len(students) <= FEW:
                odd = [
                    line for line in text.split("\n")
                    if len(line) >= WORDY and count[line] <= FEW and line not in usual
                ]  # fmt: skip
                for pair in itertools.combinations(sorted(students), 2) if odd else ():
                    found.setdefault(pair, {})[key] = sum(map(len, odd))
    in_words = {
        cell_key(book.book, cell.key)
        for book in assignment.books
        for cell in book.cells
        if cell.kind == "written"
    }
    return {
        pair: cells
        for pair, cells in found.items()
        if sum(cells.values()) >= ENOUGH and (len(cells) > 1 or cells.keys() & in_words)
    }


def lines_of_source(assignment: Assignment) -> set[str]:
    """Give every line that the source has, solutions and what students are given."""
    return {
        line
        for book in assignment.books
        for cell in book.cells
        for line in bare(cell.source, cell.code).split("\n")
    }


def answers(name: str, root: Path, records: Sequence[Record]) -> Places:
    """Read what students wrote into the cells that are theirs to fill."""
    found: Places = {}
    for record in records:
        for book in books(name, record):
            path = root / "autograded" / record.student / name / f"{book}.ipynb"
            for key, text in answers_in(path):
                place = cell_key("" if book == name else book, key)
                found.setdefault(place, {}).setdefault(text, []).append(record.student)
    return found


def answers_in(path: Path) -> Iterator[tuple[str, str]]:
    """Read the answers of one graded notebook; none if it is not there."""
    if path.is_file():
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            about: dict[str, Any] = cell["metadata"].get("nbgrader", {})
            if about.get("solution"):
                typed = cell["metadata"].get("course", {}).get("typed", source_of(cell))
                if text := bare(typed, cell["cell_type"] == "code"):
                    yield about["grade_id"], text


def bare(text: str, code: bool) -> str:
    """Give the lines of a text without comments, white space and empty lines."""
    if code:
        text = SAID.sub(lambda said: "" if said[0].startswith("#") else said[0], text)
    lines = ("".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
