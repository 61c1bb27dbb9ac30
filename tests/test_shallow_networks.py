"""Shallow networks: passes, layouts, layers and training."""

from itertools import pairwise

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from sklearn.neural_network import MLPClassifier

from course_lib import _validation
from course_lib.networks.experiments import xor_epochs
from course_lib.shallow_networks import (
    LinearLayer,
    Network,
    ReLULayer,
    SigmoidLayer,
    SoftmaxLayer,
    TanhLayer,
    feature_cross,
    jacobian_z_a,
    jacobian_z_W,
    l_layer_backward,
    l_layer_forward,
    per_example_dZ,
    rows_backward,
    to_columns,
    to_rows,
    train,
    two_layer_backward,
    two_layer_forward,
    xor_seed48_costs,
)

X_XOR = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
Y_XOR = np.array([[0.0, 1.0, 1.0, 0.0]])
HIDDEN = ["sigmoid", "relu", "tanh"]
seeds = st.integers(0, 2**32 - 1)


def book_params():
    return {
        "W1": np.array([[0.1, 0.6], [0.2, 0.4], [0.3, 0.7]]),
        "b1": np.zeros((3, 1)),
        "W2": np.array([[0.1, 0.4, 0.9]]),
        "b2": np.zeros((1, 1)),
    }


def random_problem(seed, widths, m, labels="binary"):
    rng = np.random.default_rng(seed)
    params = {}
    for layer, (n_in, n_out) in enumerate(pairwise(widths), start=1):
        params[f"W{layer}"] = rng.normal(size=(n_out, n_in))
        params[f"b{layer}"] = rng.normal(size=(n_out, 1))
    X = rng.normal(size=(widths[0], m))
    if labels == "one_hot":
        return params, X, np.eye(widths[-1])[:, rng.integers(widths[-1], size=m)]
    return params, X, rng.integers(2, size=(widths[-1], m)).astype(float)


def plain_cost(params, X, Y, activations, loss):
    """The cost, written anew with the plainest formulas."""
    A = X
    for layer, name in enumerate(activations, start=1):
        Z = params[f"W{layer}"] @ A + params[f"b{layer}"]
        A = {
            "sigmoid": lambda Z: 1 / (1 + np.exp(-Z)),
            "relu": lambda Z: Z * (Z > 0),
            "tanh": np.tanh,
            "identity": lambda Z: Z,
            "softmax": lambda Z: np.exp(Z) / np.exp(Z).sum(axis=0),
        }[name](Z)
    each = {
        "bce": lambda: -np.where(Y == 1, np.log(A), np.log(1 - A)),
        "squared_error": lambda: (A - Y) ** 2 / 2,
        "cross_entropy": lambda: -Y * np.log(A),
    }[loss]()
    return each.sum() / X.shape[1]


def slopes(params, name, cost, h=1e-6):
    result = np.empty_like(params[name])
    for index in np.ndindex(result.shape):
        step = np.zeros_like(result)
        step[index] = h
        up, down = {**params, name: params[name] + step}, {**params, name: params[name] - step}
        result[index] = (cost(up) - cost(down)) / (2 * h)
    return result


def layered(params, hidden=SigmoidLayer, output=SigmoidLayer):
    """The same network as objects."""
    layers = []
    depth = len(params) // 2
    for layer in range(1, depth + 1):
        linear = LinearLayer(params[f"W{layer}"].shape[1], len(params[f"W{layer}"]))
        linear.params = {"W": params[f"W{layer}"], "b": params[f"b{layer}"]}
        layers += [linear, (hidden if layer < depth else output)()]
    return Network(layers)


# The documents' 2-3-1 network.


def test_forward_of_the_books_xor_network():
    cache = two_layer_forward(book_params(), X_XOR)
    np.testing.assert_allclose(cache["Z1"][2], [0.0, 0.7, 0.3, 1.0], rtol=1e-14)
    np.testing.assert_allclose(
        cache["Z2"], [[0.7, 0.9054096896, 0.7894297828, 0.9830340205]], atol=6e-4
    )
    np.testing.assert_allclose(cache["A2"].round(3), [[0.668, 0.712, 0.688, 0.728]])


