"""
Landlock, a list that a process gives the kernel of all that it may open from now on.

The list holds for whatever the process starts, and can only get shorter. It does not cover
what is told of a file without opening it (its size and times), nor its permissions.
"""

import ctypes
import os
import struct
from collections.abc import Iterable
from pathlib import Path

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
VERSION, PATH_BENEATH = 1, 1
# Rights over files: EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, then to remove and to make, REFER
# (from version 2), TRUNCATE (3), IOCTL_DEV (5).
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1, 2, 4, 8
REMOVE = 1 << 4 | 1 << 5
MAKE = 1 << 7 | 1 << 8 | 1 << 10 | 1 << 12
REFER, TRUNCATE = 1 << 13, 1 << 14
KNOWN = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | 1 << 15
READ = EXECUTE | READ_FILE | READ_DIR
WRITE = READ_FILE | READ_DIR | WRITE_FILE | MAKE | TRUNCATE | REFER
TCP, TCP_SINCE = 3, 4
# Abstract sockets and signals stay among the processes under the same list.
SCOPES, SCOPES_SINCE = 3, 6

libc = ctypes.CDLL(None, use_errno=True)


def version() -> int:
    """Give the kernel's version of Landlock, 0 if it has none or keeps it switched off."""
    empty = ctypes.c_long(0)
    return max(0, int(libc.syscall(ctypes.c_long(CREATE_RULESET), None, empty, VERSION)))


def restrict(
    readable: Iterable[str],
    writable: Iterable[str],
    devices: Iterable[str],
    listed: Iterable[str] = (),
    removing: bool = True,
) -> None:
    """
    Take from this process, for good, every file but these, TCP, and signals to others.

    Parameters
    ----------
    readable, writable : iterable of str
        Directories with all below them, or files; one that does not exist is left out.
    devices : iterable of str
        Files that may be read and written, without anything made.
    listed : iterable of str
        Directories whose names may be read, and the names in those below them.
    removing : bool, default=True
        Whether what lies below `writable` may be removed.

    Raises
    ------
    OSError
        If the kernel has no Landlock, or refuses.
    """
    known = version()
    handled = KNOWN[max(v for v in (1, 2, 3, 5) if v <= max(known, 1))]
    tcp = TCP if known >= TCP_SINCE else 0
    scopes = SCOPES if known >= SCOPES_SINCE else 0
    size = 24 if known >= SCOPES_SINCE else 16 if known >= TCP_SINCE else 8
    rules = checked(CREATE_RULESET, struct.pack("<QQQ", handled, tcp, scopes), size, 0)
    try:
        allow(rules, readable, READ & handled)
        allow(rules, writable, (WRITE | (REMOVE if removing else 0)) & handled)
        allow(rules, devices, READ_FILE | WRITE_FILE)
        allow(rules, listed, READ_DIR)
        checked(RESTRICT_SELF, rules, 0)
    finally:
        os.close(rules)


def allow(rules: int, paths: Iterable[str], rights: int) -> None:
    """Grant rights over paths."""
    for path in paths:
        try:
            place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            continue
        granted = rights if Path(path).is_dir() else rights & OF_FILES
        try:
            checked(ADD_RULE, rules, PATH_BENEATH, struct.pack("=Qi", granted, place), 0)
        finally:
            os.close(place)


def checked(number: int, *arguments: int | bytes) -> int:
    """Make a system call and turn -1 into an `OSError`."""
    wide = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = int(libc.syscall(ctypes.c_long(number), *wide))
    if result == -1:
        code = ctypes.get_errno()
        raise OSError(code, f"landlock: {os.strerror(code)}")
    return result
