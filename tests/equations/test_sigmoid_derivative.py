"""Equations of the chapter *Sigmoid derivative*, each against something independent."""

import itertools

import numpy as np
import pytest
import scipy.differentiate
import scipy.optimize
import scipy.special
import scipy.stats
import sympy
from sklearn.linear_model import SGDClassifier

from course_lib.cost_curvature import logistic_curvature
from course_lib.sigmoid_derivative import (
    ComputationalGraph,
    Node,
    annealed_rate,
    chain,
    gradient_descent_1d,
    gradient_descent_update,
    logistic_gradients,
    minibatches,
    numerical_gradient,
    sigmoid_prime,
    sigmoid_prime_from_output,
    single_example_step,
    train_logistic,
)

RNG = np.random.default_rng(11)
Z = sympy.symbols("z", real=True)
SIGMA = 1 / (1 + sympy.exp(-Z))
SLOPE = sympy.diff(SIGMA, Z)


def is_zero(expression: sympy.Expr) -> bool:
    return sympy.simplify(expression) == 0


def problem(n: int = 3, m: int = 6) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Draw W, b, X, Y of one neuron."""
    Y = RNG.integers(0, 2, (1, m)).astype(float)
    return RNG.normal(size=(1, n)), RNG.normal(size=(1, 1)), RNG.normal(size=(n, m)), Y


def scipy_cost(parameters: np.ndarray, X: np.ndarray, Y: np.ndarray) -> float:
    """Mean cross-entropy as the negative log-likelihood of SciPy's Bernoulli distribution."""
    P = scipy.special.expit(parameters[:-1] @ X + parameters[-1])
    return -scipy.stats.bernoulli.logpmf(Y[0], P).mean()


@pytest.mark.equation("sigmoid-prime")
def test_the_slope_is_the_density_of_the_logistic_distribution():
    assert is_zero(SLOPE - SIGMA * (1 - SIGMA))
    z = np.linspace(-40, 40, 161)
    np.testing.assert_allclose(sigmoid_prime(z), scipy.stats.logistic.pdf(z), rtol=1e-13)


@pytest.mark.equation("sigmoid-prime-from-output")
def test_the_slope_from_the_output_is_the_slope_at_the_logit():
    p = np.linspace(0.01, 0.99, 99)
    expected = scipy.stats.logistic.pdf(scipy.special.logit(p))
    np.testing.assert_allclose(sigmoid_prime_from_output(p), expected, rtol=1e-12)


@pytest.mark.equation("proof-power-rule")
def test_each_step_of_the_power_rule_is_the_slope():
    steps = [
        -((1 + sympy.exp(-Z)) ** -2) * -sympy.exp(-Z),
        sympy.exp(-Z) / (1 + sympy.exp(-Z)) ** 2,
        SIGMA**2 * (1 - SIGMA) / SIGMA,
        SIGMA * (1 - SIGMA),
    ]
    assert all(is_zero(step - SLOPE) for step in steps)


@pytest.mark.equation("proof-substitution")
def test_each_step_of_the_substitution_is_the_slope():
    u = sympy.symbols("u", positive=True)
    inner = 1 + sympy.exp(-Z)
    steps = [
        sympy.diff(1 / u, u).subs(u, inner) * sympy.diff(inner, Z),
        (-1 / u**2).subs(u, inner) * -sympy.exp(-Z),
        (1 / u * (u - 1) / u).subs(u, inner),
        (1 / u * (1 - 1 / u)).subs(u, inner),
    ]
    assert all(is_zero(step - SLOPE) for step in steps)


@pytest.mark.equation("proof-factors")
def test_the_two_factors_are_the_sigmoid_and_its_complement():
    second = sympy.exp(-Z) / (1 + sympy.exp(-Z))
    assert is_zero(second - (1 - SIGMA))
    assert is_zero(second - SIGMA.subs(Z, -Z))
    assert is_zero(SIGMA * second - SLOPE)


