"""Exercise by hand ``softmax_by_hand``."""

import math

from course_lib.checks.personal import Asked, Numbers, Personal, Task, steps


def answers(n: Numbers) -> Numbers:
    exponentials = [math.exp(n[name]) for name in ("z0", "z1", "z2")]
    total = sum(exponentials)
    p = [exponential / total for exponential in exponentials]
    g = [probability - (k == n["label"]) for k, probability in enumerate(p)]
    return {
        "total": total,
        "p0": p[0],
        "p1": p[1],
        "p2": p[2],
        "loss": -math.log(p[int(n["label"])]),
        "g0": g[0],
        "g1": g[1],
        "g2": g[2],
    }


# No two logits are ever equal, so it shows which class was taken for the true one. The total is
# asked because probabilities alone are the same for logits that differ by a constant.
PERSONAL = Personal(
    Task(
        name="softmax_by_hand",
        chapter="softmax",
        text="the logits z = ({z0}, {z1}, {z2}), and the true class is {label} "
        "(the classes are 0, 1 and 2).",
        numbers={
            "z0": steps(-1.0, 0.98, 0.03),
            "z1": steps(-0.99, 0.99, 0.03),
            "z2": steps(-0.98, 1.0, 0.03),
            "label": (0, 1, 2),
        },
        asked={
            "total": Asked("the sum of the three exponentials", 0, 10),
            "p0": Asked("the probability of class 0", 0, 1),
            "p1": Asked("the probability of class 1", 0, 1),
            "p2": Asked("the probability of class 2", 0, 1),
            "loss": Asked("the cross-entropy", 0, 5),
            "g0": Asked("the gradient at the logit of class 0", -1, 1),
            "g1": Asked("the gradient at the logit of class 1", -1, 1),
            "g2": Asked("the gradient at the logit of class 2", -1, 1),
        },
    ),
    answers,
)
