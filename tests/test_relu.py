"""ReLU, tanh and the worked 2-3-2 network."""

import mpmath
import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from course_lib.relu import (
    activation_table,
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
    tanh_prime_from_output,
    update_232,
)

finite = st.floats(allow_nan=False, allow_infinity=False)
anything = arrays(np.float64, array_shapes(max_dims=3, max_side=4), elements=finite)
matrices = arrays(np.float64, array_shapes(min_dims=2, max_dims=2, max_side=5), elements=finite)
ELEMENT_WISE = [relu, relu_prime, leaky_relu, leaky_relu_prime, tanh, tanh_prime]


def ulp_error(computed, exact):
    """Distance in units of the last place of the exact value."""
    nearest = float(exact)
    return abs(
        float((mpmath.mpf(float(computed)) - exact) / mpmath.mpf(float(np.spacing(nearest))))
    )


@pytest.mark.parametrize("function", ELEMENT_WISE)
@given(z=anything)
def test_element_wise_functions_keep_the_shape_and_stay_finite(function, z):
    before = z.copy()
    result = function(z)
    assert result.shape == z.shape
    assert np.isfinite(result).all()
    np.testing.assert_array_equal(z, before)


@pytest.mark.parametrize("function", [*ELEMENT_WISE, tanh_prime_from_output])
def test_scalar_in_scalar_out(function):
    assert type(function(1)) is np.float64


@pytest.mark.parametrize("function", ELEMENT_WISE)
def test_float32_and_integers_come_back_as_float64(function):
    assert function(np.ones(2, np.float32)).dtype == np.float64
    assert function([1, -2]).dtype == np.float64


@pytest.mark.parametrize("function", ELEMENT_WISE)
def test_nan_is_refused(function):
    with pytest.raises(ValueError, match=r"^z must not hold NaN"):
        function([0.0, np.nan])


@given(z=finite)
def test_relu_of_z_and_of_minus_z_make_up_z(z):
    assert relu(z) - relu(-z) == z


def test_relu_backward_of_the_worked_example():
    Z = np.array([[5, -7, 6], [2, 1, -4]])
    dA = np.array([[0.5, 0.05, 0.7], [0.1, -0.6, 0.8]])
    np.testing.assert_array_equal(relu(Z), [[5, 0, 6], [2, 1, 0]])
    np.testing.assert_array_equal(relu_backward(dA, Z), [[0.5, 0, 0.7], [0.1, -0.6, 0]])


@pytest.mark.parametrize(
    ("function", "prime"), [(relu, relu_prime), (leaky_relu, leaky_relu_prime), (tanh, tanh_prime)]
)
@given(z=st.floats(-5, 5).filter(lambda z: abs(z) > 1e-3))
def test_the_derivative_is_the_central_difference(function, prime, z):
    h = 1e-6
    assert prime(z) == pytest.approx((function(z + h) - function(z - h)) / (2 * h), abs=1e-8)


def test_relu_prime_at_the_kink_is_zero():
    assert relu_prime(0.0) == 0.0
    assert relu_prime(-0.0) == 0.0


def test_relu_backward_closes_the_gate_at_zero():
    np.testing.assert_array_equal(relu_backward([[3.0]], [[0.0]]), [[0.0]])


@given(Z=matrices)
def test_relu_backward_is_the_upstream_gradient_times_the_derivative(Z):
    dA = np.cos(np.arange(Z.size)).reshape(Z.shape)
    np.testing.assert_array_equal(relu_backward(dA, Z), dA * relu_prime(Z))


def test_relu_backward_names_the_wrong_shape():
    with pytest.raises(ValueError, match=r"^dA must have shape \(n, m\) = \(2, 3\), got \(3, 2\)$"):
        relu_backward(np.ones((3, 2)), np.ones((2, 3)))


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_tanh_prime_is_within_four_ulp_everywhere(sign):
    rng = np.random.default_rng(0)
    z = sign * np.concatenate(
        [10.0 ** rng.uniform(-300, 0, 200), rng.uniform(0, 354, 1500), [0.0, 1.66289]]
    )
    with mpmath.workdps(60):
        errors = [
            ulp_error(got, 1 / mpmath.cosh(mpmath.mpf(float(v))) ** 2)
            for v, got in zip(z, tanh_prime(z), strict=True)
        ]
    assert max(errors) <= 4.0


