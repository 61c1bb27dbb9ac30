"""Exercise ``predict``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.binary_classification import predict
from course_lib.checks.exercises._shared import printed, probabilities, shape_of, size
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case


def mixed(rng: Generator, n: int, m: int, threshold: float) -> np.ndarray:
    """Draw probabilities on both sides of 0.5 and of the threshold, none equal to either."""
    P = probabilities(rng, n, m) * 0.999
    P[0, :4] = [threshold * 0.9, 1 - (1 - threshold) * 0.9, 0.45, 0.55]
    return P


def hidden(rng: Generator) -> Iterator[Case]:
    m, n = size(rng, 5, 8), size(rng, 2, 3)
    yield case("several examples", mixed(rng, 1, m, 0.5))
    yield case("several units and examples", mixed(rng, n, m, 0.5))
    yield case("a low threshold", mixed(rng, 1, m, 0.2), threshold=0.2)
    yield case("a high threshold", mixed(rng, n, m, 0.8), threshold=0.8)
    yield case(
        "a threshold of 0", np.array([[0.3, 0.1, 0.0]]) * rng.uniform(0.5, 1.0), threshold=0.0
    )
    ties = np.array([[0.5, 0.25, 0.75, 0.5]])
    yield case("a probability equal to the threshold", ties)
    yield case("a tie at another threshold", ties[:, rng.permutation(4)], threshold=0.25)
    yield case("a batch of one example (m = 1)", np.array([[0.3 + 0.6 * rng.random()]]))


def by_loops(P, threshold=0.5):
    result = np.zeros(P.shape)
    for i in range(P.shape[0]):
        for k in range(P.shape[1]):
            if P[i, k] > threshold:
                result[i, k] = 1
    return result


def on_a_copy(P, threshold=0.5):
    result = P.copy()
    result[P > threshold] = 1
    result[P <= threshold] = 0
    return result


def in_place(P, threshold=0.5):
    above = P > threshold
    P[above] = 1
    P[~above] = 0
    return P


def inputs(rng: Generator) -> tuple:
    threshold = float(rng.choice([0.0, 0.125, 0.5, 0.75, 1.0]))
    return rng.choice([0.0, 0.125, 0.3, 0.5, 0.75, 0.9, 1.0], shape_of(rng)), threshold


EXERCISE = Exercise(
    name="predict",
    chapter="binary_classification",
    equation="predict",
    quantity="the array of predicted labels",
    reference=predict,
    visible=(
        case("three probabilities, one of them a tie", np.array([[0.2, 0.5, 0.9]])),
        case("two units, three examples", np.array([[0.6, 0.4, 0.51], [0.1, 0.99, 0.49]])),
        case("another threshold", np.array([[0.2, 0.35, 0.9]]), threshold=0.3),
        case("one example", np.array([[0.7]])),
        case("a threshold of 0", np.array([[0.2, 0.0, 0.7]]), threshold=0.0),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "tie-predicts-one",
            lambda P, threshold=0.5: (P >= threshold) * 1.0,
            "A probability equal to the threshold was given label 1.",
            "In this course a tie predicts 0: compare with >, not >=.",
        ),
        Mistake(
            "threshold-ignored",
            lambda P, threshold=0.5: (P > 0.5) * 1.0,
            "The argument `threshold` is not used: you always compare with 0.5.",
            "Compare with `threshold`.",
        ),
        Mistake(
            "labels-swapped",
            lambda P, threshold=0.5: np.where(P > threshold, 0.0, 1.0),
            "The labels are swapped: you gave 0 where the probability is high.",
            "A probability above the threshold predicts label 1.",
        ),
        Mistake(
            "comparison-turned",
            lambda P, threshold=0.5: (threshold > P) * 1.0,
            "You compared with <, so that small probabilities got label 1.",
            "A probability above the threshold predicts label 1: compare with >.",
        ),
        Mistake(
            "labels-minus-one-and-one",
            lambda P, threshold=0.5: np.where(P > threshold, 1.0, -1.0),
            "Your labels are -1 and 1.",
            "In this course the labels are 0 and 1.",
        ),
        Mistake(
            "probabilities-kept",
            lambda P, threshold=0.5: np.where(P > threshold, P, 0.0),
            "Where the probability is high you returned the probability itself.",
            "Return the label 1 there.",
        ),
        Mistake(
            "threshold-of-a-logit",
            lambda P, threshold=0.5: (P > 0) * 1.0,
            "You compared with 0, which is the threshold for a logit.",
            "P holds probabilities; compare with `threshold`.",
        ),
        Mistake(
            "one-label-for-all",
            lambda P, threshold=0.5: float(P.mean() > threshold),
            "You gave one label to the whole batch.",
            "Return one label for each entry of P.",
        ),
        Mistake(
            "flattened",
            lambda P, threshold=0.5: (P.ravel() > threshold) * 1.0,
            "The labels lost the shape of P.",
            "The result has the shape of P; do not flatten it.",
        ),
        Mistake(
            "overwrites-P",
            in_place,
            "You wrote the labels into P itself, so that the probabilities are lost.",
            "Make a new array, for example with np.where.",
        ),
        Mistake(
            "largest-of-each-column",
            lambda P, threshold=0.5: (P == P.max(axis=0)) * 1.0,
            "You marked the largest probability of each column.",
            "Each unit answers for itself: compare with the threshold.",
        ),
        Mistake(
            "sign-returned",
            lambda P, threshold=0.5: np.sign(P - threshold),
            "You returned -1, 0 and 1.",
            "The labels are 1 above the threshold, else 0.",
        ),
        Mistake(
            "tie-left-as-it-is",
            lambda P, threshold=0.5: np.where(P > threshold, 1.0, np.where(P < threshold, 0.0, P)),
            "A tie keeps its probability.",
            "At the threshold the label is 0.",
        ),
        Mistake(
            "divided-by-the-threshold",
            lambda P, threshold=0.5: P // (threshold or 1.0),
            "You divided by the threshold.",
            "Compare with the threshold: >.",
        ),
        Mistake(
            "rounded-first",
            lambda P, threshold=0.5: (np.round(P, 1) > threshold) * 1.0,
            "The probabilities are rounded before they are compared.",
            "Compare them as they are.",
        ),
        Mistake(
            "first-row-only",
            lambda P, threshold=0.5: (
                (P > threshold) * (np.arange(P.shape[0])[:, np.newaxis] == 0) * 1.0
            ),
            "Only the first row gets its labels.",
            "There may be several units: compare the whole array.",
        ),
        Mistake(
            "floor-of-the-sum",
            lambda P, threshold=0.5: np.floor(P + threshold),
            "You added the threshold and rounded down.",
            "Compare: P > threshold.",
        ),
        Mistake(
            "threshold-zero-replaced",
            lambda P, threshold=0.5: (P > (threshold or 0.5)) * 1.0,
            "You replaced a threshold of 0 by 0.5.",
            "`threshold or 0.5` takes 0 for missing: 0 is a threshold like any other.",
        ),
        Mistake(
            "argmax",
            lambda P, threshold=0.5: np.argmax(P, axis=0),
            "You looked for the largest probability with argmax.",
            "Each entry is compared with the threshold by itself.",
        ),
        Mistake(
            "one-answer-for-all",
            lambda P, threshold=0.5: (P > threshold).all() * 1.0,
            "You gave one answer for all examples.",
            "Compare entry by entry, without all or any.",
        ),
        Mistake(
            "half-at-a-tie",
            lambda P, threshold=0.5: np.heaviside(P - threshold, 0.5),
            "A tie gives one half.",
            "A tie gives 0: P > threshold.",
        ),
        Mistake(
            "difference-returned",
            lambda P, threshold=0.5: P - threshold,
            "You returned the distance to the threshold.",
            "Return 1 above the threshold, else 0.",
        ),
    ),
    alternatives=(
        Alternative("booleans", lambda P, threshold=0.5: threshold < P),
        Alternative("integers", lambda P, threshold=0.5: (threshold < P).astype(int)),
        Alternative("where", lambda P, threshold=0.5: np.where(threshold < P, 1.0, 0.0)),
        Alternative("two loops", by_loops),
        Alternative("mask on a copy", on_a_copy),
        Alternative("step function", lambda P, threshold=0.5: np.heaviside(P - threshold, 0.0)),
        Alternative("ceil of the difference", lambda P, threshold=0.5: np.ceil(P - threshold)),
        Alternative("prints", lambda P, threshold=0.5: printed((threshold < P).astype(float))),
    ),
)
