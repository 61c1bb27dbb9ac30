"""Names a single slip in the formula, by what the answer gives on all visible cases.

A slip is one small change of a right answer: a plus for a minus, a term left out. Authors make
many of them (`course_lib.checks.author.slips`) and keep a fingerprint of what each gives. A wrong
answer with the fingerprint of slips of one kind, and of no other kind, is said to have made it.
`SENTENCES` is all that can be said.
"""

from collections.abc import Sequence

from course_lib.checks.compare import Difference
from course_lib.checks.fingerprints import fingerprint, own_cases
from course_lib.checks.model import Diagnosis, Outcome, Sheet

# Name: what is said, and where to look.
SENTENCES: dict[str, tuple[str, str]] = {
    "other-sign": (
        "One sign is the other way round: a plus for a minus, or a minus for a plus.",
        "Compare the signs with the equation, term by term. A minus before brackets counts for all "
        "that is in them.",
    ),
    "term-left-out": (
        "One term of a sum or a difference is missing.",
        "Compare the terms with the equation, one by one.",
    ),
    "factor-left-out": (
        "One factor or divisor is missing.",
        "Compare what is multiplied and divided with the equation, one by one.",
    ),
    "times-for-plus": (
        "One sum is a product, or one product a sum.",
        "Compare each operation with the equation.",
    ),
    "times-for-divided": (
        "One multiplication is a division, or one division a multiplication.",
        "Compare each operation with the equation.",
    ),
    "entrywise-product": (
        "One product is of the wrong sort: entry by entry for a matrix product, or the reverse.",
        "Where does the equation sum over products, and where does it not? `@` sums, `*` does not.",
    ),
    "brackets": (
        "One pair of brackets is missing or in another place.",
        "Say aloud what is computed first: powers, then * and /, then + and -.",
    ),
    "other-power": (
        "One power is another: something enters once in place of twice, twice in place of once, or "
        "with another exponent.",
        "Compare the exponents with the equation. To multiply or divide twice is to square.",
    ),
    "other-base": (
        "One logarithm or exponential is of another base, or shifted by one.",
        "Here `log` is the natural one, `np.log`, and `exp` is `np.exp`.",
    ),
    "min-for-max": (
        "A smallest value is taken for a largest, or a largest for a smallest.",
        "Try each min and max by hand on two numbers.",
    ),
    "other-function": (
        "One function is called in place of another that is like it.",
        "Compare the name of each function that you call with the statement.",
    ),
    "function-left-out": (
        "One function is not called: its argument is used as it is.",
        "Follow one value through the equation, and look for the function that it skips.",
    ),
    "not-strict": (
        "One comparison is strict where it must not be, or the other way round.",
        "What must happen when both sides are equal? Choose between > and >= by that.",
    ),
    "condition-turned-round": (
        "One condition is the wrong way round, or its two branches are swapped.",
        "Take one case and go through the conditions by hand: which branch is meant for it?",
    ),
    "case-left-out": (
        "One condition has no effect: one of its branches is never, or always, taken.",
        "Look for a case of the statement that your code does not tell from the others.",
    ),
    "and-for-or": (
        "Two conditions are joined by the wrong word: `and` for `or`, or the reverse.",
        "Must both hold, or is one of them enough?",
    ),
    "one-off": (
        "One loop or slice begins or ends one too early or too late.",
        "Look at where each `range` and slice begins and ends: the end itself is left out.",
    ),
    "returned-too-early": (
        "Of what should all count, only the first does.",
        "Does `return` stand inside the loop, or does one index stand for all of them?",
    ),
    "overwritten-not-added": (
        "Of what should all be added up, only the last counts.",
        "Set the total to its first value before the loop, and add to it inside: `+=`, not `=`.",
    ),
    "transposed-inside": (
        "One matrix inside the formula is transposed and should not be, or the reverse.",
        "Write the shapes below each product: rows and columns must be those of the equation.",
    ),
    "other-axis": (
        "One sum, mean or other function goes along another axis.",
        "What does each row hold, and what each column? Compare the `axis` with that.",
    ),
    "other-variable": (
        "In one place another variable, or another entry of one, is used than belongs there.",
        "Read each name in your formula and compare it with the equation.",
    ),
    "other-constant": (
        "One number in the code is another than it should be.",
        "Compare each number in your code with the equation and the statement.",
    ),
    "wrong-way-round": (
        "The two sides of one difference, quotient, power or product are swapped.",
        "What is subtracted from what, and divided by what? Compare with the equation.",
    ),
    "arguments-swapped": (
        "Two arguments of one call are swapped.",
        "Compare the order of the arguments of each call with how the function was defined.",
    ),
    "line-left-out": (
        "One step is missing.",
        "Compare the steps with the statement: which one does nothing in your code?",
    ),
    "other-order": (
        "Two steps stand in the wrong order.",
        "Which values does each step need: those before the change, or those after?",
    ),
    "complement": (
        "In one place 1 - x stands for x, or x for 1 - x.",
        "Say in words what each 1 - ... in the equation is, and compare.",
    ),
    "rounded-inside": (
        "A value is rounded before it is used.",
        "Look for `round`, `int`, `floor` and `//`: which digits are lost there?",
    ),
    "clipped-inside": (
        "A value is cut off at a bound before it is used.",
        "Look for `clip`, `maximum` and `minimum`: does the statement set this bound?",
    ),
    "small-number-added": (
        "A small number is added to a value before it is used.",
        "Take it out, also where it guards a division or a logarithm: the statement has none.",
    ),
    "absolute-inside": (
        "The sign of a value is lost before it is used.",
        "Look for `abs`: what does the equation do with a negative value?",
    ),
    "function-added": (
        "A value goes through one function too many.",
        "Is what you start from already what the equation asks for at this place?",
    ),
    "only-yes-or-no": (
        "A number is turned into 0 or 1 before it is used.",
        "Use the number itself. Look for a comparison that the equation does not have.",
    ),
    "part-left-out": (
        "Only a part of a value is used: some of its rows, columns or entries are left out.",
        "Does your code count on a fixed number of them, or cut the first or the last away?",
    ),
    "one-for-all": (
        "One number is used where each entry, row or column should have its own.",
        "Which sum, mean, maximum or condition goes over more than the equation says?",
    ),
    "one-added": (
        "A value is one too large or too small before it is used.",
        "Compare each + 1 and - 1 with the equation and the statement.",
    ),
    "factor-added": (
        "There is one factor too many, such as 2 or 1/2.",
        "Compare each number that you multiply or divide by with the equation.",
    ),
    "argument-ignored": (
        "One argument has no effect: a fixed value is used in its place.",
        "Follow each argument from the first line to the result.",
    ),
    "other-default": (
        "One argument has another default value than in the stub.",
        "Keep the defaults of the stub as they are.",
    ),
}


def find_slip(
    sheet: Sheet, outcomes: Sequence[Outcome], differences: Sequence[Difference | None]
) -> Diagnosis | None:
    """
    Name the slip that gives the same outcome on every visible case of the author.

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
        None for hidden cases, if no kind of slip fits, if only a rule is broken, or if the first
        difference is a mistake by itself.
    """
    count = own_cases(sheet.cases)
    wrong = [difference for difference in differences[:count] if difference]
    if sheet.hidden or not wrong or len(outcomes) < count:
        return None
    if wrong[0].kind not in ("", "error"):  # it has a name of its own
        return None
    key = fingerprint(sheet, outcomes)
    name = next((name for name, keys in sheet.slips.items() if key in keys.split()), None)
    return Diagnosis(name, *SENTENCES[name]) if name else None
