"""Where no sandbox starts the commands say so: once, before the class, and what to do."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from course_lib.grading.grade import grade
from course_lib.grading.sandbox import process as sandbox
from course_lib.grading.sandbox.process import NoSandbox, Sandbox, SandboxError, choose
from course_lib.grading.sandbox.remedies import PROFILE, remedy

COURSE = str(Path(sys.executable).with_name("course"))
ROOT = str(Path(__file__).parents[2])

# What a program called bwrap does, what is then told of it, and the remedy.
REFUSALS = {
    "uid map (AppArmor)": (
        "echo 'bwrap: setting up uid map: Permission denied' >&2; exit 1",
        "bwrap: setting up uid map: Permission denied",
        "apparmor_parser",
    ),
    "loopback (AppArmor)": (
        "echo 'bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted' >&2; exit 1",
        "bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted",
        "apparmor_parser",
    ),
    "user namespaces off": (
        "echo 'bwrap: No permissions to create a new namespace, likely because the kernel does not"
        " allow non-privileged user namespaces.' >&2; exit 1",
        "No permissions to create a new namespace",
        "unprivileged_userns_clone=1",
    ),
    "container without the right": (
        "echo 'bwrap: Creating new namespace failed: Operation not permitted' >&2; exit 1",
        "bwrap: Creating new namespace failed: Operation not permitted",
        "--cap-add SYS_ADMIN",
    ),
    "masked /proc": (
        '''echo "bwrap: Can't mount proc on /newroot/proc: Operation not permitted" >&2; exit 1''',
        "bwrap: Can't mount proc on /newroot/proc: Operation not permitted",
        "--cap-add SYS_ADMIN",
    ),
    "old version": (
        "echo 'bwrap: Unknown option --size' >&2; exit 1",
        "bwrap: Unknown option --size",
        "too old",
    ),
    "hangs": ("exec sleep 3600", "no answer within", "not bubblewrap"),
    "hangs with a child that holds the line": (
        "sleep 3599 & wait", "no answer within", "not bubblewrap"
    ),
    "says nothing and succeeds": ("exit 0", "saying nothing (exit code 0)", "not bubblewrap"),
    "killed at once": ("kill -9 $$", "saying nothing (exit code -9)", "not bubblewrap"),
    "starts what follows without walls": (
        'while [ "$1" != -- ]; do shift; done; shift; exec "$@"',
        "No module named 'inside'",
        "report it",
    ),
}  # fmt: skip


@pytest.fixture
def fake_bubblewrap(tmp_path):
    """Put a program called bwrap first in PATH; give the environment."""

    def make(script):
        folder = tmp_path / "bin"
        folder.mkdir()
        program = folder / "bwrap"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        path = f"{folder}{os.pathsep}{os.environ['PATH']}"
        return {**os.environ, "PATH": path, "PYTHONPATH": ROOT}

    return make


def course(root, environment, *arguments):
    """Run ``course``; give what it did and the seconds it took."""
    started = time.monotonic()
    done = subprocess.run(
        [COURSE, *arguments], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    return done, time.monotonic() - started


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.real_tools if name.startswith("hangs") else ())
        for name in REFUSALS  # waiting for one that hangs takes half a minute
    ],
)
def test_every_command_says_why_and_what_to_do(toy, fake_bubblewrap, name):
    script, words, advice = REFUSALS[name]
    environment = fake_bubblewrap(script)
    for student in ("ann", "bob", "cy", "dan"):
        toy.submit(student, toy.notebook())
    notebook = str(toy.root / "submitted" / "ann" / "toy" / "toy.ipynb")
    for command in (["doctor"], ["grade", "toy"], ["check", notebook]):
        done, _ = course(toy.root, environment, *command)
        told = done.stdout if command == ["doctor"] else done.stderr
        assert done.returncode == 1, command
        assert told.count("the sandbox does not start") == 1, told
        assert words in told
        assert advice in told
        assert "--sandbox pod" in told
        assert "Traceback (" not in done.stdout + done.stderr
        if command != ["doctor"]:
            assert done.stdout == ""
    assert not (toy.root / "autograded").exists()


def test_a_bubblewrap_that_hangs_is_not_waited_for_once_a_student(toy, fake_bubblewrap):
    environment = fake_bubblewrap("exec sleep 3600")
    for number in range(30):
        toy.submit(f"s{number}", toy.notebook())
    done, seconds = course(toy.root, environment, "grade", "toy")
    assert done.returncode == 1
    assert seconds < 4 * sandbox.FIRST_SECONDS
    assert len(done.stderr.splitlines()) == 1


def test_nothing_is_left_running_of_a_bubblewrap_that_hangs(fake_bubblewrap, monkeypatch):
    environment = fake_bubblewrap("sleep 35997 & wait")
    monkeypatch.setenv("PATH", environment["PATH"])
    monkeypatch.setattr(sandbox, "FIRST_SECONDS", 0.5)
    with pytest.raises(NoSandbox, match="no answer"):
        choose("full")
    for _ in range(100):  # what was killed is there until the kernel gets to it
        left = [path for path in Path("/proc").glob("[0-9]*/cmdline") if b"35997" in read(path)]
        if not left:
            break
        time.sleep(0.1)
    assert not left


def read(path):
    """Read a file that may be gone."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def test_nbgrader_autograde_ends_at_once_and_leaves_nothing_begun(toy, fake_bubblewrap):
    script, words, advice = REFUSALS["uid map (AppArmor)"]
    environment = fake_bubblewrap(script)
    toy.write(
        "nbgrader_config.py",
        "c = get_config()\nc.CourseDirectory.course_id = 'toy'\n"
        "c.CourseDirectory.source_directory = 'solutions'\n"
        "c.Autograde.sanitize_preprocessors = ['course_lib.grading.preprocessor.Examine']\n",
    )
    for student in ("ann", "bob"):
        toy.submit(student, toy.notebook())
    environment["PATH"] += os.pathsep + str(Path(sys.executable).parent)
    subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", "toy"],
        cwd=toy.root, env=environment, check=True, capture_output=True,
    )  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", "toy"],
        cwd=toy.root, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.count(words) == 1
    assert advice in done.stderr
    assert not list((toy.root / "autograded").glob("*/toy"))


