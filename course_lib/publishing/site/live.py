"""What pages with live exercises load when one is run: Python, and the student's wheel.

All of it goes below ``_static/live`` of the built site. ``files.mjs`` there says what there is.
The notebook to download is that of `course_lib.publishing.site.sphinx_downloads`.
"""

import gzip
import hashlib
import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

import course_lib
from course_lib._chapters import CODE, COURSE, TITLES
from course_lib.checks.registry import CHAPTERS
from course_lib.publishing.notebooks.bundle import build_wheel, student_data, write_bundle
from course_lib.publishing.notebooks.places import student_path
from course_lib.publishing.site import pyodide
from course_lib.publishing.site.sphinx_downloads import FOLDER
from course_lib.publishing.site.sphinx_live import read_chapter

HERE = Path("_static", "live")
SECTION = '<section class="live"'
LOCK, PACKAGES = "pyodide-lock.json", "packages.json"
# What runs there: no source file is published under its name, nor is it a page's.
RUNNERS = {
    "check": "page_python.txt",
    "cells": "page_cells.txt",
    "catch": "page_catch.txt",
}
EXERCISES = "exercises.json"
_PACKAGE = Path(course_lib.__file__).parent
_CODE = (".py", ".json", ".mplstyle")
_SAVING = 0.95  # a file that is packed already gains nothing


def publish(root: Path, html: Path) -> None:
    """
    Put the student's bundle, and what live exercises load, into a built site that has assignments.

    Parameters
    ----------
    root : Path
        The course directory.
    html : Path
        The folder of the pages.
    """
    wheel = None
    if (html / FOLDER / "exercises").is_dir():
        wheel = student_wheel(root, html.parent / "student_wheel")
        write_bundle(html / FOLDER, wheel, root)
    if not any(SECTION in page.read_text(encoding="utf-8") for page in html.rglob("*.html")):
        return
    folder = html / HERE
    python = pyodide.fetch(root)
    if python is None:
        shutil.rmtree(folder / "python", ignore_errors=True)
        (folder / "files.mjs").write_text("export default null;\n", encoding="utf-8")
        return
    files = [file for file in pyodide.read_list(root).files if file.name != LOCK]
    names = [file.name for file in files]
    loaded = {"start": 0, "drawings": 0}
    for file in files:
        size = put(folder / "python" / file.name, (python / file.name).read_bytes())
        loaded[file.part] += size
    loaded["start"] += put(folder / "python" / PACKAGES, packages(python / LOCK, names))
    wheel = wheel or student_wheel(root, html.parent / "student_wheel")
    for old in set(folder.glob("*.whl")) - {folder / wheel.name}:
        old.unlink()
    loaded["start"] += put(folder / wheel.name, wheel.read_bytes())
    for name in RUNNERS.values():
        put(folder / name, Path(__file__).with_name(name).with_suffix(".py").read_bytes())
    put(folder / EXERCISES, exercises(root))
    there = {
        "wheel": address(folder / wheel.name),
        **{task: address(folder / name) for task, name in RUNNERS.items()},
        "exercises": address(folder / EXERCISES),
        "megabytes": megabytes(loaded["start"]),
        "drawings": megabytes(loaded["drawings"]),
    }
    text = f"export default {json.dumps(there)};\n"
    (folder / "files.mjs").write_text(text, encoding="utf-8")


def packages(lock: Path, names: Sequence[str]) -> bytes:
    """Return Pyodide's list of packages without those that are not there: it is read first."""
    listed = json.loads(lock.read_text(encoding="utf-8"))
    here = {key: row for key, row in listed["packages"].items() if row["file_name"] in names}
    for row in here.values():
        row["depends"] = [name for name in row["depends"] if name.lower() in here]
    return json.dumps(listed | {"packages": here}).encode()


def exercises(root: Path) -> bytes:
    """Write down which exercises each chapter has: cells run on the solved ones of all chapters."""
    paths = {name: student_path(name, root) for name in CHAPTERS}
    read = [read_chapter(path) for path in paths.values() if path.is_file()]
    return json.dumps(
        [
            {
                "chapter": chapter.name,
                "title": TITLES[chapter.name],
                "given": chapter.given,
                "exercises": [{"name": e.name, "digest": e.digest} for e in chapter.exercises],
            }
            for chapter in read
        ]
    ).encode()


def megabytes(size: int) -> int:
    """Say how many megabytes a reader loads, in a round number."""
    return max(1, round(size / 1e6))


def put(path: Path, data: bytes) -> int:
    """
    Write a file, and beside it the same compressed where that saves something.

    Parameters
    ----------
    path : Path
        The file.
    data : bytes
        Its content.

    Returns
    -------
    int
        How many bytes a reader loads.
    """
    packed = path.with_name(f"{path.name}.gz")
    if not path.is_file() or path.read_bytes() != data:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        packed.unlink(missing_ok=True)
        small = gzip.compress(data, mtime=0)
        if len(small) < _SAVING * len(data):
            packed.write_bytes(small)
    return (packed if packed.is_file() else path).stat().st_size


def address(path: Path) -> str:
    """Name a file beside the script; it changes with its content, so that no old one is kept."""
    return f"./{path.name}?v={hashlib.sha256(path.read_bytes()).hexdigest()[:12]}"


def student_wheel(root: Path, folder: Path) -> Path:
    """
    Return the student's wheel, built anew when what it is made from has changed.

    Parameters
    ----------
    root : Path
        The course directory.
    folder : Path
        Where the wheel is kept from build to build.

    Returns
    -------
    Path
        The wheel, made as ``course release`` makes it.
    """
    stamp, digest = folder / "made_from.sha256", digest_of_wheel(root)
    kept = sorted(folder.glob("*.whl"))
    if kept and stamp.is_file() and stamp.read_text(encoding="utf-8") == digest:
        return kept[0]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    names = [name for name in CHAPTERS if student_path(name, root).is_file()]
    wheel = build_wheel(folder, _PACKAGE, student_data(names, root))
    stamp.write_text(digest, encoding="utf-8")
    return wheel


def digest_of_wheel(root: Path) -> str:
    """Hash what the student's wheel is made from."""
    code = [path for folder in CODE for path in folder.rglob("*") if path.suffix in _CODE]
    notebooks = list((root / "exercises").glob("*/*.ipynb"))
    digest = hashlib.sha256(f"{sys.version}, {np.__version__}, {COURSE.text()}".encode())
    for path in sorted(filter(Path.is_file, [*code, *notebooks, root / "_config.yml"])):
        digest.update(f"{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()
