"""Each rule of the engine catches an answer that nothing else catches."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
import pytest

from course_lib.checks import registry
from course_lib.checks.author.audit import verdict
from course_lib.checks.engine import compare_all
from course_lib.checks.model import Sheet
from course_lib.checks.rules import (
    GENERATORS,
    LABELS,
    NO_GENERATOR,
    ONCE_MORE,
    RESULTS_STAY,
    WHOLE_NUMBERS,
)
from course_lib.checks.run import run_cases

NAMES = registry.names()


def sheets(name: str) -> list[Sheet]:
    """Return the visible cases, and hidden ones of a few seeds."""
    exercise = registry.find(name)
    return [registry.visible_sheet(name), *(registry.hidden_sheet(exercise, s) for s in range(3))]


def wrong_labels(sheet: Sheet, function: Callable[..., Any]) -> set[str]:
    outcomes = run_cases(sheet.cases, function, sheet.parameters, quiet=True)
    differences = compare_all(sheet, outcomes, [])
    return {case.label for case, d in zip(sheet.cases, differences, strict=True) if d}


# ------------------------------------------------------------------ planted answers


def forgets_after_the_first_time() -> Callable[..., Any]:
    """Make a function that is right the first time it gets an argument."""
    seen = set()

    def layers_until(threshold, factor):
        again = (threshold, factor) in seen
        seen.add((threshold, factor))
        return registry.find("layers_until").reference(threshold, factor) + again

    return layers_until


def one_buffer_for_each_shape() -> Callable[..., Any]:
    """Make a function that writes the next result into the last one."""
    buffers: dict[tuple[int, ...], np.ndarray] = {}

    def relu(z):
        if np.ndim(z) == 0:
            return max(0.0, z)
        return np.maximum(0.0, z, out=buffers.setdefault(z.shape, np.empty(z.shape)))

    return relu


def remembers_by_shape() -> Callable[..., Any]:
    """Make a function that computes once for arguments of a shape."""
    known: dict[Any, np.ndarray] = {}

    def relu_backward(dA, Z):
        return known.setdefault(Z.shape, dA * (Z > 0)).copy()

    return relu_backward


def hands_out_what_it_remembers() -> Callable[..., Any]:
    """Make a function with a memory that its caller can write into."""

    @lru_cache
    def slopes(data, shape):
        return 1.0 - np.tanh(np.frombuffer(data).reshape(shape)) ** 2

    def tanh_prime(z):
        z = np.asarray(z, dtype=float)
        return slopes(z.tobytes(), z.shape)

    return tanh_prime


def layer_with_one_buffer() -> type:
    """Make a layer whose next result of one shape overwrites the last one."""

    class SigmoidLayer:
        def __init__(self):
            self.out = {}

        def forward(self, Z):
            self.A = 1.0 / (1.0 + np.exp(-np.asarray(Z, dtype=float)))
            kept = self.out.setdefault(Z.shape, np.empty(Z.shape))
            kept[...] = self.A
            return kept

        def backward(self, dA):
            return dA * self.A * (1.0 - self.A)

    return SigmoidLayer


def truncates_for_integer_labels() -> Callable[..., Any]:
    """Make a function that takes the dtype of the labels for its own numbers."""
    reference = registry.find("gradient_norms").reference

    def gradient_norms(params, X, Y, activations):
        norms = reference(params, X.astype(float), Y.astype(float), activations)
        return norms.astype(Y.dtype)

    return gradient_norms


def cuts_losses_of_integers() -> Callable[..., Any]:
    """Make a function that fills an array made like the scores."""
    reference = registry.find("bce_from_logits").reference

    def bce_from_logits(y, z):
        y, z = np.broadcast_arrays(y, z)
        losses = np.zeros_like(z)
        losses[...] = reference(y.astype(float), z.astype(float))
        return losses

    return bce_from_logits


def cuts_gradients_of_integers() -> Callable[..., Any]:
    """Make a function whose gradients are made like the weights, within a dict."""
    reference = registry.find("two_layer_backward").reference

    def two_layer_backward(params, cache, X, Y):
        grads = dict(reference(params, cache, X, Y))
        return grads | {f"d{k}": grads[f"d{k}"].astype(v.dtype) for k, v in params.items()}

    return two_layer_backward


def shuffles_by_the_global_generator() -> Callable[..., Any]:
    def minibatches(X, Y, batch_size, rng):
        order = np.random.permutation(X.shape[1])  # noqa: NPY002
        for k in range(0, X.shape[1], batch_size):
            yield X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]

    return minibatches


def shuffles_by_a_generator_of_its_own() -> Callable[..., Any]:
    reference = registry.find("minibatches").reference

    def minibatches(X, Y, batch_size, rng):
        return list(reference(X, Y, batch_size, np.random.default_rng()))

    return minibatches


def seeds_the_global_generator() -> Callable[..., Any]:
    """Make a function whose draws are right, and which leaves a trace in NumPy."""

    def initialize_parameters(n_in, n_out, init="plain", rng=None):
        np.random.seed(int(rng.integers(2**31)))  # noqa: NPY002
        spread = {"plain": 0.01, "xavier": n_in**-0.5, "he": (2 / n_in) ** 0.5}[init]
        W = spread * np.random.standard_normal((n_out, n_in))  # noqa: NPY002
        return {"W": W, "b": np.zeros((n_out, 1))}

    return initialize_parameters


def needs_a_generator() -> type:
    """Make a layer that cannot do without a generator."""

    class LinearLayer(registry.find("LinearLayer").reference):
        def __init__(self, n_in, n_out, init="plain", rng=None):
            rng.random()
            super().__init__(n_in, n_out, init, rng)

    return LinearLayer


PLANTED = [
    ("layers_until", forgets_after_the_first_time, ONCE_MORE),
    ("relu", one_buffer_for_each_shape, RESULTS_STAY),
    ("relu_backward", remembers_by_shape, RESULTS_STAY),
    ("tanh_prime", hands_out_what_it_remembers, RESULTS_STAY),
    ("SigmoidLayer", layer_with_one_buffer, RESULTS_STAY),
    ("gradient_norms", truncates_for_integer_labels, WHOLE_NUMBERS),
    ("bce_from_logits", cuts_losses_of_integers, WHOLE_NUMBERS),
    ("two_layer_backward", cuts_gradients_of_integers, WHOLE_NUMBERS),
    ("minibatches", shuffles_by_the_global_generator, GENERATORS),
    ("minibatches", shuffles_by_a_generator_of_its_own, GENERATORS),
    ("initialize_parameters", seeds_the_global_generator, GENERATORS),
    ("LinearLayer", needs_a_generator, NO_GENERATOR),
]


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize(
    ("name", "make", "label"), PLANTED, ids=lambda p: getattr(p, "__name__", p)
)
def test_a_rule_catches_what_nothing_else_does(name: str, make: Callable, label: str) -> None:
    state = np.random.get_state()  # noqa: NPY002
    try:
        found = [wrong_labels(sheet, make()) for sheet in sheets(name)]
    finally:
        np.random.set_state(state)  # noqa: NPY002
    assert set().union(*found) == {label}
    assert label in found[0]


def test_every_rule_has_an_answer_that_only_it_catches() -> None:
    assert {label for _, _, label in PLANTED} == set(LABELS)


# ------------------------------------------------------------------ what rules leave alone


@pytest.mark.parametrize("name", NAMES)
def test_the_authors_cases_come_first_in_their_order(name: str) -> None:
    visible = registry.find(name).visible
    cases = registry.visible_sheet(name).cases
    assert cases[: len(visible)] == visible
    assert [case.label for case in cases[len(visible) :] if case.label not in LABELS] == []


def test_an_argument_may_be_the_result() -> None:
    def linear_stack(weights):
        product = weights[0]
        for W in weights[1:]:
            product = W @ product
        return product

    assert [verdict(sheet, linear_stack) for sheet in sheets("linear_stack")] == [None] * 4


def test_what_a_notebook_holds_is_as_before_after_a_check() -> None:
    held = np.array([[1.0, 2.0]])
    terms = [1, 2]
    for name, kept in (("relu", held), ("parameter_terms", terms), ("softmax", [held])):
        before = str(kept)
        assert verdict(registry.visible_sheet(name), lambda *args, k=kept, **kwargs: k) is not None
        assert str(kept) == before


def test_integers_are_not_given_where_an_accepted_answer_cuts_them() -> None:
    exercise = registry.find("numerical_gradient")
    assert WHOLE_NUMBERS not in labels(registry.make_sheet(exercise, exercise.visible))
    kept = tuple(a for a in exercise.alternatives if a.name != "np.nditer")
    strict = replace(exercise, alternatives=kept)
    assert WHOLE_NUMBERS in labels(registry.make_sheet(strict, strict.visible))


def labels(sheet: Sheet) -> list[str]:
    """List what the cases of a sheet are called."""
    return [case.label for case in sheet.cases]


def test_an_argument_may_be_changed_and_changed_back() -> None:
    def numerical_gradient(f, x, h=1e-5):
        if np.ndim(x) == 0:
            return (f(x + h) - f(x - h)) / (2 * h)
        slopes = np.zeros(x.shape)
        for k in np.ndindex(x.shape):
            old = x[k]
            x[k] = old + h
            above = f(x)
            x[k] = old - h
            below = f(x)
            x[k] = old
            slopes[k] = (above - below) / (2 * h)
        return slopes

    found = [verdict(sheet, numerical_gradient) for sheet in sheets("numerical_gradient")]
    assert found == [None] * 4


# ------------------------------------------------------------------ order and distribution


def test_the_order_of_hidden_cases_is_drawn_from_the_seed() -> None:
    exercise = registry.find("fits_budget")
    orders = [[c.label for c in registry.hidden_sheet(exercise, s).cases] for s in (1, 1, 2)]
    assert orders[0] == orders[1] != orders[2]
    assert sorted(orders[0]) == sorted(orders[2])


def test_answers_by_the_number_of_the_call_are_refused() -> None:
    exercise = registry.find("fits_budget")
    answers = [outcome.values[0][1] for outcome in registry.hidden_sheet(exercise, 1).expected]
    refused = [verdict(registry.hidden_sheet(exercise, s), by_number(answers)) for s in range(2, 8)]
    assert None not in refused


def by_number(answers: list[bool]) -> Callable[..., bool]:
    """Make a function that gives one answer after the other, whatever it is asked."""
    left = iter(answers)
    return lambda layers, n_samples: next(left)


def drawn_by(draw: Callable[[Any, int, int], np.ndarray]) -> Callable[..., Any]:
    def initialize_parameters(n_in, n_out, init="plain", rng=None):
        spread = {"plain": 0.01, "xavier": n_in**-0.5, "he": (2 / n_in) ** 0.5}[init]
        return {"W": spread * draw(rng, n_in, n_out), "b": np.zeros((n_out, 1))}

    return initialize_parameters


def uniform(rng, n_in, n_out):
    return rng.uniform(-(3**0.5), 3**0.5, (n_out, n_in))


def one_row_for_all(rng, n_in, n_out):
    row = rng.standard_normal(n_in)
    return np.tile((row - row.mean()) / row.std(), (n_out, 1))


def signs(rng, n_in, n_out):
    return rng.choice([-1.0, 1.0], (n_out, n_in))


@pytest.mark.parametrize("draw", [uniform, one_row_for_all, signs])
def test_weights_that_are_not_normal_or_alike_are_refused(draw: Callable) -> None:
    found = [verdict(sheet, drawn_by(draw)) for sheet in sheets("initialize_parameters")]
    assert {str(failure.quantity).split(",")[0] for failure in found} == {"W"}


def turned(X, Y, batch_size, rng):
    order = np.roll(np.arange(X.shape[1]), rng.integers(X.shape[1]))
    return [
        (X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]])
        for k in range(0, X.shape[1], batch_size)
    ]


def batches_shuffled(X, Y, batch_size, rng):
    starts = rng.permutation(range(0, X.shape[1] - batch_size + 1, batch_size))
    rest = X.shape[1] - X.shape[1] % batch_size
    starts = [*starts, *([rest] if rest < X.shape[1] else [])]
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in starts]


@pytest.mark.parametrize("shuffle", [turned, batches_shuffled])
def test_examples_that_stay_neighbors_are_refused(shuffle: Callable) -> None:
    found = [verdict(sheet, shuffle) for sheet in sheets("minibatches")]
    assert None not in found
