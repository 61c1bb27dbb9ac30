"""Equations of the chapter *Gradient flow*, each against something independent."""

from itertools import product

import numpy as np
import pytest
import scipy.linalg
import scipy.optimize
import scipy.spatial
import scipy.special
import scipy.stats
import sympy

from course_lib.gradient_flow import (
    BatchNormLayer,
    SkipLayer,
    batch_norm_forward,
    clip_gradients,
    gradient_flow,
    gradient_noise,
    gradient_norms,
    initialize_parameters,
    layers_until,
    per_layer_factor,
    spectral_norm,
    symmetric_parameters,
    tanh_sigmoid_crossover,
)
from course_lib.shallow_networks import (
    SigmoidLayer,
    l_layer_backward,
    l_layer_forward,
    two_layer_backward,
    two_layer_forward,
)

RNG = np.random.default_rng(5)
WIDTHS = (3, 4, 4, 2)
ACTIVATIONS = ["tanh", "sigmoid", "sigmoid"]
PARAMS = {}
for _layer in (1, 2, 3):
    PARAMS[f"W{_layer}"] = RNG.normal(size=(WIDTHS[_layer], WIDTHS[_layer - 1]))
    PARAMS[f"b{_layer}"] = RNG.normal(size=(WIDTHS[_layer], 1))
X = RNG.normal(size=(3, 5))
Y = RNG.integers(0, 2, size=(2, 5)).astype(float)
LARGEST = {"tanh": 1.0, "sigmoid": 0.25}


def cost(params):
    """Mean cross-entropy of the network, written without the course's functions."""
    hidden = np.tanh(params["W1"] @ X + params["b1"])
    hidden = scipy.special.expit(params["W2"] @ hidden + params["b2"])
    Z = params["W3"] @ hidden + params["b3"]
    return np.sum(np.logaddexp(0, Z) - Y * Z) / X.shape[1]


def gradients():
    return l_layer_backward(PARAMS, l_layer_forward(PARAMS, X, ACTIVATIONS), X, Y, ACTIVATIONS)


@pytest.mark.equation("delta-recursion")
@pytest.mark.parametrize("layer", [1, 2])
def test_summed_over_examples_dz_is_the_slope_of_the_cost_by_the_bias(layer):
    b = PARAMS[f"b{layer}"].ravel()
    slope = scipy.optimize.approx_fprime(
        b, lambda moved: cost({**PARAMS, f"b{layer}": moved[:, None]}), 1e-7
    )
    np.testing.assert_allclose(gradients()[f"dZ{layer}"].sum(axis=1), slope, atol=1e-6)


@pytest.mark.equation("spectral-norm")
def test_no_vector_is_stretched_more_and_one_is_stretched_so_much():
    W = PARAMS["W1"]
    v = RNG.normal(size=(3, 2000))
    stretch = np.linalg.norm(W @ v, axis=0) / np.linalg.norm(v, axis=0)
    assert stretch.max() <= spectral_norm(W)
    strongest = scipy.linalg.svd(W)[2][0]
    np.testing.assert_allclose(np.linalg.norm(W @ strongest), spectral_norm(W), rtol=1e-12)


@pytest.mark.equation("per-layer-factor")
def test_one_step_back_grows_at_most_by_the_factor_and_can_reach_it():
    W = PARAMS["W2"]
    factor = per_layer_factor(spectral_norm(W), 0.25)
    back = 0.25 * W.T @ RNG.normal(size=(4, 1000))
    dZ = np.linalg.pinv(0.25 * W.T) @ back
    assert (np.linalg.norm(back, axis=0) <= factor * np.linalg.norm(dZ, axis=0) + 1e-12).all()
    strongest = scipy.linalg.svd(W.T)[2][0]
    np.testing.assert_allclose(np.linalg.norm(0.25 * W.T @ strongest), factor, rtol=1e-12)


@pytest.mark.equation("gradient-flow")
def test_every_measured_gradient_is_below_the_product():
    grads = gradients()
    sizes = [np.sqrt(np.sum(grads[f"dZ{layer}"] ** 2)) for layer in (3, 2, 1)]
    norms = [scipy.linalg.svdvals(PARAMS[name])[0] for name in ("W3", "W2")]
    slopes = [LARGEST[ACTIVATIONS[1]], LARGEST[ACTIVATIONS[0]]]
    bound = gradient_flow(norms, slopes, sizes[0])
    np.testing.assert_allclose(bound[-1], sizes[0] * np.prod(norms) * np.prod(slopes), rtol=1e-12)
    assert (np.array(sizes) <= bound * (1 + 1e-12)).all()


