"""Text of students is data: properties of what is stored for nbgrader, and of our own pages."""

import html
import json
import re

import nbconvert
import nh3
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat import v4

from course_lib.grading.examine import markup
from course_lib.grading.examine.markup import clean_markdown, mathml, rendered
from course_lib.grading.formgrader import Inert
from course_lib.grading.transport import UnfitAnswer, grade_message, pack, read_answer
from course_lib.grading.work import Job

EXAMPLES = 300
# Pieces that mean something to a parser of markdown, HTML or TeX, in any order.
PIECES = [
    "<", ">", "&", "\\", "`", "``", "```", "~~~", "*", "**", "_", "__", "~~", "[", "]", "(", ")",
    "](", "![", "]:", "$", "$$", "\\(", "\\)", "\\[", "\\]", "\\\\[", "|", "#", "# ", "- ", "+ ",
    "1. ", "2) ", "> ", "    ", "\t", " ", "  \n", "\n", "\n\n", ":", "://", "\n: ", "{", "}", "^",
    "%", "@", "=", "===", "---", "?", "!", "'", '"', ";", "-->", "<!--", "<![CDATA[", "<?", "</",
    "<script>", "</script>", "<img src=x onerror=alert(1)>", "<style>", "<pre>", "</pre>", "<div>",
    "<\\data", "<\\/p", "javascript:alert(1)", "http://evil.test", "www.evil.test", "a@evil.test",
    "attachment:x", "data:text/html,x", "[a]: javascript:1", "[^1]", "[^1]: x", "- [ ] ",
    "&lt;", "&#60;", "&#x3c;", "&lt", "&amp;lt;", "&#92;", "&#36;", "&nbsp;", "&#10;", "&Tab;",
    "&NewLine;", "&zwnj;", "&#0;", "\\href", "\\url", "\\def", "\\let", "\\require", "\\style",
    "\\unicode", "\\class", "\\newcommand", "\\begin{align}", "\\end{align}", "\\begin{x}",
    "\\end{x}", "\\begin{pmatrix}", "\\end{pmatrix}", "\\frac{a}{b}", "\\alpha", "\\text{", "\\\\",
    "```mermaid\n", "```python\n", "|---|", "a | b", "a", "b", "word", "x_1", "é", "5", "\u2028",
    "\u00a0", "\u200b", "\x0c", "\x00", "\ud800", "\u202e", "\r", "\r\n",
]  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES), min_size=2, max_size=40).map("".join) | st.text()
STORED_TAGS = {
    "p", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote", "br", "hr", "div", "span",
}  # fmt: skip


def elements(page):
    return list(BeautifulSoup(page, "html.parser").find_all(True))


@settings(deadline=None, max_examples=EXAMPLES)
@given(hostile)
def test_cleaning_twice_changes_nothing(text):
    assert clean_markdown(clean_markdown(text)) == clean_markdown(text)


@settings(deadline=None, max_examples=EXAMPLES)
@given(hostile)
def test_text_shown_line_by_line_is_clean_as_well(text):
    assert clean_markdown(markup._line_by_line(text)) == markup._line_by_line(text)


@settings(deadline=None, max_examples=EXAMPLES)
@given(hostile)
def test_nothing_clean_can_act_whatever_a_renderer_makes_of_it(text):
    for shown in (clean_markdown(text), markup._line_by_line(text)):
        assert not re.search(r"<[A-Za-z/!?]|\]\(|\]:", shown)
        commands = re.findall(r"\\([A-Za-z]{2,})", html.unescape(shown))
        assert set(commands) <= markup.COMMANDS


@settings(deadline=None, max_examples=EXAMPLES)
@given(hostile)
def test_nbconvert_shows_clean_text_with_plain_elements_alone(text):
    page = nbconvert.filters.markdown2html(clean_markdown(text))
    for element in elements(page):
        assert element.name in STORED_TAGS
        assert set(element.attrs) <= {"class", "start"}
        assert "mermaid" not in str(element.get("class", "")).lower()


@settings(deadline=None, max_examples=EXAMPLES)
@given(hostile)
def test_formgrader_mends_what_an_earlier_version_stored_and_a_second_time_nothing(text):
    graded = {"solution": True, "grade": True, "grade_id": "essay", "comment": text}
    notebook = v4.new_notebook(cells=[v4.new_markdown_cell(text, metadata={"nbgrader": graded})])
    resources = {"first_name": text, "student": "a"}
    Inert().preprocess(notebook, resources)
    assert notebook.cells[0].source == clean_markdown(text)
    assert notebook.cells[0].metadata.nbgrader.comment == clean_markdown(text)
    once = (str(notebook), str(resources["first_name"]))
    assert not re.search(r"[<>\"']", once[1])
    Inert().preprocess(notebook, resources)
    assert (str(notebook), str(resources["first_name"])) == once


@settings(deadline=None, max_examples=EXAMPLES)
@given(hostile)
def test_our_pages_have_listed_elements_and_links_that_name_their_host(text):
    page = rendered(text)
    for element in elements(page):
        assert element.name in markup.TAGS
        allowed = markup.ATTRIBUTES.get(element.name, set())
        assert set(element.attrs) <= allowed | ({"rel"} if element.name == "a" else set())
        assert element.get("href", "http://").startswith(("http://", "https://", "mailto:"))
    everything = nh3.ALLOWED_TAGS | markup.TAGS
    attributes = markup.ATTRIBUTES | {"a": {"href", "rel"}}
    assert nh3.clean(page, tags=everything, attributes=attributes, link_rel=None) == page


