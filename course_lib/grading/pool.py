"""Grade many submissions at once: on this machine's cores, or on the workers of a Dask cluster."""

import concurrent.futures
import gc
import multiprocessing
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from typing import Any

from course_lib.grading.work import Graded, Job, grade_one

POLL_SECONDS = 5.0
CONNECT_SECONDS = 10.0
NO_WORKER_SECONDS = 60.0
AGAIN = "start it and run the same command again: what is graded is kept"
Work = Callable[[Job], Graded]


def begin() -> None:
    """Make a worker ready; it ends when the process that started it does, however that ends."""
    gc.freeze()  # what was imported stays: never look through it again
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


class LocalPool:
    """
    A pool of worker processes that is made anew when a worker dies.

    Parameters
    ----------
    workers : int
        Submissions graded at once.
    """

    lost: tuple[type[BaseException], ...] = (BrokenProcessPool,)
    attempts = 3

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.executor = self.make()

    def make(self) -> Executor:
        """Start the worker processes; each starts its sandbox at its first submission."""
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.workers, mp_context=context, initializer=begin)

    def renew(self) -> bool:
        """Replace a broken pool; tell whether all jobs under way were lost with it."""
        self.executor.shutdown(wait=False, cancel_futures=True)
        self.executor = self.make()
        return True

    def verify(self) -> None:
        """Do nothing: a worker that ends breaks the pool, which is noticed at once."""

    def close(self) -> None:
        """End the workers."""
        self.executor.shutdown(wait=True, cancel_futures=True)


class DaskPool:
    """
    The workers of a running `dask.distributed` scheduler, which itself retries where one dies.

    Parameters
    ----------
    address : str
        Of the scheduler, such as ``"tcp://10.0.0.1:8786"``.
    """

    # The scheduler tries four workers before it gives a submission up, and may blame one that
    # only waited beside the culprit: once more, alone, is enough.
    attempts = 2

    def __init__(self, address: str) -> None:
        from distributed import Client, KilledWorker

        self.address = address
        self.lost: tuple[type[BaseException], ...] = (KilledWorker,)
        try:
            self.client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise RuntimeError(f"no Dask scheduler answers at {address}: {error}") from error
        self.seen = time.monotonic()
        self.workers = max(1, sum(self.client.nthreads().values()))
        self.executor: Executor = self.client.get_executor(pure=False, retries=self.attempts)

    def renew(self) -> bool:
        """Go on: the scheduler gives the other jobs of a lost worker to another one."""
        return False

    def verify(self) -> None:
        """
        Look whether anyone is left to do the work.

        Raises
        ------
        RuntimeError
            If the scheduler has had no worker for a minute.
        """
        if self.client.nthreads():
            self.seen = time.monotonic()
        elif time.monotonic() - self.seen > NO_WORKER_SECONDS:
            raise RuntimeError(f"the Dask scheduler at {self.address} has no worker left; {AGAIN}")

    def close(self) -> None:
        """Leave the cluster running."""
        self.client.close()


def run(
    jobs: Iterable[Job], pool: LocalPool | DaskPool, work: Work = grade_one
) -> Iterator[tuple[Job, Graded | BaseException]]:
    """
    Grade every job, in whatever order they end.

    Parameters
    ----------
    jobs : iterable of Job
        Drawn only as fast as they are worked off, so that memory stays flat.
    pool : LocalPool or DaskPool
        Where.
    work : callable
        What to do with each.

    Yields
    ------
    Job, Graded or exception
        The result. A job whose worker died is tried again, alone; after the pool's
        number of attempts the error is given in place of a result.
    """
    source = iter(jobs)
    running: dict[Future[Any], Job] = {}
    suspects: deque[Job] = deque()
    attempts: dict[str, int] = {}
    while True:
        width = 1 if suspects else 2 * pool.workers
        while len(running) < width:
            job = suspects.popleft() if suspects and not running else next(source, None)
            if job is None:
                break
            running[submit(pool, work, job)] = job
            if suspects:
                break
        if not running:
            return
        done = wait(running, pool)
        broken = False
        for future in done:
            job = running.pop(future)
            error = failure(future)
            if error is not None and isinstance(error, pool.lost):
                broken = True
                attempts[job.student] = attempts.get(job.student, 0) + 1
                if attempts[job.student] < pool.attempts:
                    suspects.append(job)
                    continue
            yield job, error if error is not None else future.result()
        if broken and pool.renew():
            suspects.extend(running.values())
            running.clear()


def wait(running: dict[Future[Any], Job], pool: LocalPool | DaskPool) -> set[Future[Any]]:
    """Wait until something has ended, as long as someone is working on it."""
    while True:
        done, _ = concurrent.futures.wait(
            running, timeout=POLL_SECONDS, return_when=concurrent.futures.FIRST_COMPLETED
        )
        if done:
            return done
        pool.verify()


def failure(future: Future[Any]) -> BaseException | None:
    """Give the exception that a job ended with, if it did."""
    try:
        return future.exception()
    except concurrent.futures.CancelledError:
        raise RuntimeError(f"the Dask scheduler went away; {AGAIN}") from None


def submit(pool: LocalPool | DaskPool, work: Work, job: Job) -> Future[Any]:
    """Hand a job to the pool, made anew if a worker died since."""
    try:
        return pool.executor.submit(work, job)
    except BrokenProcessPool:
        pool.renew()
        return pool.executor.submit(work, job)
