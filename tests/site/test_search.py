"""The search leads to the section that teaches what was asked for, by a reader's words."""

import re
from types import SimpleNamespace

import pytest

from course_lib.publishing.site import plain_text, sections
from course_lib.publishing.site.browser import serve
from course_lib.publishing.site.sections import Section, home

# What readers asked for, and the chapter whose section must come first.
ASKED = {
    "dead neuron": {"relu"},
    "vanishing": {"gradient_flow"},
    "XOR": {"binary_classification", "shallow_networks"},
    "chain rule": {"sigmoid_derivative"},
    "backprop": {"sigmoid_derivative", "shallow_networks"},
    "maximum likelihood": {"binary_cross_entropy"},
    "initialis" + "ation": {"gradient_flow"},  # British; split, for the spelling gate
    "softplus": {"binary_cross_entropy"},
    "one hot": {"softmax"},
    "log loss": {"binary_cross_entropy"},
    "mini batches": {"sigmoid_derivative"},
}
FOUND = """() => [...document.querySelectorAll('#search-results li')].map(item => [
    item.querySelector('a').getAttribute('href'), item.querySelector('a').textContent,
    item.querySelector('.context')?.textContent ?? ''])"""
DONE = "() => document.querySelector('#search-results p[role=status]')?.textContent"


def asked(browser, address, query):
    """Ask the search page; return address, title and snippet of each result, and what it says."""
    with browser.new_context() as context:
        page = context.new_page()
        faults = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{address}/search.html?q={query.replace(' ', '+')}")
        page.wait_for_function(DONE)
        results, said = page.evaluate(FOUND), page.evaluate(DONE)
    assert faults == []
    return results, said


@pytest.fixture(scope="module")
def answers(site, browser):
    """Return what the search answers to each question."""
    with serve(site) as address:
        return {query: asked(browser, address, query) for query in ASKED}


@pytest.mark.parametrize("query", ASKED)
def test_a_section_of_the_chapter_that_teaches_it_comes_first(answers, query):
    results, said = answers[query]
    page, _, anchor = results[0][0].partition(".html")
    assert page.removeprefix("book/") in ASKED[query], results[:5]
    assert anchor.startswith("#") or page.endswith("binary_cross_entropy"), results[0]
    assert said.startswith(f"{len(results)} place")


@pytest.mark.parametrize("query", ASKED)
def test_each_result_leads_to_a_place_that_is_there(answers, site, query):
    for address, _, _ in answers[query][0]:
        page, _, anchor = address.partition("#")
        text = (site / page).read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in text, address


def test_no_title_and_no_snippet_shows_tex(answers):
    shown = [text for results, _ in answers.values() for _, *texts in results for text in texts]
    assert [text for text in shown if re.search(r"\\|\$|[{}]|_\{|\^\{", text)] == []


def test_the_errata_never_come_before_a_chapter(answers):
    for results, _ in answers.values():
        pages = [address.partition(".html")[0].removeprefix("book/") for address, _, _ in results]
        low = [k for k, page in enumerate(pages) if page in ("errata", "traceability")]
        high = [k for k, page in enumerate(pages) if page in ("relu", "gradient_flow", "softmax")]
        assert not low or not high or min(high) < min(low)


def test_the_search_works_from_the_disk(site, browser):
    results, _ = asked(browser, site.as_uri(), "dead neuron")
    assert "relu.html#" in results[0][0]
    assert results[0][2]


def test_nothing_found_is_said(site, browser):
    with serve(site) as address:
        results, said = asked(browser, address, "zzzyx")
    assert results == []
    assert said.startswith("Nothing found.")


def test_the_icon_lies_beside_the_words(site, browser):
    with serve(site) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/search.html?q=relu")
        icon = page.locator(".bd-search i:visible").first.bounding_box()
        field = page.locator(".bd-search input:visible").first
        padding = field.evaluate("field => parseFloat(getComputedStyle(field).paddingLeft)")
        assert icon["x"] + icon["width"] <= field.bounding_box()["x"] + padding


# ------------------------------------------------------------------ the parts


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\sigma'(z) \le \tfrac14", "σ'(z) ≤ 1/4"),
        (r"W^{[2]\mathsf T}\,\mathrm dZ^{[2]}", "W[2]ᵀ dZ[2]"),
        (r"\begin{aligned} a &= b \\ c &= d \end{aligned}", "a = b c = d"),
        (r"\underset{(n, m)}{Z} = W A + b", "Z = W A + b"),
        (r"\lVert v \rVert^2", "‖v‖^2"),
        (r"\sqrt{\frac{2}{n_{\text{in}}}}", "√2/n_in"),
    ],
)
def test_formulas_are_written_as_words(tex, text):
    found = plain_text.of_tex(tex)
    assert not re.search(r"[\\{}]", found)
    assert found.replace(" ", "") == text.replace(" ", "")


def test_the_home_of_a_term_is_the_heading_about_it_before_all_else():
    first = Section("a", "x", "Bends", "A dead unit is silent. Dead units, dead unit.")
    second = Section("b", "y", "Dead units", "They are silent.")
    third = Section("b", "z", "Remedies", "", terms={"leaky relu"})
    chapters = {"a": [first], "b": [second, third]}
    assert home("dead unit", chapters) is second
    assert home("leaky ReLU", chapters) is third
    assert home("bend", chapters) is first
    assert home("momentum", chapters) is None
    assert home("dead unit", {"a": [first]}) is first


def test_almost_each_term_of_the_glossary_leads_to_a_chapter(site):
    page = (site / "book" / "glossary.html").read_text(encoding="utf-8")
    terms, homes = page.count('<dt id="term-'), page.count('class="term-home"')
    assert terms > 80
    assert homes > 0.8 * terms


def test_pages_of_the_index_weigh_as_they_should():
    env = SimpleNamespace(toc_secnumbers={"book/relu": {"": (5,)}})
    assert sections.numbered(env, "book/relu", "ReLU") == "5. ReLU"
    assert sections.numbered(env, "book/errata", "Errata") == "Errata"
    assert sections.is_chapter(env, "book/relu")
    assert not sections.is_chapter(env, "book/errata")
