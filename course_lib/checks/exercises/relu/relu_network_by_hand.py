"""Exercise by hand ``relu_network_by_hand``."""

import math

from course_lib.checks.personal import Asked, Numbers, Personal, Task, steps


def answers(n: Numbers) -> Numbers:
    z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
    z2 = n["w21"] * n["x1"] + n["w22"] * n["x2"] + n["b2"]
    dz1 = n["g"] * n["v1"] if z1 > 0 else 0.0
    dz2 = n["g"] * n["v2"] if z2 > 0 else 0.0
    return {
        "z1": z1,
        "z2": z2,
        "score": n["v1"] * max(0.0, z1) + n["v2"] * max(0.0, z2),
        "dz1": dz1,
        "dz2": dz2,
        "dx1": n["w11"] * dz1 + n["w21"] * dz2,
        "tanh_slope": 1 - math.tanh(z1) ** 2,
    }


# The first feature outweighs the rest, so one unit is active and the other is not; its sign
# says which. Both weights of the score are positive, so the sign of a gradient cannot stand in
# for the mask.
PERSONAL = Personal(
    Task(
        name="relu_network_by_hand",
        chapter="relu",
        text="unit 1 has the weights ({w11}, {w12}) and the bias {b1}, "
        "unit 2 the weights ({w21}, {w22}) and the bias {b2}, the score the weights ({v1}, {v2}), "
        "the example is x = ({x1}, {x2}), the gradient that arrives at the score is {g}.",
        numbers={
            "w11": steps(0.61, 0.99, 0.01),
            "w12": steps(-0.29, -0.11, 0.01),
            "b1": steps(-0.1, -0.02, 0.01) + steps(0.02, 0.1, 0.01),
            "w21": steps(-0.99, -0.61, 0.01),
            "w22": steps(0.11, 0.29, 0.01),
            "b2": steps(-0.1, -0.02, 0.01) + steps(0.02, 0.1, 0.01),
            "v1": steps(0.21, 0.49, 0.01),
            "v2": steps(0.51, 0.89, 0.01),
            "x1": steps(-1.5, -1.0, 0.1) + steps(1.0, 1.5, 0.1),
            "x2": steps(0.5, 1.2, 0.1),
            "g": steps(-0.89, -0.31, 0.01) + steps(0.31, 0.89, 0.01),
        },
        asked={
            "z1": Asked("the pre-activation of unit 1", -3, 3),
            "z2": Asked("the pre-activation of unit 2", -3, 3),
            "score": Asked("the score", -3, 3),
            "dz1": Asked("the gradient at the pre-activation of unit 1", -1, 1),
            "dz2": Asked("the gradient at the pre-activation of unit 2", -1, 1),
            "dx1": Asked("the gradient that reaches the first feature", -1, 1),
            "tanh_slope": Asked("the slope of tanh at z1", 0, 1),
        },
    ),
    answers,
)
