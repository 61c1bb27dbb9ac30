"""Copies of parts of the course, and edits in them."""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ("_toc.yml", "nbgrader_config.py", "requirements.txt")


def copied(target: Path, *parts: str) -> Path:
    """Copy files and folders of the course to the same places in another folder."""
    for part in parts:
        source, copy = ROOT / part, target / part
        copy.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, copy)
    return target


def replace_in(path: Path, old: str, new: str, *, only: bool = False) -> None:
    """Replace the first place of a text that must be there; with `only`, at one place only."""
    text = path.read_text(encoding="utf-8")
    found = text.count(old)
    assert found == 1 if only else found, f"{path}: found {found} times: {old}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
