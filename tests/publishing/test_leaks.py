"""A planted answer is found in every kind of published file, and nothing else is."""

import base64
import gzip
import html
import io
import json
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from course_lib.cli import main
from course_lib.publishing.notebooks.secrets import find_leaks

from .copies import ROOT, SETTINGS, copied

ANSWER = '''\
def bce_from_logits(y, z):
    """A docstring that is not in the source."""
    # nor is this comment
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
'''
ONE_LINER = "def linear_forward(W, A_prev, b):\n    return W @ A_prev + b\n"
HIDDEN_TEST = 'check("sigmoid", sigmoid, hidden=True)\n'


def zipped(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def notebook(source: str) -> bytes:
    lines = source.splitlines(keepends=True)
    return json.dumps({"cells": [{"cell_type": "code", "source": lines}]}).encode()


def png(kind: bytes, body: bytes) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + crc

    return b"\x89PNG\r\n\x1a\n" + chunk(kind, body) + chunk(b"IEND", b"")


CONTAINERS = {
    "page.txt": lambda text: text.encode(),
    "one_line.txt": lambda text: " ".join(text.split()).encode(),
    "page.html": lambda text: f"<pre>{html.escape(text)}</pre>".encode(),
    "highlighted.html": lambda text: highlight(text, PythonLexer(), HtmlFormatter()).encode(),
    "searchindex.js": lambda text: f"Search.setIndex({json.dumps({'terms': text})})".encode(),
    "embedded.html": lambda text: f"<script>x = {json.dumps(text)}</script>".encode(),
    "attribute.html": lambda text: f'<a data-x="{html.escape(json.dumps(text))}">x</a>'.encode(),
    "exercise.ipynb": notebook,
    "bundle.zip": lambda text: zipped("exercise.ipynb", notebook(text)),
    "bundle_with_wheel.zip": lambda text: zipped("a.whl", zipped("a/b.py", text.encode())),
    "page.js.gz": lambda text: gzip.compress(text.encode()),
    "inline.js": lambda text: b'x = "' + base64.b64encode(text.encode()) + b'"',
    "wheel_inline.js": lambda text: base64.b64encode(zipped("b.py", text.encode())),
    "text.png": lambda text: png(b"tEXt", b"Comment\0" + text.encode()),
    "compressed.png": lambda text: png(b"zTXt", b"Comment\0\0" + zlib.compress(text.encode())),
    "objects.inv": lambda text: (
        b"# Sphinx inventory version 2\n# a\n# b\n# c\n" + zlib.compress(text.encode())
    ),
}


@pytest.mark.parametrize("secret", [ANSWER, ONE_LINER, HIDDEN_TEST])
@pytest.mark.parametrize("container", CONTAINERS)
def test_planted_answer_is_found(container, secret, tmp_path):
    (tmp_path / container).write_bytes(CONTAINERS[container](secret))
    assert find_leaks([tmp_path], ROOT)


def test_answer_with_other_names_and_layout_is_found(tmp_path):
    text = "loss=np.maximum(score,0)-score*label+np.log1p( np.exp(\n  -np.abs(score)) )\n"
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    assert find_leaks([tmp_path], ROOT)


def test_mistake_of_the_checks_is_found(tmp_path):
    package = ROOT / "course_lib" / "checks" / "exercises"
    (tmp_path / "page.txt").write_bytes(max(package.rglob("*.py"), key=_size).read_bytes())
    assert any("checks/exercises" in leak.secret for leak in find_leaks([tmp_path], ROOT))


def _size(path: Path) -> int:
    return path.stat().st_size


def test_written_answer_is_found(tmp_path):
    text = (
        "the two labels sit on the two diagonals of a square, and the diagonals cross, so no line"
    )
    (tmp_path / "page.html").write_text(f"<p>{text}</p>", encoding="utf-8")
    assert find_leaks([tmp_path], ROOT)


def test_leak_says_where_and_what(tmp_path):
    (tmp_path / "bundle.zip").write_bytes(zipped("exercise.ipynb", notebook(ANSWER)))
    texts = [str(leak) for leak in find_leaks([tmp_path], ROOT)]
    assert any("bundle.zip/exercise.ipynb: holds the answer of solutions/" in t for t in texts)


HARMLESS = {
    "formula": "The loss is -y*log(p) - (1-y)*log(1-p), its mean the cost, and Z = W @ A_prev + b.",
    "call": "P = sigmoid(linear_forward(W, X, b))\nprint(bce_cost(Y, P), accuracy(predict(P), Y))",
    "other code": "def total(prices):\n    return sum(price * 1.2 for price in prices)",
    "stub": "def sigmoid(z):\n    # Your code here.\n    raise NotImplementedError",
    "data": "X = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])",
    "visible check": 'check("sigmoid", sigmoid)',
}


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_no_leak(text, tmp_path):
    (tmp_path / "page.txt").write_text(HARMLESS[text], encoding="utf-8")
    assert find_leaks([tmp_path], ROOT) == []


def test_nothing_to_scan_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError, match="nothing to scan"):
        find_leaks([tmp_path / "absent"], ROOT)


