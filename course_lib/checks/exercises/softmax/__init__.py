"""Exercises of the chapter *Softmax*, in its order."""

from course_lib.checks.exercises.softmax import (
    cross_entropy,
    cross_entropy_from_logits,
    one_hot,
    softmax,
    softmax_by_hand,
    softmax_cross_entropy_grad,
    softmax_jacobian,
)

EXERCISES = (
    softmax.EXERCISE,
    one_hot.EXERCISE,
    cross_entropy.EXERCISE,
    softmax_jacobian.EXERCISE,
    softmax_cross_entropy_grad.EXERCISE,
    cross_entropy_from_logits.EXERCISE,
)

PERSONAL = softmax_by_hand.PERSONAL
