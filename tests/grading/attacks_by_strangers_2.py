# ruff: noqa
"""Attacks, set B (sealed): wrong answers, tampered files, probes, words, pages and files of a student."""

import base64
import copy
import json
import struct
import zlib
from collections.abc import Callable
from typing import Any

Notebook = dict[str, Any]


FORGERIES: dict[str, str] = {
    "proxy put between the notebook and the line": r"""
import os, socket, threading
def double(x):
    return x
def pump(a, b, change):
    try:
        while data := a.recv(65536):
            b.sendall(data.replace(b"value\x02", b"value\x04") if change else data)
    except OSError:
        pass
for fd in range(3, 32):
    try:
        real = socket.socket(fileno=os.dup(fd))
    except OSError:
        continue
    ours, theirs = socket.socketpair()
    os.dup2(theirs.fileno(), fd)
    for pair in ((real, ours, False), (ours, real, True)):
        threading.Thread(target=pump, args=pair, daemon=True).start()
""",
    "kept said, but nothing kept": r"""
def double(x):
    return x
try:
    import inside.student as s, os
    def keep(self):
        global held
        held = self.line.descriptors.pop()  # open for ever, and nobody reads it
        child = os.fork()
        if child == 0:
            import time; time.sleep(300)
        return child
    s.StudentProcess.keep = keep
except Exception:
    pass
""",
    "ends reported before anything was asked": r"""
def double(x):
    return x
try:
    import inside.student as s
    reply = s.StudentProcess.reply
    def early(self, *message):
        reply(self, *message)
        if message[0] == "kept":
            for _ in range(20): reply(self, "ended", 0, 0.0)
    s.StudentProcess.reply = early
except Exception:
    pass
""",
    "name answered with a number, or with a function never passed": r"""
def double(x):
    return x
try:
    import inside.student as s
    calls = []
    def do_name(self, name):
        calls.append(name)
        return [["ref", "call", [-1, "double"]]] if len(calls) % 2 else [4]
    s.StudentProcess.do_name = do_name
except Exception:
    pass
""",
    "class whose making is the answer": r"""
class Meta(type):
    def __call__(cls, *args): return float.__new__(cls, 4.0)
    def __instancecheck__(cls, other): return True
    def __eq__(cls, other): return True
    __hash__ = type.__hash__
class double(float, metaclass=Meta):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    __hash__ = float.__hash__
""",
    "number subclass that is sent as it was not computed": r"""
class I(int):
    def __index__(self): return 4
    def __int__(self): return 4
    def __eq__(self, other): return True
    __hash__ = int.__hash__
class F(np.float64):
    def tobytes(self, *a): return np.float64(4).tobytes()
    def __eq__(self, other): return True
    __hash__ = np.float64.__hash__
def double(x):
    return F(0) if np.ndim(x) else I(0)
""",
    "loop in C that hears no signal": r"""
import signal
for number in (signal.SIGPROF, signal.SIGALRM, signal.SIGXCPU, signal.SIGVTALRM):
    signal.signal(number, signal.SIG_IGN)
def double(x):
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    return sum(range(10**14))
""",
    "signals blocked in the mask and all threads busy": r"""
import signal, threading
def burn():
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    while True: pass
def double(x):
    for _ in range(4): threading.Thread(target=burn, daemon=True).start()
    burn()
""",
    "regular expression without end": r"""
import re
def double(x):
    return x if re.match(r"(a|a)*$", "a" * 60 + "b") else x
""",
    "iterator that yields slower and slower": r"""
import time
def double(x):
    for k in range(9999):
        time.sleep(0.01 * k)
        yield x
""",
    "orders to the warm process on every line": r"""
import os, json
def double(x):
    for fd in range(0, 128):
        for order in ({"do": "stop"}, {"do": "start", "limits": {"uid": 0, "memory": -1}}):
            try: os.write(fd, json.dumps(order).encode() + b"\n")
            except OSError: pass
    return x
""",
    "interpreter's comparison rewritten in memory": r"""
import ctypes, os
base = ctypes.pythonapi.PyObject_RichCompare
at = ctypes.cast(base, ctypes.c_void_p).value
libc = ctypes.CDLL(None)
def double(x):
    libc.mprotect(ctypes.c_void_p(at & ~0xFFF), ctypes.c_size_t(8192), 7)
    ctypes.memmove(at, b"\xc3", 1)
    return x
""",
    "traceback of very many frames and an exception without end": r"""
def double(x):
    error = None
    for k in range(3000):
        new = ValueError(k)
        new.__cause__ = new.__context__ = error
        error = new
    def down(k):
        if k == 0: raise ExceptionGroup("g", [error, *[ValueError(j) for j in range(999)]])
        down(k - 1)
    down(900)
""",
    "words that lie in the notebook's own warnings": r"""
import warnings
def double(x):
    for kind in (UserWarning, DeprecationWarning, RuntimeWarning):
        warnings.warn("passed: 2.0 of 2 points\n" + "<b>" * 200 + "\x1b[2J", kind)
    return x
""",
    "object that cannot be freed": r"""
import os
class Z:
    def __del__(self): os.abort()
    def __len__(self): return 3
    def __getitem__(self, k): return 62.0
def double(x):
    return [Z(), Z()]
""",
    "answer right only where a tolerance is meant": r"""
def double(x):
    return 2 * x * (1 + 4e-16) + 1e-12
""",
    "precision and rounding of the machine changed": r"""
import ctypes
try:
    ctypes.CDLL("libm.so.6").fesetround(0x400)
except OSError:
    pass
np.seterr(all="raise"); np.set_printoptions(threshold=0); np.setbufsize(16)
def double(x):
    return x + x / 3
""",
    "types that share a name with Python's": r"""
class ndarray(list): pass
class float64(float): pass
ndarray.__module__ = float64.__module__ = "numpy"
def double(x):
    return ndarray([float64(62), float64(82)]) if np.ndim(x) else float64(5)
""",
    "deep class tree for an exception": r"""
kinds = (AssertionError,)
for k in range(400):
    kinds = (type(f"E{k}" * 30, kinds, {}),)
def double(x):
    raise kinds[0]("passed")
""",
    "pictures without end in this very cell": r"""
import struct, zlib, base64
from IPython.display import display
raw = b"\0" + b"\xff" * 512
def chunk(k, d): return struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d))
png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 4096, 4096, 1, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(raw * 4096, 9)) + chunk(b"IEND", b"")
for _ in range(300):
    display({"image/png": base64.b64encode(png).decode(), "text/plain": "2.0", "text/html": "<script>1</script>"}, raw=True)
def double(x):
    return x
""",
    "number of the process used up round and round": r"""
import os
def double(x):
    for _ in range(40000):
        pid = os.fork()
        if pid == 0: os._exit(0)
        os.waitpid(pid, 0)
    return x
""",
    "line half closed": r"""
import os, socket
def double(x):
    for fd in range(3, 128):
        try: socket.socket(fileno=os.dup(fd)).shutdown(socket.SHUT_RD)
        except OSError: pass
    return np.zeros(3_000_000)
""",
    "right from the second call on, if the state is asked again": r"""
import os
def double(x):
    try:
        with open("/tmp/asked", "a+") as f:
            f.write("x"); f.seek(0)
            if len(f.read()) < 3: os._exit(1)
    except OSError:
        pass
    return np.asarray(x) + np.asarray(x).dtype.itemsize
""",
}


