"""Directories that make up what a student's process can import and open, and nothing more."""

import atexit
import contextlib
import csv
import functools
import hashlib
import importlib.metadata
import json
import os
import re
import shutil
import stat
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import course_lib
from course_lib._chapters import COURSE
from course_lib.checks.author.student_edition import STUDENT_FILES
from course_lib.grading import inside
from course_lib.grading.files import ForeignFile, open_own
from course_lib.grading.sandbox import binaries
from course_lib.grading.sandbox.bytecode import bytecode, cache_of
from course_lib.grading.sandbox.cache import kept
from course_lib.grading.sandbox.compiled import compiled
from course_lib.grading.sandbox.fonts import fonts

MADE = "COURSE_STUDENT_EDITION"  # where the process that started this one laid the edition out
PREFIX = "course-student-"
DRAFT = "course-draft-"  # until it is marked as in use
DRAFT_SECONDS = 60.0
NEEDED = "needed.json"
FONTS = "fonts"  # the folder with matplotlib's list of them
SHELL = Path("/bin/sh")  # a notebook's `!command` finds a shell that knows no command
# Modules of the standard library for a terminal or a window, with libraries of their own.
NOT_NEEDED = ("_tkinter", "_curses", "readline", "nis", "_dbm", "_gdbm")
STUDENT_PACKAGES = ("numpy", "matplotlib", "ipython", "matplotlib-inline", "msgpack")
NEVER = ("course-lib", "nbgrader")  # they hold the answers, or the means to change a grade
allowed: tuple[str, ...] = ()  # what `allow` was given


def allow(packages: tuple[str, ...]) -> None:
    """
    Let student code import these packages too, in every edition that is made from now on.

    Parameters
    ----------
    packages : tuple of str
        Names of distributions, as ``pip install`` takes them.

    Raises
    ------
    ValueError
        If one of them is not installed here, or must not be in reach of student code.
    """
    global allowed
    if packages == allowed:
        return
    for name in packages:
        key = normalized(name)
        if key in NEVER:
            raise ValueError(f"c.Examine.packages names {name}: student code may not import that")
        try:
            importlib.metadata.distribution(name)
        except (importlib.metadata.PackageNotFoundError, ValueError):
            raise ValueError(
                f"c.Examine.packages names {name!r}, which is not installed beside the grader: "
                f"install it (pip install {name}), or take it off the list"
            ) from None
    allowed = packages
    for found in (site_packages, needed, student_edition):
        found.cache_clear()


def normalized(name: str) -> str:
    """Write the name of a distribution as indexes do."""
    return re.sub(r"[-_.]+", "-", name).lower()


def modules_of(packages: tuple[str, ...]) -> list[str]:
    """Name the modules at the top of these packages, for the warm process to import."""
    found = set()
    for name in packages:
        for file in importlib.metadata.distribution(name).files or []:
            top, *rest = file.parts
            if top.endswith(".py") and not rest:
                found.add(top.removesuffix(".py"))
            elif rest == ["__init__.py"]:
                found.add(top)
    return sorted(name for name in found if name.isidentifier() and name[0] != "_")


def requirements_of(name: str, known: dict[str, importlib.metadata.Distribution]) -> None:
    """Collect a distribution and, through its unconditional requirements, what it needs."""
    key = normalized(name)
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
    for name in (*STUDENT_PACKAGES, *allowed):
        requirements_of(name, known)
    found: dict[str, Path] = {}
    for distribution in known.values():
        for top in tops_of(distribution) - {"..", "__pycache__"} - found.keys():
            found[top] = Path(str(distribution.locate_file(top)))
    return {name: path for name, path in sorted(found.items()) if path.exists()}


def tops_of(distribution: importlib.metadata.Distribution) -> set[str]:
    """Name what a distribution has put into site-packages; its list alone is quick to read."""
    if listed := distribution.read_text("RECORD"):
        return {row[0].partition("/")[0] for row in csv.reader(listed.splitlines()) if row}
    return {file.parts[0] for file in distribution.files or []}


@functools.cache
def standard_library() -> Path:
    """Find the interpreter's own modules."""
    return Path(os.__file__).resolve().parent


def compiled_parts() -> list[Path]:
    """List all compiled files that student code can load or run."""
    found = [Path(sys.executable).resolve(), SHELL.resolve()]
    found += [
        path
        for path in standard_library().glob("lib-dynload/*.so")
        if not path.name.startswith(NOT_NEEDED)
    ]
    for top in site_packages().values():
        for folder, _, names in os.walk(top):
            found += [Path(folder, name) for name in names if ".so" in name]
    return found


@functools.cache
def needed() -> dict[str, Any]:
    """
    Give the packages that a student has, and the shared libraries that these and Python load.

    Returns
    -------
    dict
        ``packages``: name in site-packages, and where it lies; ``libraries``: path by which the
        loader opens each, and where it lies.
    """
    text = (student_edition() / NEEDED).read_text(encoding="utf-8")
    return dict(json.loads(text))


