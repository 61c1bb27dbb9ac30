"""Equations of the chapter *Shallow networks*, each against something independent."""

import numpy as np
import pytest
import scipy.optimize
import scipy.special

from course_lib.shallow_networks import (
    LinearLayer,
    Network,
    SigmoidLayer,
    feature_cross,
    jacobian_z_a,
    jacobian_z_W,
    l_layer_backward,
    l_layer_forward,
    rows_backward,
    to_columns,
    train,
    two_layer_backward,
    two_layer_forward,
)

SHAPES = {"W1": (4, 3), "b1": (4, 1), "W2": (2, 4), "b2": (2, 1)}


@pytest.fixture
def problem():
    rng = np.random.default_rng(11)
    params = {name: rng.normal(size=shape) for name, shape in SHAPES.items()}
    return params, rng.normal(size=(3, 6)), rng.integers(0, 2, (2, 6)).astype(float)


def outputs(params, X):
    hidden = scipy.special.expit(params["W1"] @ X + params["b1"])
    return scipy.special.expit(params["W2"] @ hidden + params["b2"])


def mean_bce(P, Y):
    return -(scipy.special.xlogy(Y, P) + scipy.special.xlog1py(1 - Y, -P)).sum() / Y.shape[1]


def half_squares(P, Y):
    return ((P - Y) ** 2).sum() / (2 * Y.shape[1])


def slopes(cost, array, h=1e-6):
    """Differentiate the cost by each entry with central differences."""
    result = np.zeros(array.shape)
    for place in np.ndindex(array.shape):
        up, down = array.copy(), array.copy()
        up[place] += h
        down[place] -= h
        result[place] = (cost(up) - cost(down)) / (2 * h)
    return result


def close(got, expected):
    np.testing.assert_allclose(got, expected, rtol=1e-6, atol=1e-8)


@pytest.mark.equation("xor-gates")
@pytest.mark.parametrize("x1", [0, 1])
@pytest.mark.parametrize("x2", [0, 1])
def test_or_and_not_and_is_the_exclusive_or_of_python(x1, x2):
    a1, a2 = x1 + x2 > 1 / 2, x1 + x2 > 3 / 2
    assert (a1, a2) == (bool(x1 | x2), bool(x1 & x2))
    assert (int(a1) - int(a2) > 1 / 2) == bool(x1 ^ x2)


@pytest.mark.equation("feature-cross")
def test_the_third_row_is_the_product_of_the_first_two():
    crossed = feature_cross([[2.0, -1.0], [3.0, 5.0]])
    assert crossed.tolist() == [[2, -1], [3, 5], [6, -5]]


@pytest.mark.equation("feature-cross-logit")
def test_one_neuron_with_a_feature_cross_computes_xor():
    X = np.array([[0.0, 0, 1, 1], [0, 1, 0, 1]])
    W, b = np.array([[2.0, 2.0, -4.0]]), -1.0
    Z = W @ feature_cross(X) + b
    x1, x2 = X
    np.testing.assert_allclose(Z[0], 2 * x1 + 2 * x2 - 4 * x1 * x2 - 1)
    assert (Z > 0).tolist() == [[False, True, True, False]]


@pytest.mark.equation("two-layer-forward")
def test_two_layers_forward_is_a_composition(problem):
    params, X, _ = problem
    np.testing.assert_allclose(two_layer_forward(params, X)["A2"], outputs(params, X), rtol=1e-12)


@pytest.mark.equation("mean-cost-gradient")
@pytest.mark.parametrize(("loss", "cost"), [("bce", mean_bce), ("squared_error", half_squares)])
def test_dz2_is_the_slope_of_the_mean_cost(problem, loss, cost):
    params, X, Y = problem
    cache = two_layer_forward(params, X)
    grads = two_layer_backward(params, cache, X, Y, loss=loss)
    close(grads["dZ2"], slopes(lambda Z: cost(scipy.special.expit(Z), Y), cache["Z2"]))


@pytest.mark.equation("two-layer-backward")
@pytest.mark.parametrize("name", list(SHAPES))
def test_each_gradient_is_the_slope_of_the_cost(problem, name):
    params, X, Y = problem
    grads = two_layer_backward(params, two_layer_forward(params, X), X, Y)
    expected = slopes(lambda value: mean_bce(outputs(params | {name: value}, X), Y), params[name])
    close(grads[f"d{name}"], expected)


@pytest.mark.equation("jacobian-z-a")
def test_the_two_layouts_are_each_others_transpose():
    W, a = np.arange(6.0).reshape(2, 3), np.array([1.0, -2.0, 0.5])
    close(jacobian_z_a(W), scipy.optimize.approx_fprime(a, lambda a: W @ a))
    assert (jacobian_z_a(W, "denominator") == jacobian_z_a(W).T).all()


