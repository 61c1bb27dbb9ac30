"""Equations of the chapter *ReLU*, each against something independent."""

import itertools

import mpmath
import numpy as np
import pytest
import scipy.optimize
import scipy.special
import sympy

from course_lib.datasets import gate
from course_lib.relu import (
    backward_232,
    dead_units,
    forward_232,
    inactive_units,
    leaky_relu,
    leaky_relu_prime,
    linear_stack,
    network_232,
    relu,
    relu_backward,
    relu_prime,
    tanh,
    tanh_prime,
)
from course_lib.sigmoid_derivative import sigmoid_prime

RNG = np.random.default_rng(5)
Z = RNG.normal(scale=2, size=(3, 6))
z = sympy.symbols("z", real=True)
TANH = (sympy.exp(z) - sympy.exp(-z)) / (sympy.exp(z) + sympy.exp(-z))
SIGMOID = 1 / (1 + sympy.exp(-z))


@pytest.mark.equation("linear-stack-example")
def test_three_linear_layers_multiply_their_weights():
    w1, w2, w3, w4, x1, x2 = sympy.symbols("w1 w2 w3 w4 x1 x2")
    C = w4 * (w3 * (w1 * x1 + w2 * x2))
    assert sympy.expand(C - (w4 * w3 * w1 * x1 + w4 * w3 * w2 * x2)) == 0
    stacked = linear_stack([[[0.7, -1.3]], [[2.1]], [[-0.4]]])
    np.testing.assert_allclose(stacked, [[-0.4 * 2.1 * 0.7, -0.4 * 2.1 * -1.3]], rtol=1e-14)


@pytest.mark.equation("linear-stack")
def test_one_matrix_does_the_work_of_all_layers():
    weights = [RNG.normal(size=shape) for shape in ((4, 2), (3, 4), (5, 3))]
    X = A = RNG.normal(size=(2, 7))
    for W in weights:
        A = W @ A
    np.testing.assert_allclose(linear_stack(weights) @ X, A, rtol=1e-12)


@pytest.mark.equation("linear-stack-bias")
def test_biases_of_linear_layers_add_up_to_one():
    W1, W2 = RNG.normal(size=(4, 2)), RNG.normal(size=(3, 4))
    b1, b2, X = RNG.normal(size=(4, 1)), RNG.normal(size=(3, 1)), RNG.normal(size=(2, 7))
    one_layer = linear_stack([W1, W2]) @ X + (W2 @ b1 + b2)
    np.testing.assert_allclose(W2 @ (W1 @ X + b1) + b2, one_layer, rtol=1e-12)


@pytest.mark.equation("relu")
def test_relu_is_the_ramp_of_python():
    assert relu(Z).tolist() == [[max(0.0, value) for value in row] for row in Z]
    assert relu(0.0) == 0.0


@pytest.mark.equation("relu-prime")
def test_the_slope_of_relu_is_a_step_with_0_at_the_kink():
    slope = (np.maximum(Z + 1e-6, 0) - np.maximum(Z - 1e-6, 0)) / 2e-6
    np.testing.assert_allclose(relu_prime(Z), slope, atol=1e-8)
    assert relu_prime([0.0, -0.0]).tolist() == [0.0, 0.0]


@pytest.mark.equation("relu-hat")
def test_three_ramps_make_a_hat():
    x = np.linspace(-3, 3, 61)
    hat = relu(x + 1) - 2 * relu(x) + relu(x - 1)
    np.testing.assert_allclose(hat, np.interp(x, [-1, 0, 1], [0, 1, 0]), atol=1e-14)


@pytest.mark.equation("relu-xor")
def test_two_ramps_solve_xor():
    X, Y = gate("xor")
    s = X.sum(axis=0, keepdims=True)
    assert np.array_equal(relu(s) - 2 * relu(s - 1), Y)


@pytest.mark.equation("relu-pieces")
@pytest.mark.parametrize("n", [1, 2, 3, 5])
def test_the_most_pieces_are_those_of_lines_in_general_position(n):
    rng = np.random.default_rng(n)
    W, b = rng.normal(size=(n, 2)), rng.normal(size=(n, 1))

    def possible(signs):
        # Is there a point on the named side of every line, at a distance that can grow?
        A = np.hstack([-signs[:, np.newaxis] * W, np.ones((n, 1))])
        bounds = [(None, None), (None, None), (0, 1)]
        found = scipy.optimize.linprog([0, 0, -1], A, signs * b[:, 0], bounds=bounds)
        return found.status == 0 and -found.fun > 1e-9

    patterns = [np.array(signs) for signs in itertools.product([-1.0, 1.0], repeat=n)]
    assert sum(map(possible, patterns)) == 1 + n + n * (n - 1) // 2
    x = np.linspace(-9, 9, 200_001)
    u = rng.permutation(np.linspace(-8, 8, n))[:, np.newaxis]
    sides = rng.choice([-1.0, 1.0], (n, 1))
    assert len(np.unique(sides * (x - u) > 0, axis=1).T) == n + 1


