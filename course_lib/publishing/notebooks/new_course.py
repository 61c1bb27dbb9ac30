"""Makes a course of one's own: a folder that works, on the machinery that is installed.

Its first chapter is the one that ADDING.md adds to this course, word for word, with the names of
the other package. Settings, styles and the lock are copies of this course's.
"""

import importlib.util
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from course_lib._chapters import OWN, SETTINGS

# In ADDING.md: the paragraph that names a file, then the block.
BLOCK = re.compile(
    r"^(?P<kind>New file|In) `(?P<path>[^`]+)`.*\n(?:.+\n)*\n"
    r"(?P<fence>`{3,4})\w+\n(?P<text>(?s:.*?))^(?P=fence)$",
    re.MULTILINE,
)
PAGE = "ADDING.md"
CHAPTER, CHAPTER_TITLE = "momentum", "Momentum"
COPIED = ("requirements.txt", ".gitignore", "book/_static", "book/_root", "vendor")
CHANGED = ("nbgrader_config.py", "_config.yml")
NAME = re.compile("[a-z][a-z0-9_]*")
PYPROJECT = """\
# Which course this is. The commands of course_lib read it where they are started.
[tool.course]
title = "{title}"
package = "{name}"

# The name of each chapter and its title, in the order of the course.
[tool.course.chapters]
{chapter} = "{chapter_title}"

[tool.pytest.ini_options]
pythonpath = ["."]
addopts = ["--import-mode=importlib", "-p", "no:nbval"]
markers = ["equation(label): binds a test to a labeled equation of the book"]
"""
CONTENTS = """\
format: jb-book
root: book/index
parts:
  - caption: Chapters
    numbered: 1
    chapters:
      - file: book/{chapter}
"""
INDEX = """\
# {title}

This course has one chapter so far: {{doc}}`{chapter}`.
"""


@dataclass(frozen=True)
class Made:
    """What was made: the folder, its files, and what to run there next."""

    root: Path
    files: tuple[Path, ...]
    commands: tuple[str, ...] = (
        f"course check --author {CHAPTER}",
        "course release",
        "course build",
    )


def new_course(root: Path) -> Made:
    """
    Make a course of one's own.

    Parameters
    ----------
    root : Path
        Its folder, which is not there or is empty. The course's package is called like it.

    Returns
    -------
    Made
        What was made.

    Raises
    ------
    ValueError
        If the folder has content, or a package cannot be called like it.
    RuntimeError
        If the machinery was installed without the files that a course starts from.
    """
    refuse(root)
    texts = files(root.name)
    for path, content in texts.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return Made(root, tuple(root / path for path in texts))


def refuse(root: Path) -> None:
    """Refuse a folder that is not empty, and a name that is none for a package."""
    name = root.name
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise ValueError(f"{root} is not empty. Name a folder that is, or one that is not there.")
    if not NAME.fullmatch(name):
        raise ValueError(
            f"{name!r} is no name for a course, which is also the name of its package. "
            "Use small letters, digits and _, a letter first."
        )
    if importlib.util.find_spec(name):
        raise ValueError(f"a package {name!r} is installed already. Call the course otherwise.")


def files(name: str) -> dict[str, bytes]:
    """Return the path and content of each file of a new course."""
    if not (OWN.root / PAGE).is_file():
        raise RuntimeError(
            f"there is no {OWN.root / PAGE}: a new course is made from the checkout of course_lib. "
            "Install it by `make course` there."
        )
    words = {
        "name": name,
        "title": name.replace("_", " ").capitalize(),
        "chapter": CHAPTER,
        "chapter_title": CHAPTER_TITLE,
    }
    about = f'"""The course *{words["title"]}*: the functions that are right."""\n'
    written = {
        SETTINGS: PYPROJECT.format(**words),
        "_toc.yml": CONTENTS.format(**words),
        "book/index.md": INDEX.format(**words),
        f"{name}/__init__.py": about,
        f"{name}/exercises/__init__.py": '"""The exercises, one package a chapter."""\n',
    }
    written |= dict(chapter(name)) | {path: settings(path, words) for path in CHANGED}
    encoded = {path: text.encode() for path, text in written.items()}
    return encoded | {path: (OWN.root / path).read_bytes() for path in copied()}


def chapter(name: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file of the chapter, with the names of another package."""
    page = (OWN.root / PAGE).read_text(encoding="utf-8")
    for found in BLOCK.finditer(page):  # of new files it has those of the chapter alone
        if found["kind"] == "New file":
            yield renamed(found["path"], name), renamed(found["text"], name)


def renamed(text: str, name: str) -> str:
    """Replace this course's package by another one, in paths and imports."""
    for dot in (r"\.", "/"):
        sign = dot[-1]
        text = re.sub(rf"\bcourse_lib{dot}checks{dot}exercises\b", f"{name}{sign}exercises", text)
        text = re.sub(rf"\bcourse_lib{dot}{CHAPTER}\b", f"{name}{sign}{CHAPTER}", text)
    return text


def settings(path: str, words: dict[str, str]) -> str:
    """Return a file of settings in which this course is named otherwise."""
    text = (OWN.root / path).read_text(encoding="utf-8")
    text = re.sub(r'(course_id = )".*"', rf'\g<1>"{words["name"]}"', text)
    return text.replace(OWN.title, words["title"])


def copied() -> Iterator[str]:
    """Yield the files that a course has from this one as they are."""
    for part in COPIED:
        place = OWN.root / part
        found = sorted(place.rglob("*")) if place.is_dir() else [place]
        yield from (str(path.relative_to(OWN.root)) for path in found if path.is_file())
