"""What an exercise is: cases, mistakes and alternatives as data.

A case is a script of steps; a plain function needs one step, a class several.
Everything in a case is plain data, so that a case can be written to a file and
sent to another process.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

Plain = Any  # None, bool, int, float, str, ndarray of numbers, and lists, tuples, dicts of these

RESULT = "result"  # the quantity of a plain function; messages use the exercise's own words
# The label of the case after the author's last one; what follows is for other rules.
ONCE_MORE = (
    "the first case once more, after all the others (a function keeps nothing between calls)"
)
RESULTS_STAY = "two calls with other numbers (each has a result of its own)"
WHOLE_NUMBERS = "arrays of whole numbers that hold integers"


@dataclass(frozen=True)
class Tolerance:
    """How far a right answer may be off: ``|got - expected| <= atol + rtol * |expected|``."""

    rtol: float = 1e-7
    atol: float = 1e-12


@dataclass(frozen=True)
class Seed:
    """Stands for ``numpy.random.default_rng(value)``.

    Equal seeds in one case are one generator; give a `name` to get a second
    generator that starts in the same state.
    """

    value: int
    name: str = "rng"


@dataclass(frozen=True)
class Named:
    """Stands for the function of that name in `course_lib.checks.functions`."""

    name: str


@dataclass(frozen=True, eq=False)
class Step:
    """One line of a case's script; see `case`, `construct`, `call`, `read` and `write`.

    The last three are for `course_lib.checks.rules`: to look at a result that was kept, to
    overwrite it, and to see the state of NumPy's global generator.
    """

    do: Literal["construct", "call", "read", "write", "look", "spoil", "global state"]
    object: str = ""  # "" is the student's function or class itself
    name: str = ""  # the method or attribute
    key: str = ""  # the key, where the attribute is a dict
    args: tuple[Plain, ...] = ()
    kwargs: Mapping[str, Plain] = field(default_factory=dict)
    quantity: str = ""  # what is compared, in words; "" compares nothing
    iterate: bool = False  # any iterable will do: it is read into a list
    keep: str = ""  # the name under which the result itself is kept in this script


@dataclass(frozen=True, eq=False)
class Case:
    """A situation in words, the script that creates it, and how it is looked at.

    `observe` names a function of `course_lib.checks.functions` that turns the
    values seen into facts to compare, for results that may differ (a shuffle).
    `kind` says what kind of case it is where its data do not: a hidden case must be
    of a kind that a visible one shows, see `course_lib.checks.author.kinds`.
    """

    label: str
    steps: tuple[Step, ...]
    observe: str = ""
    tolerance: Tolerance | None = None
    kind: str = ""


def case(label: str, *args: Plain, **kwargs: Plain) -> Case:
    """Call the student's function once with these arguments and compare the result."""
    return Case(label, (call("", "", *args, **kwargs),))


def script(label: str, *steps: Step, observe: str = "", tolerance: Tolerance | None = None) -> Case:
    """Run several steps: for classes, generators and repeated calls."""
    return Case(label, steps, observe, tolerance)


def construct(name: str, *args: Plain, **kwargs: Plain) -> Step:
    """Make an instance of the student's class and call it `name` in this script."""
    return Step("construct", name, args=args, kwargs=kwargs)


def call(
    name: str,
    method: str,
    *args: Plain,
    quantity: str = RESULT,
    iterate: bool = False,
    **kwargs: Plain,
) -> Step:
    """Call a method of the instance `name` (``""``: the function itself) and compare."""
    return Step("call", name, method, "", args, kwargs, quantity, iterate)


def read(name: str, attribute: str, key: str = "", quantity: str = "") -> Step:
    """Read an attribute, or one key of it, and compare."""
    return Step("read", name, attribute, key, quantity=quantity or key or attribute)


def write(name: str, attribute: str, key: str, value: Plain) -> Step:
    """Bind an attribute, or one key of it, to a value."""
    return Step("write", name, attribute, key, args=(value,))


