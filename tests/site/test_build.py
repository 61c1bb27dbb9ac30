"""The build stops on every fault of a page, every time, and publishes pages only."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from course_lib.checks import registry
from course_lib.publishing.derived import contents
from course_lib.publishing.derived.errata import read_documents
from course_lib.publishing.derived.traceability import labels
from course_lib.publishing.gates.spoilers import spoiled
from course_lib.publishing.site.browser import serve
from course_lib.publishing.site.build import build_site, failure
from course_lib.publishing.site.sphinx_source import source

ROOT = Path(__file__).parents[2]
FAULTS = {
    "See {eq}`no-equation`.": "no-equation",
    "See {numref}`no-figure`.": "no-figure",
    "See {term}`no-term`.": "no-term",
    "See [here](#no-anchor).": "no-anchor",
    "```{live} rleu\n:chapter: relu\n```": "relu has no exercise 'rleu'; it has linear_stack, relu",
    "```{live} relu\n```": "there is no exercises/index/index.ipynb",
    "See [here](no-page.md).": "no-page.md",
    "```{figure} no-file.png\n:alt: Nothing\n```": "no-file.png",
    "```{nonsense}\n```": "nonsense",
    ":::{quiz} How?\nNo options.\n:::": "options are missing",
    ":::{quiz} How?\n- [ ] so\n\n  No.\n:::": "no option is marked [x]",
    ":::{quiz} How?\n- [x] silent\n:::": "'[x] silent' has no feedback",
    ":::{quiz} How?\n- unmarked\n\n  Yes.\n:::": "not 'unmarked'",
    ":::{quiz} How many?\n:number: many\n\nSo.\n:::": "'many' is no number",
    ":::{quiz} How many?\n:number: 19\n:::": "explanation of the number is missing",
    ":::{predict} What?\n:::": ":answer: is missing",
    "## A\n\n:::{predict} What?\n:answer: that\n:::\n\ntext": "no revealed after",
    "## B\n\n:::{revealed}\n:::": "no predict before",
    "```{source} course_lib.relu.relu\n```": "relu is an exercise",
    "```{source} course_lib.networks.layers.LinearLayer\n```": "LinearLayer is an exercise",
    "```{source} course_lib.relu.no_such\n```": "no_such",
}
FAILING_CELL = """```{code-cell} python
learning_rate = "fast"
learning_rate / 2
```
"""


def test_a_sound_page_builds(tiny_book):
    html = build_site(tiny_book("```{code-cell} python\nprint(6 * 7)\n```\n"))
    assert "42" in (html / "book" / "index.html").read_text(encoding="utf-8")


def test_a_failing_cell_stops_every_build_and_is_named(tiny_book):
    root = tiny_book(FAILING_CELL)
    for _ in range(2):
        with pytest.raises(RuntimeError, match=r"book/index\.md: (?s:.*)unsupported operand"):
            build_site(root)


def test_a_warning_is_told_by_every_build(tiny_book):
    root = tiny_book("See {term}`no-term`.")
    for _ in range(2):
        with pytest.raises(RuntimeError, match="no-term"):
            build_site(root)


def test_a_page_is_kept_until_it_or_what_pages_share_changes(tiny_book):
    root = tiny_book("```{code-cell} python\nimport uuid\n\nprint('id', uuid.uuid4())\n```\n")

    def run_id():
        html = (build_site(root) / "book" / "index.html").read_text(encoding="utf-8")
        return re.search(r"id [0-9a-f-]{36}", html).group()

    first = run_id()
    assert run_id() == first
    (root / "course_lib").mkdir()
    (root / "course_lib" / "relu.py").write_text("changed = True\n", encoding="utf-8")
    assert run_id() != first


def test_a_cell_that_takes_too_long_is_named():
    log = (
        "Traceback\n  File x\n"
        "nbclient.exceptions.CellTimeoutError: A cell timed out after 600 seconds.\n\n"
        "The above exception was the direct cause of the following exception:\n\n"
        "myst_nb.core.execute.base.ExecutionError: book/relu.md\n"
    )
    assert failure(log) == "book/relu.md: CellTimeoutError: A cell timed out after 600 seconds."


def test_text_on_stderr_stops_the_build(tiny_book):
    cell = "```{code-cell} python\nimport warnings\n\nwarnings.warn('old')\n```\n"
    with pytest.raises(RuntimeError, match="stderr"):
        build_site(tiny_book(cell))


@pytest.fixture(scope="module")
def complaints(tmp_path_factory, write_tiny_book):
    """Return what the build says about a page that holds every fault of `FAULTS`."""
    body = "\n\n".join(FAULTS)
    with pytest.raises(RuntimeError) as caught:
        build_site(write_tiny_book(tmp_path_factory.mktemp("faults"), body))
    return str(caught.value)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_reference_or_directive_stops_the_build(complaints, fault):
    assert FAULTS[fault] in complaints


QUESTIONS = """
:::{predict} What is six times seven?
:answer: forty-two
:::

