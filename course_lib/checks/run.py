"""Runs a case on a function or class and records what happened as plain data."""

import contextlib
import difflib
import io
import linecache
import os
import re
import traceback
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import FrameType
from typing import Any

import numpy as np

from course_lib.checks.follow import standing_in
from course_lib.checks.functions import OBSERVERS
from course_lib.checks.grader import refuse_what_numpy_will
from course_lib.checks.model import RESULT, Case, Error, Outcome, Plain, Step
from course_lib.checks.plain import Function, Inputs, RefusedError, plain, take
from course_lib.checks.reading import notes_on

OWN_FOLDER = os.path.dirname(__file__)
LIBRARIES = tuple(os.path.dirname(str(module.__file__)) for module in (os, np))
MAX_TEXT = 200
MAX_NAMED = 4


class StudentError(Exception):
    """An exception of student code in another process, raised by the stub that called it.

    Parameters
    ----------
    kinds : tuple of str
        Names of the exception's class and its bases, most derived first.
    text : str
        Its message.
    where : str
        The student's line, such as ``"line 3: return a @ b"``.
    """

    def __init__(self, kinds: tuple[str, ...], text: str, where: str = "") -> None:
        super().__init__(text)
        self.kinds = kinds
        self.text = text
        self.where = where


def run_case(
    case: Case, function: Function, parameters: tuple[str, ...] = (), quiet: bool = False
) -> Outcome:
    """
    Run one case.

    Parameters
    ----------
    case : Case
        The script.
    function : callable
        The student's function or class, or a stub for it.
    parameters : tuple of str
        Parameter names of a plain function, for naming changed arguments.
    quiet : bool, default=False
        Swallow what the function prints.

    Returns
    -------
    Outcome
        Values, error, changed arguments and warnings.
    """
    inputs, objects = Inputs(), {"": function}
    values: list[tuple[str, Plain]] = []
    facts: list[tuple[str, Plain]] = []
    error, refusal = None, ""
    silence = contextlib.redirect_stdout(io.StringIO()) if quiet else contextlib.nullcontext()
    with warnings.catch_warnings(record=True) as caught, np.errstate(all="warn", under="ignore"):
        warnings.simplefilter("always")
        refuse_what_numpy_will()
        with silence:
            try:
                for step in case.steps:
                    value = perform(step, objects, inputs, parameters)
                    if step.quantity:
                        values.append((step.quantity, plain(value)))
                facts = observed(case, values)
            except RefusedError as reason:
                refusal = str(reason)
            except (Exception, SystemExit) as problem:
                error = describe(problem)
            finally:
                inputs.restore()
    found = tuple(dict.fromkeys(describe_warning(warning) for warning in caught))
    return Outcome(
        tuple(facts if case.observe else values), error, refusal, inputs.changed(), found
    )


def run_cases(
    cases: Sequence[Case],
    function: Function,
    parameters: tuple[str, ...] = (),
    quiet: bool = False,
    right: Mapping[str, Function] | None = None,
) -> list[Outcome]:
    """
    Run the cases of an exercise; a stub runs them where its code is.

    Parameters
    ----------
    cases : sequence of Case
        In order.
    function : callable
        The student's function or class, or a stub for it.
    parameters : tuple of str
        Parameter names of a plain function.
    quiet : bool, default=False
        Swallow what the function prints.
    right : mapping of str to callable, optional
        Knows right results of earlier functions, see `course_lib.checks.follow`.

    Returns
    -------
    list of Outcome
        One a case; the last one is of the first case that says "not written yet".
    """
    elsewhere = getattr(type(function), "_run_cases", None)
    if elsewhere is not None:
        return list(elsewhere(function, cases, parameters, right or {}))
    outcomes: list[Outcome] = []
    with standing_in(function, right or {}):
        for case in cases:
            outcomes.append(run_case(case, function, parameters, quiet))
            if not_written(outcomes[-1]) and parameters:  # of a class the other methods are judged
                break
    outcomes[0] = replace(outcomes[0], notes=notes_on(function, parameters))
    return outcomes


def not_written(outcome: Outcome) -> bool:
    """Tell whether the stub is still there."""
    return outcome.error is not None and "NotImplementedError" in outcome.error.kinds


def perform(
    step: Step, objects: dict[str, Any], inputs: Inputs, parameters: tuple[str, ...]
) -> Any:
    """Do one step and return the raw value it gives."""
    if step.do == "global state":
        return stirred_state(objects) if step.object else global_state()
    target = objects[step.object if step.do != "construct" else ""]
    if step.do == "look":
        return target
    if step.do == "spoil":
        return inputs.spoil(target)
    if step.do in ("read", "write"):
        return access(step, target, inputs)
    names = parameters if not step.object else ()
    args = [
        inputs.passing(names[k] if k < len(names) else argument_name(step, k), value)
        for k, value in enumerate(step.args)
    ]
    kwargs = {name: inputs.passing(name, value) for name, value in step.kwargs.items()}
    result = (getattr(target, step.name) if step.name else target)(*args, **kwargs)
    if step.do == "construct":
        objects[step.object] = result
    result = take(result) if step.iterate else result
    if step.keep:
        objects[step.keep] = result
    return result


def stirred_state(objects: dict[str, Any]) -> Any:
    """
    Read the state of NumPy's global generator in a state that nobody has seeded, or again.

    The second time it is left as it was found. Else a seed that an earlier call has set would look
    as if it had been there before.
    """
    if "found" not in objects:
        objects["found"] = np.random.get_state()  # noqa: NPY002
        np.random.random()  # noqa: NPY002
        return global_state()
    state = global_state()
    np.random.set_state(objects["found"])  # noqa: NPY002
    return state


