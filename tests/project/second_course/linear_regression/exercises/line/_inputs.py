"""Points and lines to try a function on."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.model import Case, case

X, Y = np.array([1.0, 2.0, 4.0]), np.array([2.0, 2.5, 6.0])
VISIBLE = (
    case("three points", X, Y, 1.5, 0.25),
    case("a single point", np.array([3.0]), np.array([1.0]), 0.5, -2.0),
    case("a line that falls", X, Y, -0.5, 4.0),
)


def inputs(rng: Generator) -> tuple:
    m = int(rng.integers(1, 7))
    return rng.normal(size=m), rng.normal(size=m), float(rng.normal()), float(rng.normal())


def hidden(rng: Generator) -> Iterator[Case]:
    for label, m in (("five points", 5), ("two points", 2), ("another single point", 1)):
        yield case(label, rng.normal(size=m), rng.normal(size=m), *rng.uniform(0.3, 2.0, 2))
