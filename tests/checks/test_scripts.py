"""Cases with classes, generators, named functions, iterators and dicts, on toy exercises."""

from dataclasses import replace
from typing import ClassVar

import numpy as np
import pytest

from course_lib.checks import registry
from course_lib.checks.author.audit import audit, verdict
from course_lib.checks.encode import read_sheets, write_sheets
from course_lib.checks.functions import TEST_FUNCTIONS, find, name_of
from course_lib.checks.model import (
    Exercise,
    Mistake,
    Named,
    Seed,
    Tolerance,
    call,
    case,
    construct,
    read,
    script,
    write,
)

W = np.array([[1.0, 2.0], [3.0, 4.0]])
A = np.array([[1.0, -1.0, 0.5], [0.0, 2.0, 1.0]])


class Layer:
    """A toy linear layer without bias."""

    def __init__(self, n_in, n_out, rng):
        self.params = {"W": 0.01 * rng.normal(size=(n_out, n_in))}
        self.grads = {}

    def forward(self, A_prev):
        self.cache = A_prev
        return self.params["W"] @ A_prev

    def backward(self, dZ):
        self.grads = {"dW": dZ @ self.cache.T}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]


class SharedCache(Layer):
    """Keeps the cache on the class, so that two layers disturb each other."""

    cache: ClassVar[list] = [None]

    def forward(self, A_prev):
        SharedCache.cache[0] = A_prev
        return self.params["W"] @ A_prev

    def backward(self, dZ):
        self.grads = {"dW": dZ @ SharedCache.cache[0].T}
        return self.params["W"].T @ dZ


class ForgetsGrads(Layer):
    """Returns dA_prev, but never sets grads."""

    def backward(self, dZ):
        return self.params["W"].T @ dZ


class Ascends(Layer):
    """Adds the gradient."""

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] + learning_rate * self.grads["dW"]


def layer_cases(rng):
    B = rng.normal(size=(2, 3))
    yield script(
        "two layers in turn",
        construct("one", 2, 2, Seed(3)),
        construct("other", 2, 2, Seed(3, "second")),
        write("one", "params", "W", W),
        call("one", "forward", A, quantity="Z of the first layer"),
        call("other", "forward", B, quantity="Z of the second layer"),
        call("one", "backward", A, quantity="dA_prev"),
        read("one", "grads", "dW"),
        call("one", "update", 0.5, quantity=""),
        read("one", "params", "W", quantity="W after the update"),
        call("one", "forward", B, quantity="Z after the update"),
    )


LAYER = Exercise(
    name="Layer",
    chapter="toy",
    equation="layer",
    quantity="the layer",
    reference=Layer,
    visible=(
        script("shape of W", construct("layer", 2, 3, Seed(1)), read("layer", "params", "W")),
        *layer_cases(np.random.default_rng(0)),
    ),
    hidden=layer_cases,
    inputs=lambda rng: (),
    mistakes=(
        Mistake("shared-cache", SharedCache, "Two layers share one cache.", "Use self."),
        Mistake("ascends", Ascends, "You added the gradient.", "Subtract it."),
    ),
    alternatives=(),
)