@pytest.mark.equation("proof-reciprocal")
def test_each_step_through_the_reciprocal_is_the_slope():
    assert is_zero(sympy.diff(1 / SIGMA, Z) + SLOPE / SIGMA**2)
    assert is_zero(-sympy.exp(-Z) - (1 - 1 / SIGMA))
    assert is_zero(-(SIGMA**2) * (1 - 1 / SIGMA) - SLOPE)
    assert is_zero(-(SIGMA**2) * (SIGMA - 1) / SIGMA - SLOPE)


@pytest.mark.equation("proof-log-odds")
def test_the_inverse_function_has_the_inverse_slope():
    p = sympy.symbols("p", positive=True)
    logit = sympy.log(p) - sympy.log(1 - p)
    assert is_zero(sympy.diff(logit, p) - 1 / (p * (1 - p)))
    assert is_zero((1 / sympy.diff(logit, p)).subs(p, SIGMA) - SLOPE)


@pytest.mark.equation("central-difference")
def test_the_central_difference_agrees_with_calculus():
    x = RNG.normal(size=(2, 3))
    np.testing.assert_allclose(
        numerical_gradient(lambda v: float(np.sum(np.sin(v) ** 2)), x), np.sin(2 * x), rtol=1e-8
    )
    # (x + h)^3 - (x - h)^3 = 2h (3x^2 + h^2), so h = 1/2 shows which quotient is taken.
    assert numerical_gradient(lambda v: float(v**3), 1.0, h=0.5) == 3.25


@pytest.mark.equation("chain")
def test_upstream_times_local_is_the_derivative_of_the_composition():
    z = RNG.normal(size=(2, 4))
    composed = scipy.differentiate.derivative(lambda v: np.exp(scipy.special.expit(v)), z).df
    passed_on = chain(np.exp(scipy.special.expit(z)), scipy.stats.logistic.pdf(z))
    np.testing.assert_allclose(passed_on, composed, rtol=1e-8)


@pytest.mark.equation("sum-over-paths")
def test_the_gradient_is_the_sum_over_the_paths():
    a, b = sympy.symbols("a b")
    expected = float(sympy.diff((a * b) * (b + 5), b).subs({a: 2, b: 5}))
    first, second = Node(2.0), Node(5.0)
    graph = ComputationalGraph((first * second) * (second + 5))
    graph.backward()
    assert second.grad == sum(graph.path_products(second)) == expected == 30.0


@pytest.mark.equation("parameter-gradients")
def test_weights_get_dz_times_their_input_and_the_bias_gets_dz():
    w1, w2, bias, x1, x2, y = sympy.symbols("w1 w2 b x1 x2 y")
    p = SIGMA.subs(Z, w1 * x1 + w2 * x2 + bias)
    loss = -y * sympy.log(p) - (1 - y) * sympy.log(1 - p)
    at = {w1: 0.3, w2: -0.8, bias: 0.2, x1: 1.5, x2: -0.4, y: 1}
    found = single_example_step([0.3, -0.8], 0.2, [1.5, -0.4], 1.0)
    expected = [float(sympy.diff(loss, v).subs(at)) for v in (w1, w2, bias)]
    np.testing.assert_allclose([*found["dw"], found["db"]], expected, rtol=1e-12)
    np.testing.assert_allclose(found["dw"], found["dz"] * np.array([1.5, -0.4]), rtol=1e-15)


@pytest.mark.equation("gradient-vector")
def test_no_direction_climbs_more_steeply_than_the_gradient():
    W, b, X, Y = problem()
    found = logistic_gradients(W, b, X, Y)
    gradient = np.concatenate([found["dW"][0], found["db"][0]])
    here = np.concatenate([W[0], b[0]])

    def climb(direction: np.ndarray) -> float:
        unit = 1e-5 * direction / np.linalg.norm(direction)
        return scipy_cost(here + unit, X, Y) - scipy_cost(here - unit, X, Y)

    others = RNG.normal(size=(200, gradient.size))
    assert climb(gradient) > max(climb(direction) for direction in others)


