"""Exercise ``decision_boundary_line``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.binary_classification import decision_boundary_line
from course_lib.checks.exercises._shared import logits
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case


def away_from_zero(rng: Generator, n: int) -> np.ndarray:
    """Draw numbers whose size lies between 0.5 and 3."""
    return np.round(rng.choice([-1.0, 1.0], n) * rng.uniform(0.5, 3.0, n), 3)


def hidden(rng: Generator) -> Iterator[Case]:
    for label in ("any weights", "other weights", "weights once more"):
        yield case(label, away_from_zero(rng, 2), float(logits(rng, 1)[0]))
    yield case("a bias of 0", away_from_zero(rng, 2), 0.0)
    yield case("a steep boundary", np.array([1.5, float(rng.uniform(1e-10, 1e-9))]), 0.5)
    yield case("a first weight of 0", np.array([0.0, away_from_zero(rng, 1)[0]]), 1.5)
    yield case(
        "a second weight of 0: a vertical boundary",
        np.array([away_from_zero(rng, 1)[0], 0.0]),
        float(away_from_zero(rng, 1)[0]),
    )
    yield case("weights given as whole numbers", rng.integers(1, 5, 2), int(rng.integers(1, 5)))


def unpacked(w, b):
    w1, w2 = float(w[0]), float(w[1])
    if w2 == 0:
        raise ValueError("vertical")
    return -w1 / w2, -b / w2


def through_two_points(w, b):
    def x2(x1):
        if w[1] == 0:
            raise ValueError("the boundary is vertical")
        return -(w[0] * x1 + b) / w[1]

    return np.array([x2(1.0) - x2(0.0), x2(0.0)])


def from_division_error(w, b):
    try:
        return [-float(w[0]) / float(w[1]), -float(b) / float(w[1])]
    except ZeroDivisionError:
        raise ValueError("w2 = 0") from None


def solved(w, b):
    if not w[1]:
        raise ValueError("w2 must not be 0")
    return tuple(np.linalg.solve(np.array([[w[1]]]), np.array([[-w[0], -b]]))[0])


def checked_at_the_end(w, b):
    with np.errstate(all="ignore"):
        line = np.array([w[0], b]) / -np.float64(w[1])
    if not np.isfinite(line).all():
        raise ValueError(f"no line for {w}")
    return line[0], line[1]


def refusing(line):
    """Let a wrong line at least refuse the vertical boundary."""

    def function(w, b):
        if w[1] == 0:
            raise ValueError("vertical")
        return line(float(w[0]), float(w[1]), float(b))

    return function


def inputs(rng: Generator) -> tuple:
    return rng.choice([-2.5, -1.0, 0.0, 0.5, 3.0], 2), float(rng.choice([-1.5, 0.0, 2.0]))


def direction_of_the_weights(w, b):
    if w[1] == 0:
        raise ValueError("the line is vertical")
    with np.errstate(all="ignore"):
        return w[1] / np.float64(w[0]), -b / w[1]


EXERCISE = Exercise(
    name="decision_boundary_line",
    chapter="binary_classification",
    equation="decision-boundary",
    quantity="(slope, intercept)",
    reference=decision_boundary_line,
    visible=(
        case("x1 + 2·x2 - 3 = 0", np.array([1.0, 2.0]), -3.0),
        case("-2·x1 + 0.5·x2 + 1 = 0", np.array([-2.0, 0.5]), 1.0),
        case("a second weight of 0: a vertical boundary", np.array([1.5, 0.0]), 1.0),
        case("x1 - x2 = 0, given as whole numbers", np.array([1, -1]), 0),
        case("x1 + 10⁻⁹·x2 + 1 = 0: steep, but not vertical", np.array([1.0, 1e-9]), 1.0),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "slope-sign",
            refusing(lambda w1, w2, b: (w1 / w2, -b / w2)),
            "The slope has the wrong sign.",
            "Moving w1·x1 to the other side changes its sign.",
        ),
        Mistake(
            "intercept-sign",
            refusing(lambda w1, w2, b: (-w1 / w2, b / w2)),
            "The intercept has the wrong sign.",
            "Moving b to the other side changes its sign.",
        ),
        Mistake(
            "both-signs",
            refusing(lambda w1, w2, b: (w1 / w2, b / w2)),
            "Both signs are wrong.",
            "Solve w1·x1 + w2·x2 + b = 0 for x2: both terms change sides.",
        ),
        Mistake(
            "weights-swapped",
            refusing(lambda w1, w2, b: (-w2 / w1 if w1 else -np.inf, -b / w2)),
            "The slope is turned over: you divided w2 by w1.",
            "Divide by the weight of x2, the variable you solve for.",
        ),
        Mistake(
            "solved-for-x1",
            refusing(lambda w1, w2, b: (-w2 / w1, -b / w1) if w1 else (-np.inf, -np.inf)),
            "You solved for x1.",
            "Read the line as x2 = slope · x1 + intercept.",
        ),
        Mistake(
            "order-swapped",
            refusing(lambda w1, w2, b: (-b / w2, -w1 / w2)),
            "You returned the intercept first.",
            "Return (slope, intercept), in this order.",
        ),
        Mistake(
            "not-divided",
            refusing(lambda w1, w2, b: (-w1, -b)),
            "The division by w2 is missing.",
            "x2 still carries its weight w2.",
        ),
        Mistake(
            "boundary-at-half",
            refusing(lambda w1, w2, b: (-w1 / w2, (0.5 - b) / w2)),
            "You set z to 0.5.",
            "The probability is 0.5 where z is 0.",
        ),
        Mistake(
            "vertical-not-refused",
            lambda w, b: (-w[0] / np.float64(w[1]), -b / np.float64(w[1])),
            "With w2 = 0 you divided by zero and returned infinity.",
            "Raise a ValueError if w2 is 0: no such line exists.",
        ),
        Mistake(
            "where-it-meets-the-x1-axis",
            refusing(lambda w1, w2, b: (-w1 / w2, -b / w1 if w1 else -np.inf)),
            "Your intercept is where the line meets the x1 axis.",
            "The intercept is the x2 at x1 = 0: divide b by w2.",
        ),
        Mistake(
            "intercept-not-divided",
            refusing(lambda w1, w2, b: (-w1 / w2, -b)),
            "The intercept is not divided by w2.",
            "Divide both terms by the weight of x2.",
        ),
        Mistake(
            "direction-of-the-weights",
            direction_of_the_weights,
            "You gave the slope of w itself, which stands at right angles to the line.",
            "Solve w1 x1 + w2 x2 + b = 0 for x2.",
        ),
    ),
    alternatives=(
        Alternative("unpacked", unpacked),
        Alternative("line through two points, as an array", through_two_points),
        Alternative("from the division error, as a list", from_division_error),
        Alternative("solved as a linear system", solved),
        Alternative("checked at the end", checked_at_the_end),
    ),
)
