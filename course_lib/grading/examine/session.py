"""The examiner's end of the line to one student process: deadlines, caps, and no trust."""

import builtins
import re
import socket
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any

import numpy as np

from course_lib.checks.model import Named, Seed
from course_lib.checks.plain import RefusedError
from course_lib.grading.examine.changes import Changes
from course_lib.grading.examine.crossings import ANYTHING, FREE, Crossings
from course_lib.grading.examine.handing import Handing
from course_lib.grading.examine.outputs import clean_outputs, clean_text
from course_lib.grading.examine.stubs import (
    CLAIMS,
    CallableStub,
    Stub,
    StubType,
    Told,
    mirror,
    stub_of,
    student_error,
)
from course_lib.grading.examine.surroundings import Surroundings
from course_lib.grading.inside.objects import BASES
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
MAX_KINDS = 1000
MAX_BASES = 50
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

    def give(self, files: Sequence[tuple[str, bytes]]) -> None:
        """Put the files that the instructor hands out into the notebook's folder."""
        if files:
            self.send("give", [list(pair) for pair in files])
            self.expect("given", 0, self.limits.cell_wall + GRACE)

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


LENT = (list, dict, set, np.ndarray)  # read off an object, they are the object's own in a notebook


def kind_of_operand(value: Any) -> str:
    """Say what a student's object is compared or computed with."""
    return "own" if isinstance(value, (Stub, StubType)) else type(value).__name__


class Same:
    """Stands for a result that is one of the arguments itself, by its position."""

    def __init__(self, position: int) -> None:
        self.position = position


