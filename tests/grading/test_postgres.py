"""A gradebook on a PostgreSQL server, by its address: the same grades as with SQLite."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from course_lib.grading.grade import grade
from course_lib.grading.results.export import export_grades
from course_lib.grading.results.gradebook import Book
from course_lib.grading.results.layouts import LAYOUTS

PROGRAMS = [*os.get_exec_path(), *sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")))]
INITDB = shutil.which("initdb", path=os.pathsep.join(PROGRAMS))
SETTINGS = {"listen_addresses": "", "fsync": "off", "max_connections": "20"}
CONFIG = Path(__file__).parents[2] / "nbgrader_config.py"

pytestmark = pytest.mark.skipif(INITDB is None, reason="no PostgreSQL server is installed")


@pytest.fixture(scope="module")
def server():
    """Start a server that is reached through a socket in its own directory; give its address."""
    # The server refuses to run as root, and nobody may not look into pytest's directories.
    user = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="course-postgres-"))
    if user:
        shutil.chown(folder, user["user"], user["group"])
    programs = Path(INITDB).resolve().parent

    def run(program, *arguments):
        command = [programs / program, "--pgdata", folder / "data", *arguments]
        with (folder / "log").open("ab") as log:
            subprocess.run(command, check=True, cwd=folder, stdout=log, stderr=log, **user)

    settings = " ".join(f"-c {key}='{value}'" for key, value in SETTINGS.items())
    run("initdb", "--username", "teacher", "--auth", "trust", "--no-sync", "--encoding", "UTF8")
    run("pg_ctl", "start", "--wait", "--options", f"{settings} -k {folder}")
    try:
        yield f"postgresql+psycopg://teacher@/{{}}?host={folder}"
    finally:
        run("pg_ctl", "stop", "--wait", "--mode", "immediate")
        shutil.rmtree(folder)


def database(server, name):
    """Make an empty database; give its address."""
    import psycopg

    address = server.replace("+psycopg", "")
    with psycopg.connect(address.format("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.format(name)


@pytest.fixture
def course(toy, here):
    """Return a class with a written answer, and the configuration that an instructor has."""
    shutil.copy(CONFIG, toy.root)
    toy.submit("Zoé", toy.notebook())
    toy.submit("wrong", toy.notebook("double = abs"))
    toy.submit("broken", "{")
    return toy


def test_class_is_graded_into_postgresql_and_rebuilt(course, server, faults, monkeypatch):
    run = faults.Class(course.root, "toy", ("--jobs", "1"))
    run.environment["COURSE_DB_URL"] = address = database(server, "grades")
    code, records, log = run.finish()
    assert code == 0, log
    assert {r["student"]: r["score"] for r in records} == {"Zoé": 4.0, "wrong": 1.0, "broken": 0.0}
    assert not (course.root / "gradebook.db").exists()

    monkeypatch.setenv("COURSE_DB_URL", address)
    first = [export_grades(layout, course.root) for layout in LAYOUTS]
    assert "Zoé" in first[0]
    for url in (database(server, "rebuilt"), f"sqlite:///{course.root / 'gradebook.db'}"):
        monkeypatch.setenv("COURSE_DB_URL", url)
        assert {r.status for r in grade("toy", course.root)} == {"unchanged"}
        assert [export_grades(layout, course.root) for layout in LAYOUTS] == first


def test_grades_by_hand_survive_a_regrade(course, server, faults, monkeypatch):
    monkeypatch.setenv("COURSE_DB_URL", database(server, "by_hand"))
    list(grade("toy", course.root))
    with Book(course.root).open() as book:
        book.find_grade("essay", "toy", "toy", "Zoé").manual_score = 2.0
        book.db.commit()
    records = {record.student: record for record in grade("toy", course.root, force=True)}
    assert records["Zoé"].score == 4.0, records
    assert dict(faults.gradebook_scores(course.root, "toy"))["Zoé"] == 6.0


def test_server_that_does_not_answer_is_told(course, tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_DB_URL", f"postgresql+psycopg://teacher@/x?host={tmp_path}")
    with pytest.raises(RuntimeError, match=r"gradebook cannot be used.*safe in the journal"):
        list(grade("toy", course.root))


def by_hand(root, student, key, points):
    """Give points as the formgrader's page does."""
    with Book(root).open() as book:
        row = book.find_grade(key, "toy", "toy", student)
        row.manual_score, row.needs_manual_grade = points, False
        book.db.commit()


