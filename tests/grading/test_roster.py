"""Who is in the class: students.csv, what it is made of, and what follows from it."""

import csv
import json
import unicodedata

import pytest

from course_lib import __version__
from course_lib.grading import work
from course_lib.grading.class_list import merge, read_class
from course_lib.grading.examine.submission import Submission
from course_lib.grading.grade import Run, grade
from course_lib.grading.journal import Journal, read_journal
from course_lib.grading.record import CellResult, Record
from course_lib.grading.results.erase import erase
from course_lib.grading.results.gradebook import Book, read_entries
from course_lib.grading.results.report import write_report
from course_lib.grading.roster import Person, Roster, read_roster, write_roster

CLASS = "id,last_name,first_name,email,lms_id\nada,Lovelace,Ada,ada@x.test,41\n"
CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,relu (77),Current Score
    Points Possible,,,,,28,(read only)
"Lovelace, Ada",41,m100,ada@x.test,A,,
"=HYPERLINK(""x""), Zoë",42,m200,zoe@x.test,A,12,
"Student, Test",43,,deadbeef,A,,
"""
MOODLE = """\
\ufeff"First name",Surname,"ID number","Email address","Last downloaded from this course"
Ada,Lovelace,m100,ada@x.test,1790000000
Zoë,"van Dyk",m200,zoe@x.test,1790000000
"""
WORKSHEET = """\
Identifier,"Full name","Email address",Status,Grade,"Maximum grade","Last modified (grade)"
"Participant 7","Ada Lovelace",ada@x.test,,-,28.00,-
"""
HUB = json.dumps([{"name": "ada", "admin": False}, {"name": "boss", "admin": True}])


def write(tmp_path, text, name="list.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def judged(student):
    cells = [
        CellResult(key, key.split("-")[0], points, "passed", points, "", None)
        for key, points in (
            ("double-visible", 1.0),
            ("double-hidden", 2.0),
            ("triple-visible", 1.0),
        )
    ]
    record = Record(student, "toy", "graded", 4.0, 4.0, 0.1, [], cells, to_read=[])
    return {"record": record}


@pytest.fixture
def course(toy):
    """Three students, of whom one left; graded without a sandbox."""
    for student in ("ada", "bob", "eve"):
        toy.submit(student, toy.notebook())
    with Journal.open(toy.root, "toy") as journal:
        for student in ("ada", "bob", "eve"):
            journal.append(judged(student))
        Book(toy.root).write(toy.assignment, journal.lines.theirs)
        journal.mark()
    toy.write("students.csv", "id,email,section\nada,ada@x.test,A\nbob,,B\nzoe,zoe@x.test,A\n")
    return toy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CANVAS, [
            Person("ada@x.test", "Lovelace", "Ada", "ada@x.test", "41"),
            Person("zoe@x.test", '=HYPERLINK("x")', "Zoë", "zoe@x.test", "42"),
        ]),
        (MOODLE, [
            Person("m100", "Lovelace", "Ada", "ada@x.test", "m100"),
            Person("m200", "van Dyk", "Zoë", "zoe@x.test", "m200"),
        ]),
        (MOODLE.replace(",", ";"), [
            Person("m100", "Lovelace", "Ada", "ada@x.test", "m100"),
            Person("m200", "van Dyk", "Zoë", "zoe@x.test", "m200"),
        ]),
        (WORKSHEET, [Person("ada@x.test", "Lovelace", "Ada", "ada@x.test", "")]),
        (HUB, [Person("ada")]),
        ("ada\n\n# gone\nbob\n", [Person("ada"), Person("bob")]),
        (CLASS, [Person("ada", "Lovelace", "Ada", "ada@x.test", "41")]),
    ],
    ids=["canvas", "moodle", "semicolons", "worksheet", "hub", "names", "own"],
)  # fmt: skip
def test_a_class_list_of_each_system_is_read(tmp_path, text, expected):
    assert read_class(write(tmp_path, text)) == expected


def test_another_column_may_hold_the_ids(tmp_path):
    assert [p.id for p in read_class(write(tmp_path, CANVAS), "SIS User ID")] == ["m100", "m200"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id,email\nada,\nADA,\n", "row 3: the id 'ada' is in row 2 already"),
        ("id,known_as\nada,bob\nbob,\n", "row 3: the id 'bob' is in row 2 already"),
        ("id\nada\n../b\n", "row 3: the id"),
        ("id,email\nada,\n,x@x.test\n", "row 3: the id '' is empty"),
        ("id\nyour-id\n", "is what released notebooks say"),
        ("name,email\nada,x\n", "has no column 'id'; expected id, last_name"),
        ("id,email\nada,a,b,c\n", "row 2 has 4 cells"),
        ("id,email\n", "lists nobody"),
    ],
)
def test_a_roster_that_cannot_be_is_refused_with_its_place(toy, text, told):
    toy.write("students.csv", text)
    with pytest.raises(ValueError, match=r"students\.csv") as error:
        read_roster(toy.root)
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"users": 1}', "GET /hub/api/users"),
        ("First name,Surname\nAda,Lovelace\n", "`--id COLUMN` names another"),
        ("Username,Email address\na,x\na,y\n", "student 2: the id 'a' is in student 1"),
        (CANVAS.splitlines()[0], "lists no student"),
    ],
)
def test_a_list_of_no_known_system_is_refused_with_the_remedy(tmp_path, text, told):
    with pytest.raises(ValueError, match=told.replace("(", r"\(")):
        read_class(write(tmp_path, text))


def test_what_is_written_is_read_again_and_no_spreadsheet_runs_it(tmp_path):
    people = [
        Person("=1+1", "=cmd()", "+M", "-x@x.test", "@1", others={"section": "=B", "note": "a,b"}),
        Person("zoë", "Łukasz", "Z", "", "", "zoe.l"),
    ]
    write_roster(Roster(people), tmp_path)
    lines = list(csv.reader((tmp_path / "students.csv").read_text("utf-8").splitlines()))
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@"))]
    again = read_roster(tmp_path)
    assert list(again.people.values()) == people
    assert again.people["=1+1"].others == {"section": "=B", "note": "a,b"}


def test_a_new_list_adds_and_completes_and_takes_off_only_when_told(tmp_path):
    old = Roster([Person("ada", email="Ada@x.test", known_as="a.l"), Person("bob", "B", "Bo")])
    new = read_class(write(tmp_path, CANVAS))
    merged, news = merge(old, new)
    assert news == {"added": ["zoe@x.test"], "changed": ["ada"], "absent": ["bob"]}
    assert list(merged) == ["ada", "bob", "zoe@x.test"]
    ada = merged.people["ada"]
    assert (ada.last_name, ada.lms_id, ada.known_as) == ("Lovelace", "41", "a.l")
    assert list(merge(old, new, replace=True)[0]) == ["ada", "zoe@x.test"]


@pytest.mark.parametrize(
    ("clues", "found"),
    [
        (("41", "Ada Lovelace"), "ada"),
        (("", "lovelaceada"), "ada"),
        (("999", "LOVELACE, Ada"), "ada"),
        (("", "ADA@X.TEST"), "ada"),
        (("", unicodedata.normalize("NFD", "Zoé Łukasz")), "zoé"),
        (("41", "Zoé Łukasz"), "the clues differ: 'Zoé Łukasz' is zoé, '41' is ada"),
        (("", "Jo Doe"), "'Jo Doe' may be jo1 or jo2"),
        (("7", "Jo Doe"), "jo2"),
        (("", "nobody"), "nobody on the roster is meant by 'nobody'"),
        (("", ""), "nobody on the roster is meant by no clue"),
    ],
)
def test_clues_mean_one_student_or_nobody(clues, found):
    roster = Roster([
        Person("ada", "Lovelace", "Ada", "ada@x.test", "41"), Person("zoé", "Łukasz", "Zoé"),
        Person("jo1", "Doe", "Jo"), Person("jo2", "Doe", "Jo", lms_id="7"),
    ])  # fmt: skip
    student, reason = roster.find(*clues)
    assert student or reason == (found if reason else student)
    assert (student or reason) == found


def test_a_number_of_one_assignment_alone_means_nobody_who_has_another_name():
    roster = Roster([Person("ada", "Lovelace", "Ada", lms_id="901"), Person("kim", lms_id="902")])
    assert roster.find("901", "New Comer", lasting=False)[0] == ""
    assert roster.find("901", "New Comer") == ("ada", "")
    assert roster.find("901", "Ada Lovelace", lasting=False) == ("ada", "")
    assert roster.find("901", lasting=False) == ("ada", "")
    assert roster.find("902", "Kim", lasting=False) == ("kim", "")


def test_without_a_roster_the_class_is_the_folders(toy):
    toy.submit("ada", toy.notebook())
    assert read_roster(toy.root) is None
    run = Run(toy.root, toy.assignment, None, None, 1, True)
    assert run.students() == ["ada"]


def test_whoever_is_on_the_roster_and_came_with_nothing_is_missing(course, run_course):
    done = run_course("grade", "toy", "--student", "zoe", "--json")
    (record,) = map(json.loads, done.stdout.splitlines()[:1])
    assert (record["student"], record["status"]) == ("zoe", "missing")
    with Journal.open(course.root, "toy") as journal:
        run = Run(course.root, course.assignment, journal, work.Limits(), 1, True)
        _, missing, _ = run.sort_out(force=False)
    assert [record.student for record in missing] == ["zoe"]


def test_whoever_is_not_on_the_roster_is_left_out_everywhere(course, run_course):
    assert set(read_entries(course.root, "toy")) == {"ada", "bob"}
    write_report("toy", course.root)
    page = (course.root / "reports/toy.html").read_text()
    table = (course.root / "reports/toy.csv").read_text()
    assert "eve" not in page
    assert "eve" not in table
    assert "missing: handed in nothing" in page
    assert "zoe,missing,,,,,," in table
    done = run_course("export", "--format", "csv")
    assert [line.split(",")[1] for line in done.stdout.splitlines()[1:]] == ["ada", "bob", "zoe"]
    done = run_course("grade", "toy", "--student", "eve")
    assert (done.exit_code, "not in" in done.stderr) == (2, True)


def test_the_id_that_the_student_knows_is_the_one_of_the_numbers(toy):
    toy.submit("1023411", toy.notebook())
    toy.submit("1023412", toy.notebook())
    toy.write("students.csv", "id,known_as\n1023411,ada\n1023412,\n")
    run = Run(toy.root, toy.assignment, None, work.Limits(), 1, True)
    job = run.job("1023411")
    sitting = work.sitting_of(job, Submission([], named="ada"))
    assert (sitting.student, sitting.foreign, sitting.copied) == ("ada", "", "")
    assert job.classmates == ("ada", "1023412")
    assert run.job("1023412").known_as == ""
    entry = {
        "submission": job.digest, "source": toy.assignment.digest, "checks": run.checks,
        "versions": {"course_lib": __version__}, "known_as": "ada",
    }  # fmt: skip
    assert run.unchanged(job, entry)
    assert not run.unchanged(job, entry | {"known_as": "other"})


def test_a_folder_of_nobody_is_told(course, run_course):
    done = run_course("roster")
    assert done.exit_code == 0, done.output
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["ada", "bob", "zoe"]
    assert "not in students.csv: submitted/eve" in done.stderr
    assert "but in the gradebook: eve" in done.stderr


def test_the_commands_bring_roster_and_database_together(course, run_course, tmp_path):
    canvas = str(write(tmp_path, CANVAS, "canvas.csv"))
    before = (course.root / "students.csv").read_text()
    dry = run_course("roster", "import", canvas, "--dry-run")
    assert dry.exit_code == 0, dry.output
    assert (course.root / "students.csv").read_text() == before
    done = run_course("roster", "import", canvas)
    assert done.stdout == dry.stdout == "changed  ada\nchanged  zoe\nabsent   bob\n"
    assert read_roster(course.root).people["ada"].others == {"section": "A"}
    done = run_course("roster", "sync")
    assert "not on the roster  eve" in done.stdout
    people = {person.id: person for person in Book(course.root).people()}
    assert people["ada"].last_name == "Lovelace"
    assert set(people) == {"ada", "bob", "eve", "zoe"}
    assert run_course("roster", "sync", "--remove", "--yes").exit_code == 0
    assert {person.id for person in Book(course.root).people()} == {"ada", "bob", "zoe"}
    assert run_course("roster", "remove", "bob").exit_code == 0
    assert list(read_roster(course.root)) == ["ada", "zoe"]
    assert run_course("roster", "remove", "bob").exit_code == 2


def test_the_database_makes_a_roster(course, run_course):
    (course.root / "students.csv").unlink()
    assert run_course("roster").exit_code == 1
    done = run_course("roster", "import", "--gradebook")
    assert done.exit_code == 0, done.output
    assert list(read_roster(course.root)) == ["ada", "bob", "eve"]
    assert run_course("roster", "import").exit_code == 2


def test_who_is_erased_leaves_the_roster_too(course):
    assert "students.csv: the line" in erase("bob", course.root)
    assert list(read_roster(course.root)) == ["ada", "zoe"]
    assert {e["record"].student for e in read_journal(course.root, "toy").entries} == {"ada", "eve"}


def test_a_class_is_graded_by_its_roster(toy, here, caplog, run_course):
    for student in ("ada", "eve"):
        toy.submit(student, toy.notebook())
    list(grade("toy", toy.root))
    toy.write("students.csv", "id\nada\nzoe\n")
    statuses = {record.student: record.status for record in grade("toy", toy.root)}
    assert statuses == {"ada": "unchanged", "zoe": "missing"}
    assert "left out, not in students.csv: eve" in caplog.text
    done = run_course("grade", "toy", "--json")
    assert json.loads(done.stdout.splitlines()[-1]) == {"unplaced": ["submitted/eve"]}
