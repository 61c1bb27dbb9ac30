"""Exercises in the page, in Firefox and WebKit: the same steps, on the machinery of each."""

import os
import time

import pytest

from course_lib.publishing.site.browser import serve
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
WRITE_AND_RUN = """
const section = document.querySelector("section.live[data-name=relu]");
const field = section.querySelector("textarea");
field.focus();
field.value = arguments[0];
field.dispatchEvent(new Event("input", { bubbles: true }));
section.querySelector(".live-run").click();
"""
SAID = """
const section = document.querySelector("section.live[data-name=relu]");
const text = (name) => section.querySelector(name).textContent;
return [section.dataset.verdict ?? "", text(".live-status"), text(".live-result")];
"""
READY = 'return document.querySelectorAll(".live-run").length;'
CODE = 'return document.querySelector("section.live[data-name=relu] textarea").value;'
OTHER_HOSTS = """
return performance.getEntriesByType("resource").map((entry) => entry.name)
    .filter((name) => !name.startsWith(location.origin));
"""


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def opened(request, live_site, tmp_path_factory):
    """Return one of the browsers, the page open in it."""
    lacking = other_browsers.missing(request.param)
    if lacking:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"apt-get install {lacking}")
    start = getattr(other_browsers, request.param)
    with serve(live_site) as address, start(tmp_path_factory.mktemp("profile")) as browser:
        open_page(browser, f"{address}/book/index.html")
        yield browser


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
