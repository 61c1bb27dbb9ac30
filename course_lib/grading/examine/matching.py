"""
Find which cell of the source each cell of a submission is.

Editors drop what nbgrader wrote into a notebook: ids, metadata, the borders between cells. So a
cell is known by its grade_id, else by its cell id, else by its text, by what it defines, and by
what it resembles most between two cells that are known. What is read here is hostile: no text is
parsed as Python, and all work is bounded.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from course_lib.grading.examine.assignment import Assignment, Cell

MAX_TOKENS = 600
MAX_COMPARED = 300  # cells that nothing but their likeness can tell
ALIKE, ALIKE_IN_PLACE = 0.8, 0.4  # least share of common words, anywhere and between neighbors
DEFINED = re.compile(r"^(?:async[ \t]{1,9})?(?:def|class)[ \t]{1,9}(\w+)", re.MULTILINE)
ASSIGNED = re.compile(
    r"^\(?([A-Za-z_]\w{0,99}(?: {0,9}, {0,9}\*?\w{1,99}){0,30})\)? {0,9}(?::[^=\n]{1,99})?=(?!=)",
    re.MULTILINE,
)
CODE_ALL_THE_SAME = re.compile(r"(?:[ \t]*(?:#.*)?\n)*(?:def|class|import|from|async|@)")
IMPORTED = re.compile(r"^(?:from[ \t]+[\w.]+[ \t]+)?import[ \t]+(.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Handed:
    """
    One cell as it was handed in.

    Parameters
    ----------
    grade_id, cell_id : str
        The names it claims; empty if it has none.
    kind : str
        "code", "markdown" or "raw".
    source : str
        Its text.
    """

    grade_id: str
    cell_id: str
    kind: str
    source: str

    @cached_property
    def text(self) -> str:
        """Its text without what editors change."""
        return even(self.source)

    @cached_property
    def names(self) -> frozenset[str]:
        """What it defines, imports left out; prose defines nothing."""
        code = self.kind == "code" or CODE_ALL_THE_SAME.match(self.source)
        return bound_names(self.source) if code else frozenset()

    @cached_property
    def words(self) -> Counter[str]:
        """Its first words and signs, counted."""
        return counted(self.source)


@dataclass
class Matching:
    """
    What was found.

    Parameters
    ----------
    taken : dict
        Position in the source to the index of the cell handed in that stands for it.
    places : dict
        Index of a cell handed in to the position in the source at which, or after which, it is
        to be run.
    covered : set of int
        Positions in the source whose content stands in a cell that is not their own.
    notes : list of str
        What was odd, for the instructor.
    """

    taken: dict[int, int] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)
    covered: set[int] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


def even(text: str) -> str:
    """Drop blank lines and space at the ends of lines, which editors add and remove."""
    return "\n".join(line.rstrip() for line in text.splitlines() if line.strip())


def without_comments(text: str) -> str:
    """Drop lines that are comments, and blank ones."""
    return even("\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#")))


@lru_cache(maxsize=4096)
def bound_names(source: str) -> frozenset[str]:
    """Name what the top level of a cell defines or assigns, by the look of its lines."""
    lines = re.sub(r";[ \t]*", "\n", source)
    assigned = (re.findall(r"\w+", target) for target in ASSIGNED.findall(lines))
    return frozenset(DEFINED.findall(lines)).union(*assigned)


@lru_cache(maxsize=4096)
def imported_names(source: str) -> frozenset[str]:
    """Name what the top level of a cell imports, as the cell calls it."""
    found = (part for line in IMPORTED.findall(source) for part in line.split("#")[0].split(","))
    return frozenset(words[-1] for part in found if (words := re.findall(r"[\w.*]+", part)))


@lru_cache(maxsize=4096)
def counted(source: str) -> Counter[str]:
    """Count the first words and signs of a text."""
    return Counter(re.findall(r"\w+|[^\w\s]", source[: 20 * MAX_TOKENS])[:MAX_TOKENS])


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Give the share of words that two texts have in common, from 0 to 1."""
    sizes = one.total(), other.total()
    if not min(sizes) or max(sizes) > 9 * min(sizes):
        return 0.0
    return 2 * (one & other).total() / sum(sizes)


