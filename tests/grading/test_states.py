"""Test cells share a state of the notebook only where each sees what it would see alone."""

import pytest

from course_lib.grading.inside.states import names_in, only_defines
from course_lib.grading.session import Session

TRIPLE = "def triple(x):\n    return 3 * x"


@pytest.fixture
def states(toy, sandboxed, monkeypatch):
    """Grade two answers; give the verdicts, and how many states of the notebook were kept."""
    kept = []
    keep = Session.keep
    monkeypatch.setattr(Session, "keep", lambda self: kept.append(self) or keep(self))

    def grade(double, triple, **settings):
        notebook = toy.notebook(double)
        cell = next(cell for cell in notebook["cells"] if cell["id"] == "triple")
        cell["source"] = triple
        kept.clear()
        return list(toy.outcomes(notebook, **settings).values()), len(kept)

    return grade


@pytest.mark.parametrize(
    "source",
    [
        "def f(x, y=1, *rest, z=None, **more):\n    return g(x)",
        "'''What follows.'''\n\ndef f(x: 'int') -> None:\n    print(x)",
        "class Layer:\n    '''A layer.'''\n    def forward(self, X):\n        return X",
        "def f(): pass\ndef g(): pass",
        "# nothing yet",
    ],
)
def test_cell_of_definitions_leaves_other_names_alone(source):
    assert only_defines(source, {"np", "sigmoid"}) is not None


@pytest.mark.parametrize(
    "source",
    [
        "x = 1",
        "import numpy",
        "f()",
        "@cache\ndef f(): pass",
        "def f(x=g()): pass",
        "def f(*, x=g()): pass",
        "def f(x: g()): pass",
        "def f(x) -> g(): pass",
        "class A(B): pass",
        "class A(metaclass=B): pass",
        "class A:\n    x = 1",
        "class A:\n    @cache\n    def f(self): pass",
        "async def f(): pass",
        "if True:\n    def f(): pass",
        "del f",
        "%run other.py",
        "def f(:",
        "(" * 300 + ")" * 300,
    ],
)
def test_cell_that_does_more_is_told(source):
    assert only_defines(source, set()) is None


@pytest.mark.parametrize(
    "before",
    [
        "f(1)",
        "def g():\n    return [f(k) for k in range(3)]",
        "def f(): pass",
        "import numpy as f",
        "from f import g",
        "model.f = 1",
        "g = lambda: (lambda: f)",
        "globals()[name]",
        "def g(name):\n    return eval(name)",
        "from __main__ import *",
        "import sys\nsys.modules[name]",
        "%run f.py",
    ],
)
def test_code_that_may_reach_a_name_mentions_it(before):
    assert only_defines("def f(): pass", set(names_in(before))) is None


def test_answers_of_definitions_share_one_state(states):
    assert states("def double(x):\n    return 2 * x", TRIPLE) == (["passed"] * 3, 1)


def test_later_cell_does_not_mend_or_spoil_an_earlier_answer(states):
    again = f"{TRIPLE}\ndef double(x):\n    return {{}} * x"
    right, wrong = "def double(x):\n    return 2 * x", "def double(x):\n    return x"
    assert states(right, again.format(0)) == (["passed"] * 3, 2)
    assert states(wrong, again.format(2)) == (["wrong", "wrong", "passed"], 2)


@pytest.mark.parametrize("call", ["helper(x)", "globals()['help' + 'er'](x)"])
def test_later_helper_is_not_there_yet(states, call):
    later = f"{TRIPLE}\ndef helper(x):\n    return 2 * x"
    assert states(f"def double(x):\n    return {call}", later) == (["error", "error", "passed"], 2)


def test_later_variable_is_not_there_yet(states):
    source = "factor = 2\ndef double(x):\n    return factor * x"
    assert states(source, f"{TRIPLE}\nfactor = 5") == (["passed"] * 3, 2)


@pytest.mark.parametrize(
    ("body", "status"), [("while True: pass", "timeout"), ("import os; os._exit(1)", "crashed")]
)
def test_every_question_has_its_own_fate_after_a_shared_state_was_lost(states, body, status):
    double, triple = (f"def {name}(x):\n    {body}" for name in ("double", "triple"))
    assert states(double, triple)[0] == [status] * 3
    assert states(double, TRIPLE)[0] == [status, status, "passed"]