@pytest.mark.equation("layers-until")
@pytest.mark.parametrize(("t", "f"), [(0.01, 0.2), (0.01, 0.8), (0.3, 0.95), (0.7, 0.5)])
def test_the_formula_finds_the_first_power_that_is_small_enough(t, f):
    by_counting = next(k for k in range(1, 1000) if f**k <= t)
    assert layers_until(t, f) == by_counting == int(np.ceil(np.log(t) / np.log(f)))


@pytest.mark.equation("gradient-norms")
def test_the_size_is_the_root_of_the_sum_of_squares():
    grads = gradients()
    entries = [grads[f"dZ{layer}"].ravel().tolist() for layer in (1, 2, 3)]
    expected = [sum(entry**2 for entry in layer) ** 0.5 for layer in entries]
    np.testing.assert_allclose(gradient_norms(PARAMS, X, Y, ACTIVATIONS), expected, rtol=1e-12)


@pytest.mark.equation("tanh-sigmoid-crossover")
def test_at_the_crossover_both_slopes_are_equal():
    z = sympy.symbols("z", positive=True)
    root = sympy.acosh(1 + sympy.sqrt(3))
    tanh_slope = sympy.diff(sympy.tanh(z), z).subs(z, root)
    sigmoid_slope = sympy.diff(1 / (1 + sympy.exp(-z)), z).subs(z, root)
    assert abs(sympy.N(tanh_slope - sigmoid_slope, 30)) < 1e-25
    assert tanh_sigmoid_crossover() == pytest.approx(float(root), rel=1e-14)


@pytest.mark.equation("gradient-noise")
def test_the_noise_over_all_batches_of_two_is_half_that_of_one():
    W, b, few = np.array([[0.3, -0.2, 0.5]]), [[0.1]], X[:, :4]
    labels = np.array([[1.0, 0.0, 0.0, 1.0]])
    each = (scipy.special.expit(W @ few + b) - labels) * few
    g = each.mean(axis=1, keepdims=True)
    of_one = np.mean(np.sum((each - g) ** 2, axis=0))
    batches = [each[:, list(pair)].mean(axis=1) for pair in product(range(4), repeat=2)]
    of_two = np.mean([np.sum((batch - g[:, 0]) ** 2) for batch in batches])
    np.testing.assert_allclose(of_two, of_one / 2, rtol=1e-12)
    noise = gradient_noise(W, b, few, labels, [1, 2], np.random.default_rng(0), draws=20_000)
    np.testing.assert_allclose(noise**2, [of_one, of_two], rtol=0.05)


@pytest.mark.equation("equal-rows")
def test_units_with_equal_weights_on_both_sides_get_equal_gradients():
    params = {f"{key}{layer}": array
              for layer, start in ((1, initialize_parameters(3, 4, "xavier", RNG)),
                                   (2, symmetric_parameters(4, 2, 0.4)))
              for key, array in start.items()}  # fmt: skip
    params["W1"][2] = params["W1"][0]
    dW1 = two_layer_backward(params, two_layer_forward(params, X), X, Y)["dW1"]
    np.testing.assert_allclose(dW1[2], dW1[0], rtol=1e-12)
    assert not np.allclose(dW1[1], dW1[0], rtol=1e-3)


@pytest.mark.equation("variance-of-a-sum")
def test_the_variance_of_a_sum_of_random_weights_by_enumeration():
    a = np.array([0.5, -1.5, 2.0])
    weights = np.array(list(product([-0.7, 0.7], repeat=3)))  # independent, mean 0
    variance = np.mean((weights @ a) ** 2)
    np.testing.assert_allclose(variance, 3 * 0.7**2 * np.mean(a**2), rtol=1e-12)


def preserved(init, activation, factor):
    """Ratio of mean squares after and before one wide layer, drawn 40 times."""
    before, after = [], []
    for seed in range(40):
        rng = np.random.default_rng(seed)
        A = activation(rng.normal(size=(400, 30)))
        Z = initialize_parameters(400, 300, init, rng)["W"] @ A
        before.append(factor * np.mean(A**2))
        after.append(np.mean(Z**2))
    return np.mean(after) / np.mean(before)


@pytest.mark.equation("init-xavier")
def test_xavier_keeps_the_mean_square():
    assert preserved("xavier", np.tanh, 1.0) == pytest.approx(1.0, rel=0.01)


@pytest.mark.equation("relu-half")
def test_a_relu_keeps_half_of_a_symmetric_mean_square():
    z, s = sympy.symbols("z s", positive=True)
    density = sympy.exp(-(z**2) / (2 * s**2)) / (s * sympy.sqrt(2 * sympy.pi))
    assert sympy.simplify(sympy.integrate(z**2 * density, (z, 0, sympy.oo)) - s**2 / 2) == 0


