"""The layouts of ``course export``, read as Canvas and Moodle read them."""

import csv
import io
import shutil
import sqlite3
from dataclasses import replace

import pytest

from course_lib.grading.grade import grade
from course_lib.grading.journal import Journal
from course_lib.grading.results.export import export_grades
from course_lib.grading.results.gradebook import Book, submitted_notebooks
from course_lib.grading.results.layouts import LAYOUTS, moodle

# What Canvas's importer knows by name; any other column after "Section" is an assignment.
NOT_ASSIGNMENTS = (
    "Current Score", "Current Points", "Current Grade", "Final Score", "Final Points",
    "Final Grade", "Override Score", "Override Grade", "Override Status",
)  # fmt: skip
STUDENTS = (
    {"id": "ada", "last_name": "Lovelace", "first_name": "Ada", "lms_user_id": "41"},
    {"id": "zoé", "last_name": "Łukasz, dit «Q»", "first_name": "Zoé"},
    {"id": "mallory", "last_name": '=HYPERLINK("https://x.test")', "first_name": "+M"},
    {"id": "nameless"},
)
SCORES = {
    "ada": {"first": 3.25, "second": 2.0},
    "zoé": {"first": 1 / 3},
    "mallory": {"second": 0.0},
    "nameless": {"first": 4.0, "second": 1.0},
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A gradebook of two assignments, some without a submission of some students."""
    root = tmp_path_factory.mktemp("export")
    with Book(root).open() as book, book.db.no_autoflush:
        for assignment, points in (("first", 4.0), ("second", 2.0)):
            book.add_assignment(assignment)
            book.add_notebook(assignment, assignment)
            book.add_grade_cell("cell", assignment, assignment, max_score=points, cell_type="code")
        for student in STUDENTS:
            details = {key: value for key, value in student.items() if key != "id"}
            book.add_student(student["id"], email=f"{student['id']}@x.test", **details)
            for assignment, score in SCORES[student["id"]].items():
                (notebook,) = submitted_notebooks(book, assignment, student["id"])
                notebook.grades[0].auto_score = score
                notebook.grades[0].needs_manual_grade = False
        book.db.commit()
    return root


def table(root, layout):
    """Read an export as a spreadsheet would: all lines equally long."""
    text = export_grades(layout, root)
    assert "\r" not in text
    lines = list(csv.reader(io.StringIO(text), strict=True))
    assert len({len(line) for line in lines}) == 1
    return lines


def import_into_canvas(lines, known_ids, known_logins):
    """Read a gradebook file by the rules of Canvas's importer; give points possible and scores."""
    header, *lines = lines
    assert "Student" in header[0]
    assert "ID" in header[1]
    assert header[2:4] == ["SIS User ID", "SIS Login ID"]
    assert "Section" in header[4]
    titles = header[5:]
    assert not any(reserved in title for title in titles for reserved in NOT_ASSIGNMENTS)
    possible, scores = {}, {}
    for line in lines:
        marks = dict(zip(titles, line[5:], strict=True))
        if "Points Possible" in line[0]:
            possible = {title: float(mark) for title, mark in marks.items()}
            continue
        who = known_ids.get(line[1]) or known_logins.get(line[2]) or known_logins.get(line[3])
        assert who is not None, f"Canvas does not find {line[:5]}"
        scores[who] = {title: float(mark) for title, mark in marks.items() if mark}
    return possible, scores


def test_canvas_finds_every_student_assignment_and_score(course):
    logins = {student: student for student in ("zoé", "mallory", "nameless")}
    possible, scores = import_into_canvas(table(course, "canvas"), {"41": "ada"}, logins)
    assert possible == {"first": 4.0, "second": 2.0}
    assert scores == {student: pytest.approx(marks, abs=1e-9) for student, marks in SCORES.items()}


def test_canvas_has_the_points_possible_below_the_header(course):
    assert table(course, "canvas")[1][0].strip() == "Points Possible"


def test_moodle_finds_every_student_and_score(course):
    header, *lines = table(course, "moodle")
    assert header == ["username", "email", "first", "second"]
    for username, email, *marks in lines:
        assert email == f"{username}@x.test"
        # As the importer does: a dash is no grade, anything else must be a number.
        found = {t: float(m) for t, m in zip(header[2:], marks, strict=True) if m.strip() != "-"}
        assert found == pytest.approx(SCORES[username], abs=1e-9)
    assert {line[0] for line in lines} == set(SCORES)


def test_csv_has_a_line_for_each_submission(course):
    header, *lines = table(course, "csv")
    found = {
        (row["student"], row["assignment"]): row
        for row in (dict(zip(header, line, strict=True)) for line in lines)
    }
    assert set(found) == {(s, a) for s, marks in SCORES.items() for a in marks}
    assert found["ada", "first"]["score"] == "3.25"
    assert found["ada", "first"]["max_score"] == "4"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_names_are_never_formulas_and_keep_their_letters(course, layout):
    cells = [cell for line in table(course, layout) for cell in line]
    dangerous = [c for c in cells if c[:1] in "=+-@\t\r\n" and c not in ("", "-")]
    assert dangerous == []
    assert "zoé" in cells
    if layout in ("csv", "canvas"):  # which hold names of persons
        assert any("Łukasz, dit «Q»" in cell for cell in cells)


def test_unknown_layout_is_refused(course):
    with pytest.raises(ValueError, match=f"one of {', '.join(LAYOUTS)}"):
        export_grades("excel", course)


def test_no_submission_gives_a_header_alone():
    assert moodle([]) == "username,email\n"


def test_every_notebook_of_an_assignment_is_added(tmp_path):
    with Book(tmp_path).open() as book, book.db.no_autoflush:
        book.add_assignment("first")
        for notebook in ("appendix", "first"):
            book.add_notebook(notebook, "first")
            book.add_grade_cell(notebook, notebook, "first", max_score=1, cell_type="code")
        book.add_student("ada")
        added = submitted_notebooks(book, "first", "ada")
        book.db.commit()
        names = [(each.name, [g.cell.name for g in each.grades]) for each in added]
        assert sorted(names) == [("appendix", ["appendix"]), ("first", ["first"])]
        assert submitted_notebooks(book, "first", "ada") == added


@pytest.fixture
def graded_class(toy, here):
    """Three students, graded, with an export that has them all."""
    for student in ("ada", "bob", "eve"):
        toy.submit(student, toy.notebook())
    list(grade("toy", toy.root))
    assert all(student in export_grades("csv", toy.root) for student in ("ada", "bob", "eve"))
    return toy


def lose_submission(root):
    with Book(root).open() as book:
        book.remove_submission("toy", "bob")


def change_score(root):
    with sqlite3.connect(root / "gradebook.db") as database:
        database.execute(
            "UPDATE grade SET auto_score = 0.5 WHERE auto_score = 2 AND notebook_id IN "
            "(SELECT n.id FROM submitted_notebook n JOIN submitted_assignment a "
            "ON n.assignment_id = a.id WHERE a.student_id = 'bob')"
        )


def clear_score(root):
    with Book(root).open() as book:
        book.find_grade("triple-visible", "toy", "toy", "bob").auto_score = None
        book.db.commit()


def forget_recording(root):
    with sqlite3.connect(root / "gradebook.db") as database:
        database.execute("DELETE FROM course_recorded WHERE student = 'bob'")


def lose_assignment(root):
    with Book(root).open() as book:
        book.remove_assignment("toy")


def grade_without_recording(root):
    """Be stopped between journal and gradebook."""
    with Journal.open(root, "toy") as journal:
        entry = dict(journal.latest()["bob"])
        entry["record"] = replace(entry["record"], written={"essay": "f" * 64})
        entry["seed"] += 1
        journal.append(entry)


DIFFERENCES = {
    "bob is missing": [lose_submission, lose_assignment],
    "bob has 0.5 points by the checks for double-hidden, the journal 2": [change_score],
    "bob has 0 points by the checks for triple-visible, the journal 1": [clear_score],
    "bob has a newer grading": [forget_recording, grade_without_recording],
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("text", "differ"), [(text, each) for text, made in DIFFERENCES.items() for each in made]
)
def test_export_fails_where_gradebook_and_journal_differ(
    graded_class, run_course, text, differ, layout
):
    differ(graded_class.root)
    done = run_course("export", "--format", layout)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert f"toy: {text}" in done.stderr
    assert "course grade toy" in done.stderr
    assert run_course("grade", "toy").exit_code == 0
    done = run_course("export", "--format", layout)
    assert done.exit_code == 0
    assert all(student in done.stdout for student in ("ada", "bob", "eve"))


def test_failing_export_leaves_the_file_of_an_earlier_one(graded_class, run_course):
    out = graded_class.root / "grades.csv"
    assert run_course("export", "--format", "csv", "--out", str(out)).exit_code == 0
    before = out.read_text()
    change_score(graded_class.root)
    assert run_course("export", "--format", "csv", "--out", str(out)).exit_code == 1
    assert out.read_text() == before


def test_gradebook_that_was_deleted_is_not_exported_as_empty(graded_class, run_course):
    (graded_class.root / "gradebook.db").unlink()
    done = run_course("export", "--format", "csv")
    assert done.exit_code == 1
    assert all(f"{student} is missing" in done.stderr for student in ("ada", "bob", "eve"))


def test_long_list_of_differences_is_cut(graded_class, monkeypatch):
    monkeypatch.setattr("course_lib.grading.results.export.MOST_NAMED", 1)
    (graded_class.root / "gradebook.db").unlink()
    with pytest.raises(RuntimeError, match="and 2 more"):
        export_grades("csv", graded_class.root)


@pytest.mark.parametrize("command", [("report", "toy"), ("feedback", "toy"), ("grade", "toy"),
                                     ("export", "--format", "csv")])  # fmt: skip
def test_damaged_journal_stops_every_command_with_its_line(graded_class, run_course, command):
    file = graded_class.root / "journal/toy.jsonl"
    lines = file.read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].replace(b"student", b"Student", 1)
    file.write_bytes(b"".join(lines))
    done = run_course(*command)
    assert done.exit_code == 1
    assert "toy.jsonl: line 2 was changed by hand or damaged" in done.stderr
    assert "backup" in done.stderr


@pytest.mark.parametrize("command", [("report", "toy"), ("feedback", "toy"), ("grade", "toy"),
                                     ("export", "--format", "csv")])  # fmt: skip
def test_gradebook_that_is_garbage_is_told_with_the_remedy(graded_class, run_course, command):
    (graded_class.root / "gradebook.db").write_bytes(b"garbage" * 999)
    done = run_course(*command)
    assert done.exit_code == 1
    assert "not a database" in done.stderr
    assert "backup" in done.stderr


def test_points_by_hand_are_no_difference(graded_class):
    with Book(graded_class.root).open() as book:
        grade_row = book.find_grade("double-hidden", "toy", "toy", "bob")
        grade_row.manual_score, grade_row.extra_credit = 0.5, 1.0
        book.find_grade("essay", "toy", "toy", "bob").manual_score = 2.0
        book.db.commit()
    assert "bob" in export_grades("csv", graded_class.root)


def test_assignment_that_left_the_course_is_no_difference(graded_class):
    lose_assignment(graded_class.root)
    shutil.rmtree(graded_class.root / "solutions/toy")
    assert "bob" not in export_grades("csv", graded_class.root)
