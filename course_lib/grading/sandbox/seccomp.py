"""
The system calls that student code may make, and with what arguments, compiled for the kernel.

All are on lists. A call is left out if Python and NumPy do without it and if two sandboxes, or
a sandbox and the machine, could signal to each other by it: locks on files that both can open,
notification of what others open, times of files, what is in the page cache, priorities, counts
of the whole machine.
"""

import errno
import tempfile
from collections.abc import Iterator
from typing import Any

NAMES = """
brk mmap munmap mremap mprotect msync membarrier rseq
read write readv writev pread64 pwrite64 preadv pwritev lseek sendfile
open openat creat close close_range dup dup2 dup3 pipe pipe2
stat lstat fstat newfstatat fstatat64 statx access faccessat faccessat2
readlink readlinkat getdents getdents64 getcwd chdir fchdir mkdir mkdirat rmdir unlink
unlinkat rename renameat renameat2 link linkat symlink symlinkat truncate ftruncate fallocate
fsync fdatasync copy_file_range chmod fchmod fchmodat umask
select pselect6 poll ppoll epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait
epoll_pwait2 eventfd eventfd2 timerfd_create timerfd_settime timerfd_gettime
fork vfork execve exit exit_group wait4 waitid tgkill tkill pidfd_open
getpid getppid gettid getpgrp getuid geteuid getgid getegid
getresuid getresgid getgroups arch_prctl set_tid_address set_robust_list
sched_yield sched_get_priority_max sched_get_priority_min
getrlimit setrlimit getrusage uname times getrandom getcpu
rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigsuspend rt_sigtimedwait
sigaltstack alarm setitimer getitimer pause restart_syscall nanosleep
gettimeofday time timer_settime timer_gettime timer_getoverrun timer_delete
recvfrom recvmsg shutdown getsockname
"""
CONDITIONAL = """
clone futex fcntl ioctl prctl madvise kill preadv2 pwritev2 prlimit64 getpgid getsid getpriority
sched_getaffinity sched_getparam sched_getscheduler socketpair sendto getsockopt
clock_gettime clock_getres clock_nanosleep timer_create
"""
ALLOWED = (*NAMES.split(), *CONDITIONAL.split())
# These do nothing and say that they did it: programs that only tidy up go on.
PRETENDED = ("utimensat", "utime", "utimes", "futimesat", "fadvise64")
# "This file system has none": what copies a file goes on.
UNSUPPORTED = ("listxattr", "llistxattr", "flistxattr", "getxattr", "lgetxattr", "fgetxattr")
# Without a mount namespace the files of others are in reach of these, which Landlock lets by.
PRETENDED_IN_POD = ("chmod", "fchmod", "fchmodat", "unlink", "unlinkat", "rmdir")
REFUSED_IN_POD = ("truncate",)

# Numbers of Linux, by name: this module is read on other systems too.
CLONE_NEW_NAMESPACES, O_TMPFILE = 0x7E020080, 0o20000000
AF_UNIX, SOCK_STREAM, SOL_SOCKET = 1, 1, 1
LOW_HALF = 0xFFFFFFFF
# F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC.
FILE_COMMANDS = (0, 1, 2, 3, 4, 1030)
# TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX: is it a terminal, set non-blocking.
DEVICE_REQUESTS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
# PR_SET_PDEATHSIG, PR_GET_DUMPABLE, PR_SET_NAME, PR_GET_NAME, PR_CAPBSET_READ,
# PR_SET_NO_NEW_PRIVS, PR_GET_NO_NEW_PRIVS, PR_SET_VMA.
PROCESS_OPTIONS = (1, 3, 15, 16, 23, 38, 39, 0x53564D41)
# NORMAL, DONTNEED, FREE, HUGEPAGE, NOHUGEPAGE, DONTDUMP, GUARD_INSTALL, GUARD_REMOVE.
MEMORY_ADVICE = (0, 4, 8, 14, 15, 16, 102, 103)
# SO_TYPE, SO_ERROR, SO_SNDBUF, SO_RCVBUF, SO_PROTOCOL, SO_DOMAIN.
SOCKET_OPTIONS = (3, 4, 7, 8, 38, 39)
FUTEX_PRIVATE = 0x80
PID_BITS = range(22)  # no process id is larger than 2**22

Condition = tuple[Any, ...]


