"""Exhibits of the chapter *Binary classification*."""

import numpy as np

from course_lib.checks.model import case
from course_lib.checks.museum import Exhibit


def hard_sigmoid(z):
    return np.clip(0.2 * z + 0.5, 0, 1)


def specificity(Y_pred, Y):
    return np.sum((Y_pred == 0) & (Y == 0)) / np.sum(Y == 0)


def distance_to_line(w, b, x):
    return (np.dot(w, x) + b) / np.sqrt(np.dot(w, w))


EXHIBITS = (
    Exhibit(
        like=("sigmoid", "missing-parentheses"),
        task="`hard_sigmoid(z)` stands in for the sigmoid on small devices: $0.2\\,z + 0.5$, cut "
        "at 0 and at 1.",
        right=hard_sigmoid,
        colleague="def hard_sigmoid(z):\n    return np.clip(0.2 * (z + 0.5), 0, 1)\n",
        agrees={"z": "[-10, 10]"},
        fails={"z": "[-10, 0, 10]"},
        quantity="the hard sigmoid",
        diagnosis="The 0.2 multiplies the 0.5 as well.",
        hint="What comes out at z = 0?",
        cases=(
            case("far from zero", np.array([-10.0, 10.0])),
            case("around zero", np.array([-1.5, 0.0, 0.3, 2.0])),
            case("a single number", 0.0),
        ),
    ),
    Exhibit(
        like=("accuracy", "precision-instead"),
        task="`specificity(Y_pred, Y)` is the share of the true zeros that were predicted as "
        "zeros.",
        right=specificity,
        colleague=(
            "def specificity(Y_pred, Y):\n"
            "    return np.sum((Y_pred == 0) & (Y == 0)) / np.sum(Y_pred == 0)\n"
        ),
        agrees={"Y_pred": "[0, 1, 1, 0]", "Y": "[0, 1, 0, 1]"},
        fails={"Y_pred": "[0, 1, 1, 0]", "Y": "[0, 1, 0, 0]"},
        quantity="the specificity",
        diagnosis="You divide by how many zeros were predicted.",
        hint="A share of the true zeros is divided by how many true zeros there are.",
        cases=(
            case("as many zeros predicted as true", np.array([0, 1, 1, 0]), np.array([0, 1, 0, 1])),
            case("more true zeros", np.array([0, 1, 1, 0]), np.array([0, 1, 0, 0])),
            case("more predicted zeros", np.array([0, 0, 0, 1]), np.array([0, 1, 1, 1])),
        ),
    ),
    Exhibit(
        like=("decision_boundary_line", "intercept-not-divided"),
        task="`distance_to_line(w, b, x)` is the signed distance of the point `x` from the line "
        "$w \\cdot x + b = 0$: "
        "$(w \\cdot x + b) / \\lVert w \\rVert$.",
        right=distance_to_line,
        colleague=(
            "def distance_to_line(w, b, x):\n    return np.dot(w, x) / np.sqrt(np.dot(w, w)) + b\n"
        ),
        agrees={"w": "[0.6, 0.8]", "b": "2", "x": "[3, 1]"},
        fails={"w": "[3, 4]", "b": "2", "x": "[3, 1]"},
        quantity="the distance",
        diagnosis="The bias is not divided by the length of w.",
        hint="Double w and b: it is the same line, so the distance must stay.",
        cases=(
            case("weights of length one", np.array([0.6, 0.8]), 2.0, np.array([3.0, 1.0])),
            case("longer weights", np.array([3.0, 4.0]), 2.0, np.array([3.0, 1.0])),
            case("a point on the other side", np.array([1.0, -1.0]), -2.0, np.array([-1.0, 3.0])),
        ),
    ),
)