def state(root, student, key):
    with Book(root).open() as book:
        row = book.find_grade(key, "toy", "toy", student)
        return row.manual_score, row.needs_manual_grade


def test_one_students_data_does_not_stop_the_class(course, server, monkeypatch):
    address = database(server, "hostile")
    monkeypatch.setenv("COURSE_DB_URL", address)
    for name in ("x" * 129, "x" * 200, "é" * 100, "a\x01b", "a\x7f", "a\udcffb"):
        course.submit(name, course.notebook())
    course.submit("x" * 128, course.notebook())
    course.write("submitted/wrong/toy/timestamp.txt", "11111111111111111111111111111h")
    with Book(course.root).open() as book:  # the server itself refuses one student
        book.db.connection().exec_driver_sql(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'not this one'; END $$; "
            "CREATE TRIGGER refuse BEFORE INSERT ON submitted_assignment FOR EACH ROW "
            "WHEN (NEW.student_id = 'broken') EXECUTE FUNCTION refuse();"
        )
        book.db.commit()
    records = list(grade("toy", course.root))
    flags = {record.student: record.flags for record in records}
    assert "not this one" in next(f for f in flags["broken"] if f.startswith("not in the gradeb"))
    assert any("timestamp.txt cannot be read" in flag for flag in flags["wrong"])
    assert sum(any("Rename it" in flag for flag in each) for each in flags.values()) == 6
    with Book(course.root).open() as book:
        booked = {row.student.id for row in book.assignment_submissions("toy")}
        assert booked == {"Zoé", "wrong", "x" * 128}
    with pytest.raises(RuntimeError, match="broken is missing"):
        export_grades("csv", course.root)
    with Book(course.root).open() as book:
        book.db.connection().exec_driver_sql("DROP TRIGGER refuse ON submitted_assignment")
        book.db.commit()
    list(grade("toy", course.root))
    assert "broken" in export_grades("csv", course.root)


def test_cells_change_a_student_leaves_and_hand_grades_stay(course, server, monkeypatch):
    from course_lib.grading.results.erase import erase

    monkeypatch.setenv("COURSE_DB_URL", database(server, "changes"))
    list(grade("toy", course.root))
    by_hand(course.root, "Zoé", "essay", 1.5)
    by_hand(course.root, "wrong", "triple-visible", 0.5)
    list(grade("toy", course.root, force=True))
    assert state(course.root, "Zoé", "essay") == (1.5, False)

    whole = course.notebook()
    part = dict(whole, cells=[c for c in whole["cells"] if c["id"] not in ("essay", "double")])
    for source in (part, whole):
        course.write("solutions/toy/toy.ipynb", source)
        list(grade("toy", course.root))
    assert state(course.root, "Zoé", "essay") == (1.5, False)
    assert state(course.root, "wrong", "triple-visible") == (0.5, False)

    assert erase("Zoé", course.root)
    list(grade("toy", course.root))
    text = export_grades("csv", course.root)
    assert "Zoé" not in text
    assert "wrong" in text


def test_two_graders_read_on_postgresql(bench, server, tmp_path, monkeypatch):
    shutil.copy(CONFIG, tmp_path)
    monkeypatch.setenv("COURSE_DB_URL", database(server, "reading"))
    bench.make_class(tmp_path, 3)
    with (
        bench.served(tmp_path) as one,
        bench.served(tmp_path) as two,
        ThreadPoolExecutor(2) as pool,
    ):
        texts = dict(re.findall(r'data-id="(\w+)" data-text="(\w+)"', bench.ask(one)[1].decode()))
        state = json.loads(bench.ask(two, "state")[1])["answers"]
        for ident, text in texts.items():
            given = {"answer": ident, "version": state[ident]["version"], "text": text}
            given |= {"comment": "Good."}
            saves = [
                pool.submit(bench.ask, address, "save", given | {"points": points})
                for points, address in enumerate((one, two))
            ]
            assert sorted(save.result()[0] for save in saves) == [200, 409]
    assert not (tmp_path / "gradebook.db").exists()
    assert export_grades("csv", tmp_path).count("False") == 3
