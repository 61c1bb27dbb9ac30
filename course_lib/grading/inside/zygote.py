"""
The warm process of a sandbox: imports everything once, then forks for each submission.

It never runs student code. Each fork locks itself in (see `confine`), forks once
more, and only that second process, which has nothing left to abuse, runs the
notebook; the first stays as process 1 of the namespace, so that all ends with it.
"""

import gc
import importlib
import json
import os
import resource
import select
import signal
import socket
import tempfile
import traceback
from contextlib import suppress
from typing import Any

from . import confine, notebook
from .plan import Plan
from .student import StudentProcess, ends_within

PATIENCE = 0.2
LOCK_SECONDS = 10.0
WATCH_SECONDS = 0.25
MOST_FILES = 4096


def serve(
    control: socket.socket, plan: Plan, proc: int, namespace: int, scratch: str, order: Any
) -> None:
    """Import everything, then serve the worker's orders on the control socket until it closes."""
    for name in order["warm"]:
        importlib.import_module(name)
    shell = notebook.make_shell(order["draw"])
    zygote = Zygote(control, shell, plan, namespace, scratch)
    if plan.tier == "pod":
        confine.adopt_orphans()
    zygote.own_size = confine.address_space(proc)
    gc.collect()
    if plan.tier != "none":
        confine.ease_forks(proc)
    os.close(proc)
    gc.freeze()
    gc.enable()
    control.sendall(b"ready\n")
    while order := zygote.next_order():
        zygote.obey(*order)
    zygote.stop()


