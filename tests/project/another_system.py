"""
A simulation of a system other than Linux, in a process of its own.

It is a simulation, not that system: what Python has only on Linux or on POSIX is taken away before
anything of the course is imported. Paths, line ends and encodings stay those of this machine.
"""

import importlib.abc
import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINUX = {"modules": ("pyseccomp",), os: ("O_PATH", "memfd_create", "sched_getaffinity")}
POSIX = {
    "modules": ("fcntl", "resource"),
    os: ("O_NOFOLLOW", "chown", "fork", "getegid", "geteuid", "killpg", "setsid", "wait4"),
    signal: ("ITIMER_PROF", "ITIMER_REAL", "SIGALRM", "SIGKILL", "SIGPROF", "setitimer"),
}
LACKS = {"Darwin": [LINUX], "Windows": [LINUX, POSIX]}


class Absent(importlib.abc.MetaPathFinder):
    """Finds no module of these names, wherever they lie."""

    def __init__(self, names):
        self.names = names

    def find_spec(self, name, path=None, target=None):
        """Refuse a module that the system lacks; leave every other to the next finder."""
        if name in self.names:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def take_away(system):
    """Make this process lack what Python lacks on `system`."""
    for lacking in LACKS[system]:
        for owner, names in lacking.items():
            if owner == "modules":
                sys.meta_path.insert(0, Absent(names))
                for name in names:
                    sys.modules.pop(name, None)
            else:
                for name in names:
                    delattr(owner, name)
    platform.system = lambda: system


def run_on(system, code, folder=ROOT, **variables):
    """Run code in a fresh interpreter that is like `system`; give what it did."""
    start = f"from another_system import take_away; take_away({system!r})\n"
    path = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    return subprocess.run(
        [sys.executable, "-c", start + code], cwd=folder, check=False,
        env=os.environ | {"PYTHONPATH": path} | variables, capture_output=True, text=True,
    )  # fmt: skip
