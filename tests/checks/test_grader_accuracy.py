"""The measurement of the checks finds what it is meant to find."""

import importlib.util
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from course_lib.checks import registry
from course_lib.checks.model import case

FILE = Path(__file__).parents[2] / "benchmarks" / "grader_accuracy.py"
SPEC = importlib.util.spec_from_file_location("grader_accuracy", FILE)
grader_accuracy = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(grader_accuracy)


def test_no_mutant_of_accuracy_passes() -> None:
    row = grader_accuracy.measure(registry.find("accuracy"), range(2))
    assert row.mutants > 50
    assert (row.refused, row.passed, row.confused, row.mutants_passed) == ([], [], [], [])


def test_a_lenient_case_lets_mutants_pass() -> None:
    half = case("two of four", np.array([[1.0, 0.0, 1.0, 0.0]]), np.array([[1.0, 0.0, 0.0, 1.0]]))
    lenient = replace(
        registry.find("accuracy"), visible=(half,), hidden=lambda rng: [half], mistakes=()
    )
    assert grader_accuracy.measure(lenient, range(1)).mutants_passed


def test_bound_of_no_event_is_the_rule_of_three() -> None:
    assert grader_accuracy.upper_bound(0, 300) == pytest.approx(3 / 300, rel=0.01)


def test_bound_of_some_events_agrees_with_a_table() -> None:
    # Clopper-Pearson, one-sided 95 %: 2 of 20.
    assert grader_accuracy.upper_bound(2, 20) == pytest.approx(0.28262, abs=1e-4)
