"""Names what is wrong by other facts than values: of a draw, of a rule, of what cannot be compared.

Of a random draw or a shuffle no right value is known, so neither a known mistake nor a relation
nor a slip can be told by it. But each fact about it is a mistake of its own. The first that fits
is named: those that say more stand before those that follow from them.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from course_lib.checks.compare import Difference, compare_values
from course_lib.checks.model import (
    ONCE_MORE,
    RESULTS_STAY,
    WHOLE_NUMBERS,
    Case,
    Diagnosis,
    Outcome,
    Plain,
    Sheet,
)

SHAPE, MEAN = "the shape of W", "the mean of W"
SPREAD = "the spread (standard deviation) of W"
Facts = Mapping[str, Any]
Test = Callable[[Facts, Facts], bool]


def is_turned(right: Facts, got: Facts) -> bool:
    """Tell whether W has rows for columns."""
    return bool(got[SHAPE] != right[SHAPE] and got[SHAPE] == right[SHAPE][::-1])


def is_scaled(right: Facts, got: Facts) -> bool:
    """Tell whether W is right but for a factor, which mean and spread share."""
    mean, spread = (got[key] / right[key] if right[key] else np.nan for key in (MEAN, SPREAD))
    return bool(np.isclose(mean, spread, rtol=1e-6) and not np.isclose(spread, 1.0))


# Name, the fact or a test, what is said, and where to look.
TESTS: tuple[tuple[str, str | Test, str, str], ...] = (
    (
        "drawn-transposed", is_turned,
        "W has a row for each input and a column for each unit: it is transposed.",
        "W has shape (n_out, n_in): draw it in that shape.",
    ),
    (
        "other-shape-drawn", SHAPE,
        "W is drawn in another shape than asked.",
        "W has one row for each unit and one column for each input.",
    ),
    (
        "equal-weights", "W, with no two equal rows or columns",
        "Rows or columns of W are equal, so units learn the same for ever.",
        "Draw a number of its own for every entry: give the shape to the generator.",
    ),
    (
        "other-spread", is_scaled,
        "W is drawn with another spread than asked.",
        "Compare the factor before the draw with the statement, also for the kind that is taken "
        "when none is given. A root is easily lost.",
    ),
    (
        "not-around-zero", MEAN,
        "The numbers in W do not lie around 0.",
        "Draw positive and negative numbers alike, and add nothing to them.",
    ),
    (
        "other-spread", SPREAD,
        "W is drawn with another spread than asked.",
        "Compare the standard deviation of the draw with the statement.",
    ),
    (
        "not-normal", "W, drawn from normal numbers",
        "The numbers in W are not normally distributed.",
        "Draw them with rng.normal or rng.standard_normal.",
    ),
    (
        "changed-after-the-draw", "W, left as it was drawn",
        "The numbers in W were changed after they were drawn: cut off, or centered.",
        "Multiply the draw by the spread, and do nothing else to it.",
    ),
    (
        "other-biases", "b",
        "The biases do not start at 0, one for each unit.",
        "b is np.zeros((n_out, 1)): nothing is drawn for it.",
    ),
    (
        "not-from-the-generator", "the same draw from the same generator",
        "Equal generators give different draws.",
        "Draw every number from the generator that is given: rng, not np.random.",
    ),
    (
        "same-draw-always", "another draw from a generator that has moved on",
        "A second call gives the same numbers again.",
        "Draw from the generator that is given; make none of your own with a fixed seed.",
    ),
    (
        "other-batch-sizes", "the number of columns in each batch",
        "The batches have other sizes than asked.",
        "Every batch has batch_size examples; the last has what is left.",
    ),
    (
        "examples-changed", "the columns of X and Y together, in any order",
        "Examples are missing, come twice, or have another label than before.",
        "Put the columns of X and of Y into the same new order, and give each away once.",
    ),
    (
        "same-order-every-epoch", "another order in the next epoch",
        "The examples come in the same order in every epoch.",
        "Draw the order anew in each call, from the generator that is given.",
    ),
    (
        "neighbors-stay-together", "other neighbors in the next epoch",
        "Neighbors stay together: blocks of examples are shuffled, not the examples.",
        "Draw the order of all columns first, then cut it into batches.",
    ),
    (
        "not-from-the-generator", "the same result from an equal generator",
        "Equal generators give different results.",
        "Draw every number from the generator that is given: rng, not np.random.",
    ),
    (
        "generator-ignored", "another result from another generator",
        "Another generator gives the same result.",
        "Draw from the generator that is given; make none of your own with a fixed seed.",
    ),
    (
        "global-generator-used", "NumPy's global generator, left as it was",
        "NumPy's global generator was used or seeded.",
        "Draw from rng alone, and never call np.random.seed.",
    ),
    (
        "same-draw-always", "another draw without a generator",
        "Without a generator every call gives the same numbers.",
        "Where rng is None, make a fresh generator in each call: np.random.default_rng().",
    ),
)  # fmt: skip
# What is said where only a rule is broken: name, sentence, hint.
BROKEN: dict[str, tuple[str, str, str]] = {
    ONCE_MORE: (
        "remembers-earlier-calls",
        "The same call gives another result after other calls: something is kept.",
        "Set every variable inside the function, anew in each call. A list or dict as a default "
        "value is made only once.",
    ),
    RESULTS_STAY: (
        "results-share-memory",
        "A later call changes what an earlier one returned: both use the same array or dict.",
        "Make a new array or dict in each call, and keep none outside of the function.",
    ),
    WHOLE_NUMBERS: (
        "not-for-whole-numbers",
        "Where arrays of integers are given, the result is another.",
        "An array of integers cuts decimals off: make results with np.zeros(...), or convert with "
        "np.asarray(x, dtype=float).",
    ),
}
OTHER_KEYS = (
    "other-keys",
    "The dict does not have the keys that are asked for.",
    "Compare the keys with the statement, letter by letter.",
)
CHANGED = (
    "changes-its-input",
    "The call changes one of its arguments in place, and then computes with what is left of it.",
    "`b = a` is a second name for the same array: compute with new ones, `b = a - c` in place of "
    "`b -= c`, or start from a copy, `a.copy()`.",
)
# What is said of a result in which no facts could be found, by how the refusal begins.
FORMS: tuple[tuple[str, str, str, str], ...] = (
    (
        "text-instead-of-number", "is an array of texts",
        "There are texts where numbers are asked for.",
        "Leave the quotes out, and turn nothing into a text.",
    ),
    (
        "not-called", "is of type builtin_function_or_method",
        "A function is returned, not what it gives.",
        "Its parentheses are missing: `x.mean()`, not `x.mean`.",
    ),
    (
        "not-called", "is of type method",
        "A function is returned, not what it gives.",
        "Its parentheses are missing: `layer.forward(X)`, not `layer.forward`.",
    ),
    (
        "not-called", "is of type function",
        "A function is returned, not what it gives.",
        "Its parentheses are missing: `f(x)`, not `f`.",
    ),
    (
        "not-computed-yet", "is of type generator",
        "The result is computed only when somebody asks for it.",
        "Make a list or an array of it: `list(...)`, `np.array(list(...))`.",
    ),
    (OTHER_KEYS[0], "has no key", *OTHER_KEYS[1:]),
    (
        "no-dict", "has another form than asked: must be a dict",
        "What should be a dict is something else.",
        "Return a dict with the keys of the statement, such as {\"W\": ..., \"b\": ...}.",
    ),
    (
        "no-pairs", "has another form than asked: must consist of pairs (X, Y)",
        "The result is not a sequence of pairs (X, Y).",
        "Give one pair for each batch: collect them in a list, or use yield. A return inside the "
        "loop gives the first alone.",
    ),
    (
        "no-pairs", "has another form than asked: must keep X and Y together",
        "The columns of X and Y in a batch are not equally many.",
        "Give pairs: [(X of the first batch, Y of it), ...], not all X and then all Y. Cut X and Y "
        "with the same indices.",
    ),
    (
        "axis-lost", "has another form than asked: must consist of pairs of 2-D arrays",
        "A batch has lost an axis.",
        "Take whole columns: X[:, block] and Y[:, block].",
    ),
)  # fmt: skip


def find_fact(
    sheet: Sheet, outcomes: Sequence[Outcome], differences: Sequence[Difference | None]
) -> Diagnosis | None:
    """
    Name what is wrong with the first result that an observer looked at.

    Parameters
    ----------
    sheet : Sheet
        The exercise.
    outcomes : sequence of Outcome
        The student's.
    differences : sequence of Difference or None
        Where they are wrong.

    Returns
    -------
    Diagnosis or None
        None for hidden cases, and where the first difference is none of an observer's.
    """
    first = next(k for k, difference in enumerate(differences) if difference)
    case, difference = sheet.cases[first], differences[first]
    if sheet.hidden or difference is None:
        return None
    if not case.observe:
        return (
            refused_form(outcomes[first])
            or broken_rule(case, difference)
            or plain_fact(outcomes[first], difference)
        )
    if outcomes[first].refusal:
        return refused_form(outcomes[first])
    right, got = facts_in(sheet.expected[first]), facts_in(outcomes[first])
    if right.keys() != got.keys() or not right:
        return None
    tolerance = case.tolerance or sheet.tolerance
    wrong = {key for key in right if compare_values(right[key], got[key], tolerance, [])}
    for name, test, *said in TESTS:
        if test in wrong or (callable(test) and SHAPE in right and test(right, got)):
            return Diagnosis(name, *said)
    return None


def broken_rule(case: Case, difference: Difference) -> Diagnosis | None:
    """Name the rule that an answer breaks which is right on the author's cases."""
    said = BROKEN.get(case.label)
    return Diagnosis(*said) if said and not difference.kind else None


def plain_fact(outcome: Outcome, difference: Difference) -> Diagnosis | None:
    """Name what is plain to see of a wrong result: a key is missing, an argument was changed."""
    if difference.form == "key":
        return Diagnosis("not-the-keys-asked-for", *OTHER_KEYS[1:])
    return Diagnosis(*CHANGED) if outcome.changed and not difference.kind else None


def refused_form(outcome: Outcome) -> Diagnosis | None:
    """Name what came instead of a result, if it cannot be compared for what it is."""
    fitting = (rest for rest in FORMS if outcome.refusal.startswith(rest[1]))
    return next((Diagnosis(name, said, hint) for name, _, said, hint in fitting), None)


def facts_in(outcome: Outcome) -> Mapping[str, Plain]:
    """Give the facts that an observer found."""
    values = [value for _, value in outcome.values]
    return values[0] if len(values) == 1 and isinstance(values[0], Mapping) else {}