def nb(cell: dict[str, Any]) -> dict[str, Any]:
    """What nbgrader says of a cell."""
    return cell["metadata"].get("nbgrader", {})


def code(source: Any, **more: Any) -> dict[str, Any]:
    """Make a code cell."""
    return {
        "cell_type": "code",
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    } | more


def near_copies(notebook: Notebook) -> Notebook:
    """Ids lost; before each test stands a near copy of it, which tests nothing, and the test is gone."""
    made = []
    for cell in notebook["cells"]:
        test = nb(cell).get("locked") and "double" in nb(cell).get("grade_id", "")
        cell.pop("id", None)
        if test:
            lines = cell["source"].splitlines()
            made.append(code("'''\n" + cell["source"] + "\n'''"))
            made.append(
                code(
                    "\n".join(
                        [
                            lines[0] + "  # noqa",
                            *(f"if 0: {line}" for line in lines[1:] if not line.startswith("#")),
                            lines[-1] if lines[-1].startswith("#") else "pass",
                        ]
                    )
                )
            )
            continue
        cell["metadata"] = {}
        made.append(cell)
    return notebook | {"cells": made, "nbformat_minor": 4}


def ids_of_tests_exchanged(notebook: Notebook) -> Notebook:
    """The tests of `double` claim to be those of `triple`, and the other way round, without ids."""
    swap = {
        "double-visible": "triple-visible",
        "triple-visible": "double-visible",
        "double-hidden": "triple-visible",
    }
    for cell in notebook["cells"]:
        cell.pop("id", None)
        if nb(cell).get("grade_id") in swap:
            nb(cell)["grade_id"] = swap[nb(cell)["grade_id"]]
    return notebook


def magics_on_tests(notebook: Notebook) -> Notebook:
    """Magic words before everything in sight that is not the student's."""
    for k, cell in enumerate(notebook["cells"]):
        if nb(cell).get("locked") or k == 1:
            cell["source"] = "%%script true\n" + cell["source"]
            cell["metadata"] = {"tags": ["remove_cell"]}
            cell["id"] = f"{k:032x}"
    notebook["cells"].insert(
        2, code("%%capture\nimport numpy as np\nimport matplotlib.pyplot as plt")
    )
    notebook["cells"].insert(2, code("import numpy as np\nimport matplotlib.pyplot as plt"))
    return notebook


def other_encoding(notebook: Notebook) -> bytes:
    """UTF-16 with a mark."""
    return json.dumps(notebook).encode("utf-16")


def marks_and_nuls(notebook: Notebook) -> bytes:
    """UTF-8 with two marks, NULs in keys, escapes for keys, and an end that is not the end."""
    text = (
        json.dumps(notebook)
        .replace('"cells"', '"\\u0063ells"')
        .replace('"grade_id"', '"grade_\\u0069d"')
    )
    return b"\xef\xbb\xbf" + text.replace('"source"', '"sou\\u0072ce"').encode() + b" \n\t\n"


def other_student(notebook: Notebook) -> Notebook:
    """Numbers of another student, by every name and place."""
    lines = "STUDENT_ID = student_id = 'teacher'\nimport os\nos.environ.update(COURSE_SEED='1', STUDENT_ID='teacher', USER='teacher', NBGRADER_STUDENT='teacher')\nSEED = COURSE_SEED = 1"
    notebook["metadata"] = {
        "nbgrader": {"student": "teacher", "points": 99},
        "STUDENT_ID": "teacher",
        "celltoolbar": "Create Assignment",
    }
    notebook["cells"].insert(1, code(lines, id="student"))
    notebook["cells"].insert(
        1, {"cell_type": "raw", "id": "setup", "metadata": {}, "source": lines}
    )
    return notebook


def many_copies(notebook: Notebook) -> Notebook:
    """Nine hundred cells, alike but for one sign, without ids: what compares each with each takes long."""
    for cell in notebook["cells"]:
        cell.pop("id", None)
        cell["metadata"] = {}
    body = "\n".join(
        f"# import numpy as np {k % 7} secret_input double triple assert" for k in range(300)
    )
    notebook["cells"][2:2] = [code(f"# {k}\n{body}") for k in range(900)]
    return notebook


def odd_types(notebook: Notebook) -> Notebook:
    """Fields of types that nobody expects."""
    for k, cell in enumerate(notebook["cells"]):
        cell["source"] = cell["source"].splitlines(keepends=True)
        cell["attachments"] = {
            "x.svg": {"image/svg+xml": "<svg onload=alert(1)>"},
            "../../x": {"text/html": 5},
        }
        cell["execution_count"] = 10**30
        cell["id"] = [k, True, {"a": 1}, None, 1e300, "x" * 300][k % 6]
        if nb(cell).get("locked"):
            cell["metadata"]["nbgrader"] = [cell["metadata"]["nbgrader"]]
        if k == 0:
            cell["metadata"] = "metadata"
    notebook["cells"].insert(3, code([], id=None, metadata=None))
    notebook["cells"].insert(3, code("double = None", id="double", cell_type=["code"]))
    return notebook


