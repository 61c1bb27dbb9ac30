"""Directories that make up what a student's process can import, and nothing more."""

import atexit
import contextlib
import fcntl
import functools
import importlib.metadata
import os
import re
import shutil
import tempfile
from pathlib import Path

import course_lib
from course_lib.checks.compile import STUDENT_FILES, chapters, compiled_files
from course_lib.grading.files import ForeignFile, open_own

MADE = "COURSE_STUDENT_EDITION"  # where the process that started this one laid the edition out
PREFIX = "course-student-"
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


def hold(folder: Path) -> None:
    """Mark a directory as in use until this process ends, however that happens."""
    draft = folder / "owner.new"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT)  # never closed: the lock ends with it
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    draft.rename(folder / "owner")


def remove_stale() -> None:
    """Remove the directories of graders that were killed."""
    for owner in Path(tempfile.gettempdir()).glob(f"{PREFIX}*/owner"):
        with contextlib.suppress(OSError, ForeignFile):
            if owner.parent.lstat().st_uid != os.geteuid():
                continue
            with os.fdopen(open_own(owner), "rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(owner.parent, ignore_errors=True)


@functools.cache
def student_edition() -> Path:
    """
    Give a temporary directory with the student's edition of this package.

    It holds the files of the student wheel: no reference, no mistake, no grader.
    Processes that this one starts use it too.

    Returns
    -------
    Path
        A directory that holds ``course_lib``; removed when the process that made it ends.
    """
    made = Path(os.environ.get(MADE, ""))
    if made.is_absolute() and (made / "course_lib").is_dir():
        return made
    remove_stale()
    staging = Path(tempfile.mkdtemp(prefix=PREFIX))
    atexit.register(shutil.rmtree, staging, ignore_errors=True)
    hold(staging)
    lay_out(staging / "course_lib")
    staging.chmod(0o755)
    os.environ[MADE] = str(staging)
    return staging


def lay_out(target: Path) -> None:
    """Copy the student's files, and compile the checks."""
    package = Path(course_lib.__file__).parent
    for name in STUDENT_FILES:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if (package / name).exists():
            shutil.copyfile(package / name, target / name)
    (target / "checks" / "data").mkdir(exist_ok=True)
    for name, text in compiled_files(chapters()).items():
        (target / "checks" / "data" / name).write_text(text, encoding="utf-8")
    for path in (target, *target.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
