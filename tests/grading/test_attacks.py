# ruff: noqa: E501 (sources of notebooks are one line each)
"""
Submissions that try for points, for secrets, or for the machine.

Most are answers to `double`, and wrong (`attacks.py`). They must earn nothing there, and the
machine, the other exercise and the other students must not notice.
"""

import base64
import json
import os
import re
import runpy
import socket
import struct
import threading
import time
from dataclasses import replace
from pathlib import Path

import msgpack
import nbconvert.filters
import pyseccomp
import pytest

from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.examine.outputs import clean_markdown, clean_outputs
from course_lib.grading.examine.session import ending
from course_lib.grading.examine.submission import locate
from course_lib.grading.grade import grade
from course_lib.grading.inside.wire import Channel, Decoder, Late, WireError
from course_lib.grading.sandbox import seccomp
from course_lib.grading.sandbox.cgroups import Group
from course_lib.grading.sandbox.limits import Limits

ATTACKS = runpy.run_path(str(Path(__file__).with_name("attacks.py")))
FORGERIES, TAMPERED = ATTACKS["FORGERIES"], ATTACKS["TAMPERED"]


@pytest.mark.parametrize("name", FORGERIES)
def test_wrong_answer_earns_nothing(graded, name):
    outcomes = graded(FORGERIES[name])
    assert "passed" not in (outcomes["double-visible"], outcomes["double-hidden"])


HONEST_AFTER = {"double-visible": "passed", "double-hidden": "passed", "triple-visible": "passed"}


@pytest.mark.parametrize(
    "name", ["fork bomb", "everything killed", "growing list", "endless frame announced"]
)
def test_honest_student_after_an_attacker_is_not_affected(graded, toy, name):
    graded(FORGERIES[name])
    assert toy.outcomes(toy.notebook()) == HONEST_AFTER


@pytest.mark.parametrize("name", TAMPERED)
def test_wrong_answer_in_a_tampered_file_earns_nothing(toy, sandboxed, name):
    notebook = TAMPERED[name](toy.notebook("def double(x):\n    return x"))
    record = toy.grade(notebook).record
    earned = {cell.grade_id: cell.points for cell in record.cells}
    assert earned["double-visible"] == earned["double-hidden"] == 0
    assert record.max_score == 4.0
    assert record.status == "failed" or earned["triple-visible"] == 1.0


def printed(toy, source):
    """Run a cell of the student's own; give what it printed."""
    own = toy.code("own", source)
    notebook = toy.grade(toy.notebook(extra=(own,))).notebook
    cell = next(cell for cell in notebook["cells"] if source in cell["source"])
    return "".join(output.get("text", "") + output.get("ename", "") for output in cell["outputs"])


