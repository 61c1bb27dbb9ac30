"""
Find the file that a student handed in, whatever it is called and wherever it lies.

A file is known by its name and place, and where these are odd by what it holds: the functions
that the assignment asks for. Nothing is unpacked or run, no link is followed, and all is bounded.
"""

import contextlib
import errno
import io
import itertools
import json
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.examine.matching import bound_names
from course_lib.grading.examine.outputs import clean_text

NBGRADERS = frozenset({"timestamp.txt", "submission_secret.txt", "feedback"})
SYSTEMS = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini", "Icon\r", "__pycache__"})
CHECKPOINTS = ".ipynb_checkpoints"
MAX_ENTRIES, MAX_DEPTH, MAX_READ = 300, 4, 40
ARCHIVE = b"PK\x03\x04"
MAX_ARCHIVED, MAX_DIRECTORY = 500, 2**18
BROKEN_ARCHIVE = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, OSError, ValueError, EOFError,
    RuntimeError, IndexError, struct.error,
)  # fmt: skip
OTHER_TYPES = (
    (b"%PDF", "a PDF"), (ARCHIVE, "a zip archive"), (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "a gzip archive"), (b"Rar!", "a RAR archive"), (b"7z\xbc\xaf", "a 7z archive"),
    (b"<!DOCTYPE", "a web page"), (b"<!doctype", "a web page"), (b"<html", "a web page"),
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an Office file"), (b"bplist", "a web location"),
)  # fmt: skip
CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)


class RefusedSubmission(Exception):
    """The submission cannot be read; the text says why and what to do."""


class MissingSubmission(Exception):
    """There is no submission; the text, if any, names what lies there instead."""


@dataclass(frozen=True)
class Candidate:
    """
    A file that may be the submission.

    Parameters
    ----------
    name : str
        Its place below the student's folder, as it may be shown.
    rank : int
        How far its name and place are from the right ones; 0 is right.
    content : bytes
        What it holds.
    fits : bool
        Whether it holds what the assignment asks for.
    """

    name: str
    rank: int
    content: bytes
    fits: bool


def listed(names: list[str]) -> str:
    """List the first few file names, which may hold anything, as text that can be shown."""
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return ", ".join(clean_text(name, 60) for name in names[:5]) + more


def close_name(entry: str, name: str) -> bool:
    """Tell whether a file name is the assignment's but for case, spaces, copy marks and endings."""
    lower = entry.strip().lower()
    stem = re.sub(r"((\.ipynb)?(\.txt|\.json|\.zip)|\.ipynb)$", "", lower)
    if stem == lower:
        return False
    stem = re.sub(r"(\s*\(\d+\)|[-_ ]*(copy|kopie)[-_ ]*\d*|-checkpoint)+$", "", stem.strip())
    return re.sub(r"[\s-]+", "_", stem) == name.lower()


