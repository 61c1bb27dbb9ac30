"""Exercise ``initialize_parameters``."""

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import printed, size
from course_lib.checks.model import (
    Alternative,
    Case,
    Exercise,
    Mistake,
    Seed,
    Tolerance,
    call,
    script,
)
from course_lib.gradient_flow import initialize_parameters

SPREADS: dict[str, Callable[[int], float]] = {
    "plain": lambda n_in: 0.01,
    "xavier": lambda n_in: math.sqrt(1 / n_in),
    "he": lambda n_in: math.sqrt(2 / n_in),
}

# Of the difference of two means, in its standard deviations: exceeded twice in 10**9 draws.
SIGMAS = 6.0


def tolerance(n_in: int, n_out: int, spread: float) -> Tolerance:
    """
    Allow for chance: an answer may draw other numbers than the reference does.

    Of N numbers of standard deviation s, the mean has the standard deviation s / sqrt(N), the
    sample's standard deviation about s / sqrt(2 N). Two answers differ by sqrt(2) of that, so
    sqrt(2 / N) s is the unit for the means, and is generous for the spreads.
    """
    return Tolerance(atol=SIGMAS * spread * math.sqrt(2 / (n_in * n_out)))


def draws(label: str, n_in: int, n_out: int, meant: str, seed: int, **options: str) -> Case:
    """Draw from two equal generators, and once more from the first."""
    first, second = Seed(seed, "first"), Seed(seed, "second")
    return script(
        label,
        call("", "", n_in, n_out, **options, rng=first),
        call("", "", n_in, n_out, **options, rng=second),
        call("", "", n_in, n_out, **options, rng=first),
        observe="draw_statistics",
        tolerance=tolerance(n_in, n_out, SPREADS[meant](n_in)),
    )


def hidden(rng: Generator) -> Iterator[Case]:
    for init in SPREADS:
        n_in, n_out, seed = size(rng, 200, 260), size(rng, 60, 80), int(rng.integers(2**31))
        yield draws(f"a wide layer, {init}", n_in, n_out, init, seed, init=init)
    few, seed = size(rng, 20, 30), int(rng.integers(2**31))
    yield draws("more units than inputs, he", few, 600, "he", seed, init="he")
    yield draws("more units than inputs, xavier", few, 600, "xavier", seed, init="xavier")
    yield draws("init left out", 150, 80 + few, "plain", seed)
    yield draws("a small layer", size(rng, 2, 4), 5, "plain", seed, init="plain")
    yield draws("one unit", 10_000, 1, "xavier", seed, init="xavier")


def answer(
    spread: Callable[[str, int, int], float] = lambda init, n_in, n_out: SPREADS[init](n_in),
    draw: Callable[[Any, int, int], Any] = lambda rng, n_in, n_out: rng.standard_normal(
        (n_out, n_in)
    ),
    bias: Callable[[Any, int], Any] = lambda rng, n_out: np.zeros((n_out, 1)),
    default: str = "plain",
) -> Callable[..., dict[str, Any]]:
    """Make an answer of its parts; each mistake replaces one."""

    def function(n_in, n_out, init=default, rng=None):
        W = spread(init, n_in, n_out) * draw(rng, n_in, n_out)
        return {"W": W, "b": bias(rng, n_out)}

    return function


def with_branches(n_in, n_out, init="plain", rng=None):
    if init == "plain":
        W = rng.normal(0.0, 0.01, size=(n_out, n_in))
    elif init == "xavier":
        W = rng.normal(0.0, 1.0 / np.sqrt(n_in), size=(n_out, n_in))
    else:
        W = rng.normal(0.0, np.sqrt(2.0 / n_in), size=(n_out, n_in))
    return {"W": W, "b": np.zeros((n_out, 1))}


def unit_by_unit(n_in, n_out, init="plain", rng=None):
    scale = {"plain": 0.01, "xavier": n_in**-0.5, "he": (n_in / 2) ** -0.5}[init]
    rows = [scale * rng.standard_normal(n_in) for _ in range(n_out)]
    return {"b": np.array([[0.0]] * n_out), "W": np.array(rows)}


def number_by_number(n_in, n_out, init="plain", rng=None):
    W = np.empty((n_out, n_in))
    for j in range(n_in):
        for k in range(n_out):
            W[k, j] = rng.normal()
    return {"W": W * SPREADS[init](n_in), "b": np.zeros((n_out, 1)), "init": init}


def inputs(rng: Generator) -> Case:
    init, seed = str(rng.choice(["plain", "xavier", "he"])), int(rng.integers(2**31))
    n_in, n_out = (int(n) for n in rng.integers(1, 200, 2))
    return draws("sample", n_in, n_out, init, seed, init=init)


