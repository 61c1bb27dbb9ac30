"""Names how a wrong result relates to the right one and to what was given.

A relation is looked for in every case that returned a value, right ones included, for the first
quantity that is wrong. It is named only if the values are varied enough to tell it from chance, and
if no other of the same group fits. `SENTENCES` is all that can be said: it holds no number of a
case, so it may be said of hidden ones.
"""

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest

import numpy as np

from course_lib.checks import relating
from course_lib.checks.compare import Difference, compare_outcomes, compare_values, inside, item_of
from course_lib.checks.fingerprints import own_cases
from course_lib.checks.messages import capitalized, closed_quantity
from course_lib.checks.model import (
    RESULT,
    Case,
    Diagnosis,
    Named,
    Outcome,
    Plain,
    Seed,
    Sheet,
)
from course_lib.checks.relating import Names, Pair, Seen

FACTOR = "Look for what it was multiplied or divided by once too often, or once too little."
M = "Where does the mean over the examples enter? Once, and nowhere else."
LOOP = "Look at where the loop, the slice or the `range` begins and ends."
LAYOUT = "Compare the shape with the one that the statement gives, before and after the last line."
APART = "Is a sum, a mean or an `@` taken where entries stay apart? Look at its `axis`."
ROUND = "Return the number as it is; rounding is for printing."
SOME = "Look at the entries that are wrong: what do they have in common, and which line made them?"

STOPPED = "Compare with the equation, term by term: what else belongs to it?"

