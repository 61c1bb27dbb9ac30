"""
The journal: what was graded, how, and with what result; the only truth about grades.

One JSON object a line, only ever appended, each written to disk before the next
submission counts as done. Each line carries a digest over itself and the line
before. A line that was cut off by a crash is dropped when the journal is opened;
anything else that is not as it was written is an error for every reader.
"""

import contextlib
import hashlib
import hmac
import io
import json
import logging
import os
import re
import secrets
import time
import weakref
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Required, TypedDict, cast

from course_lib import __version__
from course_lib.grading.files import no_room, open_own, own_folder, read_own, write_whole
from course_lib.grading.record import FORMAT, Record, Rule, fault, plain

FOLDER = "journal"
LOG = logging.getLogger(__name__)
MARK = re.compile(r"([0-9a-f]{64}|)(?: (\d{1,9}))?")  # the last line's digest, and its number


class Entry(TypedDict, total=False):
    """One grading: the record, and all that decides whether it is done again."""

    record: Required[Record]
    format: Annotated[int, Rule("const", FORMAT)]
    time: str
    seed: int
    submission: str
    source: str
    checks: str
    versions: dict[str, str]
    limits: dict[str, Any]
    sandbox: bool
    by: str
    known_as: str
    digest: str


def folder(root: Path) -> Path:
    """Give the course's journal folder, made if needed and readable by its owner alone."""
    return own_folder(root / FOLDER)


def draw_seed(root: Path, name: str) -> int:
    """
    Draw a fresh seed for the hidden cases of one run.

    Parameters
    ----------
    root : Path
        The course directory; its secret is made at the first run and never leaves it.
    name : str
        Name of the assignment.

    Returns
    -------
    int
        Not guessable without the secret, even by someone who knows all earlier ones.
    """
    message = f"{name}:{secrets.token_hex(16)}".encode()
    return int.from_bytes(hmac.digest(secret(root), message, "sha256")[:6], "big")


def secret(root: Path) -> bytes:
    """Read the course's secret, made at the first run."""
    path = folder(root) / "secret"
    if not os.path.lexists(path):
        write_whole(path, secrets.token_bytes(32), mode=0o600)
    key = read_own(path)
    if len(key) < 32:
        raise RuntimeError(f"{path} is damaged: restore it from a backup, or remove it")
    return key


@dataclass
class Lines:
    """
    What a journal holds.

    Parameters
    ----------
    entries : list of Entry
        The gradings, in order.
    theirs : dict
        The same, by student.
    heads : list of str
        The digest of each line, of erasures too.
    rest : int
        Bytes at the end that a run which was stopped did not finish.
    """

    entries: list[Entry] = field(default_factory=list)
    theirs: dict[str, list[Entry]] = field(default_factory=dict)
    heads: list[str] = field(default_factory=list)
    rest: int = 0

    @property
    def last(self) -> str:
        """The digest that the next line builds on."""
        return self.heads[-1] if self.heads else ""

    def add(self, entry: Entry) -> None:
        """Add a grading."""
        self.entries.append(entry)
        self.theirs.setdefault(entry["record"].student, []).append(entry)

    def latest(self) -> dict[str, Entry]:
        """Give each student's newest entry."""
        return {student: theirs[-1] for student, theirs in self.theirs.items()}


def read_lines(data: bytes, path: Path) -> Lines:
    """
    Read a journal's lines.

    Parameters
    ----------
    data : bytes
        What the file holds.
    path : Path
        Its name, for messages.

    Returns
    -------
    Lines
        All of them, but for one at the end that has no line end.

    Raises
    ------
    RuntimeError
        If any line is not what was written, or is of a version that is not known here.
    """
    *whole, rest = data.split(b"\n")
    lines = Lines(rest=len(rest))
    for number, line in enumerate(whole, 1):
        entry = read_line(line, lines.last, f"{path}: line {number}")
        lines.heads.append(entry["digest"])
        if "record" in entry:
            lines.add(cast(Entry, {**entry, "record": Record.from_json(entry["record"])}))
    if rest:
        LOG.warning(
            "%s: line %d is cut off, a run was stopped while it wrote it; it is left out, and "
            "`course grade %s` grades that submission again", path, len(whole) + 1, path.stem,
        )  # fmt: skip
    return lines


