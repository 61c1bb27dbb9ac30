"""The journal loses nothing and repeats nothing."""

import errno
import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from course_lib.grading.files import read_own, write_whole
from course_lib.grading.journal import Journal, digest, draw_seed
from course_lib.grading.record import CellResult, Record, plain
from course_lib.grading.results.gradebook import read_entries

# A limit on the size of files cuts the entry short, as a disk does that fills up.
APPEND_UNTIL_FULL = """
import resource, signal, sys
from pathlib import Path
from course_lib.grading.journal import Journal
from course_lib.grading.record import Record

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
def record(student, size):
    return {"record": Record(student, "toy", "graded", 1.0, 4.0, 0.1, ["x" * size], [])}

with Journal.open(Path(sys.argv[1]), "toy") as journal:
    journal.append(record("a", 100))
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
    try:
        journal.append(record("b", 5000))
    except RuntimeError as error:
        print(error)
    journal.append(record("c", 100))
"""


def entry(student, score=1.0, **more):
    cell = CellResult("double-visible", "double", 4.0, "passed", score, "", None)
    record = Record(student, "toy", "graded", score, 4.0, 0.1, [], [cell])
    return {"versions": {"course_lib": "7.7.7"}, "record": record} | more


@pytest.fixture
def written(tmp_path):
    """A journal of three entries; gives its file."""
    with Journal.open(tmp_path, "toy") as journal:
        for student in ("a", "b", "c"):
            journal.append(entry(student))
    return tmp_path / "journal" / "toy.jsonl"


def follow(file, line):
    """Append a line as another version would have written it, with a digest that is right."""
    line = plain(line)
    line["digest"] = digest(line, json.loads(file.read_bytes().splitlines()[-1])["digest"])
    with file.open("ab") as opened:
        opened.write(json.dumps(line).encode() + b"\n")


def readers(file):
    """Both ways to read a journal: to report, and to go on writing."""
    root = file.parents[1]

    def opened():
        with Journal.open(root, "toy") as journal:
            return journal.latest()

    return lambda: read_entries(root, "toy"), opened


def test_entries_are_read_back(tmp_path):
    with Journal.open(tmp_path, "toy") as journal:
        journal.append(entry("a"))
        journal.append(entry("b"))
    assert list(read_entries(tmp_path, "toy")) == ["a", "b"]


def test_newest_entry_of_a_student_counts(tmp_path):
    with Journal.open(tmp_path, "toy") as journal:
        journal.append(entry("a", 1.0))
        journal.append(entry("a", 2.0))
        assert journal.latest()["a"]["record"].score == 2.0


@pytest.mark.parametrize("cut", [1, 5, 40])
def test_line_cut_off_by_a_crash_is_dropped(tmp_path, cut):
    with Journal.open(tmp_path, "toy") as journal:
        journal.append(entry("a"))
        journal.append(entry("b"))
    path = tmp_path / "journal" / "toy.jsonl"
    path.write_bytes(path.read_bytes()[:-cut])
    with Journal.open(tmp_path, "toy") as journal:
        journal.append(entry("c"))
    assert list(read_entries(tmp_path, "toy")) == ["a", "c"]


def test_entry_changed_by_hand_is_noticed(tmp_path):
    with Journal.open(tmp_path, "toy") as journal:
        journal.append(entry("a"))
        journal.append(entry("b"))
    path = tmp_path / "journal" / "toy.jsonl"
    path.write_text(path.read_text().replace("1.0", "9.0", 1))
    with pytest.raises(RuntimeError, match="changed by hand"), Journal.open(tmp_path, "toy"):
        pass


def flip(line):
    return line.replace(b'"score"', b'"Score"', 1)


@pytest.mark.parametrize(
    ("number", "damage"),
    [
        (1, flip), (2, flip), (3, flip),
        (3, lambda line: b""),
        (2, lambda line: b""),
        (2, lambda line: line[:-1]),
        (2, lambda line: b"\0" * len(line)),
        (2, lambda line: line[:40] + b"\n" + line[40:]),
        (3, lambda line: line[:40] + b"\n"),
        (3, lambda line: line + b"\n"),
        (3, lambda line: line + line),
        (3, lambda line: line + b"null\n"),
        (3, lambda line: b"[" * 100_000 + b"\n"),
        (2, lambda line: line.replace(b"1.0", b"NaN", 1)),
        (2, lambda line: line.replace(b"b", b"\xff", 1)),
    ],
)  # fmt: skip
def test_damage_is_an_error_for_every_reader(written, number, damage):
    with Journal.open(written.parents[1], "toy") as journal:
        journal.mark()
    lines = written.read_bytes().splitlines(keepends=True)
    lines[number - 1] = damage(lines[number - 1])
    written.write_bytes(damaged := b"".join(lines))
    for read in readers(written):
        with pytest.raises(RuntimeError, match=r"line \d.*restore the file from a backup"):
            read()
    assert written.read_bytes() == damaged


