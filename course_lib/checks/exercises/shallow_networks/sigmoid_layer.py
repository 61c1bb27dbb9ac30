"""Exercise ``SigmoidLayer``."""

from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np
from numpy.random import Generator

from course_lib._validation import FloatArray
from course_lib.checks.exercises._shared import logits, matrix, plain_sigmoid, shape_of, size
from course_lib.checks.model import (
    Alternative,
    Case,
    Exercise,
    Mistake,
    Step,
    call,
    construct,
    script,
)
from course_lib.shallow_networks import SigmoidLayer


def forward(name: str, Z: FloatArray) -> Step:
    return call(name, "forward", Z, quantity=f"the output A of {name}")


def backward(name: str, dA: FloatArray) -> Step:
    return call(name, "backward", dA, quantity=f"the returned dZ of {name}")


def once(label: str, Z: FloatArray, dA: FloatArray) -> Case:
    """Go through one layer, forward and backward."""
    return script(label, construct("layer"), forward("layer", Z), backward("layer", dA))


def in_turn(Z: FloatArray, dA: FloatArray) -> Case:
    """Go forward through two layers, then backward through both."""
    return script(
        "two layers, used in turn",
        construct("first"),
        construct("second"),
        forward("first", Z),
        forward("second", 0.5 - Z[:1]),
        backward("second", dA[:1]),
        backward("first", dA),
    )


def two_rounds(Z: FloatArray, dA: FloatArray) -> Case:
    """Use one layer twice, with fewer examples the second time."""
    return script(
        "two rounds with one layer",
        construct("layer"),
        forward("layer", Z),
        backward("layer", dA),
        forward("layer", -2 * Z[:, 1:]),
        backward("layer", dA[:, 1:]),
    )


def hidden(rng: Generator) -> Iterator[Case]:
    n, m = size(rng, 3, 5), size(rng, 6, 9)
    yield once("several units and examples", logits(rng, n, m), logits(rng, n, m))
    yield once("a batch of one example (m = 1)", logits(rng, n, 1), logits(rng, n, 1))
    yield once("one unit", logits(rng, 1, m), logits(rng, 1, m))
    yield once("as many units as examples", logits(rng, n, n), logits(rng, n, n))
    signs = rng.choice([-1.0, 1.0], (2, m))
    yield once("logits of about ±20", signs * rng.uniform(14, 25, (2, m)), logits(rng, 2, m))
    yield once("whole numbers", rng.integers(-4, 5, (n, m)), rng.integers(-3, 4, (n, m)))
    yield in_turn(logits(rng, n, m), logits(rng, n, m))
    yield two_rounds(logits(rng, n, m), logits(rng, n, m))


class Right:
    """A right layer, whose methods the wrong ones below replace."""

    def forward(self, Z):
        self.A = plain_sigmoid(Z)
        return self.A

    def backward(self, dA):
        return dA * self.A * (1 - self.A)


def with_backward(rule):
    """Make a layer whose backward pass is a function of dA and A."""

    class Layer(Right):
        def backward(self, dA):
            return rule(dA, self.A)

    return Layer


def with_forward(rule):
    """Make a layer with another curve, and the slope that would be right for it."""

    class Layer(Right):
        def forward(self, Z):
            self.A = rule(Z)
            return self.A

    return Layer


class Slope:
    def forward(self, Z):
        self.Z = Z
        return plain_sigmoid(Z)

    def backward(self, dA):
        return dA * self.Z * (1 - self.Z)


class SharedCache(Right):
    kept: ClassVar[dict[str, Any]] = {}

    def forward(self, Z):
        SharedCache.kept["A"] = plain_sigmoid(Z)
        return SharedCache.kept["A"]

    def backward(self, dA):
        A = SharedCache.kept["A"]
        return dA * A * (1 - A)


