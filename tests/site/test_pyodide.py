"""Python for the page is fetched once, from wherever it can be had, and never another file."""

import hashlib
import json
import os
import re
import socket
import subprocess
import time
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from course_lib.publishing.site import pyodide
from course_lib.publishing.site.live import HERE, SECTION, publish
from course_lib.publishing.site.pyodide import FOLDER, LIST, cache_folder, fetch, read_list

ROOT = Path(__file__).parents[2]
FILES = {
    "pyodide.mjs": b"export const loadPyodide = 1;\n",
    "pyodide.asm.wasm": b"\0asm" + bytes(99),
}
CARRIER = "carrier-1.0-py3-none-any.whl"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files as they are, without a log."""

    def log_message(self, *_):
        pass


def row(name, data):
    return {
        "name": name,
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "license": "MIT",
    }


@pytest.fixture(autouse=True)
def _offline(monkeypatch, tmp_path):
    """Let nothing be had: an empty cache, a server that is not there, an empty index."""
    (tmp_path / "index").mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("COURSE_PYODIDE_URL", "http://127.0.0.1:9/")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "index"))


@pytest.fixture
def course(tmp_path):
    """Return a function that makes a course directory with a list of two files."""

    def make(name="course"):
        root = tmp_path / name
        (root / "vendor").mkdir(parents=True)
        listed = {
            "version": "1",
            "address": "http://127.0.0.1:9/",
            "requirement": "carrier==1.0",
            "inside": "carrier/python/",
            "files": [row(file, data) for file, data in FILES.items()],
        }
        (root / LIST).write_text(json.dumps(listed), encoding="utf-8")
        return root

    return make


@pytest.fixture
def server(tmp_path, monkeypatch):
    """Return the folder of a server that `COURSE_PYODIDE_URL` names, with the right files."""
    folder = tmp_path / "server"
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        monkeypatch.setenv("COURSE_PYODIDE_URL", f"http://127.0.0.1:{running.server_port}")
        yield folder
        running.shutdown()


def write_wheel(tmp_path, files):
    """Put a wheel that carries some files into the index."""
    about = "carrier-1.0.dist-info"
    texts = {
        f"{about}/METADATA": "Metadata-Version: 2.1\nName: carrier\nVersion: 1.0\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{about}/RECORD": "",
    }
    with zipfile.ZipFile(tmp_path / "index" / CARRIER, "w") as wheel:
        for name, data in files.items():
            wheel.writestr(f"carrier/python/{name}", data)
        for name, text in texts.items():
            wheel.writestr(name, text)


def fetched(root):
    """Return what lies in the folder, which must be all that is listed."""
    folder = fetch(root)
    assert folder == root / FOLDER
    return {name: (folder / name).read_bytes() for name in FILES}


def refused(root, capfd):
    """Fetch what cannot be had; return the one line that says why."""
    capfd.readouterr()
    assert fetch(root) is None
    lines = [line for line in capfd.readouterr().err.splitlines() if "Fetching" not in line]
    assert len(lines) == 1
    assert lines[0].startswith("Python for the exercises in the page is missing")
    return lines[0]


def test_a_server_gives_all_files(course, server):
    assert fetched(course()) == FILES


def test_a_second_course_takes_them_from_the_cache(course, server, monkeypatch):
    fetched(course())
    monkeypatch.setenv("COURSE_PYODIDE_URL", "http://127.0.0.1:9/")
    assert fetched(course("another")) == FILES


def test_what_is_there_is_not_asked_for_again(course, server, monkeypatch):
    root = course()
    fetched(root)
    for source in ("_from_cache", "_from_server", "_from_wheel"):
        monkeypatch.setattr(pyodide, source, lambda *_: pytest.fail("asked again"))
    assert fetched(root) == FILES


def test_the_wheel_gives_what_no_server_has(course, tmp_path):
    write_wheel(tmp_path, FILES)
    assert fetched(course()) == FILES


def test_a_file_that_the_server_lacks_comes_out_of_the_wheel(course, server, tmp_path):
    (server / "pyodide.asm.wasm").unlink()
    write_wheel(tmp_path, FILES)
    assert fetched(course()) == FILES


def test_without_server_and_index_one_line_says_so(course, capfd):
    line = refused(course(), capfd)
    assert "http://127.0.0.1:9/pyodide.mjs" in line
    assert "carrier==1.0" in line


def test_a_file_with_another_hash_is_refused_from_the_server(course, server, capfd):
    changed = bytearray(FILES["pyodide.asm.wasm"])
    changed[50] ^= 1  # the same length
    (server / "pyodide.asm.wasm").write_bytes(changed)
    root = course()
    assert "pyodide.asm.wasm that was offered is not the listed one" in refused(root, capfd)
    assert not (root / FOLDER / "pyodide.asm.wasm").exists()


def test_a_file_with_another_hash_is_refused_out_of_the_wheel(course, tmp_path, capfd):
    write_wheel(tmp_path, FILES | {"pyodide.mjs": b"import 'https://example.org/'"})
    root = course()
    assert "pyodide.mjs that was offered is not the listed one" in refused(root, capfd)
    assert not (root / FOLDER / "pyodide.mjs").exists()


def test_a_list_with_another_hash_refuses_the_right_file(course, server, capfd):
    root = course()
    text = (root / LIST).read_text(encoding="utf-8")
    right = hashlib.sha256(FILES["pyodide.mjs"]).hexdigest()
    (root / LIST).write_text(text.replace(right, "0" * 64), encoding="utf-8")
    assert "pyodide.mjs that was offered" in refused(root, capfd)


def test_a_file_that_was_changed_since_is_fetched_again(course, server):
    root = course()
    fetched(root)
    (root / FOLDER / "pyodide.asm.wasm").write_bytes(b"tampered")
    assert fetched(root) == FILES


def test_a_changed_cache_is_not_believed(course, server, capfd, monkeypatch):
    fetched(course())
    for kept in cache_folder().iterdir():
        kept.write_bytes(b"tampered")
    assert fetched(course("another")) == FILES
    monkeypatch.setenv("COURSE_PYODIDE_URL", "http://127.0.0.1:9/")
    for kept in cache_folder().iterdir():
        kept.write_bytes(b"tampered")
    assert "that was offered is not the listed one" in refused(course("third"), capfd)


def test_a_cache_that_cannot_be_written_is_none(course, server, tmp_path):
    (tmp_path / "cache").write_text("a file")
    assert fetched(course()) == FILES


def test_a_server_that_does_not_answer_is_given_up(course, tmp_path, monkeypatch):
    write_wheel(tmp_path, FILES)
    monkeypatch.setattr(pyodide, "PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("COURSE_PYODIDE_URL", f"http://127.0.0.1:{silent.getsockname()[1]}/")
        begin = time.monotonic()
        assert fetched(course()) == FILES
    assert time.monotonic() - begin < 20


@pytest.fixture
def html(tmp_path):
    """Return a function that writes a site of one page, as Sphinx left it or an earlier build."""

    def write(text):
        old = tmp_path / "html" / HERE / "python" / "pyodide.mjs"
        old.parent.mkdir(parents=True)
        old.write_text("of an earlier build")
        (tmp_path / "html" / "index.html").write_text(text)
        return tmp_path / "html"

    return write


def test_a_site_is_built_without_python_too_and_says_so(course, html, capfd):
    site = html(f"{SECTION}></section>")
    publish(course(), site)
    assert (site / HERE / "files.mjs").read_text() == "export default null;\n"
    assert not (site / HERE / "python").exists()
    assert "Python for the exercises in the page is missing" in capfd.readouterr().err


def test_nothing_is_fetched_for_a_site_without_exercises(course, html, capfd):
    site = html("<p>Words</p>")
    publish(course(), site)
    assert not (site / HERE / "files.mjs").exists()
    assert capfd.readouterr().err == ""


def test_the_list_of_this_course_is_whole():
    files = read_list(ROOT).files
    assert len({file.name for file in files}) == len(files) > 4
    for file in files:
        assert re.fullmatch(r"[0-9a-f]{64}", file.sha256)
        assert re.fullmatch(r"[\w.-]+", file.name)
        assert file.license


def test_no_part_of_it_is_in_the_project():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    heavy = [name for name in listed if name.endswith((".whl", ".wasm", ".tar", ".zip"))]
    assert heavy == []
    names = {file.name for file in read_list(ROOT).files}
    assert [name for name in listed if os.path.basename(name) in names] == []
