"""
One mistake costs once: an answer is judged with right functions in place of earlier wrong ones.

Where an answer is wrong and calls an earlier exercise, it is judged again. A stand-in takes the
earlier function's name. It knows the calls that a right answer makes on the same cases, and what a
right function gives there; for anything else it calls the student's own function. So there is no
reference where student code runs. Of hidden cases the examiner keeps the calls: the stand-in asks.
"""

import builtins
import copy
import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from types import CodeType
from typing import Any

import numpy as np

from course_lib.checks.model import Call, Plain
from course_lib.checks.plain import Function, RefusedError, plain

# What students compute in another order differs by rounding alone.
RTOL, ATOL = 1e-9, 1e-12
MISSING = object()
MAX_UNKNOWN = 500  # then it asks no more: a function calls it with each number by itself


class Known:
    """
    The right results of an earlier function, for the calls that were recorded.

    Parameters
    ----------
    calls : sequence of Call
        What was recorded.
    """

    most = 5_000  # questions of one notebook at one test cell; the examiner answers no more

    def __init__(self, calls: Sequence[Call]) -> None:
        self.calls = calls
        self.next = 0  # answers mostly call in the order of the one that was recorded

    def __call__(self, args: Any, kwargs: Any) -> list[Plain]:
        """Give ``["value", result]``, ``["error", class]``, or an empty list if it is not known."""
        if type(args) is not list or type(kwargs) is not dict:
            return []
        for k in range(len(self.calls)):
            position = (self.next + k) % len(self.calls)
            call = self.calls[position]
            if fits(call, args, kwargs):
                self.next = position + 1
                return ["error", call.error] if call.error else ["value", copy.deepcopy(call.value)]
        return []


def fits(call: Call, args: list[Plain], kwargs: Mapping[str, Plain]) -> bool:
    """Tell whether arguments are those of a recorded call."""
    names = list(call.given)
    passed = {**dict(zip(names, args, strict=False)), **kwargs}
    if len(passed) != len(args) + len(kwargs):
        return False
    if not all(name in passed or name in call.optional for name in names):
        return False
    return all(name in call.given and alike(call.given[name], passed[name]) for name in passed)


def alike(known: Plain, given: Plain) -> bool:
    """
    Tell whether two values are the same up to rounding; nothing of `given` is run or believed.

    Parameters
    ----------
    known, given : Plain
        The recorded argument and the one that is passed.

    Returns
    -------
    bool
        False for other shapes, keys or types.

    Examples
    --------
    >>> alike([0.3, 2], [0.1 + 0.2, 2.0]), alike(1.0, [1.0])
    (True, False)
    """
    numbers = (bool, int, float, np.ndarray)
    if type(known) in numbers and type(given) in numbers:
        known, given = np.asarray(known), np.asarray(given)
        if known.shape != given.shape or "O" in known.dtype.kind + given.dtype.kind:
            return False
        with np.errstate(all="ignore"):
            return bool(np.allclose(given, known, RTOL, ATOL, equal_nan=True))
    if isinstance(known, Mapping):
        same_keys = type(given) is dict and known.keys() == given.keys()
        return same_keys and all(alike(known[key], given[key]) for key in known)
    if isinstance(known, (list, tuple)):
        same_length = type(given) is type(known) and len(given) == len(known)
        return same_length and all(map(alike, known, given))
    return type(known) is type(given) and known == given


def called_by(function: Function, names: Sequence[str]) -> dict[str, Function | None]:
    """
    Find which of some functions of the notebook a function uses, also through others.

    Parameters
    ----------
    function : callable
        A student's function or class, or a stub for it.
    names : sequence of str
        Names of earlier exercises.

    Returns
    -------
    dict of str to callable or None
        In the order of `names`; None where nothing has that name yet.
    """
    elsewhere = getattr(type(function), "_called_by", None)
    if elsewhere is not None:
        found: dict[str, Function | None] = elsewhere(function, names)
        return found
    space, used, waiting = namespace(function), set[str](), [function]
    while waiting:
        new = {name for code in codes_of(waiting.pop()) for name in code.co_names} - used
        used |= new
        values = (space.get(name) for name in sorted(new))
        waiting += [value for value in values if callable(value) and namespace(value) is space]
    return {name: space.get(name) for name in names if name in used}


def namespace(function: object) -> dict[str, Any]:
    """Give the global names that the code of a function or class sees."""
    parts = vars(function).values() if inspect.isclass(function) else [function]
    plain_ones = [inspect.unwrap(part) for part in parts if inspect.isfunction(part)]
    return plain_ones[0].__globals__ if plain_ones else {}


def codes_of(function: object) -> Iterator[CodeType]:
    """Give the code of a function, or of a class's methods, and all that lies in it."""
    parts = list(vars(function).values()) if inspect.isclass(function) else [function]
    # Properties and class methods hold their function in an attribute.
    parts = [getattr(part, "fget", None) or getattr(part, "__func__", part) for part in parts]
    waiting = [inspect.unwrap(part).__code__ for part in parts if inspect.isfunction(part)]
    while waiting:
        code = waiting.pop()
        yield code
        waiting += [inner for inner in code.co_consts if isinstance(inner, CodeType)]


@contextmanager
def standing_in(function: Function, right: Mapping[str, Callable[..., Any]]) -> Iterator[None]:
    """
    Put stand-ins in the place of earlier functions, where a function looks them up.

    Parameters
    ----------
    function : callable
        The student's function or class.
    right : mapping of str to callable
        For each name a `Known`, or what asks one.
    """
    space = namespace(function)
    before = {name: space.get(name, MISSING) for name in right}
    space.update({name: stand_in(name, before[name], ask) for name, ask in right.items()})
    try:
        yield
    finally:
        for name, own in before.items():
            if own is MISSING:
                del space[name]
            else:
                space[name] = own


def stand_in(name: str, own: Any, ask: Callable[..., Any]) -> Function:
    """Make a function that gives what is known, and else what the student's own gives."""
    unknown = 0

    def right(*args: Any, **kwargs: Any) -> Any:
        nonlocal unknown
        told: list[Plain] = []
        if unknown < MAX_UNKNOWN:
            with suppress(RefusedError):
                told = ask(plain(list(args)), plain(kwargs))
        if not told:
            unknown += 1
            if own is MISSING:
                raise NameError(f"name '{name}' is not defined")
            return own(*args, **kwargs)
        if told[0] == "error":
            raise getattr(builtins, told[1])
        return told[1]

    return right
