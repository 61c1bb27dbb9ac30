"""Names of folders: which are a student's id, how others are reported, and what is nobody's."""

import json
import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_lib.cli import main
from course_lib.grading.grade import grade
from course_lib.grading.ids import id_fault, printable, shown, unplaced
from course_lib.grading.results.gradebook import read_entries

GOOD = [
    "ada", "Zoë", unicodedata.normalize("NFD", "Zoë"), "ada@uni.example", "O'Brien", "Doe, Jane",
    "100%", "#7", "a+b", "=1+1", "007", "two words", "Łukasz", "小明", "علي", "दीपक", "a_b-c.d",
    "Ada Lovelace_12345_assignsubmission_file_", "x" * 128,
]  # fmt: skip
GRADED = ("ada", "Zoë", "=1+1", "two words")
BAD = {
    "<b>bold": "U+003C", 'a"b': "U+0022", "a&b": "U+0026", "a`b": "U+0060", "a\\b": "U+005C",
    "a\nstudent graded 4 of 4": "U+000A", "a\x1b[2Jb": "U+001B", "a\u202eb": "U+202E",
    "a\u200bb": "U+200B", "a\u00adb": "U+00AD", "a\u2028b": "U+2028", "a\u00a0b": "U+00A0",
    "a\ufe0f": "U+FE0F", "a\u3164b": "U+3164", "a\U000e0041": "U+E0041", "a\x85b": "U+0085",
    "a\udcffb": "U+DCFF", "a|b": "U+007C", "a*": "U+002A", "a;b": "U+003B", "$(id)": "U+0024",
    "a\ue000": "U+E000", "😀": "U+1F600", "x" * 129: "128 bytes", "é" * 65: "128 bytes",
    " a": "space", "a ": "space", ".a": "dot", "\u0301a": "mark",
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_names_that_people_and_systems_use_are_ids(name):
    assert id_fault(name) == ""
    assert shown(name) == name


@pytest.mark.parametrize("name", BAD, ids=ascii)
def test_other_names_are_refused_with_the_reason(name):
    assert BAD[name] in id_fault(name)


@given(st.text(st.characters(), min_size=1))
def test_what_is_shown_of_a_name_is_one_plain_line(name):
    for text in (shown(name), printable(name), id_fault(name)):
        assert text.isprintable()
    assert id_fault(name) or shown(name) == name
    assert not set(shown(name)) & set('<>&"`\n')


@given(st.text(min_size=1), st.text(min_size=1))
def test_two_ids_that_look_alike_are_the_same_folder(one, other):
    if id_fault(one) == id_fault(other) == "" and one != other:
        strip = {"Cc", "Cf", "Cs", "Co", "Cn"}
        assert not {unicodedata.category(c) for c in one + other} & strip


@pytest.fixture
def mixed(toy, here):
    """A class with good names, bad names, and things that are nobody's."""
    for name in GRADED:
        toy.submit(name, toy.notebook())
    return toy


def test_misnamed_folders_are_failed_records_and_the_class_goes_on(mixed):
    names = [name for name in BAD if len(os.fsencode(name)) < 200]  # that a folder can have
    for name in names:
        mixed.submit(name, mixed.notebook())
    records = list(grade("toy", mixed.root))
    failed = {record.student: record.flags for record in records if record.status == "failed"}
    assert failed.keys() == {shown(name) for name in names}
    for name in names:
        (flag,) = failed[shown(name)]
        assert BAD[name] in flag
        assert "Rename" in flag
        assert f"submitted/{shown(name)} " in flag
    assert {r.student for r in records if r.score == 4.0} == {*GRADED}
    assert set(read_entries(mixed.root, "toy")) == {*GRADED}


def test_two_folders_of_one_name_in_two_forms_are_told_apart(mixed):
    twin = unicodedata.normalize("NFD", "Zoë")
    mixed.submit(twin, mixed.notebook())
    records = list(grade("toy", mixed.root))
    (failed,) = [record for record in records if record.status == "failed"]
    assert "other Unicode characters" in failed.flags[0]
    assert sum(record.score == 4.0 for record in records) == 4


def test_misnamed_folder_makes_the_command_fail_at_the_end(mixed, run_course):
    mixed.submit("a\nb", mixed.notebook())
    done = run_course("grade", "toy")
    assert done.exit_code == 1
    assert len([line for line in done.stdout.splitlines() if " graded " in line]) == 4
    assert "a\\x0ab" in done.stdout


def test_what_is_nobodys_is_listed(mixed, run_course):
    root = mixed.root
    for path in (
        "loose.ipynb", "class.zip", "grades.csv", "no\x1b[2Jbody.ipynb", ".ada.ipynb",
        "toy/bob/toy.ipynb", "group A/carl/toy/toy.ipynb", "dora/Toy/toy.zip",
        "emil/other/other.ipynb", "emil/next/Next (1).ipynb",
        ".DS_Store", ".hidden/notes.txt", "._toy.ipynb",
    ):  # fmt: skip
        mixed.write(f"submitted/{path}", "{}")
    (root / "solutions/next").mkdir()
    os.symlink("nowhere", root / "submitted/broken")
    os.mkfifo(root / "submitted/pipe.ipynb")
    expected = [
        "submitted/.ada.ipynb", "submitted/broken", "submitted/class.zip",
        "submitted/dora/Toy/toy.zip", "submitted/grades.csv",
        "submitted/group A/carl/toy/toy.ipynb", "submitted/loose.ipynb",
        "submitted/no\x1b[2Jbody.ipynb", "submitted/pipe.ipynb", "submitted/toy/bob/toy.ipynb",
    ]  # fmt: skip
    done = run_course("grade", "toy", "--json")
    *records, last = map(json.loads, done.stdout.splitlines())
    assert last == {"unplaced": expected}
    assert all("student" in record for record in records)
    for path in expected:
        assert f"belongs to nobody: {printable(path)}\n" in done.stderr
    assert "\x1b" not in done.stderr
    assert "belongs to nobody: submitted/class.zip" in run_course("grade", "toy").stderr
    assert done.exit_code == 0


def test_nothing_is_listed_where_everything_has_its_place(mixed, run_course):
    (mixed.root / "submitted/absent").mkdir()
    done = run_course("grade", "toy", "--json")
    assert "unplaced" not in done.stdout
    assert {json.loads(line)["student"] for line in done.stdout.splitlines()} >= {"absent", "ada"}


def test_folder_that_is_deep_or_a_loop_ends(mixed):
    deep = mixed.root / "submitted/deep"
    (deep / "/".join("abcdefgh")).mkdir(parents=True)
    os.symlink(deep, deep / "a/again")
    assert unplaced(mixed.root, "toy", ["deep"]) == []


@pytest.mark.parametrize("student", ["nobody", "..", "../other", "a/b", "", ".", "a\nb"])
def test_unknown_student_is_wrong_usage(mixed, run_course, student):
    done = run_course("grade", "toy", "--student", student)
    assert done.exit_code == 2
    assert "no student" in done.stderr


def test_one_student_is_graded_alone_and_again(mixed, run_course):
    run_course("grade", "toy")
    before = read_entries(mixed.root, "toy")
    done = run_course("grade", "toy", "--student", "ada", "--json")
    assert done.exit_code == 0
    (record,) = map(json.loads, done.stdout.splitlines())
    assert (record["student"], record["status"], record["score"]) == ("ada", "graded", 4.0)
    after = read_entries(mixed.root, "toy")
    assert [s for s in after if after[s]["digest"] != before[s]["digest"]] == ["ada"]


def test_cli_lists_the_new_option_and_command():
    assert "--student" in [opt for p in main.commands["grade"].params for opt in p.opts]
    assert "erase" in main.commands
