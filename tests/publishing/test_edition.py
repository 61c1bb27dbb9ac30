"""The reader's edition is whole, gives no answer away, and the chapters run on it."""

import ast
import inspect
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import jupytext
import nbformat
import pytest

import course_lib
from course_lib.checks import registry
from course_lib.publishing.notebooks import edition
from course_lib.publishing.notebooks.bundle import build_wheel, student_data
from course_lib.publishing.notebooks.edition import MODULES, RESPELLED, SERVED, reader_files
from course_lib.publishing.notebooks.page import page_notebook
from course_lib.publishing.notebooks.places import solved_path
from course_lib.publishing.notebooks.secrets import find_leaks, without_annotations
from course_lib.publishing.site import page_cells, page_python

from .copies import ROOT

HERE = Path(__file__).parent
PACKAGE = Path(course_lib.__file__).parent
EXERCISES = set(registry.names())
# A number as Python and NumPy print it; the last digits of a computed one may differ.
NUMBER = re.compile(r"-?(?:\d+\.?\d*(?:e[+-]?\d+)?|inf|nan)\b")
# Cells in which rounding decides: rates so large that nothing settles, and differences of rounding.
# The whole library prints something else there, too, once its weights are changed by 1e-15.
ROUNDING = (
    "loop and matrices differ",
    "median of ten starts",
    "as they are:",
    "helped = {}",
    "all of these networks learn",
)


@pytest.fixture(scope="module")
def files():
    """Return the modules of the edition by their names."""
    return reader_files(PACKAGE)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Return the student's wheel."""
    return build_wheel(
        tmp_path_factory.mktemp("wheel"), PACKAGE, student_data(registry.CHAPTERS, ROOT)
    )


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Return a folder with the student's package."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    return folder


def run(code, installed, cwd, *arguments):
    """Run a program that sees the student's package alone; return what it printed, and errors."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(installed), "MPLBACKEND": "agg"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout, done.stderr


def public_names(text):
    """Return what a module lists in `__all__`."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            return ast.literal_eval(node.value)
    return []


def top_names(text):
    """Return all that a module has at its top."""
    found = set()
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
    return found


@pytest.mark.parametrize("name", MODULES)
def test_each_public_name_of_a_module_is_there(files, name):
    whole = (PACKAGE / name).read_text(encoding="utf-8")
    assert public_names(files[name]) == public_names(whole)
    assert set(public_names(whole)) <= top_names(files[name])


def test_what_the_edition_imports_is_in_it_or_in_the_students_wheel(wheel):
    with zipfile.ZipFile(wheel) as packed:
        inside = [name for name in packed.namelist() if name.endswith(".py")]
        trees = {name: ast.parse(packed.read(name)) for name in inside}
    known = {
        name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in inside
    }
    asked = {
        node.module
        for name in MODULES
        for node in ast.walk(trees[f"course_lib/{name}"])
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("course_lib")
    }
    assert asked
    assert asked <= known


