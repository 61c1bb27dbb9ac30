"""A notebook's cells in one IPython shell, with outputs recorded as capped plain data."""

import base64
import builtins
import io
import os
import resource
import signal
import subprocess
import sys
import time
from typing import Any

import matplotlib
import matplotlib.pyplot as plt
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import UsageError
from IPython.core.formatters import DisplayFormatter
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.pylabtools import print_figure
from matplotlib import font_manager
from matplotlib.figure import Figure
from traitlets import Type
from traitlets.config import Config

from .absent import CALL, ForgiveImports, forgiver

# A line magic or command that fails costs its line, unless it is there to run the student's code.
RUNS_CODE = frozenset({"time", "timeit", "run", "prun", "debug", "xdel", "reset"})
INSTALLERS = frozenset(
    {"pip", "pip3", "conda", "mamba", "micromamba", "uv", "apt", "apt-get", "python", "python3"}
)
INLINE = "module://matplotlib_inline.backend_inline"
SENT_TYPES = ("image/png", "image/jpeg", "text/plain")
NOT_DRAWN = "A figure, not drawn: course grade --figures all draws it."
TOO_LARGE = "A picture, left out: the cell shows more than is kept."


class TimeUp(BaseException):
    """Raised inside student code when a cell or a call has used its time."""


class Recorder:
    """Outputs of one cell in order, up to a number of bytes."""

    def __init__(self) -> None:
        self.start(0)

    def start(self, budget: int, draw: bool = True) -> None:
        """Forget the last cell's outputs and accept `budget` bytes of new ones."""
        self.outputs: list[dict[str, Any]] = []
        self.shown: dict[str, dict[str, Any]] = {}
        self.size, self.budget, self.draw = budget, budget, draw
        self.clear_next = False

    def clear(self, wait: bool) -> None:
        """Forget what the cell has shown, at once or when it shows something new."""
        self.clear_next = wait
        if not wait:
            self.outputs.clear()
            self.shown.clear()
            self.budget = self.size

    def begin(self) -> None:
        """Do what was put off until something new is shown."""
        if self.clear_next:
            self.clear(wait=False)

    def stream(self, name: str, text: str) -> None:
        """Record printed text, joined to the text before it."""
        self.begin()
        text = text[: self.budget]
        self.budget -= len(text)
        last = self.outputs[-1] if self.outputs else {}
        if last.get("name") == name:
            last["parts"].append(text)
        elif text:
            self.outputs.append({"output_type": "stream", "name": name, "parts": [text]})

    def rich(self, kind: str, data: dict[str, Any]) -> dict[str, Any]:
        """Record a displayed object in the types that are sent, as far as it fits."""
        self.begin()
        output: dict[str, Any] = {"output_type": kind, "data": self.fitting(data)}
        if output["data"]:
            self.outputs.append(output)
        return output

    def fitting(self, data: dict[str, Any]) -> dict[str, str]:
        """Choose the types that are sent, or say that there was a picture."""
        kept = {}
        for mime in SENT_TYPES:
            value = data.get(mime)
            if isinstance(value, bytes):
                value = base64.b64encode(value).decode()
            if isinstance(value, str):
                kept[mime] = value
        size = sum(map(len, kept.values()))
        if size > self.budget:
            pictured = any(mime.startswith("image/") for mime in kept)
            return {"text/plain": TOO_LARGE} if pictured else {}
        self.budget -= size
        return kept

    def absent(self, name: str) -> None:
        """Record the name of a package that a cell imports and that is not here."""
        if self.budget >= 100:
            self.budget -= 100
            self.outputs.append({"output_type": "absent", "name": name[:100]})

    def error(self, name: str, text: str, lines: list[str]) -> None:
        """Record an exception."""
        self.begin()
        traceback = "\n".join(lines)[-20_000:].split("\n")
        text = text[:2000]
        self.outputs.append(
            {"output_type": "error", "ename": name, "evalue": text, "traceback": traceback}
        )