@pytest.mark.parametrize("z", [400.0, 1e3, 1e308, np.inf, -np.inf, -1e308])
def test_tanh_prime_vanishes_silently(z):
    assert tanh_prime(z) == 0.0


def test_tanh_prime_survives_where_one_minus_tanh_squared_is_zero():
    assert 1.0 - np.tanh(20.0) ** 2 == 0.0
    assert tanh_prime(20.0) == pytest.approx(4.0 * np.exp(-40.0), rel=1e-14)


def test_tanh_prime_from_output_equals_tanh_prime():
    z = np.linspace(-3, 3, 61)
    np.testing.assert_allclose(tanh_prime_from_output(tanh(z)), tanh_prime(z), rtol=1e-13)


def test_tanh_prime_from_output_refuses_what_tanh_cannot_give():
    with pytest.raises(ValueError, match=r"^a must lie in \[-1, 1\], got 1\.5$"):
        tanh_prime_from_output([0.5, 1.5])


def test_tanh_derivative_by_sympy():
    z = sympy.symbols("z", real=True)
    form = 4 * sympy.exp(-2 * z) / (1 + sympy.exp(-2 * z)) ** 2
    assert sympy.simplify((sympy.diff(sympy.tanh(z), z) - form).rewrite(sympy.exp)) == 0


def test_leaky_relu_takes_the_slope():
    assert leaky_relu(-2.0, slope=0.5) == -1.0
    assert leaky_relu_prime(-2.0, slope=0.5) == 0.5


def test_a_unit_inactive_for_one_example_need_not_be_dead():
    net = network_232()
    X = np.hstack([net["x"], [[0.0], [1.0]]])
    Z = net["W1"] @ X + net["b1"]
    np.testing.assert_array_equal(inactive_units(Z)[:, 0], [False, True, False])
    assert not dead_units(Z)[1]


def test_dead_units_counts_a_zero_as_no_output():
    np.testing.assert_array_equal(dead_units([[0.0, -1.0], [0.0, 1e-300]]), [True, False])


@given(Z=matrices)
def test_dead_units_do_not_change_when_examples_are_permuted(Z):
    np.testing.assert_array_equal(dead_units(Z), dead_units(Z[:, ::-1]))


def test_linear_stack_of_the_documents_chain():
    C = linear_stack([[[0.7, -1.3]], [[2.1]], [[-0.4]]])
    np.testing.assert_allclose(C, [[-0.4 * 2.1 * 0.7, -0.4 * 2.1 * -1.3]], rtol=1e-14)


def test_linear_stack_applies_the_first_matrix_first():
    rng = np.random.default_rng(0)
    weights = [rng.normal(size=shape) for shape in ((4, 2), (3, 4), (5, 3))]
    x = rng.normal(size=(2, 1))
    one_by_one = weights[2] @ (weights[1] @ (weights[0] @ x))
    np.testing.assert_allclose(linear_stack(weights) @ x, one_by_one, rtol=1e-12)


def test_linear_stack_of_one_matrix_is_a_copy():
    W = np.ones((1, 2))
    linear_stack([W])[0, 0] = 7.0
    assert W[0, 0] == 1.0


def test_linear_stack_names_the_matrix_that_does_not_fit():
    message = r"^weights\[1\] must have shape \(n_out, n_in\) = \(1, 3\), got \(1, 2\)$"
    with pytest.raises(ValueError, match=message):
        linear_stack([np.ones((3, 2)), np.ones((1, 2))])


def test_linear_stack_needs_a_matrix():
    with pytest.raises(ValueError, match=r"^weights must hold at least one matrix, got none$"):
        linear_stack([])


