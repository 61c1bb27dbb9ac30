# ruff: noqa: E501 (sources of notebooks are one line each)
"""What the examiner says of honest, wrong and unlucky notebooks."""

import os

import pytest

from course_lib.checks import registry
from course_lib.grading.examine.examiner import CLOSED


@pytest.fixture
def asked(toy, sandboxed):
    """Grade an assignment of one answer and one test cell; give the test cell's record."""

    def ask(answer, test, name="f", **settings):
        cells = [
            toy.code("setup", "import numpy as np"),
            toy.answer(name, answer),
            toy.test_cell(f"{name}-visible", test, 4),
        ]
        toy.write(
            "solutions/toy/toy.ipynb",
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells},
        )
        notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
        return toy.grade(notebook, **settings).record.cells[0]

    return ask


def test_right_answer_passes(graded):
    assert graded("def double(x):\n    return x + x") == {
        "double-visible": "passed", "double-hidden": "passed", "triple-visible": "passed",
    }  # fmt: skip


def test_wrong_answer_is_wrong(graded):
    assert graded("def double(x):\n    return x")["double-visible"] == "wrong"


def test_changing_the_input_is_seen(graded):
    assert graded("def double(x):\n    x *= 2\n    return x")["double-hidden"] == "wrong"


def test_exception_is_an_error(graded):
    assert graded("def double(x):\n    return 1 / 0")["double-visible"] == "error"


def test_missing_name_is_an_error(graded):
    assert graded("doubel = 1")["double-visible"] == "error"


def test_a_cell_that_python_cannot_read_is_told_in_visible_cells_alone(toy, sandboxed):
    record = toy.grade(toy.notebook("def double(x)\n    return 2 * x")).record
    visible, hidden = record.cells[:2]
    assert visible.message.startswith("Its cell stops with SyntaxError: expected ':'")
    assert "Hint: `def`, `if`, `else` and `for` end with a `:`." in visible.message
    assert (hidden.status, hidden.message) == ("error", CLOSED["error"])


def test_hints_and_notes_on_code_come_out_of_the_sandbox_as_in_a_notebook(asked):
    imports = "from course_lib.checks import check\ncheck('relu', relu)"
    wrong = "z0 = np.ones(3)\ndef relu(z):\n    return np.maximum(0, z0)"
    assert "By the way: `z0` is no parameter" in asked(wrong, imports, name="relu").message
    message = asked("def relu(z):\n    return np.max(0, z)", imports, name="relu").message
    assert "Your line 2: return np.max(0, z)" in message
    assert "Hint: `np.max` takes one array and an axis." in message


def test_warnings_and_prints_cost_nothing(graded):
    source = (
        "import sys, warnings\ndef double(x):\n    warnings.warn('odd')\n"
        "    print('x')\n    print('y', file=sys.stderr)\n    np.log(np.zeros(1))\n    return 2 * x"
    )
    assert graded(source)["double-hidden"] == "passed"


@pytest.mark.parametrize(
    ("fault", "status"),
    [("os._exit(1)", "crashed"), ("time.sleep(99)", "timeout"), ("while True: pass", "timeout")],
)
def test_fate_of_the_visible_cell_leaves_the_hidden_one(graded, fault, status):
    source = f"import os, time\ndef double(x):\n    if isinstance(x, int):\n        {fault}\n    return 2 * x"
    assert graded(source) == {
        "double-visible": status, "double-hidden": "passed", "triple-visible": "passed",
    }  # fmt: skip


def test_calls_of_one_test_cell_are_unknown_to_the_next(graded):
    source = "calls = []\ndef double(x):\n    calls.append(x)\n    return 2 * x if len(calls) < {} else x"
    assert graded(source.format(2))["double-visible"] == "wrong"  # it makes two calls
    assert graded(source.format(2))["double-hidden"] == "passed"  # it makes one


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("while True: pass", "timeout"),
        ("import time; time.sleep(60)", "timeout"),
        ("return np.ones(10**12)", "memory"),
        ("import os; os._exit(0)", "crashed"),
        ("import os; os.kill(os.getpid(), 11)", "crashed"),
        ("import sys; sys.exit(0)", "error"),
        ("return double(x)", "error"),
    ],
)
def test_fate_of_one_question_leaves_the_others(graded, body, status):
    outcomes = graded(f"def double(x):\n    {body}")
    assert (outcomes["double-visible"], outcomes["triple-visible"]) == (status, "passed")


@pytest.mark.parametrize("source", ["while True: pass", "import os; os._exit(1)"])
def test_cell_that_ends_the_notebook_costs_itself_only(graded, source):
    assert graded(source)["triple-visible"] == "passed"


def test_last_number_of_a_test_cell_is_partial_credit(asked):
    cell = asked("def f(x):\n    return x", "points = 3 if f(1) == 1 else 0\npoints")
    assert (cell.status, cell.points) == ("passed", 3.0)


def test_number_returned_by_the_student_is_no_credit(asked):
    cell = asked("def f():\n    return 1.5", "assert True\nf()")
    assert cell.points == 4.0


