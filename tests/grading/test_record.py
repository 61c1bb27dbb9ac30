"""A record has one form: its types, its schema, and what is printed and stored."""

import ast
import json
import re
from dataclasses import replace
from pathlib import Path

import fastjsonschema
import pytest

from course_lib.grading.journal import Journal, digest, identity
from course_lib.grading.pool import LocalPool
from course_lib.grading.record import CellResult, Record, Usage, plain, record_fault
from course_lib.grading.work import grade_one

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = json.loads((ROOT / "book/_data/record.schema.json").read_text(encoding="utf-8"))
GUIDE = (ROOT / "book/instructor_guide.md").read_text(encoding="utf-8")

CELL = CellResult("double-visible", "double", 1.0, "wrong", 0.0, "No.", "sign", "Look.", "x", "y")
USAGE = Usage(
    cpu=0.1, cells=0.05, memory=10, sandbox="full", examiner=0.2, figures="none"
)  # fmt: skip
WHOLE = Record(
    "ann", "toy", "graded", 0.0, 1, 0.5, ["odd"], [CELL], "anna", {"essay": "0" * 64}, USAGE,
    to_read=["essay"],
)  # fmt: skip
# As versions of the same format wrote them, before keys were added.
OLD_CELL = {key: plain(CELL)[key] for key in plain(CELL) if key not in ("hint", "case", "seconds")}
OLD = {
    key: value for key, value in plain(WHOLE).items() if key not in ("to_read", "worked_as")
} | {"cells": [OLD_CELL], "usage": {"cpu": 0.1, "memory": 10}}  # fmt: skip

KEYS = [
    "to_read", "student", "assignment", "status", "score", "max_score", "seconds", "flags",
    "cells", "written", "usage",
]  # fmt: skip
CELL_KEYS = [
    "grade_id", "exercise", "max_points", "status", "points", "message", "diagnosis", "hint",
    "quantity", "case", "seconds",
]  # fmt: skip
USAGE_KEYS = ["cpu", "cells", "memory", "sandbox", "examiner", "figures"]


@pytest.mark.parametrize("record", [WHOLE, Record("a", "toy", "missing", 0.0, 1.0, 0.0, [], [])])
def test_record_is_read_as_it_was_written(record):
    data = json.loads(json.dumps(record.to_json()))
    assert record_fault(data) == ""
    assert Record.from_json(data) == record


def test_record_of_earlier_keys_is_written_as_it_was_read(tmp_path):
    assert record_fault(OLD) == ""
    assert Record.from_json(OLD).to_json() == OLD
    line = {"record": OLD, "format": 1}
    with Journal.open(tmp_path, "toy") as journal:
        journal.file.write(json.dumps(line | {"digest": digest(line, "")}).encode() + b"\n")
        journal.recover()
        (entry,) = journal.entries
    assert identity(entry) == digest(line, "")
    assert (entry["record"].to_read, entry["record"].cells[0].hint) == (None, None)


def without(data, key):
    return {name: value for name, value in data.items() if name != key}


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda r: r | {"graded_by": "me"}, "graded_by"),
        (lambda r: without(r, "seconds"), "seconds"),
        (lambda r: r | {"status": "splendid"}, "status"),
        (lambda r: r | {"score": -1.0}, "score"),
        (lambda r: r | {"score": True}, "score"),
        (lambda r: r | {"flags": "late"}, "flags"),
        (lambda r: r | {"to_read": None}, "to_read"),
        (lambda r: r | {"written": {"essay": 1}}, "written"),
        (lambda r: r | {"usage": {"cpu": 0.1}}, "memory"),
        (lambda r: r | {"cells": [r["cells"][0] | {"status": "graded"}]}, "status"),
        (lambda r: r | {"cells": [r["cells"][0] | {"diagnosis": 1}]}, "diagnosis"),
        (lambda r: r | {"cells": [without(r["cells"][0], "points")]}, "points"),
    ],
)
def test_another_form_is_refused_by_the_schema(change, where):
    data = change(WHOLE.to_json())
    assert where in record_fault(data)
    with pytest.raises(fastjsonschema.JsonSchemaValueException, match=where):
        fastjsonschema.compile(PUBLISHED)(data)


def described(schema):
    """Yield whether each key that a schema names is described."""
    for key in schema.get("properties", {}).values():
        yield "description" in key
        yield from described(key.get("items", key))


