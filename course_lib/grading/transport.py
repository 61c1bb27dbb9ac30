"""What travels between ``course grade`` and its workers, and what of it is believed."""

import base64
import copy
import functools
import json
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import fastjsonschema

from course_lib.grading.examine.assignment import Assignment, Cell
from course_lib.grading.examine.outputs import PICTURES, clean_outputs, clean_text
from course_lib.grading.examine.submission import MAX_CELL_TEXT, MAX_CELLS
from course_lib.grading.record import Record, cell_key, record_fault
from course_lib.grading.sandbox.limits import MB, Limits
from course_lib.grading.work import Graded, Job, grade_one, written_cell

MAX_ANSWER = 64 * MB
CLOSE = 1e-6  # what rounding may change in a sum of points


class UnfitAnswer(ValueError):
    """A worker's answer is no result of the job it was given."""


def pack(job: Job) -> bytes:
    """Write a job as JSON."""
    return json.dumps(packed(job)).encode()


def packed(job: Job) -> dict[str, Any]:
    """Turn a job into plain data."""
    return {field.name: getattr(job, field.name) for field in fields(job)} | {
        "assignment": packed_assignment(job.assignment),
        "content": base64.b64encode(job.content).decode(),
        "limits": job.limits.as_dict(),
        "only": None if job.only is None else sorted(job.only),
        "others": [packed(other) for other in job.others],
    }


def packed_assignment(assignment: Assignment) -> dict[str, Any]:
    """Turn an assignment into plain data."""
    return {field.name: getattr(assignment, field.name) for field in fields(assignment)} | {
        "files": [[path, base64.b64encode(data).decode()] for path, data in assignment.files],
        "others": [packed_assignment(other) for other in assignment.others],
    }


def unpack(message: bytes) -> Job:
    """Read a job, as the worker gets it."""
    return unpacked(json.loads(message))


def unpacked(plain: dict[str, Any]) -> Job:
    """Make a job of plain data."""
    parts: dict[str, Any] = {
        "assignment": unpacked_assignment(plain["assignment"]),
        "content": base64.b64decode(plain["content"]),
        "limits": Limits(**plain["limits"]),
        "only": None if plain["only"] is None else frozenset(plain["only"]),
        "notes": tuple(plain["notes"]),
        "classmates": tuple(plain["classmates"]),
        "others": tuple(unpacked(other) for other in plain["others"]),
    }
    return Job(**plain | parts)


def unpacked_assignment(plain: dict[str, Any]) -> Assignment:
    """Make an assignment of plain data."""
    parts: dict[str, Any] = {
        "files": tuple((path, base64.b64decode(data)) for path, data in plain["files"]),
        "others": tuple(unpacked_assignment(other) for other in plain["others"]),
        "stubs": tuple(plain["stubs"]),
        "packages": tuple(plain["packages"]),
    }
    return Assignment(**plain | parts)


def grade_message(message: bytes) -> bytes:
    """Do a job on another machine: JSON in, JSON out, an error in words."""
    answer: dict[str, Any]
    try:
        graded = grade_one(unpack(message))
        answer = {"record": graded.record.to_json(), "notebook": graded.notebook}
        if graded.others:
            answer["others"] = [
                {"record": other.record.to_json(), "notebook": other.notebook}
                for other in graded.others
            ]
    except Exception as error:
        answer = {"error": f"{type(error).__name__}: {error}"[:2000]}
    return json.dumps(answer).encode()


def read_answer(job: Job, answer: Any) -> Graded:
    """
    Read what a worker on another machine answered.

    Parameters
    ----------
    job : Job
        What it was asked.
    answer : bytes
        What `grade_message` gave, if it was that.

    Returns
    -------
    Graded
        The result, with everything that a person may open cleaned once more.

    Raises
    ------
    UnfitAnswer
        If it is no result of this job.
    RuntimeError
        If the worker could not do it, with its reason.
    """
    if not isinstance(answer, bytes) or len(answer) > MAX_ANSWER:
        raise UnfitAnswer(f"the worker's answer is not JSON of at most {MAX_ANSWER // MB} MB")
    try:
        plain = json.loads(answer)
    except (ValueError, RecursionError):
        raise UnfitAnswer("the worker's answer is not JSON") from None
    if isinstance(plain, dict) and isinstance(plain.get("error"), str):
        raise RuntimeError(f"on the worker: {clean_text(plain['error'], 2000)}")
    others = plain.pop("others", []) if isinstance(plain, dict) and job.others else []
    if type(others) is not list or len(others) != len(job.others):
        raise unfit("the other notebooks", len(job.others), others)
    parts = [formed(part) for part in (plain, *others)]
    graded = Graded(parts[0].record, parts[0].notebook, tuple(parts[1:]))
    check_fit(job, graded)
    books = job.assignment.books
    clean = [cleaned_part(*pair) for pair in zip((graded, *graded.others), books, strict=True)]
    return Graded(clean[0].record, clean[0].notebook, tuple(clean[1:]))


