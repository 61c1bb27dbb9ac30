"""In-place changes of student code: what a test cell sees of them, and what is put back."""

import copy
from collections import Counter, deque

import numpy as np
import pytest

from course_lib.grading.examine.changes import Changes

ZERO = "def f(x):\n    x[...] = 0\n    return x"
DOUBLE = "def f(x):\n    return 2 * x"
MENDED = "def f(x):\n    x *= 2\n    return x"


def test_containers_are_brought_up_to_date_for_every_holder():
    params = {"W": np.zeros(2), "old": 1, "sizes": [1, 2]}
    sizes, changes = params["sizes"], Changes()
    changes.show(params, {"W": np.zeros(2), "new": 2, "sizes": [1, 2, 3]}, expected=True)
    assert (list(params), sizes) == (["W", "new", "sizes"], [1, 2, 3])
    changes.undo()
    assert (list(params), params["sizes"] is sizes, sizes) == (["W", "old", "sizes"], True, [1, 2])


CHANGED = {
    "array": (np.zeros(2), np.full(2, 5.0)),
    "list": ([1, 2], [2]),
    "dict": ({"a": 1}, {"a": 2}),
    "set": ({1}, {1, 2}),
    "bytearray": (bytearray(b"a"), bytearray()),
    "deque": (deque([1]), deque([2])),
    "counter": (Counter("a"), Counter("ab")),
}


@pytest.mark.parametrize("expected", [True, False])
@pytest.mark.parametrize("kind", CHANGED)
def test_what_was_passed_is_written_to_only_where_that_is_expected(kind, expected):
    mine, theirs = copy.deepcopy(CHANGED[kind])
    before = copy.deepcopy(mine)
    changes = Changes()
    changes.show([{"it": mine}], [{"it": theirs}], expected)
    assert np.array_equal(mine, theirs if expected else before)
    assert changes.withheld is not expected
    changes.undo()
    assert np.array_equal(mine, before)


@pytest.fixture
def judged(toy, sandboxed):
    """Grade one answer by one test cell; give the status."""

    def notebook(answer, test):
        cells = [
            toy.code("setup", "import numpy as np"),
            toy.answer("f", answer),
            toy.test_cell("f-visible", test, 1),
        ]
        return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}

    def judge(answer, test, solved=None):
        toy.write("solutions/toy/toy.ipynb", notebook(solved or answer, test))
        return toy.outcomes(notebook(answer, test))["f-visible"]

    return judge


@pytest.mark.parametrize(
    "test",
    [
        "x = np.ones(3)\nassert np.allclose(f(x), 2 * x)",
        "x = np.ones(3)\ny = f(x)\nassert np.allclose(y, 2 * x)",
        "x = [np.ones(3)]\nassert np.allclose(f(x[0]), 2 * x[0])",
        "x = {'W': np.ones(3)}\nassert np.allclose(f(x['W']), 2 * x['W'])",
        "x = np.ones(3)\nfor _ in range(2):\n    assert np.array_equal(f(x), x + x)",
        "x = np.ones((2, 2))\nassert np.allclose(f(x[0]), 2 * x[0])",
    ],
)
def test_function_that_clears_its_input_does_not_pass(judged, test):
    assert judged(ZERO, test, solved=DOUBLE) == "wrong"
    assert judged(DOUBLE, test) == "passed"


@pytest.mark.parametrize(
    "clear", ["x.clear()", "x[:] = []", "x.clear(); x.extend([])", "while x: x.pop()"]
)
def test_function_that_empties_its_list_does_not_pass(judged, clear):
    test = "x = [1, 2]\nassert f(x) == [2 * v for v in x]"
    right = "def f(x):\n    return [2 * v for v in x]"
    assert judged(f"def f(x):\n    {clear}\n    return x", test, solved=right) == "wrong"
    assert judged(right, test) == "passed"


@pytest.mark.parametrize(
    "test",
    [
        "x = np.ones(3)\nassert f(x)[0] == 2\nassert x[0] == 1, 'the input was changed'",
        "x = np.ones(3)\nbefore = x.copy()\nf(x)\nassert np.array_equal(x, before)",
    ],
)
def test_test_that_the_input_is_unchanged_sees_the_change(judged, test):
    assert judged(MENDED, test, solved=DOUBLE) == "wrong"
    assert judged(DOUBLE, test) == "passed"


def test_result_that_is_the_argument_itself_is_known_as_such(judged):
    test = "x = [3, 1]\ny = f(x)\nassert y == [1, 3]\nassert y is not x"
    right = "def f(x):\n    return sorted(x)"
    assert judged(right, test) == "passed"
    assert judged("def f(x):\n    x.sort()\n    return x", test, solved=right) == "wrong"
    same = "x = [3, 1]\nassert f(x) is x and x == [1, 3]"
    assert judged("def f(x):\n    x.sort()\n    return x", same) == "passed"


@pytest.mark.parametrize(
    ("answer", "test"),
    [
        ("def f(x):\n    x.sort()", "x = [3, 1, 2]\nf(x)\nassert x == [1, 2, 3]"),
        (
            "def f(x):\n    x.sort()",
            "x = np.array([3, 1, 2])\nf(x)\nassert x.tolist() == [1, 2, 3]",
        ),
        ("def f(x):\n    x *= 2", "x = np.ones(2)\nassert f(x) is None and x.sum() == 4"),
        ("def f(x):\n    return x.pop()", "x = [1, 2]\nassert f(x) == 2 and x == [1]"),
        ("def f(d):\n    d['n'] = 1\n    return d", "d = {}\nf(d)\nassert d == {'n': 1}"),
        (MENDED, "assert np.allclose(f(np.ones(3)), [2, 2, 2])"),
    ],
)
def test_functions_meant_to_change_their_input_pass(judged, answer, test):
    assert judged(answer, test) == "passed"


def test_nothing_of_the_examiner_is_changed_for_the_next_student(judged, monkeypatch):
    monkeypatch.setattr("course_lib.checks.functions.shared", np.ones(2), raising=False)
    test = "from course_lib.checks.functions import shared\n"
    cleared = judged("def f(x):\n    x[:] = 7", f"{test}f(shared)\nassert shared[0] == 7")
    assert cleared == "passed"
    assert judged("def f(x):\n    return x", f"{test}assert f(shared)[0] == 1") == "passed"
