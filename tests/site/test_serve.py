"""`course serve`: the address, the types of files, one machine, a port in use, the end."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from course_lib.cli import main

ROOT = Path(__file__).parents[2]
FILES = {
    "index.html": "text/html; charset=utf-8",
    "book/a.mjs": "text/javascript",
    "book/a.js": "text/javascript",
    "book/a.wasm": "application/wasm",
    "book/a.json": "application/json",
    "book/a.svg": "image/svg+xml",
    "book/a.woff2": "font/woff2",
    "book/a.whl": "application/octet-stream",
}


@pytest.fixture
def course(tmp_path):
    """Return a course directory whose site has a file of each type."""
    for name in (*FILES, "404.html"):
        path = tmp_path / "_build" / "html" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"the file {name}", encoding="utf-8")
    return tmp_path


@pytest.fixture
def served(course):
    """Return the process of `course serve` and the host it tells."""
    code = "from course_lib.cli import main; main(prog_name='course')"
    command = [sys.executable, "-c", code, "serve", "--root", str(course), "--port", "0"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        address = process.stdout.readline().strip()
        yield process, urlsplit(address)
        process.kill()


def answer(address, path, **headers):
    """Return status, type and body of what the server answers."""
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=30)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    return response.status, response.headers["Content-Type"], response.read().decode()


def test_files_come_with_their_types_and_ctrl_c_ends_it(served):
    process, address = served
    assert address.hostname == "127.0.0.1"
    for name, kind in FILES.items():
        assert answer(address, f"/{name}") == (200, kind, f"the file {name}")
    assert answer(address, "/")[2] == "the file index.html"
    missing = (404, "text/html; charset=utf-8", "the file 404.html")
    # No list of a folder, and nothing above the site.
    for path in ("/nothing.html", "/book/", "/../../_build/html/index.html/..", "/%2e%2e/secret"):
        assert answer(address, path) == missing
    assert answer(address, "/index.html", Host="evil.example.org:80")[0] == 403
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0
    assert process.stdout.read() == ""


def test_a_port_in_use_is_told(course):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", "--root", str(course), "--port", str(port)])
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: Port {port} is in use")
    assert result.stderr.count("\n") == 1


def test_a_missing_site_is_told(tmp_path):
    result = CliRunner().invoke(main, ["serve", "--root", str(tmp_path)])
    assert result.exit_code == 1
    assert "no site is there. Build it: course build" in result.stderr


@pytest.mark.parametrize("port", ["-1", "65536", "web"])
def test_what_is_no_port_is_wrong_usage(course, port):
    assert CliRunner().invoke(main, ["serve", "--root", str(course), "--port", port]).exit_code == 2
