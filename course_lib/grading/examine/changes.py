"""
What a call of student code changed in place, shown to the test cell that passed it.

Lists, dicts and generators are brought up to date, as a call in the notebook would have done. An
array of the examiner is written to only where the call returned nothing, as ``list.sort`` does:
else ``np.allclose(f(x), 2 * x)`` would hold for a function that sets x to zero. All is put back
when the question ends, so that no object of a module carries one student's changes to the next.
"""

from collections.abc import Callable
from typing import Any

import numpy as np


class Changes:
    """
    The changes of one question, and the way back.

    Parameters
    ----------
    arrays : bool, default=False
        Write into arrays whatever a call returns, as in a notebook.
    """

    def __init__(self, arrays: bool = False) -> None:
        self.arrays = arrays
        self.withheld = False  # an array was changed by a call that also returned something
        self.undone: list[Callable[[], None]] = []

    def show(self, mine: Any, theirs: Any, returned: Any) -> None:
        """
        Bring arguments up to date after a call.

        Parameters
        ----------
        mine : object
            The arguments that were passed.
        theirs : object
            The same, as the call left them.
        returned : object
            What the call gave.
        """
        self._show(mine, theirs, self.arrays or returned is None)

    def _show(self, mine: Any, theirs: Any, arrays: bool) -> None:
        if type(mine) is not type(theirs):
            return
        if type(mine) is np.ndarray:
            self._array(mine, theirs, arrays)
        elif type(mine) is np.random.Generator:
            state = mine.bit_generator.state
            self.undone.append(lambda: setattr(mine.bit_generator, "state", state))
            mine.bit_generator.state = theirs.bit_generator.state
        elif type(mine) is dict:
            before = dict(mine)
            self.undone.append(lambda: refill(mine, before))
            kept = {key: self._kept(mine.get(key), value, arrays) for key, value in theirs.items()}
            mine.clear()
            mine.update(kept)
        elif type(mine) is list:
            items = list(mine)
            self.undone.append(lambda: mine.__setitem__(slice(None), items))
            kept_items = [self._kept(*pair, arrays) for pair in zip(mine, theirs, strict=False)]
            mine[:] = kept_items + theirs[len(kept_items) :]
        elif type(mine) is tuple:
            for old, new in zip(mine, theirs, strict=False):
                self._show(old, new, arrays)

    def _array(self, mine: np.ndarray, theirs: np.ndarray, arrays: bool) -> None:
        if mine.shape != theirs.shape or mine.dtype != theirs.dtype or not mine.flags.writeable:
            return
        before = mine.copy()
        if before.tobytes() == theirs.tobytes():
            return
        if not arrays:
            self.withheld = True
            return
        self.undone.append(lambda: np.copyto(mine, before))
        mine[...] = theirs

    def _kept(self, old: Any, new: Any, arrays: bool) -> Any:
        """Give the old object, brought up to date, where it is of the same kind; else the new."""
        if type(old) is not type(new):
            return new
        same_form = type(old) is np.ndarray and (old.shape, old.dtype) == (new.shape, new.dtype)
        if same_form or type(old) in (dict, list, tuple, np.random.Generator):
            self._show(old, new, arrays)
            return old
        return new

    def undo(self) -> None:
        """Put everything back, the last change first."""
        while self.undone:
            self.undone.pop()()


def refill(holder: dict[Any, Any], items: dict[Any, Any]) -> None:
    """Give a dict these items and no others."""
    holder.clear()
    holder.update(items)
