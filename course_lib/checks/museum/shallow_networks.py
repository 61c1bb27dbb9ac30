"""Exhibits of the chapter *Shallow networks*."""

import numpy as np

from course_lib.checks.model import case
from course_lib.checks.museum import Exhibit


def centered_units(Z):
    return Z - Z.mean(axis=1, keepdims=True)


def lengths_of_examples(X):
    return np.sqrt(np.sum(X**2, axis=0, keepdims=True))


def softsign_backward(dA, Z):
    return dA / (1 + np.abs(Z)) ** 2


EXHIBITS = (
    Exhibit(
        like=("rows_backward", "averaged-over-features"),
        task="`centered_units(Z)` takes from each unit (row) of `Z` its mean over the examples "
        "(columns).",
        right=centered_units,
        colleague="def centered_units(Z):\n    return Z - Z.mean(axis=0, keepdims=True)\n",
        agrees={"Z": "[[1, 3], [3, 1]]"},
        fails={"Z": "[[1, 3], [5, 5]]"},
        quantity="the centered values",
        diagnosis="You took the mean over the units of each example.",
        hint="Units are rows: their mean runs along the row.",
        cases=(
            case("equal means both ways", np.array([[1.0, 3.0], [3.0, 1.0]])),
            case("two units, three examples", np.array([[1.0, 3.0, 5.0], [0.0, 0.0, 6.0]])),
            case("one example", np.array([[2.0], [4.0]])),
        ),
    ),
    Exhibit(
        like=("two_layer_backward", "db-over-units"),
        task="`lengths_of_examples(X)` gives the length of each example (column) of `X`, in shape "
        "$(1, m)$.",
        right=lengths_of_examples,
        colleague=(
            "def lengths_of_examples(X):\n"
            "    return np.sqrt(np.sum(X**2, axis=1, keepdims=True)).T\n"
        ),
        agrees={"X": "[[3, 4], [4, 3]]"},
        fails={"X": "[[3, 0], [4, 1]]"},
        quantity="the lengths",
        diagnosis="You summed along the rows.",
        hint="A matrix that is not square shows it by its shape.",
        cases=(
            case("a symmetric matrix", np.array([[3.0, 4.0], [4.0, 3.0]])),
            case("two features, three examples", np.array([[3.0, 0.0, 1.0], [4.0, 1.0, -1.0]])),
            case("one feature", np.array([[-2.0, 5.0]])),
        ),
    ),
    Exhibit(
        like=("SigmoidLayer", "activation-instead-of-slope"),
        task="Softsign is $a = z / (1 + |z|)$; its slope is $1 / (1 + |z|)^2$. "
        "`softsign_backward(dA, Z)` takes the gradient "
        "by $a$ to the gradient by $z$.",
        right=softsign_backward,
        colleague="def softsign_backward(dA, Z):\n    return dA / (1 + np.abs(Z))\n",
        agrees={"dA": "[[5, 0]]", "Z": "[[0, 3]]"},
        fails={"dA": "[[5, 2]]", "Z": "[[0, 3]]"},
        quantity="the gradient by z",
        diagnosis="The slope is not squared.",
        hint="Differentiate z / (1 + z) for a positive z.",
        cases=(
            case("in the middle", np.array([[5.0, 0.0]]), np.array([[0.0, 3.0]])),
            case("away from it", np.array([[5.0, 2.0]]), np.array([[-1.0, 3.0]])),
        ),
    ),
)
