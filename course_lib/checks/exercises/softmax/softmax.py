"""Exercise ``softmax``."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import logits, printed, shape_of, size
from course_lib.checks.exercises.softmax._inputs import (
    Z_WORKED,
    far_logits,
    near_one,
    plain_softmax,
    shifted_softmax,
)
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.softmax import softmax


def hidden(rng: Generator) -> Iterator[Case]:
    m = size(rng, 5, 8)
    yield case("several classes and examples", logits(rng, 3, m))
    yield case("as many classes as examples", logits(rng, 4, 4))
    yield case("the classes along axis 1", logits(rng, m, 3), axis=1)
    yield case("as many classes as examples, the classes along axis 1", logits(rng, 3, 3), axis=1)
    yield case("one example as a vector", logits(rng, size(rng, 3, 6)))
    yield case("a batch of one example (m = 1)", logits(rng, 4, 1))
    yield case("two classes", logits(rng, 2, m))
    yield case("logits up to ±10000", far_logits(rng))
    yield case("logits up to ±10000, the classes along axis 1", far_logits(rng).T, axis=1)
    yield case("a vector of large logits that differ by 1 or 2", 1000.0 + rng.permutation(3))
    yield case("equal logits", np.full((3, 2), float(logits(rng, 1)[0])))
    yield case("logits given as whole numbers", rng.integers(-5, 6, (3, 4)))
    yield case("largest logits of 1, 0.5, 0 and -1", near_one(rng))


def along_the_other_axis(Z, axis=0):
    return shifted_softmax(Z, axis if Z.ndim == 1 else 1 - axis)


def without_keepdims(Z, axis=0):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis)


def with_one_maximum(Z, axis=0):
    with np.errstate(invalid="ignore"):
        E = np.exp(Z - np.max(Z))
        return E / E.sum(axis=axis, keepdims=True)


def over_everything(Z, axis=0):
    E = np.exp(Z - np.max(Z))
    return E / np.sum(E)


def with_the_minimum(Z, axis=0):
    return plain_softmax(Z - Z.min(axis=axis, keepdims=True), axis)


def with_clipped_logits(Z, axis=0):
    return plain_softmax(np.clip(Z, -500, 500), axis)


def winner_takes_all(Z, axis=0):
    return (Z == Z.max(axis=axis, keepdims=True)).astype(float)


def as_shares(Z, axis=0):
    with np.errstate(divide="ignore", invalid="ignore"):
        return Z / Z.sum(axis=axis, keepdims=True)


def in_place(Z, axis=0):
    Z -= Z.max(axis=axis, keepdims=True)
    return plain_softmax(Z, axis)


def logarithm(Z, axis=0):
    S = Z - Z.max(axis=axis, keepdims=True)
    return S - np.log(np.exp(S).sum(axis=axis, keepdims=True))


def by_loops(Z, axis=0):
    columns = Z.T if axis == 1 else Z
    if columns.ndim == 1:
        top = max(columns)
        total = sum(math.exp(z - top) for z in columns)
        return np.array([math.exp(z - top) / total for z in columns])
    result = np.array([by_loops(column) for column in columns.T])
    return result if axis == 1 else result.T


def log_space(Z, axis=0):
    top = Z.max(axis=axis, keepdims=True)
    S = Z - top
    return np.exp(S - np.log(np.sum(np.exp(S), axis=axis, keepdims=True)))


def from_differences(Z, axis=0):
    gaps = np.expand_dims(Z, axis) - np.expand_dims(Z, axis + 1)
    with np.errstate(over="ignore"):
        return 1.0 / np.exp(-gaps).sum(axis=axis)


def inputs(rng: Generator) -> tuple:
    return (rng.normal(0.0, rng.choice([2.0, 3e3]), shape_of(rng)),)


def divided_by_the_maximum(Z, axis=0):
    with np.errstate(all="ignore"):
        E = np.exp(Z / Z.max(axis=axis, keepdims=True))
        return E / E.sum(axis=axis, keepdims=True)


def mean_subtracted(Z, axis=0):
    with np.errstate(all="ignore"):
        return plain_softmax(Z - Z.mean(axis=axis, keepdims=True), axis)


def left_transposed(Z, axis=0):
    return shifted_softmax(Z.T if axis == 1 else Z)


EXERCISE = Exercise(
    name="softmax",
    chapter="softmax",
    equation="softmax",
    quantity="the softmax",
    reference=softmax,
    visible=(
        case("the vector (1, 2, 3)", np.array([1.0, 2.0, 3.0])),
        case("the worked example with four classes", Z_WORKED),
        case(
            "three classes, two examples", np.array([[0.5, -1.0], [1.5, 0.0], [-2.0, 3.0]]), axis=0
        ),
        case(
            "two examples, the classes along axis 1",
            np.array([[0.5, 1.5, -2.0], [-1.0, 0.0, 3.0]]),
            axis=1,
        ),
        case("two logits of 1000", np.array([1000.0, 1000.0])),
        case("two logits of ±500", np.array([500.0, -500.0])),
        case("logits of ±1000", np.array([[1000.0, -1000.0], [-1000.0, -1001.0]])),
        case(
            "three examples, three classes along axis 1",
            np.array([[0.5, -1.0, 2.0], [1.5, 0.0, -0.5], [-2.0, 3.0, 1.0]]),
            axis=1,
        ),
        case("logits given as whole numbers", np.array([[1, 0], [2, -3]])),
        case("logits below -1000", np.array([-1000.0, -1001.0])),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "unstable-exponent",
            plain_softmax,
            "The exponential of a large logit is infinite, and infinity over infinity is nan.",
            "Subtract the largest logit of each example before you take the exponential.",
        ),
        Mistake(
            "one-maximum-for-all",
            with_one_maximum,
            "You subtracted one maximum from all examples; where the logits lie far below it,"
            " you divide 0 by 0.",
            "Take the maximum along the axis of the classes, one for each example.",
        ),
        Mistake(
            "minimum-subtracted",
            with_the_minimum,
            "You subtracted the smallest logit.",
            "Subtract the largest: then no exponent is positive.",
        ),
        Mistake(
            "clipped-logits",
            with_clipped_logits,
            "The logits were clipped to [-500, 500], so two large ones look alike.",
            "Shift them by the largest one; that keeps their differences.",
        ),
        Mistake(
            "wrong-axis",
            along_the_other_axis,
            "You normalized along the wrong axis.",
            "Sum along `axis`, which is where the classes are: 0 by default.",
        ),
        Mistake(
            "axis-ignored",
            lambda Z, axis=0: shifted_softmax(Z),
            "The argument `axis` is not used.",
            "Pass `axis` on to the maximum and to the sum.",
        ),
        Mistake(
            "keepdims-missing",
            without_keepdims,
            "The sum lost its axis, so NumPy lined it up with the wrong one.",
            "Sum with keepdims=True.",
        ),
        Mistake(
            "normalized-over-everything",
            over_everything,
            "You divided by the sum over all examples.",
            "Each example is a distribution of its own: sum along the classes only.",
        ),
        Mistake(
            "not-normalized",
            lambda Z, axis=0: np.exp(Z - Z.max(axis=axis, keepdims=True)),
            "The exponentials are not divided by their sum.",
            "The probabilities of one example must sum to 1.",
        ),
        Mistake(
            "exponential-missing",
            as_shares,
            "You divided the logits themselves by their sum.",
            "Take the exponential first: it makes them positive.",
        ),
        Mistake(
            "sign-flipped",
            lambda Z, axis=0: shifted_softmax(-Z, axis),
            "The exponent has the wrong sign: the smallest logit gets the most.",
            "The exponent is +z.",
        ),
        Mistake(
            "sigmoid-instead",
            lambda Z, axis=0: 0.5 * (1.0 + np.tanh(Z / 2.0)),
            "You took the sigmoid of each logit.",
            "The classes share one sum; a sigmoid knows nothing of the other logits.",
        ),
        Mistake(
            "winner-takes-all",
            winner_takes_all,
            "You gave 1 to the largest logit and 0 to the others.",
            "That is a decision. The softmax gives every class a probability.",
        ),
        Mistake(
            "logarithm-returned",
            logarithm,
            "You returned the logarithm of the softmax.",
            "Take the exponential of it.",
        ),
        Mistake(
            "changed-in-place",
            in_place,
            "You subtracted the maximum inside the array that was passed in.",
            "Make a new array: do not use `-=`.",
        ),
        Mistake(
            "divided-by-the-maximum",
            divided_by_the_maximum,
            "You divided by the largest logit.",
            "Subtract it.",
        ),
        Mistake(
            "mean-subtracted",
            mean_subtracted,
            "You subtracted the mean, so large logits still overflow.",
            "Subtract the largest logit.",
        ),
        Mistake(
            "left-transposed",
            left_transposed,
            "For axis=1 you transpose Z, and never transpose back.",
            "Give `axis` to max and sum, and leave out the transpose.",
        ),
        Mistake(
            "position-of-the-largest",
            lambda Z, axis=0: np.argmax(Z, axis=axis),
            "You returned the position of the largest logit.",
            "Return a probability for every class.",
        ),
        Mistake(
            "standardized-first",
            lambda Z, axis=0: shifted_softmax(
                (Z - Z.mean(axis=axis, keepdims=True)) / (Z.std(axis=axis, keepdims=True) + 1e-9),
                axis,
            ),
            "You standardized the logits first.",
            "Subtract the largest, and divide by nothing before the exponential.",
        ),
    ),
    alternatives=(
        Alternative("shifted", shifted_softmax),
        Alternative("loops with math", by_loops),
        Alternative("in log space", log_space),
        Alternative("differences of logits", from_differences),
        Alternative("shifted twice", lambda Z, axis=0: shifted_softmax(shift(Z, axis), axis)),
        Alternative(
            "apply_along_axis", lambda Z, axis=0: np.apply_along_axis(shifted_softmax, axis, Z)
        ),
        Alternative("prints", lambda Z, axis=0: printed(np.true_divide(*parts(Z, axis)))),
    ),
)


def shift(Z, axis):
    return Z - np.amax(Z, axis, keepdims=True)


def parts(Z, axis):
    E = np.exp(shift(Z, axis))
    return E, np.expand_dims(np.sum(E, axis), axis)
