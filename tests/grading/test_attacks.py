# ruff: noqa: E501 (sources of notebooks are one line each)
"""
Submissions that try for points, for secrets, or for the machine.

Each attack is the student's answer to `double`, and wrong. It must earn nothing
there, and the machine, the other exercise and the other students must not notice.
"""

import os
from pathlib import Path

import pytest

# Wrong answers that try to look right. {name: source of the answer cell}
FORGERIES = {
    "displayhook shows a result": (
        "import sys\ndef double(x):\n    sys.displayhook('ok')\n    sys.displayhook(3.0)"
    ),
    "thread shows results for ever": (
        "import sys, threading\ndef spam():\n    while True:\n        sys.displayhook('ok')\n"
        "threading.Thread(target=spam, daemon=True).start()\ndef double(x):\n    return x"
    ),
    "assertions stripped by an AST transformer": (
        "import ast\nclass Strip(ast.NodeTransformer):\n    def visit_Assert(self, node):\n"
        "        return ast.Pass()\nget_ipython().ast_transformers.append(Strip())\n"
        "def double(x):\n    return x"
    ),
    "numpy patched": (
        "import numpy as np\nnp.array_equal = np.allclose = lambda *a, **k: True\n"
        "np.testing.assert_allclose = lambda *a, **k: None\ndef double(x):\n    return x"
    ),
    "builtins patched": (
        "import builtins\nbuiltins.AssertionError = type('Never', (Exception,), {})\n"
        "builtins.all = lambda *a: True\ndef double(x):\n    return x"
    ),
    "object equal to everything": (
        "class Any:\n    def __eq__(self, other): return True\n    def __bool__(self): return True\n"
        "    def __array__(self, *a, **k): return np.array([62., 82., 118.])\n"
        "def double(x):\n    return Any()"
    ),
    "float equal to everything": (
        "class F(float):\n    def __eq__(self, other): return True\n    __hash__ = None\n"
        "def double(x):\n    return F(1)"
    ),
    "array subclass equal to everything": (
        "class A(np.ndarray):\n    def __eq__(self, other): return np.ones(self.shape, bool)\n"
        "    def __array_function__(self, *a): return True\n"
        "    def __array_ufunc__(self, *a, **k): return np.ones(3, bool)\n"
        "def double(x):\n    return np.zeros(3).view(A)"
    ),
    "expected value taken from frames": (
        "import sys\ndef double(x):\n    frame = sys._getframe()\n    while frame:\n"
        "        for space in (frame.f_locals, frame.f_globals):\n"
        "            if 'expected' in space: return space['expected']\n        frame = frame.f_back\n"
        "    return x"
    ),
    "expected value searched in memory": (
        "import gc\ndef double(x):\n    for thing in gc.get_objects():\n"
        "        if isinstance(thing, str) and 'assert' in thing and 'double' in thing:\n"
        "            raise SystemExit(thing)\n    return x"
    ),
    "reference imported": (
        "def double(x):\n    import course_lib.grading.examiner, course_lib.checks.exercises\n"
        "    return 2 * x"
    ),
    "source read from disk": (
        "import glob\ndef double(x):\n    files = glob.glob('/**/toy.ipynb', recursive=True)\n"
        "    return 2 * x if files else x"
    ),
    "exception that claims to be a pass": (
        "class CheckPassed(AssertionError): pass\ndef double(x):\n    raise CheckPassed('passed')"
    ),
    "interpreter ended": "import os\ndef double(x):\n    os._exit(0)",
    "kernel asked to exit": "def double(x):\n    get_ipython().ask_exit(); exit()",
    "everything killed": "import os\ndef double(x):\n    os.kill(-1, 9)",
    "process group killed": "import os\ndef double(x):\n    os.killpg(0, 9)",
    "init killed": "import os\ndef double(x):\n    [os.kill(1, s) for s in range(1, 32)]",
    "garbage on every open socket": (
        "import os\ndef double(x):\n    for fd in range(3, 128):\n        try: os.write(fd, b'\\xc1' * 99)\n"
        "        except OSError: pass\n    return x"
    ),
    "endless frame announced": (
        "import os\ndef double(x):\n    for fd in range(3, 128):\n"
        "        try: os.write(fd, b'\\xff\\xff\\xff\\xff')\n        except OSError: pass\n    return x"
    ),
    "answers sent before they are asked for": (
        "import os, struct, msgpack\nframe = msgpack.packb(['tuple', ['value', 4, None]])\n"
        "frame = struct.pack('<I', len(frame)) + frame\n"
        "for fd in range(3, 128):\n    try: os.write(fd, frame * 50)\n    except OSError: pass\n"
        "def double(x):\n    return x"
    ),
    "handles that do not exist": (
        "import inside.student as s\ns.StudentProcess.refer = lambda self, v: ('call', [10**9, 'x'])\n"
        "class C: pass\ndef double(x):\n    return C()"
    ),
    "callback number that does not exist": (
        "import inside.student as s\ndef double(x):\n    import gc\n"
        "    p = next(o for o in gc.get_objects() if isinstance(o, s.StudentProcess))\n"
        "    return s.Callback(p, 7)(x)"
    ),
    "protocol told that the cell passed": (
        "import inside.student as s\n"
        "s.StudentProcess.answer = lambda self, r: self.reply('ended', 0, 0.0)\n"
        "def double(x):\n    return x"
    ),
    "fork that answers in place of the question": (
        "import os\nos.fork = lambda: 0\ndef double(x):\n    return x"
    ),
    "nested value without end": ("def double(x):\n    a = []\n    a.append(a)\n    return a"),
    "iterator without end": "def double(x):\n    while True: yield x",
    "array of 8 GB by stride tricks": (
        "def double(x):\n    return np.broadcast_to(np.float64(4), (10**9,))"
    ),
    "exception whose text cannot be made": (
        "class E(Exception):\n    def __str__(self): raise E\n    __repr__ = __str__\n"
        "def double(x):\n    raise E"
    ),
    "exception text of 100 MB": "def double(x):\n    raise ValueError('x' * 10**8)",
    "timers switched off": (
        "import signal\ndef double(x):\n    signal.setitimer(signal.ITIMER_PROF, 0)\n"
        "    signal.setitimer(signal.ITIMER_REAL, 0)\n    while True: pass"
    ),
    "every exception swallowed": (
        "def double(x):\n    while True:\n        try:\n            while True: pass\n"
        "        except BaseException: pass"
    ),
    "fork bomb": "import os\ndef double(x):\n    while True:\n        try: os.fork()\n        except OSError: pass",
    "thread bomb": (
        "import threading, time\ndef double(x):\n    while True:\n"
        "        threading.Thread(target=time.sleep, args=(99,)).start()"
    ),
    "growing list": "def double(x):\n    a = []\n    while True: a.append(bytearray(10**7))",
    "temporary storage filled": (
        "def double(x):\n    k = 0\n    while True:\n        k += 1\n"
        "        open(f'/tmp/{k}', 'wb').write(b'x' * 10**6)"
    ),
    "recursion in C": (
        "def double(x):\n    import sys\n    sys.setrecursionlimit(10**9)\n"
        "    def down(k): return down(k + 1)\n    return down(0)"
    ),
    "table of the public values": (
        "def double(x):\n    return {2: 5, 0.5: 1.1}.get(x, x) if np.ndim(x) == 0 else x"
    ),
}


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


