"""HTML, alt texts, hosts, links, leaks: no fault on the site, each planted fault is found."""

import shutil
from pathlib import Path

import pytest

from course_lib.publishing.gates.html import (
    broken_links,
    external_requests,
    invalid_html,
    missing_alt,
)
from course_lib.publishing.notebooks.secrets import find_leaks

needs_java = pytest.mark.skipif(
    shutil.which("java") is None,
    reason="Java is not installed: apt-get install default-jre-headless",
)
# All that is run on the site of this course.
GATES = (
    pytest.param(invalid_html, marks=needs_java),
    missing_alt,
    external_requests,
    broken_links,
)


@pytest.mark.parametrize("gate", GATES)
def test_the_site_has_no_fault(site, gate):
    assert gate(site) == []


def test_no_byte_of_the_site_holds_a_solution_a_hidden_check_or_a_reference(site):
    assert find_leaks([site], Path(__file__).parents[2]) == []


@needs_java
def test_invalid_html_is_found_with_its_line(page):
    faults = [
        "<p id='a'></p><p id='a'>",
        "<ul><p>x</p></ul>",
        "<div><li>x</li></div>",
        "<p nonsense='1'>",
    ]
    # The last two are no faults of the packages that the gate lets pass.
    faults += ["<details><summary><p>x</p></summary></details>", "<input autocorrect='off'>"]
    lines = [int(line.split(":")[1]) for line in invalid_html(page("\n".join(["", *faults])))]
    assert sorted(set(lines)) == list(range(2, 2 + len(faults)))


@needs_java
def test_a_fault_of_a_package_that_is_known_passes(page):
    title = '<p class="collapsed admonition-title">Show</p>'
    fold = f'<details><summary aria-label="Toggle hidden content">\n{title}</summary></details>'
    assert invalid_html(page(fold)) == []


@pytest.mark.parametrize(
    "attributes",
    ["", 'alt=""', 'alt="../_images/5f3759df5f3759df5f3759df.png"', 'alt="figure.svg"'],
)
def test_an_image_without_words_is_found(page, attributes):
    assert len(missing_alt(page(f'<img src="a.png" {attributes}>'))) == 1


def test_an_image_with_words_passes(page):
    assert missing_alt(page('<img src="a.png" alt="The loss falls from left to right">')) == []


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="https://cdn.example.org/a.js"></script>',
        '<link rel="stylesheet" href="//fonts.example.org/css">',
        '<img src="http://example.org/a.png" alt="A picture">',
        '<iframe src="https://example.org/"></iframe>',
    ],
)
def test_a_file_from_another_host_is_found(page, tag):
    assert len(external_requests(page(tag))) == 1


def test_a_style_sheet_that_asks_another_host_is_found(page):
    folder = page("")
    (folder / "a.css").write_text("@font-face { src: url(https://fonts.example.org/a.woff2); }")
    assert external_requests(folder) == ["a.css: loads https://fonts.example.org/a.woff2"]


def test_a_link_to_another_host_is_no_request(page):
    assert external_requests(page('<a href="https://example.org/">elsewhere</a>')) == []


@pytest.mark.parametrize("address", ["missing.html", "#missing", "page.html#missing", "/missing"])
def test_a_broken_link_is_found(page, address):
    assert len(broken_links(page(f'<a href="{address}">there</a>'))) == 1


def test_the_figure_of_a_state_must_be_there(page):
    figure = '<figure id="figure-lab"></figure>'
    assert broken_links(page(f'{figure}<a href="#lab?n=2&amp;rate=1">there</a>')) == []
    assert len(broken_links(page(f'{figure}<a href="#lap?n=2&amp;rate=1">there</a>'))) == 1


def test_a_sound_link_passes(page):
    assert broken_links(page('<p id="here">x</p><a href="page.html#here">here</a>')) == []
