"""Each known mistake is named by the visible cases alone: that is all a student has at midnight."""

import contextlib
import io
import warnings
from dataclasses import replace

import numpy as np
import pytest

from course_lib.checks import registry
from course_lib.checks.engine import examine

EXERCISES = [name for name in registry.names() if name in registry.exercises()]


def not_named(sheet, mistakes):
    """Give the mistakes that a sheet does not call by their names, and what it says."""
    found = {}
    for mistake in mistakes:
        with (
            contextlib.redirect_stdout(io.StringIO()),
            np.errstate(all="ignore"),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")
            failure, _ = examine(sheet, mistake.implementation)
        said = failure.diagnosis if failure else "passes"
        if said != mistake.name:
            found[sheet.name, mistake.name] = said
    return found


@pytest.mark.parametrize("name", EXERCISES)
def test_the_visible_cases_name_each_known_mistake(name):
    assert not_named(registry.visible_sheet(name), registry.find(name).mistakes) == {}


def test_mistakes_that_no_case_tells_apart_are_found():
    sheet = registry.visible_sheet("depth_bound")
    fewer = replace(
        sheet,
        cases=sheet.cases[:3] + sheet.cases[-1:],
        expected=sheet.expected[:3] + sheet.expected[-1:],
        mistakes=tuple(
            replace(
                known, outcomes=lambda known=known: known.outcomes()[:3] + known.outcomes()[-1:]
            )
            for known in sheet.mistakes
        ),
    )
    found = not_named(fewer, registry.find("depth_bound").mistakes)
    assert ("depth_bound", "one-missing") in found
