"""A submission is read as a whitelist, and refused with a reason."""

import io
import json
import os
import zipfile

import pytest

from course_lib.grading.examine.submission import (
    MissingSubmission,
    Part,
    RefusedSubmission,
    locate,
    parse,
    text_defining,
)
from course_lib.grading.grade import grade

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


def test_what_a_student_defines_in_a_test_cell_or_in_a_copy_of_one_is_run(toy):
    notebook = toy.notebook()
    notebook["cells"].append(dict(notebook["cells"][3], source="helper = 1"))
    notebook["cells"][4]["source"] = "def other():\n    return 2"
    parts = parse(json.dumps(notebook).encode(), toy.assignment).parts
    own = [part.source for part in parts if part.cell is None]
    assert own == ["def other():\n    return 2", "helper = 1"]
    assert [part.cell.key for part in parts if part.cell and part.cell.kind == "test"] == [
        "double-visible", "double-hidden", "triple-visible",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text + "\0" * 4096,
        lambda text: text.replace('"source": "', '"source": null, "was": "', 1),
    ],
)
def test_harmless_damage_is_read(toy, damage):
    parts = parse(damage(json.dumps(toy.notebook())).encode(), toy.assignment).parts
    assert [part.source for part in parts if part.cell and part.cell.key == "double"] == [
        "def double(x):\n    return 2 * x"
    ]


def test_lines_that_lost_their_ends_are_lines(toy):
    notebook = toy.notebook()
    for cell in notebook["cells"]:
        cell["source"] = cell["source"].split("\n")
    assert sources(toy, notebook) == sources(toy, toy.notebook())


def test_an_archive_that_is_called_a_notebook_is_read(toy):
    content = json.dumps(toy.notebook()).encode()
    path = toy.submit("a", archive({"toy.ipynb": content}))
    found, notes = locate(path.parent, toy.assignment, LIMIT)
    assert found == content
    assert notes == ["renamed: toy.ipynb: toy.ipynb was taken for toy.ipynb"]


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


NAMES = [
    "toy/toy.ipynb.txt", "toy/toy (1).ipynb", "toy/toy(1).ipynb", "toy/toy-Copy1.ipynb",
    "toy/Toy.IPYNB", "toy/toy.json", "toy/toy", "toy/toy.txt", "toy/hw1_anna.ipynb",
    "toy/toy - Kopie.ipynb", "toy/toy_Copy (2).ipynb", "toy/toy.ipynb.ipynb", "toy/sub/toy.ipynb",
    "toy/hw/final/toy_done.ipynb", "toy/.ipynb_checkpoints/toy-checkpoint.ipynb", "toy.ipynb",
    "Toy/toy.ipynb", "toy_solved/toy.ipynb", "homework/x.ipynb", "toy.ipynb/toy.ipynb",
    "toy/toy.ipynb/toy.ipynb", "other/toy.ipynb", "TOY.IPYNB.TXT",
]  # fmt: skip


@pytest.mark.parametrize("place", NAMES)
def test_a_notebook_of_an_odd_name_or_in_an_odd_place_is_found_and_named(toy, place):
    content = json.dumps(toy.notebook("def double(x):\n    return x + x"))
    toy.write(f"submitted/a/{place}", content)
    found, notes = locate(toy.root / "submitted/a/toy", toy.assignment, LIMIT)
    assert found == content.encode()
    shown = f"../{place}".removeprefix("../toy/")
    assert notes == [f"renamed: {shown} was taken for toy.ipynb"]


@pytest.mark.parametrize("place", ["toy/toy.zip", "toy/upload.zip", "toy.zip"])
@pytest.mark.parametrize("inside", ["toy.ipynb", "toy/toy.ipynb", "a/b/hw.ipynb"])
def test_a_notebook_in_an_archive_is_found_and_nothing_is_unpacked(toy, place, inside):
    content = json.dumps(toy.notebook()).encode()
    before = sorted(toy.root.rglob("*"))
    packed = archive({inside: content, "__MACOSX/._toy.ipynb": b"\0\5", "data.csv": b"1,2"})
    path = toy.write(f"submitted/a/{place}", packed)
    found, notes = locate(toy.root / "submitted/a/toy", toy.assignment, LIMIT)
    assert found == content
    assert notes[0].startswith("renamed: ")
    assert inside.split("/")[-1] in notes[0]
    assert {p for p in toy.root.rglob("*") if p.is_file()} == {
        *(p for p in before if p.is_file()), path,
    }  # fmt: skip