REFUSED = {
    "network": "import socket; socket.socket()",
    "unix socket": "import socket; socket.socket(socket.AF_UNIX)",
    "become root": "import os; os.setuid(0)",
    "mount": "import ctypes as c; l = c.CDLL(None, use_errno=True)\n"
    "if l.mount(b'x', b'/tmp', b'tmpfs', 0, None): raise PermissionError",
    "new user namespace": "import ctypes as c; l = c.CDLL(None, use_errno=True)\n"
    "if l.unshare(0x10000000): raise PermissionError",
    "ptrace": "import ctypes as c; l = c.CDLL(None, use_errno=True)\n"
    "if l.ptrace(16, 1, 0, 0): raise PermissionError",
    "io_uring": "import ctypes as c; l = c.CDLL(None, use_errno=True)\n"
    "if l.syscall(425, 8, 0) < 0: raise PermissionError",
    "write to the interpreter": "import os; open(os.__file__, 'a')",
    "write to a package": "import numpy; open(numpy.__file__, 'a')",
    "write to the root": "open('/x', 'w')",
    "write to a device": "open('/dev/x', 'w')",
    "more memory": "import resource as r; r.setrlimit(r.RLIMIT_AS, (-1, -1))",
    "more time": "import resource as r; r.setrlimit(r.RLIMIT_CPU, (-1, -1))",
    "password file": "open('/etc/passwd')",
    "process list": "open('/proc/self/environ')",
    "session of its own": "import os; os.setsid()",
    "time of the machine": "import time; time.clock_settime(time.CLOCK_REALTIME, 0)",
    "shared memory": "from multiprocessing import shared_memory as s; s.SharedMemory('x', True, 9)",
    "keyboard": "input()",
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused(toy, sandboxed, name):
    assert any(
        error in printed(toy, REFUSED[name])
        for error in ("PermissionError", "OSError", "FileNotFoundError", "ValueError", "EOFError")
    )


@pytest.mark.parametrize(
    "module",
    ["scipy", "sklearn", "torch", "sympy", "nbgrader", "course_lib.binary_cross_entropy",
     "course_lib.checks.exercises", "course_lib.grading", "course_lib.publishing"],
)  # fmt: skip
def test_it_cannot_be_imported(toy, sandboxed, module):
    assert "ModuleNotFoundError" in printed(toy, f"import {module}")


@pytest.mark.parametrize("module", ["course_lib.relu", "course_lib.networks.passes"])
def test_the_chapters_that_a_student_has_are_not_where_work_is_judged(toy, module, sandboxed):
    opened = "from course_lib._own import supply\nsupply({})\n"
    missing = module.removesuffix(".passes")  # of a folder that is not there, the folder
    assert f"No module named '{missing}'" in printed(toy, f"{opened}import {module}")


def test_environment_holds_no_secret(toy, sandboxed, monkeypatch):
    monkeypatch.setenv("COURSE_TOKEN", "hush")
    assert "hush" not in printed(toy, "import os; print(dict(os.environ))")


def test_course_directory_is_not_visible(toy, sandboxed):
    assert "False" in printed(toy, f"import os; print(os.path.exists({str(toy.root)!r}))")


def test_nothing_is_left_for_the_next_student(toy, sandboxed):
    printed(toy, "import numpy, builtins; open('/tmp/left', 'w').close(); builtins.left = 1")
    after = "import os, builtins; print(os.listdir('/tmp'), hasattr(builtins, 'left'))"
    assert printed(toy, after) == "['work'] False\n"


def test_detached_process_dies_with_the_submission(toy, sandboxed):
    source = "import subprocess as s, sys; s.Popen([sys.executable, '-S', '-c', 'import time; time.sleep(98765)']); print('ok')"
    assert "ok" in printed(toy, source)
    source = "import os\nif not os.fork():\n    os.fork() and os._exit(0)\n    os.execlp('sh', 'sh', '-c', 'read x; : 98765')\nprint('ok')"
    assert "ok" in printed(toy, source)
    assert not any("98765" in line for line in command_lines())


def command_lines():
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            yield path.read_text()
        except OSError:
            continue


def test_hidden_input_cannot_be_carried_into_an_output(toy, sandboxed):
    source = (
        "import os\ndef double(x):\n    open('/tmp/leak', 'a').write(repr(x))\n"
        "    os.write(pipe[1], repr(x).encode())\n    return 2 * x\npipe = os.pipe()"
    )
    notebook = toy.notebook(source)
    show = "import os, time; os.set_blocking(pipe[0], False); print(open('/tmp/leak').read(), os.read(pipe[0], 99))"
    notebook["cells"].append(toy.code("show", show))
    graded = toy.grade(notebook)
    assert "31." not in str(graded.notebook).replace(str(toy.assignment.notebook), "").replace(
        "secret_input = np.array([31.0, 41.0, 59.0])", ""
    ).replace("secret_input, [31.0, 41.0, 59.0]", "")


def test_hidden_input_cannot_be_carried_into_a_message(toy, sandboxed):
    source = "def double(x):\n    if np.ndim(x): raise type(f'E{x}', (ValueError,), {})(x)\n    return 2 * x"
    record = toy.grade(toy.notebook(source)).record
    assert "31" not in record.cells[1].message


def test_outputs_hold_no_script(toy, sandboxed):
    own = toy.code(
        "own",
        "from IPython.display import HTML, SVG, Javascript, Markdown, display\n"
        "display(HTML('<script>1</script>'), Javascript('1'), Markdown('<script>'))\n"
        "display({'image/png': 'PHNjcmlwdD4=', 'text/html': '<script>'}, raw=True)",
    )
    notebook = toy.grade(toy.notebook(extra=(own,))).notebook
    mimes = {m for c in notebook["cells"] for o in c.get("outputs", ()) for m in o.get("data", {})}
    assert mimes <= {"text/plain"}


def test_output_flood_is_cut(toy, sandboxed):
    own = toy.code("own", "for k in range(30): print('x' * 10**7)")
    assert len(str(toy.grade(toy.notebook(extra=(own,))).notebook)) < 10**6


def test_modules_in_the_submission_folder_are_not_importable(toy, sandboxed):
    toy.submit("a", toy.notebook())
    toy.write("submitted/a/toy/shadow.py", "print('shadow')")
    assert "ModuleNotFoundError" in printed(toy, "import shadow")


def test_file_descriptors_do_not_leak(graded):
    graded("def double(x):\n    return x")
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        graded("import os; os._exit(0)")
    assert len(os.listdir("/proc/self/fd")) <= before


# System calls by which others got out, or which nobody needs here.
FORBIDDEN = """
io_uring_setup io_uring_enter io_uring_register userfaultfd keyctl add_key request_key clone3 ptrace
process_vm_readv process_vm_writev perf_event_open bpf mount umount2 fsopen fsconfig fsmount fspick
open_tree move_mount mount_setattr pivot_root chroot open_by_handle_at name_to_handle_at memfd_create
memfd_secret execveat pidfd_getfd pidfd_send_signal process_madvise kcmp setns unshare landlock_create_ruleset
seccomp shmget shmat msgget semget mq_open personality syslog quotactl init_module finit_module
delete_module kexec_load kexec_file_load swapon swapoff reboot sethostname setdomainname settimeofday
clock_settime adjtimex clock_adjtime acct ioperm iopl modify_ldt splice tee vmsplice setsid setuid
setgid setreuid setresuid setgroups capset socket bind connect listen accept accept4 recvmmsg
fanotify_init fanotify_mark inotify_add_watch lookup_dcookie mlock mlockall migrate_pages move_pages
mbind set_mempolicy remap_file_pages rt_sigqueueinfo rt_tgsigqueueinfo sched_setscheduler
sched_setattr ioprio_set mknod mknodat chown fchown lchown fchownat setxattr removexattr vhangup
"""


def test_no_system_call_that_is_not_needed_gets_through(toy, sandboxed):
    assert not set(FORBIDDEN.split()) & set(seccomp.ALLOWED)
    numbers = {
        name: pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name) for name in FORBIDDEN.split()
    }
    known = {name: number for name, number in numbers.items() if number >= 0}
    source = (
        "import ctypes, errno\ncall = ctypes.CDLL(None, use_errno=True).syscall\n"
        f"for name, number in {known}.items():\n    done = call(number, -1, 0, 0, 0, 0, 0)\n"
        "    if done != -1 or ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS): print(name)\nprint('end')"
    )
    assert len(known) > 60
    assert printed(toy, source) == "end\n"


