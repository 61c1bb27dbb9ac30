"""Small repairs of the pages: the index in the contents, no link inside the title of a fold,
figures loaded when needed, the label of an equation beside its number.
"""

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.images import get_image_size
from sphinx_design.dropdown import dropdown_title


def list_index(app: Sphinx, doctree: nodes.document) -> None:
    """Put the index at the end of the part *Reference*: ``_toc.yml`` can name files only."""
    parts = list(doctree.findall(addnodes.toctree))
    named = [part for part in parts if part.get("caption") == "Reference"]
    for contents in (named or parts)[-1:]:
        contents["entries"].append((None, "genindex"))


def repair(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """Change the page `name` just before it is written.

    A fold opens by its title, so a link in there cannot be reached by
    keyboard: the title keeps the number and loses the link. A figure below
    the first screen is fetched when the reader comes near it; its size in
    pixels keeps the place free, so that the text does not jump.
    """
    for title in doctree.findall(dropdown_title):
        for link in list(title.findall(nodes.reference)):
            link.parent.replace(link, link.children)
    for image in doctree.findall(nodes.image):
        image["loading"] = "lazy"
        size = get_image_size(str(Path(app.srcdir, image["uri"])))
        if size is not None:
            image["width"], image["height"] = map(str, size)


def keep_place(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give the size of figures as attributes, which keep their ratio on a narrow screen."""
    style = r'style="width: (\d+)px; height: (\d+)px;"'
    context["body"] = re.sub(style, r'width="\1" height="\2"', context.get("body", ""))


def show_labels(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Write the label of an equation above its number: notebooks and checks name it by that."""
    numbered = r'<div class="math[^"]*" id="equation-([\w-]+)">\s*<span class="eqno">'
    labeled = r'<div class="equation-label"><code>\1</code></div>\n\g<0>'
    context["body"] = re.sub(numbered, labeled, context.get("body", ""))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the repairs."""
    # After the contents are read from _toc.yml.
    app.connect("doctree-read", list_index, priority=900)
    app.connect("doctree-resolved", repair)
    app.connect("html-page-context", keep_place)
    app.connect("html-page-context", show_labels)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
