"""nbgrader's gradebook, written from the journal through nbgrader's own classes."""

import contextlib
import functools
import hashlib
import json
import logging
import os
import subprocess
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alembic.script import ScriptDirectory
from nbgrader.api import Assignment as BookedAssignment
from nbgrader.api import (
    Base,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    InvalidEntry,
    MissingEntry,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import (
    Connection,
    create_engine,
    delete,
    func,
    inspect,
    select,
    text,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session, selectinload

from course_lib.grading.examine.assignment import Assignment, read_settings, source_of
from course_lib.grading.ids import id_fault, printable
from course_lib.grading.journal import Entry, identity, read_journal
from course_lib.grading.record import NBGRADER, NOT_RECORDED, Record, cell_key
from course_lib.grading.results.saved import keep_released, released_before
from course_lib.grading.results.tables import ASIDE, RECORDED, make_own
from course_lib.grading.results.times import span, submitted_at
from course_lib.grading.roster import Person, Roster, read_roster

if TYPE_CHECKING:
    from nbgrader.preprocessors import AssignLatePenalties

LOG = logging.getLogger(__name__)
BUSY_SECONDS = 120
DAMAGE = ("not a database", "malformed")  # SQLite's words for a file that is garbage

STALE = "~"  # before an identity: cells were changed since it was written


@dataclass
class Standing:
    """
    What the gradebook holds of one student's submission.

    Parameters
    ----------
    entry : str
        Identity of the journal entry that it was written from.
    read : dict
        By grade_id, a hash of what a person saw who gave points.
    stale : bool
        Whether cells were added or removed since.
    booked : bool
        Whether there is a submission.
    scores : dict
        By grade_id, the points by the checks.
    waiting : set of str
        grade_ids that a person is asked to look at.
    by_person : set of str
        grade_ids that have points of a person.
    late, penalty : float
        Seconds, and points.
    """

    entry: str = ""
    read: dict[str, str] = field(default_factory=dict)
    stale: bool = False
    booked: bool = False
    scores: dict[str, float | None] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)
    by_person: set[str] = field(default_factory=set)
    late: float = 0.0
    penalty: float = 0.0


class Book:
    """
    The gradebook of a course.

    Parameters
    ----------
    root : Path
        The course directory; its nbgrader_config.py says where the database is.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.config = read_settings(root)
        course = self.config.CourseDirectory
        self.course_id = course.get("course_id", "default_course")
        self.saved: dict[str, dict[str, str]] = {}
        self.identities: dict[str, str] = {}
        self.url = patient(course.get("db_url", f"sqlite:///{root.resolve() / 'gradebook.db'}"))

    @contextlib.contextmanager
    def open(self) -> Iterator[Gradebook]:
        """Open the database, made if it is not there; raise RuntimeError if it cannot be used."""
        with usable():
            give_version(self.url)
            with self.gradebook as book:
                with book.engine.begin() as connection:  # the file may have been moved away since
                    Base.metadata.create_all(connection)
                    make_own(connection)
                book.check_course(self.course_id)
                yield book

    @functools.cached_property
    def gradebook(self) -> Gradebook:
        """The object of nbgrader; it keeps no connection, but each query as it was compiled."""
        return Gradebook(self.url, self.course_id)

    @functools.cached_property
    def roster(self) -> Roster | None:
        """Who is in the class, if that is written down."""
        return read_roster(self.root)

    def exists(self) -> bool:
        """Tell whether there is a database."""
        url = make_url(self.url)
        return url.get_backend_name() != "sqlite" or Path(url.database or "").exists()

    def describe(self) -> str:
        """
        Look into the database without changing it.

        Returns
        -------
        str
            Where it is and what it holds.

        Raises
        ------
        RuntimeError
            If it is there and cannot be used; says what to do.
        """
        url = make_url(self.url)
        is_file = url.get_backend_name() == "sqlite"
        place = url.database if is_file else url.render_as_string(hide_password=True)
        if not self.exists():
            return f"{place} will be made by the first `course grade`"
        with usable():
            engine = create_engine(self.url)
            with engine.connect() as connection:
                if is_file:
                    find_damage(connection)
                if not inspect(connection).has_table(Student.__tablename__):
                    return f"{place} is empty; the first `course grade` fills it"
                students = connection.scalar(select(func.count()).select_from(Student))
            engine.dispose()
        return f"{place} can be opened; students in it: {students}"

    def resources(self, assignment: Assignment, student: str = "") -> dict[str, Any]:
        """Give what nbgrader's preprocessors want to know."""
        names = {"notebook": assignment.file, "assignment": assignment.name, "student": student}
        return {"nbgrader": names | {"db_url": self.url}}

    def identity(self, entry: Entry) -> str:
        """Give a journal entry's identity, computed once."""
        key = entry["digest"]
        if key not in self.identities:
            self.identities[key] = identity(entry)
        return self.identities[key]

    def save_assignment(
        self, assignment: Assignment, before: Callable[[Session], None] = lambda db: None
    ) -> dict[str, str]:
        """
        Record the source's cells as ``nbgrader generate_assignment`` does.

        Parameters
        ----------
        assignment : Assignment
            The source; its cells may be others than submissions were graded with.
        before : callable
            What to do before the cells of a class change.

        Returns
        -------
        dict
            SHA-256 of the released text of each cell that is graded by hand.
        """
        with self.open() as book:
            book.update_or_create_assignment(assignment.name)
        released: dict[str, str] = {}
        for each in assignment.books:
            released |= self.save_notebook(each, before)
        with self.open() as book:
            keep_released(book.db, assignment, self.config, released)
            book.db.commit()
        return released

    def save_notebook(
        self, assignment: Assignment, before: Callable[[Session], None]
    ) -> dict[str, str]:
        """Record the cells of one notebook of an assignment."""
        # Loaded where they are needed: they bring much that a class graded before does not need.
        import nbformat
        from nbgrader.preprocessors import ClearSolutions, ComputeChecksums, LockCells

        from course_lib.grading.results.refit import SaveChangedCells

        notebook = nbformat.reads(assignment.text, as_version=4)
        resources = self.resources(assignment)
        for preprocessor in (ClearSolutions, LockCells, ComputeChecksums):
            notebook, _ = preprocessor(config=self.config).preprocess(notebook, resources)
        saver = SaveChangedCells(before, config=self.config)
        saver.preprocess(notebook, resources)
        if saver.told:
            LOG.warning("%s", saver.told)
        released = {}
        for cell, raw in zip(assignment.cells, notebook.cells, strict=True):
            task = cell.metadata.get("nbgrader", {}).get("task", False)
            if cell.kind == "written" and not task:
                released[cell_key(assignment.book, cell.key)] = text_digest(source_of(raw))
        return released

    def knows(self, name: str, students: Collection[str] = ()) -> bool:
        """Tell whether the database has this assignment, and something of each of the students."""
        with self.open() as book:
            if not is_set_up(book, name):
                return False
            of_this = SubmittedAssignment.assignment.has(name=name)
            found = book.db.scalars(select(SubmittedAssignment.student_id).where(of_this))
            return set(students) <= set(found)

    def write(
        self,
        assignment: Assignment,
        theirs: dict[str, list[Entry]],
        students: Collection[str] | None = None,
    ) -> dict[str, str]:
        """
        Bring the database up to the journal: each student's record, or nothing of it.

        Parameters
        ----------
        assignment : Assignment
            The source.
        theirs : dict
            The whole journal, by student; what is written already is left alone.
        students : collection of str, optional
            Whose records; if not given those of all, and every score, every time of submission
            and every penalty is compared too.

        Returns
        -------
        dict
            Why, for each student whose record could not be written. It is tried again next time.

        Raises
        ------
        RuntimeError
            If the database stays locked or is full. The journal keeps the entries; the next run
            writes them.
        """
        failures: dict[str, str] = {}
        mine = theirs if students is None else {student: theirs[student] for student in students}
        if not mine:
            return failures
        with usable():
            for _ in range(2):  # the assignment may have been removed since it was saved
                released = self.released(assignment, theirs)
                with self.open() as book:
                    if not is_set_up(book, assignment.name):
                        self.saved.clear()
                        continue
                    begin(book.db)
                    whole = students is None
                    self.write_behind(book, assignment.name, mine, released, whole, failures)
                    book.db.commit()
                break
        return failures

    def released(self, assignment: Assignment, mine: dict[str, list[Entry]]) -> dict[str, str]:
        """Save the assignment if that was not done yet; give its released written cells."""
        if assignment.digest not in self.saved:
            note = functools.partial(self.note_read, name=assignment.name, mine=mine, stale=True)
            with self.open() as book:
                released = released_before(book.db, assignment, self.config)
            if released is None:
                released = self.save_assignment(assignment, note)
            self.saved[assignment.digest] = released
        return self.saved[assignment.digest]

    def note_read(
        self, db: Session, name: str, mine: dict[str, list[Entry]], stale: bool = False
    ) -> None:
        """Note what the people who gave points saw; and, if cells change now, to write it all."""
        for student, standing in look(db, name, mine).items():
            before = next((e for e in mine[student] if self.identity(e) == standing.entry), None)
            if before is not None:
                for key in standing.by_person - standing.waiting:
                    standing.read[key] = work_of(before, key)
                mark = STALE if stale or standing.stale else ""
                set_recorded(db, name, student, mark + standing.entry, standing.read)

    def expect_nbgrader(self, name: str, student: str, mine: list[Entry]) -> None:
        """Note what people saw who gave this student points; nbgrader will ask them again."""
        if mine and self.exists():
            with self.open() as book:
                self.note_read(book.db, name, {student: mine})
                book.db.commit()

    def write_behind(
        self,
        book: Gradebook,
        name: str,
        mine: dict[str, list[Entry]],
        released: dict[str, str],
        whole: bool,
        failures: dict[str, str],
    ) -> None:
        """Write what is not in the database yet, without committing."""
        standings = look(book.db, name, None if whole else mine, scores=whole)
        latest = {student: theirs[-1] for student, theirs in mine.items()}
        left = self.left(book, latest)
        # Held, so that each grade finds its cell without asking the database.
        cells = list(book.db.scalars(select(BaseCell).where(BaseCell.notebook.has(of_name(name)))))
        written = []
        with book.db.no_autoflush:
            for student, entry in latest.items():
                standing = standings.get(student, Standing())
                if student in left or not self.difference(entry, standing, strict=True):
                    continue
                with of_one(book.db, student, failures):
                    self.write_one(book, name, mine[student], standing, released)
                    written.append(student)
            self.refresh(book, name, None if whole else written, failures)
        del cells

    def write_one(
        self,
        book: Gradebook,
        name: str,
        mine: list[Entry],
        standing: Standing,
        released: dict[str, str],
    ) -> None:
        """
        Write one student's newest entry, without committing.

        Points that a person gave stay. They stay done while that person's work would be the same:
        the text of a written answer, the file for any other cell; else they are to be looked at.
        """
        entry = mine[-1]
        record = entry["record"]
        before = next((e for e in mine if self.identity(e) == standing.entry), None)
        notebooks = submitted_notebooks(book, name, record.student)
        points = {cell.key: cell.points for cell in record.cells}
        read = standing.read
        for grade in [row for each in notebooks for row in rows_of(book.db, Grade, each)]:
            key = key_of(grade, name)
            if grade.manual_score is None:
                read.pop(key, None)
            elif not grade.needs_manual_grade:
                seen = {work_of(e, key) for e in (mine if before is None else [before])}
                read[key] = seen.pop() if len(seen) == 1 else "unknown"
            waits = key not in points and not is_blank(record, key, released)
            if grade.manual_score is not None:
                waits = read.get(key) != work_of(entry, key)
            blank = key not in points and is_blank(record, key, released)
            grade.auto_score = points.get(key, 0.0 if blank else None)
            grade.needs_manual_grade = waits
        for comment in [row for each in notebooks for row in rows_of(book.db, Comment, each)]:
            key = key_of(comment, name)
            none = key in released and is_blank(record, key, released)
            comment.auto_comment = "No response." if none else None
        book.db.flush()
        set_recorded(book.db, name, record.student, self.identity(entry), read)

    def who_left(self, latest: Iterable[str]) -> set[str]:
        """Give the students of the journal who have left the class, as `left` does."""
        with self.open() as book:
            return self.left(book, latest)

    def left(self, book: Gradebook | None, latest: Iterable[str]) -> set[str]:
        """
        Give the students of the journal who have left the class.

        They are not on the roster. Without one, they have no folder in ``submitted`` and are not
        in the database, or their folder's name is one that is not used any more.
        """
        if self.roster is not None:
            return {student for student in latest if student not in self.roster}
        gone = {
            student
            for student in latest
            if id_fault(student) or not os.path.lexists(self.root / "submitted" / student)
        }
        known = set(book.db.scalars(select(Student.id))) if book and gone else set()
        return {student for student in gone if id_fault(student) or student not in known}

    def refresh(
        self, book: Gradebook, name: str, students: list[str] | None, failures: dict[str, str]
    ) -> None:
        """Let times of submission, and the penalties of nbgrader's plugin, be those of today."""
        penalties = functools.cache(self.penalties)  # nbgrader takes its time to load them
        if self.config.get("AssignLatePenalties"):
            penalties()  # a plugin that cannot be loaded is no matter of those who are late
        query = select(SubmittedAssignment).where(SubmittedAssignment.assignment.has(name=name))
        if students is not None:
            query = query.where(SubmittedAssignment.student_id.in_(students))
        query = query.options(selectinload(SubmittedAssignment.notebooks))
        for submission in book.db.scalars(query):
            student = submission.student_id
            folder = self.root / "submitted" / student / name
            moment = submission.timestamp
            if not id_fault(student) and os.path.lexists(folder):
                moment, _ = submitted_at(folder)
            if moment != submission.timestamp or is_late(submission) or has_penalty(submission):
                with of_one(book.db, student, failures, "its time or late penalty: "):
                    submission.timestamp = moment
                    for notebook in submission.notebooks:
                        notebook.late_submission_penalty = None
                        if is_late(submission):
                            set_penalty(book.db, penalties(), student, notebook)

    def penalties(self) -> "AssignLatePenalties":
        """Load the preprocessor of nbgrader that holds the plugin for late submissions."""
        from nbgrader.preprocessors import AssignLatePenalties

        penalties = AssignLatePenalties(config=self.config)
        penalties.init_plugin()
        return penalties

    def difference(self, entry: Entry, standing: Standing, strict: bool = False) -> str:
        """
        Say where the database differs from a journal entry; empty if nowhere.

        Parameters
        ----------
        entry : dict
            A student's newest.
        standing : Standing
            What the database has.
        strict : bool
            Take nothing as written that ``nbgrader autograde`` wrote.
        """
        if not standing.booked:
            return "is missing in the gradebook"
        if standing.stale:
            return "has a grading from before cells were changed"
        if standing.entry != self.identity(entry) and (strict or entry.get("by") != NBGRADER):
            return "has a newer grading, which is not in the gradebook"
        for cell in entry["record"].cells:
            key, points = cell.key, cell.points
            held = standing.scores.get(key, points)
            if held is None or abs(held - points) > 1e-9:
                return f"has {held or 0:g} points by the checks for {key}, the journal {points:g}"
        return ""

    def differences(self, name: str, latest: dict[str, Entry]) -> dict[str, str]:
        """Say for each student of the class where database and journal differ."""
        with self.open() as book:
            standings, left = look(book.db, name), self.left(book, latest)
        found = {
            student: self.difference(entry, standings.get(student, Standing()))
            for student, entry in latest.items()
            if student not in left
        }
        return {student: text for student, text in found.items() if text}

    def told(
        self,
        name: str,
        latest: dict[str, Entry],
        failures: dict[str, str] | None = None,
        whole: bool = True,
    ) -> dict[str, Entry]:
        """
        Add to entries what the database and the submitted files say of them now.

        Parameters
        ----------
        name : str
            The assignment.
        latest : dict
            The newest entry of each student to tell about; not changed.
        failures : dict, optional
            Why, for each student whose record could not be written.
        whole : bool
            They are most of the class: read it whole, not one by one.

        Returns
        -------
        dict
            Entries whose records have more flags, and a "to_read" of what still waits for a
            person; without those who have left the class.
        """
        if not self.exists():
            standings: dict[str, Standing] = {}
            left = self.left(None, latest)
        else:
            with self.open() as book:
                standings = look(book.db, name, None if whole else latest)
                left = self.left(book, latest)
        found: dict[str, Entry] = {}
        for student, entry in latest.items():
            if student not in left:
                standing = standings.get(student, Standing())
                failure = (failures or {}).get(student, "")
                found[student] = {**entry, "record": self.news(name, entry, standing, failure)}
        return found

    def news(self, name: str, entry: Entry, standing: Standing, failure: str) -> Record:
        """Give a record with the flags of today, and the written answers that wait for a person."""
        record = entry["record"]
        flags = []
        if failure:
            flags.append(f"{NOT_RECORDED}: {failure}")
        elif self.difference(entry, standing):
            flags.append(f"{NOT_RECORDED}: run `course grade {name}` again")
        _, fault = submitted_at(self.root / "submitted" / record.student / name)
        if fault:
            flags.append(fault)
        if standing.late:
            penalty = f"penalty {standing.penalty:g} points" if standing.penalty else "no penalty"
            flags.append(f"late by {span(standing.late)}: {penalty} by nbgrader's plugin")
        if again := sorted(standing.by_person & standing.waiting):
            flags.append(
                f"points given by a person for an earlier version: {', '.join(again)} (look again)"
            )
        record = replace(record, flags=[*record.flags, *flags])
        if not standing.booked:
            return record
        tests = {cell.key for cell in record.cells}
        asked = sorted(standing.waiting - tests) if record.to_read is None else record.to_read
        return replace(record, to_read=[key for key in asked if key in standing.waiting])

    def erase(self, student: str) -> bool:
        """Remove all that the database holds of a student; tell whether that was anything."""
        with self.open() as book:
            found = 0
            for table in (RECORDED, ASIDE):
                gone: Any = book.db.execute(delete(table).where(table.c.student == student))
                found += gone.rowcount
            book.db.commit()
            with contextlib.suppress(MissingEntry):
                book.remove_student(student)
                found += 1
            if book.engine.dialect.name == "sqlite":  # which leaves deleted text in free pages
                with book.engine.connect() as connection:
                    connection.execution_options(isolation_level="AUTOCOMMIT")
                    connection.exec_driver_sql("VACUUM")
        return found > 0

    def people(self) -> list[Person]:
        """List the students that the database knows, by id."""
        if not self.exists():
            return []
        with self.open() as book:
            return [
                Person(
                    each.id, each.last_name or "", each.first_name or "", each.email or "",
                    each.lms_user_id or "",
                )
                for each in book.db.scalars(select(Student).order_by(Student.id))
            ]  # fmt: skip

    def set_people(self, people: Iterable[Person]) -> None:
        """Write who is in the class into the database, where the formgrader shows names."""
        with self.open() as book:
            for person in people:
                known = book.db.get(Student, person.id) or Student(id=person.id)
                known.last_name = person.last_name or known.last_name
                known.first_name = person.first_name or known.first_name
                known.email = person.email or known.email
                known.lms_user_id = person.lms_id or known.lms_user_id
                book.db.add(known)
            book.db.commit()

    def rename(self, changed: dict[str, str]) -> None:
        """Follow journal entries whose identities were changed, without changing what they say."""
        if changed:
            with self.open() as book:
                for before, after in changed.items():
                    rows = RECORDED.update().where(RECORDED.c.entry == before)
                    book.db.execute(rows.values(entry=after))
                book.db.commit()


def read_entries(root: Path, name: str) -> dict[str, Entry]:
    """
    Read each student's newest entry of the journal, with what the gradebook adds to its record.

    Parameters
    ----------
    root : Path
        The course directory.
    name : str
        The assignment.

    Returns
    -------
    dict
        Without those who have left the class.
    """
    latest = read_journal(root, name).latest()
    if not latest or not ((root / "submitted").is_dir() or read_roster(root)):
        return latest
    return Book(root).told(name, latest)


def look(
    db: Session, name: str, students: Collection[str] | None = None, scores: bool = True
) -> dict[str, Standing]:
    """
    Read what the database holds of an assignment.

    Parameters
    ----------
    db : Session
        The database.
    name : str
        The assignment.
    students : collection of str, optional
        Whose submissions; all if not given.
    scores : bool
        Look at each cell too.

    Returns
    -------
    dict
        By student.
    """
    found: dict[str, Standing] = {}
    assignment = db.execute(
        select(BookedAssignment.id, BookedAssignment.duedate).where(BookedAssignment.name == name)
    ).first()
    if assignment is None:
        return found
    rows = select(RECORDED).where(RECORDED.c.assignment_id == assignment.id)
    whose = SubmittedAssignment
    times = (
        select(
            whose.student_id, whose.timestamp, whose.extension,
            SubmittedNotebook.late_submission_penalty.label("penalty"),
        )
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == whose.id)
        .where(whose.assignment_id == assignment.id)
    )  # fmt: skip
    grades = (
        select(
            whose.student_id, BaseCell.name, Notebook.name.label("notebook"), Grade.auto_score,
            Grade.manual_score, Grade.needs_manual_grade.label("needs"),
        )
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == whose.id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .join(Notebook, Notebook.id == BaseCell.notebook_id)
        .where(whose.assignment_id == assignment.id)
    )  # fmt: skip
    if students is not None:
        rows = rows.where(RECORDED.c.student.in_(students))
        times = times.where(whose.student_id.in_(students))
        grades = grades.where(whose.student_id.in_(students))
    for row in db.execute(rows):
        entry, stale = row.entry.removeprefix(STALE), row.entry.startswith(STALE)
        found[row.student] = Standing(entry, read_map(row.read), stale)
    for row in db.execute(times):
        standing = found.setdefault(row.student_id, Standing())
        standing.booked = True
        standing.penalty += row.penalty or 0.0
        if row.timestamp is not None and assignment.duedate is not None:
            due = assignment.duedate + row.extension if row.extension else assignment.duedate
            standing.late = max(0.0, (row.timestamp - due).total_seconds())
    for row in db.execute(grades) if scores else ():
        standing = found[row.student_id]
        key = cell_key(None if row.notebook == name else row.notebook, row.name)
        standing.scores[key] = row.auto_score
        if row.needs:
            standing.waiting.add(key)
        if row.manual_score is not None:
            standing.by_person.add(key)
    return found


