"""The feedback page says what the gradebook holds: its rows, comments and lateness add up."""

import datetime
import re
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course_lib.grading.grade import grade
from course_lib.grading.record import Record
from course_lib.grading.results.account import Account, Row, accounts, shown
from course_lib.grading.results.export import export_grades
from course_lib.grading.results.feedback import number, rows, span, sum_of, write_feedback
from course_lib.grading.results.gradebook import Book
from course_lib.grading.results.report import write_report

DUE = datetime.datetime(2026, 11, 20, 12, 0)


@pytest.fixture
def course(toy, here):
    """Three students with right code and a written answer, graded by the checks."""
    toy.write("nbgrader_config.py", "c = get_config()\n")
    for student in ("bob", "carol", "erin"):
        notebook = toy.notebook()
        notebook["cells"][-1]["source"] = "It *doubles*: $f(x) = 2 x$."
        toy.submit(student, notebook)
    list(grade("toy", toy.root))
    return toy


def change(course, student, **given):
    """Do as people do in the formgrader: points, extra credit, comments, lateness."""
    with Book(course.root).open() as book:
        submission = book.find_submission("toy", student)
        (notebook,) = submission.notebooks
        for grade in notebook.grades:
            for name, value in given.get(grade.cell.name.replace("-", "_"), {}).items():
                setattr(grade, name, value)
        for comment in notebook.comments:
            comment.manual_comment = given.get("comments", {}).get(comment.cell.name)
        notebook.late_submission_penalty = given.get("penalty")
        submission.timestamp = given.get("came")
        submission.extension = given.get("extension")
        submission.assignment.duedate = given.get("due")
        book.db.commit()


class Page:
    """A feedback page as a student reads it."""

    def __init__(self, course, student):
        write_feedback("toy", course.root)
        html = (course.root / "feedback" / student / "toy" / "toy.html").read_text("utf-8")
        self.soup = BeautifulSoup(html, "html.parser")
        self.text = " ".join(self.soup.get_text().split())
        table = [[cell.get_text(" ", strip=True) for cell in line.find_all("td")]
                 for line in self.soup.table.find_all("tr")[1:]]  # fmt: skip
        *self.rows, self.total = table

    def points(self):
        """Add up the table as a student would."""
        return sum((numeral(row[-1].split(" / ")[0]) for row in self.rows), Decimal())


def numeral(text):
    return Decimal("0" if text == "–" else text.replace("−", "-"))


def exported(course):
    header, *lines = export_grades("csv", course.root).splitlines()
    place = header.split(",").index("score")
    return {line.split(",")[1]: Decimal(line.split(",")[place]) for line in lines}


def test_points_by_hand_and_extra_credit_are_rows_with_their_comment(course):
    written = {"manual_score": 1.5, "extra_credit": 0.5, "needs_manual_grade": False}
    change(course, "erin", essay=written, comments={"essay": "But *why*? $x^2$ <script>1</script>"})
    page = Page(course, "erin")
    assert "6 of 6 points." in page.text
    assert "4 + 1.5 + 0.5 = 6 (checks, read by a person, extra credit)" in page.text
    assert ["Toy", "written", "Read", "1.5 / 2"] in page.rows
    assert ["Toy", "extra credit", "Given by a person", "+0.5"] in page.rows
    assert page.points() == numeral(page.total[-1].split(" / ")[0]) == exported(course)["erin"]
    answer, comment = page.soup.find_all(class_="prose")
    assert (answer.em.text, comment.em.text) == ("doubles", "why")
    assert answer.math
    assert comment.msup
    assert not page.soup.find_all("script")
    assert "<script>1</script>" in comment.text


