"""Exercise ``bernoulli_pmf``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.binary_classification import bernoulli_pmf
from course_lib.checks.exercises._shared import (
    labels,
    labels_with,
    printed,
    probabilities,
    size,
    spread,
)
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case


def hidden(rng: Generator) -> Iterator[Case]:
    m = size(rng, 4, 8)
    yield case("several examples", labels(rng, 1, m), probabilities(rng, 1, m))
    yield case("several units and examples", labels(rng, 3, m), probabilities(rng, 3, m))
    yield case("a single example with label 1", 1, float(probabilities(rng, 1)[0]))
    yield case("a single example with label 0", 0, float(probabilities(rng, 1)[0]))
    yield case("a batch of one example (m = 1)", np.array([[0.0]]), probabilities(rng, 1, 1))
    yield case("many labels, one probability", labels(rng, 5), float(probabilities(rng, 1)[0]))
    yield case(
        "labels given as whole numbers", labels(rng, 1, 4).astype(int), probabilities(rng, 1, 4)
    )


def by_mask(y, p):
    result = np.broadcast_to(p, np.shape(y)).astype(float)
    zero = np.asarray(y) == 0
    result[zero] = 1 - result[zero]
    return result


def of_one(y, p):
    if y == 1:
        return p
    return 1 - p


def flat_list_of(y, p):
    pairs = np.broadcast(np.asarray(y), np.asarray(p))
    return np.array([q if label == 1 else 1 - q for label, q in pairs])


def one_decision(y, p):
    return (p if np.all(np.asarray(y) == 1) else 1 - p) * np.ones(np.shape(y))


EXERCISE = Exercise(
    name="bernoulli_pmf",
    chapter="binary_classification",
    equation="bernoulli-pmf",
    quantity="the probability of the label",
    reference=bernoulli_pmf,
    visible=(
        case("label 1 with probability 0.75", 1, 0.75),
        case("label 0 with probability 0.75", 0, 0.75),
        case(
            "the labels of the OR gate",
            np.array([[0.0, 1.0, 1.0, 1.0]]),
            np.array([[0.2, 0.7, 0.6, 0.9]]),
        ),
        case("one example", np.array([[1.0]]), np.array([[0.75]])),
        case("three labels, one probability", np.array([1.0, 0.0, 1.0]), 0.75),
    ),
    hidden=hidden,
    inputs=labels_with(spread),
    mistakes=(
        Mistake(
            "ignores-the-label",
            lambda y, p: p + 0 * y,
            "You returned p for every label.",
            "Where the label is 0, the probability of that label is 1 - p.",
        ),
        Mistake(
            "cases-swapped",
            lambda y, p: np.where(np.asarray(y) == 1, 1 - p, p),
            "The two cases are swapped: you gave p to label 0.",
            "p is the probability of label 1.",
        ),
        Mistake(
            "second-case-missing",
            lambda y, p: y * p,
            "The case of label 0 gives 0.",
            "A label 0 has probability 1 - p, not 0.",
        ),
        Mistake(
            "logarithm-taken",
            lambda y, p: y * np.log(p) + (1 - y) * np.log(1 - p),
            "You returned the logarithm of the probability.",
            "The logarithm comes in the next chapter; here return the probability itself.",
        ),
        Mistake(
            "powers-added",
            lambda y, p: p**y + (1 - p) ** (1 - y),
            "You added the two powers p^y and (1-p)^(1-y).",
            "Multiply them: the power that does not apply must become 1.",
        ),
        Mistake(
            "product-over-examples",
            lambda y, p: np.prod(np.where(np.asarray(y) == 1, p, 1 - p)),
            "You multiplied the probabilities of all examples.",
            "Return one probability for each example.",
        ),
        Mistake(
            "label-instead-of-probability",
            lambda y, p: (np.asarray(p) > 0.5) == (np.asarray(y) == 1),
            "You compared the predicted label with the label.",
            "No threshold is needed: return a probability.",
        ),
        Mistake(
            "averaged-over-examples",
            lambda y, p: np.mean(np.where(np.asarray(y) == 1, p, 1 - p)),
            "You averaged the probabilities of all examples.",
            "Return one probability for each example.",
        ),
        Mistake(
            "larger-of-the-two",
            lambda y, p: np.where(np.asarray(p) > 0.5, p, 1 - np.asarray(p)),
            "You decided by p, not by the label: you return the larger of p and 1 - p.",
            "The condition is y == 1.",
        ),
        Mistake(
            "one-decision-for-all",
            one_decision,
            "You decided once for all labels.",
            "Decide entry by entry: np.where(y == 1, ...), or the formula with powers.",
        ),
        Mistake(
            "arguments-swapped",
            lambda y, p: np.where(np.asarray(p) == 1, y, 1 - np.asarray(y)),
            "You took y for p, and p for y.",
            "The label comes first: (y, p).",
        ),
        Mistake(
            "flattened",
            flat_list_of,
            "Your result is one flat row, whatever the shape of y and p.",
            "Keep the shape: no `ravel`, no loop over single entries.",
        ),
        Mistake(
            "minus-logarithm",
            lambda y, p: -np.log(np.where(np.asarray(y) == 1, p, 1 - np.asarray(p))),
            "You returned the loss, minus the logarithm of the probability.",
            "The loss comes in the next chapter; here return the probability itself.",
        ),
        Mistake(
            "variance",
            lambda y, p: p * (1 - p) + 0 * y,
            "You multiplied p by 1 - p, whatever the label is.",
            "For label 1 it is p, for label 0 it is 1 - p.",
        ),
    ),
    alternatives=(
        Alternative("where", lambda y, p: np.where(np.asarray(y) == 1, p, 1 - np.asarray(p))),
        Alternative("product of powers", lambda y, p: p**y * (1 - p) ** (1 - y)),
        Alternative("sum of two terms", lambda y, p: y * p + (1 - y) * (1 - p)),
        Alternative("distance to the other label", lambda y, p: 1 - np.abs(y - p)),
        Alternative("mask", by_mask),
        Alternative("np.vectorize", np.vectorize(of_one, otypes=[float])),
        Alternative(
            "exponential of logarithms",
            lambda y, p: np.exp(y * np.log(p) + (1 - y) * np.log(1 - p)),
        ),
        Alternative("prints", lambda y, p: printed(y * p + (1 - y) * (1 - p))),
    ),
)
