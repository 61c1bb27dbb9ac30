"""In every solved notebook each function may fail, and costs no other exercise anything."""

import contextlib
import json
from pathlib import Path

import pytest

from course_lib.checks import engine, registry
from course_lib.checks.author.student_edition import chapters
from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.sample_class import answers

ROOT = Path(__file__).resolve().parents[2]


def gives_nothing(*args, **kwargs):
    return None


def raises(*args, **kwargs):
    raise IndexError("list index out of range")


def solved(chapter):
    """Run the first cell of a notebook and its answers; give their names."""
    names = {"__name__": "__main__"}
    notebook = json.loads(Assignment.find(chapter, ROOT).text)
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for cell in (code[0], *answers(notebook)):
        exec("".join(cell["source"]), names)
    return names


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("wrong", [gives_nothing, raises])
@pytest.mark.parametrize("chapter", chapters())
def test_a_function_that_fails_costs_no_other_exercise(chapter, wrong, hidden):
    names, exercises = solved(chapter), registry.names(chapter)
    functions = [name for name in exercises if not isinstance(names[name], type)]
    for replaced in functions:
        with patched(names, replaced, wrong):
            failed = [
                name
                for name in exercises
                if engine.examine(registry.sheet(name, hidden, seed=3), names[name])[0]
            ]
        assert failed == [replaced]


@contextlib.contextmanager
def patched(names, name, value):
    """Bind a name for a while."""
    before = names[name]
    names[name] = value
    yield
    names[name] = before
