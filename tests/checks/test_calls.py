"""The failing case in the student's hands: what a message shows as code runs, and is the case."""

import numpy as np
import pytest

from course_lib.checks import CheckFailed, check, registry
from course_lib.checks.calls import call_lines, code, script
from course_lib.checks.compare import compare_outcomes
from course_lib.checks.model import Error, Named, Outcome, Seed
from course_lib.checks.plain import plain, take

VISIBLE = [
    (name, k) for name in registry.names() for k, _ in enumerate(registry.find(name).visible)
]
each_case = pytest.mark.parametrize(("name", "position"), VISIBLE)


def run(lines: list[str], name: str) -> list[object]:
    """Run pasted lines beside the right function; give what is printed, and the last value."""
    seen: list[object] = []
    reference = registry.find(name).reference
    scope = {"np": np, "check": check, "print": seen.append, name: reference}
    *first, last = "\n".join(lines).replace("; ", "\n").splitlines()
    exec("\n".join(first), scope)
    value = eval(last, scope) if " = " not in last else exec(last, scope)
    return seen if value is None else [*seen, value]


def shown(name: str, position: int) -> list[str]:
    """Give the code that a message shows of a case, as a student copies it."""
    sheet = registry.visible_sheet(name)
    lines = call_lines(sheet, sheet.cases[position])
    if lines == ["  Call, in several steps:", *lines[1:]]:
        return [line.strip() for line in lines[1:]]
    assert len(lines) == 1
    return [lines[0].removeprefix("  Call: ")]


@each_case
def test_every_call_runs_when_pasted_and_gives_what_the_case_expects(name, position) -> None:
    sheet = registry.visible_sheet(name)
    case, expected = sheet.cases[position], sheet.expected[position]
    if expected.error:
        with pytest.raises(ValueError, match=r"."):
            run(shown(name, position), name)
        return
    values = run(shown(name, position), name)
    if "check.script" in shown(name, position)[0]:
        values = run(str(values[0]).splitlines(), name)
    if case.observe:
        assert len(values) == sum(bool(step.quantity) for step in case.steps)
        return
    quantities = [quantity for quantity, _ in expected.values]
    values = [take(value) if hasattr(value, "__next__") else value for value in values]
    got = Outcome(tuple(zip(quantities, map(plain, values), strict=True)))
    assert compare_outcomes(expected, got, case.tolerance or sheet.tolerance, []) is None


@each_case
def test_case_gives_the_arguments_bit_by_bit(name, position) -> None:
    args, kwargs = check.case(name, position + 1)
    step = registry.find(name).visible[position].steps[0]
    assert [type(arg) for arg in args] == [
        type(arg) if not isinstance(arg, (Seed, Named)) else type(given)
        for arg, given in zip(step.args, args, strict=True)
    ]
    assert list(kwargs) == list(step.kwargs)
    for wanted, given in zip(step.args, args, strict=True):
        if isinstance(wanted, np.ndarray):
            assert given is not wanted
            assert given.tobytes() == wanted.tobytes()


def test_a_long_case_is_fetched_by_its_number_counted_from_one() -> None:
    with pytest.raises(CheckFailed) as caught:
        check("two_layer_backward", lambda params, cache, X, Y: {})
    line = 'Call: args, kwargs = check.case("two_layer_backward", 1); two_layer_backward(*args'
    assert line in str(caught.value)
    args, kwargs = check.case("two_layer_backward", 1)
    assert (len(args), kwargs) == (4, {})


def test_changing_what_case_gives_changes_no_check() -> None:
    args, _ = check.case("relu", 1)
    args[0][...] = 99
    assert not np.any(check.case("relu", 1)[0][0] == 99)


def test_generators_of_one_case_start_where_the_cases_do() -> None:
    _, kwargs = check.case("minibatches", 1)
    args, _ = check.case("minibatches", 1)
    rng = kwargs.get("rng") or args[-1]
    assert isinstance(rng, np.random.Generator)


@pytest.mark.parametrize("number", [0, -1, 99, "1"])
def test_a_case_that_is_not_there_is_refused_with_those_that_are(number) -> None:
    with pytest.raises(LookupError, match=r"relu has the visible cases 1 to \d, got"):
        check.case("relu", number)


def test_an_exercise_by_hand_has_no_cases() -> None:
    with pytest.raises(LookupError, match="its numbers are those that my_numbers gives"):
        check.case("forward_by_hand", 1)


