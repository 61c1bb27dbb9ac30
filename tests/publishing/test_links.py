"""Statements and messages lead to the chapter, once the course says where its site is."""

import re
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from course_lib.checks import CheckFailed, check, registry
from course_lib.publishing.derived.traceability import labels
from course_lib.publishing.notebooks.derive import edited_by_hand, load_source
from course_lib.publishing.notebooks.places import site_address, solved_path
from course_lib.publishing.notebooks.points import site_file
from course_lib.publishing.notebooks.sources import link_chapters, read_source
from tests.publishing.copies import copied

ROOT = Path(__file__).resolve().parents[2]
SITE = "https://course.example.org"
LINK = re.compile(r"\]\(https://course\.example\.org/book/(\w+)\.html(?:#equation-([\w-]+))?\)")


def linked(text, site=SITE):
    notebook = new_notebook(cells=[new_markdown_cell(text)])
    link_chapters(notebook, site)
    return notebook.cells[0].source


def course(folder, baseurl):
    (folder / "_config.yml").write_text(f"html:\n  baseurl: {baseurl}\n", encoding="utf-8")
    return folder


def test_a_chapter_is_a_link():
    text = "**What you need.** The chapter *Softmax*; about one hour."
    page = "[*Softmax*](https://course.example.org/book/softmax.html)"
    assert linked(text) == text.replace("*Softmax*", page)


def test_each_equation_is_a_link_to_its_place():
    text = linked("These are equations `bce`, `bce-grad` and `logit` of the chapter *Softmax*.")
    assert LINK.findall(text) == [
        ("softmax", "bce"), ("softmax", "bce-grad"), ("softmax", "logit"), ("softmax", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["The chapter *Dropout*.", "A `softmax` of the layer.", "Softmax"])
def test_what_is_no_chapter_stays(text):
    assert linked(text) == text


def test_without_an_address_nothing_is_changed():
    text = "This is equation `bce` of the chapter *Softmax*."
    assert linked(text, "") == text


@pytest.mark.parametrize("name", registry.CHAPTERS)
def test_every_exercise_of_an_assignment_leads_to_an_equation_of_its_chapter(name):
    notebook = read_source(ROOT / "solutions" / name / f"{name}.md")
    link_chapters(notebook, SITE)
    found = LINK.findall("\n".join(cell.source for cell in notebook.cells))
    led_to = {equation for chapter, equation in found if chapter == name and equation}
    assert led_to <= set(labels(ROOT, name))
    assert {registry.find(each).equation for each in registry.names(name)} <= led_to


@pytest.mark.parametrize(
    ("written", "address"), [('""', ""), ("", ""), (SITE, SITE), (f"{SITE}/", SITE)]
)
def test_the_address_is_one_setting(tmp_path, written, address):
    assert site_address(course(tmp_path, written)) == address
    assert list(site_file(tmp_path).values()) == ([f"{address}\n"] if address else [])


def test_a_course_without_settings_has_no_address(tmp_path):
    assert site_address(tmp_path) == ""


@pytest.mark.parametrize(("before", "after"), [('""', SITE), (SITE, '""'), (SITE, f"{SITE}/new")])
def test_another_address_is_no_edit_by_hand(tmp_path, before, after):
    root = copied(tmp_path, "solutions/softmax")
    course(root, before)
    solved = solved_path("softmax", root)
    nbformat.write(load_source("softmax", root, registry.graded_names("softmax")), solved)
    course(root, after)
    assert edited_by_hand("softmax", root) == ""
    solved.write_text(solved.read_text(encoding="utf-8").replace("Softmax", "Hardmax"))
    assert "cell 0: edited after softmax.md" in edited_by_hand("softmax", root)


def test_a_message_leads_to_the_equation(monkeypatch):
    monkeypatch.setattr(registry, "site", lambda: SITE)
    with pytest.raises(CheckFailed, match=f"\n  {SITE}/book/relu.html#equation-relu$"):
        check("relu", abs)
    monkeypatch.setattr(registry, "site", lambda: "")
    with pytest.raises(CheckFailed) as told:
        check("relu", abs)
    assert "http" not in str(told.value)
