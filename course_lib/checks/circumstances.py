"""Names when an answer is wrong: what all cases share in which it is, and no other case has.

This is looked for last, if nothing says what was done. It is read off what was given, case by
case, and said only if it tells the wrong cases from the right ones, of which there must be enough.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from course_lib.checks.compare import Difference
from course_lib.checks.fingerprints import own_cases
from course_lib.checks.model import Case, Diagnosis, Outcome, Plain, Sheet

ENOUGH = 2  # right cases
MOST = 2  # arguments of which it is so

Test = Callable[[Plain], bool]


def number(test: Callable[[float], Any]) -> Test:
    """Make a test of a value that is a number."""
    return lambda value: type(value) in (int, float) and bool(test(value))


def of_array(test: Callable[[np.ndarray], Any]) -> Test:
    """Make a test of a value that is an array."""
    return lambda value: isinstance(value, np.ndarray) and bool(test(value))


def of_list(test: Callable[[Sequence[Plain]], Any]) -> Test:
    """Make a test of a value that is a list."""
    return lambda value: isinstance(value, (list, tuple)) and bool(test(value))


def has_equal_neighbors(items: Sequence[Plain]) -> bool:
    """Tell whether two items of a list that follow each other are equal numbers."""
    numbers = [item for item in items if isinstance(item, (int, float))]
    return any(a == b for a, b in pairwise(numbers))


def comes_twice(items: Sequence[Plain]) -> bool:
    """Tell whether a number comes twice in a list."""
    numbers = [item for item in items if isinstance(item, (int, float))]
    return len(set(numbers)) < len(numbers)


# Name, what is so where the answer is wrong, and a test of an argument.
TESTS: tuple[tuple[str, str, Test], ...] = (
    ("a-number", "`{it}` is a number", lambda v: isinstance(v, (int, float))),
    ("an-array", "`{it}` is an array", lambda v: isinstance(v, np.ndarray)),
    ("a-vector", "`{it}` has one axis", of_array(lambda a: a.ndim == 1)),
    ("a-matrix", "`{it}` has two axes", of_array(lambda a: a.ndim == 2)),
    ("one-row", "`{it}` has a single row", of_array(lambda a: a.ndim == 2 and len(a) == 1)),
    ("several-rows", "`{it}` has several rows", of_array(lambda a: a.ndim == 2 and len(a) > 1)),
    ("one-column", "`{it}` has a single column", of_array(lambda a: a.shape[1:] == (1,))),
    ("several-columns", "`{it}` has several columns",
     of_array(lambda a: a.ndim == 2 and a.shape[1] > 1)),
    ("not-square", "`{it}` has not as many rows as columns",
     of_array(lambda a: a.ndim == 2 and len(a) != a.shape[1])),
    ("more-than-two-entries", "`{it}` has more than two entries",
     of_array(lambda a: a.ndim == 1 and a.size > 2)),
    ("two-items", "`{it}` has two items", of_list(lambda v: len(v) == 2)),
    ("more-than-two-items", "`{it}` has more than two items", of_list(lambda v: len(v) > 2)),
    ("more-than-three-items", "`{it}` has more than three items", of_list(lambda v: len(v) > 3)),
)  # fmt: skip
# So seldom so that one case with it is no coincidence.
TELLING: tuple[tuple[str, str, Test], ...] = (
    ("equal-neighbors", "two neighbors in `{it}` are equal", of_list(has_equal_neighbors)),
    ("a-number-twice", "a number comes twice in `{it}`", of_list(comes_twice)),
)
# The same of an argument with a default.
OF_OPTIONS: tuple[tuple[str, str, Test], ...] = (
    ("zero", "`{it}` is 0", number(lambda v: v == 0)),
    ("a-fraction", "`{it}` is not a whole number", number(lambda v: v % 1 != 0)),
)
# The same of the right value.
ASKED: tuple[tuple[str, str, Test], ...] = (
    ("true-asked", "True is right", lambda v: v is True),
    ("false-asked", "False is right", lambda v: v is False),
    ("one-asked", "1 is right", number(lambda v: v == 1)),
)
GIVEN = "`{it}` is given", "`{it}` is left out"
IS_TEXT = "`{it}` is {text!r}"
HINT = "Take such a case, and follow it through your code line by line: what is different there?"


def find_circumstance(
    sheet: Sheet, outcomes: Sequence[Outcome], differences: Sequence[Difference | None]
) -> Diagnosis | None:
    """
    Say what all wrong cases of the author share, and no right one has.

    Parameters
    ----------
    sheet : Sheet
        The exercise.
    outcomes : sequence of Outcome
        The student's.
    differences : sequence of Difference or None
        Where they are wrong.

    Returns
    -------
    Diagnosis or None
        None for hidden cases, for classes, if the first difference has a name of its own, and if
        nothing fits, or too much.
    """
    count = own_cases(sheet.cases)
    pairs = list(zip(sheet.cases[:count], differences, strict=False))
    first = next((difference for _, difference in pairs if difference), None)
    if sheet.hidden or not sheet.parameters or first is None or first.kind:
        return None
    wrong = [difference is not None for _, difference in pairs]
    if wrong.count(False) < ENOUGH:
        return None
    alone = wrong.count(True) == 1
    seen = [circumstances(case, sheet, k, alone) for k, case in enumerate(sheet.cases[:count])]
    every = dict.fromkeys(name for each in seen for name in each)
    fitting = [name for name in every if [name in each for each in seen] == wrong]
    if len({words_of(name) for name in fitting}) != 1 or len(fitting) > MOST:
        return None
    texts = [next(each[name] for each in seen if name in each) for name in fitting]
    said = f"It is wrong where {', and '.join(texts)}, and right in all other cases."
    return Diagnosis(f"wrong-where-{words_of(fitting[0])}", said, HINT)


def words_of(name: str) -> str:
    """Give what is so, without of which argument."""
    return name.rpartition(":")[2]


def circumstances(case: Case, sheet: Sheet, position: int, alone: bool) -> Mapping[str, str]:
    """Give the circumstances of a case: a name for each, and what it is in words."""
    found: dict[str, str] = {}
    step = case.steps[0]
    given = dict(zip(sheet.parameters, step.args, strict=False)) | dict(step.kwargs)
    for name in sheet.parameters:
        is_given = name in given
        found[f"{name}:{'given' if is_given else 'left-out'}"] = GIVEN[not is_given].format(it=name)
        value = given.get(name)
        if isinstance(value, str):
            found[f"{name}:{value}"] = IS_TEXT.format(it=name, text=value)
        options = OF_OPTIONS if f"{name}=" in sheet.signature else ()
        for key, words, test in (*TELLING, *options, *(() if alone else TESTS)):
            if test(value):
                found[f"{name}:{key}"] = words.format(it=name)
    values = sheet.expected[position].values
    for key, words, test in ASKED if len(values) == 1 and not alone else ():
        if test(values[0][1]):
            found[key] = words
    return found
