"""What the library gives for the facts of document 003."""

from itertools import pairwise

import numpy as np

from course_lib.architecture_sizing import (
    depth_bound,
    fits_budget,
    parameter_budget,
    parameter_count,
    parameter_terms,
    parameters_per_sample,
    shrink_to_budget,
    starting_architecture,
)
from course_lib.binary_classification import linear_forward, sigmoid
from course_lib.binary_cross_entropy import (
    absolute_error,
    absolute_error_grad,
    bce,
    bce_grad,
    bce_outputs_mean,
    bce_outputs_mean_grad,
    squared_error,
    squared_error_grad,
)
from course_lib.gradient_flow import (
    gradient_flow,
    per_layer_factor,
    spectral_norm,
    tanh_sigmoid_crossover,
)
from course_lib.relu import (
    dead_units,
    inactive_units,
    relu,
    relu_backward,
    relu_prime,
    tanh,
    tanh_prime,
    tanh_prime_from_output,
)
from course_lib.shallow_networks import two_layer_backward, two_layer_forward
from course_lib.sigmoid_derivative import (
    gradient_descent_update,
    sigmoid_prime,
    sigmoid_prime_from_output,
)
from course_lib.softmax import (
    cross_entropy,
    cross_entropy_from_logits,
    cross_entropy_grad,
    logsumexp,
    softmax,
    softmax_cross_entropy_grad,
    softmax_jacobian,
)

from .fact import gives
from .helpers import central_difference, slopes


def parameters(given):
    return {"W1": given.W1, "b1": given.b1, "W2": given.W2, "b2": given.b2}


def forward(given):
    return two_layer_forward(parameters(given), given.x, hidden="relu")


def backward(given):
    params = parameters(given)
    return two_layer_backward(params, forward(given), given.x, given.y, hidden="relu")


@gives("dnn232-z1", "dnn232-a1", "dnn232-z2", "dnn232-a2")
def forward_of_the_232_network(given):
    cache = forward(given)
    return {
        "W1x": linear_forward(given.W1, given.x, np.zeros_like(given.b1)),
        "z1": cache["Z1"],
        "a1": cache["A1"],
        "W2a1": linear_forward(given.W2, cache["A1"], np.zeros_like(given.b2)),
        "z2": cache["Z2"],
        "a2": cache["A2"],
    }


@gives("dnn232-bce-loss")
def loss_of_the_232_network(given):
    a2 = forward(given)["A2"]
    losses = bce(given.y, a2)
    return {
        "log_a1": -losses[0, 0],
        "log_1_minus_a2": -losses[1, 0],
        "loss": bce_outputs_mean(given.y, a2).item(),
    }


@gives(
    *("dnn232-delta2", "dnn232-dw2-db2", "dnn232-backprop-to-hidden"),
    *("dnn232-relu-prime-delta1", "dnn232-dw1-db1"),
)
def backward_of_the_232_network(given):
    cache, grads = forward(given), backward(given)
    return {
        **grads,
        "delta2": grads["dZ2"],
        "products": given.W2.T * grads["dZ2"].T,
        "W2T_delta2": grads["dA1"],
        "relu_prime": relu_prime(cache["Z1"]),
        "delta1": relu_backward(grads["dA1"], cache["Z1"]),
    }


@gives("dnn232-missing-one-half")
def gradients_of_the_printed_loss(given):
    cache = forward(given)
    delta2 = bce_outputs_mean_grad(given.y, cache["A2"])
    numeric = slopes(lambda z: bce_outputs_mean(given.y, sigmoid(z)).item(), cache["Z2"])
    np.testing.assert_allclose(delta2, numeric, atol=1e-8)
    delta1 = relu_backward(given.W2.T @ delta2, cache["Z1"])
    return {
        "delta2": delta2,
        "dW2": delta2 @ cache["A1"].T,
        "db2": delta2,
        "dW1": delta1 @ given.x.T,
        "db1": delta1,
    }


@gives("dnn232-update-layer2", "dnn232-update-layer1")
def update_of_the_232_network(given):
    return gradient_descent_update(parameters(given), backward(given), given.alpha)


