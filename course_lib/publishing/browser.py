"""Chromium on a site: serve it on this machine, open a page, say what happened.

The server compresses as the hosts of static sites do, so the sizes are those
of a reader's first visit.
"""

import contextlib
import functools
import gzip
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Route

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
DESKTOP = (1280, 800)
PHONE = (390, 844)
_COMPRESSED = (".html", ".css", ".js", ".mjs", ".svg", ".json")
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_SETTLED = "() => window.MathJax?.startup?.promise ?? true"
_OPEN_ALL = "() => document.querySelectorAll('details').forEach(part => { part.open = true; })"
_TRANSFER = """() => [...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource')].map(entry => [entry.name, entry.transferSize])"""
_FIRST_PAINT = """() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"""


@dataclass
class Visit:
    """What a page did when it was opened for the first time."""

    errors: list[str] = field(default_factory=list)
    """Console errors, uncaught exceptions and files that could not be loaded."""
    outside: list[str] = field(default_factory=list)
    """Addresses on other hosts that the page asked for; the requests were blocked."""
    transfer: dict[str, int] = field(default_factory=dict)
    """Bytes over the wire, headers included, for each file."""
    first_paint: float = 0.0
    """Milliseconds until the first text or image was drawn."""


def chromium() -> str | None:
    """Return the path of Chromium: ``COURSE_CHROMIUM``, or the first known name on the path."""
    found = (shutil.which(name) for name in _PROGRAMS)
    return os.environ.get("COURSE_CHROMIUM") or next(filter(None, found), None)


@contextlib.contextmanager
def launch() -> Iterator["Browser"]:
    """Start headless Chromium."""
    from playwright.sync_api import sync_playwright

    program = chromium()
    if program is None:
        raise RuntimeError(
            "Chromium was not found. Install it (apt-get install chromium) "
            "or name it in the environment variable COURSE_CHROMIUM."
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_QUIET))
        try:
            yield browser
        finally:
            browser.close()


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serve files, text compressed, without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Write no line for a request."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the header of a file; compress the file if it is text."""
        path = Path(self.translate_path(self.path))
        if path.suffix not in _COMPRESSED or not path.is_file():
            return super().send_head()
        body = _compressed(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


@functools.lru_cache(maxsize=256)
def _compressed(path: Path, changed: int) -> bytes:
    return gzip.compress(path.read_bytes())


@contextlib.contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve `folder` on a free port of this machine and give its address."""
    handler = functools.partial(_Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def visit(browser: "Browser", url: str) -> Visit:
    """Open `url` with an empty cache and no access to other hosts."""
    seen = Visit()
    host = urlsplit(url).netloc
    with browser.new_context() as context:
        page = context.new_page()

        def guard(route: "Route") -> None:
            address = urlsplit(route.request.url)
            if address.scheme in ("http", "https", "ws", "wss") and address.netloc != host:
                seen.outside.append(route.request.url)
                route.abort()
            else:
                route.continue_()

        def hear(line: "ConsoleMessage") -> None:
            if line.type == "error":
                seen.errors.append(line.text)

        page.on("console", hear)
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.route("**/*", guard)
        page.goto(url, wait_until="networkidle")
        page.evaluate(_SETTLED)
        seen.transfer = dict(page.evaluate(_TRANSFER))
        seen.first_paint = page.evaluate(_FIRST_PAINT)
    return seen


def accessibility(browser: "Browser", url: str, *, dark: bool, size: tuple[int, int]) -> list[str]:
    """Return the faults that axe finds by WCAG 2.2 A and AA, every fold opened.

    Parameters
    ----------
    browser : playwright.sync_api.Browser
        From `launch`.
    url : str
        The page.
    dark : bool
        Whether the reader prefers dark pages.
    size : tuple of int
        Width and height of the window, in CSS pixels.

    Returns
    -------
    list of str
        Rule, element and explanation of each fault; empty if there is none.
    """
    from axe_playwright_python.sync_playwright import Axe

    with browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    ) as context:
        page = context.new_page()
        page.goto(url, wait_until="networkidle")
        page.evaluate(_SETTLED)
        page.evaluate(_OPEN_ALL)
        options = {"runOnly": {"type": "tag", "values": list(WCAG)}}
        found = Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for rule in found
        for node in rule["nodes"]
    ]