@pytest.mark.equation("jacobian-z-w")
def test_the_tensor_holds_the_slopes_of_each_z_by_each_weight():
    W, a = np.arange(6.0).reshape(2, 3), np.array([1.0, -2.0, 0.5])
    expected = np.array([slopes(lambda V, i=i: (V @ a)[i], W) for i in range(2)])
    close(jacobian_z_W(a, 2), expected)


@pytest.mark.equation("weight-gradient-rows")
def test_the_outer_product_is_the_tensor_contracted():
    a, dz = np.array([1.0, -2.0, 0.5]), np.array([0.25, 4.0])
    contracted = np.einsum("i,ijk->jk", dz, jacobian_z_W(a, 2))
    np.testing.assert_array_equal(contracted, np.outer(dz, a))


@pytest.mark.equation("rows-backward")
@pytest.mark.parametrize("name", list(SHAPES))
def test_gradients_with_rows_are_the_slopes_of_the_same_cost(problem, name):
    params, X, Y = problem
    rows = {key: value.T for key, value in params.items()}
    expected = slopes(lambda value: mean_bce(outputs(params | {name: value}, X), Y), params[name])
    close(to_columns(rows_backward(rows, X.T, Y.T))[f"d{name}"], expected)


def deep_network():
    rng = np.random.default_rng(5)
    widths = (3, 5, 4, 1)
    params = {}
    for layer in (1, 2, 3):
        params[f"W{layer}"] = rng.normal(size=(widths[layer], widths[layer - 1]))
        params[f"b{layer}"] = rng.normal(size=(widths[layer], 1))
    return params, rng.normal(size=(3, 7)), rng.integers(0, 2, (1, 7)).astype(float)


def deep_outputs(params, X):
    A = np.tanh(params["W1"] @ X + params["b1"])
    A = scipy.special.expit(params["W2"] @ A + params["b2"])
    return scipy.special.expit(params["W3"] @ A + params["b3"])


NAMES = ["tanh", "sigmoid", "sigmoid"]


@pytest.mark.equation("l-layer-forward")
def test_layers_forward_are_a_composition():
    params, X, _ = deep_network()
    got = l_layer_forward(params, X, NAMES)["A3"]
    np.testing.assert_allclose(got, deep_outputs(params, X), rtol=1e-12)


@pytest.mark.equation("l-layer-backward")
@pytest.mark.parametrize("name", ["W1", "b1", "W2", "b2", "W3", "b3"])
def test_gradients_of_three_layers_are_the_slopes_of_the_cost(name):
    params, X, Y = deep_network()
    grads = l_layer_backward(params, l_layer_forward(params, X, NAMES), X, Y, NAMES)
    expected = slopes(
        lambda value: mean_bce(deep_outputs(params | {name: value}, X), Y), params[name]
    )
    close(grads[f"d{name}"], expected)


@pytest.mark.equation("linear-layer-backward")
def test_a_linear_layer_gives_the_slopes_of_a_weighted_sum_of_its_outputs():
    rng = np.random.default_rng(2)
    layer, A, dZ = LinearLayer(3, 2, rng=rng), rng.normal(size=(3, 5)), rng.normal(size=(2, 5))
    layer.forward(A)
    dA = layer.backward(dZ)
    W, b = layer.params["W"], layer.params["b"]
    close(dA, slopes(lambda A: np.sum(dZ * (W @ A + b)), A))
    close(layer.grads["dW"], slopes(lambda W: np.sum(dZ * (W @ A + b)), W))
    close(layer.grads["db"], slopes(lambda b: np.sum(dZ * (W @ A + b)), b))


@pytest.mark.equation("sigmoid-layer-backward")
def test_a_sigmoid_layer_gives_the_slopes_of_a_weighted_sum_of_its_outputs():
    rng = np.random.default_rng(3)
    layer, Z, dA = SigmoidLayer(), rng.normal(size=(3, 5)), rng.normal(size=(3, 5))
    layer.forward(Z)
    close(layer.backward(dA), slopes(lambda Z: np.sum(dA * scipy.special.expit(Z)), Z))


@pytest.mark.equation("mean-cost-gradient")
def test_doubling_the_data_does_not_change_the_training():
    X, Y = np.array([[0.0, 1.0, 1.0]]), np.array([[0.0, 1.0, 0.0]])
    costs = []
    for copies in (1, 2):
        network = Network([LinearLayer(1, 1, rng=np.random.default_rng(0)), SigmoidLayer()])
        data = np.tile(X, copies), np.tile(Y, copies)
        costs.append(train(network, *data, learning_rate=1.0, epochs=5))
    np.testing.assert_allclose(costs[0], costs[1], rtol=1e-12)
