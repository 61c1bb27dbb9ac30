"""The `interactive` directive: a figure of a cell that a reader with a script can move.

A chapter writes, just before the cell that draws the printed figure::

    :::{interactive} logit_loss
    Find the logit at which the slope of the cross-entropy is $-0.1$.
    :::

The content is the task. Cell and task become one ``figure`` element; the script
``book/_static/figures/NAME.mjs`` puts what moves below the task and hides the cell's drawing.
Without a script, from a file and on paper the drawing stands there. ``:alone:`` is for a figure
without one.
"""

from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from course_lib.publishing import figures
from course_lib.publishing.site.raw import data_script, raw_html

LOGGER = logging.getLogger(__name__)


class Moved(nodes.container):
    """A task whose figure follows it."""


class Interactive(SphinxDirective):
    """The name of the figure, and its task."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar = {"alone": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Return the task; the figure joins it when the page is read."""
        name = self.arguments[0]
        if name not in figures.names():
            raise self.error(
                f"interactive: there is no figure {name!r}; there are {figures.names()}."
            )
        if not self.content:
            raise self.error(f"interactive: {name} has no task. What is the reader to find?")
        node = Moved(figure=name, alone="alone" in self.options)
        node.source, node.line = self.get_source_info()
        self.state.nested_parse(self.content, self.content_offset, node)
        self.env.metadata[self.env.docname]["interactive"] = "yes"
        return [node]


class JoinFigures(SphinxTransform):
    """Put the cell that follows a task into its element."""

    default_priority = 500

    def apply(self, **_: Any) -> None:
        """Change the page."""
        for node in list(self.document.findall(Moved)):
            task = nodes.container("", *node.children, classes=["figure-task"])
            printed = [] if node["alone"] else [self._printed(node)]
            name = node["figure"]
            data = data_script("figure-data", figures.figure(name).data())
            head = f'<figure class="interactive" id="figure-{name}" data-figure="{name}">'
            parts = [raw_html(head), raw_html(data), task, *filter(None, printed)]
            node.parent.replace(node, [*parts, raw_html("</figure>")])

    def _printed(self, node: Moved) -> nodes.Node | None:
        """Take the cell behind a task out of the page."""
        after = node.parent.index(node) + 1
        cell = node.parent[after] if after < len(node.parent) else None
        if not isinstance(cell, nodes.container) or cell.get("nb_element") != "cell_code":
            LOGGER.warning("interactive: the next thing is no cell that draws", location=node)
            return None
        node.parent.remove(cell)
        return cell


def add_files(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give script and style to the pages that need them."""
    if "interactive" in app.env.metadata.get(name, {}):
        app.add_js_file("figures/figures.mjs", type="module")
        app.add_css_file("figures/figures.css")


def missing(scripts: Path) -> list[str]:
    """Return the figures that have no script, or no module."""
    modules = {path.stem: path.read_text("utf-8") for path in scripts.glob("*.mjs")}
    written = {name for name, text in modules.items() if "export const figure " in text}
    return sorted(written ^ set(figures.names()))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("interactive", Interactive)
    app.add_transform(JoinFigures)
    app.connect("html-page-context", add_files)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