# Name: what is said of the quantity, and where to look.
SENTENCES: dict[str, tuple[str, str]] = {
    "changes-between-calls": (
        "The same call gives another result later on.",
        "Make lists and totals inside the function: a global one, or a default argument, keeps "
        "what earlier calls left. Take random numbers only from the generator that is given.",
    ),
    "result-of-the-call-before": (
        "The result is what the call before should have given.",
        "Compute from the arguments of this call, and keep nothing from the one before.",
    ),
    "error-missing": (
        "All other cases are right, but a value is returned where there is no answer.",
        "Find out that there is no answer before you return, and then `raise` the error: "
        "`return` and `print` do not stop a program.",
    ),
    # containers
    "list-instead-of-array": (
        "{it} has the right entries, but in a list.",
        "Return a NumPy array: np.array(...).",
    ),
    "tuple-instead-of-array": (
        "{it} has the right entries, but in a tuple.",
        "Return a NumPy array: np.array(...).",
    ),
    "array-instead-of-number": (
        "{it} is the right number, but within an array.",
        "Take the number out of the array with `.item()`, or leave out what made the array.",
    ),
    "no-dict": (
        "{it} has the right values, but not under keys.",
        "Return a dict with the keys that the statement names.",
    ),
    "keys-missing": (
        "{it} has the right values as far as it goes, but keys are missing.",
        "Return every key that the statement names. Is one never put into the dict, or does the "
        "function return within a loop?",
    ),
    "other-keys": (
        "{it} has the right values, but under other keys.",
        "Use the keys that the statement names.",
    ),
    "keys-swapped": (
        "{it} has the right values, but under the keys of one another.",
        "Compare each key with what is stored there.",
    ),
    "more-than-asked": (
        "{it} was returned together with something else.",
        "Return only what is asked for, without a tuple around it.",
    ),
    "text-instead-of-number": (
        "{it} is a text.",
        "Return the number itself: no f-string, no `str`, no `format`.",
    ),
    "nested": (
        "{it} has the right items, but in lists within the list.",
        "Join lists with `+`, or put a `*` in front of the inner one.",
    ),
    "condition-returned": (
        "{it} is True or False, where another number is asked.",
        "Return what you compute, not whether a comparison holds. In `a * b > 0` the product comes "
        "first: put brackets around a comparison.",
    ),
    "listed-not-counted": (
        "{it} lists what is to be counted.",
        "Return how many there are: `len(...)`.",
    ),
    "nothing-collected": (
        "{it} is empty.",
        "`np.append` gives a new array and leaves the old one: use `items.append(x)` of a list, "
        "and look at whether the loop runs at all.",
    ),
    "divided-by-the-shape": (
        "{it} is divided by rows and columns both: by a whole shape.",
        "The number of examples is one entry of the shape: m = X.shape[1].",
    ),
    "terms-not-added": (
        "{it} comes in several terms, which are to be added up.",
        "Put a `+` between the terms, and not a comma.",
    ),
    "all-steps-returned": (
        "{it} comes with all the steps before it: the last one is right.",
        "Return the last one alone, `steps[-1]`; keep the others for yourself.",
    ),
    "cut-by-its-array": (
        "{it} was put into an array of integers, which cuts decimals off.",
        "Where integers are given, `zeros_like` and `copy` make an array of integers: use "
        "`np.zeros(x.shape)`, or begin with `np.asarray(x, dtype=float)`.",
    ),
    "positions-instead-of-marks": (
        "{it} lists positions, where each entry should be marked.",
        "`np.where`, `np.argwhere` and `np.nonzero` of a condition give positions: return the "
        "condition itself.",
    ),
    # constants
    "always-zero": (
        "{it} is 0 in every case that was tried.",
        "Print the parts it is made of: one of them is 0, was cut to 0, or is never used.",
    ),
    "always-the-same": (
        "{it} is the same in every case that was tried.",
        "Is an argument not used, is it cut to a whole number on the way, or does a number of an "
        "example stand in the function?",
    ),
    "always-true": (
        "{it} is True in every case that was tried.",
        "Compute both sides of the comparison by hand, and look at its direction.",
    ),
    "always-false": (
        "{it} is False in every case that was tried.",
        "Compute both sides of the comparison by hand, and look at its direction.",
    ),
    # layouts
    "transposed": ("{it} is transposed: rows and columns are swapped.", LAYOUT),
    "flattened": (
        "{it} has the right entries in one flat row of numbers.",
        "Keep the shape: no `flatten`, `ravel` or list of single entries.",
    ),
    "axis-lost": (
        "{it} has the right entries, but an axis of length one is lost.",
        "Keep two axes: no `squeeze`, sum with keepdims=True, slice with 0:1 in place of 0.",
    ),
    "axis-too-many": (
        "{it} has the right entries, but an axis of length one too many.",
        "Leave out `keepdims`, `reshape` or the extra brackets.",
    ),
    "reversed": ("{it} is in the opposite order.", "Look at where the loop or list begins."),
    "rows-reversed": ("{it} has its rows in the opposite order.", "Look at the order of the loop."),
    "columns-reversed": (
        "{it} has its columns in the opposite order.",
        "Look at the order of the loop.",
    ),
    "cumulative": (
        "{it} is cumulative: each entry also holds all earlier ones.",
        "Start anew for each entry: is a total set to 0 at the wrong place?",
    ),
    "differences": (
        "{it} holds single steps, where each entry should hold all earlier ones too.",
        "Carry the last value on: each entry starts from the one before.",
    ),
    "shifted": (
        "{it} has its entries one place too late.",
        LOOP,
    ),
    "sorted": ("{it} is sorted.", "Leave out `sort`, `unique` and `set`: the order matters."),
    "duplicates-lost": (
        "{it} is sorted, and has every number only once.",
        "Leave out `unique` and `set`: use a list.",
    ),
    "one-row": ("{it} has the right entries in a single row, with two axes.", LAYOUT),
    "permuted": (
        "{it} has the right entries, but in another order.",
        "Look at the order in which entries are filled in, and at `reshape`.",
    ),
    # slices
    "first-missing": ("{it} lacks its first entry; the others are right.", LOOP),
    "last-missing": ("{it} lacks its last entry; the others are right.", LOOP),
    "first-row-missing": ("{it} lacks its first row; the others are right.", LOOP),
    "last-row-missing": ("{it} lacks its last row; the others are right.", LOOP),
    "first-column-missing": ("{it} lacks its first column; the others are right.", LOOP),
    "last-column-missing": ("{it} lacks its last column; the others are right.", LOOP),
    "only-the-first": (
        "{it} consists of the first entry alone.",
        "Does the function return within the loop, or use entry 0 alone? Or is what `np.append` "
        "gives thrown away?",
    ),
    "only-the-last": (
        "{it} consists of the last entry alone.",
        "Collect all entries: is each one written over the one before?",
    ),
    "only-the-first-row": ("{it} consists of the first row alone.", LOOP),
    "only-the-first-column": ("{it} consists of the first column alone.", LOOP),
    "zeros-left-out": (
        "{it} consists of the entries other than 0; the zeros and the shape are lost.",
        "An array with a mask in brackets keeps a part of its entries: use np.where or a product.",
    ),
    "first-not-filled": ("{it} is right but for the first entry, which is 0.", LOOP),
    "last-not-filled": ("{it} is right but for the last entry, which is 0.", LOOP),
    "first-row-not-filled": ("{it} is right but for the first row, which is 0.", LOOP),
    "last-row-not-filled": ("{it} is right but for the last row, which is 0.", LOOP),
    "first-column-not-filled": ("{it} is right but for the first column, which is 0.", LOOP),
    "last-column-not-filled": ("{it} is right but for the last column, which is 0.", LOOP),
    "only-the-first-filled": (
        "{it} has only its first entry; the others are 0.",
        "Does the function return within the loop?",
    ),
    "upper-half-not-filled": ("{it} is right but for the entries above the diagonal.", LOOP),
    "lower-half-not-filled": ("{it} is right but for the entries below the diagonal.", LOOP),
    "first-column-for-all": (
        "{it} has the first column in all columns.",
        "Use every example, not the first one for all.",
    ),
    "last-column-for-all": (
        "{it} has the last column in all columns.",
        "Use every example, not the last one for all.",
    ),
    "first-row-for-all": ("{it} has the first row in all rows.", "Use every row."),
    "last-row-for-all": ("{it} has the last row in all rows.", "Use every row."),
    "one-too-many-in-front": ("{it} has one entry too many in front; the others are right.", LOOP),
    "one-too-many-at-the-end": (
        "{it} has one entry too many at the end; the others are right.",
        LOOP,
    ),
    # sums
    "summed-over-axis-0": ("{it} is summed over axis 0, where entries stay apart.", APART),
    "summed-over-axis-1": ("{it} is summed over axis 1, where entries stay apart.", APART),
    "summed-over-all": ("{it} is summed over all entries, which stay apart.", APART),
    "averaged-over-axis-0": ("{it} is averaged over axis 0, where entries stay apart.", APART),
    "averaged-over-axis-1": ("{it} is averaged over axis 1, where entries stay apart.", APART),
    "averaged-over-all": ("{it} is averaged over all entries, which stay apart.", APART),
    "not-summed": (
        "{it} consists of parts that are to be summed.",
        "Add them up: with `+`, or with a sum over the right `axis`.",
    ),
    "not-averaged": (
        "{it} consists of parts that are to be averaged.",
        "Take their mean, over the right `axis`.",
    ),
    "all-pairs": (
        "{it} has an entry for every pair, where one for each with itself is asked.",
        "Arrays of shapes such as (m,) and (m, 1) were broadcast: print the shapes.",
    ),
    "products-of-all-pairs": (
        "{it} is a matrix of products, where the sum of its diagonal is asked.",
        "`a @ b.T` multiplies every row with every other one: use `np.sum(a * b)`.",
    ),
    "repeated": (
        "{it} holds the right entries several times.",
        "Something of a larger shape was broadcast into it: print the shapes.",
    ),
    # factors
    "sign-flipped": ("{it} has the wrong sign everywhere.", "Look for a minus or a difference."),
    "factor-2": ("{it} is twice the right one.", FACTOR),
    "factor-half": ("{it} is half the right one.", FACTOR),
    "factor-minus-2": ("{it} is -2 times the right one.", FACTOR),
    "factor-minus-half": ("{it} is -1/2 times the right one.", FACTOR),
    "factor-4": ("{it} is four times the right one.", FACTOR),
    "factor-quarter": ("{it} is a quarter of the right one.", FACTOR),
    "factor-10": ("{it} is ten times the right one.", FACTOR),
    "factor-tenth": ("{it} is a tenth of the right one.", FACTOR),
    "factor-100": ("{it} is a hundred times the right one.", FACTOR),
    "factor-hundredth": ("{it} is a hundredth of the right one.", FACTOR),
    "log-base-2": ("{it} is computed with the logarithm to base 2.", "Use np.log."),
    "log-base-10": ("{it} is computed with the logarithm to base 10.", "Use np.log."),
    "factor-m": ("{it} is m times the right one; m is the number of examples.", M),
    "factor-one-over-m": (
        "{it} is the right one divided by m; m is the number of examples.",
        M,
    ),
    "factor-m-squared": ("{it} is m² times the right one; m is the number of examples.", M),
    "factor-one-over-m-squared": (
        "{it} is the right one divided by m²; m is the number of examples.",
        M,
    ),
    "minus-factor-m": (
        "{it} is -m times the right one; m is the number of examples.",
        f"{M} Look for a minus too.",
    ),
    "minus-factor-one-over-m": (
        "{it} is the right one divided by -m; m is the number of examples.",
        f"{M} Look for a minus too.",
    ),
    "fixed-number-for-m": (
        "{it} is divided by a fixed number where m belongs, the number of examples.",
        "Take m from the data: m = X.shape[1].",
    ),
    "factor-two-m": ("{it} is 2m times the right one; m is the number of examples.", M),
    "factor-one-over-two-m": (
        "{it} is the right one divided by 2m; m is the number of examples.",
        M,
    ),
    "factor-two-over-m": ("{it} is 2/m times the right one; m is the number of examples.", M),
    "m-minus-one": (
        "{it} is divided by m - 1 in place of m; m is the number of examples.",
        "Count the examples again: all m of them.",
    ),
    "factor-rows": ("{it} is the right one times the number of rows given.", FACTOR),
    "factor-one-over-rows": ("{it} is the right one divided by the number of rows given.", FACTOR),
    "rows-instead-of-columns": (
        "{it} is divided by the number of rows in place of the number of columns.",
        "Columns are examples: m is shape[1].",
    ),
    "factor-size": ("{it} is the right one times the number of its entries.", FACTOR),
    "factor-one-over-size": ("{it} is the right one divided by the number of its entries.", FACTOR),
    "constant-factor": ("{it} is the right one times a fixed number.", FACTOR),
    "one-factor-a-case": (
        "{it} is the right one times a number, another one in each case.",
        "Which size, sum or argument changes from case to case? One of them enters wrongly.",
    ),
    "one-factor-a-column": (
        "{it} is right up to a factor in each column.",
        "Look at the sum or mean that each column is divided by, and at its axis.",
    ),
    "one-factor-a-row": (
        "{it} is right up to a factor in each row.",
        "Look at the sum, mean or array that each row is divided or multiplied by, and its axis.",
    ),
    "one-factor-a-slice": (
        "{it} is right up to a factor in each row or column.",
        "Look at the sum or mean that each row or column is divided by, and at its axis.",
    ),
    "one-offset-a-slice": (
        "{it} is right up to a number added to each row or column.",
        "Which part is the same for a whole row or column? It is missing, or enters twice.",
    ),
    "one-offset-a-case": (
        "{it} is the right one plus a number, another one in each case.",
        "Which part is the same for all entries? It is missing, or enters twice.",
    ),
    "one-offset-a-column": (
        "{it} is right up to a number added to each column.",
        "Which part is the same for a whole column? It is missing, or enters twice.",
    ),
    "one-offset-a-row": (
        "{it} is right up to a number added to each row.",
        "Which part is the same for a whole row, as a bias is? It is missing, or enters twice.",
    ),
    "one-more": (
        "{it} is one too large everywhere.",
        "Look for a + 1, or at where you count from.",
    ),
    "one-less": (
        "{it} is one too small everywhere.",
        "Look for a - 1, or at where you count from.",
    ),
    "offset": (
        "{it} is the right one plus a fixed number.",
        "Look for something that is added everywhere.",
    ),
    # functions
    "squared": ("{it} is the square of the right one.", "Look for a square too many."),
    "root": ("{it} is the root of the right one.", "Look for a root too many."),
    "reciprocal": (
        "{it} is one over the right one.",
        "Look at the fraction: numerator and denominator are swapped.",
    ),
    "one-minus": (
        "{it} is one minus the right one.",
        "Look at what stands for label 1 and for label 0, or at a sign within the formula.",
    ),
    "logarithm": ("{it} is the logarithm of the right one.", "Look for a log too many."),
    "exponential": ("{it} is the exponential of the right one.", "A logarithm is missing."),
    "absolute-value": ("{it} has lost its sign.", "Leave out the absolute value, root or square."),
    "sigmoid-too-many": (
        "{it} went through the sigmoid once too often.",
        "Look for a sigmoid too many.",
    ),
    "sigmoid-missing": ("{it} lacks the last sigmoid.", "Put the result through the sigmoid."),
    "tanh-too-many": ("{it} went through tanh once too often.", "Look for a tanh too many."),
    "tanh-missing": ("{it} lacks the last tanh.", "Put the result through tanh."),
    "clipped": (
        "{it} is cut off at a limit; on the inner side all is right.",
        "Leave out what limits numbers, before the formula too: np.clip, a minimum, a maximum.",
    ),
    "negatives-are-zero": (
        "{it} is 0 wherever the right one is negative.",
        "Leave out what cuts off at 0: a maximum, a mask. Results below 0 are fine.",
    ),
    "rounded": ("{it} is rounded.", ROUND),
    "positives-are-zero": (
        "{it} is 0 wherever the right one is positive.",
        "Leave out what cuts positive results off: a minimum, a mask, a product with labels.",
    ),
    "rounded-to-whole-numbers": (
        "{it} is rounded to whole numbers, as a label is.",
        "Return the number before it is compared or rounded.",
    ),
    "rounded-up": ("{it} is rounded up.", ROUND),
    "rounded-down": (
        "{it} is rounded down.",
        "Use `/`, not `//`, and no `floor`.",
    ),
    "cut-to-whole-numbers": (
        "{it} is cut to whole numbers.",
        "Make the array with dtype float; no `int`, no `//`, no array like an array of integers.",
    ),
    "single-precision": (
        "{it} is right to seven digits only.",
        "Compute in float64: leave out float32.",
    ),
    # inputs
    "input-returned": (
        "{it} is one of the arguments, as it was given.",
        "Return what you computed, and use the result of each step.",
    ),
    "input-added": (
        "{it} is the right one plus one of the arguments.",
        "Look at where each argument enters: one is added once too often, or not subtracted.",
    ),
    "input-subtracted": (
        "{it} is the right one minus one of the arguments.",
        "Look at where each argument enters: one is not added, or subtracted once too often.",
    ),
    "times-an-input": (
        "{it} is the right one times one of the arguments.",
        "Look at where each argument enters: one multiplies once too often.",
    ),
    "divided-by-an-input": (
        "{it} is the right one divided by one of the arguments.",
        "Look at where each argument enters: one is missing as a factor, or divides too often.",
    ),
    "step-sign-flipped": (
        "{it} changes in the wrong direction.",
        "Go against the gradient: subtract the step.",
    ),
    "step-factor-m": ("{it} changes by m times the right step; m is the number of examples.", M),
    "step-factor-one-over-m": (
        "{it} changes by the right step divided by m; m is the number of examples.",
        M,
    ),
    "step-factor-2": ("{it} changes by twice the right step.", FACTOR),
    "step-factor-half": ("{it} changes by half the right step.", FACTOR),
    # in part
    "wrong-for-negatives": (
        "{it} is right but where an argument is negative.",
        "Compute by hand for one negative number.",
    ),
    "wrong-for-positives": (
        "{it} is right but where an argument is positive.",
        "Compute by hand for one positive number.",
    ),
    "wrong-for-zeros": (
        "{it} is right but where an argument is 0.",
        "Look at < and <=, and at divisions by 0.",
    ),
    "right-for-zeros-only": (
        "{it} is right only where an argument is 0.",
        "At 0 many formulas agree: compute one other value by hand, with its scale and its base.",
    ),
    "wrong-for-extremes": (
        "{it} is right but for the most extreme arguments.",
        "What is clipped, overflows or is rounded there?",
    ),
    "wrong-for-label-0": (
        "{it} is right for label 1, but not for label 0.",
        "Put y = 0 into your formula.",
    ),
    "wrong-for-label-1": (
        "{it} is right for label 0, but not for label 1.",
        "Put y = 1 into your formula.",
    ),
    "some-are-zero": (
        "{it} is right but for some entries that are 0.",
        "Which entries are never written, masked, or cut off?",
    ),
    "some-are-not-zero": (
        "{it} is right but for some entries that should be 0.",
        "Which entries must be 0? Look at the mask or the comparison.",
    ),
    "some-are-not-finite": (
        "{it} is right but for some entries that are NaN or infinite.",
        "Which argument leads to 0/0, inf - inf, log(0) or an overflow?",
    ),
    "never-finite": (
        "{it} is NaN or infinite in every case that was tried.",
        "Which logarithm or divisor is 0? Compare the order of the arguments of each call: a label "
        "in place of a probability does that.",
    ),
    "infinity-replaced": (
        "{it} is right but for the largest number that there is, which stands for infinity.",
        "`np.nan_to_num` only hides that something overflows: change the formula where it does.",
    ),
    "integers-too-short": (
        "{it} overflows: the integers are too short for large numbers.",
        "Leave out `dtype=np.int16` and the like: Python's integers have no limit.",
    ),
    "some-signs": ("{it} has some wrong signs; the numbers are right.", SOME),
    "opposite": (
        "{it} is 1 where it should be 0, and 0 where it should be 1.",
        "Turn the comparison round, or what is given where it holds.",
    ),
    "other-marks": (
        "{it} has other numbers in place of 0 and 1.",
        "`~`, a minus or a factor turn 0 and 1 into other numbers.",
    ),
    "marks-too-many": ("{it} marks too many, and none too few.", SOME),
    "marks-too-few": ("{it} marks too few, and none too many.", SOME),
    "only-the-diagonal-is-wrong": ("{it} is wrong on the diagonal, and right elsewhere.", SOME),
    "only-the-diagonal-is-right": ("{it} is right on the diagonal, and wrong elsewhere.", SOME),
    "only-the-first-entry-is-wrong": ("{it} is wrong in the first entry alone.", SOME),
    "only-the-first-entry-is-right": ("{it} is right in the first entry alone.", SOME),
    "only-the-last-entry-is-wrong": ("{it} is wrong in the last entry alone.", SOME),
    "only-the-last-entry-is-right": ("{it} is right in the last entry alone.", SOME),
    "only-the-first-row-is-wrong": ("{it} is wrong in the first row alone.", SOME),
    "only-the-first-row-is-right": ("{it} is right in the first row alone.", SOME),
    "only-the-last-row-is-wrong": ("{it} is wrong in the last row alone.", SOME),
    "only-the-last-row-is-right": ("{it} is right in the last row alone.", SOME),
    "only-the-first-column-is-wrong": ("{it} is wrong in the first column alone.", SOME),
    "only-the-first-column-is-right": ("{it} is right in the first column alone.", SOME),
    "only-the-last-column-is-wrong": ("{it} is wrong in the last column alone.", SOME),
    "only-the-last-column-is-right": ("{it} is right in the last column alone.", SOME),
    "sum-of-an-argument": ("{it} is the sum of an argument.", STOPPED),
    "mean-of-an-argument": ("{it} is the mean of an argument.", STOPPED),
    "largest-of-an-argument": ("{it} is the largest entry of an argument.", STOPPED),
    "smallest-of-an-argument": ("{it} is the smallest entry of an argument.", STOPPED),
    "sum-of-arguments": ("{it} is the sum of two arguments.", STOPPED),
    "difference-of-arguments": ("{it} is the difference of two arguments.", STOPPED),
    "product-of-arguments": ("{it} is the product of two arguments.", STOPPED),
    "quotient-of-arguments": ("{it} is the quotient of two arguments.", STOPPED),
    "larger-of-arguments": ("{it} is the larger of two arguments.", STOPPED),
    "smaller-of-arguments": ("{it} is the smaller of two arguments.", STOPPED),
    "nearly-right": (
        "{it} is right to a few digits only.",
        "Look for a rounded number, a small number added, or a difference quotient.",
    ),
}

