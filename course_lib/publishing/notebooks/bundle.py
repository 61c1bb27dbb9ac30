"""Builds what a student downloads: one zip with the notebooks and a wheel that holds no answer."""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import nbformat
from flit_core.wheel import make_wheel_in
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from packaging.requirements import Requirement

import course_lib
from course_lib._chapters import COURSE
from course_lib.checks.author.student_edition import STUDENT_FILES, compiled_files
from course_lib.checks.grader import sentence
from course_lib.checks.registry import CHAPTERS
from course_lib.publishing.notebooks.edition import reader_files
from course_lib.publishing.notebooks.places import student_path
from course_lib.publishing.notebooks.points import points_file, site_file

BUNDLE = COURSE.bundle
EPOCH = 1735689600  # 2025-01-01 00:00 UTC: the same content gives the same bytes
PINNED = ("numpy", "matplotlib", "ipykernel", "jupyterlab")
PYPROJECT = """\
[build-system]
requires = ["flit_core"]
build-backend = "flit_core.buildapi"

[project]
name = "course_lib"
version = "{version}"
description = "The student's part of the course: data, drawings, checks."
requires-python = ">=3.11"
dependencies = ["numpy>=2.0", "matplotlib>=3.9"]
"""
README = """\
# {title}: the exercises

You need Python 3.11 or newer. In this folder, once:

    python3 -m venv venv                (Windows: py -m venv venv)
    source venv/bin/activate            (Windows: venv\\Scripts\\activate)
    python -m pip install -r requirements.txt

Then, each time:

    source venv/bin/activate            (Windows: venv\\Scripts\\activate)
    jupyter lab

Open `{contents}`: it lists the notebooks in the order in which they build on each other,
and its one code cell tells whether all is installed.

A notebook says what to write and where. The cell below each function calls `check`.
It tries your function on a few cases. If all are right it says so in one line.
If not, it names the quantity and the case, what it expected and what it got,
and, where it recognizes the mistake, the mistake. It looks at values and shapes only:
any right way of writing the function passes.

A failing check shows the call that it made. Paste it into a cell of its own and look.
`check_all()`, imported from `course_lib.checks`, prints how each exercise of a notebook stands.

{grader}

Hand in the notebook file itself, under its own name. Do not rename it or delete cells.
The grade comes from the same checks and from further ones with other numbers.
"""
CONTENTS = "00_contents.ipynb"  # Jupyter lists files by name, so it stands first
ORDER = """\
# {title}: the notebooks

They build on each other in this order; none needs the file of another.

{notebooks}

{grader}

Run the cell below first. It tells whether all is installed.
"""
VERSIONS = """\
import platform

import matplotlib.pyplot
import numpy as np
from course_lib.checks import check

print(f"Python {platform.python_version()}, NumPy {np.__version__}: all is here.")"""


def student_data(names: Sequence[str], root: Path) -> dict[str, str]:
    """
    Compile what the student's wheel has under ``checks/data``.

    Parameters
    ----------
    names : sequence of str
        The assignments.
    root : Path
        The course directory, with ``exercises/``.

    Returns
    -------
    dict of str to str
        File name to text: checks, points, and the address of the site.
    """
    return compiled_files(names) | points_file(names, root) | site_file(root)


def build_wheel(folder: Path, package: Path, data: Mapping[str, str]) -> Path:
    """
    Build the student's edition of the package.

    Parameters
    ----------
    folder : Path
        Where the wheel is written.
    package : Path
        The folder of the complete package.
    data : mapping of str to str
        Compiled checks: file name under ``checks/data`` to its text.

    Returns
    -------
    Path
        The wheel, the same bytes for the same content.
    """
    with tempfile.TemporaryDirectory() as temporary:
        top = Path(temporary)
        for name in STUDENT_FILES:
            target = top / "course_lib" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(package / name, target)
        compiled = {f"checks/data/{name}": text for name, text in data.items()}
        for name, text in (compiled | reader_files(package)).items():
            target = top / "course_lib" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        settings = top / "pyproject.toml"
        settings.write_text(PYPROJECT.format(version=course_lib.__version__), encoding="utf-8")
        with fixed_times():
            return Path(make_wheel_in(settings, folder).file)