def open_file(path: Path) -> BinaryIO:
    """Open a regular file, the only way to open what students hand in: no link, no waiting."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EMLINK):
            raise RefusedSubmission(f"{path.name} is a symbolic link, not a file") from None
        raise RefusedSubmission(f"{path.name} cannot be opened: {error.strerror}") from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise RefusedSubmission(f"{path.name} is not a regular file")
    return os.fdopen(descriptor, "rb")


def read_file(path: Path, limit: int) -> bytes:
    """Read a regular file of limited size."""
    with open_file(path) as file:
        if os.fstat(file.fileno()).st_size > limit:
            raise RefusedSubmission(
                f"{path.name} is larger than {limit / 2**20:.0f} MB: clear its outputs in Jupyter, "
                "save it and hand it in again"
            )
        return file.read(limit + 1)


def decoded(content: bytes) -> tuple[str, str]:
    """
    Read a file's text in the encoding that it is in.

    Parameters
    ----------
    content : bytes
        The file.

    Returns
    -------
    text, note : str
        Its text, and what was odd about its encoding.

    Raises
    ------
    RefusedSubmission
        If it is no text.
    """
    encoding = json.detect_encoding(content) if content else "utf-8"
    for trial in (encoding, "cp1252"):
        try:
            text = content.decode(trial)
        except UnicodeDecodeError:
            continue
        if trial == "cp1252" and "\0" in text:
            break
        usual = trial in ("utf-8", "utf-8-sig")
        return text.removeprefix("\ufeff"), "" if usual else f"the file is {trial}, not UTF-8 text"
    raise RefusedSubmission("the file is no text: save it from Jupyter again, as UTF-8")


def what_it_is(content: bytes) -> str:
    """Name the type of a file that is no notebook, where its first bytes tell it."""
    start = content.lstrip()[:16]
    return next((kind for mark, kind in OTHER_TYPES if start.startswith(mark)), "")


def why_not_json(text: str, error: Exception) -> str:
    """Say what is wrong with a file that should be JSON."""
    if not text.strip():
        return "is empty: save it from Jupyter again"
    if conflict := CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        return (
            f"holds a merge conflict, at line {line} ({conflict[0].strip()}): "
            "resolve it and save the notebook again"
        )
    if kind := what_it_is(text[:99].encode()):
        return f"is {kind}, not a notebook: hand in the .ipynb file itself"
    if text.lstrip().startswith("{") and not text.rstrip().endswith("}"):
        return (
            "breaks off before its end, it is not JSON: it was not saved or sent completely. "
            "Save it from Jupyter again"
        )
    return f"is not JSON ({str(error)[:80]}): save it from Jupyter again"


def is_notebook(content: bytes) -> bool:
    """Tell whether a file looks like a notebook, by a glance."""
    try:
        text = decoded(content)[0]
    except RefusedSubmission:
        return False
    return text.lstrip().startswith("{") and ('"cells"' in text or '"worksheets"' in text)


def share_held(content: bytes, assignment: Assignment) -> float:
    """
    Tell how much of what an assignment asks for is in a file, by a search of its text.

    Parameters
    ----------
    content : bytes
        The file; anything.
    assignment : Assignment
        The source.

    Returns
    -------
    float
        From 0 to 1: the share of its answers, known by their grade_id or by what they define.
    """
    try:
        text = decoded(content)[0]
    except RefusedSubmission:
        return 0.0
    graded = [cell for cell in assignment.cells if cell.kind in ("answer", "written")]

    def held(key: str, names: frozenset[str]) -> bool:
        return f'"{key}"' in text or any(
            re.search(rf"\b(?:def|class) +{re.escape(name)}\b", text) for name in names
        )

    found = [
        held(cell.key, bound_names(cell.source) if cell.code else frozenset()) for cell in graded
    ]
    return sum(found) / len(found) if found else 0.0


def visible(entry: str) -> bool:
    """Tell whether a file may be a student's work, not the system's nor nbgrader's."""
    if entry.endswith(".icloud"):  # a placeholder of a file that was never downloaded
        return True
    return not entry.startswith((".", "~$")) and entry not in NBGRADERS | SYSTEMS