Group = Callable[[Seen], Names]
GROUPS: tuple[Group, ...] = (
    relating.containers,
    relating.constants,
    relating.layouts,
    relating.overflows,
    relating.slices,
    relating.all_pairs,
    relating.reductions,
    relating.values,
    relating.steps,
    relating.groups,
    relating.nearly,
    relating.where,
    relating.diagonals,
    relating.parts,
    relating.permutations,
    relating.from_inputs,
    relating.ends,
    relating.far_out,
)


def find_relation(
    sheet: Sheet, outcomes: Sequence[Outcome], differences: Sequence[Difference | None]
) -> Diagnosis | None:
    """
    Name the relation of the first wrong quantity to the right one, if it is a known one.

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
        None if no relation fits, or if two fit that do not imply each other.
    """
    count = own_cases(sheet.cases) + 1  # with the one that repeats the first
    outcomes, differences = outcomes[:count], differences[:count]
    position = next((k for k, difference in enumerate(differences) if difference), 0)
    first = differences[position]
    if first is None:
        return None
    if outcomes[-1].values and not first.kind and is_other_now(sheet, outcomes):
        late = is_late(sheet, outcomes)
        return told(sheet, "", ["result-of-the-call-before" if late else "changes-between-calls"])
    if first.form == "no-error":
        others = [d for d in differences if d and d.form != "no-error"]
        return None if others else told(sheet, "", ["error-missing"])
    if first.kind or outcomes[position].refusal:
        return None
    for words, seen in quantities(sheet, outcomes, position):
        if not any(pair.wrong for pair in seen):
            continue
        if found := names_of(seen):
            return told(sheet, words, found)
    return None


