# ruff: noqa: E501 (sources of notebooks are one line each)
"""What the instructor's own cells define is never asked of the student."""

import subprocess
import sys

import pytest

from course_lib.grading.examine.instructor import InstructorError, plan_of

RIGHT = "def double(x):\n    return 2 * x"
FORGED = (
    "class Yes:\n    pass\nnp = check = close = LIMIT = TABLE = expected = result = X = math = Yes()\n"
    "def double(x):\n    return x"
)


def course(toy, *cells):
    """Write a source of these cells; give what a student with this answer hands in."""
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells)}
    toy.write("solutions/toy/toy.ipynb", notebook)

    def handed_in(answer):
        own = [cell | {"source": answer} if cell["id"] == "double" else cell for cell in cells]
        return notebook | {"cells": own}

    return handed_in


HELPERS = {
    "an import": ("import numpy as np", "assert np.array_equal(double(2), 4)"),
    "an import after a magic": (
        "%matplotlib inline\nimport numpy as np",
        "assert np.array_equal(double(2), 4)",
    ),
    "a magic after an import": (
        "import numpy as np\n%config InlineBackend.dpi = 90",
        "assert np.array_equal(double(2), 4)",
    ),
    "a command": ("!pip --version\nimport numpy as np", "assert np.array_equal(double(2), 4)"),
    "a timed cell": ("%%time\nLIMIT = 4", "assert double(2) == LIMIT"),
    "a function": ("def close(a, b):\n    return abs(a - b) < 1e-9", "assert close(double(2), 4)"),
    "a constant": ("LIMIT = 4", "assert double(2) == LIMIT"),
    "a constant of two statements": ("LIMIT = 2\nLIMIT += 2", "assert double(2) == LIMIT"),
    "a table that is filled": (
        "TABLE = {}\nfor k in range(3):\n    TABLE[k] = 2 * k",
        "assert double(2) == TABLE[2]",
    ),
    "a star import": ("from math import *", "assert double(2) == floor(4.5)"),
    "a name bound in a with": (
        "import contextlib\nwith contextlib.nullcontext(4) as LIMIT:\n    pass",
        "assert double(2) == LIMIT",
    ),
    "a helper that calls the answer": (
        "def twice(x):\n    return double(double(x))",
        "assert twice(1) == 4",
    ),
    "a value of the answer": ("result = double(2)", "assert result == 4"),
    "values of the answer": (
        "seen = []\nfor k in range(3):\n    seen.append(double(k))",
        "assert seen == [0, 2, 4]",
    ),
}


@pytest.mark.parametrize("locked", [True, False])
@pytest.mark.parametrize("kind", HELPERS)
def test_instructors_helper_is_used_and_not_the_students(toy, sandboxed, kind, locked):
    helper, test = HELPERS[kind]
    graded = {"grade": False, "solution": False, "locked": True} if locked else {}
    hand_in = course(
        toy,
        toy.answer("double", RIGHT),
        toy.code("helper", helper, **graded),
        toy.test_cell("double-visible", test, 1),
    )
    assert toy.outcomes(hand_in(RIGHT)) == {"double-visible": "passed"}
    forged = hand_in(FORGED)
    forged["cells"][1] = forged["cells"][1] | {"source": "def twice(x): return 4\nseen = [0, 2, 4]"}
    assert toy.outcomes(forged)["double-visible"] != "passed"


BROKEN = {
    "a package that is not there": "import no_such_package",
    "a name that is not there": "LIMIT = no_such_name",
    "a file that is not there": "TABLE = open('/no/such/file').read()",
    "a syntax error": "LIMIT = = 3",
    "another language": "%%bash\nls",
    "the output of a command": "files = !ls",
    "an exit": "raise SystemExit",
}


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.parametrize("locked", [True, False])
def test_cell_that_cannot_run_is_named_before_the_first_student(toy, kind, locked):
    graded = {"grade": False, "solution": False, "locked": True} if locked else {}
    course(toy, toy.code("my_helper", BROKEN[kind], **graded), toy.test_cell("f", "assert f()", 1))
    with pytest.raises(InstructorError, match=r"toy: .*'my_helper'.*Nobody was graded"):
        plan_of(toy.assignment)


def test_test_cell_that_is_no_python_is_named(toy):
    course(toy, toy.test_cell("f-visible", "assert f( == 1", 1))
    with pytest.raises(InstructorError, match="'f-visible'"):
        plan_of(toy.assignment)


def test_name_that_a_test_cell_assigns_does_not_shadow_the_students_later_one(toy, sandboxed):
    hand_in = course(
        toy,
        toy.answer("double", RIGHT),
        toy.test_cell("double-visible", "result = double(1)\nassert result == 2", 1),
        toy.answer("result", "result = double(5)"),
        toy.test_cell("result-visible", "assert result == 10", 1),
    )
    assert set(toy.outcomes(hand_in(RIGHT)).values()) == {"passed"}


def test_name_that_a_test_cell_assigns_is_there_for_the_next_test_cell(toy, sandboxed):
    hand_in = course(
        toy,
        toy.answer("double", f"{RIGHT}\ncase = 0"),
        toy.test_cell("double-visible", "case = 3\nassert double(case) == 6", 1),
        toy.test_cell("double-more", "assert double(case) == 6 and case == 3", 1),
    )
    assert set(toy.outcomes(hand_in(f"{RIGHT}\ncase = 0")).values()) == {"passed"}


def test_name_bound_later_is_not_asked_of_the_student(toy, sandboxed):
    hand_in = course(
        toy,
        toy.answer("double", RIGHT),
        toy.test_cell("double-visible", "assert close(double(2), 4)", 1),
        toy.code("helper", "def close(a, b):\n    return a == b"),
    )
    lie = "def close(a, b):\n    return True\ndef double(x):\n    return x"
    assert toy.outcomes(hand_in(lie)) == {"double-visible": "error"}


def test_failing_demonstration_leaves_the_instructors_data(toy, sandboxed):
    hand_in = course(
        toy,
        toy.answer("double", RIGHT),
        toy.code("data", "X = [1, 2]\nprint([double(x) for x in X])\nY = [double(x) for x in X]"),
        toy.test_cell("double-visible", "assert X == [1, 2]", 1),
        toy.test_cell("double-more", "assert Y == [2, 4]", 1),
    )
    broken = hand_in("def double(x):\n    return 1 / 0")
    assert toy.outcomes(broken) == {"double-visible": "passed", "double-more": "error"}
    assert set(toy.outcomes(hand_in(RIGHT)).values()) == {"passed"}


def test_exercises_are_imported_before_the_time_of_a_question_runs(toy):
    check = toy.code("setup", "from course_lib.checks import check")
    course(toy, check, toy.test_cell("one_hot-visible", "check('one_hot', one_hot)", 1))
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from course_lib.grading.examine.assignment import Assignment\n"
        "from course_lib.grading.examine.instructor import plan_of\n"
        f"plan_of(Assignment.find('toy', Path({str(toy.root)!r})))\n"
        "place = 'course_lib.checks.exercises.'\n"
        "print([place + name in sys.modules for name in ('softmax', 'relu')])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "[True, False]\n"
