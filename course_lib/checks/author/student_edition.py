"""Compiles the visible checks of a chapter for the student's edition.

The text holds the visible cases, the right outcomes, and for each known mistake
its outcomes and its sentences. No hidden case, no reference and no line of a
mistake's code is in it. The release puts it into the student's wheel as
``course_lib/checks/data/CHAPTER.json``.
"""

import argparse
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np

from course_lib._chapters import COURSE, DATA_FILE
from course_lib.checks import registry
from course_lib.checks.encode import write_sheets
from course_lib.checks.personal import write_tasks

# The student's edition: what is not listed here does not leave the instructor's machine.
STUDENT_FILES = (
    "__init__.py",
    "_absent.py",
    "_chapters.py",
    "_own.py",
    "_validation.py",
    "book.mplstyle",
    "claims.py",
    "datasets.py",
    "plotting.py",
    "checks/__init__.py",
    "checks/advice.py",
    "checks/by_hand.py",
    "checks/calls.py",
    "checks/circumstances.py",
    "checks/compare.py",
    "checks/encode.py",
    "checks/engine.py",
    "checks/failure.py",
    "checks/fingerprints.py",
    "checks/facts.py",
    "checks/follow.py",
    "checks/functions.py",
    "checks/grader.py",
    "checks/messages.py",
    "checks/model.py",
    "checks/notebook.py",
    "checks/personal.py",
    "checks/plain.py",
    "checks/reading.py",
    "checks/registry.py",
    "checks/relating.py",
    "checks/relations.py",
    "checks/run.py",
    "checks/slips.py",
    "checks/solved.py",
    "checks/unwritten.py",
    "checks/watch.py",
)


def compiled_text(chapter: str) -> str:
    """
    Compile the visible checks of one chapter.

    Parameters
    ----------
    chapter : str
        Stem of the chapter.

    Returns
    -------
    str
        JSON text, the same bytes at every call.

    Raises
    ------
    LookupError
        If the chapter has no exercises.
    """
    names = registry.names(chapter)
    if not names:
        raise LookupError(f"The chapter {chapter!r} has no exercises.")
    registry.visible_sheet.cache_clear()
    with repeatable():
        return write_sheets(registry.visible_sheet(name) for name in names)


@contextmanager
def repeatable() -> Iterator[None]:
    """Seed the generators that a mistake makes for itself: each another way, each time the same."""
    original = np.random.default_rng
    own_seeds = count(1000)  # far from the seeds of the cases

    def seeded(seed: Any = None) -> np.random.Generator:
        return original(next(own_seeds) if seed is None else seed)

    np.random.default_rng = seeded
    try:
        yield
    finally:
        np.random.default_rng = original


def compiled_files(chapters: Iterable[str]) -> dict[str, str]:
    """
    Compile what the student's edition has under ``checks/data``.

    Parameters
    ----------
    chapters : iterable of str
        Stems of the chapters that are released.

    Returns
    -------
    dict of str to str
        File name to text: one file a chapter, one of the tasks by hand, one of the museum; of a
        course of one's own also one that says which it is.
    """
    wanted = list(chapters)
    tasks = [task for task in registry.tasks().values() if task.chapter in wanted]
    files = {f"{chapter}.json": compiled_text(chapter) for chapter in wanted}
    museum = write_sheets(registry.museum().values())
    if not COURSE.is_own:
        files[DATA_FILE] = COURSE.text()
    return files | {registry.TASKS_FILE: write_tasks(tasks), registry.MUSEUM_FILE: museum}


def chapters() -> list[str]:
    """List the chapters that have exercises, in the order of the course."""
    return [chapter for chapter in registry.CHAPTERS if registry.names(chapter)]


def main() -> None:
    """Write the files of the student's edition into a directory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path, help="where the files go")
    directory = parser.parse_args().directory
    directory.mkdir(parents=True, exist_ok=True)
    for name, text in compiled_files(chapters()).items():
        (directory / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
