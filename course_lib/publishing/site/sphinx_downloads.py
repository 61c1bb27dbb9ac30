"""What a chapter offers to take along: itself as a notebook, and its assignment."""

import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
from docutils import nodes
from sphinx.application import Sphinx

from course_lib.checks.registry import CHAPTERS
from course_lib.publishing.notebooks.page import page_notebook
from course_lib.publishing.notebooks.places import student_path

FOLDER = "downloads"
_LINKS = """\
<p class="page-downloads">Take along: <a href="{folder}/{name}.ipynb" download>this chapter as a
notebook</a>, <a href="{folder}/exercises/{name}.ipynb" download>its exercises</a>.</p>
"""


def offer(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Write the links below the title of a chapter."""
    chapter = name.rpartition("/")[2]
    if chapter in CHAPTERS and student_path(chapter, Path(app.srcdir)).is_file():
        folder = "../" * name.count("/") + FOLDER
        links = _LINKS.format(folder=folder, name=chapter)
        title = re.compile(r"</h1>\n")
        context["body"] = title.sub(lambda end: end[0] + links, context.get("body", ""), count=1)


def write(app: Sphinx, failed: Exception | None) -> None:
    """Write the notebooks beside the pages."""
    if failed or app.builder.format != "html":
        return
    root, folder = Path(app.srcdir), Path(app.outdir) / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    for name in CHAPTERS:
        page, exercises = root / "book" / f"{name}.md", student_path(name, root)
        if page.is_file() and exercises.is_file():
            (folder / "exercises").mkdir(parents=True, exist_ok=True)
            nbformat.write(page_notebook(page), folder / page.with_suffix(".ipynb").name)
            shutil.copyfile(exercises, folder / "exercises" / exercises.name)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register both."""
    app.connect("html-page-context", offer)
    app.connect("build-finished", write)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
