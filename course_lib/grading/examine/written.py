"""
Collect what a student wrote in answer to a question that a person reads.

The answer belongs into one cell, and often stands beside it: in a new cell, in a raw cell, in the
question's own cell, as a comment. All of that is shown to the person in the answer's cell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.examine.matching import Handed, Matching, even, released

MAX_TEXT = 500_000
FEW_WORDS = 4  # a comment or text in code of fewer is no answer
MANY_WORDS = 8  # nor a cell of fewer that stands in quite another place
PICTURE = re.compile(r"!\[[^\]]{0,200}\]\(|<img\b", re.IGNORECASE)
HEADING = re.compile(r"^#{1,6} [^\n]*$", re.MULTILINE)
SAID = re.compile(r"#[^\n]*|\"\"\".*?\"\"\"|'''.*?'''|\"[^\"\n]*\"|'[^'\n]*'", re.DOTALL)


@dataclass
class Answer:
    """
    One answer in words.

    Parameters
    ----------
    text : str
        All that was found, or what stands in its cell if that is nothing.
    blank : bool
        Whether there is nothing to read.
    joined : list of int
        Indices of the cells whose text was put into it.
    elsewhere : bool
        Whether some of the text stood outside its cell.
    """

    text: str
    blank: bool
    joined: list[int]
    elsewhere: bool


class WrittenAnswers:
    """
    Finds the answers in words of one submission.

    Parameters
    ----------
    handed : sequence of Handed
        The cells handed in.
    found : Matching
        What they are.
    assignment : Assignment
        The source.
    """

    def __init__(self, handed: Sequence[Handed], found: Matching, assignment: Assignment) -> None:
        self.handed, self.found, self.assignment = handed, found, assignment
        self.cells = assignment.cells
        self.positions = [k for k, cell in enumerate(self.cells) if cell.kind == "written"]
        given = [self.cells[k] for k in range(len(self.cells)) if not self.cells[k].code]
        texts = [*assignment.stubs, *(released(cell, assignment.stubs) for cell in given)]
        self.lines = {bare(line) for text in texts for line in text.splitlines()}
        self.given = [even(released(cell, assignment.stubs)) for cell in self.cells]
        standing = set(found.taken.values())
        self.own = [k for k in found.places if k not in standing]

    def answers(self) -> dict[int, Answer]:
        """Give each answer by its position in the source."""
        found = {position: self.beside(position) for position in self.positions}
        joined = {index for answer in found.values() for index in answer.joined}
        for position, answer in found.items():
            if not answer.blank:
                continue
            far = [
                k for k in self.own
                if k not in joined and self.handed[k].kind != "code"
                and self.nearest(k) == position and word_count(self.handed[k].source) >= MANY_WORDS
            ]  # fmt: skip
            found[position] = self.made(position, far, self.added(None, position))
            found[position].joined.clear()  # they stay where they are, too
        return found

    def beside(self, position: int) -> Answer:
        """Give an answer from its cell, the question's, and the student's own cells beside it."""
        near = [k for k in self.own if position - 1 <= self.found.places[k] <= position]
        return self.made(position, near, self.added(position - 1, position))

    def made(self, position: int, near: Sequence[int], added: Sequence[str]) -> Answer:
        """Join the text of an answer's cell with what stands elsewhere."""
        index = self.found.taken.get(position)
        text = "" if index is None else self.handed[index].source
        empty = self.is_blank(text)
        speaking = [k for k in reversed(near) if self.speaks(self.handed[k], empty)]
        said = {self.handed[k].text: k for k in speaking}
        said.pop(even(text), None)  # a copy of the cell
        joined = sorted(said.values())
        before = [k for k in joined if index is not None and k < index]
        after = [k for k in joined if k not in before]
        parts = [
            *added,
            *(self.handed[k].source for k in before),
            *([] if empty else [text]),
            *(self.handed[k].source for k in after),
        ]
        if not joined and not added:
            return Answer(text, empty, [], False)
        whole = "\n\n".join(part.strip("\n") for part in parts)[:MAX_TEXT]
        return Answer(whole, False, joined, index is not None or bool(added))

    def speaks(self, cell: Handed, alone: bool) -> bool:
        """Tell whether a cell of the student's own may belong to an answer in words."""
        if cell.text in self.given or self.is_blank(cell.source):
            return False
        if cell.kind != "code":
            said = HEADING.sub("", cell.source)
            return not cell.names and (has_words(said) or word_count(cell.source) >= FEW_WORDS)
        return alone and word_count(spoken(cell.source)) >= FEW_WORDS

    def is_blank(self, text: str) -> bool:
        """Tell whether a cell holds nothing, or only lines that were released."""
        return not has_words("\n".join(t for t in text.splitlines() if bare(t) not in self.lines))

    def added(self, only: int | None, position: int) -> list[str]:
        """Give the lines that were written into the text of questions, one or all the nearest."""
        texts = []
        for k, index in self.found.taken.items():
            cell = self.cells[k]
            if cell.code or cell.kind not in ("plain", "readonly") or only not in (None, k):
                continue
            if only is None and self.nearest(index) != position:
                continue
            new = [t for t in self.handed[index].source.splitlines() if bare(t) not in self.lines]
            if word_count(" ".join(new)) >= FEW_WORDS:
                texts.append("\n".join(new))
        return texts

    def nearest(self, index: int) -> int:
        """Find the answer to which a cell is nearest: the next one, else the last."""
        place = self.found.places[index]
        return next((k for k in self.positions if k >= place), self.positions[-1])


def has_words(text: str) -> bool:
    """Tell whether a text says or shows anything."""
    return bool(re.search(r"\w", text) or PICTURE.search(text))


def word_count(text: str) -> int:
    """Count the words of a text, numbers and single letters left out."""
    without_spaces = sum(character > "\u2e80" for character in text)  # as Chinese is written
    return len(re.findall(r"[^\W\d_]{2,}", text)) + without_spaces // 2


def bare(line: str) -> str:
    """Give the words of a line, however they are set."""
    return " ".join(re.findall(r"[^\W_]+", line)).casefold()


def spoken(source: str) -> str:
    """Give a code cell's comments and texts; all of it if it is no code."""
    code = re.search(r"^[ \t]*(?:\w+[ \t]*[=(\[]|(?:def|import|from|for|if|class)\b)", source, re.M)
    return " ".join(SAID.findall(source)) if code else source
