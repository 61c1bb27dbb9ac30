r"""Numbers in prose: a chapter asserts every decimal that it prints.

A hidden cell of the chapter says what a printed number is::

    ```{code-cell} python
    :tags: [remove-cell]
    from course_lib.publishing.gates.prose import states

    states("0.668", P[0, 0])
    states("-1.25", Z.min())
    states("9.2e-4", losses[-1])
    states("93.7%", 100 * accuracy)
    ```

The build stops where a number does not hold.
"""

import re
from fractions import Fraction
from typing import Any

import numpy as np

_POWER_OF_TEN = re.compile(r"\s*(?:\\times|\\cdot|×|·)\s*10\s*\^\s*(?:\{\s*([-−+]?\d+)\s*\}|(\d))")


def states(text: str, value: Any) -> None:
    r"""Assert that `value` rounds to the number printed as `text`.

    Parameters
    ----------
    text : str
        The number exactly as the chapter prints it: ``"0.668"``, ``"-1.25"``
        (with a hyphen or a minus sign), ``"9.2e-4"`` or
        ``r"9.2 \times 10^{-4}"``, ``"93.7%"``.
    value : scalar
        The full-precision number, in the unit of the text: for ``"93.7%"``
        the percentage, not the fraction. A ``Fraction`` or ``Decimal`` is
        compared exactly.

    Raises
    ------
    AssertionError
        If `value` is further from `text` than half a unit of its last digit,
        or is not finite. Says both.
    ValueError
        If `text` is not a number, or `value` is not one number.

    Examples
    --------
    >>> states("0.668", 0.66818777)
    >>> states(r"9.2 \times 10^{-4}", 0.00092101664)
    >>> states("0.67", 0.66)
    Traceback (most recent call last):
        ...
    AssertionError: The text says 0.67, the computation gives 0.66.
    """
    printed, half_unit = _read(text)
    array = np.asarray(value)
    if array.size != 1:
        raise ValueError(f"states({text!r}, value): one number expected, got shape {array.shape}.")
    number = array.item()
    finite = not isinstance(number, float) or np.isfinite(number)
    if not finite or abs(Fraction(number) - printed) > half_unit:
        raise AssertionError(f"The text says {text}, the computation gives {number}.")


def normalize(text: str) -> str:
    r"""Write a printed number in one plain form: ``-9.2e-4``.

    Examples
    --------
    >>> normalize(r"−9.2 \times 10^{-4}")
    '-9.2e-4'
    >>> normalize(r"93.7\,\%")
    '93.7'
    """
    text = _POWER_OF_TEN.sub(lambda match: f"e{match[1] or match[2]}", text)
    text = re.sub(r"\\?%|\\,|\{,\}|\s", "", text).replace("−", "-")
    return re.sub(r"e\+", "e", text.lower())


def _read(text: str) -> tuple[Fraction, Fraction]:
    """Return the printed number and half a unit of its last digit, both exact."""
    plain = normalize(text)
    match = re.fullmatch(r"[-+]?\d+(?:\.(\d+))?(?:e(-?\d+))?", plain)
    if match is None:
        raise ValueError(f"states: {text!r} is not a decimal number such as '0.668' or '9.2e-4'.")
    last_digit = int(match[2] or 0) - len(match[1] or "")
    return Fraction(plain), Fraction(10) ** last_digit / 2