class Matcher:
    """
    Matches one submission, strongest evidence first.

    Parameters
    ----------
    handed : sequence of Handed
        The cells handed in.
    assignment : Assignment
        The source.
    """

    def __init__(self, handed: Sequence[Handed], assignment: Assignment) -> None:
        self.handed, self.assignment = handed, assignment
        self.cells = assignment.cells
        self.released = [released(cell, assignment.stubs) for cell in self.cells]
        self.found = Matching()
        self.used: set[int] = set()
        self.copies: set[int] = set()
        self.remarks: dict[str, list[str]] = {}
        self.owners = {
            name: k
            for k, cell in enumerate(self.cells)
            if cell.code and cell.kind == "answer"
            for name in bound_names(cell.source)
        }

    def match(self) -> Matching:
        """Match all cells, and find a place for those that are the student's own."""
        self.by_name("grade_id", lambda cell: cell.key if cell.kind != "plain" else "")
        self.by_name("cell_id", lambda cell: cell.cell_id)
        known = len(self.found.taken)
        self.by_text()
        self.by_definition()
        self.by_likeness()
        lost = len(self.found.taken) - known
        if lost:
            self.note("cells without their ids were matched by their content", str(lost))
        self.place()
        self.replace_stubs()
        self.cover()
        self.found.notes += [f"{text}: {', '.join(of)}" for text, of in self.remarks.items()]
        return self.found

    def note(self, text: str, of: str) -> None:
        """Keep what was odd, one line a kind."""
        self.remarks.setdefault(text, []).append(of)

    def take(self, position: int, index: int) -> None:
        """Let a cell that was handed in stand for a cell of the source."""
        self.found.taken[position] = index
        self.used.add(index)

    def open_cells(self) -> list[tuple[int, Cell]]:
        """List the cells of the source that nothing stands for yet."""
        return [(k, cell) for k, cell in enumerate(self.cells) if k not in self.found.taken]

    def free(self) -> list[tuple[int, Handed]]:
        """List the cells handed in that stand for nothing yet."""
        return [(k, cell) for k, cell in enumerate(self.handed) if k not in self.used]

    def by_name(self, attribute: str, name_of: Callable[[Cell], str]) -> None:
        """Match by one of the two names, unless the text clearly is another cell's."""
        known = {name_of(cell): k for k, cell in enumerate(self.cells) if name_of(cell)}
        for index, cell in self.free():
            position = known.get(getattr(cell, attribute))
            if position is None or (attribute == "cell_id" and cell.grade_id):
                continue
            source = self.cells[position]
            if self.contradicts(cell, position):
                continue
            if source.kind == "test" and self.is_own(cell, position):
                continue
            if position not in self.found.taken:
                self.take(position, index)
            elif source.kind == "test":
                self.copies.add(index)
                self.note("copies of test cells ignored", source.key)
            elif attribute == "grade_id":
                self.note("a second cell run where it stands", source.key)
        self.used |= self.copies

    def is_own(self, cell: Handed, position: int) -> bool:
        """Tell whether a student wrote into a test cell what other cells may need."""
        made = cell.names | imported_names(cell.source)
        given = (self.released[position], self.cells[position].source)
        return bool(made) and without_comments(cell.source) not in map(without_comments, given)

    def contradicts(self, cell: Handed, position: int) -> bool:
        """Tell whether a cell defines the answers of other cells, and nothing of this one's."""
        theirs = {self.owners[name] for name in cell.names if name in self.owners}
        source = self.cells[position]
        if source.kind == "test":
            return bool(theirs)
        return bool(theirs) and position not in theirs and source.kind in ("answer", "plain")

    def by_text(self) -> None:
        """Match cells whose text is the released one; a test cell's may lack its comments."""
        for reduce in (even, without_comments):
            texts: dict[str, list[int]] = {}
            for position, source in self.open_cells():
                text = reduce(self.released[position])
                if text and (reduce is even or source.kind == "test"):
                    texts.setdefault(text, []).append(position)
            for index, cell in self.free():
                positions = texts.get(reduce(cell.source))
                if positions:
                    self.take(positions.pop(0), index)

    def by_definition(self) -> None:
        """Match a cell that defines what an answer's cell is to define, code before all else."""
        for index, cell in sorted(self.free(), key=lambda pair: pair[1].kind != "code"):
            positions = sorted({self.owners[name] for name in cell.names if name in self.owners})
            position = next((k for k in positions if k not in self.found.taken), None)
            if position is not None:
                self.take(position, index)

    def by_likeness(self) -> None:
        """Match what resembles a cell of the source most, where it may be one by its place."""
        candidates = []
        gaps = dict(self.gaps())
        words = {k: counted(self.released[k]) for k, _ in self.open_cells()}
        for index, cell in self.free()[:MAX_COMPARED]:
            for position, source in self.open_cells():
                if source.kind == "written" or source.code != (cell.kind == "code"):
                    continue
                if source.kind == "test" and self.is_own(cell, position):
                    continue
                low, high = gaps[index]
                share = likeness(cell.words, words[position])
                in_place = low < position < high
                if share >= (ALIKE_IN_PLACE if in_place else ALIKE):
                    candidates.append((-share - in_place, position, index))
        for _, position, index in sorted(candidates):
            if position not in self.found.taken and index not in self.used:
                self.take(position, index)

    def gaps(self) -> Iterator[tuple[int, tuple[int, int]]]:
        """Give, for each free cell, the positions of the known cells before and after it."""
        positions = {index: position for position, index in self.found.taken.items()}
        after, high = {}, len(self.cells)
        for index in reversed(range(len(self.handed))):
            high = positions.get(index, high)
            after[index] = high
        low = -1
        for index in range(len(self.handed)):
            low = positions.get(index, low)
            yield index, (low, after[index])

    def place(self) -> None:
        """Keep the student's order where it is the source's; own cells stay behind a known one."""
        positions = {index: position for position, index in self.found.taken.items()}
        last = -1
        for index in range(len(self.handed)):
            last = positions.get(index, last)
            if index not in self.copies:
                self.found.places[index] = last

    def replace_stubs(self) -> None:
        """Run no stub of an answer that is given elsewhere, and take what is given in its place."""
        for name, position in self.owners.items():
            defining = [
                k for k, cell in enumerate(self.handed)
                if name in cell.names and k in self.found.places
            ]  # fmt: skip
            given = [k for k in defining if not self.untouched(position, self.handed[k])]
            if not given:
                continue
            for copied in set(defining).difference(given, self.used):
                del self.found.places[copied]
            index = self.found.taken.get(position)
            if index is None or self.untouched(position, self.handed[index]):
                self.provide(position, index, given[-1])

    def provide(self, position: int, stub: int | None, provider: int) -> None:
        """Let a cell give the answer of another one that is missing or untouched."""
        own = provider not in self.used
        if own:
            self.take(position, provider)
        else:  # one cell holds several answers
            self.found.taken.pop(position, None)
            self.found.covered.add(position)
        if stub is not None:
            del self.found.places[stub]
            self.note("answers found in other cells than their own", self.cells[position].key)
        place = self.found.places[provider]
        if not self.previous(position) < place < self.deadline(position):
            self.found.places[provider] = position if own else min(position, place)

    def untouched(self, position: int, cell: Handed) -> bool:
        """Tell whether a cell holds nothing but lines of the released one."""
        lines = {line.strip() for line in self.released[position].splitlines()}
        lines |= {line.strip() for stub in self.assignment.stubs for line in stub.splitlines()}
        return all(line.strip() in lines for line in cell.text.splitlines())

    def deadline(self, position: int) -> int:
        """Find the first test cell behind a cell of the source."""
        later = range(position + 1, len(self.cells))
        return next((k for k in later if self.cells[k].kind == "test"), len(self.cells))

    def previous(self, position: int) -> int:
        """Find the last graded cell before a cell of the source."""
        earlier = reversed(range(position))
        return next((k for k in earlier if self.cells[k].kind in ("test", "answer")), -2)

    def cover(self) -> None:
        """Find the cells of the source whose place the student's own cells have taken."""
        sources = {index: position for position, index in self.found.taken.items()}
        own: set[str] = set()
        imports: dict[str, int] = {}
        lines: set[str] = set()
        for index, place in self.found.places.items():
            cell = self.handed[index]
            if cell.kind != "code":
                continue
            position = sources.get(index)
            known = bound_names(self.cells[position].source) if position is not None else set()
            own |= cell.names - known
            if position is None:
                lines |= set(cell.text.splitlines())
            for name in imported_names(cell.source):
                imports[name] = min(place, imports.get(name, place))
        for position, source in self.open_cells():
            if source.kind != "plain" or not source.code:
                continue
            names, needed = bound_names(source.source), imported_names(source.source)
            text = even(source.source).splitlines()
            if names:
                covered = not names.isdisjoint(own)
            elif needed:
                covered = all(imports.get(name, position + 1) <= position for name in needed)
            else:
                covered = sum(line in lines for line in text) > len(text) / 2
            if covered:
                self.found.covered.add(position)


