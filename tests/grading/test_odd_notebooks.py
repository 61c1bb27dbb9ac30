"""An honest notebook in an odd form gets the points of the plain one."""

import copy
import json
from dataclasses import replace

import pytest

from course_lib.checks import registry
from course_lib.checks.personal import draw
from course_lib.checks.sitting import Sitting
from course_lib.grading.check import assignment_of, check_notebook
from course_lib.grading.examine.class_notes import class_notes
from course_lib.grading.examine.finder import share_held
from course_lib.grading.examine.submission import named_id, parse
from course_lib.grading.work import Job, base_record, grade_one
from tests.grading import odd

CHAPTERS = ("relu", "binary_classification")
PERSONAL = {"relu": "relu_network_by_hand", "binary_classification": "forward_by_hand"}


@pytest.fixture(scope="session")
def plain():
    """Give a solved notebook; each call a fresh one."""
    solved = {name: odd.solved(name) for name in registry.CHAPTERS}
    return lambda name: copy.deepcopy(solved[name])


def graded(name, changed, student="anna", classmates=("anna", "bob"), **settings):
    job = Job(student, odd.assignment(name), odd.content(changed), 7, **settings)
    return grade_one(Job(**{**vars(job), "classmates": classmates}))


def lost(record):
    return {cell.grade_id: cell.message for cell in record.cells if not cell.points}


@pytest.mark.parametrize("name", CHAPTERS)
@pytest.mark.parametrize("change", odd.CHANGES)
def test_an_odd_notebook_gets_the_points_of_the_plain_one(name, change, plain, sandboxed):
    record = graded(name, odd.CHANGES[change](plain(name))).record
    assert lost(record) == {}
    assert record.score == record.max_score == 24


@pytest.mark.parametrize("change", ["without_ids_and_metadata", "with_new_ids", "formatted"])
@pytest.mark.parametrize("name", registry.CHAPTERS)
def test_every_cell_of_each_assignment_is_known_by_its_content(name, change, plain):
    assignment = odd.assignment(name)
    usual = parse(odd.content(plain(name)), assignment)
    changed = parse(odd.content(odd.CHANGES[change](plain(name))), assignment)
    keys = [part.cell.key if part.cell else None for part in changed.parts]
    assert keys == [part.cell.key for part in usual.parts]
    assert changed.to_read == usual.to_read


@pytest.mark.parametrize("name", registry.CHAPTERS)
def test_a_notebook_holds_only_its_own_assignment(name, plain):
    content = odd.content(odd.without_ids_and_metadata(plain(name)))
    held = {other: share_held(content, odd.assignment(other)) for other in registry.CHAPTERS}
    assert [other for other, share in held.items() if share >= 0.3] == [name]


def test_no_cell_of_the_source_runs_beside_the_students_own(plain):
    assignment = odd.assignment("relu")
    parts = parse(odd.content(odd.without_ids_and_metadata(plain("relu"))), assignment).parts
    sources = [part.source for part in parts if part.code]
    assert len(sources) == len(set(sources)) == sum(cell.code for cell in assignment.cells)
    assert not [source for source in sources if '"your-id"' in source]


def test_names_that_were_lost_are_flagged_and_kept_ones_are_not(plain):
    assignment = odd.assignment("relu")
    lost = parse(odd.content(odd.with_new_ids(plain("relu"))), assignment).notes
    assert lost == ["cells without their ids were matched by their content: 25"]
    assert parse(odd.content(plain("relu")), assignment).notes == []


def test_a_wrong_answer_stays_wrong_in_every_form(plain, sandboxed):
    notebook = plain("relu")
    k = odd.by_id(notebook, "relu")
    notebook["cells"][k]["source"] = "def relu(z):\n    return z"
    usual = graded("relu", notebook).record
    for change in ("without_ids_and_metadata", "reversed_without_names", "answers_swapped"):
        changed = graded("relu", odd.CHANGES[change](copy.deepcopy(notebook))).record
        assert changed.score == usual.score < usual.max_score


def test_an_untouched_notebook_gets_nothing_in_every_form(sandboxed):
    released = odd.read(odd.ROOT / "exercises/relu/relu.ipynb")
    for change in ("without_ids_and_metadata", "with_new_ids", "cells_copied"):
        record = graded("relu", odd.CHANGES[change](copy.deepcopy(released))).record
        assert (record.score, record.to_read) == (0, [])


