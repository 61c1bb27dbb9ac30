"""Writes the errata page of the book from the facts that the tests check.

The facts lie in ``book/_data/facts``, one file a document; every entry of the page is one
that a test has shown to be wrong. Every entry is linked to the sections that speak of it, found
by the links back: ``[words](#id)`` in a chapter. The page is derived: change the facts, never the
page.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from course_lib.checks import registry
from course_lib.publishing.derived import contents
from course_lib.publishing.derived.data import RESTORE, NoDataError, read

FACTS = Path("book/_data/facts")
NAMES = {
    "000": "Khan 2020",
    "001": "The lecture notes",
    "002": "Singh",
    "003": "Parameswaran",
    "004": "Khan 2019",
}
"""What the chapters call the documents; see the page *References*."""
LABELS = {
    "000": "khan-2020",
    "001": "lecture-notes",
    "002": "singh",
    "003": "parameswaran",
    "004": "khan-2019",
}
"""Where that page describes them."""
KINDS = {
    "C": ("claim", "a sentence, or a relation, says more than is true"),
    "M": ("arithmetic", "a number, a sign, a factor or a shape is wrong"),
    "I": ("inconsistency", "two places contradict each other"),
    "P": ("misprint", "the symbols came out wrong, and a neighboring line has them right"),
    "T": (
        "transcription",
        "a sign, a label or a line was probably lost or misread when slides, drawings or "
        "handwriting became the text that we have; the original may well be right",
    ),
}
"""By the letter in the facts: name and meaning, those that matter most to a reader first."""
STATUSES = {"agrees": "right", "rounding": "rounding", "erratum": "erratum"}
INTRODUCTION = """\
---
myst:
  html_meta:
    description: What the five texts behind this book print wrong, what is right, and how we know.
---

<!-- Derived from book/_data/facts by course_lib/publishing/derived/errata.py. Do not edit. -->

# Errata of the sources

