"""The examiner's end of the line to one student process: deadlines, caps, and no trust."""

import builtins
import re
import socket
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from course_lib.checks.model import Named, Seed
from course_lib.checks.plain import RefusedError
from course_lib.grading.examine.changes import Changes
from course_lib.grading.examine.outputs import clean_outputs, clean_text
from course_lib.grading.examine.stubs import CallableStub, Stub, student_error
from course_lib.grading.inside.wire import (
    MAX_FRAME,
    Channel,
    Closed,
    Decoder,
    Late,
    Unsendable,
    WireError,
    encode,
)
from course_lib.grading.record import CellStatus
from course_lib.grading.sandbox.limits import Limits

GRACE = 4.0
DAY = 86400.0  # no cell takes longer
MAX_CALLBACKS = 100_000
MAX_HEARD = 8 * MAX_FRAME  # bytes of all answers to one question, which are kept until its end
MAX_WARNINGS = 3
WARNINGS: dict[Any, type[Warning]] = {
    value.__name__: value
    for value in vars(builtins).values()
    if isinstance(value, type) and issubclass(value, Warning)
}
MAX_ABSENT = 10
MODULE = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,59}")
ENDINGS: dict[int, CellStatus] = {3: "timeout", 4: "memory"}
# What is said of a limit that was reached, in visible and in hidden tests.
USED_UP = {"timeout": "it used up its time", "memory": "it used up its memory"}