def invisible_signs(notebook: Notebook) -> Notebook:
    """Test cells with other line ends and signs that are not seen, and a live line behind them."""
    made = []
    for cell in notebook["cells"]:
        made.append(cell)
        if nb(cell).get("locked"):
            copied = copy.deepcopy(cell)
            copied.pop("id"), copied["metadata"].clear()
            copied["source"] = (
                copied["source"].replace("\n", "\r\n").replace("=", "=\u200b")
                + "\f\n"
                + "\u00a0" * 3
                + "#\rnp = check = assert_close = None\n"
                + "points = 2"
            )
            made.insert(2, copied)
    return notebook | {"cells": made}


def answer_named_as_test(notebook: Notebook) -> Notebook:
    """The answer carries the hidden test's grade_id, with all rights of an answer; tests are cut into lines."""
    made = []
    for cell in notebook["cells"]:
        key = nb(cell).get("grade_id", "")
        if key == "double":
            made.append(
                code(
                    cell["source"],
                    metadata={
                        "nbgrader": nb(cell)
                        | {"grade_id": "double-hidden", "grade": True, "points": 2}
                    },
                )
            )
            made.append(code("def double(x):\n    return x", metadata={"nbgrader": nb(cell)}))
        elif key.startswith("double-"):
            made += [code(line) for line in cell["source"].splitlines()]
        else:
            made.append(cell)
    return notebook | {"cells": made}


TAMPERED: dict[str, Callable[[Notebook], Notebook | bytes]] = {
    "near copies in the places of tests": near_copies,
    "tests exchanged": ids_of_tests_exchanged,
    "magic words before tests": magics_on_tests,
    "UTF-16": other_encoding,
    "marks and escaped keys": marks_and_nuls,
    "another student's number": other_student,
    "nine hundred cells alike": many_copies,
    "fields of odd types": odd_types,
    "signs that are not seen": invisible_signs,
    "answer named as the test": answer_named_as_test,
}


