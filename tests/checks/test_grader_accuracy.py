"""The measurement of the checks finds what it is meant to find."""

import ast
import signal
from dataclasses import fields, replace

import numpy as np
import pytest

from course_lib.checks import registry
from course_lib.checks.author import calibrate as calibration
from course_lib.checks.author import mutants
from course_lib.checks.author.calibrate import calibrate
from course_lib.checks.model import Alternative, Exercise, Mistake, Tolerance, case

measures_mutants = pytest.mark.skipif(
    not hasattr(signal, "SIGPROF"), reason="no signal SIGPROF, which stops an endless mutant"
)


def lenient(name: str, *cases: object, **fields: object) -> Exercise:
    """Return an exercise that is judged on these cases alone."""
    return replace(registry.find(name), visible=cases, hidden=lambda rng: cases, **fields)


def variants(code: str) -> list[str]:
    """Return every changed copy of an expression or statement."""
    tree = ast.parse(code)
    found = []
    for site in list(mutants.sites(tree)):
        for _, new in mutants.OPERATORS.get(type(site.node), lambda node: ())(site.node):
            with site.holding(new):
                found.append(ast.unparse(ast.fix_missing_locations(tree)))
    return found


# ------------------------------------------------------------------ mutants


@pytest.mark.parametrize(
    ("code", "mutated"),
    [
        ("a + b", {"a - b", "a * b", "a", "b"}),
        ("a @ b", {"a * b", "a", "b", "b @ a"}),
        ("a -= b", {"a += b", "a *= b"}),
        ("a > b", {"a >= b", "a < b"}),
        ("a and b", {"a or b"}),
        ("-a", {"a"}),
        ("a[2]", {"a[3]", "a[1]"}),
        ("a.T", {"a"}),
        ("f(a, b)", {"a", "f(b, a)"}),
        ("a.sum(axis=1)", {"a", "a.sum(axis=None)", "a.sum(axis=0)", "a.sum(axis=2)"}),
        ("np.mean(keepdims=True)", {"np.mean(keepdims=False)"}),
    ],
)
def test_each_operator_changes_one_thing(code: str, mutated: set[str]) -> None:
    assert set(variants(code)) == mutated


def test_the_tree_is_as_before_when_all_mutants_are_made() -> None:
    exercise = registry.find("accuracy")
    made = [mutant.change for mutant in mutants.mutants(exercise)]
    assert made == [mutant.change for mutant in mutants.mutants(exercise)]
    assert len(made) > 50


@measures_mutants
def test_no_mutant_of_accuracy_passes() -> None:
    row = mutants.measure(registry.find("accuracy"), range(2))
    assert row.mutants > 50
    assert (row.refused, row.passed, row.confused, row.mutants_passed) == ([], [], [], [])


@measures_mutants
def test_a_lenient_case_lets_mutants_pass() -> None:
    half = case("two of four", np.array([[1.0, 0.0, 1.0, 0.0]]), np.array([[1.0, 0.0, 0.0, 1.0]]))
    row = mutants.measure(lenient("accuracy", half, mistakes=()), range(1))
    assert row.mutants_passed
    assert all("inputs drawn apart" in reason for _, reason in row.mutants_passed)


@measures_mutants
def test_a_mistake_that_passes_and_an_answer_that_is_refused_are_counted() -> None:
    exercise = registry.find("relu")
    planted = replace(
        exercise,
        mistakes=(Mistake("right", exercise.reference, "None.", "None."),),
        alternatives=(Alternative("wrong", np.abs),),
    )
    row = mutants.measure(planted, range(1))
    assert (row.passed, row.refused, row.diagnosed) == (["right"], ["wrong"], 0)


@measures_mutants
def test_a_place_that_no_input_reaches_is_told_from_one_that_makes_no_difference() -> None:
    row = mutants.measure(registry.find("SigmoidLayer"), range(1))
    reasons = {reason.split(";")[0] for _, reason in row.equivalent}
    assert mutants.UNREACHED in reasons
    assert len(reasons) > 1


