"""Writes the summary sheet: the formula behind each exercise, taken from the chapters."""

import difflib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from course_lib.checks import registry
from course_lib.publishing.derived.data import read
from course_lib.publishing.derived.errata import finished_chapters
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
    ValueError
        If an exercise names an equation that its chapter does not print; or if there is no chapter.
    """
    blocks = [INTRODUCTION]
    for name in finished_chapters(root):
        blocks += [f"## {title(root, name)}", *formulas(root, name)]
    return "\n".join(blocks)


def formulas(root: Path, name: str) -> Iterator[str]:
    """Yield the formulas of one chapter, each below the exercises that ask for it."""
    printed = dict(EQUATION.findall(read(root, f"book/{name}.md")))
    asked: dict[str, list[str]] = {}
    for exercise in registry.names(name):
        asked.setdefault(registry.exercises()[exercise].equation, []).append(f"`{exercise}`")
    for label, exercises in asked.items():
        if label not in printed:
            raise ValueError(
                f"book/{name}.md: prints no equation {label!r}, which {', '.join(exercises)} asks "
                f"for.{suggestion(label, printed)} Mend `equation` in the file of the exercise, or "
                f"write a math directive with `:label: {label}`."
            )
        yield f"\n{', '.join(exercises)} {{eq}}`{label}`\n"
        yield f"$$\n{printed[label].strip()}\n$$\n"


def suggestion(label: str, printed: Iterable[str]) -> str:
    """Name the label that is closest to a wrong one, if one is close."""
    close = difflib.get_close_matches(label, printed, n=1)
    return f" Did you mean {close[0]!r}?" if close else ""
