"""Each test cell sees the notebook as it stands at that cell, whatever other questions did."""

from dataclasses import replace

import pytest

from course_lib.grading.examine.examiner import Examiner
from course_lib.grading.examine.session import Session
from course_lib.grading.inside.states import names_in, only_defines

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
        "def f():\n    '''The global minimum.'''",
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
        "def f():\n    global x\n    x = 1",
        "def f():\n    globals()['x'] = 1",
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
        "def g():\n    global x\n    x = 1",
        "%time \N{MATHEMATICAL ITALIC SMALL F}(1)",
        "\N{MATHEMATICAL ITALIC SMALL F}(1)",
    ],
)
def test_code_that_may_reach_a_name_mentions_it(before):
    assert only_defines("def f(): pass", set(names_in(before))) is None


def test_answers_of_definitions_need_no_copy_of_the_notebook(states):
    assert states("def double(x):\n    return 2 * x", TRIPLE) == (["passed"] * 3, 0)


def test_later_cell_does_not_mend_or_spoil_an_earlier_answer(states):
    again = f"{TRIPLE}\ndef double(x):\n    return {{}} * x"
    right, wrong = "def double(x):\n    return 2 * x", "def double(x):\n    return x"
    assert states(right, again.format(0)) == (["passed"] * 3, 1)
    assert states(wrong, again.format(2)) == (["wrong", "wrong", "passed"], 1)


@pytest.mark.parametrize("call", ["helper(x)", "globals()['help' + 'er'](x)"])
def test_later_helper_is_not_there_yet(states, call):
    later = f"{TRIPLE}\ndef helper(x):\n    return 2 * x"
    assert states(f"def double(x):\n    return {call}", later) == (["error", "error", "passed"], 1)


def test_later_variable_is_not_there_yet(states):
    source = "factor = 2\ndef double(x):\n    return factor * x"
    assert states(source, f"{TRIPLE}\nfactor = 5") == (["passed"] * 3, 1)


@pytest.mark.parametrize(
    ("double", "triple"),
    [
        ("global one; one = 0\n    return 2 * x", "return 3 * x * one"),
        ("return 2 * x * one", "global one; one = 0\n    return 3 * x"),
    ],
)
def test_variable_that_one_answer_changes_is_as_it_was_for_the_other(states, double, triple):
    double = f"one = 1\ndef double(x):\n    {double}"
    assert states(double, f"def triple(x):\n    {triple}") == (["passed"] * 3, 1)


@pytest.mark.parametrize(
    ("body", "status"), [("while True: pass", "timeout"), ("import os; os._exit(1)", "crashed")]
)
def test_every_question_has_its_own_fate_after_a_shared_state_was_lost(states, body, status):
    double, triple = (f"def {name}(x):\n    {body}" for name in ("double", "triple"))
    assert states(double, triple)[0] == [status] * 3
    assert states(double, TRIPLE)[0] == [status, status, "passed"]


BUSY = "t = time.process_time()\n    while time.process_time() < t + 0.3: pass"
BIG = "kept.append(np.ones(10**7))"


@pytest.mark.parametrize(
    ("before", "double", "triple"),
    [
        ("import time", BUSY, BUSY),
        ("kept = []", BIG, BIG),
        ("", "np.seterr(all='raise')", "np.log(np.zeros(1))"),
        ("np.random.seed(1)", "np.random.rand()", "assert int(1000 * np.random.rand()) == 417"),
        ("import random; random.seed(1)", "", "assert int(1000 * random.random()) == 134"),
        ("import random; random.seed(1)", "random.random()", "assert random.random() < 0.14"),
    ],
)
def test_right_answer_does_not_suffer_from_another_one(states, quick, before, double, triple):
    double = f"{before}\ndef double(x):\n    {double}\n    return 2 * x"
    triple = f"def triple(x):\n    {triple}\n    return 3 * x"
    limits = replace(quick, notebook_cpu=0.0)  # a second for each process
    assert states(double, triple, limits=limits)[0] == ["passed"] * 3


def test_restarts_for_dying_cells_are_not_used_up_by_a_lost_state(toy, sandboxed):
    extra = tuple(toy.code(f"own{k}", "import os; os._exit(1)") for k in range(3))
    outcomes = toy.outcomes(toy.notebook("def double(x):\n    while True: pass", extra))
    assert list(outcomes.values()) == ["timeout", "timeout", "passed"]


def three_answers(toy, first):
    """Make a notebook of three exercises, two of which share a state."""
    sources = [
        f"def f0(x):\n    {first}",
        "def f1(x):\n    return x",
        "y = 1\ndef f2(x):\n    return x",
    ]
    cells = []
    for k, source in enumerate(sources):
        hidden = f"### BEGIN HIDDEN TESTS\nassert f{k}(2) == 2"
        cells.append(toy.answer(f"f{k}", source))
        cells.append(toy.test_cell(f"f{k}-visible", f"assert f{k}(1) == 1", 1))
        cells.append(toy.test_cell(f"f{k}-hidden", hidden, 1))
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    toy.write("solutions/toy/toy.ipynb", notebook)
    return notebook


