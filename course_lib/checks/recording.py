"""Records how right answers call earlier exercises of their chapter (instructor's edition)."""

import builtins
import contextlib
import functools
import inspect
import json
import sys
import threading
import warnings
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from course_lib._chapters import COURSE
from course_lib.checks.encode import encode
from course_lib.checks.follow import alike
from course_lib.checks.model import Call, Case, Exercise, Plain
from course_lib.checks.plain import Function, Inputs, RefusedError, plain
from course_lib.checks.run import run_case

MAX_CALLS = 2000  # of one function
_one_at_a_time = threading.Lock()


def record(
    exercise: Exercise, earlier: Sequence[Exercise], cases: Sequence[Case], names: tuple[str, ...]
) -> dict[str, tuple[Call, ...]]:
    """
    Run the right answers to an exercise, and keep their calls of earlier ones.

    An earlier function is also called with what each case passes under the names of its parameters:
    so do many right answers that we have not written.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    earlier : sequence of Exercise
        Those that it may call.
    cases : sequence of Case
        What is run.
    names : tuple of str
        Names of its parameters.

    Returns
    -------
    dict of str to tuple of Call
        By name of the earlier exercise; no two calls with the same arguments.
    """
    functions = [one for one in earlier if inspect.isfunction(one.reference)]
    recorders = {one.name: Recorder(one.reference) for one in functions}
    answers = (exercise.reference, *(other.implementation for other in exercise.alternatives))
    with _one_at_a_time, watching(list(recorders.values())):
        for answer in answers:
            for case in cases:
                run_case(case, answer, names, quiet=True)
    for case, recorder in product(cases, recorders.values()):
        for step in case.steps:
            recorder.call_by_name({**dict(zip(names, step.args, strict=False)), **step.kwargs})
    return {name: tuple(found.calls.values()) for name, found in recorders.items() if found.calls}


class Recorder:
    """A reference function, and the calls of it that were plain data on both ends."""

    def __init__(self, function: Function) -> None:
        self.function, self.calls = function, dict[str, Call]()
        self.signature = inspect.signature(function)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function, and keep what it was given and what it gave."""
        given = self.given(args, kwargs)
        try:
            value = self.function(*args, **kwargs)
        except Exception as problem:
            kinds = [base.__name__ for base in type(problem).__mro__]
            self.keep(given, error=next(kind for kind in kinds if hasattr(builtins, kind)))
            raise
        self.keep(given, value)
        return value

    def call_by_name(self, values: Mapping[str, Plain]) -> None:
        """Call the function with those values that have the names of its parameters."""
        chosen = {name: values[name] for name in self.signature.parameters if name in values}
        fresh = Inputs().fresh(chosen)
        with contextlib.suppress(Exception), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self(**fresh)

    def given(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Plain]:
        """Copy the arguments by name; empty if there is more than plain data among them."""
        try:
            bound = self.signature.bind(*args, **kwargs)
            bound.apply_defaults()
            return {name: plain(value) for name, value in bound.arguments.items()}
        except (TypeError, RefusedError):
            return {}

    def keep(self, given: dict[str, Plain], value: Any = None, error: str = "") -> None:
        """Keep a call, once."""
        key = json.dumps(encode(given))
        if not given or key in self.calls or len(self.calls) >= MAX_CALLS:
            return
        defaults = {name: each.default for name, each in self.signature.parameters.items()}
        optional = tuple(name for name in given if alike(defaults[name], given[name]))
        with contextlib.suppress(RefusedError):
            self.calls[key] = Call(given, optional, plain(value), error)


@contextlib.contextmanager
def watching(recorders: Sequence[Recorder]) -> Iterator[None]:
    """Put recorders wherever a module of the course has their functions."""
    own = ("course_lib", COURSE.package)
    modules = [module for name, module in sys.modules.items() if name.partition(".")[0] in own]
    places = [
        (module, name, recorder)
        for module in modules
        for name, value in vars(module).items()
        for recorder in recorders
        if value is recorder.function
    ]
    try:
        for module, name, recorder in places:
            setattr(module, name, functools.wraps(recorder.function)(recorder))
        yield
    finally:
        for module, name, recorder in places:
            setattr(module, name, recorder.function)