def released(cell: Cell, stubs: Sequence[str]) -> str:
    """
    Give the text of a source cell as students got it.

    Parameters
    ----------
    cell : Cell
        The cell.
    stubs : sequence of str
        What nbgrader puts in place of a solution.

    Returns
    -------
    str
        Its lines outside solutions and hidden tests, with a stub for each solution.
    """
    if cell.kind in ("answer", "written") and "### BEGIN SOLUTION" not in cell.source:
        return stub_for(cell, stubs)
    kept: list[str] = []
    inside = ""
    for line in cell.source.splitlines():
        marker = line.strip()
        if marker in MARKERS and not inside:
            inside = MARKERS[marker]
            if "SOLUTION" in marker:
                indent = line[: len(line) - len(line.lstrip())]
                kept += [indent + each for each in stub_for(cell, stubs).splitlines()]
        elif inside and marker == inside:
            inside = ""
        elif not inside:
            kept.append(line)
    return "\n".join(kept)


def stub_for(cell: Cell, stubs: Sequence[str]) -> str:
    """Give what nbgrader puts in place of a solution in a cell of this type."""
    return next((stub for stub in stubs if ("raise" in stub) == cell.code), "")


MARKERS = {
    "### BEGIN SOLUTION": "### END SOLUTION",
    "### BEGIN HIDDEN TESTS": "### END HIDDEN TESTS",
}
