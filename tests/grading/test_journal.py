"""The journal loses nothing and repeats nothing."""

import errno
import json

import pytest

from course_lib.grading.journal import Journal, draw_seed, read_entries


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
            with pytest.raises(RuntimeError, match="No space left"):
                journal.append(entry("b"))
        journal.append(entry("c"))
    assert list(read_entries(tmp_path, "toy")) == ["a", "c"]


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
