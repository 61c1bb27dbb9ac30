"""
The files of a zip archive or folder that came from elsewhere, each read when it is asked for.

All of it is hostile: names that lead out of the folder, links, archives that unpack without end.
Nothing is unpacked to disk here. What cannot be taken is told by its name, and the rest goes on.
"""

import datetime
import itertools
import os
import pwd
import re
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from course_lib.grading.examine.finder import (
    BROKEN_ARCHIVE,
    CHECKPOINTS,
    SYSTEMS,
    RefusedSubmission,
    read_file,
)
from course_lib.grading.sandbox.limits import Limits

MAX_FILES = 50_000
MAX_EACH = 2000  # files in one student's folder
MAX_DEPTH = 6
MAX_NAME = 255
MAX_BYTES = Limits().file_bytes  # of one file: what `course grade` reads
PACKED_WITHIN = datetime.timedelta(minutes=15)
T = TypeVar("T")
DRIVE = re.compile(r"^[A-Za-z]:")


@dataclass(frozen=True)
class Incoming:
    """
    One file.

    Parameters
    ----------
    parts : tuple of str
        Its path in the archive or folder.
    time : datetime or None
        When it was last changed, in UTC; None if that is not known.
    read : callable
        Gives its content; raises `RefusedSubmission`.
    fault : str
        Why it is not taken; empty if it may be.
    owner : str
        The account that it belongs to; empty if that is not known.
    """

    parts: tuple[str, ...]
    time: datetime.datetime | None
    read: Callable[[], bytes]
    fault: str = ""
    owner: str = ""

    @property
    def path(self) -> str:
        """Where it is, for people."""
        return "/".join(self.parts)


@contextmanager
def opened(source: Path) -> Iterator[list[Incoming]]:
    """
    List what a zip archive or a folder holds.

    Parameters
    ----------
    source : Path
        The archive or folder.

    Yields
    ------
    list of Incoming
        Without what systems and editors leave.

    Raises
    ------
    ValueError
        If it is neither, or holds more than a class hands in.
    """
    if source.is_dir():
        yield few([item for item in folder_files(source, ()) if is_work(item)], source)
        return
    if not source.is_file():
        raise ValueError(f"{source} is missing; expected a zip archive or a folder")
    try:
        archive = zipfile.ZipFile(source)
    except BROKEN_ARCHIVE as error:
        raise ValueError(
            f"{source} is neither a folder nor a whole zip archive ({error}): download it again"
        ) from None
    with archive:
        files = [entry for entry in few(archive.infolist(), source) if not entry.is_dir()]
        items = [zipped(archive, entry) for entry in files]
        yield without_packing_time([item for item in items if is_work(item)])


def few(items: list[T], source: Path) -> list[T]:
    """Give the items, if there are not too many."""
    if len(items) > MAX_FILES:
        raise ValueError(f"{source} holds {len(items)} files; at most {MAX_FILES} are read")
    return items


def is_work(item: Incoming) -> bool:
    """Tell whether a file may be a person's work, not the system's."""
    return not any(
        part in SYSTEMS or part == CHECKPOINTS or part.startswith(("._", ".DS_Store", "~$"))
        for part in item.parts
    )


def folder_files(folder: Path, parts: tuple[str, ...]) -> Iterator[Incoming]:
    """List the files below a folder; no link is followed."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            place, path = (*parts, entry.name), Path(entry.path)
            if entry.is_dir(follow_symlinks=False) and len(place) < MAX_DEPTH:
                yield from folder_files(path, place) if parts else of_one(path, place)
                continue
            status = entry.stat(follow_symlinks=False)
            fault = name_fault(place)
            if stat.S_ISLNK(status.st_mode):
                fault = "is a symbolic link"
            elif stat.S_ISDIR(status.st_mode):
                fault = f"lies more than {MAX_DEPTH} folders deep"
            elif not stat.S_ISREG(status.st_mode):
                fault = "is not a regular file"
            time = datetime.datetime.fromtimestamp(int(status.st_mtime), datetime.UTC)
            read = partial(read_file, path, MAX_BYTES)
            yield Incoming(place, time, read, fault, account(status.st_uid))


def account(number: int) -> str:
    """Name an account of this machine; an unknown one by its number."""
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"number {number}"


def of_one(folder: Path, parts: tuple[str, ...]) -> list[Incoming]:
    """List the files of one student's folder, or say that they are too many."""
    found = list(itertools.islice(folder_files(folder, parts), MAX_EACH + 1))
    if len(found) > MAX_EACH:
        fault = f"holds more than {MAX_EACH} files"
        return [Incoming(parts, None, partial(read_file, folder, MAX_BYTES), fault)]
    return found


def zipped(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Incoming:
    """Look at an entry of an archive."""
    place = tuple(entry.filename.split("/"))
    fault = name_fault(place)
    if stat.S_ISLNK(entry.external_attr >> 16):
        fault = "is a symbolic link"
    elif entry.flag_bits & 1:
        fault = "is locked with a password"
    elif entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        fault = "is packed in a way that is not read; expected a usual zip archive"
    return Incoming(place, entry_time(entry), partial(unpack, archive, entry), fault)


def entry_time(entry: zipfile.ZipInfo) -> datetime.datetime | None:
    """Give the time of an entry, which archives keep without a time zone: this machine's."""
    try:
        return datetime.datetime(*entry.date_time).astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        return None


def unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Read an entry, however large it says that it is."""
    try:
        with archive.open(entry) as file:
            content = file.read(MAX_BYTES + 1)
    except (*BROKEN_ARCHIVE, NotImplementedError) as error:
        raise RefusedSubmission(f"cannot be unpacked ({error})") from None
    if len(content) > MAX_BYTES:
        raise RefusedSubmission(f"is larger than {MAX_BYTES // 2**20} MB")
    return content


def name_fault(parts: tuple[str, ...]) -> str:
    """Say why a path is not one of a plain file below a folder."""
    if parts[0] == "" or DRIVE.match(parts[0]):
        return "is an absolute path"
    if ".." in parts:
        return "leads out of the archive"
    if any(part in ("", ".") for part in parts):
        return "has an empty part in its path"
    if any(len(part.encode(errors="replace")) > MAX_NAME for part in parts):
        return f"has a name of more than {MAX_NAME} bytes"
    if any(not c.isprintable() or c == "\\" for part in parts for c in part):
        return "has signs in its name that no file should have"
    return ""


def without_packing_time(items: list[Incoming]) -> list[Incoming]:
    """
    Take no time for one of submission that says only when the archive was packed.

    Canvas and Moodle stamp each entry with the moment in which they pack it.
    """
    times = [item.time for item in items if item.time]
    if times and max(times) - min(times) > PACKED_WITHIN:
        return items
    return [replace(item, time=None) for item in items]