def archive(files, **settings):
    """Make a zip archive in memory."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, **settings) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return held.getvalue()


def damaged(content, at, by):
    """Change some bytes."""
    return content[:at] + by + content[at + len(by) :]


BOMB = archive({"toy.ipynb": b"0" * 50_000_000})
SMALL = archive({"toy.ipynb": b'{"cells": []}'})
ENTRY = SMALL.find(b"PK\1\2")  # where the archive lists its file
HOSTILE = {
    "bomb": BOMB,
    "broken": SMALL[:40],
    "no directory": SMALL[:-30],
    "wrong checksum": damaged(SMALL, ENTRY + 16, b"\0\0\0\0"),
    "another compression": damaged(damaged(SMALL, 8, b"\x0e\0"), ENTRY + 10, b"\x0e\0"),
    "encrypted": damaged(SMALL, ENTRY + 8, b"\1"),
    "offset outside": damaged(SMALL, ENTRY + 42, b"\xff\xff\xff\x7f"),
    "archive in it": archive({"toy.zip": SMALL}),
    "outside": archive({"../../toy.ipynb": b'{"cells": []}'}),
    "nothing in it": archive({}),
    "many files": archive({f"{k}.ipynb": b"{}" for k in range(3000)}),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_archive_is_refused_by_name(toy, kind):
    toy.write("submitted/a/toy/toy.zip", HOSTILE[kind])
    with pytest.raises(RefusedSubmission, match=r"toy\.zip"):
        locate(toy.root / "submitted/a/toy", toy.assignment, LIMIT)


def test_an_archive_with_two_notebooks_is_refused_by_their_names(toy):
    two = {f"{k}.ipynb": json.dumps(toy.notebook(f"double = {k}")) for k in ("one", "two")}
    toy.write("submitted/a/toy/toy.zip", archive(two))
    with pytest.raises(RefusedSubmission, match=r"one\.ipynb.*two\.ipynb"):
        locate(toy.root / "submitted/a/toy", toy.assignment, LIMIT)


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"toy.pdf": b"%PDF-1.7"}, r"toy\.pdf \(a PDF\)"),
        ({"toy.html": b"<!DOCTYPE html>"}, r"toy\.html \(a web page\)"),
        ({"toy.py": b"def double(x): ..."}, r"toy\.py \(a script\)"),
        ({"work.docx": b"PK\3\4"}, r"work\.docx \(a zip archive\)"),
        ({"toy.webloc": b"bplist00"}, r"toy\.webloc \(a web location\)"),
        ({"a.csv": b"1", "b.png": b"\x89PNG"}, r"a\.csv, b\.png \(a picture\)"),
        ({"notes.txt": b"hello"}, r"notes\.txt"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_notebook_is_refused_by_name(toy, files, reason):
    for name, content in files.items():
        toy.write(f"submitted/a/toy/{name}", content)
    with pytest.raises(RefusedSubmission, match=f"nothing else that can be graded: {reason}"):
        locate(toy.root / "submitted/a/toy", toy.assignment, LIMIT)


def test_what_lies_beside_the_folders_is_named_with_a_missing_submission(toy):
    toy.write("submitted/a/toy.pdf", b"%PDF-1.7")
    with pytest.raises(MissingSubmission, match=r"no toy\.ipynb; .* toy\.pdf \(a PDF\)"):
        locate(toy.root / "submitted/a/toy", toy.assignment, LIMIT)


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "desktop.ini", "timestamp.txt", "submission_secret.txt",
             "__MACOSX/._toy.ipynb", ".ipynb_checkpoints/toy-checkpoint.ipynb", "~$toy.docx"],
)  # fmt: skip
def test_files_of_systems_and_of_nbgrader_are_no_extra_files(toy, name):
    path = toy.submit("a", toy.notebook())
    toy.write(f"submitted/a/toy/{name}", b"x")
    assert locate(path.parent, toy.assignment, LIMIT)[1] == []
    path.unlink()
    if "checkpoint" not in name:
        with pytest.raises(MissingSubmission):
            locate(path.parent, toy.assignment, LIMIT)


def test_the_right_name_wins_over_a_copy_which_is_named(toy):
    path = toy.submit("a", toy.notebook("def double(x):\n    return x + x"))
    toy.write("submitted/a/toy/toy (1).ipynb", toy.notebook("def double(x):\n    return 1"))
    content, notes = locate(path.parent, toy.assignment, LIMIT)
    assert content == path.read_bytes()
    assert notes == ["extra files ignored: toy (1).ipynb"]


STUB = "# YOUR CODE HERE\nraise NotImplementedError()"


@pytest.mark.parametrize("empty", ["stub", "broken", "another assignment", "a web page"])
def test_a_copy_with_the_work_wins_over_a_file_without_any(toy, empty):
    other = toy.write("submitted/a/toy/toy (1).ipynb", toy.notebook("def double(x):\n    return 1"))
    nothing = toy.notebook(STUB)
    for cell in nothing["cells"]:
        cell["source"] = STUB if cell["id"] == "triple" else cell["source"]
    toy.submit("a", {
        "stub": nothing, "broken": json.dumps(toy.notebook())[:-40],
        "another assignment": {"cells": [toy.code("x", "def f(): pass")]}, "a web page": "<html>",
    }[empty])  # fmt: skip
    content, notes = locate(other.parent, toy.assignment, LIMIT)
    assert content == other.read_bytes()
    assert notes[0] == "renamed: toy (1).ipynb was taken for toy.ipynb"


def test_two_copies_that_are_equal_are_one(toy):
    for name in ("toy (1).ipynb", "toy (2).ipynb"):
        path = toy.write(f"submitted/a/toy/{name}", toy.notebook())
    assert locate(path.parent, toy.assignment, LIMIT)[0] == path.read_bytes()


def test_a_notebook_of_another_assignment_is_not_taken_from_its_folder(toy):
    toy.write("submitted/a/other/other.ipynb", {"cells": [toy.code("x", "def f(): pass")]})
    with pytest.raises(MissingSubmission):
        locate(toy.root / "submitted/a/toy", toy.assignment, LIMIT)


def test_assignments_with_equal_names_of_cells_are_kept_apart(toy, here):
    toy.write("solutions/again/again.ipynb", toy.notebook())
    toy.write("submitted/a/again/again.ipynb", toy.notebook())
    assert [record.status for record in grade("toy", toy.root)] == ["missing"]
    toy.write("submitted/a/again/toy.ipynb", toy.notebook())
    (record,) = grade("toy", toy.root)
    assert "renamed: ../again/toy.ipynb was taken for toy.ipynb" in record.flags


def test_a_link_in_an_odd_place_is_not_followed(toy):
    (toy.root / "submitted/a").mkdir(parents=True)
    (toy.root / "submitted/a/hw").symlink_to(toy.root / "solutions/toy")
    (toy.root / "submitted/a/toy.ipynb").symlink_to(toy.root / "solutions/toy/toy.ipynb")
    with pytest.raises(MissingSubmission):
        locate(toy.root / "submitted/a/toy", toy.assignment, LIMIT)


@pytest.mark.parametrize("kind", ["widgets", "html", "printed"])
def test_outputs_of_any_size_within_the_limit_are_ignored(toy, kind):
    notebook = toy.notebook()
    data = {"widgets": {str(k): {"a": [k]} for k in range(60_000)}, "html": "<b>" * 3_000_000,
            "printed": "[[1 2]\n [3 4]]\\ \"" * 400_000}[kind]  # fmt: skip
    notebook["cells"][1]["outputs"] = [{"output_type": "display_data", "data": {"x": data}}]
    notebook["metadata"]["widgets"] = data
    assert len(parse(json.dumps(notebook).encode(), toy.assignment).parts) == 8


def test_json_that_takes_far_more_memory_than_its_text_is_refused(toy):
    with pytest.raises(RefusedSubmission, match="brackets"):
        parse(b'{"cells": [' + b"[]," * 600_000 + b"[]]}", toy.assignment)


def test_a_notebook_of_something_else_under_the_right_name_is_flagged(toy):
    content = json.dumps({"cells": [toy.code("x", "def f(): pass")]}).encode()
    assert "no cell of this notebook belongs to toy" in parse(content, toy.assignment).notes


@pytest.mark.parametrize(
    "source",
    ["x" * 400_000, "a " * 200_000, "a=" * 200_000, "(a," * 150_000, " =" * 200_000,
     "#\n" * 200_000,
     "\"\"\"" * 130_001, "'" * 400_001, "def " * 100_000, "my_numbers(" * 40_000, ";" * 400_000,
     "STUDENT_ID" + " " * 400_000, "import " + "a," * 200_000, "![" * 200_000, "a b" * 130_000],
    ids=lambda source: source[:10],
)  # fmt: skip
def test_text_made_to_be_slow_to_search_is_read_all_the_same(toy, source):
    cells = [{"cell_type": kind, "source": source} for kind in ("code", "markdown") * 3]
    parts = parse(json.dumps({"cells": cells}).encode(), toy.assignment).parts
    assert sum(len(part.source) for part in parts) >= len(source)


F = "def f(x):\n    for k in x:\n\n        pass\n    return x\n"
TEXTS = {
    "one cell": (["import numpy", F], F),
    "with a decorator and what follows": ([f"x = 1\n@cache\n{F}print(f)"], f"@cache\n{F}"),
    "the last one": (["def f(x):\n    return 1\n", F], F),
    "a class": (["class f:\n    x = 1"], "class f:\n    x = 1"),
    "lines that only look like its end": (
        ["def f(\n    x,\n):\n    return x"],
        "def f(\n    x,\n):\n    return x",
    ),
    "none": (["def g(): pass", "ff = 1"], ""),
    "bound to something else in its cell": ([f"{F}f = g"], ""),
    "bound to something else later": ([F, "f: object = g"], ""),
    "defined again further in": ([F, "if x:\n    def f(x): pass"], ""),
    "defined after it was bound": (["f = 3", F], F),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_text_of_a_function_is_that_of_the_notebook(kind):
    cells, expected = TEXTS[kind]
    assert text_defining([Part(None, True, source) for source in cells], "f") == expected
