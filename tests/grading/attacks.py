# ruff: noqa: E501 (sources of notebooks are one line each)
"""
Wrong answers that try to look right, to learn what they must not, or to hurt the grader.

Each is what a student writes in place of ``def double(x): return 2 * x`` in the toy assignment.
The tests hand them in one by one; ``benchmarks/attacks.py`` also to nbgrader as it is shipped.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

# {name: source of the answer cell}
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
        "def double(x):\n    import course_lib.grading.examine.examiner, course_lib.checks.exercises\n"
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
    "liar about its class": (
        "class L:\n    __class__ = float\n    def __float__(self): return 4.0\n"
        "    def __array__(self, *a, **k): return np.array(4.0)\n    __array_priority__ = 1e9\n"
        "def double(x):\n    return L()"
    ),
    "masked array": "def double(x):\n    return np.ma.masked_all(np.shape(x))",
    "object array of liars": (
        "class Any:\n    def __eq__(self, other): return True\n"
        "def double(x):\n    return np.array([Any()] * np.size(x), dtype=object)"
    ),
    "named tuple that is equal to everything": (
        "from collections import namedtuple\nclass T(namedtuple('T', 'a')):\n"
        "    def __eq__(self, other): return True\n    __hash__ = None\n"
        "def double(x):\n    return T(x)"
    ),
    "foreign byte order": ("def double(x):\n    return np.asarray(x, dtype='>f8').byteswap()[()]"),
    "empty array": "def double(x):\n    return np.array([])",
    "not a number": "def double(x):\n    return x * np.nan",
    "text that reads like the answer": "def double(x):\n    return str(2 * x)",
    "answer that changes after it was returned": (
        "import threading, time\ndef double(x):\n    result = np.zeros(np.shape(x))\n"
        "    def later():\n        time.sleep(0.2)\n        result[...] = 2 * x\n"
        "    threading.Thread(target=later, daemon=True).start()\n    return result"
    ),
    "answer that depends on the number of calls": (
        "calls = []\ndef double(x):\n    calls.append(x)\n    return 2 * x if len(calls) > 9 else 0"
    ),
    "answer right for the clock, not the input": (
        "import time\ndef double(x):\n    return x + time.time() % 1e-9 + (np.ndim(x) == 0)"
    ),
    "input changed so that it fits the answer": (
        "def double(x):\n    if np.ndim(x): x[...] = [31., 41., 59.]\n    return x"
    ),
    "checks patched to say yes": (
        "import course_lib.checks as c, course_lib.checks.engine as e\n"
        "c.check = e.check = lambda *a, **k: print('all cases pass')\n"
        "e.compare_all = lambda *a, **k: []\ndef double(x):\n    return x"
    ),
    "NumPy replaced as a module": (
        "import sys, types\nfake = types.ModuleType('numpy')\nfake.array_equal = lambda *a: True\n"
        "sys.modules['numpy'] = fake\ndef double(x):\n    return x"
    ),
    "shell patched": (
        "shell = get_ipython()\nshell.run_cell = lambda *a, **k: type('R', (), {'success': True})()\n"
        "shell.showtraceback = lambda *a, **k: None\nshell.set_custom_exc((Exception,), lambda *a: [])\n"
        "shell.events.register('post_run_cell', lambda *a: shell.user_ns.update(double=5))\n"
        "shell.input_transformers_post.append(lambda lines: ['pass\\n'])\ndef double(x):\n    return x"
    ),
    "names of the test cell planted": (
        "got = secret_input = expected = np.array([62., 82., 118.])\npoints = score = 3\n"
        "np = type('N', (), {'array_equal': lambda *a: True, 'array': lambda *a: 0})\n"
        "def double(x):\n    return x"
    ),
    "child that answers in place of each question": (
        "import os, threading\ndef wake():\n    import inside.student as s\n"
        "    s.StudentProcess.do_call = lambda self, f, a, k: [4, None]\n"
        "os.register_at_fork(after_in_child=wake)\ndef double(x):\n    return x"
    ),
    "passed-in function handed back as a result": (
        "import inside.student as s\ns.StudentProcess.refer = lambda self, v: ('callback', 0)\n"
        "class C: pass\ndef double(x):\n    return C()"
    ),
    "object that claims a length without end": (
        "class L:\n    def __len__(self): return 10**18\n    def __getitem__(self, k): return 4\n"
        "def double(x):\n    return L()"
    ),
    "range without end": "def double(x):\n    return range(10**18)",
    "integer of a million digits": "def double(x):\n    return 10**1_000_000",
    "text of 100 MB": "def double(x):\n    return 'x' * 10**8",
    "pickle that runs code": (
        "class P:\n    def __reduce__(self): return (print, ('run',))\ndef double(x):\n    return P()"
    ),
    "frame nested a thousand deep": (
        "import inside.student as s\nnested = None\nfor _ in range(900): nested = ['list', [nested]]\n"
        "s.StudentProcess.do_call = lambda self, f, a, k: [nested, None]\ndef double(x):\n    return x"
    ),
    "dict of keys that collide": (
        "import inside.student as s\n"
        "pairs = [[['int', hex(k * (2**61 - 1))], None] for k in range(1, 9000)]\n"
        "s.StudentProcess.do_call = lambda self, f, a, k: [['dict', pairs], None]\n"
        "def double(x):\n    return x"
    ),
    "keys that are NaN, doubled, or lists": (
        "import inside.student as s\nnan = float('nan')\n"
        "pairs = [[nan, 4], [nan, 4], ['a', 4], ['a', 5], [['list', []], 4]]\n"
        "s.StudentProcess.do_call = lambda self, f, a, k: [['dict', pairs], None]\n"
        "def double(x):\n    return x"
    ),
    "array of a dtype that is not listed": (
        "import inside.student as s\n"
        "s.StudentProcess.do_call = lambda self, f, a, k: [['array', 99, [3], True, b'x' * 24], None]\n"
        "def double(x):\n    return x"
    ),
    "array whose shape does not fit its bytes": (
        "import inside.student as s\n"
        "s.StudentProcess.do_call = lambda self, f, a, k: [['array', 11, [2**25, 0, 2**25], True, b''], None]\n"
        "def double(x):\n    return x"
    ),
    "SystemExit in the call": "import sys\ndef double(x):\n    sys.exit(0)",
    "KeyboardInterrupt in the call": "def double(x):\n    raise KeyboardInterrupt",
    "GeneratorExit in the call": "def double(x):\n    raise GeneratorExit",
    "exception that is its own cause": (
        "def double(x):\n    error = ValueError()\n    error.__cause__ = error\n    raise error"
    ),
    "exception of a class without a name": (
        "class M(type):\n    __name__ = property(lambda self: 1 / 0)\n"
        "class E(Exception, metaclass=M): pass\ndef double(x):\n    raise E"
    ),
    "cell that leaves Python": (
        "import atexit, sys\natexit.register(print, 'passed')\ndef double(x):\n    return x\nsys.exit(0)"
    ),
    "shell magic that kills": "!kill -9 -1\ndef double(x):\n    return x",
    "bash cell": "%%bash\necho passed; kill -9 $PPID; kill -9 -1",
    "value whose text never ends": (
        "class R:\n    def __repr__(self):\n        while True: pass\nR()"
    ),
    "limits of the first process lowered": (
        "import resource\nfor pid in (1, 2):\n    for kind in range(16):\n"
        "        try: resource.prlimit(pid, kind, (0, 0))\n        except (OSError, ValueError): pass\n"
        "def double(x):\n    return x"
    ),
    "machine code with system calls of 32 bits": (
        "import ctypes, mmap\ncode = b'\\xb8\\x14\\x00\\x00\\x00\\xcd\\x80\\xc3'\n"
        "m = mmap.mmap(-1, 4096, prot=7)\nm.write(code)\n"
        "def double(x):\n    at = ctypes.addressof(ctypes.c_char.from_buffer(m))\n"
        "    return ctypes.CFUNCTYPE(ctypes.c_int)(at)()"
    ),
    "process that stops itself": (
        "import os, signal\ndef double(x):\n    os.kill(os.getpid(), signal.SIGSTOP)"
    ),
    "parent stopped": (
        "import os, signal\ndef double(x):\n    os.kill(os.getppid(), signal.SIGSTOP)\n    return x"
    ),
    "memory taken by many processes": (
        "import os, time\ndef double(x):\n    for _ in range(6):\n        if os.fork() == 0:\n"
        "            kept = [bytearray(10**7) for _ in range(20)]\n            time.sleep(60)\n    return x"
    ),
    "table read from the compiled checks": (
        "import json, glob\ndef double(x):\n"
        "    files = glob.glob('/sandbox/**/data/*.json', recursive=True)\n"
        "    return len([f for f in files if 'double' in open(f).read()]) or x"
    ),
    # Objects that stand in for results, and lies about them; see examine/crossings.py.
    "object that says yes to all that is asked": (
        "class Yes:\n    def __getattr__(self, name): return lambda *a, **k: True\n"
        "    def yes(self, *a): return True\n    __eq__ = __lt__ = __gt__ = __le__ = __ge__ = yes\n"
        "    __contains__ = __bool__ = yes\n    __hash__ = None\n"
        "def double(x):\n    return Yes()"
    ),
    "object that is nothing when it is subtracted": (
        "class Zero:\n    def zero(self, *a): return 0\n    __sub__ = __rsub__ = __abs__ = zero\n"
        "    __float__ = __int__ = __index__ = zero\n    def __eq__(self, o): return o\n    __hash__ = None\n"
        "def double(x):\n    return Zero()"
    ),
    "list that is equal to everything": (
        "class L(list):\n    def __eq__(self, o): return True\n    def __len__(self): return 3\n"
        "    def __iter__(self): return iter([62., 82., 118.])\n    __hash__ = None\n"
        "def double(x):\n    return L([0])"
    ),
    "string, tuple, dict and int that are equal to everything": (
        "import random\nyes = lambda self, o: True\n"
        "kinds = [type(b.__name__, (b,), {'__eq__': yes, '__ne__': lambda s, o: False, '__hash__': None})\n"
        "         for b in (str, tuple, dict, int)]\n"
        "def double(x):\n    return kinds[int(np.size(x)) % 4]()"
    ),
    "object whose class says it is a float": (
        "import inside.objects as o\nreal = o.Objects.describe\n"
        "def lie(self, kind):\n    told = real(self, kind)\n    told[1], told[2] = 'builtins.float', 'float'\n    return told\n"
        "o.Objects.describe = lie\nclass C:\n    def __eq__(self, other): return True\n    __hash__ = None\n"
        "def double(x):\n    return C()"
    ),
    "object said to be an array of NumPy": (
        "import inside.objects as o\nreal = o.Objects.describe\n"
        "def lie(self, kind):\n    told = real(self, kind)\n    told[1] = 'numpy.ndarray'\n"
        "    told[5] = ['__eq__', '__len__', '__getitem__', '__iter__']\n    return told\n"
        "o.Objects.describe = lie\nclass C: pass\ndef double(x):\n    return C()"
    ),
    "special methods answered in the protocol": (
        "import inside.student as s\n"
        "s.StudentProcess.do_special = lambda self, t, n, a: [True]\n"
        "s.StudentProcess.do_get = lambda self, t, n: [True]\n"
        "class C:\n    def __eq__(self, other): return True\n    __hash__ = None\n"
        "def double(x):\n    return C()"
    ),
    "plain value with a lie behind it": (
        "import inside.student as s\n"
        "told = ['F', 'a.b', 'float', [], [], ['__eq__', '__ne__', '__bool__', '__float__'], True]\n"
        "s.StudentProcess.do_call = lambda self, *a: [['own', 1.0, 0, [0, told]], None, ['list', []]]\n"
        "s.StudentProcess.do_special = lambda self, *a: [True]\n"
        "def double(x):\n    return x"
    ),
    "result said to be the argument": (
        "import inside.student as s\n"
        "s.StudentProcess.do_call = lambda self, *a: [['ref', 'same', 0], None, ['list', []]]\n"
        "def double(x):\n    return x"
    ),
    "result said to be an argument that was never passed": (
        "import inside.student as s\n"
        "s.StudentProcess.do_call = lambda self, *a: [['ref', 'same', 7], None, ['list', []]]\n"
        "def double(x):\n    return x"
    ),
    "class of which nothing is told": (
        "import inside.student as s\n"
        "s.StudentProcess.do_call = lambda self, *a: [['ref', 'object', [3, [4, None]]], None, ['list', []]]\n"
        "def double(x):\n    return x"
    ),
    "class with bases without end": (
        "import inside.student as s\nref = [0, ['C', '', '', [], [], [], True]]\n"
        "for k in range(1, 300): ref = [k, ['C', '', '', [], [ref], [], True]]\n"
        "s.StudentProcess.do_call = lambda self, *a: [['ref', 'class', ref], None, ['list', []]]\n"
        "def double(x):\n    return x"
    ),
    "class told as numbers": (
        "import inside.student as s\n"
        "s.StudentProcess.do_call = lambda self, *a: [['ref', 'class', [0, [1, 2, 3, 4, 5, 6, 7]]], None, ['list', []]]\n"
        "def double(x):\n    return x"
    ),
    "object of the examiner that was never passed": (
        "import inside.student as s\n"
        "def double(x):\n    import gc\n"
        "    p = next(o for o in gc.get_objects() if isinstance(o, s.StudentProcess))\n"
        "    return p.ask('given', 0, 'get', '__globals__', [])"
    ),
    "attribute of a function that was passed": (
        "import inside.student as s\n"
        "def double(x):\n    import gc\n"
        "    p = next(o for o in gc.get_objects() if isinstance(o, s.StudentProcess))\n"
        "    return p.ask('callback', 0, 'get', '__globals__')"
    ),
    "AssertionError of the student's own": "def double(x):\n    raise AssertionError('passed')",
    "StopIteration in the call": "def double(x):\n    raise StopIteration",
    "exception of a class that the examiner uses": (
        "class Lost(BaseException): pass\nclass CheckFailed(Exception): closed = True\n"
        "def double(x):\n    raise (Lost if np.ndim(x) else CheckFailed)('refused', 'x')"
    ),
    "exception that is an object with an answer": (
        "class E(Exception):\n    def __eq__(self, o): return True\n    def __bool__(self): return True\n"
        "    __hash__ = Exception.__hash__\ndef double(x):\n    return E()"
    ),
    "decimal of a million digits": (
        "from decimal import Decimal\ndef double(x):\n    return Decimal('1e999999')"
    ),
    "decimal and fraction that are none": (
        "import inside.student as s\n"
        "s.StudentProcess.do_call = lambda self, *a: [['fraction', 4, 0], None, ['list', []]]\n"
        "def double(x):\n    return x"
    ),
    "array of texts of 40 GB": (
        "import inside.student as s\n"
        "coded = ['entries', 'U99999', [100000], ['x'] * 100000]\n"
        "s.StudentProcess.do_call = lambda self, *a: [coded, None, ['list', []]]\ndef double(x):\n    return x"
    ),
    "set of things that cannot be in one": (
        "import inside.student as s\n"
        "coded = ['set', [['list', []], ['ref', 'object', [0, [1, ['C', '', '', [], [], ['__hash__', '__eq__'], True]]]]]]\n"
        "s.StudentProcess.do_call = lambda self, *a: [coded, None, ['list', []]]\ndef double(x):\n    return x"
    ),
    "set of numbers that collide": (
        "import inside.student as s\n"
        "coded = ['set', [['int', hex(k * (2**61 - 1))] for k in range(1, 9000)]]\n"
        "s.StudentProcess.do_call = lambda self, *a: [coded, None, ['list', []]]\ndef double(x):\n    return x"
    ),
    "table of pandas that is none": (
        "import inside.student as s\n"
        "coded = ['frame', ['range', [None], 0, 2**60, 1], ['plain', [None], ['numpy', 'x', 4], 'os.system'], [[]]]\n"
        "s.StudentProcess.do_call = lambda self, *a: [coded, None, ['list', []]]\ndef double(x):\n    return x"
    ),
    "type that is not on the list": (
        "import inside.student as s\n"
        "s.StudentProcess.do_call = lambda self, *a: [['type', 'subprocess.Popen'], None, ['list', []]]\n"
        "def double(x):\n    return x"
    ),
    "things left behind that nobody asked for": (
        "import inside.student as s\n"
        "left = ['dict', [['printed', 'x'], ['files', ['dict', [['/tmp/x', ['bytes', b'x']]]]]]]\n"
        "s.StudentProcess.do_call = lambda self, *a: [4, None, ['list', []], left]\n"
        "def double(x):\n    return x"
    ),
    "generator without end in place of a number": ("def double(x):\n    while True: yield 4"),
    "class in place of the function": (
        "class double:\n    def __init__(self, x): self.x = x\n    def __eq__(self, o): return True\n"
        "    def __array__(self, *a, **k): return np.array([62., 82., 118.])\n    __hash__ = None"
    ),
    "array of objects that say yes": (
        "class Yes:\n    def __eq__(self, o): return True\n    def __bool__(self): return True\n    __hash__ = None\n"
        "def double(x):\n    a = np.empty(np.shape(x), object)\n    a[...] = Yes()\n    return a"
    ),
    "dates, sets and bytes in place of numbers": (
        "import datetime\ndef double(x):\n    return {2: {4}, 0.5: b'1.0'}.get(x, datetime.date(2024, 1, 1)) if np.ndim(x) == 0 else {62., 82.}"
    ),
    "every cell told to leave all as it is": (
        "import inside.student as s\ns.only_defines = lambda *rest: []\ndef double(x):\n    return x"
    ),
    "very many names said to be defined": (
        "import inside.student as s\nnames = [str(k) for k in range(150_000)]\n"
        "s.only_defines = lambda *rest: names\ndef double(x):\n    return x"
    ),
    "name of 31 MB said to be defined": (
        "import inside.student as s\ns.only_defines = lambda *rest: ['x' * 31_000_000]\n"
        "def double(x):\n    return x"
    ),
    "names said to be defined that are no text": (
        "import inside.student as s\ns.only_defines = lambda *rest: [['double'], 7, None]\n"
        "def double(x):\n    return x"
    ),
    "pause answered with a value": (
        "import inside.student as s\nreply = s.StudentProcess.reply\n"
        "def lie(self, *message):\n    reply(self, *(('value', 4, None) if message == ('paused',) else message))\n"
        "s.StudentProcess.reply = lie\ndef double(x):\n    return x"
    ),
    "every message sent twice": (
        "import inside.student as s\nreply = s.StudentProcess.reply\n"
        "def twice(self, *message):\n    reply(self, *message)\n    reply(self, *message)\n"
        "s.StudentProcess.reply = twice\ndef double(x):\n    return x"
    ),
}


def each_cell(notebook: dict[str, Any], change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """Change every test cell of a notebook."""
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("locked"):
            change(cell)
    return notebook


def without_tests(notebook: dict[str, Any]) -> dict[str, Any]:
    """Leave the test cells out."""
    kept = [c for c in notebook["cells"] if not c["metadata"].get("nbgrader", {}).get("locked")]
    return notebook | {"cells": kept}


def tests_first(notebook: dict[str, Any]) -> dict[str, Any]:
    """Put the test cells in front, where they end before the answer is there."""
    tests = [c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("locked")]
    return notebook | {"cells": tests + without_tests(notebook)["cells"]}


def doubled_tests(notebook: dict[str, Any]) -> dict[str, Any]:
    """Hand every test cell in twice, the second time without a test."""
    copies = [c | {"id": f"{c['id']}-2", "source": "pass"} for c in notebook["cells"]]
    return notebook | {"cells": notebook["cells"] + copies}


def with_outputs(notebook: dict[str, Any]) -> dict[str, Any]:
    """Claim points in the stored outputs."""
    claim = {
        "output_type": "execute_result", "data": {"text/plain": "2.0"}, "metadata": {},
        "execution_count": 1,
    }  # fmt: skip
    return each_cell(notebook, lambda cell: cell["outputs"].append(claim))


# What is done to the file of a wrong answer. {name: function of the notebook}
TAMPERED: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    **{
        f"tag {tag} on the tests": partial(
            each_cell, change=lambda cell, tag=tag: cell["metadata"].update(tags=[tag])
        )
        for tag in ("skip-execution", "raises-exception", "remove-cell")
    },
    **{
        f"test cells say {key} {value}": partial(
            each_cell,
            change=lambda cell, key=key, value=value: cell["metadata"]["nbgrader"].update({key: value}),
        )
        for key, value in (
            ("points", 500), ("points", -500), ("grade", False), ("solution", True),
            ("task", True), ("locked", False), ("schema_version", 1), ("grade_id", "triple-visible"),
        )
    },
    **{
        f"test cells are {kind}": partial(
            each_cell, change=lambda cell, kind=kind: cell.update(cell_type=kind)
        )
        for kind in ("markdown", "raw")
    },
    "test cells rewritten": partial(each_cell, change=lambda cell: cell.update(source="pass")),
    "test cells without metadata": partial(
        each_cell, change=lambda cell: cell["metadata"].pop("nbgrader")
    ),
    "test cells deleted": without_tests,
    "test cells moved to the front": tests_first,
    "test cells handed in twice": doubled_tests,
    "points claimed in the outputs": with_outputs,
    "another kernel": lambda notebook: notebook
    | {"metadata": {"kernelspec": {"name": "bash", "display_name": "sh", "language": "sh"}}},
    "an older format of notebook": lambda notebook: notebook | {"nbformat": 3, "nbformat_minor": 0},
    "cells without end": lambda notebook: notebook | {"cells": notebook["cells"] * 200},
}  # fmt: skip
