"""Exercise ``count_layers``."""

from collections.abc import Iterator
from itertools import pairwise

from numpy.random import Generator

from course_lib.architecture_sizing import count_layers
from course_lib.checks.exercises._shared import printed, size
from course_lib.checks.exercises.architecture_sizing._inputs import network, networks, widths
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case


def hidden(rng: Generator) -> Iterator[Case]:
    yield from networks(rng)
    yield case("one hidden layer, the input counts", widths(rng, 2), count_input=True)
    yield case("four hidden layers, the input counts", widths(rng, 5), count_input=True)
    yield case("no hidden layer, the input counts", widths(rng, 1), count_input=True)
    said = "four hidden layers, said that the input does not count"
    yield case(said, widths(rng, 5), count_input=False)
    yield case("many layers", widths(rng, size(rng, 20, 30)))


def by_loop(layers, count_input=False):
    counted = 0
    for position in range(len(layers)):
        if position > 0 or count_input:
            counted += 1
    return counted


def one_by_one(layers, count_input=False):
    return sum(1 for _ in pairwise(layers)) + int(count_input)


def inputs(rng: Generator) -> tuple:
    return network(rng), bool(rng.integers(2))


EXERCISE = Exercise(
    name="count_layers",
    chapter="architecture_sizing",
    equation="layer-count",
    quantity="the number of layers",
    reference=count_layers,
    visible=(
        case("the OR network [2, 1]", [2, 1]),
        case("the XOR network [2, 3, 1]", [2, 3, 1]),
        case("the XOR network, the input counts", [2, 3, 1], count_input=True),
        case("the XOR network, the input does not count", [2, 3, 1], count_input=False),
        case("two layers of equal width", [2, 3, 3, 1]),
        case("the last layer as wide as an earlier one", [3, 2, 4, 2]),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "input-always-counted",
            lambda layers, count_input=False: len(layers),
            "You counted the input always.",
            "Without count_input=True only layers with weights count.",
        ),
        Mistake(
            "option-ignored",
            lambda layers, count_input=False: len(layers) - 1,
            "You never counted the input.",
            "With count_input=True the input is one layer more.",
        ),
        Mistake(
            "option-reversed",
            lambda layers, count_input=False: len(layers) - int(count_input),
            "You counted the input exactly when it should not count.",
            "count_input=True adds the input.",
        ),
        Mistake(
            "hidden-layers-only",
            lambda layers, count_input=False: len(layers) - 2 + int(count_input),
            "You counted only the hidden layers.",
            "The output layer has weights too.",
        ),
        Mistake(
            "one-too-many",
            lambda layers, count_input=False: len(layers) + int(count_input),
            "You counted the input, and once more when it should count.",
            "The list holds the input; leave it out, then add it only when asked.",
        ),
        Mistake(
            "input-counted-twice",
            lambda layers, count_input=False: len(layers) + (1 if count_input else -1),
            "With count_input=True you added two layers.",
            "The input is one layer.",
        ),
        Mistake(
            "units-counted",
            lambda layers, count_input=False: sum(layers[1:]) + (layers[0] if count_input else 0),
            "You counted units, not layers.",
            "A width says how many units a layer has; how many widths are there?",
        ),
        Mistake(
            "equal-widths-merged",
            lambda layers, count_input=False: len(set(layers)) - 1 + int(count_input),
            "You counted layers of the same width only once.",
            "Two layers of equal width are two layers.",
        ),
        Mistake(
            "default-turned-round",
            lambda layers, count_input=True: len(layers) - 1 + int(count_input),
            "Without count_input you counted the input.",
            "The default of count_input is False.",
        ),
        Mistake(
            "position-of-the-last-width",
            lambda layers, count_input=False: layers.index(layers[-1]) + int(count_input),
            "You looked for the last width, and found an earlier layer that is as wide.",
            "How many widths are there? len(layers) tells.",
        ),
        Mistake(
            "equal-neighbors-merged",
            lambda layers, count_input=False: (
                sum(a != b for a, b in pairwise(layers)) + count_input
            ),
            "You counted only where the width changes.",
            "Two layers of equal width are two layers.",
        ),
        Mistake(
            "an-example-in-the-code",
            lambda layers, count_input=False: 3 if count_input else 2,
            "You returned the numbers of an example, whatever the network is.",
            "Count the widths in the list: len(layers).",
        ),
        Mistake(
            "always-one",
            lambda layers, count_input=False: 1 + int(count_input),
            "Your result is the same for every network.",
            "`ndim` counts axes; len(layers) counts the widths.",
        ),
        Mistake(
            "single-units-skipped",
            lambda layers, count_input=False: sum(n > 1 for n in layers[1:]) + int(count_input),
            "You left out layers with a single unit.",
            "A layer with one unit is a layer, too.",
        ),
        Mistake(
            "one-where-it-counts",
            lambda layers, count_input=False: 1 if count_input else len(layers) - 1,
            "With count_input=True your result is always 1.",
            "`=+ 1` sets to 1; `+= 1` adds.",
        ),
        Mistake(
            "last-width",
            lambda layers, count_input=False: layers[-1],
            "You returned the last width.",
            "How many widths are there? len(layers) tells.",
        ),
    ),
    alternatives=(
        Alternative("length", lambda layers, count_input=False: len(layers) - 1 + count_input),
        Alternative("loop", by_loop),
        Alternative("pairs of neighbors", one_by_one),
        Alternative(
            "a slice",
            lambda layers, count_input=False: len(layers if count_input else layers[1:]),
        ),
        Alternative(
            "a float, printed",
            lambda layers, count_input=False: printed(float(len(layers) - (not count_input))),
        ),
    ),
)