def test_expected_exception_passes(asked):
    test = "try:\n    f(0)\n    assert False\nexcept ValueError as error:\n    assert str(error) == 'no'"
    assert asked("def f(x):\n    raise ValueError('no')", test).status == "passed"


def test_callback_reaches_the_examiners_function(asked):
    test = "seen = []\nassert f(lambda x: seen.append(x) or x**2, 3.0) == 9.0\nassert seen == [3.0]"
    assert asked("def f(g, x):\n    return g(x)", test).status == "passed"


def test_exception_of_a_callback_reaches_the_student(asked):
    answer = "def f(g):\n    try:\n        g()\n    except RuntimeError:\n        return 'caught'"
    test = "def g():\n    raise RuntimeError\nassert f(g) == 'caught'"
    assert asked(answer, test).status == "passed"


def test_class_is_used_through_stubs(asked):
    answer = (
        "class f:\n    def __init__(self, n): self.n = n; self.seen = []\n"
        "    def add(self, k=1): self.n += k; self.seen.append(k); return self.n"
    )
    test = "a, b = f(1), f(10)\nassert a.add(k=2) == 3 and b.add() == 11\n"
    test += "a.n = 5\nassert a.add() == 6 and a.seen == [2, 1] and b.n == 11"
    assert asked(answer, test).status == "passed"


def test_generator_argument_moves_on_both_sides(asked):
    test = "a, b = np.random.default_rng(3), np.random.default_rng(3)\n"
    test += "assert np.array_equal(f(a), b.normal(size=4))\nassert a.normal() == b.normal()"
    assert asked("def f(rng):\n    return rng.normal(size=4)", test).status == "passed"


def test_students_generator_function_can_be_iterated(asked):
    test = "assert [list(pair) for pair in f(2)] == [[0, 1], [1, 2]]"
    assert asked("def f(n):\n    for k in range(n): yield k, k + 1", test).status == "passed"


def test_value_of_unknown_type_is_explained(asked):
    cell = asked("def f():\n    return np.ma.array([1])", "assert f() == 1")
    assert (cell.status, "type MaskedArray" in cell.message) == ("wrong", True)


def test_hidden_input_is_not_in_the_message(toy, sandboxed):
    record = toy.grade(toy.notebook("def double(x):\n    raise ValueError(x)")).record
    assert "31." not in str(record.cells[1])


def test_variables_of_read_only_cells_are_the_examiners(toy, sandboxed):
    cells = [
        toy.code("data", "X = 5", grade=False, solution=False, locked=True),
        toy.answer("f", "def f(x):\n    return x"),
        toy.test_cell("f-visible", "assert f(1) == X", 1),
    ]
    source = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    toy.write("solutions/toy/toy.ipynb", source)
    forged = {**source, "cells": [dict(cells[0], source="X = 1"), *cells[1:]]}
    forged["cells"].insert(2, {"cell_type": "code", "metadata": {}, "source": "X = 1"})
    assert toy.outcomes(forged) == {"f-visible": "wrong"}


def test_student_names_are_not_taken_from_the_instructors_imports(toy, sandboxed):
    cells = [
        toy.code("setup", "from math import sqrt"),
        toy.answer("sqrt", "def sqrt(x):\n    return x"),
        toy.test_cell("sqrt-visible", "assert sqrt(4) == 2", 1),
    ]
    source = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    toy.write("solutions/toy/toy.ipynb", source)
    assert toy.outcomes(source) == {"sqrt-visible": "wrong"}


def test_same_seed_gives_the_same_record(toy, sandboxed):
    source = "noise = np.random.rand()\ndef double(x):\n    return 2 * x if noise < 0.5 else x"
    verdicts = [toy.outcomes(toy.notebook(source), seed=seed) for seed in (1, 1, 2, 2)]
    assert verdicts[0] == verdicts[1]
    assert verdicts[2] == verdicts[3]


def test_plot_is_in_the_graded_notebook(toy, sandboxed):
    own = toy.code("mine", "plt.plot([0, 1]); plt.show()")
    notebook = toy.grade(toy.notebook(extra=(own,))).notebook
    assert any(
        "image/png" in o.get("data", {}) for c in notebook["cells"] for o in c.get("outputs", ())
    )


def test_seed_reaches_hidden_cases_and_nothing_else(toy, sandboxed, monkeypatch):
    monkeypatch.setenv("COURSE_SEED", "an author's")
    cells = [
        toy.answer("f", "def f():\n    return 0"),
        toy.code("setup", "from course_lib.checks import registry"),
        toy.test_cell("f-visible", "assert registry.chosen_seed(None) == '77'", 1),
    ]
    source = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    toy.write("solutions/toy/toy.ipynb", source)
    assert toy.outcomes(source, seed=77) == {"f-visible": "passed"}
    assert os.environ["COURSE_SEED"] == registry.chosen_seed(None) == "an author's"


def test_array_comparison_uses_plain_arrays(asked):
    test = "got = f()\nassert type(got) is np.ndarray and got.dtype == np.float64"
    assert asked("def f():\n    return np.zeros(2)", test).status == "passed"
