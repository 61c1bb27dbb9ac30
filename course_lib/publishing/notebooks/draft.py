"""Derives assignments in another place, and lets out only what holds no secret."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from course_lib.checks import registry
from course_lib.publishing.gates.leaks import Leak
from course_lib.publishing.notebooks.bundle import build_bundle, student_data
from course_lib.publishing.notebooks.derive import edited_by_hand, write_solved, write_student
from course_lib.publishing.notebooks.faults import exercise_faults
from course_lib.publishing.notebooks.places import solved_path, source_path, student_path
from course_lib.publishing.notebooks.secrets import find_leaks, find_leaks_of_notebooks
from course_lib.publishing.notebooks.sources import SourceError
from course_lib.publishing.notebooks.unchanged import BUNDLE, remember


def derive(chosen: Sequence[str], known: Sequence[str], root: Path) -> None:
    """Derive some assignments, and the bundle, and write them down once they hold no secret."""
    names = [name for name in chosen if name != BUNDLE]
    refuse([fault for name in names if (fault := edited_by_hand(name, root))])
    refuse([fault for name in names for fault in exercise_faults(name, root)])
    with TemporaryDirectory() as folder:
        draft = Path(folder).resolve()
        derive_draft(names, known, root, draft)
        for name in names:
            copied(solved_path(name, draft), draft, root)
            write_student(name, root)
        shutil.rmtree(root / "dist", ignore_errors=True)
        for path in (draft / "dist").iterdir():
            copied(path, draft, root)
    remember(names, known, root)


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
    for name in ("nbgrader_config.py", "requirements.txt", "_config.yml"):
        if (root / name).is_file():
            copied(root / name, root, draft)
    for name in known:
        copied(source_path(name, root), root, draft)
        if name not in names and student_path(name, root).is_file():
            copied(student_path(name, root), root, draft)
    for name in names:
        write_solved(name, draft, registry.graded_names(name))
        write_student(name, draft, is_draft=True)
    refuse([leak for name in names for leak in find_leaks_of_notebooks(name, draft)])
    build_bundle(draft, student_data(known, draft))
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
