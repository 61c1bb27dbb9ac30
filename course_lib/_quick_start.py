"""Keeps imports from taking seconds; imported before nbformat and nbgrader."""

import importlib.util
import sys
from types import ModuleType
from typing import Any

# jsonschema, which nbformat imports, would make a grammar of web addresses that nobody uses here.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


class Postponed(ModuleType):
    """
    A package whose own file is run only when it is asked for a name that is no module of it.

    nbgrader's file brings its web server and all of its commands. The gradebook needs neither.
    """

    def __getattr__(self, name: str) -> Any:
        if importlib.util.find_spec(f"{self.__name__}.{name}"):
            return importlib.import_module(f"{self.__name__}.{name}")
        self.__class__ = ModuleType  # type: ignore[assignment]
        assert self.__spec__ is not None
        assert self.__spec__.loader is not None
        self.__spec__.loader.exec_module(self)
        return getattr(self, name)


def postpone(name: str) -> None:
    """Let a package begin as `Postponed`, if it is there and was not imported before."""
    spec = None if name in sys.modules else importlib.util.find_spec(name)
    if spec is not None:
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        module.__class__ = Postponed


postpone("nbgrader")
