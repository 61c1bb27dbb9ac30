"""Equations of the chapter *Softmax*, each against something independent."""

import numpy as np
import pytest
import scipy.special
import scipy.stats
import sklearn.metrics
import sklearn.preprocessing
import sympy

from course_lib.binary_cross_entropy import bce
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

RNG = np.random.default_rng(23)
Z = RNG.normal(scale=3, size=(4, 6))
P = scipy.special.softmax(Z, axis=0)
LABELS = np.array([2, 0, 3, 1, 1, 0])
Y = np.eye(4)[:, LABELS]

z = sympy.symbols("z1:4", real=True)
SHARES = [sympy.exp(zc) / sum(map(sympy.exp, z)) for zc in z]


def central(f, x, h=1e-6):
    """Derivative of a number by each entry of x."""
    result = np.zeros_like(x)
    for at in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[at] = h
        result[at] = (f(x + step) - f(x - step)) / (2 * h)
    return result


@pytest.mark.equation("softmax")
def test_the_softmax_is_that_of_scipy_on_either_axis():
    np.testing.assert_allclose(softmax(Z), P, rtol=1e-12)
    np.testing.assert_allclose(softmax(Z.T, axis=1), P.T, rtol=1e-12)


@pytest.mark.equation("softmax-odds")
def test_the_ratio_of_two_classes_depends_on_their_logits_alone():
    assert sympy.simplify(SHARES[0] / SHARES[1] - sympy.exp(z[0] - z[1])) == 0
    ours = softmax(Z)
    np.testing.assert_allclose(ours[0] / ours[2], np.exp(Z[0] - Z[2]), rtol=1e-12)


@pytest.mark.equation("softmax-temperature")
def test_a_temperature_is_a_power_of_the_ratios_and_ends_at_one_hot_or_level():
    p, T = scipy.special.softmax(Z, axis=0), 0.37
    powers = p ** (1 / T)
    np.testing.assert_allclose(softmax(Z / T), powers / powers.sum(axis=0), rtol=1e-10)
    cold = np.eye(4)[:, Z.argmax(axis=0)]
    np.testing.assert_allclose(softmax(Z / 1e-3), cold, atol=1e-9)
    np.testing.assert_allclose(softmax(Z / 1e9), 0.25, rtol=1e-6)


@pytest.mark.equation("softmax-shift")
def test_a_common_shift_changes_nothing():
    M = sympy.symbols("M", real=True)
    shifted = sympy.exp(z[0] - M) / sum(sympy.exp(zc - M) for zc in z)
    assert sympy.simplify(shifted - SHARES[0]) == 0
    np.testing.assert_allclose(softmax(Z + 900.0), P, rtol=1e-9)


@pytest.mark.equation("one-hot")
def test_one_hot_labels_are_those_of_scikit_learn():
    theirs = sklearn.preprocessing.label_binarize(LABELS, classes=range(4))
    np.testing.assert_array_equal(one_hot(LABELS, 4), theirs.T)


@pytest.mark.equation("class-likelihood")
def test_the_likelihood_of_a_class_is_that_of_one_multinomial_draw():
    theirs = scipy.stats.multinomial.pmf(Y.T, n=1, p=P.T)
    np.testing.assert_allclose(np.prod(P**Y, axis=0), theirs, rtol=1e-12)
    np.testing.assert_allclose(cross_entropy(Y, P), -np.log(theirs), rtol=1e-12)


@pytest.mark.equation("cross-entropy")
def test_the_loss_is_entropy_plus_divergence_also_for_soft_labels():
    soft = scipy.special.softmax(RNG.normal(size=(4, 6)), axis=0)
    theirs = scipy.stats.entropy(soft) + scipy.stats.entropy(soft, P)
    np.testing.assert_allclose(cross_entropy(soft, P), theirs, rtol=1e-12)
    np.testing.assert_allclose(cross_entropy(Y, P), -np.log(P[LABELS, range(6)]), rtol=1e-12)


@pytest.mark.equation("cross-entropy-cost")
def test_the_cost_is_the_log_loss_of_scikit_learn():
    theirs = sklearn.metrics.log_loss(LABELS, P.T, labels=range(4))
    np.testing.assert_allclose(cross_entropy_cost(Y, P), theirs, rtol=1e-12)


@pytest.mark.equation("cross-entropy-grad")
def test_the_slope_by_a_probability_is_minus_label_over_probability():
    y, p = sympy.symbols("y1:4"), sympy.symbols("p1:4", positive=True)
    loss = -sum(yc * sympy.log(pc) for yc, pc in zip(y, p, strict=True))
    assert all((sympy.diff(loss, pc) + yc / pc).equals(0) for yc, pc in zip(y, p, strict=True))
    slope = central(lambda P: -np.sum(Y * np.log(P)), P, h=1e-8)
    np.testing.assert_allclose(cross_entropy_grad(Y, P), slope, rtol=1e-5, atol=1e-6)