@pytest.mark.equation("gradient-descent")
def test_every_parameter_moves_by_the_rate_times_its_gradient():
    params = {"W": RNG.normal(size=(2, 3)), "b": RNG.normal(size=(2, 1))}
    grads = {"dW": RNG.normal(size=(2, 3)), "db": RNG.normal(size=(2, 1))}
    new = gradient_descent_update(params, grads, 0.25)
    for name, value in params.items():
        for index in np.ndindex(value.shape):
            assert new[name][index] == value[index] - 0.25 * grads[f"d{name}"][index]


@pytest.mark.equation("bowl-factor")
@pytest.mark.parametrize("rate", [5e-10, 0.5, 5.0, 50.0])
def test_on_a_parabola_each_step_multiplies_by_one_factor(rate):
    curvature, w0 = 0.1, 1.5
    path = gradient_descent_1d(lambda w: curvature * w, w0, rate, steps=12)
    np.testing.assert_allclose(path, (1 - rate * curvature) ** np.arange(13) * w0, rtol=1e-12)
    assert (abs(path[-1]) < abs(w0)) == (0 < rate < 2 / curvature)


@pytest.mark.equation("annealing")
def test_the_annealed_rate_solves_its_recursion():
    # 1/rate grows by decay/first each epoch.
    rates = annealed_rate(0.8, np.arange(6), 0.5)
    assert rates[0] == 0.8
    np.testing.assert_allclose(np.diff(1 / rates), 0.5 / 0.8, rtol=1e-13)


@pytest.mark.equation("mean-gradient")
def test_the_gradient_of_the_cost_is_the_mean_of_single_gradients():
    W, b, X, Y = problem()
    single = [single_example_step(W[0], b[0, 0], X[:, i], Y[0, i])["dw"] for i in range(6)]
    here = np.concatenate([W[0], b[0]])
    of_the_cost = scipy.optimize.approx_fprime(here, scipy_cost, 1e-7, X, Y)
    np.testing.assert_allclose(np.mean(single, axis=0), of_the_cost[:-1], rtol=1e-5, atol=1e-7)


@pytest.mark.equation("bias-gradient")
def test_the_bias_gradient_sums_the_paths_of_all_examples():
    W, b, X, Y = problem(n=1, m=3)
    bias, weight = Node(b.item()), Node(W.item())
    total = Node(0.0)
    for x, y in zip(X[0], Y[0], strict=True):
        p = (weight * x + bias).sigmoid()
        total = total - (p if y else 1 - p).log() * (1 / 3)
    ComputationalGraph(total).backward()
    found = logistic_gradients(W, b, X, Y)
    np.testing.assert_allclose(found["dZ"].sum(), bias.grad, rtol=1e-12)
    np.testing.assert_allclose(found["db"].item(), bias.grad, rtol=1e-12)


@pytest.mark.equation("dot-product-derivative")
def test_the_derivative_of_a_dot_product_is_the_transposed_example():
    W, x = sympy.MatrixSymbol("W", 1, 2), sympy.MatrixSymbol("x", 2, 1)
    z = sympy.Matrix(W).dot(sympy.Matrix(x))
    row = sympy.Matrix([[sympy.diff(z, W[0, 0]), sympy.diff(z, W[0, 1])]])
    assert row == sympy.Matrix(x).T


@pytest.mark.equation("outer-products")
def test_the_weight_gradient_is_a_sum_of_outer_products():
    W, b, X, Y = problem(n=4, m=7)
    found = logistic_gradients(W, b, X, Y)
    summed = sum(found["dZ"][0, i] * np.outer([1.0], X[:, i]) for i in range(7))
    np.testing.assert_allclose(found["dW"], summed, rtol=1e-12, atol=1e-15)


@pytest.mark.equation("logistic-gradients")
def test_all_gradients_agree_with_differences_of_an_independent_cost():
    W, b, X, Y = problem(n=4, m=9)
    found = logistic_gradients(W, b, X, Y)
    here = np.concatenate([W[0], b[0]])
    measured = scipy.optimize.approx_fprime(here, scipy_cost, 1e-7, X, Y)
    np.testing.assert_allclose(
        np.concatenate([found["dW"][0], found["db"][0]]), measured, rtol=1e-5, atol=1e-7
    )
    np.testing.assert_allclose(found["dZ"], (found["P"] - Y) / 9, rtol=1e-12)
    assert (found["dZ"].shape, found["dW"].shape, found["db"].shape) == ((1, 9), (1, 4), (1, 1))