def test_no_visible_test_is_asked_after_a_hidden_one(toy, sandboxed, monkeypatch):
    asked = []
    judge = Examiner.judge
    monkeypatch.setattr(
        Examiner, "judge", lambda self, *rest: asked.append(rest[-1].key) or judge(self, *rest)
    )
    toy.outcomes(three_answers(toy, "import os; os._exit(1)"))
    assert len(set(asked)) == 6
    assert asked == sorted(asked, key=lambda key: key.endswith("hidden"))


def test_no_cell_runs_after_a_hidden_test_was_asked(toy, sandboxed, monkeypatch):
    done = []
    run, fork = Session.run, Session.fork
    monkeypatch.setattr(Session, "run", lambda *rest: done.append("run") or run(*rest))
    monkeypatch.setattr(Session, "fork", lambda *rest: done.append(rest[1]) or fork(*rest))
    toy.outcomes(three_answers(toy, "import os; os.kill(-1, 9)"))
    last = len(done) - done[::-1].index("run")
    assert done.count("ask") == 6
    assert "ask" not in done[:last]


EFFECTS = {
    "a list": ("kept = [1]", "kept.append(1)", "len(kept) == 1"),
    "a dict": ("kept = {'n': 1}", "kept['n'] = 2", "kept['n'] == 1"),
    "an array": ("kept = np.ones(3)", "kept[:] = 0", "kept.sum() == 3"),
    "a default argument": (
        "def helper(n, seen=[]):\n    seen.append(n)\n    return seen",
        "helper(1)",
        "helper(2) == [2]",
    ),
    "an attribute of a function": (
        "def helper(): pass\nhelper.n = 1",
        "helper.n = 2",
        "helper.n == 1",
    ),
    "an attribute of a class": ("class A:\n    n = 1", "A.n = 2", "A.n == 1"),
    "a cache": (
        "import functools\n@functools.cache\ndef helper(n):\n    return object()",
        "helper(1)",
        "helper.cache_info().misses == 0",
    ),
    "a generator object": ("numbers = iter(range(9))", "next(numbers)", "next(numbers) == 0"),
    "a random generator": (
        "rng = np.random.default_rng(1)",
        "rng.normal()",
        "abs(rng.normal() - 0.345584192064786) < 1e-12",
    ),
    "a setting of NumPy": (
        "",
        "np.set_printoptions(precision=1)",
        "np.get_printoptions()['precision'] == 8",
    ),
    "an error setting": ("", "np.seterr(divide='raise')", "np.geterr()['divide'] != 'raise'"),
    "a module": ("import math", "math.pi = 3", "math.pi > 3.14"),
    "the environment": ("import os", "os.environ['MODE'] = 'fast'", "'MODE' not in os.environ"),
    "the search path": ("import sys", "sys.path.insert(0, '/x')", "'/x' not in sys.path"),
    "a file": ("import os", "open('notes.txt', 'a').write('x')", "not os.path.exists('notes.txt')"),
    "a file that was there": (
        "open('notes.txt', 'w').write('x')",
        "open('notes.txt', 'a').write('x')",
        "open('notes.txt').read() == 'x'",
    ),
    "the folder": (
        "import os\nhome = os.getcwd()\nos.mkdir('sub')",
        "os.path.isdir('sub') and os.chdir('sub')",
        "os.path.isdir('sub')",
    ),
}


@pytest.mark.parametrize("kind", EFFECTS)
def test_effect_of_one_question_is_unknown_to_every_other(states, kind):
    before, effect, untouched = EFFECTS[kind]
    double = f"import numpy as np\n{before}\ndef double(x):\n    {effect}\n    return 2 * x"
    triple = f"def triple(x):\n    return 3 * x if {untouched} else 0"
    assert states(double, triple)[0] == ["passed"] * 3


def test_cell_is_not_blamed_for_what_ended_before_it_was_run(toy, sandboxed):
    extra = (toy.code("own", "import inside.student as s\ns.only_defines = lambda *rest: 1 / 0"),)
    record = toy.grade(toy.notebook(extra=extra)).record
    assert [cell.status for cell in record.cells] == ["passed"] * 3
    assert record.flags == []


def test_function_of_a_later_question_is_another_one(toy, sandboxed):
    source = "from functools import cache\n@cache\ndef at(f, x):\n    return f(x)"
    cells = [
        toy.answer("at", source),
        toy.test_cell("at-visible", "assert at(lambda x: x, 1) == 1", 1),
        toy.test_cell("at-hidden", "assert at(lambda x: 2 * x, 1) == 2", 1),
    ]
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    toy.write("solutions/toy/toy.ipynb", notebook)
    assert toy.outcomes(notebook) == {"at-visible": "passed", "at-hidden": "passed"}


def test_instructors_definition_does_not_stand_in_for_a_missing_answer(toy, sandboxed):
    right = "def double(x):\n    return 2 * x"
    lie = "import inside.student as s\ns.only_defines = lambda *rest: []"

    def notebook(answer):
        cells = [
            toy.answer("double", answer),
            toy.test_cell("double-visible", "assert double(2) == 4", 1),
            toy.code("given", right, locked=True, solution=False, grade=False),
        ]
        return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}

    toy.write("solutions/toy/toy.ipynb", notebook(right))
    assert toy.outcomes(notebook(right)) == {"double-visible": "passed"}
    assert toy.outcomes(notebook(lie)) == {"double-visible": "error"}
