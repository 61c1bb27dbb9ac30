"""The PDF holds all pages in reading order, numbered, linked, tagged, and few empty sheets."""

import re

import pytest
from pypdf import PdfReader

from course_lib.publishing.site import pdf as pdf_module
from course_lib.publishing.site.pdf import half_empty, print_book

pytestmark = pytest.mark.usefixtures("browser_installed")
STYLE = (
    "<!DOCTYPE html><html lang='en'><meta charset='utf-8'>"
    "<style>@page {{ margin: 2cm; @bottom-center {{ content: 'page ' counter(page) }} }}</style>"
)
FRONT = 2
"""Sheets before the first page: the cover and the contents."""
FULL = "<div style='height: 20cm'></div><p>word</p>"


@pytest.fixture
def book(tmp_path):
    """Return a function that writes a site of two pages, each two sheets long."""
    (tmp_path / "book").mkdir()

    def write(link, more=""):
        head = STYLE + "<title>{} — Book</title>"
        sheets = "<h1 id='top'>{}</h1><p style='break-after: page'>one</p><h2 id='end'>two</h2>"
        first = f"<link rel='next' href='b.html'><a href='{link}'>there</a><a href='#end'>down</a>"
        (tmp_path / "book" / "index.html").write_text(head.format("A") + sheets + first + more)
        (tmp_path / "book" / "b.html").write_text(head.format("B") + sheets)
        return tmp_path

    return write


def links(pdf):
    """Return for each link of the pages the number of the sheet it leads to, or its address."""
    found = []
    for page in pdf.pages[FRONT:]:
        for link in page.get("/Annots", ()):
            link = link.get_object()
            goal = link["/Dest"][0].get_object() if "/Dest" in link else link["/A"]["/URI"]
            found.append(goal if isinstance(goal, str) else pdf.get_page_number(goal) - FRONT)
    return found


# First, before the file's browser is there: a process drives one at a time.
def test_folds_are_open(book, tmp_path):
    fold = "<details><summary>Steps</summary><p>the hidden words</p></details>"
    pdf = PdfReader(print_book(book("b.html", fold), tmp_path / "book.pdf"))
    assert "the hidden words" in "".join(page.extract_text() for page in pdf.pages)


