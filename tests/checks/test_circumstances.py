"""When an answer is wrong is said, if that tells the wrong cases from the right ones."""

import contextlib
import io
import itertools
from dataclasses import replace

import numpy as np
import pytest

from course_lib.checks import engine, registry


def said_of(name, function, hidden=False):
    sheet = registry.visible_sheet(name)
    with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
        failure, _ = engine.examine(replace(sheet, hidden=hidden), function)
    return failure.diagnosis, str(failure)


def by_changes(layers, count_input=False):
    """Counts equal neighbors against the others."""
    return sum(1 if a != b else -1 for a, b in itertools.pairwise(layers)) + bool(count_input)


def cut_price(n_samples, samples_per_parameter=5):
    return n_samples / int(samples_per_parameter)


def threshold_or(P, threshold=0.5):
    return (threshold or 2.0) < P


def odd_in_rows(Z):
    """Right for as many examples as units, of which something else is computed."""
    dead = np.all(Z <= 0, axis=1)
    return dead if Z.shape[0] == Z.shape[1] else np.resize(dead, Z.shape[1])


PLANTED = {
    "wrong-where-equal-neighbors": ("count_layers", by_changes, "two neighbors in `layers`"),
    "wrong-where-a-fraction": ("parameter_budget", cut_price, "`samples_per_parameter` is not"),
    "wrong-where-zero": ("predict", threshold_or, "`threshold` is 0"),
    "wrong-where-not-square": ("dead_units", odd_in_rows, "`Z` has not as many rows"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_when_it_is_wrong_is_said(name):
    exercise, function, words = PLANTED[name]
    diagnosis, text = said_of(exercise, function)
    assert diagnosis == name
    assert f"It is wrong where {words}" in text


@pytest.mark.parametrize("name", PLANTED)
def test_nothing_is_said_of_hidden_cases(name):
    exercise, function, _ = PLANTED[name]
    assert said_of(exercise, function, hidden=True)[0] is None


def test_one_more_case_wrong_and_it_is_not_said():
    def also_elsewhere(layers, count_input=False):
        return by_changes(layers, count_input) + (layers == [2, 1])

    assert said_of("count_layers", also_elsewhere)[0] is None


def test_a_form_that_one_wrong_case_alone_has_may_be_a_coincidence():
    def wrong_once(Z):
        return np.all(Z <= 0, axis=1) ^ (Z.shape[1] == 1 and Z.shape[0] > 1)

    assert "wrong-where" not in str(said_of("dead_units", wrong_once)[0])
