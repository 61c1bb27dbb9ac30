"""`course doctor` where something is missing or broken, and who else looks for Chromium."""

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from course_lib import doctor
from course_lib.publishing.site import browser

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "tools" / "system_packages.sh"


def program(path, script="exit 0"):
    """Write a shell script that can be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def path(tmp_path, monkeypatch):
    """An empty folder that is the whole PATH."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("COURSE_CHROMIUM", raising=False)
    (tmp_path / "bin").mkdir()
    return tmp_path / "bin"


# ------------------------------------------------------------------ the sandbox


@pytest.mark.parametrize(
    ("script", "advice"),
    [
        ("echo 'bwrap: setting up uid map: Permission denied' >&2; exit 1", "apparmor_parser"),
        ("echo 'bwrap: Unknown option --size' >&2; exit 1", "too old"),
        ("exit 0", "not bubblewrap"),
    ],
)
def test_a_bubblewrap_that_refuses_is_fatal_and_comes_with_the_remedy(path, script, advice):
    program(path / "bwrap", script)
    (finding,) = doctor.sandbox()
    assert (finding.state, finding.fatal) == ("missing", True)
    assert "the sandbox does not start" in finding.text
    assert advice in finding.text


def test_no_bubblewrap_is_fatal_and_says_how_to_install_it(path):
    (finding,) = doctor.sandbox()
    assert (finding.state, finding.fatal) == ("missing", True)
    assert "apt install bubblewrap" in finding.text


@pytest.mark.parametrize(
    ("system", "words"), [("Darwin", "macOS"), ("Windows", "wsl"), ("Plan 9", "needs Linux")]
)
def test_elsewhere_than_on_linux_no_sandbox_is_not_fatal(monkeypatch, system, words):
    monkeypatch.setattr(doctor.platform, "system", lambda: system)
    (finding,) = doctor.sandbox()
    assert (finding.state, finding.fatal) == ("limited", False)
    assert words in finding.text


# ------------------------------------------------------------------ Chromium


def installs(path, **variables):
    """Run the script that installs system packages; give what it says is missing."""
    environment = {"PATH": str(path), **variables}
    done = subprocess.run(["/bin/sh", SCRIPT], env=environment, capture_output=True, text=True)
    assert done.returncode == 0
    return re.findall(r"^(\S+) is missing", done.stderr, flags=re.MULTILINE)


@pytest.mark.parametrize("name", browser.PROGRAMS)
def test_doctor_browser_and_script_find_chromium_by_each_of_its_names(path, name):
    found = program(path / name)
    assert browser.chromium() == str(found)
    assert str(found) in doctor.chromium().text
    assert installs(path) == ["bubblewrap"]


def test_the_script_knows_no_other_name():
    names = re.search(r"for name in (.*); do", SCRIPT.read_text(encoding="utf-8"))[1]
    assert tuple(names.split()) == browser.PROGRAMS


def test_no_chromium_is_told_by_all_three(path):
    assert browser.chromium() is None
    finding = doctor.chromium()
    assert (finding.state, finding.fatal) == ("limited", False)
    assert "site tests and the PDF are skipped" in finding.text
    assert installs(path) == ["bubblewrap", "chromium"]
    with pytest.raises(RuntimeError, match="no chromium, chromium-browser"), browser.launch():
        pass


def test_the_chromium_that_is_named_is_taken_by_all_three(path, tmp_path, monkeypatch):
    mine = program(tmp_path / "my browser" / "chrome")
    program(path / "chromium")
    monkeypatch.setenv("COURSE_CHROMIUM", str(mine))
    assert browser.chromium() == str(mine)
    assert str(mine) in doctor.chromium().text
    assert installs(path, COURSE_CHROMIUM=str(mine)) == ["bubblewrap"]


def test_a_chromium_that_is_named_and_not_there_is_no_chromium(path, monkeypatch):
    program(path / "chromium")
    monkeypatch.setenv("COURSE_CHROMIUM", "/no/such/browser")
    assert browser.chromium() is None
    assert "COURSE_CHROMIUM names /no/such/browser" in doctor.chromium().text
    assert installs(path, COURSE_CHROMIUM="/no/such/browser") == ["bubblewrap", "chromium"]


# ------------------------------------------------------------------ the gradebook


def test_a_gradebook_that_is_not_there_yet_is_not_made(tmp_path):
    finding = doctor.gradebook(tmp_path)
    assert (finding.state, finding.fatal) == ("ok", False)
    assert "will be made" in finding.text
    assert list(tmp_path.iterdir()) == []


def test_a_gradebook_is_opened_and_left_as_it_was(tmp_path):
    file = tmp_path / "gradebook.db"
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE student (id TEXT)")
        database.execute("INSERT INTO student VALUES ('ann'), ('bob')")
    database.close()
    before = file.read_bytes()
    finding = doctor.gradebook(tmp_path)
    assert (finding.state, finding.fatal) == ("ok", False)
    assert f"{file} can be opened; students in it: 2" in finding.text
    assert file.read_bytes() == before


def test_an_empty_gradebook_is_told(tmp_path):
    (tmp_path / "gradebook.db").touch()
    assert "is empty" in doctor.gradebook(tmp_path).text


def damaged(file):
    """Overwrite a page of a sound database."""
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE student (id TEXT)")
        database.executemany("INSERT INTO student VALUES (?)", [("x" * 400,)] * 100)
    database.close()
    data = bytearray(file.read_bytes())
    data[8192:12288] = b"\xff" * 4096
    file.write_bytes(data)


@pytest.mark.parametrize(
    "spoil",
    [lambda file: file.write_bytes(b"garbage" * 999), damaged, lambda file: file.mkdir()],
    ids=["no database", "a damaged page", "a folder"],
)
def test_a_broken_gradebook_is_fatal_and_says_where_the_grades_are(tmp_path, spoil):
    spoil(tmp_path / "gradebook.db")
    finding = doctor.gradebook(tmp_path)
    assert (finding.state, finding.fatal) == ("missing", True)
    assert "the gradebook cannot be used" in finding.text
    assert "The grades are safe in the journal" in finding.text


def test_a_server_that_does_not_answer_is_fatal_and_its_password_stays_secret(tmp_path):
    url = "postgresql+psycopg://me:secret@127.0.0.1:1/grades"
    config = tmp_path / "nbgrader_config.py"
    config.write_text(f"c = get_config()\nc.CourseDirectory.db_url = {url!r}\n")
    finding = doctor.gradebook(tmp_path)
    assert (finding.state, finding.fatal) == ("missing", True)
    assert "refused" in finding.text
    assert "secret" not in finding.text


def test_a_broken_config_is_fatal_and_named(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text("c = get_config(\n")
    finding = doctor.gradebook(tmp_path)
    assert (finding.state, finding.fatal) == ("missing", True)
    assert "nbgrader_config.py cannot be read (SyntaxError" in finding.text


# ------------------------------------------------------------------ the command


def test_the_command_tells_all_findings_and_ends_with_1_at_a_fatal_one(tmp_path):
    (tmp_path / "gradebook.db").write_bytes(b"garbage" * 999)
    course = Path(sys.executable).with_name("course")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [course, "doctor", "--root", tmp_path], env=environment, capture_output=True, text=True
    )
    assert done.returncode == 1
    told = [line.split()[1] for line in done.stdout.splitlines()]
    for subject in ("Python", "sandbox", "packages", "browser", "storage", "gradebook"):
        assert subject in told
    assert done.stderr == ""