def test_no_exercise_is_defined_in_the_edition(files):
    defined = {
        node.name: name
        for name, text in files.items()
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name in EXERCISES
    }
    served = {
        node.name
        for path in SERVED.rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    assert set(defined) <= served
    own = {name for text in files.values() for name in re.findall(r"own\('(\w+)'", text)}
    assert own == EXERCISES


def test_what_is_served_has_the_name_of_what_it_replaces():
    for path in SERVED.rglob("*.py"):
        whole = PACKAGE / path.relative_to(SERVED)
        if path.name != "__init__.py":
            served = ast.parse(path.read_text(encoding="utf-8")).body
            functions = {n.name for n in served if isinstance(n, ast.FunctionDef)}
            lost = functions - top_names(whole.read_text(encoding="utf-8"))
            assert {
                name for name in lost if name not in {"_stack", "_labels_of_same_step"}
            } == set()


def test_the_wheel_holds_no_secret(wheel):
    assert find_leaks([wheel], ROOT) == []


def test_each_answer_that_is_planted_in_the_edition_is_found(files, tmp_path):
    """The edition of a maker who forgets to cut."""
    for exercise in registry.exercises().values():
        module = exercise.reference.__module__.removeprefix("course_lib.").replace(".", "/")
        source = without_annotations(inspect.getsource(exercise.reference))
        text = f"{files[f'{module}.py']}\n{source}"
        (tmp_path / f"{exercise.name}.py").write_text(text, encoding="utf-8")
    found = {Path(leak.where).stem for leak in find_leaks([tmp_path], ROOT)}
    assert found == EXERCISES


@pytest.mark.parametrize("name", RESPELLED)
def test_what_is_spelled_otherwise_would_be_found(name, monkeypatch, tmp_path):
    monkeypatch.delitem(edition.RESPELLED, name)
    (tmp_path / "module.py").write_text(reader_files(PACKAGE)[name], encoding="utf-8")
    assert find_leaks([tmp_path], ROOT)


def test_a_piece_that_is_no_longer_there_is_an_error(monkeypatch):
    monkeypatch.setitem(edition.RESPELLED, "relu.py", ("gone = 1", "gone = 2"))
    with pytest.raises(ValueError, match=r"relu.py: found 0 times, expected once: gone = 1"):
        reader_files(PACKAGE)


MODULE_NAMES = [
    name.removesuffix(".py").replace("/", ".") for name in MODULES if "__init__" not in name
]


def passing(installed, folder, modules=MODULE_NAMES):
    """Return which functions of the edition pass a check: see another_name.py."""
    solve(folder)
    program = (HERE / "another_name.py").read_text(encoding="utf-8")
    out, errors = run(program, installed, folder, json.dumps(modules))
    assert out, errors
    return {(exercise, name) for exercise, name in json.loads(out)}


def solve(folder):
    """Put the solved notebooks of all chapters into a folder."""
    for each in registry.CHAPTERS:
        shutil.copy(solved_path(each, ROOT), folder)


def test_nothing_in_the_edition_is_an_answer_under_another_name(installed, tmp_path):
    # A softmax of two classes is a sigmoid: the reader's own softmax, from a later chapter.
    assert passing(installed, tmp_path) == {("sigmoid", "softmax.binary_as_softmax")}


def test_helpers_that_were_left_as_they_are_would_be_answers(installed, tmp_path):
    """What is served in their place is there for a reason."""
    other = tmp_path / "other"
    shutil.copytree(installed, other)
    for name, parts in (
        ("networks/passes.py", ("l_layer",)),
        ("binary_cross_entropy.py", ("bce_p", "_labels_and_p")),
    ):
        whole = ast.parse(without_annotations((PACKAGE / name).read_text(encoding="utf-8"))).body
        imports = [
            node for node in whole
            if isinstance(node, ast.ImportFrom) and node.module != "__future__"
        ]  # fmt: skip
        for node in imports:
            node.names = [each for each in node.names if each.name != "_sigmoid"]
        helpers = [node for node in whole if getattr(node, "name", "").startswith(parts)]
        with (other / "course_lib" / name).open("a", encoding="utf-8") as module:
            module.write("\n".join(map(ast.unparse, [*imports, *helpers])))
    found = passing(other, tmp_path, ["networks.passes", "binary_cross_entropy"])
    assert found >= {
        ("bce", "binary_cross_entropy.bce_piecewise"),
        ("two_layer_forward", "forward"),
        ("two_layer_backward", "backward"),
    }


SAYS = """
from course_lib.checks.solved import use_my_functions

use_my_functions()
from course_lib.relu import relu
relu(1.0)
"""


def test_a_missing_exercise_says_which_and_where(installed, tmp_path):
    out, errors = run(SAYS, installed, tmp_path)
    assert "ReLU and other hidden activations: there is no relu.ipynb beside this notebook" in out
    last = errors.strip().splitlines()[-1]
    assert last.startswith("course_lib._own.NotSolved: relu is an exercise of the chapter ReLU")
    assert "Write it in relu.ipynb, or on that chapter's page" in last


@pytest.mark.parametrize(
    "statement", ["from course_lib.relu import relu", "import course_lib.networks.layers"]
)
def test_an_assignment_finds_no_chapter(installed, tmp_path, statement):
    _, errors = run(statement, installed, tmp_path)
    assert "ModuleNotFoundError: No module named 'course_lib." in errors


def test_the_package_still_says_who_writes_the_sigmoid(installed, tmp_path):
    _, errors = run("import course_lib; course_lib.sigmoid", installed, tmp_path)
    assert "AttributeError: sigmoid is what you write in the assignment" in errors


ANSWER = "def relu(z):\n    return np.maximum(0, z)\n\nprint('tried out')\n1 / 0"
WRONG = "def relu_prime(z):\n    return z"
BROKEN = "def inactive_units(Z):\nreturn Z <= 0"


def answered(path, answers):
    """Write the student notebook of a chapter with some answers."""
    notebook = nbformat.read(ROOT / "exercises" / path.stem / path.name, as_version=4)
    for cell in notebook.cells:
        cell.source = answers.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
    nbformat.write(notebook, path)


def test_right_answers_are_taken_and_nothing_else_runs(installed, tmp_path):
    answered(
        tmp_path / "relu.ipynb", {"relu": ANSWER, "relu_prime": WRONG, "inactive_units": BROKEN}
    )
    (tmp_path / "softmax.ipynb").write_text("{}", encoding="utf-8")
    code = SAYS.replace("relu(1.0)", "print(relu([-1.0, 2.0]))")
    out, errors = run(code, installed, tmp_path)
    assert errors == ""
    assert "tried out" not in out
    assert "relu.ipynb: inactive_units is left out, since its cell stops: IndentationError" in out
    assert "1 of 7; missing: linear_stack, relu_prime, relu_backward, inactive_units" in out
    assert "Softmax: softmax.ipynb cannot be read (KeyError)" in out
    assert out.endswith("[0. 2.]\n")


def test_with_the_full_library_there_is_nothing_to_bring(tmp_path):
    out, errors = run(SAYS, ROOT, tmp_path)
    assert (out, errors) == ("The full library is here: it runs on its own functions.\n", "")


CELLS = """
import contextlib, io, json, sys
import matplotlib.pyplot as plt

printed, names = [], {"__name__": "__main__"}
for source in json.load(open("cells.json")):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        try:
            exec(source, names)
        except Exception as problem:
            print(f"{type(problem).__name__}: {problem}")
    plt.close("all")
    printed.append(out.getvalue())
print(json.dumps(printed))
"""


def outputs(chapter, package, folder):
    """Run a chapter's notebook with a package; return what each cell printed."""
    cells = page_notebook(ROOT / "book" / f"{chapter}.md").cells
    sources = [cell.source for cell in cells if cell.cell_type == "code"]
    (folder / "cells.json").write_text(json.dumps(sources), encoding="utf-8")
    out, errors = run(CELLS, package, folder)
    assert out, errors[-2000:]
    return dict(zip(sources[1:], json.loads(out)[1:], strict=True))


def same(ours, theirs):
    """Tell whether two outputs say the same: words as they are, numbers to what is printed."""
    if NUMBER.sub("#", ours) != NUMBER.sub("#", theirs):
        return False
    pairs = zip(NUMBER.findall(ours), NUMBER.findall(theirs), strict=True)
    return all(a == b or abs(float(a) - float(b)) <= 1e-11 * abs(float(b)) for a, b in pairs)


def differing(chapter, installed, folder):
    """Return the cells of a chapter that print something else on the answers of its notebooks."""
    solve(folder)
    full = outputs(chapter, ROOT, folder)
    own = outputs(chapter, installed, folder)
    assert any(full.values())
    assert not any("Error:" in printed for printed in full.values())
    return [
        (source, own[source], printed)
        for source, printed in full.items()
        if not same(own[source], printed) and not any(words in source for words in ROUNDING)
    ]


CHAPTERS = [
    pytest.param(name, marks=[] if k == 0 else pytest.mark.real_tools)
    for k, name in enumerate(registry.CHAPTERS)
]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_prints_the_same_on_solved_exercises(chapter, installed, tmp_path):
    assert differing(chapter, installed, tmp_path) == []


ALONE = """
import json, sys
from pathlib import Path
from course_lib.checks import registry
from course_lib.checks.solved import label
from page import page_cells

solved = {}
for chapter in registry.CHAPTERS:
    cells = json.loads(Path(f"{chapter}.ipynb").read_text())["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    parts = [[label(cell) or "the first cell", "".join(cell["source"])] for cell in code]
    solved[chapter] = [part for k, part in enumerate(parts) if not k or part[0] in registry.names()]
cells = json.load(open("cells.json"))[1:]
said = []
for index in range(len(cells)):
    asked = {"cells": cells, "index": index, "solved": solved, "draws": True, "seconds": 600}
    said.append(json.loads(page_cells.run(json.dumps(asked))))
print(json.dumps(said))
"""


@pytest.mark.real_tools
@pytest.mark.parametrize("chapter", registry.CHAPTERS)
def test_each_cell_prints_the_same_below_those_that_it_needs(chapter, installed, tmp_path):
    solve(tmp_path)
    full = outputs(chapter, ROOT, tmp_path)
    (tmp_path / "page").mkdir()
    for module in (page_python, page_cells):
        shutil.copy(str(module.__file__), tmp_path / "page")
    out, errors = run(ALONE, f"{installed}{os.pathsep}{tmp_path}", tmp_path)
    assert out, errors[-2000:]
    for (source, printed), said in zip(full.items(), json.loads(out), strict=True):
        if any(words in source for words in ROUNDING):
            continue
        assert said["verdict"] == page_cells.RAN, (source, said)
        expected = [line for line in printed.splitlines() if line]
        lines = [line for line in said["output"].splitlines() if line and "Warning:" not in line]
        if expected:
            assert same("\n".join(lines), "\n".join(expected)), (source, said["output"], printed)


def test_other_numbers_and_other_words_are_not_the_same():
    assert same("cost 0.25 nats", "cost 0.25 nats")
    assert same("0.12500000000000001", "0.125")
    assert not same("cost 0.26 nats", "cost 0.25 nats")
    assert not same("cost 0.25", "cost 0.25 nats")
    assert not same("1 2", "1 2 3")


def visible_imports():
    """Return the modules of the package that the visible cells of the chapters import."""
    for chapter in registry.CHAPTERS:
        page = jupytext.read(ROOT / "book" / f"{chapter}.md", fmt="md:myst")
        for cell in page.cells:
            if cell.cell_type == "code" and "remove-cell" not in cell.metadata.get("tags", []):
                for node in ast.walk(ast.parse(cell.source)):
                    if isinstance(node, ast.ImportFrom) and str(node.module).startswith(
                        "course_lib"
                    ):
                        yield node.module


def test_what_visible_cells_import_is_in_the_students_wheel(wheel):
    with zipfile.ZipFile(wheel) as packed:
        inside = set(packed.namelist())
    asked = {f"{module.replace('.', '/')}.py" for module in visible_imports()}
    assert len(asked) > 8
    assert asked <= inside
