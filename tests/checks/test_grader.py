"""What the grader has is told from one place, and what it refuses is refused in the notebook."""

import linecache
import re
import sys
import tomllib
import warnings
from pathlib import Path

import numpy as np
import pytest

from course_lib.checks import CheckFailed, check, grader, registry
from course_lib.publishing.notebooks.bundle import readme

ROOT = Path(__file__).resolve().parents[2]
NEW = [
    'f"{a["x"]}"', "f'{a['x']}'", 'f"{"\\n".join(b)}"', 'f"{a["b"]}"', 'f"{f"{f"{1}"}"}"',
    'f"{[\n1, 2\n]}"', 'f"""{"""x"""}"""',
]  # fmt: skip
OLD = [
    'f"{a[\'x\']}"', "f'{a[\"x\"]}'", 'f"{x:.3f} {{}}"', 'f"a" "b" f"{x}"', '(f"{x}"\n  f"{y}")',
    'f"""{a["x"]}"""', 'f"\\"{x}\\""', "f'it\\'s {x}'", 'rf"\\d{x}"', 'f"{x!r:>{w}}"', '"{" f"{x}"',
]  # fmt: skip


@pytest.fixture
def cell():
    """Write a cell of a notebook, as IPython does, and give the function in it."""

    def make(source, name="f"):
        file = f"<cell {len(linecache.cache)}>"
        linecache.cache[file] = len(source), None, source.splitlines(True), file
        scope = {}
        exec(compile(source, file, "exec"), scope)
        return scope[name]

    return make


def understood(source):
    """Tell whether this Python reads a text at all."""
    try:
        compile(source, "cell", "exec")
    except SyntaxError:
        return False
    return True


@pytest.mark.parametrize("text", NEW)
def test_what_the_oldest_python_refuses_is_refused_by_every_python_or_its_check(text):
    assert not understood(text) or grader.new_line(text) == 1


@pytest.mark.parametrize("text", OLD)
def test_an_f_string_of_all_pythons_is_not_refused(text):
    assert understood(text)
    assert grader.new_line(text) == 0
    assert grader.is_old_string(text.strip("()"))


@pytest.mark.parametrize("text", [text for text in NEW if "\\" not in text])
def test_a_string_that_ends_elsewhere_for_an_old_python_is_recognized(text):
    assert not grader.is_old_string(text)


def test_new_syntax_is_named_with_its_line_where_python_is_newer(cell, monkeypatch):
    function = cell("def f(x):\n    match x:\n        case 1:\n            return 2\n")
    monkeypatch.setattr(grader, "PYTHON", (3, 9))
    monkeypatch.setattr(registry, "is_instructor_edition", lambda: False)
    with pytest.raises(CheckFailed, match=r"Python 3\.9 and .* this cell, at line 4") as caught:
        check("relu", function)
    assert "return 2" in str(caught.value)


def test_a_class_is_looked_at_too(cell, monkeypatch):
    monkeypatch.setattr(grader, "PYTHON", (3, 9))
    source = "class C:\n    def f(self, x):\n        match x:\n            case 1: pass\n"
    assert "at line 4" in grader.too_new(cell(source, "C"))


def test_where_the_grader_has_the_same_python_nothing_is_refused(cell, monkeypatch):
    monkeypatch.setattr(grader, "PYTHON", sys.version_info[:2])
    assert grader.too_new(cell("def f(x):\n    match x:\n        case 1: pass\n")) == ""


@pytest.mark.parametrize("value", [np.sin, len, np.vectorize(abs), 3, type, object()])
def test_what_has_no_cell_is_left_alone(value, monkeypatch):
    monkeypatch.setattr(grader, "PYTHON", (3, 9))
    assert grader.too_new(value) == ""


def test_what_a_newer_numpy_refuses_is_refused_with_an_older_one(monkeypatch):
    def relu(z):
        warnings.warn(f"{grader.SCALAR} is deprecated", DeprecationWarning, stacklevel=1)
        return np.maximum(z, 0.0)

    check("relu", relu)
    monkeypatch.setattr(grader, "NUMPY", (99, 0))
    with pytest.raises(CheckFailed, match="The grader's NumPy refuses this"):
        check("relu", relu)


def test_versions_told_are_the_oldest_that_the_project_has():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"].startswith(f">={grader.dotted(grader.PYTHON)},")
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pins = [tuple(map(int, pin.split("."))) for pin in re.findall(r"(?m)^numpy==(\d+\.\d+)", lock)]
    assert min(pins) == grader.NUMPY


def test_notebooks_and_readme_say_what_the_grader_has():
    notebooks = sorted((ROOT / "exercises").glob("*/*.ipynb"))
    assert len(notebooks) == len(registry.CHAPTERS)
    for path in notebooks:
        assert grader.sentence() in path.read_text(encoding="utf-8")
    assert grader.sentence() in readme()
