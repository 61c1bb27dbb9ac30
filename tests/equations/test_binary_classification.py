"""Equations of the chapter *Binary classification*, each against something independent."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
import scipy.special
import scipy.stats
import sympy

from course_lib.binary_classification import (
    accuracy,
    bernoulli_pmf,
    decision_boundary_line,
    design_matrix,
    linear_forward,
    neuron,
    predict,
    sigmoid,
)

RNG = np.random.default_rng(7)


@pytest.mark.equation("neuron")
def test_a_neuron_is_the_logistic_cdf_of_the_weighted_sum():
    w, x, b = RNG.normal(size=5), RNG.normal(size=5), 0.3
    z = sum(wi * xi for wi, xi in zip(w, x, strict=True)) + b
    np.testing.assert_allclose(neuron(w, x, b), scipy.stats.logistic.cdf(z), rtol=1e-12)


@pytest.mark.equation("neuron-at-origin")
@pytest.mark.parametrize("b", [-2.0, 0.0, 0.7])
def test_at_the_origin_only_the_bias_counts(b):
    outputs = [neuron(w, np.zeros(3), b) for w in RNG.normal(scale=9, size=(20, 3))]
    np.testing.assert_allclose(outputs, scipy.special.expit(b), rtol=1e-14)


@pytest.mark.equation("sigmoid")
def test_the_sigmoid_is_its_definition():
    z = np.linspace(-30, 30, 241)
    definition = [float(1 / (1 + sympy.exp(-sympy.Rational(Fraction(v))).evalf(40))) for v in z]
    np.testing.assert_allclose(sigmoid(z), definition, rtol=1e-14)


@pytest.mark.equation("sigmoid-complement")
def test_the_complement_turns_the_sign_of_the_logit():
    z = sympy.symbols("z", real=True)
    s = 1 / (1 + sympy.exp(-z))
    assert sympy.simplify(s.subs(z, -z) - (1 - s)) == 0
    logits = RNG.normal(scale=5, size=50)
    np.testing.assert_allclose(sigmoid(-logits), 1 - sigmoid(logits), rtol=0, atol=1e-15)


@pytest.mark.equation("log-odds")
def test_the_logit_is_the_logarithm_of_the_odds():
    z = sympy.symbols("z", real=True)
    p = 1 / (1 + sympy.exp(-z))
    assert sympy.simplify(sympy.exp(z) - p / (1 - p)) == 0
    np.testing.assert_allclose(scipy.special.logit(sigmoid([-3.0, 0.5, 8.0])), [-3, 0.5, 8])


@pytest.mark.equation("bernoulli-pmf")
@pytest.mark.parametrize("p", [0.0, 0.2, 0.5, 1.0])
def test_the_two_cases_are_the_bernoulli_distribution(p):
    both = bernoulli_pmf(np.array([0.0, 1.0]), p)
    np.testing.assert_allclose(both, scipy.stats.bernoulli.pmf([0, 1], p), rtol=1e-12)
    assert both.sum() == 1.0


@pytest.mark.equation("predict")
def test_only_a_probability_above_the_threshold_predicts_1():
    P, threshold = [[0.1, 0.3, 0.5, 0.50001, 0.9]], 0.5
    assert predict(P, threshold).tolist() == [[0, 0, 0, 1, 1]]
    assert predict(P, 0.3).tolist() == [[0, 0, 1, 1, 1]]


@pytest.mark.equation("decision-boundary")
def test_the_neuron_is_undecided_all_along_the_line():
    w1, w2, b, x1, x2 = sympy.symbols("w1 w2 b x1 x2")
    (solved,) = sympy.solve(w1 * x1 + w2 * x2 + b, x2)
    assert sympy.simplify(solved - (-w1 / w2 * x1 - b / w2)) == 0
    w, bias = np.array([1.5, -0.4]), 0.7
    slope, intercept = decision_boundary_line(w, bias)
    outputs = [neuron(w, np.array([at, slope * at + intercept]), bias) for at in (-3, 0, 8)]
    np.testing.assert_allclose(outputs, 0.5, rtol=1e-14)


@pytest.mark.equation("xor-contradiction")
def test_opposite_corners_have_one_sum_so_xor_has_no_line():
    w1, w2, b = sympy.symbols("w1 w2 b")
    z = {(i, j): w1 * i + w2 * j + b for i, j in product((0, 1), repeat=2)}
    assert sympy.expand(z[0, 0] + z[1, 1] - (w1 + w2 + 2 * b)) == 0
    assert sympy.expand(z[0, 1] + z[1, 0] - (w1 + w2 + 2 * b)) == 0


@pytest.mark.equation("design-matrix")
def test_row_i_of_the_design_matrix_is_example_i():
    X = RNG.normal(size=(3, 5))
    rows = design_matrix(X)
    assert rows.shape == (5, 3)
    assert all(rows[i, j] == X[j, i] for i, j in product(range(5), range(3)))


@pytest.mark.equation("linear-forward")
def test_each_logit_is_a_weighted_sum_of_one_column():
    W, A_prev, b = RNG.normal(size=(3, 4)), RNG.normal(size=(4, 7)), RNG.normal(size=(3, 1))
    Z = linear_forward(W, A_prev, b)
    assert Z.shape == (3, 7)
    for i, k in product(range(3), range(7)):
        one = sum(W[i, j] * A_prev[j, k] for j in range(4)) + b[i, 0]
        np.testing.assert_allclose(Z[i, k], one, rtol=1e-12)


@pytest.mark.equation("accuracy")
def test_accuracy_counts_the_right_answers():
    Y_pred, Y = [[1.0, 0.0, 1.0, 1.0, 0.0]], [[1.0, 1.0, 1.0, 0.0, 0.0]]
    assert accuracy(Y_pred, Y) == 3 / 5
