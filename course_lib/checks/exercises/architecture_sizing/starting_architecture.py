"""Exercise ``starting_architecture``."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.random import Generator

from course_lib.architecture_sizing import starting_architecture
from course_lib.checks.exercises._shared import printed, size
from course_lib.checks.exercises.architecture_sizing._inputs import features_first
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case

SMALL, MEDIUM, LARGE = (2,), (3, 1), (5, 2, 1)


def hidden(rng: Generator) -> Iterator[Case]:
    def shape() -> tuple[int, int]:
        return size(rng, 15, 99), size(rng, 3, 12)

    yield case("a small data set", *shape(), size(rng, 150, 990))
    yield case("a medium data set", *shape(), size(rng, 1100, 9900))
    yield case("a large data set", *shape(), size(rng, 11_000, 99_000))
    yield case("999 examples", *shape(), 999)
    yield case("1000 examples", *shape(), 1000)
    yield case("9999 examples", *shape(), 9999)
    yield case("10000 examples", *shape(), 10_000)
    yield case("very few examples", *shape(), size(rng, 2, 9))
    yield case("one feature and one output", 1, 1, size(rng, 150, 990))
    yield case("more classes than features", 2, size(rng, 5, 30), size(rng, 1100, 9900))


def chosen(n_samples: int, low: float = 1000, high: float = 10_000) -> tuple[int, ...]:
    return SMALL if n_samples < low else LARGE if n_samples >= high else MEDIUM


def from_table(n_features, n_classes, n_samples):
    for limit, factors in ((1000, SMALL), (10_000, MEDIUM), (np.inf, LARGE)):
        if n_samples < limit:
            return [n_features, *(k * n_features for k in factors), n_classes]
    return None


def by_branches(n_features, n_classes, n_samples):
    d, c = n_features, n_classes
    if n_samples >= 10_000:
        return (d, 5 * d, 2 * d, d, c)
    if n_samples >= 1000:
        return (d, 3 * d, d, c)
    return (d, 2 * d, c)


def by_appending(n_features, n_classes, n_samples):
    layers = [n_features]
    if n_samples < 1000:
        layers.append(n_features * 2)
    elif n_samples < 10_000:
        layers += [n_features * 3, n_features]
    else:
        layers.extend([n_features * 5, n_features * 2, n_features])
    layers.append(n_classes)
    return layers


def as_array(n_features, n_classes, n_samples):
    factors = np.array([1, *chosen(n_samples)])
    return np.append(n_features * factors, n_classes)


def by_digits(n_features, n_classes, n_samples):
    digits = min(max(len(str(n_samples)), 3), 5)
    hidden_widths = {3: [2], 4: [3, 1], 5: [5, 2, 1]}[digits]
    return printed([float(n_features), *(n_features * k for k in hidden_widths), n_classes])


def build(d: Any, c: Any, factors: tuple[int, ...]) -> list[Any]:
    return [d, *(k * d for k in factors), c]


def narrow_as_classes(d, c, M):
    if M < 1000:
        return [d, 2 * d, c]
    return [d, 3 * d, c, c] if M < 10_000 else [d, 5 * d, 2 * d, c, c]


def until_it_fits(d, c, M):
    layers = starting_architecture(d, c, M)
    while layers[1] > 1 and sum(m * (n + 1) for n, m in pairwise(layers)) > M / 5:
        layers[1] -= 1
    return layers


def forty_units(d, c, M):
    return [d, 40, c] if M < 1000 else starting_architecture(d, c, M)


EXERCISE = Exercise(
    name="starting_architecture",
    chapter="architecture_sizing",
    equation="starting-architecture",
    quantity="the list of widths",
    reference=starting_architecture,
    visible=(
        case("20 features, 3 classes, 800 examples", 20, 3, 800),
        case("784 features, 10 classes, 5000 examples", 784, 10, 5000),
        case("1000 features, 5 classes, 50000 examples", 1000, 5, 50_000),
        case("1 feature, 1 output, 800 examples", 1, 1, 800),
        case("10 features, 4 classes, 999 examples", 10, 4, 999),
        case("10 features, 4 classes, 1000 examples", 10, 4, 1000),
        case("10 features, 4 classes, 9999 examples", 10, 4, 9999),
        case("10 features, 4 classes, 10000 examples", 10, 4, 10_000),
    ),
    hidden=hidden,
    inputs=features_first,
    mistakes=(
        Mistake(
            "thousand-is-small",
            lambda d, c, M: build(d, c, chosen(M, low=1001)),
            "You took 1000 examples for a small data set.",
            "Small means below 1000.",
        ),
        Mistake(
            "ten-thousand-is-medium",
            lambda d, c, M: build(d, c, chosen(M, high=10_001)),
            "You took 10000 examples for a medium data set.",
            "Large begins at 10000.",
        ),
        Mistake(
            "always-small",
            lambda d, c, M: build(d, c, SMALL),
            "You return the small network whatever the number of examples is.",
            "Compare n_samples with 1000 and with 10000.",
        ),
        Mistake(
            "never-large",
            lambda d, c, M: build(d, c, chosen(M, high=np.inf)),
            "You never return the large network.",
            "Is the case of 10000 examples and more reached? Look at the order of your branches.",
        ),
        Mistake(
            "sizes-swapped",
            lambda d, c, M: build(d, c, LARGE if M < 1000 else SMALL if M >= 10_000 else MEDIUM),
            "You give the large network to the small data set.",
            "Few examples can pay for few parameters only.",
        ),
        Mistake(
            "input-missing",
            lambda d, c, M: build(d, c, chosen(M))[1:],
            "The input width is missing.",
            "The list begins with the number of features.",
        ),
        Mistake(
            "output-missing",
            lambda d, c, M: build(d, c, chosen(M))[:-1],
            "The output width is missing.",
            "The list ends with the number of classes.",
        ),
        Mistake(
            "hidden-only",
            lambda d, c, M: build(d, c, chosen(M))[1:-1],
            "You returned only the hidden widths.",
            "The list begins with the features and ends with the classes.",
        ),
        Mistake(
            "multiples-of-classes",
            lambda d, c, M: [d, *(k * c for k in chosen(M)), c],
            "Your hidden widths are multiples of the number of classes.",
            "They are multiples of the number of features.",
        ),
        Mistake(
            "features-and-classes-swapped",
            lambda d, c, M: build(c, d, chosen(M)),
            "Features and classes are swapped.",
            "The input has one node a feature, the output one unit a class.",
        ),
        Mistake(
            "widening",
            lambda d, c, M: build(d, c, chosen(M)[::-1]),
            "Your hidden layers grow wider towards the output.",
            "The widest hidden layer comes first.",
        ),
        Mistake(
            "factors-only",
            lambda d, c, M: [d, *chosen(M), c],
            "The hidden widths are bare factors.",
            "Multiply each by the number of features.",
        ),
        Mistake(
            "last-hidden-layer-forgotten",
            lambda d, c, M: build(d, c, chosen(M) if M < 1000 else chosen(M)[:-1]),
            "The last hidden layer, of width d, is missing.",
            "Medium networks have two hidden layers, large ones three.",
        ),
        Mistake(
            "never-small",
            lambda d, c, M: build(d, c, MEDIUM if M < 10_000 else LARGE),
            "Small data sets get the medium network.",
            "Where one branch is taken, no other may be: elif, or return at once.",
        ),
        Mistake(
            "large-network-too-short",
            lambda d, c, M: build(d, c, LARGE[:-1] if M >= 10_000 else chosen(M)),
            "The last hidden layer of the large network is missing.",
            "Three hidden layers: 5d, 2d and d.",
        ),
        Mistake(
            "powers",
            lambda d, c, M: [d, *(d**k for k in chosen(M)), c],
            "Your hidden widths are powers of the number of features.",
            "5d is five times d: multiply.",
        ),
        Mistake(
            "list-repeated",
            lambda d, c, M: [d, *(d for k in chosen(M) for _ in range(k)), c],
            "A factor before a list repeats it: there are more layers, not wider ones.",
            "Multiply the number of features, then put the product into the list.",
        ),
        Mistake(
            "limits-too-late",
            lambda d, c, M: build(d, c, chosen(M, low=1001, high=10_001)),
            "1000 and 10000 examples fall into the smaller class.",
            "Small means below 1000, large begins at 10000.",
        ),
        Mistake(
            "last-hidden-layer-of-c",
            narrow_as_classes,
            "Your last hidden layer has as many units as there are classes.",
            "The last hidden layer has n_features units.",
        ),
        Mistake(
            "shrunk-to-the-budget",
            until_it_fits,
            "You made the first hidden layer narrower until the network fits.",
            "Return the widths of the table; the budget comes in a later exercise.",
        ),
        Mistake(
            "forty-units",
            forty_units,
            "The small network has 40 units, as in the example.",
            "Compute the width from n_features.",
        ),
        Mistake(
            "limits-ten-times-as-large",
            lambda d, c, M: starting_architecture(d, c, max(1, M // 10)),
            "Your limits are ten times as large.",
            "The limits are 1000 and 10000 examples.",
        ),
        Mistake(
            "always-the-largest",
            lambda d, c, M: [d, 5 * d, 2 * d, d, c],
            "You returned the largest network always.",
            "Choose by the number of examples.",
        ),
    ),
    alternatives=(
        Alternative("branches, as a tuple", by_branches),
        Alternative("a table of limits", from_table),
        Alternative("appending", by_appending),
        Alternative("an array", as_array),
        Alternative("by the number of digits, a float among them, printed", by_digits),
    ),
)
