"""Exercise by hand ``network_by_hand``."""

import math

from course_lib.checks.personal import Asked, Numbers, Personal, Task, steps


def sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def answers(n: Numbers) -> Numbers:
    first = sigmoid(n["w11"] * n["x1"] + n["w12"] * n["x2"])
    second = sigmoid(n["w21"] * n["x1"] + n["w22"] * n["x2"])
    output = sigmoid(n["v1"] * first + n["v2"] * second)
    blame = output - 1
    dz_first = n["v1"] * blame * first * (1 - first)
    return {
        "a1_1": first,
        "a1_2": second,
        "a2": output,
        "dz2": blame,
        "dz1_1": dz_first,
        "dz1_2": n["v2"] * blame * second * (1 - second),
        "dw1_12": dz_first * n["x2"],
    }


# The hidden units are far out on the sigmoid and the output is near its middle, so it shows whose
# slope was taken; the two features are far apart, so it shows which of them was.
PERSONAL = Personal(
    Task(
        name="network_by_hand",
        chapter="shallow_networks",
        text="W1 has the rows ({w11}, {w12}) and ({w21}, {w22}), W2 the row ({v1}, {v2}), "
        "the example is x = ({x1}, {x2}) with the label y = 1.",
        numbers={
            "w11": steps(1.0, 1.6, 0.1),
            "w12": steps(1.0, 1.6, 0.1),
            "w21": steps(-1.6, -1.0, 0.1),
            "w22": steps(-1.6, -1.0, 0.1),
            "v1": steps(0.51, 0.79, 0.01),
            "v2": steps(-0.79, -0.51, 0.01),
            "x1": steps(0.31, 0.49, 0.01),
            "x2": steps(0.71, 0.99, 0.01),
        },
        asked={
            "a1_1": Asked("the output of the first hidden unit", 0, 1),
            "a1_2": Asked("the output of the second hidden unit", 0, 1),
            "a2": Asked("the output of the network", 0, 1),
            "dz2": Asked("the gradient at the logit of the output", -1, 1),
            "dz1_1": Asked("the gradient at the logit of the first hidden unit", -1, 1),
            "dz1_2": Asked("the gradient at the logit of the second hidden unit", -1, 1),
            "dw1_12": Asked("the gradient of the weight in row 1, column 2 of W1", -1, 1),
        },
    ),
    answers,
)
