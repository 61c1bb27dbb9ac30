"""What others show of a page, the map of the site, no page, and reading from the disk."""

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from course_lib.publishing.gates.html import pages
from course_lib.publishing.site.browser import serve
from course_lib.publishing.site.build import build_site

ROOT = Path(__file__).parents[2]
SITE = "https://course.example.org/nets"
FORMULA = "The sigmoid turns $z$ into $\\sigma(z)$.\n\n$$\nx = \\sum_{i=1}^{m} x^{(i)}\n$$\n"
WIDE = "\n$$\nx = " + " + ".join(f"x_{{{k}}}^{{(i)}}" for k in range(40)) + "\n$$\n"


def tags(page):
    """Return name or property, and content, of the meta elements of a page."""
    found = re.findall(r'<meta (?:name|property)="([\w:-]+)" content="([^"]*)"', page)
    found += [(b, a) for a, b in re.findall(r'<meta content="([^"]*)" name="([\w:-]+)"', page)]
    return dict(found)


def test_each_page_has_a_description_without_tex(site):
    for path in pages(site):
        name = path.relative_to(site)
        if name.parts[0] != "book":
            continue
        found = tags(path.read_text(encoding="utf-8"))
        assert 20 < len(found["description"]) <= 202, name
        assert not re.search(r"\\|\$", found["description"]), name
        assert found["og:description"] == found["description"], name
        assert found["og:title"], name


def test_no_two_pages_have_one_description(site):
    texts = [
        tags(path.read_text("utf-8")).get("description") for path in (site / "book").glob("*.html")
    ]
    assert len(set(texts)) == len(texts)


def test_without_an_address_there_is_no_map_and_no_card(tiny_book):
    html = build_site(tiny_book(FORMULA))
    found = tags((html / "book" / "index.html").read_text(encoding="utf-8"))
    assert found["description"] == "The sigmoid turns z into σ(z)."
    assert "og:image" not in found
    assert not (html / "sitemap.xml").exists()
    assert 'href="/book/index.html"' in (html / "404.html").read_text(encoding="utf-8")


def test_with_an_address_the_map_names_each_page(tiny_book):
    root = tiny_book("Words.\n")
    config = root / "_config.yml"
    text = config.read_text(encoding="utf-8")
    assert 'baseurl: ""' in text
    config.write_text(text.replace('baseurl: ""', f"baseurl: {SITE}"), encoding="utf-8")
    html = build_site(root)
    names = [place.text for place in ElementTree.parse(html / "sitemap.xml").iter() if place.text]
    assert [name for name in names if name.strip()] == [f"{SITE}/book/index.html"]
    found = tags((html / "book" / "index.html").read_text(encoding="utf-8"))
    assert found["og:url"] == f"{SITE}/book/index.html"
    assert found["og:image"] == f"{SITE}/card.png"
    assert (html / "card.png").stat().st_size < 150_000
    assert f'href="{SITE}/book/index.html"' in (html / "404.html").read_text(encoding="utf-8")


# ------------------------------------------------------------------ from the disk


@pytest.fixture(scope="module")
def tiny_site(tmp_path_factory, write_tiny_book):
    """Return a site of one page with formulas, one of them wide."""
    root = write_tiny_book(tmp_path_factory.mktemp("tiny"), FORMULA + WIDE)
    shutil.copytree(ROOT / "vendor", root / "vendor", dirs_exist_ok=True)
    return build_site(root)


@pytest.fixture
def opened(tiny_site, browser):
    """Return a function that opens the page on a phone; errors and failed loads are kept."""
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("requestfailed", lambda request: page.faults.append(request.url))
        page.on(
            "console", lambda line: page.faults.append(line.text) if line.type == "error" else None
        )

        def open_(address):
            page.goto(f"{address}/book/index.html", wait_until="load")
            page.wait_for_selector("mjx-container")
            return page

        yield open_


@pytest.mark.parametrize("way", ["disk", "server"])
def test_a_page_is_read_from_the_disk_as_from_a_server(tiny_site, opened, way):
    with serve(tiny_site) as address:
        page = opened(address if way == "server" else tiny_site.as_uri())
        page.wait_for_selector("mjx-container.wide-formula")
        fonts = "() => document.fonts.ready.then(all => [...all].map(f => [f.family, f.status]))"
        loaded = [family for family, status in page.evaluate(fonts) if status == "loaded"]
        assert any(family.strip('"').startswith("MJX") for family in loaded)
        assert page.faults == []


def test_no_script_that_reading_needs_is_a_module(site):
    for path in pages(site):
        scripts = re.findall(r"<script[^>]*>", path.read_text(encoding="utf-8"))
        assert not [tag for tag in scripts if 'type="module"' in tag and "/course" in tag], path


def test_a_wide_formula_scrolls_by_keyboard_and_loses_its_mark_at_the_end(tiny_site, opened):
    page = opened(tiny_site.as_uri())
    page.wait_for_selector("mjx-container.wide-formula")
    wide = page.locator("mjx-container.wide-formula")
    assert wide.count() == 1
    assert wide.get_attribute("tabindex") == "0"
    assert "at-end" not in (wide.get_attribute("class") or "")
    wide.evaluate("box => { box.scrollLeft = box.scrollWidth; }")
    page.wait_for_selector("mjx-container.wide-formula.at-end")


def test_the_first_page_leads_to_the_book(site):
    assert "url=book/index.html" in Path(site, "index.html").read_text(encoding="utf-8")
