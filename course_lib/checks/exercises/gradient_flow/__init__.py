"""Exercises of the chapter *Gradient flow*, in its order."""

from course_lib.checks.exercises.gradient_flow import (
    decay_by_hand,
    gradient_flow,
    gradient_norms,
    initialize_parameters,
    layers_until,
    per_layer_factor,
    spectral_norm,
)

EXERCISES = (
    spectral_norm.EXERCISE,
    per_layer_factor.EXERCISE,
    gradient_flow.EXERCISE,
    layers_until.EXERCISE,
    gradient_norms.EXERCISE,
    initialize_parameters.EXERCISE,
)

PERSONAL = decay_by_hand.PERSONAL
