"""What the library gives for the facts of document 002, whose rows are examples."""

import numpy as np
import pytest

from course_lib.architecture_sizing import count_layers
from course_lib.binary_classification import sigmoid
from course_lib.binary_cross_entropy import bce_cost, sigmoid_bce_grad
from course_lib.shallow_networks import (
    l_layer_backward,
    l_layer_forward,
    per_example_dZ,
    rows_backward,
    two_layer_backward,
    two_layer_forward,
)
from course_lib.sigmoid_derivative import gradient_descent_update, sigmoid_prime

from .fact import gives
from .helpers import central_difference, slopes


def columns(given):
    """Return the document's parameters in the layout of the library."""
    return {name: getattr(given, name).T for name in ("W1", "b1", "W2", "b2")}


def forward(given):
    return two_layer_forward(columns(given), given.X.T, hidden="tanh")


def backward(given):
    cache = forward(given)
    return two_layer_backward(columns(given), cache, given.X.T, given.Y.T, hidden="tanh")


@gives("row-layout-backprop-gradcheck")
def backward_in_rows(given):
    params, grads = columns(given), backward(given)
    for name, value in params.items():
        numeric = slopes(
            lambda v, key=name: bce_cost(
                given.Y.T, two_layer_forward({**params, key: v}, given.X.T, hidden="tanh")["A2"]
            ),
            value,
        )
        np.testing.assert_allclose(grads[f"d{name}"], numeric, atol=1e-8)
    return {
        "dZ2": per_example_dZ(grads["dZ2"]).T,
        "dZ1": per_example_dZ(grads["dZ1"]).T,
        "dW2": grads["dW2"].T,
        "dB2": grads["db2"].T,
        "dW1": grads["dW1"].T,
        "dB1": grads["db1"].T,
    }


@gives("row-layout-bias-shape")
def bias_of_the_row_layout(given):
    rows = {name: getattr(given, name) for name in ("W1", "b1", "W2", "b2")}
    with pytest.raises(ValueError, match="b1"):
        rows_backward({**rows, "b1": given.beta1}, given.X, given.Y)
    return {
        "Z1": forward(given)["Z1"].T,
        "beta1_shape": rows_backward(rows, given.X, given.Y)["db1"].shape,
    }


@gives("row-layout-dz2-called-cost")
def gradient_of_the_cost(given):
    gradient = sigmoid_bce_grad(given.Y.T, given.Z2.T).T
    numeric = slopes(lambda Z: bce_cost(given.Y.T, sigmoid(Z).T), given.Z2)
    np.testing.assert_allclose(gradient, numeric, atol=1e-8)
    return {"dcost_dZ2": gradient}


@gives("row-layout-n-versus-m")
def cost_of_the_rows(given):
    return {"cost": bce_cost(given.Y.T, forward(given)["A2"])}


@gives("row-layout-dl-dz1-shape")
def shapes_of_the_hidden_error(given):
    first = {name: getattr(given, name)[:1].T for name in ("X", "Y")}
    params = columns(given)
    cache = two_layer_forward(params, first["X"], hidden="tanh")
    one = two_layer_backward(params, cache, first["X"], first["Y"], hidden="tanh")
    return {
        "dL_dz1_shape": one["dZ1"].T.shape,
        "stacked_shape": backward(given)["dZ1"].T.shape,
    }


@gives("row-layout-output-layer-name")
def number_of_the_output_layer(given):
    return {"output_layer": count_layers(given.layers)}


@gives("row-layout-a1-f-subscript")
def hidden_activation(given):
    return {"A1": forward(given)["A1"].T}


def four_layers(given):
    """Return the parameters of the 3-5-4-1 network in columns, and its activations."""
    params = {}
    for layer in (1, 2, 3):
        params[f"W{layer}"] = getattr(given, f"V{layer}").T
        params[f"b{layer}"] = getattr(given, f"c{layer}").T
    return params, ["tanh", "tanh", "sigmoid"]


@gives("row-layout-4-layer-gradcheck")
def backward_of_four_layers(given):
    params, activations = four_layers(given)
    X, Y = given.X.T, given.Y.T
    cache = l_layer_forward(params, X, activations)
    grads = l_layer_backward(params, cache, X, Y, activations)
    for name, value in params.items():
        numeric = slopes(
            lambda v, key=name: bce_cost(
                Y, l_layer_forward({**params, key: v}, X, activations)["A3"]
            ),
            value,
        )
        np.testing.assert_allclose(grads[f"d{name}"], numeric, atol=1e-8)
    rows = {}
    for layer in (1, 2, 3):
        rows[f"dZ{layer}"] = per_example_dZ(grads[f"dZ{layer}"]).T
        rows[f"dW{layer}"] = grads[f"dW{layer}"].T
        rows[f"dB{layer}"] = grads[f"db{layer}"].T
    return rows


@gives("row-layout-4-layer-f2-clash")
def output_of_four_layers(given):
    params, activations = four_layers(given)
    assert ((given.f_2(given.Z3) < 0) | (given.f_2(given.Z3) > 1)).any()
    return {"Y_hat": l_layer_forward(params, given.X.T, activations)["A3"].T}


@gives("row-layout-summary-garble")
def gradients_of_the_summary(given):
    params, grads = columns(given), backward(given)
    new = gradient_descent_update(params, grads, given.learning_rate)
    return {"dW2": grads["dW2"].T, "W1_new": new["W1"].T}


@gives("exp-minus-z-from-yhat")
def exponential_from_the_output(given):
    slope = sigmoid_prime(given.z)
    np.testing.assert_allclose(slope, central_difference(sigmoid, given.z), rtol=1e-6)
    return {"exp_minus_z": sigmoid(-given.z) / sigmoid(given.z), "dyhat_dz": slope}


@gives("exp-minus-z-squared-misprint")
def output_at_two(given):
    return {"y_hat": sigmoid(given.z)}


@gives("chain-rule-single-example-w2")
def gradients_of_one_example(given):
    params = columns(given)
    first = two_layer_backward(
        params,
        two_layer_forward(params, given.X[:1].T, hidden="tanh"),
        given.X[:1].T,
        given.Y[:1].T,
        hidden="tanh",
    )
    return {
        "dW2_of_example_1": first["dW2"].T,
        "dbeta2_of_example_1": first["db2"].T,
        "dW2_mean": backward(given)["dW2"].T,
    }
