"""What the library gives for the facts of document 004."""

import numpy as np

from course_lib.architecture_sizing import count_layers
from course_lib.binary_classification import (
    accuracy,
    design_matrix,
    is_linearly_separable,
    linear_forward,
    neuron,
    predict,
    sigmoid,
)
from course_lib.binary_cross_entropy import (
    bce_grad,
    squared_error,
    squared_error_cost,
    squared_error_cost_grad,
    squared_error_grad,
)
from course_lib.computational_graph import ComputationalGraph, Node
from course_lib.datasets import gate
from course_lib.gradient_flow import initialize_parameters, symmetric_parameters
from course_lib.relu import linear_stack
from course_lib.shallow_networks import (
    LinearLayer,
    feature_cross,
    jacobian_z_W,
    train,
    two_layer_backward,
    two_layer_forward,
    xor_seed48_costs,
)
from course_lib.sigmoid_derivative import (
    chain,
    gradient_descent_1d,
    gradient_descent_update,
    gradients_by_loop,
    logistic_gradients,
    sigmoid_prime,
    sigmoid_prime_from_output,
    train_logistic,
)

from .fact import gives
from .helpers import (
    central_difference,
    crossed_run,
    network_of,
    or_run,
    rows,
    seeded_run,
    slopes,
    xor_run,
)


def or_gradients(given, W=None, b=None):
    """Return forward and backward pass of the OR network, at first at its worked weights."""
    W = given.W if W is None else W
    b = np.array([[given.b]]) if b is None else b
    return logistic_gradients(W, b, given.X, given.Y_or, loss="squared_error")


def or_update(given):
    params = {"W": given.W, "b": np.array([[given.b]])}
    return gradient_descent_update(params, or_gradients(given), given.alpha)


def parameters(given):
    return {"W1": given.W1, "b1": given.b1, "W2": given.W2, "b2": given.b2}


def backward(given, params=None):
    """Return the gradients of the XOR network, and its activations."""
    params = params or parameters(given)
    cache = two_layer_forward(params, given.X)
    return cache, two_layer_backward(params, cache, given.X, given.Y, loss="squared_error")


def xor_update(given):
    return gradient_descent_update(parameters(given), backward(given)[1], given.alpha)


@gives("or-se-forward-ex1", "or-se-forward-after-update")
def forward_of_one_example(given):
    z = linear_forward(given.w[np.newaxis], given.x[:, np.newaxis], [[given.b]])
    return {"z": z.item(), "y_hat": neuron(given.w, given.x, given.b)}


@gives("sigmoid-saturation-claim")
def how_far_from_the_limits(given):
    z = np.log(0.99 / 0.01)
    np.testing.assert_allclose(sigmoid(z), 0.99, rtol=1e-12)
    return {"sigma": sigmoid(given.z), "z_for_0_99": z}


@gives("or-se-loss-ex1", "or-se-dldyhat-ex1")
def error_of_the_first_example(given):
    return {
        "loss": squared_error(given.y, given.y_hat),
        "dL_dyhat": squared_error_grad(given.y, given.y_hat),
    }


@gives("sigmoid-derivative-u-substitution")
def slope_of_the_sigmoid(given):
    slope = sigmoid_prime(given.z)
    np.testing.assert_allclose(slope, central_difference(sigmoid, given.z), rtol=1e-6)
    return {"with_u": slope, "product": slope}


@gives("or-se-dldz-ex1", "or-se-fig23b-misprint")
def error_before_the_sigmoid(given):
    local = sigmoid_prime_from_output(given.y_hat)
    return {"local": local, "dL_dz": chain(given.upstream, local)}


@gives("or-se-dldw-ex1-no-bias", "or-se-dldw-dldb-ex1")
def gradients_of_the_first_example(given):
    return {"dL_dw": chain(given.dL_dz, given.x), "dL_db": chain(given.dL_dz, 1.0)}


@gives("or-se-bias-update-ex1")
def first_update_of_the_bias(given):
    return gradient_descent_update({"b": given.b}, {"db": given.grad}, given.alpha)


@gives("or-se-fig25-misprint")
def guess_after_the_update(given):
    return {"y_hat": sigmoid(given.z)}


@gives("or-se-loss-after-update")
def loss_after_the_update(given):
    loss = squared_error(given.y, sigmoid(given.b))
    return {
        "loss_in_figure": loss,
        "loss_in_text": loss,
        "loss_from_rounded_guess": squared_error(given.y, given.y_hat_printed),
    }


