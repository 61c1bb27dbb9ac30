"""Each number that a page prints is asserted where it stands, and a wrong one is refused."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from course_lib.checks import registry
from course_lib.claims import claims
from course_lib.publishing.gates.numbers import faults, faults_of, read
from course_lib.publishing.gates.prose import given, normalize, numbers, states

BOOK = Path(__file__).parents[2] / "book"
CHAPTERS = [BOOK / f"{name}.md" for name in registry.CHAPTERS]
PAGES = [path for path in sorted(BOOK.glob("*.md")) if "\nkernelspec:" in path.read_text("utf-8")]
CELL = "\n```{code-cell} python\n:tags: [remove-cell]\n\n%s\n```\n"
STATED = CELL % "states('is 0.25', 1 / 4)"


def told(text):
    """Return the words of the faults of a page."""
    return [fault.text for fault in faults(text)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_number_of_the_page_is_stated_in_its_place(path):
    lines = [f"{path.name}:{line}: {text}" for line, text in faults(path.read_text("utf-8"))]
    assert lines == []


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_numbers_planted_at_random_places_of_the_page_are_found(path):
    """Change twenty numbers of the page; let each change places with three of its passage."""
    passages, statements = read(path.read_text("utf-8"))
    places = [
        (n, number)
        for n, passage in enumerate(passages)
        for number in numbers(passage.text, math=passage.math)
    ]
    chosen = np.random.default_rng(0).permutation(len(places))[:20]
    for n, number in (places[k] for k in chosen):
        assert faults_of(planted(passages, n, number, other(number.text)), statements)
        partners = [each for m, each in places if m == n and each.text != number.text]
        for partner in partners[:3]:
            changed = planted(passages, n, max(number, partner), min(number, partner).text)
            changed = planted(changed, n, min(number, partner), max(number, partner).text)
            assert faults_of(changed, statements)


def planted(passages, n, number, text):
    """Return the passages with another text at the place of a number."""
    old = passages[n].text
    new = old[: number.start] + text + old[number.end :]
    return [*passages[:n], passages[n]._replace(text=new), *passages[n + 1 :]]


def other(number):
    """Write another number of the same form."""
    last = max(k for k, character in enumerate(number) if character.isdigit())
    return number[:last] + str((int(number[last]) + 1) % 10) + number[last + 1 :]


@pytest.mark.parametrize(
    "text",
    [
        "This is 0.25 and 0.75.",
        "This is 0.25. Math $x = 0.75$.",
        "This is 0.25.\n\n$$\nx = 0.75\n$$",
        "This is 0.25.\n\n```{math}\n:label: a\nx = 0.75\n```",
        "This is 0.25.\n\n| a | b |\n|---|---|\n| 0.75 | c |",
        "This is 0.25.\n\n- item\n\n  0.75",
        ":::{note} This is 0.25\n:class: tip\n\nInside 0.75\n:::",
        "::::{note}\nThis is 0.25\n:::{quiz} How much?\n- [x] 0.75\n\n  Yes.\n:::\n::::",
        "This is 0.25\n\n:::{quiz} How much?\n:number: 0.75\n\nSo.\n:::",
        "This is 0.25\n\n```{code-cell}\n---\nmystnb:\n  image:\n    alt: To 0.75\n---\n1\n```",
        "This is 0.25\n\n```{figure} a.svg\n:alt: Falls to 0.75\n```",
        "term\n: This is 0.25, explained by 0.75",
    ],
)
def test_a_number_that_nothing_asserts_is_found(text):
    assert told(text + "\n" + STATED) == ["0.75 is not stated"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("This is 0.25 of 7 tumors.", "7"),
        ("This is 0.25 of $17{,}013{,}005$.", "17{,}013{,}005"),
        ("This is 0.25 at $z = -30$.", "-30"),
        ("This is 0.25 or 1/3.", "1/3"),
        (r"This is 0.25 or $10^{-3}$.", "10^{-3}"),
    ],
)
def test_integers_and_powers_are_numbers_too(text, number):
    assert told(text + "\n" + STATED) == [f"{number} is not stated"]


@pytest.mark.parametrize(
    "text",
    [
        "[It](a0.75.html)", "version 1.0.4", "`0.75`", "{eq}`a-0.75`", "a 2-3-1 network", "in 2010",
        "lines 225-261", "$W^{[1]} a_2^2$", "the 3rd", "0 or 1", "$W_{12}$", "layers 1, 2 and 3",
    ],
)  # fmt: skip
def test_what_is_no_number_of_a_result_is_free(text):
    assert told(f"This is 0.25. {text}\n" + STATED) == []


@pytest.mark.parametrize(
    ("page", "call", "fault"),
    [
        ("It is 0.25.", "states('was 0.25', 1 / 4)", "does not stand on the page"),
        ("It is 0.25. It is 0.25.", "states('is 0.25', 1 / 4)", "2 times, add words"),
        ("It is 0.25.", "states('0.25', 1 / 4)", "no word that says where"),
        ("It is 0.25.", "states('is 0.25', 0.25)", "compared with itself"),
        ("It is 0.25.", "states('is 0.25', float('0.25'))", "compared with itself"),
        ("It is 0.25.", "states('is 0.25', *[0.25])", "compared with itself"),
        ("It is -0.25.", "states('is -0.25', -0.25)", "compared with itself"),
        ("It is 0.25.", "x = 0.25\nstates('is 0.25', x)", "compared with itself"),
        ("It is 0.25.", "for t, v in [('is 0.25', 0.25)]:\n    states(t, v)", "with itself"),
        ("It is 0.25.", "for t, v in zip(['is 0.25'], [0.25]):\n    states(t, v)", "with itself"),
        ("It is so.", "claims('It is not so', f)", "does not stand on the page"),
    ],
)
def test_a_statement_that_shows_nothing_is_found(page, call, fault):
    assert any(fault in text for text in told(page + "\n" + CELL % call))


def test_two_numbers_that_changed_places_are_found():
    cell = CELL % "states('from 0.518 to 0.539', *costs)"
    assert told("It rises from 0.518 to 0.539." + cell) == []
    assert len(told("It rises from 0.539 to 0.518." + cell)) == 3


def test_a_sign_belongs_to_the_number():
    assert "-0.25 is not stated" in told("It is -0.25." + STATED)
    assert told("$x -0.25$ This is 0.25." + STATED) == ["-0.25 is not stated"]


def test_rows_of_a_table_are_read_across():
    table = "| h | cost |\n|---|---|\n| 2 | 0.75 |\n| 3 | 0.25 |\n"
    assert told(table + CELL % "states('2 | 0.75', *a)\nstates('3 | 0.25', *b)") == []


def test_statements_in_a_loop_are_read():
    cell = CELL % "for t, x in zip(['is 0.25', 'was 0.75'], P):\n    states(t, x)"
    assert told("It is 0.25, it was 0.75, not 0.5." + cell) == ["0.5 is not stated"]


def test_the_line_of_a_number_is_told():
    assert faults("# T\n\ntext\n\n:::{note}\nInside 0.75\n:::\n")[0].line == 6


def test_code_that_is_only_shown_asserts_nothing():
    assert len(told("It is 0.25\n\n```python\nstates('is 0.25', 1 / 4)\n```\n")) == 1


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("is 0.668", [0.66818777]),
        ("is -1.25", [np.float32(-1.2502)]),
        ("is −1.25", [np.array([[-1.25]])]),
        ("is 0.33", [Fraction(1, 3)]),
        ("is 1/3", [1 / 3]),
        ("is 0.1", [Decimal("0.149")]),
        ("is 9.2e-4", [0.00092101664]),
        (r"is $9.2 \times 10^{-4}$", [0.00092101664]),
        (r"\alpha = 9.2 \cdot 10^{-4}", [0.00092101664]),
        ("is $10^{-3}$", [0.001]),
        ("93.7% of them", [93.71]),
        ("12 of 17,013,005", [12, 17_013_005]),
        ("from 0.5 to $-0.25$ and $3$", [0.5, -0.25]),
    ],
)
def test_values_that_round_to_the_print_pass(text, values):
    states(text, *values)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("is 0.668", [0.6687]),
        ("is 0.668", [0.6674]),
        ("is 0.67", [-0.67]),
        ("is 9.2e-4", [9.3e-4]),
        ("is 1/3", [0.333]),
        ("93.7%", [0.937]),
        ("is 0.5", [float("nan")]),
        ("is 0.5", [float("inf")]),
        ("from 0.5 to 0.25", [0.25, 0.5]),
        ("138 of them", [12]),
    ],
)
def test_values_that_round_to_another_print_fail(text, values):
    with pytest.raises(AssertionError, match="The text says"):
        states(text, *values)


@pytest.mark.parametrize(
    ("text", "values"), [("half", [0.5]), ("is 0.5", [np.zeros(2)]), ("0.5 and 0.25", [0.5])]
)
def test_what_cannot_be_compared_is_refused(text, values):
    with pytest.raises(ValueError, match="states"):
        states(text, *values)


def test_what_a_question_assumes_is_read_from_its_text():
    assert given("A network gets 20 examples, 0.5 of each") == (20, 0.5)
    with pytest.raises(ValueError, match="no number"):
        given("A network")


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("17{,}013{,}005", "17013005"), (r"9.2\cdot10^{-4}", "9.2e-4"), ("−0.5", "-0.5")],
)
def test_numbers_have_one_plain_form(printed, plain):
    assert normalize(printed) == plain


# Claims.


def test_a_claim_says_for_how_many_seeds_it_holds(capsys):
    claims("it is so", lambda seed: seed != 3, seeds=range(5), at_least=4)
    claims("it is so", lambda: True, seeds=None)
    assert capsys.readouterr().out == "Holds for 4 of 5 seeds.\nHolds.\n"


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"seeds": range(3)}, AssertionError, "holds for 1 of 3 seeds, 3 are needed; not for 0, 2"),
        ({"seeds": range(3), "at_least": 2}, AssertionError, "2 are needed"),
        ({"seeds": []}, ValueError, "at least one seed"),
        ({"seeds": range(3), "at_least": 4}, ValueError, "between 1 and"),
    ],
)
def test_a_claim_that_does_not_hold_stops_the_build(options, error, words):
    with pytest.raises(error, match=words):
        claims("it is so", lambda seed: seed == 1, **options)


def test_a_claim_without_seeds_that_does_not_hold_stops_the_build():
    with pytest.raises(AssertionError, match="does not hold"):
        claims("it is so", lambda: False, seeds=None)
