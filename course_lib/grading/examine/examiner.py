"""The examiner: runs the instructor's test cells against a student's notebook in the sandbox."""

import ast
import contextlib
import functools
import hashlib
import io
import json
import signal
import threading
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import CodeType
from typing import Any

from course_lib.checks import CheckFailed, StudentError
from course_lib.checks.advice import advice_on
from course_lib.checks.by_hand import SITTING_ID
from course_lib.checks.messages import hint_lines
from course_lib.checks.model import Error
from course_lib.checks.plain import RefusedError
from course_lib.checks.sitting import Sitting, judged_as
from course_lib.grading.examine.assignment import Assignment, Cell
from course_lib.grading.examine.crossings import Crossings
from course_lib.grading.examine.figures import drawn
from course_lib.grading.examine.given import importable
from course_lib.grading.examine.instructor import Own, plan_of, tree_of
from course_lib.grading.examine.names import StudentNames
from course_lib.grading.examine.outputs import clean_text, message_output
from course_lib.grading.examine.session import (
    GRACE,
    MAX_ABSENT,
    USED_UP,
    Lost,
    Question,
    Replay,
    Session,
)
from course_lib.grading.examine.submission import Part, Submission, text_defining
from course_lib.grading.examine.surroundings import Quiet, Surroundings
from course_lib.grading.inside.states import names_in
from course_lib.grading.record import CellResult, CellStatus
from course_lib.grading.sandbox.cgroups import MOST_KEPT
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.sandbox.process import Sandbox

MAX_RESTARTS = 3
OUTPUT_SHARE = 10  # all cells together may keep as much output as ten of them alone
# All that is told of a hidden cell beside what a closed check says; see `CheckFailed.closed`.
CLOSED = {
    "wrong": "the result is not right",
    "error": "your code stops with an error",
    **USED_UP,
    "crashed": "it ended Python itself",
    "refused": "its process sent something unreadable",
}
NOT_WRITTEN = "not written yet: replace `raise NotImplementedError` with your code"
TOO_MUCH = message_output("Too much output", "the notebook shows more than is kept")


@dataclass(frozen=True)
class Verdict:
    """What one test cell showed, and what of it only the instructor reads."""

    result: CellResult
    flag: str = ""


@dataclass
class Examination:
    """All verdicts by grade_id, the outputs of each part, what was used, and oddities."""

    verdicts: dict[str, CellResult] = field(default_factory=dict)
    outputs: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    student_cpu: float = 0.0
    cells_cpu: float = 0.0
    memory: int = 0

    def in_order(self, assignment: Assignment) -> list[CellResult]:
        """Give the verdicts in the source's order."""
        found = (self.verdicts.get(cell.key) for cell in assignment.tests)
        return [result for result in found if result is not None]


