"""
What a hidden cell says is chosen by the examiner from few sentences, whatever student code does.

The thousand hostile answers are judged in this process, over the wire's encoding but without a
sandbox; some of them are judged in the sandbox too, and must be told the same.
"""

import itertools
import warnings

import numpy as np
import pytest

from course_lib.checks import registry
from course_lib.checks.compare import FORMS
from course_lib.checks.relating import LAID_OUT, SECOND
from course_lib.checks.relations import SENTENCES, sentence_of
from course_lib.grading.examine.assignment import Cell
from course_lib.grading.examine.examiner import CLOSED, NOT_WRITTEN, run_test
from course_lib.grading.examine.instructor import Own, Plan
from tests.grading.test_same_verdict import Wired

NAMES = ("bce", "two_layer_backward", "parameter_terms")
PLAIN = "### BEGIN HIDDEN TESTS\nassert {0}(*given) == 3, 'wrong'\n### END HIDDEN TESTS"


def digits(values):
    """Give digits that tell what the function was given."""
    text = "".join(f"{x:.6g}" for v in values for x in np.ravel(v) if np.isreal(x))
    return [int(c) for c in text if c.isdigit()] or [0]


class Hostile:
    """Answers right for a while, then says in some way what it was given."""

    def __init__(self, seed, right):
        self.rng, self.right = np.random.default_rng(seed), right
        self.patience, self.calls = int(self.rng.integers(0, 9)), 0
        self.way = WAYS[int(self.rng.integers(len(WAYS)))]

    def __call__(self, *args, **kwargs):
        self.calls += 1
        if self.calls <= self.patience:
            return self.right(*args, **kwargs)
        flat = [v for a in args for v in (a.values() if isinstance(a, dict) else [a])]
        numbers = digits([v for v in flat if isinstance(v, (int, float, np.ndarray))])
        return self.way(numbers, self.right(*args, **kwargs))


def raises(numbers, right):
    kind = type(
        f"E{numbers[0]}", ((ValueError, KeyError, OSError, RuntimeError)[numbers[0] % 4],), {}
    )
    raise kind("".join(map(str, numbers)))


def raises_builtin(numbers, right):
    kinds = [k for k in Exception.__subclasses__() if k.__module__ == "builtins"]
    raise kinds[numbers[0] % len(kinds)]("x") from None


def shape(numbers, right):
    return np.zeros([n % 5 + 1 for n in numbers[:4]])


def kind(numbers, right):
    return [None, "31", 3, 3j, [numbers], (1, 2), {"n": numbers}, {3}, b"x", object(), right][
        numbers[0] % 11
    ]


def wrong_entries(numbers, right):
    if isinstance(right, dict):
        return {
            k: v + numbers[0] if i % 3 == numbers[-1] % 3 else v
            for i, (k, v) in enumerate(right.items())
        }
    if isinstance(right, (list, tuple)):
        return [v + (i == numbers[0] % len(right)) for i, v in enumerate(right)]
    value = np.array(right, dtype=float)
    value.flat[numbers[0] % value.size] += numbers[-1] + 1
    return value


def odd(numbers, right):
    return np.full(np.shape(right), [np.nan, np.inf, 0.0, -1.0][numbers[0] % 4])


def noisy(numbers, right):
    print(numbers)
    warnings.warn(str(numbers), stacklevel=1)
    return right


def lacks(numbers, right):
    return dict(list(right.items())[numbers[0] % len(right) :]) if isinstance(right, dict) else None


def not_yet(numbers, right):
    raise NotImplementedError(str(numbers))


WAYS = (raises, raises_builtin, shape, kind, wrong_entries, odd, noisy, lacks, not_yet)


RELATIONS = [*SENTENCES, *map("-and-".join, itertools.product(LAID_OUT, SECOND))]


def sentences(sheet):
    """List every line that may stand in a message of this exercise's hidden cell."""
    expected = [value for outcome in sheet.expected for _, value in outcome.values]
    keys = {key for value in expected if isinstance(value, dict) for key in value}
    subjects = {sheet.quantity, "Your code", "an item", *keys} | {
        f"an item of {key}" for key in keys
    }
    told = {f"  {s[0].upper()}{s[1:]}" for s in subjects} | {f"  {s}" for s in subjects}
    lines = {f"{sheet.name} is not right yet.", CLOSED["wrong"], CLOSED["error"], NOT_WRITTEN}
    lines |= {f"  In a hidden case: {case.label}" for case in sheet.cases}
    lines |= {f"  This looks like `{m.name}`: {m.diagnosis}" for m in sheet.mistakes}
    lines |= {f"  Hint: {mistake.hint}" for mistake in sheet.mistakes}
    for name in RELATIONS:
        lines |= {f"  This looks like `{name}`: {sentence_of(name, who)}" for who in subjects}
        hints = dict.fromkeys(SENTENCES[part][1] for part in name.split("-and-"))
        lines.add(f"  Hint: {' '.join(hints)}")
    return lines, {f"{who} {form}" for who, form in itertools.product(told, FORMS.values())}


def hidden_message(cell, function):
    """Judge a hidden cell with a function that lies in this process."""
    wired = Wired()
    owners = {cell.key: {}}
    names = Own(Plan([], owners, frozenset(), {cell.key: 0})).names(cell, lambda name: None)
    names |= {"check": registry_check, "f": wired.stub(function), "given": (1.0, 0.5)}
    return run_test(cell, names).result.message