def global_state() -> list[int]:
    """Give what changes when NumPy's global generator is seeded or drawn from."""
    state = np.random.get_state(legacy=False)  # noqa: NPY002
    inner = state["state"]
    return [int(inner["key"].sum()), int(inner["pos"]), int(state["has_gauss"])]


def argument_name(step: Step, position: int) -> str:
    """Name an argument whose parameter name is not known."""
    return f"argument {position + 1} of {step.name or 'the constructor'}"


def access(step: Step, target: Any, inputs: Inputs) -> Any:
    """Read or bind an attribute, or one key of an attribute that is a dict."""
    if step.do == "read":
        value = getattr(target, step.name)
        return value[step.key] if step.key else value
    value = inputs.fresh(step.args[0])
    if not step.key:
        return setattr(target, step.name, value)
    holder = getattr(target, step.name)
    holder[step.key] = value
    # Behind a stub `holder` is a copy, so it is handed back.
    with contextlib.suppress(AttributeError):
        setattr(target, step.name, holder)
    return None


def observed(case: Case, values: list[tuple[str, Plain]]) -> list[tuple[str, Plain]]:
    """Return the facts that the case's observer, if it has one, finds in the values."""
    if not case.observe:
        return []
    try:
        return [(RESULT, OBSERVERS[case.observe]([value for _, value in values]))]
    except KeyError as problem:
        raise RefusedError(f"has no key {problem}") from None
    except (ValueError, TypeError, IndexError, AttributeError) as problem:
        raise RefusedError(f"has another form than asked: {problem}") from None


def describe(problem: BaseException) -> Error:
    """Turn an exception into data: class, text, and the student's own line."""
    if isinstance(problem, StudentError):
        return Error(problem.kinds[0], problem.kinds, problem.text[:MAX_TEXT], problem.where)
    kinds = tuple(base.__name__ for base in type(problem).__mro__[:-2])
    try:
        text = str(problem)
    except Exception:
        text = ""
    frame, where = student_frame(problem), student_line(problem)
    if frame and isinstance(problem, NotImplementedError):
        text = frame.f_code.co_name  # which stub it is
    if frame and type(problem) is NameError:
        text += spelled(problem, frame)
    if frame and (shapes := list(shapes_of(frame, where, problem))):
        where += f"\n  There {', '.join(shapes[:MAX_NAMED])}."
    return Error(kinds[0], kinds, text[:MAX_TEXT], where)


def spelled(problem: NameError, frame: FrameType) -> str:
    """Give the name that was meant, as Python does below a traceback."""
    names = [name for name in (*frame.f_locals, *frame.f_globals) if type(name) is str]
    known = [name for name in names if not name.startswith("_")]
    close = difflib.get_close_matches(str(problem.name), known, n=1, cutoff=0.8)
    return f". Did you mean: '{close[0]}'?" if close else ""


def shapes_of(frame: FrameType, line: str, problem: BaseException) -> Iterator[str]:
    """Say which shapes the arrays on a line have, or the keys of a dict that lacks one."""
    known = dict(frame.f_locals)
    missing = problem.args[0] if problem.args else None
    names = [name for name in dict.fromkeys(re.findall(r"[A-Za-z_]\w*", line)) if name in known]
    for name in names:
        value = known[name]
        if type(value) is np.ndarray and isinstance(problem, (ValueError, IndexError)):
            yield f"{name} has shape {value.shape}"
        elif type(value) is dict and isinstance(problem, KeyError):
            keys = [repr(key) for key in value if type(key) is str][: 2 * MAX_NAMED]
            if keys and not (type(missing) is str and missing in value):
                yield f"{name} has the keys {', '.join(keys)}"


def student_step(problem: BaseException) -> tuple[FrameType, int] | None:
    """Find the deepest frame of student code in a traceback, and the number of its line."""
    frames = list(traceback.walk_tb(problem.__traceback__))
    own = [pair for pair in frames if os.path.dirname(pair[0].f_code.co_filename) != OWN_FOLDER]
    theirs = [pair for pair in own if not is_library(pair[0].f_code.co_filename)] or own
    theirs = [pair for pair in theirs if not is_of_course(pair[0].f_code.co_filename)] or theirs
    return theirs[-1] if theirs else None


def student_frame(problem: BaseException) -> FrameType | None:
    """Give the deepest frame of student code in a traceback."""
    step = student_step(problem)
    return step[0] if step else None


def is_of_course(filename: str) -> bool:
    """Tell whether a file is the course's own; the exercises' wrong answers stand for students'."""
    inside = filename.startswith(os.path.dirname(OWN_FOLDER) + os.sep)
    return inside and not filename.startswith(os.path.join(OWN_FOLDER, "exercises"))


def is_library(filename: str) -> bool:
    """Tell whether a file is Python's or a package's."""
    inside = "site-packages" in filename or filename.endswith((".pyx", ".pxd"))
    return inside or filename.startswith((*LIBRARIES, "<frozen"))


def student_line(problem: BaseException) -> str:
    """Find the deepest line of student code in a traceback: ``"line 3: return a @ b"``."""
    step = student_step(problem)
    if step is None:
        return ""
    frame, number = step
    text = linecache.getline(frame.f_code.co_filename, number).strip()
    return f"line {number}: {text}".removesuffix(": ")


def describe_warning(warning: warnings.WarningMessage) -> str:
    """Put a warning into one line: ``"RuntimeWarning: overflow ... (line 3: ...)"``."""
    line = linecache.getline(warning.filename, warning.lineno).strip()
    where = f" (line {warning.lineno}: {line})" if line else ""
    return f"{warning.category.__name__}: {str(warning.message)[:MAX_TEXT]}{where}"
