"""Exercise ``gradient_flow``."""

from collections.abc import Iterator
from itertools import accumulate

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import printed, size
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.gradient_flow import gradient_flow


def hidden(rng: Generator) -> Iterator[Case]:
    def drawn(label: str, k: int, low: float, high: float, **options: float) -> Case:
        norms = np.round(rng.uniform(low, high, k), 3)
        derivatives = np.round(rng.uniform(0.05, 0.95, k), 3)
        return case(label, norms, derivatives, **options)

    some = round(float(rng.uniform(0.1, 0.9)), 3)
    yield drawn("layers that differ", size(rng, 3, 6), 0.3, 0.9)
    yield drawn("a gradient below 1 at the output", size(rng, 3, 6), 0.3, 0.9, delta_out=some)
    yield drawn("a gradient above 1 at the output", 3, 0.3, 0.9, delta_out=5 * some + 1)
    yield drawn("large weights", size(rng, 3, 5), 3.0, 9.0)
    yield drawn("one step back", 1, 0.3, 0.9, delta_out=some)
    yield drawn("many layers", 40, 0.5, 2.0)
    yield case("an output layer alone", np.zeros(0), np.zeros(0), delta_out=some)
    yield case("no gradient at the output", np.array([some, 2.0]), np.array([0.5, 0.25]), 0.0)
    yield case("a dead layer in the middle", np.full(3, 2 * some), np.array([0.5, 0.0, 0.5]))


def by_loop(norms, derivatives, delta_out=1.0):
    bounds = [delta_out]
    for norm, derivative in zip(norms, derivatives, strict=True):
        bounds.append(bounds[-1] * norm * derivative)
    return np.array(bounds)


def in_a_prepared_array(norms, derivatives, delta_out=1.0):
    bounds = np.zeros(len(norms) + 1)
    bounds[0] = delta_out
    for k in range(len(norms)):
        bounds[k + 1] = bounds[k] * norms[k] * derivatives[k]
    return bounds


def by_recursion(norms, derivatives, delta_out=1.0):
    if len(norms) == 0:
        return np.array([delta_out])
    after = delta_out * norms[0] * derivatives[0]
    return np.append(delta_out, by_recursion(norms[1:], derivatives[1:], after))


def with_cumprod(norms, derivatives, delta_out=1.0):
    return delta_out * np.concatenate([[1.0], np.cumprod(norms * derivatives)])


def with_accumulate(norms, derivatives, delta_out=1.0):
    steps = [delta_out, *(norms * derivatives)]
    return np.array(list(accumulate(steps, lambda so_far, factor: so_far * factor)))


def two_products(norms, derivatives, delta_out=1.0):
    stretched = np.cumprod(np.insert(norms, 0, delta_out))
    return printed(stretched * np.cumprod(np.insert(derivatives, 0, 1.0)))


def first_factor_only(norms, derivatives, delta_out=1.0):
    factor = norms[0] * derivatives[0] if len(norms) else 1.0
    return delta_out * factor ** np.arange(len(norms) + 1)


def derivative_of_next_step(norms, derivatives, delta_out=1.0):
    return with_cumprod(norms, np.roll(derivatives, 1), delta_out)


def inputs(rng: Generator) -> tuple:
    k = int(rng.integers(0, 9))
    return rng.uniform(0.0, 4.0, k), rng.uniform(0.0, 1.0, k), float(rng.uniform(0.0, 3.0))


def until_dead(bounds):
    dead = np.flatnonzero(bounds == 0)
    return bounds[: dead[0]] if dead.size else bounds


def until_it_is_zero(norms, derivatives, delta_out=1.0):
    bounds = [delta_out]
    for factor in norms * derivatives:
        if factor == 0:
            break
        bounds.append(bounds[-1] * factor)
    return np.array(bounds)


