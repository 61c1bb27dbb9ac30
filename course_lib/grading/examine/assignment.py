"""The instructor's source notebook: what is asked, and the only place that test cells come from."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

Kind = Literal["answer", "test", "written", "readonly", "plain"]
IGNORED = ("*.ipynb", "*.md", "*.pyc", "__pycache__", ".*")  # never handed out
MAX_BYTES = 16 * 2**20  # of the files beside the notebooks
MAX_FILES = 500
# What stands in a released notebook in place of a solution; nbgrader's own words come last.
STUBS = ("# YOUR CODE HERE\nraise NotImplementedError()", "YOUR ANSWER HERE")


@dataclass(frozen=True)
class Cell:
    """
    One cell of the source.

    Parameters
    ----------
    key : str
        Its grade_id, or its cell id where nbgrader knows nothing of it.
    kind : str
        "answer" (a student's code), "test", "written" (graded by hand), "readonly" or "plain".
    code : bool
        Whether it is a code cell.
    source : str
        The instructor's text.
    points : float
        Most points it can give.
    metadata : dict
        Its notebook metadata.
    cell_id : str
        Its id in the notebook format.
    """

    key: str
    kind: Kind
    code: bool
    source: str
    points: float
    metadata: dict[str, Any]
    cell_id: str = ""

    @property
    def exercise(self) -> str:
        """Name of the exercise that a test cell belongs to."""
        return self.key.removesuffix("-visible").removesuffix("-hidden")


@dataclass(frozen=True)
class Assignment:
    """
    The source of an assignment, read once and sent to workers as it is.

    Parameters
    ----------
    name : str
        The assignment.
    text : str
        A notebook of it, without outputs.
    stubs : tuple of str
        What stands in place of a solution in a released notebook.
    book : str
        Name of the notebook; the assignment's if it is empty.
    files : tuple
        Path and content of what the instructor put beside the notebooks.
    packages : tuple of str
        What student code may import besides the packages that every student has.
    others : tuple of Assignment
        The other notebooks of the assignment, each as one of its own.
    """

    name: str
    text: str
    stubs: tuple[str, ...] = STUBS
    book: str = ""
    files: tuple[tuple[str, bytes], ...] = ()
    packages: tuple[str, ...] = ()
    others: "tuple[Assignment, ...]" = ()

    @classmethod
    def find(cls, name: str, root: Path) -> "Assignment":
        """Read the notebooks of ``solutions/NAME``, or of the folder that the settings name."""
        settings = read_settings(root)
        folder = sources(root, settings) / name
        paths = notebooks_in(folder)
        if not paths:
            path = folder / f"{name}.ipynb"
            raise ValueError(f"no source for assignment {name!r}: {path} is missing")
        ignored = settings.CourseDirectory.get("ignore")
        made = [
            cls(
                name, without_outputs(path.read_text(encoding="utf-8")), stubs(settings),
                "" if path.stem == name else path.stem,
                beside(folder, IGNORED if ignored is None else (*IGNORED, *ignored)),
                tuple(settings.Examine.get("packages", ())),
            )
            for path in paths
        ]  # fmt: skip
        return replace(made[0], others=tuple(made[1:]))

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel without what was computed from the text."""
        return Assignment, tuple(getattr(self, each.name) for each in fields(self))

    @property
    def books(self) -> "tuple[Assignment, ...]":
        """Each notebook as an assignment of its own, in the order of their names."""
        return (replace(self, others=()), *self.others) if self.others else (self,)

    @property
    def file(self) -> str:
        """Name of the notebook, without its ending."""
        return self.book or self.name

    @cached_property
    def notebook(self) -> dict[str, Any]:
        """The notebook as plain data."""
        return dict(json.loads(self.text))

    @cached_property
    def cells(self) -> list[Cell]:
        """The cells in order."""
        return [read_cell(raw, k) for k, raw in enumerate(self.notebook["cells"])]

    @cached_property
    def digest(self) -> str:
        """SHA-256 of everything that decides a grade: the cells, without their outputs."""
        deciding: list[Any] = [(c.key, c.kind, c.code, c.source, c.points) for c in self.cells]
        deciding += [(path, hashlib.sha256(content).hexdigest()) for path, content in self.files]
        deciding += [*self.packages, *([self.book] if self.book else [])]
        deciding += [other.digest for other in self.others]
        return hashlib.sha256(json.dumps(deciding).encode()).hexdigest()

    @property
    def tests(self) -> list[Cell]:
        """The cells that are graded by running them."""
        return [cell for cell in self.cells if cell.kind == "test" and cell.code]

    @property
    def max_score(self) -> float:
        """Points that automatic grading can give, in all notebooks."""
        return sum(cell.points for book in self.books for cell in book.tests)


def read_settings(root: Path) -> Config:
    """Read the course's nbgrader_config.py, if there is one."""
    path = root / "nbgrader_config.py"
    if not path.is_file():
        return Config()
    return PyFileConfigLoader(path.name, path=str(root)).load_config()


def sources(root: Path, settings: Config | None = None) -> Path:
    """
    Give the folder of the assignments' sources.

    Parameters
    ----------
    root : Path
        The course directory.
    settings : Config, optional
        Its nbgrader_config.py, if that was read already.

    Returns
    -------
    Path
        ``source_directory`` of the settings; else ``solutions``, or nbgrader's own ``source``
        if that is there alone.
    """
    course = (read_settings(root) if settings is None else settings).CourseDirectory
    named = course.get("source_directory")
    if named:
        return root / named
    usual = root / "solutions"
    return root / "source" if not usual.is_dir() and (root / "source").is_dir() else usual


def notebooks_in(folder: Path) -> list[Path]:
    """List the notebooks of an assignment, the one of its name first."""
    found = [path for path in folder.glob("*.ipynb") if path.name[0] not in "._"]
    return sorted(found, key=lambda path: (path.stem != folder.name, path.name))


def assignment_names(root: Path) -> list[str]:
    """List the assignments that have a notebook."""
    return sorted({path.partition("/")[0] for path in notebook_places(root)})


def notebook_places(root: Path) -> frozenset[str]:
    """Give ``NAME/NOTEBOOK.ipynb`` of every assignment, where a student's notebooks belong too."""
    folder = sources(root)
    return frozenset(path.relative_to(folder).as_posix() for path in folder.glob("*/*.ipynb"))


def stubs(settings: Config) -> tuple[str, ...]:
    """Give what stands in place of a solution in a released notebook."""
    cleared = settings.ClearSolutions
    own = cleared.get("code_stub", {}).get("python", ""), cleared.get("text_stub", "")
    return (*filter(None, own), *STUBS)


def beside(folder: Path, ignored: Sequence[str] = IGNORED) -> tuple[tuple[str, bytes], ...]:
    """
    Read the files that an assignment's folder holds beside its notebooks.

    Parameters
    ----------
    folder : Path
        The assignment's folder among the sources.
    ignored : sequence of str
        Patterns of names that are left out, as nbgrader leaves them out of a release.

    Returns
    -------
    tuple
        Path within the folder, and content, of each.

    Raises
    ------
    ValueError
        If they are too many or too large to be handed to every submission.
    """
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    wanted = [
        path for path in paths
        if not any(fnmatch(part, p) for part in path.relative_to(folder).parts for p in ignored)
    ]  # fmt: skip
    size = sum(path.stat().st_size for path in wanted)
    if len(wanted) > MAX_FILES or size > MAX_BYTES:
        raise ValueError(
            f"{folder} holds {len(wanted)} files of {size / 2**20:.0f} MB beside the notebooks. "
            f"Every submission gets a copy: at most {MAX_FILES} files of {MAX_BYTES // 2**20} MB "
            "are handed out. Move away what students do not need"
        )
    return tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in wanted)


def without_outputs(text: str) -> str:
    """Drop the outputs of a solved notebook; its pictures would travel with every job."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell |= {"outputs": [], "execution_count": None}
    return json.dumps(notebook)


def source_of(raw: dict[str, Any]) -> str:
    """Join a cell's source, which may be text or a list of lines."""
    source = raw.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def read_cell(raw: dict[str, Any], position: int) -> Cell:
    """Read one cell of the source and sort it by what nbgrader says of it."""
    graded = raw.get("metadata", {}).get("nbgrader", {})
    kind: Kind = "plain"
    if graded:
        grade, solution = graded.get("grade", False), graded.get("solution", False)
        if graded.get("task", False) or (grade and solution):
            kind = "written"
        elif grade or solution:
            kind = "test" if grade else "answer"
        elif graded.get("locked", False):
            kind = "readonly"
    return Cell(
        key=graded.get("grade_id") or raw.get("id") or f"cell-{position}",
        kind=kind,
        code=raw.get("cell_type") == "code",
        source=source_of(raw),
        points=float(graded.get("points", 0) or 0),
        metadata=raw.get("metadata", {}),
        cell_id=raw.get("id") or f"cell-{position}",
    )