def test_student_notebooks_and_bundle_hold_no_secret(released):
    assert find_leaks([released / "exercises", released / "dist"], ROOT) == []


def test_committed_student_notebooks_hold_no_secret():
    assert find_leaks([ROOT / "exercises"], ROOT) == []


# ------------------------------------------------------------------ what `course release` refuses

PASTED = """\
S = Z - np.max(Z, axis=0)
loss = np.log(np.sum(np.exp(S), axis=0)) - np.sum(Y * S, axis=0)
"""
HALF = "\n".join(PASTED.splitlines()[1:])
OTHER_NAMES = PASTED.replace("S", "shifted").replace("Z", "scores").replace("Y", "truth")
NUMBERS = "Y, Z = np.eye(2), np.eye(2)\n"
SHOWN = 'print(next(text for text in In if "def cross_entropy_from_logits" in text))'
FAULTS = {
    "the whole answer in a Markdown cell": f"Subtract the largest:\n\n    {PASTED}",
    "the whole answer in prose": f"In one line, `{' '.join(PASTED.split())}` will do.",
    "half of it in a visible code cell": f"```{{code-cell}} ipython3\n{NUMBERS}S = Z\n{HALF}\n```",
    "with other names": f"Subtract the largest:\n\n    {OTHER_NAMES}",
    "half of it, with other names": f"`{OTHER_NAMES.splitlines()[1]}`",
    "in an output": f"```{{code-cell}} ipython3\n{SHOWN}\n```",
    "in a visible test": PASTED,
}


@pytest.fixture
def softmax_course(tmp_path):
    """Return a course of one assignment, with what was released before."""
    copied(tmp_path, "solutions/softmax", "exercises/softmax", *SETTINGS)
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "bundle.zip").write_bytes(b"of last week")
    return tmp_path


def files_of(course):
    """Return the content of every file of a course."""
    return {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}


def plant(course, fault):
    """Write a fault into the source, outside the markers of its answers."""
    source = course / "solutions" / "softmax" / "softmax.md"
    text = source.read_text(encoding="utf-8")
    section, test = "## 5. Use it on data", 'check("cross_entropy_from_logits", cross_entropy_from'
    assert text.count(section) == 1
    if fault == "in a visible test":
        planted = text.replace(test, NUMBERS + FAULTS[fault] + test, 1)
    else:
        planted = text.replace(section, f"{FAULTS[fault]}\n\n{section}")
    source.write_text(planted, encoding="utf-8")


@pytest.mark.parametrize("fault", FAULTS)
def test_release_refuses_a_planted_answer_and_writes_nothing(fault, softmax_course):
    plant(softmax_course, fault)
    before = files_of(softmax_course)
    result = CliRunner().invoke(main, ["release", "softmax", "--root", str(softmax_course)])
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    place = "output of cell" if fault == "in an output" else "cell"
    assert lines[0].startswith(f"Error: solutions/softmax/softmax.md, {place} ")
    assert any("(cross_entropy_from_logits)" in line for line in lines)
    assert all(line.endswith("Remove it from what is published.") for line in lines)
    assert files_of(softmax_course) == before
