"""Pieces of HTML between the nodes of a page."""

from docutils import nodes


def raw_html(text: str) -> nodes.raw:
    """Return text that goes into the page as it stands."""
    return nodes.raw("", text, format="html")
