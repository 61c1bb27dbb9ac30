"""
Limits over a whole sandbox, where the kernel's control groups are writable: memory, processes, and
an even share of the cores with every other sandbox, however many processes run in it.

Where they are not (an ordinary user without delegation), the limits on each
process remain: address space, number of processes of the user, CPU time. Cores are then shared
by session, where the kernel groups by session; student code cannot open another one.

In version 2 a group that has groups below it with limits may hold no process itself. So the
processes of the grader's own group first move into a group beside the sandboxes', the keeper.
"""

import itertools
import os
import signal
import time
from contextlib import suppress
from pathlib import Path

from course_lib.grading.sandbox.limits import MB, Limits

ROOT = Path("/sys/fs/cgroup")
WARM_PROCESS = 512 * MB
KEEPER = "course-keeper"
MOST_KEPT = 256  # states of a notebook that are kept beside it, one for each test cell at most
NEEDED, WANTED = ("memory", "pids"), ("cpu",)  # controllers of version 2
DELEGATE = (
    "start the grader with a group of its own: "
    "`systemd-run --user --scope -p Delegate=yes course grade …`, or as root"
)
_numbers = itertools.count()


class NoGroup(OSError):
    """No group with limits can be made; says why."""


def settings(limits: Limits) -> dict[int, dict[str, dict[str, int]]]:
    """Give, for cgroup versions 1 and 2, the files to write in each controller's directory."""
    memory = WARM_PROCESS + 2 * limits.memory
    processes = limits.processes + 16 + MOST_KEPT
    return {
        1: {
            "memory": {"memory.limit_in_bytes": memory},
            "pids": {"pids.max": processes},
            "cpu": {},  # to be a group of its own is enough; in version 2 any group is
        },
        2: {"": {"memory.max": memory, "memory.swap.max": 0, "pids.max": processes}},
    }


def version() -> int:
    """Tell which version of control groups this machine has its controllers in."""
    return 2 if (ROOT / "cgroup.controllers").exists() else 1


def own_group(root: Path = ROOT) -> Path:
    """Find the version 2 group that this process is in."""
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        if line.startswith("0::"):
            return root / line[3:].lstrip("/")
    return root


def words(file: Path) -> list[str]:
    """Read the words of a small file, none if it is not there."""
    try:
        return file.read_text().split()
    except OSError:
        return []


def parent_group(
    own: Path, needed: tuple[str, ...] = NEEDED, wanted: tuple[str, ...] = WANTED
) -> Path:
    """
    Find or make, in version 2, the group below which sandboxes get groups with limits.

    Parameters
    ----------
    own : Path
        The group that this process is in.
    needed, wanted : tuple of str
        Controllers without which there is no use, and those that are taken if they are there.

    Returns
    -------
    Path
        A group that hands its controllers down and holds no process itself.

    Raises
    ------
    NoGroup
        If that is not possible, with the reason.
    """
    parent = own.parent if own.name == KEEPER else own
    there = words(parent / "cgroup.controllers")
    if missing := [name for name in needed if name not in there]:
        raise NoGroup(f"{parent} has no controller {' and '.join(missing)}; {DELEGATE}")
    handed = words(parent / "cgroup.subtree_control")
    absent = [name for name in (*needed, *wanted) if name in there and name not in handed]
    try:
        if absent and is_inner(parent):
            make_keeper(parent)
        for name in absent:
            try:
                (parent / "cgroup.subtree_control").write_text(f"+{name}")
            except OSError:
                if name in needed:
                    raise
    except OSError as error:
        raise NoGroup(f"{parent} is not ours to divide ({error.strerror}); {DELEGATE}") from error
    return parent


def is_inner(group: Path) -> bool:
    """Tell whether this is not the root of all groups, which alone may hold processes as well."""
    return (group / "cgroup.type").exists()


def make_keeper(parent: Path) -> None:
    """Move every process of a group into a group below it."""
    keeper = parent / KEEPER
    keeper.mkdir(exist_ok=True)
    for _ in range(10):  # others may start some meanwhile
        processes = words(parent / "cgroup.procs")
        if not processes:
            return
        for process in processes:
            with suppress(ProcessLookupError):
                (keeper / "cgroup.procs").write_text(process)


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
        with suppress(OSError):
            return cls.try_to_make(limits)
        return None

    @classmethod
    def try_to_make(cls, limits: Limits, own: Path | None = None) -> "Group":
        """
        Make groups with these limits.

        Parameters
        ----------
        limits : Limits
            Of one submission.
        own : Path, optional
            The version 2 group that this process is in; looked up if not given.

        Raises
        ------
        OSError
            If that is not possible, with the reason.
        """
        number = 2 if own else version()
        name = f"course-{os.getpid()}-{next(_numbers)}"
        group = cls([])
        try:
            for controller, files in settings(limits)[number].items():
                parent = parent_group(own or own_group()) if number == 2 else ROOT / controller
                if controller == "cpu" and not parent.is_dir():
                    continue
                remove_stale(parent)
                directory = parent / name
                directory.mkdir()
                group.directories.append(directory)
                for file, value in files.items():
                    if (directory / file).exists() or file != "memory.swap.max":
                        (directory / file).write_text(str(value))
        except NoGroup:
            raise
        except OSError as error:
            group.remove()
            raise NoGroup(f"{error.filename} cannot be written ({error.strerror})") from error
        return group

    def enter(self) -> list[str]:
        """Give the command that moves itself into the groups and then becomes what follows it."""
        files = [str(directory / "cgroup.procs") for directory in self.directories]
        script = 'for f in "$@"; do shift; [ "$f" = -- ] && break; echo $$ > "$f"; done; exec "$@"'
        return ["/bin/sh", "-c", script, "sh", *files, "--"]

    def remove(self) -> None:
        """Remove the groups; they are empty soon after the sandbox has ended, or are emptied."""
        for directory in self.directories:
            for _ in range(100):
                for process in words(directory / "cgroup.procs"):
                    with suppress(OSError):
                        os.kill(int(process), signal.SIGKILL)
                with suppress(OSError):
                    directory.rmdir()
                if not directory.exists():
                    break
                time.sleep(0.01)
