"""Exercise ``numerical_gradient``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import logits, printed, shape_of, size
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, Named, Tolerance, case
from course_lib.gradient_check import numerical_gradient


def away_from_zero(rng: Generator, *shape: int) -> np.ndarray:
    """Draw numbers whose cubes have slopes of about 1 to 15."""
    return np.round(rng.choice([-1.0, 1.0], shape) * rng.uniform(0.6, 2.2, shape), 3)


def hidden(rng: Generator) -> Iterator[Case]:
    n = size(rng, 2, 3)
    yield case("a matrix", Named("cubic"), away_from_zero(rng, n, n + 1))
    yield case("a square matrix", Named("sines"), logits(rng, n, n, scale=0.6))
    yield case("a column (m = 1)", Named("sines"), logits(rng, n + 1, 1, scale=0.6))
    yield case("a vector", Named("sum_of_squares"), away_from_zero(rng, 5))
    yield case("a single number", Named("cubic"), float(away_from_zero(rng, 1)[0]))
    yield case("a function of a matrix", Named("row_norms"), away_from_zero(rng, n, n + 1))
    yield case("three axes", Named("sines"), logits(rng, 2, 1, 3, scale=0.6))
    h = float(np.round(rng.uniform(0.2, 0.5), 2))
    yield case("a large step", Named("cubic"), away_from_zero(rng, 2, 3), h=h)
    yield case("a large step from a single number", Named("cubic"), 0.5, h=h)
    yield case("a product, a large step", Named("product"), away_from_zero(rng, 3), h=h)


def nudged(one):
    """Make a gradient of a rule ``one(f_at, h)``, where f_at(t) has one entry moved by t."""

    def function(f, x, h=1e-6):
        x = np.asarray(x, dtype=float)
        gradient = np.zeros(x.shape)
        for index in np.ndindex(x.shape):

            def f_at(t, index=index):
                moved = x.copy()
                moved[index] += t
                return f(moved)

            gradient[index] = one(f_at, h)
        return gradient

    return function


def restoring(f, x, h=1e-6):
    x = np.array(x, dtype=float, order="C")  # so that ravel makes no copy
    flat, gradient = x.ravel(), np.zeros(x.size)
    for k in range(flat.size):
        kept = flat[k]
        flat[k] = kept + h
        above = f(x)
        flat[k] = kept - h
        below = f(x)
        flat[k] = kept
        gradient[k] = (above - below) / (2 * h)
    return gradient.reshape(x.shape)


def unit_steps(f, x, h=1e-6):
    x = np.asarray(x, float)
    steps = h * np.eye(x.size).reshape(x.size, *x.shape)
    return np.array([(f(x + e) - f(x - e)) / (2 * h) for e in steps]).reshape(x.shape)


def with_nditer(f, x, h=1e-6):
    if np.ndim(x) == 0:
        return (f(x + h) - f(x - h)) / (2 * h)
    gradient = np.empty_like(x)
    walk = np.nditer(x, flags=["multi_index"])
    for _ in walk:
        e = np.zeros_like(x)
        e[walk.multi_index] = h
        gradient[walk.multi_index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient


def all_at_once(f, x, h=1e-6):
    return (f(x + h) - f(x - h)) / (2 * h) * np.ones(np.shape(x))


def not_restored(f, x, h=1e-6):
    gradient = np.zeros(np.shape(x))
    if gradient.ndim == 0:
        return (f(x + h) - f(x - h)) / (2 * h)
    for index in np.ndindex(x.shape):
        x[index] += h
        above = f(x)
        x[index] -= 2 * h
        gradient[index] = (above - f(x)) / (2 * h)
    return gradient


central = nudged(lambda f_at, h: (f_at(h) - f_at(-h)) / (2 * h))


def inputs(rng: Generator) -> tuple:
    f = Named(str(rng.choice(["cubic", "sines", "sum_of_squares"])))
    x = rng.choice([-1.0, 1.0], shape_of(rng)) * rng.uniform(0.5, 2.0)
    return (f, x) if rng.random() < 0.5 else (f, x, float(rng.uniform(0.1, 0.6)))


def left_behind(f, x, h=1e-6):
    up, down = (np.array(x, dtype=float) for _ in range(2))
    gradient = np.zeros(up.shape)
    for k in np.ndindex(up.shape):
        up[k] += h
        down[k] -= h
        gradient[k] = (f(up) - f(down)) / (2 * h)
    return gradient


def left_below(f, x, h=1e-6):
    moved = np.array(x, dtype=float)
    gradient = np.zeros(moved.shape)
    for k in np.ndindex(moved.shape):
        moved[k] += h
        above = f(moved)
        moved[k] -= 2 * h
        gradient[k] = (above - f(moved)) / (2 * h)
    return gradient


def relative_steps(f, x, h=1e-6):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[k] = h * abs(x[k])
        gradient[k] = (f(x + e) - f(x - e)) / (2 * e[k])
    return gradient


def of_one_entry(f, x, h=1e-6):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        gradient[k] = (f(x[k] + h) - f(x[k] - h)) / (2 * h)
    return gradient


EXERCISE = Exercise(
    name="numerical_gradient",
    chapter="sigmoid_derivative",
    equation="central-difference",
    quantity="the numerical gradient",
    reference=numerical_gradient,
    tolerance=Tolerance(rtol=1e-5, atol=1e-7),
    visible=(
        case("x² at x = 3", Named("sum_of_squares"), 3.0),
        case("the sum of x³ over a vector", Named("cubic"), np.array([1.0, -2.0, 0.5])),
        case("a matrix", Named("sines"), np.array([[0.1, 0.6, -0.4], [1.0, 0.3, -1.2]])),
        case("x³ at x = 1 with the large step h = 0.5", Named("cubic"), 1.0, h=0.5),
        case(
            "x³ over a column with the step h = 0.5",
            Named("cubic"),
            np.array([[1.0], [2.0]]),
            h=0.5,
        ),
        case(
            "the product of two numbers with the step h = 0.5",
            Named("product"),
            np.array([2.0, 3.0]),
            h=0.5,
        ),
        case(
            "a function of a matrix",
            Named("row_norms"),
            np.array([[3.0, 4.0], [0.6, -0.8], [1.0, 1.0]]),
        ),
        case(
            "an array of three axes",
            Named("sum_of_squares"),
            np.array([[[1.0, -2.0]], [[0.5, 3.0]]]),
        ),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "forward-difference",
            nudged(lambda f_at, h: (f_at(h) - f_at(0.0)) / h),
            "You took a step to one side only.",
            "Step to both sides, and divide by 2h.",
        ),
        Mistake(
            "backward-difference",
            nudged(lambda f_at, h: (f_at(0.0) - f_at(-h)) / h),
            "You took a step back only.",
            "Step to both sides, and divide by 2h.",
        ),
        Mistake(
            "divided-by-h",
            nudged(lambda f_at, h: (f_at(h) - f_at(-h)) / h),
            "You divided by h, but the two points lie 2h apart.",
            "Divide by 2h.",
        ),
        Mistake(
            "not-divided",
            nudged(lambda f_at, h: f_at(h) - f_at(-h)),
            "The division by 2h is missing.",
            "A slope is rise over run.",
        ),
        Mistake(
            "precedence",
            nudged(lambda f_at, h: (f_at(h) - f_at(-h)) / 2 * h),
            "`/ 2 * h` divides by 2 and then multiplies by h.",
            "Put the denominator into parentheses: (2 * h).",
        ),
        Mistake(
            "sign-flipped",
            nudged(lambda f_at, h: (f_at(-h) - f_at(h)) / (2 * h)),
            "The sign is wrong: the two points are swapped.",
            "The value above comes first.",
        ),
        Mistake(
            "all-entries-at-once",
            all_at_once,
            "You moved all entries at once.",
            "Move one entry, keep all others, and do so for each entry.",
        ),
        Mistake(
            "not-restored",
            not_restored,
            "You moved the entries of x itself and did not put them back.",
            "Work on a copy, or restore the old value exactly.",
        ),
        Mistake(
            "flattened",
            lambda f, x, h=1e-6: central(f, x, h).ravel(),
            "The gradient was flattened.",
            "It has the shape of x.",
        ),
        Mistake(
            "step-ignored",
            lambda f, x, h=1e-6: central(f, x, 1e-6),
            "The argument h was ignored.",
            "Use the step you are given.",
        ),
        Mistake(
            "half-steps",
            nudged(lambda f_at, h: (f_at(h / 2) - f_at(-h / 2)) / h),
            "You stepped by h/2 to each side.",
            "h is the step to each side: divide by 2h.",
        ),
        Mistake(
            "moved-entries-kept",
            left_behind,
            "Entries that were moved before stay moved.",
            "Make new copies of x in each round of the loop.",
        ),
        Mistake(
            "left-below",
            left_below,
            "Each entry is left at x - h.",
            "Add h again at the end of each round, or make a new copy in each.",
        ),
        Mistake(
            "relative-steps",
            relative_steps,
            "Your step is h times the entry.",
            "The step is h for every entry.",
        ),
        Mistake(
            "one-entry-given-to-f",
            of_one_entry,
            "You gave f a single entry.",
            "f takes the whole array, with one entry moved.",
        ),
    ),
    alternatives=(
        Alternative("copy for each point", central),
        Alternative("restored after each entry", restoring),
        Alternative("unit steps", unit_steps),
        Alternative("np.nditer", with_nditer),
        Alternative(
            "difference of two slopes",
            nudged(lambda f_at, h: ((f_at(h) - f_at(0)) / h + (f_at(0) - f_at(-h)) / h) / 2),
        ),
        Alternative("half the division", nudged(lambda f_at, h: 0.5 * (f_at(h) - f_at(-h)) / h)),
        Alternative("prints", lambda f, x, h=1e-6: printed(central(f, x, h))),
    ),
)