def hold(folder: Path) -> None:
    """Mark a directory as in use until this process ends, however that happens."""
    import fcntl  # nothing is graded where it is missing

    draft = folder / "owner.new"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT)  # never closed: the lock ends with it
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    draft.rename(folder / "owner")


def ours(path: Path) -> bool:
    """Tell whether this is a directory, no link, that only this user can have filled."""
    try:
        found = path.lstat()
    except OSError:
        return False
    private = not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and private


def remove_stale() -> None:
    """Remove the directories of graders that were killed; those of other users are not opened."""
    import fcntl

    for draft in Path(tempfile.gettempdir()).glob(f"{DRAFT}*"):
        if ours(draft) and time.time() - draft.lstat().st_mtime > DRAFT_SECONDS:
            shutil.rmtree(draft, ignore_errors=True)
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if not ours(folder):
            continue
        with (
            contextlib.suppress(OSError, ForeignFile),
            os.fdopen(open_own(folder / "owner"), "rb") as file,
        ):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)


@functools.cache
def student_edition() -> Path:
    """
    Give a temporary directory with the student's edition of this package.

    It holds the files of the student wheel: no reference, no mistake, no grader.
    Processes that this one starts use it too.

    Returns
    -------
    Path
        A directory that holds ``course_lib``, and in ``view`` links to all that can be imported;
        removed when the process that made it ends.
    """
    made = Path(os.environ.get(MADE, ""))
    if made.is_absolute() and ours(made) and (made / NEEDED).is_file() and is_for(made, allowed):
        return made
    remove_stale()
    draft = Path(tempfile.mkdtemp(prefix=DRAFT))
    hold(draft)
    staging = draft.rename(draft.with_name(draft.name.replace(DRAFT, PREFIX)))
    atexit.register(shutil.rmtree, staging, ignore_errors=True)
    lay_out(staging)
    write_all(staging / FONTS, fonts())
    show(staging)
    staging.chmod(0o755)
    os.environ[MADE] = str(staging)
    return staging


def is_for(made: Path, packages: tuple[str, ...]) -> bool:
    """Tell whether an edition was made for this course and these packages."""
    noted = json.loads((made / NEEDED).read_text(encoding="utf-8"))
    return (noted.get("course"), tuple(noted.get("allowed", ()))) == (COURSE.package, packages)


def show(staging: Path) -> None:
    """Link to all that student code imports, and note what that needs."""
    texts = kept("needed", installed(), look)
    packages, libraries = json.loads(texts["packages"]), json.loads(texts["libraries"])
    if not all(map(os.path.exists, (*packages.values(), *libraries.values()))):
        packages, libraries = map(json.loads, look().values())
    view = staging / "view"
    view.mkdir()
    places = {"inside": "../inside", "course_lib": "../course_lib"}
    for name, path in (packages | places).items():
        (view / name).symlink_to(path)
    view.chmod(0o755)
    noted = {"packages": packages, "libraries": libraries, "allowed": allowed}
    text = json.dumps({**noted, "course": COURSE.package})
    (staging / NEEDED).write_text(text, encoding="utf-8")


def look() -> dict[str, str]:
    """Look for all that student code needs beside Python's own modules; give it as JSON."""
    found = {"packages": site_packages(), "libraries": binaries.libraries(compiled_parts())}
    return {
        kind: json.dumps({name: str(path) for name, path in paths.items()})
        for kind, paths in found.items()
    }


def installed() -> str:
    """Hash what changes when something is installed, also for the system, or removed."""
    state = [sys.version, *allowed]
    for place in (*sys.path, sys.executable, "/etc/ld.so.cache"):
        with contextlib.suppress(OSError):
            state.append(f"{place} {os.stat(place).st_mtime_ns}" if os.path.isabs(place) else "")
    return hashlib.sha256("\0".join(state).encode()).hexdigest()


def lay_out(staging: Path) -> None:
    """Copy the student's files with the compiled checks, and what runs beside student code."""
    package, beside = Path(course_lib.__file__).parent, Path(inside.__file__).parent
    sources = {f"course_lib/{name}": package / name for name in STUDENT_FILES}
    sources |= {f"inside/{path.name}": path for path in beside.glob("*.py")}
    sources = {name: path for name, path in sources.items() if path.exists()}
    for name, path in sources.items():
        (staging / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, staging / name)
    for name, code in bytecode(sources).items():
        place = staging / cache_of(name)
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(code)
    write_all(staging / "course_lib" / "checks" / "data", compiled())
    for target in (staging / "course_lib", staging / "inside"):
        for path in (target, *target.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


def write_all(folder: Path, texts: dict[str, str]) -> None:
    """Write texts into files of these names, for everybody to read."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o644)
    folder.chmod(0o755)
