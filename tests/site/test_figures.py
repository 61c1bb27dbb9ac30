"""Figures of cells: two drawings in the page that follow the theme and read on a phone."""

import ast
import re
from unittest.mock import patch

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest

import course_lib.plotting as plotting
from course_lib.checks import registry
from course_lib.publishing.gates import figures
from course_lib.publishing.gates.html import pages
from course_lib.publishing.site import drawing as drawing_module
from course_lib.publishing.site.browser import PHONE, serve
from course_lib.publishing.site.build import build_site
from course_lib.publishing.site.drawing import draw
from course_lib.publishing.site.sphinx_figures import dark, drawing

from .conftest import ROOT

X = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
XOR = np.array([[0.0, 1.0, 1.0, 0.0]])
CELL = """```{code-cell} python
---
mystnb:
  image:
    alt: >-
      ALT
  figure:
    caption: The caption.
    name: fig-two
---
import numpy as np

from course_lib import plotting

left, right = plotting.subplots(columns=2)
plotting.curves(left, np.arange(-3, 4), {"tanh": np.tanh(np.arange(-3, 4))}, "z", "value")
plotting.decision_regions(right, lambda points: points[:1]);
```
"""


@pytest.fixture(autouse=True)
def _no_window():
    with mpl.rc_context():
        plt.switch_backend("agg")
        yield
        plt.close("all")


def everything():
    """Draw one figure of each kind."""
    left, right = plotting.subplots(columns=2)
    z = np.linspace(-3, 3, 61)
    plotting.sigmoid_halves(left, lambda z: 1 / (1 + np.exp(-z)), complement=True)
    plotting.curves(right, z, {name: k * z for k, name in enumerate("abcdef")}, "z", "value")
    yield left.figure
    for k, ax in enumerate(plotting.subplots(columns=3)):
        plotting.decision_regions(ax, lambda points, k=k: points[:1] ** k)
        plotting.scatter(ax, X, XOR)
    yield ax.figure
    ax = plotting.class_regions(plotting.subplots(), lambda at: at.argmax(axis=0), (-1.0, 1.0))
    yield plotting.scatter(ax, X, [0, 1, 2, 3]).figure
    left, right = plotting.subplots(columns=2)
    plotting.learning_curves(left, {"train": [1.0, 0.5, 0.45], "test": [1.0, 0.6, 0.55]})
    plotting.bars(right, {"train": [1, 2], "test": [2, 3]}, ["a long name", "another name"], "h")
    yield left.figure
    yield plotting.residuals(plotting.subplots(), [0, 1, 1], [0.2, 0.9, 0.4], "example").figure
    yield plotting.images(plotting.subplots(), np.eye(64)[:, :8], list("abcdefgh")).figure
    nodes = [["$x_1$", "$x_2$"], ["$a_1$", "$a_2$", "$a_3$"], ["$p$"]]
    yield plotting.layers(plotting.subplots(), nodes, ["input", "hidden", "output"]).figure
    yield plotting.matrices(plotting.subplots(), [("W", X), "@", ("b*", XOR)]).figure
    columns = [[("x", 1.0, None)], [("z", 0.5, 0.25)], [("a", 0.622, -0.125)]]
    yield plotting.two_way(plotting.subplots(), columns, [[[0.5]], None], ["in", "z", "a"]).figure
    numbers = {"values": [[1, 0.5], [0.622]], "gradients": [[], [-0.125]], "biases": [[], [0.5]]}
    names = [["x", "y"], ["u"]]
    plotting.weighted_network(ax := plotting.subplots(), names, [[[0.25, 2.0]]], **numbers)
    yield ax.figure
    left, right = plotting.subplots(columns=2)
    plotting.unit_lines(left, [[1.0, -1.0], [1.0, 0.5]], [-0.2, -0.5], ["first", "second"])
    plotting.confidence(right, lambda at: np.exp(-(at**2)), (-1.0, 1.0))
    yield left.figure
    yield plotting.reliability(plotting.subplots(), [0.2, 0.5], [16, 100], [4, 50]).figure
    yield plotting.templates(plotting.subplots(), np.eye(64)[:5], list("abcde")).figure
    runs = {"train": np.random.default_rng(1).random((3, 40)), "b": np.ones((3, 40))}
    yield plotting.bands(plotting.subplots(), np.arange(40), runs, "x", "y").figure
    paths = {"raw": np.array([[2.0, 1.0, 0.5], [1.0, 0.2, 0.1]])}
    yield plotting.loss_surface(plotting.subplots(), lambda w: (w**2).sum(axis=0), paths).figure


