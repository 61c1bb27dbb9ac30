"""The examiner: runs the instructor's test cells against a student's notebook in the sandbox."""

import ast
import builtins
import contextlib
import functools
import hashlib
import io
import json
import os
import re
import signal
import threading
import time
import warnings
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from types import CodeType
from typing import Any

from course_lib.checks import CheckFailed, StudentError
from course_lib.checks.by_hand import SITTING_ID
from course_lib.checks.messages import hint_lines
from course_lib.checks.plain import RefusedError
from course_lib.checks.sitting import present
from course_lib.grading.assignment import Assignment, Cell
from course_lib.grading.inside.states import names_in
from course_lib.grading.limits import Limits
from course_lib.grading.outputs import clean_text, message_output
from course_lib.grading.sandbox import Sandbox
from course_lib.grading.session import GRACE, MAX_ABSENT, Guard, Lost, Question, Session
from course_lib.grading.stubs import StudentNames
from course_lib.grading.submission import Part, Submission

KNOWN_KINDS = frozenset(
    name for name, value in vars(builtins).items() if isinstance(value, type)
) | {"LinAlgError"}
MAX_RESTARTS = 3
OUTPUT_SHARE = 10  # all cells together may keep as much output as ten of them alone
UNSENT = re.compile(r"an object of type (\w{1,20}); |an array of dtype object; ")
OTHER_FORM = re.compile(r"(another form than asked): .*")
STATUSES = ("passed", "wrong", "error", "timeout", "memory", "crashed", "not_run", "refused")
BAD_ENDS = frozenset({"timeout", "memory", "crashed", "refused"})
NUMPY_WARNINGS = (
    "overflow encountered", "underflow encountered", "divide by zero encountered",
    "invalid value encountered",
)  # fmt: skip
TOO_MUCH = message_output("Too much output", "the notebook shows more than is kept")


@dataclass
class Verdict:
    """
    What one test cell showed.

    Parameters
    ----------
    status : str
        One of `STATUSES`.
    points : float
        Points given.
    message : str
        For the student; holds no number of a hidden case.
    diagnosis : str or None
        Name of the mistake, where it is a known one.
    hint, quantity, case : str
        What the check knows more.
    flag : str
        What only the instructor reads.
    seconds : float
        Wall time.
    """

    status: str
    points: float = 0.0
    message: str = ""
    diagnosis: str | None = None
    hint: str = ""
    quantity: str = ""
    case: str = ""
    flag: str = ""
    seconds: float = 0.0


