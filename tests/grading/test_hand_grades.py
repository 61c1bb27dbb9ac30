"""Points and comments that people gave: they stay, and stay done while the work is the same."""

import datetime
import shutil
from pathlib import Path

import pytest

from course_lib.grading.grade import grade
from course_lib.grading.results.export import export_grades
from course_lib.grading.results.gradebook import Book, read_entries
from course_lib.grading.work import base_record

CONFIG = Path(__file__).parents[2] / "nbgrader_config.py"
AGAIN = "points given by a person for an earlier version: {} (look again)"


def essay(text, double=None):
    """Make a way to hand in the toy notebook with this written answer, None for a deleted cell."""

    def make(toy):
        notebook = toy.notebook(double) if double else toy.notebook()
        if text is None:
            del notebook["cells"][-1]
        else:
            notebook["cells"][-1]["source"] = text
        return notebook

    return make


@pytest.fixture
def course(toy, here):
    """A class with written answers of each kind, graded once."""
    shutil.copy(CONFIG, toy.root)
    toy.hand_in = lambda student, make: toy.submit(student, make(toy))
    toy.hand_in("ada", essay("It is so because."))
    toy.hand_in("bob", essay("Another reason."))
    toy.hand_in("untouched", essay("*Write your answer here, in place of this line.*"))
    toy.hand_in("empty", essay(" \n"))
    toy.hand_in("deleted", essay(None))
    toy.records = run(toy)
    return toy


def run(course, **settings):
    return {record.student: record for record in grade("toy", course.root, **settings)}


def by_hand(course, student, key="essay", points=1.5, **more):
    """Give points as the formgrader's page does."""
    with Book(course.root).open() as book:
        row = book.find_grade(key, "toy", "toy", student)
        row.manual_score, row.extra_credit = points, more.get("extra")
        row.needs_manual_grade = row.manual_score is None and row.auto_score is None
        if "comment" in more:
            book.find_comment(key, "toy", "toy", student).manual_comment = more["comment"]
        book.db.commit()


def state(course, student, key="essay"):
    with Book(course.root).open() as book:
        row = book.find_grade(key, "toy", "toy", student)
        return row.manual_score, row.needs_manual_grade


def score(course, student):
    with Book(course.root).open() as book:
        return book.find_submission("toy", student).score


def change_checks(course, monkeypatch):
    monkeypatch.setattr("course_lib.grading.grade.checks_digest", lambda: "others")
    return run(course)


def change_points(course, monkeypatch):
    notebook = course.notebook()
    notebook["cells"][3]["metadata"]["nbgrader"]["points"] = 3
    course.write("solutions/toy/toy.ipynb", notebook)
    return run(course)


AGAINS = {
    "force": lambda course, _: run(course, force=True),
    "one student": lambda course, _: run(course, student="ada"),
    "other checks": change_checks,
    "other points": change_points,
}


def test_only_real_answers_wait_for_a_person(course):
    waiting = {student: record.to_read for student, record in course.records.items()}
    assert waiting == {
        "ada": ["essay"], "bob": ["essay"], "untouched": [], "empty": [], "deleted": [],
    }  # fmt: skip
    for student in ("untouched", "empty", "deleted"):
        assert state(course, student) == (None, False)
        with Book(course.root).open() as book:
            assert book.find_comment("essay", "toy", "toy", student).comment == "No response."
    assert {s: r.to_read for s, r in run(course).items()} == waiting


@pytest.mark.parametrize("way", AGAINS)
def test_answer_that_was_read_stays_done(course, monkeypatch, way):
    by_hand(course, "ada", comment="good", extra=0.25)
    records = AGAINS[way](course, monkeypatch)
    assert records["ada"].status == "graded"
    assert state(course, "ada") == (1.5, False)
    assert records["ada"].to_read == []
    assert records["ada"].flags == []
    with Book(course.root).open() as book:
        assert book.find_comment("essay", "toy", "toy", "ada").comment == "good"
        assert book.find_grade("essay", "toy", "toy", "ada").extra_credit == 0.25
    again = run(course)
    assert (again["ada"].status, again["ada"].to_read) == ("unchanged", [])
    assert again["bob"].to_read == ["essay"]


def test_answer_stays_done_when_only_code_was_changed(course):
    by_hand(course, "ada")
    course.hand_in("ada", essay("It is so because.", "double = abs"))
    record = run(course)["ada"]
    assert (record.status, record.flags, record.to_read) == ("graded", [], [])
    assert state(course, "ada") == (1.5, False)


@pytest.mark.parametrize("text", ["It is so, since.", "", None])
def test_changed_answer_is_to_be_read_again_and_its_points_are_kept(course, text):
    by_hand(course, "ada")
    course.hand_in("ada", essay(text))
    record = run(course)["ada"]
    assert state(course, "ada") == (1.5, True)
    assert record.flags == [AGAIN.format("essay")]
    assert record.to_read == ["essay"] or not text
    unchanged = run(course)["ada"]
    assert (unchanged.status, unchanged.flags) == ("unchanged", record.flags)
    assert read_entries(course.root, "toy")["ada"]["record"].flags == record.flags
    assert run(course, force=True)["ada"].flags == record.flags
    by_hand(course, "ada", points=0.5)
    for settings in ({}, {"force": True}):
        assert run(course, **settings)["ada"].flags == []
        assert state(course, "ada") == (0.5, False)


