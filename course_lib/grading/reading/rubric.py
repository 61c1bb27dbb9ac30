"""Comments that graders use again: ``journal/NAME.rubric.json``."""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

from course_lib.grading.examine.markup import CONTROL
from course_lib.grading.files import open_own, read_own, write_whole
from course_lib.grading.journal import folder
from course_lib.grading.record import Rule, fault

Items = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Item:
    """
    A comment, and the points that it sets.

    Parameters
    ----------
    text : str
        Markdown.
    points : float or None
        None leaves the points as they are.
    """

    text: Annotated[str, Rule("minLength", 1), Rule("maxLength", 2000)]
    points: float | None

    @property
    def ident(self) -> str:
        """A name of it; the same comment with the same points has the same one."""
        return hashlib.sha256(json.dumps([self.text, self.points]).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Kept:
    """
    All that the file holds.

    Parameters
    ----------
    rubric : dict
        Items by the name of their question.
    """

    rubric: dict[str, list[Item]]


class Rubric:
    """
    The reusable comments of an assignment, for all its graders.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.
    """

    def __init__(self, name: str, root: Path) -> None:
        self.path = folder(root) / f"{name}.rubric.json"

    def items(self) -> Items:
        """Give the items of each question, as the page reads them."""
        return {
            question: [asdict(item) | {"id": item.ident} for item in items]
            for question, items in self.read().items()
        }

    def add(self, question: str, item: Item) -> None:
        """Add an item at the end, unless it is there."""
        item = Item(CONTROL.sub("", item.text).strip(), item.points)
        with self.changing() as kept:
            items = kept.setdefault(question, [])
            if item.text and item not in items:
                items.append(item)

    def remove(self, question: str, ident: str) -> None:
        """Remove an item; what it gave stays in the gradebook."""
        with self.changing() as kept:
            kept[question] = [item for item in kept.get(question, []) if item.ident != ident]

    def read(self) -> dict[str, list[Item]]:
        """Read the file; raise RuntimeError if it is damaged."""
        if not os.path.lexists(self.path):
            return {}
        try:
            data = json.loads(read_own(self.path))
        except ValueError:
            data = None
        if wrong := fault(Kept, data):
            raise RuntimeError(
                f"{self.path} is damaged ({wrong}): restore it from a backup, or move it away to "
                "begin another rubric"
            )
        return {
            question: [Item(item["text"], item["points"]) for item in items]
            for question, items in data["rubric"].items()
        }

    @contextlib.contextmanager
    def changing(self) -> Iterator[dict[str, list[Item]]]:
        """Read the file and write what becomes of it; other graders wait."""
        import fcntl  # nothing is graded where it is missing

        lock = open_own(self.path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            kept = self.read()
            yield kept
            data = {"rubric": {name: list(map(asdict, items)) for name, items in kept.items()}}
            text = json.dumps(data, indent=1, ensure_ascii=False) + "\n"
            write_whole(self.path, text.encode(), mode=0o600, lasting=True)
        finally:
            os.close(lock)
