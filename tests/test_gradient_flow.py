"""Gradient flow and initialization."""

from itertools import pairwise

import numpy as np
import pytest
import scipy.linalg
import scipy.optimize
from hypothesis import given
from hypothesis import strategies as st

from course_lib.datasets import gate
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
from course_lib.relu import tanh_prime
from course_lib.shallow_networks import (
    LinearLayer,
    Network,
    SigmoidLayer,
    TanhLayer,
    l_layer_backward,
    l_layer_forward,
    train,
)
from course_lib.sigmoid_derivative import sigmoid_prime

sizes = st.floats(0, 10)


def random_network(seed, widths, m=6):
    rng = np.random.default_rng(seed)
    params = {}
    for layer, (n_in, n_out) in enumerate(pairwise(widths), start=1):
        params[f"W{layer}"] = rng.normal(size=(n_out, n_in))
        params[f"b{layer}"] = rng.normal(size=(n_out, 1))
    X = rng.normal(size=(widths[0], m))
    return params, X, rng.integers(2, size=(widths[-1], m)).astype(float)


def test_gradient_flow_of_the_documents_four_layers():
    np.testing.assert_allclose(gradient_flow([0.8] * 3, [0.25] * 3), [1, 0.2, 0.04, 0.008])


@pytest.mark.parametrize(
    ("depth", "derivative", "expected"),
    [(6, 0.25, 0.00032), (20, 0.25, 5.24288e-14), (10, 1.0, 0.134217728), (20, 1.0, 0.01441151881)],
)
def test_gradient_flow_by_depth(depth, derivative, expected):
    flow = gradient_flow([0.8] * (depth - 1), [derivative] * (depth - 1))
    assert flow[-1] == pytest.approx(expected, rel=1e-9)


def test_gradient_flow_of_an_output_layer_alone():
    np.testing.assert_array_equal(gradient_flow([], [], delta_out=3.0), [3.0])


@given(st.lists(st.tuples(sizes, sizes), max_size=6), sizes)
def test_gradient_flow_steps_by_the_factor_of_the_layer(steps, start):
    norms, derivatives = [s[0] for s in steps], [s[1] for s in steps]
    flow = gradient_flow(norms, derivatives, start)
    assert flow[0] == start
    for k, (norm, derivative) in enumerate(steps):
        factor = per_layer_factor(norm, derivative)
        assert flow[k + 1] == pytest.approx(flow[k] * factor, rel=1e-12)


def test_gradient_flow_names_the_shorter_list():
    message = r"^derivatives must have shape \(k,\) = \(2,\), got \(1,\)$"
    with pytest.raises(ValueError, match=message):
        gradient_flow([0.8, 0.8], [0.25])


@pytest.mark.parametrize(
    ("norms", "derivatives", "delta", "name"),
    [([-1], [1], 1, "norms"), ([1], [-1], 1, "derivatives"), ([1], [1], -1, "delta_out")],
)
def test_gradient_flow_refuses_negative_sizes(norms, derivatives, delta, name):
    with pytest.raises(ValueError, match=rf"^{name} must be at least 0, got -1\.0$"):
        gradient_flow(norms, derivatives, delta)


@given(st.integers(0, 1000), st.sampled_from(["sigmoid", "tanh", "relu"]))
def test_gradient_flow_bounds_the_measured_gradients(seed, hidden):
    params, X, Y = random_network(seed, (3, 5, 4, 1))
    activations = [hidden, hidden, "sigmoid"]
    measured = gradient_norms(params, X, Y, activations)[::-1]
    largest = {"sigmoid": 0.25, "tanh": 1.0, "relu": 1.0}[hidden]
    norms = [spectral_norm(params["W3"]), spectral_norm(params["W2"])]
    bound = gradient_flow(norms, [largest] * 2, measured[0])
    assert (measured <= bound * (1 + 1e-12)).all()


def test_per_layer_factor_refuses_a_negative_norm():
    with pytest.raises(ValueError, match=r"^norm must be at least 0, got -1\.0$"):
        per_layer_factor(-1.0, 0.5)


@pytest.mark.parametrize(
    ("threshold", "factor", "expected"),
    [(0.008, 0.2, 3), (0.5, 0.5, 1), (0.9, 0.5, 1), (0.001, 0.1, 3), (1e-300, 0.5, 997)],
)
def test_layers_until_of_known_cases(threshold, factor, expected):
    assert layers_until(threshold, factor) == expected


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_layers_until_is_the_first_step_below_the_threshold(threshold, factor):
    k = layers_until(threshold, factor)
    assert factor**k <= threshold * (1 + 2e-9)
    assert k == 1 or factor ** (k - 1) > threshold


@given(st.sampled_from([0.1, 0.2, 0.3, 0.7, 0.9]), st.integers(1, 40))
def test_layers_until_counts_an_exact_power_as_reached(factor, k):
    assert layers_until(factor**k, factor) == k


@pytest.mark.parametrize("value", [0.0, 1.0, 1.5, -0.1])
def test_layers_until_refuses_what_does_not_vanish(value):
    with pytest.raises(ValueError, match=r"^factor must lie strictly between 0 and 1, got "):
        layers_until(0.1, value)
    with pytest.raises(ValueError, match=r"^threshold must lie strictly between 0 and 1, got "):
        layers_until(value, 0.1)