@gives("dnn232-dead-neuron-claim")
def silence_of_the_second_unit(given):
    Z = linear_forward(given.W1, given.inputs_tried, given.b1)
    return {
        "neuron_2_is_dead": dead_units(Z)[1],
        "inactive_for_the_example": inactive_units(Z)[1, 0],
        "z_of_neuron_2": Z[1],
    }


@gives("dnn232-gradient-symbol-case")
def shape_of_the_weight_gradient(given):
    return {"gradient_shape": backward(given)["dW2"].shape}


@gives("sigmoid-key-values", "activation-problem-sigmoid", "activation-problem-sigmoid-derivative")
def sigmoid_values(given):
    s = sigmoid(given.z)
    return {
        "sigma": s,
        "exp_minus_z": sigmoid(-given.z) / s,
        "sigma_prime": sigmoid_prime(given.z),
    }


@gives("sigmoid-symmetry")
def symmetry_of_the_sigmoid(given):
    return {"reflected": sigmoid(-given.z), "limits": sigmoid([-800.0, 800.0])}


@gives("sigmoid-derivative-derivation")
def slope_of_the_sigmoid(given):
    slope = sigmoid_prime(given.z)
    np.testing.assert_allclose(slope, central_difference(sigmoid, given.z), rtol=1e-6)
    return {"quotient": slope, "product": slope}


@gives("sigmoid-derivative-peak")
def peak_of_the_slope(given):
    slope = sigmoid_prime(given.z)
    return {
        "peak": slope.max(),
        "at": given.z[slope.argmax()].round(12),
        "value_at_5": sigmoid_prime(5.0),
        "value_at_10": sigmoid_prime(10.0),
    }


@gives("softmax-123")
def softmax_of_three(given):
    shares, total = softmax(given.z), np.exp(logsumexp(given.z))
    return {"exp": shares * total, "sum": total, "y_hat": shares, "total": shares.sum()}


@gives("softmax-4-stable-shift", "softmax-4-sum", "softmax-4-output", "softmax-argument-notation")
def softmax_of_four(given):
    shares, shifted = softmax(given.z), given.z - given.z.max()
    return {
        "z_stable": shifted,
        "exp": shares / shares.max(),
        "sum": np.exp(logsumexp(shifted)),
        "softmax": shares,
        "shares": shares,
        "verification_sum": shares.sum(),
    }


@gives("softmax-properties")
def properties_of_softmax(given):
    shares = softmax(given.z)
    return {
        "after_shift": softmax(given.z + given.c),
        "total": shares.sum(),
        "monotonic": bool((np.diff(shares[np.argsort(given.z)]) > 0).all()),
        "in_open_unit_interval": bool(((shares > 0) & (shares < 1)).all()),
    }


@gives("softmax-ce-combined-gradient")
def softmax_with_cross_entropy(given):
    y, z = given.y[:, np.newaxis], given.z[:, np.newaxis]
    gradient = softmax_cross_entropy_grad(y, z)
    numeric = slopes(lambda Z: cross_entropy_from_logits(y, Z).item(), z)
    np.testing.assert_allclose(gradient, numeric, atol=1e-8)
    jacobian = softmax_jacobian(softmax(given.z))
    for k in range(given.z.size):
        numeric = slopes(lambda v, k=k: softmax(v)[k], given.z)
        np.testing.assert_allclose(jacobian[k], numeric, atol=1e-8)
    return {"dl_dz": gradient[:, 0], "jacobian": jacobian}


@gives("tanh-key-values", "activation-problem-tanh")
def tanh_values(given):
    s = sigmoid(given.z)
    return {
        "tanh": tanh(given.z),
        "exp_z": s / sigmoid(-given.z),
        "exp_minus_z": sigmoid(-given.z) / s,
    }


@gives("activation-problem-tanh-derivative")
def tanh_slopes(given):
    return {
        "tanh_prime": tanh_prime(given.z),
        "from_rounded_value": tanh_prime_from_output(given.tanh_printed),
    }