class Question:
    """
    A fork of the notebook, as it stands at a test cell, that answers this cell's calls alone.

    Parameters
    ----------
    session : Session
        The process that holds the notebook in that state.
    crossings : Crossings
        What the student's objects may be asked, and where.
    source : callable
        Gives the text of a function in the submitted notebook, by its name; empty if unknown.
    """

    crossings = ANYTHING
    surroundings: Surroundings | None = None

    def __init__(
        self,
        session: Session,
        crossings: Crossings = ANYTHING,
        source: Callable[[str], str] = lambda name: "",
    ) -> None:
        self.session, self.crossings = session, crossings
        self.deadline = time.monotonic() + session.limits.question_wall + GRACE
        self.deadline = min(self.deadline, session.deadline)
        self.source = source
        self.log: list[tuple[Any, Any]] = []
        self.fate: Lost | None = None
        self.open = False
        self.begin()

    def begin(self) -> None:
        """Know nothing yet of the student's objects, and have handed nothing over."""
        self.changes = Changes()
        self.handing = Handing(self.crossings)
        self.calls = 0
        self.lent: dict[tuple[int, str], tuple[Any, Any, Any]] = {}
        self.found: dict[int, str] = {}
        self.kinds: dict[int, type] = {}
        self.stubs: dict[int, Any] = {}

    def __enter__(self) -> "Question":
        self.channel = self.session.fork("ask")
        self.open = True
        return self

    def __exit__(self, *exception: object) -> None:
        self.open = False
        self.changes.undo()
        self.handing.close()
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
        value = self.request("name", name)
        if isinstance(value, CallableStub):
            self.found[id(value)] = name
        return value

    def names(self) -> list[str]:
        """List the global names of the student's notebook."""
        told = self.request("names", None)
        found = told if type(told) is list else []
        return [name for name in found if type(name) is str]

    def bind(self, name: str, value: Any) -> None:
        """Bind a global name in this copy of the student's notebook."""
        used_up = hasattr(type(value), "__next__") and not callable(value)  # by being sent
        if self.open and not used_up:
            with suppress(Unsendable):
                self.request("bind", name, value)

    def unbind(self, name: str) -> None:
        """Delete a global name in this copy of the student's notebook."""
        if self.open:
            self.request("unbind", name)

    def files(self) -> Any:
        """Give the files that the student's notebook has written."""
        return self.request("files", None)

    def plot(self, name: str, args: Any, kwargs: Any) -> Any:
        """Call a function of pyplot where the student's figures are."""
        return self.request("plot", name, list(args), dict(kwargs))

    def demand(self, verb: str, target: Any, args: tuple[Any, ...]) -> None:
        """Raise `NotAsked` where a student's object may not be asked this."""
        if verb in ("get", "set", "delete"):
            self.crossings.demand("get" if verb == "get" else "set", args[0])
        elif verb == "special" and (args[0] not in FREE or isinstance(target, BASES)):
            self.crossings.demand(args[0], *map(kind_of_operand, args[1]))
        elif verb in ("signature", "copy", "leave"):
            self.crossings.demand(verb)

    def request(self, verb: str, target: Any, *args: Any, **kwargs: Any) -> Any:
        """Ask for one thing and wait for the answer, serving callbacks meanwhile."""
        if not self.open:
            raise self.fate or RuntimeError(
                f"{target!r} belongs to an earlier graded cell: make it again in this one"
            )
        if verb == "source":  # by the name it was asked for, not by the one it gives itself
            name = self.found.get(id(target), "")
            return self.handing.source_of(name, self.source(name) if name else "")
        self.demand(verb, target, args)
        if verb == "set" and args[1] is self.lent.get((id(target), args[0]), [self])[0]:
            return None  # what was read is handed back, with changes that are told by themselves
        if self.lent and verb != "put":
            self.tell_changes()
        rest = [list(args), dict(kwargs)] if verb == "call" else list(args)
        around = self.surroundings.before() if verb == "call" and self.surroundings else None
        if around:
            rest.append(around)
        answer = self.exchange(encode((verb, target, *rest), self.refer))
        while answer[0] in ("callback", "given"):
            answer = self.exchange(self.serve(*answer))
        value = self.understand(answer, args, kwargs)
        if verb == "get" and type(value) in LENT:
            self.lent[id(target), args[0]] = (value, encode(value, self.refer), target)
        return value

    def tell_changes(self) -> None:
        """Tell of lists and the like that were read off an object and that the cell has changed."""
        for (number, name), (value, before, target) in list(self.lent.items()):
            with suppress(Unsendable):
                if (now := encode(value, self.refer)) != before:
                    self.lent[number, name] = (value, now, target)
                    if self.crossings.allows("put", name):
                        self.request("put", target, name, value)

    def understand(self, answer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Turn an answer into a value, or into the exception that it reports."""
        if answer[0] == "value" and len(answer) in (2, 4, 5):
            value = answer[1]
            if len(answer) > 2:
                if len(answer) == 5 and self.surroundings:
                    self.surroundings.after(answer[4])
                self.warn_of(answer[3])
                value = self.show(answer[1], answer[2], args, kwargs)
            return value
        if answer[0] == "error" and len(answer) in (4, 5):
            raise student_error(*answer[1:])
        if answer[0] == "unsendable" and len(answer) == 2:
            raise RefusedError(f"is {clean_text(answer[1], 500)}")
        if answer[0] == "timeout":
            self.fate = Lost("timeout", USED_UP["timeout"])
            raise self.fate
        self.fate = Lost("refused", "the notebook's process sent something unreadable")
        raise self.fate

    def show(self, value: Any, after: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Show what a call changed in place; give its value, which may be one of the arguments."""
        written = True
        changed = type(after) is list and len(after) == 2
        if changed:
            expected = value is None or self.crossings.allows("change")
            written = self.changes.show((list(args), dict(kwargs)), tuple(after), expected)
        if not isinstance(value, Same):
            return value
        if not value.position < len(args):
            raise RefusedError("is nothing that could be read")
        theirs = after[0] if changed and type(after[0]) is list else args
        return args[value.position] if written else theirs[value.position]

    def warn_of(self, heard: Any) -> None:
        """Give the student's warnings as the test cell's own: hints, whatever they say."""
        for kind, text in clean_warnings(heard):
            warnings.warn_explicit(text, WARNINGS[kind], "", 0)

    def serve(self, verb: str, *rest: Any) -> Any:
        """Do what student code asks of a function or an object that the test cell passed to it."""
        self.calls += 1
        if len(rest) != (3 if verb == "callback" else 4):
            raise self.unreadable()
        try:
            value = self.handing.passed(rest[0], verb == "given")
            most = getattr(value, "most", MAX_CALLBACKS) if verb == "callback" else MAX_CALLBACKS
            if self.calls > most:
                self.fate = Lost("timeout", f"it called a function more than {most} times")
                raise self.fate
            done = self.handing.call if verb == "callback" else self.handing.ask
            return encode(("returned", done(value, *rest[1:])), self.refer)
        except Unsendable:
            raise
        except WireError as error:
            raise self.unreadable() from error
        except Exception as error:
            kinds = [base.__name__ for base in type(error).__mro__[:-2]]
            return encode(("raised", kinds, str(error)[:500]))

    def unreadable(self) -> Lost:
        """Give up on this process."""
        self.fate = Lost("refused", "the notebook's process sent something unreadable")
        return self.fate

    def refer(self, value: Any) -> tuple[str, Any] | None:
        """Name what stays on one side: the student's objects, and functions passed to them."""
        if isinstance(value, (Stub, StubType)):
            request, kind, index = value._stub
            if request != self.request:
                raise RuntimeError(f"{value!r} belongs to an earlier graded cell")
            return (kind, [index, ""])
        if isinstance(value, Seed):
            return ("seed", [value.value, value.name])
        if isinstance(value, Named):
            return ("named", value.name)
        return self.handing.refer(value)

    def resolve(self, kind: str, reference: Any) -> Any:
        """Make a stub for an object of the student, or find what was passed earlier."""
        if kind in ("callback", "given"):
            return self.handing.passed(reference, kind == "given")
        if kind == "same" and type(reference) is int and reference >= 0:
            return Same(reference)
        if type(reference) is not list or not reference:
            raise WireError("a malformed reference")
        if kind == "own" and len(reference) == 3:
            return self.object(reference[1], self.kind_of(reference[2]), reference[0])
        if kind == "class" and len(reference) == 2:
            return self.kind_of(reference)
        if kind == "object" and len(reference) == 2:
            return self.object(reference[0], self.kind_of(reference[1]))
        if kind == "call" and len(reference) == 3:
            return self.function(*reference)
        raise WireError("a reference of unknown kind")

    def function(self, index: Any, name: Any, kind: Any) -> Any:
        """Make the stub for a function of the student."""
        if type(name) is not str or type(kind) is not str:
            raise WireError("a malformed reference")
        stub = self.object(index, CallableStub)
        about = {"__name__": name[:100], "__module__": "__main__"}
        for attribute, value in (about | {"_claim": CLAIMS.get(f"builtins.{kind}")}).items():
            builtins.object.__setattr__(stub, attribute, value)
        return stub

    def object(self, index: Any, kind: type, value: Any = None) -> Any:
        """Make the stub for an object of the student, the same one each time."""
        if type(index) is not int:
            raise WireError("a malformed reference")
        known = self.stubs.get(index)
        if known is None or value is not None or type(known) is not kind:
            self.stubs[index] = stub_of(kind, self.request, index, value)
        return self.stubs[index]

    def kind_of(self, reference: Any, depth: int = 0) -> type:
        """Make the class that stands for one of the student's, the same one each time."""
        if type(reference) is not list or len(reference) != 2 or type(reference[0]) is not int:
            raise WireError("a malformed reference")
        if depth > MAX_BASES:
            raise WireError("a class with too many bases")
        index, told = reference
        if index not in self.kinds:
            if len(self.kinds) >= MAX_KINDS:
                raise WireError("too many classes")
            about = Told.read(told)
            bases = [self.kind_of(base, depth + 1) for base in about.bases]
            self.kinds[index] = mirror(about, self.request, index, bases)
        return self.kinds[index]


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
        super().__init__(question.session, question.crossings, question.source)
        self.changes = Changes(always=True)
        self.recorded = iter(question.log)

    def __enter__(self) -> "Replay":
        self.open = True
        return self

    def __exit__(self, *exception: object) -> None:
        self.open = False
        self.changes.undo()
        self.handing.close()

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