def epochs(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    for start in range(0, X.shape[1], batch_size):
        part = order[start : start + batch_size]
        yield X[:, part], Y[:, part]


def last_dropped(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    for start in range(0, X.shape[1] - batch_size + 1, batch_size):
        part = order[start : start + batch_size]
        yield X[:, part], Y[:, part]


def pairs_broken(X, Y, batch_size, rng):
    for (A, _), (_, B) in zip(
        epochs(X, Y, batch_size, rng), epochs(X, Y, batch_size, rng), strict=True
    ):
        yield A, B


def same_order(X, Y, batch_size, rng):
    return list(epochs(X, Y, batch_size, np.random.default_rng(0)))


def other_shuffle(X, Y, batch_size, rng):
    columns = list(range(X.shape[1]))
    rng.shuffle(columns)
    batches = []
    while columns:
        part, columns = columns[:batch_size], columns[batch_size:]
        batches.append([X[:, part], Y[:, part]])
    return batches


def epoch_cases(rng):
    X = np.arange(20.0).reshape(2, 10)
    Y = np.arange(10.0)[None] % 2
    yield script(
        "two epochs",
        call("", "", X, Y, 4, Seed(5), iterate=True, quantity="first epoch"),
        call("", "", X, Y, 4, Seed(5), iterate=True, quantity="second epoch"),
        observe="batches",
    )


EPOCHS = Exercise(
    name="epochs",
    chapter="toy",
    equation="epochs",
    quantity="the batches",
    reference=epochs,
    visible=tuple(epoch_cases(None)),
    hidden=epoch_cases,
    inputs=lambda rng: (),
    mistakes=(
        Mistake("last-dropped", last_dropped, "The last batch is missing.", "Keep it."),
        Mistake("pairs-broken", pairs_broken, "Columns were not kept together.", "One order."),
        Mistake("same-order", same_order, "Each epoch has the same order.", "Use rng."),
    ),
    alternatives=(),
)


def slope(f, x, h=1e-6):
    return (f(x + h) - f(x - h)) / (2 * h)


SLOPE = Exercise(
    name="slope",
    chapter="toy",
    equation="slope",
    quantity="the slope",
    reference=slope,
    visible=(
        case("x³ at 2", Named("cubic"), 2.0),
        case("x³ at 2, step 0.5", Named("cubic"), 2.0, h=0.5),
    ),
    hidden=lambda rng: [case("x³ with a large step", Named("cubic"), rng.normal(), h=0.5)],
    inputs=lambda rng: (),
    mistakes=(
        Mistake(
            "forward-difference",
            lambda f, x, h=1e-6: (f(x + h) - f(x)) / h,
            "One-sided.",
            "Take both sides.",
        ),
    ),
    alternatives=(),
    tolerance=Tolerance(rtol=1e-5),
)

TOYS = [LAYER, EPOCHS, SLOPE]


def failure_of(exercise: Exercise, function: object, hidden: bool = True):
    return verdict(replace(registry.hidden_sheet(exercise, 1), hidden=hidden), function)


@pytest.mark.parametrize("exercise", TOYS, ids=lambda e: e.name)
def test_toys_are_sound(exercise: Exercise) -> None:
    assert audit(exercise, seeds=[1, 2]) == []


@pytest.mark.parametrize("exercise", TOYS, ids=lambda e: e.name)
def test_compiled_toys_judge_alike(exercise: Exercise) -> None:
    live = registry.make_sheet(exercise, exercise.visible)
    (stored,) = read_sheets(write_sheets([live]))
    for function in (exercise.reference, *(m.implementation for m in exercise.mistakes)):
        assert str(verdict(live, function)) == str(verdict(stored, function))


def test_another_shuffle_is_right() -> None:
    assert failure_of(EPOCHS, other_shuffle) is None


def test_batches_of_another_form_are_refused_in_words() -> None:
    def unpaired(X, Y, batch_size, rng):
        return [X, Y]

    shown = str(failure_of(EPOCHS, unpaired, hidden=False))
    assert "has another form than asked: must consist of pairs" in shown
    assert "The batches cannot be compared." in str(failure_of(EPOCHS, unpaired))


def test_an_attribute_never_set_is_reported_by_its_error() -> None:
    assert "KeyError" in str(failure_of(LAYER, ForgetsGrads, hidden=False))
    assert "Your code stops with an error." in str(failure_of(LAYER, ForgetsGrads))


def test_the_quantity_of_a_script_is_named() -> None:
    assert failure_of(LAYER, Ascends).quantity == "W after the update"


def test_equal_seeds_of_one_case_are_one_generator() -> None:
    draws = Exercise(
        name="draw",
        chapter="toy",
        equation="draw",
        quantity="the draw",
        reference=lambda rng: float(rng.normal()),
        visible=(script("twice", call("", "", Seed(1)), call("", "", Seed(1))),),
        hidden=lambda rng: [],
        inputs=lambda rng: (),
        mistakes=(),
        alternatives=(),
    )
    expected = registry.make_sheet(draws, draws.visible).expected[0]
    rng = np.random.default_rng(1)
    assert [value for _, value in expected.values] == [rng.normal(), rng.normal()]


@pytest.mark.parametrize("name", TEST_FUNCTIONS)
def test_a_named_function_is_found_by_name_and_back(name: str) -> None:
    assert name_of(find(name)) == name


def test_an_unknown_function_has_no_name() -> None:
    assert name_of(len) is None
