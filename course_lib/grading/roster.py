"""
Who is in the class: ``students.csv`` in the course directory, one line a student.

Its columns are those of `Person`; others are kept as they are. Where there is such a file, the
class is who is on it: whoever is missing there is left out everywhere, and whoever handed in
nothing is told as missing. Without it, the class is the folders of ``submitted/``.
"""

import csv
import io
import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path

from course_lib.checks.personal import SAMPLE_ID, spelled_alike
from course_lib.grading.files import write_whole
from course_lib.grading.ids import folder_faults, folders, id_fault, printable, shown
from course_lib.grading.tables import inert, read_table

FILE = "students.csv"


@dataclass(frozen=True)
class Person:
    """
    One student.

    Parameters
    ----------
    id : str
        Name of the student's folder in ``submitted/``.
    last_name, first_name, email : str
        Empty where they are not known.
    lms_id : str
        Canvas's number of the user ("ID" in its gradebook), or another number of a platform.
    known_as : str
        What the student writes into STUDENT_ID, where that is not `id`.
    others : dict
        Further columns of the file.
    """

    id: str
    last_name: str = ""
    first_name: str = ""
    email: str = ""
    lms_id: str = ""
    known_as: str = ""
    others: dict[str, str] = field(default_factory=dict, compare=False)

    @property
    def full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def names(self) -> set[str]:
        """Give the name as it is compared, in both orders."""
        orders = (self.first_name, self.last_name), (self.last_name, self.first_name)
        return {plain_name(" ".join(order)) for order in orders} - {""}

    def with_news(self, other: "Person") -> "Person":
        """Take over what another source knows of this student; nothing is emptied."""
        news = {name: value for name in COLUMNS if (value := getattr(other, name))}
        return replace(self, **news | {"id": self.id}, others=self.others | other.others)


COLUMNS = tuple(each.name for each in fields(Person) if each.name != "others")


class Roster:
    """
    The students of a course, by id.

    Parameters
    ----------
    people : iterable of Person
        In the order of the file.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = {person.id: person for person in people}

    def __contains__(self, student: str) -> bool:
        return student in self.people

    def __iter__(self) -> Iterator[str]:
        return iter(self.people)

    def known_as(self, student: str) -> str:
        """Give the id that the student knows."""
        person = self.people.get(student)
        return (person and person.known_as) or student

    @cached_property
    def index(self) -> dict[str, dict[str, set[str]]]:
        """By kind of clue, then by clue: the ids that it may mean."""
        found: dict[str, dict[str, set[str]]] = {
            "lms_id": {}, "id": {}, "known_as": {}, "email": {}, "name": {},
        }  # fmt: skip
        for person in self.people.values():
            for kind, theirs in found.items():
                clues = person.names() if kind == "name" else {spelled_alike(getattr(person, kind))}
                for clue in clues - {""}:
                    theirs.setdefault(clue, set()).add(person.id)
        return found

    def meant_by(self, clue: str, *kinds: str) -> set[str]:
        """Give the ids that a clue may mean, by the first kind of clue that it is."""
        if not kinds and clue in self.people:
            return {clue}
        for kind in kinds or ("id", "known_as", "lms_id", "email", "name"):
            key = plain_name(clue) if kind == "name" else spelled_alike(clue)
            if key and (found := self.index[kind].get(key)):
                return found
        return set()

    def find(self, number: str = "", *words: str, lasting: bool = True) -> tuple[str, str]:
        """
        Find the one student whom all clues mean that mean anybody.

        Parameters
        ----------
        number : str
            A number of the platform's.
        words : tuple of str
            Ids, email addresses, names in any order.
        lasting : bool
            Whether the number is one of the student's, not of one assignment: then it is enough,
            also with a name that nobody has.

        Returns
        -------
        id, reason : str
            One of them is empty.
        """
        found = {word: self.meant_by(word) for word in words if word}
        if number:
            found[number] = self.meant_by(number, "lms_id", "id", "known_as")
        clues = ", ".join(repr(printable(clue)) for clue in found) or "no clue"
        found = {clue: ids for clue, ids in found.items() if ids}
        if not found:
            return "", f"nobody on the roster is meant by {clues}"
        common = set.intersection(*found.values())
        if len(common) == 1:
            (student,) = common
            by_number_alone = any(words) and not lasting and list(found) == [number]
            if by_number_alone and self.people[student].names():
                return "", f"{clues}: the number is that of {student}, whose name is another"
            return student, ""
        if common:
            return "", f"{clues} may be {' or '.join(sorted(common))}"
        meant = [
            f"{printable(clue)!r} is {' or '.join(sorted(ids))}" for clue, ids in found.items()
        ]
        return "", f"the clues differ: {', '.join(meant)}"


def plain_name(text: str) -> str:
    """Give a name as it is compared: small letters alone, without their accents."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in apart if sign.isalnum())


