"""The front page: its picture is drawn from a trained network, its map holds all chapters."""

import re
from pathlib import Path

import numpy as np
import pytest

from course_lib._chapters import TITLES
from course_lib.publishing.site.browser import serve
from course_lib.publishing.site.build import build_site
from course_lib.publishing.site.picture import WORDS, panels, trained
from course_lib.publishing.site.sphinx_front import reading_time

MAP = ":::{course-map}\n" + "\n".join(
    f"{name}: {{needs: [{', '.join(list(TITLES)[max(0, k - 1) : k])}], text: About it.}}"
    for k, name in enumerate(TITLES)
)


def test_the_network_of_the_picture_has_learned_its_examples():
    X, Y, network = trained()
    assert np.mean((network.forward(X) > 0.5) == (Y == 1)) > 0.95


def test_each_panel_has_words_for_who_does_not_see_it():
    drawn = list(panels())
    assert len(drawn) == len(WORDS) == 3
    for text, (title, caption, told) in zip(drawn, WORDS.values(), strict=True):
        assert f'role="img" aria-label="{told}"' in text
        assert title in text
        assert caption in text
    assert drawn[0].count("<circle") + drawn[0].count("<path") == trained()[0].shape[1]
    assert "front-region" in drawn[2]
    assert drawn[2].count("front-unit") >= 4


def test_the_picture_is_the_same_each_time():
    assert list(panels()) == list(panels())


def test_reading_time_counts_words_formulas_and_figures_and_no_code():
    assert reading_time("word " * 1000) == 10
    assert (
        reading_time("```{code-cell} python\n" + "word " * 5000 + "\n```\n" + "word " * 1000) == 10
    )
    assert reading_time("word " * 1000 + "\n$$\nx\n$$\n" * 20) == 20
    assert reading_time("") == 5


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (":::{course-map}\nrelu: {needs: [], text: One.}\n:::", "not the chapters of the course"),
        (MAP.replace("relu: {needs: [shallow_networks]", "relu: {needs: [softmax]") + "\n:::",
         "relu needs softmax, which is no earlier one"),
    ],
)  # fmt: skip
def test_a_wrong_map_stops_the_build(tiny_book, body, complaint):
    assert "softmax]" in MAP or complaint
    with pytest.raises(RuntimeError, match=complaint):
        build_site(tiny_book(body))


def test_each_chapter_has_a_card_that_can_be_clicked_anywhere(site, browser):
    with serve(site) as address, browser.new_context() as context:
        page = context.new_page()
        for number, (name, title) in enumerate(TITLES.items(), start=1):
            page.goto(f"{address}/book/index.html")
            card = page.locator(".map-card", has_text=re.compile(rf"^\s*{number}\. "))
            assert title.lower() in card.inner_text().partition("\n")[0].lower()
            assert re.search(r"Reading: about \d+ minutes\..*Notebook: about", card.inner_text())
            box = card.bounding_box()
            card.click(position={"x": box["width"] - 5, "y": box["height"] - 5})
            page.wait_for_url(f"**/book/{name}.html", wait_until="commit")
        page.goto(f"{address}/book/index.html")
        page.locator(".doors .sd-card").nth(1).click(position={"x": 5, "y": 5})
        page.wait_for_url("**/book/student_guide.html", wait_until="commit")


def test_chapters_figures_and_equations_have_numbers_of_their_chapter(site):
    for number, name in enumerate(TITLES, start=1):
        page = Path(site, "book", f"{name}.html").read_text(encoding="utf-8")
        equations = re.findall(r'<span class="eqno">\(([\d.]+)\)<', page)
        assert equations == [f"{number}.{k}" for k in range(1, len(equations) + 1)]
        assert len(equations) > 5
        figures = re.findall(r'class="caption-number">Fig. ([\d.]+) ?<', page)
        assert figures == [f"{number}.{k}" for k in range(1, len(figures) + 1)]
        assert figures
        assert re.search(rf"<h1>.*?{number}\. ?<", page, re.DOTALL)


def test_the_contents_have_four_parts(site):
    page = Path(site, "book", "index.html").read_text(encoding="utf-8")
    captions = re.findall(r'<span class="caption-text">(.*?)</span>', page)
    assert captions[:4] == ["Chapters", "Play", "Reference", "Guides"]
