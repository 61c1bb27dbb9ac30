"""Runs one exercise inside a page: what Python does in the reader's browser.

The site holds this file as text, and a worker of the page runs it in Pyodide. It asks the same
`check` as the notebook, from the student's wheel. What it brings beside that is an end for code
that has none: `sys.monitoring` tells of each jump and each call in the student's own code, and
after `SECONDS` the next one raises `Endless`. So the interpreter lives on, and the next run is as
quick as ever. A loop inside a C function raises no such event: the page then ends the worker.
"""

import builtins
import contextlib
import io
import json
import linecache
import sys
import time
import traceback
from collections.abc import Callable, Collection, Iterator, Sequence
from types import CodeType
from typing import Any

import numpy as np

from course_lib import _own
from course_lib.checks import CheckFailed, check, engine, my_numbers, registry

SECONDS = 4.0
EVENTS = 255  # how many pass between two looks at the clock, as a mask
LONGEST = 20_000
PASSED, FAILED, STOPPED, TIMEOUT = "passed", "failed", "stopped", "timeout"


class Endless(BaseException):
    """Student code takes too long; no ``except Exception`` of a student catches it."""


class Printed(io.StringIO):
    """What student code prints, up to a length."""

    @property
    def is_full(self) -> bool:
        """Tell whether something is left out."""
        return self.tell() > LONGEST

    def write(self, text: str) -> int:
        """Keep what there is room for, and say what is not kept."""
        room = LONGEST - self.tell()
        if not self.is_full:
            end = f"{text[:room]}\n(Cut here, after {LONGEST:,} signs.)"
            super().write(text if len(text) <= room else end)
        return len(text)


def start() -> None:
    """Read what the first run needs, so that its time is the student's own."""
    if not registry.is_instructor_edition():
        registry.compiled_sheets()


def run(name: str, parts: Sequence[Sequence[str]], seconds: float = SECONDS) -> str:
    """
    Run the code of an exercise below that of the earlier ones, and check it.

    Parameters
    ----------
    name : str
        The exercise.
    parts : sequence of (str, str)
        Name and code of what stands before the exercise in its notebook, and of itself, the last.
    seconds : float, default=SECONDS
        After which the code is stopped.

    Returns
    -------
    str
        JSON: ``verdict``, ``message`` for the student, and ``output``, what was printed; of code
        that was stopped also ``where``, and after how many ``seconds``.
    """
    printed = Printed()
    _own.close()  # the chapters, which cells of the page may have opened, are no part of an answer
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed), nobody_asked():
        verdict, message = judge(name, parts, seconds)
    found = {"verdict": verdict, "message": message, "output": printed.getvalue()}
    if verdict == TIMEOUT:
        found |= {"message": why_late(printed), "where": message, "seconds": f"{seconds:g}"}
    return json.dumps(found)


def why_late(printed: Printed) -> str:
    """Say what may be the reason that code was stopped."""
    if printed.is_full:
        return "It prints very much, which takes its time. Print less."
    return (
        "Does a loop never end? Print what its condition looks at, and leave it after ten rounds."
    )


def judge(name: str, parts: Sequence[Sequence[str]], seconds: float) -> tuple[str, str]:
    """Return the verdict, and the message; for `TIMEOUT` it is the place."""
    names: dict[str, Any] = {"__name__": "__main__", "np": np, "my_numbers": my_numbers}
    names["check"] = check
    try:
        with ended_after(seconds) as watch:
            for label, source in parts[:-1]:
                run_earlier(label, source, names, watch)
            exec(watch(compiled(*parts[-1])), names)
            if name not in names:
                return STOPPED, f"There is no `{name}` in this code. Keep the line that names it."
            return PASSED, checked(name, names[name])
    except CheckFailed as failure:
        return FAILED, str(failure)
    except Endless as end:
        return TIMEOUT, str(end)
    except BaseException as problem:
        return STOPPED, told(problem, {file_of(label) for label, _ in parts})


