"""The journal loses nothing and repeats nothing."""

import errno
import json
import subprocess
import sys

import pytest

from course_lib.grading.journal import Journal, draw_seed, read_entries, write_whole

# A limit on the size of files cuts the entry short, as a disk does that fills up.
APPEND_UNTIL_FULL = """
import resource, signal, sys
from pathlib import Path
from course_lib.grading.journal import Journal

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
record = lambda student, size: {"record": {"student": student, "text": "x" * size}}
with Journal.open(Path(sys.argv[1]), "toy") as journal:
    journal.append(record("a", 100))
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
    try:
        journal.append(record("b", 5000))
    except RuntimeError as error:
        print(error)
    journal.append(record("c", 100))
"""


def entry(student, score=1.0):
    return {"record": {"student": student, "score": score}}


def test_entries_are_read_back(tmp_path):
    with Journal.open(tmp_path, "toy") as journal:
        journal.append(entry("a"))
        journal.append(entry("b"))
    assert list(read_entries(tmp_path, "toy")) == ["a", "b"]


def test_newest_entry_of_a_student_counts(tmp_path):
    with Journal.open(tmp_path, "toy") as journal:
        journal.append(entry("a", 1.0))
        journal.append(entry("a", 2.0))
        assert journal.latest()["a"]["record"]["score"] == 2.0


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
