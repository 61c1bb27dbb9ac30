"""
What test cells see instead of the student's objects.

A stub forwards calls and reads over the wire and gives back plain data. A class of the student is a
class here too, so that `isinstance`, `issubclass` and ``except`` mean what they mean in a notebook;
it has the special methods that the student's class has. What Python asks through these while
it compares or converts is forwarded only where `crossings` allows it.
"""

import ast
import builtins
import contextlib
import inspect
import sys
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from course_lib.checks.model import Case, Outcome
from course_lib.checks.run import StudentError
from course_lib.grading.examine.cases import outcomes_of, script_of
from course_lib.grading.examine.crossings import NotAsked
from course_lib.grading.inside.kinds import NAMES
from course_lib.grading.inside.objects import BASES, SPECIAL

Request = Callable[..., Any]

# Of what begins and ends with two underscores, what may be read: no protocol of NumPy's is there.
NAMES_READ = """
dict doc annotations defaults kwdefaults code closure qualname module self func dataclass_fields
dataclass_params match_args slots members abstractmethods isabstractmethod cause context notes
"""
READABLE = frozenset(f"__{name}__" for name in NAMES_READ.split())
CLAIMS = {
    "builtins.function": types.FunctionType, "builtins.generator": types.GeneratorType,
    "builtins.builtin_function_or_method": types.BuiltinFunctionType,
    "builtins.coroutine": types.CoroutineType, "builtins.module": types.ModuleType,
    "builtins.map": map, "builtins.zip": zip, "builtins.filter": filter,
    "builtins.enumerate": enumerate, "builtins.reversed": reversed,
}  # fmt: skip
PLAIN = {base.__name__: base for base in BASES}


def error_table() -> Iterable[tuple[str, type[StudentError]]]:
    """Make, for each exception of Python's, one that is a student's as well."""
    for name, base in vars(builtins).items():
        ordinary = isinstance(base, type) and issubclass(base, (Exception, SystemExit))
        if ordinary and not issubclass(base, StudentError):
            with contextlib.suppress(TypeError):  # the few that are not made of a text
                made = type(name, (StudentError, base), {"__str__": lambda self: self.text})
                made((name,), "")
                yield name, made


TABLE = dict(error_table())


def student_error(kinds: Any, text: Any, where: Any, own: Any = None) -> StudentError:
    """
    Rebuild an exception of student code as one of a fixed list of classes, or of the student's own.

    Parameters
    ----------
    kinds, text, where : object
        What the student process says: class names, message, the student's line.
    own : object
        The stub of an exception whose class the notebook defines.

    Returns
    -------
    StudentError
        Also a `ValueError`, `TypeError`, … if it was one, so that test cells can expect it.
    """
    names = tuple(name[:100] for name in kinds if type(name) is str)[:20] if kinds else ()
    names = names or ("Exception",)
    error: Any = own
    if not isinstance(error, StudentError):
        known = next((TABLE[name] for name in names if name in TABLE), StudentError)
        error = known(names, "")
    told = {"kinds": names, "text": _text(text, 2000), "where": _text(where, 300)}
    args: Any = told["text"]
    if isinstance(error, KeyError):
        with contextlib.suppress(ValueError, SyntaxError, MemoryError, RecursionError):
            args = ast.literal_eval(args[:200])
    for name, value in (told | {"args": (args,)}).items():
        object.__setattr__(error, name, value)
    return error


def _text(value: Any, limit: int) -> str:
    return value[:limit] if type(value) is str else ""


# ------------------------------------------------------------------ objects


def vars_of(cls: type) -> Mapping[str, Any]:
    """Give the namespace of a class, whatever it says of itself."""
    found: Mapping[str, Any] = type.__dict__["__dict__"].__get__(cls)
    return found


def read(stub: Any, name: str) -> Any:
    """Read an attribute where the student's object is."""
    if name == "_stub" or (name.startswith("__") and name not in READABLE):
        raise AttributeError(name)
    try:
        return stub._stub[0]("get", stub, name)
    except NotAsked:
        raise AttributeError(f"{stub!r}, where something else is expected, has no {name}") from None


