"""
Attacks by people who had not seen the tests: forgeries, files, probes, words and pages.

The first set was there while the grader was mended; the second one was measured once, after that,
and is kept since.
"""

import json
import os
import runpy
from html.parser import HTMLParser
from pathlib import Path

import pytest
from nbconvert.filters import markdown2html

from course_lib.grading.examine.examiner import CLOSED, NOT_WRITTEN
from course_lib.grading.grade import grade

HERE = Path(__file__).parent
SETS = [runpy.run_path(str(path)) for path in sorted(HERE.glob("attacks_by_strangers*.py"))]
VOCABULARY = {"", "the values are wrong", "the input was changed", NOT_WRITTEN, *CLOSED.values()}
WRONG = "def double(x):\n    return x"


def all_of(kind, begins="", without=()):
    """List the attacks of a kind, of all sets."""
    return {
        name: attack
        for attacks in SETS
        for name, attack in attacks[kind].items()
        if name.startswith(begins) and not name.startswith(without)
    }


@pytest.mark.parametrize("name", all_of("FORGERIES"))
def test_forgery_earns_nothing(toy, sandboxed, name):
    record = toy.grade(toy.notebook(all_of("FORGERIES")[name])).record
    assert sum(cell.points for cell in record.cells[:2]) == 0
    json.dumps(record.to_json(), allow_nan=False)


@pytest.mark.parametrize("name", all_of("TAMPERED"))
def test_tampered_file_earns_nothing(toy, sandboxed, name):
    record = toy.grade(all_of("TAMPERED")[name](toy.notebook(WRONG))).record
    assert sum(cell.points for cell in record.cells[:2]) == 0
    assert record.max_score == 4.0


@pytest.mark.parametrize("name", all_of("PROBES"))
def test_probe_finds_nothing_open(toy, sandboxed, name):
    own = toy.code("own", all_of("PROBES")[name])
    notebook = toy.grade(toy.notebook(extra=(own,))).notebook
    cell = next(cell for cell in notebook["cells"] if cell["source"] == own["source"])
    printed = "".join(output.get("text", "") for output in cell["outputs"])
    assert [line for line in printed.splitlines() if line.startswith("OPEN ")] == []


@pytest.mark.parametrize("name", all_of("WORDS"))
def test_words_carry_nothing_out(toy, sandboxed, name):
    hidden = toy.grade(toy.notebook(all_of("WORDS")[name])).record.cells[1]
    assert hidden.message in VOCABULARY


class Live(HTMLParser):
    """Collects what a page would do beside showing text."""

    TAGS = frozenset(
        ["a", "p", "em", "strong", "del", "code", "pre", "ul", "ol", "li", "blockquote", "br", "hr"]
        + [f"h{rank}" for rank in range(1, 7)]
        + ["div", "span", "table", "thead", "tbody", "tr", "th", "td"]
    )

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        """Note an element that is not one of text, and an attribute that could act."""
        if tag not in self.TAGS:
            self.found.append(tag)
        for name, value in attributes:
            address = name == "href" and (value or "").startswith(("#", "http://", "https://"))
            if not address and name not in ("id", "class", "rel", "align", "title"):
                self.found.append(f"{tag} {name}={value}")
            if "mermaid" in (value or ""):
                self.found.append(value)


def live(html):
    """List what is live in a page."""
    parser = Live()
    parser.feed(html)
    return parser.found


@pytest.mark.parametrize("name", all_of("PAGES", without=("name:", "output:")))
def test_written_answer_is_text_in_the_formgrader(toy, sandboxed, name):
    notebook = toy.notebook()
    notebook["cells"][-1]["source"] = all_of("PAGES")[name]
    stored = toy.grade(notebook).notebook["cells"][-1]
    assert stored["metadata"]["nbgrader"]["grade_id"] == "essay"
    assert live(markdown2html(stored["source"])) == []


def plant(folder, files):
    """Write a student's files: contents, links and pipes."""
    for name, content in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if content == b"FIFO":
                os.mkfifo(path)
            elif content.startswith(b"-> "):
                os.symlink(content[3:], path)
            else:
                path.write_bytes(content)
        except (OSError, ValueError):
            continue  # no file system takes such a name


HONEST = {"b-solved": 4.0, "c-wrong": 1.0}


@pytest.mark.parametrize("name", all_of("FILES"))
def test_files_of_one_student_cost_nobody_else_anything(toy, here, name):
    toy.submit("b-solved", toy.notebook())
    toy.submit("c-wrong", toy.notebook(WRONG))
    plant(toy.root / "submitted" / "a-attacker", all_of("FILES")[name])
    records = {record.student: record for record in grade("toy", toy.root, jobs=1)}
    assert {student: records[student].score for student in HONEST} == HONEST
    assert any("a-attacker" in student for student in records)
