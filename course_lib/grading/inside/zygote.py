"""
The warm process of a sandbox: imports everything once, then forks for each submission.

It never runs student code. Each fork locks itself in (see `confine`), forks once
more, and only that second process, which has nothing left to abuse, runs the
notebook; the first stays as process 1 of the namespace, so that all ends with it.
"""

import gc
import json
import os
import resource
import shutil
import signal
import socket
import sys
import tempfile
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

from . import confine, notebook
from .student import StudentProcess, ends_within

PATIENCE = 0.2
PAGE = resource.getpagesize()


def main(control_descriptor: int, filter_file: str) -> None:
    """Serve the worker's orders on the control socket until it closes."""
    control = socket.socket(fileno=control_descriptor)
    program = Path(filter_file).read_bytes() if filter_file else b""
    shell = notebook.make_shell()
    zygote = Zygote(control, shell, program)
    gc.collect()
    gc.freeze()
    control.sendall(b"ready\n")
    while order := zygote.next_order():
        zygote.obey(*order)


class Zygote:
    """
    Forks, kills and reaps student processes.

    Parameters
    ----------
    control : socket
        Socket to the trusted worker outside.
    shell : NotebookShell
        The warm shell that each fork inherits.
    program : bytes
        Compiled seccomp filter; empty to run unconfined.
    """

    def __init__(self, control: socket.socket, shell: Any, program: bytes) -> None:
        self.control, self.shell, self.program = control, shell, program
        self.child = 0
        self.confined = bool(program)
        self.own_namespace = os.open("/proc/self/ns/pid", os.O_RDONLY) if self.confined else -1
        self.own_size = own_address_space()
        self.place = ""

    def next_order(self) -> tuple[dict[str, Any], int] | None:
        """Read one order and the socket that comes with it (-1 if none)."""
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
        """Fork process 1 of a new namespace."""
        if self.confined:
            self.child = confine.fork_into_new_pid_namespace(self.own_namespace)
        else:
            self.place = tempfile.mkdtemp(dir=os.environ["HOME"])
            self.child = os.fork()
        if self.child == 0:
            try:
                self.become_first_process(limits, descriptor)
            except Exception:
                traceback.print_exc()
            finally:
                os._exit(125)

    def become_first_process(self, limits: dict[str, Any], descriptor: int) -> None:
        """Lock in, fork the student process, wait for it, and end with its status."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if self.confined:
            # An ordinary user's student process has our user id: it must not share our group too.
            os.setpgid(0, 0)
            self.lock_in(limits)
        else:
            os.setsid()
            os.chdir(self.place)
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
        memory = self.own_size + limits["memory"]
        bounds = confine.Bounds(memory, limits["processes"], limits["storage"], limits["uid"])
        confine.die_first()
        confine.private_storage(bounds)
        confine.limit_resources(bounds)
        confine.give_up_privileges(bounds.uid)
        confine.filter_system_calls(self.program)

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
        """Kill what is left of the submission; report exit code, CPU seconds and memory."""
        if not self.child:
            return {"exit": None, "cpu": 0.0, "memory": 0}
        ends_within(self.child, PATIENCE)
        if not self.confined:
            self.clear_up()
        ended, status, usage = os.wait4(self.child, os.WNOHANG)
        if not ended:
            os.kill(self.child, signal.SIGKILL)
            _, status, usage = os.wait4(self.child, 0)
        self.child = 0
        return {
            "exit": os.waitstatus_to_exitcode(status) if ended else None,
            "cpu": usage.ru_utime + usage.ru_stime,
            "memory": usage.ru_maxrss * 1024,
        }

    def clear_up(self) -> None:
        """Without a namespace that ends with it: end what the submission started, and its files."""
        with suppress(ProcessLookupError):
            os.killpg(self.child, signal.SIGKILL)
        shutil.rmtree(self.place, ignore_errors=True)


def own_address_space() -> int:
    """Bytes of address space this process has; what forks may use is added to it."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * PAGE
    except OSError:
        return 2**31


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
