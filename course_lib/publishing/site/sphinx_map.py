"""The reader's map: the objectives of the course, and the exercises and quizzes that serve each.

The page ``book/your_map.md`` shows it by::

    :::{your-map}
    :::

Nothing is written twice: the words of an objective are those of its chapter, its exercises stand
in the front matter there, and each quiz says what it serves. What of this a browser has solved,
``book/_static/progress.js`` marks in the contents of every page and ``your_map.js`` on the map.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from course_lib._chapters import TITLES
from course_lib.publishing.derived.contents import files
from course_lib.publishing.derived.data import read
from course_lib.publishing.derived.questions import questions
from course_lib.publishing.derived.traceability import front_matter, objectives
from course_lib.publishing.notebooks.places import student_path
from course_lib.publishing.site.raw import raw_html
from course_lib.publishing.site.sphinx_front import chapter_link
from course_lib.publishing.site.sphinx_live import read_chapter

TASKS = "progress_tasks.js"
"""Written beside the scripts: what each chapter asks of a reader."""
_REVIEWS = """\
<p class="map-elsewhere">Where this page comes from a server and may run scripts, it also shows what
you have solved in this browser, and which questions to answer again today.</p>
<div class="map-desk" hidden>
<p class="map-sum"></p>
<h2>Questions to answer again</h2>
<p>An answered question comes back after 1, 3, 7 and 21 days. After a wrong answer it starts over
with one day.</p>
<ul class="map-due"></ul>
<details class="map-later"><summary></summary><ul></ul></details>
</div>
"""
_KEPT = """\
<div class="map-desk" hidden>
<h2>What this browser keeps</h2>
<p>Your code, what the checks said, and your answers stay in this browser and go nowhere. To take
them to another one, save them to a file here and load it there. Save them now and then anyway: some
browsers forget a site after a week without a visit.</p>
<div class="map-buttons">
<button type="button" class="map-save">Save to a file</button>
<label>Load a file <input type="file" accept=".json"></label>
<button type="button" class="map-delete">Delete all</button>
</div>
<p class="map-said" role="status"></p>
</div>
"""


@dataclass(frozen=True)
class Task:
    """An exercise or a quiz of a chapter."""

    key: str
    """By which a browser remembers it; another exercise or question has another."""
    anchor: str
    words: str
    """Its name, as HTML."""


def tasks(root: Path, name: str) -> dict[str, list[Task]]:
    """
    List what practices each objective of a chapter.

    Parameters
    ----------
    root : Path
        The course directory.
    name : str
        The chapter.

    Returns
    -------
    dict
        By the id of the objective. Exercises that have no place in a page are not among them.
    """
    notebook = student_path(name, root)
    found = read_chapter(notebook).exercises if notebook.is_file() else ()
    exercises = {
        each.name: Task(
            f"{each.name}:{each.digest}", f"live-{each.name}", f"<code>{each.name}</code>"
        )
        for each in found
    }
    asked = [
        (each.serves, Task(each.digest, f"quiz-{each.digest}", f"question {each.number}"))
        for each in questions(read(root, f"book/{name}.md"))
    ]
    return {
        item["id"]: [exercises[key] for key in item["exercises"] if key in exercises]
        + [task for serves, task in asked if item["id"] in serves]
        for item in front_matter(root, name).get("objectives", ())
    }


def chapters(root: Path) -> list[str]:
    """Name the chapters that are in the book, in the order of the course."""
    there = files(root)
    return [name for name in TITLES if f"book/{name}" in there]


class YourMap(SphinxDirective):
    """The objectives, chapter by chapter: a list to read, which a script colors."""

    def run(self) -> list[nodes.Node]:
        """Return one section a chapter, between what the script fills and opens."""
        self.env.metadata[self.env.docname]["map"] = "yes"
        root = Path(self.env.srcdir)
        listed = [self._chapter(root, name) for name in chapters(root)]
        return [raw_html(_REVIEWS), *listed, raw_html(_KEPT)]

    def _chapter(self, root: Path, name: str) -> nodes.section:
        """Write the objectives of a chapter."""
        for path in (root / "book" / f"{name}.md", student_path(name, root)):
            self.env.note_dependency(str(path))
        link = chapter_link(name, read(root, f"book/{name}.md"), self.env.docname)
        words, served = objectives(root, name), tasks(root, name)
        items = [self._objective(name, words[key], served[key]) for key in served]
        listed = nodes.bullet_list("", *items, classes=["map-objectives"])
        return nodes.section("", nodes.title("", "", link), listed, ids=[f"map-{name}"])

    def _objective(self, name: str, words: str, served: list[Task]) -> nodes.list_item:
        """Write an objective, and links to what practices it."""
        page = self.env.app.builder.get_relative_uri(self.env.docname, f"book/{name}")
        links = ", ".join(
            f'<a href="{page}#{task.anchor}" data-task="{task.key}">{task.words}</a>'
            for task in served
        )
        return nodes.list_item(
            "",
            nodes.paragraph("", "", *self.parse_inline(words)[0]),
            raw_html(f'<p class="map-tasks">Practice: {links}</p>'),
            classes=["map-objective"],
        )


def write_tasks(app: Sphinx) -> None:
    """Write what each page of a chapter asks, for the marks in the contents."""
    if app.builder.format != "html":
        return
    root = Path(app.srcdir)
    found = {
        app.builder.get_target_uri(f"book/{name}"): sorted(
            {task.key for served in tasks(root, name).values() for task in served}
        )
        for name in chapters(root)
    }
    text = json.dumps(found, separators=(",", ":"))
    folder = Path(app.outdir, "_static")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / TASKS).write_text(f"var courseTasks = {text};\n", encoding="utf-8")


def add_files(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give script and style to the map."""
    if "map" in app.env.metadata.get(name, {}):
        app.add_js_file("your_map.js", loading_method="defer")
        app.add_css_file("your_map.css")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive, and the scripts of every page."""
    app.add_directive("your-map", YourMap)
    app.add_js_file(TASKS, loading_method="defer")
    app.add_js_file("progress.js", loading_method="defer")
    app.connect("builder-inited", write_tasks)
    app.connect("html-page-context", add_files)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
