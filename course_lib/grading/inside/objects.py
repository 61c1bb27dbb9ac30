"""
Objects that stay on their side of the wire, and what is told of them.

A student's object never crosses. The examiner gets its number and, once for each class, what Python
itself would ask of the class: its name, its bases, and the special methods that it defines.
"""

import inspect
from collections.abc import Iterator
from typing import Any

from . import kinds

# What a class may define that Python calls by itself. The examiner's stand-in has those that the
# student's class has and no others: `len(x)`, `x + y` or `in` mean there what they mean here.
NAMES = """
len length_hint iter next getitem setitem delitem contains reversed call enter exit
bool int float complex index str repr format bytes hash abs neg pos invert round trunc floor ceil
eq ne lt le gt ge
add sub mul matmul truediv floordiv mod divmod pow lshift rshift and or xor
radd rsub rmul rmatmul rtruediv rfloordiv rmod rdivmod rpow rlshift rrshift rand ror rxor
iadd isub imul imatmul itruediv ifloordiv imod ipow ilshift irshift iand ior ixor
"""
SPECIAL = frozenset(f"__{name}__" for name in NAMES.split())
BASES = (bool, int, float, str, bytes, tuple, list, dict)
NOTEBOOK = "__main__"
MAX_NAME = 100


class Objects:
    """The objects that the other side knows by number; each is kept until the process ends."""

    def __init__(self) -> None:
        self.kept: list[Any] = []
        self.numbers: dict[int, int] = {}
        self.told: set[int] = set()  # numbers of the classes of which the other side knows all
        self.silent = False  # whether what is named now is only compared, not sent

    def number(self, value: Any) -> int:
        """Number an object."""
        if id(value) not in self.numbers:
            self.numbers[id(value)] = len(self.kept)
            self.kept.append(value)
        return self.numbers[id(value)]

    def refer(self, value: Any) -> tuple[str, Any]:
        """Name an object: its kind, its number, and its class."""
        kind = type(value)
        if isinstance(value, type):
            return "class", self.of_class(value)
        if isinstance(value, BASES) and kind not in BASES:
            return "own", [self.number(value), self.of_class(kind)]
        if callable(value) and kind.__module__ != NOTEBOOK:
            return "call", [self.number(value), name_of(value), kind.__name__[:MAX_NAME]]
        return "object", [self.number(value), self.of_class(kind)]

    def of_class(self, kind: type) -> list[Any]:
        """Name a class; the first time with all that is told of it."""
        number = self.number(kind)
        if number in self.told or self.silent:
            return [number, None]
        self.told.add(number)
        return [number, self.describe(kind)]

    def describe(self, kind: type) -> list[Any]:
        """Tell of a class what its stand-in needs: plain data and other classes of the notebook."""
        own = [base for base in kind.__bases__ if base.__module__ == NOTEBOOK]
        library = next((base for base in kind.__mro__ if base.__module__ != NOTEBOOK), object)
        plain = next((base.__name__ for base in BASES if issubclass(kind, base)), "")
        errors = [base.__name__ for base in kind.__mro__ if issubclass(base, BaseException)]
        defined = list(dict.fromkeys(special_methods(kind)))
        return [
            kind.__name__[:MAX_NAME],
            f"{library.__module__}.{library.__qualname__}"[: 2 * MAX_NAME],
            plain,
            [name[:MAX_NAME] for name in errors][:20],
            [self.of_class(base) for base in own[:20]],
            [name for name in defined if getattr(kind, name, None) is not None],
            getattr(kind, "__hash__", None) is not None,
        ]


def special_methods(kind: type) -> Iterator[str]:
    """List the special methods of a class, without those of the plain kinds it is built on."""
    plainest = (object, *BASES) if kind.__module__ != "builtins" else (object,)
    for base in kind.__mro__:
        error = issubclass(base, BaseException) and base.__module__ == "builtins"
        if base not in plainest and not error:
            yield from (name for name in vars(base) if name in SPECIAL)


def name_of(value: Any) -> str:
    """Give the name of a function, or of what is called like one."""
    name = getattr(value, "__name__", type(value).__name__)
    return name[:MAX_NAME] if type(name) is str else type(value).__name__


def signature_of(value: Any) -> list[Any]:
    """
    Take the signature of a function apart.

    Parameters
    ----------
    value : callable
        The function.

    Returns
    -------
    list
        For each parameter its name, its kind, whether it has a default, the default, whether it
        has an annotation, the annotation; last the annotation of the result, as a list of one or
        none.
    """
    found = inspect.signature(value)
    parameters = [
        [
            each.name, int(each.kind), each.default is not each.empty, given(each.default),
            each.annotation is not each.empty, given(each.annotation),
        ]
        for each in found.parameters.values()
    ]  # fmt: skip
    result = found.return_annotation
    return [parameters, [] if result is found.empty else [given(result)]]


def given(value: Any) -> Any:
    """Give a default or an annotation as it is if it is plain, else as text."""
    plain = (type(None), bool, int, float, complex, str, tuple)
    known = isinstance(value, type) and id(value) in kinds.NAMES
    return value if known or type(value) in plain else repr(value)[:MAX_NAME]
