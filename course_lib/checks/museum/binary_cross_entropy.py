"""Exhibits of the chapter *Binary cross-entropy*."""

import numpy as np

from course_lib.checks.model import case
from course_lib.checks.museum import Exhibit


def hinge(y, z):
    return np.maximum(0, 1 - (2 * y - 1) * z)


def huber(error, delta):
    size = np.abs(error)
    return np.where(size <= delta, size**2 / 2, delta * (size - delta / 2))


def perplexity(p):
    return np.exp(-np.mean(np.log(p)))


EXHIBITS = (
    Exhibit(
        like=("bce_from_logits", "labels-of-minus-one-and-one"),
        task="`hinge(y, z)` is the loss of a support vector machine for a label 0 or 1 and a "
        "logit: with $s = 2y - 1$, "
        "so $-1$ or $1$, it is $\\max(0,\\, 1 - s\\,z)$.",
        right=hinge,
        colleague="def hinge(y, z):\n    return np.maximum(0, 1 - y * z)\n",
        agrees={"y": "[1, 1]", "z": "[0.5, 3]"},
        fails={"y": "[1, 0]", "z": "[0.5, 3]"},
        quantity="the hinge loss",
        diagnosis="The label goes into the loss as 0 or 1.",
        hint="What should a zero that is taken for a one cost? Try y = 0 with a large z.",
        cases=(
            case("ones", np.array([1, 1]), np.array([0.5, 3.0])),
            case("zeros", np.array([0, 0]), np.array([0.5, -3.0])),
            case("both", np.array([1, 0, 1]), np.array([-1.0, 2.0, 0.0])),
        ),
    ),
    Exhibit(
        like=("squared_error", "half-missing"),
        task="`huber(error, delta)` is half the square of a small error, up to `delta`; a larger "
        "one costs "
        "$\\delta\\,(|e| - \\delta/2)$, so that an outlier does not rule.",
        right=huber,
        colleague=(
            "def huber(error, delta):\n"
            "    size = np.abs(error)\n"
            "    return np.where(size <= delta, size**2, delta * (size - delta / 2))\n"
        ),
        agrees={"error": "[0, -3, 5]", "delta": "1"},
        fails={"error": "[0.5, -3]", "delta": "1"},
        quantity="the Huber loss",
        diagnosis="The small errors cost twice what they should.",
        hint="At |e| = delta both branches must meet.",
        cases=(
            case("none and large ones", np.array([0.0, -3.0, 5.0]), 1.0),
            case("small ones", np.array([0.5, -0.2]), 1.0),
            case("another delta", np.array([0.1, -1.0, 2.0]), 0.5),
        ),
    ),
    Exhibit(
        like=("bce_cost", "not-averaged"),
        task="`perplexity(p)` of the probabilities that a model gave to what really came: $e$ to "
        "the power of the mean "
        "of $-\\ln p$. A model that guesses among five words has perplexity 5.",
        right=perplexity,
        colleague="def perplexity(p):\n    return np.exp(-np.sum(np.log(p)))\n",
        agrees={"p": "[0.2]"},
        fails={"p": "[0.2, 0.2]"},
        quantity="the perplexity",
        diagnosis="You sum over the examples.",
        hint="Twice the same text must not change the perplexity.",
        cases=(
            case("one word", np.array([0.2])),
            case("guesses among five", np.array([0.2, 0.2, 0.2])),
            case("a good and a bad guess", np.array([0.9, 0.05])),
        ),
    ),
)