def conditions() -> dict[str, list[Condition]]:
    """
    Give, for each call of `CONDITIONAL`, the arguments that are let through.

    Returns
    -------
    dict
        Name, and alternatives of which one must hold; each says of one or more arguments
        that ``argument & mask == value``, as ``(position, mask, value)``.
    """

    def among(position: int, values: tuple[int, ...]) -> list[Condition]:
        return [((position, LOW_HALF, value),) for value in values]

    itself = among(0, (0,))
    # Other clocks are those of processes, by their number: anybody's CPU time.
    clock: list[Condition] = [((0, 0xFFFFFFF0, 0),)]
    return {
        "clone": [((0, CLONE_NEW_NAMESPACES, 0),)],
        # Others are known by the file that a page belongs to, in every sandbox that maps it.
        "futex": [((1, FUTEX_PRIVATE, FUTEX_PRIVATE),)],
        "fcntl": among(1, FILE_COMMANDS),
        "ioctl": among(1, DEVICE_REQUESTS),
        "prctl": among(0, PROCESS_OPTIONS),
        "madvise": among(2, MEMORY_ADVICE),
        # Only a number above zero is one process: -1 and groups are the student's other copies.
        "kill": [((0, 0x80000000 | 1 << bit, 1 << bit),) for bit in PID_BITS],
        "preadv2": among(5, (0,)),
        "pwritev2": among(5, (0,)),
        **dict.fromkeys(("prlimit64", "getpgid", "getsid"), itself),
        **dict.fromkeys(("sched_getaffinity", "sched_getparam", "sched_getscheduler"), itself),
        "getpriority": [((0, LOW_HALF, 0), (1, LOW_HALF, 0))],
        # A stream, connected for good: a message of it can have no other address.
        "socketpair": [((0, LOW_HALF, AF_UNIX), (1, 0xF, SOCK_STREAM))],
        "sendto": [((4, LOW_HALF, 0),)],
        "getsockopt": [
            ((1, LOW_HALF, SOL_SOCKET), (2, LOW_HALF, option)) for option in SOCKET_OPTIONS
        ],
        **dict.fromkeys(("clock_gettime", "clock_getres", "timer_create"), clock),
        "clock_nanosleep": clock,
    }


def rules(pod: bool) -> Iterator[tuple[int | None, str, Condition]]:
    """List the rules: an error number or None for "allowed", the call, and its condition."""
    wanted = conditions()
    pretended = (*PRETENDED, *(PRETENDED_IN_POD if pod else ()))
    for name in pretended:
        yield 0, name, ()
    for name in UNSUPPORTED:
        yield errno.ENOTSUP, name, ()
    if pod:
        # A file without a name could not be counted.
        wanted |= {"open": [((1, O_TMPFILE, 0),)], "openat": [((2, O_TMPFILE, 0),)]}
    for name in ALLOWED:
        if name in pretended or (pod and name in REFUSED_IN_POD):
            continue
        for condition in wanted.get(name, [()]):
            yield None, name, condition
    # "It has changed": who joins a thread looks again, until the thread has ended.
    yield errno.EAGAIN, "futex", ((1, FUTEX_PRIVATE, 0),)
    # The C library falls back to clone, whose flags the filter can see.
    yield errno.ENOSYS, "clone3", ()


def compile_filter(pod: bool = False) -> bytes:
    """
    Compile the filter with libseccomp.

    Parameters
    ----------
    pod : bool, default=False
        For a process that has no mount and process namespaces of its own.

    Returns
    -------
    bytes
        A BPF program; every call outside `ALLOWED`, or with other arguments than those of
        `conditions`, fails with EPERM.

    Raises
    ------
    RuntimeError
        If libseccomp is not installed.
    """
    try:
        import pyseccomp
    except (ImportError, RuntimeError, OSError) as error:
        raise RuntimeError(
            f"libseccomp is needed to run student code safely ({error}): install it "
            "(apt install libseccomp2; dnf install libseccomp) and pyseccomp "
            "(pip install pyseccomp)"
        ) from error
    program = pyseccomp.SyscallFilter(pyseccomp.ERRNO(errno.EPERM))
    for refusal, name, condition in rules(pod):
        action = pyseccomp.ALLOW if refusal is None else pyseccomp.ERRNO(refusal)
        arguments = [pyseccomp.Arg(at, pyseccomp.MASKED_EQ, *rest) for at, *rest in condition]
        try:
            program.add_rule(action, name, *arguments)
        except ValueError:  # not a system call of this processor
            continue
    with tempfile.TemporaryFile() as file:
        program.export_bpf(file)
        file.seek(0)
        return file.read()
