"""Tests of the chain rule, the computational graph and gradient descent."""

import mpmath
import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from sklearn.linear_model import LogisticRegression

from course_lib import sigmoid_derivative as sd
from course_lib.binary_classification import sigmoid
from course_lib.binary_cross_entropy import bce_cost, squared_error_cost
from course_lib.datasets import blobs, gate

FINITE = st.floats(allow_nan=False, allow_infinity=False)
COSTS = {"bce": bce_cost, "squared_error": squared_error_cost}


def problem(seed=0, n=3, m=7):
    """Random parameters and data of logistic regression."""
    rng = np.random.default_rng(seed)
    Y = rng.integers(0, 2, (1, m)).astype(float)
    return rng.normal(size=(1, n)), rng.normal(size=(1, 1)), rng.normal(size=(n, m)), Y


@given(st.floats(-700, 700))
def test_sigmoid_prime_matches_mpmath(z):
    with mpmath.workprec(2200):
        s = 1 / (1 + mpmath.exp(-mpmath.mpf(z)))
        exact = float(s * (1 - s))
    assert sd.sigmoid_prime(z) == pytest.approx(exact, rel=1e-15)


@given(arrays(float, array_shapes(max_side=4), elements=FINITE))
def test_sigmoid_prime_is_even_and_at_most_a_quarter(z):
    np.testing.assert_array_equal(sd.sigmoid_prime(z), sd.sigmoid_prime(-z))
    assert sd.sigmoid_prime(z).max() <= 0.25


@given(st.floats(-30, 0))
def test_the_derivative_from_the_output_agrees(z):
    assert sd.sigmoid_prime_from_output(sigmoid(z)) == pytest.approx(sd.sigmoid_prime(z), rel=1e-14)


def test_sigmoid_prime_is_silent_where_even_underflow_raises():
    with np.errstate(all="raise"):
        assert sd.sigmoid_prime(-1e308) == 0.0


def test_chain_multiplies_element_by_element():
    np.testing.assert_array_equal(sd.chain([[2, 3]], [[0.25, -1]]), [[0.5, -3]])


def test_the_graph_sums_over_both_paths():
    a, b = sd.Node(2, "a"), sd.Node(5, "b")
    graph = sd.ComputationalGraph((a * b) * (b + 1))
    graph.backward()
    assert (graph.output.value, a.grad, b.grad, graph.path_products(b)) == (60, 30, 22, [12, 10])


def test_the_graph_of_a_neuron_matches_the_symbolic_derivative():
    w, x, b = sympy.symbols("w x b")
    exact = sympy.diff(-sympy.log(1 / (1 + sympy.exp(-(w * x + b)))), w)
    nodes = [sd.Node(value) for value in (0.3, -2.0, 0.5)]
    graph = sd.ComputationalGraph(-(nodes[0] * nodes[1] + nodes[2]).sigmoid().log())
    graph.backward()
    assert nodes[0].grad == pytest.approx(float(exact.subs({w: 0.3, x: -2, b: 0.5})), rel=1e-14)


def test_the_graph_follows_a_changed_input():
    a = sd.Node(2.0)
    graph = sd.ComputationalGraph(1.0 - a * a)
    a.value = 3.0
    assert graph.forward() == -8.0


def test_backward_twice_does_not_add_up():
    a = sd.Node(3.0)
    graph = sd.ComputationalGraph(a * a)
    graph.backward()
    graph.backward()
    assert a.grad == 6.0


def test_a_graph_a_thousand_nodes_deep_is_no_problem():
    a = node = sd.Node(1.0)
    for _ in range(3000):
        node = node + 1.0
    graph = sd.ComputationalGraph(node)
    graph.backward()
    assert (node.value, a.grad) == (3001.0, 1.0)


def test_the_first_step_on_the_and_gate_matches_document_000():
    step = sd.single_example_step([0.1, 0.6], 0.0, [0, 0], 0)
    assert (step["p"], step["dp"], step["dp_dz"], step["dz"], step["b"]) == (
        0.5,
        2,
        0.25,
        0.5,
        -0.5,
    )
    np.testing.assert_array_equal(step["w"], [0.1, 0.6])


def test_the_first_step_on_the_or_gate_matches_document_004():
    step = sd.single_example_step([0.1, 0.6], 0.0, [0, 0], 0, loss="squared_error")
    assert (step["loss"], step["dz"], step["b"]) == (0.125, 0.125, -0.125)
    after = sd.single_example_step(step["w"], step["b"], [0, 0], 0, loss="squared_error")
    assert (round(after["p"], 3), round(after["loss"], 3)) == (0.469, 0.110)


