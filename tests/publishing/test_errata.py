"""The errata page equals what the facts say, and every erratum can be linked to."""

import shutil
from pathlib import Path

import pytest

from course_lib.publishing.errata import (
    FACTS,
    chapters_in_book,
    entry,
    errata_page,
    read_documents,
)

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the facts, with a table of contents that lists one chapter."""
    shutil.copytree(ROOT / FACTS, tmp_path / FACTS)
    toc = "root: book/index\nparts:\n- chapters:\n  - file: book/relu\n"
    (tmp_path / "_toc.yml").write_text(toc, encoding="utf-8")
    return tmp_path


def errata() -> list[dict]:
    facts = [fact for facts in read_documents(ROOT / FACTS).values() for fact in facts]
    return [fact for fact in facts if fact["status"] == "erratum"]


def test_every_erratum_has_one_target_of_links() -> None:
    page = errata_page(ROOT)
    for fact in errata():
        assert page.count(f"({fact['id']})=\n") == 1


def test_the_page_counts_all_facts_by_status(project: Path) -> None:
    page = errata_page(project)
    assert "| all | 135 | 19 | 67 | 221 |" in page


def test_only_pages_of_the_table_of_contents_are_linked(project: Path) -> None:
    assert chapters_in_book(project) == {"relu"}
    page = errata_page(project)
    assert "{doc}`relu`" in page
    assert "{doc}`shallow_networks`" not in page


def test_a_changed_fact_changes_the_page(project: Path) -> None:
    before = errata_page(project)
    path = project / FACTS / "document_003.yaml"
    text = path.read_text(encoding="utf-8").replace("printed: a loss of 1.447", "printed: 1.448")
    path.write_text(text, encoding="utf-8")
    assert errata_page(project) != before


@pytest.mark.parametrize("fact", errata(), ids=lambda fact: fact["id"])
def test_an_erratum_says_what_is_printed_what_is_right_and_why(fact: dict) -> None:
    text = "\n".join(entry(fact, set()))
    assert fact["erratum"]["printed"] != fact["erratum"]["correct"]
    assert text.count("$") % 2 == 0
    for part in (fact["erratum"]["printed"], fact["erratum"]["correct"], fact["note"]):
        assert part in text