@given(st.integers(1, 5), st.integers(1, 5), st.integers(0, 10**6))
def test_spectral_norm_is_the_largest_singular_value(rows, columns, seed):
    W = np.random.default_rng(seed).normal(size=(rows, columns))
    assert spectral_norm(W) == pytest.approx(scipy.linalg.svdvals(W)[0], rel=1e-12)


def test_spectral_norm_needs_a_matrix():
    with pytest.raises(ValueError, match=r"^W must be a matrix of shape \(n_out, n_in\)"):
        spectral_norm([1.0, 2.0])


@pytest.mark.parametrize(
    ("init", "spread"), [("plain", 0.01), ("xavier", 0.1), ("he", np.sqrt(0.02))]
)
def test_initialize_parameters_has_the_stated_spread(init, spread):
    W = initialize_parameters(100, 400, init, np.random.default_rng(1))["W"]
    assert abs(W.mean()) < 4 * spread / np.sqrt(W.size)
    assert W.std() == pytest.approx(spread, rel=4 / np.sqrt(2 * W.size))


def test_initialize_parameters_draws_the_weights_of_seed_48():
    rng = np.random.RandomState(48)
    W1 = initialize_parameters(2, 3, "xavier", rng)["W"]
    W2 = initialize_parameters(3, 1, "xavier", rng)["W"]
    expected = [
        [-0.7026034443, -0.7519379207],
        [-0.4511878069, 0.7506565608],
        [-0.1113015428, 0.7733828241],
    ]
    np.testing.assert_allclose(W1, expected, rtol=1e-9)
    np.testing.assert_allclose(W2, [[-1.197917526, 0.4045106562, 0.9668530651]], rtol=1e-9)


def test_initialize_parameters_without_a_generator_follows_the_global_seed():
    state = np.random.get_state()  # noqa: NPY002
    try:
        np.random.seed(48)  # noqa: NPY002
        W = initialize_parameters(2, 3, "he")["W"]
    finally:
        np.random.set_state(state)  # noqa: NPY002
    np.testing.assert_array_equal(
        W, initialize_parameters(2, 3, "he", np.random.RandomState(48))["W"]
    )


def test_initialize_parameters_starts_biases_at_zero():
    np.testing.assert_array_equal(initialize_parameters(2, 3)["b"], np.zeros((3, 1)))


def test_initialize_parameters_lists_the_options():
    message = r"^init must be one of 'plain', 'xavier', 'he', got 'glorot'$"
    with pytest.raises(ValueError, match=message):
        initialize_parameters(2, 3, "glorot")


@pytest.mark.parametrize(
    "function", [initialize_parameters, lambda a, b: symmetric_parameters(a, b, 1)]
)
def test_a_layer_needs_units(function):
    with pytest.raises(ValueError, match=r"^n_in must be at least 1, got 0$"):
        function(0, 3)


def test_gradient_norms_are_those_of_the_backward_pass():
    params, X, Y = random_network(0, (3, 4, 2, 1))
    activations = ["tanh", "relu", "sigmoid"]
    grads = l_layer_backward(params, l_layer_forward(params, X, activations), X, Y, activations)
    expected = [np.sqrt((grads[f"dZ{layer}"] ** 2).sum()) for layer in (1, 2, 3)]
    np.testing.assert_allclose(gradient_norms(params, X, Y, activations), expected, rtol=1e-14)


def test_deep_sigmoid_networks_lose_their_gradient():
    rng = np.random.default_rng(0)
    params = {}
    for layer in range(1, 9):
        start = initialize_parameters(10, 10 if layer < 8 else 1, "xavier", rng)
        params[f"W{layer}"], params[f"b{layer}"] = start["W"], start["b"]
    X, Y = rng.normal(size=(10, 20)), rng.integers(2, size=(1, 20)).astype(float)
    sigmoid = gradient_norms(params, X, Y, ["sigmoid"] * 8)
    tanh = gradient_norms(params, X, Y, ["tanh"] * 7 + ["sigmoid"])
    assert sigmoid[0] < 1e-4 * sigmoid[-1]
    assert tanh[0] > 0.1 * tanh[-1]


def test_crossover_solves_its_equation():
    root = scipy.optimize.brentq(
        lambda z: np.cosh(z) ** -2 - 0.25 * np.cosh(z / 2) ** -2, 1.0, 2.0, xtol=1e-14
    )
    assert tanh_sigmoid_crossover() == pytest.approx(root, rel=1e-13)


@pytest.mark.parametrize(("away", "tanh_is_steeper"), [(-0.01, True), (0.01, False), (5.0, False)])
def test_tanh_is_steeper_only_before_the_crossover(away, tanh_is_steeper):
    z = tanh_sigmoid_crossover() + away
    assert (tanh_prime(z) > sigmoid_prime(z)) == tanh_is_steeper


