"""
Lock a freshly forked process in before any student code runs in it.

In the tier "full", `bubblewrap` gives the whole worker its namespaces and read-only root. Here
each submission gets, inside that, process, mount and IPC namespaces of its own with
empty size-limited temporary storage; then user, files (Landlock), capabilities and system calls
are given up for good. In the tier "pod" there are no namespaces: Landlock, the filter of
system calls and a user id of its own do what can be done without. Linux only.
"""

import ctypes
import os
import resource
import struct
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from . import landlock
from .plan import DEVICES, Plan

CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID = 0x20000, 0x8000000, 0x10000000, 0x20000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_REMOUNT, MS_BIND, MS_RELATIME = 1, 2, 4, 32, 4096, 1 << 21
KEPT_FLAGS = 0xC0F  # ro, nosuid, nodev, noexec, noatime, nodiratime: equal in mount and statvfs
ST_RELATIME = 4096
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CAPBSET_DROP = 1, 4, 22, 24
PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 38, 47, 4
PR_SET_CHILD_SUBREAPER = 36
SECCOMP_MODE_FILTER, CAPABILITY_VERSION_3 = 2, 0x20080522
ANONYMOUS = " rw-p 00000000 00:00 0 "  # in a process's map of memory: its own, of no file
LARGE_PAGE, MADV_COLLAPSE = 2**21, 25
WORK = "work"  # the student's own folder, in the temporary directory

libc = ctypes.CDLL(None, use_errno=True)


