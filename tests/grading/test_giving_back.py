"""Grades and feedback for one assignment, as Moodle and Canvas take them."""

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from course_lib.cli import main
from course_lib.grading.journal import Journal
from course_lib.grading.record import CellResult, Record
from course_lib.grading.results.export import export_grades
from course_lib.grading.results.feedback import write_feedback
from course_lib.grading.results.gradebook import Book
from course_lib.grading.results.moodle import feedback_archive, grading_worksheet

KEYS = {"double-visible": 1.0, "double-hidden": 2.0, "triple-visible": 1.0}
ROSTER = """\
id,last_name,first_name,email,lms_id
ada,Lovelace,Ada,ada@x.test,41
bob,Bobson,Bob,bob@x.test,42
zoe,Zed,Zoe,zoe@x.test,43
"""
WORKSHEET = """\
\ufeffIdentifier,"Full name","Email address",Status,Grade,"Maximum grade","Grade can be changed",\
"Last modified (submission)","Last modified (grade)","Feedback comments"
"Participant 901","Ada Lovelace",ada@x.test,"Submitted for grading",,6.00,Yes,-,-,
"Participant 902","Bobson Bob",,"Submitted for grading",3.00,6.00,Yes,-,\
"Friday, 6 March 2026, 9:00 AM","=1+1 well done"
"Participant 903","Zoe Zed",zoe@x.test,"No submission",2.00,6.00,Yes,-,-,
"Participant 904","Some Body",some@x.test,"No submission",,6.00,Yes,-,-,
"""


@pytest.fixture(scope="module")
def course(class_toy):
    """Ada and Bob are graded, Bob's answer is unread, Zoe came with nothing, Eve left."""
    root = class_toy.root
    for student in ("ada", "bob", "eve"):
        class_toy.submit(student, class_toy.notebook())
    with Journal.open(root, "toy") as journal:
        for student in ("ada", "bob", "eve"):
            cells = [CellResult(k, k[:6], p, "passed", p, "", None) for k, p in KEYS.items()]
            waits = ["essay"] if student == "bob" else []
            written = {"essay": student * 9}
            journal.append({"record": Record(
                student, "toy", "graded", 4.0, 4.0, 0.1, [], cells, to_read=waits, written=written
            )})  # fmt: skip
        Book(root).write(class_toy.assignment, journal.lines.theirs)
        journal.mark()
    class_toy.write("students.csv", ROSTER)
    return class_toy


@pytest.fixture
def sheet(course, tmp_path):
    path = tmp_path / "sheet.csv"
    path.write_text(WORKSHEET, encoding="utf-8")
    return path


def lines(text):
    return list(csv.DictReader(io.StringIO(text), strict=True))


def import_worksheet(text, grades, modified):
    """Do what Moodle's importer does with the lines; times are compared as they stand."""
    header = next(csv.reader(io.StringIO(text)))
    assert {"Identifier", "Grade", "Last modified (grade)"} <= set(header)
    for line in lines(text):
        number = line["Identifier"].removeprefix("Participant ")
        if line["Grade"] and modified.get(number, "-") == line["Last modified (grade)"]:
            grades[number] = float(line["Grade"])
    return grades


