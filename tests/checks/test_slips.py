"""Slips: each is planted in another style than the reference's, and each has a near miss."""

import contextlib
import functools
import io
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_lib.checks import engine, registry
from course_lib.checks.author import added
from course_lib.checks.author import slips as making
from course_lib.checks.encode import read_sheets, write_sheets
from course_lib.checks.fingerprints import cells, fingerprint
from course_lib.checks.model import Exercise, Outcome, Tolerance, case
from course_lib.checks.slips import SENTENCES
from course_lib.publishing.derived import slips as derived

rng = np.random.default_rng(11)
X, Y, W = (rng.normal(size=(3, 4)) for _ in range(3))
SQUARE = [rng.normal(size=(3, 3)) for _ in range(3)]
PAIRS = [(X, Y), (Y, W), (W[:2], X[1:])]
POSITIVE = [(np.abs(X) + 0.1,), (np.abs(Y) + 0.2,), (np.abs(W[:2]) + 0.3,)]
ROWS = [(list(row),) for row in (*X, *Y)]
SCORES = [(np.array([-1.0, 0.0, 2.5, 1.0, 0.0]), 0.0), (np.array([1.0, 2.0, 0.5]), 1.0),
          (np.array([[0.5, -2.0], [0.5, 0.25]]), 0.5), (np.array([3.0, 1.5]), 1.5)]  # fmt: skip


def slope(a, b):
    return a * (1 - b) + b


def total(a):
    result = 0.0
    for number in a:
        result += number**2
    return result


def mean(a):
    return np.mean(a * a, axis=0)


def product(a, b):
    return a @ b


def entropy(a):
    return -np.sum(a * np.log(a), axis=0)


def spread(a, b):
    return (a - b) / np.maximum(a, b)


def above(a, limit):
    return a > limit


def far_above(a, limit):
    return (np.abs(a) > 1.0) & (a > limit)


def update(a, b):
    a = a - 0.5 * b
    b = b - 0.5 * a
    return a, b


def early(a):
    for k in range(len(a)):
        return a[k] * a[k]
    return None


def last(a):
    found = 0.0
    for k in range(len(a)):
        found = a[k] ** 2
    return found


def powered(a, power=3.0):
    return np.abs(a) ** power


def first_missing(a):
    return sum(a[k] * a[k] for k in range(1, len(a)))


