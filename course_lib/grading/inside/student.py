"""
The student process: runs cells, and keeps forks of itself that answer questions.

All cells run before any question is asked, so no cell can show what a test passed in.

Everything here shares its process with student code, which may change any of
it. Nothing outside believes what this says; it only has to be right for honest
students.
"""

import gc
import linecache
import os
import random
import resource
import select
import shutil
import signal
import socket
import tempfile
import time
import traceback
import warnings
from contextlib import suppress
from typing import Any

import numpy as np

from .notebook import NotebookShell, TimeUp, close_fonts, recorded, run_cell, timer
from .states import names_in, only_defines
from .wire import Channel, Closed, Decoder, Unsendable, encode

PLAIN = (type(None), bool, int, float, complex, str, list, tuple, dict, np.ndarray, np.generic)
MAX_WARNINGS = 3


class ReceivingChannel(Channel):
    """A channel over which open files come too."""

    def __init__(self, connection: socket.socket) -> None:
        super().__init__(connection)
        self.descriptors: list[int] = []

    def take(self, size: int) -> bytes:
        """Read up to `size` bytes and keep the files that come with them."""
        data, descriptors, _, _ = socket.recv_fds(self.connection, size, 1)
        self.descriptors += descriptors
        return data


class StudentProcess:
    """
    One student's notebook, driven by the examiner over a channel.

    Parameters
    ----------
    connection : socket
        The line to the examiner.
    shell : NotebookShell
        The warm shell.
    limits : dict
        Seconds and bytes, see `course_lib.grading.sandbox.limits.Limits`.
    """

    def __init__(
        self, connection: socket.socket, shell: NotebookShell, limits: dict[str, Any]
    ) -> None:
        self.channel: Channel = ReceivingChannel(connection)
        self.shell, self.limits = shell, limits
        self.names: set[str] = set()
        self.objects: list[Any] = []
        self.callbacks: dict[int, Any] = {}
        self.asked = 0  # the process of the last question

    def serve(self) -> None:
        """Do what the examiner asks until it hangs up; a kept copy goes on from here too."""
        np.random.seed(self.limits["seed"] % 2**32)  # noqa: NPY002
        random.seed(self.limits["seed"])
        while True:
            verb, *rest = self.receive()
            if verb == "run":
                self.names |= names_in(rest[0])
                self.reply("ran", *self.run(*rest))
            elif verb == "look":
                self.reply("seen", only_defines(rest[0], self.names))
            elif verb == "keep":
                if self.fork(ReceivingChannel):
                    self.reply("kept")
            elif verb == "ask":
                self.reap()
                close_fonts()
                self.asked = self.fork(Channel)
                if not self.asked:
                    self.answer_forever()
            elif verb == "wait":
                self.reply("ended", *self.reap())

    def receive(self) -> Any:
        """Wait for the next message of the examiner."""
        return Decoder(self.resolve).decode(self.channel.receive())

    def reply(self, *message: Any) -> None:
        """Send a message to the examiner."""
        self.channel.send(encode(message, self.refer))

    def run(self, source: str, draw: bool) -> tuple[bool, list[dict[str, Any]], float]:
        """Run one cell; return success, outputs and CPU seconds."""
        started = cpu_seconds()
        with timer(self.limits["cell_cpu"], self.limits["cell_wall"]):
            try:
                success, outputs = run_cell(self.shell, source, self.limits["output_bytes"], draw)
            except TimeUp:
                success, outputs = False, recorded()
        return success, outputs, cpu_seconds() - started

    def fork(self, kind: type[Channel]) -> int:
        """Fork; the copy talks over the line that came with the order. Give its id, 0 in it."""
        assert isinstance(self.channel, ReceivingChannel)
        descriptor, drawn = self.channel.descriptors.pop(), random.getstate()
        gc.freeze()
        child = os.fork()
        if child == 0:
            random.setstate(drawn)  # a fork begins with others
            self.channel.close()
            self.channel = kind(socket.socket(fileno=descriptor))
            self.asked = 0
        else:
            os.close(descriptor)
        return child

    def reap(self) -> tuple[int, float]:
        """Wait for the last question's process; give its exit code and CPU seconds."""
        child, self.asked = self.asked, 0
        if not child:
            return 255, 0.0
        if not ends_within(child, self.limits["question_wall"] + 1):
            os.kill(child, signal.SIGKILL)
        _, status, usage = os.wait4(child, 0)
        remove(copy_for(child))
        return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime

    def answer_forever(self) -> None:
        """Answer the calls of one test cell within its time, then end the process."""
        with suppress(OSError):
            move_into_a_copy()
        try:
            with timer(self.limits["question_cpu"], self.limits["question_wall"]):
                while (request := self.receive())[0] != "done":
                    self.answer(request)
        except (TimeUp, Closed):
            os._exit(3)
        except MemoryError:
            os._exit(4)
        finally:
            os._exit(0)

    def answer(self, request: Any) -> None:
        """Answer one ``(verb, target, …)``: a value, or the exception it raised."""
        try:
            verb, target, *rest = request
            result = getattr(self, f"do_{verb}")(target, *rest)
            self.channel.send(["tuple", ["value", *result]])
        except Unsendable as error:
            self.reply("unsendable", str(error)[:500])
        except TimeUp:
            self.reply("timeout")
        except Closed:
            raise
        except BaseException as error:
            self.reply("error", *describe(error))

    def do_name(self, name: str) -> list[Any]:
        """Give the value of a global name, or a reference to a function or class."""
        if name not in self.shell.user_ns:
            raise NameError(f"name '{name}' is not defined")
        return [encode(self.shell.user_ns[name], self.refer)]

    def do_call(self, target: Any, args: list[Any], kwargs: dict[str, Any]) -> list[Any]:
        """Call a function; give its value, the arguments where it changed them, and warnings."""
        before = encode([args, kwargs], self.refer)
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            heard: Any = Warnings()
            warnings.showwarning = heard
            value = encode(target(*args, **kwargs), self.refer)
        after = encode([args, kwargs], self.refer)
        return [value, after if after != before else None, encode(list(heard.first))]

    def do_cases(
        self, target: Any, scripts: list[Any], parameters: list[str], right: dict[str, Any]
    ) -> list[Any]:
        """Run the cases of an exercise as a notebook does; give what each showed."""
        from course_lib.checks.model import Case, Step
        from course_lib.checks.run import run_cases

        cases = [Case("", tuple(Step(*step) for step in script)) for script in scripts]
        outcomes = run_cases(cases, target, tuple(parameters), True, right)
        return [encode([as_data(outcome) for outcome in outcomes], self.refer), None, encode([])]

    def do_called(self, target: Any, names: list[str]) -> list[Any]:
        """Tell which functions of the notebook a function uses."""
        from course_lib.checks.follow import called_by

        found = called_by(target, names)
        kept = {name: own if callable(own) else None for name, own in found.items()}
        return [encode(kept, self.refer), None, encode([])]

    def do_get(self, target: Any, name: str) -> list[Any]:
        """Read an attribute."""
        return [encode(getattr(target, name), self.refer)]

    def do_set(self, target: Any, name: str, value: Any) -> list[Any]:
        """Set an attribute."""
        setattr(target, name, value)
        return [None]

    def do_put(self, target: Any, name: str, changed: dict[Any, Any], gone: list[Any]) -> list[Any]:
        """Set and delete keys of an attribute that is a dict, which stays the same dict."""
        holder = getattr(target, name)
        for key in gone:
            del holder[key]
        for key, value in changed.items():
            holder[key] = value
        return [None]

    def do_item(self, target: Any, key: Any) -> list[Any]:
        """Read an item."""
        return [encode(target[key], self.refer)]

    def do_iter(self, target: Any) -> list[Any]:
        """Draw all items."""
        return [encode(iter(target), self.refer)]

    def do_len(self, target: Any) -> list[Any]:
        """Count items."""
        return [len(target)]

    def refer(self, value: Any) -> tuple[str, Any] | None:
        """Name objects that stay here: functions, classes and instances of student classes."""
        if isinstance(value, Callback):
            return ("callback", value.number)
        if isinstance(value, PLAIN):
            return None
        if not callable(value) and type(value).__module__ != "__main__":
            return None
        index = next((k for k, known in enumerate(self.objects) if known is value), None)
        if index is None:
            index = len(self.objects)
            self.objects.append(value)
        kind = "class" if isinstance(value, type) else "call" if callable(value) else "object"
        return (kind, [index, str(getattr(value, "__name__", type(value).__name__))[:100]])

    def resolve(self, kind: str, reference: Any) -> Any:
        """Find the object that the examiner names."""
        if kind in ("seed", "named"):
            from course_lib.checks.model import Named, Seed

            return Seed(*reference) if kind == "seed" else Named(reference)
        if kind == "callback":
            return self.callbacks.setdefault(reference, Callback(self, reference))
        return self.objects[reference[0]]