def test_a_missing_bubblewrap_is_told_by_every_command(toy, tmp_path):
    toy.submit("ann", toy.notebook())
    environment = {**os.environ, "PATH": str(tmp_path), "PYTHONPATH": ROOT}
    notebook = str(toy.root / "submitted" / "ann" / "toy" / "toy.ipynb")
    for command in (["doctor"], ["grade", "toy"], ["check", notebook]):
        done, _ = course(toy.root, environment, *command)
        assert done.returncode == 1
        assert "apt install bubblewrap" in done.stdout + done.stderr


def test_a_missing_libseccomp_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyseccomp", None)
    with pytest.raises(NoSandbox, match="apt install libseccomp2"):
        choose("full")


def test_auto_never_becomes_the_weaker_tier(fake_bubblewrap, monkeypatch):
    environment = fake_bubblewrap("exit 1")
    monkeypatch.setenv("PATH", environment["PATH"])
    with pytest.raises(NoSandbox, match="--sandbox pod"):
        choose("auto")
    assert choose("pod") == "pod"


DYING = """import os, signal
def double(x):
    return 2 * x"""


def test_a_sandbox_that_dies_at_each_student_stops_the_run(toy, here, monkeypatch):
    for number in range(9):
        toy.submit(f"s{number}", toy.notebook())
    begun = []

    def start(self, limits, seed):
        begun.append(seed)
        self.process.kill()
        self.process.wait()
        return real(self, limits, seed)

    real = Sandbox.start
    monkeypatch.setattr(Sandbox, "start", start)
    records = []
    with pytest.raises(SandboxError, match="the sandbox has died"):
        records.extend(grade("toy", toy.root, jobs=1))
    assert not records or all(record.status == "failed" for record in records)
    assert len(begun) <= 8  # four submissions are under way at once, each is tried twice


def test_a_sandbox_that_dies_once_costs_nobody_anything(toy, here, monkeypatch):
    for number in range(3):
        toy.submit(f"s{number}", toy.notebook())
    begun = []

    def start(self, limits, seed):
        begun.append(seed)
        if len(begun) == 2:
            self.process.kill()
            self.process.wait()
        return real(self, limits, seed)

    real = Sandbox.start
    monkeypatch.setattr(Sandbox, "start", start)
    assert [record.score for record in grade("toy", toy.root, jobs=1)] == [4.0] * 3


def test_a_lock_that_fails_is_not_the_students_crash(toy, here, monkeypatch):
    toy.submit("ann", toy.notebook())
    real = Sandbox.start

    begun = []

    def start(self, limits, seed):
        begun.append(seed)  # first of all, and soundly, the solved notebook
        return real(self, replace_storage(limits) if len(begun) > 1 else limits, seed)

    def replace_storage(limits):
        class Broken(type(limits)):
            def as_dict(self):
                return super().as_dict() | {"storage": "much"}  # no file system can be so large

        return Broken()

    monkeypatch.setattr(Sandbox, "start", start)
    records = list(grade("toy", toy.root, jobs=1))
    assert [record.status for record in records] == ["failed"]
    assert "not graded" in records[0].flags[0]


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("bwrap: Creating new namespace failed: nesting depth or /proc/sys/user/max_*_namespaces "
         "exceeded (ENOSPC)", "max_user_namespaces"),
        ("bwrap: Creating new namespace failed, likely because the kernel does not support user "
         "namespaces.", "User namespaces"),
        ("bwrap: Failed to make / slave: Permission denied", "apparmor=unconfined"),
        ("bwrap: pivot_root: Operation not permitted", "--cap-add SYS_ADMIN"),
        ("unshare: Operation not permitted", "--cap-add SYS_ADMIN"),
        ("bwrap: Can't find source path /x: No such file or directory", "report it"),
    ],
)  # fmt: skip
def test_remedy_fits_what_was_said(words, advice):
    assert advice in remedy(words)


def test_on_a_machine_restricted_by_apparmor_its_profile_is_the_remedy(monkeypatch, tmp_path):
    switch = tmp_path / "switch"
    switch.write_text("1\n")
    monkeypatch.setattr("course_lib.grading.sandbox.remedies.APPARMOR_SWITCH", switch)
    monkeypatch.setattr("course_lib.grading.sandbox.remedies.in_container", lambda: False)
    assert str(PROFILE) in remedy("unshare: Operation not permitted")


def test_profile_for_apparmor_lies_where_the_remedy_says():
    text = PROFILE.read_text()
    assert "profile bwrap /usr/bin/bwrap" in text
    assert "userns," in text
