"""Ends a check that does not come to its end, or that is interrupted, at the student's line."""

import contextlib
import signal
import threading
from collections.abc import Iterator

from course_lib.checks.failure import CheckFailed
from course_lib.checks.run import student_line

SECONDS = 20.0
AGAIN = 0.5  # where a bare `except:` swallowed the first alarm


class TooLong(BaseException):
    """A check takes too long; no `except Exception` of a student catches it."""


class Interrupted(KeyboardInterrupt):
    """An interrupt by the student; a notebook shows its text alone."""

    def _render_traceback_(self) -> list[str]:
        """Let a notebook show the student's line, not the lines of this package."""
        return [str(self)]


@contextlib.contextmanager
def watched(name: str) -> Iterator[None]:
    """
    End what does not end, and say at which line of the student an end came.

    Parameters
    ----------
    name : str
        Name of the exercise.

    Raises
    ------
    CheckFailed
        After some seconds, where the system can tell (see `can_ring`).
    Interrupted
        If the student interrupts.
    """
    try:
        with alarm():
            yield
    except TooLong as end:
        text = (
            f"{name} did not come to its end within {SECONDS:g} seconds.{place(end)}\n"
            "  Hint: Does a loop never end? Print what its condition looks at, and leave it after "
            "ten rounds."
        )
        raise CheckFailed(text, exercise=name, diagnosis="does-not-end") from None
    except KeyboardInterrupt as end:
        raise Interrupted(f"{name} was interrupted.{place(end)}") from None


def place(end: BaseException) -> str:
    """Give the student's line on a line of its own, if there is one."""
    return f"\n  Your {line}" if (line := student_line(end)) else ""


@contextlib.contextmanager
def alarm() -> Iterator[None]:
    """Raise `TooLong` after some seconds, and again until this is left."""
    if not can_ring():
        yield
        return

    def ring(number: int, frame: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, SECONDS, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def can_ring() -> bool:
    """Tell whether the system has alarms, none is set, and this is the thread that hears them."""
    if not hasattr(signal, "setitimer"):
        return False
    is_free = signal.getitimer(signal.ITIMER_REAL)[0] == 0
    return is_free and threading.current_thread() is threading.main_thread()