class Examiner:
    """
    Examines one submission.

    Parameters
    ----------
    assignment : Assignment
        The instructor's source.
    sandbox : Sandbox
        Where student code runs.
    limits : Limits
        What it may use.
    sitting : Sitting
        Whose it is; its seed decides the hidden cases and the student's random numbers.
    figures : str, default="all"
        Which figures are drawn, see `course_lib.grading.examine.figures.drawn`.
    crossings : Crossings, optional
        What the student's objects may be asked, and where; nothing if not given.
    """

    def __init__(
        self,
        assignment: Assignment,
        sandbox: Sandbox,
        limits: Limits,
        sitting: Sitting,
        figures: str = "all",
        crossings: Crossings | None = None,
    ) -> None:
        self.assignment, self.sandbox, self.limits = assignment, sandbox, limits
        self.sitting, self.figures = sitting, figures
        self.crossings = Crossings() if crossings is None else crossings
        self.skipped: set[int] = set()
        self.looks = True
        self.lost: dict[str, Lost] = {}
        self.stopped: dict[str, str] = {}  # what ended a student's cell early
        self.absent: list[str] = []
        self.result = Examination()
        self.output_bytes = OUTPUT_SHARE * limits.output_bytes

    def examine(self, submission: Submission, only: frozenset[str] | None = None) -> Examination:
        """
        Run the notebook and judge every test cell.

        Parameters
        ----------
        submission : Submission
            What the student handed in.
        only : frozenset of str, optional
            grade_ids to judge; all if not given.

        Returns
        -------
        Examination
            A verdict for every test cell asked for.
        """
        self.own = Own(plan_of(self.assignment))
        self.parts = submission.parts
        self.drawn = drawn(submission.parts, self.figures)
        self.only = only or frozenset(cell.key for cell in self.assignment.tests)
        self.deadline = time.monotonic() + self.limits.notebook_wall
        with importable(self.assignment) as self.given:
            for _ in range(1 + MAX_RESTARTS):
                if self.run_once(submission.parts):
                    break
        for cell in self.assignment.tests:
            if cell.key in self.only and cell.key not in self.result.verdicts:
                why = "not run: the notebook crashed or used up its time before"
                self.result.verdicts[cell.key] = judged(cell, "not_run", why)
        self.result.flags += submission.notes + [
            f"{name} is not in the grader: that import was skipped" for name in self.absent
        ]
        return self.result

    def run_once(self, parts: list[Part]) -> bool:
        """Go through the notebook in a fresh process; tell whether it reached the end."""
        copies = min(len(self.assignment.tests), MOST_KEPT)
        granted = replace(self.limits, processes=self.limits.processes + copies)
        session = Session(self.sandbox.start(granted, self.students_seed()), self.limits)
        session.deadline = self.deadline
        try:
            kept = self.run_cells(session, parts)
            if not session.alive:
                return time.monotonic() > self.deadline
            # By the clock alone, what a hidden test passes in could reach a visible one.
            for state, cell in sorted(kept, key=lambda pair: hidden(pair[1])):
                self.result.verdicts[cell.key] = self.judge(state, cell)
            return True
        finally:
            session.close()
            used = self.sandbox.stop()
            self.result.student_cpu += used["cpu"]
            self.result.memory = max(self.result.memory, used["memory"])

    def run_cells(self, session: Session, parts: list[Part]) -> list[tuple[Session, Cell]]:
        """
        Run the student's cells in order; give the state of the notebook that each test cell sees.

        No question is asked before all cells have run, so no cell can show what a test passed in.
        A state is kept only when a cell follows that might change what the test cells before it
        see; those at the end see the notebook itself.
        """
        kept: list[tuple[Session, Cell]] = []
        waiting: list[Cell] = []
        session.run(whose_numbers(self.sitting), False)
        session.give(self.assignment.files)
        for position, part in enumerate(parts):
            if not part.code or not part.source.strip() or position in self.skipped:
                continue
            if part.cell is not None and part.cell.kind == "test":
                waiting += [part.cell] if part.cell.key in self.only else []
                continue
            if waiting and not self.leaves_alone(session, part, waiting):
                with contextlib.suppress(Lost):
                    state = session.keep()
                    kept += [(state, cell) for cell in waiting]
                waiting.clear()
            if session.alive:  # else it is not this cell that ended the process
                self.run_part(session, position, part)
            if not session.alive:
                return []
        return kept + [(session, cell) for cell in waiting]

    def leaves_alone(self, session: Session, part: Part, waiting: list[Cell]) -> bool:
        """Tell whether test cells see the same before a part of the notebook and after it."""
        instructors = part.cell is not None and part.cell.kind != "answer"  # never taken on trust
        if instructors or not self.looks:
            return False
        try:
            defined = session.look(part.source)
        except Lost:
            self.looks = False
            return False
        return defined is not None and not any(defined & names_in(cell.source) for cell in waiting)

    def run_part(self, session: Session, position: int, part: Part) -> None:
        """Run one of the student's cells; if it takes the process down, skip it next time."""
        try:
            draw = position in self.drawn and position not in self.result.outputs
            success, outputs, cpu = session.run(part.source, draw)
            if part.cell and not success:
                self.stopped[part.cell.key] = stop_of(outputs)
            self.absent = sorted({*self.absent, *session.absent})[:MAX_ABSENT]
            self.result.cells_cpu += cpu
        except Lost as lost:
            self.skipped.add(position)
            outputs = [message_output(lost.status, lost.message)]
            where = part.cell.key if part.cell else f"cell {position}"
            self.lost[where] = lost
            self.result.flags.append(f"{lost.status} in {where}")
        if position not in self.result.outputs:  # a later run may know of hidden tests by the clock
            self.output_bytes -= len(json.dumps(outputs))
            self.result.outputs[position] = outputs if self.output_bytes >= 0 else [TOO_MUCH]

    def students_seed(self) -> int:
        """Seed the student's random numbers; it does not tell the seed of the hidden cases."""
        digest = hashlib.sha256(f"student:{self.sitting.seed}".encode()).digest()
        return int.from_bytes(digest[:6], "big")

    def judge(self, session: Session, cell: Cell) -> CellResult:
        """Run one test cell against a fork of the notebook as it stands at that cell."""
        started = time.perf_counter()
        source = functools.partial(text_defining, self.parts)
        question = Question(session, self.crossings, source)
        verdict = self.ask(question, cell)
        if verdict.result.status == "passed" and question.changes.withheld:
            again = self.ask(Replay(question), cell)
            verdict = verdict if again.result.status in ("passed", "refused") else again
        lost = self.lost.get(cell.exercise)
        if lost and verdict.result.status == "error":
            verdict = Verdict(judged(cell, lost.status, f"in its own cell, {lost.message}"))
        stopped = self.stopped.get(cell.exercise, "")
        if stopped and is_undefined(cell, verdict.result) and not hidden(cell):
            verdict = Verdict(replace(verdict.result, message=stopped))
        if verdict.flag:
            self.result.flags.append(f"{cell.exercise}: {verdict.flag}")
        return replace(verdict.result, seconds=round(time.perf_counter() - started, 4))

    def ask(self, question: Question, cell: Cell) -> Verdict:
        """Run a test cell with a question that answers its calls."""
        names = self.own.names(cell, question.find, question)
        text = f"{cell.source}\n{self.own.plan.helpers}"
        surroundings = Surroundings(text, names, question, self.given)
        question.surroundings = surroundings
        verdict = Verdict(judged(cell, "crashed"))
        try:
            limit = ends_within(self.limits.question_wall + 2 * GRACE)
            with surroundings.around(), judged_as(self.sitting), question, limit:
                surroundings.begin()
                verdict = run_test(cell, names)
        except Lost as lost:
            question.fate = question.fate or lost
        if question.fate is not None:
            fate = question.fate
            message = CLOSED[fate.status] if hidden(cell) else fate.message
            return Verdict(judged(cell, fate.status, message))
        self.own.keep(cell, names)
        return verdict


