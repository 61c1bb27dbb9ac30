"""
Who is in the class: the folders of ``submitted/``, and what in it belongs to nobody.

A folder's name is the student's id, and goes into file names, a database, pages and tables.
So it is made of letters, digits and a few signs; any other name is reported, not used.
"""

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

MAX_BYTES = 128  # what nbgrader's tables hold
SIGNS = frozenset(" @._-+',%#=()~")
LETTERS = ("L", "M", "Nd", "Nl")
# Letters and marks that show nothing (Default_Ignorable_Code_Point): two names may look alike.
INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
LOOSE = (".ipynb", ".zip", ".7z", ".tar", ".gz", ".tgz", ".rar")
MAX_LISTED = 1000
MAX_DEPTH = 4


def allowed(character: str) -> bool:
    """Tell whether an id may hold this character."""
    if INVISIBLE.match(character):
        return False
    return character in SIGNS or unicodedata.category(character).startswith(LETTERS)


def id_fault(name: str) -> str:
    """
    Say why a name cannot be a student's id.

    Parameters
    ----------
    name : str
        A folder's name.

    Returns
    -------
    str
        What is wrong with it; empty if nothing is.
    """
    if not name:
        return "is empty"
    refused = [character for character in name if not allowed(character)]
    if refused:
        return f"holds {named(refused[0])}; letters, digits, spaces and {signs()} may be used"
    if len(name.encode()) > MAX_BYTES:
        return f"is longer than {MAX_BYTES} bytes"
    if name[0] == ".":
        return "begins with a dot"
    if name != name.strip():
        return "begins or ends with a space"
    if unicodedata.category(name[0]).startswith("M"):
        return "begins with a mark that belongs on a letter"
    return ""


def named(character: str) -> str:
    """Name a character by its code, whatever it would do where it is printed."""
    code = f"U+{ord(character):04X}"
    return f"the character {code} {unicodedata.name(character, '')}".rstrip()


def signs() -> str:
    """List the signs that an id may hold."""
    return " ".join(sorted(SIGNS - {" "}))


def escaped(character: str) -> str:
    """Write a character as its code."""
    code = ord(character)
    width, mark = (2, "x") if code < 1 << 8 else (4, "u") if code < 1 << 16 else (8, "U")
    return f"\\{mark}{code:0{width}x}"


def shown(name: str) -> str:
    """Write a name with codes in place of all that an id may not hold."""
    return "".join(c if allowed(c) else escaped(c) for c in name)


def printable(text: str) -> str:
    """Write a text, which may hold anything, so that it is one line and looks like what it is."""
    return "".join(c if c.isprintable() else escaped(c) for c in text)


def folder_faults(names: list[str]) -> dict[str, str]:
    """Say of each folder's name that cannot be an id what is wrong with it."""
    faults = {name: fault for name in names if (fault := id_fault(name))}
    for name in names:
        plain = unicodedata.normalize("NFC", name)
        if name != plain and plain in names:
            faults[name] = "is the same as another folder's, written in other Unicode characters"
    return faults


def folders(root: Path) -> list[str]:
    """
    List the folders below ``submitted``: one a student, and others that might be meant so.

    Parameters
    ----------
    root : Path
        The course directory.

    Returns
    -------
    list of str
        Names. A hidden folder counts only if a notebook lies where a student's would.
    """
    submitted = root / "submitted"
    if not submitted.is_dir():
        raise ValueError(f"no submissions: {submitted} is missing")
    with os.scandir(submitted) as entries:
        return sorted(
            entry.name
            for entry in entries
            if is_folder(entry) and (entry.name[0] != "." or hides_work(Path(entry.path)))
        )


def is_folder(entry: "os.DirEntry[str]") -> bool:
    """Tell whether an entry is a folder, or a link to one, which a submission may not be."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def hides_work(folder: Path) -> bool:
    """Tell whether a hidden folder holds a notebook as a student's folder would."""
    try:
        return any(path.parent.name == path.stem for path in folder.glob("*/*.ipynb"))
    except OSError:
        return False


def unplaced(root: Path, name: str, missing: list[str]) -> list[str]:
    """
    List the files below ``submitted`` that belong to nobody.

    Parameters
    ----------
    root : Path
        The course directory.
    name : str
        The assignment.
    missing : list of str
        Students in whose folder no submission of it was found.

    Returns
    -------
    list of str
        Paths, seen from the course directory: what lies beside the students' folders, and
        notebooks and archives in a folder in which no submission was found.
    """
    submitted = root / "submitted"
    found = list(loose(submitted)) if submitted.is_dir() else []
    from course_lib.grading.examine.assignment import sources  # which reads nbgrader's settings

    others = {path.name for path in sources(root).glob("*/")} - {name}
    for student in missing:
        found += [
            path
            for path in stray(submitted / student, MAX_DEPTH)
            if path.relative_to(submitted / student).parts[0] not in others
            and not usual(path, name)
        ]
    return sorted(path.relative_to(root).as_posix() for path in found[:MAX_LISTED])


def loose(submitted: Path) -> Iterator[Path]:
    """List what lies beside the students' folders, without the files that systems leave."""
    with os.scandir(submitted) as entries:
        for entry in entries:
            system = entry.name.startswith(".") and not entry.name.lower().endswith(LOOSE)
            if not (is_folder(entry) or system or entry.name.startswith("._")):
                yield Path(entry.path)


def stray(folder: Path, depth: int) -> Iterator[Path]:
    """List notebooks and archives below a folder; links are not followed."""
    try:
        with os.scandir(folder) as listed:
            entries = [entry for entry in listed if not entry.name.startswith(".")]
        for entry in entries[:MAX_LISTED]:
            if entry.is_dir(follow_symlinks=False):
                if depth:
                    yield from stray(Path(entry.path), depth - 1)
            elif entry.name.lower().endswith(LOOSE):
                yield Path(entry.path)
    except OSError:
        return


def usual(path: Path, name: str) -> bool:
    """Tell whether a file lies as the notebook of an assignment without a source does."""
    return path.suffix == ".ipynb" and path.parent.name == path.stem and path.stem != name