class FirstOnly(Right):
    def forward(self, Z):
        A = plain_sigmoid(Z)
        if not hasattr(self, "A") or self.A.shape[1] == A.shape[1]:
            self.A = A
        return A

    def backward(self, dA):
        A = self.A[:, : dA.shape[1]]
        return dA * A * (1 - A)


class OverwritesInput(Right):
    def backward(self, dA):
        dA *= self.A * (1 - self.A)
        return dA


class FromZ:
    def __init__(self):
        self.Z = None

    def forward(self, Z):
        self.Z = np.array(Z, dtype=float)
        return 0.5 * (1 + np.tanh(self.Z / 2))

    def backward(self, dA):
        A = plain_sigmoid(self.Z)
        return np.multiply(dA, A - A**2)


class Symmetric(FromZ):
    def backward(self, dA):
        tail = np.exp(-np.abs(self.Z))
        return dA * tail / (1 + tail) ** 2


class Masked:
    def forward(self, Z):
        A = np.empty(Z.shape)
        positive = Z > 0
        A[positive] = 1 / (1 + np.exp(-Z[positive]))
        A[~positive] = np.exp(Z[~positive]) / (1 + np.exp(Z[~positive]))
        self.cache = {"A": A, "other": 1 - A}
        return A.copy()

    def backward(self, dA):
        return dA * self.cache["A"] * self.cache["other"]


class Looping(Right):
    def backward(self, dA):
        dZ = np.zeros(dA.shape)
        for i in range(dA.shape[0]):
            for k in range(dA.shape[1]):
                dZ[i, k] = dA[i, k] * self.A[i, k] * (1 - self.A[i, k])
        return dZ


class Printing(Right):
    def forward(self, Z):
        print("forward", Z.shape)
        return super().forward(Z)


Z_XOR = np.array([[0.0, 0.6, 0.1, 0.7], [0.0, 0.4, 0.2, 0.6], [0.0, 0.7, 0.3, 1.0]])
DA_XOR = np.array(
    [[0.017, -0.007, -0.008, 0.018], [0.067, -0.029, -0.031, 0.073], [0.15, -0.065, -0.07, 0.164]]
)


def inputs(rng: Generator) -> Case:
    shape = shape_of(rng)
    if rng.random() < 0.3:
        return in_turn(matrix(rng, *shape), matrix(rng, *shape))
    return once("sample", 3.0 * matrix(rng, *shape), matrix(rng, *shape))