def by_hand(notebook, name, whose):
    """Put the right numbers of somebody into a notebook, worked out on paper."""
    personal = registry.personals()[PERSONAL[name]]
    right = personal.answers(draw(personal.task, whose))
    answers = {k: round(right[k], asked.decimals) for k, asked in personal.task.asked.items()}
    k = odd.by_id(notebook, personal.task.name)
    notebook["cells"][k]["source"] = f"def {personal.task.name}():\n    return {answers}"
    return notebook


def with_id(notebook, given):
    k = odd.position(notebook, "STUDENT")
    notebook["cells"][k]["source"] = notebook["cells"][k]["source"].replace("anna", given)
    return notebook


@pytest.mark.parametrize("name", CHAPTERS)
@pytest.mark.parametrize(
    ("whose", "given", "points", "flag"),
    [
        ("anna", "anna", 24, ""),
        ("anna", "your-id", 24, ""),
        ("anna", "Anna ", 24, ""),
        ("anna", "bob", 24, "STUDENT_ID names 'bob', who is somebody else in the class"),
        ("a.schmidt", "a.schmidt", 24, "worked with the numbers of 'a.schmidt', the folder is"),
        ("anna", "a.schmidt", 24, ""),
        ("bob", "bob", 22, "the answers fit the numbers of bob"),
        ("bob", "anna", 22, "the answers fit the numbers of bob"),
        ("bob", "a.schmidt", 22, "the answers fit the numbers of bob"),
        ("your-id", "your-id", 22, ""),
        ("your-id", "anna", 22, ""),
        ("carl", "anna", 22, ""),
    ],
)
def test_numbers_are_the_folders_or_those_of_an_id_that_is_nobody_elses(
    name, whose, given, points, flag, plain, sandboxed
):
    record = graded(name, with_id(by_hand(plain(name), name, whose), given)).record
    assert record.score == points
    assert any(flag in text for text in record.flags) or not flag
    assert bool(record.flags) == bool(flag)


def test_the_folder_may_be_called_by_a_number_that_no_student_knows(plain, sandboxed):
    notebook = by_hand(plain("relu"), "relu", "anna")
    record = graded("relu", notebook, student="1023411", classmates=("1023411", "1023412")).record
    assert record.score == 24
    assert record.worked_as == "anna"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('STUDENT_ID = "anna"', "anna"),
        ("STUDENT_ID='anna'  # mine", "anna"),
        ('STUDENT_ID: str = "anna"; x = 1', "anna"),
        ('# STUDENT_ID = "bob"\nSTUDENT_ID = "anna"', "anna"),
        ('STUDENT_ID = "bob"\nSTUDENT_ID = "anna"', "anna"),
        ('numbers = my_numbers("relu_network_by_hand", "anna")', "anna"),
        ("n = my_numbers('x', student_id = 'anna')", "anna"),
        ('STUDENT_ID = f"anna"', ""),
        ("STUDENT_ID = input()", ""),
        ('STUDENT_ID = "a" + "b"', ""),
        ('STUDENT_ID = "\x1b[31m"', ""),
    ],
)
def test_the_id_that_a_notebook_names_is_found_without_running_or_parsing_it(source, found, toy):
    notebook = toy.notebook(extra=(odd.cell("code", source),))
    assert named_id(parse(odd.content(notebook), toy.assignment).parts) == found


def test_one_id_in_two_folders_is_told_of_the_class(toy):
    blank = base_record("4", toy.assignment, "graded")
    given = [("1", "Bob"), ("2", "bob"), ("3", "eve")]
    records = [replace(blank, student=s, worked_as=i) for s, i in given]
    assert list(class_notes([*records, blank])) == [
        "3 students gave an id that is not the name of their folder, and were judged by the "
        "numbers of that id: does the class know other ids than the folders have?",
        "one id, 'bob', in 2 folders: 1, 2",
    ]
    assert list(class_notes([blank])) == []


def test_an_id_of_the_class_is_never_a_foreign_one():
    assert Sitting("anna", ("anna", "Bob"), "bob ").foreign == ""
    assert Sitting("anna", ("anna", "Bob"), "bob ").copied == "bob "
    assert Sitting("anna", ("anna", "Bob"), "YOUR-ID").foreign == ""
    assert Sitting("anna", ("anna",), "ann").foreign == "ann"


