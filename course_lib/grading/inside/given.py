"""Stand-ins, in the student's process, for functions and objects of the examiner."""

import builtins
import io
from collections.abc import Callable
from typing import Any

Ask = Callable[..., Any]


class Callback:
    """
    A function of the examiner that student code may call.

    Parameters
    ----------
    ask : callable
        Asks the examiner, and gives what it answers.
    number : int
        By which the examiner knows it.
    name, doc : str
        What it is called, and what is said of it.
    """

    def __init__(self, ask: Ask, number: int, name: str = "f", doc: str | None = None) -> None:
        self.ask, self.number = ask, number
        self.__name__ = self.__qualname__ = name
        self.__doc__ = doc

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Ask the examiner for the value."""
        return self.ask("callback", self.number, list(args), kwargs)

    def __get__(self, owner: Any, kind: type | None = None) -> Any:
        """Be a method where a class has it, as a function would."""
        return self if owner is None else lambda *args, **kwargs: self(owner, *args, **kwargs)


class Given:
    """An object of a class that the instructor wrote: the examiner does what it is asked."""

    def __getattribute__(self, name: str) -> Any:
        """Read an attribute."""
        if name.startswith("__"):
            return object.__getattribute__(self, name)
        ask, number = object.__getattribute__(self, "__given__")
        return ask("given", number, "get", name, [])

    def __setattr__(self, name: str, value: Any) -> None:
        """Set an attribute."""
        ask, number = object.__getattribute__(self, "__given__")
        ask("given", number, "set", name, [value])


def special(name: str) -> Callable[..., Any]:
    """Make a special method that the examiner carries out."""

    def method(self: Any, *args: Any) -> Any:
        ask, number = object.__getattribute__(self, "__given__")
        return ask("given", number, "special", name, list(args))

    return method


def stand_in(ask: Ask, number: int, name: str, methods: list[str], own: Any) -> Given:
    """
    Make the stand-in for an object of the examiner.

    Parameters
    ----------
    ask, number
        As for `Callback`.
    name : str
        The name of its class.
    methods : list of str
        The special methods of its class.
    own : object
        What the notebook itself knows by this name: if it is a class, the object is of it.

    Returns
    -------
    Given
        The stand-in.
    """
    space = {method: special(method) for method in methods}
    try:
        bases: tuple[type, ...] = (Given, own) if isinstance(own, type) else (Given,)
        made: Given = object.__new__(type(name, bases, dict(space)))
    except TypeError:  # the class cannot have this one beside it, or makes its objects otherwise
        made = object.__new__(type(name, (Given,), dict(space)))
    object.__setattr__(made, "__given__", (ask, number))
    return made


class GivenInput(io.TextIOBase):
    """
    Stands for ``sys.stdin`` while a test cell has another one.

    Parameters
    ----------
    line : callable
        Gives the next line of the examiner's.
    """

    def __init__(self, line: Callable[[], str]) -> None:
        self.line = line

    def readline(self, size: Any = -1) -> str:  # type: ignore[override]
        """Read a line."""
        return str(self.line())

    def read(self, size: Any = -1) -> str:
        """Read all that is left."""
        return "".join(iter(self.readline, ""))

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True


def raised(kinds: Any, text: str) -> Exception:
    """Make the exception that a function of the examiner raised, by the name of its class."""
    for name in kinds if isinstance(kinds, (list, tuple)) else ():
        kind = getattr(builtins, str(name), None)
        if isinstance(kind, type) and issubclass(kind, Exception):
            try:
                return kind(text)
            except TypeError:  # one that is not made of a text
                continue
    return ValueError(text)