@pytest.mark.equation("relu-backward")
def test_the_gradient_behind_relu_is_that_of_central_differences():
    dA = RNG.normal(size=Z.shape)
    slope = scipy.optimize.approx_fprime(
        Z.ravel(), lambda v: np.sum(dA.ravel() * np.maximum(v, 0)), 1e-7
    )
    np.testing.assert_allclose(relu_backward(dA, Z).ravel(), slope, atol=1e-6)


@pytest.mark.equation("network-232")
def test_the_worked_network_follows_its_four_equations():
    net, cache = network_232(), forward_232()
    hidden = [sum(w * v for w, v in zip(row, (1.0, 0.5), strict=True)) for row in net["W1"]]
    A1 = [max(0.0, h + b) for h, b in zip(hidden, (0.1, -0.2, 0.3), strict=True)]
    Z2 = np.array([0.4 * A1[0] - 0.1 * A1[1] + 0.6 * A1[2] + 0.2,
                   0.2 * A1[0] + 0.7 * A1[1] - 0.3 * A1[2] - 0.1])  # fmt: skip
    np.testing.assert_allclose(cache["A2"].ravel(), scipy.special.expit(Z2), rtol=1e-12)


@pytest.mark.equation("network-232-delta")
@pytest.mark.parametrize("mean", [True, False])
def test_each_convention_has_the_gradient_of_its_own_loss(mean):
    y, logits = network_232()["y"].ravel(), forward_232()["Z2"].ravel()

    def loss(t):
        losses = np.logaddexp(0, t) - y * t
        return losses.mean() if mean else losses.sum()

    slope = scipy.optimize.approx_fprime(logits, loss, 1e-7)
    ours = backward_232(mean_over_outputs=mean)["dZ2"].ravel()
    np.testing.assert_allclose(ours, slope, atol=1e-6)


@pytest.mark.equation("inactive-units")
def test_a_unit_is_inactive_where_its_output_is_0():
    pre = np.array([[0.0, 2.0, -1.0], [-3.0, 0.5, 4.0]])
    assert inactive_units(pre).tolist() == [[True, False, True], [True, False, False]]


@pytest.mark.equation("dead-units")
def test_a_unit_is_dead_if_no_example_wakes_it():
    pre = np.array([[0.0, -2.0, -1.0], [-3.0, -0.5, 0.1], [1.0, 2.0, 3.0]])
    assert dead_units(pre).tolist() == [True, False, False]


@pytest.mark.equation("leaky-relu")
def test_the_leaky_relu_is_the_larger_of_two_lines():
    np.testing.assert_allclose(leaky_relu(Z, 0.1), np.maximum(Z, 0.1 * Z), rtol=1e-14)
    slope = (leaky_relu(Z + 1e-6, 0.1) - leaky_relu(Z - 1e-6, 0.1)) / 2e-6
    np.testing.assert_allclose(leaky_relu_prime(Z, 0.1), slope, atol=1e-8)


@pytest.mark.equation("tanh")
def test_tanh_is_its_definition():
    exact = [float(TANH.subs(z, sympy.Rational(k, 2)).evalf(30)) for k in range(-12, 13)]
    np.testing.assert_allclose(tanh(np.arange(-12, 13) / 2), exact, rtol=1e-14)


@pytest.mark.equation("tanh-odd")
def test_tanh_is_odd_and_its_slope_even():
    assert sympy.simplify(TANH.subs(z, -z) + TANH) == 0
    assert np.array_equal(tanh(-Z), -tanh(Z))
    assert np.array_equal(tanh_prime(-Z), tanh_prime(Z))


@pytest.mark.equation("tanh-prime")
def test_both_forms_of_the_slope_of_tanh_are_its_derivative():
    slope = sympy.diff(TANH, z)
    assert sympy.simplify(slope - 4 / (sympy.exp(z) + sympy.exp(-z)) ** 2) == 0
    assert sympy.simplify(slope - (1 - TANH**2)) == 0
    exact = [float(mpmath.sech(mpmath.mpf(float(v))) ** 2) for v in Z.ravel()]
    np.testing.assert_allclose(tanh_prime(Z).ravel(), exact, rtol=1e-14)


@pytest.mark.equation("tanh-sigmoid")
def test_tanh_is_a_stretched_sigmoid():
    assert sympy.simplify(TANH - (2 * SIGMOID.subs(z, 2 * z) - 1)) == 0
    np.testing.assert_allclose(tanh(Z), 2 * scipy.special.expit(2 * Z) - 1, atol=1e-14)
    np.testing.assert_allclose(tanh_prime(Z), 4 * sigmoid_prime(2 * Z), rtol=1e-12)


@pytest.mark.equation("tanh-decay")
def test_far_out_the_slope_of_tanh_falls_twice_as_steeply():
    assert sympy.limit((1 - TANH**2) / (4 * sympy.exp(-2 * z)), z, sympy.oo) == 1
    assert sympy.limit(SIGMOID * (1 - SIGMOID) / sympy.exp(-z), z, sympy.oo) == 1
    assert tanh_prime(3.0) < sigmoid_prime(3.0)