def test_symmetric_units_get_equal_gradients():
    hidden, output = symmetric_parameters(2, 3, 0.3), symmetric_parameters(3, 1, 0.3)
    params = {"W1": hidden["W"], "b1": hidden["b"], "W2": output["W"], "b2": output["b"]}
    X, Y = gate("xor")
    activations = ["sigmoid", "sigmoid"]
    dW1 = l_layer_backward(params, l_layer_forward(params, X, activations), X, Y, activations)[
        "dW1"
    ]
    np.testing.assert_array_equal(dW1, np.repeat(dW1[:1], 3, axis=0))
    assert np.abs(dW1).max() > 0


def test_gradient_noise_is_the_standard_error_of_the_mean():
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(3, 50)), rng.integers(2, size=(1, 50)).astype(float)
    noise = gradient_noise(np.zeros((1, 3)), [[0.0]], X, Y, [1, 16], rng, draws=4000)
    each = (0.5 - Y) * X
    spread = np.sqrt(each.var(axis=1).sum())
    np.testing.assert_allclose(noise, [spread, spread / 4], rtol=0.05)


def test_gradient_noise_of_one_example_is_zero():
    noise = gradient_noise([[1.0]], [[0.0]], [[2.0]], [[1.0]], [1, 3], np.random.default_rng(0))
    np.testing.assert_allclose(noise, [0.0, 0.0], atol=1e-16)


def test_batch_norm_gives_mean_beta_and_spread_gamma():
    Z = np.random.default_rng(0).normal(3.0, 5.0, size=(2, 200))
    out = batch_norm_forward(Z, [[2.0], [0.5]], [[1.0], [-1.0]], epsilon=1e-12)
    np.testing.assert_allclose(out.mean(axis=1), [1.0, -1.0], atol=1e-12)
    np.testing.assert_allclose(out.std(axis=1), [2.0, 0.5], rtol=1e-9)


def test_batch_norm_of_one_example_is_beta():
    np.testing.assert_array_equal(batch_norm_forward([[7.0]], [[3.0]], [[0.5]]), [[0.5]])


def test_batch_norm_names_the_wrong_shape():
    message = r"^gamma must have shape \(n, 1\) = \(2, 1\), got \(1, 2\)$"
    with pytest.raises(ValueError, match=message):
        batch_norm_forward(np.ones((2, 3)), [[1.0, 1.0]], [[0.0], [0.0]])


def test_batch_norm_rejects_epsilon_zero():
    with pytest.raises(ValueError, match="epsilon must be positive"):
        batch_norm_forward(np.ones((1, 2)), [[1.0]], [[0.0]], epsilon=0.0)


@pytest.mark.parametrize("limit", [0.0, -1.0])
def test_clipping_needs_a_positive_limit(limit):
    with pytest.raises(ValueError, match=r"^limit must be positive, got "):
        clip_gradients({"dW1": [[1.0]]}, limit)


def test_clipping_lets_no_gradient_and_a_zero_gradient_pass():
    assert clip_gradients({}, 1.0) == {}
    np.testing.assert_array_equal(clip_gradients({"dW1": [[0.0]]}, 1.0)["dW1"], [[0.0]])


@pytest.mark.parametrize("value", [0.1, 1e8 / 3.0, 1e200, 1e-200])
def test_batch_norm_of_a_constant_row_is_exactly_beta(value):
    Z = np.full((1, 7), value)
    np.testing.assert_array_equal(batch_norm_forward(Z, [[3.0]], [[0.5]]), np.full((1, 7), 0.5))


@pytest.mark.parametrize("scale", [1e200, 1e-200])
def test_norms_of_huge_and_tiny_gradients(scale):
    params = {"W1": [[0.0]], "b1": [[0.0]], "W2": [[scale]], "b2": [[0.0]]}
    norms = gradient_norms(params, [[0.0, 0.0]], [[1.0, 1.0]], ["tanh", "sigmoid"])
    np.testing.assert_allclose(norms, np.array([scale, 1.0]) * 0.25 * np.sqrt(2), rtol=1e-14)
    short = clip_gradients({"dW1": [[3.0 * scale]], "db1": [[4.0 * scale]]}, scale)
    np.testing.assert_allclose([short["dW1"], short["db1"]], [[[0.6 * scale]], [[0.8 * scale]]])


def test_a_batch_norm_layer_is_the_function_with_gamma_1_and_beta_0():
    Z = np.random.default_rng(0).normal(3.0, 5.0, size=(2, 20))
    expected = batch_norm_forward(Z, np.ones((2, 1)), np.zeros((2, 1)))
    np.testing.assert_allclose(BatchNormLayer().forward(Z), expected, rtol=1e-12)


def test_skip_layers_are_trained_like_the_others_also_as_the_first():
    X, Y = gate("or")
    rng = np.random.default_rng(0)
    layers = [SkipLayer(2, TanhLayer(), "xavier", rng), LinearLayer(2, 1, "xavier", rng)]
    before = layers[0].params["W"].copy()
    costs = train(Network([*layers, SigmoidLayer()]), X, Y, 1.0, 200, loss="bce")
    assert costs[-1] < 0.1 < costs[0]
    assert not np.allclose(layers[0].params["W"], before)