class Zygote:
    """
    Forks, kills and reaps student processes.

    Parameters
    ----------
    control : socket
        Socket to the trusted worker outside.
    shell : NotebookShell
        The warm shell that each fork inherits.
    plan : Plan
        How each fork locks itself in.
    namespace : int
        Open descriptor of this process's namespace of processes; -1 without namespaces.
    scratch : str
        Without namespaces: where each submission gets a directory of its own.
    """

    def __init__(
        self, control: socket.socket, shell: Any, plan: Plan, namespace: int, scratch: str
    ) -> None:
        self.control, self.shell, self.plan = control, shell, plan
        self.own_namespace, self.scratch = namespace, scratch
        self.alone = plan.tier == "full"  # each submission has namespaces of its own
        self.child = 0
        self.storage = 0
        self.own_size = 2**31
        self.place = ""
        self.locked = -1

    def next_order(self) -> tuple[dict[str, Any], int] | None:
        """Read one order and the socket that comes with it (-1 if none)."""
        while self.plan.tier == "pod" and self.child:
            if select.select([self.control], [], [], WATCH_SECONDS)[0]:
                break
            self.watch_storage()
        data, descriptors, _, _ = socket.recv_fds(self.control, 65536, 1)
        if not data:
            return None
        return json.loads(data), descriptors[0] if descriptors else -1

    def obey(self, order: dict[str, Any], descriptor: int) -> None:
        """Start a student process, or end it and report what it used."""
        if order["do"] == "start":
            self.start(order["limits"], descriptor)
            os.close(descriptor)
        else:
            self.control.sendall(json.dumps(self.stop()).encode() + b"\n")

    def start(self, limits: dict[str, Any], descriptor: int) -> None:
        """Fork process 1 of a new namespace, or the first of a new process group."""
        if not self.alone:
            self.place = confine.make_place(self.scratch, self.plan.uid)
            self.storage = limits["storage"]
        self.locked, tell = os.pipe()
        if self.alone:
            self.child = confine.fork_into_new_pid_namespace(self.own_namespace)
        else:
            self.child = os.fork()
        if self.child == 0:
            try:
                self.become_first_process(limits, descriptor, tell)
            except Exception:
                traceback.print_exc()
            finally:
                os._exit(125)
        os.close(tell)
        if self.plan.tier == "pod":
            with suppress(OSError):  # else it may be gone before it has a group to be killed by
                os.setpgid(self.child, self.child)

    def become_first_process(self, limits: dict[str, Any], descriptor: int, tell: int) -> None:
        """Lock in, fork the student process, wait for it, and end with its status."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if self.place:
            os.environ.update(HOME=f"{self.place}/{confine.WORK}", TMPDIR=self.place)
            tempfile.tempdir = None  # which is then looked for anew
        if self.plan.tier == "none":
            os.setsid()
            os.chdir(f"{self.place}/{confine.WORK}")
        else:
            # Where student code has our user id it must not share our group too.
            os.setpgid(0, 0)
            self.lock_in(limits)
        os.write(tell, b"locked")
        confine.only_keep(descriptor)
        student = os.fork()
        if student == 0:
            self.become_student(limits, descriptor)
        os.close(descriptor)
        while True:
            pid, status = os.wait()
            if pid == student:
                os._exit(os.waitstatus_to_exitcode(status) % 256)

    def lock_in(self, limits: dict[str, Any]) -> None:
        """Give up everything that a student must not have."""
        bounds = confine.Bounds(
            memory=self.own_size + limits["memory"],
            processes=limits["processes"] + limits["crowd"],
            storage=limits["storage"],
            uid=self.plan.uid,
        )
        confine.lock_in(self.plan, bounds, self.place)

    def become_student(self, limits: dict[str, Any], descriptor: int) -> None:
        """Run the notebook's cells for the examiner; never returns."""
        seconds = int(limits["notebook_cpu"]) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        try:
            connection = socket.socket(fileno=descriptor)
            StudentProcess(connection, self.shell, limits).serve()
        finally:
            os._exit(0)

    def stop(self) -> dict[str, Any]:
        """
        Kill what is left of the submission; report exit code, CPU seconds and memory.

        ``locked`` tells whether the lock held: if not, no code of the student was run.
        """
        if not self.child:
            return {"exit": None, "cpu": 0.0, "memory": 0, "locked": False}
        select.select([self.locked], [], [], LOCK_SECONDS)
        ended = ends_within(self.child, PATIENCE)
        if self.alone:
            os.kill(self.child, signal.SIGKILL)
        else:
            self.kill_group()
        _, status, usage = os.wait4(self.child, 0)
        if not self.alone:
            reap()
            self.clear_up()
        self.child = 0
        locked = os.read(self.locked, 10) == b"locked"
        os.close(self.locked)
        return {
            "exit": os.waitstatus_to_exitcode(status) if ended else None,
            "cpu": usage.ru_utime + usage.ru_stime,
            "memory": usage.ru_maxrss * 1024,
            "locked": locked,
        }

    def kill_group(self) -> None:
        """Without a namespace that ends with it: end all that the submission started."""
        with suppress(ProcessLookupError):
            os.killpg(self.child, signal.SIGKILL)

    def clear_up(self) -> None:
        """Remove the submission's files, also from folders that nobody may enter, at any depth."""
        folders = [self.place]
        for folder in folders:  # which grows meanwhile: no recursion ends before it does
            inside: list[os.DirEntry[str]] = []
            with suppress(OSError):
                os.chmod(folder, 0o700)
                inside = list(os.scandir(folder))
            folders += [each.path for each in inside if each.is_dir(follow_symlinks=False)]
            for each in inside:
                with suppress(OSError):
                    os.unlink(each.path)
        for folder in reversed(folders):
            with suppress(OSError):
                os.rmdir(folder)

    def watch_storage(self) -> None:
        """End a submission whose files have grown too large, for no file system limits them."""
        used = files = 0
        try:
            for _, folders, names, place in os.fwalk(self.place, onerror=fail):
                for name in (*folders, *names):
                    used += 512 * os.lstat(name, dir_fd=place).st_blocks
                    files += 1
                if used > self.storage or files > MOST_FILES:
                    self.kill_group()
                    return
        except FileNotFoundError:  # gone while it was looked at
            return
        except (OSError, RecursionError):  # the latter in folders nested a thousand deep
            self.kill_group()


def reap() -> None:
    """Reap what the submission left, which became ours when its first process ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def fail(error: OSError) -> None:
    """Raise an error that a walk met."""
    raise error