@pytest.mark.parametrize(
    ("loss", "dZ2", "dW2", "dW1", "db1"),
    [
        (
            "bce",
            [0.167, -0.072, -0.078, 0.182],
            [0.118, 0.115, 0.124],
            [[0.002, 0.002], [0.009, 0.010], [0.015, 0.018]],
            [0.005, 0.019, 0.038],
        ),
        (
            "squared_error",
            [0.037, -0.015, -0.017, 0.036],
            [0.024, 0.024, 0.025],
            [[0.000, 0.000], [0.002, 0.002], [0.003, 0.003]],
            [0.001, 0.004, 0.008],
        ),
    ],
)
def test_backward_of_the_books_xor_network(loss, dZ2, dW2, dW1, db1):
    params = book_params()
    grads = two_layer_backward(params, two_layer_forward(params, X_XOR), X_XOR, Y_XOR, loss=loss)
    for name, expected in {"dZ2": [dZ2], "dW2": [dW2], "dW1": dW1, "db1": [db1]}.items():
        got = grads[name].T if name == "db1" else grads[name]
        np.testing.assert_array_equal(got.round(3), expected, err_msg=name)


@pytest.mark.parametrize(
    ("loss", "expected"), [("squared_error", 0.0008935581571), ("bce", 0.00172620512)]
)
def test_5000_epochs_on_xor_from_the_books_weights(loss, expected):
    params = book_params()
    network = layered(params)
    train(network, X_XOR, Y_XOR, learning_rate=1.0, epochs=5000, loss=loss)
    final = train(network, X_XOR, Y_XOR, learning_rate=1.0, epochs=1, loss=loss)[0]
    assert final == pytest.approx(expected, rel=1e-8)


def test_xor_seed48_costs_repeat_the_printed_log():
    costs = xor_seed48_costs()
    printed = [
        0.001018305488651183,
        0.000983783942124411,
        0.0009514180100050973,
        0.0009210166430616655,
    ]
    np.testing.assert_allclose(costs[4600::100], printed, rtol=1e-12)
    assert costs.shape == (5000,)


def test_xor_seed48_costs_leave_the_global_generator_alone():
    before = np.random.get_state()[1].copy()  # noqa: NPY002
    xor_seed48_costs()
    np.testing.assert_array_equal(np.random.get_state()[1], before)  # noqa: NPY002


# Passes over dictionaries.


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize("loss", ["bce", "squared_error"])
@pytest.mark.parametrize("m", [1, 5])
def test_two_layer_backward_is_the_slope_of_the_cost(hidden, loss, m):
    params, X, Y = random_problem(3, (2, 4, 2), m)
    grads = two_layer_backward(params, two_layer_forward(params, X, hidden), X, Y, loss, hidden)
    for name in params:
        numeric = slopes(params, name, lambda p: plain_cost(p, X, Y, [hidden, "sigmoid"], loss))
        np.testing.assert_allclose(grads[f"d{name}"], numeric, atol=1e-8, err_msg=name)


@pytest.mark.parametrize(
    ("activations", "loss"),
    [
        (["tanh", "relu", "sigmoid"], "bce"),
        (["sigmoid", "tanh", "softmax"], "cross_entropy"),
        (["tanh", "sigmoid", "identity"], "squared_error"),
        (["relu", "identity", "tanh"], "squared_error"),
    ],
)
def test_l_layer_backward_is_the_slope_of_the_cost(activations, loss):
    labels = "one_hot" if loss == "cross_entropy" else "binary"
    params, X, Y = random_problem(5, (3, 5, 4, 3), 6, labels)
    cache = l_layer_forward(params, X, activations)
    grads = l_layer_backward(params, cache, X, Y, activations, loss)
    for name in params:
        numeric = slopes(params, name, lambda p: plain_cost(p, X, Y, activations, loss))
        np.testing.assert_allclose(grads[f"d{name}"], numeric, atol=1e-8, err_msg=name)


@given(seed=seeds, m=st.integers(1, 6), n_hidden=st.integers(1, 5), hidden=st.sampled_from(HIDDEN))
def test_gradients_have_the_shapes_of_what_they_belong_to(seed, m, n_hidden, hidden):
    params, X, Y = random_problem(seed, (3, n_hidden, 2), m)
    cache = two_layer_forward(params, X, hidden)
    grads = two_layer_backward(params, cache, X, Y, hidden=hidden)
    assert set(grads) == {"dZ2", "dW2", "db2", "dA1", "dZ1", "dW1", "db1"}
    for name, value in grads.items():
        assert value.shape == {**params, **cache}[name[1:]].shape


@given(seed=seeds)
def test_the_order_of_the_examples_does_not_matter(seed):
    params, X, Y = random_problem(seed, (2, 3, 1), 5)
    order = np.random.default_rng(seed).permutation(5)
    one = two_layer_backward(params, two_layer_forward(params, X), X, Y)
    X2, Y2 = X[:, order], Y[:, order]
    other = two_layer_backward(params, two_layer_forward(params, X2), X2, Y2)
    np.testing.assert_allclose(other["dW1"], one["dW1"], atol=1e-12)
    np.testing.assert_allclose(other["dZ1"], one["dZ1"][:, order], atol=1e-12)


