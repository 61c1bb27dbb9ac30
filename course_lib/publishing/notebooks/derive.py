"""Derives the notebooks of an assignment: text source, then solved notebook, then student notebook.

====================================  =========================================
derived file                          made from
====================================  =========================================
``solutions/NAME/NAME.ipynb``         ``solutions/NAME/NAME.md``, executed
``exercises/NAME/NAME.ipynb``         ``solutions/NAME/NAME.ipynb``, by nbgrader
====================================  =========================================
"""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode
from nbgrader.apps import NbGraderAPI
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from course_lib.publishing.notebooks.places import (
    site_address,
    solved_path,
    source_path,
    student_path,
)
from course_lib.publishing.notebooks.sources import (
    ANNOUNCED,
    Cell,
    SourceError,
    announce_grader,
    announce_points,
    link_chapters,
    read_source,
    unlinked,
    validate_source,
)

CELL_SECONDS = 300


def load_source(name: str, root: Path, exercises: Sequence[str]) -> NotebookNode:
    """
    Read and validate the source of one assignment.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.
    exercises : sequence of str
        The registered exercises of the chapter.

    Returns
    -------
    NotebookNode
        The notebook with answers, hidden tests and points in its headings, without outputs.

    Raises
    ------
    SourceError
        If the source breaks a rule.
    """
    path = source_path(name, root)
    notebook = read_source(path)
    validate_source(notebook, path.relative_to(root), exercises)
    announce_points(notebook)
    link_chapters(notebook, site_address(root))
    announce_grader(notebook)
    return notebook


def edited_by_hand(name: str, root: Path) -> str:
    """
    Tell whether somebody edited the solved notebook, which the release would write anew.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.

    Returns
    -------
    str
        What is wrong, in one line; empty if the notebook is older than its source, or says the
        same.
    """
    source, solved = source_path(name, root), solved_path(name, root)
    if not solved.is_file() or solved.stat().st_mtime <= source.stat().st_mtime:
        return ""
    notebook = read_source(source)
    announce_points(notebook)
    wanted = [own_text(cell) for cell in notebook.cells]
    found = [own_text(cell) for cell in nbformat.read(solved, as_version=4).cells]
    if found == wanted:
        return ""
    pairs = enumerate(zip(found, wanted, strict=False))
    index = next((k for k, (one, other) in pairs if one != other), min(len(found), len(wanted)))
    return (
        f"{solved.relative_to(root)}, cell {index}: edited after {source.name}, from which it is "
        f"derived. Write the change into {source.name} and delete {solved.name}."
    )


def own_text(cell: NotebookNode) -> str:
    """Return the text of a cell without what the release adds: the grader, links to the site."""
    return unlinked(str(cell.source).partition(ANNOUNCED)[0])


def execute(notebook: NotebookNode, path: Path) -> NotebookNode:
    """
    Run every cell, so that the notebook holds the outputs of its answers.

    Parameters
    ----------
    notebook : NotebookNode
        The notebook, changed in place.
    path : Path
        Its source, for the message; cells run in its folder.

    Returns
    -------
    NotebookNode
        The same notebook, its metadata free of times and versions.

    Raises
    ------
    SourceError
        If a cell raises or writes to stderr.
    """
    metadata = notebook.metadata.copy()
    client = NotebookClient(
        notebook,
        timeout=CELL_SECONDS,
        kernel_name="python3",
        record_timing=False,
        coalesce_streams=True,
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        client.execute(env=os.environ | {"OPENBLAS_NUM_THREADS": "1"})
    except CellExecutionError as error:
        cells = [Cell(index, cell) for index, cell in enumerate(notebook.cells)]
        failed = next(cell for cell in cells if has_failed(cell))
        what = f"the solved notebook fails: {error.ename}: {' '.join(error.evalue.split())}"
        raise SourceError(f"{path}, {failed.problem(what)}. Mend the cell or its answer.") from None
    notebook.metadata = metadata
    for index, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", []):
            if output.get("name") == "stderr":
                raise SourceError(f"{path}, cell {index}: writes to stderr: {output['text']}")
    return notebook


def has_failed(cell: Cell) -> bool:
    """Tell whether a cell was run and raised."""
    return any(output.output_type == "error" for output in cell.node.get("outputs", []))


def write_solved(name: str, root: Path, exercises: Sequence[str]) -> Path:
    """
    Write the executed notebook with answers beside its source.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.
    exercises : sequence of str
        The registered exercises of the chapter.

    Returns
    -------
    Path
        ``solutions/NAME/NAME.ipynb``.
    """
    notebook = execute(load_source(name, root, exercises), source_path(name, root))
    path = solved_path(name, root)
    nbformat.write(notebook, path)
    return path


def nbgrader_api(root: Path, is_draft: bool = False) -> NbGraderAPI:
    """
    Return nbgrader's own interface, set up by ``nbgrader_config.py`` of the course.

    Parameters
    ----------
    root : Path
        The course directory.
    is_draft : bool, default=False
        Write to no gradebook, whatever the settings say.

    Returns
    -------
    NbGraderAPI
        Bound to the folders and the gradebook of this course.

    Raises
    ------
    SourceError
        If the settings are missing.
    """
    if not (root / "nbgrader_config.py").is_file():
        raise SourceError(f"{root}: there is no nbgrader_config.py. Name a course directory.")
    settings: Config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    if is_draft:
        settings.GenerateAssignment.no_database = True
        settings.SaveCells.enabled = False
    return NbGraderAPI(config=settings)


def write_student(name: str, root: Path, is_draft: bool = False) -> Path:
    """
    Let nbgrader derive the student notebook from the solved one.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.
    is_draft : bool, default=False
        Leave the gradebook of the course alone.

    Returns
    -------
    Path
        ``exercises/NAME/NAME.ipynb``.

    Raises
    ------
    SourceError
        If nbgrader refuses, or if a marker survived it.
    """
    path = student_path(name, root)
    result = nbgrader_api(root, is_draft).generate_assignment(name)
    if not result["success"]:
        raise SourceError(f"{path}: nbgrader refused.\n{result.get('log') or result.get('error')}")
    student = nbformat.read(path, as_version=4)
    for index, cell in enumerate(student.cells):
        if cell.cell_type == "code" and "###" in cell.source:
            shutil.rmtree(path.parent)
            raise SourceError(f"{path}, cell {index}: '###' survived nbgrader. Mend its marker.")
    return path
