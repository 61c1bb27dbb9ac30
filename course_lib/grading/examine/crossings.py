"""
Where a test cell may put a question to a student's object.

Asked ``f(2) - 4``, an object of the student's making could answer 0. So the examiner first runs the
solved notebook and takes down, for each place in a test cell, what the right answer's own objects
were asked there: an attribute, a comparison, a sum. At that place the same is asked of a student's
object. Elsewhere a student's object is asked nothing: it is equal to nothing but itself.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

from course_lib.grading.examine.names import StudentNames

Site = tuple[Any, ...]

# These show what an object holds, or hand something in; none is told what is expected.
NAMES = "len length_hint iter next reversed getitem setitem delitem enter exit call"
FREE = frozenset(f"__{name}__" for name in NAMES.split())


class NotAsked(Exception):
    """A student's object is not asked this here."""


@dataclass
class Crossings:
    """
    What may be asked where.

    Parameters
    ----------
    sites : set of tuple
        What the solved notebook's objects were asked, and where.
    learning : bool
        Allow everything, and take it down.
    refused : bool
        Whether anything was not asked that these sites do not hold.
    """

    sites: set[Site] = field(default_factory=set)
    learning: bool = False
    refused: bool = False

    def allows(self, *what: str) -> bool:
        """Tell whether this may be asked at the place in the test cell that is running."""
        site = (what, tuple(place()))
        if self.learning:
            self.sites.add(site)
        elif site not in self.sites:
            self.refused = True
            return False
        return True

    def demand(self, *what: str) -> None:
        """Raise `NotAsked` where this may not be asked."""
        if not self.allows(*what):
            asked = " ".join(what).strip("_")
            raise NotAsked(f"the result is an object where a plain value is expected ({asked})")


ANYTHING = Crossings(learning=True)
"""For objects that are trusted, in the tests of the examiner itself."""


def place() -> Iterable[tuple[str, str, int, int]]:
    """Name the place in the instructor's cells, and from where in them it was reached."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if isinstance(frame.f_globals, StudentNames):
            code = frame.f_code
            yield code.co_filename, code.co_name, code.co_firstlineno, frame.f_lasti
        frame = frame.f_back