@given(seed=seeds, hidden=st.sampled_from(HIDDEN), loss=st.sampled_from(["bce", "squared_error"]))
def test_l_layer_with_two_layers_equals_two_layer(seed, hidden, loss):
    params, X, Y = random_problem(seed, (2, 3, 1), 4)
    cache = two_layer_forward(params, X, hidden)
    two = two_layer_backward(params, cache, X, Y, loss, hidden)
    deep = l_layer_backward(params, cache, X, Y, [hidden, "sigmoid"], loss)
    for name in two:
        np.testing.assert_array_equal(deep[name], two[name])


@given(seed=seeds, depth=st.integers(2, 5))
def test_the_recursion_peels_off_the_last_layer(seed, depth):
    params, X, Y = random_problem(seed, (2, *[3] * (depth - 1), 1), 3)
    activations = ["tanh"] * (depth - 1) + ["sigmoid"]
    cache = l_layer_forward(params, X, activations)
    grads = l_layer_backward(params, cache, X, Y, activations)
    A = X
    for layer in range(1, depth):
        A = l_layer_forward({"W1": params[f"W{layer}"], "b1": params[f"b{layer}"]}, A, ["tanh"])[
            "A1"
        ]
        upstream = params[f"W{layer + 1}"].T @ grads[f"dZ{layer + 1}"]
        np.testing.assert_allclose(cache[f"A{layer}"], A, rtol=1e-13)
        np.testing.assert_allclose(grads[f"dZ{layer}"], upstream * (1 - A**2), atol=1e-12)


@given(seed=seeds, m=st.integers(1, 5), n_out=st.integers(1, 3))
def test_rows_backward_equals_the_columns_through_the_converters(seed, m, n_out):
    params, X, Y = random_problem(seed, (2, 4, n_out), m)
    columns = two_layer_backward(params, two_layer_forward(params, X), X, Y)
    rows = rows_backward(to_rows(params), X.T, Y.T)
    back = to_columns(rows)
    for name in ("dW1", "db1", "dW2", "db2"):
        np.testing.assert_allclose(back[name], columns[name], atol=1e-13)


def test_backward_agrees_with_scikit_learn():
    params, X, Y = random_problem(1, (3, 4, 1), 9)
    Y[0, :2] = 0, 1
    model = MLPClassifier(
        (4,),
        activation="logistic",
        solver="sgd",
        alpha=0.0,
        momentum=0.0,
        batch_size=9,
        learning_rate_init=1.0,
        shuffle=False,
    )
    model.partial_fit(X.T, Y[0].astype(int), classes=[0, 1])
    model.coefs_ = [params["W1"].T.copy(), params["W2"].T.copy()]
    model.intercepts_ = [params["b1"][:, 0].copy(), params["b2"][:, 0].copy()]
    model._optimizer.params = model.coefs_ + model.intercepts_
    model._optimizer.velocities = [np.zeros_like(p) for p in model._optimizer.params]
    model.partial_fit(X.T, Y[0].astype(int))
    grads = two_layer_backward(params, two_layer_forward(params, X), X, Y)
    np.testing.assert_allclose(params["W1"] - grads["dW1"], model.coefs_[0].T, rtol=1e-10)
    np.testing.assert_allclose(params["b2"][:, 0] - grads["db2"][:, 0], model.intercepts_[1])


def test_passes_leave_their_inputs_unchanged():
    params, X, Y = random_problem(0, (2, 3, 1), 4)
    cache = two_layer_forward(params, X)
    before = [value.copy() for value in (*params.values(), *cache.values(), X, Y)]
    two_layer_backward(params, cache, X, Y)
    for old, new in zip(before, (*params.values(), *cache.values(), X, Y), strict=True):
        np.testing.assert_array_equal(old, new)


def test_saturated_outputs_give_finite_gradients():
    params = {**book_params(), "b2": np.array([[1e3]])}
    grads = two_layer_backward(params, two_layer_forward(params, X_XOR), X_XOR, Y_XOR)
    np.testing.assert_array_equal(grads["dZ2"], [[0.25, 0.0, 0.0, 0.25]])


# Errors.


def test_a_weight_matrix_that_does_not_fit_is_named():
    params = {**book_params(), "W2": np.ones((1, 4))}
    message = r"^W2 must have shape \(n_out, n_in\) = \(1, 3\), got \(1, 4\)$"
    with pytest.raises(ValueError, match=message):
        two_layer_forward(params, X_XOR)


