"""
Which shared libraries compiled files need, read from the files themselves.

So a sandbox shows the few that the interpreter and the packages use, and not all of /usr/lib.
"""

import functools
import os
import struct
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

DEFAULT_PLACES = ("/lib64", "/usr/lib64", "/lib", "/usr/lib")
ASKED_FOR_LATER = ("libgcc_s.so.1",)  # the C library opens it when a thread is ended
LOADED, DYNAMIC, INTERPRETER = 1, 2, 3
NEEDED, TEXTS, TEXT_SIZE, OLD_PATH, PATH = 1, 5, 10, 15, 29


class Elf:
    """
    What the dynamic loader reads of a compiled file.

    Parameters
    ----------
    path : Path
        A program or a shared library.

    Raises
    ------
    ValueError
        If it is none of this kind of machine (64 bits).
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.needed: list[str] = []
        self.places: list[str] = []
        self.interpreter = ""
        with path.open("rb") as file:
            head = file.read(64)
            if head[:5] != b"\x7fELF\x02":
                raise ValueError(f"{path} is not a compiled file of 64 bits")
            self.order = "<" if head[5] == 1 else ">"
            self.machine = struct.unpack_from(self.order + "H", head, 18)[0]
            start, size, count = self.unpack("Q", head, 32), *self.unpack_all("HH", head, 54)
            file.seek(start)
            table = file.read(size * count)
            segments = [self.unpack_all("IIQQQQQQ", table, k * size) for k in range(count)]
            for kind, _, offset, *_, length, _, _ in segments:
                if kind == INTERPRETER:
                    self.interpreter = take(file, offset, length).rstrip(b"\0").decode()
                elif kind == DYNAMIC:
                    self.read_dynamic(file, take(file, offset, length), segments)

    def unpack_all(self, layout: str, data: bytes, offset: int) -> tuple[int, ...]:
        """Read numbers in the file's byte order."""
        return struct.unpack_from(self.order + layout, data, offset)

    def unpack(self, layout: str, data: bytes, offset: int) -> int:
        """Read one number in the file's byte order."""
        return self.unpack_all(layout, data, offset)[0]

    def read_dynamic(self, file: BinaryIO, data: bytes, segments: list[tuple[int, ...]]) -> None:
        """Read the names of libraries and where to look for them first."""
        entries = [self.unpack_all("QQ", data, k) for k in range(0, len(data) - 15, 16)]
        facts = {entry[0]: entry[1] for entry in entries}
        texts, size = facts.get(TEXTS, 0), facts.get(TEXT_SIZE, 0)
        for kind, _, offset, address, _, length, _, _ in segments:
            if kind == LOADED and address <= texts < address + length:
                held = take(file, offset + texts - address, size)
                break
        else:
            return
        for tag, value in entries:
            if tag in (NEEDED, OLD_PATH, PATH):
                text = os.fsdecode(held[value : held.index(b"\0", value)])
                if tag == NEEDED:
                    self.needed.append(text)
                else:
                    self.places += text.split(":")


def take(file: BinaryIO, offset: int, length: int) -> bytes:
    """Read a part of a file."""
    file.seek(offset)
    return file.read(length)


@functools.cache
def cached_places() -> dict[str, list[str]]:
    """Ask the system's own list of shared libraries: where each name lies."""
    found: dict[str, list[str]] = {}
    for program in ("/sbin/ldconfig", "/usr/sbin/ldconfig"):
        try:
            listed = subprocess.run([program, "-p"], capture_output=True, text=True, check=False)
        except OSError:
            continue
        for line in listed.stdout.splitlines():
            name, arrow, place = line.strip().partition(" => ")
            if arrow:
                found.setdefault(name.split(" ")[0], []).append(place)
        break
    return found


def candidates(name: str, user: Elf) -> Iterator[Path]:
    """List where a library may lie, in the order in which the loader looks."""
    if "/" in name:
        yield Path(name)
        return
    origin = str(user.path.parent)
    for place in user.places:
        yield Path(place.replace("$ORIGIN", origin).replace("${ORIGIN}", origin)) / name
    yield from map(Path, cached_places().get(name, ()))
    yield from (Path(place) / name for place in DEFAULT_PLACES)


def libraries(files: Iterable[Path]) -> dict[str, Path]:
    """
    Find the shared libraries that compiled files need, and those that these need.

    Parameters
    ----------
    files : iterable of Path
        Programs and libraries; others are passed over.

    Returns
    -------
    dict
        Path by which the loader opens each, and the file that this is.
    """
    found: dict[str, Path] = {}
    queue = list(files)
    seen: set[str] = set()
    for path in queue:
        try:
            elf = Elf(path)
        except (OSError, ValueError, struct.error):
            continue
        names = [*elf.needed, *([elf.interpreter] if elf.interpreter else ()), *ASKED_FOR_LATER]
        for name in names:
            known = f"{name} of {path.parent}" if elf.places else name
            if known in seen:
                continue
            seen.add(known)
            library = next((c for c in candidates(name, elf) if fits(c, elf.machine)), None)
            if library is not None:
                place = str(Path(os.path.realpath(library.parent)) / library.name)
                if place not in found:
                    found[place] = Path(os.path.realpath(library))
                    queue.append(Path(place))
    return found


def fits(path: Path, machine: int) -> bool:
    """Tell whether a file is a library for this processor."""
    try:
        return Elf(path).machine == machine
    except (OSError, ValueError, struct.error):
        return False
