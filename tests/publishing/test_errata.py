"""The errata page equals what the facts say, and every erratum can be linked to."""

from pathlib import Path

import pytest

from course_lib.publishing.derived.errata import (
    FACTS,
    Place,
    chapters_in_book,
    entry,
    errata_page,
    links,
    read_documents,
)

from .copies import ROOT, copied, replace_in


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the book, which holds the facts."""
    return copied(tmp_path, "book", "_toc.yml")


def errata() -> list[dict]:
    facts = [fact for facts in read_documents(ROOT).values() for fact in facts]
    return [fact for fact in facts if fact["status"] == "erratum"]


def test_every_erratum_has_one_target_of_links() -> None:
    page = errata_page(ROOT)
    for fact in errata():
        assert page.count(f"({fact['id']})=\n") == 1


def test_the_page_counts_all_facts_by_status(project: Path) -> None:
    statuses = [f["status"] for fs in read_documents(ROOT).values() for f in fs]
    counts = [statuses.count(status) for status in ("agrees", "rounding", "erratum")]
    row = " | ".join(map(str, [*counts, len(statuses)]))
    assert f"| all | {row} |" in errata_page(project)


def test_only_pages_of_the_table_of_contents_are_chapters(project: Path) -> None:
    assert {"relu", "glossary"} <= chapters_in_book(project)
    replace_in(project / "_toc.yml", "      - file: book/relu\n", "")
    assert "relu" not in chapters_in_book(project)


def test_an_erratum_is_linked_to_the_sections_that_speak_of_it() -> None:
    cell = "```{code-cell} python\n## A comment\n```"
    text = (
        f"# T\n\n(a)=\n## A\n{cell}\n[x](#one) [y](#two)\n(b)=\n### B\n[z](#one)\n## C\n[z](#two)"
    )
    a, b, c = Place("relu", "a"), Place("relu", "b"), Place("relu", "")
    assert list(links("relu", text)) == [(a, "one"), (a, "two"), (b, "one"), (c, "two")]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("(#activation-problem-tanh-derivative)", "(#relu)", "no section speaks of the erratum"),
        ("(relu-sources)=\n", "", "the section that links to .* has no label"),
    ],
)
def test_an_erratum_without_a_place_is_found(
    project: Path, old: str, new: str, complaint: str
) -> None:
    replace_in(project / "book" / "relu.md", old, new)
    with pytest.raises(ValueError, match=rf"book/relu\.md: {complaint}"):
        errata_page(project)


def test_a_changed_fact_changes_the_page(project: Path) -> None:
    before = errata_page(project)
    facts = project / FACTS / "document_003.yaml"
    replace_in(facts, "printed: a loss of 1.447", "printed: 1.448")
    assert errata_page(project) != before


@pytest.mark.parametrize("fact", errata(), ids=lambda fact: fact["id"])
def test_an_erratum_says_what_is_printed_what_is_right_and_why(fact: dict) -> None:
    text = "\n".join(entry(fact, [Place("relu", "relu-tanh")]))
    assert fact["erratum"]["printed"] != fact["erratum"]["correct"]
    assert text.count("$") % 2 == 0
    for part in (fact["erratum"]["printed"], fact["erratum"]["correct"], fact["note"]):
        assert part in text
