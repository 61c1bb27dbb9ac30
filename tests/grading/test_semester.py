"""
A semester is simulated: its totals are those that the plan of the semester gives.

A simulation, and what it is not: every submission is graded by ``course grade`` in its sandbox,
all 300 students in all 8 weeks, but there are five ways to answer, and the points of readers are
drawn. The two readers are programs: one saves as the page of ``course read`` does, the other as
the formgrader, at the same time. What a student should have in the end is computed here from the
plan alone, with nothing of the course's own.
"""

import csv
import datetime
import io
import math
import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from course_lib.grading.journal import read_journal
from course_lib.grading.reading.server import Desk
from course_lib.grading.results.export import export_grades
from course_lib.grading.results.feedback import write_feedback
from course_lib.grading.results.gradebook import Book
from course_lib.grading.results.report import write_report

BEGIN = datetime.datetime(2026, 3, 1, 12)
DAY = datetime.timedelta(days=1)
A_DAY = 0.5  # points off for each day that has begun
LATE = f"""
import math
from nbgrader.plugins import BasePlugin

class PerDay(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return {A_DAY} * math.ceil(total_seconds_late / 86400)
"""
CONFIG = """
import sys
sys.path.insert(0, {root!r})
c = get_config()
c.AssignLatePenalties.plugin_class = "late.PerDay"
"""
# What is written into the first exercise, and which of visible and hidden checks it passes. The
# second exercise, worth a point, is right in all.
WAYS = {
    "def double(x):\n    return 2 * x": (1, 1),
    "def double(x):\n    return x + x": (1, 1),
    "def double(x):\n    return {2: 4, 0.5: 1.0}[x]": (1, 0),
    "double = abs": (0, 0),
    "def double(x):\n    return 2 *": (0, 0),
}
ESSAYS = ("", "Because it is twice as much.", "Since $f(x) = 2x$.", "It is linear, *so*.")


@dataclass
class Version:
    """What one student hands in once: code, words, when, and what a reader gives for the words."""

    way: str
    essay: str
    came: datetime.datetime
    read: float


@dataclass
class Work:
    """All that one student does in one week, and the days that were granted."""

    versions: list[Version]
    extension: int = 0


def planned(student, week, due):
    """Plan what a student does in a week; some do nothing, some do it twice."""
    luck = random.Random(f"{student} in {week}")
    if luck.random() < 0.04:
        return None
    versions = []
    for _ in range(2 if luck.random() < 0.15 else 1):
        hours = luck.choice([-30, -5, -1] * 8 + [2, 20, 30, 75])
        essay = luck.choice(ESSAYS)
        read = luck.choice([0.0, 0.5, 1.0, 1.5, 2.0]) if essay else 0.0
        versions.append(
            Version(luck.choice(list(WAYS)), essay, due + datetime.timedelta(hours=hours), read)
        )
    first, last = versions[0], versions[-1]
    if first.essay == last.essay:
        last.read = first.read  # nobody reads it again
    last.came = max(first.came, last.came)
    return Work(versions, 1 if luck.random() < 0.05 else 0)


def expected(work, due, hidden):
    """Compute total and penalty from the plan."""
    last = work.versions[-1]
    visible_right, hidden_right = WAYS[last.way]
    score = visible_right + hidden * hidden_right + 1 + last.read
    late = (last.came - due - work.extension * DAY) / DAY
    penalty = min(score, A_DAY * math.ceil(late)) if late > 0 else 0.0
    return score - penalty, penalty


