"""Runs a case on a function or class and records what happened as plain data."""

import contextlib
import io
import linecache
import traceback
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from course_lib.checks.functions import OBSERVERS
from course_lib.checks.grader import refuse_what_numpy_will
from course_lib.checks.model import RESULT, Case, Error, Outcome, Plain, Step
from course_lib.checks.plain import Function, Inputs, RefusedError, plain, take

OWN_FILES = frozenset(
    str(Path(__file__).with_name(name)) for name in ("run.py", "plain.py", "functions.py")
)
MAX_TEXT = 200


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

    Returns
    -------
    list of Outcome
        One a case; the last one is of the first case that says "not written yet".
    """
    elsewhere = getattr(type(function), "_run_cases", None)
    if elsewhere is not None:
        return list(elsewhere(function, cases, parameters))
    outcomes: list[Outcome] = []
    for case in cases:
        outcomes.append(run_case(case, function, parameters, quiet))
        if not_written(outcomes[-1]):
            break
    return outcomes


def not_written(outcome: Outcome) -> bool:
    """Tell whether the stub is still there."""
    return outcome.error is not None and "NotImplementedError" in outcome.error.kinds


def perform(
    step: Step, objects: dict[str, Any], inputs: Inputs, parameters: tuple[str, ...]
) -> Any:
    """Do one step and return the raw value it gives."""
    if step.do == "global state":
        return global_state()
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
    return Error(kinds[0], kinds, text[:MAX_TEXT], student_line(problem))


def student_line(problem: BaseException) -> str:
    """Find the deepest line of student code in a traceback: ``"line 3: return a @ b"``."""
    frames = traceback.extract_tb(problem.__traceback__)
    own = [frame for frame in frames if frame.filename not in OWN_FILES]
    theirs = [frame for frame in own if "site-packages" not in frame.filename] or own
    if not theirs:
        return ""
    line = theirs[-1].line or ""
    return f"line {theirs[-1].lineno}: {line.strip()}".removesuffix(": ")


def describe_warning(warning: warnings.WarningMessage) -> str:
    """Put a warning into one line: ``"RuntimeWarning: overflow ... (line 3: ...)"``."""
    line = linecache.getline(warning.filename, warning.lineno).strip()
    where = f" (line {warning.lineno}: {line})" if line else ""
    return f"{warning.category.__name__}: {str(warning.message)[:MAX_TEXT]}{where}"