def import_zip(data, participants):
    """Find the participant of each file as Moodle's importer does."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            folder, name = entry.filename.split("/")
            info = folder.split("_", 4)
            assert (len(info), info[2:4]) == (5, ["assignsubmission", "file"])
            assert info[1] in participants
            found[info[1]] = (name, archive.read(entry).decode())
    return found


def test_unread_answers_stop_the_export_of_an_assignment(course, run_for):
    done = run_for("export", "--format", "canvas", "--assignment", "toy")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "still to be read, of bob" in done.stderr
    assert "--provisional" in done.stderr


def test_canvas_gets_who_has_a_grade_under_its_own_title(course, caplog):
    text = export_grades("canvas", course.root, "toy", "Homework 5 (77)", provisional=True)
    possible, *students = lines(text)
    title = "Homework 5 (77) (provisional)"
    assert possible[title] == "6"
    assert {line["ID"]: line[title] for line in students} == {"41": "4", "42": "4"}
    assert students[0]["Student"] == "Lovelace, Ada"
    assert "left out, so that no grade elsewhere is erased: zoe" in caplog.text


def test_moodles_gradebook_gets_no_cell_without_a_grade(course):
    header, *students = export_grades("moodle", course.root, "toy", None, True).splitlines()
    assert header == "username,email,toy (provisional)"
    assert students == ["ada,ada@x.test,4", "bob,bob@x.test,4"]


def test_the_whole_course_says_that_it_is_provisional_and_has_gaps(course, caplog):
    assert export_grades("moodle", course.root).splitlines()[0] == "username,email,toy"
    assert "provisional: answers of 1 students are still to be read (bob)" in caplog.text


def test_csv_has_everybody_and_tells_of_lateness_and_extra_credit(course):
    with Book(course.root).open() as book:
        book.find_grade("double-hidden", "toy", "toy", "ada").extra_credit = 0.5
        book.db.commit()
    found = {line["student"]: line for line in lines(export_grades("csv", course.root, "toy"))}
    with Book(course.root).open() as book:
        book.find_grade("double-hidden", "toy", "toy", "ada").extra_credit = 0
        book.db.commit()
    assert list(found) == ["ada", "bob", "zoe"]
    assert (found["ada"]["score"], found["ada"]["extra_credit"]) == ("4.5", "0.5")
    assert (found["ada"]["late_seconds"], found["ada"]["late_penalty"]) == ("0", "0")
    assert [found[s]["needs_manual_grade"] for s in found] == ["False", "True", ""]
    assert (found["zoe"]["score"], found["zoe"]["email"]) == ("", "zoe@x.test")


def test_moodles_worksheet_comes_back_filled_in(course, sheet, caplog):
    text = grading_worksheet("toy", course.root, sheet, provisional=True)
    moved = {"902": "Friday, 6 March 2026, 9:00 AM"}
    grades = import_worksheet(text, {"902": 3.0, "903": 2.0}, moved)
    assert grades == {"901": 4.0, "902": 4.0, "903": 2.0}
    assert [line["Provisional"] for line in lines(text)] == ["", "yes"]
    assert "Feedback comments" not in text
    assert "participant 904: nobody on the roster is meant by" in caplog.text


def test_a_worksheet_with_other_points_is_refused(course, sheet):
    sheet.write_text(WORKSHEET.replace("6.00", "100.00"), encoding="utf-8")
    with pytest.raises(ValueError, match="Moodle gives up to 100 points, the gradebook up to 6"):
        grading_worksheet("toy", course.root, sheet, provisional=True)


def test_a_grade_that_moodle_keeps_locked_is_left_out(course, sheet, caplog):
    sheet.write_text(WORKSHEET.replace("6.00,Yes", "6.00,No", 1), encoding="utf-8")
    found = lines(grading_worksheet("toy", course.root, sheet, provisional=True))
    assert [line["Identifier"] for line in found] == ["Participant 902"]
    assert "does not let their grades change: ada" in caplog.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a,b\n1,2\n", "no column 'Identifier'"),
        (WORKSHEET.replace("Participant 901", "Ada"), "no identifier of a participant"),
        (WORKSHEET.replace("Some Body", "Bob Bobson"), "902 and 904 both seem to be bob"),
    ],
)
def test_a_file_that_is_no_worksheet_or_not_clear_is_refused(course, sheet, text, told):
    sheet.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        grading_worksheet("toy", course.root, sheet, provisional=True)


def test_of_two_of_one_name_the_address_tells_which_is_meant(course, sheet, caplog):
    sheet.write_text(WORKSHEET.replace("Some Body", "Ada Lovelace"), encoding="utf-8")
    found = lines(grading_worksheet("toy", course.root, sheet, provisional=True))
    assert [line["Identifier"] for line in found] == ["Participant 901", "Participant 902"]
    assert "of the same name as ada: participant 904" in caplog.text


def test_the_archive_of_submissions_serves_as_a_worksheet(course, tmp_path):
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        archive.writestr("Ada Lovelace_901_assignsubmission_file_/toy.ipynb", "{}")
    found = lines(grading_worksheet("toy", course.root, tmp_path / "in.zip", True))
    assert [(line["Identifier"], line["Grade"]) for line in found] == [("Participant 901", "4")]


def test_pages_of_feedback_are_packed_as_moodle_takes_them(course, sheet, run_for, tmp_path):
    with pytest.raises(ValueError, match="run `course feedback toy` first"):
        feedback_archive("toy", course.root, sheet)
    for student in ("ada", "bob"):
        course.write(f"autograded/{student}/toy/toy.ipynb", course.notebook())
    write_feedback("toy", course.root)
    out = tmp_path / "back.zip"
    done = run_for("export", "--format", "moodle-feedback", "--assignment", "toy",
                   "--worksheet", str(sheet), "--out", str(out))  # fmt: skip
    assert done.exit_code == 0, done.output
    found = import_zip(out.read_bytes(), {"901", "902", "903", "904"})
    assert set(found) == {"901", "902"}
    name, page = found["901"]
    assert (name, re.search(r"\bada\b", page) is not None) == ("toy.html", True)


def test_options_that_do_not_fit_are_wrong_usage(course, run_for):
    for arguments in (("--title", "x"), ("--format", "moodle-worksheet", "--assignment", "toy")):
        assert run_for("export", "--format", "csv", *arguments).exit_code == 2
    done = run_for("export", "--format", "csv", "--assignment", "tox")
    assert (done.exit_code, "no grades of 'tox'" in done.stderr) == (1, True)


@pytest.fixture
def run_for(course):
    """Run ``course`` on the class."""
    return lambda *arguments: CliRunner().invoke(main, [*arguments, "--root", str(course.root)])


def test_the_columns_are_those_that_the_guide_shows(course):
    guide = Path(__file__).parents[2].joinpath("book/instructor_guide.md").read_text("utf-8")
    assert export_grades("csv", course.root).splitlines()[0] in guide.splitlines()
