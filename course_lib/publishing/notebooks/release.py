"""Releases assignments: everything that is derived from ``solutions/*/*.md``, and the bundle."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from course_lib.checks import registry
from course_lib.checks.author.student_edition import compiled_files
from course_lib.publishing.gates.leaks import Leak
from course_lib.publishing.notebooks.bundle import build_bundle
from course_lib.publishing.notebooks.derive import (
    edited_by_hand,
    solved_path,
    source_path,
    student_path,
    write_solved,
    write_student,
)
from course_lib.publishing.notebooks.faults import exercise_faults
from course_lib.publishing.notebooks.points import points_file
from course_lib.publishing.notebooks.secrets import find_leaks, find_leaks_of_notebooks
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
        f"{folder.relative_to(root)}: passed over, since no chapter has this name. Expected one of "
        f"{', '.join(registry.CHAPTERS)}. Rename or remove the folder."
        for folder in folders
        if folder.name not in registry.CHAPTERS
    ]


def release(names: Sequence[str] | None, root: Path) -> list[Path]:
    """
    Derive the solved and the student notebooks and build the student bundle.

    All is derived in another place first and searched for secrets; only then is anything written.

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
        If a source breaks a rule, an exercise cannot be checked, a derived notebook was edited, or
        an answer would get out: one line a fault. Nothing is then written.
    """
    known = assignments(root)
    for name in names or ():
        if name not in known:
            raise SourceError(f"no assignment {name!r}. There are: {', '.join(known) or 'none'}.")
    chosen = names or known
    refuse([fault for name in chosen if (fault := edited_by_hand(name, root))])
    refuse([fault for name in chosen for fault in exercise_faults(name, root)])
    with TemporaryDirectory() as folder:
        draft = Path(folder).resolve()
        derive_draft(chosen, known, root, draft)
        written = []
        for name in chosen:
            written.append(copied(solved_path(name, draft), draft, root))
            written.append(write_student(name, root))
        shutil.rmtree(root / "dist", ignore_errors=True)
        return written + [copied(path, draft, root) for path in (draft / "dist").iterdir()]


def derive_draft(names: Sequence[str], known: Sequence[str], root: Path, draft: Path) -> None:
    """
    Derive everything in an empty folder, and refuse it if it holds a secret.

    Parameters
    ----------
    names : sequence of str
        The assignments to derive again.
    known : sequence of str
        All assignments.
    root : Path
        The course directory.
    draft : Path
        The folder.

    Raises
    ------
    SourceError
        If a source breaks a rule, or one line for each secret that would get out.
    """
    for path in (root / "nbgrader_config.py", root / "requirements.txt"):
        copied(path, root, draft)
    for name in known:
        copied(source_path(name, root), root, draft)
        if name not in names and student_path(name, root).is_file():
            copied(student_path(name, root), root, draft)
    for name in names:
        write_solved(name, draft, registry.graded_names(name))
        write_student(name, draft, is_draft=True)
    refuse([leak for name in names for leak in find_leaks_of_notebooks(name, draft)])
    build_bundle(draft, compiled_files(known) | points_file(known, draft))
    refuse(find_leaks([draft / "exercises", draft / "dist"], draft))


def refuse(faults: Sequence[str | Leak]) -> None:
    """Stop if there are faults, or something would get out, and say all of it."""
    if faults:
        raise SourceError("\n".join(map(str, faults)))


def copied(path: Path, source: Path, target: Path) -> Path:
    """Copy a file from one course directory to the same place in another."""
    copy = target / path.relative_to(source)
    copy.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(path, copy))
