"""Feedback pages: a student's own work, each verdict with its hint, and nothing of the tests."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course_lib.checks.messages import title
from course_lib.grading.assignment import source_of
from course_lib.grading.gradebook import Book
from course_lib.grading.journal import read_entries
from course_lib.grading.outputs import PICTURES, clean_outputs, clean_text
from course_lib.grading.pages import render

Part = dict[str, Any]

HEADING = re.compile(r"^#+ +(.*)$", re.MULTILINE)


def write_feedback(name: str, root: Path) -> list[Path]:
    """
    Write a page for each graded submission.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.

    Returns
    -------
    list of Path
        ``feedback/STUDENT/NAME/NAME.html``, where nbgrader's release of feedback looks.
    """
    entries = read_entries(root, name)
    if not entries:
        raise ValueError(f"nothing is graded yet: run `course grade {name}` first")
    by_hand = hand_grades(name, root)
    written = []
    for student, entry in sorted(entries.items()):
        path = root / "feedback" / student / name / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        html = page(name, root, entry["record"], by_hand.get(student, {}))
        path.write_text(html, encoding="utf-8")
        written.append(path)
    return written


def hand_grades(name: str, root: Path) -> dict[str, dict[str, Any]]:
    """Read from the gradebook what people graded and wrote."""
    found: dict[str, dict[str, Any]] = {}
    book = Book(root)
    if not book.knows(name):
        return found
    with book.open() as opened:
        for submission in opened.assignment_submissions(name):
            notebook = submission.notebooks[0]
            found[submission.student.id] = {
                "score": max(0.0, submission.score - submission.late_submission_penalty),
                "max_score": submission.max_score,
                "open": submission.needs_manual_grade,
                "comments": {c.cell.name: c.comment or "" for c in notebook.comments},
            }
    return found


def page(name: str, root: Path, record: dict[str, Any], by_hand: dict[str, Any]) -> str:
    """Render one student's page."""
    path = root / "autograded" / record["student"] / name / f"{name}.ipynb"
    cells = []
    if record["status"] == "graded" and path.is_file():
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return render(
        "feedback.html",
        title=title(name),
        record=record,
        score=by_hand.get("score", record["score"]),
        max_score=by_hand.get("max_score", record["max_score"]),
        by_hand_open=by_hand.get("open", False),
        flags=flags_for_student(record),
        parts=list(parts(cells, record, by_hand.get("comments", {}))),
    )


def flags_for_student(record: dict[str, Any]) -> list[str]:
    """Leave out what a check says to the instructor alone; it begins with the exercise."""
    checks = tuple(f"{cell['exercise']}: " for cell in record["cells"])
    return [flag for flag in record["flags"] if not flag.startswith(checks)]


def parts(
    cells: list[dict[str, Any]], record: dict[str, Any], comments: dict[str, str]
) -> Iterator[Part]:
    """Choose what of the graded notebook is shown."""
    verdicts = {cell["grade_id"]: cell for cell in record["cells"]}
    for cell in cells:
        graded = cell["metadata"].get("nbgrader", {})
        key, text = graded.get("grade_id", ""), clean_text(source_of(cell))
        if key in verdicts:
            yield {"kind": "verdict", "cell": verdicts[key], "outputs": []}
        elif graded.get("grade") and graded.get("solution"):
            comment = comments.get(key, "")
            yield {"kind": "written", "text": text, "comment": comment, "outputs": []}
        elif cell["cell_type"] == "code" and text.strip():
            yield {"kind": "code", "text": text, "outputs": list(shown(cell["outputs"]))}
        elif not graded and (headings := HEADING.findall(text)):
            yield {"kind": "heading", "text": headings[-1], "outputs": []}


def shown(outputs: Any) -> Iterator[dict[str, str]]:
    """Give text and pictures of a cell's outputs, cleaned once more."""
    for output in clean_outputs(outputs):
        data = output.get("data", {})
        mime = next((mime for mime in PICTURES if mime in data), "")
        if mime:
            yield {"picture": data[mime], "mime": mime, "text": ""}
        elif output["output_type"] == "error":
            yield {"picture": "", "text": "\n".join(output["traceback"])}
        else:
            yield {"picture": "", "text": output.get("text") or data.get("text/plain", "")}
