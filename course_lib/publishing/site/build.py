"""The site, built by Jupyter Book."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from course_lib._chapters import COURSE
from course_lib.publishing.site.live import publish
from course_lib.publishing.site.pdf import print_book

_COLOR = re.compile(r"\x1b\[[0-9;]*m")
_FAILED_CELL = re.compile(
    r"^[\w.]*?(\w+Error: .*?)\n+The above exception was.*?ExecutionError: (\S+)",
    re.MULTILINE | re.DOTALL,
)
_TAIL = 40
# What every page may depend on beside its own text: cells call it, or Sphinx reads it.
_SHARED = (
    "_config.yml", "_toc.yml", "course_lib/*.py", "course_lib/*.mplstyle",
    "course_lib/networks/*.py", "course_lib/publishing/**/*.py", "book/_static/**/*",
)  # fmt: skip


def build_site(
    root: Path, *, clean: bool = False, pdf: bool = False, output: Path | None = None
) -> Path:
    """Build the book that lies in `root`; any warning stops the build.

    Only changed pages are made anew, if the last build went well and nothing that pages share,
    such as the functions that their cells call, has changed since.

    Parameters
    ----------
    root : Path
        The course directory, with ``_config.yml`` and ``_toc.yml``.
    clean : bool, optional
        Make all pages anew.
    pdf : bool, optional
        Also print all pages into ``book.pdf`` beside the pages.
    output : Path, optional
        Where to put ``_build``; the course directory if not given.

    Returns
    -------
    Path
        The folder of the pages, ``_build/html``.

    Raises
    ------
    RuntimeError
        If a cell fails, or Sphinx warns. Says which page, and the end of the
        traceback or the warnings.
    """
    output = output or root
    html, stamp = output / "_build" / "html", output / "_build" / "shared.sha256"
    shared = digest_of_shared(root)
    if clean or not stamp.is_file() or stamp.read_text(encoding="utf-8") != shared:
        shutil.rmtree(html, ignore_errors=True)
        shutil.rmtree(output / "_build" / ".doctrees", ignore_errors=True)
    stamp.unlink(missing_ok=True)  # a warning is told by the build that reads the page, once
    command = "from jupyter_book.cli.main import main; main()"
    arguments = ["build", str(root), "--path-output", str(output), "-W", "-n", "--keep-going"]
    done = subprocess.run(
        [sys.executable, "-c", command, *arguments],
        cwd=root,
        env=_environment(root),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"The book was not built.\n{failure(done.stdout)}")
    publish(root, html)
    stamp.write_text(shared, encoding="utf-8")
    if pdf:
        settings = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
        named = {"title": settings["title"], "author": settings["author"]}
        print_book(html, html / "book.pdf", **named)
    return html


def _path_of_modules(root: Path) -> str:
    """Return where modules are looked for: in `root` first, then where they already are."""
    return os.pathsep.join(filter(None, [str(root), os.environ.get("PYTHONPATH", "")]))


def _environment(root: Path) -> dict[str, str]:
    """Return the environment of the build: threads would only slow the small networks down."""
    fixed = {"NO_COLOR": "1", "PYTHONPATH": _path_of_modules(root)}
    return {"OPENBLAS_NUM_THREADS": "1"} | os.environ | fixed


def digest_of_shared(root: Path) -> str:
    """Hash what a change of makes every page of an earlier build stale."""
    digest = hashlib.sha256()
    for pattern in (*_SHARED, f"{COURSE.package}/*.py"):
        for path in sorted(filter(Path.is_file, root.glob(pattern))):
            digest.update(f"{path.relative_to(root)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def failure(log: str) -> str:
    r"""Return the part of a build's log that says what is wrong.

    Examples
    --------
    >>> failure("reading\nbook/relu.md:3: WARNING: unknown document: 'rleu'\nbuild finished")
    "book/relu.md:3: WARNING: unknown document: 'rleu'"
    """
    log = _COLOR.sub("", log)
    parts = re.findall(r"^.*(?:WARNING|ERROR): .*$", log, re.MULTILINE)
    cell = _FAILED_CELL.search(log)
    if cell:
        tail = "\n".join(cell[1].rstrip().splitlines()[-_TAIL:])
        parts.append(f"{cell[2]}: {tail}")
    return "\n".join(parts) or "\n".join(log.splitlines()[-_TAIL:])
