"""Exercise ``minibatches``."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import X_GATE, labels, logits, size
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, Seed, call, script
from course_lib.sigmoid_derivative import minibatches

# Two epochs are compared only where equal shuffles are out of the question.
ENOUGH_TO_DIFFER = 15
LARGER = "a batch larger than the data"


def epochs(label: str, X, Y, batch_size: int, seed: int, n_epochs: int) -> Case:
    """Run some epochs with one generator, and look at what holds for every shuffle."""
    one = call("", "", X, Y, batch_size, Seed(seed), iterate=True)
    return script(label, *[one] * n_epochs, observe="batches")


def drawn(label: str, rng: Generator, m: int, batch_size: int, n: int = 2) -> Case:
    n_epochs = 2 if m >= ENOUGH_TO_DIFFER else 1
    X, Y = logits(rng, n, m), labels(rng, 1, m)
    return epochs(label, X, Y, batch_size, int(rng.integers(2**31)), n_epochs)


def hidden(rng: Generator) -> Iterator[Case]:
    k = size(rng, 4, 6)
    yield drawn("a smaller last batch", rng, 4 * k + 3, k)
    yield drawn("batches of equal size", rng, 4 * k, k, n=3)
    yield drawn("batches of one example", rng, ENOUGH_TO_DIFFER + k, 1)
    yield drawn("one batch of all examples", rng, ENOUGH_TO_DIFFER + k, ENOUGH_TO_DIFFER + k)
    yield replace(drawn("a batch larger than the data", rng, 4, 9), kind=LARGER)
    yield drawn("a batch of one example (m = 1)", rng, 1, 1)
    yield drawn("more features than examples", rng, 4, 3, n=6)


def plainly(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    for start in range(0, X.shape[1], batch_size):
        part = order[start : start + batch_size]
        yield X[:, part], Y[:, part]


def as_a_list(X, Y, batch_size, rng):
    order = np.arange(X.shape[1])
    rng.shuffle(order)
    return [
        (X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]])
        for k in range(0, X.shape[1], batch_size)
    ]


def shuffled_first(X, Y, batch_size, rng):
    order = np.argsort(rng.random(X.shape[1]))
    X, Y = X[:, order], Y[:, order]
    cuts = range(batch_size, X.shape[1], batch_size)
    return list(zip(np.split(X, cuts, axis=1), np.split(Y, cuts, axis=1), strict=True))


def stacked(X, Y, batch_size, rng):
    both = rng.permutation(np.vstack([X, Y]), axis=1)
    while both.shape[1]:
        yield both[: len(X), :batch_size], both[len(X) :, :batch_size]
        both = both[:, batch_size:]


def by_counting(X, Y, batch_size, rng):
    order, batches = list(rng.permutation(X.shape[1])), []
    while order:
        part, order = order[:batch_size], order[batch_size:]
        batches.append([X[:, part], Y[:, part]])
    return tuple(batches)


def by_choice(X, Y, batch_size, rng):
    print("one epoch")
    order = rng.choice(X.shape[1], X.shape[1], replace=False)
    number = -(-X.shape[1] // batch_size)
    for k in range(number):
        part = order[k * batch_size : (k + 1) * batch_size]
        yield np.take(X, part, axis=1), np.take(Y, part, axis=1)


def last_dropped(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    for start in range(0, X.shape[1] - batch_size + 1, batch_size):
        part = order[start : start + batch_size]
        yield X[:, part], Y[:, part]


def only_the_first(X, Y, batch_size, rng):
    part = rng.permutation(X.shape[1])[:batch_size]
    yield X[:, part], Y[:, part]


def same_order(X, Y, batch_size, rng):
    yield from plainly(X, Y, batch_size, np.random.default_rng(0))


def labels_left_behind(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    for start in range(0, X.shape[1], batch_size):
        part = slice(start, start + batch_size)
        yield X[:, order[part]], Y[:, part]


def shuffled_apart(X, Y, batch_size, rng):
    for_x, for_y = rng.permutation(X.shape[1]), rng.permutation(X.shape[1])
    for start in range(0, X.shape[1], batch_size):
        part = slice(start, start + batch_size)
        yield X[:, for_x[part]], Y[:, for_y[part]]


def with_replacement(X, Y, batch_size, rng):
    order = rng.integers(0, X.shape[1], X.shape[1])
    for start in range(0, X.shape[1], batch_size):
        part = order[start : start + batch_size]
        yield X[:, part], Y[:, part]


def one_too_many(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    for start in range(0, X.shape[1], batch_size):
        part = order[start : start + batch_size + 1]
        yield X[:, part], Y[:, part]


def size_taken_as_number(X, Y, batch_size, rng):
    for part in np.array_split(rng.permutation(X.shape[1]), batch_size):
        yield X[:, part], Y[:, part]


def split_evenly(X, Y, batch_size, rng):
    number = -(-X.shape[1] // batch_size)
    for part in np.array_split(rng.permutation(X.shape[1]), number):
        yield X[:, part], Y[:, part]


def swapped(X, Y, batch_size, rng):
    for X_part, Y_part in plainly(X, Y, batch_size, rng):
        yield Y_part, X_part


def columns_of_wrong_axis(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    for start in range(0, X.shape[1], batch_size):
        part = order[start : start + batch_size]
        yield X[:, part].T, Y[:, part].T


def shuffled_in_place(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    X[:], Y[:] = X[:, order], Y[:, order]
    for start in range(0, X.shape[1], batch_size):
        yield X[:, start : start + batch_size].copy(), Y[:, start : start + batch_size].copy()


def inputs(rng: Generator) -> Case:
    m, batch_size, n = rng.integers(1, 40), rng.integers(1, 45), rng.integers(1, 5)
    return drawn("sample", rng, int(m), int(batch_size), int(n))


EXERCISE = Exercise(
    name="minibatches",
    chapter="sigmoid_derivative",
    equation="minibatch-gradient",
    quantity="the sequence of mini-batches",
    reference=minibatches,
    visible=(
        epochs(
            "the four examples of the OR gate in batches of 3",
            X_GATE,
            np.array([[0.0, 1.0, 1.0, 1.0]]),
            3,
            1,
            1,
        ),
        epochs(
            "two epochs of twenty examples in batches of 6",
            np.vstack([np.arange(20.0), np.arange(20.0) ** 2]),
            np.arange(20.0)[None] % 2,
            6,
            2,
            2,
        ),
        epochs(
            "two epochs of sixteen examples, one example in a batch",
            np.arange(16.0)[None],
            (np.arange(16.0)[None] > 7) * 1.0,
            1,
            3,
            2,
        ),
        replace(
            epochs(
                "a single example, a batch larger than the data",
                np.array([[3.0], [4.0]]),
                np.array([[1.0]]),
                2,
                4,
                1,
            ),
            kind=LARGER,
        ),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "last-batch-dropped",
            last_dropped,
            "The examples left over at the end were dropped.",
            "The last batch may be smaller, but it is a batch.",
        ),
        Mistake(
            "only-one-batch",
            only_the_first,
            "There is only one batch.",
            "Go on until every example was used once.",
        ),
        Mistake(
            "same-order-every-epoch",
            same_order,
            "Every epoch has the same order.",
            "Draw a new order from the generator you are given, in each call.",
        ),
        Mistake(
            "labels-left-behind",
            labels_left_behind,
            "X was shuffled, Y was not.",
            "Use one order for both.",
        ),
        Mistake(
            "shuffled-apart",
            shuffled_apart,
            "X and Y were shuffled differently, so labels went to strangers.",
            "Draw one order and use it for both.",
        ),
        Mistake(
            "with-replacement",
            with_replacement,
            "Some examples come twice and others not at all.",
            "Draw a permutation, not random indices.",
        ),
        Mistake(
            "one-too-many",
            one_too_many,
            "Neighboring batches share an example: each is one too large.",
            "A slice already leaves out its end: order[k : k + batch_size].",
        ),
        Mistake(
            "size-taken-as-number",
            size_taken_as_number,
            "You made batch_size batches.",
            "batch_size is the number of examples in a batch.",
        ),
        Mistake(
            "split-evenly",
            split_evenly,
            "The batches were made equally large.",
            "All but the last hold exactly batch_size examples.",
        ),
        Mistake(
            "pair-swapped",
            swapped,
            "The pairs hold Y first.",
            "Each pair is (X, Y), in this order.",
        ),
        Mistake(
            "transposed",
            columns_of_wrong_axis,
            "The batches are transposed.",
            "Examples stay columns: X[:, part].",
        ),
        Mistake(
            "changed-in-place",
            shuffled_in_place,
            "You shuffled the arrays you were given.",
            "Shuffle an order of indices, and pick columns with it.",
        ),
    ),
    alternatives=(
        Alternative("generator", plainly),
        Alternative("list, shuffled indices", as_a_list),
        Alternative("argsort and np.split", shuffled_first),
        Alternative("X and Y stacked", stacked),
        Alternative("tuple of lists", by_counting),
        Alternative("choice without replacement, prints", by_choice),
    ),
)
