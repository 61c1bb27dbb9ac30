"""Puts what an answer gives on the author's cases into a few digits, equal for equal results."""

import hashlib
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

import numpy as np

from course_lib.checks.compare import as_float
from course_lib.checks.model import ONCE_MORE, Case, Outcome, Plain, Sheet, Tolerance

LENGTH = 16  # hexadecimal digits of a fingerprint
# Where the cells begin in which numbers are put: so that no number of few digits lies on an edge.
OFFSET = 0.3717
NUDGE = 1.0 + 2.3e-8  # the same for powers of ten
WIDEST = Tolerance(1e-6, 1e-9)


def own_cases(cases: Sequence[Case]) -> int:
    """Count the cases of the author: those of the rules come after them."""
    labels = [case.label for case in cases]
    return labels.index(ONCE_MORE) if ONCE_MORE in labels else len(labels)


def fingerprint(sheet: Sheet, outcomes: Sequence[Outcome]) -> str:
    """
    Put what an answer gives on the author's cases into a few digits.

    Parameters
    ----------
    sheet : Sheet
        The exercise.
    outcomes : sequence of Outcome
        One a case.

    Returns
    -------
    str
        The same for outcomes that are equal within the tolerance, but for rare bad luck.
    """
    texts = [sheet.name]
    given = zip(sheet.cases, sheet.expected, outcomes, strict=False)
    for case, right, got in list(given)[: own_cases(sheet.cases)]:
        texts.append(written(right, got, case.tolerance or sheet.tolerance))
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:LENGTH]


def written(right: Outcome, got: Outcome, tolerance: Tolerance) -> str:
    """Write what the comparison looks at, numbers as the cells they are in."""
    parts = [got.error.kind if got.error else "", got.refusal, *got.changed]
    known = [value for _, value in right.values]
    for k, (_, value) in enumerate(got.values):
        model = known[k] if k < len(known) else None
        parts.append(" ".join(written_value(model, value, tolerance)))
    return "|".join(parts)


def written_value(right: Plain, value: Plain, tolerance: Tolerance) -> Iterator[str]:
    """Write a value; of a dict only the keys that are asked for."""
    if isinstance(right, (list, tuple)) and isinstance(value, np.ndarray) and value.ndim == 1:
        value = value.tolist()
    if isinstance(value, Mapping):
        inner = right if isinstance(right, Mapping) else {}
        for key in sorted(value.keys() & inner.keys() if inner else value, key=str):
            yield f"{key}:"
            yield from written_value(inner.get(key), value[key], tolerance)
    elif isinstance(value, (list, tuple)):
        yield f"{len(value)} items"
        models = right if isinstance(right, (list, tuple)) else ()
        for model, item in zip_longest(models[: len(value)], value):
            yield from written_value(model, item, tolerance)
    elif isinstance(value, np.ndarray) and value.dtype.kind in "biuf":
        yield str(value.shape)
        yield from cells(value.ravel().tolist(), tolerance)
    elif isinstance(value, (bool, int, float)):
        yield "()"
        yield from cells([value], tolerance)
    else:
        yield repr(value)


def cells(numbers: Iterable[float], tolerance: Tolerance) -> Iterator[str]:
    """Say in which cell each number is; a cell is ten tolerances wide, but never very wide."""
    rtol, atol = min(tolerance.rtol, WIDEST.rtol), min(tolerance.atol, WIDEST.atol)
    for number in map(as_float, numbers):
        size = abs(number) * NUDGE
        if not math.isfinite(size) or not size:
            yield str(number) if size else "0"
        elif size * rtol < atol:
            yield str(math.floor(number / (10.0 * atol) + OFFSET))
        else:
            power = math.floor(math.log10(size))
            yield f"{power}/{math.floor(number / (10.0 * rtol * 10.0**power) + OFFSET)}"
