"""Tests of the losses, their costs and their gradients."""

import mpmath
import numpy as np
import pytest
import scipy.special
import sympy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.metrics import log_loss

from course_lib import binary_cross_entropy as losses
from course_lib.gradient_check import gradient_check, numerical_gradient

FINITE = st.floats(allow_nan=False, allow_infinity=False)
LABELS = arrays(float, (1, 5), elements=st.sampled_from([0.0, 1.0]))
SOFT_LABELS = arrays(float, (1, 5), elements=st.floats(0, 1))
INNER = arrays(float, (1, 5), elements=st.floats(0.01, 0.99))
LOGITS = arrays(float, (1, 5), elements=FINITE)
MILD = arrays(float, (1, 5), elements=st.floats(-30, 30))


@pytest.mark.parametrize(("y", "p", "loss", "slope"), [(3, 5, 2.0, 2.0), (8, 5, 4.5, -3.0)])
def test_squared_error_examples_of_document_003(y, p, loss, slope):
    assert (losses.squared_error(y, p), losses.squared_error_grad(y, p)) == (loss, slope)


@pytest.mark.parametrize(("y", "p", "loss", "slope"), [(3, 5, 2, 1), (8, 5, 3, -1), (5, 5, 0, 0)])
def test_absolute_error_examples_of_document_003(y, p, loss, slope):
    assert (losses.absolute_error(y, p), losses.absolute_error_grad(y, p)) == (loss, slope)


def test_squared_error_cost_of_the_or_gate_matches_document_004():
    P = losses._sigmoid(np.array([[0.0, 0.6, 0.1, 0.7]]))
    assert round(losses.squared_error_cost([[0, 1, 1, 1]], P), 3) == 0.089


def test_several_output_units_are_summed():
    Y, P = np.zeros((2, 3)), np.full((2, 3), 0.5)
    assert losses.bce_cost(Y, P) == pytest.approx(2 * np.log(2))
    assert losses.squared_error_cost(Y, P) == pytest.approx(0.25)


@given(LABELS, INNER)
def test_bce_cost_is_scikit_learns_log_loss(Y, P):
    assert losses.bce_cost(Y, P) == pytest.approx(log_loss(Y[0], P[0], labels=[0, 1]), rel=1e-12)


@given(LABELS, INNER)
def test_the_two_forms_of_bce_agree(Y, P):
    np.testing.assert_allclose(losses.bce(Y, P), losses.bce_piecewise(Y, P), rtol=1e-15)


@given(SOFT_LABELS, arrays(float, (1, 5), elements=st.floats(0, 1)))
def test_bce_is_scipys_entropy_terms(Y, P):
    exact = -(scipy.special.xlogy(Y, P) + scipy.special.xlog1py(1 - Y, -P))
    np.testing.assert_allclose(losses.bce(Y, P), exact, rtol=1e-13)


@pytest.mark.parametrize(("y", "p", "loss"), [(1, 1, 0), (0, 0, 0), (1, 0, np.inf), (0, 1, np.inf)])
def test_bce_at_certainty(y, p, loss):
    value = losses.bce(y, float(p))
    assert value == loss
    assert not np.signbit(value)


@pytest.mark.parametrize(
    ("y", "p", "slope"),
    [(1, 1, -1), (0, 0, 1), (1, 0, -np.inf), (0, 1, np.inf), (0.5, 0.5, 0), (1, 1e-320, -np.inf)],
)
def test_bce_grad_takes_the_limit_at_the_ends(y, p, slope):
    assert losses.bce_grad(y, float(p)) == slope


def test_bce_grad_is_the_symbolic_derivative():
    y, p = sympy.symbols("y p", positive=True)
    slope = sympy.diff(-y * sympy.log(p) - (1 - y) * sympy.log(1 - p), p)
    for label, probability in [(1, 0.2), (0, 0.7), (0.25, 0.9)]:
        exact = float(slope.subs({y: label, p: probability}))
        assert losses.bce_grad(label, probability) == pytest.approx(exact, rel=1e-14)


@given(LABELS, INNER)
def test_bce_grad_matches_central_differences(Y, P):
    assert gradient_check(lambda V: losses.bce(Y, V).sum(), P, losses.bce_grad(Y, P)) < 1e-5


@given(SOFT_LABELS, INNER)
def test_squared_error_cost_grad_matches_central_differences(Y, P):
    slope = numerical_gradient(lambda V: losses.squared_error_cost(Y, V), P)
    np.testing.assert_allclose(losses.squared_error_cost_grad(Y, P), slope, atol=1e-9)


@given(SOFT_LABELS, MILD)
def test_sigmoid_bce_grad_matches_central_differences(Y, Z):
    slope = numerical_gradient(lambda V: losses.bce_cost_from_logits(Y, V), Z, h=1e-5)
    np.testing.assert_allclose(losses.sigmoid_bce_grad(Y, Z), slope, atol=1e-8)