def of_name(name: str) -> Any:
    """Select the notebooks of an assignment."""
    return Notebook.assignment.has(name=name)


def read_map(text: str) -> dict[str, str]:
    """Read a stored map of texts; what is garbage is as if nobody had seen anything."""
    try:
        found = json.loads(text)
    except ValueError:
        found = {}
    return found if isinstance(found, dict) else {}


def set_recorded(db: Session, name: str, student: str, entry: str, read: dict[str, str]) -> None:
    """Note which journal entry is written, and what people saw, in the same transaction."""
    of_this = select(BookedAssignment.id).where(BookedAssignment.name == name)
    key = {"assignment_id": db.scalar(of_this), "student": student}
    values = {"entry": entry, "read": json.dumps(read)}
    changed: Any = db.execute(RECORDED.update().filter_by(**key).values(values))
    if not changed.rowcount:
        db.execute(RECORDED.insert().values(key | values))


def work_of(entry: Entry, key: str) -> str:
    """Hash what a person judges who gives points for a cell: the written text, else the file."""
    if any(cell.key == key for cell in entry["record"].cells):
        return entry.get("submission", "")
    return (entry["record"].written or {}).get(key, "")


def is_blank(record: Record, key: str, released: dict[str, str]) -> bool:
    """Tell whether there is no written answer: nothing, or the text that was released."""
    if record.to_read is not None:
        return key not in record.to_read
    written = record.written or {}
    return key not in written or written[key] in (text_digest(""), released.get(key))


