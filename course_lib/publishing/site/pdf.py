"""The book as one PDF: each page printed by Chromium, then joined, numbered, linked and tagged."""

import html as markup
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag, urlsplit

from course_lib import __version__
from course_lib.publishing.site.browser import launch, serve
from course_lib.publishing.site.pdf_tags import Tags

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pypdf import PdfReader, PdfWriter

# Smaller than on a screen: a line of code fits on the paper. The others are tried where a page
# of the site would end on a sheet that is almost empty.
_SCALES = (0.8, 0.77, 0.82)
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
_HEADINGS = """() => {
    const found = (document.querySelector('article') ?? document.body).querySelectorAll('h1, h2');
    return [...found].map(heading => {
        const words = heading.cloneNode(true);
        words.querySelectorAll('.headerlink, mjx-assistive-mml').forEach(part => part.remove());
        const place = heading.id || heading.closest('section[id]')?.id || '';
        return [heading.tagName === 'H1' ? 1 : 2, words.textContent.trim(), place];
    });
}"""
_PARTS = """() => [...document.querySelectorAll('nav.bd-links p.caption')].map(caption => [
    caption.textContent.trim(), caption.nextElementSibling?.querySelector('a')?.href ?? ''])"""
# What may be cut: a sheet is not left empty because a long box does not fit. What may not: a
# formula with its number and its name, a picture, a line of a table.
_ON_PAPER = """@media print {
    .sd-card, .admonition, .quiz, table, li, .cell_output, figure {
        break-inside: auto !important;
    }
    div.math, mjx-container, .equation-label, .drawing, img, figcaption, tr, .quiz-option,
    .cell_input, .cell_output > .output, .highlight, pre { break-inside: avoid !important; }
    .equation-label, p:has(+ .equation-label, + div.math), :is(img, .drawing):has(+ figcaption) {
        break-after: avoid !important;
    }
    .long, .long :is(.highlight, pre) { break-inside: auto !important; }
    .long pre { orphans: 4; widows: 4; }
    .sd-summary-title, .admonition-title, h1, h2, h3, h4 { break-after: avoid !important; }
}"""
# Code that is longer than half a sheet may be cut.
_MARK_LONG = """() => document.querySelectorAll('.cell_input, .output, .highlight').forEach(
    part => part.classList.toggle('long', part.offsetHeight > 500))"""
_FRONT = """<!DOCTYPE html><html lang="{language}"><meta charset="utf-8"><title>{title}</title>
<style>
@page {{
    size: A4; margin: 22mm 24mm;
    @bottom-center {{ content: counter(page, lower-roman); font: 9pt sans-serif; }}
}}
@page :first {{ @bottom-center {{ content: none; }} }}
body {{ font: 11pt/1.45 Helvetica, Arial, sans-serif; color: #222; margin: 0; }}
.cover {{ break-after: page; padding-top: 70mm; }}
.cover h1 {{ font-size: 34pt; line-height: 1.15; margin: 0 0 12mm; }}
.cover p {{ font-size: 14pt; margin: 0 0 3mm; }}
nav ol {{ list-style: none; padding: 0; margin: 0; }}
nav ol ol {{ padding-left: 6mm; }}
nav a {{ display: flex; gap: 2mm; color: inherit; text-decoration: none; break-inside: avoid; }}
nav a span:nth-child(2) {{ flex: 1; border-bottom: 1px dotted #777; margin-bottom: 0.4em; }}
nav ol > li > a {{ font-weight: 700; margin-top: 2.5mm; break-after: avoid; }}
nav ol ol > li > a {{ font-weight: 400; margin: 0; break-after: auto; }}
nav .part {{ font-size: 13pt; margin: 7mm 0 0; break-after: avoid; }}
</style><section class="cover"><h1>{title}</h1>{lines}</section>
<nav><h2>Contents</h2>{contents}</nav></html>"""


