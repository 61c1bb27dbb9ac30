"""
Honest notebooks in odd forms by somebody who had not seen the grader, graded as one class.

The first set was there while the grader was mended; the second one was measured once, after that,
and is kept since.
"""

import runpy
from pathlib import Path

import pytest

from course_lib.grading.grade import grade
from tests.grading import odd

SETS = [runpy.run_path(str(p)) for p in sorted(Path(__file__).parent.glob("odd_by_strangers*.py"))]
CHAPTERS = (
    "relu",
    pytest.param("binary_classification", marks=pytest.mark.real_tools),  # a minute
)


# By the rule that a test cell sees the notebook as it stands at that cell, and nobody types here.
LOSES = {"helper_in_cell_below": 24.0, "id_by_input": 3.0}
GRADED_ALL_THE_SAME = {"zip_only"}


def all_of(kind):
    """List the forms of a kind, of all sets."""
    return {name: form for forms in SETS for name, form in forms[kind].items()}


@pytest.fixture(scope="module", params=CHAPTERS)
def graded(request, tmp_path_factory, sandboxed):
    """Grade a class in which every form is a student's; give the records."""
    root, name = tmp_path_factory.mktemp("odd"), request.param
    source = root / "solutions" / name / f"{name}.ipynb"
    source.parent.mkdir(parents=True)
    source.write_text(odd.assignment(name).text, encoding="utf-8")
    forms = all_of("FORMS") | all_of("REPORTED")
    for form, make in forms.items():
        for path, content in make(odd.solved(name, form), name).items():
            file = root / "submitted" / form / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return {record.student: record for record in grade(name, root, jobs=2)}


@pytest.mark.parametrize("form", all_of("FORMS"))
def test_honest_work_in_an_odd_form_gets_the_points_of_the_plain_one(graded, form):
    record = graded[form]
    lost = {c.grade_id: c.message for c in record.cells if c.points < c.max_points}
    assert (record.status, record.score) == ("graded", 24.0 - LOSES.get(form, 0)), lost
    assert len(record.to_read) == 1


@pytest.mark.parametrize("form", all_of("REPORTED"))
def test_what_cannot_be_graded_is_reported_by_name(graded, form):
    record = graded[form]
    expected = ("graded",) if form in GRADED_ALL_THE_SAME else ("failed", "missing")
    assert record.status in expected
    assert any("." in flag for flag in record.flags), record.flags
