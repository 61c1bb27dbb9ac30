"""Each decimal that a chapter prints is asserted, and a wrong one is refused."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from course_lib.publishing.gates.numbers import unstated
from course_lib.publishing.gates.prose import states

BOOK = Path(__file__).parents[2] / "book"
# The errata come from book/_data/facts, where each number is tested, the accuracy from
# measured data. The guide names versions.
EXEMPT = {"errata", "grader_accuracy", "student_guide"}
PAGES = sorted(path for path in BOOK.glob("*.md") if path.stem not in EXEMPT)
CELL = "\n```{code-cell} python\nstates('0.25', 1 / 4)\n```\n"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_decimal_of_the_page_is_stated(path):
    lines = [f"{path.name}:{line}: {text}" for line, text in unstated(path.read_text("utf-8"))]
    assert lines == []


@pytest.mark.parametrize(
    "text",
    [
        "One 0.25 and 0.75.",
        "Math $x = 0.75$.",
        "$$\nx = 0.75\n$$",
        "```{math}\n:label: a\nx = 0.75\n```",
        "| a | b |\n|---|---|\n| 0.75 | 1 |",
        "- item\n\n  0.75",
        ":::{note} A title\n:class: tip\n\nInside 0.75\n:::",
        "::::{note}\n:::{quiz} How much?\n- [x] 0.75\n\n  Yes.\n:::\n::::",
        "```{code-cell} python\n---\nmystnb:\n  image:\n    alt: Falls to 0.75\n---\n1\n```",
        "```{figure} a.svg\n:alt: Falls to 0.75\n```",
        "Only code: `0.75`",
        "term\n: explained by 0.75",
    ],
)
def test_a_decimal_that_nothing_asserts_is_found(text):
    assert [number.text for number in unstated(text + "\n" + CELL)] == ["0.75"]


def test_the_line_of_a_decimal_is_told():
    assert unstated("# T\n\ntext\n\n:::{note}\nInside 0.75\n:::\n")[0].line == 6


@pytest.mark.parametrize(
    "text",
    [
        "0.25",
        "−0.25",
        "$1-0.25$",
        "0.25%",
        "[0.25](a0.75.html)",
        "version 1.0.4",
        "version 23.10",
        "{eq}`a-0.75`",
    ],
)
def test_a_stated_decimal_or_no_decimal_passes(text):
    assert unstated(text + "\n" + CELL) == []


def test_decimals_stated_in_a_loop_pass():
    cell = "\n```{code-cell} python\nfor t, x in zip(['0.25', '0.75'], P):\n    states(t, x)\n```\n"
    assert unstated("0.25 and 0.75 and 0.5" + cell)[0].text == "0.5"


def test_powers_of_ten_match_in_every_spelling():
    cell = "\n```{code-cell} python\nstates('9.2e-4', x)\n```\n"
    assert unstated(r"$9.2 \times 10^{-4}$, 9.2e-4 and $9.2\cdot10^{-4}$" + cell) == []


def test_code_that_is_only_shown_asserts_nothing():
    assert len(unstated("0.25\n\n```python\nstates('0.25', 1 / 4)\n```\n")) == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.668", 0.66818777),
        ("-1.25", np.float32(-1.2502)),
        ("−1.25", np.array([[-1.25]])),
        ("0.33", Fraction(1, 3)),
        ("0.1", Decimal("0.149")),
        ("9.2e-4", 0.00092101664),
        (r"9.2 \times 10^{-4}", 0.00092101664),
        ("93.7%", 93.71),
        ("12", 12),
    ],
)
def test_a_value_that_rounds_to_the_print_passes(text, value):
    states(text, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.668", 0.6687),
        ("0.668", 0.6674),
        ("0.67", -0.67),
        ("9.2e-4", 9.3e-4),
        ("93.7%", 0.937),
        ("0.5", float("nan")),
        ("0.5", float("inf")),
    ],
)
def test_a_value_that_rounds_to_another_print_fails(text, value):
    with pytest.raises(AssertionError, match="The text says"):
        states(text, value)


@pytest.mark.parametrize(("text", "value"), [("half", 0.5), ("0.5", np.zeros(2))])
def test_what_is_no_number_is_refused(text, value):
    with pytest.raises(ValueError, match="states"):
        states(text, value)
