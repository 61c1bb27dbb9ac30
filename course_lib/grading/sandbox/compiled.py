"""The compiled checks of the student's edition, kept from run to run in this account's cache."""

import hashlib
import json
import os
import sys
from contextlib import suppress
from pathlib import Path

import numpy as np

import course_lib
from course_lib.checks.author.student_edition import chapters, compiled_files
from course_lib.grading.files import own_folder, read_own, write_whole

FOLDER = "course-lib"
KEPT = 4  # editions: one a checkout, or a branch, that is worked on in turn


def compiled() -> dict[str, str]:
    """
    Give what the student's edition has under ``checks/data``.

    Returns
    -------
    dict of str to str
        File name to text; compiled anew when a source that it depends on has changed, or when
        the cache cannot be used.
    """
    try:
        kept = folder() / f"{digest()}.json"
        with suppress(FileNotFoundError, ValueError):
            return dict(json.loads(read_own(kept)))
    except (OSError, RuntimeError):  # no home, a full disk, or somebody else's folder
        return compiled_files(chapters())
    files = compiled_files(chapters())
    with suppress(OSError, RuntimeError):
        write_whole(kept, json.dumps(files).encode(), 0o600)
        forget(kept.parent)
    return files


def folder() -> Path:
    """Give this account's folder for it, made if needed."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    return own_folder(home / FOLDER)


def digest() -> str:
    """Hash all that the compiled checks depend on: sources, slips, and what computes them."""
    found = hashlib.sha256(f"{sys.version} {np.__version__}".encode())
    package = Path(course_lib.__file__).parent
    for path in sorted(package.rglob("*")):
        place = path.relative_to(package)
        if path.suffix in (".py", ".json") and place.parts[0] not in ("grading", "publishing"):
            found.update(f"{place}\0".encode() + path.read_bytes())
    return found.hexdigest()


def forget(folder: Path) -> None:
    """Remove all but the newest."""
    newest = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest[KEPT:]:
        path.unlink(missing_ok=True)
