"""Every exercise: right answers pass, each mistake fails under its own name."""

from copy import deepcopy

import pytest

from course_lib.checks import registry
from course_lib.checks.author.audit import audit, verdict
from course_lib.checks.model import RESULT, Exercise, Named, Seed

EXERCISES = list(registry.exercises().values())
each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.name)


def parts(argument: object) -> list[object]:
    """Return the values of a dict or list, or the argument itself."""
    if isinstance(argument, dict):
        return list(argument.values())
    return list(argument) if isinstance(argument, (list, tuple)) else [argument]


def shapes(exercise: Exercise, seed: int = 0) -> list[tuple[int, ...]]:
    """Return the shape of every array and number among the arguments of the hidden cases."""
    cases = exercise.hidden(registry.generator(exercise.name, seed))
    arguments = [argument for c in cases for step in c.steps for argument in step.args]
    values = [value for argument in arguments for value in parts(argument)]
    return [getattr(value, "shape", ()) for value in values]


def can_be_looked_up(exercise: Exercise) -> bool:
    """Tell whether the visible cases are plain calls, whose answers a table could hold."""
    plain = [c for c in exercise.visible if len(c.steps) == 1 and not c.observe]
    arguments = [part for c in plain for argument in c.steps[0].args for part in parts(argument)]
    named = any(isinstance(part, (Named, Seed)) for part in arguments)
    return len(plain) == len(exercise.visible) and not named


ON_BATCHES = [e for e in EXERCISES if any(len(shape) == 2 for shape in shapes(e))]
LOOKED_UP = [e for e in EXERCISES if can_be_looked_up(e)]


@each_exercise
def test_right_answers_pass_and_every_mistake_is_named(exercise: Exercise) -> None:
    assert audit(exercise, seeds=range(6)) == []


@each_exercise
def test_reference_passes_hidden_cases_of_many_seeds(exercise: Exercise) -> None:
    refused = [
        seed
        for seed in range(60)
        if verdict(registry.hidden_sheet(exercise, seed), exercise.reference)
    ]
    assert refused == []


@each_exercise
def test_has_six_mistakes_and_five_alternatives(exercise: Exercise) -> None:
    assert len(exercise.mistakes) >= 6
    assert len(exercise.alternatives) >= 5


@each_exercise
def test_names_of_mistakes_are_kebab_case_and_unique(exercise: Exercise) -> None:
    names = [mistake.name for mistake in exercise.mistakes]
    assert len(set(names)) == len(names)
    assert all(name.replace("-", "").isalnum() and "_" not in name for name in names)


@each_exercise
def test_sentences_of_mistakes_end_as_sentences_do(exercise: Exercise) -> None:
    sentences = [text for m in exercise.mistakes for text in (m.diagnosis, m.hint)]
    assert [text for text in sentences if not text.endswith((".", "?"))] == []


@pytest.mark.parametrize("exercise", ON_BATCHES, ids=lambda e: e.name)
def test_hidden_cases_include_a_batch_of_one_example(exercise: Exercise) -> None:
    assert any(len(shape) == 2 and shape[1] == 1 for shape in shapes(exercise))


@each_exercise
def test_hidden_cases_differ_between_seeds(exercise: Exercise) -> None:
    first, second = (
        [
            str([step.args for step in c.steps])
            for c in exercise.hidden(registry.generator(exercise.name, seed))
        ]
        for seed in (1, 2)
    )
    assert first != second


@pytest.mark.parametrize("exercise", LOOKED_UP, ids=lambda e: e.name)
def test_answers_of_the_visible_cases_alone_fail_hidden(exercise: Exercise) -> None:
    visible = registry.visible_sheet(exercise.name)
    known = {}
    for c, expected in zip(visible.cases, visible.expected, strict=True):
        calls = [step for step in c.steps if step.do == "call" and step.quantity]
        results = [value for quantity, value in expected.values if quantity == RESULT]
        for step, result in zip(calls, results, strict=False):
            known[str(step.args) + str(step.kwargs)] = result

    def looked_up(*args: object, **kwargs: object) -> object:
        if str(args) + str(kwargs) not in known:
            raise ValueError("not in the table")
        return deepcopy(known[str(args) + str(kwargs)])

    assert verdict(visible, looked_up) is None
    assert verdict(registry.hidden_sheet(exercise, 1), looked_up) is not None