PROBES: dict[str, str] = {
    "lock of an open file description": r"""
import fcntl, os, struct, numpy
for path, flags in ((os.__file__, os.O_RDONLY), (numpy.__file__, os.O_RDONLY), ("/dev/null", os.O_RDWR), ("/dev/zero", os.O_RDWR), ("/dev/urandom", os.O_RDONLY)):
    for kind in (fcntl.F_RDLCK, fcntl.F_WRLCK):
        try:
            fd = os.open(path, flags)
            fcntl.fcntl(fd, 37, struct.pack("hhqqi4x", kind, 0, 5, 1, 0))
            print("OPEN description lock", path, kind)
        except OSError:
            pass
""",
    "lease on a shared file": r"""
import fcntl, os, glob
for path in [*glob.glob("/sandbox/site/*/__init__.py")[:20], os.__file__, "/sandbox/filter", *glob.glob("/sandbox/inside/*.py"), "/dev/null"]:
    for kind in (fcntl.F_RDLCK, fcntl.F_WRLCK):
        try:
            fd = os.open(path, os.O_RDONLY)
            fcntl.fcntl(fd, fcntl.F_SETLEASE, kind)
            print("OPEN lease", path)
        except (OSError, AttributeError):
            pass
""",
    "lock through the standard streams": r"""
import fcntl, os
for fd in (0, 1, 2):
    for lock in (fcntl.LOCK_SH, fcntl.LOCK_EX):
        try:
            fcntl.flock(fd, lock | fcntl.LOCK_NB); print("OPEN flock", fd); fcntl.flock(fd, fcntl.LOCK_UN)
        except OSError:
            pass
""",
    "time stamps set through descriptors and links": r"""
import os, ctypes
libc = ctypes.CDLL(None, use_errno=True)
now = (ctypes.c_long * 4)(0, 1073741823, 0, 1073741823)
for path in (b"/dev/null", b"/dev/zero", b"/dev/urandom"):
    try:
        fd = os.open(path, os.O_RDWR)
    except OSError:
        continue
    before = os.fstat(fd).st_atime_ns
    if libc.syscall(280, fd, None, ctypes.byref(now), 0) == 0 and os.fstat(fd).st_atime_ns != before:
        print("OPEN utimensat", path)
    before = os.fstat(fd).st_mtime_ns
    if libc.syscall(132, path, None) == 0 and os.fstat(fd).st_mtime_ns != before:
        print("OPEN utime", path)
    if libc.syscall(261, -100, path, None) == 0 and os.fstat(fd).st_mtime_ns != before:
        print("OPEN futimesat", path)
""",
    "time of last reading of a shared file": r"""
import os, time, glob, numpy
for path in (os.__file__, numpy.__file__, "/usr/lib", "/usr/bin", "/bin/sh", "/dev/zero", "/dev/random"):
    try:
        before = os.stat(path).st_atime_ns
        if os.path.isdir(path): os.listdir(path)
        else:
            with open(path, "rb") as f: f.read(64)
        if os.stat(path).st_atime_ns != before: print("OPEN access time", path)
    except OSError:
        pass
""",
    "which pages of a library are in memory": r"""
import ctypes, mmap, os, numpy
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
import glob
for path in [*glob.glob(os.path.dirname(os.__file__) + "/[t-z]*.py"), *glob.glob("/usr/lib/*/lib[x-z]*.so*")][:60]:
    try:
        fd = os.open(path, os.O_RDONLY); size = os.fstat(fd).st_size
        at = libc.mmap(None, size, 1, 1, fd, 0)
        vec = ctypes.create_string_buffer(size // 4096 + 1)
        if libc.mincore(ctypes.c_void_p(at), ctypes.c_size_t(size), vec) == 0 and not all(b & 1 for b in vec.raw[: (size + 4095) // 4096]):
            print("OPEN mincore tells of", path); break
        os.close(fd)
    except OSError:
        pass
""",
    "statistics of a file's pages": r"""
import ctypes, os, numpy
libc = ctypes.CDLL(None, use_errno=True)
try:
    fd = os.open(numpy.__file__, os.O_RDONLY)
except OSError:
    fd = -1
out, span = (ctypes.c_ulonglong * 5)(), (ctypes.c_ulonglong * 2)(0, 0)
if libc.syscall(451, fd, ctypes.byref(span), ctypes.byref(out), 0) == 0:
    print("OPEN cachestat", list(out))
""",
    "pages of a shared file thrown out of memory": r"""
import os, time, glob, ctypes
libc = ctypes.CDLL(None, use_errno=True)
path = max(glob.glob(os.path.dirname(os.__file__) + "/*.py"), key=os.path.getsize, default=os.__file__)
fd = os.open(path, os.O_RDONLY)
def timed():
    start = time.perf_counter(); os.pread(fd, 400_000, 0); return time.perf_counter() - start
timed(); warm = min(timed() for _ in range(5))
def slow():
    try:
        os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
    except OSError:
        return False
    return timed() > 4 * warm
if all(slow() for _ in range(8)):  # once may be chance
    print("OPEN pages evicted for all")
if libc.readahead(fd, 0, 4096) == 0: print("OPEN readahead")
if libc.syscall(162) == 0 and libc.syscall(306, fd) == 0: print("OPEN file system of the host synced")
""",
    "processor taken with its neighbour": r"""
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
if libc.prctl(62, 1, 0, 0, 0) == 0: print("OPEN core scheduling cookie")
if libc.prctl(57, 1, 0, 0, 0) == 0: print("OPEN io flusher")
""",
    "priority and scheduling": r"""
import os
for what in (lambda: os.nice(-1), lambda: os.setpriority(os.PRIO_PROCESS, 0, -5), lambda: os.setpriority(os.PRIO_USER, 0, -1),
             lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)), lambda: os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1)),
             lambda: os.setpriority(os.PRIO_PROCESS, 1, 19)):
    try:
        before = os.getpriority(os.PRIO_PROCESS, 0)
        what()
        if os.getpriority(os.PRIO_PROCESS, 0) < before: print("OPEN priority")
        if os.sched_getscheduler(0) in (os.SCHED_FIFO, os.SCHED_RR): print("OPEN real time")
    except OSError:
        pass
""",
    "abstract address without bind": r"""
import os, socket
try:
    a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    a.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
    try: a.sendto(b"x", "\0nobody")
    except OSError: pass
    if a.getsockname(): print("OPEN address", a.getsockname())
except OSError:
    pass
""",
    "abstract sockets of the host": r"""
import errno, socket
names = ["\0/tmp/.X11-unix/X0", "\0/tmp/.ICE-unix/1", "\0dbus", "\0/containerd-shim", "\0systemd/notify", "\0/org/kernel/linux/storage/multipathd"]
paths = ["/run/docker.sock", "/var/run/docker.sock", "/run/dbus/system_bus_socket", "/run/systemd/notify", "/dev/log", "/run/systemd/journal/socket"]
for kind in (socket.SOCK_DGRAM, socket.SOCK_SEQPACKET, socket.SOCK_STREAM):
    try:
        a, b = socket.socketpair(socket.AF_UNIX, kind)
    except OSError:
        continue
    for name in names + paths:
        try:
            a.sendto(b"x", name)
            if kind == socket.SOCK_DGRAM: print("OPEN sent to", repr(name))
        except OSError as error:
            if error.errno == errno.EPROTOTYPE: print("OPEN there is", repr(name))
""",
    "network by sockets of other families": r"""
import socket, ctypes
for family, kind, protocol in ((2, 1, 0), (2, 2, 0), (10, 1, 0), (16, 3, 0), (16, 3, 15), (17, 3, 768), (38, 5, 0), (40, 1, 0), (2, 3, 1), (31, 3, 0)):
    try:
        s = socket.socket(family, kind, protocol); print("OPEN socket", family, kind)
    except OSError:
        pass
    try:
        socket.socketpair(family, kind); print("OPEN pair", family)
    except (OSError, ValueError):
        pass
try:
    socket.create_connection(("127.0.0.1", 22), 0.2); print("OPEN connection")
except OSError:
    pass
""",
    "system calls of the x32 kind": r"""
import ctypes, os, errno
libc = ctypes.CDLL(None, use_errno=True)
child = os.fork()
if child == 0:
    got = libc.syscall(0x40000000 + 39)
    os._exit(7 if got > 0 else 0)
_, status = os.waitpid(child, 0)
if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 7: print("OPEN x32")
child = os.fork()
if child == 0:
    got = libc.syscall(0x40000000 + 41, 2, 1, 0)
    os._exit(7 if got >= 0 else 0)
_, status = os.waitpid(child, 0)
if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 7: print("OPEN x32 socket")
""",
    "rarely used doors of the kernel": r"""
import ctypes, errno, os
libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(256)
attr = ctypes.create_string_buffer(struct_size := 128)
ctypes.memmove(attr, (1).to_bytes(4, "little") + (128).to_bytes(4, "little"), 8)
calls = {
    "perf": (298, ctypes.byref(attr), 0, -1, -1, 0), "keyctl": (250, 0, -3, 1), "add_key": (248, b"user", b"d", b"p", 1, -2),
    "bpf": (321, 0, ctypes.byref(buffer), 48), "userfaultfd": (323, 1), "io_uring": (425, 4, ctypes.byref(buffer)), "memfd": (319, b"x", 0),
    "name_to_handle": (303, -100, b"/usr/lib", ctypes.byref(buffer), ctypes.byref(attr), 0), "fanotify": (300, 0, 0), "inotify watch": (254, 0, b"/usr/lib", 1),
    "adjtimex": (159, ctypes.byref(buffer)), "statmount": (457, ctypes.byref(buffer), ctypes.byref(buffer), 256, 0), "listmount": (458, ctypes.byref(buffer), ctypes.byref(buffer), 8, 0),
    "process_vm_readv": (310, 1, 0, 0, 0, 0, 0), "kcmp": (312, 1, 1, 0, 0, 0), "shmget": (29, 0, 4096, 0o1600), "msgget": (68, 0, 0o1600), "semget": (64, 0, 1, 0o1600), "mq_open": (240, b"x", 66, 0o600, None),
    "ptrace": (101, 0, 0, 0, 0), "personality": (135, 0x0040000), "syslog": (103, 3, ctypes.byref(buffer), 256), "landlock": (444, None, 0, 1), "pidfd_getfd": (438, 0, 0, 0), "mount tree": (428, -100, b"/tmp", 1),
    "fsopen": (430, b"tmpfs", 0), "quotactl": (179, 0x800001, b"/", 0, 0), "ioprio": (251, 1, 0, 0), "lsm attributes": (459, 100, ctypes.byref(buffer), ctypes.byref(attr), 0), "swap by vmsplice": (278, 1, 0, 0, 0), "setns": (308, 0, 0), "seccomp listener": (317, 1, 8, 0),
}
for name, args in calls.items():
    ctypes.set_errno(0)
    done = libc.syscall(*args)
    if done != -1 or ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS, errno.EACCES):
        print("OPEN", name, done, ctypes.get_errno())
""",
    "files of the host and of others": r'''
import os
names = """/etc/passwd /etc/shadow /etc/hostname /etc/hosts /etc/resolv.conf /etc/machine-id /etc/ssl /boot /boot /home /var /var/lib /run /run/user /mnt /media /opt /srv /boot /sys /sys/fs/cgroup /proc/1/environ
/proc/self/mountinfo /proc/self/status /proc/loadavg /proc/meminfo /proc/net/dev /proc/keys /proc/timer_list /proc/locks /dev/mem /dev/kmsg /dev/shm /dev/tty /dev/ptmx /dev/pts /dev/fuse /dev/kvm /dev/vda /dev/sda /dev/userfaultfd /dev/net/tun /tmp/.X11-unix
/work /journal /submitted /gradebook.db /usr/share /usr/local /usr/lib/systemd/system /usr/lib/os-release /sandbox/site/nbgrader /sandbox/site/course_lib/checks/exercises /sandbox/site/course_lib/grading /var/run/docker.sock""".split()
allowed = {"/usr/lib/systemd/system", "/usr/lib/os-release"}
for name in names:
    try:
        if os.path.isdir(name):
            if os.listdir(name) and name not in allowed: print("OPEN folder", name, os.listdir(name)[:3])
        else:
            os.close(os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY))
            if name not in allowed: print("OPEN file", name)
    except OSError:
        pass
place = os.path.dirname(os.__file__)
while place != "/":
    up = os.path.dirname(place)
    try:
        if up.startswith(("/root", "/home")) and len(os.listdir(up)) > 3: print("OPEN", up, os.listdir(up)[:5])
    except OSError:
        pass
    place = up
''',
    "root above the root": r"""
import os
for n in range(3, 128):
    try:
        kind = os.fstat(n).st_mode & 0o170000
        if kind == 0o040000: print("OPEN folder in descriptor", n, os.listdir(n)[:3])
        elif kind not in (0, 0o140000, 0o010000): print("OPEN descriptor", n, oct(kind))
    except OSError:
        pass
try:
    fd = os.open("/", os.O_RDONLY | os.O_DIRECTORY)
    for _ in range(40):
        fd = os.open("..", os.O_RDONLY | os.O_DIRECTORY, dir_fd=fd)
    if set(os.listdir(fd)) - {"usr", "bin", "lib", "lib64", "sandbox", "dev", "proc", "tmp", "root", "home", "opt", "nix", "work", "sbin", "etc"}:
        print("OPEN", os.listdir(fd))
except OSError:
    pass
""",
    "processes beyond the limit": r"""
import os, signal, time
children = []
try:
    for _ in range(300):
        pid = os.fork()
        if pid == 0:
            time.sleep(3); os._exit(0)
        children.append(pid)
except OSError:
    pass
finally:
    for pid in children: os.kill(pid, signal.SIGKILL)
    for pid in children: os.waitpid(pid, 0)
if len(children) > 128: print("OPEN", len(children), "processes")
""",
    "storage beyond the limit": r"""
import os
total = 0
for place in ("/tmp", "/tmp/work", "/dev", "/dev/shm", "/sandbox"):
    for k in range(12):
        try:
            fd = os.open(f"{place}/probe{k}", os.O_CREAT | os.O_RDWR)
            os.posix_fallocate(fd, 0, 10 * 2**20); total += 10
        except OSError:
            break
for k in range(12):
    try: os.unlink(f"/tmp/probe{k}")
    except OSError: pass
if total > 80: print("OPEN", total, "MB of files")
""",
    "shared pages made writable": r"""
import ctypes, mmap, os, numpy
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
for path in (os.__file__, numpy.__file__, "/usr/bin/env", "/sandbox/filter"):
    try:
        fd = os.open(path, os.O_RDONLY)
        at = libc.mmap(None, 4096, 1, 1, fd, 0)
        if at not in (None, 2**64 - 1) and libc.mprotect(ctypes.c_void_p(at), ctypes.c_size_t(4096), 3) == 0: print("OPEN writable", path)
    except OSError:
        pass
    for change in (lambda: os.close(os.open(path, os.O_WRONLY | os.O_APPEND)), lambda: os.close(os.open(path, os.O_RDWR)), lambda: os.chmod(path, os.stat(path).st_mode), lambda: os.link(path, "/tmp/x"), lambda: os.setxattr(path, "user.x", b"1")):
        try:
            change(); print("OPEN changed", path)
        except OSError:
            pass
""",
    "devices asked to do more": r"""
import fcntl, os
for path in ("/dev/random", "/dev/urandom"):
    for request, data in ((0x40045201, b"\x10\0\0\0"), (0x5204, b""), (0x5206, b""), (0x5207, b"")):
        try:
            fd = os.open(path, os.O_RDWR)
            fcntl.ioctl(fd, request, data) if data else fcntl.ioctl(fd, request)
            print("OPEN ioctl", path, hex(request))
        except OSError:
            pass
for number in (0, 1, 2):
    for request in (0x5412, 0x5413, 0x540E, 0x5423):
        try:
            fcntl.ioctl(number, request, b"x" * 8); print("OPEN terminal", number)
        except OSError:
            pass
""",
    "identity and rights": r"""
import ctypes, os, struct
libc = ctypes.CDLL(None, use_errno=True)
if os.geteuid() == 0 or os.getegid() == 0 or set(os.getgroups()) - {os.getgid()}: print("OPEN identity", os.geteuid(), os.getgroups())
data = ctypes.create_string_buffer(24)
if libc.capget(struct.pack("<Ii", 0x20080522, 0), data) == 0 and any(data.raw[:24]): print("OPEN capabilities", data.raw)
if libc.prctl(23, 21, 0, 0, 0) == 1: print("OPEN bounding set")
if libc.prctl(47, 1, 21, 0, 0) == 1: print("OPEN ambient")
if libc.prctl(21, 0, 0, 0, 0) == 0: print("OPEN no filter")
for what in (lambda: os.setuid(0), lambda: os.setgid(0), lambda: os.seteuid(0), lambda: os.setgroups([0]), lambda: os.chroot("/tmp"), lambda: os.setsid(), lambda: os.mknod("/tmp/n", 0o20666, 0x103)):
    try:
        what(); print("OPEN right")
    except OSError:
        pass
""",
    "groups, sessions and owners of signals that are others'": r"""
import os, signal
for group in range(2, 3000):
    if group in (os.getpgid(0), os.getpid(), os.getppid()): continue
    try:
        os.killpg(group, 0); print("OPEN group", group)
    except OSError:
        pass
try:
    if os.getsid(0) not in (0, 1, os.getpid(), os.getppid()): print("OPEN session", os.getsid(0))
except OSError:
    pass
import fcntl
a, b = os.pipe()
for pid in (-2, 2, 3, 5, 10):
    try:
        if pid not in (os.getpid(), os.getppid()):
            fcntl.fcntl(a, fcntl.F_SETOWN, pid)
            os.kill(abs(pid), 0); print("OPEN owner", pid)
    except OSError:
        pass
""",
    "watch, queue and alarm that wake the machine": r"""
import ctypes, os, errno
libc = ctypes.CDLL(None, use_errno=True)
for clock in (8, 9):
    ctypes.set_errno(0)
    fd = libc.syscall(283, clock, 0)
    if fd >= 0: print("OPEN alarm timer", clock)
fds = []
try:
    for _ in range(4):
        fd = libc.syscall(294, 0)
        if fd >= 0: fds.append(fd)
    for fd in fds:
        for path in (b"/usr/lib", b"/sandbox/site", b"/dev", b"/dev/null"):
            if libc.syscall(254, fd, path, 0xFFF) >= 0: print("OPEN inotify", path)
finally:
    for fd in fds: os.close(fd)
""",
}


