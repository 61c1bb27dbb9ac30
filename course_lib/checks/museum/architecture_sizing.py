"""Exhibits of the chapter *Architecture sizing*."""

import math

from course_lib.checks.model import case
from course_lib.checks.museum import Exhibit


def filter_parameters(size, channels, n_filters):
    return (size * size * channels + 1) * n_filters


def split_sizes(m, share):
    test = math.ceil(m * share)
    return m - test, test


def steps_an_epoch(m, batch_size):
    return -(-m // batch_size)


EXHIBITS = (
    Exhibit(
        like=("parameter_terms", "a-bias-for-each-input"),
        task="`filter_parameters(size, channels, n_filters)` counts the parameters of a "
        "convolutional layer. Each filter has "
        "`size` times `size` weights for each channel, and one bias.",
        right=filter_parameters,
        colleague=(
            "def filter_parameters(size, channels, n_filters):\n"
            "    return (size * size + 1) * channels * n_filters\n"
        ),
        agrees={"size": "3", "channels": "1", "n_filters": "8"},
        fails={"size": "3", "channels": "3", "n_filters": "8"},
        quantity="the number of parameters",
        diagnosis="There is a bias for each channel of each filter.",
        hint="A filter adds up its channels first, and then one bias.",
        cases=(
            case("gray pictures", 3, 1, 8),
            case("color pictures", 3, 3, 8),
            case("a filter of one pixel", 1, 16, 4),
        ),
    ),
    Exhibit(
        like=("depth_bound", "rounded-up"),
        task="`split_sizes(m, share)` returns how many of `m` examples are for training and how "
        "many for testing. The test set is "
        "`share` of them, rounded up; the rest is for training.",
        right=split_sizes,
        colleague=(
            "def split_sizes(m, share):\n"
            "    return int(np.ceil(m * (1 - share))), int(np.ceil(m * share))\n"
        ),
        agrees={"m": "100", "share": "0.25"},
        fails={"m": "10", "share": "0.25"},
        quantity="the two sizes",
        diagnosis="Both sizes are rounded up.",
        hint="Add the two sizes. What must come out?",
        cases=(
            case("no rest", 100, 0.25),
            case("a rest", 10, 0.25),
            case("seven examples", 7, 0.5),
        ),
    ),
    Exhibit(
        like=("layers_until", "rounded-down"),
        task="`steps_an_epoch(m, batch_size)` says how many batches it takes to see all `m` "
        "examples once.",
        right=steps_an_epoch,
        colleague="def steps_an_epoch(m, batch_size):\n    return m // batch_size\n",
        agrees={"m": "128", "batch_size": "32"},
        fails={"m": "130", "batch_size": "32"},
        quantity="the number of steps",
        diagnosis="The rest that fills no whole batch is not seen.",
        hint="Ten examples in batches of four: is it two?",
        cases=(
            case("whole batches", 128, 32),
            case("a rest", 130, 32),
            case("fewer than one batch", 5, 32),
        ),
    ),
)
