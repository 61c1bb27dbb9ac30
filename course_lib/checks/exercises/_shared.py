"""What several exercises use: random inputs, the gates, and small helpers of answers."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from course_lib._validation import FloatArray
from course_lib.checks.model import Case, case


def logits(rng: Generator, *shape: int, scale: float = 2.0) -> FloatArray:
    """Draw normal numbers, rounded so that they print shortly; none is 0 by chance."""
    drawn = np.round(rng.normal(0.0, scale, shape), 3)
    return np.where(drawn == 0.0, 0.001, drawn)


def probabilities(rng: Generator, *shape: int) -> FloatArray:
    """Draw probabilities between 0.02 and 0.98."""
    return np.round(rng.uniform(0.02, 0.98, shape), 4)


def labels(rng: Generator, *shape: int) -> FloatArray:
    """Draw labels 0.0 and 1.0, with both present wherever there is room for both."""
    flat = rng.integers(0, 2, int(np.prod(shape))).astype(float)
    flat[:2] = [1.0, 0.0][: flat.size]
    return rng.permutation(flat).reshape(shape)


def size(rng: Generator, low: int, high: int) -> int:
    """Draw a whole number from low to high, both included."""
    return int(rng.integers(low, high + 1))


# Inputs of a logic gate; columns 00, 01, 10, 11.
X_GATE = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])


def plain_sigmoid(z: Any) -> Any:
    """Compute the sigmoid as most students write it."""
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + np.exp(-z))


def printed(value: Any) -> Any:
    """Print a value and return it, as answers do that are being debugged."""
    print("result:", value)
    return value


def one_at_a_time(loss: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """Apply a function of two numbers entry by entry, with Python loops."""
    return np.vectorize(loss, otypes=[float])


def element_wise(rng: Generator) -> Iterator[Case]:
    """Draw labels and probabilities for a loss: arrays, m = 1, numbers, number with array."""
    m = size(rng, 4, 8)
    yield case("several examples", labels(rng, 1, m), probabilities(rng, 1, m))
    yield case("several units and examples", labels(rng, 3, m), probabilities(rng, 3, m))
    yield case("a batch of one example (m = 1)", labels(rng, 2, 1), probabilities(rng, 2, 1))
    yield case("a single example with label 1", 1.0, float(probabilities(rng, 1)[0]))
    yield case("a single example with label 0", 0, float(probabilities(rng, 1)[0]))
    yield case("one label, many probabilities", 1.0, probabilities(rng, 5))
    yield case(
        "labels given as whole numbers", labels(rng, 1, 4).astype(int), probabilities(rng, 1, 4)
    )


def batches(rng: Generator) -> Iterator[Case]:
    """Draw matrices of labels and probabilities for a cost."""
    m = size(rng, 4, 8)
    yield case("several examples", labels(rng, 1, m), probabilities(rng, 1, m))
    yield case("several units and examples", labels(rng, 3, m), probabilities(rng, 3, m))
    yield case("a batch of one example (m = 1)", labels(rng, 1, 1), probabilities(rng, 1, 1))
    yield case("several units, one example", labels(rng, 4, 1), probabilities(rng, 4, 1))
    yield case("many examples", labels(rng, 2, 60), probabilities(rng, 2, 60))
    yield case(
        "labels given as whole numbers", labels(rng, 1, 5).astype(int), probabilities(rng, 1, 5)
    )


def sure_and_wrong(rng: Generator) -> Case:
    """Draw probabilities next to 0 and 1, most of them on the wrong side."""
    tiny = np.array([1e-12, 1e-9, 1e-5]) * rng.uniform(1.0, 1.5)
    p = np.concatenate([tiny, 1.0 - tiny])
    y = np.array([1.0, 1.0, 0.0, 0.0, 0.0, 1.0])
    order = rng.permutation(6)
    return case("probabilities close to 0 and 1", y[None, order], p[None, order])


def matrix(rng: Generator, *shape: int) -> FloatArray:
    """Draw normal numbers of both signs."""
    return rng.normal(0.0, 3.0, shape)


def bits(rng: Generator, *shape: int) -> FloatArray:
    """Draw labels 0.0 and 1.0."""
    return rng.integers(0, 2, shape).astype(float)


def spread(rng: Generator, *shape: int) -> FloatArray:
    """Draw probabilities over the whole of (1e-12, 1 - 1e-12)."""
    z = rng.uniform(-27.0, 27.0, shape)
    return np.clip(1.0 / (1.0 + np.exp(-z)), 1e-12, 1.0 - 1e-12)


def shape_of(rng: Generator) -> tuple[int, int]:
    """Draw a number of units and a number of examples."""
    return int(rng.integers(1, 6)), int(rng.integers(1, 9))


def labels_with(values: Callable[..., FloatArray]) -> Callable[[Generator], tuple]:
    """Draw labels, and values of the same shape."""

    def draw(rng: Generator) -> tuple:
        shape = shape_of(rng)
        return bits(rng, *shape), values(rng, *shape)

    return draw
