"""The fingerprints of slips: whether they are current, and how they are made again.

They lie in ``slips.json`` beside the exercises of a chapter, each exercise with a digest of
everything that its fingerprints depend on.

    python -m course_lib.publishing.derived.slips

makes those that are missing or not current, up to two minutes of one core an exercise, and may be
stopped and started again at any time.
"""

import json
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from course_lib.checks import registry
from course_lib.checks.author.mutants import module_of
from course_lib.checks.author.slips import fingerprints
from course_lib.publishing.derived import code_digest

COMMAND = "python -m course_lib.publishing.derived.slips"
FOLDER = registry.folder()
MAKING = "course_lib.checks.author.slips"
# What judges and describes, but changes no result of a slip.
IGNORED = (
    "course_lib._chapters",
    "course_lib.checks.author.audit",
    "course_lib.checks.reading",
    "course_lib.checks.registry",
)

Made = dict[str, dict[str, Any]]


def digest(name: str) -> str:
    """
    Compute a digest of everything that the fingerprints of an exercise depend on.

    Parameters
    ----------
    name : str
        The exercise.

    Returns
    -------
    str
        The same as long as no code of the file of the exercise, of the module of its reference,
        of what these import, or of what makes slips changes.
    """
    own = module_of(registry.find(name)).__name__
    return code_digest.digest((own, MAKING), ignored=IGNORED)


def file_of(chapter: str, folder: Path = FOLDER) -> Path:
    """Say where the fingerprints of a chapter lie."""
    return folder / chapter / registry.SLIPS_FILE


def read(chapter: str, folder: Path = FOLDER) -> Made:
    """Read what was made for a chapter, by exercise; nothing if there is no file yet."""
    path = file_of(chapter, folder)
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def write(chapter: str, made: Mapping[str, Any], folder: Path = FOLDER) -> None:
    """Write the fingerprints of a chapter's exercises, in the order of the course."""
    ordered = {name: made[name] for name in registry.names(chapter) if name in made}
    path = file_of(chapter, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8", newline="\n")


def outdated(folder: Path = FOLDER) -> list[str]:
    """List the exercises whose fingerprints are missing or not current."""
    made: Made = {}
    for chapter in registry.CHAPTERS:
        made |= read(chapter, folder)
    return [name for name in registry.names() if made.get(name, {}).get("digest") != digest(name)]


def entry(name: str) -> dict[str, Any]:
    """Make the fingerprints of an exercise, by kind, with the digest that they belong to."""
    slips: dict[str, list[str]] = {}
    for key, kind in fingerprints(registry.find(name)).items():
        slips.setdefault(kind, []).append(key)
    kinds = {kind: " ".join(sorted(slips[kind])) for kind in sorted(slips)}
    return {"digest": digest(name), "slips": kinds}


def update(names: Iterable[str], folder: Path = FOLDER, jobs: int = 1) -> None:
    """
    Make the fingerprints of some exercises, and write the file after each.

    Parameters
    ----------
    names : iterable of str
        The exercises.
    folder : Path
        Where the chapters lie.
    jobs : int
        How many are made at a time.
    """
    wanted = list(names)
    with ProcessPoolExecutor(jobs) if jobs > 1 and len(wanted) > 1 else nullcontext() as pool:
        for name, made in zip(wanted, (pool.map if pool else map)(entry, wanted), strict=True):
            chapter = registry.find(name).chapter
            write(chapter, read(chapter, folder) | {name: made}, folder)
            print(f"{name}: made", flush=True)


def main() -> None:
    """Make what is missing or not current."""
    update(outdated(), jobs=os.cpu_count() or 1)


if __name__ == "__main__":
    main()