def walk(folder: Path, depth: int = 0) -> Iterator[Path]:
    """List the files below a folder, no links, the student's own before those of checkpoints."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: (entry.is_dir(), entry.name))
    except OSError:
        return
    for entry in entries:
        if entry.is_symlink() or not (visible(entry.name) or entry.name == CHECKPOINTS):
            continue
        if not entry.is_dir():
            yield Path(entry.path)
        elif depth < MAX_DEPTH:
            yield from walk(Path(entry.path), depth + 1)


class Finder:
    """
    Looks for one student's notebook.

    Parameters
    ----------
    folder : Path
        ``submitted/STUDENT/NAME``.
    assignment : Assignment
        The source.
    limit : int
        Largest file read, in bytes.
    worked : callable
        Tells whether anything was written into a notebook, given its content.
    known : frozenset of str
        Names in the assignment's folder that are something else: other notebooks of the
        assignment, and what the instructor handed out.
    places : frozenset of str
        Where notebooks of other assignments belong, below the student's folder.
    """

    def __init__(
        self,
        folder: Path,
        assignment: Assignment,
        limit: int,
        worked: Callable[[bytes], bool],
        known: frozenset[str] = frozenset(),
        places: frozenset[str] = frozenset(),
    ) -> None:
        self.folder, self.assignment, self.limit, self.worked = folder, assignment, limit, worked
        self.name, self.known, self.places = assignment.file, known, places
        self.others: list[str] = []

    def find(self) -> tuple[bytes, list[str]]:
        """Give the file's content, and notes; raise if there is none, or more than one."""
        file = f"{self.name}.ipynb"
        present = self.entries()
        extra = [entry for entry in present if entry != file]
        whole = file in present and not (self.folder / file).is_dir()
        if whole and not any(may_be_notebook(entry) for entry in extra):
            content = read_file(self.folder / file, self.limit)
            if not content.startswith(ARCHIVE):
                return content, [f"extra files ignored: {listed(extra)}"] if extra else []
        chosen = self.choose(list(self.candidates()), file)
        notes = [] if chosen.rank == 0 else [f"renamed: {chosen.name} was taken for {file}"]
        rest = [other for other in self.others if other != chosen.name]
        return chosen.content, notes + ([f"extra files ignored: {listed(rest)}"] if rest else [])

    def entries(self) -> list[str]:
        """List what lies in the folder, if it is one."""
        for place in (self.folder.parent, self.folder):
            if place.is_symlink():
                raise RefusedSubmission(f"{place.name} is a symbolic link, not a folder")
        if not self.folder.is_dir():
            return []
        present = (entry.name for entry in self.folder.iterdir() if visible(entry.name))
        return sorted(name for name in present if name not in self.known)

    def candidates(self) -> Iterator[Candidate]:
        """Read what may be the notebook, in the assignment's folder and else in the student's."""
        exact = self.folder / f"{self.name}.ipynb"
        stands = exact.is_symlink() or (exact.exists() and not exact.is_dir())
        if stands:
            content = read_file(exact, self.limit)
            for inside, part in unpacked(content, self.limit):
                name = f"{exact.name}: {inside}" if inside else exact.name
                yield Candidate(name, 1 if inside else 0, part, self.fits(part))
        own = [path for path in self.below() if path != exact]
        yield from self.read(own)
        if stands or own or any((self.folder / name).exists() for name in self.known):
            return
        around = itertools.islice(walk(self.folder.parent), MAX_ENTRIES)
        yield from self.read([path for path in around if not self.belongs_there(path)])

    def belongs_there(self, path: Path) -> bool:
        """Tell whether a file is the notebook of another assignment, in its right place."""
        return path.relative_to(self.folder.parent).as_posix() in self.places

    def below(self) -> list[Path]:
        """List the files in the assignment's folder that may be this notebook."""
        found = itertools.islice(walk(self.folder), MAX_ENTRIES)
        return [path for path in found if path.relative_to(self.folder).parts[0] not in self.known]

    def read(self, paths: list[Path]) -> Iterator[Candidate]:
        """Read files, and what lies in archives; those that are none are listed by name."""
        for count, path in enumerate(paths):
            shown = f"../{path.relative_to(self.folder.parent).as_posix()}"
            shown = shown.removeprefix(f"../{self.folder.name}/")
            if CHECKPOINTS not in path.parts:
                self.others.append(shown)
            if count >= MAX_READ or not may_be_notebook(path.name):
                continue
            try:
                content = read_file(path, self.limit)
            except RefusedSubmission:
                continue
            rank = self.rank(path.relative_to(self.folder.parent))
            for inside, part in unpacked(content, self.limit):
                close = close_name(path.name, self.name) and path.suffix.lower() == ".ipynb"
                if is_notebook(part) or (close and not inside):
                    name = f"{shown}: {inside}" if inside else shown
                    yield Candidate(name, rank, part, self.fits(part))

    def rank(self, place: Path) -> int:
        """Give the distance of a file from its right name and place."""
        inside = place.parts[0] == self.folder.name
        rank = 1 if close_name(place.name, self.name) else 2
        rank += 0 if inside and len(place.parts) == 2 else 2
        return rank + (10 if CHECKPOINTS in place.parts else 0)

    def fits(self, content: bytes) -> bool:
        """Tell whether a file holds what this assignment asks for."""
        return share_held(content, self.assignment) >= 0.3

    def choose(self, found: list[Candidate], file: str) -> Candidate:
        """Choose the one that is meant; raise if that is not clear."""
        if not found:
            raise self.nothing(file)
        fitting = [each for each in found if each.fits]
        if not fitting:
            fitting = [each for each in found if each.rank <= 2]
        if not fitting:
            raise self.nothing(file)
        if len(fitting) > 1:
            fitting = [each for each in fitting if self.worked(each.content)] or fitting
        best = min(each.rank for each in fitting)
        chosen = {each.content: each for each in fitting if each.rank == best}
        if len(chosen) > 1:
            named = listed([each.name for each in chosen.values()])
            raise RefusedSubmission(f"no {file}, and more than one that may be meant: {named}")
        return next(iter(chosen.values()))

    def nothing(self, file: str) -> Exception:
        """Say that there is no notebook, naming what there is."""
        mine = [path for path in self.below() if CHECKPOINTS not in path.parts]
        if mine:
            named = listed([described(path, self.folder) for path in mine])
            text = f"no {file}, and nothing else that can be graded: {named}. "
            return RefusedSubmission(f"{text}Hand in the notebook itself, the .ipynb file")
        if (self.folder / file).is_dir():
            return RefusedSubmission(f"{file} is not a regular file")
        around = list(itertools.islice(walk(self.folder.parent), MAX_ENTRIES))
        loose = [path for path in around if len(path.relative_to(self.folder.parent).parts) == 1]
        if loose:
            named = listed([described(path, self.folder.parent) for path in loose])
            return MissingSubmission(f"no {file}; beside the folders lies {named}")
        return MissingSubmission()