@dataclass
class Examination:
    """All verdicts by grade_id, the outputs of each part, what was used, and oddities."""

    verdicts: dict[str, Verdict] = field(default_factory=dict)
    outputs: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    student_cpu: float = 0.0
    cells_cpu: float = 0.0
    memory: int = 0

    def as_cells(self, assignment: Assignment) -> list[dict[str, Any]]:
        """Give the verdicts as the records of ``course grade --json``, in the source's order."""
        return [
            {"grade_id": cell.key, "exercise": cell.exercise, "max_points": cell.points}
            | {k: v for k, v in asdict(self.verdicts[cell.key]).items() if k != "flag"}
            for cell in assignment.tests
            if cell.key in self.verdicts
        ]


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
    seed : int
        Decides the hidden cases and the student's random numbers.
    """

    def __init__(self, assignment: Assignment, sandbox: Sandbox, limits: Limits, seed: int) -> None:
        self.assignment, self.sandbox, self.limits, self.seed = assignment, sandbox, limits, seed
        self.skipped: set[int] = set()
        self.lost: dict[str, Lost] = {}
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
        self.guard = HiddenGuard(submission.parts)
        self.only = only or frozenset(cell.key for cell in self.assignment.tests)
        self.deadline = time.monotonic() + self.limits.notebook_wall
        for attempt in range(1 + MAX_RESTARTS):
            if self.run_once(submission.parts, apart=attempt > 0):
                break
        for key in self.only:
            if key not in self.result.verdicts:
                why = "not run: the notebook crashed or used up its time before"
                self.result.verdicts[key] = Verdict("not_run", message=why)
        self.result.flags += submission.notes + [
            f"{name} is not in the grader: that import was skipped" for name in self.absent
        ]
        return self.result

    def run_once(self, parts: list[Part], apart: bool) -> bool:
        """Go through the notebook in a fresh process; tell whether it reached the end."""
        names = self.own_names()
        session = Session(self.sandbox.start(self.limits, self.students_seed()), self.limits)
        session.deadline = self.deadline
        try:
            kept = self.run_cells(session, parts, apart)
            if not session.alive:
                return time.monotonic() > self.deadline
            return self.ask(session, names, kept)
        finally:
            session.close()
            used = self.sandbox.stop()
            self.result.student_cpu += used["cpu"]
            self.result.memory = max(self.result.memory, used["memory"])

    def ask(self, session: Session, names: StudentNames, kept: list[tuple[int, Cell]]) -> bool:
        """
        Judge test cells against kept states, those with hidden tests after all others.

        A state that is lost at one question answers no further one, and a question that ends
        badly after another one may have suffered from it. Such cells are judged in the next run
        of the notebook, each with a state of its own. Hidden tests wait until all visible ones
        are judged: by the clock alone, what they pass in could reach that run.
        """
        waiting = sorted(kept, key=lambda pair: hidden(pair[1]))
        asked: set[int] = set()
        lost: set[int] = set()
        while waiting and session.alive:
            number, cell = waiting.pop(0)
            if hidden(cell) and not all(map(hidden, self.not_judged(kept))):
                break
            if number in lost:
                continue
            last = number not in [other for other, _ in waiting]
            question = Question(session, number, self.guard if hidden(cell) else None, last)
            verdict = self.judge(question, names, cell)
            if number not in asked or verdict.status not in BAD_ENDS or not session.alive:
                self.result.verdicts[cell.key] = verdict
            asked.add(number)
            if question.fate is not None:
                lost.add(number)
        return not self.not_judged(kept)

    def not_judged(self, kept: list[tuple[int, Cell]]) -> list[Cell]:
        """List the test cells that have no verdict yet."""
        return [cell for _, cell in kept if cell.key not in self.result.verdicts]

    def run_cells(self, session: Session, parts: list[Part], apart: bool) -> list[tuple[int, Cell]]:
        """
        Run the student's cells in order, and keep the state that each test cell is to see.

        A state is kept only when a cell follows that might change what the test cells before it
        see; if they are to be judged `apart`, every test cell has one of its own.
        """
        kept: list[tuple[int, Cell]] = []
        waiting: list[Cell] = []
        session.run(whose_numbers())

        def keep() -> None:
            with contextlib.suppress(Lost):
                state = session.keep()
                kept.extend((state, cell) for cell in waiting)
            waiting.clear()

        for position, part in enumerate(parts):
            if not part.code or not part.source.strip() or position in self.skipped:
                continue
            if part.cell is None or part.cell.kind != "test":
                if waiting and not leaves_alone(session, part, waiting):
                    keep()
                if session.alive:  # else it is not this cell that ended the process
                    self.run_part(session, position, part)
            elif part.cell.key in self.only and part.cell.key not in self.result.verdicts:
                waiting.append(part.cell)
                if apart:
                    keep()
            if not session.alive:
                return kept
        if waiting:
            keep()
        return kept

    def run_part(self, session: Session, position: int, part: Part) -> None:
        """Run one of the student's cells; if it takes the process down, skip it next time."""
        try:
            _, outputs, cpu = session.run(part.source)
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
        digest = hashlib.sha256(f"student:{self.seed}".encode()).digest()
        return int.from_bytes(digest[:6], "big")

    def own_names(self) -> StudentNames:
        """Give the instructor's names: imports, and what read-only cells define."""
        os.environ["COURSE_SEED"] = str(self.seed)
        names: dict[str, Any] = {"__name__": "__main__"}
        for cell in self.assignment.cells:
            if cell.code and cell.kind in ("plain", "readonly"):
                with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
                    exec(trusted_part(cell.key, cell.kind, cell.source), names)
        answers = [cell for cell in self.assignment.cells if cell.code and cell.kind == "answer"]
        theirs = frozenset[str]().union(*(defined_names(cell.source) for cell in answers))
        return StudentNames({k: v for k, v in names.items() if k not in theirs}, theirs)

    def judge(self, question: Question, names: StudentNames, cell: Cell) -> Verdict:
        """Run one test cell against a kept state of the notebook."""
        started = time.perf_counter()
        verdict = Verdict("crashed")
        try:
            with question:
                names.find = question.find
                with ends_within(self.limits.question_wall + 2 * GRACE):
                    verdict = run_test(cell, names)
        except Lost as lost:
            question.fate = question.fate or lost
        finally:
            names.find = None
        if question.fate is not None:
            verdict = Verdict(question.fate.status, message=question.fate.message)
        lost_cell = self.lost.get(cell.exercise)
        if lost_cell and verdict.status == "error":
            verdict = Verdict(lost_cell.status, message=f"in its own cell, {lost_cell.message}")
        if verdict.flag:
            self.result.flags.append(f"{cell.exercise}: {verdict.flag}")
        verdict.seconds = round(time.perf_counter() - started, 4)
        return verdict


def whose_numbers() -> str:
    """Give the statement that tells the notebook's process whose numbers to give."""
    try:
        here = present()
    except LookupError:  # a notebook outside a class
        return ""
    return f"__import__('os').environ[{SITTING_ID!r}] = {here.foreign or here.student!r}"


