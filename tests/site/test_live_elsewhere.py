"""Exercises in the page, in Firefox and WebKit: the same steps, on the machinery of each."""

import os
import time

import pytest

from course_lib.publishing.site.browser import serve
from course_lib.publishing.site.build import build_site
from tests.site import other_browsers

pytestmark = pytest.mark.real_tools
RIGHT = "def relu(z):\n    return np.maximum(0, z)\n"
STEPS = [
    (RIGHT, "passed", "Right", "relu: all"),
    ("def relu(z):\n    return np.abs(z)\n", "failed", "Not yet", "`absolute-value`"),
    ("def relu(z)\n    return z\n", "stopped", "Your code stopped", "expected ':'"),
    (
        "def relu(z):\n    while True:\n        pass\n",
        "timeout",
        "Stopped after 4 seconds in line 3 of relu",
        "",
    ),
    (RIGHT, "passed", "Right", "relu: all"),
    ("def relu(z):\n    return sum(iter(int, 1))\n", "timeout", "Stopped after 10 seconds", ""),
    (RIGHT, "passed", "Right", "relu: all"),
]
WRITE_AND_RUN = f'{other_browsers.WRITE}section.querySelector(".live-run").click();'
SAID = """
const section = document.querySelector("section.live[data-name=relu]");
const text = (name) => section.querySelector(name).textContent;
return [section.dataset.verdict ?? "", text(".live-status"), text(".live-result")];
"""
MOVED = ("neuron_line", "playground")
FIGURES = "".join(f":::{{interactive}} {name}\n:alone:\n\nA task.\n:::\n\n" for name in MOVED)
CELL = """
const cell = document.querySelectorAll("article .cell")[arguments[0]];
if (arguments[1]) cell.querySelector(".cell-buttons button").click();
return [cell.dataset.verdict ?? "", cell.querySelector(".cell-now").textContent.trim()];
"""
MOVE = """
const figure = document.querySelector(`figure[data-figure=${arguments[0]}]`);
const before = figure.querySelector(".figure-sentence").textContent;
const slider = figure.querySelector("input[type=range]");
slider.value = slider.min;
slider.dispatchEvent(new Event("input", { bubbles: true }));
return [before, figure.querySelector(".figure-sentence").textContent, location.hash];
"""
MOVABLE = "return document.querySelectorAll('.figure-app .figure-sentence').length === 2 || null;"
READY = 'return document.querySelectorAll(".live-run").length;'
CODE = 'return document.querySelector("section.live[data-name=relu] textarea").value;'
OTHER_HOSTS = """
return performance.getEntriesByType("resource").map((entry) => entry.name)
    .filter((name) => !name.startsWith(location.origin));
"""


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def started(request, tmp_path_factory):
    """Return one of the browsers."""
    lacking = other_browsers.missing(request.param)
    if lacking:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"apt-get install {lacking}")
    start = getattr(other_browsers, request.param)
    with start(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture(scope="module")
def opened(started, live_site):
    """Return the browser with the page open in it."""
    with serve(live_site) as address:
        open_page(started, f"{address}/book/index.html")
        yield started


def open_page(browser, url):
    """Open the page, and wait until its exercises can be written."""
    browser.open(url)
    other_browsers.until(lambda: browser.script(READY) or None)


def finished(browser, seconds=400):
    """Wait for the verdict of a run; WebKit does not end a loop in wasm, so Python starts late."""
    end = time.monotonic() + seconds
    while not (said := browser.script(SAID))[0]:
        assert time.monotonic() < end, said
        time.sleep(0.2)
    return said


def test_each_step_says_what_it_says_in_chromium(opened):
    for code, verdict, status, words in STEPS:
        opened.script(WRITE_AND_RUN, code)
        said = finished(opened)
        assert said[:2] == [verdict, status]
        assert words in said[2]
    assert opened.script(OTHER_HOSTS) == []


def test_code_survives_a_reload(opened):
    opened.script(WRITE_AND_RUN, RIGHT)
    finished(opened)
    open_page(opened, opened.script("return location.href;"))
    assert opened.script(CODE) == RIGHT


def ran(said):
    """Return what a cell says, once it has run."""
    return said if said[0] else None


def test_a_cell_runs_once_what_it_needs_is_solved(opened):
    open_page(opened, opened.script("return location.href;"))
    opened.script(WRITE_AND_RUN, RIGHT)
    finished(opened)
    opened.script(CELL, 1, True)
    said = other_browsers.until(
        lambda: found if (found := opened.script(CELL, 1, False))[0] else None
    )
    assert said == ["ran", "bent [0. 3.]"]


def test_figures_move_and_keep_their_state(started, write_tiny_book, tmp_path):
    with serve(build_site(write_tiny_book(tmp_path, FIGURES))) as address:
        started.open(f"{address}/book/index.html")
        started.script("window.scrollTo(0, document.body.scrollHeight);")
        other_browsers.until(lambda: started.script(MOVABLE))
        for name in MOVED:
            before, after, state = started.script(MOVE, name)
            assert before != after
            assert state.startswith(f"#{name}?")
