"""
What a test cell hands over to student code: functions that it may call, objects that it may use.

They stay in the examiner. Of an object only the instructor's own classes can be handed over, and
only their plain attributes and methods are in reach; a `Mock` lets itself be called and nothing
else, so that nobody writes down calls that were not made.
"""

import linecache
import sys
import types
from collections.abc import Callable
from typing import Any

from course_lib.grading.examine.crossings import Crossings
from course_lib.grading.inside.objects import BASES, SPECIAL, name_of, special_methods
from course_lib.grading.inside.wire import WireError

MAX_DOC = 500
GIVEN = "course-given-"  # in the name of the folder that holds an instructor's own modules


class Handing:
    """
    What was handed over in one question, by number.

    Parameters
    ----------
    crossings : Crossings
        What may be done to it where.
    """

    def __init__(self, crossings: Crossings) -> None:
        self.crossings = crossings
        self.values: list[Any] = []
        self.numbers: dict[int, int] = {}
        self.files: list[str] = []

    def refer(self, value: Any) -> tuple[str, Any] | None:
        """Name a function or an object, if it can be handed over."""
        kind = type(value)
        if is_mock(value) or (is_instructors(kind) and not is_plain(value)):
            methods = [name for name in special_methods(kind) if hasattr(kind, name)]
            return ("given", [self.number(value), kind.__name__, list(dict.fromkeys(methods))])
        if not callable(value):
            return None
        if not isinstance(value, (types.FunctionType, types.MethodType)):
            return ("callback", self.number(value))
        doc = getattr(value, "__doc__", None)
        shown = doc[:MAX_DOC] if type(doc) is str else None
        return ("callback", [self.number(value), name_of(value), shown])

    def number(self, value: Any) -> int:
        """Number a function or an object."""
        if id(value) not in self.numbers:
            self.numbers[id(value)] = len(self.values)
            self.values.append(value)
        return self.numbers[id(value)]

    def passed(self, number: Any, as_object: bool) -> Any:
        """Find what was handed over, by its number."""
        if type(number) is not int or not 0 <= number < len(self.values):
            raise WireError("a function that was never passed")
        value = self.values[number]
        if as_object != (is_mock(value) or (is_instructors(type(value)) and not is_plain(value))):
            raise WireError("a function that was never passed")
        return value

    def call(self, function: Callable[..., Any], args: Any, kwargs: Any) -> Any:
        """Call a function."""
        if type(args) is not list or type(kwargs) is not dict:
            raise WireError("arguments that are none")
        return function(*args, **kwargs)

    def ask(self, value: Any, what: Any, name: Any, args: Any) -> Any:
        """Do what student code asks of an object."""
        if type(name) is not str or type(args) is not list:
            raise WireError("an attribute that is none")
        if what == "special" and name in SPECIAL:
            return getattr(type(value), name)(value, *args)
        mock = is_mock(value)
        if name.startswith("__") or (mock and name in dir(sys.modules["unittest.mock"].Mock())):
            raise AttributeError(name)
        if what == "get":
            return getattr(value, name)
        if what != "set" or len(args) != 1:
            raise WireError("something unexpected")
        if mock or not self.crossings.allows("set in what was given", name):
            raise AttributeError(f"{name} cannot be set here")
        return setattr(value, name, args[0])

    def source_of(self, name: str, text: str) -> Any:
        """Make a function in which `inspect.getsource` finds what the submitted notebook says."""
        if not text:
            raise AttributeError("__wrapped__")
        file = f"<the student's {name}>"
        lines = text.splitlines(keepends=True)
        linecache.cache[file] = (len(text), None, lines, file)
        self.files.append(file)
        code = compile("def f(): pass", file, "exec").co_consts[0]
        return types.FunctionType(code, {})

    def close(self) -> None:
        """Forget the texts."""
        while self.files:
            linecache.cache.pop(self.files.pop(), None)


def is_mock(value: Any) -> bool:
    """Tell whether an object is a `Mock`."""
    module = sys.modules.get("unittest.mock")
    return module is not None and isinstance(value, module.NonCallableMock)


def is_instructors(kind: type) -> bool:
    """Tell whether a class is defined in the instructor's cells, or in a module beside them."""
    module = str(getattr(kind, "__module__", ""))
    file = str(getattr(sys.modules.get(module), "__file__", None))
    return module == "__main__" or GIVEN in file


def is_plain(value: Any) -> bool:
    """Tell whether an object is built on a plain value, or is a class itself."""
    return isinstance(value, (type, *BASES))