EXERCISE = Exercise(
    name="SigmoidLayer",
    chapter="shallow_networks",
    equation="sigmoid-layer-backward",
    quantity="the sigmoid layer",
    reference=SigmoidLayer,
    visible=(
        once("the hidden layer of the XOR network", Z_XOR, DA_XOR),
        in_turn(Z_XOR, DA_XOR),
        two_rounds(Z_XOR, DA_XOR),
        once("one example, whole numbers", np.array([[-1], [2]]), np.array([[0], [3]])),
        once("logits of 20 and -20", np.array([[20.0, -20.0]]), np.array([[1.0, -2.0]])),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "upstream-forgotten",
            with_backward(lambda dA, A: A * (1 - A)),
            "backward returns the slope alone.",
            "Multiply the slope by dA, the gradient that comes from behind.",
        ),
        Mistake(
            "slope-forgotten",
            with_backward(lambda dA, A: dA * 1.0),
            "backward returns dA unchanged.",
            "Multiply dA by the slope of the sigmoid.",
        ),
        Mistake(
            "activation-instead-of-slope",
            with_backward(lambda dA, A: dA * A),
            "backward multiplies by A instead of the slope.",
            "The slope is A * (1 - A).",
        ),
        Mistake(
            "complement-instead-of-slope",
            with_backward(lambda dA, A: dA * (1 - A)),
            "backward multiplies by 1 - A only.",
            "The slope is A * (1 - A).",
        ),
        Mistake(
            "sigmoid-of-a-sigmoid",
            with_backward(lambda dA, A: dA * plain_sigmoid(A) * (1 - plain_sigmoid(A))),
            "The slope was taken at A instead of Z.",
            "A is the output of the sigmoid already: its slope is A * (1 - A).",
        ),
        Mistake(
            "slope-from-z",
            Slope,
            "backward uses Z(1 - Z) as the slope.",
            "The slope is a(1 - a) of the output: keep A, not Z.",
        ),
        Mistake(
            "tanh-slope",
            with_backward(lambda dA, A: dA * (1 - A**2)),
            "backward uses the slope of tanh.",
            "The slope of the sigmoid is A * (1 - A).",
        ),
        Mistake(
            "relu-mask",
            with_backward(lambda dA, A: dA * (A > 0.5)),
            "backward uses the slope of ReLU.",
            "The slope of the sigmoid is A * (1 - A).",
        ),
        Mistake(
            "slope-added",
            with_backward(lambda dA, A: dA + A * (1 - A)),
            "backward adds the slope to dA.",
            "The chain rule multiplies.",
        ),
        Mistake(
            "divided-by-m",
            with_backward(lambda dA, A: dA * A * (1 - A) / dA.shape[1]),
            "backward divides by the number of examples.",
            "The 1/m is already inside dA; a layer never divides.",
        ),
        Mistake(
            "matrix-product",
            with_backward(lambda dA, A: dA @ (A * (1 - A)).T),
            "backward uses a matrix product.",
            "Each unit has one input and one output: multiply entry by entry with `*`.",
        ),
        Mistake(
            "sign-of-exponent",
            with_forward(lambda Z: plain_sigmoid(-Z)),
            "The exponent has the wrong sign: forward falls where it should rise.",
            "The sigmoid is 1 / (1 + e^(-z)).",
        ),
        Mistake(
            "identity",
            with_forward(lambda Z: Z * 1.0),
            "forward returns Z itself.",
            "Apply the sigmoid to every entry of Z.",
        ),
        Mistake(
            "tanh-instead",
            with_forward(np.tanh),
            "forward computes tanh.",
            "This layer is a sigmoid, with outputs between 0 and 1.",
        ),
        Mistake(
            "cache-shared",
            SharedCache,
            "All layers share one memory of A, so the last forward pass overwrites the others.",
            "Store it on the object: self.A, set in forward.",
        ),
        Mistake(
            "first-batch-remembered",
            FirstOnly,
            "backward uses the A of an earlier forward pass.",
            "Store A anew at every call of forward.",
        ),
        Mistake(
            "overwrites-da",
            OverwritesInput,
            "backward changes dA in place.",
            "Make a new array: `dA * ...`, not `dA *= ...`.",
        ),
        Mistake(
            "slope-at-the-gradient",
            with_backward(lambda dA, A: dA * (1 - dA)),
            "You took dA for the output: the slope is computed from dA.",
            "Keep A in forward, and use A (1 - A).",
        ),
        Mistake(
            "divided-by-the-slope",
            with_backward(lambda dA, A: dA / (A * (1 - A))),
            "You divided by the slope.",
            "Multiply dA by A (1 - A).",
        ),
        Mistake(
            "difference-to-the-gradient",
            with_backward(lambda dA, A: A - dA),
            "You took dA for the labels: A - Y belongs to the output layer.",
            "Multiply dA by the slope A (1 - A).",
        ),
        Mistake(
            "brackets-missing",
            with_backward(lambda dA, A: dA * A * 1 - A),
            "`dA * A * 1 - A` subtracts at the end: brackets are missing.",
            "Write dA * A * (1 - A).",
        ),
    ),
    alternatives=(
        Alternative("keeps A", Right),
        Alternative("keeps Z, tanh of the half", FromZ),
        Alternative("symmetric slope", Symmetric),
        Alternative("masked, dict as cache", Masked),
        Alternative("two loops", Looping),
        Alternative("prints", Printing),
    ),
)
