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
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Route

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
DESKTOP = (1280, 800)
PHONE = (390, 844)
MODES = {
    "desktop, light": (DESKTOP, "light"),
    "desktop, dark": (DESKTOP, "dark"),
    "phone, dark": (PHONE, "dark"),
    "phone, light": (PHONE, "light"),
}
"""How a page is looked at for accessibility: the window and the color scheme."""
_COMPRESSED = (".html", ".css", ".js", ".mjs", ".svg", ".json")
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
"""Names that Chromium has on one system or another; `tools/system_packages.sh` knows the same."""
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_SETTLED = "() => window.MathJax?.startup?.promise.then(() => true) ?? true"
_OPEN_ALL = "() => document.querySelectorAll('details').forEach(part => { part.open = true; })"
_TRANSFER = """() => [...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource')].map(entry => [entry.name, entry.transferSize])"""
_FIRST_PAINT = """() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"""
# Milliseconds until the theme has seen a new size: then it lets the keyboard reach what scrolls.
_RESIZED = 500
# The theme follows the system; a page without the theme has no such attribute.
_IN_SCHEME = """scheme => [undefined, scheme].includes(document.documentElement.dataset.theme)"""
# What sticks out of the window, unless a box around it scrolls. The invisible copy of a formula
# for screen readers is clipped to nothing.
_OVERFLOW = """() => {
    const edge = document.documentElement.clientWidth + 1;
    const faults = [];
    const scrolls = (element) => {
        for (let box = element.parentElement; box; box = box.parentElement) {
            if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) {
                return box.getBoundingClientRect().right <= edge;
            }
        }
        return false;
    };
    if (document.documentElement.scrollWidth > edge) {
        faults.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    }
    const outside = (element) => {
        const { width, right } = element.getBoundingClientRect();
        return width && right > edge && !element.closest('mjx-assistive-mml') && !scrolls(element);
    };
    for (const element of document.querySelectorAll('article, article *')) {
        if (outside(element) && !outside(element.parentElement)) {
            const words = element.textContent.trim().slice(0, 60);
            const tag = element.tagName.toLowerCase();
            faults.push(`<${tag}> ends at ${element.getBoundingClientRect().right} px: ${words}`);
        }
    }
    return faults;
}"""
# The contrast of a text follows from its color, its size and what lies behind it. Code repeats a
# few such looks thousands of times: three of each are checked on a page, in each mode.
_MARK_REPEATED_LOOKS = """() => {
    const known = new Map();
    const below = (element) => {
        if (!element) return '';
        if (!known.has(element)) {
            const style = getComputedStyle(element);
            const flow = ['static', 'relative'].includes(style.position) && style.float === 'none';
            const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter,
                style.mixBlendMode, style.transform, flow ? '' : known.size];
            known.set(element, below(element.parentElement) + own.join());
        }
        return known.get(element);
    };
    const seen = new Map();
    for (const element of document.querySelectorAll('body *')) {
        const style = getComputedStyle(element);
        const look = [style.color, style.fontSize, style.fontWeight, style.textShadow,
            below(element)].join();
        const text = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
            && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (text) seen.set(look, (seen.get(look) ?? 0) + 1);
        element.toggleAttribute('data-repeated-look', text && seen.get(look) > 3);
    }
}"""
_AXE = """options => {
    axe.configure({ rules: [{ id: 'color-contrast', selector: '*:not([data-repeated-look])' }] });
    options = { ...options, resultTypes: ['violations'], preload: false };
    return axe.run(document, options).then(results => results.violations);
}"""


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
    inaccessible: dict[str, list[str]] = field(default_factory=dict)
    """Faults by WCAG 2.2 A and AA for each of `MODES`; empty for a mere `visit`."""
    overflow: list[str] = field(default_factory=list)
    """What sticks out of the window of a phone; empty for a mere `visit`."""


def chromium() -> str | None:
    """Return the path of Chromium: ``COURSE_CHROMIUM``, or else the first of `PROGRAMS` found."""
    named = os.environ.get("COURSE_CHROMIUM")
    names = (named,) if named else PROGRAMS
    return next(filter(None, map(shutil.which, names)), None)


def looked_for() -> str:
    """Say where `chromium` looks."""
    named = os.environ.get("COURSE_CHROMIUM")
    return f"COURSE_CHROMIUM names {named}" if named else f"no {', '.join(PROGRAMS)} on the path"


@contextlib.contextmanager
def launch() -> Iterator["Browser"]:
    """Start headless Chromium."""
    from playwright.sync_api import sync_playwright

    program = chromium()
    if program is None:
        raise RuntimeError(
            f"Chromium was not found: {looked_for()}. Install it (apt-get install chromium) "
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

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file; a reader who leaves meanwhile is no fault."""
        with contextlib.suppress(ConnectionError):
            super().copyfile(source, outputfile)

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
    with _first_visit(browser, url) as (_, seen):
        return seen


def inspect(browser: "Browser", url: str) -> Visit:
    """Open `url` once and look at it in every way: see `Visit`.

    The window and the color scheme change in place. Every fold is opened.

    Parameters
    ----------
    browser : playwright.sync_api.Browser
        From `launch`.
    url : str
        The page.

    Returns
    -------
    Visit
        What happened, what axe found in each of `MODES`, what is too wide for a phone.
    """
    with _first_visit(browser, url) as (page, seen):
        page.evaluate(_OPEN_ALL)
        for mode, (size, scheme) in MODES.items():
            seen.inaccessible[mode] = _accessibility(page, size, scheme)
        seen.overflow = page.evaluate(_OVERFLOW)
    return seen


@contextlib.contextmanager
def _first_visit(browser: "Browser", url: str) -> Iterator[tuple["Page", Visit]]:
    """Open a page as a new reader; what it does is noted until the block ends."""
    seen = Visit()
    host = urlsplit(url).netloc
    with browser.new_context(
        viewport={"width": DESKTOP[0], "height": DESKTOP[1]}, reduced_motion="reduce"
    ) as context:
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
        yield page, seen


def _accessibility(page: "Page", size: tuple[int, int], scheme: str) -> list[str]:
    """Return rule, element and explanation of each fault that axe finds."""
    from axe_playwright_python.base import AXE_SCRIPT

    if page.viewport_size != {"width": size[0], "height": size[1]}:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.wait_for_timeout(_RESIZED)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.wait_for_function(_IN_SCHEME, arg=scheme)
    page.evaluate(_MARK_REPEATED_LOOKS)
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(_AXE, {"runOnly": {"type": "tag", "values": list(WCAG)}})
    return [
        f"{rule['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for rule in found
        for node in rule["nodes"]
    ]