@dataclass
class _Chapter:
    """A page of the site on paper."""

    url: str
    title: str
    printed: "PdfReader"
    before: int
    """Sheets of earlier pages."""
    part: str = ""
    """Name of the part of the book that begins here."""
    sections: list[tuple[str, str]] = field(default_factory=list)
    """Title and address of each section."""


def print_book(html: Path, target: Path, *, title: str = "", author: str = "") -> Path:
    """Print the pages of a built site, in reading order, into one PDF.

    Parameters
    ----------
    html : Path
        The folder of the pages.
    target : Path
        The file to write.
    title, author : str, optional
        What the cover and the metadata say; the title of the first page if not given.

    Returns
    -------
    Path
        `target`. A cover and the contents lead; the pages are numbered through, the
        outline names pages and sections, and a link from page to page leads to the place
        in the PDF. The PDF is tagged: a reader program knows headings, lists and figures.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.constants import PageLabelStyle

    with serve(html) as address, launch() as browser:
        page = browser.new_page()
        chapters: list[_Chapter] = []
        for url in _reading_order(page, f"{address}/book/index.html"):
            if not chapters:
                parts = {start: name for name, start in page.evaluate(_PARTS)}
                language = page.evaluate("document.documentElement.lang") or "en"
            before = sum(len(chapter.printed.pages) for chapter in chapters)
            chapters.append(_chapter(page, url, before))
            chapters[-1].part = parts.get(url, "")
        title = title or chapters[0].title
        places = dict(place for chapter in chapters for place in _places(chapter).items())
        page.goto("about:blank")  # a link to the page that is open would lead nowhere
        page.set_content(_front(chapters, places, title, author, language))
        front = PdfReader(io.BytesIO(_pdf(page, 1.0)))
    book, tags = PdfWriter(), Tags()
    for printed in (front, *(chapter.printed for chapter in chapters)):
        # Equal names of anchors on two pages would collide: links get numbers of pages below.
        book.append(printed, import_outline=False)
        tags.take(book, printed)
    shift = len(front.pages)
    places = {name: (number + shift, top) for name, (number, top) in places.items()}
    starts = {chapter.before + shift: chapter.url for chapter in chapters}
    _link(book, places, starts, address)
    tags.write(book, language)
    _outline(book, chapters, places)
    book.set_page_label(0, shift - 1, style=PageLabelStyle.LOWERCASE_ROMAN)
    last = len(book.pages) - 1
    book.set_page_label(shift, last, style=PageLabelStyle.DECIMAL, start=1)
    book.add_metadata({"/Title": title, "/Author": author, "/Creator": f"course {__version__}"})
    book.root_object.pop("/Dests", None)
    book.compress_identical_objects()
    book.write(target)
    return target


def half_empty(pdf: Path) -> list[int]:
    """Return the numbers of the sheets, from 1, with nothing in their lower half but a number."""
    from pypdf import PdfReader

    return [number for number, sheet in enumerate(PdfReader(pdf).pages, 1) if _lowest(sheet) > 0.5]


def _lowest(sheet: Any) -> float:
    """Return the height of the lowest text over the foot, as a share of the sheet."""
    tall, heights = float(sheet.mediabox.height), [1.0]

    def note(text: str, cm: list[float], tm: list[float], *_: Any) -> None:
        if text.strip():
            y = (tm[4] * cm[1] + tm[5] * cm[3] + cm[5]) / tall
            # The number of the page stands within the lower margin.
            if y > 18 / 297:
                heights.append(y)

    sheet.extract_text(visitor_text=note)
    return min(heights)


def _reading_order(page: "Page", url: str) -> Iterator[str]:
    """Open one page of the site after the other, by their links to the next."""
    while url:
        page.goto(url, wait_until="networkidle")
        following = page.query_selector("link[rel=next]")
        after = following.evaluate("link => link.href") if following else ""
        yield url
        url = after


def _chapter(page: "Page", url: str, before: int) -> _Chapter:
    """Print the open page of the site; its first sheet has the number after `before`."""
    from pypdf import PdfReader

    title = page.title().split(" — ")[0]
    page.evaluate(_READY_TO_PRINT)
    headings = page.evaluate(_HEADINGS)
    page.evaluate(_NAME_EVERY_ANCHOR)
    page.evaluate(_MARK_LONG)
    page.add_style_tag(content=_ON_PAPER)
    page.add_style_tag(content=f"@media print {{ html {{ counter-reset: page {before} }} }}")
    tries: list[tuple[int, PdfReader]] = []
    for scale in _SCALES:
        printed = PdfReader(io.BytesIO(_pdf(page, scale)))
        tries.append((sum(_lowest(sheet) > 0.5 for sheet in printed.pages), printed))
        if tries[-1][0] == 0 or len(printed.pages) == 1:
            break
    printed = min(tries, key=lambda found: found[0])[1]
    sections = [(words, f"{url}#{name}") for level, words, name in headings if level == 2 and name]
    return _Chapter(url, title, printed, before, sections=sections)


def _pdf(page: "Page", scale: float) -> bytes:
    return page.pdf(scale=scale, prefer_css_page_size=True, print_background=True, tagged=True)


def _front(
    chapters: list[_Chapter],
    places: dict[str, tuple[int, float]],
    title: str,
    author: str,
    language: str,
) -> str:
    """Return the page with cover and contents."""

    def entry(words: str, url: str, inner: str = "") -> str:
        number = f"<span></span><span>{places[url][0] + 1}</span>"
        words = f'<a href="{markup.escape(url)}"><span>{markup.escape(words)}</span>{number}</a>'
        return f"<li>{words}{inner}</li>"

    contents = []
    for chapter in chapters:
        if chapter.part:
            contents.append(f'</ol><h3 class="part">{markup.escape(chapter.part)}</h3><ol>')
        inner = "".join(entry(words, url) for words, url in chapter.sections if url in places)
        contents.append(entry(chapter.title, chapter.url, f"<ol>{inner}</ol>" if inner else ""))
    lines = [author, f"Version {__version__}"]
    return _FRONT.format(
        title=markup.escape(title),
        language=language,
        lines="".join(f"<p>{markup.escape(line)}</p>" for line in lines if line),
        contents=f"<ol>{''.join(contents)}</ol>".replace("<ol></ol>", ""),
    )


def _outline(
    book: "PdfWriter", chapters: list[_Chapter], places: dict[str, tuple[int, float]]
) -> None:
    """Name pages of the site and their sections in the outline."""
    from pypdf.generic import Fit

    for chapter in chapters:
        number, top = places[chapter.url]
        parent = book.add_outline_item(
            title=chapter.title, page_number=number, fit=Fit.xyz(top=top)
        )
        for words, url in chapter.sections:
            if url in places:
                number, top = places[url]
                book.add_outline_item(
                    title=words, page_number=number, parent=parent, fit=Fit.xyz(top=top)
                )


def _places(chapter: _Chapter) -> dict[str, tuple[int, float]]:
    """Return page number and height of a page of the site and of each of its anchors."""
    url, printed = chapter.url, chapter.printed
    found = {url: (chapter.before, float(printed.pages[0].mediabox.top))}
    for name, there in printed.named_destinations.items():
        number = printed.get_destination_page_number(there)
        if number is not None and there.top is not None:
            found[f"{url}#{unquote(name.removeprefix('/'))}"] = (
                chapter.before + number,
                float(there.top),
            )
    return found


def _link(
    book: "PdfWriter", places: dict[str, tuple[int, float]], starts: dict[int, str], address: str
) -> None:
    """Lead each link to its place in the book; links to other hosts stay."""
    from pypdf.generic import ArrayObject, FloatObject, NameObject, NullObject

    url = ""
    for number, page in enumerate(book.pages):
        url = starts.get(number, url)
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
