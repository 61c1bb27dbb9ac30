"""Grading on the workers of a Dask cluster: a worker that dies costs a retry, not a grade."""

import contextlib
import os
import re
import runpy
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from distributed import Client, Security

from course_lib.grading.grade import grade
from course_lib.grading.pool import NO_ANSWER, DaskPool, forbid_pickles, run
from course_lib.grading.record import Record
from course_lib.grading.transport import UnfitAnswer, pack, unpack
from course_lib.grading.work import Graded, Job, grade_one

HERE = Path(__file__).parent
CHANGE = runpy.run_path(str(HERE / "rogue_worker.py"))["change"]
GUIDE = HERE.parents[1] / "book" / "instructor_guide.md"
CHANGES = (
    "points", "less", "nan", "score", "most", "student", "assignment", "missing", "twice",
    "unknown", "key", "status", "figures", "written", "cell", "output", "metadata", "source",
    "notebook", "nested",
)  # fmt: skip


@pytest.fixture(scope="module")
def cluster(faults, tmp_path_factory):
    """A scheduler that gives a submission up with the first worker it kills, and no worker yet."""
    folder = tmp_path_factory.mktemp("dask")
    paths = os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])
    started = faults.Cluster(
        folder, 0, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0", PYTHONPATH=paths
    )
    yield started
    started.close()


@pytest.fixture
def impatient(monkeypatch):
    """Do not wait a minute for a worker."""
    monkeypatch.setattr("course_lib.grading.pool.POLL_SECONDS", 0.2)
    monkeypatch.setattr("course_lib.grading.pool.NO_WORKER_SECONDS", 0.5)


def verdicts(records):
    """Give each student's graded cells, without what they took."""
    keys = ("grade_id", "points", "status", "diagnosis", "message")
    return {
        record.student: [[getattr(cell, key) for key in keys] for cell in record.cells]
        for record in records
    }


def test_killed_worker_costs_a_retry_and_no_verdict(toy, here, faults, cluster):
    slow = "import time; time.sleep(0.5)\ndouble = lambda x: 2 * x"
    for number in range(5):
        toy.submit(f"right{number}", toy.notebook(slow))
        toy.submit(f"wrong{number}", toy.notebook("double = abs"))
    alone = list(grade("toy", toy.root, seed=7))
    cluster.have(2)
    records = []
    for record in grade("toy", toy.root, dask=cluster.address, force=True, seed=7):
        if not records:
            cluster.kill_a_busy_worker()
        records.append(record)
    assert cluster.living() == 1
    assert sorted(r.student for r in records) == sorted(r.student for r in alone)
    assert {record.status for record in records} == {"graded"}
    assert verdicts(records) == verdicts(alone)
    assert {record.score for record in records} == {4.0, 1.0}


def test_submission_that_kills_workers_fails_and_stops_nothing(toy, cluster, monkeypatch):
    (cluster.folder / "deadly_to_dask.py").write_text(
        "import json, os, signal\n"
        "def work(message):\n"
        "    student = json.loads(message)['student']\n"
        "    if student == 'deadly':\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return student.upper().encode()\n"
    )
    monkeypatch.setattr(DaskPool, "read", staticmethod(lambda job, answer: answer))
    monkeypatch.syspath_prepend(cluster.folder)
    from deadly_to_dask import work

    cluster.have(3)
    jobs = [Job(name, toy.assignment, b"", 1) for name in ("a", "deadly", "b", "c")]
    pool = DaskPool(cluster.address)
    try:
        results = {job.student: result for job, result in run(jobs, pool, work)}
    finally:
        pool.close()
    assert NO_ANSWER in str(results.pop("deadly"))
    assert results == {"a": b"A", "b": b"B", "c": b"C"}
    assert cluster.living() == 1


def test_cluster_without_workers_is_told(toy, cluster, impatient):
    toy.submit("a", toy.notebook())
    cluster.have(0)
    with pytest.raises(RuntimeError, match=r"no worker left.*what is graded is kept"):
        list(grade("toy", toy.root, dask=cluster.address))