def test_a_bias_row_is_refused():
    params = {**book_params(), "b1": np.zeros((1, 3))}
    message = r"^b1 must have shape \(n_out, 1\) = \(3, 1\), got \(1, 3\)$"
    with pytest.raises(ValueError, match=message):
        two_layer_forward(params, X_XOR)


def test_missing_parameters_are_listed():
    message = r"^params must hold exactly W1, W2, b1, b2, got W1, b1$"
    with pytest.raises(ValueError, match=message):
        two_layer_forward({"W1": np.ones((1, 2)), "b1": np.zeros((1, 1))}, X_XOR)


def test_labels_of_another_shape_are_refused():
    params = book_params()
    message = r"^Y must have shape \(n_L, m\) = \(1, 4\), got \(1, 3\)$"
    with pytest.raises(ValueError, match=message):
        two_layer_backward(params, two_layer_forward(params, X_XOR), X_XOR, Y_XOR[:, :3])


def test_a_cache_of_another_batch_is_refused():
    params = book_params()
    cache = two_layer_forward(params, X_XOR[:, :2])
    with pytest.raises(ValueError, match=r"^cache\['Z1'\] must have shape \(n_l, m\) = \(3, 4\)"):
        two_layer_backward(params, cache, X_XOR, Y_XOR)


def test_unknown_words_are_refused():
    with pytest.raises(ValueError, match=r"^hidden must be one of 'sigmoid', 'relu', 'tanh'"):
        two_layer_forward(book_params(), X_XOR, hidden="softmax")
    cache = two_layer_forward(book_params(), X_XOR)
    with pytest.raises(ValueError, match=r"^loss must be one of 'bce', 'squared_error'"):
        two_layer_backward(book_params(), cache, X_XOR, Y_XOR, loss="mse")


@pytest.mark.parametrize(
    ("output", "loss", "message"),
    [
        ("tanh", "bce", "loss='bce' needs the output activation 'sigmoid', got 'tanh'"),
        ("softmax", "squared_error", "needs an element-wise output activation"),
    ],
)
def test_a_loss_that_does_not_fit_the_output_is_refused(output, loss, message):
    params = {"W1": np.ones((1, 2)), "b1": np.zeros((1, 1))}
    cache = l_layer_forward(params, X_XOR, [output])
    with pytest.raises(ValueError, match=message):
        l_layer_backward(params, cache, X_XOR, Y_XOR, [output], loss)


def test_softmax_is_for_the_output_only():
    with pytest.raises(ValueError, match=r"^activations\[0\] must be one of"):
        l_layer_forward(book_params(), X_XOR, ["softmax", "sigmoid"])


# Feature cross, converters, Jacobians.


def test_feature_cross_appends_the_product():
    np.testing.assert_array_equal(feature_cross(X_XOR), [*X_XOR, [0, 0, 0, 1]])


def test_feature_cross_needs_two_rows():
    with pytest.raises(ValueError, match=r"^X must have shape \(2, m\) = \(2, 4\), got \(3, 4\)$"):
        feature_cross(np.ones((3, 4)))


def test_to_columns_undoes_to_rows():
    params = book_params()
    for name, value in to_columns(to_rows(params)).items():
        np.testing.assert_array_equal(value, params[name])


def test_to_rows_refuses_the_bias_shape_that_document_002_declares():
    with pytest.raises(ValueError, match=r"^b1 must have shape \(1, n_out\), got \(4, 1\)$"):
        to_columns({"b1": np.zeros((4, 1))})


def test_converters_copy():
    params = book_params()
    to_rows(params)["W1"][:] = 9.0
    assert params["W1"][0, 0] == 0.1


def test_per_example_dz_turns_document_000_into_document_001():
    params = book_params()
    dZ2 = two_layer_backward(params, two_layer_forward(params, X_XOR), X_XOR, Y_XOR)["dZ2"]
    np.testing.assert_array_equal(per_example_dZ(dZ2).round(3), [[0.668, -0.288, -0.312, 0.728]])


