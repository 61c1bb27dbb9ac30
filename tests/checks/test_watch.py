"""A check that does not end, or is interrupted, stops at the student's line."""

import signal
import threading

import pytest

from course_lib.checks import CheckFailed, check, watch

needs_alarms = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="a system of alarms")
ENDLESS = "def relu(z):\n    while True:\n        z = z"
INTERRUPTED = "def relu(z):\n    raise KeyboardInterrupt"


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    monkeypatch.setattr(watch, "SECONDS", 0.2)
    monkeypatch.setattr(watch, "AGAIN", 0.05)


@needs_alarms
def test_an_endless_loop_stops_at_the_students_line(told) -> None:
    text = told("relu", ENDLESS)
    assert text.startswith("relu did not come to its end within 0.2 seconds.\n  Your line ")
    assert text.splitlines()[1] in ("  Your line 2: while True:", "  Your line 3: z = z")
    assert "Hint: Does a loop never end?" in text


@needs_alarms
def test_a_bare_except_does_not_keep_the_loop_alive(told) -> None:
    loop = "def relu(z):\n    while True:\n        try: z = z\n        except {}:\n            "
    assert "did not come to its end" in told("relu", loop.format("Exception") + "pass")
    once = "if done: raise\n            done.append(1)"
    assert "did not come to its end" in told("relu", loop.format("BaseException") + once, done=[])


@needs_alarms
def test_an_endless_answer_by_hand_stops_too() -> None:
    def forward_by_hand():
        while True:
            pass

    with pytest.raises(CheckFailed, match="forward_by_hand did not come to its end"):
        check("forward_by_hand", forward_by_hand)


@needs_alarms
def test_the_alarm_is_off_after_a_check(told) -> None:
    before = signal.getsignal(signal.SIGALRM)
    told("relu", "def relu(z):\n    return np.maximum(0, z)")
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is before


@needs_alarms
def test_an_alarm_of_somebody_else_is_left_alone() -> None:
    signal.setitimer(signal.ITIMER_REAL, 1000)
    try:
        assert not watch.can_ring()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    assert watch.can_ring()


def test_in_another_thread_there_is_no_alarm_and_the_check_runs(told) -> None:
    found = []
    source = "def relu(z):\n    return np.maximum(0, z)"
    thread = threading.Thread(target=lambda: found.append((watch.can_ring(), told("relu", source))))
    thread.start()
    thread.join()
    assert found == [(False, "")]


def test_where_there_are_no_alarms_a_check_runs(told, monkeypatch) -> None:
    monkeypatch.delattr(signal, "setitimer", raising=False)
    assert not watch.can_ring()
    assert told("relu", "def relu(z):\n    return np.maximum(0, z)") == ""


def test_an_interrupt_shows_the_students_line_alone(told) -> None:
    with pytest.raises(KeyboardInterrupt) as caught:
        told("relu", INTERRUPTED)
    shown = caught.value._render_traceback_()
    assert shown == ["relu was interrupted.\n  Your line 2: raise KeyboardInterrupt"]