def is_late(submission: SubmittedAssignment) -> bool:
    """Tell whether a submission came after its due date, extension included."""
    return submission.assignment.duedate is not None and submission.total_seconds_late > 0


def has_penalty(submission: SubmittedAssignment) -> bool:
    """Tell whether points are taken off already."""
    return any(notebook.late_submission_penalty is not None for notebook in submission.notebooks)


def set_penalty(
    db: Session, penalties: "AssignLatePenalties", student: str, notebook: SubmittedNotebook
) -> None:
    """Ask nbgrader's plugin for the penalty of a late notebook, as nbgrader does."""
    db.flush()
    db.refresh(notebook, ["score"])
    late = notebook.assignment.total_seconds_late
    penalty = penalties.plugin_inst.late_submission_penalty(student, notebook.score, late)
    if penalty is not None:
        notebook.late_submission_penalty = penalties._check_late_penalty(notebook, penalty)


def rows_of(db: Session, kind: Any, notebook: SubmittedNotebook) -> list[Any]:
    """Give a notebook's grades or comments, which nobody else changes until the end."""
    if notebook in db.new:
        return list(notebook.grades if kind is Grade else notebook.comments)
    query: Any = select(kind).where(kind.notebook_id == notebook.id)
    return list(db.scalars(query.with_for_update(of=kind)))


