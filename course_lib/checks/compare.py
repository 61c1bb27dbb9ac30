"""Compares what a student's function gave with what the right one gives.

Exact shape, values within a tolerance, scalars in any numeric form, extra dict
keys allowed. A difference has a public part, which may be shown for a hidden
case, and a detail with numbers, which is shown for visible cases only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from course_lib.checks.model import RESULT, Outcome, Plain, Tolerance

Hints = list[str]

# All that a message may say of how a hidden case went wrong: a student's code chooses among these,
# and so could tell which of them it chose, but nothing else of what it was given.
FORMS = {
    "value": "is wrong",
    "entries": "has the right shape, but wrong entries",
    "shape": "has another shape than expected",
    "type": "is of another type than asked for",
    "none": "is None",
    "key": "lacks a key that is asked for",
    "length": "has another number of items than expected",
    "refused": "cannot be compared",
    "changed": "is right, but the call changed its input in place",
    "error": "stops with an error",
    "no-error": "was returned, but this input has no answer",
    "other-error": "stops with another error than asked for",
}


@dataclass(frozen=True)
class Difference:
    """What is wrong with one outcome.

    Parameters
    ----------
    quantity : str
        What differs, in words.
    public : str
        How it differs, without a number of the case.
    detail : str
        The first differing entry, expected and got.
    advice : str
        What to do, where the difference itself says it.
    kind : str
        Kebab-case name of the difference where it is a mistake by itself.
    form : str
        One of `FORMS`: all that is told of a hidden case.
    wanted : str
        What was expected instead, without anything of what came.
    """

    quantity: str
    public: str
    detail: str = ""
    advice: str = ""
    kind: str = ""
    form: str = "value"
    wanted: str = ""

    @property
    def closed(self) -> str:
        """How it differs, in words that nothing of the student's result decides but the form."""
        return f"{FORMS[self.form]}{self.wanted and ': expected '}{self.wanted}"


def compare_outcomes(
    expected: Outcome, got: Outcome, tolerance: Tolerance, hints: Hints
) -> Difference | None:
    """
    Find the first difference between two outcomes of one case.

    Parameters
    ----------
    expected, got : Outcome
        What the right and the student's function gave.
    tolerance : Tolerance
        For numbers.
    hints : list of str
        Harmless oddities are added to it.

    Returns
    -------
    Difference or None
        None if the outcome is right.
    """
    if expected.error:
        return compare_errors(expected, got)
    for (quantity, right), (_, value) in zip(expected.values, got.values, strict=False):
        difference = compare_values(right, value, tolerance, hints)
        if difference:
            return replace(difference, quantity=inside(quantity, difference.quantity))
    if got.error:
        text = f"stops with {got.error.kind}: {got.error.text}"
        return Difference("", text, kind="error", form="error")
    if got.refusal:
        return Difference(next_quantity(expected, got), got.refusal, form="refused")
    if got.changed:
        return changed_arguments(got.changed)
    return None


def next_quantity(expected: Outcome, got: Outcome) -> str:
    """Name the quantity at which the outcome broke off."""
    names = [quantity for quantity, _ in expected.values]
    return names[len(got.values)] if len(got.values) < len(names) else RESULT


def inside(quantity: str, part: str) -> str:
    """Name a part of a quantity: the part's own name, if it has one."""
    return quantity if not part else part if quantity == RESULT else f"{part} of {quantity}"


def compare_errors(expected: Outcome, got: Outcome) -> Difference | None:
    """Demand the expected exception, or one derived from it."""
    assert expected.error is not None
    wanted = expected.error.kind
    if got.error is None:
        text = f"was returned, but this input has no answer: raise {wanted} here"
        return Difference(RESULT, text, form="no-error", wanted=wanted)
    if wanted not in got.error.kinds:
        text = f"stops with {got.error.kind}, expected {wanted}"
        return Difference("", text, kind="error", form="other-error", wanted=wanted)
    return None


def changed_arguments(names: Sequence[str]) -> Difference:
    """Report arguments changed in place."""
    listed = " and ".join(names)
    return Difference(
        RESULT,
        f"is right, but the call changed {listed} in place",
        advice="Compute with new arrays: `a = a - b` instead of `a -= b`, or start from a copy. "
        "`np.array(x)` copies a number or an array, `{key: np.array(x[key]) for key in x}` a dict; "
        "`x.copy()` of a dict, or `list(x)`, holds the same arrays as x.",
        kind="changes-its-input",
        form="changed",
    )


