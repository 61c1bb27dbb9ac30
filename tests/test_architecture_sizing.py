"""Architecture sizing: counts, bounds and the regularizers."""

import math
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from course_lib.architecture_sizing import (
    count_layers,
    depth_bound,
    dropout,
    fits_budget,
    l2_penalty,
    parameter_budget,
    parameter_count,
    parameter_terms,
    parameters_per_sample,
    recommend_output,
    shrink_to_budget,
    starting_architecture,
)
from course_lib.gradient_flow import initialize_parameters

counts = st.integers(1, 2000)


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ([20, 40, 3], 963),
        ([20, 20, 3], 483),
        ([20, 10, 3], 243),
        ([20, 6, 3], 147),
        ([784, 2352, 784, 10], 3_698_922),
        ([784, 128, 64, 10], 109_386),
        ([784, 64, 32, 10], 52_650),
        ([784, 32, 10], 25_450),
        ([784, 16, 10], 12_730),
        ([1000, 5000, 2000, 1000, 5], 17_013_005),
        ([1000, 512, 256, 128, 5], 677_381),
        ([4, 3, 1], 19),
    ],
)
def test_parameter_count_of_the_documents_networks(layers, expected):
    assert parameter_count(layers) == expected


def test_parameter_terms_belong_to_the_layers():
    assert parameter_terms([784, 64, 32, 10]) == [50_240, 2_080, 330]


@given(st.lists(st.integers(1, 5), min_size=2, max_size=5))
def test_parameter_count_equals_the_sizes_of_the_arrays(layers):
    sizes = [
        initialize_parameters(n_in, n_out, rng=np.random.default_rng(0))
        for n_in, n_out in pairwise(layers)
    ]
    assert parameter_count(layers) == sum(p["W"].size + p["b"].size for p in sizes)


def test_parameter_count_equals_scikit_learns():
    network = MLPClassifier(hidden_layer_sizes=(7, 5), max_iter=1, solver="sgd")
    X = np.random.default_rng(0).normal(size=(12, 4))
    with pytest.warns(ConvergenceWarning):
        network.fit(X, np.arange(12) % 3)
    sizes = sum(W.size for W in network.coefs_) + sum(b.size for b in network.intercepts_)
    assert parameter_count([4, 7, 5, 3]) == sizes


@given(counts, counts, counts)
def test_depth_bound_is_the_largest_depth_that_the_rule_allows(M, d, c):
    depth = depth_bound(M, d, c)
    ratio = Fraction(M, d * c)
    assert depth == 1 or 2 ** (depth - 1) <= ratio
    assert 2**depth > ratio


@pytest.mark.parametrize(
    ("arguments", "expected"), [((800, 20, 3), 4), ((5000, 784, 10), 1), ((50_000, 1000, 5), 4)]
)
def test_depth_bound_of_the_documents_examples(arguments, expected):
    assert depth_bound(*arguments) == expected


def test_depth_bound_at_a_power_of_two():
    assert (depth_bound(799, 100, 1), depth_bound(800, 100, 1)) == (3, 4)


def test_parameter_budget_is_a_fifth():
    assert parameter_budget(800) == 160.0
    assert isinstance(parameter_budget(800), float)


def test_parameter_budget_at_another_price():
    assert parameter_budget(800, samples_per_parameter=10) == 80.0


def test_fits_budget_includes_the_exact_budget():
    assert fits_budget([4, 3, 1], 95)
    assert not fits_budget([4, 3, 1], 94)


@pytest.mark.parametrize(
    ("n_samples", "expected"),
    [(999, [7, 14, 2]), (1000, [7, 21, 7, 2]), (9999, [7, 21, 7, 2]), (10_000, [7, 35, 14, 7, 2])],
)
def test_starting_architecture_on_both_sides_of_the_thresholds(n_samples, expected):
    assert starting_architecture(7, 2, n_samples) == expected


@given(st.integers(1, 50), st.integers(1, 20), st.integers(1, 5000))
def test_shrink_to_budget_is_the_widest_that_fits(d, c, M):
    if not fits_budget([d, 1, c], M):
        with pytest.raises(ValueError, match="pay for at least one hidden unit"):
            shrink_to_budget(d, c, M)
        return
    _, h, _ = shrink_to_budget(d, c, M)
    assert fits_budget([d, h, c], M)
    assert not fits_budget([d, h + 1, c], M)