def test_changed_points_are_said_where_they_stand_and_comments_on_code_are_shown(course):
    hidden = {"manual_score": 0.75, "extra_credit": 0.25}
    change(course, "carol", double_hidden=hidden, comments={"double": "Use `np` **here**."})
    page = Page(course, "carol")
    assert [
        "double",
        "hidden",
        "Right; changed by a person from 2 to 0.75",
        "0.75 / 2",
    ] in page.rows
    assert ["double", "extra credit", "Given by a person", "+0.25"] in page.rows
    assert page.points() == Decimal(3) == exported(course)["carol"]
    assert "3 of 6 points so far; a written answer is still to be read." in page.text
    assert "0.75 of 2 points (changed by a person from 2 to 0.75)" in page.text
    (comment,) = [box for box in page.soup.find_all(class_="prose") if box.strong]
    assert comment.find_previous("code", string=re.compile("def double"))
    assert not comment.find_previous("code", string=re.compile("def triple"))


def test_lateness_is_a_row_that_says_when(course):
    came = DUE + datetime.timedelta(days=3, hours=1)
    change(course, "bob", penalty=3.0, came=came, due=DUE, extension=datetime.timedelta(days=2))
    page = Page(course, "bob")
    assert ["Late", "", "1 day 1 hour late", "−3"] in page.rows
    assert (
        "Handed in 2026-11-23 13:00 UTC, 1 day 1 hour late (due 2026-11-22 12:00 UTC with your "
        "extension of 2 days)."
    ) in page.text
    assert "4 − 3 = 1 (checks, late)" in page.text
    assert page.points() == 1 == exported(course)["bob"]


def test_late_work_without_a_penalty_and_work_in_time_say_so(course):
    change(course, "bob", came=DUE + datetime.timedelta(minutes=1), due=DUE)
    assert "1 minute late (due 2026-11-20 12:00 UTC); nothing was taken off for it." in (
        Page(course, "bob").text
    )
    change(course, "bob", came=DUE - datetime.timedelta(days=1), due=DUE)
    page = Page(course, "bob")
    assert "Handed in 2026-11-19 12:00 UTC, due 2026-11-20 12:00 UTC." in page.text
    assert "late" not in page.text.replace("late_", "")


def test_penalty_above_the_points_leaves_zero_and_the_rows_still_add_up(course):
    change(course, "bob", penalty=9.0)
    page = Page(course, "bob")
    assert ["A total is never below 0", "", "", "+5"] in page.rows
    assert page.points() == 0 == exported(course)["bob"]


def test_blank_answer_waits_for_nobody(course):
    with Book(course.root).open() as book:
        for grade in book.find_submission("toy", "bob").notebooks[0].grades:
            if grade.cell.name == "essay":
                grade.auto_score, grade.needs_manual_grade = 0.0, False
        book.db.commit()
    page = Page(course, "bob")
    assert ["Toy", "written", "No answer", "0 / 2"] in page.rows
    assert "4 of 6 points." in page.text
    assert "so far" not in page.text


def test_answer_that_was_read_and_changed_is_to_be_read_again(course):
    change(course, "bob", essay={"manual_score": 1.0, "needs_manual_grade": True})
    page = Page(course, "bob")
    assert ["Toy", "written", "Read; to be read again", "1 / 2"] in page.rows
    assert "5 of 6 points so far; a written answer is still to be read." in page.text


def test_points_that_a_person_shall_look_at_again_are_said(course):
    change(course, "bob", double_hidden={"manual_score": 1.0, "needs_manual_grade": True})
    page = Page(course, "bob")
    result = "Right; changed by a person from 2 to 1; to be looked at by a person"
    assert ["double", "hidden", result, "1 / 2"] in page.rows


def test_page_says_where_gradebook_and_journal_differ(course, capsys):
    change(course, "bob", double_hidden={"auto_score": 0.0})
    page = Page(course, "bob")
    assert "The checks ran again since these points were entered" in page.text
    assert page.points() == 2
    assert "gradebook and journal differ for 1 of 3 students" in capsys.readouterr().err
    assert "gradebook behind the journal" in write_report("toy", course.root)[0].read_text("utf-8")


def test_page_without_a_gradebook_says_that_it_is_the_journal_s(course, capsys):
    (course.root / "gradebook.db").unlink()
    page = Page(course, "bob")
    assert "The gradebook does not hold this work yet." in page.text
    assert page.points() == 4
    assert "differ for 3 of 3" in capsys.readouterr().err