NEW_CELL = "*Write your answer here, in place of this line.*"
PLACES = {
    "below": lambda c, k, text: c.insert(k + 1, odd.cell("markdown", text)),
    "above": lambda c, k, text: c.insert(k, odd.cell("markdown", text)),
    "raw": lambda c, k, text: c.insert(k + 1, odd.cell("raw", text)),
    "comment": lambda c, k, text: c.insert(k + 1, odd.cell("code", "# " + text)),
    "text in code": lambda c, k, text: c.insert(k + 1, odd.cell("code", f'"""\n{text}\n"""')),
    "printed": lambda c, k, text: c.insert(k + 1, odd.cell("code", f"print({text!r})")),
    "prose in code": lambda c, k, text: c.insert(k + 1, odd.cell("code", text)),
    "rewritten": lambda c, k, text: c.__setitem__(k, odd.cell("markdown", text)),
    "rewritten raw": lambda c, k, text: c.__setitem__(k, odd.cell("raw", text)),
    "in the question": lambda c, k, text: c[k - 1].update(source=f"{c[k - 1]['source']}\n\n{text}"),
    "in the question twice as long": lambda c, k, text: c[k - 1].update(
        source=f"{text}\n\n{c[k - 1]['source']}\n\n" + "More words on it. " * 60
    ),
    "at the top": lambda c, k, text: c.insert(0, odd.cell("markdown", text)),
    "question deleted": lambda c, k, text: c.__setitem__(
        slice(k - 1, k + 1), [odd.cell("markdown", text)]
    ),
    "two cells": lambda c, k, text: c.extend(
        [odd.cell("markdown", text), odd.cell("markdown", "And a second thought.")]
    ),
    "below own code": lambda c, k, text: c.extend(
        [odd.cell("code", "x = 1"), odd.cell("markdown", text)]
    ),
    "beside the placeholder": lambda c, k, text: c[k].update(source=f"{NEW_CELL}\n\n{text}"),
    "merged with the question": lambda c, k, text: c.__setitem__(
        slice(k - 1, k + 1), [c[k] | {"source": f"{c[k - 1]['source']}\n\n{text}"}]
    ),
    "merged into the question": lambda c, k, text: c.__setitem__(
        slice(k - 1, k + 1), [c[k - 1] | {"source": f"{c[k - 1]['source']}\n\n{text}"}]
    ),
    "code cell": lambda c, k, text: c[k].update(cell_type="code", source=text),
}


@pytest.mark.parametrize("names", ["kept", "lost"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", CHAPTERS)
def test_an_answer_in_words_is_read_wherever_it_stands(name, place, names, plain, sandboxed):
    notebook = plain(name)
    k = odd.written(notebook)
    key = odd.grade_id(notebook["cells"][k])
    notebook["cells"][k]["source"] = NEW_CELL
    PLACES[place](notebook["cells"], k, odd.WORDS)
    if names == "lost":
        notebook = odd.without_ids_and_metadata(notebook)
    submission = parse(odd.content(notebook), odd.assignment(name))
    assert submission.to_read == [key]
    (shown,) = [part for part in submission.parts if part.cell and part.cell.key == key]
    assert odd.WORDS in shown.source
    assert not shown.code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n\n",
        NEW_CELL,
        f"\n{NEW_CELL}\n",
        "YOUR ANSWER HERE",
        "---",
        "_Write your answer here, in place of this line._",
        "Write your answer here, in place of this line.",
    ],
)
@pytest.mark.parametrize("names", ["kept", "lost"])
def test_an_empty_answer_is_not_read(text, names, plain):
    notebook = plain("relu")
    notebook["cells"][odd.written(notebook)]["source"] = text
    notebook["cells"].append(odd.cell("markdown", "## Notes"))
    notebook["cells"].insert(12, odd.cell("code", "# I tried this first, it did not work\nx = 1"))
    notebook = odd.without_ids_and_metadata(notebook) if names == "lost" else notebook
    submission = parse(odd.content(notebook), odd.assignment("relu"))
    assert submission.to_read == []


def test_a_deleted_answer_is_not_read(plain):
    notebook = plain("relu")
    del notebook["cells"][odd.written(notebook)]
    submission = parse(odd.content(notebook), odd.assignment("relu"))
    assert submission.to_read == []


def test_a_picture_is_an_answer_and_the_reader_is_sent_to_the_file(plain):
    notebook = plain("binary_classification")
    k = odd.written(notebook)
    notebook["cells"][k]["source"] = "![sketch](attachment:image.png)"
    submission = parse(odd.content(notebook), odd.assignment("binary_classification"))
    assert submission.to_read == ["xor_in_words"]
    assert submission.notes == ["xor_in_words: holds a picture, look into the submitted file"]