class Week:
    """One assignment of the semester."""

    def __init__(self, toy, faults, number, students):
        self.toy, self.root, self.name = toy, toy.root, f"week{number}"
        self.due, self.hidden = BEGIN + 7 * number * DAY, 1 + number
        made = {student: planned(student, self.name, self.due) for student in students}
        self.plan = {student: work for student, work in made.items() if work}
        source = toy.notebook()
        for cell in source["cells"]:
            if cell["id"] == "double-hidden":
                cell["metadata"]["nbgrader"]["points"] = self.hidden
        toy.write(f"solutions/{self.name}/{self.name}.ipynb", source)
        self.course = faults.Class(self.root, self.name)

    def hand_in(self, student, version):
        notebook = self.toy.notebook(version.way)
        notebook["cells"][-1]["source"] = version.essay
        folder = f"submitted/{student}/{self.name}"
        self.toy.write(f"{folder}/{self.name}.ipynb", notebook)
        self.toy.write(f"{folder}/timestamp.txt", f"{version.came:%Y-%m-%d %H:%M:%S} UTC")

    def grade(self):
        code, records, log = self.course.finish()
        assert code == 0, log
        told = {r["student"]: r["status"] for r in records}
        assert {s for s, status in told.items() if status != "missing"} == set(self.plan)

    def grant(self):
        """Set due date and extensions, as the formgrader does."""
        with Book(self.root).open() as book:
            book.find_assignment(self.name).duedate = self.due
            for student, work in self.plan.items():
                if work.extension:
                    submission = book.find_submission(self.name, student)
                    submission.extension = work.extension * DAY
            book.db.commit()

    def read(self, waiting, number):
        """Let two readers read at once what waits, which is this."""
        with Book(self.root).open() as book:
            rows = book.assignment_submissions(self.name)
            assert {row.student_id for row in rows if row.needs_manual_grade} == waiting
        mine = sorted(waiting)[::2]
        points = {student: self.plan[student].versions[number].read for student in waiting}
        with ThreadPoolExecutor(2) as pool:
            page = pool.submit(self.read_on_page, {s: points[s] for s in mine})
            form = pool.submit(self.read_in_formgrader, {s: points[s] for s in waiting - {*mine}})
            page.result()
            form.result()

    def read_on_page(self, points):
        desk = Desk(self.name, self.root)
        waits = {
            desk.reading.places[ident].student: (ident, standing)
            for ident, standing in desk.reading.standings().items()
            if standing.waits
        }
        for student, given in points.items():
            ident, standing = waits[student]
            text = desk.reading.text(desk.reading.places[ident]).digest
            status, _ = desk.save(
                {"answer": ident, "version": standing.version, "text": text, "points": given,
                 "comment": "Read."}
            )  # fmt: skip
            assert status == 200

    def read_in_formgrader(self, points):
        with Book(self.root).open() as book:
            for student, given in points.items():
                row = book.find_grade("essay", self.name, self.name, student)
                row.manual_score, row.needs_manual_grade = given, False
                book.db.commit()

    def live(self, luck):
        """Let the week pass: a run that is killed, readers, work that is handed in again."""
        for student, work in self.plan.items():
            self.hand_in(student, work.versions[0])
        self.course.kill(luck.randrange(len(self.plan) // 2), luck.random(), luck.random() < 0.5)
        self.grade()
        self.grant()
        self.read({s for s, work in self.plan.items() if work.versions[0].essay}, 0)
        again = {s: work for s, work in self.plan.items() if len(work.versions) > 1}
        for student, work in again.items():
            self.hand_in(student, work.versions[1])
        self.grade()
        changed = {s for s, w in again.items() if w.versions[0].essay != w.versions[1].essay}
        self.read(changed, 1)
        self.grade()  # points that came since may change what being late costs

    def check_journal(self):
        """Each version that was another file was graded once, whatever was killed."""
        graded = Counter(
            entry["record"].student for entry in read_journal(self.root, self.name).entries
        )
        handed_in = {
            student: len({(version.way, version.essay) for version in work.versions})
            for student, work in self.plan.items()
        }
        assert graded == handed_in


def simulate(toy, faults, students, weeks):
    """Live through a semester, and compare each total with the plan."""
    ids = [f"s{k:03}" for k in range(students)]
    toy.write("students.csv", "\n".join(["id", *ids]))
    toy.write("late.py", LATE)
    toy.write("nbgrader_config.py", CONFIG.format(root=str(toy.root)))
    luck = random.Random(students)
    semester = [Week(toy, faults, number, ids) for number in range(weeks)]
    for week in semester:
        week.live(luck)
        week.check_journal()
    truth = {
        (student, week.name): expected(work, week.due, week.hidden)
        for week in semester
        for student, work in week.plan.items()
    }
    exported = {
        (row["student"], row["assignment"]): (float(row["score"]), float(row["late_penalty"]))
        for row in csv.DictReader(io.StringIO(export_grades("csv", toy.root)))
        if row["score"]
    }
    assert exported == pytest.approx(truth)
    totals = Counter()
    for (student, _), (total, _) in truth.items():
        totals[student] += total
    last = semester[-1]
    page = write_report(last.name, toy.root)[0].read_text(encoding="utf-8")
    assert f"{len(last.plan)} submissions" in page
    assert "to be read" not in page
    assert len(write_feedback(last.name, toy.root)) == len(last.plan)
    return totals, truth


@pytest.mark.real_tools  # minutes
def test_totals_of_a_simulated_semester_are_those_of_its_plan(toy, sandboxed, faults):
    totals, truth = simulate(toy, faults, students=300, weeks=8)
    assert len(truth) > 2200
    assert sum(penalty > 0 for _, penalty in truth.values()) > 100
    print(f"{len(truth)} grades, {sum(totals.values()):g} points in all")
