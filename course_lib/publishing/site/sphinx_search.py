"""Search that leads to sections, and a glossary that leads to the chapters.

Sphinx's own search finds pages. ``book/_static/search.js`` goes on from there, with what is
written here beside Sphinx's index: the sections of each page as plain text, what is searched in
place of what (``book/_data/search.yaml``), and where each term of the glossary is introduced. The
same places are written into the glossary.
"""

import json
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx.application import Sphinx

from course_lib.publishing.site import sections as parts
from course_lib.publishing.site.sections import GLOSSARY, Section

SYNONYMS = Path("book/_data/search.yaml")
INDEX = "search_sections.js"
# What a place counts by the page it is on: chapters first. Others are as good as a guide.
WEIGHTS = {
    "glossary": 0.5, "notation": 0.6, "formula_sheet": 0.6, "references": 0.5,
    "errata": 0.2, "traceability": 0.15, "grader_accuracy": 0.15,
}  # fmt: skip
GUIDE = 0.4
NO_PAGES = ("genindex", "search")


def homes(env: Any) -> dict[str, Section]:
    """Return where each term of the glossary is introduced."""
    if GLOSSARY not in env.found_docs:
        return {}
    listed = parts.chapters(env)
    entries = [
        s
        for s in parts.sections(env.get_doctree(GLOSSARY), GLOSSARY)
        if s.anchor.startswith("term-")
    ]
    found = {entry.title: parts.home(entry.title, listed) for entry in entries}
    return {term: section for term, section in found.items() if section is not None}


def write_index(app: Sphinx, error: Exception | None) -> None:
    """Write the sections beside Sphinx's index of pages."""
    if error or app.builder.format != "html":
        return
    env, rows = app.env, []
    for page in sorted(env.found_docs):
        title = parts.numbered(env, page, env.titles[page].astext())
        for section in parts.sections(env.get_doctree(page), page):
            rows.append([page, title, section.title, section.anchor, section.text, section.labels])
    content = {
        "sections": rows,
        "weights": {page: weight(env, page) for page in env.found_docs},
        "synonyms": synonyms(Path(app.srcdir)),
        "later": parts.LATER,
        "homes": {term.lower(): [s.page, s.anchor] for term, s in homes(env).items()},
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("</", "<\\/")  # never the end of a script
    Path(app.outdir, "_static", INDEX).write_text(f"var courseSearch = {text};\n", "utf-8")


def weight(env: Any, page: str) -> float:
    """Return what a find on a page counts."""
    return 1.0 if parts.is_chapter(env, page) else WEIGHTS.get(parts.stem(page), GUIDE)


def synonyms(root: Path) -> dict[str, list[str]]:
    """Read what is also looked for, by what was asked for."""
    path = root / SYNONYMS
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}


def add_scripts(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Load the scripts of the search where it is shown: after Sphinx's own, before it starts."""
    if name == "search":
        app.add_js_file(INDEX, loading_method="defer")
        app.add_js_file("search.js", loading_method="defer")


def write_glossary_again(app: Sphinx, env: Any) -> list[str]:
    """Write the glossary in each build: a chapter may have changed."""
    return [GLOSSARY] if GLOSSARY in env.found_docs else []


def link_terms(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """End each entry of the glossary with the section that introduces it."""
    if name != GLOSSARY:
        return
    found = homes(app.env)
    for entry in doctree.findall(nodes.definition_list_item):
        terms = [term.astext() for term in entry.findall(nodes.term)]
        section = next((found[term] for term in terms if term in found), None)
        definition = next(iter(entry.findall(nodes.definition)), None)
        if section is None or definition is None:
            continue  # a word from outside, such as deep learning
        definition += nodes.paragraph("", "", *_link(app, section), classes=["term-home"])


def _link(app: Sphinx, section: Section) -> list[nodes.Node]:
    """Write a link to a section of a chapter."""
    title = parts.numbered(app.env, section.page, app.env.titles[section.page].astext())
    words = f"{title}: {section.title}" if section.anchor else title
    address = app.builder.get_relative_uri(GLOSSARY, section.page)
    if section.anchor:
        address += f"#{section.anchor}"
    return [nodes.reference("", words, refuri=address, internal=True)]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register what is done at which step of the build."""
    app.connect("env-updated", write_glossary_again)
    app.connect("doctree-resolved", link_terms)
    app.connect("html-page-context", add_scripts)
    app.connect("build-finished", write_index)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