def test_surroundings_tell_nothing(toy, sandboxed):
    toy.submit("zaphod", toy.notebook())
    source = (
        "import os, sys, socket, resource\nfrom contextlib import suppress\nopen_files = []\n"
        "for number in range(resource.getrlimit(resource.RLIMIT_NOFILE)[0]):\n"
        "    with suppress(OSError): open_files.append(os.fstat(number) and number)\n"
        "print(os.listdir('/proc'), os.path.exists('/sys'), os.path.exists('/dev/shm'), len(open_files))\n"
        "print(socket.gethostname(), os.getcwd(), dict(os.environ), sys.argv, os.listdir('/tmp'))"
    )
    shown = printed(toy, source)
    assert shown.startswith(
        "[] False False 4\nsandbox /tmp/work "
    )  # three on the null device, the line
    assert "zaphod" not in shown


def test_sandboxes_share_the_cores_evenly(toy, sandboxed):
    group = Group.make(Limits())
    if group is None:  # an ordinary user's: then by session, of which student code opens none
        assert "PermissionError" in printed(toy, "import os; os.setsid()")
        return
    controllers = {directory.parent.name for directory in group.directories}
    group.remove()
    assert "cpu" in controllers or len(group.directories) == 1  # version 2 has one for all


# ------------------------------------------------------------------ what hidden tests keep to themselves

