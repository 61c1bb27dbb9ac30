"""The class report and the feedback pages: what they say, and that everybody can read them."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import pearsonr

from course_lib.grading.grade import grade
from course_lib.grading.journal import Journal
from course_lib.grading.record import CellResult, Record
from course_lib.grading.results.account import from_journal
from course_lib.grading.results.feedback import parts, write_feedback
from course_lib.grading.results.report import describe, items, write_report
from course_lib.publishing.site.browser import chromium, inspect, launch, serve

BOOK = Path(__file__).parents[2] / "book"
# A check that tells the instructor what a student must not read about a classmate.
TELLTALE = """from course_lib.checks.failure import CheckFailed
raise CheckFailed("No.", exercise="triple", flag="the answers fit the numbers of classmate")"""


def cell(grade_id, points, status, diagnosis=None, most=2.0):
    exercise = grade_id.rsplit("-", 1)[0]
    return CellResult(grade_id, exercise, most, status, points, "Try again.", diagnosis)


def record(student, sigmoid, predict, flags=()):
    """A student's record, whose points for two exercises are given."""
    cells = [
        cell("sigmoid-hidden", sigmoid, "passed" if sigmoid else "wrong",
             None if sigmoid else "sign-of-exponent"),
        cell("predict-hidden", predict, "passed" if predict else "wrong",
             None if predict else "tie-predicts-one"),
    ]  # fmt: skip
    score = sigmoid + predict
    return Record(student, "toy", "graded", score, 4.0, 0.1, list(flags), cells)


CLASS = [
    record("=cmd", 2.0, 2.0), record("b", 0.0, 2.0), record("c", 0.0, 0.0, ["half-empty file"]),
    record("d", 2.0, 2.0), record("é", 0.0, 2.0),
]  # fmt: skip


@pytest.fixture
def reported(toy):
    """The report of a class, made from a journal that was written by hand."""
    with Journal.open(toy.root, "toy") as journal:
        for entry in CLASS:
            journal.append({"record": entry})
    return write_report("toy", toy.root)


def test_items_count_right_answers_and_tell_strong_from_weak(toy):
    sigmoid, predict = items(CLASS)
    assert (sigmoid["passed"], sigmoid["count"], sigmoid["share"]) == (2, 5, 0.4)
    assert (predict["passed"], predict["others"]) == (4, "1 wrong")
    # Five students: sigmoid 2, 0, 0, 2, 0; the rest of the score 2, 2, 0, 2, 2.
    assert sigmoid["discrimination"] == pytest.approx(pearsonr([2, 0, 0, 2, 0], [2, 2, 0, 2, 2])[0])
    assert sigmoid["discrimination"] == pytest.approx(1 / np.sqrt(6))


def test_item_that_does_not_vary_has_no_discrimination():
    assert items([record("a", 2.0, 2.0), record("b", 2.0, 0.0)])[0]["discrimination"] is None


def test_records_from_before_a_change_of_the_source_are_sorted_by_cell():
    whole = record("old", 2.0, 0.0)
    old = replace(whole, cells=whole.cells[1:])
    sigmoid, predict = items([old, record("new", 0.0, 2.0)])
    assert (sigmoid["grade_id"], sigmoid["count"], sigmoid["passed"]) == ("sigmoid-hidden", 1, 0)
    assert (predict["count"], predict["passed"]) == (2, 1)


def test_report_begins_with_the_commonest_mistake_and_leads_to_its_equation(reported):
    text = reported[0].read_text(encoding="utf-8")
    assert text.index("sign-of-exponent") < text.index("tie-predicts-one")
    assert "The exponent has the wrong sign" in text
    chapter, label = re.search(r'href="\S+/book/(\w+)\.html#equation-([\w-]+)"', text).groups()
    assert f":label: {label}" in (BOOK / f"{chapter}.md").read_text(encoding="utf-8")
    assert "half-empty file" in text


def test_histogram_is_told_in_words(reported):
    told = describe([0.0, 1.0, 2.0, 3.0, 4.0])
    assert told.startswith("Histogram of 5 scores from 0 to 4 points; a quarter are at most 1")
    assert describe([entry.score for entry in CLASS]) in reported[0].read_text(encoding="utf-8")


def test_table_beside_the_report_has_every_verdict(reported):
    with reported[1].open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == sum(len(entry.cells) for entry in CLASS)
    assert lines[0]["student"] == "'=cmd"
    assert {line["diagnosis"] for line in lines} == {"", "sign-of-exponent", "tie-predicts-one"}
    assert f'href="{reported[1].name}"' in reported[0].read_text(encoding="utf-8")


def test_report_finds_the_book_of_the_course_around_it(toy, reported, tmp_path):
    (tmp_path / "_build" / "html").mkdir(parents=True)
    inner = tmp_path / "_build" / "sample"
    (toy.root / "journal").rename(tmp_path / "kept")
    inner.mkdir()
    (tmp_path / "kept").rename(inner / "journal")
    page = write_report("toy", inner)[0]
    link = re.search(r'href="(\S+)/book/', page.read_text(encoding="utf-8")).group(1)
    assert (page.parent / link).resolve() == (tmp_path / "_build" / "html").resolve()


def test_work_stands_under_the_heading_right_above_it():
    text = "# Notebook\n\n## 2. By hand (3 points)\n\nOn paper."
    cells = [{"cell_type": "markdown", "metadata": {}, "source": text}]
    entry = record("b", 0.0, 2.0)
    (part,) = parts("toy", cells, entry, from_journal("toy", entry))
    assert part["text"] == "2. By hand (3 points)"


def test_student_does_not_read_what_the_instructor_is_told(toy, here):
    notebook = toy.notebook()
    notebook["cells"][-2]["source"] = TELLTALE
    toy.write("solutions/toy/toy.ipynb", notebook)
    toy.submit("a", toy.notebook())
    list(grade("toy", toy.root))
    page = write_feedback("toy", toy.root)[0].read_text(encoding="utf-8")
    report = write_report("toy", toy.root)[0].read_text(encoding="utf-8")
    assert "fit the numbers of classmate" in report
    assert "classmate" not in page
    assert "Not right yet" in page


PROSE = r"""# Why
See [the page](https://example.org), `np.maximum` and $x_1 < \frac{1}{2}$.

$$a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r + s + t + u + v = 0$$

| unit | slope | intercept | first weight | second weight | third weight |
|---|---|---|---|---|---|
| averyveryverylongwordinatable | 1 | 2 | 3 | 4 | 5 |

> - said
"""


@pytest.mark.skipif(chromium() is None, reason="no Chromium is installed")
def test_pages_are_accessible_and_fit_a_phone(toy, reported, here):
    wide = toy.code("wide", "plt.plot([1, 2])\nplt.show()\nprint('x' * 300)")
    notebook = toy.notebook("double = abs", (wide,))
    notebook["cells"][-1]["source"] = PROSE
    toy.submit("a", notebook)
    list(grade("toy", toy.root))
    feedback = next(page for page in write_feedback("toy", toy.root) if "/a/" in page.as_posix())
    assert "data:image/png" in feedback.read_text(encoding="utf-8")
    with launch() as browser, serve(toy.root) as address:
        for page in (reported[0], feedback):
            seen = inspect(browser, f"{address}/{page.relative_to(toy.root).as_posix()}")
            assert (seen.errors, seen.outside, seen.overflow) == ([], [], [])
            assert not any(seen.inaccessible.values()), seen.inaccessible