def is_other_now(sheet: Sheet, outcomes: Sequence[Outcome]) -> bool:
    """Tell whether the last case, which is the first once more, gave something else."""
    first, last = outcomes[0], outcomes[-1]
    if first.error or last.error or len(first.values) != len(last.values):
        return False
    tolerance = sheet.cases[0].tolerance or sheet.tolerance
    values = Outcome(first.values), Outcome(last.values)
    return compare_outcomes(*values, tolerance, []) is not None


def is_late(sheet: Sheet, outcomes: Sequence[Outcome]) -> bool:
    """Tell whether every case after the first gave what was right for the case before."""
    late = zip(sheet.expected, outcomes[1:], strict=False)
    return all(compare_outcomes(right, got, sheet.tolerance, []) is None for right, got in late)


def told(sheet: Sheet, words: str, names: Names) -> Diagnosis:
    """Put names into a name, a sentence and a hint."""
    name = "-and-".join(names)
    hints = dict.fromkeys(SENTENCES[part][1] for part in names)
    words = sheet.quantity if words == RESULT else words
    return Diagnosis(name, sentence_of(name, words), " ".join(hints))


def sentence_of(name: str, words: str) -> str:
    """
    Say what a relation, or two at once, means for a quantity.

    Parameters
    ----------
    name : str
        Of the relation.
    words : str
        The quantity in words.

    Returns
    -------
    str
        One or two sentences; an empty one if there is no such relation.
    """
    parts = name.split("-and-")
    if not set(parts) <= set(SENTENCES):
        return ""
    subjects = [capitalized(words) if words else "", "it"]
    texts = [SENTENCES[part][0].format(it=it) for part, it in zip(parts, subjects, strict=False)]
    return " Also, ".join(texts)


