"""What this machine can do, and what is missing."""

import importlib.util
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from course_lib.grading.sandbox import cgroups
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.sandbox.process import NoSandbox, Sandbox

ELSEWHERE = {
    "Darwin": (
        "none on macOS: site, release and the students' side work. Grade on Linux (a container "
        "will do), or with `course grade --unsafe` code that you trust"
    ),
    "Windows": (
        "none on Windows: the students' side works. All else needs Linux: WSL (wsl --install)"
    ),
}


@dataclass(frozen=True)
class Finding:
    """
    One thing that was looked at.

    Parameters
    ----------
    state : str
        "ok", "limited" or "missing".
    subject, text : str
        What, and what is so about it.
    fatal : bool
        Whether grading cannot run because of it.
    """

    state: str
    subject: str
    text: str
    fatal: bool = False

    def __str__(self) -> str:
        return f"{self.state:8} {self.subject:12} {self.text}"


def diagnose(root: Path) -> list[Finding]:
    """
    Look at everything that grading and building need.

    Parameters
    ----------
    root : Path
        The course directory.

    Returns
    -------
    list of Finding
        In the order of importance.
    """
    return [
        python(), *sandbox(), pod(), limits(), packages(),
        chromium(), storage(root), gradebook(root), assignments(root),
    ]  # fmt: skip


def python() -> Finding:
    """Look at the interpreter."""
    supported = (3, 11) <= sys.version_info < (3, 14)
    text = f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    if not supported:
        return Finding("missing", "Python", f"3.11, 3.12 or 3.13 is needed, this is {text}", True)
    return Finding("ok", "Python", f"{text}, {os.cpu_count()} cores")


def sandbox() -> Iterator[Finding]:
    """Start a sandbox and see: first the lock alone, then with all that it imports."""
    if platform.system() != "Linux":
        text = ELSEWHERE.get(platform.system(), "it needs Linux")
        yield Finding("limited", "sandbox", text)
        return
    try:
        Sandbox("full", trial=True).close()
        Sandbox("full").close()
    except NoSandbox as error:
        yield Finding("missing", "sandbox", str(error), True)
        return
    from course_lib.grading.inside import landlock  # of Linux

    known = landlock.version()
    layer = f"Landlock (version {known})" if known else "no Landlock, the second layer is missing"
    state = "ok" if known else "limited"
    yield Finding(state, "sandbox", f"bubblewrap and the system-call filter work; {layer}")


def pod() -> Finding:
    """See whether student code can be locked in without namespaces, where that is asked for."""
    if platform.system() != "Linux":
        return Finding("limited", "pod", "needs Linux")
    try:
        Sandbox("pod", trial=True).close()
    except NoSandbox as error:
        return Finding("limited", "pod", f"--sandbox pod is not to be had: {error}")
    return Finding("ok", "pod", "--sandbox pod works too, and holds less: never chosen by itself")


def limits() -> Finding:
    """See whether limits can be set on a whole sandbox."""
    if platform.system() != "Linux":
        return Finding("limited", "limits", "on each process only")
    try:
        cgroups.Group.try_to_make(Limits()).remove()
    except OSError as error:
        text = f"memory and processes are limited per process, not per submission: {error}"
        return Finding("limited", "limits", text)
    return Finding("ok", "limits", "control groups limit the memory and processes of a submission")


def packages() -> Finding:
    """Look for the Python packages of the extra `grade`."""
    needed = ["nbgrader", "msgpack", "IPython", "rich", "click"]
    if platform.system() == "Linux":  # there alone it is required, and of use
        needed.append("pyseccomp")
    absent = [name for name in needed if importlib.util.find_spec(name) is None]
    if absent:
        text = f"not installed: {', '.join(absent)}; pip install course_lib[grade]"
        return Finding("missing", "packages", text, True)
    extra = "with" if importlib.util.find_spec("distributed") else "without"
    return Finding("ok", "packages", f"complete, {extra} Dask for more machines")


def chromium() -> Finding:
    """Look for a browser."""
    from course_lib.publishing.site import browser

    if program := browser.chromium():
        return Finding("ok", "browser", f"{program}: site tests and the PDF can run")
    text = f"no Chromium ({browser.looked_for()}): site tests and the PDF are skipped"
    return Finding("limited", "browser", text)


def storage(root: Path) -> Finding:
    """See whether the course directory can be written and has room."""
    free = shutil.disk_usage(root).free / 2**30
    try:
        with tempfile.TemporaryFile(dir=root):
            pass
    except OSError as error:
        return Finding("missing", "storage", f"{root} cannot be written: {error.strerror}", True)
    state = "ok" if free > 1 else "limited"
    return Finding(state, "storage", f"{free:.0f} GB free for the journal and the gradebook")


def gradebook(root: Path) -> Finding:
    """Open the database that the course is set to, if there is one, and change nothing in it."""
    if importlib.util.find_spec("nbgrader") is None:
        return Finding("limited", "gradebook", "not looked at, for it is nbgrader's")
    from course_lib.grading.results.gradebook import Book

    try:
        return Finding("ok", "gradebook", Book(root).describe())
    except RuntimeError as error:
        return Finding("missing", "gradebook", str(error), True)
    except Exception as error:  # of the course's own nbgrader_config.py, which is any Python
        text = f"nbgrader_config.py cannot be read ({type(error).__name__}: {error}): mend it"
        return Finding("missing", "gradebook", text, True)


def assignments(root: Path) -> Finding:
    """List the assignments whose notebook is there."""
    from course_lib.grading.examine.assignment import assignment_names

    names = assignment_names(root)
    if not names:
        return Finding("limited", "assignments", "none is derived yet: run `course release`")
    return Finding("ok", "assignments", ", ".join(names))
