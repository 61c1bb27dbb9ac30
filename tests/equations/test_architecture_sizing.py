"""Equations of the chapter *Architecture sizing*, each against something independent."""

import math
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
import scipy.stats
import sympy

from course_lib.architecture_sizing import (
    count_layers,
    depth_bound,
    dropout,
    fits_budget,
    l2_penalty,
    parameter_budget,
    parameter_count,
    parameter_terms,
    shrink_to_budget,
    starting_architecture,
)
from course_lib.gradient_flow import initialize_parameters
from course_lib.shallow_networks import l_layer_backward, l_layer_forward

NETWORKS = [[2, 1], [4, 3, 1], [20, 40, 3], [7, 5, 5, 5, 2]]
each_network = pytest.mark.parametrize("layers", NETWORKS, ids=str)


def arrays(layers):
    """Make the real parameters of a network."""
    params = {}
    for layer, (n_in, n_out) in enumerate(pairwise(layers), start=1):
        drawn = initialize_parameters(n_in, n_out, "xavier", np.random.default_rng(layer))
        params |= {f"W{layer}": drawn["W"], f"b{layer}": drawn["b"]}
    return params


@each_network
@pytest.mark.equation("layer-count")
def test_there_are_as_many_layers_as_weight_matrices(layers):
    assert count_layers(layers) == sum(name.startswith("W") for name in arrays(layers))


@each_network
@pytest.mark.equation("parameter-terms")
def test_the_terms_are_the_sizes_of_weights_and_biases(layers):
    params = arrays(layers)
    sizes = [params[f"W{k}"].size + params[f"b{k}"].size for k in range(1, len(layers))]
    assert parameter_terms(layers) == sizes


@each_network
@pytest.mark.equation("parameter-count")
def test_the_count_is_the_number_of_numbers_stored(layers):
    assert parameter_count(layers) == sum(array.size for array in arrays(layers).values())


@pytest.mark.equation("parameter-vector")
def test_the_gradient_of_the_4_3_1_network_has_19_entries():
    params, X = arrays([4, 3, 1]), np.random.default_rng(0).normal(size=(4, 6))
    kinds = ["relu", "sigmoid"]
    grads = l_layer_backward(params, l_layer_forward(params, X, kinds), X, np.ones((1, 6)), kinds)
    parts = [grads[name].ravel() for name in ("dW1", "db1", "dW2", "db2")]
    assert [part.size for part in parts] == [12, 3, 3, 1]
    assert np.concatenate(parts).size == parameter_count([4, 3, 1]) == 19


@pytest.mark.equation("depth-bound")
@pytest.mark.parametrize("M", [1, 59, 60, 119, 120, 800, 3839, 3840, 50_000])
def test_the_bound_is_the_largest_depth_whose_power_of_two_the_data_pay_for(M):
    depth = depth_bound(M, 20, 3)
    assert depth == 1 or Fraction(M, 60) >= 2 ** (depth - 1)
    assert Fraction(M, 60) < 2**depth
    assert depth == max(1, math.floor(sympy.log(sympy.Rational(M, 60), 2) + 1))


@pytest.mark.equation("parameter-budget")
def test_five_examples_for_each_parameter_use_up_the_data():
    assert 5 * Fraction(parameter_budget(803)).limit_denominator(100) == 803


@pytest.mark.equation("fits-budget")
@each_network
def test_a_network_fits_from_five_examples_for_each_parameter_on(layers):
    need = 5 * sum(array.size for array in arrays(layers).values())
    assert [fits_budget(layers, need + k) for k in (-1, 0, 1)] == [False, True, True]


@pytest.mark.equation("starting-architecture")
@pytest.mark.parametrize(
    ("M", "expected"),
    [
        (999, [7, 14, 2]),
        (1000, [7, 21, 7, 2]),
        (9999, [7, 21, 7, 2]),
        (10_000, [7, 35, 14, 7, 2]),
    ],
)
def test_the_start_changes_at_1000_and_at_10000_examples(M, expected):
    assert starting_architecture(7, 2, M) == expected


@pytest.mark.equation("widest-hidden-layer")
def test_the_widest_hidden_layer_is_the_one_that_a_search_finds():
    d, c, h = sympy.symbols("d c h", positive=True)
    assert sympy.expand(h * (d + c + 1) + c - (d * h + h + h * c + c)) == 0
    for M in range(140, 900, 7):
        fitting = [k for k in range(1, 200) if 5 * (20 * k + k + 3 * k + 3) <= M]
        assert shrink_to_budget(20, 3, M) == [20, max(fitting), 3]


@pytest.mark.equation("l2-penalty")
def test_the_penalty_is_half_lambda_times_the_squared_norms():
    params = arrays([3, 4, 2])
    norms = sum(np.linalg.norm(params[name]) ** 2 for name in ("W1", "W2"))
    assert l2_penalty(params, 0.3) == pytest.approx(0.15 * norms, rel=1e-12)


@pytest.mark.equation("l2-penalty-grad")
def test_the_slope_of_the_penalty_is_lambda_times_the_weight():
    params, h = arrays([3, 4, 2]), 1e-6
    slope = np.zeros((4, 3))
    for at in np.ndindex(4, 3):
        step = np.zeros((4, 3))
        step[at] = h
        up, down = (l2_penalty(params | {"W1": params["W1"] + s * step}, 0.3) for s in (1, -1))
        slope[at] = (up - down) / (2 * h)
    np.testing.assert_allclose(slope, 0.3 * params["W1"], rtol=1e-6, atol=1e-9)


@pytest.mark.equation("dropout")
def test_dropout_keeps_or_drops_each_entry_and_its_mean():
    A = np.full((1, 200_000), 3.0)
    dropped, _ = dropout(A, 0.8, np.random.default_rng(0))
    assert set(np.unique(dropped).round(9)) == {0.0, 3.75}
    error = 5 * scipy.stats.sem(dropped[0])
    assert dropped.mean() == pytest.approx(3.0, abs=error)