@gives("squared-error-slope-claim")
def slopes_of_wrong_guesses(given):
    slope, local = squared_error_grad(given.y, given.y_hat), sigmoid_prime_from_output(given.y_hat)
    return {
        "steeper_when_more_wrong": bool((np.diff(np.abs(slope)) > 0).all()),
        "dL_dyhat": slope,
        "dL_dz_squared_error": chain(slope, local),
        "dL_dz_bce": chain(bce_grad(given.y, given.y_hat), local),
    }


@gives("se-cost-jacobian", "se-jacobian-stray-row-vector")
def gradient_of_the_cost(given):
    gradient = squared_error_cost_grad(given.y, given.y_hat)
    numeric = slopes(lambda P: squared_error_cost(given.y, P), given.y_hat)
    np.testing.assert_allclose(gradient, numeric, atol=1e-8)
    return {"dCost_dyhat": gradient, "dCost_dyhat1": gradient[0, 0]}


@gives("se-cost-fig35-missing-square")
def cost_of_two_examples(given):
    return {"cost": squared_error_cost(given.y, given.y_hat)}


@gives("batch-slow-equals-vectorised")
def loop_and_matrix_product(given):
    data = given.W, np.array([[given.b]]), given.X, given.Y_or
    slow = gradients_by_loop(*data, loss="squared_error")
    fast = logistic_gradients(*data, loss="squared_error")
    return {
        "difference": max(np.abs(np.subtract(slow[k], fast[k])).max() for k in ("dW", "db")),
        "cost": slow["cost"],
        "dW": slow["dW"][0],
        "db": slow["db"].item(),
    }


@gives("batch-slow-method-complexity-claim")
def work_of_the_loop(given):
    work = []
    for m in given.examples:
        X = np.ones((given.features, m))
        work.append(sum(example.size for example in X.T))
        data = np.ones((1, given.features)), np.zeros((1, 1)), X, np.ones((1, m))
        by_loop, at_once = gradients_by_loop(*data)["dW"], logistic_gradients(*data)["dW"]
        np.testing.assert_allclose(by_loop, at_once, rtol=1e-9)
    (growth,) = np.unique(np.divide(work[1:], work[:-1]))
    return {"growth_when_doubled": growth, "multiply_adds": work}


@gives("data-setup-shapes")
def shapes_of_the_data(given):
    X, Y = design_matrix(given.X_design), design_matrix(given.Y_design)
    return {
        "W": given.W.shape,
        "X": given.X_design.shape,
        "Y": given.Y_design.shape,
        "X_train": X.shape,
        "Y_train": Y.shape,
        "Z": linear_forward(given.W, X, [[given.b]]).shape,
    }


@gives("or-vectorised-x-train-misprint")
def data_behind_the_printed_values(given):
    X, _ = gate("or")
    np.testing.assert_allclose(linear_forward(given.W, X, [[given.b]]), given.Z_printed)
    return {"X_train": X}


@gives(
    *("or-vectorised-z", "or-vectorised-y-hat", "or-vectorised-cost", "or-vectorised-dz"),
    *("or-vectorised-dcost-dyhat", "or-vectorised-local-sigmoid", "or-vectorised-dw-db"),
    *("bias-gradient-sum-of-paths", "weight-gradient-dot-xt", "dz-dw-wording-reversed"),
)
def first_pass_of_the_or_network(given):
    grads = or_gradients(given)
    P = grads["P"]
    one_number = "dZ" not in vars(given)
    return {
        "Z": linear_forward(given.W, given.X, [[given.b]]),
        "Y_hat": P,
        "sum_of_squares": 2 * squared_error(given.Y_or, P).sum(),
        "cost": grads["cost"],
        "dCost_dYhat": squared_error_cost_grad(given.Y_or, P),
        "local": sigmoid_prime_from_output(P),
        "dZ": grads["dZ"],
        "dW": grads["dW"],
        "dW_shape": grads["dW"].shape,
        "db": grads["db"].item() if one_number else grads["db"],
    }


@gives("italic-one-read-as-i")
def bias_gradient(given):
    return {"db": or_gradients(given)["db"]}


@gives("or-vectorised-fig44b-misprint")
def slope_at_one_half(given):
    return {"dyhat_dz": sigmoid_prime_from_output(given.y_hat)}


@gives("or-vectorised-fig44c-sign-misprint")
def sum_of_the_printed_errors(given):
    assert or_gradients(given)["dZ"][0, 0] > 0
    return {"db": chain(given.dZ_printed, 1.0).sum()}


@gives("or-vectorised-update")
def update_of_the_or_network(given):
    new = or_update(given)
    return {"W": new["W"], "b": new["b"].item()}


