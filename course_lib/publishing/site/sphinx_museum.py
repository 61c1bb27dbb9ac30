"""The `exhibit` directive: a colleague's wrong function, to be caught and mended in the page.

The page writes::

    ```{exhibit} hard_sigmoid
    ```

Everything else is in `course_lib.checks.museum`. Without a script the code is there to read, with
an input that catches it and a mended form folded below.
"""

import html
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from course_lib._chapters import TITLES
from course_lib.checks.museum import Exhibit, exhibits
from course_lib.publishing.site import page_catch
from course_lib.publishing.site.raw import data_script, raw_html
from course_lib.publishing.site.sphinx_live import Chapter, Exercise, colored, section

MUSEUM = "museum"


class ExhibitDirective(SphinxDirective):
    """One wrong function."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return it as HTML around its task."""
        name = self.arguments[0]
        if name not in exhibits():
            raise self.error(f"exhibit: no {name!r}; there are {', '.join(exhibits())}.")
        exhibit = exhibits()[name]
        self.env.metadata[self.env.docname]["live"] = "yes"
        self.env.metadata[self.env.docname][MUSEUM] = "yes"
        task = nodes.paragraph("", "", *self.parse_inline(exhibit.task)[0])
        return [raw_html(opening(exhibit)), task, raw_html(closing(exhibit))]


def opening(exhibit: Exhibit) -> str:
    """Write what stands before the task."""
    question = {
        "name": exhibit.name,
        "colleague": exhibit.colleague,
        "right": exhibit.solution,
        "example": dict(exhibit.agrees),
    }
    head = f'<section class="exhibit" id="exhibit-{exhibit.name}" data-name="{exhibit.name}">'
    return head + data_script("exhibit-data", question)


def closing(exhibit: Exhibit) -> str:
    """Write the code, what is wrong in a fold, and the exercise that mends it."""
    exercise, slip = exhibit.like
    mend = Exercise(exhibit.name, "Mend it", exhibit.colleague)
    script = Chapter("", "", (mend,)).script
    return (
        '<p class="exhibit-heading">A colleague wrote</p>'
        f'<pre class="highlight" tabindex="0">{colored(exhibit.colleague)}</pre>'
        '<div class="exhibit-catch"></div>'
        f"<details><summary>What is wrong</summary><p>{html.escape(exhibit.diagnosis)} "
        f"{caught(exhibit)}</p><p>The same slip in the course: <code>{slip}</code>, in "
        f"<code>{exercise}</code> of <em>{TITLES[exhibit.chapter]}</em>.</p></details>"
        f"<details><summary>Mend it</summary>{script}{section(mend, '')}</details>"
        "</section>\n"
    )


def caught(exhibit: Exhibit) -> str:
    """Say on which input it fails, and how."""
    typed = ", ".join(f"<code>{name} = {text}</code>" for name, text in exhibit.fails.items())
    _, message = page_catch.judge(
        exhibit.name, exhibit.colleague, exhibit.solution, exhibit.fails, exhibit.agrees
    )
    return f"With {typed}: {html.escape(message)}"


def add_files(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give script and style to the page that needs them."""
    if MUSEUM in app.env.metadata.get(name, {}):
        app.add_js_file("museum/museum.mjs", type="module")
        app.add_css_file("museum/museum.css")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("exhibit", ExhibitDirective)
    app.connect("html-page-context", add_files)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