def test_answer_that_returns_to_the_text_that_was_read_is_done(course):
    by_hand(course, "ada")
    course.hand_in("ada", essay("Something else."))
    assert run(course)["ada"].to_read == ["essay"]
    course.hand_in("ada", essay("It is so because."))
    record = run(course)["ada"]
    assert (record.to_read, record.flags) == ([], [])
    assert state(course, "ada") == (1.5, False)


def test_file_that_cannot_be_read_any_more_keeps_points_and_is_flagged(course):
    by_hand(course, "ada")
    course.submit("ada", "{")
    record = run(course)["ada"]
    assert record.status == "failed"
    assert AGAIN.format("essay") in record.flags
    assert state(course, "ada") == (1.5, True)


def test_points_in_place_of_the_checks_are_flagged_on_changed_work(course):
    by_hand(course, "ada", "double-hidden", 0.5)
    assert run(course, force=True)["ada"].flags == []
    assert state(course, "ada", "double-hidden") == (0.5, False)
    assert score(course, "ada") == 2.5
    course.hand_in("ada", essay("It is so because.", "raise NotImplementedError"))
    for settings in ({}, {}, {"force": True}):
        record = run(course, **settings)["ada"]
        assert record.flags == [AGAIN.format("double-hidden")]
        assert state(course, "ada", "double-hidden") == (0.5, True)
        assert record.to_read == ["essay"]
    by_hand(course, "ada", "double-hidden", None)
    assert run(course)["ada"].flags == []
    assert score(course, "ada") == 1.0


def test_comment_or_extra_credit_alone_does_not_make_an_answer_read(course):
    by_hand(course, "ada", points=None, extra=0.5, comment="later")
    assert run(course, force=True)["ada"].to_read == ["essay"]


@pytest.mark.parametrize("place", ["Journal.mark", "Book.write", "Book.refresh", "Book.write_one"])
def test_killed_run_does_not_forget_what_was_read(course, monkeypatch, place):
    by_hand(course, "ada")
    by_hand(course, "bob")
    course.hand_in("bob", essay("Rewritten."))

    def killed(*arguments):
        raise KeyboardInterrupt

    module = "journal" if place.startswith("Journal") else "results.gradebook"
    with monkeypatch.context() as patch:
        patch.setattr(f"course_lib.grading.{module}.{place}", killed)
        with pytest.raises(KeyboardInterrupt):
            run(course, force=True)
    records = run(course)
    assert (state(course, "ada"), state(course, "bob")) == ((1.5, False), (1.5, True))
    assert records["bob"].flags == [AGAIN.format("essay")]
    export_grades("csv", course.root)


def test_gradebook_of_an_older_version_keeps_what_was_read(course):
    by_hand(course, "ada")
    by_hand(course, "bob")
    course.hand_in("bob", essay("Rewritten."))
    with Book(course.root).open() as book:
        book.db.connection().exec_driver_sql("DROP TABLE course_recorded")
        book.db.commit()
    run(course, force=True)
    assert state(course, "ada") == (1.5, False)
    assert state(course, "bob") == (1.5, True)


def cells_changed(course, add=(), remove=()):
    """Release the toy assignment with other cells."""
    notebook = course.notebook()
    notebook["cells"] = [c for c in notebook["cells"] if c["id"] not in remove] + list(add)
    course.write("solutions/toy/toy.ipynb", notebook)


def new_cells(course):
    written = course.code("essay2", "Why not?", grade=True, solution=True, locked=False, points=4)
    written = {k: v for k, v in written.items() if k not in ("outputs", "execution_count")}
    return (
        course.answer("half", "def half(x):\n    return x / 2"),
        course.test_cell("half-visible", "assert half(2) == 1", 1),
        written | {"cell_type": "markdown"},
    )