def test_jacobians_against_sympy():
    W, a = sympy.Matrix(2, 3, sympy.symbols("w:6")), sympy.Matrix(sympy.symbols("a:3"))
    z = W * a
    values = {symbol: 0.5 * k - 1 for k, symbol in enumerate([*W, *a])}
    W_value = np.array(W.subs(values), dtype=float)
    a_value = np.array(a.subs(values), dtype=float)[:, 0]
    dz_da = np.array(z.jacobian(a).subs(values), dtype=float)
    dz_dW = np.array(z.jacobian(list(W)).subs(values), dtype=float).reshape(2, 2, 3)
    np.testing.assert_array_equal(jacobian_z_a(W_value), dz_da)
    np.testing.assert_array_equal(jacobian_z_a(W_value, layout="denominator"), dz_da.T)
    np.testing.assert_array_equal(jacobian_z_W(a_value, 2), dz_dW)


def test_contracting_the_tensor_gives_the_outer_product():
    dz, a = np.array([0.3, -0.2]), np.array([1.0, 2.0, -1.0])
    np.testing.assert_allclose(np.einsum("i,ijk->jk", dz, jacobian_z_W(a, 2)), np.outer(dz, a))


def test_jacobian_refuses_an_unknown_layout():
    with pytest.raises(ValueError, match=r"^layout must be one of 'numerator', 'denominator'"):
        jacobian_z_a([[1.0]], layout="mixed")


def test_rows_backward_refuses_a_column_bias():
    rows = {**to_rows(book_params()), "b1": np.zeros((3, 1))}
    with pytest.raises(
        ValueError, match=r"^b1 must have shape \(1, n_1\) = \(1, 3\), got \(3, 1\)"
    ):
        rows_backward(rows, X_XOR.T, Y_XOR.T)


# Layers.


@pytest.mark.parametrize("layer_type", [SigmoidLayer, ReLULayer, TanhLayer, SoftmaxLayer])
def test_activation_layers_send_back_the_slope(layer_type):
    rng = np.random.default_rng(0)
    Z, dA, h = rng.normal(size=(3, 2)), rng.normal(size=(3, 2)), 1e-6
    layer = layer_type()
    layer.forward(Z)
    dZ = layer.backward(dA)
    for index in np.ndindex(Z.shape):
        step = np.zeros_like(Z)
        step[index] = h
        change = layer_type().forward(Z + step) - layer_type().forward(Z - step)
        assert dZ[index] == pytest.approx(np.sum(dA * change) / (2 * h), abs=1e-9)


@pytest.mark.parametrize("layer_type", [SigmoidLayer, TanhLayer, SoftmaxLayer])
def test_activation_layers_are_silent_at_extreme_values(layer_type):
    layer = layer_type()
    A = layer.forward([[-800.0, 1e308], [800.0, -1e308]])
    assert np.isfinite(A).all()
    assert np.isfinite(layer.backward(np.ones((2, 2)))).all()


def test_sigmoid_layer_is_the_sigmoid_at_the_extremes():
    np.testing.assert_array_equal(SigmoidLayer().forward([[-800.0, 0.0, 800.0]]), [[0.0, 0.5, 1.0]])


@pytest.mark.parametrize(("layer_type", "slope"), [(SigmoidLayer, 40.0), (TanhLayer, 20.0)])
def test_a_saturated_unit_still_sends_the_little_there_is(layer_type, slope):
    layer = layer_type()
    assert (np.abs(layer.forward([[slope, -slope]])) >= 0.0).all()
    small = np.exp(-40.0) * (4.0 if layer_type is TanhLayer else 1.0)
    np.testing.assert_allclose(layer.backward([[1.0, 1.0]]), [[small, small]], rtol=1e-15)


def test_a_certain_softmax_still_sends_the_little_there_is():
    layer = SoftmaxLayer()
    layer.forward([[40.0], [0.0]])
    np.testing.assert_allclose(
        layer.backward([[-1.0], [0.0]]), [[-np.exp(-40.0)], [np.exp(-40.0)]], rtol=1e-15
    )


def test_a_closed_gate_lets_nothing_through_not_even_infinity():
    layer = ReLULayer()
    layer.forward([[-1.0, 1.0]])
    np.testing.assert_array_equal(layer.backward([[np.inf, 2.0]]), [[0.0, 2.0]])


def test_changing_an_input_does_not_change_what_the_layers_remember():
    linear, tanh = LinearLayer(1, 1), TanhLayer()
    x, z = np.array([[3.0]]), np.array([[0.0]])
    linear.forward(x)
    tanh.forward(z)
    x[:], z[:] = 9.0, 9.0
    linear.backward([[1.0]])
    assert (linear.grads["dW"], tanh.backward([[1.0]])) == ([[3.0]], [[1.0]])


def test_changing_an_output_does_not_change_what_the_layer_remembers():
    layer = SigmoidLayer()
    layer.forward([[0.0]])[:] = 9.0
    np.testing.assert_array_equal(layer.backward([[1.0]]), [[0.25]])