def test_a_saturated_step_stays_finite():
    step = sd.single_example_step([1.0], 0.0, [800.0], 0)
    assert (step["loss"], step["dz"]) == (800.0, 1.0)


def test_logistic_gradients_of_the_or_gate_match_document_004():
    grads = sd.logistic_gradients([[0.1, 0.6]], [[0.0]], *gate("or"), loss="squared_error")
    np.testing.assert_array_equal(grads["dW"].round(3), [[-0.048, -0.039]])
    assert (round(grads["db"].item(), 3), round(grads["cost"], 3)) == (-0.037, 0.089)


@pytest.mark.parametrize("loss", ["bce", "squared_error"])
@given(seed=st.integers(0, 999), n=st.integers(1, 4), m=st.integers(1, 6))
def test_logistic_gradients_match_central_differences(loss, seed, n, m):
    W, b, X, Y = problem(seed, n, m)
    grads = sd.logistic_gradients(W, b, X, Y, loss)
    cost = lambda params: COSTS[loss](Y, sigmoid(params["W"] @ X + params["b"]))  # noqa: E731
    assert sd.gradient_check(cost, {"W": W, "b": b}, grads) < 1e-5


@pytest.mark.parametrize("loss", ["bce", "squared_error"])
def test_the_loop_gives_the_vectorized_gradients(loss):
    fast, slow = sd.logistic_gradients(*problem(), loss), sd.gradients_by_loop(*problem(), loss)
    assert fast.keys() == slow.keys()
    for name in fast:
        np.testing.assert_allclose(slow[name], fast[name], rtol=1e-12, atol=1e-16)


def test_permuting_examples_keeps_the_parameter_gradients():
    W, b, X, Y = problem()
    one, other = (
        sd.logistic_gradients(W, b, X, Y),
        sd.logistic_gradients(W, b, X[:, ::-1], Y[:, ::-1]),
    )
    np.testing.assert_allclose(one["dW"], other["dW"], rtol=1e-12)


def test_the_update_makes_new_arrays():
    params = {"W": np.ones((1, 2)), "b": np.zeros((1, 1))}
    new = sd.gradient_descent_update(
        params, {"dW": np.ones((1, 2)), "db": 1 + np.zeros((1, 1)), "dZ": 0}, 0.5
    )
    np.testing.assert_array_equal(new["W"], [[0.5, 0.5]])
    np.testing.assert_array_equal(params["W"], [[1, 1]])
    assert new.keys() == params.keys()


@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (1, 2, 2)])
def test_numerical_gradient_of_a_cube(shape):
    x = np.random.default_rng(0).normal(size=shape)
    np.testing.assert_allclose(
        sd.numerical_gradient(lambda v: np.sum(v**3), x), 3 * x**2, atol=1e-8
    )


def test_numerical_gradient_is_central():
    assert sd.numerical_gradient(lambda x: x**2, 3.0, h=2.0) == 6.0


@pytest.mark.parametrize("x", [1e-10, 1.0, 1e10, 1e150])
def test_numerical_gradient_takes_a_step_that_x_can_feel(x):
    assert sd.numerical_gradient(lambda v: v**2, x) == pytest.approx(2.0 * x, rel=1e-7)


def test_logistic_training_that_diverges_says_when_and_why():
    X, Y = 1e200 * np.array([[1.0, 2.0]]), [[0.0, 1.0]]
    message = r"^training diverged in epoch \d+: .*X has entries up to 2e\+200, standardize"
    with pytest.raises(FloatingPointError, match=message):
        sd.train_logistic(X, Y, [[0.0]], [[0.0]], 1e150, 50)


@pytest.mark.parametrize("combine", [lambda n: n + "a", lambda n: "a" * n, lambda n: 1j - n])
def test_a_node_combines_with_nodes_and_numbers(combine):
    with pytest.raises(TypeError, match="operand must hold real numbers, got"):
        combine(sd.Node(1.0))


def test_a_node_without_a_logarithm_says_so():
    with pytest.raises(ValueError, match="value must be positive to have a logarithm, got -1"):
        sd.Node(-1.0).log()


def test_numerical_gradient_protects_x_from_a_function_that_changes_it():
    def spoil(v):
        v *= 2.0
        return v.sum()

    x = np.ones(3)
    np.testing.assert_allclose(sd.numerical_gradient(spoil, x), 2.0, rtol=1e-8)
    np.testing.assert_array_equal(x, 1.0)


