r"""Numbers in prose: a chapter asserts every number that it prints, where it prints it.

A hidden cell of the chapter says what the numbers of a passage are::

    ```{code-cell} python
    :tags: [remove-cell]
    from course_lib.publishing.gates.prose import given, states

    states("answers 0.668, 0.712, 0.688 and 0.728", *A2[0])
    states(r"costs $9.2 \times 10^{-4}$ nats", losses[-1])
    states("93.7% of the tumors", 100 * accuracy)
    (m,) = given("A network gets 20 examples")
    states("$(8, 20)$, the shape", m)
    ```

The build stops where a number does not hold. That each number stands in one such passage,
and that the passage stands on the page once, is for `course_lib.publishing.gates.numbers`.
"""

import re
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np

_TIMES = r"(?:\\times|\\cdot|×|·)"
_TEN = r"10\s*\^\s*(?:\{\s*[-−+]?\d+\s*\}|\d)"
_DIGITS = r"(?:\d{1,3}(?:(?:,|\{,\})\d{3})+|\d+)(?:\.\d+)?"
# A minus behind a value or a bracket is a subtraction, any other a sign.
_NUMBER = re.compile(
    r"(?:(?<![\w)}\]])[-−])?(?<![\w.])"
    rf"(?:{_TEN}|\d+/\d+|{_DIGITS}(?:e[-+]?\d+|\s*{_TIMES}\s*{_TEN})?)(?![\w/]|\.\d)",
    re.IGNORECASE,
)
_TEN_TO = re.compile(
    rf"(?:(?P<times>\s*{_TIMES}\s*)|(?<!\d))10\s*\^\s*(?:\{{\s*([-−+]?\d+)\s*\}}|(\d))"
)
_MATH = re.compile(r"(?<!\\)(\$\$?)(.+?)(?<!\\)\1", re.DOTALL)
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.)")
# What is written with digits and is no number: names of networks, years, the places of a text.
_PLACES = (
    "version|python|numpy|chapters?|sections?|steps?|lines?|pages?|documents?|labels?|class(?:es)?"
    "|layers?|units?|neurons?|digits?|module|parts?"
)
_NO_NUMBER = re.compile(
    r"\b\d+(?:[-–]\d+){2,}\b|\b(?:19|20)\d\d\b(?!\.\d)|\b\d+(?:st|nd|rd|th)\b|\b1/m\b"
    r"|\b0 (?:or|and|to) 1\b|_\{[^{}]*\}"
    rf"|\b(?i:{_PLACES})[ ~]\d+(?:\.\d+)*(?:(?:,| and| or| to|[-–]) ?\d+(?:\.\d+)*)*"
    r"|`[^`]*`|\]\([^)]*\)|<https?:[^>]*>|\{(?:eq|numref|ref|doc|term|download|cite[:a-z]*)\}`[^`]*`"
)


class Number(NamedTuple):
    """A number of a text: where it begins and ends there, and how it is printed."""

    start: int
    end: int
    text: str


def numbers(text: str, *, math: bool = False) -> list[Number]:
    r"""Find the numbers of a text that are to be stated.

    Outside of formulas these are all that are written in digits, inside of formulas decimals and
    integers of two digits or more: a single digit is structure there.

    Parameters
    ----------
    text : str
        MyST text, with formulas between dollars; or a formula.
    math : bool, optional
        Whether all of the text is a formula.

    Returns
    -------
    list of Number
        In the order of the text.

    Examples
    --------
    >>> [number.text for number in numbers(r"From $-0.5 x_1 + 12$ to 7 in a 2-3-1 network")]
    ['-0.5', '12', '7']
    """
    formulas = [(0, len(text))] if math else [m.span(2) for m in _MATH.finditer(text)]
    words = _NO_NUMBER.sub(lambda match: "x" * len(match[0]), text)
    words = _COMMAND.sub(_symbol, words)
    found = []
    for match in _NUMBER.finditer(words):
        inside = any(start <= match.start() and match.end() <= end for start, end in formulas)
        if not (inside and re.fullmatch(r"[-−]?\d", match[0])):
            found.append(Number(*match.span(), text[slice(*match.span())]))
    return found


