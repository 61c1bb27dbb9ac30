"""Texts that take long to make, kept from run to run in this account's cache."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from course_lib.grading.files import own_folder, read_own, write_whole

FOLDER = "course-lib"
KEPT = 4  # of each kind: one a checkout, or a branch, that is worked on in turn


def kept(kind: str, state: str, make: Callable[[], dict[str, str]]) -> dict[str, str]:
    """
    Give texts by name as they were kept, or make them.

    Parameters
    ----------
    kind : str
        What they are; of each kind a few states are kept.
    state : str
        Stands for all that they depend on.
    make : callable
        Gives them; called when they are not kept, or when the cache cannot be used.

    Returns
    -------
    dict of str to str
        Name to text.
    """
    try:
        file = folder() / f"{kind}-{state}.json"
        with suppress(FileNotFoundError, ValueError):
            return dict(json.loads(read_own(file)))
    except (OSError, RuntimeError):  # no home, a full disk, or somebody else's folder
        return make()
    texts = make()
    with suppress(OSError, RuntimeError):
        write_whole(file, json.dumps(texts).encode(), 0o600)
        forget(file.parent, kind)
    return texts


def folder() -> Path:
    """Give this account's folder for it, made if needed."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    return own_folder(home / FOLDER)


def forget(folder: Path, kind: str) -> None:
    """Remove all but the newest of a kind."""
    files = folder.glob(f"{kind}-*.json")
    for path in sorted(files, key=lambda path: path.stat().st_mtime, reverse=True)[KEPT:]:
        path.unlink(missing_ok=True)