EXERCISE = Exercise(
    name="initialize_parameters",
    chapter="gradient_flow",
    equation="init-xavier",
    quantity="the dict of first parameters",
    reference=initialize_parameters,
    visible=(
        draws("250 inputs, 80 units, plain", 250, 80, "plain", 1, init="plain"),
        draws("250 inputs, 80 units, xavier", 250, 80, "xavier", 2, init="xavier"),
        draws("250 inputs, 80 units, he", 250, 80, "he", 3, init="he"),
        draws("init left out", 120, 150, "plain", 4),
        draws("the hidden layer of the XOR network", 2, 3, "plain", 48, init="plain"),
        draws("400 inputs, one unit, xavier", 400, 1, "xavier", 5, init="xavier"),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "transposed",
            answer(draw=lambda rng, n_in, n_out: rng.standard_normal((n_in, n_out))),
            "W is transposed.",
            "W has one row for each unit: (n_out, n_in).",
        ),
        Mistake(
            "scaled-by-units",
            answer(spread=lambda init, n_in, n_out: SPREADS[init](n_out)),
            "You scaled with the number of units.",
            "Each unit adds up n_in products, so n_in belongs under the root.",
        ),
        Mistake(
            "inputs-and-units-averaged",
            answer(
                spread=lambda init, n_in, n_out: (
                    math.sqrt(2 / (n_in + n_out)) if init == "xavier" else SPREADS[init](n_in)
                )
            ),
            "Your Xavier weights use the mean of inputs and units.",
            "That form exists too, but here Xavier means 1 / sqrt(n_in).",
        ),
        Mistake(
            "root-missing",
            answer(
                spread=lambda init, n_in, n_out: {
                    "plain": 0.01,
                    "xavier": 1 / n_in,
                    "he": 2 / n_in,
                }[init]
            ),
            "The square root is missing: you multiplied by the variance.",
            "Multiply by the standard deviation, the root of the variance.",
        ),
        Mistake(
            "xavier-and-he-swapped",
            answer(
                spread=lambda init, n_in, n_out: SPREADS[
                    {"plain": "plain", "xavier": "he", "he": "xavier"}[init]
                ](n_in)
            ),
            "The names xavier and he are swapped.",
            "The 2 belongs to he: a ReLU silences half of the units.",
        ),
        Mistake(
            "two-outside-the-root",
            answer(
                spread=lambda init, n_in, n_out: SPREADS[init](n_in) * (2**0.5) ** (init == "he")
            ),
            "In he the 2 stands outside the root.",
            "The spread is sqrt(2 / n_in).",
        ),
        Mistake(
            "not-scaled",
            answer(spread=lambda init, n_in, n_out: 1.0),
            "The weights are not scaled.",
            "Multiply the draw by the spread that init names.",
        ),
        Mistake(
            "always-plain",
            answer(spread=lambda init, n_in, n_out: 0.01),
            "The argument init is ignored.",
            "The spread depends on init.",
        ),
        Mistake(
            "plain-not-small",
            answer(
                spread=lambda init, n_in, n_out: 1.0 if init == "plain" else SPREADS[init](n_in)
            ),
            "The plain weights are not small.",
            "Multiply the plain draw by 0.01.",
        ),
        Mistake(
            "another-default",
            answer(default="xavier"),
            "Without init you draw xavier weights.",
            "The default is plain.",
        ),
        Mistake(
            "positive-weights",
            answer(draw=lambda rng, n_in, n_out: rng.random((n_out, n_in))),
            "All weights are positive: you drew uniform numbers from 0 to 1.",
            "Draw normal numbers, whose mean is 0: rng.standard_normal.",
        ),
        Mistake(
            "equal-weights",
            answer(draw=lambda rng, n_in, n_out: np.ones((n_out, n_in))),
            "All weights are equal, so all units will learn the same.",
            "Draw the weights at random.",
        ),
        Mistake(
            "generator-ignored",
            answer(
                draw=lambda rng, n_in, n_out: np.random.default_rng().standard_normal((n_out, n_in))
            ),
            "The draw does not come from the generator you are given.",
            "Call a method of rng, such as rng.standard_normal.",
        ),
        Mistake(
            "same-draw-always",
            answer(
                draw=lambda rng, n_in, n_out: np.random.default_rng(0).standard_normal(
                    (n_out, n_in)
                )
            ),
            "Every call gives the same weights, also when the generator has moved on.",
            "Draw from rng itself, and do not seed inside the function.",
        ),
        Mistake(
            "bias-drawn",
            answer(bias=lambda rng, n_out: rng.standard_normal((n_out, 1))),
            "The biases are random.",
            "Start them at 0: the random weights already make the units differ.",
        ),
        Mistake(
            "bias-ones",
            answer(bias=lambda rng, n_out: np.ones((n_out, 1))),
            "The biases are 1.",
            "Start them at 0.",
        ),
        Mistake(
            "bias-flat",
            answer(bias=lambda rng, n_out: np.zeros(n_out)),
            "b has one axis only.",
            "b is a column, (n_out, 1), so that it can be added to every example.",
        ),
        Mistake(
            "bias-of-inputs",
            lambda n_in, n_out, init="plain", rng=None: {
                "W": SPREADS[init](n_in) * rng.standard_normal((n_out, n_in)),
                "b": np.zeros((n_in, 1)),
            },
            "b has one entry for each input.",
            "It has one for each unit: (n_out, 1).",
        ),
    ),
    alternatives=(
        Alternative("three branches", with_branches),
        Alternative("unit by unit", unit_by_unit),
        Alternative("number by number, extra key", number_by_number),
        Alternative(
            "drawn transposed",
            answer(draw=lambda rng, n_in, n_out: rng.standard_normal((n_in, n_out)).T),
        ),
        Alternative(
            "mirrored, printed",
            answer(
                draw=lambda rng, n_in, n_out: -rng.normal(size=n_out * n_in).reshape(n_out, n_in),
                bias=lambda rng, n_out: printed(np.full((n_out, 1), 0)),
            ),
        ),
        Alternative(
            "single precision",
            answer(
                draw=lambda rng, n_in, n_out: rng.standard_normal((n_out, n_in), dtype=np.float32)
            ),
        ),
    ),
)
