"""
What is wrong with a plain nbgrader assignment: ``course check --author NAME``.

The solved notebooks are graded as a student's would be, and so are the released ones, in which
nothing is written yet. A test cell that refuses a right answer says here why, and how it can be
written so that it does not; one that needs no answer is told as well.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from course_lib.checks.author.finding import Finding
from course_lib.grading.examine.assignment import Assignment, Cell, source_of
from course_lib.grading.examine.crossings import Site
from course_lib.grading.examine.instructor import InstructorError, plan_of
from course_lib.grading.examine.matching import released
from course_lib.grading.record import CellResult, Record, cell_key
from course_lib.grading.rehearsal import solved_job
from course_lib.grading.sandbox.process import choose
from course_lib.grading.work import Job, close_sandbox, grade_one, what_is_asked

SEED = 0
COMPARED = ("__eq__", "__lt__", "__le__", "__gt__", "__ge__", "__contains__", "__bool__")
PLAINLY = (
    "The answer stays in the student's process, and only plain data crosses: compare numbers, "
    "texts, lists, sets, dicts, dates, arrays or tables, or call the student's function with them"
)
# What the cell or its message says, and how to write it instead.
ADVICE = (
    (r"doctest", "Call the function and compare: `assert f(2) == 4`"),
    (r"\b(eval|exec) runs only", "Look the name up instead: `globals()[name]`"),
    (r"\bpickle\b", "Let the student's function return the values, and compare these"),
    (r"a base of one in a test cell",
     "Define that class in a cell of its own before the answer, where both processes run it"),
    (r"\b(tempfile|tmp_path|mkdtemp|NamedTemporaryFile)\b|/tmp/",
     "Use a file in the notebook's own folder, by a relative name such as 'out.txt'"),
    (r"\bgetsource\b", "The source of a function that a cell defines at its left margin is known; "
                       "that of a class or a method is not: test what it does"),
    (r"\b(In|Out|_ih|_oh)\[|\bget_ipython\b", "What a notebook has shown or run is not known here: "
                                              "test the names that it binds"),
    (r"\bawait\b|\basyncio\b",
     "Give students a plain function that runs the coroutine, and test it"),
    (r"is not in the grader|No module named",
     "If students may use that package, add it to c.Examine.packages in nbgrader_config.py, and "
     "install it beside the grader"),
)  # fmt: skip


@dataclass(frozen=True)
class Trial:
    """
    What trying out an assignment has shown.

    Parameters
    ----------
    findings : list of Finding
        What is to be mended.
    notes : list of str
        What the author should know.
    """

    findings: list[Finding]
    notes: list[str]


def try_out(name: str, root: Path, unsafe: bool = False, sandbox: str = "auto") -> Trial:
    """
    Grade the solved and the released notebooks of an assignment, and tell what is wrong.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.
    unsafe : bool, default=False
        Run without a sandbox.
    sandbox : str
        The tier of the sandbox, see `course_lib.grading.sandbox.process.choose`.

    Returns
    -------
    Trial
        No findings, if right answers get their points and missing ones none.
    """
    tier = "full" if unsafe else choose(sandbox)
    assignment = Assignment.find(name, root)
    try:
        for book in assignment.books:
            plan_of(book, draw=True)
    except InstructorError as error:
        return Trial([Finding(name, "source", str(error))], [])
    try:
        return judged(opened(assignment), unsafe, tier)
    finally:
        close_sandbox()


def judged(assignment: Assignment, unsafe: bool, tier: str) -> Trial:
    """Grade what an author would hand in, and what nobody has worked on."""
    job = solved_job(assignment, SEED, unsafe=unsafe, sandbox=tier, figures="none")
    solved = grade_one(job).record
    cells = {cell_key(b.book, c.key): c for b in assignment.books for c in b.tests}
    findings = [*refused(solved, cells), *given_away(blank(job), cells)]
    if not cells:
        findings.append(Finding(assignment.name, "points", "no cell of tests gives any"))
    notes = [
        note
        for each in (replace(job, others=()), *job.others)
        for note in by_their_own_word(replace(each, assignment=each.assignment.books[0]))
    ]
    return Trial(findings, notes)


def opened(assignment: Assignment) -> Assignment:
    """Make an assignment whose hidden cells say why they fail: nobody but its author is told."""
    notebook = json.loads(assignment.text)
    for cell in notebook["cells"]:
        cell["source"] = re.sub(r"### (BEGIN|END) HIDDEN TESTS", "###", source_of(cell))
    others = tuple(opened(other) for other in assignment.others)
    return replace(assignment, text=json.dumps(notebook), others=others)


def refused(solved: Record, cells: dict[str, Cell]) -> Iterator[Finding]:
    """Find test cells that do not give the solved notebook all of their points."""
    absent = " ".join(flag for flag in solved.flags if "is not in the grader" in flag)
    for result in solved.cells:
        if result.points < result.max_points:
            text = " ".join(f"{result.status}: {result.message}".split())[:400]
            if result.status == "passed":
                text = f"its last line gives {result.points:g} of {result.max_points:g} points"
            how = advice(result, cells[result.key], absent)
            yield Finding(result.key, "right answer refused", f"{text}. {how}")


def advice(result: CellResult, cell: Cell, absent: str) -> str:
    """Say how a test cell can be written so that it takes the right answer."""
    if result.status == "passed":
        return "Let the right answer reach the points of the cell"
    for text in (result.message, cell.source, absent if result.status == "error" else ""):
        for pattern, how in ADVICE:
            if re.search(pattern, text):
                return how
    return PLAINLY


def blank(job: Job) -> Record:
    """Grade what students get, before they have written anything."""
    return grade_one(unsolved(job)).record


def unsolved(job: Job) -> Job:
    """Take the answers out of the notebooks of a job."""
    assignment = job.assignment.books[0]
    notebook = json.loads(job.content)
    for raw, cell in zip(notebook["cells"], assignment.cells, strict=True):
        raw["source"] = released(cell, assignment.stubs)
    return replace(
        job,
        content=json.dumps(notebook).encode(),
        others=tuple(unsolved(other) for other in job.others),
    )


def given_away(record: Record, cells: dict[str, Cell]) -> Iterator[Finding]:
    """Find test cells that give points for nothing."""
    for result in record.cells:
        if result.points > 0:
            yield Finding(
                result.key, "passes without an answer",
                f"a notebook in which nothing is written gets {result.points:g} points",
            )  # fmt: skip


def by_their_own_word(job: Job) -> Iterator[str]:
    """Tell where students' objects are compared by what the students wrote."""
    found: dict[str, set[str]] = {}
    for (name, *_), place in sorted(what_is_asked(job), key=repr):
        if name in COMPARED and place:
            found.setdefault(cell_of(place), set()).add(name)
    for key, names in found.items():
        yield (
            f"{cell_key(job.assignment.book, key)}: here objects of the student are asked "
            f"{', '.join(sorted(names))}, and answer for themselves. To be sure, also compare what "
            "they hold: `assert p.x == 1`"
        )


def cell_of(place: Site) -> str:
    """Name the test cell that a place lies in: its outermost frame."""
    return str(place[-1][0]).strip("<>")
