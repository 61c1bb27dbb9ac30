"""The examples in the statements of exercises give what they promise."""

import contextlib
import doctest
import io

import pytest

from course_lib.checks import registry
from course_lib.grading.examine.assignment import Assignment

from .copies import ROOT

CHAPTERS = sorted({exercise.chapter for exercise in registry.exercises().values()})


def solved(name):
    """Return the names of a solved notebook: what its first cell imports, and every answer."""
    cells = Assignment.find(name, ROOT).cells
    first = next(k for k, cell in enumerate(cells) if cell.kind == "answer")
    names = {"__name__": name}
    with contextlib.redirect_stdout(io.StringIO()):
        for k, cell in enumerate(cells):
            if cell.code and (cell.kind == "answer" or k < first):
                exec(cell.source, names)
    return names


def failing(names, name):
    """Run the examples of a function or class, and return what those say that fail."""
    told = io.StringIO()
    ran = 0
    for test in doctest.DocTestFinder().find(names[name], name, module=False, globs=names):
        ran += doctest.DocTestRunner(verbose=False).run(test, out=told.write).attempted
    return ran, told.getvalue()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_examples_give_what_they_promise(chapter):
    names = solved(chapter)
    results = {name: failing(names, name) for name in registry.names(chapter) if name in names}
    assert sum(ran for ran, _ in results.values()) > 3
    assert not [told for _, told in results.values() if told]


def test_example_that_promises_something_else_is_found():
    names = {"__name__": "toy"}
    exec('def double(x):\n    """\n    >>> double(2)\n    5\n    """\n    return 2 * x', names)
    assert "Got:\n    4" in failing(names, "double")[1]