def read_line(line: bytes, last: str, where: str) -> Any:
    """Read one line that follows the line with digest `last`, or say what is wrong with it."""
    try:
        entry = json.loads(line, parse_constant=no_number)
    except (ValueError, RecursionError):
        raise damaged(where) from None
    if not isinstance(entry, dict):
        raise damaged(where)
    version = entry.get("format", FORMAT)
    if type(version) is not int or version != FORMAT:
        raise RuntimeError(
            f"{where} has format {version!r}, written by {writer(entry)}; this is course_lib "
            f"{__version__}, which reads format {FORMAT}: install the version that wrote it"
        )
    if entry.get("digest") != digest(entry, last):
        raise damaged(where)
    if "erased" not in entry and (wrong := fault(Entry, entry)):
        raise RuntimeError(
            f"{where} is not an entry of format {FORMAT} ({wrong}), written by {writer(entry)}; "
            f"this is course_lib {__version__}. Install the version that wrote it, or restore "
            "the file from a backup"
        )
    return entry


def writer(entry: dict[str, Any]) -> str:
    """Name the version that wrote an entry, as far as it says so."""
    versions = entry.get("versions")
    version = versions.get("course_lib") if isinstance(versions, dict) else None
    return f"course_lib {version}" if isinstance(version, str) else "an unnamed version"


def no_number(text: str) -> None:
    """Refuse what JSON does not know."""
    raise ValueError(f"{text} is no number")


def damaged(where: str) -> RuntimeError:
    """Say that a line is not what was written, and what to do."""
    return RuntimeError(
        f"{where} was changed by hand or damaged, or a line before it is missing; restore the "
        "file from a backup, or move it away to grade afresh"
    )


def marker_of(path: Path) -> Path:
    """Name the file that says how far the gradebook was written from a journal."""
    return path.with_suffix(".recorded")


def read_mark(path: Path) -> tuple[str, int]:
    """
    Read up to which line the gradebook was written; raise `DamagedMarker` if nobody can.

    Returns
    -------
    str, int
        The line's digest and number; 0 if an older version left it out.
    """
    marker = marker_of(path)
    if not os.path.lexists(marker):
        return "", 0
    found = MARK.fullmatch(read_own(marker).decode("ascii", "replace"))
    if not found:
        raise DamagedMarker(f"{marker} is damaged: `course grade {path.stem}` writes it anew")
    return found[1], int(found[2] or 0)


def is_cut(lines: Lines, mark: tuple[str, int]) -> bool:
    """Tell whether the line up to which the gradebook was written is the one that is cut off."""
    head, number = mark
    return bool(lines.rest and head not in lines.heads and number in (0, len(lines.heads) + 1))


def check_mark(path: Path, lines: Lines, mark: tuple[str, int]) -> None:
    """Raise `RuntimeError` if the gradebook was written from lines that the journal has no more."""
    marker, (head, _) = marker_of(path), mark
    if head and head not in lines.heads and not is_cut(lines, mark):
        raise RuntimeError(
            f"{path}: lines are missing after line {len(lines.heads)}, the gradebook was written "
            f"from more; restore the file from a backup, or remove {marker.name} beside it to go "
            "on without them: what they were about is graded again"
        )


class DamagedMarker(RuntimeError):
    """The marker is garbage; it is derived, and a run of ``course grade`` writes it anew."""