class Warnings:
    """Takes the place of `warnings.showwarning` and keeps the first few different ones."""

    def __init__(self) -> None:
        self.first: dict[tuple[str, str], None] = {}

    def __call__(
        self, message: Warning | str, category: type[Warning], filename: str, line: int, *rest: Any
    ) -> None:
        """Keep a warning's class, text and the student's line."""
        if len(self.first) < MAX_WARNINGS:
            text = linecache.getline(filename, line).strip() if "ipython" in filename else ""
            where = f" (line {line}: {text})" if text else ""
            self.first[category.__name__[:100], f"{str(message)[:200]}{where[:300]}"] = None


class Callback:
    """A function of the examiner that student code may call."""

    def __init__(self, process: StudentProcess, number: int) -> None:
        self.process, self.number = process, number
        self.__name__ = "f"

    def __call__(self, *args: Any) -> Any:
        """Ask the examiner for the value."""
        self.process.reply("callback", self.number, list(args))
        while True:
            answer = self.process.receive()
            if answer[0] == "returned":
                return answer[1]
            if answer[0] == "raised":
                raise ValueError(answer[1])
            self.process.answer(answer)


def copy_for(process: int) -> str:
    """Name the folder of a question's process."""
    return f"{tempfile.gettempdir()}/question-{process}"


