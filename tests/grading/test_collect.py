"""What comes in: archives and folders of each platform, and those made to do harm."""

import base64
import datetime
import json
import os
import stat
import zipfile

import pytest

from course_lib.grading.collect import collect
from course_lib.grading.incoming import MAX_BYTES
from course_lib.grading.results.times import submitted_at

ROSTER = """\
id,last_name,first_name,email,lms_id
ada,Lovelace,Ada,ada@x.test,123
zoé,Łukasz,Zoé,zoe@x.test,
jo1,Doe,Jo,jo1@x.test,
jo2,Doe,Jo,jo2@x.test,
kim,Kim,,kim@x.test,
"""
NOON = datetime.datetime(2026, 3, 5, 12, 0, 0)
MOODLE = "{}_{}_assignsubmission_file_/{}"
WORKSHEET = """\
Identifier,Full name,Email address,Grade,Last modified (submission),Last modified (grade)
Participant 901,Ada Lovelace,ada@x.test,,"Thursday, 5 March 2026, 1:30 PM",-
Participant 903,Jo Doe,jo2@x.test,,-,-
"""


@pytest.fixture
def course(toy):
    """A course with a roster."""
    toy.write("students.csv", ROSTER)
    return toy


def notebook(text="1"):
    return json.dumps({"cells": [{"source": text}], "nbformat": 4}).encode()