def is_set_up(book: Gradebook, name: str) -> bool:
    """Tell whether the database knows the assignment and its notebooks."""
    try:
        return bool(book.find_assignment(name).notebooks)
    except MissingEntry:
        return False


def begin(db: Session) -> None:
    """Begin a transaction that may have savepoints, which SQLite's driver does not by itself."""
    if db.get_bind().dialect.name == "sqlite":
        db.connection().exec_driver_sql("BEGIN IMMEDIATE")


@contextlib.contextmanager
def of_one(db: Session, student: str, failures: dict[str, str], about: str = "") -> Iterator[None]:
    """
    Let whatever goes wrong with one student's data undo that student's part alone.

    This is the one place where such errors are caught, whatever their kind.
    """
    try:
        with db.begin_nested():
            yield
    except Exception as error:
        cause = error.__context__ if isinstance(error, InvalidEntry) else error
        if isinstance(cause, OperationalError) or getattr(cause, "connection_invalidated", False):
            raise  # locked, full, gone: it is not this student's
        reason = str(getattr(error, "orig", None) or error).strip() or "no reason given"
        reason = printable(reason.splitlines()[0][:200])
        failures[student] = f"{about}{type(error).__name__}: {reason}"


@contextlib.contextmanager
def usable() -> Iterator[None]:
    """Say what a database that cannot be used means for the grades: nothing."""
    try:
        yield
    except (SQLAlchemyError, InvalidEntry, subprocess.SubprocessError) as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        told = (
            f"the gradebook cannot be used ({reason}). The grades are safe in the journal: when "
            "the cause is gone, run the same command again to bring the gradebook up to date"
        )
        if any(damage in reason for damage in DAMAGE):
            told += (
                ". Restore the database from a backup; or move it away: `course grade` makes it "
                "anew, without what people entered"
            )
        raise RuntimeError(told) from error