def test_layers_give_what_the_functions_give():
    params, X, Y = random_problem(7, (2, 3, 1), 5)
    grads = two_layer_backward(params, two_layer_forward(params, X), X, Y, loss="squared_error")
    network = layered(params)
    network.backward((network.forward(X) - Y) / 5)
    for layer, linear in enumerate(network.layers[::2], start=1):
        np.testing.assert_allclose(linear.grads["dW"], grads[f"dW{layer}"], rtol=1e-12)
        np.testing.assert_allclose(linear.grads["db"], grads[f"db{layer}"], rtol=1e-12)


def test_interleaved_layers_share_no_state():
    one, two = (LinearLayer(2, 1, rng=np.random.default_rng(0)) for _ in range(2))
    one.forward([[1.0], [2.0]])
    two.forward([[5.0, 5.0], [7.0, 7.0]])
    one.backward([[1.0]])
    two.backward([[1.0, 1.0]])
    one.update(1.0)
    np.testing.assert_array_equal(one.grads["dW"], [[1.0, 2.0]])
    np.testing.assert_array_equal(two.grads["dW"], [[10.0, 14.0]])
    np.testing.assert_array_equal(two.params["b"], [[0.0]])


def test_a_second_pass_forgets_the_first():
    layer = LinearLayer(1, 1, rng=np.random.default_rng(0))
    for x in (3.0, 4.0):
        layer.forward([[x]])
        layer.backward([[1.0]])
    np.testing.assert_array_equal(layer.grads["dW"], [[4.0]])


def test_update_does_not_write_into_the_arrays_it_was_given():
    W = np.ones((1, 1))
    layer = LinearLayer(1, 1)
    layer.params["W"] = W
    layer.forward([[1.0]])
    layer.backward([[1.0]])
    layer.update(0.5)
    assert (W[0, 0], layer.params["W"][0, 0]) == (1.0, 0.5)


def test_linear_layer_draws_reproducibly():
    one, two = (LinearLayer(2, 3, "he", np.random.default_rng(4)).params["W"] for _ in range(2))
    np.testing.assert_array_equal(one, two)


def test_linear_layer_names_wrong_shapes():
    layer = LinearLayer(2, 5)
    with pytest.raises(ValueError, match=r"^A_prev must have shape \(n_in, m\) = \(2, 4\)"):
        layer.forward(np.ones((3, 4)))
    layer.forward(np.ones((2, 2)))
    message = r"^dZ must have shape \(n_out, m\) = \(5, 2\), got \(2, 5\)$"
    with pytest.raises(ValueError, match=message):
        layer.backward(np.ones((2, 5)))


@pytest.mark.parametrize("layer", [LinearLayer(1, 1), SigmoidLayer()])
def test_backward_before_forward_is_explained(layer):
    with pytest.raises(RuntimeError, match="call forward first"):
        layer.backward([[1.0]])


def test_update_before_backward_is_explained():
    with pytest.raises(RuntimeError, match="call backward first"):
        LinearLayer(1, 1).update(0.1)


# Training.


@pytest.mark.parametrize(
    ("loss", "output", "labels"),
    [
        ("squared_error", SigmoidLayer, "binary"),
        ("bce", SigmoidLayer, "binary"),
        ("cross_entropy", SoftmaxLayer, "one_hot"),
    ],
)
@pytest.mark.parametrize(("hidden", "word"), [(TanhLayer, "tanh"), (ReLULayer, "relu")])
def test_train_takes_the_same_steps_as_the_functions(loss, output, labels, hidden, word):
    params, X, Y = random_problem(2, (3, 4, 2), 6, labels)
    words = [word, "softmax" if output is SoftmaxLayer else "sigmoid"]
    network = layered(params, hidden, output)
    costs = train(network, X, Y, learning_rate=0.3, epochs=4, loss=loss)
    for cost in costs:
        assert cost == pytest.approx(plain_cost(params, X, Y, words, loss), rel=1e-12)
        cache = l_layer_forward(params, X, words)
        grads = l_layer_backward(params, cache, X, Y, words, loss)
        params = {name: value - 0.3 * grads[f"d{name}"] for name, value in params.items()}
    np.testing.assert_allclose(network.layers[0].params["W"], params["W1"], rtol=1e-12)
    np.testing.assert_allclose(network.layers[2].params["b"], params["b2"], rtol=1e-12)


