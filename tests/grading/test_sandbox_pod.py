# ruff: noqa: E501 (sources of notebooks are one line each)
"""The tier without namespaces: what it must hold, or not start at all."""

import json
import os
import runpy
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pytest

from course_lib.grading.examine.session import Lost, Session
from course_lib.grading.grade import grade
from course_lib.grading.inside import landlock
from course_lib.grading.inside.zygote import Zygote
from course_lib.grading.results.gradebook import read_entries
from course_lib.grading.sandbox import process
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.sandbox.process import NoSandbox, Sandbox, choose

OURS, *STRANGERS = (
    runpy.run_path(str(path)) for path in sorted(Path(__file__).parent.glob("attacks*.py"))
)
# Every eighth of each kind, where all of them take minutes.
SOME = {
    kind: dict(list(OURS[kind].items())[::8]) if isinstance(OURS[kind], dict) else OURS[kind]
    for kind in OURS
}
ROOT = Path(__file__).parents[2]
HONEST = {
    "partly": "def double(x):\n    return 2 * x if np.ndim(x) == 0 else x",
    "solved": "def double(x):\n    return 2 * x",
    "stub": "def double(x):\n    raise NotImplementedError",
}


def verdicts(record):
    """Give what a grade consists of, without times."""
    return record.score, [(c.grade_id, c.status, c.points) for c in record.cells]


def all_of(kind, sets):
    """Put the attacks of a kind together."""
    return {name: attack for attacks in sets for name, attack in attacks[kind].items()}


@pytest.mark.parametrize(
    "sets",
    [
        [SOME],
        pytest.param([OURS], marks=pytest.mark.real_tools),
        pytest.param(STRANGERS, marks=pytest.mark.real_tools),
    ],
    ids=["some of ours", "ours", "others'"],
)
def test_attacks_earn_nothing_and_cost_nobody_anything(toy, quick, sets):
    settings = {"jobs": 2, "limits": quick, "seed": 7, "force": True, "sandbox": "pod"}
    for student, source in HONEST.items():
        toy.submit(student, toy.notebook(source))
    alone = {r.student: verdicts(r) for r in grade("toy", toy.root, **settings)}
    assert [alone[name][0] for name in HONEST] == [2.0, 4.0, 1.0]
    names = {}
    for number, (name, source) in enumerate(all_of("FORGERIES", sets).items()):
        names[f"a{number:03}"] = name
        toy.submit(f"a{number:03}", toy.notebook(source))
    for number, (name, tamper) in enumerate(all_of("TAMPERED", sets).items()):
        names[f"t{number:03}"] = name
        toy.submit(f"t{number:03}", tamper(toy.notebook("def double(x):\n    return x")))
    mixed = {r.student: r for r in grade("toy", toy.root, **settings)}
    assert {name: verdicts(mixed[name]) for name in HONEST} == alone
    earned = {
        names[student]: cell
        for student in names
        for cell in mixed[student].cells
        if cell.exercise == "double" and cell.points
    }
    assert not earned
    assert all(r.usage.sandbox == "pod" for r in mixed.values() if r.usage)


def test_tier_is_in_the_record_and_the_journal(toy, here, quick):
    for tier in ("auto", "full", "pod"):
        toy.submit("ann", toy.notebook())
        (record,) = grade("toy", toy.root, jobs=1, limits=quick, sandbox=tier, force=True)
        expected = "pod" if tier == "pod" else "full"
        assert record.usage.sandbox == expected
        assert read_entries(toy.root, "toy")["ann"]["record"].usage.sandbox == expected


@pytest.fixture
def pod():
    """A sandbox without namespaces."""
    sandbox = Sandbox("pod")
    yield sandbox
    sandbox.close()


def printed(toy, source):
    """Run a cell of the student's own in a pod; give what it printed."""
    own = toy.code("own", source)
    notebook = toy.grade(toy.notebook(extra=(own,)), sandbox="pod").notebook
    cell = next(cell for cell in notebook["cells"] if source in cell["source"])
    return "".join(output.get("text", "") + output.get("ename", "") for output in cell["outputs"])


