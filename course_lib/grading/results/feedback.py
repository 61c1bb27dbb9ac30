"""Feedback pages: a student's work, each verdict with its hint, what adds up to the total."""

import datetime
import json
import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from course_lib.checks.messages import title
from course_lib.grading.examine.assignment import source_of
from course_lib.grading.examine.markup import rendered
from course_lib.grading.examine.outputs import PICTURES, clean_outputs, clean_text
from course_lib.grading.record import CellResult, Record
from course_lib.grading.results.account import (
    ADJUSTMENTS,
    LATE,
    Account,
    Row,
    accounts,
    agrees,
    from_journal,
    shown,
)
from course_lib.grading.results.exchange import carry
from course_lib.grading.results.gradebook import read_entries
from course_lib.grading.results.pages import WORDS, render

Part = dict[str, Any]

MINUS = "\u2212"
HEADING = re.compile(r"^#+ +(.*)$", re.MULTILINE)
NOT_RECORDED = (
    "The gradebook does not hold this work yet. The points below are those of the checks; what a "
    "person gave, extra credit and lateness are not in them."
)
BEHIND = "The checks ran again since these points were entered; they may still change."


def write_feedback(name: str, root: Path) -> list[Path]:
    """
    Write a page for each graded submission.

    Points, comments and total come from the gradebook. Where it knows nothing of a student, or
    holds other points of the checks than the journal, the page says so, and stderr names who.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.

    Returns
    -------
    list of Path
        ``feedback/STUDENT/NAME/NAME.html``, where nbgrader's release of feedback looks; where an
        assignment has several notebooks, the same page under the name of each. Beside it lies
        what that release asks for.
    """
    entries = read_entries(root, name)
    if not entries:
        raise ValueError(f"nothing is graded yet: run `course grade {name}` first")
    known = accounts(name, root)
    written, apart = [], []
    for student, entry in sorted(entries.items()):
        account = known.get(student)
        if account is None or not agrees(account, entry["record"]):
            apart.append(student)
        text = page(name, root, entry["record"], account)
        for path in places(name, root, entry["record"]):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            written.append(path)
        graded = root / "autograded" / student / name
        source = graded if graded.is_dir() else root / "submitted" / student / name
        carry(source, root / "feedback" / student / name)
    if apart:
        print(
            f"gradebook and journal differ for {len(apart)} of {len(entries)} students, and their "
            f"pages say so ({', '.join(apart[:5])}{', …' if len(apart) > 5 else ''}): "
            f"run `course grade {name}`, then this again",
            file=sys.stderr,
        )
    return written


def places(name: str, root: Path, record: Record) -> list[Path]:
    """Give the page's place, once for each notebook: nbgrader releases one page for each."""
    folder = root / "feedback" / record.student / name
    return [folder / f"{book}.html" for book in books(name, record)]


def books(name: str, record: Record) -> list[str]:
    """Name the notebooks of a submission."""
    return list(dict.fromkeys([cell.notebook or name for cell in record.cells] or [name]))


def page(name: str, root: Path, record: Record, account: Account | None) -> str:
    """Render one student's page; without an account in the gradebook, from the journal alone."""
    notice = ""
    if account is None:
        notice, account = NOT_RECORDED, from_journal(name, record)
    elif not agrees(account, record):
        notice = BEHIND
    notebooks = graded_notebooks(name, root, record, account)
    headings = {
        (book, key): text for book, cells in notebooks.items() for key, text in headed(cells)
    }
    work = [
        part for book, cells in notebooks.items() for part in parts(book, cells, record, account)
    ]
    shown_at = {part["key"] for part in work if part.get("comment")}
    return render(
        "feedback.html",
        title=title(name),
        record=record,
        account=account,
        total=number(shown(account.total)),
        most=number(shown(account.most)),
        sum=sum_of(account),
        notice=notice,
        rows=list(rows(account, record, headings)),
        waiting=waiting(account),
        lateness=lateness(account),
        flags=flags_for_student(record),
        parts=work,
        other_comments=[
            {"about": headings.get(key) or key[1], "text": rendered(text)}
            for key, text in account.comments.items()
            if key not in shown_at and text.strip()
        ],
    )


