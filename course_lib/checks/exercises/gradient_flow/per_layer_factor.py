"""Exercise ``per_layer_factor``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import printed
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.gradient_flow import per_layer_factor


def hidden(rng: Generator) -> Iterator[Case]:
    def number(low: float, high: float) -> float:
        return round(float(rng.uniform(low, high)), 4)

    yield case("a sigmoid layer", number(0.3, 0.9), 0.25)
    yield case("a tanh layer away from 0", number(1.2, 2.5), number(0.3, 0.9))
    yield case("large weights", number(5.0, 9.0), number(0.3, 0.9))
    yield case("a derivative above 1", number(0.3, 0.9), number(1.2, 3.0))
    yield case("a saturated layer", number(1.2, 2.5), 0.0)
    yield case("weights of 0", 0.0, number(0.3, 0.9))
    yield case("a whole number", int(rng.integers(2, 6)), number(0.3, 0.9))
    yield case("tiny numbers", 1e-5 * number(1.0, 9.0), 1e-4 * number(1.0, 9.0))


def inputs(rng: Generator) -> tuple:
    return float(rng.uniform(0.0, 9.0)), float(rng.choice([0.0, 0.25, 0.6, 1.0, 1.7]))


EXERCISE = Exercise(
    name="per_layer_factor",
    chapter="gradient_flow",
    equation="per-layer-factor",
    quantity="the factor of one layer",
    reference=per_layer_factor,
    visible=(
        case("the sigmoid layer of the worked table", 0.8, 0.25),
        case("a tanh layer at z = 0", 0.8, 1.0),
        case("large weights", 6.0, 0.25),
        case("a saturated layer", 1.5, 0.0),
        case("weights of 0, given as a whole number", 0, 0.25),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "added",
            lambda norm, derivative: norm + derivative,
            "You added the two numbers.",
            "A stretch by the weights is followed by one by the activation: multiply.",
        ),
        Mistake(
            "averaged",
            lambda norm, derivative: (norm + derivative) / 2,
            "You took the mean of the two numbers.",
            "Multiply them.",
        ),
        Mistake(
            "divided",
            lambda norm, derivative: np.divide(norm, derivative) if derivative else np.inf,
            "You divided by the derivative.",
            "A flat activation lets less through: multiply.",
        ),
        Mistake(
            "derivative-ignored",
            lambda norm, derivative: norm,
            "The derivative of the activation does not appear.",
            "Multiply by both numbers.",
        ),
        Mistake(
            "norm-ignored",
            lambda norm, derivative: derivative,
            "The norm of the weights does not appear.",
            "Multiply by both numbers.",
        ),
        Mistake(
            "sigmoid-assumed",
            lambda norm, derivative: norm * 0.25,
            "You multiplied by 0.25, whatever the derivative is.",
            "Use the argument: 0.25 is the largest slope of the sigmoid only.",
        ),
        Mistake(
            "norm-squared",
            lambda norm, derivative: norm**2 * derivative,
            "The norm appears twice.",
            "One layer multiplies by its weights once.",
        ),
        Mistake(
            "derivative-squared",
            lambda norm, derivative: norm * derivative**2,
            "The derivative appears twice.",
            "One layer multiplies by its slope once.",
        ),
        Mistake(
            "never-above-one",
            lambda norm, derivative: min(norm * derivative, 1.0),
            "You cut the factor off at 1.",
            "A factor above 1 is allowed: it is how gradients explode.",
        ),
        Mistake(
            "slope-at-most-a-quarter",
            lambda norm, derivative: norm * min(derivative, 0.25),
            "You cut the slope off at 1/4.",
            "That is the largest slope of the sigmoid; tanh and ReLU reach 1.",
        ),
        Mistake(
            "slope-of-a-slope",
            lambda norm, derivative: norm * derivative * (1 - derivative),
            "You took the slope for the output of a sigmoid, and computed its slope once more.",
            "The derivative is given: multiply by it.",
        ),
        Mistake(
            "zero-taken-for-missing",
            lambda norm, derivative: norm * (derivative or 1.0),
            "A slope of 0 counts as if none were given.",
            "0 is a number like others: a saturated layer lets nothing through.",
        ),
        Mistake(
            "power",
            lambda norm, derivative: norm**derivative,
            "You raised to a power: two stars.",
            "One star multiplies: `*`.",
        ),
        Mistake(
            "norm-cut",
            lambda norm, derivative: int(norm) * derivative,
            "The norm is cut to a whole number.",
            "Use the norm as it is.",
        ),
        Mistake(
            "smaller-than-one",
            lambda norm, derivative: norm * derivative < 1,
            "You answered whether the factor is below 1.",
            "Return the factor itself.",
        ),
        Mistake(
            "part-that-is-lost",
            lambda norm, derivative: norm - norm * derivative,
            "You subtracted the product from the norm.",
            "The factor is the product itself.",
        ),
    ),
    alternatives=(
        Alternative("product", lambda norm, derivative: norm * derivative),
        Alternative("np.multiply", lambda norm, derivative: np.multiply(norm, derivative)),
        Alternative("np.prod", lambda norm, derivative: np.prod([norm, derivative])),
        Alternative(
            "0-d array, printed", lambda norm, derivative: printed(np.array(derivative * norm))
        ),
        Alternative("dot product", lambda norm, derivative: np.dot([norm], [derivative])),
    ),
)
