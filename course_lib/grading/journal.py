"""
The journal: what was graded, how, and with what result; the only truth about grades.

One JSON object a line, only ever appended, each written to disk before the next
submission counts as done. Each line carries a digest over itself and the line
before. A line that was cut off by a crash is dropped when the journal is opened.
"""

import contextlib
import fcntl
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = "journal"


def folder(root: Path) -> Path:
    """Give the course's journal folder, made if needed and readable by its owner alone."""
    path = root / FOLDER
    path.mkdir(mode=0o700, exist_ok=True)
    return path


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
    path = folder(root) / "secret"
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(32))
    message = f"{name}:{secrets.token_hex(16)}".encode()
    return int.from_bytes(hmac.digest(path.read_bytes(), message, "sha256")[:6], "big")


class Journal:
    """
    The journal of one assignment, locked against a second writer.

    Parameters
    ----------
    path : Path
        The file.
    """

    def __init__(self, path: Path) -> None:
        self.file = path.open("a+b")
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self.file.close()
            raise RuntimeError(f"{path.stem} is being graded by another run") from None
        self.entries: list[dict[str, Any]] = []
        self.last = ""
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

    def recover(self) -> None:
        """Read all entries, and cut off what a crash left unfinished at the end."""
        self.file.seek(0)
        good = 0
        for line in self.file:
            entry = parse_line(line, self.last)
            if entry is None:
                break
            self.entries.append(entry)
            self.last = entry["digest"]
            good += len(line)
        self.file.seek(0, os.SEEK_END)
        rest = self.file.tell() - good
        if rest:
            self.file.seek(good)
            if b"\n" in self.file.read(rest)[:-1]:
                raise RuntimeError(
                    f"{self.file.name}: line {len(self.entries) + 1} was changed by hand or "
                    "damaged; restore the file from a backup, or move it away to grade afresh"
                )
            self.file.truncate(good)

    def append(self, entry: dict[str, Any]) -> None:
        """
        Write one entry to disk for good.

        Parameters
        ----------
        entry : dict
            Plain data; gets a "digest".

        Raises
        ------
        RuntimeError
            If the disk is full; the journal is then as before.
        """
        self.file.seek(0, os.SEEK_END)
        before = self.file.tell()
        entry["digest"] = digest(entry, self.last)
        try:
            self.file.write(json.dumps(entry).encode() + b"\n")
            self.file.flush()
            os.fsync(self.file.fileno())
        except OSError as error:
            with contextlib.suppress(OSError):
                self.file.truncate(before)
            raise RuntimeError(
                f"the journal cannot be written ({error.strerror}): make room and run again, "
                "nothing is lost"
            ) from error
        self.entries.append(entry)
        self.last = entry["digest"]

    def latest(self) -> dict[str, dict[str, Any]]:
        """Give each student's newest entry."""
        return {entry["record"]["student"]: entry for entry in self.entries}


def read_entries(root: Path, name: str) -> dict[str, dict[str, Any]]:
    """Read each student's newest entry without locking, for reports."""
    path = root / FOLDER / f"{name}.jsonl"
    latest: dict[str, dict[str, Any]] = {}
    last = ""
    if path.exists():
        for line in path.read_bytes().splitlines(keepends=True):
            entry = parse_line(line, last)
            if entry is None:
                break
            latest[entry["record"]["student"]] = entry
            last = entry["digest"]
    return latest


def digest(entry: dict[str, Any], last: str) -> str:
    """Compute the digest of an entry that follows the entry with digest `last`."""
    body = {key: value for key, value in entry.items() if key != "digest"}
    return hashlib.sha256((last + json.dumps(body, sort_keys=True)).encode()).hexdigest()


def parse_line(line: bytes, last: str) -> dict[str, Any] | None:
    """Read a line, or return None if it is cut off or not what was written."""
    if not line.endswith(b"\n"):
        return None
    try:
        entry = json.loads(line)
        return entry if entry["digest"] == digest(entry, last) else None
    except (ValueError, KeyError, TypeError):
        return None