@gives("or-vectorised-fig46-bias-misprint")
def bias_after_the_update(given):
    without_bias = linear_forward(given.W_printed, given.X, [[0.0]])
    (offset,) = np.unique((given.Z_printed - without_bias).round(12))
    return {"b": or_update(given)["b"].item(), "b_from_printed_Z": offset}


@gives(
    *("or-vectorised-z-after-update", "or-vectorised-y-hat-after-update"),
    *("or-vectorised-cost-after-update", "or-vectorised-second-iteration-gradients"),
)
def second_pass_of_the_or_network(given):
    new = or_update(given)
    grads = or_gradients(given, **new)
    return {
        "Z": linear_forward(new["W"], given.X, new["b"]),
        "Y_hat": grads["P"],
        "cost": grads["cost"],
        "dW": grads["dW"],
        "db": grads["db"].item(),
    }


@gives("or-vectorised-fig47-arithmetic")
def squares_of_the_residuals(given):
    squares = 2 * squared_error(0.0, given.residuals)
    return {"squares": squares, "sum": squares.sum(), "eighth_of_sum": squares.sum() / 8}


@gives("or-training-5000-epochs")
def trained_or_network(given):
    run = or_run(rows(given.W), given.epochs, given.alpha)
    return {
        "cost": run["cost"],
        "separates": accuracy(predict(run["P"]), given.Y_or) == 1,
        "W": run["W"],
        "b": run["b"].item(),
        "Y_hat": run["P"],
        "cost_after_100": run["costs"][100],
        "cost_after_1000": run["costs"][1000],
    }


@gives("or-training-converged-claim")
def weights_that_keep_growing(given):
    stages = [or_run(rows(given.W), epochs, given.alpha) for epochs in given.epochs.tolist()]
    weights = [run["W"][0, 0] for run in stages]
    return {
        "weight_growth_3000_to_20000": weights[2] / weights[0],
        "costs": [run["cost"] for run in stages],
        "weights": weights,
    }


@gives("or-decision-region-output-claim")
def outputs_of_the_trained_network(given):
    P = or_run(rows(given.W), given.epochs, given.alpha)["P"]
    return {"Y_hat": P, "predicted": predict(P)}


@gives("cost-gradient-is-mean-of-loss-gradients")
def mean_of_the_gradients(given):
    b = np.array([[given.b]])
    singles = [
        logistic_gradients(given.W, b, given.X[:, [k]], given.Y_or[:, [k]], loss="squared_error")
        for k in range(given.m)
    ]
    whole = or_gradients(given)
    gaps = [
        np.abs(np.mean([one[k] for one in singles], axis=0) - whole[k]).max() for k in ("dW", "db")
    ]
    return {"difference": max(gaps)}


@gives("dz-dw-full-tensor-shape")
def tensor_of_all_examples(given):
    blocks = [jacobian_z_W(example, 1)[0] for example in given.X.T]
    return {"tensor": np.shape(blocks)}


@gives("or-xor-linear-separability")
def separable_gates(given):
    return {
        "or_separable": is_linearly_separable(given.X, given.Y_or),
        "and_separable": is_linearly_separable(given.X, given.Y_and),
        "xor_separable": is_linearly_separable(given.X, given.Y),
        "xor_with_cross_separable": is_linearly_separable(feature_cross(given.X), given.Y),
    }


@gives("quadrant-product-signs")
def signs_in_the_quadrants(given):
    return {"product_sign": np.sign(feature_cross(given.points.T)[2])}


@gives("quadrant-values-claim")
def signs_of_the_values_in_the_quadrants(given):
    products = feature_cross(np.array([given.third, given.second]).T)[2]
    assert np.sign(products).tolist() == [1, -1]
    return {"signs_in_third": np.sign(given.third), "signs_in_second": np.sign(given.second)}


@gives("xor-feature-cross-gradients", "xor-feature-cross-update")
def step_with_the_crossed_feature(given):
    b, X = np.array([[given.b]]), feature_cross(given.X)
    grads = logistic_gradients(given.W3, b, X, given.Y, loss="squared_error")
    new = gradient_descent_update({"W": given.W3, "b": b}, grads, given.alpha)
    return {
        "Z": linear_forward(given.W3, X, b),
        "Y_hat": grads["P"],
        "cost": grads["cost"],
        "dZ": grads["dZ"],
        "dW": grads["dW"],
        "db": grads["db"].item(),
        "W": new["W"],
        "b": new["b"].item(),
    }


@gives("xor-feature-cross-matrix-labels")
def shape_of_the_crossed_data(given):
    features, examples = feature_cross(given.X).shape
    return {"examples": examples, "features": features}


