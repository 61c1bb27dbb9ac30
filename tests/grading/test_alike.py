"""Work that is alike is told to the instructor alone, and an honest class gives no reason to."""

import importlib.util
import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from course_lib.checks import registry
from course_lib.checks.failure import CheckFailed
from course_lib.checks.personal import draw
from course_lib.checks.sitting import Sitting, judge
from course_lib.grading.journal import Journal
from course_lib.grading.record import CellResult, Record
from course_lib.grading.results.alike import FITS, alike
from course_lib.grading.results.feedback import write_feedback
from course_lib.grading.results.report import write_report

ROOT = Path(__file__).parents[2]
SETS = ("fresh_a", "fresh_b", "fresh_c")
STUDENTS = 300
ODD = """def linear_stack(weights):
    collected_product = np.identity(weights[0].shape[1])
    remaining_matrices = list(reversed(weights))
    while len(remaining_matrices) > 0:
        current_matrix = remaining_matrices.pop()
        collected_product = current_matrix.dot(collected_product)
    return collected_product
"""
RETOUCHED = ODD.replace("    while", "\n    # now all of them\n    while").replace(" = ", "=")
WORDS = "My cat sat on the keyboard while ten matrices became one; she is a linear cat. " * 3


def wordings():
    """Give what people who did not know of each other answered, by exercise of the ReLU chapter."""
    found = {}
    for each in SETS:
        path = ROOT / "tests" / "checks" / each / "relu.py"
        specification = importlib.util.spec_from_file_location(each, path)
        module = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(module)
        for answer in module.ANSWERS:
            found.setdefault(answer["exercise"], []).append(answer["code"])
    return found


def cell(key, source, kind="code"):
    about = {"grade_id": key, "solution": True}
    return {"cell_type": kind, "metadata": {"nbgrader": about}, "source": source, "outputs": []}


def honest(student, known):
    """Let a student answer as people do: the usual more often than the rare."""
    luck = random.Random(student)
    made = []
    for key, texts in known.items():
        weights = [1 / (k + 1) ** 1.5 for k in range(len(texts))]
        (text,) = luck.choices(texts, weights)
        made.append(cell(key, luck.choice([text, f"# mine\n{text}", text.replace("  ", "   ")])))
    own = " ".join(luck.choices(WORDS.split(), k=40))
    return [*made, cell("bends_in_words", own, "markdown")]


class Class:
    """A class of the ReLU chapter, of which only what it wrote is made."""

    def __init__(self, root, students):
        self.root, self.records = root, []
        source = root / "solutions/relu/relu.ipynb"
        source.parent.mkdir(parents=True)
        source.write_bytes((ROOT / "solutions/relu/relu.ipynb").read_bytes())
        known = wordings()
        for k in range(students):
            student = f"s{k:03}"
            self.records.append(Record(student, "relu", "graded", 0.0, 1.0, 0.1, [], [judged()]))
            self.write(student, honest(student, known))

    def path(self, student):
        return self.root / "autograded" / student / "relu/relu.ipynb"

    def write(self, student, cells):
        self.path(student).parent.mkdir(parents=True, exist_ok=True)
        self.path(student).write_text(json.dumps({"cells": cells}), encoding="utf-8")

    def change(self, student, key, source):
        cells = json.loads(self.path(student).read_text(encoding="utf-8"))["cells"]
        for each in cells:
            if each["metadata"]["nbgrader"]["grade_id"] == key:
                each["source"] = source
        self.write(student, cells)

    def flag(self, student, *flags):
        number = [record.student for record in self.records].index(student)
        self.records[number] = replace(self.records[number], flags=list(flags))

    def alike(self):
        return alike("relu", self.root, self.records)

    def pages(self):
        with Journal.open(self.root, "relu") as journal:
            for record in self.records:
                journal.append({"record": record})
        report = write_report("relu", self.root)[0].read_text(encoding="utf-8")
        return report, [
            path.read_text(encoding="utf-8") for path in write_feedback("relu", self.root)
        ]


def judged(notebook=None):
    return CellResult(
        "relu_network_by_hand-hidden", "relu_network_by_hand", 2.0, "wrong", 0.0, "No.", None,
        notebook=notebook,
    )  # fmt: skip


