"""The audit finds planted faults."""

from dataclasses import replace

import numpy as np
import pytest

from course_lib.checks import registry
from course_lib.checks.author.audit import audit
from course_lib.checks.model import Alternative, Exercise, Mistake, case


@pytest.fixture
def exercise() -> Exercise:
    """Return a sound exercise, to plant a fault in."""
    return registry.find("squared_error_cost")


def kinds(exercise: Exercise) -> set[tuple[str, str]]:
    return {(finding.kind, finding.name) for finding in audit(exercise, seeds=[1])}


def test_two_equal_mistakes_are_found(exercise: Exercise) -> None:
    twin = replace(exercise.mistakes[0], name="twin")
    planted = replace(exercise, mistakes=(*exercise.mistakes, twin))
    assert ("mistakes alike", exercise.mistakes[0].name) in kinds(planted)


def test_a_mistake_that_the_cases_cannot_see_is_found(exercise: Exercise) -> None:
    def one_case(rng: np.random.Generator) -> list:
        return [case("one unit, one example", np.array([[1.0]]), np.array([[0.8]]))]

    assert ("mistake passes", "averaged-over-units-too") in kinds(
        replace(exercise, hidden=one_case)
    )


def test_a_refused_alternative_is_found(exercise: Exercise) -> None:
    single = Alternative("half precision", lambda Y, P: exercise.reference(Y, np.float16(P)))
    planted = replace(exercise, alternatives=(single,))
    assert ("alternative refused", "half precision") in kinds(planted)


def test_a_mistake_that_only_raises_is_found(exercise: Exercise) -> None:
    def raising(Y: np.ndarray, P: np.ndarray) -> float:
        return [][0]

    planted = replace(exercise, mistakes=(Mistake("raises", raising, "It raises.", "Do not."),))
    assert ("mistake not named", "raises") in kinds(planted)


def test_a_reference_that_changes_its_input_is_found(exercise: Exercise) -> None:
    def changing(Y: np.ndarray, P: np.ndarray) -> float:
        value = exercise.reference(Y, P)
        P += 1.0
        return value

    assert ("reference refused", "reference") in kinds(replace(exercise, reference=changing))