@contextmanager
def fixed_times() -> Iterator[None]:
    """Make flit write `EPOCH` as the time of every file."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(EPOCH)
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


def student_requirements(lock: str, wheel: str) -> str:
    """
    Return the student's requirements: versions of the lock, and the wheel beside them.

    Parameters
    ----------
    lock : str
        Text of the course's ``requirements.txt``.
    wheel : str
        File name of the student's wheel.

    Returns
    -------
    str
        Text of the student's ``requirements.txt``.

    Raises
    ------
    ValueError
        If the lock does not pin a package that students need.
    """
    pins = [line.rstrip("\\ ") for line in lock.splitlines() if line[:1].isalnum()]
    chosen = [pin for pin in pins if Requirement(pin).name in PINNED]
    absent = set(PINNED) - {Requirement(pin).name for pin in chosen}
    if absent:
        raise ValueError(f"requirements.txt pins no {', '.join(sorted(absent))}. Run make lock.")
    return "\n".join([*chosen, f"./{wheel}", ""])


def write_zip(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """
    Write a zip whose bytes depend on names and contents alone.

    Parameters
    ----------
    path : Path
        The zip.
    files : iterable of (str, bytes)
        Name inside the zip, and content.
    """
    with zipfile.ZipFile(path, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files):
            info = zipfile.ZipInfo(name, date_time=(2025, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # Unix, on every system
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)


def build_bundle(root: Path, data: Mapping[str, str]) -> list[Path]:
    """
    Write the student's zip and the student's wheel.

    Parameters
    ----------
    root : Path
        The course directory, with ``exercises/`` and ``requirements.txt``.
    data : mapping of str to str
        Compiled checks: file name to text.

    Returns
    -------
    list of Path
        The zip and the wheel under ``dist/``.
    """
    folder = root / "dist"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    wheel = build_wheel(folder, Path(course_lib.__file__).parent, data)
    return [write_bundle(folder, wheel, root), wheel]


def write_bundle(folder: Path, wheel: Path, root: Path) -> Path:
    """
    Write the student's zip.

    Parameters
    ----------
    folder : Path
        Where it is written.
    wheel : Path
        The student's wheel.
    root : Path
        The course directory, with ``exercises/`` and ``requirements.txt``.

    Returns
    -------
    Path
        The zip.
    """
    names = [name for name in CHAPTERS if student_path(name, root).is_file()]
    lock = (root / "requirements.txt").read_text(encoding="utf-8")
    files = {
        "README.md": readme().encode(),
        CONTENTS: contents(names, root).encode(),
        "requirements.txt": student_requirements(lock, wheel.name).encode(),
        wheel.name: wheel.read_bytes(),
    } | {f"{name}.ipynb": student_path(name, root).read_bytes() for name in names}
    bundle = folder / f"{BUNDLE}.zip"
    write_zip(bundle, ((f"{BUNDLE}/{name}", content) for name, content in files.items()))
    return bundle


def readme() -> str:
    """Return the student's README."""
    return README.format(title=COURSE.title, contents=CONTENTS, grader=sentence())


def contents(names: Sequence[str], root: Path) -> str:
    """
    Write the notebook that lists the others in order, and tells whether all is installed.

    Parameters
    ----------
    names : sequence of str
        The assignments, in the order of the course.
    root : Path
        The course directory, with their student notebooks.

    Returns
    -------
    str
        Text of the notebook, the same for the same content.
    """
    lines = [f"{n}. [{heading(name, root)}]({name}.ipynb)" for n, name in enumerate(names, start=1)]
    cells = [
        new_markdown_cell(
            ORDER.format(title=COURSE.title, notebooks="\n".join(lines), grader=sentence()),
            id="order",
        ),
        new_code_cell(VERSIONS, id="versions"),
    ]
    return f"{nbformat.writes(new_notebook(cells=cells))}\n"


def heading(name: str, root: Path) -> str:
    """Return the title of a student notebook, with its points."""
    first = nbformat.read(student_path(name, root), as_version=4).cells[0]
    return str(first.source).partition("\n")[0].lstrip("# ")
