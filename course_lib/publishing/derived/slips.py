"""The fingerprints of slips: whether they are current, and how they are made again.

They lie in ``slips.json`` beside the exercises of a chapter, each exercise with a digest of
everything that its fingerprints depend on.

    python -m course_lib.publishing.derived.slips

makes those that are missing or not current, a few seconds an exercise, and may be stopped and
started again at any time.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from course_lib.checks import registry
from course_lib.checks.author.mutants import home
from course_lib.checks.author.slips import fingerprints
from course_lib.publishing.derived import code_digest

COMMAND = "python -m course_lib.publishing.derived.slips"
FOLDER = code_digest.PACKAGE / "checks" / "exercises"
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
    own = home(registry.find(name)).__name__
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


def update(names: Iterable[str], folder: Path = FOLDER) -> None:
    """
    Make the fingerprints of some exercises, and write the file after each.

    Parameters
    ----------
    names : iterable of str
        The exercises.
    folder : Path
        Where the chapters lie.
    """
    for name in names:
        exercise = registry.find(name)
        slips: dict[str, list[str]] = {}
        for key, kind in fingerprints(exercise).items():
            slips.setdefault(kind, []).append(key)
        made = read(exercise.chapter, folder)
        kinds = {kind: " ".join(sorted(slips[kind])) for kind in sorted(slips)}
        made[name] = {"digest": digest(name), "slips": kinds}
        write(exercise.chapter, made, folder)


def main() -> None:
    """Make what is missing or not current."""
    for name in outdated():
        update([name])
        print(f"{name}: made", flush=True)


if __name__ == "__main__":
    main()
