"""The mistake museum: each exhibit is wrong where it says so, and gives no answer away."""

import ast
import contextlib
import inspect
import io
import json

import numpy as np
import pytest

from course_lib.checks import CheckFailed, check, engine, registry
from course_lib.checks.museum import exhibits
from course_lib.checks.registry import CHAPTERS
from course_lib.publishing.site import page_catch

EXHIBITS = list(exhibits().values())
NAMES = list(exhibits())


def arguments(typed):
    read = {name: ast.literal_eval(text) for name, text in typed.items()}
    return {name: np.array(v) if isinstance(v, list) else v for name, v in read.items()}


def equal(exhibit, typed):
    given = arguments(typed)
    left, right = exhibit.wrong(**given), exhibit.right(**given)
    return np.shape(left) == np.shape(right) and np.allclose(left, right)


def test_there_are_enough_in_every_chapter():
    assert len(EXHIBITS) >= 20
    assert {exhibit.chapter for exhibit in EXHIBITS} == set(CHAPTERS)


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=NAMES)
def test_it_is_wrong_where_it_says_so(exhibit):
    assert equal(exhibit, exhibit.agrees)
    assert not equal(exhibit, exhibit.fails)


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=NAMES)
def test_its_slip_is_a_named_mistake_of_the_course(exhibit):
    exercise, slip = exhibit.like
    assert exercise in registry.names()
    assert slip in [mistake.name for mistake in registry.find(exercise).mistakes]


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=NAMES)
def test_it_is_named_until_it_is_mended(exhibit):
    with pytest.raises(CheckFailed, match=exhibit.like[1]):
        check(exhibit.name, exhibit.wrong)
    with contextlib.redirect_stdout(io.StringIO()):
        check(exhibit.name, exhibit.right)


def passes(name, function):
    with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
        return engine.examine(registry.sheet(name), function)[0] is None


def test_no_exercise_can_be_answered_with_what_hangs_here():
    functions = [f for exhibit in EXHIBITS for f in (exhibit.right, exhibit.wrong)]
    answered = [
        (name, function.__name__)
        for name in registry.names()
        if not inspect.isclass(registry.find(name).reference)
        for function in functions
        if len(inspect.signature(function).parameters)
        == len(inspect.signature(registry.find(name).reference).parameters)
        and passes(name, function)
    ]
    assert answered == []


def test_an_answer_that_hung_here_would_be_seen():
    assert passes("relu", lambda z: np.maximum(z, 0))


def test_exercises_of_the_course_are_as_many_as_without_it():
    assert not set(NAMES) & set(registry.names())


def judged(exhibit, typed):
    asked = {
        "name": exhibit.name,
        "colleague": exhibit.colleague,
        "right": exhibit.solution,
        "arguments": typed,
        "example": exhibit.agrees,
    }
    return json.loads(page_catch.run(json.dumps(asked)))


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=NAMES)
def test_the_page_judges_an_input(exhibit):
    assert judged(exhibit, exhibit.agrees)["verdict"] == "agrees"
    caught = judged(exhibit, exhibit.fails)
    assert caught["verdict"] == "caught"
    assert "Right is" in caught["message"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "cannot be read"),
        ("z", "cannot be read"),
        ("open('x')", "cannot be read"),
        ("[1, 'a']", "no list of numbers"),
        ("[[1, 2], [3]]", "equally long"),
        ("True", "no number"),
        ("{1: 2}", "no number"),
        ("[]", "no number"),
        ("[" * 500, "cannot be read"),
    ],
)
def test_an_input_that_is_none_is_refused_in_words(typed, words):
    said = judged(exhibits()["hard_sigmoid"], {"z": typed})
    assert said["verdict"] == "refused"
    assert words in said["message"]


def test_what_a_right_function_cannot_take_catches_nobody():
    said = judged(exhibits()["specificity"], {"Y_pred": "[0, 1, 0]", "Y": "[0, 1]"})
    assert said["verdict"] == "refused"
    assert said["message"].startswith("A right specificity stops with ValueError")
    said = judged(exhibits()["lengths_of_examples"], {"X": "3"})
    assert said["message"] == "X is a matrix, a list of rows such as [[1, 2], [3, 4]]."


def test_where_there_is_no_right_answer_nobody_is_caught():
    said = judged(exhibits()["distance_to_line"], {"w": "[0, 0]", "b": "1", "x": "[1, 2]"})
    assert said["verdict"] == "refused"
    assert "there is no answer to compare with" in said["message"]
