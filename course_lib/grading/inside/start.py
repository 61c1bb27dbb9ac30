"""
The first steps of a sandbox: hear what it is to be, try the lock once, then import and serve.

The trial needs neither NumPy nor a notebook. So a machine on which student code cannot be
locked in says so at once, and in the words of the call that failed.
"""

import gc
import json
import os
import shutil
import socket
import sys

from . import confine, landlock
from .confine import Bounds
from .plan import Plan

TRIAL = Bounds(memory=2**34, processes=256, storage=2**20, uid=None)
NO_LANDLOCK = (
    "this kernel has no Landlock (Linux 5.13 or later, switched on, and allowed by the container): "
    "without namespaces nothing else keeps the course's files from student code"
)
OLD_LANDLOCK = (
    "this kernel's Landlock (version {}) does not confine signals, and without root student code "
    "has your own user id: Linux 6.12 or later is needed, or root"
)


def main(control_descriptor: int, proc: int, scratch: str) -> None:
    """Serve the worker's orders on the control socket until it closes."""
    control = socket.socket(fileno=control_descriptor)
    order = json.loads(read_line(control))
    plan = Plan.read(order["plan"])
    try:
        namespace = prepare(plan, proc, scratch)
    except OSError as error:
        sys.exit(f"{error.strerror or error}")
    control.sendall(b"here\n")
    if order["trial"]:
        return
    gc.disable()  # of what is imported nothing is garbage: `serve` looks for it once, at the end
    from .zygote import serve

    serve(control, plan, proc, namespace, scratch, order)


def read_line(control: socket.socket) -> bytes:
    """Read up to the end of a line."""
    data = b""
    while not data.endswith(b"\n"):
        more = control.recv(2**16)
        if not more:
            sys.exit("the line was closed")
        data += more
    return data


def prepare(plan: Plan, proc: int, scratch: str) -> int:
    """Do what is done once, and try the lock; give the open namespace of processes, or -1."""
    if plan.tier == "none":
        return -1
    confine.die_first(proc)
    namespace = -1
    if plan.tier == "full":
        namespace = os.open("self/ns/pid", os.O_RDONLY, dir_fd=proc)
        confine.keep_devices_unchanged()
    else:
        check_landlock(plan)
    attempt(plan, namespace, scratch)
    return namespace


def check_landlock(plan: Plan) -> None:
    """Refuse a kernel on which a pod's student code could not be held."""
    version = landlock.version()
    if not version:
        sys.exit(NO_LANDLOCK)
    if plan.uid is None and version < landlock.SCOPES_SINCE:
        sys.exit(OLD_LANDLOCK.format(version))


def attempt(plan: Plan, namespace: int, scratch: str) -> None:
    """Lock a child in as if student code were to follow; raise what that raises."""
    place = confine.make_place(scratch, plan.uid) if plan.tier == "pod" else ""
    read, write = os.pipe()
    bounds = Bounds(TRIAL.memory, TRIAL.processes + plan.crowd, TRIAL.storage, plan.uid)
    child = confine.fork_into_new_pid_namespace(namespace) if namespace >= 0 else os.fork()
    if child == 0:
        try:
            confine.lock_in(plan, bounds, place)
            os.write(write, b"locked")
        except OSError as error:
            os.write(write, f"{error.strerror or error}"[:500].encode())
        finally:
            os._exit(0)
    os.close(write)
    said = os.read(read, 1000).decode()
    os.close(read)
    os.waitpid(child, 0)
    if place:
        shutil.rmtree(place)
    if said != "locked":
        raise OSError(0, said or "the process that was to be locked in ended at once")