def test_error_names_the_line(written):
    written.write_bytes(written.read_bytes().replace(b'"b"', b'"x"'))
    for read in readers(written):
        with pytest.raises(RuntimeError, match=r"toy\.jsonl: line 2 was changed"):
            read()


def test_lines_that_are_missing_at_the_end_are_noticed(written):
    with Journal.open(written.parents[1], "toy") as journal:
        journal.mark()
    lines = written.read_bytes().splitlines(keepends=True)
    for left in (2, 0):
        written.write_bytes(b"".join(lines[:left]))
        for read in readers(written):
            with pytest.raises(RuntimeError, match=f"missing after line {left}.*backup"):
                read()


def test_journal_that_was_moved_away_begins_afresh(written):
    with Journal.open(written.parents[1], "toy") as journal:
        journal.mark()
    written.rename(written.with_suffix(".old"))
    with Journal.open(written.parents[1], "toy") as journal:
        assert journal.entries == []
        journal.append(entry("a"))
    assert list(read_entries(written.parents[1], "toy")) == ["a"]


@pytest.mark.parametrize("garbage", [b"\0" * 64, b"{}", b"f" * 63, "é".encode() * 32])
def test_garbage_in_the_derived_marker_is_told_and_mended(written, garbage, caplog):
    marker = written.with_suffix(".recorded")
    marker.write_bytes(garbage)
    report, opened = readers(written)
    with pytest.raises(RuntimeError, match=r"toy\.recorded is damaged.*course grade toy"):
        report()
    assert list(opened()) == ["a", "b", "c"]
    assert "toy.recorded is damaged" in caplog.text
    assert list(report()) == ["a", "b", "c"]


def test_cut_off_line_is_told_to_readers_and_dropped_by_the_writer(written, caplog):
    written.write_bytes(written.read_bytes()[:-9])
    report, opened = readers(written)
    for read in (report, opened):
        caplog.clear()
        assert list(read()) == ["a", "b"]
        assert "line 3 is cut off" in caplog.text
        assert "course grade toy" in caplog.text
    assert written.read_bytes().count(b"\n") == 2
    assert written.read_bytes().endswith(b"\n")


def test_last_line_that_was_in_the_gradebook_and_is_cut_off_is_graded_again(written, caplog):
    with Journal.open(written.parents[1], "toy") as journal:
        journal.mark()
    whole = written.read_bytes()
    written.write_bytes(whole[:-9])
    report, opened = readers(written)
    for read in (report, opened, opened, report):
        assert list(read()) == ["a", "b"]
    assert caplog.text.count("line 3 is cut off") == 2  # then it is gone
    with Journal.open(written.parents[1], "toy") as journal:
        journal.append(entry("c"))
        journal.mark()
    written.write_bytes(whole[: len(whole.splitlines(keepends=True)[0]) + 40])
    for read in readers(written):
        with pytest.raises(RuntimeError, match="missing after line 1"):
            read()


@pytest.mark.parametrize("version", [2, "2", 1.5, True, None])
def test_entry_of_an_unknown_format_is_refused_by_name(written, version):
    follow(written, entry("d", format=version))
    for read in readers(written):
        with pytest.raises(RuntimeError, match=r"line 4 has format.*course_lib 7\.7\.7.*this is"):
            read()


def test_entry_without_a_format_is_of_the_first(written):
    follow(written, entry("d"))
    for read in readers(written):
        assert list(read()) == ["a", "b", "c", "d"]


def changed(key, value):
    made = entry("d")
    return made | {"record": replace(made["record"], **{key: value})}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ({"record": plain(entry("d")["record"]) | {"graded_by": "me"}}, "graded_by"),
        ({"kind": "note"}, "record"),
        ({"record": "text"}, "record must be object"),
        ({"record": {"student": "d"}}, "record must contain"),
        (changed("student", 7), "student must be string"),
        (changed("score", "1"), "score must be number"),
        (changed("flags", "late"), "flags must be array"),
        (changed("flags", [None]), "flags"),
        (changed("cells", [{"grade_id": "double-visible"}]), "cells"),
        (changed("written", {"essay": 1}), "written"),
    ],
)
def test_entry_of_another_form_is_an_error_with_its_line(written, line, fault):
    follow(written, line)
    for read in readers(written):
        with pytest.raises(RuntimeError, match=f"line 4 is not an entry of format 1.*{fault}"):
            read()


