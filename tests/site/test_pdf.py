"""The PDF holds all pages in reading order, numbered through, with links that work on paper."""

import pytest
from pypdf import PdfReader

from course_lib.publishing.site.pdf import print_book

pytestmark = pytest.mark.usefixtures("browser_installed")
STYLE = (
    "<!DOCTYPE html><html lang='en'><meta charset='utf-8'>"
    "<style>@page {{ margin: 2cm; @bottom-center {{ content: 'page ' counter(page) }} }}</style>"
)


@pytest.fixture
def book(tmp_path):
    """Return a function that writes a site of two pages, each two sheets long."""
    (tmp_path / "book").mkdir()

    def write(link):
        head = STYLE + "<title>{} — Book</title>"
        sheets = "<h1 id='top'>{}</h1><p style='break-after: page'>one</p><h2 id='end'>two</h2>"
        first = f"<link rel='next' href='b.html'><a href='{link}'>there</a><a href='#end'>down</a>"
        (tmp_path / "book" / "index.html").write_text(head.format("A") + sheets + first)
        (tmp_path / "book" / "b.html").write_text(head.format("B") + sheets)
        return tmp_path

    return write


def links(pdf):
    """Return for each link the number of the page it leads to, or its address."""
    found = []
    for page in pdf.pages:
        for link in page.get("/Annots", ()):
            link = link.get_object()
            goal = link["/Dest"][0].get_object() if "/Dest" in link else link["/A"]["/URI"]
            found.append(goal if isinstance(goal, str) else pdf.get_page_number(goal))
    return found


def test_pages_follow_each_other_and_are_numbered_through(book, tmp_path):
    pdf = PdfReader(print_book(book("b.html"), tmp_path / "book.pdf"))
    feet = [page.extract_text().split("page ")[1].split()[0] for page in pdf.pages]
    assert feet == ["1", "2", "3", "4"]
    assert [entry.title for entry in pdf.outline] == ["A", "B"]


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