def judged(cell: Cell, status: CellStatus, message: str = "", points: float = 0.0) -> CellResult:
    """Make the result of a test cell of which no more is known than this."""
    return CellResult(cell.key, cell.exercise, cell.points, status, points, message, None)


def is_undefined(cell: Cell, result: CellResult) -> bool:
    """Tell whether a test cell did not find the name that it is about."""
    return result.status == "error" and f"name '{cell.exercise}' is not defined" in result.message


def stop_of(outputs: list[dict[str, Any]]) -> str:
    """Say which exception ended a cell, and what to do about it; empty if none is shown."""
    found = next((each for each in outputs if each["output_type"] == "error"), None)
    if not found:
        return ""
    kind, text = found["ename"], found["evalue"]
    lines = [f"Its cell stops with {kind}: {text}."]
    if advice := advice_on(Error(kind, (kind,), text)):
        lines.append(f"  Hint: {advice}")
    return clean_text("\n".join(lines), 2000)


def whose_numbers(sitting: Sitting) -> str:
    """Give the statement that tells the notebook's process whose numbers to give."""
    whose = sitting.foreign or sitting.student
    return f"__import__('os').environ[{SITTING_ID!r}] = {whose!r}"


@contextlib.contextmanager
def ends_within(seconds: float) -> Iterator[None]:
    """Stop a test cell that a student's value sends into an endless loop; in a main thread only."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: object) -> None:
        raise Lost("timeout", "the test did not come to its end with this result")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def run_test(cell: Cell, names: StudentNames) -> Verdict:
    """
    Run a test cell and turn its end into a verdict.

    Parameters
    ----------
    cell : Cell
        The instructor's test cell.
    names : StudentNames
        Its global names.

    Returns
    -------
    Verdict
        "passed" only if the cell came to its end.

    Raises
    ------
    Lost
        If the student process did not do its part.
    """
    printed = Quiet()
    try:
        with (
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(io.StringIO()),
            warnings.catch_warnings(record=True) as heard,
        ):
            warnings.simplefilter("always")
            value = execute(cell, names)
        print(*hint_lines([str(warning.message) for warning in heard]), sep="\n", file=printed)
        told = "" if hidden(cell) else clean_text(printed.getvalue().rstrip(), 2000)
        return Verdict(judged(cell, "passed", told, partial_credit(value, cell)))
    except CheckFailed as failed:
        return failed_check(cell, failed)
    except (KeyboardInterrupt, Lost):
        raise
    except BaseException as error:  # such as pytest's when nothing was raised
        status, text = told_of(error)
        if hidden(cell):
            text = own_words(cell, error) or closed_words(error, status)
        return Verdict(judged(cell, status, clean_text(text, 2000)))


def failed_check(cell: Cell, failed: CheckFailed) -> Verdict:
    """Give what a check says; of a hidden cell only if it says nothing of the student's choice."""
    if hidden(cell) and not failed.closed:
        return Verdict(judged(cell, "wrong", CLOSED["wrong"]), failed.flag)
    result = replace(
        judged(cell, "wrong", clean_text(str(failed), 5000)),
        diagnosis=failed.diagnosis,
        hint=failed.hint,
        quantity=failed.quantity,
        case=failed.case,
    )
    return Verdict(result, failed.flag)