def names_of(seen: Seen) -> Names:
    """Give one relation, or two that hold at once; none if several could be meant."""
    numeric = all(pair.numeric for pair in seen)
    if numeric:
        seen = [pair for pair in seen if pair.R.size or pair.G.size]
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        for group in GROUPS if numeric else GROUPS[:1]:
            found = list(dict.fromkeys(group(seen)))
            if found:
                return found[0].split("-and-") if len(found) == 1 else []
    return []


def quantities(
    sheet: Sheet, outcomes: Sequence[Outcome], position: int
) -> Iterator[tuple[str, list[Pair]]]:
    """Yield the first wrong quantity with its pairs, then its first wrong part, and so on."""
    case, right, got = sheet.cases[position], sheet.expected[position], outcomes[position]
    if case.observe:
        return
    tolerance = case.tolerance or sheet.tolerance
    for k, ((words, value), (_, theirs)) in enumerate(zip(right.values, got.values, strict=False)):
        if compare_values(value, theirs, tolerance, []) is None:
            continue
        path = wrong_path(value, theirs, sheet, case)
        for depth in range(len(path) + 1):
            pairs = pairs_of(sheet, outcomes, origins(case)[k], path[:depth])
            yield closed_quantity(in_words(words, path[:depth])), pairs
        return