@settings(deadline=None, max_examples=EXAMPLES)
@given(st.lists(st.sampled_from([piece for piece in PIECES if not set(piece) & set("&\\$")])))
def test_no_word_is_lost(pieces):
    text = "".join(pieces)
    words = "".join(re.findall(r"[a-z]", text.lower()))
    page = BeautifulSoup(nbconvert.filters.markdown2html(clean_markdown(text)), "html.parser")
    kept = "".join(re.findall(r"[a-z]", page.get_text().lower()))
    words, kept = words.replace("python", ""), kept.replace("python", "")  # names a language
    assert kept == words


@pytest.mark.parametrize(
    "text",
    [
        "The *slope* is **big**, see `W @ A + b` and $z = w^T x_1 + b$ (why?).",
        "- one\n- two\n  - three\n- four",
        "1. first\n2. second",
        "> said\n\n```python\nreturn W @ A\n```\n\n---\n\nend",
        r"$$\frac{\partial J}{\partial W^{[l]}} = \frac{1}{m} \sum_{i=1}^m \delta_i a_i^\top$$",
        "*Write your answer here, in place of this line.*",
        "one line\nand the next, it's 5 % of x = y + z - 1; done!",
    ],
)
def test_honest_text_stays_as_it_was_written(text):
    assert clean_markdown(text) == text


@pytest.mark.parametrize(
    "text", ["<a" * 9000, "[" * 30_000, "> " * 9000, "*a " * 9000, "$a" * 9000]
)
def test_very_long_or_deep_text_is_shown_and_clean(text):
    shown = clean_markdown(text)
    assert clean_markdown(shown) == shown
    words = nbconvert.filters.markdown2html(shown).count("a")
    assert words >= text.count("a")
    assert str(rendered(text)).count("a") >= text.count("a")


def test_deeply_nested_text_is_not_left_out():
    text = "\n".join("  " * k + f"- word{k}" for k in range(60))
    assert all(f"word{k}" in clean_markdown(text) for k in range(60))
    assert all(f"word{k}" in rendered(text) for k in range(60))


@pytest.mark.parametrize(
    ("formula", "part"),
    [
        (r"\frac{1}{m}", "<mfrac>"), (r"W^{[l]}", "<msup>"),
        (r"\begin{pmatrix}1&2\end{pmatrix}", "<mtable>"),
        (r"\begin{aligned}a&=b\\c&=d\end{aligned}", "<mtable"), (r"\mathrm{d}Z", "<mtext>"),
        (r"a < b", "&#x0003C;"),
    ],
)  # fmt: skip
def test_formulas_become_mathml(formula, part):
    assert part in mathml(formula, display=False)


@pytest.mark.parametrize(
    "formula",
    [r"\href{javascript:alert(1)}{x}", r"\style{color:red}{x}", r"\class{a}{b}", r"\unicode{x41}",
     r"\frac{", r"\begin{x}\end{x}", "{" * 1500, r"\def\a{b}", "x" * 5000],
)  # fmt: skip
def test_other_formulas_are_shown_as_they_were_typed(formula):
    assert mathml(formula, display=True) == f"<code>{formula}</code>"


MARKED_UP = "An <b>answer</b> with [a link](https://example.org)."


@pytest.fixture
def answered(toy, sandboxed, quick):
    """A job with text that has to be cleaned, and what an honest worker answers."""
    notebook = toy.notebook()
    notebook["cells"][-1]["source"] = MARKED_UP
    own = {"cell_type": "markdown", "metadata": {}, "id": "own", "source": f"# Own\n\n{MARKED_UP}"}
    notebook["cells"].insert(3, own)
    job = Job("ada", toy.assignment, json.dumps(notebook).encode(), seed=5, limits=quick)
    return job, json.loads(grade_message(pack(job)))


def texts(graded):
    return [c for c in graded["cells"] if c["cell_type"] == "markdown" and "answer" in c["source"]]


def test_text_that_was_cleaned_fits_the_job_and_is_kept_as_typed(answered):
    job, answer = answered
    cells = texts(read_answer(job, json.dumps(answer).encode()).notebook)
    assert [MARKED_UP in cell["metadata"]["course"]["typed"] for cell in cells] == [True, True]
    assert not any("<b>" in cell["source"] or "](" in cell["source"] for cell in cells)


def test_text_that_a_worker_did_not_clean_is_cleaned_here(answered):
    job, answer = answered
    for cell in texts(answer["notebook"]):
        cell["source"] = MARKED_UP
        cell["metadata"].pop("course")
    cells = texts(read_answer(job, json.dumps(answer).encode()).notebook)
    assert [cell["source"] for cell in cells] == [clean_markdown(MARKED_UP)] * 2


@pytest.mark.parametrize("course", ["x", {"typed": 1}, {"by": "student", "more": ""}, None])
def test_other_metadata_of_a_worker_does_not_fit(answered, course):
    job, answer = answered
    texts(answer["notebook"])[0]["metadata"]["course"] = course
    with pytest.raises(UnfitAnswer, match="metadata of cell"):
        read_answer(job, json.dumps(answer).encode())
