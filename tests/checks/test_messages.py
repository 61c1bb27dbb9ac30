"""The words a student reads, exactly."""

import math
from pathlib import Path

import numpy as np
import pytest

from course_lib.checks import CheckFailed, StudentError, check
from course_lib.checks.compare import compare_values
from course_lib.checks.messages import capitalized
from course_lib.checks.model import Tolerance


def message(name: str, function: object, **options: object) -> str:
    with pytest.raises(CheckFailed) as caught:
        check(name, function, **options)
    return str(caught.value)


def test_wrong_value_with_a_known_mistake() -> None:
    text = message("bce_grad", lambda y, p: (y - p) / (p * (1 - p)))
    assert text == (
        "bce_grad is not right yet.\n"
        "  In the case: the first example of the AND gate: y = 0, p = 0.5\n"
        "  Call: bce_grad(y=0.0, p=0.5)\n"
        "  The derivative dL/dp is wrong.\n"
        "  Expected 2, got -2.\n"
        "  This looks like `sign-flipped`: The sign is wrong.\n"
        "  Hint: If p is too large, the loss must grow with p: the derivative is positive.\n"
        "  Equation: `bce-grad` in the chapter “Binary cross-entropy”."
    )


def test_first_differing_entry_of_an_array() -> None:
    def wrong(W, A_prev, b):
        Z = W @ A_prev + b
        Z[-1, -1] += 1
        return Z

    assert message("linear_forward", wrong) == (
        "linear_forward is not right yet.\n"
        "  In the case: the AND gate: one unit, two inputs, four examples\n"
        "  Call: linear_forward(W=np.array([[0.1, 0.6]]), "
        "A_prev=np.array([[0., 0., 1., 1.], [0., 1., 0., 1.]]), b=np.array([[0.]]))\n"
        "  Z = W A + b has the right shape (1, 4), but 1 of 4 entries are wrong.\n"
        "  First at [0, 3]: expected 0.7, got 1.7.\n"
        "  Equation: `linear-forward` in the chapter “Binary classification”."
    )


def test_missing_return() -> None:
    text = message("sigmoid", lambda z: None)
    assert "The sigmoid σ(z) is None.\n  Hint: Is there a way through the function that" in text


def test_lost_axis() -> None:
    text = message("predict", lambda P, threshold=0.5: (P[0] > threshold) * 1.0)
    assert "The array of predicted labels has shape (3,), expected (1, 3)." in text


def test_list_instead_of_an_array() -> None:
    text = message("predict", lambda P, threshold=0.5: (threshold < P).tolist())
    assert "expected an array of shape (1, 3)" in text
    assert "Hint: Return a NumPy array: np.array(...)." in text


def test_error_shows_the_students_own_line() -> None:
    def broken(z):
        probability = 1 / z
        return probability.shape[5]

    text = message("sigmoid", broken)
    assert "Your code stops with ZeroDivisionError" in text
    assert ": probability = 1 / z" in text


def test_error_behind_a_stub_shows_the_line_it_brings() -> None:
    def stub(z):
        raise StudentError(("KeyError", "LookupError"), "'W'", "line 3: return params['W']")

    text = message("sigmoid", stub)
    assert "Your code stops with KeyError: 'W'.\n  Your line 3: return params['W']" in text


@pytest.mark.parametrize(
    ("name", "function", "advice"),
    [
        ("bce", lambda y, p: -np.log(p) if y == 1 else -np.log(1 - p), "use `np.where`"),
        ("sigmoid", lambda z: 1 / (1 + math.exp(-z)), "use NumPy's: `np.exp`, `np.log`"),
        ("linear_forward", lambda W, A_prev, b: W.T @ A_prev + b, "as many columns as B has rows"),
        ("linear_forward", lambda W, A_prev, b: W * A_prev + [[1, 2, 3]], "Print both shapes"),
    ],
)
def test_common_errors_come_with_advice(name, function, advice) -> None:
    assert advice in message(name, function)


def test_wrong_parameters_show_those_of_the_stub() -> None:
    text = message("bce", lambda y: y)
    assert "Keep the parameters of the stub, and their default values: bce(y, p)." in text


def test_stub_is_not_written_yet() -> None:
    def stub(z):
        raise NotImplementedError

    assert message("sigmoid", stub).startswith("sigmoid is not written yet: put your code")


def test_called_instead_of_passed() -> None:
    assert "Write check('sigmoid', sigmoid), without calling it" in message("sigmoid", 0.5)


def test_changed_argument() -> None:
    def changing(Y, P):
        P -= Y
        return np.sum(P**2) / (2 * Y.shape[1])

    text = message("squared_error_cost", changing)
    assert "The cost is right, but the call changed P in place." in text


