"""What the grader shows to a sandbox, and temporary files that others may have prepared."""

import os
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from course_lib import doctor
from course_lib.grading.sandbox import binaries, edition
from course_lib.grading.sandbox.process import bubblewrap

ROOT = str(Path(__file__).parents[2])
COURSE = str(Path(sys.executable).with_name("course"))
STRANGER = 31_337


@pytest.fixture
def shared(tmp_path, monkeypatch):
    """A directory for temporary files that everybody can write to."""
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o1777)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def prepared(folder, kind):
    """Prepare a directory that looks as if a grader had been killed."""
    folder.mkdir()
    owner = folder / "owner"
    (folder / "keep").write_text("x")
    if kind == "fifo":
        os.mkfifo(owner)
    elif kind == "link":
        owner.symlink_to("/dev/zero")
    elif kind == "folder":
        owner.mkdir()
    else:
        owner.write_text("")


@pytest.mark.parametrize("kind", ["fifo", "link", "folder", "file"])
def test_what_another_account_prepared_is_not_opened(shared, monkeypatch, kind):
    prepared(shared / "course-student-aaaa", kind)
    monkeypatch.setattr(os, "geteuid", lambda: STRANGER)
    edition.remove_stale()
    assert (shared / "course-student-aaaa" / "keep").exists()


@pytest.mark.parametrize("kind", ["fifo", "link", "folder", "file"])
def test_no_file_makes_the_clean_up_wait_and_links_are_not_followed(shared, kind):
    prepared(shared / "course-student-aaaa", kind)
    edition.remove_stale()
    left = (shared / "course-student-aaaa").exists()
    assert left == (kind != "file")  # a file that nobody has locked was a dead grader's


def test_a_pipe_in_the_temporary_directory_does_not_stop_grading(toy, shared):
    toy.submit("ann", toy.notebook())
    prepared(shared / "course-student-aaaa", "fifo")
    os.chown(shared / "course-student-aaaa", os.geteuid(), -1)
    environment = {**os.environ, "PYTHONPATH": ROOT, "TMPDIR": str(shared)}
    environment.pop(edition.MADE, None)
    done = subprocess.run(
        [COURSE, "grade", "toy", "--jobs", "1"], cwd=toy.root, env=environment, timeout=300,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("fault", ["a link", "writable by all", "of another user", "not complete"])
def test_an_edition_that_somebody_else_could_fill_is_not_used(shared, monkeypatch, fault):
    made = shared / "course-student-bbbb"
    made.mkdir()
    if fault != "not complete":
        (made / edition.NEEDED).write_text("{}")
    if fault == "a link":
        (shared / "link").symlink_to(made)
        made = shared / "link"
    if fault == "writable by all":
        made.chmod(0o777)
    if fault == "of another user":
        monkeypatch.setattr(edition, "ours", lambda path: False)
    monkeypatch.setenv(edition.MADE, str(made))
    found = edition.student_edition.__wrapped__()
    assert found != made
    assert (found / "course_lib").is_dir()


def test_nothing_of_the_system_is_shown_but_libraries_and_a_shell():
    command = bubblewrap()
    shown = {command[k + 2] for k, word in enumerate(command) if word == "--ro-bind"}
    system = {path for path in shown if path.startswith(("/usr", "/bin", "/lib", "/etc", "/opt"))}
    modules = str(edition.standard_library())
    for path in system - {modules, "/etc/ld.so.cache", "/usr/lib/locale/C.utf8"}:
        assert ".so" in Path(path).name or Path(path).name.startswith(("sh", "python")), path
        assert not Path(path).is_dir()
    assert not any("-packages" in path for path in shown)


def test_libraries_are_those_that_the_loader_names():
    program = Path(sys.executable).resolve()
    listed = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    named = {line.split("=>")[1].split()[0] for line in listed.splitlines() if "=> /" in line}
    found = {os.path.realpath(place) for place in binaries.libraries([program])}
    assert {os.path.realpath(path) for path in named} <= found


@pytest.mark.parametrize(
    "content",
    [b"", b"#!/bin/sh\n", b"\x7fELF\x02\x01", b"\x7fELF\x01\x01" + bytes(99),
     b"\x7fELF\x02\x01" + bytes(26) + struct.pack("<Q14xHH", 64, 56, 9)],
)  # fmt: skip
def test_what_is_no_compiled_file_needs_nothing(tmp_path, content):
    path = tmp_path / "file.so"
    path.write_bytes(content)
    assert binaries.libraries([path]) == {}


@pytest.mark.parametrize("system", ["Darwin", "Windows"])
def test_only_linux_is_asked_for_its_filter(monkeypatch, system, tmp_path):
    find = doctor.importlib.util.find_spec
    monkeypatch.setattr(doctor.platform, "system", lambda: system)
    monkeypatch.setattr(
        doctor.importlib.util, "find_spec", lambda name: None if name == "pyseccomp" else find(name)
    )
    findings = doctor.diagnose(tmp_path)
    assert not [str(finding) for finding in findings if finding.fatal]
    assert any("needs Linux" in finding.text for finding in findings)
