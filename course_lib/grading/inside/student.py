"""
The student process: runs cells, and keeps forks of itself that answer questions.

All cells run before any question is asked, so no cell can show what a test passed in.

Everything here shares its process with student code, which may change any of
it. Nothing outside believes what this says; it only has to be right for honest
students.
"""

import copy
import gc
import linecache
import os
import random
import resource
import select
import shutil
import signal
import socket
import sys
import tempfile
import time
import traceback
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

from .around import Around, contents, listed
from .given import Callback, Given, raised, stand_in
from .notebook import NotebookShell, TimeUp, close_fonts, recorded, run_cell, timer
from .objects import NOTEBOOK, Objects, signature_of
from .states import names_in, only_defines
from .wire import Channel, Closed, Decoder, Unsendable, encode

ARRAYS = (np.ndarray, np.generic)
PASSED_BACK = (list, dict, set, bytearray, np.ndarray)  # of which it matters whether it is the same
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
        self.objects = Objects()
        self.callbacks: dict[int, Any] = {}
        self.given: dict[int, Given] = {}
        self.around = Around()
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
            elif verb == "give":
                give(rest[0])
                self.reply("given")
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
            self.channel.send(["tuple", ["error", *encode(describe(error))[1], *self.own(error)]])

    def do_name(self, name: str) -> list[Any]:
        """Give the value of a global name, or a reference to a function or class."""
        if name not in self.shell.user_ns:
            raise NameError(f"name '{name}' is not defined")
        return [self.encoded(self.shell.user_ns[name])]

    def do_names(self, target: None) -> list[Any]:
        """List the global names."""
        hidden = self.shell.user_ns_hidden
        return [encode([name for name in self.shell.user_ns if name not in hidden])]

    def do_bind(self, name: str, value: Any) -> list[Any]:
        """Bind a global name, as a test cell has done."""
        self.shell.user_ns[name] = value
        return [None]

    def do_unbind(self, name: str) -> list[Any]:
        """Delete a global name, as a test cell has done."""
        self.shell.user_ns.pop(name, None)
        return [None]

    def do_call(
        self, target: Any, args: list[Any], kwargs: dict[str, Any], around: Any = None
    ) -> list[Any]:
        """Call a function; give its value, the arguments where it changed them, and warnings."""
        before = self.compared([args, kwargs])
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            heard: Any = Warnings()
            warnings.showwarning = heard
            if around is None:
                left, value = None, target(*args, **kwargs)
            else:
                with self.around.call(around) as left:
                    value = target(*args, **kwargs)
            same = next((k for k, each in enumerate(args) if each is value), None)
            passed = same is not None and type(value) in PASSED_BACK
            coded = ["ref", "same", same] if passed else self.encoded(value)
        changed = self.compared([args, kwargs]) != before
        after = self.encoded([args, kwargs]) if changed else None
        extra = [] if left is None else [encode(left)]
        return [coded, after, encode(list(heard.first)), *extra]

    def do_leave(self, target: Any, kinds: list[str], text: str) -> list[Any]:
        """End a ``with`` block of the test cell."""
        error = raised(kinds, text) if kinds else None
        about = (None, None, None) if error is None else (type(error), error, None)
        return [self.encoded(type(target).__exit__(target, *about))]

    def do_special(self, target: Any, name: str, args: list[Any]) -> list[Any]:
        """Do what Python does by a special method of the object's class."""
        return [self.encoded(getattr(type(target), name)(target, *args))]

    def do_copy(self, target: Any) -> list[Any]:
        """Copy an object, with all that it holds."""
        return [self.encoded(copy.deepcopy(target))]

    def do_signature(self, target: Any) -> list[Any]:
        """Tell the parameters of a function."""
        return [self.encoded(signature_of(target))]

    def do_plot(self, name: str, args: list[Any], kwargs: dict[str, Any]) -> list[Any]:
        """Call a function of pyplot that looks at, makes or closes figures."""
        import matplotlib.pyplot as plt

        return [self.encoded(getattr(plt, name)(*args, **kwargs))]

    def do_files(self, target: None) -> list[Any]:
        """Give the files that the notebook has written."""
        self.around.seen = listed()
        return [encode(contents(list(self.around.seen)))]

    def do_cases(
        self, target: Any, scripts: list[Any], parameters: list[str], right: dict[str, Any]
    ) -> list[Any]:
        """Run the cases of an exercise as a notebook does; give what each showed."""
        from course_lib.checks.model import Case, Step
        from course_lib.checks.run import run_cases

        cases = [Case("", tuple(Step(*step) for step in script)) for script in scripts]
        outcomes = run_cases(cases, target, tuple(parameters), True, right)
        return [self.encoded([as_data(outcome) for outcome in outcomes]), None, encode([])]

    def do_called(self, target: Any, names: list[str]) -> list[Any]:
        """Tell which functions of the notebook a function uses."""
        from course_lib.checks.follow import called_by

        found = called_by(target, names)
        kept = {name: own if callable(own) else None for name, own in found.items()}
        return [self.encoded(kept), None, encode([])]

    def do_get(self, target: Any, name: str) -> list[Any]:
        """Read an attribute."""
        return [self.encoded(getattr(target, name))]

    def do_set(self, target: Any, name: str, value: Any) -> list[Any]:
        """Set an attribute."""
        setattr(target, name, value)
        return [None]

    def do_delete(self, target: Any, name: str) -> list[Any]:
        """Delete an attribute."""
        delattr(target, name)
        return [None]

    def do_put(self, target: Any, name: str, value: Any) -> list[Any]:
        """Bring what an attribute holds to what a test cell has made of it; it stays the same."""
        holder = getattr(target, name)
        if isinstance(holder, np.ndarray):
            holder[...] = value
        elif isinstance(holder, list):
            holder[:] = value
        else:
            holder.clear()
            holder.update(value)
        return [None]

    def own(self, error: BaseException) -> list[Any]:
        """Name an exception whose class the notebook defines."""
        return [self.encoded(error)] if type(error).__module__ == NOTEBOOK else []

    def encoded(self, value: Any) -> Any:
        """Turn a value into what is sent; if that cannot be, nothing counts as told."""
        told = set(self.objects.told)
        try:
            return encode(value, self.refer)
        except BaseException:
            self.objects.told = told
            raise

    def compared(self, value: Any) -> Any:
        """Turn a value into what can be compared; it is not sent."""
        self.objects.silent = True
        try:
            return encode(value, self.refer)
        finally:
            self.objects.silent = False

    def refer(self, value: Any) -> tuple[str, Any] | None:
        """Name objects that stay here, and those of the examiner."""
        if isinstance(value, Callback):
            return ("callback", value.number)
        if isinstance(value, Given):
            return ("given", object.__getattribute__(value, "__given__")[1])
        if isinstance(value, ARRAYS):
            return None
        return self.objects.refer(value)

    def resolve(self, kind: str, reference: Any) -> Any:
        """Find the object that the examiner names."""
        if kind in ("seed", "named"):
            from course_lib.checks.model import Named, Seed

            return Seed(*reference) if kind == "seed" else Named(reference)
        if kind == "callback":
            number, *about = reference if type(reference) is list else [reference]
            return self.callbacks.setdefault(number, Callback(self.ask, number, *about))
        if kind == "given":
            number, name, methods = reference
            if number not in self.given:
                own = self.shell.user_ns.get(name)
                self.given[number] = stand_in(self.ask, number, name, methods, own)
            return self.given[number]
        return self.objects.kept[reference[0]]

    def ask(self, verb: str, number: int, *rest: Any) -> Any:
        """Have the examiner do something, answering meanwhile what it asks."""
        self.channel.send(["tuple", [verb, number, *map(self.encoded, rest)]])
        while True:
            answer = self.receive()
            if answer[0] == "returned":
                return answer[1]
            if answer[0] == "raised":
                raise raised(*answer[1:])
            self.answer(answer)


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


def give(files: list[Any]) -> None:
    """Put what the instructor hands out beside the notebook: links to files that are only read."""
    place = Path.cwd().parent / "given"
    for path, content in files:
        target = place / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        target.chmod(0o444)
    for entry in place.iterdir():
        Path(entry.name).symlink_to(entry)
    sys.path.insert(0, str(place))


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