SECRET = """### BEGIN HIDDEN TESTS
secret = np.array([31.0, 41.0, 59.0])
{}
### END HIDDEN TESTS"""
HONEST_TEST = "assert np.array_equal(double(secret), 2 * secret)"
MESSENGERS = {
    "name of a type": (
        "def double(x):\n    return type(repr(x), (), {'__module__': 'm'})()",
        HONEST_TEST,
    ),
    "name of an exception": (
        "def double(x):\n    raise type(repr(x), (ValueError,), {})(repr(x))",
        HONEST_TEST,
    ),
    "line that is not the notebook's": (
        "import inside.student as s\ns.describe = lambda e: (['ValueError'], str(e), f'line 1: {e}')\n"
        "def double(x):\n    raise ValueError(repr(x))",
        HONEST_TEST,
    ),
    "malformed frame": (
        "import inside.student as s\ns.StudentProcess.do_call = lambda self, f, a, k: [['int', repr(a)], None]\n"
        "def double(x):\n    return x",
        HONEST_TEST,
    ),
    "tag of a frame": (
        "import inside.student as s\ns.StudentProcess.do_call = lambda self, f, a, k: [[repr(a)], None]\n"
        "def double(x):\n    return x",
        HONEST_TEST,
    ),
    "reason why it cannot be sent": (
        "import inside.student as s\ns.encode_ = s.encode\n"
        "def double(x):\n    raise s.Unsendable(repr(x))",
        HONEST_TEST,
    ),
    "what numpy.testing prints": (
        "def double(x):\n    return x",
        "np.testing.assert_allclose(double(secret), 2 * secret)",
    ),
    "what an f-string prints": (
        "def double(x):\n    return x",
        "got = double(secret)\nassert got.sum() == 262, f'{got} for {secret}'",
    ),
    "text that is no number": (
        "def double(x):\n    return str(x)",
        "assert float(double(secret)) == 262",
    ),
    "key that is missing": ("def double(x):\n    return str(x)", "assert {}[double(secret)]"),
    "report of the end": (
        "import inside.student as s, os\n"
        "s.StudentProcess.wait = lambda self, child: (int('31' * 50), 0.0)\n"
        "def double(x):\n    os._exit(31)",
        HONEST_TEST,
    ),
}


@pytest.mark.parametrize("name", MESSENGERS)
def test_no_word_of_the_student_leaves_a_hidden_test(toy, sandboxed, name):
    source, test = MESSENGERS[name]
    cells = [
        toy.code("setup", "import numpy as np"),
        toy.answer("double", source),
        toy.test_cell("double-hidden", SECRET.format(test), 2),
    ]
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    toy.write("solutions/toy/toy.ipynb", notebook)
    cell = toy.grade(notebook).record.cells[0]
    assert cell.points == 0
    assert not {"31", "41", "59", "62"} & set(
        re.findall(r"\d\d", cell.message.replace("(exit code 31)", ""))
    )


def test_no_word_of_the_student_leaves_a_hidden_check(toy, sandboxed):
    cells = [
        toy.code("setup", "from course_lib.checks import check"),
        toy.answer(
            "initialize_parameters",
            "def initialize_parameters(*a, **k):\n    return {'W': f'secret {a} {k}', 'b': 0}",
        ),
        toy.test_cell(
            "initialize_parameters-hidden",
            "check('initialize_parameters', initialize_parameters, hidden=True)",
            2,
        ),
    ]
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    toy.write("solutions/toy/toy.ipynb", notebook)
    cell = toy.grade(notebook).record.cells[0]
    assert cell.status == "wrong"
    assert "secret" not in cell.message


