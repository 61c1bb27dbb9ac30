"""Grade many submissions at once: on this machine's cores, or on the workers of a Dask cluster."""

import concurrent.futures
import functools
import gc
import multiprocessing
import os
import re
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from typing import Any

import numpy as np

from course_lib.grading.transport import checked, grade_message, pack, read_answer
from course_lib.grading.work import Graded, Job, grade_one, warm

POLL_SECONDS = 5.0
CONNECT_SECONDS = 10.0
NO_WORKER_SECONDS = 60.0
AGAIN = "start it and run the same command again: what is graded is kept"
LOOPBACK = re.compile(r"tcp://(127(\.\d{1,3}){3}|\[::1\]|localhost):\d{1,5}/?")
TLS = re.compile(r"tls://[^/@]+:\d{1,5}/?")
HARMLESS = ("builtins", "bytes")
NO_ANSWER = (
    "no answer that can be read: its Dask worker died more than once, or is not what this command "
    "expects (another version of the course?)"
)
Work = Callable[[Any], Any]


def begin() -> None:
    """Make a worker ready; it ends when the process that started it does, however that ends."""
    np.random.seed()  # noqa: NPY002  (forks would go on from one state)
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
    work: Work = staticmethod(grade_one)
    read = staticmethod(checked)

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.executor = self.make()

    def make(self) -> Executor:
        """
        Start the worker processes; each starts its sandbox at its first submission.

        While no other thread can hold a lock here, they are forks that find all imported.
        """
        alone = threading.active_count() == 1
        context = multiprocessing.get_context("fork" if alone else "spawn")
        executor = ProcessPoolExecutor(self.workers, mp_context=context, initializer=begin)
        if alone:
            executor.submit(int)  # with the first job all workers are forked
        return executor

    def submit(self, work: Work, job: Job) -> Future[Any]:
        """Hand a job to the workers, made anew if one died since."""
        try:
            return self.executor.submit(work, job)
        except BrokenProcessPool:
            self.renew()
            return self.executor.submit(work, job)

    def warm(self, *place: Any) -> None:
        """Have the workers that nothing is given to yet start their sandboxes, as a job needs."""
        for _ in range(self.workers - 1):
            self.executor.submit(warm, *place)

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

    JSON goes there and comes back. While a pool is open, this process unpickles nothing that
    names a class or a function, so that a worker can lie about a grade but run nothing here.

    Parameters
    ----------
    address : str
        Of the scheduler, such as ``"tls://10.0.0.1:8786"``; ``tcp://`` on this machine alone.
    """

    # The scheduler tries four workers before it gives a submission up, and may blame one that
    # only waited beside the culprit: once more, alone, is enough.
    attempts = 2
    # `grade_message` answers with its errors: what is raised says that there was no answer.
    lost: tuple[type[BaseException], ...] = (Exception,)
    work: Work = staticmethod(grade_message)
    read = staticmethod(read_answer)

    def __init__(self, address: str) -> None:
        security = security_for(address)
        from distributed import Client

        self.address = address
        forbid_pickles().add(self)
        try:
            self.client = Client(
                address, timeout=CONNECT_SECONDS, set_as_default=False, security=security,
                direct_to_workers=False, deserializers=["msgpack"],
            )  # fmt: skip
        except Exception as error:
            forbid_pickles().discard(self)
            raise RuntimeError(
                f"no Dask scheduler answers at {address}: {type(error).__name__}: {error}"
            ) from error
        for topic in ("print", "warn"):  # what workers want to write on this terminal
            self.client.unsubscribe_topic(topic)
        self.seen = time.monotonic()
        self.workers = max(1, sum(self.client.nthreads().values()))

    def submit(self, work: Work, job: Job) -> Future[Any]:
        """Hand a job to the scheduler as JSON."""
        task = self.client.submit(work, pack(job), pure=False, retries=self.attempts)
        loop: Any = self.client.loop
        import asyncio  # brought by Dask; a pool of this machine's has no use for it

        return asyncio.run_coroutine_threadsafe(self.answer(task), loop.asyncio_loop)

    async def answer(self, task: Any) -> Any:
        """Wait for an answer; nothing of what a worker raised is shown, for it is not read."""
        try:
            return await self.client.gather(task, asynchronous=True)
        except Exception:
            raise RuntimeError(NO_ANSWER) from None

    def warm(self, *place: Any) -> None:
        """Leave it to the workers, which may have worked before."""

    def renew(self) -> bool:
        """Go on: the scheduler gives the other jobs of a lost worker to another one."""
        return False

    @property
    def deaf(self) -> bool:
        """Whether the client no longer listens to its scheduler, and does not say so."""
        listener = self.client._handle_report_task
        return listener is not None and listener.done() and self.client.status == "running"

    def verify(self) -> None:
        """
        Look whether anyone is left to do the work.

        Raises
        ------
        RuntimeError
            If the scheduler has had no worker for a minute, or does not answer as it should.
        """
        if self.deaf:
            raise RuntimeError(
                f"the Dask scheduler at {self.address} sent what is not read here: look who works "
                f"for it, start it anew; {AGAIN}"
            )
        try:
            working = bool(self.client.nthreads())
        except Exception:  # of many kinds, while the client tries to connect again
            raise RuntimeError(f"the Dask scheduler at {self.address} went away; {AGAIN}") from None
        if working:
            self.seen = time.monotonic()
        elif time.monotonic() - self.seen > NO_WORKER_SECONDS:
            raise RuntimeError(f"the Dask scheduler at {self.address} has no worker left; {AGAIN}")

    def close(self) -> None:
        """Leave the cluster running."""
        if self.deaf:
            self.client._handle_report_task = None  # else closing would raise its error again
        self.client.close()
        forbid_pickles().discard(self)


def security_for(address: str) -> Any:
    """
    Choose how to speak to a scheduler.

    Parameters
    ----------
    address : str
        Its address.

    Returns
    -------
    distributed.Security
        With encryption required, unless the scheduler is on this machine.

    Raises
    ------
    ValueError
        If the connection would be open to others, or if certificates are not set.
    """
    import dask
    from distributed import Security

    if LOOPBACK.fullmatch(address):
        return Security(require_encryption=False)
    if not TLS.fullmatch(address):
        raise ValueError(
            f"--dask {address}: expected tls://HOST:PORT. Without TLS, which tcp://127.0.0.1:PORT "
            "may do, whoever reaches the scheduler reads the submissions and gives the grades. "
            "How to make certificates is told in the instructor guide."
        )
    for key in ("ca-file", "client.cert", "client.key"):
        setting = f"distributed.comm.tls.{key}"
        file = dask.config.get(setting, None)
        if not file or not os.path.isfile(file):
            raise ValueError(
                f"--dask {address}: Dask's setting {setting} names no file, but {file!r}. "
                "Point DASK_CONFIG to the folder with the certificate and dask.yaml."
            )
    return Security(require_encryption=True)


@functools.cache
def forbid_pickles() -> set["DaskPool"]:
    """
    Give the set of open pools; while it holds one, no pickle gets at a class or a function.

    Dask unpickles results, their types, exceptions and events, each in another place. All of
    them ask the interpreter for what a pickle names, and that is where they are refused.
    """
    pools: set[DaskPool] = set()

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "pickle.find_class" and pools and arguments != HARMLESS:
            raise TypeError(f"a pickle from Dask is not read: it names {arguments}"[:200])

    sys.addaudithook(refuse)
    return pools


def run(
    jobs: Iterable[Job], pool: LocalPool | DaskPool, work: Work | None = None
) -> Iterator[tuple[Job, Graded | BaseException]]:
    """
    Grade every job, in whatever order they end.

    Parameters
    ----------
    jobs : iterable of Job
        Drawn only as fast as they are worked off, so that memory stays flat.
    pool : LocalPool or DaskPool
        Where.
    work : callable, optional
        What to do with each; grade it, if not given.

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
            running[pool.submit(work or pool.work, job)] = job
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
            yield job, error if error is not None else read(pool, job, future.result())
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


def read(pool: LocalPool | DaskPool, job: Job, answer: Any) -> Graded | BaseException:
    """Give what a worker answered, if it fits the job, else the error."""
    try:
        return pool.read(job, answer)
    except (ValueError, RuntimeError) as error:
        return error