PLANTED = [
    ("other-sign", slope, PAIRS, lambda a, b: a + a * b + b),
    ("term-left-out", slope, PAIRS, lambda a, b: np.subtract(a, a * b)),
    ("factor-left-out", spread, PAIRS, lambda a, b: np.subtract(a, b)),
    ("brackets", slope, PAIRS, lambda a, b: a * 1 - b + b * 1),
    ("times-for-divided", spread, PAIRS, lambda a, b: np.where(a > b, a, b) * (a - b)),
    ("min-for-max", spread, PAIRS, lambda a, b: (a - b) / np.where(a < b, a, b)),
    ("wrong-way-round", product, list(pairwise(SQUARE)),
     lambda a, b: np.dot(b, a)),
    ("transposed-inside", product, list(pairwise(SQUARE)),
     lambda a, b: np.einsum("ki,kj->ij", a, b)),
    ("entrywise-product", product, list(pairwise(SQUARE)),
     lambda a, b: np.multiply(a, b)),
    ("other-base", entropy, POSITIVE, lambda a: -(a * np.log2(a)).sum(axis=0)),
    ("function-left-out", entropy, POSITIVE, lambda a: -np.einsum("ij,ij->j", a, a)),
    ("other-axis", entropy, POSITIVE, lambda a: -(a * np.log(a)).sum(axis=1)),
    ("not-strict", above, SCORES, lambda a, limit: np.logical_not(a < limit)),
    ("and-for-or", far_above, [(X, 0.2), (Y, 0.1), (W, -0.3)],
     lambda a, limit: np.logical_or(a > limit, a * a > 1)),
    ("returned-too-early", total, ROWS, early),
    ("overwritten-not-added", total, ROWS, last),
    ("other-order", update, PAIRS, lambda a, b: (a - 0.5 * (b - 0.5 * a), b - 0.5 * a)),
    ("other-constant", update, PAIRS, lambda a, b: (a - b / 4, b - (a - b / 4) / 2)),
    ("other-variable", slope, PAIRS, lambda a, b: b * (1 - b) + b),
    ("other-power", mean, POSITIVE, lambda a: a.mean(axis=0)),
    ("one-off", mean, POSITIVE, lambda a: (a[1:] ** 2).mean(axis=0)),
    ("other-function", mean, POSITIVE, lambda a: (a**2).sum(axis=0)),
    ("complement", slope, PAIRS, lambda a, b: b * (a + 1)),
    ("rounded-inside", entropy, POSITIVE,
     lambda a: -np.einsum("ij,ij->j", a, np.log(np.around(a, 2)))),
    ("clipped-inside", entropy, POSITIVE,
     lambda a: -np.where(a < 1, a * np.log(a), 0.0).sum(axis=0)),
    ("small-number-added", entropy, POSITIVE, lambda a: -(a * np.log(0.001 + a)).sum(axis=0)),
    ("absolute-inside", slope, PAIRS, lambda a, b: np.where(a < 0, -a, a) * (1 - b) + b),
    ("function-added", mean, POSITIVE, lambda a: (a * np.exp(a)).mean(axis=0)),
    ("only-yes-or-no", slope, PAIRS, lambda a, b: np.where(a > 0, 1.0, b)),
    ("part-left-out", slope, PAIRS, lambda a, b: a[:, [0]] * (1 - b) + b),
    ("one-for-all", slope, PAIRS, lambda a, b: np.mean(a) * (1 - b) + b),
    ("one-added", mean, POSITIVE, lambda a: (a**2 + a).mean(axis=0)),
    ("factor-added", slope, PAIRS, lambda a, b: (a + a) * (1 - b) + b),
    ("argument-ignored", spread, PAIRS, lambda a, b: (a - 1) / np.where(a > 1, a, 1)),
    ("other-default", powered, [(X,), (Y,), (W, 2.0)], lambda a, power=6.0: np.abs(a) ** power),
]  # fmt: skip


@functools.cache
def toy(reference, arguments=()):
    """An exercise without mistakes of its own; a test's function is its reference."""
    cases = tuple(case(f"case {k}", *each) for k, each in enumerate(CASES[reference]))
    return Exercise(
        name="toy", chapter="relu", equation="relu", quantity="the toy", reference=reference,
        visible=cases, hidden=lambda rng: cases, mistakes=(), alternatives=(),
        inputs=lambda rng: (),
    )  # fmt: skip


CASES = {reference: arguments for _, reference, arguments, _ in PLANTED}


@functools.cache
def sheets(reference):
    """The visible sheet with its slips, and the one that students have."""
    exercise = toy(reference)
    kinds = {}
    for key, kind in making.fingerprints(exercise).items():
        kinds[kind] = f"{kinds.get(kind, '')} {key}".strip()
    visible = replace(registry.make_sheet(exercise, exercise.visible), slips=kinds)
    return {"visible": visible, "student": read_sheets(write_sheets([visible]))[0]}


def failure_of(sheet, function):
    with contextlib.redirect_stdout(io.StringIO()):
        return engine.examine(sheet, function)[0]


def slip_of(sheet, function, monkeypatch):
    """Name an answer by its slip alone, as if it had no relation to the right one."""
    monkeypatch.setattr(engine, "find_relation", lambda *_: None)
    failure = failure_of(sheet, function)
    return failure.diagnosis if failure and failure.diagnosis in SENTENCES else None


@pytest.mark.parametrize("edition", ["visible", "student"])
@pytest.mark.parametrize(("kind", "reference", "arguments", "answer"), PLANTED)
def test_a_slip_in_another_style_is_named(kind, reference, arguments, answer, edition, monkeypatch):
    assert slip_of(sheets(reference)[edition], answer, monkeypatch) == kind


