"""Exercises of the chapter *Binary cross-entropy*, in its order."""

from course_lib.checks.exercises.binary_cross_entropy import (
    bce,
    bce_cost,
    bce_from_logits,
    bce_grad,
    losses_by_hand,
    sigmoid_bce_grad,
    squared_error,
    squared_error_cost,
    squared_error_grad,
)

EXERCISES = (
    squared_error.EXERCISE,
    squared_error_grad.EXERCISE,
    squared_error_cost.EXERCISE,
    bce.EXERCISE,
    bce_grad.EXERCISE,
    bce_cost.EXERCISE,
    bce_from_logits.EXERCISE,
    sigmoid_bce_grad.EXERCISE,
)

PERSONAL = losses_by_hand.PERSONAL
