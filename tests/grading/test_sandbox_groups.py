"""
Limits on a whole sandbox where the kernel has control groups of version 2.

That a group with processes cannot be divided, and can once they have moved, is tried on the real
kernel, with a controller that is left over there if the machine has the others in version 1. What
is written into which file is tried on directories that stand for the kernel's: a simulation.
"""

import os
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from course_lib.grading.sandbox import cgroups
from course_lib.grading.sandbox.cgroups import KEEPER, MOST_KEPT, Group, NoGroup, parent_group
from course_lib.grading.sandbox.limits import MB, Limits


def hierarchy():
    """Find where version 2 is mounted."""
    rows = [row.split() for row in Path("/proc/self/mounts").read_text().splitlines()]
    return next((Path(row[1]) for row in rows if row[2] == "cgroup2"), None)


@pytest.fixture
def divided():
    """A group of version 2 with a process in it, and a controller that it could hand down."""
    root = hierarchy()
    controllers = cgroups.words(root / "cgroup.controllers") if root else []
    if not controllers or not os.access(root / "cgroup.subtree_control", os.W_OK):
        pytest.skip("no control groups of version 2 that are ours to divide")
    name = "pids" if "pids" in controllers else controllers[0]
    handed = name in cgroups.words(root / "cgroup.subtree_control")
    if not handed:
        (root / "cgroup.subtree_control").write_text(f"+{name}")
    group = root / f"course_test_{os.getpid()}"
    group.mkdir()
    process = subprocess.Popen(["sleep", "600"])
    (group / "cgroup.procs").write_text(str(process.pid))
    yield group, name, process.pid
    process.kill()
    process.wait()
    for _ in range(100):
        with suppress(OSError):
            for folder in [*group.glob("*/"), group]:
                folder.rmdir()
        if not group.exists():
            break
        time.sleep(0.02)
    if not handed:
        (root / "cgroup.subtree_control").write_text(f"-{name}")


def test_a_group_with_processes_can_be_divided_once_they_moved(divided):
    group, name, pid = divided
    with pytest.raises(OSError, match="busy"):
        (group / "cgroup.subtree_control").write_text(f"+{name}")
    assert parent_group(group, (name,), ()) == group
    assert cgroups.words(group / KEEPER / "cgroup.procs") == [str(pid)]
    assert cgroups.words(group / "cgroup.subtree_control") == [name]
    sandbox = group / "course-1-0"
    sandbox.mkdir()
    assert list(sandbox.glob(f"{name}.*"))
    sandbox.rmdir()


def test_a_process_in_the_keeper_makes_its_groups_beside_it(divided):
    group, name, _ = divided
    parent_group(group, (name,), ())
    assert parent_group(group / KEEPER, (name,), ()) == group


def test_a_controller_that_is_not_there_is_told(divided):
    group, _, _ = divided
    with pytest.raises(NoGroup, match=r"no controller memoir; start the grader with"):
        parent_group(group, ("memoir",), ())


@pytest.fixture
def simulated(tmp_path):
    """Directories that stand for a group of version 2 with all controllers."""
    group = tmp_path / "user.slice"
    group.mkdir()
    for name, text in {
        "cgroup.controllers": "cpu memory pids", "cgroup.subtree_control": "",
        "cgroup.procs": "", "cgroup.type": "domain",
    }.items():  # fmt: skip
        (group / name).write_text(text)
    return group


def test_limits_are_written_for_the_whole_sandbox(simulated):
    limits = Limits(memory=100 * MB, processes=20)
    group = Group.try_to_make(limits, own=simulated)
    (directory,) = group.directories
    assert directory.parent == simulated
    written = {path.name: path.read_text() for path in directory.iterdir()}
    assert written == {"memory.max": str(712 * MB), "pids.max": str(36 + MOST_KEPT)}
    assert group.enter()[-2:] == [str(directory / "cgroup.procs"), "--"]


def test_a_group_that_is_not_ours_is_told_with_the_remedy(simulated):
    (simulated / "cgroup.subtree_control").unlink()
    (simulated / "cgroup.subtree_control").mkdir()
    with pytest.raises(NoGroup, match="Delegate=yes"):
        Group.try_to_make(Limits(), own=simulated)


def test_doctor_says_why_there_are_no_limits_on_a_whole_sandbox(monkeypatch, tmp_path):
    from course_lib.doctor import limits

    monkeypatch.setattr(cgroups, "ROOT", tmp_path)
    (tmp_path / "cgroup.controllers").write_text("cpuset\n")
    monkeypatch.setattr(cgroups, "own_group", lambda: tmp_path)
    finding = limits()
    assert (finding.state, finding.fatal) == ("limited", False)
    assert "no controller memory and pids" in finding.text
    assert "Delegate=yes" in finding.text