def test_train_equals_the_public_steps_of_network():
    params, X, Y = random_problem(8, (2, 3, 1), 5)
    by_hand, trained = layered(params), layered(params)
    for _ in range(3):
        by_hand.backward((by_hand.forward(X) - Y) / 5)
        by_hand.update(0.5)
    train(trained, X, Y, learning_rate=0.5, epochs=3)
    np.testing.assert_allclose(trained.forward(X), by_hand.forward(X), rtol=1e-12)


def test_train_leaves_given_arrays_unchanged():
    params, X, Y = random_problem(8, (2, 3, 1), 5)
    before = [value.copy() for value in (*params.values(), X, Y)]
    train(layered(params), X, Y, learning_rate=0.5, epochs=3, loss="bce")
    for old, new in zip(before, (*params.values(), X, Y), strict=True):
        np.testing.assert_array_equal(old, new)


def test_train_leaves_unscaled_gradients_behind():
    params, X, Y = random_problem(8, (2, 3, 1), 5)
    network = layered(params)
    train(network, X, Y, learning_rate=0.5, epochs=1, loss="bce")
    grads = two_layer_backward(params, two_layer_forward(params, X), X, Y)
    np.testing.assert_allclose(network.layers[2].grads["dW"], grads["dW2"], rtol=1e-12)


def test_no_epochs_give_no_costs():
    assert train(layered(book_params()), X_XOR, Y_XOR, learning_rate=1.0, epochs=0) == []


def test_batches_in_order_take_one_step_each():
    params, X, Y = random_problem(4, (2, 3, 1), 5)
    whole, parts = layered(params), layered(params)
    train(whole, X, Y, learning_rate=0.1, epochs=1, loss="bce", batch_size=2)
    for columns in (slice(0, 2), slice(2, 4), slice(4, 5)):
        train(parts, X[:, columns], Y[:, columns], learning_rate=0.1, epochs=1, loss="bce")
    np.testing.assert_array_equal(whole.forward(X), parts.forward(X))


def test_the_cost_of_an_epoch_is_the_mean_over_examples_not_batches():
    params, X, Y = random_problem(4, (2, 3, 1), 5)
    [cost] = train(layered(params), X, Y, learning_rate=1e-300, epochs=1, loss="bce", batch_size=4)
    assert cost == pytest.approx(plain_cost(params, X, Y, ["sigmoid", "sigmoid"], "bce"), rel=1e-12)


def test_a_shuffle_is_drawn_from_the_generator():
    params, X, Y = random_problem(4, (2, 3, 1), 7)
    runs = []
    for seed in (0, 0, 1):
        rng = np.random.default_rng(seed)
        runs.append(train(layered(params), X, Y, 0.5, 3, "bce", batch_size=2, rng=rng))
    assert runs[0] == runs[1]
    assert runs[0] != runs[2]


@pytest.mark.parametrize("rng", [None, np.random.default_rng(0)])
def test_training_passes_over_the_examples_once_an_epoch(rng, monkeypatch):
    seen = []
    forward = TanhLayer._forward
    monkeypatch.setattr(
        TanhLayer, "_forward", lambda layer, Z: seen.append(Z.shape[1]) or forward(layer, Z)
    )
    params, X, Y = random_problem(4, (2, 3, 1), 50)
    network = layered(params, TanhLayer)
    train(network, X, Y, 0.1, epochs=3, loss="bce", batch_size=20, rng=rng)
    assert sum(seen) == 1 + 3 * 50  # one example to learn the shape of the output


@pytest.mark.parametrize("rng", [None, np.random.default_rng(0)])
def test_data_are_checked_once_not_in_every_epoch(rng, monkeypatch):
    params, X, Y = random_problem(4, (2, 3, 1), 50)
    calls, read = [], _validation.as_real
    monkeypatch.setattr(
        _validation, "as_real", lambda name, value: calls.append(name) or read(name, value)
    )
    counts = []
    for epochs in (1, 5):
        calls.clear()
        train(layered(params), X, Y, 0.1, epochs, "bce", batch_size=20, rng=rng)
        counts.append(calls.count("X") + calls.count("Y"))
    assert counts[0] == counts[1] > 0


def test_a_shuffle_needs_batches():
    params, X, Y = random_problem(4, (2, 3, 1), 5)
    with pytest.raises(ValueError, match="batch_size must be a number where rng shuffles"):
        train(layered(params), X, Y, 0.1, 1, "bce", rng=np.random.default_rng(0))