@gives("tanh-derivative-derivation")
def slope_of_tanh(given):
    slope = tanh_prime(given.z)
    np.testing.assert_allclose(slope, central_difference(tanh, given.z), atol=1e-8)
    return {"quotient": slope, "difference": slope, "at_zero": tanh_prime(0.0)}


@gives("tanh-parity")
def parity_of_tanh(given):
    return {"mirrored": tanh(-given.z), "mirrored_slope": tanh_prime(-given.z)}


@gives("tanh-derivative-four-times-sigmoid")
def slopes_at_zero(given):
    return {"ratio": tanh_prime(given.z) / sigmoid_prime(given.z)}


@gives("tanh-vanishes-slower-claim")
def slopes_far_out(given):
    of_tanh, of_sigmoid, crossover = (
        tanh_prime(given.z),
        sigmoid_prime(given.z),
        tanh_sigmoid_crossover(),
    )
    assert abs(tanh_prime(crossover) - sigmoid_prime(crossover)) < 1e-12
    return {
        "tanh_slope_is_larger": of_tanh > of_sigmoid,
        "tanh_prime": of_tanh,
        "sigmoid_prime": of_sigmoid,
        "crossover": crossover,
    }


@gives("activation-problem-relu")
def relu_values(given):
    assert relu_prime(0.0) == 0
    return {"relu": relu(given.z), "relu_prime": relu_prime(given.z)}


@gives("softmax-4-cross-entropy")
def loss_of_the_second_class(given):
    y, z = given.y[:, np.newaxis], given.z[:, np.newaxis]
    return {
        "loss": cross_entropy_from_logits(y, z).item(),
        "loss_from_rounded_share": bce(1, given.share_printed),
    }


@gives("softmax-4-gradient")
def gradient_of_the_second_class(given):
    gradient = softmax_cross_entropy_grad(given.y[:, np.newaxis], given.z[:, np.newaxis])
    return {"grad": gradient[:, 0]}


@gives("cross-entropy-gradient-vector")
def gradient_by_the_shares(given):
    y, p = given.y[:, np.newaxis], softmax(given.z)[:, np.newaxis]
    gradient = cross_entropy_grad(y, p)
    numeric = slopes(lambda P: cross_entropy(y, P).item(), p)
    np.testing.assert_allclose(gradient, numeric, atol=1e-7)
    return {"gradient": gradient[:, 0], "nonzero": gradient[:, 0] != 0}


@gives("ce-generalises-bce")
def two_classes(given):
    loss = cross_entropy([[given.y], [1 - given.y]], [[given.p], [1 - given.p]])
    np.testing.assert_allclose(loss, bce(given.y, given.p), rtol=1e-12)
    return {"loss": loss.item()}


@gives("gradient-flow-4-layer-sigmoid")
def flow_through_four_layers(given):
    steps = gradient_flow([given.spectral_norm] * 3, [given.g_prime] * 3, given.delta4)
    return {
        "delta": steps,
        "factor_per_layer": per_layer_factor(given.spectral_norm, given.g_prime),
        "percent_after_3": 100 * steps[3] / steps[0],
    }


@gives("gradient-flow-equality-claim")
def one_step_back_in_another_direction(given):
    error = (given.W.T @ given.delta) * given.slope
    bound = per_layer_factor(spectral_norm(given.W), given.slope.max())
    assert np.linalg.norm(error) < bound * np.linalg.norm(given.delta)
    return {"delta_norm": np.linalg.norm(error)}


@gives("sizing-ex1-depth-bound", "sizing-ex3-depth-bound")
def depth_of_an_example(given):
    ratio = given.M / (given.d * given.c)
    return {
        "M_over_dc": ratio,
        "bound": np.log2(ratio) + 1,
        "L_max": depth_bound(given.M, given.d, given.c),
    }