@pytest.fixture
def honest_class(tmp_path):
    return Class(tmp_path, STUDENTS)


def test_class_of_usual_answers_gives_no_hint(honest_class):
    assert honest_class.alike() == []
    for k in range(0, STUDENTS, 2):  # a page or a tutor whom half the class has seen
        honest_class.change(f"s{k:03}", "linear_stack", ODD)
    assert honest_class.alike() == []


def test_two_who_share_odd_cells_are_named(honest_class):
    honest_class.change("s007", "linear_stack", ODD)
    honest_class.change("s211", "linear_stack", RETOUCHED)
    assert honest_class.alike() == []  # one cell of code says too little
    for student in ("s007", "s211"):
        honest_class.change(student, "relu", "def relu(z):\n    return (z + abs(z)) * 0.5 + 0 * z")
    (pair,) = honest_class.alike()
    assert (pair.students, pair.cells) == (("s007", "s211"), ["linear_stack", "relu"])
    honest_class.change("s007", "bends_in_words", WORDS)
    honest_class.change("s100", "bends_in_words", f"\n{WORDS}")
    assert {pair.students for pair in honest_class.alike()} == {("s007", "s211"), ("s007", "s100")}


def test_what_was_given_is_no_answer(honest_class):
    source = json.loads((ROOT / "solutions/relu/relu.ipynb").read_text(encoding="utf-8"))
    given = {each["metadata"].get("nbgrader", {}).get("grade_id"): each for each in source["cells"]}
    for student in ("s007", "s211"):
        for key in ("linear_stack", "bends_in_words"):
            honest_class.change(student, key, "".join(given[key]["source"]))
    assert honest_class.alike() == []


def test_small_class_has_no_rare_answers(tmp_path):
    small = Class(tmp_path, 29)
    for student in ("s007", "s011"):
        small.change(student, "linear_stack", ODD)
        small.change(student, "bends_in_words", WORDS)
    assert small.alike() == []


@pytest.fixture
def flagged(tmp_path):
    return Class(tmp_path, 40)


def flag_of_judge(student, owner):
    """Let the checks judge the right answers of another student."""
    personal = registry.personals()["relu_network_by_hand"]
    answers = personal.answers(draw(personal.task, owner))
    with pytest.raises(CheckFailed) as caught:
        judge(personal, answers, Sitting(student, (student, owner)))
    return f"relu_network_by_hand: {caught.value.flag}"


def test_numbers_of_another_student_are_told(flagged):
    flagged.flag("s007", flag_of_judge("s007", "s021"))
    (pair,) = flagged.alike()
    assert pair.students == ("s007", "s021")
    assert pair.shared == ("relu_network_by_hand: s007 has what is right for the numbers of s021")


def test_words_of_a_student_are_no_flag_of_a_check(flagged):
    claim = f"relu_network_by_hand: {FITS}s021"
    flagged.flag("s007", f"STUDENT_ID names {claim!r}, who is somebody else in the class")
    assert flagged.alike() == []


def test_id_that_students_know_means_its_folder(flagged):
    lines = [f"s{k:03},me{k}" for k in range(40)]
    (flagged.root / "students.csv").write_text("\n".join(["id,known_as", *lines]))
    flagged.flag("s007", f"relu_network_by_hand: {FITS}me21")
    assert [pair.students for pair in flagged.alike()] == [("s007", "s021")]


def test_names_are_on_the_report_alone_and_one_setting_leaves_them_out(flagged):
    for k in range(0, 40, 2):
        flagged.flag(f"s{k:03}", f"relu: relu_network_by_hand: {FITS}s{k + 1:03}")
    report, pages = flagged.pages()
    assert "Worth a conversation" in report
    assert "It proves nothing" in report
    assert report.count("right for the numbers of s") == 15  # a screen
    assert "And 5 more pairs" in report
    assert not any("numbers of s" in page or "conversation" in page for page in pages)
    (flagged.root / "nbgrader_config.py").write_text(
        "c = get_config()\nc.Report.similar_work = False\n"
    )
    assert "Worth a conversation" not in write_report("relu", flagged.root)[0].read_text()
