"""Relations of wrong results to right ones: each is planted, and each has a near miss."""

import contextlib
import functools
import io
from dataclasses import replace
from itertools import cycle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_lib.checks import engine, registry, relations
from course_lib.checks.encode import read_sheets, write_sheets
from course_lib.checks.model import ONCE_MORE, Exercise, call, case, construct, script

rng = np.random.default_rng(5)
DATA = [rng.normal(size=shape) * 2 for shape in ((3, 4), (2, 5), (4, 3))]
VECTORS = [rng.normal(size=size) + 0.1 for size in (4, 6, 5)]
WEIGHTS = [rng.normal(size=(2, len(X))) for X in DATA]
LABELS = [np.array([[0, 1, 1, 0]]), np.array([[1, 0, 1, 1, 0]]), np.array([[0, 0, 1]])]
SCORES = [np.array([[0.5, -1.25, 2.0, -0.75]]), np.array([[1.5, 0.25, -2.5, 3.25, -0.5]]),
          np.array([[-1.0, 2.25, 0.75]])]  # fmt: skip


def exercise(reference, *arguments):
    """An exercise without mistakes of its own; the functions of a toy are its reference."""
    cases = tuple(case(f"case {k}", *each) for k, each in enumerate(arguments))
    return of_cases(reference, cases)


def of_cases(reference, cases):
    return Exercise(
        name="toy", chapter="relu", equation="relu", quantity="the toy", reference=reference,
        visible=cases, hidden=lambda rng: cases, mistakes=(), alternatives=(),
        inputs=lambda rng: (),
    )  # fmt: skip


@functools.cache
def sheets(toy):
    """The visible sheet, the hidden one, and the one that students have."""
    visible = registry.make_sheet(toy, toy.visible)
    return {
        "visible": visible,
        "hidden": replace(visible, hidden=True),
        "student": read_sheets(write_sheets([visible]))[0],
    }


def named(sheet, function):
    with contextlib.redirect_stdout(io.StringIO()):
        failure, _ = engine.examine(sheet, function)
    return failure and failure.diagnosis


def scores(W, X):
    return W @ X


def cost(P):
    return float(np.mean(np.sum(P**2, axis=0)))


def smooth(z):
    return np.sin(z) + 1.5


def signed(z):
    return np.sin(3 * z)


def positive(Z):
    return (Z > 0).astype(float)


def pairs(X):
    return {"left": X[0] * 2.5, "right": X[1] + 0.25, "both": X[0] * X[1]}


def items(x):
    return [float(v) for v in 3 * x]


def per_example(Y, Z):
    return Z**2 + Y


def share(X):
    return X / np.sum(X, axis=0)


def update(params, grads):
    return {key: params[key] - 0.3 * grads[f"d{key}"] for key in params}


MATRIX = exercise(scores, *zip(WEIGHTS, DATA, strict=True))
COST = exercise(cost, *((X,) for X in DATA))
VECTOR = exercise(lambda x: np.cumsum(x) + x, *((x,) for x in VECTORS))
ENTRIES = exercise(smooth, *((X,) for X in DATA))
SIGNED = exercise(signed, *((X,) for X in DATA))
SIGNED_ROWS = exercise(signed, *((X,) for X in (DATA[0], DATA[2], DATA[2] + 0.3)))
MASK = exercise(positive, *((X,) for X in DATA))
DICT = exercise(pairs, *((X,) for X in DATA))
LIST = exercise(items, *((x,) for x in VECTORS))
LABELED = exercise(per_example, *zip(LABELS, SCORES, strict=True))
SQUARE = exercise(lambda x: np.outer(x, x + 1), *((x,) for x in VECTORS))
SHARE = exercise(share, *((np.abs(X),) for X in DATA))
LARGE = exercise(lambda z: 3.7 * z, *((X,) for X in DATA))
COLUMN = exercise(lambda X: np.sum(X, axis=1, keepdims=True), *((X,) for X in DATA))
ROW = exercise(lambda X: 2 * X[:1], *((X,) for X in DATA))
COUNT = exercise(lambda x: len(x) + 7, *((np.ones(k),) for k in (2, 5, 9, 11)))
ARGUMENTS = [({"W": X, "b": X[:, :1]}, {"dW": X**2, "db": X[:, :1] - 1}) for X in DATA]
UPDATE = exercise(update, *ARGUMENTS)
TWICE = exercise(lambda x: 2 * np.append(x, x[:2]), *((x,) for x in VECTORS))
VECTORS_TOO = exercise(smooth, *((x,) for x in (VECTORS[0], DATA[0], VECTORS[1], DATA[2])))
WIDE = exercise(
    lambda x: [3 * int(v) for v in x],
    *((x,) for x in (np.array([70, 30_000, 11]), np.array([20_000, 7]), np.array([2, 15, 25_000]))),
)
CHANGED = [np.array(x) for x in VECTORS]


