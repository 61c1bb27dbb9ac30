"""What ADDING.md says is followed to the letter, in a copy of the course."""

import os
import re
import shlex
import subprocess
import sys

import pytest

from course_lib.publishing.notebooks.new_course import BLOCK

from .copies import ROOT, SETTINGS, copied, replace_in

PAGE = (ROOT / "ADDING.md").read_text(encoding="utf-8")
WAYS = ("A chapter", "An export format", "A gate")
PARTED = re.split(rf"^## ({'|'.join(WAYS)})\n", PAGE, flags=re.MULTILINE)
SECTIONS = dict(zip(PARTED[1::2], PARTED[2::2], strict=True))
PARTS = ("course_lib", "book", "tests", "solutions", "exercises", "benchmarks", "vendor")
FILES = (
    *SETTINGS, "_config.yml", "conftest.py", "pyproject.toml", "Makefile",
    "README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "ADDING.md", "CHANGELOG.md",
)  # fmt: skip
# What the commands do, where the command itself would take hours for what did not change.
PROGRAMS = {
    "course": "from course_lib.cli import main; main(prog_name='course')",
    "python": (
        "from pathlib import Path\n"
        "from course_lib.publishing.derived import accuracy\n"
        "accuracy.outdated = lambda rows: ['velocity']\n"
        "accuracy.update(Path.cwd())"
    ),
    "course build": (
        "from pathlib import Path\n"
        "from course_lib.publishing.derived.pages import write_pages\n"
        "write_pages(Path.cwd())"
    ),
}


def blocks(section):
    """Yield kind, path and text of what a section writes."""
    for found in BLOCK.finditer(SECTIONS[section]):
        yield found["kind"], found["path"], found["text"]


def hunks(diff):
    """Yield what each part of a diff replaces, and by what."""
    for part in diff.split("@@\n"):
        lines = part.splitlines(keepends=True)
        assert {line[0] for line in lines} <= set(" +-")
        yield tuple("".join(x[1:] for x in lines if x[0] != gone) for gone in "+-")


def add(section, course):
    """Write what a section says into a copy of the course."""
    for kind, path, text in blocks(section):
        if kind == "New file":
            assert not (course / path).exists(), path
            (course / path).parent.mkdir(parents=True, exist_ok=True)
            (course / path).write_text(text, encoding="utf-8")
        else:
            for old, new in hunks(text):
                replace_in(course / path, old, new, only=True)


def commands(section):
    """List the commands of a section."""
    text = "".join(re.findall(r"```sh\n(.*?)```", SECTIONS[section], flags=re.DOTALL))
    return text.splitlines()


def run(course, *arguments):
    """Run Python in the copy, where every module is the copy's; return what it says."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=course,
        env=os.environ | {"PYTHONPATH": str(course)},
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, f"{shlex.join(arguments)}\n{said[-5000:]}"
    return said


def follow(course, command):
    """Run a command as the page has it."""
    program, *arguments = shlex.split(command)
    if program == "pytest":
        return run(course, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments)
    code = PROGRAMS.get(command, PROGRAMS[program])
    return run(course, "-c", code, *arguments)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return a copy of the course to which all was added that the page adds."""
    root = copied(tmp_path_factory.mktemp("adding"), *PARTS, *FILES)
    for section in SECTIONS:
        add(section, root)
    return root


def test_the_page_has_the_three_ways_and_each_ends_with_its_tests():
    assert tuple(SECTIONS) == WAYS
    assert all(commands(section)[-1].startswith("pytest ") for section in SECTIONS)


def test_every_block_of_the_page_is_followed():
    fences = len(re.findall(r"^(`{3,4})(?:diff|python|markdown)\n.*?^\1$", PAGE, re.M | re.S))
    assert sum(len(list(blocks(section))) for section in SECTIONS) == fences > 15


def test_each_path_of_the_page_is_there_or_is_made_by_it(course):
    named = set(re.findall(r"`((?:\w+/)+[\w.]*|\w+\.(?:md|yml))`", PAGE))
    assert len(named) > 20
    assert [path for path in named if not (course / path).exists()] == []


@pytest.mark.parametrize("command", ["check .", "format --check ."])
def test_what_was_added_is_in_the_style_of_the_course(course, command):
    run(course, "-m", "ruff", *command.split())


def test_the_new_export_format_passes_the_test_of_its_own(course):
    follow(course, f"{commands('An export format')[-1]} -k 'brightspace or export_format'")


def test_the_new_gate_finds_its_planted_fault(course):
    follow(course, f"{commands('A gate')[-1]} -k 'encryption or encrypted'")


def test_the_new_chapter_passes_the_tests_of_its_own(course):
    follow(course, next(c for c in commands("A chapter") if c.startswith("pytest")))


@pytest.mark.real_tools  # releases, measures, builds the whole book: many minutes
def test_the_new_chapter_is_released_and_the_whole_book_builds(course):
    for section in SECTIONS:
        for command in commands(section):
            follow(course, command)
    for page in ("formula_sheet", "traceability", "grader_accuracy"):
        assert "`velocity`" in (course / "book" / f"{page}.md").read_text(encoding="utf-8")
    assert (course / "exercises" / "momentum" / "momentum.ipynb").is_file()
    run(course, "-m", "pytest", "-q", "tests/publishing/test_pages.py", "-k", "current")
    run(course, "-m", "mypy")
