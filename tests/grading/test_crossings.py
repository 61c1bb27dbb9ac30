"""Students' objects are asked only what, and only where, the solved notebook's own objects were."""

import types

import pytest
from matplotlib.axes import Axes

from course_lib.grading import work
from course_lib.grading.examine.crossings import Crossings, NotAsked
from course_lib.grading.examine.names import StudentNames
from course_lib.grading.examine.stubs import claim
from course_lib.grading.record import CellResult

VEC = (
    "class Vec:\n    def __init__(self, x): self.x = x\n"
    "    def __eq__(self, o): return {}\n    __hash__ = None\n"
)
SOLVED = {
    "vec": VEC.format("self.x == o.x"),
    "double": "def double(x):\n    return 2 * x",
}
TEST = "a = Vec(1) == Vec(1), Vec(1) == Vec(2)\nassert a == (True, False)\nassert double(2) == 4"


@pytest.fixture
def judged(toy, sandboxed):
    """Grade two answers by one test cell that is solved with `SOLVED`."""

    def notebook(test, answers):
        cells = [toy.answer(key, source) for key, source in answers.items()]
        cells.append(toy.test_cell("vec-test", test, 1))
        return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}

    def judge(test=TEST, **answers) -> CellResult:
        toy.write("solutions/toy/toy.ipynb", notebook(test, SOLVED))
        return toy.grade(notebook(test, SOLVED | answers)).record.cells[0]

    return judge


def test_object_is_compared_where_the_right_answer_is_one(judged):
    assert judged().status == "passed"


@pytest.mark.parametrize("word", ["True", "False", "o.x < 9", "self"])
def test_its_own_word_counts_there(judged, word):
    assert judged(vec=VEC.format(word)).status in ("wrong", "error")


def test_object_is_asked_nothing_where_the_right_answer_is_plain(judged):
    liar = f"{VEC.format('True')}def double(x):\n    return Vec(x)"
    assert judged(double=liar).status == "wrong"
    swapped = "assert 4 == double(2)"
    assert judged(swapped, double=liar).status == "wrong"


@pytest.mark.parametrize(
    "test",
    [
        "assert double('a').startswith('aa')",
        "assert abs(double(2) - 4) < 1e-9",
        "assert 4 in [double(2)]",
        "assert not double(2) - 4",
        "import math\nassert math.isclose(double(2), 4)",
        "assert f'{double(2)}' == '4' and str(double(2)) == '4'",
        "assert sum([double(2), -4]) == 0",
        "assert double(2) in {4} and double(2) <= 4 <= double(2)",
        "assert int(double(2)) == 4 and float(double(2)) == 4.0 and round(double(2)) == 4",
        "assert isinstance(double(2), int)",
    ],
)
def test_object_that_complies_with_all_does_not_pass_for_a_value(judged, test):
    complies = (
        "class Any:\n    def yes(self, *a): return True\n    def zero(self, *a): return 0\n"
        "    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = yes\n"
        "    __sub__ = __rsub__ = __add__ = __radd__ = __abs__ = __mod__ = zero\n"
        "    __int__ = __index__ = __round__ = lambda self, *a: 4\n"
        "    __float__ = lambda self: 4.0\n    __str__ = __repr__ = lambda self: '4'\n"
        "    __format__ = lambda self, s: '4'\n    __hash__ = lambda self: hash(4)\n"
        "    def __getattr__(self, name): return lambda *a: True\n"
        "def double(x):\n    return Any()"
    )
    assert judged(test).status == "passed"
    assert judged(test, double=complies).status in ("wrong", "error")


def test_class_that_a_student_names_is_believed_only_for_what_is_no_plain_data():
    assert claim("matplotlib.axes._axes.Axes") is Axes
    assert claim("builtins.generator") is types.GeneratorType
    plain = ("builtins.float", "builtins.int", "numpy.ndarray", "numpy.float64", "decimal.Decimal",
             "datetime.date", "fractions.Fraction", "collections.deque")  # fmt: skip
    others = ("course_lib.checks.plain.RefusedError", "no.such.Class", "os.path", "math.pi", "")
    assert {name: claim(name) for name in (*plain, *others)} == dict.fromkeys((*plain, *others))


def test_solved_notebook_is_run_for_it_once_and_only_if_needed(judged, monkeypatch):
    runs = []
    ask = work.what_is_asked
    monkeypatch.setattr(work, "what_is_asked", lambda job: runs.append(job) or ask(job))
    assert judged("assert double(3) == 6").status == "passed"
    assert runs == []
    fresh = f"{TEST}\nassert double(1) == 2"
    assert [judged(fresh).status, judged(fresh).status] == ["passed", "passed"]
    assert len(runs) == 1


def asked(crossings, source):
    """Ask for two things, each on a line of its own of an instructor's cell."""
    names = StudentNames({}.__getitem__)
    names["ask"] = crossings.demand
    exec(compile(source, "<cell>", "exec"), names)


def test_what_was_seen_on_one_line_does_not_count_on_another():
    learned = Crossings(learning=True)
    asked(learned, "ask('__eq__', 'int')\npass")
    here = Crossings(set(learned.sites))
    asked(here, "ask('__eq__', 'int')\npass")
    assert not here.refused
    with pytest.raises(NotAsked):
        asked(here, "pass\nask('__eq__', 'int')")
    with pytest.raises(NotAsked):
        asked(here, "ask('__eq__', 'str')\npass")
    assert here.refused


def test_what_a_helper_asks_counts_by_who_called_it():
    source = "def close(a): ask('__sub__', a)\n{}close('float')\n{}close('float')"
    learned = Crossings(learning=True)
    asked(learned, source.format("", "0 and "))
    asked(Crossings(learned.sites), source.format("", "0 and "))
    with pytest.raises(NotAsked):
        asked(Crossings(learned.sites), source.format("0 and ", ""))


def test_value_that_a_test_expects_is_not_told_by_its_name(toy, sandboxed):
    """Names that a cell binds reach the student only if the solved functions read them."""

    def notebook(answer):
        test = "RATE = 5\nexpected = 62\nassert price(2) == 10\nassert price(expected) == 310"
        cells = [toy.answer("price", answer), toy.test_cell("price-test", test, 1)]
        return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}

    right = "RATE = 3\ndef price(n):\n    return n * RATE"
    toy.write("solutions/toy/toy.ipynb", notebook(right))
    assert toy.outcomes(notebook(right)) == {"price-test": "passed"}
    spy = f"{right}\n    return {{2: 10}}.get(n, 5 * globals().get('expected', 0))"
    spy = spy.replace("    return n * RATE\n", "")
    assert toy.outcomes(notebook(spy)) == {"price-test": "wrong"}