EXERCISE = Exercise(
    name="gradient_flow",
    chapter="gradient_flow",
    equation="gradient-flow",
    quantity="the array of bounds on the gradient",
    reference=gradient_flow,
    visible=(
        case("the four sigmoid layers of the worked table", np.full(3, 0.8), np.full(3, 0.25)),
        case("layers that differ", np.array([2.0, 0.5, 1.5]), np.array([0.25, 1.0, 0.6])),
        case("half a gradient at the output", np.array([3.0, 4.0]), np.array([1.0, 0.5]), 0.5),
        case("an output layer alone", np.zeros(0), np.zeros(0), delta_out=2.0),
        case("one step back through a dead layer", np.array([2.0]), np.array([0.0])),
        case("no gradient at the output", np.array([2.0, 3.0]), np.array([0.5, 1.0]), 0.0),
        case(
            "a gradient of 1, given as a whole number",
            np.array([0.5, 0.7]),
            np.array([0.3, 0.9]),
            1,
        ),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "output-missing",
            lambda norms, derivatives, delta_out=1.0: delta_out * np.cumprod(norms * derivatives),
            "The gradient at the output itself is missing.",
            "The first entry is delta_out, so there is one entry more than steps.",
        ),
        Mistake(
            "delta-ignored",
            lambda norms, derivatives, delta_out=1.0: with_cumprod(norms, derivatives),
            "You started with 1, whatever delta_out is.",
            "Start with the argument delta_out.",
        ),
        Mistake(
            "delta-every-step",
            lambda norms, derivatives, delta_out=1.0: with_cumprod(
                delta_out * norms, derivatives, delta_out
            ),
            "You multiplied by delta_out at every step.",
            "It enters once, at the output.",
        ),
        Mistake(
            "not-accumulated",
            lambda norms, derivatives, delta_out=1.0: np.append(
                delta_out, delta_out * norms * derivatives
            ),
            "Each entry is one step from the output; the steps are not multiplied up.",
            "Start each step from the entry before it.",
        ),
        Mistake(
            "summed",
            lambda norms, derivatives, delta_out=1.0: np.cumsum(
                np.append(delta_out, norms * derivatives)
            ),
            "You added the factors up.",
            "The factors of the layers multiply.",
        ),
        Mistake(
            "factors-added",
            lambda norms, derivatives, delta_out=1.0: np.cumprod(
                np.append(delta_out, norms + derivatives)
            ),
            "You added norm and derivative of a step.",
            "The factor of a step is their product.",
        ),
        Mistake(
            "derivatives-ignored",
            lambda norms, derivatives, delta_out=1.0: np.cumprod(np.append(delta_out, norms)),
            "The derivatives do not appear.",
            "Each step multiplies by the norm and by the derivative.",
        ),
        Mistake(
            "norms-ignored",
            lambda norms, derivatives, delta_out=1.0: np.cumprod(np.append(delta_out, derivatives)),
            "The norms do not appear.",
            "Each step multiplies by the norm and by the derivative.",
        ),
        Mistake(
            "first-layer-first",
            lambda norms, derivatives, delta_out=1.0: with_cumprod(norms, derivatives, delta_out)[
                ::-1
            ],
            "The list runs from the first layer to the output.",
            "It starts at the output and goes back.",
        ),
        Mistake(
            "inputs-reversed",
            lambda norms, derivatives, delta_out=1.0: with_cumprod(
                norms[::-1], derivatives[::-1], delta_out
            ),
            "You took the layers in the order from the input.",
            "norms[0] already belongs to the step next to the output.",
        ),
        Mistake(
            "same-factor-every-step",
            first_factor_only,
            "You used the first layer's factor for every step.",
            "Step k multiplies by norms[k] and derivatives[k].",
        ),
        Mistake(
            "derivative-of-another-step",
            derivative_of_next_step,
            "Norms and derivatives are shifted against each other.",
            "norms[k] and derivatives[k] belong to the same step.",
        ),
        Mistake(
            "only-the-last",
            lambda norms, derivatives, delta_out=1.0: delta_out * np.prod(norms * derivatives),
            "You returned only what arrives in the end.",
            "Return the whole list, from the output back.",
        ),
        Mistake(
            "never-grows",
            lambda norms, derivatives, delta_out=1.0: np.cumprod(
                np.append(delta_out, np.minimum(norms * derivatives, 1.0))
            ),
            "Each factor is cut off at 1.",
            "With large weights a gradient can grow: use the factor as it is.",
        ),
        Mistake(
            "last-step-missing",
            lambda norms, derivatives, delta_out=1.0: with_cumprod(norms, derivatives, delta_out)[
                : max(1, len(norms))
            ],
            "The last step is missing.",
            "From the output back through k layers there are k + 1 bounds.",
        ),
        Mistake(
            "stops-at-a-dead-layer",
            lambda norms, derivatives, delta_out=1.0: until_dead(
                with_cumprod(norms, derivatives, delta_out)
            ),
            "You stop where the bound becomes 0.",
            "Go on: the bounds after it are 0, one for each step.",
        ),
        Mistake(
            "ends-before-a-dead-layer",
            until_it_is_zero,
            "You leave the loop at a factor of 0.",
            "One bound for each step: they are 0 from there on.",
        ),
        Mistake(
            "first-bound-one",
            lambda norms, derivatives, delta_out=1.0: np.append(
                1.0, delta_out * np.cumprod(norms * derivatives)
            ),
            "Your first bound is 1.",
            "It is delta_out.",
        ),
        Mistake(
            "quarter-always",
            lambda norms, derivatives, delta_out=1.0: (
                delta_out * np.append(1.0, np.cumprod(norms * 0.25))
            ),
            "You took 1/4 for every derivative.",
            "Use the derivatives that are given.",
        ),
        Mistake(
            "never-shrinks",
            lambda norms, derivatives, delta_out=1.0: (
                delta_out * np.append(1.0, np.cumprod(np.maximum(norms * derivatives, 1)))
            ),
            "Your bounds never shrink.",
            "A factor may be below 1: leave out the maximum.",
        ),
    ),
    alternatives=(
        Alternative("loop", by_loop),
        Alternative("prepared array", in_a_prepared_array),
        Alternative("recursion", by_recursion),
        Alternative("cumulative product", with_cumprod),
        Alternative("itertools", with_accumulate),
        Alternative("two products, printed", two_products),
    ),
)
