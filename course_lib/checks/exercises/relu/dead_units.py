"""Exercise ``dead_units``."""

import numpy as np

from course_lib.checks.exercises._shared import printed
from course_lib.checks.exercises.relu._inputs import layers, units
from course_lib.checks.model import Alternative, Exercise, Mistake, case
from course_lib.relu import dead_units


def by_loops(Z):
    dead = []
    for row in Z:
        silent = True
        for z in row:
            if z > 0:
                silent = False
        dead.append(silent)
    return np.array(dead)


EXERCISE = Exercise(
    name="dead_units",
    chapter="relu",
    equation="dead-units",
    quantity="the mask of dead units",
    reference=dead_units,
    visible=(
        case(
            "the 2-3-2 network on two examples, x = (1, 0.5) and x = (0, 1)",
            np.array([[0.7, 0.3], [-0.1, 0.6], [0.2, -0.1]]),
        ),
        case(
            "three units, the last one dead",
            np.array([[-3.0, 0.5, -2.0], [1.0, 2.0, -0.1], [-1.0, -0.2, -4.0]]),
        ),
        case("a unit that is exactly 0 once", np.array([[0.0, -1.0], [1.0, 2.0]])),
        case("a single unit, whole numbers", np.array([[-3, 2, 0]])),
        case("two units, one example, numbers far from 0", np.array([[50.0], [-20.0]])),
        case(
            "numbers just above and just below 0",
            np.array([[1e-9, -1e-9, -0.3], [-1e-9, -2e-9, -0.1]]),
        ),
    ),
    hidden=layers,
    inputs=units,
    mistakes=(
        Mistake(
            "once-inactive",
            lambda Z: (Z <= 0).any(axis=1),
            "You marked the units that are silent for at least one example.",
            "Dead means silent for every example.",
        ),
        Mistake(
            "wrong-axis",
            lambda Z: (Z <= 0).all(axis=0),
            "You went down the columns: your answer is about examples, not units.",
            "A unit is a row of Z; go along the row, axis=1.",
        ),
        Mistake(
            "zero-counts-as-alive",
            lambda Z: (Z < 0).all(axis=1),
            "A unit with Z exactly 0 for one example was taken for alive.",
            "At 0 its output and its slope are 0 too: the test is Z <= 0.",
        ),
        Mistake(
            "alive-instead",
            lambda Z: (Z > 0).any(axis=1),
            "You marked the units that are alive.",
            "True stands for a dead unit.",
        ),
        Mistake(
            "mean-below-zero",
            lambda Z: Z.mean(axis=1) <= 0,
            "You tested the mean of each row.",
            "One positive example is enough to keep a unit alive, however negative the others are.",
        ),
        Mistake(
            "first-example-only",
            lambda Z: Z[:, 0] <= 0,
            "You looked at the first example only.",
            "One example cannot tell a dead unit from an inactive one: test the whole row.",
        ),
        Mistake(
            "kept-dimension",
            lambda Z: (Z <= 0).all(axis=1, keepdims=True),
            "Your answer is a column, of shape (n, 1).",
            "Return one entry for each unit, shape (n,).",
        ),
        Mistake(
            "inactive-instead",
            lambda Z: Z <= 0,
            "You marked each unit for each example by itself.",
            "Return one entry for each unit: is its whole row at most 0?",
        ),
        Mistake(
            "whole-layer",
            lambda Z: bool((Z <= 0).all()),
            "You gave one answer for the whole layer.",
            "Return one entry for each unit, shape (n,).",
        ),
        Mistake(
            "positions",
            lambda Z: np.flatnonzero((Z <= 0).all(axis=1)),
            "You returned the positions of the dead units.",
            "Return True or False for every unit, shape (n,).",
        ),
        Mistake(
            "all-before-the-comparison",
            lambda Z: np.all(Z, axis=1) <= 0,
            "You asked whether all entries are other than 0, and compared that.",
            "Compare first: np.all(Z <= 0, axis=1).",
        ),
        Mistake(
            "share-returned",
            lambda Z: np.mean(Z <= 0, axis=1),
            "You returned the share of examples in which a unit is inactive.",
            "A unit is dead if that share is 1.",
        ),
        Mistake(
            "counted-against-units",
            lambda Z: (Z <= 0).sum(axis=1) == len(Z),
            "You compared the count with the number of units.",
            "There are Z.shape[1] examples.",
        ),
        Mistake(
            "last-example-ignored",
            lambda Z: (Z[:, :-1] <= 0).all(axis=1),
            "You left out the last example.",
            "All examples count: no `:-1`.",
        ),
        Mistake(
            "no-spread",
            lambda Z: Z.std(axis=1) == 0,
            "You asked whether all pre-activations of a unit are equal.",
            "Dead is a unit that is at most 0 for every example.",
        ),
        Mistake(
            "small-outputs",
            lambda Z: np.maximum(Z, 0).mean(axis=1) < 0.1,
            "You call units dead that have small outputs.",
            "A dead unit gives 0 for every example.",
        ),
        Mistake(
            "squeezed",
            lambda Z: (Z <= 0).all(axis=1, keepdims=True).squeeze(),
            "For a single unit `squeeze` takes away the last axis, too.",
            "Leave out keepdims and squeeze: .all(axis=1) has one axis.",
        ),
        Mistake(
            "number-of-dead-units",
            lambda Z: int(np.sum((Z <= 0).all(axis=1))),
            "You counted the dead units.",
            "Return True or False for each unit.",
        ),
        Mistake(
            "inactive-examples-counted",
            lambda Z: np.count_nonzero(Z <= 0, axis=1),
            "You counted for how many examples a unit is inactive.",
            "A unit is dead if that number is m.",
        ),
    ),
    alternatives=(
        Alternative("all of a comparison", lambda Z: np.all(Z <= 0, axis=1)),
        Alternative("largest of the row", lambda Z: Z.max(axis=1) <= 0),
        Alternative("no active example", lambda Z: ~np.any(Z > 0, axis=1)),
        Alternative("sum of the outputs", lambda Z: np.maximum(Z, 0).sum(axis=1) == 0),
        Alternative("count, as numbers", lambda Z: 1 * ((Z <= 0).sum(axis=1) == Z.shape[1])),
        Alternative("loops", by_loops),
        Alternative("prints", lambda Z: printed(np.array([max(row) <= 0 for row in Z]))),
    ),
)
