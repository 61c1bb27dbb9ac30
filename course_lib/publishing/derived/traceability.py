"""Writes the traceability page: objective, section, equations, tests, exercises, source lines.

The page is derived from the front matter of the chapters, from the tests that equations are
bound to, from the exercises and from ``book/_data/ranges.yaml``. A gap is an error.
"""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from course_lib.checks import registry
from course_lib.publishing.derived.data import RESTORE, NoDataError, read
from course_lib.publishing.derived.errata import NAMES, finished_chapters
from course_lib.publishing.derived.questions import questions

RANGES = Path("book/_data/ranges.yaml")
BINDINGS = Path("book/_data/equations.json")
TESTS = Path("tests/equations")
EQUATION_LABEL = re.compile(r"^\s*:label:\s*(\S+)|\$\$\s*\(([^()\s]+)\)\s*$", re.MULTILINE)
OBJECTIVE = re.compile(r"^- \*\*(o\d+)\*\* (.+(?:\n  .+)*)", re.MULTILINE)
ROLE = re.compile(r"\{\w+\}`([^`<]*?)(?:\s*<[^>`]*>)?`")
INTRODUCTION = """\
---
myst:
  html_meta:
    description: Which section, equation, test and exercise serves each objective.
---

<!-- Derived by course_lib/publishing/derived/traceability.py. Do not edit. -->

# Traceability

Three questions, three tables. *What do I learn where, and what do I practice?* stands first,
chapter by chapter. *How do we know that a
formula is right?* is folded below each table: every numbered equation with what its test says.
*Where in the book is a line of one of
the five texts?* stands [at the end](#by-text). The page cannot be made where something is missing.
"""


class GapError(ValueError):
    """An objective, an equation or a source line that nothing serves."""


def traceability_page(root: Path) -> str:
    """
    Compose the traceability page.

    Parameters
    ----------
    root : Path
        Folder of the project.

    Returns
    -------
    str
        The page as MyST text.

    Raises
    ------
    GapError
        If an objective, an equation or a source line of a finished chapter is not served.
    """
    finished = finished_chapters(root)
    unserved = [gap for name in (*finished, "references") for gap in gaps(root, name)]
    if unserved:
        raise GapError("\n".join(unserved))
    blocks = [INTRODUCTION]
    for name in finished:
        blocks += ["", f"## {title(root, name)}", "", *objectives_table(root, name)]
        blocks += ["", ":::{dropdown} The equations, and what their tests say"]
        blocks += [*equations_table(root, name), ":::"]
    blocks += ["", "(by-text)=", "## By text and line", "", *texts_table(root, finished)]
    return "\n".join(blocks) + "\n"


def title(root: Path, name: str) -> str:
    """Return the title of a page of the book."""
    text = read(root, f"book/{name}.md")
    found = re.search(r"^# (.+)$", text, flags=re.MULTILINE)
    if found is None:
        raise GapError(f"book/{name}.md has no title: write a line that starts with '# '")
    return found[1]


def front_matter(root: Path, name: str) -> dict[str, Any]:
    """Read the front matter of a page of the book."""
    text = read(root, f"book/{name}.md")
    found = re.match(r"---\n(.*?)\n---\n", text, flags=re.DOTALL)
    return yaml.safe_load(found[1]) if found else {}


def objectives(root: Path, name: str) -> dict[str, str]:
    """Return the objectives of a chapter as its page has them in MyST, by id."""
    text = read(root, f"book/{name}.md")
    return {key: " ".join(words.split()) for key, words in OBJECTIVE.findall(text)}


def labels(root: Path, name: str) -> list[str]:
    """Return the labels of the equations of a page, in order."""
    text = read(root, f"book/{name}.md")
    return [label or short for label, short in EQUATION_LABEL.findall(text)]


def equation_tests(root: Path) -> dict[str, list[str]]:
    """Return the names of the tests that each equation is bound to, by label."""
    bound: dict[str, list[str]] = json.loads(read(root, BINDINGS))
    if not bound:
        raise NoDataError(f"{BINDINGS}: binds no equation to a test. {RESTORE}")
    return bound


def bindings(root: Path) -> str:
    """
    Find which test each equation is bound to.

    Parameters
    ----------
    root : Path
        Folder of the project.

    Returns
    -------
    str
        JSON: names of tests by label; where there are no tests, as it was found last.
    """
    if not (root / TESTS).is_dir():
        return read(root, BINDINGS)
    return json.dumps(marked_tests(root), indent=1, sort_keys=True) + "\n"


def marked_tests(root: Path) -> dict[str, list[str]]:
    """Return the names of the tests whose marker names an equation, by its label."""
    bound: dict[str, list[str]] = {}
    for path in sorted((root / TESTS).glob("test_*.py")):
        for test in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(test, ast.FunctionDef):
                for label in marked(test):
                    bound.setdefault(label, []).append(test.name)
    return bound


def marked(test: ast.FunctionDef) -> Iterator[str]:
    """Yield the labels that the decorators of a test name."""
    for decorator in test.decorator_list:
        for node in ast.walk(decorator):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.equation":
                yield from (argument.value for argument in node.args)  # type: ignore[attr-defined]


