"""Reads what derived pages are made from: where nothing is there, no page of nothing is written."""

from pathlib import Path

RESTORE = "Restore it with git, or name the course directory with --root."


class NoDataError(ValueError):
    """What a derived page is made from is missing or empty."""


def read(root: Path, name: Path | str, remedy: str = RESTORE) -> str:
    """
    Read a file that a page cannot do without.

    Parameters
    ----------
    root : Path
        Folder of the project.
    name : Path or str
        The file, seen from there.
    remedy : str, optional
        What to do if it is not there.

    Returns
    -------
    str
        Its text, which is not empty.

    Raises
    ------
    NoDataError
        If the file is missing or empty.
    """
    path = root / name
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    if not text.strip():
        raise NoDataError(f"{name}: {'is empty' if path.is_file() else 'is missing'}. {remedy}")
    return text
