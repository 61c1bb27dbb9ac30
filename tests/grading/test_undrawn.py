"""The examiner makes no figure that no test cell can see, and misses nothing by that."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from course_lib.checks.author.student_edition import chapters
from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.examine.instructor import InstructorError, Plan, plan_of
from course_lib.grading.examine.undrawn import Picture, undrawn
from course_lib.grading.grade import grade
from course_lib.grading.results.gradebook import read_entries

ROOT = Path(__file__).resolve().parents[2]
DRAWS = "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nax.plot([1, 2])\n"


def named(plan: Plan) -> dict[str, dict[str, object]]:
    """Give who binds each name before each test cell, in what can be compared."""
    return {
        key: {name: getattr(owner, "key", owner) for name, owner in place.items()}
        for key, place in plan.owners.items()
    }


def pictured(plan: Plan) -> bool:
    """Tell whether a plan does with stand-ins."""
    return any("course_lib.grading.examine.undrawn" in s.code.co_names for s in plan.statements)


def course(toy, *cells):
    """Write a source of these cells; the test cell is the last."""
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells)}
    toy.write("solutions/toy/toy.ipynb", notebook)


@pytest.mark.parametrize("name", chapters())
def test_plan_is_the_same_without_the_figures(name):
    assignment = Assignment.find(name, ROOT)
    plan, drawn = plan_of(assignment), plan_of(assignment, draw=True)
    assert pictured(plan)
    assert not pictured(drawn)
    assert named(plan) == named(drawn)
    assert (plan.instructors, plan.places) == (drawn.instructors, drawn.places)
    assert (plan.read, plan.helpers, plan.words) == (drawn.read, drawn.helpers, drawn.words)


def test_no_chapter_brings_matplotlib_into_the_examiner():
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from course_lib.checks.author.student_edition import chapters\n"
        "from course_lib.grading import grade, work\n"
        "from course_lib.grading.examine.assignment import Assignment\n"
        "from course_lib.grading.examine.instructor import plan_of\n"
        f"for name in chapters(): plan_of(Assignment.find(name, Path({str(ROOT)!r})))\n"
        "print('matplotlib' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "False\n"


SEEN = {
    "the axes": (DRAWS, "assert ax.lines and f() == 1"),
    "what is read off them": (f"{DRAWS}count = len(ax.lines)", "assert count == f()"),
    "a list of them": (f"{DRAWS}made = []\nmade.append(ax)", "assert made[0].lines and f() == 1"),
    "a list of them, filled by a function": (
        f"{DRAWS}made = []\ndef note(one):\n    made.append(one)\nnote(ax)",
        "assert made[0].lines and f() == 1",
    ),
    "what a function reads off them": (
        f"{DRAWS}def count():\n    return len(ax.lines)",
        "assert count() == f()",
    ),
    "pyplot": (DRAWS, "assert len(plt.gcf().axes) == 0 and f() == 1"),
    "pyplot by another name": (
        DRAWS,
        "import matplotlib.pyplot as pp\nassert len(pp.gcf().axes) == 0 and f() == 1",
    ),
    "any name": (DRAWS, "assert len(globals()['ax'].lines) == f()"),
    "a value of the answer after them": (
        f"{DRAWS}ax.plot([f()])\nlater = f()",
        "assert later == 1",
    ),
}


@pytest.mark.parametrize("kind", SEEN)
def test_figures_are_made_where_a_test_cell_can_tell(toy, kind):
    source, test = SEEN[kind]
    answer = toy.answer("f", "def f():\n    return 1")
    course(toy, answer, toy.code("helper", source), toy.test_cell("f-visible", test, 1))
    assert not pictured(plan_of(toy.assignment))


def test_value_beside_figures_is_used_without_them(toy, sandboxed):
    answer = toy.answer("double", "def double(x):\n    return 2 * x")
    helper = f"{DRAWS}LIMIT = 4\nfor k, one in enumerate(plt.subplots(1, 3)[1]):\n    one.plot(k)"
    test = toy.test_cell("double-visible", "assert double(2) == LIMIT", 1)
    course(toy, answer, toy.code("helper", helper), test)
    assert pictured(plan_of(toy.assignment))
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}}
    cells = [answer, toy.code("helper", helper), test]
    assert toy.outcomes(notebook | {"cells": cells}) == {"double-visible": "passed"}


def test_cell_that_draws_and_cannot_run_stops_the_class_before_the_first_student(toy, sandboxed):
    source = toy.notebook(extra=(toy.code("helper", f"{DRAWS}ax.no_such_plot([1, 2])"),))
    toy.write("solutions/toy/toy.ipynb", source)
    assert pictured(plan_of(toy.assignment))  # which alone would not notice
    toy.submit("ada", toy.notebook())
    with pytest.raises(InstructorError, match=r"'helper'.*no_such_plot"):
        list(grade("toy", toy.root, jobs=1))
    assert read_entries(toy.root, "toy") == {}


IMPORTS = {
    "import matplotlib.pyplot as plt": {"plt"},
    "import matplotlib": {"matplotlib"},
    "import matplotlib.pyplot": {"matplotlib"},
    "from matplotlib import pyplot, ticker as t": {"pyplot", "t"},
    "from course_lib import datasets, plotting": {"plotting"},
    "from course_lib import plotting as p": {"p"},
    "from course_lib.plotting import curves": {"curves"},
    "import numpy as np, pylab": {"pylab"},
    "import matplotlib_like": set(),
    "from course_lib import plotting_like": set(),
}


@pytest.mark.parametrize("source", IMPORTS)
def test_import_of_what_draws_becomes_one_of_a_stand_in(source):
    (node,) = ast.parse(source).body
    parts = list(undrawn(node))
    names: dict[str, object] = {}
    for part, drawing in parts:
        if drawing:
            exec(compile(ast.Module([part], []), "here", "exec"), names)
    assert {name for name, value in names.items() if isinstance(value, Picture)} == IMPORTS[source]
    kept = {alias.name for part, drawing in parts if not drawing for alias in part.names}
    assert kept == {alias.name for alias in node.names} & {
        "numpy", "datasets", "matplotlib_like", "plotting_like",
    }  # fmt: skip