def test_published_schema_has_a_version_and_describes_every_key():
    assert PUBLISHED["version"] == 1
    found = list(described(PUBLISHED))
    assert len(found) == len(KEYS) + 1 + len(CELL_KEYS) + 1 + len(USAGE_KEYS)
    assert all(found)


def test_record_of_the_guide_is_one():
    (example,) = re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL)
    assert record_fault(json.loads(example)) == ""
    assert list(json.loads(example)) == KEYS


@pytest.fixture
def printed(toy, here, run_course, monkeypatch):
    """The records that the command prints of a class in which all outcomes occur, by status."""

    def work(job):
        if job.student == "unlucky":
            raise OSError("no room")
        return grade_one(job)

    monkeypatch.setattr("course_lib.grading.grade.LocalPool.work", staticmethod(work))
    toy.submit("right", toy.notebook())
    toy.submit("wrong", toy.notebook("double = abs"))
    toy.submit("foreign", toy.notebook(extra=(toy.code("id", 'STUDENT_ID = "s17"'),)))
    toy.submit("broken", "{")
    toy.submit("unlucky", toy.notebook())
    toy.submit("bad|name", toy.notebook())
    (toy.root / "submitted" / "absent").mkdir()
    lines = [*run_course("grade", "toy", "--json").stdout.splitlines()]
    lines += run_course("grade", "toy", "--json").stdout.splitlines()
    return [json.loads(line) for line in lines]


def test_every_record_that_is_printed_keeps_to_the_published_schema(printed):
    check = fastjsonschema.compile(PUBLISHED)
    records = [check(record) for record in printed if "student" in record]
    assert {(r["student"], r["status"]) for r in records} == {
        ("right", "graded"), ("wrong", "graded"), ("foreign", "graded"), ("broken", "failed"),
        ("unlucky", "failed"), ("bad\\x7cname", "failed"), ("absent", "missing"),
        ("right", "unchanged"), ("wrong", "unchanged"), ("foreign", "unchanged"),
        ("broken", "unchanged"),
    }  # fmt: skip
    assert [Record.from_json(record).to_json() for record in records] == records


def test_printed_records_have_the_keys_that_programs_read_in_their_order(printed):
    records = {(r["student"], r["status"]): r for r in printed if "student" in r}
    assert list(records["right", "graded"]) == list(records["right", "unchanged"]) == KEYS
    foreign = [*KEYS[:-2], "worked_as", *KEYS[-2:]]
    assert list(records["foreign", "graded"]) == foreign
    assert records["foreign", "graded"]["worked_as"] == "s17"
    for student in ("right", "wrong"):
        record = records[student, "graded"]
        assert [list(cell) for cell in record["cells"]] == [CELL_KEYS] * 3
        assert list(record["usage"]) == USAGE_KEYS
    for student, status in (("unlucky", "failed"), ("absent", "missing")):
        assert list(records[student, status]) == KEYS[:-2]
        assert records[student, status]["cells"] == records[student, status]["to_read"] == []
    refused = records["broken", "failed"]
    assert list(refused) == KEYS[:-2]
    assert [list(cell) for cell in refused["cells"]] == [CELL_KEYS] * 3
    assert {cell["status"] for cell in refused["cells"]} == {"refused"}


def test_local_result_of_another_form_is_refused(toy, sandboxed):
    graded = toy.grade(toy.notebook())
    bad = replace(graded, record=replace(graded.record, flags=[7]))
    job = toy.job(toy.notebook())
    assert LocalPool.read(job, graded) is graded
    with pytest.raises(ValueError, match=r"another form: flags\[0\] must be string"):
        LocalPool.read(job, bad)


def imported(text):
    """Yield the modules that a module imports, also within functions."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


RESULTS = "course_lib.grading.results"


def test_import_within_a_function_is_found():
    text = f"def f():\n    from {RESULTS}.gradebook import Book\n    import {RESULTS}.report\n"
    assert list(imported(text)) == [f"{RESULTS}.gradebook", f"{RESULTS}.report"]


@pytest.mark.parametrize("name", ["journal", "record", "work", "transport", "pool"])
def test_imports_lead_from_the_results_to_the_journal_and_not_back(name):
    text = (ROOT / "course_lib/grading" / f"{name}.py").read_text(encoding="utf-8")
    assert not [module for module in imported(text) if module.startswith(RESULTS)]