@pytest.mark.equation("init-he")
def test_he_makes_up_for_the_half_that_a_relu_silences():
    assert preserved("he", lambda Z: np.maximum(Z, 0), 2.0) == pytest.approx(1.0, rel=0.01)


@pytest.mark.equation("batch-norm")
def test_batch_normalization_is_the_z_score_shifted_and_scaled():
    Z = np.random.default_rng(0).normal(4.0, 9.0, size=(3, 50))
    gamma, beta = np.array([[1.0], [2.0], [0.5]]), np.array([[0.0], [1.0], [-3.0]])
    expected = gamma * scipy.stats.zscore(Z, axis=1) + beta
    np.testing.assert_allclose(batch_norm_forward(Z, gamma, beta, 1e-14), expected, rtol=1e-9)


def central(function, at, h=1e-6):
    """Gradient of a number by every entry of an array, by central differences."""
    slope = np.zeros(at.shape)
    for place in np.ndindex(at.shape):
        step = np.zeros(at.shape)
        step[place] = h
        slope[place] = (function(at + step) - function(at - step)) / (2 * h)
    return slope


@pytest.mark.equation("batch-norm-backward")
def test_the_gradient_comes_back_through_the_mean_and_the_spread_of_the_batch():
    Z, weight = RNG.normal(2.0, 3.0, size=(3, 5)), RNG.normal(size=(3, 5))
    layer = BatchNormLayer()
    np.testing.assert_allclose(layer.forward(Z), scipy.stats.zscore(Z, axis=1), rtol=1e-5)
    slope = central(lambda moved: np.sum(weight * scipy.stats.zscore(moved, axis=1)), Z)
    np.testing.assert_allclose(layer.backward(weight), slope, rtol=1e-4, atol=1e-6)


@pytest.mark.equation("skip-backward")
def test_a_bypass_adds_the_gradient_itself_to_what_comes_back():
    A, weight = RNG.normal(size=(4, 5)), RNG.normal(size=(4, 5))
    layer = SkipLayer(4, SigmoidLayer(), "xavier", RNG)
    W, b = layer.params["W"], layer.params["b"]

    def total(A, W):
        return np.sum(weight * (A + scipy.special.expit(W @ A + b)))

    layer.forward(A)
    np.testing.assert_allclose(layer.backward(weight), central(lambda a: total(a, W), A), atol=1e-7)
    np.testing.assert_allclose(layer.grads["dW"], central(lambda w: total(A, w), W), atol=1e-7)


@pytest.mark.equation("clip-norm")
def test_a_gradient_that_is_too_long_keeps_its_direction_and_gets_the_length():
    grads = {"dW1": RNG.normal(size=(3, 2)), "db1": RNG.normal(size=(3, 1))}
    whole = np.concatenate([grads["dW1"].ravel(), grads["db1"].ravel()])
    clipped = clip_gradients(grads, 0.5)
    part = np.concatenate([clipped["dW1"].ravel(), clipped["db1"].ravel()])
    assert scipy.linalg.norm(part) == pytest.approx(0.5, rel=1e-12)
    assert 1.0 - scipy.spatial.distance.cosine(whole, part) == pytest.approx(1.0, rel=1e-12)
    kept = clip_gradients(grads, 2 * scipy.linalg.norm(whole))
    np.testing.assert_array_equal(kept["dW1"], grads["dW1"])


@pytest.mark.equation("variance-backward")
def test_the_variance_of_what_comes_back_by_enumeration():
    dz, slope = np.array([0.5, -1.5, 2.0]), 0.3
    weights = np.array(list(product([-0.7, 0.7], repeat=3)))  # independent, mean 0
    variance = np.mean((slope * (weights @ dz)) ** 2)
    expected = 3 * 0.7**2 * slope**2 * np.mean(dz**2)
    np.testing.assert_allclose(variance, expected, rtol=1e-12)


@pytest.mark.equation("init-glorot")
@pytest.mark.parametrize(("n_in", "n_out"), [(30, 16), (16, 16), (128, 4)])
def test_glorots_variance_is_the_harmonic_mean_of_the_two_wishes(n_in, n_out):
    between = scipy.stats.hmean([1 / n_in, 1 / n_out])
    assert 2 / (n_in + n_out) == pytest.approx(between, rel=1e-12)
    assert min(1 / n_in, 1 / n_out) <= between <= max(1 / n_in, 1 / n_out)
