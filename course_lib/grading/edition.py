"""Directories that make up what a student's process can import, and nothing more."""

import atexit
import functools
import importlib.metadata
import re
import shutil
import tempfile
from pathlib import Path

import course_lib
from course_lib.checks.compile import chapters, compiled_files
from course_lib.publishing.bundle import STUDENT_FILES

STUDENT_PACKAGES = ("numpy", "matplotlib", "ipython", "matplotlib-inline", "msgpack")


def requirements_of(name: str, known: dict[str, importlib.metadata.Distribution]) -> None:
    """Collect a distribution and, through its unconditional requirements, what it needs."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in known:
        return
    try:
        known[key] = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return
    for requirement in known[key].requires or []:
        if "extra ==" not in requirement:
            requirements_of(re.split(r"[^\w.-]", requirement, maxsplit=1)[0], known)


@functools.cache
def site_packages() -> dict[str, Path]:
    """
    Find the installed files of the packages that a student has.

    Returns
    -------
    dict
        Name in site-packages, and where it lies.
    """
    known: dict[str, importlib.metadata.Distribution] = {}
    for name in STUDENT_PACKAGES:
        requirements_of(name, known)
    found: dict[str, Path] = {}
    for distribution in known.values():
        for file in distribution.files or []:
            top = file.parts[0]
            if top not in ("..", "__pycache__") and top not in found:
                found[top] = Path(str(distribution.locate_file(top)))
    return {name: path for name, path in sorted(found.items()) if path.exists()}


@functools.cache
def student_edition() -> Path:
    """
    Lay out the student's edition of this package in a temporary directory.

    It holds the files of the student wheel: no reference, no mistake, no grader.

    Returns
    -------
    Path
        A directory that holds ``course_lib``; removed when this process ends.
    """
    staging = Path(tempfile.mkdtemp(prefix="course-student-"))
    atexit.register(shutil.rmtree, staging, ignore_errors=True)
    staging.chmod(0o755)
    package = Path(course_lib.__file__).parent
    for name in STUDENT_FILES:
        target = staging / "course_lib" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (package / name).exists():
            shutil.copyfile(package / name, target)
    data = staging / "course_lib" / "checks" / "data"
    data.mkdir(exist_ok=True)
    for name, text in compiled_files(chapters()).items():
        (data / name).write_text(text, encoding="utf-8")
    return staging