class RecordedStream(io.TextIOBase):
    """Stands for sys.stdout or sys.stderr."""

    def __init__(self, recorder: Recorder, name: str) -> None:
        self.recorder, self.stream_name = recorder, name

    def writable(self) -> bool:
        """Tell that text may be written."""
        return True

    def write(self, text: str) -> int:
        """Record a piece of text."""
        self.recorder.stream(self.stream_name, str(text))
        return len(text)


recorder = Recorder()


class RecordingPublisher(DisplayPublisher):
    """Records what ``display`` shows."""

    def publish(
        self,
        data: dict[str, Any],
        *args: Any,
        transient: dict[str, Any] | None = None,
        update: bool = False,
        **kwargs: Any,
    ) -> None:
        """Record one display, or put it in the place of the cell's earlier one of that id."""
        name = (transient or {}).get("display_id")
        earlier = recorder.shown.get(name) if update and name else None
        if earlier is not None:
            earlier["data"] = recorder.fitting(data)
            return
        output = recorder.rich("display_data", data)
        if name is not None:
            recorder.shown[name] = output

    def clear_output(self, wait: bool = False) -> None:
        """Forget what the cell has shown."""
        recorder.clear(wait)


class RecordingHook(DisplayHook):
    """Records the value of a cell's last expression."""

    def write_output_prompt(self) -> None:
        """Write no prompt."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: Any = None) -> None:
        """Record the value in its formats."""
        recorder.rich("execute_result", format_dict)

    def finish_displayhook(self) -> None:
        """Leave the hook without a line feed."""
        self._is_active = False


class FigureFormatter(DisplayFormatter):
    """Draws a figure in whatever formats the notebook chose, and always as a PNG; or says so."""

    def format(
        self, obj: Any, include: Any = None, exclude: Any = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Give an object in the formats that a notebook keeps."""
        figure = isinstance(obj, Figure) and bool(obj.axes or obj.lines)
        if figure and not recorder.draw:
            return {"text/plain": NOT_DRAWN}, {}
        data, metadata = super().format(obj, include, exclude)
        if figure and not {"image/png", "image/jpeg"}.intersection(data):
            data["image/png"] = print_figure(obj)
        return data, metadata


class NotebookShell(InteractiveShell):
    """IPython without a terminal, a history file or a kernel."""

    displayhook_class = Type(RecordingHook)
    display_pub_class = Type(RecordingPublisher)

    def init_display_formatter(self) -> None:
        """Format objects as a kernel does, but for figures that nobody will look at."""
        self.display_formatter = FigureFormatter(parent=self)
        configurables: list[Any] = self.configurables
        configurables.append(self.display_formatter)

    def enable_matplotlib(self, gui: Any = None) -> Any:
        """Draw into the notebook, whichever ``%matplotlib`` asks for: no window can open here."""
        return super().enable_matplotlib("inline")

    def enable_gui(self, gui: Any = None) -> None:
        """Accept ``%gui``; there is no event loop to join."""

    def run_line_magic(self, magic_name: str, line: str, _stack_depth: int = 1) -> Any:
        """Run a line magic; one that fails, or installs something, costs its line alone."""
        try:
            if magic_name in INSTALLERS:
                raise UsageError("nothing can be installed in the grader")
            return super().run_line_magic(magic_name, line, _stack_depth + 1)
        except Exception as error:
            if magic_name in RUNS_CODE and not isinstance(error, UsageError):
                raise
            skipped(f"%{magic_name} {line}", error)
            return None

    def system_piped(self, cmd: str) -> None:
        """Run ``!command`` and show what it prints."""
        if cmd.strip().partition(" ")[0] in INSTALLERS and "install" in cmd:
            skipped(f"!{cmd}", "nothing can be installed in the grader")
            return
        try:
            done = subprocess.run(
                self.var_expand(cmd, depth=1),
                shell=True, capture_output=True, text=True, check=False,
            )  # fmt: skip
        except OSError as error:
            skipped(f"!{cmd}", error)
            return
        sys.stdout.write(done.stdout)
        sys.stderr.write(done.stderr)
        self.user_ns["_exit_code"] = done.returncode

    system = system_piped

    def _showtraceback(self, etype: Any, evalue: Any, stb: list[str]) -> None:
        try:
            text = str(evalue)
        except Exception:
            text = "(its text cannot be made)"
        recorder.error(getattr(etype, "__name__", "Error"), text, stb)