@measures_mutants
def test_an_endless_mutant_is_refused() -> None:
    def endless(z: object) -> None:
        while True:
            pass

    sheet = registry.visible_sheet("relu")
    assert not mutants.accepts(sheet, endless, seconds=0.1)
    assert mutants.accepts(sheet, registry.find("relu").reference, seconds=30.0)


@measures_mutants
def test_an_interrupt_stops_the_measurement() -> None:
    def interrupted(z: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mutants.accepts(registry.visible_sheet("relu"), interrupted)


@pytest.mark.parametrize("name", registry.names())
def test_every_exercise_describes_inputs_that_its_reference_takes(name: str) -> None:
    exercise, rng = registry.find(name), np.random.default_rng(5)
    cases = tuple(mutants.as_case(exercise.inputs(rng)) for _ in range(20))
    expected = registry.make_sheet(exercise, cases).expected
    assert [outcome.refusal for outcome in expected if outcome.refusal] == []
    # Some statements ask for a ValueError, where a line or a network does not exist.
    assert {outcome.error.kind for outcome in expected if outcome.error} <= {"ValueError"}
    assert any(outcome.error is None for outcome in expected)


def test_an_exercise_cannot_be_made_without_its_inputs() -> None:
    given = {f.name: getattr(registry.find("relu"), f.name) for f in fields(Exercise)}
    Exercise(**given)
    with pytest.raises(TypeError, match="inputs"):
        Exercise(**{name: value for name, value in given.items() if name != "inputs"})


# ------------------------------------------------------------------ margins


def test_a_tolerance_below_rounding_is_thin() -> None:
    margins = calibrate(replace(registry.find("bce_cost"), tolerance=Tolerance(1e-16, 0.0)), [1])
    assert any("a right answer is off" in text for text in margins.thin())


def test_a_tolerance_that_nearly_lets_mistakes_pass_is_thin() -> None:
    margins = calibrate(replace(registry.find("relu"), tolerance=Tolerance(0.2, 0.2)), [1])
    assert any("a mistake is only" in text for text in margins.thin())


def test_mistakes_that_are_nearly_the_same_are_thin() -> None:
    exercise = registry.find("relu")
    twins = tuple(
        Mistake(name, lambda z, factor=factor: factor * np.asarray(z), "It grows.", "Do not.")
        for name, factor in (("twice", 2.0), ("a-bit-more", 2.0 + 4e-7))
    )
    margins = calibrate(replace(exercise, mistakes=twins), [1])
    assert margins.thin() == ["mistakes hard to tell apart: twice and a-bit-more"]


def test_an_answer_that_depends_on_the_layout_of_memory_is_noticed() -> None:
    by_memory = Alternative(
        "by memory", lambda z: np.maximum(z, 0) * (1 + 1e-7 * z.flags.c_contiguous)
    )
    only = lenient("relu", case("a matrix", np.array([[1.0, -2.0], [3.0, 4.0]])), mistakes=())
    assert calibrate(only, [1]).thin() == []
    margins = calibrate(replace(only, alternatives=(by_memory,)), [1])
    assert margins.noise.what.startswith("by memory")
    assert margins.thin()


def test_the_command_exits_with_1_at_a_thin_margin(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tight = replace(registry.find("bce_cost"), tolerance=Tolerance(1e-16, 0.0))
    for exercise, code in ((registry.find("relu"), 0), (tight, 1)):
        monkeypatch.setattr(calibration.registry, "find", lambda name, found=exercise: found)
        monkeypatch.setattr("sys.argv", ["calibrate", exercise.name])
        with pytest.raises(SystemExit) as ended:
            calibration.main()
        assert ended.value.code == code
        out = capsys.readouterr().out
        assert exercise.name in out
        assert ("thin: a right answer is off" in out) == bool(code)