def test_shrink_to_budget_of_the_documents_second_example_is_a_bottleneck():
    assert shrink_to_budget(784, 10, 5000) == [784, 1, 10]


def test_shrink_to_budget_says_what_the_smallest_network_costs():
    message = (
        r"n_samples must pay for at least one hidden unit: \[20, 1, 3\] has 27 parameters, "
        r"the budget is 20"
    )
    with pytest.raises(ValueError, match=message):
        shrink_to_budget(20, 3, 100)


def test_count_layers_in_both_ways_of_counting():
    assert (count_layers([2, 1]), count_layers([2, 3, 1])) == (1, 2)
    assert count_layers([3, 4, 1], count_input=True) == 3


def test_parameters_per_sample_of_the_third_example():
    assert math.isclose(parameters_per_sample([1000, 512, 256, 128, 5], 50_000), 13.54762)


@pytest.mark.parametrize(
    ("task", "output"),
    [("regression", "identity"), ("binary", "sigmoid"), ("multiclass", "softmax")],
)
def test_recommend_output_names_the_activation(task, output):
    assert recommend_output(task)["output"] == output


def test_recommend_output_gives_a_fresh_dictionary():
    recommend_output("binary")["output"] = "tanh"
    assert recommend_output("binary")["output"] == "sigmoid"


def test_recommend_output_lists_the_tasks():
    message = "task must be one of 'regression', 'binary', 'multiclass', got 'cats'"
    with pytest.raises(ValueError, match=message):
        recommend_output("cats")


@pytest.mark.parametrize("layers", [[], [3]])
def test_a_network_needs_two_widths(layers):
    with pytest.raises(ValueError, match="layers must hold at least"):
        parameter_count(layers)


def test_a_width_is_at_least_one():
    with pytest.raises(ValueError, match=r"^layers\[1\] must be at least 1, got 0$"):
        parameter_count([2, 0, 1])


@pytest.mark.parametrize("width", [2.5, 2.0, True, "2"])
def test_a_width_is_a_whole_number(width):
    with pytest.raises(TypeError, match=r"layers\[0\] must be a whole number"):
        parameter_count([width, 1])


def test_numpy_integers_are_widths():
    assert parameter_count(np.array([20, 40, 3])) == 963


def test_parameter_budget_rejects_a_free_parameter():
    with pytest.raises(ValueError, match="samples_per_parameter must be positive, got 0"):
        parameter_budget(100, 0)


def test_l2_penalty_has_the_gradient_strength_times_w():
    rng = np.random.default_rng(0)
    params = {"W1": rng.normal(size=(3, 2)), "b1": rng.normal(size=(3, 1)), "W2": np.ones((1, 3))}
    h, other = 1e-6, params["W1"].copy()
    other[1, 0] += h
    slope = (l2_penalty({**params, "W1": other}, 0.3) - l2_penalty(params, 0.3)) / h
    assert math.isclose(slope, 0.3 * params["W1"][1, 0], rel_tol=1e-4)


def test_l2_penalty_leaves_biases_free():
    assert l2_penalty({"W1": np.zeros((1, 1)), "b1": np.full((1, 1), 9.0)}, 1.0) == 0.0


def test_l2_penalty_rejects_a_reward():
    with pytest.raises(ValueError, match=r"^strength must be at least 0, got -1\.0$"):
        l2_penalty({}, -1)


def test_dropout_keeps_the_expected_value():
    A = np.ones((50, 400))
    dropped, _ = dropout(A, 0.8, np.random.default_rng(3))
    standard_error = math.sqrt(0.2 / 0.8 / A.size)
    assert abs(dropped.mean() - 1.0) < 4 * standard_error


def test_dropout_mask_is_what_was_applied():
    A = np.arange(1.0, 13.0).reshape(3, 4)
    dropped, mask = dropout(A, 0.5, np.random.default_rng(0))
    np.testing.assert_array_equal(dropped, A * mask)
    assert set(np.unique(mask)) <= {0.0, 2.0}


@pytest.mark.parametrize("keep", [0.0, 1.5, -0.1])
def test_dropout_rejects_what_is_no_probability(keep):
    with pytest.raises(ValueError, match=r"keep must lie in \(0, 1\]"):
        dropout(np.ones((1, 1)), keep, np.random.default_rng(0))
