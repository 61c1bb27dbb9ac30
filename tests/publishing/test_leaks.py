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
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from course_lib.publishing.gates.leaks import find_leaks

ROOT = Path(__file__).resolve().parents[2]

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
