"""Exercise by hand ``counts_by_hand``."""

from course_lib.checks.personal import Asked, Numbers, Personal, Task


def answers(n: Numbers) -> Numbers:
    first, second = (n["d"] + 1) * n["h"], (n["h"] + 1) * n["c"]
    budget = n["M"] // 5
    return {
        "first": first,
        "second": second,
        "total": first + second,
        "budget": budget,
        "widest": (budget - n["c"]) // (n["d"] + n["c"] + 1),
    }


PERSONAL = Personal(
    Task(
        name="counts_by_hand",
        chapter="architecture_sizing",
        text="the network [{d}, {h}, {c}] and {M} training examples.",
        numbers={
            "d": tuple(range(11, 40)),
            "h": tuple(range(41, 100)),
            "c": tuple(range(3, 10)),
            "M": tuple(range(1005, 5000, 5)),
        },
        asked={
            "first": Asked("the parameters of the hidden layer", 1, 10_000, decimals=0),
            "second": Asked("the parameters of the output layer", 1, 10_000, decimals=0),
            "total": Asked("the parameters of the network", 1, 10_000, decimals=0),
            "budget": Asked("the parameters that the examples pay for", 1, 10_000, decimals=0),
            "widest": Asked("the hidden units of the widest that fits", 1, 1000, decimals=0),
        },
    ),
    answers,
)
