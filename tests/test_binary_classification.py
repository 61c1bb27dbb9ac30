"""Tests of the linear node, the sigmoid, predictions and the decision boundary."""

import numpy as np
import pytest
import scipy.special
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy.optimize import linprog

from course_lib.binary_classification import (
    accuracy,
    bernoulli_pmf,
    decision_boundary_line,
    design_matrix,
    is_linearly_separable,
    linear_forward,
    neuron,
    predict,
    sigmoid,
)
from course_lib.datasets import gate

FINITE = st.floats(allow_nan=False, allow_infinity=False)
ANY_ARRAY = arrays(np.float64, array_shapes(max_dims=3, max_side=4), elements=FINITE)
WEIGHT = st.floats(-10, 10)


@given(ANY_ARRAY)
def test_sigmoid_agrees_with_scipy(z):
    np.testing.assert_allclose(sigmoid(z), scipy.special.expit(z), rtol=1e-14, atol=1e-320)


@given(ANY_ARRAY)
def test_sigmoid_of_minus_z_is_the_other_probability(z):
    np.testing.assert_allclose(sigmoid(-z), 1.0 - sigmoid(z), atol=3e-16)


@given(ANY_ARRAY)
def test_sigmoid_leaves_its_input_unchanged(z):
    before = z.copy()
    sigmoid(z)
    np.testing.assert_array_equal(z, before)


def test_sigmoid_saturates_exactly():
    np.testing.assert_array_equal(sigmoid([-1e308, -800, 800, 1e308]), [0, 0, 1, 1])


def test_sigmoid_takes_infinite_logits():
    np.testing.assert_array_equal(sigmoid([-np.inf, np.inf]), [0, 1])


def test_sigmoid_is_silent_where_even_underflow_raises():
    with np.errstate(all="raise"):
        assert sigmoid(-740.0) > 0.0


@pytest.mark.parametrize("dtype", [np.int64, np.float32, bool])
def test_sigmoid_computes_in_float64(dtype):
    assert sigmoid(np.array([0, 1], dtype=dtype)).dtype == np.float64


def test_sigmoid_of_a_scalar_is_a_scalar():
    assert type(sigmoid(1)) is np.float64


@pytest.mark.parametrize(
    ("z", "error", "message"),
    [
        ("a", TypeError, "z must hold real numbers, got str of <U1"),
        ([], ValueError, "z must not be empty, got shape (0,)"),
        ([0.0, np.nan], ValueError, "z must not hold NaN, got 1 of 2"),
        (1j, TypeError, "z must hold real numbers, got complex of complex128"),
    ],
)
def test_sigmoid_says_what_is_wrong(z, error, message):
    with pytest.raises(error) as caught:
        sigmoid(z)
    assert str(caught.value) == message


def test_linear_forward_of_the_or_gate_matches_document_004():
    X, _ = gate("or")
    np.testing.assert_allclose(linear_forward([[0.1, 0.6]], X, [[0.0]]), [[0, 0.6, 0.1, 0.7]])


@given(st.integers(1, 4), st.integers(1, 4), st.integers(1, 5), st.integers(0, 99))
def test_linear_forward_is_the_sum_written_out(n_out, n_in, m, seed):
    rng = np.random.default_rng(seed)
    W, A, b = (rng.normal(size=shape) for shape in [(n_out, n_in), (n_in, m), (n_out, 1)])
    expected = [
        [sum(W[i, j] * A[j, k] for j in range(n_in)) + b[i, 0] for k in range(m)]
        for i in range(n_out)
    ]
    np.testing.assert_allclose(linear_forward(W, A, b), expected, rtol=1e-12, atol=1e-14)


def test_permuting_examples_permutes_the_logits():
    rng = np.random.default_rng(1)
    W, A, b, order = (
        rng.normal(size=(3, 2)),
        rng.normal(size=(2, 6)),
        np.ones((3, 1)),
        [5, 3, 1, 0, 2, 4],
    )
    np.testing.assert_allclose(linear_forward(W, A[:, order], b), linear_forward(W, A, b)[:, order])


@pytest.mark.parametrize(
    ("W", "A", "b", "message"),
    [
        (
            np.ones((2, 3)),
            np.ones((2, 4)),
            np.ones((2, 1)),
            "A_prev must have shape (n_in, m) = (3, 4), got (2, 4)",
        ),
        (
            np.ones((2, 3)),
            np.ones((3, 4)),
            np.ones((1, 2)),
            "b must have shape (n_out, 1) = (2, 1), got (1, 2)",
        ),
        (
            np.ones(3),
            np.ones((3, 4)),
            np.ones((2, 1)),
            "W must be a matrix of shape (n_out, n_in), got shape (3,)",
        ),
    ],
)
def test_linear_forward_names_the_shape_that_does_not_fit(W, A, b, message):
    with pytest.raises(ValueError) as caught:
        linear_forward(W, A, b)
    assert str(caught.value) == message


