"""Grade many submissions at once: on this machine's cores, or on the workers of a Dask cluster."""

import concurrent.futures
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from typing import Any

from course_lib.grading.work import Graded, Job, grade_one

MAX_ATTEMPTS = 3
Work = Callable[[Job], Graded]


class LocalPool:
    """
    A pool of worker processes that is made anew when a worker dies.

    Parameters
    ----------
    workers : int
        Submissions graded at once.
    """

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.executor = self.make()

    def make(self) -> Executor:
        """Start the worker processes; each starts its sandbox at its first submission."""
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.workers, mp_context=context)

    def renew(self) -> None:
        """Replace a broken pool."""
        self.executor.shutdown(wait=False, cancel_futures=True)
        self.executor = self.make()

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

    def __init__(self, address: str) -> None:
        from distributed import Client

        try:
            self.client = Client(address, timeout="10s", set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise RuntimeError(f"no Dask scheduler answers at {address}: {error}") from error
        self.workers = max(1, sum(self.client.nthreads().values()))
        self.executor: Executor = self.client.get_executor(pure=False, retries=MAX_ATTEMPTS)

    def renew(self) -> None:
        """Go on; the scheduler keeps itself."""

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
        The result. A job whose worker died is tried again, alone; after three
        attempts the error is given in place of a result.
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
        done, _ = concurrent.futures.wait(running, return_when=concurrent.futures.FIRST_COMPLETED)
        broken = False
        for future in done:
            job = running.pop(future)
            error = future.exception()
            if isinstance(error, BrokenProcessPool):
                broken = True
                attempts[job.student] = attempts.get(job.student, 0) + 1
                if attempts[job.student] < MAX_ATTEMPTS:
                    suspects.append(job)
                    continue
            yield job, error if error is not None else future.result()
        if broken:
            suspects.extend(running.values())
            running.clear()
            pool.renew()


def submit(pool: LocalPool | DaskPool, work: Work, job: Job) -> Future[Any]:
    """Hand a job to the pool, made anew if a worker died since."""
    try:
        return pool.executor.submit(work, job)
    except BrokenProcessPool:
        pool.renew()
        return pool.executor.submit(work, job)