class Lost(BaseException):
    """
    The student process did not do its part; no test cell can catch this by accident.

    Parameters
    ----------
    status : str
        "timeout", "memory", "crashed" or "refused".
    message : str
        What happened, for the student.
    """

    def __init__(self, status: CellStatus, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


class Session:
    """
    The line to one process that holds a notebook: the student's own, or a kept copy of it.

    Parameters
    ----------
    channel : Channel
        The line to it.
    limits : Limits
        What it may use.
    """

    def __init__(self, channel: Channel, limits: Limits) -> None:
        self.channel, self.limits = channel, limits
        self.deadline = time.monotonic() + limits.notebook_wall
        self.alive = True
        self.copies: list[Session] = []
        self.absent: set[str] = set()  # packages that the notebook imports and the grader has not

    def send(self, *message: Any, descriptor: int | None = None) -> None:
        """Tell the process to do something."""
        try:
            self.channel.send(encode(message), self.deadline, descriptor)
        except WireError as error:
            self.alive = False
            raise as_lost(error) from None

    def expect(self, verb: str, count: int, seconds: float) -> list[Any]:
        """Wait for one message of a known form."""
        try:
            deadline = min(self.deadline, time.monotonic() + seconds)
            message = Decoder().decode(self.channel.receive(deadline))
            if type(message) is not tuple or len(message) != count + 1 or message[0] != verb:
                raise WireError("something unexpected")
            return list(message[1:])
        except WireError as error:
            self.alive = False
            raise as_lost(error) from None

    def run(self, source: str, draw: bool) -> tuple[bool, list[dict[str, Any]], float]:
        """Run a cell; give success, its cleaned outputs and CPU seconds (as the process says)."""
        self.send("run", source, draw)
        success, outputs, cpu = self.expect("ran", 3, self.limits.cell_wall + GRACE)
        plausible = type(cpu) is float and 0 <= cpu < DAY
        self.absent.update(absent_names(outputs))
        return success is True, clean_outputs(outputs), cpu if plausible else 0.0

    def look(self, source: str) -> frozenset[str] | None:
        """Ask what a cell defines, if it leaves alone what was run before it; else None."""
        self.send("look", source)
        (names,) = self.expect("seen", 1, GRACE)
        if type(names) is not list or not all(type(name) is str for name in names):
            return None
        return frozenset(names)

    def keep(self) -> "Session":
        """Have a copy of the notebook kept as it is now; give the line to it."""
        copy = Session(self.fork("keep"), self.limits)
        copy.deadline = self.deadline
        self.copies.append(copy)
        self.expect("kept", 0, GRACE)
        return copy

    def fork(self, verb: str) -> Channel:
        """Have the process fork; give the line to the new one."""
        ours, theirs = socket.socketpair()
        try:
            self.send(verb, descriptor=theirs.fileno())
        except Lost:
            ours.close()
            raise
        finally:
            theirs.close()
        return Channel(ours)

    def close(self) -> None:
        """Hang up."""
        self.channel.close()
        for copy in self.copies:
            copy.close()


def absent_names(outputs: Any) -> Iterator[str]:
    """Give the packages that a cell says it could not import: a few, in letters alone."""
    found = outputs if type(outputs) is list else []
    said = [each for each in found if type(each) is dict and each.get("output_type") == "absent"]
    names = [each.get("name") for each in said[:MAX_ABSENT]]
    yield from (name for name in names if type(name) is str and MODULE.fullmatch(name))


def as_lost(error: WireError) -> Lost:
    """Say what a fault on the line means."""
    if isinstance(error, Late):
        return Lost("timeout", "it did not end in time")
    if isinstance(error, Closed):
        return Lost("crashed", "the process that ran this ended itself")
    return Lost("refused", f"the notebook's process sent {error}")


def clean_warnings(heard: Any) -> Iterator[tuple[str, str]]:
    """Give the class and the text of each warning that is one of Python's own."""
    for entry in heard[:MAX_WARNINGS] if type(heard) is list else []:
        pair = type(entry) is tuple and len(entry) == 2 and type(entry[0]) is str
        if pair and entry[0] in WARNINGS:
            yield entry[0], clean_text(entry[1], 500)


class Question:
    """
    A fork of the notebook, as it stands at a test cell, that answers this cell's calls alone.

    Parameters
    ----------
    session : Session
        The process that holds the notebook in that state.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.deadline = time.monotonic() + session.limits.question_wall + GRACE
        self.deadline = min(self.deadline, session.deadline)
        self.callbacks: list[Callable[..., Any]] = []
        self.changes = Changes()
        self.log: list[tuple[Any, Any]] = []
        self.fate: Lost | None = None
        self.calls = 0
        self.open = False

    def __enter__(self) -> "Question":
        self.channel = self.session.fork("ask")
        self.open = True
        return self

    def __exit__(self, *exception: object) -> None:
        self.open = False
        self.changes.undo()
        try:
            with suppress(WireError):
                self.channel.send(encode(("done",)), self.deadline)
            if self.fate is not None and self.fate.status != "crashed":
                self.channel.close()  # else it may wait for one more answer until its time is over
            if self.fate is not None:
                self.learn_the_fate(self.fate)
        finally:
            self.channel.close()

    def learn_the_fate(self, fate: Lost) -> None:
        """Wait for the end of a fork that did not do its part, and learn why."""
        self.session.send("wait")
        with suppress(Lost):
            seconds = self.session.limits.question_wall + 2 * GRACE
            report = self.session.expect("ended", 2, seconds)
            if fate.status == "crashed":
                self.fate = ending(report, self.session.limits)

    def exchange(self, coded: Any) -> tuple[Any, ...]:
        """Send a message and wait for the answer, within the question's time."""
        try:
            self.channel.send(coded, self.deadline)
            told = self.channel.receive(self.deadline)
            if self.channel.heard > MAX_HEARD:
                raise WireError("too much, all together")
            self.log.append((coded, told))
            answer = Decoder(self.resolve).decode(told)
            if type(answer) is not tuple or not answer or type(answer[0]) is not str:
                raise WireError("something unexpected")
            return answer
        except WireError as error:
            self.fate = as_lost(error)
            raise self.fate from None

    def find(self, name: str) -> Any:
        """Give the value that a global name has in the student's notebook, or a stub for it."""
        return self.request("name", name)

    def request(self, verb: str, target: Any, *args: Any, **kwargs: Any) -> Any:
        """Ask for one thing and wait for the answer, serving callbacks meanwhile."""
        if not self.open:
            raise self.fate or RuntimeError(
                f"{target!r} belongs to an earlier graded cell: make it again in this one"
            )
        rest = [list(args), dict(kwargs)] if verb == "call" else list(args)
        answer = self.exchange(encode((verb, target, *rest), self.refer))
        while answer[0] == "callback" and len(answer) == 3:
            answer = self.exchange(self.call_back(*answer[1:]))
        return self.understand(answer, args, kwargs)

    def understand(self, answer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Turn an answer into a value, or into the exception that it reports."""
        if answer[0] == "value" and len(answer) in (2, 4):
            if len(answer) == 4:
                self.warn_of(answer[3])
                if type(answer[2]) is list and len(answer[2]) == 2:
                    self.changes.show((list(args), dict(kwargs)), tuple(answer[2]), answer[1])
            return answer[1]
        if answer[0] == "error" and len(answer) == 4:
            raise student_error(*answer[1:])
        if answer[0] == "unsendable" and len(answer) == 2:
            raise RefusedError(f"is {clean_text(answer[1], 500)}")
        if answer[0] == "timeout":
            self.fate = Lost("timeout", USED_UP["timeout"])
            raise self.fate
        self.fate = Lost("refused", "the notebook's process sent something unreadable")
        raise self.fate

    def warn_of(self, heard: Any) -> None:
        """Give the student's warnings as the test cell's own: hints, whatever they say."""
        for kind, text in clean_warnings(heard):
            warnings.warn_explicit(text, WARNINGS[kind], "", 0)

    def call_back(self, number: Any, args: Any) -> Any:
        """Call a function that the test cell passed to student code."""
        function = self.callback(number)
        self.calls += 1
        most = getattr(function, "most", MAX_CALLBACKS)
        if self.calls > most:
            self.fate = Lost("timeout", f"it called a function more than {most} times")
            raise self.fate
        try:
            return encode(("returned", function(*args)), self.refer)
        except Unsendable:
            raise
        except Exception as error:
            return encode(("raised", f"{type(error).__name__}: {error}"[:500]))

    def callback(self, number: Any) -> Callable[..., Any]:
        """Find a function that was passed, by its number."""
        if type(number) is not int or not 0 <= number < len(self.callbacks):
            raise WireError("a function that was never passed")
        return self.callbacks[number]

    def refer(self, value: Any) -> tuple[str, Any] | None:
        """Name what stays on one side: the student's objects, and functions passed to them."""
        if isinstance(value, Stub):
            request, kind, index = value._stub
            if request != self.request:
                raise RuntimeError(f"{value!r} belongs to an earlier graded cell")
            return (kind, [index, ""])
        if isinstance(value, Seed):
            return ("seed", [value.value, value.name])
        if isinstance(value, Named):
            return ("named", value.name)
        if not callable(value):
            return None
        for number, known in enumerate(self.callbacks):
            if known is value:
                return ("callback", number)
        self.callbacks.append(value)
        return ("callback", len(self.callbacks) - 1)

    def resolve(self, kind: str, reference: Any) -> Any:
        """Make a stub for an object of the student, or find a function passed earlier."""
        if kind == "callback":
            return self.callback(reference)
        if kind not in ("call", "class", "object") or type(reference) is not list:
            raise WireError("a reference of unknown kind")
        if len(reference) != 2 or type(reference[0]) is not int or type(reference[1]) is not str:
            raise WireError("a malformed reference")
        make = Stub if kind == "object" else CallableStub
        return make(self.request, kind, reference[0], reference[1][:100])


class Replay(Question):
    """
    The same cell once more, with the answers of the first time and every change written through.

    In a notebook a test sees what a call changed in place. A cell that passed without seeing it
    must also pass with it: "the input is as it was" can only fail here.

    Parameters
    ----------
    question : Question
        The first time.
    """

    def __init__(self, question: Question) -> None:
        super().__init__(question.session)
        self.changes = Changes(arrays=True)
        self.recorded = iter(question.log)

    def __enter__(self) -> "Replay":
        self.open = True
        return self

    def __exit__(self, *exception: object) -> None:
        self.open = False
        self.changes.undo()

    def exchange(self, coded: Any) -> tuple[Any, ...]:
        """Give the recorded answer, or raise `Lost` where the cell now asks something else."""
        asked, told = next(self.recorded, (None, None))
        if asked != coded:
            raise Lost("refused", "the cell asks something else the second time")
        answer: tuple[Any, ...] = Decoder(self.resolve).decode(told)
        return answer


def ending(report: Any, limits: Limits) -> Lost:
    """Say why the fork that answered a question ended early."""
    code, cpu = report if len(report) == 2 else (None, 0.0)
    if type(code) is not int or type(cpu) is not float or not -64 <= code <= 255:
        return Lost("refused", "the notebook's process sent something unreadable")
    if code in ENDINGS:
        return Lost(ENDINGS[code], USED_UP[ENDINGS[code]])
    if code == -24 or (code == -9 and cpu > limits.question_cpu):
        return Lost("timeout", USED_UP["timeout"])
    if code == -9:
        return Lost("memory", "it was stopped: out of memory, or waiting for ever")
    if code < 0:
        return Lost("crashed", f"it crashed Python (signal {-code})")
    return Lost("crashed", f"it ended Python itself (exit code {code})")
