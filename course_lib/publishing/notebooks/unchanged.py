"""What a release need not derive again: digests of what it is made from, and of what it made."""

import hashlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from course_lib._chapters import CODE, COURSE

STAMP = Path("_build", "released.json")
BUNDLE = "the bundle"


def digests(names: Iterable[str], root: Path) -> dict[str, str]:
    """
    Compute the digest of each assignment and of the bundle as they lie there now.

    Parameters
    ----------
    names : iterable of str
        The assignments.
    root : Path
        The course directory.

    Returns
    -------
    dict of str to str
        By assignment, and for `BUNDLE`. One changes when the source, a derived file, the
        package, the lock, the settings or Python change, or the gradebook file comes or goes.
    """
    shared = _shared(root)
    found = {
        name: _digest(root, _files(root, f"solutions/{name}", f"exercises/{name}"), shared)
        for name in names
    }
    return found | {BUNDLE: _digest(root, _files(root, "dist"), " ".join(found.values()))}


def changed(names: Iterable[str], root: Path) -> list[str]:
    """List the assignments, and `BUNDLE`, that are not as the last release left them."""
    left = _left(root)
    return [name for name, digest in digests(names, root).items() if left.get(name) != digest]


def remember(released: Iterable[str], names: Iterable[str], root: Path) -> None:
    """Write down how a release leaves the assignments that it released, and the bundle."""
    found = digests(names, root)
    left = _left(root) | {name: found[name] for name in (*released, BUNDLE)}
    path = root / STAMP
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(left, indent=1), encoding="utf-8")


def _left(root: Path) -> dict[str, str]:
    """Read how the last release left everything; a stamp that cannot be read says nothing."""
    try:
        return dict(json.loads((root / STAMP).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _shared(root: Path) -> str:
    """Hash what every assignment depends on."""
    digest = f"{sys.version}, {(root / 'gradebook.db').is_file()}, {COURSE.text()}"
    for folder in CODE:
        code = [path for path in folder.rglob("*") if path.suffix in (".py", ".mplstyle")]
        digest = _digest(folder, code, digest)
    settings = [root / name for name in ("nbgrader_config.py", "requirements.txt", "_config.yml")]
    return _digest(root, settings, digest)


def _files(root: Path, *folders: str) -> list[Path]:
    """List the files below some folders, but for what Jupyter saves beside them."""
    found = [path for folder in folders for path in (root / folder).rglob("*")]
    return [path for path in found if ".ipynb_checkpoints" not in path.parts]


def _digest(root: Path, files: Iterable[Path], start: str) -> str:
    """Hash the names and contents of those files that are there."""
    digest = hashlib.sha256(start.encode())
    for path in sorted(filter(Path.is_file, files)):
        content = path.read_bytes()
        digest.update(f"\0{path.relative_to(root)}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()
