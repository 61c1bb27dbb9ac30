"""
A class as other systems list it, read for the roster.

What each file looks like, and where that is written:

- Canvas, *Grades → Export*: a CSV file whose first columns are "Student" (last, first), "ID",
  "SIS User ID", "SIS Login ID", "Section"; a second line begins with "Points Possible"
  (instructure/canvas-lms, ``lib/gradebook_importer.rb``).
- Moodle, *Participants → Download table data*, and *Grades → Export*: "First name", "Last name"
  ("Surname" in older versions), "Email address", and "Username" and "ID number" where the site
  shows them (moodle/moodle, ``grade/export/txt/grade_export_txt.php``).
- Moodle's grading worksheet: "Identifier", "Full name", "Email address" (moodle/moodle,
  ``mod/assign/gradingtable.php``).
- nbgrader: the table ``student`` of its database (``nbgrader.api.Student``).
- JupyterHub: what its ``GET /hub/api/users`` answers, a JSON list of objects with "name" and
  "admin"; or a text file with a name a line.
"""

import json
from pathlib import Path

from course_lib.grading.roster import Person, Roster, check, person_of
from course_lib.grading.tables import parse_table, read_text

Rows = list[dict[str, str]]
IDS = ("SIS Login ID", "SIS User ID", "Username", "ID number", "Email address", "ID")
LAST_NAMES = ("Last name", "Surname", "LastName")
FIRST_NAMES = ("First name", "FirstName")


def read_class(path: Path, id_column: str = "") -> list[Person]:
    """
    Read who is in a class, from a file of any system that is known.

    Parameters
    ----------
    path : Path
        The file.
    id_column : str
        The column that holds the ids. If not given, the first of `IDS` that says something of
        everybody.

    Returns
    -------
    list of Person
        In the order of the file.

    Raises
    ------
    ValueError
        If the file is of no system that is known, has no such column, or an id that cannot be one.
    """
    people = listed_in(read_text(path), path, id_column)
    check(people, str(path), "student", 1)
    return people


def listed_in(text: str, path: Path, id_column: str) -> list[Person]:
    """Tell which system wrote a text, and read it so."""
    if text.lstrip().startswith(("[", "{")):
        return hub_users(text, path)
    head = text.strip().partition("\n")[0]
    if not any(sign in head for sign in ",;\t") and head.strip().lower() not in ("id", "name"):
        names = [line.strip() for line in text.splitlines()]
        return [Person(name) for name in names if name and not name.startswith("#")]
    rows = [row for row in parse_table(text, str(path)) if is_student(row)]
    if not rows:
        raise ValueError(f"{path} lists no student")
    if "id" in rows[0]:
        return [person_of(row) for row in rows]
    return [person_from(row, choose_id(rows, path, id_column)) for row in rows]


def is_student(row: dict[str, str]) -> bool:
    """Tell whether a line is a person, not Canvas's points possible, its remarks or its tester."""
    name = row.get("Student")
    if name is None:
        return True
    return bool(row.get("ID")) and name not in ("Student, Test", "Test Student")


def choose_id(rows: Rows, path: Path, id_column: str) -> str:
    """Choose the column that holds the ids."""
    if id_column:
        if id_column not in rows[0]:
            listed = ", ".join(map(repr, rows[0]))
            raise ValueError(f"{path} has no column {id_column!r}. Its columns: {listed}")
        return id_column
    for column in IDS:
        if all(row.get(column) for row in rows):
            return column
    raise ValueError(
        f"{path} has no column that holds an id of everybody; expected one of {', '.join(IDS)}, "
        "or `id` as students.csv has it. `--id COLUMN` names another"
    )


def person_from(row: dict[str, str], id_column: str) -> Person:
    """Make a person of a line of Canvas or Moodle."""
    last, first = split_name(row)
    email = row.get("Email address") or row.get("Email") or ""
    login = row.get("SIS Login ID", "")
    return Person(
        row[id_column], last, first, email or (login if "@" in login else ""),
        row.get("ID") or row.get("ID number") or "",
    )  # fmt: skip


def split_name(row: dict[str, str]) -> tuple[str, str]:
    """Give last and first name: in two columns, "last, first", or first names and one last."""
    last = next((row[name] for name in LAST_NAMES if name in row), "")
    first = next((row[name] for name in FIRST_NAMES if name in row), "")
    if last or first:
        return last, first
    whole = row.get("Student") or row.get("Full name") or ""
    if "," in whole:
        last, _, first = whole.partition(",")
    else:
        first, _, last = whole.rpartition(" ")
    return last.strip(), first.strip()


def hub_users(text: str, path: Path) -> list[Person]:
    """Read JupyterHub's users, without its admins."""
    try:
        users = json.loads(text)
        users = users.get("items", users) if isinstance(users, dict) else users
        return [Person(str(user["name"])) for user in users if not user.get("admin")]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ValueError(
            f'{path} is JSON, but no list of users; expected [{{"name": …, "admin": …}}, …], as '
            "JupyterHub's GET /hub/api/users answers"
        ) from None


def merge(
    old: Roster, new: list[Person], replace: bool = False
) -> tuple[Roster, dict[str, list[str]]]:
    """
    Bring a roster up to a class list.

    Somebody whose id is not on the roster and whose email address is, is who has that address.

    Parameters
    ----------
    old : Roster
        Who is in the class so far.
    new : list of Person
        Who is on the list.
    replace : bool
        Take off whoever is not on the list.

    Returns
    -------
    Roster, dict
        Who is in the class, and the ids that were "added", "changed", or are "absent" in the list.
    """
    people = dict(old.people)
    seen: set[str] = set()
    news: dict[str, list[str]] = {"added": [], "changed": []}
    for person in new:
        by_email = old.meant_by(person.email, "email") if person.id not in old else set()
        student = next(iter(by_email)) if len(by_email) == 1 else person.id
        seen.add(student)
        if student not in people:
            people[student] = person
            news["added"].append(student)
            continue
        before, people[student] = people[student], people[student].with_news(person)
        if before != people[student]:
            news["changed"].append(student)
    news["absent"] = [student for student in old if student not in seen]
    for student in news["absent"] if replace else ():
        del people[student]
    return Roster(people.values()), news