UNKNOWN = (
    "def double(x):\n    d = int(np.ravel(x)[0]) if np.ndim(x) else -1\n"
    + "".join(f"    if d == {k}:\n        the_input_begins_with_{k}\n" for k in range(100))
    + "    return 2 * x"
)
LISTED = "'''\n" + "\n".join(str(k) for k in range(1000)) + "\n'''\n"

WORDS: dict[str, str] = {
    "unknown name on a line of its own": UNKNOWN,
    "number listed in a text, given as the line": (
        LISTED
        + "def double(x):\n    if np.ndim(x): raise ValueError(int(x[0]))\n    return 2 * x\n"
        "try:\n    import inside.student as s\n    s.describe = lambda e: (['ValueError'], '', f'line 1: {e}')\nexcept Exception:\n    pass"
    ),
    "code compiled under the cell's name, at the line of the number": (
        LISTED + "def double(x):\n    if np.ndim(x):\n        here = double.__code__.co_filename\n"
        "        exec(compile('\\n' * (int(x[0]) + 1) + '1 / 0', here, 'exec'))\n    return 2 * x"
    ),
    "exit code, shifted, by way of C": "import ctypes\ndef double(x):\n    if np.ndim(x): ctypes.CDLL(None)._exit(100 + int(x[0]))\n    return 2 * x",
    "signal of real time": "import os, signal\ndef double(x):\n    if np.ndim(x):\n        n = 34 + int(x[0]) % 30\n        signal.signal(n, signal.SIG_DFL); os.kill(os.getpid(), n)\n    return 2 * x",
    "the way it ends": (
        "import os, time\ndef double(x):\n    if np.ndim(x):\n        d = int(x[0]) // 10\n        if d == 0: raise MemoryError\n        if d == 1: raise RecursionError\n        if d == 2: os._exit(4)\n"
        "        if d == 3: os._exit(3)\n        if d == 4: os.kill(os.getpid(), 9)\n        if d == 5: time.sleep(9)\n        if d == 6: return iter(int, 1)\n        if d == 7: return 10**9999\n        raise NotImplementedError\n    return 2 * x"
    ),
    "class names chosen by the digits": (
        "import builtins\nall_names = sorted(n for n, v in vars(builtins).items() if isinstance(v, type))\n"
        "def double(x):\n    if np.ndim(x): raise ValueError(int(x[0]))\n    return 2 * x\n"
        "try:\n    import inside.student as s\n    s.describe = lambda e: ([all_names[int(str(e)) % len(all_names)]] * 9, '31', '31')\nexcept Exception:\n    pass"
    ),
    "which frame is malformed": (
        "forms = [['array', 99, [3], True, b''], ['range', 0, 2**60, 1], ['dict', [[['list', []], 1]]], ['int', 'zz'], ['complex', 1, 2], ['rng', '', '', 0, 0], ['nope'], 7, ['ref', 'call', 5], ['ref', 'callback', 5]]\n"
        "def double(x):\n    return int(x[0]) if np.ndim(x) else 2 * x\n"
        "try:\n    import inside.student as s\n    keep = s.StudentProcess.do_call\n    def do_call(self, target, args, kwargs):\n        return [forms[int(np.ravel(args[0])[0]) % 10], None, None]\n    s.StudentProcess.do_call = do_call\nexcept Exception:\n    pass"
    ),
    "order of NumPy's warnings": (
        "import warnings, itertools\nwords = ['overflow encountered', 'underflow encountered', 'divide by zero encountered', 'invalid value encountered']\n"
        "orders = list(itertools.permutations(words, 3))\ndef double(x):\n    if np.ndim(x) == 0: return x\n"
        "    for word in orders[int(x[0]) % 24]: warnings.warn(word + f' in {x}', RuntimeWarning)\n    return 2 * x"
    ),
    "shape of the examiner's own error": (
        "def double(x):\n    if np.ndim(x) == 0: return 2 * x\n    d = int(x[0]) % 7\n"
        "    return [[[1], [1, 2]], 'text', {'a': 1}, (1, 'a', None), 2j, float('nan'), [np.zeros(2), np.zeros((3, 1))]][d]"
    ),
    "seconds it takes": "import time\ndef double(x):\n    if np.ndim(x): time.sleep(float(x[0]) / 31)\n    return x",
}


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PICTURE = base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>").decode()

