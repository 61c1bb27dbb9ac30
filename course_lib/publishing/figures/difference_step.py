"""The slope of the sigmoid at one from two values, by the step between them."""

import numpy as np

from course_lib.binary_classification import sigmoid
from course_lib.publishing.figures import Figure, State
from course_lib.sigmoid_derivative import sigmoid_prime

PLACE = 1.0
STEPS = [2.0, 1.0] + [float(f"{digit}e-{power}") for power in range(1, 16) for digit in (5, 2, 1)]


def data() -> State:
    """Return the values of the sigmoid on both sides: at small steps the last digit decides."""
    steps = np.array(STEPS)
    return {
        "steps": STEPS,
        "above": sigmoid(PLACE + steps).tolist(),
        "below": sigmoid(PLACE - steps).tolist(),
        "here": float(sigmoid(PLACE)),
        "slope": float(sigmoid_prime(PLACE)),
    }


def draw_state(rng: np.random.Generator) -> State:
    """Draw a step."""
    return {"h": float(rng.choice(STEPS))}


def expected(state: State) -> State:
    """Give the error of each step, also of those that `numerical_gradient` does not take."""
    above, below = PLACE + np.array(STEPS), PLACE - np.array(STEPS)
    slopes = (sigmoid(above) - sigmoid(below)) / (above - below)
    return {"k": STEPS.index(state["h"]), "both": abs(slopes - sigmoid_prime(PLACE))}


FIGURE = Figure(draw_state, expected, data)