def find_damage(connection: Connection) -> None:
    """Let SQLite look through its file; raise `SQLAlchemyError` if that is not sound."""
    found = connection.scalar(text("PRAGMA quick_check(1)"))
    if found != "ok":
        raise SQLAlchemyError(f"malformed: {found}")


def give_version(url: str) -> None:
    """Give a database its version, which nbgrader leaves out if its making is interrupted."""
    engine = create_engine(url)
    with engine.begin() as connection:
        if not inspect(connection).has_table("alembic_version"):
            connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        if connection.scalar(text("SELECT count(*) FROM alembic_version")) == 0:
            head = ScriptDirectory(ALEMBIC_DIR).get_current_head()
            connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": head})
    engine.dispose()


def patient(url: str) -> str:
    """Let SQLite wait for a lock instead of giving up after five seconds."""
    return f"{url}?timeout={BUSY_SECONDS}" if url.startswith("sqlite:") and "?" not in url else url


def text_digest(text: str) -> str:
    """Hash a cell's text."""
    return hashlib.sha256(text.strip().encode()).hexdigest()


def key_of(row: Any, name: str) -> str:
    """Name the cell of a grade or comment among all of the assignment."""
    notebook = row.notebook.name
    return cell_key(None if notebook == name else notebook, row.cell.name)


def submitted_notebooks(book: Gradebook, name: str, student: str) -> list[SubmittedNotebook]:
    """Find a student's notebooks in the database, or add them as nbgrader would."""
    try:
        submission = book.find_submission(name, student)
    except MissingEntry:
        person = book.db.get(Student, student) or Student(id=student)
        submission = SubmittedAssignment(assignment=book.find_assignment(name), student=person)
        book.db.add(submission)
    present = {notebook.name for notebook in submission.notebooks}
    for notebook in submission.assignment.notebooks:
        if notebook.name in present:
            continue
        mirrored = SubmittedNotebook(notebook=notebook, assignment=submission)
        for grade_cell in [*notebook.grade_cells, *notebook.task_cells]:
            Grade(cell=grade_cell, notebook=mirrored)
        for solution_cell in [*notebook.solution_cells, *notebook.task_cells]:
            Comment(cell=solution_cell, notebook=mirrored)
        book.db.add(mirrored)
    return list(submission.notebooks)
