"""Inputs drawn apart from the hidden cases, to tell whether two functions are equivalent.

Hidden cases cannot tell it: what they do not see would count as the same. So each exercise of
the course has a description of its valid inputs here, written from the statement of the
exercise. One that has none is judged on hidden cases of other seeds, which is less.
"""

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from course_lib.checks import registry
from course_lib.checks.exercises.gradient_flow import initialize_parameters
from course_lib.checks.exercises.shallow_networks import (
    linear_layer,
    sigmoid_layer,
    two_layer_backward,
)
from course_lib.checks.exercises.sigmoid_derivative import minibatches
from course_lib.checks.model import Case, Exercise, Named, Sheet, case

SAMPLE = 120  # inputs described here
OTHER_SEEDS = range(10_000, 10_010)  # of hidden cases

Generator = np.random.Generator


def matrix(rng: Generator, *shape: int) -> np.ndarray:
    return rng.normal(0.0, 3.0, shape)


def bits(rng: Generator, *shape: int) -> np.ndarray:
    return rng.integers(0, 2, shape).astype(float)


def spread(rng: Generator, *shape: int) -> np.ndarray:
    """Draw probabilities over the whole of (1e-12, 1 - 1e-12)."""
    z = rng.uniform(-27.0, 27.0, shape)
    return np.clip(1.0 / (1.0 + np.exp(-z)), 1e-12, 1.0 - 1e-12)


def shape_of(rng: Generator) -> tuple[int, int]:
    return int(rng.integers(1, 6)), int(rng.integers(1, 9))


def labels_with(values: Callable[..., np.ndarray]) -> Callable[[Generator], tuple]:
    def draw(rng: Generator) -> tuple:
        shape = shape_of(rng)
        return bits(rng, *shape), values(rng, *shape)

    return draw


def linear_arguments(rng: Generator) -> tuple:
    (n_out, n_in), m = shape_of(rng), int(rng.integers(1, 7))
    return matrix(rng, n_out, n_in), matrix(rng, n_in, m), matrix(rng, n_out, 1)


def neuron_arguments(rng: Generator) -> tuple:
    n = int(rng.integers(1, 7))
    return rng.normal(size=n), rng.normal(size=n), float(rng.normal())


def predict_arguments(rng: Generator) -> tuple:
    threshold = float(rng.choice([0.0, 0.125, 0.5, 0.75, 1.0]))
    return rng.choice([0.0, 0.125, 0.3, 0.5, 0.75, 0.9, 1.0], shape_of(rng)), threshold


def line_arguments(rng: Generator) -> tuple:
    return rng.choice([-2.5, -1.0, 0.0, 0.5, 3.0], 2), float(rng.choice([-1.5, 0.0, 2.0]))


def softmax_arguments(rng: Generator) -> tuple:
    return (rng.normal(0.0, rng.choice([2.0, 3e3]), shape_of(rng)),)


def one_hot_arguments(rng: Generator) -> tuple:
    n_classes = int(rng.integers(1, 7))
    return rng.integers(0, n_classes, rng.integers(1, 9)), n_classes


def classes(rng: Generator, n_classes: int, m: int) -> np.ndarray:
    """Draw one-hot labels (C, m)."""
    return np.eye(n_classes)[:, rng.integers(0, n_classes, m)]


def cross_entropy_arguments(rng: Generator) -> tuple:
    shape = shape_of(rng)
    P = np.exp(rng.uniform(-27.0, 0.0, shape))
    return classes(rng, *shape), np.clip(P / P.sum(axis=0), 1e-12, 1.0)


def classes_with_logits(rng: Generator) -> tuple:
    shape = shape_of(rng)
    return classes(rng, *shape), rng.normal(0.0, rng.choice([2.0, 3e3]), shape)


def jacobian_arguments(rng: Generator) -> tuple:
    P = rng.exponential(1.0, rng.integers(1, 7))
    return (P / P.sum(),)


def network(rng: Generator) -> list[int]:
    return rng.integers(1, 30, rng.integers(2, 7)).tolist()


def counts(rng: Generator) -> tuple:
    """Draw examples, features and classes, quotients below and above 1."""
    return tuple(int(2.0 ** rng.uniform(0.0, top)) for top in (14.0, 5.0, 4.0))


def features_first(rng: Generator) -> tuple:
    M, d, c = counts(rng)
    return d, c, M


def network_and_examples(rng: Generator) -> tuple:
    layers = network(rng)
    need = 5 * sum((n + 1) * k for n, k in pairwise(layers))
    return layers, max(1, need + int(rng.integers(-12, 13)))


def step_arguments(rng: Generator) -> tuple:
    return float(rng.uniform(0.0, 9.0)), float(rng.choice([0.0, 0.25, 0.6, 1.0, 1.7]))


def flow_arguments(rng: Generator) -> tuple:
    k = int(rng.integers(0, 9))
    return rng.uniform(0.0, 4.0, k), rng.uniform(0.0, 1.0, k), float(rng.uniform(0.0, 3.0))