def property_of(name: str) -> property:
    """Make the property that reads an attribute which every object of Python's has."""

    def get(stub: Any) -> Any:
        if isinstance(stub, type) and "_stub" not in vars_of(stub):
            return vars_of(stub) if name == "__dict__" else None
        return read(stub, name)

    return property(get)


class StubType(type):
    """A class of the student: called, it makes an object in the student process."""

    _stub: tuple[Request, str, int]
    __doc__ = property_of("__doc__")
    __dict__ = property_of("__dict__")  # type: ignore[misc]
    __annotations__ = property_of("__annotations__")

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        """Make an object of it, or call it whatever it is."""
        if "_stub" not in vars_of(cls):
            raise TypeError("a class of the student cannot be a base of one in a test cell")
        return cls._stub[0]("call", cls, *args, **kwargs)

    def __getattr__(cls, name: str) -> Any:
        return read(cls, name)

    def __setattr__(cls, name: str, value: Any) -> None:
        cls._stub[0]("set", cls, name, value)

    def __repr__(cls) -> str:
        return f"<the student's class {cls.__name__}>"

    def __bool__(cls) -> bool:
        return True

    def __iter__(cls) -> Any:
        return cls._stub[0]("special", cls, "__iter__", [])

    def __len__(cls) -> Any:
        return cls._stub[0]("special", cls, "__len__", [])

    def __getitem__(cls, key: Any) -> Any:
        return cls._stub[0]("special", cls, "__getitem__", [key])

    def __contains__(cls, item: Any) -> Any:
        return cls._stub[0]("special", cls, "__contains__", [item])

    def _run_cases(
        cls,
        cases: Sequence[Case],
        parameters: tuple[str, ...],
        right: Mapping[str, Callable[..., Any]],
    ) -> list[Outcome]:
        """Run all cases of an exercise in the student process, as a notebook does in its own."""
        return run_there(cls, cases, parameters, right)

    def _called_by(cls, names: Sequence[str]) -> dict[str, Any]:
        """Ask which functions of the notebook this one uses; only a name that was asked counts."""
        return called_there(cls, names)


class Stub(metaclass=StubType):
    """An object that lives in the student process."""

    _claim = None  # the class of a library that it is of
    __doc__ = property_of("__doc__")
    __dict__ = property_of("__dict__")
    __annotations__ = property_of("__annotations__")

    @property  # type: ignore[misc]
    def __class__(self) -> Any:
        """The class that `isinstance` is to believe in."""
        return object.__getattribute__(self, "_claim") or type(self)

    def __repr__(self) -> str:
        return f"<the student's {type(self).__name__}>"

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("__"):  # Python's own, of an exception
            return object.__setattr__(self, name, value)
        return self._stub[0]("set", self, name, value)

    def __delattr__(self, name: str) -> None:
        self._stub[0]("delete", self, name)

    def __getattr__(self, name: str) -> Any:
        return read(self, name)

    def __deepcopy__(self, memo: Any) -> Any:
        return self._stub[0]("copy", self)

    def __copy__(self) -> Any:
        return self._stub[0]("copy", self)

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError("an object of the student cannot be stored")