def read_roster(root: Path) -> Roster | None:
    """
    Read who is in the class.

    Parameters
    ----------
    root : Path
        The course directory.

    Returns
    -------
    Roster or None
        None without a ``students.csv``.

    Raises
    ------
    ValueError
        If the file is no such table, or a line of it cannot be a student; says where.
    """
    path = root / FILE
    if not os.path.lexists(path):
        return None
    rows = read_table(path)
    if rows and "id" not in rows[0]:
        raise ValueError(
            f"{path} has no column 'id'; expected {', '.join(COLUMNS)}, of which the first is "
            f"needed. It has {', '.join(map(printable, rows[0]))}"
        )
    people = [person_of(row) for row in rows]
    check(people, str(path))
    return Roster(people)


def person_of(row: dict[str, str]) -> Person:
    """Make a person of a line."""
    others = {name: value for name, value in row.items() if name not in COLUMNS}
    return Person(**{name: row.get(name, "") for name in COLUMNS}, others=others)


def check(people: list[Person], where: str, unit: str = "row", first: int = 2) -> None:
    """Raise `ValueError` for the first person who cannot be on a roster, or is on it twice."""
    if not people:
        raise ValueError(f"{where} lists nobody; without {FILE} the class is the folders that came")
    seen: dict[str, int] = {}
    for number, person in enumerate(people, first):
        place = f"{where}: {unit} {number}"
        names = {spelled_alike(person.id), spelled_alike(person.known_as)} - {""}
        for name in (person.id, person.known_as or person.id):
            if fault := id_fault(name):
                raise ValueError(f"{place}: the id {shown(name)!r} {fault}")
        if spelled_alike(SAMPLE_ID) in names:
            raise ValueError(
                f"{place}: {SAMPLE_ID!r} is what released notebooks say, so it is nobody's id"
            )
        for name in names & seen.keys():
            raise ValueError(f"{place}: the id {shown(name)!r} is in {unit} {seen[name]} already")
        seen |= dict.fromkeys(names, number)


def write_roster(roster: Roster, root: Path, dry_run: bool = False) -> None:
    """Write ``students.csv``, all of it or nothing; raise `ValueError` if it could not be read."""
    people = list(roster.people.values())
    check(people, FILE)
    if dry_run:
        return
    further = list(dict.fromkeys(name for person in people for name in person.others))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*COLUMNS, *further])
    for person in people:
        row = asdict(person) | person.others
        writer.writerow([inert(row.get(name, "")) for name in (*COLUMNS, *further)])
    write_whole(root / FILE, text.getvalue().encode(), mode=0o600)


def remove_from_roster(student: str, root: Path) -> bool:
    """Take a student off the roster; tell whether there was one of that id."""
    roster = read_roster(root)
    if roster is None or student not in roster:
        return False
    del roster.people[student]
    write_roster(roster, root)
    return True


def strangers(root: Path) -> list[str]:
    """List folders of ``submitted/`` that belong to nobody on the roster."""
    roster = read_roster(root)
    if roster is None or not (root / "submitted").is_dir():
        return []
    names = folders(root)
    faults = folder_faults(names)
    return [name for name in names if name not in roster and name not in faults]