def site_of(folder, bodies):
    for k, body in enumerate(bodies):
        (folder / f"{k}.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    return folder


def page_of(folder, figure, change=lambda text: text):
    return site_of(folder, [change(drawing(draw(figure), "Some words", "drawing-1"))])


def test_every_kind_of_figure_is_light_readable_and_has_contrast(tmp_path):
    bodies = [drawing(draw(figure), "Some words", "drawing-1") for figure in everything()]
    assert len(bodies) == 15
    assert figures.faults(site_of(tmp_path, bodies)) == []


def test_the_drawings_of_the_site_have_no_fault(site):
    assert figures.faults(site) == []


def test_each_chapter_of_the_site_draws(site):
    drawn = {page.stem: page.read_text("utf-8").count('class="drawing"') for page in pages(site)}
    assert drawn["relu"] > 5


@pytest.mark.parametrize(
    ("plant", "said"),
    [
        (lambda ax: ax.plot([0, 1], [0, 1], color="#bbbbbb"), "light: line #bbbbbb"),
        (lambda ax: ax.plot([0, 1], [0, 1], color="black", alpha=0.3), "line"),
        (lambda ax: ax.fill_between([0, 1], 0, 1, alpha=0.2, color="black", linewidth=0), "line"),
        (lambda ax: ax.set_title("pale", color="#999999"), "light: text #999999"),
        (lambda ax: ax.set_title("small", fontsize=6), "letters of 7"),
        (lambda ax: ax.plot(np.random.default_rng(0).random((9000, 2)), "o"), "bytes"),
    ],
)
def test_a_fault_of_a_figure_is_found(tmp_path, plant, said):
    ax = plotting.subplots()
    plant(ax)
    assert said in "\n".join(figures.faults(page_of(tmp_path, ax.figure)))


def test_what_is_too_pale_in_the_dark_alone_is_found(tmp_path):
    ax = plotting.subplots()
    ax.plot([0, 1], [0, 1], color=plotting.BLUE)

    def dim(text):
        return text.replace(dark(plotting.BLUE), "#1f3050")

    (fault, _) = figures.faults(page_of(tmp_path, ax.figure, dim))
    assert "dark: line #1f3050" in fault


def test_a_missing_label_and_a_repeated_id_are_found(tmp_path):
    ax = plotting.subplots()
    ax.plot([0, 1], [0, 1], "o")
    text = drawing(draw(ax.figure), "Some words", "drawing-1")
    site_of(tmp_path, [text.replace('aria-label="Some words"', ""), text + text])
    found = "\n".join(figures.faults(tmp_path))
    assert "0.html: wide drawing '': no role and label" in found
    assert "1.html: two elements have the id drawing-1-" in found


def test_panels_stand_below_each_other_on_a_phone_and_the_figure_stays_as_it_was():
    axes = plotting.subplots(columns=3)
    before = axes[0].figure.get_size_inches().tolist()
    text = draw(axes[0].figure)
    boxes = [
        tuple(map(float, box.split()[2:]))
        for box in re.findall(r'class="\w+" viewBox="([^"]+)"', text)
    ]
    (wide, low), (narrow, high) = boxes
    assert wide > 1.5 * low
    assert high > 1.5 * narrow
    assert axes[0].figure.get_size_inches().tolist() == before
    assert [ax.get_subplotspec().colspan.start for ax in axes] == [0, 1, 2]


def test_a_panel_writes_on_a_phone_what_it_shared_with_its_neighbor():
    left, right = plotting.subplots(columns=2, sharey=True)
    left.set(ylabel="logit z", ylim=(0, 7))
    wide, narrow = draw(right.figure).split('class="narrow"')
    assert (wide.count(">logit z<"), narrow.count(">logit z<")) == (1, 2)
    assert (wide.count(">6<"), narrow.count(">6<")) == (1, 2)
    assert right.get_ylabel() == ""


def test_coordinates_are_rounded_and_texts_are_not():
    ax = plotting.subplots()
    ax.plot([0, 1], [0, 1 / 3])
    ax.set_title("0.0886 and 0.001")
    text = draw(ax.figure)
    assert ">0.0886 and 0.001<" in text
    assert not re.search(r"<[^>]*\d\.\d{3,}[^>]*>", text)


def test_names_under_bars_are_turned_where_they_would_meet():
    names = [f"a long name {k}" for k in range(5)]
    ax = plotting.bars(plotting.subplots(), {"train": range(5)}, names, "height")
    wide, narrow = draw(ax.figure).split('class="narrow"')
    assert "rotate(-35" in narrow
    assert "rotate(-35" not in wide


def test_a_network_that_needs_width_scrolls_on_a_phone():
    ax = plotting.layers(plotting.subplots(), [["a"]] * 7)
    text = drawing(draw(ax.figure), "Seven layers", "drawing-1")
    assert 'tabindex="0"' in text
    assert "max-width: none" in text


@pytest.mark.parametrize("ink", [plotting.BLUE, plotting.GRAY, "#333333", "#ff0000"])
def test_an_ink_in_the_dark_has_contrast_and_keeps_its_hue(ink):
    ground = figures.THEME["dark"]["--pst-color-background"]
    assert figures.contrast(dark(ink), ground) >= figures.TEXT
    assert np.argmax(mpl.colors.to_rgb(dark(ink))) == np.argmax(mpl.colors.to_rgb(ink))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory, write_tiny_book):
    """Return the folder of a site with one figure of two panels."""
    cell = CELL.replace("ALT", 'Two panels: "left" & right')
    return build_site(write_tiny_book(tmp_path_factory.mktemp("drawn"), cell))