def told_of(error: BaseException) -> tuple[CellStatus, str]:
    """Give the status that an exception of a test cell means, and what it tells."""
    if isinstance(error, RefusedError):
        return "wrong", f"the result {error}"
    if isinstance(error, MemoryError):
        return "memory", CLOSED["memory"]
    if isinstance(error, StudentError):
        return "error", error_message(error)
    if isinstance(error, AssertionError) or not isinstance(error, Exception):
        return "wrong", str(error) or "an assertion failed"
    return "error", f"{type(error).__name__}: {error}".removesuffix(": ")


def closed_words(error: BaseException, status: str) -> str:
    """Give what may be told of an exception in a hidden cell, whatever it says."""
    written = not (isinstance(error, StudentError) and "NotImplementedError" in error.kinds)
    return CLOSED[status] if written else NOT_WRITTEN


def own_words(cell: Cell, error: BaseException) -> str:
    """Give the text of an assertion if it stands in the cell word by word, else an empty one."""
    nodes = ast.walk(tree_of(cell.source))
    written = {node.value for node in nodes if isinstance(node, ast.Constant)}
    theirs = isinstance(error, StudentError) or not isinstance(error, AssertionError)
    return "" if theirs or str(error) not in written else str(error)


def execute(cell: Cell, names: StudentNames) -> Any:
    """Execute a cell's statements; give the value of a last expression, if it has one."""
    body, tail = statements(cell.key, cell.source)
    exec(body, names)
    return eval(tail, names) if tail else None


@functools.lru_cache(maxsize=1024)
def statements(key: str, source: str) -> tuple[CodeType, CodeType | None]:
    """Compile a test cell: its statements, and the last one apart if it may name points."""
    tree = ast.Module(list(tree_of(source).body), [])
    last = tree.body[-1] if tree.body else None
    tail = None
    if isinstance(last, ast.Expr) and isinstance(last.value, (ast.Constant, ast.Name, ast.BinOp)):
        tree.body.pop()
        tail = compile(ast.Expression(last.value), f"<{key}>", "eval")
    return compile(tree, f"<{key}>", "exec"), tail


def partial_credit(value: Any, cell: Cell) -> float:
    """Give the points that the cell's last line names, as nbgrader has it, else all of them."""
    if type(value) in (int, float) and 0 <= value <= cell.points:
        return float(value)
    return cell.points


def hidden(cell: Cell) -> bool:
    """Tell whether students do not see this test cell."""
    return cell.key.endswith("-hidden") or "BEGIN HIDDEN TESTS" in cell.source


def error_message(error: StudentError) -> str:
    """Describe a student's exception."""
    if "NotImplementedError" in error.kinds:
        return NOT_WRITTEN
    text = f"{error.kinds[0]}: {error.text}".removesuffix(": ")
    return clean_text(f"{text}\n{error.where}".strip(), 2000)
