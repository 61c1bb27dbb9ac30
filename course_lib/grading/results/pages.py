"""Small pages that need nothing from anywhere: templates, style, and escaping of all they show."""

import functools
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).with_name("templates")
WORDS = {
    "passed": "Right",
    "wrong": "Not right yet",
    "error": "Stopped with an error",
    "timeout": "Took too long",
    "memory": "Used too much memory",
    "crashed": "Crashed",
    "not_run": "Not run",
    "refused": "Could not be read",
}


@functools.cache
def environment() -> Environment:
    """Make the template engine; every value is escaped."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )


def render(template: str, **values: Any) -> str:
    """Fill in a template."""
    style = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    return environment().get_template(template).render(style=style, words=WORDS, **values)