def m(X):
    return X.shape[1]


def moved(x):
    return np.concatenate([[0.0], (np.cumsum(x) + x)[:-1]])


def slope(x):
    return np.cumsum(x) + x


def with_zero(value, *where):
    value = np.array(value)
    value[where] = 0
    return value


def with_other(value, row):
    value = np.array(value)
    value[row] = np.cos(7 * value[row]) + 2
    return value


def columns_alike(value, k):
    return np.repeat(value[:, [k]], value.shape[1], axis=1)


class Memory:
    """Gives what the call before should have given."""

    def __init__(self, function):
        self.function, self.last = function, None

    def __call__(self, *args):
        now = self.function(*args)
        last, self.last = self.last, now
        return now if last is None else last


PLANTED = {
    "list-instead-of-array": (MATRIX, lambda W, X: (W @ X).tolist()),
    "tuple-instead-of-array": (MATRIX, lambda W, X: tuple(map(tuple, (W @ X).tolist()))),
    "array-instead-of-number": (COST, lambda P: np.array([[cost(P)]])),
    "no-dict": (DICT, lambda X: tuple(pairs(X).values())),
    "keys-missing": (DICT, lambda X: {"left": pairs(X)["left"]}),
    "other-keys": (DICT, lambda X: {f"d{key}": v for key, v in pairs(X).items()}),
    "keys-swapped": (DICT, lambda X: dict(zip(pairs(X), [*pairs(X).values()][::-1], strict=True))),
    "more-than-asked": (MATRIX, lambda W, X: (W @ X, X)),
    "text-instead-of-number": (COST, lambda P: f"{cost(P):.3f}"),
    "nested": (LIST, lambda x: [items(x)[0], items(x)[1:]]),
    "positions-instead-of-marks": (MASK, lambda Z: np.argwhere(Z > 0)),
    "always-zero": (COST, lambda P: 0.0),
    "always-the-same": (COST, lambda P: cost(DATA[0])),
    "result-of-the-call-before": (COST, Memory(cost)),
    "transposed": (MATRIX, lambda W, X: (W @ X).T),
    "flattened": (MATRIX, lambda W, X: (W @ X).ravel()),
    "axis-lost": (ROW, lambda X: 2 * X[0]),
    "axis-too-many": (VECTOR, lambda x: slope(x)[:, None]),
    "reversed": (VECTOR, lambda x: slope(x)[::-1]),
    "rows-reversed": (MATRIX, lambda W, X: (W @ X)[::-1]),
    "columns-reversed": (MATRIX, lambda W, X: (W @ X)[:, ::-1]),
    "cumulative": (VECTOR, lambda x: np.cumsum(slope(x))),
    "differences": (VECTOR, lambda x: np.diff(slope(x), prepend=0)),
    "shifted": (VECTOR, moved),
    "permuted": (MATRIX, lambda W, X: np.roll(W @ X, 1, axis=1)),
    "first-missing": (VECTOR, lambda x: slope(x)[1:]),
    "last-missing": (VECTOR, lambda x: slope(x)[:-1]),
    "first-row-missing": (MATRIX, lambda W, X: (W @ X)[1:]),
    "last-column-missing": (MATRIX, lambda W, X: (W @ X)[:, :-1]),
    "only-the-first": (VECTOR, lambda x: slope(x)[0]),
    "only-the-last": (VECTOR, lambda x: slope(x)[-1:]),
    "only-the-first-column": (MATRIX, lambda W, X: (W @ X)[:, :1]),
    "first-not-filled": (VECTOR, lambda x: with_zero(slope(x), 0)),
    "last-column-not-filled": (MATRIX, lambda W, X: with_zero(W @ X, slice(None), -1)),
    "last-row-not-filled": (ENTRIES, lambda z: with_zero(smooth(z), -1)),
    "only-the-first-filled": (VECTOR, lambda x: with_zero(slope(x), slice(1, None))),
    "upper-half-not-filled": (SQUARE, lambda x: np.tril(np.outer(x, x + 1))),
    "zeros-left-out": (MASK, lambda Z: positive(Z)[Z > 0]),
    "first-column-for-all": (MATRIX, lambda W, X: columns_alike(W @ X, 0)),
    "last-column-for-all": (MATRIX, lambda W, X: columns_alike(W @ X, -1)),
    "one-too-many-in-front": (LIST, lambda x: [0.0, *items(x)]),
    "one-too-many-at-the-end": (LIST, lambda x: [*items(x), 1.0]),
    "summed-over-axis-0": (MATRIX, lambda W, X: np.sum(W @ X, axis=0)),
    "summed-over-axis-1": (MATRIX, lambda W, X: np.sum(W @ X, axis=1, keepdims=True)),
    "averaged-over-axis-1": (MATRIX, lambda W, X: np.mean(W @ X, axis=1)),
    "averaged-over-all": (MATRIX, lambda W, X: float(np.mean(W @ X))),
    "not-summed": (COLUMN, lambda X: X),
    "not-averaged": (COST, lambda P: np.sum(P**2, axis=0)),
    "all-pairs": (VECTOR, lambda x: slope(x)[:, None] * np.ones(x.size)),
    "repeated": (COLUMN, lambda X: np.tile(np.sum(X, axis=1, keepdims=True), (1, 2))),
    "sign-flipped": (MATRIX, lambda W, X: -(W @ X)),
    "factor-2": (MATRIX, lambda W, X: 2 * W @ X),
    "factor-half": (COST, lambda P: cost(P) / 2),
    "factor-m": (COST, lambda P: m(P) * cost(P)),
    "factor-one-over-m": (MATRIX, lambda W, X: W @ X / m(X)),
    "minus-factor-one-over-m": (MATRIX, lambda W, X: -(W @ X) / m(X)),
    "factor-one-over-two-m": (COST, lambda P: cost(P) / (2 * m(P))),
    "fixed-number-for-m": (COST, lambda P: cost(P) * m(P) / 4),
    "m-minus-one": (COST, lambda P: cost(P) * m(P) / (m(P) - 1)),
    "rows-instead-of-columns": (COST, lambda P: cost(P) * m(P) / len(P)),
    "log-base-2": (COST, lambda P: cost(P) / np.log(2)),
    "log-base-10": (MATRIX, lambda W, X: W @ X / np.log(10)),
    "constant-factor": (MATRIX, lambda W, X: 1.7 * W @ X),
    "one-factor-a-case": (MATRIX, lambda W, X: W @ X / np.max(X)),
    "one-factor-a-column": (SHARE, lambda X: X / np.max(X, axis=0)),
    "one-factor-a-row": (MATRIX, lambda W, X: W @ X * np.sum(W, axis=1, keepdims=True)),
    "one-offset-a-row": (MATRIX, lambda W, X: W @ X + np.sum(W, axis=1, keepdims=True)),
    "one-more": (COUNT, lambda x: len(x) + 8),
    "one-less": (COUNT, lambda x: len(x) + 6),
    "offset": (MATRIX, lambda W, X: W @ X + 0.25),
    "squared": (COST, lambda P: cost(P) ** 2),
    "root": (COST, lambda P: cost(P) ** 0.5),
    "reciprocal": (COST, lambda P: 1 / cost(P)),
    "one-minus": (SHARE, lambda X: 1 - share(X)),
    "logarithm": (COST, lambda P: np.log(cost(P))),
    "absolute-value": (SIGNED, lambda z: np.abs(signed(z))),
    "negatives-are-zero": (SIGNED, lambda z: signed(z) * (signed(z) > 0)),
    "sigmoid-too-many": (SIGNED, lambda z: np.exp(-np.logaddexp(0, -signed(z)))),
    "tanh-too-many": (SIGNED, lambda z: np.tanh(signed(z))),
    "clipped": (LARGE, lambda z: np.clip(3.7 * z, -5, 5)),
    "rounded": (MATRIX, lambda W, X: np.round(W @ X, 2)),
    "rounded-to-whole-numbers": (LARGE, lambda z: np.round(3.7 * z)),
    "rounded-down": (LARGE, lambda z: 3.7 * z // 1),
    "cut-to-whole-numbers": (LARGE, lambda z: (3.7 * z).astype(int)),
    "single-precision": (MATRIX, lambda W, X: W.astype(np.float32) @ X.astype(np.float32)),
    "input-returned": (SIGNED, lambda z: z),
    "input-added": (SIGNED, lambda z: signed(z) + z),
    "input-subtracted": (SIGNED, lambda z: signed(z) - z),
    "times-an-input": (SIGNED, lambda z: signed(z) * z),
    "divided-by-an-input": (SIGNED, lambda z: signed(z) / z),
    "step-sign-flipped": (UPDATE, lambda p, g: {k: p[k] + 0.3 * g[f"d{k}"] for k in p}),
    "wrong-for-negatives": (ENTRIES, lambda z: np.where(z < 0, z**2, smooth(z))),
    "wrong-for-positives": (ENTRIES, lambda z: np.where(z > 0, z**2, smooth(z))),
    "wrong-for-label-0": (LABELED, lambda Y, Z: np.where(Y == 0, Z**3 + 7, Z**2 + Y)),
    "wrong-for-label-1": (LABELED, lambda Y, Z: np.where(Y == 1, Z**3 + 7, Z**2 + Y)),
    "wrong-for-extremes": (ENTRIES, lambda z: np.where(abs(z) > 2, np.cos(z * z), smooth(z))),
    "some-are-zero": (ENTRIES, lambda z: np.where(np.abs(np.sin(9 * z)) < 0.4, 0, smooth(z))),
    "some-signs": (ENTRIES, lambda z: smooth(z) * np.where(np.sin(9 * z) < 0, -1, 1)),
    "some-are-not-finite": (ENTRIES, lambda z: np.where(np.sin(9 * z) < 0, np.nan, smooth(z))),
    "only-the-diagonal-is-right": (SQUARE, lambda x: np.outer(x, x + 1) ** 2 * (1 - np.eye(x.size))
                                   + np.diag(x * (x + 1))),
    "only-the-last-entry-is-wrong": (VECTOR, lambda x: np.append(slope(x)[:-1], np.exp(x[-1]))),
    "opposite": (MASK, lambda Z: (Z <= 0) * 1.0),
    "other-marks": (MASK, lambda Z: ~(Z > 0).astype(int)),
    "marks-too-many": (MASK, lambda Z: (Z > -1.2) * 1.0),
    "marks-too-few": (MASK, lambda Z: (Z > 1.2) * 1.0),
    "nearly-right": (ENTRIES, lambda z: np.sin(z + 0.0003) + 1.5),
    "sum-of-an-argument": (COST, lambda P: float(np.sum(P))),
    "product-of-arguments": (LABELED, lambda Y, Z: Y * Z),
    "first-column-missing": (MATRIX, lambda W, X: (W @ X)[:, 1:]),
    "last-row-missing": (ENTRIES, lambda z: smooth(z)[:-1]),
    "only-the-first-row": (ENTRIES, lambda z: smooth(z)[:1]),
    "last-not-filled": (VECTOR, lambda x: with_zero(slope(x), -1)),
    "first-row-not-filled": (ENTRIES, lambda z: with_zero(smooth(z), 0)),
    "first-column-not-filled": (MATRIX, lambda W, X: with_zero(W @ X, slice(None), 0)),
    "lower-half-not-filled": (SQUARE, lambda x: np.triu(np.outer(x, x + 1))),
    "first-row-for-all": (ENTRIES, lambda z: smooth(z)[[0] * len(z)]),
    "last-row-for-all": (ENTRIES, lambda z: smooth(z)[[-1] * len(z)]),
    "summed-over-all": (MATRIX, lambda W, X: float(np.sum(W @ X))),
    "averaged-over-axis-0": (MATRIX, lambda W, X: np.mean(W @ X, axis=0)),
    "factor-minus-2": (MATRIX, lambda W, X: -2 * W @ X),
    "factor-minus-half": (MATRIX, lambda W, X: -W @ X / 2),
    "factor-10": (MATRIX, lambda W, X: 10 * W @ X),
    "factor-tenth": (MATRIX, lambda W, X: W @ X / 10),
    "factor-100": (MATRIX, lambda W, X: 100 * W @ X),
    "factor-hundredth": (MATRIX, lambda W, X: W @ X / 100),
    "factor-4": (MATRIX, lambda W, X: 4 * W @ X),
    "factor-quarter": (MATRIX, lambda W, X: W @ X / 4),
    "factor-m-squared": (COST, lambda P: cost(P) * m(P) ** 2),
    "factor-one-over-m-squared": (COST, lambda P: cost(P) / m(P) ** 2),
    "minus-factor-m": (COST, lambda P: -m(P) * cost(P)),
    "factor-two-m": (COST, lambda P: 2 * m(P) * cost(P)),
    "factor-two-over-m": (COST, lambda P: 2 / m(P) * cost(P)),
    "factor-rows": (COST, lambda P: cost(P) * len(P)),
    "factor-one-over-rows": (COST, lambda P: cost(P) / len(P)),
    "factor-size": (VECTOR, lambda x: slope(x) * x.size),
    "factor-one-over-size": (VECTOR, lambda x: slope(x) / x.size),
    "one-offset-a-case": (ENTRIES, lambda z: smooth(z) + np.sum(z)),
    "one-offset-a-column": (ENTRIES, lambda z: smooth(z) + np.sum(z, axis=0)),
    "exponential": (COST, lambda P: np.exp(cost(P))),
    "positives-are-zero": (SIGNED, lambda z: signed(z) * (signed(z) < 0)),
    "rounded-up": (LARGE, lambda z: np.ceil(3.7 * z)),
    "sigmoid-missing": (SHARE, lambda X: np.log(share(X)) - np.log(1 - share(X))),
    "tanh-missing": (SIGNED, lambda z: np.arctanh(signed(z))),
    "mean-of-an-argument": (COST, lambda P: float(np.mean(P))),
    "largest-of-an-argument": (COST, lambda P: float(np.max(P))),
    "smallest-of-an-argument": (COST, lambda P: float(np.min(P))),
    "sum-of-arguments": (LABELED, lambda Y, Z: Y + Z),
    "difference-of-arguments": (LABELED, lambda Y, Z: Z - Y),
    "quotient-of-arguments": (LABELED, lambda Y, Z: Y / Z),
    "larger-of-arguments": (LABELED, np.maximum),
    "smaller-of-arguments": (LABELED, np.minimum),
    "only-the-diagonal-is-wrong": (SQUARE, lambda x: np.outer(x, x + 1) + np.diag(np.exp(x))),
    "only-the-last-row-is-wrong": (SIGNED_ROWS, lambda z: with_other(signed(z), -1)),
    "only-the-first-row-is-wrong": (SIGNED_ROWS, lambda z: with_other(signed(z), 0)),
    "only-the-last-column-is-wrong": (SIGNED, lambda z: with_other(signed(z).T, -1).T),
    "only-the-first-column-is-wrong": (SIGNED, lambda z: with_other(signed(z).T, 0).T),
    "only-the-first-entry-is-wrong": (VECTOR, lambda x: np.append(np.exp(x[0]), slope(x)[1:])),
    "only-the-last-entry-is-right": (VECTOR, lambda x: np.append(np.exp(x[:-1]), slope(x)[-1])),
    "only-the-first-entry-is-right": (VECTOR, lambda x: np.append(slope(x)[0], np.exp(x[1:]))),
    "step-factor-2": (UPDATE, lambda p, g: {k: p[k] - 0.6 * g[f"d{k}"] for k in p}),
    "step-factor-half": (UPDATE, lambda p, g: {k: p[k] - 0.15 * g[f"d{k}"] for k in p}),
    "condition-returned": (LARGE, lambda z: 3.7 * z > 0),
    "listed-not-counted": (COUNT, lambda x: list(range(len(x) + 7))),
    "nothing-collected": (LIST, lambda x: []),
    "terms-not-added": (ENTRIES, lambda z: (np.sin(z), np.full(z.shape, 1.5))),
    "all-steps-returned": (COST, lambda P: np.append(np.cumsum(P), cost(P))),
    "divided-by-the-shape": (COST, lambda P: cost(P) * m(P) / np.array(P.shape)),
    "sorted": (LIST, lambda x: sorted(items(x))),
    "duplicates-lost": (TWICE, lambda x: np.unique(2 * x)),
    "one-row": (VECTORS_TOO, lambda z: np.reshape(smooth(z), (1, -1))),
    "products-of-all-pairs": (COST, lambda P: P.T @ P / m(P)),
    "never-finite": (COST, lambda P: np.inf),
    "infinity-replaced": (ENTRIES, lambda z: np.where(z > 3, 1.7e308, smooth(z))),
    "integers-too-short": (WIDE, lambda x: items(x.astype(np.int16))),
    "transposed-and-factor-2": (MATRIX, lambda W, X: 2 * (W @ X).T),
    "transposed-and-factor-one-over-m": (MATRIX, lambda W, X: (W @ X).T / m(X)),
    "axis-lost-and-sign-flipped": (ROW, lambda X: -2 * X[0]),
}  # fmt: skip


def spoiled(value):
    """Change one number of a value by little, wherever it lies."""
    if isinstance(value, dict):
        key = next(iter(value))
        return value | {key: spoiled(value[key])}
    if isinstance(value, (list, tuple)):
        return type(value)([spoiled(value[0]), *value[1:]])
    if isinstance(value, np.ndarray) and value.size:
        value = value.astype(float)
        value.flat[-1] = value.flat[-1] * 1.31 + 0.137
        return value
    return f"{value}" if isinstance(value, str) else value * 1.31 + 0.137


def moved_a_little(value):
    """Change all numbers of a value."""
    return value * 1.01 + 0.137


NEAR = {
    "nested": lambda value: [value[0] + 1, value[1]],
    "one-too-many-in-front": lambda value: [*value[:-1], value[-1] + 1],
    "condition-returned": lambda value: value * 1.31,
    "listed-not-counted": lambda value: value[1:],
    "nothing-collected": lambda value: [1.5],
    "never-finite": lambda value: 1.5,
    "one-row": lambda value: value + 0.137,
} | dict.fromkeys(
    [n for n in PLANTED if n.startswith("wrong-for") or n.endswith(("-is-wrong", "-is-right"))]
    + ["some-are-not-finite"],
    moved_a_little,
)  # fmt: skip


def missing_once(function, change=spoiled):
    """The same answer, but for one number in the second case."""
    calls = []

    def near(*args):
        calls.append(args)
        value = function(*args)
        return change(value) if len(calls) == 2 else value

    return near


@pytest.mark.parametrize("edition", ["visible", "hidden", "student"])
@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_relation_is_named(name, edition):
    toy, function = PLANTED[name]
    assert named(sheets(toy)[edition], function) == name


@pytest.mark.parametrize("name", [n for n in PLANTED if n != "text-instead-of-number"])
def test_a_near_miss_is_not_named_so(name):
    toy, function = PLANTED[name]
    assert named(sheets(toy)["visible"], missing_once(function, NEAR.get(name, spoiled))) != name


def test_a_call_that_gives_another_result_later_is_named() -> None:
    calls = []

    def growing(P):
        calls.append(P)
        return cost(P) + 0.5 * (len(calls) > 3)

    for sheet in sheets(COST).values():
        calls.clear()
        assert named(sheet, growing) == "changes-between-calls"


def refuses(x):
    if x <= 0:
        raise ValueError
    return 1 / x


def test_a_missing_error_is_named_if_all_else_is_right() -> None:
    toy = exercise(refuses, (2.0,), (-1.0,), (0.3,))
    for sheet in sheets(toy).values():
        assert named(sheet, lambda x: 1 / x) == "error-missing"
        assert named(sheet, lambda x: 2 / x) == "factor-2"
        assert named(sheet, lambda x: 1 / x if x < 1 else 7.1) is None


class Layer:
    """A class whose two methods are compared."""

    def __init__(self, W):
        self.W = W

    def forward(self, X):
        self.X = X
        return self.W @ X

    def backward(self, dZ):
        return dZ @ self.X.T / dZ.shape[1]


def test_the_first_wrong_quantity_of_a_class_is_looked_at_alone() -> None:
    class Wrong(Layer):
        def backward(self, dZ):
            return dZ @ self.X.T

    cases = tuple(
        script(
            f"case {k}",
            construct("layer", W),
            call("layer", "forward", X, quantity="the output"),
            call("layer", "backward", 2 * W @ X, quantity="dW"),
        )
        for k, (W, X) in enumerate(zip(WEIGHTS, DATA, strict=True))
    )
    for sheet in sheets(of_cases(Layer, cases)).values():
        failure, _ = engine.examine(sheet, Wrong)
        assert failure.diagnosis == "factor-m"
        assert "`factor-m`: DW is m times" not in str(failure)
        assert "`factor-m`: dW is m times the right one" in str(failure)


def test_a_hidden_message_says_the_relation_without_a_number() -> None:
    failure, _ = engine.examine(sheets(MATRIX)["hidden"], lambda W, X: 2 * W @ X)
    assert str(failure) == (
        "toy is not right yet.\n"
        "  In a hidden case: case 0\n"
        "  The toy has the right shape, but wrong entries.\n"
        "  This looks like `factor-2`: The toy is twice the right one.\n"
        f"  Hint: {relations.FACTOR}\n"
        "  Equation: `relu` in the chapter “ReLU and other hidden activations”."
    )


def test_two_relations_are_told_one_after_the_other() -> None:
    failure, _ = engine.examine(sheets(MATRIX)["student"], lambda W, X: -(W @ X).T)
    assert (
        "`transposed-and-sign-flipped`: The toy is transposed: rows and columns are swapped. "
        "Also, it has the wrong sign everywhere."
    ) in str(failure)


def test_a_named_mistake_wins() -> None:
    failure, _ = engine.examine(
        registry.visible_sheet("bce_grad"), lambda y, p: (y - p) / (p - p * p)
    )
    assert failure.hint.startswith("If p is too large")


@pytest.mark.parametrize("number", [0.25, 3.0])
def test_one_number_alone_may_be_anything_times_anything(number) -> None:
    toy = exercise(lambda x: x * x, (number,))
    for function in (lambda x: 2 * x * x, lambda x: -x * x, lambda x: x, lambda x: 0.0):
        assert named(sheets(toy)["visible"], function) is None


def test_two_that_fit_equally_are_not_told() -> None:
    toy = exercise(scores, *((W, X[:, :2]) for W, X in zip(WEIGHTS, DATA, strict=True)))
    assert named(sheets(toy)["visible"], lambda W, X: 2 * W @ X) is None


@pytest.mark.parametrize("name", registry.names())
def test_nothing_is_looked_for_when_the_answer_is_right(name, monkeypatch) -> None:
    monkeypatch.setattr(engine, "find_relation", None)
    found = registry.find(name)
    for sheet in (registry.visible_sheet(name), registry.hidden_sheet(found, 3)):
        for right in (found.reference, *(a.implementation for a in found.alternatives)):
            assert named(sheet, right) is None


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_an_answer_that_has_nothing_to_do_with_the_right_one_is_not_named(seed) -> None:
    noise = np.random.default_rng(seed)
    for toy in (MATRIX, VECTOR, ENTRIES, COST, SQUARE, UPDATE):
        sheet = sheets(toy)["visible"]
        right = cycle([outcome.values[0][1] for outcome in sheet.expected])
        first = []
        often = [case.label for case in sheet.cases].index(ONCE_MORE) + 1

        def unrelated(*args, right=right, first=first, often=often):
            value = next(right)
            if isinstance(value, dict):
                value = {key: noise.normal(size=v.shape) for key, v in value.items()}
            else:
                value = noise.normal(size=np.shape(value)) * 3
            first.append(value)
            return first[0] if len(first) == often else value

        assert named(sheet, unrelated) is None


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=2)
    | st.sampled_from([np.zeros(0), np.zeros((0, 3)), np.array(1), np.full((2, 2), np.nan),
                       np.arange(4), np.array([[True, False]]), np.ones((2, 3, 4)), 10**400]),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner)
    | st.dictionaries(st.sampled_from(["left", "right", "both"]), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(PLAIN, min_size=4, max_size=4), st.booleans())
def test_whatever_is_returned_a_message_comes(values, once) -> None:
    for toy in (MATRIX, COST, MASK, DICT, LIST, UPDATE, COUNT):
        rest = iter([values[0]] * 5 if once else [*values, values[0]])
        sheet = sheets(toy)["visible"]
        failure, _ = engine.examine(sheet, lambda *args, rest=rest: next(rest))
        assert failure is None or str(failure).startswith("toy is not right yet.")


def test_every_name_has_a_sentence_and_no_other_exists() -> None:
    given = set(PLANTED) | {"changes-between-calls", "error-missing"}
    single = {part for name in given for part in name.split("-and-")}
    assert single <= set(relations.SENTENCES)