def test_an_unknown_name_suggests_a_close_one() -> None:
    with pytest.raises(LookupError, match="Did you mean 'relu'"):
        check.script("relus", 1)


@pytest.mark.parametrize(
    "value",
    [
        0.1 + 0.2,
        float("nan"),
        -float("inf"),
        True,
        None,
        "text",
        [1, 2.0],
        (1.0,),
        {"W1": np.array([[1 / 3, -0.0, 1e-300]])},
        np.zeros((0, 3)),
        np.array([1, 2]),
        np.array([True, False]),
        np.array([np.nan, np.inf, -np.inf]),
        np.array([1.5], dtype=np.float32),
        np.array(2.5),
    ],
)
def test_code_gives_every_bit_back(value) -> None:
    back = eval(code(value), {"np": np})
    assert repr(back) == repr(value)
    if isinstance(value, np.ndarray):
        assert (back.dtype, back.shape, back.tobytes()) == (
            value.dtype,
            value.shape,
            value.tobytes(),
        )


def test_a_generator_that_is_used_twice_is_made_once() -> None:
    sheet = registry.visible_sheet("minibatches")
    case = next(case for case in sheet.cases if len(case.steps) > 1)
    lines = script(sheet, case)
    assert [line.count("default_rng") for line in lines].count(1) == 1


def test_check_is_documented_as_the_function_it_is() -> None:
    assert check.__name__ == "check"
    assert check.__doc__.strip().startswith("Check a function or class against the cases")


# Classes, method by method

HALF = """class LinearLayer:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        rng = rng or np.random.default_rng()
        self.params = {{"W": 0.01 * rng.normal(size=(n_out, n_in)), "b": np.zeros((n_out, 1))}}

    def forward(self, A_prev):
        self.A_prev = A_prev
        {}

    def backward(self, dZ):
        {}

    def update(self, learning_rate):
        {}
"""
FORWARD = 'return self.params["W"] @ A_prev + self.params["b"]'
BACKWARD = (
    'self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}; '
    'return self.params["W"].T @ dZ'
)
OPEN = "raise NotImplementedError"


def test_a_class_half_written_is_told_what_is_right_and_what_is_open(told) -> None:
    text = told("LinearLayer", HALF.format(FORWARD, OPEN, OPEN))
    assert text.startswith("LinearLayer is not written completely.\n  Right so far: the output Z")
    assert "Not written yet: backward." in text


def test_the_next_open_method_is_named_when_the_first_is_right(told) -> None:
    text = told("LinearLayer", HALF.format(FORWARD, BACKWARD, OPEN))
    assert "grads['dW'] of layer" in text
    assert "Not written yet: update." in text


def test_what_is_wrong_of_a_half_written_class_is_said(told) -> None:
    text = told("LinearLayer", HALF.format('return self.params["W"] @ A_prev', OPEN, OPEN))
    assert "The output Z of layer has the right shape" in text
    assert "By the way: Not written yet: backward." in text
    assert "raise NotImplementedError" not in text


def test_a_class_without_a_written_method_is_not_written_yet(told) -> None:
    stub = "class LinearLayer:\n    def __init__(self, n_in, n_out, rng=None):\n        "
    assert told("LinearLayer", stub + OPEN).startswith("LinearLayer is not written yet: put your")


def test_an_error_of_a_written_method_is_said_before_what_is_open(told) -> None:
    text = told("LinearLayer", HALF.format("return self.W @ A_prev", OPEN, OPEN))
    assert "Your code stops with AttributeError" in text


def test_a_hidden_case_of_a_half_written_class_says_only_that_it_is_not_written() -> None:
    scope = {"np": np}
    exec(HALF.format(FORWARD, OPEN, OPEN), scope)
    with pytest.raises(CheckFailed) as caught:
        check("LinearLayer", scope["LinearLayer"], hidden=True, seed=1)
    assert str(caught.value).startswith("LinearLayer is not written yet: put your code")
    assert caught.value.closed


def test_an_error_is_plain_data_with_the_name_of_the_stub() -> None:
    from course_lib.checks.run import describe

    def backward():
        raise NotImplementedError

    try:
        backward()
    except NotImplementedError as problem:
        found = describe(problem)
    assert isinstance(found, Error)
    assert found.text == "backward"
