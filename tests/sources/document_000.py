"""What the library gives for the facts of document 000, and for their twins in document 004."""

import numpy as np

from course_lib.binary_classification import (
    bernoulli_pmf,
    linear_forward,
    neuron,
    predict,
    sigmoid,
)
from course_lib.binary_cross_entropy import (
    bce,
    bce_cost_from_logits,
    bce_from_logits,
    bce_grad,
    bce_piecewise,
    sigmoid_bce_grad,
)
from course_lib.shallow_networks import two_layer_backward, two_layer_forward
from course_lib.sigmoid_derivative import (
    chain,
    gradient_descent_update,
    sigmoid_prime,
    sigmoid_prime_from_output,
)

from .fact import gives
from .helpers import central_difference


def parameters(given):
    return {"W1": given.W1, "b1": given.b1, "W2": given.W2, "b2": given.b2}


def forward(given):
    return two_layer_forward(parameters(given), given.X)


def backward(given, loss="bce"):
    params = parameters(given)
    return two_layer_backward(params, forward(given), given.X, given.Y, loss=loss)


@gives("and-bce-forward-ex1")
def forward_of_one_example(given):
    z = linear_forward(given.w[np.newaxis], given.x[:, np.newaxis], [[given.b]])
    return {"z": z.item(), "p_hat": neuron(given.w, given.x, given.b)}


@gives("sigmoid-half-threshold")
def threshold_at_one_half(given):
    p = sigmoid(given.z)
    return {"above_half": predict(p) == 1, "sigma_at_0": sigmoid(0.0), "sigma": p}


@gives("bernoulli-total-probability")
def total_probability(given):
    positive, negative = bernoulli_pmf(1, given.p), bernoulli_pmf(0, given.p)
    return {"positive": positive, "negative": negative, "total": positive + negative}


@gives("bce-piecewise")
def two_cases_of_the_loss(given):
    for y in (0, 1):
        np.testing.assert_allclose(bce_piecewise(y, given.p), bce(y, given.p), rtol=1e-12)
    return {"loss_if_1": bce(1, given.p), "loss_if_0": bce(0, given.p)}


@gives("bce-derivative-wrt-p")
def slope_of_the_loss(given):
    slope = bce_grad(given.y, given.p)
    numeric = central_difference(lambda p: bce(given.y, p), given.p)
    np.testing.assert_allclose(slope, numeric, rtol=1e-6)
    return {"dL_dp": slope}


@gives("and-bce-first-upstream-misprint", "and-bce-dldp-ex1")
def slope_of_the_first_example(given):
    slope = bce_grad(given.y, given.p_hat)
    return {"dL_dphat": slope, "dL_dp": slope}


@gives("and-bce-fig16-caption")
def example_with_the_printed_slope(given):
    P = sigmoid(linear_forward(given.W, given.X, [[given.b]]))
    slopes = bce_grad(given.Y_and, P)[0]
    (example,) = np.flatnonzero(np.isclose(slopes, given.slope)) + 1
    return {"example": example, "slope_of_example_3": slopes[2]}


@gives("and-bce-dldz-ex1")
def error_before_the_sigmoid(given):
    local = sigmoid_prime_from_output(given.p_hat)
    return {"local": local, "dL_dz": chain(given.upstream, local)}


@gives("and-bce-dldw-dldb-ex1")
def gradients_of_the_first_example(given):
    w1, w2 = chain(given.dL_dz, given.x)
    return {"dL_dw1": w1, "dL_dw2": w2, "dL_db": chain(given.dL_dz, 1.0)}


@gives("and-bce-update-ex1")
def first_update(given):
    params = {"w": given.w, "b": given.b}
    grads = {"dw": given.grad_w, "db": given.grad_b}
    return gradient_descent_update(params, grads, given.alpha)


@gives("xor-bce-w1-misprint", "xor-se-w1-misprint")
def weights_behind_the_printed_row(given):
    row = np.linalg.lstsq(given.X.T, given.Z1_row3, rcond=None)[0]
    Z = linear_forward(row[np.newaxis], given.X, [[0.0]])
    np.testing.assert_allclose(Z[0], given.Z1_row3, atol=1e-12)
    return {"W1_row3": row}