class CallableStub(Stub):
    """A function or method of the student."""

    __doc__ = property_of("__doc__")

    def __repr__(self) -> str:
        return f"<the student's {self.__name__}>"

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it in the student process."""
        return self._stub[0]("call", self, *args, **kwargs)

    def _run_cases(
        self,
        cases: Sequence[Case],
        parameters: tuple[str, ...],
        right: Mapping[str, Callable[..., Any]],
    ) -> list[Outcome]:
        """Run all cases of an exercise in the student process, as a notebook does in its own."""
        return run_there(self, cases, parameters, right)

    def _called_by(self, names: Sequence[str]) -> dict[str, Any]:
        """Ask which functions of the notebook this one uses; only a name that was asked counts."""
        return called_there(self, names)

    @property
    def __signature__(self) -> inspect.Signature:
        """The parameters, for `inspect.signature`."""
        try:
            return signature(self._stub[0]("signature", self))
        except NotAsked:
            raise AttributeError("__signature__") from None

    @property
    def __wrapped__(self) -> Any:
        """What `inspect.getsource` looks at: the text of the submitted notebook."""
        return self._stub[0]("source", self)


def run_there(
    stub: Any,
    cases: Sequence[Case],
    parameters: tuple[str, ...],
    right: Mapping[str, Callable[..., Any]],
) -> list[Outcome]:
    """Run all cases of an exercise in the student process."""
    scripts = [script_of(case) for case in cases]
    told = stub._stub[0]("cases", stub, scripts, list(parameters), dict(right))
    return outcomes_of(told, cases, parameters)


def called_there(stub: Any, names: Sequence[str]) -> dict[str, Any]:
    """Ask which functions of the notebook a function or class uses."""
    told = stub._stub[0]("called", stub, list(names))
    found = told if type(told) is dict else {}
    right = {name: found[name] for name in names if name in found}
    return {k: v if isinstance(v, (CallableStub, StubType)) else None for k, v in right.items()}


def signature(told: Any) -> inspect.Signature:
    """Rebuild a signature; raise `TypeError` or `ValueError` if it is none."""
    parameters, result = told
    none = inspect.Parameter.empty
    made = [
        inspect.Parameter(
            name, inspect._ParameterKind(kind),
            default=default if has_default is True else none,
            annotation=annotation if has_annotation is True else none,
        )
        for name, kind, has_default, default, has_annotation, annotation in parameters
    ]  # fmt: skip
    return inspect.Signature(made, return_annotation=result[0] if result else none)


# ------------------------------------------------------------------ special methods


def forwarder(name: str) -> Callable[..., Any]:
    """Make a special method that the student's object carries out, where it may."""

    def method(self: Any, *args: Any) -> Any:
        try:
            return self._stub[0]("special", self, name, list(args))
        except NotAsked:
            return without(self, name, args)

    method.__name__ = name
    return method


def leave(self: Any, kind: Any, error: Any, trace: Any) -> Any:
    """End a ``with`` block; of an exception its class and its text are told."""
    names = [base.__name__ for base in type(error).__mro__] if error is not None else []
    return self._stub[0]("leave", self, names, "" if error is None else str(error))


def call(self: Any, *args: Any, **kwargs: Any) -> Any:
    """Call an object."""
    return self._stub[0]("call", self, *args, **kwargs)


def without(self: Any, name: str, args: tuple[Any, ...]) -> Any:
    """Do what Python does with an object that lacks a special method."""
    base = next((base for base in BASES if isinstance(self, base)), Stub)
    if hasattr(base, name) and (base is not Stub or name in ("__repr__", "__eq__", "__ne__")):
        return getattr(base, name)(self, *args)
    if name in PLAINLY:
        return PLAINLY[name](self, *args)
    if name in UNARY:
        raise TypeError(f"{self!r}, where a plain value is expected")
    return NotImplemented


PLAINLY: dict[str, Callable[..., Any]] = {
    "__bool__": lambda self: True,
    "__hash__": object.__hash__,
    "__str__": repr,
    "__repr__": Stub.__repr__,
    "__format__": object.__format__,
    "__contains__": lambda self, item: any(item is each or item == each for each in self),
}
NAMES_UNARY = "int float complex index bytes abs neg pos invert round trunc floor ceil"
UNARY = frozenset(f"__{name}__" for name in NAMES_UNARY.split())
FORWARDERS: dict[str, Callable[..., Any]] = {
    **{name: forwarder(name) for name in SPECIAL},
    "__exit__": leave,
    "__call__": call,
}


# ------------------------------------------------------------------ classes


