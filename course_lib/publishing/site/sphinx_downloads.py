"""What pages offer to take along: a chapter and its assignment as notebooks, and the bundle."""

import shutil
from pathlib import Path
from typing import Any

import nbformat
from docutils import nodes
from sphinx.application import Sphinx

from course_lib._chapters import TITLES
from course_lib.checks.registry import CHAPTERS
from course_lib.publishing.notebooks.bundle import BUNDLE
from course_lib.publishing.notebooks.page import page_notebook
from course_lib.publishing.notebooks.places import student_path

FOLDER = "downloads"
_LINKS = """\
<p class="page-downloads">Take along: <a href="{folder}/{name}_chapter.ipynb" download>this chapter
as a notebook</a>, <a href="{folder}/exercises/{name}.ipynb" download>its exercises</a>.</p>
"""
_BUNDLE = """\
<p class="page-downloads">Take along: <a href="{folder}/{bundle}" download>all exercises with their
checks and a README, as one zip</a>. One by one: {notebooks}.</p>
"""
_NOTEBOOK = '<a href="{folder}/exercises/{name}.ipynb" download>{title}</a>'
_FRONT = "index"
_OFFER_THE_BUNDLE = (_FRONT, "student_guide")


def offer(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Write the links below the title of a chapter and of the guide, and ending the front page."""
    page, root = name.rpartition("/")[2], Path(app.srcdir)
    folder = "../" * name.count("/") + FOLDER
    offered = with_downloads(root)
    if page in offered:
        links = _LINKS.format(folder=folder, name=page)
    elif page in _OFFER_THE_BUNDLE and offered:
        named = (_NOTEBOOK.format(folder=folder, name=each, title=TITLES[each]) for each in offered)
        links = _BUNDLE.format(folder=folder, bundle=f"{BUNDLE}.zip", notebooks=", ".join(named))
    else:
        return
    before, title, after = context.get("body", "").partition("</h1>\n")
    # The front page says what this is before it offers files.
    parts = [before, title, after, links] if page == _FRONT else [before, title, links, after]
    context["body"] = "".join(parts)


def with_downloads(root: Path) -> list[str]:
    """List the chapters that have a page and an assignment."""
    pages = {name: root / "book" / f"{name}.md" for name in CHAPTERS}
    return [
        name for name in CHAPTERS if pages[name].is_file() and student_path(name, root).is_file()
    ]


def write(app: Sphinx, failed: Exception | None) -> None:
    """Write the notebooks beside the pages."""
    if failed or app.builder.format != "html":
        return
    root, folder = Path(app.srcdir), Path(app.outdir) / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    for name in with_downloads(root):
        (folder / "exercises").mkdir(parents=True, exist_ok=True)
        exercises = student_path(name, root)
        shutil.copyfile(exercises, folder / "exercises" / exercises.name)
        # Beside the exercises of the same chapter it needs a name of its own.
        notebook = page_notebook(root / "book" / f"{name}.md")
        nbformat.write(notebook, folder / f"{name}_chapter.ipynb")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register both."""
    app.connect("html-page-context", offer)
    app.connect("build-finished", write)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