@dataclass(frozen=True)
class Mistake:
    """A wrong implementation that students really write.

    Parameters
    ----------
    name : str
        Kebab-case, such as ``"sign-flipped"``.
    implementation : callable
        The wrong function or class.
    diagnosis : str
        One sentence that says what was done.
    hint : str
        One sentence that says where to look; the equation is added to it.
    """

    name: str
    implementation: Callable[..., Any]
    diagnosis: str
    hint: str


@dataclass(frozen=True)
class Alternative:
    """A right implementation in another style, which must get full points."""

    name: str
    implementation: Callable[..., Any]


@dataclass(frozen=True, eq=False)
class Exercise:
    """One ★ name: what is asked, how it is probed, how it goes wrong.

    Parameters
    ----------
    name : str
        The name students define, also the ``grade_id`` of their cell.
    chapter : str
        Stem of the chapter, such as ``"binary_cross_entropy"``.
    equation : str
        Label of the chapter's equation that the exercise implements.
    quantity : str
        What the function returns, in words: ``"the derivative dL/dp"``.
    reference : callable
        The right answer.
    visible : tuple of Case
        What students may see.
    hidden : callable
        Draws cases from a `numpy.random.Generator`.
    mistakes, alternatives : tuple
        Wrong and right implementations.
    inputs : callable
        Draws one valid input from a `numpy.random.Generator`: the arguments of one call, or a
        `Case`. It is written from the statement of the exercise, apart from the hidden cases: an
        author is told by many such inputs what the hidden cases do not see. It is required, as
        nothing else could tell it.
    tolerance : Tolerance
        For every case without one of its own.
    """

    name: str
    chapter: str
    equation: str
    quantity: str
    reference: Callable[..., Any]
    visible: tuple[Case, ...]
    hidden: Callable[[np.random.Generator], Iterable[Case]]
    mistakes: tuple[Mistake, ...]
    alternatives: tuple[Alternative, ...]
    inputs: Callable[[np.random.Generator], tuple[Plain, ...] | Case]
    tolerance: Tolerance = Tolerance()


@dataclass(frozen=True)
class Error:
    """An exception of the student's code: its class, its bases, its text, their line."""

    kind: str
    kinds: tuple[str, ...]
    text: str
    where: str = ""


@dataclass(frozen=True, eq=False)
class Outcome:
    """What one case showed."""

    values: tuple[tuple[str, Plain], ...] = ()  # (quantity, value), in order
    error: Error | None = None
    refusal: str = ""  # why a result cannot be judged
    changed: tuple[str, ...] = ()  # arguments changed in place
    warnings: tuple[str, ...] = ()  # hints; never compared
    notes: tuple[str, ...] = ()  # hints told only of what is wrong, with the first outcome


@dataclass(frozen=True, eq=False)
class Diagnosis:
    """What an answer is said to have done: a name, a sentence, and where to look."""

    name: str
    diagnosis: str
    hint: str


@dataclass(frozen=True, eq=False)
class KnownMistake(Diagnosis):
    """A mistake as the engine needs it: texts, and what it gives on every case."""

    outcomes: Callable[[], tuple[Outcome, ...]]


@dataclass(frozen=True, eq=False)
class Call:
    """A call of an earlier exercise by a right answer, and what a right function gives there."""

    given: Mapping[str, Plain]  # every parameter by name, in order
    optional: tuple[str, ...]  # those that have the value of their default
    value: Plain
    error: str = ""  # the class of the exception, if it raises one


@dataclass(frozen=True, eq=False)
class Sheet:
    """One exercise made ready: cases with the right outcomes, and the mistakes.

    The instructor's edition computes it; the student's reads it from a file.
    """

    name: str
    chapter: str
    equation: str
    quantity: str
    parameters: tuple[str, ...]
    tolerance: Tolerance
    cases: tuple[Case, ...]
    expected: tuple[Outcome, ...]
    mistakes: tuple[KnownMistake, ...]
    hidden: bool = False
    signature: str = ""  # as in the stub: "(P, threshold=0.5)"; empty for a class
    calls: Callable[[], Mapping[str, tuple[Call, ...]]] = dict  # of earlier exercises, by name
    # Name of a slip to its fingerprints, with spaces between; see `course_lib.checks.slips`.
    slips: Mapping[str, str] = field(default_factory=dict)