@dataclass(frozen=True)
class Told:
    """What the student process tells of a class; taken apart and looked at."""

    name: str
    library: str
    plain: str
    errors: tuple[str, ...]
    bases: tuple[Any, ...]
    methods: tuple[str, ...]
    hashable: bool

    @classmethod
    def read(cls, told: Any) -> "Told":
        """Read it, or raise `ValueError`."""
        if type(told) is not list or len(told) != 7:
            raise ValueError("no class")
        name, library, plain, errors, bases, methods, hashable = told
        if not all(type(each) is str and len(each) <= 300 for each in (name, library, plain)):
            raise ValueError("no texts")
        if not all(type(each) is list and len(each) <= 100 for each in (errors, bases, methods)):
            raise ValueError("no lists")
        return cls(
            name.replace("\0", ""), library, plain,
            tuple(each for each in errors if type(each) is str), tuple(bases),
            tuple(each for each in methods if type(each) is str and each in SPECIAL),
            hashable is True,
        )  # fmt: skip


def mirror(told: Told, request: Request, index: int, bases: Sequence[type]) -> type:
    """
    Make the class that stands for one of the student's.

    Parameters
    ----------
    told : Told
        What is told of it.
    request : callable
        Asks the student process.
    index : int
        Its number there.
    bases : sequence of type
        The stand-ins of its bases that the notebook defines.

    Returns
    -------
    type
        A class whose objects forward what they are asked.
    """
    space: dict[str, Any] = {name: FORWARDERS[name] for name in told.methods}
    if not told.hashable:
        space["__hash__"] = None
    elif "__eq__" in space and "__hash__" not in space:
        space["__hash__"] = object.__hash__
    kinds = list(bases) or [Stub]
    if told.errors:
        space = {"__str__": text_of}
        known = next((TABLE[name] for name in told.errors if name in TABLE), StudentError)
        kinds = [*kinds, known] if not any(issubclass(kind, known) for kind in kinds) else kinds
    elif told.plain in PLAIN:
        base = PLAIN[told.plain]
        kinds = [*kinds, base] if not any(issubclass(kind, base) for kind in kinds) else kinds
    space |= {"__module__": "__main__", "_claim": claim(told.library)}
    try:
        made = StubType(told.name, tuple(kinds), space)
    except TypeError:  # bases that do not go together
        made = StubType(told.name, (Stub,), space)
    type.__setattr__(made, "_stub", (request, "class", index))
    return made


def text_of(error: Any) -> str:
    """Give the text of an exception, which is known where it was raised."""
    if error.text is None:
        return str(FORWARDERS["__str__"](error))
    return str(error.text)


def claim(library: str) -> type | None:
    """Find the class of a library by its name, if it is one whose objects are no plain data."""
    if library in CLAIMS:
        return CLAIMS[library]
    package, *parts = library.split(".")
    if package in ("builtins", "numpy", "course_lib"):
        return None
    for cut in range(len(parts), 0, -1):
        found: Any = sys.modules.get(".".join([package, *parts[: cut - 1]]))
        for part in parts[cut - 1 :] if found is not None else ():
            found = vars(found).get(part) if isinstance(found, (type, types.ModuleType)) else None
        if isinstance(found, type) and id(found) not in NAMES:
            return found
    return None


def stub_of(kind: Any, request: Request, index: int, value: Any = None) -> Any:
    """
    Make the stand-in for one object.

    Parameters
    ----------
    kind : type
        Its class, as `mirror` made it, or `CallableStub`.
    request : callable
        Asks the student process.
    index : int
        Its number there.
    value : object
        The plain value that it is built on, if it is.

    Returns
    -------
    object
        It is also the plain value.
    """
    base: Any = next((base for base in BASES if issubclass(kind, base)), None)
    if base is None:
        made = kind.__new__(kind)
    elif base in (dict, list):
        made = base.__new__(kind)
        base.__init__(made, value)
    else:
        made = base.__new__(kind, value)
    more = {"kinds": (kind.__name__,), "text": None, "where": ""}
    own = {"_stub": (request, "object", index)}
    for name, part in (own | (more if issubclass(kind, StudentError) else {})).items():
        object.__setattr__(made, name, part)
    return made
