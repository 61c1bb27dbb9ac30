"""Exercise ``inactive_units``."""

import numpy as np

from course_lib.checks.exercises._shared import printed
from course_lib.checks.exercises.relu._inputs import Z_232, Z_EXAMPLE, layers, units
from course_lib.checks.model import Alternative, Exercise, Mistake, case
from course_lib.relu import inactive_units


def by_loops(Z):
    return np.array([[bool(z <= 0) for z in row] for row in Z])


EXERCISE = Exercise(
    name="inactive_units",
    chapter="relu",
    equation="inactive-units",
    quantity="the mask of inactive units",
    reference=inactive_units,
    visible=(
        case("the hidden layer of the 2-3-2 network", Z_232),
        case("two units, three examples", Z_EXAMPLE),
        case("a unit that is exactly 0 once", np.array([[0.0, 1.0], [-2.0, -0.5], [3.0, -1.0]])),
        case("a single unit, whole numbers", np.array([[-3, 2, 0]])),
        case("two units, one example, numbers far from 0", np.array([[50.0], [-20.0]])),
        case("numbers just above and just below 0", np.array([[1e-9, -1e-9, 0.3]])),
    ),
    hidden=layers,
    inputs=units,
    mistakes=(
        Mistake(
            "zero-counts-as-active",
            lambda Z: Z < 0,
            "A unit with Z exactly 0 is missing from your mask.",
            "Its output is 0 as well: inactive means Z <= 0.",
        ),
        Mistake(
            "active-instead",
            lambda Z: Z > 0,
            "You marked the active units.",
            "The mask is True where the output is 0.",
        ),
        Mistake(
            "dead-instead",
            lambda Z: (Z <= 0).all(axis=1),
            "You marked the units that are silent for every example.",
            "Answer for each unit and each example: the mask has the shape of Z.",
        ),
        Mistake(
            "once-inactive",
            lambda Z: (Z <= 0).any(axis=1),
            "You marked the units that are silent at least once.",
            "Answer for each unit and each example: the mask has the shape of Z.",
        ),
        Mistake(
            "per-example",
            lambda Z: (Z <= 0).all(axis=0),
            "You marked the examples for which every unit is silent.",
            "Answer for each unit and each example: the mask has the shape of Z.",
        ),
        Mistake(
            "dead-spread-out",
            lambda Z: np.broadcast_to((Z <= 0).all(axis=1, keepdims=True), Z.shape),
            "You marked only the units that are silent for every example.",
            "A unit is inactive for one example as soon as its Z is at most 0 there.",
        ),
        Mistake(
            "values-kept",
            lambda Z: Z * (Z <= 0),
            "You returned the values of Z instead of a mask.",
            "Return True or False (or 1 and 0).",
        ),
        Mistake(
            "output-instead",
            lambda Z: np.maximum(Z, 0),
            "You returned the output of the units.",
            "Say where that output is 0: True there, False elsewhere.",
        ),
        Mistake(
            "counted",
            lambda Z: (Z <= 0).sum(axis=1),
            "You counted for how many examples each unit is silent.",
            "Answer for each unit and each example: the mask has the shape of Z.",
        ),
        Mistake(
            "transposed",
            lambda Z: (Z <= 0).T,
            "Your mask is transposed.",
            "Rows are units and columns are examples, as in Z.",
        ),
        Mistake(
            "values-listed",
            lambda Z: Z[Z <= 0],
            "You listed the values that are not positive.",
            "Return the condition itself, which has the shape of Z.",
        ),
        Mistake(
            "every-number-but-zero",
            lambda Z: np.array(Z, dtype=bool),
            "You turned numbers into True and False: every number but 0 is True.",
            "Compare with 0: Z <= 0.",
        ),
        Mistake(
            "below-the-mean",
            lambda Z: Z <= Z.mean(axis=1, keepdims=True),
            "You compared with the mean of each unit.",
            "Compare with 0.",
        ),
        Mistake(
            "nearly-zero-too",
            lambda Z: np.isclose(np.maximum(Z, 0), 0),
            "np.isclose takes small positive numbers for 0.",
            "Compare exactly: Z <= 0.",
        ),
        Mistake(
            "close-to-zero",
            lambda Z: np.abs(Z) <= 0.1,
            "You asked whether Z is close to 0.",
            "Inactive is all that is at most 0.",
        ),
        Mistake(
            "sign-returned",
            lambda Z: np.sign(Z),
            "You returned the sign.",
            "Return the condition Z <= 0.",
        ),
    ),
    alternatives=(
        Alternative("comparison", lambda Z: Z <= 0),
        Alternative("not active", lambda Z: ~(Z > 0)),
        Alternative("output equals zero", lambda Z: np.maximum(Z, 0) == 0),
        Alternative("where, as numbers", lambda Z: np.where(Z > 0, 0, 1)),
        Alternative("loops", by_loops),
        Alternative("one minus the slope", lambda Z: 1.0 - np.heaviside(Z, 0)),
        Alternative("prints", lambda Z: printed(np.less_equal(Z, 0.0))),
    ),
)
