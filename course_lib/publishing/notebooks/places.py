"""Where the files of an assignment lie in a course directory."""

from pathlib import Path


def source_path(name: str, root: Path) -> Path:
    """Return the text source of the assignment `name`."""
    return root / "solutions" / name / f"{name}.md"


def solved_path(name: str, root: Path) -> Path:
    """Return the executed notebook with answers, which nbgrader reads."""
    return source_path(name, root).with_suffix(".ipynb")


def student_path(name: str, root: Path) -> Path:
    """Return the notebook that a student gets."""
    return root / "exercises" / name / f"{name}.ipynb"