def test_wrong_address_is_told(toy, monkeypatch):
    toy.submit("a", toy.notebook())
    monkeypatch.setattr("course_lib.grading.pool.CONNECT_SECONDS", 1.0)
    with pytest.raises(RuntimeError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1"):
        list(grade("toy", toy.root, dask="tcp://127.0.0.1:1"))


def test_scheduler_that_goes_away_is_told(toy, faults, tmp_path):
    cluster = faults.Cluster(tmp_path, 1)
    pool = DaskPool(cluster.address)
    death = threading.Timer(0.5, cluster.scheduler.kill)
    death.start()
    try:
        with pytest.raises(RuntimeError, match=r"went away.*what is graded is kept"):
            list(run([Job("a", toy.assignment, b"", 1)], pool, lambda message: time.sleep(60)))
    finally:
        death.join()
        pool.close()
        cluster.close()


@pytest.fixture(scope="module")
def rogues(faults, tmp_path_factory):
    """A scheduler whose only worker is not ours."""
    folder = tmp_path_factory.mktemp("rogue")
    paths = os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")])
    started = faults.Cluster(
        folder, 0, PYTHONPATH=paths, ROGUE_PLACE=str(folder),
        DASK_DISTRIBUTED__WORKER__PRELOAD='["rogue_worker"]',
    )  # fmt: skip
    started.have(1)
    yield started
    started.close()


def alone(toy, cluster, student):
    """Grade one student's notebook, right but not solved whole, on a cluster; give the record."""
    toy.submit(student, toy.notebook("double = abs"))
    (record,) = grade("toy", toy.root, dask=cluster.address)
    return record


@pytest.mark.parametrize("kind", ["result", "list", "array", "type", "raises", "event", "text"])
def test_worker_runs_nothing_in_the_command(toy, rogues, impatient, kind):
    record = alone(toy, rogues, kind)
    if kind == "event":
        assert record.status == "graded"
    else:
        assert record.flags[0].startswith("not graded, run again: ")
    ran = rogues.folder / "ran"
    assert not ran.exists() or str(os.getpid()) not in ran.read_text().split()


def test_worker_that_makes_the_scheduler_unreadable_stops_the_run(toy, rogues, impatient):
    with pytest.raises(RuntimeError, match=r"sent what is not read here.*what is graded is kept"):
        alone(toy, rogues, "stream")
    assert not forbid_pickles()
    ran = rogues.folder / "ran"
    assert not ran.exists() or str(os.getpid()) not in ran.read_text().split()


@pytest.fixture(scope="module")
def changed_answers(class_toy, rogues):
    """Grade a class whose every answer was changed on its way; give the records by student."""
    for kind in CHANGES:
        class_toy.submit(f"changed-{kind}", class_toy.notebook("double = abs"))
    records = grade("toy", class_toy.root, dask=rogues.address)
    return {record.student: record for record in records}


@pytest.mark.parametrize("kind", CHANGES)
def test_answer_that_does_not_fit_the_job_is_not_graded(class_toy, changed_answers, kind):
    record = changed_answers[f"changed-{kind}"]
    assert (record.status, record.score) == ("failed", 0.0)
    assert re.match("not graded, run again: UnfitAnswer: the worker's", record.flags[0])
    assert not list(class_toy.root.glob("autograded/*/toy/toy.ipynb"))


def test_honest_answer_of_the_same_worker_is_graded(toy, rogues, here):
    record = alone(toy, rogues, "honest")
    assert (record.status, record.score, record.flags) == ("graded", 1.0, [])
    there = (toy.root / "autograded/honest/toy/toy.ipynb").read_text()
    list(grade("toy", toy.root, force=True))
    assert (toy.root / "autograded/honest/toy/toy.ipynb").read_text() == there


@pytest.mark.parametrize("address", [
    "tcp://10.0.0.1:8786", "10.0.0.1:8786", "127.0.0.1:8786", "tcp://127.0.0.1@10.0.0.1:8786",
    "tcp://localhost.example.org:8786", "tcp://0.0.0.0:8786", "tcp://[::]:8786", "ws://127.0.0.1:1",
    "inproc://127.0.0.1/1/1", "tcp://127.0.0.1:8786/../", "tls://", "ucx://127.0.0.1:8786",
])  # fmt: skip
def test_open_connection_to_another_machine_is_refused(toy, address):
    toy.submit("a", toy.notebook())
    with pytest.raises(ValueError, match=r"expected tls://HOST:PORT"):
        list(grade("toy", toy.root, dask=address))


def test_missing_certificate_is_told(toy):
    toy.submit("a", toy.notebook())
    with pytest.raises(ValueError, match=r"setting distributed\.comm\.tls\.ca-file names no file"):
        list(grade("toy", toy.root, dask="tls://127.0.0.1:8786"))


def guide_commands():
    """Give the shell commands of the guide's section on several machines, block by block."""
    text = GUIDE.read_text(encoding="utf-8")
    section = text.partition("\n## More than one machine\n")[2].partition("\n## ")[0]
    return re.findall(r"```bash\n(.*?)```", section, re.DOTALL)


class Machines:
    """Machines that all are this one, set up by the commands of the guide."""

    def __init__(self, home):
        self.home, self.processes, self.log = home, [], home / "log"
        self.make, start = guide_commands()
        self.scheduler, self.worker, self.grade = start.strip().splitlines()
        self.shell(self.make)

    def start(self, command, **environment):
        """Start a command of the guide, on this machine and any port."""
        command = command.replace("10.0.0.1:8786", self.address.removeprefix("tls://"))
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                ["bash", "-c", command], env=self.environment | environment,
                cwd=self.home, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self.processes.append(process)
        return process

    def shell(self, command):
        """Run a command of the guide to its end; give what it prints."""
        command = command.replace("10.0.0.1:8786", self.address.removeprefix("tls://"))
        done = subprocess.run(
            ["bash", "-euc", command], env=self.environment, cwd=self.home, check=False,
            capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    @property
    def environment(self):
        """A home of its own, and this environment's programs."""
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        return os.environ | {"HOME": str(self.home), "PATH": path} | {
            "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "3s"
        }  # fmt: skip

    @property
    def address(self):
        """Where the scheduler says that it listens."""
        said = self.log.read_text() if self.log.exists() else ""
        found = re.search(r"Scheduler at: +(tls://127\.0\.0\.1:\d+)", said)
        return found[1] if found else ""

    def start_scheduler(self):
        """Start the scheduler of the guide on loopback, at a port that is free."""
        command = self.scheduler.replace("10.0.0.1", "127.0.0.1")
        assert command != self.scheduler
        scheduler = self.start(f"{command} --port 0")
        while not self.address:
            assert scheduler.poll() is None, self.log.read_text()
            time.sleep(0.1)

    def security(self):
        """What the guide's own settings give a client."""
        pair = {
            f"tls_client_{kind}": str(self.home / "grading-tls" / f"{kind}.pem")
            for kind in ("cert", "key")
        }
        return Security(require_encryption=True, tls_ca_file=pair["tls_client_cert"], **pair)

    def workers(self):
        """Count the workers that the scheduler knows."""
        with Client(self.address, security=self.security(), set_as_default=False) as client:
            return len(client.nthreads())

    def close(self):
        """End all."""
        for process in self.processes:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture
def machines(tmp_path):
    """A scheduler with encryption, and no worker yet."""
    home = tmp_path / "home"
    home.mkdir()
    started = Machines(home)
    try:
        started.start_scheduler()
        yield started
    finally:
        started.close()


def test_commands_of_the_guide_grade_over_tls_and_nobody_else_joins(toy, machines):
    toy.submit("a", toy.notebook())
    toy.submit("b", toy.notebook("double = abs"))
    assert (machines.home / "grading-tls").stat().st_mode & 0o77 == 0
    machines.start(machines.worker)
    while not machines.workers():
        time.sleep(0.2)
    strangers = machines.home / "strangers"
    strangers.mkdir()
    subprocess.run(
        ["bash", "-euc", machines.make], env=machines.environment | {"HOME": str(strangers)},
        cwd=strangers, check=True, capture_output=True,
    )  # fmt: skip
    many = machines.workers()
    options = "--no-nanny --death-timeout 5"
    plain = machines.address.replace("tls://", "tcp://")
    refused = [
        machines.start(f"dask worker {plain} {options}"),
        machines.start(f"dask worker {machines.address} {options}"),
        machines.start(
            f"DASK_CONFIG={strangers}/grading-tls dask worker {machines.address} {options}",
            HOME=str(strangers),
        ),
    ]
    assert all(process.wait(60) != 0 for process in refused)
    assert machines.workers() == many
    course = machines.grade.replace("course grade relu", f"course grade toy --root {toy.root}")
    assert course != machines.grade
    printed = machines.shell(course)
    assert [line.split()[:3] for line in sorted(printed.splitlines())] == [
        ["a", "graded", "4/4"], ["b", "graded", "1/4"],
    ]  # fmt: skip


def changed(graded):
    """Give more points than there are."""
    answer = {"record": graded.record.to_json(), "notebook": graded.notebook}
    CHANGE(answer, "points")
    return Graded(Record.from_json(answer["record"]), answer["notebook"])


def test_local_result_that_does_not_fit_the_job_is_not_graded(toy, here, monkeypatch):
    def lie(job):
        graded = grade_one(job)
        if job.student == "a":  # the rehearsal is another's
            return changed(graded)
        return graded

    monkeypatch.setattr("course_lib.grading.grade.LocalPool.work", staticmethod(lie))
    toy.submit("a", toy.notebook())
    (record,) = grade("toy", toy.root)
    assert record.flags == [
        "not graded, run again: UnfitAnswer: the worker's result does not fit the job: "
        "points of double-visible: expected 0 to 1, got 99.0"
    ]
    assert not (toy.root / "autograded").exists()


def test_lie_about_the_rehearsal_stops_the_run(toy, here, monkeypatch):
    def lie(job):
        return changed(grade_one(job))

    monkeypatch.setattr("course_lib.grading.grade.LocalPool.work", staticmethod(lie))
    toy.submit("a", toy.notebook())
    with pytest.raises(UnfitAnswer, match="points of double-visible: expected 0 to 1, got 99"):
        list(grade("toy", toy.root))


@pytest.mark.parametrize("content", ["", "é\0\ud800", "x" * 10**6])
def test_job_travels_as_json_without_loss(toy, content):
    job = Job(
        "a", toy.assignment, content.encode("utf-8", "surrogatepass"), 2**47, refused="é",
        notes=("n",), only=frozenset({"b", "a"}), classmates=("a", "ü"), figures="all",
    )  # fmt: skip
    assert unpack(pack(job)) == job
