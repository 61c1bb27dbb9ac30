"""The class report: scores, items, commonest mistakes, flags; a page and a CSV file."""

import base64
import collections
import io
import os
import statistics
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from course_lib._chapters import address
from course_lib.checks import registry
from course_lib.checks.messages import title
from course_lib.checks.relations import sentence_of
from course_lib.grading.record import CellResult, Record
from course_lib.grading.results.account import Account, accounts, agrees, shown
from course_lib.grading.results.alike import alike
from course_lib.grading.results.feedback import number, span, sum_of
from course_lib.grading.results.gradebook import read_entries
from course_lib.grading.results.layouts import table
from course_lib.grading.results.pages import render
from course_lib.grading.roster import read_roster

Item = dict[str, Any]

MOST_ALIKE = 15  # pairs that are named; a screen

# Told apart in gray print too. The page turns light into dark where a reader prefers that.
COLORS = {"visible checks": "#8db4dc", "hidden checks": "#2f5d92"}


def write_report(name: str, root: Path) -> list[Path]:
    """
    Write the report of an assignment.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.

    Returns
    -------
    list of Path
        ``reports/NAME.html`` and ``reports/NAME.csv``.
    """
    records = [entry["record"] for entry in read_entries(root, name).values()]
    if not records:
        raise ValueError(f"nothing is graded yet: run `course grade {name}` first")
    records.sort(key=lambda record: record.student)
    folder = root / "reports"
    folder.mkdir(exist_ok=True)
    html, csv = folder / f"{name}.html", folder / f"{name}.csv"
    known = accounts(name, root)
    absent = missing(root, records)
    html.write_text(page(name, root, records, known, absent), encoding="utf-8")
    csv.write_text(cells_table(records, absent), encoding="utf-8")
    return [html, csv]


def missing(root: Path, records: list[Record]) -> list[str]:
    """List who is on the roster and handed in nothing."""
    handed_in = {record.student for record in records}
    return sorted(set(read_roster(root) or ()) - handed_in)


def site_from(folder: Path) -> str:
    """Give the way from a folder of the course, or of a course within it, to the built book."""
    home = folder.parent
    for above in (home, *home.parents):
        if (above / "_build" / "html").is_dir():
            home = above
            break
    return Path(os.path.relpath(home / "_build" / "html", folder)).as_posix()


def page(
    name: str,
    root: Path,
    records: list[Record],
    known: Mapping[str, Account],
    absent: Sequence[str] = (),
) -> str:
    """Render the page of a class from the journal's records and the gradebook's accounts."""
    found = items(records)
    scores = [record.score for record in records]
    most = max(record.max_score for record in records)
    totals = [known[record.student] for record in records if record.student in known]
    pairs = alike(name, root, records)
    return render(
        "report.html",
        name=name,
        title=title(name),
        count=len(records),
        median=statistics.median(scores),
        max_score=most,
        in_gradebook=len(totals),
        waiting=sum(account.waits for account in totals),
        median_total=statistics.median([account.total for account in totals] or [0.0]),
        most_total=max([account.most for account in totals], default=0.0),
        missing=absent,
        students=[standing(name, root, record, known.get(record.student)) for record in records],
        scores_plot=plot_scores(scores, most),
        scores_alt=describe(scores),
        items_plot=plot_items(found),
        items_alt="Bars: the share of points reached in each cell; the table has the numbers.",
        diagnoses=diagnoses(records, site_from(root / "reports")),
        items=found,
        alike=pairs[:MOST_ALIKE],
        more_alike=len(pairs[MOST_ALIKE:]),
        flags=[(record.student, flag) for record in records for flag in record.flags],
    )


def standing(name: str, root: Path, record: Record, account: Account | None) -> dict[str, Any]:
    """Give a student's line: points by the checks, points in the gradebook and their sum."""
    path = root / "feedback" / record.student / name / f"{name}.html"
    line = {
        "student": record.student, "checks": record.score, "most_checks": record.max_score,
        "page": f"../{quote(path.relative_to(root).as_posix())}" if path.is_file() else "",
        "total": None, "most": None, "sum": "", "remarks": "not in the gradebook yet",
    }  # fmt: skip
    if account is None:
        return line
    changed = sum(row.changed for row in account.rows)
    remarks = [f"{changed} changed by a person"] if changed else []
    remarks += [f"{span(account.late)} late"] if account.late else []
    remarks += ["to be read"] if account.waits else []
    remarks += [] if agrees(account, record) else ["gradebook behind the journal"]
    total, most = number(shown(account.total)), number(shown(account.most))
    return line | {
        "total": total, "most": most, "sum": sum_of(account)[0], "remarks": ", ".join(remarks),
    }  # fmt: skip


def describe(scores: list[float]) -> str:
    """Say in words what the histogram of the scores shows."""
    low, middle, high = np.percentile(scores, [25, 50, 75])
    return (
        f"Histogram of {len(scores)} scores from {min(scores):g} to {max(scores):g} points; a "
        f"quarter are at most {low:g}, half at most {middle:g}, three quarters at most {high:g}."
    )


