"""The derived pages are current, and traceability finds what nothing serves."""

import shutil
from pathlib import Path

import pytest

from course_lib.publishing.derived.pages import DERIVED, write_pages
from course_lib.publishing.derived.traceability import GapError, traceability_page

ROOT = Path(__file__).parents[2]
CHAPTER = "book/binary_classification.md"


@pytest.fixture
def project(tmp_path):
    """Return a copy of what the derived pages are made from."""
    for folder in ("book", "tests/equations"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "_toc.yml", tmp_path)
    return tmp_path


def replace_in(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("page", DERIVED)
def test_the_page_is_current(page):
    current = (ROOT / page).read_text(encoding="utf-8")
    assert current == DERIVED[page](ROOT), f"{page}: run `course build` and commit the page"


def test_all_pages_are_written_and_stay_the_same(project):
    first = [path.read_bytes() for path in write_pages(project)]
    assert [path.read_bytes() for path in write_pages(project)] == first
    assert len(first) == len(DERIVED)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('"000:1-84"', '"000:1-80"', "lines 72-84 of document 000 belong here"),
        ("equations: [neuron]", "equations: [neurone]", "no equation neurone with a test"),
        ("exercises: [neuron]", "exercises: [neurone]", "no exercise neurone in this chapter"),
        ("exercises: [linear_forward, accuracy]", "exercises: [accuracy]", "linear_forward serves"),
        ("- **o1** Run", "- Run", "objectives on the page"),
    ],
)
def test_a_gap_is_found(project, old, new, complaint):
    replace_in(project / CHAPTER, old, new)
    with pytest.raises(GapError, match=complaint):
        traceability_page(project)


def test_an_equation_that_lost_its_test_is_found(project):
    tests = project / "tests/equations/test_binary_classification.py"
    replace_in(tests, '@pytest.mark.equation("sigmoid")\n', "")
    with pytest.raises(GapError, match="no equation sigmoid with a test"):
        write_pages(project)
