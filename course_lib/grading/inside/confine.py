"""
Lock a freshly forked process in before any student code runs in it.

`bubblewrap` gives the whole worker its namespaces and read-only root. Here each
submission gets, inside that, process, mount and IPC namespaces of its own with
empty size-limited temporary storage; then user, capabilities and system calls
are given up for good. Linux only.
"""

import ctypes
import os
import resource
import struct
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID = 0x20000, 0x8000000, 0x10000000, 0x20000000
MS_NOSUID, MS_NODEV, MNT_DETACH = 2, 4, 2
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CAPBSET_DROP = 1, 4, 22, 24
PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 38, 47, 4
SECCOMP_MODE_FILTER, CAPABILITY_VERSION_3 = 2, 0x20080522
WORK = "/tmp/work"

libc = ctypes.CDLL(None, use_errno=True)


class FilterProgram(ctypes.Structure):
    """The kernel's ``struct sock_fprog``."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


@dataclass(frozen=True)
class Bounds:
    """What one process may use; sizes in bytes."""

    memory: int
    processes: int
    storage: int
    uid: int


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


def die_first() -> None:
    """Where memory runs out, let the kernel end this process and its children before any other."""
    with suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
        file.write("1000")


def private_storage(bounds: Bounds) -> None:
    """Put empty, size-limited storage over /tmp and take /proc away."""
    call("unshare", CLONE_NEWNS | CLONE_NEWIPC)
    options = f"size={bounds.storage},nr_inodes=4096,mode=1777".encode()
    call("mount", b"tmpfs", b"/tmp", b"tmpfs", MS_NOSUID | MS_NODEV, options)
    call("umount2", b"/proc", MNT_DETACH)
    os.mkdir(WORK)
    os.chmod(WORK, 0o777)
    os.chdir(WORK)


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
        resource.setrlimit(kind, (value, value))


def give_up_privileges(uid: int) -> None:
    """Keep no capability and no way to regain one; under root, become user `uid`."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
    for capability in range(64):
        if libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) == -1:
            break
    if os.geteuid() == 0:
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


def only_keep(*descriptors: int) -> None:
    """Close every open file but these; standard streams go to the null device."""
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    kept = sorted({0, 1, 2, *descriptors})
    for low, high in zip(kept, [*kept[1:], 65536], strict=True):
        os.closerange(low + 1, high)
