"""Exercises by hand whose numbers are the student's own.

The numbers come from a hash of the course, the exercise and the student's id, so
two students rarely share them and a copied answer fits somebody else's. What
is asked is data that students have; the answers are a function that they have not.
"""

import hashlib
import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

COURSE = "classification_from_scratch"  # another name gives every student other numbers
SAMPLE_ID = "your-id"  # what the released notebook says; no student may be called so

Numbers = Mapping[str, float]


@dataclass(frozen=True)
class Asked:
    """One number that the student works out.

    Parameters
    ----------
    words : str
        What it is: ``"the score z of the first example"``.
    low, high : float
        What anybody's answer lies between; students may know it.
    decimals : int, default=3
        To how many decimals it is asked; 0 for a whole number.
    """

    words: str
    low: float
    high: float
    decimals: int = 3

    @property
    def tolerance(self) -> float:
        """One unit of the last decimal asked for, so that rounding on the way costs nothing."""
        return 1.000001 * 10.0**-self.decimals if self.decimals else 0.0


@dataclass(frozen=True, eq=False)
class Task:
    """What a student sees of the exercise.

    Parameters
    ----------
    name, chapter : str
        Name of the exercise, and the stem of its chapter.
    text : str
        The situation, with a ``{name}`` for every number.
    numbers : mapping
        For every number the values that it may have, see `steps`.
    asked : mapping
        What is to be found.
    """

    name: str
    chapter: str
    text: str
    numbers: Mapping[str, tuple[float, ...]]
    asked: Mapping[str, Asked]


@dataclass(frozen=True, eq=False)
class Personal:
    """A task with its answers, which only the instructor's edition has."""

    task: Task
    answers: Callable[[Numbers], Numbers]


def steps(low: float, high: float, step: float) -> tuple[float, ...]:
    """
    List the values from `low` to `high` that a number may have.

    Parameters
    ----------
    low, high : float
        First and last value.
    step : float
        Their distance.

    Returns
    -------
    tuple of float
        Short decimals.

    Examples
    --------
    >>> steps(-0.2, 0.2, 0.1)
    (-0.2, -0.1, 0.0, 0.1, 0.2)
    """
    count = round((high - low) / step)
    return tuple(round(low + k * step, 6) + 0.0 for k in range(count + 1))


def draw(task: Task, student: str) -> dict[str, float]:
    """
    Give the numbers of one student; case and spaces around the id make no difference.

    Parameters
    ----------
    task : Task
        The exercise.
    student : str
        The student's id, which is the name of the submission's folder.

    Returns
    -------
    dict
        A value for each name in ``task.numbers``.
    """
    identity = spelled_alike(student)

    def pick(name: str, values: tuple[float, ...]) -> float:
        text = f"{COURSE}/{task.name}/{name}/{identity}"
        digest = hashlib.sha256(text.encode()).digest()
        return values[int.from_bytes(digest[:8], "big") % len(values)]

    return {name: pick(name, values) for name, values in task.numbers.items()}


def spelled_alike(student: str) -> str:
    """Give an id as it counts: without capitals, spaces around it, and forms of one letter."""
    return unicodedata.normalize("NFKC", student).strip().casefold()


def write_tasks(tasks: Iterable[Task]) -> str:
    """Write tasks as JSON text, without their answers."""
    return json.dumps([asdict(task) for task in tasks], ensure_ascii=False) + "\n"


def read_tasks(text: str) -> dict[str, Task]:
    """Read what `write_tasks` wrote; tasks by name."""
    return {task.name: task for task in map(read_task, json.loads(text))}


def read_task(data: dict[str, Any]) -> Task:
    """Rebuild one task from JSON."""
    numbers = {name: tuple(values) for name, values in data["numbers"].items()}
    asked = {name: Asked(**item) for name, item in data["asked"].items()}
    return Task(data["name"], data["chapter"], data["text"], numbers, asked)