def may_be_notebook(entry: str) -> bool:
    """Tell by its name whether a file is worth a look."""
    _, dot, ending = entry.lower().rpartition(".")
    return not dot or ending.strip() in ("ipynb", "json", "txt", "zip", "ipynb_", "bak", "orig")


def described(path: Path, folder: Path) -> str:
    """Name a file, and what it is if that is known."""
    kinds = {".py": "a script", ".html": "a web page", ".htm": "a web page", ".pdf": "a PDF"}
    shown = path.relative_to(folder).as_posix()
    kind = ""
    with contextlib.suppress(RefusedSubmission, OSError), open_file(path) as file:
        kind = what_it_is(file.read(64))
    kind = kind or kinds.get(path.suffix.lower(), "")
    return f"{shown} ({kind})" if kind else shown


def unpacked(content: bytes, limit: int) -> Iterator[tuple[str, bytes]]:
    """
    Give a file's content, or if it is a zip archive the notebooks in it.

    The archive is read in memory, each file up to the limit; names are only looked at.

    Parameters
    ----------
    content : bytes
        The file.
    limit : int
        Largest notebook read, in bytes.

    Yields
    ------
    name : str
        The name within the archive; empty for the file itself.
    content : bytes
        What it holds.
    """
    if not content.startswith(ARCHIVE):
        yield "", content
        return
    end = content.rfind(b"PK\x05\x06")
    size = int.from_bytes(content[end + 12 : end + 16], "little")
    if end < 0 or size > MAX_DIRECTORY:
        return
    left = limit
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist()[:MAX_ARCHIVED]:
                parts = PurePosixPath(entry.filename).parts
                plain = entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
                hidden = any(not visible(part) for part in parts)
                if entry.is_dir() or hidden or not plain or entry.flag_bits & 1:
                    continue
                if not may_be_notebook(entry.filename) or entry.filename.endswith(".zip"):
                    continue
                with archive.open(entry) as file:
                    inside = file.read(left + 1)
                left -= len(inside)
                if left < 0:
                    return
                yield clean_text(entry.filename, 60), inside
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        OSError,
        ValueError,
        EOFError,
        zlib.error,
        NotImplementedError,
        RuntimeError,
    ):
        return
