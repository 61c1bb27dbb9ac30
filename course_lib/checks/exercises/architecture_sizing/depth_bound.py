"""Exercise ``depth_bound``."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.architecture_sizing import depth_bound
from course_lib.checks.exercises._shared import printed, size
from course_lib.checks.exercises.architecture_sizing._inputs import counts
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case


def between_powers(rng: Generator, low: int, high: int, nearest: str = "above") -> int:
    """Draw 2 to a number whose fraction is above one half, or below."""
    fraction = rng.uniform(0.6, 0.9) if nearest == "above" else rng.uniform(0.2, 0.4)
    return int(2.0 ** (size(rng, low, high) + fraction))


def hidden(rng: Generator) -> Iterator[Case]:
    for label, nearest in (("much data", "above"), ("other numbers", "below")):
        d, c = size(rng, 5, 40), size(rng, 3, 9)
        yield case(label, d * c * between_powers(rng, 5, 8, nearest) + size(rng, 1, d), d, c)
    power = 2 ** size(rng, 3, 7)
    yield case("a quotient that is a power of two", 32 * power, 8, 4)
    yield case("one example less than a power of two asks for", 32 * power - 1, 8, 4)
    d, c = size(rng, 20, 60), size(rng, 5, 9)
    yield case("a quotient just below 4", 4 * d * c - 1, d, c)
    yield case("a quotient below 2", int(1.7 * d * c), d, c)
    yield case("as many examples as features times classes", d * c, d, c)
    yield case("too few examples for any layer", d * c // 3, d, c)
    yield case("far too few examples", max(1, d * c // 12), d, c)
    yield case("one feature", between_powers(rng, 5, 9), 1, size(rng, 3, 9))
    yield case("one output", between_powers(rng, 9, 12), size(rng, 5, 30), 1)
    yield case("one feature and one output", between_powers(rng, 6, 9), 1, 1)


def ratio(M: int, d: int, c: int) -> float:
    return M / (d * c)


def floored(x: float) -> int:
    return max(1, math.floor(x))


def by_doubling(n_samples, n_features, n_classes):
    depth = 1
    while n_features * n_classes * 2**depth <= n_samples:
        depth += 1
    return depth


def by_halving(n_samples, n_features, n_classes):
    quotient, depth = n_samples / (n_features * n_classes), 1
    while quotient >= 2:
        quotient, depth = quotient / 2, depth + 1
    return depth


EXERCISE = Exercise(
    name="depth_bound",
    chapter="architecture_sizing",
    equation="depth-bound",
    quantity="the largest depth",
    reference=depth_bound,
    visible=(
        case("800 examples, 20 features, 3 classes", 800, 20, 3),
        case("5000 examples, 784 features, 10 classes", 5000, 784, 10),
        case("50000 examples, 1000 features, 5 classes", 50_000, 1000, 5),
        case("100 examples, 1 feature, 1 output", 100, 1, 1),
        case("320 examples, 5 features, 4 classes: 16 to each product", 320, 5, 4),
        case("319 examples, 5 features, 4 classes: one less", 319, 5, 4),
        case("10 examples, 20 features, 5 classes: far too few", 10, 20, 5),
    ),
    hidden=hidden,
    inputs=counts,
    mistakes=(
        Mistake(
            "one-missing",
            lambda M, d, c: floored(math.log2(ratio(M, d, c))),
            "The + 1 is missing.",
            "Look at the end of the equation.",
        ),
        Mistake(
            "below-one",
            lambda M, d, c: math.floor(math.log2(ratio(M, d, c)) + 1),
            "Your result can be 0 or negative.",
            "A network has at least one layer: return at least 1.",
        ),
        Mistake(
            "rounded",
            lambda M, d, c: max(1, round(math.log2(ratio(M, d, c)) + 1)),
            "You rounded to the nearest whole number.",
            "The bound is an upper limit: round down.",
        ),
        Mistake(
            "rounded-up",
            lambda M, d, c: max(1, math.ceil(math.log2(ratio(M, d, c)) + 1)),
            "You rounded up.",
            "The bound is an upper limit: round down.",
        ),
        Mistake(
            "not-rounded",
            lambda M, d, c: max(1.0, math.log2(ratio(M, d, c)) + 1),
            "You did not round.",
            "A depth is a whole number: round down.",
        ),
        Mistake(
            "natural-logarithm",
            lambda M, d, c: floored(math.log(ratio(M, d, c)) + 1),
            "You took the natural logarithm.",
            "Take the logarithm to base 2: np.log2.",
        ),
        Mistake(
            "base-ten",
            lambda M, d, c: floored(math.log10(ratio(M, d, c)) + 1),
            "You took the logarithm to base 10.",
            "Take the logarithm to base 2: np.log2.",
        ),
        Mistake(
            "one-inside",
            lambda M, d, c: floored(math.log2(ratio(M, d, c) + 1)),
            "You added 1 inside the logarithm.",
            "Take the logarithm first, then add 1.",
        ),
        Mistake(
            "classes-forgotten",
            lambda M, d, c: floored(math.log2(M / d) + 1),
            "You divided by the features only.",
            "Divide by features times classes.",
        ),
        Mistake(
            "features-forgotten",
            lambda M, d, c: floored(math.log2(M / c) + 1),
            "You divided by the classes only.",
            "Divide by features times classes.",
        ),
        Mistake(
            "parentheses-missing",
            lambda M, d, c: floored(math.log2(M / d * c) + 1),
            "You wrote M / d * c, which divides by d and multiplies by c.",
            "Put parentheses around d * c.",
        ),
        Mistake(
            "added-features-and-classes",
            lambda M, d, c: floored(math.log2(M / (d + c)) + 1),
            "You divided by the sum of features and classes.",
            "Divide by their product.",
        ),
        Mistake(
            "samples-taken-last",
            lambda M, d, c: floored(math.log2(c / (M * d)) + 1),
            "You took the third argument for the number of examples.",
            "In this function the examples come first: (n_samples, n_features, n_classes).",
        ),
        Mistake(
            "never-above-one",
            lambda M, d, c: min(1, math.floor(math.log2(ratio(M, d, c)) + 1)),
            "Your result is never more than 1.",
            "The larger of 1 and the bound is asked: max, not min.",
        ),
        Mistake(
            "logarithm-before-the-quotient",
            lambda M, d, c: floored(math.log2(M) / (d * c) + 1),
            "You took the logarithm of the examples alone.",
            "Divide first: the logarithm is taken of the whole quotient.",
        ),
        Mistake(
            "strictly-less",
            lambda M, d, c: max(1, math.ceil(math.log2(ratio(M, d, c)))),
            "Where the quotient is exactly a power of two, your result is one too small.",
            "Equality is allowed there: look at < and <=.",
        ),
        Mistake(
            "at-least-zero",
            lambda M, d, c: max(0, math.floor(math.log2(ratio(M, d, c)) + 1)),
            "Your smallest result is 0.",
            "A network has at least one layer: return at least 1.",
        ),
        Mistake(
            "absolute-value",
            lambda M, d, c: abs(math.floor(math.log2(ratio(M, d, c)) + 1)) or 1,
            "You took the absolute value of a negative bound.",
            "Where the formula gives less than 1, return 1.",
        ),
        Mistake(
            "square-root",
            lambda M, d, c: floored(math.sqrt(ratio(M, d, c)) + 1),
            "You took a square root in place of the logarithm.",
            "log2 asks: 2 to which power?",
        ),
        Mistake(
            "three-classes",
            lambda M, d, c: floored(math.log2(ratio(M, d, 3)) + 1),
            "You took the number of classes from an example.",
            "Use n_classes.",
        ),
        Mistake(
            "logarithm-forgotten",
            lambda M, d, c: floored(ratio(M, d, c) + 1),
            "You forgot the logarithm.",
            "Take np.log2 of the quotient, then add 1.",
        ),
        Mistake(
            "two-too-many",
            lambda M, d, c: floored(math.log2(ratio(M, d, c)) + 2),
            "Your result is one too large.",
            "The equation adds 1 only once.",
        ),
        Mistake(
            "one-missing-and-below-one",
            lambda M, d, c: math.floor(math.log2(ratio(M, d, c))),
            "The + 1 is missing, and so is the least value 1.",
            "Take max(1, floor(log2(...) + 1)).",
        ),
        Mistake(
            "multiplied",
            lambda M, d, c: floored(math.log2(M * d * c) + 1),
            "You multiplied by features and classes.",
            "Divide the examples by features times classes.",
        ),
        Mistake(
            "one-subtracted",
            lambda M, d, c: floored(math.log2(ratio(M, d, c)) - 1),
            "You subtracted 1.",
            "The equation adds 1.",
        ),
        Mistake(
            "quotient-turned-round",
            lambda M, d, c: floored(math.log2(1 / ratio(M, d, c)) + 1),
            "You turned the quotient round.",
            "Divide the examples by features times classes.",
        ),
        Mistake(
            "one-inside-too",
            lambda M, d, c: floored(math.log2(ratio(M, d, c) + 1) + 1),
            "You added 1 inside the logarithm, too.",
            "Add 1 once, after the logarithm.",
        ),
        Mistake(
            "five-examples-a-parameter",
            lambda M, d, c: floored(math.log2(ratio(M, 5 * d, c)) + 1),
            "You divided by 5, too.",
            "The 5 belongs to the budget of parameters, not to the depth.",
        ),
        Mistake(
            "quotient-alone",
            lambda M, d, c: max(1, M // (d * c)),
            "You forgot the logarithm and the + 1.",
            "Take np.log2 of the quotient, then add 1.",
        ),
    ),
    alternatives=(
        Alternative("log2", lambda M, d, c: floored(math.log2(M / (d * c)) + 1)),
        Alternative("NumPy", lambda M, d, c: np.maximum(1, np.floor(np.log2(M / (d * c)) + 1))),
        Alternative("cut", lambda M, d, c: max(int(math.log(M / d / c, 2) + 1), 1)),
        Alternative("doubling", by_doubling),
        Alternative("halving", by_halving),
        Alternative(
            "natural logarithms divided, printed",
            lambda M, d, c: printed(max(1, math.floor(np.log(M / (d * c)) / np.log(2)) + 1)),
        ),
        Alternative("binary digits", lambda M, d, c: max(1, len(f"{M // (d * c):b}"))),
    ),
)
