"""A class of any size is read in a few queries, and what is read is what nbgrader itself gives."""

import datetime

import pytest
from sqlalchemy import event, inspect, text

from course_lib.grading.journal import read_journal
from course_lib.grading.results.account import Account, Row, accounts
from course_lib.grading.results.gradebook import Book, look
from course_lib.grading.results.report import write_report


@pytest.fixture
def class_of(term, tmp_path):
    """Make classes of a size, graded, late, read, to be read and commented on."""

    def make(students):
        root = tmp_path / str(students)
        term.make_class(root, students)
        with Book(root).open() as book:
            book.find_submission(term.NAME, "s00001").extension = datetime.timedelta(days=2)
            grade = book.find_grade("relu-hidden", term.NAME, term.NAME, "s00002")
            grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 0.25, 0.5, True
            book.db.commit()
        return root

    return make


def one_by_one(book, name):
    """Read accounts from nbgrader's own objects, a property at a time."""
    found = {}
    for submission in book.assignment_submissions(name):
        rows, comments = [], {}
        for notebook in submission.notebooks:
            known = notebook.notebook
            read = {cell.name for cell in [*known.solution_cells, *known.task_cells]}
            for grade in notebook.grades:
                rows.append(
                    Row(notebook.name, grade.name, grade.auto_score, grade.manual_score,
                        grade.score, grade.max_score, grade.needs_manual_grade, grade.name in read)
                )  # fmt: skip
            for comment in notebook.comments:
                if comment.comment:
                    comments[notebook.name, comment.name] = comment.comment
        rows.sort(key=lambda row: row.place)
        found[submission.student.id] = Account(
            rows, comments, submission.score, submission.max_score,
            submission.late_submission_penalty, submission.timestamp, submission.duedate,
            submission.extension,
        )  # fmt: skip
    return found


def test_accounts_are_what_nbgrader_gives_one_by_one(term, class_of):
    root = class_of(30)
    with Book(root).open() as book:
        truth = one_by_one(book, term.NAME)
    found = accounts(term.NAME, root)
    assert found == truth
    assert any(account.late for account in found.values())
    assert any(account.comments for account in found.values())
    assert {account.waits for account in found.values()} == {True, False}


def test_a_larger_class_is_read_in_as_many_queries(term, class_of, monkeypatch):
    asked = []
    for size in (3, 30):
        root = class_of(size)
        book = Book(root)
        count = []
        event.listen(
            book.gradebook.engine, "before_cursor_execute", lambda *_, n=count: n.append(1)
        )
        monkeypatch.setattr("course_lib.grading.results.account.Book", lambda _, b=book: b)
        assert len(accounts(term.NAME, root)) == size
        asked.append(len(count))
    assert asked[0] == asked[1]


def test_gradebook_from_before_gets_the_indexes_when_it_is_opened(term, class_of):
    root = class_of(3)
    book = Book(root)
    with book.open() as opened:
        made = [f"course_{name}" for name in ("grade_by_notebook", "comment_by_notebook")]
        for name in made:
            opened.db.execute(text(f"DROP INDEX {name}"))
        opened.db.commit()
    with book.open() as opened:
        held = {each["name"] for each in inspect(opened.engine).get_indexes("grade")}
        assert made[0] in held
        plan = opened.db.execute(
            text("EXPLAIN QUERY PLAN SELECT sum(auto_score) FROM grade WHERE notebook_id = 'x'")
        )
        assert made[0] in str(plan.all())


def test_class_made_in_bulk_is_one_that_was_graded(term, class_of):
    root = class_of(3)
    latest = read_journal(root, term.NAME).latest()
    assert Book(root).differences(term.NAME, latest) == {}
    assert "not in the gradebook" not in write_report(term.NAME, root)[0].read_text("utf-8")


def test_grading_looks_at_each_student_a_few_times_however_large_the_class(
    term, class_of, monkeypatch
):
    looked = []

    def counted(*arguments, **options):
        found = look(*arguments, **options)
        looked.append(len(found))
        return found

    monkeypatch.setattr("course_lib.grading.results.gradebook.look", counted)
    monkeypatch.setattr("course_lib.grading.grade.BATCH", 5)
    students = 40
    term.grade_again(class_of(students))
    assert len(looked) > students / 5  # it was written in parts
    assert sum(looked) <= 4 * students