def test_forward_232_gives_the_printed_values():
    cache = forward_232()
    np.testing.assert_allclose(cache["Z1"].T, [[0.7, -0.1, 0.2]], rtol=1e-14)
    np.testing.assert_allclose(cache["A1"].T, [[0.7, 0.0, 0.2]], rtol=1e-14)
    np.testing.assert_allclose(cache["Z2"].T, [[0.6, -0.02]], atol=1e-15)
    np.testing.assert_allclose(cache["A2"].T, [[0.6456563062, 0.4950001667]], rtol=1e-9)


@pytest.mark.parametrize(
    ("mean", "dZ2", "dW1_first_row"),
    [
        (False, [-0.3543436938, 0.4950001667], [-0.04273744418, -0.02136872209]),
        (True, [-0.1771718469, 0.2475000833], [-0.02136872209, -0.01068436104]),
    ],
)
def test_backward_232_with_and_without_the_lost_half(mean, dZ2, dW1_first_row):
    grads = backward_232(mean_over_outputs=mean)
    np.testing.assert_allclose(grads["dZ2"][:, 0], dZ2, rtol=1e-9)
    np.testing.assert_allclose(grads["dW1"][0], dW1_first_row, rtol=1e-8)


@pytest.mark.parametrize("mean", [True, False])
@pytest.mark.parametrize("name", ["W1", "b1", "W2", "b2"])
def test_backward_232_is_the_slope_of_its_loss(mean, name):
    net, h = network_232(), 1e-6

    def loss(params):
        A1 = np.maximum(params["W1"] @ params["x"] + params["b1"], 0)
        p = 1 / (1 + np.exp(-(params["W2"] @ A1 + params["b2"])))
        each = -np.where(params["y"] == 1, np.log(p), np.log(1 - p))
        return each.mean() if mean else each.sum()

    slopes = np.empty_like(net[name])
    for index in np.ndindex(slopes.shape):
        step = np.zeros_like(slopes)
        step[index] = h
        slopes[index] = loss({**net, name: net[name] + step}) - loss(
            {**net, name: net[name] - step}
        )
    np.testing.assert_allclose(
        backward_232(mean_over_outputs=mean)[f"d{name}"], slopes / (2 * h), atol=1e-9
    )


def test_update_232_without_the_half_gives_the_printed_parameters():
    new = update_232(learning_rate=0.1, mean_over_outputs=False)
    np.testing.assert_allclose(
        new["W2"],
        [[0.4248040586, -0.1, 0.6070868739], [0.1653499883, 0.7, -0.3099000033]],
        rtol=1e-8,
    )
    np.testing.assert_allclose(new["b1"].T, [[0.1042737444, -0.2, 0.3361106266]], rtol=1e-8)


def test_update_232_takes_half_the_step_by_default():
    net, full, half = network_232(), update_232(mean_over_outputs=False), update_232()
    np.testing.assert_allclose(2 * (half["W2"] - net["W2"]), full["W2"] - net["W2"], rtol=1e-12)


def test_network_232_gives_fresh_arrays():
    network_232()["W1"][:] = 9.0
    assert network_232()["W1"][0, 0] == 0.5


def test_activation_table_of_the_documents_problem():
    table = {row["name"]: row for row in activation_table([2.0, -0.3])}
    np.testing.assert_allclose(table["tanh"]["derivative"], [0.0706508, 0.9151370], rtol=1e-6)
    np.testing.assert_allclose(table["sigmoid"]["derivative"], [0.1049936, 0.2444583], rtol=1e-6)
    np.testing.assert_array_equal(table["relu"]["value"], [2.0, 0.0])


@pytest.mark.parametrize("row", activation_table(np.linspace(-4, 4, 801)), ids=lambda r: r["name"])
def test_activation_table_states_the_largest_derivative(row):
    assert np.max(row["derivative"]) == pytest.approx(row["max_derivative"], rel=1e-12)