It is forty-two.

:::{revealed}
:::

:::{quiz} Which?
- [ ] This

  No.
- [x] That

  Yes.
:::

:::{quiz} How much is it?
:number: 0.25

One quarter.
:::

```{source} course_lib.networks.training.train
```
"""


@pytest.fixture(scope="module")
def questions(tmp_path_factory, write_tiny_book):
    """Return the site of a page with one of each kind of question, and code of the library."""
    return build_site(write_tiny_book(tmp_path_factory.mktemp("questions"), QUESTIONS))


def test_what_answers_a_question_stands_in_its_fold(questions):
    page = (questions / "book" / "index.html").read_text(encoding="utf-8")
    fold = page.split('<details class="predict-answer" data-answer="forty-two">')[1]
    assert "It is forty-two." in fold.split("</details>")[0]
    assert spoiled(questions) == []


def test_a_number_is_asked_for_and_the_key_stands_behind_the_last_question(questions):
    page = (questions / "book" / "index.html").read_text(encoding="utf-8")
    assert 'data-number="0.25" data-tolerance="0.005"' in page
    assert re.search(r'class="quiz-key">Answers\. 1: [AB], 2: 0\.25\.<', page)


def test_a_number_is_judged_when_it_is_typed(questions, browser):
    with serve(questions) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/book/index.html")
        field = page.get_by_label("Your answer")
        told = page.locator(".quiz-number output")
        for typed, words in [
            ("0,25", "✓ Right."), ("1/4", "✓ Right."), ("−0.25", "✗ Not quite."),
            ("0.26", "✗ Not quite."), ("a lot", "Type a number, such as 3, -0.5 or 1/4."),
        ]:  # fmt: skip
            field.fill(typed)
            field.press("Enter")
            assert told.inner_text() == words


def test_code_of_the_library_is_shown_without_its_docstring(questions):
    page = (questions / "book" / "index.html").read_text(encoding="utf-8")
    shown = re.sub("<[^>]+>", "", page.split('<div class="source highlight')[1].split("</pre>")[0])
    assert "def train(" in shown
    assert "Parameters" not in shown


@pytest.mark.parametrize(
    ("before", "inside", "after", "fault"),
    [
        ("It is forty-two.", "forty-two", "", "in view above"),
        ("<pre>print('Forty-two')</pre>", "forty-two", "", "in view above"),
        ("", "forty-three", "", "not in its fold"),
        ("", "forty-two", "<p>So: forty-two.</p>", "in view below"),
        ("<details><summary>Code</summary>forty-two</details>", "forty-two", "", None),
    ],
)
def test_an_answer_in_view_is_found(page, before, inside, after, fault):
    fold = f'<details class="predict-answer" data-answer="forty-two">{inside}</details>'
    folder = page(f"<section>{before}<div class='predict'>What?{fold}</div>{after}</section>")
    found = spoiled(folder)
    assert len(found) == (fault is not None)
    assert all(fault in each for each in found)


def test_no_place_of_an_option_is_right_more_often_than_the_others(site):
    """At most half of the questions of the book have their answer at one place."""
    places = [
        int(number)
        for path in sorted((site / "book").glob("*.html"))
        for number in _right_places(path.read_text(encoding="utf-8"))
    ]
    assert len(places) > 30
    assert max(map(places.count, places)) < 0.5 * len(places)


def _right_places(page):
    """Return the place of the right option of each question with one."""
    for quiz in page.split('class="quiz docutils container"')[1:]:
        verdicts = re.findall(r'<details class="quiz-option quiz-(right|wrong)"><summary><', quiz)
        if verdicts.count("right") == 1 and len(verdicts) > 1:
            yield verdicts.index("right")


@pytest.mark.parametrize("name", registry.CHAPTERS)
def test_each_chapter_asks_five_questions_and_one_for_a_number(site, name):
    page = (site / "book" / f"{name}.html").read_text(encoding="utf-8")
    assert page.count('class="quiz docutils container"') >= 5
    assert page.count('class="quiz-number"') >= 1


def test_no_answer_of_the_book_is_in_view(site):
    assert spoiled(site) == []


def test_each_page_of_the_contents_is_built(site):
    for name in contents.files(ROOT):
        assert (site / f"{name}.html").is_file()


@pytest.mark.parametrize("name", registry.CHAPTERS)
def test_each_equation_of_a_chapter_shows_its_label(site, name):
    page = (site / "book" / f"{name}.html").read_text(encoding="utf-8")
    shown = re.findall(r'<div class="equation-label"><code>([\w-]+)</code></div>', page)
    assert sorted(shown) == sorted(labels(ROOT, name))


def test_next_leads_through_all_pages_and_previous_back(site):
    names = [Path(name).name for name in contents.files(ROOT)]
    for name, following in pairwise(names):
        page = (site / "book" / f"{name}.html").read_text(encoding="utf-8")
        assert re.search(rf'class="right-next"\s+href="{following}\.html"', page)
        page = (site / "book" / f"{following}.html").read_text(encoding="utf-8")
        assert re.search(rf'class="left-prev"\s+href="{name}\.html"', page)


def test_the_index_is_in_the_contents_and_holds_the_glossary(site):
    page = (site / "book" / "relu.html").read_text(encoding="utf-8")
    assert '<a class="reference internal" href="../genindex.html">Index</a>' in page
    glossary = (ROOT / "book" / "glossary.md").read_text(encoding="utf-8")
    terms = re.findall(r"^([a-zA-Z].*)\n  \S", glossary, re.MULTILINE)
    listed = (site / "genindex.html").read_text(encoding="utf-8")
    assert len(terms) > 50
    assert [term for term in terms if f">{term}</strong></a>" not in listed] == []


def test_each_erratum_leads_to_a_chapter_and_a_chapter_leads_to_it(site):
    page = (site / "book" / "errata.html").read_text(encoding="utf-8")
    anchors = {
        name: (site / "book" / f"{name}.html").read_text(encoding="utf-8")
        for name in registry.CHAPTERS
    }
    facts = [fact for facts in read_documents(ROOT).values() for fact in facts]
    errata = [fact["id"] for fact in facts if fact["status"] == "erratum"]
    assert len(errata) >= 69
    asides = {fact["id"] for fact in facts if fact.get("erratum", {}).get("aside")}
    assert len(asides) < 4
    for name in errata:
        entry = page.split(f'id="{name}"')[1].split("In the book:")[1].split("</p>")[0]
        places = re.findall(r'href="(\w+)\.html#([\w-]+)"', entry)
        assert places or name in asides, name
        for chapter, anchor in places:
            assert f'id="{anchor}"' in anchors[chapter]
            assert f'href="errata.html#{name}"' in anchors[chapter]


def test_no_source_of_a_page_is_published(site):
    sources = (path for path in site.rglob("*") if path.suffix in {".md", ".ipynb", ".py"})
    assert [path for path in sources if not path.is_relative_to(site / "downloads")] == []
    assert not (site / "_sources").exists()


def test_a_link_to_a_heading_of_another_page_is_followed(tiny_book):
    root = tiny_book("See [Glorot](references.md#papers).")
    (root / "_toc.yml").write_text(
        "format: jb-book\nroot: book/index\nchapters:\n- file: book/references\n", encoding="utf-8"
    )
    (root / "book" / "references.md").write_text("# References\n\n(papers)=\n## Papers\n\nOne.\n")
    page = (build_site(root) / "book" / "index.html").read_text(encoding="utf-8")
    target = re.search(r'href="references\.html#([\w-]+)"', page)[1]
    other = (root / "_build" / "html" / "book" / "references.html").read_text(encoding="utf-8")
    assert f'id="{target}"' in other


def test_a_class_is_shown_though_a_method_is_called_like_an_exercise():
    assert "sigmoid" in registry.names("binary_classification")
    assert "def sigmoid(self)" in source("course_lib.computational_graph.Node")
