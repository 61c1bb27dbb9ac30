"""Exercise ``gradient_descent_update``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import logits, matrix, printed, shape_of, size
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.sigmoid_derivative import gradient_descent_update


def one_layer(rng: Generator, n: int, names: tuple[str, str] = ("W", "b")) -> tuple[dict, dict]:
    W, b = names
    params = {W: logits(rng, 1, n), b: logits(rng, 1, 1)}
    return params, {f"d{name}": logits(rng, *value.shape) for name, value in params.items()}


def hidden(rng: Generator) -> Iterator[Case]:
    rate = float(np.round(rng.uniform(0.02, 0.4), 3))
    yield case("one layer", *one_layer(rng, size(rng, 2, 5)), rate)
    params, grads = one_layer(rng, 3, ("W1", "b1"))
    second_params, second_grads = one_layer(rng, 2, ("W2", "b2"))
    both = (params | second_params, grads | second_grads)
    yield case("two layers", *both, rate)
    extra = {"dZ2": logits(rng, 1, 4), "dZ1": logits(rng, 2, 4)}
    yield case("gradients that belong to no parameter", both[0], extra | both[1], 1.0)
    yield case("a learning rate above 1", *one_layer(rng, 3), 2.5)
    names = {"gamma_d": logits(rng, 1), "d": logits(rng, 1)}
    steps = {"dgamma_d": logits(rng, 1), "dd": logits(rng, 1)}
    yield case("names with a d", names, steps, rate)
    params, grads = one_layer(rng, 2)
    backwards = dict(reversed(grads.items()))
    yield case("gradients in another order", params, backwards, rate)


def by_loop(params, grads, learning_rate):
    new = {}
    for name in params:
        new[name] = params[name] - learning_rate * grads["d" + name]
    return new


def in_place(params, grads, learning_rate):
    for name in params:
        params[name] = params[name] - learning_rate * grads["d" + name]
    return params


def copied_first(params, grads, learning_rate):
    new = {name: np.array(value, dtype=float) for name, value in params.items()}
    for name in new:
        new[name] -= learning_rate * grads[f"d{name}"]
    return new


def copies_changed(params, grads, learning_rate):
    new = {name: np.array(value) for name, value in params.items()}
    for name in new:
        new[name] -= learning_rate * grads["d" + name]
    return new


def from_the_gradients(params, grads, learning_rate):
    return {
        key[1:]: params[key[1:]] - learning_rate * grad
        for key, grad in grads.items()
        if key[1:] in params
    }


def only_weights(params, grads, learning_rate):
    return {
        name: value - learning_rate * grads["d" + name] if name.lower().startswith("w") else value
        for name, value in params.items()
    }


def each(rule):
    """Apply a rule of (value, gradient, rate) to every parameter."""

    def function(params, grads, learning_rate):
        return {
            name: rule(value, grads[f"d{name}"], learning_rate) for name, value in params.items()
        }

    return function


def inputs(rng: Generator) -> tuple:
    params = {f"{kind}{k}": matrix(rng, *shape_of(rng)) for k in range(2) for kind in "Wb"}
    grads = {f"d{name}": matrix(rng, *value.shape) for name, value in params.items()}
    return params, grads, float(rng.uniform(0.01, 3.0))


def as_mean(params, grads, learning_rate):
    return {
        name: value - learning_rate * grads["d" + name] / np.shape(grads["d" + name])[-1]
        for name, value in params.items()
    }


EXERCISE = Exercise(
    name="gradient_descent_update",
    chapter="sigmoid_derivative",
    equation="gradient-descent",
    quantity="the dict of new parameters",
    reference=gradient_descent_update,
    visible=(
        case(
            "the first example of the AND gate",
            {"W": np.array([[0.1, 0.6]]), "b": np.array([[0.0]])},
            {"dW": np.array([[0.0, 0.0]]), "db": np.array([[0.5]])},
            1.0,
        ),
        case(
            "a smaller learning rate",
            {"W": np.array([[0.1, 0.6]]), "b": np.array([[0.3]])},
            {"dW": np.array([[-0.4, 0.2]]), "db": np.array([[0.5]])},
            0.1,
        ),
        case(
            "two layers, and a gradient that belongs to no parameter",
            {
                "W1": np.array([[0.5, -0.5], [1.0, 0.0]]),
                "b1": np.array([[0.0], [0.1]]),
                "W2": np.array([[1.0, 2.0]]),
                "b2": np.array([[-1.0]]),
            },
            {
                "dZ2": np.array([[0.3, -0.1, 0.2]]),
                "dW2": np.array([[0.2, -0.4]]),
                "db2": np.array([[0.4]]),
                "dW1": np.array([[0.1, 0.0], [-0.2, 0.3]]),
                "db1": np.array([[0.5], [-0.5]]),
            },
            0.5,
        ),
        case(
            "parameters with a d in their names",
            {"gamma_d": np.array([2.0]), "d": np.array([1.0])},
            {"dgamma_d": np.array([0.5]), "dd": np.array([-1.0])},
            0.1,
        ),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "ascent",
            each(lambda value, grad, rate: value + rate * grad),
            "You added the gradient: that climbs.",
            "The gradient points uphill. Subtract it.",
        ),
        Mistake(
            "learning-rate-ignored",
            each(lambda value, grad, rate: value - grad),
            "You subtracted the whole gradient.",
            "Multiply it by the learning rate first.",
        ),
        Mistake(
            "divided-by-rate",
            each(lambda value, grad, rate: value - grad / rate),
            "You divided by the learning rate.",
            "A smaller learning rate makes a smaller step: multiply.",
        ),
        Mistake(
            "rate-on-the-value",
            each(lambda value, grad, rate: rate * (value - grad)),
            "You multiplied the whole difference by the learning rate.",
            "Only the gradient is multiplied by it.",
        ),
        Mistake(
            "only-the-step",
            each(lambda value, grad, rate: -rate * grad),
            "You returned the step, not the new parameter.",
            "Add the step to the old value.",
        ),
        Mistake(
            "only-weights",
            only_weights,
            "Only the weights were updated; the biases stayed.",
            "Go through every key of `params`.",
        ),
        Mistake(
            "changed-in-place",
            in_place,
            "You changed the dict you were given, or the arrays in it.",
            "Build a new dict, and write new = old - step: `-=` changes the old array.",
        ),
        Mistake(
            "nothing-learned",
            lambda params, grads, learning_rate: dict(params),
            "The parameters came back unchanged.",
            "Subtract learning_rate times the gradient from each.",
        ),
        Mistake(
            "sign-of-gradient",
            each(lambda value, grad, rate: value - rate * np.sign(grad)),
            "You used only the sign of the gradient.",
            "Its size counts as well.",
        ),
        Mistake(
            "own-rate",
            lambda params, grads, learning_rate: {
                key: value - 0.1 * grads[f"d{key}"] for key, value in params.items()
            },
            "The learning rate is 0.1 whatever is given.",
            "Use the argument learning_rate.",
        ),
        Mistake(
            "relative-step",
            lambda params, grads, learning_rate: {
                key: value * (1 - learning_rate * grads[f"d{key}"]) for key, value in params.items()
            },
            "The step is proportional to the value.",
            "Subtract the rate times the gradient, whatever the value is.",
        ),
        Mistake(
            "mean-once-more",
            as_mean,
            "You divided by a number of columns once more.",
            "The gradients hold the mean already.",
        ),
        Mistake(
            "step-returned",
            each(lambda value, grad, rate: rate * grad),
            "You returned the step alone.",
            "Subtract it from the parameter.",
        ),
        Mistake(
            "gradient-normalized",
            each(lambda value, grad, rate: value - rate * grad / np.linalg.norm(grad)),
            "You divided the gradient by its length.",
            "Use it as it is.",
        ),
        Mistake(
            "decay-added",
            each(lambda value, grad, rate: value - rate * (grad + 0.01 * value)),
            "You added a decay of the weights.",
            "The step is the rate times the gradient.",
        ),
        Mistake(
            "rate-alone",
            each(lambda value, grad, rate: value - rate),
            "You subtracted the rate alone.",
            "Multiply it by the gradient.",
        ),
    ),
    alternatives=(
        Alternative("comprehension", each(lambda value, grad, rate: value - rate * grad)),
        Alternative("copies that are changed", copies_changed),
        Alternative("loop", by_loop),
        Alternative("copied first", copied_first),
        Alternative("from the gradients", from_the_gradients),
        Alternative("plus the negative", each(lambda value, grad, rate: value + (-rate) * grad)),
        Alternative("np.subtract", each(lambda v, g, rate: np.subtract(v, np.multiply(rate, g)))),
        Alternative("prints", lambda params, grads, rate: printed(by_loop(params, grads, rate))),
    ),
)