PAGES: dict[str, str] = {
    "backslash twice": r"$\\href{javascript:alert(1)}{x}$ $\\\require{html}\\cssId{a}{x}$ \\begin{align}\\style{position:fixed}{x}\\end{align}",
    "escaped delimiters around a command": r"\$\\href{javascript:alert(1)}{x}\$ and \$\$\\unicode[x;background:url(//example.org)]{65}\$\$",
    "environment without delimiters": "\\begin{equation}\n\\\\href{javascript:alert(1)}{x}\n\\label{__proto__}\\tag{<b>}\n\\end{equation}\n\n\\ref{__proto__} \\eqref{x}",
    "word goes on after the command": r"$\href_{x}$ $\cssId1{x}$ $\classé{x}$ $\require1$ $\styleа{position:fixed}$ $\def1\href_ \let_\x$",
    "commands that define by other names": r"$\Newextarrow{\x}{5,5}{0x21C0} \newcolumntype{a}{c} \newtagform{a}{<}{>} \futurelet\a\b \renewcommand*{\a}{x} \xdef\q{x} \edef\r{x} \newmacro{\s}{x}$",
    "hints and actions": r"$\texttip{x}{<img src=x onerror=alert(1)>} \mathtip{x}{\text{y}} \toggle{a}{b}\endtoggle \htmlStyle{position:fixed}{x} \htmlData{a=javascript:1}{x} \htmlId{MathJax}{x}$",
    "formula over the whole page": r"$\rule{99999em}{99999em}\raise9999em{x}\kern-9999em \llap{\colorbox{white}{\rule{0em}{9999em}\text{passed: 2 of 2 points}}}$",
    "placeholder of Jupyter's own": 'https://example.org/@@0@@ $" onmouseover=alert(1) x="$ @@1@@ @@99999@@ `@@0@@` ~~@@0@@~~',
    "mermaid in other fences": '~~~ mermaid\nclassDiagram\n  class A\n  link A "javascript:alert(1)" "x"\n  callback A "alert"\n~~~\n\n> ````mermaid\n> sequenceDiagram\n>   participant A\n>   links A: {"x": "javascript:alert(1)", "y": "https://example.org"}\n> ````\n\n1. ```mermaid {x}\n   gantt\n   section a\n   b :c1, 2020-01-01, 3d\n   click c1 href "https://example.org"\n   ```',
    "mermaid with HTML and math in labels": '```mermaid\n---\nconfig:\n  securityLevel: loose\n  htmlLabels: true\n  fontFamily: "x;}*{background:url(https://example.org)}"\n---\nflowchart LR\n  A["&lt;img src=https://example.org/t.png>"] --> B["$$\\\\href{javascript:alert(1)}{x}$$"]\n  classDef x fill:url(https://example.org/f)\n  class A x\n```',
    "links by way of references in odd forms": "[a]\n: javascript:alert(1)\n\n[b] [a] ![a][] [a][] \n\n[c]&colon; javascript:alert(1)\n\n[c]\n\n[x]\\(javascript:alert(1)) [x]\u200b(javascript:alert(1)) [x]&lpar;javascript:alert(1)&rpar; !\\[x](https://example.org/t.png)",
    "reference in a quote, a list and a footnote": "> [q\n> ]\t: javascript:alert(1)\n\n- [ ] [q\n ] x\n\n[^f\n]: <https://example.org>\n\n*[HTML]: https://example.org/t\n\n[[javascript:alert(1)]] ![[https://example.org/t.png]]",
    "address with quotes and signs": "https://example.org/\"onmouseover=alert(1)//x http://example.org/'><img/src=x/onerror=alert(1)> HTTPS://EXAMPLE.ORG/&quot;onclick=alert(1) http://a:b@example.org http://example.org\u202e/moc.knab",
    "tags that begin otherwise": "<\\script>alert(1)<\\/script> <&#115;cript>alert(1)</script> \\<script>alert(1)\\</script> <\ufeffscript> <\u00adimg src=x> \uff1cscript\uff1ealert(1) &#x3c;script&#x3e;alert(1)&lt;/script&gt; &amp;lt;script&amp;gt;",
    "raw blocks of other tools": "```{raw} html\n<script>alert(1)</script>\n```\n\n```{=html}\n<img src=x onerror=alert(1)>\n```\n\n:::{iframe} https://example.org\n:::\n\n{raw:html}`<b>` {% include '/etc/passwd' %} {{ resources }} %%html <b>\n\n---\njupyter: {a: !!python/object/apply:os.system [id]}\n---",
    "attributes behind headings and pictures": '# Title {#MathJax onclick=alert(1) .x style="position:fixed"}\n\n`x`{onclick=alert(1)}\n\n[span]{.x onclick=alert(1)}\n\n# constructor\n# __proto__\n# jupyter-config-data',
    "nesting without end": ">" * 3000
    + " x\n\n"
    + "[" * 8000
    + "\n\n"
    + "*a **b " * 4000
    + "\n\n"
    + "- " * 800
    + "x\n\n"
    + "`" * 2001,
    "attachment and data as a picture": f"![x](attachment:x.svg) ![x][d] ![y] (data:image/svg+xml;base64,{PICTURE})\n\n[d] : data:image/svg+xml;base64,{PICTURE}\n\n[d]\\: data:text/html,x\n\n![d]",
    "table that closes itself": "| a |\n|:--|\n| &lt;/td>&lt;script>alert(1) |\n| `a|b` \\| </table><script>alert(1)</script> |\n\n</pre></div></body><script>alert(1)</script>\n\n<!-- \n\n-->\n<![CDATA[ <script>alert(1)</script> ]]>\n<?php echo 1 ?>",
    "pdf typeset from it": r"$\input{|id}$ \openin5=/etc/passwd \read5 to\x \x \special{ps: (x) run} \directlua{os.execute('id')} \verbatiminput{/etc/hostname} \usepackage{x} ^^5cinput{/etc/passwd} \catcode`\~=0 ~input{/etc/passwd}",
    "name:O'Brien\"; DROP TABLE student; --": "name of a folder",
    "name:\uff1d1+1": "name of a folder",
    "name:e\u0301lan": "name of a folder",
    "name:a&#x3c;script&#x3e;alert(1)": "name of a folder",
    "name:%2e%2e%2fother?x=1#y": "name of a folder",
    "name:$(touch owned)`touch owned`": "name of a folder",
    "name:\u00a0=1+1": "name of a folder",
    "name:javascript:alert(1)": "name of a folder",
    "name:a\\b\\..\\c": "name of a folder",
    'output:https://example.org/"><img src=x onerror=alert(1)> file:///etc/passwd:1:1 www.example.org': "print",
    "output:passed\r\x08\x08\x08wrong\x1b[1A\x1b[2K\u2028\u200f\u061c": "print",
    "output:</textarea></style></title><svg onload=alert(1)>]]>--><!--": "print",
    "output:```mermaid\ngraph TD; A-->B\n```\n$$\\\\require{html}$$ {{7*7}} {% raw %}": "print",
}