def vanishing_arguments(rng: Generator) -> tuple:
    if rng.random() < 0.2:
        factor = 2.0 ** -int(rng.integers(1, 9))
        return factor**2, factor
    return float(rng.uniform(0.001, 0.999)), float(rng.uniform(0.01, 0.99))


def deep_network(rng: Generator) -> tuple:
    depth, m = int(rng.integers(1, 6)), int(rng.integers(1, 7))
    widths = rng.integers(1, 6, depth + 1)
    params = {}
    for layer in range(1, depth + 1):
        params[f"W{layer}"] = rng.normal(size=(widths[layer], widths[layer - 1]))
        params[f"b{layer}"] = rng.normal(size=(widths[layer], 1))
    activations = [str(name) for name in rng.choice(["sigmoid", "tanh", "relu"], depth - 1)]
    X, Y = rng.normal(size=(widths[0], m)), bits(rng, widths[-1], m)
    return params, X, Y, [*activations, "sigmoid"]


def numbers(rng: Generator) -> np.ndarray | float:
    """Draw pre-activations of both signs, among them exact zeros: a matrix, or one number."""
    Z = rng.normal(0.0, rng.choice([1.0, 8.0]), shape_of(rng)).round(int(rng.integers(0, 4)))
    return Z if rng.random() < 0.8 else float(Z[0, 0])


def gradient_and_logits(rng: Generator) -> tuple:
    shape = shape_of(rng)
    return matrix(rng, *shape), rng.normal(0.0, 2.0, shape).round(int(rng.integers(0, 3)))


def units(rng: Generator) -> tuple:
    """Draw a layer in which some units are never, some units hardly ever positive."""
    Z = rng.normal(0.0, 2.0, shape_of(rng)).round(int(rng.integers(0, 3)))
    return (Z - rng.choice([0.0, 3.0], (len(Z), 1)),)


def stack_of_layers(rng: Generator) -> tuple:
    sizes = rng.integers(1, 6, rng.integers(2, 7))
    return ([matrix(rng, n_out, n_in) for n_in, n_out in pairwise(sizes)],)


def function_and_place(rng: Generator) -> tuple:
    f = Named(str(rng.choice(["cubic", "sines", "sum_of_squares"])))
    x = rng.choice([-1.0, 1.0], shape_of(rng)) * rng.uniform(0.5, 2.0)
    return (f, x) if rng.random() < 0.5 else (f, x, float(rng.uniform(0.1, 0.6)))


def two_factors(rng: Generator) -> tuple:
    shape = shape_of(rng)
    return matrix(rng, *shape), matrix(rng, *shape)


def named_gradients(rng: Generator) -> tuple:
    params = {f"{kind}{k}": matrix(rng, *shape_of(rng)) for k in range(2) for kind in "Wb"}
    grads = {f"d{name}": matrix(rng, *value.shape) for name, value in params.items()}
    return params, grads, float(rng.uniform(0.01, 3.0))


def one_neuron(rng: Generator) -> tuple:
    n, m = int(rng.integers(1, 6)), int(rng.integers(1, 12))
    W, b = rng.normal(size=(1, n)), rng.normal(size=(1, 1))
    return W, b, rng.normal(0.0, 1.5, (n, m)), bits(rng, 1, m)


def training(rng: Generator) -> tuple:
    W, b, X, Y = one_neuron(rng)
    return X, Y, W, b, float(rng.uniform(0.01, 1.5)), int(rng.integers(0, 12))


def layers_of_two(rng: Generator, n_0: int, n_2: int) -> dict[str, np.ndarray]:
    n_1 = int(rng.integers(1, 7))
    shapes = {"W1": (n_1, n_0), "b1": (n_1, 1), "W2": (n_2, n_1), "b2": (n_2, 1)}
    return {name: rng.normal(size=shape) for name, shape in shapes.items()}


def forward_arguments(rng: Generator) -> tuple:
    (n_0, m), n_2 = shape_of(rng), int(rng.integers(1, 4))
    return layers_of_two(rng, n_0, n_2), matrix(rng, n_0, m)


def rows_arguments(rng: Generator) -> tuple:
    n_0, m = shape_of(rng)
    params = {name: value.T.copy() for name, value in layers_of_two(rng, n_0, 1).items()}
    return params, matrix(rng, m, n_0), bits(rng, m, 1)