def test_entry_that_could_not_be_read_again_is_not_written(written):
    before = written.read_bytes()
    with Journal.open(written.parents[1], "toy") as journal:
        for bad in (changed("cells", None), changed("score", float("nan")), {"record": []}):
            with pytest.raises(ValueError, match=r"not a journal entry|JSON"):
                journal.append(bad)
        assert written.read_bytes() == before
        journal.append(entry("d"))
    assert list(read_entries(written.parents[1], "toy")) == ["a", "b", "c", "d"]


NAMES = ["journal/toy.jsonl", "journal/secret", "journal/toy.recorded"]


def use(root):
    """Touch all files of the grader's own."""
    draw_seed(root, "toy")
    with Journal.open(root, "toy") as journal:
        journal.append(entry("x"))
        journal.mark()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["pipe", "link", "dangling", "folder", "device"])
def test_what_is_no_plain_file_is_not_opened(tmp_path, name, kind):
    use(tmp_path)
    path = tmp_path / name
    path.unlink()
    victim = tmp_path / "victim"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "device":
        os.symlink("/dev/zero", path)
    else:
        os.symlink(victim, path)
        if kind == "link":
            victim.write_bytes(b"0" * 64)
    with pytest.raises(RuntimeError, match="not opened"):
        use(tmp_path)
    if name != "journal/secret":
        with pytest.raises(RuntimeError, match="not opened"):
            read_entries(tmp_path, "toy")
    assert not victim.exists() or victim.read_bytes() == b"0" * 64


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to another account")
@pytest.mark.parametrize("name", [*NAMES, "journal"])
def test_file_of_another_account_is_not_opened(tmp_path, name):
    use(tmp_path)
    os.chown(tmp_path / name, 65534, 65534)
    with pytest.raises(RuntimeError, match="another account"):
        use(tmp_path)


def test_draft_that_somebody_prepared_is_not_written_into(tmp_path):
    victim = tmp_path / "victim"
    victim.write_bytes(b"theirs")
    os.symlink(victim, tmp_path / ".file.tmp")
    write_whole(tmp_path / "file", b"mine")
    assert read_own(tmp_path / "file") == b"mine"
    assert victim.read_bytes() == b"theirs"


def test_second_writer_is_refused(tmp_path):
    with (
        Journal.open(tmp_path, "toy"),
        pytest.raises(RuntimeError, match="another run"),
        Journal.open(tmp_path, "toy"),
    ):
        pass


def test_full_disk_leaves_the_journal_as_it_was(tmp_path, monkeypatch):
    with Journal.open(tmp_path, "toy") as journal:
        journal.append(entry("a"))

        def full(descriptor):
            raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr("os.fsync", full)
            with pytest.raises(RuntimeError, match=r"No space left.*nothing is lost"):
                journal.append(entry("b"))
        journal.append(entry("c"))
    assert list(read_entries(tmp_path, "toy")) == ["a", "c"]


def test_entry_that_is_written_in_part_is_taken_back(tmp_path):
    command = [sys.executable, "-c", APPEND_UNTIL_FULL, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "File too large" in done.stdout
    assert (tmp_path / "journal" / "toy.jsonl").read_bytes().endswith(b"\n")
    assert list(read_entries(tmp_path, "toy")) == ["a", "c"]


def test_file_is_written_whole_or_not_at_all(tmp_path):
    file = tmp_path / "folder" / "file"
    write_whole(file, b"old")
    (file.parent / ".file.tmp").write_bytes(b"left by a run that was killed")
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    assert [path.name for path in file.parent.iterdir()] == ["file"]
    assert file.stat().st_mode & 0o777 == 0o644


def test_lines_are_json(tmp_path):
    with Journal.open(tmp_path, "toy") as journal:
        journal.append(entry("a"))
    line = (tmp_path / "journal" / "toy.jsonl").read_text()
    assert json.loads(line)["record"]["student"] == "a"


def test_secret_is_readable_by_its_owner_alone(tmp_path):
    draw_seed(tmp_path, "toy")
    assert (tmp_path / "journal" / "secret").stat().st_mode & 0o077 == 0


def test_each_run_draws_another_seed(tmp_path):
    assert draw_seed(tmp_path, "toy") != draw_seed(tmp_path, "toy")
