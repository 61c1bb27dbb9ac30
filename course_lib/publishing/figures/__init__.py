"""Figures that a reader moves: what their pages get from `course_lib`, and what must come out.

One module a figure, of the same name as its script in ``book/_static/figures``. Each holds
``FIGURE``; the page ``book/NAME.md`` shows it with the directive ``interactive``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import numpy as np

State = dict[str, Any]


def _no_data() -> State:
    return {}


@dataclass(frozen=True)
class Figure:
    """A figure as Python knows it.

    Attributes
    ----------
    draw_state : callable
        Takes a generator, returns a state as the reader could set it; keys and values as in the
        address of the page.
    expected : callable
        Takes a state, returns the numbers that the script must find in it (some or all that its
        function ``numbers`` returns, by the same names), from `course_lib`. Lists of lists, floats;
        integers and strings are compared exactly.
    data : callable
        Returns what the page gets, such as weights that NumPy has drawn; JSON can write it.
    """

    draw_state: Callable[[np.random.Generator], State]
    expected: Callable[[State], State]
    data: Callable[[], State] = _no_data


def names() -> list[str]:
    """Return the names of all figures."""
    return sorted(module.name for module in iter_modules(__path__) if module.name[0] != "_")


def figure(name: str) -> Figure:
    """Return a figure by its name.

    Raises
    ------
    LookupError
        If there is none; says which there are.
    """
    if name not in names():
        raise LookupError(f"There is no figure {name!r}; there are {', '.join(names())}.")
    found = import_module(f"{__name__}.{name}").FIGURE
    assert isinstance(found, Figure)
    return found