def in_words(words: str, path: Sequence[str | int]) -> str:
    """Name a part of a quantity as the comparison does."""
    part = ""
    for key in reversed(path):
        part = item_of(key, part) if isinstance(key, int) else inside(key, part)
    return inside(words, part)


def wrong_path(right: Plain, got: Plain, sheet: Sheet, case: Case) -> tuple[str | int, ...]:
    """Give the keys and positions that lead to the first wrong part of a value."""
    parts: list[tuple[str | int, Plain, Plain]] = []
    if isinstance(right, Mapping) and isinstance(got, Mapping):
        parts = [(key, right[key], got[key]) for key in right if key in got]
    elif isinstance(right, (list, tuple)) and isinstance(got, (list, tuple)):
        parts = [(k, *both) for k, both in enumerate(zip(right, got, strict=False))]
    tolerance = case.tolerance or sheet.tolerance
    for key, value, theirs in parts:
        if compare_values(value, theirs, tolerance, []) is not None:
            return key, *wrong_path(value, theirs, sheet, case)
    return ()


Origin = tuple[str, str, str]


def origins(case: Case) -> list[Origin]:
    """Tell what each value of a case comes from: the method or attribute, of any instance."""
    return [(step.do, step.name, step.key) for step in case.steps if step.quantity]


