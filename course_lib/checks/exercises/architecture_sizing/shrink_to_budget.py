"""Exercise ``shrink_to_budget``."""

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from course_lib.architecture_sizing import shrink_to_budget
from course_lib.checks.exercises._shared import printed, size
from course_lib.checks.exercises.architecture_sizing._inputs import count, features_first
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case


def hidden(rng: Generator) -> Iterator[Case]:
    def shape() -> tuple[int, int]:
        return size(rng, 12, 40), size(rng, 6, 11)

    def price(d: int, c: int, h: int) -> int:
        return 5 * count([d, h, c])

    for label in ("a wide budget", "a wide budget, other numbers"):
        d, c = shape()
        yield case(label, d, c, price(d, c, size(rng, 5, 11)) + 3 * (d + c + 1) + size(rng, 1, 4))
    d, c = shape()
    h = size(rng, 6, 11)
    yield case("exactly on budget", d, c, price(d, c, h))
    yield case("one example too few for one unit more", d, c, price(d, c, h) - 1)
    yield case("one parameter too few for one unit more", d, c, price(d, c, h) - 5)
    yield case("one example too many", d, c, price(d, c, h) + 1)
    d, c = shape()
    yield case("more hidden units than twice the features", d, c, price(d, c, 3 * d) + 7)
    yield case("one hidden unit, exactly on budget", d, c, price(d, c, 1))
    yield case("not even one hidden unit fits", d, c, price(d, c, 1) - 1)
    yield case("by far too few examples", d, c, 3)
    yield case("one output", d, 1, price(d, 1, h) + 3)
    yield case("one feature", 1, c, price(1, c, 4) - 2)
    yield case("one feature, very many examples", 1, 1, size(rng, 30_000, 60_000))


def widest(width: Callable[[int, int, int], Any]) -> Callable[[int, int, int], list[Any]]:
    """Make an answer from a formula for h, which at least refuses h below 1."""

    def function(d: int, c: int, M: int) -> list[Any]:
        h = width(d, c, M)
        if h < 1:
            raise ValueError("no hidden unit fits")
        return [d, h, c]

    return function


def right(d: int, c: int, M: int) -> int:
    return (M - 5 * c) // (5 * (d + c + 1))


def by_narrowing(n_features, n_classes, n_samples):
    h = n_samples
    while h * (n_features + n_classes + 1) + n_classes > n_samples / 5:
        h -= 1
    if h < 1:
        raise ValueError("the budget does not pay for one hidden unit")
    return [n_features, h, n_classes]


def by_widening(n_features, n_classes, n_samples):
    if 5 * count([n_features, 1, n_classes]) > n_samples:
        raise ValueError(f"{n_samples} examples are too few")
    h = 1
    while 5 * count([n_features, h + 1, n_classes]) <= n_samples:
        h += 1
    return (n_features, h, n_classes)


def from_candidates(n_features, n_classes, n_samples):
    candidates = [
        h for h in range(1, n_samples) if 5 * count([n_features, h, n_classes]) <= n_samples
    ]
    return np.array([n_features, max(candidates), n_classes])


def bisected(d, c, M):
    low, high = 0, M + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if 5 * count([d, middle, c]) <= M else (low, middle)
    if low == 0:
        raise ValueError("too few examples")
    return [d, low, c]


def halved(d, c, M):
    h = 2 * d
    while h >= 1 and 5 * count([d, h, c]) > M:
        h //= 2
    return h


def halved_from_above(d, c, M):
    h = M
    while h >= 1:
        if h * (d + c + 1) + c <= M / 5:
            return [d, h, c]
        h //= 2
    raise ValueError("nothing fits")