def remove(place: str) -> None:
    """Remove a folder, which is mostly empty."""
    try:
        os.rmdir(place)
    except OSError:
        shutil.rmtree(place, ignore_errors=True)


def move_into_a_copy() -> None:
    """Go to a copy of the folder, so that no other question sees what is written there."""
    place = copy_for(os.getpid())
    with os.scandir() as entries:
        empty = next(entries, None) is None
    if empty:
        os.mkdir(place)
    else:
        with suppress(shutil.Error):  # of attributes, which the filter does not let through
            shutil.copytree(".", place, symlinks=True, copy_function=shutil.copyfile)
    os.chdir(place)


def as_data(outcome: Any) -> tuple[Any, ...]:
    """Turn an outcome into plain data."""
    error = outcome.error
    return (
        [value for _, value in outcome.values],
        (error.kinds, error.text, error.where) if error else (),
        outcome.refusal,
        list(outcome.changed),
        list(outcome.warnings),
        list(outcome.notes),
    )


def cpu_seconds() -> float:
    """
    CPU time of this process so far, to the microsecond.

    Under a limit of CPU time `time.process_time` stands still between two ticks of the kernel.
    """
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def ends_within(child: int, seconds: float) -> bool:
    """Wait for a child process to end, without reaping it."""
    if not hasattr(os, "pidfd_open"):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                return True
            time.sleep(0.002)
        return False
    ended = os.pidfd_open(child)
    poll = select.poll()
    poll.register(ended, select.POLLIN)
    try:
        return bool(poll.poll(1000 * seconds))
    finally:
        os.close(ended)


def describe(error: BaseException) -> tuple[list[str], str, str]:
    """Give an exception's class names, its text, and the student's line that raised it."""
    kinds = [base.__name__[:100] for base in type(error).__mro__[:-2]][:20]
    frames = traceback.extract_tb(error.__traceback__)
    theirs = [frame for frame in frames if "ipython-input" in frame.filename]
    where = ""
    if theirs:
        where = f"line {theirs[-1].lineno}: {(theirs[-1].line or '').strip()}"[:300]
    try:
        text = str(error)[:2000]
    except Exception:
        text = "(its text cannot be made)"
    return kinds, text, where.removesuffix(": ")
