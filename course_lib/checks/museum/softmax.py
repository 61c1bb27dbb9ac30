"""Exhibits of the chapter *Softmax*."""

import numpy as np

from course_lib.checks.model import case
from course_lib.checks.museum import Exhibit


def margins(P):
    ordered = np.sort(P, axis=0)
    return ordered[-1] - ordered[-2]


def confusion_matrix(predicted, true, n_classes):
    counts = np.zeros((n_classes, n_classes))
    np.add.at(counts, (true, predicted), 1)
    return counts


def smoothed_labels(Y, eps):
    return (1 - eps) * Y + eps / Y.shape[0]


EXHIBITS = (
    Exhibit(
        like=("softmax", "one-maximum-for-all"),
        task="`margins(P)` says for each example (column) how far its largest probability is "
        "above its second largest.",
        right=margins,
        colleague="def margins(P):\n    return P.max() - np.sort(P, axis=0)[-2]\n",
        agrees={"P": "[[0.7, 0.1], [0.2, 0.7], [0.1, 0.2]]"},
        fails={"P": "[[0.7, 0.4], [0.2, 0.5], [0.1, 0.1]]"},
        quantity="the margins",
        diagnosis="The largest probability of all examples is taken for each of them.",
        hint="One sure example must not change the margin of another.",
        cases=(
            case("equally sure", np.array([[0.7, 0.1], [0.2, 0.7], [0.1, 0.2]])),
            case("one sure, one not", np.array([[0.7, 0.4], [0.2, 0.5], [0.1, 0.1]])),
            case("one example", np.array([[0.5], [0.3], [0.2]])),
        ),
    ),
    Exhibit(
        like=("one_hot", "rows-are-examples"),
        task="`confusion_matrix(predicted, true, n_classes)` counts the examples: a row for each "
        "true class, a column for each "
        "predicted one.",
        right=confusion_matrix,
        colleague=(
            "def confusion_matrix(predicted, true, n_classes):\n"
            "    counts = np.zeros((n_classes, n_classes))\n"
            "    np.add.at(counts, (predicted, true), 1)\n"
            "    return counts\n"
        ),
        agrees={"predicted": "[0, 1, 2, 1]", "true": "[0, 2, 1, 1]", "n_classes": "3"},
        fails={"predicted": "[0, 1, 2, 1]", "true": "[0, 0, 1, 1]", "n_classes": "3"},
        quantity="the counts",
        diagnosis="Rows and columns are exchanged.",
        hint="A true 0 that is taken for a 1 stands in row 0, column 1.",
        cases=(
            case("each mix-up both ways", np.array([0, 1, 2, 1]), np.array([0, 2, 1, 1]), 3),
            case("one way", np.array([0, 1, 2, 1]), np.array([0, 0, 1, 1]), 3),
            case("two classes", np.array([1, 1, 1]), np.array([0, 1, 0]), 2),
        ),
    ),
    Exhibit(
        like=("softmax_cross_entropy_grad", "divided-by-classes"),
        task="`smoothed_labels(Y, eps)` takes `eps` from the 1 of each one-hot column and spreads "
        "it evenly over all classes (rows).",
        right=smoothed_labels,
        colleague="def smoothed_labels(Y, eps):\n    return (1 - eps) * Y + eps / Y.shape[1]\n",
        agrees={"Y": "[[1, 0], [0, 1]]", "eps": "0.1"},
        fails={"Y": "[[1, 0, 0], [0, 1, 1]]", "eps": "0.1"},
        quantity="the smoothed labels",
        diagnosis="You spread over the examples.",
        hint="Each column must still add up to 1.",
        cases=(
            case("as many examples as classes", np.eye(2), 0.1),
            case("more examples", np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 1.0]]), 0.1),
            case("one example", np.array([[0.0], [1.0], [0.0]]), 0.3),
        ),
    ),
)
