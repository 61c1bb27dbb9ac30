"""Exercise by hand ``forward_by_hand``."""

import math

from course_lib.checks.personal import Asked, Numbers, Personal, Task, steps


def answers(n: Numbers) -> Numbers:
    z1 = n["w1"] * n["x1"] + n["w2"] * n["x2"] + n["b"]
    z2 = n["w1"] * n["u1"] + n["w2"] * n["u2"] + n["b"]
    p1, p2 = 1 / (1 + math.exp(-z1)), 1 / (1 + math.exp(-z2))
    return {"z1": z1, "p1": p1, "z2": z2, "p2": p2, "p2_of_0": 1 - p2}


PERSONAL = Personal(
    Task(
        name="forward_by_hand",
        chapter="binary_classification",
        text="weights w = ({w1}, {w2}), bias b = {b}, "
        "first example x = ({x1}, {x2}), second example x = ({u1}, {u2}).",
        numbers={
            "w1": steps(0.11, 0.89, 0.01),
            "w2": steps(-0.89, -0.11, 0.01),
            "b": steps(-0.5, 0.5, 0.05),
            "x1": steps(0.5, 2.5, 0.1),
            "x2": steps(0.5, 2.5, 0.1),
            "u1": steps(-2.5, -0.5, 0.1),
            "u2": steps(0.5, 2.5, 0.1),
        },
        asked={
            "z1": Asked("the score z of the first example", -5, 5),
            "p1": Asked("its probability of label 1", 0, 1),
            "z2": Asked("the score z of the second example", -6, 3),
            "p2": Asked("its probability of label 1", 0, 1),
            "p2_of_0": Asked("its probability of label 0", 0, 1),
        },
    ),
    answers,
)
