"""Exhibits of the chapter *The sigmoid derivative*."""

import numpy as np

from course_lib.checks.model import case
from course_lib.checks.museum import Exhibit


def momentum_step(theta, velocity, gradient, rate):
    return theta - rate * (0.9 * velocity + gradient)


def table_slopes(x, y):
    return (y[2:] - y[:-2]) / (x[2:] - x[:-2])


def batch_means(values, size):
    starts = range(0, len(values), size)
    return np.array([np.mean(values[start : start + size]) for start in starts])


EXHIBITS = (
    Exhibit(
        like=("gradient_descent_update", "learning-rate-ignored"),
        task="`momentum_step(theta, velocity, gradient, rate)` goes `rate` times $0.9\\,v + g$ "
        "downhill, with the velocity "
        "$v$ of the step before.",
        right=momentum_step,
        colleague=(
            "def momentum_step(theta, velocity, gradient, rate):\n"
            "    return theta - 0.9 * velocity - rate * gradient\n"
        ),
        agrees={"theta": "[1, 2]", "velocity": "[0, 0]", "gradient": "[4, -2]", "rate": "0.1"},
        fails={"theta": "[1, 2]", "velocity": "[1, 0]", "gradient": "[4, -2]", "rate": "0.1"},
        quantity="the value after the step",
        diagnosis="The rate does not multiply the velocity.",
        hint="A rate of 0 must not move anything.",
        cases=(
            case("from rest", np.array([1.0, 2.0]), np.zeros(2), np.array([4.0, -2.0]), 0.1),
            case("moving", np.array([1.0, 2.0]), np.array([1.0, -3.0]), np.array([4.0, -2.0]), 0.1),
            case("no rate", np.array([1.0]), np.array([5.0]), np.array([4.0]), 0.0),
        ),
    ),
    Exhibit(
        like=("numerical_gradient", "divided-by-h"),
        task="`table_slopes(x, y)` are the slopes at the inner points of a table, from the "
        "neighbor on the left to the "
        "neighbor on the right.",
        right=table_slopes,
        colleague=("def table_slopes(x, y):\n    return (y[2:] - y[:-2]) / (x[1:-1] - x[:-2])\n"),
        agrees={"x": "[0, 1, 2, 3]", "y": "[5, 7, 5, 7]"},
        fails={"x": "[0, 1, 2, 3]", "y": "[0, 1, 4, 9]"},
        quantity="the slopes",
        diagnosis="You divide by one step.",
        hint="From the left neighbor to the right one it is two steps.",
        cases=(
            case("a zigzag", np.arange(4.0), np.array([5.0, 7.0, 5.0, 7.0])),
            case("squares", np.arange(4.0), np.array([0.0, 1.0, 4.0, 9.0])),
            case("uneven steps", np.array([0.0, 1.0, 3.0]), np.array([2.0, 0.0, -4.0])),
        ),
    ),
    Exhibit(
        like=("minibatches", "last-batch-dropped"),
        task="`batch_means(values, size)` are the means of the batches of `size` values, in "
        "order. The last batch may be smaller.",
        right=batch_means,
        colleague=(
            "def batch_means(values, size):\n"
            "    count = len(values) // size\n"
            "    return np.array([np.mean(values[k * size : (k + 1) * size]) for k in "
            "range(count)])\n"
        ),
        agrees={"values": "[1, 3, 5, 7]", "size": "2"},
        fails={"values": "[1, 3, 5, 7, 9]", "size": "2"},
        quantity="the batch means",
        diagnosis="The values that fill no whole batch are lost.",
        hint="How many batches do five values make, two in each?",
        cases=(
            case("whole batches", np.array([1.0, 3.0, 5.0, 7.0]), 2),
            case("a rest", np.array([1.0, 3.0, 5.0, 7.0, 9.0]), 2),
            case("fewer than one batch", np.array([4.0, 6.0]), 5),
        ),
    ),
)
