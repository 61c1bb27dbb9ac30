"""An assignment of several notebooks: one submission, one record, one sum of points."""

import json

import pytest

from course_lib.grading.grade import Run, grade
from course_lib.grading.journal import Journal, read_journal
from course_lib.grading.record import record_fault
from course_lib.grading.results.account import accounts, agrees
from course_lib.grading.results.export import export_grades
from course_lib.grading.results.feedback import write_feedback
from course_lib.grading.results.gradebook import Book
from course_lib.grading.results.report import write_report
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.transport import UnfitAnswer, grade_message, pack, read_answer, unpack
from course_lib.grading.work import grade_one
from tests.grading.conftest import HerePool


def fill(toy):
    """Make two notebooks whose cells have the same names, and a class that handed them in."""

    def notebook(factor, right=True):
        answer = f"def times(x):\n    return {factor if right else 0} * x"
        cells = [
            toy.answer("times", answer),
            toy.test_cell("times-visible", f"assert times(2) == {2 * factor}", factor),
            toy.code("why", "Because.", grade=True, solution=True, locked=False, points=1)
            | {"cell_type": "markdown"},
        ]
        for key in ("outputs", "execution_count"):
            cells[-1].pop(key)
        return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}

    toy.write("nbgrader_config.py", "c = get_config()\nc.CourseDirectory.course_id = 'two'\n")
    for factor, name in ((2, "first"), (3, "second")):
        toy.write(f"source/set/{name}.ipynb", notebook(factor))
        toy.write(f"submitted/both/set/{name}.ipynb", notebook(factor))
        toy.write(f"submitted/half/set/{name}.ipynb", notebook(factor, right=name == "first"))
    toy.write("submitted/one/set/second.ipynb", notebook(3))
    toy.write("submitted/broken/set/first.ipynb", notebook(2))
    toy.write("submitted/broken/set/second.ipynb", "no notebook")
    (toy.root / "solutions" / "toy" / "toy.ipynb").unlink()
    (toy.root / "solutions" / "toy").rmdir()
    (toy.root / "solutions").rmdir()
    (toy.root / "submitted" / "none").mkdir()
    return toy


@pytest.fixture
def course(toy):
    """The course, not graded yet."""
    return fill(toy)


@pytest.fixture(scope="module")
def graded_course(class_toy, sandboxed):
    """The course, graded once, and the records of the class."""
    course = fill(class_toy)
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr("course_lib.grading.grade.LocalPool", HerePool)
        return course, {record.student: record for record in grade("set", course.root)}


@pytest.fixture
def graded(graded_course):
    """The records of the class."""
    return graded_course[1]


def test_points_are_the_sum_and_cells_name_their_notebook(graded):
    assert {s: (r.status, r.score, r.max_score) for s, r in graded.items()} == {
        "both": ("graded", 5, 5), "half": ("graded", 2, 5), "one": ("graded", 3, 5),
        "broken": ("graded", 2, 5), "none": ("missing", 0, 5),
    }  # fmt: skip
    cells = [(c.notebook, c.grade_id, c.points) for c in graded["half"].cells]
    assert cells == [("first", "times-visible", 2), ("second", "times-visible", 0)]
    assert "first: refused: first.ipynb was not handed in" in graded["one"].flags
    assert any(flag.startswith("second: refused: ") for flag in graded["broken"].flags)
    assert graded["both"].to_read == ["first/why", "second/why"]
    assert record_fault(graded["both"].to_json()) == ""


def test_gradebook_keeps_cells_of_one_name_apart(graded_course, here):
    course, graded = graded_course
    known = accounts("set", course.root)
    half = {row.place: (row.auto, row.waits) for row in known["half"].rows}
    assert half["first", "times-visible"] == (2, False)
    assert half["second", "times-visible"] == (0, False)
    assert half["first", "why"] == (None, True)
    assert all(agrees(known[s], r) for s, r in graded.items() if s in known)
    assert "set,half" in export_grades("csv", course.root)
    with Book(course.root).open() as book:
        (grades,) = [
            n.grades for n in book.find_submission("set", "both").notebooks if n.name == "second"
        ]
        next(g for g in grades if g.cell.name == "why").manual_score = 1
        next(g for g in grades if g.cell.name == "why").needs_manual_grade = False
        book.db.commit()
    again = {r.student: r for r in grade("set", course.root)}
    assert again["both"].status == "unchanged"
    assert again["both"].to_read == ["first/why"]


def test_pages_show_each_notebook_and_lie_where_nbgrader_looks(graded_course):
    course, _ = graded_course
    paths = write_feedback("set", course.root)
    mine = [p for p in paths if p.parent.parent.name == "both"]
    assert sorted(p.name for p in mine) == ["first.html", "second.html"]
    text = mine[0].read_text()
    assert "return 2 * x" in text
    assert "return 3 * x" in text
    assert mine[0].read_text() == mine[1].read_text()
    graded = (course.root / "autograded" / "both" / "set").glob("*.ipynb")
    names = sorted(path.name for path in graded)
    assert names == ["first.ipynb", "second.ipynb"]
    html, csv = write_report("set", course.root)
    assert "half,graded,2,second/times-visible,wrong,0,3," in csv.read_text()
    assert "first/times-visible" in html.read_text()


def test_files_of_the_other_notebooks_are_no_surprise(graded):
    assert not any("extra files" in flag or "renamed" in flag for flag in graded["both"].flags)


def test_one_changed_notebook_grades_the_submission_again(graded_course, here):
    course, _ = graded_course
    before = len(read_journal(course.root, "set").entries)
    whole = json.loads((course.root / "submitted/half/set/first.ipynb").read_text())
    whole["cells"][0]["source"] = "def times(x):\n    return x + x"
    course.write("submitted/half/set/first.ipynb", whole)
    again = {r.student: r.status for r in grade("set", course.root)}
    assert again["half"] == "graded"
    assert again["both"] == "unchanged"
    assert len(read_journal(course.root, "set").entries) == before + 1


@pytest.fixture
def job(course, sandboxed):
    """The job of one submission."""
    from course_lib.grading.examine.assignment import Assignment

    assignment = Assignment.find("set", course.root)
    with Journal.open(course.root, "set") as journal:
        run = Run(course.root, assignment, journal, Limits(), 5, False)
        return run.job("half")


def test_job_travels_to_another_machine_and_its_answer_back(job):
    assert unpack(pack(job)) == job
    answer = read_answer(job, grade_message(pack(job)))
    here = grade_one(job)
    assert [c.points for c in answer.record.cells] == [c.points for c in here.record.cells]
    assert [other.notebook for other in answer.others] == [o.notebook for o in here.others]


@pytest.mark.parametrize(
    "forge",
    [
        lambda plain: plain.pop("others"),
        lambda plain: plain["others"].append(plain["others"][0]),
        lambda plain: plain["record"]["cells"].reverse(),
        lambda plain: plain["record"]["cells"][1].update(notebook="first"),
        lambda plain: plain["record"]["cells"][1].update(points=3.5),
        lambda plain: plain["record"].update(to_read=["why"]),
        lambda plain: plain["others"][0]["notebook"]["cells"][1].update(source="pass"),
        lambda plain: plain["others"][0].update(record=7),
    ],
)
def test_answer_that_does_not_fit_is_not_believed(job, forge):
    plain = json.loads(grade_message(pack(job)))
    forge(plain)
    with pytest.raises(UnfitAnswer):
        read_answer(job, json.dumps(plain).encode())