@gives(
    *("xor-bce-z1", "xor-bce-a1", "xor-bce-z2", "xor-bce-p-hat"),
    *("xor-se-z1", "xor-se-a1", "xor-se-z2", "xor-se-p-hat"),
)
def forward_of_the_xor_network(given):
    cache = forward(given)
    return {"P_hat": cache["A2"], **cache}


@gives("xor-bce-z2-shape-garble")
def shapes_of_the_output_layer(given):
    cache, grads = forward(given), backward(given)
    assert (given.W2 @ cache["A1"] + given.b2_printed).shape == (3, 4)
    return {
        "W2_shape": grads["dW2"].shape,
        "A1_shape": cache["A1"].shape,
        "b2_shape": grads["db2"].shape,
        "Z2_shape": cache["Z2"].shape,
    }


@gives("xor-bce-stable-cost", "xor-bce-stable-cost-garble")
def terms_of_the_stable_cost(given):
    Z = forward(given)["Z2"]
    per_example = bce_from_logits(given.Y, Z)
    linear = np.maximum(Z, 0) - Z * given.Y
    return {
        "exp_minus_abs_z": sigmoid(-np.abs(Z)) / sigmoid(np.abs(Z)),
        "log_term": per_example - linear,
        "linear_term": linear,
        "per_example": per_example,
        "total": per_example.sum(),
        "cost": bce_cost_from_logits(given.Y, Z),
    }


@gives("stable-bce-equivalence")
def stable_loss(given):
    loss = bce_from_logits(given.y, given.z)
    np.testing.assert_allclose(bce(given.y, sigmoid(given.z)), loss, rtol=1e-3, atol=1e-12)
    return {
        "for_positive_z": loss[given.z >= 0],
        "for_negative_z": loss[given.z < 0],
        "combined": loss,
        "extreme": bce_from_logits(given.extreme_y, given.extreme_z),
    }


@gives("xor-bce-loss-derivative-misprint")
def slope_at_a_positive_example(given):
    return {"dL_dp": bce_grad(given.y, given.p)}


@gives("sigmoid-bce-combined-gradient")
def shortcut(given):
    Y, Z = given.y[np.newaxis], given.z[np.newaxis]
    slope = (given.z.size * sigmoid_bce_grad(Y, Z))[0]
    product = chain(bce_grad(given.y, sigmoid(given.z)), sigmoid_prime(given.z))
    np.testing.assert_allclose(slope, product, atol=1e-12)
    numeric = central_difference(lambda z: bce_from_logits(given.y, z), given.z)
    np.testing.assert_allclose(slope, numeric, atol=1e-8)
    return {"dL_dz": slope}


@gives(
    *("xor-bce-dz2", "xor-bce-dw2", "xor-bce-db2", "xor-bce-da1", "xor-bce-da1dz1"),
    *("xor-bce-dz1", "xor-bce-dw1", "xor-bce-db1", "xor-bce-db1-local-shape"),
)
def backward_of_the_xor_network(given):
    grads = backward(given)
    return {
        **grads,
        "dCost_dZ2": grads["dZ2"],
        "dB2": grads["db2"],
        "dB1": grads["db1"],
        "dA1_dZ1": sigmoid_prime_from_output(forward(given)["A1"]),
    }


@gives("xor-bce-da1dz1-misprint")
def slope_of_the_printed_activations(given):
    return {"dA1_dZ1": sigmoid_prime_from_output(given.A1_printed)}


@gives("xor-index-superscripts-garble")
def quantities_in_the_hidden_layer(given):
    Z1 = forward(given)["Z1"]
    assert len(np.unique(Z1, axis=0)) == len(Z1)
    return {"distinct_symbols": Z1.size}


@gives("and-bce-learning-rate-symbol")
def learning_rates_in_one_update(given):
    old = {"W": given.W, "b": given.b}
    new = gradient_descent_update(old, {"dW": given.dW, "db": given.db}, given.alpha)
    rates = [(old[k] - new[k]) / getattr(given, f"d{k}") for k in old]
    return {"learning_rates": np.unique(np.concatenate(rates, axis=None).round(12)).size}


@gives("figure-numbering-out-of-order")
def figures_in_order(given):
    return {"order": np.sort(given.order)}
