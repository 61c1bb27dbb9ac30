"""Tests of the softmax, the cross-entropy and their gradients."""

import numpy as np
import pytest
import scipy.special
import sympy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from sklearn.metrics import log_loss

from course_lib.binary_classification import sigmoid
from course_lib.binary_cross_entropy import bce
from course_lib.gradient_check import numerical_gradient
from course_lib.softmax import (
    binary_as_softmax,
    cross_entropy,
    cross_entropy_cost,
    cross_entropy_from_logits,
    cross_entropy_grad,
    logsumexp,
    one_hot,
    softmax,
    softmax_cross_entropy_grad,
    softmax_jacobian,
)

FINITE = st.floats(allow_nan=False, allow_infinity=False)
MATRIX = array_shapes(min_dims=2, max_dims=2, max_side=5)
ANY = arrays(float, MATRIX, elements=FINITE)
MILD = arrays(float, MATRIX, elements=st.floats(-30, 30))
Z_4 = np.array([[2.0], [1.0], [0.1], [-1.0]])


def labels_for(Z):
    """One-hot labels of the shape of Z, class k % C for column k."""
    return one_hot(np.arange(Z.shape[1]) % Z.shape[0], Z.shape[0])


def test_softmax_of_123_matches_document_003():
    np.testing.assert_array_equal(softmax([1, 2, 3]).round(3), [0.09, 0.245, 0.665])


def test_softmax_of_four_logits_in_full_precision():
    np.testing.assert_array_equal(softmax(Z_4)[:, 0].round(3), [0.638, 0.235, 0.095, 0.032])


@given(MILD, st.sampled_from([0, 1, -1]))
def test_softmax_is_scipys(Z, axis):
    expected = scipy.special.softmax(Z, axis=axis)
    np.testing.assert_allclose(softmax(Z, axis), expected, rtol=1e-13)


@given(ANY)
def test_softmax_columns_sum_to_one_at_every_magnitude(Z):
    np.testing.assert_allclose(softmax(Z).sum(axis=0), 1.0, rtol=1e-14)


@given(arrays(float, (3, 2), elements=st.integers(-100, 100)), st.integers(-(10**9), 10**9))
def test_shifting_all_logits_changes_nothing(Z, shift):
    np.testing.assert_array_equal(softmax(Z + shift), softmax(Z))


@given(ANY)
def test_permuting_examples_permutes_the_probabilities(Z):
    np.testing.assert_array_equal(softmax(Z[:, ::-1]), softmax(Z)[:, ::-1])


@given(ANY)
def test_one_example_alone_is_its_column(Z):
    np.testing.assert_allclose(softmax(Z[:, 0]), softmax(Z)[:, 0], rtol=1e-15)


@given(ANY)
def test_softmax_leaves_its_input_unchanged(Z):
    before = Z.copy()
    softmax(Z)
    np.testing.assert_array_equal(Z, before)


def test_softmax_is_silent_where_even_underflow_raises():
    with np.errstate(all="raise"):
        np.testing.assert_array_equal(softmax([1e308, -1e308, 0]), [1, 0, 0])


@given(MILD, st.sampled_from([0, 1]))
def test_logsumexp_is_scipys(Z, axis):
    expected = scipy.special.logsumexp(Z, axis=axis)
    np.testing.assert_allclose(logsumexp(Z, axis), expected, rtol=1e-13, atol=1e-14)


def test_logsumexp_of_the_largest_float_is_itself():
    largest = np.finfo(float).max
    assert logsumexp([largest, -largest]) == largest


@given(MILD, st.integers(0, 2**32 - 1))
def test_masked_classes_are_scipys(Z, seed):
    masked = np.random.default_rng(seed).random(Z.shape) < 0.4
    masked[0] = False
    Z = np.where(masked, -np.inf, Z)
    np.testing.assert_allclose(softmax(Z), scipy.special.softmax(Z, axis=0), rtol=1e-13)
    np.testing.assert_allclose(
        logsumexp(Z), scipy.special.logsumexp(Z, axis=0), rtol=1e-13, atol=1e-14
    )
    Y = one_hot(np.zeros(Z.shape[1]), Z.shape[0])
    losses = -scipy.special.log_softmax(Z, axis=0)[0]
    np.testing.assert_allclose(cross_entropy_from_logits(Y, Z), losses, rtol=1e-9, atol=1e-14)
    assert (softmax_cross_entropy_grad(Y, Z)[masked] == 0.0).all()


def test_an_example_needs_a_class_that_is_not_masked():
    with pytest.raises(ValueError, match="Z must have a finite logit for every example"):
        softmax([[0.0, -np.inf], [1.0, -np.inf]])