def formed(plain: Any) -> Graded:
    """Read one notebook's part of an answer, if it has the form of one."""
    if not isinstance(plain, dict) or plain.keys() != {"record", "notebook"}:
        raise UnfitAnswer("the worker's answer holds other keys than record and notebook")
    check_form(plain["record"], plain["notebook"])
    return Graded(Record.from_json(plain["record"]), plain["notebook"])


def cleaned_part(graded: Graded, book: Assignment) -> Graded:
    """Clean all that a person may open of one notebook's part."""
    notebook = graded.notebook
    if notebook is not None:
        known = {cell.cell_id: cell for cell in book.cells}
        notebook["cells"] = [clean_cell(c, known.get(c["id"])) for c in notebook["cells"]]
    return Graded(Record.from_json(cleaned(graded.record.to_json())), notebook)


def clean_cell(cell: dict[str, Any], theirs: Cell | None) -> dict[str, Any]:
    """Clean what is the student's in a cell: outputs, and text that is not the instructor's."""
    if cell["cell_type"] == "code":
        return cell | {"outputs": clean_outputs(cell["outputs"])}
    if not by_student(theirs):
        return cell
    metadata = copy.deepcopy(theirs.metadata) if theirs else {}
    typed = cell["metadata"].get("course", {}).get("typed", cell["source"])
    return cell | written_cell(metadata, clean_text(typed), theirs is None)


def by_student(theirs: Cell | None) -> bool:
    """Tell whether the text of a cell is the student's, by the source's cell of this id."""
    return theirs is None or theirs.kind in ("answer", "written")


def cleaned(value: Any) -> Any:
    """Clean every text in plain data."""
    if isinstance(value, dict):
        return {key: cleaned(item) for key, item in value.items()}
    if isinstance(value, list):
        return [cleaned(item) for item in value]
    return clean_text(value, 20_000) if isinstance(value, str) else value


def checked(job: Job, graded: Graded) -> Graded:
    """
    Compare a result with the job: form, names, and bounds of the points.

    Parameters
    ----------
    job : Job
        What was asked.
    graded : Graded
        What came back.

    Returns
    -------
    Graded
        The same.

    Raises
    ------
    UnfitAnswer
        If it does not fit; the text says where, what was expected, and what came.
    """
    for part in (graded, *graded.others):
        check_form(part.record.to_json(), part.notebook)
    check_fit(job, graded)
    return graded


def check_form(record: Any, notebook: Any) -> None:
    """Compare plain data with the schemas of a record and of a graded notebook."""
    wrong = record_fault(record)
    if notebook is not None and not wrong:
        try:
            notebook_checker()(notebook)
        except fastjsonschema.JsonSchemaValueException as error:
            wrong = error.message
    if wrong:
        raise UnfitAnswer(f"the worker's result has another form: {wrong[:200]}")


def check_fit(job: Job, graded: Graded) -> None:
    """Compare a result of the right form with the job."""
    check_record(job, graded.record)
    books = job.assignment.books if job.others else job.assignment.books[:1]
    for book, part in zip(books, (graded, *graded.others), strict=True):
        failed = part.record.status == "failed"
        if not job.others and (part.notebook is None) != failed:
            raise unfit("the notebook", part.record.status, part.notebook is not None)
        if part.notebook is not None:
            check_notebook(book, part.notebook)


def check_record(job: Job, record: Record) -> None:
    """Compare a record with the job: whose, which cells, and points within their bounds."""
    cells = [(book.book, c) for book in job.assignment.books for c in book.cells]
    tests = {
        cell_key(book, cell.key): cell for book, cell in cells
        if cell.kind == "test" and cell.code and (job.only is None or cell.key in job.only)
    }  # fmt: skip
    written = {cell_key(book, cell.key) for book, cell in cells if cell.kind == "written"}
    expect("student", job.student, record.student)
    expect("assignment", job.assignment.name, record.assignment)
    expect("cells", list(tests), [cell.key for cell in record.cells])
    for cell in record.cells:
        theirs = tests[cell.key]
        expect(f"exercise of {cell.key}", theirs.exercise, cell.exercise)
        expect(f"max_points of {cell.key}", theirs.points, cell.max_points)
        if not 0 <= cell.points <= theirs.points:
            raise unfit(f"points of {cell.key}", f"0 to {theirs.points:g}", cell.points)
    close("score", sum(cell.points for cell in record.cells), record.score)
    close("max_score", sum(cell.max_points for cell in record.cells), record.max_score)
    for name, keys in (("written", record.written), ("to_read", record.to_read)):
        if not written.issuperset(keys or ()):
            raise unfit(name, sorted(written), sorted(keys or ()))
    if record.status not in ("graded", "failed"):
        raise unfit("status", "graded or failed", record.status)
    if record.status == "graded":
        usage = record.usage
        expect("usage.figures", job.figures, usage and usage.figures)
        expect("usage.sandbox", job.tier, usage and usage.sandbox)


