"""
Limits over a whole sandbox, where the kernel's control groups are writable: memory, processes, and
an even share of the cores with every other sandbox, however many processes run in it.

Where they are not (an ordinary user without delegation), the limits on each
process remain: address space, number of processes of the user, CPU time. Cores are then shared
by session, where the kernel groups by session; student code cannot open another one.
"""

import itertools
import os
import time
from contextlib import suppress
from pathlib import Path

from course_lib.grading.limits import MB, Limits

ROOT = Path("/sys/fs/cgroup")
WARM_PROCESS = 512 * MB
_numbers = itertools.count()


def settings(limits: Limits) -> dict[int, dict[str, dict[str, int]]]:
    """Give, for cgroup versions 1 and 2, the files to write in each controller's directory."""
    memory = WARM_PROCESS + 2 * limits.memory
    processes = limits.processes + 16
    return {
        1: {
            "memory": {"memory.limit_in_bytes": memory},
            "pids": {"pids.max": processes},
            "cpu": {},  # to be a group of its own is enough; in version 2 any group is
        },
        2: {"": {"memory.max": memory, "memory.swap.max": 0, "pids.max": processes}},
    }


def own_group() -> Path:
    """Find the version 2 group that this process is in."""
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        if line.startswith("0::"):
            return ROOT / line[3:].lstrip("/")
    return ROOT


def remove_stale(parent: Path) -> None:
    """Remove the groups of graders that were killed."""
    for directory in parent.glob("course-*-*"):
        owner = directory.name.split("-")[1]
        if not Path("/proc", owner).exists():
            with suppress(OSError):
                directory.rmdir()


class Group:
    """The control groups of one sandbox."""

    def __init__(self, directories: list[Path]) -> None:
        self.directories = directories

    @classmethod
    def make(cls, limits: Limits) -> "Group | None":
        """Make groups with these limits, or return None where that is not possible."""
        version = 2 if (ROOT / "cgroup.controllers").exists() else 1
        name = f"course-{os.getpid()}-{next(_numbers)}"
        group = cls([])
        try:
            for controller, files in settings(limits)[version].items():
                parent = own_group() if version == 2 else ROOT / controller
                if controller == "cpu" and not parent.is_dir():
                    continue
                remove_stale(parent)
                directory = parent / name
                directory.mkdir()
                group.directories.append(directory)
                for file, value in files.items():
                    if (directory / file).exists() or file != "memory.swap.max":
                        (directory / file).write_text(str(value))
        except OSError:
            group.remove()
            return None
        return group

    def enter(self) -> list[str]:
        """Give the command that moves itself into the groups and then becomes what follows it."""
        files = [str(directory / "cgroup.procs") for directory in self.directories]
        script = 'for f in "$@"; do shift; [ "$f" = -- ] && break; echo $$ > "$f"; done; exec "$@"'
        return ["/bin/sh", "-c", script, "sh", *files, "--"]

    def remove(self) -> None:
        """Remove the groups; they are empty soon after the sandbox has ended."""
        for directory in self.directories:
            for _ in range(100):
                with suppress(OSError):
                    directory.rmdir()
                if not directory.exists():
                    break
                time.sleep(0.01)
