"""Each page in Chromium: no error, no other host, light enough, and usable by everyone."""

import pytest

from course_lib.publishing.browser import DESKTOP, PHONE, accessibility, serve, visit
from course_lib.publishing.gates import pages

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def visits(site, browser):
    """Return what each page did on a first visit."""
    with serve(site) as address:
        names = [str(path.relative_to(site)) for path in pages(site)]
        return {name: visit(browser, f"{address}/{name}") for name in names}


def first_visit(browser, folder):
    with serve(folder) as address:
        return visit(browser, f"{address}/page.html")


def test_no_page_reports_an_error(visits):
    assert {name: seen.errors for name, seen in visits.items() if seen.errors} == {}


def test_no_page_asks_another_host(visits):
    assert {name: seen.outside for name, seen in visits.items() if seen.outside} == {}


def test_each_page_loads_less_than_a_megabyte(visits):
    sizes = {name: sum(seen.transfer.values()) for name, seen in visits.items()}
    assert {name: size for name, size in sizes.items() if not 0 < size < MEGABYTE} == {}


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_no_fault(site, browser, dark, size):
    with serve(site) as address:
        found = {
            str(path.relative_to(site)): accessibility(
                browser, f"{address}/{path.relative_to(site)}", dark=dark, size=size
            )
            for path in pages(site)
        }
    assert {name: faults for name, faults in found.items() if faults} == {}


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
    with serve(page(fault)) as address:
        found = accessibility(browser, f"{address}/page.html", dark=False, size=DESKTOP)
    assert [line.split(":")[0] for line in found] == [rule]


def test_a_fault_that_shows_only_in_the_dark_is_found(page, browser):
    head = "<style>@media (prefers-color-scheme: dark) { body { background: #222 } }</style>"
    with serve(page("<p>Dark words</p>", head)) as address:
        found = [
            bool(accessibility(browser, f"{address}/page.html", dark=dark, size=PHONE))
            for dark in (False, True)
        ]
    assert found == [False, True]