def test_seed_of_the_hidden_cases_is_not_in_the_students_process(toy, sandboxed):
    source = (
        "import gc, inside.student as s\n"
        "print(next(o for o in gc.get_objects() if isinstance(o, s.StudentProcess)).limits)"
    )
    own = toy.code("own", source)
    notebook = toy.grade(toy.notebook(extra=(own,)), seed=987654321).notebook
    text = str([cell["outputs"] for cell in notebook["cells"] if cell["source"] == source])
    assert "'seed': " in text
    assert "987654321" not in text


def test_report_of_an_ending_is_held_to_its_range():
    assert "31" not in ending([10**30 + 31, 0.0], Limits()).message
    assert ending(["timeout", 0.0], Limits()).status == "refused"


# ------------------------------------------------------------------ the line, and the examiner's own time and memory


@pytest.fixture
def line():
    """Two ends of a line; the first one is the examiner's."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Channel(ours), theirs


def frame(coded):
    payload = msgpack.packb(coded) if not isinstance(coded, bytes) else coded
    return struct.pack("<I", len(payload)) + payload


def test_frame_of_very_many_parts_is_refused_while_it_is_read(line):
    channel, theirs = line
    parts = b"\xdd" + struct.pack(">I", 150_000) + b"\x90" * 150_000
    theirs.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**22)
    thread = threading.Thread(target=theirs.sendall, args=(frame(b"\x98" + parts * 8),))
    thread.start()
    with pytest.raises(WireError, match="too many parts"):
        channel.receive(time.monotonic() + 20)
    thread.join()


def test_flood_does_not_move_the_deadline(line):
    channel, theirs = line
    theirs.sendall(frame(None) * 9)
    channel.receive(time.monotonic() + 9)
    with pytest.raises(Late):
        channel.receive(time.monotonic() - 0.1)


@pytest.mark.parametrize(
    "coded",
    [
        ["range", 0, 10**15, 1],
        ["dict", [[k, None] for k in range(6000)]],
        ["array", 11, [2**20, 0, 2**20], True, b""],
    ],
    ids=["range", "dict", "array"],
)
def test_value_that_costs_more_than_it_takes_to_send_is_refused(coded):
    with pytest.raises(WireError):
        Decoder().decode(coded)


def test_loop_of_a_test_cell_over_a_students_number_ends(toy, sandboxed, quick, monkeypatch):
    monkeypatch.setattr("course_lib.grading.examine.examiner.GRACE", 0.2)
    cells = [
        toy.answer("count", "def count():\n    return 10**15"),
        toy.test_cell("count-visible", "for k in range(count()):\n    pass", 1),
    ]
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    toy.write("solutions/toy/toy.ipynb", notebook)
    limits = replace(quick, question_wall=0.5)
    assert toy.outcomes(notebook, limits=limits) == {"count-visible": "timeout"}


@pytest.mark.parametrize(
    "test", ["assert sum([1, 2]) == 3", "def go(): return sum([1, 2])\nassert go() == 3"]
)
def test_answer_named_like_a_function_of_python_is_the_one_that_is_judged(toy, sandboxed, test):
    answer = toy.answer("sum", "def sum(values):\n    return 4")
    notebook = {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {},
        "cells": [answer, toy.test_cell("sum-visible", test, 1)],
    }
    toy.write("solutions/toy/toy.ipynb", notebook)
    assert toy.outcomes(notebook) == {"sum-visible": "wrong"}


def test_outputs_of_all_cells_together_have_a_limit(toy, sandboxed, quick):
    lie = (
        "import inside.student as s\n"
        "output = {'output_type': 'stream', 'name': 'stdout', 'text': 'x' * 90_000}\n"
        "s.StudentProcess.run = lambda self, *cell: (True, [output], 0.0)"
    )
    own = (toy.code("lie", lie), *(toy.code(f"own{k}", "1") for k in range(9)))
    limits = replace(quick, output_bytes=20_000)
    notebook = toy.grade(toy.notebook(extra=own), limits=limits).notebook
    assert len(json.dumps(notebook)) < 250_000
    assert "shows more than is kept" in str(notebook)


# ------------------------------------------------------------------ pages


def picture(mime, header):
    data = {mime: base64.b64encode(header).decode()}
    return clean_outputs([{"output_type": "display_data", "data": data}])


def png(width, height):
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height)


def jpeg(width, height):
    start = b"\xff\xd8\xff\xe0\0\x10" + bytes(14)
    return start + b"\xff\xc0\0\x11\x08" + struct.pack(">HH", height, width)


@pytest.mark.parametrize(("mime", "header"), [("image/png", png), ("image/jpeg", jpeg)])
def test_picture_of_very_many_pixels_is_dropped(mime, header):
    assert picture(mime, header(640, 480))
    assert not picture(mime, header(65_000, 65_000))
    assert not picture(mime, header(640, 480)[:12])


@pytest.mark.parametrize(
    "text",
    [
        "<script>1</script>", "[a](javascript:1)", "![a](https://example.org/track.png)",
        "> [a]: javascript:1\n\n[a]", "* [a]: https://example.org\n\n![x][a]", "<https://example.org>",
        r"$\href{javascript:1}{a}$", r"$\bbox[background:url(//example.org)]{a}$",
        r"$\let\x\href \x{javascript:1}{a}$", r"$\csname href\endcsname{javascript:1}{a}$",
    ],
)  # fmt: skip
def test_written_answer_loads_and_runs_nothing(text):
    page = nbconvert.filters.markdown2html(clean_markdown(text))
    assert not re.search(r"<(script|img)\b|\\(href|bbox|let|csname)\b", page)
    links = re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)', page)
    assert all(shown.startswith("https://") for _, shown in links)  # a bare address shows itself


def test_names_of_files_cannot_command_a_terminal(tmp_path):
    folder = tmp_path / "submitted" / "a" / "toy"
    folder.mkdir(parents=True)
    for name in (b"toy.ipynb", b"\x1b[31m.txt", b"\xff\x07.csv"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text("{}")
    _, notes = locate(folder, Assignment("toy", '{"cells": []}'), 100)
    assert notes[0].isprintable()
    assert notes[0].encode()


# ------------------------------------------------------------------ a class


HONEST = {
    "partly": "def double(x):\n    return 2 * x if np.ndim(x) == 0 else x",
    "solved": "def double(x):\n    return 2 * x",
    "stub": "def double(x):\n    raise NotImplementedError",
}
AMONG_THEM = (
    "everything killed", "endless frame announced", "growing list", "text of 100 MB",
    "NumPy replaced as a module", "shell patched", "dict of keys that collide",
)  # fmt: skip


def test_honest_scores_are_the_same_with_attackers_in_the_class(toy, here, quick):
    for student, source in HONEST.items():
        toy.submit(student, toy.notebook(source))
    settings = {"jobs": 1, "limits": quick, "seed": 7, "force": True}
    alone = {r.student: verdicts(r) for r in grade("toy", toy.root, **settings)}
    for number, name in enumerate(AMONG_THEM):
        toy.submit(f"{'adgmqtz'[number]}-attacker", toy.notebook(FORGERIES[name]))
    toy.submit("b-broken", b"\xff\xfe{")
    toy.submit("e-late", toy.notebook())
    toy.write("submitted/e-late/toy/timestamp.txt", "9" * 30)
    os.mkfifo(toy.root / "submitted" / "b-broken" / "toy" / "pipe")
    os.mkdir(os.fsencode(toy.root / "submitted") + b"/f\x1b\xff")
    mixed = {r.student: verdicts(r) for r in grade("toy", toy.root, **settings)}
    assert {student: mixed[student] for student in HONEST} == alone
    assert mixed["e-late"][0] == 4.0
    assert len(mixed) == len(HONEST) + len(AMONG_THEM) + 3
    assert [alone[name][0] for name in ("partly", "solved", "stub")] == [2.0, 4.0, 1.0]
    assert all(mixed[f"{'adgmqtz'[k]}-attacker"][0] <= 1.0 for k in range(len(AMONG_THEM)))


def verdicts(record):
    """Give what a grade consists of, without times."""
    return record.score, [(c.grade_id, c.status, c.points) for c in record.cells]
