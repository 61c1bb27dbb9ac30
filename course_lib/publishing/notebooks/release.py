"""Releases assignments: everything that is derived from ``solutions/*/*.md``, and the bundle."""

from collections.abc import Sequence
from pathlib import Path

from course_lib.checks import registry
from course_lib.checks.author.student_edition import compiled_files
from course_lib.publishing.notebooks.bundle import build_bundle
from course_lib.publishing.notebooks.derive import source_path, write_solved, write_student
from course_lib.publishing.notebooks.sources import SourceError


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

    Raises
    ------
    SourceError
        If a folder under ``solutions/`` is no chapter of the course.
    """
    for folder in sorted((root / "solutions").glob("*/")):
        if folder.name not in registry.CHAPTERS:
            raise SourceError(
                f"{folder.relative_to(root)}: no chapter has this name. Expected one of "
                f"{', '.join(registry.CHAPTERS)}. Rename or remove the folder."
            )
    return [name for name in registry.CHAPTERS if source_path(name, root).is_file()]


def release(names: Sequence[str] | None, root: Path) -> list[Path]:
    """
    Derive the solved and the student notebooks and build the student bundle.

    Parameters
    ----------
    names : sequence of str or None
        The assignments to derive again; None for all. The bundle always holds all.
    root : Path
        The course directory.

    Returns
    -------
    list of Path
        What was written.

    Raises
    ------
    SourceError
        If a source breaks a rule; nothing of that assignment is then released.
    """
    known = assignments(root)
    for name in names or ():
        if name not in known:
            raise SourceError(f"no assignment {name!r}. There are: {', '.join(known) or 'none'}.")
    written = []
    for name in names or known:
        written.append(write_solved(name, root, registry.graded_names(name)))
        written.append(write_student(name, root))
    return written + build_bundle(root, compiled_files(known))
