"""Equations of the chapter *Binary cross-entropy*, each against something independent."""

import numpy as np
import pytest
import scipy.optimize
import scipy.special
import scipy.stats
import sklearn.metrics
import sympy

from course_lib.binary_classification import sigmoid
from course_lib.binary_cross_entropy import (
    absolute_error,
    absolute_error_grad,
    bce,
    bce_cost,
    bce_cost_from_logits,
    bce_from_logits,
    bce_grad,
    bce_outputs_mean,
    bce_outputs_mean_grad,
    bce_piecewise,
    sigmoid_bce_grad,
    squared_error,
    squared_error_cost,
    squared_error_cost_grad,
    squared_error_grad,
)

RNG = np.random.default_rng(11)
P = RNG.uniform(0.02, 0.98, size=(2, 5))
Y = RNG.integers(0, 2, size=(2, 5)).astype(float)
Z = RNG.normal(scale=3, size=(2, 5))

y, p = sympy.symbols("y p", positive=True)
z = sympy.symbols("z", real=True)
LOSS = -y * sympy.log(p) - (1 - y) * sympy.log(1 - p)
SIGMOID = 1 / (1 + sympy.exp(-z))


def central(f, x, h=1e-6):
    """Derivative of a number by each entry of x."""
    result = np.zeros_like(x)
    for at in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[at] = h
        result[at] = (f(x + step) - f(x - step)) / (2 * h)
    return result


@pytest.mark.equation("squared-error")
def test_twice_the_squared_error_is_that_of_scikit_learn():
    theirs = [sklearn.metrics.mean_squared_error([a], [b]) for a, b in zip(Y[0], P[0], strict=True)]
    np.testing.assert_allclose(2 * squared_error(Y[0], P[0]), theirs, rtol=1e-12)


@pytest.mark.equation("squared-error-grad")
def test_the_slope_of_the_squared_error_is_the_error():
    assert sympy.diff((p - y) ** 2 / 2, p).equals(p - y)
    slope = central(lambda P: squared_error(Y, P).sum(), P)
    np.testing.assert_allclose(squared_error_grad(Y, P), slope, rtol=1e-8, atol=1e-9)


@pytest.mark.equation("absolute-error")
def test_the_absolute_error_is_that_of_scikit_learn():
    theirs = sklearn.metrics.mean_absolute_error(Y.ravel(), P.ravel())
    np.testing.assert_allclose(absolute_error(Y, P).mean(), theirs, rtol=1e-12)


@pytest.mark.equation("absolute-error-grad")
def test_the_slope_of_the_absolute_error_is_a_sign_and_0_at_the_kink():
    slope = central(lambda P: absolute_error(Y, P).sum(), P)
    np.testing.assert_allclose(absolute_error_grad(Y, P), slope, atol=1e-8)
    assert absolute_error_grad(3.0, 3.0) == 0.0


@pytest.mark.equation("bce-likelihood")
def test_the_loss_is_the_surprise_at_the_label():
    assert all(sympy.simplify((LOSS + sympy.log(p**y * (1 - p) ** (1 - y))).subs(y, k)) == 0
               for k in (0, 1))  # fmt: skip
    surprise = -scipy.stats.bernoulli.logpmf(Y, P)
    np.testing.assert_allclose(bce(Y, P), surprise, rtol=1e-12)


@pytest.mark.equation("bce")
def test_the_loss_is_the_cross_entropy_of_two_distributions():
    labels, guesses = RNG.uniform(size=9), RNG.uniform(0.01, 0.99, size=9)
    entropy = scipy.special.entr(labels) + scipy.special.entr(1 - labels)
    divergence = scipy.special.rel_entr([labels, 1 - labels], [guesses, 1 - guesses]).sum(axis=0)
    np.testing.assert_allclose(bce(labels, guesses), entropy + divergence, rtol=1e-12)


@pytest.mark.equation("bce-piecewise")
def test_one_term_of_the_loss_is_always_zero():
    assert LOSS.subs(y, 1).equals(-sympy.log(p))
    assert LOSS.subs(y, 0).equals(-sympy.log(1 - p))
    np.testing.assert_allclose(bce_piecewise(Y, P), bce(Y, P), rtol=1e-12)


@pytest.mark.equation("bce-grad")
def test_both_forms_of_the_derivative_agree_with_sympy():
    assert sympy.simplify(sympy.diff(LOSS, p) - (p - y) / (p * (1 - p))) == 0
    assert sympy.simplify(sympy.diff(LOSS, p) - (-y / p + (1 - y) / (1 - p))) == 0
    slope = sympy.lambdify((y, p), sympy.diff(LOSS, p))
    np.testing.assert_allclose(bce_grad(Y, P), slope(Y, P), rtol=1e-12)


@pytest.mark.equation("squared-error-cost")
def test_the_cost_is_half_the_mean_squared_error():
    theirs = sklearn.metrics.mean_squared_error(Y[0], P[0]) / 2
    np.testing.assert_allclose(squared_error_cost(Y[:1], P[:1]), theirs, rtol=1e-12)


@pytest.mark.equation("squared-error-cost-grad")
def test_the_gradient_of_the_cost_carries_one_over_m():
    slope = scipy.optimize.approx_fprime(P[0], lambda q: squared_error_cost(Y[:1], q[None]), 1e-7)
    np.testing.assert_allclose(squared_error_cost_grad(Y[:1], P[:1])[0], slope, atol=1e-6)