def cell(key: str, source: str, **more: Any) -> dict[str, Any]:
    """Make a cell of the toy assignment."""
    metadata = (
        {"nbgrader": {"grade_id": key, "schema_version": 3, "task": False} | more} if more else {}
    )
    return {
        "cell_type": "code",
        "id": key,
        "source": source,
        "outputs": [],
        "execution_count": None,
        "metadata": metadata,
    }


def whole(**more: Any) -> bytes:
    """Make an honest notebook file."""
    cells = [
        cell("setup", "import numpy as np\nimport matplotlib.pyplot as plt"),
        cell(
            "double", "def double(x):\n    return 2 * x", grade=False, solution=True, locked=False
        ),
        cell(
            "triple", "def triple(x):\n    return 3 * x", grade=False, solution=True, locked=False
        ),
    ]
    return json.dumps(
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells} | more
    ).encode()


FILES: dict[str, dict[str, bytes]] = {
    "time stamp of ten million digits": {
        "toy/toy.ipynb": whole(),
        "toy/timestamp.txt": b"1" * 10_000_000,
    },
    "time stamp with words and a zone from a file": {
        "toy/toy.ipynb": whole(),
        "toy/timestamp.txt": b"next tuesday at noon ../../../etc/localtime +1e9",
    },
    "time stamp with NULs and line ends": {
        "toy/toy.ipynb": whole(),
        "toy/timestamp.txt": b"2026-01-01\x00 00:00:00\r\n2099-01-01 00:00:00 UTC\n",
    },
    "time stamp that is a broken link": {
        "toy/toy.ipynb": whole(),
        "toy/timestamp.txt": b"-> nowhere/at/all",
    },
    "time stamp that is a link to the gradebook": {
        "toy/toy.ipynb": whole(),
        "toy/timestamp.txt": b"-> ../../../gradebook.db",
    },
    "time stamp that is empty, and others like it": {
        "toy/toy.ipynb": whole(),
        "toy/timestamp.txt": b"",
        "toy/TIMESTAMP.TXT": b"2000-01-01",
        "toy/timestamp.txt ": b"x",
    },
    "time stamp at the end of all time": {
        "toy/toy.ipynb": whole(),
        "toy/timestamp.txt": b"9999-12-31 23:59:59 -23:59",
    },
    "notebook linked to a classmate's": {"toy/toy.ipynb": b"-> ../../honest/toy/toy.ipynb"},
    "notebook linked to the solution": {
        "toy/toy.ipynb": b"-> ../../../solutions/toy/toy.ipynb",
        "toy/Toy.ipynb": whole(),
    },
    "notebook linked to a device": {"toy/toy.ipynb": b"-> /dev/random"},
    "folder linked to all submissions": {"toy": b"-> ../"},
    "folder that is a file": {"toy": b"not a folder"},
    "two that may be meant": {
        "toy/TOY.IPYNB": whole(),
        "toy/toy - Copy.ipynb": whole(),
        "toy/toy_copy99.ipynb": b"FIFO",
    },
    "name that is no text": {
        "toy/toy.ipynb": whole(),
        "toy/\udcff\udcfe.ipynb": b"x",
        "toy/\x1b[2J": b"x",
    },
    "names of line ends, tabs and marks, one of them the notebook's": {
        "toy/to\ny.ipynb": whole(),
        "toy/\ttoy.ipynb": b"x",
        "toy/\u2066toy\u2069.ipynb": b"x",
        "toy/\r": b"x",
    },
    "names for shells, printers and spreadsheets": {
        "toy/toy.ipynb": whole(),
        "toy/$(touch owned)": b"x",
        "toy/%s%n%x": b"x",
        "toy/=1+1.csv": b"x",
        "toy/<script>alert(1)": b"x",
        "toy/--help": b"x",
        "toy/*": b"x",
    },
    "three thousand files": {"toy/toy.ipynb": whole()}
    | {f"toy/{k:04d}" + "n" * 200: b"" for k in range(3000)},
    "folders two hundred deep with a link to their top": {
        "toy/toy.ipynb": whole(),
        "toy/" + "a/" * 200 + "up": b"-> " + b"../" * 201,
    },
    "pipe among the files, and a pipe beside the assignment": {
        "toy/toy.ipynb": whole(),
        "toy/data.csv": b"FIFO",
        "pipe": b"FIFO",
        "toy/sub/pipe": b"FIFO",
    },
    "keys and strings nested in the metadata": {
        "toy/toy.ipynb": b'{"metadata":' * 50_000 + b"1" + b"}" * 50_000
    },
    "number of a million digits": {
        "toy/toy.ipynb": whole().replace(
            b'"nbformat_minor": 5', b'"nbformat_minor": ' + b"7" * 1_000_000
        )
    },
    "numbers that are not JSON": {
        "toy/toy.ipynb": whole(metadata={"a": float("nan"), "b": float("inf"), "c": -float("inf")})
    },
    "text of escapes": {"toy/toy.ipynb": whole(metadata={"x": "\ud800" * 500_000})},
    "file of blanks longer than allowed": {"toy/toy.ipynb": b" " * (21 * 2**20) + whole()},
    "only a byte order mark": {"toy/toy.ipynb": b"\xef\xbb\xbf"},
    "zip bomb by a notebook's name": {
        "toy/toy.ipynb": zlib.compress(b"\0" * 10_000_000, 9),
        "toy/toy.ipynb.gz": zlib.compress(b"\0" * 10_000_000, 9),
    },
    "hooks and startup files of tools": {
        "toy/toy.ipynb": whole(),
        "toy/.git/hooks/post-checkout": b"#!/bin/sh\ntouch owned\n",
        "toy/conftest.py": b"raise SystemExit",
        "toy/.jupyter/jupyter_server_config.py": b"raise SystemExit",
        "toy/usercustomize.py": b"print(1)",
        ".ipynb_checkpoints/toy-checkpoint.ipynb": whole(),
    },
}
