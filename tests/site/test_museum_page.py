"""The mistake museum in Chromium: an input catches a colleague, and the code can be mended."""

import pytest

from course_lib.checks.museum import exhibits
from course_lib.publishing.site import browser as chromium
from course_lib.publishing.site.build import build_site

from .conftest import ROOT

BODY = "```{exhibit} hard_sigmoid\n```\n\n```{exhibit} specificity\n```\n"


@pytest.fixture(scope="module")
def museum(pyodide, write_tiny_book, tmp_path_factory):
    """Return the folder of a site with two exhibits."""
    return build_site(write_tiny_book(tmp_path_factory.mktemp("museum"), BODY, live=True))


@pytest.fixture(scope="module")
def page(museum, browser):
    """Return the page, in which Python is loaded once."""
    with chromium.serve(museum) as url, browser.new_context() as context:
        opened = context.new_page()
        faults = []
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.goto(f"{url}/book/index.html")
        yield opened
        assert faults == []


def said(page, name, typed):
    """Type an input, and return the verdict and the words on it."""
    exhibit = page.locator(f"#exhibit-{name}")
    for field, text in zip(exhibit.locator(".exhibit-form input").all(), typed, strict=True):
        field.fill(text)
    exhibit.get_by_role("button", name="Try this input").click()
    page.wait_for_selector(f"#exhibit-{name}[data-caught]", timeout=120_000)
    return exhibit.get_attribute("data-caught"), exhibit.locator(".exhibit-status").inner_text()


def test_an_input_catches_or_does_not(page):
    verdict, words = said(page, "hard_sigmoid", ["[-10, 10]"])
    assert (verdict, words) == (
        "agrees",
        "Not caught. Both give [0.0, 1.0]. Look for an input on which they differ.",
    )
    verdict, words = said(page, "hard_sigmoid", ["[0]"])
    assert verdict == "caught"
    assert words.startswith("Caught. Your colleague's function gives [0.1]. Right is [0.5].")
    verdict, words = said(page, "hard_sigmoid", ["open('x')"])
    assert verdict == "refused"
    assert "cannot be read" in words


def test_the_code_can_be_mended(page):
    exhibit = page.locator("#exhibit-hard_sigmoid")
    exhibit.get_by_text("Mend it", exact=True).first.click()
    live = exhibit.locator("section.live")
    assert live.get_by_role("button", name="Download notebook").count() == 0
    live.get_by_role("button", name="Run and check").click()
    page.wait_for_selector("#live-hard_sigmoid[data-verdict=failed]", timeout=120_000)
    assert "missing-parentheses" in live.locator(".live-result").inner_text()
    live.get_by_label("Code of hard_sigmoid").fill(exhibits()["hard_sigmoid"].solution)
    live.get_by_role("button", name="Run and check").click()
    page.wait_for_selector("#live-hard_sigmoid[data-verdict=passed]", timeout=120_000)


def test_it_can_be_read_without_a_script_and_by_all(museum, browser):
    with chromium.serve(museum) as url:
        seen = chromium.inspect(browser, f"{url}/book/index.html")
        assert (seen.errors, seen.outside, seen.overflow) == ([], [], [])
        assert seen.inaccessible == {mode: [] for mode in chromium.MODES}
        with browser.new_context(java_script_enabled=False) as context:
            page = context.new_page()
            page.goto(f"{url}/book/index.html")
            assert page.get_by_text("A colleague wrote").first.is_visible()
            assert page.get_by_role("button", name="Try this input").count() == 0


def test_each_exhibit_hangs_on_the_page():
    text = (ROOT / "book" / "museum.md").read_text()
    assert [name for name in exhibits() if f"{{exhibit}} {name}\n" not in text] == []


def test_an_exhibit_that_is_none_stops_the_build(tiny_book):
    with pytest.raises(RuntimeError, match="exhibit: no 'hard_sigmoit'; there are hard_sigmoid"):
        build_site(tiny_book("```{exhibit} hard_sigmoit\n```\n"))