@gives("xor-feature-cross-training")
def trained_crossed_network(given):
    run = crossed_run(rows(given.W3), given.epochs, given.alpha)
    return {
        "separates": accuracy(predict(run["P"]), given.Y) == 1,
        "cost": run["cost"],
        "W": run["W"],
        "b": run["b"].item(),
        "Y_hat": run["P"],
        "cost_after_100": run["costs"][100],
        "cost_after_1000": run["costs"][1000],
    }


@gives("feature-cross-polynomial")
def polynomial_in_the_inputs(given):
    points = np.stack([given.x1, given.x2])
    w = np.array([[given.w1, given.w2, given.w3]])
    run = crossed_run(rows(given.W3), given.epochs, given.alpha)
    (w1, w2, w3), b = run["W"][0], run["b"].item()
    return {
        "Z": linear_forward(w, feature_cross(points), [[given.b]])[0],
        "boundary_at_0": -b / w2,
        "boundary_at_1": -(b + w1) / (w2 + w3),
    }


@gives(
    *("xor-se-cost", "xor-se-fig80-misprint", "xor-se-dcost-dyhat", "xor-se-db1", "xor-se-dz1"),
    *("xor-se-local-sigmoid-output", "xor-se-dz2", "xor-se-dw2", "xor-se-db2", "xor-se-da1"),
    *("xor-se-da1dz1", "xor-se-dw1", "compute-cost-function", "numpy-axis-semantics"),
)
def passes_of_the_xor_network(given):
    cache, grads = backward(given)
    P = cache["A2"]
    gradient = squared_error_cost_grad(given.Y, P)
    return {
        **grads,
        "cost": squared_error_cost(given.Y, P),
        "dCost_dYhat": gradient,
        "dY_hat": gradient,
        "local": sigmoid_prime_from_output(P),
        "dB2": grads["db2"],
        "dB1": grads["db1"],
        "dA1_dZ1": sigmoid_prime(cache["Z1"]),
        "largest_possible": sigmoid_prime(0.0),
        "axis1_result_shape": grads["db1"].shape,
    }


@gives("xor-se-update")
def update_of_the_xor_network(given):
    new = xor_update(given)
    return {"W2": new["W2"], "B2": new["b2"], "W1": new["W1"], "B1": new["b1"]}


@gives("xor-se-fig82-w1-duplicate")
def hidden_weights_after_the_update(given):
    own = gradient_descent_update({"W1": given.W1}, {"dW1": given.dW1_printed}, given.alpha)
    return {"W1_new": own["W1"], "W1_full_precision": xor_update(given)["W1"]}


@gives("xor-se-second-iteration-gradients")
def second_pass_of_the_xor_network(given):
    cache, grads = backward(given, xor_update(given))
    return {
        **grads,
        "dB2": grads["db2"],
        "dB1": grads["db1"],
        "cost": squared_error_cost(given.Y, cache["A2"]),
        "P_hat": cache["A2"],
    }


@gives("xor-se-training-5000-epochs")
def trained_xor_network(given):
    run = xor_run(rows(given.W1), rows(given.W2), given.epochs, given.alpha)
    return {
        "cost": run["cost"],
        "separates": accuracy(predict(run["P"]), given.Y) == 1,
        "P_hat": run["P"],
        "cost_after_100": run["costs"][100],
        "cost_after_1000": run["costs"][1000],
    }


@gives("xavier-seed48-printed-costs")
def printed_log(given):
    costs = xor_seed48_costs()
    np.testing.assert_allclose(seeded_run(given.seed, "xavier")["costs"], costs, rtol=1e-12)
    return {"costs": costs[given.epochs]}


@gives("xavier-seed48-predictions")
def predictions_of_the_log(given):
    P = seeded_run(given.seed, "xavier")["P"]
    predicted = predict(P, given.threshold)
    return {"predicted": predicted, "accuracy": 100 * accuracy(predicted, given.Y), "P_hat": P}


@gives("xavier-seed48-about-0009")
def cost_in_words(given):
    return {"cost": seeded_run(given.seed, "xavier")["costs"][given.epoch]}


@gives("plain-init-stalls-on-xor")
def initializations(given):
    costs = {init: seeded_run(given.seed, init)["costs"] for init in ("plain", "xavier", "he")}
    return {
        "static": bool(np.ptp(costs["plain"][100:]) < 1e-6),
        **{f"cost_{init}": run[given.epoch] for init, run in costs.items()},
    }