def gaps(root: Path, name: str) -> Iterator[str]:
    """Yield in words what a page owes and does not serve."""
    page, matter = f"book/{name}.md", front_matter(root, name)
    for document, first, last in owed_lines(root, name):
        missing = sorted(set(range(first, last + 1)) - served_lines(matter, document))
        if missing:
            yield (
                f"{page}: lines {first}-{last} of document {document} belong here, but "
                f"`sources:` does not name line {missing[0]}"
            )
    if name in registry.CHAPTERS:
        yield from (f"{page}: {gap}" for gap in objective_gaps(root, name, matter))


def objective_gaps(root: Path, name: str, matter: dict[str, Any]) -> Iterator[str]:
    """Yield in words which objectives and exercises of a chapter have no partner."""
    promised, served = objectives(root, name), matter.get("objectives", [])
    if not promised or set(promised) != {item["id"] for item in served}:
        yield f"objectives on the page ({', '.join(promised)}) and in the front matter differ"
    tested = set(labels(root, name)) & set(equation_tests(root))
    exercises = set(registry.names(name))
    for item in served:
        if not item["equations"] and not item["exercises"]:
            yield f"objective {item['id']} has neither an equation nor an exercise"
        for label in set(item["equations"]) - tested:
            yield f"objective {item['id']}: no equation {label} with a test in this chapter"
        for exercise in set(item["exercises"]) - exercises:
            yield f"objective {item['id']}: no exercise {exercise} in this chapter"
    for exercise in exercises - {name for item in served for name in item["exercises"]}:
        yield f"exercise {exercise} serves no objective"
    yield from question_gaps(root, name, served)


def question_gaps(root: Path, name: str, served: list[dict[str, Any]]) -> Iterator[str]:
    """Yield which quizzes serve no objective, and which objectives nothing practices."""
    asked = questions(read(root, f"book/{name}.md"))
    known = [item["id"] for item in served]
    for each in asked:
        if not each.serves:
            yield f"question {each.number} serves no objective: write `:serves: o1` below it"
        for key in set(each.serves) - set(known):
            yield f"question {each.number}: no objective {key}; there are {', '.join(known)}"
    practiced = {key for each in asked for key in each.serves}
    for item in served:
        if not item["exercises"] and item["id"] not in practiced:
            yield f"objective {item['id']} has neither an exercise nor a question"


def owed_lines(root: Path, name: str) -> Iterator[tuple[str, int, int]]:
    """Yield document, first and last line of what a page must serve."""
    for document, rows in yaml.safe_load(read(root, RANGES)).items():
        for first, last, *pages in rows:
            if name in pages:
                yield document, first, last


def served_lines(matter: dict[str, Any], document: str) -> set[int]:
    """Return the lines of a document that the front matter names."""
    served: set[int] = set()
    for text in matter.get("sources", ()):
        number, _, lines = text.partition(":")
        first, _, last = lines.partition("-")
        if number == document:
            served.update(range(int(first), int(last or first) + 1))
    return served


def objectives_table(root: Path, name: str) -> Iterator[str]:
    """Yield the lines of the table of one chapter."""
    wording = objectives(root, name)
    asked = questions(read(root, f"book/{name}.md"))
    yield "| you learn to | where | practice |"
    yield "|---|---|---|"
    for item in front_matter(root, name)["objectives"]:
        practice = [f"`{exercise}`" for exercise in item["exercises"]]
        practice += [f"question {each.number}" for each in asked if item["id"] in each.serves]
        words = ROLE.sub(r"\1", wording[item["id"]]).replace("|", "\\|")
        yield f"| {words} | {{ref}}`{item['section']}` | {', '.join(practice)} |"


def equations_table(root: Path, name: str) -> Iterator[str]:
    """Yield the equations that serve the objectives of a chapter, each with its tests."""
    tests = equation_tests(root)
    yield "| equation | label | its test says |"
    yield "|---|---|---|"
    told: set[str] = set()
    for item in front_matter(root, name)["objectives"]:
        for label in item["equations"]:
            if label not in told:
                said = "; ".join(map(in_words, tests[label]))
                yield f"| {{eq}}`{label}` | `{label}` | {said} |"
            told.add(label)


def texts_table(root: Path, finished: list[str]) -> Iterator[str]:
    """Yield which lines of the five texts are served by which pages, in the order of the lines."""
    rows = []
    for name in (*finished, "references"):
        for text in front_matter(root, name).get("sources", ()):
            document, _, lines = text.partition(":")
            first, _, last = lines.partition("-")
            rows.append((document, int(first), int(last or first), name))
    yield "| text | lines | page |"
    yield "|---|---:|---|"
    for document, first, last, name in sorted(rows):
        lines = str(first) if first == last else f"{first}-{last}"
        yield f"| {NAMES.get(document, document)} (`{document}`) | {lines} | {{doc}}`{name}` |"


def in_words(test: str) -> str:
    """Return the name of a test as a sentence."""
    return test.removeprefix("test_").replace("_", " ")