def elements(pdf):
    """Yield each element of the tree of tags."""
    waiting = [pdf.root_object["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, list):
            waiting += element
        elif isinstance(element, dict):
            yield element
            waiting += [element["/K"]] if "/K" in element else []


def test_pages_follow_each_other_and_are_numbered_through(book, tmp_path):
    pdf = PdfReader(print_book(book("b.html"), tmp_path / "book.pdf"))
    feet = [page.extract_text().split("page ")[1].split()[0] for page in pdf.pages[FRONT:]]
    assert feet == ["1", "2", "3", "4"]
    assert pdf.page_labels == ["i", "ii", "1", "2", "3", "4"]
    (first, inner, second, _) = pdf.outline
    assert (first.title, second.title, inner[0].title) == ("A", "B", "two")


def test_the_cover_names_the_book_and_the_contents_lead_to_its_pages(book, tmp_path):
    made = print_book(book("b.html"), tmp_path / "book.pdf", title="A & B", author="Nobody")
    pdf = PdfReader(made)
    assert "A & B" in pdf.pages[0].extract_text()
    assert "Nobody" in pdf.pages[0].extract_text()
    listed = re.findall(r"(A|B|two)\s+(\d+)", pdf.pages[1].extract_text())
    assert listed == [("A", "1"), ("two", "2"), ("B", "3"), ("two", "4")]
    goals = [link.get_object()["/Dest"][0].get_object() for link in pdf.pages[1]["/Annots"]]
    assert [pdf.get_page_number(goal) - FRONT for goal in goals] == [0, 1, 2, 3]
    assert (pdf.metadata.title, pdf.metadata.author) == ("A & B", "Nobody")
    assert pdf.root_object["/Lang"] == "en"


@pytest.mark.parametrize(
    ("link", "goal"),
    [
        ("b.html", 2),
        ("b.html#end", 3),
        ("#top", 0),
        ("https://example.org/", "https://example.org/"),
    ],
)
def test_a_link_leads_to_its_place_in_the_book(book, tmp_path, link, goal):
    pdf = PdfReader(print_book(book(link), tmp_path / "book.pdf"))
    assert links(pdf) == [goal, 1]


def test_a_link_to_the_file_of_a_figure_is_dropped(book, tmp_path):
    assert links(PdfReader(print_book(book("figure.png"), tmp_path / "book.pdf"))) == [1]


def test_a_link_to_a_page_outside_the_book_is_refused(book, tmp_path):
    with pytest.raises(RuntimeError, match=r"/book/index\.html: no page .*missing\.html"):
        print_book(book("missing.html"), tmp_path / "book.pdf")


def test_tags_of_all_pages_are_one_tree(book, tmp_path):
    dot = "<svg xmlns='http://www.w3.org/2000/svg'><circle r='4'/></svg>"
    (tmp_path / "book" / "dot.svg").write_text(dot)
    more = "<img alt='A dot' src='dot.svg' width=9>"
    pdf = PdfReader(print_book(book("b.html", more), tmp_path / "book.pdf"))
    kinds = [str(element.get("/S")) for element in elements(pdf)]
    assert kinds.count("/H1") == 2 + 1
    assert kinds.count("/Part") == 3
    assert "A dot" in [element.get("/Alt") for element in elements(pdf)]
    assert pdf.root_object["/MarkInfo"]["/Marked"] == True  # noqa: E712


def test_each_tag_stands_on_a_sheet_that_knows_it(book, tmp_path):
    pdf = PdfReader(print_book(book("b.html"), tmp_path / "book.pdf"))
    numbers = pdf.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    sheets = {page.indirect_reference.idnum for page in pdf.pages}
    for page in pdf.pages:
        tagged = [part.get_object() for part in parents[int(page["/StructParents"])].get_object()]
        own = [part for part in tagged if isinstance(part, dict) and "/Pg" in part]
        assert {part.raw_get("/Pg").idnum for part in own} == {page.indirect_reference.idnum}
    places = {e.raw_get("/Pg").idnum for e in elements(pdf) if "/Pg" in e}
    assert places <= sheets


def test_a_half_empty_sheet_is_found(book, tmp_path):
    made = print_book(book("b.html"), tmp_path / "book.pdf")
    assert {3, 4, 5, 6} <= set(half_empty(made))
    full = FULL.join(["<h1>A</h1>", ""])
    (tmp_path / "book" / "index.html").write_text(STYLE.format() + full)
    assert half_empty(print_book(tmp_path, tmp_path / "book.pdf"))[2:] == []


TALL = "<p>first</p><p style='height: 4cm'></p><p>last</p>"
TOGETHER = {
    "a formula and its number": f"<div class='math'>{TALL}</div>",
    "a formula and its name": "<p class='equation-label'>first</p><div class='math'>"
    "<p style='padding-top: 3cm'>last</p></div>",
    "a formula and what leads to it": "<p>first</p><div class='math'>"
    "<p style='padding-top: 3cm'>last</p></div>",
    "code in its frame": "<div class='cell_input'><p>first</p><div class='highlight'>"
    f"{TALL}</div></div>",
    "a drawing and its caption": "<figure><div class='drawing' style='height: 4cm'>first</div>"
    "<figcaption>last</figcaption></figure>",
}


@pytest.fixture
def cut(browser, tmp_path, monkeypatch):
    """Return a function that says if something is cut where it meets the end of a sheet."""
    monkeypatch.setattr(pdf_module, "_SCALES", (0.8,))

    def print_cut(more):
        with browser.new_context() as context:
            page = context.new_page()
            for centimeters in (25.0, 27.0, 28.0, 29.0):
                body = f"<h1>A</h1><div style='height: {centimeters}cm'></div>{more}"
                page.set_content(STYLE.format() + body)
                sheets = pdf_module._chapter(page, "a.html", 0).printed.pages
                texts = [sheet.extract_text() for sheet in sheets]
                if any(("first" in text) != ("last" in text) for text in texts):
                    return True
        return False

    return print_cut


@pytest.mark.parametrize("name", TOGETHER)
def test_what_belongs_together_stays_on_one_sheet(cut, name):
    assert not cut(TOGETHER[name])


@pytest.mark.parametrize("name", TOGETHER)
def test_without_the_rules_for_paper_it_is_cut(cut, name, monkeypatch):
    monkeypatch.setattr(pdf_module, "_ON_PAPER", "p { }")
    assert cut(TOGETHER[name])


@pytest.fixture(scope="module")
def whole_book(site, tmp_path_factory, browser_installed):
    """Return the PDF of this course."""
    return print_book(site, tmp_path_factory.mktemp("pdf") / "book.pdf")


@pytest.mark.real_tools
def test_few_sheets_of_the_book_are_half_empty(whole_book):
    empty, sheets = half_empty(whole_book), len(PdfReader(whole_book).pages)
    assert len(empty) < 0.03 * sheets, empty


@pytest.mark.real_tools
def test_no_sheet_of_the_book_ends_in_a_number_without_its_formula(whole_book):
    for number, page in enumerate(PdfReader(whole_book).pages, 1):
        last, height = last_words(page)
        if re.fullmatch(r"\(\d+(?:\.\d+)?\)", last):
            assert is_link(page, height), number  # of a table, to a formula elsewhere


def last_words(page):
    """Return the last words of a sheet, and how high they stand."""
    found = [("", 0.0)]

    def visit(text, now, place, font, size):
        if text.strip():
            found.append((text.strip(), now[5] + now[3] * place[5]))

    page.extract_text(visitor_text=visit)
    return found[-1]


def is_link(page, height):
    """Tell whether a link of a sheet lies at this height."""
    rectangles = [note.get_object()["/Rect"] for note in page.get("/Annots", [])]
    return any(low - 2 <= height <= high + 2 for _, low, _, high in rectangles)