@pytest.mark.equation("minibatch-gradient")
def test_gradients_of_equal_mini_batches_average_to_the_full_gradient():
    W, b, X, Y = problem(n=2, m=12)
    blocks = list(minibatches(X, Y, 4, np.random.default_rng(0)))
    single = [logistic_gradients(W, b, x, y)["dW"] for x, y in blocks]
    here = np.concatenate([W[0], b[0]])
    full = scipy.optimize.approx_fprime(here, scipy_cost, 1e-7, X, Y)[:-1]
    assert len(blocks) == 3
    np.testing.assert_allclose(np.mean(single, axis=0)[0], full, rtol=1e-5, atol=1e-7)
    x, y = blocks[0]
    by_sum = (scipy.special.expit(W @ x + b) - y) @ x.T / 4
    np.testing.assert_allclose(single[0], by_sum, rtol=1e-12)


@pytest.mark.equation("training-loop")
def test_training_on_one_example_follows_scikit_learn():
    # With one example the full batch is what SGDClassifier does in each epoch.
    x, rate, epochs = np.array([[0.7, -1.2]]), 0.3, 8
    model = SGDClassifier(loss="log_loss", penalty=None, learning_rate="constant", eta0=rate)
    start = np.array([[0.1, 0.6]]), np.array([0.2])
    model.partial_fit(x, [1], classes=[0, 1])
    model.coef_, model.intercept_ = start[0].copy(), start[1].copy()
    for _ in range(epochs):
        model.partial_fit(x, [1])
    trained, costs = train_logistic(x.T, [[1.0]], start[0], [[0.2]], rate, epochs)
    np.testing.assert_allclose(trained["W"], model.coef_, rtol=1e-9)
    np.testing.assert_allclose(trained["b"][0], model.intercept_, rtol=1e-9)
    first = np.concatenate([start[0][0], start[1]])
    np.testing.assert_allclose(costs[0], scipy_cost(first, x.T, np.array([[1]])), rtol=1e-12)


@pytest.mark.equation("cost-curvature")
def test_the_curvature_is_the_second_derivative_of_an_independent_cost():
    W, b, X, _ = problem(n=2, m=5)
    w1, w2, bias = parameters = sympy.symbols("w1 w2 b")
    # Any labels: the curvature does not depend on them.
    for labels in ([0, 1, 1, 0, 1], [1, 1, 0, 0, 0]):
        cost = sum(
            sympy.log(1 + sympy.exp(score)) - y * score
            for x, y in zip(X.T, labels, strict=True)
            for score in [w1 * x[0] + w2 * x[1] + bias]
        )
        at = dict(zip(parameters, [*W[0], b.item()], strict=True))
        expected = np.array(sympy.hessian(cost / 5, parameters).subs(at).evalf(), dtype=float)
        found = logistic_curvature(W, b, X)
        np.testing.assert_allclose(found, expected, rtol=1e-10)
    assert np.linalg.eigvalsh(found).min() > 0.0


@pytest.mark.equation("gradient-noise")
def test_the_noise_of_a_block_follows_from_listing_all_draws():
    # All ordered draws of two with replacement, then all pairs without, counted out.
    each = RNG.normal(size=(3, 5))
    mean = each.mean(axis=1)
    apart = [np.square(each[:, i] - mean).sum() for i in range(5)]
    both = [
        np.square((each[:, i] + each[:, j]) / 2 - mean).sum()
        for i, j in itertools.product(range(5), repeat=2)
    ]
    np.testing.assert_allclose(np.mean(both), np.mean(apart) / 2, rtol=1e-12)
    pairs = [
        np.square((each[:, i] + each[:, j]) / 2 - mean).sum()
        for i, j in itertools.combinations(range(5), 2)
    ]
    np.testing.assert_allclose(np.mean(pairs), np.mean(apart) / 2 * (5 - 2) / (5 - 1), rtol=1e-12)
