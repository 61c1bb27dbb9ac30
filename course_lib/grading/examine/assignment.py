"""The instructor's source notebook: what is asked, and the only place that test cells come from."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from traitlets.config.loader import PyFileConfigLoader

Kind = Literal["answer", "test", "written", "readonly", "plain"]
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
    """The source of an assignment, read once and sent to workers as it is."""

    name: str
    text: str
    stubs: tuple[str, ...] = STUBS

    @classmethod
    def find(cls, name: str, root: Path) -> "Assignment":
        """Read ``solutions/NAME/NAME.ipynb``."""
        path = root / "solutions" / name / f"{name}.ipynb"
        if not path.is_file():
            raise ValueError(f"no source for assignment {name!r}: {path} is missing")
        return cls(name, without_outputs(path.read_text(encoding="utf-8")), stubs(root))

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel without what was computed from the text."""
        return Assignment, (self.name, self.text, self.stubs)

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
        deciding = [(c.key, c.kind, c.code, c.source, c.points) for c in self.cells]
        return hashlib.sha256(json.dumps(deciding).encode()).hexdigest()

    @property
    def tests(self) -> list[Cell]:
        """The cells that are graded by running them."""
        return [cell for cell in self.cells if cell.kind == "test" and cell.code]

    @property
    def max_score(self) -> float:
        """Points that automatic grading can give."""
        return sum(cell.points for cell in self.tests)


def stubs(root: Path) -> tuple[str, ...]:
    """Read from nbgrader's settings what stands in place of a solution in a released notebook."""
    path = root / "nbgrader_config.py"
    if not path.is_file():
        return STUBS
    settings = PyFileConfigLoader(path.name, path=str(root)).load_config().ClearSolutions
    own = settings.get("code_stub", {}).get("python", ""), settings.get("text_stub", "")
    return (*filter(None, own), *STUBS)


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