You need this page if you read one of the five [texts behind this book](#the-five-documents) beside
it. They hold {facts} worked
numbers and claims. Each one was computed again, and a test repeats that at every change.

- **{agrees}** are right, to every printed digit.
- **{rounding}** are right in method, but their last digit comes from adding and multiplying
  numbers that were
  already rounded.
- **{erratum}** are wrong, unreadable, contradictory or too strong. They are listed here.

This is no reproach. Most slips are small, and each one is a chance to practice: *would you have
noticed?* Many are none of
the author's: we have the texts as plain text, and signs get lost on the way. Lines are those of
that text.

## How many
"""

HEADING = re.compile(r"^(?:\((?P<label>[\w-]+)\)=\n)?^##+ (?P<words>.+)$", re.MULTILINE)
LINK = re.compile(r"\]\(#([\w-]+)\)")
FENCE = re.compile(r"^```\{code-cell\}.*?^```$", re.MULTILINE | re.DOTALL)

Fact = dict[str, Any]


class Place(NamedTuple):
    """A section of a chapter, by the label above its heading."""

    chapter: str
    label: str


def errata_page(root: Path) -> str:
    """
    Compose the errata page.

    Parameters
    ----------
    root : Path
        Folder of the project.

    Returns
    -------
    str
        The page as MyST text, the same for the same facts and chapters.

    Raises
    ------
    ValueError
        If no chapter links to an erratum, or does so in a section without a label; or if there
        are no facts.
    """
    documents = read_documents(root)
    every = [fact for facts in documents.values() for fact in facts]
    places = places_by_target(root)
    blocks = [introduction(every), *totals(documents), "", "## Kinds", "", *kinds_table(every)]
    blocks += ["", *filter_of_kinds()]
    for document, facts in documents.items():
        name = NAMES.get(document, f"Document {document}")
        blocks += ["", f"(errata-{document})=", f"## {name} (`{document}`)"]
        if document in LABELS:
            blocks += ["", f"{{ref}}`About this text <{LABELS[document]}>`."]
        for kind, (words, _) in KINDS.items():
            errata = [f for f in facts if f["status"] == "erratum" and f["erratum"]["kind"] == kind]
            if errata:
                blocks += ["", f"### {name}: {words}"]
            for fact in sorted(errata, key=first_line):
                blocks += ["", *entry(fact, places.get(fact["id"], []))]
    return "\n".join(blocks) + "\n"


def read_documents(root: Path) -> dict[str, list[Fact]]:
    """
    Read the facts of every document.

    Parameters
    ----------
    root : Path
        Folder of the project.

    Returns
    -------
    dict
        Facts by the number of the document, in order.

    Raises
    ------
    NoDataError
        If there are no facts, of one document or at all.
    """
    documents = {}
    for path in sorted((root / FACTS).glob("document_*.yaml")):
        name = path.relative_to(root)
        content = yaml.safe_load(read(root, name))
        if not content.get("facts"):
            raise NoDataError(f"{name}: holds no facts. {RESTORE}")
        documents[content["document"]] = content["facts"]
    if not documents:
        raise NoDataError(f"{FACTS}: holds no document_*.yaml. {RESTORE}")
    return documents


def chapters_in_book(root: Path) -> set[str]:
    """
    Name the pages that the table of contents lists.

    Parameters
    ----------
    root : Path
        Folder of the project.

    Returns
    -------
    set of str
        Names of pages in the folder ``book``, without their ending.
    """
    return {Path(name).stem for name in contents.files(root)}


def finished_chapters(root: Path) -> list[str]:
    """
    Name the chapters that the table of contents lists, in the order of the course.

    Parameters
    ----------
    root : Path
        Folder of the project.

    Returns
    -------
    list of str
        Their names.

    Raises
    ------
    NoDataError
        If it lists none.
    """
    listed = chapters_in_book(root)
    found = [name for name in registry.CHAPTERS if name in listed]
    if not found:
        raise NoDataError(f"_toc.yml: lists no chapter of the course. {RESTORE}")
    return found


def places_by_target(root: Path) -> dict[str, list[Place]]:
    """
    Find the sections of the chapters that link to each target.

    Parameters
    ----------
    root : Path
        Folder of the project.

    Returns
    -------
    dict
        Places by target, in the order of the book, each place once.
    """
    found: dict[str, list[Place]] = {}
    for chapter in finished_chapters(root):
        for place, target in links(chapter, read(root, f"book/{chapter}.md")):
            if place not in found.setdefault(target, []):
                found[target].append(place)
    return found


def links(chapter: str, text: str) -> Iterator[tuple[Place, str]]:
    """
    Find the links of a chapter to targets, each with the section it stands in.

    Parameters
    ----------
    chapter : str
        Name of the chapter.
    text : str
        The chapter in MyST.

    Yields
    ------
    tuple of Place and str
        The section, whose label is empty if it has none, and the target.
    """
    text = FENCE.sub("", text)
    headings = list(HEADING.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    for heading, end in zip(headings, ends, strict=True):
        place = Place(chapter, heading["label"] or "")
        yield from ((place, target) for target in LINK.findall(text, heading.end(), end))


def introduction(facts: Iterable[Fact]) -> str:
    """
    Compose what stands before the totals.

    Parameters
    ----------
    facts : iterable of dict
        All facts.

    Returns
    -------
    str
        Title and introduction.
    """
    facts = list(facts)
    counts: dict[str, int] = Counter(fact["status"] for fact in facts)
    text = INTRODUCTION
    for name, count in {"facts": len(facts), **counts}.items():
        text = text.replace(f"{{{name}}}", str(count))
    return text


def kinds_table(facts: Iterable[Fact]) -> Iterator[str]:
    """
    Compose the table of kinds.

    Parameters
    ----------
    facts : iterable of dict
        All facts.

    Yields
    ------
    str
        One line of the table.
    """
    counts = Counter(fact["erratum"]["kind"] for fact in facts if "erratum" in fact)
    yield "| kind | what it means | found |"
    yield "|---|---|---:|"
    for kind, (name, meaning) in KINDS.items():
        yield f"| {name} | {meaning} | {counts[kind]} |"


def filter_of_kinds() -> Iterator[str]:
    """
    Compose where the script of the site puts its buttons; without it, nothing is there.

    Yields
    ------
    str
        One line of HTML, in its fence.
    """
    kinds = json.dumps([name for name, _ in KINDS.values()])
    yield "```{raw} html"
    yield (
        f'<div class="errata-filter" role="group" aria-label="Which errata are shown" '
        f"data-errata-filter='{kinds}'></div>"
    )
    yield "```"


def totals(documents: dict[str, list[Fact]]) -> Iterator[str]:
    """
    Compose the table of facts by document and status.

    Parameters
    ----------
    documents : dict
        Facts by document.

    Yields
    ------
    str
        One line of the table.
    """
    yield f"| text | {' | '.join(STATUSES.values())} | all |"
    yield "|---|" + "---:|" * (len(STATUSES) + 1)
    every: list[Fact] = []
    for document, facts in documents.items():
        every += facts
        name = NAMES.get(document, f"Document {document}")
        yield _row(f"[{name}](#errata-{document})", facts)
    yield _row("all", every)


def _row(name: str, facts: list[Fact]) -> str:
    """Compose one row of the totals."""
    counts = Counter(fact["status"] for fact in facts)
    cells = [name, *(str(counts[status]) for status in STATUSES), str(len(facts))]
    return f"| {' | '.join(cells)} |"


def first_line(fact: Fact) -> int:
    """
    Find the first line of the document that a fact is about.

    Parameters
    ----------
    fact : dict
        The fact; its ``lines`` start with a number.

    Returns
    -------
    int
        That number.
    """
    digits = "".join(c if c.isdigit() else " " for c in str(fact["lines"]))
    return int(digits.split()[0])


def entry(fact: Fact, places: Iterable[Place]) -> Iterator[str]:
    """
    Compose one erratum.

    Parameters
    ----------
    fact : dict
        The fact, with its ``erratum``.
    places : iterable of Place
        The sections that speak of it.

    Yields
    ------
    str
        One line; the first is the target of links, ``(id)=``.

    Raises
    ------
    ValueError
        If no section speaks of it, or one that does has no label.
    """
    erratum, lines = fact["erratum"], str(fact["lines"])
    word = "line" if lines.isdigit() else "lines"
    kind = KINDS[erratum["kind"]][0]
    yield f"({fact['id']})="
    yield ":::{card}"
    yield f":class-card: erratum erratum-{kind}"
    yield f"**{fact['where']}** · {word} {lines} · *{kind}*"
    yield ""
    yield f"**Printed:** {erratum['printed']}\\"
    yield f"**Correct:** {erratum['correct']}"
    yield ""
    yield fact["note"]
    yield ""
    yield f"**In the book:** {_linked(fact, list(places))}"
    yield ":::"


def _linked(fact: Fact, places: list[Place]) -> str:
    """Write the links to the sections that speak of an erratum."""
    if not places and fact["erratum"].get("aside"):
        return f"{{doc}}`{fact['chapter']}`"
    if not places:
        raise ValueError(
            f"book/{fact['chapter']}.md: no section speaks of the erratum {fact['id']}. "
            f"Write [words](#{fact['id']}) where it belongs."
        )
    for place in places:
        if not place.label:
            raise ValueError(
                f"book/{place.chapter}.md: the section that links to {fact['id']} has no label. "
                "Write (a-label)= on the line above its heading."
            )
    return " · ".join(f"{{doc}}`{chapter}`, {{ref}}`{label}`" for chapter, label in places)
