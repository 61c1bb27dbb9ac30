"""Stands in for packages that are not there, until code uses what is in them.

An import cell of the book names packages that only some cells need. With a stand-in the others run,
and those that need it say what is missing.
"""

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any


class NotHere(ImportError):
    """Something of a package was used that is not there."""


class StandIn(ModuleType):
    """A module of a package that is not there: whatever is taken from it can be had, not used."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__(name)
        self.__path__: list[str] = []
        self._words = words

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Unusable(self._words)


class _Unusable:
    """Anything of a package that is not there."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __call__(self, *args: object, **options: object) -> Any:
        raise NotHere(self._words)

    def __getattr__(self, name: str) -> Any:
        raise NotHere(self._words)


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds stand-ins where nobody else has found a module."""

    def __init__(self, packages: Mapping[str, str]) -> None:
        self.packages = packages

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Find a module of one of the packages."""
        if fullname.partition(".")[0] not in self.packages:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        """Make the stand-in."""
        return StandIn(spec.name, self.packages[spec.name.partition(".")[0]])

    def exec_module(self, module: ModuleType) -> None:
        """Leave it as it is made."""


def stand_in(packages: Mapping[str, str]) -> None:
    """
    Let packages be imported that are not there; those that are there are not touched.

    Parameters
    ----------
    packages : mapping of str to str
        Name of each, as it is imported, and what is said where something of it is used.
    """
    sys.meta_path[:] = [each for each in sys.meta_path if not isinstance(each, _Finder)]
    sys.meta_path.append(_Finder(packages))
