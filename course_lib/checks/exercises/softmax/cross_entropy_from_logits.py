"""Exercise ``cross_entropy_from_logits``."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import logits, printed, size
from course_lib.checks.exercises.softmax._inputs import (
    Y_WORKED,
    Z_WORKED,
    classes_with_logits,
    far_logits,
    one_hot_labels,
    plain_softmax,
    shifted_softmax,
)
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.softmax import cross_entropy_from_logits


def hidden(rng: Generator) -> Iterator[Case]:
    n, m = size(rng, 3, 5), size(rng, 6, 9)
    yield case("several classes and examples", one_hot_labels(rng, n, m), logits(rng, n, m))
    yield case("as many classes as examples", one_hot_labels(rng, 4, 4), logits(rng, 4, 4))
    yield case("a batch of one example (m = 1)", one_hot_labels(rng, 3, 1), logits(rng, 3, 1))
    yield case("two classes", one_hot_labels(rng, 2, m), logits(rng, 2, m))
    yield case("logits up to ±10000", np.eye(3)[:, [1, 0, 2, 1]], far_logits(rng))
    yield case("logits up to ±10000, other labels", np.eye(3)[:, [2, 2, 1, 0]], far_logits(rng))
    whole = rng.integers(-5, 6, (3, 4))
    yield case("logits given as whole numbers", one_hot_labels(rng, 3, 4), whole)
    yield case("equal logits", np.eye(3)[:, [1, 0]], np.full((3, 2), float(logits(rng, 1)[0])))
    yield case(
        "labels given as whole numbers", one_hot_labels(rng, 3, 4).astype(int), logits(rng, 3, 4)
    )


def logsumexp(Z, axis=0):
    top = Z.max(axis=axis)
    return top + np.log(np.exp(Z - np.expand_dims(top, axis)).sum(axis=axis))


def through_the_probability(Y, Z):
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.sum(Y * np.log(plain_softmax(Z)), axis=0)


def through_the_stable_probability(Y, Z):
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.sum(Y * np.log(shifted_softmax(Z)), axis=0)


def on_clipped(Y, Z):
    return -np.sum(Y * np.log(np.clip(shifted_softmax(Z), 1e-12, 1.0)), axis=0)


def overflowing(Y, Z):
    with np.errstate(over="ignore", divide="ignore"):
        return np.log(np.exp(Z).sum(axis=0)) - (Y * Z).sum(axis=0)


def with_one_maximum(Y, Z):
    with np.errstate(divide="ignore"):
        return Z.max() + np.log(np.exp(Z - Z.max()).sum(axis=0)) - (Y * Z).sum(axis=0)


def one_shift_only(Y, Z):
    S = Z - Z.max(axis=0)
    return np.log(np.exp(S).sum(axis=0)) - (Y * Z).sum(axis=0)


def shifted(Y, Z):
    S = Z - Z.max(axis=0)
    return np.log(np.exp(S).sum(axis=0)) - (Y * S).sum(axis=0)


def in_place(Y, Z):
    Z -= Z.max(axis=0)
    return np.log(np.exp(Z).sum(axis=0)) - (Y * Z).sum(axis=0)


def of_differences(Y, Z):
    D = Z - (Y * Z).sum(axis=0)
    return logsumexp(D)


def by_loops(Y, Z):
    losses = []
    for y, z in zip(Y.T, Z.T, strict=True):
        k, top = list(y).index(1), max(z)
        losses.append(top - z[k] + math.log(sum(math.exp(v - top) for v in z)))
    return np.array(losses)


def of_log_softmax(Y, Z):
    S = Z - np.amax(Z, axis=0, keepdims=True)
    log_P = S - np.log(np.sum(np.exp(S), axis=0, keepdims=True))
    return -log_P[Y.argmax(axis=0), np.arange(Y.shape[1])]


def one_counted_twice(Y, Z):
    S = Z - Z.max(axis=0)
    return np.log1p(np.exp(S).sum(axis=0)) - (Y * S).sum(axis=0)


def all_logits_subtracted(Y, Z):
    S = Z - Z.max(axis=0)
    return np.log(np.exp(S).sum(axis=0)) - S.sum(axis=0)


def maximum_added_too(Y, Z):
    return shifted(Y, Z) + Z.max(axis=0)


def each_row_by_itself(Y, Z):
    S = Z - Z.max(axis=1, keepdims=True)
    return np.log(np.exp(S).sum(axis=1)) - (Y * S).sum(axis=1)


def shortcut_for_large_logits(Y, Z):
    return shifted(Y, Z) if np.max(np.abs(Z)) <= 500 else Z.max(axis=0) - (Y * Z).sum(axis=0)


def masked_in_row_order(Y, Z):
    S = Z - Z.max(axis=0)
    return np.log(np.exp(S).sum(axis=0)) - S[Y == 1]


EXERCISE = Exercise(
    name="cross_entropy_from_logits",
    chapter="softmax",
    equation="cross-entropy-from-logits",
    quantity="the loss of each example",
    reference=cross_entropy_from_logits,
    visible=(
        case("the worked example with four classes", Y_WORKED, Z_WORKED),
        case(
            "three classes, four examples",
            np.array([[0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0], [1.0, 0.0, 0.0, 1.0]]),
            np.array([[0.5, 2.0, -1.0, 0.0], [1.5, 0.0, 1.0, 0.0], [-2.0, 1.0, 3.0, 0.0]]),
        ),
        case(
            "logits of 1000 and -1000",
            np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]),
            np.array([[-1000.0, -1000.0, 1000.0], [1000.0, -1001.0, 1000.0]]),
        ),
        case(
            "logits given as whole numbers",
            np.array([[1.0, 0.0], [0.0, 1.0]]),
            np.array([[1, 2], [-1, 0]]),
        ),
        case("a true class of 720 less", np.array([[0.0], [1.0]]), np.array([[720.0], [0.0]])),
    ),
    hidden=hidden,
    inputs=classes_with_logits,
    mistakes=(
        Mistake(
            "through-the-probability",
            through_the_probability,
            "You took the softmax without a shift first, and then logarithms.",
            "Use the form that never computes a probability.",
        ),
        Mistake(
            "through-the-stable-probability",
            through_the_stable_probability,
            "A small probability is stored as 0, and its logarithm is minus infinity.",
            "Use the form that never computes a probability.",
        ),
        Mistake(
            "clipped-probability",
            on_clipped,
            "You clipped the probabilities: a very wrong answer no longer costs more.",
            "Use the form that never computes a probability.",
        ),
        Mistake(
            "overflowing-exponential",
            overflowing,
            "The formula is right on paper, but the exponential of a large logit is infinite.",
            "Subtract the largest logit of each example, and add it again outside the logarithm.",
        ),
        Mistake(
            "one-maximum-for-all",
            with_one_maximum,
            "You subtracted one maximum from all examples; far below it all exponentials are 0.",
            "Take the maximum of each column.",
        ),
        Mistake(
            "maximum-not-added-back",
            one_shift_only,
            "You took the maximum off inside the logarithm and did not add it again.",
            "Shift the logit of the label as well, or add the maximum to the logarithm.",
        ),
        Mistake(
            "sign-flipped",
            lambda Y, Z: (Y * Z).sum(axis=0) - logsumexp(Z),
            "The sign is wrong: your losses are negative.",
            "The logit of the label is subtracted.",
        ),
        Mistake(
            "label-ignored",
            lambda Y, Z: logsumexp(Z),
            "The label does not appear.",
            "Subtract the logit of the class that the label names.",
        ),
        Mistake(
            "largest-logit-subtracted",
            lambda Y, Z: logsumexp(Z) - Z.max(axis=0),
            "You subtracted the largest logit: the loss of the predicted class.",
            "Subtract the logit of the class that the label names.",
        ),
        Mistake(
            "wrong-axis",
            lambda Y, Z: logsumexp(Z, axis=1) - (Y * Z).sum(axis=1),
            "You summed over the examples instead of the classes.",
            "The classes are the rows, so sum along axis 0.",
        ),
        Mistake(
            "averaged-over-examples",
            lambda Y, Z: np.mean(shifted(Y, Z)),
            "You averaged over the examples.",
            "Return one loss for each example; averaging is the job of the cost.",
        ),
        Mistake(
            "axis-kept",
            lambda Y, Z: shifted(Y, Z)[None, :],
            "You kept the axis of the classes: shape (1, m).",
            "Return shape (m,).",
        ),
        Mistake(
            "binary-terms",
            lambda Y, Z: np.sum(np.logaddexp(0, Z) - Z * Y, axis=0),
            "You summed binary cross-entropies, one for each class.",
            "Several classes share one logarithm of one sum.",
        ),
        Mistake(
            "logarithm-missing",
            lambda Y, Z: Z.max(axis=0) - (Y * Z).sum(axis=0),
            "The logarithm of the sum is missing.",
            "With C equal logits the loss is log C, not 0.",
        ),
        Mistake(
            "changed-in-place",
            in_place,
            "You subtracted the maximum inside the array that was passed in.",
            "Make a new array: do not use `-=`.",
        ),
        Mistake(
            "log1p-of-the-sum",
            one_counted_twice,
            "log1p adds 1 to the sum, where the largest term is 1 already.",
            "Use np.log.",
        ),
        Mistake(
            "all-logits-subtracted",
            all_logits_subtracted,
            "You subtracted all logits, not that of the true class.",
            "Multiply by Y before you sum.",
        ),
        Mistake(
            "maximum-added-too",
            maximum_added_too,
            "You added the largest logit, though both terms are shifted.",
            "Shift both and add nothing, or shift only the exponent and add it back.",
        ),
        Mistake(
            "mask-in-row-order",
            lambda Y, Z: logsumexp(Z) - Z[Y == 1],
            "Z[Y == 1] comes in the order of the classes, not of the examples.",
            "Sum over the classes: np.sum(Y * Z, axis=0).",
        ),
        Mistake(
            "shortcut-for-large-logits",
            shortcut_for_large_logits,
            "For large logits you leave the logarithm out.",
            "Two large logits may be close to each other: use one formula for all.",
        ),
        Mistake(
            "each-class-by-itself",
            each_row_by_itself,
            "Maxima and sums go along the examples.",
            "Columns are examples: sum over the classes, axis=0.",
        ),
        Mistake(
            "mask-of-shifted-logits",
            masked_in_row_order,
            "A mask gives its entries in the order of the classes, not of the examples.",
            "Sum over the classes: np.sum(Y * S, axis=0).",
        ),
        Mistake(
            "logit-alone",
            lambda Y, Z: -np.sum(Y * Z, axis=0),
            "You returned minus the logit of the true class.",
            "Add the logarithm of the sum of the exponentials.",
        ),
        Mistake(
            "logarithms-summed",
            lambda Y, Z: (
                np.sum(Z - Z.max(axis=0), axis=0) - np.sum(Y * (Z - Z.max(axis=0)), axis=0)
            ),
            "You took logarithms before you summed.",
            "Sum the exponentials first, then take the logarithm.",
        ),
    ),
    alternatives=(
        Alternative("shifted", shifted),
        Alternative("maximum added back", lambda Y, Z: logsumexp(Z) - (Y * Z).sum(axis=0)),
        Alternative("differences from the label", of_differences),
        Alternative("log-softmax, indexed", of_log_softmax),
        Alternative("two loops", by_loops),
        Alternative(
            "logaddexp.reduce",
            lambda Y, Z: np.logaddexp.reduce(Z, axis=0) - np.einsum("ci,ci->i", Y, Z),
        ),
        Alternative(
            "where, printed",
            lambda Y, Z: printed(logsumexp(Z) - np.where(Y == 1, Z, 0.0).sum(axis=0)),
        ),
    ),
)
