"""Exercise ``chain``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import (
    logits,
    matrix,
    one_at_a_time,
    printed,
    shape_of,
    size,
)
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.sigmoid_derivative import chain


def hidden(rng: Generator) -> Iterator[Case]:
    n, m = size(rng, 2, 4), size(rng, 5, 7)
    yield case("several units and examples", logits(rng, n, m), logits(rng, n, m))
    yield case("as many units as examples", logits(rng, n, n), logits(rng, n, n))
    yield case("a batch of one example (m = 1)", logits(rng, 3, 1), logits(rng, 3, 1))
    yield case("one unit", logits(rng, 1, m), logits(rng, 1, m))
    yield case("a vector", logits(rng, 4), logits(rng, 4))
    yield case("two numbers", float(logits(rng, 1)[0]), float(logits(rng, 1)[0]))
    yield case("an array and a number", logits(rng, 2, m), float(logits(rng, 1)[0]))
    yield case("a number and an array", float(logits(rng, 1)[0]), logits(rng, 2, m))
    yield case(
        "a local derivative of 0 at a switched-off unit",
        logits(rng, 2, 3),
        rng.permuted(np.array([[0.0, 1.0, 1.0], [0.0, 0.0, 1.0]]), axis=1),
    )


def in_place(upstream, local):
    if isinstance(upstream, np.ndarray):
        upstream *= local
        return upstream
    return upstream * local


def by_loops(upstream, local):
    upstream, local = np.broadcast_arrays(upstream, local)
    result = np.zeros(upstream.shape)
    for index in np.ndindex(upstream.shape):
        result[index] = upstream[index] * local[index]
    return result


def inputs(rng: Generator) -> tuple:
    shape = shape_of(rng)
    return matrix(rng, *shape), matrix(rng, *shape)


EXERCISE = Exercise(
    name="chain",
    chapter="sigmoid_derivative",
    equation="chain",
    quantity="the gradient that is passed on",
    reference=chain,
    visible=(
        case("the first example of the AND gate, through the sigmoid", 2.0, 0.25),
        case(
            "the four examples of the OR gate, through the sigmoid",
            np.array([[0.125, -0.089, -0.119, -0.083]]),
            np.array([[0.25, 0.229, 0.249, 0.222]]),
        ),
        case(
            "two units, three examples",
            np.array([[1.0, -2.0, 0.5], [0.0, 3.0, -1.0]]),
            np.array([[0.25, 0.1, 0.0], [0.2, 0.05, 0.25]]),
        ),
        case("two units, one example", np.array([[2.0], [-3.0]]), np.array([[0.5], [1.0]])),
        case("two vectors", np.array([2.0, -3.0]), np.array([0.5, 0.25])),
        case("an array and a number", np.array([[2.0, -3.0]]), 0.5),
        case("a number and an array", 0.5, np.array([[2.0, -3.0]])),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "added",
            lambda upstream, local: upstream + local,
            "You added the two.",
            "Along one path derivatives are multiplied; only different paths are added.",
        ),
        Mistake(
            "matrix-product",
            lambda upstream, local: (
                upstream @ local.T if np.ndim(upstream) and np.ndim(local) else upstream * local
            ),
            "`@` is the matrix product; it mixes the examples.",
            "Multiply element by element, with `*`.",
        ),
        Mistake(
            "summed",
            lambda upstream, local: np.sum(upstream * local),
            "You summed the products to one number.",
            "Each unit of each example passes on a gradient of its own.",
        ),
        Mistake(
            "averaged-over-examples",
            lambda upstream, local: (
                upstream * local / np.shape(upstream)[-1] if np.ndim(upstream) else upstream * local
            ),
            "You divided by the number of examples.",
            "The 1/m is already in the upstream gradient.",
        ),
        Mistake(
            "local-only",
            lambda upstream, local: local + 0.0 * upstream,
            "You returned the local derivative alone.",
            "Multiply it by the gradient that arrives.",
        ),
        Mistake(
            "upstream-only",
            lambda upstream, local: upstream + 0.0 * local,
            "You passed the upstream gradient on unchanged.",
            "Multiply it by the local derivative.",
        ),
        Mistake(
            "divided",
            lambda upstream, local: upstream / local,
            "You divided by the local derivative.",
            "Multiply by it.",
        ),
        Mistake(
            "sign-flipped",
            lambda upstream, local: -upstream * local,
            "The sign is wrong.",
            "The minus sign comes in the update, not in the chain rule.",
        ),
        Mistake(
            "changed-in-place",
            in_place,
            "You wrote the result into the upstream array.",
            "Make a new array: do not use `*=`.",
        ),
        Mistake(
            "slope-of-a-slope",
            lambda upstream, local: upstream * local * (1 - local),
            "You took the slope for the output of a sigmoid, and computed its slope once more.",
            "local is the derivative already: multiply by it.",
        ),
        Mistake(
            "slope-at-the-slope",
            lambda upstream, local: upstream * np.exp(-local) / (1 + np.exp(-local)) ** 2,
            "You took the slope for a logit, and computed the slope of the sigmoid there.",
            "local is the derivative already: multiply by it.",
        ),
        Mistake(
            "outer-product",
            lambda upstream, local: np.outer(upstream, local),
            "You multiplied every entry with every other one.",
            "Multiply entry by entry: `*`.",
        ),
        Mistake(
            "power",
            lambda upstream, local: np.sign(upstream) * np.abs(upstream) ** local,
            "You raised to a power.",
            "One star multiplies, two are a power.",
        ),
        Mistake(
            "subtracted",
            lambda upstream, local: upstream - local,
            "You subtracted.",
            "The chain rule multiplies.",
        ),
        Mistake(
            "summed-over-units",
            lambda upstream, local: (
                np.sum(upstream * local, axis=0) if np.ndim(upstream * local) else upstream * local
            ),
            "You summed over the first axis.",
            "Each entry has a gradient of its own: no sum.",
        ),
        Mistake(
            "absolute-slope",
            lambda upstream, local: upstream * np.abs(local),
            "You took the absolute value of the slope.",
            "Keep its sign.",
        ),
    ),
    alternatives=(
        Alternative("star", lambda upstream, local: upstream * local),
        Alternative("np.multiply", np.multiply),
        Alternative("other order", lambda upstream, local: local * upstream),
        Alternative("loop", by_loops),
        Alternative("entry by entry", one_at_a_time(lambda upstream, local: upstream * local)),
        Alternative("einsum", lambda upstream, local: np.einsum("...,...->...", upstream, local)),
        Alternative("prints", lambda upstream, local: printed(upstream * local)),
    ),
)
