"""Which course this is: its title, its chapters in their order, and where its exercises are.

The package holds one course, told here. A course of one's own is a folder whose ``pyproject.toml``
has a table ``[tool.course]``. Programs that are started in this folder, and those that they start,
are about that course. The title of a page may say more before that of its chapter.
"""

import json
import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parent
SETTINGS = "pyproject.toml"
FOLDER = "COURSE_DIRECTORY"  # where a program that is started by another one finds the course
DATA_FILE = "course.json"  # in the student's edition of a course of one's own
OWN_TITLES = {
    "binary_classification": "Binary classification",
    "binary_cross_entropy": "Binary cross-entropy",
    "sigmoid_derivative": "Sigmoid derivative",
    "shallow_networks": "Shallow networks",
    "relu": "ReLU and other hidden activations",
    "softmax": "Softmax",
    "gradient_flow": "Gradient flow",
    "architecture_sizing": "Architecture sizing",
}


@dataclass(frozen=True)
class Course:
    """
    A course: what its ``[tool.course]`` says.

    Parameters
    ----------
    title : str
        Its title, for people.
    chapters : mapping of str to str
        The name of each chapter and its title, in the order of the course.
    package : str
        The package whose modules hold the functions that are right.
    exercises : str
        The package of its exercises, with one package a chapter.
    bundle : str
        Name of what students download.
    root : Path
        The folder that holds the package.
    """

    title: str
    chapters: Mapping[str, str]
    package: str
    exercises: str
    bundle: str
    root: Path

    @property
    def is_own(self) -> bool:
        """Whether it is the course that this package holds."""
        return self.package == PACKAGE.name

    @property
    def folder(self) -> Path:
        """The folder of its package."""
        return self.root / self.package

    def text(self) -> str:
        """Write down what students may know of it."""
        told = {"title": self.title, "chapters": self.chapters, "package": self.package}
        return json.dumps({**told, "bundle": self.bundle}, indent=1) + "\n"


OWN = Course(
    "How a neural network classifies", OWN_TITLES, PACKAGE.name, f"{PACKAGE.name}.checks.exercises",
    "neural_network_classifier", PACKAGE.parent,
)  # fmt: skip


def course_in(root: Path) -> Course | None:
    """
    Read the settings of a course of one's own.

    Parameters
    ----------
    root : Path
        Its folder.

    Returns
    -------
    Course or None
        None if the folder has no ``pyproject.toml`` with ``[tool.course]``.

    Raises
    ------
    ValueError
        If it cannot be read, or a setting is missing or is not what it should be.
    """
    path = root / SETTINGS
    if not path.is_file():
        return None
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {}).get("course")
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path} is no TOML: {error}. Mend it there.") from None
    return None if settings is None else course_of(settings, root, str(path))


def course_of(settings: Any, root: Path, place: str) -> Course:
    """Make a course of its settings; the errors name the place that they come from."""
    wanted = {"title": str, "package": str, "chapters": dict}
    for key, kind in wanted.items():
        if not isinstance(settings, dict) or not isinstance(settings.get(key), kind):
            raise ValueError(f"{place}: [tool.course] needs {key} ({kind.__name__}). Add it.")
    names = [settings["package"], *settings["chapters"]]
    for name in names:
        if not name.isidentifier():
            raise ValueError(f"{place}: {name!r} is no name of a Python module. Use letters and _.")
    if settings["package"] == PACKAGE.name:
        raise ValueError(f"{place}: {PACKAGE.name} is the machinery. Call your package otherwise.")
    package = settings["package"]
    return Course(
        settings["title"], settings["chapters"], package, f"{package}.exercises",
        settings.get("bundle", package), root,
    )  # fmt: skip


def has_answers() -> bool:
    """Tell whether this is the instructor's edition."""
    return (PACKAGE / "checks" / "exercises").is_dir()


def this_course() -> Course:
    """Find the course that this program is about, and let its package be imported."""
    if not has_answers():
        return course_of_students()
    start = Path(os.environ.get(FOLDER, ".")).absolute()
    found = next((c for folder in (start, *start.parents) if (c := course_in(folder))), OWN)
    if not found.is_own:
        os.environ[FOLDER] = str(found.root)
        sys.path.append(str(found.root))
    return found


def course_of_students() -> Course:
    """Read what the student's edition was given; it looks nowhere else."""
    path = PACKAGE / "checks" / "data" / DATA_FILE
    if not path.is_file():
        return OWN
    return course_of(json.loads(path.read_text(encoding="utf-8")), PACKAGE.parent, str(path))


COURSE = this_course()
TITLES = COURSE.chapters
# Where code of the course and of what checks it lies.
CODE = tuple(dict.fromkeys((OWN.folder, COURSE.folder)))


def address(site: str, chapter: str, equation: str = "") -> str:
    """Give the address of a chapter, or of one of its equations, on a site."""
    return f"{site}/book/{chapter}.html" + (f"#equation-{equation}" if equation else "")