ARGUMENTS: dict[str, Callable[[Generator], tuple]] = {
    "sigmoid": lambda rng: (rng.normal(0.0, rng.choice([1.0, 30.0, 400.0]), shape_of(rng)),),
    "linear_forward": linear_arguments,
    "neuron": neuron_arguments,
    "bernoulli_pmf": labels_with(spread),
    "predict": predict_arguments,
    "accuracy": lambda rng: (lambda m: (bits(rng, 1, m), bits(rng, 1, m)))(rng.integers(1, 12)),
    "decision_boundary_line": line_arguments,
    "bce_from_logits": labels_with(lambda rng, *s: rng.normal(0.0, rng.choice([2.0, 2e3]), s)),
    "sigmoid_bce_grad": labels_with(matrix),
    "softmax": softmax_arguments,
    "one_hot": one_hot_arguments,
    "cross_entropy": cross_entropy_arguments,
    "softmax_jacobian": jacobian_arguments,
    "softmax_cross_entropy_grad": classes_with_logits,
    "cross_entropy_from_logits": classes_with_logits,
    **{
        name: labels_with(spread)
        for name in ("squared_error", "squared_error_grad", "squared_error_cost")
    },
    **{name: labels_with(spread) for name in ("bce", "bce_grad", "bce_cost")},
    **{name: lambda rng: (network(rng),) for name in ("parameter_terms", "parameter_count")},
    "spectral_norm": lambda rng: (matrix(rng, *shape_of(rng)),),
    "per_layer_factor": step_arguments,
    "gradient_flow": flow_arguments,
    "layers_until": vanishing_arguments,
    "gradient_norms": deep_network,
    "count_layers": lambda rng: (network(rng), bool(rng.integers(2))),
    "depth_bound": counts,
    "parameter_budget": lambda rng: (int(rng.integers(1, 5000)), rng.choice([1.0, 2.5, 5.0])),
    "fits_budget": network_and_examples,
    **dict.fromkeys(("starting_architecture", "shrink_to_budget"), features_first),
    **{name: lambda rng: (numbers(rng),) for name in ("relu", "relu_prime", "tanh_prime")},
    "relu_backward": gradient_and_logits,
    **dict.fromkeys(("inactive_units", "dead_units"), units),
    "linear_stack": stack_of_layers,
    "sigmoid_prime": lambda rng: (rng.normal(0.0, rng.choice([1.0, 12.0]), shape_of(rng)),),
    "sigmoid_prime_from_output": lambda rng: (spread(rng, *shape_of(rng)),),
    "numerical_gradient": function_and_place,
    "chain": two_factors,
    "gradient_descent_update": named_gradients,
    "logistic_gradients": one_neuron,
    "train_logistic": training,
    "feature_cross": lambda rng: (matrix(rng, 2, rng.integers(1, 9)),),
    "two_layer_forward": forward_arguments,
    "rows_backward": rows_arguments,
}


def a_backward_pass(rng: Generator) -> Case:
    params, X = forward_arguments(rng)
    Y = bits(rng, len(params["W2"]), X.shape[1])
    return two_layer_backward.pass_of("sample", params, X, Y)


def a_linear_layer(rng: Generator) -> Case:
    n, h, m = rng.integers(1, 7, 3)
    if rng.random() < 0.3:
        return linear_layer.two_rounds(rng, n, h, m)
    return linear_layer.once("sample", rng, n, h, m, float(rng.uniform(0.01, 2.0)))


def a_sigmoid_layer(rng: Generator) -> Case:
    shape = shape_of(rng)
    if rng.random() < 0.3:
        return sigmoid_layer.in_turn(matrix(rng, *shape), matrix(rng, *shape))
    return sigmoid_layer.once("sample", 3.0 * matrix(rng, *shape), matrix(rng, *shape))


def some_epochs(rng: Generator) -> Case:
    m, batch_size, n = rng.integers(1, 40), rng.integers(1, 45), rng.integers(1, 5)
    return minibatches.drawn("sample", rng, int(m), int(batch_size), int(n))


def some_draws(rng: Generator) -> Case:
    init, seed = str(rng.choice(["plain", "xavier", "he"])), int(rng.integers(2**31))
    n_in, n_out = (int(n) for n in rng.integers(1, 200, 2))
    return initialize_parameters.draws("sample", n_in, n_out, init, seed, init=init)


SCRIPTS: dict[str, Callable[[Generator], Case]] = {
    "two_layer_backward": a_backward_pass,
    "LinearLayer": a_linear_layer,
    "SigmoidLayer": a_sigmoid_layer,
    "minibatches": some_epochs,
    "initialize_parameters": some_draws,
}


def is_described(name: str) -> bool:
    """Tell whether the valid inputs of an exercise are described here."""
    return name in ARGUMENTS or name in SCRIPTS


def draw(name: str, rng: Generator) -> Case:
    """Draw one valid input of a described exercise."""
    return SCRIPTS[name](rng) if name in SCRIPTS else case("sample", *ARGUMENTS[name](rng))


def sample_sheet(exercise: Exercise) -> Sheet:
    """
    Draw many valid inputs: as described here, and hidden cases of seeds used nowhere else.

    Parameters
    ----------
    exercise : Exercise
        The exercise.

    Returns
    -------
    Sheet
        The inputs with the right outcomes.
    """
    rng = np.random.default_rng(20240229)
    cases: list[Case] = []
    if is_described(exercise.name):
        cases += [draw(exercise.name, rng) for _ in range(SAMPLE)]
    for seed in OTHER_SEEDS:
        cases += exercise.hidden(registry.generator(exercise.name, seed))
    return registry.make_sheet(exercise, tuple(cases))