def test_one_hot_columns():
    np.testing.assert_array_equal(one_hot([2, 0], 3), [[0, 1], [0, 0], [1, 0]])


def test_cross_entropy_of_document_003():
    loss = cross_entropy_from_logits(one_hot([1], 4), Z_4)
    np.testing.assert_allclose(loss, np.log(np.exp(Z_4).sum()) - 1.0, rtol=1e-14)


@given(MILD)
def test_the_two_cross_entropies_agree(Z):
    Y = labels_for(Z)
    np.testing.assert_allclose(
        cross_entropy_from_logits(Y, Z), cross_entropy(Y, softmax(Z)), rtol=1e-9, atol=1e-14
    )


def test_cross_entropy_cost_is_scikit_learns_log_loss():
    P = softmax(np.random.default_rng(0).normal(size=(3, 8)))
    labels = np.arange(8) % 3
    assert cross_entropy_cost(one_hot(labels, 3), P) == pytest.approx(log_loss(labels, P.T))


def test_cross_entropy_from_logits_is_exact_far_out():
    np.testing.assert_array_equal(cross_entropy_from_logits([[1], [0]], [[-1e4], [1e4]]), [2e4])


def test_a_certain_and_wrong_class_costs_infinitely_much():
    np.testing.assert_array_equal(cross_entropy([[0, 1], [1, 0]], [[1, 1], [0, 0]]), [np.inf, 0])


@given(st.floats(0, 1), st.sampled_from([0.0, 1.0]))
def test_two_classes_are_binary_cross_entropy(p, y):
    np.testing.assert_allclose(
        cross_entropy([1.0 - y, y], [1.0 - p, p]), bce(y, p), rtol=1e-12, atol=1e-15
    )


@given(MILD)
def test_softmax_cross_entropy_grad_matches_central_differences(Z):
    Y = labels_for(Z)
    slope = numerical_gradient(lambda V: cross_entropy_from_logits(Y, V).mean(), Z, h=1e-5)
    np.testing.assert_allclose(softmax_cross_entropy_grad(Y, Z), slope, atol=1e-8)


def test_cross_entropy_grad_matches_central_differences():
    P, Y = softmax(Z_4), one_hot([1], 4)
    slope = numerical_gradient(lambda V: cross_entropy(Y, V).sum(), P)
    np.testing.assert_allclose(cross_entropy_grad(Y, P), slope, rtol=1e-8, atol=1e-12)


def test_softmax_jacobian_is_the_symbolic_one():
    z = sympy.symbols("z0:3")
    p = sympy.Matrix([sympy.exp(v) for v in z]) / sum(sympy.exp(v) for v in z)
    exact = p.jacobian(z).subs(dict(zip(z, (1, 2, 3), strict=True))).evalf(30)
    expected = np.array(exact.tolist(), dtype=float)
    np.testing.assert_allclose(softmax_jacobian(softmax([1, 2, 3])), expected, rtol=1e-13)


def test_the_chain_rule_through_the_jacobian_gives_p_minus_y():
    p, y = softmax(Z_4[:, 0]), one_hot([1], 4)[:, 0]
    np.testing.assert_allclose(softmax_jacobian(p).T @ cross_entropy_grad(y, p), p - y, atol=1e-15)


@given(arrays(float, (2, 3), elements=FINITE))
def test_the_sigmoid_is_a_softmax_of_two_classes(z):
    np.testing.assert_allclose(binary_as_softmax(z), sigmoid(z), rtol=1e-14, atol=1e-320)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: softmax(1.0), "axis must be an axis of Z, got 0 for shape ()"),
        (lambda: softmax([1.0, np.inf]), "Z must be finite, or -inf for a masked class, got inf"),
        (lambda: softmax([1.0], axis=1), "axis must be an axis of Z, got 1 for shape (1,)"),
        (lambda: one_hot([0, 3], 3), "labels must be whole numbers from 0 to 2, got 3"),
        (lambda: one_hot([0.5], 3), "labels must be whole numbers from 0 to 2, got 0.5"),
        (lambda: one_hot([0], 0), "n_classes must be at least 1, got 0"),
        (
            lambda: cross_entropy([[1, 0, 0]], [[1, 0, 0]]),
            "every column of Y must sum to 1, got 0; one column is one example",
        ),
        (
            lambda: cross_entropy([[1], [0]], [[1, 0]]),
            "P must have shape of Y = (2, 1), got (1, 2)",
        ),
        (lambda: softmax_jacobian([[1.0]]), "p must be a vector of shape (C,), got shape (1, 1)"),
    ],
)
def test_errors_say_what_is_wrong(call, message):
    with pytest.raises(ValueError) as caught:
        call()
    assert str(caught.value) == message