@given(LABELS, LOGITS)
def test_bce_from_logits_is_scipys_log_expit(Y, Z):
    exact = -scipy.special.log_expit((2 * Y - 1) * Z)
    np.testing.assert_allclose(losses.bce_from_logits(Y, Z), exact, rtol=1e-14)


@given(st.floats(0, 1), st.floats(-1e6, 1e6))
def test_bce_from_logits_of_a_soft_label_matches_mpmath(y, z):
    with mpmath.workprec(200):
        exact = mpmath.log1p(mpmath.exp(-abs(mpmath.mpf(z)))) + max(z, 0) - mpmath.mpf(z) * y
    assert losses.bce_from_logits(y, z) == pytest.approx(float(exact), rel=1e-14)


@pytest.mark.parametrize(
    ("y", "z", "loss"), [(0, 800, 800), (1, -800, 800), (1, 1e308, 0), (0, 1e308, 1e308)]
)
def test_bce_from_logits_is_exact_far_out(y, z, loss):
    assert losses.bce_from_logits(y, float(z)) == loss


def test_bce_cost_from_logits_survives_the_largest_floats():
    assert losses.bce_cost_from_logits([[0, 0]], [[1.5e308, 1.5e308]]) == 1.5e308


def test_xor_cost_of_document_000_is_0_780_in_full_precision():
    X = np.array([[0, 0, 1, 1], [0, 1, 0, 1]])
    A = losses._sigmoid(np.array([[0.1, 0.6], [0.2, 0.4], [0.3, 0.7]]) @ X)
    Z = np.array([[0.1, 0.4, 0.9]]) @ A
    assert losses.bce_cost_from_logits([[0, 1, 1, 0]], Z) == pytest.approx(0.7795139643, abs=5e-11)


@given(LABELS, LOGITS, st.permutations(range(5)))
def test_the_cost_does_not_depend_on_the_order_of_examples(Y, Z, order):
    Z = np.clip(Z, -1e300, 1e300)
    shuffled = losses.bce_cost_from_logits(Y[:, order], Z[:, order])
    assert shuffled == pytest.approx(losses.bce_cost_from_logits(Y, Z), rel=1e-12)


def test_sigmoid_bce_grad_keeps_the_small_gradient_of_a_right_answer():
    assert losses.sigmoid_bce_grad([[1.0]], [[50.0]])[0, 0] == pytest.approx(
        -np.exp(-50), rel=1e-14
    )


def test_sigmoid_bce_grad_divides_by_the_examples_only():
    np.testing.assert_allclose(losses.sigmoid_bce_grad(np.zeros((2, 4)), np.zeros((2, 4))), 0.125)


def test_document_003_averages_the_output_units():
    loss = losses.bce_outputs_mean([1, 0], [0.646, 0.495])
    np.testing.assert_allclose(
        losses.bce_outputs_mean_grad([1, 0], [0.646, 0.495]), [-0.177, 0.2475]
    )
    assert round(float(loss), 3) == 0.56


def test_loss_table_names_functions_that_exist():
    import course_lib

    for row in losses.loss_table():
        assert callable(getattr(course_lib, row["function"]))
        assert callable(getattr(course_lib, row["gradient"]))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: losses.bce(2, 0.5), "y must lie in [0, 1], got 2.0"),
        (lambda: losses.bce(1, [0.5, 1.5]), "p must lie in [0, 1], got 1.5"),
        (
            lambda: losses.bce([1, 0], [[0.5], [0.5]]),
            "y and p must have the same shape, got (2,) and (2, 1)",
        ),
        (lambda: losses.bce_piecewise(0.5, 0.5), "y must hold labels 0 and 1, got 0.5"),
        (
            lambda: losses.bce_cost([0, 1], [0.5, 0.5]),
            "Y must be a matrix of shape (n_out, m), got shape (2,)",
        ),
        (
            lambda: losses.sigmoid_bce_grad(np.ones((1, 2)), np.ones((2, 1))),
            "Z must have shape (n_out, m) = (1, 2), got (2, 1)",
        ),
        (
            lambda: losses.bce_outputs_mean(1, 0.5),
            "y must have shape (n_out,) or (n_out, m), got a single number",
        ),
    ],
)
def test_errors_say_what_is_wrong(call, message):
    with pytest.raises(ValueError) as caught:
        call()
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "name", ["bce", "bce_grad", "bce_from_logits", "squared_error", "absolute_error_grad"]
)
def test_element_wise_losses_keep_shape_scalars_and_inputs(name):
    function = getattr(losses, name)
    y, p = np.array([[0, 1, 1]]), np.array([[0.2, 0.4, 0.6]], dtype=np.float32)
    y_before, p_before = y.copy(), p.copy()
    assert function(y, p).shape == (1, 3)
    assert function(y, p).dtype == np.float64
    assert type(function(1, 0.5)) is np.float64
    np.testing.assert_array_equal(y, y_before)
    np.testing.assert_array_equal(p, p_before)
