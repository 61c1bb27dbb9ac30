"""Choose whose figures are drawn: drawing takes most of the time, and few figures are looked at."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, get_args

from course_lib.grading.examine.assignment import Assignment, Cell
from course_lib.grading.examine.submission import Part

Figures = Literal["all", "manual", "none"]
FIGURES: tuple[Figures, ...] = get_args(Figures)
DEFAULT: Figures = "manual"
# The author's mark on a cell whose figure belongs to a written question of another section.
TAG = "figure-for-hand-grading"
FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
MAKES = re.compile(r"plt|plot|pylab|imshow")
HEADING = re.compile(r"^ {0,3}##? |^[^\n]+\n {0,3}(?:=+|-{2,}) *$", re.MULTILINE)


def drawn(parts: Sequence[Part], figures: str) -> frozenset[int]:
    """
    Choose the cells whose figures are drawn.

    Parameters
    ----------
    parts : sequence of Part
        The notebook.
    figures : str
        "all", "none", or "manual": where a person who grades by hand will look. That is in a
        section with a hand-graded cell, in a cell that the author marked by the tag `TAG`, and
        in what the student added or changed; nowhere, if nothing is graded by hand.

    Returns
    -------
    frozenset of int
        Positions in `parts`.
    """
    if figures != "manual":
        return frozenset(range(len(parts)) if figures == "all" else ())
    sections = list(section_of(parts))
    read = {number for part, number in zip(parts, sections, strict=True) if by_hand(part.cell)}
    if not read:
        return frozenset()
    return frozenset(
        k for k, part in enumerate(parts) if sections[k] in read or marked(part) or own(part)
    )


@functools.lru_cache(maxsize=8)
def draws(assignment: Assignment, figures: str) -> bool:
    """Tell whether cells of the source make figures that are drawn, as far as their text says."""
    books = [[Part(cell, cell.code, cell.source) for cell in b.cells] for b in assignment.books]
    looked_at = [parts[k] for parts in books for k in drawn(parts, figures)]
    return any(part.code and MAKES.search(part.source) for part in looked_at)


def section_of(parts: Sequence[Part]) -> Iterator[int]:
    """Number each part's section, by the headings of the source."""
    return sections(
        None if part.cell is None or part.cell.code or by_hand(part.cell) else part.cell.source
        for part in parts
    )


def sections(given: Iterable[str | None]) -> Iterator[int]:
    """
    Number the section of each cell: headings of first and second rank begin them.

    Parameters
    ----------
    given : iterable of str or None
        For each cell its text; None for code and for what a student wrote.

    Yields
    ------
    int
        The section.
    """
    number = 0
    for text in given:
        number += text is not None and bool(HEADING.search(FENCED.sub("", text)))
        yield number


def by_hand(cell: Cell | None) -> bool:
    """Tell whether a person grades this cell."""
    return cell is not None and cell.kind == "written"


def marked(part: Part) -> bool:
    """Tell whether the author says that this cell's figure is looked at."""
    tags = part.cell.metadata.get("tags") if part.cell else None
    return isinstance(tags, list) and TAG in tags


def own(part: Part) -> bool:
    """Tell whether the student added this cell, or changed one that needed no change."""
    if part.cell is None:
        return True
    return part.cell.kind == "plain" and lines_of(part.source) != lines_of(part.cell.source)


def lines_of(source: str) -> list[str]:
    """Give a cell's lines without what an editor may do to their ends."""
    return [line.rstrip() for line in source.strip().splitlines()]
