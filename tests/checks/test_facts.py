"""What is wrong with a random draw or a shuffle is named by its facts."""

import contextlib
import io

import numpy as np
import pytest

from course_lib.checks import engine, registry
from course_lib.checks.facts import FORMS, TESTS
from course_lib.checks.functions import OBSERVERS


@pytest.fixture(autouse=True)
def _facts_alone(monkeypatch):
    """Name nothing by a known mistake, a relation or a slip, which would say more."""
    for other in ("diagnose", "find_relation", "find_slip"):
        monkeypatch.setattr(engine, other, lambda *_: None)


def diagnosis_of(name, function):
    with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
        failure, _ = engine.examine(registry.visible_sheet(name), function)
    return failure.diagnosis if failure else None


def parameters(spread=None, draw=None, bias=None, keys=("W", "b"), form=dict):
    """Make an answer to initialize_parameters, right but for what is given."""

    def function(n_in, n_out, init="plain", rng=None):
        rng = np.random.default_rng() if rng is None else rng
        scales = {"plain": 0.01, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}
        scale = spread(n_in, n_out) if spread else scales[init]
        numbers = draw or (lambda rng, shape: rng.standard_normal(shape))
        W = scale * numbers(rng, (n_out, n_in))
        b = bias(rng, n_out) if bias else np.zeros((n_out, 1))
        pair = dict(zip(keys, (W, b), strict=True))
        return pair if form is dict else form(pair.values())

    return function


def shaped(rng, shape):
    return rng.standard_normal(shape[::-1])


DRAWS = {
    "drawn-transposed": parameters(draw=shaped),
    "other-shape-drawn": parameters(draw=lambda rng, shape: rng.standard_normal(shape[0])),
    "equal-weights": parameters(draw=lambda rng, shape: np.full(shape, rng.standard_normal())),
    "other-spread": parameters(spread=lambda n_in, n_out: 0.037),
    "not-around-zero": parameters(draw=lambda rng, shape: rng.standard_normal(shape) + 0.3),
    "not-normal": parameters(
        draw=lambda rng, shape: rng.choice([-1.0, 1.0], shape) * rng.uniform(0.999, 1.001, shape)
    ),
    "changed-after-the-draw": parameters(
        draw=lambda rng, shape: np.clip(rng.standard_normal(shape), -2.5, 2.5)
    ),
    "other-biases": parameters(bias=lambda rng, n: 0.2 * rng.standard_normal((n, 1))),
    "not-from-the-generator": parameters(
        draw=lambda rng, shape: np.random.default_rng().standard_normal(shape)
    ),
    "other-keys": parameters(keys=("weights", "biases")),
    "no-dict": parameters(form=tuple),
}


@pytest.mark.parametrize("name", DRAWS)
def test_a_wrong_draw_is_named(name):
    assert diagnosis_of("initialize_parameters", DRAWS[name]) == name


def test_a_draw_whose_mean_was_taken_off_is_named():
    def centered(rng, shape):
        drawn = rng.standard_normal(shape)
        return (drawn - drawn.mean()) / drawn.std()

    found = diagnosis_of("initialize_parameters", parameters(draw=centered))
    assert found == "changed-after-the-draw"


def test_a_right_draw_is_right():
    assert diagnosis_of("initialize_parameters", parameters()) is None


def batches(order=None, sizes=None, pair=lambda X, Y: (X, Y)):
    """Make an answer to minibatches, right but for what is given."""

    def function(X, Y, batch_size, rng):
        m = X.shape[1]
        columns = order(m, batch_size, rng) if order else rng.permutation(m)
        step = sizes(batch_size) if sizes else batch_size
        return [
            pair(X[:, columns[k : k + step]], Y[:, columns[k : k + step]])
            for k in range(0, len(columns), step)
        ]

    return function


def of_blocks(m, size, rng):
    blocks = [np.arange(k, k + size) for k in range(0, m - m % size, size)]
    shuffled = [blocks[k] for k in rng.permutation(len(blocks))]
    return np.concatenate([*shuffled, np.arange(m - m % size, m)])