def number(value: Decimal) -> str:
    """Write points without needless digits, with a minus sign that is one."""
    return f"{value.normalize():f}".replace("-", MINUS)


def waiting(account: Account) -> str:
    """Say how much a person still has to look at."""
    answers = sum(row.waits and row.by_hand for row in account.rows)
    if not answers:
        return "a person still has to look at it"
    if answers == 1:
        return "a written answer is still to be read"
    return f"{answers} written answers are still to be read"


def sum_of(account: Account) -> tuple[str, str]:
    """Write the total as a sum, and what its terms are; both empty if there is nothing to add."""
    summands = account.summands()
    (_, first), *others = summands
    if not others:
        return "", ""
    terms = "".join(f" {'+' if v >= 0 else MINUS} {number(abs(v))}" for _, v in others)
    total = number(shown(account.total))
    return f"{number(first)}{terms} = {total}", ", ".join(name for name, _ in summands)


def graded_notebooks(
    name: str, root: Path, record: Record, account: Account
) -> dict[str, list[dict[str, Any]]]:
    """Read the cells of the graded notebooks that the account speaks of."""
    found: dict[str, list[dict[str, Any]]] = {}
    if record.status == "graded":
        for book in dict.fromkeys([row.notebook for row in account.rows] or [name]):
            path = root / "autograded" / record.student / name / f"{book}.ipynb"
            if path.is_file():
                found[book] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return found


