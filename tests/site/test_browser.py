"""Each page in Chromium: no error, no other host, light, narrow enough, and usable by everyone."""

import pytest

from course_lib.publishing.gates.html import pages
from course_lib.publishing.site.browser import MODES, inspect, serve, visit

MEGABYTE = 1_000_000


# One page of each kind; `make test-all` visits all of them.
KINDS = ["index", "notation", "errata", "grading"]


@pytest.fixture(
    scope="module",
    params=["a page of each kind", pytest.param("all pages", marks=pytest.mark.real_tools)],
)
def visits(request, site, browser):
    """Return what each page did on a first visit, and how it looked in every mode."""
    with serve(site) as address:
        names = [str(path.relative_to(site)) for path in pages(site)]
        if request.param != "all pages":
            names = [f"book/{kind}.html" for kind in KINDS]
        return {name: inspect(browser, f"{address}/{name}") for name in names}


def first_visit(browser, folder):
    with serve(folder) as address:
        return visit(browser, f"{address}/page.html")


def inspected(browser, folder):
    with serve(folder) as address:
        return inspect(browser, f"{address}/page.html")


def test_no_page_reports_an_error(visits):
    assert {name: seen.errors for name, seen in visits.items() if seen.errors} == {}


def test_no_page_asks_another_host(visits):
    assert {name: seen.outside for name, seen in visits.items() if seen.outside} == {}


def test_each_page_loads_less_than_a_megabyte(visits):
    sizes = {name: sum(seen.transfer.values()) for name, seen in visits.items()}
    assert {name: size for name, size in sizes.items() if not 0 < size < MEGABYTE} == {}


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_no_fault(visits, mode):
    found = {name: seen.inaccessible[mode] for name, seen in visits.items()}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_no_page_is_wider_than_a_phone(visits):
    assert {name: seen.overflow for name, seen in visits.items() if seen.overflow} == {}


def test_the_search_finds_a_word_of_the_chapters(site, browser):
    with serve(site) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/book/index.html")
        page.locator(".search-button, .search-button-field").locator("visible=true").first.click()
        page.get_by_role("searchbox").locator("visible=true").fill("softmax")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html?q=softmax*")
        page.locator("#search-results a", has_text="Softmax").first.click()
        page.wait_for_url("**/book/softmax.html*")


@pytest.mark.parametrize(
    "script",
    ["console.error('planted')", "throw new Error('planted')", "fetch('missing.json')"],
)
def test_an_error_is_found(page, browser, script):
    assert first_visit(browser, page(f"<script>{script}</script>")).errors


@pytest.mark.parametrize("address", ["https://example.org/a.js", "//example.org/a.js"])
def test_a_request_made_by_a_script_to_another_host_is_found(page, browser, address):
    script = f"<script>fetch('{address}').catch(() => 0)</script>"
    assert len(first_visit(browser, page(script)).outside) == 1


def test_a_heavy_page_is_weighed(page, browser):
    folder = page("<script>fetch('heavy.bin').then(answer => answer.arrayBuffer())</script>")
    (folder / "heavy.bin").write_bytes(bytes(MEGABYTE))
    assert sum(first_visit(browser, folder).transfer.values()) > MEGABYTE


def test_text_is_weighed_as_it_travels(page, browser):
    weight = sum(first_visit(browser, page("<p>zeros and ones</p>" * 10_000)).transfer.values())
    assert weight < 10_000


@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        ("<img src='data:,'>", "image-alt"),
        ("<button></button>", "button-name"),
        ("<p style='color: #aaa; background: #fff'>Pale words</p>", "color-contrast"),
        ("<details><summary></summary>Hidden</details>", "summary-name"),
    ],
)
def test_an_inaccessible_element_is_found(page, browser, fault, rule):
    found = inspected(browser, page(fault)).inaccessible
    rules = {mode: [line.split(":")[0] for line in faults] for mode, faults in found.items()}
    assert rules == {mode: [rule] for mode in MODES}


def test_a_fault_that_shows_only_in_the_dark_is_found(page, browser):
    head = "<style>@media (prefers-color-scheme: dark) { body { background: #222 } }</style>"
    found = inspected(browser, page("<p>Dark words</p>", head)).inaccessible
    assert [mode for mode in MODES if found[mode]] == ["desktop, dark", "phone, dark"]


def test_a_fault_that_shows_only_on_a_phone_is_found(page, browser):
    head = "<style>button { display: none } @media (width < 600px) { button { display: block } }"
    found = inspected(browser, page("<button></button>", f"{head}</style>")).inaccessible
    assert [mode for mode in MODES if found[mode]] == ["phone, dark", "phone, light"]


@pytest.mark.parametrize(
    "pale",
    [
        "<pre><b style='color: #bbb'>word</b></pre>",
        "<pre style='background: #333'><b>word</b></pre>",
        "<p style='opacity: 0.3'><b>word</b></p>",
        "<p><b style='position: absolute; background: #333'>word</b></p>",
    ],
    ids=["color", "background", "opacity", "place"],
)
def test_a_pale_word_among_a_hundred_of_its_kind_is_found(page, browser, pale):
    folder = page("<pre><b>word</b></pre>" * 100 + pale + "<pre><b>word</b></pre>" * 100)
    found = inspected(browser, folder).inaccessible["desktop, light"]
    assert [line.split(":")[0] for line in found] == ["color-contrast"]


@pytest.mark.parametrize(
    ("wide", "faults"),
    [
        ("<p style='width: 500px'>words</p>", 2),
        ("<div style='overflow: hidden'><p style='width: 500px'>words</p></div>", 1),
        ("<div style='overflow: auto'><p style='width: 500px'>words</p></div>", 0),
        ("<p>words</p>", 0),
    ],
    ids=["page scrolls", "cut off", "scrolls in its box", "narrow"],
)
def test_what_is_wider_than_a_phone_is_found(page, browser, wide, faults):
    assert len(inspected(browser, page(f"<article>{wide}</article>")).overflow) == faults
