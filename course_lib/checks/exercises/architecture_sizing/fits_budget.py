"""Exercise ``fits_budget``."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import numpy as np
from numpy.random import Generator

from course_lib.architecture_sizing import fits_budget
from course_lib.checks.exercises._shared import printed, size
from course_lib.checks.exercises.architecture_sizing._inputs import count, network, widths
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case

WRONG_COUNTS = (
    lambda layers: count(layers, lambda n, k: n * k),
    lambda layers: count(layers, lambda n, k: n * k + n),
    lambda layers: count(layers, lambda n, k: n * k + 1),
    lambda layers: count(layers, lambda n, k: n * k) + layers[-1],
    lambda layers: count(layers) - layers[-1],
    lambda layers: count(layers) + layers[0],
    lambda layers: count(layers[:-1]),
    sum,
    lambda layers: max((n + 1) * k for n, k in pairwise(layers)),
)


def telling_widths(rng: Generator) -> list[int]:
    """Draw a network for which every wrong count is another number."""
    while True:
        layers = widths(rng, 3, 4, 30)
        counts = {count(layers), *(wrong(layers) for wrong in WRONG_COUNTS)}
        if len(counts) == 1 + len(WRONG_COUNTS):
            return layers


def hidden(rng: Generator) -> Iterator[Case]:
    layers = telling_widths(rng)
    need = count(layers)
    yield case("exactly on budget", layers, 5 * need)
    yield case("one example too few", layers, 5 * need - 1)
    yield case("three examples too few", layers, 5 * need - 3)
    yield case("one example too many", layers, 5 * need + 1)
    yield case("one parameter too many", layers, 5 * need - 5)
    yield case("one parameter to spare", layers, 5 * need + 5)
    for number, wrong in enumerate(WRONG_COUNTS, start=1):
        yield case(f"another number of examples ({number})", layers, 5 * wrong(layers))
    other = widths(rng, size(rng, 4, 6))
    yield case("a deep network, enough examples", other, 5 * count(other) + size(rng, 0, 99))
    yield case("a deep network, too few examples", other, 5 * count(other) - size(rng, 1, 99))
    flat = widths(rng, 1)
    yield case("no hidden layer, just enough examples", flat, 5 * count(flat))
    yield case("no hidden layer, a third of the examples", flat, 5 * count(flat) // 3)
    yield case("as many examples as parameters", layers, need)
    yield case("a fifth as many examples as parameters", layers, need // 5 + 1)


def by_loop(layers, n_samples):
    left = n_samples / 5
    for k in range(1, len(layers)):
        left -= (layers[k - 1] + 1) * layers[k]
    return left >= 0


def by_branches(layers, n_samples):
    if Fraction(n_samples, 5) < count(layers):
        return 0
    return 1


def judged(wrong, n_samples, layers):
    return wrong(layers) <= n_samples / 5


def inputs(rng: Generator) -> tuple:
    layers = network(rng)
    need = 5 * sum((n + 1) * k for n, k in pairwise(layers))
    return layers, max(1, need + int(rng.integers(-12, 13)))


def fits_with_one_hidden_layer(layers, n_samples):
    d, h, c = layers[0], layers[1], layers[-1]
    return h * (d + c + 1) + c <= n_samples / 5


EXERCISE = Exercise(
    name="fits_budget",
    chapter="architecture_sizing",
    equation="fits-budget",
    quantity="the answer whether the network fits",
    reference=fits_budget,
    visible=(
        case("[20, 40, 3] with 800 examples", [20, 40, 3], 800),
        case("[20, 6, 3] with 800 examples", [20, 6, 3], 800),
        case("[20, 6, 3] with 735 examples: exactly on budget", [20, 6, 3], 735),
        case("[20, 6, 3] with 734 examples", [20, 6, 3], 734),
        case("[20, 6, 3] with 732 examples", [20, 6, 3], 732),
        case("[20, 6, 3] with 720 examples", [20, 6, 3], 720),
        case("[20, 6, 3] with 705 examples", [20, 6, 3], 705),
        case("[20, 6, 3] with 700 examples", [20, 6, 3], 700),
        case("[20, 6, 3] with 690 examples", [20, 6, 3], 690),
        case("[20, 6, 3] with 630 examples", [20, 6, 3], 630),
        case("[20, 6, 3] with 145 examples", [20, 6, 3], 145),
        case("[20, 6, 3] with 200 examples", [20, 6, 3], 200),
        case("[20, 6, 3] with 30 examples", [20, 6, 3], 30),
        case("[20, 6, 3] with 29 examples", [20, 6, 3], 29),
        case("[3, 4, 20] with 525 examples", [3, 4, 20], 525),
        case("[3, 4, 20] with 250 examples", [3, 4, 20], 250),
        case("[20, 6, 3] with 815 examples", [20, 6, 3], 815),
        case("[20, 6, 3] with 825 examples", [20, 6, 3], 825),
        case("[20, 6, 3] with 1000 examples", [20, 6, 3], 1000),
        case("[2, 1] with 15 examples: no hidden layer, exactly on budget", [2, 1], 15),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "below-instead-of-at-most",
            lambda layers, n_samples: count(layers) < n_samples / 5,
            "You refused a network that uses the budget exactly.",
            "At most means <=.",
        ),
        Mistake(
            "opposite-answer",
            lambda layers, n_samples: count(layers) > n_samples / 5,
            "Your answer is the opposite of the right one.",
            "True means that the network fits.",
        ),
        Mistake(
            "comparison-turned-over",
            lambda layers, n_samples: count(layers) >= n_samples / 5,
            "Your comparison points the wrong way.",
            "The count must be at most the budget.",
        ),
        Mistake(
            "budget-rounded",
            lambda layers, n_samples: count(layers) <= round(n_samples / 5),
            "You rounded the budget.",
            "A fraction of a parameter does not buy a parameter.",
        ),
        Mistake(
            "budget-rounded-up",
            lambda layers, n_samples: count(layers) <= -(-n_samples // 5),
            "You rounded the budget up.",
            "A fraction of a parameter does not buy a parameter.",
        ),
        Mistake(
            "price-forgotten",
            lambda layers, n_samples: count(layers) <= n_samples,
            "You compared with the number of examples.",
            "One parameter costs five examples.",
        ),
        Mistake(
            "price-multiplied",
            lambda layers, n_samples: count(layers) <= 5 * n_samples,
            "You allowed five parameters for each example.",
            "One parameter costs five examples, not the other way around.",
        ),
        Mistake(
            "biases-missing",
            lambda layers, n_samples: judged(WRONG_COUNTS[0], n_samples, layers),
            "The biases are missing in your count.",
            "Use your parameter_count.",
        ),
        Mistake(
            "a-bias-for-each-input",
            lambda layers, n_samples: judged(WRONG_COUNTS[1], n_samples, layers),
            "You counted one bias for each input of a layer.",
            "Use your parameter_count.",
        ),
        Mistake(
            "one-bias-a-layer",
            lambda layers, n_samples: judged(WRONG_COUNTS[2], n_samples, layers),
            "You counted one bias for a whole layer.",
            "Use your parameter_count.",
        ),
        Mistake(
            "hidden-biases-missing",
            lambda layers, n_samples: judged(WRONG_COUNTS[3], n_samples, layers),
            "The biases of the hidden layers are missing in your count.",
            "Use your parameter_count.",
        ),
        Mistake(
            "output-biases-missing",
            lambda layers, n_samples: judged(WRONG_COUNTS[4], n_samples, layers),
            "The biases of the output layer are missing in your count.",
            "Use your parameter_count.",
        ),
        Mistake(
            "input-biases-included",
            lambda layers, n_samples: judged(WRONG_COUNTS[5], n_samples, layers),
            "You gave the input features biases as well.",
            "Use your parameter_count.",
        ),
        Mistake(
            "last-layer-forgotten",
            lambda layers, n_samples: judged(WRONG_COUNTS[6], n_samples, layers),
            "The last layer is missing in your count.",
            "Use your parameter_count.",
        ),
        Mistake(
            "units-counted",
            lambda layers, n_samples: judged(WRONG_COUNTS[7], n_samples, layers),
            "You counted units, not parameters.",
            "Use your parameter_count.",
        ),
        Mistake(
            "exactly-on-budget-only",
            lambda layers, n_samples: 5 * count(layers) == n_samples,
            "Only a network that uses the budget exactly fits.",
            "At most means <=.",
        ),
        Mistake(
            "each-layer-by-itself",
            lambda layers, n_samples: judged(WRONG_COUNTS[8], n_samples, layers),
            "You asked whether each layer fits by itself.",
            "All parameters together must be paid for: add the layers first.",
        ),
        Mistake(
            "difference-returned",
            lambda layers, n_samples: n_samples / 5 - count(layers),
            "You returned what is left of the budget.",
            "Return the answer to a question: True or False.",
        ),
        Mistake(
            "one-hidden-layer-only",
            fits_with_one_hidden_layer,
            "You used the formula for one hidden layer.",
            "Call parameter_count(layers), which holds for any network.",
        ),
    ),
    alternatives=(
        Alternative("at most", lambda layers, n_samples: count(layers) <= n_samples / 5),
        Alternative(
            "multiplied, not divided", lambda layers, n_samples: n_samples >= 5 * count(layers)
        ),
        Alternative("loop", by_loop),
        Alternative("branches, 1 or 0", by_branches),
        Alternative(
            "NumPy, printed",
            lambda layers, n_samples: printed(
                np.dot(layers[:-1], layers[1:]) + np.sum(layers[1:]) <= n_samples / 5
            ),
        ),
        Alternative(
            "not above, whole budget",
            lambda layers, n_samples: (
                not sum(n * k + k for n, k in pairwise(layers)) > n_samples // 5
            ),
        ),
    ),
)
