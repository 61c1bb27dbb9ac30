"""Grading on the workers of a Dask cluster: a worker that dies costs a retry, not a grade."""

import os
import threading
import time

import pytest

from course_lib.grading.grade import grade
from course_lib.grading.pool import NO_ANSWER, DaskPool, run
from course_lib.grading.work import Job

pytestmark = pytest.mark.xdist_group("dask")


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
        record["student"]: [[cell[key] for key in keys] for cell in record["cells"]]
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
    assert sorted(r["student"] for r in records) == sorted(r["student"] for r in alone)
    assert {record["status"] for record in records} == {"graded"}
    assert verdicts(records) == verdicts(alone)
    assert {record["score"] for record in records} == {4.0, 1.0}


def test_submission_that_kills_workers_fails_and_stops_nothing(toy, cluster, monkeypatch):
    (cluster.folder / "deadly_work.py").write_text(
        "import json, os, signal\n"
        "def work(message):\n"
        "    student = json.loads(message)['student']\n"
        "    if student == 'deadly':\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return student.upper().encode()\n"
    )
    monkeypatch.setattr(DaskPool, "read", staticmethod(lambda job, answer: answer))
    monkeypatch.syspath_prepend(cluster.folder)
    from deadly_work import work

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
