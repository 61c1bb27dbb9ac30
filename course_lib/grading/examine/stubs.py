"""
What test cells see instead of the student's objects.

A stub forwards calls and reads over the wire and gives back plain data. It
forwards nothing that Python itself asks while comparing or converting: no
``__eq__``, ``__bool__``, ``__float__`` or ``__array__`` of a student is ever run.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from course_lib.checks.model import Case, Outcome
from course_lib.checks.run import StudentError
from course_lib.grading.examine.cases import outcomes_of, script_of

Request = Callable[..., Any]

RAISED = (
    ValueError, TypeError, ZeroDivisionError, NotImplementedError, KeyError, IndexError,
    AttributeError, NameError, RuntimeError, OverflowError, FloatingPointError, ArithmeticError,
    LookupError, MemoryError, RecursionError,
)  # fmt: skip
TABLE: dict[str, type[StudentError]] = {
    base.__name__: type(base.__name__, (StudentError, base), {}) for base in RAISED
}


def student_error(kinds: Any, text: Any, where: Any) -> StudentError:
    """
    Rebuild an exception of student code as one of a fixed list of classes.

    Parameters
    ----------
    kinds, text, where : object
        What the student process says: class names, message, the student's line.

    Returns
    -------
    StudentError
        Also a `ValueError`, `TypeError`, … if it was one, so that test cells can expect it.
    """
    names = tuple(name[:100] for name in kinds if type(name) is str)[:20] if kinds else ()
    names = names or ("Exception",)
    known = next((TABLE[name] for name in names if name in TABLE), StudentError)
    return known(names, _text(text, 2000), _text(where, 300))


def _text(value: Any, limit: int) -> str:
    return value[:limit] if type(value) is str else ""


class Stub:
    """A function, class or object that lives in the student process."""

    def __init__(self, request: Request, kind: str, index: int, name: str) -> None:
        self._stub = (request, kind, index)
        self._given: dict[str, tuple[dict[Any, Any], dict[Any, Any]]] = {}
        self.__name__ = name

    def __repr__(self) -> str:
        return f"<the student's {self.__name__}>"

    def __setattr__(self, name: str, value: Any) -> None:
        if name in ("_stub", "_given", "__name__"):
            object.__setattr__(self, name, value)
            return
        given, before = self._given.get(name, (None, {}))
        if value is given and given is not None:  # a dict handed back: only its keys were changed
            changed = {k: v for k, v in given.items() if k not in before or before[k] is not v}
            self._stub[0]("put", self, name, changed, [k for k in before if k not in given])
        else:
            self._stub[0]("set", self, name, value)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = self._stub[0]("get", self, name)
        if type(value) is dict:
            self._given[name] = value, dict(value)
        return value

    def __getitem__(self, key: Any) -> Any:
        return self._stub[0]("item", self, key)

    def __len__(self) -> int:
        return int(self._stub[0]("len", self))

    def __iter__(self) -> Iterator[Any]:
        return iter(self._stub[0]("iter", self))

    def __bool__(self) -> bool:
        return True


class CallableStub(Stub):
    """A function, method or class of the student."""

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
        scripts = [script_of(case) for case in cases]
        told = self._stub[0]("cases", self, scripts, list(parameters), dict(right))
        return outcomes_of(told, cases, parameters)

    def _called_by(self, names: Sequence[str]) -> dict[str, "CallableStub | None"]:
        """Ask which functions of the notebook this one uses; only a name that was asked counts."""
        told = self._stub[0]("called", self, list(names))
        found = told if type(told) is dict else {}
        right = {name: found[name] for name in names if name in found}
        return {k: v if isinstance(v, CallableStub) else None for k, v in right.items()}


class StudentNames(dict[str, Any]):
    """
    Global names of a test cell; those it does not hold yet are looked up.

    Parameters
    ----------
    lookup : callable
        Gives the value of a name, or raises `KeyError`.
    """

    def __init__(self, lookup: Callable[[str], Any]) -> None:
        super().__init__()
        self.lookup = lookup

    def __missing__(self, name: str) -> Any:
        if name.startswith("__"):
            raise KeyError(name)
        return self.lookup(name)
