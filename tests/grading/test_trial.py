"""``course check --author`` of a plain notebook: which right answers are refused, and why."""

import json

import pytest

from course_lib.grading.trial import try_out

POLY = (
    "class Poly:\n    def __init__(self, c): self.c = c\n"
    "    def __eq__(self, o): return self.c == o.c"
)
# What cannot cross: the answer, the test cell, a word of the advice.
REFUSED = {
    "doctest": (
        "def f(x):\n    '''\n    >>> f(1)\n    1\n    '''\n    return x",
        "import doctest\ndoctest.run_docstring_examples(f, {})",
        "assert f(2) == 4",
    ),
    "a text of the student's as code": ("rule = '1 + 1'", "assert eval(rule) == 2", "globals()"),
    "pickle": (
        "import pickle\ndef f(x):\n    return pickle.dumps(x)",
        "import pickle\nassert pickle.loads(f(3)) == 3",
        "return the values",
    ),
    "a subclass in the test": (
        "class Animal:\n    def speak(self): return self.word",
        "class Cat(Animal):\n    word = 'meow'\nassert Cat().speak() == 'meow'",
        "before the answer",
    ),
    "a temporary folder": (
        "def save(p):\n    open(p, 'w').close()",
        "import tempfile, os\nwith tempfile.TemporaryDirectory() as d:\n    save(d + '/x')\n"
        "    assert os.path.exists(d + '/x')",
        "relative name",
    ),
    "the source of a class": (
        "class Box: pass",
        "import inspect\nassert 'pass' in inspect.getsource(Box)",
        "left margin",
    ),
    "what was run": ("x = 1", "assert 'x' in In[1]", "names that it binds"),
    "a package that is not allowed": (
        "import scipy\ndef f():\n    return scipy.__version__",
        "assert f()[0].isdigit()",
        "c.Examine.packages",
    ),
    "points that are not reached": ("def f():\n    return 1", "got = 0.5\ngot", "Let the right"),
}  # fmt: skip


@pytest.fixture
def tried(toy, sandboxed, monkeypatch):
    """Try out an assignment of some answers and their test cells."""
    monkeypatch.setattr("course_lib.grading.trial.choose", lambda tier: "full")
    monkeypatch.setattr("course_lib.grading.trial.close_sandbox", lambda: None)

    def try_it(*pairs):
        cells = []
        for k, (answer, test) in enumerate(pairs):
            cells += [toy.answer(f"a{k}", answer), toy.test_cell(f"a{k}-test", test, 1)]
        notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
        toy.write("solutions/toy/toy.ipynb", notebook)
        return try_out("toy", toy.root)

    return try_it


def test_each_cell_that_refuses_a_right_answer_is_named_with_what_to_write(tried):
    found = tried(*((answer, test) for answer, test, _ in REFUSED.values())).findings
    refused = {f.place: f.detail for f in found if f.kind == "right answer refused"}
    assert list(refused) == [f"a{k}-test" for k in range(len(REFUSED))]
    for (_, _, how), detail in zip(REFUSED.values(), refused.values(), strict=True):
        assert how in detail


def test_nothing_is_found_in_what_is_right(tried):
    trial = tried(("def f(x):\n    return 2 * x", "assert f(2) == 4"))
    assert (trial.findings, trial.notes) == ([], [])


def test_hidden_cell_says_why_to_its_author(tried):
    test = "### BEGIN HIDDEN TESTS\nassert f(2) == 5, 'not five'\n### END HIDDEN TESTS"
    (finding,) = tried(("def f(x):\n    return 2 * x", test)).findings
    assert "not five" in finding.detail


def test_cell_that_needs_no_answer_is_named(tried):
    (finding,) = tried(("def f(x):\n    return 2 * x", "assert True")).findings
    assert (finding.place, finding.kind) == ("a0-test", "passes without an answer")


def test_comparison_by_the_students_own_word_is_a_note(tried):
    trial = tried((POLY, "assert Poly(1) == Poly(1)"))
    assert trial.findings == []
    assert "a0-test" in trial.notes[0]
    assert "__eq__" in trial.notes[0]


def test_cell_that_cannot_run_is_named(toy, sandboxed):
    cells = [toy.code("setup", "import no_such_package"), toy.test_cell("a-test", "assert 1", 1)]
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    toy.write("solutions/toy/toy.ipynb", notebook)
    (finding,) = try_out("toy", toy.root).findings
    assert finding.kind == "source"
    assert "'setup'" in finding.detail


def test_command_tries_out_a_plain_assignment(tried, run_course):
    tried(("def f(x):\n    return 2 * x", "assert f(2) == 4"))
    done = run_course("check", "--author", "toy")
    assert (done.exit_code, done.stdout) == (0, "")
    done = run_course("check", "--author", "toy", "--json")
    assert json.loads(done.stdout) == {"assignment": "toy", "findings": []}
    assert run_course("check", "--author", "tool").exit_code == 2
