"""How the engine runs, judges and diagnoses."""

import numpy as np
import pytest

from course_lib.checks import CheckFailed, check, registry
from course_lib.checks.author.audit import verdict
from course_lib.checks.engine import examine
from course_lib.checks.rules import ONCE_MORE
from course_lib.checks.sitting import Sitting, judged_as


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def failure(name: str, function: object, **options: object) -> CheckFailed:
    with pytest.raises(CheckFailed) as caught:
        check(name, function, **options)
    return caught.value


def test_state_kept_between_calls_is_found() -> None:
    calls = []

    def counting(z):
        calls.append(z)
        return sigmoid(z) + 0.001 * (len(calls) > len(registry.find("sigmoid").visible))

    assert failure("sigmoid", counting).case == ONCE_MORE


def test_the_same_seed_gives_the_same_verdict() -> None:
    texts = {str(failure("sigmoid", np.cos, hidden=True, seed=7)) for _ in range(2)}
    assert len(texts) == 1


def test_the_environment_gives_the_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_SEED", "autumn")
    draws = [registry.generator("sigmoid", None).random() for _ in range(2)]
    assert draws[0] == draws[1] == registry.generator("sigmoid", "autumn").random()


def test_the_seed_is_the_argument_then_the_graders_then_the_environments(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COURSE_SEED", "autumn")
    with judged_as(Sitting("anna", seed=7)):
        with judged_as(Sitting("bob", seed=8)):
            assert registry.chosen_seed(None) == "8"
        assert (registry.chosen_seed(None), registry.chosen_seed(0)) == ("7", "0")
    with judged_as(Sitting("anna")):
        assert registry.chosen_seed(None) == "autumn"
    assert registry.chosen_seed(None) == "autumn"


def test_without_a_seed_every_draw_is_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COURSE_SEED", raising=False)
    assert registry.generator("bce", None).random() != registry.generator("bce", None).random()


def test_a_mistake_mixed_with_another_fault_is_not_named() -> None:
    def mixed(z):
        return np.tanh(z) if np.ndim(z) else 0.25

    assert failure("sigmoid", mixed).diagnosis is None


def test_errors_alone_are_not_diagnosed() -> None:
    assert failure("linear_forward", lambda W, A_prev, b: W[9] @ A_prev).diagnosis is None


def test_exit_is_an_error_of_the_student() -> None:
    def leaving(z):
        raise SystemExit(0)

    assert "stops with SystemExit" in str(failure("sigmoid", leaving))


def test_an_interrupt_is_passed_on() -> None:
    def interrupted(z):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check("sigmoid", interrupted)


def test_an_exception_whose_text_fails_is_still_reported() -> None:
    class NastyError(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    def raising(z):
        raise NastyError

    assert "stops with NastyError" in str(failure("sigmoid", raising))


def test_a_result_that_claims_to_equal_everything_is_judged_by_its_value() -> None:
    class Yes(float):
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = float.__hash__

    assert "got 0.5" in str(failure("neuron", lambda w, x, b: Yes(0.5)))


def test_arguments_are_fresh_for_every_call() -> None:
    def spoiling(z):
        result = sigmoid(z)
        if np.ndim(z):
            z[...] = 99
        return result

    assert failure("sigmoid", spoiling).diagnosis == "changes-its-input"
    assert verdict(registry.visible_sheet("sigmoid"), sigmoid) is None


def test_numpy_settings_of_the_caller_do_not_matter() -> None:
    with np.errstate(all="raise"):
        check("sigmoid", sigmoid, hidden=True, seed=1)


def test_an_unknown_name_suggests_a_close_one() -> None:
    with pytest.raises(LookupError, match="Did you mean 'linear_forward'"):
        check("linear_foward", sigmoid)


def test_names_follow_the_order_of_the_course() -> None:
    names = registry.names()
    assert names.index("sigmoid") < names.index("accuracy") < names.index("bce")
    assert registry.names("binary_classification") == names[:7]


def test_a_known_mistake_that_overflows_is_named_by_the_other_cases() -> None:
    def softplus(z):
        return np.log(1 + np.exp(z))  # infinite for 1000, where the known mistake is not

    with np.errstate(all="ignore"):
        failure, _ = examine(registry.visible_sheet("relu"), softplus)
    assert failure is not None
    assert failure.diagnosis == "softplus"


def test_a_product_that_fits_square_ones_alone_is_no_sum_over_classes() -> None:
    def fits_square_ones_alone(Y, P):
        return -np.sum(Y @ np.log(P), axis=0)

    failure, _ = examine(registry.visible_sheet("cross_entropy"), fits_square_ones_alone)
    assert failure is not None
    assert failure.diagnosis == "entrywise-product"