def run_earlier(label: str, source: str, names: dict[str, Any], watch: Any) -> None:
    """Run what stands before the exercise; if it stops, the names that it lacks are missing."""
    try:
        exec(watch(compiled(label, source)), names)
    except Exception as problem:
        first = "".join(traceback.format_exception_only(problem)).strip().splitlines()[-1]
        print(f"Your code of {label} stops, and is left out here: {first}")


def compiled(label: str, source: str) -> CodeType:
    """Compile a part; tracebacks and checks find its lines under its name."""
    file = file_of(label)
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    return compile(source, file, "exec")


def file_of(label: str) -> str:
    """Name the file that a part seems to stand in."""
    return f"<{label}>"


def checked(name: str, function: Any) -> str:
    """Check a function; return what `check` prints, without what the function prints."""
    lines: list[str] = []
    vars(engine)["print"] = lines.append
    try:
        check(name, function)
    finally:
        del vars(engine)["print"]
    return "\n".join(lines)


def told(problem: BaseException, files: Collection[str]) -> str:
    """Write an exception as Python does, with the lines of the student alone."""
    place = problem.__traceback__
    while place is not None and place.tb_frame.f_code.co_filename not in files:
        place = place.tb_next
    report = traceback.TracebackException(type(problem), problem, place)
    own = [frame for frame in report.stack if frame.filename in files]
    report.stack = traceback.StackSummary.from_list(own[-8:])
    text = "".join(report.format()).strip()
    if isinstance(problem, SyntaxError) and "outside function" in str(problem):
        text += "\nEach line of a function begins with four spaces."
    if isinstance(problem, ModuleNotFoundError):
        text = f"{text.splitlines()[-1]}\nHere Python has NumPy alone. The notebook has more."
    return text


@contextlib.contextmanager
def ended_after(seconds: float) -> Iterator[Callable[[CodeType], CodeType]]:
    """
    Stop student code that jumps or calls after some seconds.

    Parameters
    ----------
    seconds : float
        How long it may take.

    Yields
    ------
    callable
        Names a code as the student's, and returns it.

    Raises
    ------
    Endless
        Says in which line of which part the code was.
    """
    if sys.version_info < (3, 12):
        yield lambda code: code  # only where a test calls this outside of a page
        return
    monitor, tool = sys.monitoring, sys.monitoring.PROFILER_ID
    events = monitor.events.JUMP | monitor.events.PY_START
    deadline, seen, is_late = time.perf_counter() + seconds, 0, False

    def look(code: CodeType, offset: int, *rest: object) -> None:
        nonlocal seen, is_late
        seen += 1
        if is_late or (not seen & EVENTS and time.perf_counter() > deadline):
            is_late = True  # each further event raises again: a bare `except:` is no way out
            raise Endless(f"in line {line_at(code, offset)} of {code.co_filename.strip('<>')}")

    def watch(code: CodeType) -> CodeType:
        monitor.set_local_events(tool, code, events)
        for part in code.co_consts:
            if isinstance(part, CodeType):
                watch(part)
        return code

    monitor.use_tool_id(tool, "end")
    monitor.register_callback(tool, monitor.events.JUMP, look)
    monitor.register_callback(tool, monitor.events.PY_START, look)
    try:
        yield watch
    finally:
        monitor.set_events(tool, 0)
        monitor.free_tool_id(tool)


def line_at(code: CodeType, offset: int) -> int:
    """Return the number of the line of an instruction."""
    lines = (line for start, end, line in code.co_lines() if start <= offset < end and line)
    return next(lines, code.co_firstlineno)


@contextlib.contextmanager
def nobody_asked() -> Iterator[None]:
    """Let `input` say that nobody answers, instead of waiting."""
    before = builtins.input

    def refuse(*prompt: object) -> str:
        raise RuntimeError("input() asks a person, and nobody answers here. Write the value down.")

    builtins.input = refuse
    try:
        yield
    finally:
        builtins.input = before
