"""Tests of the progress bar."""

import io

from course_lib import _progress
from course_lib._progress import progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


def run(monkeypatch, stream, steps=range(3)):
    monkeypatch.setattr("sys.stderr", stream)
    return list(progress(steps, "training"))


def test_nothing_is_shown_where_stderr_is_no_terminal(monkeypatch):
    monkeypatch.setattr(_progress, "_QUIET_SECONDS", 0.0)
    stream = io.StringIO()
    assert run(monkeypatch, stream) == [0, 1, 2]
    assert stream.getvalue() == ""


def test_a_short_loop_shows_nothing_in_a_terminal(monkeypatch):
    stream = Terminal()
    assert run(monkeypatch, stream) == [0, 1, 2]
    assert "training" not in stream.getvalue()


def test_a_long_loop_shows_its_label_in_a_terminal(monkeypatch):
    monkeypatch.setattr(_progress, "_QUIET_SECONDS", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    assert run(monkeypatch, stream) == [0, 1, 2]
    assert "training" in stream.getvalue()


def test_without_rich_the_loop_runs_all_the_same(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "rich", None)
    assert run(monkeypatch, Terminal()) == [0, 1, 2]
