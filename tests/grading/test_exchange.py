"""nbgrader's exchange, from the release of an assignment to one's feedback, as three accounts."""

import csv
import datetime
import io
import json
import os
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from nbgrader.utils import notebook_hash

from course_lib.grading.grade import grade
from course_lib.grading.results.exchange import SECRET_FILE, TIME_FILE, UNSENT, carry
from course_lib.grading.results.feedback import write_feedback

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
Accounts = runpy.run_path(str(HERE / "accounts.py"))["Accounts"]
COURSE = "classification_from_scratch"
SECRETS = {"ada": "a" * 128, "bob": "b" * 128}
TIME = "2026-03-01 10:00:00.000000 UTC"
WRONG = "def double(x):\n    return x"


@pytest.fixture
def sent(toy):
    """Ada and Bob handed in by the exchange, Kim did not."""
    for student in ("ada", "bob", "kim"):
        toy.submit(student, toy.notebook())
    for student, secret in SECRETS.items():
        toy.write(f"submitted/{student}/toy/{TIME_FILE}", TIME)
        toy.write(f"submitted/{student}/toy/{SECRET_FILE}", secret)
    return toy


def beside(course, folder, student="ada"):
    """Read what lies beside a page or a graded notebook for the exchange."""
    place = course.root / folder / student / "toy"
    return (place / TIME_FILE).read_text(), (place / SECRET_FILE).read_text()


def test_page_goes_back_under_the_submission_that_was_graded(sent, here):
    list(grade("toy", sent.root))
    sent.submit("ada", sent.notebook(WRONG))  # collected, and not graded yet
    sent.write(f"submitted/ada/toy/{SECRET_FILE}", "c" * 128)
    write_feedback("toy", sent.root)
    assert beside(sent, "feedback") == (TIME, SECRETS["ada"])
    list(grade("toy", sent.root))
    write_feedback("toy", sent.root)
    assert beside(sent, "feedback") == (TIME, "c" * 128)


def test_same_text_handed_in_again_gets_its_page_too(sent, here):
    list(grade("toy", sent.root))
    sent.write(f"submitted/bob/toy/{SECRET_FILE}", "d" * 128)
    records = {record.student: record.status for record in grade("toy", sent.root)}
    write_feedback("toy", sent.root)
    assert records["bob"] == "unchanged"
    assert beside(sent, "feedback", "bob") == (TIME, "d" * 128)


def test_work_that_came_another_way_gets_a_secret_that_stays_and_nobody_has(sent, here):
    sent.submit("mia", "{")  # cannot be graded, but has a page
    list(grade("toy", sent.root))
    write_feedback("toy", sent.root)
    first = {student: beside(sent, "feedback", student) for student in ("kim", "mia")}
    list(grade("toy", sent.root))
    write_feedback("toy", sent.root)
    for student, (time, secret) in first.items():
        assert time == ""
        assert re.fullmatch(rf"{UNSENT.decode()}[0-9a-f]{{128}}", secret)
        assert beside(sent, "feedback", student) == (time, secret)
    assert not (sent.root / "autograded/mia").exists()


@pytest.mark.parametrize("found", ["", "../../x", "é" * 20, "a" * 5000, None])
def test_what_is_no_secret_of_nbgrader_goes_nowhere(tmp_path, found):
    source, target = tmp_path / "source", tmp_path / "target"
    source.mkdir()
    if found is None:
        (source / SECRET_FILE).symlink_to("/etc/hostname")
    else:
        (source / SECRET_FILE).write_text(found)
    (source / TIME_FILE).write_text("when it was time\n")
    carry(source, target)
    assert (target / SECRET_FILE).read_bytes().startswith(UNSENT)
    assert (target / TIME_FILE).read_bytes() == b""