NEAR = [
    (slope, lambda a, b: a * (1 - b) + b + 0.0123),
    (slope, lambda a, b: a * (1 + b) - 2 * b),
    (total, lambda a: sum(abs(number) ** 1.5 for number in a)),
    (spread, lambda a, b: (a - b) / (np.maximum(a, b) + 0.3)),
    (product, lambda a, b: (a.T @ b).T + a),
    (entropy, lambda a: -np.sum(a * np.log2(a), axis=1)),
    (above, lambda a, limit: np.abs(a) > limit + 0.3),
    (mean, lambda a: np.median(np.abs(a), axis=0) ** 3),
]


@pytest.mark.parametrize(("reference", "answer"), NEAR)
def test_another_error_or_two_slips_at_once_have_no_name(reference, answer, monkeypatch):
    sheet = sheets(reference)["visible"]
    assert failure_of(sheet, answer) is not None
    assert slip_of(sheet, answer, monkeypatch) is None


def test_hidden_cases_tell_no_slip(monkeypatch):
    hidden = replace(sheets(slope)["visible"], hidden=True)
    assert slip_of(hidden, lambda a, b: a + a * b + b, monkeypatch) is None


def changes_its_input(dA, Z):
    dA[Z <= 0] = 0.0
    return dA


def test_a_difference_with_a_name_of_its_own_keeps_it():
    sheet = registry.visible_sheet("relu_backward")
    assert failure_of(sheet, changes_its_input).diagnosis == "changes-its-input"


@pytest.mark.parametrize("constant", [0.0, 1.0, np.nan])
def test_an_answer_that_does_not_depend_on_the_case_has_no_name(constant, monkeypatch):
    for reference in (slope, total, above):
        sheet = sheets(reference)["visible"]
        assert slip_of(sheet, lambda *_: constant, monkeypatch) is None


def test_the_sentence_says_the_kind_and_the_hint_where_to_look():
    failure = failure_of(sheets(entropy)["student"], lambda a: -(a * np.log1p(a)).sum(axis=0))
    assert "This looks like `other-base`: One logarithm" in str(failure)
    assert "Hint: Here `log` is the natural one" in str(failure)


def same_either_way(a, b):
    return a + b


def test_two_kinds_with_one_fingerprint_are_silent(monkeypatch):
    b = np.array([1.7, 2.3, 3.1])
    both = (2 * b / (b - 1), 2 * b)  # a - b and a * b differ, but those of the toy do not
    CASES[same_either_way] = [(x, x / (x + 1)) for x in both]  # x - y = x * y
    sheet = sheets(same_either_way)["visible"]
    outcomes = [Outcome((("result", x - y),)) for x, y in CASES[same_either_way]]
    assert fingerprint(sheet, outcomes) in making.kinds_of(toy(same_either_way))
    assert slip_of(sheet, lambda x, y: x - y, monkeypatch) is None


def test_a_special_case_is_called_by_the_name_that_says_more():
    assert making.the_one({"other-constant", "term-left-out"}) == "term-left-out"
    assert making.the_one({"other-sign", "term-left-out"}) == ""


def test_what_is_changed_is_likelier_than_what_is_added():
    assert making.the_one({"other-constant", "+rounded-inside"}) == "other-constant"
    assert making.the_one({"other-axis", "+transposed-inside"}) == "other-axis"
    assert making.the_one({"+rounded-inside"}) == "rounded-inside"
    assert making.the_one({"+rounded-inside", "+only-yes-or-no"}) == "only-yes-or-no"
    assert making.the_one({"brackets", "factor-left-out", "wrong-way-round"}) == "brackets"
    assert making.the_one({"+rounded-inside", "+one-added"}) == ""


def halvings(a):
    count = 0
    while a > 1.0:
        a = a / 2.0
        count = count + 1
    return a * count


def test_slips_that_never_end_are_left_out():
    CASES[halvings] = [(37.0,), (5.3,), (1000.7,)]
    kinds = making.kinds_of(toy(halvings))
    assert kinds
    assert not any("count = count + 1 → pass" in found.values() for found in kinds.values())


