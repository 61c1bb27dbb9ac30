"""The book as one PDF: each page printed by Chromium, then joined, numbered and linked."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag, urlsplit

from course_lib.publishing.site.browser import launch, serve

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pypdf import PdfWriter

# Smaller than on a screen: a line of code fits on the paper.
_SCALE = 0.8
_READY_TO_PRINT = """() => {
    document.querySelectorAll('details:not(.quiz-option)').forEach(fold => { fold.open = true; });
    const figures = [...document.images];
    figures.forEach(figure => { figure.loading = 'eager'; });
    return Promise.all([window.MathJax?.startup?.promise, ...figures.map(part => part.decode())]);
}"""
# Chromium gives a PDF a place for each anchor that a link of the same page leads to. The hidden
# links stand for those of the other pages.
_NAME_EVERY_ANCHOR = """() => {
    const links = document.createElement('div');
    links.hidden = true;
    for (const { id } of document.querySelectorAll('[id]')) {
        links.append(Object.assign(document.createElement('a'), { href: `#${id}` }));
    }
    document.body.append(links);
}"""


def print_book(html: Path, target: Path) -> Path:
    """Print the pages of a built site, in reading order, into one PDF.

    Parameters
    ----------
    html : Path
        The folder of the pages.
    target : Path
        The file to write.

    Returns
    -------
    Path
        `target`. Its pages are numbered through, its outline names the pages of
        the site, and a link from page to page leads to the place in the PDF.
    """
    from pypdf import PdfReader, PdfWriter

    book = PdfWriter()
    places: dict[str, tuple[int, float]] = {}
    with serve(html) as address, launch() as browser:
        page = browser.new_page()
        for url in _reading_order(page, f"{address}/book/index.html"):
            printed = PdfReader(io.BytesIO(_print(page, pages_before=len(book.pages))))
            places |= _places(url, printed, pages_before=len(book.pages))
            # Equal names of anchors on two pages would collide: links get numbers of pages below.
            book.append(printed, outline_item=page.title().split(" — ")[0], import_outline=False)
        _link(book, places, address)
    book.root_object.pop("/Dests", None)
    book.compress_identical_objects()
    book.write(target)
    return target


def _reading_order(page: "Page", url: str) -> Iterator[str]:
    """Open one page of the site after the other, by their links to the next."""
    while url:
        page.goto(url, wait_until="networkidle")
        yield url
        following = page.query_selector("link[rel=next]")
        url = following.evaluate("link => link.href") if following else ""


def _print(page: "Page", *, pages_before: int) -> bytes:
    """Print the open page of the site; its first page has the number after `pages_before`."""
    page.evaluate(_READY_TO_PRINT)
    page.evaluate(_NAME_EVERY_ANCHOR)
    page.add_style_tag(content=f"@media print {{ html {{ counter-reset: page {pages_before} }} }}")
    return page.pdf(scale=_SCALE, prefer_css_page_size=True, print_background=True)


def _places(url: str, printed: Any, *, pages_before: int) -> dict[str, tuple[int, float]]:
    """Return page number and height of a page of the site and of each of its anchors."""
    found = {url: (pages_before, float(printed.pages[0].mediabox.top))}
    for name, there in printed.named_destinations.items():
        number = printed.get_destination_page_number(there)
        if number is not None and there.top is not None:
            found[f"{url}#{unquote(name.removeprefix('/'))}"] = (
                pages_before + number,
                float(there.top),
            )
    return found


def _link(book: "PdfWriter", places: dict[str, tuple[int, float]], address: str) -> None:
    """Lead each link to its place in the book; links to other hosts stay."""
    from pypdf.generic import ArrayObject, FloatObject, NameObject, NullObject

    urls = {number: url for url, (number, _) in places.items() if not urldefrag(url).fragment}
    url = ""
    for number, page in enumerate(book.pages):
        url = urls.get(number, url)
        kept = ArrayObject()
        for reference in page.get("/Annots", ()):
            link = reference.get_object()
            target = _target(link, url)
            there = places.get(target) or places.get(urldefrag(target).url)
            if there is not None:
                top = [NullObject(), FloatObject(there[1]), NullObject()]
                goal = [book.pages[there[0]].indirect_reference, NameObject("/XYZ"), *top]
                link.pop("/A", None)
                link[NameObject("/Dest")] = ArrayObject(goal)
            elif target.startswith(address) and urlsplit(target).path.endswith(".html"):
                raise RuntimeError(f"{urlsplit(url).path}: no page {target} in the book.")
            # A link to the file of a figure leads nowhere on paper.
            if there is not None or not target.startswith(address):
                kept.append(reference)
        page[NameObject("/Annots")] = kept


def _target(link: Any, url: str) -> str:
    """Return the address that a link of the page `url` leads to."""
    if "/Dest" in link:
        return f"{url}#{unquote(str(link['/Dest']).removeprefix('/'))}"
    return unquote(str(link.get("/A", {}).get("/URI", "")))