SHUFFLES = {
    "other-batch-sizes": batches(sizes=lambda size: size + 1),
    "examples-changed": batches(order=lambda m, size, rng: rng.integers(0, m, m)),
    "same-order-every-epoch": batches(order=lambda m, size, rng: np.arange(m)[::-1]),
    "neighbors-stay-together": batches(order=of_blocks),
    "not-from-the-generator": batches(
        order=lambda m, size, rng: np.random.default_rng().permutation(m)
    ),
    "no-pairs": batches(pair=lambda X, Y: np.vstack([X, Y])),
    "axis-lost": batches(pair=lambda X, Y: (X, Y[0])),
}


@pytest.mark.parametrize("name", SHUFFLES)
def test_a_wrong_shuffle_is_named(name):
    assert diagnosis_of("minibatches", SHUFFLES[name]) == name


def test_all_x_and_then_all_y_is_named():
    def two_lists(X, Y, batch_size, rng):
        pairs = batches()(X, Y, batch_size, rng)
        return [x for x, _ in pairs], [y for _, y in pairs]

    assert diagnosis_of("minibatches", two_lists) == "no-pairs"


def test_a_result_of_what_was_changed_in_place_is_named():
    def one_name_too_few(y, p):
        slope = p
        slope *= 1 - p
        return (p - y) / slope

    assert diagnosis_of("bce_grad", one_name_too_few) == "changes-its-input"


def test_a_missing_key_is_named_whatever_the_values_are():
    def small(W, b, X, Y, loss="bce"):
        found = registry.find("logistic_gradients").reference(W, b, X, Y, loss)
        return {key.lower(): 2 * value for key, value in found.items()}

    assert diagnosis_of("logistic_gradients", small) == "not-the-keys-asked-for"


REFUSED = {
    "text-instead-of-number": lambda z: np.asarray(z).astype(str),
    "not-called": lambda z: np.asarray(z).copy,
    "not-computed-yet": lambda z: (max(0.0, number) for number in np.ravel(z)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_compared_is_named(name):
    assert diagnosis_of("relu", REFUSED[name]) == name


def remembering(z):
    kept.append(z)
    return np.maximum(0, z) + (len(kept) > len(registry.find("relu").visible))


def sharing(z, shared={}):  # noqa: B006
    out = shared.setdefault(np.shape(z), np.zeros(np.shape(z)))
    out[...] = np.maximum(0, z)
    return out


kept: list[object] = []
RULES = {"remembers-earlier-calls": remembering, "results-share-memory": sharing}


@pytest.mark.parametrize("name", RULES)
def test_a_rule_that_is_broken_is_named(name):
    assert diagnosis_of("relu", RULES[name]) == name


def test_labels_as_whole_numbers_are_named():
    def integers(Y, Z):
        out = np.zeros_like(Y)
        out[...] = (1 / (1 + np.exp(-Z)) - Y) / Y.shape[1]
        return out

    assert diagnosis_of("sigmoid_bce_grad", integers) == "not-for-whole-numbers"


def test_each_fact_of_an_observer_has_a_name():
    rng = np.random.default_rng(1)
    draw = {"W": rng.normal(size=(3, 40)), "b": np.zeros((3, 1))}
    pair = [(np.ones((2, 4)), np.ones((1, 4)))]
    values = {
        "batches": [pair, pair],
        "draw_statistics": [draw, draw, draw],
        "generators": [draw, draw, draw, draw, draw],
        "unseeded": [draw, draw],
    }
    assert values.keys() == OBSERVERS.keys()
    facts = {fact for name, observe in OBSERVERS.items() for fact in observe(values[name])}
    # Too few numbers to tell: that is a fault of the author's case.
    assert facts - {test for _, test, *_ in TESTS} == {"enough numbers to tell results apart"}


def test_every_name_is_planted():
    planted = {*DRAWS, *SHUFFLES, *REFUSED}
    by_rules = {"generator-ignored", "global-generator-used", "same-draw-always"}
    assert {name for name, *_ in (*TESTS, *FORMS)} == planted | by_rules
