"""
The full sandbox where parts of /proc are covered, as Podman and Docker do.

There the kernel lets nobody mount a fresh /proc. It is done here with a mount namespace of our
own, whose /proc has covered parts: the same condition, and the same refusal.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COURSE = str(Path(sys.executable).with_name("course"))
ROOT = str(Path(__file__).parents[2])
COVERED = """
for part in keys timer_list sched_debug sysrq-trigger; do
    [ -e /proc/$part ] && mount --bind /dev/null /proc/$part
done
for part in bus fs irq; do
    [ -d /proc/$part ] && mount -t tmpfs -o ro tmpfs /proc/$part
done
mount --bind /proc/sys /proc/sys && mount -o remount,bind,ro /proc/sys
exec "$@"
"""
USERS = {
    "root of a container": [],
    "ordinary user of a container": ["unshare", "--user", "--map-user=1000", "--map-group=1000"],
}


def covered(user, *command):
    """Run a command below a /proc of which parts are covered."""
    namespace = ["unshare", "--user", "--map-root-user", "--mount"]
    return subprocess.run(
        [*namespace, "sh", "-c", COVERED, "sh", *USERS[user], *command],
        env={**os.environ, "PYTHONPATH": ROOT}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("user", USERS)
def test_it_works_where_no_fresh_proc_can_be_mounted(toy, sandboxed, user):
    everything = ["bwrap", "--unshare-all", "--ro-bind", "/", "/"]
    done = covered(user, *everything, "--proc", "/proc", "true")
    assert "Can't mount proc" in done.stderr
    toy.submit("right", toy.notebook())
    toy.submit("wrong", toy.notebook("def double(x):\n    return x"))
    done = covered(user, COURSE, "doctor", "--root", str(toy.root))
    assert done.returncode == 0, done.stdout + done.stderr
    done = covered(user, COURSE, "grade", "toy", "--root", str(toy.root))
    assert done.returncode == 0, done.stdout + done.stderr
    lines = sorted(line.split()[:3] for line in done.stdout.splitlines())
    assert lines == [["right", "graded", "4/4"], ["wrong", "graded", "1/4"]]


@pytest.mark.parametrize("user", USERS)
def test_what_covers_proc_does_not_show_through(toy, sandboxed, user):
    look = toy.code("own", "import os\nprint(os.listdir('/proc'), sorted(os.listdir('/dev')))")
    toy.submit("ann", toy.notebook(extra=(look,)))
    done = covered(user, COURSE, "grade", "toy", "--root", str(toy.root))
    assert done.returncode == 0, done.stdout + done.stderr
    shown = (toy.root / "autograded" / "ann" / "toy" / "toy.ipynb").read_text()
    assert "[] ['null', 'random', 'urandom', 'zero']" in shown
