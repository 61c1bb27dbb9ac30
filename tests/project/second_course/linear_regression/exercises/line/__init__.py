"""Exercises of the chapter *Fitting a line*."""

from linear_regression.exercises.line import line_cost, line_gradients, predict_line

EXERCISES = (predict_line.EXERCISE, line_cost.EXERCISE, line_gradients.EXERCISE)