def items(records: list[Record]) -> list[Item]:
    """
    Analyze each graded cell.

    Parameters
    ----------
    records : list of Record
        One a student.

    Returns
    -------
    list of dict
        ``passed`` of ``count``, mean ``share`` of the points, ``discrimination``: the
        correlation of the item's points with the points of all other items
        (None if either does not vary).
    """
    found = []
    for grade_id, judged in by_cell(records):
        theirs = [cell for _, cell in judged]
        points = np.array([each.points for each in theirs])
        rest = np.array([record.score for record, _ in judged]) - points
        statuses = collections.Counter(each.status for each in theirs)
        passed = statuses.pop("passed", 0)
        found.append(
            {
                "grade_id": grade_id,
                "count": len(theirs),
                "passed": passed,
                "share": float(points.mean() / (theirs[-1].max_points or 1.0)),
                "discrimination": correlation(points, rest),
                "others": ", ".join(f"{n} {status}" for status, n in statuses.most_common()),
            }
        )
    return found


def by_cell(records: list[Record]) -> Iterator[tuple[str, list[tuple[Record, CellResult]]]]:
    """Sort verdicts by graded cell; a record from before a change of the source may lack one."""
    judged: dict[str, list[tuple[Record, CellResult]]] = {}
    for record in sorted(records, key=lambda record: -len(record.cells)):
        for cell in record.cells:
            judged.setdefault(cell.key, []).append((record, cell))
    yield from judged.items()


def correlation(a: np.ndarray, b: np.ndarray) -> float | None:
    """Give Pearson's correlation, or None if one side is constant."""
    if a.std() == 0 or b.std() == 0:
        return None
    return float(np.corrcoef(a, b)[0, 1])


def diagnoses(records: list[Record], site: str) -> list[dict[str, Any]]:
    """Count, for each named mistake, the students who made it, commonest first."""
    made: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
    for record in records:
        for cell in record.cells:
            if cell.diagnosis:
                made[cell.exercise, cell.diagnosis].add(record.student)
    ranked = sorted(made.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [
        {"exercise": exercise, "diagnosis": name, "students": len(who)}
        | lesson(exercise, name, site)
        for (exercise, name), who in ranked
    ]


def lesson(exercise: str, diagnosis: str, site: str) -> dict[str, str]:
    """Say what a mistake is, and find the equation of the book that teaches better."""
    known = registry.exercises().get(exercise)
    if known is None:
        return {"text": "", "section": "", "link": ""}
    texts = {mistake.name: mistake.diagnosis for mistake in known.mistakes}
    text = texts.get(diagnosis) or sentence_of(diagnosis, known.quantity)
    link = address(site, known.chapter, known.equation)
    section = f"{title(known.chapter)}, equation {known.equation}"
    return {"text": text, "section": section, "link": link}


def cells_table(records: list[Record], absent: Sequence[str] = ()) -> str:
    """Write one line a student and graded cell, and one for each student who is missing."""
    header = ["student", "status", "score", "grade_id", "outcome", "points", "max_points"]
    lines = [
        [record.student, record.status, record.score, cell.key, cell.status,
         cell.points, cell.max_points, cell.diagnosis or ""]
        for record in records
        for cell in record.cells
    ]  # fmt: skip
    lines += [[student, "missing", *[""] * 6] for student in absent]
    return table([*header, "diagnosis"], lines)


def plot_scores(scores: list[float], most: float) -> str:
    """Draw the distribution of scores."""
    figure, axes = canvas(2.2)
    edges = np.linspace(0, most or 1.0, 13)
    axes.hist(scores, bins=list(edges), color=COLORS["hidden checks"], rwidth=0.92)
    axes.set(xlabel="points by the checks", ylabel="submissions", xlim=(0, edges[-1]))
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    return encoded(figure)


def plot_items(found: list[Item]) -> str:
    """Draw the share of points reached in each graded cell."""
    figure, axes = canvas(1.1 + 0.22 * len(found))
    names = [item["grade_id"] for item in found]
    kinds = [f"{'hidden' if name.endswith('-hidden') else 'visible'} checks" for name in names]
    shares = [100 * item["share"] for item in found]
    axes.barh(names, shares, color=[COLORS[kind] for kind in kinds])
    axes.invert_yaxis()
    axes.set(xlabel="points reached (%)", xlim=(0, 100))
    axes.tick_params(axis="y", labelsize=8)
    handles = [Patch(color=color, label=kind) for kind, color in COLORS.items()]
    figure.legend(handles=handles, loc="outside upper right", ncols=2, frameon=False)
    return encoded(figure)


def canvas(height: float) -> tuple[Figure, Axes]:
    """Make a figure of the page's width."""
    figure = Figure(figsize=(5.5, height), layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def encoded(figure: Figure) -> str:
    """Give a figure as base64 text of a PNG without background."""
    data = io.BytesIO()
    figure.savefig(data, format="png", dpi=192, transparent=True)
    return base64.b64encode(data.getvalue()).decode()