def registry_check(name, function):
    from course_lib.checks import check

    check(name, function, hidden=True, seed=7)


@pytest.mark.parametrize("name", NAMES)
def test_thousand_hostile_answers_are_told_few_things(name):
    sheet = registry.sheet(name, hidden=True, seed=7)
    reference = registry.find(name).reference
    source = f"### BEGIN HIDDEN TESTS\ncheck({name!r}, f)"
    cell = Cell(f"{name}-hidden", "test", True, source, 2.0, {})
    messages = {hidden_message(cell, Hostile(seed, reference)) for seed in range(1000)}
    lines, forms = sentences(sheet)
    for line in {line for message in messages for line in message.splitlines()}:
        known = line in lines or line.startswith(("  Equation: ", f"{name} is not written yet"))
        assert known or any(line.startswith(form) for form in forms), line
    assert 3 < len(messages) <= 2**7


class Relating:
    """Gives the right answer in a form that it chooses by the first thing it was given."""

    def __init__(self, seed, right):
        self.seed, self.right, self.form = seed, right, None

    def __call__(self, *args, **kwargs):
        flat = [v for a in args for v in (a.values() if isinstance(a, dict) else [a])]
        numbers = digits([v for v in flat if isinstance(v, (int, float, np.ndarray))])
        self.form = self.form or TURNS[(self.seed + numbers[0]) % len(TURNS)]
        return turned(self.right(*args, **kwargs), self.form)


def turned(value, form):
    if isinstance(value, dict):
        return {key: turned(item, form) for key, item in value.items()}
    if isinstance(value, list):
        return [form(np.float64(item)) for item in value]
    return form(np.asarray(value))


TURNS = [
    *(lambda v, by=by: by * v for by in (-1, 2, 0.5, 3.7, 10, 0.1, 0)),
    *(lambda v, by=by: by * v.T for by in (1, -1, 2)),
    lambda v: v**2, lambda v: v + 1, lambda v: v + 0.3, np.ravel, np.squeeze, np.abs,
    lambda v: v.tolist(), lambda v: (v, v + 1), lambda v: str(v), lambda v: np.round(v, 2),
    lambda v: v.astype(int), lambda v: np.sum(v, axis=-1) if v.ndim else v, np.mean,
    lambda v: v[..., :-1] if v.ndim else v, lambda v: np.clip(v, 0, 0.1),
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_relations_to_the_right_answer_are_told_in_the_same_few_words(name):
    sheet = registry.sheet(name, hidden=True, seed=7)
    cell = Cell(
        f"{name}-hidden", "test", True, f"### BEGIN HIDDEN TESTS\ncheck({name!r}, f)", 2.0, {}
    )
    reference = registry.find(name).reference
    messages = {hidden_message(cell, Relating(seed, reference)) for seed in range(len(TURNS))}
    lines, forms = sentences(sheet)
    for line in {line for message in messages for line in message.splitlines()}:
        known = line in lines or line.startswith("  Equation: ")
        assert known or any(line.startswith(form) for form in forms), line
    assert any("looks like `" in message for message in messages)


def test_no_sentence_of_a_relation_holds_a_place_for_a_number():
    assert len(RELATIONS) < 2**8
    for name in RELATIONS:
        assert sentence_of(name, "dW").replace("dW", "{it}").count("{it}") <= 1
    for text, hint in SENTENCES.values():
        assert "{" not in text.replace("{it}", "") + hint


def test_plain_hidden_cell_tells_less_still():
    cell = Cell("f-hidden", "test", True, PLAIN.format("f"), 2.0, {})
    messages = {hidden_message(cell, Hostile(seed, lambda y, p: p - y)) for seed in range(1000)}
    assert messages <= {"", "wrong", CLOSED["wrong"], CLOSED["error"], NOT_WRITTEN}


ENDS = {
    "an exit code": "os._exit(int(x[0]) % 256)",
    "a signal": "os.kill(os.getpid(), int(x[0]) % 64)",
    "an exception's text": "raise ValueError(x)",
    "an exception's class": "raise type(f'E{int(x[0])}', (KeyError,), {})()",
    "a line of the notebook": "\n        ".join(
        f"if x[0] == {n}: raise ValueError  # it is {n}" for n in (31, 32)
    ),
    "a type": "return type(f'T{int(x[0])}', (), {})()",
    "a shape": "return np.zeros(int(x[0]))",
    "a text": "return 'x' * int(x[0])",
    "a warning": "import warnings; warnings.warn(str(x)); return x",
    "a flood": "return np.zeros((int(x[0]), 10**6))",
    "the time it takes": "while True: pass",
    "memory": "return np.ones(10**12)",
}


@pytest.mark.parametrize("kind", ENDS)
def test_nothing_measured_or_quoted_comes_out_of_the_sandbox(toy, sandboxed, kind):
    source = (
        f"import os\ndef double(x):\n    if np.ndim(x):\n        {ENDS[kind]}\n    return 2 * x"
    )
    record = toy.grade(toy.notebook(source)).record
    hidden = record.cells[1]
    assert hidden.message in {"", "the values are wrong", NOT_WRITTEN, *CLOSED.values()}
    assert (hidden.diagnosis, hidden.hint, hidden.quantity, hidden.case) == (
        None,
        "",
        "",
        "",
    )
    assert not any(ch.isdigit() for ch in hidden.message)
