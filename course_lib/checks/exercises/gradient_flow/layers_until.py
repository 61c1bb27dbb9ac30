"""Exercise ``layers_until``."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import printed, size
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.gradient_flow import layers_until


def hidden(rng: Generator) -> Iterator[Case]:
    def drawn(label: str, k: int, low: float, high: float, above: float) -> Case:
        # The k-th power is below the threshold by this part of one step.
        factor = round(float(rng.uniform(low, high)), 3)
        return case(label, factor ** (k - rng.uniform(above, above + 0.15)), factor)

    yield drawn("just reached", size(rng, 3, 6), 0.2, 0.6, 0.15)
    yield drawn("just missed one step before", size(rng, 3, 6), 0.2, 0.6, 0.7)
    yield drawn("one step is enough", 1, 0.1, 0.5, 0.3)
    yield drawn("a large factor", size(rng, 30, 60), 0.85, 0.95, 0.15)
    yield drawn("a factor close to 1", size(rng, 200, 300), 0.985, 0.995, 0.7)
    yield drawn("a tiny factor", size(rng, 2, 4), 0.001, 0.01, 0.2)
    yield drawn("a tiny threshold", size(rng, 60, 90), 0.1, 0.3, 0.75)


def by_counting(threshold, factor):
    k, left = 0, 1.0
    while left > threshold:
        left *= factor
        k += 1
    return k


def by_squaring(threshold, factor):
    k, left = 1, factor
    while left > threshold:
        left, k = left * left, k + 1
    return k


def rounded_at_each_step(threshold, factor):
    k, left = 0, 1.0
    while left > threshold and k < 10_000:
        left, k = round(left * factor, 2), k + 1
    return k


def by_recursion(threshold, factor):
    return 1 if factor <= threshold else 1 + by_recursion(threshold / factor, factor)


def in_a_table(threshold, factor):
    powers = np.cumprod(np.full(2000, factor))
    return np.argmax(powers <= threshold) + 1


def inputs(rng: Generator) -> tuple:
    return float(rng.uniform(0.001, 0.999)), float(rng.uniform(0.01, 0.99))


EXERCISE = Exercise(
    name="layers_until",
    chapter="gradient_flow",
    equation="layers-until",
    quantity="the number of steps",
    reference=layers_until,
    visible=(
        case("1 % at the factor of the worked table", 0.01, 0.2),
        case("5 % at a factor of 0.25", 0.05, 0.25),
        case("1 % at a factor of 0.8", 0.01, 0.8),
        case("one step is enough", 0.6, 0.25),
        case("a tiny threshold", 1e-9, 0.2),
        case("5 % at a factor of 0.995", 0.05, 0.995),
        case("2 % at a factor of 0.9", 0.02, 0.9),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "rounded-down",
            lambda threshold, factor: math.floor(math.log(threshold) / math.log(factor)),
            "Your number is one too small, unless the quotient is whole.",
            "Round up, and count the first step too: f^k must be at most the threshold.",
        ),
        Mistake(
            "rounded-to-nearest",
            lambda threshold, factor: round(math.log(threshold) / math.log(factor)),
            "You rounded to the nearest whole number.",
            "Always round up: a step that is needed in part is needed.",
        ),
        Mistake(
            "not-rounded",
            lambda threshold, factor: math.log(threshold) / math.log(factor),
            "You did not round.",
            "Steps are whole: return the smallest whole number that is enough.",
        ),
        Mistake(
            "one-too-many",
            lambda threshold, factor: math.ceil(math.log(threshold) / math.log(factor)) + 1,
            "You counted one step too many.",
            "Count the steps, not the numbers in the list: the output itself is step 0.",
        ),
        Mistake(
            "ratio-inverted",
            lambda threshold, factor: math.ceil(math.log(factor) / math.log(threshold)),
            "The two logarithms are swapped.",
            "Solve factor**k = threshold for k.",
        ),
        Mistake(
            "logarithm-forgotten",
            lambda threshold, factor: math.ceil(factor / threshold),
            "You divided the two numbers themselves.",
            "Each step multiplies, so take logarithms of both.",
        ),
        Mistake(
            "equal-steps-down",
            lambda threshold, factor: math.ceil((1 - threshold) / (1 - factor)),
            "You let the gradient fall by the same amount at every step.",
            "It falls by the same factor: after k steps factor**k is left.",
        ),
        Mistake(
            "powers-of-ten",
            lambda threshold, factor: math.ceil(-math.log10(threshold)),
            "The factor does not appear: you counted powers of ten.",
            "Divide the logarithm of the threshold by that of the factor.",
        ),
        Mistake(
            "negative",
            lambda threshold, factor: math.floor(-math.log(threshold) / math.log(factor)),
            "The number of steps is negative.",
            "Both logarithms are negative, so their quotient is not.",
        ),
        Mistake(
            "value-reached",
            lambda threshold, factor: factor ** math.ceil(math.log(threshold) / math.log(factor)),
            "You returned what is left of the gradient.",
            "Return the number of steps, k.",
        ),
        Mistake(
            "threshold-fixed",
            lambda threshold, factor: math.ceil(math.log(0.01) / math.log(factor)),
            "The threshold is 1 % whatever is given.",
            "Use the argument threshold.",
        ),
        Mistake(
            "two-logarithms",
            lambda threshold, factor: math.ceil(math.log10(threshold) / math.log(factor)),
            "The two logarithms have different bases.",
            "Any base will do, but the same in both.",
        ),
        Mistake(
            "difference-of-logarithms",
            lambda threshold, factor: math.ceil(abs(math.log(threshold) - math.log(factor))),
            "You subtracted the logarithms.",
            "Divide the logarithm of the threshold by that of the factor.",
        ),
        Mistake(
            "logarithm-of-the-quotient",
            lambda threshold, factor: math.ceil(math.log(threshold / factor)),
            "You took one logarithm, of a quotient.",
            "Take two logarithms, then divide.",
        ),
        Mistake(
            "logarithm-of-the-factor-replaced",
            lambda threshold, factor: math.ceil(math.log(threshold) / (factor - 1)),
            "You divided by f - 1 in place of log f.",
            "These are close only where f is close to 1.",
        ),
        Mistake(
            "minus-too-many",
            lambda threshold, factor: math.ceil(-math.log(threshold) / math.log(factor)),
            "Your number is negative.",
            "Both logarithms are negative, so their quotient is positive.",
        ),
        Mistake(
            "squared-at-each-step",
            by_squaring,
            "You square what is left at each step.",
            "Each step multiplies by the same factor.",
        ),
        Mistake(
            "a-hundred-at-most",
            lambda threshold, factor: min(100, math.ceil(math.log(threshold) / math.log(factor))),
            "Your search ends at 100 steps.",
            "A factor close to 1 needs more: let the search go on, or use logarithms.",
        ),
        Mistake(
            "halvings-counted",
            lambda threshold, factor: math.ceil(-math.log2(threshold)),
            "You counted halvings; the factor has no effect.",
            "Each step multiplies by the factor that is given.",
        ),
        Mistake(
            "two-steps-at-least",
            lambda threshold, factor: max(2, math.ceil(math.log(threshold) / math.log(factor))),
            "You never return 1.",
            "Where the factor is below the threshold one step is enough.",
        ),
        Mistake(
            "rounded-at-each-step",
            rounded_at_each_step,
            "What is left is rounded at each step.",
            "Round nothing on the way.",
        ),
        Mistake(
            "nearly-small-enough",
            lambda threshold, factor: next(
                k for k in range(1, 10_000) if factor**k - threshold <= 1e-3
            ),
            "You stop when the rest is a little above the threshold.",
            "Go on while the rest is above the threshold, without a tolerance.",
        ),
        Mistake(
            "factor-rounded",
            lambda threshold, factor: math.ceil(
                math.log(threshold) / math.log(min(0.99, round(factor, 2)) or 0.01)
            ),
            "You rounded the factor.",
            "Use it as it is.",
        ),
        Mistake(
            "share-that-is-lost",
            lambda threshold, factor: math.ceil(math.log(1 - threshold) / math.log(factor)),
            "You took 1 - threshold.",
            "The threshold is the share that is left.",
        ),
        Mistake(
            "fifty-steps-looked-at",
            lambda threshold, factor: int(np.argmax(factor ** np.arange(50) <= threshold)),
            "You looked at fifty steps only.",
            "There may be many more: use logarithms, or a loop without an end.",
        ),
    ),
    alternatives=(
        Alternative(
            "quotient of logarithms, rounded up",
            lambda threshold, factor: math.ceil(math.log(threshold) / math.log(factor)),
        ),
        Alternative(
            "rounded down, plus one",
            lambda threshold, factor: math.floor(math.log(threshold) / math.log(factor)) + 1,
        ),
        Alternative("while loop", by_counting),
        Alternative("recursion", by_recursion),
        Alternative("table of powers", in_a_table),
        Alternative(
            "base 10, a float",
            lambda threshold, factor: np.ceil(np.log10(threshold) / np.log10(factor)),
        ),
        Alternative(
            "logarithm to the base of the factor, printed",
            lambda threshold, factor: printed(math.ceil(math.log(threshold, factor))),
        ),
        Alternative(
            "first power that is small enough",
            lambda threshold, factor: next(k for k in range(1, 5000) if factor**k <= threshold),
        ),
    ),
)
