# ruff: noqa: E501 (sources of notebooks are one line each)
"""
What two sandboxes side by side, or a sandbox and the machine, could signal by.

In each test one sandbox writes while the other one looks. That the channel is there without
the walls is shown by the same two programs run without a sandbox.
"""

import subprocess
import sys
from contextlib import contextmanager

import pytest

from course_lib.grading.examine.session import Session
from course_lib.grading.inside.wire import Channel
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.sandbox.process import Sandbox

LIBC = "import ctypes, os, errno, struct, fcntl, time\nlibc = ctypes.CDLL(None, use_errno=True)\n"
SHARED = "shared = os.open(os.__file__, os.O_RDONLY)\n"
RECORD_LOCK = "struct.pack('hhqqi', {}, 0, 0, 1, 0)"
HEARD = "print('heard')"

# What the first one does; what the second one does meanwhile, and prints "heard" if it notices.
# A marker is what the second does before the first begins.
CHANNELS = {
    "lock of a whole file": (
        SHARED + "fcntl.flock(shared, fcntl.LOCK_EX)",
        "",
        SHARED + f"try: fcntl.flock(shared, fcntl.LOCK_EX | fcntl.LOCK_NB)\nexcept BlockingIOError: {HEARD}",
    ),
    "lock of a record": (
        SHARED + f"fcntl.fcntl(shared, fcntl.F_SETLK, {RECORD_LOCK.format('fcntl.F_RDLCK')})",
        "",
        SHARED + f"found = fcntl.fcntl(shared, fcntl.F_GETLK, {RECORD_LOCK.format('fcntl.F_WRLCK')})\n"
        f"if struct.unpack('h', found[:2])[0] != fcntl.F_UNLCK: {HEARD}",
    ),
    "lock of an open file": (
        SHARED + f"fcntl.fcntl(shared, 37, {RECORD_LOCK.format('fcntl.F_RDLCK')})",
        "",
        SHARED + f"found = fcntl.fcntl(shared, 36, {RECORD_LOCK.format('fcntl.F_WRLCK')})\n"
        f"if struct.unpack('h', found[:2])[0] != fcntl.F_UNLCK: {HEARD}",
    ),
    "notification of a folder": (
        "open(os.__file__, 'rb').read(1)",
        "import signal\nfolder = os.open(os.path.dirname(os.__file__), os.O_RDONLY)\nheard = []\n"
        "signal.signal(signal.SIGIO, lambda *rest: heard.append(1))\n"
        "fcntl.fcntl(folder, fcntl.F_NOTIFY, 0x80000001)",
        f"time.sleep(0.1)\nif heard: {HEARD}",
    ),
    "inotify": (
        "open(os.__file__, 'rb').read(1)",
        "events = libc.inotify_init1(os.O_NONBLOCK)\n"
        "assert libc.inotify_add_watch(events, os.path.dirname(os.__file__).encode(), 0x21) > 0",
        f"time.sleep(0.1)\nif os.read(events, 999): {HEARD}",
    ),
    "time of a device": (
        "time.sleep(0.02)\nos.utime('/dev/null')",
        "before = os.stat('/dev/null').st_mtime_ns",
        f"if os.stat('/dev/null').st_mtime_ns != before: {HEARD}",
    ),
    "times of a device by its open file": (
        "time.sleep(0.02)\nos.utime(os.open('/dev/null', os.O_RDWR))",
        "before = os.stat('/dev/null').st_mtime_ns",
        f"if os.stat('/dev/null').st_mtime_ns != before: {HEARD}",
    ),
    "room on the file system": (
        "file = open('filled', 'wb')\nfile.write(bytes(2**22))\nfile.flush()\nos.fsync(file.fileno())",
        "before = os.statvfs('.').f_bfree",
        f"if os.statvfs('.').f_bfree != before: {HEARD}",
    ),
    "memory of the machine": (
        "kept = bytearray(b'x') * 2**27",
        "def free():\n    held = ctypes.create_string_buffer(128)\n    assert libc.sysinfo(held) == 0\n"
        "    return struct.unpack_from('QQQQQQ', held.raw)[5]\nbefore = free()",
        f"if free() != before: {HEARD}",
    ),
    "CPU time of another process": (
        "end = time.process_time() + 0.3\nwhile time.process_time() < end: pass",
        "libc.clock_gettime.argtypes = [ctypes.c_int, ctypes.c_char_p]\nnear = range(max(1, os.getpid() - 999), os.getpid() + 9999)\n"
        "def used(pid):\n    found = struct.pack('qq', 0, 0)\n    return struct.unpack('qq', found) if libc.clock_gettime((~pid << 3) | 2, found) == 0 else None\n"
        "assert used(os.getpid())\nbefore = {pid: used(pid) or (0, 0) for pid in near}",
        f"if any(a and (a[0] - b[0]) * 10**9 + a[1] - b[1] > 2 * 10**8 for pid, b in before.items() for a in [used(pid)]): {HEARD}",
    ),
    "message to an abstract address": (
        "import socket\nends = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)\n"
        "ends[0].sendto(b'heard', '\\0course-test')",
        "import socket\nbox = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)[0]\nbox = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)\n"
        "box.bind('\\0course-test')\nbox.setblocking(False)",
        f"if box.recv(99): {HEARD}",
    ),
    "a file in shared places": (
        "import glob\nfor place in ['/tmp', '/var/tmp', '/dev/shm', '/run', *glob.glob(os.path.dirname(os.__file__) + '/*-packages')]:\n"
        "    try: open(place + '/course-test-mark', 'w').close()\n    except OSError: pass",
        "",
        "import glob\nfor place in ['/tmp', '/var/tmp', '/dev/shm', '/run', *glob.glob(os.path.dirname(os.__file__) + '/*-packages')]:\n"
        f"    if os.path.exists(place + '/course-test-mark'): {HEARD}",
    ),
    "signal": (
        "import glob, signal\nfor pid in range(1, 2**16):\n    try: os.kill(pid, signal.SIGURG)\n    except OSError: pass",
        "import signal\nheard = []\nsignal.signal(signal.SIGURG, lambda *rest: heard.append(1))",
        f"if heard: {HEARD}",
    ),
    "limits of another process": (
        "import resource\nfor pid in range(2, 2**16):\n    try: resource.prlimit(pid, resource.RLIMIT_CORE, (0, 0))\n    except (OSError, ValueError): pass",
        "import resource",
        f"if False: {HEARD}",
    ),
}  # fmt: skip
# Without walls they would reach the test itself, or leave something behind.
NOT_WITHOUT = {"limits of another process", "signal", "a file in shared places"}
TIERS = ("full", "pod")


