"""Exercise by hand ``backward_by_hand``."""

import math

from course_lib.checks.personal import Asked, Numbers, Personal, Task, steps


def answers(n: Numbers) -> Numbers:
    p = 1 / (1 + math.exp(-(n["w1"] * n["x1"] + n["w2"] * n["x2"] + n["b"])))
    dz = p - 1
    return {
        "p": p,
        "slope": p * (1 - p),
        "dz": dz,
        "dw1": dz * n["x1"],
        "dw2": dz * n["x2"],
        "db": dz,
        "b_new": n["b"] - n["rate"] * dz,
    }


# The features stay below 1, so that an error of rounding in dz does not grow on its way to dw.
PERSONAL = Personal(
    Task(
        name="backward_by_hand",
        chapter="sigmoid_derivative",
        text="weights w = ({w1}, {w2}), bias b = {b}, example x = ({x1}, {x2}) "
        "with the label y = 1, learning rate {rate}.",
        numbers={
            "w1": steps(0.11, 0.89, 0.01),
            "w2": steps(-0.89, -0.11, 0.01),
            "b": steps(-0.5, -0.05, 0.05) + steps(0.05, 0.5, 0.05),
            "x1": steps(0.11, 0.99, 0.01),
            "x2": steps(0.11, 0.99, 0.01),
            "rate": steps(0.1, 0.9, 0.1),
        },
        asked={
            "p": Asked("the output of the neuron", 0, 1),
            "slope": Asked("the slope of the sigmoid there", 0, 1),
            "dz": Asked("the derivative of the loss with respect to z", -1, 1),
            "dw1": Asked("its derivative with respect to w1", -1, 1),
            "dw2": Asked("its derivative with respect to w2", -1, 1),
            "db": Asked("its derivative with respect to b", -1, 1),
            "b_new": Asked("the bias after one step of gradient descent", -2, 2),
        },
    ),
    answers,
)
