"""A submission is read as a whitelist, and refused with a reason."""

import json
import os

import pytest

from course_lib.grading.submission import MissingSubmission, RefusedSubmission, locate, parse

LIMIT = 10**6


def sources(toy, notebook):
    parts = parse(json.dumps(notebook).encode(), toy.assignment).parts
    return {part.cell.key: part.source for part in parts if part.cell}


def test_answer_is_taken_from_the_student(toy):
    assert sources(toy, toy.notebook("x = 1"))["double"] == "x = 1"


def test_test_cell_is_taken_from_the_source(toy):
    notebook = toy.notebook()
    for cell in notebook["cells"]:
        if cell["id"].startswith("double-"):
            cell["source"] = "pass"
    assert "assert double(2) == 4" in sources(toy, notebook)["double-visible"]


def test_order_of_known_cells_is_the_sources(toy):
    notebook = toy.notebook()
    notebook["cells"].reverse()
    assert list(sources(toy, notebook)) == list(sources(toy, toy.notebook()))


def test_own_cell_runs_after_the_cell_it_follows(toy):
    own = {"cell_type": "code", "metadata": {}, "source": "helper = 1"}
    parts = parse(json.dumps(toy.notebook("a", (own,))).encode(), toy.assignment).parts
    position = [part.source for part in parts].index("helper = 1")
    assert parts[position - 1].cell.key == "double"


def test_deleted_test_cell_is_restored(toy):
    notebook = toy.notebook()
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] != "double-hidden"]
    submission = parse(json.dumps(notebook).encode(), toy.assignment)
    assert "deleted test cells were restored: double-hidden" in submission.notes


def test_copy_of_a_test_cell_is_not_run(toy):
    notebook = toy.notebook()
    notebook["cells"].append(dict(notebook["cells"][3], source="raise SystemExit"))
    parts = parse(json.dumps(notebook).encode(), toy.assignment).parts
    assert "raise SystemExit" not in [part.source for part in parts]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"), (b"{", "not JSON"), (b"[]", "not a notebook"), (b"{}", "list of cells"),
        (b"\xff\x00\x81\xfe\x00", "no text"), (b'{"worksheets": 5}', "list of cells"),
        (b'{"cells": [1]}', "not an object"), (b'{"cells": [{"source": 5}]}', "not text"),
        (b"[" * 100_000, "not JSON"), (b"%PDF-1.7", "a PDF"), (b"<!DOCTYPE html>", "a web page"),
        (b'{"cells": [{"source": "x', "breaks off"),
        (b'{\n"cells": [\n<<<<<<< HEAD\n', "merge conflict, at line 3"),
        (b'{\n"cells": [],\n"a": 1\n=======\n"a": 2}\n', "merge conflict, at line 4"),
    ],
    ids=lambda value: str(value)[:25],
)  # fmt: skip
def test_unreadable_content_is_refused_with_a_reason(toy, content, reason):
    with pytest.raises(RefusedSubmission, match=reason):
        parse(content, toy.assignment)


@pytest.mark.parametrize(
    "name", ["toy (1).ipynb", "Toy.ipynb", "toy-copy.ipynb", "toy-Copy1.ipynb", "toy .ipynb"]
)
def test_name_close_to_the_right_one_is_accepted_with_a_note(toy, name):
    path = toy.submit("a", toy.notebook())
    path.rename(path.with_name(name))
    _, notes = locate(path.parent, toy.assignment, LIMIT)
    assert "renamed" in notes[0]


def test_two_close_names_are_refused(toy):
    path = toy.submit("a", toy.notebook())
    path.rename(path.with_name("toy (1).ipynb"))
    toy.write("submitted/a/toy/toy (2).ipynb", toy.notebook("def double(x):\n    return x + x"))
    with pytest.raises(RefusedSubmission, match="more than one"):
        locate(path.parent, toy.assignment, LIMIT)


def test_empty_folder_is_missing(toy):
    (toy.root / "submitted/a/toy").mkdir(parents=True)
    with pytest.raises(MissingSubmission):
        locate(toy.root / "submitted/a/toy", toy.assignment, LIMIT)


def test_symbolic_link_is_refused(toy):
    path = toy.submit("a", "")
    path.unlink()
    path.symlink_to(toy.root / "solutions/toy/toy.ipynb")
    with pytest.raises(RefusedSubmission, match="symbolic link"):
        locate(path.parent, toy.assignment, LIMIT)


def test_linked_folder_is_refused(toy):
    (toy.root / "submitted/a").mkdir(parents=True)
    (toy.root / "submitted/a/toy").symlink_to(toy.root / "solutions/toy")
    with pytest.raises(RefusedSubmission, match="symbolic link"):
        locate(toy.root / "submitted/a/toy", toy.assignment, LIMIT)


def test_named_pipe_is_refused_without_blocking(toy):
    path = toy.submit("a", "")
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(RefusedSubmission, match="not a regular file"):
        locate(path.parent, toy.assignment, LIMIT)


def test_folder_in_place_of_the_file_is_refused(toy):
    (toy.root / "submitted/a/toy/toy.ipynb").mkdir(parents=True)
    with pytest.raises(RefusedSubmission, match="not a regular file"):
        locate(toy.root / "submitted/a/toy", toy.assignment, LIMIT)


def test_oversize_file_is_refused(toy):
    path = toy.submit("a", b"x" * (LIMIT + 1))
    with pytest.raises(RefusedSubmission, match="larger than"):
        locate(path.parent, toy.assignment, LIMIT)
