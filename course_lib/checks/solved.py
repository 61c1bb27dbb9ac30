"""Brings the functions of a student's solved notebooks into the chapters of the book.

The first cell of a chapter's notebook calls `use_my_functions`. With the full library there is
nothing to bring.
"""

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from course_lib import _own
from course_lib._absent import stand_in
from course_lib._chapters import TITLES
from course_lib.checks import registry
from course_lib.checks.notebook import PASSES, state_of


def use_my_functions(folder: str | Path = ".") -> None:
    """
    Let the chapters call your own functions, and print which are still missing.

    Parameters
    ----------
    folder : str or Path, default="."
        Where your notebooks of the exercises lie. Nothing in them runs but the definitions in the
        cells that you write; a function is taken if its check is right.
    """
    if registry.is_instructor_edition():
        print("The full library is here: it runs on its own functions.")
        return
    found: dict[str, Any] = {}
    print("This chapter runs on what you have written:")
    for chapter in registry.CHAPTERS:
        names, trouble = read_answers(Path(folder) / f"{chapter}.ipynb")
        right = {name: names[name] for name in registry.names(chapter) if is_right(name, names)}
        found |= right
        print(f"  {TITLES[chapter]}: {trouble or how_many(right, registry.names(chapter))}")
    print(
        "A cell that needs a missing one says so. When you have written more, run all cells again."
    )
    _own.supply(found)
    stand_in({"sklearn": "This needs scikit-learn. Install it with: pip install scikit-learn"})


def how_many(right: Collection[str], asked: Collection[str]) -> str:
    """Say how many exercises of a chapter are solved, and which are not."""
    missing = [name for name in asked if name not in right]
    return f"{len(right)} of {len(asked)}" + ("; missing: " + ", ".join(missing) if missing else "")


def read_answers(path: Path) -> tuple[dict[str, Any], str]:
    """
    Run what a student's notebook defines in the cells that students write.

    Parameters
    ----------
    path : Path
        The notebook.

    Returns
    -------
    names : dict
        What is defined; empty if the notebook cannot be read.
    trouble : str
        Why it cannot be read, else empty.
    """
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = [(cell, "".join(cell["source"])) for cell in cells if cell["cell_type"] == "code"]
    except FileNotFoundError:
        return {}, f"there is no {path.name} beside this notebook"
    except (OSError, ValueError, LookupError, TypeError) as problem:
        return {}, f"{path.name} cannot be read ({type(problem).__name__})"
    written = [(label(cell), source) for cell, source in code if label(cell)]
    names, stopped = _own.defined([("the first cell", code[0][1]), *written] if code else [])
    for cell, error in stopped.items():
        print(f"  {path.name}: {cell} is left out, since its cell stops: {error}")
    return names, ""


def label(cell: Mapping[str, Any]) -> str:
    """Return the grade_id of a cell that students write; empty for any other."""
    grading = cell.get("metadata", {}).get("nbgrader", {})
    return str(grading["grade_id"]) if grading.get("solution") else ""


def is_right(name: str, names: Mapping[str, Any]) -> bool:
    """Tell whether the visible check of an exercise passes."""
    return state_of(name, names).word == PASSES
