"""Writes the summary sheet: the formula behind each exercise, taken from the chapters."""

import re
from collections.abc import Iterator
from pathlib import Path

from course_lib.checks import registry
from course_lib.publishing.derived.errata import chapters_in_book
from course_lib.publishing.derived.traceability import title

EQUATION = re.compile(r"```\{math\}\n:label: (\S+)\n(.*?)```", re.DOTALL)
INTRODUCTION = """\
---
myst:
  html_meta:
    description: The formulas of all chapters on one page.
---

<!-- Derived from the chapters by course_lib/publishing/derived/formula_sheet.py. Do not edit. -->

# Formula sheet

The formula behind each exercise, in the order of the course. The number leads to the place
where it is derived. Columns are examples; $m$ is their number; log is the natural logarithm;
every symbol stands in {doc}`notation`.
"""


def formula_sheet_page(root: Path) -> str:
    """
    Compose the formula sheet.

    Parameters
    ----------
    root : Path
        Folder of the project.

    Returns
    -------
    str
        The page as MyST text.

    Raises
    ------
    KeyError
        If an exercise names an equation that its chapter does not print.
    """
    blocks = [INTRODUCTION]
    for name in registry.CHAPTERS:
        if name in chapters_in_book(root):
            blocks += [f"## {title(root, name)}", *formulas(root, name)]
    return "\n".join(blocks)


def formulas(root: Path, name: str) -> Iterator[str]:
    """Yield the formulas of one chapter, each below the exercises that ask for it."""
    printed = dict(EQUATION.findall((root / "book" / f"{name}.md").read_text(encoding="utf-8")))
    asked: dict[str, list[str]] = {}
    for exercise in registry.names(name):
        asked.setdefault(registry.exercises()[exercise].equation, []).append(f"`{exercise}`")
    for label, exercises in asked.items():
        yield f"\n{', '.join(exercises)} {{eq}}`{label}`\n"
        yield f"$$\n{printed[label].strip()}\n$$\n"