def packed(path, files):
    """Pack files; each is content, or content and time."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, given in files.items():
            content, time = given if isinstance(given, tuple) else (given, NOON)
            entry = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name)
            entry.date_time = time.timetuple()[:6]
            archive.writestr(entry, content)
    return path


@pytest.fixture
def archive(course, tmp_path):
    """Make an archive beside the course."""
    return lambda files: packed(tmp_path / "in.zip", files)


def placed(found):
    return {each.student: each.what for each in found.placed}


def utc(time):
    return time.astimezone(datetime.UTC).replace(tzinfo=None)


def held(course, student, file="toy.ipynb"):
    return (course.root / "submitted" / student / "toy" / file).read_bytes()


def test_moodles_archive(course, archive):
    late = NOON + datetime.timedelta(days=1)
    source = archive({
        MOODLE.format("Ada Lovelace", 901, "toy.ipynb"): notebook("a"),
        MOODLE.format("Łukasz Zoé", 902, "Toy (1).ipynb"): (notebook("z"), late),
        "Kim_903_assignsubmission_file_toy.ipynb": notebook("k"),
        "Kim_903_assignsubmission_file_notes.pdf": b"%PDF",
        MOODLE.format("Jo Doe", 904, "toy.ipynb"): notebook("j"),
        MOODLE.format("New Comer", 905, "toy.ipynb"): notebook("n"),
    })  # fmt: skip
    found = collect("toy", source, course.root)
    assert placed(found) == {"ada": "new", "zoé": "new", "kim": "new"}
    assert dict(found.unplaced) == {
        "Jo Doe_904_assignsubmission_file_/toy.ipynb": "'Jo Doe', '904' may be jo1 or jo2",
        "New Comer_905_assignsubmission_file_/toy.ipynb":
            "nobody on the roster is meant by 'New Comer', '905'",
    }  # fmt: skip
    assert found.absent == ["jo1", "jo2"]
    assert held(course, "zoé") == notebook("z")
    assert submitted_at(course.root / "submitted/zoé/toy") == (utc(late), "")
    kim = next(each for each in found.placed if each.student == "kim")
    assert kim.left_out == ["Kim_903_assignsubmission_file_notes.pdf"]
    assert sorted(os.listdir(course.root / "submitted/kim/toy")) == ["timestamp.txt", "toy.ipynb"]


def test_moodles_worksheet_tells_two_of_one_name_apart_and_knows_times(course, archive):
    sheet = course.write("sheet.csv", WORKSHEET)
    source = archive({
        MOODLE.format("Jo Doe", 903, "toy.ipynb"): notebook(),
        MOODLE.format("Ada Lovelace", 901, "toy.ipynb"): notebook(),
    })  # fmt: skip
    found = collect("toy", source, course.root, worksheet=sheet)
    assert placed(found) == {"ada": "new", "jo2": "new"}
    moment = utc(datetime.datetime(2026, 3, 5, 13, 30))
    assert submitted_at(course.root / "submitted/ada/toy") == (moment, "")
    assert submitted_at(course.root / "submitted/jo2/toy") == (None, "")


def test_a_time_that_says_when_the_archive_was_packed_is_none(course, archive):
    source = archive({
        MOODLE.format("Ada Lovelace", 901, "toy.ipynb"): notebook(),
        MOODLE.format("Kim", 902, "toy.ipynb"): (notebook(), NOON + datetime.timedelta(minutes=9)),
    })  # fmt: skip
    assert [each.time for each in collect("toy", source, course.root).placed] == [None, None]
    assert not (course.root / "submitted/ada/toy/timestamp.txt").exists()


def test_canvas_archive(course, archive):
    source = archive({
        "lovelaceada_LATE_123_456_toy-1.ipynb": notebook("old"),
        "lovelaceada_LATE_123_460_toy-2.ipynb": notebook("new"),
        "kim_125_458_homework.pdf": b"%PDF",
        "łukaszzoé_123_459_toy.ipynb": notebook("of Ada's number"),
    })  # fmt: skip
    found = collect("toy", source, course.root)
    assert placed(found) == {"ada": "new", "kim": "new"}
    ((path, reason),) = found.unplaced
    assert path == "łukaszzoé_123_459_toy.ipynb"
    assert reason == "the clues differ: 'łukaszzoé' is zoé, '123' is ada"
    assert held(course, "ada") == notebook("new")
    assert held(course, "kim", "homework.pdf") == b"%PDF"
    assert {each.student: each.late for each in found.placed} == {"ada": True, "kim": False}


def test_two_numbers_of_one_name_are_two_people(course, archive):
    source = archive({
        MOODLE.format("Ada Lovelace", 901, "toy.ipynb"): notebook("one"),
        MOODLE.format("Ada Lovelace", 902, "toy.ipynb"): notebook("other"),
    })  # fmt: skip
    found = collect("toy", source, course.root)
    assert placed(found) == {}
    assert {reason for _, reason in found.unplaced} == {"901 and 902 both seem to be ada"}
    assert not (course.root / "submitted").exists()


def test_a_folder_of_files(course, tmp_path):
    inbox = tmp_path / "inbox"
    for name in (
        "ada.ipynb", "zoe@x.test_toy.ipynb", "kim/toy/toy.ipynb", "kim/other/other.ipynb",
        "stranger.ipynb", "jo1/other/other.ipynb", ".DS_Store", "timestamp.txt",
    ):  # fmt: skip
        path = inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(notebook(name))
    os.symlink("/etc/passwd", inbox / "jo2.ipynb")
    found = collect("toy", inbox, course.root)
    assert placed(found) == {"ada": "new", "zoé": "new", "kim": "new"}
    assert dict(found.unplaced) == {
        "jo2.ipynb": "is a symbolic link",
        "stranger.ipynb": "nobody on the roster is meant by 'stranger'",
    }
    assert held(course, "kim") == notebook("kim/toy/toy.ipynb")
    moment, _ = submitted_at(course.root / "submitted/ada/toy")
    assert moment.timestamp() != 0


def test_the_exchange_gives_the_newest_with_its_time_and_secret(toy, tmp_path):
    inbound = tmp_path / "exchange" / "inbound"
    for folder in (
        "ada+toy+2026-03-05 12:00:00.5 UTC+x1", "ada+toy+2026-03-06 12:00:00.5 UTC+x2",
        "a+b+toy+2026-03-05 12:00:00.5 UTC", "ada+other+2026-03-07 12:00:00 UTC+x3",
    ):  # fmt: skip
        (inbound / folder).mkdir(parents=True)
        (inbound / folder / "toy.ipynb").write_bytes(notebook(folder))
        (inbound / folder / "timestamp.txt").write_text("1970-01-01 00:00:00 UTC")
        (inbound / folder / "submission_secret.txt").write_text("secret")
    found = collect("toy", inbound.parent, toy.root)
    assert placed(found) == {"a+b": "new", "ada": "new"}
    assert held(toy, "ada") == notebook("ada+toy+2026-03-06 12:00:00.5 UTC+x2")
    assert held(toy, "ada", "submission_secret.txt") == b"secret"
    moment, fault = submitted_at(toy.root / "submitted/ada/toy")
    assert (moment, fault) == (datetime.datetime(2026, 3, 6, 12, 0, 0, 500_000), "")


def test_every_name_that_nbgrader_may_give_a_submission_is_read(toy, tmp_path):
    """It ends in base64 for addresses, so also in "-" and "_"."""
    endings = ["", *(base64.urlsafe_b64encode(bytes([k]) * 9).decode() for k in range(256))]
    assert {"-", "_"} <= set("".join(endings))
    students = [f"s{k}" for k in range(len(endings))]
    for student, ending in zip(students, endings, strict=True):
        name = f"{student}+toy+2026-03-05 12:00:00.500000 UTC" + (f"+{ending}" if ending else "")
        folder = tmp_path / "inbound" / name
        folder.mkdir(parents=True)
        (folder / "toy.ipynb").write_bytes(notebook(student))
    found = collect("toy", tmp_path, toy.root, dry_run=True)
    assert placed(found) == dict.fromkeys(students, "new")
    assert found.unplaced == []


@pytest.mark.parametrize("name", ["ada+toy+yesterday", "ada+toy+2026-03-05+a+b", "a+toy+"])
def test_a_folder_that_only_looks_like_one_of_the_exchange_is_told(toy, tmp_path, name):
    folder = tmp_path / "inbound" / name
    folder.mkdir(parents=True)
    (folder / "toy.ipynb").write_bytes(notebook("ada"))
    found = collect("toy", tmp_path, toy.root, dry_run=True)
    assert (placed(found), [place for place, _ in found.unplaced]) == ({}, [name])


def test_what_another_account_handed_in_is_told(toy, tmp_path, monkeypatch):
    inbound = tmp_path / "inbound"
    for student in ("ada", "bob"):
        folder = inbound / f"{student}+toy+2026-03-05 12:00:00 UTC"
        folder.mkdir(parents=True)
        (folder / "toy.ipynb").write_bytes(notebook(student))
    names = iter(["ada", "eve"])
    monkeypatch.setattr("course_lib.grading.incoming.account", lambda number: next(names))
    found = collect("toy", inbound, toy.root, dry_run=True)
    assert found.foreign() == ["bob: handed in by the account eve"]
    assert placed(found) == {"ada": "new", "bob": "new"}
    found.owners = {"ada": "jovyan", "bob": "jovyan"}
    assert found.foreign() == []


def test_what_is_there_stays_unless_something_newer_comes(course, archive):
    def come(text, days):
        return collect("toy", archive({
            "ada.ipynb": (notebook(text), NOON + datetime.timedelta(days=days)),
            "kim.ipynb": NOON.isoformat().encode(),
        }), course.root)  # fmt: skip

    assert placed(come("1", 2))["ada"] == "new"
    assert placed(come("0", 1))["ada"] == "older"
    assert placed(come("1", 3))["ada"] == "same"
    assert submitted_at(course.root / "submitted/ada/toy")[0].day == NOON.day + 2
    assert placed(come("2", 3))["ada"] == "newer"
    assert held(course, "ada") == notebook("2")
    assert placed(come("2", 1))["ada"] == "dated"
    assert submitted_at(course.root / "submitted/ada/toy")[0].day == NOON.day + 1
    assert not [name for name in os.listdir(course.root / "submitted/ada") if name != "toy"]


def test_a_dry_run_changes_nothing_and_tells_the_same(course, archive, run_course):
    source = str(archive({"ada.ipynb": notebook(), "who.ipynb": notebook()}))
    dry = run_course("collect", "toy", source, "--dry-run")
    assert not (course.root / "submitted").exists()
    done = run_course("collect", "toy", source)
    assert (course.root / "submitted").exists()
    assert (dry.exit_code, dry.stdout) == (done.exit_code, done.stdout) == (1, done.stdout)
    assert "nothing was written" in dry.stderr
    assert "not placed: who.ipynb: nobody on the roster" in done.stderr
    assert "nothing of 4 on the roster: zoé, jo1, jo2, kim" in done.stderr
    assert run_course("collect", "toy", str(archive({"ada.ipynb": notebook()}))).exit_code == 0


def link(name):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


HOSTILE = {
    "../../ada.ipynb": "leads out",
    "/etc/ada.ipynb": "absolute",
    "C:/ada.ipynb": "absolute",
    "ada\\..\\x.ipynb": "signs in its name",
    "ada/\x1b[31m.ipynb": "signs in its name",
    "ada//toy.ipynb": "empty part",
    "x" * 300 + ".ipynb": "more than 255 bytes",
    "kim_125_458_..": "name that no file should have",
    "Kim_901_assignsubmission_file_.hidden.ipynb": "",
}


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_a_hostile_name_is_refused_by_name_and_the_rest_goes_on(course, archive, name):
    found = collect("toy", archive({name: notebook(), "jo1.ipynb": notebook()}), course.root)
    assert placed(found).get("jo1") == "new"
    if HOSTILE[name]:
        assert [(path, HOSTILE[name] in reason) for path, reason in found.unplaced] == [
            (name, True)
        ]
    files = [p for p in course.root.rglob("*") if p.is_file() and "solutions" not in p.parts]
    inside = {p.relative_to(course.root).as_posix() for p in files}
    allowed = {
        "students.csv",
        "in.zip",
        "submitted/jo1/toy/toy.ipynb",
        "submitted/kim/toy/toy.ipynb",
    }
    assert inside <= allowed


def test_links_bombs_and_locked_entries_are_refused_by_name(course, archive):
    locked = zipfile.ZipInfo("zoé.ipynb")
    source = archive({
        link("ada.ipynb"): b"/etc/passwd",
        zipfile.ZipInfo("kim.ipynb"): b"0" * (MAX_BYTES + 1),
        locked: notebook(),
        "jo1.ipynb": notebook(),
    })  # fmt: skip
    data = bytearray(source.read_bytes())
    position = data.rfind("zoé.ipynb".encode()) - 46 + 8  # flags, in the central directory
    data[position] |= 1
    source.write_bytes(data)
    found = collect("toy", source, course.root)
    assert placed(found) == {"jo1": "new"}
    reasons = dict(found.unplaced)
    assert reasons["ada.ipynb"] == "is a symbolic link"
    assert reasons["kim.ipynb"] == "is larger than 20 MB"
    assert reasons["zoé.ipynb"] == "is locked with a password"


def test_a_link_in_submitted_is_not_followed(course, archive, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (course.root / "submitted").mkdir()
    os.symlink(tmp_path / "elsewhere", course.root / "submitted/ada")
    found = collect("toy", archive({"ada.ipynb": notebook()}), course.root)
    assert placed(found) == {}
    assert "is a link or a file, not a folder" in found.unplaced[0][1]
    assert os.listdir(tmp_path / "elsewhere") == []


def test_an_archive_that_is_none_and_a_platforms_without_a_roster_are_errors(
    toy, tmp_path, run_course
):
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04 broken")
    done = run_course("collect", "toy", str(tmp_path / "x.zip"))
    assert (done.exit_code, "nor a whole zip archive" in done.stderr) == (1, True)
    source = packed(tmp_path / "in.zip", {MOODLE.format("Ada", 9, "toy.ipynb"): notebook()})
    done = run_course("collect", "toy", str(source))
    assert (done.exit_code, "course roster import FILE" in done.stderr) == (1, True)
    assert run_course("collect", "toy", str(tmp_path / "nowhere")).exit_code == 2


def test_a_folder_full_of_files_is_that_students_fault_alone(course, tmp_path, monkeypatch):
    monkeypatch.setattr("course_lib.grading.incoming.MAX_EACH", 2)
    for k, student in enumerate(("ada", "kim")):
        for number in range(2 * k + 1):
            path = tmp_path / "inbox" / student / f"{number}.ipynb"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(notebook())
    found = collect("toy", tmp_path / "inbox", course.root)
    assert placed(found) == {"ada": "new"}
    assert found.unplaced == [("kim", "holds more than 2 files")]