def _symbol(command: re.Match[str]) -> str:
    """Write a command of TeX as one symbol, or as space, of the same length."""
    times = {r"\times": "×", r"\cdot": "·"}.get(command[0], " ")
    return times.ljust(len(command[0]))


def states(text: str, *values: Any) -> None:
    r"""Assert that `values` round to the numbers printed in `text`, in their order.

    Parameters
    ----------
    text : str
        A passage of the chapter, word for word, such as ``"falls from 0.693 to 0.668"``.
        It may hold formulas, ``r"$9.2 \times 10^{-4}$"``, percent signs and minus signs.
    *values : scalar
        The full-precision numbers, in the unit of the text: for ``"93.7%"``
        the percentage, not the fraction. A ``Fraction`` or ``Decimal`` is
        compared exactly.

    Raises
    ------
    AssertionError
        If a value is further from its print than half a unit of the last digit,
        or is not finite. Says both.
    ValueError
        If there are more or fewer values than numbers, or a value is not one number.

    Examples
    --------
    >>> states("falls from 0.693 to 0.668", 0.6931, 0.66818777)
    >>> states(r"costs $9.2 \times 10^{-4}$ nats", 0.00092101664)
    >>> states("is 0.67", 0.66)
    Traceback (most recent call last):
        ...
    AssertionError: The text says 0.67 in 'is 0.67', the computation gives 0.66.
    """
    printed = _printed(text)
    if len(printed) != len(values):
        raise ValueError(
            f"states({text!r}, ...): the text has {len(printed)} numbers "
            f"({', '.join(printed)}), and {len(values)} values came. Give one value for each."
        )
    for number, value in zip(printed, values, strict=True):
        _compare(text, number, value)


def given(text: str) -> tuple[int | float, ...]:
    """Return the numbers of a passage that assumes them, such as the data of a question.

    Parameters
    ----------
    text : str
        A passage of the chapter, word for word.

    Returns
    -------
    tuple of int or float
        The numbers as printed, in their order.

    Raises
    ------
    ValueError
        If there is none.

    Examples
    --------
    >>> given("A network gets 20 examples")
    (20,)
    """
    found = tuple(_read(number)[0] for number in _printed(text))
    if not found:
        raise ValueError(f"given({text!r}): there is no number in this text.")
    return tuple(int(x) if x.denominator == 1 else float(x) for x in found)


def normalize(text: str) -> str:
    r"""Write a printed number in one plain form: ``-9.2e-4``.

    Examples
    --------
    >>> normalize(r"−9.2 \times 10^{-4}")
    '-9.2e-4'
    >>> normalize("17,013,005")
    '17013005'
    """
    text = _TEN_TO.sub(_exponent, text)
    text = re.sub(r",|\{,\}|\s", "", text).replace("−", "-")
    return re.sub(r"e\+", "e", text.lower())


def _exponent(power: re.Match[str]) -> str:
    """Write a power of ten with an e, with the number before it or alone."""
    return f"{'' if power['times'] else '1'}e{power[2] or power[3]}"


def _printed(text: str) -> list[str]:
    """Return the numbers of a passage: where no dollar says so, a backslash makes a formula."""
    return [number.text for number in numbers(text, math="\\" in text and "$" not in text)]


def _compare(text: str, number: str, value: Any) -> None:
    """Compare one printed number with its value."""
    array = np.asarray(value)
    if array.size != 1:
        raise ValueError(
            f"states({text!r}, ...): one number expected for {number}, got shape {array.shape}."
        )
    exact = array.item()
    printed, half_unit = _read(number)
    finite = not isinstance(exact, float) or np.isfinite(exact)
    if not finite or abs(Fraction(exact) - printed) > half_unit:
        raise AssertionError(f"The text says {number} in {text!r}, the computation gives {exact}.")


def _read(number: str) -> tuple[Fraction, Fraction]:
    """Return the printed number and half a unit of its last digit, both exact."""
    plain = normalize(number)
    if "/" in plain:
        return Fraction(plain), Fraction(1, 10**12)
    match = re.fullmatch(r"[-+]?\d+(?:\.(\d+))?(?:e(-?\d+))?", plain)
    if match is None:
        raise ValueError(f"{number!r} is not a number such as '0.668' or '9.2e-4'.")
    last_digit = int(match[2] or 0) - len(match[1] or "")
    return Fraction(plain), Fraction(10) ** last_digit / 2
