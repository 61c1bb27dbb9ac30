"""Where the files of an assignment lie in a course directory."""

from pathlib import Path

import yaml


def source_path(name: str, root: Path) -> Path:
    """Return the text source of the assignment `name`."""
    return root / "solutions" / name / f"{name}.md"


def solved_path(name: str, root: Path) -> Path:
    """Return the executed notebook with answers, which nbgrader reads."""
    return source_path(name, root).with_suffix(".ipynb")


def student_path(name: str, root: Path) -> Path:
    """Return the notebook that a student gets."""
    return root / "exercises" / name / f"{name}.ipynb"


def site_address(root: Path) -> str:
    """
    Return the address of the published site.

    Parameters
    ----------
    root : Path
        The course directory; ``html: baseurl`` in its ``_config.yml`` is the address.

    Returns
    -------
    str
        Without a slash at its end; empty if it is not set.
    """
    path = root / "_config.yml"
    settings = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return str(settings.get("html", {}).get("baseurl") or "").rstrip("/")