class FilterProgram(ctypes.Structure):
    """The kernel's ``struct sock_fprog``."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


@dataclass(frozen=True)
class Bounds:
    """What one submission may use; sizes in bytes. No `uid` is: stay who you are."""

    memory: int
    processes: int
    storage: int
    uid: int | None


def die_first(proc: int) -> None:
    """Where memory runs out, let the kernel end this sandbox before anything else."""
    with suppress(OSError):
        file = os.open("self/oom_score_adj", os.O_WRONLY, dir_fd=proc)
        os.write(file, b"1000")
        os.close(file)


def address_space(proc: int) -> int:
    """Bytes of address space this process has; what forks may use is added to it."""
    try:
        file = os.open("self/statm", os.O_RDONLY, dir_fd=proc)
    except OSError:
        return 2**31
    with open(file, "rb") as lines:
        return int(lines.read().split()[0]) * resource.getpagesize()


def ease_forks(proc: int) -> None:
    """
    Give freed memory back to the kernel, and ask for large pages for the rest.

    Each fork copies the map of all pages, and drops it again at its end. A kernel that has no
    large pages, or none to spare, changes nothing.
    """
    libc.malloc_trim(0)
    try:
        file = os.open("self/maps", os.O_RDONLY, dir_fd=proc)
    except OSError:
        return
    with open(file) as lines:
        held = [line.split()[0].split("-") for line in lines if ANONYMOUS in line]
    for start, end in held:
        first = -(-int(start, 16) // LARGE_PAGE) * LARGE_PAGE
        for place in range(first, int(end, 16) - LARGE_PAGE + 1, LARGE_PAGE):
            address, size = ctypes.c_void_p(place), ctypes.c_size_t(LARGE_PAGE)
            libc.madvise(address, size, MADV_COLLAPSE)


def call(name: str, *arguments: Any) -> int:
    """Call a libc function and turn -1 into an `OSError` that names it."""
    result = getattr(libc, name)(*arguments)
    if result == -1:
        code = ctypes.get_errno()
        raise OSError(code, f"{name}: {os.strerror(code)}")
    return int(result)


def fork_into_new_pid_namespace(own_namespace: int) -> int:
    """
    Fork a child that is process 1 of a new PID namespace.

    Parameters
    ----------
    own_namespace : int
        Open descriptor of ``/proc/self/ns/pid``, to which later forks return.

    Returns
    -------
    int
        The child's process id, 0 in the child.
    """
    call("unshare", CLONE_NEWPID)
    pid = os.fork()
    if pid:
        call("setns", own_namespace, CLONE_NEWPID)
    return pid


def keep_devices_unchanged() -> None:
    """
    Mount the devices read-only: they work as before, but nobody can set their times.

    Their files are those of the whole machine.
    """
    for device in DEVICES:
        if os.path.exists(device):
            flags = os.statvfs(device).f_flag
            kept = flags & KEPT_FLAGS | (MS_RELATIME if flags & ST_RELATIME else 0)
            kept |= MS_REMOUNT | MS_BIND | MS_RDONLY
            call("mount", None, device.encode(), None, kept, None)


def private_storage(bounds: Bounds) -> None:
    """Put empty, size-limited storage over /tmp."""
    call("unshare", CLONE_NEWNS | CLONE_NEWIPC)
    options = f"size={bounds.storage},nr_inodes=4096,mode=1777".encode()
    call("mount", b"tmpfs", b"/tmp", b"tmpfs", MS_NOSUID | MS_NODEV, options)
    os.mkdir(f"/tmp/{WORK}")
    os.chmod(f"/tmp/{WORK}", 0o777)
    os.chdir(f"/tmp/{WORK}")


def adopt_orphans() -> None:
    """Become the parent of processes below this one whose own parent ends."""
    call("prctl", PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def limit_resources(bounds: Bounds) -> None:
    """Set the limits that the kernel enforces on each process."""
    for kind, value in (
        (resource.RLIMIT_AS, bounds.memory),
        (resource.RLIMIT_NPROC, bounds.processes),
        (resource.RLIMIT_FSIZE, bounds.storage),
        (resource.RLIMIT_NOFILE, 128),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
    ):
        _, hard = resource.getrlimit(kind)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (value, value))


def give_up_privileges(uid: int | None) -> None:
    """Keep no capability and no way to regain one; become user `uid` if one is given."""
    if uid is not None:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
    for capability in range(64):
        if libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) == -1:
            break
    if uid is not None:
        os.setresuid(uid, uid, uid)
    libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    header = struct.pack("<Ii", CAPABILITY_VERSION_3, 0)
    call("capset", header, bytes(24))
    call("prctl", PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    call("prctl", PR_SET_DUMPABLE, 0, 0, 0, 0)


def filter_system_calls(program: bytes) -> None:
    """Install a compiled seccomp filter; no later call can remove it."""
    buffer = ctypes.create_string_buffer(program, len(program))
    loaded = FilterProgram(len(program) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    call("prctl", PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(loaded), 0, 0)


def make_place(scratch: str, uid: int | None) -> str:
    """Make, where no namespace has a /tmp of its own, a temporary directory for a student."""
    place = tempfile.mkdtemp(dir=scratch)
    os.mkdir(f"{place}/{WORK}")
    if uid is not None:
        for path in (place, f"{place}/{WORK}"):
            os.chown(path, uid, uid)
    return place


def lock_in(plan: Plan, bounds: Bounds, place: str) -> None:
    """
    Give up everything that a student must not have.

    Parameters
    ----------
    plan : Plan
        How.
    bounds : Bounds
        What the student may use.
    place : str
        In a pod: the student's own temporary directory, from `make_place`.
    """
    if plan.tier == "full":
        private_storage(bounds)
    else:
        os.chdir(f"{place}/{WORK}")
        adopt_orphans()
    limit_resources(bounds)
    give_up_privileges(bounds.uid)
    if plan.tier == "pod":
        landlock.restrict(plan.readable, [place], DEVICES, plan.listed, removing=False)
    elif landlock.version():
        landlock.restrict(top_level(), ["/tmp"], DEVICES)
    filter_system_calls(plan.program)


def top_level() -> Iterable[str]:
    """List what lies at the root of bubblewrap's sandbox, without the student's own storage."""
    return [f"/{name}" for name in os.listdir("/") if name != "tmp"]


def only_keep(*descriptors: int) -> None:
    """Close every open file but these; standard streams go to the null device."""
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    kept = sorted({0, 1, 2, *descriptors})
    for low, high in zip(kept, [*kept[1:], 65536], strict=True):
        os.closerange(low + 1, high)