def pairs_of(
    sheet: Sheet, outcomes: Sequence[Outcome], origin: Origin, path: Sequence[str | int]
) -> list[Pair]:
    """Collect the values of one quantity in all cases but the last, which repeats the first."""
    pairs = []
    for case, right, got in list(zip(sheet.cases, sheet.expected, outcomes, strict=False))[:-1]:
        given = arguments(case, path)
        triples = zip(origins(case), given, right.values, got.values, strict=False)
        for source, args, (_, value), (_, theirs) in triples:
            try:
                both = follow(value, path), follow(theirs, path)
            except (KeyError, IndexError, TypeError):
                continue
            if source == origin:
                tolerance = case.tolerance or sheet.tolerance
                pairs.append(Pair(args, *both, tolerance, data_of(args, sheet.parameters)))
    return pairs


def data_of(args: Sequence[Plain], names: Sequence[str]) -> np.ndarray | None:
    """Give the last matrix that is no parameter of a network by its name."""
    named = zip_longest(args, names[: len(args)])
    found = [
        value
        for value, name in named
        if isinstance(value, np.ndarray) and value.ndim == 2 and name not in ("W", "w", "b")
    ]
    return found[-1] if found else None


def follow(value: Plain, path: Sequence[str | int]) -> Plain:
    """Go into a value along a path."""
    for key in path:
        value = value[key]
    return value


def arguments(case: Case, path: Sequence[str | int]) -> list[tuple[Plain, ...]]:
    """Give what each compared step was given, itself and before it; of a dict its part alone."""
    given: list[tuple[Plain, ...]] = []
    known: tuple[Plain, ...] = ()
    for step in case.steps:
        if step.do == "call":
            known = step.args
        if step.quantity:
            given.append(tuple(part_of(value, path) for value in known))
    return given


def part_of(value: Plain, path: Sequence[str | int]) -> Plain:
    """Give the part of an argument that has the name of the quantity, else the argument."""
    if isinstance(value, Mapping):
        return value.get(path[0]) if path else value
    return None if isinstance(value, (Named, Seed)) else value