def check_notebook(book: Assignment, notebook: dict[str, Any]) -> None:
    """Compare a notebook with the source: the instructor's cells are as they were."""
    source = book.notebook
    expect("metadata of the notebook", source["metadata"], notebook["metadata"])
    expect("nbformat", source["nbformat"], notebook["nbformat"])
    known = {cell.cell_id: cell for cell in book.cells}
    for cell in notebook["cells"]:
        theirs = known.get(cell["id"])
        where = f"cell {cell['id']}"
        metadata = dict(cell["metadata"])
        if cell["cell_type"] == "markdown" and by_student(theirs):
            check_typed(where, metadata.pop("course", {}))
        expect(f"metadata of {where}", theirs.metadata if theirs else {}, metadata)
        if theirs is None:
            continue
        expect(f"type of {where}", "code" if theirs.code else "markdown", cell["cell_type"])
        if theirs.kind in ("test", "readonly") or (theirs.kind == "plain" and not theirs.code):
            expect(f"text of {where}", shown(theirs.source, theirs.code), cell["source"])


def check_typed(where: str, course: Any) -> None:
    """Check what `written_cell` adds to a cell; its text is cleaned again from what was typed."""
    named = isinstance(course, dict) and course.keys() <= {"by", "typed"}
    if not named or not all(isinstance(value, str) for value in course.values()):
        raise unfit(f"metadata of {where}", "the text as it was typed", course)


def shown(source: str, code: bool) -> str:
    """Give an instructor's text as a graded notebook shows it."""
    return clean_text(source, len(source)) if code else source


def expect(where: str, expected: Any, came: Any) -> None:
    """Raise if something else came than expected."""
    if came != expected:
        raise unfit(where, expected, came)


def close(where: str, total: float, came: float) -> None:
    """Raise if a sum is not that of its parts."""
    if not abs(came - total) <= CLOSE:
        raise unfit(where, total, came)


def unfit(where: str, expected: Any, came: Any) -> UnfitAnswer:
    """Make the error that says where, what was expected, and what came."""
    short = clean_text(repr(came)[:100])
    return UnfitAnswer(
        f"the worker's result does not fit the job: {where}: expected {str(expected)[:100]}, "
        f"got {short}"
    )


@functools.cache
def notebook_checker() -> Callable[[Any], Any]:
    """Compile the schema of a graded notebook, once."""
    compiled: Callable[[Any], Any] = fastjsonschema.compile(NOTEBOOK)
    return compiled


def closed(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    """Make the schema of an object that has these keys and no others."""
    return {
        "type": "object",
        "properties": required | optional,
        "required": list(required),
        "additionalProperties": False,
    }


def listed(items: dict[str, Any], most: int) -> dict[str, Any]:
    """Make the schema of a list of limited length."""
    return {"type": "array", "items": items, "maxItems": most}


def text(most: int) -> dict[str, Any]:
    """Make the schema of a text of limited length."""
    return {"type": "string", "maxLength": most}


LONG = text(20_000)
OBJECT = {"type": "object"}
DATA = {mime: {"type": "string"} for mime in (*PICTURES, "text/plain")}
TRACEBACK = listed({"type": "string"}, 20_000)
OUTPUT = {
    "oneOf": [
        closed({"output_type": {"const": "stream"}, "name": {"enum": ["stdout", "stderr"]},
                "text": {"type": "string"}}),
        closed({"output_type": {"const": "display_data"}, "metadata": OBJECT,
                "data": closed({}, **DATA)}),
        closed({"output_type": {"const": "execute_result"}, "metadata": OBJECT,
                "data": closed({}, **DATA), "execution_count": {"type": "null"}}),
        closed({"output_type": {"const": "error"}, "ename": LONG, "evalue": LONG,
                "traceback": TRACEBACK}),
    ]
}  # fmt: skip
CELL = {"id": text(64), "metadata": OBJECT, "source": text(4 * MAX_CELL_TEXT)}
NOTEBOOK = closed(
    {"nbformat": {"type": "integer"}, "nbformat_minor": {"type": "integer"}, "metadata": OBJECT,
     "cells": listed({"oneOf": [
        closed({"cell_type": {"const": "markdown"}} | CELL),
        closed({"cell_type": {"const": "code"}, "outputs": listed(OUTPUT, 1000),
                "execution_count": {"type": "null"}} | CELL),
     ]}, 3 * MAX_CELLS)},
)  # fmt: skip