def test_text_beside_the_answer_is_shown_in_its_cell_and_hashed(plain, sandboxed):
    notebook = plain("relu")
    usual = graded("relu", notebook).record
    k = odd.written(notebook)
    notebook["cells"].insert(k + 1, odd.cell("markdown", "A second thought on dead units."))
    result = graded("relu", notebook)
    (cell,) = [c for c in result.notebook["cells"] if odd.grade_id(c) == "bends_in_words"]
    assert cell["source"] == f"{odd.WORDS}\n\nA second thought on dead units."
    texts = [c["source"] for c in result.notebook["cells"]]
    assert sum("A second thought" in text for text in texts) == 1
    assert result.record.written != usual.written
    assert result.record.to_read == usual.to_read == ["bends_in_words"]
    assert "bends_in_words: text that stood outside its cell was added to it" in result.record.flags


def test_a_missing_package_is_flagged_by_name_and_shown_in_the_cell(plain, sandboxed):
    notebook = plain("relu")
    k = odd.position(notebook, "import numpy")
    notebook["cells"][k]["source"] = "import pandas as pd\n" + notebook["cells"][k]["source"]
    result = graded("relu", notebook)
    assert result.record.flags == ["pandas is not in the grader: that import was skipped"]
    shown = json.dumps(result.notebook["cells"][k]["outputs"])
    assert "pandas is not in the grader: `import pandas as pd` was skipped" in shown


def test_an_answer_made_with_a_missing_package_is_wrong_and_costs_no_other(plain, sandboxed):
    notebook = plain("relu")
    k = odd.by_id(notebook, "relu_prime")
    notebook["cells"][k]["source"] = (
        "import pandas as pd\ndef relu_prime(z):\n    return pd.DataFrame(z).gt(0).astype(float)"
    )
    record = graded("relu", notebook).record
    assert set(lost(record)) == {"relu_prime-visible", "relu_prime-hidden"}
    assert "pandas" in lost(record)["relu_prime-visible"]


def test_names_of_missing_packages_are_bounded_and_letters_alone(toy, sandboxed):
    hostile = "\n".join(
        f"from IPython import get_ipython as g{k}\n"
        f"import sys; sys.modules['inside.notebook'].recorder.absent('{name}')"
        for k, name in enumerate(["<script>", "a b", "x" * 99, *(f"p{k}" for k in range(40))])
    )
    record = toy.grade(toy.notebook(hostile)).record
    names = [flag.split(" is not in")[0] for flag in record.flags if "is not in" in flag]
    assert len(names) <= 10
    assert all(name.isalnum() and len(name) <= 60 for name in names)


def test_a_notebook_of_a_newer_python_is_flagged_where_a_cell_is_no_python_here(plain, sandboxed):
    notebook = plain("relu")
    notebook["metadata"]["language_info"]["version"] = "3.99.1"
    assert graded("relu", notebook).record.flags == []
    k = odd.by_id(notebook, "tanh_prime")
    notebook["cells"][k]["source"] = "def tanh_prime(z) -> (1 for:\n    return z"
    flags = graded("relu", notebook).record.flags
    assert [flag for flag in flags if flag.startswith("written with Python 3.99, the grader has")]
    notebook["metadata"]["language_info"]["version"] = "3.8.2"
    assert graded("relu", notebook).record.flags == []


def test_a_conflict_inside_a_cell_is_called_that(plain):
    notebook = plain("relu")
    k = odd.by_id(notebook, "relu")
    source = notebook["cells"][k]["source"]
    notebook["cells"][k]["source"] = f"<<<<<<< HEAD\n{source}\n=======\n{source}\n>>>>>>> theirs"
    notes = parse(odd.content(notebook), odd.assignment("relu")).notes
    assert "a cell holds a merge conflict, at its line 1" in notes


@pytest.mark.parametrize("file", ["hw5_anna.ipynb", "relu.ipynb.txt", "Relu (2).ipynb", "solved"])
def test_course_check_knows_a_notebook_by_its_content(file, plain, tmp_path, sandboxed):
    path = tmp_path / file
    path.write_bytes(odd.content(odd.without_ids_and_metadata(plain("relu"))))
    record = check_notebook(path, odd.ROOT)
    assert (record.assignment, record.score) == ("relu", record.max_score)


def test_course_check_refuses_what_holds_nothing_of_an_assignment(tmp_path):
    with pytest.raises(ValueError, match="holds nothing of one"):
        assignment_of(tmp_path / "x.ipynb", b'{"cells": []}', odd.ROOT)
