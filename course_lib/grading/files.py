"""Files of the course: written whole or not at all, and never opened if somebody else made them."""

import contextlib
import errno
import os
import stat
from pathlib import Path

WHOLE_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS}
LINK = {errno.ELOOP, errno.EMLINK}


class NoRoom(RuntimeError):
    """The disk takes nothing more: whoever it is, no further grade can be stored."""


def require_posix() -> None:
    """Refuse a system on which nothing can be graded, before anything is written."""
    if not hasattr(os, "fork"):
        raise RuntimeError(
            "grading needs Linux, or macOS with --unsafe for code that you trust; on Windows run "
            "this in WSL (wsl --install)"
        )


class ForeignFile(RuntimeError):
    """What lies at a name of the grader's own is not a plain file of this account."""


def open_own(path: Path, flags: int = os.O_RDONLY) -> int:
    """
    Open one of the grader's own files; never follow a link, never wait, never trust a stranger.

    Parameters
    ----------
    path : Path
        The file.
    flags : int
        As for `os.open`. A file that this makes can be read by its owner alone.

    Returns
    -------
    int
        The descriptor.

    Raises
    ------
    ForeignFile
        If it is a link, a pipe or a device, or belongs neither to this account nor to the owner
        of the folder.
    """
    safe = flags | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        descriptor = os.open(path, safe, 0o600)
    except OSError as error:
        if error.errno in LINK:
            raise foreign(path, "is a symbolic link") from None
        if error.errno in (errno.ENXIO, errno.EISDIR):
            raise foreign(path, "is not a regular file") from None
        raise
    status = os.fstat(descriptor)
    fault = ""
    if not stat.S_ISREG(status.st_mode):
        fault = "is not a regular file"
    elif status.st_uid not in (os.geteuid(), os.stat(path.parent).st_uid):
        fault = f"belongs to another account (uid {status.st_uid})"
    if fault:
        os.close(descriptor)
        raise foreign(path, fault)
    return descriptor


def foreign(path: Path, fault: str) -> ForeignFile:
    """Say that something is not opened, and what to do."""
    return ForeignFile(
        f"{path} {fault}: it is not opened. Find out who made it, remove it, and run again"
    )


def read_own(path: Path) -> bytes:
    """Read one of the grader's own files whole; raise `ForeignFile` as `open_own` does."""
    with os.fdopen(open_own(path), "rb") as file:
        return file.read()


def own_folder(path: Path) -> Path:
    """Give a folder of the grader's own, made if needed and readable by its owner alone."""
    require_posix()
    with contextlib.suppress(FileExistsError):
        path.mkdir(mode=0o700)
    status = path.lstat()
    if not stat.S_ISDIR(status.st_mode):
        raise foreign(path, "is not a folder")
    if status.st_uid not in (os.geteuid(), os.stat(path.parent).st_uid):
        raise foreign(path, f"belongs to another account (uid {status.st_uid})")
    return path


def write_whole(path: Path, data: bytes, mode: int = 0o644, lasting: bool = False) -> None:
    """
    Write a file, all of it or nothing.

    Parameters
    ----------
    path : Path
        The file, replaced if it is there. A draft left by a run that was killed is used up.
    data : bytes
        What it shall hold.
    mode : int
        Its permissions.
    lasting : bool
        Wait until the disk has it.

    Raises
    ------
    NoRoom
        If the disk is full; the file is then as before.
    OSError
        If something lies there that is no file.
    """
    draft = path.with_name(f".{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        draft.chmod(mode)
        draft.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        if error.errno in WHOLE_DISK:
            raise no_room(path, error) from error
        raise


def no_room(path: Path, error: OSError) -> NoRoom:
    """Say that a file cannot be written, what that means for the grades, and what to do."""
    return NoRoom(
        f"{path} cannot be written ({error.strerror}): make room and run the same command again, "
        "nothing is lost and nothing is graded twice"
    )
