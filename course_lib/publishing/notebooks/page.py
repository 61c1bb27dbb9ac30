"""A chapter of the book as a notebook to download: what a reader sees, ready to run."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import jupytext
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course_lib.publishing.site.sphinx_source import source

_FENCE = re.compile(r"^(?P<fence>:{3,}|`{3,})\{(?P<name>[\w-]+)\}[ \t]*(?P<title>.*)$")
_OPTION = re.compile(r"^:[\w-]+:.*$")
_ROLES = (
    (re.compile(r"\{(?:ref|doc|term|numref)\}`([^`<]+?)\s*<[^>`]+>`"), r"\1"),
    (re.compile(r"\{eq\}`([^`]+)`"), r"(\1)"),
    (re.compile(r"\{numref\}`[^`]+`"), "the figure"),
    (re.compile(r"\{doc\}`(?:\.?/?)([^`]+)`"), r"*\1*"),
    (re.compile(r"\{[a-z:]+\}`([^`]+)`"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\((?:#|[\w./]+\.md)[^)]*\)"), r"\1"),
    (re.compile(r"^\([\w-]+\)=\n", re.MULTILINE), ""),
)
_FIRST = """\
This is a chapter of the book as a notebook. Put it into the folder with your notebooks of the
exercises: the cell below takes from there what you have solved, and says what is still missing."""
_BRING = """\
from course_lib.checks.solved import use_my_functions

use_my_functions()"""


def page_notebook(path: Path) -> NotebookNode:
    """
    Turn a chapter into a notebook.

    Parameters
    ----------
    path : Path
        The page, in MyST.

    Returns
    -------
    NotebookNode
        Its text in plain Markdown and its visible cells, without outputs. Cells tagged
        ``remove-cell``, quizzes and exercises of the page are not in it.
    """
    page = jupytext.read(path, fmt="md:myst")
    cells = [cell for cell in page.cells if "remove-cell" not in cell.metadata.get("tags", [])]
    for number, cell in enumerate(cells):
        if cell.cell_type == "markdown":
            cell.source = plain_markdown(cell.source)
        cell.metadata = {}
        cell.id = f"cell-{number}"
    cells = [cell for cell in cells if cell.source.strip()]
    cells[1:1] = [new_markdown_cell(_FIRST, id="how"), new_code_cell(_BRING, id="bring")]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def plain_markdown(text: str) -> str:
    r"""
    Write MyST as Markdown that Jupyter shows: directives and roles become what it knows.

    Parameters
    ----------
    text : str
        MyST text of one cell.

    Returns
    -------
    str
        The text with formulas between dollars, folds as ``details``, and roles as their words.

    Examples
    --------
    >>> plain_markdown("```{math}\n:label: bce\nJ = 0\n```\nSee {eq}`bce`.")
    '$$\nJ = 0 \\qquad \\text{(bce)}\n$$\nSee (bce).'
    """
    plain = "\n".join(_lines(text.splitlines()))
    for pattern, words in _ROLES:
        plain = pattern.sub(words, plain)
    return plain


def _lines(lines: list[str]) -> Iterator[str]:
    """Yield the lines of a text, its directives rewritten."""
    rest = iter(lines)
    for line in rest:
        match = _FENCE.match(line)
        if match is None:
            yield line
            continue
        content = []
        for inner in rest:
            if inner.rstrip() == match["fence"]:
                break
            content.append(inner)
        options = [inner for inner in content[: _options(content)] if _OPTION.match(inner)]
        body = content[_options(content) :]
        write = _WRITERS.get(match["name"], _as_block)
        yield from write(match["title"], options, body)


def _options(content: list[str]) -> int:
    """Return how many lines of options a directive begins with."""
    return next((n for n, line in enumerate(content) if not _OPTION.match(line)), len(content))


def _as_block(title: str, options: list[str], body: list[str]) -> Iterator[str]:
    """Write a box as its title in bold and its content."""
    if title:
        yield f"**{title}**"
        yield ""
    yield from _lines(body)


def _as_fold(title: str, options: list[str], body: list[str]) -> Iterator[str]:
    """Write a fold."""
    yield f"<details><summary>{title}</summary>"
    yield ""
    yield from _lines(body)
    yield ""
    yield "</details>"


def _as_formula(title: str, options: list[str], body: list[str]) -> Iterator[str]:
    """Write a formula, with its label behind it."""
    label = next((o.split(":")[2].strip() for o in options if o.startswith(":label:")), "")
    formula = "\n".join(body).strip()
    yield "$$"
    yield formula + (rf" \qquad \text{{({label})}}" if label else "")
    yield "$$"


def _as_question(title: str, options: list[str], body: list[str]) -> Iterator[str]:
    """Write a question to predict."""
    yield f"**Predict, then run the cells below.** {title}"
    yield ""
    yield from _lines(body)


def _as_code(title: str, options: list[str], body: list[str]) -> Iterator[str]:
    """Write code of the library that is only read."""
    yield "```python"
    yield source(title)
    yield "```"


def _as_nothing(title: str, options: list[str], body: list[str]) -> Iterator[str]:
    """Leave a directive out."""
    yield from ()


_WRITERS: dict[str, Callable[[str, list[str], list[str]], Iterator[str]]] = {
    "dropdown": _as_fold,
    "interactive": _as_nothing,
    "live": _as_nothing,
    "math": _as_formula,
    "predict": _as_question,
    "quiz": _as_nothing,
    "revealed": _as_nothing,
    "source": _as_code,
}
