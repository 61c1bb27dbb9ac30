"""A whole student notebook runs to its end, and what raises is still worth nothing."""

import nbformat
import pytest
from nbclient import NotebookClient
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import Execute
from nbgrader.utils import determine_grade
from traitlets.config.loader import PyFileConfigLoader

from course_lib.checks.registry import graded_names
from course_lib.publishing.notebooks.places import student_path
from course_lib.publishing.notebooks.run_on import TAG, RunOn
from tests.publishing.conftest import ROOT

NAME = "relu"


def student_notebook():
    """Give a released notebook, tagged by the step of the release."""
    notebook = nbformat.read(student_path(NAME, ROOT), as_version=4)
    return RunOn().preprocess(notebook, {})[0]


def test_the_release_does_all_that_nbgrader_does_and_tags_last():
    found = PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
    steps = [step.rpartition(".")[2] for step in found.GenerateAssignment.preprocessors]
    assert steps == [step.__name__ for step in GenerateAssignment.preprocessors.default()] + [
        RunOn.__name__
    ]


def test_every_code_cell_is_tagged_once_and_keeps_its_other_tags():
    cell = nbformat.v4.new_code_cell("1", metadata={"tags": ["other", TAG]})
    text = nbformat.v4.new_markdown_cell("1")
    notebook = nbformat.v4.new_notebook(cells=[cell, text])
    RunOn().preprocess(notebook, {})
    assert [cell.metadata.get("tags") for cell in notebook.cells] == [["other", TAG], None]


@pytest.fixture(scope="module")
def executed():
    """Give an unwritten notebook after a run of all its cells that stops where an error counts."""
    notebook = student_notebook()
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", allow_errors=False)
    client.execute()
    return notebook


def test_an_unwritten_notebook_runs_to_its_last_cell(executed):
    code = [cell for cell in executed.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in code)
    assert any(out.output_type == "error" for cell in code for out in cell.outputs)


def test_a_run_without_the_tags_stops_at_the_first_unwritten_exercise():
    notebook = student_notebook()
    for cell in notebook.cells:
        cell.metadata.pop("tags", None)
    with pytest.raises(Exception, match="not written yet"):
        NotebookClient(notebook, timeout=120, kernel_name="python3").execute()


@pytest.mark.parametrize("exercise", graded_names(NAME))
def test_nbgrader_gives_an_unwritten_exercise_no_points(executed, exercise):
    (cell,) = (
        cell
        for cell in executed.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == f"{exercise}-visible"
    )
    reached, possible = determine_grade(cell)
    assert reached == 0 < possible


def test_nbgraders_own_run_counts_tagged_cells_that_raise_as_failed():
    grading = {"grade": True, "solution": False, "locked": True, "points": 2, "grade_id": "a"}
    sources = ("raise ValueError('wrong')", "assert 1 == 1")
    cells = [
        nbformat.v4.new_code_cell(source, metadata={"nbgrader": grading, "tags": [TAG]})
        for source in sources
    ]
    notebook, _ = Execute().preprocess(nbformat.v4.new_notebook(cells=cells), {})
    assert [determine_grade(cell) for cell in notebook.cells] == [(0, 2.0), (2.0, 2.0)]
