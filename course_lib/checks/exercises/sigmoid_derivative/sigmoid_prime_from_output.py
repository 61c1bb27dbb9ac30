"""Exercise ``sigmoid_prime_from_output``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import (
    one_at_a_time,
    plain_sigmoid,
    printed,
    probabilities,
    shape_of,
    size,
    spread,
)
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.sigmoid_derivative import sigmoid_prime_from_output


def hidden(rng: Generator) -> Iterator[Case]:
    yield case("several units and examples", probabilities(rng, size(rng, 2, 4), size(rng, 3, 7)))
    yield case("a batch of one example (m = 1)", probabilities(rng, 3, 1))
    yield case("a single number", float(probabilities(rng, 1)[0]))
    yield case("a vector", probabilities(rng, 5))
    yield case("the two ends, 0 and 1, and the middle", np.array([[0.0, 1.0, 0.5]]))
    yield case("outputs close to 0 and 1", np.array([[1e-6, 1 - 1e-6]]) * rng.uniform(0.99, 1.0))


def left_in_the_argument(p):
    if isinstance(p, np.ndarray):
        p *= 1 - p
        return p
    return p * (1 - p)


def element_by_element(p):
    p = np.asarray(p, float)
    return np.array([q * (1.0 - q) for q in p.ravel()]).reshape(p.shape)


def inputs(rng: Generator) -> tuple:
    return (spread(rng, *shape_of(rng)),)


EXERCISE = Exercise(
    name="sigmoid_prime_from_output",
    chapter="sigmoid_derivative",
    equation="sigmoid-prime-from-output",
    quantity="the derivative σ' from the output p",
    reference=sigmoid_prime_from_output,
    visible=(
        case("the first example of the AND gate: p = 0.5", 0.5),
        case("the four outputs on the OR gate", np.array([[0.5, 0.646, 0.525, 0.668]])),
        case("several units and examples", np.array([[0.1, 0.9, 0.3], [0.75, 0.5, 0.02]])),
        case("a vector with the two ends, 0 and 1", np.array([0.0, 1.0, 0.5])),
        case("two units, one example, close to 0 and 1", np.array([[1e-7], [1.0 - 1e-7]])),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "sigmoid-again",
            lambda p: plain_sigmoid(p) * (1 - plain_sigmoid(p)),
            "You applied the sigmoid to p, which is already its output.",
            "p is σ(z); use it as it is.",
        ),
        Mistake(
            "minus-instead-of-times",
            lambda p: p - (1 - p),
            "You subtracted 1 - p instead of multiplying by it.",
            "The derivative is a product of two factors.",
        ),
        Mistake(
            "one-minus-square",
            lambda p: 1 - p**2,
            "You computed 1 - p², the pattern of tanh.",
            "For the sigmoid it is p - p².",
        ),
        Mistake(
            "sign-flipped",
            lambda p: p * (p - 1),
            "The sign is wrong: you computed p(p - 1).",
            "The sigmoid rises everywhere, so its slope is not negative.",
        ),
        Mistake(
            "sigmoid-missing-factor",
            lambda p: 1 - p,
            "The factor p is missing.",
            "Near p = 0 the curve is flat too.",
        ),
        Mistake(
            "parentheses-missing",
            lambda p: p * 1 - p,
            "You computed p·1 - p, which is 0: the parentheses are missing.",
            "Write p * (1 - p).",
        ),
        Mistake(
            "matrix-product",
            lambda p: p @ (1 - p).T if np.ndim(p) else p * (1 - p),
            "`@` sums products; here each entry stands for itself.",
            "Multiply element by element, with `*`.",
        ),
        Mistake(
            "divided-instead",
            lambda p: 1 / (p * (1 - p)),
            "You divided by p(1 - p): that is the derivative of the logit by p.",
            "The slope of the sigmoid is at most one quarter.",
        ),
        Mistake(
            "changed-in-place",
            left_in_the_argument,
            "You wrote the result into the array you were given.",
            "Make a new array: p * (1 - p), without `*=`.",
        ),
        Mistake(
            "rounded",
            lambda p: np.round(p * (1 - p), 3),
            "The result was rounded to three decimals.",
            "Round when you print, never when you compute.",
        ),
        Mistake(
            "triangle",
            lambda p: np.minimum(p, 1 - np.asarray(p)) / 2,
            "You drew a triangle, which agrees at 0, 1/2 and 1 only.",
            "Multiply p by 1 - p.",
        ),
        Mistake(
            "derivative-by-p",
            lambda p: 1 - 2 * p,
            "You differentiated p (1 - p) by p.",
            "p (1 - p) is the derivative already, by z.",
        ),
        Mistake(
            "second-derivative",
            lambda p: p * (1 - p) * (1 - 2 * p),
            "You differentiated once too often.",
            "Return p (1 - p).",
        ),
        Mistake(
            "half-of-it",
            lambda p: p * (1 - p) / 2,
            "Your result is half of the right one.",
            "There is no 1/2 in p (1 - p).",
        ),
        Mistake(
            "squared",
            lambda p: p * p,
            "You squared p.",
            "Multiply p by 1 - p.",
        ),
        Mistake(
            "smaller-of-both",
            lambda p: np.minimum(p, 1 - np.asarray(p)),
            "You took the smaller of p and 1 - p.",
            "Multiply them.",
        ),
        Mistake(
            "sigmoid-of-the-output",
            lambda p: plain_sigmoid(p),
            "You applied the sigmoid to p, which went through it already.",
            "Return p (1 - p).",
        ),
    ),
    alternatives=(
        Alternative("product", lambda p: p * (1 - p)),
        Alternative("difference", lambda p: p - p**2),
        Alternative("square completed", lambda p: 0.25 - (p - 0.5) ** 2),
        Alternative("np.multiply", lambda p: np.multiply(p, np.subtract(1, p))),
        Alternative("entry by entry", one_at_a_time(lambda p: p * (1 - p))),
        Alternative("list, reshaped", element_by_element),
        Alternative("prints", lambda p: printed(p * (1.0 - p))),
    ),
)
