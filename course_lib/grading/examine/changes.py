"""
What a call of student code changed in place, shown to the test cell that passed it.

In a notebook ``np.allclose(f(x), 2 * x)`` would hold for a function that sets x to zero, and so
would ``f(x) == [2 * v for v in x]`` for one that empties x. So what was passed is brought up to
date where the call returned nothing, as ``list.sort`` does, or where the solved notebook's function
changes it too. Elsewhere a cell must pass both with and without the change. All is put back when
the question ends, so that no object of a module carries one student's changes to the next.
"""

import collections
from collections.abc import Callable
from typing import Any

import numpy as np

from course_lib.grading.inside.frames import known

TABLES = ("DataFrame", "Series")
DICTS = (dict, collections.OrderedDict, collections.Counter, collections.defaultdict)
GROWING: dict[type, Callable[[Any, Any], None]] = {
    set: lambda mine, items: mine.update(items),
    bytearray: lambda mine, items: mine.extend(items),
    collections.deque: lambda mine, items: mine.extend(items),
    **{kind: lambda mine, items: dict.update(mine, items) for kind in DICTS},
}


class Changes:
    """
    The changes of one question, and the way back.

    Parameters
    ----------
    always : bool, default=False
        Show every change, as in a notebook.
    """

    def __init__(self, always: bool = False) -> None:
        self.always = always
        self.withheld = False  # something was changed by a call that also returned something
        self.undone: list[Callable[[], None]] = []

    def show(self, mine: Any, theirs: Any, expected: bool) -> bool:
        """
        Bring arguments up to date after a call.

        Parameters
        ----------
        mine : object
            The arguments that were passed.
        theirs : object
            The same, as the call left them.
        expected : bool
            Whether the call may change them.

        Returns
        -------
        bool
            Whether they are as the call left them.
        """
        write = self.always or expected
        self._show(mine, theirs, write)
        return write

    def _show(self, mine: Any, theirs: Any, write: bool) -> None:
        if type(mine) is not type(theirs):
            return
        if type(mine) is np.ndarray:
            self._array(mine, theirs, write)
        elif type(mine) is np.random.Generator:
            state = mine.bit_generator.state
            self.undone.append(lambda: setattr(mine.bit_generator, "state", state))
            mine.bit_generator.state = theirs.bit_generator.state
        elif type(mine) in DICTS:
            kept = {key: self._kept(mine.get(key), value, write) for key, value in theirs.items()}
            self._fill(mine, kept, write)
        elif type(mine) is list:
            pairs = zip(mine, theirs, strict=False)
            kept_items = [self._kept(*pair, write) for pair in pairs]
            self._items(mine, kept_items + theirs[len(kept_items) :], write)
        elif type(mine) is tuple:
            for old, new in zip(mine, theirs, strict=False):
                self._show(old, new, write)
        elif type(mine) in GROWING:
            self._fill(mine, theirs, write)
        elif known(type(mine)) in TABLES:
            self._table(mine, theirs, write)

    def _array(self, mine: np.ndarray, theirs: np.ndarray, write: bool) -> None:
        if mine.shape != theirs.shape or mine.dtype != theirs.dtype or not mine.flags.writeable:
            return
        before = mine.copy()
        if before.tobytes() == theirs.tobytes():
            return
        if self._withholds(write):
            return
        self.undone.append(lambda: np.copyto(mine, before))
        mine[...] = theirs

    def _withholds(self, write: bool) -> bool:
        self.withheld |= not write
        return not write

    def _items(self, mine: list[Any], items: list[Any], write: bool) -> None:
        unchanged = len(mine) == len(items) and all(map(same, mine, items))
        if unchanged or self._withholds(write):
            return
        before = list(mine)
        self.undone.append(lambda: mine.__setitem__(slice(None), before))
        mine[:] = items

    def _fill(self, mine: Any, items: Any, write: bool) -> None:
        before = dict(mine) if type(mine) in DICTS else type(mine)(mine)
        if type(mine) in DICTS:
            unchanged = list(before) == list(items) and all(
                same(before[key], items[key]) for key in items
            )
        else:
            unchanged = before == items
        if unchanged or self._withholds(write):
            return
        self.undone.append(lambda: refill(mine, before))
        refill(mine, items)

    def _table(self, mine: Any, theirs: Any, write: bool) -> None:
        if mine.equals(theirs) or self._withholds(write):
            return
        before = mine._mgr
        self.undone.append(lambda: setattr(mine, "_mgr", before))
        mine._mgr = theirs._mgr

    def _kept(self, old: Any, new: Any, write: bool) -> Any:
        """Give the old object, brought up to date, where it is of the same kind; else the new."""
        if type(old) is not type(new):
            return new
        same_form = type(old) is np.ndarray and (old.shape, old.dtype) == (new.shape, new.dtype)
        holders = (list, tuple, np.random.Generator, *GROWING)
        if same_form or type(old) in holders or known(type(old)) in TABLES:
            self._show(old, new, write)
            return old
        return new

    def undo(self) -> None:
        """Put everything back, the last change first."""
        while self.undone:
            self.undone.pop()()


def same(one: Any, other: Any) -> bool:
    """Tell whether two items are one object, or equal plain values."""
    simple = (type(None), bool, int, float, complex, str, bytes)
    return one is other or (type(one) is type(other) and type(one) in simple and one == other)


def refill(holder: Any, items: Any) -> None:
    """Give a collection these items and no others."""
    holder.clear()
    GROWING[type(holder)](holder, items)
