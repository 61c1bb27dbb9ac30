"""Pre-activations for the exercises of this chapter: both signs, and exact zeros."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib._validation import FloatArray
from course_lib.checks.exercises._shared import logits, shape_of, size
from course_lib.checks.model import Case, case

# The example of document 001, lines 220-235, and the hidden layer of document 003, lines 55-88.
Z_EXAMPLE = np.array([[5.0, -7.0, 6.0], [2.0, 1.0, -4.0]])
Z_232 = np.array([[0.7], [-0.1], [0.2]])


def with_kinks(rng: Generator, *shape: int) -> FloatArray:
    """Draw pre-activations of both signs, with exact zeros wherever there is room for them."""
    flat = logits(rng, int(np.prod(shape)))
    ends = rng.uniform([0.2, 1.2, -3.0], [0.8, 3.0, -1.2]).round(3)
    flat[:5] = [0.0, *ends, 0.0][: flat.size]
    return rng.permutation(flat).reshape(shape)


def element_wise(rng: Generator) -> Iterator[Case]:
    """Draw arrays, a batch of one example and single numbers for a function of z alone."""
    m = size(rng, 3, 7)
    yield case("several units and examples", with_kinks(rng, size(rng, 2, 4), m))
    yield case("a batch of one example (m = 1)", with_kinks(rng, 4, 1))
    yield case("a single positive number", float(rng.uniform(1.1, 4.0)))
    yield case("a single negative number", float(rng.uniform(-4.0, -1.1)))
    yield case("the number 0", 0.0)
    yield case("a vector", with_kinks(rng, 6))
    yield case("whole numbers", rng.permutation(np.arange(-4, 5))[:8].reshape(2, 4))


def layers(rng: Generator) -> Iterator[Case]:
    """Draw layers of units that are silent in different ways; see `silent_rows`."""
    m = size(rng, 4, 7)
    yield case("several units and examples", silent_rows(rng, m))
    yield case("many examples", silent_rows(rng, 40))
    yield case("as many units as examples", silent_rows(rng, 6))
    yield case("a batch of one example (m = 1)", with_kinks(rng, 5, 1))
    yield case("a single unit that is silent", -np.abs(logits(rng, 1, m)) - 0.1)
    yield case("a single unit", logits(rng, 1, m))
    yield case("numbers next to 0", np.array([[1.0, -1.0, 0.5]]) * rng.uniform(1e-10, 1e-8))
    yield case("whole numbers", np.array([[0, -2, 0], [-1, 3, -5], [2, 1, 4], [-1, -2, -3]]))


def silent_rows(rng: Generator, m: int) -> FloatArray:
    """
    Draw six rows, in random order.

    Always positive; always negative; at most 0 and once exactly 0; a mean below 0, but once
    positive; positive only at the first example, only at the last one, both with a mean above 0.
    """
    Z = -np.abs(logits(rng, 6, m)) - 0.05
    Z[0] *= -1.0
    Z[2, 0] = 0.0
    Z[3, 1] = 0.02
    Z[4, 0] = Z[5, -1] = 10.0 * m
    return rng.permutation(np.round(Z, 3), axis=0)


def numbers(rng: Generator) -> tuple:
    """Draw pre-activations of both signs, among them exact zeros: a matrix, or one number."""
    Z = rng.normal(0.0, rng.choice([1.0, 8.0]), shape_of(rng)).round(int(rng.integers(0, 4)))
    return (Z if rng.random() < 0.8 else float(Z[0, 0]),)


def units(rng: Generator) -> tuple:
    """Draw a layer in which some units are never, some units hardly ever positive."""
    Z = rng.normal(0.0, 2.0, shape_of(rng)).round(int(rng.integers(0, 3)))
    return (Z - rng.choice([0.0, 3.0], (len(Z), 1)),)