def test_neuron_of_the_first_and_example_is_undecided():
    assert neuron([0.1, 0.6], [0, 0], 0.0) == 0.5


@given(arrays(float, (3,), elements=WEIGHT), arrays(float, (3,), elements=WEIGHT), WEIGHT)
def test_neuron_is_one_column_of_a_layer(w, x, b):
    layer = sigmoid(linear_forward(w[np.newaxis], x[:, np.newaxis], [[b]]))
    np.testing.assert_allclose(neuron(w, x, b), layer[0, 0], rtol=1e-10)


def test_neuron_refuses_vectors_of_two_lengths():
    with pytest.raises(ValueError, match=r"^x must have shape \(n,\) = \(2,\), got \(3,\)$"):
        neuron([1, 2], [1, 2, 3], 0)


@given(arrays(float, (4,), elements=st.floats(0, 1)))
def test_the_two_label_probabilities_sum_to_one(p):
    np.testing.assert_allclose(bernoulli_pmf(1, p) + bernoulli_pmf(0, p), 1.0, rtol=1e-15)


def test_bernoulli_pmf_refuses_a_soft_label():
    with pytest.raises(ValueError, match=r"^y must hold labels 0 and 1, got 0\.5$"):
        bernoulli_pmf(0.5, 0.5)


def test_predict_gives_a_tie_to_the_label_zero():
    np.testing.assert_array_equal(predict([[0.3, 0.5, 0.7]], threshold=0.5), [[0, 0, 1]])


def test_predict_takes_another_threshold():
    np.testing.assert_array_equal(predict([[0.3, 0.5, 0.7]], threshold=0.2), [[1, 1, 1]])


def test_predict_refuses_logits():
    with pytest.raises(ValueError, match=r"^P must lie in \[0, 1\], got 2\.0$"):
        predict([[0.5, 2.0]])


def test_accuracy_counts_equal_labels():
    assert accuracy([[0, 1, 1, 0]], [[0, 1, 0, 0]]) == 0.75


def test_accuracy_refuses_a_row_against_a_column():
    with pytest.raises(ValueError, match=r"^Y_pred must have shape of Y = \(1, 4\), got \(4, 1\)$"):
        accuracy(np.ones((4, 1)), np.ones((1, 4)))


@given(arrays(float, (2,), elements=WEIGHT), WEIGHT, st.floats(-5, 5))
def test_points_of_the_boundary_have_probability_one_half(w, b, x1):
    assume(abs(w[1]) > 0.1)
    slope, intercept = decision_boundary_line(w, b)
    assert neuron(w, [x1, slope * x1 + intercept], b) == pytest.approx(0.5, abs=1e-10)


def test_a_vertical_boundary_has_no_slope():
    with pytest.raises(ValueError) as caught:
        decision_boundary_line([1.0, 0.0], 2.0)
    assert str(caught.value) == (
        "w[1] must not be 0, got 0.0: no line x2 = slope * x1 + intercept exists"
    )


def test_design_matrix_is_a_view():
    X = np.ones((2, 3))
    assert np.shares_memory(design_matrix(X), X)


@pytest.mark.parametrize(("name", "expected"), [("or", True), ("and", True), ("xor", False)])
def test_only_xor_is_not_linearly_separable(name, expected):
    assert is_linearly_separable(*gate(name)) is expected


def test_one_class_alone_is_separable():
    assert is_linearly_separable([[1, 2, 3]], [[1, 1, 1]])


def test_the_same_point_with_both_labels_is_not_separable():
    assert not is_linearly_separable([[1, 1], [2, 2]], [[0, 1]])


def _separable_by_linear_program(X, Y):
    """Feasibility of s (w x + b) >= 1, by scipy."""
    s = 2.0 * Y[0] - 1.0
    A = -s[:, np.newaxis] * np.vstack([X, np.ones(X.shape[1])]).T
    n = A.shape[1]
    return linprog(np.zeros(n), A, -np.ones(len(A)), bounds=[(None, None)] * n).status == 0


@given(
    st.integers(1, 4), st.integers(2, 12), st.integers(0, 10_000), st.sampled_from([1e-6, 1, 1e6])
)
def test_separability_agrees_with_a_linear_program(n, m, seed, scale):
    rng = np.random.default_rng(seed)
    X = rng.integers(-3, 4, (n, m)).astype(float)
    Y = rng.integers(0, 2, (1, m)).astype(float)
    assert is_linearly_separable(scale * X, Y) == _separable_by_linear_program(X, Y)
