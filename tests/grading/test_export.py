"""The layouts of ``course export``, read as Canvas and Moodle read them."""

import csv
import io

import pytest

from course_lib.grading.export import export_grades, moodle
from course_lib.grading.gradebook import Book, submitted_notebook

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
                notebook = submitted_notebook(book, assignment, student["id"])
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


@pytest.mark.parametrize("layout", ["csv", "canvas", "moodle"])
def test_names_are_never_formulas_and_keep_their_letters(course, layout):
    cells = [cell for line in table(course, layout) for cell in line]
    dangerous = [c for c in cells if c[:1] in "=+-@\t\r\n" and c not in ("", "-")]
    assert dangerous == []
    assert "zoé" in cells
    if layout != "moodle":
        assert any("Łukasz, dit «Q»" in cell for cell in cells)


def test_unknown_layout_is_refused(course):
    with pytest.raises(ValueError, match="one of csv, canvas, moodle"):
        export_grades("excel", course)


def test_no_submission_gives_a_header_alone():
    assert moodle([]) == "username,email\n"


def test_every_notebook_of_an_assignment_is_added_and_its_own_returned(tmp_path):
    with Book(tmp_path).open() as book, book.db.no_autoflush:
        book.add_assignment("first")
        for notebook in ("appendix", "first"):
            book.add_notebook(notebook, "first")
            book.add_grade_cell(notebook, notebook, "first", max_score=1, cell_type="code")
        book.add_student("ada")
        added = submitted_notebook(book, "first", "ada")
        book.db.commit()
        assert [grade.cell.name for grade in added.grades] == ["first"]
        assert submitted_notebook(book, "first", "ada") is added
        names = {notebook.name for notebook in book.find_submission("first", "ada").notebooks}
        assert names == {"appendix", "first"}