def skipped(line: str, why: object) -> None:
    """Say that a line was not run."""
    print(f"`{line[:200].strip()}` was skipped: {why}", file=sys.stderr)


def make_shell(draw: bool = True) -> NotebookShell:
    """Make the shell and go once through all that a notebook uses, so that forks find it warm."""
    os.environ["MPLBACKEND"] = INLINE
    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.cache_size = 0
    config.InteractiveShell.xmode = "Plain"
    shell = NotebookShell.instance(config=config)
    shell.enable_matplotlib()
    plt.uninstall_repl_displayhook()
    plt.install_repl_displayhook()  # now after the flush: a shown figure is not drawn once more
    with matplotlib.rc_context():
        for source in ("1 / 0", "1 + 1", "print(1)", WARM_COURSE):
            success, outputs = run_cell(shell, source, 10**6, draw)
    if not success:
        raise RuntimeError(f"the warm process cannot import the course: {outputs}")
    shell.ast_transformers.append(ForgiveImports())
    setattr(builtins, CALL, forgiver(recorder.absent))
    shell.reset(new_session=False)
    shell.execution_count = 1
    close_fonts()
    return shell


def close_fonts() -> None:
    """Close the font files that are open, which matplotlib else does anew in every fork."""
    font_manager._get_font.cache_clear()  # type: ignore[attr-defined]


# A student has these modules too: imported here, they are not compiled anew for each submission.
WARM_COURSE = """
from course_lib import datasets, plotting
from course_lib.checks import check, my_numbers, registry
registry.tasks()
left, right = plotting.subplots(columns=2)
plotting.curves(left, [1, 2, 3], {"$z$": [1, 2, 3], "p": [3, 2, 1]}, "x", "y")
plotting.learning_curves(right, {"J": [3, 2, 1]})
"""


def run_cell(
    shell: NotebookShell, source: str, budget: int, draw: bool = True
) -> tuple[bool, list[dict[str, Any]]]:
    """
    Run one cell.

    Parameters
    ----------
    shell : NotebookShell
        The notebook's shell.
    source : str
        Source of the cell, magics allowed.
    budget : int
        Bytes of output that are kept.
    draw : bool, default=True
        Whether figures are drawn; else a line of text takes the place of each.

    Returns
    -------
    bool, list of dict
        Whether it ended without an exception, and its outputs.
    """
    recorder.start(budget, draw)
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = RecordedStream(recorder, "stdout"), RecordedStream(recorder, "stderr")
    try:
        success = bool(shell.run_cell(source, store_history=True).success)
    finally:
        sys.stdout, sys.stderr = streams
    return success, recorded()


def recorded() -> list[dict[str, Any]]:
    """Give what the last cell has shown."""
    for output in recorder.outputs:
        if "parts" in output:
            output["text"] = "".join(output.pop("parts"))
    return recorder.outputs


class timer:  # noqa: N801
    """
    Interrupt student code with `TimeUp` after some CPU or wall time.

    This is the polite limit: code that catches everything is stopped by the
    kernel's limit a little later, and after that by whoever waits outside.
    """

    def __init__(self, cpu: float, wall: float) -> None:
        self.cpu, self.wall = cpu, wall

    def __enter__(self) -> "timer":
        used = time.process_time()
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = int(used + self.cpu) + 2
        soft = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        for number in (signal.SIGPROF, signal.SIGALRM):
            signal.signal(number, time_up)
        signal.setitimer(signal.ITIMER_PROF, self.cpu, 0.2)
        signal.setitimer(signal.ITIMER_REAL, self.wall, 0.2)
        return self

    def __exit__(self, *exception: object) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def time_up(number: int, frame: object) -> None:
    """Stop the running student code."""
    raise TimeUp("this used up its time")
