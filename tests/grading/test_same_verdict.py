"""
Notebook, ``nbgrader validate``, ``course check``, ``course grade``, ``nbgrader autograde`` agree.

All answers, right and wrong, are judged here as the notebook judges them (compiled data), as the
examiner does (the live reference, values over the wire), and by the reference without a wire. One
notebook of one assignment goes through the commands themselves; ``benchmarks/same_verdict.py``
takes all of them through.
"""

import importlib.util
import sys
from pathlib import Path

import pytest

from course_lib.checks import registry
from course_lib.checks.author.audit import verdict
from course_lib.checks.author.student_edition import chapters, compiled_text, repeatable
from course_lib.checks.encode import read_sheets
from course_lib.grading.examine.session import Question
from course_lib.grading.inside.given import raised
from course_lib.grading.inside.objects import Objects
from course_lib.grading.inside.student import StudentProcess
from course_lib.grading.inside.wire import Decoder, encode

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "same_verdict.py"
STORED = {
    sheet.name: sheet for chapter in chapters() for sheet in read_sheets(compiled_text(chapter))
}


class FarSide(StudentProcess):
    """A student process without a process: what it sends is kept, and functions call at once."""

    def __init__(self, question):
        self.question, self.channel = question, self
        self.objects, self.callbacks, self.sent = Objects(), {}, []

    def send(self, coded):
        self.sent.append(coded)

    def ask(self, verb, number, *rest):
        told = [Decoder(self.question.resolve).decode(self.encoded(each)) for each in rest]
        answer = Decoder(self.resolve).decode(self.question.serve(verb, number, *told))
        if answer[0] == "raised":
            raise raised(*answer[1:])
        return answer[1]


class Wired(Question):
    """The examiner's side of a question to a function that lies in this very process."""

    def __init__(self):
        self.far, self.fate, self.open = FarSide(self), None, True
        self.begin()

    def exchange(self, coded):
        self.far.answer(Decoder(self.far.resolve).decode(coded))
        return Decoder(self.resolve).decode(self.far.sent.pop())

    def stub(self, function):
        return Decoder(self.resolve).decode(encode(function, self.far.refer))


def said(failure):
    """Give what must be the same through every door."""
    return (None, None) if failure is None else ("wrong", failure.diagnosis)


@pytest.mark.parametrize("name", registry.names())
def test_compiled_live_and_wired_checks_agree(name, monkeypatch):
    exercise, live, stored = registry.find(name), registry.visible_sheet(name), STORED[name]
    hidden = registry.hidden_sheet(exercise, 3)
    for item in (*exercise.alternatives, *exercise.mistakes):
        function = item.implementation
        if isinstance(function, type):  # as if it stood in the notebook
            monkeypatch.setattr(function, "__module__", "__main__")
        with repeatable():
            here = said(verdict(live, function))
            assert said(verdict(stored, function)) == here, item.name
            assert said(verdict(live, Wired().stub(function))) == here, item.name
            wired = said(verdict(hidden, Wired().stub(function)))
            assert wired == said(verdict(hidden, function)), item.name
        assert here == (None, None) or item in exercise.mistakes


@pytest.fixture(scope="module")
def doors():
    """The benchmark."""
    specification = importlib.util.spec_from_file_location("same_verdict", BENCHMARK)
    module = importlib.util.module_from_spec(specification)
    sys.modules["same_verdict"] = module  # dataclasses look their module up
    specification.loader.exec_module(module)
    return module


def test_every_answer_is_in_one_notebook(doors):
    for chapter in chapters():
        held = [answer for notebook in doors.planned(chapter) for answer in notebook]
        assert len(held) == len(set(held))
        assert set(held) == {a for name in registry.names(chapter) for a in doors.answers(name)}


def test_the_commands_agree_on_a_notebook_of_right_and_wrong_answers(doors, tmp_path, sandboxed):
    # The first notebooks hold a right answer to each exercise, the last ones a mistake.
    columns = [doors.answers(name) for name in registry.names("relu")]
    chosen = [column[-(k % 2)] for k, column in enumerate(columns)]
    course = doors.Course(tmp_path, "relu", [chosen])
    count, differing = doors.compare(course)
    assert (count, differing) == (7, [])
    assert {answer.kind for answer in chosen} == {"alternatives", "mistakes"}