def compare_values(
    expected: Plain, got: Plain, tolerance: Tolerance, hints: Hints
) -> Difference | None:
    """
    Find the first difference between two plain values.

    Parameters
    ----------
    expected, got : Plain
        The right value and the student's.
    tolerance : Tolerance
        For numbers.
    hints : list of str
        Harmless oddities are added to it.

    Returns
    -------
    Difference or None
        None if they agree.
    """
    if got is None and expected is not None:
        advice = (
            "Is there a way through the function that meets no `return`? What `print` shows is not "
            "given back, and `append` and `shuffle` give None."
        )
        return Difference("", "is None", advice=advice, kind="returns-nothing", form="none")
    if isinstance(expected, Mapping):
        return compare_dicts(expected, got, tolerance, hints)
    if isinstance(expected, (list, tuple)):
        return compare_sequences(expected, got, tolerance, hints)
    if isinstance(expected, np.ndarray):
        return compare_arrays(expected, got, tolerance, hints)
    if isinstance(expected, (bool, int, float)):
        return compare_numbers(expected, got, tolerance, hints)
    if type(expected) is not type(got) or expected != got:
        return Difference("", "is wrong", f"expected {expected!r}, got {got!r}"[:200])
    return None


def compare_dicts(
    expected: Mapping[str, Plain], got: Plain, tolerance: Tolerance, hints: Hints
) -> Difference | None:
    """Compare the keys asked for; others are welcome."""
    if not isinstance(got, Mapping):
        return wrong_type(f"a dict with the keys {', '.join(expected)}", got)
    for key, value in expected.items():
        if key not in got:
            return Difference("", f"has no key {key!r}", form="key", wanted=repr(key))
        difference = compare_values(value, got[key], tolerance, hints)
        if difference:
            return replace(difference, quantity=inside(key, difference.quantity))
    return None


def compare_sequences(
    expected: Sequence[Plain], got: Plain, tolerance: Tolerance, hints: Hints
) -> Difference | None:
    """Compare item by item; list, tuple and one-dimensional array are all right."""
    items = list(got) if isinstance(got, np.ndarray) and got.ndim == 1 else got
    if not isinstance(items, (list, tuple)):
        return wrong_type(f"a sequence of {len(expected)} items", got)
    if len(items) != len(expected):
        text = f"has {len(items)} items, expected {len(expected)}"
        return Difference("", text, form="length", wanted=str(len(expected)))
    for position, (right, value) in enumerate(zip(expected, items, strict=True)):
        value = value.item() if isinstance(value, np.generic) else value
        difference = compare_values(right, value, tolerance, hints)
        if difference:
            return replace(difference, quantity=item_of(position, difference.quantity))
    return None


def item_of(position: int, part: str) -> str:
    """Name an item, or a part of it: ``item [1]``, ``item [1][0]``, ``W of item [1]``."""
    if part.startswith("item ["):
        return f"item [{position}]{part.removeprefix('item ')}"
    return inside(f"item [{position}]", part)


def compare_numbers(
    expected: bool | int | float, got: Plain, tolerance: Tolerance, hints: Hints
) -> Difference | None:
    """Compare one number; a 0-d array, a NumPy scalar or a bool is a number too."""
    value = got.item() if isinstance(got, np.ndarray) and got.ndim == 0 else got
    if not isinstance(value, (bool, int, float)):
        return wrong_type("True or False" if isinstance(expected, bool) else "one number", got)
    note_type(type(expected), type(value), hints)
    if not close(np.float64(as_float(expected)), as_float(value), tolerance):
        return Difference(
            "",
            f"is {odd_number(value)}" if odd_number(value) else "is wrong",
            "expected {}, got {}".format(*show_pair(expected, value)),
            rounding_advice(expected, value, isinstance(value, int)) or nan_advice(as_float(value)),
        )
    return None


def compare_arrays(
    expected: np.ndarray, got: Plain, tolerance: Tolerance, hints: Hints
) -> Difference | None:
    """Compare shape, then all entries."""
    wanted = f"an array of shape {expected.shape}"
    if not isinstance(got, np.ndarray):
        return wrong_type(wanted, got)
    if got.shape != expected.shape:
        return Difference(
            "",
            f"has shape {got.shape}, expected {expected.shape}",
            advice=shape_advice(expected.shape, got.shape),
            form="shape",
            wanted=str(expected.shape),
        )
    note_type(expected.dtype.type, got.dtype.type, hints)
    right, values = expected.astype(np.float64), got.astype(np.float64)
    wrong = ~close(right, values, tolerance)
    if not wrong.any():
        return None
    first = tuple(int(k) for k in np.argwhere(wrong)[0])
    is_truth = expected.dtype.kind == "b" and values[first] in (0, 1)
    shown = show_pair(bool(right[first]) if is_truth else right[first], values[first])
    counted = f"{int(wrong.sum())} of {wrong.size} entries are wrong"
    odd = next((text for v in values[wrong] if (text := odd_number(v))), "")
    return Difference(
        "",
        f"has the right shape {expected.shape}, but {counted}" + (f" ({odd})" if odd else ""),
        "first at [{}]: expected {}, got {}".format(", ".join(map(str, first)), *shown),
        rounding_advice(right, values, got.dtype.kind in "iu") or nan_advice(values[wrong]),
        form="entries",
    )


