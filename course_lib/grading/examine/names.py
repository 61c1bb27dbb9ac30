"""The global names of a test cell: its own, the instructor's, and the student's where they are."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, Protocol


class Notebook(Protocol):
    """The student's notebook, as far as a test cell may look into it and change it."""

    def names(self) -> list[str]:
        """List the global names."""

    def bind(self, name: str, value: Any) -> None:
        """Bind a global name."""

    def unbind(self, name: str) -> None:
        """Delete a global name."""


class StudentNames(dict[str, Any]):
    """
    Global names of a test cell; those it does not hold yet are looked up.

    In a notebook a test cell that binds or deletes a name changes what the student's functions see.
    So it does here, for the names that the solved notebook's functions read: no other name, for the
    value that a test expects is often bound to one.

    Parameters
    ----------
    lookup : callable
        Gives the value of a name, or raises `KeyError`.
    read : frozenset of str
        Names that the functions of the solved notebook read.
    notebook : Notebook, optional
        The student's.
    """

    def __init__(
        self,
        lookup: Callable[[str], Any],
        read: frozenset[str] = frozenset(),
        notebook: Notebook | None = None,
    ) -> None:
        super().__init__(__name__="__main__")
        self.lookup, self.read, self.notebook = lookup, read, notebook
        self.gone: set[str] = set()
        self.instructors = 0  # how many of the instructor's own cells are running

    def __missing__(self, name: str) -> Any:
        if name.startswith("__") or name in self.gone:
            raise KeyError(name)
        return self.lookup(name)

    def __setitem__(self, name: str, value: Any) -> None:
        super().__setitem__(name, value)
        self.gone.discard(name)
        if self.notebook and name in self.read and not self.instructors:
            self.notebook.bind(name, value)

    def __delitem__(self, name: str) -> None:
        if name not in self:
            raise KeyError(name)
        self.pop(name, None)
        self.gone.add(name)
        if self.notebook and name in self.read and not self.instructors:
            self.notebook.unbind(name)

    def __contains__(self, name: object) -> bool:
        if self.holds(name):
            return True
        try:
            self[name]  # type: ignore[index]
        except (KeyError, NameError):
            return False
        return True

    def holds(self, name: object) -> bool:
        """Tell whether a name is bound here, without looking further."""
        return super().__contains__(name)

    def get(self, name: str, default: Any = None) -> Any:
        """Give the value of a name, as ``globals().get`` does."""
        return self[name] if self.__contains__(name) else default

    def keys(self) -> Any:
        """List the names, those of the student's notebook too."""
        theirs = self.notebook.names() if self.notebook else []
        return dict.fromkeys([*super().keys(), *theirs]).keys() - self.gone

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    @contextmanager
    def run_by_instructor(self) -> Iterator[None]:
        """Let statements of the instructor's cells bind names that the student's notebook has."""
        self.instructors += 1
        try:
            yield
        finally:
            self.instructors -= 1


class MainModule(ModuleType):
    """
    What ``__main__`` is while a test cell runs: its global names.

    Parameters
    ----------
    names : StudentNames
        Of the cell.
    """

    def __init__(self, names: StudentNames) -> None:
        super().__init__("__main__")
        super().__setattr__("_names", names)

    def __getattr__(self, name: str) -> Any:
        try:
            return self._names[name]
        except (KeyError, NameError):
            raise AttributeError(f"module '__main__' has no attribute {name!r}") from None

    def __setattr__(self, name: str, value: Any) -> None:
        self._names[name] = value

    def __delattr__(self, name: str) -> None:
        try:
            del self._names[name]
        except KeyError:
            raise AttributeError(name) from None

    def __dir__(self) -> list[str]:
        return list(self._names)