@pytest.mark.equation("soft-label-gap")
def test_a_soft_label_costs_its_entropy_and_the_gap_of_kullback_and_leibler():
    soft = scipy.special.softmax(RNG.normal(size=(4, 6)), axis=0)
    gap = scipy.special.rel_entr(soft, P).sum(axis=0)
    theirs = scipy.special.entr(soft).sum(axis=0) + gap
    np.testing.assert_allclose(cross_entropy(soft, P), theirs, rtol=1e-12)
    assert (gap > 0).all()
    assert scipy.special.rel_entr(soft, soft).sum() == 0


@pytest.mark.equation("softmax-jacobian")
def test_the_jacobian_agrees_with_sympy_and_with_differences():
    for i in range(3):
        for j in range(3):
            claimed = SHARES[i] * (int(i == j) - SHARES[j])
            assert sympy.simplify(sympy.diff(SHARES[i], z[j]) - claimed) == 0
    p = P[:, 0]
    np.testing.assert_allclose(softmax_jacobian(p), np.diag(p) - np.outer(p, p), rtol=1e-12)
    rows = [central(lambda v, i=i: scipy.special.softmax(v)[i], Z[:, 0]) for i in range(4)]
    np.testing.assert_allclose(softmax_jacobian(p), rows, rtol=1e-6, atol=1e-9)


@pytest.mark.equation("softmax-chain")
def test_the_slopes_of_all_paths_add_up():
    y, p = Y[:, :1], P[:, :1]
    along_paths = (cross_entropy_grad(y, p).T @ softmax_jacobian(p.ravel())).ravel()
    slope = central(lambda v: -scipy.special.log_softmax(v)[LABELS[0]], Z[:, 0])
    np.testing.assert_allclose(along_paths, slope, rtol=1e-6, atol=1e-9)


@pytest.mark.equation("softmax-logit-grad")
def test_through_the_softmax_only_the_difference_is_left():
    loss = -sympy.log(SHARES[1])
    for j in range(3):
        assert sympy.simplify(sympy.diff(loss, z[j]) - (SHARES[j] - int(j == 1))) == 0


@pytest.mark.equation("softmax-cross-entropy-grad")
def test_the_shortcut_is_the_gradient_of_the_cost():
    def cost(Z):
        return -np.sum(Y * scipy.special.log_softmax(Z, axis=0)) / Z.shape[1]

    np.testing.assert_allclose(
        softmax_cross_entropy_grad(Y, Z), central(cost, Z), rtol=1e-6, atol=1e-9
    )


@pytest.mark.equation("logsumexp")
def test_logsumexp_is_that_of_scipy_also_for_large_logits():
    for logits in (Z, 1e4 * Z):
        theirs = scipy.special.logsumexp(logits, axis=0)
        np.testing.assert_allclose(logsumexp(logits), theirs, rtol=1e-12)


@pytest.mark.equation("cross-entropy-from-logits")
@pytest.mark.parametrize("scale", [1.0, 1e3])
def test_the_stable_loss_is_a_log_softmax(scale):
    theirs = -scipy.special.log_softmax(scale * Z, axis=0)[LABELS, range(6)]
    np.testing.assert_allclose(
        cross_entropy_from_logits(Y, scale * Z), theirs, rtol=1e-11, atol=1e-12
    )


@pytest.mark.equation("softmax-boundary")
def test_two_classes_are_level_on_a_line_and_three_lines_meet_in_a_point():
    W, b = RNG.normal(size=(3, 2)), RNG.normal(size=(3, 1))
    normal, offset = W[0] - W[1], b[0, 0] - b[1, 0]
    foot = -offset * normal / (normal @ normal)
    along = np.array([[-normal[1]], [normal[0]]]) * np.linspace(-2, 2, 5)
    p = scipy.special.softmax(W @ (foot[:, np.newaxis] + along) + b, axis=0)
    np.testing.assert_allclose(p[0], p[1], rtol=1e-12)
    meeting = np.linalg.solve([W[0] - W[1], W[1] - W[2]], [-offset, b[2, 0] - b[1, 0]])
    p = scipy.special.softmax(W @ meeting + b.ravel())
    np.testing.assert_allclose(p, 1 / 3, rtol=1e-12)


@pytest.mark.equation("binary-as-softmax")
def test_a_softmax_against_a_logit_of_0_is_the_sigmoid():
    v = sympy.symbols("v", real=True)
    share = sympy.exp(v) / (sympy.exp(v) + sympy.exp(0))
    assert sympy.simplify(share - 1 / (1 + sympy.exp(-v))) == 0
    np.testing.assert_allclose(binary_as_softmax(Z), scipy.special.expit(Z), rtol=1e-12)


@pytest.mark.equation("two-class-cross-entropy")
def test_two_classes_cost_the_binary_cross_entropy():
    y, p = np.array([1.0, 0.0, 1.0]), np.array([0.3, 0.2, 0.99])
    pair = cross_entropy([y, 1 - y], [p, 1 - p])
    np.testing.assert_allclose(pair, -scipy.stats.bernoulli.logpmf(y, p), rtol=1e-12)
    np.testing.assert_allclose(pair, bce(y, p), rtol=1e-12)
