"""Exercises of the chapter *ReLU and other hidden activations*, in its order."""

from course_lib.checks.exercises.relu import (
    dead_units,
    inactive_units,
    linear_stack,
    relu,
    relu_backward,
    relu_network_by_hand,
    relu_prime,
    tanh_prime,
)

EXERCISES = (
    linear_stack.EXERCISE,
    relu.EXERCISE,
    relu_prime.EXERCISE,
    relu_backward.EXERCISE,
    inactive_units.EXERCISE,
    dead_units.EXERCISE,
    tanh_prime.EXERCISE,
)

PERSONAL = relu_network_by_hand.PERSONAL
