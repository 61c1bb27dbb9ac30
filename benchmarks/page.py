"""Time an exercise in the built page, in Chromium, Firefox and WebKit.

    python benchmarks/page.py [--runs N] [BROWSER ...]

The first run loads Python; a later one is what a reader waits for after each change; a loop inside
one call ends Python's worker, and the run after it starts another. The clock is the page's own:
from the click until the verdict stands there. The site is the one of `course build`.
"""

import argparse
import contextlib
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from course_lib.publishing.site.browser import launch, serve
from tests.site import other_browsers

SITE = Path(__file__).parents[1] / "_build" / "html"
RIGHT = "def relu(z):\n    return np.maximum(0, z)\n"
IN_C = "def relu(z):\n    return sum(iter(int, 1))\n"
READY = "return document.querySelector('section.live[data-name=relu] .live-run') ? 1 : null;"
RUN = f"""{other_browsers.WRITE}
const started = performance.now();
window.waited = null;
const watch = new MutationObserver(() => {{
    if (!section.dataset.verdict) return;
    watch.disconnect();
    window.waited = [performance.now() - started, section.dataset.verdict];
}});
section.querySelector(".live-run").click();
watch.observe(section, {{ attributes: true, attributeFilter: ["data-verdict"] }});
"""
PATIENCE = 400.0


class Chromium:
    """Chromium, with the two methods that the other browsers have."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def open(self, url: str) -> None:
        self.page.goto(url)

    def script(self, text: str, *values: str) -> Any:
        body = f"(values) => (function () {{ {text} }}).apply(null, values)"
        return self.page.evaluate(body, list(values))


@contextlib.contextmanager
def chromium(folder: Path) -> Iterator[Chromium]:
    """Start Chromium with an empty profile."""
    with launch() as browser, browser.new_context() as context:
        yield Chromium(context.new_page())


BROWSERS: dict[str, Callable[[Path], Any]] = {
    "Chromium": chromium,
    "Firefox": other_browsers.firefox,
    "WebKit": other_browsers.webkit,
}


def waited(browser: Any, code: str, verdict: str) -> float:
    """Run code, and return for how many seconds a reader waits for this verdict."""
    browser.script(RUN, code)
    end = time.monotonic() + PATIENCE
    while not (found := browser.script("return window.waited;")):
        if time.monotonic() > end:
            raise TimeoutError(f"no verdict within {PATIENCE:g} seconds")
        time.sleep(0.05)
    if found[1] != verdict:
        raise AssertionError(f"the verdict is {found[1]!r}, expected {verdict!r}")
    return float(found[0]) / 1000


def measure(name: str, address: str, runs: int) -> None:
    """Print the row of one browser."""
    with tempfile.TemporaryDirectory() as folder, BROWSERS[name](Path(folder)) as browser:
        browser.open(f"{address}/book/relu.html")
        other_browsers.until(lambda: browser.script(READY))
        first = waited(browser, RIGHT, "passed")
        later = median(waited(browser, f"{RIGHT}# {k}\n", "passed") for k in range(runs))
        waited(browser, IN_C, "timeout")
        again = waited(browser, RIGHT, "passed")
    print(f"{name:10}{first:12.1f} s{1000 * later:12.0f} ms{again:18.1f} s", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("browsers", nargs="*", metavar="BROWSER", help=", ".join(BROWSERS))
    parser.add_argument("--runs", type=int, default=10, help="later runs, of which the median")
    options = parser.parse_args()
    if unknown := set(options.browsers) - set(BROWSERS):
        parser.error(f"no such browser: {', '.join(unknown)}; there are {', '.join(BROWSERS)}")
    print(f"{'':10}{'first run':>14}{'later run':>15}{'new worker':>20}")
    with serve(SITE) as address:
        for name in options.browsers or BROWSERS:
            measure(name, address, options.runs)


if __name__ == "__main__":
    main()
