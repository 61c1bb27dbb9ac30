"""Visible cases that several exercises of this chapter share."""

import numpy as np

from course_lib.checks.model import case

XOR_LABELS = np.array([[0.0, 1.0, 1.0, 0.0]])

XOR_PROBABILITIES = case(
    "the four examples of the XOR gate", XOR_LABELS, np.array([[0.668, 0.712, 0.688, 0.728]])
)
XOR_LOGITS = case(
    "the four examples of the XOR gate", XOR_LABELS, np.array([[0.7, 0.906, 0.789, 0.983]])
)
TWO_UNITS = case(
    "two output units, three examples",
    np.array([[1.0, 0.0, 1.0], [0.0, 0.0, 1.0]]),
    np.array([[0.9, 0.2, 0.6], [0.3, 0.5, 0.75]]),
)

NEAR_0_AND_1 = case(
    "probabilities close to 0 and 1", np.array([[1.0, 0.0]]), np.array([[1e-12, 1.0 - 1e-12]])
)

# For the losses and their slopes, which know single numbers.
ENTRIES = (
    case("the first example of the AND gate: y = 0, p = 0.5", 0.0, 0.5),
    case("label 1 with probability 0.8", 1.0, 0.8),
    XOR_PROBABILITIES,
    TWO_UNITS,
    case("one label, two probabilities", 1.0, np.array([0.8, 0.5])),
    case("two output units, one example", np.array([[1.0], [0.0]]), np.array([[0.8], [0.4]])),
)

# For the costs, which know matrices only.
BATCHES = (
    XOR_PROBABILITIES,
    TWO_UNITS,
    case("one example", np.array([[1.0]]), np.array([[0.8]])),
)
