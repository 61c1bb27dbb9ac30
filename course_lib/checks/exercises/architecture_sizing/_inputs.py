"""Widths of networks for the exercises of this chapter, and small helpers of answers."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from numpy.random import Generator

from course_lib.checks.exercises._shared import size
from course_lib.checks.model import Case, case


def widths(rng: Generator, depth: int, low: int = 3, high: int = 60) -> list[int]:
    """Draw depth + 1 widths that all differ."""
    return [int(n) for n in rng.permutation(high - low + 1)[: depth + 1] + low]


def networks(rng: Generator) -> Iterator[Case]:
    """Draw networks of several depths for a function of the widths alone."""
    yield case("one hidden layer", widths(rng, 2))
    yield case("two hidden layers", widths(rng, 3))
    yield case("five hidden layers", widths(rng, 6))
    yield case("no hidden layer", widths(rng, 1))
    yield case("one feature and one output", [1, size(rng, 5, 30), 1])
    yield case("equal widths", [size(rng, 5, 30)] * 4)
    yield case("wide layers", widths(rng, 3, 1000, 5000))


def count(
    layers: Sequence[int], of_layer: Callable[[int, int], int] = lambda n, k: n * k + k
) -> int:
    """Sum something over the layers of weights; rightly, weights and biases."""
    return sum(of_layer(n_in, n_out) for n_in, n_out in pairwise(layers))


def network(rng: Generator) -> list[int]:
    """Draw the widths of a network of any depth."""
    return rng.integers(1, 30, rng.integers(2, 7)).tolist()


def one_network(rng: Generator) -> tuple:
    """Draw a network for a function of its widths alone."""
    return (network(rng),)


def counts(rng: Generator) -> tuple:
    """Draw examples, features and classes, quotients below and above 1."""
    return tuple(int(2.0 ** rng.uniform(0.0, top)) for top in (14.0, 5.0, 4.0))


def features_first(rng: Generator) -> tuple:
    """Draw features, classes and examples."""
    M, d, c = counts(rng)
    return d, c, M
