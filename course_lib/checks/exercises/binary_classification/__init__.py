"""Exercises of the chapter *Binary classification*, in its order."""

from course_lib.checks.exercises.binary_classification import (
    accuracy,
    bernoulli_pmf,
    decision_boundary_line,
    forward_by_hand,
    linear_forward,
    neuron,
    predict,
    sigmoid,
)

EXERCISES = (
    sigmoid.EXERCISE,
    linear_forward.EXERCISE,
    neuron.EXERCISE,
    bernoulli_pmf.EXERCISE,
    predict.EXERCISE,
    accuracy.EXERCISE,
    decision_boundary_line.EXERCISE,
)

PERSONAL = forward_by_hand.PERSONAL
