"""Exercise ``relu_backward``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import logits, matrix, printed, shape_of, size
from course_lib.checks.exercises.relu._inputs import Z_232, Z_EXAMPLE, with_kinks
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.relu import relu_backward


def layer(label: str, rng: Generator, n: int, m: int) -> Case:
    return case(label, logits(rng, n, m, scale=1.0) + 0.0005, with_kinks(rng, n, m))


def hidden(rng: Generator) -> Iterator[Case]:
    n, m = size(rng, 2, 4), size(rng, 5, 8)
    yield layer("several units and examples", rng, n, m)
    yield layer("as many units as examples", rng, 4, 4)
    yield layer("a batch of one example (m = 1)", rng, 5, 1)
    yield layer("a single unit", rng, 1, m)
    yield case(
        "all units at exactly 0 for one example",
        logits(rng, 3, 3) + 0.0005,
        np.array([[0.0, 1.5, -2.0], [0.0, -0.5, 0.25], [0.0, 2.0, 3.0]]),
    )
    yield case(
        "Z given as whole numbers",
        logits(rng, 2, 4) + 0.0005,
        rng.permutation(np.array([-3, -1, 0, 2, 4, 5, -2, 1])).reshape(2, 4),
    )


def by_copy(dA, Z):
    dZ = dA.copy()
    dZ[Z <= 0] = 0.0
    return dZ


def by_loops(dA, Z):
    dZ = np.zeros(dA.shape)
    for i in range(len(Z)):
        for k in range(Z.shape[1]):
            if Z[i, k] > 0:
                dZ[i, k] = dA[i, k]
    return dZ


def inputs(rng: Generator) -> tuple:
    shape = shape_of(rng)
    return matrix(rng, *shape), rng.normal(0.0, 2.0, shape).round(int(rng.integers(0, 3)))


EXERCISE = Exercise(
    name="relu_backward",
    chapter="relu",
    equation="relu-backward",
    quantity="the gradient dZ",
    reference=relu_backward,
    visible=(
        case(
            "two units, three examples",
            np.array([[0.5, 0.05, 0.7], [0.1, -0.6, 0.8]]),
            Z_EXAMPLE,
        ),
        case(
            "the hidden layer of the 2-3-2 network",
            np.array([[-0.043], [0.382], [-0.361]]),
            Z_232,
        ),
        case(
            "two units, two examples, one of them at the kink",
            np.array([[1.5, -2.0], [0.25, 3.0]]),
            np.array([[0.0, 4.0], [-1.0, 0.5]]),
        ),
        case(
            "a single unit, Z given as whole numbers",
            np.array([[0.5, -1.5, 2.0]]),
            np.array([[3, -2, 0]]),
        ),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "mask-missing",
            lambda dA, Z: dA * 1.0,
            "You returned dA unchanged.",
            "The gradient stops where the unit was off: multiply by the mask of Z > 0.",
        ),
        Mistake(
            "mask-from-gradient",
            lambda dA, Z: dA * (dA > 0),
            "Your mask looks at the sign of dA instead of Z (ReLU of the gradient).",
            "Negative gradients pass as well; what counts is whether Z > 0 on the way forward.",
        ),
        Mistake(
            "mask-alone",
            lambda dA, Z: (Z > 0) * 1.0,
            "You returned the mask alone.",
            "Multiply it by the gradient that comes from above, dA.",
        ),
        Mistake(
            "times-the-value",
            lambda dA, Z: dA * np.maximum(Z, 0),
            "You multiplied dA by ReLU(Z).",
            "Multiply by the slope of ReLU, which is 0 or 1.",
        ),
        Mistake(
            "times-z",
            lambda dA, Z: dA * Z,
            "You multiplied dA by Z itself.",
            "Multiply by the slope of ReLU, which is 0 or 1.",
        ),
        Mistake(
            "open-at-zero",
            lambda dA, Z: dA * (Z >= 0),
            "Your mask lets the gradient through where Z is exactly 0.",
            "In this course the slope at 0 is 0: Z > 0, not Z >= 0.",
        ),
        Mistake(
            "mask-inverted",
            lambda dA, Z: dA * (Z <= 0),
            "Your mask is open where it must be closed.",
            "The gradient passes where Z > 0.",
        ),
        Mistake(
            "averaged",
            lambda dA, Z: dA * (Z > 0) / Z.shape[1],
            "You divided by the number of examples.",
            "Any 1/m is already in dA; it enters once, at the output layer.",
        ),
        Mistake(
            "arguments-swapped",
            lambda dA, Z: Z * (dA > 0),
            "The roles of dA and Z are swapped.",
            "dA is the gradient that passes; Z decides where.",
        ),
        Mistake(
            "whole-units-closed",
            lambda dA, Z: dA * (Z > 0).all(axis=1, keepdims=True),
            "You closed a unit for all examples as soon as it was off for one.",
            "The gate is decided for each unit and each example by itself.",
        ),
        Mistake(
            "summed-over-examples",
            lambda dA, Z: np.sum(dA * (Z > 0), axis=1, keepdims=True),
            "You summed over the examples.",
            "dZ has the shape of Z: one column for each example.",
        ),
        Mistake(
            "matrix-product",
            lambda dA, Z: dA @ ((Z > 0) * 1.0).T,
            "You took a matrix product.",
            "Multiply entry by entry: `dA * (Z > 0)`.",
        ),
        Mistake(
            "brackets-missing",
            lambda dA, Z: dA * Z > 0,
            "`dA * Z > 0` multiplies first and compares then.",
            "Put brackets around Z > 0.",
        ),
        Mistake(
            "product-cut-off",
            lambda dA, Z: np.maximum(dA * Z, 0),
            "You cut the product of dA and Z off at 0.",
            "Z only decides where dA goes through: dA * (Z > 0).",
        ),
    ),
    alternatives=(
        Alternative("product with the mask", lambda dA, Z: dA * (Z > 0)),
        Alternative("where", lambda dA, Z: np.where(Z > 0, dA, 0)),
        Alternative("copy and zero", by_copy),
        Alternative("two loops", by_loops),
        Alternative("heaviside", lambda dA, Z: dA * np.heaviside(Z, 0)),
        Alternative("mask of the output", lambda dA, Z: np.multiply(dA, np.maximum(Z, 0) != 0)),
        Alternative("einsum", lambda dA, Z: np.einsum("ij,ij->ij", dA, 1.0 * (Z > 0))),
        Alternative("prints", lambda dA, Z: printed(dA - dA * (Z <= 0))),
    ),
)
