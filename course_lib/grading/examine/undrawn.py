"""
Stand-ins for matplotlib, where the instructor's cells run only for the names that they bind.

To import matplotlib and to make figures takes longer than all else that the examiner does, and no
test cell looks at them but a few, for which they are made. An import of it at the top of a cell
becomes one of a stand-in, with which the rest of the cell runs as it is. What cannot be done with
a stand-in (its value, its length) raises an exception.
"""

import ast
import copy
from collections.abc import Iterator
from typing import Any

import numpy as np

DRAWING = ("matplotlib", "pylab")  # packages
PLOTTING = "course_lib.plotting"


class Picture:
    """Anything of matplotlib's: takes what is done to it and gives itself."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __setattr__(self, name: str, value: Any) -> None:
        """Keep nothing."""

    def __setitem__(self, key: Any, value: Any) -> None:
        """Keep nothing."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Give itself."""
        return self

    def subplots(self, *args: Any, **kwargs: Any) -> Any:
        """Give as many as `Figure.subplots` does."""
        return panels(*args, **kwargs)


class Pyplot(Picture):
    """Stands for pyplot."""

    def subplots(self, *args: Any, **kwargs: Any) -> Any:
        """Give a figure too."""
        return picture, panels(*args, **kwargs)


class Plotting(Picture):
    """Stands for `course_lib.plotting`."""

    def subplots(self, *args: Any, **kwargs: Any) -> Any:
        """Give as many as `course_lib.plotting.subplots` does, which takes columns first."""
        columns, rows = (*args, 1, 1)[:2]
        return panels(kwargs.pop("rows", rows), kwargs.pop("columns", columns), **kwargs)


def panels(nrows: int = 1, ncols: int = 1, squeeze: bool = True, **more: Any) -> Any:
    """Make one stand-in, or an array of them, as matplotlib does of axes."""
    found = np.full((nrows, ncols), picture, object)
    return found.squeeze()[()] if squeeze else found


picture, pyplot, plotting = Picture(), Pyplot(), Plotting()


def undrawn(node: ast.stmt) -> Iterator[tuple[ast.stmt, bool]]:
    """
    Put stand-ins in the place of matplotlib and `course_lib.plotting`.

    Parameters
    ----------
    node : ast.stmt
        A statement of a cell.

    Yields
    ------
    ast.stmt, bool
        The statement, or those that do the same for one import; and whether it is of a stand-in.
    """
    if not isinstance(node, (ast.Import, ast.ImportFrom)):
        yield node, False
        return
    for alias in node.names:
        full = f"{node.module}.{alias.name}" if isinstance(node, ast.ImportFrom) else alias.name
        own = copy.copy(node)
        own.names = [alias]
        drawing = full.partition(".")[0] in DRAWING or f"{full}.".startswith(f"{PLOTTING}.")
        if drawing:
            known = {"matplotlib.pyplot": "pyplot", PLOTTING: "plotting"}.get(full, "picture")
            bound = alias.asname or alias.name.partition(".")[0]
            own = ast.copy_location(ast.ImportFrom(__name__, [ast.alias(known, bound)], 0), node)
        yield ast.fix_missing_locations(own), drawing