def test_added_cells_keep_all_that_people_gave(course, caplog):
    due = datetime.datetime(2026, 1, 1)
    by_hand(course, "ada", comment="good", extra=0.25)
    by_hand(course, "bob", "double-hidden", 0.5)
    with Book(course.root).open() as book:
        book.update_or_create_assignment("toy", duedate=due)
        book.grant_extension("toy", "bob", days=1)
    cells_changed(course, add=new_cells(course))
    records = run(course)
    (told,) = [r.message for r in caplog.records if "cells changed" in r.message]
    assert "added essay2, half, half-visible" in told
    assert "removed" not in told.split("kept")[0]
    assert {r.max_score for r in records.values()} == {5.0}
    assert state(course, "ada") == (1.5, False)
    assert not any("earlier version" in flag for r in records.values() for flag in r.flags)
    assert score(course, "ada") == 4.0 + 1.5 + 0.25
    assert score(course, "bob") == 1.0 + 0.5 + 1.0
    with Book(course.root).open() as book:
        assert book.find_comment("essay", "toy", "toy", "ada").comment == "good"
        assert book.find_assignment("toy").duedate == due
        assert book.find_submission("toy", "bob").extension == datetime.timedelta(days=1)
        assert book.find_assignment("toy").max_score == 4 + 2 + 1 + 4
        assert not book.find_grade("essay2", "toy", "toy", "ada").needs_manual_grade
    export_grades("csv", course.root)
    solved = essay("It is so because.")(course)
    solved["cells"] += new_cells(course)
    solved["cells"][-1]["source"] = "For no reason."
    course.submit("ada", solved)
    record = run(course)["ada"]
    assert (record.score, record.to_read) == (5.0, ["essay2"])


def test_removed_cell_takes_nothing_with_it_that_does_not_come_back(course, caplog):
    by_hand(course, "ada", comment="good", extra=0.25)
    by_hand(course, "bob", "double-hidden", 0.5)
    cells_changed(course, remove=("essay", "double-hidden"))
    records = run(course)
    (told,) = [r.message for r in caplog.records if "cells changed" in r.message]
    assert "removed double-hidden, essay" in told
    assert "until they come back: 3;" in told
    assert {r.max_score for r in records.values()} == {2.0}
    assert (score(course, "ada"), score(course, "bob")) == (2.0, 2.0)
    assert records["ada"].to_read == []
    export_grades("csv", course.root)
    run(course, force=True)

    course.hand_in("bob", essay("Another reason.", "raise NotImplementedError"))
    cells_changed(course)
    caplog.clear()
    records = run(course)
    (told,) = [r.message for r in caplog.records if "cells changed" in r.message]
    assert "brought back: 4" in told  # points, extra credit, comment of one, points of the other
    assert state(course, "ada") == (1.5, False)
    assert score(course, "ada") == 4.0 + 1.5 + 0.25
    assert records["ada"].flags == []
    with Book(course.root).open() as book:
        assert book.find_comment("essay", "toy", "toy", "ada").comment == "good"
    assert state(course, "bob", "double-hidden") == (0.5, True)
    assert records["bob"].flags == [AGAIN.format("double-hidden")]


def test_cells_that_come_back_before_anybody_was_graded_have_what_they_had(course, monkeypatch):
    by_hand(course, "ada", comment="good")
    before = {student: state(course, student) for student in ("ada", "bob", "empty")}
    scores = {student: score(course, student) for student in before}

    def refuse(work, students, *others):
        for student in students:
            yield base_record(student, work.assignment, "failed")

    with monkeypatch.context() as patch:
        patch.setattr("course_lib.grading.grade.grade_students", refuse)
        cells_changed(course, remove=("essay", "double-hidden"))
        run(course)
        assert score(course, "ada") == 2.0
        cells_changed(course)
        records = run(course)
    assert {r.status for r in records.values()} == {"unchanged"}
    assert {student: state(course, student) for student in before} == before
    assert {student: score(course, student) for student in before} == scores
    assert records["bob"].to_read == ["essay"]


def test_cells_that_change_their_kind_keep_points(course):
    by_hand(course, "ada", points=1.0)
    notebook = course.notebook()
    metadata = notebook["cells"][-1]["metadata"]["nbgrader"]
    metadata |= {"task": True, "grade": False, "solution": False, "locked": True}
    course.write("solutions/toy/toy.ipynb", notebook)
    run(course)
    assert state(course, "ada")[0] == 1.0


def test_changed_cells_after_a_kill_are_finished(course, monkeypatch):
    by_hand(course, "ada")
    cells_changed(course, add=new_cells(course), remove=("triple-visible",))

    def killed(*arguments, **settings):
        raise KeyboardInterrupt

    for place in ("SaveChangedCells.refit", "write_aside", "read_aside"):
        with monkeypatch.context() as patch:
            patch.setattr(f"course_lib.grading.results.refit.{place}", killed)
            with pytest.raises(KeyboardInterrupt):
                run(course)
    with monkeypatch.context() as patch:
        patch.setattr("nbgrader.api.Gradebook.update_or_create_source_cell", killed)
        with pytest.raises(KeyboardInterrupt):
            run(course)
    records = run(course)
    assert {r.max_score for r in records.values()} == {4.0}
    assert state(course, "ada") == (1.5, False)
    assert score(course, "ada") == 3.0 + 1.5
    export_grades("csv", course.root)


def test_student_without_a_folder_has_no_points_for_new_cells_and_waits_for_nobody(course):
    by_hand(course, "bob")
    shutil.rmtree(course.root / "submitted/bob")
    cells_changed(course, add=new_cells(course))
    run(course)
    assert score(course, "bob") == 4.0 + 1.5
    for key in ("half-visible", "essay2", "essay"):
        assert state(course, "bob", key)[1] is False
