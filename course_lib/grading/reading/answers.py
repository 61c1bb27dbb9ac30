"""The written answers of a class, with the points and comments that people give them."""

import contextlib
import hashlib
import hmac
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

from markupsafe import Markup
from nbgrader.api import Assignment as BookedAssignment
from nbgrader.api import (
    BaseCell,
    Comment,
    Grade,
    MissingEntry,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import select
from sqlalchemy.orm import Session

from course_lib.grading.examine.assignment import Assignment, source_of
from course_lib.grading.examine.figures import TAG, sections
from course_lib.grading.examine.markup import CONTROL, rendered
from course_lib.grading.examine.outputs import PICTURES, clean_outputs, clean_text
from course_lib.grading.journal import secret
from course_lib.grading.record import Name, Rule
from course_lib.grading.results.feedback import HEADING, by_student
from course_lib.grading.results.gradebook import Book, begin, is_set_up, text_digest

MAX_COMMENT = 20_000
MARK = re.compile(r"^### \w+ SOLUTION$\n?", re.MULTILINE)
GONE = "this answer is not in the gradebook any more: load the page again"
RawCell = dict[str, Any]


class Refused(ValueError):
    """What a grader entered cannot be taken; says why."""


class Gone(LookupError):
    """The answer is not in the gradebook any more."""


@dataclass(frozen=True)
class Question:
    """
    A question that a person reads.

    Parameters
    ----------
    notebook, key : str
        Where it is: name of the notebook, grade_id.
    most : float
        Points that it can give.
    heading : str
        The heading above it, or its grade_id.
    text, solution : Markup
        What is asked, and what the source answers; both may be empty.
    """

    notebook: str
    key: str
    most: float
    heading: str
    text: Markup
    solution: Markup

    @property
    def name(self) -> str:
        """Its name among all questions of the assignment."""
        return f"{self.notebook}/{self.key}"


@dataclass(frozen=True)
class Standing:
    """
    What the gradebook holds of one answer.

    Parameters
    ----------
    points : float or None
        By a person.
    auto : float or None
        Without a person: 0 for an answer that is blank.
    waits : bool
        Whether it is to be read.
    comment : str
        By a person.
    """

    points: float | None
    auto: float | None
    waits: bool
    comment: str

    @property
    def version(self) -> str:
        """A digest: two that differ hold different things, whoever wrote them."""
        held = [self.points, self.waits, self.comment]
        return hashlib.sha256(json.dumps(held).encode()).hexdigest()[:32]

    def as_dict(self) -> dict[str, Any]:
        """Give it as the page reads it."""
        return {
            "points": self.points, "waits": self.waits, "comment": self.comment,
            "blank": self.points is None and not self.waits, "version": self.version,
        }  # fmt: skip


@dataclass(frozen=True)
class Place:
    """
    Whose answer to what.

    Parameters
    ----------
    student, person : str
        The id, and first and last name as far as the gradebook knows them.
    notebook, key : str
        The question.
    """

    student: str
    person: str
    notebook: str
    key: str


@dataclass(frozen=True)
class Text:
    """
    What a student answered.

    Parameters
    ----------
    source : str
        As it was typed.
    html : Markup
        Rendered, so that nothing in it acts.
    pictures : list of tuple
        Type and base64 data of the pictures of its section.
    """

    source: str
    html: Markup
    pictures: list[tuple[str, str]]

    @property
    def digest(self) -> str:
        """SHA-256 of the text, by which the gradebook knows what was read."""
        return text_digest(self.source)


@dataclass(frozen=True)
class Given:
    """
    What a grader gives one answer.

    Parameters
    ----------
    answer : str
        Its id.
    version, text : str
        Version of the standing, and digest of the text, that the grader saw.
    points : float or None
        None leaves it unread.
    comment : str
        Markdown; may be empty.
    """

    answer: Name
    version: Name
    text: Name
    points: float | None
    comment: Annotated[str, Rule("maxLength", MAX_COMMENT)]


class Newer(Exception):
    """
    Somebody saved this answer meanwhile, or the student handed in another text.

    Parameters
    ----------
    standing : Standing
        What the gradebook holds now.
    text : Text
        What the student wrote last.
    """

    def __init__(self, standing: Standing, text: Text) -> None:
        super().__init__("there is a newer version")
        self.standing, self.text = standing, text


class Reading:
    """
    The written answers of one assignment.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.

    Raises
    ------
    RuntimeError
        If nothing is graded, or nothing in the assignment is read by a person.
    """

    def __init__(self, name: str, root: Path) -> None:
        self.name, self.root = name, root
        self.book = Book(root)
        self.lock = threading.Lock()  # one thread at a time asks the gradebook
        self.key = secret(root)
        self.places: dict[str, Place] = {}
        if not self.book.exists():
            raise self.ungraded()
        with self.open() as db:
            self.questions = self.find_questions(db)

    @contextlib.contextmanager
    def open(self) -> Iterator[Session]:
        """Open the gradebook, for this thread alone."""
        with self.lock, self.book.open() as opened:
            if not is_set_up(opened, self.name):
                raise self.ungraded()
            yield opened.db

    def ungraded(self) -> RuntimeError:
        """Say that there is nothing to read yet."""
        return RuntimeError(f"nothing is graded yet: run `course grade {self.name}` first")

    def find_questions(self, db: Session) -> dict[tuple[str, str], Question]:
        """Find what a person reads, in the order of the source."""
        booked = db.scalars(select(BookedAssignment).where(BookedAssignment.name == self.name))
        most = {}
        for notebook in booked.one().notebooks:
            solutions = {cell.name for cell in notebook.solution_cells}
            graded = [cell for cell in notebook.grade_cells if cell.name in solutions]
            for cell in [*graded, *notebook.task_cells]:
                most[notebook.name, cell.name] = float(cell.max_score or 0.0)
        if not most:
            raise RuntimeError(f"{self.name} has no question that a person reads")
        cells = Assignment.find(self.name, self.root).cells
        order = {(self.name, cell.key): k for k, cell in enumerate(cells)}
        found = {}
        for place in sorted(most, key=lambda place: (order.get(place, len(cells)), place)):
            asked = solution = ""
            if place in order:
                k = order[place]
                given = [c.source for c in cells[:k] if not c.code and c.kind != "written"]
                asked, solution = (given or [""])[-1], MARK.sub("", cells[k].source)
            heading = (HEADING.findall(asked) or [place[1]])[-1]
            found[place] = Question(
                *place, most[place], heading, rendered(asked), rendered(solution)
            )
        return found

    def ident(self, *parts: str) -> str:
        """Give a name that stays and that nobody can trace who lacks the course's secret."""
        message = "\0".join([self.name, *parts]).encode()
        return hmac.digest(self.key, message, "sha256").hex()[:32]

    def standings(self) -> dict[str, Standing]:
        """Read what the gradebook holds of each answer, by its id."""
        with self.open() as db:
            grades = list(db.execute(self.rows(Grade)))
            comments = {
                (row.student_id, row.notebook, row.cell): row.Comment.manual_comment or ""
                for row in db.execute(self.rows(Comment))
            }
        places, found = {}, {}
        for row in grades:
            key = (row.student_id, row.notebook, row.cell)
            if key[1:] in self.questions:
                ident = self.ident(*key)
                person = " ".join(filter(None, (row.first_name, row.last_name)))
                places[ident] = Place(row.student_id, person, row.notebook, row.cell)
                found[ident] = standing_of(row.Grade, comments.get(key, ""))
        self.places = places
        return found

    def rows(self, kind: Any) -> Any:
        """Select all grades or comments of the assignment, with the students' names."""
        submitted = SubmittedAssignment
        return (
            select(
                kind, submitted.student_id, Student.first_name, Student.last_name,
                Notebook.name.label("notebook"), BaseCell.name.label("cell"),
            )
            .join(SubmittedNotebook, SubmittedNotebook.id == kind.notebook_id)
            .join(submitted, submitted.id == SubmittedNotebook.assignment_id)
            .join(Student, Student.id == submitted.student_id)
            .join(BookedAssignment, BookedAssignment.id == submitted.assignment_id)
            .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
            .join(BaseCell, BaseCell.id == kind.cell_id)
            .where(BookedAssignment.name == self.name)
        )  # fmt: skip

    def place(self, ident: str) -> Place:
        """Find whose answer this is, also one that came in meanwhile."""
        if ident not in self.places:
            self.standings()
        if ident not in self.places:
            raise Gone(GONE)
        return self.places[ident]

    def text(self, place: Place) -> Text:
        """Read what the student answered, from the graded notebook."""
        folder = self.root / "autograded" / place.student / self.name
        try:
            data = json.loads((folder / f"{place.notebook}.ipynb").read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return Text("", Markup(""), [])
        cells: list[RawCell] = data["cells"]
        k = next((k for k, cell in enumerate(cells) if key_of(cell) == place.key), None)
        if k is None:
            return Text("", Markup(""), [])
        source = cells[k]["metadata"].get("course", {}).get("typed", source_of(cells[k]))
        if cells[k]["cell_type"] == "code":
            html = Markup("<pre>{}</pre>").format(clean_text(source))
        else:
            html = rendered(source)
        return Text(source, html, list(pictures_beside(cells, k)))

    def save(self, given: Given) -> Standing:
        """
        Write points and a comment as the formgrader does, both or neither.

        Parameters
        ----------
        given : Given
            What the grader gives, and what the grader saw.

        Returns
        -------
        Standing
            What the gradebook holds now, committed.

        Raises
        ------
        Newer
            If there is something that the grader did not see. Nothing is written then.
        Refused, Gone
            If the points are not those of the question, or the answer is not there.
        """
        place = self.place(given.answer)
        most = self.questions[place.notebook, place.key].most
        if given.points is not None and not 0 <= given.points <= most:
            raise Refused(f"points must be from 0 to {most:g}, not {str(given.points)[:20]}")
        comment = CONTROL.sub("", given.comment.replace("\r\n", "\n")).strip()
        with self.open() as db:
            begin(db)
            grade, remark = self.locked(db, place)
            held = standing_of(grade, remark.manual_comment or "")
            points = None if given.points is None else float(given.points)
            waits = points is None and held.auto is None
            wanted = replace(held, points=points, waits=waits, comment=comment)
            text = self.text(place)
            if text.digest != given.text or held.version not in (given.version, wanted.version):
                raise Newer(held, text)
            grade.manual_score, grade.needs_manual_grade = points, waits
            remark.manual_comment = comment or None
            db.commit()
        return wanted

    def locked(self, db: Session, place: Place) -> tuple[Grade, Comment]:
        """Find an answer's rows, which nobody else changes until the end of the transaction."""
        key = (place.key, place.notebook, self.name, place.student)
        try:
            found = (self.book.gradebook.find_grade(*key), self.book.gradebook.find_comment(*key))
        except MissingEntry:
            raise Gone(GONE) from None
        for row in found:
            db.refresh(row, with_for_update=True)
        return found


def standing_of(grade: Grade, comment: str) -> Standing:
    """Read what a grade and a comment say."""
    return Standing(grade.manual_score, grade.auto_score, bool(grade.needs_manual_grade), comment)


def key_of(cell: RawCell) -> str:
    """Give a cell's grade_id; empty if it has none."""
    key: str = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
    return key


def given_text(cell: RawCell) -> str | None:
    """Give the text of a cell that was handed out as it is; None for any other."""
    theirs = by_student(cell) or cell["metadata"].get("nbgrader", {}).get("solution")
    return None if theirs or cell["cell_type"] != "markdown" else source_of(cell)


def pictures_beside(cells: list[RawCell], position: int) -> Iterator[tuple[str, str]]:
    """Give the pictures of a cell's section, and of cells that the author marked."""
    numbers = list(sections(map(given_text, cells)))
    for cell, number in zip(cells, numbers, strict=True):
        marked = TAG in cell["metadata"].get("tags", [])
        if cell["cell_type"] == "code" and (marked or number == numbers[position]):
            for output in clean_outputs(cell["outputs"]):
                data = output.get("data", {})
                yield from ((mime, data[mime]) for mime in PICTURES if mime in data)
