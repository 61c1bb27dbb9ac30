"""Figures that a reader moves: their numbers are those of `course_lib`, all can move them."""

import gzip
import re
import time
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from course_lib.publishing import figures
from course_lib.publishing.figures._parity import worst_difference
from course_lib.publishing.site import browser as chromium
from course_lib.publishing.site.build import build_site
from course_lib.publishing.site.sphinx_interactive import missing

from .conftest import ROOT

SCRIPTS = ROOT / "book" / "_static" / "figures"
SHARED = ("figures", "../element", "form", "picture", "formulas")
NAMES = figures.names()
# Of these, one of each kind, the keys are pressed at every run; of the others behind `test-all`.
ALWAYS = ("graph_gradients", "neuron_line", "playground", "width_and_time", "xor_lab")
PRESSED = [
    pytest.param(name, marks=() if name in ALWAYS else pytest.mark.real_tools) for name in NAMES
]
STATES, CLOSE = 50, 1e-12
BYTES = 16_000  # compressed: all that the figures of one page load
PRINTED = """
:::{interactive} logit_loss
Find a slope.
:::

```{code-cell} python
---
mystnb:
  image:
    alt: A line.
  figure:
    caption: A line.
    name: a-line
---
from course_lib import plotting

ax = plotting.subplots()
ax.plot([0, 1], [0, 1]);
```

See {numref}`a-line`.
"""


def test_each_figure_has_script_and_module():
    assert missing(SCRIPTS) == []


@pytest.mark.parametrize("name", NAMES)
def test_numbers_are_those_of_course_lib(name):
    assert worst_difference(SCRIPTS / f"{name}.mjs", STATES) <= CLOSE


@pytest.mark.parametrize(
    ("sign", "fault"),
    [
        (("sigmoid(z) - y", "sigmoid(z) + y"), "relative"),
        (("p: sigmoid(z)", "q: sigmoid(z)"), "no such number"),
        (("between(LOW, HIGH)", "between(0, HIGH)"), "does not take"),
        (("import { bce", "import { bcf"), "does not run in Node"),
    ],
)
def test_a_planted_fault_is_found(sign, fault, tmp_path):
    scripts = tmp_path / "figures"
    scripts.mkdir()
    for name in SHARED:
        (scripts / f"{name}.mjs").write_text((SCRIPTS / f"{name}.mjs").read_text())
    text = (SCRIPTS / "logit_loss.mjs").read_text()
    assert sign[0] in text
    planted = scripts / "logit_loss.mjs"
    planted.write_text(text.replace(*sign))
    if fault == "relative":
        assert worst_difference(planted, STATES) > 0.1
    else:
        with pytest.raises((ValueError, RuntimeError), match=fault):
            worst_difference(planted, STATES)


def loaded(name):
    """Return a script and all that it loads."""
    text = (SCRIPTS / f"{name}.mjs").read_text()
    return {name}.union(*map(loaded, re.findall(r'from "(?:\./)?([./\w]+)\.mjs"', text)))


def size(name):
    """Return how many bytes of a script are sent."""
    return len(gzip.compress((SCRIPTS / f"{name}.mjs").read_bytes()))


def test_pages_are_light():
    directive = re.compile(r"^:+\{interactive\} (\w+)", re.MULTILINE)
    shown = {
        path.stem: directive.findall(path.read_text()) for path in (ROOT / "book").glob("*.md")
    }
    weight = {
        page: sum(map(size, set().union(*map(loaded, ["figures", *names]))))
        for page, names in shown.items()
        if names
    }
    assert 5_000 < min(weight.values())
    assert max(weight.values()) < BYTES, weight


@pytest.fixture(scope="module")
def pages(write_tiny_book, tmp_path_factory):
    """Return the folder of a site whose one page has all figures."""
    body = "".join(f":::{{interactive}} {name}\n:alone:\n\nA task.\n:::\n\n" for name in NAMES)
    return build_site(write_tiny_book(tmp_path_factory.mktemp("figures"), body))


@pytest.fixture(scope="module")
def address(pages):
    with chromium.serve(pages) as url:
        yield f"{url}/book/index.html"


@pytest.fixture
def page(browser, address):
    """Return the page in a browser whose reader wants no motion."""
    with browser.new_context(reduced_motion="reduce") as context:
        opened = context.new_page()
        faults = []
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.on(
            "console",
            lambda line: faults.append(line.text) if line.type in ("error", "warning") else None,
        )
        opened.goto(address)
        yield opened
        assert faults == []


def arrive(page, name):
    """Scroll to a figure, which loads then."""
    figure = page.locator(f"figure.interactive[data-figure={name}]")
    app = figure.locator(".figure-app")
    end = time.monotonic() + 60
    while not app.is_visible():  # figures above it may grow, and push it away before it is seen
        assert time.monotonic() < end
        figure.scroll_into_view_if_needed()
        page.wait_for_timeout(200)
    return figure