def test_a_figure_without_alternative_text_stops_the_build(tiny_book):
    cell = CELL.replace("  image:\n    alt: >-\n      ALT\n", "")
    with pytest.raises(RuntimeError, match="a figure has no alternative text"):
        build_site(tiny_book(cell))


def test_a_figure_is_in_the_page_and_in_no_file(drawn):
    page = (drawn / "book" / "index.html").read_text(encoding="utf-8")
    assert page.count('aria-label="Two panels: &quot;left&quot; &amp; right"') == 2
    assert "The caption." in page
    assert list(drawn.rglob("_images/*")) == []
    assert figures.faults(drawn) == []


LOOK = """() => {
    const shown = [...document.querySelectorAll('.drawing > svg')]
        .filter(part => part.checkVisibility());
    const style = getComputedStyle(document.documentElement);
    const text = [...shown[0].querySelectorAll('text')].map(part => {
        const size = parseFloat(getComputedStyle(part).fontSize);
        return size * part.getScreenCTM().d ** 1;
    });
    return {
        kinds: shown.map(part => part.className.baseVal),
        right: shown[0].getBoundingClientRect().right,
        background: style.getPropertyValue('--pst-color-background').trim(),
        base: style.getPropertyValue('--pst-color-text-base').trim(),
        line: getComputedStyle(shown[0].querySelector('[style*="7a3e9d"]')).stroke,
        smallest: Math.min(...text.filter(size => size > 0)),
    };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_drawing_shown_follows_window_and_theme(drawn, browser, scheme):
    with serve(drawn) as address, browser.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"{address}/book/index.html")
        wide = page.evaluate(LOOK)
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        narrow = page.evaluate(LOOK)
    assert (wide["kinds"], narrow["kinds"]) == (["wide"], ["narrow"])
    assert narrow["right"] <= PHONE[0]
    assert narrow["smallest"] >= figures.SMALLEST
    theme = figures.THEME[scheme]
    long = wide["background"].replace("#fff", "#ffffff") if len(wide["background"]) == 4 else ""
    assert (long or wide["background"]) == theme["--pst-color-background"]
    assert wide["base"] == theme["--pst-color-text-base"]
    ink = plotting.PURPLE if scheme == "light" else dark(plotting.PURPLE)
    red, green, blue = (round(255 * part) for part in mpl.colors.to_rgb(ink))
    assert wide["line"] == f"rgb({red}, {green}, {blue})"


def legend_and_axes(ax):
    """Return where the legend and the axes lie in the drawing for a phone."""
    places = []
    found = drawing_module._svg

    def looked(figure, kind):
        if kind == "narrow":
            figure.draw_without_rendering()
            places.append((ax.get_legend().get_window_extent(), ax.bbox))
        return found(figure, kind)

    with patch.object(drawing_module, "_svg", looked):
        draw(ax.figure)
    return places[0]


@pytest.mark.parametrize("place", ["center right", "beside"])
def test_on_a_phone_a_legend_covers_nothing_and_the_figure_stays_as_it_was(place):
    ax = plotting.subplots()
    plotting.curves(ax, [0, 1], {name: [0, 1] for name in ("one", "another")}, "x", "y")
    options = {"loc": "center left", "bbox_to_anchor": (1.0, 0.5)} if place == "beside" else {}
    legend = ax.legend(**{"loc": "center right"} | options)
    ax.figure.draw_without_rendering()
    before = legend.get_window_extent().bounds
    box, axes = legend_and_axes(ax)
    assert box.y1 < axes.y0
    assert box.width <= 4.1 * ax.figure.dpi
    ax.figure.draw_without_rendering()
    np.testing.assert_allclose(legend.get_window_extent().bounds, before, atol=0.5)


@pytest.mark.parametrize("chapter", registry.CHAPTERS)
def test_no_word_of_a_drawing_has_a_prime_that_is_drawn_as_zero(chapter):
    text = (ROOT / "book" / f"{chapter}.md").read_text("utf-8")
    cells = re.findall(r"```\{code-cell\}.*?\n```", text, re.DOTALL)
    code = "\n".join(cell for cell in cells if "plotting." in cell and "states(" not in cell)
    words = [ast.literal_eval(text) for text in re.findall(r'r?"[^"\n]*"', code) if "$" in text]
    assert [text for text in words if re.search(r"\$[^$]*'[^$]*\$", text)] == []
