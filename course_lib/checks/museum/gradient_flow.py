"""Exhibits of the chapter *Gradient flow*."""

import numpy as np

from course_lib.checks.model import case
from course_lib.checks.museum import Exhibit


def typical_factor(factors):
    return np.prod(factors) ** (1 / len(factors))


def clip_by_norm(g, limit):
    norm = np.sqrt(np.sum(g**2))
    return g * limit / norm if norm > limit else g


def smoothed_costs(costs, beta):
    smooth = [costs[0]]
    for cost in costs[1:]:
        smooth.append(beta * smooth[-1] + (1 - beta) * cost)
    return np.array(smooth)


EXHIBITS = (
    Exhibit(
        like=("per_layer_factor", "averaged"),
        task="`typical_factor(factors)` is the one factor that, taken for every layer, gives the "
        "same product: the geometric mean.",
        right=typical_factor,
        colleague="def typical_factor(factors):\n    return np.mean(factors)\n",
        agrees={"factors": "[0.5, 0.5, 0.5]"},
        fails={"factors": "[0.25, 1.0]"},
        quantity="the typical factor",
        diagnosis="You took the ordinary mean.",
        hint="Factors 0.25 and 1 make a quarter. Which factor does that in two equal steps?",
        cases=(
            case("equal factors", np.array([0.5, 0.5, 0.5])),
            case("unequal factors", np.array([0.25, 1.0])),
            case("one closed layer", np.array([2.0, 0.0, 3.0])),
        ),
    ),
    Exhibit(
        like=("spectral_norm", "largest-entry"),
        task="`clip_by_norm(g, limit)` shortens a gradient that is longer than `limit` to that "
        "length, and keeps its direction.",
        right=clip_by_norm,
        colleague="def clip_by_norm(g, limit):\n    return np.clip(g, -limit, limit)\n",
        agrees={"g": "[0.3, -0.4]", "limit": "1"},
        fails={"g": "[3, -4]", "limit": "1"},
        quantity="the clipped gradient",
        diagnosis="Each entry is cut by itself.",
        hint="The direction changes: compare the ratio of two entries before and after.",
        cases=(
            case("short enough", np.array([0.3, -0.4]), 1.0),
            case("too long", np.array([3.0, -4.0]), 1.0),
            case("entries below the limit, the whole above", np.array([0.9, 0.9, 0.9]), 1.0),
        ),
    ),
    Exhibit(
        like=("gradient_flow", "not-accumulated"),
        task="`smoothed_costs(costs, beta)` begins with the first cost; each next value is "
        "$\\beta$ times the smoothed value before "
        "plus $1 - \\beta$ times the cost.",
        right=smoothed_costs,
        colleague=(
            "def smoothed_costs(costs, beta):\n"
            "    smooth = [costs[0]]\n"
            "    for before, cost in zip(costs, costs[1:]):\n"
            "        smooth.append(beta * before + (1 - beta) * cost)\n"
            "    return np.array(smooth)\n"
        ),
        agrees={"costs": "[4, 2]", "beta": "0.5"},
        fails={"costs": "[4, 2, 1]", "beta": "0.5"},
        quantity="the smoothed costs",
        diagnosis="You go on from the cost before, not from the smoothed value before.",
        hint="With two costs it is the same. Follow the third by hand.",
        cases=(
            case("two costs", np.array([4.0, 2.0]), 0.5),
            case("four costs", np.array([4.0, 2.0, 1.0, 3.0]), 0.5),
            case("no memory", np.array([4.0, 2.0, 1.0]), 0.0),
        ),
    ),
)
