"""Exercise by hand ``losses_by_hand``."""

import math

from course_lib.checks.personal import Asked, Numbers, Personal, Task, steps


def answers(n: Numbers) -> Numbers:
    p, q = n["p"], n["q"]
    return {
        "squared_error": (p - 1) ** 2 / 2,
        "squared_error_slope": p - 1,
        "bce": -math.log(p),
        "bce_slope": -1 / p,
        "bce_of_0": -math.log(1 - q),
        "bce_slope_of_0": 1 / (1 - q),
    }


PERSONAL = Personal(
    Task(
        name="losses_by_hand",
        chapter="binary_cross_entropy",
        text="an example of label y = 1 with p = {p}, and one of label y = 0 with p = {q}.",
        numbers={"p": steps(0.052, 0.948, 0.001), "q": steps(0.052, 0.948, 0.001)},
        asked={
            "squared_error": Asked("the squared error of the first", 0, 1),
            "squared_error_slope": Asked("its derivative with respect to p", -1, 1),
            "bce": Asked("the cross-entropy loss of the first", 0, 4),
            "bce_slope": Asked("its derivative with respect to p", -25, 25),
            "bce_of_0": Asked("the cross-entropy loss of the second", 0, 4),
            "bce_slope_of_0": Asked("its derivative with respect to p", -25, 25),
        },
    ),
    answers,
)
