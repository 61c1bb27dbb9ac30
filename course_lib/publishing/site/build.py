"""The site, built by Jupyter Book."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from course_lib.publishing.site.pdf import print_book

_COLOR = re.compile(r"\x1b\[[0-9;]*m")
_FAILED_CELL = re.compile(
    r"^[\w.]*?(\w+Error: .*?)\n+The above exception was.*?ExecutionError: (\S+)",
    re.MULTILINE | re.DOTALL,
)
_TAIL = 40


def build_site(
    root: Path, *, clean: bool = True, pdf: bool = False, output: Path | None = None
) -> Path:
    """Build the book that lies in `root`; any warning stops the build.

    Parameters
    ----------
    root : Path
        The course directory, with ``_config.yml`` and ``_toc.yml``.
    clean : bool, optional
        Remove what an earlier build left. A page built earlier does not see
        that a function it calls has changed since.
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
    html = output / "_build" / "html"
    if clean:
        shutil.rmtree(html, ignore_errors=True)
        shutil.rmtree(output / "_build" / ".doctrees", ignore_errors=True)
    command = "from jupyter_book.cli.main import main; main()"
    arguments = ["build", str(root), "--path-output", str(output), "-W", "-n", "--keep-going"]
    done = subprocess.run(
        [sys.executable, "-c", command, *arguments],
        cwd=root,
        env=os.environ | {"NO_COLOR": "1", "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"The book was not built.\n{failure(done.stdout)}")
    if pdf:
        print_book(html, html / "book.pdf")
    return html


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