def test_files_of_the_course_cannot_be_read(toy, sandboxed):
    secrets = [
        toy.root / "solutions" / "toy" / "toy.ipynb",
        toy.submit("zaphod", toy.notebook()),
        toy.write("gradebook.db", "points"),
        toy.write(".course/journal/toy.jsonl", "seed"),
        ROOT / "course_lib" / "binary_cross_entropy.py",
        ROOT / "course_lib" / "grading" / "examine" / "examiner.py",
        ROOT / "solutions" / "softmax" / "softmax.md",
        *Path(sys.prefix).glob("lib/python*/site-packages/scipy/__init__.py"),
        *Path(sys.prefix).glob("lib/python*/site-packages/nbgrader/__init__.py"),
        Path("/etc/passwd"), Path("/proc/self/environ"), Path("/proc/1/status"),
        Path(f"/proc/{os.getpid()}/environ"), Path(f"/proc/{os.getpid()}/mem"), Path("/proc/stat"),
    ]  # fmt: skip
    assert all(path.exists() for path in secrets)
    source = (
        f"import os\nfor path in {list(map(str, secrets))}:\n    for flags in (os.O_RDONLY, os.O_WRONLY, os.O_RDWR | os.O_TRUNC):\n"
        "        try: print('open', path, os.open(path, flags))\n        except OSError: pass\n"
        "    for do in (os.listdir, lambda p: os.listdir(os.path.dirname(p)), os.readlink, os.remove, lambda p: os.truncate(p, 0),\n"
        "               lambda p: os.rename(p, p + 'x'), lambda p: os.link(p, 'linked'), lambda p: os.mkdir(p + 'd'), lambda p: open(os.path.dirname(p) + '/new', 'w')):\n"
        "        try: print('did', path, do(path)) if do(path) is not None else None\n        except OSError: pass\nprint('end')"
    )  # fmt: skip
    before = {path: path.stat().st_mode for path in secrets if not path.is_relative_to("/proc")}
    assert printed(toy, source) == "end\n"
    printed(toy, f"import os\nfor path in {list(map(str, secrets))}: os.chmod(path, 0o777)")
    assert {path: path.stat().st_mode for path in before} == before
    assert (toy.root / "gradebook.db").read_text() == "points"


@pytest.mark.parametrize(
    "module",
    ["scipy", "sklearn", "sympy", "nbgrader", "course_lib.binary_cross_entropy",
     "course_lib.checks.exercises", "course_lib.grading", "examiner", "session"],
)  # fmt: skip
def test_it_cannot_be_imported(toy, sandboxed, module):
    assert "ModuleNotFoundError" in printed(toy, f"import {module}")


@pytest.mark.parametrize("module", ["asyncio", "sqlite3", "PIL.Image", "unittest", "numpy.fft"])
def test_what_a_student_has_can_be_imported_late(toy, sandboxed, module):
    assert printed(toy, f"import {module}; print(1)") == "1\n"


@pytest.mark.parametrize(
    "source",
    ["import socket; socket.socket()", "import socket; socket.socket(socket.AF_UNIX)",
     "import os; os.setuid(0)", "import os; os.setsid()", "import os; os.chown('.', 0, 0)",
     "import os; os.mkfifo('/tmp/x')", "open('/tmp/course-x', 'w')", "open('/dev/shm/x', 'w')",
     "import os; os.execv('/usr/bin/env', ['env'])", "import os; os.listdir('/tmp')"],
)  # fmt: skip
def test_it_is_refused(toy, sandboxed, source):
    assert "PermissionError" in printed(toy, source)


def test_nothing_is_left_of_a_submission(toy, sandboxed):
    source = (
        "import os, sys\nif not os.fork():\n    os.fork() and os._exit(0)\n"
        "    os.execv(sys.executable, [sys.executable, '-S', '-c', 'import time; time.sleep(91919)'])\n"
        "os.makedirs('deep/er', mode=0o000, exist_ok=True)\nopen('left', 'w').write('x')\nprint(os.getcwd())"
    )
    place = printed(toy, source).strip()
    assert "course-sandbox-" in place
    assert not Path(place).exists()
    assert not [p for p in Path("/proc").glob("[0-9]*/cmdline") if b"91919" in read(p)]