def test_missing_value_error() -> None:
    text = message("decision_boundary_line", lambda w, b: (-w[0] / w[1], -b / w[1]))
    assert "this input has no answer: raise ValueError here" in text
    assert "This looks like `vertical-not-refused`" in text


def test_passing_prints_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    check("accuracy", lambda Y_pred, Y: np.mean(Y_pred == Y))
    assert capsys.readouterr().out == "accuracy: all 8 visible cases pass.\n"


def overflowing(z):
    np.exp(np.float64(1000.0))
    return 1 / (1 + np.exp(-z))


def test_warning_becomes_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    check("sigmoid", overflowing)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("sigmoid: all ")
    assert lines[1].startswith("  By the way: RuntimeWarning: overflow encountered in exp (line")


def test_warning_in_a_hidden_case_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    check("sigmoid", overflowing, hidden=True, seed=1)
    assert capsys.readouterr().out == "sigmoid: all 10 hidden cases pass.\n"


def test_booleans_become_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    check("predict", lambda P, threshold=0.5: threshold < P)
    assert "True and False" in capsys.readouterr().out


def test_hidden_message_says_case_and_form_but_no_number() -> None:
    text = message("bce_grad", lambda y, p: (p - y) / p, hidden=True, seed=4)
    assert text == (
        "bce_grad is not right yet.\n"
        "  In a hidden case: labels given as whole numbers\n"
        "  The derivative dL/dp has the right shape, but wrong entries.\n"
        "  This looks like `only-p-below`: The factor 1 - p of the denominator is missing.\n"
        "  Hint: The denominator is p(1 - p).\n"
        "  Equation: `bce-grad` in the chapter “Binary cross-entropy”."
    )


def test_hidden_prints_are_withheld(capsys: pytest.CaptureFixture[str]) -> None:
    def printing(y, p):
        print("secret", p)
        return (p - y) / (p * (1 - p))

    check("bce_grad", printing, hidden=True, seed=1)
    assert "secret" not in capsys.readouterr().out


def test_failure_carries_its_parts() -> None:
    with pytest.raises(CheckFailed) as caught:
        check("sigmoid", np.tanh)
    failure = caught.value
    assert (failure.exercise, failure.diagnosis) == ("sigmoid", "tanh-instead")
    assert failure.case == "the first example of the AND gate: z = 0"
    assert failure.hint == "A probability lies between 0 and 1."


def test_the_message_in_the_student_guide_is_a_real_one() -> None:
    guide = (Path(__file__).parents[2] / "book" / "student_guide.md").read_text(encoding="utf-8")
    text = message("accuracy", lambda Y_pred, Y: np.sum(Y_pred == Y) * 1.0)
    assert f"```text\n{text}\n```" in guide


def test_an_error_of_an_answer_by_hand_has_its_hint() -> None:
    text = message("forward_by_hand", lambda: {"z": numbers})  # noqa: F821
    assert "stops with NameError" in text
    assert "Hint: Nothing gives `numbers` a value here. If a cell above defines it, run" in text


def test_texts_in_an_array_are_called_texts() -> None:
    text = message("relu", lambda z: np.array(["0"]))
    assert "is an array of texts, not of numbers: leave the quotes out." in text


def test_true_and_false_are_shown_as_such() -> None:
    assert "expected False, got True" in message("inactive_units", lambda Z: Z > 0)


def test_a_sentence_has_one_full_stop() -> None:
    text = message("linear_stack", lambda weights: np.linalg.multi_dot(weights[:1]))
    assert "Expecting at least two arrays.\n" in text


def test_whole_numbers_for_whole_numbers_are_no_oddity(capsys: pytest.CaptureFixture[str]) -> None:
    check("relu", lambda z: np.maximum(z, 0), hidden=True, seed=1)
    out = capsys.readouterr().out
    assert "cases pass" in out
    assert "By the way" not in out


def test_whole_numbers_for_floats_are_an_oddity(capsys: pytest.CaptureFixture[str]) -> None:
    check("relu_prime", lambda z: np.greater(z, 0).astype(int))
    assert "By the way: Your result holds integers" in capsys.readouterr().out


def test_names_keep_their_case_and_items_their_place() -> None:
    text = message("linear_forward", lambda W, A_prev, b: W)
    assert "  Z = W A + b has shape" in text
    assert capitalized("db of the dict") == "db of the dict"
    assert capitalized("the cost") == "The cost"
    unequal = compare_values(([1.0, 2.0], 0.5), ([1.0, 3.0], 0.5), Tolerance(), [])
    assert unequal.quantity == "item [0][1]"


def test_zero_has_no_sign() -> None:
    assert "expected 1, got 0" in compare_values(1.0, -0.0, Tolerance(), []).detail
