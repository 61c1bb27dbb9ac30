"""Exercise ``parameter_budget``."""

import math
from collections.abc import Iterator
from fractions import Fraction

import numpy as np
from numpy.random import Generator

from course_lib.architecture_sizing import parameter_budget
from course_lib.checks.exercises._shared import printed, size
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case


def hidden(rng: Generator) -> Iterator[Case]:
    yield case("a whole budget", 5 * size(rng, 50, 900))
    yield case("a budget with a small fraction", 5 * size(rng, 50, 900) + 1)
    yield case("a budget with a large fraction", 5 * size(rng, 50, 900) + 4)
    yield case("very few examples", size(rng, 1, 3))
    yield case("very many examples", size(rng, 1_000_000, 9_000_000))
    yield case("ten examples for a parameter", size(rng, 100, 999), 10)
    yield case("one example for a parameter", size(rng, 100, 999), 1)
    yield case("a fraction of an example for a parameter", size(rng, 100, 999), 0.4)
    yield case("a price by name", size(rng, 100, 999), samples_per_parameter=2.5)


def divided(n_samples, samples_per_parameter=5):
    return n_samples / samples_per_parameter


def inputs(rng: Generator) -> tuple:
    return int(rng.integers(1, 5000)), rng.choice([1.0, 2.5, 5.0])


EXERCISE = Exercise(
    name="parameter_budget",
    chapter="architecture_sizing",
    equation="parameter-budget",
    quantity="the budget",
    reference=parameter_budget,
    visible=(
        case("800 examples", 800),
        case("803 examples: the budget is not a whole number", 803),
        case("801 examples: the budget is not a whole number", 801),
        case("3 examples: less than one parameter", 3),
        case("800 examples, ten for each parameter", 800, 10),
        case("1 example, one for each parameter", 1, samples_per_parameter=1),
        case("800 examples, two and a half for each parameter", 800, samples_per_parameter=2.5),
        case("800 examples, half of one for each parameter", 800, 0.5),
        case("7 examples, three for each parameter", 7, 3),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "multiplied",
            lambda n_samples, samples_per_parameter=5: n_samples * samples_per_parameter,
            "You multiplied.",
            "One parameter costs several examples: divide.",
        ),
        Mistake(
            "turned-over",
            lambda n_samples, samples_per_parameter=5: samples_per_parameter / n_samples,
            "The quotient is turned over.",
            "Divide the examples by the price.",
        ),
        Mistake(
            "price-ignored",
            lambda n_samples, samples_per_parameter=5: n_samples / 5,
            "You divided by 5 whatever the price is.",
            "Use the argument samples_per_parameter.",
        ),
        Mistake(
            "another-default",
            lambda n_samples, samples_per_parameter=10: n_samples / samples_per_parameter,
            "Without a price you took 10.",
            "The default is 5 examples for each parameter.",
        ),
        Mistake(
            "rounded-down",
            lambda n_samples, samples_per_parameter=5: n_samples // samples_per_parameter,
            "You rounded down.",
            "The budget is a float: divide with / and do not round.",
        ),
        Mistake(
            "rounded",
            lambda n_samples, samples_per_parameter=5: round(n_samples / samples_per_parameter),
            "You rounded to the nearest whole number.",
            "The budget is a float: do not round.",
        ),
        Mistake(
            "rounded-up",
            lambda n_samples, samples_per_parameter=5: math.ceil(n_samples / samples_per_parameter),
            "You rounded up.",
            "The budget is a float: do not round.",
        ),
        Mistake(
            "remainder",
            lambda n_samples, samples_per_parameter=5: n_samples % samples_per_parameter,
            "You computed the remainder of the division.",
            "Divide with /, not with %.",
        ),
        Mistake(
            "difference",
            lambda n_samples, samples_per_parameter=5: n_samples - samples_per_parameter,
            "You subtracted the price.",
            "Each parameter costs that many examples: divide.",
        ),
        Mistake(
            "price-cut",
            lambda n_samples, samples_per_parameter=5: (
                n_samples / max(1, int(samples_per_parameter))
            ),
            "You turned the price into a whole number.",
            "A price may be a fraction, such as 2.5: use it as it is.",
        ),
        Mistake(
            "not-below-one",
            lambda n_samples, samples_per_parameter=5: max(1.0, n_samples / samples_per_parameter),
            "You return at least 1.",
            "The budget may be less than one parameter.",
        ),
        Mistake(
            "not-above-the-examples",
            lambda n_samples, samples_per_parameter=5: min(
                n_samples, n_samples / samples_per_parameter
            ),
            "You return at most the number of examples.",
            "At a price below 1 there are more parameters than examples.",
        ),
        Mistake(
            "five-and-the-price",
            lambda n_samples, samples_per_parameter=5: (
                n_samples / 5 / (1 if samples_per_parameter == 5 else samples_per_parameter)
            ),
            "With a price you divided by 5 as well.",
            "The price takes the place of the 5.",
        ),
        Mistake(
            "other-prices-multiplied",
            lambda M, s=5: M / 5 if s == 5 else M * s,
            "You multiply by every price but 5.",
            "The examples are divided by the price, whatever it is.",
        ),
        Mistake(
            "quotient-and-rest",
            lambda M, s=5: divmod(M, s),
            "You returned the whole quotient together with the rest.",
            "Divide with `/`.",
        ),
        Mistake(
            "price-ignored-and-rounded-down",
            lambda M, s=5: M // 5,
            "You ignore the price, and round down.",
            "Divide n_samples by samples_per_parameter with `/`.",
        ),
        Mistake(
            "one-more-each",
            lambda M, s=5: M / (s + 1),
            "You divided by one more than the price.",
            "Divide by the price itself.",
        ),
    ),
    alternatives=(
        Alternative("quotient", divided),
        Alternative(
            "np.divide",
            lambda n_samples, samples_per_parameter=5: np.divide(n_samples, samples_per_parameter),
        ),
        Alternative(
            "times the inverse",
            lambda n_samples, samples_per_parameter=5: n_samples * (1 / samples_per_parameter),
        ),
        Alternative(
            "Fraction",
            lambda n_samples, samples_per_parameter=5: float(
                Fraction(n_samples) / Fraction(str(samples_per_parameter))
            ),
        ),
        Alternative(
            "power, printed",
            lambda n_samples, samples_per_parameter=5: printed(
                n_samples * float(samples_per_parameter) ** -1
            ),
        ),
    ),
)