@pytest.mark.equation("bce-cost")
def test_the_cost_sums_units_and_averages_examples():
    theirs = sum(sklearn.metrics.log_loss(Y[k], P[k], labels=[0, 1]) for k in range(2))
    np.testing.assert_allclose(bce_cost(Y, P), theirs, rtol=1e-12)


@pytest.mark.equation("bce-outputs-mean")
def test_the_mean_over_units_has_a_gradient_with_one_over_n():
    labels, logits = np.array([1.0, 0.0, 1.0]), np.array([0.6, -0.02, 1.1])
    slope = central(lambda t: bce_outputs_mean(labels, scipy.special.expit(t)), logits)
    ours = bce_outputs_mean_grad(labels, sigmoid(logits))
    np.testing.assert_allclose(ours, slope, rtol=1e-7)


@pytest.mark.equation("bce-logit-grad")
def test_through_the_sigmoid_only_the_difference_is_left():
    slope = sympy.diff(LOSS.subs(p, SIGMOID), z)
    assert sympy.simplify(slope - (SIGMOID - y)) == 0
    np.testing.assert_allclose(bce_grad(Y, P) * P * (1 - P), P - Y, rtol=1e-12)


@pytest.mark.equation("squared-error-logit-grad")
def test_through_the_sigmoid_the_squared_error_keeps_its_slope():
    slope = sympy.diff((SIGMOID - y) ** 2 / 2, z)
    assert sympy.simplify(slope - (SIGMOID - y) * SIGMOID * (1 - SIGMOID)) == 0


@pytest.mark.equation("sigmoid-bce-grad")
def test_the_shortcut_is_the_gradient_of_the_cost():
    slope = central(lambda Z: bce_cost(Y, scipy.special.expit(Z)), Z)
    np.testing.assert_allclose(sigmoid_bce_grad(Y, Z), slope, rtol=1e-6, atol=1e-9)


@pytest.mark.equation("bce-softplus")
def test_without_p_the_loss_has_one_logarithm():
    one_sided = z - z * y + sympy.log(1 + sympy.exp(-z))
    difference = sympy.diff(one_sided - LOSS.subs(p, SIGMOID), z)
    assert sympy.simplify(difference) == 0
    assert sympy.simplify((one_sided - LOSS.subs(p, SIGMOID)).subs(z, 0)) == 0


@pytest.mark.equation("bce-from-logits")
@pytest.mark.parametrize("label", [0.0, 1.0])
def test_the_stable_form_is_a_difference_of_logaddexp(label):
    logits = np.array([-800.0, -37.0, -1.5, 0.0, 2.0, 37.0, 800.0])
    theirs = np.logaddexp(0.0, logits) - label * logits
    np.testing.assert_allclose(bce_from_logits(label, logits), theirs, rtol=1e-12, atol=1e-13)


@pytest.mark.equation("bce-cost-from-logits")
def test_the_stable_cost_sums_units_and_averages_examples():
    theirs = -scipy.stats.bernoulli.logpmf(Y, scipy.special.expit(Z)).sum() / Y.shape[1]
    np.testing.assert_allclose(bce_cost_from_logits(Y, Z), theirs, rtol=1e-12)


@pytest.mark.equation("cross-entropy-split")
@pytest.mark.parametrize(("true", "said"), [(0.7, 0.3), (0.5, 0.9), (0.2, 0.2), (1.0, 0.6)])
def test_cross_entropy_is_entropy_plus_divergence(true, said):
    entropy = scipy.stats.bernoulli.entropy(true)
    divergence = scipy.stats.entropy([true, 1 - true], [said, 1 - said])
    np.testing.assert_allclose(bce(true, said), entropy + divergence, rtol=1e-12)
    assert divergence > 0 or true == said


@pytest.mark.equation("likelihood-cost")
def test_the_cost_is_minus_the_log_likelihood_over_m():
    likelihood = np.prod(scipy.stats.bernoulli.pmf(Y[0], P[0]))
    np.testing.assert_allclose(bce_cost(Y[:1], P[:1]), -np.log(likelihood) / 5, rtol=1e-12)


@pytest.mark.equation("logit-curvature")
def test_cross_entropy_bends_upward_and_the_squared_error_does_not_always():
    bend = sympy.diff(LOSS.subs(p, SIGMOID), z, 2)
    assert sympy.simplify(bend - SIGMOID * (1 - SIGMOID)) == 0
    bend = sympy.diff((SIGMOID - y) ** 2 / 2, z, 2)
    slope = SIGMOID * (1 - SIGMOID)
    assert sympy.simplify(bend - slope * (slope + (SIGMOID - y) * (1 - 2 * SIGMOID))) == 0
    negative = bend.subs({y: 0, z: 2}), bend.subs({y: 1, z: -2})
    assert all(value.evalf() < 0 for value in negative)


@pytest.mark.equation("bce-convex")
def test_the_cost_of_one_neuron_bends_upward_along_every_line():
    X, labels = RNG.normal(size=(3, 8)), RNG.integers(0, 2, size=8)
    for w, v in zip(RNG.normal(size=(6, 4)), RNG.normal(size=(6, 4)), strict=True):

        def cost(s, w=w, v=v):
            at = w + s * v
            logits = at[:3] @ X + at[3]
            return sklearn.metrics.log_loss(labels, scipy.special.expit(logits), labels=[0, 1])

        h = 1e-3
        measured = (cost(h) - 2 * cost(0.0) + cost(-h)) / h**2
        chance = scipy.special.expit(w[:3] @ X + w[3])
        formula = np.mean(chance * (1 - chance) * (v[:3] @ X + v[3]) ** 2)
        np.testing.assert_allclose(formula, measured, rtol=1e-4)
        assert formula >= 0