def close(expected: np.ndarray | np.float64, got: Plain, tolerance: Tolerance) -> np.ndarray:
    """Tell entry by entry whether `got` is within the tolerance; NaN agrees with NaN."""
    with np.errstate(all="ignore"):
        agree = np.isclose(got, expected, tolerance.rtol, tolerance.atol, equal_nan=True)
    return np.asarray(agree)


def as_float(value: bool | int | float) -> float:
    """Turn a number into a float; an int beyond the float range becomes infinite."""
    try:
        return float(value)
    except OverflowError:
        return np.inf if value > 0 else -np.inf


def wrong_type(wanted: str, got: Plain) -> Difference:
    """Report a value of another type than asked for, and how to convert it."""
    advice = ""
    if isinstance(got, (list, tuple)) and "array" in wanted:
        advice = "Return a NumPy array: np.array(...)."
    elif isinstance(got, np.ndarray) and got.size == 1:
        advice = "Take the number out of the array: sum over all axes, or use `.item()`."
    elif isinstance(got, np.ndarray) and wanted == "one number":
        advice = "Is a sum or a mean missing?"
    elif isinstance(got, (int, float)) and "array" in wanted:
        advice = "Were the entries summed or averaged that should stay apart?"
    text = f"is {kind_of(got)}, expected {wanted}"
    return Difference("", text, advice=advice, form="type", wanted=wanted)


def kind_of(value: Plain) -> str:
    """Describe the type of a plain value in words."""
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    if isinstance(value, (list, tuple)):
        return f"a {type(value).__name__} of {len(value)} items"
    if isinstance(value, (bool, int, float)):
        return "one number"
    return f"a {type(value).__name__}"


def note_type(expected: type, got: type, hints: Hints) -> None:
    """Add a hint where booleans or integers stand for floats."""
    if not issubclass(expected, (float, np.floating)):
        return
    if issubclass(got, (bool, np.bool_)):
        hints.append("Your result holds True and False; `.astype(float)` makes them 1.0 and 0.0.")
    elif issubclass(got, (int, np.integer)):
        hints.append("Your result holds integers; the statement speaks of floats.")


def rounding_advice(expected: Plain, got: Plain, is_integer: bool) -> str:
    """Say so where a result was cut to integers."""
    right = np.asarray(expected, dtype=np.float64)
    if not is_integer or np.all(right == np.rint(right)):
        return ""
    return "The result was cut to integers: make the array with dtype float."


def nan_advice(values: Plain) -> str:
    """Say where NaN comes from."""
    if not np.isnan(np.asarray(values, dtype=np.float64)).any():
        return ""
    return "NaN comes from 0/0, inf - inf, 0·inf or the log of a negative number."


def odd_number(value: float) -> str:
    """Name a number that is not finite."""
    number = as_float(value)
    return "" if np.isfinite(number) else "NaN" if np.isnan(number) else "infinite"


def shape_advice(expected: tuple[int, ...], got: tuple[int, ...]) -> str:
    """Say what usually causes this wrong shape."""
    if len(expected) == 2 and got == expected[::-1]:
        return "Rows and columns are swapped: compare with the shapes that the statement gives."
    if len(got) < len(expected) and int(np.prod(got)) == int(np.prod(expected)):
        return "An axis was lost: sum with keepdims=True, and do not flatten."
    if len(got) < len(expected):
        return "Were entries summed or averaged that should stay apart?"
    if int(np.prod(got)) > int(np.prod(expected)):
        return "Arrays of shapes that do not belong together were broadcast: print the shapes."
    return ""


def show_pair(expected: float, got: float) -> tuple[str, str]:
    """Print two numbers with few digits, but with enough to tell them apart."""
    if isinstance(expected, bool):
        return str(expected), str(bool(got))
    for digits in (6, 10, 17):
        # Adding 0 turns -0 into 0.
        pair = f"{as_float(expected) + 0.0:.{digits}g}", f"{as_float(got) + 0.0:.{digits}g}"
        if pair[0] != pair[1]:
            break
    return pair