@gives("symmetry-equal-weights-equal-gradients")
def equal_units(given):
    first, second = (symmetric_parameters(*n, given.value)["W"] for n in ((2, 3), (3, 1)))
    network = network_of(first, second)
    train(network, given.X, given.Y, 1.0, given.epochs)
    W1 = network.layers[0].params["W"]
    return {
        "rows_of_W1_stay_identical": bool((W1 == W1[0]).all() and (W1 != first).any()),
        "cost": squared_error_cost(given.Y, network.forward(given.X)),
    }


@gives("linear-stack-is-linear")
def stack_of_linear_layers(given):
    one = linear_stack([[[given.w1, given.w2]], [[given.w3]], [[given.w4]]])
    return {"C": (one @ np.stack([given.x1, given.x2]))[0]}


@gives("layer-counting-convention")
def counted_layers(given):
    return {
        "or_net": count_layers(given.or_layers.tolist()),
        "xor_net": count_layers(given.xor_layers.tolist()),
        "xor_net_with_input": count_layers(given.xor_layers.tolist(), count_input=True),
    }


@gives("fig89-wrong-listing")
def initialized_parameters(given):
    params = initialize_parameters(*given.W1.shape[::-1])
    return {
        "returned": list(params),
        "W_shape": params["W"].shape,
        "b_shape": params["b"].shape,
    }


@gives("fig87-update-params-garble")
def update_of_a_layer(given):
    layer = LinearLayer(2, 1)
    layer.params = {name: np.array(value) for name, value in given.params.items()}
    layer.grads = {"dW": given.dW, "db": np.zeros((1, 1))}
    layer.update(given.learning_rate)
    return {"W": layer.params["W"]}


@gives("layer-classes-match-hand-computation")
def layer_classes(given):
    network, (cache, grads) = network_of(given.W1, given.W2), backward(given)
    P = network.forward(given.X)
    network.backward(squared_error_cost_grad(given.Y, P))
    gaps = [np.abs(P - cache["A2"]).max()]
    for number, layer in ((1, network.layers[0]), (2, network.layers[2])):
        gaps += [np.abs(layer.grads[f"d{k}"] - grads[f"d{k}{number}"]).max() for k in "Wb"]
    return {"max_difference": max(gaps)}


def descents(given):
    """Descend the parabola of the figures once for each learning rate."""
    return [
        gradient_descent_1d(lambda w: given.curvature * w, given.w0, alpha, given.steps)
        for alpha in given.alpha
    ]


@gives("learning-rate-small-vs-large")
def slow_and_fast(given):
    slow, fast = descents(given)
    steps = [np.abs(np.diff(path)) for path in (slow, fast)]
    return {
        "larger_rate_is_faster": bool(abs(fast[-1]) < abs(slow[-1])),
        "steps_shrink": bool(all((np.diff(sizes) < 0).all() for sizes in steps)),
        "w_after_20": [slow[-1], fast[-1]],
    }


@gives("learning-rate-very-small-vs-very-large")
def crawling_and_diverging(given):
    tiny, huge = descents(given)
    return {
        "tiny_rate_stands_still": bool(abs(tiny[-1] - tiny[0]) < 1e-6),
        "huge_rate_diverges": bool((np.diff(np.abs(huge)) > 0).all()),
        "w_after_20": [tiny[-1], huge[-1]],
        "or_cost_after_1000_epochs_at_50": or_run(rows(given.W), 1000, given.alpha[1])["cost"],
    }


@gives("computational-graph-e-cd")
def five_node_graph(given):
    a, b = Node(given.a), Node(given.b)
    c, d = a * b, b + 5.0
    graph = ComputationalGraph(c * d)
    graph.backward()
    assert sum(graph.path_products(b)) == b.grad
    return {"c": c.value, "d": d.value, "e": graph.forward(), "de_db": b.grad}


@gives("bias-initialisation-claim")
def training_from_other_biases(given):
    reached = []
    for start in given.start:
        params, _ = train_logistic(
            given.X, given.Y_or, given.W, [[start]], given.alpha, given.epochs, "squared_error"
        )
        P = sigmoid(linear_forward(params["W"], given.X, params["b"]))
        reached.append(accuracy(predict(P), given.Y_or) == 1)
    return {"must_start_at_zero": not all(reached)}


@gives("hyperparameter-annealing-claim")
def steps_at_the_best_guess(given):
    data = given.W0, np.array([[given.b0]])
    whole = logistic_gradients(*data, given.X_same, given.Y_differ)
    singles = [
        logistic_gradients(*data, given.X_same[:, [k]], given.Y_differ[:, [k]]) for k in (0, 1)
    ]
    return {
        "single_example_step": max(abs(one["db"].item()) for one in singles),
        "full_batch_step": abs(whole["db"].item()),
    }