@pytest.mark.parametrize("tag", ["skip-execution", "raises-exception", "remove-cell"])
def test_tags_of_the_file_are_ignored(toy, sandboxed, tag):
    notebook = toy.notebook("def double(x):\n    return x")
    for cell in notebook["cells"]:
        cell["metadata"]["tags"] = [tag]
    assert toy.outcomes(notebook)["double-visible"] == "wrong"


@pytest.mark.parametrize(
    "change",
    [
        {"points": 500}, {"grade": False}, {"solution": True}, {"schema_version": 1},
        {"grade_id": "triple-visible"}, {"locked": False}, {"task": True},
    ],
    ids=str,
)  # fmt: skip
def test_metadata_of_the_file_is_ignored(toy, sandboxed, change):
    notebook = toy.notebook("def double(x):\n    return x")
    for cell in notebook["cells"]:
        if cell["id"] == "double-visible":
            cell["metadata"]["nbgrader"] |= change
    record = toy.grade(notebook).record
    assert (record["score"], record["max_score"]) == (1.0, 4.0)


def test_cell_type_of_the_file_is_ignored(toy, sandboxed):
    notebook = toy.notebook("def double(x):\n    return x")
    for cell in notebook["cells"]:
        cell["cell_type"] = "markdown"
    assert toy.outcomes(notebook)["double-visible"] == "wrong"


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
    source = (
        "import subprocess as s; s.Popen(['sleep', '98765'], start_new_session=True); print('ok')"
    )
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
    assert "31" not in record["cells"][1]["message"]


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
