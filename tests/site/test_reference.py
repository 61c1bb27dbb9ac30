"""The reference pages on paper and on a phone: formulas, cards of symbols, errata by kind."""

import io
import re

import pytest
from pypdf import PdfReader

from course_lib.publishing.derived import formula_sheet
from course_lib.publishing.site.browser import serve

SETTLED = "() => window.MathJax?.startup?.promise.then(() => true) ?? true"
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def opened(site, browser):
    """Return a function that opens a page of the book."""
    with serve(site) as address, browser.new_context() as context:

        def open_(name, **size):
            page = context.new_page()
            if size:
                page.set_viewport_size(size)
            page.goto(f"{address}/book/{name}", wait_until="networkidle")
            page.evaluate(SETTLED)
            return page

        yield open_


def printed(page):
    """Print a page and read it."""
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))


def test_the_formula_sheet_is_two_sides_of_paper_with_every_formula_on_it(opened):
    page = opened("formula_sheet.html")
    pdf = printed(page)
    assert len(pdf.pages) == 2
    text = "".join(sheet.extract_text() for sheet in pdf.pages)
    numbers = page.locator(".formula > p > a.reference").all_inner_texts()
    assert len(numbers) > 50
    assert [number for number in numbers if number not in text] == []
    labels = [label for group in formula_sheet.SHEET.values() for label in group]
    assert len(numbers) >= len(labels)


def test_a_longer_sheet_is_found(opened):
    page = opened("formula_sheet.html")
    page.evaluate("""() => { const sheet = document.querySelector('section#formula-sheet');
        sheet.append(...[...sheet.querySelectorAll('section')].map(part => part.cloneNode(true)));
        }""")
    assert len(printed(page).pages) > 2


def test_no_formula_sticks_out_of_its_column_on_paper(opened):
    page = opened("formula_sheet.html", width=794, height=1123)
    page.emulate_media(media="print")
    page.wait_for_timeout(300)
    wide = page.evaluate("""() => [...document.querySelectorAll('.formula mjx-container')].filter(
        box => box.firstElementChild.getBoundingClientRect().width
            > box.closest('.formula').getBoundingClientRect().width + 1).map(
        box => box.closest('.formula').textContent.trim().slice(0, 60))""")
    assert wide == []


def test_every_equation_of_the_sheet_is_that_of_a_chapter_and_no_sentence_ends_on_it():
    labels = [label for group in formula_sheet.SHEET.values() for label in group]
    assert len(set(labels)) == len(labels)
    assert not formula_sheet.FOLLOW & set(labels)
    for label in ("init-he", "softmax-shift", "logsumexp", "tanh", "delta-recursion", "l2-penalty",
                  "dropout", "batch-norm"):  # fmt: skip
        assert label in labels
    text = formula_sheet.formula("a", "x = 1,\n", [])
    assert "x = 1\n$$" in text
    ending = r"\begin{aligned} x &= 1. \end{aligned}"
    assert r"1 \end{aligned}" in formula_sheet.formula("a", ending, [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_symbols_are_cards_on_a_phone_and_no_name_is_broken(opened, scheme):
    page = opened("notation.html", **PHONE)
    page.emulate_media(color_scheme=scheme)
    table = page.locator("table.symbols").first
    assert table.locator("tr").nth(1).evaluate("row => getComputedStyle(row).display") == "block"
    edge = PHONE["width"]
    out = page.evaluate(
        """edge => [...document.querySelectorAll('table.symbols td')].filter(
        cell => cell.getBoundingClientRect().right > edge).length""",
        edge,
    )
    assert out == 0
    broken = page.evaluate("""() => [...document.querySelectorAll('table.symbols code')].filter(
        name => name.getClientRects().length > 1 && !name.textContent.includes(' ')
    ).map(name => name.textContent)""")
    assert broken == []


def test_symbols_lead_to_where_they_are_introduced(site):
    page = (site / "book" / "notation.html").read_text(encoding="utf-8")
    rows = re.findall(r"<tr.*?</tr>", page, re.DOTALL)
    linked = [row for row in rows if re.search(r'href="\w+\.html#equation-', row)]
    assert len(linked) > 40


def test_the_errata_stand_under_headings_and_buttons_leave_one_kind(opened):
    page = opened("errata.html")
    every = page.locator(".erratum:visible").count()
    assert every >= 69
    assert page.locator("h3", has_text=": claim").count() >= 2
    page.get_by_role("button", name="claim").click()
    left = page.locator(".erratum:visible").count()
    assert 0 < left < every
    assert page.locator(".erratum-claim:visible").count() == left
    assert page.locator("h3:visible", has_text=": arithmetic").count() == 0
    assert page.get_by_role("status").inner_text() == f"{left} of {every} are shown."
    page.get_by_role("button", name="all", exact=True).click()
    assert page.locator(".erratum:visible").count() == every


def test_a_link_to_an_erratum_shows_it_whatever_was_chosen(opened):
    page = opened("errata.html")
    page.get_by_role("button", name="claim").click()
    page.evaluate("() => { location.hash = '#xor-bce-a1'; }")
    page.wait_for_function("() => document.querySelector('.erratum-arithmetic:not([hidden])')")
    assert page.locator(".erratum-arithmetic:visible").count() > 0


def test_without_a_script_all_errata_are_there(site, browser):
    with serve(site) as address, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/book/errata.html")
        assert page.locator(".erratum:visible").count() >= 69
        assert page.locator(".errata-filter button").count() == 0
