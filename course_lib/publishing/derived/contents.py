"""The table of contents: the one reader of ``_toc.yml``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from course_lib.publishing.derived.data import read

CONTENTS = "_toc.yml"


def files(root: Path) -> list[str]:
    """
    List the pages of the book in reading order.

    Parameters
    ----------
    root : Path
        The course directory.

    Returns
    -------
    list of str
        Files without their ending, such as ``book/relu``; the front page first.

    Raises
    ------
    NoDataError
        If there is no table of contents, or nothing in it.
    """
    return list(_files(yaml.safe_load(read(root, CONTENTS))))


def _files(node: Any) -> Iterator[str]:
    """Yield every file of a part of the table, at any depth."""
    if isinstance(node, list):
        for part in node:
            yield from _files(part)
    elif isinstance(node, dict):
        yield from (str(node[key]) for key in ("root", "file") if key in node)
        for part in node.values():
            yield from _files(part)
