"""The `live` directive: an exercise of the assignment that is written and checked in the page.

A chapter writes::

    ```{live} relu
    ```

or, for all exercises of its notebook but the one by hand, which needs the reader's id::

    ```{live} *
    ```

Stub, title and what stands before it are read from ``exercises/NAME/NAME.ipynb`` by grade_id, so
nothing exists twice. The chapter is the page's own, or the option ``:chapter:``. Without script,
from a file and on paper the stub is code like any other.
"""

import ast
import hashlib
import html
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import nbformat
from docutils import nodes
from docutils.parsers.rst import directives
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from course_lib.publishing.notebooks.places import student_path
from course_lib.publishing.site.raw import data_script, raw_html

ALL = "*"
_BY_HAND = re.compile(r"my_numbers\(\"(\w+)\"")
_HEADING = re.compile(r"^#+ (?:[\d.]+ )?(.*?)(?: \(\d+ points?\))?$", re.MULTILINE)
_SECTION = """\
<section class="live" id="live-{name}" data-name="{name}" aria-labelledby="live-{name}-title">
<p class="live-title" id="live-{name}-title"><code>{name}</code> {title}</p>
<div class="live-code"><pre class="highlight" tabindex="0">{code}</pre></div>
<p class="live-elsewhere">{elsewhere}
<span class="live-here">Where this page comes from a server and may run scripts, you can write and
check it right here.</span></p>
</section>
"""
_ELSEWHERE = "Write it in the notebook <code>{}.ipynb</code> of the assignment."


@dataclass(frozen=True)
class Exercise:
    """An exercise as its notebook has it."""

    name: str
    title: str
    stub: str

    @property
    def digest(self) -> str:
        """Say which stub it is: code that was written for another one is not shown."""
        return hashlib.sha256(self.stub.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Chapter:
    """What the pages need of a student notebook."""

    name: str
    given: str
    """Functions that the notebook's first cell gives."""
    exercises: tuple[Exercise, ...]

    @property
    def script(self) -> str:
        """Write what the page's script needs."""
        exercises = [{**asdict(exercise), "digest": exercise.digest} for exercise in self.exercises]
        data = {"chapter": self.name, "given": self.given, "exercises": exercises}
        return data_script("live-data", data)


def read_chapter(path: Path) -> Chapter:
    """Read the exercises of a student notebook, without those that need the student's id."""
    cells = nbformat.read(path, as_version=4).cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    by_hand = set(_BY_HAND.findall("\n".join(cell.source for cell in code)))
    exercises, title = [], ""
    for cell in cells:
        if cell.cell_type == "markdown":
            title = (_HEADING.findall(cell.source) or [title])[-1]
        elif is_answer(cell) and cell.metadata.nbgrader.grade_id not in by_hand:
            exercises.append(Exercise(cell.metadata.nbgrader.grade_id, title, cell.source))
    return Chapter(path.stem, functions(code[0].source), tuple(exercises))


def is_answer(cell: Any) -> bool:
    """Tell whether a cell is one in which a student writes code."""
    return cell.cell_type == "code" and bool(cell.metadata.get("nbgrader", {}).get("solution"))


def functions(source: str) -> str:
    """Return the functions and classes of a cell; its imports are there anyway."""
    kept = (ast.FunctionDef, ast.ClassDef)
    found = [node for node in ast.parse(source).body if isinstance(node, kept)]
    return "\n\n".join(str(ast.get_source_segment(source, node)) for node in found)


class Live(SphinxDirective):
    """One exercise, or all of a chapter."""

    required_arguments = 1
    option_spec = {"chapter": directives.unchanged_required}  # noqa: RUF012

    def run(self) -> list[nodes.Node]:
        """Return the exercises as HTML, below the data that they share."""
        wanted = self.arguments[0]
        chapter = self.chapter()
        known = [exercise.name for exercise in chapter.exercises]
        if wanted not in (ALL, *known):
            listed = ", ".join(known)
            raise self.error(f"live: {chapter.name} has no exercise {wanted!r}; it has {listed}.")
        shown = [each for each in chapter.exercises if wanted in (ALL, each.name)]
        written = self.env.temp_data.setdefault("live_chapters", set())
        text = "" if chapter.name in written else chapter.script
        written.add(chapter.name)
        text += "".join(section(exercise, chapter.name) for exercise in shown)
        self.env.metadata[self.env.docname]["live"] = "yes"
        return [raw_html(text)]

    def chapter(self) -> Chapter:
        """Read the notebook of the page's chapter."""
        name = self.options.get("chapter") or Path(self.env.docname).name
        path = student_path(name, Path(self.env.srcdir))
        if not path.is_file():
            place = path.relative_to(self.env.srcdir)
            raise self.error(f"live: there is no {place}. Name the chapter with :chapter:.")
        self.env.note_dependency(str(path))
        return read_chapter(path)


def section(exercise: Exercise, chapter: str) -> str:
    """Write one exercise as it is read without a script; `chapter` is "" if no notebook has it."""
    title, elsewhere = html.escape(exercise.title), _ELSEWHERE.format(chapter) if chapter else ""
    code = colored(exercise.stub)
    return _SECTION.format(name=exercise.name, title=title, code=code, elsewhere=elsewhere)


def colored(code: str) -> str:
    """Write code as HTML, its words in elements by kind."""
    return highlight(code, PythonLexer(), HtmlFormatter(nowrap=True)).rstrip("\n")


def add_files(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give script and style to the pages that need them."""
    if "live" in app.env.metadata.get(name, {}):
        app.add_js_file("live/live.mjs", type="module")
        app.add_js_file("live/cells.mjs", type="module")
        app.add_css_file("live/live.css")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("live", Live)
    app.connect("html-page-context", add_files)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