class Journal:
    """
    The journal of one assignment, locked against a second writer.

    Parameters
    ----------
    path : Path
        The file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        if not os.path.lexists(path):
            marker_of(path).unlink(missing_ok=True)  # it was moved away to begin afresh
        self.file = locked(path)
        try:
            self.recover()
        except BaseException:
            self.file.close()
            raise

    @classmethod
    @contextlib.contextmanager
    def open(cls, root: Path, name: str) -> "Iterator[Journal]":
        """Open the journal of an assignment, and close it at the end."""
        journal = cls(folder(root) / f"{name}.jsonl")
        try:
            yield journal
        finally:
            journal.file.close()

    @property
    def entries(self) -> list[Entry]:
        """All gradings, in order."""
        return self.lines.entries

    def recover(self) -> None:
        """Read all entries, and cut off what a crash left unfinished at the end."""
        self.file.seek(0)
        data = self.file.readall()
        self.lines = read_lines(data, self.path)
        try:
            mark = read_mark(self.path)
            check_mark(self.path, self.lines, mark)
            if is_cut(self.lines, mark):
                marker_of(self.path).unlink(missing_ok=True)
        except DamagedMarker as error:
            LOG.warning("%s", error)
            marker_of(self.path).unlink()
        if self.lines.rest:
            self.file.truncate(len(data) - self.lines.rest)

    def append(self, entry: Entry) -> None:
        """
        Write one entry to disk for good.

        Parameters
        ----------
        entry : Entry
            Gets a "format" and a "digest".

        Raises
        ------
        NoRoom
            If the disk is full; the journal is then as before.
        ValueError
            If it is not an entry that can be read again; the journal is then as before.
        """
        entry.setdefault("format", FORMAT)
        data: dict[str, Any] = plain(entry)
        if wrong := fault(Entry, data):
            raise ValueError(f"not a journal entry: {wrong}")
        self.file.seek(0, os.SEEK_END)
        before = self.file.tell()
        data["digest"] = entry["digest"] = digest(data, self.lines.last)
        rest = memoryview(json.dumps(data, allow_nan=False).encode() + b"\n")
        try:
            while rest:
                rest = rest[self.file.write(rest) :]
            os.fsync(self.file.fileno())
        except OSError as error:
            with contextlib.suppress(OSError):
                self.file.truncate(before)
            raise no_room(self.path, error) from error
        self.lines.heads.append(entry["digest"])
        self.lines.add(entry)

    def latest(self) -> dict[str, Entry]:
        """Give each student's newest entry."""
        return self.lines.latest()

    def mark(self) -> None:
        """Note that the gradebook is written as far as this."""
        mark = f"{self.lines.last} {len(self.lines.heads)}"
        write_whole(marker_of(self.path), mark.encode())

    def erase(self, keep: list[Entry]) -> None:
        """
        Write the journal anew with these entries alone, and a line that says so.

        Parameters
        ----------
        keep : list of Entry
            Those that stay, which may have been changed; their digests are made anew.
        """
        gone = len(self.entries) - len(keep)
        told = {"format": FORMAT, "erased": gone, "time": now()}
        lines, whole = Lines(), [*keep, told]
        entry: Any
        for entry in whole:
            entry["digest"] = digest(entry, lines.last)
            lines.heads.append(entry["digest"])
        data = b"".join(json.dumps(plain(entry)).encode() + b"\n" for entry in whole)
        marker_of(self.path).unlink(missing_ok=True)
        write_whole(self.path, data, mode=0o600, lasting=True)
        for entry in keep:
            lines.add(entry)
        self.lines = lines


def now() -> str:
    """Give the time of day in UTC."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


HELD: "weakref.WeakSet[io.FileIO]" = weakref.WeakSet()  # journals that this process has locked


def let_go() -> None:
    """Close them in a fork of this process: a lock is held until its last copy is closed."""
    for file in HELD:
        file.close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=let_go)


def locked(path: Path) -> io.FileIO:
    """Open a journal for appending, for this process alone."""
    import fcntl  # nothing is graded where it is missing

    while True:
        # Without a buffer nothing of an entry that failed is left to be written later.
        descriptor = open_own(path, os.O_RDWR | os.O_APPEND | os.O_CREAT)
        file = os.fdopen(descriptor, "a+b", buffering=0)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            raise RuntimeError(f"{path.stem} is being graded by another run") from None
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), path.lstat()):
                HELD.add(file)
                return file
        file.close()  # an erasure has just put another file in its place


def read_journal(root: Path, name: str) -> Lines:
    """
    Read the journal of an assignment without locking it.

    Parameters
    ----------
    root : Path
        The course directory.
    name : str
        The assignment.

    Returns
    -------
    Lines
        Nothing, if nothing was graded.

    Raises
    ------
    RuntimeError
        If it or what is derived from it is damaged.
    """
    place = root / FOLDER
    path = place / f"{name}.jsonl"
    if not os.path.lexists(place) or not os.path.lexists(own_folder(place) / path.name):
        return Lines()
    mark = read_mark(path)  # before the lines, to which a run may be adding
    lines = read_lines(read_own(path), path)
    check_mark(path, lines, mark)
    return lines


def digest(entry: Mapping[str, Any], last: str) -> str:
    """Compute the digest of an entry that follows the entry with digest `last`."""
    body = {key: value for key, value in entry.items() if key != "digest"}
    text = json.dumps(body, sort_keys=True, default=plain)
    return hashlib.sha256((last + text).encode()).hexdigest()


def identity(entry: Entry) -> str:
    """Give a digest of an entry that stays the same when lines before it are erased."""
    return digest(entry, "")
