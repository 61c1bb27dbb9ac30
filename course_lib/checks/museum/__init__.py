"""The mistake museum: wrong functions by colleagues, to be caught and mended in the book.

An exhibit is a function that no assignment asks for, with a slip that students make in one that is:
so its right code may be read. One module a chapter; each holds ``EXHIBITS``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from inspect import getsource
from typing import Any

import numpy as np

from course_lib._chapters import COURSE, TITLES
from course_lib.checks.model import Case, Exercise, Mistake


@dataclass(frozen=True, eq=False)
class Exhibit:
    """A wrong function and all that the book says about it.

    Attributes
    ----------
    like : (str, str)
        An exercise, and the named mistake of it that is the same slip.
    task : str
        What the function is to do, in words (Markdown).
    right : callable
        A right function, of the exhibit's name.
    colleague : str
        The code of the wrong one.
    agrees, fails : mapping of str to str
        Arguments as one types them, for which the wrong function is right, and for which not.
    diagnosis, hint : str
        As of a `Mistake`, for who mends it.
    """

    like: tuple[str, str]
    task: str
    right: Callable[..., Any]
    colleague: str
    agrees: Mapping[str, str]
    fails: Mapping[str, str]
    quantity: str
    diagnosis: str
    hint: str
    cases: tuple[Case, ...]

    @property
    def name(self) -> str:
        """Name the function."""
        return self.right.__name__

    @property
    def chapter(self) -> str:
        """Name the chapter whose exercise it is like: the module that the exhibit stands in."""
        return self.right.__module__.rpartition(".")[2]

    @property
    def solution(self) -> str:
        """Return the code of the right function."""
        return getsource(self.right)

    @property
    def wrong(self) -> Callable[..., Any]:
        """Return the wrong function."""
        names: dict[str, Any] = {"np": np}
        exec(self.colleague, names)
        function: Callable[..., Any] = names[self.name]
        return function

    @property
    def exercise(self) -> Exercise:
        """Return the exercise that asks to mend it."""
        mistake = Mistake(self.like[1], self.wrong, self.diagnosis, self.hint)
        return Exercise(
            name=self.name,
            chapter=self.chapter,
            equation="",
            quantity=self.quantity,
            reference=self.right,
            visible=self.cases,
            hidden=lambda rng: iter(self.cases),
            mistakes=(mistake,),
            alternatives=(),
            inputs=lambda rng: (),
        )


@cache
def exhibits() -> dict[str, Exhibit]:
    """Return all exhibits by name, in the order of the chapters; a chapter may have none."""
    names = [f"{__name__}.{chapter}" for chapter in TITLES if COURSE.is_own]
    modules = [import_module(name) for name in names if find_spec(name)]
    return {exhibit.name: exhibit for module in modules for exhibit in module.EXHIBITS}