def up_to_one_hundred(d, c, M):
    h = min(100, (M // 5 - c) // (d + c + 1))
    if h < 1:
        raise ValueError("nothing fits")
    return [d, h, c]


def with_outputs_added(d, c, M):
    h = (M // 5 + c) // (d + c + 1)
    if h < 1:
        raise ValueError("nothing fits")
    return [d, h, c]


EXERCISE = Exercise(
    name="shrink_to_budget",
    chapter="architecture_sizing",
    equation="widest-hidden-layer",
    quantity="the list of widths [d, h, c]",
    reference=shrink_to_budget,
    visible=(
        case("20 features, 3 classes, 800 examples", 20, 3, 800),
        case("20 features, 3 classes, 735 examples: exactly on budget", 20, 3, 735),
        case("784 features, 10 classes, 5000 examples", 784, 10, 5000),
        case("784 features, 10 classes, 4000 examples: nothing fits", 784, 10, 4000),
        case("784 features, 10 classes, 20 examples: nothing fits", 784, 10, 20),
        case("1 feature, 1 output, 100 examples", 1, 1, 100),
        case("1 feature, 1 output, 50000 examples", 1, 1, 50_000),
    ),
    hidden=hidden,
    inputs=features_first,
    mistakes=(
        Mistake(
            "one-unit-too-wide",
            widest(lambda d, c, M: max(0, -((5 * c - M) // (5 * (d + c + 1)))) if M > 5 * c else 0),
            "You rounded the number of hidden units up.",
            "Round down: the last unit must be paid in full.",
        ),
        Mistake(
            "rounded",
            widest(lambda d, c, M: round((M / 5 - c) / (d + c + 1))),
            "You rounded the number of hidden units to the nearest whole number.",
            "Round down: the last unit must be paid in full.",
        ),
        Mistake(
            "not-rounded",
            widest(lambda d, c, M: (M / 5 - c) / (d + c + 1)),
            "The number of hidden units is not a whole number.",
            "Round down.",
        ),
        Mistake(
            "exact-budget-refused",
            widest(lambda d, c, M: (M - 5 * c - 1) // (5 * (d + c + 1))),
            "You left a unit out that the budget pays for exactly.",
            "At most means <=.",
        ),
        Mistake(
            "stopped-one-too-late",
            widest(lambda d, c, M: right(d, c, M) + 1),
            "Your network is one unit too wide.",
            "Return the last width that fits, not the first that does not.",
        ),
        Mistake(
            "stopped-one-too-early",
            widest(lambda d, c, M: right(d, c, M) - (right(d, c, M) > 1)),
            "Your network is one unit too narrow.",
            "Return the last width that fits: is the upper end of a range left out?",
        ),
        Mistake(
            "output-biases-missing",
            widest(lambda d, c, M: M // (5 * (d + c + 1))),
            "The output biases are missing in your count.",
            "A hidden unit costs d + c + 1 parameters, and the output units c biases.",
        ),
        Mistake(
            "hidden-biases-missing",
            widest(lambda d, c, M: (M - 5 * c) // (5 * (d + c))),
            "The hidden biases are missing in your count.",
            "A hidden unit has d weights, one bias, and c weights that lead on.",
        ),
        Mistake(
            "biases-missing",
            widest(lambda d, c, M: M // (5 * (d + c))),
            "All biases are missing in your count.",
            "A hidden unit costs d + c + 1 parameters, and the output units c biases.",
        ),
        Mistake(
            "weights-to-the-output-missing",
            widest(lambda d, c, M: (M - 5 * c) // (5 * (d + 1))),
            "The weights from the hidden units to the output are missing in your count.",
            "A hidden unit has d weights, one bias, and c weights that lead on.",
        ),
        Mistake(
            "price-forgotten",
            widest(lambda d, c, M: (M - c) // (d + c + 1)),
            "You spent one example on each parameter.",
            "One parameter costs five examples.",
        ),
        Mistake(
            "capped-at-twice-the-features",
            widest(lambda d, c, M: min(2 * d, right(d, c, M))),
            "Your search begins at 2d hidden units, so it misses wider networks.",
            "The widest network that fits is asked, even if it is wider than the starting one.",
        ),
        Mistake(
            "halved-until-it-fits",
            widest(halved),
            "You halved the width until the network fitted.",
            "That skips widths between: the widest network that fits is asked.",
        ),
        Mistake(
            "width-only",
            lambda d, c, M: widest(right)(d, c, M)[1],
            "You returned only the number of hidden units.",
            "Return the whole list [d, h, c].",
        ),
        Mistake(
            "nothing-refused",
            lambda d, c, M: [d, max(0, right(d, c, M)), c],
            "You returned a network without hidden units where none fits.",
            "Raise a ValueError if even one hidden unit costs too much.",
        ),
        Mistake(
            "one-unit-always",
            lambda d, c, M: [d, max(1, right(d, c, M)), c],
            "You returned one hidden unit where not even one fits.",
            "Raise a ValueError if even one hidden unit costs too much.",
        ),
        Mistake(
            "negative-width",
            lambda d, c, M: [d, right(d, c, M), c],
            "You returned a width below 1 where no hidden unit fits.",
            "Raise a ValueError if even one hidden unit costs too much.",
        ),
        Mistake(
            "search-ends-early",
            widest(lambda d, c, M: min(99, right(d, c, M))),
            "Your search ends at 99 hidden units.",
            "There may be more: the widest network that fits is asked.",
        ),
        Mistake(
            "halved",
            halved_from_above,
            "You halved the width until the network fits: that steps over the largest one.",
            "Try every width, or solve the inequality for h.",
        ),
        Mistake(
            "at-most-one-hundred",
            up_to_one_hundred,
            "Your search ends at 100 units.",
            "The largest width may be any number: search until it no longer fits, or solve for h.",
        ),
        Mistake(
            "output-biases-added",
            with_outputs_added,
            "You added the output biases to the budget.",
            "They are part of the cost: h (d + c + 1) + c must fit, so subtract c.",
        ),
    ),
    alternatives=(
        Alternative("formula", widest(right)),
        Alternative("narrowing", by_narrowing),
        Alternative("widening, as a tuple", by_widening),
        Alternative("the largest of all that fit, as an array", from_candidates),
        Alternative("bisection", bisected),
        Alternative(
            "floor of a whole budget, printed",
            widest(lambda d, c, M: printed(math.floor((M // 5 - c) / (d + c + 1)))),
        ),
    ),
)