def test_an_address_with_a_state_leads_to_its_figure(page, address):
    another = page.context.new_page()
    another.goto(f"{address}#xor_lab?nothing=1")
    app = another.locator("figure.interactive[data-figure=xor_lab] .figure-app")
    app.wait_for()
    another.wait_for_timeout(1000)
    top = app.evaluate("each => each.getBoundingClientRect().top")
    assert top < another.viewport_size["height"]


@pytest.mark.parametrize("name", PRESSED)
def test_a_figure_is_moved_by_keyboard_and_keeps_its_state(name, page, address):
    figure = arrive(page, name)
    words = figure.locator(".figure-sentence").inner_text()
    assert re.search(r"\d", words)
    control = figure.locator(".figure-controls input[type=range]:visible").first
    control.focus()
    at_end = control.evaluate("each => each.value === each.max")
    page.keyboard.press("ArrowLeft" if at_end else "ArrowRight")
    moved = figure.locator(".figure-sentence").inner_text()
    assert moved != words
    assert page.url.startswith(f"{address}#{name}?")
    assert figure.locator("details.figure-numbers tbody tr").count() > 0
    with page.context.browser.new_context(reduced_motion="reduce") as later:
        again = later.new_page()
        again.goto(page.url)
        assert arrive(again, name).locator(".figure-sentence").inner_text() == moved
        again.goto(f"{address}#{name}?z=nonsense&steps=-5&n=1e99")
        again.reload()
        assert arrive(again, name).locator(".figure-sentence").inner_text()


@pytest.mark.parametrize("name", PRESSED)
def test_run_ends(name, page):
    figure = arrive(page, name)
    run = figure.get_by_role("button", name="Run", exact=True)
    if not run.count():
        assert "steps(" not in (SCRIPTS / f"{name}.mjs").read_text()
        return
    run.click()
    assert run.inner_text() == "Run"
    figure.get_by_role("button", name="Back to the start").click()


def test_run_takes_its_time_and_ends(browser, address):
    with browser.new_context(reduced_motion="no-preference") as context:
        page = context.new_page()
        page.goto(f"{address}#learning_rate?steps=15")
        figure = arrive(page, "learning_rate")
        figure.get_by_role("button", name="Run", exact=True).click()
        assert figure.get_by_role("button", name="Pause").is_visible()
        figure.get_by_role("button", name="Run", exact=True).wait_for()
        assert figure.get_by_text("After 20 steps").is_visible()


def test_a_right_answer_leads_on(page):
    figure = arrive(page, "graph_gradients")
    answer = figure.get_by_role("textbox")
    answer.fill("-3")
    answer.press("Enter")
    assert figure.get_by_text("Not quite. On each dashed arrow").is_visible()
    for value in ("10", "10", "30", "50"):
        assert figure.get_by_text("Next").is_visible()
        answer.fill(value)
        answer.press("Enter")
    assert figure.get_by_text("∂e/∂a = 10 · 5 = 50.").is_visible()
    assert not answer.is_visible()


def test_everybody_can_use_them(browser, address):
    seen = chromium.inspect(browser, address)
    assert (seen.errors, seen.outside, seen.overflow) == ([], [], [])
    assert seen.inaccessible == {mode: [] for mode in chromium.MODES}


def test_the_printed_figure_stands_where_no_script_runs(tiny_book, browser):
    html = build_site(tiny_book(PRINTED))
    text = (html / "book" / "index.html").read_text()
    figure = text[text.index('<figure class="interactive"') : text.index("See <a")]
    assert figure.count('<div class="drawing"') == 1
    assert 'id="a-line"' in figure
    with chromium.serve(html) as url, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{url}/book/index.html")
        drawing = page.locator("figure.interactive .drawing")
        assert drawing.is_visible()
        picture = Image.open(BytesIO(drawing.screenshot())).convert("L")
        assert np.median(picture) > 200  # on white, though the theme has no colors yet
    with chromium.serve(html) as url, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{url}/book/index.html")
        page.locator(".figure-app").wait_for()
        assert not page.locator("figure.interactive .drawing").is_visible()
        page.emulate_media(media="print")
        assert page.locator("figure.interactive .drawing").is_visible()
        assert not page.locator(".figure-app").is_visible()


def test_directives_that_cannot_be_stop_the_build(tiny_book):
    body = (
        ":::{interactive} logit_los\nTask.\n:::\n\n"
        ":::{interactive} logit_loss\n:::\n\n"
        ":::{interactive} logit_loss\nTask.\n:::\n\nNo cell.\n"
    )
    with pytest.raises(RuntimeError) as failure:
        build_site(tiny_book(body))
    for fault in ("there is no figure 'logit_los'", "has no task", "no cell that draws"):
        assert fault in str(failure.value)
