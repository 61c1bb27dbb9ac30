"""
How long it takes to read the written answers of a class: ``python benchmarks/reading.py``.

Prints the time of the page, of a save over HTTP, and of an answer that is read in Chromium by keys.
"""

import contextlib
import http.client
import json
import re
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.journal import Journal
from course_lib.grading.reading.server import Desk, open_server
from course_lib.grading.record import Record
from course_lib.grading.results.gradebook import Book, text_digest
from course_lib.publishing.site.browser import launch

STUDENTS = 300
MOST = 4
DOT = (  # a picture of one pixel
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
    "rkJggg=="
)


def cell(kind: str, source: str, key: str = "", **graded: Any) -> dict[str, Any]:
    """Make a cell; one that nbgrader knows, if it has a key."""
    about = {"grade_id": key, "schema_version": 3, "task": False, **graded}
    made = {"cell_type": kind, "id": key or f"c{abs(hash(source))}"[:12], "source": source}
    made["metadata"] = {"nbgrader": about} if key else {}
    return made if kind == "markdown" else made | {"outputs": [], "execution_count": None}


def notebook(answer: str, pictures: int = 0) -> dict[str, Any]:
    """Make a notebook with one question about a drawing, and this answer."""
    shown = {"output_type": "display_data", "metadata": {}, "data": {"image/png": DOT}}
    drawing = cell("code", "draw()") | {"outputs": [shown] * pictures}
    other = cell("code", "draw_another()") | {"outputs": [shown] * pictures}
    written = cell("markdown", answer, "why", grade=True, solution=True, locked=False, points=MOST)
    cells = [
        cell("markdown", "# Toy"), other, cell("markdown", "## In words\n\nWhy $x^2$?"), drawing,
        written,
    ]  # fmt: skip
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}


def say(k: int) -> str:
    """Write what a student may answer."""
    return f"Number {k}: the slope of $x^2$ is **not** constant, so $f'(x) = 2x$.\n\n- one\n- two"


def make_class(root: Path, students: int, answer: Callable[[int], str] = say) -> None:
    """Make a course whose assignment `toy` is graded, without running anybody's notebook."""
    write(root / "solutions/toy/toy.ipynb", notebook("### BEGIN SOLUTION\nSo.\n### END SOLUTION"))
    hand_in(root, {f"s{k:04}": answer(k) for k in range(students)})


def hand_in(root: Path, answers: dict[str, str]) -> None:
    """Let students hand in these answers, and let them be graded."""
    with Journal.open(root, "toy") as journal:
        for student, text in answers.items():
            (root / "submitted" / student / "toy").mkdir(parents=True, exist_ok=True)
            write(root / "autograded" / student / "toy/toy.ipynb", notebook(text, pictures=1))
            told = {"to_read": ["why"] if text else [], "written": {"why": text_digest(text)}}
            record = Record(student, "toy", "graded", 0.0, 0.0, 0.0, [], [], **told)
            journal.append({"record": record, "submission": text_digest(text)})
        assert not Book(root).write(Assignment.find("toy", root), journal.lines.theirs)


def write(path: Path, content: dict[str, Any]) -> None:
    """Write a notebook and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


@contextlib.contextmanager
def served(root: Path, blind: bool = False, port: int = 0) -> Iterator[str]:
    """Serve the page of the class, and give its address."""
    server, address = open_server(Desk("toy", root, blind), port)
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


def ask(address: str, path: str = "", content: Any = None, **headers: str) -> tuple[int, bytes]:
    """Send one request; with content, a POST of JSON. Give status and body."""
    place = urlsplit(address)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=60)
    body = None if content is None else json.dumps(content)
    headers = {"Content-Type": "application/json"} | headers if body else headers
    connection.request("POST" if body else "GET", place.path + path, body, headers)
    response = connection.getresponse()
    with contextlib.closing(connection):
        return response.status, response.read()


def read_by_keys(page: Any, points: int = 3, times: int = STUDENTS) -> None:
    """Read answers as a grader does who knows the keys: points, a comment of the rubric, next."""
    for _ in range(times):
        page.keyboard.press(str(points))
        page.keyboard.press("Shift+Digit1")
        page.keyboard.press("Enter")
    page.locator("#unsaved").wait_for(state="hidden", timeout=120_000)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_class(root, STUDENTS)
        with served(root) as address:
            begin = time.perf_counter()
            _, body = ask(address)
            took = time.perf_counter() - begin
            print(f"page of {STUDENTS} answers: {took:.2f} s, {len(body) / 1e6:.2f} MB")
            state = json.loads(ask(address, "state")[1])["answers"]
            texts = dict(re.findall(r'data-id="(\w+)" data-text="(\w+)"', body.decode()))
            begin = time.perf_counter()
            for ident, held in list(state.items())[:50]:
                given = {"answer": ident, "version": held["version"], "text": texts[ident]}
                status, _ = ask(address, "save", given | {"points": 2, "comment": "So."})
                assert status == 200
            print(f"a save: {(time.perf_counter() - begin) / 50 * 1e3:.0f} ms")
            item = {"text": "Say why.", "points": None}
            ask(address, "add", {"question": "toy/why", "item": item})
            with launch() as browser:
                page = browser.new_page()
                page.goto(address)
                page.wait_for_selector("#rubric li")
                begin = time.perf_counter()
                read_by_keys(page, times=STUDENTS - 50)
                took = time.perf_counter() - begin
                left = page.locator("#left").text_content()
            print(f"an answer by keys in Chromium: {took / (STUDENTS - 50) * 1e3:.0f} ms; {left}")


if __name__ == "__main__":
    main()