def read(path):
    """Read a file that may be gone."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def test_nothing_is_left_of_a_grader_that_is_killed(tmp_path):
    script = (
        "from course_lib.grading.sandbox.process import Sandbox\nfrom course_lib.grading.sandbox.limits import Limits\n"
        "from course_lib.grading.examine.session import Session\n"
        "sandbox = Sandbox('pod')\ns = Session(sandbox.start(Limits(), 1), Limits())\n"
        's.send(\'run\', \'import subprocess, sys; subprocess.run([sys.executable, "-S", "-c", "import time; time.sleep(81818)"])\', False)\n'
        "print('now', flush=True); import time; time.sleep(99)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    grader = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, env=environment
    )
    assert grader.stdout.readline() == b"now\n"
    wait_until(lambda: running(b"81818"))
    grader.send_signal(signal.SIGKILL)
    grader.communicate()
    wait_until(lambda: not running(b"81818"))


def running(mark):
    """Tell whether a process has this in its command line, and is no grader."""
    lines = map(read, Path("/proc").glob("[0-9]*/cmdline"))
    return any(mark in line and b"Sandbox" not in line for line in lines)


def wait_until(condition):
    """Wait until something is so; the machine may be slow."""
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("it did not become so")


FILLING = """import os, time
for number in range(2000):
    with open(f'file{number}', 'wb') as file: file.write(b'x' * 10**5)
    os.remove(f'file{number}')
    time.sleep(0.005)"""


def test_storage_that_cannot_be_limited_by_the_kernel_is_watched(quick):
    sandbox = Sandbox("pod")
    limits = replace(quick, cell_cpu=60.0, cell_wall=60.0, notebook_wall=90.0)
    session = Session(sandbox.start(limits, 1), limits)
    with pytest.raises(Lost):
        session.run(FILLING, False)
    session.close()
    assert sandbox.stop()["exit"] != 0
    session = Session(sandbox.start(limits, 1), limits)
    assert session.run("print(5)", False)[0]
    session.close()
    sandbox.close()


def test_without_landlock_it_does_not_start(monkeypatch, tmp_path):
    """Have a filter above the whole test process say that the kernel has none: the real refusal."""
    script = (
        "import errno, pyseccomp\nfrom course_lib.grading.sandbox.process import choose\n"
        "rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)\n"
        "rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), 444)\nrules.load()\n"
        "print(choose('full'))\nchoose('pod')"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout == "full\n", done.stderr
    assert "this kernel has no Landlock" in done.stderr
    assert "Where that cannot be had" not in done.stderr.splitlines()[-1]


def test_old_landlock_is_not_enough_without_a_user_of_its_own(monkeypatch, capsys):
    from course_lib.grading.inside.plan import Plan
    from course_lib.grading.inside.start import check_landlock

    monkeypatch.setattr(landlock, "version", lambda: 5)
    check_landlock(Plan("pod", uid=200_000))
    with pytest.raises(SystemExit, match="does not confine signals"):
        check_landlock(Plan("pod"))


def test_root_whose_student_code_would_be_root_without_limit_is_refused(monkeypatch):
    monkeypatch.setattr("course_lib.grading.sandbox.process.free_user", lambda: None)
    monkeypatch.setattr("course_lib.grading.sandbox.cgroups.Group.make", lambda limits: None)
    monkeypatch.setattr("os.geteuid", lambda: 0)
    with pytest.raises(NoSandbox, match="user of its own"):
        choose("pod")


WRITES = "def double(x):\n    import os\n    found = os.listdir()\n    open('seen', 'w').close()\n    return x if found else 2 * x"


def test_no_question_sees_what_another_one_wrote(toy, sandboxed):
    for tier in ("full", "pod"):
        outcomes = toy.outcomes(
            toy.notebook(WRITES.replace("x if found", "x if 'seen' in found")), sandbox=tier
        )
        assert outcomes["double-hidden"] == "passed", tier


def as_an_ordinary_user(do):
    """Do something in a fork that is not root; give its exit code."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65_534)
                os.setuid(65_534)
            do()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_folders_that_their_owner_may_not_enter_are_removed():
    place = Path(tempfile.mkdtemp(prefix="course-test-"))
    place.chmod(0o777)
    elsewhere = Path(tempfile.mkdtemp(prefix="course-test-"))
    elsewhere.chmod(0o755)

    def submission():
        inner = place / "work"
        (inner / "one" / "two" / "three").mkdir(parents=True)
        (inner / "one" / "two" / "file").write_text("x")
        (inner / "link").symlink_to(elsewhere)
        for folder in ("one/two/three", "one/two", "one"):
            (inner / folder).chmod(0)
        zygote = object.__new__(Zygote)
        zygote.place = str(inner)
        zygote.clear_up()
        assert not inner.exists()

    try:
        assert as_an_ordinary_user(submission) == 0
        assert elsewhere.stat().st_mode & 0o777 == 0o755
    finally:
        shutil.rmtree(place)
        shutil.rmtree(elsewhere)


def test_folders_nested_very_deep_end_the_submission_and_are_removed(tmp_path, monkeypatch):
    place = tmp_path / "work"
    place.mkdir()
    monkeypatch.chdir(place)
    for _ in range(1500):
        os.mkdir("d")
        os.chdir("d")
    os.chdir(tmp_path)
    zygote = object.__new__(Zygote)
    zygote.place, zygote.storage = str(place), 2**30
    ended = []
    monkeypatch.setattr(zygote, "kill_group", lambda: ended.append(True), raising=False)
    zygote.watch_storage()
    zygote.clear_up()
    assert ended
    assert not place.exists()


@pytest.mark.parametrize("crowded", [True, False])
def test_processes_of_the_same_user_are_counted_when_a_submission_starts(monkeypatch, crowded):
    sent = []
    monkeypatch.setattr(process.socket, "send_fds", lambda line, data, files: sent.extend(data))
    monkeypatch.setattr(process, "crowd", lambda: 1000)
    sandbox = object.__new__(Sandbox)
    sandbox.control, sandbox.crowded = None, crowded
    sandbox.start(Limits(), 1).close()
    assert json.loads(sent[0])["limits"]["crowd"] == (1000 + process.OTHERS if crowded else 0)