@gives("sizing-ex1-parameter-counts")
def counts_of_the_first_example(given):
    first = given.layers[0].tolist()
    return {
        "counts": [parameter_count(layers.tolist()) for layers in given.layers],
        "terms_of_the_first": [part for n, m in pairwise(first) for part in (n * m, m)],
        "budget": parameter_budget(given.M),
        "fits": [fits_budget(layers.tolist(), given.M) for layers in given.layers],
        "widest": shrink_to_budget(first[0], first[-1], given.M),
    }


@gives(
    *("sizing-ex2-initial-count", "sizing-ex3-initial-count", "sizing-ex2-784-32-10"),
    *("sizing-ex2-784-128-64-10", "sizing-ex2-784-64-32-10", "sizing-ex2-784-16-10"),
    "sizing-ex3-final-count",
)
def parameters_of_an_architecture(given):
    layers = given.layers.tolist()
    count = parameter_count(layers)
    assert sum(parameter_terms(layers)) == count
    return {
        "parameters": count,
        "parameters_millions": count / 1e6,
        "terms": parameter_terms(layers),
        "budget": parameter_budget(given.M) if hasattr(given, "M") else None,
    }


@gives("sizing-ex2-rule-gives-no-network")
def depth_rule_of_the_second_example(given):
    within = shrink_to_budget(given.d, given.c, given.M)
    return {
        "layers": depth_bound(given.M, given.d, given.c),
        "rule": np.log2(given.M / (given.d * given.c)) + 1,
        "within_budget": within,
        "parameters_within_budget": parameter_count(within),
        "parameters_of_linear_model": parameter_count([given.d, given.c]),
    }


@gives("sizing-ex3-params-per-sample")
def parameters_for_each_sample(given):
    return {"parameters_per_sample": parameters_per_sample(given.layers.tolist(), given.M)}


@gives("sizing-ex3-budget-contradiction")
def budget_of_the_third_example(given):
    layers, budget = given.layers.tolist(), parameter_budget(given.M)
    return {
        "fits": fits_budget(layers, given.M),
        "budget": budget,
        "ratio": parameter_count(layers) / budget,
    }


@gives("sizing-width-pattern")
def starting_points(given):
    cases = zip(given.d.tolist(), given.c.tolist(), given.M.tolist(), strict=True)
    layers = [starting_architecture(*case) for case in cases]
    return {
        "first_hidden_over_d": [widths[1] / widths[0] for widths in layers],
        "L": [len(widths) - 1 for widths in layers],
    }


@gives("mse-example-1", "mse-example-2")
def squared_error_example(given):
    loss, grad = squared_error(given.y, given.y_hat), squared_error_grad(given.y, given.y_hat)
    return {"loss": loss, "grad": grad}


@gives("mae-example-1", "mae-example-2")
def absolute_error_example(given):
    loss, grad = absolute_error(given.y, given.y_hat), absolute_error_grad(given.y, given.y_hat)
    return {"loss": loss, "grad": grad}


@gives("mse-mae-derivative-formulas")
def slopes_of_both_errors(given):
    squared = squared_error_grad(given.y, given.y_hat)
    numeric = central_difference(lambda p: squared_error(given.y, p), given.y_hat)
    np.testing.assert_allclose(squared, numeric, atol=1e-8)
    return {"squared": squared, "absolute": absolute_error_grad(given.y, given.y_hat)}


@gives("bce-derivative-example-1", "bce-derivative-example-2", "bce-derivative-example-3")
def cross_entropy_example(given):
    return {"loss": bce(given.y, given.y_hat), "grad": bce_grad(given.y, given.y_hat)}


@gives("bce-derivative-common-form")
def slope_of_the_cross_entropy(given):
    slope = bce_grad(given.y, given.p)
    return {"two_fractions": slope, "one_fraction": slope}


@gives("comparison-table-max-derivatives")
def steepest_slopes(given):
    diagonal = [softmax_jacobian(np.array([s, 1 - s]))[0, 0] for s in given.share]
    np.testing.assert_allclose(diagonal, sigmoid_prime_from_output(given.share), atol=1e-12)
    return {
        "sigmoid": sigmoid_prime(given.z).max(),
        "tanh": tanh_prime(given.z).max(),
        "softmax_diagonal_max": max(diagonal),
    }