def test_every_kind_that_can_be_made_has_its_sentences():
    named = {*making.SPECIAL, *(kind for kinds in making.SPECIAL.values() for kind in kinds)}
    named |= {kind for kind, _ in making.LIKE}
    named |= added.KINDS
    for name in registry.names():
        named |= set(registry.visible_sheet(name).slips)
    assert named <= set(SENTENCES)


@pytest.mark.parametrize("name", registry.names())
def test_right_answers_have_the_fingerprint_of_no_slip(name):
    exercise = registry.find(name)
    sheet = registry.visible_sheet(name)
    kept = " ".join(sheet.slips.values()).split()
    for function in (exercise.reference, *(a.implementation for a in exercise.alternatives)):
        outcomes = registry.run_all(function, sheet.cases, sheet.parameters)
        assert fingerprint(sheet, outcomes) not in kept


def test_a_fingerprint_stands_for_one_kind_only():
    for name in registry.names():
        kept = " ".join(registry.visible_sheet(name).slips.values()).split()
        assert len(kept) == len(set(kept))


# ------------------------------------------------------------------ numbers

ROUND = st.decimals(-1000, 1000, places=6).map(float) | st.integers(-40, 40).map(lambda k: 2.0**k)
NOISE = st.floats(-1e-14, 1e-14)


def cell_of(number):
    return list(cells([number], Tolerance()))


@given(ROUND, NOISE)
def test_the_last_digits_of_a_number_do_not_change_its_cell(number, noise):
    assert cell_of(number) == cell_of(number * (1.0 + noise))


@given(st.integers(-9, 20), NOISE)
def test_a_power_of_ten_is_on_no_edge(power, noise):
    assert cell_of(10.0**power) == cell_of(10.0**power * (1.0 + noise))


@given(st.floats(1e-4, 1e9))
def test_numbers_that_differ_by_ten_tolerances_and_more_have_other_cells(number):
    assert cell_of(number) != cell_of(number * (1.0 + 2e-5))


def test_zero_has_one_cell_whatever_its_sign_and_noise():
    assert cell_of(0.0) == cell_of(-0.0) == cell_of(1e-17) == cell_of(-1e-17) == cell_of(False)


def test_numbers_that_are_not_finite_have_cells_of_their_own():
    assert len({*cell_of(np.nan), *cell_of(np.inf), *cell_of(-np.inf), *cell_of(1e300)}) == 4


@pytest.mark.parametrize(
    ("one", "other"),
    [(2, 2.0), (True, 1), (np.arange(3), np.arange(3.0)), ((1, 2), [1.0, 2.0]),
     (np.array(2.5), 2.5)],
)  # fmt: skip
def test_what_counts_as_equal_has_one_fingerprint(one, other):
    sheet = sheets(slope)["visible"]
    outcomes = [[Outcome((("result", value),))] * len(sheet.cases) for value in (one, other)]
    assert fingerprint(sheet, outcomes[0]) == fingerprint(sheet, outcomes[1])


def test_another_shape_has_another_fingerprint():
    sheet = sheets(slope)["visible"]
    values = np.arange(3.0), np.arange(3.0)[:, np.newaxis], [0.0, 1.0, 2.0]
    found = {fingerprint(sheet, [Outcome((("result", value),))] * 3) for value in values}
    assert len(found) == 3


# ------------------------------------------------------------------ what is kept


def test_the_fingerprints_are_current():
    assert derived.outdated() == [], f"run `{derived.COMMAND}`"


def test_fingerprints_made_again_are_those_that_are_kept(tmp_path):
    derived.update(["relu"], tmp_path)
    assert derived.read("relu", tmp_path)["relu"] == derived.read("relu")["relu"]


def test_an_exercise_that_is_not_made_is_outdated(tmp_path):
    assert derived.outdated(tmp_path) == registry.names()
    derived.update(["relu_prime"], tmp_path)
    assert derived.outdated(tmp_path) == [n for n in registry.names() if n != "relu_prime"]
