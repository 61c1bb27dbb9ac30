"""The derived notebooks equal their sources, and the student's holds no answer."""

import ast
import inspect
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from numpydoc.docscrape import NumpyDocString

from course_lib.checks import registry
from course_lib.publishing.notebooks.derive import (
    execute,
    load_source,
    write_student,
)
from course_lib.publishing.notebooks.places import solved_path, student_path
from course_lib.publishing.notebooks.sources import HIDDEN, SOLUTION, SourceError

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(path.stem for path in (ROOT / "solutions").glob("*/*.md"))


def without_pictures(path):
    """Return a notebook but for its pictures, whose bytes depend on the machine's fonts."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop("image/png", None)
    return notebook


def answers(name):
    """Yield the code cells that students write, by grade_id, from the student notebook."""
    for cell in nbformat.read(student_path(name, ROOT), as_version=4).cells:
        grading = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "code" and grading.get("solution"):
            yield grading["grade_id"], cell.source


@pytest.mark.parametrize("name", NAMES)
def test_committed_solved_notebook_is_the_one_its_source_gives(name, released):
    assert without_pictures(solved_path(name, ROOT)) == without_pictures(
        solved_path(name, released)
    )


@pytest.mark.parametrize("name", NAMES)
def test_committed_student_notebook_is_byte_for_byte_what_nbgrader_gives(name, released):
    assert student_path(name, ROOT).read_bytes() == student_path(name, released).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_outputs_of_the_committed_solved_notebook_are_reproduced(name):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "nbval", "--nbval"]
    done = subprocess.run(
        [*command, "-o", "addopts=", "-o", "filterwarnings=", str(solved_path(name, ROOT))],
        capture_output=True,
        text=True,
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize("name", NAMES)
def test_release_folder_holds_the_student_notebook_alone(name, released):
    assert [path.name for path in student_path(name, released).parent.iterdir()] == [
        f"{name}.ipynb"
    ]


@pytest.mark.parametrize("name", NAMES)
def test_student_notebook_holds_no_line_of_an_answer_or_hidden_test(name):
    text = "\n".join(
        cell.source for cell in nbformat.read(student_path(name, ROOT), as_version=4).cells
    )
    for begin, end in (SOLUTION, HIDDEN):
        for cell in load_source(name, ROOT, registry.graded_names(name)).cells:
            for region in re.findall(f"{begin}\n([\\s\\S]*?){end}", cell.source):
                lines = [line.strip() for line in region.splitlines()]
                assert not [line for line in lines if len(line) > 12 and line in text.split("\n")]
    assert "###" not in "".join(source for _, source in answers(name))
    assert "hidden=True" not in text


def stub_functions(source):
    """Return the function of an answer cell, or the methods if it is a class."""
    stub = ast.parse(source).body[0]
    parts = stub.body if isinstance(stub, ast.ClassDef) else [stub]
    return [part for part in parts if isinstance(part, ast.FunctionDef)]


@pytest.mark.parametrize("name", NAMES)
def test_every_stub_raises_not_implemented(name):
    stubs = dict(answers(name))
    assert set(registry.names(name)) <= set(stubs)
    for grade_id, source in stubs.items():
        assert ast.parse(source).body[0].name == grade_id
        for function in stub_functions(source):
            assert ast.unparse(function.body[-1]) == "raise NotImplementedError", grade_id


@pytest.mark.parametrize("name", NAMES)
def test_every_stub_has_a_full_docstring(name):
    unit = re.compile(r"dimensionless|nats|\bunits?\b|\bcounts?\b|number|true", re.IGNORECASE)
    for grade_id, source in answers(name):
        stub = ast.parse(source).body[0]
        if isinstance(stub, ast.ClassDef):
            assert all(map(ast.get_docstring, [stub, *stub_functions(source)[1:]])), grade_id
            continue
        sections = NumpyDocString(ast.get_docstring(stub))
        described = {part for item in sections["Parameters"] for part in item.name.split(", ")}
        assert described == {argument.arg for argument in stub.args.args}, grade_id
        assert sections["Returns"], grade_id
        assert sections["Examples"] or grade_id not in registry.names(name), grade_id
        returned = " ".join(line for item in sections["Returns"] for line in item.desc)
        assert unit.search(returned), grade_id


@pytest.mark.parametrize("name", NAMES)
def test_parameters_of_a_stub_are_those_of_the_reference_or_the_first_of_them(name):
    for grade_id, source in answers(name):
        if grade_id in registry.names(name):
            reference = registry.find(grade_id).reference
            for function in stub_functions(source):
                counterpart = getattr(reference, function.name, reference)
                arguments = [argument.arg for argument in function.args.args]
                expected = list(inspect.signature(counterpart).parameters)
                assert arguments == expected[: len(arguments)], grade_id


@pytest.mark.parametrize("name", NAMES)
def test_statement_names_the_equation_of_the_exercise_and_the_chapter_has_it(name):
    text = (ROOT / "solutions" / name / f"{name}.md").read_text(encoding="utf-8")
    sentences = re.findall(r"equations? (`[\w-]+`(?:(?:, | and )`[\w-]+`)*)", text)
    named = {label for sentence in sentences for label in re.findall(r"`([\w-]+)`", sentence)}
    assert named >= {registry.find(exercise).equation for exercise in registry.names(name)}
    chapter = (ROOT / "book" / f"{name}.md").read_text(encoding="utf-8")
    assert named <= set(re.findall(r"(?m)^:label: ([\w-]+)$", chapter))


@pytest.mark.parametrize("name", NAMES)
def test_points_add_up(name):
    cells = nbformat.read(student_path(name, ROOT), as_version=4).cells
    points = {
        cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.points
        for cell in cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }
    exercises = registry.graded_names(name)
    checks = [f"{exercise}-{kind}" for exercise in exercises for kind in ("visible", "hidden")]
    written = set(points) - set(checks)
    assert len(written) == 1
    assert set(points) == {*checks, *written}
    for exercise in exercises:
        assert 1 <= points[f"{exercise}-visible"] <= points[f"{exercise}-hidden"]
    assert 20 <= sum(points.values()) <= 40


def test_marker_that_survives_nbgrader_stops_the_release(tmp_path):
    root = tmp_path / "course"
    (root / "solutions" / "relu").mkdir(parents=True)
    (root / "nbgrader_config.py").write_bytes((ROOT / "nbgrader_config.py").read_bytes())
    cell = nbformat.v4.new_code_cell("### BEGN HIDDEN TESTS\nassert True\n### ENND HIDDEN TESTS")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), solved_path("relu", root))
    with pytest.raises(SourceError, match="'###' survived nbgrader"):
        write_student("relu", root)
    assert not student_path("relu", root).exists()


def test_failing_answer_stops_the_release(tmp_path):
    cell = nbformat.v4.new_code_cell("assert 1 == 2, 'wrong'")
    with pytest.raises(SourceError, match="the solved notebook fails"):
        execute(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "relu.md")
