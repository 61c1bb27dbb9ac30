"""Exercises of the chapter *Architecture sizing*, in its order."""

from course_lib.checks.exercises.architecture_sizing import (
    count_layers,
    counts_by_hand,
    depth_bound,
    fits_budget,
    parameter_budget,
    parameter_count,
    parameter_terms,
    shrink_to_budget,
    starting_architecture,
)

EXERCISES = (
    count_layers.EXERCISE,
    parameter_terms.EXERCISE,
    parameter_count.EXERCISE,
    depth_bound.EXERCISE,
    parameter_budget.EXERCISE,
    fits_budget.EXERCISE,
    starting_architecture.EXERCISE,
    shrink_to_budget.EXERCISE,
)

PERSONAL = counts_by_hand.PERSONAL
