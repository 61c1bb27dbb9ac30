"""Exercise by hand ``decay_by_hand``."""

import math

from course_lib.checks.personal import Asked, Numbers, Personal, Task, steps


def answers(n: Numbers) -> Numbers:
    factor = n["n1"] / 4
    return {
        "factor": factor,
        "bound": n["size"] * n["n1"] * n["n2"] * n["n3"] / 4**3,
        "steps": math.ceil(math.log(0.01) / math.log(factor)),
        "measured": (n["low"] / n["high"]) ** (1 / 4),
        "xavier": math.sqrt(1 / n["n_in"]),
        "he": math.sqrt(2 / n["u_in"]),
    }


# The norms are multiples of 0.04, so that the factor has two decimals and no rounding of it
# changes the number of steps.
PERSONAL = Personal(
    Task(
        name="decay_by_hand",
        chapter="gradient_flow",
        text="the norms {n1}, {n2}, {n3} (the matrix next to the output first), "
        "a gradient of size {size} at the output; measured sizes {high} at layer 8 "
        "and {low} at layer 4; {n_in} inputs for Xavier, {u_in} inputs for He.",
        numbers={
            "n1": steps(1.24, 3.4, 0.04),
            "n2": steps(1.24, 3.4, 0.04),
            "n3": steps(1.24, 3.4, 0.04),
            "size": steps(1.1, 2.9, 0.1),
            "high": steps(0.11, 0.99, 0.01),
            "low": steps(0.0011, 0.0099, 0.0001),
            "n_in": tuple(range(20, 400)),
            "u_in": tuple(range(20, 400)),
        },
        asked={
            "factor": Asked("the largest factor of the first step back", 0, 1),
            "bound": Asked("the most that is left after three steps back", 0, 3),
            "steps": Asked("the steps until at most 1 % can be left", 1, 100, decimals=0),
            "measured": Asked("the mean factor of a measured step", 0, 1),
            "xavier": Asked("the spread of the Xavier weights", 0, 1, decimals=4),
            "he": Asked("the spread of the He weights", 0, 1, decimals=4),
        },
    ),
    answers,
)
