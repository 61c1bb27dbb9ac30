"""Exercises of the chapter *Shallow networks*, in its order."""

from course_lib.checks.exercises.shallow_networks import (
    feature_cross,
    linear_layer,
    network_by_hand,
    rows_backward,
    sigmoid_layer,
    two_layer_backward,
    two_layer_forward,
)

EXERCISES = (
    feature_cross.EXERCISE,
    two_layer_forward.EXERCISE,
    two_layer_backward.EXERCISE,
    rows_backward.EXERCISE,
    linear_layer.EXERCISE,
    sigmoid_layer.EXERCISE,
)

PERSONAL = network_by_hand.PERSONAL
