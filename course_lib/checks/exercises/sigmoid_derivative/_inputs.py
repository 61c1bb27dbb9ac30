"""Valid inputs that several exercises of this chapter share."""

from numpy.random import Generator

from course_lib.checks.exercises._shared import bits


def one_neuron(rng: Generator) -> tuple:
    """Draw weights, bias, examples and labels of one neuron."""
    n, m = int(rng.integers(1, 6)), int(rng.integers(1, 12))
    W, b = rng.normal(size=(1, n)), rng.normal(size=(1, 1))
    return W, b, rng.normal(0.0, 1.5, (n, m)), bits(rng, 1, m)
