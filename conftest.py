"""Which tests are the student's side, which runs without the grader, and what none leaves open."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent
GRADER = tuple(
    ROOT / place
    for place in (
        "course_lib/grading",
        "course_lib/publishing",
        "tests/grading",
        "tests/project",
        "tests/publishing",
        "tests/site",
        # These limit memory, or start what the grader starts.
        "course_lib/checks/author/slips.py",
        "tests/checks/test_slips.py",
        "tests/checks/test_follow_through.py",
    )
)
"""What grades and publishes, and its tests: it needs Linux, or programs that a student has not."""


def is_of_the_grader(path: Path) -> bool:
    """Tell whether a file or folder is not of the student's side."""
    return any(path.is_relative_to(folder) for folder in GRADER)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Where only the student's side is asked for, do not even import the rest."""
    only_students = config.getoption("markexpr") == "student"
    return True if only_students and is_of_the_grader(collection_path) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is left when the grader's folders are left out."""
    for item in items:
        if not is_of_the_grader(item.path):
            item.add_marker(pytest.mark.student)


@pytest.fixture(autouse=True)
def _figures_closed() -> Iterator[None]:
    """Close what a test drew: matplotlib warns at the 21st open figure, in whichever test."""
    yield
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close("all")
