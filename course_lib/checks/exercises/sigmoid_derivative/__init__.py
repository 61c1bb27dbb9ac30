"""Exercises of the chapter *Sigmoid derivative*, in its order."""

from course_lib.checks.exercises.sigmoid_derivative import (
    backward_by_hand,
    chain,
    gradient_descent_update,
    logistic_gradients,
    minibatches,
    numerical_gradient,
    sigmoid_prime,
    sigmoid_prime_from_output,
    train_logistic,
)

EXERCISES = (
    sigmoid_prime.EXERCISE,
    sigmoid_prime_from_output.EXERCISE,
    numerical_gradient.EXERCISE,
    chain.EXERCISE,
    gradient_descent_update.EXERCISE,
    logistic_gradients.EXERCISE,
    train_logistic.EXERCISE,
    minibatches.EXERCISE,
)

PERSONAL = backward_by_hand.PERSONAL
