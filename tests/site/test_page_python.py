"""The Python of the page, in real Pyodide under Node: the same verdicts as everywhere else."""

import ast
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest

import course_lib
from course_lib.checks.registry import CHAPTERS
from course_lib.publishing.notebooks.places import solved_path, student_path
from course_lib.publishing.site import page_cells, page_python
from course_lib.publishing.site.live import student_wheel
from course_lib.publishing.site.sphinx_live import is_answer, read_chapter

from .test_page_cells import NEEDED

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PACKAGE = Path(course_lib.__file__).parent
RIGHT = "def relu(z):\n    return np.maximum(0, z)\n"
# What is run for `relu`, and what is said of it: the verdict, and words of the message or place.
RUNS = {
    "right": (RIGHT, "passed", "relu: all"),
    "loop": ("def relu(z):\n    while True:\n        pass\n", "timeout", "in line 3 of relu"),
    "loop in a helper": (
        "def helper(z):\n    while True:\n        z = z + 1\n\n"
        "def relu(z):\n    return helper(z)\n",
        "timeout",
        "in line 3 of relu",
    ),
    "loop that catches everything": (
        "def relu(z):\n    while True:\n        try:\n            z = z + 1\n        except:\n"
        "            pass\n",
        "timeout",
        "of relu",
    ),
    "loop outside of a function": ("while True:\n    pass\n", "timeout", "in line 2 of relu"),
    "loop of a list": (
        "def relu(z):\n    return [0 for _ in iter(int, 1)]\n",
        "timeout",
        "in line 2 of relu",
    ),
    "much that is printed": (
        "def relu(z):\n    while True:\n        print(z)\n",
        "timeout",
        "It prints very much",
    ),
    "return at the margin": (
        "def relu(z):\n    z\nreturn z\n",
        "stopped",
        "begins with four spaces",
    ),
    "right after all that": (RIGHT, "passed", "relu: all"),
    "no name": ("y = 1\n", "stopped", "There is no `relu`"),
    "no function": ("relu = 1\n", "failed", "relu"),
    "syntax": ("def relu(z)\n", "stopped", "expected ':'"),
    "tabs": ("def relu(z):\n\treturn z\n        return z\n", "stopped", "TabError"),
    "line of an error": ("y = 1\nz = y / 0\n", "stopped", 'File "<relu>", line 2'),
    "new Python": (
        "def relu(z):\n    return f'{z['a']}'\n",
        "failed",
        "The grader has Python 3.11",
    ),
}
SECONDS = 1.0


def node():
    """Return the Node that Playwright brings."""
    from playwright._impl._driver import compute_driver_executable

    return compute_driver_executable()[0]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Return the wheel that the site has."""
    return student_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture
def in_pyodide(pyodide, wheel, tmp_path):
    """Return a function that runs a script beside the wheel and further files; see its RESULT."""

    def run(script, files):
        archive = tmp_path / "files.zip"
        shutil.copy(wheel, archive)
        with zipfile.ZipFile(archive, "a") as packed:
            for name, text in files.items():
                packed.writestr(name, text)
        done = subprocess.run(
            [node(), HERE / "in_pyodide.mjs", pyodide, archive, HERE / script],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout)

    return run


def runs(in_pyodide, asked):
    files = {
        "page_python.py": Path(page_python.__file__).read_text(encoding="utf-8"),
        "runs.json": json.dumps(asked),
    }
    return in_pyodide("page_runs.py", files)


def full_package():
    """Return the files of the instructor's package under the name `course_full`."""
    files = {}
    for path in PACKAGE.rglob("*"):
        inside = path.relative_to(PACKAGE)
        if path.suffix in (".py", ".json", ".mplstyle") and inside.parts[0] not in (
            "grading", "publishing",
        ):  # fmt: skip
            text = path.read_text(encoding="utf-8").replace("course_lib", "course_full")
            files[f"course_full/{inside}"] = text
    return files


def natively(wheel, files, script, folder):
    """Run a script here, beside the wheel and further files."""
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", HERE / script],
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_each_implementation_of_the_course_gets_the_verdict_that_it_gets_here(
    in_pyodide, wheel, tmp_path
):
    files = full_package()
    there = in_pyodide("verdicts.py", files)
    here = natively(wheel, files, "verdicts.py", tmp_path / "here")
    assert len(here) > 1000
    assert differences(here, there) == {}
    for name, said in here.items():
        assert (said[0] == "passed") == ("/right/" in name), name


def differences(here, there):
    """Return what is said of an implementation here and there, where that is not the same."""
    names = [name for name in {**here, **there} if here.get(name) != there.get(name)]
    return {name: (here.get(name), there.get(name)) for name in names}


def test_another_verdict_another_word_and_none_at_all_are_found():
    here = {"a": ["passed", "", ""], "b": ["failed", "slip", "so"], "c": ["passed", "", ""]}
    there = here | {"a": ["failed", "", ""], "b": ["failed", "slip", "otherwise"]}
    assert set(differences(here, {name: there[name] for name in "ab"})) == {"a", "b", "c"}
    assert differences(here, dict(here)) == {}


def test_what_is_run_gets_its_verdict(in_pyodide):
    asked = [("relu", [("relu", code)], SECONDS) for code, _, _ in RUNS.values()]
    for name, said in zip(RUNS, runs(in_pyodide, asked), strict=True):
        _, verdict, words = RUNS[name]
        assert said["verdict"] == verdict, (name, said)
        assert words in said["message"] + said.get("where", ""), (name, said)
        assert said["took"] < 3 * SECONDS


def answers(chapter):
    """Return what the notebook of a chapter gives, and its exercises with their answers."""
    asked = read_chapter(student_path(chapter, ROOT))
    cells = nbformat.read(solved_path(chapter, ROOT), as_version=4).cells
    solved = {cell.metadata.nbgrader.grade_id: cell.source for cell in cells if is_answer(cell)}
    given = [("the first cell", asked.given)] if asked.given else []
    return given, [(each.name, solved[each.name]) for each in asked.exercises]


def test_each_answer_of_the_solved_notebooks_is_right_in_the_page_in_time(in_pyodide):
    asked = []
    for chapter in CHAPTERS:
        given, solved = answers(chapter)
        asked += [
            (name, [*given, *solved[: place + 1]], page_python.SECONDS)
            for place, (name, _) in enumerate(solved)
        ]
    assert len(asked) > 50
    said = runs(in_pyodide, asked)
    wrong = [(run[0], found) for run, found in zip(asked, said, strict=True)]
    assert [(name, found) for name, found in wrong if found["verdict"] != "passed"] == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_exercises_of_a_chapter_are_those_of_its_notebook(chapter):
    from course_lib.checks import registry

    found = read_chapter(student_path(chapter, ROOT))
    assert [each.name for each in found.exercises] == registry.names(chapter)
    assert all(each.title and "(" not in each.title for each in found.exercises)
    assert len({each.digest for each in found.exercises}) == len(found.exercises)
    ast.parse(found.given)
    assert bool(found.given) == (chapter == "shallow_networks")
    assert found.script.count("<") == 2


def test_a_cell_needs_in_the_page_what_it_needs_here(in_pyodide):
    modules = (page_python, page_cells)
    files = {
        f"page/{Path(each.__file__).name}": Path(each.__file__).read_text() for each in modules
    }
    asked = json.dumps([cells for cells, _ in NEEDED.values()])
    files |= {"page/__init__.py": "", "needs.json": asked}
    assert in_pyodide("page_needs.py", files) == [expected for _, expected in NEEDED.values()]
