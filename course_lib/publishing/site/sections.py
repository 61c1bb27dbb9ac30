"""The sections of the pages as plain data: what search looks through and the glossary links to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes

from course_lib.publishing.site.plain_text import of_node

GLOSSARY = "book/glossary"
# What is no prose: the code of a page, its questions, tables of contents; a glossary has entries.
_SKIPPED = (
    nodes.literal_block, nodes.raw, nodes.comment, addnodes.toctree, addnodes.glossary,
)  # fmt: skip


LATER = (
    "what you will", "common mistakes", "check yourself", "exercise", "summary", "sources",
)  # fmt: skip
"""How sections begin that only tell again, or announce, what others tell."""


@dataclass
class Section:
    """A section without those below it, or an entry of the glossary."""

    page: str
    anchor: str
    title: str
    text: str = ""
    labels: list[str] = field(default_factory=list)
    """Labels of its equations."""
    terms: set[str] = field(default_factory=set)
    """Terms of the glossary that it links to, in small letters."""
    stressed: set[str] = field(default_factory=set)
    """Words in bold or italics, in small letters."""


def sections(doctree: nodes.document, page: str) -> list[Section]:
    """
    List the sections of a page in order.

    Parameters
    ----------
    doctree : docutils.nodes.document
        The page as it was read.
    page : str
        Its name, such as ``book/relu``.

    Returns
    -------
    list of Section
        The first is the page itself, with an empty anchor.
    """
    found: list[Section] = []
    for node in doctree.findall(nodes.section):
        found.append(_section(node, page, first=not found))
    for entry in doctree.findall(nodes.definition_list_item):
        found += _entries(entry, page)
    return found


def _section(node: nodes.section, page: str, *, first: bool) -> Section:
    """Read one section."""
    title = next(iter(node.findall(nodes.title)), nodes.title())
    found = Section(page, "" if first else node["ids"][0], of_node(title))
    texts = []
    for child in node.children:
        if not isinstance(child, nodes.section | nodes.title):
            texts.append(" ".join(_prose(child, found)))
    found.text = " ".join(" ".join(texts).split())
    return found


def _prose(node: nodes.Node, section: Section) -> Iterator[str]:
    """Yield the words below a node, without code, and note what is special about them."""
    if isinstance(node, _SKIPPED) or _has_class(node, "cell") or _has_class(node, "quiz"):
        # The caption of a figure that a cell draws is prose.
        for caption in node.findall(nodes.caption):
            yield of_node(caption)
        return
    if isinstance(node, nodes.math_block) and node.get("label"):
        section.labels.append(node["label"])
    if isinstance(node, nodes.TextElement | nodes.math_block):
        _note(node, section)
        yield of_node(node)
        return
    for child in node.children:
        yield from _prose(child, section)


def _has_class(node: nodes.Node, name: str) -> bool:
    return isinstance(node, nodes.Element) and name in node.get("classes", ())


def _note(node: nodes.Node, section: Section) -> None:
    """Note the terms and the stressed words of a paragraph."""
    for link in node.findall(addnodes.pending_xref):
        if link.get("reftype") == "term":
            section.terms.add(str(link["reftarget"]).lower())
    for part in node.findall():
        if isinstance(part, nodes.emphasis | nodes.strong):
            section.stressed.add(part.astext().lower())


def _entries(entry: nodes.Element, page: str) -> Iterator[Section]:
    """Yield an entry of the glossary."""
    for term in entry.findall(nodes.term):
        if term.get("ids"):
            words = [child for child in entry.children if isinstance(child, nodes.definition)]
            text = " ".join(of_node(part) for part in words)
            yield Section(page, term["ids"][0], of_node(term), text)


def home(term: str, chapters: dict[str, list[Section]]) -> Section | None:
    """
    Find the section that introduces a term.

    Parameters
    ----------
    term : str
        As the glossary has it.
    chapters : dict
        The sections of each chapter, in the order of the course.

    Returns
    -------
    Section or None
        The first one that links to its entry; else the first whose heading is about it, that
        stresses it, or that names it most often. None if none names it.
    """
    word = term.lower()
    every = [section for listed in chapters.values() for section in listed]
    told = [section for section in every if not section.title.lower().startswith(LATER)] or every
    for suits in (
        lambda section: word in section.terms,
        lambda section: section.anchor and _count(word, section.title),
        lambda section: section.stressed & {word, f"{word}s"},
    ):
        if found := next(filter(suits, told), None):
            return found
    named = [section for section in every if _count(word, section.text)]
    return max(named, key=lambda section: _count(word, section.text), default=None)


def _count(word: str, text: str) -> int:
    """Count a word in a text, also in the plural."""
    return f" {_spaced(text)}".count(f" {_spaced(word)}")


def _spaced(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def numbered(env: Any, page: str, title: str) -> str:
    """Write the title of a page with the number of its chapter, if it has one."""
    numbers = env.toc_secnumbers.get(page, {}).get("", ())
    return f"{'.'.join(map(str, numbers))}. {title}" if numbers else title


def is_chapter(env: Any, page: str) -> bool:
    """Tell whether a page is one of the numbered chapters."""
    return bool(env.toc_secnumbers.get(page, {}).get(""))


def chapters(env: Any) -> dict[str, list[Section]]:
    """Return the sections of each chapter, in the order of the course."""
    found = {page: env.toc_secnumbers[page][""] for page in env.found_docs if is_chapter(env, page)}
    return {
        page: sections(env.get_doctree(page), page)
        for page in sorted(found, key=lambda page: tuple(found[page]))
    }


def stem(page: str) -> str:
    """Return the name of a page without its folder."""
    return Path(page).name