@given(st.integers(1, 20), st.integers(1, 25), st.integers(0, 99))
def test_minibatches_show_every_pair_once(m, batch_size, seed):
    X = np.arange(2.0 * m).reshape(2, m)
    batches = list(sd.minibatches(X, X[:1] * 10, batch_size, np.random.default_rng(seed)))
    assert all(x.shape[1] == batch_size for x, _ in batches[:-1])
    joined = np.hstack([x for x, _ in batches])
    np.testing.assert_array_equal(np.hstack([y for _, y in batches]), joined[:1] * 10)
    np.testing.assert_array_equal(np.sort(joined[0]), X[0])


def test_the_next_epoch_has_another_order():
    rng, X = np.random.default_rng(0), np.arange(50.0)[np.newaxis]
    ((one, _),) = sd.minibatches(X, X, 50, rng)
    ((two, _),) = sd.minibatches(X, X, 50, rng)
    assert not np.array_equal(one, two)


def test_training_the_or_gate_reaches_the_cost_of_document_004():
    X, Y = gate("or")
    _, costs = sd.train_logistic(X, Y, [[0.1, 0.6]], [[0.0]], 1.0, 5000, loss="squared_error")
    assert len(costs) == 5000
    assert (round(costs[0], 3), round(costs[1], 3)) == (0.089, 0.084)


@pytest.mark.parametrize("loss", ["bce", "squared_error"])
def test_training_is_the_gradient_and_the_update_repeated(loss):
    W, b, X, Y = problem()
    params, costs = sd.train_logistic(X, Y, W, b, 0.3, 5, loss)
    expected, expected_costs = {"W": W, "b": b}, []
    for _ in range(5):
        grads = sd.logistic_gradients(expected["W"], expected["b"], X, Y, loss)
        expected_costs.append(grads["cost"])
        expected = sd.gradient_descent_update(expected, grads, 0.3)
    np.testing.assert_allclose(costs, expected_costs, rtol=1e-14)
    np.testing.assert_allclose(params["W"], expected["W"], rtol=1e-13)


def test_training_keeps_the_arrays_passed_in():
    W, b, X, Y = problem()
    W_before = W.copy()
    sd.train_logistic(X, Y, W, b, 1.0, 3)
    np.testing.assert_array_equal(W, W_before)


def test_no_epochs_give_no_costs():
    W, b, X, Y = problem()
    assert sd.train_logistic(X, Y, W, b, 1.0, 0)[1] == []


def test_long_training_finds_scikit_learns_minimum():
    X, Y = blobs(m=80)
    params, _ = sd.train_logistic(X, Y, np.zeros((1, 2)), np.zeros((1, 1)), 0.5, 20_000)
    model = LogisticRegression(C=np.inf, tol=1e-10).fit(X.T, Y[0])
    np.testing.assert_allclose(params["W"], model.coef_, rtol=1e-4)


def test_a_huge_learning_rate_diverges_to_infinity_without_nan():
    path = sd.gradient_descent_1d(lambda w: w, 1.0, 50.0, 400)
    assert np.isinf(path[-1])
    assert not np.isnan(path).any()


def test_annealing_halves_the_rate_after_one_over_decay_epochs():
    assert sd.annealed_rate(0.8, 10, decay=0.1) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: sd.chain([1, 2], [1, 2, 3]),
            "upstream and local must have the same shape, got (2,) and (3,)",
        ),
        (
            lambda: sd.logistic_gradients(*problem(), loss="mse"),
            "loss must be one of 'bce', 'squared_error', got 'mse'",
        ),
        (lambda: sd.gradient_descent_update({"W": 1}, {"db": 1}, 1), "grads must hold dW, got db"),
        (
            lambda: sd.gradient_descent_update({"W": 1}, {"dW": 1}, 0),
            "learning_rate must be positive, got 0.0",
        ),
        (
            lambda: sd.numerical_gradient(lambda x: x, [1, 2]),
            "f(x) must be a single number, got shape (2,)",
        ),
        (
            lambda: sd.minibatches(np.ones((2, 3)), np.ones((1, 3)), 0, np.random.default_rng()),
            "batch_size must be at least 1, got 0",
        ),
        (
            lambda: sd.annealed_rate(1, -1, 1),
            "epoch must be at least 0, got -1",
        ),
    ],
)
def test_errors_say_what_is_wrong(call, message):
    with pytest.raises(ValueError) as caught:
        call()
    assert str(caught.value) == message


def test_gradient_check_names_the_missing_gradient():
    with pytest.raises(ValueError, match=r"^gradient must hold db, got dW$"):
        sd.gradient_check(lambda v: v["b"], {"b": 1.0}, {"dW": 1.0})
