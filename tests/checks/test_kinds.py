"""A hidden case of a kind that no visible case shows is found."""

from dataclasses import replace

import numpy as np
import pytest

from course_lib.checks import registry
from course_lib.checks.author.audit import audit
from course_lib.checks.model import Case, Exercise, call, case, construct, script

Y, P = np.array([[1.0, 0.0, 1.0]]), np.array([[0.75, 0.5, 0.25]])

SURPRISES = {
    "a number beside an array": (0.5, P),
    "two numbers": (1.0, 0.75),
    "vectors": (Y[0], P[0]),
    "shapes that are broadcast": (Y, np.vstack([P, P])),
    "no example at all": (Y[:, :0], P[:, :0]),
    "probabilities as whole numbers": (Y, np.array([[1, 0, 1]])),
    "a certain prediction": (Y, np.array([[1.0, 0.5, 0.25]])),
    "a prediction close to 0": (Y, np.array([[1e-9, 0.5, 0.25]])),
    "numbers far from 0": (Y, np.array([[1000.0, 0.5, 0.25]])),
    "a list of numbers": (Y, [0.75, 0.5, 0.25]),
    "not a number": (Y, np.array([[np.nan, 0.5, 0.25]])),
}


def found(exercise: Exercise, *hidden: Case) -> set[str]:
    planted = replace(exercise, hidden=lambda rng: [*hidden, *exercise.hidden(rng)])
    findings = audit(planted, seeds=[1])
    return {f.name for f in findings if f.kind == "kind unseen" and f.name in names(hidden)}


def names(cases: tuple[Case, ...]) -> set[str]:
    return {case.label for case in cases}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("label", SURPRISES)
def test_a_surprise_is_found(label: str) -> None:
    assert found(registry.find("squared_error_cost"), case(label, *SURPRISES[label])) == {label}


def test_an_argument_by_name_that_is_never_shown_so_is_found() -> None:
    by_position = case("by position", np.array([[0.25, 0.75]]), 0.5)
    assert found(registry.find("predict"), by_position) == {"by position"}


def test_an_error_that_no_visible_case_asks_for_is_found() -> None:
    exercise = registry.find("decision_boundary_line")
    visible = tuple(case for case in exercise.visible if "vertical" not in case.label)
    vertical = case("vertical", np.array([1.5, 0.0]), 1.0)
    assert found(replace(exercise, visible=visible), vertical) == {"vertical"}


def test_large_numbers_of_a_sign_that_is_never_shown_are_found() -> None:
    exercise = registry.find("sigmoid")
    large = case("a large number", 1000.0)
    visible = tuple(c for c in exercise.visible if np.all(np.asarray(c.steps[0].args[0]) < 700))
    assert found(replace(exercise, visible=visible), large) == {"a large number"}
    assert found(exercise, large) == set()


def test_an_order_of_calls_that_is_never_shown_is_found() -> None:
    Z = np.array([[1.0, -2.0]])
    twice = script(
        "two passes forward",
        construct("layer"),
        call("layer", "forward", Z),
        call("layer", "forward", Z),
    )
    assert found(registry.find("SigmoidLayer"), twice) == {"two passes forward"}


def test_a_kind_that_the_author_names_is_found() -> None:
    exercise = registry.find("predict")
    tie = replace(exercise.visible[0], label="a tie", kind="a probability at the threshold")
    assert found(exercise, tie) == {"a tie"}
    assert found(replace(exercise, visible=(*exercise.visible, tie)), tie) == set()


def test_other_numbers_of_a_kind_that_is_shown_are_no_surprise() -> None:
    more = case("more examples", np.tile(Y, (2, 9)), np.tile(P, (2, 9)))
    square = case("as many units as examples", np.tile(Y, (3, 1)), np.tile(P, (3, 1)))
    assert found(registry.find("squared_error_cost"), more, square) == set()
