"""Pieces of HTML between the nodes of a page."""

import json
from typing import Any

from docutils import nodes


def raw_html(text: str) -> nodes.raw:
    """Return text that goes into the page as it stands."""
    return nodes.raw("", text, format="html")


def data_script(name: str, data: Any) -> str:
    r"""
    Write data for a script of the page; nothing in them ends the element that they stand in.

    Examples
    --------
    >>> data_script("live-data", {"code": "a < b"})
    '<script type="application/json" class="live-data">{"code": "a \\u003c b"}</script>\n'
    """
    text = json.dumps(data).replace("<", "\\u003c")
    return f'<script type="application/json" class="{name}">{text}</script>\n'