def headed(cells: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Give for each graded cell the heading that it stands under."""
    heading = ""
    for cell in cells:
        graded = cell["metadata"].get("nbgrader", {})
        if graded.get("grade_id"):
            yield graded["grade_id"], heading
        elif not by_student(cell) and (found := HEADING.findall(source_of(cell))):
            heading = found[-1]


def by_student(cell: dict[str, Any]) -> bool:
    """Tell whether a cell is one that the student added."""
    return cell["metadata"].get("course", {}).get("by") == "student"


def rows(
    account: Account, record: Record, headings: dict[tuple[str, str], str]
) -> Iterator[dict[str, str]]:
    """Give the lines of the table, whose points add up to the total."""
    judged = {(cell.notebook or record.assignment, cell.grade_id): cell for cell in record.cells}
    order = {place: k for k, place in enumerate(dict.fromkeys([*headings, *judged]))}
    for row in sorted(account.rows, key=lambda row: (order.get(row.place, len(order)), row.key)):
        cell = judged.get(row.place)
        label = (headings.get(row.place) if row.by_hand else cell and cell.exercise) or row.key
        points = "\u2013" if unread(row) else number(shown(row.points))
        most = f" / {number(shown(row.most))}" if row.most else ""
        yield line(label, kind(row), result(row, cell), f"{points}{most}")
        if row.extra:
            yield line(label, "extra credit", "Given by a person", signed(row.extra))
    for what, value in account.summands():
        if what == LATE:
            how = f"{span(account.late)} late" if account.late else lateness(account)
            yield line("Late", "", how, signed(value))
        elif what in ADJUSTMENTS:
            yield line(what.capitalize(), "", "", signed(value))


def line(label: str, kind: str, result: str, points: str) -> dict[str, str]:
    """Make a line of the table."""
    return {"label": label, "kind": kind, "result": result, "points": points}


def unread(row: Row) -> bool:
    """Tell whether no points are given yet because nobody has read the answer."""
    return row.by_hand and row.waits and row.manual is None and not row.points


def points_of(row: Row) -> str:
    """Say in words what a row counts."""
    most = number(shown(row.most))
    return (
        f"up to {most} points" if unread(row) else f"{number(shown(row.points))} of {most} points"
    )


def signed(value: Decimal) -> str:
    """Write points that are added or taken off."""
    return f"{'+' if value > 0 else ''}{number(value)}"


def kind(row: Row) -> str:
    """Say what kind of cell a row is."""
    if row.by_hand:
        return "written"
    return "hidden" if row.key.endswith("-hidden") else "visible"


def result(row: Row, cell: CellResult | None) -> str:
    """Say how a row came to its points."""
    if row.by_hand:
        if row.waits:
            return "Still to be read" if row.manual is None else "Read; to be read again"
        return "Read" if row.manual is not None else "No answer"
    verdict = "Not judged by the newest checks" if cell is None else WORDS[cell.status]
    return "; ".join([verdict, *remarks(row)])


def remarks(row: Row) -> Iterator[str]:
    """Say what people did about a cell that is checked, or still have to do."""
    if row.changed:
        before, after = shown(row.auto or 0.0), shown(row.manual or 0.0)
        yield f"changed by a person from {number(before)} to {number(after)}"
    if row.waits and not row.by_hand:
        yield "to be looked at by a person"


def lateness(account: Account) -> str:
    """Say when the work was due and when it came; empty if nobody set a due date."""
    if account.due is None or account.came is None:
        return "Points were taken off for being late" if account.penalty else ""
    due = f"due {moment(account.due)}"
    if account.extension:
        due += f" with your extension of {span(account.extension)}"
    if account.late is None:
        return f"Handed in {moment(account.came)}, {due}"
    return f"Handed in {moment(account.came)}, {span(account.late)} late ({due})"


def moment(time: datetime.datetime) -> str:
    """Write a time of the gradebook, which is UTC."""
    return f"{time:%Y-%m-%d %H:%M} UTC"


def span(duration: datetime.timedelta) -> str:
    """Write a duration in its two largest units."""
    minutes = max(1, round(duration.total_seconds() / 60))
    days, hours, minutes = minutes // 1440, minutes % 1440 // 60, minutes % 60
    named = [(days, "day"), (hours, "hour"), (minutes, "minute")]
    words = [f"{n} {unit}{'s' if n != 1 else ''}" for n, unit in named if n]
    return " ".join(words[:2])


def flags_for_student(record: Record) -> list[str]:
    """Leave out what a check says to the instructor alone."""
    checks = tuple(checks_in(record))
    return [flag for flag in record.flags if not flag.startswith(checks)]


def checks_in(record: Record) -> set[str]:
    """Give what flags of checks begin with: the exercise, behind the notebook if it has mates."""
    alone = {f"{cell.exercise}: " for cell in record.cells}
    book = {f"{cell.notebook or record.assignment}: {cell.exercise}: " for cell in record.cells}
    return alone | book


def parts(
    book: str, cells: list[dict[str, Any]], record: Record, account: Account
) -> Iterator[Part]:
    """Choose what of a graded notebook is shown."""
    verdicts = {
        cell.grade_id: cell for cell in record.cells if (cell.notebook or record.assignment) == book
    }
    held = {row.key: row for row in account.rows if row.notebook == book}
    for cell in cells:
        graded = cell["metadata"].get("nbgrader", {})
        key, text = graded.get("grade_id", ""), clean_text(source_of(cell))
        part: Part = {"key": (book, key), "text": text, "outputs": [], "points": ""}
        part["comment"] = rendered(account.comments.get((book, key)))
        if key in held:
            part["points"] = points_of(held[key])
            part["note"] = result(held[key], verdicts.get(key))
        if key in verdicts:
            note = "; ".join(remarks(held[key])) if key in held else ""
            yield part | {"kind": "verdict", "cell": verdicts[key], "note": note}
        elif cell["cell_type"] == "code" and text.strip():
            yield part | {"kind": "code", "outputs": list(shown_outputs(cell["outputs"]))}
        elif graded.get("solution") or graded.get("task") or by_student(cell):
            typed = cell["metadata"].get("course", {}).get("typed", text)
            yield part | {"kind": "written", "text": rendered(typed)}
        elif not graded and (headings := HEADING.findall(text)):
            yield part | {"kind": "heading", "text": headings[-1]}


def shown_outputs(outputs: Any) -> Iterator[dict[str, str]]:
    """Give text and pictures of a cell's outputs, cleaned once more."""
    for output in clean_outputs(outputs):
        data = output.get("data", {})
        mime = next((mime for mime in PICTURES if mime in data), "")
        if mime:
            yield {"picture": data[mime], "mime": mime, "text": ""}
        elif output["output_type"] == "error":
            yield {"picture": "", "text": "\n".join(output["traceback"])}
        else:
            yield {"picture": "", "text": output.get("text") or data.get("text/plain", "")}