@pytest.fixture(scope="module", params=TIERS)
def two(request):
    """Two sandboxes of a tier."""
    first, second = Sandbox(request.param), Sandbox(request.param)
    yield first, second
    first.close()
    second.close()


@contextmanager
def notebook(sandbox):
    """Run cells in a sandbox; gives a function that runs one and returns what it prints."""
    session = Session(sandbox.start(Limits(), 1), Limits())

    def run(source):
        _, outputs, _ = session.run(source, False)
        return "".join(output.get("text", "") + output.get("ename", "") for output in outputs)

    try:
        yield run
    finally:
        session.close()
        sandbox.stop()


@pytest.mark.parametrize("name", CHANNELS)
def test_two_sandboxes_do_not_hear_each_other(two, name):
    write, before, after = CHANNELS[name]
    with notebook(two[0]) as first, notebook(two[1]) as second:
        second(LIBC + before)
        first(LIBC + write)
        assert "heard" not in second(LIBC + after)
        assert second("print(1)") == "1\n"


def heard_without_walls(name, folder):
    """Run the two programs of a channel beside each other; give what the second one says."""
    write, before, after = CHANNELS[name]
    reader = subprocess.Popen(
        [sys.executable, "-c", f"{LIBC}{before}\nprint('now', flush=True)\ninput()\n{after}"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=folder,
    )  # fmt: skip
    assert reader.stdout.readline() == "now\n"
    with subprocess.Popen(
        [sys.executable, "-c", f"{LIBC}{write}\nprint('now', flush=True)\ninput()"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=folder,
    ) as writer:  # fmt: skip
        writer.stdout.readline()
        said, _ = reader.communicate("\n")
        writer.communicate("\n")
    return said


@pytest.mark.parametrize("name", sorted(CHANNELS.keys() - NOT_WITHOUT))
def test_without_walls_the_same_programs_hear_each_other(name, tmp_path):
    # A count of the whole machine may by chance be what it was.
    assert any("heard" in heard_without_walls(name, tmp_path) for _ in range(5))


# {what: expression that makes the call}; each must fail with EPERM in both tiers.
REFUSED = {
    "kill everybody": "libc.kill(-1, 0)",
    "kill everybody, number given in 64 bits": "libc.kill(ctypes.c_long(0xFFFFFFFF), 0)",
    "kill the own group": "libc.kill(0, 0)",
    "kill a group": "libc.killpg(os.getpgrp(), 0)",
    "lock": "libc.flock(0, 2)",
    "command of fcntl that sets a lease": "libc.fcntl(0, 1024, 0)",
    "command of fcntl that sets a signal": "libc.fcntl(0, 10, 15)",
    "command of fcntl that sets an owner": "libc.fcntl(0, 8, 1)",
    "command of fcntl that sizes a pipe": "libc.fcntl(0, 1031, 4096)",
    "request for signals of a device": "libc.ioctl(0, 0x5452, 0)",
    "request for a map of a file": "libc.ioctl(0, 0xC020660B, bytes(32))",
    "request to type into a terminal": "libc.ioctl(0, 0x5412, b'x')",
    "option that lets others trace": "libc.prctl(0x59616D61, -1, 0, 0, 0)",
    "option that makes this readable": "libc.prctl(4, 1, 0, 0, 0)",
    "option that adopts orphans": "libc.prctl(36, 1, 0, 0, 0)",
    "advice to merge equal pages": "libc.madvise(0, 4096, 12)",
    "advice to drop pages": "libc.madvise(0, 4096, 21)",
    "what is in the page cache": "libc.mincore(0, 4096, bytes(8))",
    "read only what is in the page cache": "libc.preadv2(0, 0, 0, ctypes.c_long(0), 8)",
    "priority of this": "libc.setpriority(0, 0, 5)",
    "priority of a user": "libc.getpriority(2, 0)",
    "processors of this": "libc.sched_setaffinity(0, 8, bytes([1] + 7 * [0]))",
    "processors of another": "libc.sched_getaffinity(1, 8, bytes(8))",
    "limits of another": "libc.prlimit(1, 7, None, bytes(16))",
    "session of another": "libc.getsid(1)",
    "group of another": "libc.getpgid(1)",
    "a group of its own": "libc.setpgid(0, 0)",
    "load and memory of the machine": "libc.sysinfo(bytes(128))",
    "room on a file system": "libc.statfs(b'/', bytes(128))",
    "watch on files": "libc.inotify_init1(0)",
    "socket of datagrams": "libc.socketpair(1, 2, 0, (ctypes.c_int * 2)())",
    "socket of packets": "libc.socketpair(1, 5, 0, (ctypes.c_int * 2)())",
    "message with an address": "libc.sendto(0, b'x', 1, 0, b'xx', 2)",
    "message with descriptors": "libc.sendmsg(0, bytes(56), 0)",
    "who is at the other end": "libc.getsockopt(0, 1, 17, bytes(12), bytes([12, 0, 0, 0]))",
    "option of a socket": "libc.setsockopt(0, 1, 2, bytes(4), 4)",
    "clock of another process": "libc.clock_gettime((~1 << 3) | 2, bytes(16))",
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_arguments_that_are_on_no_list_are_refused(two, name):
    with notebook(two[0]) as run:
        said = run(f"{LIBC}print({REFUSED[name]}, ctypes.get_errno() == errno.EPERM)")
    assert said == "-1 True\n"


def test_what_notebooks_need_is_allowed(two):
    source = """import os, fcntl, socket, asyncio, threading, subprocess, select, resource, signal, time, sys
ends = socket.socketpair()
ends[0].setblocking(False); ends[0].sendall(b'x'); assert ends[1].recv(1) == b'x'
fcntl.fcntl(ends[0], fcntl.F_SETFD, fcntl.FD_CLOEXEC); os.set_blocking(ends[1].fileno(), False)
async def later(): await asyncio.sleep(0.001); return 5
loop = asyncio.new_event_loop(); assert loop.run_until_complete(later()) == 5; loop.close()
thread = threading.Thread(target=time.sleep, args=(0.001,)); thread.start(); thread.join()
child = subprocess.Popen([sys.executable, '-S', '-c', 'import time; time.sleep(99)'], stdout=subprocess.DEVNULL)
os.kill(child.pid, signal.SIGTERM); assert child.wait() == -signal.SIGTERM
assert subprocess.run('exit 3', shell=True).returncode == 3
resource.getrlimit(resource.RLIMIT_AS); os.sched_getaffinity(0); time.clock_gettime(time.CLOCK_MONOTONIC)
open(os.devnull, 'w').write('x'); open('f', 'w').write('abc'); os.chmod('f', 0o600); os.utime('f')
import shutil; shutil.copy2('f', 'g'); assert open('g').read() == 'abc'; os.remove('g')
import tempfile
with tempfile.TemporaryDirectory() as folder: open(folder + '/x', 'w').write('y')
import numpy as np; np.save('a.npy', np.eye(3)); assert np.load('a.npy').sum() == 3
import matplotlib.pyplot as plt; plt.plot([1, 2]); plt.savefig('p.png'); assert os.path.getsize('p.png') > 1000
import sqlite3, ssl, hashlib, decimal, zlib, lzma, bz2, uuid, ctypes
print('all')"""
    with notebook(two[0]) as run:
        assert run(source) == "all\n"


def test_a_command_that_is_not_there_does_not_end_the_cell(two):
    with notebook(two[0]) as run:
        said = run("!ls /\nprint('on', _exit_code)")
    assert "ls" in said
    assert said.endswith("on 127\n")


def test_no_file_but_the_listed_ones_is_there(two):
    if two[0].tier != "full":
        return
    source = (
        "import os\nprint(sorted(os.listdir('/usr/bin') if os.path.isdir('/usr/bin') else os.listdir('/bin')))\n"
        "for path in ('/etc/passwd', '/usr/lib/python3/dist-packages', '/usr/share', '/usr/lib/git-core', '/home', '/boot', '/var', '/usr/sbin'):\n"
        "    if os.path.exists(path): print(path)"
    )
    with notebook(two[0]) as run:
        shown = run(source)
    assert shown in ("['sh']\n", "['python3', 'sh']\n") or shown.startswith("['python3.")


def test_nothing_that_one_student_writes_is_there_for_the_next(two):
    write, _, look = CHANNELS["a file in shared places"]
    with notebook(two[0]) as run:
        run(LIBC + write)
    with notebook(two[0]) as run:
        assert "heard" not in run(LIBC + look)
        assert run("import os; print(len(os.listdir('.')))") == "0\n"


def test_line_to_the_examiner_takes_no_descriptor(two):
    ours = Channel.__new__(Channel)
    assert not hasattr(ours, "descriptors")
    with notebook(two[0]) as run:
        said = run("import socket\na, b = socket.socketpair()\nsocket.send_fds(a, [b'x'], [0])")
    assert "PermissionError" in said