@pytest.mark.parametrize(
    ("loss", "output", "b", "y"),
    [
        ("bce", SigmoidLayer, [[40.0]], [[1.0]]),
        ("cross_entropy", SoftmaxLayer, [[40], [0]], [[1], [0]]),
    ],
)
def test_training_still_feels_a_certain_right_answer(loss, output, b, y):
    network = Network([LinearLayer(1, len(b)), output()])
    network.layers[0].params = {"W": np.zeros((len(b), 1)), "b": np.array(b, dtype=float)}
    [cost] = train(network, [[1.0]], y, 0.1, epochs=1, loss=loss)
    gradient = network.layers[0].grads["db"][0, 0]
    np.testing.assert_allclose([cost, gradient], [np.exp(-40.0), -np.exp(-40.0)], rtol=1e-14)


def test_training_with_saturated_units_stays_finite():
    params = {**book_params(), "b1": np.full((3, 1), -900.0), "b2": np.array([[900.0]])}
    costs = train(layered(params), X_XOR, Y_XOR, learning_rate=1.0, epochs=2, loss="bce")
    assert costs[0] == 450.0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"loss": "mse"}, r"^loss must be one of 'squared_error', 'bce', 'cross_entropy'"),
        (
            {"loss": "cross_entropy"},
            r"needs SoftmaxLayer as the last layer of network, got Sigmoid",
        ),
        ({"epochs": -1}, r"^epochs must be at least 0, got -1$"),
        ({"batch_size": 0}, r"^batch_size must be at least 1, got 0$"),
        ({"Y": Y_XOR[:, :2]}, r"^Y must have shape \(n_L, m\) = \(1, 4\), got \(1, 2\)$"),
        ({"Y": 2 * Y_XOR, "loss": "bce"}, r"^Y must lie in \[0, 1\], got 2\.0"),
    ],
)
def test_train_refuses_what_does_not_fit(arguments, message):
    with pytest.raises(ValueError, match=message):
        train(
            **{
                "network": layered(book_params()),
                "X": X_XOR,
                "Y": Y_XOR,
                "learning_rate": 1.0,
                "epochs": 1,
                **arguments,
            }
        )


@pytest.mark.parametrize(
    ("scale", "rate", "reason"),
    [
        (1.0, 1e3, r"the steps are too long, take a smaller learning_rate than 1000$"),
        (5e3, 0.1, r"X has entries up to 5000, standardize it first$"),
    ],
)
def test_training_that_diverges_says_when_and_why(scale, rate, reason):
    network = Network([LinearLayer(2, 1, "xavier", np.random.default_rng(0))])
    with pytest.raises(
        FloatingPointError, match=rf"(?i)^training diverged in epoch \d+: .*{reason}"
    ):
        train(network, scale * X_XOR, Y_XOR, rate, epochs=500)


def test_the_last_step_may_diverge_too():
    network = Network([LinearLayer(2, 1, "xavier", np.random.default_rng(0))])
    with pytest.raises(FloatingPointError, match="training diverged in epoch 1: the sum"):
        train(network, 1e150 * X_XOR, Y_XOR, 1e300, epochs=1)


def test_cross_entropy_needs_one_hot_labels():
    network = Network([LinearLayer(2, 3), SoftmaxLayer()])
    with pytest.raises(ValueError, match="Y must have columns that sum to 1"):
        train(network, X_XOR, np.ones((3, 4)), 0.1, 1, loss="cross_entropy")


def test_a_network_needs_a_layer():
    with pytest.raises(ValueError, match="layers must hold at least one layer, got none"):
        Network([])


@pytest.mark.parametrize(("loss", "rate"), [("bce", 1.0), ("squared_error", 4.0)])
@pytest.mark.parametrize("n_hidden", [2, 3])
def test_networks_side_by_side_learn_as_each_alone(loss, rate, n_hidden):
    needed = xor_epochs(n_hidden, range(8), rate, loss=loss, epochs=1500)
    assert np.isfinite(needed).any()
    for seed in range(8):
        rng = np.random.default_rng(seed)
        layers = [LinearLayer(2, n_hidden, "xavier", rng), SigmoidLayer()]
        network = Network([*layers, LinearLayer(n_hidden, 1, "xavier", rng), SigmoidLayer()])
        until = int(min(needed[seed], 1500))
        train(network, X_XOR, Y_XOR, rate, until - 1, loss=loss)
        assert np.abs(network.forward(X_XOR) - Y_XOR).max() >= 0.3
        train(network, X_XOR, Y_XOR, rate, 1, loss=loss)
        learned = np.abs(network.forward(X_XOR) - Y_XOR).max() < 0.3
        assert learned == np.isfinite(needed[seed])


def test_xor_without_a_seed_is_told():
    with pytest.raises(ValueError, match="at least one seed"):
        xor_epochs(2, [], learning_rate=1.0)