def test_comment_on_a_cell_that_is_not_shown_is_shown_at_the_end(course):
    change(course, "bob", comments={"triple": "Still *there*."})
    (course.root / "autograded" / "bob" / "toy" / "toy.ipynb").unlink()
    page = Page(course, "bob")
    assert page.soup.find("h2", string="Comments")
    assert page.soup.find_all(class_="prose")[-1].text.strip() == "Still there."


def test_text_that_a_student_added_is_on_her_page_as_she_typed_it(toy, here):
    notebook = toy.notebook()
    own = "My thought: <b>a</b> [site](https://example.org)\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    notebook["cells"].append({"cell_type": "markdown", "metadata": {}, "id": "own", "source": own})
    toy.submit("ada", notebook)
    list(grade("toy", toy.root))
    page = Page(toy, "ada")
    (box,) = [box for box in page.soup.find_all(class_="prose") if box.table]
    assert "<b>a</b>" in box.text
    assert box.a["href"] == "https://example.org"


def test_report_has_both_numbers_and_what_they_add_up_to(course):
    change(course, "erin", essay={"manual_score": 1.5, "needs_manual_grade": False}, penalty=0.5)
    write_feedback("toy", course.root)
    page = BeautifulSoup(write_report("toy", course.root)[0].read_text("utf-8"), "html.parser")
    table = page.find(attrs={"aria-label": "Students"})
    lines = [[cell.get_text(" ", strip=True) for cell in line.find_all("td")]
             for line in table.find_all("tr")[1:]]  # fmt: skip
    assert lines[2] == ["erin", "4 / 4", "5 / 6", "4 + 1.5 − 0.5 = 5", ""]
    assert lines[0] == ["bob", "4 / 4", "4 / 6", "", "to be read"]
    links = [link["href"] for link in table.find_all("a")]
    assert links[0] == "../feedback/bob/toy/toy.html"
    assert all((course.root / "reports" / link).resolve().is_file() for link in links)


points = st.integers(-4000, 8000).map(lambda n: n / 1000) | st.floats(-5, 10).map(lambda x: x / 3)
optional = st.none() | points


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_rows_add_up_to_the_total_that_nbgrader_computes(course, data):
    penalty = data.draw(st.none() | points.map(abs))
    given = {
        key: {name: data.draw(optional) for name in ("auto_score", "manual_score", "extra_credit")}
        for key in ("double_visible", "double_hidden", "triple_visible", "essay")
    }
    change(course, "bob", penalty=penalty, **given)
    with Book(course.root).open() as book:
        submission = book.find_submission("toy", "bob")
        truth = max(0.0, submission.score - submission.late_submission_penalty)
    page = Page(course, "bob")
    total = numeral(page.total[-1].split(" / ")[0])
    assert page.points() == total == shown(truth)
    terms, _ = sum_of(accounts("toy", course.root)["bob"])
    if terms:
        added, result = terms.replace("−", "-").split(" = ")
        parts = re.sub(r"([+-]) (?=\d)", r"\1", added).split()
        assert sum(map(Decimal, parts), Decimal()) == Decimal(result) == total


def test_thirds_add_up_on_the_page():
    third = [Row("toy", f"q{k}", 1 / 3, None, 1 / 3, 1.0) for k in range(3)]
    account = Account(third, score=1.0, most=3.0)
    record = Record("ann", "toy", "graded", 0.0, 0.0, 0.0, [], [])
    found = [row["points"].split(" / ")[0] for row in rows(account, record, {})]
    assert found == ["0.333", "0.333", "0.333", "+0.001"]
    assert sum(map(Decimal, found)) == Decimal(number(shown(account.total)))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0.2, "1 minute"),
        (61, "1 hour 1 minute"),
        (1440, "1 day"),
        (2 * 1440 + 59, "2 days 59 minutes"),
    ],
)
def test_durations_are_words(minutes, words):
    assert span(datetime.timedelta(minutes=minutes)) == words
