"""What the front page shows: its picture, and the map of the chapters.

The map is written as::

    :::{course-map}
    binary_classification: {needs: [], text: One neuron.}
    :::

in the order of the course. How long a chapter takes is counted from its text; what its notebook
says of itself is quoted.
"""

import re
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from course_lib._chapters import TITLES
from course_lib.publishing.site.picture import panels
from course_lib.publishing.site.raw import raw_html

WORDS_A_MINUTE = 100
MINUTES_A_LOOK = 0.5
"""For a formula or a figure."""
_NO_TEXT = re.compile(r"\A---\n.*?\n---\n|^```\{code-cell\}.*?^```$", re.DOTALL | re.MULTILINE)
_FORMULA = re.compile(r"^\s*```\{math\}|^\$\$$.*?^\$\$$", re.DOTALL | re.MULTILINE)
_FIGURE = re.compile(r"^\s+figure:|```\{figure\}", re.MULTILINE)
_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_TIME = re.compile(r"\*\*What you need\.\*\*.*?about ([^.;]+)\.")


class FrontPicture(SphinxDirective):
    """The picture, drawn when the page is read."""

    def run(self) -> list[nodes.Node]:
        """Return it as HTML."""
        return [raw_html(f'<div class="front-picture">{"".join(panels())}</div>')]


class CourseMap(SphinxDirective):
    """The chapters as cards: number, title, what for, what it needs, how long."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return one card a chapter."""
        told = yaml.safe_load("\n".join(self.content)) or {}
        if list(told) != list(TITLES):
            raise self.error(f"course-map: not the chapters of the course in order, {list(TITLES)}")
        cards = nodes.container(classes=["course-map"])
        for number, (name, about) in enumerate(told.items(), start=1):
            unknown = [other for other in about["needs"] if other not in list(TITLES)[: number - 1]]
            if unknown:
                raise self.error(f"course-map: {name} needs {unknown[0]}, which is no earlier one")
            cards += self._card(name, about)
        return [cards]

    def _card(self, name: str, about: dict[str, Any]) -> nodes.Node:
        """Write the card of one chapter."""
        root = Path(self.env.srcdir)
        text = self._text(root, name)
        title = chapter_link(name, text, self.env.docname)
        needed = [str(list(TITLES).index(other) + 1) for other in about["needs"]]
        before = f"After {listed(needed)}." if needed else "Start here."
        lines = [before, f"Reading: about {reading_time(text)} minutes."]
        if time := self._notebook(root, name):
            lines.append(f"Notebook: about {time}.")
        return nodes.container(
            "",
            nodes.paragraph("", "", title, classes=["map-title"]),
            nodes.paragraph("", "", *self.parse_inline(about["text"])[0]),
            nodes.paragraph("", " ".join(lines), classes=["map-needs"]),
            classes=["map-card"],
        )

    def _text(self, root: Path, name: str) -> str:
        """Read a chapter, on which the front page depends from now on."""
        path = root / "book" / f"{name}.md"
        self.env.note_dependency(str(path))
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    def _notebook(self, root: Path, name: str) -> str:
        """Return how long the notebook of a chapter takes, in its own words."""
        path = root / "solutions" / name / f"{name}.md"
        found = _TIME.search(path.read_text(encoding="utf-8")) if path.is_file() else None
        return found[1] if found else ""


def chapter_link(name: str, text: str, page: str) -> addnodes.pending_xref:
    """
    Link to a chapter by its number and title.

    Parameters
    ----------
    name : str
        The chapter.
    text : str
        Its page in MyST; the title of the course stands in for one without a heading.
    page : str
        Name of the page that the link stands on.

    Returns
    -------
    addnodes.pending_xref
        Sphinx resolves it.
    """
    heading = _HEADING.search(text)
    number, title = list(TITLES).index(name) + 1, heading[1] if heading else TITLES[name]
    return addnodes.pending_xref(
        "", nodes.inline("", f"{number}. {title}"), refdomain="std", reftype="doc",
        reftarget=f"/book/{name}", refexplicit=True, refdoc=page, refwarn=True,
    )  # fmt: skip


def reading_time(text: str) -> int:
    """
    Estimate the minutes that a chapter takes.

    Parameters
    ----------
    text : str
        The chapter in MyST.

    Returns
    -------
    int
        Rounded to five minutes, at least five.
    """
    looks = len(_FORMULA.findall(text)) + len(_FIGURE.findall(text))
    words = len(re.findall(r"[A-Za-z]{2,}", _FORMULA.sub(" ", _NO_TEXT.sub(" ", text))))
    return max(5, 5 * round((words / WORDS_A_MINUTE + MINUTES_A_LOOK * looks) / 5))


def listed(numbers: list[str]) -> str:
    """
    Write numbers in a sentence.

    Examples
    --------
    >>> listed(["1", "2", "4"])
    'chapters 1, 2 and 4'
    """
    if len(numbers) == 1:
        return f"chapter {numbers[0]}"
    return f"chapters {', '.join(numbers[:-1])} and {numbers[-1]}"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directives."""
    app.add_directive("front-picture", FrontPicture)
    app.add_directive("course-map", CourseMap)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
