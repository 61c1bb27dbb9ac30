"""Exhibits of the chapter *ReLU*."""

import numpy as np

from course_lib.checks.model import case
from course_lib.checks.museum import Exhibit


def hard_tanh(z):
    return np.clip(z, -1, 1)


def saturated_share(A, limit):
    return np.mean(np.abs(A) > limit, axis=1)


def maxout(Z):
    return np.maximum(Z[0::2], Z[1::2])


EXHIBITS = (
    Exhibit(
        like=("relu", "clipped-at-one"),
        task="`hard_tanh(z)` is $z$ itself from $-1$ to $1$, and stays at $-1$ below and at $1$ "
        "above.",
        right=hard_tanh,
        colleague="def hard_tanh(z):\n    return np.clip(z, 0, 1)\n",
        agrees={"z": "[0, 0.5, 2]"},
        fails={"z": "[-0.5, 0.5]"},
        quantity="the hard tanh",
        diagnosis="Negative numbers give 0.",
        hint="The lower end is -1.",
        cases=(
            case("zero and above", np.array([0.0, 0.5, 2.0])),
            case("below zero", np.array([-0.5, -1.0, -4.0])),
        ),
    ),
    Exhibit(
        like=("dead_units", "wrong-axis"),
        task="`saturated_share(A, limit)` says for each unit (row) in what share of the examples "
        "its size is above `limit`.",
        right=saturated_share,
        colleague=(
            "def saturated_share(A, limit):\n    return np.mean(np.abs(A) > limit, axis=0)\n"
        ),
        agrees={"A": "[[0.99, 0.1], [0.1, 0.99]]", "limit": "0.9"},
        fails={"A": "[[0.99, 0.99], [0.1, 0.1]]", "limit": "0.9"},
        quantity="the shares",
        diagnosis="You answered for each example.",
        hint="There must be as many shares as units.",
        cases=(
            case("half of each", np.array([[0.99, 0.1], [0.1, -0.99]]), 0.9),
            case("one unit always", np.array([[0.99, -0.99], [0.1, 0.1]]), 0.9),
            case("two units, three examples", np.array([[0.5, 1.0, 0.2], [0.0, 0.9, 0.8]]), 0.7),
        ),
    ),
    Exhibit(
        like=("relu", "np-max"),
        task="`maxout(Z)` has a unit for each pair of rows of `Z` (0 and 1, 2 and 3, ...): their "
        "larger value, example by example.",
        right=maxout,
        colleague="def maxout(Z):\n    return Z.max(axis=0, keepdims=True)\n",
        agrees={"Z": "[[1, 5], [4, 2]]"},
        fails={"Z": "[[1, 5], [4, 2], [0, 0], [3, 9]]"},
        quantity="the maxout units",
        diagnosis="One maximum is taken over all rows.",
        hint="Four rows make two units.",
        cases=(
            case("one pair", np.array([[1.0, 5.0], [4.0, 2.0]])),
            case("two pairs", np.array([[1.0, 5.0], [4.0, 2.0], [0.0, 0.0], [3.0, 9.0]])),
        ),
    ),
)