def leaves_alone(session: Session, part: Part, waiting: list[Cell]) -> bool:
    """Tell whether these test cells see the same before a part of the notebook and after it."""
    instructors = part.cell is not None and part.cell.kind != "answer"  # never taken on trust
    if instructors or not session.alive:
        return False
    try:
        defined = session.look(part.source)
    except Lost:
        return False
    return defined is not None and not any(defined & names_in(cell.source) for cell in waiting)


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


class HiddenGuard(Guard):
    """
    Keeps words back in which a student's code could carry a hidden test's input out.

    Parameters
    ----------
    parts : list of Part
        The notebook, whose own lines may be shown.
    """

    def __init__(self, parts: list[Part]) -> None:
        self.lines = {line.strip() for part in parts for line in part.source.splitlines()}

    def error(self, kinds: Any, text: Any, where: Any) -> tuple[Any, str, str]:
        """Give the known classes among the names, and the line if it stands in the notebook."""
        names = kinds if type(kinds) is list else []
        known = [name for name in names if type(name) is str and name in KNOWN_KINDS]
        line = where.partition(": ")[2] if type(where) is str else ""
        return known, "", line if line in self.lines else ""

    def refusal(self, text: str) -> str:
        """Give the type's name if it is one of Python's own."""
        found = UNSENT.match(text)
        known = found and found[1] in {None, *KNOWN_KINDS}
        what = found[0] if found and known else "something that cannot be compared; "
        return f"{what}expected numbers, strings, lists, tuples, dicts or arrays"

    def warning(self, kind: str, text: str) -> str:
        """Give NumPy's warnings of floating point without their details, and no others."""
        return next((known for known in NUMPY_WARNINGS if text.startswith(known)), "")


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
    printed = io.StringIO()
    try:
        with (
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(io.StringIO()),
            warnings.catch_warnings(record=True) as heard,
        ):
            warnings.simplefilter("always")
            value = execute(cell, names)
        print(*hint_lines([str(warning.message) for warning in heard]), sep="\n", file=printed)
        verdict = Verdict(
            "passed", partial_credit(value, cell), clean_text(printed.getvalue().rstrip(), 2000)
        )
    except CheckFailed as failed:
        text = OTHER_FORM.sub(r"\1", str(failed)) if hidden(cell) else str(failed)
        verdict = Verdict(
            "wrong", 0.0, clean_text(text, 5000), failed.diagnosis,
            failed.hint, failed.quantity, failed.case, failed.flag,
        )  # fmt: skip
    except AssertionError as error:
        verdict = Verdict("wrong", message=own_words(cell, error) or "an assertion failed")
    except RefusedError as error:
        verdict = Verdict("wrong", message=f"the result {clean_text(str(error), 500)}")
    except MemoryError:
        verdict = Verdict("memory", message="it used up its memory")
    except StudentError as error:
        verdict = Verdict("error", message=error_message(error))
    except Exception as error:
        text = f"{type(error).__name__}: {own_words(cell, error)}".removesuffix(": ")
        verdict = Verdict("error", message=text)
    return verdict


def own_words(cell: Cell, error: Exception) -> str:
    """Give an exception's text; of a hidden cell only what the cell itself says, word by word."""
    text = str(error)
    if hidden(cell):
        nodes = ast.walk(ast.parse(cell.source))
        written = {node.value for node in nodes if isinstance(node, ast.Constant)}
        text = text if text in written else ""
    return clean_text(text, 2000)


def execute(cell: Cell, names: StudentNames) -> Any:
    """Execute a cell's statements; give the value of a last expression, if it has one."""
    body, tail = statements(cell.key, cell.source)
    exec(body, names)
    return eval(tail, names) if tail else None


@functools.lru_cache(maxsize=1024)
def statements(key: str, source: str) -> tuple[CodeType, CodeType | None]:
    """Compile a test cell: its statements, and the last one apart if it may name points."""
    tree = ast.parse(source, filename=f"<{key}>")
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
        return "not written yet: replace `raise NotImplementedError` with your code"
    text = f"{error.kinds[0]}: {error.text}".removesuffix(": ")
    return clean_text(f"{text}\n{error.where}".strip(), 2000)


@functools.lru_cache(maxsize=1024)
def trusted_part(key: str, kind: str, source: str) -> CodeType:
    """Compile a read-only cell whole, and of any other cell of the source its imports."""
    tree = ast.parse(source)
    if kind != "readonly":
        tree.body = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    return compile(tree, f"<{key}>", "exec")


@functools.lru_cache(maxsize=1024)
def defined_names(source: str) -> frozenset[str]:
    """Name what the top level of a cell defines."""
    names: set[str] = set()
    with contextlib.suppress(SyntaxError):
        for node in ast.parse(source).body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                names.add(node.name)  # what is assigned to inside it is its own
                continue
            names |= {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and is_store(n)}
    return frozenset(names)


def is_store(name: ast.Name) -> bool:
    """Tell whether a name is assigned to."""
    return isinstance(name.ctx, ast.Store)
