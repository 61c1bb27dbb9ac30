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
    message = f"{name}:{secrets.token_hex(16)}".encode()
    return int.from_bytes(hmac.digest(secret(root), message, "sha256")[:6], "big")


def secret(root: Path) -> bytes:
    """Read the course's secret, made at the first run."""
    path = folder(root) / "secret"
    if not path.exists():
        write_whole(path, secrets.token_bytes(32), mode=0o600)
    return path.read_bytes()


def write_whole(path: Path, data: bytes, mode: int = 0o644) -> None:
    """
    Write a file, all of it or nothing.

    Parameters
    ----------
    path : Path
        The file, replaced if it is there. A draft left by a run that was killed is used up.
    data : bytes
        What it shall hold.
    mode : int
        Its permissions.

    Raises
    ------
    RuntimeError
        If the disk is full; the file is then as before.
    """
    draft = path.with_name(f".{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        draft.touch(mode=0o600)
        draft.write_bytes(data)
        draft.chmod(mode)
        draft.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise no_room(path, error) from error


def no_room(path: Path, error: OSError) -> RuntimeError:
    """Say that a file cannot be written, what that means for the grades, and what to do."""
    return RuntimeError(
        f"{path} cannot be written ({error.strerror}): make room and run the same command again, "
        "nothing is lost and nothing is graded twice"
    )


class Journal:
    """
    The journal of one assignment, locked against a second writer.

    Parameters
    ----------
    path : Path
        The file.
    """

    def __init__(self, path: Path) -> None:
        # Without a buffer nothing of an entry that failed is left to be written later.
        self.file = path.open("a+b", buffering=0)
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
        for line in self.file.readall().splitlines(keepends=True):
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
        rest = memoryview(json.dumps(entry).encode() + b"\n")
        try:
            while rest:
                rest = rest[self.file.write(rest) :]
            os.fsync(self.file.fileno())
        except OSError as error:
            with contextlib.suppress(OSError):
                self.file.truncate(before)
            raise no_room(Path(self.file.name), error) from error
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
