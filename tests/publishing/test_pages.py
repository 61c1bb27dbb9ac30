"""The derived pages are current, and traceability finds what nothing serves."""

import shutil

import pytest
import yaml
from click.testing import CliRunner

from course_lib.checks import registry
from course_lib.cli import main
from course_lib.publishing.derived import contents
from course_lib.publishing.derived.pages import DERIVED, write_pages
from course_lib.publishing.derived.traceability import GapError, traceability_page

from .copies import ROOT, copied, replace_in

CHAPTER = "book/binary_classification.md"


@pytest.fixture
def project(tmp_path):
    """Return a copy of what the derived pages are made from."""
    return copied(tmp_path, "book", "tests/equations", "_toc.yml")


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
        ("?\n:serves: o2\n", "?\n", "question 6 serves no objective: write `:serves: o1` below it"),
        (":serves: o2", ":serves: o7", "question 6: no objective o7; there are o1, o2, o3, o4, o5"),
    ],
)
def test_a_gap_is_found(project, old, new, complaint):
    replace_in(project / CHAPTER, old, new)
    with pytest.raises(GapError, match=complaint):
        traceability_page(project)


def test_an_objective_that_nothing_practices_is_found(project):
    page = project / "book/sigmoid_derivative.md"
    replace_in(page, ":serves: o1 o9", ":serves: o1")
    with pytest.raises(GapError, match="objective o9 has neither an exercise nor a question"):
        traceability_page(project)


def test_an_equation_that_lost_its_test_is_found(project):
    tests = project / "tests/equations/test_binary_classification.py"
    replace_in(tests, '@pytest.mark.equation("sigmoid")\n', "")
    with pytest.raises(GapError, match="no equation sigmoid with a test"):
        write_pages(project)


# ------------------------------------------------------------------ nothing to write it from

FACTS = "book/_data/facts"
FACT = f"{FACTS}/document_003.yaml"


def remove(path):
    """Remove a file or a folder."""
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def empty(path):
    """Leave a file or a folder there, with nothing in it."""
    if path.is_dir():
        shutil.rmtree(path)
        path.mkdir()
    else:
        path.write_text("", encoding="utf-8")


@pytest.mark.parametrize(
    ("page", "data", "fault", "complaint"),
    [
        ("book/errata.md", FACTS, remove, f"{FACTS}: holds no document_*.yaml. Restore it"),
        ("book/errata.md", FACTS, empty, f"{FACTS}: holds no document_*.yaml. Restore it"),
        ("book/errata.md", FACT, empty, f"{FACT}: is empty. Restore it"),
        ("book/errata.md", CHAPTER, remove, f"{CHAPTER}: is missing. Restore it"),
        ("book/formula_sheet.md", "_toc.yml", remove, "_toc.yml: is missing. Restore it"),
        ("book/formula_sheet.md", CHAPTER, empty, f"{CHAPTER}: is empty. Restore it"),
        ("book/traceability.md", "_toc.yml", empty, "_toc.yml: is empty. Restore it"),
        ("book/traceability.md", "book/_data/ranges.yaml", remove, "ranges.yaml: is missing."),
        ("book/traceability.md", "book/_data/ranges.yaml", empty, "ranges.yaml: is empty."),
        ("book/traceability.md", "book/_data/equations.json", remove, "json: is missing."),
        ("book/grader_accuracy.md", "book/_data/grader_accuracy.json", remove, "Run `python"),
        ("book/grader_accuracy.md", "book/_data/grader_accuracy.json", empty, "Run `python"),
    ],
)
def test_a_page_of_nothing_is_not_written(project, page, data, fault, complaint):
    fault(project / data)
    with pytest.raises(ValueError) as raised:
        DERIVED[page](project)
    assert complaint in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("page", ["book/errata.md", "book/formula_sheet.md"])
def test_a_table_of_contents_without_a_chapter_is_told(project, page):
    (project / "_toc.yml").write_text("root: book/index\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"_toc\.yml: lists no chapter of the course"):
        DERIVED[page](project)


def test_equations_of_which_none_is_bound_are_told(project):
    (project / "book/_data/equations.json").write_text("{}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"equations\.json: binds no equation to a test"):
        traceability_page(project)


def test_the_build_says_it_in_one_line_and_leaves_the_page(project):
    remove(project / FACTS)
    before = (project / "book/errata.md").read_bytes()
    result = CliRunner().invoke(main, ["build", "--root", str(project)])
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(f"Error: {FACTS}: holds no document_*.yaml.")
    assert (project / "book/errata.md").read_bytes() == before


def test_the_contents_are_read_at_any_depth_and_in_their_order(tmp_path):
    text = """format: jb-book
root: book/index
parts:
  - caption: One
    numbered: 1
    chapters:
      - file: book/a
        sections:
          - file: book/b
  - caption: Two
    chapters:
      - file: book/c
"""
    (tmp_path / "_toc.yml").write_text(text, encoding="utf-8")
    assert contents.files(tmp_path) == ["book/index", "book/a", "book/b", "book/c"]


def test_the_contents_of_the_course_have_four_parts_and_only_the_chapters_are_numbered():
    parts = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))["parts"]
    assert [part["caption"] for part in parts] == ["Chapters", "Play", "Reference", "Guides"]
    assert [part.get("numbered", 0) for part in parts] == [1, 0, 0, 0]
    assert [f"book/{name}" for name in registry.CHAPTERS] == [
        page["file"] for page in parts[0]["chapters"]
    ]
