"""What the library gives for the facts of document 001."""

import numpy as np
import pytest

from course_lib.architecture_sizing import parameter_count
from course_lib.binary_classification import linear_forward, sigmoid
from course_lib.binary_cross_entropy import bce, bce_cost, bce_grad, sigmoid_bce_grad
from course_lib.gradient_flow import initialize_parameters
from course_lib.relu import relu, relu_backward, relu_prime
from course_lib.shallow_networks import (
    jacobian_z_a,
    jacobian_z_W,
    per_example_dZ,
    two_layer_backward,
    two_layer_forward,
)
from course_lib.sigmoid_derivative import (
    chain,
    gradient_descent_update,
    gradients_by_loop,
    logistic_gradients,
    sigmoid_prime,
)

from .fact import gives
from .helpers import central_difference, slopes


def parameters(given):
    return {"W1": given.W1, "b1": given.b1, "W2": given.W2, "b2": given.b2}


def forward(given):
    return two_layer_forward(parameters(given), given.X, hidden="relu")


def backward(given):
    params = parameters(given)
    return two_layer_backward(params, forward(given), given.X, given.Y, hidden="relu")


def cost(params, X, Y):
    return bce_cost(Y, two_layer_forward(params, X, hidden="relu")["A2"])


@gives("relu-backward-example")
def gradient_through_relu(given):
    return {
        "A": relu(given.Z),
        "mask": relu_prime(given.Z),
        "dZ": relu_backward(given.dA, given.Z),
    }


@gives("bce-derivative-common-denominator")
def slope_of_the_loss(given):
    slope = bce_grad(given.y, given.a)
    numeric = central_difference(lambda a: bce(given.y, a), given.a)
    np.testing.assert_allclose(slope, numeric, rtol=1e-6)
    return {"dL_da": slope}


@gives("sigmoid-derivative-sign-misprint", "sigmoid-derivative-a-one-minus-a")
def slope_of_the_sigmoid(given):
    slope = sigmoid_prime(given.z)
    np.testing.assert_allclose(slope, central_difference(sigmoid, given.z), rtol=1e-6)
    return {"da_dz": slope, "with_reciprocal": slope, "product": slope}


@gives("dl-dz-equals-a-minus-y")
def shortcut(given):
    slope = per_example_dZ(sigmoid_bce_grad(given.Y, given.Z2))
    product = chain(bce_grad(given.Y, sigmoid(given.Z2)), sigmoid_prime(given.Z2))
    np.testing.assert_allclose(slope, product, atol=1e-12)
    return {"dL_dZ2": slope}


@gives("dz-da-layouts")
def jacobian_of_the_linear_node(given):
    numerator = jacobian_z_a(given.W1, layout="numerator")
    denominator = jacobian_z_a(given.W1, layout="denominator")
    for unit, row in enumerate(numerator):
        numeric = slopes(
            lambda a, i=unit: linear_forward(given.W1, a, given.b1)[i, 0], given.X[:, :1]
        )
        np.testing.assert_allclose(row, numeric[:, 0], atol=1e-8)
    return {
        "denominator_layout": denominator,
        "denominator_layout_shape": denominator.shape,
        "numerator_layout_shape": numerator.shape,
    }


@gives("dz-dw-tensor-and-row-trick")
def tensor_and_row_trick(given):
    tensor = jacobian_z_W(given.a, len(given.dz))
    return {"axis_lengths": np.sort(tensor.shape), "dW": np.tensordot(given.dz, tensor, 1)}


@gives("backprop-map-gradcheck")
def backprop_map(given):
    params, grads = parameters(given), backward(given)
    for name, value in params.items():
        numeric = slopes(lambda v, key=name: cost({**params, key: v}, given.X, given.Y), value)
        np.testing.assert_allclose(grads[f"d{name}"], numeric, atol=1e-8)
    per_example = {f"d{k}": per_example_dZ(grads[f"d{k}"]) for k in ("Z2", "A1", "Z1")}
    cache = forward(given)
    return {
        **grads,
        **cache,
        **per_example,
        "dA2": bce_grad(given.Y, cache["A2"]),
        "dX": given.W1.T @ per_example["dZ1"],
    }


@gives("backprop-map-v3-dx-missing-mean")
def gradient_of_the_input(given):
    gradient = given.W1.T @ backward(given)["dZ1"]
    numeric = slopes(lambda X: cost(parameters(given), X, given.Y), given.X)
    np.testing.assert_allclose(gradient, numeric, atol=1e-8)
    return {"dJ_dX": gradient}


@gives("backprop-map-v2-transposed-weights")
def pre_activations(given):
    return {
        "Z2": linear_forward(given.W2, given.A1, given.b2),
        "Z1": linear_forward(given.W1, given.X, given.b1),
    }


@gives("dnn-4-3-1-parameter-count")
def parameters_of_the_network(given):
    n_x, n_1, n_2 = given.layers
    first, second = initialize_parameters(n_x, n_1), initialize_parameters(n_1, n_2)
    return {
        "last_W1_index": first["W"].shape,
        "last_b1_index": first["b"].size,
        "last_W2_index": second["W"].shape,
        "parameters": parameter_count(given.layers),
    }


@gives("relu-bias-bracket-garble")
def bias_inside_relu(given):
    return {"A": relu(given.Wx + given.b)}


@gives("cross-entropy-dot-count-garble")
def examples_in_the_drawing(given):
    labels = np.ones((1, given.losses_drawn))
    with pytest.raises(ValueError, match="shape"):
        bce_cost(labels, np.full((1, given.losses_drawn - 1), 0.5))
    return {"examples": bce(labels, np.full(labels.shape, 0.5)).size}


@gives("gradient-is-steepest-ascent")
def steps_along_the_gradient(given):
    params, grads = parameters(given), backward(given)
    gradient = np.concatenate([grads[f"d{name}"] for name in params], axis=None)
    cuts = np.cumsum([value.size for value in params.values()])[:-1]

    def cost_after(direction):
        pieces = np.split(given.step * direction / np.linalg.norm(direction), cuts)
        moved = {
            k: v + p.reshape(v.shape) for (k, v), p in zip(params.items(), pieces, strict=True)
        }
        return cost(moved, given.X, given.Y)

    start, rise = cost(params, given.X, given.Y), cost_after(gradient)
    others = np.random.default_rng(0).standard_normal((200, gradient.size))
    return {
        "rises_along": bool(rise > start and rise > max(map(cost_after, others))),
        "falls_against": bool(cost_after(-gradient) < start),
    }


@gives("dw-mean-over-examples")
def mean_of_outer_products(given):
    b = np.array([[given.b]])
    by_loop = gradients_by_loop(given.W, b, given.X, given.Y)["dW"]
    at_once = logistic_gradients(given.W, b, given.X, given.Y)["dW"]
    np.testing.assert_allclose(at_once, by_loop, atol=1e-14)
    return {"dW": by_loop}


@gives("numbering-four-used-twice")
def labels_in_order(given):
    return {"labels": np.arange(1, given.derivations + 1)}


@gives("weight-update-all-parameters")
def update_of_all_parameters(given):
    params = parameters(given)
    steps = {f"d{name}": getattr(given, f"d{name}") for name in params}
    learned = gradient_descent_update(params, backward(given), given.alpha)
    decreases = cost(learned, given.X, given.Y) < cost(params, given.X, given.Y)
    updated = gradient_descent_update(params, steps, given.alpha)
    return {**updated, "cost_decreases": bool(decreases)}
