"""Which cells a cell needs, and what one says that lacks something; as in the page, run here."""

import json
import subprocess
import sys
import textwrap

import pytest

from course_lib.publishing.site.page_cells import needed

NEEDED = {
    "nothing above": (["x = 1", "print(2)"], []),
    "what gives a name": (["x = 1", "y = 2", "print(x)"], [0]),
    "what that needs": (["import numpy as np", "x = np.ones(2)", "y = 3", "print(x)"], [0, 1]),
    "the last that gives it": (["x = 1", "x = 2", "print(x)"], [1]),
    "both where the last needs the first": (["x = 1", "x = x + 1", "print(x)"], [0, 1]),
    "what changes it by an index": (["x = [1]", "x[0] = 2", "print(x)"], [0, 1]),
    "what changes it by a method": (["x = []", "x.append(2)", "print(x)"], [0, 1]),
    "what changes it by +=": (["x = 1", "x += 1", "print(x)"], [0, 1]),
    "what trains it": (["net = 1", "costs = train(net, 2)", "print(net)"], [0, 1]),
    "a drawing is not needed": (
        ["import course_lib.plotting as plotting", "plotting.use_style()", "plotting.subplots()"],
        [0],
    ),
    "what a function uses": (
        ["x = 1", "def f():\n    return x", "y = 3", "print(f())"],
        [0, 1],
    ),
    "what a function uses as it is when it is called": (
        ["x = 1", "def f():\n    return x", "x = 3", "print(f())"],
        [1, 2],
    ),
    "not what a function names itself": (
        ["x = 1", "def f(x):\n    y = x\n    return y", "print(f(2))"],
        [1],
    ),
    "not what a loop gives": (["ax = 1", "for ax in range(3):\n    print(ax)"], []),
    "not what a comprehension gives": (["k = 1", "print([k for k in range(3)])"], []),
    "what is given here or above": (
        ["x = 1", "if False:\n    x = 2", "print(x)"],
        [0, 1],
    ),
    "not what does not compile": (["x = 1", "x = = 2", "print(x)"], [0]),
}


@pytest.mark.parametrize("case", NEEDED)
def test_a_cell_needs(case):
    cells, expected = NEEDED[case]
    assert needed(cells, len(cells) - 1) == expected


PROGRAM = """
import json, sys
from course_lib.publishing.site import page_cells as page

said = []
for asked in json.loads(sys.stdin.read()):
    said.append(json.loads(page.run(json.dumps({"solved": {}, "draws": False} | asked))))
print(json.dumps(said))
"""


def said(*asked):
    """Run cells in a fresh process, one after the other."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(PROGRAM)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def cells(*sources, index=None, **others):
    """Ask for the last of some cells, or another one."""
    return {"cells": sources, "index": len(sources) - 1 if index is None else index, **others}


def test_a_cell_prints_its_own_words_and_its_last_value():
    (found,) = said(cells("print('above')\nx = {'a': 1}", "print('own')\nx"))
    assert (found["verdict"], found["output"]) == ("ran", "own\n{'a': 1}\n")


def test_what_has_just_run_is_not_run_again_unless_it_changed():
    count = "import sys\nsys.count = getattr(sys, 'count', 0) + 1\nx = sys.count"
    first, second, third = said(
        cells(count, "y = x", index=1),
        cells(count, "y = x", "print(x, y)"),
        cells(f"{count} * 10", "y = x", "print(x, y)"),
    )
    assert first["verdict"] == "ran"
    assert (second["output"], third["output"]) == ("1 1\n", "20 20\n")


def test_drawings_are_missed_only_where_something_is_drawn():
    start = "import course_lib.plotting as plotting\nplotting.use_style()"
    quiet, draws = said(cells(start, "print(1)"), cells(start, "plotting.subplots()"))
    assert (quiet["verdict"], draws["verdict"]) == ("ran", "draws")


def test_a_drawing_comes_as_a_picture():
    (found,) = said(
        cells("import course_lib.plotting as plotting", "plotting.subplots();", draws=True)
    )
    assert found["verdict"] == "ran"
    assert found["output"] == ""
    assert [figure[:8] for figure in found["figures"]] == ["iVBORw0K"]  # a PNG


def test_an_error_stands_at_its_line():
    (found,) = said(cells("x = 0", "y = 1\n1 / x"))
    assert found["verdict"] == "stopped"
    assert 'File "<cell 2>", line 2' in found["message"]
    assert "ZeroDivisionError" in found["message"]


def test_an_error_shows_the_reader_no_line_of_the_library():
    (found,) = said(cells("import numpy as np", "np.linalg.inv([[0.0]])"))
    assert found["message"].count("File ") == 1
    assert "LinAlgError: Singular matrix" in found["message"]


def test_all_that_a_cell_lacks_is_named():
    own = "from course_lib._own import own"
    makes = [f"{name} = own('{name}', '{name}')" for name in ("relu", "softmax", "sigmoid")]
    (found,) = said(cells(own, *makes, "print(1)\nrelu(softmax(2))"))
    assert found["verdict"] == "missing"
    assert sorted(found["missing"]) == [["relu", "relu"], ["softmax", "softmax"]]


def test_what_is_only_imported_is_not_asked_for():
    own = "from course_lib._own import own"
    makes = [f"{name} = own('{name}', '{name}')" for name in ("relu", "softmax", "sigmoid")]
    first = "\n".join([own, *makes])
    (found,) = said(cells(first, "def f(z):\n    return relu(z)", "softmax(1), f(2)"))
    assert sorted(found["missing"]) == [["relu", "relu"], ["softmax", "softmax"]]


def test_what_is_printed_ends_with_a_word_on_what_is_left_out():
    (found,) = said(cells("for k in range(9000):\n    print(k)"))
    assert found["verdict"] == "ran"
    assert found["output"].endswith("(Cut here, after 20,000 signs.)")


def test_how_numpy_prints_is_kept_for_the_next_cell_and_for_nobody_else():
    start = "import numpy as np\nnp.set_printoptions(precision=2)"
    value = "np.array([1.23456])"
    first, second, alone = said(
        cells(start, value, index=0),
        cells(start, value),
        cells("import numpy as np", value),
    )
    assert first["verdict"] == "ran"
    assert (second["output"], alone["output"]) == ("array([1.23])\n", "array([1.23456])\n")
