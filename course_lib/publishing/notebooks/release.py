"""Releases assignments: everything that is derived from ``solutions/*/*.md``, and the bundle."""

from collections.abc import Sequence
from pathlib import Path

from course_lib.checks import registry
from course_lib.publishing.notebooks.places import solved_path, source_path, student_path
from course_lib.publishing.notebooks.unchanged import BUNDLE, changed


def assignments(root: Path) -> list[str]:
    """
    List the assignments that have a source, in the order of the course.

    Parameters
    ----------
    root : Path
        The course directory.

    Returns
    -------
    list of str
        Their names.
    """
    return [name for name in registry.CHAPTERS if source_path(name, root).is_file()]


def strangers(root: Path) -> list[str]:
    """
    Tell which folders under ``solutions/`` are passed over.

    Parameters
    ----------
    root : Path
        The course directory.

    Returns
    -------
    list of str
        One line for each that is no chapter of the course.
    """
    folders = [path for path in sorted((root / "solutions").glob("*/")) if path.name[0] not in "._"]
    return [
        f"{folder.relative_to(root)}: passed over, since no chapter has this name. {remedy(folder)}"
        for folder in folders
        if folder.name not in registry.CHAPTERS
    ]


def remedy(folder: Path) -> str:
    """Say what to do about a folder that is no chapter's."""
    if any(folder.glob("*.ipynb")):
        return (
            f"As a plain nbgrader assignment it is tried out by `course check --author "
            f"{folder.name}`, released by nbgrader, and graded by `course grade {folder.name}`."
        )
    return f"Expected one of {', '.join(registry.CHAPTERS)}. Rename or remove the folder."


def release(names: Sequence[str] | None, root: Path, force: bool = False) -> list[Path]:
    """
    Derive the solved and the student notebooks and build the student bundle.

    All is derived in another place first and searched for secrets; only then is anything written.
    What is as the last release left it is not derived again.

    Parameters
    ----------
    names : sequence of str or None
        The assignments to release; None for all. The bundle always holds all.
    root : Path
        The course directory.
    force : bool, default=False
        Derive again what did not change, too.

    Returns
    -------
    list of Path
        The notebooks of these assignments, then the files of the bundle.

    Raises
    ------
    ValueError
        If there is no such assignment.
    SourceError
        If a source breaks a rule, an exercise cannot be checked, a derived notebook was edited, or
        an answer would get out: one line a fault. Nothing is then written.
    """
    known = assignments(root)
    for name in names or ():
        if name not in known:
            raise ValueError(f"no assignment {name!r}. There are: {', '.join(known) or 'none'}.")
    asked = names or known
    stale = [*asked, BUNDLE] if force else changed(known, root)
    if chosen := [name for name in stale if name in (*asked, BUNDLE)]:
        from course_lib.publishing.notebooks.draft import derive  # takes seconds to import

        derive(chosen, known, root)
    notebooks = [path(name, root) for name in asked for path in (solved_path, student_path)]
    return [*notebooks, *sorted((root / "dist").iterdir())]