def nbgrader(course, *command):
    """Run nbgrader in the course directory."""
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *command], cwd=course.root, check=False,
        capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def configure(course, exchange):
    """Give the toy course the settings of this one, and an exchange of its own."""
    shutil.copy(ROOT / "nbgrader_config.py", course)
    with (course / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(f"\nc.Exchange.root = {str(exchange)!r}\n")


@pytest.mark.real_tools
@pytest.mark.parametrize("door", ["course", "nbgrader"])
def test_nbgrader_releases_the_pages_of_every_door(sent, sandboxed, tmp_path_factory, door):
    exchange = tmp_path_factory.mktemp("exchange")
    configure(sent.root, exchange)
    (exchange / COURSE).mkdir()
    nbgrader(sent, "generate_assignment", "toy")
    if door == "course":
        list(grade("toy", sent.root, jobs=1))
    else:
        nbgrader(sent, "autograde", "toy", "--create")
    write_feedback("toy", sent.root)
    for _ in range(2):
        nbgrader(sent, "release_feedback", "toy")
        for student, secret in SECRETS.items():
            name = f"{notebook_hash(secret=secret, notebook_id='toy')}.html"
            page = sent.root / "feedback" / student / "toy" / "toy.html"
            assert (exchange / COURSE / "feedback" / name).read_bytes() == page.read_bytes()
        nbgrader(sent, "generate_feedback", "toy", "--force")


class School:
    """A class of three accounts that have nothing in common but nbgrader's exchange."""

    def __init__(self, accounts, toy):
        self.accounts, self.toy = accounts, toy
        self.ids = accounts.names
        self.exchange = accounts.place / "exchange"
        self.exchange.mkdir()
        self.exchange.chmod(0o1777)
        self.course = accounts.home(self.ids["teacher"]) / "course"
        shutil.copytree(toy.root / "solutions", self.course / "solutions")
        configure(self.course, self.exchange)
        accounts.own("teacher", self.course)
        for student in ("ada", "bob"):
            accounts.write(
                student, ".jupyter/nbgrader_config.py",
                f"c = get_config()\nc.CourseDirectory.course_id = {COURSE!r}\n"
                f"c.Exchange.root = {str(self.exchange)!r}\n",
            )  # fmt: skip

    def teach(self, *command):
        """Run a command in the course directory, as the instructor."""
        return self.accounts.run("teacher", *command, folder=self.course).stdout

    def hand_in(self, student, notebook):
        """Write one's work into the fetched notebook, and submit it."""
        self.accounts.write(student, "toy/toy.ipynb", json.dumps(notebook))
        self.accounts.run(student, "nbgrader", "submit", "toy")

    def graded(self):
        """Collect, grade and give back; give the records by role, which stand in the journal."""
        self.teach("course", "collect", "toy", self.exchange / COURSE)
        lines = self.teach("course", "grade", "toy", "--json", "--jobs", "1").splitlines()
        records = {record["student"]: record for record in map(json.loads, lines)}
        self.teach("course", "feedback", "toy")
        self.teach("nbgrader", "release_feedback", "toy")
        return {role: records[name] for role, name in self.ids.items() if name in records}

    def pages(self, student):
        """Fetch one's feedback; give the text of each page, the latest submission's last."""
        self.accounts.run(student, "nbgrader", "fetch_feedback", "toy")
        folder = self.accounts.home(self.ids[student]) / "toy" / "feedback"
        found = sorted(folder.glob("*/toy.html"))
        soups = (BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser") for page in found)
        return [" ".join(soup.get_text(" ").split()) for soup in soups]

    def points(self):
        """Give what `course export` says of each student, as numbers and words."""
        table = csv.DictReader(io.StringIO(self.teach("course", "export", "--format", "csv")))
        rows = {row["student"]: row for row in table}
        return {role: rows[name] for role, name in self.ids.items() if name in rows}

    def legible(self, student):
        """Give all that an account can read of the class, outside of its home."""
        find = ["find", self.accounts.place, "-path", self.accounts.home(self.ids[student]),
                "-prune", "-o", "-type", "f", "-exec", "cat", "{}", "+"]  # fmt: skip
        return self.accounts.run(student, *find, check=False).stdout


@pytest.mark.real_tools
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make accounts")
def test_class_of_three_accounts_from_release_to_feedback(toy):
    with Accounts("teacher", "ada", "bob") as accounts:
        school = School(accounts, toy)
        school.teach("nbgrader", "generate_assignment", "toy", "--create")
        school.teach("nbgrader", "release_assignment", "toy")
        for student in ("ada", "bob"):
            accounts.run(student, "nbgrader", "fetch_assignment", "toy")
            released = accounts.home(accounts.names[student]) / "toy" / "toy.ipynb"
            assert "NotImplementedError" in released.read_text()
            assert "secret_input" not in released.read_text()
        school.hand_in("ada", toy.notebook(WRONG + "  # ada wrote this"))
        due = datetime.datetime.now(datetime.UTC)
        school.teach("nbgrader", "db", "assignment", "add", "toy", f"--duedate={due}")
        school.hand_in("bob", toy.notebook("def double(x):  # bob wrote this\n    return 2 * x"))

        records = school.graded()
        assert {role: record["score"] for role, record in records.items()} == {"ada": 1, "bob": 4}
        exported = school.points()
        (ada,), (bob,) = school.pages("ada"), school.pages("bob")
        for role, page in {"ada": ada, "bob": bob}.items():
            assert f"{records[role]['score']:g} of 6 points" in page
            assert float(exported[role]["score"]) == records[role]["score"]
            assert f"# {role} wrote this" in page
        assert float(exported["ada"]["late_seconds"]) == 0 < float(exported["bob"]["late_seconds"])
        assert "minute late" in bob
        assert "minute late" not in ada
        assert any("late" in flag for flag in records["bob"]["flags"])

        for role, other in (("ada", "bob"), ("bob", "ada")):
            text = school.legible(role)
            assert "NotImplementedError" in text  # what was released
            assert f"# {other} wrote this" not in text
            assert accounts.names[other] not in text
            for folder in ("inbound", "feedback"):
                listed = accounts.run(role, "ls", school.exchange / COURSE / folder, check=False)
                assert "Permission denied" in listed.stderr

        school.hand_in("ada", toy.notebook("def double(x):\n    return x + x  # ada again"))
        records = school.graded()
        assert (records["ada"]["status"], records["ada"]["score"]) == ("graded", 4)
        assert records["bob"]["status"] == "unchanged"
        first, second = school.pages("ada")
        assert first == ada
        assert "4 of 6 points" in second
        assert "# ada again" in second
        assert "minute late" in second
        assert school.pages("bob") == [bob]
